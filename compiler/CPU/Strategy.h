// SPDX-License-Identifier: Apache-2.0
// A strategy is one way to turn a kernel into a loop nest over buffers. compiler/CPU asks the
// strategies of cpuStrategies() in order; the first that matches emits the kernel.
#ifndef CAMEO_COMPILER_CPU_STRATEGY_H
#define CAMEO_COMPILER_CPU_STRATEGY_H

#include "compiler/CPU/KernelEmitter.h"

namespace cameo {

/// What @k.tiles returns; index values.
struct Tiling {
  /// independent pieces of work, any of which any worker may do
  mlir::Value tiles;
  mlir::Value grain;        ///< fewest tiles worth handing to a worker
  mlir::Value scratchBytes; ///< memory of one worker; null: none
};

class Strategy {
public:
  virtual ~Strategy() = default;
  /// For reports and dumps.
  virtual llvm::StringRef name() const = 0;
  /// Whether this strategy can emit `kernel`; looks only at its structure and at the target.
  virtual bool match(KernelOp kernel,
                     const TargetDescription &target) const = 0;
  /// Emits into @k.tiles. There, `e` has no begin, end and scratch.
  virtual mlir::FailureOr<Tiling> tiling(KernelOp kernel,
                                         KernelEmitter &e) const = 0;
  /// Emits into @k the work of tiles [e.begin, e.end). Whatever fails reports an error itself.
  virtual mlir::LogicalResult emit(KernelOp kernel, KernelEmitter &e) const = 0;
};

/// All strategies, the most special first. Each file of strategies adds its own with one function
/// of this form.
using StrategyList = std::vector<std::unique_ptr<Strategy>>;
void addContractionStrategies(StrategyList &);
void addTreeStrategies(StrategyList &);
void addRecurrenceStrategies(StrategyList &);
void addComputeStrategies(StrategyList &);
void addRowStrategies(StrategyList &);
void addTransposeStrategies(StrategyList &);
void addLoopStrategies(StrategyList &);
const StrategyList &cpuStrategies();

} // namespace cameo

#endif
