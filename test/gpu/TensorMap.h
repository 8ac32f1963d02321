// SPDX-License-Identifier: Apache-2.0
// What the emulator's driver writes into a CUtensorMap.
#ifndef CAMEO_TEST_GPU_TENSORMAP_H
#define CAMEO_TEST_GPU_TENSORMAP_H

#include <cstdint>

namespace cameo::emu {

constexpr unsigned mostDims = 5;
constexpr uint32_t tensorMapMagic = 0x7e4507a9;

/// Dimensions from the innermost on; strides in bytes, the first is that of an
/// element. With swizzle of 128 bytes, as nothing else is used.
struct TensorMap {
  uint32_t magic, rank, elementBytes;
  uint32_t roundsToTF32;
  char *address;
  uint32_t sizes[mostDims], box[mostDims];
  uint64_t strides[mostDims];
};
static_assert(sizeof(TensorMap) <= 128);

} // namespace cameo::emu

#endif
