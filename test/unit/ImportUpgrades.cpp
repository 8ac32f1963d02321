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
  node("SampleOp", {"x"}, {"d"}).set_domain("com.microsoft");
  initializer("i", {1}, {2});
  node("TorchEmbedding", {"x", "i", "i"}, {"e"}).set_domain("com.microsoft");
  node("ParametricSoftplus", {"x"}, {"f"});
  node("ScaledTanh", {"x"}, {"g"});
  node("Scale", {"x"}, {"h"});
  output("a");
  std::string module = text();
  EXPECT_HAS(module, "onnx.Resize(%arg0, ");
  EXPECT_HAS(module, "coordinate_transformation_mode = \"asymmetric\"");
  EXPECT_HAS(module, "onnx.Gelu(%arg0)");
  EXPECT_HAS(module, "onnx.Swish(%arg0) {alpha = 1.702000e+00 : f32}");
  EXPECT_HAS(module, "onnx.Identity(%arg0)");
  EXPECT_HAS(module, "onnx.Gather(%arg0, ");
  EXPECT_HAS(module, "onnx.Softplus(");
  EXPECT_HAS(module, "onnx.Tanh(");
  EXPECT_HAS(module, "onnx.Mul(%arg0, ");
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

TEST_F(ImportTest, StatisticsPerElement) {
  opset(8);
  input("x", {1, 2, 4});
  input("s", {2, 4});
  integer(node("BatchNormalization", {"x", "s", "s", "s", "s"}, {"y"}),
          "spatial", 0);
  output("y");
  std::string module = text();
  EXPECT_HAS(module, "onnx.Sqrt");
  EXPECT_HAS(module, "onnx.Div");
  EXPECT_HAS_NOT(module, "onnx.BatchNormalization");
  // Nobody computes the saved statistics.
  integer(node("BatchNormalization", {"x", "s", "s", "s", "s"}, {"z", "m"}),
          "spatial", 0);
  refused("gives one output if spatial is 0");
}

TEST_F(ImportTest, VersionOneLayers) {
  opset(1);
  input("x", {1, 3, 4, 4});
  input("slope", {3});
  node("PRelu", {"x", "slope"}, {"a"});
  auto &lp = node("LpPool", {"a"}, {"b"});
  ints(lp, "kernel_shape", {2, 2});
  attribute(lp, "p", AttributeProto::FLOAT).set_f(3);
  auto &dropout = node("Dropout", {"b"}, {"c", "mask"});
  integer(dropout, "is_test", 1);
  attribute(dropout, "ratio", AttributeProto::FLOAT).set_f(0.25f);
  auto &pad = node("Pad", {"c"}, {"d"});
  ints(pad, "paddings", {0, 0, 1, 1, 0, 0, 1, 1});
  attribute(pad, "value", AttributeProto::FLOAT).set_f(2);
  auto &up = node("Upsample", {"d"}, {"e"});
  attribute(up, "height_scale", AttributeProto::FLOAT).set_f(2);
  attribute(up, "width_scale", AttributeProto::FLOAT).set_f(3);
  attribute(up, "mode", AttributeProto::STRING).set_s("bilinear");
  output("e");
  output("mask");
  std::string module = text();
  EXPECT_HAS(module, "onnx.PRelu");
  EXPECT_HAS(module, "dense<1> : tensor<2xi64>"); // slope becomes [3, 1, 1]
  EXPECT_HAS(module, "p = 3 : si64");
  EXPECT_HAS(module, "dense<2.500000e-01> : tensor<f32>");
  EXPECT_HAS(module, "onnx.CastLike"); // the mask was of the data's type
  EXPECT_HAS(module, "dense<[0, 0, 1, 1, 0, 0, 1, 1]> : tensor<8xi64>");
  EXPECT_HAS(module, "dense<[1.000000e+00, 1.000000e+00, 2.000000e+00, "
                     "3.000000e+00]> : tensor<4xf32>");
  EXPECT_HAS(module, "mode = \"linear\"");
  for (const char *gone : {"is_test", "paddings", "height_scale", "ratio"})
    EXPECT_HAS_NOT(module, gone);
  attribute(node("GlobalLpPool", {"x"}, {"f"}), "p", AttributeProto::FLOAT)
      .set_f(1.5f);
  refused("p must be a positive integer");
}

TEST_F(ImportTest, VersionOneMovement) {
  opset(1);
  input("x", {4, 6});
  input("tiles", {1}, TensorProto::FLOAT);
  input("axis", {1}, TensorProto::FLOAT);
  node("Concat", {"x", "x"}, {"a"});
  auto &slice = node("Slice", {"a"}, {"b"});
  ints(slice, "starts", {0, 1});
  ints(slice, "ends", {2, -1});
  auto &split = node("Split", {"b"}, {"c", "d"});
  integer(split, "axis", 1);
  node("Tile", {"c", "tiles", "axis"}, {"e"});
  auto &top = node("TopK", {"x"}, {"f", "g"});
  integer(top, "k", 2);
  output("e");
  output("d");
  output("f");
  std::string module = text();
  EXPECT_HAS(module, "{axis = 1 : si64}"); // Concat's default was 1
  EXPECT_HAS(module, "dense<[2, -1]> : tensor<2xi64>");
  EXPECT_HAS(module, "num_outputs = 2 : si64");
  EXPECT_HAS(module, "onnx.Where"); // repeats: tiles at axis, else 1
  EXPECT_HAS(module, "dense<2> : tensor<1xi64>");
  EXPECT_HAS_NOT(module, "starts =");
}

TEST_F(ImportTest, RecurrentOutputsSayThemselves) {
  opset(1);
  input("x", {5, 1, 3});
  input("w", {1, 8, 3});
  input("r", {1, 8, 2});
  auto &lstm = node("LSTM", {"x", "w", "r"}, {"y"});
  integer(lstm, "output_sequence", 1);
  integer(lstm, "hidden_size", 2);
  output("y");
  std::string module = text();
  EXPECT_HAS(module, "onnx.LSTM");
  EXPECT_HAS_NOT(module, "output_sequence");
}

TEST_F(ImportTest, ResizeBeforeHalfPixels) {
  opset(10);
  input("x", {1, 1, 4, 4});
  initializer("half", {4}, {1, 1, 0.5f, 0.5f});
  attribute(node("Resize", {"x", "half"}, {"y"}), "mode",
            AttributeProto::STRING)
      .set_s("nearest");
  output("y");
  std::string module = text();
  EXPECT_HAS(module, "coordinate_transformation_mode = \"asymmetric\"");
  EXPECT_HAS(module, "nearest_mode = \"ceil\"");
}

TEST_F(ImportTest, SequenceLengthsOfScans) {
  opset(8);
  input("lengths", {2}, TensorProto::INT64);
  input("x", {2, 3, 4});
  auto &scan = node("Scan", {"lengths", "x"}, {"y"});
  auto &body = *attribute(scan, "body", AttributeProto::GRAPH).mutable_g();
  body.add_input()->set_name("step");
  auto &square = *body.add_node();
  square.set_op_type("Mul");
  square.add_input("step");
  square.add_input("step");
  square.add_output("squared");
  body.add_output()->set_name("squared");
  integer(scan, "num_scan_inputs", 1);
  output("y");
  // Around the scan over steps one over the batch, the lengths among its
  // sequences: it cuts what the inner one sees and fills up what that gives.
  std::string module = text();
  EXPECT_HAS(module, "num_scan_inputs = 2");
  EXPECT_HAS(module, "num_scan_inputs = 1");
  EXPECT_HAS(module, "onnx.Slice");
  EXPECT_HAS(module, "onnx.Pad");
}

TEST_F(ImportTest, AxesOfAllReductions) {
  for (const char *op :
       {"ReduceSum", "ReduceMean", "ReduceMax", "ReduceMin", "ReduceProd",
        "ReduceL1", "ReduceL2", "ReduceLogSum", "ReduceLogSumExp",
        "ReduceSumSquare", "Unsqueeze", "Squeeze"}) {
    model.Clear();
    opset(1);
    input("x", {1, 2});
    ints(node(op, {"x"}, {"y"}), "axes", {0});
    output("y");
    std::string module = text();
    EXPECT_HAS(module, "dense<0> : tensor<1xi64>");
    EXPECT_HAS_NOT(module, "axes =");
  }
}
