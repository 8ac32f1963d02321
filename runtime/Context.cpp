// SPDX-License-Identifier: Apache-2.0
// Contexts: made with all the memory that known shapes will need, and run.
#include "Context.h"
#include "Device.h"
#include "Error.h"

#include <new>
#include <stdlib.h>
#include <string.h>

using namespace cameo::rt;

namespace {

cameo_context &contextOf(cameo_exec *exec) {
  return *reinterpret_cast<cameo_context *>(exec);
}

void runParallel(cameo_exec *exec, cameo_kernel kernel, int64_t *args,
                 int64_t tiles, int64_t grain, void *scratch,
                 int64_t scratchStride) {
  parallelFor(contextOf(exec).pool, exec->threads, kernel, args, tiles, grain,
              scratch, scratchStride);
}

void *runAllocate(cameo_exec *exec, int64_t bytes) {
  cameo_context &context = contextOf(exec);
  return context.runMemory.allocate(context.allocator, bytes);
}

void runFail(cameo_exec *exec, const char *message) {
  cameo_context &context = contextOf(exec);
  (context.failure ? context.failurePlace : context.failure) = message;
}

void runHook(cameo_exec *exec, int32_t launch, int32_t phase) {
  cameo_context &context = contextOf(exec);
  if (context.device)
    waitForDevice(context); // launches only begin the work
  const cameo_model &all = *context.library->model;
  context.hook(context.hookUser,
               int32_t(context.running->launches - all.launches) + launch,
               phase);
}

/// Zeroed memory for `count` of T; at least one, so that null means failure.
template <typename T> T *array(int64_t count) {
  return static_cast<T *>(calloc(size_t(count) + 1, sizeof(T)));
}

bool allocateTables(cameo_context &context, uint32_t plans) {
  const cameo_model &model = *context.library->model;
  int64_t outputDims = 0;
  for (uint32_t i = 0; i < model.output_count; ++i)
    outputDims += model.outputs[i].rank;
  context.inputs = array<const void *>(model.input_count);
  context.inputShapes = array<const int64_t *>(model.input_count);
  context.outputs = array<const void *>(model.output_count);
  context.outputShapes = array<int64_t *>(model.output_count);
  context.outputDims = array<int64_t>(outputDims);
  context.plans = array<Plan>(plans);
  uint32_t updates = model.update_count;
  for (uint32_t i = 0; i < model.specialization_count; ++i)
    if (model.specializations[i]->update_count > updates)
      updates = model.specializations[i]->update_count;
  context.capacities = array<int64_t>(updates);
  context.exec.capacities = context.capacities;
  if (!context.capacities || !context.inputs || !context.inputShapes ||
      !context.outputs || !context.outputShapes || !context.outputDims ||
      !context.plans)
    return false;
  int64_t *dims = context.outputDims;
  for (uint32_t i = 0; i < model.output_count; dims += model.outputs[i++].rank)
    context.outputShapes[i] = dims;
  for (uint32_t i = 0; i < plans; ++i) {
    context.plans[i].dims =
        array<int64_t>(context.library->inputDims + context.library->planSize);
    if (!context.plans[i].dims)
      return false;
    context.plans[i].entries =
        context.plans[i].dims + context.library->inputDims;
    ++context.planCount;
  }
  return true;
}

int32_t checkOptions(const cameo_context_options &options, cameo_error *error) {
  if (options.struct_size < sizeof(cameo_context_options))
    return fail(error, CAMEO_INVALID_ARGUMENT,
                "cameo_context_options.struct_size is %u, not %zu",
                options.struct_size, sizeof(cameo_context_options));
  if (options.pool && options.threads > options.pool->threads)
    return fail(error, CAMEO_INVALID_ARGUMENT,
                "%u threads wanted of a pool of %u", options.threads,
                options.pool->threads);
  if (options.pool && options.parallel_for)
    return fail(error, CAMEO_INVALID_ARGUMENT,
                "a context has a pool or parallel_for, not both");
  if (!options.allocate != !options.release)
    return fail(error, CAMEO_INVALID_ARGUMENT,
                "allocate and release come together");
  if (options.arena_bytes < 0 || (options.arena_bytes && !options.arena) ||
      reinterpret_cast<uintptr_t>(options.arena) % alignment)
    return fail(error, CAMEO_INVALID_ARGUMENT,
                "the arena must be 64-byte aligned memory");
  if (options.plans > 4096)
    return fail(error, CAMEO_INVALID_ARGUMENT, "%u plans: the most is 4096",
                options.plans);
  return CAMEO_OK;
}

int32_t setUp(cameo_context &context, const cameo_context_options &options,
              cameo_error *error) {
  context.allocator = {options.allocate, options.release, options.user};
  if (options.arena)
    context.arena.useCallers(options.arena, options.arena_bytes);
  context.pool = options.pool;
  uint32_t threads = options.threads ? options.threads
                     : options.pool  ? options.pool->threads
                                     : 1;
  if (options.pool)
    hold(options.pool);
  else if (threads > 1 && !options.parallel_for)
    if (int32_t status = cameo_pool_create(threads, &context.pool, error))
      return status;

  cameo_exec &exec = context.exec;
  exec.abi_version = CAMEO_ABI_VERSION;
  exec.threads = threads;
  exec.weights = context.library->weights;
  exec.parallel_for = options.parallel_for          ? options.parallel_for
                      : context.pool && threads > 1 ? runParallel
                                                    : nullptr;
  exec.allocate = runAllocate;
  exec.fail = runFail;
  exec.user = options.user;
  if (context.library->model->device)
    if (int32_t status = createDeviceContext(context, options, error))
      return status;
  // A model whose shapes are static needs one plan.
  uint32_t plans = options.plans ? options.plans : 16;
  bool dynamic = false;
  const cameo_model &model = *context.library->model;
  for (uint32_t i = 0; i < model.input_count; ++i)
    for (int32_t d = 0; d < model.inputs[i].rank; ++d)
      dynamic |= model.inputs[i].shape[d] < 0;
  if (!allocateTables(context, dynamic ? plans : 1))
    return fail(error, CAMEO_OUT_OF_MEMORY, "out of memory");
  return CAMEO_OK;
}

/// Tensors are in the host's memory, or in that of the context's device.
int32_t checkLocation(const cameo_context &context, const cameo_tensor &tensor,
                      const cameo_value_info &info, cameo_error *error) {
  if (tensor.location == CAMEO_HOST)
    return CAMEO_OK;
  if (tensor.location != CAMEO_DEVICE)
    return fail(error, CAMEO_INVALID_ARGUMENT, "'%s': %d is no location",
                info.name, tensor.location);
  if (!context.device)
    return fail(error, CAMEO_INVALID_ARGUMENT,
                "'%s' is in a device's memory, but model '%s' runs on the CPU",
                info.name, context.library->model->name);
  if (info.kind != CAMEO_TENSOR || info.dtype == CAMEO_STRING)
    return fail(error, CAMEO_INVALID_ARGUMENT,
                "'%s' is no tensor of numbers: a device's memory has none of "
                "its kind",
                info.name);
  return CAMEO_OK;
}

/// Checks, plans, and has the arena ready.
int32_t prepare(cameo_context &context, const cameo_tensor *inputs,
                uint32_t inputCount, bool needsData, Plan **plan,
                cameo_error *error) {
  const cameo_model &model = *context.library->model;
  if (inputCount != model.input_count || (inputCount && !inputs))
    return fail(error, CAMEO_INVALID_ARGUMENT,
                "%u inputs given, model '%s' has %u", inputCount, model.name,
                model.input_count);
  for (uint32_t i = 0; i < inputCount; ++i)
    if (int32_t status =
            checkLocation(context, inputs[i], model.inputs[i], error))
      return status;
  for (uint32_t i = 0; i < inputCount; ++i)
    if (int32_t status = checkInput(context, inputs[i], i, needsData, error))
      return status;
  if (int32_t status = findPlan(context, inputs, plan, error))
    return status;
  int64_t bytes = (*plan)->entries[0];
  if (!context.arena.reserve(context.allocator, bytes))
    return fail(
        error, CAMEO_OUT_OF_MEMORY,
        "no memory for the arena: model '%s' needs %lld bytes for these shapes",
        model.name, (long long)bytes);
  return CAMEO_OK;
}

/// Views, or copies into the caller's buffers.
int32_t deliver(cameo_context &context, const cameo_tensor *inputs,
                cameo_tensor *outputs, cameo_error *error) {
  const cameo_model &model = *context.library->model;
  int32_t status = CAMEO_OK;
  for (uint32_t i = 0; i < model.output_count; ++i) {
    cameo_tensor &out = outputs[i];
    if (const cameo_tensor *lent = lentFor(*context.running, inputs, i)) {
      int32_t capacity = lent->capacity; // `out` may be the same tensor
      uint32_t axis = updateOf(*context.running, uint32_t(lent - inputs))->axis;
      out.data = nullptr;
      if (int32_t mine = describeOutput(context, i, out, error))
        return mine;
      out.data = const_cast<void *>(context.outputs[i]);
      out.capacity = capacity;
      out.bytes = lentBytes(out, axis);
      continue;
    }
    int32_t mine = describeOutput(context, i, out, error);
    if (mine && mine != roomIsShort)
      return mine;
    if (mine)
      status = CAMEO_INVALID_ARGUMENT;
    else if (!out.data)
      out.data = const_cast<void *>(context.outputs[i]);
    else if (model.outputs[i].kind == CAMEO_TENSOR && out.bytes)
      memcpy(out.data, context.outputs[i], size_t(out.bytes));
  }
  return status;
}

} // namespace

int32_t cameo::rt::describeOutput(const cameo_context &context, uint32_t i,
                                  cameo_tensor &out, cameo_error *error) {
  const cameo_value_info &info = context.library->model->outputs[i];
  if (info.kind != CAMEO_TENSOR) {
    out = {};
    out.data = const_cast<void *>(context.outputs[i]);
    return CAMEO_OK;
  }
  out.shape = context.outputShapes[i];
  out.capacity = 0;
  out.rank = info.rank;
  out.dtype = info.dtype;
  int64_t room = out.bytes;
  out.bytes = bytesOf(out.shape, out.rank, info.dtype);
  if (out.bytes < 0)
    return fail(error, CAMEO_RUNTIME_ERROR,
                "output %u '%s' has a size that no tensor can have", i,
                info.name);
  if (out.data && out.bytes > room) {
    // The first of several is told.
    if (!error || error->status == CAMEO_OK)
      fail(error, CAMEO_INVALID_ARGUMENT,
           "output %u '%s': its buffer has %lld bytes, the result %lld", i,
           info.name, (long long)room, (long long)out.bytes);
    return roomIsShort;
  }
  return CAMEO_OK;
}

extern "C" {

int32_t cameo_context_create(cameo_library *library,
                             const cameo_context_options *options,
                             cameo_context **out, cameo_error *error) {
  if (!library || !out)
    return fail(error, CAMEO_INVALID_ARGUMENT,
                "cameo_context_create: a null argument");
  *out = nullptr;
  cameo_context_options defaults{};
  defaults.struct_size = sizeof defaults;
  if (!options)
    options = &defaults;
  if (int32_t status = checkOptions(*options, error))
    return status;
  void *memory = malloc(sizeof(cameo_context));
  if (!memory)
    return fail(error, CAMEO_OUT_OF_MEMORY, "out of memory");
  auto *context = new (memory) cameo_context;
  context->library = library;
  hold(library);
  if (int32_t status = setUp(*context, *options, error)) {
    cameo_context_destroy(context);
    return status;
  }
  *out = context;
  return succeed(error);
}

void cameo_context_destroy(cameo_context *context) {
  if (!context)
    return;
  destroyDeviceContext(*context);
  context->arena.release(context->allocator);
  context->runMemory.release(context->allocator);
  for (uint32_t i = 0; i < context->planCount; ++i)
    free(context->plans[i].dims);
  free(context->plans);
  free(context->inputs);
  free(context->inputShapes);
  free(context->outputs);
  free(context->outputShapes);
  free(context->outputDims);
  free(context->capacities);
  cameo_pool_release(context->pool);
  cameo_library_close(context->library);
  free(context);
}

int32_t cameo_run(cameo_context *context, const cameo_tensor *inputs,
                  uint32_t inputCount, cameo_tensor *outputs,
                  uint32_t outputCount, cameo_error *error) {
  if (!context)
    return fail(error, CAMEO_INVALID_ARGUMENT, "cameo_run: no context");
  const cameo_model &model = *context->library->model;
  if (outputCount != model.output_count || (outputCount && !outputs))
    return fail(error, CAMEO_INVALID_ARGUMENT,
                "room for %u outputs given, model '%s' has %u", outputCount,
                model.name, model.output_count);
  for (uint32_t i = 0; i < outputCount; ++i)
    if (int32_t status =
            checkLocation(*context, outputs[i], model.outputs[i], error))
      return status;
  context->runMemory.reset(context->allocator);
  Plan *plan = nullptr;
  if (int32_t status = prepare(*context, inputs, inputCount, /*needsData=*/true,
                               &plan, error))
    return status;
  if (int32_t status = checkReturns(*context, inputs, outputs, error))
    return status;
  const int64_t *dims = plan->dims;
  for (uint32_t i = 0; i < inputCount; dims += model.inputs[i++].rank) {
    context->inputs[i] = inputs[i].data;
    context->inputShapes[i] = dims;
  }
  context->exec.arena = context->arena.memory();
  context->exec.plan = plan->entries;
  context->running = plan->model;
  lend(*context, *plan->model, inputs);
  context->failure = context->failurePlace = nullptr;
  if (context->device)
    return runOnDevice(*context, *plan, inputs, outputs, error);
  int32_t status =
      plan->model->run(&context->exec, context->inputs, context->inputShapes,
                       context->outputs, context->outputShapes);
  if (status != CAMEO_OK)
    return fail(error, status, "model '%s': %s%s%s", model.name,
                context->failurePlace ? context->failurePlace : "",
                context->failurePlace ? ": " : "",
                context->failure ? context->failure
                                 : cameo_status_name(status));
  succeed(error);
  return deliver(*context, inputs, outputs, error);
}

int32_t cameo_context_prepare(cameo_context *context,
                              const cameo_tensor *inputs, uint32_t inputCount,
                              int64_t *arenaBytes, cameo_error *error) {
  if (!context)
    return fail(error, CAMEO_INVALID_ARGUMENT,
                "cameo_context_prepare: no context");
  Plan *plan = nullptr;
  int32_t status =
      prepare(*context, inputs, inputCount, /*needsData=*/false, &plan, error);
  if (arenaBytes)
    *arenaBytes = plan ? plan->entries[0] : 0;
  return status ? status : succeed(error);
}

int64_t cameo_context_memory(const cameo_context *context) {
  if (!context)
    return 0;
  int64_t planBytes =
      (context->library->inputDims + context->library->planSize) * 8;
  return context->arena.bytes() + context->runMemory.bytes() +
         context->planCount * planBytes;
}

void cameo_context_profile(cameo_context *context,
                           void (*hook)(void *user, int32_t launch,
                                        int32_t phase),
                           void *user) {
  if (!context)
    return;
  context->hook = hook;
  context->hookUser = user;
  context->exec.on_launch = hook ? runHook : nullptr;
}

} // extern "C"
