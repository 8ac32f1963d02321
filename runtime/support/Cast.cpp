// SPDX-License-Identifier: Apache-2.0
// Cast between numbers and strings. Numbers are written with as few digits as
// tell them apart from their neighbours, in plain notation where that is short.
#include "Text.h"

#include <errno.h>
#include <locale.h>
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <strings.h>

using namespace cameo::support;

namespace {
/// The calling thread reads and writes numbers as C does, whatever its locale.
class NumericLocale {
public:
  NumericLocale() : c(newlocale(LC_NUMERIC_MASK, "C", locale_t(nullptr))) {
    if (c)
      previous = uselocale(c);
  }
  ~NumericLocale() {
    if (c) {
      uselocale(previous);
      freelocale(c);
    }
  }
  explicit operator bool() const { return c != locale_t(nullptr); }

private:
  locale_t c, previous = locale_t(nullptr);
};

/// A binary floating-point format: bits of the significand, exponent (as frexp
/// has it) of the least normal number.
struct Format {
  int precision, least;
};

double roundTo(double x, Format format) {
  int exponent;
  frexp(x, &exponent);
  int last =
      (exponent > format.least ? exponent : format.least) - format.precision;
  return ldexp(nearbyint(ldexp(x, -last)), last);
}

constexpr int roomForNumber = 48;

/// At most roomForNumber bytes with the zero.
void writeFloat(double x, Format format, char *to) {
  if (isnan(x) || isinf(x)) {
    strcpy(to, isnan(x) ? "NaN" : x < 0 ? "-INF" : "INF");
    return;
  }
  char digits[40];
  int precision = 1;
  for (; precision < 17; ++precision) {
    snprintf(digits, sizeof digits, "%.*e", precision - 1, x);
    if (roundTo(strtod(digits, nullptr), format) == x)
      break;
  }
  snprintf(digits, sizeof digits, "%.*e", precision - 1, x);
  int exponent = atoi(strchr(digits, 'e') + 1);
  if (exponent < -4 || exponent >= 16)
    strcpy(to, digits);
  else if (exponent >= precision - 1)
    snprintf(to, roomForNumber, "%.1f", x);
  else
    snprintf(to, roomForNumber, "%.*f", precision - 1 - exponent, x);
}

float halfToFloat(uint16_t bits) {
  int exponent = bits >> 10 & 0x1f, fraction = bits & 0x3ff;
  float value = exponent == 31 ? (fraction ? NAN : INFINITY)
                : exponent == 0
                    ? ldexpf(float(fraction), -24)
                    : ldexpf(float(fraction | 0x400), exponent - 25);
  return bits & 0x8000 ? -value : value;
}

void writeNumber(const cameo_tensor &x, int64_t i, char *to) {
  switch (x.dtype) {
  case CAMEO_FLOAT32:
    return writeFloat(dataOf<float>(x)[i], {24, -125}, to);
  case CAMEO_FLOAT64:
    return writeFloat(dataOf<double>(x)[i], {53, -1021}, to);
  case CAMEO_FLOAT16:
    return writeFloat(halfToFloat(dataOf<uint16_t>(x)[i]), {11, -13}, to);
  case CAMEO_BFLOAT16: {
    uint32_t bits = uint32_t(dataOf<uint16_t>(x)[i]) << 16;
    float value;
    memcpy(&value, &bits, sizeof value);
    return writeFloat(value, {8, -125}, to);
  }
  case CAMEO_BOOL:
    strcpy(to, dataOf<uint8_t>(x)[i] ? "True" : "False");
    return;
  case CAMEO_UINT64:
    snprintf(to, roomForNumber, "%llu",
             static_cast<unsigned long long>(dataOf<uint64_t>(x)[i]));
    return;
  default:
    snprintf(to, roomForNumber, "%lld",
             static_cast<long long>(dataOf<int64_t>(x)[i]));
  }
}

bool isSpace(char c) { return c == ' ' || (c >= '\t' && c <= '\r'); }

/// Whether nothing but white space follows.
bool ends(const char *text) {
  while (isSpace(*text))
    ++text;
  return !*text;
}

bool readFloat(const char *text, double *value, float *single) {
  while (isSpace(*text))
    ++text;
  // Hexadecimal numbers and "nan(...)" are C's, not ONNX's.
  for (const char *p = text; *p; ++p)
    if (*p == 'x' || *p == 'X' || *p == '(')
      return false;
  char *end;
  if (single)
    *single = strtof(text, &end);
  else
    *value = strtod(text, &end);
  return end != text && ends(end);
}
} // namespace

/// Numbers (float32, float64, float16, bfloat16, bool, int64, uint64) to
/// strings.
CAMEO_OPERATOR(cameo_op_cast_to_string) {
  NumericLocale locale;
  Memory memory(exec);
  int64_t count = countOf(outputs[0]);
  if (!locale)
    return CAMEO_OUT_OF_MEMORY;
  for (int64_t i = 0; i < count; ++i) {
    char text[roomForNumber];
    writeNumber(inputs[0], i, text);
    if (!(textAt(outputs[0], i) = memory.copy(text, int64_t(strlen(text)))))
      return CAMEO_OUT_OF_MEMORY;
  }
  return CAMEO_OK;
}

/// Strings to float32, float64, int64 (a number with a fraction loses it),
/// uint64 or bool.
CAMEO_OPERATOR(cameo_op_cast_from_string) {
  NumericLocale locale;
  cameo_tensor &y = outputs[0];
  int64_t count = countOf(y);
  if (!locale)
    return CAMEO_OUT_OF_MEMORY;
  for (int64_t i = 0; i < count; ++i) {
    const char *text = textOf(inputs[0], i);
    double value = 0;
    bool fine = true;
    if (y.dtype == CAMEO_FLOAT32) {
      fine = readFloat(text, nullptr, &dataOf<float>(y)[i]);
    } else if (y.dtype == CAMEO_FLOAT64) {
      fine = readFloat(text, &dataOf<double>(y)[i], nullptr);
    } else if (y.dtype == CAMEO_BOOL) {
      bool isTrue = strcasecmp(text, "true") == 0,
           isFalse = strcasecmp(text, "false") == 0;
      fine = isTrue || isFalse || readFloat(text, &value, nullptr);
      dataOf<uint8_t>(y)[i] = isTrue || (!isFalse && value != 0);
    } else {
      bool isUnsigned = y.dtype == CAMEO_UINT64;
      char *end;
      errno = 0;
      uint64_t number = isUnsigned ? strtoull(text, &end, 10)
                                   : uint64_t(strtoll(text, &end, 10));
      bool minus = isUnsigned && strchr(text, '-');
      if (end == text || !ends(end) || errno || minus) {
        // A fraction or an exponent; within the range, as all else is
        // undefined.
        fine = readFloat(text, &value, nullptr) &&
               (isUnsigned ? value > -1 && value < 0x1p64
                           : value >= -0x1p63 && value < 0x1p63);
        number = !fine        ? 0
                 : isUnsigned ? uint64_t(value)
                              : uint64_t(int64_t(value));
      }
      dataOf<uint64_t>(y)[i] = number;
    }
    if (!fine)
      return cameo_fail(exec, "a string is no number of the wanted type");
  }
  return CAMEO_OK;
}
