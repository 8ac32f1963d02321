// SPDX-License-Identifier: Apache-2.0
// Shape rules of the com.microsoft operators; those without one keep what the
// model declares.
#include "dialects/ONNX/Contrib.h"
#include "dialects/ONNX/ShapeRules.h"

using namespace mlir;
using namespace cameo::onnx;
using namespace cameo::onnx::rules;

#define SHAPES_AS_DECLARED(Op)                                                 \
  LogicalResult Op::inferShapes(ShapeInferrer &) { return success(); }

SHAPES_AS_DECLARED(MsAttentionOp)
SHAPES_AS_DECLARED(MsQAttentionOp)
SHAPES_AS_DECLARED(MsMultiHeadAttentionOp)
SHAPES_AS_DECLARED(MsDecoderMaskedMultiHeadAttentionOp)
SHAPES_AS_DECLARED(MsEmbedLayerNormalizationOp)
SHAPES_AS_DECLARED(MsFusedConvOp)
SHAPES_AS_DECLARED(MsNhwcConvOp)
SHAPES_AS_DECLARED(MsConvTransposeWithDynamicPadsOp)
SHAPES_AS_DECLARED(MsFusedGemmOp)
SHAPES_AS_DECLARED(MsGatherBlockQuantizedOp)
SHAPES_AS_DECLARED(MsDynamicQuantizeMatMulOp)
SHAPES_AS_DECLARED(MsMatMulIntegerToFloatOp)
SHAPES_AS_DECLARED(MsDynamicQuantizeLSTMOp)
SHAPES_AS_DECLARED(MsQGemmOp)
SHAPES_AS_DECLARED(MsQLinearConvOp)
SHAPES_AS_DECLARED(MsQLinearReduceMeanOp)
SHAPES_AS_DECLARED(MsQLinearGlobalAveragePoolOp)
SHAPES_AS_DECLARED(MsQLinearAveragePoolOp)
SHAPES_AS_DECLARED(MsQLinearConcatOp)
SHAPES_AS_DECLARED(MsQLinearWhereOp)
SHAPES_AS_DECLARED(MsCDistOp)
SHAPES_AS_DECLARED(MsBifurcationDetectorOp)

CAMEO_SHAPE_RULE(MsBiasGelu, likeFirst)
CAMEO_SHAPE_RULE(MsFastGelu, likeFirst)
CAMEO_SHAPE_RULE(MsRotaryEmbedding, likeFirst)
CAMEO_SHAPE_RULE(MsInverse, likeFirst)
CAMEO_SHAPE_RULE(MsQLinearSigmoid, likeFirst)
CAMEO_SHAPE_RULE(MsQLinearLeakyRelu, likeFirst)
CAMEO_SHAPE_RULE(MsQLinearSoftmax, likeFirst)
LogicalResult MsNGramRepeatBlockOp::inferShapes(ShapeInferrer &shapes) {
  return sameShape(shapes, getOutput(), getScores());
}

template <typename Op>
static LogicalResult quantizedBinary(Op op, ShapeInferrer &shapes) {
  return broadcastOperands(op, shapes, {op.getA(), op.getB()});
}
CAMEO_SHAPE_RULE(MsQLinearAdd, quantizedBinary)
CAMEO_SHAPE_RULE(MsQLinearMul, quantizedBinary)

template <typename Op>
static LogicalResult skipNormalization(Op op, ShapeInferrer &shapes) {
  if (failed(likeFirst(op, shapes)) ||
      failed(sameShape(shapes, op.getInputSkipBiasSum(), op.getInput())))
    return failure();
  // One value per row.
  for (Value v : {op.getMean(), op.getInvStdVar()}) {
    Type f32 = Float32Type::get(op.getContext());
    if (!shapes.ranked(op.getInput()) || *shapes.rank(op.getInput()) == 0) {
      if (failed(shapes.setUnranked(v, f32)))
        return failure();
      continue;
    }
    Dims dims = shapes.shape(op.getInput());
    dims.back() = 1;
    if (failed(shapes.set(v, f32, dims)))
      return failure();
  }
  return success();
}
CAMEO_SHAPE_RULE(MsSkipLayerNormalization, skipNormalization)
CAMEO_SHAPE_RULE(MsSkipSimplifiedLayerNormalization, skipNormalization)

/// A times a packed matrix of N columns.
template <typename Op>
static LogicalResult packedProduct(Op op, ShapeInferrer &shapes, int64_t k,
                                   int64_t n) {
  Type elementType = shapes.elementType(op.getA());
  if (!shapes.ranked(op.getA()))
    return shapes.setUnranked(op.getOutput(), elementType);
  if (failed(checkRank(op, shapes, op.getA(), "A", 1)))
    return failure();
  Dims dims = shapes.shape(op.getA());
  if (failed(unify(op, dims.back(), k, "columns of A and K")))
    return failure();
  dims.back() = n;
  return shapes.set(op.getOutput(), elementType, dims);
}
LogicalResult MsMatMulNBitsOp::inferShapes(ShapeInferrer &shapes) {
  return packedProduct(*this, shapes, getK(), getN());
}
LogicalResult MsMatMulBnb4Op::inferShapes(ShapeInferrer &shapes) {
  return getTransB() ? packedProduct(*this, shapes, getK(), getN())
                     : packedProduct(*this, shapes, getN(), getK());
}

LogicalResult MsFusedMatMulOp::inferShapes(ShapeInferrer &shapes) {
  Type elementType = shapes.elementType(getA());
  if (!shapes.ranked(getA()) || !shapes.ranked(getB()) || getTransBatchA() ||
      getTransBatchB())
    return shapes.setUnranked(getOutput(), elementType);
  if (failed(checkRank(*this, shapes, getA(), "A", 2)) ||
      failed(checkRank(*this, shapes, getB(), "B", 2)))
    return failure();
  Dims a = shapes.shape(getA()), b = shapes.shape(getB());
  if (getTransA())
    std::swap(a[a.size() - 2], a[a.size() - 1]);
  if (getTransB())
    std::swap(b[b.size() - 2], b[b.size() - 1]);
  if (failed(unify(*this, a.back(), b[b.size() - 2], "inner dimensions")))
    return failure();
  FailureOr<Dims> dims = shapes.broadcast(
      *this, {Dims(ArrayRef(a).drop_back(2)), Dims(ArrayRef(b).drop_back(2))});
  if (failed(dims))
    return failure();
  dims->push_back(a[a.size() - 2]);
  dims->push_back(b.back());
  return shapes.set(getOutput(), elementType, *dims);
}

/// Query (batch, length, heads * size), or packed with keys and values behind
/// it.
LogicalResult MsGroupQueryAttentionOp::inferShapes(ShapeInferrer &shapes) {
  Type elementType = shapes.elementType(getQuery());
  if (failed(checkRank(*this, shapes, getQuery(), "query", 3, 3)))
    return failure();
  Dims output = freshDims(shapes, getOutput(), 3),
       present = freshDims(shapes, getPresentKey(), 4);
  DimExpr heads = static_cast<int64_t>(getNumHeads()),
          keyHeads = static_cast<int64_t>(getKvNumHeads());
  present[1] = keyHeads;
  if (shapes.ranked(getQuery())) {
    Dims query = shapes.shape(getQuery());
    bool packed = !ShapeInferrer::present(getKey());
    DimExpr parts = packed ? heads + keyHeads * DimExpr(2) : heads;
    DimExpr size = DimExpr::floorDiv(query[2], parts);
    output = {query[0], query[1], size * heads};
    present[0] = query[0];
    present[3] = size;
  }
  if (ShapeInferrer::present(getPastKey()) && shapes.rank(getPastKey()) == 4) {
    present[0] = shapes.dim(getPastKey(), 0);
    present[3] = shapes.dim(getPastKey(), 3);
  }
  Type cacheType = ShapeInferrer::present(getPastKey())
                       ? shapes.elementType(getPastKey())
                       : elementType;
  if (failed(shapes.set(getOutput(), elementType, output)) ||
      failed(shapes.set(getPresentKey(), cacheType, present)) ||
      failed(shapes.set(getPresentValue(), cacheType, present)))
    return failure();
  return shapes.setUnranked(getQk(), elementType);
}

LogicalResult MsMurmurHash3Op::inferShapes(ShapeInferrer &shapes) {
  Type from = shapes.elementType(getX());
  unsigned bits = from && from.isIntOrFloat() ? from.getIntOrFloatBitWidth() : 0;
  if (from && bits != 32 && bits != 64)
    return emitOpError() << "hashes elements of 4 or 8 bytes, not " << from;
  auto sign = getPositive() ? IntegerType::Unsigned : IntegerType::Signless;
  return sameShape(shapes, getY(), getX(), IntegerType::get(getContext(), 32, sign));
}
