// SPDX-License-Identifier: Apache-2.0
#include "compiler/Pipeline/Diagnostics.h"
#include "dialects/ONNX/Control.h"
#include "dialects/ONNX/Tensor.h"
#include "llvm/Support/raw_ostream.h"

using namespace mlir;
using namespace cameo;

DiagnosticPrinter::DiagnosticPrinter(MLIRContext *context, StringRef file)
    : ScopedDiagnosticHandler(context), file(file) {
  setHandler([this](Diagnostic &d) { print(d); });
}

void DiagnosticPrinter::learnOperators(ModuleOp module) {
  module.walk<WalkOrder::PreOrder>([&](Operation *op) {
    if (isa_and_nonnull<onnx::ONNXDialect>(op->getDialect()) &&
        !op->hasTrait<OpTrait::IsTerminator>() &&
        !isa<onnx::NoneOp, onnx::ConstantOp>(op))
      operators.try_emplace(LocationAttr(op->getLoc()),
                            op->getName().stripDialect().str());
  });
}

void DiagnosticPrinter::print(Diagnostic &d) {
  StringRef kind = d.getSeverity() == DiagnosticSeverity::Error     ? "error"
                   : d.getSeverity() == DiagnosticSeverity::Warning ? "warning"
                                                                    : "note";
  errors += d.getSeverity() == DiagnosticSeverity::Error;
  std::string node, type, where = file;
  d.getLocation()->walk([&](Location l) {
    if (auto named = dyn_cast<NameLoc>(l); named && node.empty()) {
      node = named.getName().str();
      if (auto it = operators.find(LocationAttr(named)); it != operators.end())
        type = it->second;
    }
    if (auto place = dyn_cast<FileLineColLoc>(l))
      where = place.getFilename().str();
    return WalkResult::advance();
  });
  std::string message = d.str();
  // emitOpError names the operation first.
  StringRef reason = message;
  if (reason.consume_front("'onnx.")) {
    auto [name, rest] = reason.split("' op ");
    type = name.str();
    reason = rest;
  }
  std::string line;
  llvm::raw_string_ostream os(line);
  os << where << ": " << kind << ": ";
  if (!node.empty()) {
    os << "node '" << node << "'";
    if (!type.empty())
      os << " (" << type << ")";
    os << ": ";
  }
  os << reason << "\n";
  // Several passes may trip over the same thing.
  if (line != last)
    llvm::errs() << line;
  last = line;
}
