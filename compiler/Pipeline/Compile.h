// SPDX-License-Identifier: Apache-2.0
// The whole path: from an ONNX file to a library, or to any stage between.
#ifndef CAMEO_COMPILER_PIPELINE_COMPILE_H
#define CAMEO_COMPILER_PIPELINE_COMPILE_H

#include "compiler/Emit/DeviceCode.h"
#include "compiler/Pipeline/FastMath.h"
#include "llvm/ADT/StringRef.h"
#include "llvm/Support/LogicalResult.h"
#include <functional>
#include <optional>
#include <string>
#include <vector>

namespace cameo {

/// Where to stop, in the order in which a model passes the stages.
enum class Stage {
  Import,
  ONNX,
  Linalg,
  Kernels,
  CPU,
  LLVM,
  LLVMIR,
  Assembly,
  PTX,
  Object,
  Library
};

struct CompileOptions {
  Stage stage = Stage::Library;
  /// The file to write; "-" or empty prints a textual stage to standard output.
  std::string output;
  /// Prefix of every symbol; from the output's or the model's file name if
  /// empty.
  std::string name;
  /// Sizes for dimensions by their symbolic names.
  std::vector<std::pair<std::string, int64_t>> dims;
  /// Whole shapes for inputs by name.
  std::vector<std::pair<std::string, std::vector<int64_t>>> shapes;
  /// Sets of further sizes: the library has code for each as well, and runs it
  /// where an input has them.
  std::vector<std::vector<std::pair<std::string, int64_t>>> specializations;
  std::string triple; ///< empty: the host's
  /// Empty: the host's CPU where that is possible. Several, comma separated: the
  /// library has code for each and runs the best that the machine can run.
  std::string mcpu;
  /// Kernels for an NVIDIA GPU; the schedule and what the GPU cannot run are
  /// for the CPU of `triple` and `mcpu`.
  bool cuda = false;
  /// With cuda: the whole model for the CPU as well, in the same library.
  bool cpuToo = false;
  std::vector<std::string> gpuArchs = {"sm_80"};
  std::string gpuMath = "fp32"; ///< precision of matrix products on it
  /// Unset: machine code if ptxas is here, else PTX.
  std::optional<DeviceForm> gpuCode;
  unsigned threads = 0;
  std::string winograd = "auto"; ///< auto, f2 or off
  FastMath fastMath;             ///< nothing unless asked for
  /// Weights beside the library: always, never, or (unset) when they exceed 1
  /// GB.
  std::optional<bool> weightsInFile;
  /// Files that define operators of the user (docs/custom-operators.md), and the
  /// objects and static libraries with their functions.
  std::vector<std::string> customOperators, link;
  bool printMemoryPlan = false;
  bool timePasses = false;
  /// Report everything that is not supported, compile nothing.
  bool check = false;
  /// Say which CPU was chosen and what was written; show progress when it takes
  /// long.
  bool quiet = false;
  /// Told the name of each stage as it begins.
  std::function<void(llvm::StringRef)> onStage;
};

/// Compiles the model at `path`. Errors go to standard error, one a line:
/// `model.onnx: error: node 'Conv_12' (Conv): reason`.
llvm::LogicalResult compileModel(llvm::StringRef path,
                                 const CompileOptions &options);

} // namespace cameo

#endif
