// SPDX-License-Identifier: Apache-2.0
// What cannot become buffers: nothing that the phases before leave, but what may be written by hand.
// RUN: cameo-opt %s --split-input-file --cameo-bufferize-schedule --verify-diagnostics

// expected-error @+1 {{has no function @main}}
module {
}

// -----
module {
  func.func @main() -> tensor<2x!llvm.ptr> {
    %0 = tensor.empty() : tensor<2x!llvm.ptr>
    // expected-error @+1 {{no memory layout for elements of type '!llvm.ptr'}}
    return %0 : tensor<2x!llvm.ptr>
  }
}

// -----
func.func @main(%x: tensor<2xcomplex<f32>>) -> tensor<1xcomplex<f32>> {
  %c0 = arith.constant 0 : index
  // expected-error @+1 {{complex and packed scalars have no place in a schedule}}
  %0 = tensor.extract %x[%c0] : tensor<2xcomplex<f32>>
  %1 = tensor.from_elements %0 : tensor<1xcomplex<f32>>
  return %1 : tensor<1xcomplex<f32>>
}

// -----
func.func private @k(%a: memref<4xf32>, %o: memref<4xf32>, %begin: index, %end: index, %s: memref<?xi8>) attributes {cameo.kernel_body} {
  return
}
// expected-error @+1 {{must have one block}}
func.func private @k.tiles(%a: memref<4xf32>, %o: memref<4xf32>) -> (index, index, index) attributes {cameo.kernel_tiles} {
  %c1 = arith.constant 1 : index
  cf.br ^next
^next:
  return %c1, %c1, %c1 : index, index, index
}
func.func @main(%x: tensor<4xf32>) -> tensor<4xf32> {
  %e = tensor.empty() : tensor<4xf32>
  %r = cameo.launch @k ins(%x : tensor<4xf32>) outs(%e : tensor<4xf32>) -> tensor<4xf32>
  return %r : tensor<4xf32>
}

// -----
func.func private @k(%a: memref<?xf32>, %o: memref<4xf32>, %begin: index, %end: index, %s: memref<?xi8>) attributes {cameo.kernel_body} {
  return
}
func.func private @k.tiles(%a: memref<?xf32>, %o: memref<4xf32>) -> (index, index, index) attributes {cameo.kernel_tiles} {
  %c1 = arith.constant 1 : index
  %m = memref.alloca(%c1) : memref<?xf32>
  %c0 = arith.constant 0 : index
  // expected-error @+1 {{only constant dimensions of the arguments may be asked for here}}
  %n = memref.dim %m, %c0 : memref<?xf32>
  return %n, %c1, %c1 : index, index, index
}
func.func @main(%x: tensor<?xf32>) -> tensor<4xf32> {
  %e = tensor.empty() : tensor<4xf32>
  %r = cameo.launch @k ins(%x : tensor<?xf32>) outs(%e : tensor<4xf32>) -> tensor<4xf32>
  return %r : tensor<4xf32>
}

// -----
cameo.kernel @k(%o: tensor<4xf32>) -> tensor<4xf32> attributes {num_outs = 1 : i64} {
  cameo.return %o : tensor<4xf32>
}
func.func @main() -> tensor<4xf32> {
  %e = tensor.empty() : tensor<4xf32>
  // expected-error @+1 {{kernel 'k' has no function}}
  %r = cameo.launch @k outs(%e : tensor<4xf32>) -> tensor<4xf32>
  return %r : tensor<4xf32>
}

// -----
func.func private @k(%o: memref<4xf32>) attributes {cameo.kernel_body} {
  return
}
func.func @main() -> tensor<4xf32> {
  %e = tensor.empty() : tensor<4xf32>
  // expected-error @+1 {{kernel 'k' takes 1 arguments for 1 operands}}
  %r = cameo.launch @k outs(%e : tensor<4xf32>) -> tensor<4xf32>
  return %r : tensor<4xf32>
}

// -----
func.func @main(%x: tensor<?xf32>, %i: tensor<1xindex>) -> tensor<1xindex> {
  %c0 = arith.constant 0 : index
  %d = tensor.extract %i[%c0] : tensor<1xindex>
  // expected-error @+1 {{needs a constant dimension}}
  %n = tensor.dim %x, %d : tensor<?xf32>
  %r = tensor.from_elements %n : tensor<1xindex>
  return %r : tensor<1xindex>
}

// -----
func.func @main(%x: tensor<4xf32>, %y: tensor<4xf32>) -> tensor<4xf32> {
  // expected-error @+1 {{has no place in a schedule}}
  %r = arith.addf %x, %y : tensor<4xf32>
  return %r : tensor<4xf32>
}

// -----
// expected-error @+1 {{input of type 'f32' is not supported}}
func.func @main(%x: f32) {
  return
}

// -----
// expected-error @+1 {{output of type 'f32' is not supported}}
func.func @main(%x: tensor<f32>) -> f32 {
  %r = tensor.extract %x[] : tensor<f32>
  return %r : f32
}

// -----
func.func private @k(%a: memref<4xf32>, %o: memref<4xf32>) attributes {cameo.device} {
  return
}
func.func @main(%x: tensor<4xf32>) -> tensor<4xf32> {
  %e = tensor.empty() : tensor<4xf32>
  // expected-error @+1 {{a tensor of the host's memory where the other is needed}}
  %r = cameo.launch @k ins(%x : tensor<4xf32>) outs(%e : tensor<4xf32>) -> tensor<4xf32>
  return %r : tensor<4xf32>
}
