// SPDX-License-Identifier: Apache-2.0
// RNN beyond what ONNX's cases have: sums of states weighted with cosines, as computed in double precision by a loop
// over the definition.

// Directions with activations of their own, in double precision.
func.func @own_activations(%s: tensor<f64>) -> (tensor<5x2x3xf64>, tensor<2x3xf64>) attributes {
    inputs = [dense<0.0> : tensor<f64>], outputs = [dense<[[[0.306551, 0.06504824, 0.8442301], [0.1790099, -0.145836, -0.2555653]], [[-0.007165497, -0.04861177, 0.07762196], [-0.354005, -0.3033856, 0.01655724]], [[0.1336433, 0.08881845, 0.133342], [0.1496575, 0.2488255, 0.2848423]], [[0.2765068, 0.2658221, 0.1281026], [-0.01605144, -0.1894675, -0.2912559]], [[-0.08971533, 0.02640149, 0.1249788], [-0.6560271, 0.4329936, 0.09154184]]]> : tensor<5x2x3xf64>,
        dense<[[-0.08971533, 0.02640149, 0.1249788], [0.1790099, -0.145836, -0.2555653]]> : tensor<2x3xf64>]} {
  %none = "onnx.None"() : () -> none
  %zero = onnx.Constant() {value = dense<0.0> : tensor<f64>} : () -> tensor<f64>
  %one = onnx.Constant() {value = dense<1.0> : tensor<f64>} : () -> tensor<f64>
  %xn = onnx.Constant() {value = dense<30.0> : tensor<f64>} : () -> tensor<f64>
  %xf = onnx.Constant() {value = dense<0.37> : tensor<f64>} : () -> tensor<f64>
  %xs = onnx.Constant() {value = dense<1.0> : tensor<f64>} : () -> tensor<f64>
  %xr = onnx.Range(%zero, %xn, %one) : (tensor<f64>, tensor<f64>, tensor<f64>) -> !onnx.unknown
  %xa = onnx.Mul(%xr, %xf) : (!onnx.unknown, tensor<f64>) -> !onnx.unknown
  %xw = onnx.Sin(%xa) : (!onnx.unknown) -> !onnx.unknown
  %xm = onnx.Mul(%xw, %xs) : (!onnx.unknown, tensor<f64>) -> !onnx.unknown
  %xv = onnx.Add(%xm, %s) : (!onnx.unknown, tensor<f64>) -> !onnx.unknown
  %xd = onnx.Constant() {value = dense<[5, 3, 2]> : tensor<3xi64>} : () -> tensor<3xi64>
  %x = onnx.Reshape(%xv, %xd) : (!onnx.unknown, tensor<3xi64>) -> !onnx.unknown
  %wn = onnx.Constant() {value = dense<28.0> : tensor<f64>} : () -> tensor<f64>
  %wf = onnx.Constant() {value = dense<0.7> : tensor<f64>} : () -> tensor<f64>
  %ws = onnx.Constant() {value = dense<0.6> : tensor<f64>} : () -> tensor<f64>
  %wr = onnx.Range(%zero, %wn, %one) : (tensor<f64>, tensor<f64>, tensor<f64>) -> !onnx.unknown
  %wa = onnx.Mul(%wr, %wf) : (!onnx.unknown, tensor<f64>) -> !onnx.unknown
  %ww = onnx.Sin(%wa) : (!onnx.unknown) -> !onnx.unknown
  %wm = onnx.Mul(%ww, %ws) : (!onnx.unknown, tensor<f64>) -> !onnx.unknown
  %wd = onnx.Constant() {value = dense<[2, 7, 2]> : tensor<3xi64>} : () -> tensor<3xi64>
  %w = onnx.Reshape(%wm, %wd) : (!onnx.unknown, tensor<3xi64>) -> !onnx.unknown
  %rn = onnx.Constant() {value = dense<98.0> : tensor<f64>} : () -> tensor<f64>
  %rf = onnx.Constant() {value = dense<0.9> : tensor<f64>} : () -> tensor<f64>
  %rs = onnx.Constant() {value = dense<0.35> : tensor<f64>} : () -> tensor<f64>
  %rr = onnx.Range(%zero, %rn, %one) : (tensor<f64>, tensor<f64>, tensor<f64>) -> !onnx.unknown
  %ra = onnx.Mul(%rr, %rf) : (!onnx.unknown, tensor<f64>) -> !onnx.unknown
  %rw = onnx.Sin(%ra) : (!onnx.unknown) -> !onnx.unknown
  %rm = onnx.Mul(%rw, %rs) : (!onnx.unknown, tensor<f64>) -> !onnx.unknown
  %rd = onnx.Constant() {value = dense<[2, 7, 7]> : tensor<3xi64>} : () -> tensor<3xi64>
  %r = onnx.Reshape(%rm, %rd) : (!onnx.unknown, tensor<3xi64>) -> !onnx.unknown
  %bn = onnx.Constant() {value = dense<28.0> : tensor<f64>} : () -> tensor<f64>
  %bf = onnx.Constant() {value = dense<1.3> : tensor<f64>} : () -> tensor<f64>
  %bs = onnx.Constant() {value = dense<0.3> : tensor<f64>} : () -> tensor<f64>
  %br = onnx.Range(%zero, %bn, %one) : (tensor<f64>, tensor<f64>, tensor<f64>) -> !onnx.unknown
  %ba = onnx.Mul(%br, %bf) : (!onnx.unknown, tensor<f64>) -> !onnx.unknown
  %bw = onnx.Sin(%ba) : (!onnx.unknown) -> !onnx.unknown
  %bm = onnx.Mul(%bw, %bs) : (!onnx.unknown, tensor<f64>) -> !onnx.unknown
  %bd = onnx.Constant() {value = dense<[2, 14]> : tensor<2xi64>} : () -> tensor<2xi64>
  %b = onnx.Reshape(%bm, %bd) : (!onnx.unknown, tensor<2xi64>) -> !onnx.unknown
  %hin = onnx.Constant() {value = dense<42.0> : tensor<f64>} : () -> tensor<f64>
  %hif = onnx.Constant() {value = dense<0.53> : tensor<f64>} : () -> tensor<f64>
  %his = onnx.Constant() {value = dense<0.8> : tensor<f64>} : () -> tensor<f64>
  %hir = onnx.Range(%zero, %hin, %one) : (tensor<f64>, tensor<f64>, tensor<f64>) -> !onnx.unknown
  %hia = onnx.Mul(%hir, %hif) : (!onnx.unknown, tensor<f64>) -> !onnx.unknown
  %hiw = onnx.Sin(%hia) : (!onnx.unknown) -> !onnx.unknown
  %him = onnx.Mul(%hiw, %his) : (!onnx.unknown, tensor<f64>) -> !onnx.unknown
  %hid = onnx.Constant() {value = dense<[2, 3, 7]> : tensor<3xi64>} : () -> tensor<3xi64>
  %hi = onnx.Reshape(%him, %hid) : (!onnx.unknown, tensor<3xi64>) -> !onnx.unknown
  %kn = onnx.Constant() {value = dense<7.0> : tensor<f64>} : () -> tensor<f64>
  %kf = onnx.Constant() {value = dense<0.45> : tensor<f64>} : () -> tensor<f64>
  %ks = onnx.Constant() {value = dense<1.0> : tensor<f64>} : () -> tensor<f64>
  %kr = onnx.Range(%zero, %kn, %one) : (tensor<f64>, tensor<f64>, tensor<f64>) -> !onnx.unknown
  %ka = onnx.Mul(%kr, %kf) : (!onnx.unknown, tensor<f64>) -> !onnx.unknown
  %kw = onnx.Cos(%ka) : (!onnx.unknown) -> !onnx.unknown
  %km = onnx.Mul(%kw, %ks) : (!onnx.unknown, tensor<f64>) -> !onnx.unknown
  %kd = onnx.Constant() {value = dense<[7]> : tensor<1xi64>} : () -> tensor<1xi64>
  %k = onnx.Reshape(%km, %kd) : (!onnx.unknown, tensor<1xi64>) -> !onnx.unknown
  %0, %1 = "onnx.RNN"(%x, %w, %r, %b, %none, %hi) {hidden_size = 7 : si64, direction = "bidirectional", activations = ["Relu", "Tanh"]} : (!onnx.unknown, !onnx.unknown, !onnx.unknown, !onnx.unknown, none, !onnx.unknown) -> (!onnx.unknown, !onnx.unknown)
  %yy = onnx.MatMul(%0, %k) : (!onnx.unknown, !onnx.unknown) -> tensor<5x2x3xf64>
  %hy = onnx.MatMul(%1, %k) : (!onnx.unknown, !onnx.unknown) -> tensor<2x3xf64>
  return %yy, %hy : tensor<5x2x3xf64>, tensor<2x3xf64>
}

// Without a step the state stays.
func.func @no_steps(%s: tensor<f32>) -> (tensor<0x1x2xf32>, tensor<1x2xf32>) attributes {
    inputs = [dense<0.0> : tensor<f32>], outputs = [dense<> : tensor<0x1x2xf32>,
        dense<[[0.5809042, -0.6649196]]> : tensor<1x2xf32>]} {
  %none = "onnx.None"() : () -> none
  %zero = onnx.Constant() {value = dense<0.0> : tensor<f32>} : () -> tensor<f32>
  %one = onnx.Constant() {value = dense<1.0> : tensor<f32>} : () -> tensor<f32>
  %xn = onnx.Constant() {value = dense<0.0> : tensor<f32>} : () -> tensor<f32>
  %xf = onnx.Constant() {value = dense<0.37> : tensor<f32>} : () -> tensor<f32>
  %xs = onnx.Constant() {value = dense<1.0> : tensor<f32>} : () -> tensor<f32>
  %xr = onnx.Range(%zero, %xn, %one) : (tensor<f32>, tensor<f32>, tensor<f32>) -> !onnx.unknown
  %xa = onnx.Mul(%xr, %xf) : (!onnx.unknown, tensor<f32>) -> !onnx.unknown
  %xw = onnx.Sin(%xa) : (!onnx.unknown) -> !onnx.unknown
  %xm = onnx.Mul(%xw, %xs) : (!onnx.unknown, tensor<f32>) -> !onnx.unknown
  %xv = onnx.Add(%xm, %s) : (!onnx.unknown, tensor<f32>) -> !onnx.unknown
  %xd = onnx.Constant() {value = dense<[0, 2, 3]> : tensor<3xi64>} : () -> tensor<3xi64>
  %x = onnx.Reshape(%xv, %xd) : (!onnx.unknown, tensor<3xi64>) -> !onnx.unknown
  %wn = onnx.Constant() {value = dense<18.0> : tensor<f32>} : () -> tensor<f32>
  %wf = onnx.Constant() {value = dense<0.7> : tensor<f32>} : () -> tensor<f32>
  %ws = onnx.Constant() {value = dense<0.6> : tensor<f32>} : () -> tensor<f32>
  %wr = onnx.Range(%zero, %wn, %one) : (tensor<f32>, tensor<f32>, tensor<f32>) -> !onnx.unknown
  %wa = onnx.Mul(%wr, %wf) : (!onnx.unknown, tensor<f32>) -> !onnx.unknown
  %ww = onnx.Sin(%wa) : (!onnx.unknown) -> !onnx.unknown
  %wm = onnx.Mul(%ww, %ws) : (!onnx.unknown, tensor<f32>) -> !onnx.unknown
  %wd = onnx.Constant() {value = dense<[1, 6, 3]> : tensor<3xi64>} : () -> tensor<3xi64>
  %w = onnx.Reshape(%wm, %wd) : (!onnx.unknown, tensor<3xi64>) -> !onnx.unknown
  %rn = onnx.Constant() {value = dense<36.0> : tensor<f32>} : () -> tensor<f32>
  %rf = onnx.Constant() {value = dense<0.9> : tensor<f32>} : () -> tensor<f32>
  %rs = onnx.Constant() {value = dense<0.35> : tensor<f32>} : () -> tensor<f32>
  %rr = onnx.Range(%zero, %rn, %one) : (tensor<f32>, tensor<f32>, tensor<f32>) -> !onnx.unknown
  %ra = onnx.Mul(%rr, %rf) : (!onnx.unknown, tensor<f32>) -> !onnx.unknown
  %rw = onnx.Sin(%ra) : (!onnx.unknown) -> !onnx.unknown
  %rm = onnx.Mul(%rw, %rs) : (!onnx.unknown, tensor<f32>) -> !onnx.unknown
  %rd = onnx.Constant() {value = dense<[1, 6, 6]> : tensor<3xi64>} : () -> tensor<3xi64>
  %r = onnx.Reshape(%rm, %rd) : (!onnx.unknown, tensor<3xi64>) -> !onnx.unknown
  %bn = onnx.Constant() {value = dense<12.0> : tensor<f32>} : () -> tensor<f32>
  %bf = onnx.Constant() {value = dense<1.3> : tensor<f32>} : () -> tensor<f32>
  %bs = onnx.Constant() {value = dense<0.3> : tensor<f32>} : () -> tensor<f32>
  %br = onnx.Range(%zero, %bn, %one) : (tensor<f32>, tensor<f32>, tensor<f32>) -> !onnx.unknown
  %ba = onnx.Mul(%br, %bf) : (!onnx.unknown, tensor<f32>) -> !onnx.unknown
  %bw = onnx.Sin(%ba) : (!onnx.unknown) -> !onnx.unknown
  %bm = onnx.Mul(%bw, %bs) : (!onnx.unknown, tensor<f32>) -> !onnx.unknown
  %bd = onnx.Constant() {value = dense<[1, 12]> : tensor<2xi64>} : () -> tensor<2xi64>
  %b = onnx.Reshape(%bm, %bd) : (!onnx.unknown, tensor<2xi64>) -> !onnx.unknown
  %hin = onnx.Constant() {value = dense<12.0> : tensor<f32>} : () -> tensor<f32>
  %hif = onnx.Constant() {value = dense<0.53> : tensor<f32>} : () -> tensor<f32>
  %his = onnx.Constant() {value = dense<0.8> : tensor<f32>} : () -> tensor<f32>
  %hir = onnx.Range(%zero, %hin, %one) : (tensor<f32>, tensor<f32>, tensor<f32>) -> !onnx.unknown
  %hia = onnx.Mul(%hir, %hif) : (!onnx.unknown, tensor<f32>) -> !onnx.unknown
  %hiw = onnx.Sin(%hia) : (!onnx.unknown) -> !onnx.unknown
  %him = onnx.Mul(%hiw, %his) : (!onnx.unknown, tensor<f32>) -> !onnx.unknown
  %hid = onnx.Constant() {value = dense<[1, 2, 6]> : tensor<3xi64>} : () -> tensor<3xi64>
  %hi = onnx.Reshape(%him, %hid) : (!onnx.unknown, tensor<3xi64>) -> !onnx.unknown
  %kn = onnx.Constant() {value = dense<6.0> : tensor<f32>} : () -> tensor<f32>
  %kf = onnx.Constant() {value = dense<0.45> : tensor<f32>} : () -> tensor<f32>
  %ks = onnx.Constant() {value = dense<1.0> : tensor<f32>} : () -> tensor<f32>
  %kr = onnx.Range(%zero, %kn, %one) : (tensor<f32>, tensor<f32>, tensor<f32>) -> !onnx.unknown
  %ka = onnx.Mul(%kr, %kf) : (!onnx.unknown, tensor<f32>) -> !onnx.unknown
  %kw = onnx.Cos(%ka) : (!onnx.unknown) -> !onnx.unknown
  %km = onnx.Mul(%kw, %ks) : (!onnx.unknown, tensor<f32>) -> !onnx.unknown
  %kd = onnx.Constant() {value = dense<[6]> : tensor<1xi64>} : () -> tensor<1xi64>
  %k = onnx.Reshape(%km, %kd) : (!onnx.unknown, tensor<1xi64>) -> !onnx.unknown
  %0, %1 = "onnx.RNN"(%x, %w, %r, %b, %none, %hi) {hidden_size = 6 : si64} : (!onnx.unknown, !onnx.unknown, !onnx.unknown, !onnx.unknown, none, !onnx.unknown) -> (!onnx.unknown, !onnx.unknown)
  %yy = onnx.MatMul(%0, %k) : (!onnx.unknown, !onnx.unknown) -> tensor<0x1x2xf32>
  %hy = onnx.MatMul(%1, %k) : (!onnx.unknown, !onnx.unknown) -> tensor<1x2xf32>
  return %yy, %hy : tensor<0x1x2xf32>, tensor<1x2xf32>
}

// More rows than a tile has, a hundred steps.
func.func @many_rows(%s: tensor<f32>) -> (tensor<100x1x6xf32>, tensor<1x6xf32>) attributes {
    inputs = [dense<0.0> : tensor<f32>], outputs = [dense<[[[0.716864, 0.4069054, 0.6236415, 0.5932116, 0.081919, 0.4499968]], [[-0.1558432, -0.1463207, 0.165013, 0.4713314, 0.5641058, 0.6204549]], [[0.6200421, 0.2266779, -0.1657698, -0.2027973, -0.02503389, 0.3087448]], [[0.5468165, 0.5862821, 0.6380154, 0.4688602, -0.021612, -0.2140648]], [[-0.1362286, 0.1331, 0.4639579, 0.5708146, 0.6131169, 0.6199287]], [[0.1965014, -0.157709, -0.2026383, -0.01831629, 0.3123182, 0.5478984]], [[0.58675, 0.6383403, 0.4613802, -0.03077316, -0.2138897, -0.1330642]], [[0.139374, 0.4683364, 0.5712661, 0.6141521, 0.6173128, 0.1867333]], [[-0.1608505, -0.2010803, -0.01319278, 0.31884, 0.5495341, 0.5875812]], [[0.6388677, 0.4525403, -0.03704874, -0.2145781, -0.1295617, 0.1456102]], [[0.4727047, 0.5716937, 0.6152128, 0.6143883, 0.1769482, -0.1640587]], [[-0.1994444, -0.008020663, 0.3252792, 0.5510621, 0.5884345, 0.6393415]], [[0.4435247, -0.04317959, -0.2151834, -0.126004, 0.1518849, 0.476963]], [[0.5721204, 0.6162714, 0.611254, 0.1672636, -0.1671704, -0.1977327]], [[-0.002798843, 0.3316829, 0.5525095, 0.5893049, 0.6397583, 0.4343499]], [[-0.04918092, -0.2156979, -0.1223795, 0.1581897, 0.4811121, 0.5725488]], [[0.6173267, 0.6079042, 0.1576824, -0.1701862, -0.1959458, 0.002471371]], [[0.3380469, 0.5538797, 0.5901919, 0.6401139, 0.4250283, -0.05505465]], [[-0.2161219, -0.1186914, 0.1645256, 0.4851527, 0.5729808, 0.6183777]], [[0.6043343, 0.148211, -0.1731065, -0.1940841, 0.00779102, 0.3443656]], [[0.5551753, 0.5910949, 0.6404037, 0.4155645, -0.06080258, -0.2164559]], [[-0.1149372, 0.1708892, 0.4890831, 0.5734191, 0.619424, 0.6005413]], [[0.1388509, -0.1759302, -0.1921489, 0.01315786, 0.3506393, 0.5563985]], [[0.592013, 0.6406235, 0.4059732, -0.06642533, -0.2167006, -0.1111176]], [[0.1772809, 0.4929031, 0.5738649, 0.6204642, 0.5965193, 0.129609]], [[-0.1786591, -0.1901397, 0.01856931, 0.3568617, 0.557553, 0.5929459]], [[0.6407682, 0.3962605, -0.07192497, -0.2168564, -0.1072332, 0.1837013]], [[0.4966128, 0.5743205, 0.6214978, 0.5922669, 0.1204917, -0.1812931]], [[-0.1880575, 0.02402777, 0.3630284, 0.5586414, 0.5938923, 0.6408329]], [[0.3864401, -0.07730508, -0.2169233, -0.1032845, 0.1901458, 0.5002112]], [[0.5747874, 0.6225231, 0.587779, 0.111499, -0.1838314, -0.1859028]], [[0.02952764, 0.3691368, 0.5596672, 0.5948515, 0.6408124, 0.376519]], [[-0.08256628, -0.2169023, -0.09927085, 0.1966158, 0.5036999, 0.5752671]], [[0.6235399, 0.583057, 0.1026396, -0.1862752, -0.1836768, 0.03507395]], [[0.3751837, 0.5606326, 0.5958229, 0.6407013, 0.3665098, -0.08771165]], [[-0.2167937, -0.0951956, 0.2031083, 0.5070768, 0.5757609, 0.6245466]], [[0.5780949, 0.09391038, -0.1886241, -0.1813797, 0.04066285, 0.3811649]], [[0.5615417, 0.596806, 0.6404941, 0.3564285, -0.09274195, -0.2165979]], [[-0.09105358, 0.2096219, 0.5103455, 0.5762698, 0.625542, 0.5728931]], [[0.08531553, -0.190878, -0.1790113, 0.04629343, 0.3870738, 0.5623975]], [[0.5977996, 0.6401849, 0.3462753, -0.09765872, -0.2163158, -0.08684787]], [[0.2161544, 0.5135042, 0.5767958, 0.6265247, 0.5674543, 0.07685858]], [[-0.1930365, -0.1765744, 0.05196533, 0.3929133, 0.5632022, 0.5988031]], [[0.6397681, 0.336067, -0.1024638, -0.2159477, -0.08257913, 0.2227004]], [[0.5165545, 0.5773393, 0.6274931, 0.5617716, 0.06854106, -0.1951004]], [[-0.1740661, 0.05767764, 0.3986767, 0.5639605, 0.5998157, 0.6392379]], [[0.3258138, -0.1071569, -0.2154948, -0.07824741, 0.2292643, 0.519496]], [[0.5779012, 0.6284464, 0.5558489, 0.06036419, -0.1970703, -0.1714885]], [[0.06342715, 0.4043598, 0.5646749, 0.6008364, 0.6385874, 0.3155259]], [[-0.1117424, -0.2149564, -0.07385333, 0.2358405, 0.5223316, 0.5784822]], [[0.6293826, 0.5496873, 0.05233278, -0.1989456, -0.1688419, 0.06921827]], [[0.4099625, 0.5653489, 0.6018646, 0.6378106, 0.3052143, -0.1162214]], [[-0.2143338, -0.06939739, 0.2424235, 0.5250612, 0.5790831, 0.6302994]], [[0.5432876, 0.04444051, -0.2007259, -0.1661267, 0.07504784, 0.4154789]], [[0.5659854, 0.6028998, 0.6369014, 0.294894, -0.1205933, -0.2136277]], [[-0.06488171, 0.2490166, 0.527686, 0.5797036, 0.6311963, 0.5366526]], [[0.03669175, -0.2024127, -0.1633434, 0.08091208, 0.420909, 0.566588]], [[0.6039404, 0.6358529, 0.2845667, -0.1248606, -0.2128384, -0.06030745]], [[0.2556123, 0.5302071, 0.5803447, 0.6320709, 0.529785, 0.02909009]], [[-0.2040049, -0.1604923, 0.08681709, 0.4262489, 0.5671595, 0.6049868]], [[0.63466, 0.2742425, -0.1290254, -0.2119675, -0.0556647, 0.2622117]], [[0.5326233, 0.5810072, 0.6329205, 0.5226949, 0.02161938, -0.2055041]], [[-0.157577, 0.0927603, 0.4314965, 0.5677028, 0.6060388, 0.6333128]], [[0.2639517, -0.1330876, -0.2110128, -0.05097305, 0.2688093, 0.5349443]], [[0.5816893, 0.6337427, 0.5153665, 0.01430745, -0.2069088, -0.1545878]], [[0.09873788, 0.4366432, 0.5682227, 0.6070931, 0.6318095, 0.253665]], [[-0.1370487, -0.209979, -0.04621567, 0.2754011, 0.5371609, 0.5823939]], [[0.6345373, 0.5078328, 0.007128466, -0.2082205, -0.1515384, 0.1047538]], [[0.4417042, 0.5687199, 0.6081504, 0.6301383, 0.2434379, -0.140907]], [[-0.2088622, -0.04140478, 0.2819784, 0.5392852, 0.5831172, 0.6352985]], [[0.5000667, 9.228022e-05, -0.2094373, -0.1484167, 0.1108034, 0.4466549]], [[0.5691999, 0.6092121, 0.6282991, 0.2332426, -0.1446694, -0.2076679]], [[-0.03653386, 0.2885581, 0.5413094, 0.5838618, 0.636027, 0.4921088]], [[-0.006799636, -0.2105636, -0.1452329, 0.1168828, 0.4515157, 0.5696628]], [[0.6102732, 0.6262777, 0.2231065, -0.1483269, -0.2063913, -0.03160964]], [[0.2951084, 0.5432431, 0.5846271, 0.6367166, 0.4839362, -0.01356239]], [[-0.2115947, -0.1419795, 0.1230097, 0.4562632, 0.5701139, 0.6113381]], [[0.6240769, 0.2130386, -0.1518938, -0.205039, -0.02663467, 0.3016549]], [[0.545084, 0.5854109, 0.6373674, 0.4755726, -0.02017571, -0.2125355]], [[-0.1386621, 0.1291575, 0.4609126, 0.5705547, 0.6124007, 0.6216825]], [[0.203026, -0.155355, -0.2036063, -0.02159499, 0.3081646, 0.5468363]], [[0.5862163, 0.6379731, 0.4670245, -0.02666685, -0.2133821, -0.1352812]], [[0.1353529, 0.4654555, 0.5709879, 0.6134654, 0.6190943, 0.1931092]], [[-0.1587267, -0.2020974, -0.01651355, 0.3146562, 0.5485022, 0.5870386]], [[0.6385326, 0.458281, -0.03300949, -0.2141375, -0.1318273, 0.1415675]], [[0.469892, 0.5714176, 0.6145264, 0.6163057, 0.183259, -0.1619939]], [[-0.2005124, -0.01136866, 0.3211171, 0.5500816, 0.5878811, 0.6390413]], [[0.4493799, -0.03923343, -0.2148023, -0.1283152, 0.1478223, 0.4742215]], [[0.5718439, 0.6155874, 0.6133051, 0.1735217, -0.1651679, -0.1988481]], [[-0.006184521, 0.3275453, 0.5515828, 0.5887395, 0.6394951, 0.4402981]], [[-0.04531252, -0.2153756, -0.1247295, 0.154107, 0.4784375, 0.5722716]], [[0.6166444, 0.6100977, 0.1638615, -0.1682465, -0.1971116, -0.0009428857]], [[0.3339357, 0.5530013, 0.589617, 0.6398912, 0.4310796, -0.05126962]], [[-0.2158581, -0.1210865, 0.1604244, 0.4825537, 0.5727006, 0.6176974]], [[0.6066673, 0.1543276, -0.1712275, -0.195296, 0.00434402, 0.3402785]], [[0.5543464, 0.5905088, 0.6402237, 0.4216945, -0.0570987, -0.21625]], [[-0.1173717, 0.1667699, 0.486551, 0.5731356, 0.618748, 0.6030227]], [[0.1448912, -0.1741152, -0.1934101, 0.009681789, 0.3465901, 0.5556148]], [[0.5914179, 0.6404898, 0.4121943, -0.06279882, -0.2165528, -0.1135964]], [[0.1731397, 0.4904471, 0.5735754, 0.6197911, 0.5991441, 0.135574]]]> : tensor<100x1x6xf32>,
        dense<[[0.1731397, 0.4904471, 0.5735754, 0.6197911, 0.5991441, 0.135574]]> : tensor<1x6xf32>]} {
  %none = "onnx.None"() : () -> none
  %zero = onnx.Constant() {value = dense<0.0> : tensor<f32>} : () -> tensor<f32>
  %one = onnx.Constant() {value = dense<1.0> : tensor<f32>} : () -> tensor<f32>
  %xn = onnx.Constant() {value = dense<1200.0> : tensor<f32>} : () -> tensor<f32>
  %xf = onnx.Constant() {value = dense<0.37> : tensor<f32>} : () -> tensor<f32>
  %xs = onnx.Constant() {value = dense<1.0> : tensor<f32>} : () -> tensor<f32>
  %xr = onnx.Range(%zero, %xn, %one) : (tensor<f32>, tensor<f32>, tensor<f32>) -> !onnx.unknown
  %xa = onnx.Mul(%xr, %xf) : (!onnx.unknown, tensor<f32>) -> !onnx.unknown
  %xw = onnx.Sin(%xa) : (!onnx.unknown) -> !onnx.unknown
  %xm = onnx.Mul(%xw, %xs) : (!onnx.unknown, tensor<f32>) -> !onnx.unknown
  %xv = onnx.Add(%xm, %s) : (!onnx.unknown, tensor<f32>) -> !onnx.unknown
  %xd = onnx.Constant() {value = dense<[100, 6, 2]> : tensor<3xi64>} : () -> tensor<3xi64>
  %x = onnx.Reshape(%xv, %xd) : (!onnx.unknown, tensor<3xi64>) -> !onnx.unknown
  %wn = onnx.Constant() {value = dense<80.0> : tensor<f32>} : () -> tensor<f32>
  %wf = onnx.Constant() {value = dense<0.7> : tensor<f32>} : () -> tensor<f32>
  %ws = onnx.Constant() {value = dense<0.6> : tensor<f32>} : () -> tensor<f32>
  %wr = onnx.Range(%zero, %wn, %one) : (tensor<f32>, tensor<f32>, tensor<f32>) -> !onnx.unknown
  %wa = onnx.Mul(%wr, %wf) : (!onnx.unknown, tensor<f32>) -> !onnx.unknown
  %ww = onnx.Sin(%wa) : (!onnx.unknown) -> !onnx.unknown
  %wm = onnx.Mul(%ww, %ws) : (!onnx.unknown, tensor<f32>) -> !onnx.unknown
  %wd = onnx.Constant() {value = dense<[1, 40, 2]> : tensor<3xi64>} : () -> tensor<3xi64>
  %w = onnx.Reshape(%wm, %wd) : (!onnx.unknown, tensor<3xi64>) -> !onnx.unknown
  %rn = onnx.Constant() {value = dense<1600.0> : tensor<f32>} : () -> tensor<f32>
  %rf = onnx.Constant() {value = dense<0.9> : tensor<f32>} : () -> tensor<f32>
  %rs = onnx.Constant() {value = dense<0.35> : tensor<f32>} : () -> tensor<f32>
  %rr = onnx.Range(%zero, %rn, %one) : (tensor<f32>, tensor<f32>, tensor<f32>) -> !onnx.unknown
  %ra = onnx.Mul(%rr, %rf) : (!onnx.unknown, tensor<f32>) -> !onnx.unknown
  %rw = onnx.Sin(%ra) : (!onnx.unknown) -> !onnx.unknown
  %rm = onnx.Mul(%rw, %rs) : (!onnx.unknown, tensor<f32>) -> !onnx.unknown
  %rd = onnx.Constant() {value = dense<[1, 40, 40]> : tensor<3xi64>} : () -> tensor<3xi64>
  %r = onnx.Reshape(%rm, %rd) : (!onnx.unknown, tensor<3xi64>) -> !onnx.unknown
  %bn = onnx.Constant() {value = dense<80.0> : tensor<f32>} : () -> tensor<f32>
  %bf = onnx.Constant() {value = dense<1.3> : tensor<f32>} : () -> tensor<f32>
  %bs = onnx.Constant() {value = dense<0.3> : tensor<f32>} : () -> tensor<f32>
  %br = onnx.Range(%zero, %bn, %one) : (tensor<f32>, tensor<f32>, tensor<f32>) -> !onnx.unknown
  %ba = onnx.Mul(%br, %bf) : (!onnx.unknown, tensor<f32>) -> !onnx.unknown
  %bw = onnx.Sin(%ba) : (!onnx.unknown) -> !onnx.unknown
  %bm = onnx.Mul(%bw, %bs) : (!onnx.unknown, tensor<f32>) -> !onnx.unknown
  %bd = onnx.Constant() {value = dense<[1, 80]> : tensor<2xi64>} : () -> tensor<2xi64>
  %b = onnx.Reshape(%bm, %bd) : (!onnx.unknown, tensor<2xi64>) -> !onnx.unknown
  %hin = onnx.Constant() {value = dense<240.0> : tensor<f32>} : () -> tensor<f32>
  %hif = onnx.Constant() {value = dense<0.53> : tensor<f32>} : () -> tensor<f32>
  %his = onnx.Constant() {value = dense<0.8> : tensor<f32>} : () -> tensor<f32>
  %hir = onnx.Range(%zero, %hin, %one) : (tensor<f32>, tensor<f32>, tensor<f32>) -> !onnx.unknown
  %hia = onnx.Mul(%hir, %hif) : (!onnx.unknown, tensor<f32>) -> !onnx.unknown
  %hiw = onnx.Sin(%hia) : (!onnx.unknown) -> !onnx.unknown
  %him = onnx.Mul(%hiw, %his) : (!onnx.unknown, tensor<f32>) -> !onnx.unknown
  %hid = onnx.Constant() {value = dense<[1, 6, 40]> : tensor<3xi64>} : () -> tensor<3xi64>
  %hi = onnx.Reshape(%him, %hid) : (!onnx.unknown, tensor<3xi64>) -> !onnx.unknown
  %kn = onnx.Constant() {value = dense<40.0> : tensor<f32>} : () -> tensor<f32>
  %kf = onnx.Constant() {value = dense<0.45> : tensor<f32>} : () -> tensor<f32>
  %ks = onnx.Constant() {value = dense<1.0> : tensor<f32>} : () -> tensor<f32>
  %kr = onnx.Range(%zero, %kn, %one) : (tensor<f32>, tensor<f32>, tensor<f32>) -> !onnx.unknown
  %ka = onnx.Mul(%kr, %kf) : (!onnx.unknown, tensor<f32>) -> !onnx.unknown
  %kw = onnx.Cos(%ka) : (!onnx.unknown) -> !onnx.unknown
  %km = onnx.Mul(%kw, %ks) : (!onnx.unknown, tensor<f32>) -> !onnx.unknown
  %kd = onnx.Constant() {value = dense<[40]> : tensor<1xi64>} : () -> tensor<1xi64>
  %k = onnx.Reshape(%km, %kd) : (!onnx.unknown, tensor<1xi64>) -> !onnx.unknown
  %0, %1 = "onnx.RNN"(%x, %w, %r, %b, %none, %hi) {hidden_size = 40 : si64} : (!onnx.unknown, !onnx.unknown, !onnx.unknown, !onnx.unknown, none, !onnx.unknown) -> (!onnx.unknown, !onnx.unknown)
  %yy = onnx.MatMul(%0, %k) : (!onnx.unknown, !onnx.unknown) -> tensor<100x1x6xf32>
  %hy = onnx.MatMul(%1, %k) : (!onnx.unknown, !onnx.unknown) -> tensor<1x6xf32>
  return %yy, %hy : tensor<100x1x6xf32>, tensor<1x6xf32>
}
