// SPDX-License-Identifier: Apache-2.0
// Element by element; the reason names the first element that differs and how
// many do.
#include "tools/common/Compare.h"
#include "llvm/Support/FormatVariadic.h"

#include <cmath>
#include <cstdio>
#include <cstring>
#include <numeric>

using namespace cameo;
using namespace cameo::tools;

namespace {

/// "[1,0,3]" of a flat index.
std::string position(const Tensor &tensor, int64_t flat) {
  std::string text = "]";
  for (size_t d = tensor.shape.size(); d-- > 0;) {
    text = std::to_string(flat % tensor.shape[d]) + text;
    flat /= tensor.shape[d];
    if (d)
      text = "," + text;
  }
  return "[" + text;
}

bool sameTypeAndShape(const Tensor &got, const Tensor &expected,
                      Comparison &result) {
  if (got.dtype == expected.dtype && got.shape == expected.shape)
    return true;
  result.reason = "is " + got.describe() + ", expected " + expected.describe();
  return false;
}

Comparison compareStrings(const Tensor &got, const Tensor &expected) {
  Comparison result;
  for (int64_t i = 0; i < expected.size(); ++i)
    if (got.strings[i] != expected.strings[i]) {
      result.reason = llvm::formatv("{0} is \"{1}\", expected \"{2}\"",
                                    position(expected, i), got.strings[i],
                                    expected.strings[i]);
      return result;
    }
  result.equal = true;
  return result;
}

/// Element i, complex numbers being pairs of reals.
double scalar(const Tensor &tensor, int64_t i) {
  if (!isComplex(tensor.dtype))
    return elementAsDouble(tensor, i);
  if (tensor.dtype == CAMEO_COMPLEX64) {
    float value;
    std::memcpy(&value, tensor.data.data() + i * 4, 4);
    return value;
  }
  double value;
  std::memcpy(&value, tensor.data.data() + i * 8, 8);
  return value;
}

std::string number(double value) {
  char text[32];
  std::snprintf(text, sizeof text, "%.7g", value);
  return text;
}

struct Moments {
  double mean = 0, deviation = 0;
};
Moments momentsOf(const Tensor &tensor) {
  Moments m;
  int64_t n = tensor.size();
  for (int64_t i = 0; i < n; ++i)
    m.mean += elementAsDouble(tensor, i) / double(n);
  for (int64_t i = 0; i < n; ++i)
    m.deviation += std::pow(elementAsDouble(tensor, i) - m.mean, 2) / double(n);
  m.deviation = std::sqrt(m.deviation);
  return m;
}

} // namespace

/// Positions of a map's keys in their order.
static std::vector<size_t> sortedKeys(const Tensor &keys) {
  std::vector<size_t> order(static_cast<size_t>(keys.size()));
  std::iota(order.begin(), order.end(), size_t(0));
  llvm::sort(order, [&](size_t x, size_t y) {
    return keys.dtype == CAMEO_STRING
               ? keys.strings[x] < keys.strings[y]
               : elementAsDouble(keys, x) < elementAsDouble(keys, y);
  });
  return order;
}

/// Item by item; a map's entries have no order.
static Comparison compareItems(const Tensor &got, const Tensor &expected,
                               const Tolerance &tolerance) {
  Comparison result;
  if (got.kind != expected.kind || got.items.size() != expected.items.size()) {
    result.reason =
        "is " + got.describe() + ", expected " + expected.describe();
    return result;
  }
  std::vector<Tensor> items = got.items, wanted = expected.items;
  if (got.kind == CAMEO_MAP && items[0].size() == items[1].size() &&
      wanted[0].size() == wanted[1].size() &&
      items[0].size() == wanted[0].size())
    for (std::vector<Tensor> *map : {&items, &wanted}) {
      std::vector<size_t> order = sortedKeys((*map)[0]);
      for (Tensor &column : *map)
        column = elementsAt(column, order);
    }
  for (size_t i = 0; i < items.size(); ++i) {
    Comparison item = tools::compare(items[i], wanted[i], tolerance);
    result.maxAbs = std::max(result.maxAbs, item.maxAbs);
    result.maxRel = std::max(result.maxRel, item.maxRel);
    if (!item.equal) {
      result.reason = "item " + std::to_string(i) + " " + item.reason;
      return result;
    }
  }
  result.equal = true;
  return result;
}

Comparison tools::compare(const Tensor &got, const Tensor &expected,
                          const Tolerance &tolerance) {
  if (got.kind != CAMEO_TENSOR || expected.kind != CAMEO_TENSOR)
    return compareItems(got, expected, tolerance);
  Comparison result;
  if (!sameTypeAndShape(got, expected, result))
    return result;
  if (expected.dtype == CAMEO_STRING)
    return compareStrings(got, expected);
  bool real = isFloat(expected.dtype) || isComplex(expected.dtype);
  int64_t parts = isComplex(expected.dtype) ? 2 : 1,
          count = expected.size() * parts;
  // Elements narrower than a byte have no bytes of their own to compare.
  int64_t size = cameo_dtype_bits(expected.dtype) < 8
                     ? 0
                     : cameo_dtype_size(expected.dtype) / parts;
  double atol = tolerance.atol;
  if (tolerance.scaleAtol && real) {
    double largest = 1;
    for (int64_t i = 0; i < count; ++i)
      if (double e = std::abs(scalar(expected, i)); std::isfinite(e))
        largest = std::max(largest, e);
    atol *= largest;
  }
  bool whole = real && tolerance.rms > 0;
  double squares = 0, norm = 0;
  int64_t wrong = 0;
  for (int64_t i = 0; i < count; ++i) {
    if (double e = whole ? scalar(expected, i) : 0; std::isfinite(e))
      norm += e * e;
    if (size && std::memcmp(got.data.data() + i * size,
                            expected.data.data() + i * size, size_t(size)) == 0)
      continue;
    double g = scalar(got, i), e = scalar(expected, i);
    // Equal 64-bit integers were equal bytes; the doubles of different ones may
    // still agree.
    bool wide = expected.dtype == CAMEO_INT64 || expected.dtype == CAMEO_UINT64;
    if ((g == e && !wide) || (std::isnan(g) && std::isnan(e)))
      continue;
    double difference = std::abs(g - e);
    if (std::isfinite(difference)) {
      result.maxAbs = std::max(result.maxAbs, difference);
      if (e != 0)
        result.maxRel = std::max(result.maxRel, difference / std::abs(e));
    }
    if (whole && std::isfinite(difference)) {
      squares += difference * difference;
      continue;
    }
    bool close = real && std::isfinite(e) &&
                 difference <= atol + tolerance.rtol * std::abs(e);
    if (close)
      continue;
    if (wrong++ == 0)
      result.reason = position(expected, i / parts) + " is " + number(g) +
                      ", expected " + number(e);
  }
  result.equal = wrong == 0;
  if (wrong)
    result.reason +=
        llvm::formatv(" ({0} of {1} elements differ)", wrong, count);
  if (!whole)
    return result;
  result.rms = norm > 0 ? std::sqrt(squares / norm) : std::sqrt(squares);
  if (result.equal && !(result.rms <= tolerance.rms)) {
    result.equal = false;
    result.reason = "root mean square error " + number(result.rms) +
                    " of the expected, allowed " + number(tolerance.rms);
  }
  return result;
}

Comparison tools::compareStatistics(const Tensor &got, const Tensor &expected) {
  Comparison result;
  if (got.kind != CAMEO_TENSOR || expected.kind != CAMEO_TENSOR) {
    result.reason = "is no tensor";
    return result;
  }
  if (!sameTypeAndShape(got, expected, result))
    return result;
  int64_t n = expected.size();
  if (n == 0 || expected.dtype == CAMEO_STRING) {
    result.equal = true;
    return result;
  }
  Moments g = momentsOf(got), e = momentsOf(expected);
  // Both means are estimates from n samples: five standard errors of their
  // difference, and room for the few elements that small test tensors have.
  double spread = std::max(g.deviation, e.deviation);
  double bound = 5 * spread * std::sqrt(2.0 / double(n)) + 1e-6;
  result.maxAbs = std::abs(g.mean - e.mean);
  bool deviationFits = g.deviation <= 2 * e.deviation + bound &&
                       e.deviation <= 2 * g.deviation + bound;
  result.equal = result.maxAbs <= bound && deviationFits;
  if (!result.equal)
    result.reason = "mean " + number(g.mean) + " and deviation " +
                    number(g.deviation) + ", expected about " + number(e.mean) +
                    " and " + number(e.deviation);
  return result;
}
