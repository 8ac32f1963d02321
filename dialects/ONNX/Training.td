// SPDX-License-Identifier: Apache-2.0
// Operators of the onnx dialect: family Training.
#ifndef CAMEO_DIALECTS_ONNX_TRAINING
#define CAMEO_DIALECTS_ONNX_TRAINING

include "dialects/ONNX/ONNXBase.td"

// Operands and results of the optimizers come in groups: all X, then all gradients, then the states.
class ONNX_OptimizerOp<string mnemonic, string text, dag params> : ONNX_PureOp<"training." # mnemonic> {
  let summary = text;
  let arguments = !con((ins ONNX_Tensor:$R, ONNX_Tensor:$T, Variadic<ONNX_Tensor>:$inputs), params);
  let results = (outs Variadic<ONNX_Tensor>:$outputs);
}
def ONNX_AdamOp : ONNX_OptimizerOp<"Adam", "One step of Adam", (ins FloatOr<"0.9">:$alpha,
  FloatOr<"0.999">:$beta, FloatOr<"1e-6">:$epsilon, FloatOr<"0.0">:$norm_coefficient,
  FloatOr<"0.0">:$norm_coefficient_post)>;
def ONNX_AdagradOp : ONNX_OptimizerOp<"Adagrad", "One step of Adagrad", (ins
  FloatOr<"0.0">:$decay_factor, FloatOr<"1e-6">:$epsilon, FloatOr<"0.0">:$norm_coefficient)>;
def ONNX_MomentumOp : ONNX_OptimizerOp<"Momentum", "One step of gradient descent with momentum",
  (ins FloatAttr:$alpha, FloatAttr:$beta, Word<["standard", "nesterov"]>:$mode,
    FloatAttr:$norm_coefficient)>;
// Inputs: the values for xs and zs, then the values of the graph that xs, zs and y name.
def ONNX_GradientOp : ONNX_PureOp<"training.Gradient"> {
  let summary = "Partial derivatives of y by xs";
  let arguments = (ins Variadic<ONNX_Tensor>:$Inputs, StringsAttr:$xs, StrAttr:$y, OptStrings:$zs);
  let results = (outs Variadic<ONNX_Tensor>:$Outputs);
}

#endif
