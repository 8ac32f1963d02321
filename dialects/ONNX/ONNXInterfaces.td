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
    StaticInterfaceMethod<"One letter per operand: 'v' present, 'o' optional (onnx.None if absent), "
      "'*' any number of them; '*' comes last.",
      "::llvm::StringRef", "getOperandForm">,
    StaticInterfaceMethod<"The same for the results; an absent one is of NoneType.",
      "::llvm::StringRef", "getResultForm">,
    StaticInterfaceMethod<"The names of the attributes that hold subgraphs, in the order of the "
      "regions, with commas between.",
      "::llvm::StringRef", "getSubgraphNames">];
}

#endif
