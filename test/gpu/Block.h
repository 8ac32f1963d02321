// SPDX-License-Identifier: Apache-2.0
// What the emulator's instructions use of its threads: who runs, waiting for
// others, meeting them.
#ifndef CAMEO_TEST_GPU_BLOCK_H
#define CAMEO_TEST_GPU_BLOCK_H

#include <cstdint>
#include <functional>
#include <string>

namespace cameo::emu {

constexpr unsigned warpSize = 32, warpgroupSize = 128;

/// The thread that runs and the block that it is of.
unsigned currentThread();
unsigned currentBlock();

/// Lets others go on until `counter` has changed from `seen`.
void waitFor(const uint64_t &counter, uint64_t seen);
/// All threads of the warp meet; one calls `then` before any goes on.
void meetWarp(const std::function<void()> &then);
/// Ends the launch: what the thread does has no defined result. Never returns.
void fault(const std::string &problem);

/// Functions of one kind of instructions.
struct Function {
  const char *name;
  void *address;
};
template <typename Fn> Function entry(const char *name, Fn *fn) {
  return {name, reinterpret_cast<void *>(fn)};
}

//===-- Warpgroups.cpp: instructions of compute capability 9.0 ------------===//

/// Null if there is none of that name.
void *lookupWarpgroup(const std::string &name);
/// A block begins; a thread ends.
void beginWarpgroups();
void endThread();

} // namespace cameo::emu

#endif
