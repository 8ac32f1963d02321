// SPDX-License-Identifier: Apache-2.0
// Philox 2x32-10, a counter-based generator: J. Salmon et al., "Parallel random
// numbers: as easy as 1, 2, 3", SC 2011. Everything is arithmetic on the
// position, so it vectorises.
#include "compiler/Lowering/Random.h"
#include "llvm/Support/xxhash.h"
#include <numbers>

using namespace mlir;
using namespace cameo;

/// Where a node's name is not known, all streams would be one; the operator's
/// place in the function tells them apart then.
static uint64_t identity(Lowerer &l) {
  std::string text;
  l.loc->walk([&](Location at) {
    if (auto name = dyn_cast<NameLoc>(at))
      text += name.getName().getValue().str() + '\0';
    return WalkResult::advance();
  });
  if (text.empty() && l.op)
    for (Operation *op = l.op; op; op = op->getPrevNode())
      text += op->getName().getStringRef();
  return llvm::xxh3_64bits(text);
}

RandomStream::RandomStream(Lowerer &l, std::optional<uint64_t> seed)
    : key(seed ? *seed : identity(l)) {
  // Seeds are small numbers: spread their bits.
  key = llvm::xxh3_64bits(
      ArrayRef(reinterpret_cast<const uint8_t *>(&key), sizeof key));
  Scalars s(l.b, l.loc);
  Type i32 = l.b.getI32Type();
  for (Operation *op = l.op; op; op = op->getParentOp())
    if (Value number = op->getBlock() ? l.iteration(op->getBlock()) : Value()) {
      Scalar n = s(number).to(i32);
      iteration = iteration
                      ? Value(s(iteration) * s.constant(i32, 0x01000193) + n)
                      : Value(n);
    }
}

std::optional<uint64_t> RandomStream::bits(std::optional<APFloat> seed) {
  if (!seed)
    return std::nullopt;
  return seed->bitcastToAPInt().getZExtValue();
}

std::pair<Scalar, Scalar> RandomStream::words(Scalars &s,
                                              Scalar position) const {
  constexpr uint32_t multiplier = 0xD256D193, weyl = 0x9E3779B9;
  Type i32 = s.b.getI32Type(), i64 = s.b.getI64Type();
  auto word = [&](uint32_t v) {
    return s.constant(i32, int64_t(int32_t(v))).as(true);
  };
  Scalar at = position.to(i64).as(true);
  Scalar low = at.to(i32, true).as(true);
  Scalar high =
      at.shr(at.like(32)).to(i32, true).as(true) ^ word(uint32_t(key >> 32));
  if (iteration)
    high = high ^ s(iteration).as(true);
  uint32_t round = uint32_t(key);
  for (int i = 0; i < 10; ++i, round += weyl) {
    Scalar product =
        low.to(i64, true).as(true) * s.constant(i64, int64_t(multiplier));
    Scalar upper = product.shr(product.like(32)).to(i32, true).as(true);
    low = upper ^ word(round) ^ high;
    high = product.to(i32, true).as(true);
  }
  return {low, high};
}

Scalar RandomStream::uniform(Scalars &s, Scalar position, Type type) const {
  auto [a, b] = words(s, position);
  // As many bits as the type's mantissa holds.
  if (!type.isF64())
    return a.shr(a.like(8)).to(type, true) * 0x1p-24;
  Scalar upper = a.shr(a.like(5)).to(type, true),
         lower = b.shr(b.like(6)).to(type, true);
  return (upper * 0x1p26 + lower) * 0x1p-53;
}

Scalar RandomStream::normal(Scalars &s, Scalar position, Type type) const {
  // Box and Muller's transform; its logarithm needs a number above 0.
  auto [a, b] = words(s, position);
  bool wide = type.isF64();
  int64_t drop = wide ? 0 : 8;
  double unit = wide ? 0x1p-32 : 0x1p-24;
  Scalar radius = (a.shr(a.like(drop)).to(type, true) + 0.5) * unit;
  Scalar angle = b.shr(b.like(drop)).to(type, true) * unit;
  return (radius.log() * -2.0).sqrt() * (angle * (2 * std::numbers::pi)).cos();
}

Scalar cameo::linearPosition(Scalars &s, ArrayRef<Value> sizes) {
  Scalar at = s.index(0);
  for (auto [i, n] : llvm::enumerate(sizes))
    at = i == 0 ? s.position(0) : at * s(n) + s.position(i);
  return at;
}
