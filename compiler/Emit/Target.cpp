// SPDX-License-Identifier: Apache-2.0
#include "compiler/Emit/Target.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/MC/MCSubtargetInfo.h"
#include "llvm/MC/TargetRegistry.h"
#include "llvm/Support/TargetSelect.h"
#include "llvm/Target/TargetMachine.h"
#include "llvm/Target/TargetOptions.h"
#include "llvm/TargetParser/Host.h"
#include "llvm/TargetParser/SubtargetFeature.h"

using namespace llvm;
using namespace cameo;

static void initializeTargets() {
  static const bool once = [] {
    InitializeAllTargetInfos();
    InitializeAllTargets();
    InitializeAllTargetMCs();
    InitializeAllAsmPrinters();
    InitializeAllAsmParsers();
    return true;
  }();
  (void)once;
}

/// The name of a CPU that LLVM knows and that looks most like this one.
static std::string suggestion(const MCSubtargetInfo *info, StringRef cpu) {
  StringRef best;
  unsigned least = UINT_MAX;
  if (info)
    for (const SubtargetSubTypeKV &known : info->getAllProcessorDescriptions())
      if (unsigned distance = cpu.edit_distance(known.Key); distance < least)
        least = distance, best = known.Key;
  return best.empty() ? ""
                      : ("; the nearest name known is '" + best + "'").str();
}

Expected<CodegenTarget> CodegenTarget::get(StringRef triple, StringRef mcpu) {
  initializeTargets();
  CodegenTarget t;
  Triple host(sys::getDefaultTargetTriple());
  t.triple = triple.empty() ? host : Triple(Triple::normalize(triple));
  std::string error;
  const Target *target = TargetRegistry::lookupTarget(t.triple, error);
  if (!target)
    return createStringError("unknown target '" + t.triple.str() +
                             "': " + error);
  if (!t.triple.isOSBinFormatELF() || !t.triple.isLittleEndian() ||
      !t.triple.isArch64Bit())
    return createStringError("target '" + t.triple.str() +
                             "' is not supported: 64-bit little-endian ELF is");
  bool hostArch = t.triple.getArch() == host.getArch();
  if (mcpu.empty())
    mcpu = hostArch ? "native" : t.triple.isX86() ? "x86-64-v3" : "generic";
  if (mcpu == "native") {
    if (!hostArch)
      return createStringError(
          "--mcpu=native: '" + t.triple.str() +
          "' is not this machine's architecture; name a CPU");
    t.native = true;
    t.cpu = sys::getHostCPUName().str();
    SubtargetFeatures features;
    // Sorted: the map's order would leak into the object.
    SmallVector<std::pair<std::string, bool>> list;
    for (auto &f : sys::getHostCPUFeatures())
      list.emplace_back(f.first().str(), f.second);
    llvm::sort(list);
    for (auto &[name, has] : list)
      features.AddFeature(name, has);
    t.features = features.getString();
  } else {
    t.cpu = mcpu.str();
    // What Linux distributions for it take for granted.
    if (t.triple.isRISCV64() && mcpu == "generic")
      t.cpu = "generic-rv64", t.features = "+m,+a,+f,+d,+c";
  }
  std::unique_ptr<MCSubtargetInfo> info(
      target->createMCSubtargetInfo(t.triple, "", ""));
  if (!info || !info->isCPUStringValid(t.cpu))
    return createStringError("unknown CPU '" + t.cpu + "' for " +
                             t.triple.str() + suggestion(info.get(), t.cpu));
  return t;
}

std::unique_ptr<TargetMachine> CodegenTarget::createMachine() const {
  std::string error;
  const Target *target = TargetRegistry::lookupTarget(triple, error);
  TargetOptions options;
  // Where instructions allow it: see Contraction.h.
  options.AllowFPOpFusion = FPOpFusion::Standard;
  options.UseInitArray = true;
  return std::unique_ptr<TargetMachine>(
      target->createTargetMachine(triple, cpu, features, options, Reloc::PIC_,
                                  std::nullopt, CodeGenOptLevel::Default));
}

std::string CodegenTarget::requiredFeatures() const {
  // LLVM's name, /proc/cpuinfo's name. Only what code generation may use of its
  // own accord.
  static constexpr std::pair<StringLiteral, StringLiteral> x86[] = {
      {"sse3", "pni"},
      {"ssse3", "ssse3"},
      {"sse4.1", "sse4_1"},
      {"sse4.2", "sse4_2"},
      {"popcnt", "popcnt"},
      {"cx16", "cx16"},
      {"movbe", "movbe"},
      {"avx", "avx"},
      {"avx2", "avx2"},
      {"fma", "fma"},
      {"f16c", "f16c"},
      {"bmi", "bmi1"},
      {"bmi2", "bmi2"},
      {"lzcnt", "abm"},
      {"avx512f", "avx512f"},
      {"avx512dq", "avx512dq"},
      {"avx512cd", "avx512cd"},
      {"avx512bw", "avx512bw"},
      {"avx512vl", "avx512vl"},
      {"avx512vnni", "avx512_vnni"},
      {"avx512bf16", "avx512_bf16"},
      {"avx512fp16", "avx512_fp16"},
      {"avx512vbmi", "avx512vbmi"},
      {"avx512vbmi2", "avx512_vbmi2"},
      {"avx512ifma", "avx512ifma"},
      {"avx512bitalg", "avx512_bitalg"},
      {"avx512vpopcntdq", "avx512_vpopcntdq"},
      {"avxvnni", "avx_vnni"},
      {"gfni", "gfni"},
      {"sse4a", "sse4a"},
      {"fma4", "fma4"},
      {"xop", "xop"},
      {"tbm", "tbm"},
      {"egpr", "apx"}};
  static constexpr std::pair<StringLiteral, StringLiteral> arm[] = {
      {"neon", "asimd"},  {"fullfp16", "asimdhp"}, {"dotprod", "asimddp"},
      {"lse", "atomics"}, {"i8mm", "i8mm"},        {"bf16", "bf16"},
      {"sve", "sve"},     {"sve2", "sve2"}};
  std::unique_ptr<TargetMachine> machine = createMachine();
  const MCSubtargetInfo &info = *machine->getMCSubtargetInfo();
  std::string text;
  auto add = [&](ArrayRef<std::pair<StringLiteral, StringLiteral>> table) {
    for (auto &[llvmName, name] : table)
      if (info.checkFeatures(("+" + llvmName).str())) {
        if (!text.empty())
          text += ",";
        text += name;
      }
  };
  if (triple.isX86())
    add(x86);
  else if (triple.isAArch64())
    add(arm);
  return text;
}

bool CodegenTarget::isHost() const {
  return triple.getArch() == Triple(sys::getDefaultTargetTriple()).getArch();
}
