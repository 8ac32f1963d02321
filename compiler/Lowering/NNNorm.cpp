// SPDX-License-Identifier: Apache-2.0
// Lowerings of normalisations. Each is a few generics over rows: a sum, a sum
// of squared differences (two passes, for accuracy), and the scaled result. All
// of them walk the same parallel dimensions in the same order, so that they
// fuse into one kernel per row.
#include "compiler/Lowering/NNWindow.h"
#include "dialects/ONNX/NN.h"

using namespace mlir;
using namespace cameo;
using namespace cameo::onnx;

namespace {
constexpr auto parallel = utils::IteratorType::parallel,
               reduction = utils::IteratorType::reduction;

/// A tensor seen as rows: `axes` are normalised together, the other dimensions
/// number the rows.
struct Rows {
  Rows(Lowerer &l, Value x, ArrayRef<int64_t> axes, Type wide)
      : l(l), x(x), wide(wide),
        rank(cast<RankedTensorType>(x.getType()).getRank()),
        iterators(rank, parallel), all(l.b.getMultiDimIdentityMap(rank)) {
    Sizes extents;
    SmallVector<AffineExpr> outer;
    for (int64_t i = 0; i < rank; ++i)
      if (llvm::is_contained(axes, i)) {
        iterators[i] = reduction;
        extents.push_back(dim(l, x, i));
      } else {
        outerSizes.push_back(dim(l, x, i));
        outer.push_back(l.b.getAffineDimExpr(i));
      }
    rows = AffineMap::get(rank, 0, outer, l.b.getContext());
    count = toValue(l, product(l, extents));
  }

  Lowerer &l;
  Value x;
  /// The type to compute in.
  Type wide;
  int64_t rank;
  SmallVector<utils::IteratorType> iterators;
  AffineMap all, rows;
  Sizes outerSizes;
  /// Elements per row.
  Value count;

  /// Sum of body(element, per-row values...) over each row.
  Value sum(ValueRange perRow, ScalarBody term) {
    SmallVector<Value> inputs = {x};
    SmallVector<AffineMap> maps = {all};
    for (Value v : perRow) {
      inputs.push_back(v);
      maps.push_back(rows);
    }
    maps.push_back(rows);
    return generic(l, fill(l, outerSizes, numberAttr(wide, 0.0)), inputs, maps,
                   iterators, [&](Scalars &s, ArrayRef<Scalar> v) {
                     SmallVector<Scalar> args(v.drop_back());
                     args[0] = args[0].to(wide);
                     return Value(s(term(s, args)) + v.back());
                   });
  }
  /// body(value) for each row.
  Value perRow(ValueRange values, ScalarBody body) {
    AffineMap map = l.b.getMultiDimIdentityMap(outerSizes.size());
    SmallVector<AffineMap> maps(values.size() + 1, map);
    return generic(
        l, empty(l, outerSizes, wide), values, maps,
        SmallVector<utils::IteratorType>(outerSizes.size(), parallel), body);
  }
  Value mean() {
    Value total =
        sum({}, [](Scalars &, ArrayRef<Scalar> v) { return Value(v[0]); });
    return overCount(total);
  }
  Value variance(Value mean) {
    Value total = sum({mean}, [](Scalars &, ArrayRef<Scalar> v) {
      Scalar d = v[0] - v[1];
      return Value(d * d);
    });
    return overCount(total);
  }
  Value overCount(Value total) {
    return perRow({total}, [&](Scalars &s, ArrayRef<Scalar> v) {
      return Value(v[0] / s(count).to(wide));
    });
  }
  /// 1 / sqrt(v + epsilon)
  Value inverseRoot(Value v, double epsilon) {
    return perRow({v}, [&](Scalars &s, ArrayRef<Scalar> v) {
      return Value(1.0 / (v[0] + s.constant(wide, epsilon)).sqrt());
    });
  }
  /// An element-wise result over the whole tensor from the element, per-row
  /// values and further tensors under maps of their own; arguments in that
  /// order, in the wide type.
  Value apply(ValueRange perRow, ArrayRef<std::pair<Value, AffineMap>> others,
              Type element, ScalarBody body) {
    SmallVector<Value> inputs = {x};
    SmallVector<AffineMap> maps = {all};
    for (Value v : perRow) {
      inputs.push_back(v);
      maps.push_back(rows);
    }
    for (auto [v, map] : others)
      if (v) {
        inputs.push_back(v);
        maps.push_back(map);
      }
    maps.push_back(all);
    return generic(l, empty(l, dims(l, x), element), inputs, maps,
                   SmallVector<utils::IteratorType>(rank, parallel),
                   [&](Scalars &s, ArrayRef<Scalar> v) -> Value {
                     SmallVector<Scalar> args;
                     for (Scalar a : v.drop_back())
                       args.push_back(a.to(wide));
                     return s(body(s, args)).to(element);
                   });
  }
  /// (x - mean) * inverse * scale + bias, where scale and bias may be null.
  Value scaled(Value mean, Value inverse, std::pair<Value, AffineMap> scale,
               std::pair<Value, AffineMap> bias, Type element) {
    return apply({mean, inverse}, {scale, bias}, element,
                 [&](Scalars &, ArrayRef<Scalar> v) -> Value {
                   Scalar y = (v[0] - v[1]) * v[2];
                   unsigned next = 3;
                   if (scale.first)
                     y = y * v[next++];
                   return bias.first ? y + v[next] : y;
                 });
  }
  /// A per-row tensor with the axes put back as 1, in another element type.
  Value keepAxes(Value perRow, Type element) {
    SmallVector<int64_t> axes;
    for (int64_t i = 0; i < rank; ++i)
      if (iterators[i] == reduction)
        axes.push_back(i);
    Value v = element == wide ? perRow
                              : elementwise(l, element, {perRow},
                                            [&](Scalars &, ArrayRef<Scalar> v) {
                                              return Value(v[0].to(element));
                                            });
    return unsqueeze(l, v, axes);
  }
};

/// The type to normalise `x` in: at least f32.
Type wideType(Type element) { return Scalars::computeType(element); }

AffineMap mapOf(Lowerer &l, int64_t rank, ArrayRef<int64_t> dims) {
  SmallVector<AffineExpr> exprs;
  for (int64_t d : dims)
    exprs.push_back(l.b.getAffineDimExpr(d));
  return AffineMap::get(rank, 0, exprs, l.b.getContext());
}

/// `v`, broadcast from the right to the dimensions of `x`, and its map over
/// them. Null stays null.
std::pair<Value, AffineMap> trailing(Lowerer &l, Value v, Value x) {
  if (!v)
    return {};
  int64_t rank = cast<RankedTensorType>(x.getType()).getRank();
  auto type = cast<RankedTensorType>(v.getType());
  int64_t first = rank - type.getRank();
  SmallVector<int64_t> kept, ones;
  bool doubtful = first < 0;
  for (int64_t i = 0; i < type.getRank() && !doubtful; ++i) {
    if (sameDim(l, v, i, x, first + i)) {
      kept.push_back(first + i);
    } else if (type.getDimSize(i) == 1) {
      ones.push_back(i);
    } else {
      doubtful = true;
    }
  }
  if (!doubtful)
    return {ones.empty() ? v : squeeze(l, v, ones), mapOf(l, rank, kept)};
  return {broadcastTo(l, v, dims(l, x)), l.b.getMultiDimIdentityMap(rank)};
}

SmallVector<int64_t> axesFrom(int64_t first, int64_t rank) {
  return llvm::to_vector(llvm::seq<int64_t>(std::min(first, rank), rank));
}

//===-- Batch, instance, group --------------------------------------------===//

LoweredValues lowerBatchNormalization(BatchNormalizationOp op, Lowerer &l) {
  Value x = l(op.getX());
  auto type = cast<RankedTensorType>(x.getType());
  int64_t rank = type.getRank();
  Type element = type.getElementType(), wide = wideType(element);
  double epsilon = op.getEpsilon().convertToDouble(),
         momentum = op.getMomentum().convertToDouble();
  Value scale = l(op.getScale()), bias = l(op.getB()),
        mean = l(op.getInputMean()), var = l(op.getInputVar());
  SmallVector<Value> result;
  // (N) stands for (N, 1).
  SmallVector<int64_t> axes;
  for (int64_t i = 0; i < rank; ++i)
    if (i != 1)
      axes.push_back(i);
  Value wideX = x;
  if (rank == 1)
    wideX = unsqueeze(l, x, {1});
  if (op.getTrainingMode()) {
    Rows rows(l, wideX, axes, wide);
    Value batchMean = rows.mean(), batchVar = rows.variance(batchMean);
    auto running = [&](Value old, Value now) -> Value {
      Type t = getElementTypeOrSelf(old.getType());
      return elementwise(l, t, {old, now}, [&](Scalars &s, ArrayRef<Scalar> v) {
        return Value((v[0].to(wide) * s.constant(wide, momentum) +
                      v[1] * s.constant(wide, 1.0 - momentum))
                         .to(t));
      });
    };
    result = {Value(), running(mean, batchMean), running(var, batchVar)};
    mean = batchMean;
    var = batchVar;
  } else {
    result = {Value(), mean, var};
  }
  // Per channel: factor = scale / sqrt(var + epsilon), shift = bias - mean *
  // factor.
  Value factor =
      elementwise(l, wide, {scale, var}, [&](Scalars &s, ArrayRef<Scalar> v) {
        return Value(v[0].to(wide) /
                     (v[1].to(wide) + s.constant(wide, epsilon)).sqrt());
      });
  Value shift = elementwise(
      l, wide, {bias, mean, factor}, [&](Scalars &, ArrayRef<Scalar> v) {
        return Value(v[0].to(wide) - v[1].to(wide) * v[2]);
      });
  int64_t wideRank = std::max<int64_t>(rank, 2);
  AffineMap all = l.b.getMultiDimIdentityMap(wideRank),
            channel = mapOf(l, wideRank, {1});
  Value y = generic(l, empty(l, dims(l, wideX), element),
                    {wideX, factor, shift}, {all, channel, channel, all},
                    SmallVector<utils::IteratorType>(wideRank, parallel),
                    [&](Scalars &, ArrayRef<Scalar> v) {
                      return Value((v[0].to(wide) * v[1] + v[2]).to(element));
                    });
  result[0] = rank == 1 ? squeeze(l, y, {1}) : y;
  for (auto [value, res] : llvm::zip_equal(result, op->getResults()))
    if (isa<NoneType>(res.getType()))
      value = Value();
  return result;
}

LoweredValues lowerInstanceNormalization(InstanceNormalizationOp op,
                                         Lowerer &l) {
  Value x = l(op.getInput());
  auto type = cast<RankedTensorType>(x.getType());
  if (type.getRank() < 3)
    return op.emitError("needs an input of rank 3 or more");
  Type element = type.getElementType();
  Rows rows(l, x, axesFrom(2, type.getRank()), wideType(element));
  Value mean = rows.mean();
  Value inverse =
      rows.inverseRoot(rows.variance(mean), op.getEpsilon().convertToDouble());
  AffineMap channel = mapOf(l, type.getRank(), {1});
  return SmallVector<Value>{rows.scaled(mean, inverse,
                                        {l(op.getScale()), channel},
                                        {l(op.getB()), channel}, element)};
}

LoweredValues lowerGroupNormalization(GroupNormalizationOp op, Lowerer &l) {
  Value x = l(op.getX());
  auto type = cast<RankedTensorType>(x.getType());
  Sizes original = dims(l, x);
  OpFoldResult groups = size(l, op.getNumGroups()),
               perGroup = floorDiv(l, original[1], groups);
  checkSame(l, mul(l, perGroup, groups), original[1],
            "num_groups does not divide the channels");
  Sizes grouped = {original[0], groups, perGroup};
  llvm::append_range(grouped, ArrayRef(original).drop_front(2));
  Type element = type.getElementType();
  int64_t rank = grouped.size();
  Rows rows(l, reshape(l, x, grouped), axesFrom(2, rank), wideType(element));
  Value mean = rows.mean();
  Value inverse =
      rows.inverseRoot(rows.variance(mean), op.getEpsilon().convertToDouble());
  AffineMap channel = mapOf(l, rank, {1, 2});
  Value scale = reshape(l, l(op.getScale()), {groups, perGroup});
  Value bias = reshape(l, l(op.getBias()), {groups, perGroup});
  Value y =
      rows.scaled(mean, inverse, {scale, channel}, {bias, channel}, element);
  return SmallVector<Value>{reshape(l, y, original)};
}

//===-- Layer, RMS, mean and variance, Lp ---------------------------------===//

LoweredValues lowerLayerNormalization(LayerNormalizationOp op, Lowerer &l) {
  Value x = l(op.getX());
  auto type = cast<RankedTensorType>(x.getType());
  int64_t axis = axisOf(op.getAxis(), type.getRank());
  Type element = type.getElementType();
  Rows rows(l, x, axesFrom(axis, type.getRank()), wideType(element));
  Value mean = rows.mean();
  Value inverse =
      rows.inverseRoot(rows.variance(mean), op.getEpsilon().convertToDouble());
  Value y = rows.scaled(mean, inverse, trailing(l, l(op.getScale()), x),
                        trailing(l, l(op.getB()), x), element);
  auto statistic = [&](Value result, Value v) {
    return isa<NoneType>(result.getType())
               ? Value()
               : rows.keepAxes(v,
                               Lowerer::convertTensor(result).getElementType());
  };
  return SmallVector<Value>{y, statistic(op.getMean(), mean),
                            statistic(op.getInvStdDev(), inverse)};
}

LoweredValues lowerRMSNormalization(RMSNormalizationOp op, Lowerer &l) {
  auto y =
      cameo::rmsNormalise(op, l, l(op.getX()), l(op.getScale()), op.getAxis(),
                          op.getEpsilon().convertToDouble(),
                          Lowerer::convertTensor(op.getY()).getElementType());
  if (failed(y))
    return failure();
  return SmallVector<Value>{*y};
}

LoweredValues lowerMeanVarianceNormalization(MeanVarianceNormalizationOp op,
                                             Lowerer &l) {
  Value x = l(op.getX());
  auto type = cast<RankedTensorType>(x.getType());
  Type element = type.getElementType(), wide = wideType(element);
  SmallVector<int64_t> axes;
  for (int64_t a : op.getAxes()) {
    axes.push_back(axisOf(a, type.getRank()));
  }
  Rows rows(l, x, axes, wide);
  Value mean = rows.mean();
  // The operator's definition adds 1e-9 to the deviation, not to the variance.
  Value inverse =
      rows.perRow({rows.variance(mean)}, [&](Scalars &s, ArrayRef<Scalar> v) {
        return Value(1.0 / (v[0].sqrt() + s.constant(wide, 1e-9)));
      });
  return SmallVector<Value>{rows.scaled(mean, inverse, {}, {}, element)};
}

LoweredValues lowerLpNormalization(LpNormalizationOp op, Lowerer &l) {
  Value x = l(op.getInput());
  auto type = cast<RankedTensorType>(x.getType());
  int64_t axis = axisOf(op.getAxis(), type.getRank());
  if (op.getP() != 1 && op.getP() != 2)
    return op.emitError("p must be 1 or 2");
  bool euclidean = op.getP() == 2;
  Type element = type.getElementType(), wide = wideType(element);
  Rows rows(l, x, {axis}, wide);
  Value total = rows.sum({}, [&](Scalars &, ArrayRef<Scalar> v) {
    return Value(euclidean ? v[0] * v[0] : v[0].abs());
  });
  // A row of zeros stays one.
  Value divisor = rows.perRow({total}, [&](Scalars &s, ArrayRef<Scalar> v) {
    Scalar norm = euclidean ? v[0].sqrt() : v[0];
    return Value(s.select(norm.eq(0), s.constant(wide, 1.0), norm));
  });
  return SmallVector<Value>{
      rows.apply({divisor}, {}, element, [](Scalars &, ArrayRef<Scalar> v) {
        return Value(v[0] / v[1]);
      })};
}

LoweredValues lowerLRN(LRNOp op, Lowerer &l) {
  Value x = l(op.getX());
  auto type = cast<RankedTensorType>(x.getType());
  Type element = type.getElementType(), wide = wideType(element);
  Value squares = elementwise(l, wide, {x}, [&](Scalars &, ArrayRef<Scalar> v) {
    return Value(v[0].to(wide) * v[0].to(wide));
  });
  // A window over channels is one over the rows of [N, 1, C, rest].
  Sizes original = dims(l, x);
  Sizes planes = {original[0], size(l, 1), original[1],
                  product(l, ArrayRef(original).drop_front(2))};
  // No tensor has as many channels as would tell a larger window from this.
  int64_t window = std::min<int64_t>(op.getSize(), int64_t(1) << 30);
  int64_t before = (window - 1) / 2, after = window - 1 - before;
  Value out = empty(l, planes, wide);
  Value sums =
      PoolOp::create(l.b, l.loc, out.getType(), reshape(l, squares, planes),
                     out, PoolKind::Sum, ArrayRef<int64_t>{window, 1},
                     ArrayRef<int64_t>{1, 1}, ArrayRef<int64_t>{1, 1},
                     ArrayRef<int64_t>{before, 0, after, 0}, false, false);
  double alpha = op.getAlpha().convertToDouble() / op.getSize();
  return SmallVector<Value>{elementwise(
      l, element, {x, reshape(l, sums, original)},
      [&](Scalars &s, ArrayRef<Scalar> v) {
        Scalar base = s.constant(wide, op.getBias().convertToDouble()) +
                      v[1] * s.constant(wide, alpha);
        return Value(
            (v[0].to(wide) /
             base.pow(s.constant(wide, op.getBeta().convertToDouble())))
                .to(element));
      })};
}
} // namespace

FailureOr<Value> cameo::rmsNormalise(Operation *op, Lowerer &l, Value x,
                                     Value scale, int64_t axis, double epsilon,
                                     Type element) {
  auto type = cast<RankedTensorType>(x.getType());
  int64_t from = axisOf(axis, type.getRank());
  Rows rows(l, x, axesFrom(from, type.getRank()),
            wideType(type.getElementType()));
  Value squares = rows.sum(
      {}, [](Scalars &, ArrayRef<Scalar> v) { return Value(v[0] * v[0]); });
  Value inverse = rows.inverseRoot(rows.overCount(squares), epsilon);
  return rows.apply(
      {inverse}, {trailing(l, scale, x)}, element,
      [](Scalars &, ArrayRef<Scalar> v) { return Value(v[0] * v[1] * v[2]); });
}

FailureOr<Value> cameo::layerNormalise(Operation *op, Lowerer &l, Value x,
                                       Value scale, Value bias,
                                       double epsilon) {
  auto type = cast<RankedTensorType>(x.getType());
  Rows rows(l, x, axesFrom(type.getRank() - 1, type.getRank()),
            wideType(type.getElementType()));
  Value mean = rows.mean();
  Value inverse = rows.inverseRoot(rows.variance(mean), epsilon);
  return rows.scaled(mean, inverse, trailing(l, scale, x), trailing(l, bias, x),
                     type.getElementType());
}

std::pair<Value, Value> cameo::rowStatistics(Lowerer &l, Value x, bool centred,
                                             double epsilon) {
  auto type = cast<RankedTensorType>(x.getType());
  Type f32 = l.b.getF32Type();
  Rows rows(l, x, axesFrom(type.getRank() - 1, type.getRank()),
            wideType(type.getElementType()));
  Value mean = centred ? rows.mean() : Value();
  Value variance =
      centred ? rows.variance(mean)
              : rows.overCount(rows.sum({}, [](Scalars &, ArrayRef<Scalar> v) {
                  return Value(v[0] * v[0]);
                }));
  return {mean ? rows.keepAxes(mean, f32) : Value(),
          rows.keepAxes(rows.inverseRoot(variance, epsilon), f32)};
}

void cameo::registerNormLowerings(LoweringRegistry &r) {
  r.add<BatchNormalizationOp>(lowerBatchNormalization);
  r.add<InstanceNormalizationOp>(lowerInstanceNormalization);
  r.add<GroupNormalizationOp>(lowerGroupNormalization);
  r.add<LayerNormalizationOp>(lowerLayerNormalization);
  r.add<RMSNormalizationOp>(lowerRMSNormalization);
  r.add<MeanVarianceNormalizationOp>(lowerMeanVarianceNormalization);
  r.add<LpNormalizationOp>(lowerLpNormalization);
  r.add<LRNOp>(lowerLRN);
}
