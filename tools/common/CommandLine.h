// SPDX-License-Identifier: Apache-2.0
// LLVM's options and a tool's own, in one program.
#ifndef CAMEO_TOOLS_COMMON_COMMANDLINE_H
#define CAMEO_TOOLS_COMMON_COMMANDLINE_H

#include "llvm/ADT/SmallVector.h"
#include "llvm/Support/CommandLine.h"
#include "llvm/Support/Path.h"
#include "llvm/Support/raw_ostream.h"

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

/// Parses the command line. If something is wrong with it, says what and where
/// help is: the tool ends with status 2 then.
inline bool parseCommandLine(int argc, char **argv, llvm::StringRef overview) {
  // --help leaves out what has LLVM's own category, which a parser that was
  // reset does not know.
  static llvm::cl::OptionCategory category("Options");
  for (auto &[name, option] : llvm::cl::getRegisteredOptions())
    if (option->Categories[0] == &llvm::cl::getGeneralCategory())
      option->addCategory(category);
  std::string said;
  llvm::raw_string_ostream os(said);
  if (llvm::cl::ParseCommandLineOptions(argc, argv, overview, &os))
    return true;
  // LLVM begins each reason with the program's name, sometimes twice or with
  // nothing behind it; of a value that does not fit it has told already.
  std::string name = llvm::sys::path::filename(argv[0]).str(),
              prefix = name + ": ";
  llvm::SmallVector<llvm::StringRef> lines;
  llvm::StringRef(said).split(lines, '\n');
  for (llvm::StringRef line : lines) {
    while (line.consume_front(prefix)) {
    }
    if (!line.trim().empty())
      llvm::errs() << prefix << line.trim() << "\n";
  }
  llvm::errs() << "(" << name << " --help tells more)\n";
  return false;
}

} // namespace cameo::tools

#endif
