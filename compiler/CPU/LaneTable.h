// SPDX-License-Identifier: Apache-2.0
// Tables in registers, where each lane looks a number of its own up: a few cycles where a gather
// takes dozens. For targets whose description says `lane_table`.
#ifndef CAMEO_COMPILER_CPU_LANETABLE_H
#define CAMEO_COMPILER_CPU_LANETABLE_H

#include "compiler/CPU/KernelEmitter.h"

namespace cameo {

/// How many registers a table of `count` floats of `element` takes: 1, 2 or 4; 0 where it has too
/// many or the target no such instruction.
int64_t laneTableRegisters(const TargetDescription &target, mlir::Type element,
                           int64_t count);
/// table[indices] of each lane. `table`: 1, 2 or 4 vectors of f32 or f64 that fill a register.
/// `indices`: i32, as many lanes; bits above those that number the table's elements do not count.
mlir::Value lookUp(KernelEmitter &e, llvm::ArrayRef<mlir::Value> table,
                   mlir::Value indices);

} // namespace cameo

#endif
