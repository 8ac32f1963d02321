// SPDX-License-Identifier: Apache-2.0
// GRU beyond what ONNX's cases have: sums of states weighted with cosines, as computed in double precision by a loop
// over the definition.

// The reset meets the state before the product: two stages.
func.func @reset_first(%s: tensor<f32>) -> (tensor<5x1x1xf32>, tensor<1x1xf32>) attributes {
    inputs = [dense<0.0> : tensor<f32>], outputs = [dense<[[[0.1464428]], [[-0.03689241]], [[0.4602361]], [[1.416283]], [[2.747468]]]> : tensor<5x1x1xf32>,
        dense<[[0.1464428]]> : tensor<1x1xf32>]} {
  %none = "onnx.None"() : () -> none
  %zero = onnx.Constant() {value = dense<0.0> : tensor<f32>} : () -> tensor<f32>
  %one = onnx.Constant() {value = dense<1.0> : tensor<f32>} : () -> tensor<f32>
  %xn = onnx.Constant() {value = dense<20.0> : tensor<f32>} : () -> tensor<f32>
  %xf = onnx.Constant() {value = dense<0.37> : tensor<f32>} : () -> tensor<f32>
  %xs = onnx.Constant() {value = dense<1.0> : tensor<f32>} : () -> tensor<f32>
  %xr = onnx.Range(%zero, %xn, %one) : (tensor<f32>, tensor<f32>, tensor<f32>) -> !onnx.unknown
  %xa = onnx.Mul(%xr, %xf) : (!onnx.unknown, tensor<f32>) -> !onnx.unknown
  %xw = onnx.Sin(%xa) : (!onnx.unknown) -> !onnx.unknown
  %xm = onnx.Mul(%xw, %xs) : (!onnx.unknown, tensor<f32>) -> !onnx.unknown
  %xv = onnx.Add(%xm, %s) : (!onnx.unknown, tensor<f32>) -> !onnx.unknown
  %xd = onnx.Constant() {value = dense<[5, 1, 4]> : tensor<3xi64>} : () -> tensor<3xi64>
  %x = onnx.Reshape(%xv, %xd) : (!onnx.unknown, tensor<3xi64>) -> !onnx.unknown
  %wn = onnx.Constant() {value = dense<240.0> : tensor<f32>} : () -> tensor<f32>
  %wf = onnx.Constant() {value = dense<0.7> : tensor<f32>} : () -> tensor<f32>
  %ws = onnx.Constant() {value = dense<0.6> : tensor<f32>} : () -> tensor<f32>
  %wr = onnx.Range(%zero, %wn, %one) : (tensor<f32>, tensor<f32>, tensor<f32>) -> !onnx.unknown
  %wa = onnx.Mul(%wr, %wf) : (!onnx.unknown, tensor<f32>) -> !onnx.unknown
  %ww = onnx.Sin(%wa) : (!onnx.unknown) -> !onnx.unknown
  %wm = onnx.Mul(%ww, %ws) : (!onnx.unknown, tensor<f32>) -> !onnx.unknown
  %wd = onnx.Constant() {value = dense<[1, 60, 4]> : tensor<3xi64>} : () -> tensor<3xi64>
  %w = onnx.Reshape(%wm, %wd) : (!onnx.unknown, tensor<3xi64>) -> !onnx.unknown
  %rn = onnx.Constant() {value = dense<1200.0> : tensor<f32>} : () -> tensor<f32>
  %rf = onnx.Constant() {value = dense<0.9> : tensor<f32>} : () -> tensor<f32>
  %rs = onnx.Constant() {value = dense<0.35> : tensor<f32>} : () -> tensor<f32>
  %rr = onnx.Range(%zero, %rn, %one) : (tensor<f32>, tensor<f32>, tensor<f32>) -> !onnx.unknown
  %ra = onnx.Mul(%rr, %rf) : (!onnx.unknown, tensor<f32>) -> !onnx.unknown
  %rw = onnx.Sin(%ra) : (!onnx.unknown) -> !onnx.unknown
  %rm = onnx.Mul(%rw, %rs) : (!onnx.unknown, tensor<f32>) -> !onnx.unknown
  %rd = onnx.Constant() {value = dense<[1, 60, 20]> : tensor<3xi64>} : () -> tensor<3xi64>
  %r = onnx.Reshape(%rm, %rd) : (!onnx.unknown, tensor<3xi64>) -> !onnx.unknown
  %bn = onnx.Constant() {value = dense<120.0> : tensor<f32>} : () -> tensor<f32>
  %bf = onnx.Constant() {value = dense<1.3> : tensor<f32>} : () -> tensor<f32>
  %bs = onnx.Constant() {value = dense<0.3> : tensor<f32>} : () -> tensor<f32>
  %br = onnx.Range(%zero, %bn, %one) : (tensor<f32>, tensor<f32>, tensor<f32>) -> !onnx.unknown
  %ba = onnx.Mul(%br, %bf) : (!onnx.unknown, tensor<f32>) -> !onnx.unknown
  %bw = onnx.Sin(%ba) : (!onnx.unknown) -> !onnx.unknown
  %bm = onnx.Mul(%bw, %bs) : (!onnx.unknown, tensor<f32>) -> !onnx.unknown
  %bd = onnx.Constant() {value = dense<[1, 120]> : tensor<2xi64>} : () -> tensor<2xi64>
  %b = onnx.Reshape(%bm, %bd) : (!onnx.unknown, tensor<2xi64>) -> !onnx.unknown
  %hin = onnx.Constant() {value = dense<20.0> : tensor<f32>} : () -> tensor<f32>
  %hif = onnx.Constant() {value = dense<0.53> : tensor<f32>} : () -> tensor<f32>
  %his = onnx.Constant() {value = dense<0.8> : tensor<f32>} : () -> tensor<f32>
  %hir = onnx.Range(%zero, %hin, %one) : (tensor<f32>, tensor<f32>, tensor<f32>) -> !onnx.unknown
  %hia = onnx.Mul(%hir, %hif) : (!onnx.unknown, tensor<f32>) -> !onnx.unknown
  %hiw = onnx.Sin(%hia) : (!onnx.unknown) -> !onnx.unknown
  %him = onnx.Mul(%hiw, %his) : (!onnx.unknown, tensor<f32>) -> !onnx.unknown
  %hid = onnx.Constant() {value = dense<[1, 1, 20]> : tensor<3xi64>} : () -> tensor<3xi64>
  %hi = onnx.Reshape(%him, %hid) : (!onnx.unknown, tensor<3xi64>) -> !onnx.unknown
  %kn = onnx.Constant() {value = dense<20.0> : tensor<f32>} : () -> tensor<f32>
  %kf = onnx.Constant() {value = dense<0.45> : tensor<f32>} : () -> tensor<f32>
  %ks = onnx.Constant() {value = dense<1.0> : tensor<f32>} : () -> tensor<f32>
  %kr = onnx.Range(%zero, %kn, %one) : (tensor<f32>, tensor<f32>, tensor<f32>) -> !onnx.unknown
  %ka = onnx.Mul(%kr, %kf) : (!onnx.unknown, tensor<f32>) -> !onnx.unknown
  %kw = onnx.Cos(%ka) : (!onnx.unknown) -> !onnx.unknown
  %km = onnx.Mul(%kw, %ks) : (!onnx.unknown, tensor<f32>) -> !onnx.unknown
  %kd = onnx.Constant() {value = dense<[20]> : tensor<1xi64>} : () -> tensor<1xi64>
  %k = onnx.Reshape(%km, %kd) : (!onnx.unknown, tensor<1xi64>) -> !onnx.unknown
  %0, %1 = "onnx.GRU"(%x, %w, %r, %b, %none, %hi) {hidden_size = 20 : si64, direction = "reverse", clip = 0.5 : f32} : (!onnx.unknown, !onnx.unknown, !onnx.unknown, !onnx.unknown, none, !onnx.unknown) -> (!onnx.unknown, !onnx.unknown)
  %yy = onnx.MatMul(%0, %k) : (!onnx.unknown, !onnx.unknown) -> tensor<5x1x1xf32>
  %hy = onnx.MatMul(%1, %k) : (!onnx.unknown, !onnx.unknown) -> tensor<1x1xf32>
  return %yy, %hy : tensor<5x1x1xf32>, tensor<1x1xf32>
}

// The same in both directions, for rows of different lengths.
func.func @reset_both(%s: tensor<f32>) -> (tensor<5x2x7xf32>, tensor<2x7xf32>) attributes {
    inputs = [dense<0.0> : tensor<f32>], outputs = [dense<[[[1.22351, 0.0, -3.732219, 2.265344, -0.3163911, -3.346159, 3.497023], [0.9100857, 0.0, 1.504783, 1.59064, -0.9756612, 2.834467, 0.216415]], [[-0.5891616, 0.0, -2.748184, 1.526859, 0.0, -1.238371, 0.7144031], [1.740385, 0.0, 2.90736, 0.3427675, 0.0, 3.818071, 0.741388]], [[-0.08115907, 0.0, -1.584059, -0.2589649, 0.0, 0.0, -0.5258013], [0.5201261, 0.0, 4.395722, 0.6158813, 0.0, 0.0, 0.1963694]], [[-0.4378813, 0.0, 0.0, -1.137516, 0.0, 0.0, 0.2056787], [-0.293653, 0.0, 0.0, 0.9837793, 0.0, 0.0, -2.613948]], [[-1.49982, 0.0, 0.0, -0.3287809, 0.0, 0.0, 0.0], [-0.06646391, 0.0, 0.0, -1.493798, 0.0, 0.0, 0.0]]]> : tensor<5x2x7xf32>,
        dense<[[-1.49982, 1.915534, -1.584059, -0.3287809, -0.3163911, -1.238371, 0.2056787], [0.9100857, -3.908745, 1.504783, 1.59064, -0.9756612, 2.834467, 0.216415]]> : tensor<2x7xf32>]} {
  %none = "onnx.None"() : () -> none
  %zero = onnx.Constant() {value = dense<0.0> : tensor<f32>} : () -> tensor<f32>
  %one = onnx.Constant() {value = dense<1.0> : tensor<f32>} : () -> tensor<f32>
  %xn = onnx.Constant() {value = dense<140.0> : tensor<f32>} : () -> tensor<f32>
  %xf = onnx.Constant() {value = dense<0.37> : tensor<f32>} : () -> tensor<f32>
  %xs = onnx.Constant() {value = dense<1.0> : tensor<f32>} : () -> tensor<f32>
  %xr = onnx.Range(%zero, %xn, %one) : (tensor<f32>, tensor<f32>, tensor<f32>) -> !onnx.unknown
  %xa = onnx.Mul(%xr, %xf) : (!onnx.unknown, tensor<f32>) -> !onnx.unknown
  %xw = onnx.Sin(%xa) : (!onnx.unknown) -> !onnx.unknown
  %xm = onnx.Mul(%xw, %xs) : (!onnx.unknown, tensor<f32>) -> !onnx.unknown
  %xv = onnx.Add(%xm, %s) : (!onnx.unknown, tensor<f32>) -> !onnx.unknown
  %xd = onnx.Constant() {value = dense<[5, 7, 4]> : tensor<3xi64>} : () -> tensor<3xi64>
  %x = onnx.Reshape(%xv, %xd) : (!onnx.unknown, tensor<3xi64>) -> !onnx.unknown
  %wn = onnx.Constant() {value = dense<384.0> : tensor<f32>} : () -> tensor<f32>
  %wf = onnx.Constant() {value = dense<0.7> : tensor<f32>} : () -> tensor<f32>
  %ws = onnx.Constant() {value = dense<0.6> : tensor<f32>} : () -> tensor<f32>
  %wr = onnx.Range(%zero, %wn, %one) : (tensor<f32>, tensor<f32>, tensor<f32>) -> !onnx.unknown
  %wa = onnx.Mul(%wr, %wf) : (!onnx.unknown, tensor<f32>) -> !onnx.unknown
  %ww = onnx.Sin(%wa) : (!onnx.unknown) -> !onnx.unknown
  %wm = onnx.Mul(%ww, %ws) : (!onnx.unknown, tensor<f32>) -> !onnx.unknown
  %wd = onnx.Constant() {value = dense<[2, 48, 4]> : tensor<3xi64>} : () -> tensor<3xi64>
  %w = onnx.Reshape(%wm, %wd) : (!onnx.unknown, tensor<3xi64>) -> !onnx.unknown
  %rn = onnx.Constant() {value = dense<1536.0> : tensor<f32>} : () -> tensor<f32>
  %rf = onnx.Constant() {value = dense<0.9> : tensor<f32>} : () -> tensor<f32>
  %rs = onnx.Constant() {value = dense<0.35> : tensor<f32>} : () -> tensor<f32>
  %rr = onnx.Range(%zero, %rn, %one) : (tensor<f32>, tensor<f32>, tensor<f32>) -> !onnx.unknown
  %ra = onnx.Mul(%rr, %rf) : (!onnx.unknown, tensor<f32>) -> !onnx.unknown
  %rw = onnx.Sin(%ra) : (!onnx.unknown) -> !onnx.unknown
  %rm = onnx.Mul(%rw, %rs) : (!onnx.unknown, tensor<f32>) -> !onnx.unknown
  %rd = onnx.Constant() {value = dense<[2, 48, 16]> : tensor<3xi64>} : () -> tensor<3xi64>
  %r = onnx.Reshape(%rm, %rd) : (!onnx.unknown, tensor<3xi64>) -> !onnx.unknown
  %bn = onnx.Constant() {value = dense<192.0> : tensor<f32>} : () -> tensor<f32>
  %bf = onnx.Constant() {value = dense<1.3> : tensor<f32>} : () -> tensor<f32>
  %bs = onnx.Constant() {value = dense<0.3> : tensor<f32>} : () -> tensor<f32>
  %br = onnx.Range(%zero, %bn, %one) : (tensor<f32>, tensor<f32>, tensor<f32>) -> !onnx.unknown
  %ba = onnx.Mul(%br, %bf) : (!onnx.unknown, tensor<f32>) -> !onnx.unknown
  %bw = onnx.Sin(%ba) : (!onnx.unknown) -> !onnx.unknown
  %bm = onnx.Mul(%bw, %bs) : (!onnx.unknown, tensor<f32>) -> !onnx.unknown
  %bd = onnx.Constant() {value = dense<[2, 96]> : tensor<2xi64>} : () -> tensor<2xi64>
  %b = onnx.Reshape(%bm, %bd) : (!onnx.unknown, tensor<2xi64>) -> !onnx.unknown
  %hin = onnx.Constant() {value = dense<224.0> : tensor<f32>} : () -> tensor<f32>
  %hif = onnx.Constant() {value = dense<0.53> : tensor<f32>} : () -> tensor<f32>
  %his = onnx.Constant() {value = dense<0.8> : tensor<f32>} : () -> tensor<f32>
  %hir = onnx.Range(%zero, %hin, %one) : (tensor<f32>, tensor<f32>, tensor<f32>) -> !onnx.unknown
  %hia = onnx.Mul(%hir, %hif) : (!onnx.unknown, tensor<f32>) -> !onnx.unknown
  %hiw = onnx.Sin(%hia) : (!onnx.unknown) -> !onnx.unknown
  %him = onnx.Mul(%hiw, %his) : (!onnx.unknown, tensor<f32>) -> !onnx.unknown
  %hid = onnx.Constant() {value = dense<[2, 7, 16]> : tensor<3xi64>} : () -> tensor<3xi64>
  %hi = onnx.Reshape(%him, %hid) : (!onnx.unknown, tensor<3xi64>) -> !onnx.unknown
  %l = onnx.Constant() {value = dense<[5, 0, 3, 5, 1, 2, 4]> : tensor<7xi32>} : () -> tensor<7xi32>
  %kn = onnx.Constant() {value = dense<16.0> : tensor<f32>} : () -> tensor<f32>
  %kf = onnx.Constant() {value = dense<0.45> : tensor<f32>} : () -> tensor<f32>
  %ks = onnx.Constant() {value = dense<1.0> : tensor<f32>} : () -> tensor<f32>
  %kr = onnx.Range(%zero, %kn, %one) : (tensor<f32>, tensor<f32>, tensor<f32>) -> !onnx.unknown
  %ka = onnx.Mul(%kr, %kf) : (!onnx.unknown, tensor<f32>) -> !onnx.unknown
  %kw = onnx.Cos(%ka) : (!onnx.unknown) -> !onnx.unknown
  %km = onnx.Mul(%kw, %ks) : (!onnx.unknown, tensor<f32>) -> !onnx.unknown
  %kd = onnx.Constant() {value = dense<[16]> : tensor<1xi64>} : () -> tensor<1xi64>
  %k = onnx.Reshape(%km, %kd) : (!onnx.unknown, tensor<1xi64>) -> !onnx.unknown
  %0, %1 = "onnx.GRU"(%x, %w, %r, %b, %l, %hi) {hidden_size = 16 : si64, direction = "bidirectional"} : (!onnx.unknown, !onnx.unknown, !onnx.unknown, !onnx.unknown, tensor<7xi32>, !onnx.unknown) -> (!onnx.unknown, !onnx.unknown)
  %yy = onnx.MatMul(%0, %k) : (!onnx.unknown, !onnx.unknown) -> tensor<5x2x7xf32>
  %hy = onnx.MatMul(%1, %k) : (!onnx.unknown, !onnx.unknown) -> tensor<2x7xf32>
  return %yy, %hy : tensor<5x2x7xf32>, tensor<2x7xf32>
}

// The reset meets the product, whose bias stays inside; batch first, more rows than a tile has.
func.func @reset_last(%s: tensor<f32>) -> (tensor<9x4x2xf32>, tensor<9x2xf32>) attributes {
    inputs = [dense<0.0> : tensor<f32>], outputs = [dense<[[[3.239327, -0.2320389], [2.302584, -0.6758569], [1.670168, -1.507034], [0.5730488, -3.233763]], [[-3.619941, -0.2420774], [-1.950056, 0.6120702], [-0.4856112, 1.496901], [0.1740641, 2.040705]], [[4.984741, -0.02996423], [2.598883, -0.6335438], [1.354551, -0.6039337], [0.7780357, -0.5033647]], [[-2.547802, 0.1938467], [-0.9601604, 0.01434644], [-0.592696, -0.5550325], [-0.6897821, -1.254864]], [[4.669545, 0.1927878], [2.986184, 1.022719], [2.109341, 1.374408], [1.497895, 1.908288]], [[-3.027998, -0.811682], [-2.033864, -1.265914], [-1.299589, -1.456521], [-0.3955697, -2.384912]], [[3.912708, 0.5264294], [2.434496, 0.6227494], [0.7912701, 0.9011137], [0.08524488, 2.447249]], [[-1.63971, -0.7390695], [-0.5543308, -1.384629], [-0.03748572, -2.504408], [-0.1947922, -4.769786]], [[0.2581183, -0.219585], [-0.196378, 0.5289201], [-0.01796524, 2.0837], [0.3236477, 3.600124]]]> : tensor<9x4x2xf32>,
        dense<[[0.5730488, -0.2320389], [0.1740641, -0.2420774], [0.7780357, -0.02996423], [-0.6897821, 0.1938467], [1.497895, 0.1927878], [-0.3955697, -0.811682], [0.08524488, 0.5264294], [-0.1947922, -0.7390695], [0.3236477, -0.219585]]> : tensor<9x2xf32>]} {
  %none = "onnx.None"() : () -> none
  %zero = onnx.Constant() {value = dense<0.0> : tensor<f32>} : () -> tensor<f32>
  %one = onnx.Constant() {value = dense<1.0> : tensor<f32>} : () -> tensor<f32>
  %xn = onnx.Constant() {value = dense<108.0> : tensor<f32>} : () -> tensor<f32>
  %xf = onnx.Constant() {value = dense<0.37> : tensor<f32>} : () -> tensor<f32>
  %xs = onnx.Constant() {value = dense<1.0> : tensor<f32>} : () -> tensor<f32>
  %xr = onnx.Range(%zero, %xn, %one) : (tensor<f32>, tensor<f32>, tensor<f32>) -> !onnx.unknown
  %xa = onnx.Mul(%xr, %xf) : (!onnx.unknown, tensor<f32>) -> !onnx.unknown
  %xw = onnx.Sin(%xa) : (!onnx.unknown) -> !onnx.unknown
  %xm = onnx.Mul(%xw, %xs) : (!onnx.unknown, tensor<f32>) -> !onnx.unknown
  %xv = onnx.Add(%xm, %s) : (!onnx.unknown, tensor<f32>) -> !onnx.unknown
  %xd = onnx.Constant() {value = dense<[9, 4, 3]> : tensor<3xi64>} : () -> tensor<3xi64>
  %x = onnx.Reshape(%xv, %xd) : (!onnx.unknown, tensor<3xi64>) -> !onnx.unknown
  %wn = onnx.Constant() {value = dense<378.0> : tensor<f32>} : () -> tensor<f32>
  %wf = onnx.Constant() {value = dense<0.7> : tensor<f32>} : () -> tensor<f32>
  %ws = onnx.Constant() {value = dense<0.6> : tensor<f32>} : () -> tensor<f32>
  %wr = onnx.Range(%zero, %wn, %one) : (tensor<f32>, tensor<f32>, tensor<f32>) -> !onnx.unknown
  %wa = onnx.Mul(%wr, %wf) : (!onnx.unknown, tensor<f32>) -> !onnx.unknown
  %ww = onnx.Sin(%wa) : (!onnx.unknown) -> !onnx.unknown
  %wm = onnx.Mul(%ww, %ws) : (!onnx.unknown, tensor<f32>) -> !onnx.unknown
  %wd = onnx.Constant() {value = dense<[2, 63, 3]> : tensor<3xi64>} : () -> tensor<3xi64>
  %w = onnx.Reshape(%wm, %wd) : (!onnx.unknown, tensor<3xi64>) -> !onnx.unknown
  %rn = onnx.Constant() {value = dense<2646.0> : tensor<f32>} : () -> tensor<f32>
  %rf = onnx.Constant() {value = dense<0.9> : tensor<f32>} : () -> tensor<f32>
  %rs = onnx.Constant() {value = dense<0.35> : tensor<f32>} : () -> tensor<f32>
  %rr = onnx.Range(%zero, %rn, %one) : (tensor<f32>, tensor<f32>, tensor<f32>) -> !onnx.unknown
  %ra = onnx.Mul(%rr, %rf) : (!onnx.unknown, tensor<f32>) -> !onnx.unknown
  %rw = onnx.Sin(%ra) : (!onnx.unknown) -> !onnx.unknown
  %rm = onnx.Mul(%rw, %rs) : (!onnx.unknown, tensor<f32>) -> !onnx.unknown
  %rd = onnx.Constant() {value = dense<[2, 63, 21]> : tensor<3xi64>} : () -> tensor<3xi64>
  %r = onnx.Reshape(%rm, %rd) : (!onnx.unknown, tensor<3xi64>) -> !onnx.unknown
  %bn = onnx.Constant() {value = dense<252.0> : tensor<f32>} : () -> tensor<f32>
  %bf = onnx.Constant() {value = dense<1.3> : tensor<f32>} : () -> tensor<f32>
  %bs = onnx.Constant() {value = dense<0.3> : tensor<f32>} : () -> tensor<f32>
  %br = onnx.Range(%zero, %bn, %one) : (tensor<f32>, tensor<f32>, tensor<f32>) -> !onnx.unknown
  %ba = onnx.Mul(%br, %bf) : (!onnx.unknown, tensor<f32>) -> !onnx.unknown
  %bw = onnx.Sin(%ba) : (!onnx.unknown) -> !onnx.unknown
  %bm = onnx.Mul(%bw, %bs) : (!onnx.unknown, tensor<f32>) -> !onnx.unknown
  %bd = onnx.Constant() {value = dense<[2, 126]> : tensor<2xi64>} : () -> tensor<2xi64>
  %b = onnx.Reshape(%bm, %bd) : (!onnx.unknown, tensor<2xi64>) -> !onnx.unknown
  %hin = onnx.Constant() {value = dense<378.0> : tensor<f32>} : () -> tensor<f32>
  %hif = onnx.Constant() {value = dense<0.53> : tensor<f32>} : () -> tensor<f32>
  %his = onnx.Constant() {value = dense<0.8> : tensor<f32>} : () -> tensor<f32>
  %hir = onnx.Range(%zero, %hin, %one) : (tensor<f32>, tensor<f32>, tensor<f32>) -> !onnx.unknown
  %hia = onnx.Mul(%hir, %hif) : (!onnx.unknown, tensor<f32>) -> !onnx.unknown
  %hiw = onnx.Sin(%hia) : (!onnx.unknown) -> !onnx.unknown
  %him = onnx.Mul(%hiw, %his) : (!onnx.unknown, tensor<f32>) -> !onnx.unknown
  %hid = onnx.Constant() {value = dense<[9, 2, 21]> : tensor<3xi64>} : () -> tensor<3xi64>
  %hi = onnx.Reshape(%him, %hid) : (!onnx.unknown, tensor<3xi64>) -> !onnx.unknown
  %kn = onnx.Constant() {value = dense<21.0> : tensor<f32>} : () -> tensor<f32>
  %kf = onnx.Constant() {value = dense<0.45> : tensor<f32>} : () -> tensor<f32>
  %ks = onnx.Constant() {value = dense<1.0> : tensor<f32>} : () -> tensor<f32>
  %kr = onnx.Range(%zero, %kn, %one) : (tensor<f32>, tensor<f32>, tensor<f32>) -> !onnx.unknown
  %ka = onnx.Mul(%kr, %kf) : (!onnx.unknown, tensor<f32>) -> !onnx.unknown
  %kw = onnx.Cos(%ka) : (!onnx.unknown) -> !onnx.unknown
  %km = onnx.Mul(%kw, %ks) : (!onnx.unknown, tensor<f32>) -> !onnx.unknown
  %kd = onnx.Constant() {value = dense<[21]> : tensor<1xi64>} : () -> tensor<1xi64>
  %k = onnx.Reshape(%km, %kd) : (!onnx.unknown, tensor<1xi64>) -> !onnx.unknown
  %0, %1 = "onnx.GRU"(%x, %w, %r, %b, %none, %hi) {hidden_size = 21 : si64, direction = "bidirectional", linear_before_reset = 1 : si64, layout = 1 : si64} : (!onnx.unknown, !onnx.unknown, !onnx.unknown, !onnx.unknown, none, !onnx.unknown) -> (!onnx.unknown, !onnx.unknown)
  %yy = onnx.MatMul(%0, %k) : (!onnx.unknown, !onnx.unknown) -> tensor<9x4x2xf32>
  %hy = onnx.MatMul(%1, %k) : (!onnx.unknown, !onnx.unknown) -> tensor<9x2xf32>
  return %yy, %hy : tensor<9x4x2xf32>, tensor<9x2xf32>
}
