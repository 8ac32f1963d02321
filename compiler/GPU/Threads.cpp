// SPDX-License-Identifier: Apache-2.0
// Threads, blocks and loops over the grid.
#include "compiler/GPU/Strategy.h"
#include "mlir/Dialect/LLVMIR/NVVMDialect.h"

using namespace mlir;
using namespace cameo;

/// Eight blocks on each multiprocessor of the largest chips.
static constexpr int64_t mostBlocks = 8 * 192;

template <typename Op> static Value special(KernelEmitter &e) {
  Value v = Op::create(e.b, e.b.getI32Type());
  return arith::IndexCastUIOp::create(e.b, e.b.getIndexType(), v);
}
Value cameo::threadId(KernelEmitter &e) {
  return special<NVVM::ThreadIdXOp>(e);
}
Value cameo::blockId(KernelEmitter &e) { return special<NVVM::BlockIdXOp>(e); }
Value cameo::blockCount(KernelEmitter &e) {
  return special<NVVM::GridDimXOp>(e);
}

Value cameo::blocksFor(KernelEmitter &e, Value items) {
  return e.min(e.divUp(items, e.index(blockThreads)), e.index(mostBlocks));
}

void cameo::forEachItem(KernelEmitter &e, Value items,
                        function_ref<void(Value)> body) {
  Value threads = e.index(blockThreads);
  Value first = e.add(e.mul(blockId(e), threads), threadId(e));
  e.forLoop(first, items, e.mul(blockCount(e), threads), body);
}
