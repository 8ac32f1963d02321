// SPDX-License-Identifier: Apache-2.0
// The leading dimensions that computations share row by row; and what kind a computation is.
#include "compiler/Kernels/Contraction.h"
#include "compiler/Kernels/Grouping.h"
#include "dialects/Cameo/CameoBFloat.h"

using namespace mlir;
using namespace cameo;

bool cameo::isContraction(Operation *op) {
  auto generic = dyn_cast<linalg::GenericOp>(op);
  if (generic && generic.getNumDpsInputs() > 2) {
    FailureOr<Contraction> c = Contraction::match(generic);
    return succeeded(c) && c->blocks;
  }
  if (!generic || generic.getNumDpsInputs() != 2 ||
      generic.getNumDpsInits() != 1 || generic.getNumReductionLoops() == 0)
    return false;
  for (OpOperand *input : generic.getDpsInputOperands())
    if (!isa<RankedTensorType>(input->get().getType()))
      return false;
  // yield (accumulator + a * b), with casts of the operands, or two or four products at a time.
  auto yielded =
      generic.getBody()->getTerminator()->getOperand(0).getDefiningOp();
  Value acc = generic.getRegionOutputArgs()[0];
  auto hasDims = [&] {
    FailureOr<linalg::ContractionDimensions> dims =
        linalg::inferContractionDims(generic);
    return succeeded(dims) && !dims->k.empty() &&
           (!dims->m.empty() || !dims->n.empty());
  };
  if (auto dot = dyn_cast_or_null<Dot4Op>(yielded))
    return dot.getAcc() == acc && hasDims();
  if (auto dot = dyn_cast_or_null<Dot2Op>(yielded))
    return dot.getAcc() == acc && hasDims();
  if (!isa_and_nonnull<arith::AddFOp, arith::AddIOp>(yielded))
    return false;
  Value product = yielded->getOperand(0) == acc ? yielded->getOperand(1)
                                                : yielded->getOperand(0);
  if (yielded->getOperand(0) != acc && yielded->getOperand(1) != acc)
    return false;
  Operation *mul = product.getDefiningOp();
  if (!isa_and_nonnull<arith::MulFOp, arith::MulIOp>(mul))
    return false;
  return hasDims();
}

bool cameo::isRoot(Operation *op) {
  return isa<ConvOp, ConvTransposeOp, PoolOp, TreesOp, RecurrenceOp>(op) ||
         isContraction(op);
}

bool cameo::isFree(Operation *op) {
  return isa<linalg::FillOp, tensor::SplatOp, tensor::ExtractSliceOp>(op) ||
         isUnitReshape(op);
}

/// Leading results of a map that are the loop's own leading dimensions; a constant 0 counts where
/// the size is 1.
static int64_t identityPrefix(ArrayRef<AffineExpr> exprs,
                              ArrayRef<int64_t> shape) {
  int64_t p = 0;
  for (; p < int64_t(exprs.size()); ++p) {
    auto d = dyn_cast<AffineDimExpr>(exprs[p]);
    bool own = d && int64_t(d.getPosition()) == p;
    bool unit = p < int64_t(shape.size()) && shape[p] == 1;
    if (!own && !unit)
      break;
  }
  return p;
}

int64_t cameo::commonRowDims(ArrayRef<Operation *> ops) {
  llvm::SmallPtrSet<Operation *, 16> inside(ops.begin(), ops.end());
  int64_t rows = std::numeric_limits<int64_t>::max();
  for (Operation *op : ops) {
    auto generic = dyn_cast<linalg::GenericOp>(op);
    if (!generic) {
      if (isUnitReshape(op) || isa<linalg::FillOp>(op))
        continue;
      return 0;
    }
    int64_t parallel = 0;
    for (utils::IteratorType kind : generic.getIteratorTypesArray()) {
      if (kind != utils::IteratorType::parallel)
        break;
      ++parallel;
    }
    rows = std::min(rows, parallel);
    for (OpOperand &operand : generic->getOpOperands()) {
      auto type = dyn_cast<RankedTensorType>(operand.get().getType());
      if (!type)
        continue;
      SmallVector<AffineExpr> exprs(
          generic.getMatchingIndexingMap(&operand).getResults());
      Value source = operand.get();
      if (generic.isDpsInit(&operand)) {
        rows = std::min(rows, identityPrefix(exprs, type.getShape()));
        continue;
      }
      source = throughUnitReshapes(source, exprs);
      Operation *producer = source.getDefiningOp();
      if (producer && inside.contains(producer) &&
          !isa<linalg::FillOp>(producer))
        rows = std::min(
            rows,
            identityPrefix(
                exprs, cast<RankedTensorType>(source.getType()).getShape()));
    }
    // Reads at computed places may leave the row.
    bool leaves = false;
    generic.getBody()->walk([&](tensor::ExtractOp extract) {
      Operation *producer = extract.getTensor().getDefiningOp();
      leaves |= producer && inside.contains(producer);
    });
    if (leaves)
      return 0;
  }
  return rows == std::numeric_limits<int64_t>::max() ? 0 : rows;
}
