// SPDX-License-Identifier: Apache-2.0
// Recognises weights in blocks; see BlockWeights.h.
#include "compiler/Kernels/BlockWeights.h"
#include "mlir/IR/Matchers.h"

using namespace mlir;
using namespace cameo;

namespace {
/// An integer operand of the body, widened in whatever steps.
struct Field {
  unsigned operand = 0;
  bool isUnsigned = false;
};
} // namespace

static std::optional<unsigned> operandOf(linalg::GenericOp op, Value v) {
  auto argument = dyn_cast<BlockArgument>(v);
  if (!argument || argument.getOwner() != op.getBody() ||
      argument.getArgNumber() >= op.getNumDpsInputs() ||
      !isa<RankedTensorType>(op->getOperand(argument.getArgNumber()).getType()))
    return std::nullopt;
  return argument.getArgNumber();
}

static std::optional<Field> fieldOf(linalg::GenericOp op, Value v) {
  Field f;
  while (Operation *def = v.getDefiningOp()) {
    if (!isa<arith::ExtSIOp, arith::ExtUIOp>(def))
      return std::nullopt;
    // The innermost one says how the bits are to be taken.
    f.isUnsigned = isa<arith::ExtUIOp>(def);
    v = def->getOperand(0);
  }
  std::optional<unsigned> operand = operandOf(op, v);
  if (!operand || !v.getType().isInteger() ||
      v.getType().getIntOrFloatBitWidth() > 8)
    return std::nullopt;
  f.operand = *operand;
  return f;
}

FailureOr<BlockWeights> BlockWeights::match(linalg::GenericOp op,
                                            Value weight) {
  auto product = weight.getDefiningOp<arith::MulFOp>();
  if (!product || !weight.getType().isF32())
    return failure();
  BlockWeights w;
  Value number = product.getLhs(), factor = product.getRhs();
  std::optional<unsigned> scale = operandOf(op, factor);
  if (!scale) {
    std::swap(number, factor);
    scale = operandOf(op, factor);
  }
  Operation *conversion = number.getDefiningOp();
  if (!scale || !isa_and_nonnull<arith::SIToFPOp, arith::UIToFPOp>(conversion))
    return failure();
  w.scale = *scale;
  Value whole = conversion->getOperand(0), minuend = whole;
  auto difference = whole.getDefiningOp<arith::SubIOp>();
  if (difference) {
    // Of signed numbers, and wide enough for any difference.
    if (!isa<arith::SIToFPOp>(conversion) ||
        whole.getType().getIntOrFloatBitWidth() < 16)
      return failure();
    minuend = difference.getLhs();
    IntegerAttr constant;
    if (matchPattern(difference.getRhs(), m_Constant(&constant))) {
      w.constantZero = constant.getValue().getSExtValue();
    } else {
      std::optional<Field> zero = fieldOf(op, difference.getRhs());
      if (!zero)
        return failure();
      w.zero = zero->operand;
      w.zeroIsUnsigned = zero->isUnsigned;
    }
  }
  std::optional<Field> q = fieldOf(op, minuend);
  if (!q)
    return failure();
  w.q = q->operand;
  w.qIsUnsigned = q->isUnsigned;
  // Bytes that nothing widened before.
  if (!minuend.getDefiningOp())
    w.qIsUnsigned = isa<arith::UIToFPOp>(conversion);
  else if (isa<arith::UIToFPOp>(conversion) && !q->isUnsigned)
    return failure();
  w.bits = getElementTypeOrSelf(op->getOperand(w.q).getType())
               .getIntOrFloatBitWidth();
  if (w.bits != 2 && w.bits != 4 && w.bits != 8)
    return failure();
  return w;
}

int64_t cameo::packedBlocks(AffineMap q, AffineMap scales, int64_t per,
                            int64_t &n, int64_t &k, int64_t &panel) {
  if (q.getNumResults() != 4 || scales.getNumResults() != 3)
    return 0;
  /// loop floordiv by, or loop mod by.
  auto part = [](AffineExpr e, AffineExprKind kind, int64_t &loop,
                 int64_t &by) {
    auto binary = dyn_cast<AffineBinaryOpExpr>(e);
    if (!binary || binary.getKind() != kind)
      return false;
    auto dim = dyn_cast<AffineDimExpr>(binary.getLHS());
    auto size = dyn_cast<AffineConstantExpr>(binary.getRHS());
    if (!dim || !size || size.getValue() <= 0)
      return false;
    loop = dim.getPosition();
    by = size.getValue();
    return true;
  };
  int64_t words = 0, block = 0, scaleLoop = 0;
  if (!part(q.getResult(2), AffineExprKind::Mod, n, panel) ||
      !part(q.getResult(3), AffineExprKind::Mod, k, words) || words != per ||
      !part(scales.getResult(1), AffineExprKind::FloorDiv, scaleLoop, block) ||
      scaleLoop != k || block % per)
    return 0;
  MLIRContext *context = q.getContext();
  AffineExpr column = getAffineDimExpr(n, context),
             depth = getAffineDimExpr(k, context);
  bool fits = q.getResult(0) == column.floorDiv(panel) &&
              q.getResult(1) == depth.floorDiv(per) &&
              scales.getResult(0) == column.floorDiv(panel) &&
              scales.getResult(2) == column % panel;
  return fits ? block : 0;
}
