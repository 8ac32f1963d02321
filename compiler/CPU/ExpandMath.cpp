// SPDX-License-Identifier: Apache-2.0
// cameo-expand-math: elementary functions on f32, f16 and bf16 become arithmetic; what stays
// (f64, gamma and Bessel functions, remainders) is for the C library, lane by lane. cameo.dot4 and dot2 become what the target has.
#include "compiler/CPU/ExpandQuantise.h"
#include "compiler/CPU/Passes.h"
#include "compiler/CPU/VectorMath.h"
#include "compiler/Kernels/BFloatProducts.h"
#include "dialects/Cameo/CameoBFloat.h"
#include "mlir/Dialect/LLVMIR/LLVMDialect.h"
#include <cmath>

using namespace mlir;
using namespace cameo;

namespace cameo {
#define GEN_PASS_DEF_EXPANDMATH
#include "compiler/CPU/Passes.h.inc"
} // namespace cameo

/// Sine, cosine, tangent: the vector form for arguments it can reduce, else the library's, each lane.
static Value sinCos(ImplicitLocOpBuilder &b, Operation *op, Value x,
                    VectorMath &m) {
  auto type = dyn_cast<VectorType>(x.getType());
  if (!type || type.getRank() != 1)
    return {};
  Value large = arith::CmpFOp::create(b, arith::CmpFPredicate::UGT,
                                      math::AbsFOp::create(b, x),
                                      m.constant(VectorMath::maxReducible));
  Value any = vector::ReductionOp::create(b, vector::CombiningKind::OR, large);
  auto branch =
      scf::IfOp::create(b, TypeRange(type), any, /*withElseRegion=*/true);
  OpBuilder::InsertionGuard guard(b);
  b.setInsertionPointToEnd(branch.thenBlock());
  Value zero = arith::ConstantIndexOp::create(b, 0),
        one = arith::ConstantIndexOp::create(b, 1);
  Value lanes = arith::ConstantIndexOp::create(b, type.getDimSize(0));
  auto loop = scf::ForOp::create(b, zero, lanes, one, ValueRange(x));
  b.setInsertionPointToEnd(loop.getBody());
  Value lane =
      vector::ExtractOp::create(b, x, OpFoldResult(loop.getInductionVar()));
  Operation *scalar = b.clone(*op);
  scalar->setOperand(0, lane);
  scalar->getResult(0).setType(lane.getType());
  Value y = scalar->getResult(0);
  scf::YieldOp::create(
      b, vector::InsertOp::create(b, y, loop.getRegionIterArg(0),
                                  OpFoldResult(loop.getInductionVar()))
             .getResult());
  b.setInsertionPointToEnd(branch.thenBlock());
  scf::YieldOp::create(b, loop.getResults());
  b.setInsertionPointToEnd(branch.elseBlock());
  scf::YieldOp::create(b, isa<math::CosOp>(op)   ? m.cos(x)
                          : isa<math::TanOp>(op) ? m.tan(x)
                                                 : m.sin(x));
  return branch.getResult(0);
}

/// x to a constant power that needs no logarithm.
static Value power(ImplicitLocOpBuilder &b, math::PowFOp op, Value x,
                   VectorMath &m) {
  FloatAttr exponent;
  DenseFPElementsAttr splat;
  double k;
  if (matchPattern(op.getRhs(), m_Constant(&exponent)))
    k = exponent.getValueAsDouble();
  else if (matchPattern(op.getRhs(), m_Constant(&splat)) && splat.isSplat())
    k = splat.getSplatValue<APFloat>().convertToFloat();
  else if (auto broadcast = op.getRhs().getDefiningOp<vector::BroadcastOp>();
           broadcast &&
           matchPattern(broadcast.getSource(), m_Constant(&exponent)))
    k = exponent.getValueAsDouble();
  else
    return {};
  if (k == 1)
    return x;
  if (k == 2)
    return m.mul(x, x);
  if (k == 3)
    return m.mul(m.mul(x, x), x);
  if (k == 4) {
    Value square = m.mul(x, x);
    return m.mul(square, square);
  }
  if (k == -1)
    return m.div(m.constant(1), x);
  // Square roots: those of normalisations over neighbouring channels, for one.
  double size = std::fabs(k);
  if (size != 0.25 && size != 0.5 && size != 0.75)
    return {};
  // A power of -0 is that of 0, one of minus infinity that of infinity.
  double infinity = std::numeric_limits<double>::infinity();
  Value positive = m.select(m.compare(arith::CmpFPredicate::OEQ, x, -infinity),
                            m.constant(infinity), x);
  positive = m.select(m.compare(arith::CmpFPredicate::OEQ, x, 0), m.constant(0),
                      positive);
  Value root = math::SqrtOp::create(b, positive);
  Value y = size == 0.5 ? root : math::SqrtOp::create(b, root).getResult();
  if (size == 0.75)
    y = m.mul(y, root);
  return k < 0 ? m.div(m.constant(1), y) : y;
}

static VectorMath mathOn(ImplicitLocOpBuilder &b, Type type,
                         const TargetDescription &target) {
  auto vector = dyn_cast<VectorType>(type);
  bool ldexp = target.vectorLdexp && vector && vector.getRank() == 1 &&
               !vector.isScalable() &&
               llvm::is_contained({4, 8, 16}, vector.getNumElements());
  return VectorMath(b, type, target.fma, ldexp);
}

/// The x of 1 / (1 + e^x), as which sigmoids arrive; null: `op` is another division.
static Value logisticArgument(arith::DivFOp op) {
  auto isOne = [](Value v) {
    FloatAttr f;
    DenseFPElementsAttr splat;
    if (auto broadcast = v.getDefiningOp<vector::BroadcastOp>())
      v = broadcast.getSource();
    return matchPattern(v, m_Constant(&f)) ? f.getValueAsDouble() == 1
           : matchPattern(v, m_Constant(&splat))
               ? splat.isSplat() &&
                     splat.getSplatValue<APFloat>().convertToDouble() == 1
               : false;
  };
  auto sum = op.getRhs().getDefiningOp<arith::AddFOp>();
  if (!getElementTypeOrSelf(op.getType()).isF32() ||
      isa<TensorType>(op.getType()) || !sum || !isOne(op.getLhs()))
    return {};
  bool left = isOne(sum.getLhs());
  if (!left && !isOne(sum.getRhs()))
    return {};
  auto power =
      (left ? sum.getRhs() : sum.getLhs()).getDefiningOp<math::ExpOp>();
  return power ? power.getOperand() : Value();
}

static Value expand(ImplicitLocOpBuilder &b, Operation *op, Value x,
                    const TargetDescription &target) {
  VectorMath m = mathOn(b, x.getType(), target);
  constexpr double log2e = 1.44269504088896340736,
                   log10e = 0.434294481903251827651;
  return TypeSwitch<Operation *, Value>(op)
      .Case([&](math::ExpOp) { return m.exp(x); })
      .Case([&](math::Exp2Op) { return m.exp2(x); })
      .Case([&](math::ExpM1Op) { return m.expm1(x); })
      .Case([&](math::LogOp) { return m.log(x); })
      .Case([&](math::Log2Op) { return m.mul(m.log(x), m.constant(log2e)); })
      .Case([&](math::Log10Op) { return m.mul(m.log(x), m.constant(log10e)); })
      .Case([&](math::Log1pOp) { return m.log1p(x); })
      .Case([&](math::TanhOp) { return m.tanh(x); })
      .Case([&](math::ErfOp) { return m.erf(x); })
      .Case([&](math::RsqrtOp) {
        return m.div(m.constant(1), math::SqrtOp::create(b, x));
      })
      .Case([&](math::PowFOp p) { return power(b, p, x, m); })
      .Case([&](math::AsinOp) { return m.asin(x); })
      .Case([&](math::AcosOp) { return m.acos(x); })
      .Case([&](math::AtanOp) { return m.atan(x); })
      .Case([&](math::SinhOp) { return m.sinh(x); })
      .Case([&](math::CoshOp) { return m.cosh(x); })
      .Case([&](math::AsinhOp) { return m.asinh(x); })
      .Case([&](math::AcoshOp) { return m.acosh(x); })
      .Case([&](math::AtanhOp) { return m.atanh(x); })
      .Case<math::SinOp, math::CosOp, math::TanOp>(
          [&](auto) { return sinCos(b, op, x, m); })
      .Default([](Operation *) { return Value(); });
}

/// Unsigned bytes of a times signed bytes of b, summed up by fours: one instruction, two on pairs of
/// 16-bit halves, or plain arithmetic.
static Value dot4(ImplicitLocOpBuilder &b, Dot4Op op,
                  const TargetDescription &target) {
  Type type = op.getType();
  Value x = op.getA(), y = op.getB(), sum = op.getAcc();
  auto vector = dyn_cast<VectorType>(type);
  int64_t lanes = vector && vector.getRank() == 1 && !vector.isScalable()
                      ? vector.getNumElements()
                      : 1;
  bool fits =
      llvm::is_contained({4, 8, 16}, lanes) && lanes * 4 <= target.vectorBytes;
  auto call = [&](StringRef name, ValueRange operands) -> Value {
    return LLVM::CallIntrinsicOp::create(b, type, b.getStringAttr(name),
                                         operands)
        .getResult(0);
  };
  auto as = [&](Value v, int64_t bits) -> Value {
    return vector::BitCastOp::create(
        b, VectorType::get(lanes * 32 / bits, b.getIntegerType(bits)), v);
  };
  if (fits && target.byteDot)
    return call(lanes == 16  ? "llvm.x86.avx512.vpdpbusd.512"
                : lanes == 8 ? "llvm.x86.avx512.vpdpbusd.256"
                             : "llvm.x86.avx512.vpdpbusd.128",
                {sum, as(x, 8), as(y, 8)});
  auto constant = [&](Type t, int64_t v) -> Value {
    auto attr = b.getIntegerAttr(getElementTypeOrSelf(t), v);
    return isa<VectorType>(t)
               ? arith::ConstantOp::create(
                     b, DenseElementsAttr::get(cast<ShapedType>(t), attr))
               : arith::ConstantOp::create(b, attr);
  };
  if (fits && target.pairDot) {
    Value halvesX = as(x, 16), halvesY = as(y, 16);
    Value eight = constant(halvesX.getType(), 8);
    StringRef name = lanes == 16  ? "llvm.x86.avx512.pmaddw.d.512"
                     : lanes == 8 ? "llvm.x86.avx2.pmadd.wd"
                                  : "llvm.x86.sse2.pmadd.wd";
    Value even = call(
        name,
        {arith::AndIOp::create(b, halvesX, constant(halvesX.getType(), 255)),
         arith::ShRSIOp::create(b, arith::ShLIOp::create(b, halvesY, eight),
                                eight)});
    Value odd = call(name, {arith::ShRUIOp::create(b, halvesX, eight),
                            arith::ShRSIOp::create(b, halvesY, eight)});
    return arith::AddIOp::create(b, sum, arith::AddIOp::create(b, even, odd));
  }
  for (int64_t i = 0; i < 4; ++i) {
    Value u = arith::AndIOp::create(
        b, arith::ShRUIOp::create(b, x, constant(type, 8 * i)),
        constant(type, 255));
    Value s = arith::ShRSIOp::create(
        b, arith::ShLIOp::create(b, y, constant(type, 24 - 8 * i)),
        constant(type, 24));
    sum = arith::AddIOp::create(b, sum, arith::MulIOp::create(b, u, s));
  }
  return sum;
}

/// Two products of bf16, each added with one rounding.
static Value dot2(ImplicitLocOpBuilder &b, Dot2Op op,
                  const TargetDescription &target) {
  Type type = op.getAcc().getType(), words = op.getA().getType();
  auto vector = dyn_cast<VectorType>(type);
  int64_t lanes = vector && vector.getRank() == 1 && !vector.isScalable()
                      ? vector.getNumElements()
                      : 1;
  if (multipliesBFloat(target) && llvm::is_contained({4, 8, 16}, lanes) &&
      lanes * 4 <= target.vectorBytes) {
    auto halves = [&](Value v) -> Value {
      return vector::BitCastOp::create(
          b, VectorType::get(lanes * 2, b.getBF16Type()), v);
    };
    StringRef name = lanes == 16  ? "llvm.x86.avx512bf16.dpbf16ps.512"
                     : lanes == 8 ? "llvm.x86.avx512bf16.dpbf16ps.256"
                                  : "llvm.x86.avx512bf16.dpbf16ps.128";
    return LLVM::CallIntrinsicOp::create(
               b, type, b.getStringAttr(name),
               ValueRange{op.getAcc(), halves(op.getA()), halves(op.getB())})
        .getResult(0);
  }
  auto constant = [&](int64_t v) -> Value {
    TypedAttr attr = b.getI32IntegerAttr(v);
    if (auto shaped = dyn_cast<VectorType>(words))
      attr = DenseElementsAttr::get(shaped, Attribute(attr));
    return arith::ConstantOp::create(b, attr);
  };
  // A bf16 is the upper half of the f32 of its value.
  auto second = [&](Value v) -> Value {
    return arith::BitcastOp::create(
        b, type, arith::AndIOp::create(b, v, constant(-65536)));
  };
  auto first = [&](Value v) -> Value {
    return arith::BitcastOp::create(b, type,
                                    arith::ShLIOp::create(b, v, constant(16)));
  };
  auto add = [&](Value x, Value y, Value sum) -> Value {
    return target.fma
               ? math::FmaOp::create(b, x, y, sum).getResult()
               : arith::AddFOp::create(b, sum, arith::MulFOp::create(b, x, y))
                     .getResult();
  };
  return add(first(op.getA()), first(op.getB()),
             add(second(op.getA()), second(op.getB()), op.getAcc()));
}

namespace {
struct ExpandMath : cameo::impl::ExpandMathBase<ExpandMath> {
  void runOnOperation() override {
    TargetDescription target = TargetDescription::get(getOperation());
    getOperation().walk([&](Dot4Op op) {
      if (isa<TensorType>(op.getType()))
        return;
      ImplicitLocOpBuilder b(op.getLoc(), op);
      op.replaceAllUsesWith(dot4(b, op, target));
      op.erase();
    });
    getOperation().walk([&](Dot2Op op) {
      if (isa<TensorType>(op.getType()))
        return;
      ImplicitLocOpBuilder b(op.getLoc(), op);
      op.replaceAllUsesWith(dot2(b, op, target));
      op.erase();
    });
    expandQuantisation(getOperation(), target);
    getOperation().walk([&](arith::DivFOp op) {
      Value x = logisticArgument(op);
      if (!x)
        return;
      ImplicitLocOpBuilder b(op.getLoc(), op);
      Operation *sum = op.getRhs().getDefiningOp();
      op.replaceAllUsesWith(mathOn(b, x.getType(), target).logistic(x));
      op.erase();
      // The power with it, if nothing else needs it.
      if (sum->use_empty()) {
        SmallVector<Value> operands(sum->getOperands());
        sum->erase();
        for (Value v : operands)
          if (auto power = v.getDefiningOp<math::ExpOp>();
              power && power->use_empty())
            power.erase();
      }
    });
    SmallVector<Operation *> ops;
    getOperation().walk([&](Operation *op) {
      if (isa<math::MathDialect>(op->getDialect()) &&
          op->getNumResults() == 1 &&
          isa<FloatType>(getElementTypeOrSelf(op->getOperand(0).getType())))
        ops.push_back(op);
    });
    for (Operation *op : ops)
      rewrite(op, target);
  }

  void rewrite(Operation *op, const TargetDescription &target) {
    Type type = op->getResult(0).getType();
    Type element = getElementTypeOrSelf(type);
    if (isa<TensorType>(type) || !isa<FloatType>(element))
      return;
    ImplicitLocOpBuilder b(op->getLoc(), op);
    if (element.isF16() || element.isBF16()) {
      // In f32, which holds every value of these types; the operation itself comes next.
      Type wide = b.getF32Type();
      if (auto vector = dyn_cast<VectorType>(type))
        wide = vector.clone(wide);
      SmallVector<Value> operands;
      for (Value v : op->getOperands())
        operands.push_back(isa<FloatType>(getElementTypeOrSelf(v.getType()))
                               ? arith::ExtFOp::create(b, wide, v).getResult()
                               : v);
      Operation *clone = b.clone(*op);
      clone->setOperands(operands);
      clone->getResult(0).setType(wide);
      op->getResult(0).replaceAllUsesWith(
          arith::TruncFOp::create(b, type, clone->getResult(0)));
      op->erase();
      return rewrite(clone, target);
    }
    if (!element.isF32())
      return;
    Value y = expand(b, op, op->getOperand(0), target);
    if (!y)
      return;
    op->getResult(0).replaceAllUsesWith(y);
    op->erase();
  }
};
} // namespace
