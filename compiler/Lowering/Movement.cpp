// SPDX-License-Identifier: Apache-2.0
// Data movement on lowered tensors: reshapes as views where they are, the rest as generics.
#include "compiler/Lowering/Support.h"

using namespace mlir;
using namespace cameo;

static RankedTensorType typeOf(Value v) {
  return cast<RankedTensorType>(v.getType());
}

using Groups = SmallVector<ReassociationIndices>;

/// The type of static sizes where they are known.
static RankedTensorType typeFor(ArrayRef<OpFoldResult> sizes, Type element) {
  SmallVector<int64_t> shape = llvm::map_to_vector(sizes, [](OpFoldResult s) {
    return getConstantIntValue(s).value_or(ShapedType::kDynamic);
  });
  return RankedTensorType::get(shape, element);
}

static Value castTo(Lowerer &l, Value v, RankedTensorType type) {
  return v.getType() == type
             ? v
             : tensor::CastOp::create(l.b, l.loc, type, v).getResult();
}

static Value collapse(Lowerer &l, Value v,
                      ArrayRef<ReassociationIndices> groups) {
  if (int64_t(groups.size()) == typeOf(v).getRank())
    return v;
  return tensor::CollapseShapeOp::create(l.b, l.loc, v, groups);
}

static Value expand(Lowerer &l, Value v, ArrayRef<ReassociationIndices> groups,
                    ArrayRef<OpFoldResult> sizes) {
  RankedTensorType type = typeFor(sizes, typeOf(v).getElementType());
  if (typeOf(v).getRank() == type.getRank())
    return castTo(l, v, type);
  // Each collapsed dimension is static exactly if those that it becomes are.
  SmallVector<int64_t> source;
  for (const ReassociationIndices &g : groups) {
    int64_t n = 1;
    for (int64_t i : g)
      n = n == ShapedType::kDynamic || type.isDynamicDim(i)
              ? ShapedType::kDynamic
              : n * type.getDimSize(i);
    source.push_back(n);
  }
  v = castTo(l, v, RankedTensorType::get(source, type.getElementType()));
  Sizes folded = llvm::map_to_vector<6>(sizes, [&](OpFoldResult s) {
    auto n = getConstantIntValue(s);
    return n ? size(l, *n) : s;
  });
  return tensor::ExpandShapeOp::create(l.b, l.loc, type, v, groups, folded);
}

/// Index ranges of `n` dimensions that `ends` closes; trailing dimensions join the last group.
static Groups groupsUpTo(ArrayRef<int64_t> ends, int64_t n) {
  Groups groups;
  int64_t begin = 0;
  for (auto [k, end] : llvm::enumerate(ends)) {
    int64_t to = k + 1 == ends.size() ? n : end;
    groups.emplace_back(llvm::to_vector(llvm::seq(begin, to)));
    begin = to;
  }
  return groups;
}

Value cameo::reshape(Lowerer &l, Value tensor, ArrayRef<OpFoldResult> target) {
  Sizes source = dims(l, tensor);
  Type element = typeOf(tensor).getElementType();
  if (target.empty() || source.empty()) {
    // One element: all sizes are 1, known or not.
    SmallVector<int64_t> ones(source.size(), 1);
    tensor = castTo(l, tensor, RankedTensorType::get(ones, element));
    if (!source.empty())
      tensor = tensor::CollapseShapeOp::create(l.b, l.loc, tensor, Groups());
    if (target.empty())
      return tensor;
    SmallVector<int64_t> expanded(target.size(), 1);
    auto type = RankedTensorType::get(expanded, element);
    tensor = tensor::ExpandShapeOp::create(l.b, l.loc, type, tensor, Groups(),
                                           sizes(l, expanded));
    return castTo(l, tensor, typeFor(target, element));
  }
  // Where the products of leading sizes agree, both shapes can be cut into groups: the finest cuts
  // keep the most structure for fusion. The whole is always one group.
  SmallVector<int64_t> sourceEnds, targetEnds;
  onnx::DimExpr p = 1, q = 1;
  size_t i = 0, j = 0;
  bool zero =
      llvm::any_of(source, [](OpFoldResult s) { return isZeroInteger(s); });
  // Prefix products of all positions; a cut is a pair of equal ones, taken greedily.
  SmallVector<onnx::DimExpr> prefix;
  for (size_t k = 0; k < target.size(); ++k) {
    q = q * l.expr(target[k]);
    prefix.push_back(q);
  }
  while (!zero && i < source.size()) {
    p = p * l.expr(source[i++]);
    for (size_t k = j; k < target.size(); ++k)
      if (prefix[k] == p) {
        sourceEnds.push_back(i);
        targetEnds.push_back(k + 1);
        j = k + 1;
        break;
      }
  }
  if (sourceEnds.empty()) {
    sourceEnds.push_back(source.size());
    targetEnds.push_back(target.size());
  }
  Groups from = groupsUpTo(sourceEnds, source.size()),
         to = groupsUpTo(targetEnds, target.size());
  return expand(l, collapse(l, tensor, from), to, target);
}

Value cameo::unsqueeze(Lowerer &l, Value tensor, ArrayRef<int64_t> axes) {
  Sizes source = dims(l, tensor), target;
  size_t next = 0;
  for (int64_t i = 0, e = source.size() + axes.size(); i < e; ++i)
    target.push_back(llvm::is_contained(axes, i) ? size(l, 1) : source[next++]);
  return reshape(l, tensor, target);
}

Value cameo::squeeze(Lowerer &l, Value tensor, ArrayRef<int64_t> axes) {
  Sizes source = dims(l, tensor), target;
  RankedTensorType type = typeOf(tensor);
  SmallVector<int64_t> shape(type.getShape());
  for (int64_t axis : axes)
    shape[axis] = 1;
  tensor =
      castTo(l, tensor, RankedTensorType::get(shape, type.getElementType()));
  for (auto [i, s] : llvm::enumerate(source))
    if (!llvm::is_contained(axes, int64_t(i)))
      target.push_back(s);
  return reshape(l, tensor, target);
}

Value cameo::transpose(Lowerer &l, Value tensor,
                       ArrayRef<int64_t> permutation) {
  int64_t rank = permutation.size();
  if (llvm::equal(permutation, llvm::seq<int64_t>(0, rank)))
    return tensor;
  Sizes source = dims(l, tensor), target;
  SmallVector<AffineExpr> exprs(rank);
  for (auto [to, from] : llvm::enumerate(permutation)) {
    target.push_back(source[from]);
    exprs[from] = getAffineDimExpr(to, l.b.getContext());
  }
  Value init = empty(l, target, typeOf(tensor).getElementType());
  AffineMap maps[] = {
      AffineMap::get(rank, 0, exprs, l.b.getContext()),
      AffineMap::getMultiDimIdentityMap(rank, l.b.getContext())};
  SmallVector<utils::IteratorType> iterators(rank,
                                             utils::IteratorType::parallel);
  return generic(l, init, tensor, maps, iterators,
                 [](Scalars &, ArrayRef<Scalar> args) { return args[0]; });
}

Value cameo::broadcastTo(Lowerer &l, Value tensor,
                         ArrayRef<OpFoldResult> target) {
  Sizes source = dims(l, tensor);
  int64_t rank = target.size(), offset = rank - source.size();
  SmallVector<AffineExpr> exprs;
  bool known = true;
  for (auto [i, have] : llvm::enumerate(source)) {
    OpFoldResult want = target[offset + i];
    exprs.push_back(isOneInteger(have) && !isOneInteger(want)
                        ? getAffineConstantExpr(0, l.b.getContext())
                        : getAffineDimExpr(offset + i, l.b.getContext()));
    known &= isOneInteger(have) || sameSize(l, have, want);
  }
  Type element = typeOf(tensor).getElementType();
  if (known) {
    Value init = empty(l, target, element);
    AffineMap maps[] = {
        AffineMap::get(rank, 0, exprs, l.b.getContext()),
        AffineMap::getMultiDimIdentityMap(rank, l.b.getContext())};
    SmallVector<utils::IteratorType> iterators(rank,
                                               utils::IteratorType::parallel);
    return generic(l, init, tensor, maps, iterators,
                   [](Scalars &, ArrayRef<Scalar> args) { return args[0]; });
  }
  for (auto [i, have] : llvm::enumerate(source)) {
    OpFoldResult want = target[offset + i];
    if (isOneInteger(have) || sameSize(l, have, want))
      continue;
    Scalars s(l.b, l.loc);
    Scalar h = s(toValue(l, have)), w = s(toValue(l, want));
    check(l, h.eq(1) | h.eq(w),
          "cannot broadcast dimension " + Twine(i) + " to the wanted size");
  }
  SmallVector<Value> extents = toValues(l, source);
  return generate(l, target, element, [&](Scalars &s, ArrayRef<Scalar> at) {
    SmallVector<Scalar> from;
    for (auto [i, extent] : llvm::enumerate(extents))
      from.push_back(s.select(s(extent).eq(1), s.index(0), at[offset + i]));
    return s.extract(tensor, from);
  });
}

Value cameo::sliceAxis(Lowerer &l, Value tensor, int64_t axis,
                       OpFoldResult offset, OpFoldResult length) {
  Sizes lengths = dims(l, tensor);
  Sizes offsets(lengths.size(), size(l, 0)),
      strides(lengths.size(), size(l, 1));
  offsets[axis] = offset;
  lengths[axis] = length;
  // Nothing at the end of a tensor would count as out of bounds.
  if (llvm::any_of(lengths, isZeroInteger) ||
      isZeroInteger(dim(l, tensor, axis)))
    return empty(l, lengths, typeOf(tensor).getElementType());
  return tensor::ExtractSliceOp::create(l.b, l.loc, tensor, offsets, lengths,
                                        strides);
}

Value cameo::concat(Lowerer &l, ValueRange tensors, int64_t axis) {
  Sizes total = dims(l, tensors.front());
  SmallVector<OpFoldResult> lengths;
  OpFoldResult sum = size(l, 0);
  for (Value v : tensors) {
    for (int64_t i = 0, e = total.size(); i < e; ++i)
      if (i != axis)
        checkSame(l, total[i], dim(l, v, i),
                  "sizes of the tensors to concatenate differ in dimension " +
                      Twine(i));
    lengths.push_back(dim(l, v, axis));
    sum = add(l, sum, lengths.back());
  }
  total[axis] = sum;
  Value result = empty(l, total, typeOf(tensors.front()).getElementType());
  Sizes offsets(total.size(), size(l, 0)), strides(total.size(), size(l, 1));
  OpFoldResult at = size(l, 0);
  for (auto [v, length] : llvm::zip_equal(tensors, lengths)) {
    Sizes part = dims(l, v);
    offsets[axis] = at;
    if (llvm::any_of(part, isZeroInteger))
      continue;
    // The sizes may say more than the type.
    Value typed = castTo(l, v, typeFor(part, typeOf(v).getElementType()));
    result = tensor::InsertSliceOp::create(l.b, l.loc, typed, result, offsets,
                                           part, strides);
    at = add(l, at, length);
  }
  return result;
}
