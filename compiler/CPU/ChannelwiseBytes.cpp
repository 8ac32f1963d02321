// SPDX-License-Identifier: Apache-2.0
// Depthwise convolution of bytes: neighbouring pixels of a block of channels lie side by side, so one load brings four of
// them, one shuffle makes them words of a channel each, and cameo.dot4 multiplies these with words of four taps.
#include "compiler/CPU/Channelwise.h"

using namespace mlir;
using namespace cameo;

static constexpr int64_t word = 4;

static Value shift(KernelEmitter &e, Value v, int64_t bits, bool left) {
  if (bits == 0)
    return v;
  Value by = splat(e, arith::ConstantIntOp::create(e.b, e.b.getI32Type(), bits),
                   cast<VectorType>(v.getType()).getDimSize(0));
  return left ? arith::ShLIOp::create(e.b, v, by).getResult()
              : arith::ShRUIOp::create(e.b, v, by).getResult();
}

/// Words of `count` pixels from `at` on, the other bytes zero. What lies behind them is not read.
static Value loadPixels(KernelEmitter &e, Value input, Value at, int64_t count,
                        int64_t block) {
  Type i8 = e.b.getI8Type();
  Value pixels;
  if (count == word) {
    pixels = loadVector(e, input, at, word * block);
  } else {
    auto type = VectorType::get({word * block}, i8);
    SmallVector<bool> lanes(word * block, false);
    std::fill_n(lanes.begin(), count * block, true);
    Value mask = arith::ConstantOp::create(
        e.b, DenseElementsAttr::get(
                 VectorType::get({word * block}, e.b.getI1Type()), lanes));
    pixels =
        vector::MaskedLoadOp::create(e.b, type, input, ValueRange{at}, mask,
                                     zeroVector(e, i8, word * block));
  }
  SmallVector<int64_t> order;
  for (int64_t channel = 0; channel < block; ++channel)
    for (int64_t pixel = 0; pixel < word; ++pixel)
      order.push_back(pixel * block + channel);
  pixels = vector::ShuffleOp::create(e.b, pixels, pixels, order);
  return vector::BitCastOp::create(
      e.b, VectorType::get({block}, e.b.getI32Type()), pixels);
}

void ChannelwiseEmitter::overByteTaps(Tile &tile, Value inputAt, Value filterAt,
                                      Accumulators &acc) {
  unsigned d = window.rank() - 1;
  int64_t taps = window.kernel[d];
  Value pixel = inputStrides[2 + d], words = filterStrides[1 + d];
  Type i32 = e.b.getI32Type();
  auto weights = [&](Value group) {
    return loadVector(e, filter, e.add(filterAt, e.mul(group, words)), block);
  };
  if (!tile.columns.interior && !tile.columns.staticX) {
    // Near a border that only the run knows: tap by tap.
    TapRange range = window.tapRange(d, tile.columns.x);
    acc = e.forLoop(
        range.from, range.to, e.index(1), acc, [&](Value tap, ValueRange args) {
          Value at = e.add(
              inputAt, e.mul(window.coordinate(d, tile.columns.x, tap), pixel));
          auto wide = VectorType::get({block}, i32);
          Value x = arith::ExtUIOp::create(e.b, wide,
                                           loadVector(e, input, at, block));
          Value group = divide(e, tap, e.index(word));
          Value up =
              e.sub(e.index(word - 1), e.sub(tap, e.mul(group, e.index(word))));
          Value bits = splat(
              e, arith::IndexCastOp::create(e.b, i32, e.mul(up, e.index(8))),
              block);
          Value w = arith::ShLIOp::create(e.b, weights(group), bits);
          Value down = splat(
              e, arith::ConstantIntOp::create(e.b, i32, 8 * (word - 1)), block);
          w = arith::ShRSIOp::create(e.b, w, down);
          Value product = arith::MulIOp::create(e.b, x, w);
          return SmallVector<Value>{
              arith::AddIOp::create(e.b, args[0], product).getResult()};
        });
    return;
  }
  for (int64_t group = 0; group * word < taps; ++group) {
    Value all = weights(e.index(group));
    for (int64_t i = 0; i < tile.columns.width; ++i) {
      // The taps inside the input are neighbours.
      int64_t from = group * word, to = std::min(from + word, taps);
      while (from < to && !window.inside(tile.columns, i, from))
        ++from;
      while (to > from && !window.inside(tile.columns, i, to - 1))
        --to;
      if (from == to)
        continue;
      Value first = window.coordinate(d, tile.columns.x, e.index(from));
      Value at = e.add(
          inputAt, e.mul(e.add(first, e.index(i * window.strides[d])), pixel));
      Value x = loadPixels(e, input, at, to - from, block);
      Value w = shift(e, all, 8 * (from - group * word), /*left=*/false);
      acc[i] = Dot4Op::create(e.b, x, w, acc[i]);
    }
  }
}
