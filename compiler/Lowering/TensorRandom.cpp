// SPDX-License-Identifier: Apache-2.0
// Lowerings of the operators that draw random numbers: RandomUniform,
// RandomNormal, their Like forms, Bernoulli and Multinomial.
#include "compiler/Lowering/Random.h"
#include "compiler/Lowering/Tensor.h"
#include "dialects/ONNX/Tensor.h"

using namespace mlir;
using namespace cameo;
using namespace cameo::onnx;

/// f64 for f64, else f32.
static Type drawType(Type onnxElement) {
  return onnxElement.isF64() ? onnxElement
                             : Type(Float32Type::get(onnxElement.getContext()));
}

/// One `draw` per element of a result of the given sizes.
static LoweredValues draws(
    Operation *op, Lowerer &l, Sizes sizes, std::optional<uint64_t> seed,
    function_ref<Scalar(Scalars &, const RandomStream &, Scalar, Type)> draw) {
  Type onnxElement = elementOf(op->getResult(0));
  if (!isa<FloatType>(onnxElement))
    return op->emitError("draws floating point numbers only, not ")
           << onnxElement;
  Type type = drawType(onnxElement);
  RandomStream stream(l, seed);
  SmallVector<Value> extents = toValues(l, sizes);
  return one(
      generate(l, sizes, Lowerer::convert(onnxElement),
               [&](Scalars &s, ArrayRef<Scalar>) {
                 Scalar x = draw(s, stream, linearPosition(s, extents), type);
                 return s.toMemory(s.cast(x, type, onnxElement), onnxElement);
               }));
}

static Sizes sizesOf(RandomUniformOp op, Lowerer &l) {
  return sizes(l, op.getShape());
}
static Sizes sizesOf(RandomNormalOp op, Lowerer &l) {
  return sizes(l, op.getShape());
}
template <typename Op> static Sizes sizesOf(Op op, Lowerer &l) {
  return refine(l, op.getOutput(), dims(l, l(op.getInput())));
}

template <typename Op> static LoweredValues lowerUniform(Op op, Lowerer &l) {
  double low = op.getLow().convertToDouble(),
         high = op.getHigh().convertToDouble();
  return draws(
      op, l, sizesOf(op, l), RandomStream::bits(op.getSeed()),
      [&](Scalars &s, const RandomStream &stream, Scalar at, Type type) {
        return stream.uniform(s, at, type) * (high - low) + low;
      });
}

template <typename Op> static LoweredValues lowerNormal(Op op, Lowerer &l) {
  double mean = op.getMean().convertToDouble(),
         scale = op.getScale().convertToDouble();
  return draws(
      op, l, sizesOf(op, l), RandomStream::bits(op.getSeed()),
      [&](Scalars &s, const RandomStream &stream, Scalar at, Type type) {
        return stream.normal(s, at, type) * scale + mean;
      });
}

static LoweredValues lowerBernoulli(BernoulliOp op, Lowerer &l) {
  Type from = elementOf(op.getInput()), to = elementOf(op.getOutput());
  Type type = drawType(from);
  RandomStream stream(l, RandomStream::bits(op.getSeed()));
  SmallVector<Value> extents = toValues(l, dims(l, l(op.getInput())));
  return one(elementwise(
      l, Lowerer::convert(to), {l(op.getInput())},
      [&](Scalars &s, ArrayRef<Scalar> a) {
        Scalar p = s.fromMemory(a[0], from).to(type);
        Scalar on = stream.uniform(s, linearPosition(s, extents), type) < p;
        Type boolean = s.b.getI1Type();
        return s.toMemory(s.cast(on, boolean, to), to);
      },
      op.getOutput()));
}

/// Each sample by inverting the row's cumulative distribution.
static LoweredValues lowerMultinomial(MultinomialOp op, Lowerer &l) {
  Value x = l(op.getInput());
  if (typeOf(x).getRank() != 2)
    return op.emitError("needs an input of rank 2");
  Type from = elementOf(op.getInput()),
       to = Lowerer::convert(elementOf(op.getOutput()));
  if (!isa<IntegerType>(to))
    return op.emitError("draws int32 or int64");
  Type type = drawType(from);
  OpFoldResult rows = dim(l, x, 0), classes = dim(l, x, 1);
  Scalars host(l.b, l.loc);
  if (!getConstantIntValue(classes))
    check(l, host(toValue(l, classes)) > 0, "there are no classes");
  else if (isZeroInteger(classes))
    return op.emitError("there are no classes");
  int64_t samples = op.getSampleSize();
  RandomStream stream(l, RandomStream::bits(op.getSeed()));
  Value init = empty(l, {rows, size(l, samples)}, to);
  return one(computeTiled(
      l, rows, {x}, {init}, [&](Scalars &s, Scalar row, ValueRange args) {
        Scalar zero = s.index(0), n = s.dim(args[0], 1);
        auto logit = [&](Scalar c) {
          return s.fromMemory(s.load(args[0], {row, c}), from).to(type);
        };
        Scalar lowest =
            s.constant(type, -std::numeric_limits<double>::infinity());
        Scalar most =
            s.loop(zero, n, {lowest}, [&](Scalar c, ArrayRef<Scalar> best) {
              return Scalars::Carried{best[0].max(logit(c))};
            })[0];
        auto weight = [&](Scalar c) { return (logit(c) - most).exp(); };
        Scalar total = s.loop(zero, n, {s.constant(type, 0.0)},
                              [&](Scalar c, ArrayRef<Scalar> sum) {
                                return Scalars::Carried{sum[0] + weight(c)};
                              })[0];
        s.loop(zero, s.index(samples), [&](Scalar i) {
          Scalar mark = stream.uniform(s, row * samples + i, type) * total;
          // The class whose share of the line the mark lies in: as many as end
          // before it.
          auto found =
              s.loop(zero, n - 1, {s.constant(type, 0.0), zero},
                     [&](Scalar c, ArrayRef<Scalar> b) -> Scalars::Carried {
                       Scalar end = b[0] + weight(c);
                       return {end, s.select(mark >= end, c + 1, b[1])};
                     });
          s.store(found[1].to(to), args[1], {row, i});
        });
      })[0]);
}

void cameo::registerTensorRandomLowerings(LoweringRegistry &r) {
  r.add<RandomUniformOp>(lowerUniform<RandomUniformOp>);
  r.add<RandomUniformLikeOp>(lowerUniform<RandomUniformLikeOp>);
  r.add<RandomNormalOp>(lowerNormal<RandomNormalOp>);
  r.add<RandomNormalLikeOp>(lowerNormal<RandomNormalLikeOp>);
  r.add<BernoulliOp>(lowerBernoulli);
  r.add<MultinomialOp>(lowerMultinomial);
}
