// SPDX-License-Identifier: Apache-2.0
// cameo-recurrences: what becomes of cameo.recurrence. Where the target has a kernel for a whole sequence, its weights
// are packed for that (computations on constants, as a rule); elsewhere, and where the number of units is not known, it
// becomes a loop of the schedule over the steps, whose products and gates are linalg.
#include "compiler/Kernels/ChannelBlocks.h"
#include "compiler/Kernels/Passes.h"
#include "compiler/Kernels/RecurrenceTarget.h"
#include "compiler/Kernels/TargetDescription.h"
#include "mlir/Dialect/Func/IR/FuncOps.h"
#include "mlir/Dialect/SCF/IR/SCF.h"
#include "mlir/IR/IRMapping.h"
#include "mlir/IR/ImplicitLocOpBuilder.h"

using namespace mlir;
using namespace cameo;

namespace cameo {
#define GEN_PASS_DEF_RECURRENCES
#include "compiler/Kernels/Passes.h.inc"
} // namespace cameo

static RankedTensorType typeOf(Value v) {
  return cast<RankedTensorType>(v.getType());
}

//===-- packing -----------------------------------------------------------===//

static bool canBePacked(RecurrenceOp op, const RecurrenceTarget &target) {
  int64_t hidden = op.getHidden(), bytes = 0;
  if (op.isPacked() || ShapedType::isDynamic(hidden) || hidden == 0)
    return false;
  for (auto [i, weights] : llvm::enumerate(op.getWeights())) {
    bytes += op.getNumProducts(i) * hidden * hidden *
             typeOf(weights).getElementTypeBitWidth() / 8;
    if (typeOf(weights).getShape() !=
        ArrayRef<int64_t>(
            {op.getNumDirections(), op.getNumProducts(i) * hidden, hidden}))
      return false;
  }
  if (target.mostBytes && bytes > target.mostBytes)
    return false;
  return typeOf(op.getInputs()).getDimSize(2) ==
         op.getNumDirections() * int64_t(op.getGates()) * hidden;
}

/// Units that one vector takes: all of a narrow layer, however wide the target's vectors are.
static int64_t unitsOfVector(int64_t hidden, int64_t lanes) {
  while (lanes > 1 && lanes / 2 >= hidden)
    lanes /= 2;
  return lanes;
}

/// [d, gate * hidden + unit, k] as [d, unit / v, k, gate, unit % v].
static void pack(RecurrenceOp op, const TargetDescription &target,
                 const RecurrenceTarget &units) {
  OpBuilder b(op);
  Location loc = op.getLoc();
  int64_t directions = op.getNumDirections(), hidden = op.getHidden();
  for (auto [i, operand] : llvm::enumerate(op.getWeightsMutable())) {
    RankedTensorType type = typeOf(operand.get());
    Type element = type.getElementType();
    int64_t gates = op.getNumProducts(i);
    int64_t v = unitsOfVector(
        hidden, units.units ? units.units
                            : target.lanes(element.getIntOrFloatBitWidth()));
    Value apart = tensor::ExpandShapeOp::create(
        b, loc,
        RankedTensorType::get({directions, gates, hidden, hidden}, element),
        operand.get(), ArrayRef<ReassociationIndices>{{0}, {1, 2}, {3}});
    Value padded = padToMultiple(b, loc, apart, 2, v);
    AffineExpr d, block, k, gate, lane;
    bindDims(b.getContext(), d, block, k, gate, lane);
    Value empty = tensor::EmptyOp::create(
        b, loc, {directions, (hidden + v - 1) / v, hidden, gates, v}, element);
    operand.set(readThrough(
        b, loc, padded,
        AffineMap::get(5, 0, {d, gate, block * v + lane, k}, b.getContext()),
        empty));
  }
}

//===-- a loop over the steps ---------------------------------------------===//

namespace {
class Expansion {
public:
  Expansion(RecurrenceOp op)
      : op(op), b(op.getLoc(), op),
        element(getElementTypeOrSelf(op.getInputs())), zero(index(0)),
        one(index(1)), steps(dim(op.getInputs(), op.getStepDim())),
        batch(dim(op.getInputs(), 1 - op.getStepDim())),
        hidden(dim(op.getStates()[0], 2)) {}

  void run() {
    Value all = op.getResult(0).use_empty() ? Value() : op.getOuts()[0];
    SmallVector<SmallVector<Value>> last;
    for (int64_t d = 0; d < op.getNumDirections(); ++d)
      last.push_back(direction(d, all));
    if (all)
      op.getResult(0).replaceAllUsesWith(all);
    for (unsigned s = 0; s < op.getStates().size(); ++s)
      op.getResult(s + 1).replaceAllUsesWith(together(s, last));
    op.erase();
  }

private:
  Value index(int64_t i) { return arith::ConstantIndexOp::create(b, i); }
  Value dim(Value tensor, int64_t d) {
    return b.createOrFold<tensor::DimOp>(tensor, d);
  }
  /// As attributes where static, for slices.
  OpFoldResult size(Value v) { return getAsOpFoldResult(v); }
  Value add(Value x, Value y) { return b.createOrFold<arith::AddIOp>(x, y); }
  Value mul(Value x, Value y) { return b.createOrFold<arith::MulIOp>(x, y); }

  /// Row `d` of a tensor [directions, ...].
  Value row(Value tensor, int64_t d) {
    RankedTensorType type = typeOf(tensor);
    SmallVector<OpFoldResult> offsets(type.getRank(), b.getIndexAttr(0)),
        sizes = tensor::getMixedSizes(b, b.getLoc(), tensor),
        strides(type.getRank(), b.getIndexAttr(1));
    offsets[0] = b.getIndexAttr(d);
    sizes[0] = b.getIndexAttr(1);
    auto dropped = RankedTensorType::get(type.getShape().drop_front(),
                                         type.getElementType());
    return tensor::ExtractSliceOp::create(b, dropped, tensor, offsets, sizes,
                                          strides);
  }

  /// The states of all directions after their last steps, as one result.
  Value together(unsigned s, ArrayRef<SmallVector<Value>> last) {
    Value result = op.getOuts()[s + 1];
    for (auto [d, states] : llvm::enumerate(last)) {
      SmallVector<OpFoldResult> offsets(3, b.getIndexAttr(0)),
          sizes{b.getIndexAttr(1), size(batch), size(hidden)},
          strides(3, b.getIndexAttr(1));
      offsets[0] = b.getIndexAttr(d);
      result = tensor::InsertSliceOp::create(b, states[s], result, offsets,
                                             sizes, strides);
    }
    return result;
  }

  /// [batch, hidden] times [gates * hidden, hidden] transposed.
  Value product(Value vectors, Value weights) {
    AffineExpr m, n, k;
    bindDims(b.getContext(), m, n, k);
    auto map = [&](AffineExpr x, AffineExpr y) {
      return AffineMap::get(3, 0, {x, y}, b.getContext());
    };
    SmallVector<OpFoldResult> sizes{size(dim(vectors, 0)),
                                    size(dim(weights, 0))};
    Value init = linalg::FillOp::create(
                     b,
                     ValueRange(arith::ConstantOp::create(
                         b, b.getFloatAttr(element, 0.0))),
                     ValueRange(tensor::EmptyOp::create(b, sizes, element)))
                     .getResult(0);
    return linalg::GenericOp::create(
               b, init.getType(), ValueRange{vectors, weights},
               ValueRange(init), ArrayRef{map(m, k), map(n, k), map(m, n)},
               ArrayRef{utils::IteratorType::parallel,
                        utils::IteratorType::parallel,
                        utils::IteratorType::reduction},
               [](OpBuilder &nested, Location loc, ValueRange args) {
                 Value p = arith::MulFOp::create(nested, loc, args[0], args[1]);
                 linalg::YieldOp::create(
                     nested, loc,
                     arith::AddFOp::create(nested, loc, args[2], p)
                         .getResult());
               })
        .getResult(0);
  }

  /// All units of all rows in one stage: a generic whose body reads what the stage's region takes.
  SmallVector<Value> stage(unsigned i, int64_t d, Value time, Value product,
                           ArrayRef<Value> states, ArrayRef<Value> earlier) {
    Block &source = op.getStages()[i].front();
    auto yield = cast<YieldOp>(source.getTerminator());
    bool isLast = i + 1 == op.getStages().size();
    SmallVector<OpFoldResult> sizes{size(batch), size(hidden)};
    Value empty = tensor::EmptyOp::create(b, sizes, element);
    SmallVector<Value> outs(yield.getNumOperands(), empty);
    SmallVector<AffineMap> maps(outs.size(), b.getMultiDimIdentityMap(2));
    int64_t gates = op.getGates(), products = op.getNumProducts(i);
    auto generic = linalg::GenericOp::create(
        b, SmallVector<Type>(outs.size(), empty.getType()), ValueRange(), outs,
        maps,
        ArrayRef{utils::IteratorType::parallel, utils::IteratorType::parallel},
        [&](OpBuilder &nested, Location loc, ValueRange) {
          ImplicitLocOpBuilder body(loc, nested);
          Value r = linalg::IndexOp::create(body, 0),
                h = linalg::IndexOp::create(body, 1);
          auto at = [&](Value tensor, ValueRange indices) -> Value {
            return tensor::ExtractOp::create(body, tensor, indices);
          };
          auto column = [&](int64_t gate) -> Value {
            if (gate == 0)
              return h;
            Value first = arith::MulIOp::create(
                body, hidden, arith::ConstantIndexOp::create(body, gate));
            return arith::AddIOp::create(body, h, first);
          };
          SmallVector<Value> values;
          for (int64_t g = 0; g < gates; ++g) {
            Value c = column(d * gates + g);
            values.push_back(op.getBatchFirst()
                                 ? at(op.getInputs(), {r, time, c})
                                 : at(op.getInputs(), {time, r, c}));
          }
          for (int64_t g = 0; g < products; ++g)
            values.push_back(at(product, {r, column(g)}));
          for (Value s : states)
            values.push_back(at(s, {r, h}));
          Value direction = arith::ConstantIndexOp::create(body, d);
          for (Value v : op.getVectors())
            values.push_back(at(v, {direction, h}));
          for (Value v : earlier)
            values.push_back(at(v, {r, h}));
          IRMapping map;
          map.map(source.getArguments(), values);
          for (Operation &inner : source.without_terminator())
            body.clone(inner, map);
          SmallVector<Value> results =
              llvm::map_to_vector(yield.getValues(), [&](Value v) {
                return map.lookupOrDefault(v);
              });
          if (isLast && op.getLengths()) {
            Value live = isLive(body, r, time);
            for (auto [s, v] : llvm::enumerate(results))
              v = arith::SelectOp::create(body, live, v,
                                          values[gates + products + s]);
          }
          linalg::YieldOp::create(body, results);
        });
    return SmallVector<Value>(generic.getResults());
  }

  /// Whether the sequence of `row` reaches step `time`.
  Value isLive(ImplicitLocOpBuilder &at, Value row, Value time,
               Value lengths = {}) {
    Value length =
        lengths
            ? memref::LoadOp::create(at, lengths, ValueRange(row)).getResult()
            : tensor::ExtractOp::create(at, op.getLengths(), ValueRange(row))
                  .getResult();
    length = arith::IndexCastOp::create(at, at.getIndexType(), length);
    return arith::CmpIOp::create(at, arith::CmpIPredicate::slt, time, length);
  }

  /// Puts the state after a step into the tensor of all steps, zero where the sequence has ended.
  Value store(Value state, Value all, Value time, int64_t d) {
    SmallVector<Value> inputs{state, time};
    if (op.getLengths())
      inputs.push_back(op.getLengths());
    return ComputeOp::create(
               b, Value(), inputs, ValueRange(all),
               [&](OpBuilder &nested, Location loc, ValueRange args) {
                 ImplicitLocOpBuilder body(loc, nested);
                 Value from = arith::ConstantIndexOp::create(body, 0),
                       step = arith::ConstantIndexOp::create(body, 1),
                       direction = arith::ConstantIndexOp::create(body, d);
                 auto rows = scf::ForOp::create(
                     body, from, memref::DimOp::create(body, args[0], 0), step);
                 body.setInsertionPointToStart(rows.getBody());
                 auto units = scf::ForOp::create(
                     body, from, memref::DimOp::create(body, args[0], 1), step);
                 body.setInsertionPointToStart(units.getBody());
                 Value r = rows.getInductionVar(), h = units.getInductionVar();
                 Value v =
                     memref::LoadOp::create(body, args[0], ValueRange{r, h});
                 if (op.getLengths())
                   v = arith::SelectOp::create(
                       body, isLive(body, r, args[1], args[2]), v,
                       arith::ConstantOp::create(
                           body, body.getFloatAttr(element, 0.0)));
                 memref::StoreOp::create(
                     body, v, args.back(),
                     op.getBatchFirst() ? ValueRange{r, args[1], direction, h}
                                        : ValueRange{args[1], direction, r, h});
               })
        .getResult(0);
  }

  /// The loop of direction `d`; updates `all`, returns the last states.
  SmallVector<Value> direction(int64_t d, Value &all) {
    SmallVector<Value> weights, carried;
    for (Value w : op.getWeights())
      weights.push_back(row(w, d));
    // Of the type that the steps give, whatever the operand's says.
    auto staticOf = [](Value v) {
      return getConstantIntValue(v).value_or(ShapedType::kDynamic);
    };
    auto type =
        RankedTensorType::get({staticOf(batch), staticOf(hidden)}, element);
    for (Value s : op.getStates()) {
      carried.push_back(row(s, d));
      if (carried.back().getType() != type)
        carried.back() = tensor::CastOp::create(b, type, carried.back());
    }
    if (all)
      carried.push_back(all);
    unsigned count = op.getStates().size();
    auto loop = scf::ForOp::create(b, zero, steps, one, carried);
    {
      OpBuilder::InsertionGuard guard(b);
      b.setInsertionPointToEnd(loop.getBody());
      Value time = loop.getInductionVar();
      if (op.getReversed()[d])
        time = arith::SubIOp::create(b, arith::SubIOp::create(b, steps, one),
                                     time);
      SmallVector<Value> now(loop.getRegionIterArgs().take_front(count));
      SmallVector<Value> earlier, yielded;
      for (unsigned i = 0; i < op.getStages().size(); ++i) {
        Value vectors = i ? yielded[0] : now[0];
        yielded = stage(i, d, time, product(vectors, weights[i]), now, earlier);
        llvm::append_range(earlier, yielded);
      }
      for (Value &v : yielded)
        if (v.getType() != type)
          v = tensor::CastOp::create(b, type, v);
      if (all)
        yielded.push_back(
            store(yielded[0], loop.getRegionIterArgs().back(), time, d));
      scf::YieldOp::create(b, yielded);
    }
    SmallVector<Value> results(loop.getResults());
    if (all)
      all = results.pop_back_val();
    return results;
  }

  RecurrenceOp op;
  ImplicitLocOpBuilder b;
  Type element;
  Value zero, one, steps, batch, hidden;
};

struct Recurrences : cameo::impl::RecurrencesBase<Recurrences> {
  void runOnOperation() override {
    TargetDescription target = TargetDescription::get(getOperation());
    RecurrenceTarget layers = RecurrenceTarget::get(getOperation());
    SmallVector<RecurrenceOp> ops;
    getOperation().walk([&](RecurrenceOp op) {
      if (!op.isPacked())
        ops.push_back(op);
    });
    for (RecurrenceOp op : ops) {
      if (target.fusedRecurrence && canBePacked(op, layers))
        pack(op, target, layers);
      else
        Expansion(op).run();
    }
  }
};
} // namespace
