// SPDX-License-Identifier: Apache-2.0
// Operators of the onnx dialect: family Reduction.
#ifndef CAMEO_DIALECTS_ONNX_REDUCTION
#define CAMEO_DIALECTS_ONNX_REDUCTION

include "dialects/ONNX/ONNXBase.td"

//===-- Reductions over axes ----------------------------------------------===//
class ONNX_ReduceOp<string mnemonic, string text> : ONNX_PureOp<mnemonic> {
  let summary = text # " over axes (all if absent)";
  let arguments = (ins ONNX_Tensor:$data, ONNX_OptionalTensor:$axes, FlagOr<1>:$keepdims,
    FlagOr<0>:$noop_with_empty_axes);
  let results = (outs ONNX_Tensor:$reduced);
}
def ONNX_ReduceSumOp : ONNX_ReduceOp<"ReduceSum", "Sum">;
def ONNX_ReduceMeanOp : ONNX_ReduceOp<"ReduceMean", "Mean">;
def ONNX_ReduceMaxOp : ONNX_ReduceOp<"ReduceMax", "Maximum">;
def ONNX_ReduceMinOp : ONNX_ReduceOp<"ReduceMin", "Minimum">;
def ONNX_ReduceProdOp : ONNX_ReduceOp<"ReduceProd", "Product">;
def ONNX_ReduceL1Op : ONNX_ReduceOp<"ReduceL1", "Sum of absolute values">;
def ONNX_ReduceL2Op : ONNX_ReduceOp<"ReduceL2", "Square root of the sum of squares">;
def ONNX_ReduceLogSumOp : ONNX_ReduceOp<"ReduceLogSum", "Logarithm of the sum">;
def ONNX_ReduceLogSumExpOp : ONNX_ReduceOp<"ReduceLogSumExp", "Logarithm of the sum of exponentials">;
def ONNX_ReduceSumSquareOp : ONNX_ReduceOp<"ReduceSumSquare", "Sum of squares">;

class ONNX_ArgOp<string mnemonic, string text> : ONNX_PureOp<mnemonic> {
  let summary = text # " along an axis";
  let arguments = (ins ONNX_Tensor:$data, IntOr<0>:$axis, FlagOr<1>:$keepdims,
    FlagOr<0>:$select_last_index);
  let results = (outs ONNX_Tensor:$reduced);
}
def ONNX_ArgMaxOp : ONNX_ArgOp<"ArgMax", "Index of the maximum">;
def ONNX_ArgMinOp : ONNX_ArgOp<"ArgMin", "Index of the minimum">;

//===-- Along one axis ----------------------------------------------------===//
class ONNX_AxisOp<string mnemonic, string text> : ONNX_PureOp<mnemonic> {
  let summary = text # " along an axis";
  let arguments = (ins ONNX_Tensor:$input, IntOr<-1>:$axis);
  let results = (outs ONNX_Tensor:$output);
}
def ONNX_SoftmaxOp : ONNX_AxisOp<"Softmax", "Normalised exponentials">;
def ONNX_LogSoftmaxOp : ONNX_AxisOp<"LogSoftmax", "Logarithm of Softmax">;
def ONNX_HardmaxOp : ONNX_AxisOp<"Hardmax", "1 for the first maximum, 0 elsewhere,">;

class ONNX_CumulativeOp<string mnemonic, string text> : ONNX_PureOp<mnemonic> {
  let summary = text # " along an axis";
  let arguments = (ins ONNX_Tensor:$x, ONNX_Tensor:$axis, FlagOr<0>:$exclusive, FlagOr<0>:$reverse);
  let results = (outs ONNX_Tensor:$y);
}
def ONNX_CumSumOp : ONNX_CumulativeOp<"CumSum", "Running sum">;
def ONNX_CumProdOp : ONNX_CumulativeOp<"CumProd", "Running product">;

def ONNX_TopKOp : ONNX_PureOp<"TopK"> {
  let summary = "The K largest or smallest values along an axis and their indices";
  let arguments = (ins ONNX_Tensor:$X, ONNX_Tensor:$K, IntOr<-1>:$axis, FlagOr<1>:$largest,
    FlagOr<1>:$sorted);
  let results = (outs ONNX_Tensor:$Values, ONNX_Tensor:$Indices);
}

#endif
