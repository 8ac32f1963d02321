// SPDX-License-Identifier: Apache-2.0
// A loaded model: its descriptor, checked, and its weights. Never changes once
// made.
#ifndef CAMEO_RUNTIME_LIBRARY_H
#define CAMEO_RUNTIME_LIBRARY_H

#include "cameo/runtime.h"

#include <atomic>
#include <pthread.h>

namespace cameo::rt {
struct Device;
}

struct cameo_library {
  std::atomic<uint32_t> holders{1};
  const cameo_model *model = nullptr;
  void *handle = nullptr;        // of dlopen; null for a linked model
  const void *weights = nullptr; // in the library, or mapped
  void *mapping = nullptr;
  int64_t mappingBytes = 0;
  int64_t inputDims = 0; // ranks of all inputs together
  int64_t planSize = 0;  // the largest of the model's and its specialisations'
  /// Per input dimension: the first input dimension of the same name, or
  /// itself.
  int32_t *sameAs = nullptr;
  /// The devices that contexts opened, a list; none for models that need none.
  cameo::rt::Device *devices = nullptr;
  pthread_mutex_t deviceMutex = PTHREAD_MUTEX_INITIALIZER;
};

namespace cameo::rt {

/// Finds, checks and maps the weights file of `library`; `directory` is the
/// library's own.
int32_t mapWeights(cameo_library &library, const char *directory,
                   const char *weightsPath, cameo_error *error);

void hold(cameo_library *library);

/// Whether the library's file lacks a part of what its header says it has.
bool isCutShort(const char *path);

} // namespace cameo::rt

#endif
