// SPDX-License-Identifier: Apache-2.0
#ifndef CAMEO_COMPILER_LOWERING_MLMAP_H
#define CAMEO_COMPILER_LOWERING_MLMAP_H

#include "compiler/Lowering/Lowerer.h"

namespace cameo {
/// ZipMap, CastMap, DictVectorizer.
void registerMLMapLowerings(LoweringRegistry &r);
} // namespace cameo

#endif
