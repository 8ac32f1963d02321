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
  Value lengths = node.operand(0);
  if (node.operands.empty() || node.subgraphs.size() != 1 ||
      llvm::is_contained(llvm::drop_begin(node.operands), nullptr))
    return success(); // Reported with the latest form.
  node.operands.erase(node.operands.begin());
  std::optional<int64_t> scanInputs = node.takeInt("num_scan_inputs");
  std::optional<SmallVector<int64_t>> directions = node.takeInts("directions");
  if (!scanInputs || *scanInputs < 1 ||
      *scanInputs > static_cast<int64_t>(node.operands.size()))
    return node.emitError() << "num_scan_inputs does not fit the inputs";

  int64_t count = node.operands.size(), states = count - *scanInputs;
  if (states > static_cast<int64_t>(node.results.size()))
    return success(); // Reported with the latest form.
  if (lengths)
    node.operands.push_back(lengths);
  auto outer = std::make_unique<Region>();
  {
    OpBuilder::InsertionGuard guard(node.builder);
    Block *block = node.builder.createBlock(outer.get());
    for (size_t i = 0; i < node.operands.size(); ++i)
      block->addArgument(node.unknown(), node.loc);
    // Of a sequence, the steps that its length covers; behind them outputs are
    // zeros.
    Value first = node.ints({0}), steps, all;
    auto stepsOf = [&](Value v) {
      return node.emit("Shape", {v},
                       {node.attr("start", 0), node.attr("end", 1)});
    };
    if (lengths) {
      Value length =
          node.emit("Reshape", {block->getArguments().back(), node.ints({1})});
      steps = node.emit(
          "Max", {node.emit("Cast", {length}, {node.attr("to", 7)}), first});
      all = stepsOf(block->getArgument(states));
    }
    OperationState state(node.loc, "onnx.Scan");
    for (auto [i, sequence] :
         llvm::enumerate(block->getArguments().take_front(count)))
      state.addOperands(
          lengths && static_cast<int64_t>(i) >= states
              ? node.emit("Slice", {sequence, first, steps, first, nullptr})
              : Value(sequence));
    state.addAttributes(node.attr("num_scan_inputs", *scanInputs));
    if (directions)
      state.addAttribute("scan_input_directions",
                         node.builder.getDenseI64ArrayAttr(*directions));
    state.addTypes(SmallVector<Type>(node.results.size(), node.unknown()));
    state.addRegion(std::move(node.subgraphs[0].second));
    SmallVector<Value> results = node.builder.create(state)->getResults();
    if (lengths)
      for (Value &y : MutableArrayRef(results).drop_front(states)) {
        Value missing = node.emit("Sub", {all, stepsOf(y)});
        Value pads =
            node.emit("Concat", {first, missing}, {node.attr("axis", 0)});
        y = node.emit("Pad", {y, pads, nullptr, first});
      }
    onnx::YieldOp::create(node.builder, node.loc, results);
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
