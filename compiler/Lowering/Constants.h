// SPDX-License-Identifier: Apache-2.0
// Constants that lowerings read from attributes or make of numbers of their
// own.
#ifndef CAMEO_COMPILER_LOWERING_CONSTANTS_H
#define CAMEO_COMPILER_LOWERING_CONSTANTS_H

#include "compiler/Lowering/Support.h"

namespace cameo {

/// The elements of an attribute (integers or bool / floats); nullopt for null
/// and other types.
std::optional<llvm::SmallVector<int64_t>> elementInts(mlir::ElementsAttr attr);
std::optional<llvm::SmallVector<double>> elementFloats(mlir::ElementsAttr attr);

/// A constant of elements in memory order, large ones as a blob.
mlir::Value rawTensor(Lowerer &l, llvm::ArrayRef<char> bytes,
                      mlir::RankedTensorType type);

/// A constant tensor of int32_t, int64_t, float or double.
template <typename T>
mlir::Value numbers(Lowerer &l, llvm::ArrayRef<T> values,
                    llvm::ArrayRef<int64_t> shape) {
  mlir::Type element;
  if constexpr (std::is_same_v<T, float>)
    element = l.b.getF32Type();
  else if constexpr (std::is_same_v<T, double>)
    element = l.b.getF64Type();
  else
    element = l.b.getIntegerType(8 * sizeof(T));
  return rawTensor(l,
                   {reinterpret_cast<const char *>(values.data()),
                    values.size() * sizeof(T)},
                   mlir::RankedTensorType::get(shape, element));
}
template <typename T>
mlir::Value numbers(Lowerer &l, llvm::ArrayRef<T> values) {
  return numbers<T>(l, values, {int64_t(values.size())});
}
/// `values`, rounded to f32, or as f64.
inline mlir::Value floats(Lowerer &l, llvm::ArrayRef<double> values,
                          llvm::ArrayRef<int64_t> shape, bool isDouble) {
  if (isDouble)
    return numbers<double>(l, values, shape);
  std::vector<float> narrow(values.begin(), values.end());
  return numbers<float>(l, narrow, shape);
}

} // namespace cameo

#endif
