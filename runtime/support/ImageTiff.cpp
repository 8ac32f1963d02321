// SPDX-License-Identifier: Apache-2.0
// TIFF, by libtiff: the first image of a file. Compressions other than those
// that photographs and scans have (none, LZW, Deflate, PackBits, fax, JPEG) are
// left out, and with them what they would link.
#include "Image.h"

#include <tiffio.h>

using namespace cameo::support;

namespace {
struct Reader {
  Bytes file;
  int64_t at;
};
tmsize_t readBytes(thandle_t handle, void *to, tmsize_t count) {
  auto *reader = static_cast<Reader *>(handle);
  int64_t left =
      reader->at < reader->file.size ? reader->file.size - reader->at : 0;
  int64_t n = count < left ? count : left;
  if (n <= 0)
    return 0;
  memcpy(to, reader->file.data + reader->at, size_t(n));
  reader->at += n;
  return n;
}
tmsize_t writeBytes(thandle_t, void *, tmsize_t) { return 0; }
toff_t seek(thandle_t handle, toff_t offset, int whence) {
  auto *reader = static_cast<Reader *>(handle);
  int64_t base = whence == SEEK_CUR   ? reader->at
                 : whence == SEEK_END ? reader->file.size
                                      : 0;
  int64_t to;
  if (__builtin_add_overflow(base, int64_t(offset), &to) || to < 0)
    return toff_t(-1);
  return toff_t(reader->at = to);
}
int close(thandle_t) { return 0; }
toff_t size(thandle_t handle) {
  return toff_t(static_cast<Reader *>(handle)->file.size);
}
int map(thandle_t handle, void **base, toff_t *bytes) {
  auto *reader = static_cast<Reader *>(handle);
  *base = const_cast<uint8_t *>(reader->file.data);
  *bytes = toff_t(reader->file.size);
  return 1;
}
void unmap(thandle_t, void *, toff_t) {}
int beSilent(TIFF *, void *, const char *, const char *, va_list) { return 1; }
} // namespace

int32_t cameo::support::decodeTiff(Bytes file, Image &image) {
  Reader reader = {file, 0};
  TIFFOpenOptions *options = TIFFOpenOptionsAlloc();
  if (!options)
    return CAMEO_OUT_OF_MEMORY;
  TIFFOpenOptionsSetErrorHandlerExtR(options, beSilent, nullptr);
  TIFFOpenOptionsSetWarningHandlerExtR(options, beSilent, nullptr);
  TIFFOpenOptionsSetMaxSingleMemAlloc(options, tmsize_t(1) << 30);
  TIFF *tiff = TIFFClientOpenExt("image", "r", &reader, readBytes, writeBytes,
                                 seek, close, size, map, unmap, options);
  TIFFOpenOptionsFree(options);
  if (!tiff)
    return image.fail("the TIFF file is damaged");
  uint32_t width = 0, height = 0;
  TIFFGetField(tiff, TIFFTAG_IMAGEWIDTH, &width);
  TIFFGetField(tiff, TIFFTAG_IMAGELENGTH, &height);
  uint8_t *pixels = image.make(width, height);
  int64_t count = int64_t(width) * height;
  auto *raster =
      pixels ? static_cast<uint32_t *>(image.scratch(count * 4)) : nullptr;
  if (raster) {
    memset(raster, 0, size_t(count) * 4);
    if (!TIFFReadRGBAImageOriented(tiff, width, height, raster,
                                   ORIENTATION_TOPLEFT, 1))
      image.fail("the TIFF file is damaged or of a kind that is not supported");
    for (int64_t i = 0; i < count; ++i)
      image.put(pixels, TIFFGetR(raster[i]), TIFFGetG(raster[i]),
                TIFFGetB(raster[i]));
  }
  TIFFClose(tiff);
  return image.status;
}
