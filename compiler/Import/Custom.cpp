// SPDX-License-Identifier: Apache-2.0
// Nodes of operators that the user defines: a call of their C function, or
// their body in the node's place.
#include "dialects/ONNX/Custom.h"
#include "compiler/Import/Importer.h"
#include "mlir/IR/IRMapping.h"

using namespace mlir;
using namespace cameo;
using namespace cameo::import;
using ::onnx::NodeProto;

LogicalResult Importer::importCustom(const CustomOperator &custom,
                                     const NodeProto &proto, Scope &scope,
                                     const Frame &frame, Location loc) {
  Node node(builder, loc, proto.domain(), proto.op_type(), 1);
  FailureOr<SmallVector<Value>> operands = operandsOf(proto, scope, loc);
  if (failed(operands) || failed(convertAttributes(proto, node, scope, frame)))
    return failure();
  if (!node.subgraphs.empty())
    return node.emitError() << "an operator of your own takes no subgraphs";
  SmallVector<Value> values;
  for (Value v : *operands)
    values.push_back(v ? v : node.none());
  SmallVector<Value> results;
  if (custom.body) {
    func::FuncOp body = custom.body;
    Block &block = body.getBody().front();
    if (values.size() > block.getNumArguments())
      return node.emitError() << "takes at most " << block.getNumArguments()
                              << " inputs, but has " << values.size();
    while (values.size() < block.getNumArguments())
      values.push_back(node.none());
    IRMapping map;
    map.map(block.getArguments(), values);
    for (Operation &op : block.without_terminator()) {
      Operation *copy = builder.clone(op, map);
      copy->walk([&](Operation *inner) { inner->setLoc(loc); });
    }
    for (Value v : block.getTerminator()->getOperands())
      results.push_back(map.lookupOrDefault(v));
  } else {
    size_t most = custom.inputs.size(), outputs = custom.rules.size();
    if (values.size() > most)
      return node.emitError() << "takes at most " << most << " inputs, but has "
                              << values.size();
    while (values.size() < most)
      values.push_back(node.none());
    NamedAttrList parameters = custom.defaults;
    for (NamedAttribute a : node.attributes) {
      if (!isa<IntegerAttr, FloatAttr, StringAttr, DenseI64ArrayAttr,
               DenseF32ArrayAttr, ArrayAttr>(a.getValue()))
        return node.emitError()
               << "attribute '" << a.getName().getValue()
               << "' is of a kind that operators of your own do not take";
      parameters.set(a.getName(), a.getValue());
    }
    SmallVector<Type> types(outputs, node.unknown());
    for (auto [i, output] : llvm::enumerate(proto.output()))
      if (Type declared = scope.declared.lookup(output);
          declared && i < outputs)
        types[i] = declared;
    auto call = onnx::CustomOp::create(
        builder, loc, types, values, builder.getStringAttr(custom.name),
        builder.getStringAttr(custom.symbol), custom.inputs, custom.rules,
        parameters.getDictionary(context),
        custom.isPure ? builder.getUnitAttr() : UnitAttr());
    llvm::append_range(results, call.getResults());
  }
  if (proto.output_size() > static_cast<int>(results.size()))
    return node.emitError()
           << "has " << results.size() << " outputs, but the node lists "
           << proto.output_size();
  for (auto [output, value] : llvm::zip(proto.output(), results))
    if (failed(define(output, value, scope, loc)))
      return failure();
  return success();
}
