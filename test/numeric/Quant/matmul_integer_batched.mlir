// SPDX-License-Identifier: Apache-2.0
// Products of two activations of 8 bits, a matrix for each of the batch, against the same in floats, where all sums are exact.

// Both centred somewhere.
func.func @unsigned_unsigned(%s: tensor<f32>) -> (tensor<i1>, tensor<i1>) attributes {
    inputs = [dense<0.0> : tensor<f32>], outputs = [dense<true> : tensor<i1>, dense<true> : tensor<i1>]} {
  %zero = onnx.Constant() {value = dense<0.0> : tensor<f32>} : () -> tensor<f32>
  %one = onnx.Constant() {value = dense<1.0> : tensor<f32>} : () -> tensor<f32>
  %none = onnx.None() : () -> none
  %an = onnx.Constant() {value = dense<2280.0> : tensor<f32>} : () -> tensor<f32>
  %ar = onnx.Range(%zero, %an, %one) : (tensor<f32>, tensor<f32>, tensor<f32>) -> tensor<2280xf32>
  %am = onnx.Constant() {value = dense<1.0> : tensor<f32>} : () -> tensor<f32>
  %ap = onnx.Mul(%ar, %am) : (tensor<2280xf32>, tensor<f32>) -> tensor<2280xf32>
  %aq = onnx.Add(%ap, %s) : (tensor<2280xf32>, tensor<f32>) -> tensor<2280xf32>
  %aw = onnx.Sin(%aq) : (tensor<2280xf32>) -> tensor<2280xf32>
  %aa = onnx.Constant() {value = dense<127.0> : tensor<f32>} : () -> tensor<f32>
  %ax = onnx.Mul(%aw, %aa) : (tensor<2280xf32>, tensor<f32>) -> tensor<2280xf32>
  %ao = onnx.Constant() {value = dense<127.5> : tensor<f32>} : () -> tensor<f32>
  %ay = onnx.Add(%ax, %ao) : (tensor<2280xf32>, tensor<f32>) -> tensor<2280xf32>
  %ab = onnx.Cast(%ay) {to = 2 : si64} : (tensor<2280xf32>) -> tensor<2280xui8>
  %ad = onnx.Constant() {value = dense<[2, 3, 19, 20]> : tensor<4xi64>} : () -> tensor<4xi64>
  %a = onnx.Reshape(%ab, %ad) : (tensor<2280xui8>, tensor<4xi64>) -> tensor<2x3x19x20xui8>
  %bn = onnx.Constant() {value = dense<4440.0> : tensor<f32>} : () -> tensor<f32>
  %br = onnx.Range(%zero, %bn, %one) : (tensor<f32>, tensor<f32>, tensor<f32>) -> tensor<4440xf32>
  %bm = onnx.Constant() {value = dense<0.7> : tensor<f32>} : () -> tensor<f32>
  %bp = onnx.Mul(%br, %bm) : (tensor<4440xf32>, tensor<f32>) -> tensor<4440xf32>
  %bq = onnx.Add(%bp, %s) : (tensor<4440xf32>, tensor<f32>) -> tensor<4440xf32>
  %bw = onnx.Sin(%bq) : (tensor<4440xf32>) -> tensor<4440xf32>
  %ba = onnx.Constant() {value = dense<127.0> : tensor<f32>} : () -> tensor<f32>
  %bx = onnx.Mul(%bw, %ba) : (tensor<4440xf32>, tensor<f32>) -> tensor<4440xf32>
  %bo = onnx.Constant() {value = dense<127.5> : tensor<f32>} : () -> tensor<f32>
  %by = onnx.Add(%bx, %bo) : (tensor<4440xf32>, tensor<f32>) -> tensor<4440xf32>
  %bb = onnx.Cast(%by) {to = 2 : si64} : (tensor<4440xf32>) -> tensor<4440xui8>
  %bd = onnx.Constant() {value = dense<[2, 3, 20, 37]> : tensor<4xi64>} : () -> tensor<4xi64>
  %b = onnx.Reshape(%bb, %bd) : (tensor<4440xui8>, tensor<4xi64>) -> tensor<2x3x20x37xui8>
  %za = onnx.Constant() {value = dense<130> : tensor<ui8>} : () -> tensor<ui8>
  %zb = onnx.Constant() {value = dense<117> : tensor<ui8>} : () -> tensor<ui8>
  %af = onnx.Cast(%a) {to = 1 : si64} : (tensor<2x3x19x20xui8>) -> tensor<2x3x19x20xf32>
  %azf = onnx.Constant() {value = dense<130.0> : tensor<f32>} : () -> tensor<f32>
  %ac = onnx.Sub(%af, %azf) : (tensor<2x3x19x20xf32>, tensor<f32>) -> tensor<2x3x19x20xf32>
  %bf = onnx.Cast(%b) {to = 1 : si64} : (tensor<2x3x20x37xui8>) -> tensor<2x3x20x37xf32>
  %bzf = onnx.Constant() {value = dense<117.0> : tensor<f32>} : () -> tensor<f32>
  %bc = onnx.Sub(%bf, %bzf) : (tensor<2x3x20x37xf32>, tensor<f32>) -> tensor<2x3x20x37xf32>
  %r = onnx.MatMul(%ac, %bc) : (tensor<2x3x19x20xf32>, tensor<2x3x20x37xf32>) -> tensor<2x3x19x37xf32>
  %i = onnx.MatMulInteger(%a, %b, %za, %zb) : (tensor<2x3x19x20xui8>, tensor<2x3x20x37xui8>, tensor<ui8>, tensor<ui8>) -> tensor<2x3x19x37xi32>
  %y = onnx.Cast(%i) {to = 1 : si64} : (tensor<2x3x19x37xi32>) -> tensor<2x3x19x37xf32>
  %same = onnx.Equal(%y, %r) : (tensor<2x3x19x37xf32>, tensor<2x3x19x37xf32>) -> tensor<2x3x19x37xi1>
  %sames = onnx.Cast(%same) {to = 6 : si64} : (tensor<2x3x19x37xi1>) -> tensor<2x3x19x37xi32>
  %least = onnx.ReduceMin(%sames, %none) {keepdims = 0 : si64} : (tensor<2x3x19x37xi32>, none) -> tensor<i32>
  %exact = onnx.Cast(%least) {to = 9 : si64} : (tensor<i32>) -> tensor<i1>
  %high = onnx.ReduceMax(%y, %none) {keepdims = 0 : si64} : (tensor<2x3x19x37xf32>, none) -> tensor<f32>
  %low = onnx.ReduceMin(%y, %none) {keepdims = 0 : si64} : (tensor<2x3x19x37xf32>, none) -> tensor<f32>
  %some = onnx.Less(%low, %high) : (tensor<f32>, tensor<f32>) -> tensor<i1>
  return %exact, %some : tensor<i1>, tensor<i1>
}

// No zero points.
func.func @unsigned_signed(%s: tensor<f32>) -> (tensor<i1>, tensor<i1>) attributes {
    inputs = [dense<0.0> : tensor<f32>], outputs = [dense<true> : tensor<i1>, dense<true> : tensor<i1>]} {
  %zero = onnx.Constant() {value = dense<0.0> : tensor<f32>} : () -> tensor<f32>
  %one = onnx.Constant() {value = dense<1.0> : tensor<f32>} : () -> tensor<f32>
  %none = onnx.None() : () -> none
  %an = onnx.Constant() {value = dense<864.0> : tensor<f32>} : () -> tensor<f32>
  %ar = onnx.Range(%zero, %an, %one) : (tensor<f32>, tensor<f32>, tensor<f32>) -> tensor<864xf32>
  %am = onnx.Constant() {value = dense<1.0> : tensor<f32>} : () -> tensor<f32>
  %ap = onnx.Mul(%ar, %am) : (tensor<864xf32>, tensor<f32>) -> tensor<864xf32>
  %aq = onnx.Add(%ap, %s) : (tensor<864xf32>, tensor<f32>) -> tensor<864xf32>
  %aw = onnx.Sin(%aq) : (tensor<864xf32>) -> tensor<864xf32>
  %aa = onnx.Constant() {value = dense<127.0> : tensor<f32>} : () -> tensor<f32>
  %ax = onnx.Mul(%aw, %aa) : (tensor<864xf32>, tensor<f32>) -> tensor<864xf32>
  %ao = onnx.Constant() {value = dense<127.5> : tensor<f32>} : () -> tensor<f32>
  %ay = onnx.Add(%ax, %ao) : (tensor<864xf32>, tensor<f32>) -> tensor<864xf32>
  %ab = onnx.Cast(%ay) {to = 2 : si64} : (tensor<864xf32>) -> tensor<864xui8>
  %ad = onnx.Constant() {value = dense<[3, 9, 32]> : tensor<3xi64>} : () -> tensor<3xi64>
  %a = onnx.Reshape(%ab, %ad) : (tensor<864xui8>, tensor<3xi64>) -> tensor<3x9x32xui8>
  %bn = onnx.Constant() {value = dense<3168.0> : tensor<f32>} : () -> tensor<f32>
  %br = onnx.Range(%zero, %bn, %one) : (tensor<f32>, tensor<f32>, tensor<f32>) -> tensor<3168xf32>
  %bm = onnx.Constant() {value = dense<0.7> : tensor<f32>} : () -> tensor<f32>
  %bp = onnx.Mul(%br, %bm) : (tensor<3168xf32>, tensor<f32>) -> tensor<3168xf32>
  %bq = onnx.Add(%bp, %s) : (tensor<3168xf32>, tensor<f32>) -> tensor<3168xf32>
  %bw = onnx.Sin(%bq) : (tensor<3168xf32>) -> tensor<3168xf32>
  %ba = onnx.Constant() {value = dense<127.0> : tensor<f32>} : () -> tensor<f32>
  %bx = onnx.Mul(%bw, %ba) : (tensor<3168xf32>, tensor<f32>) -> tensor<3168xf32>
  %bo = onnx.Constant() {value = dense<0.0> : tensor<f32>} : () -> tensor<f32>
  %by = onnx.Add(%bx, %bo) : (tensor<3168xf32>, tensor<f32>) -> tensor<3168xf32>
  %bb = onnx.Cast(%by) {to = 3 : si64} : (tensor<3168xf32>) -> tensor<3168xi8>
  %bd = onnx.Constant() {value = dense<[3, 32, 33]> : tensor<3xi64>} : () -> tensor<3xi64>
  %b = onnx.Reshape(%bb, %bd) : (tensor<3168xi8>, tensor<3xi64>) -> tensor<3x32x33xi8>
  %za = onnx.None() : () -> none
  %zb = onnx.None() : () -> none
  %af = onnx.Cast(%a) {to = 1 : si64} : (tensor<3x9x32xui8>) -> tensor<3x9x32xf32>
  %azf = onnx.Constant() {value = dense<0.0> : tensor<f32>} : () -> tensor<f32>
  %ac = onnx.Sub(%af, %azf) : (tensor<3x9x32xf32>, tensor<f32>) -> tensor<3x9x32xf32>
  %bf = onnx.Cast(%b) {to = 1 : si64} : (tensor<3x32x33xi8>) -> tensor<3x32x33xf32>
  %bzf = onnx.Constant() {value = dense<0.0> : tensor<f32>} : () -> tensor<f32>
  %bc = onnx.Sub(%bf, %bzf) : (tensor<3x32x33xf32>, tensor<f32>) -> tensor<3x32x33xf32>
  %r = onnx.MatMul(%ac, %bc) : (tensor<3x9x32xf32>, tensor<3x32x33xf32>) -> tensor<3x9x33xf32>
  %i = onnx.MatMulInteger(%a, %b, %za, %zb) : (tensor<3x9x32xui8>, tensor<3x32x33xi8>, none, none) -> tensor<3x9x33xi32>
  %y = onnx.Cast(%i) {to = 1 : si64} : (tensor<3x9x33xi32>) -> tensor<3x9x33xf32>
  %same = onnx.Equal(%y, %r) : (tensor<3x9x33xf32>, tensor<3x9x33xf32>) -> tensor<3x9x33xi1>
  %sames = onnx.Cast(%same) {to = 6 : si64} : (tensor<3x9x33xi1>) -> tensor<3x9x33xi32>
  %least = onnx.ReduceMin(%sames, %none) {keepdims = 0 : si64} : (tensor<3x9x33xi32>, none) -> tensor<i32>
  %exact = onnx.Cast(%least) {to = 9 : si64} : (tensor<i32>) -> tensor<i1>
  %high = onnx.ReduceMax(%y, %none) {keepdims = 0 : si64} : (tensor<3x9x33xf32>, none) -> tensor<f32>
  %low = onnx.ReduceMin(%y, %none) {keepdims = 0 : si64} : (tensor<3x9x33xf32>, none) -> tensor<f32>
  %some = onnx.Less(%low, %high) : (tensor<f32>, tensor<f32>) -> tensor<i1>
  return %exact, %some : tensor<i1>, tensor<i1>
}

// Signed rows.
func.func @signed_unsigned(%s: tensor<f32>) -> (tensor<i1>, tensor<i1>) attributes {
    inputs = [dense<0.0> : tensor<f32>], outputs = [dense<true> : tensor<i1>, dense<true> : tensor<i1>]} {
  %zero = onnx.Constant() {value = dense<0.0> : tensor<f32>} : () -> tensor<f32>
  %one = onnx.Constant() {value = dense<1.0> : tensor<f32>} : () -> tensor<f32>
  %none = onnx.None() : () -> none
  %an = onnx.Constant() {value = dense<160.0> : tensor<f32>} : () -> tensor<f32>
  %ar = onnx.Range(%zero, %an, %one) : (tensor<f32>, tensor<f32>, tensor<f32>) -> tensor<160xf32>
  %am = onnx.Constant() {value = dense<1.0> : tensor<f32>} : () -> tensor<f32>
  %ap = onnx.Mul(%ar, %am) : (tensor<160xf32>, tensor<f32>) -> tensor<160xf32>
  %aq = onnx.Add(%ap, %s) : (tensor<160xf32>, tensor<f32>) -> tensor<160xf32>
  %aw = onnx.Sin(%aq) : (tensor<160xf32>) -> tensor<160xf32>
  %aa = onnx.Constant() {value = dense<127.0> : tensor<f32>} : () -> tensor<f32>
  %ax = onnx.Mul(%aw, %aa) : (tensor<160xf32>, tensor<f32>) -> tensor<160xf32>
  %ao = onnx.Constant() {value = dense<0.0> : tensor<f32>} : () -> tensor<f32>
  %ay = onnx.Add(%ax, %ao) : (tensor<160xf32>, tensor<f32>) -> tensor<160xf32>
  %ab = onnx.Cast(%ay) {to = 3 : si64} : (tensor<160xf32>) -> tensor<160xi8>
  %ad = onnx.Constant() {value = dense<[2, 5, 16]> : tensor<3xi64>} : () -> tensor<3xi64>
  %a = onnx.Reshape(%ab, %ad) : (tensor<160xi8>, tensor<3xi64>) -> tensor<2x5x16xi8>
  %bn = onnx.Constant() {value = dense<1600.0> : tensor<f32>} : () -> tensor<f32>
  %br = onnx.Range(%zero, %bn, %one) : (tensor<f32>, tensor<f32>, tensor<f32>) -> tensor<1600xf32>
  %bm = onnx.Constant() {value = dense<0.7> : tensor<f32>} : () -> tensor<f32>
  %bp = onnx.Mul(%br, %bm) : (tensor<1600xf32>, tensor<f32>) -> tensor<1600xf32>
  %bq = onnx.Add(%bp, %s) : (tensor<1600xf32>, tensor<f32>) -> tensor<1600xf32>
  %bw = onnx.Sin(%bq) : (tensor<1600xf32>) -> tensor<1600xf32>
  %ba = onnx.Constant() {value = dense<127.0> : tensor<f32>} : () -> tensor<f32>
  %bx = onnx.Mul(%bw, %ba) : (tensor<1600xf32>, tensor<f32>) -> tensor<1600xf32>
  %bo = onnx.Constant() {value = dense<127.5> : tensor<f32>} : () -> tensor<f32>
  %by = onnx.Add(%bx, %bo) : (tensor<1600xf32>, tensor<f32>) -> tensor<1600xf32>
  %bb = onnx.Cast(%by) {to = 2 : si64} : (tensor<1600xf32>) -> tensor<1600xui8>
  %bd = onnx.Constant() {value = dense<[2, 16, 50]> : tensor<3xi64>} : () -> tensor<3xi64>
  %b = onnx.Reshape(%bb, %bd) : (tensor<1600xui8>, tensor<3xi64>) -> tensor<2x16x50xui8>
  %za = onnx.Constant() {value = dense<-3> : tensor<i8>} : () -> tensor<i8>
  %zb = onnx.Constant() {value = dense<128> : tensor<ui8>} : () -> tensor<ui8>
  %af = onnx.Cast(%a) {to = 1 : si64} : (tensor<2x5x16xi8>) -> tensor<2x5x16xf32>
  %azf = onnx.Constant() {value = dense<-3.0> : tensor<f32>} : () -> tensor<f32>
  %ac = onnx.Sub(%af, %azf) : (tensor<2x5x16xf32>, tensor<f32>) -> tensor<2x5x16xf32>
  %bf = onnx.Cast(%b) {to = 1 : si64} : (tensor<2x16x50xui8>) -> tensor<2x16x50xf32>
  %bzf = onnx.Constant() {value = dense<128.0> : tensor<f32>} : () -> tensor<f32>
  %bc = onnx.Sub(%bf, %bzf) : (tensor<2x16x50xf32>, tensor<f32>) -> tensor<2x16x50xf32>
  %r = onnx.MatMul(%ac, %bc) : (tensor<2x5x16xf32>, tensor<2x16x50xf32>) -> tensor<2x5x50xf32>
  %i = onnx.MatMulInteger(%a, %b, %za, %zb) : (tensor<2x5x16xi8>, tensor<2x16x50xui8>, tensor<i8>, tensor<ui8>) -> tensor<2x5x50xi32>
  %y = onnx.Cast(%i) {to = 1 : si64} : (tensor<2x5x50xi32>) -> tensor<2x5x50xf32>
  %same = onnx.Equal(%y, %r) : (tensor<2x5x50xf32>, tensor<2x5x50xf32>) -> tensor<2x5x50xi1>
  %sames = onnx.Cast(%same) {to = 6 : si64} : (tensor<2x5x50xi1>) -> tensor<2x5x50xi32>
  %least = onnx.ReduceMin(%sames, %none) {keepdims = 0 : si64} : (tensor<2x5x50xi32>, none) -> tensor<i32>
  %exact = onnx.Cast(%least) {to = 9 : si64} : (tensor<i32>) -> tensor<i1>
  %high = onnx.ReduceMax(%y, %none) {keepdims = 0 : si64} : (tensor<2x5x50xf32>, none) -> tensor<f32>
  %low = onnx.ReduceMin(%y, %none) {keepdims = 0 : si64} : (tensor<2x5x50xf32>, none) -> tensor<f32>
  %some = onnx.Less(%low, %high) : (tensor<f32>, tensor<f32>) -> tensor<i1>
  return %exact, %some : tensor<i1>, tensor<i1>
}

// Signed both.
func.func @signed_signed(%s: tensor<f32>) -> (tensor<i1>, tensor<i1>) attributes {
    inputs = [dense<0.0> : tensor<f32>], outputs = [dense<true> : tensor<i1>, dense<true> : tensor<i1>]} {
  %zero = onnx.Constant() {value = dense<0.0> : tensor<f32>} : () -> tensor<f32>
  %one = onnx.Constant() {value = dense<1.0> : tensor<f32>} : () -> tensor<f32>
  %none = onnx.None() : () -> none
  %an = onnx.Constant() {value = dense<2176.0> : tensor<f32>} : () -> tensor<f32>
  %ar = onnx.Range(%zero, %an, %one) : (tensor<f32>, tensor<f32>, tensor<f32>) -> tensor<2176xf32>
  %am = onnx.Constant() {value = dense<1.0> : tensor<f32>} : () -> tensor<f32>
  %ap = onnx.Mul(%ar, %am) : (tensor<2176xf32>, tensor<f32>) -> tensor<2176xf32>
  %aq = onnx.Add(%ap, %s) : (tensor<2176xf32>, tensor<f32>) -> tensor<2176xf32>
  %aw = onnx.Sin(%aq) : (tensor<2176xf32>) -> tensor<2176xf32>
  %aa = onnx.Constant() {value = dense<127.0> : tensor<f32>} : () -> tensor<f32>
  %ax = onnx.Mul(%aw, %aa) : (tensor<2176xf32>, tensor<f32>) -> tensor<2176xf32>
  %ao = onnx.Constant() {value = dense<0.0> : tensor<f32>} : () -> tensor<f32>
  %ay = onnx.Add(%ax, %ao) : (tensor<2176xf32>, tensor<f32>) -> tensor<2176xf32>
  %ab = onnx.Cast(%ay) {to = 3 : si64} : (tensor<2176xf32>) -> tensor<2176xi8>
  %ad = onnx.Constant() {value = dense<[1, 2, 17, 64]> : tensor<4xi64>} : () -> tensor<4xi64>
  %a = onnx.Reshape(%ab, %ad) : (tensor<2176xi8>, tensor<4xi64>) -> tensor<1x2x17x64xi8>
  %bn = onnx.Constant() {value = dense<640.0> : tensor<f32>} : () -> tensor<f32>
  %br = onnx.Range(%zero, %bn, %one) : (tensor<f32>, tensor<f32>, tensor<f32>) -> tensor<640xf32>
  %bm = onnx.Constant() {value = dense<0.7> : tensor<f32>} : () -> tensor<f32>
  %bp = onnx.Mul(%br, %bm) : (tensor<640xf32>, tensor<f32>) -> tensor<640xf32>
  %bq = onnx.Add(%bp, %s) : (tensor<640xf32>, tensor<f32>) -> tensor<640xf32>
  %bw = onnx.Sin(%bq) : (tensor<640xf32>) -> tensor<640xf32>
  %ba = onnx.Constant() {value = dense<127.0> : tensor<f32>} : () -> tensor<f32>
  %bx = onnx.Mul(%bw, %ba) : (tensor<640xf32>, tensor<f32>) -> tensor<640xf32>
  %bo = onnx.Constant() {value = dense<0.0> : tensor<f32>} : () -> tensor<f32>
  %by = onnx.Add(%bx, %bo) : (tensor<640xf32>, tensor<f32>) -> tensor<640xf32>
  %bb = onnx.Cast(%by) {to = 3 : si64} : (tensor<640xf32>) -> tensor<640xi8>
  %bd = onnx.Constant() {value = dense<[1, 2, 64, 5]> : tensor<4xi64>} : () -> tensor<4xi64>
  %b = onnx.Reshape(%bb, %bd) : (tensor<640xi8>, tensor<4xi64>) -> tensor<1x2x64x5xi8>
  %za = onnx.None() : () -> none
  %zb = onnx.Constant() {value = dense<7> : tensor<i8>} : () -> tensor<i8>
  %af = onnx.Cast(%a) {to = 1 : si64} : (tensor<1x2x17x64xi8>) -> tensor<1x2x17x64xf32>
  %azf = onnx.Constant() {value = dense<0.0> : tensor<f32>} : () -> tensor<f32>
  %ac = onnx.Sub(%af, %azf) : (tensor<1x2x17x64xf32>, tensor<f32>) -> tensor<1x2x17x64xf32>
  %bf = onnx.Cast(%b) {to = 1 : si64} : (tensor<1x2x64x5xi8>) -> tensor<1x2x64x5xf32>
  %bzf = onnx.Constant() {value = dense<7.0> : tensor<f32>} : () -> tensor<f32>
  %bc = onnx.Sub(%bf, %bzf) : (tensor<1x2x64x5xf32>, tensor<f32>) -> tensor<1x2x64x5xf32>
  %r = onnx.MatMul(%ac, %bc) : (tensor<1x2x17x64xf32>, tensor<1x2x64x5xf32>) -> tensor<1x2x17x5xf32>
  %i = onnx.MatMulInteger(%a, %b, %za, %zb) : (tensor<1x2x17x64xi8>, tensor<1x2x64x5xi8>, none, tensor<i8>) -> tensor<1x2x17x5xi32>
  %y = onnx.Cast(%i) {to = 1 : si64} : (tensor<1x2x17x5xi32>) -> tensor<1x2x17x5xf32>
  %same = onnx.Equal(%y, %r) : (tensor<1x2x17x5xf32>, tensor<1x2x17x5xf32>) -> tensor<1x2x17x5xi1>
  %sames = onnx.Cast(%same) {to = 6 : si64} : (tensor<1x2x17x5xi1>) -> tensor<1x2x17x5xi32>
  %least = onnx.ReduceMin(%sames, %none) {keepdims = 0 : si64} : (tensor<1x2x17x5xi32>, none) -> tensor<i32>
  %exact = onnx.Cast(%least) {to = 9 : si64} : (tensor<i32>) -> tensor<i1>
  %high = onnx.ReduceMax(%y, %none) {keepdims = 0 : si64} : (tensor<1x2x17x5xf32>, none) -> tensor<f32>
  %low = onnx.ReduceMin(%y, %none) {keepdims = 0 : si64} : (tensor<1x2x17x5xf32>, none) -> tensor<f32>
  %some = onnx.Less(%low, %high) : (tensor<f32>, tensor<f32>) -> tensor<i1>
  return %exact, %some : tensor<i1>, tensor<i1>
}

// One matrix for several of the batch.
func.func @broadcast(%s: tensor<f32>) -> (tensor<i1>, tensor<i1>) attributes {
    inputs = [dense<0.0> : tensor<f32>], outputs = [dense<true> : tensor<i1>, dense<true> : tensor<i1>]} {
  %zero = onnx.Constant() {value = dense<0.0> : tensor<f32>} : () -> tensor<f32>
  %one = onnx.Constant() {value = dense<1.0> : tensor<f32>} : () -> tensor<f32>
  %none = onnx.None() : () -> none
  %an = onnx.Constant() {value = dense<672.0> : tensor<f32>} : () -> tensor<f32>
  %ar = onnx.Range(%zero, %an, %one) : (tensor<f32>, tensor<f32>, tensor<f32>) -> tensor<672xf32>
  %am = onnx.Constant() {value = dense<1.0> : tensor<f32>} : () -> tensor<f32>
  %ap = onnx.Mul(%ar, %am) : (tensor<672xf32>, tensor<f32>) -> tensor<672xf32>
  %aq = onnx.Add(%ap, %s) : (tensor<672xf32>, tensor<f32>) -> tensor<672xf32>
  %aw = onnx.Sin(%aq) : (tensor<672xf32>) -> tensor<672xf32>
  %aa = onnx.Constant() {value = dense<127.0> : tensor<f32>} : () -> tensor<f32>
  %ax = onnx.Mul(%aw, %aa) : (tensor<672xf32>, tensor<f32>) -> tensor<672xf32>
  %ao = onnx.Constant() {value = dense<127.5> : tensor<f32>} : () -> tensor<f32>
  %ay = onnx.Add(%ax, %ao) : (tensor<672xf32>, tensor<f32>) -> tensor<672xf32>
  %ab = onnx.Cast(%ay) {to = 2 : si64} : (tensor<672xf32>) -> tensor<672xui8>
  %ad = onnx.Constant() {value = dense<[2, 3, 7, 16]> : tensor<4xi64>} : () -> tensor<4xi64>
  %a = onnx.Reshape(%ab, %ad) : (tensor<672xui8>, tensor<4xi64>) -> tensor<2x3x7x16xui8>
  %bn = onnx.Constant() {value = dense<576.0> : tensor<f32>} : () -> tensor<f32>
  %br = onnx.Range(%zero, %bn, %one) : (tensor<f32>, tensor<f32>, tensor<f32>) -> tensor<576xf32>
  %bm = onnx.Constant() {value = dense<0.7> : tensor<f32>} : () -> tensor<f32>
  %bp = onnx.Mul(%br, %bm) : (tensor<576xf32>, tensor<f32>) -> tensor<576xf32>
  %bq = onnx.Add(%bp, %s) : (tensor<576xf32>, tensor<f32>) -> tensor<576xf32>
  %bw = onnx.Sin(%bq) : (tensor<576xf32>) -> tensor<576xf32>
  %ba = onnx.Constant() {value = dense<127.0> : tensor<f32>} : () -> tensor<f32>
  %bx = onnx.Mul(%bw, %ba) : (tensor<576xf32>, tensor<f32>) -> tensor<576xf32>
  %bo = onnx.Constant() {value = dense<127.5> : tensor<f32>} : () -> tensor<f32>
  %by = onnx.Add(%bx, %bo) : (tensor<576xf32>, tensor<f32>) -> tensor<576xf32>
  %bb = onnx.Cast(%by) {to = 2 : si64} : (tensor<576xf32>) -> tensor<576xui8>
  %bd = onnx.Constant() {value = dense<[2, 1, 16, 18]> : tensor<4xi64>} : () -> tensor<4xi64>
  %b = onnx.Reshape(%bb, %bd) : (tensor<576xui8>, tensor<4xi64>) -> tensor<2x1x16x18xui8>
  %za = onnx.Constant() {value = dense<5> : tensor<ui8>} : () -> tensor<ui8>
  %zb = onnx.Constant() {value = dense<3> : tensor<ui8>} : () -> tensor<ui8>
  %af = onnx.Cast(%a) {to = 1 : si64} : (tensor<2x3x7x16xui8>) -> tensor<2x3x7x16xf32>
  %azf = onnx.Constant() {value = dense<5.0> : tensor<f32>} : () -> tensor<f32>
  %ac = onnx.Sub(%af, %azf) : (tensor<2x3x7x16xf32>, tensor<f32>) -> tensor<2x3x7x16xf32>
  %bf = onnx.Cast(%b) {to = 1 : si64} : (tensor<2x1x16x18xui8>) -> tensor<2x1x16x18xf32>
  %bzf = onnx.Constant() {value = dense<3.0> : tensor<f32>} : () -> tensor<f32>
  %bc = onnx.Sub(%bf, %bzf) : (tensor<2x1x16x18xf32>, tensor<f32>) -> tensor<2x1x16x18xf32>
  %r = onnx.MatMul(%ac, %bc) : (tensor<2x3x7x16xf32>, tensor<2x1x16x18xf32>) -> tensor<2x3x7x18xf32>
  %i = onnx.MatMulInteger(%a, %b, %za, %zb) : (tensor<2x3x7x16xui8>, tensor<2x1x16x18xui8>, tensor<ui8>, tensor<ui8>) -> tensor<2x3x7x18xi32>
  %y = onnx.Cast(%i) {to = 1 : si64} : (tensor<2x3x7x18xi32>) -> tensor<2x3x7x18xf32>
  %same = onnx.Equal(%y, %r) : (tensor<2x3x7x18xf32>, tensor<2x3x7x18xf32>) -> tensor<2x3x7x18xi1>
  %sames = onnx.Cast(%same) {to = 6 : si64} : (tensor<2x3x7x18xi1>) -> tensor<2x3x7x18xi32>
  %least = onnx.ReduceMin(%sames, %none) {keepdims = 0 : si64} : (tensor<2x3x7x18xi32>, none) -> tensor<i32>
  %exact = onnx.Cast(%least) {to = 9 : si64} : (tensor<i32>) -> tensor<i1>
  %high = onnx.ReduceMax(%y, %none) {keepdims = 0 : si64} : (tensor<2x3x7x18xf32>, none) -> tensor<f32>
  %low = onnx.ReduceMin(%y, %none) {keepdims = 0 : si64} : (tensor<2x3x7x18xf32>, none) -> tensor<f32>
  %some = onnx.Less(%low, %high) : (tensor<f32>, tensor<f32>) -> tensor<i1>
  return %exact, %some : tensor<i1>, tensor<i1>
}

// A depth of no whole words.
func.func @odd_depth(%s: tensor<f32>) -> (tensor<i1>, tensor<i1>) attributes {
    inputs = [dense<0.0> : tensor<f32>], outputs = [dense<true> : tensor<i1>, dense<true> : tensor<i1>]} {
  %zero = onnx.Constant() {value = dense<0.0> : tensor<f32>} : () -> tensor<f32>
  %one = onnx.Constant() {value = dense<1.0> : tensor<f32>} : () -> tensor<f32>
  %none = onnx.None() : () -> none
  %an = onnx.Constant() {value = dense<756.0> : tensor<f32>} : () -> tensor<f32>
  %ar = onnx.Range(%zero, %an, %one) : (tensor<f32>, tensor<f32>, tensor<f32>) -> tensor<756xf32>
  %am = onnx.Constant() {value = dense<1.0> : tensor<f32>} : () -> tensor<f32>
  %ap = onnx.Mul(%ar, %am) : (tensor<756xf32>, tensor<f32>) -> tensor<756xf32>
  %aq = onnx.Add(%ap, %s) : (tensor<756xf32>, tensor<f32>) -> tensor<756xf32>
  %aw = onnx.Sin(%aq) : (tensor<756xf32>) -> tensor<756xf32>
  %aa = onnx.Constant() {value = dense<127.0> : tensor<f32>} : () -> tensor<f32>
  %ax = onnx.Mul(%aw, %aa) : (tensor<756xf32>, tensor<f32>) -> tensor<756xf32>
  %ao = onnx.Constant() {value = dense<127.5> : tensor<f32>} : () -> tensor<f32>
  %ay = onnx.Add(%ax, %ao) : (tensor<756xf32>, tensor<f32>) -> tensor<756xf32>
  %ab = onnx.Cast(%ay) {to = 2 : si64} : (tensor<756xf32>) -> tensor<756xui8>
  %ad = onnx.Constant() {value = dense<[2, 3, 7, 18]> : tensor<4xi64>} : () -> tensor<4xi64>
  %a = onnx.Reshape(%ab, %ad) : (tensor<756xui8>, tensor<4xi64>) -> tensor<2x3x7x18xui8>
  %bn = onnx.Constant() {value = dense<3672.0> : tensor<f32>} : () -> tensor<f32>
  %br = onnx.Range(%zero, %bn, %one) : (tensor<f32>, tensor<f32>, tensor<f32>) -> tensor<3672xf32>
  %bm = onnx.Constant() {value = dense<0.7> : tensor<f32>} : () -> tensor<f32>
  %bp = onnx.Mul(%br, %bm) : (tensor<3672xf32>, tensor<f32>) -> tensor<3672xf32>
  %bq = onnx.Add(%bp, %s) : (tensor<3672xf32>, tensor<f32>) -> tensor<3672xf32>
  %bw = onnx.Sin(%bq) : (tensor<3672xf32>) -> tensor<3672xf32>
  %ba = onnx.Constant() {value = dense<127.0> : tensor<f32>} : () -> tensor<f32>
  %bx = onnx.Mul(%bw, %ba) : (tensor<3672xf32>, tensor<f32>) -> tensor<3672xf32>
  %bo = onnx.Constant() {value = dense<127.5> : tensor<f32>} : () -> tensor<f32>
  %by = onnx.Add(%bx, %bo) : (tensor<3672xf32>, tensor<f32>) -> tensor<3672xf32>
  %bb = onnx.Cast(%by) {to = 2 : si64} : (tensor<3672xf32>) -> tensor<3672xui8>
  %bd = onnx.Constant() {value = dense<[2, 3, 18, 34]> : tensor<4xi64>} : () -> tensor<4xi64>
  %b = onnx.Reshape(%bb, %bd) : (tensor<3672xui8>, tensor<4xi64>) -> tensor<2x3x18x34xui8>
  %za = onnx.Constant() {value = dense<0> : tensor<ui8>} : () -> tensor<ui8>
  %zb = onnx.Constant() {value = dense<128> : tensor<ui8>} : () -> tensor<ui8>
  %af = onnx.Cast(%a) {to = 1 : si64} : (tensor<2x3x7x18xui8>) -> tensor<2x3x7x18xf32>
  %azf = onnx.Constant() {value = dense<0.0> : tensor<f32>} : () -> tensor<f32>
  %ac = onnx.Sub(%af, %azf) : (tensor<2x3x7x18xf32>, tensor<f32>) -> tensor<2x3x7x18xf32>
  %bf = onnx.Cast(%b) {to = 1 : si64} : (tensor<2x3x18x34xui8>) -> tensor<2x3x18x34xf32>
  %bzf = onnx.Constant() {value = dense<128.0> : tensor<f32>} : () -> tensor<f32>
  %bc = onnx.Sub(%bf, %bzf) : (tensor<2x3x18x34xf32>, tensor<f32>) -> tensor<2x3x18x34xf32>
  %r = onnx.MatMul(%ac, %bc) : (tensor<2x3x7x18xf32>, tensor<2x3x18x34xf32>) -> tensor<2x3x7x34xf32>
  %i = onnx.MatMulInteger(%a, %b, %za, %zb) : (tensor<2x3x7x18xui8>, tensor<2x3x18x34xui8>, tensor<ui8>, tensor<ui8>) -> tensor<2x3x7x34xi32>
  %y = onnx.Cast(%i) {to = 1 : si64} : (tensor<2x3x7x34xi32>) -> tensor<2x3x7x34xf32>
  %same = onnx.Equal(%y, %r) : (tensor<2x3x7x34xf32>, tensor<2x3x7x34xf32>) -> tensor<2x3x7x34xi1>
  %sames = onnx.Cast(%same) {to = 6 : si64} : (tensor<2x3x7x34xi1>) -> tensor<2x3x7x34xi32>
  %least = onnx.ReduceMin(%sames, %none) {keepdims = 0 : si64} : (tensor<2x3x7x34xi32>, none) -> tensor<i32>
  %exact = onnx.Cast(%least) {to = 9 : si64} : (tensor<i32>) -> tensor<i1>
  %high = onnx.ReduceMax(%y, %none) {keepdims = 0 : si64} : (tensor<2x3x7x34xf32>, none) -> tensor<f32>
  %low = onnx.ReduceMin(%y, %none) {keepdims = 0 : si64} : (tensor<2x3x7x34xf32>, none) -> tensor<f32>
  %some = onnx.Less(%low, %high) : (tensor<f32>, tensor<f32>) -> tensor<i1>
  return %exact, %some : tensor<i1>, tensor<i1>
}

// The same, both centred somewhere.
func.func @odd_depth_centred(%s: tensor<f32>) -> (tensor<i1>, tensor<i1>) attributes {
    inputs = [dense<0.0> : tensor<f32>], outputs = [dense<true> : tensor<i1>, dense<true> : tensor<i1>]} {
  %zero = onnx.Constant() {value = dense<0.0> : tensor<f32>} : () -> tensor<f32>
  %one = onnx.Constant() {value = dense<1.0> : tensor<f32>} : () -> tensor<f32>
  %none = onnx.None() : () -> none
  %an = onnx.Constant() {value = dense<238.0> : tensor<f32>} : () -> tensor<f32>
  %ar = onnx.Range(%zero, %an, %one) : (tensor<f32>, tensor<f32>, tensor<f32>) -> tensor<238xf32>
  %am = onnx.Constant() {value = dense<1.0> : tensor<f32>} : () -> tensor<f32>
  %ap = onnx.Mul(%ar, %am) : (tensor<238xf32>, tensor<f32>) -> tensor<238xf32>
  %aq = onnx.Add(%ap, %s) : (tensor<238xf32>, tensor<f32>) -> tensor<238xf32>
  %aw = onnx.Sin(%aq) : (tensor<238xf32>) -> tensor<238xf32>
  %aa = onnx.Constant() {value = dense<127.0> : tensor<f32>} : () -> tensor<f32>
  %ax = onnx.Mul(%aw, %aa) : (tensor<238xf32>, tensor<f32>) -> tensor<238xf32>
  %ao = onnx.Constant() {value = dense<0.0> : tensor<f32>} : () -> tensor<f32>
  %ay = onnx.Add(%ax, %ao) : (tensor<238xf32>, tensor<f32>) -> tensor<238xf32>
  %ab = onnx.Cast(%ay) {to = 3 : si64} : (tensor<238xf32>) -> tensor<238xi8>
  %ad = onnx.Constant() {value = dense<[2, 7, 17]> : tensor<3xi64>} : () -> tensor<3xi64>
  %a = onnx.Reshape(%ab, %ad) : (tensor<238xi8>, tensor<3xi64>) -> tensor<2x7x17xi8>
  %bn = onnx.Constant() {value = dense<680.0> : tensor<f32>} : () -> tensor<f32>
  %br = onnx.Range(%zero, %bn, %one) : (tensor<f32>, tensor<f32>, tensor<f32>) -> tensor<680xf32>
  %bm = onnx.Constant() {value = dense<0.7> : tensor<f32>} : () -> tensor<f32>
  %bp = onnx.Mul(%br, %bm) : (tensor<680xf32>, tensor<f32>) -> tensor<680xf32>
  %bq = onnx.Add(%bp, %s) : (tensor<680xf32>, tensor<f32>) -> tensor<680xf32>
  %bw = onnx.Sin(%bq) : (tensor<680xf32>) -> tensor<680xf32>
  %ba = onnx.Constant() {value = dense<127.0> : tensor<f32>} : () -> tensor<f32>
  %bx = onnx.Mul(%bw, %ba) : (tensor<680xf32>, tensor<f32>) -> tensor<680xf32>
  %bo = onnx.Constant() {value = dense<0.0> : tensor<f32>} : () -> tensor<f32>
  %by = onnx.Add(%bx, %bo) : (tensor<680xf32>, tensor<f32>) -> tensor<680xf32>
  %bb = onnx.Cast(%by) {to = 3 : si64} : (tensor<680xf32>) -> tensor<680xi8>
  %bd = onnx.Constant() {value = dense<[2, 17, 20]> : tensor<3xi64>} : () -> tensor<3xi64>
  %b = onnx.Reshape(%bb, %bd) : (tensor<680xi8>, tensor<3xi64>) -> tensor<2x17x20xi8>
  %za = onnx.Constant() {value = dense<11> : tensor<i8>} : () -> tensor<i8>
  %zb = onnx.Constant() {value = dense<-9> : tensor<i8>} : () -> tensor<i8>
  %af = onnx.Cast(%a) {to = 1 : si64} : (tensor<2x7x17xi8>) -> tensor<2x7x17xf32>
  %azf = onnx.Constant() {value = dense<11.0> : tensor<f32>} : () -> tensor<f32>
  %ac = onnx.Sub(%af, %azf) : (tensor<2x7x17xf32>, tensor<f32>) -> tensor<2x7x17xf32>
  %bf = onnx.Cast(%b) {to = 1 : si64} : (tensor<2x17x20xi8>) -> tensor<2x17x20xf32>
  %bzf = onnx.Constant() {value = dense<-9.0> : tensor<f32>} : () -> tensor<f32>
  %bc = onnx.Sub(%bf, %bzf) : (tensor<2x17x20xf32>, tensor<f32>) -> tensor<2x17x20xf32>
  %r = onnx.MatMul(%ac, %bc) : (tensor<2x7x17xf32>, tensor<2x17x20xf32>) -> tensor<2x7x20xf32>
  %i = onnx.MatMulInteger(%a, %b, %za, %zb) : (tensor<2x7x17xi8>, tensor<2x17x20xi8>, tensor<i8>, tensor<i8>) -> tensor<2x7x20xi32>
  %y = onnx.Cast(%i) {to = 1 : si64} : (tensor<2x7x20xi32>) -> tensor<2x7x20xf32>
  %same = onnx.Equal(%y, %r) : (tensor<2x7x20xf32>, tensor<2x7x20xf32>) -> tensor<2x7x20xi1>
  %sames = onnx.Cast(%same) {to = 6 : si64} : (tensor<2x7x20xi1>) -> tensor<2x7x20xi32>
  %least = onnx.ReduceMin(%sames, %none) {keepdims = 0 : si64} : (tensor<2x7x20xi32>, none) -> tensor<i32>
  %exact = onnx.Cast(%least) {to = 9 : si64} : (tensor<i32>) -> tensor<i1>
  %high = onnx.ReduceMax(%y, %none) {keepdims = 0 : si64} : (tensor<2x7x20xf32>, none) -> tensor<f32>
  %low = onnx.ReduceMin(%y, %none) {keepdims = 0 : si64} : (tensor<2x7x20xf32>, none) -> tensor<f32>
  %some = onnx.Less(%low, %high) : (tensor<f32>, tensor<f32>) -> tensor<i1>
  return %exact, %some : tensor<i1>, tensor<i1>
}

// As a product of dequantised floats.
func.func @dequantised(%s: tensor<f32>) -> (tensor<i1>, tensor<i1>) attributes {
    inputs = [dense<0.0> : tensor<f32>], outputs = [dense<true> : tensor<i1>, dense<true> : tensor<i1>]} {
  %zero = onnx.Constant() {value = dense<0.0> : tensor<f32>} : () -> tensor<f32>
  %one = onnx.Constant() {value = dense<1.0> : tensor<f32>} : () -> tensor<f32>
  %none = onnx.None() : () -> none
  %an = onnx.Constant() {value = dense<4032.0> : tensor<f32>} : () -> tensor<f32>
  %ar = onnx.Range(%zero, %an, %one) : (tensor<f32>, tensor<f32>, tensor<f32>) -> tensor<4032xf32>
  %am = onnx.Constant() {value = dense<1.0> : tensor<f32>} : () -> tensor<f32>
  %ap = onnx.Mul(%ar, %am) : (tensor<4032xf32>, tensor<f32>) -> tensor<4032xf32>
  %aq = onnx.Add(%ap, %s) : (tensor<4032xf32>, tensor<f32>) -> tensor<4032xf32>
  %aw = onnx.Sin(%aq) : (tensor<4032xf32>) -> tensor<4032xf32>
  %aa = onnx.Constant() {value = dense<127.0> : tensor<f32>} : () -> tensor<f32>
  %ax = onnx.Mul(%aw, %aa) : (tensor<4032xf32>, tensor<f32>) -> tensor<4032xf32>
  %ao = onnx.Constant() {value = dense<127.5> : tensor<f32>} : () -> tensor<f32>
  %ay = onnx.Add(%ax, %ao) : (tensor<4032xf32>, tensor<f32>) -> tensor<4032xf32>
  %ab = onnx.Cast(%ay) {to = 2 : si64} : (tensor<4032xf32>) -> tensor<4032xui8>
  %ad = onnx.Constant() {value = dense<[2, 3, 21, 32]> : tensor<4xi64>} : () -> tensor<4xi64>
  %a = onnx.Reshape(%ab, %ad) : (tensor<4032xui8>, tensor<4xi64>) -> tensor<2x3x21x32xui8>
  %bn = onnx.Constant() {value = dense<4032.0> : tensor<f32>} : () -> tensor<f32>
  %br = onnx.Range(%zero, %bn, %one) : (tensor<f32>, tensor<f32>, tensor<f32>) -> tensor<4032xf32>
  %bm = onnx.Constant() {value = dense<0.7> : tensor<f32>} : () -> tensor<f32>
  %bp = onnx.Mul(%br, %bm) : (tensor<4032xf32>, tensor<f32>) -> tensor<4032xf32>
  %bq = onnx.Add(%bp, %s) : (tensor<4032xf32>, tensor<f32>) -> tensor<4032xf32>
  %bw = onnx.Sin(%bq) : (tensor<4032xf32>) -> tensor<4032xf32>
  %ba = onnx.Constant() {value = dense<127.0> : tensor<f32>} : () -> tensor<f32>
  %bx = onnx.Mul(%bw, %ba) : (tensor<4032xf32>, tensor<f32>) -> tensor<4032xf32>
  %bo = onnx.Constant() {value = dense<127.5> : tensor<f32>} : () -> tensor<f32>
  %by = onnx.Add(%bx, %bo) : (tensor<4032xf32>, tensor<f32>) -> tensor<4032xf32>
  %bb = onnx.Cast(%by) {to = 2 : si64} : (tensor<4032xf32>) -> tensor<4032xui8>
  %bd = onnx.Constant() {value = dense<[2, 3, 32, 21]> : tensor<4xi64>} : () -> tensor<4xi64>
  %b = onnx.Reshape(%bb, %bd) : (tensor<4032xui8>, tensor<4xi64>) -> tensor<2x3x32x21xui8>
  %za = onnx.Constant() {value = dense<127> : tensor<ui8>} : () -> tensor<ui8>
  %zb = onnx.Constant() {value = dense<113> : tensor<ui8>} : () -> tensor<ui8>
  %af = onnx.Cast(%a) {to = 1 : si64} : (tensor<2x3x21x32xui8>) -> tensor<2x3x21x32xf32>
  %azf = onnx.Constant() {value = dense<127.0> : tensor<f32>} : () -> tensor<f32>
  %ac = onnx.Sub(%af, %azf) : (tensor<2x3x21x32xf32>, tensor<f32>) -> tensor<2x3x21x32xf32>
  %bf = onnx.Cast(%b) {to = 1 : si64} : (tensor<2x3x32x21xui8>) -> tensor<2x3x32x21xf32>
  %bzf = onnx.Constant() {value = dense<113.0> : tensor<f32>} : () -> tensor<f32>
  %bc = onnx.Sub(%bf, %bzf) : (tensor<2x3x32x21xf32>, tensor<f32>) -> tensor<2x3x32x21xf32>
  %r = onnx.MatMul(%ac, %bc) : (tensor<2x3x21x32xf32>, tensor<2x3x32x21xf32>) -> tensor<2x3x21x21xf32>
  %sa = onnx.Constant() {value = dense<0.5> : tensor<f32>} : () -> tensor<f32>
  %sb = onnx.Constant() {value = dense<2.0> : tensor<f32>} : () -> tensor<f32>
  %da = onnx.DequantizeLinear(%a, %sa, %za) : (tensor<2x3x21x32xui8>, tensor<f32>, tensor<ui8>) -> tensor<2x3x21x32xf32>
  %db = onnx.DequantizeLinear(%b, %sb, %zb) : (tensor<2x3x32x21xui8>, tensor<f32>, tensor<ui8>) -> tensor<2x3x32x21xf32>
  %y = onnx.MatMul(%da, %db) : (tensor<2x3x21x32xf32>, tensor<2x3x32x21xf32>) -> tensor<2x3x21x21xf32>
  %same = onnx.Equal(%y, %r) : (tensor<2x3x21x21xf32>, tensor<2x3x21x21xf32>) -> tensor<2x3x21x21xi1>
  %sames = onnx.Cast(%same) {to = 6 : si64} : (tensor<2x3x21x21xi1>) -> tensor<2x3x21x21xi32>
  %least = onnx.ReduceMin(%sames, %none) {keepdims = 0 : si64} : (tensor<2x3x21x21xi32>, none) -> tensor<i32>
  %exact = onnx.Cast(%least) {to = 9 : si64} : (tensor<i32>) -> tensor<i1>
  %high = onnx.ReduceMax(%y, %none) {keepdims = 0 : si64} : (tensor<2x3x21x21xf32>, none) -> tensor<f32>
  %low = onnx.ReduceMin(%y, %none) {keepdims = 0 : si64} : (tensor<2x3x21x21xf32>, none) -> tensor<f32>
  %some = onnx.Less(%low, %high) : (tensor<f32>, tensor<f32>) -> tensor<i1>
  return %exact, %some : tensor<i1>, tensor<i1>
}

// The same of signed bytes, of a depth of no whole words.
func.func @dequantised_signed(%s: tensor<f32>) -> (tensor<i1>, tensor<i1>) attributes {
    inputs = [dense<0.0> : tensor<f32>], outputs = [dense<true> : tensor<i1>, dense<true> : tensor<i1>]} {
  %zero = onnx.Constant() {value = dense<0.0> : tensor<f32>} : () -> tensor<f32>
  %one = onnx.Constant() {value = dense<1.0> : tensor<f32>} : () -> tensor<f32>
  %none = onnx.None() : () -> none
  %an = onnx.Constant() {value = dense<2646.0> : tensor<f32>} : () -> tensor<f32>
  %ar = onnx.Range(%zero, %an, %one) : (tensor<f32>, tensor<f32>, tensor<f32>) -> tensor<2646xf32>
  %am = onnx.Constant() {value = dense<1.0> : tensor<f32>} : () -> tensor<f32>
  %ap = onnx.Mul(%ar, %am) : (tensor<2646xf32>, tensor<f32>) -> tensor<2646xf32>
  %aq = onnx.Add(%ap, %s) : (tensor<2646xf32>, tensor<f32>) -> tensor<2646xf32>
  %aw = onnx.Sin(%aq) : (tensor<2646xf32>) -> tensor<2646xf32>
  %aa = onnx.Constant() {value = dense<127.0> : tensor<f32>} : () -> tensor<f32>
  %ax = onnx.Mul(%aw, %aa) : (tensor<2646xf32>, tensor<f32>) -> tensor<2646xf32>
  %ao = onnx.Constant() {value = dense<0.0> : tensor<f32>} : () -> tensor<f32>
  %ay = onnx.Add(%ax, %ao) : (tensor<2646xf32>, tensor<f32>) -> tensor<2646xf32>
  %ab = onnx.Cast(%ay) {to = 3 : si64} : (tensor<2646xf32>) -> tensor<2646xi8>
  %ad = onnx.Constant() {value = dense<[2, 3, 21, 21]> : tensor<4xi64>} : () -> tensor<4xi64>
  %a = onnx.Reshape(%ab, %ad) : (tensor<2646xi8>, tensor<4xi64>) -> tensor<2x3x21x21xi8>
  %bn = onnx.Constant() {value = dense<4032.0> : tensor<f32>} : () -> tensor<f32>
  %br = onnx.Range(%zero, %bn, %one) : (tensor<f32>, tensor<f32>, tensor<f32>) -> tensor<4032xf32>
  %bm = onnx.Constant() {value = dense<0.7> : tensor<f32>} : () -> tensor<f32>
  %bp = onnx.Mul(%br, %bm) : (tensor<4032xf32>, tensor<f32>) -> tensor<4032xf32>
  %bq = onnx.Add(%bp, %s) : (tensor<4032xf32>, tensor<f32>) -> tensor<4032xf32>
  %bw = onnx.Sin(%bq) : (tensor<4032xf32>) -> tensor<4032xf32>
  %ba = onnx.Constant() {value = dense<127.0> : tensor<f32>} : () -> tensor<f32>
  %bx = onnx.Mul(%bw, %ba) : (tensor<4032xf32>, tensor<f32>) -> tensor<4032xf32>
  %bo = onnx.Constant() {value = dense<0.0> : tensor<f32>} : () -> tensor<f32>
  %by = onnx.Add(%bx, %bo) : (tensor<4032xf32>, tensor<f32>) -> tensor<4032xf32>
  %bb = onnx.Cast(%by) {to = 3 : si64} : (tensor<4032xf32>) -> tensor<4032xi8>
  %bd = onnx.Constant() {value = dense<[2, 3, 21, 32]> : tensor<4xi64>} : () -> tensor<4xi64>
  %b = onnx.Reshape(%bb, %bd) : (tensor<4032xi8>, tensor<4xi64>) -> tensor<2x3x21x32xi8>
  %za = onnx.None() : () -> none
  %zb = onnx.Constant() {value = dense<-5> : tensor<i8>} : () -> tensor<i8>
  %af = onnx.Cast(%a) {to = 1 : si64} : (tensor<2x3x21x21xi8>) -> tensor<2x3x21x21xf32>
  %azf = onnx.Constant() {value = dense<0.0> : tensor<f32>} : () -> tensor<f32>
  %ac = onnx.Sub(%af, %azf) : (tensor<2x3x21x21xf32>, tensor<f32>) -> tensor<2x3x21x21xf32>
  %bf = onnx.Cast(%b) {to = 1 : si64} : (tensor<2x3x21x32xi8>) -> tensor<2x3x21x32xf32>
  %bzf = onnx.Constant() {value = dense<-5.0> : tensor<f32>} : () -> tensor<f32>
  %bc = onnx.Sub(%bf, %bzf) : (tensor<2x3x21x32xf32>, tensor<f32>) -> tensor<2x3x21x32xf32>
  %r = onnx.MatMul(%ac, %bc) : (tensor<2x3x21x21xf32>, tensor<2x3x21x32xf32>) -> tensor<2x3x21x32xf32>
  %sa = onnx.Constant() {value = dense<0.5> : tensor<f32>} : () -> tensor<f32>
  %sb = onnx.Constant() {value = dense<2.0> : tensor<f32>} : () -> tensor<f32>
  %da = onnx.DequantizeLinear(%a, %sa, %za) : (tensor<2x3x21x21xi8>, tensor<f32>, none) -> tensor<2x3x21x21xf32>
  %db = onnx.DequantizeLinear(%b, %sb, %zb) : (tensor<2x3x21x32xi8>, tensor<f32>, tensor<i8>) -> tensor<2x3x21x32xf32>
  %y = onnx.MatMul(%da, %db) : (tensor<2x3x21x21xf32>, tensor<2x3x21x32xf32>) -> tensor<2x3x21x32xf32>
  %same = onnx.Equal(%y, %r) : (tensor<2x3x21x32xf32>, tensor<2x3x21x32xf32>) -> tensor<2x3x21x32xi1>
  %sames = onnx.Cast(%same) {to = 6 : si64} : (tensor<2x3x21x32xi1>) -> tensor<2x3x21x32xi32>
  %least = onnx.ReduceMin(%sames, %none) {keepdims = 0 : si64} : (tensor<2x3x21x32xi32>, none) -> tensor<i32>
  %exact = onnx.Cast(%least) {to = 9 : si64} : (tensor<i32>) -> tensor<i1>
  %high = onnx.ReduceMax(%y, %none) {keepdims = 0 : si64} : (tensor<2x3x21x32xf32>, none) -> tensor<f32>
  %low = onnx.ReduceMin(%y, %none) {keepdims = 0 : si64} : (tensor<2x3x21x32xf32>, none) -> tensor<f32>
  %some = onnx.Less(%low, %high) : (tensor<f32>, tensor<f32>) -> tensor<i1>
  return %exact, %some : tensor<i1>, tensor<i1>
}
