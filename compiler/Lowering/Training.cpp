// SPDX-License-Identifier: Apache-2.0
// Lowerings of the optimizers of ai.onnx.preview.training: one element-wise
// computation per tensor and state. Gradient is differentiated before
// (compiler/Graph).
#include "dialects/ONNX/Training.h"
#include "compiler/Lowering/Support.h"

using namespace mlir;
using namespace cameo;
using namespace cameo::onnx;

namespace {
/// What one step sees of an element, in the computed type.
struct Step {
  Scalar rate, count; ///< count: T in the computed type
  Scalar x, gradient;
  SmallVector<Scalar> states;
};
/// The new x, then the new states.
using Update = function_ref<SmallVector<Scalar>(Scalars &, const Step &)>;

/// Operands are R, T, then tensors, gradients and states, each group as long as
/// the others.
template <typename Op>
LoweredValues optimise(Op op, Lowerer &l, unsigned states, Update update) {
  SmallVector<Value> inputs = l(op.getInputs());
  size_t count = inputs.size() / (2 + states);
  SmallVector<Value> results(op->getNumResults());
  Type rateType = getElementTypeOrSelf(op.getR().getType());
  // R and T hold one element, whatever their rank.
  auto scalar = [&](Value v) { return reshape(l, l(v), Sizes()); };
  Value rate = scalar(op.getR()), time = scalar(op.getT());
  for (size_t i = 0; i < count; ++i) {
    Type element = getElementTypeOrSelf(op.getInputs()[i].getType());
    Type wide = Scalars::computeType(element);
    SmallVector<Value> operands = {rate, time};
    for (unsigned g = 0; g < 2 + states; ++g)
      operands.push_back(inputs[i + g * count]);
    // No broadcasting: the result is the tensor's, element by element.
    int64_t rank = cast<RankedTensorType>(inputs[i].getType()).getRank();
    for (Value v : ArrayRef(operands).drop_front(3)) {
      if (cast<RankedTensorType>(v.getType()).getRank() != rank)
        return op.emitError(
            "a gradient or state has another rank than its tensor");
      for (int64_t d = 0; d < rank; ++d)
        checkSame(l, dim(l, v, d), dim(l, inputs[i], d),
                  "a gradient or state has another shape than its tensor");
    }
    for (unsigned k = 0; k < 1 + states; ++k)
      results[i + k * count] = elementwise(
          l, Lowerer::convert(element), operands,
          [&](Scalars &s, ArrayRef<Scalar> v) {
            auto read = [&](size_t j) {
              return s.fromMemory(v[j], element).to(wide);
            };
            Step step{s.fromMemory(v[0], rateType).to(wide),
                      v[1].to(wide),
                      read(2),
                      read(3),
                      {}};
            for (unsigned j = 0; j < states; ++j)
              step.states.push_back(read(4 + j));
            return s.toMemory(update(s, step)[k], element);
          },
          op->getResult(i + k * count));
  }
  return results;
}

LoweredValues lowerAdam(AdamOp op, Lowerer &l) {
  double alpha = op.getAlpha().convertToDouble(),
         beta = op.getBeta().convertToDouble();
  double epsilon = op.getEpsilon().convertToDouble();
  double decay = op.getNormCoefficient().convertToDouble();
  double after = op.getNormCoefficientPost().convertToDouble();
  return optimise(op, l, 2,
                  [&](Scalars &s, const Step &t) -> SmallVector<Scalar> {
                    // The averages start at zero: their bias shrinks with the
                    // number of steps.
                    Scalar unbiased =
                        t.rate * (1.0 - t.rate.like(beta).pow(t.count)).sqrt() /
                        (1.0 - t.rate.like(alpha).pow(t.count));
                    Scalar rate = s.select(t.count > 0.0, unbiased, t.rate);
                    Scalar g = t.x * decay + t.gradient;
                    Scalar v = t.states[0] * alpha + g * (1 - alpha);
                    Scalar h = t.states[1] * beta + g * g * (1 - beta);
                    Scalar x = t.x - rate * v / (h.sqrt() + epsilon);
                    return {x * (1 - after), v, h};
                  });
}

LoweredValues lowerAdagrad(AdagradOp op, Lowerer &l) {
  double slowing = op.getDecayFactor().convertToDouble();
  double epsilon = op.getEpsilon().convertToDouble();
  double decay = op.getNormCoefficient().convertToDouble();
  return optimise(op, l, 1,
                  [&](Scalars &, const Step &t) -> SmallVector<Scalar> {
                    Scalar rate = t.rate / (t.count * slowing + 1.0);
                    Scalar g = t.x * decay + t.gradient;
                    Scalar h = t.states[0] + g * g;
                    return {t.x - rate * g / (h.sqrt() + epsilon), h};
                  });
}

LoweredValues lowerMomentum(MomentumOp op, Lowerer &l) {
  double alpha = op.getAlpha().convertToDouble(),
         beta = op.getBeta().convertToDouble();
  double decay = op.getNormCoefficient().convertToDouble();
  bool nesterov = op.getMode() == "nesterov";
  return optimise(
      op, l, 1, [&](Scalars &s, const Step &t) -> SmallVector<Scalar> {
        Scalar g = t.x * decay + t.gradient;
        // The first step takes the whole gradient.
        Scalar share = s.select(t.count > 0.0, t.x.like(beta), t.x.like(1.0));
        Scalar v = t.states[0] * alpha + share * g;
        return {t.x - t.rate * (nesterov ? g + v * alpha : v), v};
      });
}
} // namespace

void cameo::registerTrainingLowerings(LoweringRegistry &r) {
  r.add<AdamOp>(lowerAdam);
  r.add<AdagradOp>(lowerAdagrad);
  r.add<MomentumOp>(lowerMomentum);
}
