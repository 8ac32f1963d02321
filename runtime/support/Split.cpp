// SPDX-License-Identifier: Apache-2.0
// StringSplit: at a delimiter, or at runs of white space, as Python's
// str.split does.
#include "Text.h"

using namespace cameo::support;

namespace {
bool isSpace(int32_t c) {
  return c == ' ' || (c >= 9 && c <= 13) || (c >= 0x1c && c <= 0x1f) ||
         c == 0x85 || c == 0xa0 || c == 0x1680 ||
         (c >= 0x2000 && c <= 0x200a) || c == 0x2028 || c == 0x2029 ||
         c == 0x202f || c == 0x205f || c == 0x3000;
}

const char *skipSpace(const char *text) {
  while (*text) {
    const char *next = text;
    if (!isSpace(decode(next)))
      break;
    text = next;
  }
  return text;
}

/// Calls `part` with begin and end of each part; `most` splits at most.
template <typename Part>
void split(const char *text, const char *delimiter, int64_t most, Part part) {
  if (*delimiter) {
    size_t length = strlen(delimiter);
    while (most-- > 0) {
      const char *at = strstr(text, delimiter);
      if (!at)
        break;
      part(text, at);
      text = at + length;
    }
    part(text, text + strlen(text));
    return;
  }
  for (text = skipSpace(text); *text; text = skipSpace(text)) {
    if (most-- <= 0) {
      part(text, text + strlen(text));
      return;
    }
    const char *end = text;
    while (*end) {
      const char *next = end;
      if (isSpace(decode(next)))
        break;
      end = next;
    }
    part(text, end);
    text = end;
  }
}
} // namespace

/// Attributes: delimiter, maxsplit. Outputs: the parts, padded with empty
/// strings to one length; how many each string has.
CAMEO_OPERATOR(cameo_op_string_split) {
  const cameo_tensor &x = inputs[0];
  const char *delimiter = cameo_string(attributes, "delimiter", 0, "");
  int64_t most = cameo_int(attributes, "maxsplit", -1);
  most = most < 0 ? INT64_MAX : most;
  int64_t count = countOf(x), width = 0;
  auto *numbers = dataOf<int64_t>(outputs[1]);
  for (int64_t i = 0; i < count; ++i) {
    numbers[i] = 0;
    split(textOf(x, i), delimiter, most,
          [&](const char *, const char *) { ++numbers[i]; });
    width = numbers[i] > width ? numbers[i] : width;
  }
  Memory memory(exec);
  auto *shape = memory.array<int64_t>(x.rank + 1);
  if (!shape)
    return CAMEO_OUT_OF_MEMORY;
  memcpy(shape, x.shape, size_t(x.rank) * sizeof *shape);
  shape[x.rank] = width;
  if (int32_t status = cameo_make_output(exec, &outputs[0], shape))
    return status;
  int64_t at = 0;
  bool enough = true;
  for (int64_t i = 0; i < count; ++i) {
    int64_t end = at + width;
    split(textOf(x, i), delimiter, most,
          [&](const char *begin, const char *stop) {
            const char *text = memory.copy(begin, stop - begin);
            enough &= text != nullptr;
            textAt(outputs[0], at++) = text;
          });
    while (at < end)
      textAt(outputs[0], at++) = "";
  }
  return enough ? CAMEO_OK : CAMEO_OUT_OF_MEMORY;
}
