// SPDX-License-Identifier: Apache-2.0
// A numeric case is a function:
//
//   func.func @name(%x: tensor<2xf32>) -> tensor<2xf32> attributes {
//       inputs = [dense<[1.0, -2.0]> : tensor<2xf32>],
//       outputs = [dense<[1.0, 2.0]> : tensor<2xf32>]} {
//     %y = onnx.Abs(%x) : (tensor<2xf32>) -> tensor<2xf32>
//     return %y : tensor<2xf32>
//   }
//
// A sequence is the array of its elements; an optional an array of one or none;
// a map the array of its keys and its values, each a tensor of one dimension.
// A case that states `error = "reason"` in the place of outputs compiles, and its
// run is refused for that reason.
#include "Numeric.h"
#include "compiler/Import/FunctionFile.h"
#include "compiler/Import/Types.h"
#include "compiler/Pipeline/Registration.h"
#include "dialects/ONNX/ONNXCore.h"
#include "mlir/Dialect/Func/IR/FuncOps.h"
#include "mlir/IR/BuiltinOps.h"
#include "llvm/ADT/StringSwitch.h"

using namespace mlir;
using namespace cameo;
using namespace cameo::conformance;

namespace {
/// The runtime's code of a type's elements; 0 if there is none.
int32_t dtypeOf(llvm::StringRef name) {
  for (int32_t code = 1; code <= CAMEO_INT2; ++code)
    if (const char *known = cameo_dtype_name(code); known && name == known)
      return code;
  return 0;
}

/// Fields of `bits` bits, the first lowest, from one a byte.
std::vector<char> pack(llvm::ArrayRef<char> elements, int64_t bits) {
  std::vector<char> bytes((elements.size() * bits + 7) / 8);
  for (size_t i = 0; i < elements.size(); ++i)
    bytes[i * bits / 8] |=
        char((elements[i] & ((1 << bits) - 1)) << (i * bits % 8));
  return bytes;
}

void append(std::vector<char> &data, const llvm::APInt &value, size_t bytes) {
  auto *raw = reinterpret_cast<const char *>(value.getRawData());
  data.insert(data.end(), raw, raw + bytes);
}

llvm::Expected<tools::Tensor> toTensor(Attribute attr, llvm::StringRef name) {
  tools::Tensor tensor;
  tensor.name = name.str();
  auto elements = dyn_cast<ElementsAttr>(attr);
  if (!elements)
    return llvm::createStringError("'" + name +
                                   "' is not an elements attribute");
  ShapedType type = elements.getShapedType();
  tensor.dtype = dtypeOf(import::elementTypeName(type));
  tensor.shape.assign(type.getShape().begin(), type.getShape().end());
  if (auto strings = dyn_cast<DenseStringElementsAttr>(attr)) {
    for (StringRef text : strings.getValues<StringRef>())
      tensor.strings.push_back(text.str());
    return tensor;
  }
  auto dense = dyn_cast<DenseElementsAttr>(attr);
  if (!dense || !tensor.dtype)
    return llvm::createStringError("'" + name +
                                   "' is of a type without values");
  size_t bytes = cameo_dtype_size(tensor.dtype);
  Type element = type.getElementType();
  if (auto complex = dyn_cast<ComplexType>(element)) {
    for (const std::complex<APFloat> &v :
         dense.getValues<std::complex<APFloat>>()) {
      append(tensor.data, v.real().bitcastToAPInt(), bytes / 2);
      append(tensor.data, v.imag().bitcastToAPInt(), bytes / 2);
    }
  } else if (isa<FloatType>(element)) {
    for (const APFloat &v : dense.getValues<APFloat>())
      append(tensor.data, v.bitcastToAPInt(), bytes);
  } else {
    bool isSigned = !element.isUnsignedInteger() && !element.isInteger(1);
    for (const APInt &v : dense.getValues<APInt>())
      append(tensor.data, isSigned ? v.sextOrTrunc(64) : v.zextOrTrunc(64),
             bytes);
  }
  if (int64_t bits = cameo_dtype_bits(tensor.dtype); bits < 8)
    tensor.data = pack(tensor.data, bits);
  return tensor;
}

llvm::Expected<tools::Tensor> toValue(Attribute attr, Type type,
                                      llvm::StringRef name) {
  Type element;
  tools::Tensor value;
  value.name = name.str();
  size_t most = SIZE_MAX;
  if (auto sequence = dyn_cast<cameo::onnx::SeqType>(type)) {
    value.kind = CAMEO_SEQUENCE;
    element = sequence.getElementType();
  } else if (auto optional = dyn_cast<cameo::onnx::OptType>(type)) {
    value.kind = CAMEO_OPTIONAL;
    element = optional.getElementType();
    most = 1;
  } else if (isa<cameo::onnx::MapType>(type)) {
    value.kind = CAMEO_MAP;
    most = 2;
  } else {
    return toTensor(attr, name);
  }
  auto list = dyn_cast<ArrayAttr>(attr);
  if (!list || list.size() > most ||
      (value.kind == CAMEO_MAP && list.size() != 2))
    return llvm::createStringError("'" + name +
                                   "' is not an array that fits its type");
  for (Attribute item : list) {
    auto one = element ? toValue(item, element, name) : toTensor(item, name);
    if (!one)
      return one.takeError();
    value.items.push_back(std::move(*one));
  }
  return value;
}

llvm::Error read(func::FuncOp func, llvm::StringRef name, llvm::StringRef key,
                 TypeRange types, std::vector<tools::Tensor> &tensors) {
  auto list = func->getAttrOfType<ArrayAttr>(key);
  if (!list || list.size() != types.size())
    return llvm::createStringError("function '" + name + "' needs " +
                                   llvm::Twine(types.size()) + " values in '" +
                                   key + "'");
  func->removeAttr(key);
  for (auto [i, attr] : llvm::enumerate(list)) {
    auto tensor = toValue(attr, types[i], (key.drop_back() + Twine(i)).str());
    if (!tensor)
      return tensor.takeError();
    tensors.push_back(std::move(*tensor));
  }
  return llvm::Error::success();
}

Type withoutSizes(Type type) {
  if (auto sequence = dyn_cast<cameo::onnx::SeqType>(type))
    return cameo::onnx::SeqType::get(type.getContext(),
                                     withoutSizes(sequence.getElementType()));
  if (auto optional = dyn_cast<cameo::onnx::OptType>(type))
    return cameo::onnx::OptType::get(type.getContext(),
                                     withoutSizes(optional.getElementType()));
  auto tensor = dyn_cast<RankedTensorType>(type);
  if (!tensor)
    return type;
  SmallVector<int64_t> shape(tensor.getRank(), ShapedType::kDynamic);
  return RankedTensorType::get(shape, tensor.getElementType());
}

/// Sizes become unknown; what operations give is left to shape inference.
void forgetSizes(func::FuncOp func) {
  Block &entry = func.front();
  SmallVector<Type> arguments, results;
  for (BlockArgument argument : entry.getArguments()) {
    argument.setType(withoutSizes(argument.getType()));
    arguments.push_back(argument.getType());
  }
  for (Type type : func.getResultTypes())
    results.push_back(withoutSizes(type));
  func.setFunctionType(
      FunctionType::get(func.getContext(), arguments, results));
  func.walk([&](Operation *op) {
    if (isa<cameo::onnx::ONNXDialect>(op->getDialect()) &&
        !op->hasTrait<OpTrait::ConstantLike>())
      for (OpResult result : op->getResults())
        if (isa<RankedTensorType, cameo::onnx::SeqType, cameo::onnx::OptType>(
                result.getType()))
          result.setType(withoutSizes(result.getType()));
  });
}

} // namespace

llvm::Expected<NumericCase>
conformance::readNumericCase(const std::string &path, llvm::StringRef name,
                             bool dynamic, llvm::StringRef model) {
  DialectRegistry registry;
  registerAllDialects(registry);
  MLIRContext context(registry, MLIRContext::Threading::DISABLED);
  auto module = import::readFunction(path, name, context);
  if (!module)
    return module.takeError();
  auto func = (*module)->lookupSymbol<func::FuncOp>("main");
  NumericCase numeric;
  if (llvm::Error error = read(func, name, "inputs", func.getArgumentTypes(),
                               numeric.data.inputs))
    return error;
  if (auto refusal = func->getAttrOfType<StringAttr>("error")) {
    numeric.error = refusal.str();
    func->removeAttr("error");
  } else if (llvm::Error error =
                 read(func, name, "outputs", func.getResultTypes(),
                      numeric.data.outputs)) {
    return error;
  }
  if (dynamic)
    forgetSizes(func);
  if (llvm::Error error = import::writeFunction(**module, model))
    return error;
  return numeric;
}

std::vector<std::pair<std::string, std::vector<std::string>>>
conformance::operatorsOf(const std::string &path, llvm::StringRef name) {
  std::vector<std::pair<std::string, std::vector<std::string>>> operators;
  DialectRegistry registry;
  registerAllDialects(registry);
  MLIRContext context(registry, MLIRContext::Threading::DISABLED);
  auto module = import::readFunction(path, name, context);
  if (!module) {
    llvm::consumeError(module.takeError());
    return operators;
  }
  auto func = (*module)->lookupSymbol<func::FuncOp>("main");
  // A refusal shows nothing of what the operators compute.
  if (func->hasAttr("error"))
    return operators;
  func.walk([&](Operation *op) {
    if (!isa_and_nonnull<cameo::onnx::ONNXDialect>(op->getDialect()))
      return;
    std::vector<std::string> types;
    for (Type type : op->getOperandTypes())
      if (StringRef element = import::elementTypeName(type); !element.empty())
        types.push_back(element.str());
    operators.push_back({op->getName().stripDialect().str(), std::move(types)});
  });
  return operators;
}
