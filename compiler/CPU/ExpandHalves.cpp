// SPDX-License-Identifier: Apache-2.0
// The pass cameo-expand-halves: 16-bit floats on CPUs that cannot convert them, as arithmetic on
// integers. LLVM would call functions of the compiler's own library, which neither libc nor libm has.
#include "compiler/CPU/Passes.h"
#include "compiler/Kernels/TargetDescription.h"
#include "mlir/Dialect/Arith/IR/Arith.h"
#include "mlir/Dialect/Math/IR/Math.h"
#include "mlir/Dialect/Vector/IR/VectorOps.h"
#include "mlir/IR/ImplicitLocOpBuilder.h"

using namespace mlir;
using namespace cameo;

namespace cameo {
#define GEN_PASS_DEF_EXPANDHALVES
#include "compiler/CPU/Passes.h.inc"
} // namespace cameo

namespace {
/// Conversions of a scalar or of vectors of one shape. Floats of 32 bits have 1 bit of sign, 8 of
/// exponent (biased by 127) and 23 of fraction; halves 1, 5 (by 15) and 10.
class Halves {
public:
  Halves(ImplicitLocOpBuilder &b, Type like) : b(b), like(like) {}

  Value toFloat(Value half) {
    Value bits = arith::ExtUIOp::create(
        b, as(b.getI32Type()),
        arith::BitcastOp::create(b, as(b.getI16Type()), half));
    Value sign = shl(both(bits, 0x8000), 16);
    // As if the exponents were biased alike, then scaled: right for zeros and subnormals too.
    Value magnitude = arith::MulFOp::create(
        b, asFloat(shl(both(bits, 0x7fff), 13)), real(0x1p112));
    // An exponent all of ones stays one: infinity and NaN.
    Value special = arith::CmpIOp::create(b, arith::CmpIPredicate::uge,
                                          both(bits, 0x7fff), integer(0x7c00));
    Value large =
        arith::OrIOp::create(b, asInteger(magnitude), integer(0x7f800000));
    Value m = arith::SelectOp::create(b, special, large, asInteger(magnitude));
    return asFloat(arith::OrIOp::create(b, m, sign));
  }

  Value toHalf(Value x) {
    Value bits = asInteger(x);
    Value sign = shr(both(bits, int32_t(0x80000000)), 16);
    Value a = both(bits, 0x7fffffff);
    // Half a unit less one, and one where the last bit that stays is odd: to the nearest, ties to even.
    Value odd = both(shr(a, 13), 1);
    Value bias = integer(int32_t(0xfff - (112 << 23)));
    Value normal = shr(add(add(a, bias), odd), 13);
    // Below 2^-14 an addition rounds to multiples of 2^-24, which are then the low bits.
    Value shifted = arith::AddFOp::create(b, asFloat(a), real(0.5));
    Value small =
        arith::SubIOp::create(b, asInteger(shifted), integer(0x3f000000));
    auto least = [&](int32_t bound) {
      return arith::CmpIOp::create(b, arith::CmpIPredicate::uge, a,
                                   integer(bound));
    };
    Value y = arith::SelectOp::create(b, least(0x38800000), normal, small);
    y = arith::SelectOp::create(b, least(0x47800000), integer(0x7c00), y);
    Value isNaN = arith::CmpIOp::create(b, arith::CmpIPredicate::ugt, a,
                                        integer(0x7f800000));
    y = arith::SelectOp::create(b, isNaN, integer(0x7e00), y);
    y = arith::OrIOp::create(b, y, sign);
    return arith::BitcastOp::create(
        b, as(b.getF16Type()),
        arith::TruncIOp::create(b, as(b.getI16Type()), y));
  }

  /// The upper half of the bits, rounded.
  Value toBFloat(Value x) {
    Value bits = asInteger(x);
    Value rounded =
        shr(add(add(bits, integer(0x7fff)), both(shr(bits, 16), 1)), 16);
    Value isNaN =
        arith::CmpIOp::create(b, arith::CmpIPredicate::ugt,
                              both(bits, 0x7fffffff), integer(0x7f800000));
    Value quiet = arith::OrIOp::create(b, shr(bits, 16), integer(0x40));
    Value y = arith::SelectOp::create(b, isNaN, quiet, rounded);
    return arith::BitcastOp::create(
        b, as(b.getBF16Type()),
        arith::TruncIOp::create(b, as(b.getI16Type()), y));
  }

  /// A double to a float whose last bit says whether anything was lost: rounding that once more,
  /// to fewer bits, gives what rounding the double at once would.
  Value toOdd(Value x) {
    Value y = arith::TruncFOp::create(b, as(b.getF32Type()), x);
    Value back = arith::ExtFOp::create(b, x.getType(), y);
    Value lost = arith::CmpFOp::create(b, arith::CmpFPredicate::ONE, back, x);
    Value over = arith::CmpFOp::create(b, arith::CmpFPredicate::OGT,
                                       math::AbsFOp::create(b, back),
                                       math::AbsFOp::create(b, x));
    Value down = arith::ExtUIOp::create(b, as(b.getI32Type()), over);
    Value bit = arith::ExtUIOp::create(b, as(b.getI32Type()), lost);
    return asFloat(arith::OrIOp::create(
        b, arith::SubIOp::create(b, asInteger(y), down), bit));
  }

  Type as(Type element) {
    if (auto vector = dyn_cast<VectorType>(like))
      return vector.clone(element);
    return element;
  }

private:
  Value constant(TypedAttr value) {
    if (auto vector = dyn_cast<VectorType>(as(value.getType())))
      return arith::ConstantOp::create(
          b, DenseElementsAttr::get(vector, Attribute(value)));
    return arith::ConstantOp::create(b, value);
  }
  Value integer(int32_t v) { return constant(b.getI32IntegerAttr(v)); }
  Value real(double v) { return constant(b.getF32FloatAttr(float(v))); }
  Value both(Value x, int32_t mask) {
    return arith::AndIOp::create(b, x, integer(mask));
  }
  Value shl(Value x, int32_t n) {
    return arith::ShLIOp::create(b, x, integer(n));
  }
  Value shr(Value x, int32_t n) {
    return arith::ShRUIOp::create(b, x, integer(n));
  }
  Value add(Value x, Value y) { return arith::AddIOp::create(b, x, y); }
  Value asInteger(Value x) {
    return arith::BitcastOp::create(b, as(b.getI32Type()), x);
  }
  Value asFloat(Value x) {
    return arith::BitcastOp::create(b, as(b.getF32Type()), x);
  }

  ImplicitLocOpBuilder &b;
  Type like; // its shape
};

Type elementOf(Value v) { return getElementTypeOrSelf(v.getType()); }
bool isTensor(Value v) { return isa<TensorType>(v.getType()); }

/// Whether the operation computes with halves; moving them about needs no conversion.
bool computesHalves(Operation *op) {
  if (!isa<arith::ArithDialect, math::MathDialect>(op->getDialect()) ||
      op->getNumResults() != 1 || isTensor(op->getResult(0)) ||
      isa<arith::ExtFOp, arith::TruncFOp, arith::BitcastOp, arith::SelectOp,
          arith::ConstantOp>(op))
    return false;
  auto half = [](Value v) { return elementOf(v).isF16(); };
  return llvm::any_of(op->getOperands(), half) || half(op->getResult(0));
}

struct ExpandHalves : cameo::impl::ExpandHalvesBase<ExpandHalves> {
  void runOnOperation() override {
    TargetDescription target = TargetDescription::get(getOperation());
    SmallVector<Operation *> ops;
    if (!target.halfConversion) {
      getOperation().walk([&](Operation *op) {
        if (computesHalves(op))
          ops.push_back(op);
      });
      for (Operation *op : ops)
        widen(op);
    }
    if (!target.bfloatConversion)
      getOperation().walk([&](vector::InsertOp op) {
        if (op.getType().getElementType().isBF16() &&
            isa<FloatType>(op->getOperand(0).getType()))
          insertBits(op);
      });
    ops.clear();
    getOperation().walk([&](Operation *op) {
      if (isa<arith::ExtFOp, arith::TruncFOp>(op) &&
          !isTensor(op->getResult(0)))
        ops.push_back(op);
    });
    for (Operation *op : ops) {
      ImplicitLocOpBuilder b(op->getLoc(), op);
      Value x = op->getOperand(0), y;
      Type from = elementOf(x), to = elementOf(op->getResult(0));
      Halves halves(b, x.getType());
      if (isa<arith::ExtFOp>(op)) {
        if (!from.isF16() || target.halfConversion)
          continue;
        y = halves.toFloat(x);
        if (!to.isF32())
          y = arith::ExtFOp::create(b, halves.as(to), y);
      } else {
        bool twice =
            from.isF64() && (to.isF16() || to.isBF16()) && !target.doubleToHalf;
        bool byHand = (to.isF16() && !target.halfConversion) ||
                      (to.isBF16() && !target.bfloatConversion);
        if (!twice && !byHand)
          continue;
        y = from.isF64() ? halves.toOdd(x) : x;
        y = !byHand ? arith::TruncFOp::create(b, halves.as(to), y).getResult()
            : to.isF16() ? halves.toHalf(y)
                         : halves.toBFloat(y);
      }
      op->replaceAllUsesWith(ValueRange{y});
      op->erase();
    }
  }

  /// Puts an element into a vector as an integer: as a bf16 it would take the way over f32 in LLVM's x86 back end,
  /// and back by a function that no library has.
  void insertBits(vector::InsertOp op) {
    ImplicitLocOpBuilder b(op.getLoc(), op);
    auto bits = op.getType().clone(b.getI16Type());
    Operation *insert = b.clone(*op);
    insert->setOperand(
        0, arith::BitcastOp::create(b, b.getI16Type(), op->getOperand(0)));
    insert->setOperand(1, arith::BitcastOp::create(b, bits, op->getOperand(1)));
    insert->getResult(0).setType(bits);
    insert->moveBefore(op);
    op.replaceAllUsesWith(
        arith::BitcastOp::create(b, op.getType(), insert->getResult(0))
            .getResult());
    op.erase();
  }

  /// The same in f32, between conversions.
  void widen(Operation *op) {
    ImplicitLocOpBuilder b(op->getLoc(), op);
    Halves halves(b, op->getResult(0).getType());
    for (OpOperand &operand : op->getOpOperands())
      if (elementOf(operand.get()).isF16())
        operand.set(
            arith::ExtFOp::create(b, halves.as(b.getF32Type()), operand.get()));
    Value result = op->getResult(0);
    if (!elementOf(result).isF16())
      return;
    Type half = result.getType();
    result.setType(halves.as(b.getF32Type()));
    b.setInsertionPointAfter(op);
    auto narrow = arith::TruncFOp::create(b, half, result);
    result.replaceAllUsesExcept(narrow, narrow);
  }
};
} // namespace
