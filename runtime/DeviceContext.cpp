// SPDX-License-Identifier: Apache-2.0
// A context's part of a device: a stream, an arena, and what the model calls to
// launch kernels, to copy and to allocate.
#include "DeviceState.h"
#include "Error.h"

#include <new>
#include <stdio.h>
#include <stdlib.h>

using namespace cameo::rt;

static cameo_context &contextOf(cameo_exec *exec) {
  return *reinterpret_cast<cameo_context *>(exec);
}

int32_t cameo::rt::deviceFailed(cameo_context &context, CUresult result,
                                const char *what) {
  DeviceContext &device = *context.device;
  char text[200];
  device.device->driver.describe(result, text, sizeof text);
  snprintf(device.reason, sizeof device.reason, "%s: %s", what, text);
  context.failure = device.reason;
  return result == 2 ? CAMEO_OUT_OF_MEMORY : CAMEO_RUNTIME_ERROR;
}

void *cameo::rt::allocateOnDevice(DeviceContext &device, int64_t bytes) {
  if (bytes < 0)
    return nullptr;
  DeviceBlock *best = nullptr;
  for (int64_t i = 0; i < device.blocks.count; ++i) {
    DeviceBlock &block = device.blocks.items[i];
    if (!block.used && block.bytes >= bytes &&
        (!best || block.bytes < best->bytes))
      best = &block;
  }
  if (!best) {
    CUdeviceptr memory = 0; // CUDA insists on a size
    if (device.device->driver.memoryAllocate(&memory,
                                             bytes ? size_t(bytes) : 1))
      return nullptr;
    if (!device.blocks.add({memory, bytes, false})) {
      device.device->driver.memoryFree(memory);
      return nullptr;
    }
    device.blockBytes += bytes;
    best = &device.blocks.items[device.blocks.count - 1];
  }
  best->used = true;
  return toPointer(best->memory);
}

//===-- what the model calls ----------------------------------------------===//

/// Launches what takes the kernel's place on this chip. Not `done`: the tensors
/// are such that the kernel itself has to run.
static CUresult launchVariant(DeviceContext &device, CUfunction function,
                              const cameo_device_variant &variant,
                              uint32_t argCount, const int64_t *args,
                              unsigned blocks, bool &done) {
  const CudaDriver &driver = device.device->driver;
  CUtensorMap maps[CAMEO_MOST_MAPS];
  for (uint32_t i = 0; i < variant.map_count; ++i) {
    CUresult r = makeTensorMap(driver, variant.maps[i], args, maps[i], done);
    if (r || !done)
      return r;
    device.params[argCount + i] = &maps[i];
  }
  done = true;
  return driver.launchKernel(function, blocks, 1, 1, variant.threads, 1, 1,
                             variant.shared_memory,
                             device.recording ? device.recorder : device.stream,
                             device.params, nullptr);
}

static int32_t launch(cameo_exec *exec, int32_t kernel, int64_t *args,
                      int64_t blocks, int64_t threads, int64_t shared) {
  cameo_context &context = contextOf(exec);
  DeviceContext &device = *context.device;
  const cameo_device_kernel &info =
      context.library->model->device->kernels[kernel];
  for (uint32_t i = 0; i < info.arg_count; ++i)
    device.params[i] = args + i;
  if (CUfunction variant = device.device->variants[kernel]) {
    bool done = false;
    CUresult r = launchVariant(device, variant, *info.variant, info.arg_count,
                               args, unsigned(blocks), done);
    if (r)
      return deviceFailed(context, r, info.variant->name);
    if (done)
      return CAMEO_OK;
  }
  if (CUresult r = device.device->driver.launchKernel(
          device.device->functions[kernel], unsigned(blocks), 1, 1,
          unsigned(threads), 1, 1, unsigned(shared),
          device.recording ? device.recorder : device.stream, device.params,
          nullptr))
    return deviceFailed(context, r, info.name);
  return CAMEO_OK;
}

/// The input that begins at `from`; the number of inputs if there is none.
static uint32_t findInput(const cameo_context &context, const void *from) {
  const cameo_model &model = *context.library->model;
  uint32_t i = 0;
  while (i < model.input_count && context.inputs[i] != from)
    ++i;
  return i;
}

static int32_t copyToDevice(cameo_context &context, CUdeviceptr to,
                            const void *from, int64_t bytes) {
  DeviceContext &device = *context.device;
  const CudaDriver &driver = device.device->driver;
  if (device.recording) { // addresses of inputs stand for them
    auto *tensor = static_cast<const cameo_tensor *>(from);
    return device.recording->inputs.add(
               {uint32_t(tensor - device.inputs), to, bytes})
               ? CAMEO_OK
               : CAMEO_OUT_OF_MEMORY;
  }
  uint32_t input = findInput(context, from);
  bool isInput = input < context.library->model->input_count;
  if (isInput && isOnDevice(context, input)) {
    CUresult r =
        driver.copyOnDevice(to, toDevice(from), size_t(bytes), device.stream);
    return r ? deviceFailed(context, r, "the copy of an input") : CAMEO_OK;
  }
  CUresult r = driver.copyToDevice(to, from, size_t(bytes), device.stream);
  // The driver takes what lies in pageable memory before it returns; the
  // caller's own may be of the other kind, and the host may write there next.
  if (!r && !isInput && device.pinned)
    r = driver.streamSynchronize(device.stream);
  return r ? deviceFailed(context, r, "a copy to the device") : CAMEO_OK;
}

static int32_t copy(cameo_exec *exec, void *to, const void *from, int64_t bytes,
                    int32_t kind) {
  cameo_context &context = contextOf(exec);
  DeviceContext &device = *context.device;
  const CudaDriver &driver = device.device->driver;
  if (kind == CAMEO_OUTPUT_TO_HOST) {
    auto *arena = static_cast<const char *>(exec->arena);
    int64_t offset = static_cast<const char *>(to) - arena;
    return device.outputs.add({offset, toDevice(from), bytes})
               ? CAMEO_OK
               : CAMEO_OUT_OF_MEMORY;
  }
  if (bytes <= 0)
    return CAMEO_OK;
  if (kind == CAMEO_TO_DEVICE)
    return copyToDevice(context, toDevice(to), from, bytes);
  CUresult r;
  if (kind == CAMEO_TO_HOST) {
    r = driver.copyToHost(to, toDevice(from), size_t(bytes), device.stream);
    if (!r)
      r = driver.streamSynchronize(device.stream);
  } else {
    r = driver.copyOnDevice(toDevice(to), toDevice(from), size_t(bytes),
                            device.recording ? device.recorder : device.stream);
  }
  return r ? deviceFailed(context, r, "a copy") : CAMEO_OK;
}

static void *allocate(cameo_exec *exec, int64_t bytes) {
  return allocateOnDevice(*contextOf(exec).device, bytes);
}

//===-- contexts ----------------------------------------------------------===//

int32_t cameo::rt::createDeviceContext(cameo_context &context,
                                       const cameo_context_options &options,
                                       cameo_error *error) {
  Device *opened = nullptr;
  if (int32_t status =
          openDevice(*context.library, options.device, &opened, error))
    return status;
  const cameo_model &model = *context.library->model;
  void *memory = malloc(sizeof(DeviceContext));
  if (!memory)
    return fail(error, CAMEO_OUT_OF_MEMORY, "out of memory");
  auto *device = new (memory) DeviceContext;
  context.device = device;
  device->device = opened;
  device->graphs = !options.no_graphs && model.device->replayable;
  device->pinned = options.arena || options.allocate;
  uint32_t most = 0;
  for (uint32_t i = 0; i < model.device->kernel_count; ++i)
    if (model.device->kernels[i].arg_count > most)
      most = model.device->kernels[i].arg_count;
  device->params = static_cast<void **>(
      calloc(size_t(most) + CAMEO_MOST_MAPS + 1, sizeof(void *)));
  if (!device->params)
    return fail(error, CAMEO_OUT_OF_MEMORY, "out of memory");
  if (options.stream) {
    device->stream = static_cast<CUstream>(options.stream);
    device->callersStream = true;
  } else {
    Current current(*opened);
    if (CUresult r =
            opened->driver.streamCreate(&device->stream, streamNonBlocking))
      return failWith(*opened, r, "no stream", model.name, error);
  }
  context.exec.device_weights = toPointer(opened->weights);
  context.exec.device_launch = launch;
  context.exec.device_copy = copy;
  context.exec.device_allocate = allocate;
  return CAMEO_OK;
}

void cameo::rt::destroyDeviceContext(cameo_context &context) {
  DeviceContext *device = context.device;
  if (!device)
    return;
  {
    const CudaDriver &driver = device->device->driver;
    Current current(*device->device);
    if (device->stream)
      driver.streamSynchronize(device->stream);
    for (uint32_t i = 0; i < context.planCount; ++i)
      releaseRecording(*device->device, context.plans[i].recording);
    if (device->stream && !device->callersStream)
      driver.streamDestroy(device->stream);
    if (device->recorder)
      driver.streamDestroy(device->recorder);
    if (device->arena)
      driver.memoryFree(device->arena);
    for (int64_t i = 0; i < device->blocks.count; ++i)
      driver.memoryFree(device->blocks.items[i].memory);
  }
  device->blocks.release();
  device->outputs.release();
  free(device->params);
  free(device);
}

void cameo::rt::forgetRecording(cameo_context &context, Plan &plan) {
  if (!plan.recording)
    return;
  Current current(*context.device->device);
  releaseRecording(*context.device->device, plan.recording);
  plan.recording = nullptr;
}

void cameo::rt::waitForDevice(cameo_context &context) {
  context.device->device->driver.streamSynchronize(context.device->stream);
}

int64_t cameo::rt::deviceMemory(const DeviceContext *context) {
  return context ? context->arenaBytes + context->blockBytes : 0;
}
