// SPDX-License-Identifier: Apache-2.0
// Small ONNX models made in memory, and what the importer says of them.
#ifndef CAMEO_TEST_UNIT_IMPORTMODELS_H
#define CAMEO_TEST_UNIT_IMPORTMODELS_H

#include "compiler/Import/Import.h"
#include "compiler/Import/ModelFile.h"
#include "dialects/ONNX/ONNX.h"
#include "mlir/Dialect/Func/IR/FuncOps.h"
#include "mlir/IR/Diagnostics.h"
#include "gtest/gtest.h"

struct ImportTest : testing::Test {
  mlir::MLIRContext context{mlir::MLIRContext::Threading::DISABLED};
  ::onnx::ModelProto model;
  /// What the last import reported, a line each.
  std::string errors;

  ImportTest() { opset(17); }

  ::onnx::GraphProto &graph() { return *model.mutable_graph(); }
  void opset(int64_t version, const std::string &domain = "") {
    for (auto &known : *model.mutable_opset_import())
      if (known.domain() == domain)
        return known.set_version(version);
    auto *added = model.add_opset_import();
    added->set_domain(domain);
    added->set_version(version);
  }
  static void setTensor(::onnx::ValueInfoProto &info, const std::string &name,
                        int type, llvm::ArrayRef<int64_t> dims) {
    info.set_name(name);
    auto *tensor = info.mutable_type()->mutable_tensor_type();
    tensor->set_elem_type(type);
    for (int64_t dim : dims)
      tensor->mutable_shape()->add_dim()->set_dim_value(dim);
  }
  void input(const std::string &name, llvm::ArrayRef<int64_t> dims,
             int type = ::onnx::TensorProto::FLOAT) {
    setTensor(*graph().add_input(), name, type, dims);
  }
  void output(const std::string &name) { graph().add_output()->set_name(name); }
  ::onnx::TensorProto &initializer(const std::string &name,
                                   llvm::ArrayRef<int64_t> dims,
                                   llvm::ArrayRef<float> values) {
    auto &tensor = *graph().add_initializer();
    tensor.set_name(name);
    tensor.set_data_type(::onnx::TensorProto::FLOAT);
    tensor.mutable_dims()->Add(dims.begin(), dims.end());
    tensor.mutable_float_data()->Add(values.begin(), values.end());
    return tensor;
  }
  static ::onnx::NodeProto &node(::onnx::GraphProto &graph,
                                 const std::string &op,
                                 std::initializer_list<std::string> inputs,
                                 std::initializer_list<std::string> outputs) {
    auto &node = *graph.add_node();
    node.set_op_type(op);
    node.set_name(op + std::to_string(graph.node_size()));
    for (const auto &name : inputs)
      node.add_input(name);
    for (const auto &name : outputs)
      node.add_output(name);
    return node;
  }
  ::onnx::NodeProto &node(const std::string &op,
                          std::initializer_list<std::string> inputs,
                          std::initializer_list<std::string> outputs) {
    return node(graph(), op, inputs, outputs);
  }
  static ::onnx::AttributeProto &
  attribute(::onnx::NodeProto &node, const std::string &name,
            ::onnx::AttributeProto::AttributeType type) {
    auto &attribute = *node.add_attribute();
    attribute.set_name(name);
    attribute.set_type(type);
    return attribute;
  }
  static void ints(::onnx::NodeProto &node, const std::string &name,
                   llvm::ArrayRef<int64_t> values) {
    attribute(node, name, ::onnx::AttributeProto::INTS)
        .mutable_ints()
        ->Add(values.begin(), values.end());
  }
  static void integer(::onnx::NodeProto &node, const std::string &name,
                      int64_t value) {
    attribute(node, name, ::onnx::AttributeProto::INT).set_i(value);
  }

  mlir::OwningOpRef<mlir::ModuleOp>
  importBytes(llvm::StringRef bytes, const std::string &folder = "") {
    errors.clear();
    mlir::ScopedDiagnosticHandler handler(
        &context, [&](mlir::Diagnostic &diagnostic) {
          llvm::raw_string_ostream stream(errors);
          stream << diagnostic.getLocation() << ": " << diagnostic << "\n";
        });
    cameo::ImportOptions options;
    options.externalDataFolder = folder;
    return cameo::importModel(
        llvm::MemoryBuffer::getMemBufferCopy(bytes, "model.onnx"), options,
        context);
  }
  mlir::OwningOpRef<mlir::ModuleOp> imported(const std::string &folder = "") {
    std::string bytes;
    model.SerializePartialToString(&bytes);
    return importBytes(bytes, folder);
  }
  /// The module as text; the errors if there is none.
  std::string text(const std::string &folder = "") {
    auto module = imported(folder);
    if (!module)
      return errors;
    std::string printed;
    llvm::raw_string_ostream stream(printed);
    module->print(stream);
    return printed;
  }
  /// Imports a model that must be refused with a message that holds `reason`.
  void refused(llvm::StringRef reason, const std::string &folder = "") {
    EXPECT_FALSE(imported(folder));
    EXPECT_TRUE(llvm::StringRef(errors).contains(reason))
        << "got: " << errors << "expected: " << reason.str();
  }
};

#define EXPECT_HAS(text, part)                                                 \
  EXPECT_NE((text).find(part), std::string::npos)                              \
      << "no '" << (part) << "' in\n"                                          \
      << (text)
#define EXPECT_HAS_NOT(text, part)                                             \
  EXPECT_EQ((text).find(part), std::string::npos) << "'" << (part) << "' in\n" \
                                                  << (text)

#endif
