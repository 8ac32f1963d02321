// SPDX-License-Identifier: Apache-2.0
// Lowerings of com.microsoft's products and tables: FusedMatMul, 4-bit floats,
// gathers from quantised blocks, inverses.
#include "compiler/Lowering/Bounds.h"
#include "compiler/Lowering/Constants.h"
#include "compiler/Lowering/Contrib.h"

using namespace mlir;
using namespace cameo;
using namespace cameo::onnx;

namespace {
RankedTensorType typeOf(Value v) { return cast<RankedTensorType>(v.getType()); }

//===-- FusedMatMul -------------------------------------------------------===//

LoweredValues lowerFusedMatMul(MsFusedMatMulOp op, Lowerer &l) {
  auto arranged = [&](Value x, bool trans, bool transBatch) {
    int64_t rank = typeOf(x).getRank();
    if (rank < 2 || (!trans && !transBatch))
      return x;
    SmallVector<int64_t> p = llvm::to_vector(llvm::seq<int64_t>(0, rank));
    // The first dimension behind those of the batch: the rows.
    if (transBatch && rank > 2)
      std::rotate(p.begin(), p.begin() + 1, p.end() - 1);
    if (trans)
      std::swap(p[rank - 1], p[rank - 2]);
    return transpose(l, x, p);
  };
  Value a = arranged(l(op.getA()), op.getTransA(), op.getTransBatchA()),
        b = arranged(l(op.getB()), op.getTransB(), op.getTransBatchB());
  Value y = matmul(l, a, b);
  double alpha = op.getAlpha().convertToDouble();
  if (alpha == 1)
    return one(y);
  return one(elementwise(
      l, typeOf(y).getElementType(), {y},
      [&](Scalars &s, ArrayRef<Scalar> v) {
        return Value(v[0] * s.constant(v[0].type(), alpha));
      },
      op.getOutput()));
}

//===-- MatMulBnb4 --------------------------------------------------------===//

/// The values of 4-bit floats in blocks: of one sign bit, two of exponent and
/// one of mantissa, or the quantiles of a normal distribution.
ArrayRef<float> fourBitFloats(bool normal) {
  static const float fp4[16] = {
      0.0f,         0.0052083333f,  0.66666667f,  1.0f,
      0.33333333f,  0.5f,           0.16666667f,  0.25f,
      -0.0f,        -0.0052083333f, -0.66666667f, -1.0f,
      -0.33333333f, -0.5f,          -0.16666667f, -0.25f};
  static const float nf4[16] = {
      -1.0f,        -0.69619280f, -0.52507305f, -0.39491749f,
      -0.28444138f, -0.18477343f, -0.09105004f, 0.0f,
      0.07958030f,  0.16093020f,  0.24611230f,  0.33791524f,
      0.44070983f,  0.56261700f,  0.72295684f,  1.0f};
  return normal ? nf4 : fp4;
}

LoweredValues lowerMatMulBnb4(MsMatMulBnb4Op op, Lowerer &l) {
  Value a = l(op.getA()), packed = l(op.getB()), absmax = l(op.getAbsmax());
  int64_t k = op.getK(), n = op.getN(), block = op.getBlockSize();
  if (op.getQuantType() != 0 && op.getQuantType() != 1)
    return op.emitError("quant_type must be 0 or 1");
  if (k > (int64_t(1) << 31) || n > (int64_t(1) << 31))
    return op.emitError("has too many weights");
  Type element = typeOf(a).getElementType();
  int64_t count = k * n;
  auto flat = [&](Value v, int64_t size_, StringRef what) {
    OpFoldResult have = product(l, dims(l, v));
    if (auto known = getConstantIntValue(have); known && *known != size_)
      return Value();
    checkSame(l, have, size(l, size_), what);
    return typeOf(v).getRank() == 1 ? v : reshape(l, v, {size(l, size_)});
  };
  packed = flat(packed, (count + 1) / 2, "B does not have the stated size");
  absmax = flat(absmax, (count + block - 1) / block,
                "absmax does not have the stated size");
  if (!packed || !absmax)
    return op.emitError("B or absmax does not have the stated size");
  Value table = numbers<float>(l, fourBitFloats(op.getQuantType() == 1));
  Type f32 = l.b.getF32Type();
  // [N, K], the first of two in the upper half of a byte; depends on constants
  // alone as a rule.
  Value weights = generate(
      l, sizes(l, {n, k}), element, [&](Scalars &s, ArrayRef<Scalar> at) {
        Scalar i = at[0] * k + at[1];
        Type i32 = s.b.getI32Type();
        Scalar byte =
            s.extract(packed, {indexDiv(i, 2)}).as(true).to(i32, true).as(true);
        Scalar code =
            s.select(indexMod(i, 2).eq(0), byte.shr(byte.like(4)), byte) &
            byte.like(15);
        Scalar v = s.extract(table, {code.toIndex()}) *
                   s.extract(absmax, {indexDiv(i, block)}).to(f32);
        return Value(v.to(element));
      });
  if (!op.getTransB()) {
    // A is [.., N], and the result [.., K].
    weights = transpose(l, weights, {1, 0});
    std::swap(n, k);
  }
  int64_t rank = typeOf(a).getRank();
  checkSame(l, dim(l, a, rank - 1), size(l, k), "A does not fit K");
  Sizes loops = dims(l, a);
  loops.insert(loops.end() - 1, size(l, n));
  SmallVector<int64_t> aLoops =
      llvm::to_vector(llvm::seq<int64_t>(0, rank - 1));
  aLoops.push_back(rank);
  return one(
      contract(l, a, aLoops, weights, {rank - 1, rank}, loops, rank, element));
}

//===-- GatherBlockQuantized ----------------------------------------------===//

LoweredValues lowerGatherBlockQuantized(MsGatherBlockQuantizedOp op,
                                        Lowerer &l) {
  Value data = l(op.getData()), indices = l(op.getIndices()),
        scales = l(op.getScales()), zeros = l(op.getZeroPoints());
  int64_t rank = typeOf(data).getRank(), block = op.getBlockSize(),
          bits = op.getBits();
  auto gatherAxis = normaliseAxis(op.getGatherAxis(), rank),
       quantAxis = normaliseAxis(op.getQuantizeAxis(), rank);
  if (!gatherAxis || !quantAxis || *gatherAxis == *quantAxis)
    return op.emitError(
        "gather_axis and quantize_axis must be two axes of data");
  if (block < 1 || (bits != 2 && bits != 4 && bits != 8))
    return op.emitError("block_size must be positive and bits 2, 4 or 8");
  if (typeOf(scales).getRank() != rank ||
      (zeros && typeOf(zeros).getRank() != rank))
    return op.emitError("scales and zero_points must have the rank of data");
  Type stored = getElementTypeOrSelf(op.getData().getType());
  bool isUnsigned = stored.isUnsignedInteger();
  // Bytes hold several fields each; narrower types have an element each.
  bool packed = stored.isUnsignedInteger(8) && bits < 8;
  int64_t perByte = packed ? 8 / bits : 1;
  if (packed && *quantAxis != rank - 1)
    return op.emitError("packed data is quantised along its last axis");
  Type element = typeOf(scales).getElementType(),
       wide = Scalars::computeType(element);
  int64_t indexRank = typeOf(indices).getRank();
  Sizes out;
  for (int64_t i = 0; i < rank; ++i) {
    if (i == *gatherAxis) {
      out.append(dims(l, indices));
      continue;
    }
    OpFoldResult n = dim(l, data, i);
    out.push_back(i == *quantAxis ? mul(l, n, size(l, perByte)) : n);
  }
  for (int64_t i = 0; i < rank; ++i) {
    OpFoldResult n = dim(l, data, i);
    if (i == *quantAxis) {
      n = mul(l, n, size(l, perByte));
      n = floorDiv(l, add(l, n, size(l, block - 1)), size(l, block));
    }
    checkSame(l, dim(l, scales, i), n,
              "scales do not match the blocks of data");
  }
  checkNotEmpty(l, dim(l, data, *gatherAxis), product(l, out));
  Value rows = toValue(l, dim(l, data, *gatherAxis));
  Type i32 = l.b.getI32Type();
  return one(generate(
      l, refine(l, op.getOutput(), out), element,
      [&](Scalars &s, ArrayRef<Scalar> at) -> Value {
        SmallVector<Scalar> from, index;
        for (int64_t i = 0; i < indexRank; ++i)
          index.push_back(at[*gatherAxis + i]);
        for (int64_t i = 0, o = 0; i < rank; ++i) {
          if (i == *gatherAxis) {
            from.push_back(
                s.normaliseIndex(s.extract(indices, index).toIndex(), s(rows)));
            o += indexRank;
          } else {
            from.push_back(at[o++]);
          }
        }
        SmallVector<Scalar> ofBlock(from);
        ofBlock[*quantAxis] = indexDiv(from[*quantAxis], block);
        auto number = [&](Value v, ArrayRef<Scalar> where) {
          if (packed)
            return packedField(s, v, where.drop_back(), where.back(), bits)
                .to(i32, true);
          return s.extract(v, where).as(isUnsigned).to(i32, isUnsigned);
        };
        Scalar q = number(data, from);
        Scalar zero =
            zeros ? number(zeros, ofBlock)
            : packed || bits == 8
                ? s.constant(i32, isUnsigned ? int64_t(1) << (bits - 1) : 0)
                : s.constant(i32, int64_t(0));
        Scalar y = (q - zero).to(wide) * s.extract(scales, ofBlock).to(wide);
        return y.to(element);
      }));
}

//===-- Inverse -----------------------------------------------------------===//

/// Gauss and Jordan with row pivots, each matrix on its own.
LoweredValues lowerInverse(MsInverseOp op, Lowerer &l) {
  Value x = l(op.getX());
  int64_t rank = typeOf(x).getRank();
  if (rank < 2)
    return op.emitError("takes matrices");
  checkSame(l, dim(l, x, rank - 1), dim(l, x, rank - 2),
            "a matrix is not square");
  Type element = typeOf(x).getElementType(),
       wide = Scalars::computeType(element);
  Sizes all = dims(l, x);
  OpFoldResult n = all.back(), count = product(l, ArrayRef(all).drop_back(2));
  Sizes flat = {count, n, n};
  Value matrices =
      elementwise(l, wide, {x}, [&](Scalars &, ArrayRef<Scalar> v) {
        return Value(v[0].to(wide));
      });
  if (rank != 3)
    matrices = reshape(l, matrices, flat);
  Value inverse = computeTiled(
      l, count, {}, {empty(l, flat, wide), matrices},
      [&](Scalars &s, Scalar tile, ValueRange args) {
        Value y = args[0], a = args[1];
        Scalar n = s.dim(a, 1), zero = s.index(0);
        s.nest({n, n}, [&](ArrayRef<Scalar> at) {
          s.store(at[0].eq(at[1]).to(wide, true), y, {tile, at[0], at[1]});
        });
        s.loop(zero, n, [&](Scalar c) {
          Scalar pivot =
              s.loop(c, n, {c, s.constant(wide, -1.0)},
                     [&](Scalar r, ArrayRef<Scalar> best) -> Scalars::Carried {
                       Scalar v = s.load(a, {tile, r, c}).abs();
                       Scalar better = v > best[1];
                       return {s.select(better, r, best[0]),
                               s.select(better, v, best[1])};
                     })[0];
          Scalar divisor = s.load(a, {tile, pivot, c});
          s.loop(zero, n, [&](Scalar j) {
            for (Value m : {a, y}) {
              Scalar p = s.load(m, {tile, pivot, j}),
                     q = s.load(m, {tile, c, j});
              s.store(q, m, {tile, pivot, j});
              s.store(p / divisor, m, {tile, c, j});
            }
          });
          s.loop(zero, n, [&](Scalar r) {
            Scalar factor = s.load(a, {tile, r, c});
            s.when(r.ne(c), [&] {
              s.loop(zero, n, [&](Scalar j) {
                for (Value m : {a, y})
                  s.store(s.load(m, {tile, r, j}) -
                              factor * s.load(m, {tile, c, j}),
                          m, {tile, r, j});
              });
            });
          });
        });
      })[0];
  if (rank != 3)
    inverse = reshape(l, inverse, all);
  return one(elementwise(
      l, element, {inverse},
      [&](Scalars &, ArrayRef<Scalar> v) { return Value(v[0].to(element)); },
      op.getOutput()));
}
} // namespace

void cameo::registerContribMatrixLowerings(LoweringRegistry &r) {
  r.add<MsFusedMatMulOp>(lowerFusedMatMul);
  r.add<MsMatMulBnb4Op>(lowerMatMulBnb4);
  r.add<MsGatherBlockQuantizedOp>(lowerGatherBlockQuantized);
  r.add<MsInverseOp>(lowerInverse);
}
