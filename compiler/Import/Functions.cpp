// SPDX-License-Identifier: Apache-2.0
// Model-local functions: each call becomes the function's body.
#include "compiler/Import/Importer.h"
#include "dialects/ONNX/Control.h"

using namespace mlir;
using namespace cameo;
using namespace cameo::import;
using ::onnx::AttributeProto;
using ::onnx::FunctionProto;
using ::onnx::NodeProto;

// Fields that ONNX 1.12 does not know yet.
static constexpr int functionAttributeProto = 11, functionOverload = 13,
                     nodeOverload = 8;

std::string
cameo::import::unknownString(const google::protobuf::Message &message,
                             int field) {
  const auto &unknown = message.GetReflection()->GetUnknownFields(message);
  for (int i = 0; i < unknown.field_count(); ++i)
    if (unknown.field(i).number() == field &&
        unknown.field(i).type() ==
            google::protobuf::UnknownField::TYPE_LENGTH_DELIMITED)
      return unknown.field(i).length_delimited();
  return {};
}

static std::string keyOf(StringRef domain, StringRef name, StringRef overload) {
  if (domain == "ai.onnx")
    domain = "";
  return (domain + StringRef("\0", 1) + name + StringRef("\0", 1) + overload)
      .str();
}

LogicalResult Importer::readFunctions() {
  for (const FunctionProto &function : file.proto.functions()) {
    std::string overload = unknownString(function, functionOverload);
    if (!functions
             .try_emplace(keyOf(function.domain(), function.name(), overload),
                          &function)
             .second)
      return emitError(fileLoc)
             << "two functions have the name '" << function.name() << "'";
    const auto &unknown = function.GetReflection()->GetUnknownFields(function);
    for (int i = 0; i < unknown.field_count(); ++i) {
      if (unknown.field(i).number() != functionAttributeProto ||
          unknown.field(i).type() !=
              google::protobuf::UnknownField::TYPE_LENGTH_DELIMITED)
        continue;
      auto attribute = std::make_unique<AttributeProto>();
      if (!attribute->ParsePartialFromString(
              unknown.field(i).length_delimited()))
        return emitError(fileLoc)
               << "function '" << function.name() << "': damaged attributes";
      defaults[&function].push_back(std::move(attribute));
    }
  }
  return success();
}

const FunctionProto *Importer::functionOf(const NodeProto &proto) const {
  if (functions.empty())
    return nullptr;
  return functions.lookup(keyOf(proto.domain(), proto.op_type(),
                                unknownString(proto, nodeOverload)));
}

LogicalResult Importer::inlineFunction(const FunctionProto &function,
                                       const NodeProto &proto, Scope &scope,
                                       const Frame &frame, Location loc) {
  for (const Frame *active = &frame; active; active = active->caller)
    if (active->function == &function)
      return emitError(loc)
             << "function '" << function.name() << "' calls itself";
  if (depth >= deepestNesting)
    return emitError(loc) << "more than " << deepestNesting
                          << " functions in each other";
  if (proto.input_size() > function.input_size() ||
      proto.output_size() > function.output_size())
    return emitError(loc) << "function '" << function.name() << "' has "
                          << function.input_size() << " inputs and "
                          << function.output_size()
                          << " outputs, but is called with "
                          << proto.input_size() << " and "
                          << proto.output_size();
  ++depth;
  llvm::scope_exit restore([&] { --depth; });

  Frame inner;
  inner.caller = &frame;
  inner.function = &function;
  inner.prefix = frame.prefix +
                 (proto.name().empty() ? function.name() : proto.name()) + "/";
  if (failed(readOpsets(function.opset_import(), inner)))
    return failure();
  // Operator sets that the function does not list are the model's.
  for (const auto &opset : frame.opsets)
    inner.opsets.try_emplace(opset.getKey(), opset.getValue());
  // Defaults, then what the call gives; the call's own references are those of
  // the caller.
  if (auto it = defaults.find(&function); it != defaults.end())
    for (const auto &attribute : it->second)
      inner.attributes[attribute->name()] = attribute.get();
  for (const AttributeProto &attribute : proto.attribute())
    if (const AttributeProto *meant = resolve(attribute, frame))
      inner.attributes[attribute.name()] = meant;

  FailureOr<SmallVector<Value>> operands = operandsOf(proto, scope, loc);
  if (failed(operands))
    return failure();
  Scope body;
  // Constants of the body stay where the body goes: their block is the
  // caller's.
  body.block = builder.getInsertionBlock();
  for (auto [i, name] : llvm::enumerate(function.input())) {
    Value value = i < operands->size() ? (*operands)[i] : nullptr;
    if (!value)
      value = onnx::NoneOp::create(builder, loc, builder.getNoneType());
    if (failed(define(name, value, body, loc)))
      return failure();
  }
  if (failed(importNodes(function.node(), body, inner)))
    return failure();
  for (auto [i, name] : llvm::enumerate(proto.output())) {
    if (name.empty())
      continue;
    Value value = lookup(function.output(i), body);
    if (!value)
      return emitError(loc)
             << "function '" << function.name() << "': output '"
             << function.output(i) << "' is not produced by any node";
    if (failed(define(name, value, scope, loc)))
      return failure();
  }
  return success();
}
