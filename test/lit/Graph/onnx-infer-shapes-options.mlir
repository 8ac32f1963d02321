// SPDX-License-Identifier: Apache-2.0
// RUN: not cameo-opt %s '--onnx-infer-shapes=dim=bath=4' 2>&1 | FileCheck %s --check-prefix=DIM
// RUN: not cameo-opt %s '--onnx-infer-shapes=dim=batch' 2>&1 | FileCheck %s --check-prefix=SYNTAX
// RUN: not cameo-opt %s '--onnx-infer-shapes=shape=z=1x2' 2>&1 | FileCheck %s --check-prefix=INPUT
// RUN: not cameo-opt %s '--onnx-infer-shapes=shape=x=1x2x3' 2>&1 | FileCheck %s --check-prefix=RANK
// RUN: cameo-opt %s --onnx-infer-shapes 2>&1 | FileCheck %s --check-prefix=WARN

// DIM: --dim bath=4: no input has a dimension 'bath'; there are: batch
// SYNTAX: --dim batch: expected NAME=SIZE
// INPUT: --shape z=1x2: there is no input 'z'
// RANK: --shape x=1x2x3: the input has rank 2
// WARN: warning: output 'y' is declared as 'tensor<5xf32>' but is 'tensor<?x3xf32>'
func.func @main(%x: tensor<?x3xf32> {cameo.name = "x", cameo.dims = ["batch", ""]})
    -> (tensor<5xf32> {cameo.name = "y"}) {
  %0 = onnx.Relu(%x) : (tensor<?x3xf32>) -> tensor<5xf32>
  return %0 : tensor<5xf32>
}
