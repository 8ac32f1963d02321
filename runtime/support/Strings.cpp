// SPDX-License-Identifier: Apache-2.0
// Strings compared, ordered, joined and looked up.
#include "Text.h"

#include <stdlib.h>

using namespace cameo::support;

/// Whether the strings of two tensors of one shape are equal, as bools.
CAMEO_OPERATOR(cameo_op_string_equal) {
  int64_t count = countOf(outputs[0]);
  auto *equal = dataOf<uint8_t>(outputs[0]);
  for (int64_t i = 0; i < count; ++i)
    equal[i] = strcmp(textOf(inputs[0], i), textOf(inputs[1], i)) == 0;
  return CAMEO_OK;
}

/// The strings of two tensors of one shape, joined.
CAMEO_OPERATOR(cameo_op_string_concat) {
  int64_t count = countOf(outputs[0]);
  Memory memory(exec);
  for (int64_t i = 0; i < count; ++i) {
    const char *x = textOf(inputs[0], i), *y = textOf(inputs[1], i);
    size_t m = strlen(x), n = strlen(y);
    auto *joined = static_cast<char *>(memory.take(int64_t(m + n + 1)));
    if (!joined)
      return CAMEO_OUT_OF_MEMORY;
    memcpy(joined, x, m);
    memcpy(joined + m, y, n + 1);
    textAt(outputs[0], i) = joined;
  }
  return CAMEO_OK;
}

namespace {
struct Entry {
  const char *text;
  int64_t place;
};
int compareEntries(const void *a, const void *b) {
  return strcmp(static_cast<const Entry *>(a)->text,
                static_cast<const Entry *>(b)->text);
}
} // namespace

/// For each string its number among the distinct ones in ascending order.
CAMEO_OPERATOR(cameo_op_string_rank) {
  int64_t count = countOf(inputs[0]);
  Memory memory(exec);
  auto *entries = memory.array<Entry>(count);
  if (!entries)
    return CAMEO_OUT_OF_MEMORY;
  for (int64_t i = 0; i < count; ++i)
    entries[i] = {textOf(inputs[0], i), i};
  qsort(entries, size_t(count), sizeof *entries, compareEntries);
  auto *ranks = dataOf<int64_t>(outputs[0]);
  int64_t rank = 0;
  for (int64_t i = 0; i < count; ++i) {
    rank += i > 0 && strcmp(entries[i - 1].text, entries[i].text) != 0;
    ranks[entries[i].place] = rank;
  }
  return CAMEO_OK;
}

/// For each string its place in the list `keys`, which is in ascending order
/// and without repetition; the list's length if it is not there.
CAMEO_OPERATOR(cameo_op_string_find) {
  int64_t count = countOf(inputs[0]), keys = countOf(inputs[1]);
  auto *places = dataOf<int64_t>(outputs[0]);
  for (int64_t i = 0; i < count; ++i) {
    const char *text = textOf(inputs[0], i);
    int64_t low = 0, high = keys;
    while (low < high) {
      int64_t middle = (low + high) / 2;
      if (strcmp(textOf(inputs[1], middle), text) < 0)
        low = middle + 1;
      else
        high = middle;
    }
    places[i] =
        low < keys && strcmp(textOf(inputs[1], low), text) == 0 ? low : keys;
  }
  return CAMEO_OK;
}
