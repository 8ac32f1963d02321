// SPDX-License-Identifier: Apache-2.0
// The threads of a block take the elements in turn, each with an accumulator of
// its own; the accumulators meet in shuffles and shared memory.
#include "compiler/GPU/Reduction.h"
#include "compiler/CPU/Evaluator.h"
#include "compiler/GPU/Strategy.h"
#include "compiler/GPU/Window.h"

using namespace mlir;
using namespace cameo;

/// The operation that combines result `i` with its accumulator; null if there
/// is no such one.
static Operation *combiner(linalg::GenericOp op, unsigned i) {
  BlockArgument acc = op.getRegionOutputArgs()[i];
  Value yielded = op.getBody()->getTerminator()->getOperand(i);
  Operation *c = yielded.getDefiningOp();
  if (!c || c->getNumOperands() != 2 || !acc.hasOneUse() ||
      *acc.user_begin() != c || !yielded.hasOneUse() ||
      c->getOperand(0) == c->getOperand(1))
    return nullptr;
  bool known =
      isa<arith::AddFOp, arith::MulFOp, arith::MaximumFOp, arith::MinimumFOp,
          arith::AddIOp, arith::MulIOp, arith::MaxSIOp, arith::MaxUIOp,
          arith::MinSIOp, arith::MinUIOp, arith::AndIOp, arith::OrIOp,
          arith::XOrIOp>(c);
  return known && arith::getNeutralElement(c) ? c : nullptr;
}

bool cameo::isBlockReducible(linalg::GenericOp op) {
  if (op.getNumReductionLoops() == 0)
    return false;
  for (unsigned i = 0; i < op.getNumDpsInits(); ++i)
    if (!combiner(op, i) ||
        !op.getRegionOutputArgs()[i].getType().isIntOrIndexOrFloat())
      return false;
  AffineMap first = op.getMatchingIndexingMap(op.getDpsInitOperand(0));
  for (unsigned i = 0; i < op.getNumDpsInits(); ++i)
    if (op.getMatchingIndexingMap(op.getDpsInitOperand(i)) != first)
      return false;
  return llvm::all_of(first.getResults(), [](AffineExpr x) {
    return isa<AffineDimExpr, AffineConstantExpr>(x);
  });
}

void BlockReducer::prepare(linalg::GenericOp op) {
  for (Value v : op.getResults()) {
    Type t = getElementTypeOrSelf(v.getType());
    if (!shared.contains(t))
      shared.insert({t, SharedArray(e, t, blockThreads / 32)});
  }
}

SmallVector<Value> BlockReducer::reduce(linalg::GenericOp op,
                                        ArrayRef<Value> indices) {
  auto windows = [&](Value tensor, ArrayRef<LaneIndex> where) {
    return windowElement(e, tensor, where);
  };
  LaneIndices point(op.getNumLoops(), LaneIndex(e.index(0)));
  AffineMap map = op.getMatchingIndexingMap(op.getDpsInitOperand(0));
  for (auto [expr, i] : llvm::zip(map.getResults(), indices))
    if (auto d = dyn_cast<AffineDimExpr>(expr))
      point[d.getPosition()] = i;
  SmallVector<unsigned> dims;
  op.getReductionDims(dims);
  SmallVector<Value> sizes = e.loopSizes(op), extents, start;
  for (unsigned d : dims)
    extents.push_back(sizes[d]);
  for (unsigned i = 0; i < op.getNumDpsInits(); ++i)
    start.push_back(arith::ConstantOp::create(
        e.b, *arith::getNeutralElement(combiner(op, i))));

  bool ok = true;
  SmallVector<Value> parts = e.forLoop(
      threadId(e), e.product(extents), e.index(blockThreads), start,
      [&](Value i, ValueRange accs) -> SmallVector<Value> {
        for (auto [d, at] : llvm::zip(dims, e.delinearize(i, extents)))
          point[d] = at;
        SmallVector<Value> next =
            Evaluator(e, 1, windows).body(op, point, accs);
        ok &= !next.empty();
        return next.empty() ? SmallVector<Value>(accs) : next;
      });
  SmallVector<Value> results;
  for (auto [i, part] : llvm::enumerate(parts)) {
    Operation *c = combiner(op, i);
    auto combine = [&](Value x, Value y) -> Value {
      IRMapping operands;
      operands.map(c->getOperand(0), x);
      operands.map(c->getOperand(1), y);
      return e.b.clone(*c, operands)->getResult(0);
    };
    Value total =
        blockReduce(e, part, shared.find(part.getType())->second, combine);
    OpOperand &init = *op.getDpsInitOperand(i);
    Value first =
        e.evaluate(init.get(), KernelEmitter::lanesOf(indices, -1), 1);
    if (!first || !ok)
      return {};
    results.push_back(combine(first, total));
  }
  return results;
}
