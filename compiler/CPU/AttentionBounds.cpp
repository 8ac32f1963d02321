// SPDX-License-Identifier: Apache-2.0
// Which keys a block of queries can see at all: what a causal mask, a window or
// a length leaves, found in the comparisons of positions that choose between a
// score and minus infinity. In: an AttentionChain. Out: bounds of its keys.
#include "compiler/CPU/Attention.h"
#include "mlir/IR/Matchers.h"

using namespace mlir;
using namespace cameo;

namespace {
/// Reads conditions in the body of one element-wise operation on scores.
class BoundFinder {
public:
  BoundFinder(linalg::GenericOp op, SmallVector<KeyBound> &bounds)
      : op(op), key(op.getNumLoops() - 1), query(op.getNumLoops() - 2),
        bounds(bounds) {}

  /// `condition` (or not, if not `holds`) is so where a score counts.
  void find(Value condition, bool holds) {
    Operation *c = condition.getDefiningOp();
    if (!c || c->getBlock() != op.getBody())
      return;
    if (holds ? isa<arith::AndIOp>(c) : isa<arith::OrIOp>(c)) {
      find(c->getOperand(0), holds);
      find(c->getOperand(1), holds);
      return;
    }
    auto compare = dyn_cast<arith::CmpIOp>(c);
    if (!compare)
      return;
    arith::CmpIPredicate is = compare.getPredicate();
    if (!holds)
      is = arith::invertPredicate(is);
    Value left = compare.getLhs(), right = compare.getRhs();
    if (dependsOn(right, key)) {
      std::swap(left, right);
      is = swapped(is);
    }
    KeyBound bound;
    if (!isKey(left, bound.less) || !isUsable(right) || !growsWithQuery(right))
      return;
    bound.op = op;
    bound.position = right;
    switch (is) {
    case arith::CmpIPredicate::sle:
      bound.past = 1;
      [[fallthrough]];
    case arith::CmpIPredicate::slt:
      bound.isEnd = true;
      break;
    case arith::CmpIPredicate::sgt:
      bound.past = 1;
      [[fallthrough]];
    case arith::CmpIPredicate::sge:
      bound.isEnd = false;
      break;
    default:
      return;
    }
    bounds.push_back(bound);
  }

private:
  static arith::CmpIPredicate swapped(arith::CmpIPredicate is) {
    switch (is) {
    case arith::CmpIPredicate::sle:
      return arith::CmpIPredicate::sge;
    case arith::CmpIPredicate::slt:
      return arith::CmpIPredicate::sgt;
    case arith::CmpIPredicate::sge:
      return arith::CmpIPredicate::sle;
    case arith::CmpIPredicate::sgt:
      return arith::CmpIPredicate::slt;
    default:
      return is;
    }
  }

  bool isInside(Value v) { return v.getParentBlock() == op.getBody(); }
  bool dependsOn(Value v, unsigned loop) {
    Operation *d = v.getDefiningOp();
    if (!isInside(v) || !d)
      return false;
    if (auto index = dyn_cast<linalg::IndexOp>(d))
      return index.getDim() == loop;
    return llvm::any_of(d->getOperands(),
                        [&](Value x) { return dependsOn(x, loop); });
  }

  /// The key's position plus what `less` gets.
  bool isKey(Value v, SmallVector<Value> &less) {
    Operation *d = v.getDefiningOp();
    if (!d || !isInside(v))
      return false;
    if (auto index = dyn_cast<linalg::IndexOp>(d))
      return index.getDim() == key;
    if (isa<arith::IndexCastOp>(d))
      return isKey(d->getOperand(0), less);
    if (!isa<arith::AddIOp>(d))
      return false;
    unsigned at = dependsOn(d->getOperand(0), key) ? 0 : 1;
    Value other = d->getOperand(1 - at);
    less.push_back(other);
    return isUsable(other) && !dependsOn(other, query) &&
           isKey(d->getOperand(at), less);
  }

  /// Whether `v` is arithmetic on positions and on what stands outside.
  bool isUsable(Value v) {
    if (!v.getType().isIntOrIndex())
      return false;
    if (!isInside(v))
      return true;
    Operation *d = v.getDefiningOp();
    if (!d)
      return false;
    if (auto index = dyn_cast<linalg::IndexOp>(d))
      return index.getDim() != key;
    if (auto extract = dyn_cast<tensor::ExtractOp>(d))
      return isa<BlockArgument>(extract.getTensor()) &&
             !isInside(extract.getTensor()) &&
             getElementTypeOrSelf(extract.getTensor())
                     .getIntOrFloatBitWidth() >= 8 &&
             llvm::all_of(extract.getIndices(), [&](Value x) {
               return isUsable(x) && !dependsOn(x, query);
             });
    return isa<arith::ArithDialect>(d->getDialect()) &&
           !isa<arith::DivSIOp, arith::DivUIOp, arith::RemSIOp, arith::RemUIOp>(
               d) &&
           llvm::all_of(d->getOperands(), [&](Value x) { return isUsable(x); });
  }

  bool growsWithQuery(Value v) {
    if (!dependsOn(v, query))
      return true;
    Operation *d = v.getDefiningOp();
    if (isa<linalg::IndexOp>(d))
      return true;
    if (isa<arith::IndexCastOp, arith::AddIOp, arith::MinSIOp, arith::MaxSIOp>(
            d))
      return llvm::all_of(d->getOperands(),
                          [&](Value x) { return growsWithQuery(x); });
    return isa<arith::SubIOp>(d) && growsWithQuery(d->getOperand(0)) &&
           !dependsOn(d->getOperand(1), query);
  }

  linalg::GenericOp op;
  unsigned key, query;
  SmallVector<KeyBound> &bounds;
};
} // namespace

SmallVector<KeyBound> cameo::keyBounds(AttentionChain &chain) {
  SmallVector<KeyBound> bounds;
  auto op = chain.masked().getDefiningOp<linalg::GenericOp>();
  if (!op || !llvm::is_contained(chain.between, op))
    return bounds;
  // Whatever comes of a score, minus infinity takes its place at the end.
  BoundFinder finder(op, bounds);
  Value v = op.getBody()->getTerminator()->getOperand(0);
  while (Operation *d = v.getDefiningOp()) {
    auto select = dyn_cast<arith::SelectOp>(d);
    if (isa<arith::ExtFOp, arith::TruncFOp>(d)) {
      v = d->getOperand(0);
    } else if (select &&
               matchPattern(select.getFalseValue(), m_NegInfFloat())) {
      finder.find(select.getCondition(), true);
      v = select.getTrueValue();
    } else if (select && matchPattern(select.getTrueValue(), m_NegInfFloat())) {
      finder.find(select.getCondition(), false);
      v = select.getFalseValue();
    } else {
      break;
    }
  }
  return bounds;
}

/// A scalar of the body of `op`, for one point of its loops.
static Value scalarAt(KernelEmitter &e, linalg::GenericOp op, Value v,
                      ArrayRef<Value> loops) {
  if (v.getParentBlock() != op.getBody())
    return e.scalar(v);
  Operation *d = v.getDefiningOp();
  if (auto index = dyn_cast<linalg::IndexOp>(d))
    return loops[index.getDim()];
  if (auto extract = dyn_cast<tensor::ExtractOp>(d)) {
    SmallVector<Value> at;
    for (Value i : extract.getIndices())
      at.push_back(scalarAt(e, op, i, loops));
    Value memref = e.buffer(extract.getTensor());
    if (!memref || llvm::is_contained(at, Value()))
      return {};
    return memref::LoadOp::create(e.b, memref, at);
  }
  IRMapping map;
  for (Value operand : d->getOperands()) {
    Value x = scalarAt(e, op, operand, loops);
    if (!x)
      return {};
    map.map(operand, x);
  }
  return e.b.clone(*d, map)->getResult(0);
}

void AttentionEmitter::setVisible(ArrayRef<Value> outer, Value firstQuery,
                                  Value lastQuery) {
  firstKey = e.index(0);
  pastKey = keys;
  auto index = [&](Value x) -> Value {
    if (!x.getType().isIndex())
      x = arith::IndexCastOp::create(e.b, e.b.getIndexType(), x);
    return x;
  };
  for (const KeyBound &bound : bounds) {
    linalg::GenericOp op = bound.op;
    SmallVector<Value> loops(outer);
    loops.push_back(bound.isEnd ? lastQuery : firstQuery);
    loops.push_back({}); // what follows from the key has been left out
    Value at = scalarAt(e, op, bound.position, loops);
    if (!at)
      continue;
    at = index(at);
    bool known = true;
    for (Value less : bound.less) {
      Value x = scalarAt(e, op, less, loops);
      known &= bool(x);
      if (x)
        at = e.sub(at, index(x));
    }
    // First to the keys there are, as positions may be any numbers.
    Value past = e.index(bound.past);
    if (known && bound.isEnd)
      pastKey = e.min(pastKey, e.add(e.min(at, keys), past));
    else if (known)
      firstKey = e.max(firstKey, e.add(e.max(at, e.index(-1)), past));
  }
  if (bounds.empty())
    return;
  // Where nothing is visible, one key stays: its minus infinity decides.
  pastKey = e.min(keys, e.max(pastKey, e.index(1)));
  firstKey = e.max(e.index(0), e.min(firstKey, e.sub(pastKey, e.index(1))));
}
