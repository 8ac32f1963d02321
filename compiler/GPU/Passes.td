// SPDX-License-Identifier: Apache-2.0
#ifndef CAMEO_COMPILER_GPU_PASSES
#define CAMEO_COMPILER_GPU_PASSES

include "mlir/Pass/PassBase.td"

def GPUTarget : Pass<"cameo-gpu-target", "::mlir::ModuleOp"> {
  let summary = "Describes the GPU to compile for in the module's attributes cameo.target and cameo.gpu";
  let options = [
    Option<"arch", "arch", "std::string", "\"sm_80\"", "The oldest chip that the code must run on">,
    Option<"variant", "variant", "std::string", "\"\"", "A chip for which kernels may have another form as well: sm_90a, or none">,
    Option<"math", "math", "std::string", "\"fp32\"", "Precision of matrix products: fp32, tf32, fp16, bf16">];
}

def PlaceKernels : Pass<"cameo-place-kernels", "::mlir::ModuleOp"> {
  let summary = "Decides which kernels run on the device, and makes every copy explicit";
  let description = [{
    Kernels that the device can run get the attribute `cameo.device`; the rest, and arithmetic on
    shapes, stay with the host. Where a tensor is needed in the other memory a `cameo.transfer`
    follows its definition. Inputs and outputs of the model are in the host's memory.
  }];
  let dependentDialects = ["::cameo::CameoDialect", "::mlir::tensor::TensorDialect"];
}

def GPUKernels : Pass<"cameo-gpu-kernels", "::mlir::ModuleOp"> {
  let summary = "Turns each kernel with cameo.device into a function of the GPU, on buffers";
  let description = [{
    The first strategy of an ordered list that matches emits `@k`, what each thread does, and
    `@k.tiles`, which tells the blocks, the threads of a block and the bytes of shared memory. If
    the target has a variant, also `@k.sm_90a` where that chip's instructions do better
    (`cameo.variant` of `@k`): grid and arguments are those of `@k`, with tensor maps behind.
  }];
  let dependentDialects = ["::mlir::func::FuncDialect", "::mlir::scf::SCFDialect",
                           "::mlir::arith::ArithDialect", "::mlir::math::MathDialect",
                           "::mlir::vector::VectorDialect", "::mlir::memref::MemRefDialect",
                           "::mlir::affine::AffineDialect", "::mlir::NVVM::NVVMDialect",
                           "::mlir::LLVM::LLVMDialect", "::cameo::CameoDialect"];
}

def ExpandScalarMath : Pass<"cameo-gpu-expand-math", "::mlir::ModuleOp"> {
  let summary = "Functions that the C library computes on a CPU become arithmetic in the GPU's kernels";
  let description = [{
    Sine, cosine and tangent of any f32, powers; products of bytes by fours are one instruction. What cameo-expand-math expands stays for it.
  }];
  let dependentDialects = ["::mlir::arith::ArithDialect", "::mlir::math::MathDialect",
                           "::mlir::scf::SCFDialect", "::mlir::NVVM::NVVMDialect",
                           "::mlir::LLVM::LLVMDialect"];
}

#endif
