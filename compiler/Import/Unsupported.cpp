// SPDX-License-Identifier: Apache-2.0
// The report on operators that the compiler does not have: all of them at once,
// before anything else is looked at.
#include "compiler/Import/Importer.h"
#include "llvm/ADT/SmallPtrSet.h"

using namespace mlir;
using namespace cameo;
using namespace cameo::import;
using ::onnx::NodeProto;

LogicalResult Importer::reportUnsupported() {
  struct Unsupported {
    StringRef domain;
    const NodeProto *first;
    int count;
  };
  SmallVector<Unsupported> unsupported;
  llvm::StringMap<size_t> places;
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
      if (custom.find(node.domain(), node.op_type()))
        continue;
      StringRef domain = node.domain();
      if (domain == "ai.onnx")
        domain = "";
      if ((latestOpset(domain) &&
           RegisteredOperationName::lookup(
               operationName(domain, node.op_type()), context)) ||
          hasSuccessor(domain, node.op_type()) ||
          (domain.empty() && node.op_type() == "Constant"))
        continue;
      auto [place, isNew] = places.try_emplace(
          operationName(domain, node.op_type()) + " " + domain.str(),
          unsupported.size());
      if (isNew)
        unsupported.push_back({domain, &node, 0});
      ++unsupported[place->second].count;
    }
  }
  for (const Unsupported &use : unsupported) {
    InFlightDiagnostic diagnostic =
        emitError(locationOf(*use.first, mainFrame))
        << "operator " << use.first->op_type() << " of "
        << (use.domain.empty() ? "ai.onnx" : use.domain);
    if (auto opset = mainFrame.opsets.find(use.domain);
        opset != mainFrame.opsets.end())
      diagnostic << " (opset " << opset->second << ")";
    diagnostic << " is not supported";
    if (use.count > 1)
      diagnostic << "; " << use.count << " nodes use it";
    if (!latestOpset(use.domain))
      diagnostic << "; define operators of your own with --custom-ops";
  }
  return success(unsupported.empty());
}
