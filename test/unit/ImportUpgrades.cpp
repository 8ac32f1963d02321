// SPDX-License-Identifier: Apache-2.0
// The upgrade table: older versions of operators take the latest form.
#include "ImportModels.h"

using ::onnx::AttributeProto;
using ::onnx::TensorProto;

TEST_F(ImportTest, AttributesBecomeOperands) {
  opset(11);
  input("x", {1, 4});
  ints(node("Squeeze", {"x"}, {"a"}), "axes", {0});
  ints(node("ReduceMean", {"x"}, {"b"}), "axes", {1});
  ints(node("Split", {"x"}, {"c", "d"}), "split", {1, 3});
  output("a");
  std::string module = text();
  EXPECT_HAS(module, "onnx.Squeeze(%arg0, ");
  EXPECT_HAS(module, "onnx.ReduceMean(%arg0, ");
  EXPECT_HAS(module, "dense<[1, 3]> : tensor<2xi64>");
  EXPECT_HAS_NOT(module, "axes =");
}

TEST_F(ImportTest, VersionOneForms) {
  opset(1);
  input("x", {1, 3, 4});
  input("s", {3});
  auto &add = node("Add", {"x", "s"}, {"a"});
  integer(add, "broadcast", 1);
  integer(add, "axis", 1);
  ints(add, "consumed_inputs", {0, 0});
  attribute(node("Cast", {"a"}, {"b"}), "to", AttributeProto::STRING)
      .set_s("INT32");
  ints(node("Reshape", {"b"}, {"c"}), "shape", {-1});
  auto &clip = node("Clip", {"x"}, {"d"});
  attribute(clip, "max", AttributeProto::FLOAT).set_f(6);
  output("c");
  output("d");
  std::string module = text();
  EXPECT_HAS(
      module,
      "dense<1> : tensor<1xi64>"); // s takes one more dimension at its end.
  EXPECT_HAS(module, "{to = 6 : si64}");
  EXPECT_HAS(module, "onnx.Clip(%arg0, ");
  EXPECT_HAS(module, "dense<6.000000e+00> : tensor<f32>");
  EXPECT_HAS_NOT(module, "consumed_inputs");
}

TEST_F(ImportTest, SoftmaxOverManyDimensions) {
  opset(11);
  input("x", {2, 3, 4});
  node("Softmax", {"x"}, {"y"});
  output("y");
  std::string module = text();
  EXPECT_LT(module.find("onnx.Flatten"), module.find("onnx.Softmax"));
  EXPECT_LT(module.find("onnx.Softmax"), module.find("onnx.Reshape"));
  integer(*graph().mutable_node(0), "axis", 2);
  module = text();
  EXPECT_HAS_NOT(module, "onnx.Flatten");
  EXPECT_HAS(module, "onnx.Softmax(%arg0) : "); // -1 is the default.
}

TEST_F(ImportTest, SuccessorsOfRetiredOperators) {
  opset(9);
  opset(1, "com.microsoft");
  input("x", {1, 1, 4, 4});
  initializer("s", {4}, {1, 1, 2, 2});
  node("Upsample", {"x", "s"}, {"a"});
  node("Gelu", {"x"}, {"b"}).set_domain("com.microsoft");
  node("QuickGelu", {"x"}, {"c"}).set_domain("com.microsoft");
  output("a");
  std::string module = text();
  EXPECT_HAS(module, "onnx.Resize(%arg0, ");
  EXPECT_HAS(module, "coordinate_transformation_mode = \"asymmetric\"");
  EXPECT_HAS(module, "onnx.Gelu(%arg0)");
  EXPECT_HAS(module, "onnx.Swish(%arg0) {alpha = 1.702000e+00 : f32}");
}

TEST_F(ImportTest, BatchNormalizationInTraining) {
  opset(9);
  input("x", {1, 2, 4});
  input("s", {2});
  node("BatchNormalization", {"x", "s", "s", "s", "s"}, {"y"});
  node("BatchNormalization", {"x", "s", "s", "s", "s"}, {"z", "m", "v"});
  output("y");
  output("z");
  std::string module = text();
  EXPECT_HAS(module, "-> (!onnx.unknown, none, none)");
  EXPECT_HAS(module, "{training_mode = 1 : si64}");
}
