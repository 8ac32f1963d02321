// SPDX-License-Identifier: Apache-2.0
// JPEG, by libjpeg-turbo.
#include "Image.h"

#include <setjmp.h>
#include <stdio.h>

#include <jpeglib.h> // needs FILE

using namespace cameo::support;

namespace {
struct ErrorManager {
  jpeg_error_mgr base; // first: libjpeg knows only this
  jmp_buf escape;
};
void leave(j_common_ptr info) {
  longjmp(reinterpret_cast<ErrorManager *>(info->err)->escape, 1);
}
void beSilent(j_common_ptr) {}
} // namespace

int32_t cameo::support::decodeJpeg(Bytes file, Image &image) {
  jpeg_decompress_struct info;
  ErrorManager errors;
  uint8_t *volatile pixels = nullptr;
  info.err = jpeg_std_error(&errors.base);
  errors.base.error_exit = leave;
  errors.base.output_message = beSilent;
  if (setjmp(errors.escape)) {
    jpeg_destroy_decompress(&info);
    // A damaged end leaves the rows read so far, as other readers do too.
    return image.status ? image.status : image.fail("the JPEG file is damaged");
  }
  jpeg_create_decompress(&info);
  jpeg_mem_src(&info, file.data, static_cast<unsigned long>(file.size));
  jpeg_read_header(&info, TRUE);
  bool isCmyk =
      info.jpeg_color_space == JCS_CMYK || info.jpeg_color_space == JCS_YCCK;
  // Grey of a coloured file is that of its colours, as in other formats.
  bool isGrey = info.jpeg_color_space == JCS_GRAYSCALE;
  bool fromRgb = image.channels == 1 && !isCmyk && !isGrey;
  info.out_color_space = isCmyk                          ? JCS_CMYK
                         : isGrey && image.channels == 1 ? JCS_GRAYSCALE
                                                         : JCS_RGB;
  // A progressive file may repeat its scans without end.
  info.mem->max_memory_to_use = 1 << 30;
  jpeg_start_decompress(&info);
  pixels = image.make(info.output_width, info.output_height);
  int64_t in = int64_t(info.output_width) * info.output_components,
          out = int64_t(info.output_width) * image.channels;
  auto *row = pixels ? static_cast<uint8_t *>(image.scratch(in)) : nullptr;
  if (!row) {
    jpeg_destroy_decompress(&info);
    return image.status;
  }
  while (info.output_scanline < info.output_height) {
    uint8_t *to = pixels + out * info.output_scanline;
    JSAMPROW target = isCmyk || fromRgb ? row : to;
    jpeg_read_scanlines(&info, &target, 1);
    if (fromRgb)
      for (unsigned x = 0; x < info.output_width; ++x)
        image.put(to, row[3 * x], row[3 * x + 1], row[3 * x + 2]);
    if (isCmyk) // Adobe writes them inverted.
      for (unsigned x = 0; x < info.output_width; ++x) {
        const uint8_t *p = row + 4 * x;
        int r = p[0], g = p[1], b = p[2], k = p[3];
        if (!info.saw_Adobe_marker)
          r = 255 - r, g = 255 - g, b = 255 - b, k = 255 - k;
        image.put(to, r * k / 255, g * k / 255, b * k / 255);
      }
  }
  jpeg_finish_decompress(&info);
  jpeg_destroy_decompress(&info);
  return CAMEO_OK;
}
