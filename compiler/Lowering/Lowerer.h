// SPDX-License-Identifier: Apache-2.0
// The walk that turns an onnx function into linalg on tensors: each operator's lowering gets a
// Lowerer, positioned where the new code goes, and returns one value per result. A family
// registers its lowerings in one function at the end of its file.
#ifndef CAMEO_COMPILER_LOWERING_LOWERER_H
#define CAMEO_COMPILER_LOWERING_LOWERER_H

#include "dialects/Cameo/Cameo.h"
#include "dialects/ONNX/ShapeInferrer.h"

namespace cameo {

using LoweredValues = llvm::FailureOr<llvm::SmallVector<mlir::Value>>;

class Lowerer;

/// Operators by name; filled once, read by LowerONNX.
class LoweringRegistry {
public:
  using Fn = std::function<LoweredValues(mlir::Operation *, Lowerer &)>;

  /// Registers `fn` as the lowering of `Op`.
  template <typename Op, typename Lower> void add(Lower fn) {
    fns[Op::getOperationName()] = [fn](mlir::Operation *op, Lowerer &l) {
      return fn(llvm::cast<Op>(op), l);
    };
  }
  /// Null if the operator has no lowering.
  const Fn *lookup(llvm::StringRef name) const {
    auto it = fns.find(name);
    return it == fns.end() ? nullptr : &it->second;
  }
  /// All families.
  static const LoweringRegistry &get();

private:
  llvm::StringMap<Fn> fns;
};

#define CAMEO_DECLARE_LOWERING(F)                                              \
  void register##F##Lowerings(LoweringRegistry &);
CAMEO_ONNX_FAMILIES(CAMEO_DECLARE_LOWERING)
#undef CAMEO_DECLARE_LOWERING

class Lowerer {
public:
  /// `shapes` tells what is known of the graph's sizes; null if nothing.
  Lowerer(mlir::MLIRContext *context, onnx::ShapeInferrer *shapes = nullptr)
      : b(context), loc(mlir::UnknownLoc::get(context)), shapes(shapes) {}

  mlir::OpBuilder b;
  /// The location of the operator being lowered.
  mlir::Location loc;
  /// The operator being lowered; null outside of lowerings.
  mlir::Operation *op = nullptr;

  /// The lowered form of an operand; null for an absent optional one.
  mlir::Value operator()(mlir::Value onnxValue) const;
  /// The same for several.
  llvm::SmallVector<mlir::Value> operator()(mlir::ValueRange onnxValues) const;

  /// The type that stands for an onnx type past this phase: signed and unsigned integers become
  /// signless, bool becomes i8 (0 or 1; one byte in memory), integers narrower than a byte are
  /// extended to one, floats narrower than 16 bits become their bits in an i8, tensors stay tensors;
  /// sequences, optionals and maps are !cameo.value.
  static mlir::Type convert(mlir::Type type);
  static mlir::RankedTensorType convertTensor(mlir::Value onnxValue) {
    return llvm::cast<mlir::RankedTensorType>(convert(onnxValue.getType()));
  }
  /// Whether a value's elements are ONNX uintN or bool.
  static bool isUnsigned(mlir::Type onnxType);

  /// Reports an error at the operator being lowered, whose lowering then fails
  /// whatever it returns: for helpers that have nothing better to return.
  mlir::InFlightDiagnostic fail() {
    hasFailed = true;
    return op->emitError();
  }

  /// Lowers a subgraph's block here, its arguments standing for `arguments` (already lowered), and
  /// returns the lowered operands of its terminator.
  LoweredValues lowerBlock(mlir::Block &block, mlir::ValueRange arguments);

  /// States what an onnx value is lowered to.
  void set(mlir::Value onnxValue, mlir::Value lowered) {
    map[onnxValue] = lowered;
    origins.try_emplace(lowered, onnxValue);
  }
  /// The onnx value that a value is the lowered form of; null if none.
  mlir::Value origin(mlir::Value lowered) const {
    return origins.lookup(lowered);
  }

  /// What is known of the size `i` of a lowered tensor, symbolically.
  onnx::DimExpr expr(mlir::Value tensor, int64_t i);
  onnx::DimExpr expr(mlir::OpFoldResult size);
  /// The same for onnx values, if known; elements are those of small integer tensors.
  std::optional<onnx::DimExpr> dimExpr(mlir::Value onnxValue, int64_t i) const;
  std::optional<onnx::DimExpr> elementExpr(mlir::Value onnxInts,
                                           int64_t i) const;
  /// States that a value of type index equals an expression.
  void setExpr(mlir::Value size, onnx::DimExpr expr) {
    exprs.try_emplace(size, expr);
  }

  /// States the number (type index) of the iteration that a block, the body of
  /// an operator, is being lowered for.
  void setIteration(mlir::Block *body, mlir::Value number) {
    iterations[body] = number;
  }
  mlir::Value iteration(mlir::Block *body) const {
    return iterations.lookup(body);
  }

private:
  llvm::DenseMap<mlir::Block *, mlir::Value> iterations;
  bool hasFailed = false;
  llvm::DenseMap<mlir::Value, mlir::Value> map, origins;
  llvm::DenseMap<mlir::Value, onnx::DimExpr> exprs;
  llvm::DenseMap<std::pair<mlir::Value, int64_t>, onnx::DimExpr> dimExprs;
  onnx::DimTable &table() { return shapes ? shapes->table() : ownTable; }
  onnx::ShapeInferrer *shapes;
  onnx::DimTable ownTable;
};

} // namespace cameo

#endif
