// SPDX-License-Identifier: Apache-2.0
// Lowerings of the activation functions; each is its formula on the ONNX operator page, written
// so that large arguments do not overflow on the way.
#include "compiler/Lowering/Math.h"
#include "dialects/ONNX/Math.h"

using namespace mlir;
using namespace cameo;
using namespace cameo::onnx;

using Args = ArrayRef<Scalar>;

static double number(const APFloat &f) { return f.convertToFloat(); }

/// ln(1 + e^x) = max(x, 0) + ln(1 + e^-|x|)
static Scalar softplus(Scalar x) {
  return x.max(x.like(0)) + ((-x.abs()).exp() + 1).log();
}

static Scalar gelu(GeluOp op, Scalars &, Args a) {
  Scalar x = a[0];
  if (op.getApproximate() == "tanh") {
    Scalar inner =
        (x + x * x * x * 0.044715) * std::sqrt(2 * llvm::numbers::inv_pi);
    return x * 0.5 * (inner.tanh() + 1);
  }
  return x * 0.5 * ((x * (1 / llvm::numbers::sqrt2)).erf() + 1);
}

static Scalar shrink(ShrinkOp op, Scalars &s, Args a) {
  // Integers are compared with, and moved by, real numbers.
  Scalar x = a[0].isFloat() ? a[0] : a[0].to(s.b.getF64Type(), a[0].isUnsigned);
  double lambd = number(op.getLambd()), bias = number(op.getBias());
  Scalar r =
      s.select(x < -lambd, x + bias, s.select(x > lambd, x - bias, x.like(0)));
  if (a[0].isFloat())
    return r;
  return s.cast(r, r.type(), getElementTypeOrSelf(op.getY().getType()));
}

/// An activation of `x`, attributes of `op`.
#define ACTIVATION(OP, EXPR)                                                   \
  addElementwise<OP>(r, [](OP op, Scalars &s, Args args) {                     \
    Scalar x = args[0];                                                        \
    return EXPR;                                                               \
  });
#define ALPHA number(op.getAlpha())

void cameo::registerActivationLowerings(LoweringRegistry &r) {
  ACTIVATION(ReluOp, x.max(x.like(0)))
  ACTIVATION(LeakyReluOp, s.select(x < 0, x * ALPHA, x))
  ACTIVATION(ThresholdedReluOp, s.select(x > ALPHA, x, x.like(0)))
  ACTIVATION(EluOp, s.select(x < 0, (x.exp() - 1) * ALPHA, x))
  ACTIVATION(CeluOp, x.max(x.like(0)) +
                         (((x / ALPHA).exp() - 1) * ALPHA).min(x.like(0)))
  ACTIVATION(SeluOp,
             s.select(x > 0, x, (x.exp() - 1) * ALPHA) * number(op.getGamma()))
  ACTIVATION(SigmoidOp, x.sigmoid())
  ACTIVATION(HardSigmoidOp,
             (x * ALPHA + number(op.getBeta())).clamp(x.like(0), x.like(1)))
  ACTIVATION(HardSwishOp, x * (x * (1.0 / 6) + 0.5).clamp(x.like(0), x.like(1)))
  ACTIVATION(SwishOp, x * (x * ALPHA).sigmoid())
  ACTIVATION(MishOp, x * softplus(x).tanh())
  ACTIVATION(SoftplusOp, softplus(x))
  ACTIVATION(SoftsignOp, x / (x.abs() + 1))
  ACTIVATION(SwiGLUOp, x * (x * ALPHA).sigmoid() * args[1])
  addElementwise<GeluOp>(r, gelu);
  addElementwise<ShrinkOp>(r, shrink);
}
