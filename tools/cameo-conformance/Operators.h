// SPDX-License-Identifier: Apache-2.0
// Which operators a case uses, and on which element types.
#ifndef CAMEO_TOOLS_CONFORMANCE_OPERATORS_H
#define CAMEO_TOOLS_CONFORMANCE_OPERATORS_H

#include "Case.h"

namespace cameo::conformance {

/// Writes tab-separated: case, operator, version, types. One line for each
/// operator of each case; the operator as the onnx dialect names it ("Conv",
/// "ml.Scaler", "ms.Gelu"), the version of its domain that the model imports
/// (0: the latest, in a case written in the dialect), the element types of its
/// inputs where the file tells, comma separated. Files that cannot be read have
/// no line.
llvm::Error writeOperators(llvm::StringRef path, llvm::ArrayRef<Case> cases);

} // namespace cameo::conformance

#endif
