// SPDX-License-Identifier: Apache-2.0
// cameo-gpu-target: what layouts, fusion and the strategies need to know of a
// GPU.
#include "compiler/GPU/Passes.h"
#include "compiler/Kernels/RecurrenceTarget.h"
#include "compiler/Kernels/TargetDescription.h"

using namespace mlir;
using namespace cameo;

namespace cameo {
#define GEN_PASS_DEF_GPUTARGET
#include "compiler/GPU/Passes.h.inc"
} // namespace cameo

namespace {
struct GPUTarget : cameo::impl::GPUTargetBase<GPUTarget> {
  using GPUTargetBase::GPUTargetBase;

  void runOnOperation() override {
    TargetDescription d;
    // A thread works on scalars: no blocks of channels, no panels.
    d.vectorBytes = 1;
    d.fma = true;
    d.fusedAttention = true;
    // Convolutions of bytes stay what they are: tensor cores multiply them.
    d.byteDot = true;
    d.fusedRecurrence = true;
    d.attach(getOperation());
    // A warp reads weights of 32 units at once. A block goes over all of them in
    // every step: more than a megabyte takes it longer, at some 100 GB/s from
    // the second-level cache, than launches on the whole chip.
    RecurrenceTarget{/*units=*/32, /*mostBytes=*/1 << 20}.attach(
        getOperation());
    Builder b(&getContext());
    SmallVector<NamedAttribute> gpu{
        b.getNamedAttr("arch", b.getStringAttr(arch)),
        b.getNamedAttr("math", b.getStringAttr(math))};
    if (!variant.empty())
      gpu.push_back(b.getNamedAttr("variant", b.getStringAttr(variant)));
    getOperation()->setAttr("cameo.gpu", b.getDictionaryAttr(gpu));
  }
};
} // namespace
