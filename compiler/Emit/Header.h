// SPDX-License-Identifier: Apache-2.0
// The files beside a library: the C header and the JSON manifest.
#ifndef CAMEO_COMPILER_EMIT_HEADER_H
#define CAMEO_COMPILER_EMIT_HEADER_H

#include "compiler/Emit/ModelInfo.h"
#include "llvm/Support/raw_ostream.h"

namespace cameo {

/// `source` is the model's file name, for the heading.
void writeHeader(llvm::raw_ostream &os, const ModelInfo &info,
                 llvm::StringRef source);
void writeManifest(llvm::raw_ostream &os, const ModelInfo &info,
                   llvm::StringRef source);

} // namespace cameo

#endif
