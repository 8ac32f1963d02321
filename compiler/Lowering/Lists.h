// SPDX-License-Identifier: Apache-2.0
// Lists of integers among the operands that shape inference knows.
#ifndef CAMEO_COMPILER_LOWERING_LISTS_H
#define CAMEO_COMPILER_LOWERING_LISTS_H

#include "compiler/Lowering/Lowerer.h"

namespace cameo {

/// The numbers of a list (axes, steps) that the shape rules have read, and so
/// checked; nullopt where they do not know all of it, or it is longer than they
/// read. constantInts() has lists that nobody has checked.
std::optional<llvm::SmallVector<int64_t>> checkedInts(Lowerer &l,
                                                      mlir::Value onnxInts);

} // namespace cameo

#endif
