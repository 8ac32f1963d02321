// SPDX-License-Identifier: Apache-2.0
// Makes hostile IR of sound IR: texts as cameoc and cameo-opt read them.
#ifndef CAMEO_TEST_FUZZ_TEXT_H
#define CAMEO_TEST_FUZZ_TEXT_H

#include "Mutate.h"

namespace cameo::fuzz {

/// What other files have that a mutation may put into this one.
struct Words {
  std::vector<std::string> operations; ///< "onnx.Conv"
  std::vector<std::string> attributes; ///< "axis = 1 : si64"
  std::vector<std::string> types;      ///< "tensor<2x3xf32>"
  void add(llvm::StringRef text);
};

/// A hostile relative of the text. Most of them still parse.
std::string mutateText(llvm::StringRef text, const Words &words,
                       Random &random);

} // namespace cameo::fuzz

#endif
