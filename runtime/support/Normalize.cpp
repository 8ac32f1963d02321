// SPDX-License-Identifier: Apache-2.0
// StringNormalizer: stop words go, the rest changes case, by Unicode's simple
// mappings and those of Turkic languages where the locale asks for them.
#include "Text.h"

using namespace cameo::support;

namespace {
/// Code points first, first + step, ... last map to themselves plus delta.
struct CaseRange {
  int32_t first, last, step, delta;
};
constexpr CaseRange lowerRanges[] = {
#define LOWER(first, last, step, delta) {first, last, step, delta},
#define UPPER(first, last, step, delta)
#include "CaseTable.inc"
#undef LOWER
#undef UPPER
};
constexpr CaseRange upperRanges[] = {
#define LOWER(first, last, step, delta)
#define UPPER(first, last, step, delta) {first, last, step, delta},
#include "CaseTable.inc"
#undef LOWER
#undef UPPER
};

template <size_t count>
int32_t mapBy(const CaseRange (&ranges)[count], int32_t code) {
  size_t low = 0, high = count;
  while (low < high) {
    size_t middle = (low + high) / 2;
    if (ranges[middle].last < code)
      low = middle + 1;
    else
      high = middle;
  }
  if (low < count && code >= ranges[low].first &&
      (code - ranges[low].first) % ranges[low].step == 0)
    return code + ranges[low].delta;
  return code;
}

enum class Case { Keep, Lower, Upper };

int32_t changeCase(int32_t code, Case to, bool turkic) {
  if (to == Case::Lower) {
    if (turkic && (code == 'I' || code == 0x130))
      return code == 'I' ? 0x131 : 'i';
    return mapBy(lowerRanges, code);
  }
  if (turkic && (code == 'i' || code == 0x131))
    return code == 'i' ? 0x130 : 'I';
  return mapBy(upperRanges, code);
}

const char *changeCase(Memory &memory, const char *text, Case to, bool turkic) {
  size_t length = 0;
  for (const char *p = text; *p;) {
    char bytes[4];
    length += size_t(encode(changeCase(decode(p), to, turkic), bytes) - bytes);
  }
  auto *changed = static_cast<char *>(memory.take(int64_t(length + 1)));
  if (!changed)
    return nullptr;
  char *end = changed;
  for (const char *p = text; *p;)
    end = encode(changeCase(decode(p), to, turkic), end);
  *end = 0;
  return changed;
}

bool equalWithoutCase(const char *x, const char *y, bool turkic) {
  while (*x && *y)
    if (changeCase(decode(x), Case::Lower, turkic) !=
        changeCase(decode(y), Case::Lower, turkic))
      return false;
  return !*x && !*y;
}
} // namespace

/// Attributes: case_change_action, is_case_sensitive, locale, stopwords.
CAMEO_OPERATOR(cameo_op_string_normalizer) {
  const cameo_tensor &x = inputs[0];
  if (x.rank == 2 && x.shape[0] != 1)
    return cameo_fail(exec, "X must have one row");
  const char *action =
      cameo_string(attributes, "case_change_action", 0, "NONE");
  Case to = strcmp(action, "LOWER") == 0   ? Case::Lower
            : strcmp(action, "UPPER") == 0 ? Case::Upper
                                           : Case::Keep;
  const char *locale = cameo_string(attributes, "locale", 0, "");
  bool turkic = (locale[0] == 't' && locale[1] == 'r') ||
                (locale[0] == 'a' && locale[1] == 'z');
  turkic &= !locale[0] || !locale[1] || !locale[2] || locale[2] == '_' ||
            locale[2] == '-' || locale[2] == '.';
  bool sensitive = cameo_int(attributes, "is_case_sensitive", 0) != 0;
  int64_t stopCount = cameo_string_count(attributes, "stopwords"),
          count = countOf(x);
  Memory memory(exec);
  auto *kept = memory.array<const char *>(count);
  auto *stops = memory.array<const char *>(stopCount);
  if (!kept || !stops)
    return CAMEO_OUT_OF_MEMORY;
  for (int64_t k = 0; k < stopCount; ++k)
    stops[k] = cameo_string(attributes, "stopwords", k, "");
  int64_t number = 0;
  for (int64_t i = 0; i < count; ++i) {
    const char *text = textOf(x, i);
    bool stopped = false;
    for (int64_t k = 0; k < stopCount && !stopped; ++k)
      stopped = sensitive ? strcmp(text, stops[k]) == 0
                          : equalWithoutCase(text, stops[k], turkic);
    if (!stopped)
      kept[number++] = text;
  }
  // What is left is never empty.
  int64_t length = number ? number : 1;
  int64_t shape[2] = {x.rank == 2 ? 1 : length, length};
  if (int32_t status = cameo_make_output(exec, &outputs[0], shape))
    return status;
  if (!number)
    textAt(outputs[0], 0) = "";
  for (int64_t i = 0; i < number; ++i) {
    const char *text =
        to == Case::Keep ? kept[i] : changeCase(memory, kept[i], to, turkic);
    if (!text)
      return CAMEO_OUT_OF_MEMORY;
    textAt(outputs[0], i) = text;
  }
  return CAMEO_OK;
}
