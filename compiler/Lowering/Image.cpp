// SPDX-License-Identifier: Apache-2.0
// Lowerings of the onnx dialect's Image operators.
#include "compiler/Lowering/Lowerer.h"

using namespace mlir;
using namespace cameo;
using namespace cameo::onnx;

void cameo::registerImageLowerings(LoweringRegistry &r) {}
