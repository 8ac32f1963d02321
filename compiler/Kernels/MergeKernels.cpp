// SPDX-License-Identifier: Apache-2.0
// cameo-merge-kernels: of kernels with equal bodies one is kept and called by all; numbers in which they differ (the
// scales of a quantised model's layers) are arguments of it.
#include "compiler/Kernels/Passes.h"
#include "dialects/Cameo/Cameo.h"
#include "mlir/Dialect/Arith/IR/Arith.h"
#include "mlir/Dialect/Math/IR/Math.h"
#include "mlir/IR/OperationSupport.h"
#include "llvm/ADT/SetVector.h"

using namespace mlir;
using namespace cameo;

namespace cameo {
#define GEN_PASS_DEF_MERGEKERNELS
#include "compiler/Kernels/Passes.h.inc"
} // namespace cameo

namespace {
/// A hash that equal bodies share: operations, their attributes and types, and which value each
/// operand is, counted in program order.
llvm::hash_code hashBody(KernelOp kernel) {
  llvm::hash_code hash =
      llvm::hash_combine(kernel.getFunctionType(), kernel.getNumOuts());
  llvm::DenseMap<Value, unsigned> number;
  auto define = [&](Value v) { number.try_emplace(v, number.size()); };
  kernel.getBody().walk<WalkOrder::PreOrder>([&](Operation *op) {
    hash = llvm::hash_combine(hash, op->getName(),
                              op->getDiscardableAttrDictionary(),
                              op->hashProperties());
    for (Value v : op->getOperands())
      hash = llvm::hash_combine(hash, number.lookup(v));
    for (Value v : op->getResults()) {
      define(v);
      hash = llvm::hash_combine(hash, v.getType());
    }
    for (Region &region : op->getRegions())
      for (Block &block : region)
        for (BlockArgument arg : block.getArguments())
          define(arg);
  });
  return hash;
}

/// A number that is only calculated with: nothing asks for its value.
bool isNumber(arith::ConstantOp c) {
  if (!c.getType().isF32() && !c.getType().isInteger(32))
    return false;
  return !c->use_empty() && llvm::all_of(c->getUsers(), [](Operation *user) {
    return isa<arith::AddFOp, arith::SubFOp, arith::MulFOp, arith::DivFOp,
               arith::MaximumFOp, arith::MinimumFOp, arith::MaxNumFOp,
               arith::MinNumFOp, arith::AddIOp, arith::SubIOp, arith::MulIOp,
               arith::MaxSIOp, arith::MinSIOp, math::FmaOp>(user);
  });
}

struct MergeKernels : cameo::impl::MergeKernelsBase<MergeKernels> {
  void runOnOperation() override {
    // Kernels with their numbers, which are 0 in the body while bodies are compared.
    std::vector<Class> classes;
    llvm::DenseMap<size_t, SmallVector<unsigned, 1>> byHash;
    SmallVector<KernelOp> kernels(getOperation().getOps<KernelOp>());
    for (KernelOp kernel : kernels) {
      Member m{kernel, takeNumbers(kernel), {}};
      for (arith::ConstantOp c : m.constants) {
        m.values.push_back(c.getValue());
        c.setValueAttr(OpBuilder(c).getZeroAttr(c.getType()));
      }
      SmallVector<unsigned, 1> &candidates = byHash[size_t(hashBody(kernel))];
      auto same = llvm::find_if(candidates, [&](unsigned i) {
        return isEqual(classes[i][0].kernel, kernel);
      });
      if (same != candidates.end()) {
        classes[*same].push_back(m);
        continue;
      }
      candidates.push_back(classes.size());
      classes.push_back({m});
    }
    llvm::DenseMap<StringAttr,
                   std::pair<FlatSymbolRefAttr, SmallVector<TypedAttr>>>
        replacement;
    for (Class &members : classes)
      merge(members, replacement);
    getOperation().walk([&](LaunchOp launch) {
      auto it = replacement.find(launch.getCalleeAttr().getAttr());
      if (it == replacement.end())
        return;
      auto &[name, numbers] = it->second;
      launch.setCalleeAttr(name);
      OpBuilder b(launch);
      SmallVector<Value> inputs(launch.getInputs());
      for (TypedAttr number : numbers)
        inputs.push_back(arith::ConstantOp::create(b, launch.getLoc(), number));
      if (!numbers.empty())
        launch.getInputsMutable().assign(inputs);
    });
  }

private:
  struct Member {
    KernelOp kernel;
    SmallVector<arith::ConstantOp> constants;
    SmallVector<TypedAttr> values;
  };
  using Class = SmallVector<Member, 1>;

  static bool isEqual(KernelOp a, KernelOp b) {
    return a.getFunctionType() == b.getFunctionType() &&
           a.getNumOuts() == b.getNumOuts() &&
           OperationEquivalence::isRegionEquivalentTo(
               &a.getBody(), &b.getBody(),
               OperationEquivalence::IgnoreLocations);
  }

  /// In the order in which they are used first; they are put at the kernel's start in that order, whatever it was.
  static SmallVector<arith::ConstantOp> takeNumbers(KernelOp kernel) {
    llvm::SetVector<Operation *> found;
    kernel.getBody().walk<WalkOrder::PreOrder>([&](Operation *op) {
      for (Value v : op->getOperands())
        if (auto c = v.getDefiningOp<arith::ConstantOp>(); c && isNumber(c))
          found.insert(c);
    });
    Block &block = kernel.getBody().front();
    SmallVector<arith::ConstantOp> constants;
    for (Operation *op : llvm::reverse(found))
      op->moveBefore(&block, block.begin());
    for (Operation *op : found)
      constants.push_back(cast<arith::ConstantOp>(op));
    return constants;
  }

  /// Keeps the first, with an argument for each number that is not the same in all.
  template <typename Map> static void merge(Class &members, Map &replacement) {
    Member &kept = members[0];
    SmallVector<unsigned> differ;
    for (auto [i, constant] : llvm::enumerate(kept.constants)) {
      constant.setValueAttr(kept.values[i]);
      if (llvm::any_of(members, [&, i = i](Member &m) {
            return m.values[i] != kept.values[i];
          }))
        differ.push_back(i);
    }
    KernelOp kernel = kept.kernel;
    auto name = FlatSymbolRefAttr::get(kernel.getSymNameAttr());
    for (Member &m : members) {
      SmallVector<TypedAttr> numbers;
      for (unsigned i : differ)
        numbers.push_back(m.values[i]);
      if (m.kernel != kernel || !differ.empty())
        replacement[m.kernel.getSymNameAttr()] = {name, numbers};
    }
    for (Member &m : MutableArrayRef(members).drop_front())
      m.kernel.erase();
    if (differ.empty())
      return;
    // Before the destinations.
    Block &block = kernel.getBody().front();
    SmallVector<Type> types(kernel.getArgumentTypes());
    for (unsigned i : differ) {
      arith::ConstantOp constant = kept.constants[i];
      unsigned at = types.size() - kernel.getNumOuts();
      types.insert(types.begin() + at, constant.getType());
      constant.replaceAllUsesWith(
          block.insertArgument(at, constant.getType(), constant.getLoc()));
      constant.erase();
    }
    kernel.setFunctionType(
        FunctionType::get(kernel.getContext(), types, kernel.getResultTypes()));
  }
};
} // namespace
