// SPDX-License-Identifier: Apache-2.0
// Calls of C functions on lowered tensors, and constant strings. A string is an
// i64 from here on, the address of its text (null: the empty string), so that
// data movement needs nothing special.
#ifndef CAMEO_COMPILER_LOWERING_HOSTCALL_H
#define CAMEO_COMPILER_LOWERING_HOSTCALL_H

#include "compiler/Lowering/Support.h"

namespace cameo {

/// A lowered tensor and the type of its elements in the graph.
struct HostTensor {
  mlir::Value value;
  mlir::Type onnxElement;
};
/// A result; nothing as `sizes`: the function allocates it.
struct HostResult {
  mlir::RankedTensorType lowered;
  mlir::Type onnxElement;
  std::optional<Sizes> sizes;
};

/// Calls `symbol` (an operator of cameo/operator.h; Cameo's own begin with
/// cameo_op_) with constant parameters.
llvm::SmallVector<mlir::Value>
hostCall(Lowerer &l, llvm::StringRef symbol, llvm::ArrayRef<HostTensor> inputs,
         llvm::ArrayRef<HostResult> results,
         llvm::ArrayRef<mlir::NamedAttribute> parameters = {},
         bool isPure = true);

/// The only result of a call, of known sizes.
mlir::Value hostCall(Lowerer &l, llvm::StringRef symbol,
                     llvm::ArrayRef<HostTensor> inputs, mlir::Type onnxElement,
                     llvm::ArrayRef<mlir::OpFoldResult> sizes,
                     llvm::ArrayRef<mlir::NamedAttribute> parameters = {});

/// Whether elements are strings.
bool isString(mlir::Type onnxType);
/// A constant tensor of strings; an error if one holds a zero byte.
mlir::FailureOr<mlir::Value> stringTensor(Lowerer &l,
                                          llvm::ArrayRef<llvm::StringRef> texts,
                                          llvm::ArrayRef<int64_t> shape);
/// The same as the onnx constant holds.
mlir::FailureOr<mlir::Value> stringTensor(Lowerer &l,
                                          mlir::DenseStringElementsAttr attr);
/// For each string of `x` the place among `keys` where it first stands;
/// keys.size() if it is none of them (i64).
mlir::FailureOr<mlir::Value> findStrings(Lowerer &l, mlir::Value x,
                                         llvm::ArrayRef<llvm::StringRef> keys);
/// The strings of an attribute.
llvm::SmallVector<llvm::StringRef>
stringsOf(std::optional<mlir::ArrayAttr> list);

void registerCustomLowerings(LoweringRegistry &r);

/// ONNX's Cast from or to strings.
mlir::Value castStrings(Lowerer &l, mlir::Value x, mlir::Type from,
                        mlir::Type to);

} // namespace cameo

#endif
