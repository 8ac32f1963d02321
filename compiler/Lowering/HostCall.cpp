// SPDX-License-Identifier: Apache-2.0
#include "compiler/Lowering/HostCall.h"
#include "compiler/Lowering/Constants.h"
#include "compiler/Lowering/Packed.h"
#include "dialects/Cameo/CameoCalls.h"
#include "dialects/ONNX/DataTypes.h"

using namespace mlir;
using namespace cameo;

bool cameo::isString(Type onnxType) {
  return isa<onnx::StringType>(getElementTypeOrSelf(onnxType));
}

/// "node 'x' (Operator)", as other errors of the run begin.
static std::string whereOf(Lowerer &l) {
  std::string text;
  llvm::raw_string_ostream os(text);
  StringRef node;
  l.loc->walk([&](Location at) {
    if (auto name = dyn_cast<NameLoc>(at); name && node.empty())
      node = name.getName();
    return WalkResult::advance();
  });
  os << "node '" << node << "'";
  if (l.op) {
    StringRef name = l.op->getName().getStringRef();
    if (auto custom = l.op->getAttrOfType<StringAttr>("name");
        custom && name == "onnx.custom.Call")
      name = custom.getValue();
    os << " (" << name.substr(name.rfind('.') + 1) << ")";
  }
  return text;
}

SmallVector<Value> cameo::hostCall(Lowerer &l, StringRef symbol,
                                   ArrayRef<HostTensor> inputs,
                                   ArrayRef<HostResult> results,
                                   ArrayRef<NamedAttribute> parameters,
                                   bool isPure) {
  SmallVector<Value> values, sizes;
  SmallVector<int32_t> dtypes;
  SmallVector<int64_t> allocates;
  SmallVector<Type> types;
  for (const HostTensor &input : inputs) {
    values.push_back(packed(l, input.value, input.onnxElement));
    dtypes.push_back(onnx::dataTypeOf(input.onnxElement));
  }
  for (auto [i, result] : llvm::enumerate(results)) {
    dtypes.push_back(onnx::dataTypeOf(result.onnxElement));
    RankedTensorType type = result.lowered;
    if (!result.sizes) {
      allocates.push_back(i);
    } else {
      SmallVector<int64_t> shape;
      for (OpFoldResult s : *result.sizes) {
        auto n = getConstantIntValue(s);
        shape.push_back(n.value_or(ShapedType::kDynamic));
        if (!n)
          sizes.push_back(toValue(l, s));
      }
      type = RankedTensorType::get(shape, type.getElementType());
    }
    types.push_back(storedType(type.clone(isPacked(result.onnxElement)
                                              ? result.onnxElement
                                              : type.getElementType())));
  }
  auto call = HostCallOp::create(
      l.b, l.loc, types, l.b.getStringAttr(symbol), values, sizes,
      l.b.getDenseI32ArrayAttr(dtypes), l.b.getDenseI64ArrayAttr(allocates),
      l.b.getDictionaryAttr(parameters), l.b.getStringAttr(whereOf(l)),
      isPure ? l.b.getUnitAttr() : UnitAttr());
  return llvm::map_to_vector(llvm::zip_equal(call.getResults(), results),
                             [&](auto pair) {
                               auto [value, result] = pair;
                               return unpacked(l, value, result.onnxElement);
                             });
}

Value cameo::hostCall(Lowerer &l, StringRef symbol, ArrayRef<HostTensor> inputs,
                      Type onnxElement, ArrayRef<OpFoldResult> sizes,
                      ArrayRef<NamedAttribute> parameters) {
  SmallVector<int64_t> dynamic(sizes.size(), ShapedType::kDynamic);
  auto type = RankedTensorType::get(dynamic, Lowerer::convert(onnxElement));
  return hostCall(
             l, symbol, inputs,
             HostResult{type, onnxElement, Sizes(sizes.begin(), sizes.end())},
             parameters)
      .front();
}

FailureOr<Value> cameo::stringTensor(Lowerer &l, ArrayRef<StringRef> texts,
                                     ArrayRef<int64_t> shape) {
  for (StringRef text : texts)
    if (text.contains('\0'))
      return l.op->emitError(
          "a string with a zero byte is not supported: strings end there");
  return StringsOp::create(l.b, l.loc,
                           RankedTensorType::get(shape, l.b.getI64Type()),
                           l.b.getStrArrayAttr(texts))
      .getResult();
}

FailureOr<Value> cameo::stringTensor(Lowerer &l, DenseStringElementsAttr attr) {
  SmallVector<StringRef> texts;
  if (attr.isSplat())
    texts.assign(attr.getNumElements(), attr.getSplatValue<StringRef>());
  else
    llvm::append_range(texts, attr.getRawStringData());
  return stringTensor(l, texts, cast<ShapedType>(attr.getType()).getShape());
}

FailureOr<Value> cameo::findStrings(Lowerer &l, Value x,
                                    ArrayRef<StringRef> keys) {
  // Sorted here, so that the run searches by bisection.
  std::vector<std::pair<StringRef, int64_t>> sorted;
  for (auto [i, key] : llvm::enumerate(keys))
    sorted.push_back({key, i});
  llvm::sort(sorted);
  sorted.erase(std::unique(sorted.begin(), sorted.end(),
                           [](auto &a, auto &b) { return a.first == b.first; }),
               sorted.end());
  SmallVector<StringRef> texts;
  SmallVector<int64_t> places;
  for (auto &[text, place] : sorted) {
    texts.push_back(text);
    places.push_back(place);
  }
  places.push_back(keys.size());
  auto table = stringTensor(l, texts, {int64_t(texts.size())});
  if (failed(table))
    return failure();
  Type string = onnx::StringType::get(l.b.getContext()), i64 = l.b.getI64Type();
  Value found = hostCall(l, "cameo_op_string_find",
                         {{x, string}, {*table, string}}, i64, dims(l, x));
  Value list = numbers<int64_t>(l, places);
  return elementwise(l, i64, found,
                     [&](Scalars &s, ArrayRef<Scalar> v) -> Value {
                       return s.extract(list, {v[0].toIndex()});
                     });
}

SmallVector<StringRef> cameo::stringsOf(std::optional<ArrayAttr> list) {
  SmallVector<StringRef> texts;
  if (list)
    llvm::append_range(texts, list->getAsValueRange<StringAttr>());
  return texts;
}
