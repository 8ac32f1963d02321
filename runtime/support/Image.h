// SPDX-License-Identifier: Apache-2.0
// Decoders of compressed images, each for a format: 8-bit samples, row by row,
// `channels` to a pixel (1: grey, 3: red, green, blue).
#ifndef CAMEO_RUNTIME_SUPPORT_IMAGE_H
#define CAMEO_RUNTIME_SUPPORT_IMAGE_H

#include "Text.h"

namespace cameo::support {

/// Images beyond this are refused: a file of a few bytes may claim any size.
constexpr int64_t mostPixels = int64_t(1) << 28;

struct Bytes {
  const uint8_t *data;
  int64_t size;

  bool begins(const char *magic, int64_t length, int64_t at = 0) const {
    return size >= at + length && memcmp(data + at, magic, size_t(length)) == 0;
  }
};

/// Where a decoder puts its result.
class Image {
public:
  Image(cameo_exec *exec, cameo_tensor *output, int channels)
      : exec(exec), output(output), channels(channels) {}

  /// Takes memory for the pixels; null, and the status to return, if there is
  /// none or the size is absurd.
  uint8_t *make(int64_t width, int64_t height) {
    if (width <= 0 || height <= 0 || width > mostPixels / height) {
      fail("the image's size is not supported");
      return nullptr;
    }
    int64_t shape[3] = {height, width, channels};
    if ((status = cameo_make_output(exec, output, shape)))
      return nullptr;
    memset(output->data, 0, size_t(output->bytes));
    return static_cast<uint8_t *>(output->data);
  }
  int32_t fail(const char *reason) { return status = cameo_fail(exec, reason); }
  /// Memory for work, until the next run.
  void *scratch(int64_t bytes) {
    void *memory =
        exec->allocate ? exec->allocate(exec, bytes ? bytes : 1) : nullptr;
    if (!memory)
      status = CAMEO_OUT_OF_MEMORY;
    return memory;
  }
  /// Writes one pixel where grey or colour is wanted.
  void put(uint8_t *&to, int r, int g, int b) const {
    if (channels == 1) {
      // ITU-R 601's luma.
      *to++ = uint8_t((r * 19595 + g * 38470 + b * 7471 + 0x8000) >> 16);
      return;
    }
    *to++ = uint8_t(r);
    *to++ = uint8_t(g);
    *to++ = uint8_t(b);
  }

  cameo_exec *exec;
  cameo_tensor *output;
  int channels;
  int32_t status = CAMEO_OK;
};

int32_t decodeJpeg(Bytes file, Image &image);
int32_t decodePng(Bytes file, Image &image);
int32_t decodeTiff(Bytes file, Image &image);
int32_t decodeWebp(Bytes file, Image &image);
int32_t decodeJpeg2000(Bytes file, Image &image);
int32_t decodeBmp(Bytes file, Image &image);
int32_t decodePnm(Bytes file, Image &image);

} // namespace cameo::support

#endif
