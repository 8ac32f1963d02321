// SPDX-License-Identifier: Apache-2.0
// Shape rules of the onnx dialect's ML operators.
#include "dialects/ONNX/ML.h"
#include "dialects/ONNX/ShapeRules.h"

using namespace mlir;
using namespace cameo::onnx;
using namespace cameo::onnx::rules;

static Type f32(Operation *op) { return Float32Type::get(op->getContext()); }
static Type i64(Operation *op) {
  return IntegerType::get(op->getContext(), 64);
}
static Type string(Operation *op) { return StringType::get(op->getContext()); }

/// The number of rows: a vector is one.
static DimExpr rows(ShapeInferrer &shapes, Value x, Value result) {
  std::optional<int64_t> rank = shapes.rank(x);
  return !rank       ? shapes.fresh(result, 0)
         : *rank < 2 ? DimExpr(1)
                     : shapes.dim(x, 0);
}

//===-- Data preparation --------------------------------------------------===//

CAMEO_SHAPE_RULE(Binarizer, likeFirst)
CAMEO_SHAPE_RULE(Imputer, likeFirst)

static LogicalResult asFloat(Operation *op, ShapeInferrer &shapes) {
  return sameShape(shapes, op->getResult(0), op->getOperand(0), f32(op));
}
CAMEO_SHAPE_RULE(Normalizer, asFloat)
CAMEO_SHAPE_RULE(Scaler, asFloat)

LogicalResult ArrayFeatureExtractorOp::inferShapes(ShapeInferrer &shapes) {
  Type elementType = shapes.elementType(getX());
  if (!shapes.ranked(getX()) || !shapes.ranked(getY()))
    return shapes.setUnranked(getZ(), elementType);
  if (failed(checkRank(*this, shapes, getX(), "X", 1)))
    return failure();
  Dims dims = shapes.shape(getX());
  dims.back() = shapes.elementCount(getY());
  if (dims.size() == 1)
    dims.insert(dims.begin(), 1);
  return shapes.set(getZ(), elementType, dims);
}

LogicalResult FeatureVectorizerOp::inferShapes(ShapeInferrer &shapes) {
  DimExpr width = 0;
  ArrayRef<int64_t> stated = getInputdimensions().value_or(ArrayRef<int64_t>());
  if (!stated.empty() && stated.size() != getX().size())
    return emitOpError("inputdimensions has ")
           << stated.size() << " elements for " << getX().size() << " operands";
  for (auto [i, v] : llvm::enumerate(getX())) {
    if (!stated.empty()) {
      width = width + DimExpr(stated[i]);
      continue;
    }
    if (!shapes.ranked(v))
      return shapes.set(getY(), f32(*this), freshDims(shapes, getY(), 2));
    Dims dims = shapes.shape(v);
    DimExpr columns = dims.empty() ? DimExpr(1) : dims.back();
    width = width + columns;
  }
  DimExpr batch = getX().empty() ? DimExpr(1) : rows(shapes, getX()[0], getY());
  return shapes.set(getY(), f32(*this), {batch, width});
}

//===-- Categories and maps -----------------------------------------------===//

LogicalResult CastMapOp::inferShapes(ShapeInferrer &shapes) {
  Type type = getCastTo() == "TO_FLOAT"   ? f32(*this)
              : getCastTo() == "TO_INT64" ? i64(*this)
                                          : string(*this);
  return shapes.set(getY(), type,
                    {1, getMapForm() == "SPARSE" ? DimExpr(getMaxMap())
                                                 : shapes.fresh(getY(), 1)});
}

LogicalResult CategoryMapperOp::inferShapes(ShapeInferrer &shapes) {
  bool isString = isa_and_nonnull<StringType>(shapes.elementType(getX()));
  return sameShape(shapes, getY(), getX(),
                   isString ? i64(*this) : string(*this));
}

LogicalResult DictVectorizerOp::inferShapes(ShapeInferrer &shapes) {
  bool byText = getStringVocabulary() && !getStringVocabulary()->empty();
  int64_t width = byText                 ? getStringVocabulary()->size()
                  : getInt64Vocabulary() ? getInt64Vocabulary()->size()
                                         : 0;
  auto map = dyn_cast<MapType>(getX().getType());
  Type type = map ? getElementTypeOrSelf(map.getValueType()) : f32(*this);
  return shapes.set(getY(), type, {1, width});
}

LogicalResult LabelEncoderOp::inferShapes(ShapeInferrer &shapes) {
  Type type = f32(*this);
  if (getValuesTensor())
    type = getValuesTensor()->getElementType();
  else if (getValuesStrings())
    type = string(*this);
  else if (getValuesInt64s())
    type = i64(*this);
  return sameShape(shapes, getY(), getX(), type);
}

LogicalResult OneHotEncoderOp::inferShapes(ShapeInferrer &shapes) {
  if (!shapes.ranked(getX()))
    return shapes.setUnranked(getY(), f32(*this));
  Dims dims = shapes.shape(getX());
  dims.push_back(static_cast<int64_t>(getCatsInt64s() ? getCatsInt64s()->size()
                                      : getCatsStrings()
                                          ? getCatsStrings()->size()
                                          : 0));
  return shapes.set(getY(), f32(*this), dims);
}

LogicalResult ZipMapOp::inferShapes(ShapeInferrer &shapes) {
  Type key = getClasslabelsStrings() && !getClasslabelsStrings()->empty()
                 ? string(*this)
                 : i64(*this);
  return shapes.setType(
      getY(),
      SeqType::get(getContext(), MapType::get(getContext(), key, f32(*this))));
}

//===-- Models ------------------------------------------------------------===//

/// Labels Y (N) and scores Z (N, classes).
static LogicalResult classifier(Operation *op, ShapeInferrer &shapes,
                                bool strings, std::optional<int64_t> classes) {
  Value x = op->getOperand(0), y = op->getResult(0), z = op->getResult(1);
  DimExpr batch = rows(shapes, x, y);
  if (failed(shapes.set(y, strings ? string(op) : i64(op), {batch})))
    return failure();
  return shapes.set(z, f32(op),
                    {batch, classes ? DimExpr(*classes) : shapes.fresh(z, 1)});
}
template <typename Labels, typename Ints>
static std::optional<int64_t> labelCount(Labels strings, Ints ints) {
  if (strings && !strings->empty())
    return strings->size();
  if (ints && !ints->empty())
    return ints->size();
  return std::nullopt;
}
LogicalResult LinearClassifierOp::inferShapes(ShapeInferrer &shapes) {
  auto strings = getClasslabelsStrings();
  std::optional<int64_t> labels = labelCount(strings, getClasslabelsInts());
  // A score per intercept; two where one score decides between two labels.
  std::optional<int64_t> scores = labels;
  if (getIntercepts() && !getIntercepts()->empty())
    scores = getIntercepts()->size();
  if (scores == 1 && labels == 2)
    scores = 2;
  return classifier(*this, shapes, strings && !strings->empty(),
                    scores ? scores : 1);
}
LogicalResult SVMClassifierOp::inferShapes(ShapeInferrer &shapes) {
  // Without probabilities there is a score per pair of classes; a linear one
  // has one per class.
  auto strings = getClasslabelsStrings();
  std::optional<int64_t> classes = labelCount(strings, getClasslabelsInts());
  if (!classes || *classes > 65535)
    return emitOpError("needs class labels, at most 65535");
  bool probabilities = getProbA() && !getProbA()->empty();
  bool linear =
      !getVectorsPerClass() ||
      llvm::all_of(*getVectorsPerClass(), [](int64_t n) { return n == 0; });
  int64_t scores = linear || probabilities || *classes <= 2
                       ? std::max<int64_t>(*classes, 1)
                       : *classes * (*classes - 1) / 2;
  return classifier(*this, shapes, strings && !strings->empty(), scores);
}
LogicalResult TreeEnsembleClassifierOp::inferShapes(ShapeInferrer &shapes) {
  auto strings = getClasslabelsStrings();
  return classifier(*this, shapes, strings && !strings->empty(),
                    labelCount(strings, getClasslabelsInt64s()));
}

LogicalResult LinearRegressorOp::inferShapes(ShapeInferrer &shapes) {
  return shapes.set(
      getY(), f32(*this),
      {rows(shapes, getX(), getY()), static_cast<int64_t>(getTargets())});
}
LogicalResult SVMRegressorOp::inferShapes(ShapeInferrer &shapes) {
  return shapes.set(getY(), f32(*this), {rows(shapes, getX(), getY()), 1});
}
LogicalResult TreeEnsembleOp::inferShapes(ShapeInferrer &shapes) {
  return shapes.set(getY(), shapes.elementType(getX()),
                    {rows(shapes, getX(), getY()),
                     static_cast<int64_t>(getNTargets().value_or(1))});
}
LogicalResult TreeEnsembleRegressorOp::inferShapes(ShapeInferrer &shapes) {
  return shapes.set(getY(), f32(*this),
                    {rows(shapes, getX(), getY()),
                     static_cast<int64_t>(getNTargets().value_or(1))});
}
