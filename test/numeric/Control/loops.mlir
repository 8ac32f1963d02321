// SPDX-License-Identifier: Apache-2.0
// Loop: no rounds, conditions that are false at first, early exits, values that grow, scan outputs
// of unknown length, what the body sees of the graph around it.

func.func @no_rounds(%m: tensor<i64>, %x: tensor<2xf32>) -> (tensor<2xf32>, tensor<?x2xf32>) attributes {
    inputs = [dense<0> : tensor<i64>, dense<[1.0, 2.0]> : tensor<2xf32>],
    outputs = [dense<[1.0, 2.0]> : tensor<2xf32>, dense<> : tensor<0x2xf32>]} {
  %none = onnx.None() : () -> none
  %y, %s = "onnx.Loop"(%m, %none, %x) ({
  ^bb0(%i: tensor<i64>, %go: tensor<i1>, %v: tensor<2xf32>):
    %w = onnx.Add(%v, %v) : (tensor<2xf32>, tensor<2xf32>) -> tensor<2xf32>
    "onnx.Yield"(%go, %w, %w) : (tensor<i1>, tensor<2xf32>, tensor<2xf32>) -> ()
  }) : (tensor<i64>, none, tensor<2xf32>) -> (tensor<2xf32>, tensor<?x2xf32>)
  return %y, %s : tensor<2xf32>, tensor<?x2xf32>
}

func.func @negative_count(%m: tensor<i64>, %x: tensor<f32>) -> tensor<f32> attributes {
    inputs = [dense<-5> : tensor<i64>, dense<3.0> : tensor<f32>], outputs = [dense<3.0> : tensor<f32>]} {
  %none = onnx.None() : () -> none
  %y = "onnx.Loop"(%m, %none, %x) ({
  ^bb0(%i: tensor<i64>, %go: tensor<i1>, %v: tensor<f32>):
    %w = onnx.Add(%v, %v) : (tensor<f32>, tensor<f32>) -> tensor<f32>
    "onnx.Yield"(%go, %w) : (tensor<i1>, tensor<f32>) -> ()
  }) : (tensor<i64>, none, tensor<f32>) -> tensor<f32>
  return %y : tensor<f32>
}

func.func @false_at_first(%m: tensor<i64>, %c: tensor<i1>, %x: tensor<f32>) -> (tensor<f32>, tensor<?xf32>) attributes {
    inputs = [dense<7> : tensor<i64>, dense<false> : tensor<i1>, dense<3.0> : tensor<f32>],
    outputs = [dense<3.0> : tensor<f32>, dense<> : tensor<0xf32>]} {
  %y, %s = "onnx.Loop"(%m, %c, %x) ({
  ^bb0(%i: tensor<i64>, %go: tensor<i1>, %v: tensor<f32>):
    %w = onnx.Add(%v, %v) : (tensor<f32>, tensor<f32>) -> tensor<f32>
    "onnx.Yield"(%go, %w, %w) : (tensor<i1>, tensor<f32>, tensor<f32>) -> ()
  }) : (tensor<i64>, tensor<i1>, tensor<f32>) -> (tensor<f32>, tensor<?xf32>)
  return %y, %s : tensor<f32>, tensor<?xf32>
}

// Left when the value passes 20: after 3, 6, 12, 24, although 40 rounds are allowed.
func.func @early_exit(%m: tensor<i64>, %x: tensor<f32>, %limit: tensor<f32>) -> (tensor<f32>, tensor<?xf32>) attributes {
    inputs = [dense<40> : tensor<i64>, dense<3.0> : tensor<f32>, dense<20.0> : tensor<f32>],
    outputs = [dense<24.0> : tensor<f32>, dense<[6.0, 12.0, 24.0]> : tensor<3xf32>]} {
  %none = onnx.None() : () -> none
  %y, %s = "onnx.Loop"(%m, %none, %x) ({
  ^bb0(%i: tensor<i64>, %go: tensor<i1>, %v: tensor<f32>):
    %w = onnx.Add(%v, %v) : (tensor<f32>, tensor<f32>) -> tensor<f32>
    %more = onnx.Less(%w, %limit) : (tensor<f32>, tensor<f32>) -> tensor<i1>
    "onnx.Yield"(%more, %w, %w) : (tensor<i1>, tensor<f32>, tensor<f32>) -> ()
  }) : (tensor<i64>, none, tensor<f32>) -> (tensor<f32>, tensor<?xf32>)
  return %y, %s : tensor<f32>, tensor<?xf32>
}

// Values change places; the body also sees %k from outside.
func.func @swap(%m: tensor<i64>, %a: tensor<2xf32>, %b: tensor<2xf32>, %k: tensor<2xf32>) -> (tensor<2xf32>, tensor<2xf32>) attributes {
    inputs = [dense<3> : tensor<i64>, dense<[1.0, 2.0]> : tensor<2xf32>, dense<[10.0, 20.0]> : tensor<2xf32>, dense<[0.5, 0.25]> : tensor<2xf32>],
    outputs = [dense<[10.5, 20.25]> : tensor<2xf32>, dense<[2.0, 2.5]> : tensor<2xf32>]} {
  %none = onnx.None() : () -> none
  %x, %y = "onnx.Loop"(%m, %none, %a, %b) ({
  ^bb0(%i: tensor<i64>, %go: tensor<i1>, %v: tensor<2xf32>, %w: tensor<2xf32>):
    %n = onnx.Add(%v, %k) : (tensor<2xf32>, tensor<2xf32>) -> tensor<2xf32>
    "onnx.Yield"(%go, %w, %n) : (tensor<i1>, tensor<2xf32>, tensor<2xf32>) -> ()
  }) : (tensor<i64>, none, tensor<2xf32>, tensor<2xf32>) -> (tensor<2xf32>, tensor<2xf32>)
  return %x, %y : tensor<2xf32>, tensor<2xf32>
}

// A list of tokens that grows by the number of the round.
func.func @growing(%m: tensor<i64>, %x: tensor<?xi64>) -> tensor<?xi64> attributes {
    inputs = [dense<4> : tensor<i64>, dense<[7]> : tensor<1xi64>],
    outputs = [dense<[7, 0, 1, 2, 3]> : tensor<5xi64>]} {
  %none = onnx.None() : () -> none
  %axes = "onnx.Constant"() {value = dense<0> : tensor<1xi64>} : () -> tensor<1xi64>
  %y = "onnx.Loop"(%m, %none, %x) ({
  ^bb0(%i: tensor<i64>, %go: tensor<i1>, %v: tensor<?xi64>):
    %one = onnx.Unsqueeze(%i, %axes) : (tensor<i64>, tensor<1xi64>) -> tensor<1xi64>
    %w = onnx.Concat(%v, %one) {axis = 0 : si64} : (tensor<?xi64>, tensor<1xi64>) -> tensor<?xi64>
    "onnx.Yield"(%go, %w) : (tensor<i1>, tensor<?xi64>) -> ()
  }) : (tensor<i64>, none, tensor<?xi64>) -> tensor<?xi64>
  return %y : tensor<?xi64>
}

// Two that grow and are each other's source; one shrinks.
func.func @growing_and_shrinking(%m: tensor<i64>, %x: tensor<4xf32>) -> (tensor<?xf32>, tensor<?xf32>) attributes {
    inputs = [dense<3> : tensor<i64>, dense<[1.0, 2.0, 3.0, 4.0]> : tensor<4xf32>],
    outputs = [dense<[4.0]> : tensor<1xf32>, dense<[1.0, 2.0, 3.0, 4.0, 2.0, 3.0, 4.0, 3.0, 4.0]> : tensor<9xf32>]} {
  %none = onnx.None() : () -> none
  %one = "onnx.Constant"() {value = dense<1> : tensor<1xi64>} : () -> tensor<1xi64>
  %end = "onnx.Constant"() {value = dense<100> : tensor<1xi64>} : () -> tensor<1xi64>
  %nothing = "onnx.Constant"() {value = dense<> : tensor<0xf32>} : () -> tensor<0xf32>
  %y, %z = "onnx.Loop"(%m, %none, %x, %nothing) ({
  ^bb0(%i: tensor<i64>, %go: tensor<i1>, %v: tensor<?xf32>, %all: tensor<?xf32>):
    %w = onnx.Concat(%all, %v) {axis = 0 : si64} : (tensor<?xf32>, tensor<?xf32>) -> tensor<?xf32>
    %rest = onnx.Slice(%v, %one, %end, %none, %none) : (tensor<?xf32>, tensor<1xi64>, tensor<1xi64>, none, none) -> tensor<?xf32>
    "onnx.Yield"(%go, %rest, %w) : (tensor<i1>, tensor<?xf32>, tensor<?xf32>) -> ()
  }) : (tensor<i64>, none, tensor<4xf32>, tensor<0xf32>) -> (tensor<?xf32>, tensor<?xf32>)
  return %y, %z : tensor<?xf32>, tensor<?xf32>
}

// Scan outputs of more rounds than room is made for at first, of values sized at run time.
func.func @long_scan(%m: tensor<i64>, %c: tensor<i1>, %x: tensor<?xf32>) -> tensor<?x?xf32> attributes {
    inputs = [dense<20> : tensor<i64>, dense<true> : tensor<i1>, dense<[1.0, 2.0]> : tensor<2xf32>],
    outputs = [dense<[[1.0, 2.0], [1.0, 2.0], [1.0, 2.0], [1.0, 2.0], [1.0, 2.0], [1.0, 2.0], [1.0, 2.0], [1.0, 2.0], [1.0, 2.0], [1.0, 2.0],
                      [1.0, 2.0], [1.0, 2.0], [1.0, 2.0], [1.0, 2.0], [1.0, 2.0], [1.0, 2.0], [1.0, 2.0], [1.0, 2.0], [1.0, 2.0], [1.0, 2.0]]> : tensor<20x2xf32>]} {
  %s = "onnx.Loop"(%m, %c) ({
  ^bb0(%i: tensor<i64>, %go: tensor<i1>):
    %y = onnx.Abs(%x) : (tensor<?xf32>) -> tensor<?xf32>
    "onnx.Yield"(%c, %y) : (tensor<i1>, tensor<?xf32>) -> ()
  }) : (tensor<i64>, tensor<i1>) -> tensor<?x?xf32>
  return %s : tensor<?x?xf32>
}

// Nested: the inner loop runs as often as the outer one has run, sees its counter and adds it.
func.func @nested(%m: tensor<i64>, %x: tensor<i64>) -> (tensor<i64>, tensor<?xi64>) attributes {
    inputs = [dense<4> : tensor<i64>, dense<0> : tensor<i64>],
    outputs = [dense<14> : tensor<i64>, dense<[0, 1, 5, 14]> : tensor<4xi64>]} {
  %none = onnx.None() : () -> none
  %y, %s = "onnx.Loop"(%m, %none, %x) ({
  ^bb0(%i: tensor<i64>, %go: tensor<i1>, %v: tensor<i64>):
    %w = "onnx.Loop"(%i, %none, %v) ({
    ^bb0(%j: tensor<i64>, %on: tensor<i1>, %u: tensor<i64>):
      %t = onnx.Add(%u, %i) : (tensor<i64>, tensor<i64>) -> tensor<i64>
      "onnx.Yield"(%on, %t) : (tensor<i1>, tensor<i64>) -> ()
    }) : (tensor<i64>, none, tensor<i64>) -> tensor<i64>
    "onnx.Yield"(%go, %w, %w) : (tensor<i1>, tensor<i64>, tensor<i64>) -> ()
  }) : (tensor<i64>, none, tensor<i64>) -> (tensor<i64>, tensor<?xi64>)
  return %y, %s : tensor<i64>, tensor<?xi64>
}

// Counter and condition as they come, with a dimension of 1.
func.func @rank_one(%m: tensor<1xi64>, %c: tensor<1xi1>, %x: tensor<1xf32>) -> tensor<1xf32> attributes {
    inputs = [dense<[3]> : tensor<1xi64>, dense<[true]> : tensor<1xi1>, dense<[1.0]> : tensor<1xf32>],
    outputs = [dense<[8.0]> : tensor<1xf32>]} {
  %y = "onnx.Loop"(%m, %c, %x) ({
  ^bb0(%i: tensor<i64>, %go: tensor<i1>, %v: tensor<1xf32>):
    %w = onnx.Add(%v, %v) : (tensor<1xf32>, tensor<1xf32>) -> tensor<1xf32>
    "onnx.Yield"(%go, %w) : (tensor<i1>, tensor<1xf32>) -> ()
  }) : (tensor<1xi64>, tensor<1xi1>, tensor<1xf32>) -> tensor<1xf32>
  return %y : tensor<1xf32>
}

// A branch inside of a loop, that changes the shape in some rounds.
func.func @branch_inside(%m: tensor<i64>, %x: tensor<?xf32>) -> tensor<?xf32> attributes {
    inputs = [dense<5> : tensor<i64>, dense<[1.0]> : tensor<1xf32>],
    outputs = [dense<[2.0, 2.0, 2.0, 2.0]> : tensor<4xf32>]} {
  %none = onnx.None() : () -> none
  %two = "onnx.Constant"() {value = dense<2> : tensor<i64>} : () -> tensor<i64>
  %double = "onnx.Constant"() {value = dense<2.0> : tensor<f32>} : () -> tensor<f32>
  %y = "onnx.Loop"(%m, %none, %x) ({
  ^bb0(%i: tensor<i64>, %go: tensor<i1>, %v: tensor<?xf32>):
    %early = onnx.Less(%i, %two) : (tensor<i64>, tensor<i64>) -> tensor<i1>
    %w = "onnx.If"(%early) ({
      %a = onnx.Concat(%v, %v) {axis = 0 : si64} : (tensor<?xf32>, tensor<?xf32>) -> tensor<?xf32>
      "onnx.Yield"(%a) : (tensor<?xf32>) -> ()
    }, {
      %last = onnx.Equal(%i, %two) : (tensor<i64>, tensor<i64>) -> tensor<i1>
      %b = "onnx.If"(%last) ({
        %d = onnx.Mul(%v, %double) : (tensor<?xf32>, tensor<f32>) -> tensor<?xf32>
        "onnx.Yield"(%d) : (tensor<?xf32>) -> ()
      }, {
        "onnx.Yield"(%v) : (tensor<?xf32>) -> ()
      }) : (tensor<i1>) -> tensor<?xf32>
      "onnx.Yield"(%b) : (tensor<?xf32>) -> ()
    }) : (tensor<i1>) -> tensor<?xf32>
    "onnx.Yield"(%go, %w) : (tensor<i1>, tensor<?xf32>) -> ()
  }) : (tensor<i64>, none, tensor<?xf32>) -> tensor<?xf32>
  return %y : tensor<?xf32>
}

// What is collected has no elements, whatever the number of rounds.
func.func @collects_nothing(%m: tensor<i64>, %x: tensor<2x0xf32>) -> tensor<?x2x0xf32> attributes {
    inputs = [dense<3> : tensor<i64>, dense<> : tensor<2x0xf32>], outputs = [dense<> : tensor<3x2x0xf32>]} {
  %none = onnx.None() : () -> none
  %y = "onnx.Loop"(%m, %none) ({
  ^bb0(%i: tensor<i64>, %go: tensor<i1>):
    %w = onnx.Add(%x, %x) : (tensor<2x0xf32>, tensor<2x0xf32>) -> tensor<2x0xf32>
    "onnx.Yield"(%go, %w) : (tensor<i1>, tensor<2x0xf32>) -> ()
  }) : (tensor<i64>, none) -> tensor<?x2x0xf32>
  return %y : tensor<?x2x0xf32>
}
