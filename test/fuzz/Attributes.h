// SPDX-License-Identifier: Apache-2.0
// Changes of what operators are told: their attributes, the sizes of their
// inputs, and inputs that become constants and so are computed with when the
// model is compiled.
#ifndef CAMEO_TEST_FUZZ_ATTRIBUTES_H
#define CAMEO_TEST_FUZZ_ATTRIBUTES_H

#include "Mutate.h"

namespace cameo::fuzz {

/// Makes some such changes of the model. `data` has serialised TensorProtos,
/// one for each input of the model for which there is one, in their order.
std::string changeOperators(llvm::StringRef model,
                            const std::vector<std::string> &data,
                            Random &random);

} // namespace cameo::fuzz

#endif
