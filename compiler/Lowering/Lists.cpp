// SPDX-License-Identifier: Apache-2.0
// Lists of integers among the operands (axes, shapes, bounds): known, or read
// at run time; of a length that the graph tells, or that only the run knows.
#include "compiler/Lowering/Lists.h"
#include "compiler/Lowering/Compute.h"

using namespace mlir;
using namespace cameo;

OpFoldResult cameo::element(Lowerer &l, Value onnxInts, int64_t i) {
  if (auto known = constantInts(onnxInts); known && i < int64_t(known->size()))
    return size(l, (*known)[i]);
  std::optional<onnx::DimExpr> e = l.elementExpr(onnxInts, i);
  if (e && e->constant())
    return size(l, *e->constant());
  Value v =
      extractIndex(l, l(onnxInts), i, Lowerer::isUnsigned(onnxInts.getType()));
  if (e)
    l.setExpr(v, *e);
  return v;
}

Value cameo::extractIndex(Lowerer &l, Value tensor, int64_t i,
                          bool isUnsigned) {
  SmallVector<Value> at;
  auto type = cast<RankedTensorType>(tensor.getType());
  Scalars s(l.b, l.loc);
  if (type.getRank() > 1 || !type.getElementType().isInteger()) {
    l.fail() << "a list of integers among the operands has type " << type;
    return s.index(0);
  }
  if (type.getRank() == 1) {
    if (!type.isDynamicDim(0) && i >= type.getDimSize(0)) {
      l.fail() << "a list among the operands has " << type.getDimSize(0)
               << " elements, expected at least " << i + 1;
      return s.index(0);
    }
    if (type.isDynamicDim(0))
      check(l, s(toValue(l, dim(l, tensor, 0))) > i,
            "a list among the operands is too short");
    at.push_back(s.index(i));
  }
  Value v = tensor::ExtractOp::create(l.b, l.loc, tensor, at);
  return s(v).to(l.b.getIndexType(), isUnsigned);
}

Value cameo::theElement(Lowerer &l, Value tensor) {
  auto type = cast<RankedTensorType>(tensor.getType());
  for (int64_t i = 0; i < type.getRank(); ++i) {
    if (!type.isDynamicDim(i) && type.getDimSize(i) != 1) {
      l.fail() << "an operand that must be a scalar has dimensions of "
               << type.getShape();
      return arith::ConstantOp::create(l.b, l.loc,
                                       l.b.getZeroAttr(type.getElementType()));
    }
    checkSame(l, dim(l, tensor, i), size(l, 1),
              "an operand that must be a scalar has more elements, or none");
  }
  Value zero = arith::ConstantIndexOp::create(l.b, l.loc, 0);
  return tensor::ExtractOp::create(l.b, l.loc, tensor,
                                   SmallVector<Value>(type.getRank(), zero));
}

std::optional<int64_t> cameo::lengthOf(Value onnxInts) {
  auto type = dyn_cast<RankedTensorType>(onnxInts.getType());
  if (type && type.getRank() == 0)
    return 1;
  // No tensor has so many dimensions that a longer list can be right (pads have two entries for
  // each of 64): the run refuses it, and no code is made for each entry.
  constexpr int64_t longest = 128;
  if (type && type.getRank() == 1 && !type.isDynamicDim(0) &&
      type.getDimSize(0) <= longest)
    return type.getDimSize(0);
  return std::nullopt;
}

std::optional<SmallVector<int64_t>> cameo::checkedInts(Lowerer &l,
                                                       Value onnxInts) {
  auto length = lengthOf(onnxInts);
  if (!length)
    return std::nullopt;
  SmallVector<int64_t> numbers;
  for (int64_t i = 0; i < *length; ++i) {
    auto e = l.elementExpr(onnxInts, i);
    if (!e || !e->constant())
      return std::nullopt;
    numbers.push_back(*e->constant());
  }
  return numbers;
}

int64_t cameo::lengthOr(Lowerer &l, Value onnxInts, int64_t expected) {
  if (auto known = lengthOf(onnxInts))
    return *known;
  checkSame(l, dim(l, l(onnxInts), 0), size(l, expected),
            "a list among the operands does not have " + Twine(expected) +
                " elements");
  return expected;
}

SmallVector<Value> cameo::entriesByAxis(Lowerer &l, Value onnxList,
                                        int64_t parts, Value onnxAxes,
                                        int64_t rank, int64_t otherwise) {
  Value list = onnxList ? l(onnxList) : Value(),
        axes = onnxAxes ? l(onnxAxes) : Value();
  Type i64 = l.b.getI64Type();
  SmallVector<Value> inputs;
  for (Value v : {list, axes})
    if (v)
      inputs.push_back(v);
  Value none = fill(l, {size(l, parts * rank)}, numberAttr(i64, otherwise));
  // Counts the axes that are none.
  Value misfits = fill(l, {size(l, 1)}, numberAttr(i64, int64_t(0)));
  auto found =
      compute(l, inputs, {none, misfits}, [&](Scalars &s, ValueRange args) {
        Value out = args[args.size() - 2], bad = args.back(),
              where = args[inputs.size() - 1];
        Scalar all = s.dim(args[0], 0), zero = s.index(0);
        Scalar count = list ? indexDiv(all, parts) : all;
        s.loop(zero, count, [&](Scalar k) {
          Scalar axis = k, fits = s.boolean(true);
          if (axes) {
            // As many axes as entries of a part, else none counts.
            fits = s.dim(where, 0).eq(count);
            axis = s.load(where, {s.select(fits, k, zero)}).toIndex();
          }
          axis = s.select(axis < 0, axis + rank, axis);
          fits = fits & (axis >= 0) & (axis < rank);
          Scalar one = s.constant(i64, 1);
          s.store(s.load(bad, {zero}) + s.select(fits, one - 1, one), bad,
                  {zero});
          s.when(fits, [&] {
            for (int64_t p = 0; p < parts; ++p)
              s.store(list ? s.load(args[0], {k + count * p}).to(i64) : one,
                      out, {axis + p * rank});
          });
        });
      });
  Scalars s(l.b, l.loc);
  SmallVector<Value> entries;
  for (int64_t i = 0; i < parts * rank; ++i)
    entries.push_back(extractIndex(l, found[0], i));
  check(l, s(extractIndex(l, found[1], 0)).eq(0), "an axis is out of range");
  return entries;
}

SmallVector<Value> cameo::axisMasks(Lowerer &l, Value onnxAxes, int64_t rank) {
  Scalars s(l.b, l.loc);
  SmallVector<Value> masks;
  std::optional<int64_t> count = lengthOf(onnxAxes);
  if (!count) {
    for (Value v : entriesByAxis(l, Value(), 1, onnxAxes, rank, 0))
      masks.push_back(s(v).ne(0));
    return masks;
  }
  SmallVector<Scalar> axes;
  for (int64_t k = 0; k < *count; ++k)
    axes.push_back(s(toValue(l, element(l, onnxAxes, k))));
  for (int64_t d = 0; d < rank; ++d) {
    Scalar mask = s.boolean(false);
    for (Scalar a : axes)
      mask = mask | a.eq(d) | a.eq(d - rank);
    masks.push_back(mask);
  }
  return masks;
}

Sizes cameo::unmasked(Lowerer &l, ArrayRef<OpFoldResult> sizes,
                      ArrayRef<Value> masks, int64_t count) {
  Scalars s(l.b, l.loc);
  SmallVector<Scalar> kept(count, s.index(1));
  Scalar next = s.index(0);
  for (auto [n, mask] : llvm::zip_equal(sizes, masks)) {
    Scalar stays = !s(mask), size = s(toValue(l, n));
    for (int64_t j = 0; j < count; ++j)
      kept[j] = s.select(stays & next.eq(j), size, kept[j]);
    next = s.select(stays, next + 1, next);
  }
  return llvm::map_to_vector<6>(
      kept, [](Scalar v) { return OpFoldResult(Value(v)); });
}
