// SPDX-License-Identifier: Apache-2.0
// Tensor maps of a launch: what the copy engine of compute capability 9.0 knows
// of a tensor. They are made anew for each launch, as addresses and sizes may be
// others: plain arithmetic in the driver. A graph keeps those that it recorded.
#include "DeviceState.h"

using namespace cameo::rt;

namespace {
// What the driver takes: CUtensorMapDataType, and the other enumerations of
// cuTensorMapEncodeTiled.
constexpr int mapFloat16 = 6, mapBFloat16 = 9, mapTF32 = 11;
constexpr int notInterleaved = 0, swizzle128 = 3, promote256 = 3, fillZeros = 0;
constexpr int64_t mostSize = int64_t(1) << 32, mostStride = int64_t(1) << 40;
constexpr int64_t pieceBytes = 16; // addresses and strides are multiples
} // namespace

CUresult cameo::rt::makeTensorMap(const CudaDriver &driver,
                                  const cameo_device_map &map,
                                  const int64_t *args, CUtensorMap &made,
                                  bool &possible) {
  int type = map.dtype == CAMEO_FLOAT16    ? mapFloat16
             : map.dtype == CAMEO_BFLOAT16 ? mapBFloat16
                                           : mapTF32;
  int64_t stride = map.dtype == CAMEO_FLOAT32 ? 4 : 2;
  // The driver counts dimensions from the innermost on.
  uint64_t sizes[CAMEO_MOST_MAP_DIMS], strides[CAMEO_MOST_MAP_DIMS];
  uint32_t box[CAMEO_MOST_MAP_DIMS], steps[CAMEO_MOST_MAP_DIMS];
  possible = args[map.slot] % pieceBytes == 0;
  for (uint32_t i = 0; i < map.rank && possible; ++i) {
    int64_t size = map.sizes[map.rank - 1 - i];
    if (size < 0)
      size = args[-1 - size];
    strides[i] = uint64_t(stride);
    sizes[i] = uint64_t(size);
    box[i] = map.box[map.rank - 1 - i];
    steps[i] = 1;
    possible = size > 0 && size <= mostSize && stride < mostStride &&
               (i == 0 || stride % pieceBytes == 0);
    stride *= size;
  }
  if (!possible)
    return 0;
  // Strides begin with the second dimension.
  return driver.tensorMapEncode(&made, type, map.rank,
                                reinterpret_cast<void *>(args[map.slot]), sizes,
                                strides + 1, box, steps, notInterleaved,
                                swizzle128, promote256, fillZeros);
}
