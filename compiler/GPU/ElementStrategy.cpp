// SPDX-License-Identifier: Apache-2.0
// The strategy for everything that no other takes: a thread per element of a
// result, which computes it from what is in memory.
#include "compiler/CPU/Evaluator.h"
#include "compiler/GPU/Strategy.h"
#include "compiler/GPU/Window.h"

using namespace mlir;
using namespace cameo;

namespace {
struct ElementStrategy : GPUStrategy {
  StringRef name() const override { return "elements"; }
  bool match(KernelOp) const override { return true; }

  /// Results that one loop computes together: those of equal shape.
  static SmallVector<SmallVector<unsigned>> groups(KernelOp kernel,
                                                   KernelEmitter &e) {
    SmallVector<SmallVector<unsigned>> list;
    for (unsigned i = 0; i < kernel.getNumOuts(); ++i) {
      Value mine = e.result(i).tensor;
      auto shape = cast<RankedTensorType>(mine.getType()).getShape();
      auto same = llvm::find_if(list, [&](ArrayRef<unsigned> group) {
        Value first = e.result(group[0]).tensor;
        return cast<RankedTensorType>(first.getType()).getShape() == shape &&
               (first.getDefiningOp() == mine.getDefiningOp() ||
                !ShapedType::isDynamicShape(shape));
      });
      if (same == list.end())
        same = &list.emplace_back();
      same->push_back(i);
    }
    return list;
  }

  static Value items(ArrayRef<unsigned> group, KernelEmitter &e) {
    return e.product(e.dims(e.result(group[0]).tensor));
  }

  FailureOr<Grid> grid(KernelOp kernel, KernelEmitter &e) const override {
    Value most = e.index(0);
    for (ArrayRef<unsigned> group : groups(kernel, e))
      most = e.max(most, items(group, e));
    return Grid{blocksFor(e, most), e.index(blockThreads), {}};
  }

  LogicalResult emit(KernelOp kernel, KernelEmitter &e) const override {
    bool ok = true;
    for (ArrayRef<unsigned> group : groups(kernel, e)) {
      SmallVector<Value> sizes = e.dims(e.result(group[0]).tensor);
      forEachItem(e, items(group, e), [&](Value item) {
        SmallVector<Value> at;
        if (!sizes.empty())
          at = e.delinearize(item, sizes);
        LaneIndices indices = KernelEmitter::lanesOf(at, -1);
        auto windows = [&](Value tensor, ArrayRef<LaneIndex> where) {
          return windowElement(e, tensor, where);
        };
        Evaluator evaluator(e, 1, windows);
        for (unsigned r : group) {
          KernelEmitter::Target target = e.result(r);
          Value v = evaluator.element(target.tensor, indices);
          ok &= bool(v);
          if (v)
            e.store(v, target.memref, indices, 1);
        }
      });
    }
    return success(ok);
  }
};
} // namespace

void cameo::addGPUElementStrategies(GPUStrategyList &list) {
  list.push_back(std::make_unique<ElementStrategy>());
}
