// SPDX-License-Identifier: Apache-2.0
// Recurrent layers: all steps in one launch.
#ifndef CAMEO_COMPILER_GPU_RECURRENCE_H
#define CAMEO_COMPILER_GPU_RECURRENCE_H

#include "compiler/GPU/Strategy.h"

namespace cameo {

void addGPURecurrenceStrategies(GPUStrategyList &);

} // namespace cameo

#endif
