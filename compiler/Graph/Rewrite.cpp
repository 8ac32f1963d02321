// SPDX-License-Identifier: Apache-2.0
#include "compiler/Graph/Rewrite.h"
#include "dialects/ONNX/Control.h"
#include "dialects/ONNX/Math.h"
#include "dialects/ONNX/Tensor.h"
#include "mlir/Transforms/GreedyPatternRewriteDriver.h"
#include <cmath>

using namespace mlir;
using namespace cameo;
using namespace cameo::onnx;

std::optional<double> cameo::splatOf(Value v) {
  auto elements =
      dyn_cast_if_present<DenseElementsAttr>(ShapeInferrer::constant(v));
  if (!elements || !isa<FloatType>(elements.getElementType()) ||
      elements.empty() || !elements.isSplat())
    return std::nullopt;
  return elements.getSplatValue<APFloat>().convertToDouble();
}

bool cameo::isSplat(Value v, double number) {
  std::optional<double> value = splatOf(v);
  if (!value)
    return false;
  // The number as the model's type can say it.
  double tolerance = std::fabs(number) *
                     (isa<Float64Type>(getElementTypeOrSelf(v)) ? 1e-7 : 1e-3);
  if (isa<Float32Type>(getElementTypeOrSelf(v)))
    tolerance = std::fabs(number) * 1e-5;
  return std::fabs(*value - number) <= tolerance;
}

std::optional<SmallVector<int64_t>> cameo::intsOf(Value v) {
  auto elements =
      dyn_cast_if_present<DenseElementsAttr>(ShapeInferrer::constant(v));
  if (!elements || !elements.getElementType().isSignlessInteger())
    return std::nullopt;
  SmallVector<int64_t> result;
  for (const APInt &i : elements.getValues<APInt>())
    result.push_back(i.getSExtValue());
  return result;
}

bool cameo::isScalar(Value v) {
  auto type = rankedType(v);
  return type && type.hasStaticShape() && type.getNumElements() == 1;
}

Value cameo::makeInts(OpBuilder &b, Location loc, ArrayRef<int64_t> values) {
  auto type = RankedTensorType::get({static_cast<int64_t>(values.size())},
                                    b.getI64Type());
  return ConstantOp::create(b, loc, type, DenseElementsAttr::get(type, values));
}

Value cameo::makeFloat(OpBuilder &b, Location loc, Type elementType,
                       double value) {
  auto type = RankedTensorType::get({}, elementType);
  APFloat number(value);
  bool losesInfo;
  number.convert(cast<FloatType>(elementType).getFloatSemantics(),
                 APFloat::rmNearestTiesToEven, &losesInfo);
  return ConstantOp::create(b, loc, type, DenseElementsAttr::get(type, number));
}

Value cameo::makeNone(OpBuilder &b, Location loc) {
  return NoneOp::create(b, loc, b.getNoneType());
}

bool cameo::isElementwiseUnary(Operation *op) {
  return isa<AbsOp, NegOp, SignOp, ReciprocalOp, SqrtOp, ExpOp, LogOp, ErfOp,
             CeilOp, FloorOp, RoundOp, SinOp, CosOp, TanOp, AsinOp, AcosOp,
             AtanOp, SinhOp, CoshOp, TanhOp, AsinhOp, AcoshOp, AtanhOp, NotOp,
             BitwiseNotOp, IsNaNOp, IsInfOp, ReluOp, LeakyReluOp,
             ThresholdedReluOp, EluOp, CeluOp, SeluOp, SigmoidOp, HardSigmoidOp,
             HardSwishOp, SwishOp, MishOp, SoftplusOp, SoftsignOp, GeluOp,
             ShrinkOp, CastOp>(op);
}

bool cameo::isElementwiseBinary(Operation *op) {
  return isa<AddOp, SubOp, MulOp, DivOp, ModOp, PowOp, AndOp, OrOp, XorOp,
             EqualOp, LessOp, LessOrEqualOp, GreaterOp, GreaterOrEqualOp,
             BitwiseAndOp, BitwiseOrOp, BitwiseXorOp>(op) ||
         (isa<MaxOp, MinOp, SumOp, MeanOp>(op) && op->getNumOperands() == 2);
}

void cameo::rewriteGreedily(Operation *op, RewritePatternSet patterns) {
  GreedyRewriteConfig config;
  config.setRegionSimplificationLevel(GreedySimplifyRegionLevel::Disabled);
  (void)applyPatternsGreedily(op, std::move(patterns), config);
}
