// SPDX-License-Identifier: Apache-2.0
// The device of models that have kernels for one: what a library holds of it,
// what a context adds.
#ifndef CAMEO_RUNTIME_DEVICE_H
#define CAMEO_RUNTIME_DEVICE_H

#include "cameo/runtime.h"

namespace cameo::rt {

/// Code and weights on the device; one for each library, shared by its
/// contexts.
struct Device;
/// Stream and memory of one context.
struct DeviceContext;

/// Finds driver and device, loads the code and uploads the weights, unless that
/// is done. CAMEO_UNSUPPORTED says what is missing.
int32_t openDevice(cameo_library &library, cameo_error *error);
void closeDevice(Device *device);

int32_t createDeviceContext(cameo_context &context, cameo_error *error);
void destroyDeviceContext(DeviceContext *context);

/// Before a run: the device's arena has `arenaBytes`, the callbacks of
/// context.exec work.
int32_t beginDeviceRun(cameo_context &context, int64_t arenaBytes,
                       cameo_error *error);
/// After it: waits for what was launched. Returns `status`, or what the device
/// came to; a failure leaves its reason in context.failure.
int32_t endDeviceRun(cameo_context &context, int32_t status);
/// Waits for what was launched so far, for profiles.
void waitForDevice(cameo_context &context);
/// Bytes of device memory that the context holds.
int64_t deviceMemory(const DeviceContext *context);

} // namespace cameo::rt

#endif
