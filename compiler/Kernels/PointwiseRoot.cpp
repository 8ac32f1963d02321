// SPDX-License-Identifier: Apache-2.0
// Which operation of a kernel everything else is an epilogue of.
#include "compiler/Kernels/PointwiseRoot.h"
#include "mlir/Dialect/Linalg/IR/Linalg.h"

using namespace mlir;
using namespace cameo;

/// Whether `tensor` is computed from `root` at all.
static bool dependsOn(Value tensor, Value root,
                      llvm::DenseMap<Value, bool> &known) {
  if (tensor == root)
    return true;
  Operation *op = tensor.getDefiningOp();
  if (!op)
    return false;
  if (auto it = known.find(tensor); it != known.end())
    return it->second;
  bool found = llvm::any_of(op->getOperands(),
                            [&](Value v) { return dependsOn(v, root, known); });
  op->walk([&](tensor::ExtractOp x) {
    found |= dependsOn(x.getTensor(), root, known);
  });
  return known[tensor] = found;
}

/// Whether every element of `tensor` that depends on `root` depends on the one
/// at its indices.
static bool isPointwise(Value tensor, Value root,
                        llvm::DenseMap<Value, bool> &known) {
  if (tensor == root || !dependsOn(tensor, root, known))
    return true;
  auto generic = tensor.getDefiningOp<linalg::GenericOp>();
  if (!generic || generic.getNumReductionLoops() != 0 ||
      !generic.getIndexingMapMatchingResult(cast<OpResult>(tensor))
           .isIdentity())
    return false;
  for (OpOperand &operand : generic->getOpOperands())
    if (dependsOn(operand.get(), root, known) &&
        (!generic.getMatchingIndexingMap(&operand).isIdentity() ||
         !isPointwise(operand.get(), root, known)))
      return false;
  bool reads = false;
  generic->walk([&](tensor::ExtractOp x) {
    reads |= dependsOn(x.getTensor(), root, known);
  });
  return !reads;
}

Value cameo::computedResult(Value result) {
  while (Operation *op = result.getDefiningOp()) {
    auto insert = dyn_cast<tensor::InsertSliceOp>(op);
    auto kernel = dyn_cast_or_null<KernelOp>(op->getParentOp());
    auto dest =
        insert ? dyn_cast<BlockArgument>(insert.getDest()) : BlockArgument();
    bool placed = kernel && dest &&
                  dest.getArgNumber() + kernel.getNumOuts() >=
                      kernel.getBody().getNumArguments();
    if (!placed && !isa<tensor::ExpandShapeOp, tensor::CollapseShapeOp>(op))
      break;
    result = op->getOperand(0);
  }
  return result;
}

Operation *cameo::findPointwiseRoot(KernelOp kernel, bool throughReshapes) {
  Operation *root = nullptr;
  for (Operation &op : kernel.getBody().front()) {
    auto generic = dyn_cast<linalg::GenericOp>(op);
    if (!isa<ConvOp, ConvTransposeOp, PoolOp>(op) &&
        !(generic && generic.getNumReductionLoops() != 0))
      continue;
    if (root)
      return nullptr;
    root = &op;
  }
  if (!root || root->getNumResults() != 1)
    return nullptr;
  Value result = root->getResult(0);
  llvm::DenseMap<Value, bool> known;
  for (Value v : kernel.getReturn().getValues()) {
    // Reshapes on the way out are another view of the destination.
    if (throughReshapes)
      v = computedResult(v);
    if (!dependsOn(v, result, known) || !isPointwise(v, result, known))
      return nullptr;
  }
  return root;
}

bool cameo::isInMemory(Value tensor) {
  while (Operation *op = tensor.getDefiningOp()) {
    if (!isa<tensor::CastOp, tensor::ExpandShapeOp, tensor::CollapseShapeOp>(
            op))
      return false;
    tensor = op->getOperand(0);
  }
  return true;
}
