// SPDX-License-Identifier: Apache-2.0
#include "compiler/Emit/DeviceCode.h"
#include "dialects/Cameo/Device.h"
#include "mlir/Dialect/LLVMIR/LLVMDialect.h"
#include "mlir/Target/LLVMIR/Export.h"
#include "llvm/ADT/ScopeExit.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/Bitcode/BitcodeWriter.h"
#include "llvm/IR/CallingConv.h"
#include "llvm/IR/LegacyPassManager.h"
#include "llvm/IR/Module.h"
#include "llvm/MC/TargetRegistry.h"
#include "llvm/Passes/PassBuilder.h"
#include "llvm/Support/FileSystem.h"
#include "llvm/Support/MemoryBuffer.h"
#include "llvm/Support/Process.h"
#include "llvm/Support/Program.h"
#include "llvm/Target/TargetMachine.h"

using namespace mlir;
using namespace cameo;

static std::unique_ptr<llvm::TargetMachine> createMachine(StringRef arch) {
  // Registers every target LLVM has, NVPTX among them.
  if (auto host = CodegenTarget::get("", "generic"); !host)
    llvm::consumeError(host.takeError());
  llvm::Triple triple("nvptx64-nvidia-cuda");
  std::string error;
  const llvm::Target *target =
      llvm::TargetRegistry::lookupTarget(triple, error);
  if (!target)
    return nullptr;
  llvm::TargetOptions options;
  options.AllowFPOpFusion = llvm::FPOpFusion::Fast;
  // PTX 8.0 is what CUDA 12.0's drivers take, the oldest with all that we emit.
  return std::unique_ptr<llvm::TargetMachine>(target->createTargetMachine(
      triple, arch, "+ptx80", options, std::nullopt, std::nullopt,
      llvm::CodeGenOptLevel::Aggressive));
}

static void optimise(llvm::Module &module, llvm::TargetMachine &machine) {
  llvm::LoopAnalysisManager loops;
  llvm::FunctionAnalysisManager functions;
  llvm::CGSCCAnalysisManager sccs;
  llvm::ModuleAnalysisManager modules;
  llvm::PassBuilder builder(&machine);
  builder.registerModuleAnalyses(modules);
  builder.registerCGSCCAnalyses(sccs);
  builder.registerFunctionAnalyses(functions);
  builder.registerLoopAnalyses(loops);
  builder.crossRegisterProxies(loops, functions, sccs, modules);
  builder.buildPerModuleDefaultPipeline(llvm::OptimizationLevel::O2)
      .run(module, modules);
}

/// PTX knows letters, digits, _ and $ only.
static std::string ptxName(StringRef kernel, size_t index) {
  std::string name = "k" + std::to_string(index) + "_";
  for (char c : kernel)
    name += llvm::isAlnum(c) ? c : '_';
  return name;
}

std::string cameo::findPtxas() {
  SmallVector<std::string> folders;
  if (auto home = llvm::sys::Process::GetEnv("CUDA_HOME"))
    folders.push_back(*home + "/bin");
  for (const std::string &folder : folders)
    if (llvm::sys::fs::can_execute(folder + "/ptxas"))
      return folder + "/ptxas";
  if (auto found = llvm::sys::findProgramByName("ptxas"))
    return *found;
  if (llvm::sys::fs::can_execute("/usr/local/cuda/bin/ptxas"))
    return "/usr/local/cuda/bin/ptxas";
  return "";
}

/// Machine code of `ptx` for `arch` by ptxas.
static LogicalResult assemble(ModuleOp module, StringRef ptxas, StringRef ptx,
                              StringRef arch, CodeBuffer &into) {
  SmallString<128> source, object, log;
  if (llvm::sys::fs::createTemporaryFile("cameo", "ptx", source) ||
      llvm::sys::fs::createTemporaryFile("cameo", "cubin", object) ||
      llvm::sys::fs::createTemporaryFile("cameo", "log", log))
    return module.emitError("cannot make temporary files for ptxas");
  llvm::scope_exit cleanUp([&] {
    for (StringRef path : {source.str(), object.str(), log.str()})
      llvm::sys::fs::remove(path);
  });
  {
    std::error_code code;
    llvm::raw_fd_ostream os(source, code);
    os << ptx;
    os.flush();
    if (os.has_error()) {
      os.clear_error();
      return module.emitError("cannot write a temporary file for ptxas");
    }
  }
  std::string archOption = ("-arch=" + arch).str();
  std::optional<StringRef> redirects[] = {StringRef(""), log.str(), log.str()};
  std::string reason;
  int status = llvm::sys::ExecuteAndWait(
      ptxas, {ptxas, archOption, "-O3", source.str(), "-o", object.str()},
      std::nullopt, redirects,
      /*SecondsToWait=*/0, /*MemoryLimit=*/0, &reason);
  if (status != 0) {
    if (auto text = llvm::MemoryBuffer::getFile(log))
      reason += (*text)->getBuffer().split('\n').first;
    return module.emitError("ptxas for ") << arch << ": " << reason;
  }
  auto code = llvm::MemoryBuffer::getFile(object, /*IsText=*/false,
                                          /*RequiresNullTerminator=*/false);
  if (!code)
    return module.emitError("ptxas for ") << arch << " wrote nothing";
  into.assign((*code)->getBufferStart(), (*code)->getBufferEnd());
  return success();
}

llvm::FailureOr<DeviceCode>
cameo::generateDeviceCode(ModuleOp module, ArrayRef<std::string> archs,
                          DeviceForm form) {
  DeviceCode code;
  auto gpu = module->getAttrOfType<DictionaryAttr>("cameo.gpu");
  auto kernels = module->getAttrOfType<ArrayAttr>("cameo.device_kernels");
  ModuleOp device;
  for (ModuleOp part : module.getOps<ModuleOp>())
    if (part->hasAttr(deviceAttr))
      device = part;
  if (!device || !kernels || !gpu || archs.empty())
    return code;
  code.math = gpu.getAs<StringAttr>("math").str();
  code.replayable = module->hasAttr("cameo.replayable");
  if (auto inputs = module->getAttrOfType<ArrayAttr>("cameo.host_inputs"))
    for (BoolAttr onHost : inputs.getAsRange<BoolAttr>())
      code.hostInputs.push_back(onHost.getValue());
  llvm::LLVMContext context;
  std::unique_ptr<llvm::Module> ir =
      translateModuleToLLVMIR(device, context, "device");
  if (!ir)
    return device.emitError("cannot be translated to LLVM IR");
  auto number = [](StringRef arch) {
    unsigned n = 0;
    arch.drop_while([](char c) { return !llvm::isDigit(c); })
        .consumeInteger(10, n);
    return n;
  };
  SmallVector<std::string> chips(archs);
  llvm::sort(chips,
             [&](StringRef x, StringRef y) { return number(x) > number(y); });
  // PTX for a variant like sm_90a would run on that chip alone.
  StringRef oldest = StringRef(chips.back()).rtrim('a');
  std::unique_ptr<llvm::TargetMachine> machine = createMachine(oldest);
  if (!machine)
    return module.emitError("this LLVM has no target for NVIDIA GPUs");
  ir->setTargetTriple(machine->getTargetTriple());
  ir->setDataLayout(machine->createDataLayout());
  for (auto [i, symbol] :
       llvm::enumerate(kernels.getAsRange<FlatSymbolRefAttr>())) {
    llvm::Function *f = ir->getFunction(symbol.getValue());
    if (!f || f->isDeclaration())
      return device.emitError("kernel '")
             << symbol.getValue() << "' has no code";
    f->setName(ptxName(symbol.getValue(), i));
    f->setLinkage(llvm::GlobalValue::ExternalLinkage);
    f->setCallingConv(llvm::CallingConv::PTX_Kernel);
    unsigned shared = 0;
    if (auto op = device.lookupSymbol<LLVM::LLVMFuncOp>(symbol.getValue()))
      if (auto bytes = op->getAttrOfType<IntegerAttr>("cameo.shared_memory"))
        shared = bytes.getInt();
    code.kernels.push_back(
        {f->getName().str(), unsigned(f->arg_size()), shared});
  }
  optimise(*ir, *machine);
  for (llvm::Function &f : *ir)
    if (f.isDeclaration() && !f.isIntrinsic() && !f.use_empty())
      return device.emitError("a kernel calls '")
             << f.getName() << "', which no GPU has";

  if (form == DeviceForm::Bitcode) {
    DeviceImage image{"compute_" + llvm::utostr(number(oldest)), {}};
    llvm::raw_svector_ostream os(image.data);
    llvm::WriteBitcodeToFile(*ir, os);
    os.write_zeros(8); // the image's end, for readers that know no size
    code.images.push_back(std::move(image));
    return code;
  }
  DeviceImage ptx{"compute_" + llvm::utostr(number(oldest)), {}};
  {
    llvm::raw_svector_ostream os(ptx.data);
    llvm::legacy::PassManager codegen;
    if (machine->addPassesToEmitFile(codegen, os, nullptr,
                                     llvm::CodeGenFileType::AssemblyFile,
                                     /*DisableVerify=*/true))
      return device.emitError("no code for ") << oldest;
    codegen.run(*ir);
    os << '\0';
  }
  if (form == DeviceForm::Machine) {
    std::string ptxas = findPtxas();
    if (ptxas.empty())
      return module.emitError(
          "machine code for GPUs takes ptxas, which is not in $CUDA_HOME/bin, "
          "on the PATH or in /usr/local/cuda/bin; --gpu-code=ptx does without");
    for (const std::string &chip : chips) {
      DeviceImage image{chip, {}};
      if (failed(assemble(module, ptxas,
                          StringRef(ptx.data.data(), ptx.data.size() - 1), chip,
                          image.data)))
        return failure();
      code.images.push_back(std::move(image));
    }
  }
  code.images.push_back(std::move(ptx));
  return code;
}
