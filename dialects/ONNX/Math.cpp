// SPDX-License-Identifier: Apache-2.0
// Verifiers, folders and shape inference of the onnx dialect's Math operators.
#include "dialects/ONNX/ONNX.h"

using namespace mlir;
using namespace cameo::onnx;

#define GET_OP_CLASSES
#include "dialects/ONNX/Math.cpp.inc"

void cameo::onnx::registerMathOperators(ONNXDialect &dialect) {
  dialect.registerFamily<
#define GET_OP_LIST
#include "dialects/ONNX/Math.cpp.inc"
      >();
}

