// SPDX-License-Identifier: Apache-2.0
// Strategies for kernels around a convolution, a matrix product or a pooling window.
#include "compiler/CPU/Strategy.h"

void cameo::addContractionStrategies(StrategyList &) {}
