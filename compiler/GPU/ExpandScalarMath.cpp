// SPDX-License-Identifier: Apache-2.0
// cameo-gpu-expand-math: functions of f32 (f16, bf16) scalars that the C
// library computes on a CPU become arithmetic. In between it is f64, which
// keeps the formulas short and the results exact to the last place or two.
#include "compiler/CPU/VectorMath.h"
#include "compiler/GPU/Passes.h"
#include "compiler/GPU/ScalarMath.h"
#include "dialects/Cameo/Cameo.h"
#include "dialects/Cameo/Device.h"
#include "mlir/Dialect/Func/IR/FuncOps.h"
#include "mlir/Dialect/LLVMIR/NVVMDialect.h"
#include "mlir/Dialect/Math/IR/Math.h"

using namespace mlir;
using namespace cameo;
using arith::CmpFPredicate;

namespace cameo {
#define GEN_PASS_DEF_EXPANDSCALARMATH
#include "compiler/GPU/Passes.h.inc"
} // namespace cameo

bool cameo::isScalarMath(Operation *op) {
  Type type = op->getNumOperands() ? op->getOperand(0).getType() : Type();
  if (!type || (!type.isF32() && !type.isF16() && !type.isBF16()))
    return false;
  return isa<math::SinOp, math::CosOp, math::TanOp, math::PowFOp>(op);
}

namespace {
class ScalarMath {
public:
  explicit ScalarMath(ImplicitLocOpBuilder &b) : b(b) {}

  Value sinCos(Value x, bool cosine);
  Value pow(Value x, Value y);

private:
  Value f64(double v) {
    return arith::ConstantOp::create(b, b.getF64FloatAttr(v));
  }
  Value f32(float v) {
    return arith::ConstantOp::create(b, b.getF32FloatAttr(v));
  }
  Value i32(int64_t v) {
    return arith::ConstantOp::create(b, b.getI32IntegerAttr(int32_t(v)));
  }
  Value i64(int64_t v) {
    return arith::ConstantOp::create(b, b.getI64IntegerAttr(v));
  }
  Value is(CmpFPredicate p, Value x, Value y) {
    return arith::CmpFOp::create(b, p, x, y);
  }
  Value is(arith::CmpIPredicate p, Value x, Value y) {
    return arith::CmpIOp::create(b, p, x, y);
  }
  Value choose(Value c, Value x, Value y) {
    return arith::SelectOp::create(b, c, x, y);
  }
  Value polynomial(Value x, ArrayRef<double> c) {
    Value y = f64(c.back());
    for (double k : llvm::reverse(c.drop_back()))
      y = math::FmaOp::create(b, y, x, f64(k));
    return y;
  }
  Value log2(Value x);
  Value exp2(Value x);
  std::pair<Value, Value> reduceLarge(Value x);

  ImplicitLocOpBuilder &b;
};
} // namespace

/// log2 of a positive f64 that came from an f32; that of 0 and infinity too.
Value ScalarMath::log2(Value x) {
  Value bits = arith::BitcastOp::create(b, b.getI64Type(), x);
  // x = 2^n m with m in [sqrt(1/2), sqrt(2)).
  Value shifted = arith::SubIOp::create(b, bits, i64(0x3FE6A09E667F3BCD));
  Value n = arith::ShRSIOp::create(b, shifted, i64(52));
  Value m = arith::BitcastOp::create(
      b, b.getF64Type(),
      arith::SubIOp::create(b, bits, arith::ShLIOp::create(b, n, i64(52))));
  Value s = arith::DivFOp::create(b, arith::SubFOp::create(b, m, f64(1)),
                                  arith::AddFOp::create(b, m, f64(1)));
  Value s2 = arith::MulFOp::create(b, s, s);
  // ln m = 2 atanh(s), |s| < 0.172.
  Value series = polynomial(s2, {1.0, 1.0 / 3, 1.0 / 5, 1.0 / 7, 1.0 / 9,
                                 1.0 / 11, 1.0 / 13, 1.0 / 15, 1.0 / 17});
  constexpr double twoOverLn2 = 2.88539008177792681472;
  Value y = math::FmaOp::create(b, arith::MulFOp::create(b, s, f64(twoOverLn2)),
                                series,
                                arith::SIToFPOp::create(b, b.getF64Type(), n));
  double inf = std::numeric_limits<double>::infinity();
  y = choose(is(CmpFPredicate::OEQ, x, f64(inf)), x, y);
  y = choose(is(CmpFPredicate::OEQ, x, f64(0)), f64(-inf), y);
  return choose(is(CmpFPredicate::UNO, x, x), x, y);
}

/// 2^x; what no f32 holds comes out as a number that none holds either.
Value ScalarMath::exp2(Value x) {
  Value low = choose(is(CmpFPredicate::OLT, x, f64(-500)), f64(-500), x);
  Value t = choose(is(CmpFPredicate::OGT, low, f64(500)), f64(500), low);
  // NaN has no integer; it is put back in the end.
  Value number = choose(is(CmpFPredicate::UNO, x, x), f64(0), t);
  Value n = math::RoundEvenOp::create(b, number);
  Value r = arith::MulFOp::create(b, arith::SubFOp::create(b, number, n),
                                  f64(0.693147180559945309417));
  Value y =
      polynomial(r, {1.0, 1.0, 1.0 / 2, 1.0 / 6, 1.0 / 24, 1.0 / 120, 1.0 / 720,
                     1.0 / 5040, 1.0 / 40320, 1.0 / 362880, 1.0 / 3628800});
  Value power = arith::ShLIOp::create(
      b,
      arith::AddIOp::create(b, arith::FPToSIOp::create(b, b.getI64Type(), n),
                            i64(1023)),
      i64(52));
  y = arith::MulFOp::create(b, y,
                            arith::BitcastOp::create(b, b.getF64Type(), power));
  return choose(is(CmpFPredicate::UNO, x, x), x, y);
}

/// C's powf.
Value ScalarMath::pow(Value x, Value y) {
  Type f64Type = b.getF64Type();
  Value wide = arith::ExtFOp::create(b, f64Type, x),
        exponent = arith::ExtFOp::create(b, f64Type, y);
  Value magnitude = math::AbsFOp::create(b, wide);
  Value result = exp2(arith::MulFOp::create(b, exponent, log2(magnitude)));
  // Negative bases: integers only, and the sign of odd ones.
  Value whole =
      is(CmpFPredicate::OEQ, math::FloorOp::create(b, exponent), exponent);
  Value half = arith::MulFOp::create(b, exponent, f64(0.5));
  Value even = is(CmpFPredicate::OEQ, math::FloorOp::create(b, half), half);
  Value odd = arith::AndIOp::create(
      b, whole,
      arith::XOrIOp::create(b, even,
                            arith::ConstantOp::create(b, b.getBoolAttr(true))));
  Value bits = arith::BitcastOp::create(b, b.getI32Type(), x);
  Value negative = is(arith::CmpIPredicate::slt, bits, i32(0));
  result = choose(arith::AndIOp::create(b, odd, negative),
                  arith::NegFOp::create(b, result), result);
  Value nan = f64(std::numeric_limits<double>::quiet_NaN());
  Value finiteBelow =
      arith::AndIOp::create(b, is(CmpFPredicate::OLT, wide, f64(0)),
                            is(CmpFPredicate::OLT, magnitude,
                               f64(std::numeric_limits<double>::infinity())));
  Value broken = arith::AndIOp::create(
      b,
      arith::AndIOp::create(b, finiteBelow,
                            is(CmpFPredicate::OEQ, exponent, exponent)),
      arith::XOrIOp::create(b, whole,
                            arith::ConstantOp::create(b, b.getBoolAttr(true))));
  // -1 to an infinite power is 1; infinity is whole by the test above.
  result = choose(broken, nan, result);
  Value unit = arith::AndIOp::create(
      b, is(CmpFPredicate::OEQ, magnitude, f64(1)),
      is(CmpFPredicate::OEQ, math::AbsFOp::create(b, exponent),
         f64(std::numeric_limits<double>::infinity())));
  Value one = arith::OrIOp::create(
      b,
      arith::OrIOp::create(b, unit, is(CmpFPredicate::OEQ, exponent, f64(0))),
      is(CmpFPredicate::OEQ, wide, f64(1)));
  result = choose(one, f64(1), result);
  return arith::TruncFOp::create(b, b.getF32Type(), result);
}

/// x = q π/2 + r, |r| <= π/4, for any finite f32: with 2/π to as many bits as
/// it takes (Payne and Hanek). q modulo 4 as i32, r as f32.
std::pair<Value, Value> ScalarMath::reduceLarge(Value x) {
  Type i64Type = b.getI64Type();
  Value bits = arith::BitcastOp::create(b, b.getI32Type(), x);
  Value exponent = arith::AndIOp::create(
      b, arith::ShRUIOp::create(b, bits, i32(23)), i32(255));
  Value m = arith::ExtUIOp::create(
      b, i64Type,
      arith::OrIOp::create(b, arith::AndIOp::create(b, bits, i32(0x7fffff)),
                           i32(0x800000)));
  // |x| = m 2^(exponent - 150). A window of 96 bits of 2/π from two bits left
  // of the point of 2/π 2^(exponent - 150) on; whatever is further left counts
  // whole turns only.
  static constexpr uint32_t twoOverPi[] = {0,          0xA2F9836E, 0x4E441529,
                                           0xFC2757D1, 0xF534DDC0, 0xDB629599,
                                           0x3C439041, 0xFE5163AB};
  Value position = arith::AddIOp::create(b, exponent, i32(32 - 150 - 2));
  Value word = arith::ShRUIOp::create(b, position, i32(5));
  Value shift = arith::ExtUIOp::create(
      b, i64Type, arith::AndIOp::create(b, position, i32(31)));
  auto wordAt = [&](int64_t offset) {
    Value v = i64(twoOverPi[offset]);
    for (int64_t i = 1; i <= 4; ++i)
      v = choose(is(arith::CmpIPredicate::eq, word, i32(i)),
                 i64(twoOverPi[i + offset]), v);
    return v;
  };
  auto part = [&](int64_t offset) -> Value {
    Value both = arith::OrIOp::create(
        b, arith::ShLIOp::create(b, wordAt(offset), i64(32)),
        wordAt(offset + 1));
    return arith::ShRUIOp::create(b, arith::ShLIOp::create(b, both, shift),
                                  i64(32));
  };
  Value high = part(0), middle = part(1), low = part(2);
  // m times the window modulo 2^96, without its last 32 bits.
  Value carry =
      arith::ShRUIOp::create(b, arith::MulIOp::create(b, m, low), i64(32));
  Value sum =
      arith::AddIOp::create(b, arith::MulIOp::create(b, m, middle), carry);
  Value turns = arith::AddIOp::create(
      b, arith::ShLIOp::create(b, arith::MulIOp::create(b, m, high), i64(32)),
      sum);
  // Two bits of quadrant, the rest a fraction of one; to the nearest quadrant.
  Value q = arith::ShRUIOp::create(
      b, arith::AddIOp::create(b, turns, i64(int64_t(1) << 61)), i64(62));
  Value fraction =
      arith::SubIOp::create(b, turns, arith::ShLIOp::create(b, q, i64(62)));
  constexpr double halfPi = 1.57079632679489661923;
  Value r = arith::MulFOp::create(
      b, arith::SIToFPOp::create(b, b.getF64Type(), fraction),
      f64(halfPi / double(int64_t(1) << 62)));
  Value quadrant = arith::TruncIOp::create(b, b.getI32Type(), q);
  Value y = arith::TruncFOp::create(b, b.getF32Type(), r);
  // Of a negative number both are.
  Value negative = is(arith::CmpIPredicate::slt, bits, i32(0));
  quadrant =
      choose(negative, arith::SubIOp::create(b, i32(0), quadrant), quadrant);
  y = choose(negative, arith::NegFOp::create(b, y), y);
  return {quadrant, y};
}

Value ScalarMath::sinCos(Value x, bool cosine) {
  VectorMath m(b, x.getType(), /*fma=*/true);
  Value large = is(CmpFPredicate::UGT, math::AbsFOp::create(b, x),
                   f32(VectorMath::maxReducible));
  auto branch = scf::IfOp::create(b, TypeRange(x.getType()), large,
                                  /*withElseRegion=*/true);
  OpBuilder::InsertionGuard guard(b);
  b.setInsertionPointToEnd(branch.thenBlock());
  auto [quadrant, r] = reduceLarge(x);
  if (cosine)
    quadrant = arith::AddIOp::create(b, quadrant, i32(1));
  auto bit = [&](int64_t mask) {
    return is(arith::CmpIPredicate::ne,
              arith::AndIOp::create(b, quadrant, i32(mask)), i32(0));
  };
  Value y = choose(bit(1), m.cos(r), m.sin(r));
  y = choose(bit(2), arith::NegFOp::create(b, y), y);
  // Neither infinity nor NaN has a sine.
  Value finite = is(CmpFPredicate::OLT, math::AbsFOp::create(b, x),
                    f32(std::numeric_limits<float>::infinity()));
  scf::YieldOp::create(
      b, choose(finite, y, f32(std::numeric_limits<float>::quiet_NaN())));
  b.setInsertionPointToEnd(branch.elseBlock());
  scf::YieldOp::create(b, cosine ? m.cos(x) : m.sin(x));
  return branch.getResult(0);
}

/// A power that cameo-expand-math writes as products.
static bool isSmallPower(math::PowFOp op) {
  FloatAttr exponent;
  return matchPattern(op.getRhs(), m_Constant(&exponent)) &&
         llvm::is_contained({1.0, 2.0, 3.0, 4.0, -1.0},
                            exponent.getValueAsDouble());
}

/// Unsigned bytes by signed ones, added up: one instruction.
static void expandDot4(Dot4Op op) {
  ImplicitLocOpBuilder b(op.getLoc(), op);
  auto bytes = [&](Value word) -> Value {
    return LLVM::BitcastOp::create(b, VectorType::get({4}, b.getI8Type()),
                                   word);
  };
  op.replaceAllUsesWith(NVVM::DotAccumulate4WayOp::create(
                            b, op.getType(), bytes(op.getA()),
                            NVVM::DotAccumulateType::UNSIGNED, bytes(op.getB()),
                            NVVM::DotAccumulateType::SIGNED, op.getAcc())
                            .getResult());
  op.erase();
}

namespace {
struct ExpandScalarMath : cameo::impl::ExpandScalarMathBase<ExpandScalarMath> {
  void runOnOperation() override {
    SmallVector<Operation *> ops;
    SmallVector<Dot4Op> dots;
    for (auto func : getOperation().getOps<func::FuncOp>())
      if (func->hasAttr(deviceAttr))
        func.walk([&](Operation *op) {
          if (isScalarMath(op))
            ops.push_back(op);
          else if (auto dot = dyn_cast<Dot4Op>(op);
                   dot && dot.getType().isInteger(32))
            dots.push_back(dot);
        });
    llvm::for_each(dots, expandDot4);
    for (Operation *op : ops) {
      if (auto power = dyn_cast<math::PowFOp>(op); power && isSmallPower(power))
        continue;
      ImplicitLocOpBuilder b(op->getLoc(), op);
      Type type = op->getResult(0).getType(), f32 = b.getF32Type();
      auto wide = [&](Value v) -> Value {
        return type.isF32() ? v : arith::ExtFOp::create(b, f32, v).getResult();
      };
      ScalarMath m(b);
      Value x = wide(op->getOperand(0)), y;
      if (isa<math::PowFOp>(op))
        y = m.pow(x, wide(op->getOperand(1)));
      else if (isa<math::TanOp>(op))
        y = arith::DivFOp::create(b, m.sinCos(x, false), m.sinCos(x, true));
      else
        y = m.sinCos(x, isa<math::CosOp>(op));
      if (!type.isF32())
        y = arith::TruncFOp::create(b, type, y);
      op->getResult(0).replaceAllUsesWith(y);
      op->erase();
    }
  }
};
} // namespace
