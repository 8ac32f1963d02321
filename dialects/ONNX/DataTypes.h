// SPDX-License-Identifier: Apache-2.0
// ONNX's element types by their number (TensorProto.DataType), by name and as
// MLIR types.
#ifndef CAMEO_DIALECTS_ONNX_DATATYPES_H
#define CAMEO_DIALECTS_ONNX_DATATYPES_H

#include "mlir/IR/Types.h"
#include "llvm/ADT/StringRef.h"

namespace cameo::onnx {
/// The element type of a TensorProto.DataType; null for numbers that ONNX does
/// not define.
mlir::Type typeOfDataType(mlir::MLIRContext *context, int64_t dataType);
/// The TensorProto.DataType of an element type; 0 if it has none.
int64_t dataTypeOf(mlir::Type elementType);
/// ONNX's name of an element type ("float32", "uint8", "bool", "string"); empty
/// if it has none.
llvm::StringRef dataTypeName(mlir::Type elementType);
} // namespace cameo::onnx

#endif
