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
  auto results = tools::runModel(*library, *context, inputs);
  if (!results) {
    llvm::errs() << llvm::toString(results.takeError()) << "\n";
    return Refused;
  }
  return Accepted;
}
