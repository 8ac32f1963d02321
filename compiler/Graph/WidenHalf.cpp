// SPDX-License-Identifier: Apache-2.0
// The pass onnx-widen-half: chains of operators on f16 or bf16 are computed in
// f32, between casts where a value enters or leaves them. A CPU converts halves
// for each operation anyway; doing so once a chain is faster, and rounds less.
// Interpreters do the same for what they have no kernels for.
#include "compiler/Graph/Passes.h"
#include "compiler/Graph/Rewrite.h"
#include "dialects/ONNX/Quant.h"
#include "dialects/ONNX/Tensor.h"

using namespace mlir;

namespace cameo {
#define GEN_PASS_DEF_WIDENHALF
#include "compiler/Graph/Passes.h.inc"

using namespace onnx;

namespace {
bool isHalf(Value v) {
  auto type = rankedType(v);
  return type &&
         (type.getElementType().isF16() || type.getElementType().isBF16());
}

/// Operators that mean the type they have: a cast rounds, quantised tensors
/// have scales that say their results' type.
bool meansItsType(Operation *op) {
  return isa<CastOp, CastLikeOp, BitCastOp, QuantizeLinearOp,
             DequantizeLinearOp, ConstantOp>(op);
}

/// Operators that compute nothing: halves stay halves there, as a table that is
/// read in part would be converted whole.
bool onlyMoves(Operation *op) {
  return isa<ConcatOp, ExpandOp, FlattenOp, GatherElementsOp, GatherNDOp,
             GatherOp, IdentityOp, PadOp, ReshapeOp, ShapeOp, SizeOp, SliceOp,
             SplitOp, SqueezeOp, TileOp, TransposeOp, UnsqueezeOp>(op);
}

class Widener {
public:
  void visit(Operation *op) {
    if (!isa_and_nonnull<ONNXDialect>(op->getDialect()) ||
        op->getNumResults() == 0 || op->getNumRegions() ||
        !isMemoryEffectFree(op) || meansItsType(op))
      return;
    auto isTensor = [](Value v) {
      return rankedType(v) || isa<NoneType>(v.getType());
    };
    if (!llvm::any_of(op->getOperands(), isHalf) ||
        !llvm::all_of(op->getOperands(), isTensor) ||
        !llvm::all_of(op->getResults(), isTensor))
      return;
    if (onlyMoves(op) && llvm::none_of(op->getOperands(), [&](Value v) {
          return wide.contains(v) && v.getDefiningOp<CastOp>();
        }))
      return;
    for (OpOperand &operand : op->getOpOperands())
      if (isHalf(operand.get()))
        operand.set(widened(operand.get()));
    OpBuilder b(op->getContext());
    b.setInsertionPointAfter(op);
    for (OpResult r : op->getResults()) {
      if (!isHalf(r))
        continue;
      auto type = rankedType(r);
      r.setType(type.clone(b.getF32Type()));
      int64_t to = type.getElementType().isF16() ? 10 : 16;
      auto narrow = CastOp::create(b, op->getLoc(), type, r, to, 1, "up");
      r.replaceAllUsesExcept(narrow, narrow);
      wide[narrow] = r;
      narrowed.push_back(narrow);
    }
  }

  void eraseUnused() {
    for (Operation *op : llvm::reverse(narrowed))
      if (op->use_empty())
        op->erase();
  }

private:
  /// A half in f32: what it was before it was rounded, or cast where it is
  /// made.
  Value widened(Value v) {
    Value &w = wide[v];
    if (w)
      return w;
    OpBuilder b(v.getContext());
    b.setInsertionPointAfterValue(v);
    w = CastOp::create(b, v.getLoc(), rankedType(v).clone(b.getF32Type()), v,
                       /*to=*/1, /*saturate=*/1, "up");
    return w;
  }

  DenseMap<Value, Value> wide;
  SmallVector<Operation *> narrowed;
};

struct WidenHalf : impl::WidenHalfBase<WidenHalf> {
  void runOnOperation() override {
    for (auto func : getOperation().getOps<func::FuncOp>()) {
      // Operands before those that read them.
      SmallVector<Operation *> ops;
      func.walk<WalkOrder::PreOrder>([&](Operation *op) { ops.push_back(op); });
      Widener widener;
      for (Operation *op : ops)
        widener.visit(op);
      widener.eraseUnused();
    }
  }
};
} // namespace
} // namespace cameo
