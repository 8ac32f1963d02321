// SPDX-License-Identifier: Apache-2.0
// Products whose weights the model stores as f16 or bf16, which kernels widen as they load them, against the
// same ones with weights that only the run knows: sums of equal products, in another order maybe.

// A row reads panels side by side; the last one is not full.
func.func @one_row(%s: tensor<f32>) -> (tensor<i1>, tensor<i1>) attributes {
    inputs = [dense<0.0> : tensor<f32>], outputs = [dense<true> : tensor<i1>, dense<true> : tensor<i1>]} {
  %zero = onnx.Constant() {value = dense<0.0> : tensor<f32>} : () -> tensor<f32>
  %one = onnx.Constant() {value = dense<1.0> : tensor<f32>} : () -> tensor<f32>
  %none = "onnx.None"() : () -> none
  %xn = onnx.Constant() {value = dense<72.0> : tensor<f32>} : () -> tensor<f32>
  %xr = onnx.Range(%zero, %xn, %one) : (tensor<f32>, tensor<f32>, tensor<f32>) -> tensor<72xf32>
  %xa = onnx.Add(%xr, %s) : (tensor<72xf32>, tensor<f32>) -> tensor<72xf32>
  %xs = onnx.Sin(%xa) : (tensor<72xf32>) -> tensor<72xf32>
  %xd = onnx.Constant() {value = dense<[1, 72]> : tensor<2xi64>} : () -> tensor<2xi64>
  %x = onnx.Reshape(%xs, %xd) : (tensor<72xf32>, tensor<2xi64>) -> tensor<1x72xf32>
  %wn = onnx.Constant() {value = dense<14400.0> : tensor<f32>} : () -> tensor<f32>
  %wr = onnx.Range(%zero, %wn, %one) : (tensor<f32>, tensor<f32>, tensor<f32>) -> tensor<14400xf32>
  %wc = onnx.Cos(%wr) : (tensor<14400xf32>) -> tensor<14400xf32>
  %wd = onnx.Constant() {value = dense<[72, 200]> : tensor<2xi64>} : () -> tensor<2xi64>
  %wf = onnx.Reshape(%wc, %wd) : (tensor<14400xf32>, tensor<2xi64>) -> tensor<72x200xf32>
  %h = onnx.Cast(%wf) {to = 10 : si64} : (tensor<72x200xf32>) -> tensor<72x200xf16>
  %w = onnx.Cast(%h) {to = 1 : si64} : (tensor<72x200xf16>) -> tensor<72x200xf32>
  %us = onnx.Add(%wf, %s) : (tensor<72x200xf32>, tensor<f32>) -> tensor<72x200xf32>
  %uh = onnx.Cast(%us) {to = 10 : si64} : (tensor<72x200xf32>) -> tensor<72x200xf16>
  %u = onnx.Cast(%uh) {to = 1 : si64} : (tensor<72x200xf16>) -> tensor<72x200xf32>
  %y0 = onnx.MatMul(%x, %w) : (tensor<1x72xf32>, tensor<72x200xf32>) -> tensor<1x200xf32>
  %y1 = onnx.MatMul(%x, %u) : (tensor<1x72xf32>, tensor<72x200xf32>) -> tensor<1x200xf32>
  %d = onnx.Sub(%y0, %y1) : (tensor<1x200xf32>, tensor<1x200xf32>) -> tensor<1x200xf32>
  %a = onnx.Abs(%d) : (tensor<1x200xf32>) -> tensor<1x200xf32>
  %e = onnx.ReduceMax(%a, %none) {keepdims = 0 : si64} : (tensor<1x200xf32>, none) -> tensor<f32>
  %bound = onnx.Constant() {value = dense<5.0e-5> : tensor<f32>} : () -> tensor<f32>
  %exact = onnx.LessOrEqual(%e, %bound) : (tensor<f32>, tensor<f32>) -> tensor<i1>
  %b = onnx.Abs(%y0) : (tensor<1x200xf32>) -> tensor<1x200xf32>
  %most = onnx.ReduceMax(%b, %none) {keepdims = 0 : si64} : (tensor<1x200xf32>, none) -> tensor<f32>
  %least = onnx.Constant() {value = dense<0.01> : tensor<f32>} : () -> tensor<f32>
  %some = onnx.Less(%least, %most) : (tensor<f32>, tensor<f32>) -> tensor<i1>
  return %exact, %some : tensor<i1>, tensor<i1>
}

// Rows of one tile load halves.
func.func @few_rows(%s: tensor<f32>) -> (tensor<i1>, tensor<i1>) attributes {
    inputs = [dense<0.0> : tensor<f32>], outputs = [dense<true> : tensor<i1>, dense<true> : tensor<i1>]} {
  %zero = onnx.Constant() {value = dense<0.0> : tensor<f32>} : () -> tensor<f32>
  %one = onnx.Constant() {value = dense<1.0> : tensor<f32>} : () -> tensor<f32>
  %none = "onnx.None"() : () -> none
  %xn = onnx.Constant() {value = dense<1500.0> : tensor<f32>} : () -> tensor<f32>
  %xr = onnx.Range(%zero, %xn, %one) : (tensor<f32>, tensor<f32>, tensor<f32>) -> tensor<1500xf32>
  %xa = onnx.Add(%xr, %s) : (tensor<1500xf32>, tensor<f32>) -> tensor<1500xf32>
  %xs = onnx.Sin(%xa) : (tensor<1500xf32>) -> tensor<1500xf32>
  %xd = onnx.Constant() {value = dense<[5, 300]> : tensor<2xi64>} : () -> tensor<2xi64>
  %x = onnx.Reshape(%xs, %xd) : (tensor<1500xf32>, tensor<2xi64>) -> tensor<5x300xf32>
  %wn = onnx.Constant() {value = dense<14400.0> : tensor<f32>} : () -> tensor<f32>
  %wr = onnx.Range(%zero, %wn, %one) : (tensor<f32>, tensor<f32>, tensor<f32>) -> tensor<14400xf32>
  %wc = onnx.Cos(%wr) : (tensor<14400xf32>) -> tensor<14400xf32>
  %wd = onnx.Constant() {value = dense<[300, 48]> : tensor<2xi64>} : () -> tensor<2xi64>
  %wf = onnx.Reshape(%wc, %wd) : (tensor<14400xf32>, tensor<2xi64>) -> tensor<300x48xf32>
  %h = onnx.Cast(%wf) {to = 10 : si64} : (tensor<300x48xf32>) -> tensor<300x48xf16>
  %w = onnx.Cast(%h) {to = 1 : si64} : (tensor<300x48xf16>) -> tensor<300x48xf32>
  %us = onnx.Add(%wf, %s) : (tensor<300x48xf32>, tensor<f32>) -> tensor<300x48xf32>
  %uh = onnx.Cast(%us) {to = 10 : si64} : (tensor<300x48xf32>) -> tensor<300x48xf16>
  %u = onnx.Cast(%uh) {to = 1 : si64} : (tensor<300x48xf16>) -> tensor<300x48xf32>
  %y0 = onnx.MatMul(%x, %w) : (tensor<5x300xf32>, tensor<300x48xf32>) -> tensor<5x48xf32>
  %y1 = onnx.MatMul(%x, %u) : (tensor<5x300xf32>, tensor<300x48xf32>) -> tensor<5x48xf32>
  %d = onnx.Sub(%y0, %y1) : (tensor<5x48xf32>, tensor<5x48xf32>) -> tensor<5x48xf32>
  %a = onnx.Abs(%d) : (tensor<5x48xf32>) -> tensor<5x48xf32>
  %e = onnx.ReduceMax(%a, %none) {keepdims = 0 : si64} : (tensor<5x48xf32>, none) -> tensor<f32>
  %bound = onnx.Constant() {value = dense<5.0e-5> : tensor<f32>} : () -> tensor<f32>
  %exact = onnx.LessOrEqual(%e, %bound) : (tensor<f32>, tensor<f32>) -> tensor<i1>
  %b = onnx.Abs(%y0) : (tensor<5x48xf32>) -> tensor<5x48xf32>
  %most = onnx.ReduceMax(%b, %none) {keepdims = 0 : si64} : (tensor<5x48xf32>, none) -> tensor<f32>
  %least = onnx.Constant() {value = dense<0.01> : tensor<f32>} : () -> tensor<f32>
  %some = onnx.Less(%least, %most) : (tensor<f32>, tensor<f32>) -> tensor<i1>
  return %exact, %some : tensor<i1>, tensor<i1>
}

// Rows of several tiles share what is widened; the depth is whole.
func.func @two_tiles(%s: tensor<f32>) -> (tensor<i1>, tensor<i1>) attributes {
    inputs = [dense<0.0> : tensor<f32>], outputs = [dense<true> : tensor<i1>, dense<true> : tensor<i1>]} {
  %zero = onnx.Constant() {value = dense<0.0> : tensor<f32>} : () -> tensor<f32>
  %one = onnx.Constant() {value = dense<1.0> : tensor<f32>} : () -> tensor<f32>
  %none = "onnx.None"() : () -> none
  %xn = onnx.Constant() {value = dense<1152.0> : tensor<f32>} : () -> tensor<f32>
  %xr = onnx.Range(%zero, %xn, %one) : (tensor<f32>, tensor<f32>, tensor<f32>) -> tensor<1152xf32>
  %xa = onnx.Add(%xr, %s) : (tensor<1152xf32>, tensor<f32>) -> tensor<1152xf32>
  %xs = onnx.Sin(%xa) : (tensor<1152xf32>) -> tensor<1152xf32>
  %xd = onnx.Constant() {value = dense<[18, 64]> : tensor<2xi64>} : () -> tensor<2xi64>
  %x = onnx.Reshape(%xs, %xd) : (tensor<1152xf32>, tensor<2xi64>) -> tensor<18x64xf32>
  %wn = onnx.Constant() {value = dense<5120.0> : tensor<f32>} : () -> tensor<f32>
  %wr = onnx.Range(%zero, %wn, %one) : (tensor<f32>, tensor<f32>, tensor<f32>) -> tensor<5120xf32>
  %wc = onnx.Cos(%wr) : (tensor<5120xf32>) -> tensor<5120xf32>
  %wd = onnx.Constant() {value = dense<[64, 80]> : tensor<2xi64>} : () -> tensor<2xi64>
  %wf = onnx.Reshape(%wc, %wd) : (tensor<5120xf32>, tensor<2xi64>) -> tensor<64x80xf32>
  %h = onnx.Cast(%wf) {to = 10 : si64} : (tensor<64x80xf32>) -> tensor<64x80xf16>
  %w = onnx.Cast(%h) {to = 1 : si64} : (tensor<64x80xf16>) -> tensor<64x80xf32>
  %us = onnx.Add(%wf, %s) : (tensor<64x80xf32>, tensor<f32>) -> tensor<64x80xf32>
  %uh = onnx.Cast(%us) {to = 10 : si64} : (tensor<64x80xf32>) -> tensor<64x80xf16>
  %u = onnx.Cast(%uh) {to = 1 : si64} : (tensor<64x80xf16>) -> tensor<64x80xf32>
  %y0 = onnx.MatMul(%x, %w) : (tensor<18x64xf32>, tensor<64x80xf32>) -> tensor<18x80xf32>
  %y1 = onnx.MatMul(%x, %u) : (tensor<18x64xf32>, tensor<64x80xf32>) -> tensor<18x80xf32>
  %d = onnx.Sub(%y0, %y1) : (tensor<18x80xf32>, tensor<18x80xf32>) -> tensor<18x80xf32>
  %a = onnx.Abs(%d) : (tensor<18x80xf32>) -> tensor<18x80xf32>
  %e = onnx.ReduceMax(%a, %none) {keepdims = 0 : si64} : (tensor<18x80xf32>, none) -> tensor<f32>
  %bound = onnx.Constant() {value = dense<5.0e-5> : tensor<f32>} : () -> tensor<f32>
  %exact = onnx.LessOrEqual(%e, %bound) : (tensor<f32>, tensor<f32>) -> tensor<i1>
  %b = onnx.Abs(%y0) : (tensor<18x80xf32>) -> tensor<18x80xf32>
  %most = onnx.ReduceMax(%b, %none) {keepdims = 0 : si64} : (tensor<18x80xf32>, none) -> tensor<f32>
  %least = onnx.Constant() {value = dense<0.01> : tensor<f32>} : () -> tensor<f32>
  %some = onnx.Less(%least, %most) : (tensor<f32>, tensor<f32>) -> tensor<i1>
  return %exact, %some : tensor<i1>, tensor<i1>
}

// The depth in blocks, with a rest in rows, columns and depth.
func.func @deep(%s: tensor<f32>) -> (tensor<i1>, tensor<i1>) attributes {
    inputs = [dense<0.0> : tensor<f32>], outputs = [dense<true> : tensor<i1>, dense<true> : tensor<i1>]} {
  %zero = onnx.Constant() {value = dense<0.0> : tensor<f32>} : () -> tensor<f32>
  %one = onnx.Constant() {value = dense<1.0> : tensor<f32>} : () -> tensor<f32>
  %none = "onnx.None"() : () -> none
  %xn = onnx.Constant() {value = dense<18045.0> : tensor<f32>} : () -> tensor<f32>
  %xr = onnx.Range(%zero, %xn, %one) : (tensor<f32>, tensor<f32>, tensor<f32>) -> tensor<18045xf32>
  %xa = onnx.Add(%xr, %s) : (tensor<18045xf32>, tensor<f32>) -> tensor<18045xf32>
  %xs = onnx.Sin(%xa) : (tensor<18045xf32>) -> tensor<18045xf32>
  %xd = onnx.Constant() {value = dense<[45, 401]> : tensor<2xi64>} : () -> tensor<2xi64>
  %x = onnx.Reshape(%xs, %xd) : (tensor<18045xf32>, tensor<2xi64>) -> tensor<45x401xf32>
  %wn = onnx.Constant() {value = dense<14436.0> : tensor<f32>} : () -> tensor<f32>
  %wr = onnx.Range(%zero, %wn, %one) : (tensor<f32>, tensor<f32>, tensor<f32>) -> tensor<14436xf32>
  %wc = onnx.Cos(%wr) : (tensor<14436xf32>) -> tensor<14436xf32>
  %wd = onnx.Constant() {value = dense<[401, 36]> : tensor<2xi64>} : () -> tensor<2xi64>
  %wf = onnx.Reshape(%wc, %wd) : (tensor<14436xf32>, tensor<2xi64>) -> tensor<401x36xf32>
  %h = onnx.Cast(%wf) {to = 10 : si64} : (tensor<401x36xf32>) -> tensor<401x36xf16>
  %w = onnx.Cast(%h) {to = 1 : si64} : (tensor<401x36xf16>) -> tensor<401x36xf32>
  %us = onnx.Add(%wf, %s) : (tensor<401x36xf32>, tensor<f32>) -> tensor<401x36xf32>
  %uh = onnx.Cast(%us) {to = 10 : si64} : (tensor<401x36xf32>) -> tensor<401x36xf16>
  %u = onnx.Cast(%uh) {to = 1 : si64} : (tensor<401x36xf16>) -> tensor<401x36xf32>
  %y0 = onnx.MatMul(%x, %w) : (tensor<45x401xf32>, tensor<401x36xf32>) -> tensor<45x36xf32>
  %y1 = onnx.MatMul(%x, %u) : (tensor<45x401xf32>, tensor<401x36xf32>) -> tensor<45x36xf32>
  %d = onnx.Sub(%y0, %y1) : (tensor<45x36xf32>, tensor<45x36xf32>) -> tensor<45x36xf32>
  %a = onnx.Abs(%d) : (tensor<45x36xf32>) -> tensor<45x36xf32>
  %e = onnx.ReduceMax(%a, %none) {keepdims = 0 : si64} : (tensor<45x36xf32>, none) -> tensor<f32>
  %bound = onnx.Constant() {value = dense<5.0e-5> : tensor<f32>} : () -> tensor<f32>
  %exact = onnx.LessOrEqual(%e, %bound) : (tensor<f32>, tensor<f32>) -> tensor<i1>
  %b = onnx.Abs(%y0) : (tensor<45x36xf32>) -> tensor<45x36xf32>
  %most = onnx.ReduceMax(%b, %none) {keepdims = 0 : si64} : (tensor<45x36xf32>, none) -> tensor<f32>
  %least = onnx.Constant() {value = dense<0.01> : tensor<f32>} : () -> tensor<f32>
  %some = onnx.Less(%least, %most) : (tensor<f32>, tensor<f32>) -> tensor<i1>
  return %exact, %some : tensor<i1>, tensor<i1>
}

// Two rows of bf16.
func.func @bfloat_row(%s: tensor<f32>) -> (tensor<i1>, tensor<i1>) attributes {
    inputs = [dense<0.0> : tensor<f32>], outputs = [dense<true> : tensor<i1>, dense<true> : tensor<i1>]} {
  %zero = onnx.Constant() {value = dense<0.0> : tensor<f32>} : () -> tensor<f32>
  %one = onnx.Constant() {value = dense<1.0> : tensor<f32>} : () -> tensor<f32>
  %none = "onnx.None"() : () -> none
  %xn = onnx.Constant() {value = dense<256.0> : tensor<f32>} : () -> tensor<f32>
  %xr = onnx.Range(%zero, %xn, %one) : (tensor<f32>, tensor<f32>, tensor<f32>) -> tensor<256xf32>
  %xa = onnx.Add(%xr, %s) : (tensor<256xf32>, tensor<f32>) -> tensor<256xf32>
  %xs = onnx.Sin(%xa) : (tensor<256xf32>) -> tensor<256xf32>
  %xd = onnx.Constant() {value = dense<[2, 128]> : tensor<2xi64>} : () -> tensor<2xi64>
  %x = onnx.Reshape(%xs, %xd) : (tensor<256xf32>, tensor<2xi64>) -> tensor<2x128xf32>
  %wn = onnx.Constant() {value = dense<12288.0> : tensor<f32>} : () -> tensor<f32>
  %wr = onnx.Range(%zero, %wn, %one) : (tensor<f32>, tensor<f32>, tensor<f32>) -> tensor<12288xf32>
  %wc = onnx.Cos(%wr) : (tensor<12288xf32>) -> tensor<12288xf32>
  %wd = onnx.Constant() {value = dense<[128, 96]> : tensor<2xi64>} : () -> tensor<2xi64>
  %wf = onnx.Reshape(%wc, %wd) : (tensor<12288xf32>, tensor<2xi64>) -> tensor<128x96xf32>
  %h = onnx.Cast(%wf) {to = 16 : si64} : (tensor<128x96xf32>) -> tensor<128x96xbf16>
  %w = onnx.Cast(%h) {to = 1 : si64} : (tensor<128x96xbf16>) -> tensor<128x96xf32>
  %us = onnx.Add(%wf, %s) : (tensor<128x96xf32>, tensor<f32>) -> tensor<128x96xf32>
  %uh = onnx.Cast(%us) {to = 16 : si64} : (tensor<128x96xf32>) -> tensor<128x96xbf16>
  %u = onnx.Cast(%uh) {to = 1 : si64} : (tensor<128x96xbf16>) -> tensor<128x96xf32>
  %y0 = onnx.MatMul(%x, %w) : (tensor<2x128xf32>, tensor<128x96xf32>) -> tensor<2x96xf32>
  %y1 = onnx.MatMul(%x, %u) : (tensor<2x128xf32>, tensor<128x96xf32>) -> tensor<2x96xf32>
  %d = onnx.Sub(%y0, %y1) : (tensor<2x96xf32>, tensor<2x96xf32>) -> tensor<2x96xf32>
  %a = onnx.Abs(%d) : (tensor<2x96xf32>) -> tensor<2x96xf32>
  %e = onnx.ReduceMax(%a, %none) {keepdims = 0 : si64} : (tensor<2x96xf32>, none) -> tensor<f32>
  %bound = onnx.Constant() {value = dense<5.0e-5> : tensor<f32>} : () -> tensor<f32>
  %exact = onnx.LessOrEqual(%e, %bound) : (tensor<f32>, tensor<f32>) -> tensor<i1>
  %b = onnx.Abs(%y0) : (tensor<2x96xf32>) -> tensor<2x96xf32>
  %most = onnx.ReduceMax(%b, %none) {keepdims = 0 : si64} : (tensor<2x96xf32>, none) -> tensor<f32>
  %least = onnx.Constant() {value = dense<0.01> : tensor<f32>} : () -> tensor<f32>
  %some = onnx.Less(%least, %most) : (tensor<f32>, tensor<f32>) -> tensor<i1>
  return %exact, %some : tensor<i1>, tensor<i1>
}

// Many rows of bf16.
func.func @bfloat_rows(%s: tensor<f32>) -> (tensor<i1>, tensor<i1>) attributes {
    inputs = [dense<0.0> : tensor<f32>], outputs = [dense<true> : tensor<i1>, dense<true> : tensor<i1>]} {
  %zero = onnx.Constant() {value = dense<0.0> : tensor<f32>} : () -> tensor<f32>
  %one = onnx.Constant() {value = dense<1.0> : tensor<f32>} : () -> tensor<f32>
  %none = "onnx.None"() : () -> none
  %xn = onnx.Constant() {value = dense<40703.0> : tensor<f32>} : () -> tensor<f32>
  %xr = onnx.Range(%zero, %xn, %one) : (tensor<f32>, tensor<f32>, tensor<f32>) -> tensor<40703xf32>
  %xa = onnx.Add(%xr, %s) : (tensor<40703xf32>, tensor<f32>) -> tensor<40703xf32>
  %xs = onnx.Sin(%xa) : (tensor<40703xf32>) -> tensor<40703xf32>
  %xd = onnx.Constant() {value = dense<[101, 403]> : tensor<2xi64>} : () -> tensor<2xi64>
  %x = onnx.Reshape(%xs, %xd) : (tensor<40703xf32>, tensor<2xi64>) -> tensor<101x403xf32>
  %wn = onnx.Constant() {value = dense<15314.0> : tensor<f32>} : () -> tensor<f32>
  %wr = onnx.Range(%zero, %wn, %one) : (tensor<f32>, tensor<f32>, tensor<f32>) -> tensor<15314xf32>
  %wc = onnx.Cos(%wr) : (tensor<15314xf32>) -> tensor<15314xf32>
  %wd = onnx.Constant() {value = dense<[403, 38]> : tensor<2xi64>} : () -> tensor<2xi64>
  %wf = onnx.Reshape(%wc, %wd) : (tensor<15314xf32>, tensor<2xi64>) -> tensor<403x38xf32>
  %h = onnx.Cast(%wf) {to = 16 : si64} : (tensor<403x38xf32>) -> tensor<403x38xbf16>
  %w = onnx.Cast(%h) {to = 1 : si64} : (tensor<403x38xbf16>) -> tensor<403x38xf32>
  %us = onnx.Add(%wf, %s) : (tensor<403x38xf32>, tensor<f32>) -> tensor<403x38xf32>
  %uh = onnx.Cast(%us) {to = 16 : si64} : (tensor<403x38xf32>) -> tensor<403x38xbf16>
  %u = onnx.Cast(%uh) {to = 1 : si64} : (tensor<403x38xbf16>) -> tensor<403x38xf32>
  %y0 = onnx.MatMul(%x, %w) : (tensor<101x403xf32>, tensor<403x38xf32>) -> tensor<101x38xf32>
  %y1 = onnx.MatMul(%x, %u) : (tensor<101x403xf32>, tensor<403x38xf32>) -> tensor<101x38xf32>
  %d = onnx.Sub(%y0, %y1) : (tensor<101x38xf32>, tensor<101x38xf32>) -> tensor<101x38xf32>
  %a = onnx.Abs(%d) : (tensor<101x38xf32>) -> tensor<101x38xf32>
  %e = onnx.ReduceMax(%a, %none) {keepdims = 0 : si64} : (tensor<101x38xf32>, none) -> tensor<f32>
  %bound = onnx.Constant() {value = dense<5.0e-5> : tensor<f32>} : () -> tensor<f32>
  %exact = onnx.LessOrEqual(%e, %bound) : (tensor<f32>, tensor<f32>) -> tensor<i1>
  %b = onnx.Abs(%y0) : (tensor<101x38xf32>) -> tensor<101x38xf32>
  %most = onnx.ReduceMax(%b, %none) {keepdims = 0 : si64} : (tensor<101x38xf32>, none) -> tensor<f32>
  %least = onnx.Constant() {value = dense<0.01> : tensor<f32>} : () -> tensor<f32>
  %some = onnx.Less(%least, %most) : (tensor<f32>, tensor<f32>) -> tensor<i1>
  return %exact, %some : tensor<i1>, tensor<i1>
}
