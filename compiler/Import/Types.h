// SPDX-License-Identifier: Apache-2.0
// TypeProto → types of the onnx dialect.
#ifndef CAMEO_COMPILER_IMPORT_TYPES_H
#define CAMEO_COMPILER_IMPORT_TYPES_H

#include "compiler/Import/ModelFile.h"
#include "mlir/IR/BuiltinTypes.h"
#include "mlir/IR/Location.h"

namespace cameo::import {

/// The type of a value; `!onnx.unknown` if the proto leaves it open. An error
/// at `loc` on failure.
mlir::FailureOr<mlir::Type> convertType(const ::onnx::TypeProto &type,
                                        llvm::StringRef valueName,
                                        mlir::Location loc);

/// ONNX's name of the (innermost) element type, for `cameo.dtype`; empty if
/// unknown.
llvm::StringRef elementTypeName(mlir::Type type);

} // namespace cameo::import

#endif
