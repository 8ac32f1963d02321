// SPDX-License-Identifier: Apache-2.0
// What the shape rules of several families share: rules of one line each, and
// the arithmetic of axes, windows and small integer tensors.
#ifndef CAMEO_DIALECTS_ONNX_SHAPERULES_H
#define CAMEO_DIALECTS_ONNX_SHAPERULES_H

#include "dialects/ONNX/ShapeInferrer.h"
#include "llvm/ADT/STLFunctionalExtras.h"

namespace cameo::onnx::rules {

/// The rule of operator `Name` is a call of `function(op, shapes)`.
#define CAMEO_SHAPE_RULE(Name, function)                                       \
  llvm::LogicalResult Name##Op::inferShapes(ShapeInferrer &shapes) {           \
    return function(*this, shapes);                                            \
  }

/// The result has the operand's shape, and its element type unless another is
/// given.
llvm::LogicalResult sameShape(ShapeInferrer &shapes, mlir::Value result,
                              mlir::Value operand, mlir::Type elementType = {});
/// The result has the first operand's shape and element type.
llvm::LogicalResult likeFirst(mlir::Operation *op, ShapeInferrer &shapes);
/// All operands broadcast to the result; with the first's element type unless
/// another is given.
llvm::LogicalResult broadcastOperands(mlir::Operation *op,
                                      ShapeInferrer &shapes,
                                      mlir::ValueRange operands,
                                      mlir::Type elementType = {});
/// Fails, with an error, if two of the values have known and different element
/// types.
llvm::LogicalResult sameElementTypes(mlir::Operation *op, ShapeInferrer &shapes,
                                     mlir::ValueRange values);
/// Fails, with an error, if the value's rank is known and below `least` or
/// above `most`.
llvm::LogicalResult
checkRank(mlir::Operation *op, ShapeInferrer &shapes, mlir::Value v,
          llvm::StringRef name, int64_t least,
          int64_t most = std::numeric_limits<int64_t>::max());
/// Two sizes that must be the same: the one that says more; fails with an error
/// if they differ.
llvm::FailureOr<DimExpr> unify(mlir::Operation *op, DimExpr a, DimExpr b,
                               llvm::StringRef what);

/// One function of small integer tensors' elements; nothing means unknown.
using ElementFn =
    llvm::function_ref<std::optional<DimExpr>(llvm::ArrayRef<DimExpr>)>;
/// States the contents of `result` as `fn` of the operands' (broadcast, rank at
/// most 1) if all are tracked.
void mapContents(ShapeInferrer &shapes, mlir::Value result,
                 mlir::ValueRange operands, ElementFn fn);
/// The same elements under another type or shape.
void passContents(ShapeInferrer &shapes, mlir::Value result,
                  mlir::Value operand);

/// The size of a result whose size is only known at run time.
Dims freshDims(ShapeInferrer &shapes, mlir::Value result, int64_t rank);
/// The number of elements of a one-dimensional operand, if known.
std::optional<int64_t> length(ShapeInferrer &shapes, mlir::Value v);

/// Fails, with an error, if the number of elements of a list is known and not
/// `expected`; an absent list is none.
llvm::LogicalResult checkLength(mlir::Operation *op, ShapeInferrer &shapes,
                                mlir::Value list, llvm::StringRef name,
                                int64_t expected);

/// The axes that an optional operand lists. `known` is false if only the run
/// tells; then `count` says how many there are, if known.
struct Axes {
  bool known = true;
  llvm::SmallVector<int64_t> list;
  std::optional<int64_t> count;
};
llvm::FailureOr<Axes> axesOperand(mlir::Operation *op, ShapeInferrer &shapes,
                                  mlir::Value axes, int64_t rank);

/// The shape of the product of two tensors as numpy.matmul defines it; empty if
/// a rank is unknown.
llvm::FailureOr<Dims> matMulShape(mlir::Operation *op, ShapeInferrer &shapes,
                                  mlir::Value a, mlir::Value b);

/// A window that slides over the spatial dimensions of an image [N, C,
/// spatial...].
struct Window {
  llvm::ArrayRef<int64_t> strides, dilations, pads;
  llvm::StringRef autoPad = "NOTSET";
  bool ceilMode = false;
};
/// The spatial sizes of a convolution's or pooling's result.
llvm::FailureOr<Dims> slide(mlir::Operation *op,
                            llvm::ArrayRef<DimExpr> spatial,
                            llvm::ArrayRef<DimExpr> kernel,
                            const Window &window);
/// A convolution of `x` (N, C, spatial…) with filters `w` (M, C / group,
/// kernel…).
llvm::LogicalResult
convolution(mlir::Operation *op, ShapeInferrer &shapes, mlir::Value x,
            mlir::Value w, mlir::Value y, mlir::Type elementType,
            std::optional<llvm::ArrayRef<int64_t>> kernelShape, int64_t group,
            const Window &window);
template <typename Op>
llvm::LogicalResult convolution(Op op, ShapeInferrer &shapes, mlir::Value x,
                                mlir::Value w, mlir::Value y,
                                mlir::Type elementType) {
  Window window;
  window.strides = op.getStrides().value_or(llvm::ArrayRef<int64_t>());
  window.dilations = op.getDilations().value_or(llvm::ArrayRef<int64_t>());
  window.pads = op.getPads().value_or(llvm::ArrayRef<int64_t>());
  if constexpr (requires { op.getAutoPad(); })
    window.autoPad = op.getAutoPad();
  return convolution(op, shapes, x, w, y, elementType, op.getKernelShape(),
                     static_cast<int64_t>(op.getGroup()), window);
}
} // namespace cameo::onnx::rules

#endif
