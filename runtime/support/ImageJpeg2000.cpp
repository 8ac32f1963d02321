// SPDX-License-Identifier: Apache-2.0
// JPEG 2000, by OpenJPEG: files and bare code streams, subsampled components
// and YCC included.
#include "Image.h"

#include <openjpeg.h>

using namespace cameo::support;

namespace {
struct Reader {
  Bytes file;
  int64_t at;
};
OPJ_SIZE_T readBytes(void *to, OPJ_SIZE_T count, void *user) {
  auto *reader = static_cast<Reader *>(user);
  int64_t left = reader->file.size - reader->at;
  if (left <= 0)
    return OPJ_SIZE_T(-1);
  int64_t n = int64_t(count) < left ? int64_t(count) : left;
  memcpy(to, reader->file.data + reader->at, size_t(n));
  reader->at += n;
  return OPJ_SIZE_T(n);
}
OPJ_OFF_T skip(OPJ_OFF_T count, void *user) {
  auto *reader = static_cast<Reader *>(user);
  int64_t left = reader->file.size - reader->at;
  if (count < 0 || left <= 0)
    return -1;
  int64_t n = count < left ? count : left;
  reader->at += n;
  return n;
}
OPJ_BOOL seek(OPJ_OFF_T to, void *user) {
  auto *reader = static_cast<Reader *>(user);
  if (to < 0 || to > reader->file.size)
    return OPJ_FALSE;
  reader->at = to;
  return OPJ_TRUE;
}

/// A sample as 8 bits without sign.
int sampleAt(const opj_image_comp_t &c, int64_t x, int64_t y,
             const opj_image_t &image) {
  int64_t column = x / (c.dx ? c.dx : 1), row = y / (c.dy ? c.dy : 1);
  column = column < int64_t(c.w) ? column : int64_t(c.w) - 1;
  row = row < int64_t(c.h) ? row : int64_t(c.h) - 1;
  int64_t value = c.data[row * c.w + column];
  if (c.sgnd)
    value += int64_t(1) << (c.prec - 1);
  value = c.prec > 8   ? value >> (c.prec - 8)
          : c.prec < 8 ? value * 255 / ((1 << c.prec) - 1)
                       : value;
  return int(value < 0 ? 0 : value > 255 ? 255 : value);
}
int clamp(double v) { return v < 0 ? 0 : v > 255 ? 255 : int(v + 0.5); }

int32_t write(const opj_image_t &decoded, Image &image) {
  int64_t width = int64_t(decoded.x1) - decoded.x0,
          height = int64_t(decoded.y1) - decoded.y0;
  unsigned count = decoded.numcomps >= 3 ? 3 : 1;
  for (unsigned i = 0; i < count; ++i)
    if (decoded.numcomps == 0 || !decoded.comps[i].data ||
        !decoded.comps[i].w || !decoded.comps[i].h ||
        decoded.comps[i].prec < 1 || decoded.comps[i].prec > 31)
      return image.fail("the JPEG 2000 file is damaged");
  uint8_t *to = image.make(width, height);
  if (!to)
    return image.status;
  const opj_image_comp_t *c = decoded.comps;
  bool isYcc = count == 3 && decoded.color_space == OPJ_CLRSPC_SYCC;
  for (int64_t y = 0; y < height; ++y)
    for (int64_t x = 0; x < width; ++x) {
      int a = sampleAt(c[0], x, y, decoded);
      if (count == 1) {
        if (image.channels == 1)
          *to++ = uint8_t(a);
        else
          image.put(to, a, a, a);
        continue;
      }
      int b = sampleAt(c[1], x, y, decoded), d = sampleAt(c[2], x, y, decoded);
      if (isYcc)
        image.put(to, clamp(a + 1.402 * (d - 128)),
                  clamp(a - 0.344136 * (b - 128) - 0.714136 * (d - 128)),
                  clamp(a + 1.772 * (b - 128)));
      else
        image.put(to, a, b, d);
    }
  return CAMEO_OK;
}
} // namespace

int32_t cameo::support::decodeJpeg2000(Bytes file, Image &image) {
  Reader reader = {file, 0};
  opj_stream_t *stream = opj_stream_create(1 << 16, OPJ_TRUE);
  bool isBare = file.begins("\xff\x4f", 2);
  opj_codec_t *codec =
      opj_create_decompress(isBare ? OPJ_CODEC_J2K : OPJ_CODEC_JP2);
  opj_image_t *decoded = nullptr;
  if (stream && codec) {
    opj_stream_set_user_data(stream, &reader, nullptr);
    opj_stream_set_user_data_length(stream, OPJ_UINT64(file.size));
    opj_stream_set_read_function(stream, readBytes);
    opj_stream_set_skip_function(stream, skip);
    opj_stream_set_seek_function(stream, seek);
    opj_dparameters_t parameters;
    opj_set_default_decoder_parameters(&parameters);
    bool fine = opj_setup_decoder(codec, &parameters) &&
                opj_read_header(stream, codec, &decoded);
    // Before it takes memory for the samples.
    if (fine && (decoded->x1 <= decoded->x0 || decoded->y1 <= decoded->y0 ||
                 int64_t(decoded->x1 - decoded->x0) >
                     mostPixels / int64_t(decoded->y1 - decoded->y0)))
      fine = false;
    if (!fine || !opj_decode(codec, stream, decoded))
      image.fail("the JPEG 2000 file is damaged");
    else
      write(*decoded, image);
  } else {
    image.status = CAMEO_OUT_OF_MEMORY;
  }
  opj_image_destroy(decoded);
  opj_destroy_codec(codec);
  opj_stream_destroy(stream);
  return image.status;
}
