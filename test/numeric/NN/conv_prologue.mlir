// SPDX-License-Identifier: Apache-2.0
// 1x1 convolutions that compute their input themselves, against the same as matrix products: the gate of a
// squeeze-and-excite, normalised concatenations, a sum of two; channels that fill no whole blocks, strides, images that
// no near cache holds, several images.

// A gate for each channel; 20 channels are no whole blocks, nor are 37.
func.func @gate(%s: tensor<f32>) -> (tensor<i1>, tensor<i1>) attributes {
    inputs = [dense<0.0> : tensor<f32>], outputs = [dense<true> : tensor<i1>, dense<true> : tensor<i1>]} {
  %zero = onnx.Constant() {value = dense<0.0> : tensor<f32>} : () -> tensor<f32>
  %one = onnx.Constant() {value = dense<1.0> : tensor<f32>} : () -> tensor<f32>
  %none = "onnx.None"() : () -> none
  %s1 = onnx.Add(%s, %one) : (tensor<f32>, tensor<f32>) -> tensor<f32>
  %xin = onnx.Constant() {value = dense<792.0> : tensor<f32>} : () -> tensor<f32>
  %xir = onnx.Range(%zero, %xin, %one) : (tensor<f32>, tensor<f32>, tensor<f32>) -> tensor<792xf32>
  %xis = onnx.Add(%xir, %s) : (tensor<792xf32>, tensor<f32>) -> tensor<792xf32>
  %xiw = onnx.Sin(%xis) : (tensor<792xf32>) -> tensor<792xf32>
  %xid = onnx.Constant() {value = dense<[2, 4, 9, 11]> : tensor<4xi64>} : () -> tensor<4xi64>
  %xi = onnx.Reshape(%xiw, %xid) : (tensor<792xf32>, tensor<4xi64>) -> tensor<2x4x9x11xf32>
  %xfn = onnx.Constant() {value = dense<720.0> : tensor<f32>} : () -> tensor<f32>
  %xfr = onnx.Range(%zero, %xfn, %one) : (tensor<f32>, tensor<f32>, tensor<f32>) -> tensor<720xf32>
  %xfw = onnx.Cos(%xfr) : (tensor<720xf32>) -> tensor<720xf32>
  %xfd = onnx.Constant() {value = dense<[20, 4, 3, 3]> : tensor<4xi64>} : () -> tensor<4xi64>
  %xf = onnx.Reshape(%xfw, %xfd) : (tensor<720xf32>, tensor<4xi64>) -> tensor<20x4x3x3xf32>
  %x = onnx.Conv(%xi, %xf, %none) {pads = array<i64: 1, 1, 1, 1>} : (tensor<2x4x9x11xf32>, tensor<20x4x3x3xf32>, none) -> tensor<2x20x9x11xf32>
  %mean = onnx.GlobalAveragePool(%x) : (tensor<2x20x9x11xf32>) -> tensor<2x20x1x1xf32>
  %gfn = onnx.Constant() {value = dense<400.0> : tensor<f32>} : () -> tensor<f32>
  %gfr = onnx.Range(%zero, %gfn, %one) : (tensor<f32>, tensor<f32>, tensor<f32>) -> tensor<400xf32>
  %gfw = onnx.Sin(%gfr) : (tensor<400xf32>) -> tensor<400xf32>
  %gfd = onnx.Constant() {value = dense<[20, 20, 1, 1]> : tensor<4xi64>} : () -> tensor<4xi64>
  %gf = onnx.Reshape(%gfw, %gfd) : (tensor<400xf32>, tensor<4xi64>) -> tensor<20x20x1x1xf32>
  %gc = onnx.Conv(%mean, %gf, %none) : (tensor<2x20x1x1xf32>, tensor<20x20x1x1xf32>, none) -> tensor<2x20x1x1xf32>
  %g = onnx.Sigmoid(%gc) : (tensor<2x20x1x1xf32>) -> tensor<2x20x1x1xf32>
  %xg = onnx.Mul(%x, %g) : (tensor<2x20x9x11xf32>, tensor<2x20x1x1xf32>) -> tensor<2x20x9x11xf32>
  %wn = onnx.Constant() {value = dense<740.0> : tensor<f32>} : () -> tensor<f32>
  %wr = onnx.Range(%zero, %wn, %one) : (tensor<f32>, tensor<f32>, tensor<f32>) -> tensor<740xf32>
  %ww = onnx.Cos(%wr) : (tensor<740xf32>) -> tensor<740xf32>
  %wd = onnx.Constant() {value = dense<[37, 20, 1, 1]> : tensor<4xi64>} : () -> tensor<4xi64>
  %w = onnx.Reshape(%ww, %wd) : (tensor<740xf32>, tensor<4xi64>) -> tensor<37x20x1x1xf32>
  %bn = onnx.Constant() {value = dense<37.0> : tensor<f32>} : () -> tensor<f32>
  %br = onnx.Range(%zero, %bn, %one) : (tensor<f32>, tensor<f32>, tensor<f32>) -> tensor<37xf32>
  %bw = onnx.Sin(%br) : (tensor<37xf32>) -> tensor<37xf32>
  %bd = onnx.Constant() {value = dense<[37]> : tensor<1xi64>} : () -> tensor<1xi64>
  %b = onnx.Reshape(%bw, %bd) : (tensor<37xf32>, tensor<1xi64>) -> tensor<37xf32>
  %c = onnx.Conv(%xg, %w, %b) : (tensor<2x20x9x11xf32>, tensor<37x20x1x1xf32>, tensor<37xf32>) -> tensor<2x37x9x11xf32>
  %y = onnx.Relu(%c) : (tensor<2x37x9x11xf32>) -> tensor<2x37x9x11xf32>
  %xs = onnx.Add(%x, %s) : (tensor<2x20x9x11xf32>, tensor<f32>) -> tensor<2x20x9x11xf32>
  %r1 = onnx.Mul(%xs, %g) : (tensor<2x20x9x11xf32>, tensor<2x20x1x1xf32>) -> tensor<2x20x9x11xf32>
  %qfd = onnx.Constant() {value = dense<[2, 20, 99]> : tensor<3xi64>} : () -> tensor<3xi64>
  %qf = onnx.Reshape(%r1, %qfd) : (tensor<2x20x9x11xf32>, tensor<3xi64>) -> tensor<2x20x99xf32>
  %qmd = onnx.Constant() {value = dense<[37, 20]> : tensor<2xi64>} : () -> tensor<2xi64>
  %qm = onnx.Reshape(%w, %qmd) : (tensor<37x20x1x1xf32>, tensor<2xi64>) -> tensor<37x20xf32>
  %qp = onnx.MatMul(%qm, %qf) : (tensor<37x20xf32>, tensor<2x20x99xf32>) -> tensor<2x37x99xf32>
  %qbd = onnx.Constant() {value = dense<[37, 1]> : tensor<2xi64>} : () -> tensor<2xi64>
  %qb = onnx.Reshape(%b, %qbd) : (tensor<37xf32>, tensor<2xi64>) -> tensor<37x1xf32>
  %q = onnx.Add(%qp, %qb) : (tensor<2x37x99xf32>, tensor<37x1xf32>) -> tensor<2x37x99xf32>
  %z = onnx.Relu(%q) : (tensor<2x37x99xf32>) -> tensor<2x37x99xf32>
  %nd = onnx.Constant() {value = dense<[2, 37, 99]> : tensor<3xi64>} : () -> tensor<3xi64>
  %flat = onnx.Reshape(%y, %nd) : (tensor<2x37x9x11xf32>, tensor<3xi64>) -> tensor<2x37x99xf32>
  %d = onnx.Sub(%flat, %z) : (tensor<2x37x99xf32>, tensor<2x37x99xf32>) -> tensor<2x37x99xf32>
  %abs = onnx.Abs(%d) : (tensor<2x37x99xf32>) -> tensor<2x37x99xf32>
  %e = onnx.ReduceMax(%abs, %none) {keepdims = 0 : si64} : (tensor<2x37x99xf32>, none) -> tensor<f32>
  %bound = onnx.Constant() {value = dense<1.0e-04> : tensor<f32>} : () -> tensor<f32>
  %near = onnx.LessOrEqual(%e, %bound) : (tensor<f32>, tensor<f32>) -> tensor<i1>
  %most = onnx.ReduceMax(%z, %none) {keepdims = 0 : si64} : (tensor<2x37x99xf32>, none) -> tensor<f32>
  %some = onnx.Less(%one, %most) : (tensor<f32>, tensor<f32>) -> tensor<i1>
  return %near, %some : tensor<i1>, tensor<i1>
}

// Every other pixel.
func.func @gate_strided(%s: tensor<f32>) -> (tensor<i1>, tensor<i1>) attributes {
    inputs = [dense<0.0> : tensor<f32>], outputs = [dense<true> : tensor<i1>, dense<true> : tensor<i1>]} {
  %zero = onnx.Constant() {value = dense<0.0> : tensor<f32>} : () -> tensor<f32>
  %one = onnx.Constant() {value = dense<1.0> : tensor<f32>} : () -> tensor<f32>
  %none = "onnx.None"() : () -> none
  %s1 = onnx.Add(%s, %one) : (tensor<f32>, tensor<f32>) -> tensor<f32>
  %xin = onnx.Constant() {value = dense<1040.0> : tensor<f32>} : () -> tensor<f32>
  %xir = onnx.Range(%zero, %xin, %one) : (tensor<f32>, tensor<f32>, tensor<f32>) -> tensor<1040xf32>
  %xis = onnx.Add(%xir, %s) : (tensor<1040xf32>, tensor<f32>) -> tensor<1040xf32>
  %xiw = onnx.Sin(%xis) : (tensor<1040xf32>) -> tensor<1040xf32>
  %xid = onnx.Constant() {value = dense<[2, 4, 13, 10]> : tensor<4xi64>} : () -> tensor<4xi64>
  %xi = onnx.Reshape(%xiw, %xid) : (tensor<1040xf32>, tensor<4xi64>) -> tensor<2x4x13x10xf32>
  %xfn = onnx.Constant() {value = dense<864.0> : tensor<f32>} : () -> tensor<f32>
  %xfr = onnx.Range(%zero, %xfn, %one) : (tensor<f32>, tensor<f32>, tensor<f32>) -> tensor<864xf32>
  %xfw = onnx.Cos(%xfr) : (tensor<864xf32>) -> tensor<864xf32>
  %xfd = onnx.Constant() {value = dense<[24, 4, 3, 3]> : tensor<4xi64>} : () -> tensor<4xi64>
  %xf = onnx.Reshape(%xfw, %xfd) : (tensor<864xf32>, tensor<4xi64>) -> tensor<24x4x3x3xf32>
  %x = onnx.Conv(%xi, %xf, %none) {pads = array<i64: 1, 1, 1, 1>} : (tensor<2x4x13x10xf32>, tensor<24x4x3x3xf32>, none) -> tensor<2x24x13x10xf32>
  %mean = onnx.GlobalAveragePool(%x) : (tensor<2x24x13x10xf32>) -> tensor<2x24x1x1xf32>
  %gfn = onnx.Constant() {value = dense<576.0> : tensor<f32>} : () -> tensor<f32>
  %gfr = onnx.Range(%zero, %gfn, %one) : (tensor<f32>, tensor<f32>, tensor<f32>) -> tensor<576xf32>
  %gfw = onnx.Sin(%gfr) : (tensor<576xf32>) -> tensor<576xf32>
  %gfd = onnx.Constant() {value = dense<[24, 24, 1, 1]> : tensor<4xi64>} : () -> tensor<4xi64>
  %gf = onnx.Reshape(%gfw, %gfd) : (tensor<576xf32>, tensor<4xi64>) -> tensor<24x24x1x1xf32>
  %gc = onnx.Conv(%mean, %gf, %none) : (tensor<2x24x1x1xf32>, tensor<24x24x1x1xf32>, none) -> tensor<2x24x1x1xf32>
  %g = onnx.Sigmoid(%gc) : (tensor<2x24x1x1xf32>) -> tensor<2x24x1x1xf32>
  %xg = onnx.Mul(%x, %g) : (tensor<2x24x13x10xf32>, tensor<2x24x1x1xf32>) -> tensor<2x24x13x10xf32>
  %wn = onnx.Constant() {value = dense<384.0> : tensor<f32>} : () -> tensor<f32>
  %wr = onnx.Range(%zero, %wn, %one) : (tensor<f32>, tensor<f32>, tensor<f32>) -> tensor<384xf32>
  %ww = onnx.Cos(%wr) : (tensor<384xf32>) -> tensor<384xf32>
  %wd = onnx.Constant() {value = dense<[16, 24, 1, 1]> : tensor<4xi64>} : () -> tensor<4xi64>
  %w = onnx.Reshape(%ww, %wd) : (tensor<384xf32>, tensor<4xi64>) -> tensor<16x24x1x1xf32>
  %bn = onnx.Constant() {value = dense<16.0> : tensor<f32>} : () -> tensor<f32>
  %br = onnx.Range(%zero, %bn, %one) : (tensor<f32>, tensor<f32>, tensor<f32>) -> tensor<16xf32>
  %bw = onnx.Sin(%br) : (tensor<16xf32>) -> tensor<16xf32>
  %bd = onnx.Constant() {value = dense<[16]> : tensor<1xi64>} : () -> tensor<1xi64>
  %b = onnx.Reshape(%bw, %bd) : (tensor<16xf32>, tensor<1xi64>) -> tensor<16xf32>
  %c = onnx.Conv(%xg, %w, %b) {strides = array<i64: 2, 2>} : (tensor<2x24x13x10xf32>, tensor<16x24x1x1xf32>, tensor<16xf32>) -> tensor<2x16x7x5xf32>
  %y = onnx.Relu(%c) : (tensor<2x16x7x5xf32>) -> tensor<2x16x7x5xf32>
  %xs = onnx.Add(%x, %s) : (tensor<2x24x13x10xf32>, tensor<f32>) -> tensor<2x24x13x10xf32>
  %r1 = onnx.Mul(%xs, %g) : (tensor<2x24x13x10xf32>, tensor<2x24x1x1xf32>) -> tensor<2x24x13x10xf32>
  %qz2 = onnx.Constant() {value = dense<0> : tensor<1xi64>} : () -> tensor<1xi64>
  %qe2 = onnx.Constant() {value = dense<[13]> : tensor<1xi64>} : () -> tensor<1xi64>
  %qa2 = onnx.Constant() {value = dense<[2]> : tensor<1xi64>} : () -> tensor<1xi64>
  %qt2 = onnx.Constant() {value = dense<[2]> : tensor<1xi64>} : () -> tensor<1xi64>
  %qx2 = onnx.Slice(%r1, %qz2, %qe2, %qa2, %qt2) : (tensor<2x24x13x10xf32>, tensor<1xi64>, tensor<1xi64>, tensor<1xi64>, tensor<1xi64>) -> tensor<2x24x7x10xf32>
  %qz3 = onnx.Constant() {value = dense<0> : tensor<1xi64>} : () -> tensor<1xi64>
  %qe3 = onnx.Constant() {value = dense<[10]> : tensor<1xi64>} : () -> tensor<1xi64>
  %qa3 = onnx.Constant() {value = dense<[3]> : tensor<1xi64>} : () -> tensor<1xi64>
  %qt3 = onnx.Constant() {value = dense<[2]> : tensor<1xi64>} : () -> tensor<1xi64>
  %qx3 = onnx.Slice(%qx2, %qz3, %qe3, %qa3, %qt3) : (tensor<2x24x7x10xf32>, tensor<1xi64>, tensor<1xi64>, tensor<1xi64>, tensor<1xi64>) -> tensor<2x24x7x5xf32>
  %qfd = onnx.Constant() {value = dense<[2, 24, 35]> : tensor<3xi64>} : () -> tensor<3xi64>
  %qf = onnx.Reshape(%qx3, %qfd) : (tensor<2x24x7x5xf32>, tensor<3xi64>) -> tensor<2x24x35xf32>
  %qmd = onnx.Constant() {value = dense<[16, 24]> : tensor<2xi64>} : () -> tensor<2xi64>
  %qm = onnx.Reshape(%w, %qmd) : (tensor<16x24x1x1xf32>, tensor<2xi64>) -> tensor<16x24xf32>
  %qp = onnx.MatMul(%qm, %qf) : (tensor<16x24xf32>, tensor<2x24x35xf32>) -> tensor<2x16x35xf32>
  %qbd = onnx.Constant() {value = dense<[16, 1]> : tensor<2xi64>} : () -> tensor<2xi64>
  %qb = onnx.Reshape(%b, %qbd) : (tensor<16xf32>, tensor<2xi64>) -> tensor<16x1xf32>
  %q = onnx.Add(%qp, %qb) : (tensor<2x16x35xf32>, tensor<16x1xf32>) -> tensor<2x16x35xf32>
  %z = onnx.Relu(%q) : (tensor<2x16x35xf32>) -> tensor<2x16x35xf32>
  %nd = onnx.Constant() {value = dense<[2, 16, 35]> : tensor<3xi64>} : () -> tensor<3xi64>
  %flat = onnx.Reshape(%y, %nd) : (tensor<2x16x7x5xf32>, tensor<3xi64>) -> tensor<2x16x35xf32>
  %d = onnx.Sub(%flat, %z) : (tensor<2x16x35xf32>, tensor<2x16x35xf32>) -> tensor<2x16x35xf32>
  %abs = onnx.Abs(%d) : (tensor<2x16x35xf32>) -> tensor<2x16x35xf32>
  %e = onnx.ReduceMax(%abs, %none) {keepdims = 0 : si64} : (tensor<2x16x35xf32>, none) -> tensor<f32>
  %bound = onnx.Constant() {value = dense<1.0e-04> : tensor<f32>} : () -> tensor<f32>
  %near = onnx.LessOrEqual(%e, %bound) : (tensor<f32>, tensor<f32>) -> tensor<i1>
  %most = onnx.ReduceMax(%z, %none) {keepdims = 0 : si64} : (tensor<2x16x35xf32>, none) -> tensor<f32>
  %some = onnx.Less(%one, %most) : (tensor<f32>, tensor<f32>) -> tensor<i1>
  return %near, %some : tensor<i1>, tensor<i1>
}

// An image that is larger than a quarter of the second-level cache: the next rows are asked for ahead of time.
func.func @gate_far(%s: tensor<f32>) -> (tensor<i1>, tensor<i1>) attributes {
    inputs = [dense<0.0> : tensor<f32>], outputs = [dense<true> : tensor<i1>, dense<true> : tensor<i1>]} {
  %zero = onnx.Constant() {value = dense<0.0> : tensor<f32>} : () -> tensor<f32>
  %one = onnx.Constant() {value = dense<1.0> : tensor<f32>} : () -> tensor<f32>
  %none = "onnx.None"() : () -> none
  %s1 = onnx.Add(%s, %one) : (tensor<f32>, tensor<f32>) -> tensor<f32>
  %xin = onnx.Constant() {value = dense<12800.0> : tensor<f32>} : () -> tensor<f32>
  %xir = onnx.Range(%zero, %xin, %one) : (tensor<f32>, tensor<f32>, tensor<f32>) -> tensor<12800xf32>
  %xis = onnx.Add(%xir, %s) : (tensor<12800xf32>, tensor<f32>) -> tensor<12800xf32>
  %xiw = onnx.Sin(%xis) : (tensor<12800xf32>) -> tensor<12800xf32>
  %xid = onnx.Constant() {value = dense<[2, 4, 40, 40]> : tensor<4xi64>} : () -> tensor<4xi64>
  %xi = onnx.Reshape(%xiw, %xid) : (tensor<12800xf32>, tensor<4xi64>) -> tensor<2x4x40x40xf32>
  %xfn = onnx.Constant() {value = dense<1728.0> : tensor<f32>} : () -> tensor<f32>
  %xfr = onnx.Range(%zero, %xfn, %one) : (tensor<f32>, tensor<f32>, tensor<f32>) -> tensor<1728xf32>
  %xfw = onnx.Cos(%xfr) : (tensor<1728xf32>) -> tensor<1728xf32>
  %xfd = onnx.Constant() {value = dense<[48, 4, 3, 3]> : tensor<4xi64>} : () -> tensor<4xi64>
  %xf = onnx.Reshape(%xfw, %xfd) : (tensor<1728xf32>, tensor<4xi64>) -> tensor<48x4x3x3xf32>
  %x = onnx.Conv(%xi, %xf, %none) {pads = array<i64: 1, 1, 1, 1>} : (tensor<2x4x40x40xf32>, tensor<48x4x3x3xf32>, none) -> tensor<2x48x40x40xf32>
  %mean = onnx.GlobalAveragePool(%x) : (tensor<2x48x40x40xf32>) -> tensor<2x48x1x1xf32>
  %gfn = onnx.Constant() {value = dense<2304.0> : tensor<f32>} : () -> tensor<f32>
  %gfr = onnx.Range(%zero, %gfn, %one) : (tensor<f32>, tensor<f32>, tensor<f32>) -> tensor<2304xf32>
  %gfw = onnx.Sin(%gfr) : (tensor<2304xf32>) -> tensor<2304xf32>
  %gfd = onnx.Constant() {value = dense<[48, 48, 1, 1]> : tensor<4xi64>} : () -> tensor<4xi64>
  %gf = onnx.Reshape(%gfw, %gfd) : (tensor<2304xf32>, tensor<4xi64>) -> tensor<48x48x1x1xf32>
  %gc = onnx.Conv(%mean, %gf, %none) : (tensor<2x48x1x1xf32>, tensor<48x48x1x1xf32>, none) -> tensor<2x48x1x1xf32>
  %g = onnx.Sigmoid(%gc) : (tensor<2x48x1x1xf32>) -> tensor<2x48x1x1xf32>
  %xg = onnx.Mul(%x, %g) : (tensor<2x48x40x40xf32>, tensor<2x48x1x1xf32>) -> tensor<2x48x40x40xf32>
  %wn = onnx.Constant() {value = dense<3456.0> : tensor<f32>} : () -> tensor<f32>
  %wr = onnx.Range(%zero, %wn, %one) : (tensor<f32>, tensor<f32>, tensor<f32>) -> tensor<3456xf32>
  %ww = onnx.Cos(%wr) : (tensor<3456xf32>) -> tensor<3456xf32>
  %wd = onnx.Constant() {value = dense<[72, 48, 1, 1]> : tensor<4xi64>} : () -> tensor<4xi64>
  %w = onnx.Reshape(%ww, %wd) : (tensor<3456xf32>, tensor<4xi64>) -> tensor<72x48x1x1xf32>
  %bn = onnx.Constant() {value = dense<72.0> : tensor<f32>} : () -> tensor<f32>
  %br = onnx.Range(%zero, %bn, %one) : (tensor<f32>, tensor<f32>, tensor<f32>) -> tensor<72xf32>
  %bw = onnx.Sin(%br) : (tensor<72xf32>) -> tensor<72xf32>
  %bd = onnx.Constant() {value = dense<[72]> : tensor<1xi64>} : () -> tensor<1xi64>
  %b = onnx.Reshape(%bw, %bd) : (tensor<72xf32>, tensor<1xi64>) -> tensor<72xf32>
  %c = onnx.Conv(%xg, %w, %b) : (tensor<2x48x40x40xf32>, tensor<72x48x1x1xf32>, tensor<72xf32>) -> tensor<2x72x40x40xf32>
  %y = onnx.Relu(%c) : (tensor<2x72x40x40xf32>) -> tensor<2x72x40x40xf32>
  %xs = onnx.Add(%x, %s) : (tensor<2x48x40x40xf32>, tensor<f32>) -> tensor<2x48x40x40xf32>
  %r1 = onnx.Mul(%xs, %g) : (tensor<2x48x40x40xf32>, tensor<2x48x1x1xf32>) -> tensor<2x48x40x40xf32>
  %qfd = onnx.Constant() {value = dense<[2, 48, 1600]> : tensor<3xi64>} : () -> tensor<3xi64>
  %qf = onnx.Reshape(%r1, %qfd) : (tensor<2x48x40x40xf32>, tensor<3xi64>) -> tensor<2x48x1600xf32>
  %qmd = onnx.Constant() {value = dense<[72, 48]> : tensor<2xi64>} : () -> tensor<2xi64>
  %qm = onnx.Reshape(%w, %qmd) : (tensor<72x48x1x1xf32>, tensor<2xi64>) -> tensor<72x48xf32>
  %qp = onnx.MatMul(%qm, %qf) : (tensor<72x48xf32>, tensor<2x48x1600xf32>) -> tensor<2x72x1600xf32>
  %qbd = onnx.Constant() {value = dense<[72, 1]> : tensor<2xi64>} : () -> tensor<2xi64>
  %qb = onnx.Reshape(%b, %qbd) : (tensor<72xf32>, tensor<2xi64>) -> tensor<72x1xf32>
  %q = onnx.Add(%qp, %qb) : (tensor<2x72x1600xf32>, tensor<72x1xf32>) -> tensor<2x72x1600xf32>
  %z = onnx.Relu(%q) : (tensor<2x72x1600xf32>) -> tensor<2x72x1600xf32>
  %nd = onnx.Constant() {value = dense<[2, 72, 1600]> : tensor<3xi64>} : () -> tensor<3xi64>
  %flat = onnx.Reshape(%y, %nd) : (tensor<2x72x40x40xf32>, tensor<3xi64>) -> tensor<2x72x1600xf32>
  %d = onnx.Sub(%flat, %z) : (tensor<2x72x1600xf32>, tensor<2x72x1600xf32>) -> tensor<2x72x1600xf32>
  %abs = onnx.Abs(%d) : (tensor<2x72x1600xf32>) -> tensor<2x72x1600xf32>
  %e = onnx.ReduceMax(%abs, %none) {keepdims = 0 : si64} : (tensor<2x72x1600xf32>, none) -> tensor<f32>
  %bound = onnx.Constant() {value = dense<1.0e-04> : tensor<f32>} : () -> tensor<f32>
  %near = onnx.LessOrEqual(%e, %bound) : (tensor<f32>, tensor<f32>) -> tensor<i1>
  %most = onnx.ReduceMax(%z, %none) {keepdims = 0 : si64} : (tensor<2x72x1600xf32>, none) -> tensor<f32>
  %some = onnx.Less(%one, %most) : (tensor<f32>, tensor<f32>) -> tensor<i1>
  return %near, %some : tensor<i1>, tensor<i1>
}

// An image of seven rows of seven pixels, which are one row of tiles.
func.func @gate_small_image(%s: tensor<f32>) -> (tensor<i1>, tensor<i1>) attributes {
    inputs = [dense<0.0> : tensor<f32>], outputs = [dense<true> : tensor<i1>, dense<true> : tensor<i1>]} {
  %zero = onnx.Constant() {value = dense<0.0> : tensor<f32>} : () -> tensor<f32>
  %one = onnx.Constant() {value = dense<1.0> : tensor<f32>} : () -> tensor<f32>
  %none = "onnx.None"() : () -> none
  %s1 = onnx.Add(%s, %one) : (tensor<f32>, tensor<f32>) -> tensor<f32>
  %xin = onnx.Constant() {value = dense<392.0> : tensor<f32>} : () -> tensor<f32>
  %xir = onnx.Range(%zero, %xin, %one) : (tensor<f32>, tensor<f32>, tensor<f32>) -> tensor<392xf32>
  %xis = onnx.Add(%xir, %s) : (tensor<392xf32>, tensor<f32>) -> tensor<392xf32>
  %xiw = onnx.Sin(%xis) : (tensor<392xf32>) -> tensor<392xf32>
  %xid = onnx.Constant() {value = dense<[2, 4, 7, 7]> : tensor<4xi64>} : () -> tensor<4xi64>
  %xi = onnx.Reshape(%xiw, %xid) : (tensor<392xf32>, tensor<4xi64>) -> tensor<2x4x7x7xf32>
  %xfn = onnx.Constant() {value = dense<1440.0> : tensor<f32>} : () -> tensor<f32>
  %xfr = onnx.Range(%zero, %xfn, %one) : (tensor<f32>, tensor<f32>, tensor<f32>) -> tensor<1440xf32>
  %xfw = onnx.Cos(%xfr) : (tensor<1440xf32>) -> tensor<1440xf32>
  %xfd = onnx.Constant() {value = dense<[40, 4, 3, 3]> : tensor<4xi64>} : () -> tensor<4xi64>
  %xf = onnx.Reshape(%xfw, %xfd) : (tensor<1440xf32>, tensor<4xi64>) -> tensor<40x4x3x3xf32>
  %x = onnx.Conv(%xi, %xf, %none) {pads = array<i64: 1, 1, 1, 1>} : (tensor<2x4x7x7xf32>, tensor<40x4x3x3xf32>, none) -> tensor<2x40x7x7xf32>
  %mean = onnx.GlobalAveragePool(%x) : (tensor<2x40x7x7xf32>) -> tensor<2x40x1x1xf32>
  %gfn = onnx.Constant() {value = dense<1600.0> : tensor<f32>} : () -> tensor<f32>
  %gfr = onnx.Range(%zero, %gfn, %one) : (tensor<f32>, tensor<f32>, tensor<f32>) -> tensor<1600xf32>
  %gfw = onnx.Sin(%gfr) : (tensor<1600xf32>) -> tensor<1600xf32>
  %gfd = onnx.Constant() {value = dense<[40, 40, 1, 1]> : tensor<4xi64>} : () -> tensor<4xi64>
  %gf = onnx.Reshape(%gfw, %gfd) : (tensor<1600xf32>, tensor<4xi64>) -> tensor<40x40x1x1xf32>
  %gc = onnx.Conv(%mean, %gf, %none) : (tensor<2x40x1x1xf32>, tensor<40x40x1x1xf32>, none) -> tensor<2x40x1x1xf32>
  %g = onnx.Sigmoid(%gc) : (tensor<2x40x1x1xf32>) -> tensor<2x40x1x1xf32>
  %xg = onnx.Mul(%x, %g) : (tensor<2x40x7x7xf32>, tensor<2x40x1x1xf32>) -> tensor<2x40x7x7xf32>
  %wn = onnx.Constant() {value = dense<3840.0> : tensor<f32>} : () -> tensor<f32>
  %wr = onnx.Range(%zero, %wn, %one) : (tensor<f32>, tensor<f32>, tensor<f32>) -> tensor<3840xf32>
  %ww = onnx.Cos(%wr) : (tensor<3840xf32>) -> tensor<3840xf32>
  %wd = onnx.Constant() {value = dense<[96, 40, 1, 1]> : tensor<4xi64>} : () -> tensor<4xi64>
  %w = onnx.Reshape(%ww, %wd) : (tensor<3840xf32>, tensor<4xi64>) -> tensor<96x40x1x1xf32>
  %bn = onnx.Constant() {value = dense<96.0> : tensor<f32>} : () -> tensor<f32>
  %br = onnx.Range(%zero, %bn, %one) : (tensor<f32>, tensor<f32>, tensor<f32>) -> tensor<96xf32>
  %bw = onnx.Sin(%br) : (tensor<96xf32>) -> tensor<96xf32>
  %bd = onnx.Constant() {value = dense<[96]> : tensor<1xi64>} : () -> tensor<1xi64>
  %b = onnx.Reshape(%bw, %bd) : (tensor<96xf32>, tensor<1xi64>) -> tensor<96xf32>
  %c = onnx.Conv(%xg, %w, %b) : (tensor<2x40x7x7xf32>, tensor<96x40x1x1xf32>, tensor<96xf32>) -> tensor<2x96x7x7xf32>
  %y = onnx.Relu(%c) : (tensor<2x96x7x7xf32>) -> tensor<2x96x7x7xf32>
  %xs = onnx.Add(%x, %s) : (tensor<2x40x7x7xf32>, tensor<f32>) -> tensor<2x40x7x7xf32>
  %r1 = onnx.Mul(%xs, %g) : (tensor<2x40x7x7xf32>, tensor<2x40x1x1xf32>) -> tensor<2x40x7x7xf32>
  %qfd = onnx.Constant() {value = dense<[2, 40, 49]> : tensor<3xi64>} : () -> tensor<3xi64>
  %qf = onnx.Reshape(%r1, %qfd) : (tensor<2x40x7x7xf32>, tensor<3xi64>) -> tensor<2x40x49xf32>
  %qmd = onnx.Constant() {value = dense<[96, 40]> : tensor<2xi64>} : () -> tensor<2xi64>
  %qm = onnx.Reshape(%w, %qmd) : (tensor<96x40x1x1xf32>, tensor<2xi64>) -> tensor<96x40xf32>
  %qp = onnx.MatMul(%qm, %qf) : (tensor<96x40xf32>, tensor<2x40x49xf32>) -> tensor<2x96x49xf32>
  %qbd = onnx.Constant() {value = dense<[96, 1]> : tensor<2xi64>} : () -> tensor<2xi64>
  %qb = onnx.Reshape(%b, %qbd) : (tensor<96xf32>, tensor<2xi64>) -> tensor<96x1xf32>
  %q = onnx.Add(%qp, %qb) : (tensor<2x96x49xf32>, tensor<96x1xf32>) -> tensor<2x96x49xf32>
  %z = onnx.Relu(%q) : (tensor<2x96x49xf32>) -> tensor<2x96x49xf32>
  %nd = onnx.Constant() {value = dense<[2, 96, 49]> : tensor<3xi64>} : () -> tensor<3xi64>
  %flat = onnx.Reshape(%y, %nd) : (tensor<2x96x7x7xf32>, tensor<3xi64>) -> tensor<2x96x49xf32>
  %d = onnx.Sub(%flat, %z) : (tensor<2x96x49xf32>, tensor<2x96x49xf32>) -> tensor<2x96x49xf32>
  %abs = onnx.Abs(%d) : (tensor<2x96x49xf32>) -> tensor<2x96x49xf32>
  %e = onnx.ReduceMax(%abs, %none) {keepdims = 0 : si64} : (tensor<2x96x49xf32>, none) -> tensor<f32>
  %bound = onnx.Constant() {value = dense<1.0e-04> : tensor<f32>} : () -> tensor<f32>
  %near = onnx.LessOrEqual(%e, %bound) : (tensor<f32>, tensor<f32>) -> tensor<i1>
  %most = onnx.ReduceMax(%z, %none) {keepdims = 0 : si64} : (tensor<2x96x49xf32>, none) -> tensor<f32>
  %some = onnx.Less(%one, %most) : (tensor<f32>, tensor<f32>) -> tensor<i1>
  return %near, %some : tensor<i1>, tensor<i1>
}

// A batch that only the run knows.
func.func @gate_any_batch(%s: tensor<f32>, %each: tensor<?x1x1x1xf32>) -> (tensor<i1>, tensor<i1>) attributes {
    inputs = [dense<0.0> : tensor<f32>, dense<[[[[0.0]]], [[[0.5]]], [[[-0.25]]]]> : tensor<3x1x1x1xf32>], outputs = [dense<true> : tensor<i1>, dense<true> : tensor<i1>]} {
  %zero = onnx.Constant() {value = dense<0.0> : tensor<f32>} : () -> tensor<f32>
  %one = onnx.Constant() {value = dense<1.0> : tensor<f32>} : () -> tensor<f32>
  %none = "onnx.None"() : () -> none
  %s1 = onnx.Add(%s, %one) : (tensor<f32>, tensor<f32>) -> tensor<f32>
  %xpn = onnx.Constant() {value = dense<396.0> : tensor<f32>} : () -> tensor<f32>
  %xpr = onnx.Range(%zero, %xpn, %one) : (tensor<f32>, tensor<f32>, tensor<f32>) -> tensor<396xf32>
  %xps = onnx.Add(%xpr, %s) : (tensor<396xf32>, tensor<f32>) -> tensor<396xf32>
  %xpw = onnx.Sin(%xps) : (tensor<396xf32>) -> tensor<396xf32>
  %xpd = onnx.Constant() {value = dense<[1, 4, 9, 11]> : tensor<4xi64>} : () -> tensor<4xi64>
  %xp = onnx.Reshape(%xpw, %xpd) : (tensor<396xf32>, tensor<4xi64>) -> tensor<1x4x9x11xf32>
  %xi = onnx.Add(%xp, %each) : (tensor<1x4x9x11xf32>, tensor<?x1x1x1xf32>) -> tensor<?x4x9x11xf32>
  %xfn = onnx.Constant() {value = dense<720.0> : tensor<f32>} : () -> tensor<f32>
  %xfr = onnx.Range(%zero, %xfn, %one) : (tensor<f32>, tensor<f32>, tensor<f32>) -> tensor<720xf32>
  %xfw = onnx.Cos(%xfr) : (tensor<720xf32>) -> tensor<720xf32>
  %xfd = onnx.Constant() {value = dense<[20, 4, 3, 3]> : tensor<4xi64>} : () -> tensor<4xi64>
  %xf = onnx.Reshape(%xfw, %xfd) : (tensor<720xf32>, tensor<4xi64>) -> tensor<20x4x3x3xf32>
  %x = onnx.Conv(%xi, %xf, %none) {pads = array<i64: 1, 1, 1, 1>} : (tensor<?x4x9x11xf32>, tensor<20x4x3x3xf32>, none) -> tensor<?x20x9x11xf32>
  %mean = onnx.GlobalAveragePool(%x) : (tensor<?x20x9x11xf32>) -> tensor<?x20x1x1xf32>
  %gfn = onnx.Constant() {value = dense<400.0> : tensor<f32>} : () -> tensor<f32>
  %gfr = onnx.Range(%zero, %gfn, %one) : (tensor<f32>, tensor<f32>, tensor<f32>) -> tensor<400xf32>
  %gfw = onnx.Sin(%gfr) : (tensor<400xf32>) -> tensor<400xf32>
  %gfd = onnx.Constant() {value = dense<[20, 20, 1, 1]> : tensor<4xi64>} : () -> tensor<4xi64>
  %gf = onnx.Reshape(%gfw, %gfd) : (tensor<400xf32>, tensor<4xi64>) -> tensor<20x20x1x1xf32>
  %gc = onnx.Conv(%mean, %gf, %none) : (tensor<?x20x1x1xf32>, tensor<20x20x1x1xf32>, none) -> tensor<?x20x1x1xf32>
  %g = onnx.Sigmoid(%gc) : (tensor<?x20x1x1xf32>) -> tensor<?x20x1x1xf32>
  %xg = onnx.Mul(%x, %g) : (tensor<?x20x9x11xf32>, tensor<?x20x1x1xf32>) -> tensor<?x20x9x11xf32>
  %wn = onnx.Constant() {value = dense<740.0> : tensor<f32>} : () -> tensor<f32>
  %wr = onnx.Range(%zero, %wn, %one) : (tensor<f32>, tensor<f32>, tensor<f32>) -> tensor<740xf32>
  %ww = onnx.Cos(%wr) : (tensor<740xf32>) -> tensor<740xf32>
  %wd = onnx.Constant() {value = dense<[37, 20, 1, 1]> : tensor<4xi64>} : () -> tensor<4xi64>
  %w = onnx.Reshape(%ww, %wd) : (tensor<740xf32>, tensor<4xi64>) -> tensor<37x20x1x1xf32>
  %bn = onnx.Constant() {value = dense<37.0> : tensor<f32>} : () -> tensor<f32>
  %br = onnx.Range(%zero, %bn, %one) : (tensor<f32>, tensor<f32>, tensor<f32>) -> tensor<37xf32>
  %bw = onnx.Sin(%br) : (tensor<37xf32>) -> tensor<37xf32>
  %bd = onnx.Constant() {value = dense<[37]> : tensor<1xi64>} : () -> tensor<1xi64>
  %b = onnx.Reshape(%bw, %bd) : (tensor<37xf32>, tensor<1xi64>) -> tensor<37xf32>
  %c = onnx.Conv(%xg, %w, %b) : (tensor<?x20x9x11xf32>, tensor<37x20x1x1xf32>, tensor<37xf32>) -> tensor<?x37x9x11xf32>
  %y = onnx.Relu(%c) : (tensor<?x37x9x11xf32>) -> tensor<?x37x9x11xf32>
  %xs = onnx.Add(%x, %s) : (tensor<?x20x9x11xf32>, tensor<f32>) -> tensor<?x20x9x11xf32>
  %r1 = onnx.Mul(%xs, %g) : (tensor<?x20x9x11xf32>, tensor<?x20x1x1xf32>) -> tensor<?x20x9x11xf32>
  %qfd = onnx.Constant() {value = dense<[0, 20, 99]> : tensor<3xi64>} : () -> tensor<3xi64>
  %qf = onnx.Reshape(%r1, %qfd) : (tensor<?x20x9x11xf32>, tensor<3xi64>) -> tensor<?x20x99xf32>
  %qmd = onnx.Constant() {value = dense<[37, 20]> : tensor<2xi64>} : () -> tensor<2xi64>
  %qm = onnx.Reshape(%w, %qmd) : (tensor<37x20x1x1xf32>, tensor<2xi64>) -> tensor<37x20xf32>
  %qp = onnx.MatMul(%qm, %qf) : (tensor<37x20xf32>, tensor<?x20x99xf32>) -> tensor<?x37x99xf32>
  %qbd = onnx.Constant() {value = dense<[37, 1]> : tensor<2xi64>} : () -> tensor<2xi64>
  %qb = onnx.Reshape(%b, %qbd) : (tensor<37xf32>, tensor<2xi64>) -> tensor<37x1xf32>
  %q = onnx.Add(%qp, %qb) : (tensor<?x37x99xf32>, tensor<37x1xf32>) -> tensor<?x37x99xf32>
  %z = onnx.Relu(%q) : (tensor<?x37x99xf32>) -> tensor<?x37x99xf32>
  %nd = onnx.Constant() {value = dense<[0, 37, 99]> : tensor<3xi64>} : () -> tensor<3xi64>
  %flat = onnx.Reshape(%y, %nd) : (tensor<?x37x9x11xf32>, tensor<3xi64>) -> tensor<?x37x99xf32>
  %d = onnx.Sub(%flat, %z) : (tensor<?x37x99xf32>, tensor<?x37x99xf32>) -> tensor<?x37x99xf32>
  %abs = onnx.Abs(%d) : (tensor<?x37x99xf32>) -> tensor<?x37x99xf32>
  %e = onnx.ReduceMax(%abs, %none) {keepdims = 0 : si64} : (tensor<?x37x99xf32>, none) -> tensor<f32>
  %bound = onnx.Constant() {value = dense<1.0e-04> : tensor<f32>} : () -> tensor<f32>
  %near = onnx.LessOrEqual(%e, %bound) : (tensor<f32>, tensor<f32>) -> tensor<i1>
  %most = onnx.ReduceMax(%z, %none) {keepdims = 0 : si64} : (tensor<?x37x99xf32>, none) -> tensor<f32>
  %some = onnx.Less(%one, %most) : (tensor<f32>, tensor<f32>) -> tensor<i1>
  return %near, %some : tensor<i1>, tensor<i1>
}

// Concatenated channels, normalised, with the parts read by others as well.
func.func @normalised(%s: tensor<f32>) -> (tensor<i1>, tensor<i1>) attributes {
    inputs = [dense<0.0> : tensor<f32>], outputs = [dense<true> : tensor<i1>, dense<true> : tensor<i1>]} {
  %zero = onnx.Constant() {value = dense<0.0> : tensor<f32>} : () -> tensor<f32>
  %one = onnx.Constant() {value = dense<1.0> : tensor<f32>} : () -> tensor<f32>
  %none = "onnx.None"() : () -> none
  %s1 = onnx.Add(%s, %one) : (tensor<f32>, tensor<f32>) -> tensor<f32>
  %ain = onnx.Constant() {value = dense<960.0> : tensor<f32>} : () -> tensor<f32>
  %air = onnx.Range(%zero, %ain, %one) : (tensor<f32>, tensor<f32>, tensor<f32>) -> tensor<960xf32>
  %ais = onnx.Add(%air, %s) : (tensor<960xf32>, tensor<f32>) -> tensor<960xf32>
  %aiw = onnx.Sin(%ais) : (tensor<960xf32>) -> tensor<960xf32>
  %aid = onnx.Constant() {value = dense<[2, 4, 12, 10]> : tensor<4xi64>} : () -> tensor<4xi64>
  %ai = onnx.Reshape(%aiw, %aid) : (tensor<960xf32>, tensor<4xi64>) -> tensor<2x4x12x10xf32>
  %afn = onnx.Constant() {value = dense<576.0> : tensor<f32>} : () -> tensor<f32>
  %afr = onnx.Range(%zero, %afn, %one) : (tensor<f32>, tensor<f32>, tensor<f32>) -> tensor<576xf32>
  %afw = onnx.Cos(%afr) : (tensor<576xf32>) -> tensor<576xf32>
  %afd = onnx.Constant() {value = dense<[16, 4, 3, 3]> : tensor<4xi64>} : () -> tensor<4xi64>
  %af = onnx.Reshape(%afw, %afd) : (tensor<576xf32>, tensor<4xi64>) -> tensor<16x4x3x3xf32>
  %a = onnx.Conv(%ai, %af, %none) {pads = array<i64: 1, 1, 1, 1>} : (tensor<2x4x12x10xf32>, tensor<16x4x3x3xf32>, none) -> tensor<2x16x12x10xf32>
  %b1in = onnx.Constant() {value = dense<960.0> : tensor<f32>} : () -> tensor<f32>
  %b1ir = onnx.Range(%zero, %b1in, %one) : (tensor<f32>, tensor<f32>, tensor<f32>) -> tensor<960xf32>
  %b1is = onnx.Add(%b1ir, %s) : (tensor<960xf32>, tensor<f32>) -> tensor<960xf32>
  %b1iw = onnx.Sin(%b1is) : (tensor<960xf32>) -> tensor<960xf32>
  %b1id = onnx.Constant() {value = dense<[2, 4, 12, 10]> : tensor<4xi64>} : () -> tensor<4xi64>
  %b1i = onnx.Reshape(%b1iw, %b1id) : (tensor<960xf32>, tensor<4xi64>) -> tensor<2x4x12x10xf32>
  %b1fn = onnx.Constant() {value = dense<128.0> : tensor<f32>} : () -> tensor<f32>
  %b1fr = onnx.Range(%zero, %b1fn, %one) : (tensor<f32>, tensor<f32>, tensor<f32>) -> tensor<128xf32>
  %b1fw = onnx.Cos(%b1fr) : (tensor<128xf32>) -> tensor<128xf32>
  %b1fd = onnx.Constant() {value = dense<[32, 4, 1, 1]> : tensor<4xi64>} : () -> tensor<4xi64>
  %b1f = onnx.Reshape(%b1fw, %b1fd) : (tensor<128xf32>, tensor<4xi64>) -> tensor<32x4x1x1xf32>
  %b1 = onnx.Conv(%b1i, %b1f, %none) : (tensor<2x4x12x10xf32>, tensor<32x4x1x1xf32>, none) -> tensor<2x32x12x10xf32>
  %c1in = onnx.Constant() {value = dense<960.0> : tensor<f32>} : () -> tensor<f32>
  %c1ir = onnx.Range(%zero, %c1in, %one) : (tensor<f32>, tensor<f32>, tensor<f32>) -> tensor<960xf32>
  %c1is = onnx.Add(%c1ir, %s) : (tensor<960xf32>, tensor<f32>) -> tensor<960xf32>
  %c1iw = onnx.Sin(%c1is) : (tensor<960xf32>) -> tensor<960xf32>
  %c1id = onnx.Constant() {value = dense<[2, 4, 12, 10]> : tensor<4xi64>} : () -> tensor<4xi64>
  %c1i = onnx.Reshape(%c1iw, %c1id) : (tensor<960xf32>, tensor<4xi64>) -> tensor<2x4x12x10xf32>
  %c1fn = onnx.Constant() {value = dense<576.0> : tensor<f32>} : () -> tensor<f32>
  %c1fr = onnx.Range(%zero, %c1fn, %one) : (tensor<f32>, tensor<f32>, tensor<f32>) -> tensor<576xf32>
  %c1fw = onnx.Cos(%c1fr) : (tensor<576xf32>) -> tensor<576xf32>
  %c1fd = onnx.Constant() {value = dense<[16, 4, 3, 3]> : tensor<4xi64>} : () -> tensor<4xi64>
  %c1f = onnx.Reshape(%c1fw, %c1fd) : (tensor<576xf32>, tensor<4xi64>) -> tensor<16x4x3x3xf32>
  %c1 = onnx.Conv(%c1i, %c1f, %none) {pads = array<i64: 1, 1, 1, 1>} : (tensor<2x4x12x10xf32>, tensor<16x4x3x3xf32>, none) -> tensor<2x16x12x10xf32>
  %cat = onnx.Concat(%a, %b1, %c1) {axis = 1 : si64} : (tensor<2x16x12x10xf32>, tensor<2x32x12x10xf32>, tensor<2x16x12x10xf32>) -> tensor<2x64x12x10xf32>
  %kkn = onnx.Constant() {value = dense<64.0> : tensor<f32>} : () -> tensor<f32>
  %kkr = onnx.Range(%zero, %kkn, %one) : (tensor<f32>, tensor<f32>, tensor<f32>) -> tensor<64xf32>
  %kkw = onnx.Sin(%kkr) : (tensor<64xf32>) -> tensor<64xf32>
  %kkd = onnx.Constant() {value = dense<[64, 1, 1]> : tensor<3xi64>} : () -> tensor<3xi64>
  %kk = onnx.Reshape(%kkw, %kkd) : (tensor<64xf32>, tensor<3xi64>) -> tensor<64x1x1xf32>
  %on = onnx.Constant() {value = dense<64.0> : tensor<f32>} : () -> tensor<f32>
  %or = onnx.Range(%zero, %on, %one) : (tensor<f32>, tensor<f32>, tensor<f32>) -> tensor<64xf32>
  %ow = onnx.Cos(%or) : (tensor<64xf32>) -> tensor<64xf32>
  %od = onnx.Constant() {value = dense<[64, 1, 1]> : tensor<3xi64>} : () -> tensor<3xi64>
  %o = onnx.Reshape(%ow, %od) : (tensor<64xf32>, tensor<3xi64>) -> tensor<64x1x1xf32>
  %ks = onnx.Mul(%cat, %kk) : (tensor<2x64x12x10xf32>, tensor<64x1x1xf32>) -> tensor<2x64x12x10xf32>
  %ko = onnx.Add(%ks, %o) : (tensor<2x64x12x10xf32>, tensor<64x1x1xf32>) -> tensor<2x64x12x10xf32>
  %kz = onnx.Relu(%ko) : (tensor<2x64x12x10xf32>) -> tensor<2x64x12x10xf32>
  %wn = onnx.Constant() {value = dense<1536.0> : tensor<f32>} : () -> tensor<f32>
  %wr = onnx.Range(%zero, %wn, %one) : (tensor<f32>, tensor<f32>, tensor<f32>) -> tensor<1536xf32>
  %ww = onnx.Cos(%wr) : (tensor<1536xf32>) -> tensor<1536xf32>
  %wd = onnx.Constant() {value = dense<[24, 64, 1, 1]> : tensor<4xi64>} : () -> tensor<4xi64>
  %w = onnx.Reshape(%ww, %wd) : (tensor<1536xf32>, tensor<4xi64>) -> tensor<24x64x1x1xf32>
  %bn = onnx.Constant() {value = dense<24.0> : tensor<f32>} : () -> tensor<f32>
  %br = onnx.Range(%zero, %bn, %one) : (tensor<f32>, tensor<f32>, tensor<f32>) -> tensor<24xf32>
  %bw = onnx.Sin(%br) : (tensor<24xf32>) -> tensor<24xf32>
  %bd = onnx.Constant() {value = dense<[24]> : tensor<1xi64>} : () -> tensor<1xi64>
  %b = onnx.Reshape(%bw, %bd) : (tensor<24xf32>, tensor<1xi64>) -> tensor<24xf32>
  %y = onnx.Conv(%kz, %w, %b) : (tensor<2x64x12x10xf32>, tensor<24x64x1x1xf32>, tensor<24xf32>) -> tensor<2x24x12x10xf32>
  %as = onnx.Add(%a, %s) : (tensor<2x16x12x10xf32>, tensor<f32>) -> tensor<2x16x12x10xf32>
  %bs = onnx.Add(%b1, %s) : (tensor<2x32x12x10xf32>, tensor<f32>) -> tensor<2x32x12x10xf32>
  %cs = onnx.Add(%c1, %s) : (tensor<2x16x12x10xf32>, tensor<f32>) -> tensor<2x16x12x10xf32>
  %cat2 = onnx.Concat(%as, %bs, %cs) {axis = 1 : si64} : (tensor<2x16x12x10xf32>, tensor<2x32x12x10xf32>, tensor<2x16x12x10xf32>) -> tensor<2x64x12x10xf32>
  %ls = onnx.Mul(%cat2, %kk) : (tensor<2x64x12x10xf32>, tensor<64x1x1xf32>) -> tensor<2x64x12x10xf32>
  %lo = onnx.Add(%ls, %o) : (tensor<2x64x12x10xf32>, tensor<64x1x1xf32>) -> tensor<2x64x12x10xf32>
  %lr = onnx.Relu(%lo) : (tensor<2x64x12x10xf32>) -> tensor<2x64x12x10xf32>
  %zfd = onnx.Constant() {value = dense<[2, 64, 120]> : tensor<3xi64>} : () -> tensor<3xi64>
  %zf = onnx.Reshape(%lr, %zfd) : (tensor<2x64x12x10xf32>, tensor<3xi64>) -> tensor<2x64x120xf32>
  %zmd = onnx.Constant() {value = dense<[24, 64]> : tensor<2xi64>} : () -> tensor<2xi64>
  %zm = onnx.Reshape(%w, %zmd) : (tensor<24x64x1x1xf32>, tensor<2xi64>) -> tensor<24x64xf32>
  %zp = onnx.MatMul(%zm, %zf) : (tensor<24x64xf32>, tensor<2x64x120xf32>) -> tensor<2x24x120xf32>
  %zbd = onnx.Constant() {value = dense<[24, 1]> : tensor<2xi64>} : () -> tensor<2xi64>
  %zb = onnx.Reshape(%b, %zbd) : (tensor<24xf32>, tensor<2xi64>) -> tensor<24x1xf32>
  %z = onnx.Add(%zp, %zb) : (tensor<2x24x120xf32>, tensor<24x1xf32>) -> tensor<2x24x120xf32>
  %nd = onnx.Constant() {value = dense<[2, 24, 120]> : tensor<3xi64>} : () -> tensor<3xi64>
  %flat = onnx.Reshape(%y, %nd) : (tensor<2x24x12x10xf32>, tensor<3xi64>) -> tensor<2x24x120xf32>
  %d = onnx.Sub(%flat, %z) : (tensor<2x24x120xf32>, tensor<2x24x120xf32>) -> tensor<2x24x120xf32>
  %abs = onnx.Abs(%d) : (tensor<2x24x120xf32>) -> tensor<2x24x120xf32>
  %e = onnx.ReduceMax(%abs, %none) {keepdims = 0 : si64} : (tensor<2x24x120xf32>, none) -> tensor<f32>
  %bound = onnx.Constant() {value = dense<1.0e-04> : tensor<f32>} : () -> tensor<f32>
  %near = onnx.LessOrEqual(%e, %bound) : (tensor<f32>, tensor<f32>) -> tensor<i1>
  %most = onnx.ReduceMax(%z, %none) {keepdims = 0 : si64} : (tensor<2x24x120xf32>, none) -> tensor<f32>
  %some = onnx.Less(%one, %most) : (tensor<f32>, tensor<f32>) -> tensor<i1>
  return %near, %some : tensor<i1>, tensor<i1>
}

// A sum of two in front of the convolution, and a residual behind it.
func.func @sum(%s: tensor<f32>) -> (tensor<i1>, tensor<i1>) attributes {
    inputs = [dense<0.0> : tensor<f32>], outputs = [dense<true> : tensor<i1>, dense<true> : tensor<i1>]} {
  %zero = onnx.Constant() {value = dense<0.0> : tensor<f32>} : () -> tensor<f32>
  %one = onnx.Constant() {value = dense<1.0> : tensor<f32>} : () -> tensor<f32>
  %none = "onnx.None"() : () -> none
  %s1 = onnx.Add(%s, %one) : (tensor<f32>, tensor<f32>) -> tensor<f32>
  %ain = onnx.Constant() {value = dense<1680.0> : tensor<f32>} : () -> tensor<f32>
  %air = onnx.Range(%zero, %ain, %one) : (tensor<f32>, tensor<f32>, tensor<f32>) -> tensor<1680xf32>
  %ais = onnx.Add(%air, %s) : (tensor<1680xf32>, tensor<f32>) -> tensor<1680xf32>
  %aiw = onnx.Sin(%ais) : (tensor<1680xf32>) -> tensor<1680xf32>
  %aid = onnx.Constant() {value = dense<[2, 4, 15, 14]> : tensor<4xi64>} : () -> tensor<4xi64>
  %ai = onnx.Reshape(%aiw, %aid) : (tensor<1680xf32>, tensor<4xi64>) -> tensor<2x4x15x14xf32>
  %afn = onnx.Constant() {value = dense<1152.0> : tensor<f32>} : () -> tensor<f32>
  %afr = onnx.Range(%zero, %afn, %one) : (tensor<f32>, tensor<f32>, tensor<f32>) -> tensor<1152xf32>
  %afw = onnx.Cos(%afr) : (tensor<1152xf32>) -> tensor<1152xf32>
  %afd = onnx.Constant() {value = dense<[32, 4, 3, 3]> : tensor<4xi64>} : () -> tensor<4xi64>
  %af = onnx.Reshape(%afw, %afd) : (tensor<1152xf32>, tensor<4xi64>) -> tensor<32x4x3x3xf32>
  %a = onnx.Conv(%ai, %af, %none) {pads = array<i64: 1, 1, 1, 1>} : (tensor<2x4x15x14xf32>, tensor<32x4x3x3xf32>, none) -> tensor<2x32x15x14xf32>
  %b1in = onnx.Constant() {value = dense<1680.0> : tensor<f32>} : () -> tensor<f32>
  %b1ir = onnx.Range(%zero, %b1in, %one) : (tensor<f32>, tensor<f32>, tensor<f32>) -> tensor<1680xf32>
  %b1is = onnx.Add(%b1ir, %s) : (tensor<1680xf32>, tensor<f32>) -> tensor<1680xf32>
  %b1iw = onnx.Sin(%b1is) : (tensor<1680xf32>) -> tensor<1680xf32>
  %b1id = onnx.Constant() {value = dense<[2, 4, 15, 14]> : tensor<4xi64>} : () -> tensor<4xi64>
  %b1i = onnx.Reshape(%b1iw, %b1id) : (tensor<1680xf32>, tensor<4xi64>) -> tensor<2x4x15x14xf32>
  %b1fn = onnx.Constant() {value = dense<1152.0> : tensor<f32>} : () -> tensor<f32>
  %b1fr = onnx.Range(%zero, %b1fn, %one) : (tensor<f32>, tensor<f32>, tensor<f32>) -> tensor<1152xf32>
  %b1fw = onnx.Cos(%b1fr) : (tensor<1152xf32>) -> tensor<1152xf32>
  %b1fd = onnx.Constant() {value = dense<[32, 4, 3, 3]> : tensor<4xi64>} : () -> tensor<4xi64>
  %b1f = onnx.Reshape(%b1fw, %b1fd) : (tensor<1152xf32>, tensor<4xi64>) -> tensor<32x4x3x3xf32>
  %b1 = onnx.Conv(%b1i, %b1f, %none) {pads = array<i64: 1, 1, 1, 1>} : (tensor<2x4x15x14xf32>, tensor<32x4x3x3xf32>, none) -> tensor<2x32x15x14xf32>
  %p = onnx.Add(%a, %b1) : (tensor<2x32x15x14xf32>, tensor<2x32x15x14xf32>) -> tensor<2x32x15x14xf32>
  %p2 = onnx.Tanh(%p) : (tensor<2x32x15x14xf32>) -> tensor<2x32x15x14xf32>
  %wn = onnx.Constant() {value = dense<1024.0> : tensor<f32>} : () -> tensor<f32>
  %wr = onnx.Range(%zero, %wn, %one) : (tensor<f32>, tensor<f32>, tensor<f32>) -> tensor<1024xf32>
  %ww = onnx.Cos(%wr) : (tensor<1024xf32>) -> tensor<1024xf32>
  %wd = onnx.Constant() {value = dense<[32, 32, 1, 1]> : tensor<4xi64>} : () -> tensor<4xi64>
  %w = onnx.Reshape(%ww, %wd) : (tensor<1024xf32>, tensor<4xi64>) -> tensor<32x32x1x1xf32>
  %bn = onnx.Constant() {value = dense<32.0> : tensor<f32>} : () -> tensor<f32>
  %br = onnx.Range(%zero, %bn, %one) : (tensor<f32>, tensor<f32>, tensor<f32>) -> tensor<32xf32>
  %bw = onnx.Sin(%br) : (tensor<32xf32>) -> tensor<32xf32>
  %bd = onnx.Constant() {value = dense<[32]> : tensor<1xi64>} : () -> tensor<1xi64>
  %b = onnx.Reshape(%bw, %bd) : (tensor<32xf32>, tensor<1xi64>) -> tensor<32xf32>
  %c = onnx.Conv(%p2, %w, %b) : (tensor<2x32x15x14xf32>, tensor<32x32x1x1xf32>, tensor<32xf32>) -> tensor<2x32x15x14xf32>
  %y = onnx.Add(%c, %a) : (tensor<2x32x15x14xf32>, tensor<2x32x15x14xf32>) -> tensor<2x32x15x14xf32>
  %q1 = onnx.Add(%b1, %s) : (tensor<2x32x15x14xf32>, tensor<f32>) -> tensor<2x32x15x14xf32>
  %q2 = onnx.Add(%q1, %a) : (tensor<2x32x15x14xf32>, tensor<2x32x15x14xf32>) -> tensor<2x32x15x14xf32>
  %q3 = onnx.Tanh(%q2) : (tensor<2x32x15x14xf32>) -> tensor<2x32x15x14xf32>
  %qfd = onnx.Constant() {value = dense<[2, 32, 210]> : tensor<3xi64>} : () -> tensor<3xi64>
  %qf = onnx.Reshape(%q3, %qfd) : (tensor<2x32x15x14xf32>, tensor<3xi64>) -> tensor<2x32x210xf32>
  %qmd = onnx.Constant() {value = dense<[32, 32]> : tensor<2xi64>} : () -> tensor<2xi64>
  %qm = onnx.Reshape(%w, %qmd) : (tensor<32x32x1x1xf32>, tensor<2xi64>) -> tensor<32x32xf32>
  %qp = onnx.MatMul(%qm, %qf) : (tensor<32x32xf32>, tensor<2x32x210xf32>) -> tensor<2x32x210xf32>
  %qbd = onnx.Constant() {value = dense<[32, 1]> : tensor<2xi64>} : () -> tensor<2xi64>
  %qb = onnx.Reshape(%b, %qbd) : (tensor<32xf32>, tensor<2xi64>) -> tensor<32x1xf32>
  %q = onnx.Add(%qp, %qb) : (tensor<2x32x210xf32>, tensor<32x1xf32>) -> tensor<2x32x210xf32>
  %rd = onnx.Constant() {value = dense<[2, 32, 210]> : tensor<3xi64>} : () -> tensor<3xi64>
  %ra = onnx.Reshape(%a, %rd) : (tensor<2x32x15x14xf32>, tensor<3xi64>) -> tensor<2x32x210xf32>
  %z = onnx.Add(%q, %ra) : (tensor<2x32x210xf32>, tensor<2x32x210xf32>) -> tensor<2x32x210xf32>
  %nd = onnx.Constant() {value = dense<[2, 32, 210]> : tensor<3xi64>} : () -> tensor<3xi64>
  %flat = onnx.Reshape(%y, %nd) : (tensor<2x32x15x14xf32>, tensor<3xi64>) -> tensor<2x32x210xf32>
  %d = onnx.Sub(%flat, %z) : (tensor<2x32x210xf32>, tensor<2x32x210xf32>) -> tensor<2x32x210xf32>
  %abs = onnx.Abs(%d) : (tensor<2x32x210xf32>) -> tensor<2x32x210xf32>
  %e = onnx.ReduceMax(%abs, %none) {keepdims = 0 : si64} : (tensor<2x32x210xf32>, none) -> tensor<f32>
  %bound = onnx.Constant() {value = dense<1.0e-04> : tensor<f32>} : () -> tensor<f32>
  %near = onnx.LessOrEqual(%e, %bound) : (tensor<f32>, tensor<f32>) -> tensor<i1>
  %most = onnx.ReduceMax(%z, %none) {keepdims = 0 : si64} : (tensor<2x32x210xf32>, none) -> tensor<f32>
  %some = onnx.Less(%one, %most) : (tensor<f32>, tensor<f32>) -> tensor<i1>
  return %near, %some : tensor<i1>, tensor<i1>
}
