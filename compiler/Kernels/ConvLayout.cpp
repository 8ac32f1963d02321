// SPDX-License-Identifier: Apache-2.0
// cameo-conv-layout: regions around convolutions go over to tensors with channels in blocks. In:
// window operations in layout nchw. Out: nchwc where it pays, conversions at the regions' borders.
#include "compiler/Kernels/ChannelLayouter.h"
#include "compiler/Kernels/Passes.h"
#include "compiler/Kernels/TargetDescription.h"
#include "mlir/Dialect/Func/IR/FuncOps.h"
#include "mlir/Dialect/SCF/IR/SCF.h"

using namespace mlir;
using namespace cameo;

namespace cameo {
#define GEN_PASS_DEF_CONVLAYOUT
#include "compiler/Kernels/Passes.h.inc"
} // namespace cameo

void ChannelLayouter::run() {
  SmallVector<Operation *> ops;
  for (Operation &op : block)
    ops.push_back(&op);
  SmallVector<Operation *> replaced;
  for (Operation *op : ops) {
    b.setInsertionPoint(op);
    bool done = TypeSwitch<Operation *, bool>(op)
                    .Case([&](ConvOp conv) { return convert(conv); })
                    .Case([&](ConvTransposeOp conv) { return convert(conv); })
                    .Case([&](PoolOp pool) { return convert(pool); })
                    .Case([&](linalg::GenericOp g) { return convert(g); })
                    .Case([&](tensor::ExpandShapeOp e) { return convert(e); })
                    .Case([&](tensor::InsertSliceOp i) { return convert(i); })
                    .Case([&](tensor::ExtractSliceOp x) { return convert(x); })
                    .Case([&](tensor::PadOp p) { return convert(p); })
                    .Default([](Operation *) { return false; });
    if (done)
      replaced.push_back(op);
    else if (isa<ConvOp>(op) || llvm::any_of(op->getOperands(), [&](Value v) {
               return plain.contains(v);
             }))
      plain.insert_range(op->getResults());
  }
  // Back to front, so that what only replaced operations used is gone when
  // its turn comes.
  for (Operation *op : llvm::reverse(replaced)) {
    for (Value v : op->getResults())
      restore(v);
    op->erase();
  }
}

/// The blocked form of `v`, made if there is none yet.
Value ChannelLayouter::blockedOf(Value v) {
  if (auto it = blocked.find(v); it != blocked.end())
    return it->second.value;
  Value value = toBlocks(b, v.getLoc(), v, 1, c);
  blocked[v] = {value, Padding::known(0)};
  return value;
}

/// Gives the users of a replaced value what they need: its sizes, or the
/// plain tensor.
void ChannelLayouter::restore(Value plain) {
  Value value = blocked.lookup(plain).value;
  for (Operation *user : llvm::make_early_inc_range(plain.getUsers()))
    if (auto dim = dyn_cast<tensor::DimOp>(user)) {
      std::optional<int64_t> d = dim.getConstantIndex();
      if (!d)
        continue;
      b.setInsertionPoint(dim);
      Value size;
      if (*d == 1)
        size = arith::ConstantIndexOp::create(b, dim.getLoc(),
                                              typeOf(plain).getDimSize(1));
      else
        size = b.createOrFold<tensor::DimOp>(dim.getLoc(), value, *d);
      dim.replaceAllUsesWith(size);
      dim.erase();
    }
  if (plain.use_empty())
    return;
  b.setInsertionPointAfterValue(value);
  plain.replaceAllUsesWith(fromBlocks(b, plain.getLoc(), value, typeOf(plain)));
}

namespace {
Type typeOfElements(Value v) { return getElementTypeOrSelf(v.getType()); }

/// By how much a filter of 3x3 grows at most.
constexpr int64_t winogradGrowth = 4;

struct ConvLayout : cameo::impl::ConvLayoutBase<ConvLayout> {
  using ConvLayoutBase::ConvLayoutBase;

  /// Of the whole model.
  int64_t weightBytes() {
    int64_t bytes = 0;
    getOperation().walk([&](arith::ConstantOp constant) {
      auto elements = dyn_cast<ElementsAttr>(constant.getValue());
      if (elements && elements.getElementType().isIntOrFloat())
        bytes += elements.getNumElements() *
                 llvm::divideCeil(
                     elements.getElementType().getIntOrFloatBitWidth(), 8);
    });
    return bytes;
  }

  void runOnOperation() override {
    TargetDescription target = TargetDescription::get(getOperation());
    getOperation().walk([&](ConvOp conv) {
      if (typeOfElements(conv.getInput()).isInteger(8) &&
          typeOfElements(conv.getOut()).isInteger(32) &&
          !takesBytes(conv, target))
        widenBytes(conv);
    });
    // One channel a block is what plain tensors have.
    if (target.channelBlock() <= 1)
      return;
    WinogradUse use = winograd == "auto" ? WinogradUse::Auto
                      : winograd == "f2" ? WinogradUse::Small
                                         : WinogradUse::Off;
    SmallVector<Block *> blocks;
    getOperation().walk([&](func::FuncOp func) {
      func.walk([&](Block *block) {
        if (isa<func::FuncOp, scf::IfOp, scf::ForOp, scf::WhileOp>(
                block->getParentOp()))
          blocks.push_back(block);
      });
    });
    bool near = weightBytes() * winogradGrowth <= target.l2Bytes / 2;
    for (Block *block : blocks)
      ChannelLayouter(*block, target, use, near).run();
  }
};
} // namespace
