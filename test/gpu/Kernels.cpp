// SPDX-License-Identifier: Apache-2.0
// From NVVM's LLVM IR to code of this CPU: the special registers, barriers and
// exchanges become calls of the emulator; memory is one.
#include "Kernels.h"
#include "llvm/Bitcode/BitcodeReader.h"
#include "llvm/ExecutionEngine/Orc/AbsoluteSymbols.h"
#include "llvm/ExecutionEngine/Orc/JITTargetMachineBuilder.h"
#include "llvm/IR/AttributeMask.h"
#include "llvm/IR/Constants.h"
#include "llvm/IR/IRBuilder.h"
#include "llvm/IR/InlineAsm.h"
#include "llvm/IR/InstIterator.h"
#include "llvm/IR/Module.h"
#include "llvm/IR/Verifier.h"
#include "llvm/Support/TargetSelect.h"
#include "llvm/Target/TargetMachine.h"

using namespace llvm;
using namespace cameo::emu;

/// Whether code that calls `name` may have to wait for other threads.
static bool waitsAt(StringRef name) {
  return name.contains("barrier") || name.contains("shfl") ||
         name.contains("sync") || name.contains("mma") ||
         name.contains("ldmatrix") || name.contains("cp.async");
}

/// Whether threads or copies are held back by what has this name.
static bool holdsBack(StringRef name) {
  return name.starts_with("llvm.nvvm.") &&
         (name.contains("barrier") || name.contains("fence") ||
          name.contains("wgmma") || name.contains("warp.sync"));
}

/// Removes the barrier, fence or wait of this number, in the module's order, or
/// in that of the one function: tests show that its absence is noticed. What it
/// returns becomes true.
static void dropBarrier(Module &module, int which, const char *function) {
  for (Function &f : module)
    for (Instruction &i : make_early_inc_range(instructions(f)))
      if (auto *call = dyn_cast<CallBase>(&i))
        if (Function *callee = call->getCalledFunction();
            callee && (!function || f.getName() == function) &&
            holdsBack(callee->getName()) && which-- == 0) {
          if (!call->getType()->isVoidTy())
            call->replaceAllUsesWith(ConstantInt::get(call->getType(), 1));
          if (getenv("CAMEO_EMULATOR_VERBOSE"))
            errs() << "emulator: without " << callee->getName() << "\n";
          call->eraseFromParent();
        }
}

/// Products of warpgroups are assembly: "wgmma.mma_async.sync.aligned.m64n128k16
/// .f32.f16.f16" with sums, two descriptors, and numbers. Each becomes a call of
/// a function that gives the emulator the sums as an array.
static Error replaceProducts(Module &module) {
  LLVMContext &context = module.getContext();
  auto *ptr = PointerType::getUnqual(context);
  auto *i32 = Type::getInt32Ty(context), *i64 = Type::getInt64Ty(context);
  SmallVector<CallInst *> calls;
  for (Function &f : module)
    for (Instruction &i : instructions(f))
      if (auto *call = dyn_cast<CallInst>(&i); call && call->isInlineAsm())
        calls.push_back(call);
  for (CallInst *call : calls) {
    StringRef text = cast<InlineAsm>(call->getCalledOperand())->getAsmString();
    size_t at = text.find("wgmma.mma_async.sync.aligned.m64n");
    if (at == StringRef::npos)
      return createStringError("the emulator has no assembly " + text);
    StringRef rest = text.substr(at);
    rest.consume_front("wgmma.mma_async.sync.aligned.m64n");
    unsigned n = 0, k = 0;
    rest.consumeInteger(10, n);
    rest.consume_front("k");
    rest.consumeInteger(10, k);
    int type = rest.starts_with(".f32.f16.f16")     ? 0
               : rest.starts_with(".f32.bf16.bf16") ? 1
               : rest.starts_with(".f32.tf32.tf32") ? 2
                                                    : -1;
    auto *sums = dyn_cast<StructType>(call->getType());
    if (type < 0 || !sums || sums->getNumElements() != n / 2)
      return createStringError("the emulator has no assembly " + text);
    FunctionCallee callee = module.getOrInsertFunction(
        "llvm.nvvm.wgmma.mma_async", Type::getVoidTy(context), ptr, i64, i64,
        i32, i32, i32, i32);
    Function *parent = call->getFunction();
    IRBuilder<> entry(&*parent->getEntryBlock().getFirstInsertionPt());
    Value *array = entry.CreateAlloca(sums);
    IRBuilder<> b(call);
    for (unsigned i = 0; i < n / 2; ++i)
      b.CreateStore(call->getArgOperand(i), b.CreateStructGEP(sums, array, i));
    // Behind the descriptors: scales, which are one, then transpositions.
    auto number = [&](unsigned i) {
      return i < call->arg_size() ? call->getArgOperand(i) : b.getInt32(0);
    };
    b.CreateCall(callee,
                 {array, number(n / 2), number(n / 2 + 1), b.getInt32(n),
                  b.getInt32(type), number(n / 2 + 5), number(n / 2 + 6)});
    call->replaceAllUsesWith(b.CreateLoad(sums, array));
    call->eraseFromParent();
  }
  return Error::success();
}

/// Gives a matrix instruction, which takes ten words and returns four, a body
/// that calls NAME.words(const uint32_t in[10], uint32_t out[4]); one that takes
/// an address, NAME.words(const char *in, uint32_t out[4]).
static void addMatrixBody(Function &f) {
  LLVMContext &context = f.getContext();
  auto *ptr = PointerType::getUnqual(context);
  auto *word = Type::getInt32Ty(context);
  FunctionCallee callee = f.getParent()->getOrInsertFunction(
      (f.getName() + ".words").str(), Type::getVoidTy(context), ptr, ptr);
  IRBuilder<> b(BasicBlock::Create(context, "", &f));
  Value *in = b.CreateAlloca(ArrayType::get(word, f.arg_size()));
  Value *out = b.CreateAlloca(ArrayType::get(word, 4));
  if (f.getArg(0)->getType()->isPointerTy())
    in = b.CreateAddrSpaceCast(f.getArg(0), ptr);
  else
    for (Argument &arg : f.args())
      b.CreateStore(&arg, b.CreateConstGEP1_64(word, in, arg.getArgNo()));
  b.CreateCall(callee, {in, out});
  Value *result = PoisonValue::get(f.getReturnType());
  for (unsigned i = 0; i < 4; ++i)
    result = b.CreateInsertValue(
        result,
        b.CreateLoad(f.getReturnType()->getStructElementType(i),
                     b.CreateConstGEP1_64(word, out, i)),
        i);
  b.CreateRet(result);
  f.setLinkage(GlobalValue::InternalLinkage);
}

/// void NAME.emu(void **params): loads each argument and calls the kernel.
static void addEntry(Function &kernel, ArrayRef<Kernel::Arg> kinds) {
  LLVMContext &context = kernel.getContext();
  auto *ptr = PointerType::getUnqual(context);
  auto *entry = Function::Create(
      FunctionType::get(Type::getVoidTy(context), {ptr}, false),
      GlobalValue::ExternalLinkage, kernel.getName() + ".emu",
      kernel.getParent());
  IRBuilder<> b(BasicBlock::Create(context, "", entry));
  SmallVector<Value *> args;
  for (Argument &arg : kernel.args()) {
    Value *at = b.CreateConstGEP1_64(ptr, entry->getArg(0), arg.getArgNo());
    Value *value = b.CreateLoad(ptr, at);
    if (kinds[arg.getArgNo()] != Kernel::Map)
      value = b.CreateLoad(arg.getType(), value);
    args.push_back(value);
  }
  b.CreateCall(&kernel, args);
  b.CreateRetVoid();
}

Expected<std::unique_ptr<KernelModule>>
KernelModule::load(MemoryBufferRef bitcode) {
  InitializeNativeTarget();
  InitializeNativeTargetAsmPrinter();
  auto context = std::make_unique<LLVMContext>();
  auto parsed = parseBitcodeFile(bitcode, *context);
  if (!parsed)
    return parsed.takeError();
  Module &module = **parsed;
  auto machine = orc::JITTargetMachineBuilder::detectHost();
  if (!machine)
    return machine.takeError();
  auto jit = orc::LLJITBuilder().setJITTargetMachineBuilder(*machine).create();
  if (!jit)
    return jit.takeError();
  module.setTargetTriple((*jit)->getTargetTriple());
  module.setDataLayout((*jit)->getDataLayout());

  if (const char *which = getenv("CAMEO_EMULATOR_DROP"))
    dropBarrier(module, atoi(which), getenv("CAMEO_EMULATOR_DROP_IN"));
  if (Error e = replaceProducts(module))
    return e;
  auto result = std::make_unique<KernelModule>();
  orc::SymbolMap symbols;
  DenseSet<Function *> waiting;
  for (Function &f : make_early_inc_range(module)) {
    if (!f.isDeclaration() || !f.getName().starts_with("llvm.nvvm."))
      continue;
    std::string name = ("emu." + f.getName().drop_front(10)).str();
    if (waitsAt(name))
      for (User *user : f.users())
        if (auto *call = dyn_cast<CallBase>(user))
          waiting.insert(call->getFunction());
    void *address = lookup(name);
    if (!address)
      return createStringError("the emulator has no " + name);
    // Attributes of intrinsics are not all for functions.
    f.setAttributes(AttributeList());
    for (User *user : f.users())
      if (auto *call = dyn_cast<CallBase>(user))
        call->setAttributes(AttributeList());
    f.setName(name);
    if (StringRef(name).contains(".mma.") ||
        StringRef(name).contains(".ldmatrix.")) {
      addMatrixBody(f);
      name += ".words";
    }
    symbols[(*jit)->mangleAndIntern(name)] = {
        orc::ExecutorAddr::fromPtr(address), JITSymbolFlags::Exported};
  }
  std::vector<std::pair<std::string, size_t>> shared;
  for (GlobalVariable &v : module.globals()) {
    if (v.getAddressSpace() != 3)
      continue;
    if (v.isDeclaration()) {
      symbols[(*jit)->mangleAndIntern(v.getName())] = {
          orc::ExecutorAddr::fromPtr(dynamicShared()),
          JITSymbolFlags::Exported};
      continue;
    }
    v.setLinkage(GlobalValue::ExternalLinkage);
    shared.emplace_back(
        v.getName().str(),
        module.getDataLayout().getTypeAllocSize(v.getValueType()));
  }
  SmallVector<Function *> kernels;
  for (Function &f : module)
    if (f.getCallingConv() == CallingConv::PTX_Kernel)
      kernels.push_back(&f);
  std::string cpu = machine->getCPU();
  for (Function &f : module) {
    f.removeFnAttr("target-cpu");
    f.removeFnAttr("target-features");
  }
  for (Function *f : kernels) {
    f->setCallingConv(CallingConv::C);
    for (User *user : f->users())
      if (auto *call = dyn_cast<CallBase>(user))
        call->setCallingConv(CallingConv::C);
    Kernel kernel;
    kernel.waits = waiting.contains(f);
    kernel.name = f->getName().str();
    for (Argument &arg : f->args()) {
      kernel.args.push_back(arg.hasByValAttr()             ? Kernel::Map
                            : arg.getType()->isPointerTy() ? Kernel::Pointer
                                                           : Kernel::Number);
      if (arg.hasByValAttr()) // the entry passes the address of the parameter
        f->removeParamAttrs(
            arg.getArgNo(),
            AttributeMask(AttributeSet(
                f->getAttributes().getParamAttrs(arg.getArgNo()))));
    }
    addEntry(*f, kernel.args);
    result->kernels[f->getName()] = kernel;
  }
  std::string problems;
  raw_string_ostream os(problems);
  if (verifyModule(module, &os))
    return createStringError("the module is broken: " + problems);

  if (Error e = (*jit)->getMainJITDylib().define(
          orc::absoluteSymbols(std::move(symbols))))
    return e;
  if (Error e = (*jit)->addIRModule(
          orc::ThreadSafeModule(std::move(*parsed), std::move(context))))
    return e;
  for (auto &kernel : result->kernels) {
    auto address = (*jit)->lookup((kernel.first() + ".emu").str());
    if (!address)
      return address.takeError();
    kernel.second.entry = address->toPtr<void (*)(void **)>();
  }
  for (auto &[name, bytes] : shared) {
    auto address = (*jit)->lookup(name);
    if (!address)
      return address.takeError();
    result->shared.push_back({address->toPtr<char *>(), bytes});
  }
  result->jit = std::move(*jit);
  return result;
}

size_t cameo::emu::bitcodeSize(const void *data) {
  // Blocks at the top level: an abbreviation of 2 bits (1, enter block), 8 bits
  // of number, 4 bits of width in the variable form, then, at the next 32 bits,
  // their length in words.
  auto *words = static_cast<const uint32_t *>(data);
  size_t at = 1; // after the magic number
  while ((words[at] & 3) == 1)
    at += 2 + words[at + 1];
  return at * 4;
}
