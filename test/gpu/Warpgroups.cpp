// SPDX-License-Identifier: Apache-2.0
// Barriers in shared memory (mbarrier), the copies of tensor maps that they wait
// for, and products of warpgroups (wgmma), with what makes their absence show:
// in every second block copies happen at once, in the others when somebody waits
// for them; what a product may still read must not be written; fences are asked
// for; and nothing may be on its way when a thread ends.
#include "Block.h"
#include "Emulator.h"
#include "TensorMap.h"

#include <cstdlib>
#include <cstring>
#include <deque>
#include <map>
#include <utility>
#include <vector>

namespace cameo::emu {
namespace {

/// Bytes of shared memory.
struct Range {
  const char *begin, *end;
  bool meets(const Range &other) const {
    return begin < other.end && other.begin < end;
  }
};

//===-- barriers ----------------------------------------------------------===//

struct Transfer {
  Range to;
  std::function<void()> copy;
};
struct Barrier {
  unsigned expected = 0, pending = 0;
  int64_t bytes = 0; // still to come in this phase
  uint64_t phase = 0, events = 0;
  unsigned owner = 0;
  bool fenced = false; // the copy engine sees it
  std::vector<Transfer> transfers;
};
std::map<char *, Barrier> barriers;

Barrier &barrierAt(char *at) {
  auto it = barriers.find(at);
  if (it == barriers.end())
    fault("a barrier that was not initialised");
  return it->second;
}

/// Something of the phase has come.
void advance(Barrier &b) {
  ++b.events;
  if (b.pending == 0 && b.bytes == 0) {
    b.pending = b.expected;
    ++b.phase;
  }
}

void initBarrier(char *at, int32_t count) {
  Barrier b;
  b.expected = b.pending = unsigned(count);
  b.owner = currentThread();
  barriers[at] = b;
}
void fenceBarriers() {
  for (auto &[at, b] : barriers)
    b.fenced |= b.owner == currentThread();
}
int64_t arrive(char *at) {
  Barrier &b = barrierAt(at);
  if (b.pending == 0)
    fault("more arrive at a barrier than it expects");
  --b.pending;
  advance(b);
  return 0;
}
int64_t arriveExpecting(char *at, int32_t bytes) {
  barrierAt(at).bytes += bytes;
  return arrive(at);
}

//===-- products on their way ---------------------------------------------===//

/// What a warp has asked for; the instructions are for all of it.
struct WarpWork {
  bool fenced = false;
  std::vector<Range> open; // reads of products that are in no group
  std::deque<std::vector<Range>> groups;
};
std::vector<WarpWork> work;
WarpWork &myWork() {
  size_t warp = currentThread() / warpSize;
  if (work.size() <= warp)
    work.resize(warp + 1);
  return work[warp];
}

/// A copy into what products may still read is a fault.
void perform(Barrier &b, const Transfer &transfer) {
  for (const WarpWork &w : work) {
    bool reads = false;
    for (const Range &r : w.open)
      reads |= r.meets(transfer.to);
    for (const std::vector<Range> &group : w.groups)
      for (const Range &r : group)
        reads |= r.meets(transfer.to);
    if (reads)
      fault("a copy into memory that a product still reads");
  }
  transfer.copy();
  b.bytes -= transfer.to.end - transfer.to.begin;
}

bool tryWait(char *at, int32_t parity) {
  Barrier &b = barrierAt(at);
  while ((b.phase & 1) == uint64_t(parity)) {
    if (b.pending == 0 && !b.transfers.empty()) {
      for (const Transfer &t : std::exchange(b.transfers, {}))
        perform(b, t);
      advance(b);
      continue;
    }
    waitFor(b.events, b.events);
  }
  return true;
}

//===-- copies by tensor maps ---------------------------------------------===//

/// The address that the swizzle of 128 bytes has for one: pieces of 16 bytes
/// are exchanged within eight rows of 128 bytes.
char *swizzled(char *at) {
  uint64_t offset = uint64_t(at - dynamicShared());
  return dynamicShared() + (offset ^ (offset >> 7 & 7) << 4);
}

uint32_t roundToTF32(uint32_t bits) {
  if ((bits & 0x7f800000) == 0x7f800000)
    return bits;
  return (bits + 0xfff + (bits >> 13 & 1)) & 0xffffe000;
}

void copyBox(const TensorMap &map, std::vector<int32_t> first, char *to) {
  uint32_t elements = 1;
  for (unsigned d = 0; d < map.rank; ++d)
    elements *= map.box[d];
  for (uint32_t i = 0; i < elements; ++i) {
    const char *from = map.address;
    bool inside = true;
    uint32_t rest = i;
    for (unsigned d = 0; d < map.rank; ++d) {
      int64_t x = first[d] + int64_t(rest % map.box[d]);
      rest /= map.box[d];
      inside &= x >= 0 && x < map.sizes[d];
      from += x * int64_t(map.strides[d]);
    }
    uint32_t bits = 0;
    if (inside)
      memcpy(&bits, from, map.elementBytes);
    if (map.roundsToTF32)
      bits = roundToTF32(bits);
    memcpy(swizzled(to + i * map.elementBytes), &bits, map.elementBytes);
  }
}

void copyTensor(char *to, char *at, const TensorMap *map,
                std::vector<int32_t> first) {
  if (map->magic != tensorMapMagic || map->rank != first.size())
    fault("a copy by what is no tensor map of its dimensions");
  if ((to - dynamicShared()) % 1024)
    fault("a swizzled copy that is not aligned to 1024 bytes");
  Barrier &b = barrierAt(at);
  if (!b.fenced)
    fault("a copy that tells a barrier the copy engine does not see: no fence");
  uint32_t bytes = map->elementBytes;
  for (unsigned d = 0; d < map->rank; ++d)
    bytes *= map->box[d];
  Transfer transfer{{to, to + bytes}, [=] { copyBox(*map, first, to); }};
  if (currentBlock() % 2) {
    perform(b, transfer);
    advance(b);
  } else {
    b.transfers.push_back(transfer);
  }
}
template <typename... Int>
void copyTile(char *to, char *barrier, const TensorMap *map, Int... rest) {
  // Coordinates, then what is for clusters, caches and pairs of blocks.
  std::vector<int64_t> all{int64_t(rest)...};
  copyTensor(to, barrier, map,
             std::vector<int32_t>(all.begin(), all.end() - 5));
}
using I = int32_t;
void copyTile2(char *to, char *b, const TensorMap *m, I x, I y, int16_t k,
               int64_t h, bool f, bool g, I c) {
  copyTile(to, b, m, x, y, k, h, f, g, c);
}
void copyTile3(char *to, char *b, const TensorMap *m, I x, I y, I z, int16_t k,
               int64_t h, bool f, bool g, I c) {
  copyTile(to, b, m, x, y, z, k, h, f, g, c);
}
void copyTile4(char *to, char *b, const TensorMap *m, I x, I y, I z, I u,
               int16_t k, int64_t h, bool f, bool g, I c) {
  copyTile(to, b, m, x, y, z, u, k, h, f, g, c);
}
void copyTile5(char *to, char *b, const TensorMap *m, I x, I y, I z, I u, I v,
               int16_t k, int64_t h, bool f, bool g, I c) {
  copyTile(to, b, m, x, y, z, u, v, k, h, f, g, c);
}

//===-- wgmma -------------------------------------------------------------===//

void fenceProducts() {
  meetWarp([] { myWork().fenced = true; });
}
void commitProducts() {
  meetWarp([] {
    WarpWork &w = myWork();
    w.groups.push_back(std::exchange(w.open, {}));
    w.fenced = false;
  });
}
void waitForProducts(int64_t groups) {
  static const bool late = getenv("CAMEO_EMULATOR_LATE");
  meetWarp([=] {
    WarpWork &w = myWork();
    while (w.groups.size() > size_t(groups) + late)
      w.groups.pop_front();
  });
}

/// A matrix descriptor: PTX ISA, "Matrix Descriptor Format".
struct Operand {
  uint64_t start, leading, stride;
  bool transposed; // rows go along m or n
  unsigned elementBytes;
  Range read{nullptr, nullptr};

  Operand(uint64_t d, bool transposed, unsigned elementBytes)
      : start((d & 0x3fff) << 4), leading((d >> 16 & 0x3fff) << 4),
        stride((d >> 32 & 0x3fff) << 4), transposed(transposed),
        elementBytes(elementBytes) {
    if (d >> 62 != 1)
      fault("a matrix without the swizzle of 128 bytes");
  }
  /// The descriptor has 18 bits of the address.
  char *memory() const {
    uint64_t base = reinterpret_cast<uint64_t>(dynamicShared());
    return dynamicShared() + ((start - base) & 0x3ffff);
  }
  uint32_t at(unsigned across, unsigned k) {
    unsigned perRow = 128 / elementBytes;
    uint64_t offset =
        transposed ? across / perRow * leading + k / 8 * stride + k % 8 * 128 +
                         across % perRow * elementBytes
                   : across / 8 * stride + across % 8 * 128 + k * elementBytes;
    char *from = swizzled(memory() + offset);
    if (!read.begin || from < read.begin)
      read.begin = from;
    if (from + elementBytes > read.end)
      read.end = from + elementBytes;
    uint32_t bits = 0;
    memcpy(&bits, from, elementBytes);
    return bits;
  }
};

float factor(uint32_t bits, int type) {
  if (type == 0) {
    _Float16 h;
    memcpy(&h, &bits, 2);
    return float(h);
  }
  bits = type == 1 ? bits << 16 : bits & 0xffffe000u;
  float f;
  memcpy(&f, &bits, 4);
  return f;
}

struct Warpgroup {
  unsigned arrived = 0;
  uint64_t generation = 0;
  float *sums[warpgroupSize] = {};
};
std::map<unsigned, Warpgroup> warpgroups;

/// m64nNk16 or, for tf32, k8; `type`: 0 f16, 1 bf16, 2 tf32. Which sum is
/// whose: PTX ISA, "WGMMA Accumulator D".
void multiply(float *sums, uint64_t a, uint64_t b, int32_t n, int32_t type,
              int32_t transposeA, int32_t transposeB) {
  if (!myWork().fenced)
    fault("a product of warpgroups without a fence in front");
  Warpgroup &group = warpgroups[currentThread() / warpgroupSize];
  group.sums[currentThread() % warpgroupSize] = sums;
  uint64_t generation = group.generation;
  if (++group.arrived < warpgroupSize)
    return waitFor(group.generation, generation);
  unsigned bytes = type == 2 ? 4 : 2, depth = 32 / bytes;
  Operand lhs(a, transposeA, bytes), rhs(b, transposeB, bytes);
  static float x[64][16], y[16][256];
  for (unsigned m = 0; m < 64; ++m)
    for (unsigned k = 0; k < depth; ++k)
      x[m][k] = factor(lhs.at(m, k), type);
  for (unsigned k = 0; k < depth; ++k)
    for (unsigned j = 0; j < unsigned(n); ++j)
      y[k][j] = factor(rhs.at(j, k), type);
  for (unsigned t = 0; t < warpgroupSize; ++t)
    for (unsigned i = 0; i < unsigned(n) / 2; ++i) {
      unsigned m = t / 32 * 16 + t % 32 / 4 + i / 2 % 2 * 8;
      unsigned j = i / 4 * 8 + t % 4 * 2 + i % 2;
      for (unsigned k = 0; k < depth; ++k)
        group.sums[t][i] += x[m][k] * y[k][j];
    }
  unsigned first = currentThread() / warpgroupSize * (warpgroupSize / warpSize);
  myWork(); // all of them are there
  for (unsigned w = first; w < first + warpgroupSize / warpSize; ++w) {
    work[w].open.push_back(lhs.read);
    work[w].open.push_back(rhs.read);
  }
  group.arrived = 0;
  ++group.generation;
}

//===-- barriers of some of a block's threads -----------------------------===//

struct Named {
  int32_t arrived = 0;
  uint64_t generation = 0;
};
std::map<int32_t, Named> named;
void barrierOfSome(int32_t id, int32_t threads) {
  Named &b = named[id];
  uint64_t generation = b.generation;
  if (++b.arrived < threads)
    return waitFor(b.generation, generation);
  b.arrived = 0;
  ++b.generation;
}
void barrierOfWarp(int32_t) {
  meetWarp([] {});
}
} // namespace

void beginWarpgroups() {
  barriers.clear();
  work.clear();
  work.resize(1024 / warpSize);
  warpgroups.clear();
  named.clear();
}
void endThread() {
  const WarpWork &w = myWork();
  if (!w.open.empty() || !w.groups.empty())
    fault("a thread ends while its products are on their way");
}

void *lookupWarpgroup(const std::string &name) {
  static const Function functions[] = {
      entry("emu.mbarrier.init.shared", initBarrier),
      entry("emu.mbarrier.arrive.shared", arrive),
      entry("emu.mbarrier.arrive.expect.tx.scope.cta.space.cta",
            arriveExpecting),
      entry("emu.mbarrier.try.wait.parity.scope.cta.space.cta", tryWait),
      entry("emu.fence.mbarrier_init.release.cluster", fenceBarriers),
      entry("emu.cp.async.bulk.tensor.g2s.tile.2d", copyTile2),
      entry("emu.cp.async.bulk.tensor.g2s.tile.3d", copyTile3),
      entry("emu.cp.async.bulk.tensor.g2s.tile.4d", copyTile4),
      entry("emu.cp.async.bulk.tensor.g2s.tile.5d", copyTile5),
      entry("emu.wgmma.fence.sync.aligned", fenceProducts),
      entry("emu.wgmma.commit_group.sync.aligned", commitProducts),
      entry("emu.wgmma.wait_group.sync.aligned", waitForProducts),
      entry("emu.wgmma.mma_async", multiply),
      entry("emu.barrier.cta.sync.aligned.count", barrierOfSome),
      entry("emu.bar.warp.sync", barrierOfWarp),
  };
  for (const Function &f : functions)
    if (name == f.name)
      return f.address;
  return nullptr;
}

} // namespace cameo::emu
