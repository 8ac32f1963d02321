// SPDX-License-Identifier: Apache-2.0
// Loops that do nothing but multiply and add in registers, or read. The best of
// several short runs counts: whatever else the machine does only slows them.
#include "Machine.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/SmallVector.h"
#include "llvm/TargetParser/X86TargetParser.h"

#include <algorithm>
#include <chrono>
#include <cmath>
#include <functional>
#include <thread>
#include <vector>

using namespace cameo::bench;

namespace {
using Clock = std::chrono::steady_clock;

typedef float V4 __attribute__((vector_size(16)));
typedef float V8 __attribute__((vector_size(32)));
typedef float V16 __attribute__((vector_size(64)));

/// Keeps a value alive without storing it.
template <typename V> inline void keep(V &value) {
  asm volatile("" : "+m"(value));
}

constexpr int accumulators = 12; // more than latency times throughput asks for

// One body for all widths: `target` makes the compiler use them. Contraction
// makes a multiply-add of it where the chip has one; elsewhere no part of it
// can leave the loop.
#define CAMEO_MULTIPLY(NAME, V, TARGET)                                        \
  TARGET void NAME(int64_t rounds) {                                           \
    V sums[accumulators] = {};                                                 \
    V x = {}, y = {};                                                          \
    keep(x);                                                                   \
    keep(y);                                                                   \
    for (int64_t r = 0; r < rounds; ++r) {                                     \
      _Pragma("clang fp contract(fast)") _Pragma(                              \
          "clang loop unroll(full)") for (int i = 0; i < accumulators; ++i)    \
          sums[i] = sums[i] * x + y;                                           \
    }                                                                          \
    for (V &sum : sums)                                                        \
      keep(sum);                                                               \
  }
#define CAMEO_READ(NAME, V, TARGET)                                            \
  TARGET void NAME(const char *data, int64_t bytes) {                          \
    const V *vectors = reinterpret_cast<const V *>(data);                      \
    V sums[8] = {};                                                            \
    for (int64_t i = 0, n = bytes / int64_t(sizeof(V)); i + 8 <= n; i += 8)    \
      for (int j = 0; j < 8; ++j)                                              \
        sums[j] += vectors[i + j];                                             \
    for (V &sum : sums)                                                        \
      keep(sum);                                                               \
  }

#if defined(__x86_64__)
CAMEO_MULTIPLY(multiply512, V16, __attribute__((target("avx512f"))))
CAMEO_MULTIPLY(multiply256, V8, __attribute__((target("avx2,fma"))))
CAMEO_READ(read512, V16, __attribute__((target("avx512f"))))
CAMEO_READ(read256, V8, __attribute__((target("avx2"))))
#endif
CAMEO_MULTIPLY(multiply128, V4, )
CAMEO_READ(read128, V4, )

/// Lanes of f32 that this machine and the CPU of that name have.
int64_t lanesOf(const std::string &mcpu) {
#if defined(__x86_64__)
  llvm::SmallVector<llvm::StringRef> features;
  bool here = mcpu.empty() || mcpu == "native";
  if (!here)
    llvm::X86::getFeaturesForCPU(mcpu, features);
  // Features that others imply are not in the list.
  auto has = [&](llvm::StringRef prefix) {
    return here || llvm::any_of(features, [&](llvm::StringRef f) {
             return f.starts_with(prefix);
           });
  };
  if (__builtin_cpu_supports("avx512f") && has("avx512"))
    return 16;
  if (__builtin_cpu_supports("avx2") && __builtin_cpu_supports("fma") &&
      has("avx2") && has("fma"))
    return 8;
#endif
  return 4;
}

void multiply(int64_t lanes, int64_t rounds) {
#if defined(__x86_64__)
  if (lanes == 16)
    return multiply512(rounds);
  if (lanes == 8)
    return multiply256(rounds);
#endif
  multiply128(rounds);
}

void read(int64_t lanes, const char *data, int64_t bytes) {
#if defined(__x86_64__)
  if (lanes == 16)
    return read512(data, bytes);
  if (lanes == 8)
    return read256(data, bytes);
#endif
  read128(data, bytes);
}

/// Seconds of the fastest of some runs of `work(thread)` on all threads.
double fastest(unsigned threads, int runs,
               const std::function<void(unsigned)> &work) {
  double best = INFINITY;
  for (int run = 0; run < runs; ++run) {
    auto start = Clock::now();
    std::vector<std::thread> others;
    for (unsigned t = 1; t < threads; ++t)
      others.emplace_back(work, t);
    work(0);
    for (std::thread &other : others)
      other.join();
    best = std::min(
        best, std::chrono::duration<double>(Clock::now() - start).count());
  }
  return best;
}
} // namespace

Machine::Machine(unsigned threads, const std::string &mcpu)
    : threads(threads), lanes(lanesOf(mcpu)) {}

std::string Machine::vectors() const {
#if defined(__x86_64__)
  return lanes == 16 ? "AVX-512" : lanes == 8 ? "AVX2" : "SSE2";
#else
  return "vectors of 16 bytes";
#endif
}

double Machine::peak() {
  if (!measuredPeak) {
    constexpr int64_t rounds = 4'000'000;
    double seconds =
        fastest(threads, 5, [&](unsigned) { multiply(lanes, rounds); });
    measuredPeak =
        2.0 * double(rounds * accumulators * lanes * threads) / seconds;
  }
  return measuredPeak;
}

double Machine::bandwidth(double bytes) {
  int64_t size = 1 << 14;
  while (double(size) < bytes && size < int64_t(1) << 29)
    size *= 2;
  double &known = measuredBandwidth[size];
  if (!known) {
    // Each thread reads its share; at least 64 MB in all, so that the clock
    // and the start of threads do not count.
    int64_t share = std::max<int64_t>(size / threads, 4096);
    int64_t repeats = std::max<int64_t>(1, (int64_t(1) << 26) / share);
    std::vector<std::vector<V16>> data(
        threads, std::vector<V16>(size_t(share) / sizeof(V16), V16{}));
    double seconds = fastest(threads, 5, [&](unsigned t) {
      for (int64_t r = 0; r < repeats; ++r)
        read(lanes, reinterpret_cast<const char *>(data[t].data()), share);
    });
    known = double(share * repeats * threads) / seconds;
  }
  return known;
}
