// SPDX-License-Identifier: Apache-2.0
// What one run at a time needs, kept from run to run: cameo_exec, memory, plans
// of shapes.
#ifndef CAMEO_RUNTIME_CONTEXT_H
#define CAMEO_RUNTIME_CONTEXT_H

#include "Error.h"
#include "Library.h"
#include "Memory.h"
#include "ThreadPool.h"

namespace cameo::rt {

struct DeviceContext;
struct Recording;

/// A set of input shapes that was checked and planned.
struct Plan {
  int64_t *dims =
      nullptr; // inputDims of the library, then plan_size entries for the model
  int64_t *entries = nullptr;
  uint64_t lastUse = 0;               // 0: free
  const cameo_model *model = nullptr; // of the library, or a specialisation
  Recording *recording = nullptr; // of runs on a device; null before the first
};

} // namespace cameo::rt

struct cameo_context {
  cameo_exec exec{}; // first: callbacks cast it back
  cameo_library *library = nullptr;
  cameo_pool *pool = nullptr;
  cameo::rt::Allocator allocator;
  cameo::rt::Arena arena;
  cameo::rt::RunMemory runMemory;
  // Told by the model: the reason, and before it, where that was.
  const char *failure = nullptr, *failurePlace = nullptr;
  cameo::rt::DeviceContext *device = nullptr; // of a model that needs one

  cameo::rt::Plan *plans = nullptr;
  uint32_t planCount = 0;
  uint64_t clock = 0;

  const void **inputs = nullptr;
  const int64_t **inputShapes = nullptr;
  const void **outputs = nullptr;
  int64_t **outputShapes = nullptr;
  int64_t *outputDims = nullptr; // what outputShapes point into
  int64_t *capacities = nullptr; // of cameo_exec

  const cameo_model *running = nullptr; // the plan's, during a run

  void (*hook)(void *, int32_t, int32_t) = nullptr;
  void *hookUser = nullptr;
};

namespace cameo::rt {

/// Checks a tensor against what the model says of it, all but its shape's
/// fitness where it is an input. `where` begins the message.
/// With `lent` it may have a capacity along that update's axis.
int32_t checkTensor(const cameo_value_info &info, const cameo_tensor &tensor,
                    const Text &where, bool needsData, cameo_error *error,
                    const cameo_update *lent = nullptr);
/// Checks an item of an input, or an input that is no tensor.
int32_t checkValue(const cameo_value_info &info, const cameo_value *value,
                   const Text &where, cameo_error *error);
/// Checks one input, all but the fitness of a tensor's shape.
int32_t checkInput(const cameo_context &context, const cameo_tensor &tensor,
                   uint32_t index, bool needsData, cameo_error *error);
/// Checks the shapes against the model and each other.
int32_t checkShapes(const cameo_context &context, const cameo_tensor *inputs,
                    cameo_error *error);
/// The plan for these inputs, from the cache or newly made after checkShapes.
int32_t findPlan(cameo_context &context, const cameo_tensor *inputs,
                 Plan **plan, cameo_error *error);
/// Shape, rank, type and size of output `index` of the run, all but `data`.
/// roomIsShort: `out` has a buffer that is too small, told in `error`.
int32_t describeOutput(const cameo_context &context, uint32_t index,
                       cameo_tensor &out, cameo_error *error);
constexpr int32_t roomIsShort = -1;
/// Bytes of a tensor; -1 if that overflows, or a size is negative.
int64_t bytesOf(const int64_t *shape, int64_t rank, int32_t dtype);

// Buffers that a caller lends (Updates.cpp).

/// What the model appends to this input; null: nothing.
const cameo_update *updateOf(const cameo_model &model, uint32_t input);
/// Whether `model` updates each input that is lent.
bool takesLoans(const cameo_model &model, const cameo_tensor *inputs);
/// Bytes of all of a lent buffer; -1 if that overflows.
int64_t lentBytes(const cameo_tensor &tensor, uint32_t axis);
/// Checks what the capacity of an input says, which is not 0.
int32_t checkLoan(const cameo_context &context, const cameo_tensor &tensor,
                  uint32_t index, cameo_error *error);
/// Checks that outputs which are written into lent buffers go nowhere else.
int32_t checkReturns(const cameo_context &context, const cameo_tensor *inputs,
                     const cameo_tensor *outputs, cameo_error *error);
/// Tells the model, the library's or a specialisation, what is lent.
void lend(cameo_context &context, const cameo_model &model,
          const cameo_tensor *inputs);
/// The lent input that `output` is written into; null: none.
const cameo_tensor *lentFor(const cameo_model &model,
                            const cameo_tensor *inputs, uint32_t output);

} // namespace cameo::rt

#endif
