// SPDX-License-Identifier: Apache-2.0
// Products with weights of 2, 4 and 8 bits, packed as compiler/Kernels/BlockWeights.h has it; see
// Matmul.h. A few rows read the weights once, as they are: each sum over the elements that share a
// scale is a sum of integers times the left operand, and is scaled when it is whole. More rows
// share a block of depth that is dequantised into scratch and goes through the usual tiles there.
#include "compiler/CPU/LaneTable.h"
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
    return lookUp(e, {table}, code);
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
  Value v = loadVector(e, flat, blockRow(loops, j, block, blocksOfColumn()),
                       tile.lanes);
  auto type = cast<VectorType>(v.getType());
  return isa<FloatType>(type.getElementType())
             ? v
             : arith::SIToFPOp::create(e.b, type.clone(e.b.getF32Type()), v)
                   .getResult();
}

//===-- few rows: as they are ---------------------------------------------===//
// The sum over a block of scale * (q - zero) * x is scale * (sum of q * x - zero * sum of x): the
// inner loop has neither scales nor zero points. Without a table of numbers, q counts from 0 and
// stays where it lies in its word: a multiple of a power of two by which x is divided beforehand.

bool MatmulEmitter::readsFields() const { return !table; }

int64_t MatmulEmitter::blocksOfColumn() {
  return llvm::divideCeil(c.loopSize(c.reduction[0]), c.block);
}

int64_t MatmulEmitter::rowBytes(int64_t rows) {
  int64_t copied = wordsOfColumn() * c.blocks->perWord();
  return rows * (copied + blocksOfColumn()) * 4;
}

void MatmulEmitter::prepareRows(int64_t rows) {
  if (!readsFields() && !zeros)
    return;
  int64_t depth = c.loopSize(c.reduction[0]), per = c.blocks->perWord(),
          padded = wordsOfColumn() * per, bits = c.blocks->bits;
  auto view = [&](int64_t from, int64_t count) {
    return memref::ViewOp::create(e.b, MemRefType::get({count}, c.sumType()),
                                  e.scratch, e.index(from * 4), ValueRange());
  };
  rowSums = view(0, rows * blocksOfColumn());
  if (readsFields())
    scaledRows = view(rows * blocksOfColumn(), rows * padded);
  unsigned k = c.reduction[0];
  auto type = VectorType::get({per}, c.sumType());
  SmallVector<float> factors;
  for (int64_t f = 0; f < per; ++f)
    factors.push_back(f + 1 < per ? std::ldexp(1.0f, -f * bits) : 1.0f);
  Value pattern = arith::ConstantOp::create(
      e.b, DenseElementsAttr::get(type, ArrayRef(factors)));
  for (int64_t i = 0; i < rows; ++i) {
    Loops at(sizes.size());
    for (unsigned loop : c.outer)
      at[loop] = e.index(0);
    if (c.m >= 0)
      at[c.m] = e.index(i);
    auto element = [&](Value step) {
      at[k] = step;
      return loadScalar(e, lhs.flat, lhs.at(e, at));
    };
    // The elements of a word, and zeros where the depth ends within it.
    auto word = [&](Value number, int64_t count) -> Value {
      Value first = e.mul(number, e.index(per)), v;
      at[k] = first;
      if (lhs.isUnit(k) && count == per) {
        v = loadVector(e, lhs.flat, lhs.at(e, at), per);
      } else {
        v = zeroVector(e, c.sumType(), per);
        for (int64_t f = 0; f < count; ++f)
          v = vector::InsertOp::create(e.b, element(e.add(first, e.index(f))),
                                       v, f);
      }
      if (scaledRows)
        vector::StoreOp::create(e.b, arith::MulFOp::create(e.b, v, pattern),
                                scaledRows,
                                ValueRange{e.add(e.index(i * padded), first)});
      return v;
    };
    auto block = [&](Value number, int64_t count) {
      Value first = e.mul(number, e.index(c.block / per));
      Value sum =
          e.forLoop(first, e.add(first, e.index(count / per)), e.index(1),
                    ValueRange{zeroVector(e, c.sumType(), per)},
                    [&](Value w, ValueRange carried) {
                      return SmallVector<Value>{
                          arith::AddFOp::create(e.b, carried[0], word(w, per))};
                    })[0];
      if (count % per)
        sum = arith::AddFOp::create(
            e.b, sum, word(e.add(first, e.index(count / per)), count % per));
      Value total = vector::ReductionOp::create(
          e.b, vector::CombiningKind::ADD, sum, arith::FastMathFlags::reassoc);
      memref::StoreOp::create(
          e.b, arith::NegFOp::create(e.b, total), rowSums,
          ValueRange{e.add(e.index(i * blocksOfColumn()), number)});
    };
    e.forLoop(e.index(0), e.index(depth / c.block), e.index(1),
              [&](Value number) { block(number, c.block); });
    if (depth % c.block)
      block(e.index(depth / c.block), depth % c.block);
  }
}

/// Number `f` of each word, counted from 0, times the power of two of its
/// place; the last one, which has the sign's bit, by itself.
static Value fieldOf(KernelEmitter &e, Value word, int64_t bits, int64_t f) {
  auto type = cast<VectorType>(word.getType());
  auto number = [&](uint32_t n) {
    return arith::ConstantOp::create(
        e.b, DenseElementsAttr::get(type, APInt(32, n)));
  };
  if ((f + 1) * bits == 32)
    word = arith::ShRUIOp::create(e.b, word, number(32 - bits));
  else
    word = arith::AndIOp::create(e.b, word,
                                 number(((1u << bits) - 1) << (f * bits)));
  return arith::SIToFPOp::create(e.b, type.clone(e.b.getF32Type()), word);
}

void MatmulEmitter::reduceWords(Loops loops, Value word, int64_t count,
                                int64_t rows, int64_t vectors,
                                SmallVector<Value> &sums) {
  int64_t per = c.blocks->perWord(), bits = c.blocks->bits;
  unsigned k = c.reduction[0];
  auto type = VectorType::get({tile.lanes}, e.b.getI32Type());
  SmallVector<Value> packed;
  for (int64_t j = 0; j < vectors; ++j) {
    Value at = blockRow(loops, j, word, wordsOfColumn());
    Value v = LLVM::LoadOp::create(e.b, type, wordAddress(at), /*alignment=*/4);
    if (readsFields()) {
      // Signed numbers count from 0 with their highest bit turned.
      uint32_t high = 0;
      for (int64_t f = 0; f < per; ++f)
        high |= 1u << (f * bits + bits - 1);
      v = arith::XOrIOp::create(
          e.b, v,
          arith::ConstantOp::create(
              e.b, DenseElementsAttr::get(type, APInt(32, high))));
    }
    packed.push_back(v);
    LLVM::Prefetch::create(e.b,
                           wordAddress(e.add(at, e.index(wordsAheadBytes / 4))),
                           /*rw=*/0, /*hint=*/3, /*cache=*/1);
  }
  Value first = e.mul(word, e.index(per));
  for (int64_t f = 0; f < count; ++f) {
    loops[k] = e.add(first, e.index(f));
    SmallVector<Value> elements;
    for (int64_t i = 0; i < rows; ++i) {
      Value element;
      if (scaledRows) {
        element = loadScalar(
            e, scaledRows, e.add(e.index(i * wordsOfColumn() * per), loops[k]));
      } else {
        Value index = lhs.at(e, loops);
        if (c.m >= 0)
          index = e.add(index, e.mul(e.index(i), lhs.strides[c.m]));
        element = loadScalar(e, lhs.flat, index);
      }
      elements.push_back(splat(e, element, tile.lanes));
    }
    for (int64_t j = 0; j < vectors; ++j) {
      Value w = readsFields() ? fieldOf(e, packed[j], bits, f)
                              : numberOf(packed[j], f);
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
  // What stands for 0.
  auto origin = [&](int64_t j, Value block) -> Value {
    Value v = zeros ? parameterOf(zeros, loops, j, block) : Value();
    if (!readsFields())
      return v;
    auto type = VectorType::get({tile.lanes}, c.sumType());
    Value half = arith::ConstantOp::create(
        e.b, DenseElementsAttr::get(type,
                                    std::ldexp(1.0f, int(c.blocks->bits - 1))));
    return v ? arith::AddFOp::create(e.b, v, half).getResult() : half;
  };
  auto whole = [&](Value block, int64_t count, ValueRange carried) {
    SmallVector<Value> sums(rows * vectors,
                            zeroVector(e, c.sumType(), tile.lanes));
    Value first = e.mul(block, e.index(c.block / per));
    int64_t some = count / per, step = std::min(some, unrolledWords),
            unrolled = step ? some / step * step : 0;
    auto take = [&](Value word, int64_t words) {
      for (int64_t w = 0; w < words; ++w)
        reduceWords(loops, e.add(word, e.index(w)), per, rows, vectors, sums);
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
      reduceWords(loops, e.add(first, e.index(some)), count % per, rows,
                  vectors, sums);
    SmallVector<Value> result(carried);
    for (int64_t j = 0; j < vectors; ++j) {
      Value scale = parameterOf(scales, loops, j, block),
            zero = rowSums ? origin(j, block) : Value();
      for (int64_t i = 0; i < rows; ++i) {
        Value &r = result[i * vectors + j], sum = sums[i * vectors + j];
        if (zero) {
          Value less = loadScalar(e, rowSums,
                                  e.add(e.index(i * blocksOfColumn()), block));
          sum = cameo::multiplyAdd(e, splat(e, less, tile.lanes), zero, sum);
        }
        r = cameo::multiplyAdd(e, sum, scale, r);
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
