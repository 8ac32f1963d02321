// SPDX-License-Identifier: Apache-2.0
// Lowerings of convolutions to cameo.conv and cameo.conv_transpose; bias is
// added after them. DeformConv samples into columns and contracts them.
#include "compiler/Lowering/Bounds.h"
#include "compiler/Lowering/Compute.h"
#include "compiler/Lowering/NNWindow.h"
#include "dialects/ONNX/NN.h"

using namespace mlir;
using namespace cameo;
using namespace cameo::onnx;

/// The filter with the spatial sizes that `kernel_shape` states.
static Value statedKernel(Lowerer &l, Value filter,
                          std::optional<ArrayRef<int64_t>> kernel) {
  auto type = cast<RankedTensorType>(filter.getType());
  if (!kernel || int64_t(kernel->size()) + 2 != type.getRank())
    return filter;
  SmallVector<int64_t> shape(type.getShape());
  for (auto [i, k] : llvm::enumerate(*kernel))
    if (ShapedType::isDynamic(shape[i + 2]))
      shape[i + 2] = k;
  if (type.getShape() == ArrayRef(shape))
    return filter;
  return tensor::CastOp::create(l.b, l.loc, type.clone(shape), filter);
}

FailureOr<Value> cameo::convolve(Operation *op, Lowerer &l, Value x,
                                 Value filter,
                                 std::optional<ArrayRef<int64_t>> kernel,
                                 OpFoldResult groups, const WindowAttrs &attrs,
                                 TypedAttr zero, Value onnxResult,
                                 Value filler) {
  filter = statedKernel(l, filter, kernel);
  Sizes kernelSizes = dims(l, filter);
  kernelSizes.erase(kernelSizes.begin(), kernelSizes.begin() + 2);
  FailureOr<LoweredWindow> w =
      resolveWindow(op, l, x, kernelSizes, attrs, zero);
  if (failed(w))
    return failure();
  checkSame(l, dim(l, x, 1), mul(l, dim(l, filter, 1), groups),
            "channels of input and filter do not match");
  auto type = cast<RankedTensorType>(filter.getType());
  auto count = getConstantIntValue(groups);
  OpFoldResult filters = dim(l, filter, 0);
  if (count && !type.isDynamicDim(0) && type.getDimSize(0) % *count)
    return op->emitError("group does not divide the number of filters");
  Sizes sizes = windowSizes(l, *w, filters, onnxResult);
  if (!count || !type.hasStaticShape()) {
    if (!isConstantIntValue(groups, 1))
      checkSame(l, mul(l, floorDiv(l, filters, groups), groups), filters,
                "group does not divide the number of filters");
    return convolveBySums(l, *w, filter, groups, sizes);
  }
  // The filter tells the channels.
  auto image = cast<RankedTensorType>(w->input.getType());
  if (image.isDynamicDim(1)) {
    SmallVector<int64_t> shape(image.getShape());
    shape[1] = type.getDimSize(1) * *count;
    w->input = tensor::CastOp::create(l.b, l.loc, image.clone(shape), w->input);
  }
  if (filler && llvm::any_of(w->pads, [](int64_t p) { return p != 0; })) {
    auto image = cast<RankedTensorType>(w->input.getType());
    Sizes low(image.getRank(), size(l, 0)), high = low;
    SmallVector<int64_t> shape(image.getShape());
    size_t rank = w->rank();
    for (size_t d = 0; d < rank; ++d) {
      low[2 + d] = size(l, w->pads[d]);
      high[2 + d] = size(l, w->pads[rank + d]);
      if (!ShapedType::isDynamic(shape[2 + d]))
        shape[2 + d] += w->pads[d] + w->pads[rank + d];
    }
    w->input = tensor::PadOp::create(l.b, l.loc, image.clone(shape), w->input,
                                     low, high, filler);
    w->pads.assign(2 * rank, 0);
  }
  // The destination's element type is that of the accumulation's result.
  Type sum = type.getElementType().isInteger(8) ? Type(l.b.getI32Type())
                                                : type.getElementType();
  Value out = empty(l, sizes, sum);
  return ConvOp::create(l.b, l.loc, out.getType(), w->input, filter, out,
                        w->strides, w->dilations, w->pads, *count)
      .getResult();
}

static LoweredValues lowerConv(onnx::ConvOp op, Lowerer &l) {
  Value x = l(op.getX());
  Type element = getElementTypeOrSelf(x.getType());
  FailureOr<Value> y = convolve(op, l, x, l(op.getW()), op.getKernelShape(),
                                size(l, op.getGroup()), windowAttrs(op),
                                numberAttr(element, 0.0), op.getY());
  if (failed(y))
    return failure();
  return SmallVector<Value>{addBias(l, *y, l(op.getB()))};
}

static OpFoldResult larger(Lowerer &l, OpFoldResult a, OpFoldResult b) {
  auto x = getConstantIntValue(a), y = getConstantIntValue(b);
  if (x && y)
    return size(l, std::max(*x, *y));
  return arith::MaxSIOp::create(l.b, l.loc, toValue(l, a), toValue(l, b))
      .getResult();
}

//===-- Transposed convolution --------------------------------------------===//

static LoweredValues lowerConvTranspose(onnx::ConvTransposeOp op, Lowerer &l) {
  Value x = l(op.getX()),
        filter = statedKernel(l, l(op.getW()), op.getKernelShape());
  auto xType = cast<RankedTensorType>(x.getType());
  size_t rank = xType.getRank() - 2;
  if (xType.getRank() < 3 ||
      cast<RankedTensorType>(filter.getType()).getRank() != xType.getRank())
    return op.emitError(
        "needs an input and filters of equal rank of at least 3");
  auto list = [&](std::optional<ArrayRef<int64_t>> from, size_t n,
                  int64_t otherwise) {
    return from && !from->empty() ? SmallVector<int64_t>(*from)
                                  : SmallVector<int64_t>(n, otherwise);
  };
  auto strides = list(op.getStrides(), rank, 1),
       dilations = list(op.getDilations(), rank, 1),
       pads = list(op.getPads(), 2 * rank, 0),
       extra = list(op.getOutputPadding(), rank, 0);
  SmallVector<int64_t> wanted = list(op.getOutputShape(), 0, 0);
  if (wanted.size() == rank + 2)
    wanted.erase(wanted.begin(), wanted.begin() + 2);
  assert(strides.size() == rank && dilations.size() == rank &&
         pads.size() == 2 * rank && extra.size() == rank &&
         (wanted.empty() || wanted.size() == rank) &&
         "the shape rule lets no other attributes pass");
  bool same = op.getAutoPad().starts_with("SAME"),
       upper = op.getAutoPad() == "SAME_UPPER";
  if (op.getAutoPad() != "NOTSET" || !wanted.empty())
    pads.assign(2 * rank, 0);

  OpFoldResult one = size(l, 1), zero = size(l, 0);
  // The size of the unpadded result, that of the wanted one, and what is cut
  // off before it.
  Sizes full, out, before;
  bool cut = false;
  for (size_t i = 0; i < rank; ++i) {
    OpFoldResult stride = size(l, strides[i]), in = dim(l, x, i + 2);
    OpFoldResult window = add(
        l, mul(l, sub(l, dim(l, filter, i + 2), one), size(l, dilations[i])),
        one);
    full.push_back(add(
        l, add(l, mul(l, sub(l, in, one), stride), size(l, extra[i])), window));
    if (wanted.empty() && !same) {
      out.push_back(sub(l, full[i], size(l, pads[i] + pads[i + rank])));
      before.push_back(size(l, pads[i]));
      continue;
    }
    out.push_back(wanted.empty() ? mul(l, in, stride) : size(l, wanted[i]));
    OpFoldResult total = sub(l, full[i], out[i]);
    if (auto n = getConstantIntValue(total)) {
      // More than the natural size: zeros at the end.
      int64_t t = std::max<int64_t>(*n, 0);
      pads[i] = upper ? t / 2 : t - t / 2;
      pads[i + rank] = t - pads[i];
      before.push_back(size(l, pads[i]));
    } else {
      cut = true;
      Value t = arith::MaxSIOp::create(l.b, l.loc, toValue(l, total),
                                       toValue(l, zero));
      OpFoldResult half = floorDiv(l, t, size(l, 2));
      before.push_back(upper ? half : sub(l, t, half));
    }
    // Then the unpadded result is larger as well.
    full[i] = larger(l, full[i], out[i]);
  }
  checkSame(l, dim(l, x, 1), dim(l, filter, 0),
            "channels of input and filter do not match");
  if (!cast<RankedTensorType>(filter.getType()).hasStaticShape()) {
    Sizes outSizes = {dim(l, x, 0),
                      mul(l, dim(l, filter, 1), size(l, op.getGroup()))};
    llvm::append_range(outSizes, out);
    Value y =
        convolveTransposedBySums(l, x, filter, strides, dilations, before,
                                 op.getGroup(), refine(l, op.getY(), outSizes));
    return SmallVector<Value>{addBias(l, y, l(op.getB()))};
  }
  if (cut)
    pads.assign(2 * rank, 0);
  Sizes sizes = {dim(l, x, 0),
                 mul(l, dim(l, filter, 1), size(l, op.getGroup()))};
  Sizes outSizes = sizes;
  llvm::append_range(outSizes, out);
  outSizes = refine(l, op.getY(), outSizes);
  llvm::append_range(sizes, full);
  Value dest = empty(l, cut ? sizes : outSizes, xType.getElementType());
  Value y = cameo::ConvTransposeOp::create(l.b, l.loc, dest.getType(), x,
                                           filter, dest, strides, dilations,
                                           pads, op.getGroup());
  if (cut) {
    Sizes offsets = {zero, zero}, unit(rank + 2, one);
    llvm::append_range(offsets, before);
    y = tensor::ExtractSliceOp::create(l.b, l.loc, y, offsets, outSizes, unit);
  }
  return SmallVector<Value>{addBias(l, y, l(op.getB()))};
}

//===-- Depthwise causal convolution with a state -------------------------===//

static LoweredValues lowerCausalConvWithState(CausalConvWithStateOp op,
                                              Lowerer &l) {
  // The last (kernel - 1) inputs, then the new ones.
  Value x = l(op.getInput()), filter = l(op.getWeight()),
        past = l(op.getPastState());
  Type element = getElementTypeOrSelf(x.getType());
  OpFoldResult history = sub(l, dim(l, filter, 2), size(l, 1));
  if (!past)
    past = fill(l, {dim(l, x, 0), dim(l, x, 1), history},
                numberAttr(element, 0.0));
  Value all = concat(l, {past, x}, 2);
  FailureOr<Value> y =
      convolve(op, l, all, filter, std::nullopt, dim(l, x, 1), WindowAttrs{},
               numberAttr(element, 0.0), op.getOutput());
  if (failed(y))
    return failure();
  Value out = addBias(l, *y, l(op.getBias()));
  if (op.getActivation() != "none")
    out = elementwise(
        l, element, {out}, [&](Scalars &s, ArrayRef<Scalar> v) -> Value {
          Scalar wide = v[0].to(Scalars::computeType(v[0].type()));
          return (wide * wide.sigmoid()).to(element);
        });
  Value present = sliceAxis(l, all, 2, dim(l, x, 2), history);
  return SmallVector<Value>{out, present};
}

//===-- Deformable convolution --------------------------------------------===//

/// Columns [N, groups, C / groups, K, P]: for each kernel position and each
/// output position the bilinear sample there, times the mask. The contraction
/// with the filter is one generic.
static LoweredValues lowerDeformConv(DeformConvOp op, Lowerer &l) {
  Value x = l(op.getX()), filter = l(op.getW()), offset = l(op.getOffset()),
        mask = l(op.getMask());
  auto type = cast<RankedTensorType>(x.getType());
  if (type.getRank() != 4)
    return op.emitError("is supported on two spatial dimensions only");
  Type element = type.getElementType();
  WindowAttrs attrs{op.getStrides(), op.getDilations(), op.getPads()};
  Sizes kernel = {dim(l, filter, 2), dim(l, filter, 3)};
  FailureOr<LoweredWindow> w =
      resolveWindow(op, l, x, kernel, attrs, numberAttr(element, 0.0));
  if (failed(w))
    return failure();
  OpFoldResult n = dim(l, x, 0), channels = dim(l, x, 1),
               taps = mul(l, kernel[0], kernel[1]);
  checkSame(l, channels, mul(l, dim(l, filter, 1), size(l, op.getGroup())),
            "channels of input and filter do not match");
  int64_t offsetGroups = op.getOffsetGroup();
  checkSame(l, dim(l, offset, 1), mul(l, taps, size(l, 2 * offsetGroups)),
            "offset does not match the kernel");
  checkSame(l, dim(l, offset, 2), w->out[0],
            "offset does not match the result's height");
  checkSame(l, dim(l, offset, 3), w->out[1],
            "offset does not match the result's width");
  if (mask)
    checkSame(l, dim(l, mask, 1), mul(l, taps, size(l, offsetGroups)),
              "mask does not match the kernel");
  Value perGroup = toValue(l, floorDiv(l, channels, size(l, offsetGroups)));
  Value tapCount = toValue(l, taps), kernelWidth = toValue(l, kernel[1]);
  Value height = toValue(l, dim(l, x, 2)), width = toValue(l, dim(l, x, 3));
  Type wide = Scalars::computeType(element);
  checkNotEmpty(l, x, 2, product(l, {n, channels, taps, w->out[0], w->out[1]}));
  Value columns = generate(
      l, {n, channels, taps, w->out[0], w->out[1]}, element,
      [&](Scalars &s, ArrayRef<Scalar> at) -> Value {
        Scalar group = indexDiv(at[1], s(perGroup));
        Scalar tap = group * s(tapCount) + at[2];
        Scalar k[2] = {indexDiv(at[2], s(kernelWidth)),
                       indexMod(at[2], s(kernelWidth))};
        Scalar limit[2] = {s(height), s(width)};
        SmallVector<Scalar> low, fraction;
        for (int i = 0; i < 2; ++i) {
          Scalar delta =
              s.extract(offset, {at[0], tap * 2 + i, at[3], at[4]}).to(wide);
          Scalar base =
              at[3 + i] * w->strides[i] + k[i] * w->dilations[i] - w->pads[i];
          // Far out positions read nothing, and would not fit an index.
          Scalar position =
              bounded(base.to(wide) + delta, -2.0, limit[i].to(wide) + 1.0);
          low.push_back(position.floor());
          fraction.push_back(position - low.back());
        }
        auto sample = [&](int dy, int dx) {
          Scalar p[2] = {low[0].toIndex() + dy, low[1].toIndex() + dx};
          Scalar inside =
              (p[0] >= 0) & (p[0] < limit[0]) & (p[1] >= 0) & (p[1] < limit[1]);
          Scalar zero = s.index(0);
          Scalar value =
              s.extract(x, {at[0], at[1], p[0].clamp(zero, limit[0] - 1),
                            p[1].clamp(zero, limit[1] - 1)})
                  .to(wide);
          Scalar weight = (dy ? fraction[0] : 1.0 - fraction[0]) *
                          (dx ? fraction[1] : 1.0 - fraction[1]);
          return s.select(inside, value * weight, s.constant(wide, 0.0));
        };
        Scalar value =
            sample(0, 0) + sample(0, 1) + sample(1, 0) + sample(1, 1);
        if (mask)
          value = value * s.extract(mask, {at[0], tap, at[3], at[4]}).to(wide);
        return value.to(element);
      });
  // y[n, g, m, oh, ow] = sum over (c, t) of columns[n, g, c, t, oh, ow] *
  // filter[g, m, c, t].
  OpFoldResult groups = size(l, op.getGroup()), perFilter = dim(l, filter, 1),
               filters = floorDiv(l, dim(l, filter, 0), groups);
  columns =
      reshape(l, columns, {n, groups, perFilter, taps, w->out[0], w->out[1]});
  Value weights = reshape(l, filter, {groups, filters, perFilter, taps});
  AffineExpr e[7];
  bindDims(l.b.getContext(), e[0], e[1], e[2], e[3], e[4], e[5], e[6]);
  auto map = [&](ArrayRef<int> which) {
    return AffineMap::get(
        7, 0, llvm::map_to_vector(which, [&](int i) { return e[i]; }),
        l.b.getContext());
  };
  constexpr auto parallel = utils::IteratorType::parallel,
                 reduction = utils::IteratorType::reduction;
  Value init = fill(l, {n, groups, filters, w->out[0], w->out[1]},
                    numberAttr(element, 0.0));
  Value y = generic(
      l, init, {columns, weights},
      {map({0, 1, 5, 6, 3, 4}), map({1, 2, 5, 6}), map({0, 1, 2, 3, 4})},
      {parallel, parallel, parallel, parallel, parallel, reduction, reduction},
      [](Scalars &, ArrayRef<Scalar> v) { return Value(v[0] * v[1] + v[2]); });
  y = reshape(l, y, windowSizes(l, *w, dim(l, filter, 0), op.getY()));
  return SmallVector<Value>{addBias(l, y, l(op.getB()))};
}

void cameo::registerConvLowerings(LoweringRegistry &r) {
  r.add<onnx::ConvOp>(lowerConv);
  r.add<onnx::ConvTransposeOp>(lowerConvTranspose);
  r.add<CausalConvWithStateOp>(lowerCausalConvWithState);
  r.add<DeformConvOp>(lowerDeformConv);
}
