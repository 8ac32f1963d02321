// SPDX-License-Identifier: Apache-2.0
// The pass cameo-lower-onnx: checks that each operator has a lowering, then lowers function by
// function into new bodies.
#include "compiler/Lowering/Lowerer.h"
#include "compiler/Lowering/ElementTypes.h"
#include "compiler/Lowering/HostCall.h"
#include "compiler/Lowering/Packed.h"
#include "compiler/Lowering/Passes.h"
#include "compiler/Lowering/Values.h"
#include "dialects/ONNX/Control.h"

using namespace mlir;

namespace cameo {
#define GEN_PASS_DEF_LOWERONNX
#include "compiler/Lowering/Passes.h.inc"

const LoweringRegistry &LoweringRegistry::get() {
  static const LoweringRegistry registry = [] {
    LoweringRegistry r;
#define CAMEO_REGISTER_LOWERING(F) register##F##Lowerings(r);
    CAMEO_ONNX_FAMILIES(CAMEO_REGISTER_LOWERING)
#undef CAMEO_REGISTER_LOWERING
    registerCustomLowerings(r);
    return r;
  }();
  return registry;
}

Value Lowerer::operator()(Value onnxValue) const {
  return isa<NoneType>(onnxValue.getType()) ? Value() : map.lookup(onnxValue);
}

SmallVector<Value> Lowerer::operator()(ValueRange onnxValues) const {
  return llvm::map_to_vector(onnxValues, [&](Value v) { return (*this)(v); });
}

Type Lowerer::convert(Type type) {
  if (auto tensor = dyn_cast<RankedTensorType>(type))
    return RankedTensorType::get(tensor.getShape(),
                                 convert(tensor.getElementType()));
  if (auto integer = dyn_cast<IntegerType>(type))
    return IntegerType::get(type.getContext(),
                            std::max(8u, integer.getWidth()));
  if (auto f = dyn_cast<FloatType>(type); f && f.getWidth() < 16)
    return IntegerType::get(type.getContext(), 8);
  if (isa<onnx::StringType>(type))
    return IntegerType::get(type.getContext(), 64);
  if (isa<onnx::SeqType, onnx::OptType, onnx::MapType>(type))
    return ValueType::get(type.getContext());
  return type;
}

bool Lowerer::isUnsigned(Type onnxType) {
  Type element = getElementTypeOrSelf(onnxType);
  return element.isUnsignedInteger() || element.isInteger(1);
}

LoweredValues Lowerer::lowerBlock(Block &block, ValueRange arguments) {
  for (auto [from, to] : llvm::zip_equal(block.getArguments(), arguments))
    set(from, to);
  for (Operation &op : block.without_terminator()) {
    if (op.getNumResults() == 1 && isa<NoneType>(op.getResult(0).getType()))
      continue;
    const LoweringRegistry::Fn *fn =
        LoweringRegistry::get().lookup(op.getName().getStringRef());
    assert(fn && "checked before any operator is lowered");
    loc = op.getLoc();
    this->op = &op;
    LoweredValues values = (*fn)(&op, *this);
    loc = op.getLoc();
    this->op = &op;
    if (failed(values) || hasFailed)
      return failure();
    for (auto [from, to] : llvm::zip_equal(op.getResults(), *values)) {
      if (!to || isa<NoneType>(from.getType()))
        continue;
      Type wanted = convert(from.getType());
      // A lowering may know more, or less, of the shape than the graph says.
      if (to.getType() != wanted)
        to = tensor::CastOp::create(b, loc, wanted, to);
      set(from, to);
    }
  }
  return (*this)(block.getTerminator()->getOperands());
}

namespace {
struct LowerONNX : impl::LowerONNXBase<LowerONNX> {
  void runOnOperation() override {
    if (failed(checkSupported()))
      return signalPassFailure();
    for (auto func : getOperation().getOps<func::FuncOp>())
      if (!func.isExternal() && failed(lower(func)))
        return signalPassFailure();
  }

  /// Reports every operator without a lowering at once. IR that somebody wrote,
  /// as bodies of custom operators are, may have anything in it.
  LogicalResult checkSupported() {
    LogicalResult result = success();
    for (auto func : getOperation().getOps<func::FuncOp>())
      func.getBody().walk([&](Operation *op) {
        if (op->hasTrait<OpTrait::IsTerminator>() || isa<onnx::NoneOp>(op) ||
            LoweringRegistry::get().lookup(op->getName().getStringRef()))
          return;
        result = isa_and_nonnull<onnx::ONNXDialect>(op->getDialect())
                     ? op->emitError("operator is not supported yet")
                     : op->emitError("is no operator of the onnx dialect");
      });
    return result;
  }

  /// Reports every value whose type shape inference left open: past this point all tensors have a
  /// rank and an element type.
  static LogicalResult checkTypes(func::FuncOp func) {
    LogicalResult result = success();
    for (BlockArgument arg : func.getArguments())
      if (StringRef lacks = missing(arg.getType()); !lacks.empty()) {
        auto name =
            func.getArgAttrOfType<StringAttr>(arg.getArgNumber(), "cameo.name");
        result = func.emitError() << "input '" << (name ? name.getValue() : "")
                                  << "' has " << lacks;
      }
    walkOperators(func, [&](Operation *op) {
      for (Value v : op->getResults())
        if (StringRef lacks = missing(v.getType()); !lacks.empty())
          result = op->emitError("result has ") << lacks;
      for (Region &body : op->getRegions())
        for (BlockArgument arg : body.getArguments())
          if (StringRef lacks = missing(arg.getType()); !lacks.empty())
            result = op->emitError("a value of its body has ") << lacks;
    });
    return result;
  }

  static void walkOperators(Operation *within,
                            llvm::function_ref<void(Operation *)> fn) {
    within->walk([&](Operation *op) {
      if (isa_and_nonnull<onnx::ONNXDialect>(op->getDialect()) &&
          !op->hasTrait<OpTrait::IsTerminator>() && !isa<onnx::NoneOp>(op))
        fn(op);
    });
  }

  /// What is not known of a value of this type; empty if nothing.
  static StringRef missing(Type type) {
    auto tensor = dyn_cast<TensorType>(type);
    if (isa<onnx::UnknownType>(tensor ? tensor.getElementType() : type))
      return "an unknown type; the model must state its inputs' types";
    return tensor && !tensor.hasRank()
               ? "unknown rank; give the model's input shapes (--shape)"
               : "";
  }

  LogicalResult lower(func::FuncOp func) {
    Block &old = func.getBody().front();
    onnx::ShapeInferrer shapes(func);
    if (failed(shapes.run()) || failed(checkTypes(func)) ||
        failed(checkElementTypes(func)))
      return failure();
    Lowerer lowerer(&getContext(), &shapes);
    SmallVector<Type> inputs, results;
    for (TypeRange types :
         {TypeRange(func.getArgumentTypes()), TypeRange(func.getResultTypes())})
      for (Type t : types)
        if (!hasForm(t))
          return func.emitError("inputs and outputs of type ")
                 << t << " are not supported: maps hold numbers or strings";
    // Types past this phase tell of tensors only.
    for (BlockArgument arg : old.getArguments())
      if (isa<ValueType>(Lowerer::convert(arg.getType())))
        func.setArgAttr(arg.getArgNumber(), "cameo.value",
                        describeValue(arg.getType()));
    for (auto [i, type] : llvm::enumerate(func.getResultTypes()))
      if (isa<ValueType>(Lowerer::convert(type)))
        func.setResultAttr(i, "cameo.value", describeValue(type));
    Block *body = &func.getBody().emplaceBlock();
    for (BlockArgument arg : old.getArguments()) {
      inputs.push_back(storedType(arg.getType()));
      body->addArgument(inputs.back(), arg.getLoc());
    }
    lowerer.b.setInsertionPointToStart(body);
    SmallVector<Value> arguments;
    for (auto [onnx, stored] :
         llvm::zip_equal(old.getArguments(), body->getArguments())) {
      lowerer.loc = onnx.getLoc();
      arguments.push_back(unpacked(lowerer, stored, onnx.getType()));
    }
    LoweredValues values = lowerer.lowerBlock(old, arguments);
    if (failed(values))
      return failure();
    for (auto [value, type] : llvm::zip_equal(*values, func.getResultTypes())) {
      value = packed(lowerer, value, type);
      results.push_back(storedType(type));
    }
    func::ReturnOp::create(lowerer.b, old.getTerminator()->getLoc(), *values);
    old.dropAllReferences();
    old.erase();
    func.setFunctionType(FunctionType::get(&getContext(), inputs, results));
    return success();
  }
};
} // namespace
} // namespace cameo
