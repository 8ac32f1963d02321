// SPDX-License-Identifier: Apache-2.0
// LSTM beyond what ONNX's cases have: sums of states weighted with cosines, as computed in double precision by a loop
// over the definition.

// Both directions, rows of different lengths, peepholes, units that fill no whole vector.
func.func @lengths(%s: tensor<f32>) -> (tensor<6x2x5xf32>, tensor<2x5xf32>, tensor<2x5xf32>) attributes {
    inputs = [dense<0.0> : tensor<f32>], outputs = [dense<[[[1.604697, -0.01936922, -0.9693465, 0.4705576, 1.619545], [0.2981376, 0.1915298, 0.5806287, 1.345722, 0.349255]], [[0.9901218, 0.336301, -0.06747522, 0.0, 1.252813], [0.06771297, -0.7350794, 0.7019797, 0.0, 0.3872849]], [[0.8671754, 0.0, 0.2433525, 0.0, 0.8790577], [0.048854, 0.0, 0.763469, 0.0, 0.2708424]], [[0.6936093, 0.0, 0.1120642, 0.0, 0.6014395], [0.02781809, 0.0, 0.6545664, 0.0, 0.3295888]], [[0.5555938, 0.0, 0.0, 0.0, 0.7203486], [-0.09012227, 0.0, 0.0, 0.0, 0.3191503]], [[0.4758423, 0.0, 0.0, 0.0, 0.6437251], [-0.2636789, 0.0, 0.0, 0.0, -0.08759663]]]> : tensor<6x2x5xf32>,
        dense<[[0.4758423, 0.336301, 0.1120642, 0.4705576, 0.6437251], [0.2981376, 0.1915298, 0.5806287, 1.345722, 0.349255]]> : tensor<2x5xf32>,
        dense<[[0.754294, 0.6109891, 0.1276601, 0.9012139, 1.343617], [0.792286, -0.436723, 1.466089, 2.72209, 1.365644]]> : tensor<2x5xf32>]} {
  %none = "onnx.None"() : () -> none
  %zero = onnx.Constant() {value = dense<0.0> : tensor<f32>} : () -> tensor<f32>
  %one = onnx.Constant() {value = dense<1.0> : tensor<f32>} : () -> tensor<f32>
  %xn = onnx.Constant() {value = dense<90.0> : tensor<f32>} : () -> tensor<f32>
  %xf = onnx.Constant() {value = dense<0.37> : tensor<f32>} : () -> tensor<f32>
  %xs = onnx.Constant() {value = dense<1.0> : tensor<f32>} : () -> tensor<f32>
  %xr = onnx.Range(%zero, %xn, %one) : (tensor<f32>, tensor<f32>, tensor<f32>) -> !onnx.unknown
  %xa = onnx.Mul(%xr, %xf) : (!onnx.unknown, tensor<f32>) -> !onnx.unknown
  %xw = onnx.Sin(%xa) : (!onnx.unknown) -> !onnx.unknown
  %xm = onnx.Mul(%xw, %xs) : (!onnx.unknown, tensor<f32>) -> !onnx.unknown
  %xv = onnx.Add(%xm, %s) : (!onnx.unknown, tensor<f32>) -> !onnx.unknown
  %xd = onnx.Constant() {value = dense<[6, 5, 3]> : tensor<3xi64>} : () -> tensor<3xi64>
  %x = onnx.Reshape(%xv, %xd) : (!onnx.unknown, tensor<3xi64>) -> !onnx.unknown
  %wn = onnx.Constant() {value = dense<432.0> : tensor<f32>} : () -> tensor<f32>
  %wf = onnx.Constant() {value = dense<0.7> : tensor<f32>} : () -> tensor<f32>
  %ws = onnx.Constant() {value = dense<0.6> : tensor<f32>} : () -> tensor<f32>
  %wr = onnx.Range(%zero, %wn, %one) : (tensor<f32>, tensor<f32>, tensor<f32>) -> !onnx.unknown
  %wa = onnx.Mul(%wr, %wf) : (!onnx.unknown, tensor<f32>) -> !onnx.unknown
  %ww = onnx.Sin(%wa) : (!onnx.unknown) -> !onnx.unknown
  %wm = onnx.Mul(%ww, %ws) : (!onnx.unknown, tensor<f32>) -> !onnx.unknown
  %wd = onnx.Constant() {value = dense<[2, 72, 3]> : tensor<3xi64>} : () -> tensor<3xi64>
  %w = onnx.Reshape(%wm, %wd) : (!onnx.unknown, tensor<3xi64>) -> !onnx.unknown
  %rn = onnx.Constant() {value = dense<2592.0> : tensor<f32>} : () -> tensor<f32>
  %rf = onnx.Constant() {value = dense<0.9> : tensor<f32>} : () -> tensor<f32>
  %rs = onnx.Constant() {value = dense<0.35> : tensor<f32>} : () -> tensor<f32>
  %rr = onnx.Range(%zero, %rn, %one) : (tensor<f32>, tensor<f32>, tensor<f32>) -> !onnx.unknown
  %ra = onnx.Mul(%rr, %rf) : (!onnx.unknown, tensor<f32>) -> !onnx.unknown
  %rw = onnx.Sin(%ra) : (!onnx.unknown) -> !onnx.unknown
  %rm = onnx.Mul(%rw, %rs) : (!onnx.unknown, tensor<f32>) -> !onnx.unknown
  %rd = onnx.Constant() {value = dense<[2, 72, 18]> : tensor<3xi64>} : () -> tensor<3xi64>
  %r = onnx.Reshape(%rm, %rd) : (!onnx.unknown, tensor<3xi64>) -> !onnx.unknown
  %bn = onnx.Constant() {value = dense<288.0> : tensor<f32>} : () -> tensor<f32>
  %bf = onnx.Constant() {value = dense<1.3> : tensor<f32>} : () -> tensor<f32>
  %bs = onnx.Constant() {value = dense<0.3> : tensor<f32>} : () -> tensor<f32>
  %br = onnx.Range(%zero, %bn, %one) : (tensor<f32>, tensor<f32>, tensor<f32>) -> !onnx.unknown
  %ba = onnx.Mul(%br, %bf) : (!onnx.unknown, tensor<f32>) -> !onnx.unknown
  %bw = onnx.Sin(%ba) : (!onnx.unknown) -> !onnx.unknown
  %bm = onnx.Mul(%bw, %bs) : (!onnx.unknown, tensor<f32>) -> !onnx.unknown
  %bd = onnx.Constant() {value = dense<[2, 144]> : tensor<2xi64>} : () -> tensor<2xi64>
  %b = onnx.Reshape(%bm, %bd) : (!onnx.unknown, tensor<2xi64>) -> !onnx.unknown
  %hin = onnx.Constant() {value = dense<180.0> : tensor<f32>} : () -> tensor<f32>
  %hif = onnx.Constant() {value = dense<0.53> : tensor<f32>} : () -> tensor<f32>
  %his = onnx.Constant() {value = dense<0.8> : tensor<f32>} : () -> tensor<f32>
  %hir = onnx.Range(%zero, %hin, %one) : (tensor<f32>, tensor<f32>, tensor<f32>) -> !onnx.unknown
  %hia = onnx.Mul(%hir, %hif) : (!onnx.unknown, tensor<f32>) -> !onnx.unknown
  %hiw = onnx.Sin(%hia) : (!onnx.unknown) -> !onnx.unknown
  %him = onnx.Mul(%hiw, %his) : (!onnx.unknown, tensor<f32>) -> !onnx.unknown
  %hid = onnx.Constant() {value = dense<[2, 5, 18]> : tensor<3xi64>} : () -> tensor<3xi64>
  %hi = onnx.Reshape(%him, %hid) : (!onnx.unknown, tensor<3xi64>) -> !onnx.unknown
  %cin = onnx.Constant() {value = dense<180.0> : tensor<f32>} : () -> tensor<f32>
  %cif = onnx.Constant() {value = dense<0.61> : tensor<f32>} : () -> tensor<f32>
  %cis = onnx.Constant() {value = dense<0.9> : tensor<f32>} : () -> tensor<f32>
  %cir = onnx.Range(%zero, %cin, %one) : (tensor<f32>, tensor<f32>, tensor<f32>) -> !onnx.unknown
  %cia = onnx.Mul(%cir, %cif) : (!onnx.unknown, tensor<f32>) -> !onnx.unknown
  %ciw = onnx.Sin(%cia) : (!onnx.unknown) -> !onnx.unknown
  %cim = onnx.Mul(%ciw, %cis) : (!onnx.unknown, tensor<f32>) -> !onnx.unknown
  %cid = onnx.Constant() {value = dense<[2, 5, 18]> : tensor<3xi64>} : () -> tensor<3xi64>
  %ci = onnx.Reshape(%cim, %cid) : (!onnx.unknown, tensor<3xi64>) -> !onnx.unknown
  %pn = onnx.Constant() {value = dense<108.0> : tensor<f32>} : () -> tensor<f32>
  %pf = onnx.Constant() {value = dense<1.7> : tensor<f32>} : () -> tensor<f32>
  %ps = onnx.Constant() {value = dense<0.4> : tensor<f32>} : () -> tensor<f32>
  %pr = onnx.Range(%zero, %pn, %one) : (tensor<f32>, tensor<f32>, tensor<f32>) -> !onnx.unknown
  %pa = onnx.Mul(%pr, %pf) : (!onnx.unknown, tensor<f32>) -> !onnx.unknown
  %pw = onnx.Sin(%pa) : (!onnx.unknown) -> !onnx.unknown
  %pm = onnx.Mul(%pw, %ps) : (!onnx.unknown, tensor<f32>) -> !onnx.unknown
  %pd = onnx.Constant() {value = dense<[2, 54]> : tensor<2xi64>} : () -> tensor<2xi64>
  %p = onnx.Reshape(%pm, %pd) : (!onnx.unknown, tensor<2xi64>) -> !onnx.unknown
  %l = onnx.Constant() {value = dense<[6, 2, 4, 1, 6]> : tensor<5xi32>} : () -> tensor<5xi32>
  %kn = onnx.Constant() {value = dense<18.0> : tensor<f32>} : () -> tensor<f32>
  %kf = onnx.Constant() {value = dense<0.45> : tensor<f32>} : () -> tensor<f32>
  %ks = onnx.Constant() {value = dense<1.0> : tensor<f32>} : () -> tensor<f32>
  %kr = onnx.Range(%zero, %kn, %one) : (tensor<f32>, tensor<f32>, tensor<f32>) -> !onnx.unknown
  %ka = onnx.Mul(%kr, %kf) : (!onnx.unknown, tensor<f32>) -> !onnx.unknown
  %kw = onnx.Cos(%ka) : (!onnx.unknown) -> !onnx.unknown
  %km = onnx.Mul(%kw, %ks) : (!onnx.unknown, tensor<f32>) -> !onnx.unknown
  %kd = onnx.Constant() {value = dense<[18]> : tensor<1xi64>} : () -> tensor<1xi64>
  %k = onnx.Reshape(%km, %kd) : (!onnx.unknown, tensor<1xi64>) -> !onnx.unknown
  %0, %1, %2 = "onnx.LSTM"(%x, %w, %r, %b, %l, %hi, %ci, %p) {hidden_size = 18 : si64, direction = "bidirectional"} : (!onnx.unknown, !onnx.unknown, !onnx.unknown, !onnx.unknown, tensor<5xi32>, !onnx.unknown, !onnx.unknown, !onnx.unknown) -> (!onnx.unknown, !onnx.unknown, !onnx.unknown)
  %yy = onnx.MatMul(%0, %k) : (!onnx.unknown, !onnx.unknown) -> tensor<6x2x5xf32>
  %hy = onnx.MatMul(%1, %k) : (!onnx.unknown, !onnx.unknown) -> tensor<2x5xf32>
  %cy = onnx.MatMul(%2, %k) : (!onnx.unknown, !onnx.unknown) -> tensor<2x5xf32>
  return %yy, %hy, %cy : tensor<6x2x5xf32>, tensor<2x5xf32>, tensor<2x5xf32>
}

// Forget gates that are one less the input gates, batch first, the last step first.
func.func @coupled(%s: tensor<f32>) -> (tensor<2x4x1xf32>, tensor<2x1xf32>, tensor<2x1xf32>) attributes {
    inputs = [dense<0.0> : tensor<f32>], outputs = [dense<[[[0.1136624], [0.2346981], [0.3740173], [0.5400021]], [[-0.2684305], [-0.290033], [-0.4689086], [-0.6350578]]]> : tensor<2x4x1xf32>,
        dense<[[0.1136624], [-0.2684305]]> : tensor<2x1xf32>,
        dense<[[0.2422324], [-0.504463]]> : tensor<2x1xf32>]} {
  %none = "onnx.None"() : () -> none
  %zero = onnx.Constant() {value = dense<0.0> : tensor<f32>} : () -> tensor<f32>
  %one = onnx.Constant() {value = dense<1.0> : tensor<f32>} : () -> tensor<f32>
  %xn = onnx.Constant() {value = dense<24.0> : tensor<f32>} : () -> tensor<f32>
  %xf = onnx.Constant() {value = dense<0.37> : tensor<f32>} : () -> tensor<f32>
  %xs = onnx.Constant() {value = dense<1.0> : tensor<f32>} : () -> tensor<f32>
  %xr = onnx.Range(%zero, %xn, %one) : (tensor<f32>, tensor<f32>, tensor<f32>) -> !onnx.unknown
  %xa = onnx.Mul(%xr, %xf) : (!onnx.unknown, tensor<f32>) -> !onnx.unknown
  %xw = onnx.Sin(%xa) : (!onnx.unknown) -> !onnx.unknown
  %xm = onnx.Mul(%xw, %xs) : (!onnx.unknown, tensor<f32>) -> !onnx.unknown
  %xv = onnx.Add(%xm, %s) : (!onnx.unknown, tensor<f32>) -> !onnx.unknown
  %xd = onnx.Constant() {value = dense<[2, 4, 3]> : tensor<3xi64>} : () -> tensor<3xi64>
  %x = onnx.Reshape(%xv, %xd) : (!onnx.unknown, tensor<3xi64>) -> !onnx.unknown
  %wn = onnx.Constant() {value = dense<96.0> : tensor<f32>} : () -> tensor<f32>
  %wf = onnx.Constant() {value = dense<0.7> : tensor<f32>} : () -> tensor<f32>
  %ws = onnx.Constant() {value = dense<0.6> : tensor<f32>} : () -> tensor<f32>
  %wr = onnx.Range(%zero, %wn, %one) : (tensor<f32>, tensor<f32>, tensor<f32>) -> !onnx.unknown
  %wa = onnx.Mul(%wr, %wf) : (!onnx.unknown, tensor<f32>) -> !onnx.unknown
  %ww = onnx.Sin(%wa) : (!onnx.unknown) -> !onnx.unknown
  %wm = onnx.Mul(%ww, %ws) : (!onnx.unknown, tensor<f32>) -> !onnx.unknown
  %wd = onnx.Constant() {value = dense<[1, 32, 3]> : tensor<3xi64>} : () -> tensor<3xi64>
  %w = onnx.Reshape(%wm, %wd) : (!onnx.unknown, tensor<3xi64>) -> !onnx.unknown
  %rn = onnx.Constant() {value = dense<256.0> : tensor<f32>} : () -> tensor<f32>
  %rf = onnx.Constant() {value = dense<0.9> : tensor<f32>} : () -> tensor<f32>
  %rs = onnx.Constant() {value = dense<0.35> : tensor<f32>} : () -> tensor<f32>
  %rr = onnx.Range(%zero, %rn, %one) : (tensor<f32>, tensor<f32>, tensor<f32>) -> !onnx.unknown
  %ra = onnx.Mul(%rr, %rf) : (!onnx.unknown, tensor<f32>) -> !onnx.unknown
  %rw = onnx.Sin(%ra) : (!onnx.unknown) -> !onnx.unknown
  %rm = onnx.Mul(%rw, %rs) : (!onnx.unknown, tensor<f32>) -> !onnx.unknown
  %rd = onnx.Constant() {value = dense<[1, 32, 8]> : tensor<3xi64>} : () -> tensor<3xi64>
  %r = onnx.Reshape(%rm, %rd) : (!onnx.unknown, tensor<3xi64>) -> !onnx.unknown
  %bn = onnx.Constant() {value = dense<64.0> : tensor<f32>} : () -> tensor<f32>
  %bf = onnx.Constant() {value = dense<1.3> : tensor<f32>} : () -> tensor<f32>
  %bs = onnx.Constant() {value = dense<0.3> : tensor<f32>} : () -> tensor<f32>
  %br = onnx.Range(%zero, %bn, %one) : (tensor<f32>, tensor<f32>, tensor<f32>) -> !onnx.unknown
  %ba = onnx.Mul(%br, %bf) : (!onnx.unknown, tensor<f32>) -> !onnx.unknown
  %bw = onnx.Sin(%ba) : (!onnx.unknown) -> !onnx.unknown
  %bm = onnx.Mul(%bw, %bs) : (!onnx.unknown, tensor<f32>) -> !onnx.unknown
  %bd = onnx.Constant() {value = dense<[1, 64]> : tensor<2xi64>} : () -> tensor<2xi64>
  %b = onnx.Reshape(%bm, %bd) : (!onnx.unknown, tensor<2xi64>) -> !onnx.unknown
  %hin = onnx.Constant() {value = dense<16.0> : tensor<f32>} : () -> tensor<f32>
  %hif = onnx.Constant() {value = dense<0.53> : tensor<f32>} : () -> tensor<f32>
  %his = onnx.Constant() {value = dense<0.8> : tensor<f32>} : () -> tensor<f32>
  %hir = onnx.Range(%zero, %hin, %one) : (tensor<f32>, tensor<f32>, tensor<f32>) -> !onnx.unknown
  %hia = onnx.Mul(%hir, %hif) : (!onnx.unknown, tensor<f32>) -> !onnx.unknown
  %hiw = onnx.Sin(%hia) : (!onnx.unknown) -> !onnx.unknown
  %him = onnx.Mul(%hiw, %his) : (!onnx.unknown, tensor<f32>) -> !onnx.unknown
  %hid = onnx.Constant() {value = dense<[2, 1, 8]> : tensor<3xi64>} : () -> tensor<3xi64>
  %hi = onnx.Reshape(%him, %hid) : (!onnx.unknown, tensor<3xi64>) -> !onnx.unknown
  %cin = onnx.Constant() {value = dense<16.0> : tensor<f32>} : () -> tensor<f32>
  %cif = onnx.Constant() {value = dense<0.61> : tensor<f32>} : () -> tensor<f32>
  %cis = onnx.Constant() {value = dense<0.9> : tensor<f32>} : () -> tensor<f32>
  %cir = onnx.Range(%zero, %cin, %one) : (tensor<f32>, tensor<f32>, tensor<f32>) -> !onnx.unknown
  %cia = onnx.Mul(%cir, %cif) : (!onnx.unknown, tensor<f32>) -> !onnx.unknown
  %ciw = onnx.Sin(%cia) : (!onnx.unknown) -> !onnx.unknown
  %cim = onnx.Mul(%ciw, %cis) : (!onnx.unknown, tensor<f32>) -> !onnx.unknown
  %cid = onnx.Constant() {value = dense<[2, 1, 8]> : tensor<3xi64>} : () -> tensor<3xi64>
  %ci = onnx.Reshape(%cim, %cid) : (!onnx.unknown, tensor<3xi64>) -> !onnx.unknown
  %kn = onnx.Constant() {value = dense<8.0> : tensor<f32>} : () -> tensor<f32>
  %kf = onnx.Constant() {value = dense<0.45> : tensor<f32>} : () -> tensor<f32>
  %ks = onnx.Constant() {value = dense<1.0> : tensor<f32>} : () -> tensor<f32>
  %kr = onnx.Range(%zero, %kn, %one) : (tensor<f32>, tensor<f32>, tensor<f32>) -> !onnx.unknown
  %ka = onnx.Mul(%kr, %kf) : (!onnx.unknown, tensor<f32>) -> !onnx.unknown
  %kw = onnx.Cos(%ka) : (!onnx.unknown) -> !onnx.unknown
  %km = onnx.Mul(%kw, %ks) : (!onnx.unknown, tensor<f32>) -> !onnx.unknown
  %kd = onnx.Constant() {value = dense<[8]> : tensor<1xi64>} : () -> tensor<1xi64>
  %k = onnx.Reshape(%km, %kd) : (!onnx.unknown, tensor<1xi64>) -> !onnx.unknown
  %0, %1, %2 = "onnx.LSTM"(%x, %w, %r, %b, %none, %hi, %ci, %none) {hidden_size = 8 : si64, direction = "reverse", input_forget = 1 : si64, layout = 1 : si64} : (!onnx.unknown, !onnx.unknown, !onnx.unknown, !onnx.unknown, none, !onnx.unknown, !onnx.unknown, none) -> (!onnx.unknown, !onnx.unknown, !onnx.unknown)
  %yy = onnx.MatMul(%0, %k) : (!onnx.unknown, !onnx.unknown) -> tensor<2x4x1xf32>
  %hy = onnx.MatMul(%1, %k) : (!onnx.unknown, !onnx.unknown) -> tensor<2x1xf32>
  %cy = onnx.MatMul(%2, %k) : (!onnx.unknown, !onnx.unknown) -> tensor<2x1xf32>
  return %yy, %hy, %cy : tensor<2x4x1xf32>, tensor<2x1xf32>, tensor<2x1xf32>
}

// Half precision is computed in single.
func.func @halves(%s: tensor<f32>) -> (tensor<3x1x2xf16>, tensor<1x2xf16>, tensor<1x2xf16>) attributes {
    inputs = [dense<0.0> : tensor<f32>], outputs = [dense<[[[0.1805367, 0.0935456]], [[0.2312491, 0.2575038]], [[0.3186467, 0.1815455]]]> : tensor<3x1x2xf16>,
        dense<[[0.3186467, 0.1815455]]> : tensor<1x2xf16>,
        dense<[[0.5216838, 0.4166886]]> : tensor<1x2xf16>]} {
  %none = "onnx.None"() : () -> none
  %zero = onnx.Constant() {value = dense<0.0> : tensor<f32>} : () -> tensor<f32>
  %one = onnx.Constant() {value = dense<1.0> : tensor<f32>} : () -> tensor<f32>
  %xn = onnx.Constant() {value = dense<12.0> : tensor<f32>} : () -> tensor<f32>
  %xf = onnx.Constant() {value = dense<0.37> : tensor<f32>} : () -> tensor<f32>
  %xs = onnx.Constant() {value = dense<1.0> : tensor<f32>} : () -> tensor<f32>
  %xr = onnx.Range(%zero, %xn, %one) : (tensor<f32>, tensor<f32>, tensor<f32>) -> !onnx.unknown
  %xa = onnx.Mul(%xr, %xf) : (!onnx.unknown, tensor<f32>) -> !onnx.unknown
  %xw = onnx.Sin(%xa) : (!onnx.unknown) -> !onnx.unknown
  %xm = onnx.Mul(%xw, %xs) : (!onnx.unknown, tensor<f32>) -> !onnx.unknown
  %xv = onnx.Add(%xm, %s) : (!onnx.unknown, tensor<f32>) -> !onnx.unknown
  %xd = onnx.Constant() {value = dense<[3, 2, 2]> : tensor<3xi64>} : () -> tensor<3xi64>
  %x = onnx.Reshape(%xv, %xd) : (!onnx.unknown, tensor<3xi64>) -> !onnx.unknown
  %wn = onnx.Constant() {value = dense<40.0> : tensor<f32>} : () -> tensor<f32>
  %wf = onnx.Constant() {value = dense<0.7> : tensor<f32>} : () -> tensor<f32>
  %ws = onnx.Constant() {value = dense<0.6> : tensor<f32>} : () -> tensor<f32>
  %wr = onnx.Range(%zero, %wn, %one) : (tensor<f32>, tensor<f32>, tensor<f32>) -> !onnx.unknown
  %wa = onnx.Mul(%wr, %wf) : (!onnx.unknown, tensor<f32>) -> !onnx.unknown
  %ww = onnx.Sin(%wa) : (!onnx.unknown) -> !onnx.unknown
  %wm = onnx.Mul(%ww, %ws) : (!onnx.unknown, tensor<f32>) -> !onnx.unknown
  %wd = onnx.Constant() {value = dense<[1, 20, 2]> : tensor<3xi64>} : () -> tensor<3xi64>
  %w = onnx.Reshape(%wm, %wd) : (!onnx.unknown, tensor<3xi64>) -> !onnx.unknown
  %rn = onnx.Constant() {value = dense<100.0> : tensor<f32>} : () -> tensor<f32>
  %rf = onnx.Constant() {value = dense<0.9> : tensor<f32>} : () -> tensor<f32>
  %rs = onnx.Constant() {value = dense<0.35> : tensor<f32>} : () -> tensor<f32>
  %rr = onnx.Range(%zero, %rn, %one) : (tensor<f32>, tensor<f32>, tensor<f32>) -> !onnx.unknown
  %ra = onnx.Mul(%rr, %rf) : (!onnx.unknown, tensor<f32>) -> !onnx.unknown
  %rw = onnx.Sin(%ra) : (!onnx.unknown) -> !onnx.unknown
  %rm = onnx.Mul(%rw, %rs) : (!onnx.unknown, tensor<f32>) -> !onnx.unknown
  %rd = onnx.Constant() {value = dense<[1, 20, 5]> : tensor<3xi64>} : () -> tensor<3xi64>
  %r = onnx.Reshape(%rm, %rd) : (!onnx.unknown, tensor<3xi64>) -> !onnx.unknown
  %bn = onnx.Constant() {value = dense<40.0> : tensor<f32>} : () -> tensor<f32>
  %bf = onnx.Constant() {value = dense<1.3> : tensor<f32>} : () -> tensor<f32>
  %bs = onnx.Constant() {value = dense<0.3> : tensor<f32>} : () -> tensor<f32>
  %br = onnx.Range(%zero, %bn, %one) : (tensor<f32>, tensor<f32>, tensor<f32>) -> !onnx.unknown
  %ba = onnx.Mul(%br, %bf) : (!onnx.unknown, tensor<f32>) -> !onnx.unknown
  %bw = onnx.Sin(%ba) : (!onnx.unknown) -> !onnx.unknown
  %bm = onnx.Mul(%bw, %bs) : (!onnx.unknown, tensor<f32>) -> !onnx.unknown
  %bd = onnx.Constant() {value = dense<[1, 40]> : tensor<2xi64>} : () -> tensor<2xi64>
  %b = onnx.Reshape(%bm, %bd) : (!onnx.unknown, tensor<2xi64>) -> !onnx.unknown
  %kn = onnx.Constant() {value = dense<5.0> : tensor<f32>} : () -> tensor<f32>
  %kf = onnx.Constant() {value = dense<0.45> : tensor<f32>} : () -> tensor<f32>
  %ks = onnx.Constant() {value = dense<1.0> : tensor<f32>} : () -> tensor<f32>
  %kr = onnx.Range(%zero, %kn, %one) : (tensor<f32>, tensor<f32>, tensor<f32>) -> !onnx.unknown
  %ka = onnx.Mul(%kr, %kf) : (!onnx.unknown, tensor<f32>) -> !onnx.unknown
  %kw = onnx.Cos(%ka) : (!onnx.unknown) -> !onnx.unknown
  %km = onnx.Mul(%kw, %ks) : (!onnx.unknown, tensor<f32>) -> !onnx.unknown
  %kd = onnx.Constant() {value = dense<[5]> : tensor<1xi64>} : () -> tensor<1xi64>
  %k = onnx.Reshape(%km, %kd) : (!onnx.unknown, tensor<1xi64>) -> !onnx.unknown
  %x16 = onnx.Cast(%x) {to = 10 : si64} : (!onnx.unknown) -> !onnx.unknown
  %w16 = onnx.Cast(%w) {to = 10 : si64} : (!onnx.unknown) -> !onnx.unknown
  %r16 = onnx.Cast(%r) {to = 10 : si64} : (!onnx.unknown) -> !onnx.unknown
  %b16 = onnx.Cast(%b) {to = 10 : si64} : (!onnx.unknown) -> !onnx.unknown
  %0, %1, %2 = "onnx.LSTM"(%x16, %w16, %r16, %b16, %none, %none, %none, %none) {hidden_size = 5 : si64} : (!onnx.unknown, !onnx.unknown, !onnx.unknown, !onnx.unknown, none, none, none, none) -> (!onnx.unknown, !onnx.unknown, !onnx.unknown)
  %yq = onnx.Cast(%0) {to = 1 : si64} : (!onnx.unknown) -> !onnx.unknown
  %yp = onnx.MatMul(%yq, %k) : (!onnx.unknown, !onnx.unknown) -> !onnx.unknown
  %yy = onnx.Cast(%yp) {to = 10 : si64} : (!onnx.unknown) -> tensor<3x1x2xf16>
  %hq = onnx.Cast(%1) {to = 1 : si64} : (!onnx.unknown) -> !onnx.unknown
  %hp = onnx.MatMul(%hq, %k) : (!onnx.unknown, !onnx.unknown) -> !onnx.unknown
  %hy = onnx.Cast(%hp) {to = 10 : si64} : (!onnx.unknown) -> tensor<1x2xf16>
  %cq = onnx.Cast(%2) {to = 1 : si64} : (!onnx.unknown) -> !onnx.unknown
  %cp = onnx.MatMul(%cq, %k) : (!onnx.unknown, !onnx.unknown) -> !onnx.unknown
  %cy = onnx.Cast(%cp) {to = 10 : si64} : (!onnx.unknown) -> tensor<1x2xf16>
  return %yy, %hy, %cy : tensor<3x1x2xf16>, tensor<1x2xf16>, tensor<1x2xf16>
}

// One row, gates clipped before their activations.
func.func @clipped(%s: tensor<f32>) -> (tensor<7x1x1xf32>, tensor<1x1xf32>, tensor<1x1xf32>) attributes {
    inputs = [dense<0.0> : tensor<f32>], outputs = [dense<[[[0.02258854]], [[0.05181367]], [[0.08420021]], [[0.09286674]], [[0.01955364]], [[0.01837079]], [[-0.0005847051]]]> : tensor<7x1x1xf32>,
        dense<[[-0.0005847051]]> : tensor<1x1xf32>,
        dense<[[-0.008582543]]> : tensor<1x1xf32>]} {
  %none = "onnx.None"() : () -> none
  %zero = onnx.Constant() {value = dense<0.0> : tensor<f32>} : () -> tensor<f32>
  %one = onnx.Constant() {value = dense<1.0> : tensor<f32>} : () -> tensor<f32>
  %xn = onnx.Constant() {value = dense<14.0> : tensor<f32>} : () -> tensor<f32>
  %xf = onnx.Constant() {value = dense<0.37> : tensor<f32>} : () -> tensor<f32>
  %xs = onnx.Constant() {value = dense<1.0> : tensor<f32>} : () -> tensor<f32>
  %xr = onnx.Range(%zero, %xn, %one) : (tensor<f32>, tensor<f32>, tensor<f32>) -> !onnx.unknown
  %xa = onnx.Mul(%xr, %xf) : (!onnx.unknown, tensor<f32>) -> !onnx.unknown
  %xw = onnx.Sin(%xa) : (!onnx.unknown) -> !onnx.unknown
  %xm = onnx.Mul(%xw, %xs) : (!onnx.unknown, tensor<f32>) -> !onnx.unknown
  %xv = onnx.Add(%xm, %s) : (!onnx.unknown, tensor<f32>) -> !onnx.unknown
  %xd = onnx.Constant() {value = dense<[7, 1, 2]> : tensor<3xi64>} : () -> tensor<3xi64>
  %x = onnx.Reshape(%xv, %xd) : (!onnx.unknown, tensor<3xi64>) -> !onnx.unknown
  %wn = onnx.Constant() {value = dense<264.0> : tensor<f32>} : () -> tensor<f32>
  %wf = onnx.Constant() {value = dense<0.7> : tensor<f32>} : () -> tensor<f32>
  %ws = onnx.Constant() {value = dense<0.6> : tensor<f32>} : () -> tensor<f32>
  %wr = onnx.Range(%zero, %wn, %one) : (tensor<f32>, tensor<f32>, tensor<f32>) -> !onnx.unknown
  %wa = onnx.Mul(%wr, %wf) : (!onnx.unknown, tensor<f32>) -> !onnx.unknown
  %ww = onnx.Sin(%wa) : (!onnx.unknown) -> !onnx.unknown
  %wm = onnx.Mul(%ww, %ws) : (!onnx.unknown, tensor<f32>) -> !onnx.unknown
  %wd = onnx.Constant() {value = dense<[1, 132, 2]> : tensor<3xi64>} : () -> tensor<3xi64>
  %w = onnx.Reshape(%wm, %wd) : (!onnx.unknown, tensor<3xi64>) -> !onnx.unknown
  %rn = onnx.Constant() {value = dense<4356.0> : tensor<f32>} : () -> tensor<f32>
  %rf = onnx.Constant() {value = dense<0.9> : tensor<f32>} : () -> tensor<f32>
  %rs = onnx.Constant() {value = dense<0.35> : tensor<f32>} : () -> tensor<f32>
  %rr = onnx.Range(%zero, %rn, %one) : (tensor<f32>, tensor<f32>, tensor<f32>) -> !onnx.unknown
  %ra = onnx.Mul(%rr, %rf) : (!onnx.unknown, tensor<f32>) -> !onnx.unknown
  %rw = onnx.Sin(%ra) : (!onnx.unknown) -> !onnx.unknown
  %rm = onnx.Mul(%rw, %rs) : (!onnx.unknown, tensor<f32>) -> !onnx.unknown
  %rd = onnx.Constant() {value = dense<[1, 132, 33]> : tensor<3xi64>} : () -> tensor<3xi64>
  %r = onnx.Reshape(%rm, %rd) : (!onnx.unknown, tensor<3xi64>) -> !onnx.unknown
  %kn = onnx.Constant() {value = dense<33.0> : tensor<f32>} : () -> tensor<f32>
  %kf = onnx.Constant() {value = dense<0.45> : tensor<f32>} : () -> tensor<f32>
  %ks = onnx.Constant() {value = dense<1.0> : tensor<f32>} : () -> tensor<f32>
  %kr = onnx.Range(%zero, %kn, %one) : (tensor<f32>, tensor<f32>, tensor<f32>) -> !onnx.unknown
  %ka = onnx.Mul(%kr, %kf) : (!onnx.unknown, tensor<f32>) -> !onnx.unknown
  %kw = onnx.Cos(%ka) : (!onnx.unknown) -> !onnx.unknown
  %km = onnx.Mul(%kw, %ks) : (!onnx.unknown, tensor<f32>) -> !onnx.unknown
  %kd = onnx.Constant() {value = dense<[33]> : tensor<1xi64>} : () -> tensor<1xi64>
  %k = onnx.Reshape(%km, %kd) : (!onnx.unknown, tensor<1xi64>) -> !onnx.unknown
  %0, %1, %2 = "onnx.LSTM"(%x, %w, %r, %none, %none, %none, %none, %none) {hidden_size = 33 : si64, clip = 0.25 : f32} : (!onnx.unknown, !onnx.unknown, !onnx.unknown, none, none, none, none, none) -> (!onnx.unknown, !onnx.unknown, !onnx.unknown)
  %yy = onnx.MatMul(%0, %k) : (!onnx.unknown, !onnx.unknown) -> tensor<7x1x1xf32>
  %hy = onnx.MatMul(%1, %k) : (!onnx.unknown, !onnx.unknown) -> tensor<1x1xf32>
  %cy = onnx.MatMul(%2, %k) : (!onnx.unknown, !onnx.unknown) -> tensor<1x1xf32>
  return %yy, %hy, %cy : tensor<7x1x1xf32>, tensor<1x1xf32>, tensor<1x1xf32>
}
