// SPDX-License-Identifier: Apache-2.0
// Loops in each other, as deep as files have them: what is known of the values
// that they carry settles in a time that does not double with each.
#include "ImportModels.h"

#include "compiler/Graph/Passes.h"
#include "mlir/Pass/PassManager.h"

using ::onnx::AttributeProto;
using ::onnx::GraphProto;
using ::onnx::TensorProto;

/// A Loop around `depth` others, of which the innermost makes its value twice as
/// long. No type is stated, so that each loop's first round knows less than its
/// second.
static void addLoop(GraphProto &graph, int depth, const std::string &from,
                    const std::string &to) {
  auto &loop = ImportTest::node(graph, "Loop", {"n", "", from}, {to});
  GraphProto &body =
      *ImportTest::attribute(loop, "body", AttributeProto::GRAPH).mutable_g();
  std::string suffix = std::to_string(depth);
  ImportTest::setTensor(*body.add_input(), "i" + suffix, TensorProto::INT64,
                        {});
  ImportTest::setTensor(*body.add_input(), "c" + suffix, TensorProto::BOOL, {});
  body.add_input()->set_name("x" + suffix);
  ImportTest::node(body, "Identity", {"c" + suffix}, {"d" + suffix});
  if (depth > 0) {
    addLoop(body, depth - 1, "x" + suffix, "y" + suffix);
  } else {
    auto &concat = ImportTest::node(
        body, "Concat", {"x" + suffix, "x" + suffix}, {"y" + suffix});
    ImportTest::integer(concat, "axis", 0);
  }
  body.add_output()->set_name("d" + suffix);
  body.add_output()->set_name("y" + suffix);
}

TEST_F(ImportTest, TypesOfLoopsInEachOtherSettle) {
  input("x", {2});
  input("n", {}, TensorProto::INT64);
  addLoop(graph(), 28, "x", "y");
  output("y");
  auto module = imported();
  ASSERT_TRUE(module) << errors;
  mlir::PassManager passes(&context);
  passes.addPass(cameo::createInferShapes());
  ASSERT_TRUE(mlir::succeeded(passes.run(*module)));
  auto main = module->lookupSymbol<mlir::func::FuncOp>("main");
  EXPECT_EQ(main.getResultTypes().front(),
            mlir::RankedTensorType::get({mlir::ShapedType::kDynamic},
                                        mlir::Float32Type::get(&context)));
}
