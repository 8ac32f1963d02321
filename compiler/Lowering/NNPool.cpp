// SPDX-License-Identifier: Apache-2.0
// Lowerings of pooling: windows by cameo.pool, global pooling as reductions,
// positions of maxima and their inverse by cameo.compute.
#include "compiler/Lowering/Compute.h"
#include "compiler/Lowering/NNWindow.h"
#include "dialects/ONNX/NN.h"

using namespace mlir;
using namespace cameo;
using namespace cameo::onnx;

static Value pool(Lowerer &l, PoolKind kind, const LoweredWindow &w,
                  Value input, Value onnxResult, bool countIncludePad = false,
                  bool isUnsigned = false) {
  Type element = getElementTypeOrSelf(input.getType());
  Value out =
      empty(l, windowSizes(l, w, dim(l, input, 1), onnxResult), element);
  SmallVector<int64_t> kernel;
  for (OpFoldResult k : w.kernel)
    kernel.push_back(*getConstantIntValue(k));
  return PoolOp::create(l.b, l.loc, out.getType(), input, out, kind, kernel,
                        w.strides, w.dilations, w.pads, countIncludePad,
                        isUnsigned);
}

template <typename Op> static WindowAttrs poolAttrs(Op op) {
  WindowAttrs attrs = windowAttrs(op);
  attrs.ceilMode = op.getCeilMode();
  return attrs;
}

//===-- MaxPool -----------------------------------------------------------===//

/// The flat positions of the maxima in the input, one tile per [n, c].
static SmallVector<Value> poolWithIndices(MaxPoolOp op, Lowerer &l, Value x,
                                          const LoweredWindow &w) {
  size_t rank = w.rank();
  Type element = getElementTypeOrSelf(x.getType());
  bool isUnsigned = Lowerer::isUnsigned(op.getX().getType());
  Sizes sizes = windowSizes(l, w, dim(l, x, 1), op.getY());
  SmallVector<Value> outs = {empty(l, sizes, element),
                             empty(l, sizes, l.b.getI64Type())};
  SmallVector<Value> inputs = {x};
  llvm::append_range(inputs, toValues(l, w.before));
  return computeTiled(
      l, mul(l, sizes[0], sizes[1]), inputs, outs,
      [&](Scalars &s, Scalar tile, ValueRange args) {
        SmallVector<Value> buffers = {args[0]};
        llvm::append_range(buffers, args.take_back(2));
        Scalar channels = s.dim(buffers[0], 1);
        Scalar n = indexDiv(tile, channels), c = indexMod(tile, channels);
        SmallVector<Scalar> in, out, kernel;
        for (size_t i = 0; i < rank; ++i) {
          in.push_back(s.dim(buffers[0], i + 2));
          out.push_back(s.dim(buffers[1], i + 2));
          kernel.push_back(s.index(*getConstantIntValue(w.kernel[i])));
        }
        s.nest(out, [&](ArrayRef<Scalar> o) {
          std::function<Scalars::Carried(size_t, SmallVector<Scalar>,
                                         Scalars::Carried)>
              descend;
          descend = [&](size_t d, SmallVector<Scalar> at,
                        Scalars::Carried best) {
            if (d == rank) {
              SmallVector<Scalar> full = {n, c};
              full.append(at);
              Scalar value = s.load(buffers[0], full).as(isUnsigned);
              // The first maximum wins; NaN wins over all.
              Scalar better = value > best[0].as(isUnsigned);
              better = better | best[1].eq(-1);
              if (value.isFloat())
                better = better | (value.isNaN() & !best[0].isNaN());
              Scalar flat = s.index(0);
              if (op.getStorageOrder())
                for (size_t i = rank; i-- > 0;)
                  flat = flat * in[i] + at[i];
              else
                for (size_t i = 0; i < rank; ++i)
                  flat = flat * in[i] + at[i];
              return Scalars::Carried{s.select(better, value, best[0]),
                                      s.select(better, flat, best[1])};
            }
            return s.loop(
                s.index(0), kernel[d], best,
                [&](Scalar k, ArrayRef<Scalar> inner) {
                  Scalar p =
                      o[d] * w.strides[d] + k * w.dilations[d] - s(args[1 + d]);
                  return s.choose((p >= 0) & (p < in[d]),
                                  [&] {
                                    SmallVector<Scalar> next(at);
                                    next.push_back(p);
                                    return descend(d + 1, next,
                                                   Scalars::Carried(inner));
                                  },
                                  [&] { return Scalars::Carried(inner); });
                });
          };
          Scalars::Carried best = descend(
              0, {},
              {s.constant(lowestAttr(element, isUnsigned)), s.index(-1)});
          SmallVector<Scalar> at = {n, c};
          at.append(o.begin(), o.end());
          Scalar plane = s.index(1);
          for (Scalar size : in)
            plane = plane * size;
          s.store(best[0], buffers[1], at);
          s.store((tile * plane + best[1]).to(s.b.getI64Type()), buffers[2],
                  at);
        });
      });
}

static LoweredValues lowerMaxPool(MaxPoolOp op, Lowerer &l) {
  Value x = l(op.getX());
  bool isUnsigned = Lowerer::isUnsigned(op.getX().getType());
  FailureOr<LoweredWindow> w =
      resolveWindow(op, l, x, sizes(l, op.getKernelShape()), poolAttrs(op),
                    lowestAttr(getElementTypeOrSelf(x.getType()), isUnsigned));
  if (failed(w))
    return failure();
  if (isa<NoneType>(op.getIndices().getType()))
    return SmallVector<Value>{
        pool(l, PoolKind::Max, *w, w->input, op.getY(), false, isUnsigned),
        Value()};
  return poolWithIndices(op, l, x, *w);
}

//===-- AveragePool, LpPool -----------------------------------------------===//

static LoweredValues lowerAveragePool(AveragePoolOp op, Lowerer &l) {
  Value x = l(op.getX());
  Type element = getElementTypeOrSelf(x.getType());
  Sizes kernel = sizes(l, op.getKernelShape());
  FailureOr<LoweredWindow> w =
      resolveWindow(op, l, x, kernel, poolAttrs(op), numberAttr(element, 0.0));
  if (failed(w))
    return failure();
  if (w->input == x || op.getCountIncludePad())
    return SmallVector<Value>{pool(l, PoolKind::Average, *w, w->input,
                                   op.getY(), op.getCountIncludePad())};
  // The padding is explicit: count what is inside by pooling ones.
  Value ones = fill(l, dims(l, x), numberAttr(element, 1.0));
  FailureOr<LoweredWindow> count = resolveWindow(
      op, l, ones, kernel, poolAttrs(op), numberAttr(element, 0.0));
  if (failed(count))
    return failure();
  return SmallVector<Value>{elementwise(
      l, element,
      {pool(l, PoolKind::Sum, *w, w->input, op.getY()),
       pool(l, PoolKind::Sum, *count, count->input, op.getY())},
      [](Scalars &, ArrayRef<Scalar> v) { return Value(v[0] / v[1]); })};
}

/// |x|^p and its inverse.
static Value power(Lowerer &l, Value x, int64_t p) {
  Type element = getElementTypeOrSelf(x.getType());
  return elementwise(
      l, element, {x}, [&](Scalars &, ArrayRef<Scalar> v) -> Value {
        if (p == 1)
          return v[0].abs();
        return p == 2 ? v[0] * v[0] : v[0].abs().pow(v[0].like(double(p)));
      });
}
static Value root(Lowerer &l, Value x, int64_t p) {
  if (p == 1)
    return x;
  return elementwise(l, getElementTypeOrSelf(x.getType()), {x},
                     [&](Scalars &, ArrayRef<Scalar> v) -> Value {
                       return p == 2 ? v[0].sqrt()
                                     : v[0].pow(v[0].like(1.0 / p));
                     });
}

static LoweredValues lowerLpPool(LpPoolOp op, Lowerer &l) {
  Value x = l(op.getX());
  Type element = getElementTypeOrSelf(x.getType());
  FailureOr<LoweredWindow> w = resolveWindow(
      op, l, power(l, x, op.getP()), sizes(l, op.getKernelShape()),
      poolAttrs(op), numberAttr(element, 0.0));
  if (failed(w))
    return failure();
  return SmallVector<Value>{
      root(l, pool(l, PoolKind::Sum, *w, w->input, op.getY()), op.getP())};
}

//===-- Global pooling ----------------------------------------------------===//

static SmallVector<int64_t> spatialAxes(Value x) {
  int64_t rank = cast<RankedTensorType>(x.getType()).getRank();
  return rank <= 2 ? SmallVector<int64_t>()
                   : llvm::to_vector(llvm::seq<int64_t>(2, rank));
}

static LoweredValues lowerGlobalAveragePool(GlobalAveragePoolOp op,
                                            Lowerer &l) {
  Value x = l(op.getX());
  Type element = getElementTypeOrSelf(x.getType()),
       wide = Scalars::computeType(element);
  SmallVector<int64_t> axes = spatialAxes(x);
  Value sum = reduce(
      l, x, axes, numberAttr(wide, 0.0),
      [&](Scalars &, Scalar v, Scalar total) { return v.to(wide) + total; });
  Value count = toValue(l, product(l, ArrayRef(dims(l, x)).drop_front(2)));
  Value mean =
      elementwise(l, element, {sum}, [&](Scalars &s, ArrayRef<Scalar> v) {
        return Value((v[0] / s(count).to(wide)).to(element));
      });
  return SmallVector<Value>{unsqueeze(l, mean, axes)};
}

static LoweredValues lowerGlobalMaxPool(GlobalMaxPoolOp op, Lowerer &l) {
  Value x = l(op.getX());
  SmallVector<int64_t> axes = spatialAxes(x);
  Value result = reduce(
      l, x, axes, lowestAttr(getElementTypeOrSelf(x.getType()), false),
      [](Scalars &, Scalar v, Scalar best) { return Value(v.max(best)); });
  return SmallVector<Value>{unsqueeze(l, result, axes)};
}

static LoweredValues lowerGlobalLpPool(GlobalLpPoolOp op, Lowerer &l) {
  Value x = l(op.getX());
  SmallVector<int64_t> axes = spatialAxes(x);
  Value sum = reduce(
      l, power(l, x, op.getP()), axes,
      numberAttr(getElementTypeOrSelf(x.getType()), 0.0),
      [](Scalars &, Scalar v, Scalar total) { return Value(v + total); });
  return SmallVector<Value>{unsqueeze(l, root(l, sum, op.getP()), axes)};
}

//===-- MaxUnpool ---------------------------------------------------------===//

static LoweredValues lowerMaxUnpool(MaxUnpoolOp op, Lowerer &l) {
  Value x = l(op.getX()), indices = l(op.getI()),
        shape = l(op.getOutputShape());
  auto type = cast<RankedTensorType>(x.getType());
  size_t rank = op.getKernelShape().size();
  auto at = [](std::optional<ArrayRef<int64_t>> list, size_t i,
               int64_t otherwise) {
    return list && i < list->size() ? (*list)[i] : otherwise;
  };
  Sizes natural = {dim(l, x, 0), dim(l, x, 1)};
  for (size_t i = 0; i < rank; ++i) {
    int64_t stride = at(op.getStrides(), i, 1);
    OpFoldResult size_ =
        mul(l, sub(l, dim(l, x, i + 2), size(l, 1)), size(l, stride));
    int64_t more = op.getKernelShape()[i] - at(op.getPads(), i, 0) -
                   at(op.getPads(), i + rank, 0);
    natural.push_back(add(l, size_, size(l, more)));
  }
  Sizes out = natural;
  if (shape) {
    out.clear();
    for (size_t i = 0; i < rank + 2; ++i)
      out.push_back(extractIndex(l, shape, i));
    checkSame(l, out[0], natural[0], "output_shape has another batch size");
    checkSame(l, out[1], natural[1],
              "output_shape has another number of channels");
  }
  out = refine(l, op.getOutput(), out);
  Value init = fill(l, out, numberAttr(type.getElementType(), 0.0));
  // Positions count in the natural result; a larger one moves the rows apart.
  Sizes spatial(ArrayRef(natural).drop_front(2));
  SmallVector<Value> naturalValues = toValues(l, spatial);
  OpFoldResult plane = product(l, spatial);
  SmallVector<Value> inputs = {x, indices, toValue(l, plane)};
  llvm::append_range(inputs, naturalValues);
  return computeTiled(
      l, mul(l, natural[0], natural[1]), inputs, {init},
      [&](Scalars &s, Scalar tile, ValueRange buffers) {
        Scalar channels = s.dim(buffers[0], 1);
        SmallVector<Scalar> prefix = {indexDiv(tile, channels),
                                      indexMod(tile, channels)};
        Value result = buffers.back();
        Scalar plane = s(buffers[2]);
        SmallVector<Scalar> in, inner;
        for (size_t i = 0; i < rank; ++i) {
          in.push_back(s.dim(buffers[0], i + 2));
          inner.push_back(s(buffers[3 + i]));
        }
        s.nest(in, [&](ArrayRef<Scalar> o) {
          SmallVector<Scalar> from(prefix), to(prefix);
          from.append(o.begin(), o.end());
          Scalar flat = s.load(buffers[1], from).toIndex() - tile * plane;
          // Indices are data: none may lead outside.
          s.when((flat >= 0) & (flat < plane), [&] {
            SmallVector<Scalar> position = delinearise(flat, inner);
            Scalar inside = s.boolean(true);
            for (auto [i, p] : llvm::enumerate(position))
              inside = inside & (p < s.dim(result, i + 2));
            to.append(position);
            s.when(inside,
                   [&] { s.store(s.load(buffers[0], from), result, to); });
          });
        });
      });
}

void cameo::registerPoolLowerings(LoweringRegistry &r) {
  r.add<MaxPoolOp>(lowerMaxPool);
  r.add<AveragePoolOp>(lowerAveragePool);
  r.add<LpPoolOp>(lowerLpPool);
  r.add<GlobalAveragePoolOp>(lowerGlobalAveragePool);
  r.add<GlobalMaxPoolOp>(lowerGlobalMaxPool);
  r.add<GlobalLpPoolOp>(lowerGlobalLpPool);
  r.add<MaxUnpoolOp>(lowerMaxUnpool);
}
