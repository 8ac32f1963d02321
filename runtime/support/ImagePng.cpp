// SPDX-License-Identifier: Apache-2.0
// PNG, by libpng: samples as they are stored, transparency dropped.
#include "Image.h"

#include <png.h>

using namespace cameo::support;

namespace {
struct Reader {
  Bytes file;
  int64_t at;
};
void leave(png_structp png, png_const_charp) { png_longjmp(png, 1); }
void readBytes(png_structp png, png_bytep to, size_t count) {
  auto *reader = static_cast<Reader *>(png_get_io_ptr(png));
  if (int64_t(count) > reader->file.size - reader->at)
    leave(png, nullptr); // the end of the file
  memcpy(to, reader->file.data + reader->at, count);
  reader->at += int64_t(count);
}
void beSilent(png_structp, png_const_charp) {}
} // namespace

int32_t cameo::support::decodePng(Bytes file, Image &image) {
  png_structp png =
      png_create_read_struct(PNG_LIBPNG_VER_STRING, nullptr, leave, beSilent);
  png_infop info = png ? png_create_info_struct(png) : nullptr;
  if (!info) {
    png_destroy_read_struct(&png, nullptr, nullptr);
    return CAMEO_OUT_OF_MEMORY;
  }
  Reader reader = {file, 0};
  if (setjmp(png_jmpbuf(png))) {
    png_destroy_read_struct(&png, &info, nullptr);
    return image.status ? image.status : image.fail("the PNG file is damaged");
  }
  png_set_read_fn(png, &reader, readBytes);
  png_set_user_limits(png, 1 << 20, 1 << 20);
  png_set_chunk_malloc_max(png, 64 << 20);
  png_read_info(png, info);
  png_set_expand(png);
  png_set_strip_16(png);
  png_set_strip_alpha(png);
  bool isColour = png_get_color_type(png, info) & PNG_COLOR_MASK_COLOR;
  if (!isColour && image.channels == 3)
    png_set_gray_to_rgb(png);
  png_set_interlace_handling(png);
  png_read_update_info(png, info);
  int64_t width = png_get_image_width(png, info),
          height = png_get_image_height(png, info);
  int64_t stride = int64_t(png_get_rowbytes(png, info));
  uint8_t *pixels = image.make(width, height);
  bool toGrey = isColour && image.channels == 1;
  if (pixels && stride != width * (toGrey ? 3 : image.channels))
    image.fail("the PNG file's kind is not supported");
  // Interlaced files fill rows in several passes: all of them at once.
  auto *source = toGrey && pixels
                     ? static_cast<uint8_t *>(image.scratch(stride * height))
                     : pixels;
  auto **rows = source ? static_cast<png_bytep *>(
                             image.scratch(height * int64_t(sizeof(png_bytep))))
                       : nullptr;
  if (image.status || !rows) {
    png_destroy_read_struct(&png, &info, nullptr);
    return image.status;
  }
  for (int64_t y = 0; y < height; ++y)
    rows[y] = source + y * stride;
  png_read_image(png, rows);
  png_destroy_read_struct(&png, &info, nullptr);
  if (toGrey)
    for (int64_t i = 0; i < width * height; ++i)
      image.put(pixels, source[3 * i], source[3 * i + 1], source[3 * i + 2]);
  return CAMEO_OK;
}
