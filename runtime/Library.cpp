// SPDX-License-Identifier: Apache-2.0
// Loading: from a file or a linked descriptor to a cameo_library, with
// everything checked that later code relies on.
#ifndef _GNU_SOURCE
#define _GNU_SOURCE // dladdr
#endif
#include "Library.h"
#include "CPUFeatures.h"
#include "Device.h"
#include "Error.h"

#include <dlfcn.h>
#include <new>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>

using namespace cameo::rt;

namespace {

/// Whether the descriptor says all of a value that later code looks at.
bool isWhole(const cameo_value_info &info, bool isItem, int depth) {
  bool open = isItem && info.rank == -1;
  if ((info.rank < 0 && !open) ||
      (info.rank > 0 && (!info.shape || !info.dim_names)))
    return false;
  bool hasType = cameo_dtype_size(info.dtype) > 0;
  if (info.kind == CAMEO_TENSOR)
    return hasType || (isItem && info.dtype == 0);
  constexpr int mostDepth = 64;
  if (info.rank != 0 || !info.element || depth > mostDepth)
    return false;
  if (info.kind == CAMEO_MAP)
    return hasType && info.element->kind == CAMEO_TENSOR &&
           cameo_dtype_size(info.element->dtype) > 0;
  return (info.kind == CAMEO_SEQUENCE || info.kind == CAMEO_OPTIONAL) &&
         isWhole(*info.element, /*isItem=*/true, depth + 1);
}

/// Whether an update names an input and an output of one form.
bool isWhole(const cameo_update &update, const cameo_model &model) {
  if (update.input >= model.input_count || update.output >= model.output_count)
    return false;
  const cameo_value_info &in = model.inputs[update.input],
                         &out = model.outputs[update.output];
  return in.kind == CAMEO_TENSOR && out.kind == CAMEO_TENSOR &&
         in.dtype == out.dtype && cameo_dtype_bits(in.dtype) >= 8 &&
         in.rank == out.rank && update.axis < uint32_t(in.rank);
}

int32_t checkValues(const cameo_value_info *values, uint32_t count,
                    const char *kind, cameo_error *error) {
  if (count && !values)
    return fail(error, CAMEO_IO_ERROR, "damaged model descriptor: no %ss",
                kind);
  for (uint32_t i = 0; i < count; ++i)
    if (!values[i].name || !isWhole(values[i], /*isItem=*/false, 0))
      return fail(error, CAMEO_IO_ERROR, "damaged model descriptor: %s %u",
                  kind, i);
  return CAMEO_OK;
}

/// Whether `cpu` has what the model's code needs; if not, `error` says what it
/// lacks.
bool runsOn(const cameo_model &model, CPUFeatures &cpu, cameo_error *error) {
  Text missing;
  const char *list = model.cpu_features ? model.cpu_features : "";
  while (*list) {
    unsigned length = unsigned(strcspn(list, ","));
    if (length && !cpu.has(list, length))
      missing.add("%s%.*s", missing.length ? ", " : "", int(length), list);
    list += length + (list[length] == ',');
  }
  if (missing.length)
    fail(error, CAMEO_UNSUPPORTED,
         "model '%s' was compiled for %s; this CPU lacks: %s. Compile it "
         "with --mcpu for this machine, or for a baseline (x86-64-v3, "
         "generic)",
         model.name, model.target ? model.target : "another CPU", missing.data);
  return !missing.length;
}

/// Whether the descriptor has the form that later code relies on.
int32_t checkForm(const cameo_model &descriptor, cameo_error *error) {
  const cameo_model *model = &descriptor;
  // Only these two fields are sure to be where they are in every version.
  if (model->abi_version != CAMEO_ABI_VERSION)
    return fail(error, CAMEO_UNSUPPORTED,
                "the model has ABI version %u, this runtime (Cameo %s) knows "
                "version %u: compile "
                "the model with the compiler of the runtime's version",
                model->abi_version, cameo_version(), CAMEO_ABI_VERSION);
  if (model->struct_size < sizeof(cameo_model))
    return fail(error, CAMEO_UNSUPPORTED,
                "the model's descriptor has %u bytes, this runtime (Cameo %s) "
                "needs %zu: compile "
                "the model again",
                model->struct_size, cameo_version(), sizeof(cameo_model));
  if (!model->name || !model->plan || !model->run || model->plan_size < 1 ||
      model->plan_size > (int64_t(1) << 32) ||
      (model->metadata_count && !model->metadata) ||
      (model->update_count && !model->updates) ||
      (model->launch_count && !model->launches) ||
      (!model->weights && model->weights_size && !model->weights_file) ||
      (model->device &&
       (model->plan_size < 4 || !model->device->kind ||
        (model->device->image_count && !model->device->images) ||
        (model->device->kernel_count && !model->device->kernels) ||
        model->device->weights_size > model->weights_size ||
        (model->input_count && !model->device->host_inputs))))
    return fail(error, CAMEO_IO_ERROR, "damaged model descriptor");
  if (int32_t status =
          checkValues(model->inputs, model->input_count, "input", error))
    return status;
  if (int32_t status =
          checkValues(model->outputs, model->output_count, "output", error))
    return status;
  for (uint32_t i = 0; i < model->update_count; ++i)
    if (!isWhole(model->updates[i], *model))
      return fail(error, CAMEO_IO_ERROR, "damaged model descriptor: update %u",
                  i);
  return CAMEO_OK;
}

/// Whether `special` may stand in for `model`.
bool specializes(const cameo_model &special, const cameo_model &model) {
  auto sameRanks = [](const cameo_value_info *a, const cameo_value_info *b,
                      uint32_t count) {
    for (uint32_t i = 0; i < count; ++i)
      if (a[i].rank != b[i].rank || a[i].kind != b[i].kind ||
          a[i].dtype != b[i].dtype)
        return false;
    return true;
  };
  return !special.device && !special.specialization_count &&
         special.weights_size <= model.weights_size &&
         special.input_count == model.input_count &&
         special.output_count == model.output_count &&
         sameRanks(special.inputs, model.inputs, model.input_count) &&
         sameRanks(special.outputs, model.outputs, model.output_count) &&
         special.launches >= model.launches &&
         special.launches + special.launch_count <=
             model.launches + model.launch_count;
}

/// Checks what stands in for `model`; keeps the size of the largest plan.
int32_t checkSpecializations(cameo_library &library, const cameo_model &model,
                             cameo_error *error) {
  if (model.specialization_count && (model.device || !model.specializations))
    return fail(error, CAMEO_IO_ERROR,
                "damaged model descriptor: specialisations");
  library.planSize = model.plan_size;
  for (uint32_t i = 0; i < model.specialization_count; ++i) {
    const cameo_model *special = model.specializations[i];
    if (!special)
      return fail(error, CAMEO_IO_ERROR,
                  "damaged model descriptor: specialisation %u", i);
    if (int32_t status = checkForm(*special, error))
      return status;
    if (!specializes(*special, model))
      return fail(error, CAMEO_IO_ERROR,
                  "damaged model descriptor: specialisation %u", i);
    if (special->plan_size > library.planSize)
      library.planSize = special->plan_size;
  }
  return CAMEO_OK;
}

/// Of a model for several targets, the one to run: the first that the caller
/// wants and this machine allows. If there is none, the last one's error, which
/// asks for least.
int32_t chooseTarget(cameo_library &library, const cameo_load_options *options,
                     cameo_error *error) {
  const cameo_model *model = library.model;
  int32_t target = options ? options->target : CAMEO_TARGET_ANY;
  if (target < CAMEO_TARGET_ANY || target > CAMEO_TARGET_CUDA)
    return fail(error, CAMEO_INVALID_ARGUMENT,
                "cameo_load_options.target: %d is no cameo_target", target);
  const cameo_model *wanted = nullptr; // the last that suits the caller
  CPUFeatures cpu;
  for (; model; model = model->next) {
    if (int32_t status = checkForm(*model, error))
      return status;
    if (target == (model->device ? CAMEO_TARGET_CPU : CAMEO_TARGET_CUDA))
      continue;
    wanted = model;
    // Of a GPU that is asked for, or nothing stands in for, later code tells
    // what is missing.
    bool needsDevice =
        model->device && target == CAMEO_TARGET_ANY && model->next;
    if (!runsOn(*model, cpu, nullptr) ||
        (needsDevice && !deviceIsThere(*model, nullptr)))
      continue;
    library.model = model;
    return checkSpecializations(library, *model, error);
  }
  model = library.model;
  if (wanted)
    return runsOn(*wanted, cpu, error), CAMEO_UNSUPPORTED;
  return target == CAMEO_TARGET_CPU
             ? fail(error, CAMEO_UNSUPPORTED,
                    "model '%s' was compiled for a GPU alone; "
                    "--target=cpu,cuda compiles it for both",
                    model->name)
             : fail(error, CAMEO_UNSUPPORTED,
                    "model '%s' has no kernel for a GPU", model->name);
}

/// Which input dimensions must be equal, by name.
bool findEqualDims(cameo_library &library) {
  const cameo_model &model = *library.model;
  for (uint32_t i = 0; i < model.input_count; ++i)
    library.inputDims += model.inputs[i].rank;
  library.sameAs = static_cast<int32_t *>(
      calloc(size_t(library.inputDims) + 1, sizeof(int32_t)));
  auto *names = static_cast<const char **>(
      calloc(size_t(library.inputDims) + 1, sizeof(char *)));
  if (!library.sameAs || !names) {
    free(names);
    return false;
  }
  int32_t at = 0;
  for (uint32_t i = 0; i < model.input_count; ++i)
    for (int32_t d = 0; d < model.inputs[i].rank; ++d, ++at) {
      const char *name = model.inputs[i].dim_names[d];
      names[at] = name && *name ? name : nullptr;
      library.sameAs[at] = at;
      for (int32_t k = 0; names[at] && k < at; ++k)
        if (names[k] && strcmp(names[k], name) == 0) {
          library.sameAs[at] = k;
          break;
        }
    }
  free(names);
  return true;
}

/// Everything but finding the descriptor. `file` is the binary that holds it,
/// null if unknown.
int32_t finish(cameo_library *library, const char *file,
               const cameo_load_options *options, cameo_error *error) {
  if (int32_t status = chooseTarget(*library, options, error))
    return status;
  const cameo_model &model = *library->model;
  library->weights = model.weights;
  if (!model.weights && model.weights_file) {
    char *real = file ? realpath(file, nullptr) : nullptr;
    if (char *slash = real ? strrchr(real, '/') : nullptr)
      *slash = 0;
    int32_t status =
        mapWeights(*library, real ? real : ".",
                   options ? options->weights_path : nullptr, error);
    free(real);
    if (status)
      return status;
  }
  if (!findEqualDims(*library))
    return fail(error, CAMEO_OUT_OF_MEMORY, "out of memory");
  return CAMEO_OK;
}

int32_t create(const cameo_load_options *options, cameo_library **library,
               cameo_error *error) {
  if (options && options->struct_size < sizeof(cameo_load_options))
    return fail(error, CAMEO_INVALID_ARGUMENT,
                "cameo_load_options.struct_size is %u, not %zu",
                options->struct_size, sizeof(cameo_load_options));
  void *memory = malloc(sizeof(cameo_library));
  if (!memory)
    return fail(error, CAMEO_OUT_OF_MEMORY, "out of memory");
  *library = new (memory) cameo_library;
  return succeed(error);
}

int32_t close(cameo_library *library, int32_t status) {
  cameo_library_close(library);
  return status;
}

int32_t find(const cameo_value_info *values, uint32_t count, const char *name) {
  for (uint32_t i = 0; name && i < count; ++i)
    if (strcmp(values[i].name, name) == 0)
      return int32_t(i);
  return -1;
}

} // namespace

void cameo::rt::hold(cameo_library *library) {
  library->holders.fetch_add(1, std::memory_order_relaxed);
}

extern "C" {

int32_t cameo_library_open(const char *path, const cameo_load_options *options,
                           cameo_library **out, cameo_error *error) {
  if (!path || !out)
    return fail(error, CAMEO_INVALID_ARGUMENT,
                "cameo_library_open: a null argument");
  *out = nullptr;
  cameo_library *library = nullptr;
  if (int32_t status = create(options, &library, error))
    return status;
  // Without a slash dlopen would search the system's directories, not this one.
  char local[4096];
  if (!strchr(path, '/') &&
      snprintf(local, sizeof local, "./%s", path) < int(sizeof local))
    path = local;
  if (isCutShort(path))
    return close(library, fail(error, CAMEO_IO_ERROR,
                               "cannot load the model: %s is cut short: copy "
                               "or compile it again",
                               path));
  library->handle = dlopen(path, RTLD_NOW | RTLD_LOCAL);
  if (!library->handle) {
    const char *reason = dlerror();
    size_t length = strlen(path);
    bool isSource = length > 5 && strcmp(path + length - 5, ".onnx") == 0;
    return close(library,
                 fail(error, CAMEO_IO_ERROR, "cannot load the model: %s%s",
                      reason ? reason : path,
                      isSource ? "; compile it with cameoc first" : ""));
  }
  library->model = static_cast<const cameo_model *>(
      dlsym(library->handle, "cameo_model_descriptor"));
  if (!library->model)
    return close(library, fail(error, CAMEO_IO_ERROR,
                               "%s is not a compiled model: it has no symbol "
                               "cameo_model_descriptor",
                               path));
  if (int32_t status = finish(library, path, options, error))
    return close(library, status);
  *out = library;
  return CAMEO_OK;
}

int32_t cameo_library_from_model(const cameo_model *model,
                                 const cameo_load_options *options,
                                 cameo_library **out, cameo_error *error) {
  if (!model || !out)
    return fail(error, CAMEO_INVALID_ARGUMENT,
                "cameo_library_from_model: a null argument");
  *out = nullptr;
  cameo_library *library = nullptr;
  if (int32_t status = create(options, &library, error))
    return status;
  library->model = model;
  // In a static program dladdr knows nothing, and the program's own path stands
  // in.
  Dl_info info;
  const char *file = "/proc/self/exe";
  if (dladdr(model, &info) && info.dli_fname && strchr(info.dli_fname, '/'))
    file = info.dli_fname;
  if (int32_t status = finish(library, file, options, error))
    return close(library, status);
  *out = library;
  return CAMEO_OK;
}

void cameo_library_close(cameo_library *library) {
  if (!library || library->holders.fetch_sub(1, std::memory_order_acq_rel) != 1)
    return;
  closeDevices(library->devices);
  if (library->mapping)
    munmap(library->mapping, size_t(library->mappingBytes));
  if (library->handle)
    dlclose(library->handle);
  free(library->sameAs);
  free(library);
}

const cameo_model *cameo_library_model(const cameo_library *library) {
  return library ? library->model : nullptr;
}

int32_t cameo_library_find_input(const cameo_library *library,
                                 const char *name) {
  return library
             ? find(library->model->inputs, library->model->input_count, name)
             : -1;
}

int32_t cameo_library_find_output(const cameo_library *library,
                                  const char *name) {
  return library
             ? find(library->model->outputs, library->model->output_count, name)
             : -1;
}

const char *cameo_library_metadata(const cameo_library *library,
                                   const char *key) {
  if (!library || !key)
    return nullptr;
  const cameo_model &model = *library->model;
  for (uint32_t i = 0; i < model.metadata_count; ++i)
    if (strcmp(model.metadata[i].key, key) == 0)
      return model.metadata[i].value;
  return nullptr;
}

} // extern "C"
