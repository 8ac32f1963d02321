// SPDX-License-Identifier: Apache-2.0
// Names and sizes of element types, indexed by ONNX's TensorProto.DataType.
#include "cameo/runtime.h"

namespace {
struct Type {
  const char *name;
  int8_t size;
};
// A string element is a pointer. Types below a byte lie one to a byte.
constexpr Type types[] = {
    {nullptr, 0},          {"float32", 4},    {"uint8", 1},
    {"int8", 1},           {"uint16", 2},     {"int16", 2},
    {"int32", 4},          {"int64", 8},      {"string", 8},
    {"bool", 1},           {"float16", 2},    {"float64", 8},
    {"uint32", 4},         {"uint64", 8},     {"complex64", 8},
    {"complex128", 16},    {"bfloat16", 2},   {"float8e4m3fn", 1},
    {"float8e4m3fnuz", 1}, {"float8e5m2", 1}, {"float8e5m2fnuz", 1},
    {"uint4", 1},          {"int4", 1},       {"float4e2m1", 1},
    {"float8e8m0", 1},     {"uint2", 1},      {"int2", 1},
};
const Type &lookup(int32_t dtype) {
  bool known = dtype > 0 && dtype < int32_t(sizeof types / sizeof types[0]);
  return types[known ? dtype : 0];
}
} // namespace

extern "C" const char *cameo_dtype_name(int32_t dtype) {
  return lookup(dtype).name;
}
extern "C" int64_t cameo_dtype_size(int32_t dtype) {
  return lookup(dtype).size;
}
