// SPDX-License-Identifier: Apache-2.0
#ifndef CAMEO_COMPILER_CPU_PASSES
#define CAMEO_COMPILER_CPU_PASSES

include "mlir/Pass/PassBase.td"

def CPUTarget : Pass<"cameo-cpu-target", "::mlir::ModuleOp"> {
  let summary = "Describes the CPU to compile for in the module's attribute cameo.target";
  let options = [
    Option<"triple", "triple", "std::string", "\"\"", "Target triple; empty: this machine's">,
    Option<"mcpu", "mcpu", "std::string", "\"x86-64-v3\"", "CPU name as LLVM has it, or native">,
    Option<"cores", "cores", "unsigned", "0", "Cores to plan for; 0: unknown">];
}

def CPUKernels : Pass<"cameo-cpu-kernels", "::mlir::ModuleOp"> {
  let summary = "Turns each cameo.kernel into a function over a range of tiles, on buffers";
  let description = [{
    The first strategy of an ordered list that matches a kernel emits two functions in its place:
    `@k`, the body, and `@k.tiles`, which tells the number of tiles, the grain and the scratch
    memory of a worker. Launches stay as they are.
  }];
  let dependentDialects = ["::mlir::func::FuncDialect", "::mlir::scf::SCFDialect",
                           "::mlir::arith::ArithDialect", "::mlir::math::MathDialect",
                           "::mlir::vector::VectorDialect", "::mlir::memref::MemRefDialect",
                           "::mlir::affine::AffineDialect", "::mlir::LLVM::LLVMDialect",
                           "::cameo::CameoDialect"];
}

def ExpandMath : Pass<"cameo-expand-math", "::mlir::ModuleOp"> {
  let summary = "Elementary functions become arithmetic on scalars and vectors";
  let description = [{
    In f32, with relative errors below 1e-6; f16 and bf16 are computed in f32. Sine and cosine of
    large arguments, f64 and rarer functions remain for the C library.
  }];
  let dependentDialects = ["::mlir::arith::ArithDialect", "::mlir::math::MathDialect",
                           "::mlir::vector::VectorDialect", "::mlir::scf::SCFDialect",
                           "::mlir::LLVM::LLVMDialect"];
}

def ExpandHalves : Pass<"cameo-expand-halves", "::mlir::ModuleOp"> {
  let summary = "Conversions of 16-bit floats that the CPU lacks become arithmetic";
  let description = [{
    Rounded once, to the nearest, ties to even, from f32 and f64 alike. Whatever computes with f16
    does so in f32. By the target's `half_conversion`, `bfloat_conversion` and
    `double_to_half`.
  }];
  let dependentDialects = ["::mlir::arith::ArithDialect", "::mlir::math::MathDialect"];
}

#endif
