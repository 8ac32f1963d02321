// SPDX-License-Identifier: Apache-2.0
// Lowerings of what runs along one axis and keeps it: Softmax & co. as row computations that fuse
// into one kernel, running sums and products. TopK has a file of its own.
#include "compiler/Lowering/Reduction.h"
#include "dialects/ONNX/Reduction.h"

using namespace mlir;
using namespace cameo;
using namespace cameo::onnx;

static RankedTensorType typeOf(Value v) {
  return cast<RankedTensorType>(v.getType());
}

//===-- Softmax -----------------------------------------------------------===//

namespace {
/// The maps of computations over the rows of a tensor along an axis.
struct Rows {
  Rows(Lowerer &l, Value x, int64_t axis) : all(dims(l, x)) {
    MLIRContext *context = l.b.getContext();
    int64_t rank = all.size();
    SmallVector<AffineExpr> exprs;
    for (int64_t i = 0; i < rank; ++i)
      if (i != axis)
        exprs.push_back(getAffineDimExpr(i, context));
    element = AffineMap::getMultiDimIdentityMap(rank, context);
    row = AffineMap::get(rank, 0, exprs, context);
    iterators.assign(rank, utils::IteratorType::parallel);
  }
  Sizes all;
  AffineMap element, row;
  SmallVector<utils::IteratorType> iterators;
};
} // namespace

Value cameo::softmax(Lowerer &l, Value x, int64_t axis, Type onnxElement,
                     bool logarithm) {
  Type compute = Scalars::computeType(onnxElement),
       element = Lowerer::convert(onnxElement);
  Rows rows(l, x, axis);
  Value max = reduce(l, x, axis, lowestAttr(compute, false),
                     [&](Scalars &s, Scalar raw, Scalar acc) {
                       return acc.max(s.fromMemory(raw, onnxElement));
                     });
  Value e = generic(l, empty(l, rows.all, compute), {x, max},
                    {rows.element, rows.row, rows.element}, rows.iterators,
                    [&](Scalars &s, ArrayRef<Scalar> a) -> Value {
                      Scalar d = s.fromMemory(a[0], onnxElement) - a[1];
                      return logarithm ? d : d.exp();
                    });
  Value sum = reduce(l, e, axis, numberAttr(compute, int64_t(0)),
                     [&](Scalars &, Scalar v, Scalar acc) {
                       return acc + (logarithm ? v.exp() : v);
                     });
  return generic(l, empty(l, rows.all, element), {e, sum},
                 {rows.element, rows.row, rows.element}, rows.iterators,
                 [&](Scalars &s, ArrayRef<Scalar> a) {
                   return s.toMemory(logarithm ? a[0] - a[1].log()
                                               : a[0] / a[1],
                                     onnxElement);
                 });
}

template <typename Op>
static LoweredValues lowerSoftmax(Op op, Lowerer &l, bool logarithm) {
  int64_t axis = axisOf(op.getAxis(), typeOf(op.getInput()).getRank());
  return one(softmax(l, l(op.getInput()), axis,
                     getElementTypeOrSelf(op.getInput().getType()), logarithm));
}

/// One tile per row: 1 at the first maximum.
static LoweredValues lowerHardmax(HardmaxOp op, Lowerer &l) {
  Value x = l(op.getInput());
  Type onnxElement = getElementTypeOrSelf(op.getInput().getType());
  int64_t axis = axisOf(op.getAxis(), typeOf(x).getRank());
  Type compute = Scalars::computeType(onnxElement),
       element = Lowerer::convert(onnxElement);
  Type i64 = l.b.getI64Type();
  Rows rows(l, x, axis);
  Value max = reduce(l, x, axis, lowestAttr(compute, false),
                     [&](Scalars &s, Scalar raw, Scalar acc) {
                       return acc.max(s.fromMemory(raw, onnxElement));
                     });
  // The least position that holds the maximum.
  Value far = fill(l, dims(l, max),
                   numberAttr(i64, std::numeric_limits<int64_t>::max()));
  SmallVector<utils::IteratorType> iterators = rows.iterators;
  iterators[axis] = utils::IteratorType::reduction;
  Value first =
      generic(l, far, {x, max}, {rows.element, rows.row, rows.row}, iterators,
              [&](Scalars &s, ArrayRef<Scalar> a) -> Value {
                Scalar hit = s.fromMemory(a[0], onnxElement).eq(a[1]);
                Scalar i = s.position(axis).to(i64);
                return s.select(hit, a[2].min(i), a[2]);
              });
  return one(generic(l, empty(l, rows.all, element), first,
                     {rows.row, rows.element}, rows.iterators,
                     [&](Scalars &s, ArrayRef<Scalar> a) {
                       Scalar on = s.position(axis).to(i64).eq(a[0]);
                       return s.toMemory(s.select(on, s.constant(compute, 1),
                                                  s.constant(compute, 0)),
                                         onnxElement);
                     }));
}

//===-- Running sums and products -----------------------------------------===//

template <typename Op>
static LoweredValues lowerCumulative(Op op, Lowerer &l, bool isSum) {
  Value x = l(op.getX());
  Type onnxElement = getElementTypeOrSelf(op.getX().getType());
  auto type = typeOf(x);
  int64_t rank = type.getRank();
  if (rank == 0)
    return op.emitError("x must have at least one dimension");
  // As [outer, n, inner], where the axis may come from data.
  Sizes source = dims(l, x);
  OpFoldResult axis = cameo::element(l, op.getAxis(), 0);
  OpFoldResult outer, n, inner;
  if (auto known = getConstantIntValue(axis)) {
    int64_t a = axisOf(*known, rank);
    ArrayRef<OpFoldResult> all(source);
    outer = product(l, all.take_front(a)), n = source[a],
    inner = product(l, all.drop_front(a + 1));
  } else {
    Scalars s(l.b, l.loc);
    Scalar a = s(toValue(l, axis)), before = s.index(1), along = s.index(1),
           after = s.index(1);
    a = s.select(a < 0, a + rank, a);
    check(l, (a >= 0) & (a < rank), "axis is out of range");
    for (int64_t i = 0; i < rank; ++i) {
      Scalar d = s(toValue(l, source[i])), one = s.index(1), here = s.index(i);
      before = before * s.select(here < a, d, one);
      along = along * s.select(here.eq(a), d, one);
      after = after * s.select(here > a, d, one);
    }
    outer = Value(before), n = Value(along), inner = Value(after);
  }
  Value flat = reshape(l, x, {product(l, source)});
  Value init = empty(l, {product(l, source)}, type.getElementType());
  bool exclusive = op.getExclusive(), reverse = op.getReverse();
  Value r =
      ComputeOp::create(
          l.b, l.loc, toValue(l, outer),
          ValueRange{flat, toValue(l, n), toValue(l, inner)}, ValueRange{init},
          [&](OpBuilder &b, Location loc, ValueRange args) {
            Scalars s(b, loc);
            Scalar t = s(args[0]), count = s(args[2]), width = s(args[3]);
            s.loop(s.index(0), width, [&](Scalar j) {
              Scalar start =
                  s.constant(Scalars::computeType(onnxElement), isSum ? 0 : 1);
              s.loop(s.index(0), count, {start},
                     [&](Scalar i, ArrayRef<Scalar> acc) -> Scalars::Carried {
                       Scalar k = reverse ? count - 1 - i : i;
                       Scalar at = (t * count + k) * width + j;
                       Scalar v =
                           s.fromMemory(s.load(args[1], {at}), onnxElement);
                       Scalar next = isSum ? acc[0] + v : acc[0] * v;
                       s.store(s(s.toMemory(exclusive ? acc[0] : next,
                                            onnxElement)),
                               args[4], {at});
                       return {next};
                     });
            });
          })
          .getResult(0);
  return one(reshape(l, r, source));
}

void cameo::registerAlongAxisLowerings(LoweringRegistry &r) {
  r.add<SoftmaxOp>(
      [](SoftmaxOp op, Lowerer &l) { return lowerSoftmax(op, l, false); });
  r.add<LogSoftmaxOp>(
      [](LogSoftmaxOp op, Lowerer &l) { return lowerSoftmax(op, l, true); });
  r.add<HardmaxOp>(lowerHardmax);
  r.add<CumSumOp>(
      [](CumSumOp op, Lowerer &l) { return lowerCumulative(op, l, true); });
  r.add<CumProdOp>(
      [](CumProdOp op, Lowerer &l) { return lowerCumulative(op, l, false); });
  registerTopKLowering(r);
}
