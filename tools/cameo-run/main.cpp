// SPDX-License-Identifier: Apache-2.0
// cameo-run: describes, runs, checks, measures and profiles a compiled model.
#include "Modes.h"
#include "tools/common/CommandLine.h"
#include "llvm/Support/CommandLine.h"
#include "llvm/Support/InitLLVM.h"
#include "llvm/Support/WithColor.h"
#include "llvm/Support/raw_ostream.h"

#include <chrono>

using namespace cameo;
namespace cl = llvm::cl;

namespace {

constexpr const char *examples = R"(
EXAMPLES:
  cameoc mnist.onnx -o mnist.so                     compile a model
  cameo-run mnist.so --describe                     inputs, outputs, metadata
  cameo-run mnist.so --test-data test_data_set_0    input_0.pb ... against output_0.pb ...
  cameo-run mnist.so --inputs in --save-outputs out run on tensors of your own
  cameo-run mnist.so --benchmark --threads=4        how fast is it?
  cameo-run bert.so --benchmark --dim batch=8 --shape input_ids=8x128
  cameo-run mnist.so --profile trace.json           which kernel takes the time?

EXIT STATUS:
  0  all went well;  1  results differ from what was expected;  2  an error, told on stderr
)";

/// Made in main, after libLLVM's own options, of which some have the same
/// names, are gone.
struct Options {
  cl::opt<std::string> library{cl::Positional, cl::Required,
                               cl::desc("MODEL.so")};
  cl::opt<bool> describe{"describe",
                         cl::desc("Print what the model takes and gives")};
  cl::opt<std::string> testData{
      "test-data", cl::value_desc("folder"),
      cl::desc("Run input_K.pb, compare with output_K.pb; exit status 1 if "
               "they differ. "
               "A folder of test_data_set_K runs them all")};
  cl::opt<double> rtol{
      "rtol", cl::init(1e-3),
      cl::desc("Relative tolerance of --test-data (default 1e-3)")};
  cl::opt<double> atol{
      "atol", cl::init(1e-5),
      cl::desc("Absolute tolerance of --test-data (default 1e-5)")};
  cl::opt<bool> scaleAtol{"scale-atol",
                          cl::desc("Multiply atol by the largest magnitude of "
                                   "the expected tensor, if above 1")};
  cl::opt<double> rms{
      "rms", cl::init(0),
      cl::desc("Judge float outputs of --test-data as a whole: the norm of the "
               "error over that of the expected tensor may be so much")};
  cl::opt<std::string> inputs{
      "inputs", cl::value_desc("folder"),
      cl::desc("Take input_K.pb from here, not random data")};
  cl::opt<std::string> saveOutputs{"save-outputs", cl::value_desc("folder"),
                                   cl::desc("Write output_K.pb here")};
  cl::opt<bool> benchmark{"benchmark", cl::desc("Measure run times")};
  cl::opt<unsigned> threads{"threads", cl::init(1),
                            cl::desc("Threads; 0: one per core (default 1)")};
  cl::opt<unsigned> warmup{"warmup", cl::init(3),
                           cl::desc("Runs before measuring (default 3)")};
  cl::opt<unsigned> iterations{
      "iterations", cl::init(50),
      cl::desc("Runs to measure (default 50), or to trace (5)")};
  cl::opt<double> seconds{"seconds", cl::init(0),
                          cl::desc("End --benchmark after so long")};
  cl::opt<unsigned> inPlace{
      "in-place", cl::value_desc("rows"), cl::init(0),
      cl::desc("For --benchmark: lend the caches that the model appends to, "
               "with room for so many more rows")};
  cl::opt<bool> json{"json", cl::desc("Print the measurements as JSON")};
  cl::opt<std::string> profile{"profile", cl::value_desc("file.json"),
                               cl::desc("Trace each kernel with FLOPs and "
                                        "bytes, for https://ui.perfetto.dev")};
  cl::opt<std::string> device{
      "device", cl::value_desc("cpu|cuda[:N]"),
      cl::desc("Who runs a model that was compiled for both, and which GPU "
               "(default: a GPU if there is one that can, the first)")};
  cl::list<std::string> dims{
      "dim", cl::value_desc("name=size"),
      cl::desc("Size of a named dimension of random inputs (else 1)")};
  cl::list<std::string> shapes{"shape", cl::value_desc("input=AxBxC"),
                               cl::desc("Shape of a random input")};
  cl::opt<std::string> weights{
      "weights", cl::value_desc("file"),
      cl::desc("The weights file, if it is not beside the model")};
  cl::extrahelp help{examples};

  bool runs() const {
    return !saveOutputs.empty() ||
           (!inputs.empty() && !benchmark && profile.empty());
  }
};

llvm::Expected<std::vector<tools::Tensor>>
loadInputs(const Options &options, const cameo_model &model) {
  if (options.inputs.empty())
    return tools::randomInputs(model, {options.dims, options.shapes});
  llvm::Expected<tools::DataSet> set =
      tools::readDataSet(options.inputs, model);
  if (!set)
    return set.takeError();
  return std::move(set->inputs);
}

/// What needs inputs: a run, a benchmark, a profile.
llvm::Error runModes(const Options &options, const Library &library,
                     Context &context, run::BenchmarkOptions b) {
  llvm::Expected<std::vector<tools::Tensor>> inputs =
      loadInputs(options, library.model());
  if (!inputs)
    return inputs.takeError();
  if (options.runs())
    if (llvm::Error error =
            run::runInputs(library, context, *inputs, options.saveOutputs))
      return error;
  if (options.benchmark) {
    b.warmup = options.warmup;
    b.iterations = std::max(1u, options.iterations.getValue());
    b.seconds = options.seconds;
    b.json = options.json;
    b.inPlace = options.inPlace;
    if (llvm::Error error = run::benchmark(library, context, *inputs, b))
      return error;
  }
  if (options.profile.empty())
    return llvm::Error::success();
  unsigned iterations = options.iterations.getNumOccurrences()
                            ? options.iterations.getValue()
                            : 5;
  return run::profile(library, context, *inputs, iterations, options.profile);
}

/// Whether all results were as expected.
llvm::Expected<bool> runAll(const Options &options) {
  run::BenchmarkOptions measured;
  measured.memoryBefore = run::peakMemory();
  auto start = std::chrono::steady_clock::now();
  llvm::StringRef device = options.device;
  cameo_target target = device.consume_front("cuda")  ? CAMEO_TARGET_CUDA
                        : device.consume_front("cpu") ? CAMEO_TARGET_CPU
                                                      : CAMEO_TARGET_ANY;
  int32_t number = 0;
  if (target == CAMEO_TARGET_CUDA && device.consume_front(":") &&
      device.consumeInteger(10, number))
    number = -1;
  if (!device.empty() || number < 0)
    return llvm::createStringError("--device is cpu, cuda or cuda:N, not '" +
                                   options.device + "'");
  Result<Library> library =
      Library::open(options.library, options.weights, target);
  if (!library)
    return tools::toError(library.error());
  bool needsInputs =
      options.runs() || options.benchmark || !options.profile.empty();
  bool runs = needsInputs || !options.testData.empty();
  // A description needs no GPU, and no other machine than this one.
  if (options.describe || !runs)
    run::describe(*library);
  if (!runs)
    return true;
  Result<Pool> pool = Pool::create(options.threads);
  if (!pool)
    return tools::toError(pool.error());
  Result<Context> context =
      Context::create(*library, Context::Options{0, &*pool, number});
  if (!context)
    return tools::toError(context.error());
  std::chrono::duration<double> load = std::chrono::steady_clock::now() - start;
  measured.loadSeconds = load.count();
  measured.threads = pool->threads();

  bool equal = true;
  if (!options.testData.empty()) {
    llvm::Expected<bool> result = run::runTestData(
        *library, *context, options.testData,
        {options.rtol, options.atol, options.scaleAtol, options.rms});
    if (!result)
      return result;
    equal = *result;
  }
  if (needsInputs)
    if (llvm::Error error = runModes(options, *library, *context, measured))
      return error;
  return equal;
}

} // namespace

int main(int argc, char **argv) {
  llvm::InitLLVM init(argc, argv);
  cl::ResetCommandLineParser();
  Options options;
  if (!tools::parseCommandLine(argc, argv,
                               "cameo-run: runs models that cameoc compiled\n"))
    return 2;
  llvm::Expected<bool> equal = runAll(options);
  if (equal)
    return *equal ? 0 : 1;
  llvm::logAllUnhandledErrors(equal.takeError(), llvm::errs(),
                              "cameo-run: error: ");
  return 2;
}
