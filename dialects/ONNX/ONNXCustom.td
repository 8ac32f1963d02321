// SPDX-License-Identifier: Apache-2.0
// The operation of the onnx dialect that stands for operators that users define. Apart from the
// families, in Custom.h, for few files know of it.
#ifndef CAMEO_DIALECTS_ONNX_CUSTOM
#define CAMEO_DIALECTS_ONNX_CUSTOM

include "dialects/ONNX/ONNXBase.td"

def ONNX_CustomOp : ONNX_Op<"custom.Call", [DeclareOpInterfaceMethods<MemoryEffectsOpInterface>]> {
  let summary = "An operator that the user defines: a call of the C function `symbol`";
  let description = [{
    `name` is the operator's, for errors. `rules` has a dictionary for each output: `type`, an
    element type or the number of the input that has the same, and `shape`, a list of sizes as
    dialects/ONNX/CustomRules.h describes them, in which "?" is the function's business, or
    `like`, the number of an input of that shape. Inputs are called by `input_names` there.
  }];
  let arguments = (ins Variadic<ONNX_Value>:$inputs, StrAttr:$name, StrAttr:$symbol,
    StrArrayAttr:$input_names, DictArrayAttr:$rules, DictionaryAttr:$parameters, UnitAttr:$pure);
  let results = (outs Variadic<ONNX_Value>:$outputs);
}

#endif
