// SPDX-License-Identifier: Apache-2.0
// PBM, PGM and PPM, as text and binary.
#include "Image.h"

using namespace cameo::support;

namespace {
struct Reader {
  Bytes file;
  int64_t at;
  bool failed = false;

  int byte() {
    if (at >= file.size) {
      failed = true;
      return 0;
    }
    return file.data[at++];
  }
  static bool isSpace(int c) { return c == ' ' || (c >= '\t' && c <= '\r'); }
  void skip() {
    while (at < file.size && (isSpace(file.data[at]) || file.data[at] == '#'))
      if (file.data[at++] == '#')
        while (at < file.size && file.data[at] != '\n')
          ++at;
  }
  int64_t number() {
    skip();
    int64_t value = -1;
    while (at < file.size && file.data[at] >= '0' && file.data[at] <= '9' &&
           value < 1 << 28)
      value = (value < 0 ? 0 : value) * 10 + file.data[at++] - '0';
    failed |= value < 0;
    return value;
  }
  /// Bits of text need no space between them.
  int bit() {
    skip();
    int c = byte();
    failed |= c != '0' && c != '1';
    return c == '1';
  }
};
} // namespace

int32_t cameo::support::decodePnm(Bytes file, Image &image) {
  Reader in = {file, 2};
  int kind = file.data[1] - '0', samples = kind == 3 || kind == 6 ? 3 : 1;
  bool isText = kind <= 3, isBits = kind == 1 || kind == 4;
  int64_t width = in.number(), height = in.number(),
          most = isBits ? 1 : in.number();
  if (!isText)
    in.byte(); // one space
  if (in.failed || width <= 0 || height <= 0 || most < 1 || most > 65535)
    return image.fail("the PNM file is damaged");
  // Before memory is taken for it: at least so many bytes must follow.
  int64_t row = kind == 4 ? (width + 7) / 8
                          : width * samples * (!isText && most > 255 ? 2 : 1);
  if (row > (file.size - in.at) / height)
    return image.fail("the PNM file is damaged");
  uint8_t *to = image.make(width, height);
  if (!to)
    return image.status;
  for (int64_t y = 0; y < height && !in.failed; ++y) {
    int bits = 0;
    for (int64_t x = 0; x < width && !in.failed; ++x) {
      int value[3];
      for (int s = 0; s < samples; ++s) {
        int64_t v;
        if (kind == 1) {
          v = !in.bit();
        } else if (kind == 4) {
          bits = x % 8 == 0 ? in.byte() : bits << 1;
          v = !(bits & 0x80);
        } else if (isText) {
          v = in.number();
        } else {
          v = in.byte();
          if (most > 255)
            v = v << 8 | in.byte();
        }
        v = v < 0 ? 0 : v > most ? most : v;
        value[s] = int((v * 255 + most / 2) / most);
      }
      if (samples == 3)
        image.put(to, value[0], value[1], value[2]);
      else if (image.channels == 1)
        *to++ = uint8_t(value[0]);
      else
        image.put(to, value[0], value[0], value[0]);
    }
  }
  return in.failed ? image.fail("the PNM file is damaged") : CAMEO_OK;
}
