// SPDX-License-Identifier: Apache-2.0
#include "compiler/Memory/Lifetime.h"
#include "mlir/Dialect/SCF/IR/SCF.h"

using namespace mlir;
using namespace cameo;

Lifetimes::Lifetimes(func::FuncOp func) {
  int64_t position = 0;
  func.walk<WalkOrder::PreOrder>(
      [&](Operation *op) { spans[op].first = position++; });
  func.walk<WalkOrder::PostOrder>([&](Operation *op) {
    int64_t last = spans[op].first;
    for (Region &region : op->getRegions())
      for (Operation &inner : region.getOps())
        last = std::max(last, spans[&inner].last);
    spans[op].last = last;
  });
}

/// The values that are the pointer `use` refers to, under another name.
static void collectAliases(OpOperand &use, SmallVectorImpl<Value> &aliases) {
  Operation *op = use.getOwner();
  unsigned i = use.getOperandNumber();
  if (isa<arith::SelectOp, LLVM::GEPOp>(op)) {
    aliases.push_back(op->getResult(0));
  } else if (auto loop = dyn_cast<scf::ForOp>(op)) {
    aliases.push_back(loop.getTiedLoopRegionIterArg(&use));
    aliases.push_back(loop.getTiedLoopResult(&use));
  } else if (auto loop = dyn_cast<scf::WhileOp>(op)) {
    aliases.push_back(loop.getBeforeArguments()[i]);
  } else if (auto condition = dyn_cast<scf::ConditionOp>(op)) {
    auto loop = cast<scf::WhileOp>(op->getParentOp());
    aliases.push_back(loop.getAfterArguments()[i - 1]);
    aliases.push_back(loop.getResult(i - 1));
  } else if (isa<scf::YieldOp>(op)) {
    Operation *parent = op->getParentOp();
    if (auto loop = dyn_cast<scf::ForOp>(parent))
      aliases.push_back(loop.getRegionIterArg(i));
    if (auto loop = dyn_cast<scf::WhileOp>(parent))
      aliases.push_back(loop.getBeforeArguments()[i]);
    else
      aliases.push_back(parent->getResult(i));
  }
}

Lifetimes::Range Lifetimes::of(Value ptr) {
  Operation *def = ptr.getDefiningOp();
  Range range{spans[def].first, spans[def].first};
  auto cover = [&](Operation *op) {
    range.first = std::min(range.first, spans[op].first);
    range.last = std::max(range.last, spans[op].last);
  };
  SmallVector<Value> work{ptr};
  llvm::DenseSet<Value> seen{ptr};
  while (!work.empty()) {
    for (OpOperand &use : work.pop_back_val().getUses()) {
      Operation *user = use.getOwner();
      range.last = std::max(range.last, spans[user].first);
      for (Operation *op = user->getParentOp(); op && !isa<func::FuncOp>(op);
           op = op->getParentOp()) {
        if (!isa<LoopLikeOpInterface>(op))
          continue;
        bool inside = op->isAncestor(def);
        bool carried = isa<scf::YieldOp>(user) && user->getParentOp() == op;
        if (!inside || carried)
          cover(op);
      }
      SmallVector<Value> aliases;
      collectAliases(use, aliases);
      for (Value alias : aliases)
        if (seen.insert(alias).second)
          work.push_back(alias);
    }
  }
  return range;
}
