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
  refused("tensor 'w' is split into segments");
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
  auto &scan = node("Scan", {"x", "x"}, {"y"});
  attribute(scan, "body", AttributeProto::GRAPH).mutable_g();
  integer(scan, "num_scan_inputs", 1);
  output("y");
  refused("sequence lengths of version 8 are not supported");
  scan.set_input(0, "");
  scan.mutable_attribute(1)->set_i(3);
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
