// SPDX-License-Identifier: Apache-2.0
#include "compiler/CPU/RowPlan.h"
#include "compiler/Kernels/Grouping.h"
#include "compiler/Kernels/PointwiseRoot.h"
#include "llvm/ADT/SmallPtrSet.h"

using namespace mlir;
using namespace cameo;

/// Body operations, weighed, from which on a row is better stored than computed twice.
static constexpr int64_t expensive = 6;

/// Whether a value has one element per row.
static bool isRowScalar(Value v, int64_t rowDims) {
  auto shape = cast<RankedTensorType>(v.getType()).getShape();
  return int64_t(shape.size()) >= rowDims &&
         llvm::all_of(shape.drop_front(rowDims),
                      [](int64_t n) { return n == 1; });
}

static int64_t bodyCost(linalg::GenericOp op) {
  int64_t cost = 0;
  for (Operation &inner : op.getBody()->without_terminator())
    cost +=
        isa<math::MathDialect>(inner.getDialect()) || isa<arith::DivFOp>(inner)
            ? 8
            : 1;
  return cost;
}

/// The number of loops that a map reads.
static unsigned dimsOf(AffineMap map) {
  unsigned count = 0;
  for (unsigned d = 0; d < map.getNumDims(); ++d)
    count += map.isFunctionOfDim(d);
  return count;
}

/// Where a value is computed, looking through reshapes by unit dimensions.
static linalg::GenericOp producerOf(Value v) {
  while (Operation *op = v.getDefiningOp()) {
    if (!isUnitReshape(op))
      return dyn_cast<linalg::GenericOp>(op);
    v = op->getOperand(0);
  }
  return {};
}

/// A view of an argument, or of a result on its way out.
static bool isViewOfBuffer(Operation *op) {
  if (!isa<tensor::ExpandShapeOp, tensor::CollapseShapeOp>(op))
    return false;
  Value source = op->getOperand(0);
  while (Operation *producer = source.getDefiningOp()) {
    if (!isa<tensor::ExpandShapeOp, tensor::CollapseShapeOp>(producer))
      break;
    source = producer->getOperand(0);
  }
  return isa<BlockArgument>(source) ||
         llvm::all_of(op->getUsers(), [](Operation *user) {
           return isa<ReturnOp>(user) || isViewOfBuffer(user);
         });
}

/// Some elements of an argument, read where they lie: the positions of a sequence of the run's
/// length.
static bool isSliceOfBuffer(Operation *op) {
  auto slice = dyn_cast<tensor::ExtractSliceOp>(op);
  return slice && isa<BlockArgument>(slice.getSource()) &&
         slice.getSourceType().getRank() == slice.getType().getRank();
}

std::optional<RowPlan> RowPlan::make(KernelOp kernel) {
  SmallVector<Operation *> generics;
  for (Operation &op : kernel.getBody().front()) {
    if (isa<linalg::GenericOp>(op))
      generics.push_back(&op);
    else if (!isa<linalg::FillOp, tensor::EmptyOp, tensor::FromElementsOp,
                  arith::ConstantOp, ReturnOp>(op) &&
             !isUnitReshape(&op) && !isViewOfBuffer(&op) &&
             !isSliceOfBuffer(&op) &&
             llvm::any_of(op.getResultTypes(), llvm::IsaPred<TensorType>))
      return std::nullopt;
  }
  if (generics.size() < 2)
    return std::nullopt;
  RowPlan plan;
  plan.rowDims = commonRowDims(generics);
  if (plan.rowDims < 1)
    return std::nullopt;
  for (Operation *op : generics)
    for (Value v : op->getResults())
      if (cast<RankedTensorType>(v.getType()).getRank() < plan.rowDims)
        return std::nullopt;

  llvm::SmallDenseMap<Operation *, SmallVector<linalg::GenericOp, 4>> readers;
  // Values that are shorter than what reads them: numbers of a row, or its means by channel.
  llvm::SmallPtrSet<Operation *, 8> repeated, reduced;
  bool scalarMeetsRow = false;
  for (Operation *op : generics) {
    auto generic = cast<linalg::GenericOp>(op);
    bool wide = generic.getNumReductionLoops() ||
                !isRowScalar(op->getResult(0), plan.rowDims);
    if (generic.getNumReductionLoops())
      reduced.insert(op);
    for (OpOperand &operand : op->getOpOperands())
      if (auto producer = producerOf(operand.get())) {
        readers[producer].push_back(generic);
        scalarMeetsRow |=
            wide && isRowScalar(producer.getResult(0), plan.rowDims);
        if (int64_t(producer.getNumParallelLoops()) <
                int64_t(generic.getNumLoops()) &&
            dimsOf(generic.getMatchingIndexingMap(&operand)) <
                generic.getNumLoops()) {
          repeated.insert(producer);
          scalarMeetsRow |= reduced.contains(producer);
        }
        if (reduced.contains(producer))
          reduced.insert(op);
      }
  }
  llvm::SmallPtrSet<Operation *, 8> returned;
  bool mixed = false;
  auto outs =
      llvm::map_to_vector(kernel.getReturn().getValues(), computedResult);
  for (Value v : outs) {
    if (int64_t(cast<RankedTensorType>(v.getType()).getRank()) < plan.rowDims)
      return std::nullopt;
    if (auto producer = producerOf(v))
      returned.insert(producer);
    mixed |= isRowScalar(v, plan.rowDims) != isRowScalar(outs[0], plan.rowDims);
  }
  if (!scalarMeetsRow && !mixed)
    return std::nullopt;

  // From the results back: in how many passes over the row each value would be computed.
  Operation *finalPass = kernel.getReturn();
  llvm::SmallDenseMap<Operation *, llvm::SmallPtrSet<Operation *, 4>> passes;
  llvm::SmallDenseMap<Operation *, Kind> kinds;
  llvm::SmallDenseMap<Operation *, int64_t> cost;
  for (Operation *op : generics) {
    int64_t total = bodyCost(cast<linalg::GenericOp>(op));
    for (Value operand : op->getOperands())
      if (auto producer = producerOf(operand))
        if (!isRowScalar(producer.getResult(0), plan.rowDims))
          total = std::min<int64_t>(total + cost[producer], 1 << 20);
    cost[op] = total;
  }
  for (Operation *op : llvm::reverse(generics)) {
    auto generic = cast<linalg::GenericOp>(op);
    auto &mine = passes[op];
    if (returned.contains(op))
      mine.insert(finalPass);
    for (linalg::GenericOp reader : readers[op]) {
      bool ownPass =
          reader.getNumReductionLoops() || kinds[reader] != Kind::Inline;
      if (ownPass)
        mine.insert(reader);
      else
        mine.insert(passes[reader].begin(), passes[reader].end());
    }
    bool read = !readers[op].empty();
    if (isRowScalar(op->getResult(0), plan.rowDims))
      kinds[op] = Kind::Scalar;
    else if (read && (generic.getNumReductionLoops() ||
                      ((mine.size() > 1 || repeated.contains(op)) &&
                       cost[op] >= expensive)))
      kinds[op] = Kind::Stored;
    else
      kinds[op] = Kind::Inline;
  }

  for (Operation *op : generics) {
    auto generic = cast<linalg::GenericOp>(op);
    Step step{generic, kinds[op], {}};
    // A reduction over the very elements can store them as it goes, if it is the first reader.
    if (step.kind == Kind::Stored && generic.getNumReductionLoops() == 0 &&
        generic->getNumResults() == 1 && !readers[op].empty()) {
      linalg::GenericOp first = readers[op].front();
      if (first.getNumReductionLoops() && kinds[first] == Kind::Scalar)
        for (OpOperand *input : first.getDpsInputOperands())
          if (input->get() == op->getResult(0) &&
              first.getMatchingIndexingMap(input).isIdentity())
            step.during = first;
    }
    plan.steps.push_back(step);
  }

  for (int64_t d = 0; d < plan.rowDims; ++d) {
    Value source;
    for (Operation *op : generics)
      for (Value v : op->getResults())
        if (!source ||
            cast<RankedTensorType>(source.getType()).getDimSize(d) == 1)
          source = v;
    plan.sizeSources.push_back(source);
  }
  return plan;
}
