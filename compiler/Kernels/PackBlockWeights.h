// SPDX-License-Identifier: Apache-2.0
// The part of cameo-pack-weights for weights of few bits with a scale for each block.
#ifndef CAMEO_COMPILER_KERNELS_PACKBLOCKWEIGHTS_H
#define CAMEO_COMPILER_KERNELS_PACKBLOCKWEIGHTS_H

#include "compiler/Kernels/Contraction.h"
#include "compiler/Kernels/TargetDescription.h"

namespace cameo {

/// Replaces `c` by a product with packed blocks if its right operand dequantises such weights;
/// false, and nothing changed, if not.
bool packBlockWeights(Contraction &c, const TargetDescription &target,
                      llvm::function_ref<bool(mlir::Value)> isConstant);

} // namespace cameo

#endif
