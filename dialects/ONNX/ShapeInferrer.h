// SPDX-License-Identifier: Apache-2.0
// Symbolic shape inference over a function of the onnx dialect. It keeps, per
// value, the element type, the size of each dimension as a DimExpr and, for
// small integer tensors, the elements; the operators' rules
// (ShapeInference::inferShapes) read the operands' and state the results'.
//
// As an analysis: `ShapeInferrer shapes(func); if (failed(shapes.run())) ...;
// shapes.equal(a, 0, b, 1)`.
#ifndef CAMEO_DIALECTS_ONNX_SHAPEINFERRER_H
#define CAMEO_DIALECTS_ONNX_SHAPEINFERRER_H

#include "dialects/ONNX/DimExpr.h"
#include "dialects/ONNX/ONNXCore.h"
#include "mlir/Dialect/Func/IR/FuncOps.h"

namespace cameo::onnx {

using Dims = llvm::SmallVector<DimExpr, 4>;

class ShapeInferrer {
public:
  explicit ShapeInferrer(mlir::func::FuncOp func);

  /// Infers the whole function, nested regions included, from its arguments'
  /// types and `cameo.dims`. Sets every result's type; the function's own
  /// result types are left to the caller.
  llvm::LogicalResult run();

  //===-- What is known of a value ----------------------------------------===//
  /// False for an absent optional operand.
  static bool present(mlir::Value v) {
    return !llvm::isa<mlir::NoneType>(v.getType());
  }
  /// Whether the rank is known.
  bool ranked(mlir::Value v) const;
  /// The rank, if known.
  std::optional<int64_t> rank(mlir::Value v) const;
  /// The dimensions of a ranked value.
  Dims shape(mlir::Value v) const;
  DimExpr dim(mlir::Value v, int64_t i) const;
  /// The element type; null if unknown or if the value is no tensor.
  mlir::Type elementType(mlir::Value v) const;
  /// The elements, in order, of an integer or boolean tensor of rank 0 or 1 (a
  /// float tensor whose elements are integral too), if tracked.
  std::optional<Dims> contents(mlir::Value v) const;
  /// `contents`, all of which are numbers.
  std::optional<llvm::SmallVector<int64_t>> constantInts(mlir::Value v) const;
  /// The elements of an onnx.Constant; null for other values.
  static mlir::ElementsAttr constant(mlir::Value v);
  /// The rank that the model itself states for a result (outputs, value_info).
  std::optional<int64_t> statedRank(mlir::Value v) const;
  /// Known to have the same size (i and j within the ranks; false for unranked
  /// values).
  bool equal(mlir::Value a, int64_t i, mlir::Value b, int64_t j) const;
  /// The product of all dimensions of a ranked value.
  DimExpr elementCount(mlir::Value v) const;

  //===-- What a rule states ----------------------------------------------===//
  /// States a tensor result; nothing happens for an absent one. A null element
  /// type means unknown. Fails, with an error at the operation, for negative or
  /// overflowing sizes.
  llvm::LogicalResult set(mlir::Value result, mlir::Type elementType,
                          llvm::ArrayRef<DimExpr> dims);
  /// States a tensor whose rank does not follow from the operands: it is the one
  /// that the model states, if any, else unknown.
  llvm::LogicalResult setUnranked(mlir::Value result, mlir::Type elementType);
  /// States a type without symbolic knowledge: sequences, optionals, maps.
  llvm::LogicalResult setType(mlir::Value result, mlir::Type type);
  /// States the elements of a result; dropped if there are more than 64.
  void setContents(mlir::Value result, llvm::ArrayRef<DimExpr> elements);
  /// Everything known of `from` holds for `result`.
  llvm::LogicalResult copy(mlir::Value result, mlir::Value from);
  /// What is common to both holds for `result` (branches that meet).
  llvm::LogicalResult join(mlir::Value result, mlir::Value a, mlir::Value b);
  /// The most precise type of which both are cases; null if there is none.
  static mlir::Type joinTypes(mlir::Type a, mlir::Type b);
  /// The symbol of a size that only the run will tell: dimension `i` of
  /// `result`. The same symbol on every call.
  DimExpr fresh(mlir::Value result, int64_t i);
  /// The same for an element of an integer tensor: may be negative.
  DimExpr freshElement(mlir::Value v, int64_t i);
  DimTable &table() { return dimTable; }

  //===-- Helpers of the rules --------------------------------------------===//
  /// The shape to which `shapes` broadcast; fails with an error at `op`.
  llvm::FailureOr<Dims> broadcast(mlir::Operation *op,
                                  llvm::ArrayRef<Dims> shapes);
  /// `axis` counted from the front; fails with an error at `op` unless -rank <=
  /// axis < rank.
  static llvm::FailureOr<int64_t> axis(mlir::Operation *op, int64_t axis,
                                       int64_t rank);
  /// The same for a list, which must not repeat an axis.
  static llvm::FailureOr<llvm::SmallVector<int64_t>>
  axes(mlir::Operation *op, llvm::ArrayRef<int64_t> axes, int64_t rank);
  /// Infers the operations of a region's only block; its arguments must have
  /// been stated.
  llvm::LogicalResult runRegion(mlir::Region &region);
  /// Infers a loop's body over and over until what is known of the carried
  /// values holds for all iterations: `arguments` are the block arguments,
  /// stated with the initial values; `next` what the body yields for them.
  llvm::LogicalResult inferLoop(mlir::Region &body,
                                llvm::ArrayRef<mlir::Value> arguments,
                                llvm::ArrayRef<mlir::Value> next);

private:
  struct Info {
    Dims dims;
    std::optional<Dims> contents;
  };
  llvm::LogicalResult runBlock(mlir::Block &block);
  static bool same(const Info &a, const Info &b);
  void seedArguments();
  Info &lookup(mlir::Value v) const;
  /// What the type of a value tells that no rule has stated.
  Info seed(mlir::Value v) const;

  mlir::func::FuncOp func;
  DimTable dimTable;
  mutable llvm::DenseMap<mlir::Value, Info> infos;
  llvm::DenseMap<std::pair<mlir::Value, int64_t>, DimExpr> freshSymbols;
  llvm::DenseMap<mlir::Value, int64_t> statedRanks;
};

} // namespace cameo::onnx

#endif
