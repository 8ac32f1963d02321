// SPDX-License-Identifier: Apache-2.0
// A strategy is one way to spread a kernel over the threads of a GPU.
// compiler/GPU asks the strategies of gpuStrategies() in order; the first that
// matches emits the kernel.
#ifndef CAMEO_COMPILER_GPU_STRATEGY_H
#define CAMEO_COMPILER_GPU_STRATEGY_H

#include "compiler/CPU/KernelEmitter.h"

namespace cameo {

/// What @k.tiles returns; index values.
struct Grid {
  mlir::Value blocks;
  mlir::Value threads;     ///< of a block
  mlir::Value sharedBytes; ///< dynamic shared memory of a block; null: none
};

class GPUStrategy {
public:
  virtual ~GPUStrategy() = default;
  /// For reports and dumps.
  virtual llvm::StringRef name() const = 0;
  /// Whether this strategy can emit `kernel`; looks only at its structure.
  virtual bool match(KernelOp kernel) const = 0;
  /// Emits into @k.tiles.
  virtual mlir::FailureOr<Grid> grid(KernelOp kernel,
                                     KernelEmitter &e) const = 0;
  /// Emits into @k the work of one thread. Whatever fails reports an error
  /// itself.
  virtual mlir::LogicalResult emit(KernelOp kernel, KernelEmitter &e) const = 0;
  /// Emits what a thread does on chips of compute capability 9.0, with the
  /// instructions of sm_90a and on the same grid; its blocks may have threads
  /// (boundRegisters) and shared memory (dynamicShared) of their own. False: no
  /// better than emit(). What was emitted is of no use then.
  virtual mlir::FailureOr<bool> emitVariant(KernelOp kernel,
                                            KernelEmitter &e) const {
    return false;
  }
};

/// All strategies, the most special first; each file of strategies adds its
/// own.
using GPUStrategyList = std::vector<std::unique_ptr<GPUStrategy>>;
void addGPUAttentionStrategies(GPUStrategyList &);
void addGPUContractionStrategies(GPUStrategyList &);
void addGPUComputeStrategies(GPUStrategyList &);
void addGPURowStrategies(GPUStrategyList &);
void addGPUElementStrategies(GPUStrategyList &);
const GPUStrategyList &gpuStrategies();

/// Whether all of `kernel` can run on a GPU: what needs the C library cannot.
bool runsOnDevice(KernelOp kernel);

//===-- threads -----------------------------------------------------------===//

/// Threads of a block where nothing speaks for another number.
constexpr int64_t blockThreads = 256;

/// Index values of this thread's place.
mlir::Value threadId(KernelEmitter &e);
mlir::Value blockId(KernelEmitter &e);
mlir::Value blockCount(KernelEmitter &e);
/// Blocks of blockThreads for `items`, not more than keep a large chip busy:
/// threads go on to further items.
mlir::Value blocksFor(KernelEmitter &e, mlir::Value items);
/// body(i) for every i in [0, items), spread over all threads of the grid.
void forEachItem(KernelEmitter &e, mlir::Value items,
                 llvm::function_ref<void(mlir::Value)> body);

} // namespace cameo

#endif
