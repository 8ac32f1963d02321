// SPDX-License-Identifier: Apache-2.0
// Fork and join for kernels of microseconds. Tiles go out in pieces; each
// worker has a share of its own (the same tiles in every run, so that weights
// stay in its cache) and takes from the others' shares when its own is done.
#ifndef CAMEO_RUNTIME_THREADPOOL_H
#define CAMEO_RUNTIME_THREADPOOL_H

#include "cameo/runtime.h"

#include <atomic>
#include <pthread.h>

namespace cameo::rt {

struct Job {
  cameo_kernel kernel;
  int64_t *args;
  int64_t tiles;
  int64_t pieces; // at most 2^31
  char *scratch;
  int64_t scratchStride;
  uint32_t workers;
};

/// One thread's place. Its share of the current job is pieces [first, first +
/// remaining), taken from the end. `ticket` holds the job's number (40 bits),
/// its workers (16) and `remaining` (8): a worker that read it long ago cannot
/// take from a later job, nor one for which the job has no scratch from a job
/// of fewer workers.
struct alignas(64) Worker {
  std::atomic<uint64_t> ticket{0};
  std::atomic<uint32_t> asleep{0}; // futex
  cameo_pool *pool = nullptr;
  uint32_t index = 0;
  pthread_t thread{};
};

} // namespace cameo::rt

struct cameo_pool {
  std::atomic<uint32_t> holders{1};
  uint32_t threads = 1;
  cameo::rt::Worker *workers =
      nullptr; // `threads`; workers[0] is the calling thread

  alignas(64) std::atomic<uint32_t> busy{0}; // whether a context has the pool
  cameo::rt::Job job{};
  uint64_t jobNumber = 0;
  std::atomic<uint32_t> stop{0};

  alignas(64) std::atomic<uint32_t> done{0}; // pieces of this job; futex
  std::atomic<uint32_t> joining{0};          // the caller sleeps on `done`
};

namespace cameo::rt {

/// cameo_exec.parallel_for with the pool; runs on this thread alone when
/// another context has it.
void parallelFor(cameo_pool *pool, uint32_t workers, cameo_kernel kernel,
                 int64_t *args, int64_t tiles, int64_t grain, void *scratch,
                 int64_t scratchStride);

void hold(cameo_pool *pool);

} // namespace cameo::rt

#endif
