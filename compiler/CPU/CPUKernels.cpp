// SPDX-License-Identifier: Apache-2.0
// cameo-cpu-kernels: each cameo.kernel becomes the pair of functions @k and @k.tiles, emitted by
// the first strategy that matches.
#include "compiler/CPU/Passes.h"
#include "compiler/CPU/Strategy.h"

using namespace mlir;
using namespace cameo;

namespace cameo {
#define GEN_PASS_DEF_CPUKERNELS
#include "compiler/CPU/Passes.h.inc"
} // namespace cameo

const StrategyList &cameo::cpuStrategies() {
  static const StrategyList strategies = [] {
    StrategyList list;
    addContractionStrategies(list);
    addTreeStrategies(list);
    addRecurrenceStrategies(list);
    addComputeStrategies(list);
    addRowStrategies(list);
    addTransposeStrategies(list);
    addLoopStrategies(list);
    return list;
  }();
  return strategies;
}

namespace {
struct CPUKernels : cameo::impl::CPUKernelsBase<CPUKernels> {
  void runOnOperation() override {
    TargetDescription target = TargetDescription::get(getOperation());
    for (KernelOp kernel :
         llvm::make_early_inc_range(getOperation().getOps<KernelOp>())) {
      if (failed(emit(kernel, target)))
        return signalPassFailure();
      kernel.erase();
    }
  }

  func::FuncOp makeFunction(KernelOp kernel, Twine name, StringRef mark,
                            ArrayRef<Type> extra, ArrayRef<Type> results) {
    OpBuilder b(kernel);
    SmallVector<Type> types;
    for (Type t : kernel.getArgumentTypes()) {
      auto tensor = dyn_cast<RankedTensorType>(t);
      types.push_back(
          tensor ? MemRefType::get(tensor.getShape(), tensor.getElementType())
                 : t);
    }
    types.append(extra.begin(), extra.end());
    auto func = func::FuncOp::create(b, kernel.getLoc(), name.str(),
                                     b.getFunctionType(types, results));
    func.setPrivate();
    func->setAttr(mark, b.getUnitAttr());
    func.addEntryBlock();
    return func;
  }

  LogicalResult emit(KernelOp kernel, const TargetDescription &target) {
    const Strategy *strategy = nullptr;
    for (const auto &s : cpuStrategies())
      if (s->match(kernel, target)) {
        strategy = s.get();
        break;
      }
    if (!strategy)
      return kernel.emitError(
          "no strategy of the CPU back end takes this kernel");

    Type index = IndexType::get(&getContext());
    Type bytes = MemRefType::get({ShapedType::kDynamic},
                                 IntegerType::get(&getContext(), 8));
    auto bodyFunc =
        makeFunction(kernel, kernel.getSymName(), "cameo.kernel_body",
                     {index, index, bytes}, {});
    bodyFunc->setAttr("cameo.strategy",
                      StringAttr::get(&getContext(), strategy->name()));
    KernelEmitter body(kernel, bodyFunc, /*isBody=*/true, target);
    if (failed(strategy->emit(kernel, body)) || body.hadError)
      return failure();
    body.b.setInsertionPointToEnd(&bodyFunc.getBody().front());
    func::ReturnOp::create(body.b);

    auto tilesFunc =
        makeFunction(kernel, kernel.getSymName() + ".tiles",
                     "cameo.kernel_tiles", {}, {index, index, index});
    KernelEmitter tiles(kernel, tilesFunc, /*isBody=*/false, target);
    FailureOr<Tiling> tiling = strategy->tiling(kernel, tiles);
    if (failed(tiling) || tiles.hadError)
      return failure();
    Value scratch =
        tiling->scratchBytes ? tiling->scratchBytes : tiles.index(0);
    tiles.b.setInsertionPointToEnd(&tilesFunc.getBody().front());
    func::ReturnOp::create(tiles.b,
                           ValueRange{tiling->tiles, tiling->grain, scratch});
    return success();
  }
};
} // namespace
