// SPDX-License-Identifier: Apache-2.0
#include "compiler/Lowering/Values.h"
#include "compiler/Lowering/Packed.h"
#include "dialects/ONNX/DataTypes.h"

using namespace mlir;
using namespace cameo;
using namespace cameo::onnx;

Value cameo::boxed(Lowerer &l, Value lowered, Type onnxType) {
  if (isa<ValueType>(lowered.getType()))
    return lowered;
  return BoxOp::create(l.b, l.loc, packed(l, lowered, onnxType),
                       dataTypeOf(getElementTypeOrSelf(onnxType)));
}

Value cameo::unboxed(Lowerer &l, Value item, Type onnxType) {
  auto tensor = dyn_cast<RankedTensorType>(onnxType);
  if (!tensor)
    return item;
  Value stored = UnboxOp::create(
      l.b, l.loc, storedType(tensor), item, dataTypeOf(tensor.getElementType()),
      message(l, "a tensor has another type or shape than the model states"));
  return unpacked(l, stored, tensor);
}

Value cameo::converted(Lowerer &l, Value lowered, Type from, Type to) {
  if (!lowered)
    return {};
  if (auto optional = dyn_cast<OptType>(to)) {
    if (isa<OptType>(from))
      return lowered;
    Value inner = converted(l, lowered, from, optional.getElementType());
    if (!inner)
      return {};
    return makeValue(l, ValueKind::Optional,
                     boxed(l, inner, optional.getElementType()));
  }
  Type type = Lowerer::convert(to);
  if (lowered.getType() == type)
    return lowered;
  auto x = dyn_cast<RankedTensorType>(lowered.getType()),
       y = dyn_cast<RankedTensorType>(type);
  if (!x || !y || x.getElementType() != y.getElementType() ||
      failed(verifyCompatibleShape(x.getShape(), y.getShape()))) {
    l.fail() << "a value of type " << from << " stands where one of type " << to
             << " is needed";
    return {};
  }
  return tensor::CastOp::create(l.b, l.loc, type, lowered);
}

Value cameo::makeValue(Lowerer &l, ValueKind kind, ValueRange items) {
  return MakeValueOp::create(l.b, l.loc, ValueType::get(l.b.getContext()), kind,
                             items);
}

Value cameo::countOf(Lowerer &l, Value value) {
  return CountOp::create(l.b, l.loc, l.b.getIndexType(), value);
}

Value cameo::itemOf(Lowerer &l, Value value, Value position) {
  return ItemOp::create(l.b, l.loc, value.getType(), value, position);
}

Value cameo::append(Lowerer &l, Value sequence, Value item) {
  return InsertItemOp::create(l.b, l.loc, sequence.getType(), sequence, item,
                              countOf(l, sequence));
}

Type cameo::elementTypeOf(Type onnxType) {
  if (auto sequence = dyn_cast<SeqType>(onnxType))
    return sequence.getElementType();
  if (auto optional = dyn_cast<OptType>(onnxType))
    return optional.getElementType();
  return onnxType;
}

bool cameo::hasForm(Type onnxType) {
  if (auto map = dyn_cast<MapType>(onnxType)) {
    Type value = getElementTypeOrSelf(map.getValueType()),
         key = map.getKeyType();
    return (value.isIntOrFloat() || isa<StringType>(value)) &&
           (key.isInteger() || isa<StringType>(key));
  }
  Type element = elementTypeOf(onnxType);
  return element == onnxType || hasForm(element);
}

DictionaryAttr cameo::describeValue(Type onnxType) {
  Builder b(onnxType.getContext());
  NamedAttrList list;
  auto set = [&](StringRef kind, Type element) {
    list.set("kind", b.getStringAttr(kind));
    if (element)
      list.set("element", describeValue(element));
  };
  auto dtype = [&](Type element) {
    if (StringRef name = dataTypeName(element); !name.empty())
      list.set("dtype", b.getStringAttr(name));
  };
  if (auto sequence = dyn_cast<SeqType>(onnxType)) {
    set("sequence", sequence.getElementType());
  } else if (auto optional = dyn_cast<OptType>(onnxType)) {
    set("optional", optional.getElementType());
  } else if (auto map = dyn_cast<MapType>(onnxType)) {
    // One tensor has the values of all entries.
    Type value = getElementTypeOrSelf(map.getValueType());
    set("map", RankedTensorType::get({ShapedType::kDynamic}, value));
    dtype(map.getKeyType());
  } else {
    set("tensor", Type());
    auto tensor = dyn_cast<TensorType>(onnxType);
    if (tensor)
      dtype(tensor.getElementType());
    if (tensor && tensor.hasRank())
      list.set("shape", b.getDenseI64ArrayAttr(tensor.getShape()));
  }
  return list.getDictionary(b.getContext());
}
