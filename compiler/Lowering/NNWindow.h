// SPDX-License-Identifier: Apache-2.0
// What convolutions and pooling share: strides, dilations, paddings in all of
// ONNX's spellings, and the sizes that follow.
#ifndef CAMEO_COMPILER_LOWERING_NNWINDOW_H
#define CAMEO_COMPILER_LOWERING_NNWINDOW_H

#include "compiler/Lowering/Support.h"

namespace cameo {

/// How ONNX spells the parameters of a window operator.
struct WindowAttrs {
  std::optional<llvm::ArrayRef<int64_t>> strides, dilations, pads;
  llvm::StringRef autoPad = "NOTSET";
  bool ceilMode = false;
};

/// A window over the spatial dimensions of [N, C, spatial...].
struct LoweredWindow {
  /// The padded input: the operand itself unless the padding depends on
  /// run-time sizes.
  mlir::Value input;
  /// Sizes of the kernel, `spatial` many.
  Sizes kernel;
  llvm::SmallVector<int64_t> strides, dilations, pads;
  /// Spatial sizes of the result.
  Sizes out;
  /// The padding in front of each spatial dimension, implicit or not.
  Sizes before;

  size_t rank() const { return kernel.size(); }
};

/// Resolves the attributes. auto_pad SAME_* with a stride over a dimension of
/// unknown size pads `input` explicitly, with `padding`; all other paddings
/// stay implicit in `pads`. Checks at run time what cannot be told before: that
/// the window fits.
llvm::FailureOr<LoweredWindow> resolveWindow(mlir::Operation *op, Lowerer &l,
                                             mlir::Value input, Sizes kernel,
                                             const WindowAttrs &attrs,
                                             mlir::TypedAttr padding);

/// [N, C] of `input`'s batch, `channels` and the spatial sizes, refined by the
/// onnx result's type.
Sizes windowSizes(Lowerer &l, const LoweredWindow &w,
                  mlir::OpFoldResult channels, mlir::Value onnxResult);

/// The convolution of `op` without bias: filter [M, C / groups, kernel...],
/// whose element type is the result's, or bytes, whose products are summed in
/// i32 (cameo.conv). `filler` (null: zero) is what the padding holds, explicit
/// then.
llvm::FailureOr<mlir::Value>
convolve(mlir::Operation *op, Lowerer &l, mlir::Value x, mlir::Value filter,
         std::optional<llvm::ArrayRef<int64_t>> kernel,
         mlir::OpFoldResult groups, const WindowAttrs &attrs,
         mlir::TypedAttr zero, mlir::Value onnxResult, mlir::Value filler = {});

/// The same for filters and groups of which only the run knows the sizes; `out`
/// are the result's.
mlir::Value convolveBySums(Lowerer &l, const LoweredWindow &w,
                           mlir::Value filter, mlir::OpFoldResult groups,
                           llvm::ArrayRef<mlir::OpFoldResult> out);
/// Transposed: filter [C, M / groups, kernel...]; `before` is cut off the
/// result's front.
mlir::Value convolveTransposedBySums(Lowerer &l, mlir::Value x,
                                     mlir::Value filter,
                                     llvm::ArrayRef<int64_t> strides,
                                     llvm::ArrayRef<int64_t> dilations,
                                     llvm::ArrayRef<mlir::OpFoldResult> before,
                                     int64_t groups,
                                     llvm::ArrayRef<mlir::OpFoldResult> out);

/// Adds a vector over dimension 1; `bias` may be null.
mlir::Value addBias(Lowerer &l, mlir::Value tensor, mlir::Value bias);

/// x / sqrt(mean(x^2) + epsilon) * scale over the dimensions from `axis` on.
llvm::FailureOr<mlir::Value> rmsNormalise(mlir::Operation *op, Lowerer &l,
                                          mlir::Value x, mlir::Value scale,
                                          int64_t axis, double epsilon,
                                          mlir::Type element);
/// Layer normalisation over the last dimension; `bias` may be null.
llvm::FailureOr<mlir::Value> layerNormalise(mlir::Operation *op, Lowerer &l,
                                            mlir::Value x, mlir::Value scale,
                                            mlir::Value bias, double epsilon);

/// Of each row along the last dimension, which becomes 1: its mean, and 1 /
/// sqrt(variance + epsilon), in f32. If not `centred`, the mean is null and taken
/// to be 0.
std::pair<mlir::Value, mlir::Value> rowStatistics(Lowerer &l, mlir::Value x,
                                                  bool centred, double epsilon);

template <typename Op> WindowAttrs windowAttrs(Op op) {
  return {op.getStrides(), op.getDilations(), op.getPads(), op.getAutoPad()};
}

// Families of lowerings in files of their own, called by registerNNLowerings.
void registerConvLowerings(LoweringRegistry &r);
void registerPoolLowerings(LoweringRegistry &r);
void registerAttentionLowerings(LoweringRegistry &r);
void registerColumnLowerings(LoweringRegistry &r);
void registerFlexAttentionLowerings(LoweringRegistry &r);
void registerLossLowerings(LoweringRegistry &r);
void registerNormLowerings(LoweringRegistry &r);
void registerRoiLowerings(LoweringRegistry &r);

} // namespace cameo

#endif
