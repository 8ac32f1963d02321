// SPDX-License-Identifier: Apache-2.0
// Shape rules of the onnx dialect's attention operators. Heads are a dimension
// of their own (batch, heads, sequence, size) or packed (batch, sequence, heads
// * size).
#include "dialects/ONNX/Control.h"
#include "dialects/ONNX/NN.h"
#include "dialects/ONNX/ShapeRules.h"

using namespace mlir;
using namespace cameo::onnx;
using namespace cameo::onnx::rules;

namespace {
/// The four sizes of Q, K or V.
struct Heads {
  DimExpr batch, heads, length, size;
};
} // namespace

static FailureOr<Heads> headsOf(Operation *op, ShapeInferrer &shapes, Value v,
                                StringRef name, std::optional<int64_t> count) {
  if (failed(checkRank(op, shapes, v, name, 3, 4)))
    return failure();
  Dims dims = shapes.shape(v);
  if (dims.size() == 4)
    return Heads{dims[0], dims[1], dims[2], dims[3]};
  if (!count || *count < 1)
    return op->emitOpError()
           << name << " has rank 3 but the number of heads is not given";
  std::optional<DimExpr> size = DimExpr::exactDiv(dims[2], *count);
  if (!size && dims[2].isConstant())
    return op->emitOpError() << *count << " heads do not divide the size "
                             << dims[2].str() << " of " << name;
  return Heads{dims[0], *count, dims[1],
               size.value_or(DimExpr::floorDiv(dims[2], *count))};
}

LogicalResult AttentionOp::inferShapes(ShapeInferrer &shapes) {
  Type elementType = shapes.elementType(getQ()),
       valueType = shapes.elementType(getV());
  std::array<Value, 4> results = {getY(), getPresentKey(), getPresentValue(),
                                  getQkMatmulOutput()};
  if (!shapes.ranked(getQ()) || !shapes.ranked(getK()) ||
      !shapes.ranked(getV())) {
    for (Value result : results)
      if (failed(shapes.setUnranked(result, elementType)))
        return failure();
    return success();
  }
  FailureOr<Heads> q = headsOf(*this, shapes, getQ(), "Q", getQNumHeads()),
                   k = failure(), v = failure();
  if (failed(q) ||
      failed(k = headsOf(*this, shapes, getK(), "K", getKvNumHeads())) ||
      failed(v = headsOf(*this, shapes, getV(), "V", getKvNumHeads())) ||
      failed(unify(*this, q->size, k->size, "head sizes of Q and K")) ||
      failed(unify(*this, k->length, v->length, "lengths of K and V")) ||
      failed(unify(*this, k->heads, v->heads, "heads of K and V")))
    return failure();
  if (q->heads.isConstant() && k->heads.isConstant() &&
      (k->heads.is(0) || *q->heads.constant() % *k->heads.constant()))
    return emitOpError() << k->heads.str() << " heads of K do not divide "
                         << q->heads.str() << " heads of Q";
  DimExpr total = k->length;
  if (ShapeInferrer::present(getPastKey())) {
    if (failed(checkRank(*this, shapes, getPastKey(), "past_key", 4, 4)))
      return failure();
    total = total + (shapes.ranked(getPastKey())
                         ? shapes.dim(getPastKey(), 2)
                         : shapes.fresh(getPresentKey(), 2));
  }
  LogicalResult y = shapes.rank(getQ()) == 4
                        ? shapes.set(getY(), elementType,
                                     {q->batch, q->heads, q->length, v->size})
                        : shapes.set(getY(), elementType,
                                     {q->batch, q->length, q->heads * v->size});
  if (failed(y) ||
      failed(shapes.set(getPresentKey(), shapes.elementType(getK()),
                        {k->batch, k->heads, total, k->size})) ||
      failed(shapes.set(getPresentValue(), valueType,
                        {v->batch, v->heads, total, v->size})))
    return failure();
  return shapes.set(getQkMatmulOutput(), elementType,
                    {q->batch, q->heads, q->length, total});
}

LogicalResult FlexAttentionOp::inferShapes(ShapeInferrer &shapes) {
  Type elementType = shapes.elementType(getQ());
  for (Value v : {getQ(), getK(), getV()})
    if (failed(checkRank(*this, shapes, v, "an operand", 4, 4)))
      return failure();
  Dims dims = freshDims(shapes, getY(), 4);
  if (shapes.ranked(getQ()))
    for (int i = 0; i < 3; ++i)
      dims[i] = shapes.dim(getQ(), i);
  if (shapes.ranked(getV()))
    dims[3] = shapes.dim(getV(), 3);
  DimExpr keys =
      shapes.ranked(getK()) ? shapes.dim(getK(), 2) : shapes.table().fresh();
  for (Region *region : {&getScoreMod(), &getProbMod()}) {
    if (region->empty())
      continue;
    // The whole tensor of scores or probabilities, in one operand.
    for (Value argument : region->getArguments())
      if (failed(shapes.set(argument, elementType,
                            {dims[0], dims[1], dims[2], keys})))
        return failure();
    if (failed(shapes.runRegion(*region)))
      return failure();
  }
  return shapes.set(getY(), elementType, dims);
}

LogicalResult LinearAttentionOp::inferShapes(ShapeInferrer &shapes) {
  Type elementType = shapes.elementType(getQuery());
  for (Value v : {getQuery(), getKey(), getValue()})
    if (failed(checkRank(*this, shapes, v, "an operand", 3, 3)))
      return failure();
  Dims output = freshDims(shapes, getOutput(), 3),
       state = freshDims(shapes, getPresentState(), 4);
  DimExpr queryHeads = static_cast<int64_t>(getQNumHeads()),
          heads = static_cast<int64_t>(getKvNumHeads());
  state[1] = heads;
  auto perHead = [&](DimExpr size, DimExpr fallback) {
    return DimExpr::exactDiv(size, heads).value_or(fallback);
  };
  if (shapes.ranked(getQuery())) {
    output[0] = state[0] = shapes.dim(getQuery(), 0);
    output[1] = shapes.dim(getQuery(), 1);
  }
  if (shapes.ranked(getKey()))
    state[2] = perHead(shapes.dim(getKey(), 2), state[2]);
  if (shapes.ranked(getValue())) {
    state[3] = perHead(shapes.dim(getValue(), 2), state[3]);
    output[2] = queryHeads * state[3];
  }
  Type stateType = ShapeInferrer::present(getPastState())
                       ? shapes.elementType(getPastState())
                       : elementType;
  if (failed(shapes.set(getOutput(), elementType, output)))
    return failure();
  return shapes.set(getPresentState(), stateType, state);
}

LogicalResult RotaryEmbeddingOp::inferShapes(ShapeInferrer &shapes) {
  if (failed(checkRank(*this, shapes, getX(), "X", 3, 4)))
    return failure();
  return likeFirst(*this, shapes);
}
