// SPDX-License-Identifier: Apache-2.0
// Products and convolutions of 8-bit tensors four bytes at a time:
//   sum (a - za) (b - zb) = sum a b - za sum b - zb sum a + k za zb,
// where the sum of products takes a unsigned and b signed; operands of the
// other kind have their highest bit flipped and 128 added to, or taken from,
// their zero point.
#include "compiler/Lowering/Lowerer.h"
#include "compiler/Lowering/Quant.h"
#include "dialects/Cameo/Cameo.h"

using namespace mlir;
using namespace cameo;

namespace {
constexpr auto parallel = utils::IteratorType::parallel,
               reduction = utils::IteratorType::reduction;

RankedTensorType typeOf(Value v) { return cast<RankedTensorType>(v.getType()); }

/// The bytes with the highest bit flipped.
Value flip(Lowerer &l, Value bytes) {
  return elementwise(l, l.b.getI8Type(), {bytes},
                     [](Scalars &s, ArrayRef<Scalar> v) -> Value {
                       return v[0] ^ s.constant(v[0].type(), -128);
                     });
}

/// Words of four bytes in `k` bytes.
OpFoldResult wordsIn(Lowerer &l, OpFoldResult k) {
  return floorDiv(l, add(l, k, size(l, 3)), size(l, 4));
}

/// Rows of bytes as rows of words; the last one is filled up with zeros.
Value rowWords(Lowerer &l, Value a) {
  RankedTensorType type = typeOf(a);
  Type i32 = l.b.getI32Type();
  int64_t last = type.getRank() - 1, k = type.getDimSize(last);
  SmallVector<int64_t> shape(type.getShape());
  if (!ShapedType::isDynamic(k) && k % 4 == 0) {
    shape.back() = k / 4;
    return WordsOp::create(l.b, l.loc, RankedTensorType::get(shape, i32), a);
  }
  Sizes sizes = dims(l, a);
  OpFoldResult words = wordsIn(l, sizes.back());
  Sizes low(type.getRank(), size(l, 0)), high(low);
  high.back() = sub(l, mul(l, words, size(l, 4)), sizes.back());
  shape.back() = ShapedType::isDynamic(k) ? k : llvm::alignTo(k, 4);
  Value zero = arith::ConstantOp::create(l.b, l.loc, l.b.getI8IntegerAttr(0));
  Value padded =
      tensor::PadOp::create(l.b, l.loc, type.clone(shape), a, low, high, zero);
  // Each word a row of its own: their number may be unknown.
  sizes.back() = words;
  sizes.push_back(size(l, 4));
  Value bytes = reshape(l, padded, sizes);
  shape.assign(typeOf(bytes).getShape().begin(),
               typeOf(bytes).getShape().end());
  shape.back() = 1;
  return squeeze(
      l, WordsOp::create(l.b, l.loc, RankedTensorType::get(shape, i32), bytes),
      {last + 1});
}

/// [..., k, n] matrices of bytes as words of four bytes of a column, [..., k / 4, n]; what the last ones have too many
/// meets the zeros of rowWords.
Value columnWords(Lowerer &l, Value b) {
  int64_t rank = typeOf(b).getRank();
  Type i32 = l.b.getI32Type();
  Sizes sizes = dims(l, b);
  OpFoldResult k = sizes[rank - 2];
  sizes[rank - 2] = wordsIn(l, k);
  auto known = getConstantIntValue(k);
  bool whole = known && *known % 4 == 0;
  Value end = whole ? Value() : toValue(l, sub(l, k, size(l, 1)));
  return generic(l, empty(l, sizes, i32), {},
                 {l.b.getMultiDimIdentityMap(rank)},
                 SmallVector<utils::IteratorType>(rank, parallel),
                 [&](Scalars &s, ArrayRef<Scalar>) -> Value {
                   SmallVector<Scalar> at;
                   for (int64_t d = 0; d < rank; ++d)
                     at.push_back(s.position(d));
                   Scalar first = at[rank - 2] * 4, word = s.constant(i32, 0);
                   for (int i = 0; i < 4; ++i) {
                     at[rank - 2] = whole ? first + i : (first + i).min(s(end));
                     Scalar byte = s.extract(b, at).to(i32, true);
                     word = word | byte.shl(byte.like(8 * i));
                   }
                   return word;
                 });
}

/// Sums of bytes, signed or not, over one axis.
Value sumOver(Lowerer &l, Value bytes, int64_t axis, bool isUnsigned) {
  Type i32 = l.b.getI32Type();
  return reduce(l, bytes, {axis}, l.b.getI32IntegerAttr(0),
                [&](Scalars &, Scalar x, Scalar sum) -> Value {
                  return sum + x.to(i32, isUnsigned);
                });
}

/// Whether a zero point (absent: 0) is known to be `number` everywhere.
bool isConstant(Value onnxZero, int64_t number) {
  if (!onnxZero || isa<NoneType>(onnxZero.getType()))
    return number == 0;
  auto values = constantInts(onnxZero);
  return values && !values->empty() &&
         llvm::all_of(*values, [&](int64_t v) { return v == number; });
}
bool isZero(Value onnxZero) { return isConstant(onnxZero, 0); }

/// The zero point in 32 bits; of rank 1 (more than one element) as it is, else
/// a scalar. Null: none.
Value zeroPoint(Lowerer &l, Value onnxZero) {
  Value zero = l(onnxZero);
  if (!zero)
    return {};
  if (typeOf(zero).getRank() == 1 && typeOf(zero).getDimSize(0) == 1)
    zero = squeeze(l, zero, {0});
  bool isUnsigned =
      Lowerer::isUnsigned(getElementTypeOrSelf(onnxZero.getType()));
  return elementwise(l, l.b.getI32Type(), {zero},
                     [&](Scalars &, ArrayRef<Scalar> v) -> Value {
                       return v[0].to(l.b.getI32Type(), isUnsigned);
                     });
}
} // namespace

Value cameo::byteMatmul(Lowerer &l, Value onnxA, Value onnxZeroA, Value onnxB,
                        Value onnxZeroB) {
  Value a = l(onnxA), b = l(onnxB);
  RankedTensorType aType = typeOf(a), bType = typeOf(b);
  int64_t aRank = aType.getRank(), bRank = bType.getRank();
  if (aRank < 2 || bRank < 2 || !aType.getElementType().isInteger(8) ||
      !bType.getElementType().isInteger(8))
    return {};
  // One matrix for all rows, or one for each of the batch.
  bool batched = bRank > 2;
  if (batched && aRank != bRank)
    return {};
  for (int64_t d = 0; d < bRank - 2; ++d)
    if (!sameDim(l, a, d, b, d))
      return {};
  int64_t k = bType.getDimSize(bRank - 2);
  if (!batched && (ShapedType::isDynamic(k) || k % 4 != 0 || k < 16 ||
                   aType.getShape().back() != k))
    return {};
  Value zeroA = isZero(onnxZeroA) ? Value() : zeroPoint(l, onnxZeroA),
        zeroB = isZero(onnxZeroB) ? Value() : zeroPoint(l, onnxZeroB);
  for (Value zero : {zeroA, zeroB})
    if (zero && typeOf(zero).getRank() > 1)
      return {};
  bool signedA = !Lowerer::isUnsigned(getElementTypeOrSelf(onnxA.getType())),
       unsignedB = Lowerer::isUnsigned(getElementTypeOrSelf(onnxB.getType()));
  int64_t shiftA = signedA ? 128 : 0, shiftB = unsignedB ? -128 : 0;
  if (signedA)
    a = flip(l, a);
  if (unsignedB)
    b = flip(l, b);

  Type i32 = l.b.getI32Type();
  OpFoldResult steps = dim(l, b, bRank - 2);
  checkSame(l, dim(l, a, aRank - 1), steps,
            "the inner sizes of the matrices differ");
  Value words = rowWords(l, a), columns = columnWords(l, b);
  // Loops: those of a's rows, the columns, the depth.
  int64_t rows = aRank - 1, n = rows, depth = rows + 1;
  SmallVector<AffineExpr> d;
  for (int64_t i = 0; i <= depth; ++i)
    d.push_back(l.b.getAffineDimExpr(i));
  SmallVector<AffineExpr> aDims(d.begin(), d.begin() + rows);
  aDims.push_back(d[depth]);
  SmallVector<AffineExpr> bDims(d.begin(), d.begin() + bRank - 2);
  bDims.append({d[depth], d[n]});
  MLIRContext *context = l.b.getContext();
  SmallVector<AffineMap> maps = {
      AffineMap::get(depth + 1, 0, aDims, context),
      AffineMap::get(depth + 1, 0, bDims, context),
      AffineMap::get(depth + 1, 0, ArrayRef(d).take_front(depth), context)};
  SmallVector<utils::IteratorType> iterators(depth, parallel);
  iterators.push_back(reduction);
  Sizes sizes;
  for (int64_t i = 0; i < rows; ++i)
    sizes.push_back(dim(l, a, i));
  sizes.push_back(dim(l, b, bRank - 1));
  // Corrections: -za sum(b), -zb sum(a), k za zb. They come before the product, for its kernel to end with them.
  SmallVector<Value> inputs = {Value()};
  auto add = [&](Value v) {
    inputs.push_back(v);
    return inputs.size() - 1;
  };
  size_t za = 0, sumB = 0, zb = 0, sumA = 0;
  if (zeroA)
    za = add(typeOf(zeroA).getRank() == 1 ? unsqueeze(l, zeroA, {1}) : zeroA);
  bool hasA = zeroA || shiftA != 0, hasB = zeroB || shiftB != 0;
  if (hasA)
    sumB =
        add(batched ? unsqueeze(l, sumOver(l, b, bRank - 2, false), {bRank - 2})
                    : sumOver(l, b, 0, false));
  if (zeroB)
    zb = add(zeroB);
  if (hasB)
    sumA = add(unsqueeze(l, sumOver(l, a, aRank - 1, true), {aRank - 1}));
  Value init = fill(l, sizes, l.b.getI32IntegerAttr(0));
  Value dot = generic(l, init, {words, columns}, maps, iterators,
                      [&](Scalars &s, ArrayRef<Scalar> v) -> Value {
                        return Dot4Op::create(s.b, s.loc, v[0], v[1], v[2]);
                      });
  if (!hasA && !hasB)
    return dot;
  inputs[0] = dot;
  Value depthOfSums = toValue(l, steps);
  return elementwise(
      l, i32, inputs, [&](Scalars &s, ArrayRef<Scalar> v) -> Value {
        Scalar y = v[0];
        Scalar p = za ? v[za] + shiftA : s.constant(i32, shiftA),
               q = zb ? v[zb] + shiftB : s.constant(i32, shiftB);
        if (hasA)
          y = y - p * v[sumB];
        if (hasB)
          y = y - q * v[sumA];
        return hasA && hasB ? y + p * q * s(depthOfSums).to(i32) : y;
      });
}

FailureOr<Value> cameo::byteConvolve(Operation *op, Lowerer &l, Value onnxX,
                                     Value onnxZeroX, Value onnxW,
                                     Value onnxZeroW,
                                     std::optional<ArrayRef<int64_t>> kernel,
                                     int64_t groups, const WindowAttrs &attrs,
                                     Value onnxY) {
  Value x = l(onnxX), w = l(onnxW), zeroX = zeroPoint(l, onnxZeroX);
  RankedTensorType type = typeOf(w);
  bool depthwise = type.hasStaticShape() && type.getRank() >= 3 &&
                   type.getDimSize(1) == 1 && type.getDimSize(0) == groups;
  if ((groups != 1 && !depthwise) || !typeOf(x).getElementType().isInteger(8) ||
      !type.getElementType().isInteger(8) || !type.hasStaticShape() ||
      type.getRank() < 3 || type.getNumElements() == 0 ||
      (zeroX && typeOf(zeroX).getRank() > 0))
    return Value();
  bool signedX = !Lowerer::isUnsigned(getElementTypeOrSelf(onnxX.getType())),
       unsignedW = Lowerer::isUnsigned(getElementTypeOrSelf(onnxW.getType()));
  // Sums over windows of x, which other zero points of w ask for, are another
  // convolution.
  if (!isConstant(onnxZeroW, unsignedW ? 128 : 0))
    return Value();
  bool centred = isConstant(onnxZeroX, signedX ? -128 : 0);
  if (!centred && attrs.autoPad.starts_with("SAME"))
    return Value();
  if (signedX)
    x = flip(l, x);
  if (unsignedW)
    w = flip(l, w);
  Type i8 = l.b.getI8Type(), i32 = l.b.getI32Type();
  TypedAttr none = l.b.getIntegerAttr(i8, 0);
  auto convolved = [&](Value filler) {
    return convolve(op, l, x, w, kernel, size(l, groups), attrs, none, onnxY,
                    filler);
  };
  if (centred)
    return convolved({});

  // What x is centred at, as i32 and as the padding holds it.
  Value zero = zeroX ? zeroX : fill(l, {}, l.b.getI32IntegerAttr(0));
  zero = elementwise(l, i32, {zero}, [&](Scalars &, ArrayRef<Scalar> v) {
    return Value(signedX ? v[0] + 128 : v[0]);
  });
  Value filler = arith::TruncIOp::create(
      l.b, l.loc, i8, tensor::ExtractOp::create(l.b, l.loc, zero));
  FailureOr<Value> y = convolved(filler);
  if (failed(y))
    return failure();
  SmallVector<int64_t> axes, ones;
  for (int64_t d = 1; d < type.getRank(); ++d)
    axes.push_back(d);
  for (int64_t d = 2; d < type.getRank(); ++d)
    ones.push_back(d - 1);
  Value sums = unsqueeze(l,
                         reduce(l, w, axes, l.b.getI32IntegerAttr(0),
                                [&](Scalars &, Scalar v, Scalar sum) -> Value {
                                  return sum + v.to(i32, false);
                                }),
                         ones);
  // Of constants mostly, so once.
  Value shift =
      elementwise(l, i32, {zero, sums}, [](Scalars &, ArrayRef<Scalar> v) {
        return Value(v[0] * v[1]);
      });
  return elementwise(
      l, i32, {*y, shift},
      [](Scalars &, ArrayRef<Scalar> v) { return Value(v[0] - v[1]); }, onnxY);
}
