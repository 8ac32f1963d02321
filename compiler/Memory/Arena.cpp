// SPDX-License-Identifier: Apache-2.0
#include "compiler/Memory/Arena.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/SmallVector.h"
#include "llvm/Support/MathExtras.h"

using namespace cameo;

int64_t cameo::placeInArena(llvm::MutableArrayRef<ArenaBuffer> buffers,
                            int64_t alignment) {
  // Largest first: small ones then fill the gaps. Each goes into the tightest
  // gap between those placed before it that are alive at the same time.
  llvm::SmallVector<unsigned> order =
      llvm::to_vector(llvm::seq<unsigned>(0, buffers.size()));
  llvm::stable_sort(order, [&](unsigned x, unsigned y) {
    return buffers[x].size > buffers[y].size;
  });
  llvm::SmallVector<const ArenaBuffer *> placed; // by offset
  int64_t total = 0;
  for (unsigned i : order) {
    ArenaBuffer &buffer = buffers[i];
    int64_t free = 0, best = -1, bestGap = INT64_MAX;
    for (const ArenaBuffer *other : placed) {
      if (!buffer.overlaps(*other))
        continue;
      int64_t gap = other->offset - free;
      if (gap >= buffer.size && gap < bestGap) {
        best = free;
        bestGap = gap;
      }
      free = std::max<int64_t>(
          free, llvm::alignTo(other->offset + other->size, alignment));
    }
    buffer.offset = best < 0 ? free : best;
    total = std::max<int64_t>(
        total, llvm::alignTo(buffer.offset + buffer.size, alignment));
    auto at = llvm::upper_bound(placed, &buffer,
                                [](const ArenaBuffer *x, const ArenaBuffer *y) {
                                  return x->offset < y->offset;
                                });
    placed.insert(at, &buffer);
  }
  return total;
}

llvm::SmallVector<unsigned>
cameo::assignSlots(llvm::ArrayRef<ArenaBuffer> buffers) {
  struct Slot {
    llvm::SmallVector<unsigned> members;
  };
  llvm::SmallVector<Slot> slots;
  llvm::SmallVector<unsigned> result;
  for (auto [i, buffer] : llvm::enumerate(buffers)) {
    int best = -1;
    for (auto [s, slot] : llvm::enumerate(slots)) {
      if (llvm::any_of(slot.members,
                       [&](unsigned m) { return buffer.overlaps(buffers[m]); }))
        continue;
      bool same = llvm::any_of(slot.members, [&](unsigned m) {
        return buffers[m].size == buffers[i].size;
      });
      if (same || best < 0)
        best = s;
      if (same)
        break;
    }
    if (best < 0) {
      best = slots.size();
      slots.emplace_back();
    }
    slots[best].members.push_back(i);
    result.push_back(best);
  }
  return result;
}
