// SPDX-License-Identifier: Apache-2.0
// Devices by NVIDIA's driver API: the primary context, so that other users of
// the GPU in this process share it, and a stream for each of our contexts.
#include "Device.h"
#include "Context.h"
#include "CudaDriver.h"
#include "Error.h"
#include "Library.h"

#include <new>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

using namespace cameo::rt;

namespace cameo::rt {

struct Device {
  CudaDriver driver;
  CUdevice device = 0;
  CUcontext context = nullptr;
  CUmodule module = nullptr;
  CUfunction *functions = nullptr;
  CUdeviceptr weights = 0;
};

/// Memory that only a run can size: blocks stay for the next run.
struct DeviceBlock {
  CUdeviceptr memory;
  int64_t bytes;
  bool used;
};

struct DeviceContext {
  Device *device = nullptr;
  CUstream stream = nullptr;
  CUdeviceptr arena = 0;
  int64_t arenaBytes = 0;
  DeviceBlock *blocks = nullptr;
  int64_t blockCount = 0, blockRoom = 0, blockBytes = 0;
  void **params = nullptr; // room for the arguments of the kernel that has most
  char reason[300] = "";
};

} // namespace cameo::rt

namespace {

/// Memory has a size from 1 on, which CUDA insists on.
size_t atLeastOne(int64_t bytes) { return bytes > 0 ? size_t(bytes) : 1; }

/// Makes the device's context this thread's while it lives.
class Current {
public:
  explicit Current(const Device &device) : driver(device.driver) {
    pushed = driver.contextPush(device.context) == 0;
  }
  ~Current() {
    CUcontext old;
    if (pushed)
      driver.contextPop(&old);
  }

private:
  const CudaDriver &driver;
  bool pushed;
};

int32_t failWith(const Device &device, CUresult result, const char *what,
                 const char *model, cameo_error *error) {
  char text[200];
  device.driver.describe(result, text, sizeof text);
  return fail(error, result == 2 ? CAMEO_OUT_OF_MEMORY : CAMEO_UNSUPPORTED,
              "model '%s': %s: %s", model, what, text);
}

/// "sm_80" or "compute_80" to 80; 0 for anything else.
int archNumber(const char *arch, const char *prefix) {
  size_t length = strlen(prefix);
  return arch && strncmp(arch, prefix, length) == 0 ? atoi(arch + length) : 0;
}

/// The first image that runs on a chip of this capability: machine code of its
/// own generation that is not newer, or PTX.
const cameo_device_image *findImage(const cameo_device &code, int chip) {
  for (uint32_t i = 0; i < code.image_count; ++i) {
    const cameo_device_image &image = code.images[i];
    int binary = archNumber(image.arch, "sm_"),
        text = archNumber(image.arch, "compute_");
    if ((binary && binary / 10 == chip / 10 && binary <= chip) ||
        (text && text <= chip))
      return &image;
  }
  return nullptr;
}

int32_t loadCode(Device &device, const cameo_model &model, cameo_error *error) {
  CudaDriver &driver = device.driver;
  int major = 0, minor = 0;
  driver.deviceGetAttribute(&major, capabilityMajor, device.device);
  driver.deviceGetAttribute(&minor, capabilityMinor, device.device);
  const cameo_device_image *image =
      findImage(*model.device, major * 10 + minor);
  if (!image) {
    char name[100] = "the GPU";
    driver.deviceGetName(name, sizeof name, device.device);
    Text list;
    for (uint32_t i = 0; i < model.device->image_count; ++i)
      list.add("%s%s", i ? ", " : "", model.device->images[i].arch);
    return fail(error, CAMEO_UNSUPPORTED,
                "model '%s' has code for %s; %s is of compute capability "
                "%d.%d: compile it with "
                "--gpu-arch=sm_%d%d",
                model.name, list.data, name, major, minor, major, minor);
  }
  if (CUresult r = driver.moduleLoadData(&device.module, image->data))
    return failWith(device, r, "the driver does not take its code", model.name,
                    error);
  uint32_t count = model.device->kernel_count;
  device.functions =
      static_cast<CUfunction *>(calloc(size_t(count) + 1, sizeof(CUfunction)));
  if (!device.functions)
    return fail(error, CAMEO_OUT_OF_MEMORY, "out of memory");
  for (uint32_t i = 0; i < count; ++i) {
    const cameo_device_kernel &kernel = model.device->kernels[i];
    CUresult r = driver.moduleGetFunction(&device.functions[i], device.module,
                                          kernel.name);
    // More than the default has to be asked for.
    if (!r && kernel.shared_memory > 48 * 1024)
      r = driver.functionSetAttribute(device.functions[i],
                                      maxDynamicSharedBytes,
                                      int(kernel.shared_memory));
    if (r)
      return failWith(device, r, kernel.name, model.name, error);
  }
  return CAMEO_OK;
}

int32_t uploadWeights(Device &device, const cameo_library &library,
                      cameo_error *error) {
  const cameo_model &model = *library.model;
  if (model.weights_size <= 0)
    return CAMEO_OK;
  CUresult r =
      device.driver.memoryAllocate(&device.weights, size_t(model.weights_size));
  if (!r)
    r = device.driver.copyToDevice(device.weights, library.weights,
                                   size_t(model.weights_size), nullptr);
  if (!r)
    r = device.driver.streamSynchronize(nullptr);
  return r ? failWith(device, r, "no room for the weights on the device",
                      model.name, error)
           : CAMEO_OK;
}

int32_t setUp(Device &device, const cameo_library &library,
              cameo_error *error) {
  const cameo_model &model = *library.model;
  CudaDriver &driver = device.driver;
  if (strcmp(model.device->kind, "cuda") != 0)
    return fail(error, CAMEO_UNSUPPORTED,
                "model '%s' is for a device of kind '%s'", model.name,
                model.device->kind);
  if (int32_t status = driver.open(model.name, error))
    return status;
  int count = 0;
  CUresult r = driver.init(0);
  if (!r)
    r = driver.deviceGetCount(&count);
  if (r)
    return failWith(device, r, "the NVIDIA driver does not start", model.name,
                    error);
  if (library.deviceIndex < 0 || library.deviceIndex >= count)
    return fail(error, CAMEO_UNSUPPORTED,
                "model '%s': no device %d: this machine has %d", model.name,
                library.deviceIndex, count);
  r = driver.deviceGet(&device.device, library.deviceIndex);
  if (!r)
    r = driver.primaryRetain(&device.context, device.device);
  if (r)
    return failWith(device, r, "the GPU cannot be used", model.name, error);
  Current current(device);
  if (int32_t status = loadCode(device, model, error))
    return status;
  return uploadWeights(device, library, error);
}

/// Records why the device failed; a run ends with the status.
int32_t deviceFailed(cameo_context &context, CUresult result,
                     const char *what) {
  DeviceContext &device = *context.device;
  char text[200];
  device.device->driver.describe(result, text, sizeof text);
  snprintf(device.reason, sizeof device.reason, "%s: %s", what, text);
  context.failure = device.reason;
  return result == 2 ? CAMEO_OUT_OF_MEMORY : CAMEO_RUNTIME_ERROR;
}

cameo_context &contextOf(cameo_exec *exec) {
  return *reinterpret_cast<cameo_context *>(exec);
}

int32_t launch(cameo_exec *exec, int32_t kernel, int64_t *args, int64_t blocks,
               int64_t threads, int64_t shared) {
  cameo_context &context = contextOf(exec);
  DeviceContext &device = *context.device;
  const cameo_device_kernel &info =
      context.library->model->device->kernels[kernel];
  for (uint32_t i = 0; i < info.arg_count; ++i)
    device.params[i] = args + i;
  if (CUresult r = device.device->driver.launchKernel(
          device.device->functions[kernel], unsigned(blocks), 1, 1,
          unsigned(threads), 1, 1, unsigned(shared), device.stream,
          device.params, nullptr))
    return deviceFailed(context, r, info.name);
  return CAMEO_OK;
}

int32_t copy(cameo_exec *exec, void *to, const void *from, int64_t bytes,
             int32_t kind) {
  cameo_context &context = contextOf(exec);
  DeviceContext &device = *context.device;
  const CudaDriver &driver = device.device->driver;
  if (bytes <= 0)
    return CAMEO_OK;
  auto target = reinterpret_cast<CUdeviceptr>(to),
       source = reinterpret_cast<CUdeviceptr>(from);
  CUresult r;
  if (kind == CAMEO_TO_DEVICE) {
    r = driver.copyToDevice(target, from, size_t(bytes), device.stream);
  } else if (kind == CAMEO_TO_HOST) {
    r = driver.copyToHost(to, source, size_t(bytes), device.stream);
    if (!r)
      r = driver.streamSynchronize(device.stream);
  } else {
    r = driver.copyOnDevice(target, source, size_t(bytes), device.stream);
  }
  return r ? deviceFailed(context, r, "a copy") : CAMEO_OK;
}

void *allocate(cameo_exec *exec, int64_t bytes) {
  cameo_context &context = contextOf(exec);
  DeviceContext &device = *context.device;
  if (bytes < 0)
    return nullptr;
  DeviceBlock *best = nullptr;
  for (int64_t i = 0; i < device.blockCount; ++i) {
    DeviceBlock &block = device.blocks[i];
    if (!block.used && block.bytes >= bytes &&
        (!best || block.bytes < best->bytes))
      best = &block;
  }
  if (!best) {
    if (device.blockCount == device.blockRoom) {
      int64_t room = device.blockRoom ? 2 * device.blockRoom : 16;
      void *grown = realloc(device.blocks, size_t(room) * sizeof(DeviceBlock));
      if (!grown)
        return nullptr;
      device.blocks = static_cast<DeviceBlock *>(grown);
      device.blockRoom = room;
    }
    CUdeviceptr memory = 0;
    if (device.device->driver.memoryAllocate(&memory, atLeastOne(bytes)))
      return nullptr;
    device.blockBytes += bytes;
    best = &device.blocks[device.blockCount++];
    *best = {memory, bytes, false};
  }
  best->used = true;
  return reinterpret_cast<void *>(best->memory);
}

} // namespace

int32_t cameo::rt::openDevice(cameo_library &library, cameo_error *error) {
  pthread_mutex_lock(&library.deviceMutex);
  int32_t status = CAMEO_OK;
  if (!library.device) {
    void *memory = malloc(sizeof(Device));
    if (!memory) {
      status = fail(error, CAMEO_OUT_OF_MEMORY, "out of memory");
    } else {
      auto *device = new (memory) Device;
      status = setUp(*device, library, error);
      if (status)
        closeDevice(device);
      else
        library.device = device;
    }
  }
  pthread_mutex_unlock(&library.deviceMutex);
  return status;
}

void cameo::rt::closeDevice(Device *device) {
  if (!device)
    return;
  if (device->context) {
    {
      Current current(*device);
      if (device->weights)
        device->driver.memoryFree(device->weights);
      if (device->module)
        device->driver.moduleUnload(device->module);
    }
    device->driver.primaryRelease(device->device);
  }
  device->driver.close();
  free(device->functions);
  free(device);
}

int32_t cameo::rt::createDeviceContext(cameo_context &context,
                                       cameo_error *error) {
  if (int32_t status = openDevice(*context.library, error))
    return status;
  const cameo_model &model = *context.library->model;
  void *memory = malloc(sizeof(DeviceContext));
  if (!memory)
    return fail(error, CAMEO_OUT_OF_MEMORY, "out of memory");
  auto *device = new (memory) DeviceContext;
  context.device = device;
  device->device = context.library->device;
  uint32_t most = 0;
  for (uint32_t i = 0; i < model.device->kernel_count; ++i)
    if (model.device->kernels[i].arg_count > most)
      most = model.device->kernels[i].arg_count;
  device->params =
      static_cast<void **>(calloc(size_t(most) + 1, sizeof(void *)));
  if (!device->params)
    return fail(error, CAMEO_OUT_OF_MEMORY, "out of memory");
  Current current(*device->device);
  if (CUresult r = device->device->driver.streamCreate(&device->stream,
                                                       streamNonBlocking))
    return failWith(*device->device, r, "no stream", model.name, error);
  context.exec.device_weights =
      reinterpret_cast<const void *>(device->device->weights);
  context.exec.device_launch = launch;
  context.exec.device_copy = copy;
  context.exec.device_allocate = allocate;
  return CAMEO_OK;
}

void cameo::rt::destroyDeviceContext(DeviceContext *context) {
  if (!context)
    return;
  {
    const CudaDriver &driver = context->device->driver;
    Current current(*context->device);
    if (context->stream) {
      driver.streamSynchronize(context->stream);
      driver.streamDestroy(context->stream);
    }
    if (context->arena)
      driver.memoryFree(context->arena);
    for (int64_t i = 0; i < context->blockCount; ++i)
      driver.memoryFree(context->blocks[i].memory);
  }
  free(context->blocks);
  free(context->params);
  free(context);
}

int32_t cameo::rt::beginDeviceRun(cameo_context &context, int64_t arenaBytes,
                                  cameo_error *error) {
  DeviceContext &device = *context.device;
  const CudaDriver &driver = device.device->driver;
  const cameo_model &model = *context.library->model;
  if (CUresult r = driver.contextPush(device.device->context))
    return failWith(*device.device, r, "the GPU cannot be used", model.name,
                    error);
  for (int64_t i = 0; i < device.blockCount; ++i)
    device.blocks[i].used = false;
  if (arenaBytes > device.arenaBytes) {
    if (device.arena)
      driver.memoryFree(device.arena);
    device.arena = 0;
    device.arenaBytes = 0;
    if (CUresult r = driver.memoryAllocate(&device.arena, size_t(arenaBytes))) {
      CUcontext old;
      driver.contextPop(&old);
      return failWith(*device.device, r, "no room for the arena on the device",
                      model.name, error);
    }
    device.arenaBytes = arenaBytes;
  }
  context.exec.device_arena = reinterpret_cast<void *>(device.arena);
  return CAMEO_OK;
}

int32_t cameo::rt::endDeviceRun(cameo_context &context, int32_t status) {
  DeviceContext &device = *context.device;
  const CudaDriver &driver = device.device->driver;
  CUresult r = driver.streamSynchronize(device.stream);
  if (r && status == CAMEO_OK)
    status = deviceFailed(context, r, "the device");
  CUcontext old;
  driver.contextPop(&old);
  return status;
}

void cameo::rt::waitForDevice(cameo_context &context) {
  context.device->device->driver.streamSynchronize(context.device->stream);
}

int64_t cameo::rt::deviceMemory(const DeviceContext *context) {
  return context ? context->arenaBytes + context->blockBytes : 0;
}
