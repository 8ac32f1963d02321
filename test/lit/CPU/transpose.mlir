// SPDX-License-Identifier: Apache-2.0
// RUN: cameo-opt %s --cameo-cpu-kernels --canonicalize --cse | FileCheck %s

module attributes {cameo.target = {vector_bytes = 64 : i64, vector_registers = 32 : i64}} {
// Sixteen vectors along the rows of the source are turned in four rounds of shuffles. The last blocks of rows and columns
// overlap those before.
// CHECK-LABEL: func.func private @turn(
// CHECK-SAME: cameo.strategy = "transpose"
// CHECK-COUNT-3: scf.for
// CHECK-COUNT-16: vector.load %arg0[%{{.*}}] : memref<100x50xf32>, vector<16xf32>
// CHECK-NOT: vector.load
// CHECK-COUNT-64: vector.shuffle
// CHECK-NOT: vector.shuffle
// CHECK-COUNT-16: vector.store %{{.*}}, %arg1[%{{.*}}] : memref<50x100xf32>, vector<16xf32>
// CHECK-NOT: memref.load
// CHECK: return
// CHECK-LABEL: func.func private @turn.tiles(
cameo.kernel @turn(%a: tensor<100x50xf32>, %o: tensor<50x100xf32>) -> tensor<50x100xf32> attributes {num_outs = 1 : i64} {
  %e = tensor.empty() : tensor<50x100xf32>
  %r = linalg.generic {indexing_maps = [affine_map<(a, b) -> (b, a)>, affine_map<(a, b) -> (a, b)>], iterator_types = ["parallel", "parallel"]} ins(%a : tensor<100x50xf32>) outs(%e : tensor<50x100xf32>) {
  ^bb0(%p: f32, %q: f32):
    linalg.yield %p : f32
  } -> tensor<50x100xf32>
  cameo.return %r : tensor<50x100xf32>
}

// What is read along the rows stays as it is. Where only the run knows that there is a block, elements are the other way.
// CHECK-LABEL: func.func private @add(
// CHECK-SAME: cameo.strategy = "transpose"
// CHECK: scf.if
// CHECK-COUNT-16: vector.load %arg1
// CHECK-COUNT-64: vector.shuffle
// CHECK: vector.load %arg0
// CHECK: arith.addf %{{.*}} : vector<16xf32>
// CHECK: } else {
// CHECK: memref.load %arg1
// CHECK: arith.addf %{{.*}} : f32
// CHECK: return
cameo.kernel @add(%a: tensor<?x?xf32>, %b: tensor<?x?xf32>, %m: index, %n: index, %o: tensor<?x?xf32>) -> tensor<?x?xf32> attributes {num_outs = 1 : i64} {
  %e = tensor.empty(%m, %n) : tensor<?x?xf32>
  %r = linalg.generic {indexing_maps = [affine_map<(a, b) -> (a, b)>, affine_map<(a, b) -> (b, a)>, affine_map<(a, b) -> (a, b)>], iterator_types = ["parallel", "parallel"]} ins(%a, %b : tensor<?x?xf32>, tensor<?x?xf32>) outs(%e : tensor<?x?xf32>) {
  ^bb0(%p: f32, %q: f32, %s: f32):
    %t = arith.addf %p, %q : f32
    linalg.yield %t : f32
  } -> tensor<?x?xf32>
  cameo.return %r : tensor<?x?xf32>
}

// Of two operands that are read the same way, their sum is turned.
// CHECK-LABEL: func.func private @sum(
// CHECK: vector.load %arg0
// CHECK: vector.load %arg1
// CHECK: arith.addf %{{.*}} : vector<16xf32>
// CHECK-COUNT-64: vector.shuffle
// CHECK-NOT: vector.shuffle
// CHECK: return
// CHECK-LABEL: func.func private @sum.tiles(
cameo.kernel @sum(%a: tensor<32x64xf32>, %b: tensor<32x64xf32>, %o: tensor<64x32xf32>) -> tensor<64x32xf32> attributes {num_outs = 1 : i64} {
  %e = tensor.empty() : tensor<64x32xf32>
  %r = linalg.generic {indexing_maps = [affine_map<(a, b) -> (b, a)>, affine_map<(a, b) -> (b, a)>, affine_map<(a, b) -> (a, b)>], iterator_types = ["parallel", "parallel"]} ins(%a, %b : tensor<32x64xf32>, tensor<32x64xf32>) outs(%e : tensor<64x32xf32>) {
  ^bb0(%p: f32, %q: f32, %s: f32):
    %t = arith.addf %p, %q : f32
    linalg.yield %t : f32
  } -> tensor<64x32xf32>
  cameo.return %r : tensor<64x32xf32>
}

// Blocks of 16 channels become rows of pixels: of the last block only 4 channels are results.
// CHECK-LABEL: func.func private @from_blocks(
// CHECK-SAME: cameo.strategy = "transpose"
// CHECK-COUNT-16: vector.load %arg0[%{{.*}}] : memref<1x2x20x40x16xf32>, vector<16xf32>
// CHECK-COUNT-64: vector.shuffle
// CHECK-COUNT-4: vector.store %{{.*}} : memref<1x20x20x40xf32>, vector<16xf32>
// CHECK-NEXT: %{{.*}} = arith.addi
// CHECK-NEXT: arith.cmpi slt, %{{.*}}, %c20
// CHECK-NEXT: scf.if
// CHECK-NEXT: vector.store
// CHECK: return
cameo.kernel @from_blocks(%a: tensor<1x2x20x40x16xf32>, %o: tensor<1x20x20x40xf32>) -> tensor<1x20x20x40xf32> attributes {num_outs = 1 : i64} {
  %e = tensor.empty() : tensor<1x20x20x40xf32>
  %r = linalg.generic {indexing_maps = [affine_map<(n, c, h, w) -> (n, c floordiv 16, h, w, c mod 16)>, affine_map<(n, c, h, w) -> (n, c, h, w)>], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%a : tensor<1x2x20x40x16xf32>) outs(%e : tensor<1x20x20x40xf32>) {
  ^bb0(%p: f32, %q: f32):
    linalg.yield %p : f32
  } -> tensor<1x20x20x40xf32>
  cameo.return %r : tensor<1x20x20x40xf32>
}

// And back: zeros behind the last channel are put between the pixels' vectors.
// CHECK-LABEL: func.func private @to_blocks(
// CHECK-SAME: cameo.strategy = "transpose"
// CHECK: vector.load %arg0[%{{.*}}] : memref<1x20x20x40xf32>, vector<16xf32>
// CHECK-COUNT-64: vector.shuffle
// CHECK-COUNT-16: vector.store %{{.*}} : memref<1x2x20x40x16xf32>, vector<16xf32>
// CHECK: return
cameo.kernel @to_blocks(%a: tensor<1x20x20x40xf32>, %o: tensor<1x2x20x40x16xf32>) -> tensor<1x2x20x40x16xf32> attributes {num_outs = 1 : i64} {
  %zero = arith.constant 0.0 : f32
  %e = tensor.empty() : tensor<1x2x20x40x16xf32>
  %d = tensor.pad %a low[0, 0, 0, 0] high[0, 12, 0, 0] {
  ^bb0(%i: index, %j: index, %k: index, %l: index):
    tensor.yield %zero : f32
  } : tensor<1x20x20x40xf32> to tensor<1x32x20x40xf32>
  %r = linalg.generic {indexing_maps = [affine_map<(n, c, h, w, l) -> (n, c * 16 + l, h, w)>, affine_map<(n, c, h, w, l) -> (n, c, h, w, l)>], iterator_types = ["parallel", "parallel", "parallel", "parallel", "parallel"]} ins(%d : tensor<1x32x20x40xf32>) outs(%e : tensor<1x2x20x40x16xf32>) {
  ^bb0(%p: f32, %q: f32):
    linalg.yield %p : f32
  } -> tensor<1x2x20x40x16xf32>
  cameo.return %r : tensor<1x2x20x40x16xf32>
}

// Rows of three are left to loops, and so is what keeps the order of the rows' elements.
// CHECK-LABEL: func.func private @colours(
// CHECK-SAME: cameo.strategy = "loops"
cameo.kernel @colours(%a: tensor<100x3xf32>, %o: tensor<3x100xf32>) -> tensor<3x100xf32> attributes {num_outs = 1 : i64} {
  %e = tensor.empty() : tensor<3x100xf32>
  %r = linalg.generic {indexing_maps = [affine_map<(a, b) -> (b, a)>, affine_map<(a, b) -> (a, b)>], iterator_types = ["parallel", "parallel"]} ins(%a : tensor<100x3xf32>) outs(%e : tensor<3x100xf32>) {
  ^bb0(%p: f32, %q: f32):
    linalg.yield %p : f32
  } -> tensor<3x100xf32>
  cameo.return %r : tensor<3x100xf32>
}
// CHECK-LABEL: func.func private @heads(
// CHECK-SAME: cameo.strategy = "loops"
cameo.kernel @heads(%a: tensor<128x12x64xf32>, %o: tensor<12x128x64xf32>) -> tensor<12x128x64xf32> attributes {num_outs = 1 : i64} {
  %e = tensor.empty() : tensor<12x128x64xf32>
  %r = linalg.generic {indexing_maps = [affine_map<(a, b, c) -> (b, a, c)>, affine_map<(a, b, c) -> (a, b, c)>], iterator_types = ["parallel", "parallel", "parallel"]} ins(%a : tensor<128x12x64xf32>) outs(%e : tensor<12x128x64xf32>) {
  ^bb0(%p: f32, %q: f32):
    linalg.yield %p : f32
  } -> tensor<12x128x64xf32>
  cameo.return %r : tensor<12x128x64xf32>
}
}
