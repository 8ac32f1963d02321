// SPDX-License-Identifier: Apache-2.0
// Attention as exporters write it, with masks that broadcast in every way, or that the scores broadcast to: without static
// sizes only the run knows which it is.

func.func @mask_of_full_size(%q: tensor<1x2x5x3xf32>, %k: tensor<1x2x4x3xf32>, %v: tensor<1x2x4x3xf32>, %m: tensor<1x1x5x4xf32>) -> tensor<1x2x5x3xf32> attributes {
    inputs = [dense<[[[[-0.625, -0.625, 0.25], [-0.875, -0.875, 0.0], [-0.125, 0.875, 0.25], [0.0, -0.0, -0.5], [-1.0, -0.625, 0.375]], [[-0.625, -0.25, -1.0], [0.625, -0.75, -0.5], [0.75, 0.0, 0.75], [0.25, 0.5, -0.875], [0.125, 0.0, 0.75]]]]> : tensor<1x2x5x3xf32>, dense<[[[[-0.25, 0.25, -0.875], [-0.25, -0.375, -0.75], [0.625, -0.25, 1.0], [0.125, 0.25, 0.25]], [[0.375, -0.75, -0.125], [-0.5, -0.25, -0.75], [0.875, -0.625, 0.375], [-0.375, 0.75, 0.375]]]]> : tensor<1x2x4x3xf32>, dense<[[[[-0.75, 0.75, 0.875], [0.75, 0.125, -0.75], [-0.625, 0.875, 0.125], [-0.625, 0.75, 0.25]], [[0.125, -0.25, -0.125], [-0.5, -0.875, 0.75], [-0.125, 0.125, -0.375], [0.5, -1.0, -0.25]]]]> : tensor<1x2x4x3xf32>, dense<[[[[0.25, 0.75, 0.5, -0.5], [-0.375, 0.75, -1.0, 0.625], [0.625, -0.125, -0.375, -0.5], [-0.5, -0.125, 0.0, 0.125], [1.0, 0.625, 0.25, 1.0]]]]> : tensor<1x1x5x4xf32>],
    outputs = [dense<[[[[-0.08615497499704361, 0.5299822092056274, -0.07063549757003784], [0.07181361317634583, 0.4332621395587921, -0.1956595629453659], [-0.4441312551498413, 0.6617428064346313, 0.35354071855545044], [-0.25113609433174133, 0.5949313640594482, 0.06159168854355812], [-0.3145596385002136, 0.6108189821243286, 0.16325855255126953]], [[-0.2352854311466217, -0.5918083786964417, 0.30933743715286255], [-0.10981737077236176, -0.6666138172149658, 0.22758425772190094], [0.03396124765276909, -0.3400915861129761, -0.09417259693145752], [-0.005298668053001165, -0.5882343649864197, 0.045282989740371704], [0.11360730230808258, -0.5464441180229187, -0.07595618814229965]]]]> : tensor<1x2x5x3xf32>]} {
  %two = onnx.Constant() {value = dense<2.0> : tensor<f32>} : () -> tensor<f32>
  %kt = onnx.Transpose(%k) {perm = array<i64: 0, 1, 3, 2>} : (tensor<1x2x4x3xf32>) -> !onnx.unknown
  %p = onnx.MatMul(%q, %kt) : (tensor<1x2x5x3xf32>, !onnx.unknown) -> !onnx.unknown
  %s = onnx.Div(%p, %two) : (!onnx.unknown, tensor<f32>) -> !onnx.unknown
  %x = onnx.Add(%s, %m) : (!onnx.unknown, tensor<1x1x5x4xf32>) -> !onnx.unknown
  %w = onnx.Softmax(%x) : (!onnx.unknown) -> !onnx.unknown
  %y = onnx.MatMul(%w, %v) : (!onnx.unknown, tensor<1x2x4x3xf32>) -> tensor<1x2x5x3xf32>
  return %y : tensor<1x2x5x3xf32>
}

func.func @mask_of_one_query(%q: tensor<2x1x5x3xf32>, %k: tensor<2x1x4x3xf32>, %v: tensor<2x1x4x3xf32>, %m: tensor<2x1x1x4xf32>) -> tensor<2x1x5x3xf32> attributes {
    inputs = [dense<[[[[0.125, 0.375, -0.25], [0.0, 0.5, 0.875], [-0.75, 0.875, -1.0], [0.5, 0.625, -0.75], [-0.125, 0.625, -1.0]]], [[[0.25, 0.625, 0.0], [0.5, -0.5, -0.625], [-0.25, -0.625, -0.25], [0.875, 0.125, -0.375], [-0.5, 0.875, -0.125]]]]> : tensor<2x1x5x3xf32>, dense<[[[[1.0, 0.0, 0.0], [0.75, 0.5, 0.125], [-0.125, 0.75, -0.125], [0.875, -0.875, -0.125]]], [[[0.0, 0.875, -0.5], [0.625, 0.375, 0.375], [0.25, 1.0, -0.375], [-0.25, -0.625, -0.875]]]]> : tensor<2x1x4x3xf32>, dense<[[[[-0.625, 0.875, 0.625], [-0.75, 0.25, -0.0], [0.25, 0.375, -0.375], [0.875, -0.125, 0.25]]], [[[0.25, -0.625, -0.875], [-0.125, 0.5, 0.625], [0.5, -0.75, 0.875], [0.625, 0.75, 0.0]]]]> : tensor<2x1x4x3xf32>, dense<[[[[-1.0, -0.75, 0.875, 0.375]]], [[[-0.125, 0.0, 0.75, -0.25]]]]> : tensor<2x1x1x4xf32>],
    outputs = [dense<[[[[0.24008303880691528, 0.26902952790260315, -0.09287694096565247], [0.20911246538162231, 0.28290724754333496, -0.10893947631120682], [0.21839788556098938, 0.31552213430404663, -0.20308922231197357], [0.2239578515291214, 0.274659663438797, -0.08859104663133621], [0.230768084526062, 0.28922039270401, -0.13919006288051605]]], [[[0.3374814987182617, -0.31603890657424927, 0.3940199613571167], [0.36488819122314453, -0.13983063399791718, 0.3268643319606781], [0.371948778629303, -0.10013723373413086, 0.2983282506465912], [0.336812287569046, -0.25011810660362244, 0.38988712430000305], [0.35896316170692444, -0.3595939576625824, 0.35935959219932556]]]]> : tensor<2x1x5x3xf32>]} {
  %two = onnx.Constant() {value = dense<2.0> : tensor<f32>} : () -> tensor<f32>
  %kt = onnx.Transpose(%k) {perm = array<i64: 0, 1, 3, 2>} : (tensor<2x1x4x3xf32>) -> !onnx.unknown
  %p = onnx.MatMul(%q, %kt) : (tensor<2x1x5x3xf32>, !onnx.unknown) -> !onnx.unknown
  %s = onnx.Div(%p, %two) : (!onnx.unknown, tensor<f32>) -> !onnx.unknown
  %x = onnx.Add(%s, %m) : (!onnx.unknown, tensor<2x1x1x4xf32>) -> !onnx.unknown
  %w = onnx.Softmax(%x) : (!onnx.unknown) -> !onnx.unknown
  %y = onnx.MatMul(%w, %v) : (!onnx.unknown, tensor<2x1x4x3xf32>) -> tensor<2x1x5x3xf32>
  return %y : tensor<2x1x5x3xf32>
}

func.func @mask_of_one_key(%q: tensor<1x1x3x2xf32>, %k: tensor<1x1x4x2xf32>, %v: tensor<1x1x4x2xf32>, %m: tensor<1x1x3x1xf32>) -> tensor<1x1x3x2xf32> attributes {
    inputs = [dense<[[[[-1.0, -0.5], [-0.5, -0.625], [0.125, -0.875]]]]> : tensor<1x1x3x2xf32>, dense<[[[[0.125, -0.625], [0.375, -1.0], [-0.375, 0.875], [0.125, 0.625]]]]> : tensor<1x1x4x2xf32>, dense<[[[[0.375, 0.25], [-0.625, 0.125], [-0.875, 0.625], [0.875, 0.75]]]]> : tensor<1x1x4x2xf32>, dense<[[[[0.875], [-0.875], [-1.0]]]]> : tensor<1x1x3x1xf32>],
    outputs = [dense<[[[[-0.10124389827251434, 0.4106292128562927], [-0.09109510481357574, 0.3871912360191345], [-0.09351839125156403, 0.35014981031417847]]]]> : tensor<1x1x3x2xf32>]} {
  %two = onnx.Constant() {value = dense<2.0> : tensor<f32>} : () -> tensor<f32>
  %kt = onnx.Transpose(%k) {perm = array<i64: 0, 1, 3, 2>} : (tensor<1x1x4x2xf32>) -> !onnx.unknown
  %p = onnx.MatMul(%q, %kt) : (tensor<1x1x3x2xf32>, !onnx.unknown) -> !onnx.unknown
  %s = onnx.Div(%p, %two) : (!onnx.unknown, tensor<f32>) -> !onnx.unknown
  %x = onnx.Add(%s, %m) : (!onnx.unknown, tensor<1x1x3x1xf32>) -> !onnx.unknown
  %w = onnx.Softmax(%x) : (!onnx.unknown) -> !onnx.unknown
  %y = onnx.MatMul(%w, %v) : (!onnx.unknown, tensor<1x1x4x2xf32>) -> tensor<1x1x3x2xf32>
  return %y : tensor<1x1x3x2xf32>
}

func.func @scores_of_one_key(%q: tensor<1x2x3x2xf32>, %k: tensor<1x2x1x2xf32>, %v: tensor<1x2x4x2xf32>, %m: tensor<1x1x3x4xf32>) -> tensor<1x2x3x2xf32> attributes {
    inputs = [dense<[[[[-0.625, 0.125], [0.25, 0.25], [-0.75, 0.375]], [[0.25, 0.625], [0.625, -0.375], [0.5, 0.75]]]]> : tensor<1x2x3x2xf32>, dense<[[[[0.75, -0.625]], [[-1.0, 0.25]]]]> : tensor<1x2x1x2xf32>, dense<[[[[-0.625, 0.125], [0.875, -0.25], [-0.5, -0.125], [0.375, -0.75]], [[-0.25, -0.75], [0.375, 0.625], [-0.25, -0.25], [0.125, -0.625]]]]> : tensor<1x2x4x2xf32>, dense<[[[[-0.875, -0.375, -0.375, -0.75], [0.25, 0.625, -0.375, 0.75], [0.625, -0.75, 0.5, 0.75]]]]> : tensor<1x1x3x4xf32>],
    outputs = [dense<[[[[0.07700840383768082, -0.24732699990272522], [0.21529701352119446, -0.3324434459209442], [-0.12852533161640167, -0.2748623192310333]], [[0.017996883019804955, -0.1546695977449417], [0.07930558919906616, -0.21662041544914246], [-0.07164353877305984, -0.46529731154441833]]]]> : tensor<1x2x3x2xf32>]} {
  %two = onnx.Constant() {value = dense<2.0> : tensor<f32>} : () -> tensor<f32>
  %kt = onnx.Transpose(%k) {perm = array<i64: 0, 1, 3, 2>} : (tensor<1x2x1x2xf32>) -> !onnx.unknown
  %p = onnx.MatMul(%q, %kt) : (tensor<1x2x3x2xf32>, !onnx.unknown) -> !onnx.unknown
  %s = onnx.Div(%p, %two) : (!onnx.unknown, tensor<f32>) -> !onnx.unknown
  %x = onnx.Add(%s, %m) : (!onnx.unknown, tensor<1x1x3x4xf32>) -> !onnx.unknown
  %w = onnx.Softmax(%x) : (!onnx.unknown) -> !onnx.unknown
  %y = onnx.MatMul(%w, %v) : (!onnx.unknown, tensor<1x2x4x2xf32>) -> tensor<1x2x3x2xf32>
  return %y : tensor<1x2x3x2xf32>
}

func.func @scores_of_one_query(%q: tensor<1x2x1x2xf32>, %k: tensor<1x2x4x2xf32>, %v: tensor<1x2x4x2xf32>, %m: tensor<1x1x3x4xf32>) -> tensor<1x2x3x2xf32> attributes {
    inputs = [dense<[[[[-0.875, 0.875]], [[-0.5, -0.375]]]]> : tensor<1x2x1x2xf32>, dense<[[[[0.625, 0.25], [-0.625, -0.125], [0.75, -0.25], [0.375, -0.75]], [[0.5, 0.5], [0.625, 0.375], [-0.25, -0.875], [0.0, 0.5]]]]> : tensor<1x2x4x2xf32>, dense<[[[[-0.625, -0.5], [0.125, 0.5], [0.75, -0.75], [-0.625, 0.625]], [[0.25, 0.5], [1.0, 0.875], [0.625, 0.5], [-0.25, 0.25]]]]> : tensor<1x2x4x2xf32>, dense<[[[[-0.5, -0.375, -0.125, -0.875], [0.5, 0.125, -0.375, -0.875], [0.5, -0.75, -0.75, -0.75]]]]> : tensor<1x1x3x4xf32>],
    outputs = [dense<[[[[0.024271447211503983, -0.04455185309052467], [-0.14957255125045776, -0.04790673404932022], [-0.2916789650917053, -0.17589439451694489]], [[0.5023124814033508, 0.5438555479049683], [0.4837470054626465, 0.5702903866767883], [0.35631033778190613, 0.5123726725578308]]]]> : tensor<1x2x3x2xf32>]} {
  %two = onnx.Constant() {value = dense<2.0> : tensor<f32>} : () -> tensor<f32>
  %kt = onnx.Transpose(%k) {perm = array<i64: 0, 1, 3, 2>} : (tensor<1x2x4x2xf32>) -> !onnx.unknown
  %p = onnx.MatMul(%q, %kt) : (tensor<1x2x1x2xf32>, !onnx.unknown) -> !onnx.unknown
  %s = onnx.Div(%p, %two) : (!onnx.unknown, tensor<f32>) -> !onnx.unknown
  %x = onnx.Add(%s, %m) : (!onnx.unknown, tensor<1x1x3x4xf32>) -> !onnx.unknown
  %w = onnx.Softmax(%x) : (!onnx.unknown) -> !onnx.unknown
  %y = onnx.MatMul(%w, %v) : (!onnx.unknown, tensor<1x2x4x2xf32>) -> tensor<1x2x3x2xf32>
  return %y : tensor<1x2x3x2xf32>
}

func.func @scores_of_one_batch(%q: tensor<1x1x2x2xf32>, %k: tensor<1x1x3x2xf32>, %v: tensor<1x1x3x2xf32>, %m: tensor<2x1x1x3xf32>) -> tensor<2x1x2x2xf32> attributes {
    inputs = [dense<[[[[-0.125, -0.875], [0.75, 0.125]]]]> : tensor<1x1x2x2xf32>, dense<[[[[-0.25, 0.125], [0.5, -0.25], [0.625, 0.875]]]]> : tensor<1x1x3x2xf32>, dense<[[[[-0.25, -0.75], [0.5, 1.0], [-0.75, 0.375]]]]> : tensor<1x1x3x2xf32>, dense<[[[[-0.625, 0.5, 0.5]]], [[[0.5, -0.125, -0.25]]]]> : tensor<2x1x1x3xf32>],
    outputs = [dense<[[[[-0.014291254803538322, 0.5333690643310547], [-0.17091836035251617, 0.5193114876747131]]], [[[-0.0991140753030777, -0.014237552881240845], [-0.17610611021518707, 0.08420833945274353]]]]> : tensor<2x1x2x2xf32>]} {
  %two = onnx.Constant() {value = dense<2.0> : tensor<f32>} : () -> tensor<f32>
  %kt = onnx.Transpose(%k) {perm = array<i64: 0, 1, 3, 2>} : (tensor<1x1x3x2xf32>) -> !onnx.unknown
  %p = onnx.MatMul(%q, %kt) : (tensor<1x1x2x2xf32>, !onnx.unknown) -> !onnx.unknown
  %s = onnx.Div(%p, %two) : (!onnx.unknown, tensor<f32>) -> !onnx.unknown
  %x = onnx.Add(%s, %m) : (!onnx.unknown, tensor<2x1x1x3xf32>) -> !onnx.unknown
  %w = onnx.Softmax(%x) : (!onnx.unknown) -> !onnx.unknown
  %y = onnx.MatMul(%w, %v) : (!onnx.unknown, tensor<1x1x3x2xf32>) -> tensor<2x1x2x2xf32>
  return %y : tensor<2x1x2x2xf32>
}

func.func @causal_where(%q: tensor<1x1x6x2xf32>, %k: tensor<1x1x6x2xf32>, %v: tensor<1x1x6x2xf32>, %m: tensor<1x1x6x6xf32>) -> tensor<1x1x6x2xf32> attributes {
    inputs = [dense<[[[[0.625, 0.875], [-0.75, -0.875], [1.0, -0.75], [-0.625, 0.125], [-0.125, 0.5], [-0.625, 0.875]]]]> : tensor<1x1x6x2xf32>, dense<[[[[-0.625, 0.5], [-0.875, -0.0], [-0.875, -0.375], [-0.375, 0.5], [-0.125, -0.875], [1.0, 0.75]]]]> : tensor<1x1x6x2xf32>, dense<[[[[0.875, -0.5], [-0.25, -0.5], [-0.75, -0.875], [0.0, -0.75], [-0.625, 0.75], [-0.0, -0.625]]]]> : tensor<1x1x6x2xf32>, dense<[[[[1.0, 0.0, 0.0, 0.0, 0.0, 0.0], [1.0, 1.0, 0.0, 0.0, 0.0, 0.0], [1.0, 1.0, 1.0, 0.0, 0.0, 0.0], [1.0, 1.0, 1.0, 1.0, 0.0, 0.0], [1.0, 1.0, 1.0, 1.0, 1.0, 0.0], [1.0, 1.0, 1.0, 1.0, 1.0, 1.0]]]]> : tensor<1x1x6x6xf32>],
    outputs = [dense<[[[[0.875, -0.5], [0.22531771659851074, -0.5], [-0.09424596279859543, -0.6396652460098267], [-0.0387292355298996, -0.6539088487625122], [-0.08913201838731766, -0.4299962520599365], [-0.040279943495988846, -0.5012369155883789]]]]> : tensor<1x1x6x2xf32>]} {
  %two = onnx.Constant() {value = dense<2.0> : tensor<f32>} : () -> tensor<f32>
  %kt = onnx.Transpose(%k) {perm = array<i64: 0, 1, 3, 2>} : (tensor<1x1x6x2xf32>) -> !onnx.unknown
  %p = onnx.MatMul(%q, %kt) : (tensor<1x1x6x2xf32>, !onnx.unknown) -> !onnx.unknown
  %s = onnx.Div(%p, %two) : (!onnx.unknown, tensor<f32>) -> !onnx.unknown
  %low = onnx.Constant() {value = dense<-50.0> : tensor<f32>} : () -> tensor<f32>
  %b = onnx.Cast(%m) {to = 9 : si64} : (tensor<1x1x6x6xf32>) -> !onnx.unknown
  %x = onnx.Where(%b, %s, %low) : (!onnx.unknown, !onnx.unknown, tensor<f32>) -> !onnx.unknown
  %w = onnx.Softmax(%x) : (!onnx.unknown) -> !onnx.unknown
  %y = onnx.MatMul(%w, %v) : (!onnx.unknown, tensor<1x1x6x2xf32>) -> tensor<1x1x6x2xf32>
  return %y : tensor<1x1x6x2xf32>
}

func.func @where_of_one_query(%q: tensor<1x1x6x2xf32>, %k: tensor<1x1x6x2xf32>, %v: tensor<1x1x6x2xf32>, %m: tensor<1x1x1x6xf32>) -> tensor<1x1x6x2xf32> attributes {
    inputs = [dense<[[[[0.125, -0.25], [0.625, 0.75], [-0.625, -0.75], [-0.75, 1.0], [0.875, -0.5], [1.0, -0.625]]]]> : tensor<1x1x6x2xf32>, dense<[[[[0.0, -0.0], [0.875, -0.875], [-0.375, 0.25], [-0.875, -0.5], [-0.125, 0.75], [0.5, 0.625]]]]> : tensor<1x1x6x2xf32>, dense<[[[[0.5, 0.375], [0.75, 0.375], [0.5, -0.375], [-0.625, 0.5], [-0.625, 0.875], [0.25, -0.375]]]]> : tensor<1x1x6x2xf32>, dense<[[[[1.0, 0.0, 1.0, 0.0, 1.0, 1.0]]]]> : tensor<1x1x1x6xf32>],
    outputs = [dense<[[[[0.17014499008655548, 0.11897403001785278], [0.11876717209815979, 0.1203804463148117], [0.19810518622398376, 0.12170258909463882], [0.097214475274086, 0.16024965047836304], [0.1848781704902649, 0.09971661120653152], [0.19151464104652405, 0.09580378234386444]]]]> : tensor<1x1x6x2xf32>]} {
  %two = onnx.Constant() {value = dense<2.0> : tensor<f32>} : () -> tensor<f32>
  %kt = onnx.Transpose(%k) {perm = array<i64: 0, 1, 3, 2>} : (tensor<1x1x6x2xf32>) -> !onnx.unknown
  %p = onnx.MatMul(%q, %kt) : (tensor<1x1x6x2xf32>, !onnx.unknown) -> !onnx.unknown
  %s = onnx.Div(%p, %two) : (!onnx.unknown, tensor<f32>) -> !onnx.unknown
  %low = onnx.Constant() {value = dense<-50.0> : tensor<f32>} : () -> tensor<f32>
  %b = onnx.Cast(%m) {to = 9 : si64} : (tensor<1x1x1x6xf32>) -> !onnx.unknown
  %x = onnx.Where(%b, %s, %low) : (!onnx.unknown, !onnx.unknown, tensor<f32>) -> !onnx.unknown
  %w = onnx.Softmax(%x) : (!onnx.unknown) -> !onnx.unknown
  %y = onnx.MatMul(%w, %v) : (!onnx.unknown, tensor<1x1x6x2xf32>) -> tensor<1x1x6x2xf32>
  return %y : tensor<1x1x6x2xf32>
}
