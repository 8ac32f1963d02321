// SPDX-License-Identifier: Apache-2.0
// One run of the importer: graphs, nodes and functions of a parsed model become
// operations.
#ifndef CAMEO_COMPILER_IMPORT_IMPORTER_H
#define CAMEO_COMPILER_IMPORT_IMPORTER_H

#include "compiler/Import/CustomOperators.h"
#include "compiler/Import/Import.h"
#include "compiler/Import/Node.h"
#include "compiler/Import/Tensors.h"
#include "llvm/ADT/ScopeExit.h"

namespace cameo::import {

/// The values that names stand for in a graph, and in the graphs around it.
struct Scope {
  /// Null for a function's body, which sees nothing around it.
  Scope *parent = nullptr;
  llvm::StringMap<mlir::Value> values;
  /// Not yet in `values`: an initializer becomes a constant when it is first
  /// used.
  llvm::StringMap<const ::onnx::TensorProto *> initializers;
  llvm::StringMap<const ::onnx::SparseTensorProto *> sparseInitializers;
  /// Types that value_info and outputs state.
  llvm::StringMap<mlir::Type> declared;
  /// Where constants go: the block's start.
  mlir::Block *block = nullptr;
  mlir::Operation *lastConstant = nullptr;
};

/// The function whose nodes are being imported; the model itself at the bottom.
struct Frame {
  const Frame *caller = nullptr;
  const ::onnx::FunctionProto *function = nullptr;
  llvm::StringMap<int64_t> opsets;
  /// What the body's ref_attr_names stand for.
  llvm::StringMap<const ::onnx::AttributeProto *> attributes;
  /// "outer/": names of nodes from a function's body start with the call's.
  std::string prefix;
};

class Importer {
public:
  Importer(const ModelFile &file, const ImportOptions &options,
           mlir::MLIRContext *context);

  mlir::OwningOpRef<mlir::ModuleOp> run();

private:
  using Nodes = google::protobuf::RepeatedPtrField<::onnx::NodeProto>;

  //===-- Import.cpp -----------------------------------------------------===//
  llvm::LogicalResult readOpsets(
      const google::protobuf::RepeatedPtrField<::onnx::OperatorSetIdProto>
          &imports,
      Frame &frame);
  llvm::LogicalResult readFunctions();
  mlir::func::FuncOp importMain(mlir::ModuleOp module);
  void setMetadata(mlir::ModuleOp module);

  //===-- Unsupported.cpp ------------------------------------------------===//
  /// Reports every operator that the compiler does not have, all at once.
  llvm::LogicalResult reportUnsupported();

  //===-- Graph.cpp ------------------------------------------------------===//
  llvm::LogicalResult declare(const ::onnx::GraphProto &graph, Scope &scope);
  llvm::LogicalResult defineInputs(
      const google::protobuf::RepeatedPtrField<::onnx::ValueInfoProto> &inputs,
      Scope &scope);
  llvm::LogicalResult importNodes(const Nodes &nodes, Scope &scope,
                                  const Frame &frame);
  /// The nodes in an order in which each value comes before its uses.
  mlir::FailureOr<llvm::SmallVector<int>>
  order(const Nodes &nodes, const Scope &scope, const Frame &frame);
  /// A value by name; null if there is none.
  mlir::Value lookup(llvm::StringRef name, Scope &scope);
  llvm::LogicalResult define(llvm::StringRef name, mlir::Value value,
                             Scope &scope, mlir::Location loc);
  std::unique_ptr<mlir::Region> importSubgraph(const ::onnx::GraphProto &graph,
                                               Scope &scope, const Frame &frame,
                                               mlir::Location loc);

  //===-- Operation.cpp --------------------------------------------------===//
  llvm::LogicalResult importNode(const ::onnx::NodeProto &proto, Scope &scope,
                                 const Frame &frame);
  llvm::LogicalResult importOperator(const ::onnx::NodeProto &proto,
                                     llvm::StringRef domain, Scope &scope,
                                     const Frame &frame, mlir::Location loc);
  llvm::LogicalResult importConstant(const ::onnx::NodeProto &proto,
                                     Scope &scope, const Frame &frame,
                                     mlir::Location loc);
  mlir::FailureOr<llvm::SmallVector<mlir::Value>>
  operandsOf(const ::onnx::NodeProto &proto, Scope &scope, mlir::Location loc);
  llvm::LogicalResult convertAttributes(const ::onnx::NodeProto &proto,
                                        Node &node, Scope &scope,
                                        const Frame &frame);
  mlir::FailureOr<llvm::SmallVector<mlir::Value>> create(Node &node);
  mlir::Location locationOf(const ::onnx::NodeProto &proto, const Frame &frame);
  /// Gradient names values of the graph in its attributes; they become
  /// operands.
  llvm::LogicalResult bindNames(Node &node, Scope &scope);
  /// Stands for a value that could not be imported, so that the nodes after it
  /// are checked too.
  mlir::Value poison(mlir::Location loc);

  //===-- Custom.cpp -----------------------------------------------------===//
  llvm::LogicalResult importCustom(const CustomOperator &custom,
                                   const ::onnx::NodeProto &proto, Scope &scope,
                                   const Frame &frame, mlir::Location loc);

  //===-- Functions.cpp --------------------------------------------------===//
  const ::onnx::FunctionProto *functionOf(const ::onnx::NodeProto &proto) const;
  llvm::LogicalResult inlineFunction(const ::onnx::FunctionProto &function,
                                     const ::onnx::NodeProto &proto,
                                     Scope &scope, const Frame &frame,
                                     mlir::Location loc);

  //===-- Attributes.cpp -------------------------------------------------===//
  /// The attribute that `attribute` refers to, itself unless it names one of
  /// the function's; null if the function was called without it.
  static const ::onnx::AttributeProto *
  resolve(const ::onnx::AttributeProto &attribute, const Frame &frame);
  /// All but graphs.
  mlir::FailureOr<mlir::Attribute>
  convert(const ::onnx::AttributeProto &attribute, mlir::Location loc);

  const ModelFile &file;
  const ImportOptions &options;
  mlir::MLIRContext *context;
  mlir::OpBuilder builder;
  mlir::Location fileLoc;
  TensorReader tensors;
  CustomOperators custom;
  Frame mainFrame;
  llvm::StringMap<const ::onnx::FunctionProto *> functions;
  /// The default attributes of functions, which protobuf knows as unknown
  /// fields.
  llvm::DenseMap<const ::onnx::FunctionProto *,
                 std::vector<std::unique_ptr<::onnx::AttributeProto>>>
      defaults;
  /// An error was reported; the module will not be handed out.
  bool failedAny = false;
  /// Nodes made so far and subgraphs around the current one: bounds on what a
  /// file can ask for.
  uint64_t nodeCount = 0;
  int depth = 0;
};

/// What a file can ask for at most: nodes after inlining, subgraphs and
/// functions in each other.
constexpr uint64_t mostNodes = 5'000'000;
constexpr int deepestNesting = 64;

/// A string from an unknown field of this number; empty if there is none.
std::string unknownString(const google::protobuf::Message &message, int field);

} // namespace cameo::import

#endif
