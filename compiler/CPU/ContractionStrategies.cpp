// SPDX-License-Identifier: Apache-2.0
// Strategies for kernels around one contraction: a matrix product, a
// convolution or a pooling window, with what is fused behind it evaluated on
// the values while they are in registers.
#include "compiler/CPU/Attention.h"
#include "compiler/CPU/Channelwise.h"
#include "compiler/CPU/DirectConv.h"
#include "compiler/CPU/Matmul.h"
#include "compiler/CPU/PixelConv.h"
#include "compiler/CPU/PixelPool.h"
#include "compiler/CPU/Strategy.h"
#include "compiler/CPU/TransposedConv.h"
#include "compiler/CPU/Winograd.h"
#include "compiler/Kernels/PointwiseRoot.h"

using namespace mlir;
using namespace cameo;

/// Multiply-adds worth handing to another worker (some microseconds).
static constexpr int64_t grainOperations = 1 << 17;

/// Matrix tiles and windows write their results wherever a reshape of the destination says.
static Operation *findRoot(KernelOp kernel) {
  return findPointwiseRoot(kernel, /*throughReshapes=*/true);
}

namespace {
/// What all emitters of contractions have in common: units of work with one
/// cost.
template <typename Emitter> struct UnitStrategy : Strategy {
  virtual std::optional<Emitter> emitter(KernelOp kernel,
                                         KernelEmitter &e) const = 0;
  virtual Value scratch(Emitter &) const { return {}; }
  /// Units that share work are better done together.
  virtual Value leastGrain(Emitter &, KernelEmitter &e) const {
    return e.index(1);
  }

  FailureOr<Tiling> tiling(KernelOp kernel, KernelEmitter &e) const override {
    std::optional<Emitter> emit = emitter(kernel, e);
    if (!emit)
      return failure();
    Value cost = e.max(emit->unitCost(), e.index(1));
    Value grain =
        e.max(divide(e, e.index(grainOperations), cost), leastGrain(*emit, e));
    return Tiling{e.product(emit->units()), grain, scratch(*emit)};
  }
  LogicalResult emit(KernelOp kernel, KernelEmitter &e) const override {
    std::optional<Emitter> emit = emitter(kernel, e);
    return emit ? emit->emit() : failure();
  }
};

struct MatmulStrategy : UnitStrategy<MatmulEmitter> {
  StringRef name() const override { return "matmul"; }
  static FailureOr<Contraction> contraction(KernelOp kernel) {
    auto generic = dyn_cast_or_null<linalg::GenericOp>(findRoot(kernel));
    if (!generic)
      return failure();
    return Contraction::match(generic);
  }
  bool match(KernelOp kernel, const TargetDescription &) const override {
    FailureOr<Contraction> c = contraction(kernel);
    if (failed(c))
      return false;
    if (c->blocks)
      return llvm::all_of(c->op.getDpsInputs(), isInMemory);
    return !c->panel || isInMemory(c->rhsTensor());
  }
  std::optional<MatmulEmitter> emitter(KernelOp kernel,
                                       KernelEmitter &e) const override {
    FailureOr<Contraction> c = contraction(kernel);
    if (failed(c))
      return std::nullopt;
    MatmulTile tile = MatmulTile::choose(*c, kernel, e.target);
    // What has to be computed is computed once per panel.
    tile.pack |= !isInMemory(c->rhsTensor());
    return MatmulEmitter(*c, tile, e);
  }
  Value scratch(MatmulEmitter &m) const override { return m.scratchBytes(); }
};

struct AttentionStrategy : UnitStrategy<AttentionEmitter> {
  StringRef name() const override { return "attention"; }
  bool match(KernelOp kernel, const TargetDescription &) const override {
    FailureOr<AttentionChain> c = attentionOf(kernel);
    return succeeded(c) && isStrided(c->scores->getOperand(0)) &&
           isStrided(c->scores->getOperand(1)) &&
           isStrided(c->values->getOperand(c->value));
  }
  std::optional<AttentionEmitter> emitter(KernelOp kernel,
                                          KernelEmitter &e) const override {
    return AttentionEmitter(*attentionOf(kernel), e);
  }
  Value scratch(AttentionEmitter &a) const override { return a.scratchBytes(); }
};

struct DirectConvStrategy : UnitStrategy<DirectConvEmitter> {
  StringRef name() const override { return "direct-conv"; }
  bool match(KernelOp kernel, const TargetDescription &) const override {
    auto conv = dyn_cast_or_null<ConvOp>(findRoot(kernel));
    return conv && isDirectConv(conv) &&
           (isInMemory(conv.getInput()) || canComputeInput(conv)) &&
           isInMemory(conv.getFilter());
  }
  std::optional<DirectConvEmitter> emitter(KernelOp kernel,
                                           KernelEmitter &e) const override {
    return DirectConvEmitter(cast<ConvOp>(findRoot(kernel)), e);
  }
  Value scratch(DirectConvEmitter &c) const override { return c.scratch(); }
  Value leastGrain(DirectConvEmitter &c, KernelEmitter &) const override {
    return c.leastGrain();
  }
};

struct PixelConvStrategy : UnitStrategy<PixelConvEmitter> {
  StringRef name() const override { return "pixel-conv"; }
  bool match(KernelOp kernel, const TargetDescription &target) const override {
    auto conv = dyn_cast_or_null<ConvOp>(findRoot(kernel));
    return conv && isPixelConv(conv, target) && isInMemory(conv.getInput()) &&
           isInMemory(conv.getFilter());
  }
  std::optional<PixelConvEmitter> emitter(KernelOp kernel,
                                          KernelEmitter &e) const override {
    return PixelConvEmitter(cast<ConvOp>(findRoot(kernel)), e);
  }
};

struct WinogradStrategy : UnitStrategy<WinogradEmitter> {
  StringRef name() const override { return "winograd-conv"; }
  bool match(KernelOp kernel, const TargetDescription &) const override {
    auto conv = dyn_cast_or_null<ConvOp>(findRoot(kernel));
    return conv && isWinogradConv(conv) && isInMemory(conv.getInput()) &&
           isInMemory(conv.getFilter());
  }
  std::optional<WinogradEmitter> emitter(KernelOp kernel,
                                         KernelEmitter &e) const override {
    return WinogradEmitter(cast<ConvOp>(findRoot(kernel)), e);
  }
  Value scratch(WinogradEmitter &w) const override { return w.scratchBytes(); }
  Value leastGrain(WinogradEmitter &w, KernelEmitter &) const override {
    return w.leastGrain();
  }
};

struct DepthwiseStrategy : UnitStrategy<ChannelwiseEmitter> {
  StringRef name() const override { return "depthwise-conv"; }
  bool match(KernelOp kernel, const TargetDescription &) const override {
    auto conv = dyn_cast_or_null<ConvOp>(findRoot(kernel));
    return conv && isBlockedDepthwise(conv) && isInMemory(conv.getInput()) &&
           isInMemory(conv.getFilter());
  }
  std::optional<ChannelwiseEmitter> emitter(KernelOp kernel,
                                            KernelEmitter &e) const override {
    return ChannelwiseEmitter(cast<ConvOp>(findRoot(kernel)), e);
  }
};

struct PixelPoolStrategy : UnitStrategy<PixelPoolEmitter> {
  StringRef name() const override { return "pixel-pool"; }
  bool match(KernelOp kernel, const TargetDescription &target) const override {
    auto pool = dyn_cast_or_null<PoolOp>(findRoot(kernel));
    return pool && isPixelPool(pool, target) && isInMemory(pool.getInput());
  }
  std::optional<PixelPoolEmitter> emitter(KernelOp kernel,
                                          KernelEmitter &e) const override {
    return PixelPoolEmitter(cast<PoolOp>(findRoot(kernel)), e);
  }
};

struct PoolStrategy : UnitStrategy<ChannelwiseEmitter> {
  StringRef name() const override { return "pool"; }
  bool match(KernelOp kernel, const TargetDescription &) const override {
    auto pool = dyn_cast_or_null<PoolOp>(findRoot(kernel));
    return pool && isEmittablePool(pool) && isInMemory(pool.getInput());
  }
  std::optional<ChannelwiseEmitter> emitter(KernelOp kernel,
                                            KernelEmitter &e) const override {
    return ChannelwiseEmitter(cast<PoolOp>(findRoot(kernel)), e);
  }
};

/// A transposed convolution as one direct convolution per phase of its strides.
struct PhasedConvStrategy : Strategy {
  StringRef name() const override { return "phased-conv"; }
  static ConvTransposeOp rootOf(KernelOp kernel) {
    return dyn_cast_or_null<ConvTransposeOp>(findRoot(kernel));
  }
  bool match(KernelOp kernel, const TargetDescription &) const override {
    auto conv = rootOf(kernel);
    return conv && !directPhases(conv).empty() && isInMemory(conv.getInput()) &&
           isInMemory(conv.getFilter());
  }
  /// Every phase has as many units as the first, which has the most outputs.
  FailureOr<Tiling> tiling(KernelOp kernel, KernelEmitter &e) const override {
    auto conv = rootOf(kernel);
    SmallVector<SmallVector<int64_t>> phases = directPhases(conv);
    Value units = e.index(0), cost = e.index(1);
    for (ArrayRef<int64_t> phase : phases) {
      DirectConvEmitter emitter(conv, phase, e);
      units = e.max(units, e.product(emitter.units()));
      cost = e.max(cost, emitter.unitCost());
    }
    Value grain = e.max(divide(e, e.index(grainOperations), cost), e.index(1));
    return Tiling{e.mul(units, e.index(phases.size())), grain, {}};
  }
  LogicalResult emit(KernelOp kernel, KernelEmitter &e) const override {
    auto conv = rootOf(kernel);
    std::vector<std::unique_ptr<DirectConvEmitter>> emitters;
    SmallVector<SmallVector<Value>> counts;
    Value units = e.index(0);
    for (ArrayRef<int64_t> phase : directPhases(conv)) {
      emitters.push_back(std::make_unique<DirectConvEmitter>(conv, phase, e));
      if (failed(emitters.back()->prepare()))
        return failure();
      counts.push_back(emitters.back()->units());
      units = e.max(units, e.product(counts.back()));
    }
    e.forLoop(e.begin, e.end, e.index(1), [&](Value unit) {
      Value phase = divide(e, unit, units), inPhase = remainder(e, unit, units);
      for (auto [i, emitter] : llvm::enumerate(emitters)) {
        Value mine = arith::AndIOp::create(
            e.b,
            arith::CmpIOp::create(e.b, arith::CmpIPredicate::eq, phase,
                                  e.index(i)),
            less(e, inPhase, e.product(counts[i])));
        emitIf(e, mine, [&] { emitter->emitUnit(inPhase, counts[i]); });
      }
    });
    return success(
        llvm::none_of(emitters, [](auto &x) { return x->hasFailed(); }));
  }
};

struct TransposedConvStrategy : UnitStrategy<TransposedConvEmitter> {
  StringRef name() const override { return "transposed-conv"; }
  bool match(KernelOp kernel, const TargetDescription &) const override {
    auto conv = dyn_cast_or_null<ConvTransposeOp>(findRoot(kernel));
    return conv && isEmittableTransposedConv(conv) &&
           isInMemory(conv.getInput()) && isInMemory(conv.getFilter());
  }
  std::optional<TransposedConvEmitter>
  emitter(KernelOp kernel, KernelEmitter &e) const override {
    return TransposedConvEmitter(cast<ConvTransposeOp>(findRoot(kernel)), e);
  }
};
} // namespace

void cameo::addContractionStrategies(StrategyList &list) {
  list.push_back(std::make_unique<AttentionStrategy>());
  list.push_back(std::make_unique<MatmulStrategy>());
  list.push_back(std::make_unique<WinogradStrategy>());
  list.push_back(std::make_unique<DepthwiseStrategy>());
  list.push_back(std::make_unique<PixelConvStrategy>());
  list.push_back(std::make_unique<DirectConvStrategy>());
  list.push_back(std::make_unique<PixelPoolStrategy>());
  list.push_back(std::make_unique<PoolStrategy>());
  list.push_back(std::make_unique<PhasedConvStrategy>());
  list.push_back(std::make_unique<TransposedConvStrategy>());
}
