// SPDX-License-Identifier: Apache-2.0
// Optionals that hold something and that do not, through branches and loops.

func.func @has_and_get(%o: !onnx.opt<tensor<?xf32>>) -> (tensor<i1>, tensor<?xf32>) attributes {
    inputs = [[dense<[1.0, 2.0]> : tensor<2xf32>]], outputs = [dense<true> : tensor<i1>, dense<[1.0, 2.0]> : tensor<2xf32>]} {
  %has = onnx.OptionalHasElement(%o) : (!onnx.opt<tensor<?xf32>>) -> tensor<i1>
  %x = onnx.OptionalGetElement(%o) : (!onnx.opt<tensor<?xf32>>) -> tensor<?xf32>
  return %has, %x : tensor<i1>, tensor<?xf32>
}

func.func @has_nothing(%o: !onnx.opt<tensor<?xf32>>) -> tensor<i1> attributes {
    inputs = [[]], outputs = [dense<false> : tensor<i1>]} {
  %has = onnx.OptionalHasElement(%o) : (!onnx.opt<tensor<?xf32>>) -> tensor<i1>
  return %has : tensor<i1>
}

func.func @default(%o: !onnx.opt<tensor<2xf32>>, %d: tensor<2xf32>) -> tensor<2xf32> attributes {
    inputs = [[], dense<[5.0, 6.0]> : tensor<2xf32>], outputs = [dense<[5.0, 6.0]> : tensor<2xf32>]} {
  %has = onnx.OptionalHasElement(%o) : (!onnx.opt<tensor<2xf32>>) -> tensor<i1>
  %x = "onnx.If"(%has) ({
    %y = onnx.OptionalGetElement(%o) : (!onnx.opt<tensor<2xf32>>) -> tensor<2xf32>
    "onnx.Yield"(%y) : (tensor<2xf32>) -> ()
  }, {
    "onnx.Yield"(%d) : (tensor<2xf32>) -> ()
  }) : (tensor<i1>) -> tensor<2xf32>
  return %x : tensor<2xf32>
}

func.func @of_sequence(%x: tensor<2xf32>) -> (!onnx.opt<!onnx.seq<tensor<2xf32>>>, !onnx.opt<tensor<2xf32>>) attributes {
    inputs = [dense<[1.0, 2.0]> : tensor<2xf32>],
    outputs = [[[dense<[1.0, 2.0]> : tensor<2xf32>]], []]} {
  %none = onnx.None() : () -> none
  %s = onnx.SequenceConstruct(%x) : (tensor<2xf32>) -> !onnx.seq<tensor<2xf32>>
  %o = onnx.Optional(%s) : (!onnx.seq<tensor<2xf32>>) -> !onnx.opt<!onnx.seq<tensor<2xf32>>>
  %p = onnx.Optional(%none) {type = tensor<2xf32>} : (none) -> !onnx.opt<tensor<2xf32>>
  return %o, %p : !onnx.opt<!onnx.seq<tensor<2xf32>>>, !onnx.opt<tensor<2xf32>>
}

// An optional that is empty until the third round.
func.func @filled_in_a_loop(%x: tensor<f32>, %m: tensor<i64>) -> (tensor<i1>, !onnx.opt<tensor<f32>>) attributes {
    inputs = [dense<4.0> : tensor<f32>, dense<4> : tensor<i64>], outputs = [dense<true> : tensor<i1>, [dense<4.0> : tensor<f32>]]} {
  %none = onnx.None() : () -> none
  %two = "onnx.Constant"() {value = dense<2> : tensor<i64>} : () -> tensor<i64>
  %empty = onnx.Optional(%none) {type = tensor<f32>} : (none) -> !onnx.opt<tensor<f32>>
  %o = "onnx.Loop"(%m, %none, %empty) ({
  ^bb0(%i: tensor<i64>, %go: tensor<i1>, %now: !onnx.opt<tensor<f32>>):
    %late = onnx.Equal(%i, %two) : (tensor<i64>, tensor<i64>) -> tensor<i1>
    %next = "onnx.If"(%late) ({
      %full = onnx.Optional(%x) : (tensor<f32>) -> !onnx.opt<tensor<f32>>
      "onnx.Yield"(%full) : (!onnx.opt<tensor<f32>>) -> ()
    }, {
      "onnx.Yield"(%now) : (!onnx.opt<tensor<f32>>) -> ()
    }) : (tensor<i1>) -> !onnx.opt<tensor<f32>>
    "onnx.Yield"(%go, %next) : (tensor<i1>, !onnx.opt<tensor<f32>>) -> ()
  }) : (tensor<i64>, none, !onnx.opt<tensor<f32>>) -> !onnx.opt<tensor<f32>>
  %has = onnx.OptionalHasElement(%o) : (!onnx.opt<tensor<f32>>) -> tensor<i1>
  return %has, %o : tensor<i1>, !onnx.opt<tensor<f32>>
}
