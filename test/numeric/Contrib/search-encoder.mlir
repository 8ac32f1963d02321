// SPDX-License-Identifier: Apache-2.0
// BeamSearch around an encoder and a decoder whose self attention is a sum; expected values are those of ONNX Runtime.

// The encoder gives the caches of cross attention alone; the decoder begins with an empty one of its own.
func.func @caches_of_cross_attention(%ids: tensor<2x3xi32>, %max: tensor<1xi32>, %min: tensor<1xi32>, %beams:
    tensor<1xi32>, %ret: tensor<1xi32>, %lp: tensor<1xf32>, %rep: tensor<1xf32>) -> (tensor<2x2x7xi32>,
    tensor<2x2xf32>) attributes {
    inputs = [dense<[[2, 2, 2], [5, 3, 2]]> : tensor<2x3xi32>, dense<[7]> : tensor<1xi32>, dense<[3]> :
    tensor<1xi32>, dense<[2]> : tensor<1xi32>, dense<[2]> : tensor<1xi32>, dense<[1.5]> : tensor<1xf32>,
    dense<[1.5]> : tensor<1xf32>],
    outputs = [dense<[[[1, 4, 3, 5, 0, 4, 3], [1, 4, 3, 5, 0, 0, 4]], [[1, 5, 0, 4, 1, 5, 0], [1, 5, 0, 0, 4, 1,
    0]]]> : tensor<2x2x7xi32>, dense<[[-0.45371324, -0.47563308], [-0.51882005, -0.5274044]]> : tensor<2x2xf32>]} {
  %none = onnx.None() : () -> none
  %y:3 = onnx.ms.BeamSearch(%ids, %max, %min, %beams, %ret, %lp, %rep, %none, %none, %none, %none, %none)
      {decoder_start_token_id = 1 : si64, eos_token_id = 2 : si64, model_type = 1 : si64, pad_token_id = 0 : si64} :
      (tensor<2x3xi32>, tensor<1xi32>, tensor<1xi32>, tensor<1xi32>, tensor<1xi32>, tensor<1xf32>, tensor<1xf32>,
      none, none, none, none, none) -> (tensor<2x2x7xi32>, tensor<2x2xf32>, none) {
  ^bb0(%i: tensor<?x1xi32>, %m: tensor<?x?xi32>, %pk: tensor<?x1x?x2xf32>, %pv: tensor<?x1x?x2xf32>, %ck:
      tensor<?x1x?x2xf32>, %cv: tensor<?x1x?x2xf32>):
    %e2 = onnx.Constant() {value = dense<[[1.8, -1.85], [0.8, 0.29], [1.59, 0.67], [0.19, 0.81], [-0.45, 0.78],
        [1.3, -0.14]]> : tensor<6x2xf32>} : () -> tensor<6x2xf32>
    %w = onnx.Constant() {value = dense<[[1.76, 1.21, 1.93, -1.32, 0.08, 1.78], [0.6, 1.44, 1.88, -1.26, -1.03,
        1.49]]> : tensor<2x6xf32>} : () -> tensor<2x6xf32>
    %c1 = onnx.Constant() {value = dense<[1]> : tensor<1xi64>} : () -> tensor<1xi64>
    %c2 = onnx.Constant() {value = dense<[2]> : tensor<1xi64>} : () -> tensor<1xi64>
    %c12 = onnx.Constant() {value = dense<[1, 2]> : tensor<2xi64>} : () -> tensor<2xi64>
    %one = onnx.Constant() {value = dense<1.0> : tensor<f32>} : () -> tensor<f32>
    %big = onnx.Constant() {value = dense<10000.0> : tensor<f32>} : () -> tensor<f32>
    %third = onnx.Constant() {value = dense<0.3> : tensor<f32>} : () -> tensor<f32>
    %x = onnx.Gather(%e2, %i) : (tensor<6x2xf32>, tensor<?x1xi32>) -> !onnx.unknown
    %u = onnx.Unsqueeze(%x, %c1) : (!onnx.unknown, tensor<1xi64>) -> !onnx.unknown
    %tu = onnx.Tanh(%u) : (!onnx.unknown) -> !onnx.unknown
    %k = onnx.Concat(%pk, %u) {axis = 2 : si64} : (tensor<?x1x?x2xf32>, !onnx.unknown) -> !onnx.unknown
    %v = onnx.Concat(%pv, %tu) {axis = 2 : si64} : (tensor<?x1x?x2xf32>, !onnx.unknown) -> !onnx.unknown
    %s = onnx.ReduceSum(%v, %c2) {keepdims = 0 : si64} : (!onnx.unknown, tensor<1xi64>) -> !onnx.unknown
    %ckt = onnx.Transpose(%ck) {perm = array<i64: 0, 1, 3, 2>} : (tensor<?x1x?x2xf32>) -> !onnx.unknown
    %sc = onnx.MatMul(%u, %ckt) : (!onnx.unknown, !onnx.unknown) -> !onnx.unknown
    %mf = onnx.Cast(%m) {to = 1 : si64} : (tensor<?x?xi32>) -> !onnx.unknown
    %m1 = onnx.Sub(%mf, %one) : (!onnx.unknown, tensor<f32>) -> !onnx.unknown
    %m2 = onnx.Mul(%m1, %big) : (!onnx.unknown, tensor<f32>) -> !onnx.unknown
    %m3 = onnx.Unsqueeze(%m2, %c12) : (!onnx.unknown, tensor<2xi64>) -> !onnx.unknown
    %sm = onnx.Add(%sc, %m3) : (!onnx.unknown, !onnx.unknown) -> !onnx.unknown
    %pr = onnx.Softmax(%sm) : (!onnx.unknown) -> !onnx.unknown
    %ctx4 = onnx.MatMul(%pr, %cv) : (!onnx.unknown, tensor<?x1x?x2xf32>) -> !onnx.unknown
    %ctx = onnx.Squeeze(%ctx4, %c1) : (!onnx.unknown, tensor<1xi64>) -> !onnx.unknown
    %s3 = onnx.Mul(%s, %third) : (!onnx.unknown, tensor<f32>) -> !onnx.unknown
    %a = onnx.Add(%x, %s3) : (!onnx.unknown, !onnx.unknown) -> !onnx.unknown
    %b = onnx.Add(%a, %ctx) : (!onnx.unknown, !onnx.unknown) -> !onnx.unknown
    %y = onnx.Tanh(%b) : (!onnx.unknown) -> !onnx.unknown
    %logits = onnx.MatMul(%y, %w) : (!onnx.unknown, tensor<2x6xf32>) -> !onnx.unknown
    "onnx.Yield"(%logits, %k, %v) : (!onnx.unknown, !onnx.unknown, !onnx.unknown) -> ()
  }, {
  ^bb0(%i: tensor<?x?xi32>, %m: tensor<?x?xi32>):
    %e1 = onnx.Constant() {value = dense<[[-1.96, 0.01], [-0.02, -1.46], [-1.43, -1.13], [-0.33, -1.01], [-1.66,
        -0.62], [-1.33, 1.51]]> : tensor<6x2xf32>} : () -> tensor<6x2xf32>
    %ax1 = onnx.Constant() {value = dense<[1]> : tensor<1xi64>} : () -> tensor<1xi64>
    %ax2 = onnx.Constant() {value = dense<[2]> : tensor<1xi64>} : () -> tensor<1xi64>
    %g = onnx.Gather(%e1, %i) : (tensor<6x2xf32>, tensor<?x?xi32>) -> !onnx.unknown
    %emf = onnx.Cast(%m) {to = 1 : si64} : (tensor<?x?xi32>) -> !onnx.unknown
    %emu = onnx.Unsqueeze(%emf, %ax2) : (!onnx.unknown, tensor<1xi64>) -> !onnx.unknown
    %hidden = onnx.Mul(%g, %emu) : (!onnx.unknown, !onnx.unknown) -> !onnx.unknown
    %ck = onnx.Unsqueeze(%hidden, %ax1) : (!onnx.unknown, tensor<1xi64>) -> !onnx.unknown
    %cv = onnx.Tanh(%ck) : (!onnx.unknown) -> !onnx.unknown
    "onnx.Yield"(%ck, %cv) : (!onnx.unknown, !onnx.unknown) -> ()
  }, {
  }
  return %y#0, %y#1 : tensor<2x2x7xi32>, tensor<2x2xf32>
}

// The encoder runs the first round of the decoder; a pad token at the end counts.
func.func @encoder_starts_decoder(%ids: tensor<1x4xi32>, %max: tensor<1xi32>, %min: tensor<1xi32>, %beams:
    tensor<1xi32>, %ret: tensor<1xi32>, %lp: tensor<1xf32>) -> (tensor<1x2x7xi32>, tensor<1x2xf32>) attributes {
    inputs = [dense<[[4, 2, 0, 0]]> : tensor<1x4xi32>, dense<[7]> : tensor<1xi32>, dense<[1]> : tensor<1xi32>,
    dense<[3]> : tensor<1xi32>, dense<[2]> : tensor<1xi32>, dense<[1.0]> : tensor<1xf32>],
    outputs = [dense<[[[1, 4, 3, 3, 3, 3, 3], [1, 0, 3, 3, 3, 3, 3]]]> : tensor<1x2x7xi32>, dense<[[-0.66107386,
    -0.68734974]]> : tensor<1x2xf32>]} {
  %none = onnx.None() : () -> none
  %y:3 = onnx.ms.BeamSearch(%ids, %max, %min, %beams, %ret, %lp, %none, %none, %none, %none, %none, %none)
      {decoder_start_token_id = 1 : si64, early_stopping = 1 : si64, eos_token_id = 2 : si64, model_type = 1 : si64,
      pad_token_id = 0 : si64} : (tensor<1x4xi32>, tensor<1xi32>, tensor<1xi32>, tensor<1xi32>, tensor<1xi32>,
      tensor<1xf32>, none, none, none, none, none, none) -> (tensor<1x2x7xi32>, tensor<1x2xf32>, none) {
  ^bb0(%i: tensor<?x1xi32>, %m: tensor<?x?xi32>, %h: tensor<?x?x2xf32>, %pk: tensor<?x1x?x2xf32>, %pv:
      tensor<?x1x?x2xf32>, %ck: tensor<?x1x?x2xf32>, %cv: tensor<?x1x?x2xf32>):
    %e2 = onnx.Constant() {value = dense<[[0.27, 1.7], [-1.72, -1.65], [-1.92, 1.33], [1.11, 1.48], [1.91, 1.2],
        [-0.15, 1.12]]> : tensor<6x2xf32>} : () -> tensor<6x2xf32>
    %w = onnx.Constant() {value = dense<[[-1.53, 0.56, -1.43, 1.78, 0.09, -0.34], [-0.94, 1.1, -0.18, 0.27, -1.92,
        0.47]]> : tensor<2x6xf32>} : () -> tensor<2x6xf32>
    %c1 = onnx.Constant() {value = dense<[1]> : tensor<1xi64>} : () -> tensor<1xi64>
    %c2 = onnx.Constant() {value = dense<[2]> : tensor<1xi64>} : () -> tensor<1xi64>
    %c12 = onnx.Constant() {value = dense<[1, 2]> : tensor<2xi64>} : () -> tensor<2xi64>
    %one = onnx.Constant() {value = dense<1.0> : tensor<f32>} : () -> tensor<f32>
    %big = onnx.Constant() {value = dense<10000.0> : tensor<f32>} : () -> tensor<f32>
    %third = onnx.Constant() {value = dense<0.3> : tensor<f32>} : () -> tensor<f32>
    %x = onnx.Gather(%e2, %i) : (tensor<6x2xf32>, tensor<?x1xi32>) -> !onnx.unknown
    %u = onnx.Unsqueeze(%x, %c1) : (!onnx.unknown, tensor<1xi64>) -> !onnx.unknown
    %tu = onnx.Tanh(%u) : (!onnx.unknown) -> !onnx.unknown
    %k = onnx.Concat(%pk, %u) {axis = 2 : si64} : (tensor<?x1x?x2xf32>, !onnx.unknown) -> !onnx.unknown
    %v = onnx.Concat(%pv, %tu) {axis = 2 : si64} : (tensor<?x1x?x2xf32>, !onnx.unknown) -> !onnx.unknown
    %s = onnx.ReduceSum(%v, %c2) {keepdims = 0 : si64} : (!onnx.unknown, tensor<1xi64>) -> !onnx.unknown
    %ckt = onnx.Transpose(%ck) {perm = array<i64: 0, 1, 3, 2>} : (tensor<?x1x?x2xf32>) -> !onnx.unknown
    %sc = onnx.MatMul(%u, %ckt) : (!onnx.unknown, !onnx.unknown) -> !onnx.unknown
    %mf = onnx.Cast(%m) {to = 1 : si64} : (tensor<?x?xi32>) -> !onnx.unknown
    %m1 = onnx.Sub(%mf, %one) : (!onnx.unknown, tensor<f32>) -> !onnx.unknown
    %m2 = onnx.Mul(%m1, %big) : (!onnx.unknown, tensor<f32>) -> !onnx.unknown
    %m3 = onnx.Unsqueeze(%m2, %c12) : (!onnx.unknown, tensor<2xi64>) -> !onnx.unknown
    %sm = onnx.Add(%sc, %m3) : (!onnx.unknown, !onnx.unknown) -> !onnx.unknown
    %pr = onnx.Softmax(%sm) : (!onnx.unknown) -> !onnx.unknown
    %ctx4 = onnx.MatMul(%pr, %cv) : (!onnx.unknown, tensor<?x1x?x2xf32>) -> !onnx.unknown
    %ctx = onnx.Squeeze(%ctx4, %c1) : (!onnx.unknown, tensor<1xi64>) -> !onnx.unknown
    %s3 = onnx.Mul(%s, %third) : (!onnx.unknown, tensor<f32>) -> !onnx.unknown
    %a = onnx.Add(%x, %s3) : (!onnx.unknown, !onnx.unknown) -> !onnx.unknown
    %b = onnx.Add(%a, %ctx) : (!onnx.unknown, !onnx.unknown) -> !onnx.unknown
    %y = onnx.Tanh(%b) : (!onnx.unknown) -> !onnx.unknown
    %logits = onnx.MatMul(%y, %w) : (!onnx.unknown, tensor<2x6xf32>) -> !onnx.unknown
    "onnx.Yield"(%logits, %k, %v) : (!onnx.unknown, !onnx.unknown, !onnx.unknown) -> ()
  }, {
  ^bb0(%i: tensor<?x?xi32>, %m: tensor<?x?xi32>, %first: tensor<?x1xi32>):
    %e1 = onnx.Constant() {value = dense<[[0.2, 0.86], [0.41, 0.18], [-0.31, 0.58], [-0.25, 1.57], [1.85, -0.47],
        [1.17, 0.12]]> : tensor<6x2xf32>} : () -> tensor<6x2xf32>
    %ax1 = onnx.Constant() {value = dense<[1]> : tensor<1xi64>} : () -> tensor<1xi64>
    %ax2 = onnx.Constant() {value = dense<[2]> : tensor<1xi64>} : () -> tensor<1xi64>
    %g = onnx.Gather(%e1, %i) : (tensor<6x2xf32>, tensor<?x?xi32>) -> !onnx.unknown
    %emf = onnx.Cast(%m) {to = 1 : si64} : (tensor<?x?xi32>) -> !onnx.unknown
    %emu = onnx.Unsqueeze(%emf, %ax2) : (!onnx.unknown, tensor<1xi64>) -> !onnx.unknown
    %hidden = onnx.Mul(%g, %emu) : (!onnx.unknown, !onnx.unknown) -> !onnx.unknown
    %ck = onnx.Unsqueeze(%hidden, %ax1) : (!onnx.unknown, tensor<1xi64>) -> !onnx.unknown
    %cv = onnx.Tanh(%ck) : (!onnx.unknown) -> !onnx.unknown
    %e2 = onnx.Constant() {value = dense<[[0.27, 1.7], [-1.72, -1.65], [-1.92, 1.33], [1.11, 1.48], [1.91, 1.2],
        [-0.15, 1.12]]> : tensor<6x2xf32>} : () -> tensor<6x2xf32>
    %w = onnx.Constant() {value = dense<[[-1.53, 0.56, -1.43, 1.78, 0.09, -0.34], [-0.94, 1.1, -0.18, 0.27, -1.92,
        0.47]]> : tensor<2x6xf32>} : () -> tensor<2x6xf32>
    %c1 = onnx.Constant() {value = dense<[1]> : tensor<1xi64>} : () -> tensor<1xi64>
    %c2 = onnx.Constant() {value = dense<[2]> : tensor<1xi64>} : () -> tensor<1xi64>
    %c12 = onnx.Constant() {value = dense<[1, 2]> : tensor<2xi64>} : () -> tensor<2xi64>
    %one = onnx.Constant() {value = dense<1.0> : tensor<f32>} : () -> tensor<f32>
    %big = onnx.Constant() {value = dense<10000.0> : tensor<f32>} : () -> tensor<f32>
    %third = onnx.Constant() {value = dense<0.3> : tensor<f32>} : () -> tensor<f32>
    %x = onnx.Gather(%e2, %first) : (tensor<6x2xf32>, tensor<?x1xi32>) -> !onnx.unknown
    %u = onnx.Unsqueeze(%x, %c1) : (!onnx.unknown, tensor<1xi64>) -> !onnx.unknown
    %tu = onnx.Tanh(%u) : (!onnx.unknown) -> !onnx.unknown
    %k = onnx.Identity(%u) : (!onnx.unknown) -> !onnx.unknown
    %v = onnx.Identity(%tu) : (!onnx.unknown) -> !onnx.unknown
    %s = onnx.ReduceSum(%v, %c2) {keepdims = 0 : si64} : (!onnx.unknown, tensor<1xi64>) -> !onnx.unknown
    %ckt = onnx.Transpose(%ck) {perm = array<i64: 0, 1, 3, 2>} : (!onnx.unknown) -> !onnx.unknown
    %sc = onnx.MatMul(%u, %ckt) : (!onnx.unknown, !onnx.unknown) -> !onnx.unknown
    %mf = onnx.Cast(%m) {to = 1 : si64} : (tensor<?x?xi32>) -> !onnx.unknown
    %m1 = onnx.Sub(%mf, %one) : (!onnx.unknown, tensor<f32>) -> !onnx.unknown
    %m2 = onnx.Mul(%m1, %big) : (!onnx.unknown, tensor<f32>) -> !onnx.unknown
    %m3 = onnx.Unsqueeze(%m2, %c12) : (!onnx.unknown, tensor<2xi64>) -> !onnx.unknown
    %sm = onnx.Add(%sc, %m3) : (!onnx.unknown, !onnx.unknown) -> !onnx.unknown
    %pr = onnx.Softmax(%sm) : (!onnx.unknown) -> !onnx.unknown
    %ctx4 = onnx.MatMul(%pr, %cv) : (!onnx.unknown, !onnx.unknown) -> !onnx.unknown
    %ctx = onnx.Squeeze(%ctx4, %c1) : (!onnx.unknown, tensor<1xi64>) -> !onnx.unknown
    %s3 = onnx.Mul(%s, %third) : (!onnx.unknown, tensor<f32>) -> !onnx.unknown
    %a = onnx.Add(%x, %s3) : (!onnx.unknown, !onnx.unknown) -> !onnx.unknown
    %b = onnx.Add(%a, %ctx) : (!onnx.unknown, !onnx.unknown) -> !onnx.unknown
    %y = onnx.Tanh(%b) : (!onnx.unknown) -> !onnx.unknown
    %logits = onnx.MatMul(%y, %w) : (!onnx.unknown, tensor<2x6xf32>) -> !onnx.unknown
    "onnx.Yield"(%logits, %hidden, %k, %v, %ck, %cv) : (!onnx.unknown, !onnx.unknown, !onnx.unknown, !onnx.unknown,
        !onnx.unknown, !onnx.unknown) -> ()
  }, {
  }
  return %y#0, %y#1 : tensor<1x2x7xi32>, tensor<1x2xf32>
}

// A mask of the tokens that the encoder takes.
func.func @encoder_mask(%ids: tensor<2x3xi32>, %max: tensor<1xi32>, %min: tensor<1xi32>, %beams: tensor<1xi32>,
    %ret: tensor<1xi32>, %lp: tensor<1xf32>, %rep: tensor<1xf32>, %mask: tensor<2x3xi32>) -> (tensor<2x1x6xi32>,
    tensor<2x1xf32>) attributes {
    inputs = [dense<[[5, 3, 3], [4, 3, 3]]> : tensor<2x3xi32>, dense<[6]> : tensor<1xi32>, dense<[1]> :
    tensor<1xi32>, dense<[2]> : tensor<1xi32>, dense<[1]> : tensor<1xi32>, dense<[1.0]> : tensor<1xf32>,
    dense<[1.25]> : tensor<1xf32>, dense<[[1, 1, 0], [1, 1, 1]]> : tensor<2x3xi32>],
    outputs = [dense<[[[1, 3, 4, 3, 4, 3]], [[1, 5, 4, 3, 4, 3]]]> : tensor<2x1x6xi32>, dense<[[-0.994736],
    [-0.8872327]]> : tensor<2x1xf32>]} {
  %none = onnx.None() : () -> none
  %y:3 = onnx.ms.BeamSearch(%ids, %max, %min, %beams, %ret, %lp, %rep, %none, %none, %mask, %none, %none)
      {decoder_start_token_id = 1 : si64, eos_token_id = 2 : si64, model_type = 1 : si64, pad_token_id = 0 : si64} :
      (tensor<2x3xi32>, tensor<1xi32>, tensor<1xi32>, tensor<1xi32>, tensor<1xi32>, tensor<1xf32>, tensor<1xf32>,
      none, none, tensor<2x3xi32>, none, none) -> (tensor<2x1x6xi32>, tensor<2x1xf32>, none) {
  ^bb0(%i: tensor<?x1xi32>, %m: tensor<?x?xi32>, %pk: tensor<?x1x?x2xf32>, %pv: tensor<?x1x?x2xf32>, %ck:
      tensor<?x1x?x2xf32>, %cv: tensor<?x1x?x2xf32>):
    %e2 = onnx.Constant() {value = dense<[[0.6, -0.89], [0.71, 0.36], [-1.9, 0.24], [-0.96, -0.34], [-0.87, 0.77],
        [-0.24, -1.37]]> : tensor<6x2xf32>} : () -> tensor<6x2xf32>
    %w = onnx.Constant() {value = dense<[[0.18, 1.12, -0.77, -1.11, -0.45, 1.75], [1.9, 0.69, 1.61, 1.38, -0.49,
        -1.63]]> : tensor<2x6xf32>} : () -> tensor<2x6xf32>
    %c1 = onnx.Constant() {value = dense<[1]> : tensor<1xi64>} : () -> tensor<1xi64>
    %c2 = onnx.Constant() {value = dense<[2]> : tensor<1xi64>} : () -> tensor<1xi64>
    %c12 = onnx.Constant() {value = dense<[1, 2]> : tensor<2xi64>} : () -> tensor<2xi64>
    %one = onnx.Constant() {value = dense<1.0> : tensor<f32>} : () -> tensor<f32>
    %big = onnx.Constant() {value = dense<10000.0> : tensor<f32>} : () -> tensor<f32>
    %third = onnx.Constant() {value = dense<0.3> : tensor<f32>} : () -> tensor<f32>
    %x = onnx.Gather(%e2, %i) : (tensor<6x2xf32>, tensor<?x1xi32>) -> !onnx.unknown
    %u = onnx.Unsqueeze(%x, %c1) : (!onnx.unknown, tensor<1xi64>) -> !onnx.unknown
    %tu = onnx.Tanh(%u) : (!onnx.unknown) -> !onnx.unknown
    %k = onnx.Concat(%pk, %u) {axis = 2 : si64} : (tensor<?x1x?x2xf32>, !onnx.unknown) -> !onnx.unknown
    %v = onnx.Concat(%pv, %tu) {axis = 2 : si64} : (tensor<?x1x?x2xf32>, !onnx.unknown) -> !onnx.unknown
    %s = onnx.ReduceSum(%v, %c2) {keepdims = 0 : si64} : (!onnx.unknown, tensor<1xi64>) -> !onnx.unknown
    %ckt = onnx.Transpose(%ck) {perm = array<i64: 0, 1, 3, 2>} : (tensor<?x1x?x2xf32>) -> !onnx.unknown
    %sc = onnx.MatMul(%u, %ckt) : (!onnx.unknown, !onnx.unknown) -> !onnx.unknown
    %mf = onnx.Cast(%m) {to = 1 : si64} : (tensor<?x?xi32>) -> !onnx.unknown
    %m1 = onnx.Sub(%mf, %one) : (!onnx.unknown, tensor<f32>) -> !onnx.unknown
    %m2 = onnx.Mul(%m1, %big) : (!onnx.unknown, tensor<f32>) -> !onnx.unknown
    %m3 = onnx.Unsqueeze(%m2, %c12) : (!onnx.unknown, tensor<2xi64>) -> !onnx.unknown
    %sm = onnx.Add(%sc, %m3) : (!onnx.unknown, !onnx.unknown) -> !onnx.unknown
    %pr = onnx.Softmax(%sm) : (!onnx.unknown) -> !onnx.unknown
    %ctx4 = onnx.MatMul(%pr, %cv) : (!onnx.unknown, tensor<?x1x?x2xf32>) -> !onnx.unknown
    %ctx = onnx.Squeeze(%ctx4, %c1) : (!onnx.unknown, tensor<1xi64>) -> !onnx.unknown
    %s3 = onnx.Mul(%s, %third) : (!onnx.unknown, tensor<f32>) -> !onnx.unknown
    %a = onnx.Add(%x, %s3) : (!onnx.unknown, !onnx.unknown) -> !onnx.unknown
    %b = onnx.Add(%a, %ctx) : (!onnx.unknown, !onnx.unknown) -> !onnx.unknown
    %y = onnx.Tanh(%b) : (!onnx.unknown) -> !onnx.unknown
    %logits = onnx.MatMul(%y, %w) : (!onnx.unknown, tensor<2x6xf32>) -> !onnx.unknown
    "onnx.Yield"(%logits, %k, %v) : (!onnx.unknown, !onnx.unknown, !onnx.unknown) -> ()
  }, {
  ^bb0(%i: tensor<?x?xi32>, %m: tensor<?x?xi32>, %first: tensor<?x1xi32>):
    %e1 = onnx.Constant() {value = dense<[[0.2, 0.83], [-0.84, 0.04], [1.57, 1.59], [-1.5, -1.17], [-1.79, -0.24],
        [-1.88, -0.17]]> : tensor<6x2xf32>} : () -> tensor<6x2xf32>
    %ax1 = onnx.Constant() {value = dense<[1]> : tensor<1xi64>} : () -> tensor<1xi64>
    %ax2 = onnx.Constant() {value = dense<[2]> : tensor<1xi64>} : () -> tensor<1xi64>
    %g = onnx.Gather(%e1, %i) : (tensor<6x2xf32>, tensor<?x?xi32>) -> !onnx.unknown
    %emf = onnx.Cast(%m) {to = 1 : si64} : (tensor<?x?xi32>) -> !onnx.unknown
    %emu = onnx.Unsqueeze(%emf, %ax2) : (!onnx.unknown, tensor<1xi64>) -> !onnx.unknown
    %hidden = onnx.Mul(%g, %emu) : (!onnx.unknown, !onnx.unknown) -> !onnx.unknown
    %ck = onnx.Unsqueeze(%hidden, %ax1) : (!onnx.unknown, tensor<1xi64>) -> !onnx.unknown
    %cv = onnx.Tanh(%ck) : (!onnx.unknown) -> !onnx.unknown
    %e2 = onnx.Constant() {value = dense<[[0.6, -0.89], [0.71, 0.36], [-1.9, 0.24], [-0.96, -0.34], [-0.87, 0.77],
        [-0.24, -1.37]]> : tensor<6x2xf32>} : () -> tensor<6x2xf32>
    %w = onnx.Constant() {value = dense<[[0.18, 1.12, -0.77, -1.11, -0.45, 1.75], [1.9, 0.69, 1.61, 1.38, -0.49,
        -1.63]]> : tensor<2x6xf32>} : () -> tensor<2x6xf32>
    %c1 = onnx.Constant() {value = dense<[1]> : tensor<1xi64>} : () -> tensor<1xi64>
    %c2 = onnx.Constant() {value = dense<[2]> : tensor<1xi64>} : () -> tensor<1xi64>
    %c12 = onnx.Constant() {value = dense<[1, 2]> : tensor<2xi64>} : () -> tensor<2xi64>
    %one = onnx.Constant() {value = dense<1.0> : tensor<f32>} : () -> tensor<f32>
    %big = onnx.Constant() {value = dense<10000.0> : tensor<f32>} : () -> tensor<f32>
    %third = onnx.Constant() {value = dense<0.3> : tensor<f32>} : () -> tensor<f32>
    %x = onnx.Gather(%e2, %first) : (tensor<6x2xf32>, tensor<?x1xi32>) -> !onnx.unknown
    %u = onnx.Unsqueeze(%x, %c1) : (!onnx.unknown, tensor<1xi64>) -> !onnx.unknown
    %tu = onnx.Tanh(%u) : (!onnx.unknown) -> !onnx.unknown
    %k = onnx.Identity(%u) : (!onnx.unknown) -> !onnx.unknown
    %v = onnx.Identity(%tu) : (!onnx.unknown) -> !onnx.unknown
    %s = onnx.ReduceSum(%v, %c2) {keepdims = 0 : si64} : (!onnx.unknown, tensor<1xi64>) -> !onnx.unknown
    %ckt = onnx.Transpose(%ck) {perm = array<i64: 0, 1, 3, 2>} : (!onnx.unknown) -> !onnx.unknown
    %sc = onnx.MatMul(%u, %ckt) : (!onnx.unknown, !onnx.unknown) -> !onnx.unknown
    %mf = onnx.Cast(%m) {to = 1 : si64} : (tensor<?x?xi32>) -> !onnx.unknown
    %m1 = onnx.Sub(%mf, %one) : (!onnx.unknown, tensor<f32>) -> !onnx.unknown
    %m2 = onnx.Mul(%m1, %big) : (!onnx.unknown, tensor<f32>) -> !onnx.unknown
    %m3 = onnx.Unsqueeze(%m2, %c12) : (!onnx.unknown, tensor<2xi64>) -> !onnx.unknown
    %sm = onnx.Add(%sc, %m3) : (!onnx.unknown, !onnx.unknown) -> !onnx.unknown
    %pr = onnx.Softmax(%sm) : (!onnx.unknown) -> !onnx.unknown
    %ctx4 = onnx.MatMul(%pr, %cv) : (!onnx.unknown, !onnx.unknown) -> !onnx.unknown
    %ctx = onnx.Squeeze(%ctx4, %c1) : (!onnx.unknown, tensor<1xi64>) -> !onnx.unknown
    %s3 = onnx.Mul(%s, %third) : (!onnx.unknown, tensor<f32>) -> !onnx.unknown
    %a = onnx.Add(%x, %s3) : (!onnx.unknown, !onnx.unknown) -> !onnx.unknown
    %b = onnx.Add(%a, %ctx) : (!onnx.unknown, !onnx.unknown) -> !onnx.unknown
    %y = onnx.Tanh(%b) : (!onnx.unknown) -> !onnx.unknown
    %logits = onnx.MatMul(%y, %w) : (!onnx.unknown, tensor<2x6xf32>) -> !onnx.unknown
    "onnx.Yield"(%logits, %hidden, %k, %v, %ck, %cv) : (!onnx.unknown, !onnx.unknown, !onnx.unknown, !onnx.unknown,
        !onnx.unknown, !onnx.unknown) -> ()
  }, {
  }
  return %y#0, %y#1 : tensor<2x1x6xi32>, tensor<2x1xf32>
}
