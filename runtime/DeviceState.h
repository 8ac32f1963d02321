// SPDX-License-Identifier: Apache-2.0
// What the sources about devices share: a device of a library, a context's part
// of it, and what a run launched, to be launched again.
#ifndef CAMEO_RUNTIME_DEVICESTATE_H
#define CAMEO_RUNTIME_DEVICESTATE_H

#include "Context.h"
#include "CudaDriver.h"
#include "Device.h"

namespace cameo::rt {

struct Device {
  CudaDriver driver;
  int32_t ordinal = 0;
  Device *next = nullptr; // of the same library
  CUdevice device = 0;
  CUcontext context = nullptr;
  CUmodule module = nullptr;
  CUfunction *functions = nullptr; // of kernels
  CUfunction *variants = nullptr;  // null where there is none for this chip
  CUdeviceptr weights = 0;
};

/// Memory that only a run can size: blocks stay for the next run.
struct DeviceBlock {
  CUdeviceptr memory;
  int64_t bytes;
  bool used;
};

/// An input that the run brings to the device.
struct InputCopy {
  uint32_t input;
  CUdeviceptr to;
  int64_t bytes;
};
/// A result that the run takes from it. `to` is in the host's arena, at
/// `offset`.
struct OutputCopy {
  int64_t offset;
  CUdeviceptr from;
  int64_t bytes;
};

/// A list that keeps its room from run to run.
template <typename T> struct Room {
  T *items = nullptr;
  int64_t count = 0, room = 0;
  /// False: no memory.
  bool add(const T &item);
  void release();
};

/// What a run on one set of shapes did, to be done again without the model.
struct Recording {
  enum State : uint8_t {
    Unseen,   // the next run is the first
    Seen,     // the next run is recorded
    Recorded, // further ones are played
    Never     // the model or the driver does not allow it
  } state = Unseen;
  uint64_t arenaNumber = 0; // of the arena that it knows
  CUgraphExec graph = nullptr;
  Room<InputCopy> inputs;
  Room<OutputCopy> outputs;
  /// Per output: where it lies, as an offset in the host's arena; -1: at
  /// `fixed`, in the weights.
  Room<int64_t> places;
  Room<const void *> fixed;
  Room<int64_t> dims; // of all outputs
};

struct DeviceContext {
  Device *device = nullptr;
  CUstream stream = nullptr;
  bool callersStream = false, graphs = true, pinned = false;
  CUstream recorder = nullptr; // a stream of our own that records
  CUdeviceptr arena = 0;
  int64_t arenaBytes = 0;
  uint64_t arenaNumber = 1; // counts the arenas it had
  Room<DeviceBlock> blocks;
  int64_t blockBytes = 0;
  void **params = nullptr; // room for the arguments of the kernel that has most
  char reason[300] = "";

  // ---- of the run that is going on
  const cameo_tensor *inputs = nullptr;
  Room<OutputCopy> outputs;
  Recording *recording = nullptr; // being made, or null
};

/// Makes the device's context this thread's while it lives.
class Current {
public:
  explicit Current(const Device &device) : driver(device.driver) {
    result = driver.contextPush(device.context);
  }
  ~Current() {
    CUcontext old;
    if (!result)
      driver.contextPop(&old);
  }
  CUresult result;

private:
  const CudaDriver &driver;
};

inline CUdeviceptr toDevice(const void *p) {
  return reinterpret_cast<CUdeviceptr>(p);
}
inline void *toPointer(CUdeviceptr p) { return reinterpret_cast<void *>(p); }

int32_t failWith(const Device &device, CUresult result, const char *what,
                 const char *model, cameo_error *error);
/// Records why the device failed; a run ends with the status.
int32_t deviceFailed(cameo_context &context, CUresult result, const char *what);
/// Device memory until the next run; null if there is none.
void *allocateOnDevice(DeviceContext &device, int64_t bytes);

/// What `map` says of the tensor of a launch with `args`; `possible`: whether
/// the chip's rules allow it, without which nothing is made.
CUresult makeTensorMap(const CudaDriver &driver, const cameo_device_map &map,
                       const int64_t *args, CUtensorMap &made, bool &possible);

/// Whether context.inputs[input] is in the device's memory.
inline bool isOnDevice(const cameo_context &context, uint32_t input) {
  return context.device->inputs[input].location == CAMEO_DEVICE &&
         !context.library->model->device->host_inputs[input];
}

/// Begins to record what the model launches; false: the driver does not.
bool beginRecording(DeviceContext &device, Recording &recording);
/// Ends it. Recorded, if all of it can be played.
int32_t endRecording(cameo_context &context, int32_t status);
/// Does what was recorded.
int32_t play(cameo_context &context, const Recording &recording);
void releaseRecording(const Device &device, Recording *recording);

} // namespace cameo::rt

#endif
