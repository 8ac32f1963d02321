// SPDX-License-Identifier: Apache-2.0
// cameo-fold-unpacking: computations that read elements of 2 and 4 bits here and there (Gather), or that read such weights, take them from
// the packed tensor: it is not unpacked as a whole, and weights stay packed in the library. In and out: linalg on tensors.
#include "compiler/Kernels/Passes.h"
#include "mlir/Dialect/Arith/IR/Arith.h"
#include "mlir/Dialect/Linalg/IR/Linalg.h"
#include "mlir/Dialect/Tensor/IR/Tensor.h"

using namespace mlir;
using namespace cameo;

namespace cameo {
#define GEN_PASS_DEF_FOLDUNPACKING
#include "compiler/Kernels/Passes.h.inc"
} // namespace cameo

/// The conversion of one element if `op` unpacks a tensor, and does nothing else.
static Operation *unpacking(linalg::GenericOp op) {
  if (op.getNumDpsInputs() != 1 || op.getNumDpsInits() != 1 ||
      op.getNumReductionLoops() != 0 ||
      !llvm::all_of(op.getIndexingMapsArray(),
                    [](AffineMap m) { return m.isIdentity(); }) ||
      op.getBody()->getOperations().size() != 2)
    return nullptr;
  Type element = getElementTypeOrSelf(op.getDpsInputs()[0].getType());
  Operation *convert = &op.getBody()->front();
  bool packed = element.isInteger(2) || element.isInteger(4);
  return packed && isa<arith::ExtSIOp, arith::ExtUIOp>(convert) &&
                 convert->getOperand(0) == op.getBody()->getArgument(0) &&
                 op.getBody()->getTerminator()->getOperand(0) ==
                     convert->getResult(0)
             ? convert
             : nullptr;
}

/// A weight, maybe under another static shape.
static bool isWeight(Value v) {
  while (auto cast = v.getDefiningOp<tensor::CastOp>())
    v = cast.getSource();
  return v.getDefiningOp<arith::ConstantOp>() != nullptr;
}

/// Whether nothing that `op` reads is left to the run, as far as one sees at its operands.
static bool readsWeightsOnly(linalg::GenericOp op) {
  auto known = [](Value v) {
    Operation *producer = v.getDefiningOp();
    if (!isa<TensorType>(v.getType()))
      return true;
    if (auto generic = dyn_cast_or_null<linalg::GenericOp>(producer))
      return unpacking(generic) && isWeight(generic.getDpsInputs()[0]);
    return isWeight(v);
  };
  bool all = llvm::all_of(op.getDpsInputs(), known);
  op.getBody()->walk(
      [&](tensor::ExtractOp read) { all &= known(read.getTensor()); });
  return all;
}

namespace {
struct FoldUnpacking : cameo::impl::FoldUnpackingBase<FoldUnpacking> {
  void runOnOperation() override {
    SmallVector<linalg::GenericOp> all;
    getOperation().walk([&](linalg::GenericOp op) {
      if (unpacking(op))
        all.push_back(op);
    });
    for (linalg::GenericOp op : all)
      fold(op);
  }

private:
  static void fold(linalg::GenericOp unpack) {
    Operation *convert = unpacking(unpack);
    Value packed = unpack.getDpsInputs()[0];
    for (OpOperand &use :
         llvm::make_early_inc_range(unpack.getResult(0).getUses())) {
      Operation *user = use.getOwner();
      OpBuilder b(user);
      auto converted = [&](Value field) {
        IRMapping map;
        map.map(convert->getOperand(0), field);
        return b.clone(*convert, map)->getResult(0);
      };
      if (isa<tensor::DimOp>(user)) {
        use.set(packed);
        continue;
      }
      if (auto read = dyn_cast<tensor::ExtractOp>(user)) {
        // What weights alone make is computed when the model is compiled.
        auto reader = read->getParentOfType<linalg::GenericOp>();
        if (!reader || readsWeightsOnly(reader))
          continue;
        Value field = tensor::ExtractOp::create(b, read.getLoc(), packed,
                                                read.getIndices());
        read.replaceAllUsesWith(converted(field));
        read.erase();
        continue;
      }
      // Kernels take in what the run brings; weights they leave to the compiler, unless they are read packed.
      auto reader = dyn_cast<linalg::GenericOp>(user);
      if (!reader || !isWeight(packed) || !reader.isDpsInput(&use) ||
          unpacking(reader) || reader.getNumReductionLoops() != 0 ||
          readsWeightsOnly(reader))
        continue;
      BlockArgument arg = reader.getMatchingBlockArgument(&use);
      use.set(packed);
      arg.setType(getElementTypeOrSelf(packed.getType()));
      b.setInsertionPointToStart(reader.getBody());
      Value field = converted(arg);
      arg.replaceAllUsesExcept(field, field.getDefiningOp());
    }
    if (unpack->use_empty())
      unpack.erase();
  }
};
} // namespace
