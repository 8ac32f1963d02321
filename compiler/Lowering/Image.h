// SPDX-License-Identifier: Apache-2.0
// The parts of the family Image, in files of their own.
#ifndef CAMEO_COMPILER_LOWERING_IMAGE_H
#define CAMEO_COMPILER_LOWERING_IMAGE_H

#include "compiler/Lowering/Lowerer.h"

namespace cameo {

void registerResizeLowerings(LoweringRegistry &r);
void registerSampleLowerings(LoweringRegistry &r);
void registerRegionLowerings(LoweringRegistry &r);
void registerSuppressionLowerings(LoweringRegistry &r);
void registerImageDecoderLowerings(LoweringRegistry &r);

} // namespace cameo

#endif
