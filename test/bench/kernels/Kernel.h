// SPDX-License-Identifier: Apache-2.0
// A function of a benchmark file, compiled and ready to run.
#ifndef CAMEO_TEST_BENCH_KERNELS_KERNEL_H
#define CAMEO_TEST_BENCH_KERNELS_KERNEL_H

#include "tools/common/Tensor.h"
#include <memory>

namespace cameo::bench {

struct KernelOptions {
  std::string mcpu; ///< empty: this machine's
  unsigned threads = 1;
  std::string scratch; ///< a folder for what is compiled
};

/// The function's arguments are inputs; those with the attribute
/// `bench.constant` become constants, as a model's weights are. Their values
/// are random. The launch that counts is the one with most arithmetic, or, if
/// there is none, with most bytes.
class Kernel {
public:
  static llvm::Expected<std::unique_ptr<Kernel>>
  compile(const std::string &file, llvm::StringRef function,
          const KernelOptions &options);
  ~Kernel();
  Kernel(const Kernel &) = delete;

  /// Runs the model once. Seconds that the launch took that counts; negative
  /// on failure, see error().
  double run();
  /// The same without being watched, as an application calls it: false on failure.
  bool call();
  llvm::StringRef error() const { return failure.message; }
  const cameo_launch_info &launch() const;
  /// Of the last run, all launches.
  double seconds() const { return total; }

private:
  Kernel() = default;
  static void hook(void *self, int32_t launch, int32_t phase);
  bool runModel();

  cameo_library *library = nullptr;
  cameo_context *context = nullptr;
  cameo_error failure{};
  std::vector<tools::Tensor> tensors;
  tools::Views views;
  std::vector<cameo_tensor> inputs, outputs;
  int32_t counts = 0; // the launch that does
  int64_t begin = 0;  // nanoseconds
  double took = 0, total = 0;
  bool watched = false;
};

} // namespace cameo::bench

#endif
