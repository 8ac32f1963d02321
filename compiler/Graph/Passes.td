// SPDX-License-Identifier: Apache-2.0
// Passes on the onnx dialect. Their order in the pipeline:
//   onnx-decompose-contrib    fused and quantised operators of com.microsoft as ONNX's
//   onnx-infer-shapes         with the user's --dim and --shape
//   onnx-differentiate        Gradient becomes operators like all others
//   onnx-canonicalize         shape arithmetic and what does nothing goes
//   cse                       so that what a formula reads twice is one value
//   onnx-fuse-norms           decomposed normalisations and activations as exporters write them
//   onnx-fuse-activations
//   onnx-fuse-batch-norm      into the weights before it
//   onnx-evaluate-constants   what depends on constants alone, those weights included
//   onnx-canonicalize         with what the evaluation told
//   cse
#ifndef CAMEO_COMPILER_GRAPH_PASSES
#define CAMEO_COMPILER_GRAPH_PASSES

include "mlir/Pass/PassBase.td"

def InferShapes : Pass<"onnx-infer-shapes", "::mlir::ModuleOp"> {
  let summary = "Types of all values, from those of the inputs";
  let description = [{
    Sets the type of every result in @main: element types, ranks and static sizes; sizes that only the
    run tells become `?`. `dim` and `shape` make dimensions of the inputs static first, wherever their
    names (`cameo.dims`) occur. What the model declares for its outputs yields to what is inferred.
  }];
  let options = [
    ListOption<"dims", "dim", "std::string", "Sizes of named dimensions: NAME=V">,
    ListOption<"inputShapes", "shape", "std::string",
               "Shapes of inputs: INPUT=AxBxC, where ? stands for a size that stays open">];
}

def Differentiate : Pass<"onnx-differentiate", "::mlir::ModuleOp"> {
  let summary = "Gradient becomes the derivative of the graph between xs and y";
  let description = [{
    The graph from xs and zs to y is repeated on the operator's own inputs and gone through backwards:
    element-wise operators, matrix products, reductions and data movement. y's elements are summed up.
    An operator without a derivative is an error.
  }];
}

def DecomposeContrib : Pass<"onnx-decompose-contrib", "::mlir::ModuleOp"> {
  let summary = "Operators of com.microsoft that are others together become those";
  let description = [{
    Convolutions and products with an activation, operators on quantised tensors, embeddings with a
    normalisation. Types of the new values are left to shape inference.
  }];
}

def CanonicalizeONNX : Pass<"onnx-canonicalize", "::mlir::ModuleOp"> {
  let summary = "One form for graphs that mean the same, and less of it";
  let description = [{
    Tensors whose elements shape inference knows become constants; operators that change nothing go; chains
    of reshapes merge; transposes sink until they meet another; Pad moves into convolutions; an If
    whose condition is known becomes its branch. Infers shapes as it goes.
  }];
}

def FuseNorms : Pass<"onnx-fuse-norms", "::mlir::ModuleOp"> {
  let summary = "Decomposed LayerNormalization and RMSNormalization become the operators";
}

def FuseActivations : Pass<"onnx-fuse-activations", "::mlir::ModuleOp"> {
  let summary = "Decomposed Gelu, Swish, HardSwish, HardSigmoid and Mish become the operators";
}

def FuseBatchNorm : Pass<"onnx-fuse-batch-norm", "::mlir::ModuleOp"> {
  let summary = "BatchNormalization, and constants per channel, go into the weights before them";
  let description = [{
    Behind Conv, ConvTranspose and Gemm with constant weights that nothing else reads; elsewhere a
    BatchNormalization becomes Mul and Add. New weights are operators on constants.
  }];
}

def PoolBeforeConv : Pass<"onnx-pool-before-conv", "::mlir::ModuleOp"> {
  let summary = "Means of a pointwise convolution's results become the convolution of means";
  let description = [{
    AveragePool with fewer results than operands, without zeros in its means, and GlobalAveragePool, behind a
    Conv of one tap, stride 1 and no padding that nothing else reads. Runs after onnx-fuse-batch-norm.
  }];
}

def FuseQuantised : Pass<"onnx-fuse-quantised", "::mlir::ModuleOp"> {
  let summary = "Products and convolutions of dequantised 8-bit tensors become those of integers";
  let description = [{
    MatMul of two DequantizeLinear, the second of constant weights with one scale or one per column,
    becomes MatMulInteger, Cast and Mul, and Gemm without factors the same and Add; a Conv of one group whose weights have no zero point becomes ConvInteger, Cast,
    Mul and Add. Runs before onnx-evaluate-constants would make floats of the
    weights.
  }];
}

def WidenHalf : Pass<"onnx-widen-half", "::mlir::ModuleOp"> {
  let summary = "Chains of operators on f16 and bf16 are computed in f32";
  let description = [{
    Casts stand where halves enter a chain and where its results leave it: at inputs, outputs, weights, and operators
    that mean the type they have (Cast, QuantizeLinear). Values within a chain are not rounded to half precision.
    Operators that only move data take part inside of a chain, and leave what comes in as it is.
  }];
}

def EvaluateConstants : Pass<"onnx-evaluate-constants", "::mlir::ModuleOp"> {
  let summary = "Computes at compile time what depends on constants alone";
  let description = [{
    Operators all of whose operands are constants, transitively, move to a module that the ConstantEvaluator
    compiles and runs. Results more than four times as large as their operands and over 16 MB stay
    operators, and so do large tensors that a shape generates, and weights that DequantizeLinear makes with a
    scale for each block or column, or a Cast from f16 or bf16 to f32, and that products alone read.
  }];
  let options = [
    Option<"foldDequantize", "fold-dequantize", "bool", "true",
           "Compute dequantised weights; kernels for quantised ones need them as they are">];
}

#endif
