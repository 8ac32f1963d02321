// SPDX-License-Identifier: Apache-2.0
// The parts of onnx-canonicalize, by kind of rewrite.
#ifndef CAMEO_COMPILER_GRAPH_CANONICALIZE_H
#define CAMEO_COMPILER_GRAPH_CANONICALIZE_H

#include "dialects/ONNX/Control.h"
#include "dialects/ONNX/ShapeInferrer.h"
#include "mlir/IR/PatternMatch.h"

namespace cameo {

/// What needs symbolic shapes: tensors whose elements are known become
/// constants, operators that change nothing go, branches that are known replace
/// their If. True if anything changed; `shapes` is stale then.
bool simplifyByShapes(mlir::func::FuncOp func,
                      const onnx::ShapeInferrer &shapes);

/// Decides an If between ranks of which only one is valid for what follows, or
/// makes them one where what follows does not care. True if it did.
bool resolveRanks(mlir::func::FuncOp func, const onnx::ShapeInferrer &shapes);
/// Replaces an If by the operations of one branch.
void inlineBranch(onnx::IfOp op, bool thenBranch);

/// Operators that return their operand; arithmetic with neutral elements.
void populateIdentityPatterns(mlir::RewritePatternSet &patterns);
/// Chains of Reshape, Flatten, Squeeze and Unsqueeze; Pad that a convolution
/// can do.
void populateReshapePatterns(mlir::RewritePatternSet &patterns);
/// Sequences and optionals whose items are known.
void populateSequencePatterns(mlir::RewritePatternSet &patterns);
/// Transposes merge, and sink until they meet another one.
void populateTransposePatterns(mlir::RewritePatternSet &patterns);

} // namespace cameo

#endif
