// SPDX-License-Identifier: Apache-2.0
// cameo-hoist-constants: what branches and loops compute from weights alone (packing, layouts) moves out of them, to
// where it is computed when the model is compiled. In and out: linalg on tensors.
#include "compiler/Kernels/Passes.h"
#include "dialects/Cameo/Cameo.h"
#include "mlir/Dialect/Arith/IR/Arith.h"
#include "mlir/Dialect/Func/IR/FuncOps.h"
#include "mlir/Interfaces/ControlFlowInterfaces.h"
#include "mlir/Interfaces/SideEffectInterfaces.h"
#include "mlir/Transforms/RegionUtils.h"

using namespace mlir;
using namespace cameo;

namespace cameo {
#define GEN_PASS_DEF_HOISTCONSTANTS
#include "compiler/Kernels/Passes.h.inc"
} // namespace cameo

namespace {
struct HoistConstants : cameo::impl::HoistConstantsBase<HoistConstants> {
  void runOnOperation() override {
    known.clear();
    for (auto func : getOperation().getOps<func::FuncOp>())
      if (!func.isExternal())
        for (Operation &op : func.getBody().front())
          hoistFrom(op, op);
  }

private:
  /// Moves what is constant in the regions of `op`, a loop or branch, before `outermost`.
  void hoistFrom(Operation &op, Operation &outermost) {
    if (!isa<RegionBranchOpInterface>(op))
      return;
    for (Region &region : op.getRegions())
      for (Block &block : region)
        for (Operation &inner : llvm::make_early_inc_range(block)) {
          hoistFrom(inner, outermost);
          // Fills and sizes cost nothing where they are.
          if (kindOf(&inner) == Kind::Stored && !isa<arith::ConstantOp>(inner))
            move(&inner, &outermost);
        }
  }

  /// `op` and what it needs, unless that is outside already.
  void move(Operation *op, Operation *outermost) {
    if (op->getBlock() == outermost->getBlock())
      return;
    for (Value v : inputsOf(op))
      move(v.getDefiningOp(), outermost);
    op->moveBefore(outermost);
  }

  /// Operands, and what regions read from outside.
  static SmallVector<Value> inputsOf(Operation *op) {
    llvm::SetVector<Value> inputs;
    inputs.insert(op->operand_begin(), op->operand_end());
    getUsedValuesDefinedAbove(op->getRegions(), inputs);
    return inputs.takeVector();
  }

  enum class Kind { Variable, Cheap, Stored };
  /// Whether `op` follows from constants, and from tensors with contents among them.
  Kind kindOf(Operation *op) {
    if (auto it = known.find(op); it != known.end())
      return it->second;
    return known[op] = compute(op);
  }
  Kind compute(Operation *op) {
    if (auto constant = dyn_cast<arith::ConstantOp>(op))
      return isa<TensorType>(constant.getType()) &&
                     !isa<SplatElementsAttr>(constant.getValue())
                 ? Kind::Stored
                 : Kind::Cheap;
    if (op->getNumResults() == 0 || !isPure(op) ||
        isa<RegionBranchOpInterface>(op))
      return Kind::Variable;
    Kind kind = Kind::Cheap;
    for (Value v : inputsOf(op)) {
      Kind k = v.getDefiningOp() ? kindOf(v.getDefiningOp()) : Kind::Variable;
      if (k == Kind::Variable)
        return Kind::Variable;
      if (k == Kind::Stored)
        kind = Kind::Stored;
    }
    return kind;
  }

  llvm::DenseMap<Operation *, Kind> known;
};
} // namespace
