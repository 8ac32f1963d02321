// SPDX-License-Identifier: Apache-2.0
// Reads one line of text in an image with a compiled recognition model
// (PP-OCRv4).
//   read_text MODEL.so KEYS.txt IMAGE.pgm
// In: a binary PGM (grey) image of one line and the model's list of characters.
// Out: the text, how sure the model is of it, and the times to load the library
// and to run it.
#include "cameo/runtime.h"

#include <algorithm>
#include <chrono>
#include <cmath>
#include <cstdio>
#include <cstdlib>
#include <fstream>
#include <string>
#include <vector>

namespace {

struct Image {
  int width = 0, height = 0;
  std::vector<unsigned char> pixels;
};

[[noreturn]] void fail(const std::string &message) {
  std::fprintf(stderr, "read_text: %s\n", message.c_str());
  std::exit(1);
}

/// A number of a PGM header; comments run from '#' to the end of the line.
int headerNumber(std::istream &in, const char *path) {
  int value = 0;
  while ((in >> std::ws) && in.peek() == '#')
    in.ignore(1 << 20, '\n');
  if (!(in >> value) || value <= 0 || value > 1 << 16)
    fail(std::string(path) + ": not a PGM image");
  return value;
}

Image readPGM(const char *path) {
  std::ifstream in(path, std::ios::binary);
  char magic[2] = {};
  if (!in.read(magic, 2) || magic[0] != 'P' || magic[1] != '5')
    fail(std::string(path) + ": not a binary PGM image (convert yours: convert "
                             "photo.jpg -colorspace Gray photo.pgm)");
  Image image;
  image.width = headerNumber(in, path);
  image.height = headerNumber(in, path);
  if (headerNumber(in, path) != 255)
    fail(std::string(path) + ": needs 8-bit grey levels");
  in.get();
  image.pixels.resize(size_t(image.width) * image.height);
  if (!in.read(reinterpret_cast<char *>(image.pixels.data()),
               std::streamsize(image.pixels.size())))
    fail(std::string(path) + ": shorter than its header says");
  return image;
}

/// The image scaled to `height` rows (bilinear), as three equal channels in
/// [-1, 1].
std::vector<float> toInput(const Image &image, int height, int width) {
  std::vector<float> out(size_t(3) * height * width);
  auto clampTo = [](float v, int n) {
    return std::clamp(v, 0.0f, float(n - 1));
  };
  for (int y = 0; y < height; ++y)
    for (int x = 0; x < width; ++x) {
      float sy =
          clampTo((y + 0.5f) * image.height / height - 0.5f, image.height);
      float sx = clampTo((x + 0.5f) * image.width / width - 0.5f, image.width);
      int y0 = int(sy), x0 = int(sx);
      int y1 = std::min(y0 + 1, image.height - 1),
          x1 = std::min(x0 + 1, image.width - 1);
      float fy = sy - y0, fx = sx - x0;
      auto at = [&](int r, int c) {
        return float(image.pixels[size_t(r) * image.width + c]);
      };
      float v = (at(y0, x0) * (1 - fx) + at(y0, x1) * fx) * (1 - fy) +
                (at(y1, x0) * (1 - fx) + at(y1, x1) * fx) * fy;
      for (int c = 0; c < 3; ++c)
        out[(size_t(c) * height + y) * width + x] = (v / 255 - 0.5f) / 0.5f;
    }
  return out;
}

/// Character k of the model: 0 is "no character", the last one a space.
std::vector<std::string> readKeys(const char *path) {
  std::vector<std::string> keys{""};
  std::ifstream in(path);
  for (std::string line; std::getline(in, line);)
    keys.push_back(line);
  if (keys.size() == 1)
    fail(std::string(path) + ": no characters in it");
  keys.push_back(" ");
  return keys;
}

double millisecondsSince(std::chrono::steady_clock::time_point start) {
  return std::chrono::duration<double, std::milli>(
             std::chrono::steady_clock::now() - start)
      .count();
}

} // namespace

int main(int argc, char **argv) {
  if (argc != 4) {
    std::fprintf(stderr, "usage: read_text MODEL.so KEYS.txt IMAGE.pgm\n");
    return 2;
  }
  Image image = readPGM(argv[3]);
  std::vector<std::string> keys = readKeys(argv[2]);
  const int height = 48; // the model's input height
  int width = std::clamp(
      int(std::lround(double(image.width) * height / image.height)), 16, 4096);
  std::vector<float> pixels = toInput(image, height, width);

  cameo_error error;
  cameo_library *library = nullptr;
  cameo_context *context = nullptr;
  auto start = std::chrono::steady_clock::now();
  if (cameo_library_open(argv[1], nullptr, &library, &error) ||
      cameo_context_create(library, nullptr, &context, &error))
    fail(error.message);
  double loadTime = millisecondsSince(start);

  int64_t shape[] = {1, 3, height, width};
  cameo_tensor input = {pixels.data(), shape, 4, CAMEO_FLOAT32, 0,
                        CAMEO_HOST,    0},
               output = {};
  start = std::chrono::steady_clock::now();
  if (cameo_run(context, &input, 1, &output, 1, &error))
    fail(error.message);
  double firstTime = millisecondsSince(start);
  start = std::chrono::steady_clock::now();
  if (cameo_run(context, &input, 1, &output, 1, &error))
    fail(error.message);
  double nextTime = millisecondsSince(start);
  if (output.rank != 3 || size_t(output.shape[2]) > keys.size())
    fail("the model's output is not [1, steps, characters] of this list of "
         "characters");

  // Greedy CTC decoding: the best character of each step, repeats merged,
  // blanks dropped.
  std::string text;
  double confidence = 0;
  int64_t characters = 0, previous = 0;
  const auto *scores = static_cast<const float *>(output.data);
  for (int64_t t = 0; t < output.shape[1]; ++t, scores += output.shape[2]) {
    int64_t best = std::max_element(scores, scores + output.shape[2]) - scores;
    if (best != 0 && best != previous) {
      text += keys[size_t(best)];
      confidence += scores[best];
      ++characters;
    }
    previous = best;
  }
  std::printf("read:   \"%s\" (mean confidence %.2f)\n", text.c_str(),
              characters ? confidence / characters : 0.0);
  std::printf("load:   %.2f ms\nrun:    %.2f ms the first time, %.2f ms the "
              "next, on one thread\n",
              loadTime, firstTime, nextTime);
  cameo_context_destroy(context);
  cameo_library_close(library);
}
