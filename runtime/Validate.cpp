// SPDX-License-Identifier: Apache-2.0
// Checks of what a caller passes, against the descriptor. A message names the
// input by its position and name and says both what came and what fits.
#include "Context.h"
#include "Error.h"

using namespace cameo::rt;

int64_t cameo::rt::bytesOf(const int64_t *shape, int64_t rank, int32_t dtype) {
  bool empty = false;
  for (int64_t i = 0; i < rank; ++i) {
    if (shape[i] < 0)
      return -1;
    empty |= shape[i] == 0;
  }
  int64_t count = 1;
  for (int64_t i = 0; i < rank && !empty; ++i)
    if (__builtin_mul_overflow(count, shape[i], &count))
      return -1;
  return empty ? 0 : cameo_dtype_bytes(dtype, count);
}

int32_t cameo::rt::checkTensor(const cameo_value_info &info,
                               const cameo_tensor &tensor, const Text &where,
                               bool needsData, cameo_error *error,
                               const cameo_update *lent) {
  if (tensor.capacity && !lent)
    return fail(error, CAMEO_INVALID_ARGUMENT,
                "%s: only an input that a model appends to has a capacity",
                where.data);
  int64_t size = cameo_dtype_size(tensor.dtype);
  if (!size || (info.dtype && tensor.dtype != info.dtype)) {
    const char *name = cameo_dtype_name(tensor.dtype);
    const char *wanted = cameo_dtype_name(info.dtype);
    return fail(error, CAMEO_INVALID_ARGUMENT,
                "%s: type is %s, the model takes %s", where.data,
                name ? name : "unknown", wanted ? wanted : "any");
  }
  if (tensor.rank < 0 || (info.rank >= 0 && tensor.rank != info.rank) ||
      (tensor.rank && !tensor.shape)) {
    Text expected;
    expected.addShape(info);
    return fail(error, CAMEO_INVALID_ARGUMENT,
                "%s: %d dimensions, the model takes %s", where.data,
                tensor.shape ? tensor.rank : 0, expected.data);
  }
  Text shape;
  int64_t bytes = bytesOf(tensor.shape, tensor.rank, tensor.dtype);
  if (bytes < 0) {
    shape.addShape(tensor.shape, tensor.rank);
    return fail(error, CAMEO_INVALID_ARGUMENT,
                "%s: no tensor can have the shape %s", where.data, shape.data);
  }
  if (lent && tensor.capacity) {
    bytes = lentBytes(tensor, lent->axis);
    if (bytes < 0)
      return fail(error, CAMEO_INVALID_ARGUMENT,
                  "%s: no buffer can have a capacity of %d rows", where.data,
                  tensor.capacity);
  }
  if (!needsData)
    return CAMEO_OK;
  if (tensor.bytes && tensor.bytes != bytes) {
    shape.addShape(tensor.shape, tensor.rank);
    return fail(error, CAMEO_INVALID_ARGUMENT,
                "%s: %lld bytes of data, but the shape %s of %s has %lld",
                where.data, (long long)tensor.bytes, shape.data,
                cameo_dtype_name(tensor.dtype), (long long)bytes);
  }
  if (bytes && !tensor.data)
    return fail(error, CAMEO_INVALID_ARGUMENT, "%s: data is null", where.data);
  // Complex numbers are aligned as their parts are.
  int64_t alignment = size < 8 ? size : 8;
  if (reinterpret_cast<uintptr_t>(tensor.data) % uintptr_t(alignment))
    return fail(error, CAMEO_INVALID_ARGUMENT,
                "%s: data is not aligned to the %lld bytes that %s needs",
                where.data, (long long)alignment,
                cameo_dtype_name(tensor.dtype));
  return CAMEO_OK;
}

int32_t cameo::rt::checkInput(const cameo_context &context,
                              const cameo_tensor &tensor, uint32_t index,
                              bool needsData, cameo_error *error) {
  const cameo_value_info &info = context.library->model->inputs[index];
  Text where;
  where.add("input %u '%.120s'", index, info.name);
  if (info.kind == CAMEO_TENSOR) {
    if (tensor.capacity)
      if (int32_t status = checkLoan(context, tensor, index, error))
        return status;
    return checkTensor(info, tensor, where, needsData, error,
                       updateOf(*context.library->model, index));
  }
  if (!needsData && !tensor.data)
    return CAMEO_OK;
  return checkValue(info, static_cast<const cameo_value *>(tensor.data), where,
                    error);
}

int32_t cameo::rt::checkShapes(const cameo_context &context,
                               const cameo_tensor *inputs, cameo_error *error) {
  const cameo_model &model = *context.library->model;
  for (uint32_t i = 0; i < model.input_count; ++i) {
    const cameo_value_info &info = model.inputs[i];
    for (int32_t d = 0; d < info.rank; ++d) {
      if (info.shape[d] < 0 || info.shape[d] == inputs[i].shape[d])
        continue;
      Text shape, expected;
      shape.addShape(inputs[i].shape, info.rank);
      expected.addShape(info);
      return fail(error, CAMEO_INVALID_ARGUMENT,
                  "input %u '%s': the shape %s does not fit %s: dimension %d "
                  "must be %lld",
                  i, info.name, shape.data, expected.data, d,
                  (long long)info.shape[d]);
    }
  }
  const int32_t *sameAs = context.library->sameAs;
  int32_t at = 0;
  for (uint32_t i = 0; i < model.input_count; ++i) {
    for (int32_t d = 0; d < model.inputs[i].rank; ++d, ++at) {
      if (sameAs[at] == at)
        continue;
      uint32_t first = 0;
      int32_t d0 = sameAs[at];
      for (; d0 >= model.inputs[first].rank; ++first)
        d0 -= model.inputs[first].rank;
      if (inputs[first].shape[d0] != inputs[i].shape[d])
        return fail(error, CAMEO_INVALID_ARGUMENT,
                    "input %u '%s': dimension %d ('%s') is %lld, but %lld in "
                    "input %u '%s'",
                    i, model.inputs[i].name, d, model.inputs[i].dim_names[d],
                    (long long)inputs[i].shape[d],
                    (long long)inputs[first].shape[d0], first,
                    model.inputs[first].name);
    }
  }
  return CAMEO_OK;
}
