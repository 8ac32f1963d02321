// SPDX-License-Identifier: Apache-2.0
// From the module of a model's device kernels to what the library carries of
// them: PTX, and machine code where ptxas is at hand.
#ifndef CAMEO_COMPILER_EMIT_DEVICECODE_H
#define CAMEO_COMPILER_EMIT_DEVICECODE_H

#include "compiler/Emit/Codegen.h"

namespace cameo {

/// The chip that kernels may have another form for.
constexpr llvm::StringLiteral variantChip = "sm_90a";

struct DeviceImage {
  std::string arch; ///< "sm_80": machine code; "compute_80": PTX; as abi.h says
  CodeBuffer data;
};

/// A tensor as the last arguments of a variant describe it to the chip.
struct DeviceMap {
  unsigned slot;              ///< of its address, among the launch's
  int dtype;                  ///< cameo_dtype
  std::vector<int64_t> sizes; ///< -1 - s: what slot s has
  std::vector<int64_t> box;
};

/// What takes a kernel's place in images for variantChip.
struct DeviceVariant {
  std::string name; ///< empty: nothing
  unsigned threads = 0, sharedMemory = 0;
  std::vector<DeviceMap> maps;
};

struct DeviceKernel {
  std::string name;
  unsigned args;         ///< 8-byte slots
  unsigned sharedMemory; ///< dynamic, bytes at most
  DeviceVariant variant = {};
};

struct DeviceCode {
  std::string math;
  /// machine code, newest chip first, then PTX
  std::vector<DeviceImage> images;
  std::vector<DeviceKernel> kernels;
  /// Whether runs on the same shapes launch the same; for each input, whether
  /// the host reads it.
  bool replayable = false;
  std::vector<bool> hostInputs;
  int64_t weightsSize = 0; ///< of those that it needs, from the first on
};

/// What stands in for PTX.
enum class DeviceForm {
  PTX,
  /// PTX, and code for each chip that is wanted by ptxas.
  Machine,
  /// LLVM bitcode, for emulators: no driver takes it.
  Bitcode
};

/// Compiles the nested module that carries cameo.device. `archs` are chips
/// ("sm_90"); PTX is for the oldest, and for variantChip if there is no machine
/// code of it, but that has the kernels' variants alone. Kernels come in the order of the module's
/// cameo.device_kernels. No kernels: none.
llvm::FailureOr<DeviceCode>
generateDeviceCode(mlir::ModuleOp module, llvm::ArrayRef<std::string> archs,
                   DeviceForm form);

/// ptxas: in $CUDA_HOME/bin, on the PATH, in /usr/local/cuda/bin. Empty if
/// there is none.
std::string findPtxas();

} // namespace cameo

#endif
