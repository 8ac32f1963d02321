// SPDX-License-Identifier: Apache-2.0
// The pipelines of the compiler, one function per boundary of docs/architecture.md.
#ifndef CAMEO_COMPILER_PIPELINE_PIPELINES_H
#define CAMEO_COMPILER_PIPELINE_PIPELINES_H

#include "compiler/Pipeline/FastMath.h"
#include "mlir/Pass/PassManager.h"

namespace cameo {

struct PipelineOptions {
  std::string name = "model"; ///< prefix of the model's symbols
  std::string triple;         ///< empty: the host's
  std::string mcpu = "native";
  unsigned threads = 0;          ///< workers to plan for; 0: unknown
  std::string winograd = "auto"; ///< auto, f2 or off
  FastMath fastMath;             ///< what may be less exact than the model says
  bool printMemoryPlan = false;
  bool wholeModule = false; ///< code in one module: for reading, not for speed
  bool evaluating =
      false; ///< the module computes constants: it runs once, at compile time
  bool cuda = false; ///< kernels for an NVIDIA GPU, where it can run them
  std::string gpuArch = "sm_80"; ///< the oldest chip
  std::string gpuVariant; ///< sm_90a: kernels have a form for that chip too
  std::string gpuMath = "fp32"; ///< precision of matrix products on it
};

/// onnx dialect as imported → onnx dialect that is simple, typed and free of dead computation.
void buildGraphPipeline(mlir::OpPassManager &pm,
                        const PipelineOptions &options);
/// onnx dialect → linalg, tensor, scf, arith, math, cameo.
void buildLoweringPipeline(mlir::OpPassManager &pm,
                           const PipelineOptions &options);
/// linalg → schedule and kernels.
void buildKernelsPipeline(mlir::OpPassManager &pm,
                          const PipelineOptions &options);
/// Kernels → functions on buffers.
void buildCPUPipeline(mlir::OpPassManager &pm, const PipelineOptions &options);
/// Schedule and kernel functions → the functions of abi.h, in the llvm dialect.
void buildLLVMPipeline(mlir::OpPassManager &pm, const PipelineOptions &options);

/// Registers them as cameo-graph, cameo-lowering, cameo-kernels, cameo-cpu, cameo-llvm.
void registerPipelines();

} // namespace cameo

#endif
