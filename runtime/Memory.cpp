// SPDX-License-Identifier: Apache-2.0
// Arenas. Large blocks ask for huge pages: the arena of a CNN is walked once
// per layer, and 4 KB pages cost it TLB misses.
#include "Memory.h"

#include <stdlib.h>
#include <sys/mman.h>

using namespace cameo::rt;

namespace {
constexpr int64_t hugePage = int64_t(2) << 20;
constexpr int64_t mostBytes = int64_t(1) << 47; // user address space of x86-64
constexpr int64_t leastChunk = int64_t(64) << 10;

int64_t roundUp(int64_t bytes, int64_t multiple) {
  return (bytes + multiple - 1) / multiple * multiple;
}
} // namespace

void *Allocator::get(int64_t bytes) const {
  if (bytes < 0 || bytes > mostBytes)
    return nullptr;
  if (allocate)
    return allocate(user, bytes, alignment);
  if (bytes < 2 * hugePage)
    return aligned_alloc(alignment,
                         size_t(roundUp(bytes ? bytes : 1, alignment)));
  void *memory = aligned_alloc(hugePage, size_t(roundUp(bytes, hugePage)));
  if (memory)
    madvise(memory, size_t(roundUp(bytes, hugePage)), MADV_HUGEPAGE);
  return memory;
}

void Allocator::put(void *memory, int64_t bytes) const {
  if (!memory)
    return;
  if (release)
    release(user, memory, bytes);
  else
    free(memory);
}

bool Arena::reserve(const Allocator &allocator, int64_t bytes) {
  if (bytes <= size && (data || bytes == 0))
    return bytes >= 0;
  if (callers)
    return false;
  release(allocator);
  data = allocator.get(bytes);
  size = data ? bytes : 0;
  return data != nullptr;
}

void Arena::release(const Allocator &allocator) {
  if (!callers)
    allocator.put(data, size);
  data = nullptr;
  size = 0;
}

void *RunMemory::allocate(const Allocator &allocator, int64_t bytes) {
  if (bytes < 0 || bytes > mostBytes)
    return nullptr;
  bytes = roundUp(bytes ? bytes : 1, alignment);
  if (end - cursor < bytes) {
    int64_t size = bytes + alignment;
    size = size < wanted ? wanted : size;
    size = size < total ? total : size; // doubles, so that chunks stay few
    size = size < leastChunk ? leastChunk : size;
    auto *chunk = static_cast<Chunk *>(allocator.get(size));
    if (!chunk)
      return nullptr;
    *chunk = {chunks, size};
    chunks = chunk;
    cursor = reinterpret_cast<char *>(chunk) + alignment;
    end = reinterpret_cast<char *>(chunk) + size;
    total += size;
  }
  void *block = cursor;
  cursor += bytes;
  return block;
}

void RunMemory::reset(const Allocator &allocator) {
  if (chunks && chunks->next) {
    int64_t size = total;
    release(allocator);
    wanted = size;
  } else if (chunks) {
    cursor = reinterpret_cast<char *>(chunks) + alignment;
  }
}

void RunMemory::release(const Allocator &allocator) {
  while (Chunk *chunk = chunks) {
    chunks = chunk->next;
    allocator.put(chunk, chunk->bytes);
  }
  cursor = end = nullptr;
  total = wanted = 0;
}
