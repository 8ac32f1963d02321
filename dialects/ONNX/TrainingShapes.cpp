// SPDX-License-Identifier: Apache-2.0
// Shape rules of the onnx dialect's Training operators.
#include "dialects/ONNX/ShapeRules.h"
#include "dialects/ONNX/Training.h"

using namespace mlir;
using namespace cameo::onnx;
using namespace cameo::onnx::rules;

/// Operands: tensors, gradients, states…, in groups of equal size; results:
/// tensors and states.
template <int groups>
static LogicalResult optimizer(Operation *op, ShapeInferrer &shapes) {
  OperandRange inputs = op->getOperands().drop_front(2);
  size_t count = inputs.size() / groups;
  if (inputs.size() % groups || op->getNumResults() != count * (groups - 1))
    return op->emitOpError()
           << "has " << inputs.size() << " operands and " << op->getNumResults()
           << " results, which are no groups of equal size";
  for (size_t i = 0; i < op->getNumResults(); ++i)
    if (failed(sameShape(shapes, op->getResult(i),
                         inputs[i < count ? i : i + count])))
      return failure();
  return success();
}
CAMEO_SHAPE_RULE(Adam, optimizer<4>)
CAMEO_SHAPE_RULE(Adagrad, optimizer<3>)
CAMEO_SHAPE_RULE(Momentum, optimizer<3>)

LogicalResult GradientOp::inferShapes(ShapeInferrer &shapes) {
  if (getNumResults() > getInputs().size())
    return emitOpError("has more results than operands");
  for (auto [result, input] : llvm::zip(getOutputs(), getInputs()))
    if (failed(sameShape(shapes, result, input)))
      return failure();
  return success();
}
