// SPDX-License-Identifier: Apache-2.0
// One run on a device: the arena, the model or what was recorded of it, and the
// results to where the caller wants them.
#include "DeviceState.h"
#include "Error.h"

#include <new>
#include <stdlib.h>

using namespace cameo::rt;

static int32_t reserveArena(cameo_context &context, int64_t bytes) {
  DeviceContext &device = *context.device;
  const CudaDriver &driver = device.device->driver;
  if (bytes > device.arenaBytes) {
    driver.streamSynchronize(device.stream); // a run before may still use it
    if (device.arena)
      driver.memoryFree(device.arena);
    device.arena = 0;
    device.arenaBytes = 0;
    ++device.arenaNumber;
    if (CUresult r = driver.memoryAllocate(&device.arena, size_t(bytes)))
      return deviceFailed(context, r, "no room for the arena on the device");
    device.arenaBytes = bytes;
  }
  context.exec.device_arena = toPointer(device.arena);
  return CAMEO_OK;
}

/// Inputs on the device that the host reads as well come to the host.
static int32_t bringInputs(cameo_context &context) {
  DeviceContext &device = *context.device;
  const CudaDriver &driver = device.device->driver;
  const cameo_model &model = *context.library->model;
  for (uint32_t i = 0; i < model.input_count; ++i) {
    const cameo_tensor &input = device.inputs[i];
    if (model.inputs[i].kind != CAMEO_TENSOR ||
        input.location != CAMEO_DEVICE || !model.device->host_inputs[i])
      continue;
    int64_t bytes = bytesOf(input.shape, input.rank, input.dtype);
    void *copy = context.runMemory.allocate(context.allocator, bytes);
    if (!copy)
      return CAMEO_OUT_OF_MEMORY;
    CUresult r = CAMEO_OK;
    if (bytes > 0)
      r = driver.copyToHost(copy, toDevice(input.data), size_t(bytes),
                            device.stream);
    if (!r)
      r = driver.streamSynchronize(device.stream);
    if (r)
      return deviceFailed(context, r, "the copy of an input");
    context.inputs[i] = copy;
  }
  return CAMEO_OK;
}

static int32_t runModel(cameo_context &context, Plan &plan) {
  DeviceContext &device = *context.device;
  const cameo_model &model = *context.library->model;
  auto run = [&] {
    device.outputs.count = 0;
    return model.run(&context.exec, context.inputs, context.inputShapes,
                     context.outputs, context.outputShapes);
  };
  // A profile times each launch.
  if (!device.graphs || context.exec.on_launch)
    return run();
  if (!plan.recording) {
    void *memory = malloc(sizeof(Recording));
    if (!memory)
      return CAMEO_OUT_OF_MEMORY;
    plan.recording = new (memory) Recording;
  }
  Recording &recording = *plan.recording;
  if (recording.state == Recording::Recorded &&
      recording.arenaNumber != device.arenaNumber)
    recording.state = Recording::Seen;
  if (recording.state == Recording::Seen) {
    if (beginRecording(device, recording)) {
      // What is an input shows by its address, whatever the caller's are.
      for (uint32_t i = 0; i < model.input_count; ++i)
        context.inputs[i] = &device.inputs[i];
      int32_t status = endRecording(context, run());
      for (uint32_t i = 0; i < model.input_count; ++i)
        context.inputs[i] = device.inputs[i].data;
      if (!status)
        status = bringInputs(context);
      if (status)
        return status;
    } else {
      recording.state = Recording::Never;
    }
  }
  if (recording.state == Recording::Recorded)
    return play(context, recording);
  if (recording.state == Recording::Unseen)
    recording.state = Recording::Seen;
  return run();
}

/// The copy that brings what the model said is at `output`.
static const OutputCopy *copyOf(const cameo_context &context,
                                const void *output) {
  const DeviceContext &device = *context.device;
  auto *arena = static_cast<const char *>(context.exec.arena);
  for (int64_t i = 0; i < device.outputs.count; ++i)
    if (arena + device.outputs.items[i].offset == output)
      return &device.outputs.items[i];
  return nullptr;
}

/// One tensor to where `out` says, or a view of it there.
static int32_t deliverTo(cameo_context &context, cameo_tensor &out,
                         const void *result) {
  DeviceContext &device = *context.device;
  const CudaDriver &driver = device.device->driver;
  const OutputCopy *copy = copyOf(context, result);
  size_t bytes = size_t(out.bytes);
  CUresult r = CAMEO_OK;
  if (out.location == CAMEO_DEVICE) {
    if (!out.data && copy) {
      out.data = toPointer(copy->from);
      return CAMEO_OK;
    }
    if (!out.data && !(out.data = allocateOnDevice(device, out.bytes)))
      return CAMEO_OUT_OF_MEMORY;
    if (bytes)
      r = copy ? driver.copyOnDevice(toDevice(out.data), copy->from, bytes,
                                     device.stream)
               : driver.copyToDevice(toDevice(out.data), result, bytes,
                                     device.stream);
  } else {
    if (!out.data)
      out.data = const_cast<void *>(result);
    if (copy && bytes)
      r = driver.copyToHost(out.data, copy->from, bytes, device.stream);
    else if (bytes && out.data != result)
      __builtin_memcpy(out.data, result, bytes);
  }
  return r ? deviceFailed(context, r, "the copy of an output") : CAMEO_OK;
}

static int32_t deliver(cameo_context &context, cameo_tensor *outputs,
                       cameo_error *error) {
  const cameo_model &model = *context.library->model;
  int32_t status = CAMEO_OK;
  for (uint32_t i = 0; i < model.output_count; ++i) {
    int32_t mine = describeOutput(context, i, outputs[i], error);
    if (mine && mine != roomIsShort)
      return mine;
    if (mine)
      status = status ? status : CAMEO_INVALID_ARGUMENT;
    else if (model.outputs[i].kind == CAMEO_TENSOR)
      if (int32_t failed = deliverTo(context, outputs[i], context.outputs[i]))
        return fail(error, failed, "model '%s': output %u '%s': %s", model.name,
                    i, model.outputs[i].name,
                    context.failure ? context.failure
                                    : cameo_status_name(failed));
  }
  return status;
}

/// Whether the caller's stream is all that has to know when the run is done.
static bool mayReturnEarly(const cameo_context &context,
                           const cameo_tensor *outputs) {
  const cameo_model &model = *context.library->model;
  const DeviceContext &device = *context.device;
  if (!device.callersStream || context.exec.on_launch)
    return false;
  for (uint32_t i = 0; i < model.input_count; ++i)
    if (device.inputs[i].location != CAMEO_DEVICE)
      return false;
  for (uint32_t i = 0; i < model.output_count; ++i)
    if (outputs[i].location != CAMEO_DEVICE)
      return false;
  return true;
}

int32_t cameo::rt::runOnDevice(cameo_context &context, Plan &plan,
                               const cameo_tensor *inputs,
                               cameo_tensor *outputs, cameo_error *error) {
  DeviceContext &device = *context.device;
  const cameo_model &model = *context.library->model;
  Current current(*device.device);
  if (current.result)
    return failWith(*device.device, current.result, "the GPU cannot be used",
                    model.name, error);
  for (int64_t i = 0; i < device.blocks.count; ++i)
    device.blocks.items[i].used = false;
  device.inputs = inputs;
  bool early = mayReturnEarly(context, outputs);
  int32_t status = reserveArena(context, plan.entries[3]);
  if (!status)
    status = bringInputs(context);
  if (!status)
    status = runModel(context, plan);
  if (!status) {
    succeed(error);
    status = deliver(context, outputs, error);
    if (status == CAMEO_OK && early)
      return CAMEO_OK;
    CUresult r = device.device->driver.streamSynchronize(device.stream);
    if (!r || status)
      return status;
    status = deviceFailed(context, r, "the device");
  } else {
    device.device->driver.streamSynchronize(device.stream);
  }
  return fail(error, status, "model '%s': %s%s%s", model.name,
              context.failurePlace ? context.failurePlace : "",
              context.failurePlace ? ": " : "",
              context.failure ? context.failure : cameo_status_name(status));
}
