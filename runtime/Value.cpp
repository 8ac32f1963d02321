// SPDX-License-Identifier: Apache-2.0
// Sequences, optionals and maps: checks of a caller's, views, copies.
#include "Context.h"
#include "Error.h"

#include <stdlib.h>
#include <string.h>

using namespace cameo::rt;

namespace {
constexpr int64_t mostItems = int64_t(1)
                              << 40; // no array of pointers is larger

const char *kindName(int32_t kind) {
  switch (kind) {
  case CAMEO_TENSOR:
    return "tensor";
  case CAMEO_SEQUENCE:
    return "sequence";
  case CAMEO_OPTIONAL:
    return "optional";
  case CAMEO_MAP:
    return "map";
  }
  return "value of unknown kind";
}

/// A tensor in a value, which the host looks into.
static int32_t checkPart(const cameo_value_info &info,
                         const cameo_tensor &tensor, const Text &where,
                         cameo_error *error) {
  if (tensor.location != CAMEO_HOST)
    return fail(error, CAMEO_INVALID_ARGUMENT,
                "%s: is not in the host's memory", where.data);
  return checkTensor(info, tensor, where, /*needsData=*/true, error);
}

/// A map's keys or values.
int32_t checkColumn(const cameo_value &map, int64_t column, int32_t dtype,
                    const Text &where, cameo_error *error) {
  const char *word = column ? "values" : "keys";
  const cameo_value *v = map.items ? map.items[column] : nullptr;
  if (!v || v->kind != CAMEO_TENSOR)
    return fail(error, CAMEO_INVALID_ARGUMENT, "%s: the map has no %s",
                where.data, word);
  cameo_value_info info{};
  info.dtype = dtype;
  info.rank = -1;
  Text inner = where;
  inner.add(", %s", word);
  if (int32_t status = checkPart(info, v->tensor, inner, error))
    return status;
  if (v->tensor.rank == 1 && v->tensor.shape[0] == map.count)
    return CAMEO_OK;
  return fail(error, CAMEO_INVALID_ARGUMENT,
              "%s: are not %lld in one dimension, as the map has entries",
              inner.data, (long long)map.count);
}
} // namespace

int32_t cameo::rt::checkValue(const cameo_value_info &info,
                              const cameo_value *value, const Text &where,
                              cameo_error *error) {
  if (!value)
    return fail(error, CAMEO_INVALID_ARGUMENT, "%s: the value is null",
                where.data);
  if (value->kind != info.kind)
    return fail(error, CAMEO_INVALID_ARGUMENT,
                "%s: kind is %s, the model takes %s", where.data,
                kindName(value->kind), kindName(info.kind));
  if (info.kind == CAMEO_TENSOR)
    return checkPart(info, value->tensor, where, error);
  int64_t most = info.kind == CAMEO_OPTIONAL ? 1 : mostItems;
  if (value->count < 0 || value->count > most)
    return fail(error, CAMEO_INVALID_ARGUMENT, "%s: no %s has %lld items",
                where.data, kindName(info.kind), (long long)value->count);
  if (info.kind == CAMEO_MAP) {
    int32_t status = checkColumn(*value, 0, info.dtype, where, error);
    return status ? status
                  : checkColumn(*value, 1, info.element->dtype, where, error);
  }
  if (value->count && !value->items)
    return fail(error, CAMEO_INVALID_ARGUMENT, "%s: items is null", where.data);
  for (int64_t i = 0; i < value->count; ++i) {
    Text inner = where;
    inner.add(", item %lld", (long long)i);
    if (int32_t status =
            checkValue(*info.element, value->items[i], inner, error))
      return status;
  }
  return CAMEO_OK;
}

//===-- copies ------------------------------------------------------------===//

namespace {
/// Lays a value out in one block; without a block it only counts bytes.
class Copier {
public:
  explicit Copier(char *block) : block(block) {}
  int64_t size = 0;
  bool bad = false; // a value that no model gives

  cameo_value *copy(const cameo_value &from, int depth) {
    auto *to = static_cast<cameo_value *>(take(sizeof from));
    if ((bad |= depth > mostDepth))
      return nullptr;
    if (to) {
      *to = from;
      to->growth = nullptr;
    }
    if (from.kind == CAMEO_TENSOR) {
      tensor(from.tensor, to ? &to->tensor : nullptr);
      return to;
    }
    int64_t n = from.kind == CAMEO_MAP ? 2 : from.count;
    if ((bad |= n < 0 || n > mostItems || (n && !from.items)))
      return nullptr;
    auto **items =
        static_cast<const cameo_value **>(take(n * int64_t(sizeof(void *))));
    if (to)
      to->items = items;
    for (int64_t i = 0; i < n && !bad; ++i) {
      if ((bad |= !from.items[i]))
        return nullptr;
      const cameo_value *item = copy(*from.items[i], depth + 1);
      if (items)
        items[i] = item;
    }
    return to;
  }

private:
  static constexpr int mostDepth = 64;

  void *take(int64_t bytes) {
    // Sums of what lies in memory stay far below 2^63.
    int64_t at = size;
    size += (bytes + 7) / 8 * 8;
    return block ? block + at : nullptr;
  }

  void tensor(const cameo_tensor &from, cameo_tensor *to) {
    int64_t width = cameo_dtype_size(from.dtype);
    int64_t bytes = from.rank < 0 || (from.rank && !from.shape) || !width
                        ? -1
                        : bytesOf(from.shape, from.rank, from.dtype);
    if ((bad |= bytes < 0 || (bytes && !from.data)))
      return;
    auto *shape =
        static_cast<int64_t *>(take(from.rank * int64_t(sizeof(int64_t))));
    auto *data = static_cast<char *>(take(bytes));
    if (to) {
      memcpy(shape, from.shape, size_t(from.rank) * sizeof(int64_t));
      to->shape = shape;
      to->data = data;
      to->bytes = bytes;
      if (bytes)
        memcpy(data, from.data, size_t(bytes));
    }
    if (from.dtype != CAMEO_STRING)
      return;
    auto *texts = static_cast<const char *const *>(from.data);
    for (int64_t i = 0; i < bytes / width; ++i) {
      const char *text = texts[i] ? texts[i] : "";
      int64_t length = int64_t(strlen(text)) + 1;
      auto *own = static_cast<char *>(take(length));
      if (!own)
        continue;
      memcpy(own, text, size_t(length));
      reinterpret_cast<const char **>(data)[i] = own;
    }
  }

  char *block;
};
} // namespace

extern "C" {

cameo_value cameo_value_tensor(cameo_tensor tensor) {
  cameo_value value{};
  value.tensor = tensor;
  return value;
}

cameo_value cameo_value_sequence(const cameo_value *const *items,
                                 int64_t count) {
  cameo_value value{};
  value.kind = CAMEO_SEQUENCE;
  value.count = count;
  value.items = items;
  return value;
}

cameo_value cameo_value_optional(const cameo_value *const *item) {
  cameo_value value{};
  value.kind = CAMEO_OPTIONAL;
  value.count = item ? 1 : 0;
  value.items = item;
  return value;
}

cameo_value cameo_value_map(const cameo_value *const *columns) {
  cameo_value value{};
  value.kind = CAMEO_MAP;
  value.items = columns;
  if (columns && columns[0] && columns[0]->tensor.rank == 1 &&
      columns[0]->tensor.shape)
    value.count = columns[0]->tensor.shape[0];
  return value;
}

const cameo_value *cameo_value_item(const cameo_value *value, int64_t i) {
  if (!value || !value->items || i < 0)
    return nullptr;
  int64_t n = value->kind == CAMEO_MAP ? 2
              : value->kind == CAMEO_SEQUENCE || value->kind == CAMEO_OPTIONAL
                  ? value->count
                  : 0;
  return i < n ? value->items[i] : nullptr;
}

int32_t cameo_value_copy(const cameo_value *value, cameo_value **out,
                         cameo_error *error) {
  if (!value || !out)
    return fail(error, CAMEO_INVALID_ARGUMENT,
                "cameo_value_copy: a null argument");
  *out = nullptr;
  Copier measure(nullptr);
  measure.copy(*value, 0);
  if (measure.bad)
    return fail(error, CAMEO_INVALID_ARGUMENT,
                "cameo_value_copy: not a value that a model could give");
  auto *block = static_cast<char *>(malloc(size_t(measure.size)));
  if (!block)
    return fail(error, CAMEO_OUT_OF_MEMORY, "out of memory");
  *out = Copier(block).copy(*value, 0);
  return succeed(error);
}

void cameo_value_free(cameo_value *copy) { free(copy); }

} // extern "C"
