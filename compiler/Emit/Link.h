// SPDX-License-Identifier: Apache-2.0
// Linking in process: no compiler, linker or C library need be installed.
#ifndef CAMEO_COMPILER_EMIT_LINK_H
#define CAMEO_COMPILER_EMIT_LINK_H

#include "llvm/ADT/ArrayRef.h"
#include "llvm/Support/Error.h"
#include "llvm/TargetParser/Triple.h"

namespace cameo {

/// Links objects to a shared library. What they need of libc and libm becomes a
/// dependency on these; needing anything else is an error. `linked` are objects
/// from elsewhere, which may use all of libc; their symbols stay inside.
/// `scratch` is a directory for temporary files.
llvm::Error linkShared(llvm::ArrayRef<std::string> objects,
                       llvm::ArrayRef<std::string> linked,
                       llvm::StringRef output, llvm::StringRef soname,
                       const llvm::Triple &triple, llvm::StringRef scratch);

/// Merges objects into one.
llvm::Error linkRelocatable(llvm::ArrayRef<std::string> objects,
                            llvm::StringRef output);
/// The same; what is defined stays visible to other objects only if its name
/// begins with `prefix` and a dot or an underscore.
llvm::Error linkRelocatable(llvm::ArrayRef<std::string> objects,
                            llvm::StringRef output, llvm::StringRef prefix);

/// Puts objects into a static library.
llvm::Error writeStaticLibrary(llvm::ArrayRef<std::string> objects,
                               llvm::StringRef output);

} // namespace cameo

#endif
