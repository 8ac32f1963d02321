// SPDX-License-Identifier: Apache-2.0
#include "compiler/Lowering/ElementTypes.h"
#include "dialects/ONNX/Custom.h"
#include "dialects/ONNX/DataTypes.h"
#include "dialects/ONNX/ONNXCore.h"
#include "llvm/ADT/StringSet.h"

using namespace mlir;
using namespace cameo;

/// Operators that copy elements, whatever these are; those with subgraphs and
/// those of the user are told apart by what they are.
static bool onlyMoves(Operation *op) {
  static const llvm::StringSet<> names = {
      "Concat",
      "ConcatFromSequence",
      "Compress",
      "Constant",
      "DepthToSpace",
      "Expand",
      "Flatten",
      "Gather",
      "GatherElements",
      "GatherND",
      "Identity",
      "Optional",
      "OptionalGetElement",
      "OptionalHasElement",
      "Reshape",
      "ReverseSequence",
      "SequenceAt",
      "SequenceConstruct",
      "SequenceEmpty",
      "SequenceErase",
      "SequenceInsert",
      "SequenceLength",
      "Shape",
      "Size",
      "Slice",
      "SpaceToDepth",
      "Split",
      "SplitToSequence",
      "Squeeze",
      "Tile",
      "Transpose",
      "Unsqueeze",
      "Where",
  };
  if (op->getNumRegions() || isa<onnx::CustomOp>(op) ||
      op->hasTrait<OpTrait::IsTerminator>() ||
      names.contains(op->getName().stripDialect()))
    return true;
  // Scatters, but for those that add or compare.
  auto reduction = op->getAttrOfType<StringAttr>("reduction");
  return op->getName().stripDialect().starts_with("Scatter") &&
         (!reduction || reduction.getValue() == "none");
}

static bool takesStrings(Operation *op) {
  static const llvm::StringSet<> names = {
      "Cast",
      "CastLike",
      "Equal",
      "Pad",
      "RegexFullMatch",
      "StringConcat",
      "StringNormalizer",
      "StringSplit",
      "TfIdfVectorizer",
      "Unique",
      "ml.ArrayFeatureExtractor",
      "ml.CastMap",
      "ml.CategoryMapper",
      "ml.DictVectorizer",
      "ml.LabelEncoder",
      "ml.OneHotEncoder",
      "ml.ZipMap",
  };
  return names.contains(op->getName().stripDialect()) || onlyMoves(op);
}

LogicalResult cameo::checkElementTypes(func::FuncOp func) {
  LogicalResult result = success();
  auto elementOf = [](Value v) {
    auto tensor = dyn_cast<TensorType>(v.getType());
    return tensor ? tensor.getElementType() : Type();
  };
  for (BlockArgument arg : func.getArguments())
    if (Type element = elementOf(arg); element && !onnx::dataTypeOf(element))
      result = func.emitError()
               << "input " << arg.getArgNumber() << " has elements of type "
               << element << ", which ONNX has not";
  func.walk([&](Operation *op) {
    if (!isa_and_nonnull<onnx::ONNXDialect>(op->getDialect()))
      return;
    bool strings = false, complex = false;
    for (Value v : op->getOperands())
      if (Type element = elementOf(v)) {
        strings |= isa<onnx::StringType>(element);
        complex |= isa<ComplexType>(element);
      }
    for (Value v : op->getResults())
      if (Type element = elementOf(v)) {
        complex |= isa<ComplexType>(element);
        if (!onnx::dataTypeOf(element))
          result = op->emitError("result has elements of type ")
                   << element << ", which ONNX has not";
      }
    if (strings && !takesStrings(op))
      result = op->emitError("does not take strings");
    if (complex && !onlyMoves(op))
      result = op->emitError("does not take complex numbers");
  });
  return result;
}
