// SPDX-License-Identifier: Apache-2.0
// The devices of models that have kernels for one: what a library holds of
// each, what a context adds, and runs.
#ifndef CAMEO_RUNTIME_DEVICE_H
#define CAMEO_RUNTIME_DEVICE_H

#include "cameo/runtime.h"

namespace cameo::rt {

/// Code and weights on a device; one for each device of a library, shared by
/// its contexts.
struct Device;
/// Stream and memory of one context.
struct DeviceContext;
struct Plan;

/// Finds the driver and device `ordinal`, loads the code and uploads the
/// weights, unless that is done. CAMEO_UNSUPPORTED says what is missing.
int32_t openDevice(cameo_library &library, int32_t ordinal, Device **opened,
                   cameo_error *error);
/// Whether a driver, the first device and code for it are here; if not, `error`
/// tells what is missing.
bool deviceIsThere(const cameo_model &model, cameo_error *error);
/// This one and all after it.
void closeDevices(Device *device);

int32_t createDeviceContext(cameo_context &context,
                            const cameo_context_options &options,
                            cameo_error *error);
void destroyDeviceContext(cameo_context &context);

/// Runs the model on inputs that were checked and brings its outputs to where
/// the caller wants them.
int32_t runOnDevice(cameo_context &context, Plan &plan,
                    const cameo_tensor *inputs, cameo_tensor *outputs,
                    cameo_error *error);
/// The plan will be another's.
void forgetRecording(cameo_context &context, Plan &plan);
/// Waits for what was launched so far, for profiles.
void waitForDevice(cameo_context &context);
/// Bytes of device memory that the context holds.
int64_t deviceMemory(const DeviceContext *context);

} // namespace cameo::rt

#endif
