// SPDX-License-Identifier: Apache-2.0
// Buffers that a caller lends (cameo_tensor.capacity): checked before a run,
// handed to the model, and described as outputs after it.
#include "Context.h"

using namespace cameo::rt;

const cameo_update *cameo::rt::updateOf(const cameo_model &model,
                                        uint32_t input) {
  for (uint32_t i = 0; i < model.update_count; ++i)
    if (model.updates[i].input == input)
      return &model.updates[i];
  return nullptr;
}

bool cameo::rt::takesLoans(const cameo_model &model,
                           const cameo_tensor *inputs) {
  for (uint32_t i = 0; i < model.input_count; ++i)
    if (inputs[i].capacity && !updateOf(model, i))
      return false;
  return true;
}

int64_t cameo::rt::lentBytes(const cameo_tensor &tensor, uint32_t axis) {
  int64_t count = 1;
  for (int32_t d = 0; d < tensor.rank; ++d) {
    int64_t size = uint32_t(d) == axis ? tensor.capacity : tensor.shape[d];
    if (size < 0 || __builtin_mul_overflow(count, size, &count))
      return -1;
  }
  return cameo_dtype_bytes(tensor.dtype, count);
}

int32_t cameo::rt::checkLoan(const cameo_context &context,
                             const cameo_tensor &tensor, uint32_t index,
                             cameo_error *error) {
  const cameo_model &model = *context.library->model;
  const cameo_value_info &info = model.inputs[index];
  const cameo_update *update = updateOf(model, index);
  if (!update)
    return fail(error, CAMEO_INVALID_ARGUMENT,
                "input %u '%s': a buffer with a capacity is lent, but the "
                "model appends no rows to it: pass contiguous data, capacity 0",
                index, info.name);
  if (tensor.rank == info.rank && tensor.shape &&
      tensor.capacity < tensor.shape[update->axis])
    return fail(error, CAMEO_INVALID_ARGUMENT,
                "input %u '%s': a capacity of %d, but %lld rows along "
                "dimension %u",
                index, info.name, tensor.capacity,
                (long long)tensor.shape[update->axis], update->axis);
  return CAMEO_OK;
}

int32_t cameo::rt::checkReturns(const cameo_context &context,
                                const cameo_tensor *inputs,
                                const cameo_tensor *outputs,
                                cameo_error *error) {
  const cameo_model &model = *context.library->model;
  for (uint32_t i = 0; i < model.update_count; ++i) {
    const cameo_update &update = model.updates[i];
    const cameo_tensor &in = inputs[update.input],
                       &out = outputs[update.output];
    if (in.capacity && out.data && out.data != in.data)
      return fail(error, CAMEO_INVALID_ARGUMENT,
                  "output %u '%s' is written into the buffer that is lent for "
                  "input '%s': its data must be null or that buffer",
                  update.output, model.outputs[update.output].name,
                  model.inputs[update.input].name);
  }
  return CAMEO_OK;
}

void cameo::rt::lend(cameo_context &context, const cameo_model &model,
                     const cameo_tensor *inputs) {
  for (uint32_t i = 0; i < model.update_count; ++i)
    context.capacities[i] = inputs[model.updates[i].input].capacity;
}

const cameo_tensor *cameo::rt::lentFor(const cameo_model &model,
                                       const cameo_tensor *inputs,
                                       uint32_t output) {
  for (uint32_t i = 0; i < model.update_count; ++i)
    if (model.updates[i].output == output &&
        inputs[model.updates[i].input].capacity)
      return &inputs[model.updates[i].input];
  return nullptr;
}
