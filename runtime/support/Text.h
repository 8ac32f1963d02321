// SPDX-License-Identifier: Apache-2.0
// What the host functions share: strings of tensors, memory for new ones, and
// UTF-8. C++ without its library, as the runtime is.
#ifndef CAMEO_RUNTIME_SUPPORT_TEXT_H
#define CAMEO_RUNTIME_SUPPORT_TEXT_H

#include "cameo/operator.h"

namespace cameo::support {

/// Element `i` of a string tensor; null stands for the empty string.
inline const char *textOf(const cameo_tensor &tensor, int64_t i) {
  const char *text = static_cast<const char *const *>(tensor.data)[i];
  return text ? text : "";
}
inline const char *&textAt(cameo_tensor &tensor, int64_t i) {
  return static_cast<const char **>(tensor.data)[i];
}
inline int64_t countOf(const cameo_tensor &tensor) {
  return cameo_element_count(tensor.shape, tensor.rank);
}
template <typename T> const T *dataOf(const cameo_tensor &tensor) {
  return static_cast<const T *>(tensor.data);
}
template <typename T> T *dataOf(cameo_tensor &tensor) {
  return static_cast<T *>(tensor.data);
}

/// Memory until the next run, in few large blocks.
class Memory {
public:
  explicit Memory(cameo_exec *exec) : exec(exec) {}

  /// Null if there is no more; nothing at all is an address, too.
  void *take(int64_t bytes) {
    if (bytes < 0 || bytes > INT64_MAX / 4)
      return nullptr;
    bytes = bytes ? (bytes + 7) & ~int64_t(7) : 8;
    if (bytes > left) {
      int64_t size = bytes > block ? bytes : block;
      block = block < (int64_t(1) << 20) ? 2 * block : block;
      next = exec->allocate ? static_cast<char *>(exec->allocate(exec, size))
                            : nullptr;
      if (!next)
        return left = 0, nullptr;
      left = size;
    }
    void *memory = next;
    next += bytes;
    left -= bytes;
    return memory;
  }
  template <typename T> T *array(int64_t count) {
    return count > INT64_MAX / 8 / int64_t(sizeof(T))
               ? nullptr
               : static_cast<T *>(take(count * int64_t(sizeof(T))));
  }
  /// A copy of `length` bytes, terminated.
  const char *copy(const char *text, int64_t length) {
    char *to = static_cast<char *>(take(length + 1));
    if (!to)
      return nullptr;
    memcpy(to, text, size_t(length));
    to[length] = 0;
    return to;
  }

private:
  cameo_exec *exec;
  char *next = nullptr;
  int64_t left = 0, block = 4096;
};

/// The code point at `text`, which it moves past. A byte that is not UTF-8
/// counts as -1 - byte, so that it can be put back.
inline int32_t decode(const char *&text) {
  auto *p = reinterpret_cast<const unsigned char *>(text);
  int32_t first = *p;
  int extra = first < 0x80   ? 0
              : first < 0xc2 ? -1
              : first < 0xe0 ? 1
              : first < 0xf0 ? 2
              : first < 0xf5 ? 3
                             : -1;
  int32_t code = extra <= 0 ? first : first & (0x3f >> extra);
  for (int i = 1; i <= extra; ++i) {
    if ((p[i] & 0xc0) != 0x80) {
      extra = -1;
      break;
    }
    code = code << 6 | (p[i] & 0x3f);
  }
  if (extra < 0 ||
      (extra == 2 && (code < 0x800 || (code >= 0xd800 && code < 0xe000))) ||
      (extra == 3 && (code < 0x10000 || code > 0x10ffff))) {
    ++text;
    return -1 - first;
  }
  text += extra + 1;
  return code;
}

/// Writes a code point (or what decode makes of a stray byte): at most 4 bytes.
inline char *encode(int32_t code, char *to) {
  if (code < 0) {
    *to++ = char(-1 - code);
  } else if (code < 0x80) {
    *to++ = char(code);
  } else if (code < 0x800) {
    *to++ = char(0xc0 | code >> 6);
    *to++ = char(0x80 | (code & 0x3f));
  } else if (code < 0x10000) {
    *to++ = char(0xe0 | code >> 12);
    *to++ = char(0x80 | (code >> 6 & 0x3f));
    *to++ = char(0x80 | (code & 0x3f));
  } else {
    *to++ = char(0xf0 | code >> 18);
    *to++ = char(0x80 | (code >> 12 & 0x3f));
    *to++ = char(0x80 | (code >> 6 & 0x3f));
    *to++ = char(0x80 | (code & 0x3f));
  }
  return to;
}

} // namespace cameo::support

/// The signature of every host function.
#define CAMEO_OPERATOR(NAME)                                                   \
  extern "C" int32_t NAME(cameo_exec *exec, const cameo_tensor *inputs,        \
                          int64_t inputCount, cameo_tensor *outputs,           \
                          int64_t outputCount, const void *attributes)

#endif
