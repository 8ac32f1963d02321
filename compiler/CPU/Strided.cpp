// SPDX-License-Identifier: Apache-2.0
// Addressing and vector primitives of the register-tile emitters; see
// Strided.h.
#include "compiler/CPU/Strided.h"
#include "compiler/Kernels/PointwiseRoot.h"

using namespace mlir;
using namespace cameo;

Value Strided::at(KernelEmitter &e, ArrayRef<Value> loops) const {
  Value i = offset;
  SmallVector<Value> divided(loops);
  for (auto [loop, by] : divisors)
    if (divided[loop])
      divided[loop] = divide(e, divided[loop], e.index(by));
  for (auto [loop, stride] : llvm::zip(divided, strides))
    if (loop && !isConstantIntValue(stride, 0))
      i = e.add(i, e.mul(loop, stride));
  return i;
}

Value cameo::flatBuffer(KernelEmitter &e, Value tensor) {
  Value buffer = e.buffer(tensor);
  if (!buffer)
    return {};
  auto type = cast<MemRefType>(buffer.getType());
  if (type.getRank() == 1)
    return buffer;
  if (type.getRank() == 0)
    return memref::ExpandShapeOp::create(
        e.b, MemRefType::get({1}, type.getElementType()), buffer,
        ArrayRef<ReassociationIndices>{});
  ReassociationIndices all(
      llvm::to_vector(llvm::seq<int64_t>(0, type.getRank())));
  return memref::CollapseShapeOp::create(e.b, buffer,
                                         ArrayRef<ReassociationIndices>{all});
}

SmallVector<Value> cameo::rowMajor(KernelEmitter &e, ValueRange sizes) {
  SmallVector<Value> strides(sizes.size());
  Value stride = e.index(1);
  for (int64_t i = sizes.size() - 1; i >= 0; --i) {
    strides[i] = stride;
    if (i > 0)
      stride = e.mul(stride, sizes[i]);
  }
  return strides;
}

/// Adds `expr` times `factor` to the strides and the offset.
static void addExpr(KernelEmitter &e, AffineExpr expr, Value factor,
                    Strided &s) {
  if (auto d = dyn_cast<AffineDimExpr>(expr)) {
    Value &stride = s.strides[d.getPosition()];
    stride = e.add(stride, factor);
  } else if (auto c = dyn_cast<AffineConstantExpr>(expr)) {
    s.offset = e.add(s.offset, e.mul(factor, e.index(c.getValue())));
  } else {
    auto binary = cast<AffineBinaryOpExpr>(expr);
    if (binary.getKind() == AffineExprKind::Add) {
      addExpr(e, binary.getLHS(), factor, s);
      addExpr(e, binary.getRHS(), factor, s);
    } else if (binary.getKind() == AffineExprKind::FloorDiv) {
      // The only place of this loop.
      addExpr(e, binary.getLHS(), factor, s);
      s.divisors.push_back(
          {cast<AffineDimExpr>(binary.getLHS()).getPosition(),
           cast<AffineConstantExpr>(binary.getRHS()).getValue()});
    } else {
      // A product has its constant on the right.
      int64_t c = cast<AffineConstantExpr>(binary.getRHS()).getValue();
      addExpr(e, binary.getLHS(), e.mul(factor, e.index(c)), s);
    }
  }
}

/// The slice that `tensor` is, if that has the strides of what it is cut from.
static tensor::ExtractSliceOp plainSlice(Value tensor) {
  auto slice = tensor.getDefiningOp<tensor::ExtractSliceOp>();
  return slice && slice.hasUnitStride() && slice.getDroppedDims().none()
             ? slice
             : tensor::ExtractSliceOp();
}

bool cameo::isStrided(Value tensor) {
  if (auto slice = plainSlice(tensor))
    tensor = slice.getSource();
  return isInMemory(tensor);
}

Strided cameo::stridedOperand(KernelEmitter &e, Value tensor, AffineMap map,
                              ArrayRef<unsigned> skip) {
  Strided s;
  // A slice has the strides of what it is cut from.
  tensor::ExtractSliceOp slice = plainSlice(tensor);
  Value whole = slice ? slice.getSource() : tensor;
  s.flat = flatBuffer(e, whole);
  s.offset = e.index(0);
  s.strides.assign(map.getNumDims(), e.index(0));
  if (!s.flat)
    return s;
  SmallVector<Value> strides = rowMajor(e, e.dims(whole));
  if (slice)
    for (auto [offset, stride] :
         llvm::zip_equal(slice.getMixedOffsets(), strides)) {
      auto v = dyn_cast<Value>(offset);
      Value from = v ? e.scalar(v) : e.index(*getConstantIntValue(offset));
      s.offset = e.add(s.offset, e.mul(from, stride));
    }
  for (auto [i, expr] : llvm::enumerate(map.getResults()))
    if (!llvm::is_contained(skip, i))
      addExpr(e, expr, strides[i], s);
  return s;
}

Value cameo::loadScalar(KernelEmitter &e, Value flat, Value i) {
  return memref::LoadOp::create(e.b, flat, ValueRange{i});
}

Value cameo::loadVector(KernelEmitter &e, Value flat, Value i, int64_t width) {
  auto type = VectorType::get({width}, getElementTypeOrSelf(flat.getType()));
  return vector::LoadOp::create(e.b, type, flat, ValueRange{i});
}

Value cameo::splat(KernelEmitter &e, Value value, int64_t width) {
  if (isa<VectorType>(value.getType()))
    return value;
  return vector::BroadcastOp::create(
      e.b, VectorType::get({width}, value.getType()), value);
}

Value cameo::zeroVector(KernelEmitter &e, Type element, int64_t width) {
  auto type = VectorType::get({width}, element);
  return arith::ConstantOp::create(e.b, type,
                                   cast<TypedAttr>(e.b.getZeroAttr(type)));
}

Value cameo::multiplyAdd(KernelEmitter &e, Value x, Value y, Value acc) {
  Type element = getElementTypeOrSelf(acc.getType());
  if (isa<FloatType>(element)) {
    if (e.target.fma)
      return vector::FMAOp::create(e.b, x, y, acc);
    return arith::AddFOp::create(e.b, acc, arith::MulFOp::create(e.b, x, y));
  }
  return arith::AddIOp::create(e.b, acc, arith::MulIOp::create(e.b, x, y));
}

Value cameo::firstLanes(KernelEmitter &e, Value vector, int64_t width) {
  int64_t lanes = cast<VectorType>(vector.getType()).getDimSize(0);
  if (width == 1)
    return vector::ExtractOp::create(e.b, vector, ArrayRef<int64_t>{0});
  if (width == lanes)
    return vector;
  return vector::ExtractStridedSliceOp::create(
      e.b, vector, ArrayRef<int64_t>{0}, ArrayRef<int64_t>{width},
      ArrayRef<int64_t>{1});
}

Value cameo::convertFloat(KernelEmitter &e, Value value, Type to) {
  Type from = getElementTypeOrSelf(value.getType());
  if (from == to)
    return value;
  Type type = to;
  if (auto v = dyn_cast<VectorType>(value.getType()))
    type = v.clone(to);
  if (from.getIntOrFloatBitWidth() < to.getIntOrFloatBitWidth())
    return arith::ExtFOp::create(e.b, type, value);
  return arith::TruncFOp::create(e.b, type, value);
}

void cameo::transpose(KernelEmitter &e, MutableArrayRef<Value> rows) {
  // Swaps the off-diagonal blocks of ever smaller size.
  int64_t n = rows.size();
  for (int64_t s = n / 2; s >= 1; s /= 2) {
    SmallVector<int64_t> low(n), high(n);
    for (int64_t l = 0; l < n; ++l) {
      low[l] = (l & s) ? n + l - s : l;
      high[l] = (l & s) ? n + l : l + s;
    }
    for (int64_t i = 0; i < n; ++i) {
      if (i & s)
        continue;
      Value a = rows[i], b = rows[i + s];
      rows[i] = vector::ShuffleOp::create(e.b, a, b, low);
      rows[i + s] = vector::ShuffleOp::create(e.b, a, b, high);
    }
  }
}

void cameo::emitIf(KernelEmitter &e, Value condition, function_ref<void()> then,
                   function_ref<void()> otherwise) {
  auto op = scf::IfOp::create(e.b, condition,
                              /*withElseRegion=*/static_cast<bool>(otherwise));
  OpBuilder::InsertionGuard guard(e.b);
  e.b.setInsertionPoint(op.thenBlock()->getTerminator());
  then();
  if (otherwise) {
    e.b.setInsertionPoint(op.elseBlock()->getTerminator());
    otherwise();
  }
}

Value cameo::divide(KernelEmitter &e, Value x, Value y) {
  return isConstantIntValue(y, 1) ? x : e.b.createOrFold<arith::DivUIOp>(x, y);
}

Value cameo::remainder(KernelEmitter &e, Value x, Value y) {
  return isConstantIntValue(y, 1) ? e.index(0)
                                  : e.b.createOrFold<arith::RemUIOp>(x, y);
}

Value cameo::less(KernelEmitter &e, Value x, Value y) {
  return arith::CmpIOp::create(e.b, arith::CmpIPredicate::slt, x, y);
}
