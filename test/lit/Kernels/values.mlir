// SPDX-License-Identifier: Apache-2.0
// RUN: cameo-opt %s --split-input-file --verify-diagnostics
func.func @main(%a: !cameo.value) {
  // expected-error@+1 {{an optional holds one value at most}}
  %0 = cameo.make_value optional(%a, %a)
  return
}

// -----

func.func @main(%a: !cameo.value) {
  // expected-error@+1 {{a map is made of keys and values}}
  %0 = cameo.make_value map(%a)
  return
}

// -----

func.func @main(%p: !llvm.ptr, %n: index) {
  // expected-error@+1 {{has 1 sizes for 2 dynamic dimensions}}
  %0 = cameo.box_memory %p[%n] bytes %n shape [-9223372036854775808, -9223372036854775808] dtype 1
  return
}
