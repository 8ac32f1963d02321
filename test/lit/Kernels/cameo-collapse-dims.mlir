// SPDX-License-Identifier: Apache-2.0
// RUN: cameo-opt %s --cameo-collapse-dims | FileCheck %s

#id = affine_map<(d0, d1, d2, d3) -> (d0, d1, d2, d3)>
#ch = affine_map<(d0, d1, d2, d3) -> (0, d1, 0, 0)>

// The batch of one goes with the channels, rows go with columns.
// CHECK-LABEL: cameo.kernel @scale
// CHECK-DAG: %[[X:.*]] = tensor.collapse_shape %arg0 {{\[\[}}0, 1], [2, 3]]
// CHECK-DAG: %[[S:.*]] = tensor.collapse_shape %arg1 {{\[\[}}0, 1, 2, 3]] : tensor<1x6x1x1xf32> into tensor<6xf32>
// CHECK: linalg.generic {{.*}} ins(%[[X]], %[[S]] : tensor<6x63xf32>, tensor<6xf32>)
// CHECK: %[[Y:.*]] = tensor.expand_shape
// CHECK: cameo.return %[[Y]]
cameo.kernel @scale(%x: tensor<1x6x7x9xf32>, %s: tensor<1x6x1x1xf32>, %y: tensor<1x6x7x9xf32>) -> tensor<1x6x7x9xf32> attributes {num_outs = 1 : i64} {
  %e = tensor.empty() : tensor<1x6x7x9xf32>
  %0 = linalg.generic {indexing_maps = [#id, #ch, #id], iterator_types = ["parallel", "parallel", "parallel", "parallel"]}
      ins(%x, %s : tensor<1x6x7x9xf32>, tensor<1x6x1x1xf32>) outs(%e : tensor<1x6x7x9xf32>) {
  ^bb0(%a: f32, %b: f32, %o: f32):
    %q = arith.mulf %a, %b : f32
    linalg.yield %q : f32
  } -> tensor<1x6x7x9xf32>
  cameo.return %0 : tensor<1x6x7x9xf32>
}

// Where the body asks for an index, that loop stays by itself.
// CHECK-LABEL: cameo.kernel @indexed
// CHECK: linalg.generic {{.*}} iterator_types = ["parallel", "parallel"]
// CHECK: linalg.index 0
cameo.kernel @indexed(%x: tensor<5x6x7xf32>, %y: tensor<5x6x7xf32>) -> tensor<5x6x7xf32> attributes {num_outs = 1 : i64} {
  %e = tensor.empty() : tensor<5x6x7xf32>
  %0 = linalg.generic {indexing_maps = [affine_map<(d0, d1, d2) -> (d0, d1, d2)>, affine_map<(d0, d1, d2) -> (d0, d1, d2)>],
      iterator_types = ["parallel", "parallel", "parallel"]} ins(%x : tensor<5x6x7xf32>) outs(%e : tensor<5x6x7xf32>) {
  ^bb0(%a: f32, %o: f32):
    %i = linalg.index 0 : index
    %c = arith.index_cast %i : index to i32
    %f = arith.sitofp %c : i32 to f32
    %q = arith.mulf %a, %f : f32
    linalg.yield %q : f32
  } -> tensor<5x6x7xf32>
  cameo.return %0 : tensor<5x6x7xf32>
}

// What a body reads by index keeps its indices, and the body follows it.
// CHECK-LABEL: cameo.kernel @read
// CHECK: %[[R:.*]] = linalg.generic {{.*}}["parallel", "parallel", "parallel"]
// CHECK: tensor.extract %[[R]][
cameo.kernel @read(%x: tensor<5x6x7xf32>, %y: tensor<5x6x7xf32>) -> tensor<5x6x7xf32> attributes {num_outs = 1 : i64} {
  %e = tensor.empty() : tensor<5x6x7xf32>
  %0 = linalg.generic {indexing_maps = [affine_map<(d0, d1, d2) -> (d0, d1, d2)>, affine_map<(d0, d1, d2) -> (d0, d1, d2)>],
      iterator_types = ["parallel", "parallel", "parallel"]} ins(%x : tensor<5x6x7xf32>) outs(%e : tensor<5x6x7xf32>) {
  ^bb0(%a: f32, %o: f32):
    %q = arith.mulf %a, %a : f32
    linalg.yield %q : f32
  } -> tensor<5x6x7xf32>
  %1 = linalg.generic {indexing_maps = [affine_map<(d0, d1, d2) -> (d0, d1, d2)>], iterator_types = ["parallel", "parallel", "parallel"]} outs(%e : tensor<5x6x7xf32>) {
  ^bb0(%o: f32):
    %i = linalg.index 0 : index
    %j = linalg.index 1 : index
    %k = linalg.index 2 : index
    %q = tensor.extract %0[%i, %j, %k] : tensor<5x6x7xf32>
    linalg.yield %q : f32
  } -> tensor<5x6x7xf32>
  cameo.return %1 : tensor<5x6x7xf32>
}

// A size of 1 in the middle goes with one neighbour and does not join the two: the second operand has only the first.
// CHECK-LABEL: cameo.kernel @middle
// CHECK: linalg.generic {{.*}} ins(%{{.*}}, %arg1 : tensor<2x4xf32>, tensor<2xf32>)
cameo.kernel @middle(%x: tensor<2x1x4xf32>, %s: tensor<2xf32>, %y: tensor<2x1x4xf32>) -> tensor<2x1x4xf32> attributes {num_outs = 1 : i64} {
  %e = tensor.empty() : tensor<2x1x4xf32>
  %0 = linalg.generic {indexing_maps = [affine_map<(d0, d1, d2) -> (d0, d1, d2)>, affine_map<(d0, d1, d2) -> (d0)>, affine_map<(d0, d1, d2) -> (d0, d1, d2)>],
      iterator_types = ["parallel", "parallel", "parallel"]} ins(%x, %s : tensor<2x1x4xf32>, tensor<2xf32>) outs(%e : tensor<2x1x4xf32>) {
  ^bb0(%a: f32, %b: f32, %o: f32):
    %q = arith.mulf %a, %b : f32
    linalg.yield %q : f32
  } -> tensor<2x1x4xf32>
  cameo.return %0 : tensor<2x1x4xf32>
}

// The rows of a matrix product merge, in its epilogue too; packed weights keep their form.
// CHECK-LABEL: cameo.kernel @product
// CHECK: linalg.generic {{.*}}["parallel", "parallel", "reduction"]{{.*}} ins(%{{.*}}, %arg1 : tensor<?x8xf32>, tensor<2x8x16xf32>)
// CHECK: linalg.generic {{.*}}["parallel", "parallel"]
// CHECK: tensor.expand_shape {{.*}} : tensor<?x32xf32> into tensor<?x?x32xf32>
cameo.kernel @product(%a: tensor<?x?x8xf32>, %w: tensor<2x8x16xf32>, %bias: tensor<32xf32>, %o: tensor<?x?x32xf32>) -> tensor<?x?x32xf32> attributes {num_outs = 1 : i64} {
  %z = arith.constant 0.0 : f32
  %c0 = arith.constant 0 : index
  %c1 = arith.constant 1 : index
  %m = tensor.dim %a, %c0 : tensor<?x?x8xf32>
  %n = tensor.dim %a, %c1 : tensor<?x?x8xf32>
  %e = tensor.empty(%m, %n) : tensor<?x?x32xf32>
  %f = linalg.fill ins(%z : f32) outs(%e : tensor<?x?x32xf32>) -> tensor<?x?x32xf32>
  %r = linalg.generic {indexing_maps = [affine_map<(b, s, n, k) -> (b, s, k)>, affine_map<(b, s, n, k) -> (n floordiv 16, k, n mod 16)>, affine_map<(b, s, n, k) -> (b, s, n)>], iterator_types = ["parallel", "parallel", "parallel", "reduction"]} ins(%a, %w : tensor<?x?x8xf32>, tensor<2x8x16xf32>) outs(%f : tensor<?x?x32xf32>) {
  ^bb0(%x: f32, %y: f32, %c: f32):
    %p = arith.mulf %x, %y : f32
    %s = arith.addf %c, %p : f32
    linalg.yield %s : f32
  } -> tensor<?x?x32xf32>
  %g = linalg.generic {indexing_maps = [affine_map<(b, s, n) -> (b, s, n)>, affine_map<(b, s, n) -> (n)>, affine_map<(b, s, n) -> (b, s, n)>], iterator_types = ["parallel", "parallel", "parallel"]} ins(%r, %bias : tensor<?x?x32xf32>, tensor<32xf32>) outs(%e : tensor<?x?x32xf32>) {
  ^bb0(%x: f32, %y: f32, %c: f32):
    %s = arith.addf %x, %y : f32
    linalg.yield %s : f32
  } -> tensor<?x?x32xf32>
  cameo.return %g : tensor<?x?x32xf32>
}

// Sizes of 1 do not join what another loop walks.
// CHECK-LABEL: cameo.kernel @swap
// CHECK: linalg.generic
// CHECK-SAME: ins(%{{.*}} : tensor<2x4x1xf32>) outs(%{{.*}} : tensor<4x2x1xf32>)
cameo.kernel @swap(%a: tensor<2x4x1x1xf32>, %o: tensor<4x2x1x1xf32>) -> tensor<4x2x1x1xf32> attributes {num_outs = 1 : i64} {
  %e = tensor.empty() : tensor<4x2x1x1xf32>
  %r = linalg.generic {indexing_maps = [affine_map<(a, b, c, d) -> (b, a, c, d)>, affine_map<(a, b, c, d) -> (a, b, c, d)>], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%a : tensor<2x4x1x1xf32>) outs(%e : tensor<4x2x1x1xf32>) {
  ^bb0(%x: f32, %y: f32):
    linalg.yield %x : f32
  } -> tensor<4x2x1x1xf32>
  cameo.return %r : tensor<4x2x1x1xf32>
}

// The loop over a single element is still there to reduce.
// CHECK-LABEL: cameo.kernel @sum_of_one
// CHECK: linalg.generic
// CHECK-SAME: ins(%{{.*}} : tensor<2x1xf32>) outs(%{{.*}} : tensor<2xf32>)
cameo.kernel @sum_of_one(%a: tensor<2x1xf32>, %o: tensor<2xf32>) -> tensor<2xf32> attributes {num_outs = 1 : i64} {
  %z = arith.constant 0.0 : f32
  %e = tensor.empty() : tensor<2xf32>
  %f = linalg.fill ins(%z : f32) outs(%e : tensor<2xf32>) -> tensor<2xf32>
  %r = linalg.generic {indexing_maps = [affine_map<(i, j) -> (i, j)>, affine_map<(i, j) -> (i)>], iterator_types = ["parallel", "reduction"]} ins(%a : tensor<2x1xf32>) outs(%f : tensor<2xf32>) {
  ^bb0(%x: f32, %y: f32):
    %s = arith.addf %x, %y : f32
    linalg.yield %s : f32
  } -> tensor<2xf32>
  cameo.return %r : tensor<2xf32>
}

// A reshape that alone shows the reduction's one element stays.
// CHECK-LABEL: cameo.kernel @sum_of_reshaped
// CHECK: tensor.expand_shape
// CHECK: linalg.generic {{.*}} ins(%{{.*}} : tensor<2x1xf32>)
cameo.kernel @sum_of_reshaped(%a: tensor<2xf32>, %o: tensor<2xf32>) -> tensor<2xf32> attributes {num_outs = 1 : i64} {
  %z = arith.constant 0.0 : f32
  %e = tensor.empty() : tensor<2xf32>
  %f = linalg.fill ins(%z : f32) outs(%e : tensor<2xf32>) -> tensor<2xf32>
  %x = tensor.expand_shape %a [[0, 1]] output_shape [2, 1] : tensor<2xf32> into tensor<2x1xf32>
  %r = linalg.generic {indexing_maps = [affine_map<(i, j) -> (i, j)>, affine_map<(i, j) -> (i)>], iterator_types = ["parallel", "reduction"]} ins(%x : tensor<2x1xf32>) outs(%f : tensor<2xf32>) {
  ^bb0(%p: f32, %y: f32):
    %s = arith.addf %p, %y : f32
    linalg.yield %s : f32
  } -> tensor<2xf32>
  cameo.return %r : tensor<2xf32>
}

// Packed weights keep their shape, hence the loops that walk it.
// CHECK-LABEL: cameo.kernel @stacks
// CHECK: linalg.generic {{.*}}["parallel", "parallel", "parallel", "reduction"]{{.*}} ins(%arg0, %arg1 : tensor<2x2x1x2x16xf32>, tensor<2xf32>)
cameo.kernel @stacks(%w: tensor<2x2x1x2x16xf32>, %x: tensor<2xf32>, %o: tensor<2x2x9xf32>) -> tensor<2x2x9xf32> attributes {num_outs = 1 : i64} {
  %z = arith.constant 0.0 : f32
  %e = tensor.empty() : tensor<2x2x9xf32>
  %f = linalg.fill ins(%z : f32) outs(%e : tensor<2x2x9xf32>) -> tensor<2x2x9xf32>
  %r = linalg.generic {indexing_maps = [affine_map<(a, b, n, k) -> (a, b, n floordiv 16, k, n mod 16)>, affine_map<(a, b, n, k) -> (k)>, affine_map<(a, b, n, k) -> (a, b, n)>], iterator_types = ["parallel", "parallel", "parallel", "reduction"]} ins(%w, %x : tensor<2x2x1x2x16xf32>, tensor<2xf32>) outs(%f : tensor<2x2x9xf32>) {
  ^bb0(%u: f32, %v: f32, %c: f32):
    %p = arith.mulf %u, %v : f32
    %s = arith.addf %c, %p : f32
    linalg.yield %s : f32
  } -> tensor<2x2x9xf32>
  cameo.return %r : tensor<2x2x9xf32>
}

// One row only is still a row: its mean is computed once for it, so the batch of one stays apart from the channels.
// CHECK-LABEL: cameo.kernel @one_row
// CHECK: linalg.generic {{.*}} iterator_types = ["parallel", "reduction", "parallel"]
// CHECK: linalg.generic {{.*}} iterator_types = ["parallel", "reduction"]
// CHECK: linalg.generic {{.*}} iterator_types = ["parallel", "parallel"]} ins(%{{.*}}, %{{.*}} : tensor<1x384xf32>, tensor<1xf32>)
cameo.kernel @one_row(%x: tensor<1x28x28x384xf32>, %y: tensor<1x384xf32>) -> tensor<1x384xf32> attributes {num_outs = 1 : i64} {
  %zero = arith.constant 0.0 : f32
  %e = tensor.empty() : tensor<1x384xf32>
  %f = linalg.fill ins(%zero : f32) outs(%e : tensor<1x384xf32>) -> tensor<1x384xf32>
  %sums = linalg.generic {indexing_maps = [affine_map<(n, i, j, c) -> (n, i, j, c)>, affine_map<(n, i, j, c) -> (n, c)>], iterator_types = ["parallel", "reduction", "reduction", "parallel"]}
      ins(%x : tensor<1x28x28x384xf32>) outs(%f : tensor<1x384xf32>) {
  ^bb0(%a: f32, %o: f32):
    %s = arith.addf %a, %o : f32
    linalg.yield %s : f32
  } -> tensor<1x384xf32>
  %e1 = tensor.empty() : tensor<1xf32>
  %f1 = linalg.fill ins(%zero : f32) outs(%e1 : tensor<1xf32>) -> tensor<1xf32>
  %total = linalg.generic {indexing_maps = [affine_map<(n, c) -> (n, c)>, affine_map<(n, c) -> (n)>], iterator_types = ["parallel", "reduction"]}
      ins(%sums : tensor<1x384xf32>) outs(%f1 : tensor<1xf32>) {
  ^bb0(%a: f32, %o: f32):
    %s = arith.addf %a, %o : f32
    linalg.yield %s : f32
  } -> tensor<1xf32>
  %r = linalg.generic {indexing_maps = [affine_map<(n, c) -> (n, c)>, affine_map<(n, c) -> (n)>, affine_map<(n, c) -> (n, c)>], iterator_types = ["parallel", "parallel"]}
      ins(%sums, %total : tensor<1x384xf32>, tensor<1xf32>) outs(%e : tensor<1x384xf32>) {
  ^bb0(%a: f32, %t: f32, %o: f32):
    %q = arith.divf %a, %t : f32
    linalg.yield %q : f32
  } -> tensor<1x384xf32>
  cameo.return %r : tensor<1x384xf32>
}
