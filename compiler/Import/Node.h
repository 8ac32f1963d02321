// SPDX-License-Identifier: Apache-2.0
// A node on its way to an operation: attributes and operands converted, then
// brought to the latest version of its operator by the upgrade table.
#ifndef CAMEO_COMPILER_IMPORT_NODE_H
#define CAMEO_COMPILER_IMPORT_NODE_H

#include "dialects/ONNX/ONNXCore.h"
#include "mlir/IR/Builders.h"
#include "mlir/IR/Diagnostics.h"

namespace cameo::import {

struct Node {
  Node(mlir::OpBuilder &builder, mlir::Location loc, llvm::StringRef domain,
       llvm::StringRef op, int64_t opset)
      : builder(builder), loc(loc), domain(domain), op(op), opset(opset) {}

  /// Where new operations go.
  mlir::OpBuilder &builder;
  mlir::Location loc;
  /// As in the file at first; upgrades may rename.
  std::string domain, op;
  /// The version of the domain's operator set that the file asks for.
  int64_t opset;
  /// Null for absent ones.
  llvm::SmallVector<mlir::Value> operands;
  mlir::NamedAttrList attributes;
  /// The declared types of the outputs; NoneType for those that nobody asks
  /// for.
  llvm::SmallVector<mlir::Type> results;
  /// Subgraphs by attribute name, each a region with one block ended by
  /// onnx.Yield.
  llvm::SmallVector<std::pair<std::string, std::unique_ptr<mlir::Region>>>
      subgraphs;
  /// Set by upgrades that add operations after the operator: turns its results
  /// into the outputs.
  std::function<void(llvm::SmallVectorImpl<mlir::Value> &)> after;

  mlir::InFlightDiagnostic emitError() const {
    return mlir::emitError(loc)
           << op << (domain.empty() ? "" : " of " + domain) << ": ";
  }

  //===-- Attributes ------------------------------------------------------===//
  bool has(llvm::StringRef name) const { return bool(attributes.get(name)); }
  void drop(std::initializer_list<llvm::StringRef> names) {
    for (llvm::StringRef name : names)
      attributes.erase(name);
  }
  /// Takes an attribute away; nothing if it is absent or of another type (which
  /// then stays, so that it is reported as unknown).
  std::optional<int64_t> takeInt(llvm::StringRef name);
  std::optional<float> takeFloat(llvm::StringRef name);
  std::optional<std::string> takeString(llvm::StringRef name);
  std::optional<llvm::SmallVector<int64_t>> takeInts(llvm::StringRef name);
  std::optional<llvm::SmallVector<float>> takeFloats(llvm::StringRef name);
  void setInt(llvm::StringRef name, int64_t value);
  void setString(llvm::StringRef name, llvm::StringRef value);
  void setInts(llvm::StringRef name, llvm::ArrayRef<int64_t> values);

  //===-- Operands --------------------------------------------------------===//
  mlir::Value operand(unsigned i) const {
    return i < operands.size() ? operands[i] : nullptr;
  }
  void setOperand(unsigned i, mlir::Value value) {
    if (operands.size() <= i)
      operands.resize(i + 1);
    operands[i] = value;
  }
  /// The static elements of an operand that is an onnx.Constant of integers.
  std::optional<llvm::SmallVector<int64_t>> constantInts(unsigned i) const;
  /// The type of an operand or, if the model does not state its rank, nothing.
  mlir::RankedTensorType rankedType(unsigned i) const;

  //===-- New operations --------------------------------------------------===//
  mlir::Type unknown() const {
    return onnx::UnknownType::get(builder.getContext());
  }
  mlir::Value none();
  mlir::Value constant(mlir::DenseElementsAttr value);
  /// 1-D int64.
  mlir::Value ints(llvm::ArrayRef<int64_t> values);
  mlir::Value scalar(int64_t value);
  mlir::Value scalar(mlir::Type elementType, double value);
  /// An operator of one result, in its latest form; null operands are absent.
  mlir::Value emit(llvm::StringRef op, llvm::ArrayRef<mlir::Value> operands,
                   llvm::ArrayRef<mlir::NamedAttribute> attributes = {},
                   mlir::Type type = {});
  mlir::NamedAttribute attr(llvm::StringRef name, int64_t value);
  mlir::NamedAttribute attr(llvm::StringRef name, llvm::StringRef value);
};

/// Brings a node to the latest version of its operator; an error on failure.
llvm::LogicalResult upgrade(Node &node);
/// Whether the upgrade table turns an operator that the dialect does not have
/// into one it has.
bool hasSuccessor(llvm::StringRef domain, llvm::StringRef op);
/// The latest operator set of a domain that this compiler knows; 0 if it knows
/// none.
int64_t latestOpset(llvm::StringRef domain);
/// The operation of an operator, registered or not: onnx.Conv, onnx.ml.Scaler.
std::string operationName(llvm::StringRef domain, llvm::StringRef op);

} // namespace cameo::import

#endif
