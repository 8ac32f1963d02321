// SPDX-License-Identifier: Apache-2.0
// The parts of the family Tensor.
#ifndef CAMEO_COMPILER_LOWERING_TENSOR_H
#define CAMEO_COMPILER_LOWERING_TENSOR_H

#include "compiler/Lowering/Support.h"

namespace cameo {

void registerTensorMoveLowerings(LoweringRegistry &r);
void registerTensorSliceLowerings(LoweringRegistry &r);
void registerTensorIndexingLowerings(LoweringRegistry &r);
void registerTensorSelectLowerings(LoweringRegistry &r);
void registerTensorRandomLowerings(LoweringRegistry &r);

inline mlir::RankedTensorType typeOf(mlir::Value v) {
  return llvm::cast<mlir::RankedTensorType>(v.getType());
}
/// The onnx element type of a value.
inline mlir::Type elementOf(mlir::Value onnxValue) {
  return mlir::getElementTypeOrSelf(onnxValue.getType());
}

} // namespace cameo

#endif
