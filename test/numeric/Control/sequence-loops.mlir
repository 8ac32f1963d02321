// SPDX-License-Identifier: Apache-2.0
// Sequences that loops and branches carry, and SequenceMap.

// Elements that grow from round to round; no rounds give the empty sequence.
func.func @collect(%m: tensor<i64>) -> !onnx.seq<tensor<?xi64>> attributes {
    inputs = [dense<3> : tensor<i64>],
    outputs = [[dense<> : tensor<0xi64>, dense<[0]> : tensor<1xi64>, dense<[0, 1]> : tensor<2xi64>]]} {
  %none = onnx.None() : () -> none
  %zero = "onnx.Constant"() {value = dense<0> : tensor<i64>} : () -> tensor<i64>
  %one = "onnx.Constant"() {value = dense<1> : tensor<i64>} : () -> tensor<i64>
  %empty = onnx.SequenceEmpty() {dtype = 7 : si64} : () -> !onnx.seq<tensor<?xi64>>
  %s = "onnx.Loop"(%m, %none, %empty) ({
  ^bb0(%i: tensor<i64>, %go: tensor<i1>, %now: !onnx.seq<tensor<?xi64>>):
    %r = onnx.Range(%zero, %i, %one) : (tensor<i64>, tensor<i64>, tensor<i64>) -> tensor<?xi64>
    %next = onnx.SequenceInsert(%now, %r, %none) : (!onnx.seq<tensor<?xi64>>, tensor<?xi64>, none) -> !onnx.seq<tensor<?xi64>>
    "onnx.Yield"(%go, %next) : (tensor<i1>, !onnx.seq<tensor<?xi64>>) -> ()
  }) : (tensor<i64>, none, !onnx.seq<tensor<?xi64>>) -> !onnx.seq<tensor<?xi64>>
  return %s : !onnx.seq<tensor<?xi64>>
}

func.func @collect_nothing(%m: tensor<i64>) -> (!onnx.seq<tensor<?xi64>>, tensor<i64>) attributes {
    inputs = [dense<0> : tensor<i64>], outputs = [[], dense<0> : tensor<i64>]} {
  %none = onnx.None() : () -> none
  %empty = onnx.SequenceEmpty() {dtype = 7 : si64} : () -> !onnx.seq<tensor<?xi64>>
  %s = "onnx.Loop"(%m, %none, %empty) ({
  ^bb0(%i: tensor<i64>, %go: tensor<i1>, %now: !onnx.seq<tensor<?xi64>>):
    %next = onnx.SequenceInsert(%now, %i, %none) : (!onnx.seq<tensor<?xi64>>, tensor<i64>, none) -> !onnx.seq<tensor<?xi64>>
    "onnx.Yield"(%go, %next) : (tensor<i1>, !onnx.seq<tensor<?xi64>>) -> ()
  }) : (tensor<i64>, none, !onnx.seq<tensor<?xi64>>) -> !onnx.seq<tensor<?xi64>>
  %n = onnx.SequenceLength(%s) : (!onnx.seq<tensor<?xi64>>) -> tensor<i64>
  return %s, %n : !onnx.seq<tensor<?xi64>>, tensor<i64>
}

// A queue: each round takes the first element and appends its double, until it is above 50.
func.func @queue(%s: !onnx.seq<tensor<i64>>, %limit: tensor<i64>, %true: tensor<i1>) -> !onnx.seq<tensor<i64>> attributes {
    inputs = [[dense<3> : tensor<i64>, dense<5> : tensor<i64>], dense<50> : tensor<i64>, dense<true> : tensor<i1>],
    outputs = [[dense<80> : tensor<i64>, dense<96> : tensor<i64>]]} {
  %none = onnx.None() : () -> none
  %zero = "onnx.Constant"() {value = dense<0> : tensor<i64>} : () -> tensor<i64>
  %r = "onnx.Loop"(%none, %true, %s) ({
  ^bb0(%i: tensor<i64>, %go: tensor<i1>, %now: !onnx.seq<tensor<i64>>):
    %x = onnx.SequenceAt(%now, %zero) : (!onnx.seq<tensor<i64>>, tensor<i64>) -> tensor<i64>
    %rest = onnx.SequenceErase(%now, %zero) : (!onnx.seq<tensor<i64>>, tensor<i64>) -> !onnx.seq<tensor<i64>>
    %y = onnx.Add(%x, %x) : (tensor<i64>, tensor<i64>) -> tensor<i64>
    %next = onnx.SequenceInsert(%rest, %y, %none) : (!onnx.seq<tensor<i64>>, tensor<i64>, none) -> !onnx.seq<tensor<i64>>
    %first = onnx.SequenceAt(%next, %zero) : (!onnx.seq<tensor<i64>>, tensor<i64>) -> tensor<i64>
    %more = onnx.Less(%first, %limit) : (tensor<i64>, tensor<i64>) -> tensor<i1>
    "onnx.Yield"(%more, %next) : (tensor<i1>, !onnx.seq<tensor<i64>>) -> ()
  }) : (none, tensor<i1>, !onnx.seq<tensor<i64>>) -> !onnx.seq<tensor<i64>>
  return %r : !onnx.seq<tensor<i64>>
}

// Nested: the inner loop's sequence is joined into an element of the outer one.
func.func @nested(%m: tensor<i64>, %k: tensor<i64>) -> !onnx.seq<tensor<?xi64>> attributes {
    inputs = [dense<2> : tensor<i64>, dense<3> : tensor<i64>],
    outputs = [[dense<[0, 1, 2]> : tensor<3xi64>, dense<[1, 2, 3]> : tensor<3xi64>]]} {
  %none = onnx.None() : () -> none
  %empty = onnx.SequenceEmpty() {dtype = 7 : si64} : () -> !onnx.seq<tensor<?xi64>>
  %s = "onnx.Loop"(%m, %none, %empty) ({
  ^bb0(%i: tensor<i64>, %go: tensor<i1>, %now: !onnx.seq<tensor<?xi64>>):
    %fresh = onnx.SequenceEmpty() {dtype = 7 : si64} : () -> !onnx.seq<tensor<i64>>
    %row = "onnx.Loop"(%k, %none, %fresh) ({
    ^bb0(%j: tensor<i64>, %on: tensor<i1>, %part: !onnx.seq<tensor<i64>>):
      %sum = onnx.Add(%i, %j) : (tensor<i64>, tensor<i64>) -> tensor<i64>
      %longer = onnx.SequenceInsert(%part, %sum, %none) : (!onnx.seq<tensor<i64>>, tensor<i64>, none) -> !onnx.seq<tensor<i64>>
      "onnx.Yield"(%on, %longer) : (tensor<i1>, !onnx.seq<tensor<i64>>) -> ()
    }) : (tensor<i64>, none, !onnx.seq<tensor<i64>>) -> !onnx.seq<tensor<i64>>
    %joined = onnx.ConcatFromSequence(%row) {axis = 0 : si64, new_axis = 1 : si64} : (!onnx.seq<tensor<i64>>) -> tensor<?xi64>
    %next = onnx.SequenceInsert(%now, %joined, %none) : (!onnx.seq<tensor<?xi64>>, tensor<?xi64>, none) -> !onnx.seq<tensor<?xi64>>
    "onnx.Yield"(%go, %next) : (tensor<i1>, !onnx.seq<tensor<?xi64>>) -> ()
  }) : (tensor<i64>, none, !onnx.seq<tensor<?xi64>>) -> !onnx.seq<tensor<?xi64>>
  return %s : !onnx.seq<tensor<?xi64>>
}

func.func @branch(%c: tensor<i1>, %x: tensor<2xf32>, %y: tensor<3xf32>) -> !onnx.seq<tensor<?xf32>> attributes {
    inputs = [dense<false> : tensor<i1>, dense<[1.0, 2.0]> : tensor<2xf32>, dense<[3.0, 4.0, 5.0]> : tensor<3xf32>],
    outputs = [[dense<[3.0, 4.0, 5.0]> : tensor<3xf32>, dense<[1.0, 2.0]> : tensor<2xf32>]]} {
  %s = "onnx.If"(%c) ({
    %t = onnx.SequenceConstruct(%x) : (tensor<2xf32>) -> !onnx.seq<tensor<2xf32>>
    "onnx.Yield"(%t) : (!onnx.seq<tensor<2xf32>>) -> ()
  }, {
    %t = onnx.SequenceConstruct(%y, %x) : (tensor<3xf32>, tensor<2xf32>) -> !onnx.seq<tensor<?xf32>>
    "onnx.Yield"(%t) : (!onnx.seq<tensor<?xf32>>) -> ()
  }) : (tensor<i1>) -> !onnx.seq<tensor<?xf32>>
  return %s : !onnx.seq<tensor<?xf32>>
}

// Two sequences side by side, a tensor beside them, two results.
func.func @map(%s: !onnx.seq<tensor<?xf32>>, %t: !onnx.seq<tensor<f32>>, %k: tensor<f32>) -> (!onnx.seq<tensor<?xf32>>, !onnx.seq<tensor<1xi64>>) attributes {
    inputs = [[dense<[1.0]> : tensor<1xf32>, dense<[2.0, 3.0]> : tensor<2xf32>], [dense<10.0> : tensor<f32>, dense<20.0> : tensor<f32>], dense<0.5> : tensor<f32>],
    outputs = [[dense<[11.5]> : tensor<1xf32>, dense<[22.5, 23.5]> : tensor<2xf32>], [dense<[1]> : tensor<1xi64>, dense<[2]> : tensor<1xi64>]]} {
  %r, %n = "onnx.SequenceMap"(%s, %t, %k) ({
  ^bb0(%x: tensor<?xf32>, %y: tensor<f32>, %z: tensor<f32>):
    %a = onnx.Add(%x, %y) : (tensor<?xf32>, tensor<f32>) -> tensor<?xf32>
    %b = onnx.Add(%a, %z) : (tensor<?xf32>, tensor<f32>) -> tensor<?xf32>
    %shape = onnx.Shape(%b) : (tensor<?xf32>) -> tensor<1xi64>
    "onnx.Yield"(%b, %shape) : (tensor<?xf32>, tensor<1xi64>) -> ()
  }) : (!onnx.seq<tensor<?xf32>>, !onnx.seq<tensor<f32>>, tensor<f32>) -> (!onnx.seq<tensor<?xf32>>, !onnx.seq<tensor<1xi64>>)
  return %r, %n : !onnx.seq<tensor<?xf32>>, !onnx.seq<tensor<1xi64>>
}
