// SPDX-License-Identifier: Apache-2.0
// Shape rules of the onnx dialect's Tensor operators that generate tensors, or
// change their type or shape; those that move elements about are in
// TensorMoveShapes.cpp.
#include "dialects/ONNX/DataTypes.h"
#include "dialects/ONNX/ShapeRules.h"
#include "dialects/ONNX/Tensor.h"
#include <cmath>

using namespace mlir;
using namespace cameo::onnx;
using namespace cameo::onnx::rules;

/// The element type of an attribute dtype or to.
static FailureOr<Type> dataType(Operation *op, int64_t number) {
  if (Type type = typeOfDataType(op->getContext(), number))
    return type;
  return op->emitOpError() << "unknown data type " << number;
}

//===-- Generators --------------------------------------------------------===//

LogicalResult ConstantOp::inferShapes(ShapeInferrer &shapes) {
  // Text alone makes such constants, at no cost: written out they may take more
  // memory than there is.
  constexpr int64_t longest = int64_t(1) << 26;
  auto type = cast<ShapedType>(getValue().getType());
  int64_t count = 1;
  for (int64_t n : type.getShape())
    if (getValue().isSplat() &&
        (llvm::MulOverflow(count, n, count) || count > longest))
      return emitOpError() << "one value fills " << type
                           << ", which is for ConstantOfShape or Expand";
  return shapes.setType(getOutput(), getValue().getType());
}

/// A tensor whose shape is the contents of `shape`.
static LogicalResult ofShape(Operation *op, ShapeInferrer &shapes, Value shape,
                             Type elementType) {
  Value result = op->getResult(0);
  if (failed(checkRank(op, shapes, shape, "shape", 0, 1)))
    return failure();
  if (std::optional<Dims> dims = shapes.contents(shape))
    return shapes.set(result, elementType, *dims);
  if (std::optional<int64_t> rank = length(shapes, shape))
    return shapes.set(result, elementType, freshDims(shapes, result, *rank));
  return shapes.setUnranked(result, elementType);
}

LogicalResult ConstantOfShapeOp::inferShapes(ShapeInferrer &shapes) {
  Type elementType = getValue() ? getValue()->getElementType()
                                : Float32Type::get(getContext());
  if (failed(ofShape(*this, shapes, getInput(), elementType)))
    return failure();
  // The contents, if the size is known and small.
  std::optional<int64_t> rank = shapes.rank(getOutput());
  if (!rank || *rank > 1)
    return success();
  std::optional<int64_t> count = shapes.elementCount(getOutput()).constant();
  if (!count || *count > 64)
    return success();
  std::optional<int64_t> value;
  if (!getValue())
    value = 0;
  else if (auto dense = dyn_cast<DenseElementsAttr>(*getValue());
           dense && dense.getNumElements() == 1 &&
           dense.getElementType().isSignlessInteger())
    value = dense.getElementType().isInteger(1)
                ? dense.getValues<bool>()[0]
                : dense.getValues<APInt>()[0].getSExtValue();
  if (value)
    shapes.setContents(getOutput(), Dims(*count, *value));
  return success();
}

LogicalResult EyeLikeOp::inferShapes(ShapeInferrer &shapes) {
  FailureOr<Type> type = shapes.elementType(getInput());
  if (getDtype())
    type = dataType(*this, *getDtype());
  if (failed(type) ||
      failed(checkRank(*this, shapes, getInput(), "input", 2, 2)))
    return failure();
  return sameShape(shapes, getOutput(), getInput(), *type);
}

/// The numbers of a floating point scalar constant.
static std::optional<double> scalarConstant(Value v) {
  auto elements =
      dyn_cast_if_present<DenseElementsAttr>(ShapeInferrer::constant(v));
  if (!elements || elements.getNumElements() != 1 ||
      !isa<FloatType>(elements.getElementType()))
    return std::nullopt;
  return (*elements.getValues<APFloat>().begin()).convertToDouble();
}

LogicalResult RangeOp::inferShapes(ShapeInferrer &shapes) {
  Type elementType = shapes.elementType(getStart());
  if (failed(sameElementTypes(*this, shapes, getOperands())))
    return failure();
  if (failed(checkRank(*this, shapes, getStart(), "start", 0, 1)) ||
      failed(checkRank(*this, shapes, getLimit(), "limit", 0, 1)) ||
      failed(checkRank(*this, shapes, getDelta(), "delta", 0, 1)))
    return failure();
  auto scalar = [&](Value v) -> std::optional<DimExpr> {
    std::optional<Dims> elements = shapes.contents(v);
    return elements && elements->size() == 1
               ? std::optional<DimExpr>((*elements)[0])
               : std::nullopt;
  };
  std::optional<DimExpr> start = scalar(getStart()), limit = scalar(getLimit()),
                         delta = scalar(getDelta());
  if (delta && delta->is(0))
    return emitOpError("delta is zero");
  if (start && limit && delta && delta->isConstant()) {
    DimExpr size = DimExpr::max(0, DimExpr::ceilDiv(*limit - *start, *delta));
    // A negative delta divides a negative distance, but ceilDiv rounds as if it
    // were positive.
    if (*delta->constant() < 0)
      size = DimExpr::max(
          0, DimExpr::ceilDiv(*start - *limit, DimExpr(0) - *delta));
    if (failed(shapes.set(getOutput(), elementType, {size})))
      return failure();
    if (std::optional<int64_t> count = size.constant(); count && *count <= 64) {
      Dims elements;
      for (int64_t i = 0; i < *count; ++i)
        elements.push_back(*start + DimExpr(i) * *delta);
      shapes.setContents(getOutput(), elements);
    }
    return success();
  }
  // Fractions.
  std::optional<double> a = scalarConstant(getStart()),
                        b = scalarConstant(getLimit()),
                        c = scalarConstant(getDelta());
  if (a && b && c && *c != 0) {
    double count = std::ceil((*b - *a) / *c);
    if (std::isfinite(count) && count < 0x1p53)
      return shapes.set(getOutput(), elementType,
                        {static_cast<int64_t>(std::max(count, 0.0))});
  }
  return shapes.set(getOutput(), elementType, {shapes.fresh(getOutput(), 0)});
}

template <typename Op>
static LogicalResult randomOfShape(Op op, ShapeInferrer &shapes) {
  FailureOr<Type> type = dataType(op, op.getDtype());
  if (failed(type))
    return failure();
  return shapes.set(op.getOutput(), *type,
                    Dims(op.getShape().begin(), op.getShape().end()));
}
CAMEO_SHAPE_RULE(RandomNormal, randomOfShape)
CAMEO_SHAPE_RULE(RandomUniform, randomOfShape)

template <typename Op>
static LogicalResult randomLike(Op op, ShapeInferrer &shapes) {
  FailureOr<Type> type = shapes.elementType(op.getInput());
  if (op.getDtype())
    type = dataType(op, *op.getDtype());
  return failed(type) ? failure()
                      : sameShape(shapes, op.getOutput(), op.getInput(), *type);
}
CAMEO_SHAPE_RULE(RandomNormalLike, randomLike)
CAMEO_SHAPE_RULE(RandomUniformLike, randomLike)
CAMEO_SHAPE_RULE(Bernoulli, randomLike)

LogicalResult MultinomialOp::inferShapes(ShapeInferrer &shapes) {
  FailureOr<Type> type = dataType(*this, getDtype());
  if (failed(type) ||
      failed(checkRank(*this, shapes, getInput(), "input", 2, 2)))
    return failure();
  DimExpr batch = shapes.ranked(getInput()) ? shapes.dim(getInput(), 0)
                                            : shapes.fresh(getOutput(), 0);
  return shapes.set(getOutput(), *type,
                    {batch, static_cast<int64_t>(getSampleSize())});
}

//===-- Types -------------------------------------------------------------===//

LogicalResult IdentityOp::inferShapes(ShapeInferrer &shapes) {
  return shapes.copy(getOutput(), getInput());
}

/// Integers keep their value if it fits; what is not zero becomes true.
static void castContents(ShapeInferrer &shapes, Value result, Value operand,
                         Type to) {
  if (to.isInteger(1))
    return mapContents(shapes, result, operand,
                       [](ArrayRef<DimExpr> x) -> std::optional<DimExpr> {
                         if (x[0].isConstant())
                           return !x[0].is(0);
                         return x[0].lowerBound() > 0
                                    ? std::optional<DimExpr>(1)
                                    : std::nullopt;
                       });
  bool isFloat = isa<FloatType>(to);
  if (!to.isInteger() && !isa<Float32Type, Float64Type>(to))
    return;
  int64_t bits = isFloat ? 25 : to.getIntOrFloatBitWidth();
  mapContents(shapes, result, operand,
              [&](ArrayRef<DimExpr> x) -> std::optional<DimExpr> {
                if (!x[0].isConstant()) // A size: below 2^31.
                  return bits >= 25 ? std::optional<DimExpr>(x[0])
                                    : std::nullopt;
                int64_t value = *x[0].constant();
                bool fits = to.isUnsignedInteger()
                                ? value >= 0 && (bits >= 63 ||
                                                 value < (int64_t{1} << bits))
                                : bits >= 64 || llvm::isIntN(bits, value);
                return fits ? std::optional<DimExpr>(value) : std::nullopt;
              });
}

LogicalResult CastOp::inferShapes(ShapeInferrer &shapes) {
  FailureOr<Type> type = dataType(*this, getTo());
  if (failed(type) || failed(sameShape(shapes, getOutput(), getInput(), *type)))
    return failure();
  castContents(shapes, getOutput(), getInput(), *type);
  return success();
}

LogicalResult CastLikeOp::inferShapes(ShapeInferrer &shapes) {
  Type type = shapes.elementType(getTargetType());
  if (!type)
    return emitOpError("the type of target_type is unknown");
  if (failed(sameShape(shapes, getOutput(), getInput(), type)))
    return failure();
  castContents(shapes, getOutput(), getInput(), type);
  return success();
}

LogicalResult BitCastOp::inferShapes(ShapeInferrer &shapes) {
  FailureOr<Type> type = dataType(*this, getTo());
  if (failed(type))
    return failure();
  Type from = shapes.elementType(getInput());
  // A bool takes a byte.
  auto width = [](Type t) -> unsigned {
    return !t.isIntOrFloat() ? 0
           : t.isInteger(1)  ? 8
                             : t.getIntOrFloatBitWidth();
  };
  if (from && (!width(from) || width(from) != width(*type)))
    return emitOpError() << "cannot take the bits of " << from << " as "
                         << *type;
  return sameShape(shapes, getOutput(), getInput(), *type);
}

//===-- Shapes ------------------------------------------------------------===//

LogicalResult ShapeOp::inferShapes(ShapeInferrer &shapes) {
  Type i64 = IntegerType::get(getContext(), 64);
  std::optional<int64_t> rank = shapes.rank(getData());
  if (!rank)
    return shapes.set(getShape(), i64, {shapes.fresh(getShape(), 0)});
  auto clamp = [&](int64_t i) {
    return std::clamp<int64_t>(i < 0 ? i + *rank : i, 0, *rank);
  };
  int64_t start = clamp(getStart()), end = clamp(getEnd().value_or(*rank));
  Dims dims = shapes.shape(getData());
  Dims elements;
  for (int64_t i = start; i < end; ++i)
    elements.push_back(dims[i]);
  if (failed(
          shapes.set(getShape(), i64, {static_cast<int64_t>(elements.size())})))
    return failure();
  shapes.setContents(getShape(), elements);
  return success();
}

LogicalResult SizeOp::inferShapes(ShapeInferrer &shapes) {
  if (failed(shapes.set(getSize(), IntegerType::get(getContext(), 64), {})))
    return failure();
  if (shapes.ranked(getData()))
    shapes.setContents(getSize(), {shapes.elementCount(getData())});
  return success();
}

LogicalResult ReshapeOp::inferShapes(ShapeInferrer &shapes) {
  Type elementType = shapes.elementType(getData());
  if (failed(checkRank(*this, shapes, getShape(), "shape", 0, 1)))
    return failure();
  std::optional<Dims> target = shapes.contents(getShape());
  if (!target) {
    if (std::optional<int64_t> rank = length(shapes, getShape()))
      return shapes.set(getReshaped(), elementType,
                        freshDims(shapes, getReshaped(), *rank));
    return shapes.setUnranked(getReshaped(), elementType);
  }
  bool ranked = shapes.ranked(getData());
  Dims data = shapes.shape(getData());
  DimExpr total = ranked ? shapes.elementCount(getData()) : DimExpr(0),
          rest = 1;
  Dims dims;
  // The dimension -1; else the only one that the shape leaves open.
  std::optional<size_t> inferred, open;
  bool manyOpen = false;
  for (auto [i, e] : llvm::enumerate(*target)) {
    if (e.is(-1)) {
      if (inferred)
        return emitOpError("shape has more than one -1");
      inferred = i;
      dims.push_back(1);
      continue;
    }
    if (e.isConstant() && *e.constant() < 0)
      return emitOpError() << "shape has the negative size " << e.str();
    if (e.is(0) && !getAllowzero()) {
      if (ranked && i >= data.size())
        return emitOpError() << "shape takes over dimension " << i
                             << " of a tensor of rank " << data.size();
      dims.push_back(ranked ? data[i] : shapes.fresh(getReshaped(), i));
    } else if (e.isSize()) {
      dims.push_back(e);
    } else { // Only the run tells whether it is a marker.
      manyOpen |= open.has_value();
      open = i;
      dims.push_back(shapes.fresh(getReshaped(), i));
      continue;
    }
    rest = rest * dims.back();
  }
  if (!inferred && !manyOpen)
    inferred = open;
  else if (open)
    rest = 0;
  if (ranked && !inferred && !open && rest.isConstant() && total.isConstant() &&
      rest != total)
    return emitOpError() << "cannot reshape " << total.str() << " elements to "
                         << rest.str();
  if (inferred) {
    DimExpr &d = dims[*inferred];
    std::optional<DimExpr> quotient =
        ranked ? DimExpr::exactDiv(total, rest) : std::nullopt;
    if (quotient)
      d = *quotient;
    else if (ranked && total.isConstant() && rest.isConstant() && !rest.is(0))
      return emitOpError() << "cannot reshape " << total.str()
                           << " elements: the other dimensions take "
                           << rest.str();
    else if (ranked && !rest.is(0))
      d = DimExpr::floorDiv(total, rest);
    else if (ranked && total.is(0) && target->size() > 0 &&
             (*target)[*inferred].is(-1) && !open)
      return emitOpError("-1 stands for any size beside a dimension of size 0");
    else
      d = shapes.fresh(getReshaped(), *inferred);
  }
  if (failed(shapes.set(getReshaped(), elementType, dims)))
    return failure();
  passContents(shapes, getReshaped(), getData());
  return success();
}

LogicalResult FlattenOp::inferShapes(ShapeInferrer &shapes) {
  Type elementType = shapes.elementType(getInput());
  if (!shapes.ranked(getInput()))
    return shapes.set(getOutput(), elementType,
                      freshDims(shapes, getOutput(), 2));
  Dims dims = shapes.shape(getInput());
  int64_t rank = dims.size(),
          axis = getAxis() < 0 ? getAxis() + rank : getAxis();
  if (axis < 0 || axis > rank)
    return emitOpError() << "axis " << getAxis() << " is out of range for rank "
                         << rank;
  DimExpr left = 1, right = 1;
  for (auto [i, d] : llvm::enumerate(dims)) {
    DimExpr &side = static_cast<int64_t>(i) < axis ? left : right;
    side = side * d;
  }
  return shapes.set(getOutput(), elementType, {left, right});
}

LogicalResult SqueezeOp::inferShapes(ShapeInferrer &shapes) {
  Type elementType = shapes.elementType(getData());
  std::optional<int64_t> rank = shapes.rank(getData());
  if (!rank)
    return shapes.setUnranked(getSqueezed(), elementType);
  FailureOr<Axes> axes = axesOperand(*this, shapes, getAxes(), *rank);
  if (failed(axes))
    return failure();
  if (!axes->known) {
    if (!axes->count)
      return shapes.setUnranked(getSqueezed(), elementType);
    if (*axes->count > *rank)
      return emitOpError() << "axes has " << *axes->count
                           << " values, more than the operand's rank of "
                           << *rank;
    return shapes.set(getSqueezed(), elementType,
                      freshDims(shapes, getSqueezed(), *rank - *axes->count));
  }
  Dims dims = shapes.shape(getData()), squeezed;
  bool all = !ShapeInferrer::present(getAxes());
  for (int64_t i = 0; i < *rank; ++i) {
    bool listed = llvm::is_contained(axes->list, i);
    // A size that only the run knows is taken not to be 1, which the run
    // checks, unless the model states another rank.
    if (all && !dims[i].isConstant() && dims[i].lowerBound() < 2 &&
        shapes.statedRank(getSqueezed()))
      return shapes.setUnranked(getSqueezed(), elementType);
    if (listed && dims[i].isConstant() && !dims[i].is(1))
      return emitOpError() << "dimension " << i << " has size " << dims[i].str()
                           << ", not 1";
    if (!listed && !(all && dims[i].is(1)))
      squeezed.push_back(dims[i]);
  }
  if (failed(shapes.set(getSqueezed(), elementType, squeezed)))
    return failure();
  passContents(shapes, getSqueezed(), getData());
  return success();
}

LogicalResult UnsqueezeOp::inferShapes(ShapeInferrer &shapes) {
  Type elementType = shapes.elementType(getData());
  std::optional<int64_t> rank = shapes.rank(getData());
  std::optional<int64_t> count =
      shapes.rank(getAxes()) == 0 ? 1 : length(shapes, getAxes());
  if (!rank || !count)
    return shapes.setUnranked(getExpanded(), elementType);
  FailureOr<Axes> axes = axesOperand(*this, shapes, getAxes(), *rank + *count);
  if (failed(axes))
    return failure();
  if (!axes->known)
    return shapes.set(getExpanded(), elementType,
                      freshDims(shapes, getExpanded(), *rank + *count));
  Dims dims = shapes.shape(getData()), expanded;
  auto next = dims.begin();
  for (int64_t i = 0; i < *rank + *count; ++i)
    expanded.push_back(llvm::is_contained(axes->list, i) ? DimExpr(1)
                                                         : *next++);
  if (failed(shapes.set(getExpanded(), elementType, expanded)))
    return failure();
  passContents(shapes, getExpanded(), getData());
  return success();
}

LogicalResult ExpandOp::inferShapes(ShapeInferrer &shapes) {
  Type elementType = shapes.elementType(getInput());
  if (failed(checkRank(*this, shapes, getShape(), "shape", 0, 1)))
    return failure();
  std::optional<Dims> target = shapes.contents(getShape());
  if (!target)
    if (std::optional<int64_t> rank = length(shapes, getShape()))
      target = freshDims(shapes, getOutput(), *rank);
  if (!target || !shapes.ranked(getInput()))
    return shapes.setUnranked(getOutput(), elementType);
  for (DimExpr e : *target)
    if (e.isConstant() && *e.constant() < 0)
      return emitOpError() << "shape has the negative size " << e.str();
  FailureOr<Dims> dims =
      shapes.broadcast(*this, {shapes.shape(getInput()), *target});
  if (failed(dims) || failed(shapes.set(getOutput(), elementType, *dims)))
    return failure();
  std::optional<Dims> elements = shapes.contents(getInput());
  std::optional<int64_t> count = shapes.elementCount(getOutput()).constant();
  if (elements && elements->size() == 1 && dims->size() <= 1 && count &&
      *count <= 64)
    shapes.setContents(getOutput(), Dims(*count, (*elements)[0]));
  else if (elements && count &&
           *count == static_cast<int64_t>(elements->size()))
    passContents(shapes, getOutput(), getInput());
  return success();
}
