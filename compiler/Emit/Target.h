// SPDX-License-Identifier: Apache-2.0
// The machine that code is generated for, by LLVM's names.
#ifndef CAMEO_COMPILER_EMIT_TARGET_H
#define CAMEO_COMPILER_EMIT_TARGET_H

#include "llvm/Support/Error.h"
#include "llvm/TargetParser/Triple.h"
#include <memory>
#include <string>

namespace llvm {
class TargetMachine;
}

namespace cameo {

struct CodegenTarget {
  llvm::Triple triple;
  std::string cpu;      ///< never "native": that is resolved
  std::string features; ///< LLVM's "+a,-b"; empty unless the CPU was "native"
  bool native = false;  ///< whether the CPU was given as "native"

  /// Resolves `triple` (empty: the host's) and `mcpu` ("native": the host's
  /// CPU; empty: that for the host's architecture, a common baseline for
  /// others).
  static llvm::Expected<CodegenTarget> get(llvm::StringRef triple,
                                           llvm::StringRef mcpu);

  std::unique_ptr<llvm::TargetMachine> createMachine() const;
  /// What a CPU must have to run the code, as /proc/cpuinfo spells it, comma
  /// separated.
  std::string requiredFeatures() const;
  /// The CPU as passes take it.
  std::string pipelineName() const { return native ? "native" : cpu; }
  /// Triple and CPU, for people.
  std::string describe() const { return triple.str() + " " + cpu; }
  /// Whether code for this target runs in this process.
  bool isHost() const;
};

} // namespace cameo

#endif
