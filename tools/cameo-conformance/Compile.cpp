// SPDX-License-Identifier: Apache-2.0
// Calls cameoc, which stands beside this program.
#include "Compile.h"
#include "llvm/Support/FileSystem.h"
#include "llvm/Support/MemoryBuffer.h"
#include "llvm/Support/Path.h"
#include "llvm/Support/Program.h"

using namespace cameo::conformance;

bool cameo::conformance::compile(
    const std::string &model, const std::string &library,
    const Options &options, llvm::StringRef scratch,
    const std::function<void(llvm::StringRef)> &enter,
    CompileFailure &failure) {
  std::string source = model;
  if (options.dynamic) {
    enter("data");
    source = (scratch + "/model.onnx").str();
    if (!makeDynamic(model, source)) {
      failure = {"data", model + ": cannot be read"};
      return false;
    }
  }
  enter("compile");
  std::string self = llvm::sys::fs::getMainExecutable(
      nullptr, reinterpret_cast<void *>(&compile));
  llvm::SmallString<256> cameoc = llvm::sys::path::parent_path(self);
  llvm::sys::path::append(cameoc, "cameoc");
  std::string log = (scratch + "/log").str(), error;
  int status = llvm::sys::ExecuteAndWait(
      cameoc, {cameoc, source, "-o", library}, std::nullopt,
      {std::nullopt, llvm::StringRef(log), llvm::StringRef(log)}, 0, 0, &error);
  if (status == 0)
    return true;
  auto buffer = llvm::MemoryBuffer::getFile(log);
  llvm::StringRef text =
      buffer ? (*buffer)->getBuffer() : llvm::StringRef(error);
  if (size_t at = text.find("error:"); at != llvm::StringRef::npos)
    text = text.drop_front(text.rfind('\n', at) + 1).split('\n').first;
  failure = {"compile", (status < 0 ? "crash: " : "") + text.str()};
  return false;
}
