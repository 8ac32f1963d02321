// SPDX-License-Identifier: Apache-2.0
// Lowerings of RNN, GRU and LSTM. The inputs of all time steps and directions
// meet W in one contraction; the steps are a cameo.recurrence, whose regions say
// what the gates of one unit compute.
#include "dialects/ONNX/Recurrent.h"
#include "compiler/Lowering/Support.h"
#include "dialects/Cameo/Cameo.h"

using namespace mlir;
using namespace cameo;
using namespace cameo::onnx;

namespace {
//===-- Activations -------------------------------------------------------===//

struct Activation {
  std::string name;
  double alpha = 0, beta = 0;

  bool operator==(const Activation &) const = default;
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

//===-- One layer ---------------------------------------------------------===//

/// What the gates of one unit may read.
struct Gates {
  Scalars &s;
  std::optional<double> bound;
  /// Of each gate what comes from the input; the products of this stage; the
  /// old states; the unit's own weights; what earlier stages have yielded.
  SmallVector<Scalar> inputs, products, states, vectors, earlier;

  Scalar clip(Scalar x) const {
    if (!bound)
      return x;
    return x.clamp(s.constant(x.type(), -*bound), s.constant(x.type(), *bound));
  }
};
/// Computes what one stage yields.
using Stage = std::function<SmallVector<Scalar>(const Gates &)>;

/// What all three operators share.
struct Recurrence {
  Lowerer &l;
  Operation *op;
  int64_t gates;
  Value x, w, r, bias, lengths;
  bool batchFirst;
  /// An entry for each direction.
  SmallVector<bool> reversed;
  std::optional<double> bound;
  Type element, wide;
  OpFoldResult steps, batch, hidden;
  /// Gates that each stage multiplies.
  SmallVector<int64_t> stageGates = {};

  template <typename Op>
  static Recurrence make(Op op, Lowerer &l, int64_t gates) {
    Value x = l(op.getX()), w = l(op.getW()), r = l(op.getR());
    std::optional<double> bound;
    if (op.getClip())
      bound = op.getClip()->convertToDouble();
    SmallVector<bool> reversed{op.getDirection() == "reverse"};
    if (op.getDirection() == "bidirectional")
      reversed.push_back(true);
    Type element = getElementTypeOrSelf(x.getType());
    bool batchFirst = op.getLayout();
    Recurrence c{l,
                 op,
                 gates,
                 x,
                 w,
                 r,
                 l(op.getB()),
                 l(op.getSequenceLens()),
                 batchFirst,
                 reversed,
                 bound,
                 element,
                 Scalars::computeType(element),
                 dim(l, x, batchFirst),
                 dim(l, x, !batchFirst),
                 dim(l, r, 2)};
    checkSame(l, dim(l, w, 0), size(l, c.directions()),
              "W does not match the direction");
    checkSame(l, dim(l, r, 0), size(l, c.directions()),
              "R does not match the direction");
    checkSame(l, dim(l, w, 1), c.gateSize(gates),
              "W does not match hidden_size");
    checkSame(l, dim(l, r, 1), c.gateSize(gates),
              "R does not match hidden_size");
    checkSame(l, dim(l, w, 2), dim(l, x, 2), "W does not match the input size");
    if (c.bias) {
      checkSame(l, dim(l, c.bias, 0), size(l, c.directions()),
                "B does not match the direction");
      checkSame(l, dim(l, c.bias, 1), c.gateSize(2 * gates),
                "B does not match hidden_size");
    }
    if (c.lengths)
      checkSame(l, dim(l, c.lengths, 0), c.batch,
                "sequence_lens does not match the batch");
    return c;
  }

  int64_t directions() const { return reversed.size(); }
  OpFoldResult gateSize(int64_t count) {
    return mul(l, hidden, size(l, count));
  }
  /// In the type to compute in.
  Value widen(Value v) {
    if (element == wide)
      return v;
    return elementwise(l, wide, {v}, [&](Scalars &, ArrayRef<Scalar> a) {
      return Value(a[0].to(wide));
    });
  }
  Value narrow(Value v) {
    if (element == wide)
      return v;
    return elementwise(l, element, {v}, [&](Scalars &, ArrayRef<Scalar> a) {
      return Value(a[0].to(element));
    });
  }
  Value sum(Value a, Value b) {
    return elementwise(l, wide, {a, b}, [](Scalars &, ArrayRef<Scalar> v) {
      return Value(v[0] + v[1]);
    });
  }
  /// `count` gates from `first` on along dimension 1.
  Value slice(Value v, int64_t first, int64_t count) {
    return sliceAxis(l, v, 1, gateSize(first), gateSize(count));
  }

  /// Both halves of the bias together, but for the recurrent half of the last
  /// `apart` gates; null if there is none.
  Value biases(int64_t apart = 0) {
    if (!bias)
      return {};
    Value wide = widen(bias);
    Value joint =
        sum(slice(wide, 0, gates - apart), slice(wide, gates, gates - apart));
    if (!apart)
      return joint;
    return concat(l, {joint, slice(wide, gates - apart, apart)}, 1);
  }

  /// The state before the first step: [directions, batch, hidden].
  Value initial(Value v) {
    if (!v)
      return fill(l, {size(l, directions()), batch, hidden},
                  numberAttr(wide, 0.0));
    checkSame(l, dim(l, v, batchFirst), size(l, directions()),
              "initial state does not match the direction");
    checkSame(l, dim(l, v, !batchFirst), batch,
              "initial state does not match the batch");
    checkSame(l, dim(l, v, 2), hidden,
              "initial state does not match hidden_size");
    if (batchFirst)
      v = transpose(l, v, {1, 0, 2});
    // Of the type that the steps give, whatever the operand's says.
    return reshape(l, widen(v), {size(l, directions()), batch, hidden});
  }

  /// X W' + bias: [steps, batch, directions * gates * hidden] (or batch first).
  Value inputs(Value w, Value bias, int64_t count) {
    OpFoldResult in = dim(l, x, 2), rows = mul(l, steps, batch),
                 columns = gateSize(count * gates);
    Value product = contract(l, reshape(l, x, {rows, in}), {0, 2},
                             reshape(l, w, {columns, in}), {1, 2},
                             {rows, columns, in}, 2, wide);
    if (bias)
      product = sum(product, reshape(l, bias, {columns}));
    return reshape(l, product, {dim(l, x, 0), dim(l, x, 1), columns});
  }

  /// Makes the cameo.recurrence of some directions, whose activations are the
  /// same. Returns all steps and the last states.
  SmallVector<Value> layer(int64_t first, int64_t count, Value bias,
                           ArrayRef<Value> weights, ArrayRef<Value> states,
                           ArrayRef<Value> vectors, ArrayRef<Stage> stages) {
    auto part = [&](Value v) {
      return !v || count == directions()
                 ? v
                 : sliceAxis(l, v, 0, size(l, first), size(l, count));
    };
    auto parts = [&](ArrayRef<Value> values) {
      return llvm::map_to_vector(values, part);
    };
    OpFoldResult d = size(l, count);
    SmallVector<Value> outs{empty(l,
                                  batchFirst ? Sizes{batch, steps, d, hidden}
                                             : Sizes{steps, d, batch, hidden},
                                  wide)};
    for (size_t i = 0; i < states.size(); ++i)
      outs.push_back(empty(l, {d, batch, hidden}, wide));
    Value rows = inputs(part(w), part(bias), count);
    auto recurrence = RecurrenceOp::create(
        l.b, l.loc, TypeRange(ValueRange(outs)), rows, parts(weights),
        parts(states), parts(vectors), lengths, outs,
        ArrayRef<bool>(reversed).slice(first, count), gates, batchFirst,
        static_cast<unsigned>(stages.size()));
    int64_t yielded = 0;
    for (auto [i, stage] : llvm::enumerate(stages)) {
      OpBuilder::InsertionGuard guard(l.b);
      // R of a stage is [directions, its gates * hidden, hidden].
      int64_t products = stageGates[i];
      size_t arguments = gates + products + states.size() + vectors.size() +
                         static_cast<size_t>(yielded);
      Block *block = l.b.createBlock(&recurrence.getStages()[i], {},
                                     SmallVector<Type>(arguments, wide),
                                     SmallVector<Location>(arguments, l.loc));
      Scalars s(l.b, l.loc);
      Gates g{s, bound, {}, {}, {}, {}, {}};
      auto next = block->args_begin();
      auto take = [&](SmallVector<Scalar> &to, int64_t n) {
        while (n-- > 0)
          to.push_back(s(*next++));
      };
      take(g.inputs, gates);
      take(g.products, products);
      take(g.states, states.size());
      take(g.vectors, vectors.size());
      take(g.earlier, yielded);
      SmallVector<Scalar> results = stage(g);
      yielded += results.size();
      YieldOp::create(l.b, l.loc,
                      SmallVector<Value>(results.begin(), results.end()));
    }
    return SmallVector<Value>(recurrence.getResults());
  }
  /// All directions, `perDirection` activations each: as one where they are the
  /// same, else one by one. Returns the operator's results.
  LoweredValues
  run(ArrayRef<Activation> activations, Value bias, ArrayRef<Value> weights,
      ArrayRef<Value> states, ArrayRef<Value> vectors,
      function_ref<SmallVector<Stage>(ArrayRef<Activation>)> stagesOf) {
    int64_t perDirection = activations.size() / directions();
    bool same = activations.take_front(perDirection) ==
                activations.take_back(perDirection);
    SmallVector<SmallVector<Value>> parts;
    for (int64_t d = 0; d < directions(); d += same ? directions() : 1)
      parts.push_back(
          layer(d, same ? directions() : 1, bias, weights, states, vectors,
                stagesOf(activations.slice(d * perDirection, perDirection))));
    SmallVector<Value> results;
    for (size_t i = 0; i <= states.size(); ++i) {
      if (isa<NoneType>(op->getResult(i).getType())) {
        results.push_back({});
        continue;
      }
      int64_t axis = i ? 0 : batchFirst ? 2 : 1;
      Value v = parts[0][i];
      if (parts.size() > 1)
        v = concat(l, {parts[0][i], parts[1][i]}, axis);
      if (i && batchFirst)
        v = transpose(l, v, {1, 0, 2});
      results.push_back(narrow(v));
    }
    return results;
  }
};

//===-- The operators -----------------------------------------------------===//

LoweredValues lowerRNN(RNNOp op, Lowerer &l) {
  auto c = Recurrence::make(op, l, 1);
  auto f = activationsOf(op, {"Tanh"}, c.directions());
  if (failed(f))
    return failure();
  c.stageGates = {1};
  return c.run(*f, c.biases(), {c.widen(c.r)}, {c.initial(l(op.getInitialH()))},
               {}, [](ArrayRef<Activation> f) -> SmallVector<Stage> {
                 return {[hidden = f[0]](const Gates &g) {
                   return SmallVector<Scalar>{
                       hidden(g.clip(g.inputs[0] + g.products[0]))};
                 }};
               });
}

LoweredValues lowerGRU(GRUOp op, Lowerer &l) {
  auto c = Recurrence::make(op, l, 3);
  auto f = activationsOf(op, {"Sigmoid", "Tanh"}, c.directions());
  if (failed(f))
    return failure();
  Value r = c.widen(c.r), state = c.initial(l(op.getInitialH()));
  // Gates in the order z, r, h.
  if (op.getLinearBeforeReset()) {
    // The recurrent bias of the hidden gate stays inside of the reset.
    SmallVector<Value> inner;
    if (c.bias)
      inner.push_back(c.slice(c.widen(c.bias), 5, 1));
    c.stageGates = {3};
    return c.run(
        *f, c.biases(1), {r}, {state}, inner,
        [](ArrayRef<Activation> f) -> SmallVector<Stage> {
          return {[gate = f[0], hidden = f[1]](const Gates &g) {
            Scalar z = gate(g.clip(g.inputs[0] + g.products[0]));
            Scalar reset = gate(g.clip(g.inputs[1] + g.products[1]));
            Scalar recurrent = g.products[2];
            if (!g.vectors.empty())
              recurrent = recurrent + g.vectors[0];
            Scalar fresh = hidden(g.clip(g.inputs[2] + reset * recurrent));
            return SmallVector<Scalar>{(1.0 - z) * fresh + z * g.states[0]};
          }};
        });
  }
  // What the reset leaves of the state meets the hidden gate's weights.
  c.stageGates = {2, 1};
  return c.run(*f, c.biases(), {c.slice(r, 0, 2), c.slice(r, 2, 1)}, {state},
               {}, [](ArrayRef<Activation> f) -> SmallVector<Stage> {
                 return {[gate = f[0]](const Gates &g) {
                           Scalar z = gate(g.clip(g.inputs[0] + g.products[0]));
                           Scalar reset =
                               gate(g.clip(g.inputs[1] + g.products[1]));
                           return SmallVector<Scalar>{reset * g.states[0], z};
                         },
                         [hidden = f[1]](const Gates &g) {
                           Scalar z = g.earlier[1];
                           Scalar fresh =
                               hidden(g.clip(g.inputs[2] + g.products[0]));
                           return SmallVector<Scalar>{(1.0 - z) * fresh +
                                                      z * g.states[0]};
                         }};
               });
}

LoweredValues lowerLSTM(LSTMOp op, Lowerer &l) {
  auto c = Recurrence::make(op, l, 4);
  auto f = activationsOf(op, {"Sigmoid", "Tanh", "Tanh"}, c.directions());
  if (failed(f))
    return failure();
  SmallVector<Value> peepholes;
  if (Value p = l(op.getP())) {
    checkSame(l, dim(l, p, 0), size(l, c.directions()),
              "P does not match the direction");
    checkSame(l, dim(l, p, 1), c.gateSize(3), "P does not match hidden_size");
    for (int64_t i = 0; i < 3; ++i)
      peepholes.push_back(c.slice(c.widen(p), i, 1));
  }
  bool coupled = op.getInputForget();
  c.stageGates = {4};
  return c.run(
      *f, c.biases(), {c.widen(c.r)},
      {c.initial(l(op.getInitialH())), c.initial(l(op.getInitialC()))},
      peepholes, [&](ArrayRef<Activation> f) -> SmallVector<Stage> {
        return {[coupled, gate = f[0], candidate = f[1],
                 output = f[2]](const Gates &g) {
          // Gates in the order i, o, f, c; peepholes i, o, f.
          auto sum = [&](int64_t i) { return g.inputs[i] + g.products[i]; };
          auto gateOf = [&](int64_t i, Scalar cell) {
            Scalar x = sum(i);
            return gate(
                g.clip(g.vectors.empty() ? x : x + g.vectors[i] * cell));
          };
          Scalar old = g.states[1], in = gateOf(0, old);
          Scalar forget = coupled ? 1.0 - in : gateOf(2, old);
          Scalar cell = forget * old + in * candidate(g.clip(sum(3)));
          return SmallVector<Scalar>{gateOf(1, cell) * output(cell), cell};
        }};
      });
}
} // namespace

void cameo::registerRecurrentLowerings(LoweringRegistry &r) {
  r.add<RNNOp>(lowerRNN);
  r.add<GRUOp>(lowerGRU);
  r.add<LSTMOp>(lowerLSTM);
}
