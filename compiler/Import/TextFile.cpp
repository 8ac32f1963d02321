// SPDX-License-Identifier: Apache-2.0
#include "compiler/Import/TextFile.h"
#include "mlir/IR/Diagnostics.h"
#include "mlir/Parser/Parser.h"
#include "llvm/Support/FileSystem.h"
#include "llvm/Support/SourceMgr.h"

using namespace mlir;
using namespace cameo;

bool import::isDevice(StringRef path) {
  llvm::sys::fs::file_status status;
  return !llvm::sys::fs::status(path, status) &&
         (status.type() == llvm::sys::fs::file_type::character_file ||
          status.type() == llvm::sys::fs::file_type::block_file);
}

/// Whether brackets outside texts and comments nest deeper than any file has
/// them that somebody wrote, or that printing a model gave.
static bool isTooDeep(StringRef text) {
  constexpr int deepest = 1000;
  int depth = 0;
  bool inText = false;
  for (size_t i = 0; i < text.size(); ++i) {
    char c = text[i], next = i + 1 < text.size() ? text[i + 1] : '\0';
    if (c == '"') {
      inText = !inText;
    } else if (inText) {
      i += c == '\\';
    } else if (c == '/' && next == '/') {
      i = std::min(text.find('\n', i), text.size());
    } else if (c == '-' && next == '>') {
      ++i; // an arrow
    } else if (StringRef("([{<").contains(c)) {
      if (++depth > deepest)
        return true;
    } else if (StringRef(")]}>").contains(c)) {
      --depth;
    }
  }
  return false;
}

llvm::Expected<std::unique_ptr<llvm::MemoryBuffer>>
import::readText(StringRef path) {
  if (isDevice(path))
    return llvm::createStringError("it is a device");
  auto buffer = llvm::MemoryBuffer::getFile(path);
  if (!buffer)
    return llvm::createStringError(buffer.getError().message());
  if (isTooDeep((*buffer)->getBuffer()))
    return llvm::createStringError("brackets nest too deep");
  return std::move(*buffer);
}

OwningOpRef<ModuleOp> import::readModule(StringRef path, MLIRContext &context) {
  auto text = readText(path);
  if (!text) {
    emitError(FileLineColLoc::get(&context, path, 0, 0))
        << "cannot read the file: " << llvm::toString(text.takeError());
    return nullptr;
  }
  llvm::SourceMgr source;
  source.AddNewSourceBuffer(std::move(*text), llvm::SMLoc());
  return parseSourceFile<ModuleOp>(source, &context);
}
