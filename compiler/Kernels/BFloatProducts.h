// SPDX-License-Identifier: Apache-2.0
// Which targets have an instruction for cameo.dot2.
#ifndef CAMEO_COMPILER_KERNELS_BFLOATPRODUCTS_H
#define CAMEO_COMPILER_KERNELS_BFLOATPRODUCTS_H

#include "compiler/Kernels/TargetDescription.h"

namespace cameo {

/// x86's vdpbf16ps comes with the conversion to bf16 (AVX512-BF16); what converts on narrower vectors (64-bit ARM) has
/// other ones.
inline bool multipliesBFloat(const TargetDescription &target) {
  return target.bfloatConversion && target.vectorBytes == 64;
}

} // namespace cameo

#endif
