// SPDX-License-Identifier: Apache-2.0
// --dynamic: the model with every size of its inputs forgotten, as files.
#include "Compile.h"
#include "onnx/onnx_pb.h"
#include "llvm/ADT/StringSet.h"

#include <fstream>

static void forgetSizes(onnx::ValueInfoProto &value) {
  if (!value.type().has_tensor_type() ||
      !value.type().tensor_type().has_shape())
    return;
  for (auto &dim : *value.mutable_type()
                        ->mutable_tensor_type()
                        ->mutable_shape()
                        ->mutable_dim())
    dim.Clear();
}

bool cameo::conformance::makeDynamic(const std::string &model,
                                     const std::string &path) {
  onnx::ModelProto proto;
  std::ifstream in(model, std::ios::binary);
  if (!in || !proto.ParseFromIstream(&in))
    return false;
  onnx::GraphProto &graph = *proto.mutable_graph();
  llvm::StringSet<> constants;
  for (const auto &initializer : graph.initializer())
    constants.insert(initializer.name());
  for (auto &input : *graph.mutable_input())
    if (!constants.contains(input.name()))
      forgetSizes(input);
  for (auto &output : *graph.mutable_output())
    forgetSizes(output);
  graph.clear_value_info();
  std::ofstream out(path, std::ios::binary);
  return proto.SerializeToOstream(&out) && out.flush();
}
