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
  /// `mcpu`: the CPU that the kernels are compiled for; empty: this one.
  Machine(unsigned threads, const std::string &mcpu);

  /// Operations a second (a fused multiply-add is two) in single precision, with
  /// the widest vectors that are here and that `mcpu` has, all threads together.
  double peak();
  /// Bytes a second that all threads together read over and over from `bytes`
  /// bytes, from whichever cache or memory holds as much.
  double bandwidth(double bytes);
  /// "AVX-512", "AVX2", "SSE2", "vectors of 16 bytes".
  std::string vectors() const;

private:
  unsigned threads;
  int64_t lanes; // of f32 in a vector
  double measuredPeak = 0;
  std::map<int64_t, double> measuredBandwidth; // by size, a power of two
};

} // namespace cameo::bench

#endif
