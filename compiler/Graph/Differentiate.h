// SPDX-License-Identifier: Apache-2.0
// Derivatives of onnx operators, as onnx operators: what onnx-differentiate
// needs to go backwards through a graph.
#ifndef CAMEO_COMPILER_GRAPH_DIFFERENTIATE_H
#define CAMEO_COMPILER_GRAPH_DIFFERENTIATE_H

#include "compiler/Graph/Rewrite.h"
#include "dialects/ONNX/Math.h"
#include "dialects/ONNX/Reduction.h"
#include "dialects/ONNX/Tensor.h"

namespace cameo {

/// Makes operators whose result types are still to be inferred.
class GraphBuilder {
public:
  GraphBuilder(mlir::OpBuilder &b, mlir::Location loc) : b(b), loc(loc) {}
  mlir::OpBuilder &b;
  mlir::Location loc;

  using Attributes =
      llvm::ArrayRef<std::pair<llvm::StringRef, mlir::Attribute>>;
  template <typename Op>
  mlir::Value make(mlir::ValueRange operands, Attributes attributes = {}) {
    mlir::OperationState state(loc, Op::getOperationName());
    state.addOperands(operands);
    state.addTypes(onnx::UnknownType::get(b.getContext()));
    for (auto [name, value] : attributes)
      state.addAttribute(name, value);
    return b.create(state)->getResult(0);
  }
  /// A number of the element type that a value of the forward graph has.
  mlir::Value number(mlir::Value like, double value) {
    return makeFloat(b, loc, mlir::getElementTypeOrSelf(like.getType()), value);
  }
  mlir::Value ints(llvm::ArrayRef<int64_t> values) {
    return makeInts(b, loc, values);
  }
  mlir::Value none() { return makeNone(b, loc); }
  mlir::Attribute flag(int64_t value) {
    return mlir::IntegerAttr::get(b.getIntegerType(64, /*isSigned=*/true),
                                  value);
  }

  mlir::Value add(mlir::Value x, mlir::Value y) {
    return make<onnx::AddOp>({x, y});
  }
  mlir::Value sub(mlir::Value x, mlir::Value y) {
    return make<onnx::SubOp>({x, y});
  }
  mlir::Value mul(mlir::Value x, mlir::Value y) {
    return make<onnx::MulOp>({x, y});
  }
  mlir::Value div(mlir::Value x, mlir::Value y) {
    return make<onnx::DivOp>({x, y});
  }
  mlir::Value neg(mlir::Value x) { return make<onnx::NegOp>({x}); }
  mlir::Value shapeOf(mlir::Value x) { return make<onnx::ShapeOp>({x}); }
  mlir::Value where(mlir::Value condition, mlir::Value x, mlir::Value y) {
    return make<onnx::WhereOp>({condition, x, y});
  }
  /// A tensor of `like`'s shape and element type.
  mlir::Value full(mlir::Value like, double value);
  mlir::Value reshapeLike(mlir::Value x, mlir::Value like) {
    return make<onnx::ReshapeOp>({x, shapeOf(like)}, {{"allowzero", flag(1)}});
  }
  /// `gradient` of a result to which `operand` was broadcast: sums over what
  /// was repeated.
  mlir::Value unbroadcast(mlir::Value gradient, mlir::Value operand,
                          int64_t resultRank);
};

/// Adds the gradient of one operand.
using Contribute =
    llvm::function_ref<void(mlir::Value operand, mlir::Value gradient)>;

/// Whether the operator's result does not change, or only in steps, with its
/// operands.
bool isStepFunction(mlir::Operation *op);
/// Given the gradients of `op`'s results (null: zero), contributes those of its
/// operands; fails without a message if there is no rule. `op`'s types are
/// inferred.
llvm::LogicalResult differentiate(mlir::Operation *op,
                                  llvm::ArrayRef<mlir::Value> gradients,
                                  GraphBuilder &g, Contribute contribute);
/// The part of differentiate() for convolutions, pooling, normalisations and
/// Einsum: `gradient` is that of the first result.
llvm::LogicalResult differentiateLayer(mlir::Operation *op,
                                       mlir::Value gradient, GraphBuilder &g,
                                       Contribute contribute);
/// The part of differentiate() for losses.
llvm::LogicalResult differentiateLoss(mlir::Operation *op, mlir::Value gradient,
                                      GraphBuilder &g, Contribute contribute);
/// The part of differentiate() for element-wise operators of one operand: f'(x)
/// times the gradient; null for others.
mlir::Value differentiateUnary(mlir::Operation *op, mlir::Value gradient,
                               GraphBuilder &g);

} // namespace cameo

#endif
