// SPDX-License-Identifier: Apache-2.0
// Lowerings of the Tensor operators that make tensors, convert their elements or give them other
// shapes. Rearrangement, slices, indexing and selection have their own files.
#include "compiler/Lowering/Tensor.h"
#include "compiler/Lowering/Compute.h"
#include "compiler/Lowering/HostCall.h"
#include "compiler/Lowering/Lists.h"
#include "compiler/Lowering/Packed.h"
#include "dialects/ONNX/Tensor.h"

using namespace mlir;
using namespace cameo;
using namespace cameo::onnx;

//===-- Generators --------------------------------------------------------===//

static LoweredValues lowerConstant(ConstantOp op, Lowerer &l) {
  if (auto strings = dyn_cast<DenseStringElementsAttr>(op.getValue())) {
    auto tensor = stringTensor(l, strings);
    if (failed(tensor))
      return failure();
    return one(*tensor);
  }
  TypedAttr attr = storedElements(op.getValue());
  if (!attr)
    return op.emitError("constants of type ")
           << elementOf(op.getOutput()) << " are not supported yet";
  Value stored = arith::ConstantOp::create(l.b, l.loc, attr);
  bool isStored = getElementTypeOrSelf(attr.getType()) !=
                  Lowerer::convert(elementOf(op.getOutput()));
  return one(isStored ? unpacked(l, stored, op.getOutput().getType()) : stored);
}

/// Sizes that an integer tensor lists, for an onnx result of as many dimensions.
static Sizes listedSizes(Lowerer &l, Value onnxShape, Value onnxResult) {
  int64_t rank = lengthOr(l, onnxShape, typeOf(onnxResult).getRank());
  Sizes r;
  for (int64_t i = 0; i < rank; ++i)
    r.push_back(settleSize(l, onnxResult, i, element(l, onnxShape, i)));
  return r;
}

static LoweredValues lowerConstantOfShape(ConstantOfShapeOp op, Lowerer &l) {
  Sizes sizes = listedSizes(l, op.getInput(), op.getOutput());
  TypedAttr scalar =
      numberAttr(Lowerer::convert(elementOf(op.getOutput())), int64_t(0));
  if (auto value = op.getValueAttr()) {
    auto dense = dyn_cast_if_present<DenseElementsAttr>(convertElements(value));
    if (!dense || dense.getNumElements() != 1 ||
        !dense.getElementType().isIntOrFloat())
      return op.emitError("value must be one number");
    scalar = cast<TypedAttr>(*dense.getValues<Attribute>().begin());
  }
  return one(fill(l, sizes, scalar));
}

static LoweredValues lowerEyeLike(EyeLikeOp op, Lowerer &l) {
  Type element = Lowerer::convert(elementOf(op.getOutput()));
  int64_t k = op.getK();
  Sizes sizes = dims(l, l(op.getInput()));
  Type onnxElement = elementOf(op.getOutput());
  return one(generate(
      l, sizes, element, [&](Scalars &s, ArrayRef<Scalar> at) -> Value {
        Scalar on = at[1].eq(at[0] + k);
        Scalar x =
            s.select(on, s.constant(Scalars::computeType(onnxElement), 1),
                     s.constant(Scalars::computeType(onnxElement), 0));
        return s.toMemory(x, onnxElement);
      }));
}

static LoweredValues lowerRange(RangeOp op, Lowerer &l) {
  Type onnxElement = elementOf(op.getOutput());
  Scalars host(l.b, l.loc);
  auto read = [&](Value v) {
    return host.fromMemory(theElement(l, l(v)), onnxElement);
  };
  Scalar start = read(op.getStart()), delta = read(op.getDelta());
  Sizes sizes;
  if (typeOf(op.getOutput()).hasStaticShape() && constantInts(op.getLimit())) {
    sizes = cameo::sizes(l, typeOf(op.getOutput()).getShape());
  } else {
    Scalar limit = read(op.getLimit());
    Scalar count = limit;
    if (start.isFloat()) {
      // In double, as the shape rule counts where all three are constants: a quotient just above a whole number is another one
      // in float.
      Type f64 = l.b.getF64Type();
      count = ((limit.to(f64) - start.to(f64)) / delta.to(f64)).ceil();
      count = count.max(count.like(0)).to(l.b.getI64Type()).toIndex();
    } else {
      // ceil((limit - start) / delta) without leaving the integers.
      Type i64 = l.b.getI64Type();
      Scalar d = delta.to(i64, delta.isUnsigned);
      Scalar span =
          limit.to(i64, limit.isUnsigned) - start.to(i64, start.isUnsigned);
      check(l, d.ne(0), "delta is 0");
      Scalar q = span / d, exact = (q * d).eq(span);
      Scalar same = (span > 0) & (d > 0) | (span < 0) & (d < 0);
      count =
          host.select(same, host.select(exact, q, q + 1), q.like(0)).toIndex();
    }
    sizes = {settleSize(l, op.getOutput(), 0, Value(count))};
  }
  return one(generate(l, sizes, Lowerer::convert(onnxElement),
                      [&](Scalars &s, ArrayRef<Scalar> at) {
                        Type t = start.type();
                        Scalar i = s(Value(at[0])).to(s.b.getI64Type()).to(t);
                        return s.toMemory(s(start) + i * s(delta), onnxElement);
                      }));
}

//===-- Types -------------------------------------------------------------===//

static LoweredValues lowerIdentity(IdentityOp op, Lowerer &l) {
  return one(l(op.getInput()));
}

template <typename Op> static LoweredValues lowerCast(Op op, Lowerer &l) {
  Type from = elementOf(op.getInput()), to = elementOf(op.getOutput());
  if (isString(from) || isString(to))
    return one(castStrings(l, l(op.getInput()), from, to));
  return one(castTensor(l, l(op.getInput()), from, to, op.getSaturate() != 0,
                        op.getRoundMode()));
}

static LoweredValues lowerBitCast(BitCastOp op, Lowerer &l) {
  Type to = Lowerer::convert(elementOf(op.getOutput()));
  Value x = l(op.getInput());
  if (typeOf(x).getElementType() == to)
    return one(x);
  return one(elementwise(l, to, x, [&](Scalars &s, ArrayRef<Scalar> a) {
    return arith::BitcastOp::create(s.b, s.loc, to, a[0]);
  }));
}

//===-- Shapes ------------------------------------------------------------===//

static LoweredValues lowerShape(ShapeOp op, Lowerer &l) {
  Value data = l(op.getData());
  int64_t rank = typeOf(data).getRank();
  auto clampAxis = [&](int64_t v) {
    return std::clamp<int64_t>(v < 0 ? v + rank : v, 0, rank);
  };
  int64_t start = clampAxis(op.getStart()),
          end = clampAxis(op.getEnd().value_or(rank));
  SmallVector<Value> elements;
  for (int64_t i = start; i < end; ++i)
    elements.push_back(arith::IndexCastOp::create(l.b, l.loc, l.b.getI64Type(),
                                                  toValue(l, dim(l, data, i))));
  auto type =
      RankedTensorType::get({int64_t(elements.size())}, l.b.getI64Type());
  if (elements.empty())
    return one(tensor::EmptyOp::create(l.b, l.loc, type.getShape(),
                                       type.getElementType()));
  return one(tensor::FromElementsOp::create(l.b, l.loc, type, elements));
}

static LoweredValues lowerSize(SizeOp op, Lowerer &l) {
  Value n = toValue(l, product(l, dims(l, l(op.getData()))));
  Value i64 = arith::IndexCastOp::create(l.b, l.loc, l.b.getI64Type(), n);
  return one(tensor::FromElementsOp::create(
      l.b, l.loc, RankedTensorType::get({}, i64.getType()), ValueRange(i64)));
}

static LoweredValues lowerReshape(ReshapeOp op, Lowerer &l) {
  Value data = l(op.getData());
  Sizes source = dims(l, data);
  auto type = typeOf(op.getReshaped());
  int64_t rank = lengthOr(l, op.getShape(), type.getRank());
  OpFoldResult total = product(l, source);
  // Sizes as written: 0 copies (unless allowzero), -1 takes what remains.
  Sizes target;
  SmallVector<int64_t> inferred;
  OpFoldResult rest = size(l, 1);
  for (int64_t i = 0; i < rank; ++i) {
    OpFoldResult n = element(l, op.getShape(), i);
    auto known = getConstantIntValue(n);
    if (known && *known == -1) {
      inferred.push_back(i);
      target.push_back(n);
      continue;
    }
    if (known && *known == 0 && !op.getAllowzero() &&
        i < int64_t(source.size())) {
      n = source[i];
    } else if (!known && l.expr(n).lowerBound() < 1) {
      // Markers that only the run shows.
      Scalars s(l.b, l.loc);
      Scalar v = s(toValue(l, n));
      if (!type.isDynamicDim(i)) {
        n = size(l, type.getDimSize(i));
      } else {
        if (!op.getAllowzero() && i < int64_t(source.size()))
          v = s.select(v.eq(0), s(toValue(l, source[i])), v);
        n = Value(v);
        inferred.push_back(i);
      }
    }
    target.push_back(n);
  }
  // Of several candidates for -1 at most one is; the product of the others is not negative.
  for (int64_t i = 0; i < rank; ++i)
    if (!llvm::is_contained(inferred, i))
      rest = mul(l, rest, target[i]);
  Scalars s(l.b, l.loc);
  SmallVector<Scalar> raw;
  for (int64_t i : inferred)
    raw.push_back(s(toValue(l, target[i])));
  for (auto [k, i] : llvm::enumerate(inferred)) {
    if (!type.isDynamicDim(i)) {
      target[i] = size(l, type.getDimSize(i));
      continue;
    }
    if (inferred.size() == 1 && getConstantIntValue(target[i])) {
      OpFoldResult n = floorDiv(l, total, rest);
      if (auto v = dyn_cast<Value>(n))
        if (auto e = l.dimExpr(op.getReshaped(), i))
          l.setExpr(v, *e);
      target[i] = n;
      continue;
    }
    Scalar others = s(toValue(l, rest));
    for (auto [m, v] : llvm::enumerate(raw))
      if (m != k)
        others = others * v;
    Scalar n = s.select(raw[k].eq(-1),
                        s(toValue(l, total)) / others.max(s.index(1)), raw[k]);
    target[i] = Value(n);
    if (auto e = l.dimExpr(op.getReshaped(), i))
      l.setExpr(n, *e);
  }
  for (int64_t i = 0; i < rank; ++i)
    if (!type.isDynamicDim(i))
      target[i] = settleSize(l, op.getReshaped(), i, target[i]);
  checkSame(l, product(l, target), total,
            "the new shape has another number of elements than data");
  return one(reshape(l, data, target));
}

static LoweredValues lowerFlatten(FlattenOp op, Lowerer &l) {
  Value x = l(op.getInput());
  Sizes source = dims(l, x);
  int64_t rank = source.size(), axis = op.getAxis();
  axis = axis < 0 ? axis + rank : axis;
  ArrayRef<OpFoldResult> all(source);
  return one(reshape(
      l, x,
      {product(l, all.take_front(axis)), product(l, all.drop_front(axis))}));
}

/// Squeeze and Unsqueeze move no data: what the result's type leaves open follows from the operand.
static LoweredValues lowerSqueeze(SqueezeOp op, Lowerer &l) {
  Value x = l(op.getData());
  int64_t rank = typeOf(x).getRank();
  SmallVector<int64_t> axes;
  bool absent = isa<NoneType>(op.getAxes().getType());
  auto known = absent ? std::nullopt : checkedInts(l, op.getAxes());
  if (known) {
    for (int64_t a : *known) {
      axes.push_back(axisOf(a, rank));
    }
  } else if (absent) {
    for (int64_t i = 0; i < rank; ++i)
      if (typeOf(x).getDimSize(i) == 1)
        axes.push_back(i);
  }
  auto type = typeOf(op.getSqueezed());
  if ((known || absent) && type.getRank() == rank - int64_t(axes.size())) {
    for (int64_t i : axes)
      checkSame(l, dim(l, x, i), size(l, 1),
                "dimension " + Twine(i) + " is not 1");
    // The rank is settled: dimensions that stay must not be 1.
    Scalars s(l.b, l.loc);
    for (int64_t i = 0; absent && i < rank; ++i)
      if (!llvm::is_contained(axes, i) && l.expr(x, i).lowerBound() < 2)
        check(l, s(toValue(l, dim(l, x, i))).ne(1),
              "dimension " + Twine(i) +
                  " is 1; without axes, the model's shapes must tell that");
    llvm::sort(axes);
    return one(squeeze(l, x, axes));
  }
  Sizes target;
  if (absent) {
    // Which dimensions are 1 only the run knows, yet the result's rank is settled.
    Scalars host(l.b, l.loc);
    SmallVector<Value> masks;
    for (OpFoldResult n : dims(l, x))
      masks.push_back(host(toValue(l, n)).eq(1));
    target = unmasked(l, dims(l, x), masks, type.getRank());
    Scalar kept = host.index(0);
    for (Value mask : masks)
      kept = host.select(host(mask), kept, kept + 1);
    check(l, kept.eq(type.getRank()),
          "sizes of 1 that only the run shows change the rank of the result");
  } else {
    target = unmasked(l, dims(l, x), axisMasks(l, op.getAxes(), rank),
                      type.getRank());
  }
  for (auto [i, n] : llvm::enumerate(target))
    n = settleSize(l, op.getSqueezed(), i, n);
  checkSame(l, product(l, dims(l, x)), product(l, target),
            "the axes do not have size 1");
  return one(reshape(l, x, target));
}

static LoweredValues lowerUnsqueeze(UnsqueezeOp op, Lowerer &l) {
  Value x = l(op.getData());
  auto type = typeOf(op.getExpanded());
  if (auto known = checkedInts(l, op.getAxes())) {
    SmallVector<int64_t> axes;
    int64_t rank = typeOf(x).getRank() + known->size();
    for (int64_t a : *known) {
      axes.push_back(axisOf(a, rank));
    }
    llvm::sort(axes);
    return one(unsqueeze(l, x, axes));
  }
  SmallVector<Value> masks = axisMasks(l, op.getAxes(), type.getRank());
  // Each dimension is 1 or the operand's next one.
  Scalars s(l.b, l.loc);
  SmallVector<Value> source = toValues(l, dims(l, x));
  Scalar next = s.index(0);
  Sizes target;
  for (auto [i, mask] : llvm::enumerate(masks)) {
    Scalar n = s.index(1);
    for (auto [j, size] : llvm::enumerate(source))
      n = s.select(next.eq(int64_t(j)) & !s(mask), s(size), n);
    next = s.select(s(mask), next, next + 1);
    target.push_back(settleSize(l, op.getExpanded(), i, Value(n)));
  }
  checkSame(l, product(l, dims(l, x)), product(l, target),
            "an axis is out of range or stated twice");
  return one(reshape(l, x, target));
}

static LoweredValues lowerExpand(ExpandOp op, Lowerer &l) {
  Value x = l(op.getInput());
  std::optional<int64_t> length = lengthOf(op.getShape());
  Sizes source = dims(l, x);
  int64_t rank = typeOf(op.getOutput()).getRank(), own = source.size();
  Scalars s(l.b, l.loc);
  // The shape's last entry is for the last dimension, what it does not state is 1.
  Value aligned;
  if (!length) {
    Value shape = l(op.getShape());
    check(l, s(toValue(l, dim(l, shape, 0))) <= rank,
          "the shape has more than " + Twine(rank) + " dimensions");
    aligned = compute(
        l, {shape},
        {fill(l, {size(l, rank)}, numberAttr(l.b.getI64Type(), int64_t(1)))},
        [&](Scalars &s, ValueRange args) {
          Scalar n = s.dim(args[0], 0);
          s.loop(s.index(0), n, [&](Scalar i) {
            Scalar to = (i - n + rank).max(s.index(0));
            s.store(s.load(args[0], {i}), args[1], {to});
          });
        })[0];
  }
  auto wanted = [&](int64_t i) -> OpFoldResult {
    if (!length)
      return extractIndex(l, aligned, i);
    return i >= rank - *length ? element(l, op.getShape(), i - (rank - *length))
                               : size(l, 1);
  };
  Sizes target;
  for (int64_t i = 0; i < rank; ++i) {
    int64_t a = i - (rank - own);
    OpFoldResult have = a >= 0 ? source[a] : size(l, 1);
    OpFoldResult want = wanted(i);
    OpFoldResult n;
    if (isOneInteger(have))
      n = want;
    else if (isOneInteger(want) || sameSize(l, have, want))
      n = have;
    else {
      Scalar h = s(toValue(l, have)), w = s(toValue(l, want));
      check(l, h.eq(w) | h.eq(1) | w.eq(1),
            "dimension " + Twine(i) + " does not broadcast");
      n = isa<Attribute>(have) ? have
                               : OpFoldResult(Value(s.select(h.eq(1), w, h)));
    }
    target.push_back(settleSize(l, op.getOutput(), i, n));
  }
  return one(broadcastTo(l, x, target));
}

void cameo::registerTensorLowerings(LoweringRegistry &r) {
  registerTensorMoveLowerings(r);
  registerTensorSliceLowerings(r);
  registerTensorIndexingLowerings(r);
  registerTensorSelectLowerings(r);
  registerTensorRandomLowerings(r);
  r.add<ConstantOp>(lowerConstant);
  r.add<ConstantOfShapeOp>(lowerConstantOfShape);
  r.add<EyeLikeOp>(lowerEyeLike);
  r.add<RangeOp>(lowerRange);
  r.add<IdentityOp>(lowerIdentity);
  r.add<CastOp>(lowerCast<CastOp>);
  r.add<CastLikeOp>(lowerCast<CastLikeOp>);
  r.add<BitCastOp>(lowerBitCast);
  r.add<ShapeOp>(lowerShape);
  r.add<SizeOp>(lowerSize);
  r.add<ReshapeOp>(lowerReshape);
  r.add<FlattenOp>(lowerFlatten);
  r.add<SqueezeOp>(lowerSqueeze);
  r.add<UnsqueezeOp>(lowerUnsqueeze);
  r.add<ExpandOp>(lowerExpand);
}
