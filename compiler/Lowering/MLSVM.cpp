// SPDX-License-Identifier: Apache-2.0
// Lowerings of support vector machines: a matrix of kernel values, products
// with the coefficients of each pair of classes, votes, and probabilities by
// pairwise coupling.
#include "compiler/Lowering/Compute.h"
#include "compiler/Lowering/ML.h"
#include "dialects/ONNX/ML.h"

using namespace mlir;
using namespace cameo;
using namespace cameo::onnx;

/// Classes beyond this have more pairs than a table may.
static constexpr int64_t maxClasses = 1024;

namespace {
struct SVMKernel {
  StringRef type;
  double gamma = 0, coef0 = 0, degree = 0;

  template <typename Op> static SVMKernel of(Op op) {
    SVMKernel k{op.getKernelType()};
    auto params = op.getKernelParams();
    if (params && params->size() >= 3) {
      k.gamma = (*params)[0];
      k.coef0 = (*params)[1];
      k.degree = (*params)[2];
    }
    return k;
  }
};

/// [rows, vectors]: the kernel of each row and each of `vectors` [count,
/// features].
FailureOr<Value> kernelValues(Operation *op, Lowerer &l, Value onnxX,
                              ArrayRef<float> vectors, int64_t count,
                              const SVMKernel &kernel) {
  int64_t features = vectors.size() / count;
  Type f32 = l.b.getF32Type();
  FailureOr<Value> x = featureRows(op, l, onnxX, f32, features, /*exact=*/true);
  if (failed(x))
    return failure();
  std::vector<float> columns(vectors.size());
  for (int64_t v = 0; v < count; ++v)
    for (int64_t f = 0; f < features; ++f)
      columns[f * count + v] = vectors[v * features + f];
  Value table = numbers<float>(l, columns, {features, count});
  Sizes loops = {dim(l, *x, 0), size(l, count), size(l, features)};
  if (kernel.type == "RBF") {
    MLIRContext *c = l.b.getContext();
    AffineExpr n, v, f;
    bindDims(c, n, v, f);
    auto map = [&](ArrayRef<AffineExpr> e) {
      return AffineMap::get(3, 0, e, c);
    };
    using utils::IteratorType;
    Value init = fill(l, {loops[0], loops[1]}, numberAttr(f32, 0.0));
    Value distance =
        generic(l, init, {*x, table}, {map({n, f}), map({f, v}), map({n, v})},
                {IteratorType::parallel, IteratorType::parallel,
                 IteratorType::reduction},
                [](Scalars &, ArrayRef<Scalar> v) -> Value {
                  Scalar d = v[0] - v[1];
                  return v[2] + d * d;
                });
    return elementwise(l, f32, {distance},
                       [&](Scalars &, ArrayRef<Scalar> v) -> Value {
                         return (v[0] * -kernel.gamma).exp();
                       });
  }
  Value dot = contract(l, *x, {0, 2}, table, {2, 1}, loops, 2, f32);
  if (kernel.type == "LINEAR")
    return dot;
  return elementwise(l, f32, {dot},
                     [&](Scalars &s, ArrayRef<Scalar> v) -> Value {
                       Scalar y = v[0] * kernel.gamma + kernel.coef0;
                       if (kernel.type == "SIGMOID")
                         return y.tanh();
                       // Small whole powers are products.
                       if (kernel.degree == std::floor(kernel.degree) &&
                           kernel.degree >= 1 && kernel.degree <= 4) {
                         Scalar p = y;
                         for (int i = 1; i < int(kernel.degree); ++i)
                           p = p * y;
                         return p;
                       }
                       return y.pow(s.constant(f32, kernel.degree));
                     });
}

/// values [rows, vectors] times table [vectors, outputs], plus offsets.
Value weighted(Lowerer &l, Value values, ArrayRef<float> table, int64_t vectors,
               ArrayRef<float> offsets) {
  Type f32 = l.b.getF32Type();
  int64_t outputs = offsets.size();
  Value y = contract(
      l, values, {0, 2}, numbers<float>(l, table, {vectors, outputs}), {2, 1},
      {dim(l, values, 0), size(l, outputs), size(l, vectors)}, 2, f32);
  return elementwise(
      l, f32, {y, numbers<float>(l, offsets)},
      [](Scalars &, ArrayRef<Scalar> v) { return Value(v[0] + v[1]); });
}

template <typename T> ArrayRef<T> list(std::optional<ArrayRef<T>> v) {
  return v.value_or(ArrayRef<T>());
}

LogicalResult atLeast(Operation *op, StringRef what, size_t has,
                      int64_t needs) {
  if (int64_t(has) >= needs)
    return success();
  return op->emitError(what)
         << " has " << has << " elements, expected " << needs;
}

LoweredValues lowerRegressor(SVMRegressorOp op, Lowerer &l) {
  ArrayRef<float> coefficients = list(op.getCoefficients()),
                  rho = list(op.getRho()),
                  vectors = list(op.getSupportVectors());
  if (coefficients.empty() || rho.empty())
    return op.emitError("has no coefficients or no rho");
  int64_t count = op.getNSupports();
  Value y;
  if (count > 0) {
    if (failed(atLeast(op, "coefficients", coefficients.size(), count)) ||
        failed(atLeast(op, "support_vectors", vectors.size(), count)))
      return failure();
    if (vectors.size() % count)
      return op.emitError("support_vectors is no matrix of n_supports rows");
    FailureOr<Value> k =
        kernelValues(op, l, op.getX(), vectors, count, SVMKernel::of(op));
    if (failed(k))
      return failure();
    y = weighted(l, *k, coefficients.take_front(count), count, rho[0]);
  } else {
    FailureOr<Value> k =
        kernelValues(op, l, op.getX(), coefficients, 1, SVMKernel{"LINEAR"});
    if (failed(k))
      return failure();
    y = elementwise(l, l.b.getF32Type(), {*k},
                    [&](Scalars &, ArrayRef<Scalar> v) -> Value {
                      return v[0] + double(rho[0]);
                    });
  }
  if (op.getOneClass())
    y = elementwise(
        l, l.b.getF32Type(), {y}, [](Scalars &s, ArrayRef<Scalar> v) -> Value {
          return s.select(v[0] > 0.0, v[0].like(1.0), v[0].like(-1.0));
        });
  return one(y);
}

//===-- Probabilities -----------------------------------------------------===//

/// Wu, Lin and Weng's second method: from the probability r(i, j) that class i
/// wins against j, those of all classes, by at most 100 rounds as libsvm does
/// it.
Value coupled(Lowerer &l, Value scores, int64_t classes, ArrayRef<float> probA,
              ArrayRef<float> probB) {
  Type f32 = l.b.getF32Type();
  OpFoldResult rows = dim(l, scores, 0);
  Value a = numbers<float>(l, probA), b = numbers<float>(l, probB);
  int64_t c = classes;
  auto matrix = [&] { return empty(l, {rows, size(l, c), size(l, c)}, f32); };
  Value p = empty(l, {rows, size(l, c)}, f32),
        qp = empty(l, {rows, size(l, c)}, f32);
  return computeTiled(
      l, rows, {scores, a, b}, {p, matrix(), matrix(), qp},
      [&](Scalars &s, Scalar row, ValueRange args) {
        Value score = args[0], pa = args[1], pb = args[2], p = args[3],
              r = args[4], q = args[5], qp = args[6];
        Scalar zero = s.index(0), n = s.index(c), one = s.index(1);
        Scalar none = s.constant(f32, 0.0);
        // Pairs in the order (0, 1), (0, 2), …, (1, 2), …
        s.loop(zero, n, {zero}, [&](Scalar i, ArrayRef<Scalar> at) {
          return s.loop(
              i + one, n, {at[0]},
              [&](Scalar j, ArrayRef<Scalar> pair) -> Scalars::Carried {
                Scalar v =
                    s.load(score, {row, pair[0]}) * s.load(pa, {pair[0]}) +
                    s.load(pb, {pair[0]});
                Scalar w =
                    (1.0 - v.sigmoid()).clamp(v.like(1e-7), v.like(1 - 1e-7));
                s.store(w, r, {row, i, j});
                s.store(1.0 - w, r, {row, j, i});
                return {pair[0] + one};
              });
        });
        s.loop(zero, n, [&](Scalar i) {
          s.store(s.constant(f32, 1.0 / c), p, {row, i});
          Scalar diagonal = s.loop(
              zero, n, {none},
              [&](Scalar j, ArrayRef<Scalar> sum) -> Scalars::Carried {
                auto other = s.choose(
                    i.ne(j),
                    [&]() -> Scalars::Carried {
                      Scalar x = s.load(r, {row, j, i});
                      s.store(-(x * s.load(r, {row, i, j})), q, {row, i, j});
                      return {x * x};
                    },
                    [&]() -> Scalars::Carried { return {none}; });
                return {sum[0] + other[0]};
              })[0];
          s.store(diagonal, q, {row, i, i});
        });
        Scalar rounds = s.index(100);
        s.whileLoop(
            {zero, s.boolean(true)},
            [&](ArrayRef<Scalar> v) { return (v[0] < rounds) & v[1]; },
            [&](ArrayRef<Scalar> v) -> Scalars::Carried {
              Scalar pqp = s.loop(
                  zero, n, {none},
                  [&](Scalar i, ArrayRef<Scalar> sum) -> Scalars::Carried {
                    Scalar product = s.loop(
                        zero, n, {none},
                        [&](Scalar j, ArrayRef<Scalar> t) -> Scalars::Carried {
                          return {t[0] +
                                  s.load(q, {row, i, j}) * s.load(p, {row, j})};
                        })[0];
                    s.store(product, qp, {row, i});
                    return {sum[0] + s.load(p, {row, i}) * product};
                  })[0];
              Scalar error = s.loop(
                  zero, n, {none},
                  [&](Scalar i, ArrayRef<Scalar> most) -> Scalars::Carried {
                    return {(s.load(qp, {row, i}) - pqp).abs().max(most[0])};
                  })[0];
              Scalar more = error >= 0.005 / c;
              s.when(more, [&] {
                s.loop(zero, n, {pqp},
                       [&](Scalar i, ArrayRef<Scalar> now) -> Scalars::Carried {
                         Scalar own = s.load(q, {row, i, i}),
                                at = s.load(qp, {row, i});
                         Scalar diff = (now[0] - at) / own;
                         s.store(s.load(p, {row, i}) + diff, p, {row, i});
                         Scalar whole = diff + 1.0;
                         Scalar next =
                             (now[0] + diff * (diff * own + at * 2.0)) / whole /
                             whole;
                         s.loop(zero, n, [&](Scalar j) {
                           s.store((s.load(qp, {row, j}) +
                                    diff * s.load(q, {row, i, j})) /
                                       whole,
                                   qp, {row, j});
                           s.store(s.load(p, {row, j}) / whole, p, {row, j});
                         });
                         return {next};
                       });
              });
              return {v[0] + one, more};
            });
      })[0];
}

/// The first class with most votes, [rows]: pair (i, j) votes for i above 0.
Value votedFor(Lowerer &l, Value scores, int64_t classes) {
  Type i64 = l.b.getI64Type();
  if (classes == 2)
    return elementwise(l, i64, {column(l, scores, 0)},
                       [&](Scalars &, ArrayRef<Scalar> v) -> Value {
                         return (!(v[0] > 0.0)).to(i64, true);
                       });
  return computeTiled(
      l, dim(l, scores, 0), {scores},
      {empty(l, {dim(l, scores, 0)}, i64),
       empty(l, {dim(l, scores, 0), size(l, classes)}, i64)},
      [&](Scalars &s, Scalar row, ValueRange args) {
        Value score = args[0], place = args[1], votes = args[2];
        Scalar zero = s.index(0), n = s.index(classes), one = s.index(1);
        s.loop(zero, n,
               [&](Scalar i) { s.store(s.constant(i64, 0), votes, {row, i}); });
        s.loop(zero, n, {zero}, [&](Scalar i, ArrayRef<Scalar> at) {
          return s.loop(
              i + one, n, {at[0]},
              [&](Scalar j, ArrayRef<Scalar> pair) -> Scalars::Carried {
                Scalar winner =
                    s.select(s.load(score, {row, pair[0]}) > 0.0, i, j);
                s.store(s.load(votes, {row, winner}) + 1, votes, {row, winner});
                return {pair[0] + one};
              });
        });
        auto best =
            s.loop(zero, n, {s.constant(i64, -1), s.constant(i64, 0)},
                   [&](Scalar i, ArrayRef<Scalar> v) -> Scalars::Carried {
                     Scalar count = s.load(votes, {row, i});
                     Scalar better = count > v[0];
                     return {s.select(better, count, v[0]),
                             s.select(better, i.to(i64), v[1])};
                   });
        s.store(best[1], place, {row});
      })[0];
}

//===-- Classification ----------------------------------------------------===//

LoweredValues lowerClassifier(SVMClassifierOp op, Lowerer &l) {
  ArrayRef<float> coefficients = list(op.getCoefficients()),
                  rho = list(op.getRho()), probA = list(op.getProbA()),
                  probB = list(op.getProbB()),
                  vectors = list(op.getSupportVectors());
  ArrayRef<int64_t> perClass = list(op.getVectorsPerClass());
  auto strings = op.getClasslabelsStrings();
  int64_t classes = strings && !strings->empty()
                        ? int64_t(strings->size())
                        : int64_t(list(op.getClasslabelsInts()).size());
  if (classes < 1 || classes > maxClasses)
    return op.emitError("has ") << classes << " classes";
  if (coefficients.empty() || rho.empty())
    return op.emitError("has no coefficients or no rho");
  StringRef transform = op.getPostTransform();
  Type i64 = l.b.getI64Type();
  int64_t count = 0;
  for (int64_t n : perClass) {
    if (n < 0 || n > (int64_t(1) << 31))
      return op.emitError("vectors_per_class holds ") << n;
    count += n;
  }
  Value scores, places;
  if (count == 0) {
    // A linear function per class.
    if (coefficients.size() % classes)
      return op.emitError("coefficients is no matrix with a row per class");
    FailureOr<Value> k = kernelValues(op, l, op.getX(), coefficients, classes,
                                      SVMKernel{"LINEAR"});
    if (failed(k))
      return failure();
    Value raw = elementwise(l, l.b.getF32Type(), {*k},
                            [&](Scalars &, ArrayRef<Scalar> v) -> Value {
                              return v[0] + double(rho[0]);
                            });
    places = largestPlace(l, raw);
    if (classes == 2 && probA.empty()) {
      // The second class wins as soon as any score is large enough.
      bool positive =
          llvm::all_of(coefficients, [](float v) { return v >= 0; });
      places =
          elementwise(l, i64, {places, column(l, raw, 0), column(l, raw, 1)},
                      [&](Scalars &s, ArrayRef<Scalar> v) -> Value {
                        Scalar most = v[1].max(v[2]);
                        Scalar wins = positive ? most >= 0.5 : most > 0.0;
                        return s.select(wins, s.constant(i64, 1), v[0]);
                      });
    }
    scores = classes > 1 || transform == "PROBIT"
                 ? postTransform(l, raw, transform)
                 : raw;
  } else {
    int64_t pairs = classes * (classes - 1) / 2;
    if (classes < 2)
      return op.emitError("needs two classes");
    if (int64_t(perClass.size()) != classes)
      return op.emitError("vectors_per_class has ")
             << perClass.size() << " elements for " << classes << " classes";
    if (failed(atLeast(op, "coefficients", coefficients.size(),
                       (classes - 1) * count)) ||
        failed(atLeast(op, "rho", rho.size(), pairs)) ||
        failed(atLeast(op, "support_vectors", vectors.size(), count)))
      return failure();
    if (probA.size() != probB.size())
      return op.emitError("prob_a and prob_b differ in length");
    if (!probA.empty() && failed(atLeast(op, "prob_a", probA.size(), pairs)))
      return failure();
    if (vectors.size() % count)
      return op.emitError("support_vectors is no matrix with a row per vector");
    if (pairs > (int64_t(1) << 27) / count)
      return op.emitError("has too many pairs of classes");
    FailureOr<Value> k =
        kernelValues(op, l, op.getX(), vectors, count, SVMKernel::of(op));
    if (failed(k))
      return failure();
    // Row j - 1 of the coefficients holds those of class i's vectors against
    // class j > i, row i those of class j's.
    std::vector<float> table(count * pairs);
    SmallVector<int64_t> first;
    int64_t at = 0;
    for (int64_t n : perClass) {
      first.push_back(at);
      at += n;
    }
    int64_t pair = 0;
    for (int64_t i = 0; i < classes; ++i)
      for (int64_t j = i + 1; j < classes; ++j, ++pair) {
        for (int64_t v = first[i]; v < first[i] + perClass[i]; ++v)
          table[v * pairs + pair] = coefficients[(j - 1) * count + v];
        for (int64_t v = first[j]; v < first[j] + perClass[j]; ++v)
          table[v * pairs + pair] = coefficients[i * count + v];
      }
    Value raw = weighted(l, *k, table, count, rho.take_front(pairs));
    places = votedFor(l, raw, classes);
    if (!probA.empty())
      scores = postTransform(l,
                             coupled(l, raw, classes, probA.take_front(pairs),
                                     probB.take_front(pairs)),
                             transform);
    else if (classes == 2)
      scores = withSecondScore(l, raw, transform,
                               transform == "NONE" ? SecondScore::Opposite
                                                   : SecondScore::Complement);
    else
      scores = postTransform(l, raw, transform);
  }
  FailureOr<Value> labels =
      labelsAt(op, l, places, op.getClasslabelsInts(), strings);
  if (failed(labels))
    return failure();
  return SmallVector<Value>{*labels, scores};
}
} // namespace

void cameo::registerMLSVMLowerings(LoweringRegistry &r) {
  r.add<SVMRegressorOp>(lowerRegressor);
  r.add<SVMClassifierOp>(lowerClassifier);
}
