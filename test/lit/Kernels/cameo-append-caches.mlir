// SPDX-License-Identifier: Apache-2.0
// RUN: cameo-opt %s --split-input-file --cameo-append-caches --canonicalize | FileCheck %s

// The past and a new row in one tensor, which attention reads and the model returns: the past is copied by a launch of its
// own, the new row is written into what may be the caller's buffer, and attention takes as many rows of it as there are.
// CHECK-LABEL: func.func @main(
// CHECK-SAME: %[[Q:[a-z0-9]+]]: tensor<1x2x1x8xf32>, %[[K:[a-z0-9]+]]: tensor<1x2x1x8xf32>, %[[V:[a-z0-9]+]]: tensor<1x2x?x8xf32>,
// CHECK-SAME: %[[PAST:[a-z0-9]+]]: tensor<1x2x?x8xf32>)
// CHECK-SAME: attributes {cameo.updates = [{axis = 2 : i64, input = 3 : i64, output = 1 : i64}]}
// CHECK: %[[ROWS:.*]] = arith.addi
// CHECK: %[[CACHE:.*]], %[[MISSING:.*]] = cameo.cache 0 %[[PAST]] rows(%[[ROWS]]) axis 2
// CHECK: %[[COPIED:.*]] = cameo.launch @cache_copy ins(%[[PAST]], %[[MISSING]] : {{.*}}) outs(%[[CACHE]] :
// CHECK: %[[WHOLE:.*]] = cameo.launch @[[APPEND:concat.*]] ins(%[[PAST]], %[[K]], %[[ROWS]] : {{.*}}) outs(%[[COPIED]] :
// CHECK: %[[Y:.*]] = cameo.launch @[[ATTENTION:attention.*]] ins(%[[Q]], %[[WHOLE]], %[[V]], %[[ROWS]] :
// CHECK: %[[OUT:.*]] = cameo.cache_rows %[[WHOLE]](%[[ROWS]]) axis 2
// CHECK: return %[[Y]], %[[OUT]]
// CHECK: cameo.kernel @cache_copy(%[[P:.*]]: tensor<1x2x?x8xf32>, %[[N:.*]]: index, %[[O:.*]]: tensor<1x2x?x8xf32>)
// CHECK: %[[S:.*]] = tensor.extract_slice %[[P]][0, 0, 0, 0] [1, 2, %[[N]], 8]
// CHECK: tensor.insert_slice %[[S]] into %[[O]][0, 0, 0, 0] [1, 2, %[[N]], 8]
// CHECK-NOT: cameo.kernel @concat(
// CHECK: cameo.kernel @[[APPEND]](%[[P:.*]]: tensor<1x2x?x8xf32>, %[[K:.*]]: tensor<1x2x1x8xf32>, %{{.*}}: index, %[[O:.*]]: tensor<1x2x?x8xf32>)
// CHECK: %[[AT:.*]] = tensor.dim %[[P]]
// CHECK-NOT: tensor.insert_slice %[[P]]
// CHECK: %[[I:.*]] = tensor.insert_slice %[[K]] into %[[O]][0, 0, %[[AT]], 0]
// CHECK: cameo.return %[[I]]
// CHECK: cameo.kernel @[[ATTENTION]](%{{.*}}, %[[K:.*]]: tensor<1x2x?x8xf32>, %{{.*}}: tensor<1x2x?x8xf32>, %[[R:.*]]: index, %{{.*}})
// CHECK: %[[S:.*]] = tensor.extract_slice %[[K]][0, 0, 0, 0] [1, 2, %[[R]], 8]
// CHECK: linalg.generic {{.*}} ins(%{{.*}}, %[[S]] :
#q = affine_map<(b, h, i, j, d) -> (b, h, i, d)>
#k = affine_map<(b, h, i, j, d) -> (b, h, j, d)>
#s = affine_map<(b, h, i, j, d) -> (b, h, i, j)>
#id = affine_map<(b, h, i, j) -> (b, h, i, j)>
#row = affine_map<(b, h, i, j) -> (b, h, i)>
#w = affine_map<(b, h, i, d, j) -> (b, h, i, j)>
#v = affine_map<(b, h, i, d, j) -> (b, h, j, d)>
#y = affine_map<(b, h, i, d, j) -> (b, h, i, d)>
module {
  func.func @main(%q: tensor<1x2x1x8xf32>, %k: tensor<1x2x1x8xf32>, %v: tensor<1x2x?x8xf32>, %past: tensor<1x2x?x8xf32>) -> (tensor<1x2x1x8xf32>, tensor<1x2x?x8xf32>) {
    %c1 = arith.constant 1 : index
    %c2 = arith.constant 2 : index
    %n = tensor.dim %past, %c2 : tensor<1x2x?x8xf32>
    %rows = arith.addi %n, %c1 : index
    %e = tensor.empty(%rows) : tensor<1x2x?x8xf32>
    %all = cameo.launch @concat ins(%past, %k, %rows : tensor<1x2x?x8xf32>, tensor<1x2x1x8xf32>, index) outs(%e : tensor<1x2x?x8xf32>) -> tensor<1x2x?x8xf32>
    %o = tensor.empty() : tensor<1x2x1x8xf32>
    %y = cameo.launch @attention ins(%q, %all, %v, %rows : tensor<1x2x1x8xf32>, tensor<1x2x?x8xf32>, tensor<1x2x?x8xf32>, index) outs(%o : tensor<1x2x1x8xf32>) -> tensor<1x2x1x8xf32>
    return %y, %all : tensor<1x2x1x8xf32>, tensor<1x2x?x8xf32>
  }
  cameo.kernel @concat(%past: tensor<1x2x?x8xf32>, %k: tensor<1x2x1x8xf32>, %rows: index, %out: tensor<1x2x?x8xf32>) -> tensor<1x2x?x8xf32> attributes {num_outs = 1 : i64} {
    %c2 = arith.constant 2 : index
    %n = tensor.dim %past, %c2 : tensor<1x2x?x8xf32>
    %e = tensor.empty(%rows) : tensor<1x2x?x8xf32>
    %a = tensor.insert_slice %past into %e[0, 0, 0, 0] [1, 2, %n, 8] [1, 1, 1, 1] : tensor<1x2x?x8xf32> into tensor<1x2x?x8xf32>
    %b = tensor.insert_slice %k into %a[0, 0, %n, 0] [1, 2, 1, 8] [1, 1, 1, 1] : tensor<1x2x1x8xf32> into tensor<1x2x?x8xf32>
    cameo.return %b : tensor<1x2x?x8xf32>
  }
  cameo.kernel @attention(%q: tensor<1x2x1x8xf32>, %k: tensor<1x2x?x8xf32>, %v: tensor<1x2x?x8xf32>, %rows: index, %out: tensor<1x2x1x8xf32>) -> tensor<1x2x1x8xf32> attributes {num_outs = 1 : i64} {
    %zero = arith.constant 0.0 : f32
    %low = arith.constant 0xFF800000 : f32
    %es = tensor.empty(%rows) : tensor<1x2x1x?xf32>
    %zs = linalg.fill ins(%zero : f32) outs(%es : tensor<1x2x1x?xf32>) -> tensor<1x2x1x?xf32>
    %s = linalg.generic {indexing_maps = [#q, #k, #s], iterator_types = ["parallel", "parallel", "parallel", "parallel", "reduction"]} ins(%q, %k : tensor<1x2x1x8xf32>, tensor<1x2x?x8xf32>) outs(%zs : tensor<1x2x1x?xf32>) {
    ^bb0(%x: f32, %z: f32, %acc: f32):
      %m = arith.mulf %x, %z : f32
      %r = arith.addf %acc, %m : f32
      linalg.yield %r : f32
    } -> tensor<1x2x1x?xf32>
    %er = tensor.empty() : tensor<1x2x1xf32>
    %lows = linalg.fill ins(%low : f32) outs(%er : tensor<1x2x1xf32>) -> tensor<1x2x1xf32>
    %max = linalg.generic {indexing_maps = [#id, #row], iterator_types = ["parallel", "parallel", "parallel", "reduction"]} ins(%s : tensor<1x2x1x?xf32>) outs(%lows : tensor<1x2x1xf32>) {
    ^bb0(%x: f32, %acc: f32):
      %r = arith.maximumf %acc, %x : f32
      linalg.yield %r : f32
    } -> tensor<1x2x1xf32>
    %p = linalg.generic {indexing_maps = [#id, #row, #id], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%s, %max : tensor<1x2x1x?xf32>, tensor<1x2x1xf32>) outs(%es : tensor<1x2x1x?xf32>) {
    ^bb0(%x: f32, %h: f32, %acc: f32):
      %d = arith.subf %x, %h : f32
      %r = math.exp %d : f32
      linalg.yield %r : f32
    } -> tensor<1x2x1x?xf32>
    %zr = linalg.fill ins(%zero : f32) outs(%er : tensor<1x2x1xf32>) -> tensor<1x2x1xf32>
    %sum = linalg.generic {indexing_maps = [#id, #row], iterator_types = ["parallel", "parallel", "parallel", "reduction"]} ins(%p : tensor<1x2x1x?xf32>) outs(%zr : tensor<1x2x1xf32>) {
    ^bb0(%x: f32, %acc: f32):
      %r = arith.addf %acc, %x : f32
      linalg.yield %r : f32
    } -> tensor<1x2x1xf32>
    %w = linalg.generic {indexing_maps = [#id, #row, #id], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%p, %sum : tensor<1x2x1x?xf32>, tensor<1x2x1xf32>) outs(%es : tensor<1x2x1x?xf32>) {
    ^bb0(%x: f32, %t: f32, %acc: f32):
      %r = arith.divf %x, %t : f32
      linalg.yield %r : f32
    } -> tensor<1x2x1x?xf32>
    %ey = tensor.empty() : tensor<1x2x1x8xf32>
    %zy = linalg.fill ins(%zero : f32) outs(%ey : tensor<1x2x1x8xf32>) -> tensor<1x2x1x8xf32>
    %y = linalg.generic {indexing_maps = [#w, #v, #y], iterator_types = ["parallel", "parallel", "parallel", "parallel", "reduction"]} ins(%w, %v : tensor<1x2x1x?xf32>, tensor<1x2x?x8xf32>) outs(%zy : tensor<1x2x1x8xf32>) {
    ^bb0(%x: f32, %z: f32, %acc: f32):
      %m = arith.mulf %x, %z : f32
      %r = arith.addf %acc, %m : f32
      linalg.yield %r : f32
    } -> tensor<1x2x1x8xf32>
    cameo.return %y : tensor<1x2x1x8xf32>
  }
}

// -----

// Something else reads the concatenation, which would have to be contiguous; in the next the past itself is returned, too.
// CHECK-LABEL: func.func @main(
// CHECK-NOT: cameo.cache
// CHECK: return
module {
  func.func @main(%k: tensor<2x8xf32>, %past: tensor<?x8xf32>) -> (tensor<?x8xf32>, tensor<?x8xf32>) {
    %c0 = arith.constant 0 : index
    %c2 = arith.constant 2 : index
    %n = tensor.dim %past, %c0 : tensor<?x8xf32>
    %rows = arith.addi %n, %c2 : index
    %e = tensor.empty(%rows) : tensor<?x8xf32>
    %all = cameo.launch @concat ins(%past, %k, %rows : tensor<?x8xf32>, tensor<2x8xf32>, index) outs(%e : tensor<?x8xf32>) -> tensor<?x8xf32>
    %o = cameo.launch @twice ins(%all : tensor<?x8xf32>) outs(%e : tensor<?x8xf32>) -> tensor<?x8xf32>
    return %o, %all : tensor<?x8xf32>, tensor<?x8xf32>
  }
  cameo.kernel @concat(%past: tensor<?x8xf32>, %k: tensor<2x8xf32>, %rows: index, %out: tensor<?x8xf32>) -> tensor<?x8xf32> attributes {num_outs = 1 : i64} {
    %c0 = arith.constant 0 : index
    %n = tensor.dim %past, %c0 : tensor<?x8xf32>
    %e = tensor.empty(%rows) : tensor<?x8xf32>
    %a = tensor.insert_slice %past into %e[0, 0] [%n, 8] [1, 1] : tensor<?x8xf32> into tensor<?x8xf32>
    %b = tensor.insert_slice %k into %a[%n, 0] [2, 8] [1, 1] : tensor<2x8xf32> into tensor<?x8xf32>
    cameo.return %b : tensor<?x8xf32>
  }
  cameo.kernel @twice(%x: tensor<?x8xf32>, %out: tensor<?x8xf32>) -> tensor<?x8xf32> attributes {num_outs = 1 : i64} {
    %y = linalg.generic {indexing_maps = [affine_map<(i, j) -> (i, j)>, affine_map<(i, j) -> (i, j)>], iterator_types = ["parallel", "parallel"]} ins(%x : tensor<?x8xf32>) outs(%out : tensor<?x8xf32>) {
    ^bb0(%a: f32, %b: f32):
      %r = arith.addf %a, %a : f32
      linalg.yield %r : f32
    } -> tensor<?x8xf32>
    cameo.return %y : tensor<?x8xf32>
  }
}

// -----

// CHECK-LABEL: func.func @main(
// CHECK-NOT: cameo.cache
// CHECK: return
module {
  func.func @main(%k: tensor<2x8xf32>, %past: tensor<?x8xf32>) -> (tensor<?x8xf32>, tensor<?x8xf32>) {
    %c0 = arith.constant 0 : index
    %c2 = arith.constant 2 : index
    %n = tensor.dim %past, %c0 : tensor<?x8xf32>
    %rows = arith.addi %n, %c2 : index
    %e = tensor.empty(%rows) : tensor<?x8xf32>
    %all = cameo.launch @concat ins(%past, %k, %rows : tensor<?x8xf32>, tensor<2x8xf32>, index) outs(%e : tensor<?x8xf32>) -> tensor<?x8xf32>
    return %past, %all : tensor<?x8xf32>, tensor<?x8xf32>
  }
  cameo.kernel @concat(%past: tensor<?x8xf32>, %k: tensor<2x8xf32>, %rows: index, %out: tensor<?x8xf32>) -> tensor<?x8xf32> attributes {num_outs = 1 : i64} {
    %c0 = arith.constant 0 : index
    %n = tensor.dim %past, %c0 : tensor<?x8xf32>
    %e = tensor.empty(%rows) : tensor<?x8xf32>
    %a = tensor.insert_slice %past into %e[0, 0] [%n, 8] [1, 1] : tensor<?x8xf32> into tensor<?x8xf32>
    %b = tensor.insert_slice %k into %a[%n, 0] [2, 8] [1, 1] : tensor<2x8xf32> into tensor<?x8xf32>
    cameo.return %b : tensor<?x8xf32>
  }
}

// -----

// Rows are written over the past, wherever they belong: the result has as many as the past.
// CHECK-LABEL: func.func @main(
// CHECK-SAME: %[[PAST:[a-z0-9]+]]: tensor<2x?x8xf32>, %[[NEW:[a-z0-9]+]]: tensor<2x8xf32>, %[[AT:[a-z0-9]+]]: index)
// CHECK-SAME: attributes {cameo.updates = [{axis = 1 : i64, input = 0 : i64, output = 0 : i64}]}
// CHECK: %[[ROWS:.*]] = tensor.dim %[[PAST]], %c1
// CHECK: %[[CACHE:.*]], %[[MISSING:.*]] = cameo.cache 0 %[[PAST]] rows(%[[ROWS]]) axis 1
// CHECK: %[[COPIED:.*]] = cameo.launch @cache_copy ins(%[[PAST]], %[[MISSING]] : {{.*}}) outs(%[[CACHE]] :
// CHECK: %[[WHOLE:.*]] = cameo.launch @write ins(%[[NEW]], %[[AT]] : {{.*}}) outs(%[[COPIED]] :
// CHECK: %[[OUT:.*]] = cameo.cache_rows %[[WHOLE]](%[[ROWS]]) axis 1
// CHECK: return %[[OUT]]
module {
  func.func @main(%past: tensor<2x?x8xf32>, %new: tensor<2x8xf32>, %at: index) -> tensor<2x?x8xf32> {
    %all = cameo.launch @write ins(%new, %at : tensor<2x8xf32>, index) outs(%past : tensor<2x?x8xf32>) -> tensor<2x?x8xf32>
    return %all : tensor<2x?x8xf32>
  }
  cameo.kernel @write(%new: tensor<2x8xf32>, %at: index, %out: tensor<2x?x8xf32>) -> tensor<2x?x8xf32> attributes {num_outs = 1 : i64} {
    %r = cameo.compute ins(%new : tensor<2x8xf32>) outs(%out : tensor<2x?x8xf32>) {
    ^bb0(%n: memref<2x8xf32>, %o: memref<2x?x8xf32>):
      %c0 = arith.constant 0 : index
      %c2 = arith.constant 2 : index
      %width = memref.dim %o, %c2 : memref<2x?x8xf32>
      %x = memref.load %n[%c0, %c0] : memref<2x8xf32>
      memref.store %x, %o[%c0, %at, %c0] : memref<2x?x8xf32>
      cameo.yield
    } -> tensor<2x?x8xf32>
    cameo.return %r : tensor<2x?x8xf32>
  }
}

// -----

// A computation that asks how many rows its destination has would be told of those that there is room for.
// CHECK-LABEL: func.func @main(
// CHECK-NOT: cameo.cache
// CHECK: return
module {
  func.func @main(%past: tensor<2x?x8xf32>, %new: tensor<2x8xf32>) -> tensor<2x?x8xf32> {
    %all = cameo.launch @write ins(%new : tensor<2x8xf32>) outs(%past : tensor<2x?x8xf32>) -> tensor<2x?x8xf32>
    return %all : tensor<2x?x8xf32>
  }
  cameo.kernel @write(%new: tensor<2x8xf32>, %out: tensor<2x?x8xf32>) -> tensor<2x?x8xf32> attributes {num_outs = 1 : i64} {
    %r = cameo.compute ins(%new : tensor<2x8xf32>) outs(%out : tensor<2x?x8xf32>) {
    ^bb0(%n: memref<2x8xf32>, %o: memref<2x?x8xf32>):
      %c0 = arith.constant 0 : index
      %c1 = arith.constant 1 : index
      %rows = memref.dim %o, %c1 : memref<2x?x8xf32>
      %last = arith.subi %rows, %c1 : index
      %x = memref.load %n[%c0, %c0] : memref<2x8xf32>
      memref.store %x, %o[%c0, %last, %c0] : memref<2x?x8xf32>
      cameo.yield
    } -> tensor<2x?x8xf32>
    cameo.return %r : tensor<2x?x8xf32>
  }
}
