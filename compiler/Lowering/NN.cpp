// SPDX-License-Identifier: Apache-2.0
// Lowerings of the onnx dialect's NN operators: Dropout, and the registration
// of those that have files of their own.
#include "dialects/ONNX/NN.h"
#include "compiler/Lowering/NNWindow.h"
#include "compiler/Lowering/Random.h"

using namespace mlir;
using namespace cameo;
using namespace cameo::onnx;

/// In training mode, which the run may decide, each element stays with the
/// probability 1 - ratio and is scaled up so that the mean remains.
static LoweredValues lowerDropout(DropoutOp op, Lowerer &l) {
  Value data = l(op.getData()), ratio = l(op.getRatio()),
        mode = l(op.getTrainingMode());
  auto isZero = [](Value v) {
    if (isa<NoneType>(v.getType()))
      return false;
    auto n = constantFloats(v);
    return n && n->size() == 1 && n->front() == 0;
  };
  bool wantsMask = !isa<NoneType>(op.getMask().getType());
  if (!mode || isZero(op.getTrainingMode()) || isZero(op.getRatio()))
    return SmallVector<Value>{
        data, wantsMask ? fill(l, dims(l, data),
                               numberAttr(l.b.getI8Type(), int64_t(1)))
                        : Value()};
  std::optional<uint64_t> seed;
  if (op.getSeed())
    seed = static_cast<uint64_t>(*op.getSeed());
  RandomStream stream(l, seed);
  Type onnxElement = getElementTypeOrSelf(op.getData().getType()),
       f32 = l.b.getF32Type(), wide = Scalars::computeType(onnxElement);
  Scalars host(l.b, l.loc);
  auto scalar = [&](Value v) {
    return host.extract(
        v, SmallVector<Scalar>(cast<RankedTensorType>(v.getType()).getRank(),
                               host.index(0)));
  };
  Scalar share = host.constant(f32, 0.5);
  if (ratio)
    share = host.fromMemory(scalar(ratio),
                            getElementTypeOrSelf(op.getRatio().getType()))
                .to(f32);
  Value rate = host.select(scalar(mode).ne(0), share, share.like(0.0));
  SmallVector<Value> extents = toValues(l, dims(l, data));
  Value mask = elementwise(
      l, l.b.getI8Type(), {data}, [&](Scalars &s, ArrayRef<Scalar>) {
        Scalar u = stream.uniform(s, linearPosition(s, extents), f32);
        return Value((u >= s(rate)).to(s.b.getI8Type(), true));
      });
  Value y =
      elementwise(l, Lowerer::convert(onnxElement), {data, mask},
                  [&](Scalars &s, ArrayRef<Scalar> v) {
                    Scalar x = s.fromMemory(v[0], onnxElement);
                    Scalar scaled = x * (1.0 / (1.0 - s(rate).to(wide)));
                    return s.toMemory(s.select(v[1].ne(0), scaled, x.like(0.0)),
                                      onnxElement);
                  });
  return SmallVector<Value>{y, wantsMask ? mask : Value()};
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
