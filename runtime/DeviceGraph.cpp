// SPDX-License-Identifier: Apache-2.0
// Graphs of launches. The graph holds kernels and copies between buffers of the
// device; inputs and results are copied before and after it, as their places
// are others in each run.
#include "DeviceState.h"

#include <stdlib.h>
#include <string.h>

using namespace cameo::rt;

template <typename T> bool Room<T>::add(const T &item) {
  if (count == room) {
    int64_t more = room ? 2 * room : 8;
    void *grown = realloc(static_cast<void *>(items), size_t(more) * sizeof(T));
    if (!grown)
      return false;
    items = static_cast<T *>(grown);
    room = more;
  }
  items[count++] = item;
  return true;
}
template <typename T> void Room<T>::release() {
  free(static_cast<void *>(items));
  items = nullptr;
  count = room = 0;
}
template struct cameo::rt::Room<DeviceBlock>;
template struct cameo::rt::Room<InputCopy>;
template struct cameo::rt::Room<OutputCopy>;
template struct cameo::rt::Room<int64_t>;
template struct cameo::rt::Room<const void *>;

static void clear(const Device &device, Recording &recording) {
  if (recording.graph)
    device.driver.graphExecDestroy(recording.graph);
  recording.graph = nullptr;
  recording.inputs.count = recording.outputs.count = recording.places.count =
      recording.fixed.count = recording.dims.count = 0;
}

void cameo::rt::releaseRecording(const Device &device, Recording *recording) {
  if (!recording)
    return;
  clear(device, *recording);
  recording->inputs.release();
  recording->outputs.release();
  recording->places.release();
  recording->fixed.release();
  recording->dims.release();
  free(recording);
}

bool cameo::rt::beginRecording(DeviceContext &device, Recording &recording) {
  const CudaDriver &driver = device.device->driver;
  clear(*device.device, recording);
  if (!device.recorder &&
      driver.streamCreate(&device.recorder, streamNonBlocking))
    return false;
  if (driver.streamBeginCapture(device.recorder, captureThreadLocal))
    return false;
  device.recording = &recording;
  return true;
}

/// Where the outputs of the run lie, and their shapes. False: somewhere that
/// may be another place in the next run, or there is no memory.
static bool keepOutputs(cameo_context &context, Recording &recording) {
  const cameo_model &model = *context.library->model;
  auto *arena = static_cast<const char *>(context.exec.arena);
  auto *weights = static_cast<const char *>(context.library->weights);
  const DeviceContext &device = *context.device;
  int64_t dims = 0;
  for (uint32_t i = 0; i < model.output_count; ++i) {
    auto *at = static_cast<const char *>(context.outputs[i]);
    int64_t place = -1;
    for (int64_t k = 0; k < device.outputs.count && place < 0; ++k)
      if (at == arena + device.outputs.items[k].offset)
        place = device.outputs.items[k].offset;
    bool isWeight =
        at && weights && at >= weights && at < weights + model.weights_size;
    if ((place < 0 && !isWeight) || !recording.places.add(place) ||
        !recording.fixed.add(at))
      return false;
    dims += model.outputs[i].rank;
  }
  for (int64_t i = 0; i < dims; ++i)
    if (!recording.dims.add(context.outputDims[i]))
      return false;
  for (int64_t i = 0; i < device.outputs.count; ++i)
    if (!recording.outputs.add(device.outputs.items[i]))
      return false;
  return true;
}

int32_t cameo::rt::endRecording(cameo_context &context, int32_t status) {
  DeviceContext &device = *context.device;
  const CudaDriver &driver = device.device->driver;
  Recording &recording = *device.recording;
  device.recording = nullptr;
  CUgraph graph = nullptr;
  CUresult r = driver.streamEndCapture(device.recorder, &graph);
  if (!r && status == CAMEO_OK && graph)
    r = driver.graphInstantiate(&recording.graph, graph, 0);
  if (graph)
    driver.graphDestroy(graph);
  if (status != CAMEO_OK || r || !graph || !keepOutputs(context, recording)) {
    clear(*device.device, recording);
    recording.state = Recording::Never;
    return status;
  }
  recording.arenaNumber = device.arenaNumber;
  recording.state = Recording::Recorded;
  return CAMEO_OK;
}

int32_t cameo::rt::play(cameo_context &context, const Recording &recording) {
  DeviceContext &device = *context.device;
  const CudaDriver &driver = device.device->driver;
  const cameo_model &model = *context.library->model;
  for (int64_t i = 0; i < recording.inputs.count; ++i) {
    const InputCopy &copy = recording.inputs.items[i];
    const void *from = context.inputs[copy.input];
    CUresult r = isOnDevice(context, copy.input)
                     ? driver.copyOnDevice(copy.to, toDevice(from),
                                           size_t(copy.bytes), device.stream)
                     : driver.copyToDevice(copy.to, from, size_t(copy.bytes),
                                           device.stream);
    if (r)
      return deviceFailed(context, r, "the copy of an input");
  }
  if (CUresult r = driver.graphLaunch(recording.graph, device.stream))
    return deviceFailed(context, r, "the graph of kernels");
  auto *arena = static_cast<const char *>(context.exec.arena);
  int64_t dims = recording.dims.count;
  if (dims)
    memcpy(context.outputDims, recording.dims.items,
           size_t(dims) * sizeof(int64_t));
  for (uint32_t i = 0; i < model.output_count; ++i)
    context.outputs[i] = recording.places.items[i] < 0
                             ? recording.fixed.items[i]
                             : arena + recording.places.items[i];
  device.outputs.count = 0;
  for (int64_t i = 0; i < recording.outputs.count; ++i)
    if (!device.outputs.add(recording.outputs.items[i]))
      return CAMEO_OUT_OF_MEMORY;
  return CAMEO_OK;
}
