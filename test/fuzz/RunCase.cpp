// SPDX-License-Identifier: Apache-2.0
#include "RunCase.h"
#include "Data.h"
#include "cameo/cameo.hpp"
#include "compiler/Pipeline/Compile.h"
#include "tools/cameo-conformance/Numeric.h"
#include "tools/common/Compare.h"
#include "tools/common/TestData.h"
#include "llvm/Support/FileSystem.h"
#include "llvm/Support/MemoryBuffer.h"
#include "llvm/Support/Path.h"
#include "llvm/Support/raw_ostream.h"
#include <cstring>
#include <deque>
#include <sys/mman.h>
#include <unistd.h>

using namespace cameo;
using namespace cameo::fuzz;

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

/// The input_K.pb of a folder, in their order.
static std::vector<tools::Tensor> readInputs(const std::string &folder,
                                             const cameo_model &model) {
  std::vector<tools::Tensor> inputs;
  for (unsigned i = 0; !folder.empty(); ++i) {
    std::string path = (folder + "/input_" + llvm::Twine(i) + ".pb").str();
    if (!llvm::sys::fs::exists(path))
      break;
    auto tensor = tools::readTensor(
        path, i < model.input_count ? &model.inputs[i] : nullptr);
    if (tensor)
      inputs.push_back(std::move(*tensor));
    else
      llvm::consumeError(tensor.takeError());
  }
  return inputs;
}

Verdict cameo::fuzz::makeTextCase(const std::string &file,
                                  const std::string &function,
                                  const std::string &model, const Words &words,
                                  Random &random,
                                  std::vector<tools::Tensor> &inputs) {
  auto numeric =
      conformance::readNumericCase(file, function,
                                   /*dynamic=*/random.oneIn(3), model);
  auto text = llvm::MemoryBuffer::getFile(model);
  if (!numeric || !text) {
    if (!numeric)
      llvm::consumeError(numeric.takeError());
    return Refused;
  }
  inputs = std::move(numeric->data.inputs);
  std::string changed = mutateText((*text)->getBuffer(), words, random);
  std::error_code code;
  llvm::raw_fd_ostream(model, code) << changed;
  return code ? Refused : Accepted;
}

namespace {
/// Memory that ends where nothing may be read or written, so that a kernel that
/// goes beyond an input does not get away with it.
class Fenced {
public:
  explicit Fenced(size_t bytes) {
    size_t page = size_t(sysconf(_SC_PAGESIZE));
    size = llvm::alignTo(bytes, page) + page;
    base = mmap(nullptr, size, PROT_READ | PROT_WRITE,
                MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
    if (base == MAP_FAILED)
      return;
    char *fence = static_cast<char *>(base) + size - page;
    mprotect(fence, page, PROT_NONE);
    data = fence - bytes;
  }
  Fenced(const Fenced &) = delete;
  ~Fenced() {
    if (data)
      munmap(base, size);
  }
  void *data = nullptr;

private:
  void *base;
  size_t size;
};
} // namespace

/// Whether the model ran; an error of its own is told.
static bool run(Context &context, const cameo_model &model,
                llvm::ArrayRef<tools::Tensor> inputs) {
  tools::Views views;
  std::deque<Fenced> fences;
  std::vector<cameo_tensor> in, out(model.output_count);
  for (const tools::Tensor &tensor : inputs) {
    in.push_back(views.of(tensor));
    if (tensor.kind != CAMEO_TENSOR)
      continue;
    size_t bytes = tensor.dtype == CAMEO_STRING
                       ? tensor.strings.size() * sizeof(char *)
                       : tensor.data.size();
    if (void *data = fences.emplace_back(bytes).data) {
      if (bytes)
        std::memcpy(data, in.back().data, bytes);
      in.back().data = data;
    }
  }
  cameo_error error;
  if (cameo_run(context.get(), in.data(), uint32_t(in.size()), out.data(),
                uint32_t(out.size()), &error)) {
    llvm::errs() << error.message << "\n";
    return false;
  }
  for (auto [i, tensor] : llvm::enumerate(out))
    tools::copy(tensor, model.outputs[i].name, model.outputs[i].kind);
  return true;
}

Verdict cameo::fuzz::runCase(const Case &testCase, Random &random) {
  CompileOptions options;
  options.output = testCase.scratch + "/model.so";
  options.name = "model";
  options.quiet = true;
  if (llvm::failed(compileModel(testCase.model, options))) {
    auto said = llvm::MemoryBuffer::getFile(testCase.log);
    return said && (*said)->getBuffer().contains("error: ") ? Refused : Silent;
  }
  llvm::errs() << compiledMark << "\n";
  Result<Library> library = Library::open(options.output);
  if (!library)
    return Refused;
  Result<Context> context = Context::create(*library);
  std::vector<tools::Tensor> given = testCase.inputs;
  if (given.empty())
    given = readInputs(testCase.data, library->model());
  std::vector<tools::Tensor> inputs =
      makeInputs(library->model(), given, random);
  if (!context || inputs.size() != library->model().input_count)
    return Refused;
  return run(*context, library->model(), inputs) ? Accepted : Refused;
}
