/* SPDX-License-Identifier: Apache-2.0
 * Two models in one C program: smooth.h's, called directly, since all its sizes are known, and
 * classify.h's, by the runtime, since it takes any number of windows. */
#include "classify.h"
#include "smooth.h"

#include <cameo/runtime.h>

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define WINDOWS 2
#define SAMPLES 16

static float windows[WINDOWS][SAMPLES];

/* No runtime, no allocation: an arena of a size that the header states. */
static int smooth_window(float *window) {
  static _Alignas(64) char arena[SMOOTH_ARENA_BYTES + 64];
  const float *smoothed;
  if (smooth_run_static(arena, window, &smoothed) != CAMEO_OK)
    return 1;
  memcpy(window, smoothed, SAMPLES * sizeof(float));
  return 0;
}

int main(void) {
  cameo_error error;
  cameo_library *library = NULL;
  cameo_context *context = NULL;
  int64_t shape[] = {WINDOWS, SAMPLES};
  cameo_tensor input = {windows, shape, 2, CAMEO_FLOAT32, sizeof windows},
               scores = {0};
  const float *p;

  for (int w = 0; w < WINDOWS; ++w)
    for (int i = 0; i < SAMPLES; ++i)
      windows[w][i] =
          (i / 4 % 2 ? 1.0f : -1.0f) * (float)w + 0.01f * (float)(i % 3);
  for (int w = 0; w < WINDOWS; ++w)
    if (smooth_window(windows[w])) {
      fprintf(stderr, "smooth failed\n");
      return 1;
    }

  if (cameo_library_from_model(&classify_descriptor, NULL, &library, &error) ||
      cameo_context_create(library, NULL, &context, &error) ||
      cameo_run(context, &input, 1, &scores, 1, &error)) {
    fprintf(stderr, "%s: %s\n", cameo_status_name(error.status), error.message);
    return 1;
  }
  printf("labels: %s\n", cameo_library_metadata(library, "labels"));
  p = (const float *)scores.data;
  for (int w = 0; w < WINDOWS; ++w)
    printf("window %d: %s (%.3f)\n", w,
           p[2 * w] > p[2 * w + 1] ? "still" : "moving",
           p[2 * w] > p[2 * w + 1] ? p[2 * w] : p[2 * w + 1]);
  cameo_context_destroy(context);
  cameo_library_close(library);
  return 0;
}
