// SPDX-License-Identifier: Apache-2.0
// Numeric cases in the onnx dialect: files of functions that state their inputs
// and the outputs expected.
#ifndef CAMEO_TOOLS_CONFORMANCE_NUMERIC_H
#define CAMEO_TOOLS_CONFORMANCE_NUMERIC_H

#include "tools/common/TestData.h"

namespace cameo::conformance {

/// Inputs and the outputs expected, or a part of the reason for which the run is
/// to be refused.
struct NumericCase {
  tools::DataSet data;
  std::string error;
};

/// Writes function `name` of `path` as a model of its own to `model` (a .mlir
/// file), and returns its attributes `inputs` and `outputs` or `error`. With
/// `dynamic` all sizes are forgotten, of arguments, results and everything
/// between.
llvm::Expected<NumericCase> readNumericCase(const std::string &path,
                                            llvm::StringRef name, bool dynamic,
                                            llvm::StringRef model);

/// The operators of function `name` of `path`, without "onnx.", and the element
/// types of their operands; empty if the file cannot be parsed.
std::vector<std::pair<std::string, std::vector<std::string>>>
operatorsOf(const std::string &path, llvm::StringRef name);

} // namespace cameo::conformance

#endif
