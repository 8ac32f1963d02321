// SPDX-License-Identifier: Apache-2.0
// Verifiers, folders and shape inference of the onnx dialect's Tensor operators.
#include "dialects/ONNX/ONNX.h"

using namespace mlir;
using namespace cameo::onnx;

#define GET_OP_CLASSES
#include "dialects/ONNX/Tensor.cpp.inc"

void cameo::onnx::registerTensorOperators(ONNXDialect &dialect) {
  dialect.registerFamily<
#define GET_OP_LIST
#include "dialects/ONNX/Tensor.cpp.inc"
      >();
}

OpFoldResult ConstantOp::fold(FoldAdaptor) { return getValueAttr(); }
