// SPDX-License-Identifier: Apache-2.0
// Derivatives of layers: convolutions, pooling, normalisations and Einsum, in
// terms of operators that the compiler has anyway.
#include "compiler/Graph/Differentiate.h"
#include "dialects/ONNX/NN.h"
#include "llvm/ADT/TypeSwitch.h"
#include <array>

using namespace mlir;
using namespace cameo;
using namespace cameo::onnx;

namespace {
using Ints = SmallVector<int64_t>;

RankedTensorType typeOf(Value v) { return cast<RankedTensorType>(v.getType()); }
Ints range(int64_t from, int64_t to) {
  return llvm::to_vector(llvm::seq<int64_t>(from, std::max(from, to)));
}

/// A sliding window with everything stated.
struct Window {
  Ints strides, dilations, pads;
};

template <typename Op>
std::optional<Window> windowOf(Op op, ArrayRef<int64_t> kernel) {
  auto type = typeOf(op.getX());
  size_t n = type.getRank() - 2;
  auto or1 = [&](std::optional<ArrayRef<int64_t>> v) {
    return v ? llvm::to_vector(*v) : Ints(n, 1);
  };
  Window w{or1(op.getStrides()), or1(op.getDilations()), Ints(2 * n, 0)};
  if (op.getAutoPad() == "NOTSET" && op.getPads())
    w.pads = llvm::to_vector(*op.getPads());
  if (op.getAutoPad().starts_with("SAME")) {
    for (size_t i = 0; i < n; ++i) {
      int64_t in = type.getDimSize(i + 2), k = kernel[i];
      if (ShapedType::isDynamic(in) || ShapedType::isDynamic(k))
        return std::nullopt;
      int64_t out = llvm::divideCeil(in, w.strides[i]);
      int64_t total = std::max<int64_t>(
          0, (out - 1) * w.strides[i] + (k - 1) * w.dilations[i] + 1 - in);
      bool upper = op.getAutoPad() == "SAME_UPPER";
      w.pads[i] = upper ? total / 2 : total - total / 2;
      w.pads[n + i] = total - w.pads[i];
    }
  }
  return w;
}

struct Layers {
  Operation *op;
  Value d; ///< the result's gradient
  GraphBuilder &g;
  Contribute contribute;

  Value x(unsigned i = 0) { return op->getOperand(i); }
  int64_t rank() { return typeOf(x()).getRank(); }
  Value n(double v) { return g.number(x(), v); }
  Attribute array(ArrayRef<int64_t> v) { return g.b.getDenseI64ArrayAttr(v); }
  Value sum(Value v, ArrayRef<int64_t> axes, bool keep = true) {
    // No axes at all would mean all of them.
    return axes.empty() ? v
                        : g.make<ReduceSumOp>({v, g.ints(axes)},
                                              {{"keepdims", g.flag(keep)}});
  }
  Value mean(Value v, ArrayRef<int64_t> axes) {
    return axes.empty() ? v : g.make<ReduceMeanOp>({v, g.ints(axes)});
  }
  Value transpose(Value v, ArrayRef<int64_t> perm) {
    return g.make<TransposeOp>({v}, {{"perm", array(perm)}});
  }
  Value sizes(Value v, int64_t from, int64_t to) {
    return g.make<ShapeOp>({v}, {{"start", g.flag(from)}, {"end", g.flag(to)}});
  }
  Value reshape(Value v, ValueRange shape) {
    return g.make<ReshapeOp>(
        {v, g.make<ConcatOp>(shape, {{"axis", g.flag(0)}})});
  }
  /// The first elements along dimensions 2 and on, as many as `like` has.
  Value cropLike(Value v, Value like) {
    int64_t r = typeOf(like).getRank();
    return g.make<SliceOp>({v, g.ints(Ints(r - 2, 0)), sizes(like, 2, r),
                            g.ints(range(2, r)), g.none()});
  }

  //===-- Convolution -----------------------------------------------------===//

  /// What a window over `like` gathered goes back to where it was: `v` under
  /// filters `w`. One stride less one of output padding reaches every position
  /// that any window did; what is too much is cut off.
  Value scatter(Value v, Value w, Value like, const Window &window,
                int64_t group) {
    Ints more;
    for (int64_t s : window.strides)
      more.push_back(s - 1);
    Value y = g.make<ConvTransposeOp>({v, w, g.none()},
                                      {{"strides", array(window.strides)},
                                       {"dilations", array(window.dilations)},
                                       {"pads", array(window.pads)},
                                       {"output_padding", array(more)},
                                       {"group", g.flag(group)}});
    return cropLike(y, like);
  }

  LogicalResult conv(ConvOp conv) {
    Value w = x(1);
    auto filter = typeOf(w);
    Ints kernel = conv.getKernelShape()
                      ? llvm::to_vector(*conv.getKernelShape())
                      : llvm::to_vector(filter.getShape().drop_front(2));
    auto window = windowOf(conv, kernel);
    if (!window)
      return failure();
    int64_t group = conv.getGroup();
    contribute(x(), scatter(d, w, x(), *window, group));
    contribute(w, filterGradient(x(), d, w, *window, group));
    bias(conv.getB());
    return success();
  }
  void bias(Value b) {
    if (!ShapeInferrer::present(b))
      return;
    Ints axes = {0};
    axes.append(range(2, rank()));
    contribute(b, sum(d, axes, false));
  }

  /// That of the filter `w` of a convolution from `from` to what `to` has the
  /// shape of: a convolution of `from`, a channel of each group as an instance,
  /// by `to`, whose strides are the dilations.
  Value filterGradient(Value from, Value to, Value w, const Window &window,
                       int64_t group) {
    int64_t r = rank();
    Value in = from;
    Ints swap = range(0, r);
    std::swap(swap[0], swap[1]);
    if (group == 1) {
      in = transpose(in, swap);
    } else {
      in = reshape(in, {sizes(in, 0, 1), g.ints({group}), sizes(w, 1, 2),
                        sizes(in, 2, r)});
      Ints perm = {2, 1, 0};
      perm.append(range(3, r + 1));
      in = transpose(in, perm);
      in = reshape(in, {sizes(w, 1, 2), g.ints({-1}), sizes(from, 2, r)});
    }
    Value dw = g.make<ConvOp>({in, transpose(to, swap), g.none()},
                              {{"strides", array(window.dilations)},
                               {"dilations", array(window.strides)},
                               {"pads", array(window.pads)},
                               {"group", g.flag(group)}});
    return transpose(cropLike(dw, w), swap);
  }

  /// The convolution that goes the other way: its input is this one's result.
  LogicalResult convTranspose(ConvTransposeOp conv) {
    Value w = x(1), y = op->getResult(0);
    int64_t r = rank(), group = conv.getGroup();
    size_t n = r - 2;
    auto listed = [&](std::optional<ArrayRef<int64_t>> v, int64_t otherwise) {
      return v ? llvm::to_vector(*v) : Ints(n, otherwise);
    };
    Window window{listed(conv.getStrides(), 1), listed(conv.getDilations(), 1),
                  Ints(2 * n, 0)};
    bool same = conv.getAutoPad().starts_with("SAME");
    if (same || conv.getOutputShape()) {
      Ints more = listed(conv.getOutputPadding(), 0);
      for (size_t i = 0; i < n; ++i) {
        int64_t in = typeOf(x()).getDimSize(i + 2),
                out = typeOf(y).getDimSize(i + 2),
                k = typeOf(w).getDimSize(i + 2);
        if (ShapedType::isDynamic(in) || ShapedType::isDynamic(out) ||
            ShapedType::isDynamic(k))
          return failure();
        int64_t total = window.strides[i] * (in - 1) + more[i] +
                        (k - 1) * window.dilations[i] + 1 - out;
        if (total < 0)
          return failure();
        window.pads[i] =
            conv.getAutoPad() == "SAME_UPPER" ? total / 2 : total - total / 2;
        window.pads[n + i] = total - window.pads[i];
      }
    } else if (conv.getAutoPad() == "NOTSET" && conv.getPads()) {
      window.pads = llvm::to_vector(*conv.getPads());
    }
    Value dx = g.make<ConvOp>({d, w, g.none()},
                              {{"strides", array(window.strides)},
                               {"dilations", array(window.dilations)},
                               {"pads", array(window.pads)},
                               {"group", g.flag(group)}});
    contribute(x(), cropLike(dx, x()));
    contribute(w, filterGradient(d, x(), w, window, group));
    bias(conv.getB());
    return success();
  }

  //===-- Pooling ---------------------------------------------------------===//

  LogicalResult averagePool(AveragePoolOp pool) {
    // In windows that ceil_mode adds, how many count is not a sum of ones.
    auto window = windowOf(pool, pool.getKernelShape());
    if (!window || pool.getCeilMode())
      return failure();
    int64_t count = 1;
    ArrayRef<int64_t> kernel = pool.getKernelShape();
    for (int64_t k : kernel)
      count *= k;
    Ints one = {1, 1};
    one.append(kernel.begin(), kernel.end());
    Value filter = g.make<ExpandOp>({n(1), g.ints(one)});
    Value counts = n(count);
    bool pads = llvm::any_of(window->pads, [](int64_t p) { return p != 0; });
    if (pads && !pool.getCountIncludePad())
      counts = g.make<ConvOp>({planes(g.full(x(), 1), x()), filter, g.none()},
                              {{"strides", array(window->strides)},
                               {"dilations", array(window->dilations)},
                               {"pads", array(window->pads)}});
    Value share = g.div(planes(d, op->getResult(0)), counts);
    Value dx = scatter(share, filter, x(), *window, 1);
    contribute(x(), g.reshapeLike(dx, x()));
    return success();
  }
  /// [channels of all instances, 1, …]
  Value planes(Value v, Value like) {
    return reshape(v, {g.ints({-1, 1}), sizes(like, 2, rank())});
  }
  /// x's own part of a norm's derivative: |x|^(p - 1), with its sign.
  Value ownPart(int64_t p) {
    Value sign = g.make<SignOp>({x()});
    if (p == 1)
      return sign;
    Value size = g.make<AbsOp>({x()});
    return g.mul(sign, p == 2 ? size : g.make<PowOp>({size, n(p - 1)}));
  }
  /// The norm's: the gradient times y^(1 - p), 0 where the norm is.
  Value normPart(int64_t p) {
    Value y = op->getResult(0);
    if (p == 1)
      return d;
    Value isThere = g.make<GreaterOp>({y, n(0)});
    Value divisor = g.make<PowOp>({g.where(isThere, y, n(1)), n(p - 1)});
    return g.where(isThere, g.div(d, divisor), n(0));
  }
  LogicalResult lpPool(LpPoolOp pool) {
    auto window = windowOf(pool, pool.getKernelShape());
    if (!window)
      return failure();
    Ints one = {1, 1};
    llvm::append_range(one, pool.getKernelShape());
    Value filter = g.make<ExpandOp>({n(1), g.ints(one)});
    Value share = planes(normPart(pool.getP()), op->getResult(0));
    Value reached = g.reshapeLike(scatter(share, filter, x(), *window, 1), x());
    contribute(x(), g.mul(ownPart(pool.getP()), reached));
    return success();
  }
  LogicalResult globalLpPool(GlobalLpPoolOp pool) {
    contribute(x(), g.mul(ownPart(pool.getP()), normPart(pool.getP())));
    return success();
  }

  /// The first of equal maxima takes all, as MaxPool's Indices have it.
  LogicalResult maxPool(MaxPoolOp pool) {
    if (pool.getStorageOrder())
      return failure();
    OperationState state(g.loc, op->getName());
    state.addOperands(op->getOperands());
    state.addAttributes(op->getAttrs());
    Type unknown = UnknownType::get(op->getContext());
    state.addTypes({unknown, unknown});
    Value indices = g.b.create(state)->getResult(1);
    auto flat = [&](Value v) { return g.make<ReshapeOp>({v, g.ints({-1})}); };
    Value zeros = flat(g.full(x(), 0));
    Value sums =
        g.make<ScatterElementsOp>({zeros, flat(indices), flat(d)},
                                  {{"reduction", g.b.getStringAttr("add")}});
    contribute(x(), g.reshapeLike(sums, x()));
    return success();
  }
  LogicalResult globalAveragePool() {
    Value y = op->getResult(0);
    auto size = [&](Value v) {
      return g.make<CastLikeOp>({g.make<SizeOp>({v}), x()});
    };
    Value share = g.div(g.mul(d, size(y)), size(x()));
    contribute(x(), g.make<ExpandOp>({share, g.shapeOf(x())}));
    return success();
  }
  LogicalResult globalMaxPool() {
    Value hit = g.where(g.make<EqualOp>({x(), op->getResult(0)}), n(1), n(0));
    Value count = sum(hit, range(2, rank()));
    contribute(x(), g.mul(hit, g.div(d, count)));
    return success();
  }

  //===-- Normalisation ---------------------------------------------------===//

  /// Of h = (v - mean) / sqrt(variance + epsilon) over the axes; h, and the
  /// gradient of v by that of h. Not centred: without the mean.
  std::pair<Value, std::function<Value(Value)>>
  normalised(Value v, ArrayRef<int64_t> axes, double epsilon,
             bool centred = true) {
    Value c = centred ? g.sub(v, mean(v, axes)) : v;
    Value scale = g.make<ReciprocalOp>(
        {g.make<SqrtOp>({g.add(mean(g.mul(c, c), axes), n(epsilon))})});
    Value h = g.mul(c, scale);
    Ints over(axes);
    return {h, [=, this](Value dh) {
              Value rest = g.mul(h, mean(g.mul(dh, h), over));
              if (centred)
                rest = g.add(rest, mean(dh, over));
              return g.mul(scale, g.sub(dh, rest));
            }};
  }
  template <typename Op> LogicalResult lastDims(Op op, bool centred) {
    int64_t r = rank(), axis = op.getAxis();
    auto [h, back] = normalised(x(), range(axis < 0 ? axis + r : axis, r),
                                op.getEpsilon().convertToDouble(), centred);
    contribute(x(), back(g.mul(d, x(1))));
    contribute(x(1), g.unbroadcast(g.mul(d, h), x(1), r));
    if (op->getNumOperands() > 2 && ShapeInferrer::present(x(2)))
      contribute(x(2), g.unbroadcast(d, x(2), r));
    return success();
  }
  /// A scale and a bias for each channel.
  Value perChannel(Value v) {
    Ints axes = range(1, rank() - 1);
    return axes.empty() ? v : g.make<UnsqueezeOp>({v, g.ints(axes)});
  }
  void scaleAndBias(Value h) {
    Ints axes = {0};
    axes.append(range(2, rank()));
    contribute(x(1), sum(g.mul(d, h), axes, false));
    contribute(x(2), sum(d, axes, false));
  }
  LogicalResult instanceNorm(InstanceNormalizationOp norm) {
    auto [h, back] =
        normalised(x(), range(2, rank()), norm.getEpsilon().convertToDouble());
    contribute(x(), back(g.mul(d, perChannel(x(1)))));
    scaleAndBias(h);
    return success();
  }
  LogicalResult groupNorm(GroupNormalizationOp norm) {
    Value groups = g.ints({0, int64_t(norm.getNumGroups()), -1});
    auto grouped = [&](Value v) { return g.make<ReshapeOp>({v, groups}); };
    auto [h, back] =
        normalised(grouped(x()), {2}, norm.getEpsilon().convertToDouble());
    Value dh = grouped(g.mul(d, perChannel(x(1))));
    contribute(x(), g.reshapeLike(back(dh), x()));
    scaleAndBias(g.reshapeLike(h, x()));
    return success();
  }
  LogicalResult batchNorm(BatchNormalizationOp norm) {
    double epsilon = norm.getEpsilon().convertToDouble();
    Ints axes = {0};
    axes.append(range(2, rank()));
    Value dh = g.mul(d, perChannel(x(1)));
    if (norm.getTrainingMode()) {
      auto [h, back] = normalised(x(), axes, epsilon);
      contribute(x(), back(dh));
      scaleAndBias(h);
      return success();
    }
    Value centred = g.sub(x(), perChannel(x(3)));
    Value scale =
        g.make<ReciprocalOp>({g.make<SqrtOp>({g.add(x(4), n(epsilon))})});
    Value dc = g.mul(dh, perChannel(scale));
    contribute(x(), dc);
    scaleAndBias(g.mul(centred, perChannel(scale)));
    contribute(x(3), g.neg(sum(dc, axes, false)));
    Value square = g.mul(scale, scale);
    contribute(x(4), g.mul(g.mul(sum(g.mul(dc, centred), axes, false), square),
                           n(-0.5)));
    return success();
  }

  LogicalResult meanVariance(MeanVarianceNormalizationOp norm) {
    // The definition adds 1e-9 to the deviation.
    contribute(x(), normalised(x(), norm.getAxes(), 1e-18).second(d));
    return success();
  }
  /// x / norm: (d - sum(d * y) * the norm's derivative) / norm.
  LogicalResult lpNorm(LpNormalizationOp norm) {
    int64_t p = norm.getP(), axis = norm.getAxis();
    if (p != 1 && p != 2)
      return failure();
    Value y = op->getResult(0), size = g.make<AbsOp>({x()});
    Value total = p == 1 ? sum(size, {axis})
                         : g.make<SqrtOp>({sum(g.mul(x(), x()), {axis})});
    Value slope = p == 1 ? g.make<SignOp>({x()}) : y;
    Value isThere = g.make<GreaterOp>({total, n(0)});
    Value rest = g.sub(d, g.mul(slope, sum(g.mul(d, y), {axis})));
    contribute(x(), g.where(isThere, g.div(rest, g.where(isThere, total, n(1))),
                            n(0)));
    return success();
  }
  /// y = x * s^-beta with s = bias + alpha / size * the sum of squares of
  /// neighbouring channels, whose windows the way back turns round.
  LogicalResult lrn(LRNOp lrn) {
    int64_t size = lrn.getSize(), before = (size - 1) / 2;
    double alpha = lrn.getAlpha().convertToDouble(),
           beta = lrn.getBeta().convertToDouble();
    Value filter = g.make<ExpandOp>({n(1), g.ints({1, 1, size, 1})});
    auto neighbours = [&](Value v, int64_t lo) {
      Value image = reshape(
          v, {sizes(v, 0, 1), g.ints({1}), sizes(v, 1, 2), g.ints({-1})});
      Value y = g.make<ConvOp>({image, filter, g.none()},
                               {{"pads", array({lo, 0, size - 1 - lo, 0})}});
      return g.reshapeLike(y, x());
    };
    Value squares = neighbours(g.mul(x(), x()), before);
    Value s = g.add(g.mul(squares, n(alpha / size)),
                    n(lrn.getBias().convertToDouble()));
    Value own = g.mul(d, g.make<PowOp>({s, n(-beta)}));
    Value others = neighbours(g.div(g.mul(own, x()), s), size - 1 - before);
    contribute(
        x(), g.sub(own, g.mul(g.mul(x(), others), n(2 * alpha * beta / size))));
    return success();
  }

  //===-- Einsum ----------------------------------------------------------===//

  /// `v`, of a dimension for each of `letters`, at the diagonal that `term`,
  /// `like`'s indices, repeats letters for; zeros elsewhere.
  Value alongDiagonal(Value v, Value like, StringRef letters, StringRef term) {
    std::string equation = letters.str(), out, used = letters.str();
    SmallVector<Value> operands = {v};
    for (auto [axis, c] : llvm::enumerate(term)) {
      if (!StringRef(out).contains(c)) {
        out += c;
        continue;
      }
      // A letter of its own, the same index by a matrix of identity.
      char other = 'a';
      while (StringRef(used).contains(other))
        other = other == 'z' ? 'A' : static_cast<char>(other + 1);
      used += other;
      out += other;
      equation += std::string(",") + c + other;
      Value size = sizes(like, axis, axis + 1);
      Value square = g.make<ConcatOp>({size, size}, {{"axis", g.flag(0)}});
      operands.push_back(g.make<EyeLikeOp>({g.make<ExpandOp>({n(0), square})}));
    }
    return g.make<EinsumOp>(
        operands, {{"equation", g.b.getStringAttr(equation + "->" + out)}});
  }

  /// The gradient of one operand: the result's and the other operands, summed
  /// to its indices; those that it alone has are repeated.
  LogicalResult einsum(EinsumOp einsum) {
    std::string equation;
    for (char c : einsum.getEquation())
      if (c != ' ')
        equation += c;
    auto [left, right] = StringRef(equation).split("->");
    SmallVector<StringRef> terms;
    left.split(terms, ',');
    std::string out = right.str();
    if (!StringRef(equation).contains("->")) {
      // Letters that occur once, in their order.
      std::array<int, 256> count{};
      for (char c : left)
        ++count[static_cast<unsigned char>(c)];
      for (int c = 0; c < 256; ++c)
        if (count[c] == 1 && c != ',')
          out += static_cast<char>(c);
    }
    if (left.contains('.') || terms.size() != op->getNumOperands())
      return failure();
    for (auto [i, term] : llvm::enumerate(terms)) {
      std::string inputs = out, kept;
      SmallVector<Value> operands = {d};
      for (auto [j, other] : llvm::enumerate(terms)) {
        if (j == i)
          continue;
        inputs += "," + other.str();
        operands.push_back(x(j));
      }
      Ints alone;
      // Each letter once; of a diagonal the first.
      std::string letters;
      Ints places;
      for (auto [axis, c] : llvm::enumerate(term)) {
        if (StringRef(letters).contains(c))
          continue;
        if (StringRef(inputs).contains(c))
          kept += c;
        else
          alone.push_back(letters.size());
        letters += c;
        places.push_back(axis);
      }
      Value dx = g.make<EinsumOp>(
          operands, {{"equation", g.b.getStringAttr(inputs + "->" + kept)}});
      if (!alone.empty()) {
        dx = g.make<UnsqueezeOp>({dx, g.ints(alone)});
        dx = g.make<ExpandOp>(
            {dx, g.make<GatherOp>({g.shapeOf(x(i)), g.ints(places)})});
      }
      if (letters.size() < term.size())
        dx = alongDiagonal(dx, x(i), letters, term);
      contribute(x(i), g.unbroadcast(dx, x(i), term.size()));
    }
    return success();
  }
};
} // namespace

LogicalResult cameo::differentiateLayer(Operation *op, Value gradient,
                                        GraphBuilder &g,
                                        Contribute contribute) {
  Layers l{op, gradient, g, contribute};
  return TypeSwitch<Operation *, LogicalResult>(op)
      .Case([&](ConvOp o) { return l.conv(o); })
      .Case([&](ConvTransposeOp o) { return l.convTranspose(o); })
      .Case([&](AveragePoolOp o) { return l.averagePool(o); })
      .Case([&](LpPoolOp o) { return l.lpPool(o); })
      .Case([&](GlobalLpPoolOp o) { return l.globalLpPool(o); })
      .Case([&](MaxPoolOp o) { return l.maxPool(o); })
      .Case([&](GlobalAveragePoolOp) { return l.globalAveragePool(); })
      .Case([&](GlobalMaxPoolOp) { return l.globalMaxPool(); })
      .Case([&](LayerNormalizationOp o) { return l.lastDims(o, true); })
      .Case([&](RMSNormalizationOp o) { return l.lastDims(o, false); })
      .Case([&](InstanceNormalizationOp o) { return l.instanceNorm(o); })
      .Case([&](GroupNormalizationOp o) { return l.groupNorm(o); })
      .Case([&](BatchNormalizationOp o) { return l.batchNorm(o); })
      .Case([&](MeanVarianceNormalizationOp o) { return l.meanVariance(o); })
      .Case([&](LpNormalizationOp o) { return l.lpNorm(o); })
      .Case([&](LRNOp o) { return l.lrn(o); })
      .Case([&](EinsumOp o) { return l.einsum(o); })
      .Default([](Operation *) { return failure(); });
}
