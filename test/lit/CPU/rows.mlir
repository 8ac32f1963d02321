// SPDX-License-Identifier: Apache-2.0
// RUN: cameo-opt %s --cameo-cpu-kernels --canonicalize --cse | FileCheck %s

// Softmax in three passes over a row: the exponentials are stored while they are summed.
// CHECK-LABEL: func.func private @softmax(
// CHECK-SAME: cameo.strategy = "rows"
// CHECK: %[[ROW:.*]] = memref.view %{{.*}} : memref<?xi8> to memref<64xf32>
// CHECK: vector.reduction <maximumf>
// CHECK: %[[E:.*]] = math.exp %{{.*}} : vector<8xf32>
// CHECK: vector.store %[[E]], %[[ROW]]
// CHECK: vector.reduction <add>
// CHECK: %[[L:.*]] = vector.load %[[ROW]]
// CHECK: %[[D:.*]] = arith.divf %[[L]]
// CHECK: vector.store %[[D]], %arg1
// CHECK-NOT: math.exp
// CHECK-LABEL: func.func private @softmax.tiles
// CHECK: return %c8{{.*}}, %{{.*}}, %c256{{.*}} : index, index, index
#id = affine_map<(d0, d1) -> (d0, d1)>
#row = affine_map<(d0, d1) -> (d0)>
cameo.kernel @softmax(%x: tensor<8x64xf32>, %y: tensor<8x64xf32>) -> tensor<8x64xf32> attributes {num_outs = 1 : i64} {
  %zero = arith.constant 0.0 : f32
  %lowest = arith.constant 0xFF800000 : f32
  %e1 = tensor.empty() : tensor<8xf32>
  %e2 = tensor.empty() : tensor<8x64xf32>
  %i0 = linalg.fill ins(%lowest : f32) outs(%e1 : tensor<8xf32>) -> tensor<8xf32>
  %i1 = linalg.fill ins(%zero : f32) outs(%e1 : tensor<8xf32>) -> tensor<8xf32>
  %max = linalg.generic {indexing_maps = [#id, #row], iterator_types = ["parallel", "reduction"]}
      ins(%x : tensor<8x64xf32>) outs(%i0 : tensor<8xf32>) {
  ^bb0(%a: f32, %acc: f32):
    %m = arith.maximumf %a, %acc : f32
    linalg.yield %m : f32
  } -> tensor<8xf32>
  %exp = linalg.generic {indexing_maps = [#id, #row, #id], iterator_types = ["parallel", "parallel"]}
      ins(%x, %max : tensor<8x64xf32>, tensor<8xf32>) outs(%e2 : tensor<8x64xf32>) {
  ^bb0(%a: f32, %m: f32, %o: f32):
    %d = arith.subf %a, %m : f32
    %v = math.exp %d : f32
    linalg.yield %v : f32
  } -> tensor<8x64xf32>
  %sum = linalg.generic {indexing_maps = [#id, #row], iterator_types = ["parallel", "reduction"]}
      ins(%exp : tensor<8x64xf32>) outs(%i1 : tensor<8xf32>) {
  ^bb0(%a: f32, %acc: f32):
    %s = arith.addf %a, %acc : f32
    linalg.yield %s : f32
  } -> tensor<8xf32>
  %0 = linalg.generic {indexing_maps = [#id, #row, #id], iterator_types = ["parallel", "parallel"]}
      ins(%exp, %sum : tensor<8x64xf32>, tensor<8xf32>) outs(%e2 : tensor<8x64xf32>) {
  ^bb0(%a: f32, %s: f32, %o: f32):
    %d = arith.divf %a, %s : f32
    linalg.yield %d : f32
  } -> tensor<8x64xf32>
  cameo.return %0 : tensor<8x64xf32>
}

// Means by channel of a block: eight numbers of a row, which wait in memory; computing them anew
// for each pixel would take the square of the pixels.
#in = affine_map<(n, p, c) -> (n, p, c)>
#mean = affine_map<(n, p, c) -> (n, c)>
#each = affine_map<(n, c) -> (n, c)>
// CHECK-LABEL: func.func private @channel_means(
// CHECK-SAME: cameo.strategy = "rows"
// CHECK: memref.view %{{.*}} : memref<?xi8> to memref<8xf32>
// CHECK-LABEL: func.func private @channel_means.tiles
cameo.kernel @channel_means(%x: tensor<2x?x8xf32>, %n: index, %o: tensor<2x?x8xf32>) -> tensor<2x?x8xf32> attributes {num_outs = 1 : i64} {
  %zero = arith.constant 0.0 : f32
  %count = arith.constant 64.0 : f32
  %e1 = tensor.empty() : tensor<2x8xf32>
  %i = linalg.fill ins(%zero : f32) outs(%e1 : tensor<2x8xf32>) -> tensor<2x8xf32>
  %sum = linalg.generic {indexing_maps = [#in, #mean], iterator_types = ["parallel", "reduction", "parallel"]}
      ins(%x : tensor<2x?x8xf32>) outs(%i : tensor<2x8xf32>) {
  ^bb0(%a: f32, %acc: f32):
    %s = arith.addf %a, %acc : f32
    linalg.yield %s : f32
  } -> tensor<2x8xf32>
  %m = linalg.generic {indexing_maps = [#each, #each], iterator_types = ["parallel", "parallel"]}
      ins(%sum : tensor<2x8xf32>) outs(%e1 : tensor<2x8xf32>) {
  ^bb0(%a: f32, %q: f32):
    %s = arith.divf %a, %count : f32
    linalg.yield %s : f32
  } -> tensor<2x8xf32>
  %e2 = tensor.empty(%n) : tensor<2x?x8xf32>
  %r = linalg.generic {indexing_maps = [#in, #mean, #in], iterator_types = ["parallel", "parallel", "parallel"]}
      ins(%x, %m : tensor<2x?x8xf32>, tensor<2x8xf32>) outs(%e2 : tensor<2x?x8xf32>) {
  ^bb0(%a: f32, %b: f32, %q: f32):
    %s = arith.subf %a, %b : f32
    linalg.yield %s : f32
  } -> tensor<2x?x8xf32>
  cameo.return %r : tensor<2x?x8xf32>
}

// A slice of an argument (positions of a sequence) is read where it lies; the sum stands before the
// loop over the row, not in it.
// CHECK-LABEL: func.func private @centred(
// CHECK-SAME: cameo.strategy = "rows"
// CHECK: vector.reduction <add>
// CHECK-NOT: vector.reduction
// CHECK: vector.store %{{.*}}, %arg3
// CHECK: return
cameo.kernel @centred(%x: tensor<?x64xf32>, %table: tensor<512x64xf32>, %n: index, %y: tensor<?x64xf32>) -> tensor<?x64xf32> attributes {num_outs = 1 : i64} {
  %zero = arith.constant 0.0 : f32
  %positions = tensor.extract_slice %table[0, 0] [%n, 64] [1, 1] : tensor<512x64xf32> to tensor<?x64xf32>
  %rows = tensor.empty(%n) : tensor<?x64xf32>
  %numbers = tensor.empty(%n) : tensor<?xf32>
  %start = linalg.fill ins(%zero : f32) outs(%numbers : tensor<?xf32>) -> tensor<?xf32>
  %placed = linalg.generic {indexing_maps = [#id, #id, #id], iterator_types = ["parallel", "parallel"]}
      ins(%x, %positions : tensor<?x64xf32>, tensor<?x64xf32>) outs(%rows : tensor<?x64xf32>) {
  ^bb0(%a: f32, %b: f32, %o: f32):
    %s = arith.addf %a, %b : f32
    linalg.yield %s : f32
  } -> tensor<?x64xf32>
  %sum = linalg.generic {indexing_maps = [#id, #row], iterator_types = ["parallel", "reduction"]}
      ins(%placed : tensor<?x64xf32>) outs(%start : tensor<?xf32>) {
  ^bb0(%a: f32, %acc: f32):
    %s = arith.addf %a, %acc : f32
    linalg.yield %s : f32
  } -> tensor<?xf32>
  %centred = linalg.generic {indexing_maps = [#id, #row, #id], iterator_types = ["parallel", "parallel"]}
      ins(%placed, %sum : tensor<?x64xf32>, tensor<?xf32>) outs(%rows : tensor<?x64xf32>) {
  ^bb0(%a: f32, %s: f32, %o: f32):
    %d = arith.subf %a, %s : f32
    linalg.yield %d : f32
  } -> tensor<?x64xf32>
  cameo.return %centred : tensor<?x64xf32>
}
