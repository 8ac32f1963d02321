// SPDX-License-Identifier: Apache-2.0
// Older versions of element-wise operators, reductions and their kin.
#include "compiler/Import/Upgrades.h"

using namespace mlir;
using namespace cameo;
using namespace cameo::import;

/// B's dimensions stand for A's from `axis` on: appends dimensions of size 1
/// until numpy's rule, which aligns the last ones, says the same.
static void alignAt(Node &node, int64_t axis) {
  RankedTensorType a = node.rankedType(0), b = node.rankedType(1);
  if (a && axis < 0)
    axis += a.getRank();
  Value ones;
  if (a && b) {
    int64_t missing = a.getRank() - axis - b.getRank();
    if (missing <= 0)
      return;
    ones = node.ints(SmallVector<int64_t>(missing, 1));
  } else {
    auto rankOf = [&](unsigned i) {
      return node.emit("Size", {node.emit("Shape", {node.operand(i)})});
    };
    Value missing = node.emit("Sub", {rankOf(0), rankOf(1)});
    // A negative axis counts from A's end.
    missing = axis < 0 ? node.emit("Sub", {node.scalar(-axis), rankOf(1)})
                       : node.emit("Sub", {missing, node.scalar(axis)});
    ones = node.emit("Expand", {node.ints(1),
                                node.emit("Reshape", {missing, node.ints(1)})});
  }
  Value shape =
      node.emit("Concat", {node.emit("Shape", {node.operand(1)}), ones},
                {node.attr("axis", int64_t(0))});
  node.setOperand(1, node.emit("Reshape", {node.operand(1), shape}));
}

static LogicalResult legacyBroadcast(Node &node) {
  bool broadcast = node.takeInt("broadcast").value_or(0);
  std::optional<int64_t> axis = node.takeInt("axis");
  if (broadcast && axis && node.operands.size() == 2)
    alignAt(node, *axis);
  return success();
}

// One slope per channel, which is dimension 1.
static LogicalResult preluSlope(Node &node) {
  RankedTensorType slope = node.rankedType(1);
  if (node.operands.size() == 2 &&
      !(slope && slope.hasStaticShape() && slope.getNumElements() == 1))
    alignAt(node, 1);
  return success();
}

static LogicalResult dropBroadcast(Node &node) {
  node.drop({"broadcast"});
  return success();
}

static LogicalResult clipBounds(Node &node) {
  constexpr StringRef names[] = {"min", "max"};
  for (auto [i, name] : llvm::enumerate(names))
    if (auto bound = node.takeFloat(name))
      node.setOperand(i + 1, scalarLike(node, *bound));
  return success();
}

// Version 1 rounded the constants.
static LogicalResult seluConstants(Node &node) {
  for (auto [name, value] :
       {std::pair("alpha", 1.6732f), std::pair("gamma", 1.0507f)})
    if (!node.has(name))
      node.attributes.set(name, node.builder.getF32FloatAttr(value));
  return success();
}

static LogicalResult axesToOperand(Node &node) {
  intsToOperand(node, "axes", 1);
  return success();
}

// Up to version 12 over all dimensions from axis (1) on, as if they were one.
static LogicalResult flatSoftmax(Node &node) {
  int64_t axis = node.takeInt("axis").value_or(1);
  RankedTensorType type = node.rankedType(0);
  if (axis == -1 || (type && (axis == type.getRank() - 1))) {
    node.setInt("axis", -1);
    return success();
  }
  if (!node.operand(0) || node.results.empty())
    return success(); // Reported with the operands.
  Value input = node.operand(0);
  node.setOperand(0, node.emit("Flatten", {input}, {node.attr("axis", axis)}));
  node.setInt("axis", -1);
  Type declared = std::exchange(node.results[0], node.unknown());
  node.after = [&node, input, declared](SmallVectorImpl<Value> &results) {
    results[0] = node.emit("Reshape", {results[0], node.emit("Shape", {input})},
                           {}, declared);
  };
  return success();
}

static LogicalResult topK(Node &node) {
  if (auto k = node.takeInt("k"))
    node.setOperand(1, node.ints(*k));
  return success();
}

// Experimental operators of version 1 that CoreML's converter still wrote.
static LogicalResult affineMap(Node &node) {
  float alpha = node.takeFloat("alpha").value_or(1),
        beta = node.takeFloat("beta").value_or(0);
  if (!node.operand(0))
    return node.emitError() << "input 0 is missing";
  node.setOperand(0,
                  node.emit("Mul", {node.operand(0), scalarLike(node, alpha)}));
  node.setOperand(1, scalarLike(node, beta));
  node.op = "Add";
  return success();
}

// alpha * fn(beta * x).
static LogicalResult scaled(Node &node, StringRef fn) {
  float alpha = node.takeFloat("alpha").value_or(1),
        beta = node.takeFloat("beta").value_or(1);
  if (!node.operand(0))
    return node.emitError() << "input 0 is missing";
  Value inner = node.emit("Mul", {node.operand(0), scalarLike(node, beta)});
  node.setOperand(1, scalarLike(node, alpha));
  node.setOperand(0, node.emit(fn, {inner}));
  node.op = "Mul";
  return success();
}
static LogicalResult scaledTanh(Node &node) { return scaled(node, "Tanh"); }
static LogicalResult parametricSoftplus(Node &node) {
  return scaled(node, "Softplus");
}

static LogicalResult scale(Node &node) {
  float factor = node.takeFloat("scale").value_or(1);
  if (!node.operand(0))
    return node.emitError() << "input 0 is missing";
  node.setOperand(1, scalarLike(node, factor));
  node.op = "Mul";
  return success();
}

static LogicalResult imageScaler(Node &node) {
  float scale = node.takeFloat("scale").value_or(1);
  auto bias = node.takeFloats("bias");
  if (!node.operand(0) || !bias)
    return node.emitError() << "input and bias are needed";
  Value scaled = node.emit("Mul", {node.operand(0), scalarLike(node, scale)});
  auto type = RankedTensorType::get({int64_t(bias->size()), 1, 1},
                                    node.builder.getF32Type());
  Value offset =
      node.constant(DenseElementsAttr::get(type, ArrayRef<float>(*bias)));
  node.operands = {scaled, node.emit("CastLike", {offset, node.operand(0)})};
  node.op = "Add";
  return success();
}

ArrayRef<Upgrade> cameo::import::mathUpgrades() {
  static const Upgrade rows[] = {
      {"", "Add", 7, legacyBroadcast},
      {"", "Sub", 7, legacyBroadcast},
      {"", "Mul", 7, legacyBroadcast},
      {"", "Div", 7, legacyBroadcast},
      {"", "Pow", 7, legacyBroadcast},
      {"", "And", 7, legacyBroadcast},
      {"", "Or", 7, legacyBroadcast},
      {"", "Xor", 7, legacyBroadcast},
      {"", "Equal", 7, legacyBroadcast},
      {"", "Greater", 7, legacyBroadcast},
      {"", "Less", 7, legacyBroadcast},
      {"", "PRelu", 7, preluSlope},
      {"", "Gemm", 7, dropBroadcast},
      {"", "Selu", 6, seluConstants},
      {"", "Clip", 11, clipBounds},
      {"", "Affine", always, affineMap},
      {"", "ScaledTanh", always, scaledTanh},
      {"", "ParametricSoftplus", always, parametricSoftplus},
      {"", "Scale", always, scale},
      {"", "ImageScaler", always, imageScaler},
      {"", "ReduceSum", 13, axesToOperand},
      {"", "ReduceMean", 18, axesToOperand},
      {"", "ReduceMax", 18, axesToOperand},
      {"", "ReduceMin", 18, axesToOperand},
      {"", "ReduceProd", 18, axesToOperand},
      {"", "ReduceL1", 18, axesToOperand},
      {"", "ReduceL2", 18, axesToOperand},
      {"", "ReduceLogSum", 18, axesToOperand},
      {"", "ReduceLogSumExp", 18, axesToOperand},
      {"", "ReduceSumSquare", 18, axesToOperand},
      {"", "Softmax", 13, flatSoftmax},
      {"", "LogSoftmax", 13, flatSoftmax},
      {"", "Hardmax", 13, flatSoftmax},
      {"", "TopK", 10, topK},
  };
  return rows;
}
