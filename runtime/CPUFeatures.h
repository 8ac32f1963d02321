// SPDX-License-Identifier: Apache-2.0
// What this CPU, and its operating system, can do.
#ifndef CAMEO_RUNTIME_CPUFEATURES_H
#define CAMEO_RUNTIME_CPUFEATURES_H

#include <stdint.h>

namespace cameo::rt {

/// Answers about this machine. Keeps what CPUID said: in a virtual machine each
/// call of it is a trip to the hypervisor, tens of microseconds long.
class CPUFeatures {
public:
  /// Whether this machine has the feature `name[0..length)`, in the spelling of
  /// /proc/cpuinfo or of LLVM. False for a name that nobody knows.
  bool has(const char *name, unsigned length);

private:
  /// EAX, EBX, ECX, EDX of a leaf; null where the CPU has none.
  const unsigned *cpuid(uint32_t leaf, uint32_t subleaf);
  /// Whether the operating system saves the parts `state` of XCR0.
  bool osSaves(uint32_t state);

  struct Leaf {
    uint32_t leaf, subleaf;
    unsigned regs[4];
  };
  /// As many leaves as the table of features names, and more.
  static constexpr int maxLeaves = 8;
  Leaf leaves[maxLeaves];
  int count = 0;
  unsigned most[2] = {0, 0};
};

} // namespace cameo::rt

#endif
