// SPDX-License-Identifier: Apache-2.0
// Applies the upgrade table; the versions and domains that the compiler knows.
#include "compiler/Import/Upgrades.h"

using namespace mlir;
using namespace cameo;
using namespace cameo::import;

namespace {
struct Domain {
  StringRef name, prefix;
  int64_t latest;
};
} // namespace

static constexpr Domain domains[] = {
    {"", "onnx.", 28},
    {mlDomain, "onnx.ml.", 5},
    {"ai.onnx.training", "onnx.training.", 1},
    {"ai.onnx.preview.training", "onnx.training.", 1},
    {"ai.onnx.preview", "onnx.preview.", 1},
    {msDomain, "onnx.ms.", 1},
};

static const Domain *findDomain(StringRef name) {
  const Domain *found =
      llvm::find_if(domains, [&](const Domain &d) { return d.name == name; });
  return found == std::end(domains) ? nullptr : found;
}

int64_t cameo::import::latestOpset(StringRef domain) {
  const Domain *found = findDomain(domain);
  return found ? found->latest : 0;
}

std::string cameo::import::operationName(StringRef domain, StringRef op) {
  const Domain *found = findDomain(domain);
  return ((found ? found->prefix : "onnx.?.") + op).str();
}

using Table = llvm::StringMap<SmallVector<const Upgrade *>>;

static std::string keyOf(StringRef domain, StringRef op) {
  return (domain + ":" + op).str();
}

static const Table &table() {
  static const Table built = [] {
    Table table;
    for (ArrayRef<Upgrade> family :
         {mathUpgrades(), tensorUpgrades(), nnUpgrades(), controlUpgrades(),
          mlUpgrades(), contribUpgrades()})
      for (const Upgrade &row : family)
        table[keyOf(row.domain, row.op)].push_back(&row);
    return table;
  }();
  return built;
}

bool cameo::import::hasSuccessor(StringRef domain, StringRef op) {
  return llvm::any_of(table().lookup(keyOf(domain, op)),
                      [](const Upgrade *row) { return row->below == always; });
}

LogicalResult cameo::import::upgrade(Node &node) {
  // Hints on memory that all operators once had.
  if (node.domain.empty() && node.opset < 7)
    node.drop({"consumed_inputs"});
  for (const Upgrade *row : table().lookup(keyOf(node.domain, node.op)))
    if (node.opset < row->below && failed(row->apply(node)))
      return failure();
  return success();
}

Value cameo::import::scalarLike(Node &node, double value) {
  Value like = node.operand(0);
  auto tensor = like ? dyn_cast<TensorType>(like.getType()) : nullptr;
  if (tensor &&
      (isa<FloatType>(tensor.getElementType()) ||
       tensor.getElementType().isInteger()) &&
      tensor.getElementTypeBitWidth() >= 16)
    return node.scalar(tensor.getElementType(), value);
  return node.emit("CastLike",
                   {node.scalar(node.builder.getF32Type(), value), like});
}

void cameo::import::intsToOperand(Node &node, StringRef attribute,
                                  unsigned index) {
  if (auto values = node.takeInts(attribute))
    node.setOperand(index, node.ints(*values));
}
