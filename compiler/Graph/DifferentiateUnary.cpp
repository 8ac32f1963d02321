// SPDX-License-Identifier: Apache-2.0
// Derivatives of element-wise operators of one operand, in terms of the operand
// x and the result y.
#include "compiler/Graph/Differentiate.h"
#include <cmath>

using namespace mlir;
using namespace cameo;
using namespace cameo::onnx;

namespace {
/// One operator's x, y and incoming gradient, with arithmetic on numbers.
struct Unary {
  GraphBuilder &g;
  Value x, y, d;

  Value n(double v) { return g.number(x, v); }
  Value plus(Value v, double c) { return g.add(v, n(c)); }
  Value times(Value v, double c) { return g.mul(v, n(c)); }
  Value square(Value v) { return g.mul(v, v); }
  Value sqrt(Value v) { return g.make<SqrtOp>({v}); }
  /// c - v
  Value from(double c, Value v) { return g.sub(n(c), v); }
  Value above(Value v, double c) { return g.make<GreaterOp>({v, n(c)}); }
  /// The gradient times a derivative.
  Value by(Value derivative) { return g.mul(d, derivative); }
  /// The gradient where the condition holds, times `otherwise` elsewhere.
  Value gate(Value condition, Value otherwise) {
    return g.where(condition, d, by(otherwise));
  }
  Value gate(Value condition) { return g.where(condition, d, n(0)); }
  Value sigmoid(Value v) { return g.make<SigmoidOp>({v}); }
};
double number(APFloat f) { return f.convertToDouble(); }
} // namespace

/// alpha * e^(x / scale) from the result alpha * (e^… - 1), for x below 0.
static Value elu(Unary u, double alpha) {
  return u.gate(u.above(u.x, 0), u.plus(u.y, alpha));
}

static Value gelu(Unary u, bool tanh) {
  GraphBuilder &g = u.g;
  if (!tanh) {
    // The normal distribution's cumulative function plus x times its density.
    Value half =
        u.times(u.plus(g.make<ErfOp>({u.times(u.x, std::sqrt(0.5))}), 1), 0.5);
    Value density = u.times(g.make<ExpOp>({u.times(u.square(u.x), -0.5)}),
                            1 / std::sqrt(2 * M_PI));
    return u.by(g.add(half, g.mul(u.x, density)));
  }
  double k = std::sqrt(2 / M_PI), c = 0.044715;
  Value cube = g.mul(u.square(u.x), u.x);
  Value t = g.make<TanhOp>({u.times(g.add(u.x, u.times(cube, c)), k)});
  Value inner = u.times(u.plus(u.times(u.square(u.x), 3 * c), 1), k);
  Value slope = g.mul(g.mul(u.x, u.from(1, u.square(t))), inner);
  return u.by(u.times(g.add(u.plus(t, 1), slope), 0.5));
}

static Value clip(Unary u, ClipOp op) {
  GraphBuilder &g = u.g;
  Value inside;
  auto require = [&](Value c) {
    inside = inside ? g.make<AndOp>({inside, c}) : c;
  };
  if (ShapeInferrer::present(op.getMin()))
    require(g.make<GreaterOrEqualOp>({u.x, op.getMin()}));
  if (ShapeInferrer::present(op.getMax()))
    require(g.make<LessOrEqualOp>({u.x, op.getMax()}));
  return inside ? u.gate(inside) : u.d;
}

Value cameo::differentiateUnary(Operation *op, Value d, GraphBuilder &g) {
  if (op->getNumOperands() == 0 || op->getNumResults() == 0)
    return {};
  Unary u{g, op->getOperand(0), op->getResult(0), d};
  Value x = u.x, y = u.y;
  return TypeSwitch<Operation *, Value>(op)
      .Case([&](IdentityOp) { return d; })
      .Case([&](NegOp) { return g.neg(d); })
      .Case([&](AbsOp) { return u.by(g.make<SignOp>({x})); })
      .Case([&](ReciprocalOp) { return g.neg(u.by(u.square(y))); })
      .Case([&](SqrtOp) { return g.div(d, u.times(y, 2)); })
      .Case([&](ExpOp) { return u.by(y); })
      .Case([&](LogOp) { return g.div(d, x); })
      .Case([&](ErfOp) {
        return u.by(
            u.times(g.make<ExpOp>({g.neg(u.square(x))}), 2 / std::sqrt(M_PI)));
      })
      .Case([&](SinOp) { return u.by(g.make<CosOp>({x})); })
      .Case([&](CosOp) { return g.neg(u.by(g.make<SinOp>({x}))); })
      .Case([&](TanOp) { return u.by(u.plus(u.square(y), 1)); })
      .Case([&](AsinOp) { return g.div(d, u.sqrt(u.from(1, u.square(x)))); })
      .Case([&](AcosOp) {
        return g.neg(g.div(d, u.sqrt(u.from(1, u.square(x)))));
      })
      .Case([&](AtanOp) { return g.div(d, u.plus(u.square(x), 1)); })
      .Case([&](SinhOp) { return u.by(g.make<CoshOp>({x})); })
      .Case([&](CoshOp) { return u.by(g.make<SinhOp>({x})); })
      .Case([&](TanhOp) { return u.by(u.from(1, u.square(y))); })
      .Case([&](AsinhOp) { return g.div(d, u.sqrt(u.plus(u.square(x), 1))); })
      .Case([&](AcoshOp) { return g.div(d, u.sqrt(u.plus(u.square(x), -1))); })
      .Case([&](AtanhOp) { return g.div(d, u.from(1, u.square(x))); })
      .Case([&](SigmoidOp) { return u.by(g.mul(y, u.from(1, y))); })
      .Case([&](ReluOp) { return u.gate(u.above(x, 0)); })
      .Case([&](LeakyReluOp o) {
        return u.gate(u.above(x, 0), u.n(number(o.getAlpha())));
      })
      .Case([&](ThresholdedReluOp o) {
        return u.gate(u.above(x, number(o.getAlpha())));
      })
      .Case([&](EluOp o) { return elu(u, number(o.getAlpha())); })
      .Case([&](CeluOp o) {
        // e^(x / alpha), from alpha * (e^(x / alpha) - 1).
        return u.gate(u.above(x, 0),
                      u.plus(u.times(y, 1 / number(o.getAlpha())), 1));
      })
      .Case([&](SeluOp o) {
        double gamma = number(o.getGamma());
        Value below = u.plus(y, gamma * number(o.getAlpha()));
        return u.by(g.where(u.above(x, 0), u.n(gamma), below));
      })
      .Case([&](HardSigmoidOp o) {
        Value inside =
            g.make<AndOp>({u.above(y, 0), g.make<LessOp>({y, u.n(1)})});
        return g.where(inside, u.times(d, number(o.getAlpha())), u.n(0));
      })
      .Case([&](HardSwishOp) {
        Value middle = u.plus(u.times(x, 1.0 / 3), 0.5);
        Value low = g.where(u.above(x, -3), middle, u.n(0));
        return u.by(g.where(u.above(x, 3), u.n(1), low));
      })
      .Case([&](SwishOp o) {
        Value s = u.sigmoid(u.times(x, number(o.getAlpha())));
        // s + alpha * x * s * (1 - s)
        return u.by(
            g.add(s, u.times(g.mul(y, u.from(1, s)), number(o.getAlpha()))));
      })
      .Case([&](MishOp) {
        Value t = g.make<TanhOp>({g.make<SoftplusOp>({x})});
        return u.by(
            g.add(t, g.mul(g.mul(x, u.sigmoid(x)), u.from(1, u.square(t)))));
      })
      .Case([&](SoftplusOp) { return u.by(u.sigmoid(x)); })
      .Case([&](SoftsignOp) {
        return g.div(d, u.square(u.plus(g.make<AbsOp>({x}), 1)));
      })
      .Case([&](GeluOp o) { return gelu(u, o.getApproximate() == "tanh"); })
      .Case([&](ShrinkOp o) {
        return u.gate(u.above(g.make<AbsOp>({x}), number(o.getLambd())));
      })
      .Case([&](ClipOp o) { return clip(u, o); })
      .Default([](Operation *) { return Value(); });
}
