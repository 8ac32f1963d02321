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

def ONNX_Unknown : ONNX_Type<"Unknown", "unknown"> {
  let summary = "A value whose type the model does not state; shape inference replaces it";
}

// Any value of a graph; NoneType stands for an absent optional input or output.
def ONNX_Value : AnyTypeOf<[AnyTensor, ONNX_Unknown, NoneType, ONNX_Seq, ONNX_Opt, ONNX_Map]>;
def ONNX_Tensor : AnyTypeOf<[AnyTensor, ONNX_Unknown]>;
def ONNX_OptionalTensor : AnyTypeOf<[AnyTensor, ONNX_Unknown, NoneType]>;
def ONNX_OptionalValue : AnyTypeOf<[ONNX_Value]>;
def ONNX_Sequence : AnyTypeOf<[ONNX_Seq, ONNX_Unknown]>;

//===-- Attributes, as the importer makes them ----------------------------===//
// Required ones; Opt: absent by default; Or<value>: ONNX's default.
defvar IntAttr = SI64Attr;
defvar FloatAttr = F32Attr;
defvar IntsAttr = DenseI64ArrayAttr;
defvar FloatsAttr = DenseF32ArrayAttr;
defvar StringsAttr = StrArrayAttr;
defvar OptInt = OptionalAttr<IntAttr>;
defvar OptFloat = OptionalAttr<FloatAttr>;
defvar OptStr = OptionalAttr<StrAttr>;
defvar OptInts = OptionalAttr<IntsAttr>;
defvar OptFloats = OptionalAttr<FloatsAttr>;
defvar OptStrings = OptionalAttr<StringsAttr>;
defvar OptElements = OptionalAttr<ElementsAttr>;
class IntOr<int value> : DefaultValuedAttr<IntAttr, !cast<string>(value)>;
class FloatOr<string value> : DefaultValuedAttr<FloatAttr, value # "f">;
class StrOr<string value> : DefaultValuedStrAttr<StrAttr, value>;

// 0 or 1, ONNX's boolean attributes.
class FlagOr<int value>
    : DefaultValuedAttr<ConfinedAttr<IntAttr, [IntMinValue<0>, IntMaxValue<1>]>, !cast<string>(value)>;
// An integer of at least 1.
defvar PositiveInt = ConfinedAttr<IntAttr, [IntPositive]>;
class PositiveIntOr<int value> : DefaultValuedAttr<PositiveInt, !cast<string>(value)>;

// One of some words.
class IsWord<list<string> words>
    : AttrConstraint<Or<!foreach(word, words,
          CPred<"::llvm::cast<::mlir::StringAttr>($_self).getValue() == \"" # word # "\"">)>,
        "one of: " # !interleave(words, ", ")>;
class Word<list<string> words> : ConfinedAttr<StrAttr, [IsWord<words>]>;
class WordOr<string value, list<string> words> : DefaultValuedStrAttr<Word<words>, value>;

// Sizes of windows (at least 1) and paddings: in 32 bits, so that sums and products with
// dimensions stay within 64.
class IntsWithin<int low, string text>
    : AttrConstraint<CPred<"::llvm::all_of(::llvm::cast<::mlir::DenseI64ArrayAttr>($_self).asArrayRef(), "
        "[](int64_t i) { return i >= " # low # " && i <= 0x7fffffff; })">, text>;
defvar PositiveInts = ConfinedAttr<IntsAttr, [IntsWithin<1, "values within [1, 2^31)">]>;
defvar OptPositiveInts = OptionalAttr<PositiveInts>;
defvar OptPads =
    OptionalAttr<ConfinedAttr<IntsAttr, [IntsWithin<-2147483647, "values within (-2^31, 2^31)">]>>;
defvar AutoPad = WordOr<"NOTSET", ["NOTSET", "SAME_UPPER", "SAME_LOWER", "VALID"]>;

//===-- Operations -------------------------------------------------------===//

// An operator: arguments and results as ONNX spells them, attributes with ONNX's defaults. Absent
// optional operands are onnx.None, absent outputs results of NoneType; the importer learns the
// numbers of operands and results from `arguments` and `results`, of which a variadic one is last.
class ONNX_IsOptional<TypeConstraint type> {
  bit value = !or(!eq(!cast<string>(type), "ONNX_OptionalTensor"),
                  !eq(!cast<string>(type), "ONNX_OptionalValue"));
}
class ONNX_Op<string mnemonic, list<Trait> traits = []>
    : Op<ONNX_Dialect, mnemonic,
         !listconcat(traits, [DeclareOpInterfaceMethods<ONNX_ShapeInference>, ONNX_Operator])> {
  // See OnnxOperator; derived, so that each operator states its operands once.
  string operandForm = !foldl("", !range(!size(arguments)), text, i,
      text # !if(!initialized(!getdagarg<TypeConstraint>(arguments, i)),
        !if(!initialized(!getdagarg<Variadic>(arguments, i)), "*",
          !if(ONNX_IsOptional<!getdagarg<TypeConstraint>(arguments, i)>.value, "o", "v")), ""));
  string resultForm = !foldl("", !range(!size(results)), text, i,
      text # !if(!initialized(!getdagarg<Variadic>(results, i)), "*",
        !if(ONNX_IsOptional<!getdagarg<TypeConstraint>(results, i)>.value, "o", "v")));
  string subgraphNames = !foldl("", !range(!size(regions)), text, i,
      text # !if(!empty(text), "", ",") # !getdagname(regions, i));
  let extraClassDeclaration = [{
    static ::llvm::StringRef getSubgraphNames() { return "}] # subgraphNames # [{"; }
    static ::llvm::StringRef getOperandForm() { return "}] # operandForm # [{"; }
    static ::llvm::StringRef getResultForm() { return "}] # resultForm # [{"; }
  }];
  let assemblyFormat = "`(` operands `)` attr-dict `:` functional-type(operands, results)";
}

// An operator without side effects: all but the random ones and those with subgraphs.
class ONNX_PureOp<string mnemonic, list<Trait> traits = []>
    : ONNX_Op<mnemonic, !listconcat(traits, [Pure])>;

#endif
