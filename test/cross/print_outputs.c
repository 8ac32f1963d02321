/* SPDX-License-Identifier: Apache-2.0
 * print_outputs LIBRARY: runs the model on inputs that are the same everywhere and prints each
 * element of its outputs on a line. */
#include "cameo/runtime.h"

#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>

enum { MOST = 16 };

static void fill(cameo_tensor *tensor, int64_t count) {
  for (int64_t i = 0; i < count; ++i) {
    int64_t v = i * 7919 % 1000;
    switch (tensor->dtype) {
    case CAMEO_FLOAT32:
      ((float *)tensor->data)[i] = (float)v / 500 - 1;
      break;
    case CAMEO_FLOAT64:
      ((double *)tensor->data)[i] = (double)v / 500 - 1;
      break;
    case CAMEO_INT64:
      ((int64_t *)tensor->data)[i] = v % 2;
      break;
    case CAMEO_INT32:
      ((int32_t *)tensor->data)[i] = (int32_t)(v % 2);
      break;
    default:
      ((char *)tensor->data)[i * cameo_dtype_size(tensor->dtype)] =
          (char)(v % 2);
    }
  }
}

static void print(const cameo_tensor *tensor) {
  int64_t count = 1;
  for (int32_t d = 0; d < tensor->rank; ++d)
    count *= tensor->shape[d];
  for (int64_t i = 0; i < count; ++i)
    switch (tensor->dtype) {
    case CAMEO_FLOAT32:
      printf("%.9g\n", (double)((float *)tensor->data)[i]);
      break;
    case CAMEO_FLOAT64:
      printf("%.9g\n", ((double *)tensor->data)[i]);
      break;
    case CAMEO_INT64:
      printf("%" PRId64 "\n", ((int64_t *)tensor->data)[i]);
      break;
    case CAMEO_INT32:
      printf("%" PRId32 "\n", ((int32_t *)tensor->data)[i]);
      break;
    default: /* of types that C has no name for, the bits */
      for (int64_t b = 0, n = cameo_dtype_size(tensor->dtype); b < n; ++b)
        printf("%d\n", ((unsigned char *)tensor->data)[i * n + b]);
    }
}

int main(int argc, char **argv) {
  cameo_error error;
  cameo_library *library;
  cameo_context *context;
  if (argc != 2 || cameo_library_open(argv[1], NULL, &library, &error) ||
      cameo_context_create(library, NULL, &context, &error)) {
    puts(argc == 2 ? error.message : "usage: print_outputs LIBRARY");
    return 1;
  }
  const cameo_model *model = cameo_library_model(library);
  cameo_tensor in[MOST] = {{0}}, out[MOST] = {{0}};
  int64_t shapes[MOST][8];
  if (model->input_count > MOST || model->output_count > MOST)
    return 1;
  for (uint32_t i = 0; i < model->input_count; ++i) {
    const cameo_value_info *info = &model->inputs[i];
    int64_t count = 1;
    for (int32_t d = 0; d < info->rank; ++d) {
      shapes[i][d] = info->shape[d] < 0 ? 1 : info->shape[d];
      count *= shapes[i][d];
    }
    in[i].shape = shapes[i];
    in[i].rank = info->rank;
    in[i].dtype = info->dtype;
    in[i].bytes = cameo_dtype_bytes(info->dtype, count);
    if (!(in[i].data = calloc(1, (size_t)in[i].bytes + 8)))
      return 1;
    fill(&in[i], count);
  }
  if (cameo_run(context, in, model->input_count, out, model->output_count,
                &error)) {
    puts(error.message);
    return 1;
  }
  for (uint32_t i = 0; i < model->output_count; ++i)
    print(&out[i]);
  for (uint32_t i = 0; i < model->input_count; ++i)
    free(in[i].data);
  cameo_context_destroy(context);
  cameo_library_close(library);
  return 0;
}
