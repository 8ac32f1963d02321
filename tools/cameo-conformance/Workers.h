// SPDX-License-Identifier: Apache-2.0
// Child processes that run cases: one that crashes or hangs fails the case it
// was at, and another takes its place.
#ifndef CAMEO_TOOLS_CONFORMANCE_WORKERS_H
#define CAMEO_TOOLS_CONFORMANCE_WORKERS_H

#include "Case.h"

namespace cameo::conformance {

struct WorkerOptions {
  unsigned jobs = 1;
  double timeout = 120; // seconds for one case
  uint64_t memory = 0;  // bytes of address space of one worker; 0: unlimited
  std::string scratch;  // an existing folder
};

/// Runs all cases; `done` is called here with a case's index and outcome as
/// they end.
llvm::Error runCases(llvm::ArrayRef<Case> cases, const Options &options,
                     const WorkerOptions &workers,
                     const std::function<void(size_t, const Outcome &)> &done);

} // namespace cameo::conformance

#endif
