// SPDX-License-Identifier: Apache-2.0
// The strategy for a kernel of one cameo.compute: its region runs as it is, a
// tile of it per tile.
#include "compiler/CPU/Strategy.h"
#include "mlir/Transforms/RegionUtils.h"

using namespace mlir;
using namespace cameo;

namespace {
struct ComputeStrategy : Strategy {
  StringRef name() const override { return "compute"; }

  static ComputeOp only(KernelOp kernel) {
    auto ops = kernel.getBody().front().getOps<ComputeOp>();
    return llvm::hasSingleElement(ops) ? *ops.begin() : ComputeOp();
  }

  bool match(KernelOp kernel, const TargetDescription &) const override {
    ComputeOp op = only(kernel);
    return op && llvm::equal(kernel.getReturn().getValues(), op.getResults());
  }

  FailureOr<Tiling> tiling(KernelOp kernel, KernelEmitter &e) const override {
    ComputeOp op = only(kernel);
    Value tiles = op.getTiles() ? e.scalar(op.getTiles()) : e.index(1);
    // Nothing is known of the work in a tile.
    return Tiling{tiles, e.index(1), {}};
  }

  LogicalResult emit(KernelOp kernel, KernelEmitter &e) const override {
    ComputeOp op = only(kernel);
    if (!op.getTiles()) {
      // Destinations hold the contents of their operands first.
      IRMapping map;
      if (failed(mapOperands(op, kernel, e, map)))
        return failure();
      inlineRegion(op, e, map);
      return success();
    }
    bool ok = true;
    e.forLoop(e.begin, e.end, e.index(1), [&](Value tile) {
      IRMapping map;
      map.map(op.getBody().getArgument(0), tile);
      ok = succeeded(mapOperands(op, kernel, e, map));
      if (ok)
        inlineRegion(op, e, map);
    });
    return success(ok);
  }

private:
  static LogicalResult mapOperands(ComputeOp op, KernelOp kernel,
                                   KernelEmitter &e, IRMapping &map) {
    auto args = op.getBody().getArguments().drop_front(op.getTiles() ? 1 : 0);
    for (auto [arg, operand] : llvm::zip(args, op.getInputs())) {
      Value v = isa<TensorType>(operand.getType()) ? e.buffer(operand)
                                                   : e.scalar(operand);
      if (!v) {
        e.error(op) << "an input that is not in memory";
        return failure();
      }
      if (v.getType() != arg.getType() && isa<MemRefType>(v.getType()))
        v = memref::CastOp::create(e.b, arg.getType(), v);
      map.map(arg, v);
    }
    // Constants that canonicalisation has moved out of the region.
    llvm::SetVector<Value> captured;
    getUsedValuesDefinedAbove(op.getBody(), captured);
    for (Value v : captured) {
      Value s = e.scalar(v);
      if (!s)
        return failure();
      map.map(v, s);
    }
    for (auto [i, arg] : llvm::enumerate(args.take_back(op.getOuts().size()))) {
      Value v = e.out(i);
      if (v.getType() != arg.getType())
        v = memref::CastOp::create(e.b, arg.getType(), v);
      map.map(arg, v);
    }
    return success();
  }

  static void inlineRegion(ComputeOp op, KernelEmitter &e, IRMapping &map) {
    // Scalars of the kernel that the region reads directly: canonicalisation
    // moves constants out.
    SetVector<Value> captured;
    getUsedValuesDefinedAbove(op.getBody(), captured);
    for (Value v : captured)
      map.map(v, e.scalar(v));
    for (Operation &inner : op.getBody().front().without_terminator())
      e.b.clone(inner, map);
  }
};
} // namespace

void cameo::addComputeStrategies(StrategyList &list) {
  list.push_back(std::make_unique<ComputeStrategy>());
}
