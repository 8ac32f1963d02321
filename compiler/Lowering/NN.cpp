// SPDX-License-Identifier: Apache-2.0
// Lowerings of the onnx dialect's NN operators: Dropout, and the registration
// of those that have files of their own.
#include "compiler/Lowering/NNWindow.h"
#include "dialects/ONNX/NN.h"

using namespace mlir;
using namespace cameo;
using namespace cameo::onnx;

static LoweredValues lowerDropout(DropoutOp op, Lowerer &l) {
  Value data = l(op.getData());
  auto isZero = [](Value v) {
    if (isa<NoneType>(v.getType()))
      return false;
    auto n = constantFloats(v);
    return n && n->size() == 1 && n->front() == 0;
  };
  bool inference = isa<NoneType>(op.getTrainingMode().getType()) ||
                   isZero(op.getTrainingMode());
  if (!inference && !isZero(op.getRatio()))
    return op.emitError("in training mode is not supported");
  Value mask;
  if (!isa<NoneType>(op.getMask().getType()))
    mask = fill(l, dims(l, data), numberAttr(l.b.getI8Type(), int64_t(1)));
  return SmallVector<Value>{data, mask};
}

void cameo::registerNNLowerings(LoweringRegistry &r) {
  r.add<DropoutOp>(lowerDropout);
  registerConvLowerings(r);
  registerPoolLowerings(r);
  registerNormLowerings(r);
  registerLossLowerings(r);
  registerColumnLowerings(r);
  registerAttentionLowerings(r);
}
