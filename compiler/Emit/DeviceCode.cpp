// SPDX-License-Identifier: Apache-2.0
#include "compiler/Emit/DeviceCode.h"
#include "cameo/abi.h"
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
#include "llvm/Transforms/Utils/Cloning.h"

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
  // The file was there, empty, before.
  if (!code || (*code)->getBufferSize() == 0)
    return module.emitError("ptxas for ") << arch << " wrote nothing";
  into.assign((*code)->getBufferStart(), (*code)->getBufferEnd());
  return success();
}

static unsigned chipNumber(StringRef arch) {
  unsigned n = 0;
  arch.drop_while([](char c) { return !llvm::isDigit(c); })
      .consumeInteger(10, n);
  return n;
}

/// Makes `f` a kernel. Its last arguments may be tensor maps, which lie among
/// its parameters: 128 bytes each, aligned to 64 as the driver API says.
static void makeKernel(llvm::Function &f, StringRef name, size_t maps) {
  f.setName(name);
  f.setLinkage(llvm::GlobalValue::ExternalLinkage);
  f.setCallingConv(llvm::CallingConv::PTX_Kernel);
  llvm::LLVMContext &context = f.getContext();
  auto *type = llvm::ArrayType::get(llvm::Type::getInt8Ty(context), 128);
  for (size_t i = f.arg_size() - maps; i < f.arg_size(); ++i) {
    llvm::AttrBuilder attrs(context);
    attrs.addByValAttr(type);
    attrs.addAlignmentAttr(64);
    attrs.addAttribute("nvvm.grid_constant");
    f.addParamAttrs(i, attrs);
  }
}

static unsigned sharedMemoryOf(LLVM::LLVMFuncOp op) {
  auto bytes = op->getAttrOfType<IntegerAttr>("cameo.shared_memory");
  return bytes ? unsigned(bytes.getInt()) : 0;
}

static int dtypeOf(Type factor) {
  return factor.isF16()    ? CAMEO_FLOAT16
         : factor.isBF16() ? CAMEO_BFLOAT16
                           : CAMEO_FLOAT32;
}

/// What `general` says takes its place.
static DeviceVariant variantOf(ModuleOp device, LLVM::LLVMFuncOp general,
                               llvm::Module &ir, StringRef name) {
  DeviceVariant variant;
  auto symbol = general->getAttrOfType<FlatSymbolRefAttr>(variantAttr);
  if (!symbol)
    return variant;
  auto op = device.lookupSymbol<LLVM::LLVMFuncOp>(symbol.getValue());
  variant.name = (name + "_" + variantChip).str();
  variant.sharedMemory = sharedMemoryOf(op);
  variant.threads =
      unsigned(op->getAttrOfType<DenseI32ArrayAttr>("nvvm.maxntid")[0]);
  for (auto map : op->getAttrOfType<ArrayAttr>(tensorMapsAttr)
                      .getAsRange<DictionaryAttr>())
    variant.maps.push_back(
        {unsigned(map.getAs<IntegerAttr>("slot").getInt()),
         dtypeOf(map.getAs<TypeAttr>("element").getValue()),
         map.getAs<DenseI64ArrayAttr>("sizes").asArrayRef().vec(),
         map.getAs<DenseI64ArrayAttr>("box").asArrayRef().vec()});
  makeKernel(*ir.getFunction(symbol.getValue()), variant.name,
             variant.maps.size());
  return variant;
}

/// The module with variants in the place of what they stand in for, or without
/// any.
static std::unique_ptr<llvm::Module>
withVariants(const llvm::Module &ir, const DeviceCode &code, bool variants) {
  std::unique_ptr<llvm::Module> module = llvm::CloneModule(ir);
  if (!variants)
    for (const DeviceKernel &kernel : code.kernels)
      if (!kernel.variant.name.empty())
        module->getFunction(kernel.variant.name)->eraseFromParent();
  return module;
}

/// PTX, zero-terminated.
static LogicalResult emitPTX(ModuleOp device, llvm::Module &ir, StringRef chip,
                             CodeBuffer &into) {
  std::unique_ptr<llvm::TargetMachine> machine = createMachine(chip);
  llvm::raw_svector_ostream os(into);
  llvm::legacy::PassManager codegen;
  if (machine->addPassesToEmitFile(codegen, os, nullptr,
                                   llvm::CodeGenFileType::AssemblyFile,
                                   /*DisableVerify=*/true))
    return device.emitError("no code for ") << chip;
  codegen.run(ir);
  os << '\0';
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
  SmallVector<std::string> chips(archs);
  llvm::sort(chips, [&](StringRef x, StringRef y) {
    return chipNumber(x) > chipNumber(y);
  });
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
    auto op = device.lookupSymbol<LLVM::LLVMFuncOp>(symbol.getValue());
    if (!op || !f || f->isDeclaration())
      return device.emitError("kernel '")
             << symbol.getValue() << "' has no code";
    std::string name = ptxName(symbol.getValue(), i);
    makeKernel(*f, name, /*maps=*/0);
    code.kernels.push_back({name, unsigned(f->arg_size()), sharedMemoryOf(op),
                            variantOf(device, op, *ir, name)});
  }
  optimise(*ir, *machine);
  for (llvm::Function &f : *ir)
    if (f.isDeclaration() && !f.isIntrinsic() && !f.use_empty())
      return device.emitError("a kernel calls '")
             << f.getName() << "', which no GPU has";

  // What one image of each kind has, the most special first.
  std::string newer = "compute_" + llvm::utostr(chipNumber(oldest));
  bool variants = llvm::is_contained(chips, variantChip);
  std::string special =
      ("compute_" + variantChip.drop_front(StringRef("sm_").size())).str();
  if (form == DeviceForm::Bitcode) {
    for (bool with : {true, false}) {
      if (with && !variants)
        continue;
      DeviceImage image{with ? special : newer, {}};
      llvm::raw_svector_ostream os(image.data);
      llvm::WriteBitcodeToFile(*withVariants(*ir, code, with), os);
      os.write_zeros(8); // the image's end, for readers that know no size
      code.images.push_back(std::move(image));
    }
    return code;
  }
  DeviceImage ptx{newer, {}}, specialPTX{special, {}};
  if (failed(
          emitPTX(device, *withVariants(*ir, code, false), oldest, ptx.data)))
    return failure();
  if (variants && failed(emitPTX(device, *withVariants(*ir, code, true),
                                 variantChip, specialPTX.data)))
    return failure();
  if (form == DeviceForm::Machine) {
    std::string ptxas = findPtxas();
    if (ptxas.empty())
      return module.emitError(
          "machine code for GPUs takes ptxas, which is not in $CUDA_HOME/bin, "
          "on the PATH or in /usr/local/cuda/bin; --gpu-code=ptx does without");
    for (const std::string &chip : chips) {
      DeviceImage image{chip, {}};
      const CodeBuffer &text = chip == variantChip ? specialPTX.data : ptx.data;
      if (failed(assemble(module, ptxas,
                          StringRef(text.data(), text.size() - 1), chip,
                          image.data)))
        return failure();
      code.images.push_back(std::move(image));
    }
  } else if (variants) {
    code.images.push_back(std::move(specialPTX));
  }
  code.images.push_back(std::move(ptx));
  return code;
}
