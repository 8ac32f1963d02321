// SPDX-License-Identifier: Apache-2.0
// The strategy for a kernel of one cameo.compute: a thread per tile, one thread
// where there are no tiles.
#include "compiler/GPU/Strategy.h"
#include "mlir/Transforms/RegionUtils.h"

using namespace mlir;
using namespace cameo;

namespace {
struct ComputeStrategy : GPUStrategy {
  StringRef name() const override { return "compute"; }

  static ComputeOp only(KernelOp kernel) {
    auto ops = kernel.getBody().front().getOps<ComputeOp>();
    return llvm::hasSingleElement(ops) ? *ops.begin() : ComputeOp();
  }

  bool match(KernelOp kernel) const override {
    ComputeOp op = only(kernel);
    return op && llvm::equal(kernel.getReturn().getValues(), op.getResults());
  }

  FailureOr<Grid> grid(KernelOp kernel, KernelEmitter &e) const override {
    ComputeOp op = only(kernel);
    if (!op.getTiles())
      return Grid{e.index(1), e.index(1), {}};
    return Grid{
        blocksFor(e, e.scalar(op.getTiles())), e.index(blockThreads), {}};
  }

  LogicalResult emit(KernelOp kernel, KernelEmitter &e) const override {
    ComputeOp op = only(kernel);
    if (!op.getTiles())
      return inlineRegion(op, {}, e);
    bool ok = true;
    forEachItem(e, e.scalar(op.getTiles()), [&](Value tile) {
      ok &= succeeded(inlineRegion(op, tile, e));
    });
    return success(ok);
  }

private:
  static LogicalResult inlineRegion(ComputeOp op, Value tile,
                                    KernelEmitter &e) {
    IRMapping map;
    auto args = op.getBody().getArguments();
    if (tile) {
      map.map(args[0], tile);
      args = args.drop_front();
    }
    auto bind = [&](BlockArgument arg, Value v) {
      if (v.getType() != arg.getType() && isa<MemRefType>(v.getType()))
        v = memref::CastOp::create(e.b, arg.getType(), v);
      map.map(arg, v);
    };
    for (auto [arg, operand] : llvm::zip(args, op.getInputs())) {
      Value v = isa<TensorType>(operand.getType()) ? e.buffer(operand)
                                                   : e.scalar(operand);
      if (!v) {
        e.error(op) << "an input that is not in memory";
        return failure();
      }
      bind(arg, v);
    }
    for (auto [i, arg] : llvm::enumerate(args.take_back(op.getOuts().size())))
      bind(arg, e.out(i));
    // Scalars that canonicalisation has moved out of the region.
    llvm::SetVector<Value> captured;
    getUsedValuesDefinedAbove(op.getBody(), captured);
    for (Value v : captured) {
      Value s = e.scalar(v);
      if (!s)
        return failure();
      map.map(v, s);
    }
    for (Operation &inner : op.getBody().front().without_terminator())
      e.b.clone(inner, map);
    return success();
  }
};
} // namespace

void cameo::addGPUComputeStrategies(GPUStrategyList &list) {
  list.push_back(std::make_unique<ComputeStrategy>());
}
