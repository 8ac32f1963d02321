// SPDX-License-Identifier: Apache-2.0
#include "compiler/Pipeline/Evaluate.h"
#include "compiler/CPU/Passes.h"
#include "compiler/Emit/Jit.h"
#include "compiler/Graph/ConstantEvaluator.h"
#include "compiler/Pipeline/Pipelines.h"
#include "dialects/Cameo/Cameo.h"
#include "mlir/Dialect/Func/IR/FuncOps.h"
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
  main.setFunctionType(FunctionType::get(main.getContext(), body.getArgumentTypes(),
                                         main.getResultTypes()));
  return inputs;
}

llvm::FailureOr<SmallVector<ElementsAttr>> cameo::evaluateSchedule(ModuleOp module) {
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
struct EvaluateLaunches : PassWrapper<EvaluateLaunches, OperationPass<ModuleOp>> {
  MLIR_DEFINE_EXPLICIT_INTERNAL_INLINE_TYPE_ID(EvaluateLaunches)
  StringRef getArgument() const final { return "cameo-evaluate-launches"; }
  StringRef getDescription() const final {
    return "Runs launches on constants at compile time; their results become constants";
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
    SetVector<Operation *> constant;
    for (Operation &op : main.getBody().front().without_terminator()) {
      bool pure = isa<LaunchOp, tensor::EmptyOp, tensor::CastOp, tensor::ExpandShapeOp,
                      tensor::CollapseShapeOp, tensor::ReshapeOp, WordsOp, PackedOp, tensor::FromElementsOp,
                      tensor::ExtractOp, tensor::DimOp, arith::ConstantOp>(op) ||
                  (isa_and_nonnull<arith::ArithDialect>(op.getDialect()));
      if (pure && llvm::all_of(op.getOperands(), [&](Value v) {
            return v.getDefiningOp() && constant.contains(v.getDefiningOp());
          }))
        constant.insert(&op);
    }
    // Wanted: results of launches that something else reads.
    SmallVector<Value> wanted;
    for (Operation *op : constant)
      for (Value v : op->getResults()) {
        bool launched = reaches(v);
        if (launched && isa<RankedTensorType>(v.getType()) &&
            cast<RankedTensorType>(v.getType()).hasStaticShape() &&
            llvm::any_of(v.getUsers(), [&](Operation *user) { return !constant.contains(user); }))
          wanted.push_back(v);
      }
    if (wanted.empty())
      return;

    OwningOpRef<ModuleOp> copy = ModuleOp::create(getOperation().getLoc());
    (*copy)->setAttrs(getOperation()->getAttrDictionary());
    OpBuilder b = OpBuilder::atBlockEnd(copy->getBody());
    auto evaluated = func::FuncOp::create(
        b, main.getLoc(), "main", b.getFunctionType({}, TypeRange(ValueRange(wanted))));
    b.setInsertionPointToStart(evaluated.addEntryBlock());
    IRMapping map;
    // Only what the wanted values need.
    SetVector<Operation *> needed;
    SmallVector<Operation *> work = llvm::map_to_vector(
        wanted, [](Value v) { return v.getDefiningOp(); });
    while (!work.empty()) {
      Operation *op = work.pop_back_val();
      if (!needed.insert(op))
        continue;
      for (Value operand : op->getOperands())
        work.push_back(operand.getDefiningOp());
    }
    SymbolTable symbols(getOperation());
    SetVector<Operation *> kernels;
    for (Operation *op : constant)
      if (needed.contains(op)) {
        b.clone(*op, map);
        if (auto launch = dyn_cast<LaunchOp>(op))
          kernels.insert(symbols.lookup(launch.getCallee()));
      }
    func::ReturnOp::create(b, main.getLoc(), llvm::map_to_vector(wanted, [&](Value v) {
                             return map.lookup(v);
                           }));
    b.setInsertionPointToEnd(copy->getBody());
    for (Operation *kernel : kernels)
      b.clone(*kernel);
    auto results = evaluateSchedule(*copy);
    if (failed(results))
      return signalPassFailure();
    for (auto [v, value] : llvm::zip_equal(wanted, *results)) {
      OpBuilder at(v.getDefiningOp());
      auto fresh = arith::ConstantOp::create(at, v.getLoc(), v.getType(), cast<TypedAttr>(value));
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

  /// Whether computing `v` takes a launch.
  bool reaches(Value v) {
    Operation *op = v.getDefiningOp();
    if (isa<LaunchOp>(op))
      return true;
    return llvm::any_of(op->getOperands(), [&](Value operand) { return reaches(operand); });
  }
};
} // namespace

std::unique_ptr<Pass> cameo::createEvaluateLaunches() {
  return std::make_unique<EvaluateLaunches>();
}
void cameo::registerEvaluateLaunches() { PassRegistration<EvaluateLaunches>(); }

void cameo::installConstantEvaluator() {
  setConstantEvaluator([](ModuleOp module) -> FailureOr<SmallVector<ElementsAttr>> {
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
