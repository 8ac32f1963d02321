// SPDX-License-Identifier: Apache-2.0
// Names and sizes of element types, indexed by ONNX's TensorProto.DataType.
#include "cameo/runtime.h"

namespace {
struct Type {
  const char *name;
  int16_t bits;
};
// A string element is a pointer.
constexpr Type types[] = {
    {nullptr, 0},          {"float32", 32},   {"uint8", 8},
    {"int8", 8},           {"uint16", 16},    {"int16", 16},
    {"int32", 32},         {"int64", 64},     {"string", 64},
    {"bool", 8},           {"float16", 16},   {"float64", 64},
    {"uint32", 32},        {"uint64", 64},    {"complex64", 64},
    {"complex128", 128},   {"bfloat16", 16},  {"float8e4m3fn", 8},
    {"float8e4m3fnuz", 8}, {"float8e5m2", 8}, {"float8e5m2fnuz", 8},
    {"uint4", 4},          {"int4", 4},       {"float4e2m1", 4},
    {"float8e8m0", 8},     {"uint2", 2},      {"int2", 2},
};
const Type &lookup(int32_t dtype) {
  bool known = dtype > 0 && dtype < int32_t(sizeof types / sizeof types[0]);
  return types[known ? dtype : 0];
}
} // namespace

extern "C" const char *cameo_dtype_name(int32_t dtype) {
  return lookup(dtype).name;
}
extern "C" int64_t cameo_dtype_bits(int32_t dtype) {
  return lookup(dtype).bits;
}
extern "C" int64_t cameo_dtype_size(int32_t dtype) {
  return (lookup(dtype).bits + 7) / 8;
}
extern "C" int64_t cameo_dtype_bytes(int32_t dtype, int64_t count) {
  int64_t bits = lookup(dtype).bits, bytes = 0;
  if (bits < 8 && bits > 0) {
    int64_t each = 8 / bits;
    return count < 0 ? -1 : count / each + (count % each != 0);
  }
  return count < 0 || __builtin_mul_overflow(count, bits / 8, &bytes) ? -1
                                                                      : bytes;
}
