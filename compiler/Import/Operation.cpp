// SPDX-License-Identifier: Apache-2.0
// Nodes → operations, for all operators alike: what the operator's definition
// says of its operands, results and attributes decides.
#include "compiler/Import/Importer.h"
#include "dialects/ONNX/Tensor.h"

using namespace mlir;
using namespace cameo;
using namespace cameo::import;
using ::onnx::AttributeProto;
using ::onnx::NodeProto;

Location Importer::locationOf(const NodeProto &proto, const Frame &frame) {
  // Not every exporter names its nodes; a value's name identifies one as well.
  std::string name = proto.name();
  if (name.empty())
    name = proto.output_size() ? proto.output(0) : proto.op_type();
  return NameLoc::get(builder.getStringAttr(frame.prefix + name), fileLoc);
}

Value Importer::poison(Location loc) {
  failedAny = true;
  return UnrealizedConversionCastOp::create(
             builder, loc, TypeRange(onnx::UnknownType::get(context)),
             ValueRange())
      .getResult(0);
}

LogicalResult Importer::importNode(const NodeProto &proto, Scope &scope,
                                   const Frame &frame) {
  Location loc = locationOf(proto, frame);
  LogicalResult result = [&] {
    if (const auto *function = functionOf(proto))
      return inlineFunction(*function, proto, scope, frame, loc);
    if (const auto *own = custom.find(proto.domain(), proto.op_type()))
      return importCustom(*own, proto, scope, frame, loc);
    StringRef domain = proto.domain();
    if (domain == "ai.onnx")
      domain = "";
    if (domain.empty() && proto.op_type() == "Constant")
      return importConstant(proto, scope, frame, loc);
    return importOperator(proto, domain, scope, frame, loc);
  }();
  // Nodes after this one are still looked at.
  if (failed(result))
    for (const auto &output : proto.output())
      if (!output.empty() && !scope.values.count(output))
        scope.values[output] = poison(loc);
  return result;
}

FailureOr<SmallVector<Value>> Importer::operandsOf(const NodeProto &proto,
                                                   Scope &scope, Location loc) {
  SmallVector<Value> operands;
  for (const auto &[i, input] : llvm::enumerate(proto.input())) {
    Value value;
    if (!input.empty() && !(value = lookup(input, scope)))
      return emitError(loc)
             << proto.op_type() << ": input " << i << " is '" << input
             << "', which no node, input or initializer of the graph defines";
    // An absent value may have been handed on by a function's call.
    if (value && isa<NoneType>(value.getType()))
      value = nullptr;
    operands.push_back(value);
  }
  return operands;
}

LogicalResult Importer::importOperator(const NodeProto &proto, StringRef domain,
                                       Scope &scope, const Frame &frame,
                                       Location loc) {
  auto opset = frame.opsets.find(domain);
  // Some exporters forget to list com.microsoft.
  Node node(builder, loc, domain, proto.op_type(),
            opset == frame.opsets.end() ? 1 : opset->second);
  if (node.domain.empty() && opset == frame.opsets.end())
    return node.emitError()
           << "the model does not say which version of ai.onnx it uses";
  if (node.opset > latestOpset(domain))
    return node.emitError()
           << "opset " << node.opset
           << " is newer than the latest that this compiler knows, "
           << latestOpset(domain);
  FailureOr<SmallVector<Value>> operands = operandsOf(proto, scope, loc);
  if (failed(operands) || failed(convertAttributes(proto, node, scope, frame)))
    return failure();
  node.operands = std::move(*operands);
  for (const auto &output : proto.output()) {
    Type declared = scope.declared.lookup(output);
    node.results.push_back(output.empty() ? builder.getNoneType()
                           : declared     ? declared
                                          : node.unknown());
  }
  if (failed(bindNames(node, scope)) || failed(upgrade(node)))
    return failure();
  FailureOr<SmallVector<Value>> results = create(node);
  if (failed(results))
    return failure();
  if (node.after)
    node.after(*results);
  for (auto [output, value] : llvm::zip(proto.output(), *results))
    if (failed(define(output, value, scope, loc)))
      return failure();
  return success();
}

LogicalResult Importer::bindNames(Node &node, Scope &scope) {
  if (node.op != "Gradient" || latestOpset(node.domain) == 0 ||
      node.domain.empty())
    return success();
  auto xs = dyn_cast_or_null<ArrayAttr>(node.attributes.get("xs")),
       zs = dyn_cast_or_null<ArrayAttr>(node.attributes.get("zs"));
  auto y = dyn_cast_or_null<StringAttr>(node.attributes.get("y"));
  SmallVector<StringRef> names;
  for (ArrayAttr list : {xs, zs})
    if (list)
      llvm::append_range(names, list.getAsValueRange<StringAttr>());
  if (!xs || !y || node.operands.size() != names.size())
    return node.emitError()
           << "needs xs and y, and one input for each of xs and zs";
  names.push_back(y.getValue());
  for (StringRef name : names) {
    Value value = lookup(name, scope);
    if (!value)
      return node.emitError() << "no value has the name '" << name << "'";
    node.operands.push_back(value);
  }
  return success();
}

LogicalResult Importer::convertAttributes(const NodeProto &proto, Node &node,
                                          Scope &scope, const Frame &frame) {
  for (const auto &attribute : proto.attribute()) {
    const AttributeProto *meant = resolve(attribute, frame);
    if (!meant)
      continue;
    if (node.has(attribute.name()))
      return node.emitError()
             << "the attribute '" << attribute.name() << "' is given twice";
    if (meant->has_g() || meant->type() == AttributeProto::GRAPH) {
      std::unique_ptr<Region> region =
          importSubgraph(meant->g(), scope, frame, node.loc);
      if (!region)
        return failure();
      node.subgraphs.emplace_back(attribute.name(), std::move(region));
      continue;
    }
    FailureOr<Attribute> converted = convert(*meant, node.loc);
    if (failed(converted))
      return failure();
    node.attributes.set(attribute.name(), *converted);
  }
  return success();
}

FailureOr<SmallVector<Value>> Importer::create(Node &node) {
  auto name = RegisteredOperationName::lookup(
      operationName(node.domain, node.op), context);
  if (!name)
    return node.emitError() << "there is no such operator";
  auto *form = name->getInterface<onnx::OnnxOperator>();
  OperationState state(node.loc, *name);

  // Operands: the fixed ones, padded with onnx.None, then a variadic list.
  StringRef operands = form->getOperandForm();
  bool variadic = operands.consume_back("*");
  if (variadic && operands.empty() && node.operands.empty())
    return node.emitError() << "needs at least one input";
  while (node.operands.size() > operands.size() && !node.operands.back())
    node.operands.pop_back();
  if (node.operands.size() > operands.size() && !variadic)
    return node.emitError() << "takes at most " << operands.size()
                            << " inputs, but has " << node.operands.size();
  for (size_t i = 0; i < std::max(operands.size(), node.operands.size()); ++i) {
    Value value = node.operand(i);
    if (!value && (i >= operands.size() || operands[i] == 'v'))
      return node.emitError() << "input " << i << " is missing";
    state.addOperands(value ? value : node.none());
  }

  // Results.
  StringRef results = form->getResultForm();
  bool variadicResults = results.consume_back("*");
  if (variadicResults && results.empty() && node.results.empty())
    return node.emitError() << "needs at least one output";
  while (node.results.size() > results.size() && !variadicResults &&
         isa<NoneType>(node.results.back()))
    node.results.pop_back();
  if (node.results.size() > results.size() && !variadicResults)
    return node.emitError()
           << "has at most " << results.size()
           << " outputs, but the node lists " << node.results.size();
  for (size_t i = 0; i < std::max(results.size(), node.results.size()); ++i) {
    Type type =
        i < node.results.size() ? node.results[i] : builder.getNoneType();
    if (isa<NoneType>(type) && (i >= results.size() || results[i] == 'v'))
      type = node.unknown();
    state.addTypes(type);
  }

  // Subgraphs, in the order of the operator's regions.
  SmallVector<StringRef> regions;
  form->getSubgraphNames().split(regions, ',', -1, /*KeepEmpty=*/false);
  for (StringRef region : regions) {
    auto it = llvm::find_if(node.subgraphs, [&](auto &subgraph) {
      return subgraph.first == region;
    });
    state.addRegion(it == node.subgraphs.end() ? std::make_unique<Region>()
                                               : std::move(it->second));
    if (it != node.subgraphs.end())
      node.subgraphs.erase(it);
  }
  if (!node.subgraphs.empty())
    return node.emitError()
           << "there is no attribute '" << node.subgraphs.front().first << "'";

  // Attributes: setting one of a wrong type would lose it silently.
  for (NamedAttribute attribute : node.attributes)
    if (!llvm::is_contained(name->getAttributeNames(), attribute.getName()))
      return node.emitError() << "there is no attribute '"
                              << attribute.getName().getValue() << "'";
  if (failed(name->verifyInherentAttrs(node.attributes,
                                       [&] { return node.emitError(); })))
    return failure();
  state.addAttributes(node.attributes);
  Operation *op = builder.create(state);
  return SmallVector<Value>(op->getResults());
}

LogicalResult Importer::importConstant(const NodeProto &proto, Scope &scope,
                                       const Frame &frame, Location loc) {
  if (proto.output_size() != 1)
    return emitError(loc) << "Constant: has one output";
  const AttributeProto *meant = nullptr;
  for (const auto &attribute : proto.attribute())
    if (attribute.name() != "consumed_inputs" &&
        (meant = resolve(attribute, frame)))
      break;
  if (!meant)
    return emitError(loc) << "Constant: has no value";
  FailureOr<Attribute> value = convert(*meant, loc);
  if (failed(value))
    return failure();
  ElementsAttr elements = dyn_cast<ElementsAttr>(*value);
  auto tensorOf = [&](ArrayRef<int64_t> shape, Type element) {
    return RankedTensorType::get(shape, element);
  };
  if (auto attr = dyn_cast<IntegerAttr>(*value))
    elements = DenseElementsAttr::get(tensorOf({}, builder.getI64Type()),
                                      attr.getValue().getSExtValue());
  else if (auto attr = dyn_cast<FloatAttr>(*value))
    elements = DenseElementsAttr::get(tensorOf({}, builder.getF32Type()),
                                      attr.getValue());
  else if (auto attr = dyn_cast<StringAttr>(*value))
    elements = DenseStringElementsAttr::get(
        tensorOf({}, onnx::StringType::get(context)), attr.getValue());
  else if (auto attr = dyn_cast<DenseI64ArrayAttr>(*value))
    elements = DenseElementsAttr::get(
        tensorOf({attr.size()}, builder.getI64Type()), attr.asArrayRef());
  else if (auto attr = dyn_cast<DenseF32ArrayAttr>(*value))
    elements = DenseElementsAttr::get(
        tensorOf({attr.size()}, builder.getF32Type()), attr.asArrayRef());
  else if (auto attr = dyn_cast<ArrayAttr>(*value)) {
    SmallVector<StringRef> strings(llvm::map_range(
        attr.getAsValueRange<StringAttr>(), [](StringRef s) { return s; }));
    elements = DenseStringElementsAttr::get(
        tensorOf({int64_t(strings.size())}, onnx::StringType::get(context)),
        strings);
  }
  if (!elements)
    return emitError(loc) << "Constant: '" << meant->name() << "' is no value";
  auto constant = onnx::ConstantOp::create(builder, loc,
                                           elements.getShapedType(), elements);
  return define(proto.output(0), constant, scope, loc);
}
