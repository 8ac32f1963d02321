// SPDX-License-Identifier: Apache-2.0
// Loops over what tensor.insert_slice put together: which part a tile's elements
// come from is asked before its loops, and each part has loops of its own.
#ifndef CAMEO_COMPILER_CPU_CONCATPARTS_H
#define CAMEO_COMPILER_CPU_CONCATPARTS_H

#include "compiler/CPU/KernelEmitter.h"

namespace cameo {

/// Emits `body` once for each part of the concatenations that `tensors` come
/// from, where `at`, the indices of the first dimensions, decide on the part.
/// `parts` counts the bodies of a tile: beyond a number of them the rest share
/// one, and each element asks.
void forEachPart(llvm::ArrayRef<mlir::Value> tensors,
                 llvm::ArrayRef<mlir::Value> at, int64_t &parts,
                 KernelEmitter &e, llvm::function_ref<void()> body);

/// The tensors in memory that `tensor` is computed from with all computation
/// between at its own index, and where: `at` has indices of the first dimensions.
/// Of a concatenation, what is known of the part at hand.
void forEachSource(
    mlir::Value tensor, llvm::ArrayRef<mlir::Value> at, KernelEmitter &e,
    llvm::function_ref<void(mlir::Value source, llvm::ArrayRef<mlir::Value> at)>
        body);

} // namespace cameo

#endif
