// SPDX-License-Identifier: Apache-2.0
// One hostile model, from its file to the end: compiled, loaded and run in this
// process, which may not survive it.
#ifndef CAMEO_TEST_FUZZ_RUNCASE_H
#define CAMEO_TEST_FUZZ_RUNCASE_H

#include "Mutate.h"
#include "Text.h"
#include "tools/common/Tensor.h"

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

/// Written to standard error between the compiler's end and the run.
constexpr char compiledMark[] = "compiled";

struct Case {
  std::string model;                 ///< the file
  std::string scratch;               ///< a folder for what is made of it
  std::string log;                   ///< the file that standard error goes to
  std::string data;                  ///< a folder with input_K.pb, or empty
  std::vector<tools::Tensor> inputs; ///< sound ones, in the place of those
};

/// Writes a hostile relative of a function of a file of numeric cases to
/// `model`; `inputs` are those of the case.
Verdict makeTextCase(const std::string &file, const std::string &function,
                     const std::string &model, const Words &words,
                     Random &random, std::vector<tools::Tensor> &inputs);

/// Compiles, loads and runs, on inputs of the case and on relatives of them.
Verdict runCase(const Case &testCase, Random &random);

} // namespace cameo::fuzz

#endif
