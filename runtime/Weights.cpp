// SPDX-License-Identifier: Apache-2.0
// The weights file: mapped read-only, so that processes share its pages, and
// told from any other file by its size and its first 16 bytes.
#include "Error.h"
#include "Library.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

using namespace cameo::rt;

namespace {
/// The value of a hexadecimal digit, -1 for another character.
int digit(char c) {
  if (c >= '0' && c <= '9')
    return c - '0';
  c |= 0x20;
  return c >= 'a' && c <= 'f' ? c - 'a' + 10 : -1;
}

bool sameHash(const char *hex, const unsigned char *bytes) {
  if (!hex || strlen(hex) != 32)
    return false;
  for (int i = 0; i < 16; ++i) {
    int high = digit(hex[2 * i]), low = digit(hex[2 * i + 1]);
    if (high < 0 || low < 0 || high * 16 + low != bytes[i])
      return false;
  }
  return true;
}
} // namespace

int32_t cameo::rt::mapWeights(cameo_library &library, const char *directory,
                              const char *weightsPath, cameo_error *error) {
  const cameo_model &model = *library.model;
  char path[4096];
  int n = weightsPath ? snprintf(path, sizeof path, "%s", weightsPath)
                      : snprintf(path, sizeof path, "%s/%s", directory,
                                 model.weights_file);
  if (n < 0 || size_t(n) >= sizeof path)
    return fail(error, CAMEO_IO_ERROR,
                "the path of the weights file is too long");

  // Without blocking: a pipe would be waited for before it is known to be one.
  int file = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK);
  if (file < 0)
    return fail(error, CAMEO_IO_ERROR,
                "cannot open the weights of model '%s': %s: %s", model.name,
                path, strerror(errno));
  struct stat info;
  if (fstat(file, &info) != 0 || !S_ISREG(info.st_mode)) {
    close(file);
    return fail(error, CAMEO_IO_ERROR, "%s: not a regular file", path);
  }
  if (info.st_size != model.weights_size || info.st_size < 16) {
    close(file);
    return fail(error, CAMEO_IO_ERROR,
                "%s: %lld bytes, but the weights of model '%s' are %lld: it "
                "belongs to another "
                "compilation, or was cut",
                path, (long long)info.st_size, model.name,
                (long long)model.weights_size);
  }
  void *data =
      mmap(nullptr, size_t(info.st_size), PROT_READ, MAP_SHARED, file, 0);
  int reason = errno;
  close(file);
  if (data == MAP_FAILED)
    return fail(error, CAMEO_IO_ERROR, "cannot map %s: %s", path,
                strerror(reason));
  if (!sameHash(model.weights_hash, static_cast<const unsigned char *>(data))) {
    munmap(data, size_t(info.st_size));
    return fail(error, CAMEO_IO_ERROR,
                "%s: its hash is not that of model '%s': it belongs to another "
                "compilation",
                path, model.name);
  }
  // Reading ahead in the background; the first run waits for what is missing.
  madvise(data, size_t(info.st_size), MADV_WILLNEED);
  library.mapping = data;
  library.mappingBytes = info.st_size;
  library.weights = data;
  return CAMEO_OK;
}
