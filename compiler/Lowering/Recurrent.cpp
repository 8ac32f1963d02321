// SPDX-License-Identifier: Apache-2.0
// Lowerings of RNN, GRU and LSTM. The inputs of all time steps meet W in one
// contraction before the loop; a step is a contraction of the state with R and
// one computation of all gates.
#include "compiler/Lowering/Compute.h"
#include "dialects/ONNX/Recurrent.h"

using namespace mlir;
using namespace cameo;
using namespace cameo::onnx;

namespace {
constexpr auto parallel = utils::IteratorType::parallel,
               reduction = utils::IteratorType::reduction;

//===-- Activations -------------------------------------------------------===//

struct Activation {
  std::string name;
  double alpha = 0, beta = 0;

  Scalar operator()(Scalar x) const {
    Scalars &s = x.scalars();
    auto number = [&](double v) { return s.constant(x.type(), v); };
    Scalar zero = number(0), one = number(1);
    if (name == "sigmoid")
      return x.sigmoid();
    if (name == "tanh")
      return x.tanh();
    if (name == "relu")
      return x.max(zero);
    if (name == "affine")
      return x * number(alpha) + number(beta);
    if (name == "leakyrelu")
      return s.select(x >= zero, x, x * number(alpha));
    if (name == "thresholdedrelu")
      return s.select(x > number(alpha), x, zero);
    if (name == "scaledtanh")
      return number(alpha) * (number(beta) * x).tanh();
    if (name == "hardsigmoid")
      return (x * number(alpha) + number(beta)).clamp(zero, one);
    if (name == "elu")
      return s.select(x >= zero, x, number(alpha) * (x.exp() - one));
    if (name == "softsign")
      return x / (x.abs() + one);
    // Softplus, without overflow for large x.
    return x.max(zero) + ((-x.abs()).exp() + one).log();
  }
};

/// The activations of one operator: `perDirection` for each direction, defaults
/// where none are stated.
template <typename Op>
FailureOr<SmallVector<Activation>>
activationsOf(Op op, ArrayRef<StringRef> defaults, int64_t directions) {
  SmallVector<Activation> result;
  for (int64_t d = 0; d < directions; ++d)
    for (StringRef name : defaults)
      result.push_back({name.lower()});
  if (auto stated = op.getActivations(); stated && !stated->empty()) {
    if (stated->size() != result.size())
      return op.emitError("needs ")
             << result.size() << " activations, not " << stated->size();
    for (auto [a, attr] : llvm::zip_equal(result, *stated))
      a.name = cast<StringAttr>(attr).getValue().lower();
  }
  // alpha and beta go to the activations that have them, in order.
  ArrayRef<float> alphas = op.getActivationAlpha().value_or(ArrayRef<float>());
  ArrayRef<float> betas = op.getActivationBeta().value_or(ArrayRef<float>());
  auto take = [](ArrayRef<float> &list, double otherwise) -> double {
    if (list.empty())
      return otherwise;
    float v = list.front();
    list = list.drop_front();
    return v;
  };
  static const struct {
    StringRef name;
    bool hasAlpha;
    double alpha;
    bool hasBeta;
    double beta;
  } known[] = {{"sigmoid", false, 0, false, 0},
               {"tanh", false, 0, false, 0},
               {"relu", false, 0, false, 0},
               {"affine", true, 1, true, 0},
               {"leakyrelu", true, 0.01, false, 0},
               {"thresholdedrelu", true, 1, false, 0},
               {"scaledtanh", true, 1, true, 1},
               {"hardsigmoid", true, 0.2, true, 0.5},
               {"elu", true, 1, false, 0},
               {"softsign", false, 0, false, 0},
               {"softplus", false, 0, false, 0}};
  for (Activation &a : result) {
    auto it =
        llvm::find_if(known, [&](const auto &k) { return k.name == a.name; });
    if (it == std::end(known))
      return op.emitError("unknown activation ") << a.name;
    if (it->hasAlpha)
      a.alpha = take(alphas, it->alpha);
    if (it->hasBeta)
      a.beta = take(betas, it->beta);
  }
  return result;
}

//===-- One direction -----------------------------------------------------===//

/// a [M, K] times b [N, K] transposed, plus bias [N], in the element type
/// `wide`.
Value timesTransposed(Lowerer &l, Value a, Value b, Value bias, Type wide) {
  AffineExpr m, n, k;
  bindDims(l.b.getContext(), m, n, k);
  auto map = [&](ArrayRef<AffineExpr> e) {
    return AffineMap::get(3, 0, e, l.b.getContext());
  };
  Value init = fill(l, {dim(l, a, 0), dim(l, b, 0)}, numberAttr(wide, 0.0));
  Value product = generic(
      l, init, {a, b}, {map({m, k}), map({n, k}), map({m, n})},
      {parallel, parallel, reduction}, [&](Scalars &, ArrayRef<Scalar> v) {
        return Value(v[2] + v[0].to(wide) * v[1].to(wide));
      });
  if (!bias)
    return product;
  return elementwise(l, wide, {product, bias},
                     [&](Scalars &, ArrayRef<Scalar> v) {
                       return Value(v[0] + v[1].to(wide));
                     });
}

/// Row `d` of a [D, ...] tensor.
Value direction(Lowerer &l, Value v, int64_t d, int64_t axis = 0) {
  if (!v)
    return v;
  return squeeze(l, sliceAxis(l, v, axis, size(l, d), size(l, 1)), {axis});
}

/// What all three operators share.
struct Recurrence {
  Lowerer &l;
  Operation *op;
  int64_t gates;
  Value x, w, r, bias, lengths;
  bool batchFirst;
  int64_t directions;
  bool startsReversed;
  std::optional<double> clip;
  Type element, wide;
  OpFoldResult steps, batch, hidden;
  /// X as a matrix of rows, one per step and batch entry.
  Value rows;

  template <typename Op>
  static FailureOr<Recurrence> make(Op op, Lowerer &l, int64_t gates) {
    Value x = l(op.getX()), w = l(op.getW()), r = l(op.getR());
    std::optional<double> clip;
    if (op.getClip())
      clip = op.getClip()->convertToDouble();
    Type element = getElementTypeOrSelf(x.getType());
    bool batchFirst = op.getLayout();
    OpFoldResult steps = dim(l, x, batchFirst), batch = dim(l, x, !batchFirst);
    OpFoldResult hidden = dim(l, r, 2);
    Recurrence c{l,
                 op,
                 gates,
                 x,
                 w,
                 r,
                 l(op.getB()),
                 l(op.getSequenceLens()),
                 batchFirst,
                 op.getDirection() == "bidirectional" ? 2 : 1,
                 op.getDirection() == "reverse",
                 clip,
                 element,
                 Scalars::computeType(element),
                 steps,
                 batch,
                 hidden,
                 Value()};
    checkSame(l, dim(l, w, 0), size(l, c.directions),
              "W does not match the direction");
    checkSame(l, dim(l, r, 0), size(l, c.directions),
              "R does not match the direction");
    checkSame(l, dim(l, w, 1), mul(l, hidden, size(l, gates)),
              "W does not match hidden_size");
    checkSame(l, dim(l, r, 1), mul(l, hidden, size(l, gates)),
              "R does not match hidden_size");
    checkSame(l, dim(l, w, 2), dim(l, x, 2), "W does not match the input size");
    if (c.lengths)
      checkSame(l, dim(l, c.lengths, 0), batch,
                "sequence_lens does not match the batch");
    c.rows = reshape(l, x, {mul(l, steps, batch), dim(l, x, 2)});
    return c;
  }

  /// One half (0: of W, 1: of R) of the bias; null if there is none.
  Value biasHalf(int64_t d, int64_t half) {
    OpFoldResult n = mul(l, hidden, size(l, gates));
    if (!bias)
      return {};
    return sliceAxis(l, direction(l, bias, d), 0,
                     half ? n : OpFoldResult(size(l, 0)), n);
  }
  /// Both halves together.
  Value wholeBias(int64_t d) {
    if (!bias)
      return {};
    return elementwise(
        l, element, {biasHalf(d, 0), biasHalf(d, 1)},
        [](Scalars &, ArrayRef<Scalar> v) { return Value(v[0] + v[1]); });
  }
  /// X W' + bias for all steps.
  Value inputs(int64_t d, Value bias) {
    return timesTransposed(l, rows, direction(l, w, d), bias, wide);
  }
  /// The state before the first step: [batch, hidden] in the wide type.
  Value initial(Value v, int64_t d) {
    if (!v)
      return fill(l, {batch, hidden}, numberAttr(wide, 0.0));
    checkSame(l, dim(l, v, batchFirst), size(l, directions),
              "initial state does not match the direction");
    checkSame(l, dim(l, v, !batchFirst), batch,
              "initial state does not match the batch");
    checkSame(l, dim(l, v, 2), hidden,
              "initial state does not match hidden_size");
    Value state = elementwise(
        l, wide, {direction(l, v, d, batchFirst)},
        [&](Scalars &, ArrayRef<Scalar> v) { return Value(v[0].to(wide)); });
    // Of the type that the steps give, whatever the operand's says.
    return reshape(l, state, {batch, hidden});
  }

  /// What a step's gates may read.
  struct Gates {
    Recurrence &r;
    Scalars &s;
    Scalar b, h;
    Value fromInput, step;
    /// Element of gate `g` of X W'.
    Scalar input(int64_t g) {
      Scalar time = s(step);
      Scalar row = r.batchFirst ? b * s(toValueOutside(r.steps)) + time
                                : time * s(toValueOutside(r.batch)) + b;
      return s.extract(fromInput, {row, column(g)});
    }
    Scalar state(Value product, int64_t g) {
      return s.extract(product, {b, column(g)});
    }
    Scalar at(Value tensor) { return s.extract(tensor, {b, h}); }
    Scalar column(int64_t g) {
      return g ? h + s(toValueOutside(r.hidden)) * g : h;
    }
    Scalar clip(Scalar x) {
      if (!r.clip)
        return x;
      return x.clamp(s.constant(x.type(), -*r.clip),
                     s.constant(x.type(), *r.clip));
    }
    /// Sizes are values from outside of the body, or constants made in it.
    Value toValueOutside(OpFoldResult size) {
      if (auto n = getConstantIntValue(size))
        return s.index(*n);
      return cast<Value>(size);
    }
  };

  /// Computes tensors [batch, hidden] together, element by element.
  SmallVector<Value> perElement(
      int64_t count,
      function_ref<SmallVector<Scalar>(Scalars &, Scalar, Scalar)> body) {
    SmallVector<Value> outs;
    for (int64_t i = 0; i < count; ++i)
      outs.push_back(empty(l, {batch, hidden}, wide));
    SmallVector<AffineMap> maps(count, l.b.getMultiDimIdentityMap(2));
    SmallVector<Type> types(ValueRange(outs).getTypes());
    auto op = linalg::GenericOp::create(
        l.b, l.loc, types, ValueRange(), outs, maps,
        ArrayRef{parallel, parallel},
        [&](OpBuilder &b, Location loc, ValueRange) {
          Scalars s(b, loc);
          SmallVector<Scalar> results = body(s, s.position(0), s.position(1));
          linalg::YieldOp::create(
              b, loc, SmallVector<Value>(results.begin(), results.end()));
        });
    return SmallVector<Value>(op.getResults());
  }

  /// Keeps the old states of batch entries whose sequence does not reach
  /// `time`.
  SmallVector<Scalar> masked(Gates &g, ArrayRef<Scalar> fresh,
                             ArrayRef<Value> old) {
    if (!lengths)
      return SmallVector<Scalar>(fresh);
    Scalar live = g.s(g.step) < g.s.extract(lengths, {g.b}).toIndex();
    SmallVector<Scalar> result;
    for (auto [f, o] : llvm::zip_equal(fresh, old))
      result.push_back(g.s.select(live, f, g.at(o)));
    return result;
  }

  using Step = function_ref<SmallVector<Value>(int64_t direction, Value time,
                                               ArrayRef<Value>)>;

  /// Runs the loops. `states` holds the initial states of each direction (h
  /// first); `step` makes the next ones. Returns Y (or null) and per direction
  /// the last states.
  std::pair<Value, SmallVector<SmallVector<Value>>>
  run(ArrayRef<SmallVector<Value>> states, bool wantsAll, Step step) {
    Value all;
    if (wantsAll) {
      OpFoldResult d = size(l, directions);
      Sizes sizes = batchFirst ? Sizes{batch, steps, d, hidden}
                               : Sizes{steps, d, batch, hidden};
      all = empty(l, refine(l, op->getResult(0), sizes), element);
    }
    SmallVector<SmallVector<Value>> last;
    for (int64_t d = 0; d < directions; ++d) {
      bool reversed = d == 1 || startsReversed;
      SmallVector<Value> carried(states[d]);
      if (all)
        carried.push_back(all);
      Value lo = toValue(l, size(l, 0)), hi = toValue(l, steps),
            one = toValue(l, size(l, 1));
      auto loop = scf::ForOp::create(l.b, l.loc, lo, hi, one, carried);
      {
        OpBuilder::InsertionGuard guard(l.b);
        l.b.setInsertionPointToEnd(loop.getBody());
        Value time = loop.getInductionVar();
        if (reversed) {
          Scalars s(l.b, l.loc);
          time = s(hi) - s(one) - s(time);
        }
        SmallVector<Value> now(
            loop.getRegionIterArgs().take_front(states[d].size()));
        SmallVector<Value> next = step(d, time, now);
        if (all)
          next.push_back(
              store(next[0], loop.getRegionIterArgs().back(), time, d));
        scf::YieldOp::create(l.b, l.loc, next);
      }
      SmallVector<Value> results(loop.getResults());
      if (all)
        all = results.pop_back_val();
      last.push_back(results);
    }
    return {all, last};
  }

  /// Puts the state after a step into Y, zero where the sequence has ended.
  Value store(Value h, Value all, Value time, int64_t d) {
    SmallVector<Value> inputs = {h, time};
    if (lengths)
      inputs.push_back(lengths);
    return compute(l, inputs, {all}, [&](Scalars &s, ValueRange args) {
      s.nest({s.dim(args[0], 0), s.dim(args[0], 1)}, [&](ArrayRef<Scalar> at) {
        Scalar v = s.load(args[0], at).to(element), t = s(args[1]);
        if (lengths)
          v = s.select(t < s.load(args[2], {at[0]}).toIndex(), v,
                       s.constant(element, 0.0));
        if (batchFirst)
          s.store(v, args.back(), {at[0], t, s.index(d), at[1]});
        else
          s.store(v, args.back(), {t, s.index(d), at[0], at[1]});
      });
    })[0];
  }

  /// The last states of all directions, as an operator's result; null where it
  /// is absent.
  Value lastStates(Value onnxResult, ArrayRef<SmallVector<Value>> last,
                   unsigned which) {
    if (isa<NoneType>(onnxResult.getType()))
      return {};
    SmallVector<Value> parts;
    for (const SmallVector<Value> &states : last) {
      Value v = states[which];
      if (wide != element)
        v = elementwise(l, element, {v}, [&](Scalars &, ArrayRef<Scalar> a) {
          return Value(a[0].to(element));
        });
      parts.push_back(unsqueeze(l, v, {int64_t(batchFirst)}));
    }
    return parts.size() == 1 ? parts[0] : concat(l, parts, batchFirst);
  }
  bool wantsAll() { return !isa<NoneType>(op->getResult(0).getType()); }
};

//===-- The operators -----------------------------------------------------===//

LoweredValues lowerRNN(RNNOp op, Lowerer &l) {
  auto c = Recurrence::make(op, l, 1);
  if (failed(c))
    return failure();
  auto f = activationsOf(op, {"Tanh"}, c->directions);
  if (failed(f))
    return failure();
  SmallVector<SmallVector<Value>> initial;
  SmallVector<Value> inputs, weights;
  for (int64_t d = 0; d < c->directions; ++d) {
    initial.push_back({c->initial(l(op.getInitialH()), d)});
    inputs.push_back(c->inputs(d, c->wholeBias(d)));
    weights.push_back(direction(l, c->r, d));
  }
  auto [y, last] = c->run(
      initial, c->wantsAll(), [&](int64_t d, Value time, ArrayRef<Value> now) {
        Value product = timesTransposed(l, now[0], weights[d], {}, c->wide);
        return c->perElement(1, [&](Scalars &s, Scalar b, Scalar h) {
          Recurrence::Gates g{*c, s, b, h, inputs[d], time};
          Scalar fresh = (*f)[d](g.clip(g.input(0) + g.state(product, 0)));
          return c->masked(g, {fresh}, now);
        });
      });
  return SmallVector<Value>{y, c->lastStates(op.getYH(), last, 0)};
}

LoweredValues lowerGRU(GRUOp op, Lowerer &l) {
  auto c = Recurrence::make(op, l, 3);
  if (failed(c))
    return failure();
  auto f = activationsOf(op, {"Sigmoid", "Tanh"}, c->directions);
  if (failed(f))
    return failure();
  bool linear = op.getLinearBeforeReset();
  SmallVector<SmallVector<Value>> initial;
  SmallVector<Value> inputs, weights, resetWeights, hiddenBias;
  for (int64_t d = 0; d < c->directions; ++d) {
    initial.push_back({c->initial(l(op.getInitialH()), d)});
    Value r = direction(l, c->r, d);
    OpFoldResult two = mul(l, c->hidden, size(l, 2));
    if (linear) {
      // The recurrent bias of the hidden gate stays inside of the reset.
      Value bias = c->biasHalf(d, 0), recurrent = c->biasHalf(d, 1);
      inputs.push_back(c->inputs(d, bias));
      weights.push_back(r);
      resetWeights.push_back({});
      hiddenBias.push_back(recurrent);
    } else {
      inputs.push_back(c->inputs(d, c->wholeBias(d)));
      weights.push_back(sliceAxis(l, r, 0, size(l, 0), two));
      resetWeights.push_back(sliceAxis(l, r, 0, two, c->hidden));
      hiddenBias.push_back({});
    }
  }
  auto [y, last] = c->run(
      initial, c->wantsAll(), [&](int64_t d, Value time, ArrayRef<Value> now) {
        const Activation &gate = (*f)[2 * d], &candidate = (*f)[2 * d + 1];
        Value product = timesTransposed(l, now[0], weights[d], {}, c->wide);
        // Gates in the order z, r, h.
        auto gateOf = [&](Recurrence::Gates &g, int64_t i) {
          Scalar x = g.input(i) + g.state(product, i);
          if (linear && hiddenBias[d])
            x = x + g.s.extract(hiddenBias[d], {g.column(i)}).to(c->wide);
          return gate(g.clip(x));
        };
        Value resetProduct;
        if (!linear) {
          Value reset = c->perElement(1, [&](Scalars &s, Scalar b, Scalar h) {
            Recurrence::Gates g{*c, s, b, h, inputs[d], time};
            return SmallVector<Scalar>{gateOf(g, 1) * g.at(now[0])};
          })[0];
          resetProduct =
              timesTransposed(l, reset, resetWeights[d], {}, c->wide);
        }
        return c->perElement(1, [&](Scalars &s, Scalar b, Scalar h) {
          Recurrence::Gates g{*c, s, b, h, inputs[d], time};
          Scalar z = gateOf(g, 0), old = g.at(now[0]);
          Scalar inner = g.input(2);
          if (linear) {
            Scalar recurrent = g.state(product, 2);
            if (hiddenBias[d])
              recurrent = recurrent +
                          s.extract(hiddenBias[d], {g.column(2)}).to(c->wide);
            inner = inner + gateOf(g, 1) * recurrent;
          } else {
            inner = inner + g.at(resetProduct);
          }
          Scalar fresh = candidate(g.clip(inner));
          return c->masked(g, {(1.0 - z) * fresh + z * old}, now);
        });
      });
  return SmallVector<Value>{y, c->lastStates(op.getYH(), last, 0)};
}

LoweredValues lowerLSTM(LSTMOp op, Lowerer &l) {
  auto c = Recurrence::make(op, l, 4);
  if (failed(c))
    return failure();
  auto f = activationsOf(op, {"Sigmoid", "Tanh", "Tanh"}, c->directions);
  if (failed(f))
    return failure();
  bool coupled = op.getInputForget();
  SmallVector<SmallVector<Value>> initial;
  SmallVector<Value> inputs, weights, peepholes;
  for (int64_t d = 0; d < c->directions; ++d) {
    initial.push_back({c->initial(l(op.getInitialH()), d),
                       c->initial(l(op.getInitialC()), d)});
    inputs.push_back(c->inputs(d, c->wholeBias(d)));
    weights.push_back(direction(l, c->r, d));
    peepholes.push_back(direction(l, l(op.getP()), d));
    if (peepholes[d])
      checkSame(l, dim(l, peepholes[d], 0), mul(l, c->hidden, size(l, 3)),
                "P does not match hidden_size");
  }
  auto [y, last] = c->run(
      initial, c->wantsAll(), [&](int64_t d, Value time, ArrayRef<Value> now) {
        const Activation &gate = (*f)[3 * d], &candidate = (*f)[3 * d + 1],
                         &output = (*f)[3 * d + 2];
        Value product = timesTransposed(l, now[0], weights[d], {}, c->wide);
        return c->perElement(2, [&](Scalars &s, Scalar b, Scalar h) {
          Recurrence::Gates g{*c, s, b, h, inputs[d], time};
          // Gates in the order i, o, f, c; peepholes i, o, f.
          auto sum = [&](int64_t i) {
            return g.input(i) + g.state(product, i);
          };
          auto peep = [&](Scalar x, int64_t i, Scalar cell) {
            return peepholes[d] ? x + s.extract(peepholes[d], {g.column(i)})
                                              .to(c->wide) *
                                          cell
                                : x;
          };
          Scalar oldCell = g.at(now[1]);
          Scalar in = gate(g.clip(peep(sum(0), 0, oldCell)));
          Scalar forget =
              coupled ? 1.0 - in : gate(g.clip(peep(sum(2), 2, oldCell)));
          Scalar cell = forget * oldCell + in * candidate(g.clip(sum(3)));
          Scalar out = gate(g.clip(peep(sum(1), 1, cell)));
          return c->masked(g, {out * output(cell), cell}, now);
        });
      });
  return SmallVector<Value>{y, c->lastStates(op.getYH(), last, 0),
                            c->lastStates(op.getYC(), last, 1)};
}
} // namespace

void cameo::registerRecurrentLowerings(LoweringRegistry &r) {
  r.add<RNNOp>(lowerRNN);
  r.add<GRUOp>(lowerGRU);
  r.add<LSTMOp>(lowerLSTM);
}
