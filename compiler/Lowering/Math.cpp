// SPDX-License-Identifier: Apache-2.0
// Lowerings of the onnx dialect's Math operators.
#include "compiler/Lowering/Lowerer.h"

using namespace mlir;
using namespace cameo;
using namespace cameo::onnx;


static LoweredValues lowerAdd(AddOp op, Lowerer &l) { return failure(); }

void cameo::registerMathLowerings(LoweringRegistry &r) { r.add<AddOp>(lowerAdd); }
