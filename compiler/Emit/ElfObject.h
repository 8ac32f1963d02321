// SPDX-License-Identifier: Apache-2.0
// Writes a relocatable ELF object that holds one block of constant data under
// one hidden symbol. LLVM would need the data as IR, which takes minutes where
// this takes the time of a copy.
#ifndef CAMEO_COMPILER_EMIT_ELFOBJECT_H
#define CAMEO_COMPILER_EMIT_ELFOBJECT_H

#include "llvm/Support/raw_ostream.h"
#include "llvm/TargetParser/Triple.h"
#include <functional>

namespace cameo {

/// `write` must write exactly `size` bytes. The section is aligned to 64 bytes
/// and, on x86-64, may lie beyond the reach of 32-bit offsets.
void writeDataObject(llvm::raw_ostream &os, const llvm::Triple &triple,
                     llvm::StringRef symbol, uint64_t size,
                     llvm::function_ref<void(llvm::raw_ostream &)> write);

} // namespace cameo

#endif
