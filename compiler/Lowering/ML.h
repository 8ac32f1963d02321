// SPDX-License-Identifier: Apache-2.0
// What the operators of ai.onnx.ml share: rows of features, transformed scores,
// labels of classes.
#ifndef CAMEO_COMPILER_LOWERING_ML_H
#define CAMEO_COMPILER_LOWERING_ML_H

#include "compiler/Lowering/Constants.h"
#include "dialects/ONNX/ML.h"

namespace cameo {

/// X as a matrix of `element` with a row per example, at least (or, `exact`,
/// just) `columns` wide.
mlir::FailureOr<mlir::Value> featureRows(mlir::Operation *op, Lowerer &l,
                                         mlir::Value onnxX, mlir::Type element,
                                         int64_t columns, bool exact);

/// ONNX's post_transform of a matrix of scores, row by row.
mlir::Value postTransform(Lowerer &l, mlir::Value scores,
                          llvm::StringRef transform);

/// Scores [N, 2] of a binary classifier that computes only one, [N, 1]; where the
/// transform is LOGISTIC, those of -s and s.
enum class SecondScore {
  Complement, ///< 1 - s, s
  Opposite    ///< -s, s
};
mlir::Value withSecondScore(Lowerer &l, mlir::Value score,
                            llvm::StringRef transform, SecondScore kind);

/// Labels of classes: `places` [N] (i64) index the list that is given.
mlir::FailureOr<mlir::Value>
labelsAt(mlir::Operation *op, Lowerer &l, mlir::Value places,
         std::optional<llvm::ArrayRef<int64_t>> ints,
         std::optional<mlir::ArrayAttr> strings);
/// The place [N] (i64) of the first largest score of each row.
mlir::Value largestPlace(Lowerer &l, mlir::Value scores);
/// Column `i` of a matrix, [N].
mlir::Value column(Lowerer &l, mlir::Value matrix, int64_t i);

void registerMLDataLowerings(LoweringRegistry &r);
void registerMLLabelLowerings(LoweringRegistry &r);
void registerMLLinearLowerings(LoweringRegistry &r);
void registerMLSVMLowerings(LoweringRegistry &r);
void registerMLTreeLowerings(LoweringRegistry &r);

} // namespace cameo

#endif
