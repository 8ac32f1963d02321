// SPDX-License-Identifier: Apache-2.0
// Attention with weights by exp((x - maximum) / 2) + 1/2, which no rescaling takes from one maximum
// to another. The inputs come back.
#all = affine_map<(b, h, i, j) -> (b, h, i, j)>
#row = affine_map<(b, h, i, j) -> (b, h, i)>
func.func @main(%q: tensor<1x2x70x40xf32> {cameo.name = "q", cameo.dtype = "float32"}, %k: tensor<1x2x90x40xf32> {cameo.name = "k", cameo.dtype = "float32"}, %v: tensor<1x2x90x24xf32> {cameo.name = "v", cameo.dtype = "float32"}) -> (tensor<1x2x70x24xf32> {cameo.name = "y", cameo.dtype = "float32"}, tensor<1x2x70x40xf32> {cameo.name = "q2", cameo.dtype = "float32"}, tensor<1x2x90x40xf32> {cameo.name = "k2", cameo.dtype = "float32"}, tensor<1x2x90x24xf32> {cameo.name = "v2", cameo.dtype = "float32"}) {
  %zero = arith.constant 0.0 : f32
  %low = arith.constant 0xFF800000 : f32
  %half = arith.constant 5.0e-01 : f32
  %e4 = tensor.empty() : tensor<1x2x70x90xf32>
  %e3 = tensor.empty() : tensor<1x2x70xf32>
  %f4 = linalg.fill ins(%zero : f32) outs(%e4 : tensor<1x2x70x90xf32>) -> tensor<1x2x70x90xf32>
  %s = linalg.generic {indexing_maps = [affine_map<(b, h, i, j, d) -> (b, h, i, d)>, affine_map<(b, h, i, j, d) -> (b, h, j, d)>, affine_map<(b, h, i, j, d) -> (b, h, i, j)>], iterator_types = ["parallel", "parallel", "parallel", "parallel", "reduction"]} ins(%q, %k : tensor<1x2x70x40xf32>, tensor<1x2x90x40xf32>) outs(%f4 : tensor<1x2x70x90xf32>) {
  ^bb0(%x: f32, %y: f32, %o: f32):
    %0 = arith.mulf %x, %y : f32
    %1 = arith.addf %o, %0 : f32
    linalg.yield %1 : f32
  } -> tensor<1x2x70x90xf32>
  %f3 = linalg.fill ins(%low : f32) outs(%e3 : tensor<1x2x70xf32>) -> tensor<1x2x70xf32>
  %m = linalg.generic {indexing_maps = [#all, #row], iterator_types = ["parallel", "parallel", "parallel", "reduction"]} ins(%s : tensor<1x2x70x90xf32>) outs(%f3 : tensor<1x2x70xf32>) {
  ^bb0(%x: f32, %o: f32):
    %0 = arith.maximumf %x, %o : f32
    linalg.yield %0 : f32
  } -> tensor<1x2x70xf32>
  %p = linalg.generic {indexing_maps = [#all, #row, #all], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%s, %m : tensor<1x2x70x90xf32>, tensor<1x2x70xf32>) outs(%e4 : tensor<1x2x70x90xf32>) {
  ^bb0(%x: f32, %y: f32, %o: f32):
    %0 = arith.subf %x, %y : f32
    %1 = arith.mulf %0, %half : f32
    %2 = math.exp %1 : f32
    %3 = arith.addf %2, %half : f32
    linalg.yield %3 : f32
  } -> tensor<1x2x70x90xf32>
  %g3 = linalg.fill ins(%zero : f32) outs(%e3 : tensor<1x2x70xf32>) -> tensor<1x2x70xf32>
  %t = linalg.generic {indexing_maps = [#all, #row], iterator_types = ["parallel", "parallel", "parallel", "reduction"]} ins(%p : tensor<1x2x70x90xf32>) outs(%g3 : tensor<1x2x70xf32>) {
  ^bb0(%x: f32, %o: f32):
    %0 = arith.addf %x, %o : f32
    linalg.yield %0 : f32
  } -> tensor<1x2x70xf32>
  %w = linalg.generic {indexing_maps = [#all, #row, #all], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%p, %t : tensor<1x2x70x90xf32>, tensor<1x2x70xf32>) outs(%e4 : tensor<1x2x70x90xf32>) {
  ^bb0(%x: f32, %y: f32, %o: f32):
    %0 = arith.divf %x, %y : f32
    linalg.yield %0 : f32
  } -> tensor<1x2x70x90xf32>
  %er = tensor.empty() : tensor<1x2x70x24xf32>
  %fr = linalg.fill ins(%zero : f32) outs(%er : tensor<1x2x70x24xf32>) -> tensor<1x2x70x24xf32>
  %r = linalg.generic {indexing_maps = [affine_map<(b, h, i, e, j) -> (b, h, i, j)>, affine_map<(b, h, i, e, j) -> (b, h, j, e)>, affine_map<(b, h, i, e, j) -> (b, h, i, e)>], iterator_types = ["parallel", "parallel", "parallel", "parallel", "reduction"]} ins(%w, %v : tensor<1x2x70x90xf32>, tensor<1x2x90x24xf32>) outs(%fr : tensor<1x2x70x24xf32>) {
  ^bb0(%x: f32, %y: f32, %o: f32):
    %0 = arith.mulf %x, %y : f32
    %1 = arith.addf %o, %0 : f32
    linalg.yield %1 : f32
  } -> tensor<1x2x70x24xf32>
  return %r, %q, %k, %v : tensor<1x2x70x24xf32>, tensor<1x2x70x40xf32>, tensor<1x2x90x40xf32>, tensor<1x2x90x24xf32>
}
