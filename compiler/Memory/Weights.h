// SPDX-License-Identifier: Apache-2.0
// The bytes of constants, and their places in the weights section.
#ifndef CAMEO_COMPILER_MEMORY_WEIGHTS_H
#define CAMEO_COMPILER_MEMORY_WEIGHTS_H

#include "mlir/IR/BuiltinAttributes.h"
#include "llvm/ADT/MapVector.h"
#include <functional>

namespace cameo {

/// Calls `use` with the bytes of `value` in row-major order, as the element
/// type lies in memory (elements of 2 and 4 bits packed, bool a byte each).
/// Fails if there are none, or of another length than the type says.
llvm::LogicalResult
withBytes(mlir::ElementsAttr value,
          llvm::function_ref<void(llvm::ArrayRef<char>)> use);

/// Bits of one element in memory; 0 if it has no such form.
int64_t elementBits(mlir::Type element);
/// Bytes of `count` elements.
int64_t bytesOfElements(int64_t count, mlir::Type element);

/// Lays out constants: each at a multiple of 64, in the order in which they
/// come, equal ones once. The first 64 bytes are left free: a weights file has
/// its hash there.
class WeightsLayout {
public:
  /// The offset of `value`; fails as withBytes does.
  llvm::FailureOr<int64_t> add(mlir::ElementsAttr value);
  int64_t size() const { return end; }
  /// Each distinct constant and its offset.
  llvm::ArrayRef<std::pair<mlir::ElementsAttr, int64_t>> entries() const {
    return placed;
  }

private:
  llvm::SmallVector<std::pair<mlir::ElementsAttr, int64_t>> placed;
  llvm::DenseMap<mlir::Attribute, int64_t> byAttribute;
  // into `placed`
  llvm::DenseMap<uint64_t, llvm::SmallVector<unsigned, 1>> byHash;
  int64_t end = 0;
};

} // namespace cameo

#endif
