// SPDX-License-Identifier: Apache-2.0
// Patterns in RE2's syntax, which is what ONNX asks for, as PCRE2, which needs
// only C at run time, has to be given them.
#ifndef CAMEO_COMPILER_LOWERING_REGEX_H
#define CAMEO_COMPILER_LOWERING_REGEX_H

#include "llvm/ADT/StringRef.h"
#include "llvm/Support/Error.h"

namespace cameo {

/// A pattern that means to PCRE2 what `pattern` means to RE2; an error if RE2
/// does not take it.
llvm::Expected<std::string> adaptPattern(llvm::StringRef pattern);

} // namespace cameo

#endif
