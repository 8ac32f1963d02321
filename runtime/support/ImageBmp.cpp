// SPDX-License-Identifier: Apache-2.0
// Windows bitmaps: 1 to 32 bits a pixel, bit fields, run lengths.
#include "Image.h"

using namespace cameo::support;

namespace {
struct Bitmap {
  Bytes file;

  uint32_t get(int64_t at, int bytes) const {
    uint32_t value = 0;
    for (int i = 0; i < bytes; ++i)
      if (at + i >= 0 && at + i < file.size)
        value |= uint32_t(file.data[at + i]) << (8 * i);
    return value;
  }
};

/// A field of a pixel, scaled to 8 bits.
int field(uint32_t pixel, uint32_t mask) {
  if (!mask)
    return 0;
  int shift = __builtin_ctz(mask);
  uint64_t most = mask >> shift;
  return int(((pixel & mask) >> shift) * uint64_t(255) / most);
}

struct Layout {
  int64_t width, height, data, stride;
  int64_t palette, colours, entry;
  int bits;
  bool fromTop;
  uint32_t red, green, blue;
};

void putIndexed(const Bitmap &b, const Layout &l, Image &image, uint8_t *to,
                uint32_t index) {
  index = int64_t(index) < l.colours ? index : 0;
  int64_t at = l.palette + index * l.entry;
  image.put(to, int(b.get(at + 2, 1)), int(b.get(at + 1, 1)),
            int(b.get(at, 1)));
}

/// Runs of 8- or 4-bit indices; what they leave out is colour 0.
void decodeRuns(const Bitmap &b, const Layout &l, Image &image,
                uint8_t *pixels) {
  for (int64_t i = 0; i < l.width * l.height; ++i)
    putIndexed(b, l, image, pixels + i * image.channels, 0);
  int64_t x = 0, y = 0, at = l.data;
  auto put = [&](uint32_t index) {
    int64_t row = l.fromTop ? y : l.height - 1 - y;
    if (x < l.width && y < l.height)
      putIndexed(b, l, image, pixels + (row * l.width + x) * image.channels,
                 index);
    ++x;
  };
  while (at + 1 < b.file.size && y < l.height) {
    uint32_t count = b.get(at, 1), value = b.get(at + 1, 1);
    at += 2;
    if (count) {
      for (uint32_t i = 0; i < count; ++i)
        put(l.bits == 8 ? value : i % 2 ? value & 15 : value >> 4);
    } else if (value == 0) {
      x = 0;
      ++y;
    } else if (value == 1) {
      return;
    } else if (value == 2) {
      x += b.get(at, 1);
      y += b.get(at + 1, 1);
      at += 2;
    } else {
      for (uint32_t i = 0; i < value; ++i) {
        uint32_t byte = b.get(at + (l.bits == 8 ? i : i / 2), 1);
        put(l.bits == 8 ? byte : i % 2 ? byte & 15 : byte >> 4);
      }
      int64_t bytes = l.bits == 8 ? value : (value + 1) / 2;
      at += (bytes + 1) & ~int64_t(1);
    }
  }
}
} // namespace

int32_t cameo::support::decodeBmp(Bytes file, Image &image) {
  Bitmap b = {file};
  uint32_t header = b.get(14, 4);
  bool isCore = header == 12;
  if (file.size < 26 || (!isCore && (header < 40 || file.size < 54)))
    return image.fail("the BMP file is damaged");
  Layout l = {};
  l.data = b.get(10, 4);
  int64_t height =
      isCore ? int64_t(b.get(20, 2)) : int64_t(int32_t(b.get(22, 4)));
  l.width = isCore ? int64_t(b.get(18, 2)) : int64_t(int32_t(b.get(18, 4)));
  l.fromTop = height < 0;
  l.height = height < 0 ? -height : height;
  l.bits = int(b.get(isCore ? 24 : 28, 2));
  uint32_t compression = isCore ? 0 : b.get(30, 4),
           used = isCore ? 0 : b.get(46, 4);
  bool hasRuns =
      (compression == 1 && l.bits == 8) || (compression == 2 && l.bits == 4);
  bool hasFields =
      (compression == 3 || compression == 6) && (l.bits == 16 || l.bits == 32);
  bool isKnown = l.bits == 1 || l.bits == 4 || l.bits == 8 || l.bits == 16 ||
                 l.bits == 24 || l.bits == 32;
  if (!isKnown || (compression != 0 && !hasRuns && !hasFields))
    return image.fail("the BMP file's kind is not supported");
  l.palette = 14 + int64_t(header) + (hasFields && header == 40 ? 12 : 0);
  l.entry = isCore ? 3 : 4;
  l.colours = l.bits > 8 ? 0 : used && used < 256 ? used : int64_t(1) << l.bits;
  l.red = hasFields ? b.get(54, 4) : l.bits == 16 ? 0x7c00 : 0xff0000;
  l.green = hasFields ? b.get(58, 4) : l.bits == 16 ? 0x3e0 : 0xff00;
  l.blue = hasFields ? b.get(62, 4) : l.bits == 16 ? 0x1f : 0xff;
  l.stride = (l.width * l.bits + 31) / 32 * 4;
  // Before memory is taken for it.
  if (!hasRuns && (l.height <= 0 || l.stride > (file.size - l.data) / l.height))
    return image.fail("the BMP file is damaged");
  uint8_t *pixels = image.make(l.width, l.height);
  if (!pixels)
    return image.status;
  if (hasRuns) {
    decodeRuns(b, l, image, pixels);
    return CAMEO_OK;
  }
  for (int64_t y = 0; y < l.height; ++y) {
    int64_t row = l.data + (l.fromTop ? y : l.height - 1 - y) * l.stride;
    for (int64_t x = 0; x < l.width; ++x) {
      if (l.bits <= 8) {
        int perByte = 8 / l.bits;
        uint32_t byte = b.get(row + x / perByte, 1);
        putIndexed(b, l, image, pixels,
                   byte >> (8 - l.bits * (1 + int(x % perByte))) &
                       ((1u << l.bits) - 1));
        pixels += image.channels;
        continue;
      }
      uint32_t pixel = b.get(row + x * (l.bits / 8), l.bits / 8);
      image.put(pixels, field(pixel, l.red), field(pixel, l.green),
                field(pixel, l.blue));
    }
  }
  return CAMEO_OK;
}
