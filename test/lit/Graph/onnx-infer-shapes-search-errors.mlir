// SPDX-License-Identifier: Apache-2.0
// Searches that cannot become a Loop.
// RUN: cameo-opt %s --onnx-decompose-contrib --onnx-infer-shapes --split-input-file --verify-diagnostics

func.func @no_decoder(%ids: tensor<?x?xi32>, %max: tensor<1xi32>) -> !onnx.unknown {
  %none = onnx.None() : () -> none
  // expected-error @+1 {{needs a decoder}}
  %y = onnx.ms.GreedySearch(%ids, %max, %none, %none, %none, %none, %none) {eos_token_id = 7 : si64, pad_token_id = 0 : si64} : (tensor<?x?xi32>, tensor<1xi32>, none, none, none, none, none) -> !onnx.unknown {
  }, {
  }, {
  }
  return %y : !onnx.unknown
}

// -----
func.func @encoder(%ids: tensor<?x?xi32>, %max: tensor<1xi32>) -> !onnx.unknown {
  %none = onnx.None() : () -> none
  // expected-error @+1 {{needs an encoder for a model_type other than 0}}
  %y = onnx.ms.GreedySearch(%ids, %max, %none, %none, %none, %none, %none) {eos_token_id = 7 : si64, model_type = 1 : si64, pad_token_id = 0 : si64} : (tensor<?x?xi32>, tensor<1xi32>, none, none, none, none, none) -> !onnx.unknown {
  ^bb0(%i: tensor<?x?xi32>):
    "onnx.Yield"(%i) : (tensor<?x?xi32>) -> ()
  }, {
  }, {
  }
  return %y : !onnx.unknown
}

// -----
func.func @no_caches(%ids: tensor<?x?xi32>, %max: tensor<1xi32>) -> !onnx.unknown {
  %none = onnx.None() : () -> none
  // expected-error @+1 {{the decoder must take input_ids, position_ids, attention_mask and caches}}
  %y = onnx.ms.GreedySearch(%ids, %max, %none, %none, %none, %none, %none) {eos_token_id = 7 : si64, pad_token_id = 0 : si64} : (tensor<?x?xi32>, tensor<1xi32>, none, none, none, none, none) -> !onnx.unknown {
  ^bb0(%i: tensor<?x?xi32>):
    "onnx.Yield"(%i) : (tensor<?x?xi32>) -> ()
  }, {
  }, {
  }
  return %y : !onnx.unknown
}

// -----
func.func @shared_buffer(%ids: tensor<?x?xi32>, %max: tensor<1xi32>) -> !onnx.unknown {
  %none = onnx.None() : () -> none
  // expected-error @+1 {{a cache for each that it takes (shared buffers of past and present are not supported)}}
  %y = onnx.ms.GreedySearch(%ids, %max, %none, %none, %none, %none, %none) {eos_token_id = 7 : si64, pad_token_id = 0 : si64} : (tensor<?x?xi32>, tensor<1xi32>, none, none, none, none, none) -> !onnx.unknown {
  ^bb0(%i: tensor<?x?xi32>, %p: tensor<?x?xi32>, %m: tensor<?x?xi32>, %past: tensor<2x?x1x?x4xf32>, %n: tensor<1xi32>):
    %s = onnx.Constant() {value = dense<0.5> : tensor<1x1x8xf32>} : () -> tensor<1x1x8xf32>
    "onnx.Yield"(%s, %past) : (tensor<1x1x8xf32>, tensor<2x?x1x?x4xf32>) -> ()
  }, {
  }, {
  }
  return %y : !onnx.unknown
}

// -----
func.func @open_cache(%ids: tensor<?x?xi32>, %max: tensor<1xi32>) -> !onnx.unknown {
  %none = onnx.None() : () -> none
  // expected-error @+1 {{the decoder must take caches of 5 dimensions, [2, batch, heads, length, size], heads and size known}}
  %y = onnx.ms.GreedySearch(%ids, %max, %none, %none, %none, %none, %none) {eos_token_id = 7 : si64, pad_token_id = 0 : si64} : (tensor<?x?xi32>, tensor<1xi32>, none, none, none, none, none) -> !onnx.unknown {
  ^bb0(%i: tensor<?x?xi32>, %p: tensor<?x?xi32>, %m: tensor<?x?xi32>, %past: tensor<2x?x?x?x4xf32>):
    %s = onnx.Constant() {value = dense<0.5> : tensor<1x1x8xf32>} : () -> tensor<1x1x8xf32>
    "onnx.Yield"(%s, %past) : (tensor<1x1x8xf32>, tensor<2x?x?x?x4xf32>) -> ()
  }, {
  }, {
  }
  return %y : !onnx.unknown
}

// -----
func.func @filtered(%ids: tensor<?x?xi32>, %max: tensor<1xi32>) -> !onnx.unknown {
  %none = onnx.None() : () -> none
  // expected-error @+1 {{does not support the result filtered_logits}}
  %y:2 = onnx.ms.Sampling(%ids, %max, %none, %none, %none, %none, %none, %none, %none) {eos_token_id = 7 : si64, pad_token_id = 0 : si64} : (tensor<?x?xi32>, tensor<1xi32>, none, none, none, none, none, none, none) -> (!onnx.unknown, !onnx.unknown) {
  ^bb0(%i: tensor<?x?xi32>, %p: tensor<?x?xi32>, %m: tensor<?x?xi32>, %past: tensor<2x?x1x?x4xf32>):
    %s = onnx.Constant() {value = dense<0.5> : tensor<1x1x8xf32>} : () -> tensor<1x1x8xf32>
    "onnx.Yield"(%s, %past) : (tensor<1x1x8xf32>, tensor<2x?x1x?x4xf32>) -> ()
  }, {
  }, {
  }
  return %y#1 : !onnx.unknown
}

// -----
func.func @processor(%ids: tensor<?x?xi32>, %n: tensor<1xi32>) -> !onnx.unknown {
  %none = onnx.None() : () -> none
  // expected-error @+1 {{does not support decoder_input_ids and logits_processor}}
  %y:3 = onnx.ms.BeamSearch(%ids, %n, %none, %n, %n, %none, %none, %none, %none, %none, %none, %n) {eos_token_id = 7 : si64, pad_token_id = 0 : si64} : (tensor<?x?xi32>, tensor<1xi32>, none, tensor<1xi32>, tensor<1xi32>, none, none, none, none, none, none, tensor<1xi32>) -> (!onnx.unknown, none, none) {
  ^bb0(%i: tensor<?x?xi32>, %p: tensor<?x?xi32>, %m: tensor<?x?xi32>, %past: tensor<2x?x1x?x4xf32>):
    %s = onnx.Constant() {value = dense<0.5> : tensor<1x1x8xf32>} : () -> tensor<1x1x8xf32>
    "onnx.Yield"(%s, %past) : (tensor<1x1x8xf32>, tensor<2x?x1x?x4xf32>) -> ()
  }, {
  }, {
  }
  return %y#0 : !onnx.unknown
}

// -----
func.func @other_first_round(%ids: tensor<?x?xi32>, %n: tensor<1xi32>) -> !onnx.unknown {
  %none = onnx.None() : () -> none
  // expected-error @+1 {{init_decoder must take what the decoder takes}}
  %y:3 = onnx.ms.BeamSearch(%ids, %n, %none, %n, %n, %none, %none, %none, %none, %none, %none, %none) {eos_token_id = 7 : si64, pad_token_id = 0 : si64} : (tensor<?x?xi32>, tensor<1xi32>, none, tensor<1xi32>, tensor<1xi32>, none, none, none, none, none, none, none) -> (!onnx.unknown, none, none) {
  ^bb0(%i: tensor<?x?xi32>, %p: tensor<?x?xi32>, %m: tensor<?x?xi32>, %past: tensor<2x?x1x?x4xf32>):
    %s = onnx.Constant() {value = dense<0.5> : tensor<1x1x8xf32>} : () -> tensor<1x1x8xf32>
    "onnx.Yield"(%s, %past) : (tensor<1x1x8xf32>, tensor<2x?x1x?x4xf32>) -> ()
  }, {
  }, {
  ^bb0(%i: tensor<?x?xi32>, %p: tensor<?x?xi32>, %m: tensor<?x?xi32>, %past: tensor<2x?x1x?x4xf32>, %more: tensor<2x?x1x?x4xf32>):
    %s = onnx.Constant() {value = dense<0.25> : tensor<1x1x8xf32>} : () -> tensor<1x1x8xf32>
    "onnx.Yield"(%s, %past, %more) : (tensor<1x1x8xf32>, tensor<2x?x1x?x4xf32>, tensor<2x?x1x?x4xf32>) -> ()
  }
  return %y#0 : !onnx.unknown
}

// -----
func.func @greedy_encoder(%ids: tensor<?x?xi32>, %max: tensor<1xi32>) {
  %none = onnx.None() : () -> none
  // expected-error @+1 {{supports an encoder in BeamSearch alone}}
  %y = onnx.ms.GreedySearch(%ids, %max, %none, %none, %none, %none, %none) {eos_token_id = 7 : si64, model_type = 1 : si64, pad_token_id = 0 : si64} : (tensor<?x?xi32>, tensor<1xi32>, none, none, none, none, none) -> !onnx.unknown {
  ^bb0(%i: tensor<?x1xi32>, %m: tensor<?x?xi32>, %a: tensor<?x2x?x4xf32>, %b: tensor<?x2x?x4xf32>, %d: tensor<?x2x?x4xf32>, %e: tensor<?x2x?x4xf32>):
    "onnx.Yield"(%d, %a, %b) : (tensor<?x2x?x4xf32>, tensor<?x2x?x4xf32>, tensor<?x2x?x4xf32>) -> ()
  }, {
  ^bb0(%i: tensor<?x?xi32>, %m: tensor<?x?xi32>):
    "onnx.Yield"(%i, %m) : (tensor<?x?xi32>, tensor<?x?xi32>) -> ()
  }, {
  }
  return
}

// -----
func.func @whisper(%ids: tensor<?x?xi32>, %one: tensor<1xi32>) {
  %none = onnx.None() : () -> none
  // expected-error @+1 {{supports encoders like T5's alone (model_type 1)}}
  %y:3 = onnx.ms.BeamSearch(%ids, %one, %none, %one, %one, %none, %none, %none, %none, %none, %none, %none) {model_type = 2 : si64, eos_token_id = 7 : si64, pad_token_id = 0 : si64} : (tensor<?x?xi32>, tensor<1xi32>, none, tensor<1xi32>, tensor<1xi32>, none, none, none, none, none, none, none) -> (!onnx.unknown, none, none) {
  ^bb0(%i: tensor<?x1xi32>, %m: tensor<?x?xi32>, %a: tensor<?x2x?x4xf32>, %b: tensor<?x2x?x4xf32>, %d: tensor<?x2x?x4xf32>, %e: tensor<?x2x?x4xf32>):
    "onnx.Yield"(%d, %a, %b) : (tensor<?x2x?x4xf32>, tensor<?x2x?x4xf32>, tensor<?x2x?x4xf32>) -> ()
  }, {
  ^bb0(%i: tensor<?x?xi32>, %m: tensor<?x?xi32>):
    "onnx.Yield"(%i, %m) : (tensor<?x?xi32>, tensor<?x?xi32>) -> ()
  }, {
  }
  return
}

// -----
func.func @no_start(%ids: tensor<?x?xi32>, %one: tensor<1xi32>) {
  %none = onnx.None() : () -> none
  // expected-error @+1 {{needs a decoder_start_token_id}}
  %y:3 = onnx.ms.BeamSearch(%ids, %one, %none, %one, %one, %none, %none, %none, %none, %none, %none, %none) {model_type = 1 : si64, eos_token_id = 7 : si64, pad_token_id = 0 : si64} : (tensor<?x?xi32>, tensor<1xi32>, none, tensor<1xi32>, tensor<1xi32>, none, none, none, none, none, none, none) -> (!onnx.unknown, none, none) {
  ^bb0(%i: tensor<?x1xi32>, %m: tensor<?x?xi32>, %a: tensor<?x2x?x4xf32>, %b: tensor<?x2x?x4xf32>, %d: tensor<?x2x?x4xf32>, %e: tensor<?x2x?x4xf32>):
    "onnx.Yield"(%d, %a, %b) : (tensor<?x2x?x4xf32>, tensor<?x2x?x4xf32>, tensor<?x2x?x4xf32>) -> ()
  }, {
  ^bb0(%i: tensor<?x?xi32>, %m: tensor<?x?xi32>):
    "onnx.Yield"(%i, %m) : (tensor<?x?xi32>, tensor<?x?xi32>) -> ()
  }, {
  }
  return
}

// -----
func.func @encoder_inputs(%ids: tensor<?x?xi32>, %one: tensor<1xi32>) {
  %none = onnx.None() : () -> none
  // expected-error @+1 {{the encoder must take tokens, a mask and maybe the first token, and the decoder caches of self and of cross attention (shared buffers of past and present are not supported)}}
  %y:3 = onnx.ms.BeamSearch(%ids, %one, %none, %one, %one, %none, %none, %none, %none, %none, %none, %none) {model_type = 1 : si64, decoder_start_token_id = 1 : si64, eos_token_id = 7 : si64, pad_token_id = 0 : si64} : (tensor<?x?xi32>, tensor<1xi32>, none, tensor<1xi32>, tensor<1xi32>, none, none, none, none, none, none, none) -> (!onnx.unknown, none, none) {
  ^bb0(%i: tensor<?x1xi32>, %m: tensor<?x?xi32>, %a: tensor<?x2x?x4xf32>, %b: tensor<?x2x?x4xf32>, %d: tensor<?x2x?x4xf32>, %e: tensor<?x2x?x4xf32>):
    "onnx.Yield"(%d, %a, %b) : (tensor<?x2x?x4xf32>, tensor<?x2x?x4xf32>, tensor<?x2x?x4xf32>) -> ()
  }, {
  ^bb0(%i: tensor<?x?xi32>):
    "onnx.Yield"(%i, %i) : (tensor<?x?xi32>, tensor<?x?xi32>) -> ()
  }, {
  }
  return
}

// -----
func.func @init_decoder(%ids: tensor<?x?xi32>, %one: tensor<1xi32>) {
  %none = onnx.None() : () -> none
  // expected-error @+1 {{has no use for init_decoder with an encoder}}
  %y:3 = onnx.ms.BeamSearch(%ids, %one, %none, %one, %one, %none, %none, %none, %none, %none, %none, %none) {model_type = 1 : si64, decoder_start_token_id = 1 : si64, eos_token_id = 7 : si64, pad_token_id = 0 : si64} : (tensor<?x?xi32>, tensor<1xi32>, none, tensor<1xi32>, tensor<1xi32>, none, none, none, none, none, none, none) -> (!onnx.unknown, none, none) {
  ^bb0(%i: tensor<?x1xi32>, %m: tensor<?x?xi32>, %a: tensor<?x2x?x4xf32>, %b: tensor<?x2x?x4xf32>, %d: tensor<?x2x?x4xf32>, %e: tensor<?x2x?x4xf32>):
    "onnx.Yield"(%d, %a, %b) : (tensor<?x2x?x4xf32>, tensor<?x2x?x4xf32>, tensor<?x2x?x4xf32>) -> ()
  }, {
  ^bb0(%i: tensor<?x?xi32>, %m: tensor<?x?xi32>):
    "onnx.Yield"(%i, %m) : (tensor<?x?xi32>, tensor<?x?xi32>) -> ()
  }, {
  ^bb0(%i: tensor<?x?xi32>, %m: tensor<?x?xi32>):
    "onnx.Yield"(%i, %m) : (tensor<?x?xi32>, tensor<?x?xi32>) -> ()
  }
  return
}

// -----
func.func @unknown_heads(%ids: tensor<?x?xi32>, %one: tensor<1xi32>) {
  %none = onnx.None() : () -> none
  // expected-error @+1 {{the decoder must take caches of 4 dimensions, [batch, heads, length, size], heads and size known}}
  %y:3 = onnx.ms.BeamSearch(%ids, %one, %none, %one, %one, %none, %none, %none, %none, %none, %none, %none) {model_type = 1 : si64, decoder_start_token_id = 1 : si64, eos_token_id = 7 : si64, pad_token_id = 0 : si64} : (tensor<?x?xi32>, tensor<1xi32>, none, tensor<1xi32>, tensor<1xi32>, none, none, none, none, none, none, none) -> (!onnx.unknown, none, none) {
  ^bb0(%i: tensor<?x1xi32>, %m: tensor<?x?xi32>, %a: tensor<?x?x?x4xf32>, %b: tensor<?x?x?x4xf32>, %d: tensor<?x2x?x4xf32>, %e: tensor<?x2x?x4xf32>):
    "onnx.Yield"(%d, %a, %b) : (tensor<?x2x?x4xf32>, tensor<?x?x?x4xf32>, tensor<?x?x?x4xf32>) -> ()
  }, {
  ^bb0(%i: tensor<?x?xi32>, %m: tensor<?x?xi32>):
    "onnx.Yield"(%i, %m) : (tensor<?x?xi32>, tensor<?x?xi32>) -> ()
  }, {
  }
  return
}
