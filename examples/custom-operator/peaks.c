/* SPDX-License-Identifier: Apache-2.0
 * An operator in C: the places where a signal has a local maximum above a threshold, as many as
 * there are, and the signal without its margins. */
#include <cameo/operator.h>

int32_t example_peaks(cameo_exec *exec, const cameo_tensor *inputs,
                      int64_t input_count, cameo_tensor *outputs,
                      int64_t output_count, const void *attributes) {
  const float *signal = (const float *)inputs[0].data;
  int64_t length = inputs[0].shape[0],
          margin = cameo_int(attributes, "margin", 1), count, i;
  float threshold;
  int32_t status, pass;
  (void)input_count;
  (void)output_count;
  /* An input that the node leaves out has dtype 0. */
  threshold = inputs[1].dtype ? *(const float *)inputs[1].data : 0.0f;
  for (i = 0; i < length; ++i)
    if (signal[i] != signal[i])
      return cameo_fail(exec, "a sample is not a number");
  /* The first output is sized here, the second one comes with its memory. */
  for (pass = 0; pass < 2; ++pass) {
    for (count = 0, i = 1; i + 1 < length; ++i)
      if (signal[i] > threshold && signal[i] > signal[i - 1] &&
          signal[i] >= signal[i + 1]) {
        if (pass)
          ((int64_t *)outputs[0].data)[count] = i;
        ++count;
      }
    if (!pass &&
        (status = cameo_make_output(exec, &outputs[0], &count)) != CAMEO_OK)
      return status;
  }
  for (i = 0; i < length - 2 * margin; ++i)
    ((float *)outputs[1].data)[i] = signal[i + margin];
  return CAMEO_OK;
}
