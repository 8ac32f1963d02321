// SPDX-License-Identifier: Apache-2.0
// The functions of NVIDIA's driver that the runtime calls, found in
// libcuda.so.1 when the first model needs them. Declared here, as CUDA's
// headers are no part of Cameo; the signatures are those of the CUDA Driver API
// reference.
#ifndef CAMEO_RUNTIME_CUDADRIVER_H
#define CAMEO_RUNTIME_CUDADRIVER_H

#include "cameo/runtime.h"

namespace cameo::rt {

using CUresult = int; // 0: success
using CUdevice = int;
using CUdeviceptr = unsigned long long;
using CUcontext = struct CUctx_st *;
using CUmodule = struct CUmod_st *;
using CUfunction = struct CUfunc_st *;
using CUstream = struct CUstream_st *;
using CUgraph = struct CUgraph_st *;
using CUgraphExec = struct CUgraphExec_st *;
struct alignas(64) CUtensorMap {
  unsigned long long opaque[16];
};

// CUdevice_attribute and CUfunction_attribute of the reference.
constexpr int capabilityMajor = 75, capabilityMinor = 76;
constexpr int maxDynamicSharedBytes = 8;
constexpr unsigned streamNonBlocking = 1;
constexpr int captureThreadLocal = 1; // CUstreamCaptureMode

struct CudaDriver {
  void *handle = nullptr; // of dlopen

  CUresult (*init)(unsigned flags);
  CUresult (*deviceGetCount)(int *);
  CUresult (*deviceGet)(CUdevice *, int ordinal);
  CUresult (*deviceGetName)(char *, int length, CUdevice);
  CUresult (*deviceGetAttribute)(int *, int attribute, CUdevice);
  CUresult (*primaryRetain)(CUcontext *, CUdevice);
  CUresult (*primaryRelease)(CUdevice);
  CUresult (*contextPush)(CUcontext);
  CUresult (*contextPop)(CUcontext *);
  CUresult (*moduleLoadData)(CUmodule *, const void *image);
  CUresult (*moduleUnload)(CUmodule);
  CUresult (*moduleGetFunction)(CUfunction *, CUmodule, const char *name);
  CUresult (*functionSetAttribute)(CUfunction, int attribute, int value);
  CUresult (*memoryAllocate)(CUdeviceptr *, size_t bytes);
  CUresult (*memoryFree)(CUdeviceptr);
  CUresult (*copyToDevice)(CUdeviceptr, const void *, size_t, CUstream);
  CUresult (*copyToHost)(void *, CUdeviceptr, size_t, CUstream);
  CUresult (*copyOnDevice)(CUdeviceptr, CUdeviceptr, size_t, CUstream);
  CUresult (*streamCreate)(CUstream *, unsigned flags);
  CUresult (*streamDestroy)(CUstream);
  CUresult (*streamSynchronize)(CUstream);
  CUresult (*streamBeginCapture)(CUstream, int mode);
  CUresult (*streamEndCapture)(CUstream, CUgraph *);
  CUresult (*graphInstantiate)(CUgraphExec *, CUgraph,
                               unsigned long long flags);
  CUresult (*graphLaunch)(CUgraphExec, CUstream);
  CUresult (*graphDestroy)(CUgraph);
  CUresult (*graphExecDestroy)(CUgraphExec);
  CUresult (*launchKernel)(CUfunction, unsigned gridX, unsigned gridY,
                           unsigned gridZ, unsigned blockX, unsigned blockY,
                           unsigned blockZ, unsigned sharedBytes, CUstream,
                           void **params, void **extra);
  CUresult (*tensorMapEncode)(CUtensorMap *, int type, unsigned rank,
                              void *address, const uint64_t *sizes,
                              const uint64_t *strides, const uint32_t *box,
                              const uint32_t *steps, int interleave,
                              int swizzle, int promotion, int fill);
  CUresult (*getErrorName)(CUresult, const char **);
  CUresult (*getErrorString)(CUresult, const char **);

  /// Opens libcuda.so.1 and finds all of the above. CAMEO_UNSUPPORTED: there is
  /// no driver, or it is too old.
  int32_t open(const char *model, cameo_error *error);
  void close();
  /// "CUDA_ERROR_OUT_OF_MEMORY (out of memory)", in `into`.
  void describe(CUresult result, char *into, size_t size) const;
};

} // namespace cameo::rt

#endif
