// SPDX-License-Identifier: Apache-2.0
// Operators of the onnx dialect: family Signal.
#ifndef CAMEO_DIALECTS_ONNX_SIGNAL
#define CAMEO_DIALECTS_ONNX_SIGNAL

include "dialects/ONNX/ONNXBase.td"

class ONNX_WindowOp<string mnemonic> : ONNX_PureOp<mnemonic> {
  let summary = "A window function of `size` points";
  let arguments = (ins ONNX_Tensor:$size, IntOr<1>:$output_datatype, FlagOr<1>:$periodic);
  let results = (outs ONNX_Tensor:$output);
}
def ONNX_BlackmanWindowOp : ONNX_WindowOp<"BlackmanWindow">;
def ONNX_HammingWindowOp : ONNX_WindowOp<"HammingWindow">;
def ONNX_HannWindowOp : ONNX_WindowOp<"HannWindow">;

def ONNX_DFTOp : ONNX_PureOp<"DFT"> {
  let summary = "Discrete Fourier transform along an axis (-2 if absent)";
  let arguments = (ins ONNX_Tensor:$input, ONNX_OptionalTensor:$dft_length, ONNX_OptionalTensor:$axis,
    FlagOr<0>:$inverse, FlagOr<0>:$onesided);
  let results = (outs ONNX_Tensor:$output);
}
def ONNX_STFTOp : ONNX_PureOp<"STFT"> {
  let summary = "Short-time Fourier transform";
  let arguments = (ins ONNX_Tensor:$signal, ONNX_Tensor:$frame_step, ONNX_OptionalTensor:$window,
    ONNX_OptionalTensor:$frame_length, FlagOr<1>:$onesided);
  let results = (outs ONNX_Tensor:$output);
}
def ONNX_MelWeightMatrixOp : ONNX_PureOp<"MelWeightMatrix"> {
  let summary = "Weights that turn a linear into a mel spectrogram";
  let arguments = (ins ONNX_Tensor:$num_mel_bins, ONNX_Tensor:$dft_length, ONNX_Tensor:$sample_rate,
    ONNX_Tensor:$lower_edge_hertz, ONNX_Tensor:$upper_edge_hertz, IntOr<1>:$output_datatype);
  let results = (outs ONNX_Tensor:$output);
}

#endif
