// SPDX-License-Identifier: Apache-2.0
// One hostile model, from its file to the end: compiled, loaded and run in this
// process, which may not survive it.
#ifndef CAMEO_TEST_FUZZ_RUNCASE_H
#define CAMEO_TEST_FUZZ_RUNCASE_H

#include "Mutate.h"

namespace cameo::fuzz {

/// Exit statuses of a child.
enum Verdict : int {
  Accepted = 0,
  Refused = 1, ///< with a message, by the compiler, the loader or the run
  Silent = 3,  ///< refused by the compiler without a word
};

/// Reads a file of test data as cameo-run does, as a tensor and as a value, and
/// compares what it holds with itself.
Verdict readCase(const std::string &data);

/// `log` is the file that standard error goes to.
Verdict runCase(const std::string &model, const std::string &scratch,
                const std::string &log, Random &random);

} // namespace cameo::fuzz

#endif
