// SPDX-License-Identifier: Apache-2.0
// What kernel formation and layout may know of a target: plain data, carried by the module as
// the dictionary attribute cameo.target. A back end fills it in (compiler/CPU/Target.cpp).
#ifndef CAMEO_COMPILER_KERNELS_TARGETDESCRIPTION_H
#define CAMEO_COMPILER_KERNELS_TARGETDESCRIPTION_H

#include "mlir/IR/BuiltinOps.h"

namespace cameo {

struct TargetDescription {
  int64_t vectorBytes = 32;
  int64_t vectorRegisters = 16;
  bool fma = true;
  /// An instruction that multiplies floats by powers of two: x86's vscalefps.
  bool vectorLdexp = false;
  /// Instructions that convert between f16 and f32; from f32 to bf16; from f64 to f16 and bf16.
  bool halfConversion = false, bfloatConversion = false, doubleToHalf = false;
  /// Whether one kernel may hold a whole attention: see AttentionChain.h.
  bool fusedAttention = false;
  /// Whether one kernel may hold all steps of a cameo.recurrence.
  bool fusedRecurrence = false;
  /// Whether a pointwise convolution computes its input, some rows at a time: see ConvPrologue.h.
  bool computedInputs = false;
  /// Whether matrix products read weights of 2, 4 and 8 bits as they are: see BlockWeights.h.
  bool blockWeights = false;
  /// An instruction that looks 16 floats up in a register by the low bits of lanes: x86's vpermps.
  bool laneTable = false;
  /// Whether a gather is faster than a load for each lane.
  bool fastGather = true;
  /// Instructions for cameo.dot4: x86's vpdpbusd; failing that, pmaddwd on whole vectors.
  bool byteDot = false, pairDot = false;
  int64_t l1Bytes = 32 << 10;
  int64_t l2Bytes = 1 << 20;
  int64_t l3Bytes = 16 << 20;
  /// What a core streams in a cycle from beyond its own caches.
  int64_t streamBytes = 4;
  /// Cores to plan for; 0 where unknown.
  int64_t cores = 0;

  /// f32 channels in one vector: the block of a blocked layout.
  int64_t channelBlock() const { return vectorBytes / 4; }
  /// Elements of `bits` bits in one vector, at least 1.
  int64_t lanes(int64_t bits) const {
    return std::max<int64_t>(1, vectorBytes * 8 / bits);
  }

  /// Reads the module's cameo.target; what is missing there has the default above.
  static TargetDescription get(mlir::ModuleOp module);
  void attach(mlir::ModuleOp module) const;
};

} // namespace cameo

#endif
