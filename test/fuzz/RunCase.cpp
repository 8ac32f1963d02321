// SPDX-License-Identifier: Apache-2.0
#include "RunCase.h"
#include "cameo/cameo.hpp"
#include "compiler/Pipeline/Compile.h"
#include "tools/common/Compare.h"
#include "tools/common/TestData.h"
#include "llvm/Support/FileSystem.h"
#include "llvm/Support/MathExtras.h"
#include "llvm/Support/MemoryBuffer.h"
#include <cstring>

using namespace cameo;
using namespace cameo::fuzz;

/// More than this is not what hostile models are tried on.
static constexpr int64_t inputLimit = int64_t(16) << 20;

/// Inputs that fit the model's description; none if they would be large.
static std::vector<tools::Tensor> makeInputs(const cameo_model &model,
                                             Random &random) {
  std::vector<tools::Tensor> inputs;
  for (uint32_t i = 0; i < model.input_count; ++i) {
    const cameo_value_info &info = model.inputs[i];
    tools::Tensor tensor;
    tensor.name = info.name;
    tensor.dtype = info.dtype;
    tensor.shape.assign(info.shape, info.shape + info.rank);
    int64_t size = cameo_dtype_size(tensor.dtype), bytes = size;
    for (int64_t &dim : tensor.shape) {
      if (dim < 0)
        dim = int64_t(random.below(4));
      if (llvm::MulOverflow(bytes, dim, bytes) || bytes > inputLimit)
        return {};
    }
    if (tensor.dtype == CAMEO_STRING) {
      tensor.strings.assign(size_t(tensor.size()), "a b");
    } else {
      bytes = cameo_dtype_bytes(tensor.dtype, tensor.size());
      tensor.data.resize(size_t(bytes));
      // Small numbers of either sign, and now and then any bytes at all. Bools
      // are 0 or 1 by contract.
      for (int64_t at = 0; at < bytes; at += size) {
        int64_t value = int64_t(random.below(8)) - 2;
        if (tensor.dtype == CAMEO_BOOL)
          value &= 1;
        else if (random.oneIn(16))
          value = int64_t(random.next());
        for (int64_t b = 0; b < size; b += 8)
          std::memcpy(&tensor.data[size_t(at + b)], &value,
                      size_t(std::min<int64_t>(size, 8)));
      }
    }
    inputs.push_back(std::move(tensor));
  }
  return inputs;
}

Verdict cameo::fuzz::readCase(const std::string &data) {
  const int64_t sizes[] = {-1};
  const char *const names[] = {nullptr};
  const cameo_value_info item = {"",    CAMEO_FLOAT32, 1, sizes,
                                 names, CAMEO_TENSOR,  0, nullptr};
  bool read = false;
  for (int32_t kind :
       {CAMEO_TENSOR, CAMEO_SEQUENCE, CAMEO_OPTIONAL, CAMEO_MAP}) {
    cameo_value_info info = item;
    info.kind = kind;
    if (kind == CAMEO_MAP)
      info.dtype = CAMEO_INT64;
    if (kind != CAMEO_TENSOR)
      info.element = &item;
    auto tensor = tools::readTensor(data, &info);
    if (!tensor) {
      llvm::consumeError(tensor.takeError());
      continue;
    }
    read = true;
    if (tensor->describe().empty())
      return Silent;
    tools::compare(*tensor, *tensor, {});
    tools::compareStatistics(*tensor, *tensor);
    tools::Views views;
    views.of(*tensor);
  }
  return read ? Accepted : Refused;
}

Verdict cameo::fuzz::runCase(const std::string &model,
                             const std::string &scratch, const std::string &log,
                             Random &random) {
  CompileOptions options;
  options.output = scratch + "/model.so";
  options.name = "model";
  options.quiet = true;
  if (llvm::failed(compileModel(model, options))) {
    auto said = llvm::MemoryBuffer::getFile(log);
    return said && (*said)->getBuffer().contains("error: ") ? Refused : Silent;
  }
  llvm::errs() << "compiled\n";
  Result<Library> library = Library::open(options.output);
  if (!library)
    return Refused;
  Result<Context> context = Context::create(*library);
  std::vector<tools::Tensor> inputs = makeInputs(library->model(), random);
  if (!context || inputs.size() != library->model().input_count)
    return Refused;
  auto results = tools::runModel(*library, *context, inputs);
  if (!results) {
    llvm::consumeError(results.takeError());
    return Refused;
  }
  return Accepted;
}
