// SPDX-License-Identifier: Apache-2.0
// Attention's products by the threads' own arithmetic: 16 x 16 threads, each
// with 4 queries by 4 keys of the scores and 4 queries by 4 of each 64 columns
// of the weighted sums. Shared memory keeps rows as they are in memory, longer
// by 16 bytes, so that the vectors that 8 lanes read lie in different banks.
#include "compiler/GPU/Attention.h"
#include "mlir/Dialect/Math/IR/Math.h"

using namespace mlir;
using namespace cameo;

static constexpr int64_t chunk = 64, width = 4;

/// sums[4 i + j] + the sum over 4 of a[i][...] * b[...][j]; `transposed`: of
/// b[j][...].
static SmallVector<Value> multiplyAll(KernelEmitter &e, ValueRange sums,
                                      ArrayRef<Value> a, ArrayRef<Value> b,
                                      bool transposed) {
  SmallVector<Value> result(sums);
  for (int64_t d = 0; d < width; ++d)
    for (int64_t i = 0; i < width; ++i)
      for (int64_t j = 0; j < width; ++j) {
        Value x = vector::ExtractOp::create(e.b, a[i], d);
        Value y = transposed ? vector::ExtractOp::create(e.b, b[j], d)
                             : vector::ExtractOp::create(e.b, b[d], j);
        Value &sum = result[i * width + j];
        sum = math::FmaOp::create(e.b, x, y, sum);
      }
  return result;
}

SmallVector<Value> AttentionBlock::threadScores(Value key0) {
  Values sums(rowsOfThread * keysOfThread, f32(0));
  auto addChunk = [&](Value d0, Value length, ValueRange before) {
    // Until here others read what is overwritten now.
    blockBarrier(e);
    if (!wholeDepth)
      fill(*sharedQ, q, query0, d0, 64, chunk);
    fill(*sharedK, k, key0, d0, tileKeys, chunk);
    blockBarrier(e);
    return e.forLoop(e.index(0), length, e.index(width), before,
                     [&](Value d, ValueRange args) {
                       Values a, b;
                       for (int64_t i = 0; i < width; ++i) {
                         auto row = [&](SharedArray &from, Value r) {
                           return from.load(
                               e.add(e.mul(r, e.index(rowLength)), d), width);
                         };
                         a.push_back(row(*sharedQ, rowOf(i)));
                         b.push_back(row(*sharedK, keyOf(i)));
                       }
                       return multiplyAll(e, args, a, b, /*transposed=*/true);
                     });
  };
  if (wholeDepth)
    return addChunk(e.index(0),
                    e.index(llvm::alignTo(*getConstantIntValue(depth), width)),
                    sums);
  return e.forLoop(e.index(0), depth, e.index(chunk), sums,
                   [&](Value d0, ValueRange args) {
                     return addChunk(d0, e.index(chunk), args);
                   });
}

SmallVector<Value> AttentionBlock::threadWeigh(ArrayRef<Value> powers,
                                               Value key0, ValueRange sums) {
  for (int64_t i = 0; i < rowsOfThread; ++i)
    for (int64_t j = 0; j < keysOfThread; ++j)
      sharedP->store(powers[i * keysOfThread + j],
                     e.add(e.mul(rowOf(i), e.index(rowLength)), keyOf(j)));
  Values result(sums);
  for (int64_t part = 0; part < columnsOfThread / width; ++part) {
    // Of row i, columns 64 part + 4 tx and on.
    auto mine = [&](int64_t i, int64_t j) -> Value & {
      return result[i * columnsOfThread + part * width + j];
    };
    // All are done with the keys, or the columns before.
    blockBarrier(e);
    fill(*sharedV, v, key0, e.add(column0, e.index(part * chunk)), tileKeys,
         chunk);
    blockBarrier(e);
    Values before;
    for (int64_t i = 0; i < width; ++i)
      for (int64_t j = 0; j < width; ++j)
        before.push_back(mine(i, j));
    Values after = e.forLoop(
        e.index(0), e.index(tileKeys), e.index(width), before,
        [&](Value key, ValueRange args) {
          Values a, b;
          Value column =
              e.mul(remainder(e, threadId(e), e.index(16)), e.index(width));
          for (int64_t i = 0; i < width; ++i) {
            a.push_back(sharedP->load(
                e.add(e.mul(rowOf(i), e.index(rowLength)), key), width));
            Value row = e.mul(e.add(key, e.index(i)), e.index(rowLength));
            b.push_back(sharedV->load(e.add(row, column), width));
          }
          return multiplyAll(e, args, a, b, /*transposed=*/false);
        });
    for (int64_t i = 0; i < width; ++i)
      for (int64_t j = 0; j < width; ++j)
        mine(i, j) = after[i * width + j];
  }
  return result;
}
