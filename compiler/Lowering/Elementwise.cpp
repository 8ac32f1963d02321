// SPDX-License-Identifier: Apache-2.0
// Computations as linalg.generic: element-wise with numpy broadcasting, by index, reductions.
#include "compiler/Lowering/Support.h"

using namespace mlir;
using namespace cameo;

using Iterators = SmallVector<utils::IteratorType>;

static RankedTensorType typeOf(Value v) {
  return cast<RankedTensorType>(v.getType());
}

/// The element that a constant has everywhere; null if it is none.
static TypedAttr splat(Value v) {
  DenseElementsAttr attr;
  if (!matchPattern(v, m_Constant(&attr)) || !attr.isSplat() ||
      !attr.getElementType().isIntOrIndexOrFloat())
    return {};
  return cast<TypedAttr>(attr.getSplatValue<Attribute>());
}

/// Whether a size that agrees with `whole`, or is 1, is `whole` in any case: it is 1 only where
/// `whole` is.
static bool isWhole(Lowerer &l, OpFoldResult size, OpFoldResult whole) {
  if (sameSize(l, size, whole))
    return true;
  onnx::DimExpr s = l.expr(size), w = l.expr(whole);
  if (s.isConstant() || w.isConstant() || s.lowerBound() > 1 ||
      w.lowerBound() > 1)
    return false;
  auto both = onnx::DimExpr::broadcast(s, w);
  return both && *both == w;
}

Sizes cameo::broadcastSizes(Lowerer &l, ValueRange tensors) {
  int64_t rank = 0;
  for (Value v : tensors)
    rank = std::max(rank, typeOf(v).getRank());
  Sizes result(rank, size(l, 1));
  for (int64_t d = 0; d < rank; ++d) {
    SmallVector<OpFoldResult> candidates;
    for (Value v : tensors)
      if (int64_t i = d - (rank - typeOf(v).getRank()); i >= 0)
        if (OpFoldResult s = dim(l, v, i); !isOneInteger(s))
          candidates.push_back(s);
    if (candidates.empty())
      continue;
    // A known size wins; the others must agree with it or be 1.
    llvm::stable_sort(candidates, [](OpFoldResult a, OpFoldResult b) {
      return isa<Attribute>(a) && !isa<Attribute>(b);
    });
    result[d] = candidates.front();
    for (OpFoldResult other : ArrayRef(candidates).drop_front()) {
      if (sameSize(l, result[d], other))
        continue;
      Scalars s(l.b, l.loc);
      Scalar a = s(toValue(l, result[d])), b = s(toValue(l, other));
      Scalar agree = a.eq(b) | b.eq(1);
      if (isWhole(l, result[d], other)) {
        agree = a.eq(b);
        result[d] = other;
      } else if (isWhole(l, other, result[d])) {
        agree = a.eq(b);
      } else if (isa<Value>(result[d])) {
        agree = agree | a.eq(1);
        result[d] = Value(s.select(a.eq(1), b, a));
      }
      check(l, agree,
            "operands do not broadcast: their sizes differ in dimension " +
                Twine(d));
    }
  }
  return result;
}

Value cameo::elementwise(Lowerer &l, Type element, ValueRange inputs,
                         ScalarBody body, Value like) {
  MLIRContext *context = l.b.getContext();
  Sizes outSizes = broadcastSizes(l, inputs);
  int64_t rank = outSizes.size();
  // For each input: a scalar constant, an operand with a map, or one that is read by index because
  // only the run knows where it broadcasts.
  enum Kind { Constant, Mapped, Extracted };
  SmallVector<Kind> kinds;
  SmallVector<Value> operands;
  SmallVector<AffineMap> maps;
  for (Value v : inputs) {
    if (splat(v)) {
      kinds.push_back(Constant);
      continue;
    }
    int64_t offset = rank - typeOf(v).getRank();
    SmallVector<AffineExpr> exprs;
    bool known = true;
    for (int64_t i = 0, e = typeOf(v).getRank(); i < e; ++i) {
      OpFoldResult have = dim(l, v, i), want = outSizes[offset + i];
      if (isOneInteger(have) && !isOneInteger(want))
        exprs.push_back(getAffineConstantExpr(0, context));
      else
        exprs.push_back(getAffineDimExpr(offset + i, context));
      known &= isOneInteger(have) || isWhole(l, have, want);
    }
    kinds.push_back(known ? Mapped : Extracted);
    if (known) {
      operands.push_back(v);
      maps.push_back(AffineMap::get(rank, 0, exprs, context));
    }
  }
  maps.push_back(AffineMap::getMultiDimIdentityMap(rank, context));
  SmallVector<Sizes> extractedSizes;
  for (auto [kind, v] : llvm::zip_equal(kinds, inputs))
    extractedSizes.push_back(kind == Extracted ? dims(l, v) : Sizes());
  SmallVector<SmallVector<Value>> extents;
  for (const Sizes &s : extractedSizes)
    extents.push_back(toValues(l, s));

  Sizes refined = like ? refine(l, like, outSizes) : outSizes;
  Value init = empty(l, refined, element);
  Iterators iterators(rank, utils::IteratorType::parallel);
  auto generic = linalg::GenericOp::create(
      l.b, l.loc, init.getType(), operands, init, maps, iterators,
      [&](OpBuilder &b, Location loc, ValueRange args) {
        Scalars s(b, loc);
        SmallVector<Scalar> scalars;
        size_t next = 0;
        for (size_t k = 0; k < inputs.size(); ++k) {
          if (kinds[k] == Mapped) {
            scalars.push_back(s(args[next++]));
          } else if (kinds[k] == Constant) {
            scalars.push_back(s.constant(splat(inputs[k])));
          } else {
            SmallVector<Scalar> at;
            for (auto [i, extent] : llvm::enumerate(extents[k])) {
              size_t d = rank - extents[k].size() + i;
              Scalar position = s.position(d);
              bool whole = !isOneInteger(extractedSizes[k][i]) &&
                           isWhole(l, extractedSizes[k][i], outSizes[d]);
              at.push_back(
                  whole ? position
                        : s.select(s(extent).eq(1), s.index(0), position));
            }
            scalars.push_back(s.extract(inputs[k], at));
          }
        }
        linalg::YieldOp::create(b, loc, body(s, scalars));
      });
  return generic.getResult(0);
}

Value cameo::elementwiseOnnx(Lowerer &l, Value onnxResult,
                             ValueRange onnxInputs, ScalarBody body) {
  Type resultElement = getElementTypeOrSelf(onnxResult.getType());
  SmallVector<Value> inputs = l(onnxInputs);
  return elementwise(
      l, Lowerer::convert(resultElement), inputs,
      [&](Scalars &s, ArrayRef<Scalar> raw) -> Value {
        SmallVector<Scalar> args;
        for (auto [r, v] : llvm::zip_equal(raw, onnxInputs))
          args.push_back(s.fromMemory(r, getElementTypeOrSelf(v.getType())));
        return s.toMemory(s(body(s, args)), resultElement);
      },
      onnxResult);
}

Value cameo::generic(Lowerer &l, Value init, ValueRange inputs,
                     ArrayRef<AffineMap> maps,
                     ArrayRef<utils::IteratorType> iterators, ScalarBody body) {
  return linalg::GenericOp::create(
             l.b, l.loc, init.getType(), inputs, init, maps, iterators,
             [&](OpBuilder &b, Location loc, ValueRange args) {
               Scalars s(b, loc);
               SmallVector<Scalar> scalars;
               for (Value v : args)
                 scalars.push_back(s(v));
               linalg::YieldOp::create(b, loc, body(s, scalars));
             })
      .getResult(0);
}

Value cameo::generate(Lowerer &l, ArrayRef<OpFoldResult> sizes, Type element,
                      ScalarBody body) {
  int64_t rank = sizes.size();
  Value init = empty(l, sizes, element);
  AffineMap identity =
      AffineMap::getMultiDimIdentityMap(rank, l.b.getContext());
  Iterators iterators(rank, utils::IteratorType::parallel);
  return generic(l, init, {}, identity, iterators,
                 [&](Scalars &s, ArrayRef<Scalar>) {
                   SmallVector<Scalar> at;
                   for (int64_t i = 0; i < rank; ++i)
                     at.push_back(s.position(i));
                   return body(s, at);
                 });
}

Value cameo::reduce(Lowerer &l, Value tensor, ArrayRef<int64_t> axes,
                    TypedAttr identity,
                    function_ref<Value(Scalars &, Scalar, Scalar)> body) {
  MLIRContext *context = l.b.getContext();
  int64_t rank = typeOf(tensor).getRank();
  Sizes outSizes;
  SmallVector<AffineExpr> outExprs;
  Iterators iterators;
  for (int64_t i = 0; i < rank; ++i) {
    bool reduced = llvm::is_contained(axes, i);
    iterators.push_back(reduced ? utils::IteratorType::reduction
                                : utils::IteratorType::parallel);
    if (reduced)
      continue;
    outSizes.push_back(dim(l, tensor, i));
    outExprs.push_back(getAffineDimExpr(i, context));
  }
  Value init = fill(l, outSizes, identity);
  AffineMap maps[] = {AffineMap::getMultiDimIdentityMap(rank, context),
                      AffineMap::get(rank, 0, outExprs, context)};
  return generic(l, init, tensor, maps, iterators,
                 [&](Scalars &s, ArrayRef<Scalar> args) {
                   return body(s, args[0], args[1]);
                 });
}

Value cameo::castTensor(Lowerer &l, Value tensor, Type from, Type to,
                        bool saturate, StringRef roundMode) {
  from = getElementTypeOrSelf(from), to = getElementTypeOrSelf(to);
  if (from == to)
    return tensor;
  return elementwise(l, Lowerer::convert(to), tensor,
                     [&](Scalars &s, ArrayRef<Scalar> x) {
                       return s.toMemory(s.cast(s.fromMemory(x[0], from), from,
                                                to, saturate, roundMode),
                                         to);
                     });
}
