// SPDX-License-Identifier: Apache-2.0
// The pass onnx-decompose-contrib: fused and quantised operators of
// com.microsoft become the operators of ONNX that they stand for, so that one
// set of lowerings and fusions serves both.
#include "compiler/Graph/Decompose.h"
#include "compiler/Graph/Passes.h"

using namespace mlir;

namespace cameo {
#define GEN_PASS_DEF_DECOMPOSECONTRIB
#include "compiler/Graph/Passes.h.inc"

SmallVector<Value> Maker::all(StringRef op, ArrayRef<Value> operands,
                              unsigned results, Attrs attrs, unsigned absent) {
  OperationState state(loc, ("onnx." + op).str());
  for (Value v : operands)
    state.addOperands(v ? v : makeNone(b, loc));
  state.addAttributes(attrs);
  state.addTypes(
      SmallVector<Type>(results, onnx::UnknownType::get(b.getContext())));
  state.addTypes(SmallVector<Type>(absent, b.getNoneType()));
  return SmallVector<Value>(b.create(state)->getResults().take_front(results));
}

NamedAttribute Maker::attr(StringRef name, int64_t value) {
  return b.getNamedAttr(
      name, b.getIntegerAttr(b.getIntegerType(64, /*isSigned=*/true), value));
}
NamedAttribute Maker::attr(StringRef name, double value) {
  return b.getNamedAttr(name, b.getF32FloatAttr(float(value)));
}
NamedAttribute Maker::attr(StringRef name, StringRef value) {
  return b.getNamedAttr(name, b.getStringAttr(value));
}
NamedAttribute Maker::attr(StringRef name, ArrayRef<int64_t> values) {
  return b.getNamedAttr(name, b.getDenseI64ArrayAttr(values));
}

Value Maker::channelsFirst(Value x, int64_t rank) {
  SmallVector<int64_t> p = {0, rank - 1};
  for (int64_t i = 1; i < rank - 1; ++i)
    p.push_back(i);
  return transpose(x, p);
}
Value Maker::channelsLast(Value x, int64_t rank) {
  SmallVector<int64_t> p = {0};
  for (int64_t i = 2; i < rank; ++i)
    p.push_back(i);
  p.push_back(1);
  return transpose(x, p);
}

namespace {
const DecompositionTable &table() {
  static const DecompositionTable built = [] {
    DecompositionTable t;
    addFusedDecompositions(t);
    addQuantizedDecompositions(t);
    addModelPartDecompositions(t);
    addExpertDecompositions(t);
    addPackedDecompositions(t);
    addSparseDecompositions(t);
    addDecoderDecompositions(t);
    addSearchDecompositions(t);
    addBeamSearchDecomposition(t);
    return t;
  }();
  return built;
}

struct DecomposeContrib : impl::DecomposeContribBase<DecomposeContrib> {
  void runOnOperation() override {
    // What an operator is taken apart into may be taken apart itself.
    auto rounds = [&] {
      bool changed = false;
      while (round())
        changed = true;
      return changed;
    };
    rounds();
    // Some look at ranks and element types that no more than inference tells.
    while (!pending().empty()) {
      OpPassManager inference(ModuleOp::getOperationName());
      inference.addPass(createInferShapes());
      if (failed(runPipeline(inference, getOperation())))
        return signalPassFailure();
      if (!rounds())
        return;
    }
  }

  SmallVector<Operation *> pending() {
    SmallVector<Operation *> ops;
    getOperation().walk([&](Operation *op) {
      if (table().lookup(op->getName().getStringRef()))
        ops.push_back(op);
    });
    return ops;
  }

  bool round() {
    bool changed = false;
    for (Operation *op : pending()) {
      OpBuilder b(op);
      Maker m(b, op->getLoc());
      Decomposition values =
          (*table().lookup(op->getName().getStringRef()))(op, m);
      if (!values)
        continue;
      for (auto [result, v] : llvm::zip_equal(op->getResults(), *values)) {
        if (!v)
          continue;
        // Until then, a function's results have the types it states.
        if (isa<onnx::UnknownType>(v.getType()))
          v.setType(result.getType());
        result.replaceAllUsesWith(v);
      }
      op->erase();
      changed = true;
    }
    return changed;
  }
};
} // namespace
} // namespace cameo
