// SPDX-License-Identifier: Apache-2.0
#ifndef CAMEO_COMPILER_KERNELS_PASSES
#define CAMEO_COMPILER_KERNELS_PASSES

include "mlir/Pass/PassBase.td"

def FormKernels : Pass<"cameo-form-kernels", "::mlir::ModuleOp"> {
  let summary = "Outlines tensor computations into cameo.kernel, leaves a schedule of cameo.launch";
  let description = [{
    Takes functions of linalg, tensor and cameo computations. Leaves in them what a schedule may
    hold (see cameo-verify-schedule); each computation becomes a kernel whose destinations are
    `tensor.empty` in the schedule.
  }];
  let dependentDialects = ["::cameo::CameoDialect", "::mlir::tensor::TensorDialect",
                           "::mlir::arith::ArithDialect", "::mlir::affine::AffineDialect",
                           "::mlir::linalg::LinalgDialect"];
}

def MergeKernels : Pass<"cameo-merge-kernels", "::mlir::ModuleOp"> {
  let summary = "Keeps one of several equal kernels, for all launches of them";
}

def VerifySchedule : Pass<"cameo-verify-schedule", "::mlir::ModuleOp"> {
  let summary = "Fails on every operation that a schedule or a kernel may not hold";
}

#endif
