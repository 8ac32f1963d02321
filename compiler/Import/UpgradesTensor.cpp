// SPDX-License-Identifier: Apache-2.0
// Older versions of operators that move, resize and convert tensors.
#include "compiler/Import/Upgrades.h"
#include "dialects/ONNX/Tensor.h"

using namespace mlir;
using namespace cameo;
using namespace cameo::import;

// Version 1 named the type.
static LogicalResult castByName(Node &node) {
  auto to = dyn_cast_or_null<StringAttr>(node.attributes.get("to"));
  if (!to)
    return success();
  constexpr StringRef names[] = {
      "UNDEFINED", "FLOAT",  "UINT8",     "INT8",      "UINT16",  "INT16",
      "INT32",     "INT64",  "STRING",    "BOOL",      "FLOAT16", "DOUBLE",
      "UINT32",    "UINT64", "COMPLEX64", "COMPLEX128"};
  const StringRef *name = llvm::find(names, to.getValue().upper());
  if (name == std::end(names) || name == names)
    return node.emitError() << "unknown type '" << to.getValue() << "'";
  node.setInt("to", name - names);
  return success();
}

static LogicalResult concatAxis(Node &node) {
  if (!node.has("axis"))
    node.setInt("axis", 1);
  return success();
}

static LogicalResult axesToOperand(Node &node) {
  intsToOperand(node, "axes", 1);
  return success();
}

static LogicalResult reshapeToOperand(Node &node) {
  intsToOperand(node, "shape", 1);
  return success();
}

static LogicalResult sliceToOperands(Node &node) {
  intsToOperand(node, "starts", 1);
  intsToOperand(node, "ends", 2);
  intsToOperand(node, "axes", 3);
  return success();
}

static LogicalResult splitToOperand(Node &node) {
  intsToOperand(node, "split", 1);
  return success();
}

// Up to version 17 the number of outputs says it.
static LogicalResult splitCount(Node &node) {
  if (!node.operand(1))
    node.setInt("num_outputs", static_cast<int64_t>(node.results.size()));
  return success();
}

static LogicalResult padToOperands(Node &node) {
  intsToOperand(node, "paddings", 1); // Version 1's name.
  intsToOperand(node, "pads", 1);
  if (auto value = node.takeFloat("value"); value && node.operand(0))
    node.setOperand(2, scalarLike(node, *value));
  return success();
}

// Version 1: how often (operand 1) along which axis (operand 2).
static LogicalResult tileAxis(Node &node) {
  if (node.operands.size() != 3 || !node.operand(0) || !node.operand(1) ||
      !node.operand(2))
    return success();
  Value rank = node.emit("Size", {node.emit("Shape", {node.operand(0)})});
  Value axes = node.emit(
      "Range", {node.scalar(int64_t(0)), rank, node.scalar(int64_t(1))});
  auto int64 = [&](Value v) {
    return node.emit("Cast", {v}, {node.attr("to", int64_t(7))});
  };
  Value here = node.emit("Equal", {axes, int64(node.operand(2))});
  Value repeats =
      node.emit("Where", {here, int64(node.operand(1)), node.ints(1)});
  node.operands = {node.operand(0), repeats};
  return success();
}

static LogicalResult gridSampleModes(Node &node) {
  auto mode = node.takeString("mode");
  if (mode)
    node.setString("mode", *mode == "bilinear"  ? "linear"
                           : *mode == "bicubic" ? "cubic"
                                                : *mode);
  return success();
}

static LogicalResult scatterElements(Node &node) {
  node.op = "ScatterElements";
  return success();
}

// Version 11 and 13 made exporters write an empty tensor for what is absent.
static LogicalResult resizeAbsent(Node &node) {
  for (unsigned i = 1; i < node.operands.size(); ++i)
    if (RankedTensorType type = node.rankedType(i))
      if (type.hasStaticShape() && type.getNumElements() == 0)
        node.operands[i] = nullptr;
  return success();
}

/// Coordinates before version 11: no half pixels, and nearest means down when
/// enlarging, up when shrinking (as ONNX Runtime has it; the specification is
/// silent).
static void asymmetric(Node &node) {
  bool shrinks = false;
  auto constant = node.operand(2)
                      ? node.operand(2).getDefiningOp<onnx::ConstantOp>()
                      : nullptr;
  auto scales =
      constant ? dyn_cast<DenseFPElementsAttr>(constant.getValue()) : nullptr;
  if (scales && scales.getElementType().isF32())
    shrinks = llvm::any_of(scales.getValues<float>(),
                           [](float scale) { return scale < 1; });
  node.setString("coordinate_transformation_mode", "asymmetric");
  node.setString("nearest_mode", shrinks ? "ceil" : "floor");
}

static LogicalResult resize10(Node &node) {
  if (node.operands.size() == 2)
    node.operands = {node.operands[0], nullptr, node.operands[1]};
  asymmetric(node);
  return success();
}

static LogicalResult upsample(Node &node) {
  auto scales = node.takeFloats("scales");
  if (auto height = node.takeFloat("height_scale"))
    scales = SmallVector<float>{1, 1, *height,
                                node.takeFloat("width_scale").value_or(1)};
  if (scales) {
    auto type = RankedTensorType::get({int64_t(scales->size())},
                                      node.builder.getF32Type());
    node.setOperand(1, node.constant(DenseElementsAttr::get(
                           type, ArrayRef<float>(*scales))));
  }
  if (auto mode = node.takeString("mode"))
    node.setString("mode", *mode == "bilinear" ? "linear" : *mode);
  node.op = "Resize";
  return resize10(node);
}

static LogicalResult roiAlignMode(Node &node) {
  node.setString("coordinate_transformation_mode", "output_half_pixel");
  return success();
}

static LogicalResult dftAxis(Node &node) {
  node.setOperand(2, node.scalar(node.takeInt("axis").value_or(1)));
  return success();
}

// An experimental operator of version 1: cuts a border off height and width.
static LogicalResult crop(Node &node) {
  auto border = node.takeInts("border");
  auto scale = node.takeInts("scale");
  if (!node.operand(0) || !border || border->size() != 4 ||
      (scale && scale->size() != 2))
    return node.emitError() << "an input and a border of 4 are needed";
  int64_t left = (*border)[0], top = (*border)[1];
  Value ends = scale ? node.ints({top + (*scale)[0], left + (*scale)[1]})
                     : node.ints({-(*border)[3], -(*border)[2]});
  if (!scale && ((*border)[2] == 0 || (*border)[3] == 0))
    ends = node.ints({(*border)[3] ? -(*border)[3] : INT64_MAX,
                      (*border)[2] ? -(*border)[2] : INT64_MAX});
  node.operands = {node.operand(0), node.ints({top, left}), ends,
                   node.ints({2, 3})};
  node.op = "Slice";
  return success();
}

ArrayRef<Upgrade> cameo::import::tensorUpgrades() {
  static const Upgrade rows[] = {
      {"", "Cast", 6, castByName},
      {"", "Concat", 4, concatAxis},
      {"", "Squeeze", 13, axesToOperand},
      {"", "Unsqueeze", 13, axesToOperand},
      {"", "Reshape", 5, reshapeToOperand},
      {"", "Slice", 10, sliceToOperands},
      {"", "Split", 13, splitToOperand},
      {"", "Split", 18, splitCount},
      {"", "Pad", 11, padToOperands},
      {"", "Tile", 6, tileAxis},
      {"", "GridSample", 20, gridSampleModes},
      {"", "Scatter", always, scatterElements},
      {"", "Resize", 11, resize10},
      {"", "Resize", always, resizeAbsent},
      {"", "Upsample", always, upsample},
      {"", "RoiAlign", 16, roiAlignMode},
      {"", "DFT", 20, dftAxis},
      {"", "Crop", always, crop},
  };
  return rows;
}
