// SPDX-License-Identifier: Apache-2.0
// The importer: what it makes of sound models, and what it says of damaged
// ones.
#include "ImportModels.h"
#include "dialects/ONNX/Tensor.h"
#include "llvm/Support/FileSystem.h"
#include "llvm/Support/Path.h"
#include <fstream>
#include <random>

using ::onnx::AttributeProto;
using ::onnx::TensorProto;

//===-- Sound models ------------------------------------------------------===//

TEST_F(ImportTest, Signature) {
  input("x", {2, 3});
  graph()
      .mutable_input(0)
      ->mutable_type()
      ->mutable_tensor_type()
      ->mutable_shape()
      ->mutable_dim(0)
      ->set_dim_param("batch");
  node("Relu", {"x"}, {"y"});
  output("y");
  std::string module = text();
  EXPECT_HAS(module, "cameo.model_name = \"model\"");
  EXPECT_HAS(module, "tensor<?x3xf32> {cameo.dims = [\"batch\", \"\"], "
                     "cameo.dtype = \"float32\", cameo.name = \"x\"}");
  EXPECT_HAS(module, "onnx.Relu(%arg0) : (tensor<?x3xf32>) -> !onnx.unknown");
}

TEST_F(ImportTest, UnsortedNodes) {
  input("x", {2});
  node("Relu", {"b"}, {"c"});
  node("Exp", {"a"}, {"b"});
  node("Neg", {"x"}, {"a"});
  output("c");
  std::string module = text();
  EXPECT_LT(module.find("onnx.Neg"), module.find("onnx.Exp"));
  EXPECT_LT(module.find("onnx.Exp"), module.find("onnx.Relu"));
}

TEST_F(ImportTest, InitializersListedAsInputs) {
  input("x", {2});
  input("w", {2});
  initializer("w", {2}, {1, 2});
  node("Add", {"x", "w"}, {"y"});
  output("y");
  std::string module = text();
  EXPECT_HAS(module, "onnx.Constant() {value = dense<[1.000000e+00, "
                     "2.000000e+00]> : tensor<2xf32>}");
  EXPECT_HAS_NOT(module, "%arg1");
}

TEST_F(ImportTest, AbsentOperandsAndResults) {
  input("x", {1, 1, 4});
  input("w", {1, 8, 4});
  node("LSTM", {"x", "w", "w", "", "", "x"}, {"", "h"});
  output("h");
  std::string module = text();
  EXPECT_HAS(module, "(tensor<1x1x4xf32>, tensor<1x8x4xf32>, "
                     "tensor<1x8x4xf32>, none, none, tensor<1x1x4xf32>, none, "
                     "none) -> (none, !onnx.unknown, none)");
}

TEST_F(ImportTest, ElementTypes) {
  struct {
    int type;
    const char *name;
    std::string raw;
  } const cases[] = {
      {TensorProto::INT8, "dense<[1, -1]> : tensor<2xi8>",
       std::string("\x01\xff", 2)},
      {TensorProto::UINT8, "dense<[1, 255]> : tensor<2xui8>",
       std::string("\x01\xff", 2)},
      {TensorProto::BOOL, "dense<[true, false]> : tensor<2xi1>",
       std::string("\x02\x00", 2)},
      {TensorProto::FLOAT16,
       "dense<[1.000000e+00, -2.000000e+00]> : tensor<2xf16>",
       std::string("\x00\x3c\x00\xc0", 4)},
      {TensorProto::BFLOAT16,
       "dense<[1.000000e+00, -2.000000e+00]> : tensor<2xbf16>",
       std::string("\x80\x3f\x00\xc0", 4)},
      {17, "dense<[1.000000e+00, -1.000000e+00]> : tensor<2xf8E4M3FN>",
       "\x38\xb8"},
      {21, "dense<[1, 15]> : tensor<2xui4>", "\xf1"},
      {22, "dense<[1, -1]> : tensor<2xi4>", "\xf1"},
      {23, "dense<[5.000000e-01, -6.000000e+00]> : tensor<2xf4E2M1FN>", "\xf1"},
      {25, "dense<[1, 3]> : tensor<2xui2>", "\x0d"},
      {26, "dense<[1, -1]> : tensor<2xi2>", "\x0d"},
  };
  for (const auto &c : cases) {
    model.clear_graph();
    auto &tensor = initializer("w", {2}, {});
    tensor.set_data_type(c.type);
    tensor.set_raw_data(c.raw);
    node("Identity", {"w"}, {"y"});
    output("y");
    EXPECT_HAS(text(), c.name);
    // The same from the typed field, packed as in raw_data.
    tensor.clear_raw_data();
    bool wide = c.raw.size() == 4;
    for (size_t i = 0; i < c.raw.size(); i += wide ? 2 : 1)
      tensor.add_int32_data(wide
                                ? uint8_t(c.raw[i]) | uint8_t(c.raw[i + 1]) << 8
                                : uint8_t(c.raw[i]));
    EXPECT_HAS(text(), c.name);
  }
}

TEST_F(ImportTest, LargeTensorsStayInTheFile) {
  std::vector<float> values(1000);
  for (int i = 0; i < 1000; ++i)
    values[i] = static_cast<float>(i);
  for (bool raw : {false, true}) {
    model.clear_graph();
    auto &tensor = initializer(
        "w", {1000}, raw ? llvm::ArrayRef<float>() : llvm::ArrayRef(values));
    if (raw)
      tensor.set_raw_data(values.data(), values.size() * sizeof(float));
    node("Identity", {"w"}, {"y"});
    output("y");
    auto module = imported();
    ASSERT_TRUE(module) << errors;
    mlir::DenseResourceElementsAttr found;
    module->walk([&](cameo::onnx::ConstantOp op) {
      found = llvm::dyn_cast<mlir::DenseResourceElementsAttr>(op.getValue());
    });
    ASSERT_TRUE(found);
    mlir::AsmResourceBlob *blob = found.getRawHandle().getBlob();
    ASSERT_TRUE(blob);
    EXPECT_EQ(blob->getData().size(), 4000u);
    EXPECT_EQ(std::memcmp(blob->getData().data(), values.data(), 4000), 0);
  }
}

TEST_F(ImportTest, LargeTensorsOfLessThanAByte) {
  auto &tensor = initializer("w", {4096}, {});
  tensor.set_data_type(22);
  tensor.set_raw_data(std::string(2048, '\xf1'));
  node("Identity", {"w"}, {"y"});
  output("y");
  auto module = imported();
  ASSERT_TRUE(module) << errors;
  module->walk([&](cameo::onnx::ConstantOp op) {
    auto value = llvm::dyn_cast<mlir::DenseResourceElementsAttr>(op.getValue());
    ASSERT_TRUE(value);
    auto data = value.getRawHandle().getBlob()->getData();
    ASSERT_EQ(data.size(), 2048u); // as they are in the file
    EXPECT_EQ(data[0], '\xf1');
  });
}

TEST_F(ImportTest, SparseInitializer) {
  auto &sparse = *graph().add_sparse_initializer();
  sparse.add_dims(2);
  sparse.add_dims(2);
  sparse.mutable_values()->set_name("w");
  sparse.mutable_values()->set_data_type(TensorProto::FLOAT);
  sparse.mutable_values()->add_dims(1);
  sparse.mutable_values()->add_float_data(5);
  sparse.mutable_indices()->set_data_type(TensorProto::INT64);
  sparse.mutable_indices()->add_dims(1);
  sparse.mutable_indices()->add_int64_data(2);
  node("Identity", {"w"}, {"y"});
  output("y");
  EXPECT_HAS(
      text(),
      "dense<[[0.000000e+00, 0.000000e+00], [5.000000e+00, 0.000000e+00]]>");
  sparse.mutable_indices()->set_int64_data(0, 4);
  refused("index 0 is outside its shape");
}

TEST_F(ImportTest, Subgraphs) {
  input("c", {}, TensorProto::BOOL);
  input("x", {2});
  // The branch reads a value that a later node of the main graph defines.
  auto &branch = node("If", {"c"}, {"y"});
  for (const char *name : {"then_branch", "else_branch"}) {
    auto &body = *attribute(branch, name, AttributeProto::GRAPH).mutable_g();
    node(body, "Neg", {"a"}, {"b"});
    body.add_output()->set_name("b");
  }
  node("Exp", {"x"}, {"a"});
  output("y");
  std::string module = text();
  EXPECT_LT(module.find("onnx.Exp"), module.find("onnx.If"));
  EXPECT_HAS(module, "onnx.Yield");
}

TEST_F(ImportTest, FunctionsAreInlined) {
  auto &function = *model.add_functions();
  function.set_domain("mine");
  function.set_name("F");
  function.add_input("a");
  function.add_output("b");
  function.add_attribute("slope");
  auto *opset = function.add_opset_import();
  opset->set_version(17);
  auto &inner = *function.add_node();
  inner.set_op_type("LeakyRelu");
  inner.add_input("a");
  inner.add_output("b");
  auto &alpha = attribute(inner, "alpha", AttributeProto::FLOAT);
  alpha.set_ref_attr_name("slope");
  input("x", {2});
  auto &call = node("F", {"x"}, {"y"});
  call.set_domain("mine");
  attribute(call, "slope", AttributeProto::FLOAT).set_f(0.5f);
  output("y");
  EXPECT_HAS(text(), "onnx.LeakyRelu(%arg0) {alpha = 5.000000e-01 : f32}");
  call.clear_attribute();
  EXPECT_HAS(text(), "onnx.LeakyRelu(%arg0) : ");
  inner.set_op_type("F");
  inner.set_domain("mine");
  refused("function 'F' calls itself");
}

TEST_F(ImportTest, ExternalData) {
  llvm::SmallString<128> folder;
  ASSERT_FALSE(llvm::sys::fs::createUniqueDirectory("cameo-import", folder));
  llvm::SmallString<128> outside(folder);
  outside += ".secret";
  std::ofstream(std::string(outside)) << "01234567";
  llvm::SmallString<128> inside(folder), link(folder);
  llvm::sys::path::append(inside, "w.bin");
  llvm::sys::path::append(link, "link.bin");
  const float values[] = {1, 2, 3, 4};
  std::ofstream(std::string(inside))
      .write(reinterpret_cast<const char *>(values), sizeof values);
  ASSERT_FALSE(llvm::sys::fs::create_link(outside, link));

  auto &tensor = initializer("w", {2}, {});
  tensor.set_data_location(TensorProto::EXTERNAL);
  auto set = [&](const std::string &location, const std::string &offset,
                 const std::string &length) {
    tensor.clear_external_data();
    for (auto [key, value] :
         {std::pair<std::string, std::string>("location", location),
          {"offset", offset},
          {"length", length}})
      if (!value.empty()) {
        auto *entry = tensor.add_external_data();
        entry->set_key(key);
        entry->set_value(value);
      }
  };
  node("Identity", {"w"}, {"y"});
  output("y");
  std::string f(folder);
  set("w.bin", "8", "8");
  EXPECT_HAS(text(f), "dense<[3.000000e+00, 4.000000e+00]>");
  set("w.bin", "", "");
  EXPECT_HAS(text(f), "dense<[1.000000e+00, 2.000000e+00]>");
  set("w.bin", "12", "8");
  refused("ends at 16, but 8 bytes at 12 are asked for", f);
  set("w.bin", "18446744073709551612", "8");
  refused("ends at 16, but 8 bytes at 18446744073709551612", f);
  set("w.bin", "-1", "8");
  refused("bad offset '-1'", f);
  set("w.bin", "0", "4");
  refused("should have 8 bytes of external data, but states 4", f);
  set("none.bin", "0", "8");
  refused("not found", f);
  set("../" + llvm::sys::path::filename(outside).str(), "0", "8");
  refused("outside the model's folder", f);
  set("link.bin", "0", "8");
  refused("outside the model's folder", f);
  set(std::string(outside), "0", "8");
  refused("not found", f);
  set("w.bin", "0", "8");
  refused("a model in memory has no folder");
  llvm::sys::fs::remove_directories(folder);
  llvm::sys::fs::remove(outside);
}

//===-- Damaged models ----------------------------------------------------===//

TEST_F(ImportTest, RefusesWhatIsNoModel) {
  EXPECT_FALSE(importBytes(""));
  EXPECT_HAS(errors, "model.onnx\":0:0): the file is empty");
  EXPECT_FALSE(importBytes("hello, world"));
  EXPECT_HAS(errors, "not an ONNX model");
  model.clear_graph();
  refused("there is no graph");
}

TEST_F(ImportTest, ReportsAllUnsupportedOperators) {
  opset(3, "com.example");
  input("x", {2});
  node("Frobnicate", {"x"}, {"a"}).set_domain("com.example");
  node("Frobnicate", {"a"}, {"b"}).set_domain("com.example");
  node("NoSuchOperator", {"b"}, {"c"});
  output("c");
  refused("operator Frobnicate of com.example (opset 3) is not supported; 2 "
          "nodes use it");
  EXPECT_HAS(errors, "loc(\"NoSuchOperator3\"(\"model.onnx\":0:0)): operator "
                     "NoSuchOperator of ai.onnx (opset 17)");
}

TEST_F(ImportTest, RefusesNewerOpsets) {
  opset(1000);
  input("x", {2});
  node("Relu", {"x"}, {"y"});
  output("y");
  refused("Relu: opset 1000 is newer than the latest that this compiler knows");
}

TEST_F(ImportTest, RefusesBrokenGraphs) {
  input("x", {2});
  node("Relu", {"nowhere"}, {"y"});
  node("Exp", {"nothing"}, {"z"});
  output("y");
  refused("Relu: input 0 is 'nowhere'");
  EXPECT_HAS(errors, "Exp: input 0 is 'nothing'");

  model.clear_graph();
  input("x", {2});
  node("Add", {"x", "b"}, {"a"});
  node("Exp", {"a"}, {"b"});
  output("b");
  refused("cycle");

  model.clear_graph();
  input("x", {2});
  node("Relu", {"x"}, {"y"});
  node("Exp", {"x"}, {"y"});
  output("y");
  refused("the value 'y' is defined twice");

  model.clear_graph();
  input("x", {2});
  node("Relu", {"x"}, {"y"});
  output("elsewhere");
  refused("output 'elsewhere' is not produced");
}

TEST_F(ImportTest, RefusesWrongOperands) {
  input("x", {2});
  node("Relu", {"x", "x"}, {"y"});
  node("Add", {"x"}, {"z"});
  node("Conv", {"x", ""}, {"w"});
  node("Relu", {"x"}, {"u", "v"});
  node("Concat", {}, {"c"});
  output("y");
  refused("Relu: takes at most 1 inputs, but has 2");
  EXPECT_HAS(errors, "Concat: needs at least one input");
  EXPECT_HAS(errors, "Add: input 1 is missing");
  EXPECT_HAS(errors, "Conv: input 1 is missing");
  EXPECT_HAS(errors, "Relu: has at most 1 outputs, but the node lists 2");
}

TEST_F(ImportTest, RefusesWrongAttributes) {
  input("x", {1, 1, 4, 4});
  integer(node("Relu", {"x"}, {"a"}), "no_such", 1);
  attribute(node("Softmax", {"x"}, {"b"}), "axis", AttributeProto::FLOAT)
      .set_f(1);
  ints(node("MaxPool", {"x"}, {"c"}), "kernel_shape", {0, 2});
  output("a");
  refused("Relu: there is no attribute 'no_such'");
  EXPECT_HAS(errors, "Softmax: attribute 'axis' failed to satisfy constraint");
  EXPECT_HAS(errors,
             "MaxPool: attribute 'kernel_shape' failed to satisfy constraint");

  model.clear_graph();
  input("x", {1, 1, 4, 4});
  node("MaxPool", {"x"}, {"y"});
  output("y");
  refused("requires attribute 'kernel_shape'");
}

TEST_F(ImportTest, RefusesImpossibleTensors) {
  auto &tensor = initializer("w", {2}, {1});
  node("Identity", {"w"}, {"y"});
  output("y");
  refused("tensor 'w' should have 8 bytes of data, but has 4");
  tensor.set_dims(0, -1);
  refused("impossible size: dimension -1");
  tensor.set_dims(0, int64_t(1) << 40);
  tensor.add_dims(int64_t(1) << 40);
  refused("impossible size");
  tensor.clear_dims();
  for (int i = 0; i < 100; ++i)
    tensor.add_dims(1);
  refused("has 100 dimensions");
  tensor.clear_dims();
  tensor.set_data_type(99);
  refused("unknown element type 99");
  tensor.set_data_type(TensorProto::STRING);
  tensor.clear_float_data();
  refused("should have 1 strings, but has 0");
}

TEST_F(ImportTest, RefusesNamesGivenTwice) {
  initializer("w", {1}, {1});
  initializer("w", {1}, {2});
  node("Identity", {"w"}, {"y"});
  output("y");
  refused("two initializers have the name 'w'");

  model.clear_graph();
  input("x", {2});
  auto &softmax = node("Softmax", {"x"}, {"y"});
  integer(softmax, "axis", 0);
  integer(softmax, "axis", 1);
  output("y");
  refused("the attribute 'axis' is given twice");

  for (int i = 0; i < 2; ++i)
    model.add_functions()->set_name("F");
  refused("two functions have the name 'F'");
}

TEST_F(ImportTest, RefusesWrongTypes) {
  input("x", {2}, 99);
  node("Relu", {"x"}, {"y"});
  output("y");
  refused("'x' has the unknown element type 99");
  graph().mutable_input(0)->mutable_type()->mutable_map_type()->set_key_type(
      TensorProto::FLOAT);
  refused("the keys of a map are integers or strings");
  graph().mutable_input(0)->mutable_type()->mutable_sparse_tensor_type();
  refused("sparse and opaque values are not supported");

  model.clear_graph();
  input("x", {int64_t(1) << 40, int64_t(1) << 40});
  node("Relu", {"x"}, {"y"});
  output("y");
  refused("'x' has an impossible size");
}

TEST_F(ImportTest, RefusesModelsWithoutOutputs) {
  input("x", {2});
  node("Relu", {"x"}, {"y"});
  refused("the model has no outputs");
}

TEST_F(ImportTest, RefusesConstantsWithoutValue) {
  node("Constant", {}, {"y"});
  output("y");
  refused("Constant: has no value");
}

TEST_F(ImportTest, RefusesDeepNesting) {
  input("c", {}, TensorProto::BOOL);
  ::onnx::GraphProto *inner = &graph();
  for (int i = 0; i < 2000; ++i) {
    auto &branch = node(*inner, "If", {"c"}, {"y"});
    inner->add_output()->set_name("y");
    inner = attribute(branch, "then_branch", AttributeProto::GRAPH).mutable_g();
  }
  refused("graphs nest deeper than ONNX's files allow");
}

// Neither a cut-off nor a flipped file may do more than be refused.
TEST_F(ImportTest, SurvivesDamage) {
  input("x", {2, 3});
  input("c", {}, TensorProto::BOOL);
  initializer("w", {300}, std::vector<float>(300, 1.f));
  initializer("v", {2}, {1, 2});
  ints(node("Unsqueeze", {"x"}, {"a"}), "axes", {0});
  auto &branch = node("If", {"c"}, {"y"});
  for (const char *name : {"then_branch", "else_branch"}) {
    auto &body = *attribute(branch, name, AttributeProto::GRAPH).mutable_g();
    node(body, "Add", {"a", "v"}, {"b"});
    body.add_output()->set_name("b");
  }
  node("Softmax", {"y"}, {"z"});
  output("z");
  opset(11);
  ASSERT_TRUE(imported()) << errors;
  std::string bytes;
  model.SerializeToString(&bytes);
  for (size_t length = 0; length < bytes.size(); length += 1 + length / 64)
    importBytes(llvm::StringRef(bytes).take_front(length));
  std::mt19937 random(7);
  for (int round = 0; round < 3000; ++round) {
    std::string damaged = bytes;
    for (unsigned flips = 1 + random() % 4; flips; --flips) {
      // Most of the file is one tensor's data: aim at the rest.
      size_t at = random() % 2
                      ? random() % damaged.size()
                      : random() % std::min<size_t>(damaged.size(), 400);
      damaged[at] = static_cast<char>(damaged[at] ^ (1 << random() % 8));
    }
    importBytes(damaged);
  }
}
