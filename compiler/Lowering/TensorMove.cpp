// SPDX-License-Identifier: Apache-2.0
// Lowerings of the Tensor operators that rearrange whole tensors: Transpose, Concat, Split, Tile,
// blocks to depth and back, triangles, reversed sequences.
#include "compiler/Lowering/Tensor.h"
#include "dialects/ONNX/Tensor.h"

using namespace mlir;
using namespace cameo;
using namespace cameo::onnx;

static LoweredValues lowerTranspose(TransposeOp op, Lowerer &l) {
  Value x = l(op.getData());
  int64_t rank = typeOf(x).getRank();
  SmallVector<int64_t> perm;
  if (auto given = op.getPerm())
    perm.assign(given->begin(), given->end());
  else
    perm = llvm::to_vector(llvm::reverse(llvm::seq<int64_t>(0, rank)));
  return one(transpose(l, x, perm));
}

static LoweredValues lowerConcat(ConcatOp op, Lowerer &l) {
  SmallVector<Value> inputs = l(op.getInputs());
  int64_t axis = axisOf(op.getAxis(), typeOf(op.getConcatResult()).getRank());
  return one(concat(l, inputs, axis));
}

static LoweredValues lowerSplit(SplitOp op, Lowerer &l) {
  Value x = l(op.getInput());
  int64_t axis = axisOf(op.getAxis(), typeOf(x).getRank());
  OpFoldResult total = dim(l, x, axis), at = size(l, 0);
  int64_t parts = op.getNumResults();
  // Equal parts; the last one takes what remains.
  OpFoldResult equal = floorDiv(l, add(l, total, size(l, parts - 1)),
                                size(l, std::max<int64_t>(parts, 1)));
  bool listed = !isa<NoneType>(op.getSplit().getType());
  SmallVector<Value> results;
  for (auto [i, result] : llvm::enumerate(op.getResults())) {
    OpFoldResult n = equal;
    if (listed) {
      n = element(l, op.getSplit(), i);
      // Parts of 7 and -1 add up to 6 as well, but the first one is not there.
      Scalars s(l.b, l.loc);
      if (!getConstantIntValue(n))
        check(l,
              (s(toValue(l, n)) >= 0) &
                  (s(toValue(l, n)) <= s(toValue(l, sub(l, total, at)))),
              "a part is negative, or goes beyond the dimension");
    } else if (int64_t(i) + 1 == parts)
      n = sub(l, total, at);
    n = settleSize(l, result, axis, n);
    results.push_back(sliceAxis(l, x, axis, at, n));
    at = add(l, at, n);
  }
  checkSame(l, at, total, "the parts do not add up to the dimension");
  return results;
}

static LoweredValues lowerTile(TileOp op, Lowerer &l) {
  Value x = l(op.getInput());
  Sizes source = dims(l, x), blocked, target;
  MLIRContext *context = l.b.getContext();
  // One loop for the repetitions of each dimension and one for the dimension itself; those that
  // repeat once need none. The result is the collapsed whole.
  SmallVector<AffineExpr> exprs;
  for (auto [i, n] : llvm::enumerate(source)) {
    OpFoldResult repeats = element(l, op.getRepeats(), i);
    target.push_back(settleSize(l, op.getOutput(), i, mul(l, n, repeats)));
    if (!isOneInteger(repeats))
      blocked.push_back(repeats);
    exprs.push_back(getAffineDimExpr(blocked.size(), context));
    blocked.push_back(n);
  }
  int64_t loops = blocked.size();
  Value init = empty(l, blocked, typeOf(x).getElementType());
  AffineMap maps[] = {AffineMap::get(loops, 0, exprs, context),
                      AffineMap::getMultiDimIdentityMap(loops, context)};
  SmallVector<utils::IteratorType> iterators(loops,
                                             utils::IteratorType::parallel);
  Value r = generic(l, init, x, maps, iterators,
                    [](Scalars &, ArrayRef<Scalar> a) { return a[0]; });
  return one(reshape(l, r, target));
}

static LoweredValues lowerDepthToSpace(DepthToSpaceOp op, Lowerer &l) {
  Value x = l(op.getInput());
  Sizes n = dims(l, x);
  OpFoldResult b = size(l, op.getBlocksize());
  OpFoldResult c = floorDiv(l, n[1], mul(l, b, b));
  checkSame(l, mul(l, c, mul(l, b, b)), n[1],
            "the channels are no multiple of the block");
  bool dcr = op.getMode() == "DCR";
  Value v = dcr ? reshape(l, x, {n[0], b, b, c, n[2], n[3]})
                : reshape(l, x, {n[0], c, b, b, n[2], n[3]});
  v = dcr ? transpose(l, v, {0, 3, 4, 1, 5, 2})
          : transpose(l, v, {0, 1, 4, 2, 5, 3});
  return one(reshape(l, v, {n[0], c, mul(l, n[2], b), mul(l, n[3], b)}));
}

static LoweredValues lowerSpaceToDepth(SpaceToDepthOp op, Lowerer &l) {
  Value x = l(op.getInput());
  Sizes n = dims(l, x);
  OpFoldResult b = size(l, op.getBlocksize());
  OpFoldResult h = floorDiv(l, n[2], b), w = floorDiv(l, n[3], b);
  checkSame(l, mul(l, h, b), n[2], "the height is no multiple of the block");
  checkSame(l, mul(l, w, b), n[3], "the width is no multiple of the block");
  Value v =
      transpose(l, reshape(l, x, {n[0], n[1], h, b, w, b}), {0, 3, 5, 1, 2, 4});
  return one(reshape(l, v, {n[0], mul(l, n[1], mul(l, b, b)), h, w}));
}

static LoweredValues lowerTrilu(TriluOp op, Lowerer &l) {
  Value x = l(op.getInput());
  int64_t rank = typeOf(x).getRank();
  OpFoldResult k = isa<NoneType>(op.getK().getType())
                       ? size(l, 0)
                       : element(l, op.getK(), 0);
  Value diagonal = toValue(l, k);
  Value init = empty(l, dims(l, x), typeOf(x).getElementType());
  AffineMap identity =
      AffineMap::getMultiDimIdentityMap(rank, l.b.getContext());
  SmallVector<utils::IteratorType> iterators(rank,
                                             utils::IteratorType::parallel);
  bool upper = op.getUpper();
  return one(generic(l, init, x, {identity, identity}, iterators,
                     [&](Scalars &s, ArrayRef<Scalar> a) -> Value {
                       Scalar row = s.position(rank - 2),
                              column = s.position(rank - 1);
                       Scalar edge = row + s(diagonal);
                       Scalar keep = upper ? column >= edge : column <= edge;
                       return s.select(keep, a[0], a[0].like(0));
                     }));
}

static LoweredValues lowerReverseSequence(ReverseSequenceOp op, Lowerer &l) {
  Value x = l(op.getInput()), lengths = l(op.getSequenceLens());
  auto type = typeOf(x);
  int64_t batch = op.getBatchAxis(), time = op.getTimeAxis();
  checkSame(l, dim(l, x, batch), dim(l, lengths, 0),
            "sequence_lens has not one length per batch");
  Sizes sizes = dims(l, x);
  Value steps = toValue(l, sizes[time]);
  return one(generate(
      l, sizes, type.getElementType(), [&](Scalars &s, ArrayRef<Scalar> at) {
        Scalar n = s.extract(lengths, {at[batch]}).toIndex().min(s(steps));
        Scalar t = at[time];
        SmallVector<Scalar> from(at);
        from[time] = s.select(t < n, n - 1 - t, t);
        return s.extract(x, from);
      }));
}

/// Each axis is cropped or padded evenly, the odd element at its end.
static LoweredValues lowerCenterCropPad(CenterCropPadOp op, Lowerer &l) {
  Value x = l(op.getInputData());
  auto type = typeOf(x);
  SmallVector<int64_t> axes =
      llvm::to_vector(llvm::seq<int64_t>(0, type.getRank()));
  if (auto given = op.getAxes()) {
    axes.clear();
    for (int64_t a : *given)
      axes.push_back(axisOf(a, type.getRank()));
  }
  Sizes source = dims(l, x), target = source;
  SmallVector<Value> shift(type.getRank());
  Scalars host(l.b, l.loc);
  for (auto [i, axis] : llvm::enumerate(axes)) {
    target[axis] =
        settleSize(l, op.getOutputData(), axis, element(l, op.getShape(), i));
    Scalar have = host(toValue(l, source[axis])),
           want = host(toValue(l, target[axis]));
    // Where output 0 reads: (have - want) / 2 when cropping, -((want - have) / 2) when padding.
    Scalar two = host.index(2);
    shift[axis] =
        host.select(have >= want, (have - want) / two, -((want - have) / two));
  }
  SmallVector<Value> extents = toValues(l, source);
  return one(generate(l, target, type.getElementType(),
                      [&](Scalars &s, ArrayRef<Scalar> at) -> Value {
                        SmallVector<Scalar> from(at);
                        Scalar inside = s.boolean(true), zero = s.index(0);
                        for (int64_t axis : axes) {
                          Scalar i = at[axis] + s(shift[axis]),
                                 n = s(extents[axis]);
                          inside = inside & (i >= zero) & (i < n);
                          from[axis] = i.min(n - 1).max(zero);
                        }
                        Scalar v = s.extract(x, from);
                        return s.select(inside, v, v.like(0));
                      }));
}

void cameo::registerTensorMoveLowerings(LoweringRegistry &r) {
  r.add<TransposeOp>(lowerTranspose);
  r.add<ConcatOp>(lowerConcat);
  r.add<SplitOp>(lowerSplit);
  r.add<TileOp>(lowerTile);
  r.add<DepthToSpaceOp>(lowerDepthToSpace);
  r.add<SpaceToDepthOp>(lowerSpaceToDepth);
  r.add<TriluOp>(lowerTrilu);
  r.add<ReverseSequenceOp>(lowerReverseSequence);
  r.add<CenterCropPadOp>(lowerCenterCropPad);
}
