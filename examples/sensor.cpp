// SPDX-License-Identifier: Apache-2.0
// Two models in one C++ program, both by the runtime, on one pool of threads.
#include "classify.h"
#include "smooth.h"

#include <cameo/cameo.hpp>

#include <cstdio>

static int report(const cameo::Error &error) {
  std::fprintf(stderr, "%s: %s\n", cameo_status_name(error.status),
               error.message.c_str());
  return 1;
}

int main() {
  constexpr int windows = 2, samples = 16;
  auto pool = cameo::Pool::create(2);
  if (!pool)
    return report(pool.error());
  auto smooth = cameo::Library::of(smooth_descriptor);
  if (!smooth)
    return report(smooth.error());
  auto classify = cameo::Library::of(classify_descriptor);
  if (!classify)
    return report(classify.error());
  cameo::Context::Options options;
  options.pool = &*pool;
  auto smoother = cameo::Context::create(*smooth, options);
  if (!smoother)
    return report(smoother.error());
  auto classifier = cameo::Context::create(*classify, options);
  if (!classifier)
    return report(classifier.error());

  std::vector<float> smoothed;
  for (int w = 0; w < windows; ++w) {
    std::vector<float> signal;
    for (int i = 0; i < samples; ++i)
      signal.push_back((i / 4 % 2 ? 1.0f : -1.0f) * float(w) +
                       0.01f * float(i % 3));
    auto result = smoother->run({cameo::input(signal, {1, 1, samples})});
    if (!result)
      return report(result.error());
    std::vector<float> window = (*result)[0].copy<float>();
    smoothed.insert(smoothed.end(), window.begin(), window.end());
  }
  auto scores = classifier->run({cameo::input(smoothed, {windows, samples})});
  if (!scores)
    return report(scores.error());
  const float *p = (*scores)[0].data<float>();
  std::printf("labels: %s\n", classify->metadata("labels").c_str());
  for (int w = 0; w < windows; ++w, p += 2)
    std::printf("window %d: %s (%.3f)\n", w, p[0] > p[1] ? "still" : "moving",
                p[0] > p[1] ? p[0] : p[1]);
}
