// SPDX-License-Identifier: Apache-2.0
// TypeProto → types of the onnx dialect.
#include "compiler/Import/Types.h"
#include "dialects/ONNX/DataTypes.h"
#include "dialects/ONNX/ONNXCore.h"
#include "mlir/IR/Diagnostics.h"
#include "llvm/Support/MathExtras.h"

using namespace mlir;
using namespace cameo;
using ::onnx::TypeProto;

// More dimensions than any exporter writes.
static constexpr int mostDims = 64;

static FailureOr<Type> convertTensor(const TypeProto::Tensor &tensor,
                                     StringRef name, Location loc) {
  if (tensor.elem_type() == 0)
    return Type(cameo::onnx::UnknownType::get(loc.getContext()));
  Type element =
      cameo::onnx::typeOfDataType(loc.getContext(), tensor.elem_type());
  if (!element)
    return emitError(loc) << "'" << name << "' has the unknown element type "
                          << tensor.elem_type();
  if (!tensor.has_shape())
    return Type(UnrankedTensorType::get(element));
  if (tensor.shape().dim_size() > mostDims)
    return emitError(loc) << "'" << name << "' has "
                          << tensor.shape().dim_size() << " dimensions";
  SmallVector<int64_t> shape;
  int64_t count = 1;
  for (const auto &dim : tensor.shape().dim()) {
    // Some exporters write -1 for an unknown dimension.
    bool isStatic = dim.has_dim_value() && dim.dim_value() >= 0;
    shape.push_back(isStatic ? dim.dim_value() : ShapedType::kDynamic);
    if (isStatic && (llvm::MulOverflow(count, dim.dim_value(), count) ||
                     count > (int64_t(1) << 56)))
      return emitError(loc)
             << "'" << name << "' has an impossible size: dimension "
             << dim.dim_value();
  }
  return Type(RankedTensorType::get(shape, element));
}

FailureOr<Type> cameo::import::convertType(const TypeProto &type,
                                           StringRef name, Location loc) {
  MLIRContext *context = loc.getContext();
  // The parser bounds how deep types nest.
  switch (type.value_case()) {
  case TypeProto::kTensorType:
    return convertTensor(type.tensor_type(), name, loc);
  case TypeProto::kSequenceType: {
    FailureOr<Type> element =
        convertType(type.sequence_type().elem_type(), name, loc);
    if (failed(element))
      return failure();
    return Type(cameo::onnx::SeqType::get(context, *element));
  }
  case TypeProto::kOptionalType: {
    FailureOr<Type> element =
        convertType(type.optional_type().elem_type(), name, loc);
    if (failed(element))
      return failure();
    return Type(cameo::onnx::OptType::get(context, *element));
  }
  case TypeProto::kMapType: {
    FailureOr<Type> value =
        convertType(type.map_type().value_type(), name, loc);
    Type key = cameo::onnx::typeOfDataType(context, type.map_type().key_type());
    if (failed(value))
      return failure();
    if (!key || !(key.isInteger() || isa<cameo::onnx::StringType>(key)))
      return emitError(loc)
             << "'" << name << "': the keys of a map are integers or strings";
    return Type(cameo::onnx::MapType::get(context, key, *value));
  }
  case TypeProto::VALUE_NOT_SET:
    return Type(cameo::onnx::UnknownType::get(context));
  default:
    return emitError(loc) << "'" << name
                          << "': sparse and opaque values are not supported";
  }
}

StringRef cameo::import::elementTypeName(Type type) {
  if (auto seq = dyn_cast<cameo::onnx::SeqType>(type))
    return elementTypeName(seq.getElementType());
  if (auto opt = dyn_cast<cameo::onnx::OptType>(type))
    return elementTypeName(opt.getElementType());
  if (auto map = dyn_cast<cameo::onnx::MapType>(type))
    return elementTypeName(map.getValueType());
  if (auto tensor = dyn_cast<TensorType>(type))
    return cameo::onnx::dataTypeName(tensor.getElementType());
  return {};
}
