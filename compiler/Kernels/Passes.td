// SPDX-License-Identifier: Apache-2.0
#ifndef CAMEO_COMPILER_KERNELS_PASSES
#define CAMEO_COMPILER_KERNELS_PASSES

include "mlir/Pass/PassBase.td"

def ConvLayout : Pass<"cameo-conv-layout", "::mlir::ModuleOp"> {
  let summary = "Lets regions around convolutions work on tensors with channels in blocks";
  let description = [{
    The block is the target's: the f32 elements of one vector. Convolutions, depthwise ones
    included, pooling, element-wise work, sums over pixels and concatenations stay blocked from
    one convolution to the next; filters are packed by computations on constants; conversions
    are left at the borders only. First layers read the plain input.

    3x3 convolutions of stride 1 with constant filters go Winograd's way where that is faster by
    an estimate from shapes and target.
  }];
  let options = [Option<"winograd", "winograd", "std::string", "\"auto\"",
                        "auto, f2 (2x2 outputs at most) or off">];
  let dependentDialects = ["::cameo::CameoDialect", "::mlir::tensor::TensorDialect",
                           "::mlir::arith::ArithDialect", "::mlir::linalg::LinalgDialect"];
}

def FoldPermutations : Pass<"cameo-fold-permutations", "::mlir::ModuleOp"> {
  let summary = "Makes transposes around matrix products part of their indexing maps";
  let dependentDialects = ["::mlir::linalg::LinalgDialect"];
}

def FoldRepeats : Pass<"cameo-fold-repeats", "::mlir::ModuleOp"> {
  let summary = "Lets attention read heads of keys and values that are written once for several of queries";
  let description = [{
    Where the target has attention as one kernel: a copy of [batch, heads, length, width] to [batch,
    heads * n, length, width] becomes the index `h floordiv n` of the product that reads it.
  }];
  let dependentDialects = ["::mlir::tensor::TensorDialect", "::mlir::arith::ArithDialect",
                           "::mlir::affine::AffineDialect", "::mlir::linalg::LinalgDialect"];
}

def FoldUnpacking : Pass<"cameo-fold-unpacking", "::mlir::ModuleOp"> {
  let summary = "Lets computations read elements of 2 and 4 bits where they are packed";
  let description = [{
    Reads at computed places (Gather) take their element from the packed tensor, whoever brings it;
    element-wise computations do so with weights, which otherwise would be unpacked when the model is compiled. What follows from
    weights alone stays, for that is computed then.
  }];
  let dependentDialects = ["::mlir::tensor::TensorDialect", "::mlir::arith::ArithDialect",
                           "::mlir::linalg::LinalgDialect"];
}

def BFloatProducts : Pass<"cameo-bfloat-products", "::mlir::ModuleOp"> {
  let summary = "Matrix products of f32 with constant weights multiply bf16";
  let description = [{
    `--fast-math=bf16`. Weights are rounded when the model is compiled, what they meet where it is computed;
    sums and results stay f32. Where the target has no an instruction for it, or the depth is not even, known, and the
    last dimension of what the weights meet, the weights alone are bf16 and widened to multiply.
  }];
  let dependentDialects = ["::cameo::CameoDialect", "::mlir::tensor::TensorDialect",
                           "::mlir::arith::ArithDialect", "::mlir::linalg::LinalgDialect"];
}

def PackWeights : Pass<"cameo-pack-weights", "::mlir::ModuleOp"> {
  let summary = "Lays constant operands of matrix products out in panels of a register tile";
  let description = [{
    An operand [k, n] becomes [n / panel][k][panel], padded with zeros, and its indexing map
    (n floordiv panel, k, n mod panel). Weights of 2, 4 and 8 bits that a computation dequantises
    block by block stay integers where the target says `block_weights`: see BlockWeights.h. Halves that are
    widened for a product stay halves, and its body widens them. The
    packing is a computation on constants, done when the model is compiled.
  }];
  let dependentDialects = ["::mlir::tensor::TensorDialect", "::mlir::arith::ArithDialect",
                           "::mlir::linalg::LinalgDialect"];
}

def Recurrences : Pass<"cameo-recurrences", "::mlir::ModuleOp"> {
  let summary = "Packs the weights of cameo.recurrence, or makes it a loop over the steps";
  let description = [{
    Packed, for a kernel that runs all steps, where the target has one (`fused_recurrence`) and the
    number of units is known; else products and gates of a step are linalg in a loop of the schedule.
  }];
  let dependentDialects = ["::cameo::CameoDialect", "::mlir::tensor::TensorDialect", "::mlir::arith::ArithDialect",
                           "::mlir::linalg::LinalgDialect", "::mlir::memref::MemRefDialect",
                           "::mlir::scf::SCFDialect"];
}

def HoistConstants : Pass<"cameo-hoist-constants", "::mlir::ModuleOp"> {
  let summary = "Takes what follows from stored constants out of loops and branches";
  let description = [{
    There it is computed when the model is compiled, whichever branch a run takes.
  }];
}

def HostScalars : Pass<"cameo-host-scalars", "::mlir::ModuleOp"> {
  let summary = "Tensors of a few elements that follow from sizes become scalars of the schedule";
  let description = [{
    Unrolls linalg, slices, concatenations and reshapes of small static integer tensors (and very
    small float ones) whose elements the schedule knows into scalar arithmetic and
    `tensor.from_elements`; canonicalisation then folds what reads them.
  }];
  let dependentDialects = ["::mlir::tensor::TensorDialect", "::mlir::arith::ArithDialect"];
}

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

def CollapseDims : Pass<"cameo-collapse-dims", "::mlir::ModuleOp"> {
  let summary = "Dimensions that a kernel's operations walk together become one";
  let description = [{
    For kernels of element-wise work and reductions. Arguments keep their types behind
    `tensor.collapse_shape`, results behind `tensor.expand_shape`: views of whole buffers.
  }];
  let dependentDialects = ["::mlir::tensor::TensorDialect", "::mlir::linalg::LinalgDialect",
                           "::mlir::arith::ArithDialect"];
}

def PlaceConcats : Pass<"cameo-place-concats", "::mlir::ModuleOp"> {
  let summary = "Kernels write parts of concatenations where these want them";
  let description = [{
    A launch that only copies its operands side by side is replaced: the kernels of the operands take
    the whole tensor as a destination and return it with `tensor.insert_slice` of what they compute;
    one launch passes it on to the next.
  }];
  let dependentDialects = ["::mlir::tensor::TensorDialect"];
}

def AppendCaches : Pass<"cameo-append-caches", "::mlir::ModuleOp"> {
  let summary = "Rows that a model appends to an input are written into its buffer, if that is lent";
  let description = [{
    Takes a launch that writes an argument of `@main` and new rows behind it into one tensor, and computations that
    store rows over that or over the argument itself, if `@main` returns the result, nothing but attention reads it,
    and nothing else the argument. The destination becomes a `cameo.cache`, the part that is the argument a launch
    of its own. `cameo.updates` of `@main` lists input, output and axis of each.
  }];
  let dependentDialects = ["::mlir::tensor::TensorDialect"];
}

def ExpandDivisions : Pass<"cameo-expand-divisions", "::mlir::ModuleOp"> {
  let summary = "Divisions by known scales that a rounding follows become products";
  let description = [{
    Where the target fuses multiplication and addition, and what is divided is clamped to few quanta. The
    integers are the same: each float next to half of one is tried.
  }];
  let dependentDialects = ["::mlir::arith::ArithDialect", "::mlir::math::MathDialect"];
}

def MergeKernels : Pass<"cameo-merge-kernels", "::mlir::ModuleOp"> {
  let summary = "Keeps one of several equal kernels, for all launches of them";
  let description = [{
    Kernels that differ in numbers alone (scales, zero points, bounds), f32 or i32 that are only calculated with,
    become one as well: numbers that differ are arguments of it.
  }];
  let dependentDialects = ["::mlir::arith::ArithDialect"];
}

def VerifySchedule : Pass<"cameo-verify-schedule", "::mlir::ModuleOp"> {
  let summary = "Fails on every operation that a schedule or a kernel may not hold";
}

def AnnotateCosts : Pass<"cameo-annotate-costs", "::mlir::ModuleOp"> {
  let summary = "Writes on each launch how many floating-point operations it takes";
}

#endif
