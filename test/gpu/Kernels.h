// SPDX-License-Identifier: Apache-2.0
// A module of kernels in LLVM bitcode, compiled for this CPU.
#ifndef CAMEO_TEST_GPU_KERNELS_H
#define CAMEO_TEST_GPU_KERNELS_H

#include "Emulator.h"
#include "llvm/ADT/StringMap.h"
#include "llvm/ExecutionEngine/Orc/LLJIT.h"
#include "llvm/Support/MemoryBuffer.h"
#include <memory>

namespace cameo::emu {

struct Kernel {
  void (*entry)(void **params) =
      nullptr; // reads the arguments where cuLaunchKernel finds them
  enum Arg { Number, Pointer, Map }; // a tensor map is 128 bytes
  std::vector<Arg> args;
  std::string name;
  bool waits = false; // its threads wait for each other
};

class KernelModule {
public:
  static llvm::Expected<std::unique_ptr<KernelModule>>
  load(llvm::MemoryBufferRef bitcode);
  llvm::StringMap<Kernel> kernels;
  std::vector<SharedVariable> shared;

private:
  std::unique_ptr<llvm::orc::LLJIT> jit;
};

/// Bytes of the bitcode that begins at `data`, of which the driver is told no
/// size.
size_t bitcodeSize(const void *data);

} // namespace cameo::emu

#endif
