// SPDX-License-Identifier: Apache-2.0
// RUN: not cameo-opt %s '--onnx-infer-shapes=dim=bath=4' 2>&1 | FileCheck %s --check-prefix=DIM
// RUN: not cameo-opt %s '--onnx-infer-shapes=dim=batch' 2>&1 | FileCheck %s --check-prefix=SYNTAX
// RUN: not cameo-opt %s '--onnx-infer-shapes=shape=z=1x2' 2>&1 | FileCheck %s --check-prefix=INPUT
// RUN: not cameo-opt %s '--onnx-infer-shapes=shape=x=1x2x3' 2>&1 | FileCheck %s --check-prefix=RANK
// RUN: not cameo-opt %s '--onnx-infer-shapes=shape=x=1xa' 2>&1 | FileCheck %s --check-prefix=SIZE
// RUN: not cameo-opt %s '--onnx-infer-shapes=dim=batch=2 shape=x=3x3' 2>&1 | FileCheck %s --check-prefix=BOTH
// RUN: not cameo-opt %s '--onnx-infer-shapes=shape=s=2' 2>&1 | FileCheck %s --check-prefix=SEQUENCE
// RUN: cameo-opt %s --onnx-infer-shapes 2>&1 | FileCheck %s --check-prefix=WARN

// DIM: --dim bath=4: no input has a dimension 'bath'; there are: batch
// SYNTAX: --dim batch: expected NAME=SIZE
// INPUT: --shape z=1x2: there is no input 'z'
// RANK: --shape x=1x2x3: the input has rank 2
// SIZE: --shape x=1xa: 'a' is no size
// BOTH: dimension 'batch' would be both 3 and 2
// SEQUENCE: --shape s=2: the input is no tensor
// WARN: warning: output 'y' is declared as 'tensor<5xf32>' but is 'tensor<?x3xf32>'
func.func @main(%x: tensor<?x3xf32> {cameo.name = "x", cameo.dims = ["batch", ""]}, %s: !onnx.seq<tensor<f32>> {cameo.name = "s"})
    -> (tensor<5xf32> {cameo.name = "y"}) {
  %0 = onnx.Relu(%x) : (tensor<?x3xf32>) -> tensor<5xf32>
  return %0 : tensor<5xf32>
}
