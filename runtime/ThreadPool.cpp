// SPDX-License-Identifier: Apache-2.0
// Workers spin on their own ticket for a while, then sleep on a futex. The
// protocol:
//   fork  the caller writes the job, then each worker's ticket, then wakes who
//   sleeps; work  a piece is taken by decrementing the low half of a ticket;
//   who holds a piece that is
//         not done may read the job, since the caller waits for it;
//   join  each piece done is counted, and the caller waits for all of them. A
//   worker that is
//         late finds every ticket empty and has no part in the job.
// Pairs of "write mine, read yours" (ticket and asleep, done and joining) are
// sequentially consistent, so that no wake-up is lost.
#ifndef _GNU_SOURCE
#define _GNU_SOURCE // sched_getaffinity
#endif
#include "ThreadPool.h"
#include "Error.h"

#include <linux/futex.h>
#include <new>
#include <sched.h>
#include <stdlib.h>
#include <sys/syscall.h>
#include <time.h>
#include <unistd.h>

using namespace cameo::rt;

namespace {

uint32_t remaining(uint64_t ticket) { return ticket & 0xff; }
uint32_t workersOf(uint64_t ticket) { return ticket >> 8 & 0xffff; }
uint64_t makeTicket(uint64_t number, uint32_t workers, uint64_t share) {
  return number << 24 | uint64_t(workers) << 8 | share;
}
constexpr uint32_t mostThreads = 1024;

/// How long a thread spins before it sleeps. Kernels of one run follow within
/// microseconds; longer would burn the core between runs.
constexpr int64_t spinNanoseconds = 100'000;
/// Pieces per worker: enough that an interrupted worker's share is taken over,
/// few enough that taking them (some 20 ns each) does not show.
constexpr int64_t piecesPerWorker = 4;

inline void relax() {
#if defined(__x86_64__) || defined(__i386__)
  __builtin_ia32_pause();
#elif defined(__aarch64__)
  __asm__ volatile("yield");
#endif
}

int64_t now() {
  timespec t;
  clock_gettime(CLOCK_MONOTONIC, &t);
  return int64_t(t.tv_sec) * 1'000'000'000 + t.tv_nsec;
}

void futexWait(std::atomic<uint32_t> &word, uint32_t value) {
  syscall(SYS_futex, &word, FUTEX_WAIT_PRIVATE, value, nullptr, nullptr, 0);
}
void futexWake(std::atomic<uint32_t> &word) {
  syscall(SYS_futex, &word, FUTEX_WAKE_PRIVATE, 1, nullptr, nullptr, 0);
}

/// Spins until `ready()`; false if it took too long.
template <typename Ready> bool spin(Ready ready) {
  // The clock is read seldom: it costs as much as a dozen looks.
  int64_t end = 0;
  for (;;) {
    for (int i = 0; i < 64; ++i) {
      if (ready())
        return true;
      relax();
    }
    int64_t t = now();
    if (!end)
      end = t + spinNanoseconds;
    else if (t > end)
      return false;
  }
}

int64_t firstPiece(const Job &job, uint32_t worker) {
  return job.pieces * worker / job.workers;
}

/// Takes pieces from `victim`'s share until it is empty.
void drain(cameo_pool &pool, uint32_t victim, uint32_t self) {
  std::atomic<uint64_t> &ticket = pool.workers[victim].ticket;
  uint64_t seen = ticket.load(std::memory_order_acquire);
  while (remaining(seen) && self < workersOf(seen)) {
    if (!ticket.compare_exchange_weak(seen, seen - 1, std::memory_order_acq_rel,
                                      std::memory_order_acquire))
      continue;
    const Job &job = pool.job;
    // The share is taken from its end to its start, so that the owner needs no
    // second counter.
    int64_t piece = firstPiece(job, victim) + int64_t(remaining(seen)) - 1;
    int64_t begin = job.tiles / job.pieces * piece +
                    job.tiles % job.pieces * piece / job.pieces;
    int64_t next = piece + 1;
    int64_t end = job.tiles / job.pieces * next +
                  job.tiles % job.pieces * next / job.pieces;
    uint32_t pieces = uint32_t(job.pieces);
    job.kernel(job.args, begin, end, job.scratch + self * job.scratchStride);
    // Now the job may change under us at any time.
    if (pool.done.fetch_add(1) + 1 == pieces && pool.joining.load())
      futexWake(pool.done);
    seen = ticket.load(std::memory_order_acquire);
  }
}

/// Own share first, then the others', the nearest neighbour's first.
void work(cameo_pool &pool, uint32_t self, uint32_t workers) {
  for (uint32_t i = 0; i < workers; ++i)
    drain(pool, self + i < workers ? self + i : self + i - workers, self);
}

void *runWorker(void *argument) {
  Worker &self = *static_cast<Worker *>(argument);
  cameo_pool &pool = *self.pool;
  auto ready = [&] {
    return remaining(self.ticket.load(std::memory_order_acquire)) ||
           pool.stop.load(std::memory_order_relaxed);
  };
  for (;;) {
    while (!spin(ready)) {
      self.asleep.store(1);
      if (!remaining(self.ticket.load()) && !pool.stop.load())
        futexWait(self.asleep, 1);
      self.asleep.store(0);
    }
    if (pool.stop.load())
      return nullptr;
    work(pool, self.index,
         workersOf(self.ticket.load(std::memory_order_relaxed)));
  }
}

uint32_t availableCores() {
  cpu_set_t set;
  if (sched_getaffinity(0, sizeof set, &set) == 0)
    return uint32_t(CPU_COUNT(&set));
  long n = sysconf(_SC_NPROCESSORS_ONLN);
  return n > 0 ? uint32_t(n) : 1;
}

void stopWorkers(cameo_pool *pool, uint32_t started) {
  pool->stop.store(1);
  for (uint32_t i = 1; i < started; ++i) {
    pool->workers[i].asleep.store(0);
    futexWake(pool->workers[i].asleep);
    pthread_join(pool->workers[i].thread, nullptr);
  }
  free(pool->workers);
  free(pool);
}

} // namespace

void cameo::rt::hold(cameo_pool *pool) {
  pool->holders.fetch_add(1, std::memory_order_relaxed);
}

void cameo::rt::parallelFor(cameo_pool *pool, uint32_t workers,
                            cameo_kernel kernel, int64_t *args, int64_t tiles,
                            int64_t grain, void *scratch,
                            int64_t scratchStride) {
  if (tiles <= 0)
    return;
  int64_t most = tiles / (grain > 0 ? grain : 1);
  if (most < 2 || workers < 2 ||
      pool->busy.exchange(1, std::memory_order_acquire)) {
    kernel(args, 0, tiles, scratch);
    return;
  }
  if (most < workers)
    workers = uint32_t(most);
  int64_t pieces =
      most < workers * piecesPerWorker ? most : workers * piecesPerWorker;
  pool->job = {
      kernel,        args,   tiles, pieces, static_cast<char *>(scratch),
      scratchStride, workers};
  pool->done.store(0, std::memory_order_relaxed);
  uint64_t number = ++pool->jobNumber;
  for (uint32_t i = 0; i < workers; ++i) {
    uint64_t share =
        uint64_t(firstPiece(pool->job, i + 1) - firstPiece(pool->job, i));
    pool->workers[i].ticket.store(makeTicket(number, workers, share));
  }
  for (uint32_t i = 1; i < workers; ++i)
    if (pool->workers[i].asleep.load()) {
      pool->workers[i].asleep.store(0);
      futexWake(pool->workers[i].asleep);
    }

  work(*pool, 0, workers);

  auto all = [&] {
    return pool->done.load(std::memory_order_acquire) == uint32_t(pieces);
  };
  if (!all() && !spin(all)) {
    pool->joining.store(1);
    for (uint32_t seen; (seen = pool->done.load()) != uint32_t(pieces);)
      futexWait(pool->done, seen);
    pool->joining.store(0);
  }
  pool->busy.store(0, std::memory_order_release);
}

extern "C" {

int32_t cameo_pool_create(uint32_t threads, cameo_pool **out,
                          cameo_error *error) {
  if (!out)
    return fail(error, CAMEO_INVALID_ARGUMENT,
                "cameo_pool_create: a null argument");
  *out = nullptr;
  if (!threads)
    threads = availableCores();
  if (threads > mostThreads)
    return fail(error, CAMEO_INVALID_ARGUMENT, "%u threads: the most is %u",
                threads, mostThreads);
  void *memory = aligned_alloc(alignof(cameo_pool), sizeof(cameo_pool));
  auto *workers = static_cast<Worker *>(
      aligned_alloc(alignof(Worker), threads * sizeof(Worker)));
  if (!memory || !workers) {
    free(memory);
    free(workers);
    return fail(error, CAMEO_OUT_OF_MEMORY, "out of memory");
  }
  auto *pool = new (memory) cameo_pool;
  pool->threads = threads;
  pool->workers = workers;
  for (uint32_t i = 0; i < threads; ++i) {
    new (&workers[i]) Worker;
    workers[i].pool = pool;
    workers[i].index = i;
  }
  for (uint32_t i = 1; i < threads; ++i)
    if (pthread_create(&workers[i].thread, nullptr, runWorker, &workers[i])) {
      stopWorkers(pool, i);
      return fail(error, CAMEO_OUT_OF_MEMORY, "cannot start thread %u of %u",
                  i + 1, threads);
    }
  *out = pool;
  return succeed(error);
}

void cameo_pool_release(cameo_pool *pool) {
  if (pool && pool->holders.fetch_sub(1, std::memory_order_acq_rel) == 1)
    stopWorkers(pool, pool->threads);
}

uint32_t cameo_pool_threads(const cameo_pool *pool) {
  return pool ? pool->threads : 0;
}

} // extern "C"
