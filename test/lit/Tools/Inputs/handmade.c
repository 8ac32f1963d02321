/* SPDX-License-Identifier: Apache-2.0
 * A compiled model written by hand, for tests of what runs models: sum = 2 * x + y by a kernel on
 * tiles of rows, and the positive elements of the sum, of which only the run knows how many. */
#include "cameo/abi.h"

#define COLUMNS 4

static void kernel_sum(int64_t *args, int64_t begin, int64_t end,
                       void *scratch) {
  const float *x = (const float *)args[0], *y = (const float *)args[1];
  float *sum = (float *)args[2];
  for (int64_t i = begin * COLUMNS; i < end * COLUMNS; ++i)
    sum[i] = 2 * x[i] + y[i];
}

static int32_t plan(const int64_t *const *shapes, int64_t threads,
                    int64_t *plan) {
  plan[0] = shapes[0][0] * COLUMNS * (int64_t)sizeof(float);
  plan[1] = 0;
  return CAMEO_OK;
}

static int32_t run(cameo_exec *exec, const void *const *inputs,
                   const int64_t *const *shapes, const void **outputs,
                   int64_t *const *output_shapes) {
  int64_t rows = shapes[0][0];
  float *sum = (float *)((char *)exec->arena + exec->plan[1]);
  int64_t args[3] = {(int64_t)inputs[0], (int64_t)inputs[1], (int64_t)sum};
  if (exec->on_launch)
    exec->on_launch(exec, 0, 0);
  if (exec->parallel_for)
    exec->parallel_for(exec, kernel_sum, args, rows, 8, 0, 0);
  else
    kernel_sum(args, 0, rows, 0);
  if (exec->on_launch)
    exec->on_launch(exec, 0, 1);

  int64_t count = 0;
  for (int64_t i = 0; i < rows * COLUMNS; ++i) {
    if (sum[i] != sum[i]) {
      if (exec->fail)
        exec->fail(exec, "node 'positive': a NaN came in");
      return CAMEO_RUNTIME_ERROR;
    }
    count += sum[i] > 0;
  }
  float *positive =
      (float *)exec->allocate(exec, count * (int64_t)sizeof(float));
  if (!positive)
    return CAMEO_OUT_OF_MEMORY;
  for (int64_t i = 0, k = 0; i < rows * COLUMNS; ++i)
    if (sum[i] > 0)
      positive[k++] = sum[i];
  outputs[0] = sum;
  output_shapes[0][0] = rows;
  output_shapes[0][1] = COLUMNS;
  outputs[1] = positive;
  output_shapes[1][0] = count;
  return CAMEO_OK;
}

static const int64_t shape2[] = {-1, COLUMNS}, shape1[] = {-1};
static const char *const names2[] = {"batch", 0}, *const names1[] = {0};
static const cameo_value_info inputs[] = {
    {"x", CAMEO_FLOAT32, 2, shape2, names2, CAMEO_TENSOR, 0, 0},
    {"y", CAMEO_FLOAT32, 2, shape2, names2, CAMEO_TENSOR, 0, 0}};
static const cameo_value_info outputs[] = {
    {"sum", CAMEO_FLOAT32, 2, shape2, names2, CAMEO_TENSOR, 0, 0},
    {"positive", CAMEO_FLOAT32, 1, shape1, names1, CAMEO_TENSOR, 0, 0}};
static const cameo_key_value metadata[] = {{"author", "a test"}};
static const cameo_launch_info launches[] = {{"kernel_sum", "mul,add", 64, 96}};

/* What a test may spoil. */
#ifndef ABI
#define ABI CAMEO_ABI_VERSION
#endif
#ifndef FEATURES
#define FEATURES ""
#endif
#ifndef DESCRIPTOR
#define DESCRIPTOR cameo_model_descriptor
#endif

const cameo_model DESCRIPTOR = {
    .abi_version = ABI,
    .struct_size = sizeof(cameo_model),
    .name = "handmade",
    .compiler = "cc",
    .hash = "00",
    .target = "this machine",
    .cpu_features = FEATURES,
    .input_count = 2,
    .output_count = 2,
    .metadata_count = 1,
    .launch_count = 1,
    .inputs = inputs,
    .outputs = outputs,
    .metadata = metadata,
    .launches = launches,
    .plan_size = 2,
    .static_arena = -1,
    .dynamic_memory = 1,
#ifdef WEIGHTS_FILE
    .weights_size = WEIGHTS_SIZE,
    .weights_file = WEIGHTS_FILE,
    .weights_hash = WEIGHTS_HASH,
#endif
    .plan = plan,
    .run = run,
};
