// SPDX-License-Identifier: Apache-2.0
// What the lowerings of quantised operators share.
#ifndef CAMEO_COMPILER_LOWERING_QUANT_H
#define CAMEO_COMPILER_LOWERING_QUANT_H

#include "compiler/Lowering/NNWindow.h"

namespace cameo {

/// The matrix product of the 8-bit onnx values a (any rank from 2 on) and b (a
/// matrix), each less its zero point (null: 0; of b one per column or one, of a
/// one per row or one), as i32, computed on four bytes at a time. Null where
/// sizes do not allow that.
mlir::Value byteMatmul(Lowerer &l, mlir::Value onnxA, mlir::Value onnxZeroA,
                       mlir::Value onnxB, mlir::Value onnxZeroB);

/// The convolution of the 8-bit onnx values x and w, each less its zero point
/// (null: 0), as i32, computed on four bytes at a time. Null where groups, sizes
/// or zero points do not allow that.
llvm::FailureOr<mlir::Value>
byteConvolve(mlir::Operation *op, Lowerer &l, mlir::Value onnxX,
             mlir::Value onnxZeroX, mlir::Value onnxW, mlir::Value onnxZeroW,
             std::optional<llvm::ArrayRef<int64_t>> kernel, int64_t groups,
             const WindowAttrs &attrs, mlir::Value onnxY);

} // namespace cameo

#endif
