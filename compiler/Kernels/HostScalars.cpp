// SPDX-License-Identifier: Apache-2.0
// cameo-host-scalars: tensors of a few elements that follow from sizes and constants become
// scalars of the schedule, so that shape arithmetic folds and leaves no kernel.
#include "compiler/Kernels/Passes.h"
#include "mlir/Dialect/Func/IR/FuncOps.h"
#include "mlir/Dialect/Linalg/IR/Linalg.h"
#include "mlir/IR/IRMapping.h"

using namespace mlir;
using namespace cameo;

namespace cameo {
#define GEN_PASS_DEF_HOSTSCALARS
#include "compiler/Kernels/Passes.h.inc"
} // namespace cameo

/// Elements of a shape, with room; factors for a resize.
static constexpr int64_t maxIntegers = 64, maxFloats = 8;
/// Body operations that one computation may unroll to.
static constexpr int64_t maxUnrolled = 2048;

/// Whether tensors of this type are small enough to be scalars.
static bool isSmall(Type type) {
  auto tensor = dyn_cast<RankedTensorType>(type);
  if (!tensor || !tensor.hasStaticShape())
    return false;
  bool isFloat = isa<FloatType>(tensor.getElementType());
  return (isFloat || tensor.getElementType().isIntOrIndex()) &&
         tensor.getNumElements() <= (isFloat ? maxFloats : maxIntegers);
}

/// Calls fn with every point of `sizes`, the last index fastest.
static void forEachPoint(ArrayRef<int64_t> sizes,
                         function_ref<void(ArrayRef<int64_t>)> fn) {
  int64_t count = llvm::product_of(sizes);
  SmallVector<int64_t> point(sizes.size());
  for (int64_t i = 0; i < count; ++i) {
    fn(point);
    for (int64_t d = sizes.size() - 1; d >= 0; --d) {
      if (++point[d] < sizes[d])
        break;
      point[d] = 0;
    }
  }
}

static int64_t linearize(ArrayRef<int64_t> point, ArrayRef<int64_t> sizes) {
  int64_t linear = 0;
  for (auto [p, n] : llvm::zip(point, sizes))
    linear = linear * n + p;
  return linear;
}

namespace {
using Elements = SmallVector<Value>;

class Unroller {
public:
  explicit Unroller(MLIRContext *context) : b(context) {}

  void run(Block &block) {
    for (Operation &op : llvm::make_early_inc_range(block)) {
      for (Region &region : op.getRegions())
        if (isa<RegionBranchOpInterface>(op))
          for (Block &inner : region)
            run(inner);
      if (op.getNumResults() != 1 || !isSmall(op.getResult(0).getType()) ||
          !isa<linalg::LinalgDialect, tensor::TensorDialect>(op.getDialect()))
        continue;
      visit(&op);
    }
  }

private:
  static ArrayRef<int64_t> shapeOf(Value v) {
    return cast<RankedTensorType>(v.getType()).getShape();
  }

  void visit(Operation *op) {
    Value result = op->getResult(0);
    b.setInsertionPoint(op);
    std::optional<Elements> elements =
        TypeSwitch<Operation *, std::optional<Elements>>(op)
            .Case([&](tensor::FromElementsOp f) {
              return Elements(f.getElements());
            })
            .Case([&](linalg::FillOp f) {
              return splat(f.getInputs()[0], result);
            })
            .Case(
                [&](tensor::SplatOp s) { return splat(s.getInput(), result); })
            .Case([&](linalg::GenericOp g) { return unroll(g); })
            .Case<tensor::CastOp, tensor::ExpandShapeOp,
                  tensor::CollapseShapeOp, tensor::ReshapeOp>(
                [&](auto) { return known(op->getOperand(0)); })
            .Case([&](tensor::ExtractSliceOp s) { return extract(s); })
            .Case([&](tensor::InsertSliceOp s) { return insert(s); })
            .Default([](Operation *) { return std::nullopt; });
    if (!elements || llvm::is_contained(*elements, Value()))
      return;
    // A fill by a constant tells nothing of the run: it is better as it is unless it is read.
    values[result] = *elements;
    if (isa<tensor::FromElementsOp, linalg::FillOp, tensor::SplatOp>(op))
      return;
    Value from = tensor::FromElementsOp::create(
        b, op->getLoc(), cast<RankedTensorType>(result.getType()), *elements);
    values[from] = *elements;
    result.replaceAllUsesWith(from);
    op->erase();
  }

  Elements splat(Value scalar, Value tensor) {
    return Elements(cast<RankedTensorType>(tensor.getType()).getNumElements(),
                    scalar);
  }

  /// The elements of a tensor, if the schedule has them.
  std::optional<Elements> known(Value v) {
    if (auto it = values.find(v); it != values.end())
      return it->second;
    auto constant = v.getDefiningOp<arith::ConstantOp>();
    if (!constant || !isSmall(v.getType()))
      return std::nullopt;
    auto dense = dyn_cast<DenseElementsAttr>(constant.getValue());
    if (!dense)
      return std::nullopt;
    Elements elements;
    for (Attribute a : dense.getValues<Attribute>())
      elements.push_back(
          arith::ConstantOp::create(b, v.getLoc(), cast<TypedAttr>(a)));
    return elements;
  }

  std::optional<Elements> extract(tensor::ExtractSliceOp s) {
    auto source = known(s.getSource());
    if (!source || ShapedType::isDynamicShape(s.getStaticOffsets()) ||
        ShapedType::isDynamicShape(s.getStaticStrides()) ||
        ShapedType::isDynamicShape(s.getStaticSizes()))
      return std::nullopt;
    Elements elements;
    bool inside = true;
    forEachPoint(s.getStaticSizes(), [&](ArrayRef<int64_t> p) {
      SmallVector<int64_t> at;
      for (auto [d, i] : llvm::enumerate(p)) {
        at.push_back(s.getStaticOffsets()[d] + i * s.getStaticStrides()[d]);
        inside &= at.back() >= 0 && at.back() < shapeOf(s.getSource())[d];
      }
      elements.push_back(
          inside ? (*source)[linearize(at, shapeOf(s.getSource()))] : Value());
    });
    return inside ? std::optional(elements) : std::nullopt;
  }

  std::optional<Elements> insert(tensor::InsertSliceOp s) {
    auto source = known(s.getSource());
    std::optional<Elements> dest = known(s.getDest());
    // What nothing has written yet.
    if (!dest && s.getDest().getDefiningOp<tensor::EmptyOp>())
      dest = Elements(
          cast<RankedTensorType>(s.getDest().getType()).getNumElements());
    if (!dest && partial.count(s.getDest()))
      dest = partial[s.getDest()];
    if (!source || !dest || ShapedType::isDynamicShape(s.getStaticOffsets()) ||
        ShapedType::isDynamicShape(s.getStaticStrides()) ||
        ShapedType::isDynamicShape(s.getStaticSizes()))
      return std::nullopt;
    int64_t next = 0;
    bool inside = true;
    forEachPoint(s.getStaticSizes(), [&](ArrayRef<int64_t> p) {
      SmallVector<int64_t> at;
      for (auto [d, i] : llvm::enumerate(p)) {
        at.push_back(s.getStaticOffsets()[d] + i * s.getStaticStrides()[d]);
        inside &= at.back() >= 0 && at.back() < shapeOf(s.getDest())[d];
      }
      if (inside)
        (*dest)[linearize(at, shapeOf(s.getDest()))] = (*source)[next++];
    });
    if (!inside)
      return std::nullopt;
    // A concatenation is complete with its last part only.
    partial[s.getResult()] = *dest;
    return dest;
  }

  std::optional<Elements> unroll(linalg::GenericOp op) {
    SmallVector<int64_t> sizes = op.getStaticLoopRanges();
    if (ShapedType::isDynamicShape(sizes))
      return std::nullopt;
    int64_t bodyOps = llvm::range_size(op.getBody()->getOperations());
    if (llvm::product_of(sizes) * bodyOps > maxUnrolled)
      return std::nullopt;
    // What the body reads, by argument or by tensor.extract, has to be known.
    SmallVector<std::optional<Elements>> operands;
    for (OpOperand &operand : op->getOpOperands()) {
      operands.emplace_back();
      if (op.getMatchingBlockArgument(&operand).use_empty() ||
          !isa<TensorType>(operand.get().getType()))
        continue;
      operands.back() = known(operand.get());
      if (!operands.back())
        return std::nullopt;
    }
    for (Operation &inner : op.getBody()->without_terminator()) {
      if (auto read = dyn_cast<tensor::ExtractOp>(inner)) {
        if (!known(read.getTensor()))
          return std::nullopt;
      } else if (inner.getNumRegions() || !isPure(&inner)) {
        return std::nullopt;
      }
    }
    AffineMap outMap = op.getMatchingIndexingMap(op.getDpsInitOperand(0));
    ArrayRef<int64_t> outShape = shapeOf(op.getResult(0));
    Elements result(llvm::product_of(outShape));
    if (operands.back())
      result = *operands.back();
    forEachPoint(sizes, [&](ArrayRef<int64_t> point) {
      IRMapping map;
      for (OpOperand &operand : op->getOpOperands()) {
        BlockArgument arg = op.getMatchingBlockArgument(&operand);
        const auto &elements = operands[operand.getOperandNumber()];
        if (!elements) {
          map.map(arg, operand.get());
          continue;
        }
        SmallVector<int64_t> at =
            op.getMatchingIndexingMap(&operand).compose(point);
        int64_t linear = linearize(at, shapeOf(operand.get()));
        map.map(arg,
                op.isDpsInit(&operand) ? result[linear] : (*elements)[linear]);
      }
      for (Operation &inner : op.getBody()->without_terminator())
        map.map(inner.getResults(), evaluate(&inner, point, map));
      int64_t linear = linearize(outMap.compose(point), outShape);
      result[linear] =
          map.lookupOrDefault(op.getBody()->getTerminator()->getOperand(0));
    });
    return result;
  }

  SmallVector<Value> evaluate(Operation *inner, ArrayRef<int64_t> point,
                              IRMapping &map) {
    if (auto index = dyn_cast<linalg::IndexOp>(inner))
      return {arith::ConstantIndexOp::create(b, inner->getLoc(),
                                             point[index.getDim()])};
    if (auto read = dyn_cast<tensor::ExtractOp>(inner)) {
      SmallVector<int64_t> at;
      ArrayRef<int64_t> shape = shapeOf(read.getTensor());
      for (auto [i, n] : llvm::zip(read.getIndices(), shape))
        if (auto c = getConstantIntValue(map.lookupOrDefault(i));
            c && *c >= 0 && *c < n)
          at.push_back(*c);
      if (at.size() == shape.size())
        return {(*known(read.getTensor()))[linearize(at, shape)]};
    }
    // Folded as it goes, so that indices computed from constants are constants.
    SmallVector<Value> operands;
    for (Value v : inner->getOperands())
      operands.push_back(map.lookupOrDefault(v));
    SmallVector<Attribute> constants;
    for (Value v : operands) {
      Attribute a;
      matchPattern(v, m_Constant(&a));
      constants.push_back(a);
    }
    IRMapping local;
    local.map(inner->getOperands(), operands);
    Operation *clone = b.clone(*inner, local);
    SmallVector<OpFoldResult> folded;
    if (succeeded(clone->fold(constants, folded)) &&
        folded.size() == clone->getNumResults()) {
      SmallVector<Value> results;
      for (auto [f, r] : llvm::zip(folded, clone->getResults())) {
        if (auto v = dyn_cast<Value>(f))
          results.push_back(v);
        else
          results.push_back(
              arith::ConstantOp::create(b, clone->getLoc(), r.getType(),
                                        cast<TypedAttr>(cast<Attribute>(f))));
      }
      clone->erase();
      return results;
    }
    return SmallVector<Value>(clone->getResults());
  }

  OpBuilder b;
  llvm::DenseMap<Value, Elements> values;
  /// Concatenations under way: elements not written yet are null.
  llvm::DenseMap<Value, Elements> partial;
};

struct HostScalars : cameo::impl::HostScalarsBase<HostScalars> {
  void runOnOperation() override {
    for (auto func : getOperation().getOps<func::FuncOp>())
      for (Block &block : func.getBody())
        Unroller(&getContext()).run(block);
  }
};
} // namespace
