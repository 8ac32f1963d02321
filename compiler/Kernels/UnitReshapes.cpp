// SPDX-License-Identifier: Apache-2.0
#include "compiler/Kernels/UnitReshapes.h"
#include "mlir/Dialect/Tensor/IR/Tensor.h"

using namespace mlir;
using namespace cameo;

bool cameo::isUnitReshape(Operation *op) {
  ArrayRef<int64_t> expanded;
  SmallVector<ReassociationIndices> groups;
  if (auto e = dyn_cast<tensor::ExpandShapeOp>(op)) {
    expanded = e.getResultType().getShape();
    groups = e.getReassociationIndices();
  } else if (auto c = dyn_cast<tensor::CollapseShapeOp>(op)) {
    expanded = c.getSrcType().getShape();
    groups = c.getReassociationIndices();
  } else {
    return false;
  }
  return llvm::all_of(groups, [&](const ReassociationIndices &group) {
    return llvm::count_if(group, [&](int64_t d) { return expanded[d] != 1; }) <=
           1;
  });
}

Value cameo::throughUnitReshapes(Value value, SmallVector<AffineExpr> &exprs) {
  while (Operation *op = value.getDefiningOp()) {
    if (!isUnitReshape(op))
      break;
    SmallVector<AffineExpr> next;
    AffineExpr zero = getAffineConstantExpr(0, value.getContext());
    if (auto e = dyn_cast<tensor::ExpandShapeOp>(op)) {
      for (const ReassociationIndices &group : e.getReassociationIndices()) {
        AffineExpr at = zero;
        for (int64_t d : group)
          if (e.getResultType().getDimSize(d) != 1)
            at = exprs[d];
        // A dimension of size 1 that came from one keeps whatever index it had.
        next.push_back(at);
      }
    } else {
      auto c = cast<tensor::CollapseShapeOp>(op);
      next.assign(c.getSrcType().getRank(), zero);
      for (auto [g, group] : llvm::enumerate(c.getReassociationIndices())) {
        // All of size 1: the first keeps the index, which is 0 anyhow.
        int64_t keep = group[0];
        for (int64_t d : group)
          if (c.getSrcType().getDimSize(d) != 1)
            keep = d;
        next[keep] = exprs[g];
      }
    }
    exprs = next;
    value = op->getOperand(0);
  }
  return value;
}
