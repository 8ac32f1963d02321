// SPDX-License-Identifier: Apache-2.0
// Inputs out of nothing, for benchmarks: the same in every run.
#ifndef CAMEO_TOOLS_COMMON_RANDOMINPUTS_H
#define CAMEO_TOOLS_COMMON_RANDOMINPUTS_H

#include "tools/common/Tensor.h"

namespace cameo::tools {

/// Sizes for dimensions that the model leaves open.
struct Shapes {
  llvm::ArrayRef<std::string> dims;   // NAME=V
  llvm::ArrayRef<std::string> shapes; // INPUT=AxBxC
};

/// Inputs for every input of the model, always the same: floats in [-1, 1),
/// integers 0 or 1.
llvm::Expected<std::vector<Tensor>> randomInputs(const cameo_model &model,
                                                 const Shapes &shapes);
/// Such values for a tensor of numbers whose type and shape are set.
void fillRandom(Tensor &tensor);

} // namespace cameo::tools

#endif
