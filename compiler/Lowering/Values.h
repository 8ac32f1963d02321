// SPDX-License-Identifier: Apache-2.0
// Tensors into sequences, optionals and maps and out of them. A lowered value
// is a tensor, or a !cameo.value for what is none.
#ifndef CAMEO_COMPILER_LOWERING_VALUES_H
#define CAMEO_COMPILER_LOWERING_VALUES_H

#include "compiler/Lowering/Support.h"

namespace cameo {

/// A lowered value of `onnxType` as an item: tensors are boxed.
mlir::Value boxed(Lowerer &l, mlir::Value lowered, mlir::Type onnxType);
/// The reverse: an item as the lowered value of `onnxType`. A run-time error if
/// it is a tensor of another type.
mlir::Value unboxed(Lowerer &l, mlir::Value item, mlir::Type onnxType);
/// A lowered value of type `from` as one of type `to`, which may know less of
/// sizes, or be an optional of it; null if it is neither.
mlir::Value converted(Lowerer &l, mlir::Value lowered, mlir::Type from,
                      mlir::Type to);

mlir::Value makeValue(Lowerer &l, ValueKind kind, mlir::ValueRange items);
/// The number of items, as an index.
mlir::Value countOf(Lowerer &l, mlir::Value value);
mlir::Value itemOf(Lowerer &l, mlir::Value value, mlir::Value position);
mlir::Value append(Lowerer &l, mlir::Value sequence, mlir::Value item);
/// The type of a sequence's or an optional's elements; the type itself of what
/// is neither.
mlir::Type elementTypeOf(mlir::Type onnxType);
/// Whether values of a type have a form at run time: maps are to numbers and
/// strings only.
bool hasForm(mlir::Type onnxType);
/// What the descriptor says of a value that is no tensor.
mlir::DictionaryAttr describeValue(mlir::Type onnxType);

} // namespace cameo

#endif
