// SPDX-License-Identifier: Apache-2.0
#include "compiler/Pipeline/Evaluate.h"
#include "compiler/CPU/Passes.h"
#include "compiler/Emit/Jit.h"
#include "compiler/Graph/ConstantEvaluator.h"
#include "compiler/Pipeline/Pipelines.h"
#include "dialects/Cameo/Cameo.h"
#include "mlir/Dialect/Func/IR/FuncOps.h"
#include "mlir/Dialect/Linalg/IR/Linalg.h"
#include "mlir/Pass/PassManager.h"
#include "llvm/ADT/StringSet.h"

using namespace mlir;
using namespace cameo;

/// Large constants of @main become arguments, so that the run reads them where they are.
static SmallVector<ElementsAttr> constantsToArguments(func::FuncOp main) {
  SmallVector<ElementsAttr> inputs;
  Block &body = main.getBody().front();
  main.walk([&](arith::ConstantOp op) {
    auto value = dyn_cast<DenseResourceElementsAttr>(op.getValue());
    if (!value)
      return;
    inputs.push_back(value);
    op.replaceAllUsesWith(body.addArgument(op.getType(), op.getLoc()));
    op.erase();
  });
  main.setFunctionType(FunctionType::get(
      main.getContext(), body.getArgumentTypes(), main.getResultTypes()));
  return inputs;
}

llvm::FailureOr<SmallVector<ElementsAttr>>
cameo::evaluateSchedule(ModuleOp module) {
  SmallVector<ElementsAttr> inputs =
      constantsToArguments(module.lookupSymbol<func::FuncOp>("main"));
  PassManager pm(module.getContext(), ModuleOp::getOperationName());
  PipelineOptions options;
  options.name = "constants";
  options.mcpu = "native";
  // Constants of a GPU's model are computed here all the same.
  if (module->removeAttr("cameo.gpu")) {
    CPUTargetOptions target;
    target.mcpu = options.mcpu;
    pm.addPass(createCPUTarget(target));
  }
  buildCPUPipeline(pm, options);
  buildLLVMPipeline(pm, options);
  if (failed(pm.run(module)))
    return failure();
  return runOnce(module, options.name, inputs);
}

namespace {
// What is computed from constants may take this much memory or time, whatever the
// model says: 1 GB or a multiple of its constants (Winograd's filters are four
// times as large), and some seconds. Weights that a ConstantOfShape fills come from
// no constant of their size: light_vgg19 packs 411 MB of them.
constexpr int64_t smallBytes = int64_t(1) << 30;
constexpr int64_t maxGrowth = 8;
constexpr double maxIterations = 1e10;

/// The bytes of a tensor of known sizes; 0 of anything else.
double bytesOf(Type type) {
  auto tensor = dyn_cast<RankedTensorType>(type);
  if (!tensor || !tensor.hasStaticShape())
    return 0;
  double bytes = tensor.getElementType().isIntOrFloat()
                     ? llvm::divideCeil(tensor.getElementTypeBitWidth(), 8)
                     : 16;
  for (int64_t size : tensor.getShape())
    bytes *= double(size);
  return bytes;
}

/// How often the innermost loops of a kernel run, where sizes are known.
double iterations(KernelOp kernel) {
  double total = 0;
  kernel.walk([&](Operation *op) {
    if (auto loops = dyn_cast<linalg::LinalgOp>(op)) {
      double n = 1;
      for (int64_t range : loops.getStaticLoopRanges())
        n *= ShapedType::isDynamic(range) ? 1.0 : double(range);
      total += n;
    } else if (auto conv = dyn_cast<ConvOp>(op)) {
      // In bytes of both: near enough, and never less.
      total += bytesOf(conv.getResult().getType()) *
               std::max(1.0, bytesOf(conv.getFilter().getType()) / 16);
    }
  });
  return total;
}

struct EvaluateLaunches
    : PassWrapper<EvaluateLaunches, OperationPass<ModuleOp>> {
  MLIR_DEFINE_EXPLICIT_INTERNAL_INLINE_TYPE_ID(EvaluateLaunches)
  StringRef getArgument() const final { return "cameo-evaluate-launches"; }
  StringRef getDescription() const final {
    return "Runs launches on constants at compile time; their results become "
           "constants";
  }
  void getDependentDialects(DialectRegistry &registry) const override {
    registry.insert<arith::ArithDialect, func::FuncDialect>();
  }

  void runOnOperation() override {
    auto main = getOperation().lookupSymbol<func::FuncOp>("main");
    if (!main || !main.getBody().hasOneBlock())
      return;
    // What follows from constants alone, in order. Only launches make that worth while: the
    // rest folds.
    SymbolTable symbols(getOperation());
    double constantBytes = 0;
    main.walk(
        [&](arith::ConstantOp op) { constantBytes += bytesOf(op.getType()); });
    double mostBytes = std::max(double(smallBytes), maxGrowth * constantBytes);
    auto isCheap = [&](Operation &op) {
      auto launch = dyn_cast<LaunchOp>(op);
      return llvm::all_of(
                 op.getResultTypes(),
                 [&](Type type) { return bytesOf(type) <= mostBytes; }) &&
             (!launch || iterations(symbols.lookup<KernelOp>(
                             launch.getCallee())) <= maxIterations);
    };
    SetVector<Operation *> constant;
    // Those of them that it takes a launch to compute.
    DenseSet<Operation *> launched;
    for (Operation &op : main.getBody().front().without_terminator()) {
      bool pure =
          isa<LaunchOp, tensor::EmptyOp, tensor::CastOp, tensor::ExpandShapeOp,
              tensor::CollapseShapeOp, tensor::ReshapeOp, WordsOp, PackedOp,
              tensor::FromElementsOp, tensor::ExtractOp, tensor::DimOp,
              arith::ConstantOp>(op) ||
          (isa_and_nonnull<arith::ArithDialect>(op.getDialect()));
      if (!pure ||
          !llvm::all_of(op.getOperands(),
                        [&](Value v) {
                          return v.getDefiningOp() &&
                                 constant.contains(v.getDefiningOp());
                        }) ||
          !isCheap(op))
        continue;
      constant.insert(&op);
      if (isa<LaunchOp>(op) || llvm::any_of(op.getOperands(), [&](Value v) {
            return launched.contains(v.getDefiningOp());
          }))
        launched.insert(&op);
    }
    // Wanted: results of launches that something else reads.
    SmallVector<Value> wanted;
    for (Operation *op : constant)
      for (Value v : op->getResults()) {
        if (launched.contains(op) && isa<RankedTensorType>(v.getType()) &&
            cast<RankedTensorType>(v.getType()).hasStaticShape() &&
            llvm::any_of(v.getUsers(), [&](Operation *user) {
              return !constant.contains(user);
            }))
          wanted.push_back(v);
      }
    if (wanted.empty())
      return;

    OwningOpRef<ModuleOp> copy = ModuleOp::create(getOperation().getLoc());
    (*copy)->setAttrs(getOperation()->getAttrDictionary());
    OpBuilder b = OpBuilder::atBlockEnd(copy->getBody());
    auto evaluated = func::FuncOp::create(
        b, main.getLoc(), "main",
        b.getFunctionType({}, TypeRange(ValueRange(wanted))));
    b.setInsertionPointToStart(evaluated.addEntryBlock());
    IRMapping map;
    // Only what the wanted values need.
    SetVector<Operation *> needed;
    SmallVector<Operation *> work =
        llvm::map_to_vector(wanted, [](Value v) { return v.getDefiningOp(); });
    while (!work.empty()) {
      Operation *op = work.pop_back_val();
      if (!needed.insert(op))
        continue;
      for (Value operand : op->getOperands())
        work.push_back(operand.getDefiningOp());
    }
    SetVector<Operation *> kernels;
    for (Operation *op : constant)
      if (needed.contains(op)) {
        b.clone(*op, map);
        if (auto launch = dyn_cast<LaunchOp>(op))
          kernels.insert(symbols.lookup(launch.getCallee()));
      }
    func::ReturnOp::create(
        b, main.getLoc(),
        llvm::map_to_vector(wanted, [&](Value v) { return map.lookup(v); }));
    b.setInsertionPointToEnd(copy->getBody());
    for (Operation *kernel : kernels)
      b.clone(*kernel);
    FailureOr<SmallVector<ElementsAttr>> results = [&] {
      // What cannot be computed now is no error: the run computes it.
      ScopedDiagnosticHandler silence(&getContext(),
                                      [](Diagnostic &) { return success(); });
      return evaluateSchedule(*copy);
    }();
    if (failed(results))
      return;
    for (auto [v, value] : llvm::zip_equal(wanted, *results)) {
      OpBuilder at(v.getDefiningOp());
      auto fresh = arith::ConstantOp::create(at, v.getLoc(), v.getType(),
                                             cast<TypedAttr>(value));
      v.replaceAllUsesWith(fresh);
    }
    for (Operation *op : llvm::reverse(constant))
      if (op->use_empty())
        op->erase();
    // Kernels that nothing calls any more.
    llvm::StringSet<> used;
    main.walk([&](LaunchOp launch) { used.insert(launch.getCallee()); });
    for (Operation *kernel : kernels)
      if (!used.contains(SymbolTable::getSymbolName(kernel).getValue()))
        kernel->erase();
  }
};
} // namespace

std::unique_ptr<Pass> cameo::createEvaluateLaunches() {
  return std::make_unique<EvaluateLaunches>();
}
void cameo::registerEvaluateLaunches() { PassRegistration<EvaluateLaunches>(); }

void cameo::installConstantEvaluator() {
  setConstantEvaluator(
      [](ModuleOp module) -> FailureOr<SmallVector<ElementsAttr>> {
        PassManager pm(module.getContext(), ModuleOp::getOperationName());
        PipelineOptions options;
        options.name = "constants";
        options.evaluating = true;
        buildLoweringPipeline(pm, options);
        buildKernelsPipeline(pm, options);
        if (failed(pm.run(module)))
          return failure();
        return evaluateSchedule(module);
      });
}
