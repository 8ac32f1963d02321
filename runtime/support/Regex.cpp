// SPDX-License-Identifier: Apache-2.0
// RegexFullMatch by PCRE2, whose syntax has RE2's as a part; the compiler has
// checked and adapted the pattern. Its matcher without backtracking is used, so
// that no string makes it take exponential time.
#define PCRE2_CODE_UNIT_WIDTH 8
#include "Text.h"

#include <pcre2.h>

using namespace cameo::support;

/// Attribute: pattern.
CAMEO_OPERATOR(cameo_op_regex_full_match) {
  const char *pattern = cameo_string(attributes, "pattern", 0, "");
  int error;
  PCRE2_SIZE where;
  pcre2_compile_context *options = pcre2_compile_context_create(nullptr);
  if (!options)
    return CAMEO_OUT_OF_MEMORY;
  pcre2_set_newline(options, PCRE2_NEWLINE_LF);
  pcre2_code *code = pcre2_compile(
      reinterpret_cast<PCRE2_SPTR>(pattern), PCRE2_ZERO_TERMINATED,
      PCRE2_UTF | PCRE2_DOLLAR_ENDONLY | PCRE2_ANCHORED | PCRE2_ENDANCHORED,
      &error, &where, options);
  pcre2_compile_context_free(options);
  if (!code)
    return cameo_fail(exec, "the pattern is no regular expression");
  pcre2_match_data *match = pcre2_match_data_create(1, nullptr);
  Memory memory(exec);
  int64_t size = 4096;
  int *work = memory.array<int>(size);
  int64_t count = countOf(inputs[0]);
  auto *matches = dataOf<uint8_t>(outputs[0]);
  int32_t status = match && work ? CAMEO_OK : CAMEO_OUT_OF_MEMORY;
  for (int64_t i = 0; i < count && status == CAMEO_OK;) {
    const char *text = textOf(inputs[0], i);
    int found =
        pcre2_dfa_match(code, reinterpret_cast<PCRE2_SPTR>(text), strlen(text),
                        0, 0, match, nullptr, work, size_t(size));
    if (found == PCRE2_ERROR_DFA_WSSIZE && size < (int64_t(1) << 28)) {
      size *= 4;
      if (!(work = memory.array<int>(size)))
        status = CAMEO_OUT_OF_MEMORY;
      continue;
    }
    // What is not UTF-8 matches nothing.
    bool invalid =
        found <= PCRE2_ERROR_UTF8_ERR1 && found >= PCRE2_ERROR_UTF8_ERR21;
    if (found < 0 && found != PCRE2_ERROR_NOMATCH && !invalid)
      status = cameo_fail(exec, "the pattern is too complex for a string");
    matches[i++] = found >= 0;
  }
  pcre2_match_data_free(match);
  pcre2_code_free(code);
  return status;
}
