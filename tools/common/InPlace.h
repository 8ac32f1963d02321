// SPDX-License-Identifier: Apache-2.0
// Runs that append to caches in place (cameo_model.updates).
#ifndef CAMEO_TOOLS_COMMON_INPLACE_H
#define CAMEO_TOOLS_COMMON_INPLACE_H

#include "tools/common/TestData.h"

namespace cameo::tools {

/// Runs `context` on the tensors again, with buffers that have room for more
/// lent for all inputs that the model appends to, and says what differs from
/// `results`, which runModel gave: the same bits are expected. Does nothing if
/// there are no such inputs.
llvm::Error checkInPlace(const Library &library, Context &context,
                         llvm::ArrayRef<Tensor> inputs,
                         llvm::ArrayRef<Tensor> results);

/// Buffers with room for more rows, for all inputs that the model appends to.
class LentCaches {
public:
  /// Lends them in place of `in`, which are all contiguous, for `more` rows.
  LentCaches(const cameo_model &model, llvm::MutableArrayRef<cameo_tensor> in,
             int64_t more);
  /// The rows of a result along `axis`, one slice behind the other.
  static std::vector<char> rowsOf(const cameo_tensor &tensor, uint32_t axis);

private:
  std::vector<std::vector<char>> buffers;
};

} // namespace cameo::tools

#endif
