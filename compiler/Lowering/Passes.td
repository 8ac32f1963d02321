// SPDX-License-Identifier: Apache-2.0
#ifndef CAMEO_COMPILER_LOWERING_PASSES
#define CAMEO_COMPILER_LOWERING_PASSES

include "mlir/Pass/PassBase.td"

def LowerONNX : Pass<"cameo-lower-onnx", "::mlir::ModuleOp"> {
  let summary = "onnx dialect to linalg, tensor, scf, arith, math and cameo on tensors";
  let description = [{
    One lowering per operator, registered by family (Registry.h). Reports every operator that has
    none before it changes anything.
  }];
  let dependentDialects = [
    "::mlir::linalg::LinalgDialect", "::mlir::tensor::TensorDialect", "::mlir::scf::SCFDialect",
    "::mlir::arith::ArithDialect", "::mlir::math::MathDialect", "::mlir::affine::AffineDialect",
    "::mlir::memref::MemRefDialect", "::cameo::CameoDialect"];
}

#endif
