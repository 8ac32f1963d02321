// SPDX-License-Identifier: Apache-2.0
#include "compiler/Pipeline/Compile.h"
#include "compiler/Emit/Codegen.h"
#include "compiler/Emit/Library.h"
#include "compiler/Emit/ModelInfo.h"
#include "compiler/Import/Import.h"
#include "compiler/Import/TextFile.h"
#include "compiler/Pipeline/Diagnostics.h"
#include "compiler/Pipeline/Evaluate.h"
#include "compiler/Pipeline/Pipelines.h"
#include "compiler/Pipeline/Progress.h"
#include "compiler/Pipeline/Registration.h"
#include "compiler/Pipeline/Specialize.h"
#include "dialects/ONNX/ONNXCore.h"
#include "mlir/IR/AsmState.h"
#include "mlir/IR/MLIRContext.h"
#include "mlir/Support/Timing.h"
#include "mlir/Target/LLVMIR/Dialect/All.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/Support/FileSystem.h"
#include "llvm/Support/Path.h"

using namespace mlir;
using namespace cameo;

namespace {
/// Weights up to this size go into the library by default: beyond, mapping a
/// file that several processes share is worth a second file.
constexpr int64_t embedLimit = int64_t(1) << 30;

class Compilation {
public:
  Compilation(StringRef path, const CompileOptions &options)
      : path(path.str()), options(options), context(makeRegistry()),
        diagnostics(&context, path), progress(options.quiet, options.onStage) {
    timing.setEnabled(options.timePasses);
  }

  LogicalResult run();

private:
  static DialectRegistry makeRegistry() {
    DialectRegistry registry;
    registerAllDialects(registry);
    installConstantEvaluator();
    registerAllToLLVMIRTranslations(registry);
    return registry;
  }

  LogicalResult runPasses(StringRef what,
                          void (*build)(OpPassManager &,
                                        const PipelineOptions &)) {
    progress.stage(what);
    TimingScope scope = root.nest(what);
    PassManager pm(&context);
    pm.enableTiming(scope);
    build(pm, pipeline);
    return pm.run(*module);
  }

  LogicalResult error(const Twine &message) {
    llvm::errs() << path << ": error: " << message << "\n";
    return failure();
  }
  LogicalResult error(llvm::Error e) {
    return error(llvm::toString(std::move(e)));
  }

  std::string modelName();
  /// Whether anything is left to lower: a file of IR may begin at a later
  /// stage.
  bool hasOperators() {
    return module
        ->walk([](Operation *op) {
          return isa_and_nonnull<onnx::ONNXDialect>(op->getDialect())
                     ? WalkResult::interrupt()
                     : WalkResult::advance();
        })
        .wasInterrupted();
  }
  LogicalResult print();
  LogicalResult printText(llvm::function_ref<void(llvm::raw_ostream &)> write);
  llvm::Error chooseTargets();
  void tellFastMath();
  LogicalResult toLinalg();
  LogicalResult cloneVariants(MutableArrayRef<OwningOpRef<ModuleOp>> special);
  LogicalResult compileVariant(size_t index);
  LogicalResult library();

  std::string path;
  const CompileOptions &options;
  MLIRContext context;
  DiagnosticPrinter diagnostics;
  Progress progress;
  DefaultTimingManager timing;
  TimingScope root;
  PipelineOptions pipeline;
  /// Whom the library has code for, in the order in which the runtime tries
  /// them; only the first may have kernels for a GPU.
  std::vector<CodegenTarget> targets;
  OwningOpRef<ModuleOp> module; ///< for the first target, of all sizes
  /// What else the library has, as LibraryOptions takes it.
  struct Variant {
    OwningOpRef<ModuleOp> module;
    CodegenTarget target;
    bool isSpecialization;
  };
  std::vector<Variant> others;
};
} // namespace

std::string Compilation::modelName() {
  if (!options.name.empty())
    return options.name;
  bool toFile = !options.output.empty() && options.output != "-";
  StringRef stem = llvm::sys::path::stem(toFile ? StringRef(options.output)
                                                : StringRef(path));
  if (toFile)
    stem.consume_front("lib");
  // A file model.onnx in a folder that says more.
  return cIdentifier(stem);
}

LogicalResult
Compilation::printText(llvm::function_ref<void(llvm::raw_ostream &)> write) {
  if (options.output.empty() || options.output == "-") {
    write(llvm::outs());
    llvm::outs().flush();
    std::error_code code = llvm::outs().error();
    llvm::outs().clear_error();
    return code ? error("cannot write to standard output: " + code.message())
                : success();
  }
  if (llvm::Error e = writeFile(options.output, write))
    return error(std::move(e));
  return success();
}

LogicalResult Compilation::print() {
  // Weights as text help nobody.
  OpPrintingFlags flags;
  flags.elideLargeResourceString(256).elideLargeElementsAttrs(256);
  return printText([&](llvm::raw_ostream &os) { module->print(os, flags); });
}

LogicalResult Compilation::library() {
  progress.stage("code generation");
  TimingScope scope = root.nest("code generation and linking");
  LibraryOptions library;
  library.name = pipeline.name;
  library.output = options.output;
  library.source = llvm::sys::path::filename(path).str();
  library.target = targets.front();
  library.gpuArchs = options.gpuArchs;
  library.gpuCode = options.gpuCode.value_or(
      findPtxas().empty() ? DeviceForm::PTX : DeviceForm::Machine);
  library.link = options.link;
  StringRef extension = llvm::sys::path::extension(options.output);
  library.kind = options.stage == Stage::Object || extension == ".o"
                     ? LibraryKind::Object
                 : extension == ".a" ? LibraryKind::Static
                                     : LibraryKind::Shared;
  auto size = (*module)->getAttrOfType<IntegerAttr>("cameo.weights_size");
  library.weightsInFile =
      options.weightsInFile.value_or(size && size.getInt() > embedLimit);
  for (Variant &other : others)
    library.others.push_back(
        {*other.module, other.target, other.isSpecialization});
  auto written = writeLibrary(*module, library);
  if (!written)
    return diagnostics.sawError()
               ? (llvm::consumeError(written.takeError()), failure())
               : error(written.takeError());
  progress.done();
  if (!options.quiet) {
    llvm::errs() << "wrote";
    for (const std::string &file : *written)
      llvm::errs() << " " << file;
    for (auto [i, target] : llvm::enumerate(targets))
      llvm::errs() << (i ? ", " : " for ") << target.describe()
                   << (target.native ? " (this machine)" : "");
    if (options.cuda)
      llvm::errs() << " and CUDA "
                   << (library.gpuCode == DeviceForm::Machine
                           ? llvm::join(options.gpuArchs, ", ")
                           : "(PTX; no ptxas here for machine code)");
    llvm::errs() << "\n";
  }
  return success();
}

/// The CPUs that were asked for, those that demand more first; in a library for
/// a GPU too, its host's code is for the least of them.
llvm::Error Compilation::chooseTargets() {
  SmallVector<StringRef> cpus;
  StringRef(options.mcpu).split(cpus, ',');
  std::vector<std::pair<size_t, CodegenTarget>> ranked;
  for (StringRef cpu : cpus) {
    if (cpu.empty() && cpus.size() > 1)
      return llvm::createStringError("--mcpu: a name is missing in '" +
                                     options.mcpu + "'");
    auto target = CodegenTarget::get(options.triple, cpu);
    if (!target)
      return target.takeError();
    if (llvm::any_of(ranked, [&](auto &other) {
          return other.second.describe() == target->describe();
        }))
      return llvm::createStringError("--mcpu: '" + options.mcpu + "' has '" +
                                     target->cpu + "' twice");
    std::string features = target->requiredFeatures();
    ranked.emplace_back(StringRef(features).count(','), std::move(*target));
  }
  llvm::stable_sort(ranked, [](auto &a, auto &b) { return a.first > b.first; });
  if (ranked.size() > 1 && options.stage < Stage::Object)
    return llvm::createStringError(
        "--mcpu: a library may be for several CPUs; a stage is printed "
        "for one");
  if (!options.specializations.empty() && options.stage < Stage::Object)
    return llvm::createStringError(
        "--specialize: a library may be for several sizes; --dim gives a stage "
        "its sizes");
  if (!options.specializations.empty() && options.cuda)
    return llvm::createStringError(
        "--specialize is for the CPU; --dim gives a model for a GPU its sizes");
  if (options.cuda)
    targets.push_back(ranked.back().second);
  if (!options.cuda || (options.cpuToo && options.stage >= Stage::Object))
    for (auto &[rank, target] : ranked)
      targets.push_back(std::move(target));
  return llvm::Error::success();
}

/// Whoever has the library can see what its results may be like.
void Compilation::tellFastMath() {
  std::string names = options.fastMath.names();
  if (names.empty())
    return;
  NamedAttrList metadata(
      (*module)->getAttrOfType<DictionaryAttr>("cameo.metadata"));
  metadata.set("cameo.fast_math", StringAttr::get(&context, names));
  (*module)->setAttr("cameo.metadata", metadata.getDictionary(&context));
}

/// Unless a stage before is to be printed or nothing is to be compiled.
LogicalResult Compilation::toLinalg() {
  if (!hasOperators())
    return success();
  if (failed(runPasses("graph", buildGraphPipeline)))
    return failure();
  if (options.stage == Stage::ONNX && !options.check)
    return success();
  return runPasses("lowering", buildLoweringPipeline);
}

/// Has in `others` what the kernels of each are made from; `special` is the
/// model as imported, with sizes, once for each set of them.
LogicalResult
Compilation::cloneVariants(MutableArrayRef<OwningOpRef<ModuleOp>> special) {
  for (OwningOpRef<ModuleOp> &form : special) {
    std::swap(module, form);
    LogicalResult lowered = toLinalg();
    std::swap(module, form);
    if (failed(lowered))
      return failure();
  }
  for (auto [i, target] : llvm::enumerate(targets)) {
    if (i > 0)
      others.push_back({module->clone(), target, false});
    for (OwningOpRef<ModuleOp> &form : special)
      others.push_back({form->clone(), target, true});
  }
  return success();
}

/// A copy that was kept of what the first was compiled from. It lays its weights
/// behind those of the one before.
LogicalResult Compilation::compileVariant(size_t index) {
  auto &[variant, target, isSpecialization] = others[index - 1];
  ModuleOp before = index > 1 ? *others[index - 2].module : *module;
  (*variant)->setAttr("cameo.other_weights", before->getAttr("cameo.weights"));
  std::swap(module, variant);
  PipelineOptions first = pipeline;
  pipeline.name = variantName(first.name, index);
  pipeline.mcpu = target.pipelineName();
  pipeline.cuda = false;
  std::string what =
      (isSpecialization ? "specialised kernels for " : "kernels for ") +
      target.cpu;
  LogicalResult result =
      success(succeeded(runPasses(what, buildKernelsPipeline)) &&
              succeeded(runPasses("cpu", buildCPUPipeline)) &&
              succeeded(runPasses("llvm", buildLLVMPipeline)));
  pipeline = first;
  std::swap(module, variant);
  return result;
}

LogicalResult Compilation::run() {
  root = timing.getRootScope();
  if (llvm::Error e = chooseTargets())
    return error(std::move(e));
  pipeline.name = modelName();
  pipeline.triple = options.triple;
  pipeline.mcpu = targets.front().pipelineName();
  pipeline.threads = options.threads;
  pipeline.winograd = options.winograd;
  pipeline.fastMath = options.fastMath;
  pipeline.printMemoryPlan = options.printMemoryPlan;
  pipeline.cuda = options.cuda;
  pipeline.gpuArch = options.gpuArchs.front();
  if (llvm::is_contained(options.gpuArchs, variantChip))
    pipeline.gpuVariant = variantChip.str();
  pipeline.gpuMath = options.gpuMath;
  pipeline.wholeModule = options.stage == Stage::LLVM ||
                         options.stage == Stage::LLVMIR ||
                         options.stage == Stage::Assembly;

  {
    progress.stage("import");
    TimingScope scope = root.nest("import");
    if (StringRef(path).ends_with(".mlir")) {
      module = import::readModule(path, context);
    } else {
      ImportOptions import;
      import.modelName = pipeline.name;
      import.customOperators = options.customOperators;
      module = importModel(path, import, context);
    }
    if (!module)
      return diagnostics.sawError() ? failure() : error("cannot be read");
  }
  diagnostics.learnOperators(*module);
  tellFastMath();
  if (failed(specializeInputs(*module, options.dims, options.shapes)))
    return failure();
  std::vector<OwningOpRef<ModuleOp>> special;
  for (const NamedSizes &sizes : options.specializations) {
    special.push_back(module->clone());
    if (failed(specializeInputs(*special.back(), sizes, {}, "--specialize")))
      return failure();
  }
  if (options.stage == Stage::Import)
    return print();
  if (failed(toLinalg()))
    return failure();
  if (options.check) {
    llvm::outs() << path << ": every operator is supported\n";
    return success();
  }
  if (options.stage == Stage::ONNX || options.stage == Stage::Linalg)
    return print();
  if (failed(cloneVariants(special)))
    return failure();
  if (failed(runPasses("kernels", buildKernelsPipeline)))
    return failure();
  if (options.stage == Stage::Kernels)
    return print();
  if (failed(runPasses("cpu", buildCPUPipeline)))
    return failure();
  if (options.stage == Stage::CPU)
    return print();
  if (failed(runPasses("llvm", buildLLVMPipeline)))
    return failure();
  if (options.stage == Stage::LLVM)
    return print();
  if (options.stage == Stage::PTX) {
    progress.stage("code generation");
    auto code = generateDeviceCode(*module, options.gpuArchs, DeviceForm::PTX);
    if (failed(code))
      return failure();
    // One text, that for the first chip of the list; general code comes last.
    return printText([&](llvm::raw_ostream &os) {
      if (code->images.empty())
        return;
      const DeviceImage &image = options.gpuArchs.front() == variantChip
                                     ? code->images.front()
                                     : code->images.back();
      os.write(image.data.data(), image.data.size() - 1);
    });
  }
  if (options.stage == Stage::LLVMIR || options.stage == Stage::Assembly) {
    progress.stage("code generation");
    auto code =
        generateCode(*module, targets.front(),
                     options.stage == Stage::LLVMIR ? CodegenOutput::LLVMIR
                                                    : CodegenOutput::Assembly);
    if (failed(code))
      return failure();
    return printText([&](llvm::raw_ostream &os) {
      for (const CodeBuffer &part : *code)
        os.write(part.data(), part.size());
    });
  }
  for (size_t i = 1; i <= others.size(); ++i)
    if (failed(compileVariant(i)))
      return failure();
  return library();
}

LogicalResult cameo::compileModel(StringRef path,
                                  const CompileOptions &options) {
  return Compilation(path, options).run();
}
