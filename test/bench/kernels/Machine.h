// SPDX-License-Identifier: Apache-2.0
// What this machine can do at most: the two floors of a kernel come from it.
#ifndef CAMEO_TEST_BENCH_KERNELS_MACHINE_H
#define CAMEO_TEST_BENCH_KERNELS_MACHINE_H

#include <cstdint>
#include <map>
#include <string>

namespace cameo::bench {

class Machine {
public:
  explicit Machine(unsigned threads) : threads(threads) {}

  /// Operations a second (a fused multiply-add is two) in single precision, with
  /// the widest vectors that are here, all threads together.
  double peak();
  /// Bytes a second that all threads together read over and over from `bytes`
  /// bytes, from whichever cache or memory holds as much.
  double bandwidth(double bytes);
  /// "AVX-512", "AVX2", "SSE2", "vectors of 16 bytes".
  static std::string vectors();

private:
  unsigned threads;
  double measuredPeak = 0;
  std::map<int64_t, double> measuredBandwidth; // by size, a power of two
};

} // namespace cameo::bench

#endif
