// SPDX-License-Identifier: Apache-2.0
// Makes hostile models of sound ones. The same seed gives the same bytes on
// every machine.
#ifndef CAMEO_TEST_FUZZ_MUTATE_H
#define CAMEO_TEST_FUZZ_MUTATE_H

#include "Wire.h"

namespace cameo::fuzz {

/// Small, seeded, and ours: the standard library's distributions may differ
/// from one implementation to the next.
class Random {
public:
  explicit Random(uint64_t seed) : state(seed) {}
  uint64_t next();
  /// Below `bound`, which is not 0.
  size_t below(size_t bound) { return size_t(next() % bound); }
  bool oneIn(size_t n) { return below(n) == 0; }

private:
  uint64_t state;
};

/// What other models have that a mutation may put into this one.
struct Pool {
  std::vector<std::string> operators;
  std::vector<Field> attributes, tensors, types;
  void add(const Message &message);
};

/// A hostile relative of the model, or of another message of ONNX's.
std::string mutate(llvm::StringRef model, const Pool &pool, Random &random,
                   Kind kind = Kind::Model);

} // namespace cameo::fuzz

#endif
