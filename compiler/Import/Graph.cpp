// SPDX-License-Identifier: Apache-2.0
// Graphs: declared types, initializers, names, and the order of nodes.
#include "compiler/Import/Importer.h"
#include "compiler/Import/Types.h"
#include "dialects/ONNX/Control.h"
#include "dialects/ONNX/Tensor.h"
#include "llvm/ADT/BitVector.h"
#include "llvm/ADT/StringSet.h"

using namespace mlir;
using namespace cameo;
using namespace cameo::import;
using ::onnx::GraphProto;
using ::onnx::NodeProto;

LogicalResult Importer::declare(const GraphProto &graph, Scope &scope) {
  auto record = [&](const auto &infos) {
    for (const auto &info : infos) {
      FailureOr<Type> type = convertType(info.type(), info.name(), fileLoc);
      if (failed(type))
        return failure();
      scope.declared[info.name()] = *type;
    }
    return success();
  };
  if (failed(record(graph.value_info())) || failed(record(graph.output())))
    return failure();
  for (const auto &initializer : graph.initializer())
    if (!scope.initializers.try_emplace(initializer.name(), &initializer)
             .second)
      return emitError(fileLoc)
             << "two initializers have the name '" << initializer.name() << "'";
  for (const auto &initializer : graph.sparse_initializer())
    if (scope.initializers.count(initializer.values().name()) ||
        !scope.sparseInitializers
             .try_emplace(initializer.values().name(), &initializer)
             .second)
      return emitError(fileLoc) << "two initializers have the name '"
                                << initializer.values().name() << "'";
  return success();
}

LogicalResult Importer::defineInputs(
    const google::protobuf::RepeatedPtrField<::onnx::ValueInfoProto> &inputs,
    Scope &scope) {
  for (const auto &input : inputs) {
    FailureOr<Type> type = convertType(input.type(), input.name(), fileLoc);
    if (failed(type))
      return failure();
    Location loc = NameLoc::get(builder.getStringAttr(input.name()), fileLoc);
    if (failed(define(input.name(), scope.block->addArgument(*type, loc), scope,
                      loc)))
      return failure();
  }
  return success();
}

LogicalResult Importer::define(StringRef name, Value value, Scope &scope,
                               Location loc) {
  if (name.empty())
    return success();
  if (!scope.values.try_emplace(name, value).second)
    return emitError(loc) << "the value '" << name << "' is defined twice";
  return success();
}

Value Importer::lookup(StringRef name, Scope &scope) {
  for (Scope *s = &scope; s; s = s->parent) {
    if (auto it = s->values.find(name); it != s->values.end())
      return it->second;
    auto dense = s->initializers.find(name);
    auto sparse = s->sparseInitializers.find(name);
    if (dense == s->initializers.end() && sparse == s->sparseInitializers.end())
      continue;
    Location loc = NameLoc::get(builder.getStringAttr(name), fileLoc);
    FailureOr<ElementsAttr> elements = dense != s->initializers.end()
                                           ? tensors.read(*dense->second, loc)
                                           : tensors.read(*sparse->second, loc);
    if (failed(elements))
      return s->values[name] = poison(loc);
    OpBuilder::InsertionGuard guard(builder);
    if (s->lastConstant)
      builder.setInsertionPointAfter(s->lastConstant);
    else
      builder.setInsertionPointToStart(s->block);
    auto constant =
        onnx::ConstantOp::create(builder, loc, elements->getType(), *elements);
    s->lastConstant = constant;
    return s->values[name] = constant;
  }
  return nullptr;
}

/// Calls `use` with each name that a node reads: its inputs and what its
/// subgraphs take from around them.
static void forEachUse(const NodeProto &node, llvm::StringSet<> &hidden,
                       int depth, function_ref<void(StringRef)> use) {
  for (const auto &input : node.input())
    if (!input.empty() && !hidden.contains(input))
      use(input);
  auto visit = [&](const GraphProto &graph) {
    if (depth > deepestNesting)
      return; // importSubgraph reports it.
    llvm::StringSet<> inside = hidden;
    for (const auto &input : graph.input())
      inside.insert(input.name());
    for (const auto &initializer : graph.initializer())
      inside.insert(initializer.name());
    for (const auto &inner : graph.node())
      for (const auto &output : inner.output())
        inside.insert(output);
    for (const auto &inner : graph.node())
      forEachUse(inner, inside, depth + 1, use);
    for (const auto &output : graph.output())
      if (!inside.contains(output.name()))
        use(output.name());
  };
  for (const auto &attribute : node.attribute()) {
    if (attribute.has_g())
      visit(attribute.g());
    for (const auto &graph : attribute.graphs())
      visit(graph);
    // Gradient names values of the graph in its attributes.
    if (node.op_type() == "Gradient") {
      for (const auto &name : attribute.strings())
        use(name);
      if (attribute.name() == "y")
        use(attribute.s());
    }
  }
}

FailureOr<SmallVector<int>>
Importer::order(const Nodes &nodes, const Scope &scope, const Frame &frame) {
  llvm::StringMap<int> producers;
  for (int i = 0; i < nodes.size(); ++i)
    for (const auto &output : nodes[i].output())
      if (!output.empty() && !producers.try_emplace(output, i).second)
        return emitError(locationOf(nodes[i], frame))
               << "the value '" << output << "' is defined twice";
  SmallVector<SmallVector<int, 4>> dependencies(nodes.size());
  llvm::StringSet<> nothing;
  bool sorted = true;
  for (int i = 0; i < nodes.size(); ++i)
    forEachUse(nodes[i], nothing, 0, [&](StringRef name) {
      auto producer = producers.find(name);
      if (producer == producers.end())
        return;
      dependencies[i].push_back(producer->second);
      sorted &= producer->second < i;
    });
  SmallVector<int> result;
  if (sorted) {
    llvm::append_range(result, llvm::seq(nodes.size()));
    return result;
  }
  // Depth first, without recursion: chains of nodes can be long.
  llvm::BitVector entered(nodes.size()), done(nodes.size());
  for (int root = 0; root < nodes.size(); ++root) {
    SmallVector<std::pair<int, size_t>> stack;
    if (!done[root])
      stack.emplace_back(root, 0), entered.set(root);
    while (!stack.empty()) {
      auto &[node, next] = stack.back();
      if (next == dependencies[node].size()) {
        done.set(node);
        result.push_back(node);
        stack.pop_back();
        continue;
      }
      int dependency = dependencies[node][next++];
      if (done[dependency])
        continue;
      if (entered[dependency])
        return emitError(locationOf(nodes[dependency], frame))
               << nodes[dependency].op_type()
               << ": the node needs its own output: there is a cycle in the "
                  "graph";
      entered.set(dependency);
      stack.emplace_back(dependency, 0);
    }
  }
  return result;
}

LogicalResult Importer::importNodes(const Nodes &nodes, Scope &scope,
                                    const Frame &frame) {
  nodeCount += nodes.size();
  if (nodeCount > mostNodes)
    return emitError(fileLoc) << "the model has more than " << mostNodes
                              << " nodes once its functions are inlined";
  FailureOr<SmallVector<int>> sequence = order(nodes, scope, frame);
  if (failed(sequence))
    return failure();
  // One bad node must not hide the others.
  bool ok = true;
  for (int i : *sequence)
    ok &= succeeded(importNode(nodes[i], scope, frame));
  return success(ok);
}

std::unique_ptr<Region> Importer::importSubgraph(const GraphProto &graph,
                                                 Scope &scope,
                                                 const Frame &frame,
                                                 Location loc) {
  if (depth >= deepestNesting) {
    emitError(loc) << "more than " << deepestNesting
                   << " subgraphs in each other";
    return nullptr;
  }
  ++depth;
  llvm::scope_exit restore([&] { --depth; });
  auto region = std::make_unique<Region>();
  OpBuilder::InsertionGuard guard(builder);
  Scope inner;
  inner.parent = &scope;
  inner.block = builder.createBlock(region.get());
  google::protobuf::RepeatedPtrField<::onnx::ValueInfoProto> inputs;
  if (failed(declare(graph, inner)))
    return nullptr;
  for (const auto &input : graph.input())
    if (!inner.initializers.count(input.name()) &&
        !inner.sparseInitializers.count(input.name()))
      *inputs.Add() = input;
  if (failed(defineInputs(inputs, inner)) ||
      failed(importNodes(graph.node(), inner, frame)))
    return nullptr;
  SmallVector<Value> results;
  for (const auto &output : graph.output()) {
    results.push_back(lookup(output.name(), inner));
    if (!results.back()) {
      emitError(loc) << "the subgraph's output '" << output.name()
                     << "' is not produced by any node";
      return nullptr;
    }
  }
  onnx::YieldOp::create(builder, loc, results);
  return region;
}
