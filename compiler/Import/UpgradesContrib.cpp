// SPDX-License-Identifier: Apache-2.0
// Operators of com.microsoft, and some that ONNX Runtime put into ai.onnx, that
// are operators of ONNX under another name.
#include "compiler/Import/Upgrades.h"

using namespace mlir;
using namespace cameo;
using namespace cameo::import;

static LogicalResult sameInONNX(Node &node) {
  node.domain.clear();
  return success();
}

static LogicalResult quickGelu(Node &node) {
  node.domain.clear();
  node.op = "Swish";
  if (!node.has("alpha"))
    node.attributes.set("alpha", node.builder.getF32FloatAttr(1.702f));
  return success();
}

static LogicalResult gridSample(Node &node) {
  node.domain.clear();
  std::string mode = node.takeString("mode").value_or("bilinear");
  node.setString("mode", mode == "bilinear"  ? "linear"
                         : mode == "bicubic" ? "cubic"
                                             : mode);
  return success();
}

static LogicalResult rmsNormalization(Node &node) {
  node.domain.clear();
  node.op = "RMSNormalization";
  if (node.results.size() > 1 && !isa<NoneType>(node.results[1]))
    return node.emitError()
           << "SimplifiedLayerNormalization's second output is not supported";
  return success();
}

// Values in the order of their first appearance; then their places for each
// element, and counts.
static LogicalResult unique(Node &node) {
  node.domain.clear();
  node.setInt("sorted", 0);
  node.results.resize(3, node.builder.getNoneType());
  node.results = {node.results[0], node.builder.getNoneType(), node.results[1],
                  node.results[2]};
  node.after = [](SmallVectorImpl<Value> &results) {
    results.assign({results[0], results[2], results[3]});
  };
  return success();
}

static LogicalResult range(Node &node) {
  node.domain.clear();
  if (node.operand(0) && !node.operand(2))
    node.setOperand(2, scalarLike(node, 1));
  return success();
}

static LogicalResult expandDims(Node &node) {
  node.domain.clear();
  node.op = "Unsqueeze";
  if (node.operand(1)) {
    Value axis =
        node.emit("Cast", {node.operand(1)}, {node.attr("to", int64_t(7))});
    node.setOperand(1, node.emit("Reshape", {axis, node.ints(-1)}));
  }
  return success();
}

static LogicalResult transposeMatMul(Node &node) {
  node.op = "FusedMatMul";
  return success();
}

static LogicalResult identity(Node &node) {
  node.domain.clear();
  node.op = "Identity";
  return success();
}

// What it says of gradients is no part of the result.
static LogicalResult torchEmbedding(Node &node) {
  node.domain.clear();
  node.op = "Gather";
  node.operands.resize(2);
  return success();
}

static LogicalResult qlinearConv(Node &node) {
  if (node.takeInt("channels_last").value_or(0))
    node.setInt("channels_last", 1);
  else
    node.domain.clear();
  return success();
}

// Without an axis the scale is a scalar, to which ONNX's default axis makes no
// difference.
ArrayRef<Upgrade> cameo::import::contribUpgrades() {
  static const Upgrade rows[] = {
      {"", "SimplifiedLayerNormalization", always, rmsNormalization},
      {msDomain, "SimplifiedLayerNormalization", always, rmsNormalization},
      {msDomain, "LayerNormalization", always, sameInONNX},
      {msDomain, "Gelu", always, sameInONNX},
      {msDomain, "QuickGelu", always, quickGelu},
      {msDomain, "GridSample", always, gridSample},
      {msDomain, "Trilu", always, sameInONNX},
      {msDomain, "Unique", always, unique},
      {msDomain, "Pad", always, sameInONNX},
      {msDomain, "GatherND", always, sameInONNX},
      {msDomain, "QuantizeLinear", always, sameInONNX},
      {msDomain, "DequantizeLinear", always, sameInONNX},
      {msDomain, "Range", always, range},
      {msDomain, "ExpandDims", always, expandDims},
      {msDomain, "SampleOp", always, identity},
      {msDomain, "TorchEmbedding", always, torchEmbedding},
      {msDomain, "TransposeMatMul", always, transposeMatMul},
      {msDomain, "QLinearConv", always, qlinearConv},
  };
  return rows;
}
