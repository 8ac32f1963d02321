// SPDX-License-Identifier: Apache-2.0
// Lowering of ai.onnx.preview's FlexAttention: scores and probabilities are
// whole tensors, on which the modifiers' subgraphs are lowered in place.
#include "compiler/Lowering/Compute.h"
#include "compiler/Lowering/NNWindow.h"
#include "dialects/ONNX/Control.h"
#include "dialects/ONNX/DataTypes.h"

using namespace mlir;
using namespace cameo;
using namespace cameo::onnx;

/// A tensor with its elements in another float type.
static Value toType(Lowerer &l, Value v, Type type) {
  if (getElementTypeOrSelf(v.getType()) == type)
    return v;
  return elementwise(l, type, {v}, [&](Scalars &, ArrayRef<Scalar> x) {
    return Value(x[0].to(type));
  });
}

/// Softmax over the last dimension; rows that are masked throughout give zeros.
static Value softmaxRows(Lowerer &l, Value scores, Type wide) {
  int64_t rank = cast<RankedTensorType>(scores.getType()).getRank();
  scores = toType(l, scores, wide);
  AffineMap all = l.b.getMultiDimIdentityMap(rank),
            row = all.getMajorSubMap(rank - 1);
  SmallVector<utils::IteratorType> parallel(rank,
                                            utils::IteratorType::parallel);
  Value highest = reduce(
      l, scores, {rank - 1}, lowestAttr(wide, false),
      [](Scalars &, Scalar x, Scalar best) { return Value(x.max(best)); });
  auto perRow = [&](Value v, Value ofRow,
                    function_ref<Value(Scalars &, ArrayRef<Scalar>)> body) {
    return generic(l, empty(l, dims(l, scores), wide), {v, ofRow},
                   {all, row, all}, parallel, body);
  };
  Value powers = perRow(scores, highest, [&](Scalars &s, ArrayRef<Scalar> x) {
    Scalar none = x[1].eq(x[1].like(-std::numeric_limits<double>::infinity()));
    return Value((x[0] - s.select(none, x[1].like(0.0), x[1])).exp());
  });
  Value total =
      reduce(l, powers, {rank - 1}, numberAttr(wide, 0.0),
             [](Scalars &, Scalar x, Scalar sum) { return Value(x + sum); });
  return perRow(powers, total, [&](Scalars &s, ArrayRef<Scalar> x) {
    return Value(x[0] /
                 s.select(x[1].eq(x[1].like(0.0)), x[1].like(1.0), x[1]));
  });
}

static FailureOr<Value> modify(FlexAttentionOp op, Lowerer &l, Region &region,
                               Value tensor) {
  if (region.empty())
    return tensor;
  Block &block = region.front();
  if (block.getNumArguments() != 1)
    return op.emitError("a modifier must take one tensor"), failure();
  auto type =
      cast<RankedTensorType>(Lowerer::convert(block.getArgument(0).getType()));
  if (tensor.getType() != type)
    tensor = tensor::CastOp::create(l.b, l.loc, type, tensor);
  auto loc = l.loc;
  Operation *own = l.op;
  LoweredValues results = l.lowerBlock(block, {tensor});
  l.loc = loc, l.op = own;
  if (failed(results))
    return failure();
  auto result =
      results->size() == 1
          ? dyn_cast_if_present<RankedTensorType>(results->front().getType())
          : RankedTensorType();
  if (!result || result.getRank() != 4 ||
      result.getElementType() != type.getElementType())
    return op.emitError(
               "a modifier must give one tensor of its operand's type"),
           failure();
  for (int64_t i = 0; i < 4; ++i)
    checkSame(l, dim(l, results->front(), i), dim(l, tensor, i),
              "a modifier changes the shape of its operand");
  return results->front();
}

static LoweredValues lowerFlexAttention(FlexAttentionOp op, Lowerer &l) {
  Value q = l(op.getQ()), k = l(op.getK()), v = l(op.getV());
  Type element = getElementTypeOrSelf(q.getType()),
       wide = Scalars::computeType(element);
  Type precise = wide;
  if (auto stated = op.getSoftmaxPrecision())
    if (auto type = dyn_cast_if_present<FloatType>(
            typeOfDataType(op.getContext(), *stated)))
      precise = Scalars::computeType(type);
  OpFoldResult batch = dim(l, q, 0), heads = dim(l, q, 1),
               queries = dim(l, q, 2), depth = dim(l, q, 3),
               kvHeads = dim(l, k, 1), keys = dim(l, k, 2),
               width = dim(l, v, 3);
  checkSame(l, depth, dim(l, k, 3), "heads of Q and K differ in size");
  checkSame(l, kvHeads, dim(l, v, 1), "K and V differ in heads");
  checkSame(l, keys, dim(l, v, 2), "K and V differ in length");
  checkSame(l, batch, dim(l, k, 0), "Q and K differ in batch size");
  checkSame(l, batch, dim(l, v, 0), "Q and V differ in batch size");
  if (isZeroInteger(kvHeads))
    return op.emitError("K has no heads");
  OpFoldResult group = floorDiv(l, heads, kvHeads);
  checkSame(l, mul(l, group, kvHeads), heads,
            "heads of K do not divide those of Q");

  Value grouped = reshape(l, q, {batch, kvHeads, group, queries, depth});
  Value products =
      contract(l, grouped, {0, 1, 2, 3, 5}, k, {0, 1, 4, 5},
               {batch, kvHeads, group, queries, keys, depth}, 5, wide);
  products = reshape(l, products, {batch, heads, queries, keys});
  Value depthValue = toValue(l, depth);
  Value scores = elementwise(
      l, element, {products}, [&](Scalars &s, ArrayRef<Scalar> x) -> Value {
        Scalar scale = op.getScale()
                           ? s.constant(wide, op.getScale()->convertToDouble())
                           : 1.0 / s(depthValue).to(wide).sqrt();
        return (x[0] * scale).to(element);
      });
  FailureOr<Value> modified = modify(op, l, op.getScoreMod(), scores);
  if (failed(modified))
    return failure();
  Value weights = toType(l, softmaxRows(l, *modified, precise), element);
  modified = modify(op, l, op.getProbMod(), weights);
  if (failed(modified))
    return failure();
  weights = reshape(l, *modified, {batch, kvHeads, group, queries, keys});
  Value y = contract(l, weights, {0, 1, 2, 3, 5}, v, {0, 1, 5, 4},
                     {batch, kvHeads, group, queries, width, keys}, 5, element);
  Sizes out = {batch, heads, queries, width};
  return SmallVector<Value>{reshape(l, y, refine(l, op.getY(), out))};
}

void cameo::registerFlexAttentionLowerings(LoweringRegistry &r) {
  r.add<FlexAttentionOp>(lowerFlexAttention);
}
