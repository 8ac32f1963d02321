// SPDX-License-Identifier: Apache-2.0
// WebP, by libwebp: the image of a still file, transparency dropped.
#include "Image.h"

#include <webp/decode.h>

using namespace cameo::support;

int32_t cameo::support::decodeWebp(Bytes file, Image &image) {
  int width, height;
  if (!WebPGetInfo(file.data, size_t(file.size), &width, &height))
    return image.fail("the WebP file is damaged");
  uint8_t *pixels = image.make(width, height);
  int64_t bytes = int64_t(width) * height * 3;
  uint8_t *rgb = image.channels == 3 || !pixels
                     ? pixels
                     : static_cast<uint8_t *>(image.scratch(bytes));
  if (!rgb)
    return image.status;
  if (!WebPDecodeRGBInto(file.data, size_t(file.size), rgb, size_t(bytes),
                         width * 3))
    return image.fail("the WebP file is damaged or an animation");
  if (image.channels == 1)
    for (int64_t i = 0; i < bytes; i += 3)
      image.put(pixels, rgb[i], rgb[i + 1], rgb[i + 2]);
  return CAMEO_OK;
}
