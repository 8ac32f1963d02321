// SPDX-License-Identifier: Apache-2.0
// RUN: cameo-opt %s --split-input-file --verify-diagnostics

func.func @parts(%x: tensor<7x3x8xf32>, %r: tensor<1x8x8xf32>, %s: tensor<1x3x8xf32>, %all: tensor<7x1x3x8xf32>) -> tensor<1x3x8xf32> {
  // expected-error @+1 {{needs gates, directions, states, and weights for each stage}}
  %0:2 = cameo.recurrence ins(%x : tensor<7x3x8xf32>) weights(%r, %r : tensor<1x8x8xf32>, tensor<1x8x8xf32>) states(%s : tensor<1x3x8xf32>)
    outs(%all, %s : tensor<7x1x3x8xf32>, tensor<1x3x8xf32>) attributes {gates = 1 : i64, reversed = array<i1: false>} {
  ^bb0(%in: f32, %product: f32, %old: f32):
    cameo.yield %product : f32
  } -> tensor<7x1x3x8xf32>, tensor<1x3x8xf32>
  return %0#1 : tensor<1x3x8xf32>
}

// -----

func.func @rank(%x: tensor<7x8xf32>, %r: tensor<1x8x8xf32>, %s: tensor<1x3x8xf32>, %all: tensor<7x1x3x8xf32>) -> tensor<1x3x8xf32> {
  // expected-error @+1 {{has an operand of a wrong rank}}
  %0:2 = cameo.recurrence ins(%x : tensor<7x8xf32>) weights(%r : tensor<1x8x8xf32>) states(%s : tensor<1x3x8xf32>)
    outs(%all, %s : tensor<7x1x3x8xf32>, tensor<1x3x8xf32>) attributes {gates = 1 : i64, reversed = array<i1: false>} {
  ^bb0(%in: f32, %product: f32, %old: f32):
    cameo.yield %product : f32
  } -> tensor<7x1x3x8xf32>, tensor<1x3x8xf32>
  return %0#1 : tensor<1x3x8xf32>
}

// -----

func.func @destinations(%x: tensor<7x3x8xf32>, %r: tensor<1x8x8xf32>, %s: tensor<1x3x8xf32>) -> tensor<1x3x8xf32> {
  // expected-error @+1 {{needs a destination for all steps and one for each state}}
  %0 = cameo.recurrence ins(%x : tensor<7x3x8xf32>) weights(%r : tensor<1x8x8xf32>) states(%s : tensor<1x3x8xf32>)
    outs(%s : tensor<1x3x8xf32>) attributes {gates = 1 : i64, reversed = array<i1: false>} {
  ^bb0(%in: f32, %product: f32, %old: f32):
    cameo.yield %product : f32
  } -> tensor<1x3x8xf32>
  return %0 : tensor<1x3x8xf32>
}

// -----

func.func @integers(%x: tensor<7x3x8xi32>, %r: tensor<1x8x8xi32>, %s: tensor<1x3x8xi32>, %all: tensor<7x1x3x8xi32>) -> tensor<1x3x8xi32> {
  // expected-error @+1 {{works on floats}}
  %0:2 = cameo.recurrence ins(%x : tensor<7x3x8xi32>) weights(%r : tensor<1x8x8xi32>) states(%s : tensor<1x3x8xi32>)
    outs(%all, %s : tensor<7x1x3x8xi32>, tensor<1x3x8xi32>) attributes {gates = 1 : i64, reversed = array<i1: false>} {
  ^bb0(%in: i32, %product: i32, %old: i32):
    cameo.yield %product : i32
  } -> tensor<7x1x3x8xi32>, tensor<1x3x8xi32>
  return %0#1 : tensor<1x3x8xi32>
}

// -----

func.func @elements(%x: tensor<7x3x8xf32>, %r: tensor<1x8x8xf64>, %s: tensor<1x3x8xf32>, %all: tensor<7x1x3x8xf32>) -> tensor<1x3x8xf32> {
  // expected-error @+1 {{has operands of different element types}}
  %0:2 = cameo.recurrence ins(%x : tensor<7x3x8xf32>) weights(%r : tensor<1x8x8xf64>) states(%s : tensor<1x3x8xf32>)
    outs(%all, %s : tensor<7x1x3x8xf32>, tensor<1x3x8xf32>) attributes {gates = 1 : i64, reversed = array<i1: false>} {
  ^bb0(%in: f32, %product: f32, %old: f32):
    cameo.yield %product : f32
  } -> tensor<7x1x3x8xf32>, tensor<1x3x8xf32>
  return %0#1 : tensor<1x3x8xf32>
}

// -----

func.func @lengths(%x: tensor<7x3x8xf32>, %r: tensor<1x8x8xf32>, %s: tensor<1x3x8xf32>, %all: tensor<7x1x3x8xf32>, %n: tensor<3xf32>) -> tensor<1x3x8xf32> {
  // expected-error @+1 {{lengths must be integers}}
  %0:2 = cameo.recurrence ins(%x : tensor<7x3x8xf32>) weights(%r : tensor<1x8x8xf32>) states(%s : tensor<1x3x8xf32>) lengths(%n : tensor<3xf32>)
    outs(%all, %s : tensor<7x1x3x8xf32>, tensor<1x3x8xf32>) attributes {gates = 1 : i64, reversed = array<i1: false>} {
  ^bb0(%in: f32, %product: f32, %old: f32):
    cameo.yield %product : f32
  } -> tensor<7x1x3x8xf32>, tensor<1x3x8xf32>
  return %0#1 : tensor<1x3x8xf32>
}

// -----

func.func @nothing(%x: tensor<7x3x8xf32>, %r: tensor<1x8x8xf32>, %s: tensor<1x3x8xf32>, %all: tensor<7x1x3x8xf32>) -> tensor<1x3x8xf32> {
  // expected-error @+1 {{stage 0 yields nothing}}
  %0:2 = cameo.recurrence ins(%x : tensor<7x3x8xf32>) weights(%r : tensor<1x8x8xf32>) states(%s : tensor<1x3x8xf32>)
    outs(%all, %s : tensor<7x1x3x8xf32>, tensor<1x3x8xf32>) attributes {gates = 1 : i64, reversed = array<i1: false>} {
  ^bb0(%in: f32, %product: f32, %old: f32):
    cameo.yield
  } -> tensor<7x1x3x8xf32>, tensor<1x3x8xf32>
  return %0#1 : tensor<1x3x8xf32>
}

// -----

func.func @types(%x: tensor<7x3x8xf32>, %r: tensor<1x8x8xf32>, %s: tensor<1x3x8xf32>, %all: tensor<7x1x3x8xf32>) -> tensor<1x3x8xf32> {
  // expected-error @+1 {{stage 0 computes with other types than the operands'}}
  %0:2 = cameo.recurrence ins(%x : tensor<7x3x8xf32>) weights(%r : tensor<1x8x8xf32>) states(%s : tensor<1x3x8xf32>)
    outs(%all, %s : tensor<7x1x3x8xf32>, tensor<1x3x8xf32>) attributes {gates = 1 : i64, reversed = array<i1: false>} {
  ^bb0(%in: f64, %product: f32, %old: f32):
    cameo.yield %product : f32
  } -> tensor<7x1x3x8xf32>, tensor<1x3x8xf32>
  return %0#1 : tensor<1x3x8xf32>
}

// -----

func.func @few(%x: tensor<7x3x8xf32>, %r: tensor<1x8x8xf32>, %s: tensor<1x3x8xf32>, %all: tensor<7x1x3x8xf32>) -> tensor<1x3x8xf32> {
  // expected-error @+1 {{stage 0 has too few arguments}}
  %0:2 = cameo.recurrence ins(%x : tensor<7x3x8xf32>) weights(%r : tensor<1x8x8xf32>) states(%s : tensor<1x3x8xf32>)
    outs(%all, %s : tensor<7x1x3x8xf32>, tensor<1x3x8xf32>) attributes {gates = 1 : i64, reversed = array<i1: false>} {
  ^bb0(%in: f32, %old: f32):
    cameo.yield %in : f32
  } -> tensor<7x1x3x8xf32>, tensor<1x3x8xf32>
  return %0#1 : tensor<1x3x8xf32>
}

// -----

func.func @states(%x: tensor<7x3x8xf32>, %r: tensor<1x8x8xf32>, %s: tensor<1x3x8xf32>, %all: tensor<7x1x3x8xf32>) -> tensor<1x3x8xf32> {
  // expected-error @+1 {{the last stage yields the states}}
  %0:2 = cameo.recurrence ins(%x : tensor<7x3x8xf32>) weights(%r : tensor<1x8x8xf32>) states(%s : tensor<1x3x8xf32>)
    outs(%all, %s : tensor<7x1x3x8xf32>, tensor<1x3x8xf32>) attributes {gates = 1 : i64, reversed = array<i1: false>} {
  ^bb0(%in: f32, %product: f32, %old: f32):
    cameo.yield %in, %product : f32, f32
  } -> tensor<7x1x3x8xf32>, tensor<1x3x8xf32>
  return %0#1 : tensor<1x3x8xf32>
}
