// SPDX-License-Identifier: Apache-2.0
// Index arithmetic on all lanes at once, and loads and stores at such indices.
#include "compiler/CPU/Evaluator.h"

using namespace mlir;
using namespace cameo;

Value Evaluator::indexValue(LaneIndex x) {
  if (x.lanes)
    return x.lanes;
  if (x.uniform())
    return x.base;
  auto type = e.vectorType(b.getIndexType(), width);
  SmallVector<Attribute> offsets;
  for (int64_t l = 0; l < width; ++l)
    offsets.push_back(b.getIndexAttr(l * x.step));
  Value steps = arith::ConstantOp::create(b, DenseElementsAttr::get(type, offsets));
  return arith::AddIOp::create(b, vector::BroadcastOp::create(b, type, x.base), steps);
}

LaneIndex Evaluator::fromValue(Value v) {
  return isa<VectorType>(v.getType()) ? LaneIndex::ofLanes(v) : LaneIndex(v);
}

LaneIndex Evaluator::addIndex(LaneIndex x, LaneIndex y) {
  if (!x.lanes && !y.lanes)
    return LaneIndex(e.add(x.base, y.base), x.step + y.step);
  return LaneIndex::ofLanes(arith::AddIOp::create(b, e.broadcast(indexValue(x), width),
                                                  e.broadcast(indexValue(y), width)));
}

LaneIndex Evaluator::scaleIndex(LaneIndex x, Value factor) {
  auto constant = getConstantIntValue(factor);
  if (constant == 1)
    return x;
  if (x.uniform())
    return LaneIndex(e.mul(x.base, factor));
  if (!x.lanes && constant)
    return LaneIndex(e.mul(x.base, factor), x.step * *constant);
  return LaneIndex::ofLanes(
      arith::MulIOp::create(b, indexValue(x), e.broadcast(factor, width)));
}

std::pair<LaneIndex, LaneIndex> Evaluator::divIndex(LaneIndex x, Value by) {
  if (isConstantIntValue(by, 1))
    return {x, LaneIndex(e.index(0))};
  if (x.uniform())
    return {LaneIndex(b.createOrFold<arith::DivUIOp>(x.base, by)),
            LaneIndex(b.createOrFold<arith::RemUIOp>(x.base, by))};
  Value lanes = indexValue(x), divisor = e.broadcast(by, width);
  return {LaneIndex::ofLanes(arith::DivUIOp::create(b, lanes, divisor)),
          LaneIndex::ofLanes(arith::RemUIOp::create(b, lanes, divisor))};
}

LaneIndex Evaluator::apply(AffineExpr expr, ArrayRef<LaneIndex> dims) {
  if (auto d = dyn_cast<AffineDimExpr>(expr))
    return dims[d.getPosition()];
  if (auto c = dyn_cast<AffineConstantExpr>(expr))
    return LaneIndex(e.index(c.getValue()));
  bool uniform = true;
  expr.walk([&](AffineExpr part) {
    if (auto d = dyn_cast<AffineDimExpr>(part))
      uniform &= dims[d.getPosition()].uniform();
  });
  if (uniform) {
    SmallVector<OpFoldResult> operands;
    for (const LaneIndex &d : dims)
      operands.push_back(d.base ? OpFoldResult(d.base) : OpFoldResult(b.getIndexAttr(0)));
    OpFoldResult r = affine::makeComposedFoldedAffineApply(
        b, b.getLoc(), AffineMap::get(dims.size(), 0, expr), operands);
    if (auto v = dyn_cast<Value>(r))
      return LaneIndex(v);
    return LaneIndex(e.index(cast<IntegerAttr>(cast<Attribute>(r)).getInt()));
  }
  auto binary = cast<AffineBinaryOpExpr>(expr);
  LaneIndex x = apply(binary.getLHS(), dims), y = apply(binary.getRHS(), dims);
  switch (binary.getKind()) {
  case AffineExprKind::Add:
    return addIndex(x, y);
  case AffineExprKind::Mul:
    return y.uniform() ? scaleIndex(x, y.base) : scaleIndex(y, x.base);
  case AffineExprKind::Mod:
    return divIndex(x, y.base).second;
  case AffineExprKind::FloorDiv:
    return divIndex(x, y.base).first;
  case AffineExprKind::CeilDiv:
    return divIndex(addIndex(x, LaneIndex(e.sub(y.base, e.index(1)))), y.base).first;
  default:
    llvm_unreachable("dimensions and constants are done above");
  }
}

LaneIndices Evaluator::apply(AffineMap map, ArrayRef<LaneIndex> dims) {
  LaneIndices result;
  for (AffineExpr expr : map.getResults())
    result.push_back(apply(expr, dims));
  return result;
}

Value Evaluator::fold(OpFoldResult f) {
  if (auto v = dyn_cast<Value>(f))
    return e.scalar(v);
  return e.index(cast<IntegerAttr>(cast<Attribute>(f)).getInt());
}

//===-- KernelEmitter: vectors, loads, stores -----------------------------===//

VectorType KernelEmitter::vectorType(Type element, int64_t width) {
  return VectorType::get({width}, element);
}

Value KernelEmitter::broadcast(Value value, int64_t width) {
  if (width == 1 || !value || isa<VectorType>(value.getType()))
    return value;
  return vector::BroadcastOp::create(b, vectorType(value.getType(), width), value);
}

LaneIndices KernelEmitter::lanesOf(ValueRange indices, int64_t vectorDim) {
  LaneIndices result;
  for (auto [i, v] : llvm::enumerate(indices))
    result.push_back(LaneIndex(v, int64_t(i) == vectorDim ? 1 : 0));
  return result;
}

/// The position of the one dimension that varies over lanes, by 1, with all later dimensions of
/// size 1, so that the lanes are neighbours in memory.
static bool isContiguous(MemRefType type, ArrayRef<LaneIndex> indices) {
  bool found = false;
  for (auto [d, x] : llvm::enumerate(indices)) {
    if (x.lanes || (!x.uniform() && (x.step != 1 || found)))
      return false;
    if (found && type.getDimSize(d) != 1)
      return false;
    found |= !x.uniform();
  }
  return found;
}

/// The indices of one lane.
static SmallVector<Value> lane(KernelEmitter &e, ArrayRef<LaneIndex> indices, int64_t l) {
  SmallVector<Value> result;
  for (const LaneIndex &x : indices) {
    if (x.lanes)
      result.push_back(vector::ExtractOp::create(e.b, x.lanes, l));
    else
      result.push_back(x.step * l == 0 ? x.base : e.add(x.base, e.index(x.step * l)));
  }
  return result;
}

static SmallVector<Value> bases(ArrayRef<LaneIndex> indices) {
  SmallVector<Value> result;
  for (const LaneIndex &x : indices)
    result.push_back(x.base);
  return result;
}

Value KernelEmitter::load(Value memref, ArrayRef<LaneIndex> indices, int64_t width) {
  auto type = cast<MemRefType>(memref.getType());
  if (llvm::all_of(indices, [](const LaneIndex &x) { return x.uniform(); }))
    return memref::LoadOp::create(b, memref, bases(indices));
  VectorType vector = vectorType(type.getElementType(), width);
  if (isContiguous(type, indices))
    return vector::LoadOp::create(b, vector, memref, bases(indices));
  SmallVector<Value> elements;
  for (int64_t l = 0; l < width; ++l)
    elements.push_back(memref::LoadOp::create(b, memref, lane(*this, indices, l)));
  return vector::FromElementsOp::create(b, vector, elements);
}

void KernelEmitter::store(Value value, Value memref, ArrayRef<LaneIndex> indices, int64_t width) {
  if (width == 1) {
    memref::StoreOp::create(b, value, memref, bases(indices));
    return;
  }
  value = broadcast(value, width);
  if (isContiguous(cast<MemRefType>(memref.getType()), indices)) {
    vector::StoreOp::create(b, value, memref, bases(indices));
    return;
  }
  for (int64_t l = 0; l < width; ++l)
    memref::StoreOp::create(b, vector::ExtractOp::create(b, value, l), memref,
                            lane(*this, indices, l));
}
