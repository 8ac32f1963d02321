// SPDX-License-Identifier: Apache-2.0
// Products of bf16 by pairs. Apart from the other operations, in CameoBFloat.h, for few files know of them.
#ifndef CAMEO_DIALECTS_CAMEO_BFLOAT_OPS
#define CAMEO_DIALECTS_CAMEO_BFLOAT_OPS

include "dialects/Cameo/CameoOps.td"

def Cameo_Dot2Op : Cameo_Op<"dot2", [Pure, AllTypesMatch<["a", "b"]>, AllTypesMatch<["acc", "result"]>,
                                     Elementwise, Scalarizable, Vectorizable, Tensorizable]> {
  let summary = "The sum of two products of bf16 and an f32 accumulator";
  let description = [{
    `acc` + the second bf16 of `a` times the second of `b`, rounded, + the same of the first ones, rounded.
    CPUs that have an instruction for it take numbers below the least normal f32 for 0. `cameo.words` views
    rows of bf16 as such pairs, the first one lowest.
  }];
  let arguments = (ins SignlessIntegerLike:$a, SignlessIntegerLike:$b, FloatLike:$acc);
  let results = (outs FloatLike:$result);
  let assemblyFormat = "$a `,` $b `,` $acc attr-dict `:` type($a) `,` type($acc)";
  let hasVerifier = 1;
}

#endif
