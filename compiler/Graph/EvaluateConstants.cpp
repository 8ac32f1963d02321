// SPDX-License-Identifier: Apache-2.0
// The pass onnx-evaluate-constants: operators all of whose operands are
// constants, transitively, move into a module of their own; what it computes
// replaces them.
#include "compiler/Graph/ConstantEvaluator.h"
#include "compiler/Graph/Passes.h"
#include "compiler/Graph/Rewrite.h"
#include "dialects/ONNX/Control.h"
#include "dialects/ONNX/Custom.h"
#include "dialects/ONNX/Math.h"
#include "dialects/ONNX/Quant.h"
#include "dialects/ONNX/Tensor.h"
#include "mlir/Dialect/Func/IR/FuncOps.h"
#include "mlir/IR/IRMapping.h"
#include "mlir/Interfaces/SideEffectInterfaces.h"

using namespace mlir;

namespace cameo {
#define GEN_PASS_DEF_EVALUATECONSTANTS
#include "compiler/Graph/Passes.h.inc"

using namespace onnx;

static ConstantEvaluator &evaluatorSlot() {
  static ConstantEvaluator evaluator;
  return evaluator;
}
void setConstantEvaluator(ConstantEvaluator evaluator) {
  evaluatorSlot() = std::move(evaluator);
}
const ConstantEvaluator &getConstantEvaluator() { return evaluatorSlot(); }

namespace {
// Results up to this size are computed whatever they are made from.
constexpr int64_t smallBytes = int64_t{16} << 20;
// What generates a tensor from its shape stays an operator beyond this.
constexpr int64_t generatedBytes = int64_t{64} << 10;
constexpr int64_t maxGrowth = 4;

/// The size in memory; nothing if it is not static or the element type is none
/// that code computes.
std::optional<int64_t> bytesOf(Type type) {
  auto tensor = dyn_cast<RankedTensorType>(type);
  if (!tensor || !tensor.hasStaticShape())
    return std::nullopt;
  Type element = tensor.getElementType();
  if (!element.isIntOrFloat())
    return std::nullopt;
  return tensor.getNumElements() *
         std::max<int64_t>(1, element.getIntOrFloatBitWidth() / 8);
}

struct EvaluateConstants : impl::EvaluateConstantsBase<EvaluateConstants> {
  using EvaluateConstantsBase::EvaluateConstantsBase;

  void runOnOperation() override {
    if (!getConstantEvaluator())
      return;
    attempted.clear();
    // Values make shapes known, which make more operators computable.
    constexpr int maxRounds = 8;
    for (auto func : getOperation().getOps<func::FuncOp>()) {
      if (func.isExternal())
        continue;
      for (int round = 0; round < maxRounds; ++round) {
        if (!evaluate(func))
          break;
        ShapeInferrer shapes(func);
        if (failed(shapes.run()))
          return signalPassFailure();
        func.setFunctionType(FunctionType::get(
            &getContext(), func.getBody().getArgumentTypes(),
            func.getBody().front().getTerminator()->getOperandTypes()));
      }
    }
  }

  /// Integers that products read with a scale of their own for each block:
  /// kernels may take them as they are.
  static bool isWeight(DequantizeLinearOp op) {
    auto type = rankedType(op.getX()), scale = rankedType(op.getXScale());
    return type && scale && type.getRank() == 2 && scale.getRank() > 0 &&
           isa<IntegerType>(type.getElementType()) &&
           type.getElementTypeBitWidth() <= 8 && !op.use_empty() &&
           llvm::all_of(op->getUses(), [](OpOperand &use) {
             return isa<MatMulOp, GemmOp>(use.getOwner()) &&
                    use.getOperandNumber() == 1;
           });
  }

  /// Halves that products alone read in f32: kernels widen them as they load
  /// them, which is exact.
  static bool isHalfWeight(CastOp op) {
    auto from = rankedType(op.getInput()), to = rankedType(op.getOutput());
    return from && to && to.getRank() == 2 && to.getElementType().isF32() &&
           (from.getElementType().isF16() || from.getElementType().isBF16()) &&
           !op.use_empty() && llvm::all_of(op->getUses(), [](OpOperand &use) {
             return isa<MatMulOp, GemmOp>(use.getOwner()) &&
                    use.getOperandNumber() == 1;
           });
  }

  /// Whether `op` may be computed now, its operands being constants or computed
  /// themselves.
  bool isComputable(Operation *op) {
    if (!isa_and_nonnull<ONNXDialect>(op->getDialect()) ||
        // The function of a user's operator is linked only later.
        isa<ConstantOp, NoneOp, YieldOp, CustomOp>(op) || op->getNumRegions() ||
        !isMemoryEffectFree(op) || op->getNumOperands() == 0 ||
        attempted.contains(op))
      return false;
    if (auto dequantize = dyn_cast<DequantizeLinearOp>(op);
        dequantize && (!foldDequantize || isWeight(dequantize)))
      return false;
    if (auto cast = dyn_cast<CastOp>(op); cast && isHalfWeight(cast))
      return false;
    int64_t from = 0, to = 0;
    for (Value v : op->getOperands())
      if (ShapeInferrer::present(v))
        from += bytesOf(v.getType()).value_or(0);
    for (Value v : op->getResults()) {
      if (!ShapeInferrer::present(v))
        continue;
      std::optional<int64_t> bytes = bytesOf(v.getType());
      if (!bytes)
        return false;
      to += *bytes;
    }
    bool generates =
        isa<ConstantOfShapeOp, ExpandOp, RangeOp, TileOp, EyeLikeOp, OneHotOp>(
            op);
    if (generates && to > from && to > generatedBytes)
      return false;
    return to <= smallBytes || to / maxGrowth <= from;
  }

  bool evaluate(func::FuncOp func) {
    SetVector<Operation *> computable;
    auto isKnown = [&](Value v) {
      Operation *op = v.getDefiningOp();
      return op && (isa<ConstantOp, NoneOp>(op) || computable.contains(op));
    };
    func.walk<WalkOrder::PreOrder>([&](Operation *op) {
      if (llvm::all_of(op->getOperands(), isKnown) && isComputable(op))
        computable.insert(op);
    });
    // The frontier: what operators that stay read.
    SmallVector<Value> wanted;
    for (Operation *op : computable)
      for (Value v : op->getResults())
        if (ShapeInferrer::present(v) &&
            llvm::any_of(v.getUsers(), [&](Operation *user) {
              return !computable.contains(user);
            }))
          wanted.push_back(v);
    if (wanted.empty())
      return false;

    OpBuilder b(&getContext());
    OwningOpRef<ModuleOp> module = ModuleOp::create(func.getLoc());
    b.setInsertionPointToStart(module->getBody());
    auto main = func::FuncOp::create(
        b, func.getLoc(), "main",
        b.getFunctionType({}, TypeRange(ValueRange(wanted))));
    b.setInsertionPointToStart(main.addEntryBlock());
    // What the frontier needs, in the order of the graph.
    SetVector<Operation *> needed;
    SmallVector<Operation *> work;
    for (Value v : wanted)
      work.push_back(v.getDefiningOp());
    while (!work.empty()) {
      Operation *op = work.pop_back_val();
      if (needed.insert(op))
        for (Value v : op->getOperands())
          work.push_back(v.getDefiningOp());
    }
    IRMapping map;
    for (Operation *op : needed)
      if (isa<ConstantOp, NoneOp>(op))
        b.clone(*op, map);
    for (Operation *op : computable)
      if (needed.contains(op))
        b.clone(*op, map);
    func::ReturnOp::create(
        b, func.getLoc(),
        llvm::map_to_vector(wanted, [&](Value v) { return map.lookup(v); }));

    FailureOr<SmallVector<ElementsAttr>> values = [&] {
      // What cannot be computed now is no error: the model computes it.
      ScopedDiagnosticHandler silence(&getContext(),
                                      [](Diagnostic &) { return success(); });
      return getConstantEvaluator()(*module);
    }();
    attempted.insert(computable.begin(), computable.end());
    if (failed(values) || values->size() != wanted.size())
      return false;
    bool changed = false;
    for (auto [v, value] : llvm::zip_equal(wanted, *values)) {
      ElementsAttr elements =
          retype(value, cast<RankedTensorType>(v.getType()));
      if (!elements)
        continue;
      OpBuilder at(v.getDefiningOp());
      v.replaceAllUsesWith(
          ConstantOp::create(at, v.getLoc(), v.getType(), elements));
      changed = true;
    }
    for (Operation *op : llvm::reverse(computable.getArrayRef()))
      if (op->use_empty()) {
        attempted.erase(op);
        op->erase();
      }
    return changed;
  }

  /// The same bytes as the element type of the onnx dialect.
  static ElementsAttr retype(ElementsAttr value, RankedTensorType type) {
    if (value.getShapedType() == type)
      return value;
    Type from = value.getElementType(), to = type.getElementType();
    if (value.getShapedType().getShape() != type.getShape() ||
        !from.isIntOrFloat())
      return nullptr;
    auto dense = dyn_cast<DenseElementsAttr>(value);
    if (to.isInteger(1)) {
      if (!dense || !from.isInteger(8))
        return nullptr;
      SmallVector<bool> bits;
      for (const APInt &byte : dense.getValues<APInt>())
        bits.push_back(!byte.isZero());
      return DenseElementsAttr::get(type, bits);
    }
    if (from.getIntOrFloatBitWidth() != to.getIntOrFloatBitWidth())
      return nullptr;
    if (dense)
      return dense.isSplat() || from.getIntOrFloatBitWidth() % 8 == 0
                 ? DenseElementsAttr::getFromRawBuffer(type, dense.getRawData())
                 : ElementsAttr();
    if (auto resource = dyn_cast<DenseResourceElementsAttr>(value))
      return DenseResourceElementsAttr::get(type, resource.getRawHandle());
    return nullptr;
  }

  // What could not be computed is not tried again.
  llvm::DenseSet<Operation *> attempted;
};
} // namespace
} // namespace cameo
