// SPDX-License-Identifier: Apache-2.0
// Operators of the onnx dialect: family NN.
#ifndef CAMEO_DIALECTS_ONNX_NN
#define CAMEO_DIALECTS_ONNX_NN

include "dialects/ONNX/ONNXBase.td"

//===-- Convolution -------------------------------------------------------===//
defvar ConvParams = (ins AutoPad:$auto_pad, OptPositiveInts:$dilations, PositiveIntOr<1>:$group,
  OptPositiveInts:$kernel_shape, OptPads:$pads, OptPositiveInts:$strides);
def ONNX_ConvOp : ONNX_PureOp<"Conv"> {
  let summary = "Convolution of X (N, C, spatial…) with filters W (M, C / group, kernel…)";
  let arguments = !con((ins ONNX_Tensor:$X, ONNX_Tensor:$W, ONNX_OptionalTensor:$B), ConvParams);
  let results = (outs ONNX_Tensor:$Y);
}
def ONNX_ConvTransposeOp : ONNX_PureOp<"ConvTranspose"> {
  let summary = "Transposed convolution with filters W (C, M / group, kernel…)";
  let arguments = !con((ins ONNX_Tensor:$X, ONNX_Tensor:$W, ONNX_OptionalTensor:$B), ConvParams,
    (ins OptPads:$output_padding, OptPositiveInts:$output_shape));
  let results = (outs ONNX_Tensor:$Y);
}
def ONNX_DeformConvOp : ONNX_PureOp<"DeformConv"> {
  let summary = "Convolution that samples X at offset positions, scaled by a mask";
  let arguments = (ins ONNX_Tensor:$X, ONNX_Tensor:$W, ONNX_Tensor:$offset, ONNX_OptionalTensor:$B,
    ONNX_OptionalTensor:$mask, OptPositiveInts:$dilations, PositiveIntOr<1>:$group,
    OptPositiveInts:$kernel_shape, PositiveIntOr<1>:$offset_group, OptPads:$pads,
    OptPositiveInts:$strides);
  let results = (outs ONNX_Tensor:$Y);
}
def ONNX_CausalConvWithStateOp : ONNX_PureOp<"CausalConvWithState"> {
  let summary = "Depthwise causal convolution (batch, channels, length) that carries its last inputs on";
  let arguments = (ins ONNX_Tensor:$input, ONNX_Tensor:$weight, ONNX_OptionalTensor:$bias,
    ONNX_OptionalTensor:$past_state, WordOr<"none", ["none", "silu", "swish"]>:$activation);
  let results = (outs ONNX_Tensor:$output, ONNX_OptionalTensor:$present_state);
}

//===-- Pooling -----------------------------------------------------------===//
defvar PoolParams = (ins AutoPad:$auto_pad, FlagOr<0>:$ceil_mode, OptPositiveInts:$dilations,
  PositiveInts:$kernel_shape, OptPads:$pads, OptPositiveInts:$strides);
def ONNX_AveragePoolOp : ONNX_PureOp<"AveragePool"> {
  let summary = "Mean over windows";
  let arguments = !con((ins ONNX_Tensor:$X), PoolParams, (ins FlagOr<0>:$count_include_pad));
  let results = (outs ONNX_Tensor:$Y);
}
def ONNX_LpPoolOp : ONNX_PureOp<"LpPool"> {
  let summary = "Lp norm over windows";
  let arguments = !con((ins ONNX_Tensor:$X), PoolParams, (ins PositiveIntOr<2>:$p));
  let results = (outs ONNX_Tensor:$Y);
}
def ONNX_MaxPoolOp : ONNX_PureOp<"MaxPool"> {
  let summary = "Maximum over windows, and where it was";
  let arguments = !con((ins ONNX_Tensor:$X), PoolParams, (ins FlagOr<0>:$storage_order));
  let results = (outs ONNX_Tensor:$Y, ONNX_OptionalTensor:$Indices);
}
def ONNX_MaxUnpoolOp : ONNX_PureOp<"MaxUnpool"> {
  let summary = "Puts pooled values back where they were";
  let arguments = (ins ONNX_Tensor:$X, ONNX_Tensor:$I, ONNX_OptionalTensor:$output_shape,
    PositiveInts:$kernel_shape, OptPads:$pads, OptPositiveInts:$strides);
  let results = (outs ONNX_Tensor:$output);
}
class ONNX_GlobalPoolOp<string mnemonic, string text, dag params = (ins)> : ONNX_PureOp<mnemonic> {
  let summary = text # " over all spatial dimensions";
  let arguments = !con((ins ONNX_Tensor:$X), params);
  let results = (outs ONNX_Tensor:$Y);
}
def ONNX_GlobalAveragePoolOp : ONNX_GlobalPoolOp<"GlobalAveragePool", "Mean">;
def ONNX_GlobalMaxPoolOp : ONNX_GlobalPoolOp<"GlobalMaxPool", "Maximum">;
def ONNX_GlobalLpPoolOp : ONNX_GlobalPoolOp<"GlobalLpPool", "Lp norm", (ins PositiveIntOr<2>:$p)>;

//===-- Normalisation -----------------------------------------------------===//
def ONNX_BatchNormalizationOp : ONNX_PureOp<"BatchNormalization"> {
  let summary = "(X - mean) / sqrt(variance + epsilon) * scale + B per channel";
  let arguments = (ins ONNX_Tensor:$X, ONNX_Tensor:$scale, ONNX_Tensor:$B, ONNX_Tensor:$input_mean,
    ONNX_Tensor:$input_var, FloatOr<"1e-5">:$epsilon, FloatOr<"0.9">:$momentum,
    FlagOr<0>:$training_mode);
  let results = (outs ONNX_Tensor:$Y, ONNX_OptionalTensor:$running_mean,
    ONNX_OptionalTensor:$running_var);
}
def ONNX_InstanceNormalizationOp : ONNX_PureOp<"InstanceNormalization"> {
  let summary = "Normalises each channel of each instance";
  let arguments = (ins ONNX_Tensor:$input, ONNX_Tensor:$scale, ONNX_Tensor:$B, FloatOr<"1e-5">:$epsilon);
  let results = (outs ONNX_Tensor:$output);
}
def ONNX_GroupNormalizationOp : ONNX_PureOp<"GroupNormalization"> {
  let summary = "Normalises groups of channels of each instance; scale and bias per channel";
  let arguments = (ins ONNX_Tensor:$X, ONNX_Tensor:$scale, ONNX_Tensor:$bias,
    FloatOr<"1e-5">:$epsilon, PositiveInt:$num_groups, IntOr<1>:$stash_type);
  let results = (outs ONNX_Tensor:$Y);
}
def ONNX_LayerNormalizationOp : ONNX_PureOp<"LayerNormalization"> {
  let summary = "Normalises over the dimensions from axis on";
  let arguments = (ins ONNX_Tensor:$X, ONNX_Tensor:$Scale, ONNX_OptionalTensor:$B, IntOr<-1>:$axis,
    FloatOr<"1e-5">:$epsilon, IntOr<1>:$stash_type);
  let results = (outs ONNX_Tensor:$Y, ONNX_OptionalTensor:$Mean, ONNX_OptionalTensor:$InvStdDev);
}
def ONNX_RMSNormalizationOp : ONNX_PureOp<"RMSNormalization"> {
  let summary = "Divides by the root mean square over the dimensions from axis on";
  let arguments = (ins ONNX_Tensor:$X, ONNX_Tensor:$scale, IntOr<-1>:$axis, FloatOr<"1e-5">:$epsilon,
    IntOr<1>:$stash_type);
  let results = (outs ONNX_Tensor:$Y);
}
def ONNX_MeanVarianceNormalizationOp : ONNX_PureOp<"MeanVarianceNormalization"> {
  let summary = "(X - mean) / standard deviation over axes";
  let arguments = (ins ONNX_Tensor:$X, DefaultValuedAttr<IntsAttr, "{0, 2, 3}">:$axes);
  let results = (outs ONNX_Tensor:$Y);
}
def ONNX_LpNormalizationOp : ONNX_PureOp<"LpNormalization"> {
  let summary = "Divides by the Lp norm along an axis";
  let arguments = (ins ONNX_Tensor:$input, IntOr<-1>:$axis, IntOr<2>:$p);
  let results = (outs ONNX_Tensor:$output);
}
def ONNX_LRNOp : ONNX_PureOp<"LRN"> {
  let summary = "Local response normalisation across channels";
  let arguments = (ins ONNX_Tensor:$X, FloatOr<"1e-4">:$alpha, FloatOr<"0.75">:$beta,
    FloatOr<"1.0">:$bias, PositiveInt:$size);
  let results = (outs ONNX_Tensor:$Y);
}
// Not pure: two in training mode are two draws.
def ONNX_DropoutOp : ONNX_Op<"Dropout"> {
  let summary = "Its operand or, in training mode, zeros at random and the rest scaled up";
  let arguments = (ins ONNX_Tensor:$data, ONNX_OptionalTensor:$ratio, ONNX_OptionalTensor:$training_mode,
    OptInt:$seed);
  let results = (outs ONNX_Tensor:$output, ONNX_OptionalTensor:$mask);
}

//===-- Attention ---------------------------------------------------------===//
def ONNX_AttentionOp : ONNX_PureOp<"Attention"> {
  let summary = "Scaled dot product attention, with key/value cache and grouped heads";
  let arguments = (ins ONNX_Tensor:$Q, ONNX_Tensor:$K, ONNX_Tensor:$V, ONNX_OptionalTensor:$attn_mask,
    ONNX_OptionalTensor:$past_key, ONNX_OptionalTensor:$past_value,
    ONNX_OptionalTensor:$nonpad_kv_seqlen, FlagOr<0>:$is_causal, OptInt:$kv_num_heads,
    OptInt:$q_num_heads, IntOr<0>:$qk_matmul_output_mode, OptFloat:$scale, FloatOr<"0.0">:$softcap,
    OptInt:$softmax_precision);
  let results = (outs ONNX_Tensor:$Y, ONNX_OptionalTensor:$present_key,
    ONNX_OptionalTensor:$present_value, ONNX_OptionalTensor:$qk_matmul_output);
}
def ONNX_LinearAttentionOp : ONNX_PureOp<"LinearAttention"> {
  let summary = "Linear attention: a recurrent state per head instead of a softmax";
  let arguments = (ins ONNX_Tensor:$query, ONNX_Tensor:$key, ONNX_Tensor:$value,
    ONNX_OptionalTensor:$past_state, ONNX_OptionalTensor:$decay, ONNX_OptionalTensor:$beta,
    PositiveInt:$q_num_heads, PositiveInt:$kv_num_heads, FloatOr<"0.0">:$scale,
    WordOr<"gated_delta", ["linear", "gated", "delta", "gated_delta"]>:$update_rule,
    IntOr<64>:$chunk_size);
  let results = (outs ONNX_Tensor:$output, ONNX_OptionalTensor:$present_state);
}
def ONNX_RotaryEmbeddingOp : ONNX_PureOp<"RotaryEmbedding"> {
  let summary = "Rotates pairs of elements by angles that grow with the position";
  let arguments = (ins ONNX_Tensor:$X, ONNX_Tensor:$cos_cache, ONNX_Tensor:$sin_cache,
    ONNX_OptionalTensor:$position_ids, FlagOr<0>:$interleaved, IntOr<0>:$num_heads,
    IntOr<0>:$rotary_embedding_dim);
  let results = (outs ONNX_Tensor:$Y);
}

//===-- Losses ------------------------------------------------------------===//
defvar LossReduction = WordOr<"mean", ["none", "mean", "sum"]>;
def ONNX_NegativeLogLikelihoodLossOp : ONNX_PureOp<"NegativeLogLikelihoodLoss"> {
  let summary = "-weight * input at the target class";
  let arguments = (ins ONNX_Tensor:$input, ONNX_Tensor:$target, ONNX_OptionalTensor:$weight,
    OptInt:$ignore_index, LossReduction:$reduction);
  let results = (outs ONNX_Tensor:$loss);
}
def ONNX_SoftmaxCrossEntropyLossOp : ONNX_PureOp<"SoftmaxCrossEntropyLoss"> {
  let summary = "NegativeLogLikelihoodLoss of LogSoftmax";
  let arguments = (ins ONNX_Tensor:$scores, ONNX_Tensor:$labels, ONNX_OptionalTensor:$weights,
    OptInt:$ignore_index, LossReduction:$reduction);
  let results = (outs ONNX_Tensor:$output, ONNX_OptionalTensor:$log_prob);
}

#endif
