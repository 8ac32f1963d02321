// SPDX-License-Identifier: Apache-2.0
// Attention's products by the tensor cores: a warp has 16 queries by all keys
// of a tile. What a thread has of the scores is what it needs of the weights as
// lhs of the second product; with tf32 that takes the keys in another order,
// which its rhs follows. Rows in shared memory are longer by 16 bytes, so that
// ldmatrix, and the words of a fragment, meet no bank twice.
#include "compiler/GPU/Attention.h"
#include "mlir/Dialect/LLVMIR/NVVMDialect.h"

using namespace mlir;
using namespace cameo;

static constexpr int64_t mmaN = 8;
/// Registers that the queries may take; else they are read from shared memory
/// again and again.
static constexpr int64_t mostQueryWords = 16;

/// The element at (row, column), a word of tf32.
Value AttentionBlock::word(SharedArray &from, Value row, Value column) {
  return from.load(e.add(e.mul(row, e.index(rowLength)), column));
}

/// The lane's part in ldmatrix of four: matrices 1 and 3 are eight further
/// `low`, 2 and 3 eight further `high`; a row each.
namespace {
struct MatrixPlace {
  Value low, high, row;
  MatrixPlace(KernelEmitter &e, Value lane) {
    Value matrix = divide(e, lane, e.index(8));
    low = e.mul(remainder(e, matrix, e.index(2)), e.index(8));
    high = e.mul(divide(e, matrix, e.index(2)), e.index(8));
    row = remainder(e, lane, e.index(8));
  }
};
} // namespace

Fragment AttentionBlock::queryFragment(int64_t k) {
  if (multiplier == Multiplier::TF32) {
    Value t = remainder(e, lane(), e.index(4));
    Fragment f;
    for (int64_t i = 0; i < 4; ++i)
      f.parts.push_back(
          word(*sharedQ, rowOf(i % 2), e.add(t, e.index(k + 4 * (i / 2)))));
    return f;
  }
  MatrixPlace at(e, lane());
  Value first = e.mul(divide(e, threadId(e), e.index(32)), e.index(16));
  Value row = e.add(e.add(first, at.low), at.row);
  return {llvm::to_vector<4>(
      loadMatrices(e, multiplier,
                   sharedQ->address(e.add(e.mul(row, e.index(rowLength)),
                                          e.add(at.high, e.index(k)))),
                   /*transposed=*/false))};
}

/// Of 16 keys from `key` on, eight each.
std::pair<Fragment, Fragment> AttentionBlock::keyFragments(int64_t key,
                                                           int64_t k) {
  if (multiplier == Multiplier::TF32) {
    Value g = divide(e, lane(), e.index(4)),
          t = remainder(e, lane(), e.index(4));
    Fragment f[2];
    for (int64_t i = 0; i < 2; ++i)
      for (int64_t half = 0; half < 2; ++half)
        f[i].parts.push_back(word(*sharedK, e.add(g, e.index(key + 8 * i)),
                                  e.add(t, e.index(k + 4 * half))));
    return {f[0], f[1]};
  }
  MatrixPlace at(e, lane());
  Value row = e.add(e.add(at.high, at.row), e.index(key));
  SmallVector<Value> w =
      loadMatrices(e, multiplier,
                   sharedK->address(e.add(e.mul(row, e.index(rowLength)),
                                          e.add(at.low, e.index(k)))),
                   /*transposed=*/false);
  return {Fragment{{w[0], w[1]}}, Fragment{{w[2], w[3]}}};
}

/// Of 16 columns from `column` on, eight each, and the keys of one product.
std::pair<Fragment, Fragment> AttentionBlock::valueFragments(int64_t key,
                                                             int64_t column) {
  if (multiplier == Multiplier::TF32) {
    // Key 2 t stands at k = t, 2 t + 1 at t + 4.
    Value g = divide(e, lane(), e.index(4)),
          t = remainder(e, lane(), e.index(4));
    Fragment f[2];
    for (int64_t i = 0; i < 2; ++i)
      for (int64_t half = 0; half < 2; ++half)
        f[i].parts.push_back(
            word(*sharedV, e.add(e.mul(t, e.index(2)), e.index(key + half)),
                 e.add(g, e.index(column + 8 * i))));
    return {f[0], f[1]};
  }
  MatrixPlace at(e, lane());
  Value row = e.add(e.add(at.low, at.row), e.index(key));
  SmallVector<Value> w =
      loadMatrices(e, multiplier,
                   sharedV->address(e.add(e.mul(row, e.index(rowLength)),
                                          e.add(at.high, e.index(column)))),
                   /*transposed=*/true);
  return {Fragment{{w[0], w[1]}}, Fragment{{w[2], w[3]}}};
}

/// Keeps the queries in registers if they are not too many.
void AttentionBlock::loadQueryFragments() {
  int64_t whole = llvm::alignTo(*getConstantIntValue(depth), 16),
          step = depthOf(multiplier);
  if (whole / step * 4 > mostQueryWords)
    return;
  blockBarrier(e);
  for (int64_t d = 0; d < whole; d += step)
    queryFragments.push_back(queryFragment(d));
}

SmallVector<Value> AttentionBlock::coreScores(Value key0) {
  int64_t whole = llvm::alignTo(*getConstantIntValue(depth), 16),
          step = depthOf(multiplier);
  // Until here others read what is overwritten now.
  blockBarrier(e);
  fill(*sharedK, k, key0, e.index(0), tileKeys, whole);
  fill(*sharedV, v, key0, e.index(0), tileKeys, llvm::alignTo(columns, 16));
  blockBarrier(e);
  Values sums(tileKeys / mmaN * 4, f32(0));
  for (int64_t d = 0; d < whole; d += step) {
    Fragment a =
        queryFragments.empty() ? queryFragment(d) : queryFragments[d / step];
    for (int64_t n = 0; n < tileKeys / mmaN; n += 2) {
      auto [low, high] = keyFragments(n * mmaN, d);
      for (auto [i, b] : {std::pair(n, low), std::pair(n + 1, high)}) {
        auto *mine = sums.begin() + i * 4;
        llvm::copy(multiplyFragments(e, multiplier, a, b,
                                     ValueRange(ArrayRef(mine, 4))),
                   mine);
      }
    }
  }
  // Sum 2 r + x of a product is that of row r and key x.
  Values x(sums.size());
  for (int64_t i = 0; i < rowsOfThread; ++i)
    for (int64_t j = 0; j < keysOfThread; ++j)
      x[i * keysOfThread + j] = sums[j / 2 * 4 + i * 2 + j % 2];
  return x;
}

SmallVector<Value> AttentionBlock::coreWeigh(ArrayRef<Value> powers, Value key0,
                                             ValueRange sums) {
  auto at = [&](int64_t i, int64_t j) { return powers[i * keysOfThread + j]; };
  auto pair = [&](int64_t i, int64_t j) -> Value {
    auto type = VectorType::get({2}, stored);
    Value two = vector::FromElementsOp::create(
        e.b, type,
        ValueRange{roundFactor(e, multiplier, at(i, j)),
                   roundFactor(e, multiplier, at(i, j + 1))});
    if (multiplier == Multiplier::BF16)
      two = LLVM::BitcastOp::create(e.b, e.b.getI32Type(), two);
    return two;
  };
  Values result(sums);
  int64_t step = depthOf(multiplier);
  for (int64_t key = 0; key < tileKeys; key += step) {
    Fragment a;
    int64_t j = key / 4;
    if (multiplier == Multiplier::TF32)
      for (int64_t i = 0; i < 4; ++i)
        a.parts.push_back(roundFactor(e, multiplier, at(i % 2, j + i / 2)));
    else
      a.parts = {pair(0, j), pair(1, j), pair(0, j + 2), pair(1, j + 2)};
    for (int64_t n = 0; n < columnsOfThread / 2; n += 2) {
      auto [low, high] = valueFragments(key, n * mmaN);
      for (auto [i, b] : {std::pair(n, low), std::pair(n + 1, high)}) {
        Values mine;
        for (int64_t s = 0; s < 4; ++s)
          mine.push_back(result[s / 2 * columnsOfThread + i * 2 + s % 2]);
        Values next = multiplyFragments(e, multiplier, a, b, mine);
        for (int64_t s = 0; s < 4; ++s)
          result[s / 2 * columnsOfThread + i * 2 + s % 2] = next[s];
      }
    }
  }
  return result;
}
