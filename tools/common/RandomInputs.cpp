// SPDX-License-Identifier: Apache-2.0
#include "RandomInputs.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/ADT/StringMap.h"
#include "llvm/ADT/StringSet.h"
#include "llvm/Support/MathExtras.h"

#include <cstdlib>
#include <cstring>

using namespace cameo;
using namespace cameo::tools;

namespace {

/// A generator of Marsaglia's xorshift family: the standard library's
/// distributions may differ from one implementation to the next.
struct Random {
  uint64_t state = 0x9e3779b97f4a7c15;
  uint64_t next() {
    state ^= state << 13;
    state ^= state >> 7;
    return state ^= state << 17;
  }
  float signedUnit() { return float(int64_t(next()) >> 40) * 0x1p-23f; }
};

template <typename T> void put(Tensor &tensor, int64_t i, T value) {
  std::memcpy(tensor.data.data() + i * int64_t(sizeof(T)), &value, sizeof(T));
}

uint16_t halfBits(float value, int32_t dtype) {
  // Truncation is good enough for random numbers; halves below 2^-14 become
  // zero.
  uint32_t bits;
  std::memcpy(&bits, &value, 4);
  if (dtype == CAMEO_BFLOAT16)
    return uint16_t(bits >> 16);
  int exponent = int(bits >> 23 & 0xff) - 127 + 15;
  return exponent <= 0 ? 0
                       : uint16_t((bits >> 16 & 0x8000) | exponent << 10 |
                                  (bits >> 13 & 0x3ff));
}

void fill(Tensor &tensor, Random &random) {
  int64_t count = tensor.size(), bits = cameo_dtype_bits(tensor.dtype);
  for (int64_t i = 0; i < count; ++i) {
    switch (tensor.dtype) {
    case CAMEO_FLOAT32:
      put(tensor, i, random.signedUnit());
      break;
    case CAMEO_FLOAT64:
      put(tensor, i, double(random.signedUnit()));
      break;
    case CAMEO_FLOAT16:
    case CAMEO_BFLOAT16:
      put(tensor, i, halfBits(random.signedUnit(), tensor.dtype));
      break;
    case CAMEO_COMPLEX64:
    // zeros
    case CAMEO_COMPLEX128:
      break;
    default:
      // 0 or 1: the low byte, or the low bit of what is narrower.
      tensor.data[i * bits / 8] |=
          char((random.next() >> 60 & 1) << (bits < 8 ? i * bits % 8 : 0));
    }
  }
}

using Sizes = llvm::StringMap<int64_t>;

llvm::Error parse(const Shapes &shapes, Sizes &dims,
                  llvm::StringMap<std::vector<int64_t>> &given) {
  for (llvm::StringRef text : shapes.dims) {
    auto [name, value] = text.rsplit('=');
    int64_t size;
    if (name.empty() || value.getAsInteger(10, size) || size < 0)
      return llvm::createStringError("--dim " + text + ": not NAME=SIZE");
    dims[name] = size;
  }
  for (llvm::StringRef text : shapes.shapes) {
    auto [name, value] = text.rsplit('=');
    llvm::SmallVector<llvm::StringRef> parts;
    if (!value.empty())
      value.split(parts, 'x');
    std::vector<int64_t> shape(parts.size());
    for (auto [size, part] : llvm::zip(shape, parts))
      if (part.getAsInteger(10, size) || size < 0)
        return llvm::createStringError("--shape " + text + ": not INPUT=AxBxC");
    given[name] = shape;
  }
  return llvm::Error::success();
}

/// Names that the model does not have are mistakes, not wishes.
llvm::Error checkNames(const cameo_model &model, const Sizes &dims,
                       const llvm::StringMap<std::vector<int64_t>> &shapes) {
  llvm::StringSet<> inputs, sizes;
  for (uint32_t i = 0; i < model.input_count; ++i) {
    const cameo_value_info &info = model.inputs[i];
    inputs.insert(info.name);
    for (int32_t d = 0; d < info.rank; ++d)
      if (info.dim_names[d])
        sizes.insert(info.dim_names[d]);
  }
  for (const auto &dim : dims)
    if (!sizes.contains(dim.first()))
      return llvm::createStringError(
          "--dim " + dim.first() + ": the model has no dimension of this name");
  for (const auto &shape : shapes)
    if (!inputs.contains(shape.first()))
      return llvm::createStringError("--shape " + shape.first() +
                                     ": the model has no input of this name");
  return llvm::Error::success();
}

} // namespace

void tools::fillRandom(Tensor &tensor) {
  Random random;
  tensor.data.resize(size_t(tensor.size() * cameo_dtype_size(tensor.dtype)));
  fill(tensor, random);
}

llvm::Expected<std::vector<Tensor>>
tools::randomInputs(const cameo_model &model, const Shapes &shapes) {
  Sizes dims;
  llvm::StringMap<std::vector<int64_t>> given;
  if (llvm::Error error = parse(shapes, dims, given))
    return error;
  if (llvm::Error error = checkNames(model, dims, given))
    return error;
  std::vector<Tensor> inputs;
  Random random;
  for (uint32_t i = 0; i < model.input_count; ++i) {
    const cameo_value_info &info = model.inputs[i];
    if (info.kind != CAMEO_TENSOR)
      return llvm::createStringError("input '" + llvm::Twine(info.name) +
                                     "' is " + tools::describeType(info) +
                                     "; give it by --inputs");
    Tensor tensor;
    tensor.name = info.name;
    tensor.dtype = info.dtype;
    tensor.shape.assign(info.shape, info.shape + info.rank);
    for (auto [d, size] : llvm::enumerate(tensor.shape))
      if (size < 0) {
        auto known = dims.find(info.dim_names[d] ? info.dim_names[d] : "");
        size = known == dims.end() ? 1 : known->second;
      }
    if (auto shape = given.find(info.name); shape != given.end())
      tensor.shape = shape->second;
    int64_t bytes = cameo_dtype_size(tensor.dtype);
    for (int64_t d : tensor.shape)
      if (llvm::MulOverflow(bytes, d, bytes) || bytes > int64_t(1) << 40)
        return llvm::createStringError("input '" + llvm::Twine(tensor.name) +
                                       "': " + tensor.describe() +
                                       " is too large");
    // A vector cannot say that there is no memory. Volatile, as a compiler may
    // leave out memory that nothing is done with, and say that there is some.
    void *volatile room = std::malloc(size_t(bytes));
    std::free(room);
    if (!room && bytes > 0)
      return llvm::createStringError("input '" + llvm::Twine(tensor.name) +
                                     "': no memory for " + tensor.describe());
    if (tensor.dtype == CAMEO_STRING) {
      tensor.strings.assign(size_t(tensor.size()), "cameo");
    } else {
      tensor.data.resize(
          size_t(cameo_dtype_bytes(tensor.dtype, tensor.size())));
      fill(tensor, random);
    }
    inputs.push_back(std::move(tensor));
  }
  return inputs;
}
