// SPDX-License-Identifier: Apache-2.0
// Derivatives of operators with several operands, of products, reductions and
// data movement.
#include "compiler/Graph/Differentiate.h"

using namespace mlir;
using namespace cameo;
using namespace cameo::onnx;

Value GraphBuilder::full(Value like, double value) {
  Type element = getElementTypeOrSelf(like.getType());
  Value one = makeFloat(b, loc, element, value);
  return make<ExpandOp>({one, shapeOf(like)});
}

Value GraphBuilder::unbroadcast(Value gradient, Value operand,
                                int64_t resultRank) {
  auto type = cast<RankedTensorType>(operand.getType());
  int64_t more = resultRank - type.getRank();
  if (more > 0)
    gradient = make<ReduceSumOp>(
        {gradient, ints(llvm::to_vector(llvm::seq<int64_t>(0, more)))},
        {{"keepdims", flag(0)}});
  // Where only the run knows which sizes are 1, it lists the axes; those whose
  // result is 1 as well do no harm.
  SmallVector<int64_t> ones;
  for (auto [i, n] : llvm::enumerate(type.getShape()))
    if (n == 1)
      ones.push_back(i);
  if (!type.hasStaticShape()) {
    Value isOne = make<EqualOp>({shapeOf(operand), ints({1})});
    Value axes = make<ReshapeOp>({make<NonZeroOp>({isOne}), ints({-1})});
    return make<ReduceSumOp>({gradient, axes},
                             {{"noop_with_empty_axes", flag(1)}});
  }
  return ones.empty() ? gradient : make<ReduceSumOp>({gradient, ints(ones)});
}

bool cameo::isStepFunction(Operation *op) {
  if (isa<CastOp, CastLikeOp>(op))
    return !isa<FloatType>(getElementTypeOrSelf(op->getResult(0).getType()));
  return isa<SignOp, CeilOp, FloorOp, RoundOp, EqualOp, LessOp, LessOrEqualOp,
             GreaterOp, GreaterOrEqualOp, AndOp, OrOp, XorOp, NotOp, IsNaNOp,
             IsInfOp, ShapeOp, SizeOp, ArgMaxOp, ArgMinOp, NonZeroOp,
             ConstantOfShapeOp, EyeLikeOp, OneHotOp, RandomNormalLikeOp,
             RandomUniformLikeOp, BernoulliOp, MultinomialOp, HardmaxOp>(op);
}

namespace {
int64_t rankOf(Value v) {
  return cast<RankedTensorType>(v.getType()).getRank();
}
bool isFloat(Value v) {
  return isa<FloatType>(getElementTypeOrSelf(v.getType()));
}

/// The rules for one operation.
struct Rules {
  Operation *op;
  GraphBuilder &g;
  Contribute contribute;
  Value d; ///< of the first result

  Value x(unsigned i = 0) { return op->getOperand(i); }
  Value y() { return op->getResult(0); }
  Value n(double v) { return g.number(y(), v); }
  /// A gradient of the result's shape, for an operand that was broadcast.
  LogicalResult give(unsigned i, Value gradient) {
    contribute(x(i), g.unbroadcast(gradient, x(i), rankOf(y())));
    return success();
  }

  //===-- Element-wise, several operands ----------------------------------===//

  LogicalResult divide() {
    (void)give(0, g.div(d, x(1)));
    return give(1, g.neg(g.div(g.mul(d, y()), x(1))));
  }
  LogicalResult power() {
    if (!isFloat(x(0)))
      return failure();
    Value exponent = x(1);
    if (!isFloat(exponent))
      exponent = g.make<CastLikeOp>({exponent, x(0)});
    Value below = g.sub(exponent, n(1));
    (void)give(0, g.mul(d, g.mul(exponent, g.make<PowOp>({x(0), below}))));
    if (!isFloat(x(1)))
      return success();
    // Where the base is 0, so is the derivative by a positive exponent.
    Value positive = g.make<GreaterOp>({x(0), n(0)});
    Value log = g.make<LogOp>({g.where(positive, x(0), n(1))});
    return give(1, g.mul(d, g.mul(y(), log)));
  }
  /// The operands that reach the extreme share its gradient.
  LogicalResult extreme() {
    Value count;
    SmallVector<Value> shares;
    for (Value v : op->getOperands()) {
      Value hit = g.where(g.make<EqualOp>({v, y()}), n(1), n(0));
      shares.push_back(hit);
      count = count ? g.add(count, hit) : hit;
    }
    for (auto [i, share] : llvm::enumerate(shares))
      (void)give(i, g.div(g.mul(d, share), count));
    return success();
  }
  LogicalResult remainder(ModOp mod) {
    (void)give(0, d);
    Value quotient = g.div(g.sub(x(0), y()), x(1));
    return give(1, g.neg(g.mul(d, g.make<RoundOp>({quotient}))));
  }

  //===-- Products --------------------------------------------------------===//

  Value transposed(Value v) {
    auto perm = llvm::to_vector(llvm::seq<int64_t>(0, rankOf(v)));
    std::swap(perm[perm.size() - 1], perm[perm.size() - 2]);
    return g.make<TransposeOp>({v}, {{"perm", g.b.getDenseI64ArrayAttr(perm)}});
  }
  LogicalResult matmul() {
    int64_t left = rankOf(x(0)), right = rankOf(x(1));
    if (left < 1 || right < 1)
      return failure();
    // Vectors become matrices of one row or column.
    Value a = x(0), b = x(1), dy = d;
    auto lift = [&](Value v, int64_t axis) {
      return g.make<UnsqueezeOp>({v, g.ints({axis})});
    };
    if (right == 1)
      dy = lift(dy, -1);
    if (left == 1)
      dy = lift(dy, -2);
    Value matrixB = right == 1 ? lift(b, 0) : transposed(b); // b'
    Value matrixA = left == 1 ? lift(a, 1) : transposed(a);  // a'
    Value da = g.make<MatMulOp>({dy, matrixB}),
          db = g.make<MatMulOp>({matrixA, dy});
    int64_t rank =
        std::max(std::max<int64_t>(left, 2), std::max<int64_t>(right, 2));
    auto settle = [&](Value gradient, Value operand, int64_t own) {
      // Of the batches that the operand was repeated over; then back to a
      // vector.
      if (own >= 2)
        return g.unbroadcast(gradient, operand, rank);
      auto batches = llvm::to_vector(llvm::seq<int64_t>(0, rank - 2));
      if (!batches.empty())
        gradient = g.make<ReduceSumOp>({gradient, g.ints(batches)},
                                       {{"keepdims", g.flag(0)}});
      return g.reshapeLike(gradient, operand);
    };
    contribute(a, settle(da, a, left));
    contribute(b, settle(db, b, right));
    return success();
  }
  LogicalResult gemm(GemmOp gemm) {
    double alpha = gemm.getAlpha().convertToDouble(),
           beta = gemm.getBeta().convertToDouble();
    Value scaled = g.mul(d, n(alpha));
    bool ta = gemm.getTransA() != 0, tb = gemm.getTransB() != 0;
    auto product = [&](Value p, bool tp, Value q, bool tq) {
      return g.make<GemmOp>({p, q, g.none()},
                            {{"transA", g.flag(tp)}, {"transB", g.flag(tq)}});
    };
    contribute(x(0), ta ? product(x(1), tb, scaled, true)
                        : product(scaled, false, x(1), !tb));
    contribute(x(1), tb ? product(scaled, true, x(0), ta)
                        : product(x(0), !ta, scaled, false));
    if (ShapeInferrer::present(gemm.getC()))
      (void)give(2, g.mul(d, n(beta)));
    return success();
  }

  //===-- Reductions ------------------------------------------------------===//

  /// Reduced values with their dimensions kept, so that they broadcast to the
  /// operand.
  template <typename Op> Value kept(Op op, Value v) {
    if (op.getKeepdims() || rankOf(x()) == 0)
      return v;
    Value shape = g.shapeOf(g.make<ReduceMaxOp>(
        {g.full(x(), 0), op.getAxes()},
        {{"noop_with_empty_axes", g.flag(op.getNoopWithEmptyAxes())}}));
    return g.make<ReshapeOp>({v, shape}, {{"allowzero", g.flag(1)}});
  }
  /// Spreads the gradient over the operand, times a factor of its shape (null:
  /// 1).
  template <typename Op> LogicalResult spread(Op op, Value factor) {
    Value whole = g.make<ExpandOp>({kept(op, d), g.shapeOf(x())});
    contribute(x(), factor ? g.mul(whole, factor) : whole);
    return success();
  }
  LogicalResult reduction() {
    return TypeSwitch<Operation *, LogicalResult>(op)
        .Case([&](ReduceSumOp o) { return spread(o, {}); })
        .Case([&](ReduceMeanOp o) {
          auto size = [&](Value v) {
            return g.make<CastLikeOp>({g.make<SizeOp>({v}), y()});
          };
          return spread(o, g.div(size(y()), size(x())));
        })
        .Case([&](ReduceSumSquareOp o) { return spread(o, g.mul(x(), n(2))); })
        .Case([&](ReduceL1Op o) { return spread(o, g.make<SignOp>({x()})); })
        .Case([&](ReduceL2Op o) { return spread(o, g.div(x(), kept(o, y()))); })
        .Case([&](ReduceLogSumOp o) {
          return spread(o, g.make<ExpOp>({g.neg(g.make<ExpandOp>(
                               {kept(o, y()), g.shapeOf(x())}))}));
        })
        .Case([&](ReduceLogSumExpOp o) {
          return spread(o, g.make<ExpOp>({g.sub(x(), kept(o, y()))}));
        })
        .Case(
            [&](ReduceProdOp o) { return spread(o, g.div(kept(o, y()), x())); })
        .Case<ReduceMaxOp, ReduceMinOp>([&](auto o) {
          Value hit = g.where(g.make<EqualOp>({x(), kept(o, y())}), n(1), n(0));
          Value count = g.make<ReduceSumOp>(
              {hit, o.getAxes()},
              {{"noop_with_empty_axes", g.flag(o.getNoopWithEmptyAxes())}});
          return spread(o, g.div(hit, count));
        })
        .Default([](Operation *) { return failure(); });
  }
  /// y * (d - sum(d * y)), or d - e^y * sum(d).
  template <typename Op> LogicalResult softmax(Op op, bool log) {
    auto sum = [&](Value v) {
      return g.make<ReduceSumOp>({v, g.ints({int64_t(op.getAxis())})});
    };
    contribute(x(), log ? g.sub(d, g.mul(g.make<ExpOp>({y()}), sum(d)))
                        : g.mul(y(), g.sub(d, sum(g.mul(d, y())))));
    return success();
  }

  //===-- Data movement ---------------------------------------------------===//

  /// Operators that only pick elements of their first operand pick its indices
  /// all the same; each index then takes the gradient of where it went.
  /// `beyond`: one more index for what is new.
  LogicalResult movement(unsigned fill = 0) {
    Value size = g.make<SizeOp>({x()});
    Value range = g.make<RangeOp>({scalar(0), size, scalar(1)});
    Value indices = g.reshapeLike(range, x());
    OperationState state(g.loc, op->getName());
    SmallVector<Value> operands(op->getOperands());
    operands[0] = indices;
    Value count = g.make<ReshapeOp>({size, g.ints({1})});
    if (fill) {
      operands[fill] = size;
      count = g.add(count, g.ints({1}));
    }
    state.addOperands(operands);
    state.addTypes(SmallVector<Type>(op->getNumResults(),
                                     UnknownType::get(op->getContext())));
    state.addAttributes(op->getAttrs());
    Value moved = g.b.create(state)->getResult(0);
    auto flat = [&](Value v) { return g.make<ReshapeOp>({v, g.ints({-1})}); };
    Value zeros = g.make<ExpandOp>({n(0), count});
    Value sums =
        g.make<ScatterElementsOp>({zeros, flat(moved), flat(d)},
                                  {{"reduction", g.b.getStringAttr("add")}});
    if (fill)
      sums = g.make<SliceOp>(
          {sums, g.ints({0}), g.ints({-1}), g.none(), g.none()});
    contribute(x(), g.reshapeLike(sums, x()));
    return success();
  }
  Value scalar(int64_t v) {
    auto type = RankedTensorType::get({}, g.b.getI64Type());
    return ConstantOp::create(g.b, g.loc, type,
                              DenseElementsAttr::get(type, v));
  }
  /// What was written over has no gradient; what was added to has all of it.
  LogicalResult scatter(StringRef reduction,
                        function_ref<Value(Value)> gathered,
                        function_ref<Value(Value, Value)> written) {
    if (reduction != "none" && reduction != "add")
      return failure();
    Value updates = gathered(d);
    contribute(x(0), reduction == "add" ? d : written(d, g.full(x(2), 0)));
    contribute(x(2), updates);
    return success();
  }
  LogicalResult transpose(TransposeOp o) {
    SmallVector<int64_t> inverse(rankOf(x()));
    for (int64_t i = 0, e = inverse.size(); i < e; ++i)
      inverse[o.getPerm() ? (*o.getPerm())[i] : e - 1 - i] = i;
    contribute(x(), g.make<TransposeOp>(
                        {d}, {{"perm", g.b.getDenseI64ArrayAttr(inverse)}}));
    return success();
  }
  LogicalResult concat(ConcatOp o) {
    int64_t axis = o.getAxis();
    axis = axis < 0 ? axis + rankOf(y()) : axis;
    Value from = g.ints({0});
    for (Value v : op->getOperands()) {
      Value length = g.make<ShapeOp>(
          {v}, {{"start", g.flag(axis)}, {"end", g.flag(axis + 1)}});
      Value to = g.add(from, length);
      contribute(v, g.make<SliceOp>({d, from, to, g.ints({axis}), g.none()}));
      from = to;
    }
    return success();
  }
  LogicalResult split(ArrayRef<Value> gradients) {
    SmallVector<Value> parts;
    for (auto [result, gradient] : llvm::zip(op->getResults(), gradients))
      parts.push_back(gradient ? gradient : g.full(result, 0));
    contribute(
        x(), g.make<ConcatOp>(parts,
                              {{"axis", g.flag(cast<SplitOp>(op).getAxis())}}));
    return success();
  }
};
} // namespace

LogicalResult cameo::differentiate(Operation *op, ArrayRef<Value> gradients,
                                   GraphBuilder &g, Contribute contribute) {
  Rules r{op, g, contribute, gradients.front()};
  for (Value v : op->getOperands())
    if (ShapeInferrer::present(v) && !isa<RankedTensorType>(v.getType()))
      return failure();
  if (isa<SplitOp>(op))
    return r.split(gradients);
  // The rules below know the first result's part alone.
  if (!r.d || llvm::any_of(gradients.drop_front(), [](Value v) { return v; }))
    return failure();
  if (Value dx = differentiateUnary(op, r.d, g)) {
    contribute(r.x(), dx);
    return success();
  }
  Value d = r.d;
  return TypeSwitch<Operation *, LogicalResult>(op)
      .Case<CastOp, CastLikeOp>([&](auto) {
        contribute(r.x(), g.make<CastLikeOp>({d, r.x()}));
        return success();
      })
      .Case([&](AddOp) { return (void)r.give(0, d), r.give(1, d); })
      .Case([&](SubOp) { return (void)r.give(0, d), r.give(1, g.neg(d)); })
      .Case([&](MulOp) {
        return (void)r.give(0, g.mul(d, r.x(1))), r.give(1, g.mul(d, r.x(0)));
      })
      .Case([&](DivOp) { return r.divide(); })
      .Case([&](PowOp) { return r.power(); })
      .Case([&](ModOp o) { return r.remainder(o); })
      .Case<MaxOp, MinOp>([&](auto) { return r.extreme(); })
      .Case<SumOp, MeanOp>([&](auto o) {
        double share = isa<MeanOp>(op) ? 1.0 / op->getNumOperands() : 1.0;
        for (unsigned i = 0; i < op->getNumOperands(); ++i)
          (void)r.give(i, share == 1.0 ? d : g.mul(d, r.n(share)));
        return success();
      })
      .Case([&](PReluOp) {
        Value positive = g.make<GreaterOp>({r.x(0), r.n(0)});
        (void)r.give(0, g.where(positive, d, g.mul(d, r.x(1))));
        return r.give(1, g.where(positive, r.n(0), g.mul(d, r.x(0))));
      })
      .Case([&](WhereOp) {
        (void)r.give(1, g.where(r.x(0), d, r.n(0)));
        return r.give(2, g.where(r.x(0), r.n(0), d));
      })
      .Case([&](MatMulOp) { return r.matmul(); })
      .Case([&](GemmOp o) { return r.gemm(o); })
      .Case([&](SoftmaxOp o) { return r.softmax(o, false); })
      .Case([&](LogSoftmaxOp o) { return r.softmax(o, true); })
      .Case([&](CumSumOp o) {
        contribute(r.x(),
                   g.make<CumSumOp>({d, o.getAxis()},
                                    {{"exclusive", g.flag(o.getExclusive())},
                                     {"reverse", g.flag(!o.getReverse())}}));
        return success();
      })
      .Case<ReshapeOp, FlattenOp, SqueezeOp, UnsqueezeOp>([&](auto) {
        contribute(r.x(), g.reshapeLike(d, r.x()));
        return success();
      })
      .Case([&](ExpandOp) { return r.give(0, d); })
      .Case([&](TransposeOp o) { return r.transpose(o); })
      .Case([&](ConcatOp o) { return r.concat(o); })
      .Case<SliceOp, GatherOp, GatherElementsOp, GatherNDOp, TileOp,
            DepthToSpaceOp, SpaceToDepthOp, ReverseSequenceOp, CompressOp>(
          [&](auto) { return r.movement(); })
      .Case([&](ScatterElementsOp o) {
        auto axis = g.flag(o.getAxis());
        return r.scatter(
            o.getReduction(),
            [&](Value v) {
              return g.make<GatherElementsOp>({v, r.x(1)}, {{"axis", axis}});
            },
            [&](Value v, Value zeros) {
              return g.make<ScatterElementsOp>({v, r.x(1), zeros},
                                               {{"axis", axis}});
            });
      })
      .Case([&](ScatterNDOp o) {
        return r.scatter(
            o.getReduction(),
            [&](Value v) {
              // As the updates, also where only the run knows how long the
              // index tuples are.
              Value updates = g.make<GatherNDOp>({v, r.x(1)});
              updates.setType(r.x(2).getType());
              return updates;
            },
            [&](Value v, Value zeros) {
              return g.make<ScatterNDOp>({v, r.x(1), zeros});
            });
      })
      .Case([&](TopKOp o) {
        contribute(r.x(), g.make<ScatterElementsOp>(
                              {g.full(r.x(), 0), o.getIndices(), d},
                              {{"axis", g.flag(o.getAxis())}}));
        return success();
      })
      .Case([&](PadOp o) {
        return r.movement(o.getMode() == "constant" ? 2 : 0);
      })
      .Case([&](TriluOp o) {
        contribute(r.x(), g.make<TriluOp>({d, o.getK()},
                                          {{"upper", g.flag(o.getUpper())}}));
        return success();
      })
      .Default([&](Operation *) {
        return success(succeeded(r.reduction()) ||
                       succeeded(differentiateLayer(op, d, g, contribute)) ||
                       succeeded(differentiateLoss(op, d, g, contribute)));
      });
}
