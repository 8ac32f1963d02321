// SPDX-License-Identifier: Apache-2.0
// What happens to a model, top to bottom, with the reason for each step.
#include "compiler/Pipeline/Pipelines.h"
#include "compiler/CPU/Passes.h"
#include "compiler/Emit/Passes.h"
#include "compiler/GPU/Passes.h"
#include "compiler/Graph/Passes.h"
#include "compiler/Kernels/Passes.h"
#include "compiler/Lowering/Passes.h"
#include "compiler/Memory/Passes.h"
#include "compiler/Pipeline/Evaluate.h"
#include "mlir/Conversion/Passes.h"
#include "mlir/Dialect/Arith/Transforms/Passes.h"
#include "mlir/Dialect/MemRef/Transforms/Passes.h"
#include "mlir/Pass/PassRegistry.h"
#include "mlir/Transforms/Passes.h"

using namespace mlir;
using namespace cameo;

/// MLIR's canonical forms but one: that pattern gives what a loop carries the
/// static shape of its initial value, which is wrong where the loop makes it
/// grow (a decoder's list of tokens).
static std::unique_ptr<Pass> canonicalizer() {
  return createCanonicalizerPass(
      GreedyRewriteConfig(), {"(anonymous namespace)::ForOpTensorCastFolder"});
}

static std::unique_ptr<Pass> describeCPU(const PipelineOptions &options) {
  CPUTargetOptions target;
  target.triple = options.triple;
  target.mcpu = options.mcpu;
  target.cores = options.threads;
  return createCPUTarget(target);
}

void cameo::buildGraphPipeline(OpPassManager &pm,
                               const PipelineOptions &options) {
  // What other operators say together goes before anything looks for them.
  pm.addPass(createDecomposeContrib());
  // Shapes decide what may be fused and what is constant.
  pm.addPass(createInferShapes());
  // What comes of it is optimised like any graph.
  pm.addPass(createDifferentiate());
  // Arithmetic on shapes and operators that do nothing go: what is left shows
  // its pattern.
  pm.addPass(createCanonicalizeONNX());
  // What a formula reads twice is one value.
  pm.addPass(createCSEPass());
  // Normalisations and activations as exporters write them become one operator
  // each.
  pm.addPass(createFuseNorms());
  pm.addPass(createFuseActivations());
  // Weights of 8 bits stay so: before they are evaluated.
  pm.addPass(createFuseQuantised());
  // Into the weights before it, which are constants: before they are evaluated.
  pm.addPass(createFuseBatchNorm());
  pm.addPass(createPoolBeforeConv());
  // A CPU computes on floats; weights are converted when they are evaluated.
  if (!options.cuda)
    pm.addPass(createWidenHalf());
  pm.addPass(createEvaluateConstants());
  // With what the evaluation told.
  pm.addPass(createCanonicalizeONNX());
  pm.addPass(createCSEPass());
}

void cameo::buildLoweringPipeline(OpPassManager &pm,
                                  const PipelineOptions &options) {
  // Each operator by its family's lowering; reports all that have none.
  pm.addPass(createLowerONNX());
  // Lowerings ask for sizes freely: many are equal, most are constant.
  pm.addPass(canonicalizer());
  pm.addPass(createCSEPass());
}

void cameo::buildKernelsPipeline(OpPassManager &pm,
                                 const PipelineOptions &options) {
  // Vector widths and cache sizes, as data, for layouts and fusion.
  if (options.cuda) {
    GPUTargetOptions target;
    target.arch = options.gpuArch;
    target.variant = options.gpuVariant;
    target.math = options.gpuMath;
    pm.addPass(createGPUTarget(target));
  } else {
    pm.addPass(describeCPU(options));
  }
  // Arithmetic on sizes leaves the tensors before they are grouped.
  pm.addPass(createHostScalars());
  pm.addPass(canonicalizer());
  // Recurrent layers as one kernel, or as loops whose products the next steps
  // see.
  pm.addPass(createRecurrences());
  // Regions of convolutions take blocked channels; matrix products take what
  // transposes them and packed weights.
  ConvLayoutOptions layout;
  layout.winograd = options.evaluating ? "off" : options.winograd;
  pm.addPass(createConvLayout(layout));
  pm.addPass(createFoldPermutations());
  pm.addPass(createFoldRepeats());
  // Pairs of bf16 where the user allows it; then panels of them.
  if (options.fastMath.bf16 && !options.evaluating && !options.cuda)
    pm.addPass(createBFloatProducts());
  if (!options.evaluating)
    pm.addPass(createPackWeights());
  pm.addPass(canonicalizer());
  pm.addPass(createCSEPass());
  // What is the same in every round of a loop is done once before it: weights
  // that are packed or cut there, sizes.
  pm.addPass(createLoopInvariantCodeMotionPass());
  // So is, when the model is compiled, what branches make of weights.
  if (!options.evaluating)
    pm.addPass(createHoistConstants());
  // Tables of 2 and 4 bits stay packed where they are read.
  pm.addPass(createFoldUnpacking());
  // Groups of operations become kernels; what stays is the schedule.
  pm.addPass(createFormKernels());
  pm.addPass(canonicalizer());
  pm.addPass(createCSEPass());
  // What was packed of constants is computed now.
  if (!options.evaluating) {
    pm.addPass(createEvaluateLaunches());
    pm.addPass(canonicalizer());
  }
  // Few, long loops; then each kernel once.
  pm.addPass(createCollapseDims());
  // Concatenations are written by those who compute their parts.
  if (!options.cuda)
    pm.addPass(createPlaceConcats());
  // Caches that a caller lends grow in place.
  if (!options.cuda && !options.evaluating)
    pm.addPass(createAppendCaches());
  // While each kernel still knows its scales: those become arguments next.
  if (!options.cuda)
    pm.addPass(createExpandDivisions());
  pm.addPass(createMergeKernels());
  // For profiles, while kernels still say what they compute.
  pm.addPass(createAnnotateCosts());
  // Who runs what, and the copies between.
  if (options.cuda)
    pm.addPass(createPlaceKernels());
  // The boundary: names what may not cross it.
  pm.addPass(createVerifySchedule());
}

void cameo::buildCPUPipeline(OpPassManager &pm,
                             const PipelineOptions &options) {
  // What the device takes; the rest is compiled as ever.
  if (options.cuda) {
    pm.addPass(createGPUKernels());
    pm.addPass(createExpandScalarMath());
    pm.addPass(describeCPU(options));
  }
  // A strategy per kernel emits loops on vectors.
  pm.addPass(createCPUKernels());
  // Elementary functions as arithmetic on vectors: libm is scalar.
  pm.addPass(createExpandMath());
  pm.addPass(createExpandHalves());
  pm.addNestedPass<func::FuncOp>(canonicalizer());
  pm.addNestedPass<func::FuncOp>(createCSEPass());
}

void cameo::buildLLVMPipeline(OpPassManager &pm,
                              const PipelineOptions &options) {
  // Tensors of the schedule become pointers; then sizes fold, and each buffer
  // gets its place.
  pm.addPass(createBufferizeSchedule());
  pm.addPass(canonicalizer());
  pm.addPass(createCSEPass());
  PlanMemoryOptions plan;
  plan.print = options.printMemoryPlan;
  pm.addPass(createPlanMemory(plan));

  // Kernels and schedule lose their structured control flow, function by
  // function in parallel.
  OpPassManager &functions = pm.nest<func::FuncOp>();
  // Transfers of several dimensions become loops over one.
  functions.addPass(createConvertVectorToSCFPass(
      VectorTransferToSCFOptions().enableFullUnroll()));
  functions.addPass(memref::createExpandStridedMetadataPass());
  functions.addPass(createLowerAffinePass());
  // Ceil and floor divisions, bf16 and minimumf in terms that LLVM has.
  arith::ArithExpandOpsPassOptions expand;
  expand.includeBf16 = true;
  functions.addPass(arith::createArithExpandOpsPass(expand));
  functions.addPass(createSCFToControlFlowPass());

  // The binary interface: bare pointers for kernels, NAME.run and NAME.plan for
  // the schedule.
  KernelArgumentsOptions arguments;
  arguments.name = options.name;
  pm.addPass(createKernelArguments(arguments));
  LowerScheduleOptions schedule;
  schedule.name = options.name;
  pm.addPass(createLowerSchedule(schedule));

  // Modules of a few kernels each are converted and compiled in parallel.
  PartitionOptions partition;
  if (options.wholeModule)
    partition.size = 0;
  pm.addPass(createPartition(partition));
  OpPassManager &parts = pm.nest<ModuleOp>();
  parts.addPass(createConvertVectorToLLVMPass());
  // libm for what has no LLVM intrinsic, after those that have one.
  parts.addPass(createConvertMathToLLVMPass());
  parts.addPass(createConvertMathToLibmPass());
  parts.addPass(createConvertComplexToLibm());
  parts.addPass(createConvertComplexToLLVMPass());
  parts.addPass(createConvertToLLVMPass());
  parts.addPass(createReconcileUnrealizedCastsPass());
}

namespace {
struct CommandLineOptions : PassPipelineOptions<CommandLineOptions> {
  Option<std::string> name{*this, "name", llvm::cl::desc("Prefix of symbols"),
                           llvm::cl::init("model")};
  Option<std::string> triple{*this, "triple", llvm::cl::desc("Target triple"),
                             llvm::cl::init("")};
  Option<std::string> mcpu{*this, "mcpu", llvm::cl::desc("CPU"),
                           llvm::cl::init("x86-64-v3")};
  Option<unsigned> threads{*this, "threads", llvm::cl::desc("Workers"),
                           llvm::cl::init(0)};
  Option<std::string> winograd{*this, "winograd",
                               llvm::cl::desc("auto, f2 or off"),
                               llvm::cl::init("auto")};
  Option<bool> bf16{*this, "fast-math-bf16",
                    llvm::cl::desc("Allow products of bf16"),
                    llvm::cl::init(false)};
  Option<bool> cuda{*this, "cuda", llvm::cl::desc("Kernels for an NVIDIA GPU"),
                    llvm::cl::init(false)};
  Option<bool> wholeModule{*this, "whole-module",
                           llvm::cl::desc("Do not split over modules"),
                           llvm::cl::init(false)};

  PipelineOptions get() const {
    PipelineOptions o;
    o.name = name;
    o.triple = triple;
    o.mcpu = mcpu;
    o.threads = threads;
    o.winograd = winograd;
    o.fastMath.bf16 = bf16;
    o.wholeModule = wholeModule;
    o.cuda = cuda;
    return o;
  }
};
} // namespace

void cameo::registerPipelines() {
  auto add = [](StringRef name, StringRef what,
                void (*build)(OpPassManager &, const PipelineOptions &)) {
    PassPipelineRegistration<CommandLineOptions>(
        name, what, [build](OpPassManager &pm, const CommandLineOptions &o) {
          build(pm, o.get());
        });
  };
  add("cameo-graph", "onnx as imported to onnx simplified", buildGraphPipeline);
  add("cameo-lowering", "onnx to linalg on tensors", buildLoweringPipeline);
  add("cameo-kernels", "linalg on tensors to schedule and kernels",
      buildKernelsPipeline);
  add("cameo-cpu", "kernels to functions on buffers", buildCPUPipeline);
  add("cameo-llvm", "schedule and kernel functions to the llvm dialect",
      buildLLVMPipeline);
}
