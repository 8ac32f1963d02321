// SPDX-License-Identifier: Apache-2.0
// ImageDecoder: the format is told by the file's first bytes.
#include "Image.h"

using namespace cameo::support;

static int32_t decode(Bytes file, Image &image) {
  if (file.begins("\xff\xd8\xff", 3))
    return decodeJpeg(file, image);
  if (file.begins("\x89PNG\r\n\x1a\n", 8))
    return decodePng(file, image);
  if (file.begins("II*\0", 4) || file.begins("MM\0*", 4) ||
      file.begins("II+\0", 4) || file.begins("MM\0+", 4))
    return decodeTiff(file, image);
  if (file.begins("RIFF", 4) && file.begins("WEBP", 4, 8))
    return decodeWebp(file, image);
  if (file.begins("\0\0\0\x0cjP  \r\n\x87\n", 12) ||
      file.begins("\xff\x4f\xff\x51", 4))
    return decodeJpeg2000(file, image);
  if (file.begins("BM", 2))
    return decodeBmp(file, image);
  if (file.size > 2 && file.data[0] == 'P' && file.data[1] >= '1' &&
      file.data[1] <= '6')
    return decodePnm(file, image);
  return image.fail(
      "the format is none of JPEG, PNG, TIFF, WebP, JPEG 2000, BMP and PNM");
}

/// Attribute: pixel_format, RGB, BGR or Grayscale.
CAMEO_OPERATOR(cameo_op_image_decoder) {
  const char *format = cameo_string(attributes, "pixel_format", 0, "RGB");
  Bytes file = {dataOf<uint8_t>(inputs[0]), countOf(inputs[0])};
  Image image(exec, outputs, strcmp(format, "Grayscale") == 0 ? 1 : 3);
  if (int32_t status = decode(file, image))
    return status;
  if (strcmp(format, "BGR") == 0) {
    auto *pixel = dataOf<uint8_t>(outputs[0]), *end = pixel + outputs[0].bytes;
    for (; pixel < end; pixel += 3) {
      uint8_t red = pixel[0];
      pixel[0] = pixel[2];
      pixel[2] = red;
    }
  }
  return CAMEO_OK;
}
