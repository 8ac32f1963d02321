// SPDX-License-Identifier: Apache-2.0
// Changes of a model's structure that no change of single fields comes upon:
// cycles, functions that call themselves, deep nesting, sparse tensors that
// reach beyond themselves, sizes that are texts or huge.
#ifndef CAMEO_TEST_FUZZ_STRUCTURE_H
#define CAMEO_TEST_FUZZ_STRUCTURE_H

#include "Mutate.h"

namespace cameo::fuzz {

/// Makes one such change, if the model has what it takes.
void restructure(Message &model, Random &random);

} // namespace cameo::fuzz

#endif
