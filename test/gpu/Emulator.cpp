// SPDX-License-Identifier: Apache-2.0
// Fibers and their turns. A thread runs until it waits: at a barrier of its
// block or in an exchange of its warp. Of the threads that could go on the
// first always does, in every second block the last: so they run as far ahead
// of each other as synchronisation lets them, and what is missing shows. Runs
// repeat exactly.
#include "Emulator.h"
#include "Block.h"

#include <cstdlib>
#include <cstring>
#include <sys/mman.h>

namespace cameo::emu {
namespace {
constexpr size_t stackBytes = 128 * 1024;

struct Fiber {
  void *stackPointer = nullptr;
  bool done = false;
  /// Waits until *counter is not `seen`; null: could go on.
  const uint64_t *counter = nullptr;
  uint64_t seen = 0;

  bool ready() const { return !done && (!counter || *counter != seen); }
};

/// One warp's exchange: all its threads bring operands, the last computes, all
/// take results.
struct Warp {
  unsigned arrived = 0, live = 0;
  uint64_t generation = 0;
  uint32_t in[warpSize][16], out[warpSize][16];
};

struct Block {
  Grid grid{};
  unsigned index = 0, current = 0, left = 0;
  bool waits = false;
  unsigned atBarrier = 0;
  uint64_t barrierGeneration = 0;
  std::vector<Fiber> fibers;
  std::vector<Warp> warps;
  void *scheduler = nullptr; // stack pointer of run()
  const std::function<void()> *thread = nullptr;
  std::string problem;
  /// cp.async: copies of each thread by group, done when it waits for them.
  struct Copy {
    char *to;
    const char *from;
    unsigned bytes, fromBytes;
  };
  std::vector<std::vector<std::vector<Copy>>> copies;
};

Block block;
char *stacks = nullptr;
size_t stacksFor = 0;
std::string problem;

// Saves what the calling convention makes the callee keep, swaps stacks.
extern "C" void cameo_emu_switch(void **from, void *to);
asm(R"(
.text
.globl cameo_emu_switch
.hidden cameo_emu_switch
.type cameo_emu_switch,@function
cameo_emu_switch:
  pushq %rbp
  pushq %rbx
  pushq %r12
  pushq %r13
  pushq %r14
  pushq %r15
  movq %rsp, (%rdi)
  movq %rsi, %rsp
  popq %r15
  popq %r14
  popq %r13
  popq %r12
  popq %rbx
  popq %rbp
  ret
.size cameo_emu_switch,.-cameo_emu_switch
)");

/// Gives the turn to whoever is first.
void next() {
  unsigned me = block.current, n = block.grid.threads, to = n;
  if (block.left && block.problem.empty()) {
    for (unsigned i = 0; i < n && to == n; ++i) {
      unsigned candidate = block.index % 2 ? n - 1 - i : i;
      if (block.fibers[candidate].ready())
        to = candidate;
    }
    if (to == n)
      block.problem =
          "all threads wait for others that have ended, or at different places";
  }
  if (to == me)
    return;
  if (to < n)
    block.current = to;
  cameo_emu_switch(&block.fibers[me].stackPointer,
                   to < n ? block.fibers[to].stackPointer : block.scheduler);
}

} // namespace

unsigned currentThread() { return block.current; }
unsigned currentBlock() { return block.index; }

void waitFor(const uint64_t &counter, uint64_t seen) {
  Fiber &me = block.fibers[block.current];
  me.counter = &counter;
  me.seen = seen;
  next();
  me.counter = nullptr;
}

void fault(const std::string &problem) {
  if (block.problem.empty())
    block.problem = problem;
  next();
  __builtin_unreachable();
}

namespace {
void fiberMain() {
  (*block.thread)();
  endThread();
  Fiber &me = block.fibers[block.current];
  me.done = true;
  --block.left;
  --block.warps[block.current / warpSize].live;
  next();
  __builtin_unreachable();
}

void *prepareStack(char *top) {
  // As if it had called cameo_emu_switch: six registers, then where to return
  // to. At entry the stack is 8 bytes off a multiple of 16.
  auto **p = reinterpret_cast<void **>(top);
  *--p = nullptr;
  *--p = reinterpret_cast<void *>(fiberMain);
  for (int i = 0; i < 6; ++i)
    *--p = nullptr;
  return p;
}

bool runFibers() {
  unsigned n = block.grid.threads;
  if (stacksFor < n) {
    if (stacks)
      munmap(stacks, stacksFor * stackBytes);
    void *memory = mmap(nullptr, n * stackBytes, PROT_READ | PROT_WRITE,
                        MAP_PRIVATE | MAP_ANONYMOUS | MAP_NORESERVE, -1, 0);
    stacks = memory == MAP_FAILED ? nullptr : static_cast<char *>(memory);
    stacksFor = stacks ? n : 0;
    if (!stacks) {
      block.problem = "no memory for the threads' stacks";
      return false;
    }
  }
  block.fibers.assign(n, {});
  block.warps.assign((n + warpSize - 1) / warpSize, {});
  block.copies.assign(n, {{}});
  for (unsigned i = 0; i < n; ++i) {
    block.fibers[i].stackPointer = prepareStack(stacks + (i + 1) * stackBytes);
    ++block.warps[i / warpSize].live;
  }
  beginWarpgroups();
  block.left = n;
  block.current = block.index % 2 ? n - 1 : 0;
  block.atBarrier = 0;
  cameo_emu_switch(&block.scheduler, block.fibers[block.current].stackPointer);
  return block.problem.empty();
}

alignas(1024) char dynamicMemory[dynamicSharedBytes];
} // namespace

char *dynamicShared() { return dynamicMemory; }
const std::string &lastProblem() { return problem; }

Result run(const Grid &grid, bool waits,
           const std::vector<SharedVariable> &shared,
           const std::function<void()> &thread) {
  problem.clear();
  if (grid.threads == 0 || grid.threads > 1024 || grid.blocks == 0 ||
      grid.sharedBytes > dynamicSharedBytes) {
    problem = "a grid that no GPU takes";
    return InvalidValue;
  }
  block.grid = grid;
  block.waits = waits;
  block.thread = &thread;
  block.problem.clear();
  for (block.index = 0; block.index < grid.blocks; ++block.index) {
    for (const SharedVariable &v : shared)
      memset(v.data, 0xff, v.bytes);
    if (grid.sharedBytes)
      memset(dynamicMemory, 0xff, grid.sharedBytes);
    if (waits) {
      if (!runFibers())
        break;
      continue;
    }
    for (block.current = 0; block.current < grid.threads; ++block.current)
      thread();
  }
  problem = block.problem;
  return problem.empty() ? Success : LaunchFailed;
}

//===-- what kernels call -------------------------------------------------===//

namespace {
int32_t tid() { return int32_t(block.current); }
int32_t ctaid() { return int32_t(block.index); }
int32_t ntid() { return int32_t(block.grid.threads); }
int32_t nctaid() { return int32_t(block.grid.blocks); }
int32_t zero() { return 0; }
int32_t one() { return 1; }
int32_t laneId() { return int32_t(block.current % warpSize); }

void barrier() {
  uint64_t generation = block.barrierGeneration;
  if (++block.atBarrier < block.grid.threads)
    return waitFor(block.barrierGeneration, generation);
  block.atBarrier = 0;
  ++block.barrierGeneration;
  next();
}
void barrierOf(int32_t) { barrier(); }

/// All threads of the warp meet; `compute` reads in[] and writes out[].
template <typename Fn> uint32_t *exchange(Fn compute) {
  Warp &warp = block.warps[block.current / warpSize];
  unsigned lane = block.current % warpSize;
  uint64_t generation = warp.generation;
  if (++warp.arrived == warp.live) {
    compute(warp);
    warp.arrived = 0;
    ++warp.generation;
    next();
  } else {
    waitFor(warp.generation, generation);
  }
  return warp.out[lane];
}
} // namespace

void meetWarp(const std::function<void()> &then) {
  exchange([&](Warp &) { then(); });
}

namespace {
uint32_t *mine() {
  return block.warps[block.current / warpSize].in[block.current % warpSize];
}

float asFloat(uint32_t bits) {
  float f;
  memcpy(&f, &bits, 4);
  return f;
}

enum class Shuffle { Xor, Down, Up, Index };
template <Shuffle mode>
int32_t shuffle(int32_t, int32_t value, int32_t by, int32_t) {
  mine()[0] = uint32_t(value);
  mine()[1] = uint32_t(by);
  return int32_t(*exchange([](Warp &w) {
    for (unsigned i = 0; i < warpSize; ++i) {
      unsigned b = w.in[i][1];
      unsigned from = mode == Shuffle::Xor    ? i ^ b
                      : mode == Shuffle::Down ? i + b
                      : mode == Shuffle::Up   ? i - b
                                              : b;
      w.out[i][0] = w.in[from < warpSize ? from : i][0];
    }
  }));
}
template <Shuffle mode>
float shuffleFloat(int32_t mask, float value, int32_t by, int32_t clamp) {
  int32_t bits;
  memcpy(&bits, &value, 4);
  bits = shuffle<mode>(mask, bits, by, clamp);
  memcpy(&value, &bits, 4);
  return value;
}

float half(uint32_t word, int which, bool = false) {
  uint16_t bits = uint16_t(word >> (16 * which));
  _Float16 h;
  memcpy(&h, &bits, 2);
  return float(h);
}
float brain(uint32_t word, int which, bool = false) {
  return asFloat(which ? word & 0xffff0000u : word << 16);
}

/// mma.sync m16n8, row by column: k = 16 with two elements to a word (`element`
/// takes them apart), k = 8 with one, k = 32 with four. Layouts: PTX ISA, "Matrix
/// Fragments for mma.m16n8k16", "mma.m16n8k8" and "mma.m16n8k32". Operands and
/// sums as `T`; integers wrap.
template <int perWord, typename T = float, typename Element>
void multiplyFragments(const uint32_t *operands, uint32_t *result,
                       Element element) {
  static_assert(sizeof(T) == 4);
  memcpy(mine(), operands, 40);
  uint32_t *sums = exchange([&](Warp &w) {
    constexpr int depth = 8 * perWord;
    static T a[16][depth], b[depth][8], c[16][8];
    for (unsigned lane = 0; lane < warpSize; ++lane) {
      int group = int(lane / 4), in = int(lane % 4);
      for (int r = 0; r < 4; ++r)
        for (int x = 0; x < perWord; ++x)
          a[group + 8 * (r % 2)][in * perWord + x + 4 * perWord * (r / 2)] =
              element(w.in[lane][r], x, false);
      for (int r = 0; r < 2; ++r)
        for (int x = 0; x < perWord; ++x)
          b[in * perWord + x + 4 * perWord * r][group] =
              element(w.in[lane][4 + r], x, true);
      for (int r = 0; r < 4; ++r)
        memcpy(&c[group + 8 * (r / 2)][in * 2 + r % 2], &w.in[lane][6 + r], 4);
    }
    for (int m = 0; m < 16; ++m)
      for (int n = 0; n < 8; ++n)
        for (int k = 0; k < depth; ++k)
          c[m][n] += a[m][k] * b[k][n];
    for (unsigned lane = 0; lane < warpSize; ++lane)
      for (int r = 0; r < 4; ++r)
        memcpy(&w.out[lane][r],
               &c[lane / 4 + 8 * (r / 2)][lane % 4 * 2 + r % 2], 4);
  });
  memcpy(result, sums, 16);
}
void mmaHalf(const uint32_t *operands, uint32_t *result) {
  multiplyFragments<2>(operands, result, half);
}
void mmaBrain(const uint32_t *operands, uint32_t *result) {
  multiplyFragments<2>(operands, result, brain);
}
void mmaTF32(const uint32_t *operands, uint32_t *result) {
  // Hardware looks at the upper 19 bits only.
  multiplyFragments<1>(operands, result, [](uint32_t word, int, bool) {
    return asFloat(word & 0xffffe000u);
  });
}
/// A byte of a word, with its sign or without.
uint32_t byteOf(uint32_t word, int which, bool isSigned) {
  uint8_t byte = uint8_t(word >> (8 * which));
  return isSigned ? uint32_t(int32_t(int8_t(byte))) : byte;
}
/// Unsigned bytes by signed ones, or, `swapped`, signed by unsigned.
template <bool swapped>
void mmaBytes(const uint32_t *operands, uint32_t *result) {
  multiplyFragments<4, uint32_t>(operands, result,
                                 [](uint32_t word, int which, bool isRhs) {
                                   return byteOf(word, which, isRhs != swapped);
                                 });
}
/// dp4a.u32.s32
int32_t dotBytes(uint32_t a, uint32_t b, uint32_t sum) {
  for (int i = 0; i < 4; ++i)
    sum += byteOf(a, i, false) * byteOf(b, i, true);
  return int32_t(sum);
}

using Copy = Block::Copy;
void copyAsync(char *to, const char *from, int32_t bytes) {
  block.copies[block.current].back().push_back({to, from, 16, unsigned(bytes)});
}
void commitCopies() { block.copies[block.current].emplace_back(); }
/// Copies happen when they are waited for, not before; with
/// CAMEO_EMULATOR_LATE, each wait leaves one group more on its way.
void waitForCopies(int32_t groups) {
  static const bool late = getenv("CAMEO_EMULATOR_LATE");
  std::vector<std::vector<Copy>> &mine = block.copies[block.current];
  size_t keep = size_t(groups) + 1 + late; // one is not committed
  while (mine.size() > keep) {
    for (const Copy &c : mine.front()) {
      memset(c.to, 0, c.bytes);
      memcpy(c.to, c.from, c.fromBytes);
    }
    mine.erase(mine.begin());
  }
}

/// ldmatrix of four 8 x 8 matrices of 16-bit elements: lane 8 i + r has the
/// address of row r of matrix i, and gets of each matrix the word at row lane /
/// 4, elements 2 (lane mod 4) and the next; transposed, those of a column.
template <bool transposed>
void loadMatrices(const char *row, uint32_t *result) {
  memcpy(mine(), &row, sizeof row);
  uint32_t *words = exchange([](Warp &w) {
    for (unsigned i = 0; i < 4; ++i) {
      uint16_t m[8][8];
      for (unsigned r = 0; r < 8; ++r) {
        const char *from;
        memcpy(&from, w.in[8 * i + r], sizeof from);
        memcpy(m[r], from, 16);
      }
      for (unsigned lane = 0; lane < warpSize; ++lane) {
        unsigned r = lane / 4, c = lane % 4 * 2;
        uint16_t pair[2] = {transposed ? m[c][r] : m[r][c],
                            transposed ? m[c + 1][r] : m[r][c + 1]};
        memcpy(&w.out[lane][i], pair, 4);
      }
    }
  });
  memcpy(result, words, 16);
}

} // namespace

void *lookup(const std::string &name) {
  static const Function functions[] = {
      entry("emu.read.ptx.sreg.tid.x", tid),
      entry("emu.read.ptx.sreg.tid.y", zero),
      entry("emu.read.ptx.sreg.tid.z", zero),
      entry("emu.read.ptx.sreg.ctaid.x", ctaid),
      entry("emu.read.ptx.sreg.ctaid.y", zero),
      entry("emu.read.ptx.sreg.ctaid.z", zero),
      entry("emu.read.ptx.sreg.ntid.x", ntid),
      entry("emu.read.ptx.sreg.ntid.y", one),
      entry("emu.read.ptx.sreg.ntid.z", one),
      entry("emu.read.ptx.sreg.nctaid.x", nctaid),
      entry("emu.read.ptx.sreg.nctaid.y", one),
      entry("emu.read.ptx.sreg.nctaid.z", one),
      entry("emu.read.ptx.sreg.laneid", laneId),
      entry("emu.barrier0", barrier),
      entry("emu.barrier.cta.sync.aligned.all", barrierOf),
      entry("emu.barrier.cta.sync.all", barrierOf),
      entry("emu.shfl.sync.bfly.i32", shuffle<Shuffle::Xor>),
      entry("emu.shfl.sync.down.i32", shuffle<Shuffle::Down>),
      entry("emu.shfl.sync.up.i32", shuffle<Shuffle::Up>),
      entry("emu.shfl.sync.idx.i32", shuffle<Shuffle::Index>),
      entry("emu.shfl.sync.bfly.f32", shuffleFloat<Shuffle::Xor>),
      entry("emu.shfl.sync.down.f32", shuffleFloat<Shuffle::Down>),
      entry("emu.shfl.sync.up.f32", shuffleFloat<Shuffle::Up>),
      entry("emu.shfl.sync.idx.f32", shuffleFloat<Shuffle::Index>),
      entry("emu.mma.m16n8k16.row.col.f32.f32", mmaHalf),
      entry("emu.mma.m16n8k16.row.col.bf16", mmaBrain),
      entry("emu.mma.m16n8k8.row.col.tf32", mmaTF32),
      entry("emu.mma.m16n8k32.row.col.u8.s8", mmaBytes<false>),
      entry("emu.mma.m16n8k32.row.col.s8.u8", mmaBytes<true>),
      entry("emu.idp4a.u.s", dotBytes),
      entry("emu.cp.async.cg.shared.global.16.s", copyAsync),
      entry("emu.cp.async.commit.group", commitCopies),
      entry("emu.cp.async.wait.group", waitForCopies),
      entry("emu.ldmatrix.sync.aligned.m8n8.x4.b16.p3", loadMatrices<false>),
      entry("emu.ldmatrix.sync.aligned.m8n8.x4.trans.b16.p3",
            loadMatrices<true>),
  };
  for (const Function &f : functions)
    if (name == f.name)
      return f.address;
  return lookupWarpgroup(name);
}

} // namespace cameo::emu
