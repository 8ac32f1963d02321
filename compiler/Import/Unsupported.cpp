// SPDX-License-Identifier: Apache-2.0
// The report on operators that the compiler does not have: all of them at once,
// before anything else is looked at.
#include "compiler/Import/Importer.h"
#include "llvm/ADT/MapVector.h"
#include "llvm/ADT/SmallPtrSet.h"

using namespace mlir;
using namespace cameo;
using namespace cameo::import;
using ::onnx::NodeProto;

LogicalResult Importer::reportUnsupported() {
  struct Unsupported {
    const NodeProto *first;
    int count;
  };
  llvm::MapVector<std::pair<std::string, std::string>, Unsupported> unsupported;
  // Graphs and functions still to look through.
  SmallVector<std::pair<const Nodes *, int>> pending{
      {&file.proto.graph().node(), 0}};
  llvm::SmallPtrSet<const ::onnx::FunctionProto *, 8> seen;
  while (!pending.empty()) {
    auto [nodes, nesting] = pending.pop_back_val();
    for (const NodeProto &node : *nodes) {
      for (const auto &attribute : node.attribute())
        if (attribute.has_g() && nesting < deepestNesting)
          pending.emplace_back(&attribute.g().node(), nesting + 1);
      if (const auto *function = functionOf(node)) {
        if (seen.insert(function).second)
          pending.emplace_back(&function->node(), 0);
        continue;
      }
      StringRef domain = node.domain() == "ai.onnx" ? "" : node.domain();
      if ((latestOpset(domain) &&
           RegisteredOperationName::lookup(
               operationName(domain, node.op_type()), context)) ||
          hasSuccessor(domain, node.op_type()) ||
          (domain.empty() && node.op_type() == "Constant"))
        continue;
      ++unsupported
            .try_emplace({domain.str(), node.op_type()}, Unsupported{&node, 0})
            .first->second.count;
    }
  }
  for (auto &[key, use] : unsupported) {
    InFlightDiagnostic diagnostic =
        emitError(locationOf(*use.first, mainFrame))
        << "operator " << key.second << " of "
        << (key.first.empty() ? "ai.onnx" : key.first);
    if (auto opset = mainFrame.opsets.find(key.first);
        opset != mainFrame.opsets.end())
      diagnostic << " (opset " << opset->second << ")";
    diagnostic << " is not supported";
    if (use.count > 1)
      diagnostic << "; " << use.count << " nodes use it";
  }
  return success(unsupported.empty());
}
