// SPDX-License-Identifier: Apache-2.0
// Messages, and the names of statuses.
#include "Error.h"

#include <stdarg.h>
#include <stdio.h>

using namespace cameo::rt;

int32_t cameo::rt::fail(cameo_error *error, int32_t status, const char *format,
                        ...) {
  if (!error)
    return status;
  error->status = status;
  va_list args;
  va_start(args, format);
  vsnprintf(error->message, sizeof error->message, format, args);
  va_end(args);
  return status;
}

int32_t cameo::rt::succeed(cameo_error *error) {
  if (error) {
    error->status = CAMEO_OK;
    error->message[0] = 0;
  }
  return CAMEO_OK;
}

void Text::add(const char *format, ...) {
  va_list args;
  va_start(args, format);
  int n = vsnprintf(data + length, sizeof data - length, format, args);
  va_end(args);
  if (n > 0)
    length += unsigned(n) < sizeof data - length ? unsigned(n)
                                                 : sizeof data - length - 1;
}

void Text::addShape(const int64_t *shape, int64_t rank) {
  for (int64_t i = 0; i < rank; ++i)
    add("%c%lld", i ? ',' : '[', (long long)shape[i]);
  add(rank ? "]" : "[]");
}

void Text::addShape(const cameo_value_info &info) {
  if (info.rank < 0)
    return add("any");
  for (int32_t i = 0; i < info.rank; ++i) {
    add("%c", i ? ',' : '[');
    if (info.shape[i] >= 0)
      add("%lld", (long long)info.shape[i]);
    else
      add("%s", info.dim_names[i] ? info.dim_names[i] : "?");
  }
  add(info.rank ? "]" : "[]");
}

extern "C" const char *cameo_status_name(int32_t status) {
  switch (status) {
  case CAMEO_OK:
    return "ok";
  case CAMEO_INVALID_ARGUMENT:
    return "invalid argument";
  case CAMEO_OUT_OF_MEMORY:
    return "out of memory";
  case CAMEO_RUNTIME_ERROR:
    return "runtime error";
  case CAMEO_UNSUPPORTED:
    return "unsupported";
  case CAMEO_IO_ERROR:
    return "input/output error";
  }
  return "unknown status";
}

extern "C" const char *cameo_version(void) { return CAMEO_VERSION_STRING; }
