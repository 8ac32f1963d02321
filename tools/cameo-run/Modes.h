// SPDX-License-Identifier: Apache-2.0
// What cameo-run can do with a model, one function each.
#ifndef CAMEO_TOOLS_CAMEO_RUN_MODES_H
#define CAMEO_TOOLS_CAMEO_RUN_MODES_H

#include "tools/common/Compare.h"
#include "tools/common/InPlace.h"
#include "tools/common/RandomInputs.h"
#include "tools/common/TestData.h"

namespace cameo::run {

/// Inputs, outputs, metadata, size and target, as text.
void describe(const Library &library);

/// Runs and compares each data set; whether all results fit. `folder` is a data
/// set, or holds folders test_data_set_K.
llvm::Expected<bool> runTestData(const Library &library, Context &context,
                                 llvm::StringRef folder,
                                 const tools::Tolerance &tolerance);

/// Runs on the inputs of a folder and writes output_K.pb into `saveFolder` if
/// it is not empty.
llvm::Error runInputs(const Library &library, Context &context,
                      llvm::ArrayRef<tools::Tensor> inputs,
                      llvm::StringRef saveFolder);

struct BenchmarkOptions {
  unsigned warmup = 3, iterations = 50;
  double seconds = 0;       // of measuring at most, if not 0
  double loadSeconds = 0;   // what loading took
  int64_t memoryBefore = 0; // peakMemory() before it: the tool's own
  unsigned threads = 1;
  bool json = false;
  unsigned inPlace = 0; // rows of room in lent caches; 0: none is lent
};
/// The most memory that this process ever held, in bytes.
int64_t peakMemory();
llvm::Error benchmark(const Library &library, Context &context,
                      llvm::ArrayRef<tools::Tensor> inputs,
                      const BenchmarkOptions &options);

/// Runs `iterations` times after a warm-up; writes a trace that Perfetto and
/// chrome://tracing open, and prints the kernels that took most.
llvm::Error profile(const Library &library, Context &context,
                    llvm::ArrayRef<tools::Tensor> inputs, unsigned iterations,
                    llvm::StringRef file);

} // namespace cameo::run

#endif
