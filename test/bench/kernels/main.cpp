// SPDX-License-Identifier: Apache-2.0
// Each emitter against this machine's measured peak and bandwidth: a benchmark for
// every function of the .mlir files beside this one.
#include "Kernel.h"
#include "Machine.h"
#include "compiler/Import/FunctionFile.h"
#include "tools/common/CommandLine.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/Support/CommandLine.h"
#include "llvm/Support/FileSystem.h"
#include "llvm/Support/FormatVariadic.h"
#include "llvm/Support/Path.h"
#include "llvm/Support/raw_ostream.h"

#include <benchmark/benchmark.h>
#include <deque>

using namespace cameo::bench;
namespace cl = llvm::cl;

namespace {
/// Registered only while the command line is read.
struct Options {

  cl::OptionCategory category{"cameo-bench-kernels"};
  cl::opt<std::string> cases{"cases", cl::desc("Folder with the .mlir files"),
                             cl::init(KERNEL_CASES), cl::value_desc("DIR"),
                             cl::cat(category)};
  cl::opt<std::string> mcpu{"mcpu",
                            cl::desc("CPU to compile for (default: this one)"),
                            cl::value_desc("CPU"), cl::cat(category)};
  cl::opt<unsigned> threads{"threads",
                            cl::desc("Threads of a kernel (default 1)"),
                            cl::init(1), cl::cat(category)};
};
} // namespace

static const char overview[] =
    "Compiles each function of the benchmark files and measures its main "
    "kernel.\n\n"
    "  GFLOP/s, GB/s  of that kernel, bytes counted once each\n"
    "  floor          the larger of arithmetic over the measured peak and "
    "bytes "
    "over the\n"
    "                 measured bandwidth of as many bytes, as a share of the "
    "time: 1 is\n"
    "                 as good as can be\n"
    "  share          of that kernel in the time of all launches (the rest: "
    "changes of\n"
    "                 layout that a whole model has at its borders only)\n\n"
    "calls/...: whole calls of cameo_run, the cost of a call itself.\n\n"
    "Google Benchmark's own options, such as --benchmark_filter=REGEX and\n"
    "--benchmark_out=FILE, are taken too.\n";

/// Compiles the kernel at its first run; false if that fails.
static bool prepare(benchmark::State &state, const std::string &file,
                    const std::string &function, const KernelOptions &options,
                    std::unique_ptr<Kernel> &kernel) {
  if (kernel)
    return true;
  auto compiled = Kernel::compile(file, function, options);
  if (!compiled) {
    state.SkipWithError(llvm::toString(compiled.takeError()).c_str());
    return false;
  }
  kernel = std::move(*compiled);
  kernel->run(); // plans, and touches the memory
  return true;
}

/// A whole call of cameo_run, for models that compute next to nothing.
static void measureCall(benchmark::State &state, const std::string &file,
                        const std::string &function,
                        const KernelOptions &options,
                        std::unique_ptr<Kernel> &kernel) {
  if (!prepare(state, file, function, options, kernel))
    return;
  for (auto _ : state)
    if (!kernel->call()) {
      state.SkipWithError(kernel->error().str().c_str());
      return;
    }
}

static void measure(benchmark::State &state, Machine &machine,
                    const std::string &file, const std::string &function,
                    const KernelOptions &options,
                    std::unique_ptr<Kernel> &kernel) {
  if (!prepare(state, file, function, options, kernel))
    return;
  double all = 0, mine = 0;
  for (auto _ : state) {
    double seconds = kernel->run();
    if (seconds < 0) {
      state.SkipWithError(kernel->error().str().c_str());
      return;
    }
    state.SetIterationTime(seconds);
    mine += seconds;
    all += kernel->seconds();
  }
  const cameo_launch_info &info = kernel->launch();
  double each = mine / double(state.iterations());
  double floor = std::max(info.flops / machine.peak(),
                          info.bytes / machine.bandwidth(info.bytes));
  state.counters["GFLOP/s"] = info.flops / each * 1e-9;
  state.counters["intensity"] = info.bytes > 0 ? info.flops / info.bytes : 0;
  state.counters["GB/s"] = info.bytes / each * 1e-9;
  state.counters["floor"] = floor / each;
  state.counters["share"] = mine / all;
  state.SetLabel(info.kernel);
}

int main(int argc, char **argv) {
  benchmark::Initialize(&argc, argv, [] {
    llvm::outs() << overview << "\n  --threads=N  --mcpu=CPU  --cases=DIR\n";
  });
  KernelOptions options;
  std::string cases;
  cameo::tools::removeAllOptions();
  {
    Options given;
    if (!cl::ParseCommandLineOptions(argc, argv, overview, &llvm::errs()))
      return 2;
    options.mcpu = given.mcpu;
    options.threads = std::max(1u, unsigned(given.threads));
    cases = given.cases;
    cameo::tools::removeAllOptions();
  }

  llvm::SmallString<128> scratch;
  if (std::error_code code =
          llvm::sys::fs::createUniqueDirectory("cameo-bench", scratch)) {
    llvm::errs() << "error: no temporary folder: " << code.message() << "\n";
    return 1;
  }
  options.scratch = std::string(scratch);
  Machine machine(options.threads, options.mcpu);

  std::vector<std::string> files;
  std::error_code code;
  for (llvm::sys::fs::directory_iterator it(cases, code), end;
       !code && it != end; it.increment(code))
    if (llvm::sys::path::extension(it->path()) == ".mlir")
      files.push_back(it->path());
  std::sort(files.begin(), files.end());
  std::deque<std::unique_ptr<Kernel>> kernels;
  for (const std::string &file : files)
    for (const std::string &function : cameo::import::functionsIn(file)) {
      std::unique_ptr<Kernel> &kernel = kernels.emplace_back();
      std::string name = (llvm::sys::path::stem(file) + "/" + function).str();
      if (llvm::sys::path::stem(file) == "calls") {
        benchmark::RegisterBenchmark(
            name.c_str(), [&, file, function](benchmark::State &state) {
              measureCall(state, file, function, options, kernel);
            });
        continue;
      }
      benchmark::RegisterBenchmark(
          name.c_str(),
          [&, file, function](benchmark::State &state) {
            measure(state, machine, file, function, options, kernel);
          })
          ->UseManualTime()
          ->Unit(benchmark::kMicrosecond);
    }
  if (kernels.empty()) {
    llvm::errs() << "error: no benchmarks in " << cases << "\n";
    return 1;
  }
  auto number = [](double value) {
    return llvm::formatv("{0:F1}", value).str();
  };
  benchmark::AddCustomContext("vectors", machine.vectors());
  benchmark::AddCustomContext("peak GFLOP/s", number(machine.peak() * 1e-9));
  for (double kilobytes : {256., 16384., 262144.})
    benchmark::AddCustomContext(
        llvm::formatv("GB/s reading {0:F0} KB", kilobytes).str(),
        number(machine.bandwidth(kilobytes * 1024) * 1e-9));
  size_t ran = benchmark::RunSpecifiedBenchmarks();
  benchmark::Shutdown();
  kernels.clear();
  llvm::sys::fs::remove_directories(scratch);
  return ran ? 0 : 1;
}
