// SPDX-License-Identifier: Apache-2.0
// The onnx dialect without its operators: types, interfaces, families.
#ifndef CAMEO_DIALECTS_ONNX_ONNXCORE_H
#define CAMEO_DIALECTS_ONNX_ONNXCORE_H

#include "mlir/Bytecode/BytecodeOpInterface.h"
#include "mlir/IR/BuiltinTypes.h"
#include "mlir/IR/Dialect.h"
#include "mlir/IR/OpDefinition.h"
#include "mlir/Interfaces/SideEffectInterfaces.h"

namespace cameo::onnx {
class ShapeInferrer;
class ONNXDialect;

// Families of operators, in the order of the ONNX documentation's groups.
#define CAMEO_ONNX_FAMILIES(X)                                                 \
  X(Math)                                                                      \
  X(NN)                                                                        \
  X(Tensor)                                                                    \
  X(Reduction)                                                                 \
  X(Recurrent)                                                                 \
  X(Quant)                                                                     \
  X(Control)                                                                   \
  X(Sequence)                                                                  \
  X(String)                                                                    \
  X(Image)                                                                     \
  X(Signal)                                                                    \
  X(ML)                                                                        \
  X(Training)                                                                  \
  X(Contrib)
#define CAMEO_DECLARE_FAMILY(F) void register##F##Operators(ONNXDialect &);
CAMEO_ONNX_FAMILIES(CAMEO_DECLARE_FAMILY)
#undef CAMEO_DECLARE_FAMILY
} // namespace cameo::onnx

#include "dialects/ONNX/ONNXInterfaces.h.inc"

#include "dialects/ONNX/ONNXDialect.h.inc"

#define GET_TYPEDEF_CLASSES
#include "dialects/ONNX/ONNXTypes.h.inc"

#endif
