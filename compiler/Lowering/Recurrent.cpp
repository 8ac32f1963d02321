// SPDX-License-Identifier: Apache-2.0
// Lowerings of the onnx dialect's Recurrent operators.
#include "compiler/Lowering/Lowerer.h"

using namespace mlir;
using namespace cameo;
using namespace cameo::onnx;

void cameo::registerRecurrentLowerings(LoweringRegistry &r) {}
