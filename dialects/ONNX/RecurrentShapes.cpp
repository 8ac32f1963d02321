// SPDX-License-Identifier: Apache-2.0
// Shape rules of the onnx dialect's Recurrent operators.
#include "dialects/ONNX/Recurrent.h"
#include "dialects/ONNX/ShapeRules.h"

using namespace mlir;
using namespace cameo::onnx;
using namespace cameo::onnx::rules;

/// A layer with `gates` matrices; `states`: the results behind Y.
template <typename Op>
static LogicalResult layer(Op op, ShapeInferrer &shapes, int64_t gates,
                           ValueRange states) {
  Type elementType = shapes.elementType(op.getX());
  if (failed(sameElementTypes(
          op, shapes,
          {op.getX(), op.getW(), op.getR(), op.getB(), op.getInitialH()})) ||
      failed(checkRank(op, shapes, op.getB(), "B", 2, 2)) ||
      failed(
          checkRank(op, shapes, op.getSequenceLens(), "sequence_lens", 1, 1)) ||
      failed(checkRank(op, shapes, op.getInitialH(), "initial_h", 3, 3)) ||
      failed(checkRank(op, shapes, op.getX(), "X", 3, 3)) ||
      failed(checkRank(op, shapes, op.getW(), "W", 3, 3)) ||
      failed(checkRank(op, shapes, op.getR(), "R", 3, 3)))
    return failure();
  bool batchFirst = op.getLayout() == 1;
  Value y = op.getY();
  DimExpr directions = op.getDirection() == "bidirectional" ? 2 : 1;
  DimExpr length = shapes.fresh(y, 0), batch = shapes.fresh(y, 2),
          hidden = shapes.fresh(y, 3);
  if (op.getHiddenSize())
    hidden = static_cast<int64_t>(*op.getHiddenSize());
  if (shapes.ranked(op.getX())) {
    length = shapes.dim(op.getX(), batchFirst ? 1 : 0);
    batch = shapes.dim(op.getX(), batchFirst ? 0 : 1);
  }
  if (shapes.ranked(op.getR())) {
    Dims r = shapes.shape(op.getR());
    FailureOr<DimExpr> size =
        unify(op, hidden, r[2], "hidden_size and columns of R");
    if (failed(size) ||
        failed(unify(op, r[0], directions, "directions and matrices in R")) ||
        failed(unify(op, r[1], *size * DimExpr(gates),
                     "rows of R and of all gates")))
      return failure();
    hidden = *size;
  }
  if (shapes.ranked(op.getW())) {
    Dims w = shapes.shape(op.getW());
    if (failed(unify(op, w[0], directions, "directions and matrices in W")) ||
        failed(unify(op, w[1], hidden * DimExpr(gates),
                     "rows of W and of all gates")))
      return failure();
    if (shapes.ranked(op.getX()) &&
        failed(unify(op, w[2], shapes.dim(op.getX(), 2),
                     "input sizes of W and X")))
      return failure();
  }
  Dims all = batchFirst ? Dims{batch, length, directions, hidden}
                        : Dims{length, directions, batch, hidden};
  Dims last = batchFirst ? Dims{batch, directions, hidden}
                         : Dims{directions, batch, hidden};
  if (failed(shapes.set(y, elementType, all)))
    return failure();
  for (Value state : states)
    if (failed(shapes.set(state, elementType, last)))
      return failure();
  return success();
}

LogicalResult RNNOp::inferShapes(ShapeInferrer &shapes) {
  return layer(*this, shapes, 1, getOperation()->getResults().drop_front());
}
LogicalResult GRUOp::inferShapes(ShapeInferrer &shapes) {
  return layer(*this, shapes, 3, getOperation()->getResults().drop_front());
}
LogicalResult LSTMOp::inferShapes(ShapeInferrer &shapes) {
  if (failed(
          sameElementTypes(*this, shapes, {getX(), getInitialC(), getP()})) ||
      failed(checkRank(*this, shapes, getInitialC(), "initial_c", 3, 3)) ||
      failed(checkRank(*this, shapes, getP(), "P", 2, 2)))
    return failure();
  return layer(*this, shapes, 4, getOperation()->getResults().drop_front());
}
