// SPDX-License-Identifier: Apache-2.0
// Part of cameo-expand-math: quantisation in a few instructions. In: vectors or numbers that are
// clamped, divided by a known scale, rounded and converted. Out: the same integers, by fewer
// comparisons, without a division, with one rounding conversion.
#ifndef CAMEO_COMPILER_CPU_EXPANDQUANTISE_H
#define CAMEO_COMPILER_CPU_EXPANDQUANTISE_H

#include "compiler/Kernels/TargetDescription.h"

namespace cameo {
void expandQuantisation(mlir::ModuleOp module, const TargetDescription &target);
}

#endif
