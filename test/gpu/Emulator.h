// SPDX-License-Identifier: Apache-2.0
// Runs the threads of a CUDA grid on the CPU, as the PTX specification lets a
// GPU do it: blocks one after another, each thread of a block a fiber that
// others overtake wherever it waits.
#ifndef CAMEO_TEST_GPU_EMULATOR_H
#define CAMEO_TEST_GPU_EMULATOR_H

#include <cstdint>
#include <functional>
#include <string>
#include <vector>

namespace cameo::emu {

/// What a launch came to; the values are those of the driver API.
enum Result : int {
  Success = 0,
  InvalidValue = 1,
  OutOfMemory = 2,
  InvalidImage = 200,
  NotFound = 500,
  IllegalAddress = 700,
  LaunchFailed = 719
};

struct Grid {
  unsigned blocks, threads, sharedBytes;
};

/// Shared memory that a kernel's module has under a name; filled with NaNs
/// before each block.
struct SharedVariable {
  char *data;
  size_t bytes;
};

/// Calls `thread` for each thread of the grid. `waits`: whether threads wait
/// for each other, so that each needs a stack of its own. Fails if they wait
/// for ever, or at a barrier that others never reach.
Result run(const Grid &grid, bool waits,
           const std::vector<SharedVariable> &shared,
           const std::function<void()> &thread);

/// Why the last launch failed.
const std::string &lastProblem();

/// Memory that a block may ask for at launch.
char *dynamicShared();
constexpr size_t dynamicSharedBytes = 232 * 1024; // a block's most on sm_90

/// The address of what kernels call `name` ("emu.barrier"); null if the
/// emulator has no such function.
void *lookup(const std::string &name);

} // namespace cameo::emu

#endif
