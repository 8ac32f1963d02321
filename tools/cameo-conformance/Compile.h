// SPDX-License-Identifier: Apache-2.0
// From a case's model to a shared library, in this process.
#ifndef CAMEO_TOOLS_CONFORMANCE_COMPILE_H
#define CAMEO_TOOLS_CONFORMANCE_COMPILE_H

#include "Case.h"

namespace cameo::conformance {

struct CompileFailure {
  std::string stage, reason;
};

/// Writes `library`; false with `failure` filled if the model (as it is, with
/// its sizes) cannot be compiled.
bool compile(const std::string &model, const std::string &library,
             const Options &options, llvm::StringRef scratch,
             const std::function<void(llvm::StringRef)> &enter,
             CompileFailure &failure);

/// Writes a copy of the model to `path` in which no size of an input or a
/// result is known; false if it cannot be read.
bool makeDynamic(const std::string &model, const std::string &path);

} // namespace cameo::conformance

#endif
