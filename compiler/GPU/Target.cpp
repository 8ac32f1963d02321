// SPDX-License-Identifier: Apache-2.0
// cameo-gpu-target: what layouts, fusion and the strategies need to know of a
// GPU.
#include "compiler/GPU/Passes.h"
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
    d.attach(getOperation());
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
