// SPDX-License-Identifier: Apache-2.0
// Lowerings of com.microsoft's operators: normalisation with a residual,
// activations, products with packed weights, rotary embeddings.
#include "compiler/Lowering/Contrib.h"
#include "compiler/Lowering/Attention.h"
#include "compiler/Lowering/Bounds.h"
#include "compiler/Lowering/NNWindow.h"
#include "dialects/ONNX/Contrib.h"

using namespace mlir;
using namespace cameo;
using namespace cameo::onnx;

Scalar cameo::packedField(Scalars &s, Value bytes, ArrayRef<Scalar> row,
                          Scalar i, int64_t bits) {
  SmallVector<Scalar> at(row);
  int64_t perByte = 8 / bits;
  at.push_back(indexDiv(i, perByte));
  Type i32 = s.b.getI32Type();
  Scalar byte = s.extract(bytes, at).as(true).to(i32, true).as(true);
  Scalar shift = (indexMod(i, perByte) * bits).to(i32);
  return byte.shr(shift) & byte.like((int64_t(1) << bits) - 1);
}

namespace {
RankedTensorType typeOf(Value v) { return cast<RankedTensorType>(v.getType()); }

//===-- Normalisation of a sum --------------------------------------------===//

/// input + skip + bias, those that are there.
Value residual(Lowerer &l, Value input, Value skip, Value bias) {
  SmallVector<Value> parts = {input};
  for (Value v : {skip, bias})
    if (v)
      parts.push_back(v);
  if (parts.size() == 1)
    return input;
  Type element = typeOf(input).getElementType(),
       wide = Scalars::computeType(element);
  return elementwise(l, element, parts,
                     [&](Scalars &, ArrayRef<Scalar> v) -> Value {
                       Scalar sum = v[0].to(wide);
                       for (Scalar x : v.drop_front())
                         sum = sum + x.to(wide);
                       return sum.to(element);
                     });
}

/// Behind the output, what is asked for of a row's mean, the inverse of its
/// deviation and the sum.
template <typename Op>
LoweredValues withSum(Op op, Lowerer &l, FailureOr<Value> y, Value sum,
                      bool centred) {
  if (failed(y))
    return failure();
  auto asked = [](Value result) { return !isa<NoneType>(result.getType()); };
  if (asked(op.getMean()) && !centred)
    return op.emitError("has no mean");
  auto statistics =
      asked(op.getMean()) || asked(op.getInvStdVar())
          ? rowStatistics(l, sum, centred, op.getEpsilon().convertToDouble())
          : std::pair<Value, Value>();
  return SmallVector<Value>{
      *y, asked(op.getMean()) ? statistics.first : Value(),
      asked(op.getInvStdVar()) ? statistics.second : Value(),
      asked(op.getInputSkipBiasSum()) ? sum : Value()};
}

LoweredValues lowerSkipLayerNormalization(MsSkipLayerNormalizationOp op,
                                          Lowerer &l) {
  Value sum = residual(l, l(op.getInput()), l(op.getSkip()), l(op.getBias()));
  return withSum(op, l,
                 layerNormalise(op, l, sum, l(op.getGamma()), l(op.getBeta()),
                                op.getEpsilon().convertToDouble()),
                 sum, /*centred=*/true);
}

LoweredValues
lowerSkipSimplifiedLayerNormalization(MsSkipSimplifiedLayerNormalizationOp op,
                                      Lowerer &l) {
  Value sum = residual(l, l(op.getInput()), l(op.getSkip()), l(op.getBias()));
  return withSum(op, l,
                 rmsNormalise(op, l, sum, l(op.getGamma()), -1,
                              op.getEpsilon().convertToDouble(),
                              typeOf(sum).getElementType()),
                 sum, /*centred=*/false);
}

//===-- Activations -------------------------------------------------------===//

LoweredValues lowerBiasGelu(MsBiasGeluOp op, Lowerer &l) {
  return SmallVector<Value>{elementwiseOnnx(
      l, op->getResult(0), {op.getA(), op.getB()},
      [](Scalars &, ArrayRef<Scalar> v) -> Value {
        Scalar x = v[0] + v[1];
        return x * 0.5 * ((x * (1 / std::sqrt(2.0))).erf() + 1.0);
      })};
}

LoweredValues lowerFastGelu(MsFastGeluOp op, Lowerer &l) {
  SmallVector<Value> inputs = {op.getX()};
  if (!isa<NoneType>(op.getBias().getType()))
    inputs.push_back(op.getBias());
  return SmallVector<Value>{elementwiseOnnx(
      l, op->getResult(0), inputs, [](Scalars &, ArrayRef<Scalar> v) -> Value {
        Scalar x = v.size() > 1 ? v[0] + v[1] : v[0];
        Scalar inner =
            (x + x * x * x * 0.044715) * std::sqrt(2 / 3.141592653589793);
        return x * 0.5 * (inner.tanh() + 1.0);
      })};
}

//===-- Packed weights ----------------------------------------------------===//

/// A tensor of bytes as one of the unsigned integers of `bits` bits that they
/// hold, the first lowest.
Value fieldsOf(Lowerer &l, Value bytes, int64_t bits, ArrayRef<int64_t> shape) {
  if (bits == 8)
    return reshape(l, bytes, sizes(l, shape));
  auto type = RankedTensorType::get(shape, l.b.getIntegerType(bits));
  if (typeOf(bytes).getRank() != 1)
    bytes = reshape(l, bytes, {size(l, type.getNumElements() / (8 / bits))});
  return PackedOp::create(l.b, l.loc, type, bytes, ValueRange());
}

LoweredValues lowerMatMulNBits(MsMatMulNBitsOp op, Lowerer &l) {
  Value a = l(op.getA()), packed = l(op.getB()), scales = l(op.getScales()),
        zeros = l(op.getZeroPoints());
  int64_t k = op.getK(), n = op.getN(), bits = op.getBits(),
          block = op.getBlockSize();
  Value groups = l(op.getGIdx());
  if (bits != 2 && bits != 4 && bits != 8)
    return op.emitError("bits must be 2, 4 or 8");
  constexpr int64_t most = int64_t(1) << 31;
  if (k > most || n > most || block > most)
    return op.emitError("has too many weights");
  if (block * bits % 8)
    return op.emitError("block_size must be a number of whole bytes");
  int64_t blocks = (k + block - 1) / block, blob = block * bits / 8;
  // What is constant is read when the model is compiled, before any check of
  // the run.
  auto checkCount = [&](Value v, int64_t count,
                        StringRef what) -> LogicalResult {
    OpFoldResult have = product(l, dims(l, v));
    if (auto known = getConstantIntValue(have); known && *known != count)
      return op.emitError(what);
    checkSame(l, have, size(l, count), what);
    return success();
  };
  if (failed(checkCount(packed, n * blocks * blob,
                        "B does not have the stated size")) ||
      failed(
          checkCount(scales, n * blocks, "scales do not have the stated size")))
    return failure();
  Type element = typeOf(a).getElementType(),
       wide = Scalars::computeType(element);
  scales = reshape(l, scales, sizes(l, {n, blocks}));
  bool packedZeros = zeros && isa<IntegerType>(typeOf(zeros).getElementType());
  bool plain = !groups && (!zeros || packedZeros);
  if (!plain)
    packed = reshape(l, packed, sizes(l, {n, blocks, blob}));
  if (zeros) {
    int64_t columns = packedZeros ? (blocks * bits + 7) / 8 : blocks;
    if (failed(checkCount(zeros, n * columns,
                          "zero_points do not have the stated size")))
      return failure();
    zeros = plain ? fieldsOf(l, zeros, bits, {n, columns * 8 / bits})
                  : reshape(l, zeros, sizes(l, {n, columns}));
  }
  if (groups &&
      failed(checkCount(groups, k, "g_idx does not have the stated size")))
    return failure();
  if (groups && typeOf(groups).getRank() != 1)
    groups = reshape(l, groups, {size(l, k)});
  // Depends on constants alone as a rule: then packed or unpacked at compile
  // time.
  Value weights;
  if (plain) {
    AffineExpr column = l.b.getAffineDimExpr(0),
               depth = l.b.getAffineDimExpr(1);
    MLIRContext *context = l.b.getContext();
    auto map = [&](ArrayRef<AffineExpr> at) {
      return AffineMap::get(2, 0, at, context);
    };
    AffineMap ofBlock = map({column, depth.floorDiv(block)});
    SmallVector<Value> inputs = {fieldsOf(l, packed, bits, {n, blocks, block}),
                                 scales};
    SmallVector<AffineMap> maps = {
        map({column, depth.floorDiv(block), depth % block}), ofBlock};
    if (zeros) {
      inputs.push_back(zeros);
      maps.push_back(ofBlock);
    }
    maps.push_back(map({column, depth}));
    constexpr auto parallel = utils::IteratorType::parallel;
    weights =
        generic(l, empty(l, sizes(l, {n, k}), element), inputs, maps,
                {parallel, parallel}, [&](Scalars &s, ArrayRef<Scalar> v) {
                  Type i32 = s.b.getI32Type();
                  Scalar q = v[0].as(true).to(i32, true);
                  q = q - (zeros ? v[2].as(true).to(i32, true)
                                 : s.constant(i32, int64_t(1) << (bits - 1)));
                  return Value((q.to(wide) * v[1].to(wide)).to(element));
                });
  } else {
    weights = generate(
        l, sizes(l, {n, k}), element, [&](Scalars &s, ArrayRef<Scalar> at) {
          Scalar b = indexDiv(at[1], block), i = indexMod(at[1], block);
          Scalar q = packedField(s, packed, {at[0], b}, i, bits).to(wide);
          if (groups)
            b = s.extract(groups, {at[1]})
                    .toIndex()
                    .clamp(s.index(0), s.index(blocks - 1));
          Scalar zero = s.constant(wide, double(int64_t(1) << (bits - 1)));
          if (packedZeros)
            zero = packedField(s, zeros, {at[0]}, b, bits).to(wide);
          else if (zeros)
            zero = s.extract(zeros, {at[0], b}).to(wide);
          return Value(((q - zero) * s.extract(scales, {at[0], b}).to(wide))
                           .to(element));
        });
  }
  int64_t rank = typeOf(a).getRank();
  checkSame(l, dim(l, a, rank - 1), size(l, k), "A's last dimension is not K");
  Sizes loops = dims(l, a);
  loops.insert(loops.end() - 1, size(l, n));
  SmallVector<int64_t> aLoops =
      llvm::to_vector(llvm::seq<int64_t>(0, rank - 1));
  aLoops.push_back(rank);
  Value y =
      contract(l, a, aLoops, weights, {rank - 1, rank}, loops, rank, element);
  if (Value bias = l(op.getBias()))
    y = elementwise(l, element, {y, bias}, [](Scalars &, ArrayRef<Scalar> v) {
      return Value(v[0] + v[1]);
    });
  return SmallVector<Value>{y};
}

//===-- Attention ---------------------------------------------------------===//

LoweredValues lowerRotaryEmbedding(MsRotaryEmbeddingOp op, Lowerer &l) {
  Value x = l(op.getInput()), positions = l(op.getPositionIds());
  FailureOr<Heads> h;
  if (op.getNumHeads() || typeOf(x).getRank() != 3) {
    h = asHeads(op, l, x, op.getNumHeads());
  } else {
    // A head is as wide as two rows of the caches.
    Value cos = l(op.getCosCache());
    OpFoldResult width =
                     mul(l, dim(l, cos, typeOf(cos).getRank() - 1), size(l, 2)),
                 all = dim(l, x, 2);
    OpFoldResult heads = floorDiv(l, all, width);
    checkSame(l, mul(l, heads, width), all,
              "the heads do not divide the hidden size");
    h = Heads{reshape(l, x, {dim(l, x, 0), dim(l, x, 1), heads, width}), true};
  }
  if (failed(h))
    return failure();
  // One position stands for the first of consecutive ones.
  if (typeOf(positions).getRank() == 1) {
    Value first = positions;
    positions = generate(l, {dim(l, x, 0), h->length(l)},
                         typeOf(first).getElementType(),
                         [&](Scalars &s, ArrayRef<Scalar> at) {
                           Scalar base = s.extract(first, {s.index(0)});
                           return Value(base + at[1].to(base.type()));
                         });
  }
  Heads y = rotate(l, *h, l(op.getCosCache()), l(op.getSinCache()), positions,
                   op.getInterleaved(), op.getRotaryEmbeddingDim());
  return SmallVector<Value>{reshape(l, y.value, dims(l, x))};
}

//===-- Hashing -----------------------------------------------------------===//

/// MurmurHash3_x86_32 of an element's bytes, little-endian, block by block.
LoweredValues lowerMurmurHash3(MsMurmurHash3Op op, Lowerer &l) {
  Type i32 = l.b.getI32Type();
  int32_t seed = int32_t(op.getSeed());
  auto hash = [&](Scalars &s, ArrayRef<Scalar> v) -> Value {
    auto constant = [&](uint32_t c) {
      return s.constant(i32, int32_t(c)).as(true);
    };
    auto rotate = [&](Scalar x, int n) {
      return x.shl(x.like(n)) | x.shr(x.like(32 - n));
    };
    unsigned bits = v[0].type().getIntOrFloatBitWidth();
    Type word = l.b.getIntegerType(bits);
    Scalar raw =
        s(v[0].isFloat() ? arith::BitcastOp::create(s.b, s.loc, word, v[0])
                         : Value(v[0]),
          true);
    Scalar h = constant(uint32_t(seed));
    for (unsigned at = 0; at < bits; at += 32) {
      Scalar block = raw.shr(raw.like(int64_t(at))).to(i32, true).as(true);
      block = rotate(block * constant(0xcc9e2d51), 15) * constant(0x1b873593);
      h = rotate(h ^ block, 13) * constant(5) + constant(0xe6546b64);
    }
    h = h ^ constant(bits / 8);
    h = (h ^ h.shr(h.like(16))) * constant(0x85ebca6b);
    h = (h ^ h.shr(h.like(13))) * constant(0xc2b2ae35);
    return h ^ h.shr(h.like(16));
  };
  return SmallVector<Value>{
      elementwise(l, i32, {l(op.getX())}, hash, op.getY())};
}
} // namespace

void cameo::registerContribLowerings(LoweringRegistry &r) {
  r.add<MsSkipLayerNormalizationOp>(lowerSkipLayerNormalization);
  r.add<MsSkipSimplifiedLayerNormalizationOp>(
      lowerSkipSimplifiedLayerNormalization);
  r.add<MsBiasGeluOp>(lowerBiasGelu);
  r.add<MsFastGeluOp>(lowerFastGelu);
  r.add<MsMatMulNBitsOp>(lowerMatMulNBits);
  r.add<MsRotaryEmbeddingOp>(lowerRotaryEmbedding);
  r.add<MsMurmurHash3Op>(lowerMurmurHash3);
  registerContribAttentionLowerings(r);
  registerContribGroupQueryLowerings(r);
  registerContribMatrixLowerings(r);
  registerContribTokenLowerings(r);
  registerContribModelLowerings(r);
}
