// SPDX-License-Identifier: Apache-2.0
// Elements of tensors, of every type, and the runtime's view of them.
#include "tools/common/Tensor.h"
#include "llvm/ADT/APFloat.h"
#include "llvm/Support/raw_ostream.h"

#include <cstring>

using namespace cameo;
using namespace cameo::tools;

int64_t Tensor::size() const {
  // The other sizes of a tensor without elements may have any product.
  if (llvm::is_contained(shape, 0))
    return 0;
  int64_t n = 1;
  for (int64_t d : shape)
    n *= d;
  return n;
}

std::string tools::describeType(int32_t dtype, llvm::ArrayRef<int64_t> shape,
                                const char *const *names) {
  std::string text;
  llvm::raw_string_ostream os(text);
  const char *name = cameo_dtype_name(dtype);
  os << (name ? name : "unknown") << "[";
  for (auto [i, d] : llvm::enumerate(shape)) {
    os << (i ? "," : "");
    if (d >= 0)
      os << d;
    else
      os << (names && names[i] ? names[i] : "?");
  }
  os << "]";
  return text;
}

static const char *kindName(int32_t kind) {
  return kind == CAMEO_SEQUENCE   ? "sequence"
         : kind == CAMEO_OPTIONAL ? "optional"
         : kind == CAMEO_MAP      ? "map"
                                  : "tensor";
}

std::string tools::describeType(const cameo_value_info &info) {
  if (info.kind == CAMEO_TENSOR && info.rank < 0) {
    const char *name = cameo_dtype_name(info.dtype);
    return name ? name : "any";
  }
  if (info.kind == CAMEO_TENSOR)
    return describeType(info.dtype, {info.shape, size_t(info.rank)},
                        info.dim_names);
  std::string text = std::string(kindName(info.kind)) + "(";
  if (info.kind == CAMEO_MAP)
    return text + cameo_dtype_name(info.dtype) + " to " +
           cameo_dtype_name(info.element->dtype) + ")";
  return text + describeType(*info.element) + ")";
}

std::string Tensor::describe() const {
  if (kind == CAMEO_TENSOR)
    return describeType(dtype, shape);
  std::string text = std::string(kindName(kind)) + "(";
  constexpr size_t most = 4;
  for (size_t i = 0; i < items.size() && i < most; ++i)
    text += (i ? ", " : "") + items[i].describe();
  if (items.size() > most)
    text += ", ... " + std::to_string(items.size()) + " items";
  return text + ")";
}

bool tools::isComplex(int32_t dtype) {
  return dtype == CAMEO_COMPLEX64 || dtype == CAMEO_COMPLEX128;
}

namespace {
const llvm::fltSemantics *semanticsOf(int32_t dtype) {
  switch (dtype) {
  case CAMEO_FLOAT16:
    return &llvm::APFloat::IEEEhalf();
  case CAMEO_BFLOAT16:
    return &llvm::APFloat::BFloat();
  case CAMEO_FLOAT8E4M3FN:
    return &llvm::APFloat::Float8E4M3FN();
  case CAMEO_FLOAT8E4M3FNUZ:
    return &llvm::APFloat::Float8E4M3FNUZ();
  case CAMEO_FLOAT8E5M2:
    return &llvm::APFloat::Float8E5M2();
  case CAMEO_FLOAT8E5M2FNUZ:
    return &llvm::APFloat::Float8E5M2FNUZ();
  case CAMEO_FLOAT8E8M0:
    return &llvm::APFloat::Float8E8M0FNU();
  case CAMEO_FLOAT4E2M1:
    return &llvm::APFloat::Float4E2M1FN();
  default:
    return nullptr;
  }
}

template <typename T> T load(const char *at) {
  T value;
  std::memcpy(&value, at, sizeof value);
  return value;
}

/// A two's complement integer of `bits` bits in the low end of a byte.
int signExtend(uint8_t value, int bits) {
  int sign = 1 << (bits - 1), low = value & (2 * sign - 1);
  return (low ^ sign) - sign;
}
} // namespace

bool tools::isFloat(int32_t dtype) {
  return dtype == CAMEO_FLOAT32 || dtype == CAMEO_FLOAT64 || semanticsOf(dtype);
}

double tools::elementAsDouble(const Tensor &tensor, int64_t i) {
  int64_t width = cameo_dtype_bits(tensor.dtype);
  const char *at = tensor.data.data() + i * width / 8;
  // Of a type narrower than a byte, the bits of the element.
  auto field = [&] {
    return uint8_t(load<uint8_t>(at) >> (i * width % 8) & ((1 << width) - 1));
  };
  switch (tensor.dtype) {
  case CAMEO_FLOAT32:
  case CAMEO_COMPLEX64:
    return load<float>(at);
  case CAMEO_FLOAT64:
  case CAMEO_COMPLEX128:
    return load<double>(at);
  case CAMEO_UINT8:
    return load<uint8_t>(at);
  case CAMEO_BOOL:
    return load<uint8_t>(at) != 0;
  case CAMEO_INT8:
    return load<int8_t>(at);
  case CAMEO_UINT16:
    return load<uint16_t>(at);
  case CAMEO_INT16:
    return load<int16_t>(at);
  case CAMEO_UINT32:
    return load<uint32_t>(at);
  case CAMEO_INT32:
    return load<int32_t>(at);
  case CAMEO_UINT64:
    return double(load<uint64_t>(at));
  case CAMEO_INT64:
    return double(load<int64_t>(at));
  case CAMEO_UINT4:
  case CAMEO_UINT2:
    return field();
  case CAMEO_INT4:
  case CAMEO_INT2:
    return signExtend(field(), int(width));
  default:
    break;
  }
  const llvm::fltSemantics *semantics = semanticsOf(tensor.dtype);
  if (!semantics)
    return 0;
  unsigned bits = llvm::APFloat::getSizeInBits(*semantics);
  uint64_t raw = bits == 16  ? load<uint16_t>(at)
                 : bits == 8 ? load<uint8_t>(at)
                             : field();
  llvm::APFloat value(*semantics, llvm::APInt(bits, raw));
  bool losesInfo;
  value.convert(llvm::APFloat::IEEEdouble(), llvm::APFloat::rmNearestTiesToEven,
                &losesInfo);
  return value.convertToDouble();
}

Tensor tools::elementsAt(const Tensor &tensor, llvm::ArrayRef<size_t> places) {
  Tensor result;
  result.name = tensor.name;
  result.dtype = tensor.dtype;
  result.shape = {int64_t(places.size())};
  int64_t bits = cameo_dtype_bits(tensor.dtype);
  size_t size = size_t(cameo_dtype_size(tensor.dtype));
  result.data.resize(
      size_t(cameo_dtype_bytes(tensor.dtype, int64_t(places.size()))));
  if (tensor.dtype == CAMEO_STRING)
    result.data.clear();
  for (auto [to, from] : llvm::enumerate(places)) {
    if (tensor.dtype == CAMEO_STRING) {
      result.strings.push_back(tensor.strings[from]);
    } else if (bits < 8) {
      int field = tensor.data[from * bits / 8] >> (from * bits % 8);
      result.data[to * bits / 8] |=
          char((field & ((1 << bits) - 1)) << (to * bits % 8));
    } else {
      std::memcpy(result.data.data() + to * size,
                  tensor.data.data() + from * size, size);
    }
  }
  return result;
}

const cameo_value *Views::value(const Tensor &tensor) {
  cameo_value value{};
  value.kind = tensor.kind;
  if (tensor.kind == CAMEO_TENSOR) {
    value.tensor = of(tensor);
  } else {
    std::vector<const cameo_value *> list;
    for (const Tensor &item : tensor.items)
      list.push_back(this->value(item));
    items.push_back(std::move(list));
    value.items = items.back().data();
    value.count = int64_t(tensor.items.size());
    if (tensor.kind == CAMEO_MAP)
      value.count = tensor.items[0].size();
  }
  values.push_back(value);
  return &values.back();
}

cameo_tensor Views::of(const Tensor &tensor) {
  if (tensor.kind != CAMEO_TENSOR) {
    cameo_tensor result{};
    result.data = const_cast<cameo_value *>(value(tensor));
    return result;
  }
  cameo_tensor result = {const_cast<char *>(tensor.data.data()),
                         tensor.shape.data(),
                         int32_t(tensor.shape.size()),
                         tensor.dtype,
                         int64_t(tensor.data.size()),
                         CAMEO_HOST,
                         0};
  if (tensor.dtype == CAMEO_STRING) {
    std::vector<const char *> pointers;
    for (const std::string &s : tensor.strings)
      pointers.push_back(s.c_str());
    strings.push_back(std::move(pointers));
    result.data = strings.back().data();
    result.bytes = int64_t(strings.back().size() * sizeof(char *));
  }
  return result;
}

static Tensor copyValue(const cameo_value &value) {
  if (value.kind == CAMEO_TENSOR)
    return copy(value.tensor, "");
  Tensor result;
  result.kind = value.kind;
  int64_t count = value.kind == CAMEO_MAP ? 2 : value.count;
  for (int64_t i = 0; i < count; ++i)
    result.items.push_back(copyValue(*value.items[i]));
  return result;
}

Tensor tools::copy(const cameo_tensor &tensor, llvm::StringRef name,
                   int32_t kind) {
  Tensor result;
  if (kind != CAMEO_TENSOR) {
    result = copyValue(*static_cast<const cameo_value *>(tensor.data));
    result.name = name.str();
    return result;
  }
  result.name = name.str();
  result.dtype = tensor.dtype;
  result.shape.assign(tensor.shape, tensor.shape + tensor.rank);
  if (tensor.dtype == CAMEO_STRING) {
    auto *strings = static_cast<const char *const *>(tensor.data);
    for (int64_t i = 0; i < tensor.bytes / int64_t(sizeof(char *)); ++i)
      result.strings.emplace_back(strings[i] ? strings[i] : "");
  } else if (tensor.bytes) {
    auto *bytes = static_cast<const char *>(tensor.data);
    result.data.assign(bytes, bytes + tensor.bytes);
  }
  return result;
}
