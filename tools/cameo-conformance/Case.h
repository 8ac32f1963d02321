// SPDX-License-Identifier: Apache-2.0
// What a conformance run is made of: cases, what they are run with, and how
// they ended.
#ifndef CAMEO_TOOLS_CONFORMANCE_CASE_H
#define CAMEO_TOOLS_CONFORMANCE_CASE_H

#include "compiler/Pipeline/FastMath.h"
#include "tools/common/Compare.h"

#include <functional>

namespace cameo::conformance {

/// A folder with model.onnx and test_data_set_K, or a function of a file of
/// numeric cases (see Numeric.h).
struct Case {
  std::string name;     // path below the root it was found in
  std::string path;     // absolute: the folder, or the file
  std::string function; // empty for a folder
};

enum class Status : uint8_t { Pass, Fail, Skip };

struct Outcome {
  Status status = Status::Fail;
  std::string stage;  // where it failed
  std::string reason; // one line
};

struct Options {
  tools::Tolerance tolerance;
  bool dynamic = false;  // all sizes of the inputs unknown to the compiler
  unsigned threads = 1;  // of the runs
  bool cuda = false;     // compiled for a GPU
  FastMath fastMath;     // what the compiler may relax
  std::string mcpu;      // compiled for this CPU; empty: the host's
  bool emulated = false; // which is the emulator's
};

/// Where a worker's standard error goes.
inline std::string logPath(llvm::StringRef scratch) {
  return (scratch + "/stderr").str();
}

/// Every folder at or below `root` that has a model.onnx, and every function of
/// each .mlir file, in the order of their names. `root` may be a file itself.
std::vector<Case> findCases(llvm::StringRef root);

/// Compiles, loads, runs and compares one case. `scratch` is a folder for
/// temporary files. Calls `enter` with each stage's name as it begins, so that
/// a crash can be told by its stage.
Outcome runCase(const Case &testCase, const Options &options,
                llvm::StringRef scratch,
                const std::function<void(llvm::StringRef)> &enter);

} // namespace cameo::conformance

#endif
