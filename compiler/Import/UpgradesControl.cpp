// SPDX-License-Identifier: Apache-2.0
// Older versions of operators with subgraphs.
#include "compiler/Import/Upgrades.h"
#include "dialects/ONNX/Control.h"

using namespace mlir;
using namespace cameo;
using namespace cameo::import;

/// Version 8 took a batch: states (batch, …) and sequences (batch, time, …).
/// The latest form of that is a Scan over the batch around one over the time.
static LogicalResult batchedScan(Node &node) {
  if (node.operand(0))
    return node.emitError()
           << "sequence lengths of version 8 are not supported";
  if (node.operands.empty() || node.subgraphs.size() != 1 ||
      llvm::is_contained(llvm::drop_begin(node.operands), nullptr))
    return success(); // Reported with the latest form.
  node.operands.erase(node.operands.begin());
  std::optional<int64_t> scanInputs = node.takeInt("num_scan_inputs");
  std::optional<SmallVector<int64_t>> directions = node.takeInts("directions");
  if (!scanInputs || *scanInputs < 1 ||
      *scanInputs > static_cast<int64_t>(node.operands.size()))
    return node.emitError() << "num_scan_inputs does not fit the inputs";

  auto outer = std::make_unique<Region>();
  {
    OpBuilder::InsertionGuard guard(node.builder);
    Block *block = node.builder.createBlock(outer.get());
    OperationState state(node.loc, "onnx.Scan");
    for (size_t i = 0; i < node.operands.size(); ++i)
      state.addOperands(block->addArgument(node.unknown(), node.loc));
    state.addAttributes(node.attr("num_scan_inputs", *scanInputs));
    if (directions)
      state.addAttribute("scan_input_directions",
                         node.builder.getDenseI64ArrayAttr(*directions));
    state.addTypes(SmallVector<Type>(node.results.size(), node.unknown()));
    state.addRegion(std::move(node.subgraphs[0].second));
    onnx::YieldOp::create(node.builder, node.loc,
                          node.builder.create(state)->getResults());
  }
  node.subgraphs[0].second = std::move(outer);
  node.setInt("num_scan_inputs", static_cast<int64_t>(node.operands.size()));
  return success();
}

ArrayRef<Upgrade> cameo::import::controlUpgrades() {
  static const Upgrade rows[] = {
      {"", "Scan", 9, batchedScan},
  };
  return rows;
}
