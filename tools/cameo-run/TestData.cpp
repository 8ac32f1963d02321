// SPDX-License-Identifier: Apache-2.0
// --test-data, and --inputs with --save-outputs.
#include "Modes.h"
#include "llvm/Support/FileSystem.h"
#include "llvm/Support/Format.h"
#include "llvm/Support/Path.h"
#include "llvm/Support/raw_ostream.h"

using namespace cameo;
using namespace cameo::tools;

/// `folder` itself if it has input_0.pb or output_0.pb, else its
/// test_data_set_K.
static std::vector<std::string> findDataSets(llvm::StringRef folder) {
  auto has = [&](llvm::StringRef file) {
    llvm::SmallString<256> path(folder);
    llvm::sys::path::append(path, file);
    return llvm::sys::fs::exists(path);
  };
  if (has("input_0.pb") || has("output_0.pb"))
    return {folder.str()};
  std::vector<std::string> sets;
  for (unsigned i = 0;; ++i) {
    std::string name = "test_data_set_" + std::to_string(i);
    if (!has(name))
      return sets;
    llvm::SmallString<256> path(folder);
    llvm::sys::path::append(path, name);
    sets.push_back(std::string(path));
  }
}

llvm::Expected<bool> run::runTestData(const Library &library, Context &context,
                                      llvm::StringRef folder,
                                      const Tolerance &tolerance) {
  std::vector<std::string> sets = findDataSets(folder);
  if (sets.empty())
    return llvm::createStringError(
        folder + ": has neither input_0.pb nor test_data_set_0");
  bool all = true;
  for (const std::string &set : sets) {
    llvm::Expected<DataSet> data = readDataSet(set, library.model());
    if (!data)
      return data.takeError();
    restoreTypes(library.model(), *data);
    llvm::Expected<std::vector<Tensor>> results =
        runModel(library, context, data->inputs);
    if (!results)
      return results.takeError();
    if (llvm::Error error =
            checkInPlace(library, context, data->inputs, *results))
      return error;
    if (data->outputs.empty() || data->outputs.size() > results->size())
      return llvm::createStringError(
          llvm::Twine(set) + ": has " + llvm::Twine(data->outputs.size()) +
          " expected outputs, the model has " + llvm::Twine(results->size()));
    for (auto [expected, got] : llvm::zip(data->outputs, *results)) {
      Comparison result = compare(got, expected, tolerance);
      all &= result.equal;
      llvm::outs() << set << ": " << got.name << " " << got.describe() << ": "
                   << (result.equal ? "equal" : "DIFFERS")
                   << llvm::format(", max abs error %.3g, max rel error %.3g",
                                   result.maxAbs, result.maxRel);
      if (tolerance.rms > 0)
        llvm::outs() << llvm::format(", rms error %.3g", result.rms);
      llvm::outs() << (result.reason.empty() ? "" : ": ") << result.reason
                   << "\n";
    }
  }
  return all;
}

llvm::Error run::runInputs(const Library &library, Context &context,
                           llvm::ArrayRef<Tensor> inputs,
                           llvm::StringRef saveFolder) {
  llvm::Expected<std::vector<Tensor>> results =
      runModel(library, context, inputs);
  if (!results)
    return results.takeError();
  if (!saveFolder.empty())
    if (std::error_code code = llvm::sys::fs::create_directories(saveFolder))
      return llvm::createStringError(saveFolder + ": " + code.message());
  for (auto [i, tensor] : llvm::enumerate(*results)) {
    llvm::outs() << tensor.name << ": " << tensor.describe();
    if (!saveFolder.empty()) {
      llvm::SmallString<256> path(saveFolder);
      llvm::sys::path::append(path, "output_" + llvm::Twine(i) + ".pb");
      if (llvm::Error error = writeTensor(path, tensor))
        return error;
      llvm::outs() << " -> " << path;
    }
    llvm::outs() << "\n";
  }
  return llvm::Error::success();
}
