// SPDX-License-Identifier: Apache-2.0
// What the operators of ai.onnx.ml share, and their registration.
#include "compiler/Lowering/ML.h"
#include "compiler/Lowering/HostCall.h"
#include "compiler/Lowering/MLMap.h"

using namespace mlir;
using namespace cameo;
using namespace cameo::onnx;

static RankedTensorType typeOf(Value v) {
  return cast<RankedTensorType>(v.getType());
}

FailureOr<Value> cameo::featureRows(Operation *op, Lowerer &l, Value onnxX,
                                    Type element, int64_t columns, bool exact) {
  Value x = l(onnxX);
  if (!x || !isa<RankedTensorType>(x.getType()) ||
      !getElementTypeOrSelf(onnxX.getType()).isIntOrFloat())
    return op->emitError("takes a tensor of numbers");
  int64_t rank = typeOf(x).getRank();
  if (rank == 1)
    x = unsqueeze(l, x, {0});
  else if (rank != 2)
    return op->emitError(
               "takes a vector or a matrix, but its operand has rank ")
           << rank;
  if (typeOf(x).getElementType() != element)
    x = castTensor(l, x, getElementTypeOrSelf(onnxX.getType()), element);
  OpFoldResult width = dim(l, x, 1);
  if (auto known = getConstantIntValue(width)) {
    if (*known < columns || (exact && *known != columns))
      return op->emitError("takes ")
             << columns << " features, but is given " << *known;
    return x;
  }
  if (exact) {
    checkSame(l, width, size(l, columns),
              "does not get as many features as it takes");
  } else {
    Scalars s(l.b, l.loc);
    check(l, s(toValue(l, width)) >= s.index(columns),
          "gets fewer features than it takes");
  }
  return x;
}

Value cameo::column(Lowerer &l, Value matrix, int64_t i) {
  return squeeze(l, sliceAxis(l, matrix, 1, size(l, i), size(l, 1)), {1});
}

//===-- Scores ------------------------------------------------------------===//

/// 1 / (1 + exp(-x)), by an exponential that cannot overflow.
static Scalar logistic(Scalar x) { return x.sigmoid(); }

/// sqrt(2) * erfinv(2 x - 1) by Winitzki's approximation with a = 0.147, which
/// is what ONNX Runtime's probit is.
static Scalar probit(Scalar x) {
  Scalars &s = x.scalars();
  Scalar y = x * 2.0 - x.like(1.0);
  Scalar log = ((1.0 - y) * (y + 1.0)).log();
  Scalar a = log * 0.5 + 2.0 / (3.14159 * 0.147);
  Scalar root = ((a * a - log * (1.0 / 0.147)).sqrt() - a).sqrt();
  return s.select(y < 0.0, -root, root) * 1.41421356;
}

static Value mapScores(Lowerer &l, Value scores,
                       function_ref<Scalar(Scalar)> fn) {
  return elementwise(
      l, typeOf(scores).getElementType(), {scores},
      [&](Scalars &, ArrayRef<Scalar> v) -> Value { return fn(v[0]); });
}

Value cameo::postTransform(Lowerer &l, Value scores, StringRef transform) {
  Type element = typeOf(scores).getElementType();
  if (transform == "LOGISTIC")
    return mapScores(l, scores, logistic);
  if (transform == "PROBIT")
    return mapScores(l, scores, probit);
  if (transform != "SOFTMAX" && transform != "SOFTMAX_ZERO")
    return scores;
  bool keepsZero = transform == "SOFTMAX_ZERO";
  Value most = unsqueeze(l,
                         reduce(l, scores, {1}, lowestAttr(element, false),
                                [](Scalars &, Scalar v, Scalar best) {
                                  return Value(v.max(best));
                                }),
                         {1});
  // SOFTMAX_ZERO leaves what is nearly 0 out of the sum.
  auto isZero = [](Scalar v) { return v.abs() <= v.like(1e-7); };
  Value parts = elementwise(
      l, element, {scores, most}, [&](Scalars &s, ArrayRef<Scalar> v) -> Value {
        Scalar e = (v[0] - v[1]).exp();
        return keepsZero ? s.select(isZero(v[0]), v[0].like(0.0), e) : e;
      });
  Value sum = unsqueeze(
      l,
      reduce(l, parts, {1}, numberAttr(element, 0.0),
             [](Scalars &, Scalar v, Scalar acc) { return Value(v + acc); }),
      {1});
  if (!keepsZero)
    return elementwise(
        l, element, {parts, sum},
        [](Scalars &, ArrayRef<Scalar> v) { return Value(v[0] / v[1]); });
  return elementwise(l, element, {parts, sum, scores, most},
                     [&](Scalars &s, ArrayRef<Scalar> v) -> Value {
                       Scalar part =
                           s.select(isZero(v[2]), v[2] * (-v[3]).exp(), v[0]);
                       return part / v[1];
                     });
}

Value cameo::withSecondScore(Lowerer &l, Value score, StringRef transform,
                             SecondScore kind) {
  Type element = typeOf(score).getElementType();
  Value one = column(l, score, 0);
  return generate(l, {dim(l, score, 0), size(l, 2)}, element,
                  [&](Scalars &s, ArrayRef<Scalar> at) -> Value {
                    Scalar v = s.extract(one, {at[0]});
                    Scalar first = at[1].eq(0);
                    Scalar opposite = s.select(first, -v, v);
                    if (transform == "LOGISTIC")
                      return logistic(opposite);
                    if (kind == SecondScore::Opposite)
                      return opposite;
                    Scalar p = s.select(first, 1.0 - v, v);
                    return transform == "PROBIT" ? probit(p) : p;
                  });
}

Value cameo::largestPlace(Lowerer &l, Value scores) {
  Type i64 = l.b.getI64Type();
  int64_t columns = typeOf(scores).getDimSize(1);
  return generate(
      l, {dim(l, scores, 0)}, i64,
      [&](Scalars &s, ArrayRef<Scalar> at) -> Value {
        Scalar first = s.extract(scores, {at[0], s.index(0)});
        auto best =
            s.loop(s.index(1), s.index(columns), {first, s.constant(i64, 0)},
                   [&](Scalar i, ArrayRef<Scalar> carried) -> Scalars::Carried {
                     Scalar v = s.extract(scores, {at[0], i});
                     Scalar better = v > carried[0];
                     return {s.select(better, v, carried[0]),
                             s.select(better, i.to(i64), carried[1])};
                   });
        return best[1];
      });
}

//===-- Labels ------------------------------------------------------------===//

FailureOr<Value> cameo::labelsAt(Operation *op, Lowerer &l, Value places,
                                 std::optional<ArrayRef<int64_t>> ints,
                                 std::optional<ArrayAttr> strings) {
  if (strings && !strings->empty()) {
    SmallVector<StringRef> texts = stringsOf(strings);
    auto table = stringTensor(l, texts, {int64_t(texts.size())});
    if (failed(table))
      return failure();
    Value list = *table;
    return elementwise(
        l, l.b.getI64Type(), {places},
        [&](Scalars &s, ArrayRef<Scalar> v) -> Value {
          return s.extract(
              list, {s.normaliseIndex(v[0].toIndex(), s.index(texts.size()))});
        });
  }
  assert(ints && !ints->empty() &&
         "classifiers without labels are refused before");
  // Most number their classes from 0.
  bool counts = true;
  for (auto [i, v] : llvm::enumerate(*ints))
    counts &= v == int64_t(i);
  if (counts)
    return places;
  Value table = numbers<int64_t>(l, *ints);
  int64_t count = ints->size();
  return elementwise(l, l.b.getI64Type(), {places},
                     [&](Scalars &s, ArrayRef<Scalar> v) -> Value {
                       return s.extract(
                           table,
                           {s.normaliseIndex(v[0].toIndex(), s.index(count))});
                     });
}

void cameo::registerMLLowerings(LoweringRegistry &r) {
  registerMLMapLowerings(r);
  registerMLDataLowerings(r);
  registerMLLabelLowerings(r);
  registerMLLinearLowerings(r);
  registerMLSVMLowerings(r);
  registerMLTreeLowerings(r);
}
