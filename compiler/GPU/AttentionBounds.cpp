// SPDX-License-Identifier: Apache-2.0
// Which keys a tile of queries can see: where the last thing that happens to the
// scores is a selection between them and -inf by `key <= f(query)` or `key <
// f(query)`, f rising with the query, keys past that of the tile's last query
// need not be looked at. Causal masks are of this form, so are lengths.
#include "compiler/GPU/Attention.h"

using namespace mlir;
using namespace cameo;

namespace {
/// A bound in the body of `op` as a value of the run.
struct Bound {
  linalg::GenericOp op;
  KernelEmitter &e;
  ArrayRef<Value> outer;
  Value query;
  unsigned queryLoop;

  bool usesQuery(Value v) {
    Operation *def = v.getDefiningOp();
    if (!def || def->getBlock() != op.getBody())
      return false;
    if (auto index = dyn_cast<linalg::IndexOp>(def))
      return index.getDim() >= queryLoop;
    return llvm::any_of(def->getOperands(),
                        [&](Value x) { return usesQuery(x); });
  }

  /// Whether `v` is known here and never falls where the query rises.
  bool rises(Value v) {
    Operation *def = v.getDefiningOp();
    if (!def || def->getBlock() != op.getBody())
      return !isa<BlockArgument>(v) ||
             cast<BlockArgument>(v).getOwner() != op.getBody();
    if (auto index = dyn_cast<linalg::IndexOp>(def))
      return index.getDim() <= queryLoop;
    if (isa<arith::AddIOp, arith::MinSIOp, arith::MaxSIOp>(def))
      return rises(def->getOperand(0)) && rises(def->getOperand(1));
    if (isa<arith::SubIOp>(def))
      return rises(def->getOperand(0)) && rises(def->getOperand(1)) &&
             !usesQuery(def->getOperand(1));
    if (isa<arith::IndexCastOp, arith::ExtSIOp>(def))
      return rises(def->getOperand(0));
    if (isa<arith::ConstantOp>(def))
      return true;
    if (auto read = dyn_cast<tensor::ExtractOp>(def))
      return llvm::all_of(read.getIndices(),
                          [&](Value i) { return !usesQuery(i) && rises(i); });
    return false;
  }

  Value value(Value v) {
    Operation *def = v.getDefiningOp();
    if (!def || def->getBlock() != op.getBody())
      return e.scalar(v);
    if (auto index = dyn_cast<linalg::IndexOp>(def))
      return index.getDim() == queryLoop ? query : outer[index.getDim()];
    if (auto read = dyn_cast<tensor::ExtractOp>(def)) {
      LaneIndices at;
      for (Value i : read.getIndices())
        at.push_back(value(i));
      return e.evaluate(read.getTensor(), at, 1);
    }
    IRMapping map;
    for (Value x : def->getOperands()) {
      Value known = value(x);
      if (!known)
        return {};
      map.map(x, known);
    }
    return e.b.clone(*def, map)->getResult(0);
  }
};
} // namespace

Value AttentionBlock::endOfKeys(Value lastQuery) {
  if (c.between.empty() || c.between.back().getResult(0) != c.masked())
    return keys;
  linalg::GenericOp op = c.between.back();
  unsigned rank = op.getNumLoops();
  Bound bound{op, e, outer, lastQuery, rank - 2};
  Value end = keys, v = op.getBody()->getTerminator()->getOperand(0);
  while (Operation *def = v.getDefiningOp()) {
    if (isa<arith::ExtFOp, arith::TruncFOp>(def)) {
      v = def->getOperand(0);
      continue;
    }
    auto select = dyn_cast<arith::SelectOp>(def);
    if (!select || !matchPattern(select.getFalseValue(), m_NegInfFloat()))
      break;
    v = select.getTrueValue();
    auto compare = select.getCondition().getDefiningOp<arith::CmpIOp>();
    auto key = compare ? compare.getLhs().getDefiningOp<linalg::IndexOp>()
                       : linalg::IndexOp();
    using Predicate = arith::CmpIPredicate;
    if (!key || key.getDim() != rank - 1 ||
        (compare.getPredicate() != Predicate::sle &&
         compare.getPredicate() != Predicate::slt) ||
        !bound.rises(compare.getRhs()))
      continue;
    Value past = bound.value(compare.getRhs());
    if (!past) {
      failed = true;
      return keys;
    }
    if (compare.getPredicate() == Predicate::sle)
      past = e.add(past, e.index(1));
    end = e.min(end, past);
  }
  return end;
}
