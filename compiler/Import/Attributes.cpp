// SPDX-License-Identifier: Apache-2.0
// AttributeProto → Attribute, the same for every operator.
#include "compiler/Import/Importer.h"
#include "compiler/Import/Types.h"

using namespace mlir;
using namespace cameo;
using namespace cameo::import;
using ::onnx::AttributeProto;

const AttributeProto *Importer::resolve(const AttributeProto &attribute,
                                        const Frame &frame) {
  if (attribute.ref_attr_name().empty())
    return &attribute;
  return frame.attributes.lookup(attribute.ref_attr_name());
}

/// The type; deduced from the contents in files of IR version 1, which do not
/// state it.
static AttributeProto::AttributeType typeOf(const AttributeProto &attribute) {
  if (attribute.type() != AttributeProto::UNDEFINED)
    return attribute.type();
  if (attribute.has_f())
    return AttributeProto::FLOAT;
  if (attribute.has_i())
    return AttributeProto::INT;
  if (attribute.has_s())
    return AttributeProto::STRING;
  if (attribute.has_t())
    return AttributeProto::TENSOR;
  if (attribute.has_g())
    return AttributeProto::GRAPH;
  if (attribute.floats_size())
    return AttributeProto::FLOATS;
  if (attribute.strings_size())
    return AttributeProto::STRINGS;
  return AttributeProto::INTS;
}

FailureOr<Attribute> Importer::convert(const AttributeProto &attribute,
                                       Location loc) {
  switch (typeOf(attribute)) {
  case AttributeProto::FLOAT:
    return Attribute(builder.getF32FloatAttr(attribute.f()));
  case AttributeProto::INT:
    return Attribute(builder.getIntegerAttr(
        builder.getIntegerType(64, /*isSigned=*/true), attribute.i()));
  case AttributeProto::STRING:
    return Attribute(builder.getStringAttr(attribute.s()));
  case AttributeProto::FLOATS:
    return Attribute(builder.getDenseF32ArrayAttr(SmallVector<float>(
        attribute.floats().begin(), attribute.floats().end())));
  case AttributeProto::INTS:
    return Attribute(builder.getDenseI64ArrayAttr(SmallVector<int64_t>(
        attribute.ints().begin(), attribute.ints().end())));
  case AttributeProto::STRINGS:
    return Attribute(builder.getStrArrayAttr(SmallVector<StringRef>(
        attribute.strings().begin(), attribute.strings().end())));
  case AttributeProto::TENSOR: {
    FailureOr<ElementsAttr> elements = tensors.read(attribute.t(), loc);
    if (failed(elements))
      return failure();
    return Attribute(*elements);
  }
  case AttributeProto::SPARSE_TENSOR: {
    FailureOr<ElementsAttr> elements =
        tensors.read(attribute.sparse_tensor(), loc);
    if (failed(elements))
      return failure();
    return Attribute(*elements);
  }
  case AttributeProto::TYPE_PROTO: {
    FailureOr<Type> type = convertType(attribute.tp(), attribute.name(), loc);
    if (failed(type))
      return failure();
    return Attribute(TypeAttr::get(*type));
  }
  default:
    return emitError(loc) << "attribute '" << attribute.name()
                          << "' is of a kind that no operator takes";
  }
}
