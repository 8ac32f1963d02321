// SPDX-License-Identifier: Apache-2.0
// Buffers with room, and what a run in them must give.
#include "tools/common/InPlace.h"

using namespace cameo;
using namespace cameo::tools;

/// Copies `rows` rows along `axis` from or to a buffer with room for `capacity`
/// in each slice.
static void copyRows(const cameo_tensor &tensor, uint32_t axis, int64_t rows,
                     int64_t capacity, char *lent, char *contiguous,
                     bool toLent) {
  int64_t slices = 1, bytes = cameo_dtype_size(tensor.dtype);
  for (int32_t d = 0; d < tensor.rank; ++d)
    if (d != int32_t(axis))
      (d < int32_t(axis) ? slices : bytes) *= tensor.shape[d];
  for (int64_t i = 0; i < slices; ++i) {
    char *at = lent + i * capacity * bytes,
         *other = contiguous + i * rows * bytes;
    std::copy_n(toLent ? other : at, rows * bytes, toLent ? at : other);
  }
}

tools::LentCaches::LentCaches(const cameo_model &model,
                              llvm::MutableArrayRef<cameo_tensor> in,
                              int64_t more) {
  for (uint32_t i = 0; i < model.update_count; ++i) {
    const cameo_update &update = model.updates[i];
    cameo_tensor &tensor = in[update.input];
    int64_t rows = tensor.shape[update.axis], capacity = rows + more, count = 1;
    for (int32_t d = 0; d < tensor.rank; ++d)
      count *= d == int32_t(update.axis) ? capacity : tensor.shape[d];
    // What nobody has written must not be read: as floats these are NaN.
    std::vector<char> &buffer = buffers.emplace_back(
        size_t(count * cameo_dtype_size(tensor.dtype)), char(0xff));
    copyRows(tensor, update.axis, rows, capacity, buffer.data(),
             static_cast<char *>(tensor.data), /*toLent=*/true);
    tensor.data = buffer.data();
    tensor.bytes = int64_t(buffer.size());
    tensor.capacity = int32_t(capacity);
  }
}

std::vector<char> tools::LentCaches::rowsOf(const cameo_tensor &tensor,
                                            uint32_t axis) {
  int64_t bytes = cameo_dtype_size(tensor.dtype);
  for (int32_t d = 0; d < tensor.rank; ++d)
    bytes *= tensor.shape[d];
  std::vector<char> rows(size_t(bytes), 0);
  copyRows(tensor, axis, tensor.shape[axis], tensor.capacity,
           static_cast<char *>(tensor.data), rows.data(), /*toLent=*/false);
  return rows;
}

llvm::Error tools::checkInPlace(const Library &library, Context &context,
                                llvm::ArrayRef<Tensor> inputs,
                                llvm::ArrayRef<Tensor> results) {
  const cameo_model &model = library.model();
  if (!model.update_count)
    return llvm::Error::success();
  Views views;
  llvm::Expected<std::vector<cameo_tensor>> in =
      viewInputs(model, inputs, views);
  if (!in)
    return in.takeError();
  std::vector<cameo_tensor> out(model.output_count);
  int64_t more = 0;
  for (uint32_t i = 0; i < model.update_count; ++i) {
    const cameo_update &u = model.updates[i];
    more = std::max(more, results[u.output].shape[u.axis] -
                              (*in)[u.input].shape[u.axis]);
  }
  LentCaches caches(model, *in, more + 3);
  cameo_error error;
  if (cameo_run(context.get(), in->data(), uint32_t(in->size()), out.data(),
                uint32_t(out.size()), &error))
    return llvm::createStringError(llvm::Twine("in place: ") + error.message);
  for (uint32_t i = 0; i < model.output_count; ++i) {
    if (model.outputs[i].kind != CAMEO_TENSOR ||
        model.outputs[i].dtype == CAMEO_STRING)
      continue;
    std::vector<char> data;
    for (uint32_t u = 0; u < model.update_count; ++u)
      if (model.updates[u].output == i) {
        if (out[i].data != (*in)[model.updates[u].input].data)
          return llvm::createStringError(llvm::Twine("in place: output '") +
                                         model.outputs[i].name +
                                         "' is elsewhere");
        data = LentCaches::rowsOf(out[i], model.updates[u].axis);
      }
    if (!out[i].capacity)
      data = copy(out[i], "").data;
    if (data != results[i].data)
      return llvm::createStringError(llvm::Twine("in place: output '") +
                                     model.outputs[i].name +
                                     "' is not what a run on copies gives");
  }
  return llvm::Error::success();
}
