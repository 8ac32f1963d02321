// SPDX-License-Identifier: Apache-2.0
// cameo-place-concats: kernels that compute parts of a concatenation write them where it wants them. A launch that only
// copies parts into one tensor goes; the launches of the parts pass that tensor on, each overwriting its slice. What
// other launches read as well is written twice, from the same registers; what no launch of a suitable kernel computes
// is still copied.
#include "compiler/Kernels/KernelCopies.h"
#include "compiler/Kernels/Passes.h"
#include "compiler/Kernels/PointwiseRoot.h"
#include "compiler/Kernels/Sizes.h"
#include "dialects/Cameo/Cameo.h"
#include "mlir/Dialect/Func/IR/FuncOps.h"
#include "mlir/Dialect/Linalg/IR/Linalg.h"

using namespace mlir;
using namespace cameo;

namespace cameo {
#define GEN_PASS_DEF_PLACECONCATS
#include "compiler/Kernels/Passes.h.inc"
} // namespace cameo

/// Launches between the first part and the concatenation, at most: in between, its memory waits.
static constexpr int64_t maxDistance = 12;

namespace {
struct Part {
  Value source; ///< in the kernel that copies
  SmallVector<int64_t> offsets;
};

/// What computes a part: result `number` of `launch`, seen through `views`.
struct Producer {
  unsigned part;
  LaunchOp launch;
  unsigned number;
  SmallVector<tensor::CollapseShapeOp> views; // the first applied first
  bool sole;                                  ///< nothing else reads it
};

/// Parts that are neighbouring slices of one argument, which they cover, are that argument.
void joinSlices(SmallVector<Part> &parts) {
  auto whole = [](ArrayRef<Part> list) -> Value {
    auto first = list[0].source.getDefiningOp<tensor::ExtractSliceOp>();
    if (!first)
      return {};
    auto shape = first.getSourceType().getShape();
    int64_t rank = shape.size(), along = -1, at = 0;
    for (const Part &p : list) {
      auto slice = p.source.getDefiningOp<tensor::ExtractSliceOp>();
      if (!slice || slice.getSource() != first.getSource() ||
          slice.getDroppedDims().any() || !slice.hasUnitStride())
        return {};
      for (int64_t d = 0; d < rank; ++d) {
        int64_t size = slice.getType().getDimSize(d),
                offset = slice.getStaticOffsets()[d];
        if (size == shape[d] && offset == 0 &&
            p.offsets[d] == list[0].offsets[d])
          continue;
        if (along >= 0 && along != d)
          return {};
        along = d;
      }
      if (along < 0 || slice.getStaticOffsets()[along] != at ||
          p.offsets[along] != list[0].offsets[along] + at ||
          ShapedType::isDynamic(slice.getType().getDimSize(along)))
        return {};
      at += slice.getType().getDimSize(along);
    }
    return at == shape[along] ? Value(first.getSource()) : Value();
  };
  for (size_t i = 0; i < parts.size(); ++i)
    for (size_t n = parts.size() - i; n > 1; --n)
      if (Value v = whole(ArrayRef<Part>(parts).slice(i, n))) {
        parts[i].source = v;
        parts.erase(parts.begin() + i + 1, parts.begin() + i + n);
        break;
      }
}

/// The parts of the concatenation that `kernel` does and nothing else.
SmallVector<Part> partsOf(KernelOp kernel) {
  if (kernel.getNumOuts() != 1)
    return {};
  SmallVector<Part> parts;
  Value v = kernel.getReturn().getValues()[0];
  while (auto insert = v.getDefiningOp<tensor::InsertSliceOp>()) {
    if (insert.getDroppedDims().any() || !insert.hasUnitStride() ||
        ShapedType::isDynamicShape(insert.getStaticOffsets()))
      return {};
    parts.push_back(
        {insert.getSource(), SmallVector<int64_t>(insert.getStaticOffsets())});
    v = insert.getDest();
  }
  if (!v.getDefiningOp<tensor::EmptyOp>())
    return {};
  std::reverse(parts.begin(), parts.end());
  joinSlices(parts);
  return parts;
}

/// Whether `v` is computed from `arg`, in one kernel.
bool dependsOn(Value v, BlockArgument arg) {
  llvm::SetVector<Value> seen;
  seen.insert(v);
  for (size_t i = 0; i < seen.size(); ++i) {
    if (seen[i] == arg)
      return true;
    if (Operation *op = seen[i].getDefiningOp())
      seen.insert_range(op->getOperands());
  }
  return false;
}

/// Kernels whose strategies store each element by itself, wherever the destination has it.
bool storesAnywhere(KernelOp kernel) {
  if (Operation *root = findPointwiseRoot(kernel, /*throughReshapes=*/true))
    return isa<ConvOp, ConvTransposeOp, PoolOp>(root);
  return llvm::none_of(kernel.getBody().front(), [](Operation &op) {
    auto generic = dyn_cast<linalg::GenericOp>(op);
    return (isa<CameoDialect>(op.getDialect()) && !isa<ReturnOp>(op)) ||
           (generic && generic.getNumReductionLoops() != 0);
  });
}

/// Whether `view` of `v` is what `v` was before it got its shape.
bool undoes(tensor::CollapseShapeOp view, Value v) {
  auto expand = v.getDefiningOp<tensor::ExpandShapeOp>();
  return expand && expand.getSrcType() == view.getType() &&
         expand.getReassociationIndices() == view.getReassociationIndices();
}

/// A slice's dimensions can be split, to see in it what is computed, but not joined.
bool canBeSlice(Value v, ArrayRef<tensor::CollapseShapeOp> views) {
  while (!views.empty() && undoes(views.front(), v)) {
    v = v.getDefiningOp()->getOperand(0);
    views = views.drop_front();
  }
  while (auto collapse = v.getDefiningOp<tensor::CollapseShapeOp>())
    v = collapse.getSrc();
  return !v.getDefiningOp<tensor::ExpandShapeOp>();
}

struct PlaceConcats : cameo::impl::PlaceConcatsBase<PlaceConcats> {
  void runOnOperation() override {
    KernelCopies copies(getOperation());
    kernels = &copies;
    SmallVector<LaunchOp> launches;
    getOperation().walk([&](LaunchOp launch) { launches.push_back(launch); });
    for (LaunchOp launch : launches)
      if (!replaced.contains(launch))
        place(launch);
    for (Operation *op : replaced)
      op->erase();
    kernels->eraseUncalled();
  }

private:
  KernelOp kernelOf(LaunchOp launch) { return kernels->kernelOf(launch); }

  /// Who computes `v`, what `concat` reads as `part`, if it may write elsewhere.
  std::optional<Producer> producerOf(Value v, LaunchOp concat, unsigned part) {
    Producer p{part, {}, 0, {}, true};
    Operation *reader = concat;
    auto follow = [&](Value x) {
      for (OpOperand &use : x.getUses()) {
        // Sizes would have to be had from elsewhere.
        if (isa<tensor::DimOp>(use.getOwner()))
          return false;
        p.sole &= use.getOwner() == reader;
      }
      p.sole &= x.hasOneUse();
      return true;
    };
    while (auto collapse = v.getDefiningOp<tensor::CollapseShapeOp>()) {
      if (!follow(v))
        return std::nullopt;
      p.views.insert(p.views.begin(), collapse);
      reader = collapse;
      v = collapse.getSrc();
    }
    p.launch = v.getDefiningOp<LaunchOp>();
    if (!p.launch || !follow(v) || p.launch->getBlock() != concat->getBlock() ||
        replaced.contains(p.launch))
      return std::nullopt;
    p.number = cast<OpResult>(v).getResultNumber();
    KernelOp kernel = kernelOf(p.launch);
    if (!kernel || !p.launch.hasTypesOf(kernel) || kernel.getArgAttrsAttr() ||
        kernel.getResAttrsAttr() || !storesAnywhere(kernel) ||
        !p.launch.getOuts()[p.number].getDefiningOp<tensor::EmptyOp>() ||
        kernel.getReturn()
            .getValues()[p.number]
            .getDefiningOp<tensor::InsertSliceOp>() ||
        !canBeSlice(kernel.getReturn().getValues()[p.number], p.views))
      return std::nullopt;
    int64_t distance = 0;
    for (Operation *op = p.launch; op != concat; op = op->getNextNode())
      if (isa<LaunchOp>(op) && ++distance > maxDistance)
        return std::nullopt;
    return p;
  }

  void place(LaunchOp concat) {
    KernelOp kernel = kernelOf(concat);
    if (!kernel || !concat.hasTypesOf(kernel) || !concat.getOuts().size())
      return;
    SmallVector<Part> parts = partsOf(kernel);
    auto empty = concat.getOuts()[0].getDefiningOp<tensor::EmptyOp>();
    if (parts.size() < 2 || !empty)
      return;
    SmallVector<Producer> producers;
    llvm::SmallPtrSet<Operation *, 8> taken;
    for (auto [i, part] : llvm::enumerate(parts))
      if (auto arg = dyn_cast<BlockArgument>(part.source))
        if (auto p =
                producerOf(concat.getInputs()[arg.getArgNumber()], concat, i);
            p && !llvm::is_contained(taken, p->launch.getOperation())) {
          // Another part may be cut out of the same tensor.
          p->sole &= llvm::none_of(parts, [&](const Part &other) {
            return &other != &part && dependsOn(other.source, arg);
          });
          // The destination's sizes must be known by then.
          bool known = llvm::all_of(empty.getDynamicSizes(), [&](Value size) {
            Operation *op = size.getDefiningOp();
            Operation *ancestor =
                op ? p->launch->getBlock()->findAncestorOpInBlock(*op)
                   : nullptr;
            return !ancestor || ancestor->isBeforeInBlock(p->launch);
          });
          if (known) {
            taken.insert(p->launch);
            producers.push_back(*p);
          }
        }
    if (producers.empty())
      return;
    llvm::sort(producers, [](const Producer &x, const Producer &y) {
      return x.launch->isBeforeInBlock(y.launch);
    });

    OpBuilder b(producers[0].launch);
    Value whole = tensor::EmptyOp::create(b, empty.getLoc(), empty.getType(),
                                          empty.getDynamicSizes());
    llvm::SmallBitVector written(parts.size());
    for (Producer &p : producers) {
      whole = write(p, parts[p.part], whole);
      written.set(p.part);
    }
    for (auto [i, part] : llvm::enumerate(parts))
      if (!written[i])
        whole = copy(concat, kernel, part, whole);
    concat.getResult(0).replaceAllUsesWith(whole);
    kernels->mayGo(kernel);
    concat.erase();
    for (Producer &p : producers) {
      for (tensor::CollapseShapeOp view : llvm::reverse(p.views))
        if (view->use_empty())
          view.erase();
    }
  }

  static Value insertInto(OpBuilder &b, Location loc, Value source, Value dest,
                          ArrayRef<int64_t> offsets) {
    SmallVector<OpFoldResult> at, sizes,
        strides(offsets.size(), b.getIndexAttr(1));
    for (auto [d, offset] : llvm::enumerate(offsets)) {
      at.push_back(b.getIndexAttr(offset));
      sizes.push_back(sizeOf(b, loc, source, d));
    }
    return tensor::InsertSliceOp::create(b, loc, source, dest, at, sizes,
                                         strides);
  }

  /// Lets the launch of `p` write `part` into `whole`; returns what that becomes.
  Value write(Producer &p, const Part &part, Value whole) {
    IRMapping map;
    KernelOp kernel = kernels->copy(kernelOf(p.launch), map);
    Block &body = kernel.getBody().front();
    ReturnOp ret = kernel.getReturn();
    unsigned outs = kernel.getNumOuts(), number = p.sole ? p.number : outs;
    OpBuilder b(ret);
    Value v = ret.getValues()[p.number];
    for (tensor::CollapseShapeOp view : p.views)
      v = undoes(view, v)
              ? v.getDefiningOp()->getOperand(0)
              : tensor::CollapseShapeOp::create(b, v.getLoc(), view.getType(),
                                                v,
                                                view.getReassociationIndices())
                    .getResult();
    BlockArgument dest = kernel.getOut(p.number);
    if (p.sole)
      dest.setType(whole.getType());
    else
      dest = body.addArgument(whole.getType(), kernel.getLoc());
    v = insertInto(b, v.getLoc(), v, dest, part.offsets);
    if (p.sole)
      ret.getValuesMutable()[number].set(v);
    else
      ret.getValuesMutable().append(v);
    KernelCopies::updateType(kernel, outs + !p.sole);

    b.setInsertionPoint(p.launch);
    SmallVector<Value> dests(p.launch.getOuts());
    if (p.sole)
      dests[number] = whole;
    else
      dests.push_back(whole);
    auto launch =
        LaunchOp::create(b, p.launch.getLoc(), TypeRange(ValueRange(dests)),
                         SymbolRefAttr::get(kernel.getSymNameAttr()),
                         p.launch.getInputs(), dests);
    launch->setDiscardableAttrs(p.launch->getDiscardableAttrDictionary());
    for (auto [i, result] : llvm::enumerate(p.launch.getResults()))
      if (!p.sole || i != number)
        result.replaceAllUsesWith(launch.getResult(i));
    replaced.insert(p.launch);
    return launch.getResult(number);
  }

  /// Copies `part` of `concat` into `whole`; returns what that becomes.
  Value copy(LaunchOp concat, KernelOp kernel, const Part &part, Value whole) {
    IRMapping map;
    KernelOp clone = kernels->copy(kernel, map);
    Block &body = clone.getBody().front();
    ReturnOp ret = clone.getReturn();
    OpBuilder b(ret);
    ret.getValuesMutable()[0].set(insertInto(b, concat.getLoc(),
                                             map.lookup(part.source),
                                             clone.getOut(0), part.offsets));
    for (Operation &op : llvm::make_early_inc_range(llvm::reverse(body)))
      if (isOpTriviallyDead(&op))
        op.erase();
    SmallVector<Value> inputs;
    llvm::BitVector unused(body.getNumArguments());
    for (auto [i, v] : llvm::enumerate(concat.getInputs()))
      if (body.getArgument(i).use_empty())
        unused.set(i);
      else
        inputs.push_back(v);
    body.eraseArguments(unused);
    KernelCopies::updateType(clone, 1);
    b.setInsertionPoint(concat);
    auto launch = LaunchOp::create(
        b, concat.getLoc(), TypeRange{whole.getType()},
        SymbolRefAttr::get(clone.getSymNameAttr()), inputs, whole);
    launch->setDiscardableAttrs(concat->getDiscardableAttrDictionary());
    return launch.getResult(0);
  }

  KernelCopies *kernels = nullptr;
  llvm::SetVector<Operation *> replaced;
};
} // namespace
