// SPDX-License-Identifier: Apache-2.0
// cameoc: compiles an ONNX model to a native library. Exit status: 0 done, 1
// the model cannot be compiled, 2 the command line is wrong.
#include "compiler/Emit/ModelInfo.h"
#include "compiler/Pipeline/Compile.h"
#include "tools/common/CommandLine.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/Support/CommandLine.h"
#include "llvm/Support/FileSystem.h"
#include "llvm/Support/InitLLVM.h"
#include "llvm/Support/Path.h"
#include "llvm/Support/raw_ostream.h"

using namespace llvm;
using namespace cameo;

namespace {
constexpr char overview[] =
    "Compiles an ONNX model to a native library.\n\n"
    "  cameoc resnet50.onnx -o libresnet50.so     the library, resnet50.h and "
    "resnet50.json\n"
    "  cameoc bert.onnx -o bert.a --dim batch=1   static, with a size for a "
    "dynamic dimension\n"
    "  cameoc vit.onnx -o vit.so --mcpu=x86-64-v3 for other machines than this "
    "one\n"
    "  cameoc model.onnx --check                  list what is not supported\n"
    "  cameoc model.onnx --emit=kernels           print the program at a "
    "stage\n\n"
    "Run the result with cameo-run, or from C, C++ or Python through "
    "cameo/runtime.h.\n";

cl::OptionCategory category("cameoc options");

/// The command line. Made in main, once the options of the libraries are out of
/// the way: LLVM and lld register some of the same names.
struct Options {
  cl::opt<std::string> input{cl::Positional, cl::desc("MODEL.onnx"),
                             cl::cat(category)};
  cl::opt<std::string> output{
      "o",
      cl::desc("File to write. The extension says what: .so a shared "
               "library, .a a static library, .o an object; the header and "
               "the manifest go beside it. Textual stages print to "
               "standard output without it"),
      cl::value_desc("FILE"), cl::cat(category)};
  cl::opt<Stage> emit{
      "emit", cl::desc("Stop after a stage (default: lib)"),
      cl::init(Stage::Library),
      cl::values(
          clEnumValN(Stage::Import, "import", "onnx dialect as imported"),
          clEnumValN(Stage::ONNX, "onnx",
                     "onnx dialect, shapes known, simplified"),
          clEnumValN(Stage::Linalg, "linalg", "linalg on tensors"),
          clEnumValN(Stage::Kernels, "kernels", "schedule and kernels"),
          clEnumValN(Stage::CPU, "cpu", "kernels as loops on vectors"),
          clEnumValN(Stage::LLVM, "llvm", "llvm dialect"),
          clEnumValN(Stage::LLVMIR, "llvm-ir", "LLVM IR, optimised"),
          clEnumValN(Stage::Assembly, "asm", "assembly"),
          clEnumValN(Stage::PTX, "ptx", "PTX of the kernels for a GPU"),
          clEnumValN(Stage::Object, "obj", "one object file"),
          clEnumValN(Stage::Library, "lib", "library, header and manifest")),
      cl::cat(category)};
  cl::list<std::string> dims{
      "dim", cl::desc("Size of a dimension by its symbolic name; repeatable"),
      cl::value_desc("NAME=SIZE"), cl::cat(category)};
  cl::list<std::string> shapes{
      "shape", cl::desc("Shape of an input by name; repeatable"),
      cl::value_desc("INPUT=AxBxC"), cl::cat(category)};
  cl::list<std::string> specializations{
      "specialize",
      cl::desc("Code for these sizes as well, beside that for any: a run takes "
               "it where its inputs have them; repeatable"),
      cl::value_desc("NAME=SIZE,..."), cl::cat(category)};
  cl::list<std::string> mcpu{
      "mcpu",
      cl::desc("CPU to compile for: native (default when compiling for "
               "this architecture), x86-64-v3, x86-64-v4, znver4, "
               "neoverse-n1, ... as LLVM names them. Several: code for each in "
               "one library, which runs the best that its machine can"),
      cl::value_desc("CPU,..."), cl::cat(category)};
  cl::opt<std::string> triple{
      "target",
      cl::desc("Target triple (default: this machine's); cuda: an NVIDIA GPU, "
               "and this machine's CPU for what belongs there; cpu,cuda: both, "
               "chosen when the library is loaded"),
      cl::value_desc("TRIPLE"), cl::cat(category)};
  cl::list<std::string> gpuArchs{
      "gpu-arch",
      cl::desc("Chips to make machine code for (default: sm_80); PTX for the "
               "oldest is always there, for all later ones"),
      cl::value_desc("sm_80,sm_90"), cl::CommaSeparated, cl::cat(category)};
  cl::opt<std::string> gpuMath{
      "gpu-math",
      cl::desc("Precision of matrix products on a GPU: fp32 (default, exact), "
               "tf32, fp16, bf16"),
      cl::init("fp32"), cl::value_desc("TYPE"), cl::cat(category)};
  cl::opt<std::string> gpuCode{
      "gpu-code",
      cl::desc("machine: by ptxas, and PTX; ptx: PTX alone, which the driver "
               "compiles; auto (default): machine where ptxas is; bitcode: "
               "LLVM's, for emulators"),
      cl::init("auto"), cl::value_desc("FORM"), cl::cat(category)};
  cl::opt<unsigned> threads{
      "threads",
      cl::desc("Worker threads to plan for; the library runs with "
               "any number (default: 0, unknown)"),
      cl::init(0), cl::value_desc("N"), cl::cat(category)};
  cl::opt<std::string> winograd{
      "winograd",
      cl::desc("3x3 convolutions in Winograd's form: auto (default) where it "
               "is faster; f2: 2x2 outputs at a time at most; off"),
      cl::init("auto"), cl::value_desc("USE"), cl::cat(category)};
  cl::list<std::string> fastMath{"fast-math", cl::desc(cameo::FastMath::help()),
                                 cl::CommaSeparated, cl::value_desc("NAME,..."),
                                 cl::cat(category)};
  cl::opt<std::string> weights{
      "weights",
      cl::desc("embed: in the library; file: in NAME.weights "
               "beside it, mapped when loaded; auto (default): "
               "file when they exceed 1 GB"),
      cl::init("auto"), cl::value_desc("WHERE"), cl::cat(category)};
  cl::list<std::string> customOps{
      "custom-ops",
      cl::desc("File that defines operators of your own; repeatable"),
      cl::value_desc("FILE.json"), cl::cat(category)};
  cl::list<std::string> link{
      "link",
      cl::desc("Object or static library with their functions; repeatable"),
      cl::value_desc("FILE"), cl::cat(category)};
  cl::opt<std::string> name{
      "name",
      cl::desc("Model's name, prefix of its symbols (default: from the "
               "name of the output)"),
      cl::value_desc("NAME"), cl::cat(category)};
  cl::opt<bool> printPlan{"print-memory-plan",
                          cl::desc("Print where each intermediate buffer lies"),
                          cl::cat(category)};
  cl::opt<bool> timePasses{"time-passes",
                           cl::desc("Print where the compile time went"),
                           cl::cat(category)};
  cl::opt<bool> check{
      "check",
      cl::desc("Report everything that is not supported, compile nothing"),
      cl::cat(category)};
  cl::opt<bool> quiet{"q", cl::desc("Print errors only"), cl::cat(category)};
};

[[noreturn]] void usage(const Twine &message) {
  errs() << "cameoc: " << message << "\n(cameoc --help tells more)\n";
  exit(2);
}

int64_t parseSize(StringRef text, StringRef option) {
  int64_t size;
  if (text.getAsInteger(10, size) || size < 0)
    usage("--" + option + ": '" + text + "' is not a size");
  return size;
}

std::pair<std::string, int64_t> parseDim(StringRef text, StringRef option) {
  auto [key, value] = text.rsplit('=');
  if (key.empty() || value.empty() || !text.contains('='))
    usage("--" + option + " takes NAME=SIZE, not '" + text + "'");
  return {key.str(), parseSize(value, option)};
}

CompileOptions readOptions(const Options &given) {
  CompileOptions o;
  o.stage = given.emit;
  o.output = given.output;
  for (StringRef text : given.dims)
    o.dims.push_back(parseDim(text, "dim"));
  for (StringRef text : given.specializations) {
    SmallVector<StringRef> parts;
    text.split(parts, ',');
    auto &sizes = o.specializations.emplace_back();
    for (StringRef part : parts)
      sizes.push_back(parseDim(part, "specialize"));
  }
  for (StringRef text : given.shapes) {
    auto [key, value] = text.rsplit('=');
    if (key.empty() || !text.contains('='))
      usage("--shape takes INPUT=AxBxC, not '" + text + "'");
    SmallVector<StringRef> parts;
    value.split(parts, 'x', -1, /*KeepEmpty=*/!value.empty());
    std::vector<int64_t> shape;
    for (StringRef part : parts)
      shape.push_back(parseSize(part, "shape"));
    o.shapes.emplace_back(key.str(), shape);
  }
  StringRef target = given.triple;
  o.cpuToo = target.consume_front("cpu,");
  o.cuda = target == "cuda";
  if (o.cpuToo && !o.cuda)
    usage("--target: cpu goes with cuda, not with '" + target + "'");
  if (!o.cuda && target != "cpu")
    o.triple = target;
  if (!given.gpuArchs.empty()) {
    o.gpuArchs.assign(given.gpuArchs.begin(), given.gpuArchs.end());
    for (StringRef arch : o.gpuArchs) {
      StringRef rest = arch;
      unsigned number = 0;
      if (!rest.consume_front("sm_") || rest.consumeInteger(10, number) ||
          number < 80 || !(rest.empty() || rest == "a"))
        usage("--gpu-arch: '" + arch + "' is not sm_80 or a later chip");
    }
  }
  if (!is_contained({"fp32", "tf32", "fp16", "bf16"}, StringRef(given.gpuMath)))
    usage("--gpu-math is fp32, tf32, fp16 or bf16, not '" + given.gpuMath +
          "'");
  o.gpuMath = given.gpuMath;
  if (given.gpuCode == "ptx")
    o.gpuCode = DeviceForm::PTX;
  else if (given.gpuCode == "machine")
    o.gpuCode = DeviceForm::Machine;
  else if (given.gpuCode == "bitcode")
    o.gpuCode = DeviceForm::Bitcode;
  else if (given.gpuCode != "auto")
    usage("--gpu-code is auto, ptx, machine or bitcode, not '" + given.gpuCode +
          "'");
  o.mcpu = llvm::join(given.mcpu, ",");
  o.threads = given.threads;
  o.winograd = given.winograd;
  if (o.winograd != "auto" && o.winograd != "f2" && o.winograd != "off")
    usage("--winograd is auto, f2 or off, not '" + o.winograd + "'");
  for (StringRef name : given.fastMath)
    if (Error e = o.fastMath.allow(name))
      usage(toString(std::move(e)));
  if (given.weights == "embed")
    o.weightsInFile = false;
  else if (given.weights == "file")
    o.weightsInFile = true;
  else if (given.weights != "auto")
    usage("--weights is embed, file or auto, not '" + given.weights + "'");
  o.customOperators.assign(given.customOps.begin(), given.customOps.end());
  o.link.assign(given.link.begin(), given.link.end());
  o.name = given.name;
  if (!given.name.empty() && cIdentifier(given.name) != given.name)
    usage("--name: '" + given.name + "' is no C identifier; '" +
          cIdentifier(given.name) + "' would be");
  o.printMemoryPlan = given.printPlan;
  o.timePasses = given.timePasses;
  o.check = given.check;
  o.quiet = given.quiet;
  return o;
}
} // namespace

int main(int argc, char **argv) {
  InitLLVM init(argc, argv);
  cameo::tools::removeAllOptions();
  Options given;
  cl::SetVersionPrinter(
      [](raw_ostream &os) { os << "cameoc " CAMEO_VERSION "\n"; });
  cl::HideUnrelatedOptions(category);
  if (!tools::parseCommandLine(argc, argv, overview))
    return 2;
  if (given.input.empty())
    usage("no model given");
  CompileOptions options = readOptions(given);
  bool writes = !options.check && options.stage >= Stage::Object;
  if (writes && options.output.empty())
    usage("-o FILE is needed to write a library");
  StringRef extension = sys::path::extension(options.output);
  if (writes && options.stage == Stage::Library && extension != ".so" &&
      extension != ".a" && extension != ".o")
    usage("-o '" + options.output + "': the extension must be .so, .a or .o");
  if (!sys::fs::exists(given.input)) {
    errs() << given.input << ": error: no such file\n";
    return 1;
  }
  // The library takes the file's place once it is whole, which must not be that of
  // a device or a folder.
  sys::fs::file_status status;
  if (writes && !sys::fs::status(options.output, status) &&
      status.type() != sys::fs::file_type::regular_file)
    usage("-o '" + options.output + "' is no regular file");
  if (writes && sys::fs::equivalent(Twine(given.input), options.output))
    usage("-o '" + options.output + "' is the model itself");
  std::string path = given.input;
  cameo::tools::removeAllOptions();
  return succeeded(compileModel(path, options)) ? 0 : 1;
}
