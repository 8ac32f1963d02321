// SPDX-License-Identifier: Apache-2.0
// What upgrades are written with.
#include "compiler/Import/Node.h"
#include "dialects/ONNX/Control.h"
#include "dialects/ONNX/Tensor.h"

using namespace mlir;
using namespace cameo;
using namespace cameo::import;

template <typename T> static T take(NamedAttrList &attributes, StringRef name) {
  auto attr = dyn_cast_or_null<T>(attributes.get(name));
  if (attr)
    attributes.erase(name);
  return attr;
}

std::optional<int64_t> Node::takeInt(StringRef name) {
  if (auto attr = take<IntegerAttr>(attributes, name))
    return attr.getValue().getSExtValue();
  return std::nullopt;
}
std::optional<float> Node::takeFloat(StringRef name) {
  if (auto attr = take<FloatAttr>(attributes, name))
    return attr.getValue().convertToFloat();
  return std::nullopt;
}
std::optional<std::string> Node::takeString(StringRef name) {
  if (auto attr = take<StringAttr>(attributes, name))
    return attr.str();
  return std::nullopt;
}
std::optional<SmallVector<int64_t>> Node::takeInts(StringRef name) {
  if (auto attr = take<DenseI64ArrayAttr>(attributes, name))
    return llvm::to_vector(attr.asArrayRef());
  return std::nullopt;
}
std::optional<SmallVector<float>> Node::takeFloats(StringRef name) {
  if (auto attr = take<DenseF32ArrayAttr>(attributes, name))
    return llvm::to_vector(attr.asArrayRef());
  return std::nullopt;
}
NamedAttribute Node::attr(StringRef name, int64_t value) {
  return builder.getNamedAttr(
      name, builder.getIntegerAttr(
                builder.getIntegerType(64, /*isSigned=*/true), value));
}
NamedAttribute Node::attr(StringRef name, StringRef value) {
  return builder.getNamedAttr(name, builder.getStringAttr(value));
}
void Node::setInt(StringRef name, int64_t value) {
  attributes.set(name, attr(name, value).getValue());
}
void Node::setString(StringRef name, StringRef value) {
  attributes.set(name, builder.getStringAttr(value));
}
void Node::setInts(StringRef name, ArrayRef<int64_t> values) {
  attributes.set(name, builder.getDenseI64ArrayAttr(values));
}

std::optional<SmallVector<int64_t>> Node::constantInts(unsigned i) const {
  Value value = operand(i);
  auto constant = value ? value.getDefiningOp<onnx::ConstantOp>() : nullptr;
  auto dense =
      constant ? dyn_cast<DenseIntElementsAttr>(constant.getValue()) : nullptr;
  if (!dense)
    return std::nullopt;
  return llvm::to_vector(
      llvm::map_range(dense.getValues<APInt>(),
                      [](const APInt &v) { return v.getSExtValue(); }));
}

RankedTensorType Node::rankedType(unsigned i) const {
  Value value = operand(i);
  return value ? dyn_cast<RankedTensorType>(value.getType()) : nullptr;
}

Value Node::none() {
  return onnx::NoneOp::create(builder, loc, builder.getNoneType());
}
Value Node::constant(DenseElementsAttr value) {
  return onnx::ConstantOp::create(builder, loc, value.getType(), value);
}
Value Node::ints(ArrayRef<int64_t> values) {
  return constant(DenseElementsAttr::get(
      RankedTensorType::get({static_cast<int64_t>(values.size())},
                            builder.getI64Type()),
      values));
}
Value Node::scalar(int64_t value) {
  return constant(DenseElementsAttr::get(
      RankedTensorType::get({}, builder.getI64Type()), value));
}
Value Node::scalar(Type elementType, double value) {
  auto type = RankedTensorType::get({}, elementType);
  if (isa<FloatType>(elementType))
    return constant(DenseElementsAttr::get(
        type, Attribute(builder.getFloatAttr(elementType, value))));
  return constant(DenseElementsAttr::get(
      type, Attribute(builder.getIntegerAttr(elementType,
                                             static_cast<int64_t>(value)))));
}

Value Node::emit(StringRef op, ArrayRef<Value> operands,
                 ArrayRef<NamedAttribute> attributes, Type type) {
  OperationState state(loc, operationName("", op));
  for (Value operand : operands)
    state.addOperands(operand ? operand : none());
  state.addAttributes(attributes);
  state.addTypes(type ? type : unknown());
  return builder.create(state)->getResult(0);
}
