// SPDX-License-Identifier: Apache-2.0
// Lowerings of the onnx dialect's Image operators: the registration of the
// family's parts.
#include "compiler/Lowering/Image.h"

using namespace cameo;

void cameo::registerImageLowerings(LoweringRegistry &r) {
  registerResizeLowerings(r);
  registerSampleLowerings(r);
  registerRegionLowerings(r);
  registerSuppressionLowerings(r);
  registerImageDecoderLowerings(r);
}
