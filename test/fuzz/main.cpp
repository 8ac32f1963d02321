// SPDX-License-Identifier: Apache-2.0
// Mutates small ONNX models and compiles, loads and runs each in a child
// process with limits on memory and time. Whatever a file holds, the compiler
// takes it or says why not: a child that dies otherwise is a failure, and its
// model is kept.
#include "Attributes.h"
#include "RunCase.h"
#include "compiler/Import/FunctionFile.h"
#include "llvm/Support/CommandLine.h"
#include "llvm/Support/FileSystem.h"
#include "llvm/Support/FormatVariadic.h"
#include "llvm/Support/MemoryBuffer.h"
#include "llvm/Support/Path.h"
#include <csignal>
#include <cstring>
#include <fcntl.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

using namespace cameo::fuzz;
namespace cl = llvm::cl;

static cl::OptionCategory category("cameo-fuzz's options");
static cl::list<std::string> folders(cl::Positional, cl::OneOrMore,
                                     cl::desc("FOLDER..."), cl::cat(category));
static cl::opt<uint64_t> seed("seed", cl::init(1), cl::cat(category),
                              cl::desc("Of all mutations"));
static cl::opt<unsigned> first("first", cl::init(0), cl::cat(category),
                               cl::desc("Number of the first case"));
static cl::opt<unsigned> cases("cases", cl::init(1000), cl::cat(category),
                               cl::desc("How many models to make"));
static cl::opt<unsigned> jobs("jobs", cl::init(1), cl::cat(category),
                              cl::desc("Children at a time"));
static cl::opt<unsigned> seconds("timeout", cl::init(20), cl::cat(category),
                                 cl::desc("Processor time of one case"));
static cl::opt<unsigned> megabytes("memory", cl::init(3000), cl::cat(category),
                                   cl::desc("Address space of one case"));
static cl::opt<std::string> keep("keep", cl::init("fuzz-failures"),
                                 cl::cat(category),
                                 cl::desc("Folder for what fails"));
enum class Of { Models, Operators, Text, Data };
static cl::opt<Of> of(
    cl::desc("What is mutated:"), cl::init(Of::Models), cl::cat(category),
    cl::values(
        clEnumValN(Of::Models, "models", "Models, in all they have (default)"),
        clEnumValN(Of::Operators, "operators",
                   "Their attributes, shapes and constants, and the data that "
                   "they are run on"),
        clEnumValN(Of::Text, "text",
                   "IR: functions of files of numeric cases (*.mlir)"),
        clEnumValN(Of::Data, "data",
                   "Test data (*.pb), which are read and compared")));
static cl::opt<bool> keepAll("keep-all", cl::cat(category),
                             cl::desc("Keep what does not fail as well"));
static cl::opt<bool>
    only("as-is", cl::cat(category),
         cl::desc("Mutate nothing: each model.onnx is a case"));

// A sanitizer's shadow takes more address space than any limit allows.
#if defined(__has_feature)
#if __has_feature(address_sanitizer) || __has_feature(thread_sanitizer)
static constexpr bool limitMemory = false;
#else
static constexpr bool limitMemory = true;
#endif
#else
static constexpr bool limitMemory = true;
#endif

namespace {
struct Seed {
  std::string name, bytes;
  std::string data;           // folder of its test data, if any
  std::string file, function; // of IR, in the place of bytes
};

struct Child {
  pid_t pid = 0;
  unsigned number = 0;
  std::string scratch, model, log;
};
} // namespace

/// The seeds in a file: one, unless it has functions.
static void addSeeds(llvm::StringRef path, llvm::StringRef name,
                     std::vector<Seed> &seeds) {
  constexpr size_t limit = 8192;
  if (of == Of::Text) {
    for (const std::string &function : cameo::import::functionsIn(path))
      seeds.push_back(
          {(name + ":" + function).str(), "", "", path.str(), function});
    return;
  }
  auto file = llvm::MemoryBuffer::getFile(path);
  if (!file || (*file)->getBufferSize() > limit)
    return;
  llvm::SmallString<256> data(llvm::sys::path::parent_path(path));
  llvm::sys::path::append(data, "test_data_set_0");
  seeds.push_back(
      {name.str(), (*file)->getBuffer().str(), data.str().str(), "", ""});
}

/// All models below the folders that are small enough to change quickly, in
/// the order of their names.
static std::vector<Seed> findSeeds() {
  llvm::StringRef extension = of == Of::Data   ? ".pb"
                              : of == Of::Text ? ".mlir"
                                               : ".onnx";
  std::vector<Seed> seeds;
  for (const std::string &folder : folders) {
    std::error_code code;
    for (llvm::sys::fs::recursive_directory_iterator it(folder, code), end;
         it != end && !code; it.increment(code))
      if (llvm::StringRef path = it->path(); path.ends_with(extension))
        addSeeds(path, path.drop_front(folder.size()).ltrim('/'), seeds);
  }
  llvm::sort(seeds,
             [](const Seed &a, const Seed &b) { return a.name < b.name; });
  return seeds;
}

/// A model's inputs as TensorProtos, those that it has data for.
static std::vector<std::string> readData(const std::string &folder) {
  std::vector<std::string> data;
  for (unsigned i = 0;; ++i) {
    auto file = llvm::MemoryBuffer::getFile(
        (folder + "/input_" + llvm::Twine(i) + ".pb").str());
    if (!file || (*file)->getBufferSize() > 65536)
      return data;
    data.push_back((*file)->getBuffer().str());
  }
}

static void write(const std::string &path, llvm::StringRef bytes) {
  std::error_code code;
  llvm::raw_fd_ostream(path, code) << bytes;
}

[[noreturn]] static void serve(const Child &self, const Seed &from,
                               const Words &words, Random random) {
  // What a crash leaves behind goes with the scratch folder.
  setenv("TMPDIR", self.scratch.c_str(), 1);
  rlimit core = {0, 0}, cpu = {seconds, seconds + 1},
         memory = {rlim_t(megabytes) << 20, rlim_t(megabytes) << 20};
  setrlimit(RLIMIT_CORE, &core);
  setrlimit(RLIMIT_CPU, &cpu);
  if (limitMemory)
    setrlimit(RLIMIT_AS, &memory);
  alarm(seconds * 10); // a child that waits uses no processor time
  int log =
      open(self.log.c_str(), O_CREAT | O_WRONLY | O_TRUNC | O_APPEND, 0600);
  dup2(log, STDERR_FILENO);
  dup2(log, STDOUT_FILENO);
  if (of == Of::Data)
    _exit(readCase(self.model));
  Case one{self.model, self.scratch, self.log, from.data, {}};
  if (of == Of::Text)
    if (Verdict made = makeTextCase(from.file, from.function, self.model, words,
                                    random, one.inputs);
        made != Accepted)
      _exit(made);
  _exit(runCase(one, random));
}

/// What is wrong with how a child ended; empty if nothing is.
static std::string judge(int status, const std::string &log) {
  if (WIFSIGNALED(status)) {
    int signal = WTERMSIG(status);
    // A model may ask for a loop without an end, or for as good as that.
    if (signal == SIGXCPU || signal == SIGALRM) {
      auto said = llvm::MemoryBuffer::getFile(log);
      bool isRun = said && (*said)->getBuffer().contains(compiledMark);
      return of == Of::Models || !isRun ? "no end" : "";
    }
    return llvm::formatv("signal {0} ({1})", signal, strsignal(signal));
  }
  int code = WEXITSTATUS(status);
  if (code == Accepted || code == Refused)
    return "";
  return code == Silent ? "refused without a word"
                        : llvm::formatv("exit status {0}", code).str();
}

int main(int argc, char **argv) {
  cl::HideUnrelatedOptions(category);
  cl::ParseCommandLineOptions(argc, argv,
                              "Compiles and runs mutations of ONNX models\n");
  std::vector<Seed> seeds = findSeeds();
  if (seeds.empty()) {
    llvm::outs() << "no models in the folders given: skipped\n";
    return 0;
  }
  Pool pool;
  Words words;
  Kind kind = of == Of::Data ? Kind::Tensor : Kind::Model;
  for (const Seed &one : seeds) {
    if (of != Of::Text)
      pool.add(parse(one.bytes, kind));
    else if (&one == seeds.data() || one.file != (&one)[-1].file)
      if (auto file = llvm::MemoryBuffer::getFile(one.file))
        words.add((*file)->getBuffer());
  }

  llvm::SmallString<128> root;
  if (llvm::sys::fs::createUniqueDirectory("cameo-fuzz", root)) {
    llvm::errs() << "cannot make a temporary folder\n";
    return 2;
  }
  unsigned count = only ? unsigned(seeds.size()) : unsigned(cases);
  unsigned accepted = 0, failed = 0, next = 0, running = 0;
  std::vector<Child> children(std::max(1u, unsigned(jobs)));
  for (auto [i, child] : llvm::enumerate(children)) {
    child.scratch = (root + "/" + llvm::Twine(i)).str();
    child.model =
        child.scratch + (of == Of::Text ? "/model.mlir" : "/model.onnx");
    child.log = child.scratch + "/log";
    llvm::sys::fs::create_directories(child.scratch);
  }
  auto seedOf = [&](unsigned number) -> const Seed & {
    return seeds[only ? number
                      : Random(seed * 7919 + number).below(seeds.size())];
  };
  while (next < count || running) {
    for (Child &child : children) {
      if (child.pid || next == count)
        continue;
      child.number = only ? next : first + next;
      ++next;
      Random random(seed << 32 ^ child.number);
      const Seed &from = seedOf(child.number);
      if (of == Of::Operators && !only)
        write(child.model,
              changeOperators(from.bytes, readData(from.data), random));
      else if (of != Of::Text)
        write(child.model,
              only ? from.bytes : mutate(from.bytes, pool, random, kind));
      child.pid = fork();
      if (child.pid == 0)
        serve(child, from, words, random);
      if (child.pid < 0) {
        llvm::errs() << "cannot start a process\n";
        return 2;
      }
      ++running;
    }
    int status;
    pid_t pid = wait(&status);
    for (Child &child : children) {
      if (pid <= 0 || child.pid != pid)
        continue;
      child.pid = 0;
      --running;
      accepted += WIFEXITED(status) && WEXITSTATUS(status) == Accepted;
      std::string wrong = judge(status, child.log);
      if (wrong.empty() && !keepAll)
        continue;
      failed += !wrong.empty();
      std::string kept = llvm::formatv("{0}/{1}-{2}", keep, seed, child.number);
      llvm::sys::fs::create_directories(keep);
      std::string model = kept + llvm::sys::path::extension(child.model).str();
      llvm::sys::fs::copy_file(child.model, model);
      llvm::sys::fs::copy_file(child.log, kept + ".log");
      if (wrong.empty())
        continue;
      llvm::outs() << "case " << child.number << " ("
                   << seedOf(child.number).name << "): " << wrong << ", see "
                   << model << " and .log\n";
      llvm::outs().flush();
    }
  }
  llvm::sys::fs::remove_directories(root);
  llvm::outs() << count << (of == Of::Data ? " files: " : " models: ")
               << accepted << (of == Of::Data ? " were read, " : " ran, ")
               << count - accepted - failed << " were refused, " << failed
               << " failed\n";
  return failed != 0;
}
