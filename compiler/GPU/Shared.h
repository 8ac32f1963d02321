// SPDX-License-Identifier: Apache-2.0
// What the threads of a block share: memory, barriers, exchanges inside a warp.
#ifndef CAMEO_COMPILER_GPU_SHARED_H
#define CAMEO_COMPILER_GPU_SHARED_H

#include "compiler/CPU/KernelEmitter.h"

namespace cameo {

/// Waits until all threads of the warp are here; what they wrote before is
/// there for all.
void warpBarrier(KernelEmitter &e);

/// Waits until all threads of the block are here; what they wrote before is
/// there for all. Every thread of the block must get here.
void blockBarrier(KernelEmitter &e);

/// Static shared memory of the kernel that is being emitted.
class SharedArray {
public:
  SharedArray(KernelEmitter &e, mlir::Type element, int64_t count);
  /// Over memory that is there.
  SharedArray(KernelEmitter &e, mlir::Type element, mlir::Value base)
      : e(e), element(element), stored(element), base(base) {}
  mlir::Value load(mlir::Value index);
  /// `width` elements from `index` on, a multiple of `width`, as a vector.
  mlir::Value load(mlir::Value index, int64_t width);
  void store(mlir::Value value, mlir::Value index);

  mlir::Value address(mlir::Value index);

private:
  KernelEmitter &e;
  mlir::Type element, stored;
  mlir::Value base;
};

/// The address of the dynamic shared memory of the kernel that is being emitted,
/// of which it asks for `bytes`.
mlir::Value dynamicShared(KernelEmitter &e, int64_t bytes);

/// Keeps the kernel's registers to what lets so many blocks of so many threads
/// on a multiprocessor.
void boundRegisters(KernelEmitter &e, int64_t blocks, int64_t threads);

/// A tensor map of the kernel's argument `argument`: it brings boxes of these
/// sizes, the innermost dimension's last, with rows of 128 bytes that are
/// swizzled. Maps are arguments behind the kernel's own, which the runtime makes
/// for each launch (cameo_device_map).
mlir::Value tensorMap(KernelEmitter &e, unsigned argument,
                      llvm::ArrayRef<int64_t> box);

/// The value that the lane whose number differs by `mask` has.
mlir::Value shuffleXor(KernelEmitter &e, mlir::Value v, int64_t mask);

using Combine = llvm::function_ref<mlir::Value(mlir::Value, mlir::Value)>;
/// `v` of all threads of a block of blockThreads, combined; every thread gets
/// the result. `shared` has an element per warp, and is free again for the next
/// call.
mlir::Value blockReduce(KernelEmitter &e, mlir::Value v, SharedArray &shared,
                        Combine combine);

} // namespace cameo

#endif
