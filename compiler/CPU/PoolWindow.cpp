// SPDX-License-Identifier: Apache-2.0
// The arithmetic of pooling; see PoolWindow.h.
#include "compiler/CPU/PoolWindow.h"

using namespace mlir;
using namespace cameo;

Type cameo::poolType(PoolOp pool) {
  Type element = getElementTypeOrSelf(pool.getInput());
  bool widens = pool.getKind() != PoolKind::Max && isa<FloatType>(element) &&
                element.getIntOrFloatBitWidth() < 32;
  return widens ? Float32Type::get(pool.getContext()) : element;
}

Value cameo::poolIdentity(KernelEmitter &e, PoolOp pool, Type type,
                          int64_t lanes) {
  if (pool.getKind() != PoolKind::Max)
    return zeroVector(e, type, lanes);
  TypedAttr lowest;
  if (auto f = dyn_cast<FloatType>(type))
    lowest = FloatAttr::get(
        f, llvm::APFloat::getInf(f.getFloatSemantics(), /*Negative=*/true));
  else {
    unsigned bits = type.getIntOrFloatBitWidth();
    lowest = IntegerAttr::get(type, pool.getIsUnsigned()
                                        ? llvm::APInt::getMinValue(bits)
                                        : llvm::APInt::getSignedMinValue(bits));
  }
  auto vector = VectorType::get({lanes}, type);
  return arith::ConstantOp::create(
      e.b, vector, DenseElementsAttr::get(vector, Attribute(lowest)));
}

Value cameo::poolCombine(KernelEmitter &e, PoolOp pool, Value acc, Value x) {
  bool isFloat = isa<FloatType>(getElementTypeOrSelf(acc.getType()));
  if (pool.getKind() == PoolKind::Max) {
    if (!isFloat)
      return pool.getIsUnsigned()
                 ? arith::MaxUIOp::create(e.b, x, acc).getResult()
                 : arith::MaxSIOp::create(e.b, x, acc).getResult();
    // The form that is one instruction on common CPUs; ONNX leaves open what
    // NaN does.
    Value greater =
        arith::CmpFOp::create(e.b, arith::CmpFPredicate::UGT, x, acc);
    return arith::SelectOp::create(e.b, greater, x, acc);
  }
  if (isFloat)
    return arith::AddFOp::create(e.b, acc, x);
  return arith::AddIOp::create(e.b, acc, x);
}

Value cameo::countedTaps(Window &window, PoolOp pool, unsigned d,
                         Value output) {
  KernelEmitter &e = window.e;
  if (!pool.getCountIncludePad()) {
    TapRange range = window.tapRange(d, output);
    return e.max(e.sub(range.to, range.from), e.index(0));
  }
  Value room = e.add(window.in[d], e.index(window.before[d] + window.after[d]));
  room =
      e.max(e.sub(room, e.mul(output, e.index(window.strides[d]))), e.index(0));
  return e.min(e.index(window.kernel[d]),
               e.divUp(room, e.index(window.dilations[d])));
}

Value cameo::poolQuotient(KernelEmitter &e, Value total, Value count) {
  auto type = cast<VectorType>(total.getType());
  Type element = type.getElementType();
  if (auto counts = dyn_cast<VectorType>(count.getType())) {
    Value one = splat(e, arith::ConstantIntOp::create(e.b, 1, 32),
                      counts.getDimSize(0));
    count = arith::MaxSIOp::create(e.b, count, one);
    if (isa<FloatType>(element))
      return arith::DivFOp::create(e.b, total,
                                   arith::SIToFPOp::create(e.b, type, count));
    unsigned bits = element.getIntOrFloatBitWidth();
    Value by = bits < 32 ? arith::TruncIOp::create(e.b, type, count).getResult()
               : bits > 32
                   ? arith::ExtSIOp::create(e.b, type, count).getResult()
                   : count;
    return arith::DivSIOp::create(e.b, total, by);
  }
  int64_t lanes = type.getDimSize(0);
  Value integer = arith::IndexCastOp::create(e.b, e.b.getI64Type(),
                                             e.max(count, e.index(1)));
  if (!isa<FloatType>(element)) {
    Value by = element.getIntOrFloatBitWidth() < 64
                   ? arith::TruncIOp::create(e.b, element, integer).getResult()
                   : integer;
    return arith::DivSIOp::create(e.b, total, splat(e, by, lanes));
  }
  Value by = arith::SIToFPOp::create(e.b, element, integer);
  return arith::DivFOp::create(e.b, total, splat(e, by, lanes));
}
