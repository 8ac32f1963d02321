/* SPDX-License-Identifier: Apache-2.0
 * Runs a model that calls the operator of peaks.c. */
#include <cameo/runtime.h>
#include <math.h>
#include <stdio.h>

#include "peaks.h"

static int run(cameo_context *context, float *signal, int64_t length) {
  cameo_error error;
  cameo_tensor input = {signal, &length, 1, CAMEO_FLOAT32, 0},
               outputs[2] = {{0}, {0}};
  int64_t i;
  if (cameo_run(context, &input, 1, outputs, 2, &error)) {
    printf("error: %s\n", error.message);
    return 1;
  }
  printf("%d peaks:", (int)outputs[0].shape[0]);
  for (i = 0; i < outputs[0].shape[0]; ++i)
    printf(" %d", (int)((const int64_t *)outputs[0].data)[i]);
  printf("; %d inner samples\n", (int)outputs[1].shape[0]);
  return 0;
}

int main(void) {
  float signal[] = {0, 1, 5, 1, 0, 0, 3, 4, 3, 0};
  cameo_error error;
  cameo_library *library = NULL;
  cameo_context *context = NULL;
  if (cameo_library_from_model(&peaks_descriptor, NULL, &library, &error) ||
      cameo_context_create(library, NULL, &context, &error)) {
    printf("%s\n", error.message);
    return 1;
  }
  run(context, signal, 10);
  run(context, signal, 5);
  /* The function refuses what it cannot do, and the message says where. */
  signal[0] = nanf("");
  run(context, signal, 10);
  cameo_context_destroy(context);
  cameo_library_close(library);
  return 0;
}
