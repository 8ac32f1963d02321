// SPDX-License-Identifier: Apache-2.0
// Places buffers of known size and lifetime in one arena. Knows nothing of IR.
#ifndef CAMEO_COMPILER_MEMORY_ARENA_H
#define CAMEO_COMPILER_MEMORY_ARENA_H

#include "llvm/ADT/ArrayRef.h"
#include <cstdint>

namespace cameo {

struct ArenaBuffer {
  int64_t size; ///< bytes
  /// positions in the schedule between which it is alive, inclusive
  int64_t first, last;
  int64_t offset = 0; ///< result: bytes from the arena's start

  bool overlaps(const ArenaBuffer &other) const {
    return first <= other.last && other.first <= last;
  }
};

/// Gives every buffer an offset, a multiple of `alignment` (a power of two), so
/// that no two that are alive at once share memory. Returns the bytes of the
/// arena.
int64_t placeInArena(llvm::MutableArrayRef<ArenaBuffer> buffers,
                     int64_t alignment);

/// Puts buffers whose sizes are not known yet into slots, one at a time in
/// each: returns the slot of each. Buffers whose `size` (any number that stands
/// for the formula) is the same are put together where that is possible.
llvm::SmallVector<unsigned> assignSlots(llvm::ArrayRef<ArenaBuffer> buffers);

} // namespace cameo

#endif
