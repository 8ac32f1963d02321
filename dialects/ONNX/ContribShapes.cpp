// SPDX-License-Identifier: Apache-2.0
// Shape rules of the com.microsoft operators. Those that onnx-decompose-contrib
// takes apart before shapes are inferred keep what the model declares.
#include "dialects/ONNX/Contrib.h"
#include "dialects/ONNX/ShapeRules.h"

using namespace mlir;
using namespace cameo::onnx;
using namespace cameo::onnx::rules;

#define SHAPES_AS_DECLARED(Op)                                                 \
  LogicalResult Op::inferShapes(ShapeInferrer &) { return success(); }

SHAPES_AS_DECLARED(MsQAttentionOp)
SHAPES_AS_DECLARED(MsEmbedLayerNormalizationOp)
SHAPES_AS_DECLARED(MsFusedConvOp)
SHAPES_AS_DECLARED(MsNhwcConvOp)
SHAPES_AS_DECLARED(MsConvTransposeWithDynamicPadsOp)
SHAPES_AS_DECLARED(MsFusedGemmOp)
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
SHAPES_AS_DECLARED(MsBiasAddOp)
SHAPES_AS_DECLARED(MsBiasSplitGeluOp)
SHAPES_AS_DECLARED(MsBiasSoftmaxOp)
SHAPES_AS_DECLARED(MsGemmFastGeluOp)
SHAPES_AS_DECLARED(MsGroupNormOp)
SHAPES_AS_DECLARED(MsSkipGroupNormOp)
SHAPES_AS_DECLARED(MsNhwcMaxPoolOp)
SHAPES_AS_DECLARED(MsRelativePositionBiasOp)
SHAPES_AS_DECLARED(MsGatedRelativePositionBiasOp)
SHAPES_AS_DECLARED(MsUnfoldTensorOp)
SHAPES_AS_DECLARED(MsComplexMulOp)
SHAPES_AS_DECLARED(MsComplexMulConjOp)

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
  if (!shapes.ranked(getA()) || !shapes.ranked(getB()))
    return shapes.setUnranked(getOutput(), elementType);
  if (failed(checkRank(*this, shapes, getA(), "A", 2)) ||
      failed(checkRank(*this, shapes, getB(), "B", 2)))
    return failure();
  Dims a = shapes.shape(getA()), b = shapes.shape(getB());
  // The first dimension behind those of the batch.
  for (auto [dims, rotated] :
       {std::pair(&a, getTransBatchA()), std::pair(&b, getTransBatchB())})
    if (rotated && dims->size() > 2)
      std::rotate(dims->begin(), dims->begin() + 1, dims->end() - 1);
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
  bool quantised = getKQuantType() != "NONE";
  if (ShapeInferrer::present(getPastKey()) && shapes.rank(getPastKey()) == 4) {
    present[0] = shapes.dim(getPastKey(), 0);
    present[3] = shapes.dim(getPastKey(), 3);
    // A window that slides keeps its size.
    if (getSlidingWindowCache())
      present[2] = shapes.dim(getPastKey(), 2);
  } else if (quantised && getKvCacheBitWidth() == 4) {
    present[3] = DimExpr::floorDiv(present[3] + 1, DimExpr(2));
  }
  Type cacheType = elementType;
  if (ShapeInferrer::present(getPastKey()))
    cacheType = shapes.elementType(getPastKey());
  else if (quantised)
    cacheType =
        IntegerType::get(getContext(), 8,
                         getKvCacheBitWidth() == 4 ? IntegerType::Unsigned
                                                   : IntegerType::Signless);
  if (failed(shapes.set(getOutput(), elementType, output)) ||
      failed(shapes.set(getPresentKey(), cacheType, present)) ||
      failed(shapes.set(getPresentValue(), cacheType, present)))
    return failure();
  return shapes.set(getQk(), elementType,
                    {output[0], heads, output[1], present[2]});
}

LogicalResult MsMurmurHash3Op::inferShapes(ShapeInferrer &shapes) {
  Type from = shapes.elementType(getX());
  unsigned bits =
      from && from.isIntOrFloat() ? from.getIntOrFloatBitWidth() : 0;
  if (from && bits != 32 && bits != 64)
    return emitOpError() << "hashes elements of 4 or 8 bytes, not " << from;
  auto sign = getPositive() ? IntegerType::Unsigned : IntegerType::Signless;
  return sameShape(shapes, getY(), getX(),
                   IntegerType::get(getContext(), 32, sign));
}

//===-- Attention ---------------------------------------------------------===//

static DimExpr product(DimExpr a, DimExpr b) { return a * b; }

LogicalResult MsAttentionOp::inferShapes(ShapeInferrer &shapes) {
  Type elementType = shapes.elementType(getInput());
  if (failed(checkRank(*this, shapes, getInput(), "input", 3, 3)) ||
      failed(checkRank(*this, shapes, getWeights(), "weights", 2, 2)))
    return failure();
  Dims output = freshDims(shapes, getOutput(), 3),
       present = freshDims(shapes, getPresent(), 5);
  DimExpr heads = static_cast<int64_t>(getNumHeads());
  present[0] = 2;
  present[2] = heads;
  if (shapes.ranked(getInput())) {
    output[0] = present[1] = shapes.dim(getInput(), 0);
    output[1] = present[3] = shapes.dim(getInput(), 1);
  }
  if (auto widths = getQkvHiddenSizes(); widths && widths->size() == 3)
    output[2] = (*widths)[2];
  else if (shapes.ranked(getWeights()))
    output[2] = DimExpr::floorDiv(shapes.dim(getWeights(), 1), DimExpr(3));
  present[4] = DimExpr::floorDiv(output[2], heads);
  if (ShapeInferrer::present(getPast())) {
    if (failed(checkRank(*this, shapes, getPast(), "past", 5, 5)))
      return failure();
    if (shapes.ranked(getPast()))
      present[3] = present[3] + shapes.dim(getPast(), 3);
  }
  if (failed(shapes.set(getOutput(), elementType, output)))
    return failure();
  return shapes.set(getPresent(), elementType, present);
}

/// Queries (batch, length, heads * size), keys and values alike, or packed with
/// a fourth dimension, or, of keys and values, with the heads first.
template <typename Op>
static LogicalResult manyHeads(Op op, ShapeInferrer &shapes, bool sharesCache) {
  Value query = op.getQuery(), key = op.getKey(), value = op.getValue();
  Type elementType = shapes.elementType(query);
  if (failed(checkRank(op, shapes, query, "query", 3, 5)))
    return failure();
  DimExpr heads = static_cast<int64_t>(op.getNumHeads());
  Dims output = freshDims(shapes, op.getOutput(), 3),
       presentKey = freshDims(shapes, op.getPresentKey(), 4),
       presentValue = freshDims(shapes, op.getPresentValue(), 4);
  DimExpr keys = shapes.fresh(op.getOutput(), 3);
  if (shapes.ranked(query)) {
    output[0] = shapes.dim(query, 0);
    output[1] = shapes.dim(query, 1);
    if (shapes.rank(query) == 5) {
      output[2] = product(shapes.dim(query, 2), shapes.dim(query, 4));
      presentKey[3] = presentValue[3] = shapes.dim(query, 4);
      keys = output[1];
    } else if (shapes.rank(query) == 3) {
      presentKey[3] = DimExpr::floorDiv(shapes.dim(query, 2), heads);
    }
  }
  if (ShapeInferrer::present(key) && shapes.ranked(key)) {
    int64_t rank = *shapes.rank(key);
    keys = shapes.dim(key, rank == 4 ? 2 : 1);
    if (rank == 5) {
      output[2] = product(shapes.dim(key, 2), shapes.dim(key, 4));
      presentValue[3] = shapes.dim(key, 4);
    }
  }
  if (ShapeInferrer::present(value) && shapes.ranked(value)) {
    if (shapes.rank(value) == 4) {
      presentValue[3] = shapes.dim(value, 3);
      output[2] = product(heads, presentValue[3]);
    } else if (shapes.rank(value) == 3) {
      output[2] = shapes.dim(value, 2);
      presentValue[3] = DimExpr::floorDiv(output[2], heads);
    }
  }
  if (Value past = op.getPastKey(); ShapeInferrer::present(past)) {
    if (failed(checkRank(op, shapes, past, "past_key", 4, 4)))
      return failure();
    if (shapes.ranked(past))
      keys = sharesCache ? shapes.dim(past, 2) : keys + shapes.dim(past, 2);
  }
  presentKey[0] = presentValue[0] = output[0];
  presentKey[1] = presentValue[1] = heads;
  presentKey[2] = presentValue[2] = keys;
  if (failed(shapes.set(op.getOutput(), elementType, output)) ||
      failed(shapes.set(op.getPresentKey(), elementType, presentKey)) ||
      failed(shapes.set(op.getPresentValue(), elementType, presentValue)))
    return failure();
  // Of a shared buffer, the keys that are there.
  if (sharesCache)
    keys = shapes.fresh(op.getOutput(), 3);
  return shapes.set(op.getQk(), elementType,
                    {output[0], heads, output[1], keys});
}
LogicalResult MsMultiHeadAttentionOp::inferShapes(ShapeInferrer &shapes) {
  return manyHeads(*this, shapes,
                   ShapeInferrer::present(getPastKey()) &&
                       ShapeInferrer::present(getPastSequenceLength()));
}
LogicalResult
MsDecoderMaskedMultiHeadAttentionOp::inferShapes(ShapeInferrer &shapes) {
  return manyHeads(*this, shapes, getPastPresentShareBuffer());
}

//===-- Tables and tokens -------------------------------------------------===//

LogicalResult MsGatherBlockQuantizedOp::inferShapes(ShapeInferrer &shapes) {
  Type elementType = shapes.elementType(getScales()),
       stored = shapes.elementType(getData());
  if (!shapes.ranked(getData()) || !shapes.ranked(getIndices()) || !stored)
    return shapes.setUnranked(getOutput(), elementType);
  Dims data = shapes.shape(getData()), dims;
  FailureOr<int64_t> gather = ShapeInferrer::axis(*this, getGatherAxis(),
                                                  data.size()),
                     blocks = ShapeInferrer::axis(*this, getQuantizeAxis(),
                                                  data.size());
  if (failed(gather) || failed(blocks))
    return failure();
  // Bytes hold several fields each.
  if (stored.isUnsignedInteger(8) && getBits() < 8)
    data[*blocks] =
        data[*blocks] * DimExpr(8 / static_cast<int64_t>(getBits()));
  for (auto [i, n] : llvm::enumerate(data)) {
    if (int64_t(i) == *gather)
      dims.append(shapes.shape(getIndices()));
    else
      dims.push_back(n);
  }
  return shapes.set(getOutput(), elementType, dims);
}

LogicalResult MsBifurcationDetectorOp::inferShapes(ShapeInferrer &shapes) {
  Type i64 = IntegerType::get(getContext(), 64);
  DimExpr count = shapes.fresh(getTokens(), 0);
  if (!ShapeInferrer::present(getPredTokens()) &&
      shapes.rank(getCurTokens()) == 1)
    count = shapes.dim(getCurTokens(), 0);
  if (failed(shapes.set(getTokens(), i64, {count})))
    return failure();
  return sameShape(shapes, getSuffixMatchIdx(), getPrevSuffixMatchIdx(), i64);
}
