// SPDX-License-Identifier: Apache-2.0
// The pass onnx-differentiate: a Gradient becomes the derivative of the graph
// between xs and y, by reverse mode. The graph is first repeated on the values
// that the operator takes for xs and zs, which need not be those that it was
// computed from.
#include "compiler/Graph/Differentiate.h"
#include "compiler/Graph/Passes.h"
#include "dialects/ONNX/Training.h"
#include "mlir/IR/IRMapping.h"
#include "llvm/ADT/SetVector.h"

using namespace mlir;

namespace cameo {
#define GEN_PASS_DEF_DIFFERENTIATE
#include "compiler/Graph/Passes.h.inc"

using namespace onnx;

namespace {
class Differentiator {
public:
  Differentiator(GradientOp op, func::FuncOp func)
      : op(op), func(func), b(op), g(b, op.getLoc()) {}

  LogicalResult run() {
    size_t xs = op.getXs().size(), zs = op.getZs() ? op.getZs()->size() : 0;
    OperandRange inputs = op.getInputs();
    if (inputs.size() != 2 * (xs + zs) + 1 || op.getNumResults() != xs)
      return op.emitOpError() << "needs a value for each of " << xs + zs
                              << " names and has one result for each of xs";
    Value y = inputs.back();
    for (size_t i = 0; i < xs + zs; ++i) {
      // A value of its own, should two names be given the same tensor.
      Value given = g.make<IdentityOp>({inputs[i]});
      given.setType(inputs[i].getType());
      values.map(inputs[xs + zs + i], given);
      if (i < xs)
        variables.push_back(given);
    }
    active.insert(variables.begin(), variables.end());
    repeat(y);
    // The repeated graph's types, and what the run will know, decide how to
    // differentiate it.
    if (failed(ShapeInferrer(func).run()))
      return failure();
    y = values.lookupOrDefault(y);
    if (!isa<FloatType>(getElementTypeOrSelf(y.getType())))
      return op.emitOpError() << "y must be of a floating point type";
    for (Operation *step : repeated)
      if (llvm::any_of(step->getOperands(),
                       [&](Value v) { return active.contains(v); }))
        active.insert(step->result_begin(), step->result_end());
    gradients[y] = g.full(y, 1);
    for (Operation *step : llvm::reverse(repeated))
      if (failed(backward(step)))
        return failure();
    for (auto [result, x] : llvm::zip(op.getResults(), variables)) {
      Value gradient = gradients.lookup(x);
      if (!gradient) {
        if (!isa<FloatType>(getElementTypeOrSelf(x.getType())))
          return op.emitOpError() << "xs must be of floating point types";
        gradient = g.full(x, 0);
      }
      result.replaceAllUsesWith(gradient);
    }
    op.erase();
    return ShapeInferrer(func).run();
  }

private:
  /// Clones what `y` is computed from, as far as it depends on the replaced
  /// values.
  void repeat(Value y) {
    llvm::SetVector<Operation *> order;
    llvm::DenseMap<Operation *, bool> depends;
    auto isReplaced = [&](Value v) { return values.contains(v); };
    // Operands first, by an explicit stack: graphs may be deep.
    SmallVector<std::pair<Operation *, unsigned>> stack;
    auto push = [&](Value v) {
      Operation *def = v.getDefiningOp();
      if (!isReplaced(v) && def && !depends.count(def)) {
        depends[def] = false;
        stack.push_back({def, 0});
      }
    };
    push(y);
    while (!stack.empty()) {
      auto &[def, next] = stack.back();
      if (next < def->getNumOperands()) {
        Value v = def->getOperand(next++);
        push(v);
        continue;
      }
      Operation *done = def;
      stack.pop_back();
      bool any = llvm::any_of(done->getOperands(), [&](Value v) {
        return isReplaced(v) ||
               (v.getDefiningOp() && depends.lookup(v.getDefiningOp()));
      });
      done->walk([&](Operation *inner) {
        for (Value v : inner->getOperands())
          any |= isReplaced(v);
      });
      depends[done] = any;
      if (any)
        order.insert(done);
    }
    for (Operation *def : order)
      repeated.push_back(b.clone(*def, values));
  }

  LogicalResult backward(Operation *step) {
    SmallVector<Value> incoming;
    bool any = false, wanted = false;
    for (Value result : step->getResults()) {
      incoming.push_back(gradients.lookup(result));
      any |= bool(incoming.back());
    }
    for (Value v : step->getOperands())
      wanted |= active.contains(v);
    if (!any || !wanted || isStepFunction(step))
      return success();
    auto contribute = [&](Value operand, Value gradient) {
      if (!active.contains(operand))
        return;
      Value &sum = gradients[operand];
      sum = sum ? g.add(sum, gradient) : gradient;
    };
    if (succeeded(differentiate(step, incoming, g, contribute)))
      return success();
    StringRef name = step->getName().stripDialect();
    InFlightDiagnostic error = op.emitOpError();
    error << "cannot differentiate through " << name;
    if (auto loc = dyn_cast<NameLoc>(step->getLoc()))
      error << " (node '" << loc.getName().getValue() << "')";
    return error;
  }

  GradientOp op;
  func::FuncOp func;
  OpBuilder b;
  GraphBuilder g;
  IRMapping values;
  /// What stands for xs, and all that depends on it.
  SmallVector<Value> variables;
  llvm::DenseSet<Value> active;
  SmallVector<Operation *> repeated;
  llvm::DenseMap<Value, Value> gradients;
};

struct Differentiate : impl::DifferentiateBase<Differentiate> {
  void runOnOperation() override {
    for (auto func : getOperation().getOps<func::FuncOp>()) {
      SmallVector<GradientOp> ops;
      func.walk([&](GradientOp op) { ops.push_back(op); });
      for (GradientOp op : ops)
        if (failed(Differentiator(op, func).run()))
          return signalPassFailure();
      if (!ops.empty())
        func.setFunctionType(FunctionType::get(
            &getContext(), func.getBody().getArgumentTypes(),
            func.getBody().front().getTerminator()->getOperandTypes()));
    }
  }
};
} // namespace
} // namespace cameo
