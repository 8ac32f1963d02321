// SPDX-License-Identifier: Apache-2.0
// What the importer refuses: functions, subgraphs, constants, and older
// versions of operators that the latest form cannot say. Import.cpp has the
// rest.
#include "ImportModels.h"

using ::onnx::AttributeProto;
using ::onnx::TensorProto;

TEST_F(ImportTest, RefusesDamagedFunctions) {
  input("x", {2});
  auto &call = node("F", {"x", "x"}, {"y"});
  call.set_domain("d");
  output("y");
  auto &function = *model.add_functions();
  function.set_domain("d");
  function.set_name("F");
  function.add_input("a");
  function.add_output("b");
  opset(1, "d");
  refused("function 'F' has 1 inputs and 1 outputs, but is called with 2 and");
  call.mutable_input()->RemoveLast();
  refused("function 'F': output 'b' is not produced by any node");
}

TEST_F(ImportTest, RefusesDamagedSubgraphs) {
  input("c", {}, TensorProto::BOOL);
  auto &branch = node("If", {"c"}, {"y"});
  for (const char *name : {"then_branch", "else_branch"})
    attribute(branch, name, AttributeProto::GRAPH)
        .mutable_g()
        ->add_output()
        ->set_name("nothing");
  output("y");
  refused("the subgraph's output 'nothing' is not produced by any node");
}

TEST_F(ImportTest, RefusesModelsWithoutOpset) {
  model.clear_opset_import();
  opset(1, "com.example");
  input("x", {2});
  node("Relu", {"x"}, {"y"});
  output("y");
  refused("the model does not say which version of ai.onnx it uses");
}

TEST_F(ImportTest, RefusesNodesWithoutOutputs) {
  input("x", {2});
  node("Split", {"x"}, {});
  output("x");
  refused("needs at least one output");
}

TEST_F(ImportTest, RefusesWrongConstants) {
  auto &constant = node("Constant", {}, {"y", "z"});
  auto &value = attribute(constant, "value", AttributeProto::TYPE_PROTO);
  output("y");
  refused("Constant: has one output");
  constant.mutable_output()->RemoveLast();
  value.set_type(AttributeProto::TYPE_PROTO);
  refused("Constant: 'value' is no value");
}

TEST_F(ImportTest, RefusesAttributesOfOtherKinds) {
  input("x", {2});
  attribute(node("Relu", {"x"}, {"y"}), "alpha", AttributeProto::TENSORS);
  output("y");
  refused("attribute 'alpha' is of a kind that no operator takes");
}

TEST_F(ImportTest, RefusesGradientsOfUnknownValues) {
  opset(1, "ai.onnx.preview.training");
  input("x", {2});
  auto &gradient = node("Gradient", {"x"}, {"d"});
  gradient.set_domain("ai.onnx.preview.training");
  output("d");
  refused("needs xs and y, and one input for each of xs and zs");
  attribute(gradient, "xs", AttributeProto::STRINGS).add_strings("x");
  attribute(gradient, "y", AttributeProto::STRING).set_s("nothing");
  refused("no value has the name 'nothing'");
}

TEST_F(ImportTest, RefusesImpossibleSparseTensors) {
  auto &sparse = *graph().add_sparse_initializer();
  auto &values = *sparse.mutable_values(), &indices = *sparse.mutable_indices();
  values.set_name("w");
  values.set_data_type(TensorProto::FLOAT);
  values.add_dims(1);
  values.add_float_data(1);
  indices.set_data_type(TensorProto::INT64);
  indices.add_dims(2);
  indices.add_int64_data(0);
  indices.add_int64_data(1);
  sparse.add_dims(8);
  node("Identity", {"w"}, {"y"});
  output("y");
  refused("sparse tensor 'w': values and indices do not belong together");
  indices.set_dims(0, 1);
  indices.mutable_int64_data()->RemoveLast();
  sparse.set_dims(0, int64_t(1) << 50);
  refused("sparse tensor 'w' would take");
}

TEST_F(ImportTest, RefusesSegments) {
  auto &tensor = initializer("w", {1}, {1});
  tensor.mutable_segment()->set_begin(0);
  node("Identity", {"w"}, {"y"});
  output("y");
  refused("tensor 'w' is split into segments, which no version of ONNX "
          "defines");
}

TEST_F(ImportTest, RefusesWhatTheLatestFormCannotSay) {
  opset(1);
  input("x", {1, 3, 4});
  attribute(node("Cast", {"x"}, {"a"}), "to", AttributeProto::STRING)
      .set_s("NUMBER");
  integer(node("BatchNormalization", {"x", "x"}, {"c"}), "spatial", 0);
  output("a");
  refused("Cast: unknown type 'NUMBER'");
  EXPECT_HAS(errors, "BatchNormalization: needs five inputs");
}

TEST_F(ImportTest, RefusesOldScans) {
  opset(8);
  input("x", {1, 3});
  auto &scan = node("Scan", {"", "x"}, {"y"});
  attribute(scan, "body", AttributeProto::GRAPH).mutable_g();
  integer(scan, "num_scan_inputs", 3);
  output("y");
  refused("num_scan_inputs does not fit the inputs");
}

TEST_F(ImportTest, RefusesUntypedLabelEncoders) {
  opset(1, "ai.onnx.ml");
  input("x", {2}, TensorProto::UNDEFINED);
  auto &encoder = node("LabelEncoder", {"x"}, {"y"});
  encoder.set_domain("ai.onnx.ml");
  attribute(encoder, "classes_strings", AttributeProto::STRINGS)
      .add_strings("a");
  output("y");
  refused("the model states neither the input's nor the output's type");
}

TEST_F(ImportTest, RefusesFilesThatAreNoModels) {
  model.clear_graph();
  refused("not an ONNX model: there is no graph in the file");
  EXPECT_FALSE(importBytes("\x01\x02 damage"));
  EXPECT_HAS(errors, "not an ONNX model: the file is truncated or damaged");
  // Sound on the outside: a text that is no UTF-8 is one, a field of a packed
  // list that ends in the middle of a number is not.
  EXPECT_FALSE(importBytes(llvm::StringRef("\x3a\x05\x2a\x03\x0a\x01\xff", 7)));
  EXPECT_HAS(errors, "not an ONNX model: the file is damaged");
  EXPECT_FALSE(cameo::importModel("/no/such/model.onnx", {}, context));
}

TEST_F(ImportTest, SaysWhatOtherFilesAre) {
  auto is = [&](llvm::StringRef bytes, const char *what) {
    EXPECT_FALSE(importBytes(bytes.str() + std::string(64, '\xff')));
    EXPECT_HAS(errors, what);
  };
  is("PK\x03\x04", "not an ONNX model but a zip archive, as PyTorch saves: "
                   "export the model with torch.onnx.export");
  is("\x80\x02}q", "not an ONNX model but a Python pickle, as old PyTorch "
                   "saves: export the model with torch.onnx.export");
  is(llvm::StringRef("\x1c\0\0\0TFL3", 8),
     "not an ONNX model but one of TensorFlow Lite: convert it with tf2onnx");
  is("\x89HDF\r\n\x1a\n", "not an ONNX model but an HDF5 file, as Keras "
                          "saves: convert it with tf2onnx");
  is(llvm::StringRef("\x14\0\0\0\0\0\0\0{\"w\":", 13),
     "not an ONNX model but safetensors, weights without a graph: export the "
     "model they belong to");
  is("\x7f"
     "ELF",
     "not an ONNX model but a library or a program; cameo-run runs what is "
     "compiled");
  is("version https://git-lfs.github.com/spec/v1\n",
     "not an ONNX model but Git LFS's pointer to one: run git lfs pull");
  EXPECT_FALSE(importBytes("not a model at all\n"));
  EXPECT_HAS(errors, "not an ONNX model but a text file");
}

TEST_F(ImportTest, SaysThatAFileCannotBeRead) {
  std::string message;
  mlir::ScopedDiagnosticHandler handler(
      &context,
      [&](mlir::Diagnostic &diagnostic) { message = diagnostic.str(); });
  EXPECT_FALSE(cameo::importModel("/no/such/model.onnx", {}, context));
  EXPECT_HAS(message, "cannot read the file: ");
}

TEST_F(ImportTest, RefusesTensorsThatCannotBe) {
  auto &tensor = initializer("w", {}, {1});
  node("Identity", {"w"}, {"y"});
  output("y");
  for (int i = 0; i < 65; ++i)
    tensor.add_dims(1);
  refused("tensor 'w' has 65 dimensions");
  tensor.clear_dims();
  tensor.add_dims(-3);
  refused("tensor 'w' has an impossible size: dimension -3");
  auto *data = tensor.add_external_data();
  tensor.set_data_location(TensorProto::EXTERNAL);
  tensor.set_dims(0, 1);
  data->set_key("offset");
  data->set_value("two");
  refused("tensor 'w': bad offset 'two' of its external data", "/tmp");
}

TEST_F(ImportTest, RefusesInputsOfImpossibleSize) {
  input("x", {int64_t(1) << 40, int64_t(1) << 40});
  node("Relu", {"x"}, {"y"});
  output("y");
  refused("'x' has an impossible size: dimension 1099511627776");
}

TEST_F(ImportTest, RefusesUnknownValuesAndCycles) {
  input("x", {2});
  node("Add", {"x", "nobody"}, {"y"});
  output("y");
  refused("Add: input 1 is 'nobody', which no node, input or initializer of "
          "the graph defines");
  graph().mutable_node(0)->set_input(1, "y");
  refused("the node needs its own output: there is a cycle in the graph");
}

TEST_F(ImportTest, RefusesDamagedDefaultsOfFunctions) {
  input("x", {2});
  node("Relu", {"x"}, {"y"});
  output("y");
  auto &function = *model.add_functions();
  function.set_domain("d");
  function.set_name("F");
  function.GetReflection()->MutableUnknownFields(&function)->AddLengthDelimited(
      11, "\xff\xff");
  refused("function 'F': damaged attributes");
}

TEST_F(ImportTest, RefusesFunctionsAndSubgraphsTooDeepInEachOther) {
  input("x", {2});
  input("c", {}, TensorProto::BOOL);
  opset(1, "d");
  output("y");
  auto &call = node("F0", {"x", "c"}, {"y"});
  call.set_domain("d");
  for (int i = 0; i < 70; ++i) {
    auto &function = *model.add_functions();
    function.set_domain("d");
    function.set_name("F" + std::to_string(i));
    function.add_input("a");
    function.add_input("c");
    function.add_output("b");
    auto &inner = *function.add_node();
    inner.set_op_type("F" + std::to_string(i + 1));
    inner.set_domain("d");
    inner.add_input("a");
    inner.add_input("c");
    inner.add_output("b");
    auto *version = function.add_opset_import();
    version->set_domain("d");
    version->set_version(1);
    function.add_opset_import()->set_version(17);
  }
  model.mutable_functions(69)->mutable_node(0)->set_op_type("F0");
  refused("more than 64 functions in each other");
  // The same calls from within branches.
  auto wrap = [](::onnx::NodeProto &call, const std::string &result) {
    ::onnx::NodeProto branch;
    branch.set_op_type("If");
    branch.add_input("c");
    branch.add_output(result);
    for (const char *name : {"then_branch", "else_branch"}) {
      auto &body = *attribute(branch, name, AttributeProto::GRAPH).mutable_g();
      *body.add_node() = call;
      body.mutable_node(0)->set_output(0, "r");
      body.add_output()->set_name("r");
      if (name[0] == 'e') {
        body.mutable_node(0)->set_op_type("Identity");
        body.mutable_node(0)->set_domain("");
        body.mutable_node(0)->mutable_input()->RemoveLast();
      }
    }
    call = branch;
  };
  wrap(*graph().mutable_node(0), "y");
  for (auto &function : *model.mutable_functions())
    wrap(*function.mutable_node(0), "b");
  refused("more than 64 subgraphs in each other");
}

TEST_F(ImportTest, RefusesOperatorsThatDoNotExist) {
  input("x", {2});
  node("Hocus", {"x"}, {"y"});
  auto &other = node("Pocus", {"x"}, {"z"});
  other.set_domain("com.example");
  opset(1, "com.example");
  output("y");
  refused("operator Hocus of ai.onnx (opset 17) is not supported");
  EXPECT_HAS(errors, "operator Pocus of com.example (opset 1) is not "
                     "supported; define operators of your own with "
                     "--custom-ops");
}

TEST_F(ImportTest, RefusesOldOperatorsThatLackSomething) {
  opset(1);
  input("x", {1, 2, 3, 4});
  output("y");
  auto &only = node("Affine", {}, {"y"});
  refused("Affine: input 0 is missing");
  only.set_op_type("ImageScaler");
  refused("ImageScaler: input and bias are needed");
  only.set_op_type("Crop");
  refused("Crop: an input and a border of 4 are needed");
  only.set_op_type("LpPool");
  only.add_input("x");
  ints(only, "kernel_shape", {2, 2});
  attribute(only, "p", AttributeProto::FLOAT).set_f(1.5f);
  refused("LpPool: p must be a positive integer, but is 1.5");
}

TEST_F(ImportTest, RefusesStatisticsThatOnlyTrainingHad) {
  opset(7);
  input("x", {1, 2, 3, 4});
  input("s", {2});
  node("BatchNormalization", {"x", "s", "s", "s", "s"},
       {"y", "m", "v", "savedMean"});
  output("y");
  refused("output 3 (saved statistics) is not supported");
}

TEST_F(ImportTest, RefusesTheInverseOfSimplifiedNormalization) {
  opset(1, "com.microsoft");
  input("x", {2, 3});
  input("s", {3});
  node("SimplifiedLayerNormalization", {"x", "s"}, {"y", "i"})
      .set_domain("com.microsoft");
  output("y");
  refused("SimplifiedLayerNormalization's second output is not supported");
}
