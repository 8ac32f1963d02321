// SPDX-License-Identifier: Apache-2.0
// One case from its folder to its outcome, in this process.
#include "Case.h"
#include "Compile.h"
#include "Numeric.h"
#include "compiler/Import/FunctionFile.h"
#include "tools/common/InPlace.h"
#include "llvm/ADT/ScopeExit.h"
#include "llvm/Support/FileSystem.h"
#include "llvm/Support/Path.h"

using namespace cameo;
using namespace cameo::conformance;
using namespace cameo::tools;

static void addNumeric(std::vector<Case> &cases, llvm::StringRef root,
                       llvm::StringRef file) {
  llvm::StringRef below = file.drop_front(root.size()).ltrim('/');
  std::string name =
      (below.empty() ? llvm::sys::path::filename(file) : below).str();
  for (std::string &function : import::functionsIn(file))
    cases.push_back({name + ":" + function, file.str(), function});
}

std::vector<Case> conformance::findCases(llvm::StringRef root) {
  std::vector<Case> cases;
  auto add = [&](llvm::StringRef folder) {
    llvm::SmallString<256> model(folder);
    llvm::sys::path::append(model, "model.onnx");
    if (!llvm::sys::fs::exists(model))
      return;
    llvm::StringRef name = folder.drop_front(root.size()).ltrim('/');
    cases.push_back(
        {name.empty() ? llvm::sys::path::filename(root).str() : name.str(),
         folder.str(), ""});
  };
  if (root.ends_with(".mlir"))
    addNumeric(cases, root, root);
  else
    add(root);
  std::error_code code;
  for (llvm::sys::fs::recursive_directory_iterator it(root, code), end;
       it != end && !code; it.increment(code))
    if (it->type() == llvm::sys::fs::file_type::directory_file)
      add(it->path());
    else if (llvm::StringRef(it->path()).ends_with(".mlir"))
      addNumeric(cases, root, it->path());
  llvm::sort(cases,
             [](const Case &a, const Case &b) { return a.name < b.name; });
  return cases;
}

namespace {

/// Cases whose results are random by ONNX's specification.
bool isRandom(llvm::StringRef name) {
  name = llvm::sys::path::filename(name);
  return name.contains("bernoulli") || name.contains("training_dropout");
}

Outcome failed(llvm::StringRef stage, const llvm::Twine &reason) {
  return {Status::Fail, stage.str(), reason.str()};
}

std::vector<std::string> dataSets(llvm::StringRef folder) {
  std::vector<std::string> sets;
  std::error_code code;
  for (llvm::sys::fs::directory_iterator it(folder, code), end;
       it != end && !code; it.increment(code))
    if (llvm::sys::path::filename(it->path()).starts_with("test_data_set_"))
      sets.push_back(it->path());
  llvm::sort(sets);
  return sets;
}

Outcome compareAll(const Case &testCase, const DataSet &data,
                   llvm::ArrayRef<Tensor> results, const Tolerance &tolerance) {
  if (data.outputs.size() > results.size())
    return failed("compare", llvm::Twine(results.size()) +
                                 " outputs, expected " +
                                 llvm::Twine(data.outputs.size()));
  for (auto [expected, got] : llvm::zip(data.outputs, results)) {
    Comparison comparison = compare(got, expected, tolerance);
    if (!comparison.equal && isRandom(testCase.name))
      comparison = compareStatistics(got, expected);
    if (!comparison.equal)
      return failed("compare", "output '" + llvm::Twine(got.name) + "' " +
                                   comparison.reason);
  }
  return {Status::Pass, "", ""};
}

/// The model to compile, in a file that is only this case's where it is not the
/// case's own, and the data it is tried on.
struct Work {
  std::string model;
  std::vector<std::string> folders; ///< read when the model tells their types
  std::vector<DataSet> sets;
  std::string error; ///< not empty: why the run is to be refused
};

llvm::Expected<Work> prepare(const Case &testCase, const Options &options,
                             const std::string &scratch) {
  Work work;
  if (!testCase.function.empty()) {
    work.model = scratch + "/model.mlir";
    llvm::Expected<NumericCase> numeric = readNumericCase(
        testCase.path, testCase.function, options.dynamic, work.model);
    if (!numeric)
      return numeric.takeError();
    work.sets.push_back(std::move(numeric->data));
    work.error = std::move(numeric->error);
    return work;
  }
  work.folders = dataSets(testCase.path);
  work.model = testCase.path + "/model.onnx";
  if (options.dynamic && !work.folders.empty()) {
    std::string changed = scratch + "/model.onnx";
    if (!makeDynamic(work.model, changed))
      return llvm::createStringError(work.model + ": cannot be read");
    work.model = changed;
  }
  return work;
}

} // namespace

Outcome
conformance::runCase(const Case &testCase, const Options &options,
                     llvm::StringRef scratch,
                     const std::function<void(llvm::StringRef)> &enter) {
  enter("data");
  llvm::Expected<Work> work = prepare(testCase, options, scratch.str());
  if (!work)
    return failed("data", llvm::toString(work.takeError()));
  if (work->sets.empty() && work->folders.empty())
    return {Status::Skip, "data", "no test_data_set_K"};

  // A name of its own: should the last case's library stay loaded, dlopen would
  // give it again.
  static unsigned count;
  std::string library =
      (scratch + "/case" + llvm::Twine(count++) + ".so").str();
  llvm::scope_exit cleanUp([&] { llvm::sys::fs::remove(library); });
  CompileFailure failure;
  if (!compile(work->model, library, options, scratch, enter, failure))
    return failed(failure.stage, failure.reason);

  enter("load");
  Result<Library> loaded = Library::open(library);
  if (!loaded)
    return failed("load", loaded.error().message);
  Result<Context> context =
      Context::create(*loaded, Context::Options{options.threads, nullptr});
  if (!context)
    return failed("load", context.error().message);
  enter("data");
  for (const std::string &folder : work->folders) {
    llvm::Expected<DataSet> data = readDataSet(folder, loaded->model());
    if (!data)
      return failed("data", llvm::toString(data.takeError()));
    work->sets.push_back(std::move(*data));
  }
  for (DataSet &data : work->sets) {
    restoreTypes(loaded->model(), data);
    enter("run");
    llvm::Expected<std::vector<Tensor>> results =
        runModel(*loaded, *context, data.inputs);
    if (!results) {
      std::string reason = llvm::toString(results.takeError());
      if (work->error.empty() || !llvm::StringRef(reason).contains(work->error))
        return failed("run", reason);
      continue;
    }
    if (!work->error.empty())
      return failed("compare",
                    "results, expected the error '" + work->error + "'");
    enter("compare");
    Outcome outcome = compareAll(testCase, data, *results, options.tolerance);
    if (outcome.status != Status::Pass)
      return outcome;
    if (llvm::Error error =
            checkInPlace(*loaded, *context, data.inputs, *results))
      return failed("compare", llvm::toString(std::move(error)));
  }
  return {Status::Pass, "", ""};
}
