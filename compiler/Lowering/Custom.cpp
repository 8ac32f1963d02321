// SPDX-License-Identifier: Apache-2.0
// Lowering of operators that the user defines: the sizes that their rules state
// are computed here, the rest is the C function's.
#include "dialects/ONNX/Custom.h"
#include "compiler/Lowering/HostCall.h"
#include "dialects/ONNX/CustomRules.h"

using namespace mlir;
using namespace cameo;
using namespace cameo::onnx;

/// The size that a rule gives; nothing for "?". Shape inference has checked it.
static std::optional<OpFoldResult> evaluate(CustomOp op, Lowerer &l,
                                            StringRef text) {
  auto rule = SizeRule::parse(text);
  if (!rule) {
    llvm::consumeError(rule.takeError());
    return std::nullopt;
  }
  return rule->evaluate<OpFoldResult>(
      [&](const SizeRule &leaf) -> std::optional<OpFoldResult> {
        if (leaf.kind == SizeRule::Number)
          return size(l, leaf.number);
        if (leaf.kind == SizeRule::Attribute) {
          auto value = op.getParameters().getAs<IntegerAttr>(leaf.name);
          return value ? std::optional(size(l, value.getValue().getSExtValue()))
                       : std::nullopt;
        }
        for (auto [name, input] :
             llvm::zip(op.getInputNames().getAsValueRange<StringAttr>(),
                       op.getInputs())) {
          if (name != leaf.name || isa<NoneType>(input.getType()))
            continue;
          Value tensor = l(input);
          int64_t rank = cast<RankedTensorType>(tensor.getType()).getRank(),
                  d = leaf.number < 0 ? leaf.number + rank : leaf.number;
          return d >= 0 && d < rank ? std::optional(dim(l, tensor, d))
                                    : std::nullopt;
        }
        return std::nullopt;
      },
      [&](SizeRule::Kind kind, OpFoldResult x,
          OpFoldResult y) -> std::optional<OpFoldResult> {
        switch (kind) {
        case SizeRule::Add:
          return add(l, x, y);
        case SizeRule::Sub:
          return sub(l, x, y);
        case SizeRule::Mul:
          return mul(l, x, y);
        case SizeRule::Div:
          return floorDiv(l, x, y);
        case SizeRule::Min:
          return minimum(l, x, y);
        default:
          return maximum(l, x, y);
        }
      });
}

static LoweredValues lowerCustom(CustomOp op, Lowerer &l) {
  SmallVector<HostTensor> inputs;
  for (Value v : op.getInputs()) {
    if (isa<NoneType>(v.getType())) {
      // Absent: a tensor of no type and no elements.
      inputs.push_back({empty(l, size(l, 0), l.b.getI8Type()), v.getType()});
      continue;
    }
    if (!isa<RankedTensorType>(v.getType()))
      return op.emitError("operators of your own take tensors alone");
    inputs.push_back({l(v), getElementTypeOrSelf(v.getType())});
  }
  SmallVector<HostResult> results;
  for (auto [value, rule] :
       llvm::zip(op.getOutputs(), op.getRules().getAsRange<DictionaryAttr>())) {
    auto type = cast<RankedTensorType>(value.getType());
    HostResult result{Lowerer::convertTensor(value), type.getElementType(),
                      Sizes()};
    if (auto like = rule.getAs<IntegerAttr>("like")) {
      result.sizes = dims(l, l(op.getInputs()[like.getInt()]));
    } else {
      for (auto [i, text] : llvm::enumerate(
               rule.getAs<ArrayAttr>("shape").getAsValueRange<StringAttr>())) {
        auto n = evaluate(op, l, text);
        if (!n) {
          result.sizes.reset();
          break;
        }
        result.sizes->push_back(settleSize(l, value, i, *n));
      }
    }
    results.push_back(result);
  }
  SmallVector<NamedAttribute> parameters(op.getParameters().begin(),
                                         op.getParameters().end());
  return hostCall(l, op.getSymbol(), inputs, results, parameters, op.getPure());
}

void cameo::registerCustomLowerings(LoweringRegistry &r) {
  r.add<CustomOp>(lowerCustom);
}
