// SPDX-License-Identifier: Apache-2.0
// Lowerings of the Reduce* operators, ArgMax and ArgMin. What runs along one axis and keeps it
// (Softmax, CumSum, TopK) is in ReductionAlongAxis.cpp.
#include "compiler/Lowering/Reduction.h"
#include "compiler/Lowering/Lists.h"
#include "dialects/ONNX/Reduction.h"

using namespace mlir;
using namespace cameo;
using namespace cameo::onnx;

static RankedTensorType typeOf(Value v) {
  return cast<RankedTensorType>(v.getType());
}

namespace {
/// A reduction as element → accumulator, accumulator → result, on computed forms.
struct Fold {
  enum Kind { Sum, Product, Max, Min } kind;
  Scalar (*before)(Scalar) = nullptr;
  /// Given the number of elements, too.
  Scalar (*after)(Scalar, Scalar count) = nullptr;
  /// Roots, logarithms and exponentials of integers, and exponentials that
  /// nothing keeps small, take f64.
  bool real = false;
};
} // namespace

/// The type to accumulate in: bool's extremes stay bool, half floats add up in f32.
static Type accumulatorType(Type onnxElement) {
  Type t = Scalars::computeType(onnxElement);
  return t.isInteger(1) ? Type(IntegerType::get(t.getContext(), 8)) : t;
}

static TypedAttr identityOf(Fold::Kind kind, Type accumulator,
                            bool isUnsigned) {
  switch (kind) {
  case Fold::Sum:
    return numberAttr(accumulator, int64_t(0));
  case Fold::Product:
    return numberAttr(accumulator, int64_t(1));
  case Fold::Max:
    return lowestAttr(accumulator, isUnsigned);
  case Fold::Min:
    return highestAttr(accumulator, isUnsigned);
  }
  llvm_unreachable("all kinds are covered");
}

static Scalar combine(Fold::Kind kind, Scalar acc, Scalar x) {
  switch (kind) {
  case Fold::Sum:
    return acc + x;
  case Fold::Product:
    return acc * x;
  case Fold::Max:
    return acc.max(x);
  case Fold::Min:
    return acc.min(x);
  }
  llvm_unreachable("all kinds are covered");
}

/// Reduces over axes that only the run knows: element i of the input goes to the flat result's
/// sum of stride[d] * i[d], where reduced dimensions have stride 0.
static Value reduceByData(Lowerer &l, Value x, ArrayRef<Value> isReduced,
                          TypedAttr identity,
                          function_ref<Value(Scalars &, Scalar, Scalar)> body,
                          Value &count, Sizes &kept) {
  Scalars host(l.b, l.loc);
  Sizes source = dims(l, x);
  int64_t rank = source.size();
  SmallVector<Value> strides(rank);
  Scalar total = host.index(1), reduced = host.index(1);
  kept.assign(rank, size(l, 1));
  for (int64_t d = rank - 1; d >= 0; --d) {
    Scalar n = host(toValue(l, source[d])), mask = host(isReduced[d]);
    strides[d] = host.select(mask, host.index(0), total);
    Scalar own = host.select(mask, host.index(1), n);
    kept[d] = Value(own);
    total = total * own;
    reduced = reduced * host.select(mask, n, host.index(1));
  }
  count = reduced;
  Value init = fill(l, {OpFoldResult(Value(total))}, identity);
  SmallVector<Value> inputs = {x};
  inputs.append(strides);
  return ComputeOp::create(l.b, l.loc, Value(), inputs, ValueRange{init},
                           [&](OpBuilder &b, Location loc, ValueRange args) {
                             Scalars s(b, loc);
                             SmallVector<Scalar> sizes;
                             for (int64_t d = 0; d < rank; ++d)
                               sizes.push_back(s.dim(args[0], d));
                             s.nest(sizes, [&](ArrayRef<Scalar> at) {
                               Scalar to = s.index(0);
                               for (int64_t d = 0; d < rank; ++d)
                                 to = to + at[d] * s(args[1 + d]);
                               Scalar v = s(body(s, s.load(args[0], at),
                                                 s.load(args.back(), {to})));
                               s.store(v, args.back(), {to});
                             });
                           })
      .getResult(0);
}

/// The stated axes, sorted, in [0, rank); none stated means all, unless the operator says no-op.
template <typename Op>
static SmallVector<int64_t> readAxes(Op op, ArrayRef<int64_t> stated,
                                     int64_t rank) {
  SmallVector<int64_t> axes;
  for (int64_t a : stated)
    axes.push_back(axisOf(a, rank));
  llvm::sort(axes);
  if (axes.empty() && !op.getNoopWithEmptyAxes())
    axes = llvm::to_vector(llvm::seq<int64_t>(0, rank));
  return axes;
}

/// For axes that only the run knows: whether each dimension is one of them.
template <typename Op>
static SmallVector<Value> masksOf(Op op, Lowerer &l, int64_t rank) {
  SmallVector<Value> masks = axisMasks(l, op.getAxes(), rank);
  if (lengthOf(op.getAxes()) || op.getNoopWithEmptyAxes())
    return masks;
  // No axes mean all of them.
  Scalars s(l.b, l.loc);
  Scalar none = s(toValue(l, dim(l, l(op.getAxes()), 0))).eq(0);
  for (Value &mask : masks)
    mask = s(mask) | none;
  return masks;
}

/// `r`, one element for each that stays of `x` reduced by `masks`, under the result's shape.
template <typename Op>
static Value shapeByData(Op op, Lowerer &l, Value x, ArrayRef<Value> masks,
                         Sizes kept, Value r) {
  if (op.getKeepdims()) {
    for (auto [i, n] : llvm::enumerate(kept))
      n = settleSize(l, op.getReduced(), i, n);
    return reshape(l, r, kept);
  }
  auto type = typeOf(op.getReduced());
  Sizes target = unmasked(l, dims(l, x), masks, type.getRank());
  for (auto [i, n] : llvm::enumerate(target))
    n = settleSize(l, op.getReduced(), i, n);
  checkSame(l, product(l, target), dim(l, r, 0),
            "an axis is out of range or stated twice");
  // Sizes of 1 would hide that a dimension too many is reduced, or too few.
  Scalars s(l.b, l.loc);
  Scalar left = s.index(0);
  for (Value mask : masks)
    left = left + s.select(s(mask), s.index(0), s.index(1));
  checkSame(l, Value(left), size(l, type.getRank()),
            "the axes do not leave the rank that the model states");
  return reshape(l, r, target);
}

template <typename Op>
static LoweredValues lowerReduce(Op op, Lowerer &l, Fold fold) {
  Value x = l(op.getData());
  Type onnxElement = getElementTypeOrSelf(op.getData().getType());
  Type element =
      Lowerer::convert(getElementTypeOrSelf(op.getReduced().getType()));
  int64_t rank = typeOf(x).getRank();
  bool isUnsigned = Lowerer::isUnsigned(onnxElement);
  Type accumulator =
      fold.real ? Type(l.b.getF64Type()) : accumulatorType(onnxElement);
  TypedAttr identity = identityOf(fold.kind, accumulator, isUnsigned);
  auto body = [&](Scalars &s, Scalar raw, Scalar acc) -> Value {
    Scalar v = s.fromMemory(raw, onnxElement)
                   .to(accumulator, isUnsigned)
                   .as(isUnsigned);
    if (fold.before)
      v = fold.before(v);
    return combine(fold.kind, acc.as(isUnsigned), v);
  };

  SmallVector<int64_t> axes;
  bool absent = isa<NoneType>(op.getAxes().getType());
  auto known = absent ? SmallVector<int64_t>() : checkedInts(l, op.getAxes());
  if (!known && lengthOf(op.getAxes()) == 0)
    known.emplace();
  Value r, count;
  Sizes kept;
  SmallVector<Value> masks;
  if (known) {
    axes = readAxes(op, *known, rank);
    // No axes leave what is done to each element: squares, logarithms.
    if (axes.empty() && op.getNoopWithEmptyAxes() && !fold.before &&
        !fold.after)
      return one(x);
    r = reduce(l, x, axes, identity, body);
    OpFoldResult n = size(l, 1);
    for (int64_t a : axes)
      n = mul(l, n, dim(l, x, a));
    if (fold.after)
      count = toValue(l, n);
  } else {
    masks = masksOf(op, l, rank);
    r = reduceByData(l, x, masks, identity, body, count, kept);
  }
  auto knownCount =
      count ? getConstantIntValue(OpFoldResult(count)) : std::nullopt;
  if (fold.after || accumulator != element)
    r = elementwise(l, element, r, [&](Scalars &s, ArrayRef<Scalar> a) {
      Scalar v = a[0].as(isUnsigned);
      if (fold.after)
        v = fold.after(v, knownCount
                              ? s.constant(accumulator, *knownCount)
                              : s(count).to(s.b.getI64Type()).to(accumulator));
      if (fold.real)
        v = s.cast(v, accumulator, onnxElement);
      return s.toMemory(v, onnxElement);
    });
  if (known)
    return one(op.getKeepdims() ? unsqueeze(l, r, axes) : r);
  return one(shapeByData(op, l, x, masks, kept, r));
}

template <typename Op>
static void addReduce(LoweringRegistry &r, Fold::Kind kind,
                      Scalar (*before)(Scalar) = nullptr,
                      Scalar (*after)(Scalar, Scalar) = nullptr) {
  r.add<Op>([=](Op op, Lowerer &l) {
    return lowerReduce(op, l, Fold{kind, before, after});
  });
}

template <typename Op>
static void addRealReduce(LoweringRegistry &r, Scalar (*before)(Scalar),
                          Scalar (*after)(Scalar, Scalar)) {
  r.add<Op>([=](Op op, Lowerer &l) {
    bool integers =
        isa<IntegerType>(getElementTypeOrSelf(op.getData().getType()));
    return lowerReduce(op, l, Fold{Fold::Sum, before, after, integers});
  });
}

/// ln(sum(e^x)) by way of the maximum, which must not overflow.
static LoweredValues lowerReduceLogSumExp(ReduceLogSumExpOp op, Lowerer &l) {
  Value x = l(op.getData());
  bool absent = isa<NoneType>(op.getAxes().getType());
  auto known = absent ? SmallVector<int64_t>() : checkedInts(l, op.getAxes());
  if (!known && lengthOf(op.getAxes()) == 0)
    known.emplace();
  Type onnxElement = getElementTypeOrSelf(op.getData().getType());
  int64_t rank = typeOf(x).getRank();
  bool isUnsigned = Lowerer::isUnsigned(onnxElement);
  Type compute = isa<FloatType>(onnxElement) ? Scalars::computeType(onnxElement)
                                             : Type(l.b.getF64Type());
  auto read = [&](Scalars &s, Scalar raw) {
    return s.fromMemory(raw, onnxElement).to(compute, isUnsigned);
  };
  auto largest = [&](Scalars &s, Scalar raw, Scalar acc) -> Value {
    return acc.max(read(s, raw));
  };
  // An infinite maximum would make NaN of the differences; 0 leaves the sum as it is.
  auto shiftOf = [&](Value max) {
    return elementwise(l, compute, max, [&](Scalars &s, ArrayRef<Scalar> a) {
      Scalar infinity = a[0].like(std::numeric_limits<double>::infinity());
      return s.select(a[0].abs().eq(infinity), a[0].like(0), a[0]);
    });
  };
  auto finish = [&](Value sum, Value shift) {
    return elementwise(l, Lowerer::convert(onnxElement), {sum, shift},
                       [&](Scalars &s, ArrayRef<Scalar> a) {
                         Scalar v = a[0].log() + a[1];
                         if (isa<IntegerType>(onnxElement))
                           v = s.cast(v, compute, onnxElement);
                         return s.toMemory(v, onnxElement);
                       });
  };
  TypedAttr lowest = lowestAttr(compute, false),
            zero = numberAttr(compute, int64_t(0));
  if (!known) {
    SmallVector<Value> masks = masksOf(op, l, rank);
    Value count;
    Sizes kept;
    Value shift =
        shiftOf(reduceByData(l, x, masks, lowest, largest, count, kept));
    Value powers = elementwise(l, compute, {x, reshape(l, shift, kept)},
                               [&](Scalars &s, ArrayRef<Scalar> a) -> Value {
                                 return (read(s, a[0]) - a[1]).exp();
                               });
    Value sum = reduceByData(
        l, powers, masks, zero,
        [](Scalars &, Scalar v, Scalar acc) -> Value { return acc + v; }, count,
        kept);
    return one(shapeByData(op, l, x, masks, kept, finish(sum, shift)));
  }
  SmallVector<int64_t> axes = readAxes(op, *known, rank);
  Value shift = shiftOf(reduce(l, x, axes, lowest, largest));
  MLIRContext *context = l.b.getContext();
  SmallVector<AffineExpr> rows;
  SmallVector<utils::IteratorType> iterators(rank,
                                             utils::IteratorType::reduction);
  Sizes outSizes;
  for (int64_t i = 0; i < rank; ++i)
    if (!llvm::is_contained(axes, i)) {
      rows.push_back(getAffineDimExpr(i, context));
      iterators[i] = utils::IteratorType::parallel;
      outSizes.push_back(dim(l, x, i));
    }
  AffineMap rowMap = AffineMap::get(rank, 0, rows, context);
  AffineMap identity = AffineMap::getMultiDimIdentityMap(rank, context);
  Value sum = generic(l, fill(l, outSizes, zero), {x, shift},
                      {identity, rowMap, rowMap}, iterators,
                      [&](Scalars &s, ArrayRef<Scalar> a) {
                        return a[2] + (read(s, a[0]) - a[1]).exp();
                      });
  Value r = finish(sum, shift);
  return one(op.getKeepdims() ? unsqueeze(l, r, axes) : r);
}

//===-- ArgMax, ArgMin ----------------------------------------------------===//

/// The first (or last) of equal extremes, NaN before all: the row's extreme, then the least (or
/// greatest) index at which it stands. Both passes are vectors all through.
template <typename Op>
static LoweredValues lowerArg(Op op, Lowerer &l, bool largest) {
  Value x = l(op.getData());
  Type onnxElement = getElementTypeOrSelf(op.getData().getType());
  int64_t rank = typeOf(x).getRank();
  int64_t axis = axisOf(op.getAxis(), rank);
  bool isUnsigned = Lowerer::isUnsigned(onnxElement),
       last = op.getSelectLastIndex();
  OpFoldResult n = dim(l, x, axis);
  auto length = getConstantIntValue(n);
  if (!length) {
    Scalars host(l.b, l.loc);
    check(l, host(toValue(l, n)) > 0, "the axis is empty");
  }
  Type compute = Scalars::computeType(onnxElement);
  Value extreme = reduce(l, x, {axis},
                         largest ? lowestAttr(compute, isUnsigned)
                                 : highestAttr(compute, isUnsigned),
                         [&](Scalars &s, Scalar raw, Scalar acc) -> Value {
                           Scalar v = s.fromMemory(raw, onnxElement),
                                  w = acc.as(isUnsigned);
                           return largest ? w.max(v) : w.min(v);
                         });
  // Indices take as little room as they can: as many fit a vector as elements do.
  Type index = length && *length < INT32_MAX ? Type(l.b.getI32Type())
                                             : Type(l.b.getI64Type());
  TypedAttr none =
      last ? numberAttr(index, int64_t(-1)) : highestAttr(index, false);
  MLIRContext *context = l.b.getContext();
  SmallVector<AffineExpr> rows;
  SmallVector<utils::IteratorType> iterators(rank,
                                             utils::IteratorType::parallel);
  iterators[axis] = utils::IteratorType::reduction;
  Sizes outer;
  for (int64_t i = 0; i < rank; ++i)
    if (i != axis) {
      rows.push_back(getAffineDimExpr(i, context));
      outer.push_back(dim(l, x, i));
    }
  AffineMap rowMap = AffineMap::get(rank, 0, rows, context);
  AffineMap identity = AffineMap::getMultiDimIdentityMap(rank, context);
  Value found = generic(
      l, fill(l, outer, none), {x, extreme}, {identity, rowMap, rowMap},
      iterators, [&](Scalars &s, ArrayRef<Scalar> a) {
        Scalar v = s.fromMemory(a[0], onnxElement), w = a[1].as(v.isUnsigned);
        Scalar hit = v.eq(w);
        if (v.isFloat())
          hit = hit | (v.isNaN() & w.isNaN());
        Scalar at = s.select(hit, s.position(axis).to(index), s.constant(none));
        return last ? a[2].max(at) : a[2].min(at);
      });
  Value r = elementwise(
      l, l.b.getI64Type(), found,
      [&](Scalars &, ArrayRef<Scalar> a) { return a[0].to(l.b.getI64Type()); });
  return one(op.getKeepdims() ? unsqueeze(l, r, {axis}) : r);
}

void cameo::registerReductionLowerings(LoweringRegistry &r) {
  auto root = [](Scalar v, Scalar) { return v.isFloat() ? v.sqrt() : v; };
  auto square = [](Scalar v) { return v * v; };
  addReduce<ReduceSumOp>(r, Fold::Sum);
  addReduce<ReduceMeanOp>(r, Fold::Sum, nullptr,
                          [](Scalar v, Scalar n) { return v / n; });
  addReduce<ReduceMaxOp>(r, Fold::Max);
  addReduce<ReduceMinOp>(r, Fold::Min);
  addReduce<ReduceProdOp>(r, Fold::Product);
  addReduce<ReduceL1Op>(r, Fold::Sum, [](Scalar v) { return v.abs(); });
  addRealReduce<ReduceL2Op>(r, square, root);
  addReduce<ReduceSumSquareOp>(r, Fold::Sum, square);
  addRealReduce<ReduceLogSumOp>(r, nullptr,
                                [](Scalar v, Scalar) { return v.log(); });
  r.add<ReduceLogSumExpOp>(lowerReduceLogSumExp);
  r.add<ArgMaxOp>([](ArgMaxOp op, Lowerer &l) {
    return lowerArg(op, l, /*largest=*/true);
  });
  r.add<ArgMinOp>([](ArgMinOp op, Lowerer &l) {
    return lowerArg(op, l, /*largest=*/false);
  });
  registerAlongAxisLowerings(r);
}
