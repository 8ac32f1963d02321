// SPDX-License-Identifier: Apache-2.0
// The pass onnx-decompose: operators that ONNX defines as functions of simpler
// ones become those, where no lowering does better. Results' types are left to
// shape inference, which runs at the end.
#include "compiler/Graph/Passes.h"
#include "compiler/Graph/Rewrite.h"
#include "dialects/ONNX/DataTypes.h"

using namespace mlir;

namespace cameo {
#define GEN_PASS_DEF_DECOMPOSE
#include "compiler/Graph/Passes.h.inc"

using namespace onnx;

namespace {
/// Builds operators whose types are not known yet.
class Formula {
public:
  Formula(Operation *op) : b(op), loc(op->getLoc()) {}

  template <typename Op, typename... Args> Value make(Args &&...args) {
    return Op::create(b, loc, UnknownType::get(b.getContext()),
                      std::forward<Args>(args)...)
        ->getResult(0);
  }
  Value ints(ArrayRef<int64_t> values) { return makeInts(b, loc, values); }
  Value none() { return makeNone(b, loc); }
  Value number(Type elementType, double value) {
    return makeFloat(b, loc, elementType, value);
  }
  Value intScalar(int64_t value) {
    auto type = RankedTensorType::get({}, b.getI64Type());
    return ConstantOp::create(b, loc, type,
                              DenseElementsAttr::get(type, value));
  }

  Value add(Value x, Value y) { return make<AddOp>(x, y); }
  Value sub(Value x, Value y) { return make<SubOp>(x, y); }
  Value mul(Value x, Value y) { return make<MulOp>(x, y); }
  Value div(Value x, Value y) { return make<DivOp>(x, y); }
  Value transpose(Value x, ArrayRef<int64_t> perm) {
    return make<TransposeOp>(x, b.getDenseI64ArrayAttr(perm));
  }
  Value reshape(Value x, ArrayRef<int64_t> shape) {
    return make<ReshapeOp>(x, ints(shape), 0);
  }
  Value unsqueeze(Value x, ArrayRef<int64_t> axes) {
    return make<UnsqueezeOp>(x, ints(axes));
  }
  Value squeeze(Value x, ArrayRef<int64_t> axes) {
    return make<SqueezeOp>(x, ints(axes));
  }
  Value concat(ValueRange parts, int64_t axis) {
    return make<ConcatOp>(parts, axis);
  }
  Value slice(Value x, int64_t axis, int64_t start, int64_t end,
              int64_t step = 1) {
    return make<SliceOp>(x, ints({start}), ints({end}), ints({axis}),
                         ints({step}));
  }
  Value reduceSum(Value x, ArrayRef<int64_t> axes) { // no axes: all
    return make<ReduceSumOp>(x, axes.empty() ? none() : ints(axes), 0, 0);
  }
  Value castLike(Value x, Value like) {
    return make<CastLikeOp>(x, like, 1, "up");
  }

  OpBuilder b;
  Location loc;
};

int64_t rankOf(Value v) {
  auto type = rankedType(v);
  return type ? type.getRank() : -1;
}

//===-- Losses ------------------------------------------------------------===//

/// -weight[target] * input[target], 0 where the target is to be ignored; the
/// mean is over the weights.
Value negativeLogLikelihood(Formula &f, Value input, Value target, Value weight,
                            std::optional<int64_t> ignore,
                            StringRef reduction) {
  Type elementType = getElementTypeOrSelf(input),
       targetType = getElementTypeOrSelf(target);
  Value one = f.number(elementType, 1.0), zero = f.number(elementType, 0.0);
  Value ignored, index = target;
  if (ignore) {
    auto scalar = RankedTensorType::get({}, targetType);
    Value marker = ConstantOp::create(
        f.b, f.loc, scalar,
        DenseElementsAttr::get(scalar,
                               f.b.getIntegerAttr(targetType, *ignore)));
    Value first = ConstantOp::create(
        f.b, f.loc, scalar,
        DenseElementsAttr::get(scalar, f.b.getIntegerAttr(targetType, 0)));
    ignored = f.make<EqualOp>(target, marker);
    // Any index will do: its value is not used.
    index = f.make<WhereOp>(ignored, first, target);
  }
  Value picked = f.make<GatherElementsOp>(input, f.unsqueeze(index, {1}), 1);
  Value loss = f.make<NegOp>(f.squeeze(picked, {1}));
  Value weights;
  if (ShapeInferrer::present(weight))
    weights = f.make<GatherOp>(weight, index, 0);
  else if (ignored)
    weights = f.make<WhereOp>(ignored, zero, one);
  if (ShapeInferrer::present(weight) && ignored)
    weights = f.make<WhereOp>(ignored, zero, weights);
  if (weights)
    loss = f.mul(loss, weights);
  // What is ignored counts nothing, even if it is not finite.
  if (ignored)
    loss = f.make<WhereOp>(ignored, zero, loss);
  if (reduction == "none")
    return loss;
  if (reduction == "mean" && !weights)
    return f.make<ReduceMeanOp>(loss, f.none(), 0, 0);
  Value sum = f.reduceSum(loss, {});
  return reduction == "sum" ? sum : f.div(sum, f.reduceSum(weights, {}));
}

LogicalResult decompose(NegativeLogLikelihoodLossOp op) {
  Formula f(op);
  op.replaceAllUsesWith(
      negativeLogLikelihood(f, op.getInput(), op.getTarget(), op.getWeight(),
                            op.getIgnoreIndex(), op.getReduction()));
  return success();
}

LogicalResult decompose(SoftmaxCrossEntropyLossOp op) {
  Formula f(op);
  Value logProb = f.make<LogSoftmaxOp>(op.getScores(), 1);
  logProb.setType(op.getScores().getType());
  if (ShapeInferrer::present(op.getLogProb()))
    op.getLogProb().replaceAllUsesWith(logProb);
  op.getOutput().replaceAllUsesWith(
      negativeLogLikelihood(f, logProb, op.getLabels(), op.getWeights(),
                            op.getIgnoreIndex(), op.getReduction()));
  return success();
}

//===-- Attention ---------------------------------------------------------===//

LogicalResult decompose(RotaryEmbeddingOp op) {
  Formula f(op);
  int64_t rank = rankOf(op.getX());
  if (rank != 3 && rank != 4)
    return failure();
  // (batch, length, heads, size), so that one row of angles serves all heads.
  Value x = op.getX();
  if (rank == 4) {
    x = f.transpose(x, {0, 2, 1, 3});
  } else {
    if (op.getNumHeads() < 1)
      return op.emitOpError("X has rank 3 but num_heads is not given");
    x = f.reshape(x, {0, 0, static_cast<int64_t>(op.getNumHeads()), -1});
  }
  Value cos = op.getCosCache(), sin = op.getSinCache();
  if (ShapeInferrer::present(op.getPositionIds())) {
    cos = f.make<GatherOp>(cos, op.getPositionIds(), 0);
    sin = f.make<GatherOp>(sin, op.getPositionIds(), 0);
  }
  cos = f.unsqueeze(cos, {2});
  sin = f.unsqueeze(sin, {2});
  constexpr int64_t end = std::numeric_limits<int64_t>::max();
  int64_t rotated = op.getRotaryEmbeddingDim();
  Value rest;
  if (rotated > 0) {
    rest = f.slice(x, 3, rotated, end);
    x = f.slice(x, 3, 0, rotated);
  }
  Value a, b;
  if (op.getInterleaved()) {
    a = f.slice(x, 3, 0, end, 2);
    b = f.slice(x, 3, 1, end, 2);
  } else {
    auto halves = SplitOp::create(
        f.b, f.loc,
        TypeRange{UnknownType::get(op.getContext()),
                  UnknownType::get(op.getContext())},
        x, f.none(), f.b.getIntegerAttr(f.b.getIntegerType(64, true), 3),
        f.b.getIntegerAttr(f.b.getIntegerType(64, true), 2));
    a = halves.getResult(0);
    b = halves.getResult(1);
  }
  Value real = f.sub(f.mul(cos, a), f.mul(sin, b)),
        imaginary = f.add(f.mul(sin, a), f.mul(cos, b));
  Value result;
  if (op.getInterleaved()) {
    // Pairs side by side again.
    result = f.concat({f.unsqueeze(real, {4}), f.unsqueeze(imaginary, {4})}, 4);
    result = f.reshape(result, {0, 0, 0, -1});
  } else {
    result = f.concat({real, imaginary}, 3);
  }
  if (rest)
    result = f.concat({result, rest}, 3);
  op.replaceAllUsesWith(rank == 4 ? f.transpose(result, {0, 2, 1, 3})
                                  : f.reshape(result, {0, 0, -1}));
  return success();
}

LogicalResult decompose(CastLikeOp op) {
  Formula f(op);
  int64_t to = dataTypeOf(getElementTypeOrSelf(op.getTargetType()));
  if (!to)
    return failure();
  op.replaceAllUsesWith(
      f.make<CastOp>(op.getInput(), to, op.getSaturate(), op.getRoundMode()));
  return success();
}

struct Decompose : impl::DecomposeBase<Decompose> {
  void runOnOperation() override {
    SmallVector<Operation *> done;
    getOperation().walk([&](Operation *op) {
      LogicalResult result =
          TypeSwitch<Operation *, LogicalResult>(op)
              .Case<NegativeLogLikelihoodLossOp, SoftmaxCrossEntropyLossOp,
                    RotaryEmbeddingOp, CastLikeOp>(
                  [](auto typed) { return decompose(typed); })
              .Default([](Operation *) { return failure(); });
      if (succeeded(result))
        done.push_back(op);
    });
    for (Operation *op : done)
      op->erase();
    if (done.empty())
      return;
    for (auto func : getOperation().getOps<func::FuncOp>()) {
      if (func.isExternal())
        continue;
      ShapeInferrer shapes(func);
      if (failed(shapes.run()))
        return signalPassFailure();
      func.setFunctionType(FunctionType::get(
          &getContext(), func.getBody().getArgumentTypes(),
          func.getBody().front().getTerminator()->getOperandTypes()));
    }
  }
};
} // namespace
} // namespace cameo
