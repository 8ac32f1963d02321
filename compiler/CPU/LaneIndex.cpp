// SPDX-License-Identifier: Apache-2.0
// Index arithmetic on all lanes at once, and loads and stores at such indices.
#include "compiler/CPU/Evaluator.h"
#include "mlir/Dialect/LLVMIR/LLVMDialect.h"

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
  Value steps =
      arith::ConstantOp::create(b, DenseElementsAttr::get(type, offsets));
  return arith::AddIOp::create(b, vector::BroadcastOp::create(b, type, x.base),
                               steps);
}

LaneIndex Evaluator::fromValue(Value v) {
  return isa<VectorType>(v.getType()) ? LaneIndex::ofLanes(v) : LaneIndex(v);
}

LaneIndex Evaluator::addIndex(LaneIndex x, LaneIndex y) {
  if (!x.lanes && !y.lanes)
    return LaneIndex(e.add(x.base, y.base), x.step + y.step);
  return LaneIndex::ofLanes(arith::AddIOp::create(
      b, e.broadcast(indexValue(x), width), e.broadcast(indexValue(y), width)));
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
      operands.push_back(d.base ? OpFoldResult(d.base)
                                : OpFoldResult(b.getIndexAttr(0)));
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
    return divIndex(addIndex(x, LaneIndex(e.sub(y.base, e.index(1)))), y.base)
        .first;
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
  return vector::BroadcastOp::create(b, vectorType(value.getType(), width),
                                     value);
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
static SmallVector<Value> lane(KernelEmitter &e, ArrayRef<LaneIndex> indices,
                               int64_t l) {
  SmallVector<Value> result;
  for (const LaneIndex &x : indices) {
    if (x.lanes)
      result.push_back(vector::ExtractOp::create(e.b, x.lanes, l));
    else
      result.push_back(x.step * l == 0 ? x.base
                                       : e.add(x.base, e.index(x.step * l)));
  }
  return result;
}

static SmallVector<Value> bases(ArrayRef<LaneIndex> indices) {
  SmallVector<Value> result;
  for (const LaneIndex &x : indices)
    result.push_back(x.base);
  return result;
}

//===-- elements narrower than a byte -------------------------------------===//
// A tensor of i2 or i4 is a stream of bits, the first element lowest.

/// The address of the bytes of a memref.
static Value bytesOf(KernelEmitter &e, Value memref) {
  Type ptr = LLVM::LLVMPointerType::get(e.b.getContext());
  Value address = memref::ExtractAlignedPointerAsIndexOp::create(e.b, memref);
  address = arith::IndexCastOp::create(e.b, e.b.getI64Type(), address);
  return LLVM::IntToPtrOp::create(e.b, ptr, address);
}

/// `type` from byte number `i` on.
static Value loadBytes(KernelEmitter &e, Value bytes, Value i, Type type) {
  Value offset = arith::IndexCastOp::create(e.b, e.b.getI64Type(), i);
  Value at = LLVM::GEPOp::create(e.b, bytes.getType(), e.b.getI8Type(), bytes,
                                 ArrayRef<LLVM::GEPArg>{offset});
  return LLVM::LoadOp::create(e.b, type, at, /*alignment=*/1);
}

static Value rowMajorIndex(KernelEmitter &e, Value memref, ValueRange indices) {
  Value linear = e.index(0);
  for (auto [d, i] : llvm::enumerate(indices)) {
    if (d > 0)
      linear =
          e.mul(linear, e.b.createOrFold<memref::DimOp>(memref, int64_t(d)));
    linear = e.add(linear, i);
  }
  return linear;
}

static Value loadField(KernelEmitter &e, Value bytes, Value linear,
                       IntegerType element) {
  int64_t bits = element.getWidth(), perByte = 8 / bits;
  Type i8 = e.b.getI8Type();
  Value byte = loadBytes(
      e, bytes, arith::DivUIOp::create(e.b, linear, e.index(perByte)), i8);
  Value place = arith::RemUIOp::create(e.b, linear, e.index(perByte));
  Value shift =
      arith::IndexCastOp::create(e.b, i8, e.mul(place, e.index(bits)));
  return arith::TruncIOp::create(e.b, element,
                                 arith::ShRUIOp::create(e.b, byte, shift));
}

/// `width` neighbours that begin with a byte.
static Value loadFields(KernelEmitter &e, Value bytes, Value linear,
                        VectorType type) {
  int64_t bits = type.getElementTypeBitWidth(), perByte = 8 / bits;
  auto packed =
      VectorType::get({type.getDimSize(0) / perByte}, e.b.getI8Type());
  Value byte = loadBytes(
      e, bytes, arith::DivUIOp::create(e.b, linear, e.index(perByte)), packed);
  SmallVector<Value> fields;
  for (int64_t k = 0; k < perByte; ++k) {
    Value shift = arith::ConstantOp::create(
        e.b, DenseElementsAttr::get(packed, e.b.getI8IntegerAttr(k * bits)));
    fields.push_back(
        k == 0 ? byte : arith::ShRUIOp::create(e.b, byte, shift).getResult());
  }
  // Of four, the first with the third and the second with the fourth, then these.
  while (fields.size() > 1) {
    size_t half = fields.size() / 2;
    for (size_t k = 0; k < half; ++k)
      fields[k] =
          vector::InterleaveOp::create(e.b, fields[k], fields[k + half]);
    fields.resize(half);
  }
  return arith::TruncIOp::create(e.b, type, fields[0]);
}

static Value loadPacked(KernelEmitter &e, Value memref,
                        ArrayRef<LaneIndex> indices, int64_t width) {
  auto memrefType = cast<MemRefType>(memref.getType());
  auto element = cast<IntegerType>(memrefType.getElementType());
  Value bytes = bytesOf(e, memref);
  if (llvm::all_of(indices, [](const LaneIndex &x) { return x.uniform(); }))
    return loadField(e, bytes, rowMajorIndex(e, memref, bases(indices)),
                     element);
  VectorType type = e.vectorType(element, width);
  auto laneByLane = [&]() -> Value {
    SmallVector<Value> elements;
    for (int64_t l = 0; l < width; ++l)
      elements.push_back(loadField(
          e, bytes, rowMajorIndex(e, memref, lane(e, indices, l)), element));
    return vector::FromElementsOp::create(e.b, type, elements);
  };
  int64_t perByte = 8 / element.getWidth();
  if (!isContiguous(memrefType, indices) || width % perByte != 0)
    return laneByLane();
  Value linear = rowMajorIndex(e, memref, bases(indices));
  Value place = arith::RemUIOp::create(e.b, linear, e.index(perByte));
  Value aligned =
      arith::CmpIOp::create(e.b, arith::CmpIPredicate::eq, place, e.index(0));
  auto branch =
      scf::IfOp::create(e.b, TypeRange(type), aligned, /*withElseRegion=*/true);
  OpBuilder::InsertionGuard guard(e.b);
  e.b.setInsertionPointToEnd(branch.thenBlock());
  scf::YieldOp::create(e.b, loadFields(e, bytes, linear, type));
  e.b.setInsertionPointToEnd(branch.elseBlock());
  scf::YieldOp::create(e.b, laneByLane());
  return branch.getResult(0);
}

//===-- loads and stores --------------------------------------------------===//

Value KernelEmitter::load(Value memref, ArrayRef<LaneIndex> indices,
                          int64_t width) {
  auto type = cast<MemRefType>(memref.getType());
  if (type.getElementType().isInteger(2) || type.getElementType().isInteger(4))
    return loadPacked(*this, memref, indices, width);
  if (llvm::all_of(indices, [](const LaneIndex &x) { return x.uniform(); }))
    return memref::LoadOp::create(b, memref, bases(indices));
  VectorType vector = vectorType(type.getElementType(), width);
  if (isContiguous(type, indices))
    return vector::LoadOp::create(b, vector, memref, bases(indices));
  SmallVector<Value> elements;
  for (int64_t l = 0; l < width; ++l)
    elements.push_back(
        memref::LoadOp::create(b, memref, lane(*this, indices, l)));
  return vector::FromElementsOp::create(b, vector, elements);
}

void KernelEmitter::store(Value value, Value memref,
                          ArrayRef<LaneIndex> indices, int64_t width) {
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
