// SPDX-License-Identifier: Apache-2.0
// A convolution of bytes is one of words of four channels where the target multiplies bytes, else one of floats or integers.
// RUN: cameo-opt %s --cameo-conv-layout --split-input-file | FileCheck %s

// CHECK-LABEL: func.func @words
// CHECK: cameo.words {{.*}} : tensor<1x2x6x6x16xi8> to tensor<1x2x6x6x4xi32>
// CHECK: cameo.conv ins({{.*}} : tensor<1x2x6x6x4xi32>, tensor<3x2x3x3x4x16xi32>) outs({{.*}} : tensor<1x3x6x6x16xi32>) {cameo.bytes,
module attributes {cameo.target = {vector_bytes = 64 : i64, vector_registers = 32 : i64, l2 = 1048576 : i64, byte_dot = true}} {
func.func @words(%x: tensor<1x32x6x6xi8>, %w: tensor<48x32x3x3xi8>) -> tensor<1x48x6x6xi32> {
  %e = tensor.empty() : tensor<1x48x6x6xi32>
  %y = cameo.conv ins(%x, %w : tensor<1x32x6x6xi8>, tensor<48x32x3x3xi8>) outs(%e : tensor<1x48x6x6xi32>) {dilations = array<i64: 1, 1>, groups = 1 : i64, pads = array<i64: 1, 1, 1, 1>, strides = array<i64: 1, 1>} -> tensor<1x48x6x6xi32>
  return %y : tensor<1x48x6x6xi32>
}
// Few channels make words of their own.
// CHECK-LABEL: func.func @first
// CHECK: cameo.words {{.*}} : tensor<1x1x6x6x4xi8> to tensor<1x1x6x6x1xi32>
// CHECK: cameo.conv {{.*}} tensor<1x1x3x3x1x16xi32>
func.func @first(%x: tensor<1x3x6x6xi8>, %w: tensor<16x3x3x3xi8>) -> tensor<1x16x6x6xi32> {
  %e = tensor.empty() : tensor<1x16x6x6xi32>
  %y = cameo.conv ins(%x, %w : tensor<1x3x6x6xi8>, tensor<16x3x3x3xi8>) outs(%e : tensor<1x16x6x6xi32>) {dilations = array<i64: 1, 1>, groups = 1 : i64, pads = array<i64: 1, 1, 1, 1>, strides = array<i64: 1, 1>} -> tensor<1x16x6x6xi32>
  return %y : tensor<1x16x6x6xi32>
}
}

// -----
// CHECK-LABEL: func.func @floats
// CHECK: arith.extui
// CHECK: arith.extsi
// CHECK: cameo.conv {{.*}}xf32>)
// CHECK: arith.fptosi
module attributes {cameo.target = {vector_bytes = 16 : i64, vector_registers = 16 : i64, l2 = 1048576 : i64}} {
func.func @floats(%x: tensor<1x6x6x6xi8>, %w: tensor<48x6x3x3xi8>) -> tensor<1x48x6x6xi32> {
  %e = tensor.empty() : tensor<1x48x6x6xi32>
  %y = cameo.conv ins(%x, %w : tensor<1x6x6x6xi8>, tensor<48x6x3x3xi8>) outs(%e : tensor<1x48x6x6xi32>) {cameo.exact, dilations = array<i64: 1, 1>, groups = 1 : i64, pads = array<i64: 1, 1, 1, 1>, strides = array<i64: 1, 1>} -> tensor<1x48x6x6xi32>
  return %y : tensor<1x48x6x6xi32>
}
// CHECK-LABEL: func.func @integers
// CHECK: cameo.conv ins({{.*}}xi32>, {{.*}}xi32>)
func.func @integers(%x: tensor<1x6x6x6xi8>, %w: tensor<48x6x3x3xi8>) -> tensor<1x48x6x6xi32> {
  %e = tensor.empty() : tensor<1x48x6x6xi32>
  %y = cameo.conv ins(%x, %w : tensor<1x6x6x6xi8>, tensor<48x6x3x3xi8>) outs(%e : tensor<1x48x6x6xi32>) {dilations = array<i64: 1, 1>, groups = 1 : i64, pads = array<i64: 1, 1, 1, 1>, strides = array<i64: 1, 1>} -> tensor<1x48x6x6xi32>
  return %y : tensor<1x48x6x6xi32>
}
}

// -----
// One filter a channel: words of neighbouring taps, three of a row in one. Dilated rows have no neighbours.
// CHECK-LABEL: func.func @depthwise
// CHECK: cameo.conv ins({{.*}} : tensor<1x2x6x6x16xi8>, tensor<2x3x1x16xi32>) outs({{.*}} : tensor<1x2x6x6x16xi32>) {cameo.bytes, cameo.taps = 3 : i64,
// CHECK-LABEL: func.func @dilated
// CHECK: cameo.conv ins({{.*}}xi32>, {{.*}}xi32>)
module attributes {cameo.target = {vector_bytes = 64 : i64, vector_registers = 32 : i64, l2 = 1048576 : i64, byte_dot = true}} {
func.func @depthwise(%x: tensor<1x20x6x6xi8>, %w: tensor<20x1x3x3xi8>) -> tensor<1x20x6x6xi32> {
  %e = tensor.empty() : tensor<1x20x6x6xi32>
  %y = cameo.conv ins(%x, %w : tensor<1x20x6x6xi8>, tensor<20x1x3x3xi8>) outs(%e : tensor<1x20x6x6xi32>) {dilations = array<i64: 1, 1>, groups = 20 : i64, pads = array<i64: 1, 1, 1, 1>, strides = array<i64: 1, 1>} -> tensor<1x20x6x6xi32>
  return %y : tensor<1x20x6x6xi32>
}
func.func @dilated(%x: tensor<1x20x6x6xi8>, %w: tensor<20x1x3x3xi8>) -> tensor<1x20x6x6xi32> {
  %e = tensor.empty() : tensor<1x20x6x6xi32>
  %y = cameo.conv ins(%x, %w : tensor<1x20x6x6xi8>, tensor<20x1x3x3xi8>) outs(%e : tensor<1x20x6x6xi32>) {dilations = array<i64: 1, 2>, groups = 20 : i64, pads = array<i64: 1, 2, 1, 2>, strides = array<i64: 1, 1>} -> tensor<1x20x6x6xi32>
  return %y : tensor<1x20x6x6xi32>
}
}
