// SPDX-License-Identifier: Apache-2.0
// Shape rules of the onnx dialect's Sequence operators. The elements of a
// sequence have one type, in which sizes that differ are `?`.
#include "dialects/ONNX/DataTypes.h"
#include "dialects/ONNX/Sequence.h"
#include "dialects/ONNX/ShapeRules.h"

using namespace mlir;
using namespace cameo::onnx;
using namespace cameo::onnx::rules;

/// The type of the elements; unknown of a sequence that was made empty.
static Type elementsOf(Value sequence) {
  if (auto type = dyn_cast<SeqType>(sequence.getType()))
    return type.getElementType();
  return UnknownType::get(sequence.getContext());
}

static LogicalResult setSequence(Operation *op, ShapeInferrer &shapes,
                                 Type elements) {
  if (!elements)
    return op->emitOpError("elements have different types");
  return shapes.setType(op->getResult(0),
                        SeqType::get(op->getContext(), elements));
}

LogicalResult SequenceEmptyOp::inferShapes(ShapeInferrer &shapes) {
  if (!typeOfDataType(getContext(), getDtype()))
    return emitOpError() << "unknown data type " << getDtype();
  // The type of elements to come is theirs to state.
  return setSequence(*this, shapes, UnknownType::get(getContext()));
}

LogicalResult SequenceConstructOp::inferShapes(ShapeInferrer &shapes) {
  Type elements = UnknownType::get(getContext());
  for (Value v : getInputs())
    if (elements)
      elements = ShapeInferrer::joinTypes(elements, v.getType());
  return setSequence(*this, shapes, elements);
}

LogicalResult SequenceInsertOp::inferShapes(ShapeInferrer &shapes) {
  return setSequence(*this, shapes,
                     ShapeInferrer::joinTypes(elementsOf(getInputSequence()),
                                              getTensor().getType()));
}

LogicalResult SequenceEraseOp::inferShapes(ShapeInferrer &shapes) {
  return setSequence(*this, shapes, elementsOf(getInputSequence()));
}

LogicalResult SequenceAtOp::inferShapes(ShapeInferrer &shapes) {
  return shapes.setType(getTensor(), elementsOf(getInputSequence()));
}

LogicalResult SequenceLengthOp::inferShapes(ShapeInferrer &shapes) {
  return shapes.set(getLength(), IntegerType::get(getContext(), 64), {});
}

LogicalResult ConcatFromSequenceOp::inferShapes(ShapeInferrer &shapes) {
  auto elements = dyn_cast<RankedTensorType>(elementsOf(getInputSequence()));
  if (!elements) {
    auto unranked = dyn_cast<TensorType>(elementsOf(getInputSequence()));
    return shapes.setUnranked(getConcatResult(),
                              unranked ? unranked.getElementType() : Type());
  }
  int64_t rank = elements.getRank() + (getNewAxis() ? 1 : 0);
  FailureOr<int64_t> axis = ShapeInferrer::axis(*this, getAxis(), rank);
  if (failed(axis))
    return failure();
  Dims dims = freshDims(shapes, getConcatResult(), rank);
  for (int64_t i = 0, j = 0; i < rank; ++i) {
    if (i == *axis) {
      j += getNewAxis() ? 0 : 1;
      continue;
    }
    if (!elements.isDynamicDim(j))
      dims[i] = elements.getDimSize(j);
    ++j;
  }
  return shapes.set(getConcatResult(), elements.getElementType(), dims);
}

LogicalResult SplitToSequenceOp::inferShapes(ShapeInferrer &shapes) {
  Type elementType = shapes.elementType(getInput());
  if (!elementType)
    elementType = UnknownType::get(getContext());
  std::optional<int64_t> rank = shapes.rank(getInput());
  if (!rank)
    return setSequence(*this, shapes, UnrankedTensorType::get(elementType));
  FailureOr<int64_t> axis = ShapeInferrer::axis(*this, getAxis(), *rank);
  if (failed(axis))
    return failure();
  Dims dims = shapes.shape(getInput());
  std::optional<int64_t> whole = dims[*axis].constant();
  SmallVector<int64_t> sizes;
  for (DimExpr d : dims)
    sizes.push_back(d.constant().value_or(ShapedType::kDynamic));
  if (!ShapeInferrer::present(getSplit())) {
    if (getKeepdims())
      sizes[*axis] = 1;
    else
      sizes.erase(sizes.begin() + *axis);
  } else {
    std::optional<SmallVector<int64_t>> split = shapes.constantInts(getSplit());
    bool isScalar = shapes.rank(getSplit()) == 0;
    sizes[*axis] = ShapedType::kDynamic;
    if (split && !split->empty()) {
      if (llvm::any_of(*split, [](int64_t n) { return n < 0; }) ||
          (isScalar && (*split)[0] < 1))
        return emitOpError("split has a size that is not positive");
      if (isScalar ? whole && *whole % (*split)[0] == 0
                   : llvm::all_equal(*split))
        sizes[*axis] = (*split)[0];
    }
  }
  return setSequence(*this, shapes, RankedTensorType::get(sizes, elementType));
}
