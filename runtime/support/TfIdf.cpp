// SPDX-License-Identifier: Apache-2.0
// TfIdfVectorizer: n-grams of the rows, found in a pool by binary search and
// counted.
#include "Text.h"

using namespace cameo::support;

namespace {
/// One row of tokens.
struct Row {
  const cameo_tensor &x;
  int64_t begin, length;

  int64_t number(int64_t i) const {
    return x.dtype == CAMEO_INT32 ? dataOf<int32_t>(x)[begin + i]
                                  : dataOf<int64_t>(x)[begin + i];
  }
  const char *text(int64_t i) const { return textOf(x, begin + i); }
};

/// The n-grams of one length in ascending order: gram k is `size` tokens of the
/// pool from position starts[k] on.
struct Grams {
  int64_t size, count;
  const int64_t *starts, *outputs;
};

struct Pool {
  const int64_t *numbers;
  const cameo_tensor *texts; // instead of numbers
};

int compare(const Pool &pool, int64_t start, const Row &row, int64_t from,
            int64_t step, int64_t size) {
  for (int64_t i = 0; i < size; ++i) {
    int order;
    if (pool.texts) {
      order = strcmp(textOf(*pool.texts, start + i), row.text(from + i * step));
    } else {
      int64_t a = pool.numbers[start + i], b = row.number(from + i * step);
      order = a < b ? -1 : a > b;
    }
    if (order)
      return order;
  }
  return 0;
}

void count(const Pool &pool, const Grams &grams, const Row &row, int64_t step,
           float *frequencies) {
  // Without overflow: step and size come from the model.
  if (grams.size > 1 && step > (row.length - 1) / (grams.size - 1))
    return;
  int64_t last = row.length - step * (grams.size - 1);
  for (int64_t from = 0; from < last; ++from) {
    int64_t low = 0, high = grams.count;
    while (low < high) {
      int64_t middle = (low + high) / 2;
      if (compare(pool, grams.starts[middle], row, from, step, grams.size) < 0)
        low = middle + 1;
      else
        high = middle;
    }
    if (low < grams.count &&
        compare(pool, grams.starts[low], row, from, step, grams.size) == 0)
      frequencies[grams.outputs[low]] += 1;
  }
}
} // namespace

/// Inputs: X [C] or [B, C] of int32, int64 or strings; the pool as int64 or
/// strings. Attributes: `lengths` and `counts` of the groups of n-grams (each
/// in ascending order), `starts` of all grams in the pool, their `outputs`;
/// `skips`; `mode`; `weights` of the outputs. Y comes with its size.
CAMEO_OPERATOR(cameo_op_tfidf) {
  const cameo_tensor &x = inputs[0];
  int64_t groups, n;
  const int64_t *lengths = cameo_ints(attributes, "lengths", &groups);
  const int64_t *counts = cameo_ints(attributes, "counts", &n);
  const int64_t *starts = cameo_ints(attributes, "starts", &n);
  const int64_t *places = cameo_ints(attributes, "outputs", &n);
  int64_t skips = cameo_int(attributes, "skips", 0);
  Pool pool = {nullptr, nullptr};
  if (x.dtype == CAMEO_STRING)
    pool.texts = &inputs[1];
  else
    pool.numbers = dataOf<int64_t>(inputs[1]);
  int64_t rows = x.rank == 2 ? x.shape[0] : 1,
          columns = x.rank ? x.shape[x.rank - 1] : 1;
  int64_t width = outputs[0].shape[outputs[0].rank - 1];
  auto *y = dataOf<float>(outputs[0]);
  const char *mode = cameo_string(attributes, "mode", 0, "TF");
  int64_t weightCount;
  const float *weights = cameo_floats(attributes, "weights", &weightCount);
  for (int64_t r = 0; r < rows; ++r, y += width) {
    Row row = {x, r * columns, columns};
    for (int64_t k = 0; k < width; ++k)
      y[k] = 0;
    const int64_t *start = starts, *place = places;
    for (int64_t g = 0; g < groups; ++g) {
      // Single tokens know no skips; steps beyond the row find nothing.
      int64_t most = lengths[g] == 1 ? 0 : skips < columns ? skips : columns;
      for (int64_t skip = 0; skip <= most; ++skip)
        count(pool, {lengths[g], counts[g], start, place}, row, skip + 1, y);
      start += counts[g];
      place += counts[g];
    }
    if (mode[0] == 'T' && mode[2] == 0)
      continue;
    bool isIdf = mode[0] == 'I';
    for (int64_t k = 0; k < width; ++k) {
      float weight = k < weightCount ? weights[k] : 1;
      y[k] = isIdf ? (y[k] > 0 ? weight : 0) : y[k] * weight;
    }
  }
  return CAMEO_OK;
}
