// SPDX-License-Identifier: Apache-2.0
// cameo-conformance: compiles and runs every case of a tree in ONNX's backend
// test layout.
#include "Operators.h"
#include "Report.h"
#include "Workers.h"
#include "tools/common/CommandLine.h"
#include "llvm/Support/CommandLine.h"
#include "llvm/Support/FileSystem.h"
#include "llvm/Support/GlobPattern.h"
#include "llvm/Support/InitLLVM.h"
#include "llvm/Support/Regex.h"
#include "llvm/Support/Threading.h"
#include "llvm/Support/raw_ostream.h"

using namespace cameo::conformance;
namespace cl = llvm::cl;

namespace {

constexpr const char *examples = R"(
A case is a folder with model.onnx and test_data_set_K/{input,output}_I.pb, at any depth below ROOT,
or a function in a .mlir file that has its inputs and the outputs expected as attributes.
Each is compiled, loaded, run and compared in a worker process; what crashes or hangs fails alone.

EXAMPLES:
  cameo-conformance /usr/share/libonnx-testdata/data/node
  cameo-conformance suite --filter 'conv|pool' --jobs 2
  cameo-conformance suite --filter '*softmax*' --dynamic
  cameo-conformance suite --report report.tsv --quiet
  cameo-conformance test/numeric/Math/softsign.mlir

EXIT STATUS:
  0  no case failed;  1  some did;  2  the run itself could not be made
)";

struct CommandLine {
  cl::list<std::string> roots{cl::Positional, cl::OneOrMore,
                              cl::desc("ROOT...")};
  cl::opt<std::string> filter{
      "filter", cl::value_desc("regex or glob"),
      cl::desc("Only cases whose name contains a match, or all of whose name "
               "the glob fits")};
  cl::opt<unsigned> jobs{"jobs", cl::init(0),
                         cl::desc("Worker processes (default: one per core)")};
  cl::opt<double> timeout{"timeout", cl::init(120),
                          cl::desc("Seconds for one case (default 120)")};
  cl::opt<unsigned> memory{
      "memory", cl::init(0),
      cl::desc("Megabytes of address space for a worker (default: unlimited)")};
  cl::opt<std::string> report{
      "report", cl::value_desc("file.tsv"),
      cl::desc("Write case, status, stage and reason of each case")};
  cl::opt<std::string> operators{
      "operators", cl::value_desc("file.tsv"),
      cl::desc("Write case, operator, opset version and element types of each "
               "operator of each case")};
  cl::opt<double> rtol{"rtol", cl::init(1e-3),
                       cl::desc("Relative tolerance (default 1e-3)")};
  cl::opt<double> atol{"atol", cl::init(1e-5),
                       cl::desc("Absolute tolerance (default 1e-5)")};
  cl::opt<bool> scaleAtol{"scale-atol",
                          cl::desc("Multiply atol by the expected tensor's "
                                   "largest magnitude, if above 1")};
  cl::opt<bool> dynamic{
      "dynamic", cl::desc("Hide all sizes of the inputs from the compiler")};
  cl::opt<std::string> target{"target", cl::value_desc("cpu|cuda"),
                              cl::init("cpu"),
                              cl::desc("What to compile for (default: cpu)")};
  cl::opt<std::string> mcpu{
      "mcpu", cl::value_desc("CPU"),
      cl::desc(
          "CPU to compile for, as cameoc's; this machine must run its code "
          "(default: native)")};
  cl::list<std::string> fastMath{
      "fast-math", cl::value_desc("NAME,..."), cl::CommaSeparated,
      cl::desc("Relaxations to compile with, as cameoc's")};
  cl::opt<bool> emulated{
      "emulated",
      cl::desc("With --target=cuda: code for the emulator in "
               "test/gpu, whose libcuda.so.1 LD_LIBRARY_PATH names")};
  cl::opt<unsigned> threads{"threads", cl::init(1),
                            cl::desc("Threads of the runs (default 1)")};
  cl::opt<bool> quiet{"quiet", cl::desc("Print the summary only")};
  cl::opt<bool> verbose{"verbose", cl::desc("Print cases that pass, too")};
  cl::extrahelp help{examples};
};

int failWith(llvm::Error error) {
  llvm::logAllUnhandledErrors(std::move(error), llvm::errs(),
                              "cameo-conformance: error: ");
  return 2;
}

/// A pattern of word characters and regular expression's operators is one; with
/// * at its start, where a regular expression cannot have it, or without other
/// operators, it is a glob.
llvm::Error applyFilter(llvm::StringRef filter, std::vector<Case> &cases) {
  std::string reason;
  llvm::Regex regex(filter);
  llvm::Expected<llvm::GlobPattern> glob = llvm::GlobPattern::create(filter);
  bool isRegex = regex.isValid(reason), isGlob = bool(glob);
  if (!isGlob)
    llvm::consumeError(glob.takeError());
  if (!isRegex && !isGlob)
    return llvm::createStringError("--filter " + filter + ": " + reason);
  size_t count = cases.size();
  llvm::erase_if(cases, [&](const Case &c) {
    return !(isRegex && regex.match(c.name)) &&
           !(isGlob && glob->match(c.name));
  });
  if (cases.empty())
    return llvm::createStringError(
        "--filter " + filter + ": fits none of " + llvm::Twine(count) +
        " cases" + (isRegex ? "" : "; as a regular expression: " + reason));
  return llvm::Error::success();
}

void printOutcome(const Case &testCase, const Outcome &outcome, bool terminal) {
  llvm::raw_ostream &os = llvm::outs();
  if (terminal)
    llvm::errs() << "\r\033[K";
  os << testCase.name << ": ";
  if (outcome.status == Status::Pass)
    os << "pass\n";
  else
    os << (outcome.status == Status::Skip ? "skip: " : "FAIL in ")
       << outcome.stage << ": " << outcome.reason << "\n";
  os.flush();
}

llvm::Expected<std::vector<Case>> collect(const CommandLine &line) {
  std::vector<Case> cases;
  for (const std::string &root : line.roots) {
    llvm::SmallString<256> real;
    if (llvm::sys::fs::real_path(root, real) ||
        !(llvm::sys::fs::is_directory(real) || real.ends_with(".mlir")))
      return llvm::createStringError(root + ": no such folder or .mlir file");
    std::vector<Case> found = findCases(real);
    cases.insert(cases.end(), found.begin(), found.end());
  }
  if (cases.empty())
    return llvm::createStringError(
        "no case (a folder with model.onnx, or a function in a .mlir file) "
        "in " +
        llvm::join(llvm::ArrayRef<std::string>(line.roots), ", "));
  if (!line.filter.empty())
    if (llvm::Error error = applyFilter(line.filter, cases))
      return error;
  return cases;
}

} // namespace

int main(int argc, char **argv) {
  llvm::InitLLVM init(argc, argv);
  cl::ResetCommandLineParser();
  CommandLine line;
  if (!cameo::tools::parseCommandLine(
          argc, argv, "cameo-conformance: runs ONNX's backend tests\n"))
    return 2;
  cameo::tools::removeAllOptions();
  llvm::Expected<std::vector<Case>> cases = collect(line);
  if (!cases)
    return failWith(cases.takeError());

  llvm::SmallString<128> scratch;
  if (std::error_code code =
          llvm::sys::fs::createUniqueDirectory("cameo-conformance", scratch))
    return failWith(
        llvm::createStringError("no temporary folder: " + code.message()));
  Options options;
  options.tolerance = {line.rtol, line.atol, line.scaleAtol};
  options.dynamic = line.dynamic;
  options.threads = line.threads;
  options.cuda = line.target == "cuda";
  options.mcpu = line.mcpu;
  for (const std::string &name : line.fastMath)
    if (llvm::Error e = options.fastMath.allow(name))
      return failWith(std::move(e));
  options.emulated = line.emulated;
  if (line.target != "cpu" && !options.cuda)
    return failWith(
        llvm::createStringError("--target is cpu or cuda, not " + line.target));
  WorkerOptions workers;
  workers.jobs = line.jobs
                     ? line.jobs.getValue()
                     : llvm::hardware_concurrency().compute_thread_count();
  workers.timeout = line.timeout;
  workers.memory = uint64_t(line.memory) << 20;
  workers.scratch = std::string(scratch);

  std::vector<Outcome> outcomes(cases->size());
  bool terminal = llvm::errs().is_displayed();
  size_t count = 0;
  auto done = [&](size_t index, const Outcome &outcome) {
    outcomes[index] = outcome;
    if (!line.quiet && (outcome.status != Status::Pass || line.verbose))
      printOutcome((*cases)[index], outcome, terminal);
    if (terminal)
      llvm::errs() << "\r" << ++count << "/" << cases->size();
  };
  llvm::Error error = runCases(*cases, options, workers, done);
  if (terminal)
    llvm::errs() << "\r\033[K";
  llvm::sys::fs::remove_directories(scratch);
  if (error)
    return failWith(std::move(error));
  if (!line.report.empty())
    if (llvm::Error error = writeReport(line.report, *cases, outcomes))
      return failWith(std::move(error));
  if (!line.operators.empty())
    if (llvm::Error error = writeOperators(line.operators, *cases))
      return failWith(std::move(error));
  return printSummary(llvm::outs(), outcomes) ? 0 : 1;
}
