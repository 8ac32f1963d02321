// SPDX-License-Identifier: Apache-2.0
// What the rewrites of the onnx dialect share: constants in, constants out.
#ifndef CAMEO_COMPILER_GRAPH_REWRITE_H
#define CAMEO_COMPILER_GRAPH_REWRITE_H

#include "dialects/ONNX/ShapeInferrer.h"
#include "mlir/IR/PatternMatch.h"

namespace cameo {

/// The number that all elements of a floating point constant are.
std::optional<double> splatOf(mlir::Value v);
/// Whether `v` is a constant all of whose elements are `number`, up to float's
/// rounding.
bool isSplat(mlir::Value v, double number);
/// The elements of an integer constant, in order.
std::optional<llvm::SmallVector<int64_t>> intsOf(mlir::Value v);
/// A float scalar or splat whose only element, by count, is one: it broadcasts
/// without a change of shape if its rank is at most `rank`.
bool isScalar(mlir::Value v);

/// A constant tensor<Nxi64>.
mlir::Value makeInts(mlir::OpBuilder &b, mlir::Location loc,
                     llvm::ArrayRef<int64_t> values);
/// A scalar constant of a floating point type.
mlir::Value makeFloat(mlir::OpBuilder &b, mlir::Location loc,
                      mlir::Type elementType, double value);
/// An absent optional operand.
mlir::Value makeNone(mlir::OpBuilder &b, mlir::Location loc);

/// `op`'s type, if it is a ranked tensor.
inline mlir::RankedTensorType rankedType(mlir::Value v) {
  return llvm::dyn_cast<mlir::RankedTensorType>(v.getType());
}
/// Element-wise operators of one operand that do not care for the shape.
bool isElementwiseUnary(mlir::Operation *op);
/// Element-wise operators of two operands with numpy's broadcasting.
bool isElementwiseBinary(mlir::Operation *op);

/// Applies the patterns until none fits. Regions stay as they are: they belong to control flow. A fixed
/// point that is not reached is no error: every rewrite leaves a valid graph.
void rewriteGreedily(mlir::Operation *op, mlir::RewritePatternSet patterns);

} // namespace cameo

#endif
