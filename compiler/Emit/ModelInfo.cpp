// SPDX-License-Identifier: Apache-2.0
#include "compiler/Emit/ModelInfo.h"
#include "cameo/abi.h"
#include "mlir/IR/BuiltinAttributes.h"
#include "mlir/IR/BuiltinTypes.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/ADT/StringSet.h"
#include "llvm/ADT/StringSwitch.h"

using namespace mlir;
using namespace cameo;

static int32_t dtypeCode(StringRef name) {
  return llvm::StringSwitch<int32_t>(name)
      .Case("float32", CAMEO_FLOAT32)
      .Case("uint8", CAMEO_UINT8)
      .Case("int8", CAMEO_INT8)
      .Case("uint16", CAMEO_UINT16)
      .Case("int16", CAMEO_INT16)
      .Case("int32", CAMEO_INT32)
      .Case("int64", CAMEO_INT64)
      .Case("string", CAMEO_STRING)
      .Case("bool", CAMEO_BOOL)
      .Case("float16", CAMEO_FLOAT16)
      .Case("float64", CAMEO_FLOAT64)
      .Case("uint32", CAMEO_UINT32)
      .Case("uint64", CAMEO_UINT64)
      .Case("complex64", CAMEO_COMPLEX64)
      .Case("complex128", CAMEO_COMPLEX128)
      .Case("bfloat16", CAMEO_BFLOAT16)
      .Case("float8e4m3fn", CAMEO_FLOAT8E4M3FN)
      .Case("float8e4m3fnuz", CAMEO_FLOAT8E4M3FNUZ)
      .Case("float8e5m2", CAMEO_FLOAT8E5M2)
      .Case("float8e5m2fnuz", CAMEO_FLOAT8E5M2FNUZ)
      .Case("uint4", CAMEO_UINT4)
      .Case("int4", CAMEO_INT4)
      .Case("float4e2m1", CAMEO_FLOAT4E2M1)
      .Case("float8e8m0", CAMEO_FLOAT8E8M0)
      .Case("uint2", CAMEO_UINT2)
      .Case("int2", CAMEO_INT2)
      .Default(0);
}

static int64_t dtypeBits(int32_t code) {
  switch (code) {
  case CAMEO_FLOAT64:
  case CAMEO_INT64:
  case CAMEO_UINT64:
  case CAMEO_COMPLEX64:
    return 64;
  case CAMEO_COMPLEX128:
    return 128;
  case CAMEO_FLOAT32:
  case CAMEO_INT32:
  case CAMEO_UINT32:
    return 32;
  case CAMEO_FLOAT16:
  case CAMEO_BFLOAT16:
  case CAMEO_INT16:
  case CAMEO_UINT16:
    return 16;
  case CAMEO_INT4:
  case CAMEO_UINT4:
  case CAMEO_FLOAT4E2M1:
    return 4;
  case CAMEO_INT2:
  case CAMEO_UINT2:
    return 2;
  default:
    return 8;
  }
}

bool ValueInfo::isStatic() const {
  return isTensor() && !llvm::is_contained(shape, -1);
}

int32_t ValueInfo::kindCode() const {
  return llvm::StringSwitch<int32_t>(kind)
      .Case("sequence", CAMEO_SEQUENCE)
      .Case("optional", CAMEO_OPTIONAL)
      .Case("map", CAMEO_MAP)
      .Default(CAMEO_TENSOR);
}

std::string ValueInfo::describe() const {
  if (kind == "map")
    return "map from " + dtype + " to " + element[0].dtype;
  if (!isTensor())
    return kind + " of " + element[0].describe();
  std::string text = dtype + " [";
  for (size_t d = 0; d < shape.size(); ++d) {
    text += d ? ", " : "";
    text += shape[d] >= 0     ? std::to_string(shape[d])
            : dims[d].empty() ? "?"
                              : dims[d];
  }
  return text + (ranked ? "]" : "...]");
}

int64_t ValueInfo::bytes() const {
  if (!isStatic())
    return -1;
  int64_t n = 1, bits = dtypeBits(dtypeCode);
  for (int64_t d : shape)
    n *= d;
  return bits < 8 ? llvm::divideCeil(n, 8 / bits) : n * (bits / 8);
}

/// What the lowering wrote of a value that is no tensor. `dtype` is the model's
/// word for tensors in it whose type is not known.
static ValueInfo parse(DictionaryAttr dict, StringRef dtype) {
  ValueInfo v;
  v.kind = dict.getAs<StringAttr>("kind").str();
  if (auto own = dict.getAs<StringAttr>("dtype"))
    v.dtype = own.str();
  else if (v.isTensor())
    v.dtype = dtype.str();
  v.dtypeCode = dtypeCode(v.dtype);
  auto shape = dict.getAs<DenseI64ArrayAttr>("shape");
  v.ranked = shape || !v.isTensor();
  if (shape)
    for (int64_t d : shape.asArrayRef())
      v.shape.push_back(ShapedType::isDynamic(d) ? -1 : d);
  v.dims.resize(v.shape.size());
  if (auto element = dict.getAs<DictionaryAttr>("element"))
    v.element.push_back(parse(element, dtype));
  return v;
}

bool ModelInfo::hasStaticInputs() const {
  return llvm::all_of(inputs, [](const ValueInfo &v) { return v.isStatic(); });
}

static FailureOr<std::vector<ValueInfo>> values(ModuleOp module, StringRef attr,
                                                StringRef prefix) {
  std::vector<ValueInfo> list;
  auto array = module->getAttrOfType<ArrayAttr>(attr);
  if (!array)
    return module.emitError("has no ") << attr;
  for (auto [i, a] : llvm::enumerate(array)) {
    auto dict = cast<DictionaryAttr>(a);
    ValueInfo v;
    auto name = dict.getAs<StringAttr>("name");
    auto dtype = dict.getAs<StringAttr>("dtype");
    if (auto description = dict.getAs<DictionaryAttr>("value"))
      v = parse(description, dtype ? dtype.getValue() : "");
    v.name = name ? name.getValue().str() : (prefix + Twine(i)).str();
    if (!v.isTensor()) {
      list.push_back(v);
      continue;
    }
    auto type =
        dyn_cast<RankedTensorType>(cast<TypeAttr>(dict.get("type")).getValue());
    if (!type)
      return module.emitError("value '")
             << v.name << "' is neither a tensor nor described";
    if (dtype)
      v.dtype = dtype.getValue().str();
    v.dtypeCode = dtypeCode(v.dtype);
    if (v.dtypeCode == 0)
      return module.emitError("value '")
             << v.name << "' has unknown element type '" << v.dtype << "'";
    auto dims = dict.getAs<ArrayAttr>("dims");
    for (auto [d, size] : llvm::enumerate(type.getShape())) {
      v.shape.push_back(ShapedType::isDynamic(size) ? -1 : size);
      auto dim = dims && d < dims.size() ? dyn_cast<StringAttr>(dims[d])
                                         : StringAttr();
      v.dims.push_back(dim ? dim.getValue().str() : "");
    }
    list.push_back(v);
  }
  return list;
}

FailureOr<ModelInfo> ModelInfo::get(ModuleOp module, StringRef name) {
  ModelInfo info;
  info.name = name;
  auto inputs = values(module, "cameo.inputs", "input"),
       outputs = values(module, "cameo.outputs", "output");
  if (failed(inputs) || failed(outputs))
    return failure();
  info.inputs = *inputs;
  info.outputs = *outputs;
  if (auto metadata = module->getAttrOfType<DictionaryAttr>("cameo.metadata"))
    for (NamedAttribute a : metadata)
      if (auto text = dyn_cast<StringAttr>(a.getValue()))
        info.metadata.emplace_back(a.getName().str(), text.getValue().str());
  if (auto launches = module->getAttrOfType<ArrayAttr>("cameo.launches"))
    for (auto dict : launches.getAsRange<DictionaryAttr>())
      info.launches.push_back(
          {dict.getAs<StringAttr>("kernel").str(),
           dict.getAs<StringAttr>("nodes").str(),
           dict.getAs<FloatAttr>("flops").getValueAsDouble(),
           dict.getAs<FloatAttr>("bytes").getValueAsDouble()});
  if (auto updates = module->getAttrOfType<ArrayAttr>("cameo.updates"))
    for (auto dict : updates.getAsRange<DictionaryAttr>()) {
      auto get = [&](StringRef name) {
        return uint32_t(dict.getAs<IntegerAttr>(name).getInt());
      };
      info.updates.push_back({get("input"), get("output"), get("axis")});
    }
  auto number = [&](StringRef attr, int64_t otherwise) {
    auto a = module->getAttrOfType<IntegerAttr>(attr);
    return a ? a.getInt() : otherwise;
  };
  info.planSize = number("cameo.plan_size", 1);
  info.staticArena =
      info.hasStaticInputs() ? number("cameo.static_arena", -1) : -1;
  info.weightsSize = number("cameo.weights_size", 0);
  auto dynamic = module->getAttrOfType<BoolAttr>("cameo.dynamic_memory");
  info.dynamicMemory = dynamic && dynamic.getValue();
  return info;
}

std::string cameo::cIdentifier(StringRef text) {
  static const llvm::StringSet<> keywords = {
      "auto",      "break",    "case",     "char",   "const",    "continue",
      "default",   "do",       "double",   "else",   "enum",     "extern",
      "float",     "for",      "goto",     "if",     "inline",   "int",
      "long",      "register", "restrict", "return", "short",    "signed",
      "sizeof",    "static",   "struct",   "switch", "typedef",  "union",
      "unsigned",  "void",     "volatile", "while",  "class",    "new",
      "delete",    "this",     "bool",     "true",   "false",    "template",
      "namespace", "operator", "private",  "public", "protected"};
  std::string id;
  for (char c : text)
    id += llvm::isAlnum(c) ? c : '_';
  if (id.empty() || llvm::isDigit(id[0]) || keywords.contains(id))
    id = "_" + id;
  return id;
}
