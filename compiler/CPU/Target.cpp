// SPDX-License-Identifier: Apache-2.0
// cameo-cpu-target: a TargetDescription from LLVM's knowledge of a CPU's name.
#include "compiler/CPU/Passes.h"
#include "compiler/Kernels/TargetDescription.h"
#include "llvm/MC/MCSubtargetInfo.h"
#include "llvm/MC/TargetRegistry.h"
#include "llvm/Support/MemoryBuffer.h"
#include "llvm/Support/TargetSelect.h"
#include "llvm/TargetParser/Host.h"
#include "llvm/TargetParser/SubtargetFeature.h"
#include "llvm/TargetParser/Triple.h"
#include <unistd.h>

using namespace mlir;
using namespace cameo;

namespace cameo {
#define GEN_PASS_DEF_CPUTARGET
#include "compiler/CPU/Passes.h.inc"
} // namespace cameo

/// Third-level caches beyond this are shared by dozens of cores over a mesh, smaller ones by the few cores of a ring or
/// a chiplet, each of which gets more of the memory's bandwidth: measured were 4 bytes a cycle with 260 MB
/// (Emerald Rapids), 10 with 32 MB (Zen 5).
static constexpr int64_t largestNearL3 = 64 << 20;

/// Cache sizes of this machine, where the system knows them.
static void readHostCaches(TargetDescription &t) {
#ifdef _SC_LEVEL1_DCACHE_SIZE
  auto read = [](int name, int64_t &field) {
    if (long size = sysconf(name); size > 0)
      field = size;
  };
  read(_SC_LEVEL1_DCACHE_SIZE, t.l1Bytes);
  read(_SC_LEVEL2_CACHE_SIZE, t.l2Bytes);
#endif
  // The C library counts the third-level caches of all chiplets together; Linux tells the one that this core sees.
  auto l3 = llvm::MemoryBuffer::getFileAsStream(
      "/sys/devices/system/cpu/cpu0/cache/index3/size");
  int64_t kilobytes = 0;
  if (!l3 ||
      (*l3)->getBuffer().trim().drop_back().getAsInteger(10, kilobytes) ||
      kilobytes <= 0)
    return;
  t.l3Bytes = kilobytes << 10;
  if (t.l3Bytes <= largestNearL3)
    t.streamBytes = 8;
}

namespace {
struct CPUTarget : cameo::impl::CPUTargetBase<CPUTarget> {
  using CPUTargetBase::CPUTargetBase;

  void runOnOperation() override {
    llvm::InitializeAllTargetInfos();
    llvm::InitializeAllTargetMCs();
    bool native = mcpu == "native";
    llvm::Triple t(triple.empty() ? llvm::sys::getDefaultTargetTriple()
                                  : llvm::Triple::normalize(triple));
    std::string error;
    const llvm::Target *target = llvm::TargetRegistry::lookupTarget(t, error);
    if (!target) {
      getOperation().emitError("unknown target triple: ") << error;
      return signalPassFailure();
    }
    llvm::SubtargetFeatures features;
    if (native)
      for (auto &f : llvm::sys::getHostCPUFeatures())
        features.AddFeature(f.first(), f.second);
    std::string cpu = native ? llvm::sys::getHostCPUName().str() : mcpu;
    std::unique_ptr<llvm::MCSubtargetInfo> info(
        target->createMCSubtargetInfo(t, "", features.getString()));
    if (!info || !info->isCPUStringValid(cpu)) {
      getOperation().emitError("unknown CPU '") << cpu << "' for " << t.str();
      return signalPassFailure();
    }
    info.reset(target->createMCSubtargetInfo(t, cpu, features.getString()));

    TargetDescription d;
    d.cores = cores;
    if (t.isX86()) {
      d.vectorBytes = info->checkFeatures("+avx512f") ? 64
                      : info->checkFeatures("+avx")   ? 32
                                                      : 16;
      d.vectorRegisters = d.vectorBytes == 64 ? 32 : 16;
      d.fma = info->checkFeatures("+fma");
      d.vectorLdexp = info->checkFeatures("+avx512f,+avx512vl");
      d.byteDot = d.vectorBytes == 64
                      ? info->checkFeatures("+avx512vnni,+avx512vl")
                      : d.vectorBytes == 32 && info->checkFeatures("+avxvnni");
      d.pairDot =
          d.vectorBytes == 16 ||
          info->checkFeatures(d.vectorBytes == 64 ? "+avx512bw" : "+avx2");
      d.halfConversion =
          info->checkFeatures("+f16c") || info->checkFeatures("+avx512f");
      d.bfloatConversion = info->checkFeatures("+avx512bf16,+avx512vl");
      d.laneTable = d.vectorBytes == 64;
      // x86-64-v4 stands for the CPUs that have it; AMD's gather in microcode.
      d.fastGather = info->checkFeatures("+fast-gather");
    } else {
      d.halfConversion = d.bfloatConversion = d.doubleToHalf = t.isAArch64();
      d.vectorBytes = 16;
      d.vectorRegisters = 32;
      d.fastGather = false;
    }
    if (native)
      readHostCaches(d);
    d.fusedAttention = d.fusedRecurrence = d.blockWeights = true;
    d.computedInputs = true;
    d.attach(getOperation());
  }
};
} // namespace
