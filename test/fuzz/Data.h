// SPDX-License-Identifier: Apache-2.0
// What a model under test is run on: sound data of its case, or made up, and
// relatives of either that no operator expects.
#ifndef CAMEO_TEST_FUZZ_DATA_H
#define CAMEO_TEST_FUZZ_DATA_H

#include "Mutate.h"
#include "cameo/runtime.h"
#include "tools/common/Tensor.h"

namespace cameo::fuzz {

/// Inputs for the model: of `given`, which stand in the order of the inputs of
/// the model that it was made of, those that fit and relatives of them; else
/// made up. None if they would be large.
std::vector<tools::Tensor> makeInputs(const cameo_model &model,
                                      const std::vector<tools::Tensor> &given,
                                      Random &random);

} // namespace cameo::fuzz

#endif
