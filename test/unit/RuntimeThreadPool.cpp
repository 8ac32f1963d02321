// SPDX-License-Identifier: Apache-2.0
// The thread pool: every tile once, scratch never shared, several contexts at a
// time.
#include "RuntimeHelpers.h"
#include "runtime/ThreadPool.h"

#include <atomic>
#include <chrono>
#include <thread>

using namespace cameo;
using namespace cameo::test;

namespace {

struct PoolHandle {
  cameo_pool *pool = nullptr;
  explicit PoolHandle(uint32_t threads) {
    EXPECT_EQ(cameo_pool_create(threads, &pool, nullptr), CAMEO_OK);
  }
  ~PoolHandle() { cameo_pool_release(pool); }
};

/// args[0]: counters of the tiles; args[1]: their number.
void countTiles(int64_t *args, int64_t begin, int64_t end, void *scratch) {
  auto *counters = reinterpret_cast<std::atomic<int> *>(args[0]);
  ASSERT_LE(0, begin);
  ASSERT_LE(begin, end);
  ASSERT_LE(end, args[1]);
  for (int64_t i = begin; i < end; ++i)
    ++counters[i];
  // A worker's scratch is its own: were it shared, threads would see each
  // other's marks.
  if (auto *mark = static_cast<volatile int64_t *>(scratch)) {
    *mark = begin;
    for (int i = 0; i < 20; ++i)
      ASSERT_EQ(*mark, begin);
  }
}

void expectEachOnce(cameo_pool *pool, uint32_t workers, int64_t tiles,
                    int64_t grain) {
  std::vector<std::atomic<int>> counters(static_cast<size_t>(tiles));
  std::vector<int64_t> scratch(workers * 8);
  int64_t args[] = {reinterpret_cast<int64_t>(counters.data()), tiles};
  rt::parallelFor(pool, workers, countTiles, args, tiles, grain, scratch.data(),
                  64);
  for (int64_t i = 0; i < tiles; ++i)
    ASSERT_EQ(counters[size_t(i)], 1) << "tile " << i << " of " << tiles;
}

} // namespace

TEST(ThreadPool, RunsEveryTileOnce) {
  PoolHandle pool(4);
  for (int64_t tiles : {0, 1, 2, 3, 7, 8, 64, 1000, 4097})
    for (int64_t grain : {0, 1, 3, 100, 5000})
      expectEachOnce(pool.pool, 4, tiles, grain);
}

TEST(ThreadPool, ManySmallJobs) {
  PoolHandle pool(3);
  for (int i = 0; i < 3000; ++i)
    expectEachOnce(pool.pool, 3, 9, 1);
}

TEST(ThreadPool, WorkersWakeAfterSleep) {
  PoolHandle pool(4);
  for (int i = 0; i < 20; ++i) {
    std::this_thread::sleep_for(
        std::chrono::milliseconds(1)); // longer than they spin
    expectEachOnce(pool.pool, 4, 64, 1);
  }
}

TEST(ThreadPool, FewerWorkersThanThreads) {
  PoolHandle pool(4);
  for (int i = 0; i < 1000; ++i)
    expectEachOnce(pool.pool, 2 + uint32_t(i % 3), 40, 1);
}

TEST(ThreadPool, GrainBoundsThePieces) {
  PoolHandle pool(4);
  std::atomic<int> calls{0};
  int64_t args[] = {reinterpret_cast<int64_t>(&calls)};
  auto kernel = [](int64_t *args, int64_t begin, int64_t end, void *) {
    EXPECT_GE(end - begin, 30);
    ++*reinterpret_cast<std::atomic<int> *>(args[0]);
  };
  rt::parallelFor(pool.pool, 4, kernel, args, 100, 30, nullptr, 0);
  EXPECT_LE(calls, 3);
  EXPECT_GE(calls, 1);
}

TEST(ThreadPool, ContextsShareOne) {
  Library library = handmade();
  Result<Pool> pool = Pool::create(3);
  ASSERT_TRUE(bool(pool));
  std::vector<std::thread> threads;
  for (int t = 0; t < 4; ++t)
    threads.emplace_back([&] {
      Result<Context> context =
          Context::create(library, Context::Options{0, &*pool});
      ASSERT_TRUE(bool(context));
      for (int i = 0; i < 200; ++i)
        runAndCheck(*context, 40 + i % 3);
    });
  for (std::thread &thread : threads)
    thread.join();
}

TEST(ThreadPool, LivesAsLongAsAContext) {
  Result<Context> context = Context::create(handmade());
  {
    Result<Pool> pool = Pool::create(2);
    ASSERT_TRUE(bool(pool));
    context = Context::create(handmade(), Context::Options{0, &*pool});
  }
  ASSERT_TRUE(bool(context));
  runAndCheck(*context, 64);
}

TEST(ThreadPool, RefusesAbsurdCounts) {
  cameo_pool *pool;
  cameo_error error;
  EXPECT_EQ(cameo_pool_create(1u << 31, &pool, &error), CAMEO_INVALID_ARGUMENT);
  EXPECT_EQ(pool, nullptr);
  EXPECT_STREQ(error.message, "2147483648 threads: the most is 1024");
}
