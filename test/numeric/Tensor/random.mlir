// SPDX-License-Identifier: Apache-2.0
// Random operators: mean and variance of many draws, reproducible from a seed, different without one.

func.func @normal_f32() -> tensor<i1> attributes {
    inputs = [],
    outputs = [dense<true> : tensor<i1>]} {
  %x = onnx.RandomNormal() {dtype = 1 : si64, mean = 2.0 : f32, scale = 3.0 : f32, seed = 1.0 : f32, shape = array<i64: 200, 100>} : () -> !onnx.unknown
  %none = onnx.None() : () -> none
  %mean = onnx.ReduceMean(%x, %none) {keepdims = 0 : si64} : (!onnx.unknown, none) -> !onnx.unknown
  %c = onnx.Sub(%x, %mean) : (!onnx.unknown, !onnx.unknown) -> !onnx.unknown
  %sq = onnx.Mul(%c, %c) : (!onnx.unknown, !onnx.unknown) -> !onnx.unknown
  %var = onnx.ReduceMean(%sq, %none) {keepdims = 0 : si64} : (!onnx.unknown, none) -> !onnx.unknown
  %m1 = onnx.Constant() {value = dense<2.0> : tensor<f32>} : () -> tensor<f32>
  %t1 = onnx.Constant() {value = dense<0.1> : tensor<f32>} : () -> tensor<f32>
  %d1 = onnx.Sub(%mean, %m1) : (!onnx.unknown, tensor<f32>) -> !onnx.unknown
  %a1 = onnx.Abs(%d1) : (!onnx.unknown) -> !onnx.unknown
  %ok1 = onnx.Less(%a1, %t1) : (!onnx.unknown, tensor<f32>) -> !onnx.unknown
  %m2 = onnx.Constant() {value = dense<9.0> : tensor<f32>} : () -> tensor<f32>
  %t2 = onnx.Constant() {value = dense<0.4> : tensor<f32>} : () -> tensor<f32>
  %d2 = onnx.Sub(%var, %m2) : (!onnx.unknown, tensor<f32>) -> !onnx.unknown
  %a2 = onnx.Abs(%d2) : (!onnx.unknown) -> !onnx.unknown
  %ok2 = onnx.Less(%a2, %t2) : (!onnx.unknown, tensor<f32>) -> !onnx.unknown
  %ok = onnx.And(%ok1, %ok2) : (!onnx.unknown, !onnx.unknown) -> tensor<i1>
  return %ok : tensor<i1>
}

func.func @uniform_f32() -> tensor<i1> attributes {
    inputs = [],
    outputs = [dense<true> : tensor<i1>]} {
  %x = onnx.RandomUniform() {dtype = 1 : si64, low = -1.0 : f32, high = 3.0 : f32, shape = array<i64: 200, 100>} : () -> !onnx.unknown
  %none = onnx.None() : () -> none
  %mean = onnx.ReduceMean(%x, %none) {keepdims = 0 : si64} : (!onnx.unknown, none) -> !onnx.unknown
  %c = onnx.Sub(%x, %mean) : (!onnx.unknown, !onnx.unknown) -> !onnx.unknown
  %sq = onnx.Mul(%c, %c) : (!onnx.unknown, !onnx.unknown) -> !onnx.unknown
  %var = onnx.ReduceMean(%sq, %none) {keepdims = 0 : si64} : (!onnx.unknown, none) -> !onnx.unknown
  %m1 = onnx.Constant() {value = dense<1.0> : tensor<f32>} : () -> tensor<f32>
  %t1 = onnx.Constant() {value = dense<0.05> : tensor<f32>} : () -> tensor<f32>
  %d1 = onnx.Sub(%mean, %m1) : (!onnx.unknown, tensor<f32>) -> !onnx.unknown
  %a1 = onnx.Abs(%d1) : (!onnx.unknown) -> !onnx.unknown
  %ok1 = onnx.Less(%a1, %t1) : (!onnx.unknown, tensor<f32>) -> !onnx.unknown
  %m2 = onnx.Constant() {value = dense<1.333333> : tensor<f32>} : () -> tensor<f32>
  %t2 = onnx.Constant() {value = dense<0.05> : tensor<f32>} : () -> tensor<f32>
  %d2 = onnx.Sub(%var, %m2) : (!onnx.unknown, tensor<f32>) -> !onnx.unknown
  %a2 = onnx.Abs(%d2) : (!onnx.unknown) -> !onnx.unknown
  %ok2 = onnx.Less(%a2, %t2) : (!onnx.unknown, tensor<f32>) -> !onnx.unknown
  %ok = onnx.And(%ok1, %ok2) : (!onnx.unknown, !onnx.unknown) -> tensor<i1>
  return %ok : tensor<i1>
}

func.func @normal_f64() -> tensor<i1> attributes {
    inputs = [],
    outputs = [dense<true> : tensor<i1>]} {
  %x = onnx.RandomNormal() {dtype = 11 : si64, mean = 2.0 : f32, scale = 3.0 : f32, seed = 1.0 : f32, shape = array<i64: 200, 100>} : () -> !onnx.unknown
  %none = onnx.None() : () -> none
  %mean = onnx.ReduceMean(%x, %none) {keepdims = 0 : si64} : (!onnx.unknown, none) -> !onnx.unknown
  %c = onnx.Sub(%x, %mean) : (!onnx.unknown, !onnx.unknown) -> !onnx.unknown
  %sq = onnx.Mul(%c, %c) : (!onnx.unknown, !onnx.unknown) -> !onnx.unknown
  %var = onnx.ReduceMean(%sq, %none) {keepdims = 0 : si64} : (!onnx.unknown, none) -> !onnx.unknown
  %m1 = onnx.Constant() {value = dense<2.0> : tensor<f64>} : () -> tensor<f64>
  %t1 = onnx.Constant() {value = dense<0.1> : tensor<f64>} : () -> tensor<f64>
  %d1 = onnx.Sub(%mean, %m1) : (!onnx.unknown, tensor<f64>) -> !onnx.unknown
  %a1 = onnx.Abs(%d1) : (!onnx.unknown) -> !onnx.unknown
  %ok1 = onnx.Less(%a1, %t1) : (!onnx.unknown, tensor<f64>) -> !onnx.unknown
  %m2 = onnx.Constant() {value = dense<9.0> : tensor<f64>} : () -> tensor<f64>
  %t2 = onnx.Constant() {value = dense<0.4> : tensor<f64>} : () -> tensor<f64>
  %d2 = onnx.Sub(%var, %m2) : (!onnx.unknown, tensor<f64>) -> !onnx.unknown
  %a2 = onnx.Abs(%d2) : (!onnx.unknown) -> !onnx.unknown
  %ok2 = onnx.Less(%a2, %t2) : (!onnx.unknown, tensor<f64>) -> !onnx.unknown
  %ok = onnx.And(%ok1, %ok2) : (!onnx.unknown, !onnx.unknown) -> tensor<i1>
  return %ok : tensor<i1>
}

func.func @uniform_f64() -> tensor<i1> attributes {
    inputs = [],
    outputs = [dense<true> : tensor<i1>]} {
  %x = onnx.RandomUniform() {dtype = 11 : si64, low = -1.0 : f32, high = 3.0 : f32, shape = array<i64: 200, 100>} : () -> !onnx.unknown
  %none = onnx.None() : () -> none
  %mean = onnx.ReduceMean(%x, %none) {keepdims = 0 : si64} : (!onnx.unknown, none) -> !onnx.unknown
  %c = onnx.Sub(%x, %mean) : (!onnx.unknown, !onnx.unknown) -> !onnx.unknown
  %sq = onnx.Mul(%c, %c) : (!onnx.unknown, !onnx.unknown) -> !onnx.unknown
  %var = onnx.ReduceMean(%sq, %none) {keepdims = 0 : si64} : (!onnx.unknown, none) -> !onnx.unknown
  %m1 = onnx.Constant() {value = dense<1.0> : tensor<f64>} : () -> tensor<f64>
  %t1 = onnx.Constant() {value = dense<0.05> : tensor<f64>} : () -> tensor<f64>
  %d1 = onnx.Sub(%mean, %m1) : (!onnx.unknown, tensor<f64>) -> !onnx.unknown
  %a1 = onnx.Abs(%d1) : (!onnx.unknown) -> !onnx.unknown
  %ok1 = onnx.Less(%a1, %t1) : (!onnx.unknown, tensor<f64>) -> !onnx.unknown
  %m2 = onnx.Constant() {value = dense<1.333333> : tensor<f64>} : () -> tensor<f64>
  %t2 = onnx.Constant() {value = dense<0.05> : tensor<f64>} : () -> tensor<f64>
  %d2 = onnx.Sub(%var, %m2) : (!onnx.unknown, tensor<f64>) -> !onnx.unknown
  %a2 = onnx.Abs(%d2) : (!onnx.unknown) -> !onnx.unknown
  %ok2 = onnx.Less(%a2, %t2) : (!onnx.unknown, tensor<f64>) -> !onnx.unknown
  %ok = onnx.And(%ok1, %ok2) : (!onnx.unknown, !onnx.unknown) -> tensor<i1>
  return %ok : tensor<i1>
}

func.func @uniform_like_f16(%s: tensor<5000xf16>) -> tensor<i1> attributes {
    inputs = [dense<0.0> : tensor<5000xf16>],
    outputs = [dense<true> : tensor<i1>]} {
  %h = onnx.RandomUniformLike(%s) : (tensor<5000xf16>) -> tensor<5000xf16>
  %x = onnx.Cast(%h) {to = 1 : si64} : (tensor<5000xf16>) -> !onnx.unknown
  %none = onnx.None() : () -> none
  %mean = onnx.ReduceMean(%x, %none) {keepdims = 0 : si64} : (!onnx.unknown, none) -> !onnx.unknown
  %c = onnx.Sub(%x, %mean) : (!onnx.unknown, !onnx.unknown) -> !onnx.unknown
  %sq = onnx.Mul(%c, %c) : (!onnx.unknown, !onnx.unknown) -> !onnx.unknown
  %var = onnx.ReduceMean(%sq, %none) {keepdims = 0 : si64} : (!onnx.unknown, none) -> !onnx.unknown
  %m1 = onnx.Constant() {value = dense<0.5> : tensor<f32>} : () -> tensor<f32>
  %t1 = onnx.Constant() {value = dense<0.02> : tensor<f32>} : () -> tensor<f32>
  %d1 = onnx.Sub(%mean, %m1) : (!onnx.unknown, tensor<f32>) -> !onnx.unknown
  %a1 = onnx.Abs(%d1) : (!onnx.unknown) -> !onnx.unknown
  %ok1 = onnx.Less(%a1, %t1) : (!onnx.unknown, tensor<f32>) -> !onnx.unknown
  %m2 = onnx.Constant() {value = dense<0.083333> : tensor<f32>} : () -> tensor<f32>
  %t2 = onnx.Constant() {value = dense<0.005> : tensor<f32>} : () -> tensor<f32>
  %d2 = onnx.Sub(%var, %m2) : (!onnx.unknown, tensor<f32>) -> !onnx.unknown
  %a2 = onnx.Abs(%d2) : (!onnx.unknown) -> !onnx.unknown
  %ok2 = onnx.Less(%a2, %t2) : (!onnx.unknown, tensor<f32>) -> !onnx.unknown
  %ok = onnx.And(%ok1, %ok2) : (!onnx.unknown, !onnx.unknown) -> tensor<i1>
  return %ok : tensor<i1>
}

func.func @bounds() -> tensor<i1> attributes {
    inputs = [],
    outputs = [dense<true> : tensor<i1>]} {
  %x = onnx.RandomUniform() {low = 5.0 : f32, high = 6.0 : f32, shape = array<i64: 10000>} : () -> !onnx.unknown
  %none = onnx.None() : () -> none
  %lo = onnx.ReduceMin(%x, %none) {keepdims = 0 : si64} : (!onnx.unknown, none) -> !onnx.unknown
  %hi = onnx.ReduceMax(%x, %none) {keepdims = 0 : si64} : (!onnx.unknown, none) -> !onnx.unknown
  %five = onnx.Constant() {value = dense<5.0> : tensor<f32>} : () -> tensor<f32>
  %six = onnx.Constant() {value = dense<6.0> : tensor<f32>} : () -> tensor<f32>
  %p = onnx.GreaterOrEqual(%lo, %five) : (!onnx.unknown, tensor<f32>) -> !onnx.unknown
  %q = onnx.Less(%hi, %six) : (!onnx.unknown, tensor<f32>) -> !onnx.unknown
  %ok = onnx.And(%p, %q) : (!onnx.unknown, !onnx.unknown) -> tensor<i1>
  return %ok : tensor<i1>
}

func.func @same_seed() -> tensor<4xi1> attributes {
    inputs = [],
    outputs = [dense<true> : tensor<4xi1>]} {
  %x = onnx.RandomNormal() {seed = 7.0 : f32, shape = array<i64: 4>} : () -> !onnx.unknown
  %y = onnx.RandomNormal() {seed = 7.0 : f32, shape = array<i64: 4>} : () -> !onnx.unknown
  %ok = onnx.Equal(%x, %y) : (!onnx.unknown, !onnx.unknown) -> tensor<4xi1>
  return %ok : tensor<4xi1>
}

func.func @other_seed() -> tensor<4xi1> attributes {
    inputs = [],
    outputs = [dense<true> : tensor<4xi1>]} {
  %x = onnx.RandomNormal() {seed = 7.0 : f32, shape = array<i64: 4>} : () -> !onnx.unknown
  %y = onnx.RandomNormal() {seed = 8.0 : f32, shape = array<i64: 4>} : () -> !onnx.unknown
  %e = onnx.Equal(%x, %y) : (!onnx.unknown, !onnx.unknown) -> tensor<4xi1>
  %ok = onnx.Not(%e) : (tensor<4xi1>) -> tensor<4xi1>
  return %ok : tensor<4xi1>
}

func.func @bernoulli_certain(%x0: tensor<4xf32>) -> tensor<4xi32> attributes {
    inputs = [dense<[0.0, 1.0, 0.0, 1.0]> : tensor<4xf32>],
    outputs = [dense<[0, 1, 0, 1]> : tensor<4xi32>]} {
  %y = onnx.Bernoulli(%x0) {dtype = 6 : si64} : (tensor<4xf32>) -> tensor<4xi32>
  return %y : tensor<4xi32>
}

func.func @bernoulli_share(%p: tensor<20000xf64>) -> tensor<i1> attributes {
    inputs = [dense<0.3> : tensor<20000xf64>],
    outputs = [dense<true> : tensor<i1>]} {
  %b = onnx.Bernoulli(%p) {dtype = 9 : si64} : (tensor<20000xf64>) -> tensor<20000xi1>
  %x = onnx.Cast(%b) {to = 1 : si64} : (tensor<20000xi1>) -> !onnx.unknown
  %none = onnx.None() : () -> none
  %mean = onnx.ReduceMean(%x, %none) {keepdims = 0 : si64} : (!onnx.unknown, none) -> !onnx.unknown
  %c = onnx.Sub(%x, %mean) : (!onnx.unknown, !onnx.unknown) -> !onnx.unknown
  %sq = onnx.Mul(%c, %c) : (!onnx.unknown, !onnx.unknown) -> !onnx.unknown
  %var = onnx.ReduceMean(%sq, %none) {keepdims = 0 : si64} : (!onnx.unknown, none) -> !onnx.unknown
  %m1 = onnx.Constant() {value = dense<0.3> : tensor<f32>} : () -> tensor<f32>
  %t1 = onnx.Constant() {value = dense<0.02> : tensor<f32>} : () -> tensor<f32>
  %d1 = onnx.Sub(%mean, %m1) : (!onnx.unknown, tensor<f32>) -> !onnx.unknown
  %a1 = onnx.Abs(%d1) : (!onnx.unknown) -> !onnx.unknown
  %ok1 = onnx.Less(%a1, %t1) : (!onnx.unknown, tensor<f32>) -> !onnx.unknown
  %m2 = onnx.Constant() {value = dense<0.21> : tensor<f32>} : () -> tensor<f32>
  %t2 = onnx.Constant() {value = dense<0.01> : tensor<f32>} : () -> tensor<f32>
  %d2 = onnx.Sub(%var, %m2) : (!onnx.unknown, tensor<f32>) -> !onnx.unknown
  %a2 = onnx.Abs(%d2) : (!onnx.unknown) -> !onnx.unknown
  %ok2 = onnx.Less(%a2, %t2) : (!onnx.unknown, tensor<f32>) -> !onnx.unknown
  %ok = onnx.And(%ok1, %ok2) : (!onnx.unknown, !onnx.unknown) -> tensor<i1>
  return %ok : tensor<i1>
}

func.func @multinomial_certain(%x0: tensor<2x3xf32>) -> tensor<2x3xi32> attributes {
    inputs = [dense<[[0xFF800000, 0.0, 0xFF800000], [5.0, 0xFF800000, 0xFF800000]]> : tensor<2x3xf32>],
    outputs = [dense<[[1, 1, 1], [0, 0, 0]]> : tensor<2x3xi32>]} {
  %y = onnx.Multinomial(%x0) {sample_size = 3 : si64} : (tensor<2x3xf32>) -> tensor<2x3xi32>
  return %y : tensor<2x3xi32>
}

func.func @multinomial_share(%l: tensor<1x2xf32>) -> tensor<i1> attributes {
    inputs = [dense<[[0.0, 1.0986123]]> : tensor<1x2xf32>],
    outputs = [dense<true> : tensor<i1>]} {
  %s = onnx.Multinomial(%l) {dtype = 7 : si64, sample_size = 20000 : si64} : (tensor<1x2xf32>) -> tensor<1x20000xi64>
  %x = onnx.Cast(%s) {to = 1 : si64} : (tensor<1x20000xi64>) -> !onnx.unknown
  %none = onnx.None() : () -> none
  %mean = onnx.ReduceMean(%x, %none) {keepdims = 0 : si64} : (!onnx.unknown, none) -> !onnx.unknown
  %c = onnx.Sub(%x, %mean) : (!onnx.unknown, !onnx.unknown) -> !onnx.unknown
  %sq = onnx.Mul(%c, %c) : (!onnx.unknown, !onnx.unknown) -> !onnx.unknown
  %var = onnx.ReduceMean(%sq, %none) {keepdims = 0 : si64} : (!onnx.unknown, none) -> !onnx.unknown
  %m1 = onnx.Constant() {value = dense<0.75> : tensor<f32>} : () -> tensor<f32>
  %t1 = onnx.Constant() {value = dense<0.02> : tensor<f32>} : () -> tensor<f32>
  %d1 = onnx.Sub(%mean, %m1) : (!onnx.unknown, tensor<f32>) -> !onnx.unknown
  %a1 = onnx.Abs(%d1) : (!onnx.unknown) -> !onnx.unknown
  %ok1 = onnx.Less(%a1, %t1) : (!onnx.unknown, tensor<f32>) -> !onnx.unknown
  %m2 = onnx.Constant() {value = dense<0.1875> : tensor<f32>} : () -> tensor<f32>
  %t2 = onnx.Constant() {value = dense<0.01> : tensor<f32>} : () -> tensor<f32>
  %d2 = onnx.Sub(%var, %m2) : (!onnx.unknown, tensor<f32>) -> !onnx.unknown
  %a2 = onnx.Abs(%d2) : (!onnx.unknown) -> !onnx.unknown
  %ok2 = onnx.Less(%a2, %t2) : (!onnx.unknown, tensor<f32>) -> !onnx.unknown
  %ok = onnx.And(%ok1, %ok2) : (!onnx.unknown, !onnx.unknown) -> tensor<i1>
  return %ok : tensor<i1>
}

func.func @normal_like_f32(%s: tensor<200x100xi8>) -> tensor<i1> attributes {
    inputs = [dense<0> : tensor<200x100xi8>],
    outputs = [dense<true> : tensor<i1>]} {
  %x = onnx.RandomNormalLike(%s) {dtype = 1 : si64, mean = 2.0 : f32, scale = 3.0 : f32, seed = 1.0 : f32} : (tensor<200x100xi8>) -> !onnx.unknown
  %none = onnx.None() : () -> none
  %mean = onnx.ReduceMean(%x, %none) {keepdims = 0 : si64} : (!onnx.unknown, none) -> !onnx.unknown
  %c = onnx.Sub(%x, %mean) : (!onnx.unknown, !onnx.unknown) -> !onnx.unknown
  %sq = onnx.Mul(%c, %c) : (!onnx.unknown, !onnx.unknown) -> !onnx.unknown
  %var = onnx.ReduceMean(%sq, %none) {keepdims = 0 : si64} : (!onnx.unknown, none) -> !onnx.unknown
  %m1 = onnx.Constant() {value = dense<2.0> : tensor<f32>} : () -> tensor<f32>
  %t1 = onnx.Constant() {value = dense<0.1> : tensor<f32>} : () -> tensor<f32>
  %d1 = onnx.Sub(%mean, %m1) : (!onnx.unknown, tensor<f32>) -> !onnx.unknown
  %a1 = onnx.Abs(%d1) : (!onnx.unknown) -> !onnx.unknown
  %ok1 = onnx.Less(%a1, %t1) : (!onnx.unknown, tensor<f32>) -> !onnx.unknown
  %m2 = onnx.Constant() {value = dense<9.0> : tensor<f32>} : () -> tensor<f32>
  %t2 = onnx.Constant() {value = dense<0.4> : tensor<f32>} : () -> tensor<f32>
  %d2 = onnx.Sub(%var, %m2) : (!onnx.unknown, tensor<f32>) -> !onnx.unknown
  %a2 = onnx.Abs(%d2) : (!onnx.unknown) -> !onnx.unknown
  %ok2 = onnx.Less(%a2, %t2) : (!onnx.unknown, tensor<f32>) -> !onnx.unknown
  %ok = onnx.And(%ok1, %ok2) : (!onnx.unknown, !onnx.unknown) -> tensor<i1>
  return %ok : tensor<i1>
}
