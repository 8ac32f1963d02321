// SPDX-License-Identifier: Apache-2.0
// Parameters of window operators from ONNX's attributes.
#include "compiler/Lowering/NNWindow.h"

using namespace mlir;
using namespace cameo;

/// dilation * (kernel - 1) + 1.
static OpFoldResult extent(Lowerer &l, OpFoldResult kernel, int64_t dilation) {
  return add(l, mul(l, sub(l, kernel, size(l, 1)), size(l, dilation)),
             size(l, 1));
}

static OpFoldResult ceilDiv(Lowerer &l, OpFoldResult a, int64_t b) {
  return b == 1 ? a : floorDiv(l, add(l, a, size(l, b - 1)), size(l, b));
}

/// max(a - b, 0)
static OpFoldResult positivePart(Lowerer &l, OpFoldResult a) {
  if (auto n = getConstantIntValue(a))
    return size(l, std::max<int64_t>(*n, 0));
  Value zero = toValue(l, size(l, 0));
  return arith::MaxSIOp::create(l.b, l.loc, toValue(l, a), zero).getResult();
}

FailureOr<LoweredWindow> cameo::resolveWindow(Operation *op, Lowerer &l,
                                              Value input, Sizes kernel,
                                              const WindowAttrs &attrs,
                                              TypedAttr padding) {
  size_t rank = kernel.size();
  auto type = cast<RankedTensorType>(input.getType());
  if (rank == 0 || size_t(type.getRank()) != rank + 2)
    return op->emitError("needs an input of rank ")
           << rank + 2 << ", not " << type.getRank();
  LoweredWindow w{input, kernel, {}, {}, {}, {}, {}};
  auto take = [&](SmallVector<int64_t> &to,
                  std::optional<ArrayRef<int64_t>> from, size_t n,
                  int64_t otherwise) {
    if (from && !from->empty())
      to.assign(from->begin(), from->end());
    else
      to.assign(n, otherwise);
    return to.size() == n;
  };
  [[maybe_unused]] bool match = take(w.strides, attrs.strides, rank, 1) &&
                                take(w.dilations, attrs.dilations, rank, 1) &&
                                take(w.pads, attrs.pads, 2 * rank, 0);
  assert(match && "the shape rule lets no other attributes pass");
  bool same = attrs.autoPad.starts_with("SAME"),
       upper = attrs.autoPad == "SAME_UPPER";
  if (attrs.autoPad != "NOTSET")
    w.pads.assign(2 * rank, 0);

  Sizes low(rank + 2, size(l, 0)), high(rank + 2, size(l, 0));
  bool explicitPadding = false;
  for (size_t i = 0; i < rank; ++i) {
    OpFoldResult in = dim(l, input, i + 2),
                 window = extent(l, kernel[i], w.dilations[i]);
    if (same) {
      OpFoldResult out = ceilDiv(l, in, w.strides[i]);
      w.out.push_back(out);
      // With stride 1 the padding does not depend on the input's size.
      OpFoldResult total =
          w.strides[i] == 1
              ? sub(l, window, size(l, 1))
              : positivePart(l, sub(l,
                                    add(l,
                                        mul(l, sub(l, out, size(l, 1)),
                                            size(l, w.strides[i])),
                                        window),
                                    in));
      OpFoldResult less = floorDiv(l, total, size(l, 2)),
                   more = sub(l, total, less);
      auto lessNumber = getConstantIntValue(less),
           moreNumber = getConstantIntValue(more);
      if (lessNumber && moreNumber) {
        w.pads[i] = upper ? *lessNumber : *moreNumber;
        w.pads[i + rank] = upper ? *moreNumber : *lessNumber;
      } else {
        explicitPadding = true;
        low[i + 2] = upper ? less : more;
        high[i + 2] = upper ? more : less;
      }
      continue;
    }
    OpFoldResult padded = add(l, in, size(l, w.pads[i] + w.pads[i + rank]));
    OpFoldResult room = sub(l, padded, window);
    if (!getConstantIntValue(room)) {
      Value fits =
          arith::CmpIOp::create(l.b, l.loc, arith::CmpIPredicate::sge,
                                toValue(l, room), toValue(l, size(l, 0)));
      check(l, fits, "window is larger than the padded input");
    }
    OpFoldResult out;
    if (attrs.ceilMode) {
      // A last window that starts in the padding past the end does not count.
      OpFoldResult last = ceilDiv(l, room, w.strides[i]);
      OpFoldResult start = mul(l, last, size(l, w.strides[i]));
      OpFoldResult end = add(l, in, size(l, w.pads[i]));
      auto startNumber = getConstantIntValue(start),
           endNumber = getConstantIntValue(end);
      if (startNumber && endNumber) {
        out = *startNumber >= *endNumber ? last : add(l, last, size(l, 1));
      } else {
        Value inside =
            arith::CmpIOp::create(l.b, l.loc, arith::CmpIPredicate::slt,
                                  toValue(l, start), toValue(l, end));
        Value extra = arith::IndexCastUIOp::create(l.b, l.loc,
                                                   l.b.getIndexType(), inside);
        out = add(l, last, extra);
      }
    } else {
      out = add(l, floorDiv(l, room, size(l, w.strides[i])), size(l, 1));
    }
    w.out.push_back(out);
  }
  for (size_t i = 0; i < rank; ++i)
    w.before.push_back(w.pads[i] ? size(l, w.pads[i]) : low[i + 2]);
  if (explicitPadding) {
    for (size_t i = 0; i < rank; ++i)
      if (w.pads[i] || w.pads[i + rank]) {
        low[i + 2] = size(l, w.pads[i]);
        high[i + 2] = size(l, w.pads[i + rank]);
        w.pads[i] = w.pads[i + rank] = 0;
      }
    Value value = arith::ConstantOp::create(l.b, l.loc, padding);
    SmallVector<int64_t> shape(type.getShape());
    for (size_t i = 0; i < rank + 2; ++i)
      if (!isConstantIntValue(low[i], 0) || !isConstantIntValue(high[i], 0))
        shape[i] = ShapedType::kDynamic;
    w.input = tensor::PadOp::create(l.b, l.loc, type.clone(shape), input, low,
                                    high, value);
  }
  return w;
}

Sizes cameo::windowSizes(Lowerer &l, const LoweredWindow &w,
                         OpFoldResult channels, Value onnxResult) {
  Sizes result = {dim(l, w.input, 0), channels};
  llvm::append_range(result, w.out);
  return refine(l, onnxResult, result);
}

Value cameo::addBias(Lowerer &l, Value tensor, Value bias) {
  if (!bias)
    return tensor;
  auto type = cast<RankedTensorType>(tensor.getType());
  AffineMap all = l.b.getMultiDimIdentityMap(type.getRank());
  AffineMap channel =
      AffineMap::get(type.getRank(), 0, l.b.getAffineDimExpr(1));
  SmallVector<utils::IteratorType> parallel(type.getRank(),
                                            utils::IteratorType::parallel);
  return generic(
      l, empty(l, dims(l, tensor), type.getElementType()), {tensor, bias},
      {all, channel, all}, parallel,
      [](Scalars &, ArrayRef<Scalar> x) { return Value(x[0] + x[1]); });
}
