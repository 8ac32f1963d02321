// SPDX-License-Identifier: Apache-2.0
// The pass onnx-fuse-quantised: a product of dequantised 8-bit matrices is a
// product of integers whose result is scaled,
//   MatMul(sa (a - za), sb (b - zb)) = sa sb MatMulInteger(a, b, za, zb),
// and so is a convolution; which is exact up to the rounding of the float sum that it replaces.
#include "compiler/Graph/Passes.h"
#include "compiler/Graph/Rewrite.h"
#include "dialects/ONNX/Math.h"
#include "dialects/ONNX/NN.h"
#include "dialects/ONNX/Quant.h"
#include "dialects/ONNX/Tensor.h"

using namespace mlir;

namespace cameo {
#define GEN_PASS_DEF_FUSEQUANTISED
#include "compiler/Graph/Passes.h.inc"

using namespace onnx;

namespace {
/// A DequantizeLinear of bytes to f32 with one scale, or one per index of
/// `axis` (counted from the end; 0: one scale only).
DequantizeLinearOp dequantised(Value v, int64_t axisFromEnd) {
  auto op = v.getDefiningOp<DequantizeLinearOp>();
  auto type = op ? rankedType(op.getX()) : RankedTensorType();
  auto scale = op ? rankedType(op.getXScale()) : RankedTensorType();
  if (!type || !scale || !type.getElementType().isInteger(8) ||
      type.getElementType().isInteger(1) || !scale.getElementType().isF32() ||
      !getElementTypeOrSelf(op.getY().getType()).isF32() ||
      op.getBlockSize() != 0)
    return {};
  if (scale.getRank() == 0 ||
      (scale.getRank() == 1 && scale.getDimSize(0) == 1))
    return op;
  int64_t rank = type.getRank(), axis = op.getAxis();
  axis = axis < 0 ? axis + rank : axis;
  return axisFromEnd > 0 && scale.getRank() == 1 && axis == rank - axisFromEnd
             ? op
             : DequantizeLinearOp();
}

/// Sizes that integers gain from: a known depth of whole words.
bool isWorthwhile(RankedTensorType b) {
  return b && b.getRank() == 2 && b.hasStaticShape() &&
         b.getDimSize(0) % 4 == 0 && b.getDimSize(0) >= 16;
}

/// The same for products of two activations: a matrix for each of the batch.
bool isWorthwhile(RankedTensorType a, RankedTensorType b) {
  if (!a || !b || a.getRank() < 3 || a.getRank() != b.getRank())
    return false;
  int64_t depth = b.getDimSize(b.getRank() - 2);
  return ShapedType::isDynamic(depth) || depth >= 16;
}

/// A scale as it multiplies rows of columns: the shape of one element does not
/// matter then.
Value asScalar(OpBuilder &b, Location loc, Value v) {
  auto type = rankedType(v);
  if (type.getRank() == 0 || type.getDimSize(0) != 1)
    return v;
  return ReshapeOp::create(b, loc,
                           RankedTensorType::get({}, type.getElementType()), v,
                           makeInts(b, loc, {}), 0);
}

/// The product of what `x` and `y` dequantise, of `y` the weights as a [K, N]
/// matrix.
Value product(OpBuilder &b, Location loc, DequantizeLinearOp x,
              DequantizeLinearOp y, Value weights, RankedTensorType result) {
  auto zero = [&](DequantizeLinearOp d) {
    Value z = d.getXZeroPoint();
    return ShapeInferrer::present(z) ? asScalar(b, loc, z) : z;
  };
  Type sums = RankedTensorType::get(result.getShape(), b.getI32Type());
  Value sum = MatMulIntegerOp::create(b, loc, sums, x.getX(), weights, zero(x),
                                      zero(y));
  Value real =
      CastOp::create(b, loc, result, sum, /*to=*/1, /*saturate=*/1, "up");
  Value sa = asScalar(b, loc, x.getXScale()),
        sb = asScalar(b, loc, y.getXScale());
  Type scales = rankedType(sb).getRank() ? sb.getType() : sa.getType();
  return MulOp::create(b, loc, result, real,
                       MulOp::create(b, loc, scales, sa, sb).getResult());
}

struct FuseProduct : OpRewritePattern<MatMulOp> {
  using OpRewritePattern::OpRewritePattern;
  LogicalResult matchAndRewrite(MatMulOp op,
                                PatternRewriter &b) const override {
    DequantizeLinearOp x = dequantised(op.getA(), 0),
                       y = dequantised(op.getB(), 1);
    auto result = rankedType(op.getY());
    if (!x || !y || !result || rankedType(x.getX()).getRank() < 2)
      return failure();
    bool weights =
        isWorthwhile(rankedType(y.getX())) && ShapeInferrer::constant(y.getX());
    bool activations = dequantised(op.getB(), 0) &&
                       isWorthwhile(rankedType(x.getX()), rankedType(y.getX()));
    if (!weights && !activations)
      return failure();
    b.replaceOp(op, product(b, op.getLoc(), x, y, y.getX(), result));
    return success();
  }
};

/// Gemm without factors, which is a product and a sum.
struct FuseGemm : OpRewritePattern<GemmOp> {
  using OpRewritePattern::OpRewritePattern;
  LogicalResult matchAndRewrite(GemmOp op, PatternRewriter &b) const override {
    bool swapped = op.getTransB();
    DequantizeLinearOp x = dequantised(op.getA(), 0),
                       y = dequantised(op.getB(), swapped ? 2 : 1);
    auto result = rankedType(op.getY());
    bool biased = ShapeInferrer::present(op.getC());
    if (!x || !y || !result || op.getTransA() ||
        op.getAlpha().convertToFloat() != 1.0f ||
        (biased && op.getBeta().convertToFloat() != 1.0f) ||
        !ShapeInferrer::constant(y.getX()))
      return failure();
    auto type = rankedType(y.getX());
    if (type.getRank() != 2 || !type.hasStaticShape())
      return failure();
    auto turned = type.clone({type.getDimSize(1), type.getDimSize(0)});
    if (!isWorthwhile(swapped ? turned : type))
      return failure();
    Location loc = op.getLoc();
    Value weights = y.getX();
    if (swapped)
      weights = TransposeOp::create(b, loc, turned, weights,
                                    b.getDenseI64ArrayAttr({1, 0}));
    Value sum = product(b, loc, x, y, weights, result);
    if (biased)
      sum = AddOp::create(b, loc, result, sum, op.getC());
    b.replaceOp(op, sum);
    return success();
  }
};

/// Whether a constant of bytes is `byte` everywhere.
bool isFilledWith(Value v, char byte) {
  ElementsAttr elements = ShapeInferrer::constant(v);
  ArrayRef<char> raw;
  if (auto dense = dyn_cast_if_present<DenseElementsAttr>(elements)) {
    raw = dense.getRawData();
  } else if (auto blob =
                 dyn_cast_if_present<DenseResourceElementsAttr>(elements)) {
    if (!blob.getRawHandle().getBlob())
      return false;
    raw = blob.getRawHandle().getBlob()->getData();
  }
  return !raw.empty() && llvm::all_of(raw, [&](char c) { return c == byte; });
}

/// Of one group or one filter a channel, with weights centred at 0 as signed
/// bytes: what sums of bytes can be (compiler/Lowering/QuantBytes.cpp).
struct FuseConvolution : OpRewritePattern<ConvOp> {
  using OpRewritePattern::OpRewritePattern;
  LogicalResult matchAndRewrite(ConvOp op, PatternRewriter &b) const override {
    auto filter = rankedType(op.getW());
    auto result = rankedType(op.getY());
    bool depthwise = filter && filter.hasStaticShape() &&
                     filter.getDimSize(1) == 1 &&
                     filter.getDimSize(0) == op.getGroup();
    if (!filter || !result || !filter.hasStaticShape() ||
        (op.getGroup() != 1 && !depthwise) ||
        op.getAutoPad().starts_with("SAME"))
      return failure();
    DequantizeLinearOp x = dequantised(op.getX(), 0),
                       w = dequantised(op.getW(), filter.getRank());
    if (!x || !w || !ShapeInferrer::constant(w.getX()))
      return failure();
    char centre = rankedType(w.getX()).getElementType().isUnsignedInteger()
                      ? char(128)
                      : 0;
    if (ShapeInferrer::present(w.getXZeroPoint())
            ? !isFilledWith(w.getXZeroPoint(), centre)
            : centre != 0)
      return failure();
    Location loc = op.getLoc();
    Value zero = x.getXZeroPoint();
    OperationState state(loc, ConvIntegerOp::getOperationName());
    state.addOperands(
        {x.getX(), w.getX(),
         ShapeInferrer::present(zero) ? asScalar(b, loc, zero) : zero,
         w.getXZeroPoint()});
    state.addAttributes(op->getAttrDictionary().getValue());
    state.addTypes(RankedTensorType::get(result.getShape(), b.getI32Type()));
    Value sum = b.create(state)->getResult(0);
    Value y =
        CastOp::create(b, loc, result, sum, /*to=*/1, /*saturate=*/1, "up");
    // Along the channels.
    auto column = [&](Value v) -> Value {
      auto type = rankedType(v);
      SmallVector<int64_t> shape(result.getRank() - 1, 1);
      shape.front() = type.getNumElements();
      return ReshapeOp::create(
          b, loc, RankedTensorType::get(shape, type.getElementType()), v,
          makeInts(b, loc, shape), 0);
    };
    Value sx = asScalar(b, loc, x.getXScale()),
          sw = asScalar(b, loc, w.getXScale());
    if (rankedType(sw).getRank())
      sw = column(sw);
    Value scale = MulOp::create(b, loc, sw.getType(), sx, sw);
    y = MulOp::create(b, loc, result, y, scale);
    if (ShapeInferrer::present(op.getB()))
      y = AddOp::create(b, loc, result, y, column(op.getB()));
    b.replaceOp(op, y);
    return success();
  }
};

struct FuseQuantised : impl::FuseQuantisedBase<FuseQuantised> {
  void runOnOperation() override {
    RewritePatternSet patterns(&getContext());
    patterns.add<FuseConvolution, FuseGemm, FuseProduct>(&getContext());
    rewriteGreedily(getOperation(), std::move(patterns));
  }
};
} // namespace
} // namespace cameo
