// SPDX-License-Identifier: Apache-2.0
#include "compiler/Kernels/Outline.h"
#include "compiler/Kernels/Grouping.h"
#include "compiler/Kernels/Sizes.h"
#include "dialects/Cameo/CameoCaches.h"
#include "dialects/Cameo/CameoCalls.h"
#include "dialects/Cameo/Device.h"
#include "mlir/Dialect/Func/IR/FuncOps.h"
#include "mlir/Dialect/Linalg/IR/Linalg.h"
#include "mlir/Dialect/SCF/IR/SCF.h"
#include "mlir/IR/IRMapping.h"
#include "mlir/Transforms/RegionUtils.h"

using namespace mlir;
using namespace cameo;

bool cameo::isComputation(Operation *op) {
  return isa<linalg::LinalgOp, tensor::ExtractSliceOp, tensor::InsertSliceOp,
             tensor::PadOp, tensor::SplatOp, tensor::ConcatOp,
             tensor::GenerateOp, ConvOp, ConvTransposeOp, PoolOp, TreesOp,
             RecurrenceOp, ComputeOp>(op);
}

bool cameo::isScheduleOp(Operation *op) {
  if (isa<LaunchOp, TransferOp, HostCallOp, StringsOp, CheckOp, tensor::EmptyOp,
          tensor::CastOp, tensor::ExpandShapeOp, tensor::CollapseShapeOp,
          tensor::ReshapeOp, WordsOp, PackedOp, tensor::DimOp,
          tensor::ExtractOp, tensor::FromElementsOp, arith::ConstantOp,
          scf::IfOp, scf::ForOp, scf::WhileOp, scf::YieldOp, scf::ConditionOp,
          func::ReturnOp, arith::SelectOp, affine::AffineApplyOp,
          affine::AffineMinOp, affine::AffineMaxOp, BoxOp, UnboxOp, MakeValueOp,
          CountOp, ItemOp, InsertItemOp, EraseItemOp, CacheOp, CacheRowsOp>(op))
    return true;
  // Scalars of the host.
  auto isScalar = [](Type t) { return t.isIntOrIndexOrFloat(); };
  return isa<arith::ArithDialect, math::MathDialect>(op->getDialect()) &&
         llvm::all_of(op->getOperandTypes(), isScalar) &&
         llvm::all_of(op->getResultTypes(), isScalar);
}

namespace {
/// Collects what a kernel needs from outside and clones what is cheap into it.
class Body {
public:
  Body(ArrayRef<Operation *> ops) : ops(ops.begin(), ops.end()) {
    // A root reads its operands from memory.
    readsSlices = llvm::none_of(
        ops, [](Operation *op) { return isRoot(op) || isa<ComputeOp>(op); });
    for (Operation *op : ops) {
      auto compute = dyn_cast<ComputeOp>(op);
      for (OpOperand &operand : op->getOpOperands())
        // What a compute updates is the kernel's own destination.
        if (compute && compute.isDpsInit(&operand))
          continue;
        else if (readsFromMemory(op, operand))
          arguments.insert(operand.get());
        else
          need(operand.get());
      llvm::SetVector<Value> captured;
      for (Region &region : op->getRegions())
        getUsedValuesDefinedAbove(region, captured);
      for (Value v : captured)
        need(v);
      cloned.insert(op);
    }
  }

  llvm::SetVector<Value> arguments;
  /// In an order that respects uses.
  llvm::SetVector<Operation *> cloned;

private:
  /// Emitters of roots index their operands as memory, whatever made them, and so do the loops of
  /// a compute.
  bool readsFromMemory(Operation *op, OpOperand &operand) {
    Operation *source = operand.get().getDefiningOp();
    return (isRoot(op) || isa<ComputeOp>(op)) &&
           isa<RankedTensorType>(operand.get().getType()) &&
           !cast<DestinationStyleOpInterface>(op).isDpsInit(&operand) &&
           !(source && (ops.contains(source) || cloned.contains(source)));
  }

  void need(Value v) {
    Operation *op = v.getDefiningOp();
    if (op && (ops.contains(op) || cloned.contains(op)))
      return;
    if (op && belongsInside(op)) {
      for (Value operand : op->getOperands())
        need(operand);
      cloned.insert(op);
      return;
    }
    arguments.insert(v);
  }

  /// Constants, sizes of what is inside and destinations are made anew in the kernel.
  bool belongsInside(Operation *op) {
    if (auto c = dyn_cast<arith::ConstantOp>(op))
      return !isa<TensorType>(c.getType()) ||
             isa<SplatElementsAttr>(c.getValue());
    if (auto dim = dyn_cast<tensor::DimOp>(op))
      return arguments.contains(dim.getSource()) ||
             (dim.getSource().getDefiningOp() &&
              ops.contains(dim.getSource().getDefiningOp()));
    if (isa<tensor::EmptyOp, linalg::FillOp, tensor::SplatOp>(op))
      return true;
    // A tensor of one scalar is that scalar.
    if (isa<tensor::FromElementsOp>(op))
      return readsSlices && op->getNumOperands() == 1;
    if (isUnitReshape(op)) {
      Operation *source = op->getOperand(0).getDefiningOp();
      return source && (ops.contains(source) || belongsInside(source));
    }
    return readsSlices && isa<tensor::ExtractSliceOp>(op);
  }

  bool readsSlices;
  llvm::SmallPtrSet<Operation *, 16> ops;
};
} // namespace

/// Whether the schedule wants more of `v` than its size.
static bool isUsedOutside(Value v, Block *block,
                          const llvm::SmallPtrSetImpl<Operation *> &inside) {
  return llvm::any_of(v.getUsers(), [&](Operation *user) {
    if (inside.contains(block->findAncestorOpInBlock(*user)) ||
        isa<tensor::DimOp>(user))
      return false;
    // The kernel makes its own of these.
    return !isUnitReshape(user) ||
           isUsedOutside(user->getResult(0), block, inside);
  });
}

/// Sizes of what goes into the kernel, and of views of it, stay known outside.
static void keepSizes(ArrayRef<Operation *> ops,
                      const llvm::SmallPtrSetImpl<Operation *> &inside) {
  SmallVector<Value> values;
  for (Operation *op : ops)
    llvm::append_range(values, op->getResults());
  for (size_t i = 0; i < values.size(); ++i) {
    Value v = values[i];
    for (Operation *user : llvm::make_early_inc_range(v.getUsers())) {
      if (isa<tensor::ExpandShapeOp, tensor::CollapseShapeOp, tensor::CastOp,
              WordsOp, PackedOp>(user) &&
          !inside.contains(user))
        values.push_back(user->getResult(0));
      auto dim = dyn_cast<tensor::DimOp>(user);
      if (!dim || !dim.getConstantIndex())
        continue;
      OpBuilder b(dim);
      OpFoldResult size = sizeOf(b, dim.getLoc(), v, *dim.getConstantIndex());
      Value value = getValueOrCreateConstantIndexOp(b, dim.getLoc(), size);
      if (auto again = value.getDefiningOp<tensor::DimOp>();
          again && again.getSource() == v)
        continue;
      dim.replaceAllUsesWith(value);
      dim.erase();
    }
  }
}

void cameo::outline(ArrayRef<Operation *> ops, Operation *at, StringRef name,
                    SymbolTable &symbols) {
  llvm::SmallPtrSet<Operation *, 16> inside(ops.begin(), ops.end());
  // First, as the sizes become arguments of the kernel.
  keepSizes(ops, inside);
  Body body(ops);
  SmallVector<Value> results;
  for (Operation *op : ops)
    for (Value v : op->getResults())
      if (isa<ComputeOp>(op) || isUsedOutside(v, at->getBlock(), inside))
        results.push_back(v);

  SmallVector<Location> locs;
  for (Operation *op : ops)
    locs.push_back(op->getLoc());
  OpBuilder b(at);
  Location loc = b.getFusedLoc(locs);

  SmallVector<Type> types;
  for (Value v : body.arguments)
    types.push_back(v.getType());
  SmallVector<Value> destinations;
  for (Value v : results) {
    types.push_back(v.getType());
    if (auto compute = v.getDefiningOp<ComputeOp>()) {
      destinations.push_back(
          compute.getTiedOpOperand(cast<OpResult>(v))->get());
      continue;
    }
    auto type = cast<RankedTensorType>(v.getType());
    destinations.push_back(tensor::EmptyOp::create(b, loc, type.getShape(),
                                                   type.getElementType(),
                                                   dynamicSizesOf(b, loc, v)));
  }
  OpBuilder::InsertionGuard guard(b);
  b.setInsertionPointToEnd(cast<ModuleOp>(symbols.getOp()).getBody());
  auto kernel = KernelOp::create(
      b, loc, name, b.getFunctionType(types, ValueRange(results).getTypes()),
      results.size());
  symbols.insert(kernel);
  Block &block = kernel.getBody().front();
  IRMapping map;
  for (auto [from, to] : llvm::zip(body.arguments, block.getArguments()))
    map.map(from, to);
  b.setInsertionPointToStart(&block);
  for (Operation *op : body.cloned) {
    Operation *clone = b.clone(*op, map);
    if (auto compute = dyn_cast<ComputeOp>(clone))
      for (auto [i, v] : llvm::enumerate(op->getResults()))
        compute.getOutsMutable()[i].set(
            kernel.getOut(llvm::find(results, v) - results.begin()));
  }
  ReturnOp::create(b, loc, llvm::map_to_vector(results, [&](Value v) {
                     return map.lookup(v);
                   }));

  b.setInsertionPoint(at);
  auto launch = LaunchOp::create(b, loc, ValueRange(destinations).getTypes(),
                                 kernel.getSymName(),
                                 body.arguments.getArrayRef(), destinations);
  // Views and scalars of the results that stood before the last computation come after the launch.
  SmallVector<Operation *> late;
  llvm::SmallPtrSet<Operation *, 8> isLate;
  std::function<void(Value)> delay = [&](Value v) {
    for (Operation *user : v.getUsers()) {
      Operation *ancestor = at->getBlock()->findAncestorOpInBlock(*user);
      if (!ancestor || inside.contains(ancestor) ||
          !ancestor->isBeforeInBlock(launch) || !isLate.insert(ancestor).second)
        continue;
      late.push_back(ancestor);
      for (Value r : ancestor->getResults())
        delay(r);
    }
  };
  for (Value v : results)
    delay(v);
  llvm::sort(late,
             [](Operation *a, Operation *b) { return a->isBeforeInBlock(b); });
  for (Operation *op : llvm::reverse(late))
    op->moveAfter(launch);

  for (auto [from, to] : llvm::zip(results, launch.getResults()))
    from.replaceAllUsesWith(to);
  // Views that only the kernel looked through go with their sources.
  llvm::SmallSetVector<Operation *, 8> dead;
  std::function<void(Operation *)> drop = [&](Operation *op) {
    if (dead.contains(op))
      return;
    for (Operation *user : op->getUsers())
      if (!inside.contains(user) && isUnitReshape(user))
        drop(user);
    dead.insert(op);
  };
  for (Operation *op : llvm::reverse(ops))
    drop(op);
  for (Operation *op : dead)
    if (op->use_empty())
      op->erase();
}
