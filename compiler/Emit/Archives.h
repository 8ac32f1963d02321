// SPDX-License-Identifier: Apache-2.0
// What a model links besides its own code: functions that its schedule calls,
// from objects and static libraries.
#ifndef CAMEO_COMPILER_EMIT_ARCHIVES_H
#define CAMEO_COMPILER_EMIT_ARCHIVES_H

#include "llvm/ADT/ArrayRef.h"
#include "llvm/ADT/StringSet.h"
#include "llvm/Support/Error.h"
#include "llvm/TargetParser/Triple.h"

namespace cameo {

/// The static library of Cameo's own host functions for `triple`, beside this
/// executable's folder as the build and the installation put it; empty if there
/// is none.
std::string findSupportLibrary(const llvm::Triple &triple);

/// The files among `inputs` that `objects` need: objects as they are, of static
/// libraries the members that define what is undefined, transitively, written
/// to the folder `scratch`. Of several definitions the first counts.
llvm::Expected<llvm::SmallVector<std::string>>
takeNeeded(llvm::ArrayRef<std::string> objects,
           llvm::ArrayRef<std::string> inputs, llvm::StringRef scratch);

/// The symbols that `objects` use and none of them defines, sorted.
llvm::Expected<llvm::SmallVector<std::string>>
undefinedSymbols(llvm::ArrayRef<std::string> objects);

} // namespace cameo

#endif
