// SPDX-License-Identifier: Apache-2.0
// The onnx dialect: its types, its operation base class and the interfaces that every
// operator has. Operators live in one file per family beside this one.
#ifndef CAMEO_DIALECTS_ONNX_BASE
#define CAMEO_DIALECTS_ONNX_BASE

include "mlir/IR/OpBase.td"
include "mlir/IR/AttrTypeBase.td"
include "mlir/Interfaces/SideEffectInterfaces.td"
include "dialects/ONNX/ONNXInterfaces.td"

def ONNX_Dialect : Dialect {
  let name = "onnx";
  let cppNamespace = "::cameo::onnx";
  let summary = "ONNX operators, one form each: that of the operator's latest version";
  let useDefaultTypePrinterParser = 1;
  let usePropertiesForAttributes = 1;
  let hasConstantMaterializer = 1;
  let extraClassDeclaration = [{
    /// Adds a family of operators; called once by each family.
    template <typename... Ops> void registerFamily() { addOperations<Ops...>(); }
  }];
}

//===-- Types ------------------------------------------------------------===//
// Tensors are builtin tensors: iN is ONNX's signed intN, uiN its uintN, i1 its bool.

class ONNX_Type<string name, string typeMnemonic> : TypeDef<ONNX_Dialect, name> {
  let mnemonic = typeMnemonic;
}
def ONNX_String : ONNX_Type<"String", "string"> {
  let summary = "Element type of a string tensor";
}
def ONNX_Seq : ONNX_Type<"Seq", "seq"> {
  let summary = "A sequence; its elements share one type";
  let parameters = (ins "::mlir::Type":$elementType);
  let assemblyFormat = "`<` $elementType `>`";
}
def ONNX_Opt : ONNX_Type<"Opt", "opt"> {
  let summary = "An optional value";
  let parameters = (ins "::mlir::Type":$elementType);
  let assemblyFormat = "`<` $elementType `>`";
}
def ONNX_Map : ONNX_Type<"Map", "map"> {
  let summary = "A map of ai.onnx.ml";
  let parameters = (ins "::mlir::Type":$keyType, "::mlir::Type":$valueType);
  let assemblyFormat = "`<` $keyType `,` $valueType `>`";
}

// Any value of a graph; NoneType stands for an absent optional input or output.
def ONNX_Value : AnyTypeOf<[AnyTensor, NoneType, ONNX_Seq, ONNX_Opt, ONNX_Map]>;
def ONNX_Tensor : AnyTypeOf<[AnyTensor]>;
def ONNX_OptionalTensor : AnyTypeOf<[AnyTensor, NoneType]>;

//===-- Operations -------------------------------------------------------===//

// An operator. `minOperands` is the number of operands of the fixed form: the importer pads
// absent trailing ones with onnx.None; a variadic operand list follows them if `variadic`.
// Absent outputs are results of NoneType. Attributes carry ONNX's names and defaults; a
// required attribute has no default.
class ONNX_Op<string mnemonic, int fixedOperands, bit variadic = 0, list<Trait> traits = []>
    : Op<ONNX_Dialect, mnemonic,
         !listconcat(traits, [DeclareOpInterfaceMethods<ONNX_ShapeInference>, ONNX_Operator])> {
  let extraClassDeclaration = [{
    static int getFixedOperandCount() { return }] # fixedOperands # [{; }
    static bool hasVariadicOperands() { return }] # variadic # [{; }
  }];
}

// An operator without side effects: all but the random ones.
class ONNX_PureOp<string mnemonic, int fixedOperands, bit variadic = 0, list<Trait> traits = []>
    : ONNX_Op<mnemonic, fixedOperands, variadic, !listconcat(traits, [Pure])>;

// Attributes as the importer makes them.
defvar IntAttr = SI64Attr;

#endif
