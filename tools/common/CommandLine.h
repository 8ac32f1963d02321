// SPDX-License-Identifier: Apache-2.0
// LLVM's options and a tool's own, in one program.
#ifndef CAMEO_TOOLS_COMMON_COMMANDLINE_H
#define CAMEO_TOOLS_COMMON_COMMANDLINE_H

#include "llvm/ADT/SmallVector.h"
#include "llvm/Support/CommandLine.h"

namespace cameo::tools {

/// Forgets all options but --help and --version; their values stay. LLVM registers options for
/// each of its libraries, and lld some of the same names when it first links: there is room for
/// one set at a time.
inline void removeAllOptions() {
  llvm::SmallVector<llvm::cl::Option *> all;
  for (auto &[name, option] : llvm::cl::getRegisteredOptions())
    if (name != "help" && name != "version" && name != "help-hidden")
      all.push_back(option);
  for (llvm::cl::Option *option : all)
    option->removeArgument();
}

} // namespace cameo::tools

#endif
