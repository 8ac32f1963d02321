// SPDX-License-Identifier: Apache-2.0
// Memory of one context: the planned arena, and what only a run can size.
#ifndef CAMEO_RUNTIME_MEMORY_H
#define CAMEO_RUNTIME_MEMORY_H

#include <stdint.h>

namespace cameo::rt {

constexpr int64_t alignment = 64;

/// Where memory comes from: libc, or the caller's functions.
struct Allocator {
  void *(*allocate)(void *user, int64_t bytes, int64_t alignment) = nullptr;
  void (*release)(void *user, void *memory, int64_t bytes) = nullptr;
  void *user = nullptr;

  /// Null if there is none, or if `bytes` is negative or absurd.
  void *get(int64_t bytes) const;
  void put(void *memory, int64_t bytes) const;
};

/// One block that only grows. With a caller's memory it never does.
class Arena {
public:
  void useCallers(void *memory, int64_t bytes) {
    data = memory, size = bytes, callers = true;
  }
  /// Whether `bytes` are there now. Growing loses the contents.
  bool reserve(const Allocator &allocator, int64_t bytes);
  void release(const Allocator &allocator);
  void *memory() const { return data; }
  int64_t bytes() const { return callers ? 0 : size; }

private:
  void *data = nullptr;
  int64_t size = 0;
  bool callers = false;
};

/// Memory of data-dependent size. Blocks are carved from chunks that stay for
/// the next run, so that a model settles into one chunk and no allocation.
class RunMemory {
public:
  void *allocate(const Allocator &allocator, int64_t bytes);
  /// Forgets all blocks; several chunks are replaced by one of their total size
  /// at the next need.
  void reset(const Allocator &allocator);
  void release(const Allocator &allocator);
  int64_t bytes() const { return total; }

private:
  struct Chunk {
    Chunk *next;
    int64_t bytes; // with this header
  };
  Chunk *chunks = nullptr;
  char *cursor = nullptr, *end = nullptr;
  int64_t total = 0;  // of all chunks
  int64_t wanted = 0; // size of the next chunk, at least
};

} // namespace cameo::rt

#endif
