// SPDX-License-Identifier: Apache-2.0
// GreedySearch, BeamSearch and Sampling around a decoder whose cache holds embeddings and whose scores follow from the
// sum of those not masked. Expected sequences are those of the operators' definitions written out plainly; ONNX Runtime
// gives the same for decoders like this one.

func.func @greedy(%ids: tensor<2x2xi32>, %max: tensor<1xi32>) -> tensor<2x7xi32> attributes {
    inputs = [dense<[[1, 2], [3, 5]]> : tensor<2x2xi32>, dense<[7]> : tensor<1xi32>],
    outputs = [dense<[[1, 2, 0, 2, 0, 0, 2], [3, 5, 0, 2, 0, 0, 2]]> : tensor<2x7xi32>]} {
  %none = onnx.None() : () -> none
  %y = onnx.ms.GreedySearch(%ids, %max, %none, %none, %none, %none, %none) {eos_token_id = 4 : si64, pad_token_id = 0 : si64} :
      (tensor<2x2xi32>, tensor<1xi32>, none, none, none, none, none) -> tensor<2x7xi32> {
  ^bb0(%i: tensor<?x?xi32>, %p: tensor<?x?xi32>, %m: tensor<?x?xi32>, %past: tensor<2x?x1x?x2xf32>):
    %e = onnx.Constant() {value = dense<[[1.12, 0.42], [0.84, -1.64], [0.52, 1.92], [-0.31, -1.55], [1.83, 0.7],
        [-1.21, 0.69]]> : tensor<6x2xf32>} : () -> tensor<6x2xf32>
    %q = onnx.Constant() {value = dense<[[1.97, -1.16], [1.42, 0.8], [-1.11, -1.26], [1.82, -0.64], [-0.23, 0.62],
        [-0.24, -2.0], [-0.96, -0.11], [1.05, 0.43], [-0.28, -1.24], [1.14, -1.25]]> : tensor<10x2xf32>} : () ->
        tensor<10x2xf32>
    %w = onnx.Constant() {value = dense<[[1.8, -0.02, 0.42, -0.92, -2.38, -2.64], [1.14, -1.8, -3.88, -2.46, 3.36,
        1.7]]> : tensor<2x6xf32>} : () -> tensor<2x6xf32>
    %front = onnx.Constant() {value = dense<[0, 2]> : tensor<2xi64>} : () -> tensor<2xi64>
    %one = onnx.Constant() {value = dense<1> : tensor<1xi64>} : () -> tensor<1xi64>
    %zero = onnx.Constant() {value = dense<0> : tensor<i64>} : () -> tensor<i64>
    %a = onnx.Gather(%e, %i) : (tensor<6x2xf32>, tensor<?x?xi32>) -> !onnx.unknown
    %b = onnx.Gather(%q, %p) : (tensor<10x2xf32>, tensor<?x?xi32>) -> !onnx.unknown
    %x = onnx.Add(%a, %b) : (!onnx.unknown, !onnx.unknown) -> !onnx.unknown
    %u = onnx.Unsqueeze(%x, %front) : (!onnx.unknown, tensor<2xi64>) -> !onnx.unknown
    %kv = onnx.Concat(%u, %u) {axis = 0 : si64} : (!onnx.unknown, !onnx.unknown) -> !onnx.unknown
    %present = onnx.Concat(%past, %kv) {axis = 3 : si64} : (tensor<2x?x1x?x2xf32>, !onnx.unknown) -> !onnx.unknown
    %k4 = onnx.Gather(%present, %zero) : (!onnx.unknown, tensor<i64>) -> !onnx.unknown
    %k = onnx.Squeeze(%k4, %one) : (!onnx.unknown, tensor<1xi64>) -> !onnx.unknown
    %f = onnx.Cast(%m) {to = 1 : si64} : (tensor<?x?xi32>) -> !onnx.unknown
    %g = onnx.Unsqueeze(%f, %one) : (!onnx.unknown, tensor<1xi64>) -> !onnx.unknown
    %c = onnx.MatMul(%g, %k) : (!onnx.unknown, !onnx.unknown) -> !onnx.unknown
    %y = onnx.Add(%x, %c) : (!onnx.unknown, !onnx.unknown) -> !onnx.unknown
    %z = onnx.Tanh(%y) : (!onnx.unknown) -> !onnx.unknown
    %s = onnx.MatMul(%z, %w) : (!onnx.unknown, tensor<2x6xf32>) -> !onnx.unknown
    "onnx.Yield"(%s, %present) : (!onnx.unknown, !onnx.unknown) -> ()
  }, {
  }, {
  }
  return %y : tensor<2x7xi32>
}

// A pad token in front is masked; penalties, masks and n-grams that must not come again.
func.func @greedy_with_rules(%ids: tensor<2x2xi32>, %max: tensor<1xi32>, %min: tensor<1xi32>, %rep: tensor<1xf32>,
    %vm: tensor<6xi32>, %pm: tensor<2x6xi32>) -> tensor<2x8xi32> attributes {
    inputs = [dense<[[0, 2], [5, 5]]> : tensor<2x2xi32>, dense<[8]> : tensor<1xi32>, dense<[6]> : tensor<1xi32>,
    dense<[1.5]> : tensor<1xf32>, dense<[1, 1, 0, 1, 1, 1]> : tensor<6xi32>, dense<[[1, 0, 1, 1, 0, 1], [1, 1, 1, 0,
    0, 0]]> : tensor<2x6xi32>],
    outputs = [dense<[[0, 2, 0, 0, 1, 3, 1, 1], [5, 5, 0, 1, 3, 1, 1, 0]]> : tensor<2x8xi32>]} {
  %none = onnx.None() : () -> none
  %y = onnx.ms.GreedySearch(%ids, %max, %min, %rep, %vm, %pm, %none) {eos_token_id = 4 : si64, pad_token_id = 0 : si64, no_repeat_ngram_size = 2 : si64} :
      (tensor<2x2xi32>, tensor<1xi32>, tensor<1xi32>, tensor<1xf32>, tensor<6xi32>, tensor<2x6xi32>, none) -> tensor<2x8xi32> {
  ^bb0(%i: tensor<?x?xi32>, %p: tensor<?x?xi32>, %m: tensor<?x?xi32>, %past: tensor<2x?x1x?x2xf32>):
    %e = onnx.Constant() {value = dense<[[1.12, 0.42], [0.84, -1.64], [0.52, 1.92], [-0.31, -1.55], [1.83, 0.7],
        [-1.21, 0.69]]> : tensor<6x2xf32>} : () -> tensor<6x2xf32>
    %q = onnx.Constant() {value = dense<[[1.97, -1.16], [1.42, 0.8], [-1.11, -1.26], [1.82, -0.64], [-0.23, 0.62],
        [-0.24, -2.0], [-0.96, -0.11], [1.05, 0.43], [-0.28, -1.24], [1.14, -1.25]]> : tensor<10x2xf32>} : () ->
        tensor<10x2xf32>
    %w = onnx.Constant() {value = dense<[[1.8, -0.02, 0.42, -0.92, -2.38, -2.64], [1.14, -1.8, -3.88, -2.46, 3.36,
        1.7]]> : tensor<2x6xf32>} : () -> tensor<2x6xf32>
    %front = onnx.Constant() {value = dense<[0, 2]> : tensor<2xi64>} : () -> tensor<2xi64>
    %one = onnx.Constant() {value = dense<1> : tensor<1xi64>} : () -> tensor<1xi64>
    %zero = onnx.Constant() {value = dense<0> : tensor<i64>} : () -> tensor<i64>
    %a = onnx.Gather(%e, %i) : (tensor<6x2xf32>, tensor<?x?xi32>) -> !onnx.unknown
    %b = onnx.Gather(%q, %p) : (tensor<10x2xf32>, tensor<?x?xi32>) -> !onnx.unknown
    %x = onnx.Add(%a, %b) : (!onnx.unknown, !onnx.unknown) -> !onnx.unknown
    %u = onnx.Unsqueeze(%x, %front) : (!onnx.unknown, tensor<2xi64>) -> !onnx.unknown
    %kv = onnx.Concat(%u, %u) {axis = 0 : si64} : (!onnx.unknown, !onnx.unknown) -> !onnx.unknown
    %present = onnx.Concat(%past, %kv) {axis = 3 : si64} : (tensor<2x?x1x?x2xf32>, !onnx.unknown) -> !onnx.unknown
    %k4 = onnx.Gather(%present, %zero) : (!onnx.unknown, tensor<i64>) -> !onnx.unknown
    %k = onnx.Squeeze(%k4, %one) : (!onnx.unknown, tensor<1xi64>) -> !onnx.unknown
    %f = onnx.Cast(%m) {to = 1 : si64} : (tensor<?x?xi32>) -> !onnx.unknown
    %g = onnx.Unsqueeze(%f, %one) : (!onnx.unknown, tensor<1xi64>) -> !onnx.unknown
    %c = onnx.MatMul(%g, %k) : (!onnx.unknown, !onnx.unknown) -> !onnx.unknown
    %y = onnx.Add(%x, %c) : (!onnx.unknown, !onnx.unknown) -> !onnx.unknown
    %z = onnx.Tanh(%y) : (!onnx.unknown) -> !onnx.unknown
    %s = onnx.MatMul(%z, %w) : (!onnx.unknown, tensor<2x6xf32>) -> !onnx.unknown
    "onnx.Yield"(%s, %present) : (!onnx.unknown, !onnx.unknown) -> ()
  }, {
  }, {
  }
  return %y : tensor<2x8xi32>
}

func.func @beams(%ids: tensor<2x2xi32>, %max: tensor<1xi32>, %n: tensor<1xi32>, %nr: tensor<1xi32>, %lp:
    tensor<1xf32>) -> (tensor<2x2x7xi32>, tensor<2x2xf32>) attributes {
    inputs = [dense<[[1, 2], [3, 5]]> : tensor<2x2xi32>, dense<[7]> : tensor<1xi32>, dense<[3]> : tensor<1xi32>,
    dense<[2]> : tensor<1xi32>, dense<[1.0]> : tensor<1xf32>],
    outputs = [dense<[[[1, 2, 0, 2, 0, 0, 2], [1, 2, 0, 1, 2, 0, 2]], [[3, 5, 0, 2, 0, 0, 2], [3, 5, 0, 1, 2, 0, 2]]]>
    : tensor<2x2x7xi32>, dense<[[-0.1162875, -0.45717865], [-0.11205856, -0.4687589]]> : tensor<2x2xf32>]} {
  %none = onnx.None() : () -> none
  %y:3 = onnx.ms.BeamSearch(%ids, %max, %none, %n, %nr, %lp, %none, %none, %none, %none, %none, %none) {eos_token_id = 4 : si64, pad_token_id = 0 : si64} :
      (tensor<2x2xi32>, tensor<1xi32>, none, tensor<1xi32>, tensor<1xi32>, tensor<1xf32>, none, none, none, none, none, none) -> (tensor<2x2x7xi32>, tensor<2x2xf32>, none) {
  ^bb0(%i: tensor<?x?xi32>, %p: tensor<?x?xi32>, %m: tensor<?x?xi32>, %past: tensor<2x?x1x?x2xf32>):
    %e = onnx.Constant() {value = dense<[[1.12, 0.42], [0.84, -1.64], [0.52, 1.92], [-0.31, -1.55], [1.83, 0.7],
        [-1.21, 0.69]]> : tensor<6x2xf32>} : () -> tensor<6x2xf32>
    %q = onnx.Constant() {value = dense<[[1.97, -1.16], [1.42, 0.8], [-1.11, -1.26], [1.82, -0.64], [-0.23, 0.62],
        [-0.24, -2.0], [-0.96, -0.11], [1.05, 0.43], [-0.28, -1.24], [1.14, -1.25]]> : tensor<10x2xf32>} : () ->
        tensor<10x2xf32>
    %w = onnx.Constant() {value = dense<[[1.8, -0.02, 0.42, -0.92, -2.38, -2.64], [1.14, -1.8, -3.88, -2.46, 3.36,
        1.7]]> : tensor<2x6xf32>} : () -> tensor<2x6xf32>
    %front = onnx.Constant() {value = dense<[0, 2]> : tensor<2xi64>} : () -> tensor<2xi64>
    %one = onnx.Constant() {value = dense<1> : tensor<1xi64>} : () -> tensor<1xi64>
    %zero = onnx.Constant() {value = dense<0> : tensor<i64>} : () -> tensor<i64>
    %a = onnx.Gather(%e, %i) : (tensor<6x2xf32>, tensor<?x?xi32>) -> !onnx.unknown
    %b = onnx.Gather(%q, %p) : (tensor<10x2xf32>, tensor<?x?xi32>) -> !onnx.unknown
    %x = onnx.Add(%a, %b) : (!onnx.unknown, !onnx.unknown) -> !onnx.unknown
    %u = onnx.Unsqueeze(%x, %front) : (!onnx.unknown, tensor<2xi64>) -> !onnx.unknown
    %kv = onnx.Concat(%u, %u) {axis = 0 : si64} : (!onnx.unknown, !onnx.unknown) -> !onnx.unknown
    %present = onnx.Concat(%past, %kv) {axis = 3 : si64} : (tensor<2x?x1x?x2xf32>, !onnx.unknown) -> !onnx.unknown
    %k4 = onnx.Gather(%present, %zero) : (!onnx.unknown, tensor<i64>) -> !onnx.unknown
    %k = onnx.Squeeze(%k4, %one) : (!onnx.unknown, tensor<1xi64>) -> !onnx.unknown
    %f = onnx.Cast(%m) {to = 1 : si64} : (tensor<?x?xi32>) -> !onnx.unknown
    %g = onnx.Unsqueeze(%f, %one) : (!onnx.unknown, tensor<1xi64>) -> !onnx.unknown
    %c = onnx.MatMul(%g, %k) : (!onnx.unknown, !onnx.unknown) -> !onnx.unknown
    %y = onnx.Add(%x, %c) : (!onnx.unknown, !onnx.unknown) -> !onnx.unknown
    %z = onnx.Tanh(%y) : (!onnx.unknown) -> !onnx.unknown
    %s = onnx.MatMul(%z, %w) : (!onnx.unknown, tensor<2x6xf32>) -> !onnx.unknown
    "onnx.Yield"(%s, %present) : (!onnx.unknown, !onnx.unknown) -> ()
  }, {
  }, {
  }
  return %y#0, %y#1 : tensor<2x2x7xi32>, tensor<2x2xf32>
}

func.func @beams_with_rules(%ids: tensor<2x2xi32>, %max: tensor<1xi32>, %min: tensor<1xi32>, %n: tensor<1xi32>, %nr:
    tensor<1xi32>, %lp: tensor<1xf32>, %rep: tensor<1xf32>, %pm: tensor<2x6xi32>) -> (tensor<2x2x9xi32>,
    tensor<2x2xf32>) attributes {
    inputs = [dense<[[0, 2], [5, 5]]> : tensor<2x2xi32>, dense<[9]> : tensor<1xi32>, dense<[4]> : tensor<1xi32>,
    dense<[2]> : tensor<1xi32>, dense<[2]> : tensor<1xi32>, dense<[0.5]> : tensor<1xf32>, dense<[1.3]> :
    tensor<1xf32>, dense<[[1, 0, 1, 1, 0, 1], [1, 1, 1, 0, 0, 0]]> : tensor<2x6xi32>],
    outputs = [dense<[[[0, 2, 0, 0, 0, 0, 0, 0, 0], [0, 2, 0, 0, 0, 0, 0, 2, 0]], [[5, 5, 0, 2, 0, 0, 2, 0, 0], [5, 5,
    0, 1, 2, 0, 2, 0, 0]]]> : tensor<2x2x9xi32>, dense<[[-1.1835601, -1.1993921], [-0.70193726, -1.079907]]> :
    tensor<2x2xf32>]} {
  %none = onnx.None() : () -> none
  %y:3 = onnx.ms.BeamSearch(%ids, %max, %min, %n, %nr, %lp, %rep, %none, %pm, %none, %none, %none) {eos_token_id = 4 : si64, pad_token_id = 0 : si64, early_stopping = 1 : si64} :
      (tensor<2x2xi32>, tensor<1xi32>, tensor<1xi32>, tensor<1xi32>, tensor<1xi32>, tensor<1xf32>, tensor<1xf32>, none, tensor<2x6xi32>, none, none, none) -> (tensor<2x2x9xi32>, tensor<2x2xf32>, none) {
  ^bb0(%i: tensor<?x?xi32>, %p: tensor<?x?xi32>, %m: tensor<?x?xi32>, %past: tensor<2x?x1x?x2xf32>):
    %e = onnx.Constant() {value = dense<[[1.12, 0.42], [0.84, -1.64], [0.52, 1.92], [-0.31, -1.55], [1.83, 0.7],
        [-1.21, 0.69]]> : tensor<6x2xf32>} : () -> tensor<6x2xf32>
    %q = onnx.Constant() {value = dense<[[1.97, -1.16], [1.42, 0.8], [-1.11, -1.26], [1.82, -0.64], [-0.23, 0.62],
        [-0.24, -2.0], [-0.96, -0.11], [1.05, 0.43], [-0.28, -1.24], [1.14, -1.25]]> : tensor<10x2xf32>} : () ->
        tensor<10x2xf32>
    %w = onnx.Constant() {value = dense<[[1.8, -0.02, 0.42, -0.92, -2.38, -2.64], [1.14, -1.8, -3.88, -2.46, 3.36,
        1.7]]> : tensor<2x6xf32>} : () -> tensor<2x6xf32>
    %front = onnx.Constant() {value = dense<[0, 2]> : tensor<2xi64>} : () -> tensor<2xi64>
    %one = onnx.Constant() {value = dense<1> : tensor<1xi64>} : () -> tensor<1xi64>
    %zero = onnx.Constant() {value = dense<0> : tensor<i64>} : () -> tensor<i64>
    %a = onnx.Gather(%e, %i) : (tensor<6x2xf32>, tensor<?x?xi32>) -> !onnx.unknown
    %b = onnx.Gather(%q, %p) : (tensor<10x2xf32>, tensor<?x?xi32>) -> !onnx.unknown
    %x = onnx.Add(%a, %b) : (!onnx.unknown, !onnx.unknown) -> !onnx.unknown
    %u = onnx.Unsqueeze(%x, %front) : (!onnx.unknown, tensor<2xi64>) -> !onnx.unknown
    %kv = onnx.Concat(%u, %u) {axis = 0 : si64} : (!onnx.unknown, !onnx.unknown) -> !onnx.unknown
    %present = onnx.Concat(%past, %kv) {axis = 3 : si64} : (tensor<2x?x1x?x2xf32>, !onnx.unknown) -> !onnx.unknown
    %k4 = onnx.Gather(%present, %zero) : (!onnx.unknown, tensor<i64>) -> !onnx.unknown
    %k = onnx.Squeeze(%k4, %one) : (!onnx.unknown, tensor<1xi64>) -> !onnx.unknown
    %f = onnx.Cast(%m) {to = 1 : si64} : (tensor<?x?xi32>) -> !onnx.unknown
    %g = onnx.Unsqueeze(%f, %one) : (!onnx.unknown, tensor<1xi64>) -> !onnx.unknown
    %c = onnx.MatMul(%g, %k) : (!onnx.unknown, !onnx.unknown) -> !onnx.unknown
    %y = onnx.Add(%x, %c) : (!onnx.unknown, !onnx.unknown) -> !onnx.unknown
    %z = onnx.Tanh(%y) : (!onnx.unknown) -> !onnx.unknown
    %s = onnx.MatMul(%z, %w) : (!onnx.unknown, tensor<2x6xf32>) -> !onnx.unknown
    "onnx.Yield"(%s, %present) : (!onnx.unknown, !onnx.unknown) -> ()
  }, {
  }, {
  }
  return %y#0, %y#1 : tensor<2x2x9xi32>, tensor<2x2xf32>
}

// With so small a share only the likeliest token is left to draw.
func.func @sampling_of_the_likeliest(%ids: tensor<2x2xi32>, %max: tensor<1xi32>) -> tensor<2x7xi32> attributes {
    inputs = [dense<[[1, 2], [3, 5]]> : tensor<2x2xi32>, dense<[7]> : tensor<1xi32>],
    outputs = [dense<[[1, 2, 0, 2, 0, 0, 2], [3, 5, 0, 2, 0, 0, 2]]> : tensor<2x7xi32>]} {
  %none = onnx.None() : () -> none
  %y:2 = onnx.ms.Sampling(%ids, %max, %none, %none, %none, %none, %none, %none, %none) {eos_token_id = 4 : si64, pad_token_id = 0 : si64, top_p = 1.0e-06 : f32} :
      (tensor<2x2xi32>, tensor<1xi32>, none, none, none, none, none, none, none) -> (tensor<2x7xi32>, none) {
  ^bb0(%i: tensor<?x?xi32>, %p: tensor<?x?xi32>, %m: tensor<?x?xi32>, %past: tensor<2x?x1x?x2xf32>):
    %e = onnx.Constant() {value = dense<[[1.12, 0.42], [0.84, -1.64], [0.52, 1.92], [-0.31, -1.55], [1.83, 0.7],
        [-1.21, 0.69]]> : tensor<6x2xf32>} : () -> tensor<6x2xf32>
    %q = onnx.Constant() {value = dense<[[1.97, -1.16], [1.42, 0.8], [-1.11, -1.26], [1.82, -0.64], [-0.23, 0.62],
        [-0.24, -2.0], [-0.96, -0.11], [1.05, 0.43], [-0.28, -1.24], [1.14, -1.25]]> : tensor<10x2xf32>} : () ->
        tensor<10x2xf32>
    %w = onnx.Constant() {value = dense<[[1.8, -0.02, 0.42, -0.92, -2.38, -2.64], [1.14, -1.8, -3.88, -2.46, 3.36,
        1.7]]> : tensor<2x6xf32>} : () -> tensor<2x6xf32>
    %front = onnx.Constant() {value = dense<[0, 2]> : tensor<2xi64>} : () -> tensor<2xi64>
    %one = onnx.Constant() {value = dense<1> : tensor<1xi64>} : () -> tensor<1xi64>
    %zero = onnx.Constant() {value = dense<0> : tensor<i64>} : () -> tensor<i64>
    %a = onnx.Gather(%e, %i) : (tensor<6x2xf32>, tensor<?x?xi32>) -> !onnx.unknown
    %b = onnx.Gather(%q, %p) : (tensor<10x2xf32>, tensor<?x?xi32>) -> !onnx.unknown
    %x = onnx.Add(%a, %b) : (!onnx.unknown, !onnx.unknown) -> !onnx.unknown
    %u = onnx.Unsqueeze(%x, %front) : (!onnx.unknown, tensor<2xi64>) -> !onnx.unknown
    %kv = onnx.Concat(%u, %u) {axis = 0 : si64} : (!onnx.unknown, !onnx.unknown) -> !onnx.unknown
    %present = onnx.Concat(%past, %kv) {axis = 3 : si64} : (tensor<2x?x1x?x2xf32>, !onnx.unknown) -> !onnx.unknown
    %k4 = onnx.Gather(%present, %zero) : (!onnx.unknown, tensor<i64>) -> !onnx.unknown
    %k = onnx.Squeeze(%k4, %one) : (!onnx.unknown, tensor<1xi64>) -> !onnx.unknown
    %f = onnx.Cast(%m) {to = 1 : si64} : (tensor<?x?xi32>) -> !onnx.unknown
    %g = onnx.Unsqueeze(%f, %one) : (!onnx.unknown, tensor<1xi64>) -> !onnx.unknown
    %c = onnx.MatMul(%g, %k) : (!onnx.unknown, !onnx.unknown) -> !onnx.unknown
    %y = onnx.Add(%x, %c) : (!onnx.unknown, !onnx.unknown) -> !onnx.unknown
    %z = onnx.Tanh(%y) : (!onnx.unknown) -> !onnx.unknown
    %s = onnx.MatMul(%z, %w) : (!onnx.unknown, tensor<2x6xf32>) -> !onnx.unknown
    "onnx.Yield"(%s, %present) : (!onnx.unknown, !onnx.unknown) -> ()
  }, {
  }, {
  }
  return %y#0 : tensor<2x7xi32>
}

func.func @sampling_of_the_likeliest_custom(%ids: tensor<2x2xi32>, %max: tensor<1xi32>, %seed: tensor<1xi32>) ->
    tensor<2x7xi32> attributes {
    inputs = [dense<[[1, 2], [3, 5]]> : tensor<2x2xi32>, dense<[7]> : tensor<1xi32>, dense<[5]> : tensor<1xi32>],
    outputs = [dense<[[1, 2, 0, 2, 0, 0, 2], [3, 5, 0, 2, 0, 0, 2]]> : tensor<2x7xi32>]} {
  %none = onnx.None() : () -> none
  %y:2 = onnx.ms.Sampling(%ids, %max, %none, %none, %none, %none, %none, %none, %seed) {eos_token_id = 4 : si64, pad_token_id = 0 : si64, custom = 1 : si64, top_p = 1.0e-06 : f32} :
      (tensor<2x2xi32>, tensor<1xi32>, none, none, none, none, none, none, tensor<1xi32>) -> (tensor<2x7xi32>, none) {
  ^bb0(%i: tensor<?x?xi32>, %p: tensor<?x?xi32>, %m: tensor<?x?xi32>, %past: tensor<2x?x1x?x2xf32>):
    %e = onnx.Constant() {value = dense<[[1.12, 0.42], [0.84, -1.64], [0.52, 1.92], [-0.31, -1.55], [1.83, 0.7],
        [-1.21, 0.69]]> : tensor<6x2xf32>} : () -> tensor<6x2xf32>
    %q = onnx.Constant() {value = dense<[[1.97, -1.16], [1.42, 0.8], [-1.11, -1.26], [1.82, -0.64], [-0.23, 0.62],
        [-0.24, -2.0], [-0.96, -0.11], [1.05, 0.43], [-0.28, -1.24], [1.14, -1.25]]> : tensor<10x2xf32>} : () ->
        tensor<10x2xf32>
    %w = onnx.Constant() {value = dense<[[1.8, -0.02, 0.42, -0.92, -2.38, -2.64], [1.14, -1.8, -3.88, -2.46, 3.36,
        1.7]]> : tensor<2x6xf32>} : () -> tensor<2x6xf32>
    %front = onnx.Constant() {value = dense<[0, 2]> : tensor<2xi64>} : () -> tensor<2xi64>
    %one = onnx.Constant() {value = dense<1> : tensor<1xi64>} : () -> tensor<1xi64>
    %zero = onnx.Constant() {value = dense<0> : tensor<i64>} : () -> tensor<i64>
    %a = onnx.Gather(%e, %i) : (tensor<6x2xf32>, tensor<?x?xi32>) -> !onnx.unknown
    %b = onnx.Gather(%q, %p) : (tensor<10x2xf32>, tensor<?x?xi32>) -> !onnx.unknown
    %x = onnx.Add(%a, %b) : (!onnx.unknown, !onnx.unknown) -> !onnx.unknown
    %u = onnx.Unsqueeze(%x, %front) : (!onnx.unknown, tensor<2xi64>) -> !onnx.unknown
    %kv = onnx.Concat(%u, %u) {axis = 0 : si64} : (!onnx.unknown, !onnx.unknown) -> !onnx.unknown
    %present = onnx.Concat(%past, %kv) {axis = 3 : si64} : (tensor<2x?x1x?x2xf32>, !onnx.unknown) -> !onnx.unknown
    %k4 = onnx.Gather(%present, %zero) : (!onnx.unknown, tensor<i64>) -> !onnx.unknown
    %k = onnx.Squeeze(%k4, %one) : (!onnx.unknown, tensor<1xi64>) -> !onnx.unknown
    %f = onnx.Cast(%m) {to = 1 : si64} : (tensor<?x?xi32>) -> !onnx.unknown
    %g = onnx.Unsqueeze(%f, %one) : (!onnx.unknown, tensor<1xi64>) -> !onnx.unknown
    %c = onnx.MatMul(%g, %k) : (!onnx.unknown, !onnx.unknown) -> !onnx.unknown
    %y = onnx.Add(%x, %c) : (!onnx.unknown, !onnx.unknown) -> !onnx.unknown
    %z = onnx.Tanh(%y) : (!onnx.unknown) -> !onnx.unknown
    %s = onnx.MatMul(%z, %w) : (!onnx.unknown, tensor<2x6xf32>) -> !onnx.unknown
    "onnx.Yield"(%s, %present) : (!onnx.unknown, !onnx.unknown) -> ()
  }, {
  }, {
  }
  return %y#0 : tensor<2x7xi32>
}
