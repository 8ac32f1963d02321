// SPDX-License-Identifier: Apache-2.0
// The cache of plans: a few sets of shapes, searched one by one, the least
// recently used replaced. All its memory is there from the start.
#include "Context.h"
#include "Device.h"
#include "Error.h"

#include <string.h>

using namespace cameo::rt;

namespace {
bool sameShapes(const Plan &plan, const cameo_model &model,
                const cameo_tensor *inputs) {
  const int64_t *dims = plan.dims;
  for (uint32_t i = 0; i < model.input_count; dims += model.inputs[i++].rank)
    for (int32_t d = 0; d < model.inputs[i].rank; ++d)
      if (dims[d] != inputs[i].shape[d])
        return false;
  return true;
}

/// The first specialisation that is for these shapes and updates what is lent,
/// else the model.
const cameo_model &choose(const cameo_model &model,
                          const cameo_tensor *inputs) {
  auto fits = [&](const cameo_model &special) {
    for (uint32_t i = 0; i < model.input_count; ++i)
      for (int32_t d = 0; d < model.inputs[i].rank; ++d) {
        int64_t size = special.inputs[i].shape[d];
        if (size >= 0 && size != inputs[i].shape[d])
          return false;
      }
    return true;
  };
  for (uint32_t i = 0; i < model.specialization_count; ++i)
    if (fits(*model.specializations[i]) &&
        takesLoans(*model.specializations[i], inputs))
      return *model.specializations[i];
  return model;
}
} // namespace

int32_t cameo::rt::findPlan(cameo_context &context, const cameo_tensor *inputs,
                            Plan **found, cameo_error *error) {
  const cameo_model &model = *context.library->model;
  Plan *oldest = &context.plans[0];
  for (uint32_t i = 0; i < context.planCount; ++i) {
    Plan &plan = context.plans[i];
    if (plan.lastUse && sameShapes(plan, model, inputs) &&
        takesLoans(*plan.model, inputs)) {
      plan.lastUse = ++context.clock;
      *found = &plan;
      return CAMEO_OK;
    }
    if (plan.lastUse < oldest->lastUse)
      oldest = &plan;
  }
  if (int32_t status = checkShapes(context, inputs, error))
    return status;
  Plan &plan = *oldest;
  plan.lastUse = 0;
  forgetRecording(context, plan);
  int64_t *dims = plan.dims;
  for (uint32_t i = 0; i < model.input_count; ++i) {
    context.inputShapes[i] = dims;
    for (int32_t d = 0; d < model.inputs[i].rank; ++d)
      *dims++ = inputs[i].shape[d];
  }
  plan.model = &choose(model, inputs);
  memset(plan.entries, 0, size_t(context.library->planSize) * sizeof(int64_t));
  int32_t status =
      plan.model->plan(context.inputShapes, context.exec.threads, plan.entries);
  if (status != CAMEO_OK)
    return fail(error, status, "model '%s' cannot take these input shapes",
                model.name);
  if (plan.entries[0] < 0)
    return fail(
        error, CAMEO_OUT_OF_MEMORY,
        "model '%s': the memory for these input shapes is beyond any machine's",
        model.name);
  plan.lastUse = ++context.clock;
  *found = &plan;
  return CAMEO_OK;
}
