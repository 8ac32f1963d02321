// SPDX-License-Identifier: Apache-2.0
// Operators of the onnx dialect: family Contrib.
#ifndef CAMEO_DIALECTS_ONNX_CONTRIB
#define CAMEO_DIALECTS_ONNX_CONTRIB

include "dialects/ONNX/ONNXBase.td"

// Domain com.microsoft. Those that are an operator of ONNX under another name (Gelu, GridSample,
// SimplifiedLayerNormalization, …) become that one at import.
class ONNX_MsOp<string mnemonic, string text, dag args, dag outputs = (outs ONNX_Tensor:$output)>
    : ONNX_PureOp<"ms." # mnemonic> {
  let summary = text;
  let arguments = args;
  let results = outputs;
}

//===-- Attention ---------------------------------------------------------===//
defvar MsHeads = (ins PositiveInt:$num_heads, OptFloat:$scale);
defvar MsMaskFilter = (ins FloatOr<"-10000.0">:$mask_filter_value);
defvar MsSharedPast = (ins FlagOr<0>:$past_present_share_buffer);
defvar MsProjected = (ins FlagOr<0>:$do_rotary, IntOr<0>:$rotary_embedding_dim);
defvar MsOutputPresent = (outs ONNX_Tensor:$output, ONNX_OptionalTensor:$present);
defvar MsOutputCache = (outs ONNX_Tensor:$output, ONNX_OptionalTensor:$present_key,
  ONNX_OptionalTensor:$present_value, ONNX_OptionalTensor:$qk);

def ONNX_MsAttentionOp : ONNX_MsOp<"Attention", "Attention with the projections of Q, K and V in one weight",
  !con((ins ONNX_Tensor:$input, ONNX_Tensor:$weights, ONNX_OptionalTensor:$bias,
    ONNX_OptionalTensor:$mask_index, ONNX_OptionalTensor:$past, ONNX_OptionalTensor:$attention_bias,
    ONNX_OptionalTensor:$past_sequence_length, OptInts:$qkv_hidden_sizes, FlagOr<0>:$unidirectional),
    MsHeads, MsMaskFilter, MsSharedPast, MsProjected), MsOutputPresent>;
def ONNX_MsQAttentionOp : ONNX_MsOp<"QAttention", "Attention with quantised input and weights",
  !con((ins ONNX_Tensor:$input, ONNX_Tensor:$weight, ONNX_Tensor:$bias, ONNX_Tensor:$input_scale,
    ONNX_Tensor:$weight_scale, ONNX_OptionalTensor:$mask_index, ONNX_OptionalTensor:$input_zero_point,
    ONNX_OptionalTensor:$weight_zero_point, ONNX_OptionalTensor:$past, FlagOr<0>:$unidirectional),
    MsHeads, MsMaskFilter, MsSharedPast, MsProjected), MsOutputPresent>;
def ONNX_MsMultiHeadAttentionOp : ONNX_MsOp<"MultiHeadAttention", "Attention of projected (or packed) Q, K and V",
  !con((ins ONNX_Tensor:$query, ONNX_OptionalTensor:$key, ONNX_OptionalTensor:$value,
    ONNX_OptionalTensor:$bias, ONNX_OptionalTensor:$key_padding_mask,
    ONNX_OptionalTensor:$attention_bias, ONNX_OptionalTensor:$past_key,
    ONNX_OptionalTensor:$past_value, ONNX_OptionalTensor:$past_sequence_length,
    ONNX_OptionalTensor:$cache_indirection, FlagOr<0>:$unidirectional), MsHeads, MsMaskFilter), MsOutputCache>;
def ONNX_MsDecoderMaskedMultiHeadAttentionOp
    : ONNX_MsOp<"DecoderMaskedMultiHeadAttention", "MultiHeadAttention of one new token",
  !con((ins ONNX_Tensor:$query, ONNX_OptionalTensor:$key, ONNX_OptionalTensor:$value,
    ONNX_OptionalTensor:$mask_index, ONNX_OptionalTensor:$attention_bias,
    ONNX_OptionalTensor:$past_key, ONNX_OptionalTensor:$past_value,
    ONNX_OptionalTensor:$past_sequence_length, ONNX_OptionalTensor:$beam_width,
    ONNX_OptionalTensor:$cache_indirection, ONNX_OptionalTensor:$bias, FlagOr<0>:$output_qk),
    MsHeads, MsMaskFilter, MsSharedPast), MsOutputCache>;
def ONNX_MsGroupQueryAttentionOp
    : ONNX_MsOp<"GroupQueryAttention", "Causal attention with grouped heads, cache and rotary embedding",
  !con((ins ONNX_Tensor:$query, ONNX_OptionalTensor:$key, ONNX_OptionalTensor:$value,
    ONNX_OptionalTensor:$past_key, ONNX_OptionalTensor:$past_value, ONNX_Tensor:$seqlens_k,
    ONNX_Tensor:$total_sequence_length, ONNX_OptionalTensor:$cos_cache,
    ONNX_OptionalTensor:$sin_cache, ONNX_OptionalTensor:$position_ids,
    ONNX_OptionalTensor:$attention_bias, ONNX_OptionalTensor:$head_sink, ONNX_OptionalTensor:$k_scale,
    ONNX_OptionalTensor:$v_scale, ONNX_OptionalTensor:$q_norm_weight,
    ONNX_OptionalTensor:$k_norm_weight, FlagOr<1>:$causal, FlagOr<0>:$do_rotary,
    WordOr<"NONE", ["NONE", "PER_TENSOR", "PER_CHANNEL"]>:$k_quant_type, IntOr<0>:$kv_cache_bit_width,
    PositiveInt:$kv_num_heads, IntOr<-1>:$local_window_size, FloatOr<"1e-6">:$qk_norm_epsilon,
    IntOr<0>:$qk_output, FlagOr<0>:$rotary_interleaved, FlagOr<0>:$sliding_window_cache,
    IntOr<0>:$smooth_softmax, FloatOr<"0.0">:$softcap,
    WordOr<"NONE", ["NONE", "PER_TENSOR", "PER_CHANNEL"]>:$v_quant_type), MsHeads), MsOutputCache>;
def ONNX_MsSparseAttentionOp
    : ONNX_MsOp<"SparseAttention", "GroupQueryAttention to those blocks of keys that a mask names",
  !con((ins ONNX_Tensor:$query, ONNX_OptionalTensor:$key, ONNX_OptionalTensor:$value, ONNX_Tensor:$past_key,
    ONNX_Tensor:$past_value, ONNX_Tensor:$block_row_indices, ONNX_Tensor:$block_col_indices,
    ONNX_Tensor:$total_sequence_length, ONNX_Tensor:$key_total_sequence_lengths,
    ONNX_OptionalTensor:$cos_cache, ONNX_OptionalTensor:$sin_cache, FlagOr<0>:$do_rotary,
    PositiveInt:$kv_num_heads, FlagOr<0>:$rotary_interleaved, PositiveInt:$sparse_block_size), MsHeads),
  (outs ONNX_Tensor:$output, ONNX_Tensor:$present_key, ONNX_Tensor:$present_value)>;
def ONNX_MsRotaryEmbeddingOp : ONNX_MsOp<"RotaryEmbedding", "Rotary embedding by position",
  (ins ONNX_Tensor:$input, ONNX_Tensor:$position_ids, ONNX_Tensor:$cos_cache, ONNX_Tensor:$sin_cache,
    FlagOr<0>:$interleaved, FlagOr<0>:$is_packed_batching, IntOr<0>:$num_heads,
    IntOr<0>:$rotary_embedding_dim, FloatOr<"1.0">:$scale)>;

//===-- Normalisation and activation --------------------------------------===//
defvar MsSkipOutputs = (outs ONNX_Tensor:$output, ONNX_OptionalTensor:$mean,
  ONNX_OptionalTensor:$inv_std_var, ONNX_OptionalTensor:$input_skip_bias_sum);
def ONNX_MsSkipLayerNormalizationOp
    : ONNX_MsOp<"SkipLayerNormalization", "LayerNormalization of input + skip + bias",
  (ins ONNX_Tensor:$input, ONNX_Tensor:$skip, ONNX_Tensor:$gamma, ONNX_OptionalTensor:$beta,
    ONNX_OptionalTensor:$bias, FloatOr<"1e-12">:$epsilon), MsSkipOutputs>;
def ONNX_MsSkipSimplifiedLayerNormalizationOp
    : ONNX_MsOp<"SkipSimplifiedLayerNormalization", "RMSNormalization of input + skip + bias",
  (ins ONNX_Tensor:$input, ONNX_Tensor:$skip, ONNX_Tensor:$gamma, ONNX_OptionalTensor:$bias,
    FloatOr<"1e-12">:$epsilon), MsSkipOutputs>;
def ONNX_MsEmbedLayerNormalizationOp
    : ONNX_MsOp<"EmbedLayerNormalization", "LayerNormalization of word + position + segment embeddings",
  (ins ONNX_Tensor:$input_ids, ONNX_OptionalTensor:$segment_ids, ONNX_Tensor:$word_embedding,
    ONNX_Tensor:$position_embedding, ONNX_OptionalTensor:$segment_embedding, ONNX_Tensor:$gamma,
    ONNX_Tensor:$beta, ONNX_OptionalTensor:$mask, ONNX_OptionalTensor:$position_ids,
    FloatOr<"1e-12">:$epsilon, IntOr<0>:$mask_index_type),
  (outs ONNX_Tensor:$output, ONNX_OptionalTensor:$mask_index, ONNX_OptionalTensor:$embedding_sum)>;
def ONNX_MsBiasGeluOp : ONNX_MsOp<"BiasGelu", "Gelu(A + B)", (ins ONNX_Tensor:$A, ONNX_Tensor:$B)>;
def ONNX_MsFastGeluOp : ONNX_MsOp<"FastGelu", "Gelu(X + bias) by the tanh approximation",
  (ins ONNX_Tensor:$X, ONNX_OptionalTensor:$bias)>;

//===-- Fusions -----------------------------------------------------------===//
defvar MsConvParams = (ins AutoPad:$auto_pad, OptPositiveInts:$dilations, PositiveIntOr<1>:$group,
  OptPositiveInts:$kernel_shape, OptPositiveInts:$strides);
def ONNX_MsFusedConvOp : ONNX_MsOp<"FusedConv", "activation(Conv(X, W, B) + Z)",
  !con((ins ONNX_Tensor:$X, ONNX_Tensor:$W, ONNX_OptionalTensor:$B, ONNX_OptionalTensor:$Z),
    MsConvParams, (ins OptPads:$pads, OptStr:$activation, OptFloats:$activation_params))>;
def ONNX_MsNhwcConvOp : ONNX_MsOp<"NhwcConv", "Conv with channels last",
  !con((ins ONNX_Tensor:$X, ONNX_Tensor:$W, ONNX_OptionalTensor:$B), MsConvParams, (ins OptPads:$pads))>;
def ONNX_MsConvTransposeWithDynamicPadsOp
    : ONNX_MsOp<"ConvTransposeWithDynamicPads", "ConvTranspose whose pads are an operand",
  !con((ins ONNX_Tensor:$X, ONNX_Tensor:$W, ONNX_OptionalTensor:$Pads, ONNX_OptionalTensor:$B),
    MsConvParams, (ins OptPads:$output_padding))>;
def ONNX_MsFusedGemmOp : ONNX_MsOp<"FusedGemm", "activation(Gemm(A, B, C))",
  (ins ONNX_Tensor:$A, ONNX_Tensor:$B, ONNX_OptionalTensor:$C, OptStr:$activation,
    OptFloat:$activation_alpha, OptFloat:$activation_beta, OptFloat:$activation_gamma,
    FloatOr<"1.0">:$alpha, FloatOr<"1.0">:$beta, IntOr<0>:$transA, IntOr<0>:$transB)>;
def ONNX_MsFusedMatMulOp : ONNX_MsOp<"FusedMatMul", "alpha * A' * B'",
  (ins ONNX_Tensor:$A, ONNX_Tensor:$B, FloatOr<"1.0">:$alpha, IntOr<0>:$transA, IntOr<0>:$transB,
    IntOr<0>:$transBatchA, IntOr<0>:$transBatchB)>;

def ONNX_MsNhwcFusedConvOp : ONNX_MsOp<"NhwcFusedConv", "activation(Conv(X, W, B) + Z) with channels last",
  !con((ins ONNX_Tensor:$X, ONNX_Tensor:$W, ONNX_OptionalTensor:$B, ONNX_OptionalTensor:$Z),
    MsConvParams, (ins OptPads:$pads, OptStr:$activation, OptFloats:$activation_params))>;
def ONNX_MsFusedMatMulActivationOp : ONNX_MsOp<"FusedMatMulActivation", "activation(FusedMatMul(A, B))",
  (ins ONNX_Tensor:$A, ONNX_Tensor:$B, StrAttr:$activation, OptFloat:$activation_alpha,
    OptInt:$activation_axis, OptFloat:$activation_beta, OptFloat:$activation_gamma,
    FloatOr<"1.0">:$alpha, IntOr<0>:$transA, IntOr<0>:$transB, IntOr<0>:$transBatchA,
    IntOr<0>:$transBatchB)>;

//===-- Quantised weights -------------------------------------------------===//
def ONNX_MsMatMulNBitsOp : ONNX_MsOp<"MatMulNBits", "A times a matrix of packed N-bit blocks",
  (ins ONNX_Tensor:$A, ONNX_Tensor:$B, ONNX_Tensor:$scales, ONNX_OptionalTensor:$zero_points,
    ONNX_OptionalTensor:$g_idx, ONNX_OptionalTensor:$bias, PositiveInt:$K, PositiveInt:$N,
    IntOr<0>:$accuracy_level, PositiveIntOr<4>:$bits, PositiveInt:$block_size,
    IntOr<0>:$weight_prepacked)>;
def ONNX_MsMatMulBnb4Op : ONNX_MsOp<"MatMulBnb4", "A times a matrix of 4-bit floats in blocks",
  (ins ONNX_Tensor:$A, ONNX_Tensor:$B, ONNX_Tensor:$absmax, PositiveInt:$K, PositiveInt:$N,
    PositiveInt:$block_size, IntAttr:$quant_type, IntOr<0>:$training_mode, IntOr<1>:$transB)>;
def ONNX_MsGatherBlockQuantizedOp : ONNX_MsOp<"GatherBlockQuantized", "Gather from a table of quantised blocks",
  (ins ONNX_Tensor:$data, ONNX_Tensor:$indices, ONNX_Tensor:$scales, ONNX_OptionalTensor:$zero_points,
    PositiveIntOr<4>:$bits, IntOr<128>:$block_size, IntOr<0>:$gather_axis, IntOr<1>:$quantize_axis)>;
def ONNX_MsDynamicQuantizeMatMulOp
    : ONNX_MsOp<"DynamicQuantizeMatMul", "A, quantised on the fly, times a quantised matrix",
  (ins ONNX_Tensor:$A, ONNX_Tensor:$B, ONNX_Tensor:$b_scale, ONNX_OptionalTensor:$b_zero_point,
    ONNX_OptionalTensor:$bias)>;
def ONNX_MsMatMulIntegerToFloatOp : ONNX_MsOp<"MatMulIntegerToFloat", "MatMulInteger, scaled, plus bias",
  (ins ONNX_Tensor:$A, ONNX_Tensor:$B, ONNX_Tensor:$a_scale, ONNX_Tensor:$b_scale,
    ONNX_OptionalTensor:$a_zero_point, ONNX_OptionalTensor:$b_zero_point, ONNX_OptionalTensor:$bias)>;
def ONNX_MsDynamicQuantizeLSTMOp : ONNX_MsOp<"DynamicQuantizeLSTM", "LSTM with quantised weights",
  (ins ONNX_Tensor:$X, ONNX_Tensor:$W, ONNX_Tensor:$R, ONNX_OptionalTensor:$B,
    ONNX_OptionalTensor:$sequence_lens, ONNX_OptionalTensor:$initial_h,
    ONNX_OptionalTensor:$initial_c, ONNX_OptionalTensor:$P, ONNX_Tensor:$W_scale,
    ONNX_Tensor:$W_zero_point, ONNX_Tensor:$R_scale, ONNX_Tensor:$R_zero_point,
    OptFloats:$activation_alpha, OptFloats:$activation_beta, OptStrings:$activations, OptFloat:$clip,
    WordOr<"forward", ["forward", "reverse", "bidirectional"]>:$direction,
    OptionalAttr<PositiveInt>:$hidden_size, FlagOr<0>:$input_forget),
  (outs ONNX_OptionalTensor:$Y, ONNX_OptionalTensor:$Y_h, ONNX_OptionalTensor:$Y_c)>;

def ONNX_MsMatMulInteger16Op : ONNX_MsOp<"MatMulInteger16", "Product of 16-bit integers, in 32 bits",
  (ins ONNX_Tensor:$A, ONNX_Tensor:$B)>;
def ONNX_MsMulIntegerOp : ONNX_MsOp<"MulInteger", "(A - A_zero_point) * (B - B_zero_point) in 32 bits",
  (ins ONNX_Tensor:$A, ONNX_OptionalTensor:$A_zero_point, ONNX_Tensor:$B,
    ONNX_OptionalTensor:$B_zero_point)>;
def ONNX_MsReduceSumIntegerOp : ONNX_MsOp<"ReduceSumInteger", "Sum of bytes, in 32 bits",
  (ins ONNX_Tensor:$data, IntsAttr:$axes, FlagOr<1>:$keepdims)>;
def ONNX_MsQEmbedLayerNormalizationOp
    : ONNX_MsOp<"QEmbedLayerNormalization", "EmbedLayerNormalization of quantised tables",
  (ins ONNX_Tensor:$input_ids, ONNX_OptionalTensor:$segment_ids, ONNX_Tensor:$word_embedding_quant,
    ONNX_Tensor:$position_embedding_quant, ONNX_OptionalTensor:$segment_embedding, ONNX_Tensor:$gamma_quant,
    ONNX_Tensor:$beta_quant, ONNX_OptionalTensor:$mask, ONNX_Tensor:$word_embedding_scale,
    ONNX_Tensor:$position_embedding_scale, ONNX_OptionalTensor:$segment_embedding_scale,
    ONNX_Tensor:$gamma_scale, ONNX_Tensor:$beta_scale, ONNX_Tensor:$word_embedding_zero_point,
    ONNX_Tensor:$position_embedding_zero_point, ONNX_OptionalTensor:$segment_embedding_zero_point,
    ONNX_Tensor:$gamma_zero_point, ONNX_Tensor:$beta_zero_point, FloatOr<"1e-12">:$epsilon),
  (outs ONNX_Tensor:$layernorm_out, ONNX_OptionalTensor:$mask_index_out)>;

//===-- Operators on quantised tensors ------------------------------------===//
def ONNX_MsQGemmOp : ONNX_MsOp<"QGemm", "Gemm of quantised matrices",
  (ins ONNX_Tensor:$A, ONNX_Tensor:$a_scale, ONNX_Tensor:$a_zero_point, ONNX_Tensor:$B,
    ONNX_Tensor:$b_scale, ONNX_Tensor:$b_zero_point, ONNX_OptionalTensor:$C,
    ONNX_OptionalTensor:$y_scale, ONNX_OptionalTensor:$y_zero_point, FloatOr<"1.0">:$alpha,
    IntOr<0>:$transA, IntOr<0>:$transB)>;
def ONNX_MsQLinearConvOp : ONNX_MsOp<"QLinearConv", "QLinearConv, with channels last if so stated",
  !con((ins ONNX_Tensor:$x, ONNX_Tensor:$x_scale, ONNX_Tensor:$x_zero_point, ONNX_Tensor:$w,
    ONNX_Tensor:$w_scale, ONNX_Tensor:$w_zero_point, ONNX_Tensor:$y_scale, ONNX_Tensor:$y_zero_point,
    ONNX_OptionalTensor:$B), MsConvParams, (ins OptPads:$pads, FlagOr<0>:$channels_last))>;
class ONNX_MsQLinearBinaryOp<string mnemonic, string text> : ONNX_MsOp<mnemonic, text,
  (ins ONNX_Tensor:$A, ONNX_Tensor:$A_scale, ONNX_OptionalTensor:$A_zero_point, ONNX_Tensor:$B,
    ONNX_Tensor:$B_scale, ONNX_OptionalTensor:$B_zero_point, ONNX_Tensor:$C_scale,
    ONNX_OptionalTensor:$C_zero_point)>;
def ONNX_MsQLinearAddOp : ONNX_MsQLinearBinaryOp<"QLinearAdd", "Sum of quantised tensors">;
def ONNX_MsQLinearMulOp : ONNX_MsQLinearBinaryOp<"QLinearMul", "Product of quantised tensors">;
class ONNX_MsQLinearUnaryOp<string mnemonic, string text, dag params = (ins)> : ONNX_MsOp<mnemonic, text,
  !con((ins ONNX_Tensor:$X, ONNX_Tensor:$X_scale, ONNX_OptionalTensor:$X_zero_point,
    ONNX_Tensor:$Y_scale, ONNX_OptionalTensor:$Y_zero_point), params)>;
def ONNX_MsQLinearSigmoidOp : ONNX_MsQLinearUnaryOp<"QLinearSigmoid", "Sigmoid, quantised">;
def ONNX_MsQLinearLeakyReluOp : ONNX_MsQLinearUnaryOp<"QLinearLeakyRelu", "LeakyRelu, quantised",
  (ins FloatOr<"0.01">:$alpha)>;
def ONNX_MsQLinearSoftmaxOp : ONNX_MsQLinearUnaryOp<"QLinearSoftmax",
  "Softmax, quantised; before opset 13 over all dimensions from axis on",
  (ins IntOr<-1>:$axis, IntAttr:$opset)>;
def ONNX_MsQLinearReduceMeanOp : ONNX_MsQLinearUnaryOp<"QLinearReduceMean", "ReduceMean, quantised",
  (ins OptInts:$axes, FlagOr<1>:$keepdims)>;
def ONNX_MsQLinearGlobalAveragePoolOp : ONNX_MsQLinearUnaryOp<"QLinearGlobalAveragePool",
  "GlobalAveragePool, quantised", (ins FlagOr<0>:$channels_last)>;
def ONNX_MsQLinearAveragePoolOp : ONNX_MsQLinearUnaryOp<"QLinearAveragePool", "AveragePool, quantised",
  (ins AutoPad:$auto_pad, FlagOr<0>:$ceil_mode, FlagOr<0>:$channels_last, FlagOr<0>:$count_include_pad,
    PositiveInts:$kernel_shape, OptPads:$pads, OptPositiveInts:$strides)>;
def ONNX_MsQLinearConcatOp : ONNX_MsOp<"QLinearConcat", "Concat of (tensor, scale, zero point)…, quantised",
  (ins ONNX_Tensor:$Y_scale, ONNX_Tensor:$Y_zero_point, Variadic<ONNX_Tensor>:$inputs, IntAttr:$axis)>;
def ONNX_MsQLinearWhereOp : ONNX_MsOp<"QLinearWhere", "Where, quantised",
  (ins ONNX_Tensor:$condition, ONNX_Tensor:$X, ONNX_Tensor:$x_scale, ONNX_Tensor:$x_zero_point,
    ONNX_Tensor:$Y, ONNX_Tensor:$y_scale, ONNX_Tensor:$y_zero_point, ONNX_Tensor:$z_scale,
    ONNX_Tensor:$z_zero_point)>;

//===-- Others ------------------------------------------------------------===//
def ONNX_MsInverseOp : ONNX_MsOp<"Inverse", "Inverses of the innermost matrices", (ins ONNX_Tensor:$X)>;
def ONNX_MsCDistOp : ONNX_MsOp<"CDist", "Distances between the rows of A and of B",
  (ins ONNX_Tensor:$A, ONNX_Tensor:$B, Word<["euclidean", "sqeuclidean"]>:$metric)>;
def ONNX_MsBifurcationDetectorOp
    : ONNX_MsOp<"BifurcationDetector", "Accepts predicted tokens up to the first wrong one",
  (ins ONNX_Tensor:$src_tokens, ONNX_Tensor:$cur_tokens, ONNX_Tensor:$prev_suffix_match_idx,
    ONNX_OptionalTensor:$pred_tokens, IntOr<3>:$max_ngram_size, IntOr<1>:$min_ngram_size),
  (outs ONNX_Tensor:$tokens, ONNX_Tensor:$suffix_match_idx)>;
def ONNX_MsNGramRepeatBlockOp
    : ONNX_MsOp<"NGramRepeatBlock", "Scores, -inf for tokens that would repeat an n-gram",
  (ins ONNX_Tensor:$input_ids, ONNX_Tensor:$scores, PositiveInt:$ngram_size)>;

def ONNX_MsCropAndResizeOp : ONNX_MsOp<"CropAndResize", "Boxes of images, brought to one size",
  (ins ONNX_Tensor:$X, ONNX_Tensor:$rois, ONNX_Tensor:$batch_indices, ONNX_Tensor:$crop_size,
    FloatOr<"0.0">:$extrapolation_value, WordOr<"bilinear", ["bilinear", "nearest"]>:$mode),
  (outs ONNX_Tensor:$Y)>;
def ONNX_MsDynamicTimeWarpingOp
    : ONNX_MsOp<"DynamicTimeWarping", "The cheapest path through a matrix of costs, from corner to corner",
  (ins ONNX_Tensor:$input)>;
def ONNX_MsIsAllFiniteOp : ONNX_MsOp<"IsAllFinite", "Whether no element of any is infinite or not a number",
  (ins Variadic<ONNX_Tensor>:$input, FlagOr<0>:$isinf_only, FlagOr<0>:$isnan_only)>;
def ONNX_MsRfftOp : ONNX_MsOp<"Rfft", "Fourier transform of real signals",
  (ins ONNX_Tensor:$X, FlagOr<0>:$normalized, FlagOr<1>:$onesided, PositiveIntOr<1>:$signal_ndim)>;
def ONNX_MsIrfftOp : ONNX_MsOp<"Irfft", "The signals whose Rfft is given",
  (ins ONNX_Tensor:$X, FlagOr<0>:$normalized, FlagOr<1>:$onesided, PositiveInt:$signal_ndim)>;

//===-- Parts of diffusion and language models ----------------------------===//
def ONNX_MsBiasAddOp : ONNX_MsOp<"BiasAdd", "X + bias + skip",
  (ins ONNX_Tensor:$X, ONNX_Tensor:$bias, ONNX_Tensor:$skip)>;
def ONNX_MsBiasSplitGeluOp : ONNX_MsOp<"BiasSplitGelu", "The first half of X + bias times Gelu of the second",
  (ins ONNX_Tensor:$X, ONNX_Tensor:$bias)>;
def ONNX_MsBiasSoftmaxOp : ONNX_MsOp<"BiasSoftmax", "Softmax of data + bias over all dimensions from axis on",
  (ins ONNX_Tensor:$data, ONNX_Tensor:$bias, IntOr<1>:$axis, FlagOr<1>:$is_inner_broadcast)>;
def ONNX_MsGemmFastGeluOp : ONNX_MsOp<"GemmFastGelu", "FastGelu(X W + bias)",
  (ins ONNX_Tensor:$X, ONNX_Tensor:$W, ONNX_OptionalTensor:$bias)>;
defvar MsGroupNormParams = (ins FlagOr<0>:$activation, FlagOr<1>:$channels_last, FloatOr<"1e-5">:$epsilon,
  PositiveInt:$groups);
def ONNX_MsGroupNormOp : ONNX_MsOp<"GroupNorm", "GroupNormalization, with channels last, and SiLU",
  !con((ins ONNX_Tensor:$X, ONNX_Tensor:$gamma, ONNX_Tensor:$beta), MsGroupNormParams)>;
def ONNX_MsSkipGroupNormOp : ONNX_MsOp<"SkipGroupNorm", "GroupNorm of X + skip + bias",
  !con((ins ONNX_Tensor:$X, ONNX_Tensor:$gamma, ONNX_Tensor:$beta, ONNX_Tensor:$skip,
    ONNX_OptionalTensor:$bias), MsGroupNormParams),
  (outs ONNX_Tensor:$output, ONNX_OptionalTensor:$sum)>;
def ONNX_MsNhwcMaxPoolOp : ONNX_MsOp<"NhwcMaxPool", "MaxPool with channels last",
  (ins ONNX_Tensor:$x, AutoPad:$auto_pad, FlagOr<0>:$ceil_mode, OptPositiveInts:$dilations,
    PositiveInts:$kernel_shape, OptPads:$pads, OptPositiveInts:$strides)>;
def ONNX_MsRelativePositionBiasOp
    : ONNX_MsOp<"RelativePositionBias", "Bias per head by the distance of query and key, in buckets",
  (ins ONNX_Tensor:$bias_table, ONNX_Tensor:$query_length, ONNX_Tensor:$key_length,
    FlagOr<0>:$is_bidirectional, PositiveInt:$max_distance)>;
def ONNX_MsGatedRelativePositionBiasOp
    : ONNX_MsOp<"GatedRelativePositionBias", "Relative positions weighted by gates that the query opens",
  (ins ONNX_Tensor:$query_layer, ONNX_Tensor:$query_bias, ONNX_Tensor:$rel_pos, ONNX_Tensor:$weight,
    ONNX_Tensor:$bias, ONNX_Tensor:$eco_a, ONNX_OptionalTensor:$token_offset, PositiveInt:$num_heads)>;
def ONNX_MsUnfoldTensorOp : ONNX_MsOp<"UnfoldTensor", "Windows along a dimension, in a new last one",
  (ins ONNX_Tensor:$input, IntOr<-1>:$dim, PositiveInt:$size, PositiveIntOr<1>:$step)>;
def ONNX_MsComplexMulOp : ONNX_MsOp<"ComplexMul", "Product of complex numbers, pairs in the last dimension",
  (ins ONNX_Tensor:$A, ONNX_Tensor:$B)>;
def ONNX_MsComplexMulConjOp : ONNX_MsOp<"ComplexMulConj", "A times the conjugate of B",
  (ins ONNX_Tensor:$A, ONNX_Tensor:$B)>;

//===-- Experts -----------------------------------------------------------===//
// Each row of `input` goes through the k of all experts whose routers give it the most.
defvar MsExpertParams = (ins FloatOr<"1.0">:$activation_alpha, FloatOr<"0.0">:$activation_beta,
  WordOr<"relu", ["relu", "gelu", "silu", "swiglu", "identity"]>:$activation_type, PositiveIntOr<1>:$k,
  FlagOr<0>:$normalize_routing_weights, IntOr<0>:$swiglu_fusion, OptFloat:$swiglu_limit,
  FlagOr<0>:$use_sparse_mixer);
def ONNX_MsMoEOp : ONNX_MsOp<"MoE", "Mixture of experts",
  !con((ins ONNX_Tensor:$input, ONNX_Tensor:$router_probs, ONNX_Tensor:$fc1_experts_weights,
    ONNX_OptionalTensor:$fc1_experts_bias, ONNX_Tensor:$fc2_experts_weights,
    ONNX_OptionalTensor:$fc2_experts_bias, ONNX_OptionalTensor:$fc3_experts_weights,
    ONNX_OptionalTensor:$fc3_experts_bias), MsExpertParams)>;
def ONNX_MsQMoEOp : ONNX_MsOp<"QMoE", "Mixture of experts with quantised weights",
  !con((ins ONNX_Tensor:$input, ONNX_Tensor:$router_probs, ONNX_Tensor:$fc1_experts_weights,
    ONNX_OptionalTensor:$fc1_scales, ONNX_OptionalTensor:$fc1_experts_bias, ONNX_Tensor:$fc2_experts_weights,
    ONNX_OptionalTensor:$fc2_scales, ONNX_OptionalTensor:$fc2_experts_bias,
    ONNX_OptionalTensor:$fc3_experts_weights, ONNX_OptionalTensor:$fc3_scales,
    ONNX_OptionalTensor:$fc3_experts_bias, ONNX_OptionalTensor:$fc1_zero_points,
    ONNX_OptionalTensor:$fc2_zero_points, ONNX_OptionalTensor:$fc3_zero_points,
    ONNX_OptionalTensor:$router_weights, ONNX_OptionalTensor:$fc1_global_scale,
    ONNX_OptionalTensor:$fc2_global_scale, ONNX_OptionalTensor:$fc1_act_scale,
    ONNX_OptionalTensor:$fc2_act_scale, ONNX_OptionalTensor:$fc1_act_block_scale,
    ONNX_OptionalTensor:$fc2_act_block_scale, IntOr<0>:$accuracy_level, IntOr<0>:$block_size,
    PositiveIntOr<4>:$expert_weight_bits, StrOr<"int">:$quant_type, IntOr<-1>:$weights_prepacked),
    MsExpertParams)>;

//===-- Sequences without padding -----------------------------------------===//
def ONNX_MsRemovePaddingOp : ONNX_MsOp<"RemovePadding", "The tokens of all sequences, one after another",
  (ins ONNX_Tensor:$input, ONNX_Tensor:$sequence_token_count),
  (outs ONNX_Tensor:$output, ONNX_Tensor:$token_offset, ONNX_Tensor:$cumulated_seq_len,
    ONNX_Tensor:$max_seq_len)>;
def ONNX_MsRestorePaddingOp : ONNX_MsOp<"RestorePadding", "Tokens at their places, zeros elsewhere",
  (ins ONNX_Tensor:$input, ONNX_Tensor:$token_offset)>;
def ONNX_MsPackedAttentionOp : ONNX_MsOp<"PackedAttention", "Attention of sequences without padding",
  !con((ins ONNX_Tensor:$input, ONNX_Tensor:$weights, ONNX_Tensor:$bias, ONNX_Tensor:$token_offset,
    ONNX_Tensor:$cumulative_sequence_length, ONNX_OptionalTensor:$attention_bias,
    OptInts:$qkv_hidden_sizes), MsHeads)>;
def ONNX_MsPackedMultiHeadAttentionOp
    : ONNX_MsOp<"PackedMultiHeadAttention", "MultiHeadAttention of sequences without padding",
  !con((ins ONNX_Tensor:$query, ONNX_OptionalTensor:$key, ONNX_OptionalTensor:$value,
    ONNX_OptionalTensor:$bias, ONNX_Tensor:$token_offset, ONNX_Tensor:$cumulative_sequence_length,
    ONNX_OptionalTensor:$attention_bias), MsHeads, MsMaskFilter)>;

//===-- Recurrences instead of attention ----------------------------------===//
def ONNX_MsCausalConvWithStateOp
    : ONNX_MsOp<"CausalConvWithState", "Depthwise convolution of what was before",
  (ins ONNX_Tensor:$input, ONNX_Tensor:$weight, ONNX_OptionalTensor:$bias, ONNX_OptionalTensor:$past_state,
    WordOr<"none", ["none", "silu", "swish"]>:$activation, FlagOr<0>:$channels_last,
    PositiveIntOr<1>:$dilation, PositiveIntOr<1>:$ndim, IntOr<0>:$state_window),
  (outs ONNX_Tensor:$output, ONNX_OptionalTensor:$present_state)>;
def ONNX_MsLinearAttentionOp : ONNX_MsOp<"LinearAttention", "A matrix per head that each token updates and reads",
  (ins ONNX_Tensor:$query, ONNX_Tensor:$key, ONNX_Tensor:$value, ONNX_OptionalTensor:$past_state,
    ONNX_OptionalTensor:$decay, ONNX_OptionalTensor:$beta, IntOr<64>:$chunk_size,
    PositiveInt:$kv_num_heads, PositiveInt:$q_num_heads, FloatOr<"0.0">:$scale, IntOr<0>:$state_window,
    WordOr<"gated_delta", ["linear", "gated", "delta", "gated_delta"]>:$update_rule),
  (outs ONNX_Tensor:$output, ONNX_OptionalTensor:$present_state)>;
def ONNX_MsLinearAttentionGateOp
    : ONNX_MsOp<"LinearAttentionGate", "decay_scale * Softplus(a + dt_bias), Sigmoid(b)",
  (ins ONNX_Tensor:$a, ONNX_Tensor:$dt_bias, ONNX_Tensor:$decay_scale, ONNX_OptionalTensor:$b),
  (outs ONNX_Tensor:$decay, ONNX_OptionalTensor:$beta)>;
def ONNX_MsGatedRMSNormOp : ONNX_MsOp<"GatedRMSNorm", "RMSNormalization of groups of elements, times SiLU(gate)",
  (ins ONNX_Tensor:$X, ONNX_Tensor:$scale, ONNX_Tensor:$gate, FloatOr<"1e-6">:$epsilon)>;
def ONNX_MsGatedAddOp : ONNX_MsOp<"GatedAdd", "X + Y * gate",
  (ins ONNX_Tensor:$X, ONNX_Tensor:$Y, ONNX_Tensor:$gate)>;
def ONNX_MsMRotaryEmbeddingOp
    : ONNX_MsOp<"MRotaryEmbedding", "Rotary embedding by three positions: time, height, width",
  (ins ONNX_Tensor:$input, ONNX_Tensor:$position_ids, ONNX_Tensor:$cos_cache, ONNX_Tensor:$sin_cache,
    FlagOr<0>:$interleaved, FlagOr<0>:$is_packed_batching, FlagOr<0>:$mrope_layout,
    IntsAttr:$mrope_section, IntOr<0>:$num_heads, IntOr<0>:$rotary_embedding_dim, FloatOr<"1.0">:$scale)>;
def ONNX_MsGemmaRotaryEmbeddingOp : ONNX_MsOp<"GemmaRotaryEmbedding", "q and k turned by the angles emb",
  (ins ONNX_Tensor:$emb, ONNX_Tensor:$q, ONNX_Tensor:$q_rot, ONNX_Tensor:$k, ONNX_Tensor:$k_rot),
  (outs ONNX_Tensor:$output1, ONNX_Tensor:$output2)>;

//===-- Searches for sequences --------------------------------------------===//
// A decoder is a subgraph (input_ids, position_ids, attention_mask, past_0, …) → (logits, present_0,
// …), as for GPT-2; onnx-decompose-contrib makes a Loop of it.
class ONNX_MsSearchOp<string mnemonic, string text, dag args, dag outputs>
    : ONNX_Op<"ms." # mnemonic, [RecursiveMemoryEffects]> {
  let summary = text;
  let arguments = !con(args, (ins IntOr<-1>:$decoder_start_token_id, IntAttr:$eos_token_id,
    IntOr<0>:$model_type, IntOr<0>:$no_repeat_ngram_size, IntAttr:$pad_token_id, IntOr<-1>:$vocab_size));
  let results = outputs;
  let regions = (region MaxSizedRegion<1>:$decoder, MaxSizedRegion<1>:$encoder,
    MaxSizedRegion<1>:$init_decoder);
  let assemblyFormat = "`(` operands `)` attr-dict `:` functional-type(operands, results) regions";
}
def ONNX_MsGreedySearchOp : ONNX_MsSearchOp<"GreedySearch", "The likeliest token after the other",
  (ins ONNX_Tensor:$input_ids, ONNX_Tensor:$max_length, ONNX_OptionalTensor:$min_length,
    ONNX_OptionalTensor:$repetition_penalty, ONNX_OptionalTensor:$vocab_mask,
    ONNX_OptionalTensor:$prefix_vocab_mask, ONNX_OptionalTensor:$attention_mask),
  (outs ONNX_Tensor:$sequences)>;
def ONNX_MsSamplingOp : ONNX_MsSearchOp<"Sampling", "Tokens drawn from the likeliest that make up top_p",
  (ins ONNX_Tensor:$input_ids, ONNX_Tensor:$max_length, ONNX_OptionalTensor:$min_length,
    ONNX_OptionalTensor:$repetition_penalty, ONNX_OptionalTensor:$vocab_mask,
    ONNX_OptionalTensor:$prefix_vocab_mask, ONNX_OptionalTensor:$attention_mask,
    ONNX_OptionalTensor:$presence_mask, ONNX_OptionalTensor:$seed, FlagOr<0>:$custom,
    FloatOr<"-1e20">:$filter_value, IntOr<0>:$min_tokens_to_keep, FloatOr<"0.0">:$presence_penalty,
    FloatOr<"1.0">:$temperature, FloatOr<"0.0">:$top_p),
  (outs ONNX_Tensor:$sequences, ONNX_OptionalTensor:$filtered_logits)>;
def ONNX_MsBeamSearchOp : ONNX_MsSearchOp<"BeamSearch", "The likeliest sequences, of several kept at each token",
  (ins ONNX_Tensor:$input_ids, ONNX_Tensor:$max_length, ONNX_OptionalTensor:$min_length,
    ONNX_Tensor:$num_beams, ONNX_Tensor:$num_return_sequences, ONNX_OptionalTensor:$length_penalty,
    ONNX_OptionalTensor:$repetition_penalty, ONNX_OptionalTensor:$vocab_mask,
    ONNX_OptionalTensor:$prefix_vocab_mask, ONNX_OptionalTensor:$attention_mask,
    ONNX_OptionalTensor:$decoder_input_ids, ONNX_OptionalTensor:$logits_processor,
    FlagOr<0>:$early_stopping),
  (outs ONNX_Tensor:$sequences, ONNX_OptionalTensor:$sequences_scores, ONNX_OptionalTensor:$scores)>;

//===-- Hashing -----------------------------------------------------------===//
def ONNX_MsMurmurHash3Op : ONNX_MsOp<"MurmurHash3", "32-bit MurmurHash3 of each element's bytes",
  (ins ONNX_Tensor:$X, FlagOr<1>:$positive, IntOr<0>:$seed), (outs ONNX_Tensor:$Y)>;

#endif
