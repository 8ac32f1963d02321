// SPDX-License-Identifier: Apache-2.0
// RUN: cameo-opt %s --split-input-file --cameo-place-concats | FileCheck %s

// Nobody else reads the first part: its kernel writes into the whole alone. The second is written twice, for another
// kernel reads it; the third is an argument: it is copied.
// CHECK-LABEL: func.func @main(
// CHECK-SAME: %[[X:.*]]: tensor<?x2x8x16xf32>, %[[N:.*]]: index
// CHECK: %[[E:.*]] = tensor.empty(%[[N]]) : tensor<?x6x8x16xf32>
// CHECK: %[[A:.*]] = cameo.launch @[[FIRST:.*]] ins(%[[X]], %[[N]] : {{.*}}) outs(%[[E]] : tensor<?x6x8x16xf32>)
// CHECK: %[[B:.*]]:2 = cameo.launch @[[BOTH:.*]] ins(%[[X]], %[[N]] : {{.*}}) outs(%{{.*}}, %[[A]] : tensor<?x2x8x16xf32>, tensor<?x6x8x16xf32>)
// CHECK: %[[C:.*]] = cameo.launch @[[COPY:.*]] ins(%[[X]] : tensor<?x2x8x16xf32>) outs(%[[B]]#1 : tensor<?x6x8x16xf32>)
// CHECK: return %[[C]], %[[B]]#0
// CHECK-NOT: kernel @unary(
// CHECK: cameo.kernel @[[FIRST]](
// CHECK-SAME: %[[OUT:[a-z0-9]+]]: tensor<?x6x8x16xf32>) ->
// CHECK: %[[R:.*]] = linalg.generic
// CHECK: %[[I:.*]] = tensor.insert_slice %[[R]] into %[[OUT]][0, 0, 0, 0] [%{{.*}}, 2, 8, 16] [1, 1, 1, 1]
// CHECK: cameo.return %[[I]]
// CHECK: cameo.kernel @[[BOTH]](
// CHECK: %[[R:.*]] = linalg.generic
// CHECK: %[[I:.*]] = tensor.insert_slice %[[R]] into %{{.*}}[0, 2, 0, 0]
// CHECK: cameo.return %[[R]], %[[I]]
// CHECK: cameo.kernel @[[COPY]](
// CHECK: tensor.insert_slice %{{.*}} into %{{.*}}[0, 4, 0, 0]
#id = affine_map<(d0, d1, d2, d3) -> (d0, d1, d2, d3)>
module {
  func.func @main(%x: tensor<?x2x8x16xf32>, %n: index) -> (tensor<?x6x8x16xf32>, tensor<?x2x8x16xf32>) {
    %e = tensor.empty(%n) : tensor<?x2x8x16xf32>
    %a = cameo.launch @unary ins(%x, %n : tensor<?x2x8x16xf32>, index) outs(%e : tensor<?x2x8x16xf32>) -> tensor<?x2x8x16xf32>
    %b = cameo.launch @unary_1 ins(%x, %n : tensor<?x2x8x16xf32>, index) outs(%e : tensor<?x2x8x16xf32>) -> tensor<?x2x8x16xf32>
    %w = tensor.empty(%n) : tensor<?x6x8x16xf32>
    %c = cameo.launch @concat ins(%a, %n, %b, %x : tensor<?x2x8x16xf32>, index, tensor<?x2x8x16xf32>, tensor<?x2x8x16xf32>) outs(%w : tensor<?x6x8x16xf32>) -> tensor<?x6x8x16xf32>
    return %c, %b : tensor<?x6x8x16xf32>, tensor<?x2x8x16xf32>
  }
  cameo.kernel @unary(%x: tensor<?x2x8x16xf32>, %n: index, %o: tensor<?x2x8x16xf32>) -> tensor<?x2x8x16xf32> attributes {num_outs = 1 : i64} {
    %e = tensor.empty(%n) : tensor<?x2x8x16xf32>
    %y = linalg.generic {indexing_maps = [#id, #id], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%x : tensor<?x2x8x16xf32>) outs(%e : tensor<?x2x8x16xf32>) {
    ^bb0(%in: f32, %out: f32):
      %s = arith.addf %in, %in : f32
      linalg.yield %s : f32
    } -> tensor<?x2x8x16xf32>
    cameo.return %y : tensor<?x2x8x16xf32>
  }
  cameo.kernel @unary_1(%x: tensor<?x2x8x16xf32>, %n: index, %o: tensor<?x2x8x16xf32>) -> tensor<?x2x8x16xf32> attributes {num_outs = 1 : i64} {
    %e = tensor.empty(%n) : tensor<?x2x8x16xf32>
    %y = linalg.generic {indexing_maps = [#id, #id], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%x : tensor<?x2x8x16xf32>) outs(%e : tensor<?x2x8x16xf32>) {
    ^bb0(%in: f32, %out: f32):
      %s = arith.mulf %in, %in : f32
      linalg.yield %s : f32
    } -> tensor<?x2x8x16xf32>
    cameo.return %y : tensor<?x2x8x16xf32>
  }
  cameo.kernel @concat(%a: tensor<?x2x8x16xf32>, %n: index, %b: tensor<?x2x8x16xf32>, %c: tensor<?x2x8x16xf32>, %o: tensor<?x6x8x16xf32>) -> tensor<?x6x8x16xf32> attributes {num_outs = 1 : i64} {
    %e = tensor.empty(%n) : tensor<?x6x8x16xf32>
    %0 = tensor.insert_slice %a into %e[0, 0, 0, 0] [%n, 2, 8, 16] [1, 1, 1, 1] : tensor<?x2x8x16xf32> into tensor<?x6x8x16xf32>
    %1 = tensor.insert_slice %b into %0[0, 2, 0, 0] [%n, 2, 8, 16] [1, 1, 1, 1] : tensor<?x2x8x16xf32> into tensor<?x6x8x16xf32>
    %2 = tensor.insert_slice %c into %1[0, 4, 0, 0] [%n, 2, 8, 16] [1, 1, 1, 1] : tensor<?x2x8x16xf32> into tensor<?x6x8x16xf32>
    cameo.return %2 : tensor<?x6x8x16xf32>
  }
}

// -----
// Two slices that are all of one result are that result; it gets into the whole through a view of its last dimensions.
// CHECK-LABEL: func.func @main(
// CHECK: %[[A:.*]] = cameo.launch @[[K:.*]] ins(%{{.*}}) outs(%{{.*}} : tensor<3x12xf32>)
// CHECK: cameo.launch @{{.*}} outs(%[[A]] : tensor<3x12xf32>)
// CHECK: cameo.kernel @[[K]](
// CHECK: %[[V:.*]] = tensor.collapse_shape %{{.*}} {{\[}}[0], [1, 2]]
// CHECK: tensor.insert_slice %[[V]] into %{{.*}}[0, 0] [3, 8] [1, 1]
#id3 = affine_map<(d0, d1, d2) -> (d0, d1, d2)>
module {
  func.func @main(%x: tensor<3x2x4xf32>, %z: tensor<3x4xf32>) -> tensor<3x12xf32> {
    %e = tensor.empty() : tensor<3x2x4xf32>
    %a = cameo.launch @unary ins(%x : tensor<3x2x4xf32>) outs(%e : tensor<3x2x4xf32>) -> tensor<3x2x4xf32>
    %v = tensor.collapse_shape %a [[0], [1, 2]] : tensor<3x2x4xf32> into tensor<3x8xf32>
    %w = tensor.empty() : tensor<3x12xf32>
    %c = cameo.launch @concat ins(%v, %z : tensor<3x8xf32>, tensor<3x4xf32>) outs(%w : tensor<3x12xf32>) -> tensor<3x12xf32>
    return %c : tensor<3x12xf32>
  }
  cameo.kernel @unary(%x: tensor<3x2x4xf32>, %o: tensor<3x2x4xf32>) -> tensor<3x2x4xf32> attributes {num_outs = 1 : i64} {
    %e = tensor.empty() : tensor<3x2x4xf32>
    %y = linalg.generic {indexing_maps = [#id3, #id3], iterator_types = ["parallel", "parallel", "parallel"]} ins(%x : tensor<3x2x4xf32>) outs(%e : tensor<3x2x4xf32>) {
    ^bb0(%in: f32, %out: f32):
      %s = arith.addf %in, %in : f32
      linalg.yield %s : f32
    } -> tensor<3x2x4xf32>
    cameo.return %y : tensor<3x2x4xf32>
  }
  cameo.kernel @concat(%a: tensor<3x8xf32>, %b: tensor<3x4xf32>, %o: tensor<3x12xf32>) -> tensor<3x12xf32> attributes {num_outs = 1 : i64} {
    %e = tensor.empty() : tensor<3x12xf32>
    %s0 = tensor.extract_slice %a[0, 0] [3, 3] [1, 1] : tensor<3x8xf32> to tensor<3x3xf32>
    %0 = tensor.insert_slice %s0 into %e[0, 0] [3, 3] [1, 1] : tensor<3x3xf32> into tensor<3x12xf32>
    %s1 = tensor.extract_slice %a[0, 3] [3, 5] [1, 1] : tensor<3x8xf32> to tensor<3x5xf32>
    %1 = tensor.insert_slice %s1 into %0[0, 3] [3, 5] [1, 1] : tensor<3x5xf32> into tensor<3x12xf32>
    %2 = tensor.insert_slice %b into %1[0, 8] [3, 4] [1, 1] : tensor<3x4xf32> into tensor<3x12xf32>
    cameo.return %2 : tensor<3x12xf32>
  }
}

// -----
// What a slice of another part is cut from is written for it as well.
// CHECK-LABEL: func.func @main(
// CHECK: %[[A:.*]]:2 = cameo.launch @{{.*}} outs(%{{.*}}, %[[E:.*]] : tensor<3x8xf32>, tensor<3x11xf32>)
// CHECK: cameo.launch @{{.*}} ins(%[[A]]#0 : tensor<3x8xf32>) outs(%[[A]]#1 : tensor<3x11xf32>)
#id2 = affine_map<(d0, d1) -> (d0, d1)>
module {
  func.func @main(%x: tensor<3x8xf32>) -> tensor<3x11xf32> {
    %e = tensor.empty() : tensor<3x8xf32>
    %a = cameo.launch @unary ins(%x : tensor<3x8xf32>) outs(%e : tensor<3x8xf32>) -> tensor<3x8xf32>
    %w = tensor.empty() : tensor<3x11xf32>
    %c = cameo.launch @concat ins(%a : tensor<3x8xf32>) outs(%w : tensor<3x11xf32>) -> tensor<3x11xf32>
    return %c : tensor<3x11xf32>
  }
  cameo.kernel @unary(%x: tensor<3x8xf32>, %o: tensor<3x8xf32>) -> tensor<3x8xf32> attributes {num_outs = 1 : i64} {
    %e = tensor.empty() : tensor<3x8xf32>
    %y = linalg.generic {indexing_maps = [#id2, #id2], iterator_types = ["parallel", "parallel"]} ins(%x : tensor<3x8xf32>) outs(%e : tensor<3x8xf32>) {
    ^bb0(%in: f32, %out: f32):
      %s = arith.addf %in, %in : f32
      linalg.yield %s : f32
    } -> tensor<3x8xf32>
    cameo.return %y : tensor<3x8xf32>
  }
  cameo.kernel @concat(%a: tensor<3x8xf32>, %o: tensor<3x11xf32>) -> tensor<3x11xf32> attributes {num_outs = 1 : i64} {
    %e = tensor.empty() : tensor<3x11xf32>
    %s = tensor.extract_slice %a[0, 0] [3, 3] [1, 1] : tensor<3x8xf32> to tensor<3x3xf32>
    %0 = tensor.insert_slice %s into %e[0, 0] [3, 3] [1, 1] : tensor<3x3xf32> into tensor<3x11xf32>
    %1 = tensor.insert_slice %a into %0[0, 3] [3, 8] [1, 1] : tensor<3x8xf32> into tensor<3x11xf32>
    cameo.return %1 : tensor<3x11xf32>
  }
}
