// SPDX-License-Identifier: Apache-2.0
// Feature names to CPUID bits on x86 and to the kernel's word on 64-bit ARM;
// elsewhere, and for names that are not in a table, the list of /proc/cpuinfo.
#include "CPUFeatures.h"

#include <fcntl.h>
#include <string.h>
#include <unistd.h>

#if defined(__x86_64__) || defined(__i386__)
#include <cpuid.h>
#define CAMEO_X86 1
#elif defined(__aarch64__)
#include <sys/auxv.h>
#define CAMEO_ARM64 1
#endif

using namespace cameo::rt;

namespace {

#ifdef CAMEO_X86
enum Register : uint8_t { EAX, EBX, ECX, EDX };
/// The state that the operating system must save for the feature to be usable.
enum State : uint32_t { None = 0, AVX = 0x06, AVX512 = 0xe6, AMX = 0x60000 };

struct Feature {
  const char *name; // as /proc/cpuinfo spells it
  const char *llvm; // LLVM's spelling where it differs
  uint32_t leaf;
  uint8_t subleaf;
  Register reg;
  uint8_t bit;
  State state;
};

// Intel 64 and IA-32 Architectures Software Developer's Manual, volume 2,
// CPUID; AMD64 Architecture Programmer's Manual, volume 3, appendix E.
constexpr Feature features[] = {
    {"fpu", "x87", 1, 0, EDX, 0, None},
    {"cx8", nullptr, 1, 0, EDX, 8, None},
    {"cmov", nullptr, 1, 0, EDX, 15, None},
    {"mmx", nullptr, 1, 0, EDX, 23, None},
    {"fxsr", nullptr, 1, 0, EDX, 24, None},
    {"sse", nullptr, 1, 0, EDX, 25, None},
    {"sse2", nullptr, 1, 0, EDX, 26, None},
    {"pni", "sse3", 1, 0, ECX, 0, None},
    {"pclmulqdq", "pclmul", 1, 0, ECX, 1, None},
    {"ssse3", nullptr, 1, 0, ECX, 9, None},
    {"fma", nullptr, 1, 0, ECX, 12, AVX},
    {"cx16", nullptr, 1, 0, ECX, 13, None},
    {"sse4_1", "sse4.1", 1, 0, ECX, 19, None},
    {"sse4_2", "sse4.2", 1, 0, ECX, 20, None},
    {"sse4_2", "crc32", 1, 0, ECX, 20, None},
    {"movbe", nullptr, 1, 0, ECX, 22, None},
    {"popcnt", nullptr, 1, 0, ECX, 23, None},
    {"aes", nullptr, 1, 0, ECX, 25, None},
    {"xsave", nullptr, 1, 0, ECX, 26, None},
    {"avx", nullptr, 1, 0, ECX, 28, AVX},
    {"f16c", nullptr, 1, 0, ECX, 29, AVX},
    {"rdrand", "rdrnd", 1, 0, ECX, 30, None},
    {"bmi1", "bmi", 7, 0, EBX, 3, None},
    {"avx2", nullptr, 7, 0, EBX, 5, AVX},
    {"bmi2", nullptr, 7, 0, EBX, 8, None},
    {"avx512f", nullptr, 7, 0, EBX, 16, AVX512},
    {"avx512dq", nullptr, 7, 0, EBX, 17, AVX512},
    {"adx", nullptr, 7, 0, EBX, 19, None},
    {"avx512ifma", nullptr, 7, 0, EBX, 21, AVX512},
    {"avx512cd", nullptr, 7, 0, EBX, 28, AVX512},
    {"sha_ni", "sha", 7, 0, EBX, 29, None},
    {"avx512bw", nullptr, 7, 0, EBX, 30, AVX512},
    {"avx512vl", nullptr, 7, 0, EBX, 31, AVX512},
    {"avx512vbmi", nullptr, 7, 0, ECX, 1, AVX512},
    {"avx512_vbmi2", "avx512vbmi2", 7, 0, ECX, 6, AVX512},
    {"gfni", nullptr, 7, 0, ECX, 8, None},
    {"vaes", nullptr, 7, 0, ECX, 9, AVX},
    {"vpclmulqdq", nullptr, 7, 0, ECX, 10, AVX},
    {"avx512_vnni", "avx512vnni", 7, 0, ECX, 11, AVX512},
    {"avx512_bitalg", "avx512bitalg", 7, 0, ECX, 12, AVX512},
    {"avx512_vpopcntdq", "avx512vpopcntdq", 7, 0, ECX, 14, AVX512},
    {"avx512_vp2intersect", "avx512vp2intersect", 7, 0, EDX, 8, AVX512},
    {"amx_bf16", "amx-bf16", 7, 0, EDX, 22, AMX},
    {"avx512_fp16", "avx512fp16", 7, 0, EDX, 23, AVX512},
    {"amx_tile", "amx-tile", 7, 0, EDX, 24, AMX},
    {"amx_int8", "amx-int8", 7, 0, EDX, 25, AMX},
    {"avx_vnni", "avxvnni", 7, 1, EAX, 4, AVX},
    {"avx512_bf16", "avx512bf16", 7, 1, EAX, 5, AVX512},
    {"amx_fp16", "amx-fp16", 7, 1, EAX, 21, AMX},
    {"avx_ifma", "avxifma", 7, 1, EAX, 23, AVX},
    {"avx_vnni_int8", "avxvnniint8", 7, 1, EDX, 4, AVX},
    {"avx_ne_convert", "avxneconvert", 7, 1, EDX, 5, AVX},
    {"lahf_lm", "sahf", 0x80000001, 0, ECX, 0, None},
    {"abm", "lzcnt", 0x80000001, 0, ECX, 5, None},
    {"3dnowprefetch", "prfchw", 0x80000001, 0, ECX, 8, None},
    {"lm", "64bit", 0x80000001, 0, EDX, 29, None},
};
#endif

#ifdef CAMEO_ARM64
struct Feature {
  const char *name; // as /proc/cpuinfo spells it
  const char *llvm; // LLVM's spelling where it differs
  unsigned long word;
  uint8_t bit;
};

// Linux, Documentation/arch/arm64/elf_hwcaps.rst; uapi/asm/hwcap.h.
constexpr Feature features[] = {
    {"fp", "fp-armv8", AT_HWCAP, 0},       {"asimd", "neon", AT_HWCAP, 1},
    {"aes", nullptr, AT_HWCAP, 3},         {"sha2", nullptr, AT_HWCAP, 6},
    {"crc32", "crc", AT_HWCAP, 7},         {"atomics", "lse", AT_HWCAP, 8},
    {"asimdhp", "fullfp16", AT_HWCAP, 10}, {"asimdrdm", "rdm", AT_HWCAP, 12},
    {"asimddp", "dotprod", AT_HWCAP, 20},  {"sve", nullptr, AT_HWCAP, 22},
    {"sve2", nullptr, AT_HWCAP2, 1},       {"i8mm", nullptr, AT_HWCAP2, 13},
    {"bf16", nullptr, AT_HWCAP2, 14},
};
#endif

bool equals(const char *text, const char *name, unsigned length) {
  return text && strlen(text) == length && memcmp(text, name, length) == 0;
}

/// Whether the word is in the first "flags" or "Features" line of
/// /proc/cpuinfo.
bool kernelLists(const char *name, unsigned length) {
  int file = open("/proc/cpuinfo", O_RDONLY | O_CLOEXEC);
  if (file < 0)
    return false;
  char text[8192]; // the first processor's entry
  size_t size = 0;
  ssize_t n;
  while (size < sizeof text - 1 &&
         (n = read(file, text + size, sizeof text - 1 - size)) > 0)
    size += size_t(n);
  close(file);
  text[size] = 0;
  const char *line = strstr(text, "\nflags");
  if (!line)
    line = strstr(text, "\nFeatures");
  if (!line || !(line = strchr(line, ':')))
    return false;
  for (const char *word = line + 1; *word && *word != '\n';) {
    size_t n = strcspn(word, " \n");
    if (n == length && memcmp(word, name, n) == 0)
      return true;
    word += n + (word[n] == ' ');
  }
  return false;
}

} // namespace

#ifdef CAMEO_X86
const unsigned *CPUFeatures::cpuid(uint32_t leaf, uint32_t subleaf) {
  for (int i = 0; i < count; ++i)
    if (leaves[i].leaf == leaf && leaves[i].subleaf == subleaf)
      return leaves[i].regs;
  bool extended = leaf & 0x80000000;
  if (!most[extended])
    most[extended] = __get_cpuid_max(leaf & 0x80000000, nullptr);
  if (leaf > most[extended] || count == maxLeaves)
    return nullptr;
  Leaf &l = leaves[count++];
  l.leaf = leaf;
  l.subleaf = subleaf;
  __cpuid_count(leaf, subleaf, l.regs[0], l.regs[1], l.regs[2], l.regs[3]);
  return l.regs;
}

bool CPUFeatures::osSaves(uint32_t state) {
  const unsigned *regs = cpuid(1, 0);
  if (!regs || !(regs[ECX] >> 27 & 1)) // OSXSAVE
    return false;
  uint32_t low, high;
  __asm__("xgetbv" : "=a"(low), "=d"(high) : "c"(0));
  return (low & state) == state;
}
#endif

bool CPUFeatures::has(const char *name, unsigned length) {
#ifdef CAMEO_X86
  for (const Feature &feature : features)
    if (equals(feature.name, name, length) ||
        equals(feature.llvm, name, length)) {
      const unsigned *regs = cpuid(feature.leaf, feature.subleaf);
      return regs && (regs[feature.reg] >> feature.bit & 1) &&
             (feature.state == None || osSaves(feature.state));
    }
#elif defined(CAMEO_ARM64)
  for (const Feature &feature : features)
    if (equals(feature.name, name, length) ||
        equals(feature.llvm, name, length))
      return getauxval(feature.word) >> feature.bit & 1;
#endif
  return kernelLists(name, length);
}
