// SPDX-License-Identifier: Apache-2.0
// Definitions of operators of the user: what their files may not say, and what
// nodes of them may not have.
#include "ImportModels.h"

#include "compiler/Import/CustomOperators.h"
#include "compiler/Import/TextFile.h"
#include "llvm/Support/FileSystem.h"
#include "llvm/Support/raw_ostream.h"

using ::onnx::AttributeProto;

namespace {
struct CustomTest : ImportTest {
  llvm::SmallString<128> folder;
  std::string file;

  void SetUp() override {
    ASSERT_FALSE(llvm::sys::fs::createUniqueDirectory("cameo-custom", folder));
    file = (folder + "/operators.json").str();
  }
  void TearDown() override { llvm::sys::fs::remove_directories(folder); }

  void write(const std::string &name, llvm::StringRef text) {
    std::error_code code;
    llvm::raw_fd_ostream os((folder + "/" + name).str(), code);
    ASSERT_FALSE(code);
    os << text;
  }
  /// What reading a file of this text says.
  std::string reading(llvm::StringRef text) {
    write("operators.json", text);
    cameo::import::CustomOperators operators;
    mlir::ScopedDiagnosticHandler quiet(
        &context, [](mlir::Diagnostic &) { return mlir::success(); });
    return llvm::toString(operators.read(file, &context));
  }
  /// What one operator's definition says, given all but its domain and name.
  std::string defining(const std::string &rest) {
    return reading(R"({"operators": [{"domain": "d", "name": "F", )" + rest +
                   "}]}");
  }
  /// The same for one output of an operator with the input X.
  std::string giving(const std::string &output) {
    return defining(R"("symbol": "f", "inputs": ["X"], "outputs": [)" + output +
                    "]");
  }
};
} // namespace

TEST_F(CustomTest, RefusesOtherFiles) {
  EXPECT_HAS(reading("[1]"), "has no list 'operators'");
  EXPECT_HAS(reading(R"({"operators": [1]})"),
             "each of 'operators' is an object with a 'name'");
  EXPECT_HAS(reading(std::string(100000, '[')), "brackets nest too deep");
  EXPECT_HAS(reading(R"(["\"[", ")" + std::string(2000, '[') + R"("])"),
             "has no list 'operators'");
  cameo::import::CustomOperators operators;
  EXPECT_HAS(llvm::toString(operators.read((folder + "/none").str(), &context)),
             "No such file");
  EXPECT_HAS(llvm::toString(operators.read("/dev/zero", &context)),
             "/dev/zero: it is a device");
}

TEST_F(CustomTest, RefusesBodiesThatNestTooDeep) {
  std::string deep, braces(2000, '{');
  for (int i = 0; i < 2000; ++i)
    deep += "!onnx.seq<";
  write("deep.mlir", "func.func @F(%x: " + deep);
  std::string said;
  mlir::ScopedDiagnosticHandler handler(
      &context, [&](mlir::Diagnostic &diagnostic) { said = diagnostic.str(); });
  std::string path = (folder + "/deep.mlir").str();
  EXPECT_FALSE(cameo::import::readModule(path, context));
  EXPECT_HAS(said, "cannot read the file: brackets nest too deep");
  // Neither texts nor comments nor arrows are brackets.
  context.loadDialect<mlir::func::FuncDialect>();
  write("flat.mlir", "// " + braces + "\nmodule attributes {x.a = \"" + braces +
                         "\"} {\nfunc.func private @F() -> i1\n}\n");
  EXPECT_TRUE(
      cameo::import::readModule((folder + "/flat.mlir").str(), context));
}

TEST_F(CustomTest, RefusesDefinitionsThatLackSomething) {
  EXPECT_HAS(defining(R"("color": 1)"), "there is no key 'color'");
  EXPECT_HAS(reading(R"({"operators": [{"name": "F", "domain": "ai.onnx"}]})"),
             "operator 'F': needs a 'domain' of its own");
  EXPECT_HAS(defining(R"("pure": true)"),
             "needs a 'symbol', the name of a C function, or a 'function'");
  EXPECT_HAS(defining(R"("symbol": "f", "inputs": [1])"),
             "'inputs' is a list of names");
  EXPECT_HAS(defining(R"("symbol": "f")"), "needs a list 'outputs'");
  EXPECT_HAS(defining(R"("symbol": "f", "outputs": [{"type": "float32",
                      "shape": []}], "attributes": {"a": {}})"),
             "attribute 'a' is no number, text or list of either");
  write("body.mlir", "func.func private @G()");
  EXPECT_HAS(defining(R"("function": "body.mlir")"), "has no function @F");
  EXPECT_HAS(defining(R"("function": "none.mlir")"), "cannot be read");
}

TEST_F(CustomTest, RefusesOtherOutputs) {
  EXPECT_HAS(giving("1"), "each of 'outputs' is an object with a 'type'");
  EXPECT_HAS(giving(R"({"type": "float99", "shape": "X"})"),
             "'float99' is neither an input nor an element type");
  EXPECT_HAS(giving(R"({"type": "X", "shape": "Y"})"),
             "the shape 'Y' is no input's name");
  EXPECT_HAS(giving(R"({"type": "X"})"),
             "each of 'outputs' has a 'shape': an input's name, or a list of "
             "sizes");
  EXPECT_HAS(giving(R"({"type": "X", "shape": [null]})"),
             "a size is a number or a text");
  auto size = [&](const std::string &text) {
    return giving(R"({"type": "X", "shape": [")" + text + R"("]})");
  };
  EXPECT_HAS(size("2 3"), "the size '2 3': '3' is left over");
  EXPECT_HAS(size("2 +"), "it ends too early");
  EXPECT_HAS(size("2 + %"), "'%' is no number, name or '('");
  EXPECT_HAS(size("X[a]"), "a dimension's number expected after '['");
  EXPECT_HAS(size("(2"), "')' expected at the end");
  EXPECT_HAS(size("(2 3)"), "')' expected before '3)'");
  EXPECT_HAS(size(std::string(100, '(')), "too deeply nested");
  std::string ones = "1";
  for (int i = 0; i < 100000; ++i)
    ones += "+1";
  EXPECT_HAS(size(ones), "more than 256 operators");
}

TEST_F(CustomTest, RefusesNodesThatDoNotFit) {
  write("operators.json", R"({"operators": [{"domain": "d", "name": "F",
      "symbol": "f", "inputs": ["X"],
      "outputs": [{"type": "X", "shape": "X"}]}]})");
  input("x", {2});
  auto &call = node("F", {"x"}, {"y"});
  call.set_domain("d");
  output("y");
  opset(1, "d");
  auto says = [&] {
    errors.clear();
    mlir::ScopedDiagnosticHandler handler(&context,
                                          [&](mlir::Diagnostic &diagnostic) {
                                            errors += diagnostic.str() + "\n";
                                          });
    cameo::ImportOptions options;
    options.customOperators = {file};
    std::string bytes;
    model.SerializePartialToString(&bytes);
    auto module = cameo::importModel(
        llvm::MemoryBuffer::getMemBufferCopy(bytes, "model.onnx"), options,
        context);
    return module ? std::string() : errors;
  };
  EXPECT_EQ(says(), "");
  auto &value = attribute(call, "t", AttributeProto::TENSOR);
  value.mutable_t()->set_data_type(::onnx::TensorProto::FLOAT);
  value.mutable_t()->add_dims(0);
  EXPECT_HAS(says(), "attribute 't' is of a kind that operators of your own do "
                     "not take");
  call.clear_attribute();
  auto &body = *attribute(call, "g", AttributeProto::GRAPH).mutable_g();
  body.add_output()->set_name("x");
  EXPECT_HAS(says(), "an operator of your own takes no subgraphs");
}
