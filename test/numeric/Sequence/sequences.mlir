// SPDX-License-Identifier: Apache-2.0
// Sequences made, changed and read: positions from both ends, elements of different sizes, none.

func.func @construct_and_at(%a: tensor<2xf32>, %b: tensor<3xf32>, %i: tensor<i64>) -> tensor<?xf32> attributes {
    inputs = [dense<[1.0, 2.0]> : tensor<2xf32>, dense<[3.0, 4.0, 5.0]> : tensor<3xf32>, dense<-1> : tensor<i64>],
    outputs = [dense<[3.0, 4.0, 5.0]> : tensor<3xf32>]} {
  %s = onnx.SequenceConstruct(%a, %b) : (tensor<2xf32>, tensor<3xf32>) -> !onnx.seq<tensor<?xf32>>
  %x = onnx.SequenceAt(%s, %i) : (!onnx.seq<tensor<?xf32>>, tensor<i64>) -> tensor<?xf32>
  return %x : tensor<?xf32>
}

func.func @insert_everywhere(%s: !onnx.seq<tensor<?xi64>>, %x: tensor<1xi64>, %i: tensor<i32>) -> !onnx.seq<tensor<?xi64>> attributes {
    inputs = [[dense<[1]> : tensor<1xi64>, dense<[2, 3]> : tensor<2xi64>], dense<7> : tensor<1xi64>, dense<-1> : tensor<i32>],
    outputs = [[dense<7> : tensor<1xi64>, dense<1> : tensor<1xi64>, dense<7> : tensor<1xi64>, dense<[2, 3]> : tensor<2xi64>, dense<7> : tensor<1xi64>]]} {
  %none = onnx.None() : () -> none
  %zero = "onnx.Constant"() {value = dense<0> : tensor<i64>} : () -> tensor<i64>
  %0 = onnx.SequenceInsert(%s, %x, %i) : (!onnx.seq<tensor<?xi64>>, tensor<1xi64>, tensor<i32>) -> !onnx.seq<tensor<?xi64>>
  %1 = onnx.SequenceInsert(%0, %x, %none) : (!onnx.seq<tensor<?xi64>>, tensor<1xi64>, none) -> !onnx.seq<tensor<?xi64>>
  %2 = onnx.SequenceInsert(%1, %x, %zero) : (!onnx.seq<tensor<?xi64>>, tensor<1xi64>, tensor<i64>) -> !onnx.seq<tensor<?xi64>>
  return %2 : !onnx.seq<tensor<?xi64>>
}

// Two sequences grow out of one: the first append works in place, the second may not.
func.func @fork(%s: !onnx.seq<tensor<ui8>>, %x: tensor<ui8>, %y: tensor<ui8>) -> (!onnx.seq<tensor<ui8>>, !onnx.seq<tensor<ui8>>, tensor<i64>) attributes {
    inputs = [[dense<1> : tensor<ui8>], dense<2> : tensor<ui8>, dense<200> : tensor<ui8>],
    outputs = [[dense<1> : tensor<ui8>, dense<2> : tensor<ui8>, dense<2> : tensor<ui8>],
               [dense<1> : tensor<ui8>, dense<2> : tensor<ui8>, dense<200> : tensor<ui8>], dense<2> : tensor<i64>]} {
  %none = onnx.None() : () -> none
  %0 = onnx.SequenceInsert(%s, %x, %none) : (!onnx.seq<tensor<ui8>>, tensor<ui8>, none) -> !onnx.seq<tensor<ui8>>
  %1 = onnx.SequenceInsert(%0, %x, %none) : (!onnx.seq<tensor<ui8>>, tensor<ui8>, none) -> !onnx.seq<tensor<ui8>>
  %2 = onnx.SequenceInsert(%0, %y, %none) : (!onnx.seq<tensor<ui8>>, tensor<ui8>, none) -> !onnx.seq<tensor<ui8>>
  %n = onnx.SequenceLength(%0) : (!onnx.seq<tensor<ui8>>) -> tensor<i64>
  return %1, %2, %n : !onnx.seq<tensor<ui8>>, !onnx.seq<tensor<ui8>>, tensor<i64>
}

func.func @erase(%s: !onnx.seq<tensor<f32>>, %i: tensor<i64>) -> (!onnx.seq<tensor<f32>>, !onnx.seq<tensor<f32>>, !onnx.seq<tensor<f32>>) attributes {
    inputs = [[dense<1.0> : tensor<f32>, dense<2.0> : tensor<f32>, dense<3.0> : tensor<f32>], dense<-3> : tensor<i64>],
    outputs = [[dense<1.0> : tensor<f32>, dense<2.0> : tensor<f32>], [dense<2.0> : tensor<f32>, dense<3.0> : tensor<f32>],
               [dense<1.0> : tensor<f32>, dense<3.0> : tensor<f32>]]} {
  %none = onnx.None() : () -> none
  %one = "onnx.Constant"() {value = dense<1> : tensor<i64>} : () -> tensor<i64>
  %0 = onnx.SequenceErase(%s, %none) : (!onnx.seq<tensor<f32>>, none) -> !onnx.seq<tensor<f32>>
  %1 = onnx.SequenceErase(%s, %i) : (!onnx.seq<tensor<f32>>, tensor<i64>) -> !onnx.seq<tensor<f32>>
  %2 = onnx.SequenceErase(%s, %one) : (!onnx.seq<tensor<f32>>, tensor<i64>) -> !onnx.seq<tensor<f32>>
  return %0, %1, %2 : !onnx.seq<tensor<f32>>, !onnx.seq<tensor<f32>>, !onnx.seq<tensor<f32>>
}

func.func @empty(%s: !onnx.seq<tensor<?xf32>>) -> (tensor<i64>, !onnx.seq<tensor<?xf32>>) attributes {
    inputs = [[]], outputs = [dense<0> : tensor<i64>, []]} {
  %n = onnx.SequenceLength(%s) : (!onnx.seq<tensor<?xf32>>) -> tensor<i64>
  %t = onnx.Identity(%s) : (!onnx.seq<tensor<?xf32>>) -> !onnx.seq<tensor<?xf32>>
  return %n, %t : tensor<i64>, !onnx.seq<tensor<?xf32>>
}

// What a sequence holds stays as it was when it entered, whatever becomes of its memory.
func.func @copies(%x: tensor<3xf32>) -> !onnx.seq<tensor<3xf32>> attributes {
    inputs = [dense<[1.0, 2.0, 3.0]> : tensor<3xf32>],
    outputs = [[dense<[2.0, 4.0, 6.0]> : tensor<3xf32>, dense<[4.0, 8.0, 12.0]> : tensor<3xf32>, dense<[1.0, 2.0, 3.0]> : tensor<3xf32>]]} {
  %a = onnx.Add(%x, %x) : (tensor<3xf32>, tensor<3xf32>) -> tensor<3xf32>
  %s = onnx.SequenceConstruct(%a) : (tensor<3xf32>) -> !onnx.seq<tensor<3xf32>>
  %none = onnx.None() : () -> none
  %b = onnx.Add(%a, %a) : (tensor<3xf32>, tensor<3xf32>) -> tensor<3xf32>
  %t = onnx.SequenceInsert(%s, %b, %none) : (!onnx.seq<tensor<3xf32>>, tensor<3xf32>, none) -> !onnx.seq<tensor<3xf32>>
  %u = onnx.SequenceInsert(%t, %x, %none) : (!onnx.seq<tensor<3xf32>>, tensor<3xf32>, none) -> !onnx.seq<tensor<3xf32>>
  return %u : !onnx.seq<tensor<3xf32>>
}

func.func @no_elements_in_element(%x: tensor<0x2xf32>) -> !onnx.seq<tensor<0x2xf32>> attributes {
    inputs = [dense<> : tensor<0x2xf32>], outputs = [[dense<> : tensor<0x2xf32>, dense<> : tensor<0x2xf32>]]} {
  %s = onnx.SequenceConstruct(%x, %x) : (tensor<0x2xf32>, tensor<0x2xf32>) -> !onnx.seq<tensor<0x2xf32>>
  return %s : !onnx.seq<tensor<0x2xf32>>
}

func.func @bools(%x: tensor<2xi1>, %i: tensor<i64>) -> tensor<2xi1> attributes {
    inputs = [dense<[true, false]> : tensor<2xi1>, dense<1> : tensor<i64>], outputs = [dense<[false, true]> : tensor<2xi1>]} {
  %y = onnx.Not(%x) : (tensor<2xi1>) -> tensor<2xi1>
  %s = onnx.SequenceConstruct(%x, %y) : (tensor<2xi1>, tensor<2xi1>) -> !onnx.seq<tensor<2xi1>>
  %z = onnx.SequenceAt(%s, %i) : (!onnx.seq<tensor<2xi1>>, tensor<i64>) -> tensor<2xi1>
  return %z : tensor<2xi1>
}
