// SPDX-License-Identifier: Apache-2.0
// Products with weights of 2, 4 and 8 bits, packed as compiler/Kernels/BlockWeights.h has it; see
// Matmul.h. A few rows read the weights once, as they are: each sum over the elements that share a
// scale is a sum of integers times the left operand, and is scaled when it is whole. More rows
// share a block of depth that is dequantised into scratch and goes through the usual tiles there.
#include "compiler/CPU/Matmul.h"
#include "mlir/Dialect/LLVMIR/LLVMDialect.h"

using namespace mlir;
using namespace cameo;

/// How far packed weights are prefetched.
static constexpr int64_t wordsAheadBytes = 1024;
/// Words of a column that a loop's body takes at once.
static constexpr int64_t unrolledWords = 4;

void MatmulEmitter::prepareWeights() {
  if (!c.blocks)
    return;
  Type ptr = LLVM::LLVMPointerType::get(e.b.getContext());
  Value address = memref::ExtractAlignedPointerAsIndexOp::create(
      e.b, e.buffer(c.rhsTensor()));
  address = arith::IndexCastOp::create(e.b, e.b.getI64Type(), address);
  words = LLVM::IntToPtrOp::create(e.b, ptr, address);
  scales = flatBuffer(e, c.op->getOperand(c.blocks->scale));
  if (c.blocks->zero)
    zeros = flatBuffer(e, c.op->getOperand(*c.blocks->zero));
  if (e.target.laneTable && tile.lanes == 16 && c.blocks->bits <= 4) {
    // The number that the lowest bits of an index stand for, whatever the
    // others are.
    SmallVector<float> numbers;
    int64_t count = int64_t(1) << c.blocks->bits;
    for (int64_t i = 0; i < 16; ++i) {
      int64_t n = i % count;
      numbers.push_back(float(n < count / 2 ? n : n - count));
    }
    table = arith::ConstantOp::create(
        e.b, DenseElementsAttr::get(VectorType::get({16}, e.b.getF32Type()),
                                    ArrayRef(numbers)));
  }
}

int64_t MatmulEmitter::wordsOfColumn() {
  return llvm::divideCeil(c.loopSize(c.reduction[0]), c.blocks->perWord());
}

Value MatmulEmitter::blockRow(const Loops &loops, int64_t j, Value row,
                              int64_t rows) {
  int64_t across = c.panel / tile.lanes;
  Value number =
      e.add(divide(e, loops[c.n], e.index(c.panel)), e.index(j / across));
  Value line = e.add(e.mul(number, e.index(rows)), row);
  return e.add(e.mul(line, e.index(c.panel)), e.index(j % across * tile.lanes));
}

Value MatmulEmitter::wordAddress(Value index) {
  Value i = arith::IndexCastOp::create(e.b, e.b.getI64Type(), index);
  return LLVM::GEPOp::create(e.b, words.getType(), e.b.getI32Type(), words,
                             ArrayRef<LLVM::GEPArg>{i});
}

/// Number `f` of each word, as f32.
Value MatmulEmitter::numberOf(Value word, int64_t f) {
  int64_t bits = c.blocks->bits;
  auto type = cast<VectorType>(word.getType());
  auto by = [&](int64_t n) {
    return arith::ConstantOp::create(
        e.b, DenseElementsAttr::get(type, e.b.getI32IntegerAttr(n)));
  };
  auto real = type.clone(e.b.getF32Type());
  if (table) {
    Value code = f ? arith::ShRUIOp::create(e.b, word, by(f * bits)) : word;
    return LLVM::CallIntrinsicOp::create(
               e.b, real, e.b.getStringAttr("llvm.x86.avx512.permvar.sf.512"),
               ValueRange{table, code})
        .getResult(0);
  }
  int64_t above = 32 - bits * (f + 1);
  if (above)
    word = arith::ShLIOp::create(e.b, word, by(above));
  if (bits < 32)
    word = arith::ShRSIOp::create(e.b, word, by(32 - bits));
  return arith::SIToFPOp::create(e.b, real, word);
}

/// Scales or zero points of the columns of vector `j`.
Value MatmulEmitter::parameterOf(Value flat, const Loops &loops, int64_t j,
                                 Value block) {
  int64_t blocks = llvm::divideCeil(c.loopSize(c.reduction[0]), c.block);
  Value v = loadVector(e, flat, blockRow(loops, j, block, blocks), tile.lanes);
  auto type = cast<VectorType>(v.getType());
  return isa<FloatType>(type.getElementType())
             ? v
             : arith::SIToFPOp::create(e.b, type.clone(e.b.getF32Type()), v)
                   .getResult();
}

//===-- few rows: as they are ---------------------------------------------===//

void MatmulEmitter::reduceWords(Loops loops, Value word, int64_t count,
                                int64_t rows, ArrayRef<Value> zero,
                                SmallVector<Value> &sums) {
  int64_t vectors = zero.size(), per = c.blocks->perWord();
  unsigned k = c.reduction[0];
  auto type = VectorType::get({tile.lanes}, e.b.getI32Type());
  SmallVector<Value> packed;
  for (int64_t j = 0; j < vectors; ++j) {
    Value at = blockRow(loops, j, word, wordsOfColumn());
    packed.push_back(
        LLVM::LoadOp::create(e.b, type, wordAddress(at), /*alignment=*/4));
    LLVM::Prefetch::create(e.b,
                           wordAddress(e.add(at, e.index(wordsAheadBytes / 4))),
                           /*rw=*/0, /*hint=*/3, /*cache=*/1);
  }
  Value first = e.mul(word, e.index(per));
  for (int64_t f = 0; f < count; ++f) {
    loops[k] = e.add(first, e.index(f));
    SmallVector<Value> elements;
    for (int64_t i = 0; i < rows; ++i) {
      Value index = lhs.at(e, loops);
      if (c.m >= 0)
        index = e.add(index, e.mul(e.index(i), lhs.strides[c.m]));
      elements.push_back(splat(e, loadScalar(e, lhs.flat, index), tile.lanes));
    }
    for (int64_t j = 0; j < vectors; ++j) {
      Value w = numberOf(packed[j], f);
      if (zero[j])
        w = arith::SubFOp::create(e.b, w, zero[j]);
      for (int64_t i = 0; i < rows; ++i) {
        Value &sum = sums[i * vectors + j];
        sum = cameo::multiplyAdd(e, elements[i], w, sum);
      }
    }
  }
}

void MatmulEmitter::reduceBlocks(Loops loops, SmallVector<Value> &acc,
                                 int64_t rows, int64_t vectors) {
  int64_t depth = c.loopSize(c.reduction[0]), per = c.blocks->perWord();
  auto whole = [&](Value block, int64_t count, ValueRange carried) {
    SmallVector<Value> zero(vectors),
        sums(rows * vectors, zeroVector(e, c.sumType(), tile.lanes));
    for (int64_t j = 0; zeros && j < vectors; ++j)
      zero[j] = parameterOf(zeros, loops, j, block);
    Value first = e.mul(block, e.index(c.block / per));
    int64_t some = count / per, step = std::min(some, unrolledWords),
            unrolled = step ? some / step * step : 0;
    auto take = [&](Value word, int64_t words) {
      for (int64_t w = 0; w < words; ++w)
        reduceWords(loops, e.add(word, e.index(w)), per, rows, zero, sums);
    };
    if (unrolled > step)
      sums = e.forLoop(first, e.add(first, e.index(unrolled)), e.index(step),
                       sums, [&](Value word, ValueRange inner) {
                         sums.assign(inner.begin(), inner.end());
                         take(word, step);
                         return sums;
                       });
    else
      take(first, unrolled);
    take(e.add(first, e.index(unrolled)), some - unrolled);
    if (count % per)
      reduceWords(loops, e.add(first, e.index(some)), count % per, rows, zero,
                  sums);
    SmallVector<Value> result(carried);
    for (int64_t j = 0; j < vectors; ++j) {
      Value scale = parameterOf(scales, loops, j, block);
      for (int64_t i = 0; i < rows; ++i) {
        Value &r = result[i * vectors + j];
        r = cameo::multiplyAdd(e, sums[i * vectors + j], scale, r);
      }
    }
    return result;
  };
  int64_t full = depth / c.block;
  if (full)
    acc = e.forLoop(e.index(0), e.index(full), e.index(1), acc,
                    [&](Value block, ValueRange carried) {
                      return whole(block, c.block, carried);
                    });
  if (depth % c.block)
    acc = whole(e.index(full), depth % c.block, acc);
}

//===-- more rows: dequantised --------------------------------------------===//

void MatmulEmitter::dequantise(const Loops &loops, Value from, Value to) {
  int64_t per = c.blocks->perWord(), vectors = tile.columns / tile.lanes;
  auto type = VectorType::get({tile.lanes}, e.b.getI32Type());
  Value perWord = e.index(per);
  e.forLoop(divide(e, from, perWord), e.divUp(to, perWord), e.index(1),
            [&](Value word) {
              Value first = e.mul(word, perWord);
              Value block = divide(e, first, e.index(c.block));
              Value row = e.mul(e.sub(first, from), e.index(tile.columns));
              for (int64_t j = 0; j < vectors; ++j) {
                Value at = blockRow(loops, j, word, wordsOfColumn());
                Value packed = LLVM::LoadOp::create(e.b, type, wordAddress(at),
                                                    /*alignment=*/4);
                LLVM::Prefetch::create(
                    e.b, wordAddress(e.add(at, e.index(wordsAheadBytes / 4))),
                    /*rw=*/0, /*hint=*/3, /*cache=*/1);
                Value scale = parameterOf(scales, loops, j, block), zero;
                if (zeros)
                  zero = parameterOf(zeros, loops, j, block);
                for (int64_t f = 0; f < per; ++f) {
                  Value w = numberOf(packed, f);
                  if (zero)
                    w = arith::SubFOp::create(e.b, w, zero);
                  w = arith::MulFOp::create(e.b, w, scale);
                  vector::StoreOp::create(
                      e.b, w, panel.flat,
                      ValueRange{e.add(
                          row, e.index(f * tile.columns + j * tile.lanes))});
                }
              }
            });
  panel.offset = e.sub(e.index(0), e.mul(from, e.index(tile.columns)));
}
