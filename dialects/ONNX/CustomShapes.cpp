// SPDX-License-Identifier: Apache-2.0
// Operators that the user defines: the operation, and the shapes of its results
// by their own rules.
#include "dialects/ONNX/Custom.h"
#include "dialects/ONNX/CustomRules.h"
#include "dialects/ONNX/ShapeRules.h"

using namespace mlir;
using namespace cameo::onnx;

#define GET_OP_CLASSES
#include "dialects/ONNX/Custom.cpp.inc"

void cameo::onnx::registerCustomOperators(ONNXDialect &dialect) {
  dialect.registerFamily<
#define GET_OP_LIST
#include "dialects/ONNX/Custom.cpp.inc"
      >();
}

void CustomOp::getEffects(
    SmallVectorImpl<SideEffects::EffectInstance<MemoryEffects::Effect>>
        &effects) {
  if (getPure())
    return;
  effects.emplace_back(MemoryEffects::Read::get());
  effects.emplace_back(MemoryEffects::Write::get());
}

/// The size that a rule gives in terms of the operands; nothing if it is
/// unknown, an error at the operation if the rule asks for what is not there.
static FailureOr<std::optional<DimExpr>>
evaluate(CustomOp op, ShapeInferrer &shapes, StringRef text) {
  auto rule = SizeRule::parse(text);
  if (!rule)
    return op.emitOpError(llvm::toString(rule.takeError())), failure();
  LogicalResult ok = success();
  std::optional<DimExpr> size = rule->evaluate<DimExpr>(
      [&](const SizeRule &leaf) -> std::optional<DimExpr> {
        if (leaf.kind == SizeRule::Number)
          return DimExpr(leaf.number);
        if (leaf.kind == SizeRule::Attribute) {
          if (auto value = op.getParameters().getAs<IntegerAttr>(leaf.name))
            return DimExpr(value.getValue().getSExtValue());
          ok = op.emitOpError()
               << "the size '" << text << "': there is no integer attribute '"
               << leaf.name << "'";
          return std::nullopt;
        }
        for (auto [name, input] :
             llvm::zip(op.getInputNames().getAsValueRange<StringAttr>(),
                       op.getInputs())) {
          if (name != leaf.name || !ShapeInferrer::present(input))
            continue;
          if (!shapes.ranked(input))
            return std::nullopt;
          int64_t rank = *shapes.rank(input),
                  d = leaf.number < 0 ? leaf.number + rank : leaf.number;
          if (d >= 0 && d < rank)
            return shapes.dim(input, d);
          ok = op.emitOpError() << "the size '" << text << "': '" << leaf.name
                                << "' has rank " << rank;
          return std::nullopt;
        }
        ok = op.emitOpError() << "the size '" << text
                              << "': there is no input '" << leaf.name << "'";
        return std::nullopt;
      },
      [&](SizeRule::Kind kind, DimExpr x, DimExpr y) -> std::optional<DimExpr> {
        switch (kind) {
        case SizeRule::Add:
          return x + y;
        case SizeRule::Sub:
          return x - y;
        case SizeRule::Mul:
          return x * y;
        case SizeRule::Div:
          if (y.lowerBound() > 0)
            return DimExpr::floorDiv(x, y);
          ok = op.emitOpError()
               << "the size '" << text << "' may divide by zero";
          return std::nullopt;
        case SizeRule::Min:
          return DimExpr::min(x, y);
        default:
          return DimExpr::max(x, y);
        }
      });
  if (failed(ok))
    return failure();
  return size;
}

/// The input that a rule names by its number; an error at the operation if there
/// is none, or if the node leaves it out.
static FailureOr<Value> inputOf(CustomOp op, int64_t number, StringRef what) {
  if (number < 0 || number >= static_cast<int64_t>(op.getInputs().size()))
    return op.emitOpError() << "its definition states no " << what;
  Value input = op.getInputs()[number];
  if (!ShapeInferrer::present(input))
    return op.emitOpError() << "a result has the " << what << " of input "
                            << number << ", which the node leaves out";
  return input;
}

LogicalResult CustomOp::inferShapes(ShapeInferrer &shapes) {
  if (getRules().size() != getNumResults())
    return emitOpError() << "has " << getNumResults()
                         << " outputs, but its definition "
                         << getRules().size();
  for (auto [result, rule] :
       llvm::zip(getResults(), getRules().getAsRange<DictionaryAttr>())) {
    Type element;
    if (auto type = rule.getAs<TypeAttr>("type"))
      element = type.getValue();
    if (auto number = rule.getAs<IntegerAttr>("type")) {
      FailureOr<Value> input = inputOf(*this, number.getInt(), "element type");
      if (failed(input))
        return failure();
      element = shapes.elementType(*input);
    }
    auto sizes = rule.getAs<ArrayAttr>("shape");
    if (!sizes) {
      // Of the shape of an input.
      auto like = rule.getAs<IntegerAttr>("like");
      FailureOr<Value> input =
          inputOf(*this, like ? like.getInt() : -1, "shape");
      if (failed(input) ||
          failed(shapes.ranked(*input)
                     ? shapes.set(result, element, shapes.shape(*input))
                     : shapes.setUnranked(result, element)))
        return failure();
      continue;
    }
    Dims dims;
    for (auto [i, text] :
         llvm::enumerate(sizes.getAsValueRange<StringAttr>())) {
      auto size = evaluate(*this, shapes, text);
      if (failed(size))
        return failure();
      dims.push_back(*size ? **size : shapes.fresh(result, i));
    }
    if (failed(shapes.set(result, element, dims)))
      return failure();
  }
  return success();
}
