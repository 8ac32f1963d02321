// SPDX-License-Identifier: Apache-2.0
#include "CudaDriver.h"
#include "Error.h"

#include <dlfcn.h>
#include <stdio.h>
#include <string.h>

using namespace cameo::rt;

int32_t CudaDriver::open(const char *model, cameo_error *error) {
  handle = dlopen("libcuda.so.1", RTLD_NOW | RTLD_LOCAL);
  if (!handle) {
    const char *reason = dlerror();
    return fail(error, CAMEO_UNSUPPORTED,
                "model '%s' was compiled for an NVIDIA GPU, but its driver is "
                "not here: %s",
                model, reason ? reason : "libcuda.so.1");
  }
  struct {
    void *function;
    const char *name;
  } wanted[] = {
      {&init, "cuInit"},
      {&deviceGetCount, "cuDeviceGetCount"},
      {&deviceGet, "cuDeviceGet"},
      {&deviceGetName, "cuDeviceGetName"},
      {&deviceGetAttribute, "cuDeviceGetAttribute"},
      {&primaryRetain, "cuDevicePrimaryCtxRetain"},
      {&primaryRelease, "cuDevicePrimaryCtxRelease_v2"},
      {&contextPush, "cuCtxPushCurrent_v2"},
      {&contextPop, "cuCtxPopCurrent_v2"},
      {&moduleLoadData, "cuModuleLoadData"},
      {&moduleUnload, "cuModuleUnload"},
      {&moduleGetFunction, "cuModuleGetFunction"},
      {&functionSetAttribute, "cuFuncSetAttribute"},
      {&memoryAllocate, "cuMemAlloc_v2"},
      {&memoryFree, "cuMemFree_v2"},
      {&copyToDevice, "cuMemcpyHtoDAsync_v2"},
      {&copyToHost, "cuMemcpyDtoHAsync_v2"},
      {&copyOnDevice, "cuMemcpyDtoDAsync_v2"},
      {&streamCreate, "cuStreamCreate"},
      {&streamDestroy, "cuStreamDestroy_v2"},
      {&streamSynchronize, "cuStreamSynchronize"},
      {&streamBeginCapture, "cuStreamBeginCapture_v2"},
      {&streamEndCapture, "cuStreamEndCapture"},
      {&graphInstantiate, "cuGraphInstantiateWithFlags"},
      {&graphLaunch, "cuGraphLaunch"},
      {&graphDestroy, "cuGraphDestroy"},
      {&graphExecDestroy, "cuGraphExecDestroy"},
      {&launchKernel, "cuLaunchKernel"},
      {&tensorMapEncode, "cuTensorMapEncodeTiled"},
      {&getErrorName, "cuGetErrorName"},
      {&getErrorString, "cuGetErrorString"},
  };
  for (auto &w : wanted) {
    void *symbol = dlsym(handle, w.name);
    if (!symbol)
      return fail(error, CAMEO_UNSUPPORTED,
                  "model '%s': the NVIDIA driver is too old: it has no %s",
                  model, w.name);
    memcpy(w.function, &symbol, sizeof symbol);
  }
  return CAMEO_OK;
}

void CudaDriver::close() {
  if (handle)
    dlclose(handle);
  handle = nullptr;
}

void CudaDriver::describe(CUresult result, char *into, size_t size) const {
  const char *name = nullptr, *text = nullptr;
  getErrorName(result, &name);
  getErrorString(result, &text);
  snprintf(into, size, "%s (%s)", name ? name : "an unknown error",
           text ? text : "no text");
}
