// SPDX-License-Identifier: Apache-2.0
// Compiles a case's model in this process. The compiler tells its errors on
// standard error, which a worker has in a file.
#include "Compile.h"
#include "compiler/Pipeline/Compile.h"
#include "llvm/Support/MemoryBuffer.h"

using namespace cameo;
using namespace cameo::conformance;

/// The first error of the log, without the file it names.
static std::string firstError(const std::string &log) {
  auto buffer = llvm::MemoryBuffer::getFile(log);
  if (!buffer)
    return "no reason given";
  llvm::StringRef text = (*buffer)->getBuffer();
  size_t at = text.find("error: ");
  return text.drop_front(at == llvm::StringRef::npos ? 0 : at + 7)
      .split('\n')
      .first.str();
}

bool conformance::compile(const std::string &model, const std::string &library,
                          const Options &options, llvm::StringRef scratch,
                          const std::function<void(llvm::StringRef)> &enter,
                          CompileFailure &failure) {
  CompileOptions compilation;
  compilation.output = library;
  compilation.name = "model";
  compilation.quiet = true;
  compilation.cuda = options.cuda;
  compilation.mcpu = options.mcpu;
  compilation.fastMath = options.fastMath;
  if (options.emulated)
    compilation.gpuCode = DeviceForm::Bitcode;
  failure.stage = "import";
  compilation.onStage = [&](llvm::StringRef stage) {
    failure.stage = stage.str();
    enter(stage);
  };
  if (llvm::succeeded(compileModel(model, compilation)))
    return true;
  failure.reason = firstError(logPath(scratch));
  return false;
}
