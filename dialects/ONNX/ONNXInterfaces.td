// SPDX-License-Identifier: Apache-2.0
// What every operator of the onnx dialect offers.
#ifndef CAMEO_DIALECTS_ONNX_INTERFACES
#define CAMEO_DIALECTS_ONNX_INTERFACES

include "mlir/IR/OpBase.td"

def ONNX_ShapeInference : OpInterface<"ShapeInference"> {
  let cppNamespace = "::cameo::onnx";
  let description = [{
    Tells the result types (and, for small integer tensors, contents) in terms of the operands'.
  }];
  let methods = [InterfaceMethod<
    "States the shapes of all results through `shapes`; an error is the user's model at fault.",
    "::llvm::LogicalResult", "inferShapes", (ins "::cameo::onnx::ShapeInferrer &":$shapes)>];
}

def ONNX_Operator : OpInterface<"OnnxOperator"> {
  let cppNamespace = "::cameo::onnx";
  let description = [{The operator's signature, as the importer needs it.}];
  let methods = [
    StaticInterfaceMethod<"Operands of the fixed form, optional ones included.",
      "int", "getFixedOperandCount">,
    StaticInterfaceMethod<"Whether a variadic list follows the fixed operands.",
      "bool", "hasVariadicOperands">];
}

#endif
