// SPDX-License-Identifier: Apache-2.0
// One function out of a file of many, with the signature of a model.
#include "compiler/Import/FunctionFile.h"
#include "compiler/Import/TextFile.h"
#include "compiler/Import/Types.h"
#include "mlir/IR/Builders.h"
#include "mlir/IR/Diagnostics.h"
#include "llvm/Support/MemoryBuffer.h"
#include "llvm/Support/raw_ostream.h"

using namespace mlir;
using namespace cameo;

std::vector<std::string> import::functionsIn(StringRef path) {
  std::vector<std::string> names;
  auto buffer = llvm::MemoryBuffer::getFile(path);
  if (!buffer)
    return names;
  StringRef text = (*buffer)->getBuffer();
  while (!text.empty()) {
    auto [line, rest] = text.split('\n');
    text = rest;
    if (line.consume_front("func.func @"))
      names.push_back(line.take_until([](char c) { return c == '('; }).str());
  }
  return names;
}

llvm::Expected<OwningOpRef<ModuleOp>>
import::readFunction(StringRef path, StringRef name, MLIRContext &context) {
  std::string reason;
  ScopedDiagnosticHandler handler(&context, [&](Diagnostic &diagnostic) {
    if (reason.empty())
      reason = diagnostic.str();
    return success();
  });
  OwningOpRef<ModuleOp> module = readModule(path, context);
  if (!module)
    return llvm::createStringError(reason);
  auto func = module->lookupSymbol<func::FuncOp>(name);
  if (!func)
    return llvm::createStringError("no function '" + name + "'");
  for (auto other : llvm::make_early_inc_range(module->getOps<func::FuncOp>()))
    if (other != func)
      other.erase();
  func.setName("main");
  return module;
}

static void addSignature(func::FuncOp func) {
  Builder b(func.getContext());
  auto attributes = [&](StringRef name, Type type) {
    SmallVector<Attribute> dims;
    if (auto tensor = dyn_cast<RankedTensorType>(type))
      dims.assign(tensor.getRank(), b.getStringAttr(""));
    return b.getDictionaryAttr(
        {b.getNamedAttr("cameo.name", b.getStringAttr(name)),
         b.getNamedAttr("cameo.dtype",
                        b.getStringAttr(import::elementTypeName(type))),
         b.getNamedAttr("cameo.dims", b.getArrayAttr(dims))});
  };
  for (auto [i, type] : llvm::enumerate(func.getArgumentTypes()))
    func.setArgAttrs(i, attributes("input" + std::to_string(i), type));
  for (auto [i, type] : llvm::enumerate(func.getResultTypes()))
    func.setResultAttrs(i, attributes("output" + std::to_string(i), type));
}

llvm::Error import::writeFunction(ModuleOp module, StringRef model) {
  for (auto func : module.getOps<func::FuncOp>())
    addSignature(func);
  std::error_code code;
  llvm::raw_fd_ostream os(model, code);
  if (code)
    return llvm::createStringError(model + ": " + code.message());
  module->print(os, OpPrintingFlags().enableDebugInfo());
  return llvm::Error::success();
}
