// SPDX-License-Identifier: Apache-2.0
// What the lowerings of quantised operators share.
#ifndef CAMEO_COMPILER_LOWERING_QUANT_H
#define CAMEO_COMPILER_LOWERING_QUANT_H

#include "compiler/Lowering/Support.h"

namespace cameo {

/// The matrix product of the 8-bit onnx values a (any rank from 2 on) and b (a
/// matrix), each less its zero point (null: 0; of b one per column or one, of a
/// one per row or one), as i32, computed on four bytes at a time. Null where
/// sizes do not allow that.
mlir::Value byteMatmul(Lowerer &l, mlir::Value onnxA, mlir::Value onnxZeroA,
                       mlir::Value onnxB, mlir::Value onnxZeroB);

} // namespace cameo

#endif
