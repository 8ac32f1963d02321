// SPDX-License-Identifier: Apache-2.0
// Operators of the onnx dialect: family Recurrent.
#ifndef CAMEO_DIALECTS_ONNX_RECURRENT
#define CAMEO_DIALECTS_ONNX_RECURRENT

include "dialects/ONNX/ONNXBase.td"

defvar Direction = WordOr<"forward", ["forward", "reverse", "bidirectional"]>;
defvar RecurrentParams = (ins OptFloats:$activation_alpha, OptFloats:$activation_beta,
  OptStrings:$activations, OptFloat:$clip, Direction:$direction, OptionalAttr<PositiveInt>:$hidden_size,
  FlagOr<0>:$layout);
defvar RecurrentInputs = (ins ONNX_Tensor:$X, ONNX_Tensor:$W, ONNX_Tensor:$R, ONNX_OptionalTensor:$B,
  ONNX_OptionalTensor:$sequence_lens, ONNX_OptionalTensor:$initial_h);

def ONNX_RNNOp : ONNX_PureOp<"RNN"> {
  let summary = "A simple recurrent layer: H = f(X W' + H R' + B)";
  let arguments = !con(RecurrentInputs, RecurrentParams);
  let results = (outs ONNX_OptionalTensor:$Y, ONNX_OptionalTensor:$Y_h);
}
def ONNX_GRUOp : ONNX_PureOp<"GRU"> {
  let summary = "A layer of gated recurrent units (gates z, r, h)";
  let arguments = !con(RecurrentInputs, RecurrentParams, (ins FlagOr<0>:$linear_before_reset));
  let results = (outs ONNX_OptionalTensor:$Y, ONNX_OptionalTensor:$Y_h);
}
def ONNX_LSTMOp : ONNX_PureOp<"LSTM"> {
  let summary = "A layer of long short-term memory cells (gates i, o, f, c)";
  let arguments = !con(RecurrentInputs, (ins ONNX_OptionalTensor:$initial_c, ONNX_OptionalTensor:$P),
    RecurrentParams, (ins FlagOr<0>:$input_forget));
  let results = (outs ONNX_OptionalTensor:$Y, ONNX_OptionalTensor:$Y_h, ONNX_OptionalTensor:$Y_c);
}

#endif
