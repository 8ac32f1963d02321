// SPDX-License-Identifier: Apache-2.0
// Operators of ONNX files and of numeric cases, for the table of operators.
#include "Operators.h"
#include "Numeric.h"
#include "onnx/onnx_pb.h"
#include "llvm/ADT/StringSwitch.h"
#include "llvm/Support/raw_ostream.h"

#include <fstream>
#include <map>
#include <set>

using namespace cameo::conformance;

namespace {
using Types = std::map<std::string, std::string>; // of values, by name
using Uses = std::map<std::pair<std::string, int64_t>, std::set<std::string>>;

std::string typeName(const onnx::TypeProto &type) {
  if (type.has_sequence_type())
    return "sequence";
  if (type.has_optional_type())
    return "optional";
  if (type.has_map_type())
    return "map";
  const char *name = cameo_dtype_name(type.tensor_type().elem_type());
  return name ? name : "";
}

std::string prefixOf(const std::string &domain) {
  return llvm::StringSwitch<std::string>(domain)
      .Cases({"", "ai.onnx"}, "")
      .Case("ai.onnx.ml", "ml.")
      .Cases({"ai.onnx.training", "ai.onnx.preview.training"}, "training.")
      .Case("ai.onnx.preview", "preview.")
      .Case("com.microsoft", "ms.")
      .Default(domain + ".");
}

class Collector {
public:
  explicit Collector(const onnx::ModelProto &model) {
    for (const auto &import : model.opset_import())
      versions[prefixOf(import.domain())] = import.version();
    for (const auto &function : model.functions())
      functions.insert(prefixOf(function.domain()) + function.name());
    graph(model.graph(), {});
    for (const auto &function : model.functions())
      nodes(function.node(), {});
  }
  Uses uses;

private:
  void graph(const onnx::GraphProto &g, Types types) {
    for (auto *values : {&g.input(), &g.output(), &g.value_info()})
      for (const auto &value : *values)
        types[value.name()] = typeName(value.type());
    for (const auto &tensor : g.initializer())
      if (const char *name = cameo_dtype_name(tensor.data_type()))
        types[tensor.name()] = name;
    nodes(g.node(), types);
  }
  template <typename Nodes> void nodes(const Nodes &list, const Types &types) {
    for (const auto &node : list) {
      std::string prefix = prefixOf(node.domain());
      if (!functions.count(prefix + node.op_type())) {
        auto &used = uses[{prefix + node.op_type(), versions[prefix]}];
        for (const auto &input : node.input())
          if (auto it = types.find(input);
              it != types.end() && !it->second.empty())
            used.insert(it->second);
      }
      for (const auto &attribute : node.attribute()) {
        if (attribute.has_g())
          graph(attribute.g(), types);
        for (const auto &g : attribute.graphs())
          graph(g, types);
      }
    }
  }
  std::map<std::string, int64_t> versions;
  std::set<std::string> functions;
};

Uses usesOf(const Case &testCase) {
  Uses uses;
  if (!testCase.function.empty()) {
    for (const auto &[name, types] :
         operatorsOf(testCase.path, testCase.function))
      uses[{name, 0}].insert(types.begin(), types.end());
    return uses;
  }
  onnx::ModelProto model;
  std::ifstream in(testCase.path + "/model.onnx", std::ios::binary);
  if (!in || !model.ParseFromIstream(&in))
    return uses;
  return Collector(model).uses;
}
} // namespace

llvm::Error cameo::conformance::writeOperators(llvm::StringRef path,
                                               llvm::ArrayRef<Case> cases) {
  std::error_code code;
  llvm::raw_fd_ostream os(path, code);
  if (code)
    return llvm::createStringError(path + ": " + code.message());
  os << "case\toperator\tversion\ttypes\n";
  for (const Case &c : cases)
    for (const auto &[key, types] : usesOf(c))
      os << c.name << "\t" << key.first << "\t" << key.second << "\t"
         << llvm::join(types, ",") << "\n";
  return llvm::Error::success();
}
