// SPDX-License-Identifier: Apache-2.0
// How the runtime reports: a status, and a formatted message in the caller's
// cameo_error.
#ifndef CAMEO_RUNTIME_ERROR_H
#define CAMEO_RUNTIME_ERROR_H

#include "cameo/runtime.h"

namespace cameo::rt {

/// Writes status and message if `error` is not null; returns the status.
[[gnu::format(printf, 3, 4)]] int32_t fail(cameo_error *error, int32_t status,
                                           const char *format, ...);

/// Clears `error` if it is not null.
int32_t succeed(cameo_error *error);

/// Text of limited length, for the parts of messages: cuts silently, is always
/// terminated.
struct Text {
  char data[200] = "";
  unsigned length = 0;
  [[gnu::format(printf, 2, 3)]] void add(const char *format, ...);
  /// "[2,3]".
  void addShape(const int64_t *shape, int64_t rank);
  /// "[batch,3,?]".
  void addShape(const cameo_value_info &info);
};

} // namespace cameo::rt

#endif
