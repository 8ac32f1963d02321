// SPDX-License-Identifier: Apache-2.0
#include "compiler/Emit/Codegen.h"
#include "compiler/Emit/Contraction.h"
#include "dialects/Cameo/Device.h"
#include "mlir/IR/Threading.h"
#include "mlir/Target/LLVMIR/Export.h"
#include "llvm/Analysis/TargetTransformInfo.h"
#include "llvm/IR/LegacyPassManager.h"
#include "llvm/IR/Module.h"
#include "llvm/IR/Verifier.h"
#include "llvm/Passes/PassBuilder.h"
#include "llvm/Target/TargetMachine.h"
#include "llvm/Transforms/InstCombine/InstCombine.h"
#include "llvm/Transforms/Scalar/EarlyCSE.h"
#include "llvm/Transforms/Scalar/GVN.h"
#include "llvm/Transforms/Scalar/IndVarSimplify.h"
#include "llvm/Transforms/Scalar/LICM.h"
#include "llvm/Transforms/Scalar/LoopDeletion.h"
#include "llvm/Transforms/Scalar/LoopPassManager.h"
#include "llvm/Transforms/Scalar/LoopRotation.h"
#include "llvm/Transforms/Scalar/SROA.h"
#include "llvm/Transforms/Scalar/SimplifyCFG.h"
#include "llvm/Transforms/Vectorize/LoopVectorize.h"

using namespace mlir;
using namespace cameo;

/// The short pipeline: kernels come vectorised and unrolled, so that what is
/// left is scalar clean-up round the vector code. Equal in speed of the code to
/// -O3, at a quarter of its time.
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

  llvm::FunctionPassManager passes;
  passes.addPass(llvm::SROAPass(llvm::SROAOptions::ModifyCFG));
  passes.addPass(llvm::EarlyCSEPass(/*UseMemorySSA=*/true));
  passes.addPass(llvm::InstCombinePass());
  passes.addPass(llvm::SimplifyCFGPass());
  llvm::LoopPassManager rotate;
  rotate.addPass(llvm::LoopRotatePass());
  rotate.addPass(llvm::LICMPass(llvm::LICMOptions()));
  passes.addPass(llvm::createFunctionToLoopPassAdaptor(std::move(rotate),
                                                       /*UseMemorySSA=*/true));
  passes.addPass(llvm::InstCombinePass());
  llvm::LoopPassManager simplify;
  simplify.addPass(llvm::IndVarSimplifyPass());
  simplify.addPass(llvm::LoopDeletionPass());
  passes.addPass(llvm::createFunctionToLoopPassAdaptor(std::move(simplify)));
  passes.addPass(llvm::GVNPass());
  // The scalar loops of data movement and cameo.compute.
  passes.addPass(llvm::LoopVectorizePass());
  passes.addPass(llvm::InstCombinePass());
  passes.addPass(llvm::SimplifyCFGPass());
  llvm::ModulePassManager all;
  all.addPass(llvm::createModuleToFunctionPassAdaptor(std::move(passes)));
  all.run(module, modules);
  allowContraction(module);
}

static void setAttributes(llvm::Module &module, const CodegenTarget &target) {
  for (llvm::Function &f : module) {
    if (f.isDeclaration())
      continue;
    bool shared = f.getName().ends_with(".run") ||
                  f.getName().ends_with(".plan") ||
                  f.getName().contains(".kernel.");
    if (shared)
      f.setVisibility(llvm::GlobalValue::HiddenVisibility);
    else
      f.setLinkage(llvm::GlobalValue::InternalLinkage);
    f.addFnAttr(llvm::Attribute::NoUnwind);
    f.addFnAttr("target-cpu", target.cpu);
    if (!target.features.empty())
      f.addFnAttr("target-features", target.features);
    // Without this LLVM keeps to half of an AVX-512 register.
    f.addFnAttr("prefer-vector-width", "512");
  }
  for (llvm::Function &f : module)
    if (f.isDeclaration() && f.getName().contains(".kernel."))
      f.setVisibility(llvm::GlobalValue::HiddenVisibility);
}

static LogicalResult emitFile(llvm::Module &module,
                              llvm::TargetMachine &machine,
                              llvm::CodeGenFileType kind, CodeBuffer &into) {
  llvm::raw_svector_ostream os(into);
  llvm::legacy::PassManager codegen;
  if (machine.addPassesToEmitFile(codegen, os, nullptr, kind,
                                  /*DisableVerify=*/true))
    return failure();
  codegen.run(module);
  return success();
}

llvm::FailureOr<std::vector<CodeBuffer>>
cameo::generateCode(ModuleOp module, const CodegenTarget &target,
                    CodegenOutput output) {
  SmallVector<ModuleOp> parts =
      llvm::filter_to_vector(module.getOps<ModuleOp>(), [](ModuleOp part) {
        return !part->hasAttr(deviceAttr);
      });
  std::vector<CodeBuffer> buffers(parts.size());
  auto compile = [&](size_t i) -> LogicalResult {
    llvm::LLVMContext context;
    std::unique_ptr<llvm::Module> ir = translateModuleToLLVMIR(
        parts[i], context, parts[i].getName().value_or("part"));
    if (!ir)
      return parts[i].emitError("cannot be translated to LLVM IR");
    std::unique_ptr<llvm::TargetMachine> machine = target.createMachine();
    ir->setTargetTriple(target.triple);
    ir->setDataLayout(machine->createDataLayout());
    setAttributes(*ir, target);
    optimise(*ir, *machine);
    if (output == CodegenOutput::LLVMIR) {
      llvm::raw_svector_ostream os(buffers[i]);
      ir->print(os, nullptr);
      return success();
    }
    if (failed(emitFile(*ir, *machine,
                        output == CodegenOutput::Object
                            ? llvm::CodeGenFileType::ObjectFile
                            : llvm::CodeGenFileType::AssemblyFile,
                        buffers[i])))
      return parts[i].emitError("no code for target ") << target.triple.str();
    return success();
  };
  if (failed(failableParallelForEachN(module.getContext(), 0, parts.size(),
                                      compile)))
    return failure();
  return buffers;
}

llvm::FailureOr<CodeBuffer> cameo::generateObject(llvm::Module &module,
                                                  const CodegenTarget &target) {
  std::unique_ptr<llvm::TargetMachine> machine = target.createMachine();
  module.setTargetTriple(target.triple);
  module.setDataLayout(machine->createDataLayout());
  CodeBuffer buffer;
  if (failed(emitFile(module, *machine, llvm::CodeGenFileType::ObjectFile,
                      buffer)))
    return failure();
  return buffer;
}
