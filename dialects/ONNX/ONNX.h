// SPDX-License-Identifier: Apache-2.0
// The onnx dialect: types, interfaces and the operators of all families.
#ifndef CAMEO_DIALECTS_ONNX_ONNX_H
#define CAMEO_DIALECTS_ONNX_ONNX_H

#include "mlir/Bytecode/BytecodeOpInterface.h"
#include "mlir/IR/BuiltinTypes.h"
#include "mlir/IR/Dialect.h"
#include "mlir/IR/OpDefinition.h"
#include "mlir/Interfaces/SideEffectInterfaces.h"

namespace cameo::onnx {
class ShapeInferrer;
class ONNXDialect;

// Families of operators, in the order of the ONNX documentation's groups.
#define CAMEO_ONNX_FAMILIES(X)                                                                     \
  X(Math) X(NN) X(Tensor) X(Reduction) X(Recurrent) X(Quant) X(Control) X(Sequence) X(String)      \
  X(Image) X(Signal) X(ML) X(Training) X(Contrib)
#define CAMEO_DECLARE_FAMILY(F) void register##F##Operators(ONNXDialect &);
CAMEO_ONNX_FAMILIES(CAMEO_DECLARE_FAMILY)
#undef CAMEO_DECLARE_FAMILY
} // namespace cameo::onnx

#include "dialects/ONNX/ONNXInterfaces.h.inc"

#include "dialects/ONNX/ONNXDialect.h.inc"

#define GET_TYPEDEF_CLASSES
#include "dialects/ONNX/ONNXTypes.h.inc"

#define GET_OP_CLASSES
#include "dialects/ONNX/Contrib.h.inc"
#define GET_OP_CLASSES
#include "dialects/ONNX/Control.h.inc"
#define GET_OP_CLASSES
#include "dialects/ONNX/Image.h.inc"
#define GET_OP_CLASSES
#include "dialects/ONNX/ML.h.inc"
#define GET_OP_CLASSES
#include "dialects/ONNX/Math.h.inc"
#define GET_OP_CLASSES
#include "dialects/ONNX/NN.h.inc"
#define GET_OP_CLASSES
#include "dialects/ONNX/Quant.h.inc"
#define GET_OP_CLASSES
#include "dialects/ONNX/Recurrent.h.inc"
#define GET_OP_CLASSES
#include "dialects/ONNX/Reduction.h.inc"
#define GET_OP_CLASSES
#include "dialects/ONNX/Sequence.h.inc"
#define GET_OP_CLASSES
#include "dialects/ONNX/Signal.h.inc"
#define GET_OP_CLASSES
#include "dialects/ONNX/String.h.inc"
#define GET_OP_CLASSES
#include "dialects/ONNX/Tensor.h.inc"
#define GET_OP_CLASSES
#include "dialects/ONNX/Training.h.inc"

#endif
