// SPDX-License-Identifier: Apache-2.0
#include "Data.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/Support/MathExtras.h"
#include <cstring>
#include <iterator>
#include <optional>

using namespace cameo;
using namespace cameo::fuzz;
using tools::Tensor;

/// More than this is not what hostile models are tried on.
static constexpr int64_t inputLimit = int64_t(16) << 20;

/// Writes one element: a number that indexes, counts and measures trip over.
static void spoilElement(Tensor &tensor, size_t i, Random &random) {
  if (tensor.dtype == CAMEO_STRING) {
    static constexpr const char *texts[] = {"",
                                            " ",
                                            "-1",
                                            "99999999999999999999",
                                            "1e999",
                                            "nan",
                                            "\xff\xfe",
                                            "a b c",
                                            "0x",
                                            "1.5",
                                            "\xf0\x9f\x98\x80",
                                            "...."};
    tensor.strings[i] = texts[random.below(std::size(texts))];
    if (random.oneIn(16))
      tensor.strings[i] = std::string(10000, 'a');
    return;
  }
  size_t size = size_t(cameo_dtype_size(tensor.dtype));
  if (cameo_dtype_bits(tensor.dtype) < 8 || (i + 1) * size > tensor.data.size())
    return;
  char *at = &tensor.data[i * size];
  if (tensor.dtype == CAMEO_BOOL) {
    *at = char(random.below(2)); // 0 or 1 by contract
  } else if (tensor.dtype == CAMEO_FLOAT32) {
    static constexpr float edges[] = {
        0.0f,   -0.0f,  1.0f,     -1.0f,     0.5f, -2.5f, 1e30f,
        -1e30f, 1e-40f, INFINITY, -INFINITY, NAN,  1e9f,  3.0f};
    std::memcpy(at, &edges[random.below(std::size(edges))], 4);
  } else if (tensor.dtype == CAMEO_FLOAT64) {
    static constexpr double edges[] = {0.0,      -1.0,      0.5, 1e300, -1e300,
                                       INFINITY, -INFINITY, NAN, 1e19};
    std::memcpy(at, &edges[random.below(std::size(edges))], 8);
  } else {
    static constexpr int64_t edges[] = {
        0,         -1,        1,         2,         -2,           3,
        -3,        7,         100,       -100,      INT32_MAX,    INT32_MIN,
        INT64_MAX, INT64_MIN, 1LL << 40, 1LL << 62, -(1LL << 33), 65536};
    int64_t value = edges[random.below(std::size(edges))];
    for (size_t b = 0; b < size; b += 8)
      std::memcpy(at + b, &value, std::min<size_t>(size - b, 8));
  }
}

/// Gives the tensor another shape; what there is of its elements is repeated.
static bool reshape(Tensor &tensor, std::vector<int64_t> shape) {
  int64_t bytes = std::max<int64_t>(1, cameo_dtype_size(tensor.dtype));
  for (int64_t dim : shape)
    if (dim < 0 || llvm::MulOverflow(bytes, dim, bytes) || bytes > inputLimit)
      return false;
  tensor.shape = std::move(shape);
  if (tensor.dtype == CAMEO_STRING) {
    std::vector<std::string> old = std::move(tensor.strings);
    tensor.strings.clear();
    for (int64_t i = 0; i < tensor.size(); ++i)
      tensor.strings.push_back(old.empty() ? "a b"
                                           : old[size_t(i) % old.size()]);
    return true;
  }
  std::vector<char> old = std::move(tensor.data);
  tensor.data.assign(size_t(cameo_dtype_bytes(tensor.dtype, tensor.size())), 0);
  for (size_t i = 0; i < tensor.data.size() && !old.empty(); ++i)
    tensor.data[i] = old[i % old.size()];
  return true;
}

static void spoil(Tensor &tensor, const cameo_value_info &info,
                  Random &random) {
  if (tensor.kind != CAMEO_TENSOR) {
    if (tensor.items.empty() || tensor.kind == CAMEO_MAP)
      return;
    size_t i = random.below(tensor.items.size());
    if (random.oneIn(4))
      tensor.items.erase(tensor.items.begin() + long(i));
    else if (random.oneIn(4) && tensor.kind == CAMEO_SEQUENCE)
      tensor.items.push_back(Tensor(tensor.items[i]));
    else if (info.element)
      spoil(tensor.items[i], *info.element, random);
    return;
  }
  bool mayGrow = llvm::any_of(llvm::ArrayRef(info.shape, info.rank),
                              [](int64_t dim) { return dim < 0; });
  if (mayGrow && random.oneIn(2)) {
    std::vector<int64_t> shape = tensor.shape;
    for (auto [i, dim] : llvm::enumerate(shape))
      if (i < size_t(info.rank) && info.shape[i] < 0 && random.oneIn(2))
        dim = random.oneIn(3) ? dim + 1 : int64_t(random.below(5));
    reshape(tensor, std::move(shape));
  }
  if (int64_t count = tensor.size(); count > 0)
    for (size_t n = random.below(4); n--;)
      spoilElement(tensor, random.below(size_t(count)), random);
}

/// Small numbers of either sign, and now and then any bytes at all.
static std::optional<Tensor> makeUp(const cameo_value_info &info,
                                    Random &random) {
  Tensor tensor;
  tensor.kind = info.kind;
  if (info.kind == CAMEO_MAP) {
    for (int32_t dtype : {info.dtype, info.element ? info.element->dtype : 0}) {
      Tensor &column = tensor.items.emplace_back();
      column.dtype = dtype;
      column.shape = {0};
    }
    return tensor;
  }
  if (info.kind != CAMEO_TENSOR) {
    for (size_t n = random.below(info.kind == CAMEO_OPTIONAL ? 2 : 3);
         n-- && info.element;)
      if (auto item = makeUp(*info.element, random))
        tensor.items.push_back(std::move(*item));
    return tensor;
  }
  tensor.dtype = info.dtype;
  tensor.shape.assign(info.shape, info.shape + info.rank);
  int64_t size = cameo_dtype_size(tensor.dtype), bytes = size;
  for (int64_t &dim : tensor.shape) {
    if (dim < 0)
      dim = int64_t(random.below(4));
    if (llvm::MulOverflow(bytes, dim, bytes) || bytes > inputLimit)
      return std::nullopt;
  }
  if (tensor.dtype == CAMEO_STRING) {
    tensor.strings.assign(size_t(tensor.size()), "a b");
    return tensor;
  }
  bytes = cameo_dtype_bytes(tensor.dtype, tensor.size());
  tensor.data.resize(size_t(bytes));
  for (int64_t at = 0; at < bytes; at += size) {
    int64_t value = int64_t(random.below(8)) - 2;
    if (tensor.dtype == CAMEO_BOOL)
      value &= 1; // by contract
    else if (random.oneIn(16))
      value = int64_t(random.next());
    for (int64_t b = 0; b < size; b += 8)
      std::memcpy(&tensor.data[size_t(at + b)], &value,
                  size_t(std::min<int64_t>(size, 8)));
  }
  return tensor;
}

std::vector<Tensor> cameo::fuzz::makeInputs(const cameo_model &model,
                                            const std::vector<Tensor> &given,
                                            Random &random) {
  std::vector<Tensor> inputs;
  size_t next = 0; // inputs that became constants have no data to be run on
  for (uint32_t i = 0; i < model.input_count; ++i) {
    const cameo_value_info &info = model.inputs[i];
    std::optional<Tensor> tensor;
    for (size_t g = next; g < given.size() && !tensor; ++g)
      if (given[g].kind == info.kind && given[g].dtype == info.dtype &&
          (info.kind != CAMEO_TENSOR ||
           given[g].shape.size() == size_t(info.rank))) {
        tensor = given[g];
        next = g + 1;
        if (!random.oneIn(3))
          spoil(*tensor, info, random);
      }
    if (!tensor)
      tensor = makeUp(info, random);
    if (!tensor)
      return {};
    tensor->name = info.name;
    inputs.push_back(std::move(*tensor));
  }
  return inputs;
}
