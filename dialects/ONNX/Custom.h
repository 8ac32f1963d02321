// SPDX-License-Identifier: Apache-2.0
// onnx.custom.Call, the operators that users define.
#ifndef CAMEO_DIALECTS_ONNX_CUSTOM_H
#define CAMEO_DIALECTS_ONNX_CUSTOM_H

#include "dialects/ONNX/ONNXCore.h"
#include "mlir/IR/BuiltinAttributes.h"

#define GET_OP_CLASSES
#include "dialects/ONNX/Custom.h.inc"

namespace cameo::onnx {
void registerCustomOperators(ONNXDialect &dialect);
} // namespace cameo::onnx

#endif
