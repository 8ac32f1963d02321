// SPDX-License-Identifier: Apache-2.0
// cameo-gpu-kernels: each cameo.kernel of the device becomes the pair of
// functions @k and
// @k.tiles, emitted by the first strategy that matches.
#include "compiler/GPU/Passes.h"
#include "compiler/GPU/Recurrence.h"
#include "compiler/GPU/Window.h"
#include "dialects/Cameo/Device.h"
#include "mlir/Dialect/LLVMIR/NVVMDialect.h"

using namespace mlir;
using namespace cameo;

namespace cameo {
#define GEN_PASS_DEF_GPUKERNELS
#include "compiler/GPU/Passes.h.inc"
} // namespace cameo

const GPUStrategyList &cameo::gpuStrategies() {
  static const GPUStrategyList strategies = [] {
    GPUStrategyList list;
    addGPUAttentionStrategies(list);
    addGPUContractionStrategies(list);
    addGPURecurrenceStrategies(list);
    addGPUWindowStrategies(list);
    addGPUComputeStrategies(list);
    addGPURowStrategies(list);
    addGPUElementStrategies(list);
    return list;
  }();
  return strategies;
}

namespace {
struct GPUKernels : cameo::impl::GPUKernelsBase<GPUKernels> {
  void runOnOperation() override {
    TargetDescription target = TargetDescription::get(getOperation());
    for (KernelOp kernel :
         llvm::make_early_inc_range(getOperation().getOps<KernelOp>())) {
      if (!kernel->hasAttr(deviceAttr))
        continue;
      if (failed(emit(kernel, target)))
        return signalPassFailure();
      kernel.erase();
    }
  }

  func::FuncOp makeFunction(KernelOp kernel, Twine name,
                            ArrayRef<Type> results) {
    OpBuilder b(kernel);
    SmallVector<Type> types;
    for (Type t : kernel.getArgumentTypes()) {
      auto tensor = dyn_cast<RankedTensorType>(t);
      types.push_back(
          tensor ? MemRefType::get(tensor.getShape(), tensor.getElementType())
                 : t);
    }
    auto func = func::FuncOp::create(b, kernel.getLoc(), name.str(),
                                     b.getFunctionType(types, results));
    func.setPrivate();
    func.addEntryBlock();
    return func;
  }

  /// What takes the place of `general` on `chip`, if the strategy has it.
  LogicalResult emitVariant(KernelOp kernel, const TargetDescription &target,
                            const GPUStrategy &strategy, func::FuncOp general,
                            StringAttr chip) {
    auto body =
        makeFunction(kernel, kernel.getSymName() + "." + chip.getValue(), {});
    KernelEmitter e(kernel, body, /*isBody=*/false, target);
    FailureOr<bool> emitted = strategy.emitVariant(kernel, e);
    if (failed(emitted) || e.hadError)
      return failure();
    if (!*emitted) {
      body.erase();
      return success();
    }
    e.b.setInsertionPointToEnd(&body.getBody().front());
    func::ReturnOp::create(e.b);
    body->setAttr(deviceAttr, e.b.getUnitAttr());
    general->setAttr(variantAttr, FlatSymbolRefAttr::get(body));
    return success();
  }

  LogicalResult emit(KernelOp kernel, const TargetDescription &target) {
    const GPUStrategy *strategy = nullptr;
    for (const auto &s : gpuStrategies())
      if (s->match(kernel)) {
        strategy = s.get();
        break;
      }
    if (!strategy)
      return kernel.emitError(
          "no strategy of the GPU back end takes this kernel");
    Builder attrs(&getContext());
    auto body = makeFunction(kernel, kernel.getSymName(), {});
    body->setAttr(deviceAttr, attrs.getUnitAttr());
    body->setAttr("cameo.strategy", attrs.getStringAttr(strategy->name()));
    KernelEmitter e(kernel, body, /*isBody=*/false, target);
    if (failed(strategy->emit(kernel, e)) || e.hadError)
      return failure();
    e.b.setInsertionPointToEnd(&body.getBody().front());
    func::ReturnOp::create(e.b);
    auto gpu = getOperation()->getAttrOfType<DictionaryAttr>("cameo.gpu");
    if (auto chip = gpu ? gpu.getAs<StringAttr>("variant") : StringAttr())
      if (failed(emitVariant(kernel, target, *strategy, body, chip)))
        return failure();

    Type index = IndexType::get(&getContext());
    auto tiles = makeFunction(kernel, kernel.getSymName() + ".tiles",
                              {index, index, index});
    tiles->setAttr("cameo.kernel_tiles", attrs.getUnitAttr());
    KernelEmitter t(kernel, tiles, /*isBody=*/false, target);
    FailureOr<Grid> grid = strategy->grid(kernel, t);
    if (failed(grid) || t.hadError)
      return failure();
    Value shared = grid->sharedBytes ? grid->sharedBytes : t.index(0);
    t.b.setInsertionPointToEnd(&tiles.getBody().front());
    func::ReturnOp::create(t.b,
                           ValueRange{grid->blocks, grid->threads, shared});
    return success();
  }
};
} // namespace
