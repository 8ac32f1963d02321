// SPDX-License-Identifier: Apache-2.0
// Elements of 2 and 4 bits: packed wherever they are stored (inputs, outputs,
// weights, items of sequences, tensors for C functions), a byte an element
// where lowerings compute with them.
#ifndef CAMEO_COMPILER_LOWERING_PACKED_H
#define CAMEO_COMPILER_LOWERING_PACKED_H

#include "compiler/Lowering/Support.h"

namespace cameo {

/// Whether tensors of an onnx type are stored packed.
bool isPacked(mlir::Type onnxType);
/// The type that a value of an onnx type has where it is stored: tensors of i2
/// and i4 are packed bits, row-major, the first element lowest; all else is as
/// Lowerer::convert has it.
mlir::Type storedType(mlir::Type onnxType);
/// A stored value in the form to compute with: itself unless it is packed.
mlir::Value unpacked(Lowerer &l, mlir::Value stored, mlir::Type onnxType);
/// The inverse.
mlir::Value packed(Lowerer &l, mlir::Value lowered, mlir::Type onnxType);
/// An attribute of an onnx tensor as weights are stored; what is packed and
/// full of one number is not, as code has it inline.
mlir::TypedAttr storedElements(mlir::ElementsAttr onnxElements);

} // namespace cameo

#endif
