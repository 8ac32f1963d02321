// SPDX-License-Identifier: Apache-2.0
// The table of ONNX's element types.
#include "dialects/ONNX/DataTypes.h"
#include "dialects/ONNX/ONNXCore.h"
#include "mlir/IR/Builders.h"

using namespace mlir;
using namespace cameo::onnx;

namespace {
struct DataType {
  int64_t number;
  StringRef name;
  Type (*type)(Builder &);
};
} // namespace

template <unsigned width> static Type signedInt(Builder &b) {
  return b.getIntegerType(width);
}
template <unsigned width> static Type unsignedInt(Builder &b) {
  return b.getIntegerType(width, /*isSigned=*/false);
}
template <typename T> static Type simple(Builder &b) {
  return T::get(b.getContext());
}
template <typename T> static Type complexOf(Builder &b) {
  return ComplexType::get(T::get(b.getContext()));
}

static const DataType dataTypes[] = {
    {1, "float32", simple<Float32Type>},
    {2, "uint8", unsignedInt<8>},
    {3, "int8", signedInt<8>},
    {4, "uint16", unsignedInt<16>},
    {5, "int16", signedInt<16>},
    {6, "int32", signedInt<32>},
    {7, "int64", signedInt<64>},
    {8, "string", simple<StringType>},
    {9, "bool", signedInt<1>},
    {10, "float16", simple<Float16Type>},
    {11, "float64", simple<Float64Type>},
    {12, "uint32", unsignedInt<32>},
    {13, "uint64", unsignedInt<64>},
    {14, "complex64", complexOf<Float32Type>},
    {15, "complex128", complexOf<Float64Type>},
    {16, "bfloat16", simple<BFloat16Type>},
    {17, "float8e4m3fn", simple<Float8E4M3FNType>},
    {18, "float8e4m3fnuz", simple<Float8E4M3FNUZType>},
    {19, "float8e5m2", simple<Float8E5M2Type>},
    {20, "float8e5m2fnuz", simple<Float8E5M2FNUZType>},
    {21, "uint4", unsignedInt<4>},
    {22, "int4", signedInt<4>},
    {23, "float4e2m1", simple<Float4E2M1FNType>},
    {24, "float8e8m0", simple<Float8E8M0FNUType>},
    {25, "uint2", unsignedInt<2>},
    {26, "int2", signedInt<2>},
};

Type cameo::onnx::typeOfDataType(MLIRContext *context, int64_t dataType) {
  Builder b(context);
  for (const DataType &entry : dataTypes)
    if (entry.number == dataType)
      return entry.type(b);
  return nullptr;
}

static const DataType *find(Type elementType) {
  Builder b(elementType.getContext());
  for (const DataType &entry : dataTypes)
    if (entry.type(b) == elementType)
      return &entry;
  return nullptr;
}

int64_t cameo::onnx::dataTypeOf(Type elementType) {
  const DataType *entry = find(elementType);
  return entry ? entry->number : 0;
}

StringRef cameo::onnx::dataTypeName(Type elementType) {
  const DataType *entry = find(elementType);
  return entry ? entry->name : StringRef();
}
