// SPDX-License-Identifier: Apache-2.0
// Evaluates the body of a linalg.generic on the number that padded channels
// hold; see the header.
#include "compiler/Kernels/PaddedChannels.h"
#include <cmath>

using namespace mlir;
using namespace cameo;

using Number = std::optional<double>;

static Number constantOf(Attribute attr) {
  if (auto f = dyn_cast_or_null<FloatAttr>(attr))
    return f.getValueAsDouble();
  if (auto i = dyn_cast_or_null<IntegerAttr>(attr))
    return static_cast<double>(i.getType().isInteger(1)
                                   ? i.getValue().getZExtValue()
                                   : i.getValue().getSExtValue());
  return std::nullopt;
}

static Number compare(arith::CmpFPredicate p, double a, double b) {
  using P = arith::CmpFPredicate;
  switch (p) {
  case P::OEQ:
  case P::UEQ:
    return a == b;
  case P::ONE:
  case P::UNE:
    return a != b;
  case P::OGT:
  case P::UGT:
    return a > b;
  case P::OGE:
  case P::UGE:
    return a >= b;
  case P::OLT:
  case P::ULT:
    return a < b;
  case P::OLE:
  case P::ULE:
    return a <= b;
  default:
    return std::nullopt;
  }
}

/// An integer as a signed number of its width, which is how constants are read.
static Number wrapped(double v, Type type) {
  unsigned bits = type.getIntOrFloatBitWidth();
  if (type.isIndex() || bits > 32 || !(std::fabs(v) < 0x1p52))
    return std::nullopt;
  double range = std::ldexp(1.0, bits);
  v -= range * std::floor(v / range);
  return bits > 1 && v >= range / 2 ? v - range : v;
}

static double asUnsigned(double v, Type type) {
  return v < 0 ? v + std::ldexp(1.0, type.getIntOrFloatBitWidth()) : v;
}

static Number evaluate(Operation *op, ArrayRef<double> v) {
  Type type = op->getResult(0).getType();
  return TypeSwitch<Operation *, Number>(op)
      .Case([&](arith::AddFOp) { return v[0] + v[1]; })
      .Case([&](arith::SubFOp) { return v[0] - v[1]; })
      .Case([&](arith::MulFOp) { return v[0] * v[1]; })
      .Case([&](arith::DivFOp) { return v[0] / v[1]; })
      .Case([&](arith::NegFOp) { return -v[0]; })
      .Case<arith::MaximumFOp, arith::MaxNumFOp>(
          [&](auto) { return std::fmax(v[0], v[1]); })
      .Case<arith::MinimumFOp, arith::MinNumFOp>(
          [&](auto) { return std::fmin(v[0], v[1]); })
      .Case<arith::ExtFOp, arith::TruncFOp, arith::SIToFPOp, arith::IndexCastOp,
            arith::ExtSIOp>([&](auto) { return v[0]; })
      .Case<arith::ExtUIOp, arith::UIToFPOp>(
          [&](auto ext) { return asUnsigned(v[0], ext.getIn().getType()); })
      .Case([&](arith::AddIOp) { return wrapped(v[0] + v[1], type); })
      .Case([&](arith::SubIOp) { return wrapped(v[0] - v[1], type); })
      .Case([&](arith::MulIOp) { return wrapped(v[0] * v[1], type); })
      .Case([&](arith::TruncIOp) { return wrapped(v[0], type); })
      .Case([&](arith::FPToSIOp) { return wrapped(std::trunc(v[0]), type); })
      .Case([&](math::RoundEvenOp) { return std::nearbyint(v[0]); })
      .Case([&](arith::CmpFOp c) {
        return compare(c.getPredicate(), v[0], v[1]);
      })
      .Case([&](arith::SelectOp) { return v[0] != 0 ? v[1] : v[2]; })
      .Case([&](math::ExpOp) { return std::exp(v[0]); })
      .Case([&](math::LogOp) { return std::log(v[0]); })
      .Case([&](math::Log1pOp) { return std::log1p(v[0]); })
      .Case([&](math::TanhOp) { return std::tanh(v[0]); })
      .Case([&](math::ErfOp) { return std::erf(v[0]); })
      .Case([&](math::SqrtOp) { return std::sqrt(v[0]); })
      .Case([&](math::AbsFOp) { return std::fabs(v[0]); })
      .Default([](Operation *) { return Number(); });
}

SmallVector<Padding> cameo::paddingAfter(linalg::GenericOp op,
                                         ArrayRef<Padding> operands) {
  llvm::DenseMap<Value, double> known;
  for (auto [arg, p] : llvm::zip(op.getBody()->getArguments(), operands))
    if (p.kind == Padding::Known)
      known[arg] = p.value;
  auto numberOf = [&](Value v) -> Number {
    if (auto it = known.find(v); it != known.end())
      return it->second;
    Attribute attr;
    if (matchPattern(v, m_Constant(&attr)))
      return constantOf(attr);
    return std::nullopt;
  };
  for (Operation &inner : op.getBody()->without_terminator()) {
    if (inner.getNumResults() != 1 || inner.getNumRegions() != 0)
      continue;
    SmallVector<double> values;
    for (Value operand : inner.getOperands())
      if (Number n = numberOf(operand))
        values.push_back(*n);
    if (values.size() != inner.getNumOperands() || values.empty())
      continue;
    if (Number n = evaluate(&inner, values))
      known[inner.getResult(0)] = *n;
  }
  SmallVector<Padding> results;
  for (Value v : op.getBody()->getTerminator()->getOperands()) {
    Number n = numberOf(v);
    // A reduction repeats its body: only zero stays what it is.
    bool stable =
        n && std::isfinite(*n) && (op.getNumReductionLoops() == 0 || *n == 0);
    results.push_back(stable ? Padding::known(*n) : Padding());
  }
  return results;
}
