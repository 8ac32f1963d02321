// SPDX-License-Identifier: Apache-2.0
// Devices by NVIDIA's driver API: the primary context, so that other users of
// the GPU in this process share it, and a stream for each of our contexts.
#include "DeviceState.h"
#include "Error.h"

#include <new>
#include <stdlib.h>
#include <string.h>

using namespace cameo::rt;

int32_t cameo::rt::failWith(const Device &device, CUresult result,
                            const char *what, const char *model,
                            cameo_error *error) {
  char text[200];
  device.driver.describe(result, text, sizeof text);
  return fail(error, result == 2 ? CAMEO_OUT_OF_MEMORY : CAMEO_UNSUPPORTED,
              "model '%s': %s: %s", model, what, text);
}

namespace {

/// "sm_80" or "compute_80" to 80; 0 for anything else.
int archNumber(const char *arch, const char *prefix) {
  size_t length = strlen(prefix);
  return arch && strncmp(arch, prefix, length) == 0 ? atoi(arch + length) : 0;
}

/// "sm_90a" and "compute_90a" are for that chip alone.
bool hasVariants(const cameo_device_image &image) {
  size_t length = image.arch ? strlen(image.arch) : 0;
  return length && image.arch[length - 1] == 'a';
}

/// The first image that runs on a chip of this capability: machine code of its
/// own generation that is not newer, or PTX.
const cameo_device_image *findImage(const cameo_device &code, int chip) {
  for (uint32_t i = 0; i < code.image_count; ++i) {
    const cameo_device_image &image = code.images[i];
    int binary = archNumber(image.arch, "sm_"),
        text = archNumber(image.arch, "compute_");
    if (hasVariants(image) ? binary + text == chip
        : binary           ? binary / 10 == chip / 10 && binary <= chip
                           : text && text <= chip)
      return &image;
  }
  return nullptr;
}

/// Opens the driver and finds the device and the code for it.
int32_t findDevice(Device &device, const cameo_model &model,
                   const cameo_device_image *&image, cameo_error *error) {
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
  if (device.ordinal < 0 || device.ordinal >= count)
    return fail(error, CAMEO_UNSUPPORTED,
                "model '%s': no device %d: this machine has %d", model.name,
                device.ordinal, count);
  r = driver.deviceGet(&device.device, device.ordinal);
  if (r)
    return failWith(device, r, "the GPU cannot be used", model.name, error);
  int major = 0, minor = 0;
  driver.deviceGetAttribute(&major, capabilityMajor, device.device);
  driver.deviceGetAttribute(&minor, capabilityMinor, device.device);
  image = findImage(*model.device, major * 10 + minor);
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
  return CAMEO_OK;
}

int32_t loadCode(Device &device, const cameo_model &model,
                 const cameo_device_image *image, cameo_error *error) {
  CudaDriver &driver = device.driver;
  if (CUresult r = driver.moduleLoadData(&device.module, image->data))
    return failWith(device, r, "the driver does not take its code", model.name,
                    error);
  uint32_t count = model.device->kernel_count;
  device.functions =
      static_cast<CUfunction *>(calloc(size_t(count) + 1, sizeof(CUfunction)));
  device.variants =
      static_cast<CUfunction *>(calloc(size_t(count) + 1, sizeof(CUfunction)));
  if (!device.functions || !device.variants)
    return fail(error, CAMEO_OUT_OF_MEMORY, "out of memory");
  auto load = [&](CUfunction &function, const char *name, uint32_t shared) {
    CUresult r = driver.moduleGetFunction(&function, device.module, name);
    // More than the default has to be asked for.
    if (!r && shared > 48 * 1024)
      r = driver.functionSetAttribute(function, maxDynamicSharedBytes,
                                      int(shared));
    return r ? failWith(device, r, name, model.name, error) : CAMEO_OK;
  };
  for (uint32_t i = 0; i < count; ++i) {
    const cameo_device_kernel &kernel = model.device->kernels[i];
    int32_t status =
        load(device.functions[i], kernel.name, kernel.shared_memory);
    if (!status && kernel.variant && hasVariants(*image))
      status = load(device.variants[i], kernel.variant->name,
                    kernel.variant->shared_memory);
    if (status)
      return status;
  }
  return CAMEO_OK;
}

int32_t uploadWeights(Device &device, const cameo_library &library,
                      cameo_error *error) {
  const cameo_model &model = *library.model;
  int64_t bytes = model.device->weights_size;
  if (bytes <= 0)
    return CAMEO_OK;
  CUresult r = device.driver.memoryAllocate(&device.weights, size_t(bytes));
  if (!r)
    r = device.driver.copyToDevice(device.weights, library.weights,
                                   size_t(bytes), nullptr);
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
  const cameo_device_image *image = nullptr;
  if (int32_t status = findDevice(device, model, image, error))
    return status;
  if (CUresult r = driver.primaryRetain(&device.context, device.device))
    return failWith(device, r, "the GPU cannot be used", model.name, error);
  Current current(device);
  if (current.result)
    return failWith(device, current.result, "the GPU cannot be used",
                    model.name, error);
  if (int32_t status = loadCode(device, model, image, error))
    return status;
  return uploadWeights(device, library, error);
}

} // namespace

bool cameo::rt::deviceIsThere(const cameo_model &model, cameo_error *error) {
  Device device;
  const cameo_device_image *image = nullptr;
  int32_t status = findDevice(device, model, image, error);
  device.driver.close();
  return status == CAMEO_OK;
}

int32_t cameo::rt::openDevice(cameo_library &library, int32_t ordinal,
                              Device **opened, cameo_error *error) {
  pthread_mutex_lock(&library.deviceMutex);
  int32_t status = CAMEO_OK;
  Device *device = library.devices;
  while (device && device->ordinal != ordinal)
    device = device->next;
  if (!device) {
    void *memory = malloc(sizeof(Device));
    if (!memory) {
      status = fail(error, CAMEO_OUT_OF_MEMORY, "out of memory");
    } else {
      device = new (memory) Device;
      device->ordinal = ordinal;
      status = setUp(*device, library, error);
      if (status) {
        closeDevices(device);
      } else {
        device->next = library.devices;
        library.devices = device;
      }
    }
  }
  *opened = status ? nullptr : device;
  pthread_mutex_unlock(&library.deviceMutex);
  return status;
}

static void close(Device *device) {
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
  free(device->variants);
  free(device);
}

void cameo::rt::closeDevices(Device *device) {
  while (device) {
    Device *next = device->next;
    close(device);
    device = next;
  }
}
