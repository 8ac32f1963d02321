// SPDX-License-Identifier: Apache-2.0
// Lowerings of the linear models of ai.onnx.ml: one product, then scores.
#include "compiler/Lowering/ML.h"
#include "dialects/ONNX/ML.h"

using namespace mlir;
using namespace cameo;
using namespace cameo::onnx;

namespace {
/// X * coefficients' + intercepts, [rows, outputs], in f32.
FailureOr<Value> affine(Operation *op, Lowerer &l, Value onnxX,
                        ArrayRef<float> coefficients,
                        std::optional<ArrayRef<float>> intercepts,
                        int64_t outputs) {
  if (outputs < 1 || coefficients.empty() || coefficients.size() % outputs)
    return op->emitError("has ") << coefficients.size() << " coefficients for "
                                 << outputs << " results";
  int64_t features = coefficients.size() / outputs;
  if (intercepts && !intercepts->empty() &&
      int64_t(intercepts->size()) != outputs)
    return op->emitError("has ")
           << intercepts->size() << " intercepts for " << outputs << " results";
  Type f32 = l.b.getF32Type();
  FailureOr<Value> x = featureRows(op, l, onnxX, f32, features, /*exact=*/true);
  if (failed(x))
    return failure();
  // Results side by side, as vectors want them.
  std::vector<float> columns(coefficients.size());
  for (int64_t o = 0; o < outputs; ++o)
    for (int64_t f = 0; f < features; ++f)
      columns[f * outputs + o] = coefficients[o * features + f];
  Value weights = numbers<float>(l, columns, {features, outputs});
  Value y =
      contract(l, *x, {0, 2}, weights, {2, 1},
               {dim(l, *x, 0), size(l, outputs), size(l, features)}, 2, f32);
  if (!intercepts || intercepts->empty())
    return y;
  return elementwise(
      l, f32, {y, numbers<float>(l, *intercepts)},
      [](Scalars &, ArrayRef<Scalar> v) { return Value(v[0] + v[1]); });
}

LoweredValues lowerLinearRegressor(LinearRegressorOp op, Lowerer &l) {
  if (!op.getCoefficients())
    return op.emitError("has no coefficients");
  FailureOr<Value> y = affine(op, l, op.getX(), *op.getCoefficients(),
                              op.getIntercepts(), op.getTargets());
  if (failed(y))
    return failure();
  StringRef transform = op.getPostTransform();
  // A single score is transformed by PROBIT only, as by ONNX Runtime.
  if (op.getTargets() == 1 && transform != "PROBIT")
    return one(*y);
  return one(postTransform(l, *y, transform));
}

LoweredValues lowerLinearClassifier(LinearClassifierOp op, Lowerer &l) {
  auto strings = op.getClasslabelsStrings();
  int64_t labels =
      strings && !strings->empty()
          ? int64_t(strings->size())
          : int64_t(
                op.getClasslabelsInts().value_or(ArrayRef<int64_t>()).size());
  int64_t outputs = op.getIntercepts() && !op.getIntercepts()->empty()
                        ? int64_t(op.getIntercepts()->size())
                        : std::max<int64_t>(labels, 1);
  // A score per label, or one for two.
  if (labels != outputs && !(outputs == 1 && labels == 2) &&
      !(outputs == 1 && labels == 0))
    return op.emitError("has ")
           << outputs << " intercepts for " << labels << " labels";
  FailureOr<Value> y = affine(op, l, op.getX(), op.getCoefficients(),
                              op.getIntercepts(), outputs);
  if (failed(y))
    return failure();
  StringRef transform = op.getPostTransform();
  Value places, scores = *y;
  if (outputs == 1) {
    places = elementwise(l, l.b.getI64Type(), {column(l, *y, 0)},
                         [&](Scalars &s, ArrayRef<Scalar> v) -> Value {
                           return (v[0] > 0.0).to(s.b.getI64Type(), true);
                         });
    if (labels == 2)
      scores = withSecondScore(l, *y, transform, SecondScore::Complement);
    else if (transform == "PROBIT")
      scores = postTransform(l, *y, transform);
    if (labels == 1)
      places =
          fill(l, dims(l, places), numberAttr(l.b.getI64Type(), int64_t(0)));
    if (labels == 0)
      return SmallVector<Value>{places, scores};
  } else {
    places = largestPlace(l, *y);
    scores = postTransform(l, *y, transform);
  }
  FailureOr<Value> named =
      labelsAt(op, l, places, op.getClasslabelsInts(), strings);
  if (failed(named))
    return failure();
  return SmallVector<Value>{*named, scores};
}
} // namespace

void cameo::registerMLLinearLowerings(LoweringRegistry &r) {
  r.add<LinearRegressorOp>(lowerLinearRegressor);
  r.add<LinearClassifierOp>(lowerLinearClassifier);
}
