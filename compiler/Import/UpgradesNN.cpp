// SPDX-License-Identifier: Apache-2.0
// Older versions of layers.
#include "compiler/Import/Upgrades.h"

using namespace mlir;
using namespace cameo;
using namespace cameo::import;

// Up to version 8, spatial = 0 meant statistics per element: plain arithmetic.
static LogicalResult normalizeElements(Node &node) {
  if (node.operands.size() != 5 || llvm::is_contained(node.operands, nullptr))
    return node.emitError() << "needs five inputs";
  for (Type type : llvm::drop_begin(node.results))
    if (!isa<NoneType>(type))
      return node.emitError() << "gives one output if spatial is 0";
  Value epsilon = scalarLike(node, node.takeFloat("epsilon").value_or(1e-5f));
  node.drop({"momentum"});
  ArrayRef<Value> in = node.operands;
  Value deviation = node.emit("Sqrt", {node.emit("Add", {in[4], epsilon})});
  Value normal =
      node.emit("Div", {node.emit("Sub", {in[0], in[3]}), deviation});
  node.operands = {node.emit("Mul", {normal, in[1]}), in[2]};
  node.results.resize(1);
  node.op = "Add";
  return success();
}

static LogicalResult batchNormalization(Node &node) {
  node.drop({"is_test"});
  if (node.takeInt("spatial").value_or(1) == 0)
    return normalizeElements(node);
  // Up to version 13, asking for the statistics meant training; the last two
  // outputs were for the backward pass alone.
  for (size_t i = 3; i < node.results.size(); ++i)
    if (!isa<NoneType>(node.results[i]))
      return node.emitError()
             << "output " << i << " (saved statistics) is not supported";
  if (node.results.size() > 3)
    node.results.resize(3);
  if (llvm::any_of(llvm::drop_begin(node.results),
                   [](Type type) { return !isa<NoneType>(type); }))
    node.setInt("training_mode", 1);
  return success();
}

static LogicalResult dropoutRatio(Node &node) {
  // As everywhere else, a model is for inference: versions 1 and 6 said so in
  // is_test.
  node.drop({"is_test"});
  if (auto ratio = node.takeFloat("ratio"))
    node.setOperand(1, node.scalar(node.builder.getF32Type(), *ratio));
  return success();
}

// The mask was of the data's type.
static LogicalResult dropoutMask(Node &node) {
  if (node.results.size() < 2 || isa<NoneType>(node.results[1]) ||
      !node.operand(0))
    return success();
  Type declared = std::exchange(node.results[1], node.unknown());
  node.after = [&node, declared,
                data = node.operand(0)](SmallVectorImpl<Value> &results) {
    results[1] = node.emit("CastLike", {results[1], data}, {}, declared);
  };
  return success();
}

// The exponent was a float.
static LogicalResult lpExponent(Node &node) {
  auto p = node.takeFloat("p");
  if (p && !(*p >= 1 && *p <= 1e6f &&
             *p == static_cast<float>(static_cast<int64_t>(*p))))
    return node.emitError() << "p must be a positive integer, but is " << *p;
  if (p)
    node.setInt("p", static_cast<int64_t>(*p));
  return success();
}

static LogicalResult recurrent(Node &node) {
  node.drop({"output_sequence"}); // The outputs that the node lists say it.
  return success();
}

// Scale and bias were given per group: repeats each for the channels of its
// group.
static LogicalResult groupNormalization(Node &node) {
  auto groups =
      dyn_cast_or_null<IntegerAttr>(node.attributes.get("num_groups"));
  if (!groups || groups.getValue().getSExtValue() < 1 ||
      node.operands.size() != 3 || llvm::is_contained(node.operands, nullptr))
    return success(); // Reported with the latest form.
  int64_t count = groups.getValue().getSExtValue();
  Value channels =
      node.emit("Shape", {node.operand(0)},
                {node.attr("start", int64_t(1)), node.attr("end", int64_t(2))});
  Value perGroup = node.emit("Div", {channels, node.ints(count)});
  Value shape = node.emit("Concat", {node.ints(count), perGroup},
                          {node.attr("axis", int64_t(0))});
  for (unsigned i : {1, 2}) {
    Value column = node.emit("Unsqueeze", {node.operand(i), node.ints(1)});
    node.setOperand(
        i, node.emit("Reshape",
                     {node.emit("Expand", {column, shape}), node.ints(-1)}));
  }
  return success();
}

ArrayRef<Upgrade> cameo::import::nnUpgrades() {
  static const Upgrade rows[] = {
      {"", "BatchNormalization", 14, batchNormalization},
      {"", "Dropout", 12, dropoutRatio},
      {"", "Dropout", 10, dropoutMask},
      {"", "LpPool", 2, lpExponent},
      {"", "GlobalLpPool", 2, lpExponent},
      {"", "RNN", 7, recurrent},
      {"", "GRU", 7, recurrent},
      {"", "LSTM", 7, recurrent},
      {"", "GroupNormalization", 21, groupNormalization},
  };
  return rows;
}
