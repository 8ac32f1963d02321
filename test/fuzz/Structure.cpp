// SPDX-License-Identifier: Apache-2.0
#include "Structure.h"
#include <cstring>
#include <iterator>

using namespace cameo::fuzz;

namespace {

// Field numbers of onnx.proto.
enum Model : uint32_t { modelGraph = 7, modelOpset = 8, modelFunction = 25 };
enum Graph : uint32_t {
  graphNode = 1,
  graphInitializer = 5,
  graphOutput = 12,
  graphSparse = 15
};
enum Node : uint32_t {
  nodeInput = 1,
  nodeOutput = 2,
  nodeOperator = 4,
  nodeAttribute = 5,
  nodeDomain = 7
};
enum Attribute : uint32_t {
  attributeName = 1,
  attributeGraph = 6,
  attributeType = 20
};
enum Tensor : uint32_t {
  tensorDims = 1,
  tensorType = 2,
  tensorStrings = 6,
  tensorInt64 = 7,
  tensorName = 8,
  tensorRaw = 9
};
constexpr uint64_t typeString = 8, typeInt64 = 7, kindGraph = 5;

constexpr int64_t edges[] = {0,         -1,        1,
                             -2,        INT32_MAX, int64_t(1) << 31,
                             INT64_MAX, INT64_MIN, int64_t(1) << 62,
                             65,        -65,       int64_t(1) << 40};

int64_t edge(Random &random) { return edges[random.below(std::size(edges))]; }

Message *graphOf(Message &model) {
  for (Field &field : model.fields)
    if (field.number == modelGraph && !field.message.empty())
      return &field.message.front();
  return nullptr;
}
std::vector<size_t> fieldsOf(const Message &message, uint32_t number) {
  std::vector<size_t> found;
  for (size_t i = 0; i < message.fields.size(); ++i)
    if (message.fields[i].number == number)
      found.push_back(i);
  return found;
}
/// One of the fields of that number that are messages; null if there is none.
Message *pick(Message &message, uint32_t number, Random &random) {
  std::vector<size_t> places = fieldsOf(message, number);
  if (places.empty())
    return nullptr;
  Field &field = message.fields[places[random.below(places.size())]];
  return field.message.empty() ? nullptr : &field.message.front();
}
Field *find(Message &message, uint32_t number) {
  for (Field &field : message.fields)
    if (field.number == number)
      return &field;
  return nullptr;
}

/// A node reads what a later one, or itself, gives.
void makeCycle(Message &graph, Random &random) {
  Message *from = pick(graph, graphNode, random),
          *to = pick(graph, graphNode, random);
  Field *output = from ? find(*from, nodeOutput) : nullptr;
  Field *input = to ? find(*to, nodeInput) : nullptr;
  if (output && input)
    input->bytes = output->bytes;
}

/// A node becomes the call of a function that calls itself, another that calls
/// it, or more and more of the next.
void callFunctions(Message &model, Message &graph, Random &random) {
  Message *node = pick(graph, graphNode, random);
  if (!node)
    return;
  std::vector<Field> inputs, outputs;
  for (const Field &field : node->fields)
    if (field.number == nodeInput || field.number == nodeOutput) {
      Field formal = field;
      formal.number = field.number == nodeInput ? 4 : 5;
      (field.number == nodeInput ? inputs : outputs).push_back(formal);
    }
  size_t count = 1 + random.below(8), calls = 1 + random.below(3);
  bool endless = random.oneIn(2);
  auto name = [](size_t i) { return "F" + std::to_string(i); };
  for (size_t i = 0; i < count; ++i) {
    std::vector<Field> fields = {text(1, name(i)), text(10, "fuzz")};
    fields.insert(fields.end(), inputs.begin(), inputs.end());
    fields.insert(fields.end(), outputs.begin(), outputs.end());
    bool last = i + 1 == count;
    for (size_t c = 0; c < (last && !endless ? 1 : calls); ++c) {
      Message call = *node;
      if (!last || endless) {
        std::erase_if(call.fields, [](const Field &field) {
          return field.number == nodeOperator || field.number == nodeDomain ||
                 field.number == nodeAttribute;
        });
        call.fields.push_back(text(nodeOperator, name(last ? 0 : i + 1)));
        call.fields.push_back(text(nodeDomain, "fuzz"));
      }
      // Values are defined once.
      if (c)
        for (Field &field : call.fields)
          if (field.number == nodeOutput && !field.bytes.empty())
            field.bytes += "_" + std::to_string(c);
      fields.push_back(inner(7, Kind::Node, call.fields));
    }
    for (const Field &field : model.fields)
      if (field.number == modelOpset) {
        fields.push_back(field);
        fields.back().number = 9;
      }
    fields.push_back(inner(9, Kind::Other, {text(1, "fuzz"), integer(2, 1)}));
    model.fields.push_back(inner(modelFunction, Kind::Function, fields));
  }
  std::erase_if(node->fields, [](const Field &field) {
    return field.number == nodeOperator || field.number == nodeDomain;
  });
  node->fields.push_back(text(nodeOperator, name(0)));
  node->fields.push_back(text(nodeDomain, "fuzz"));
  model.fields.push_back(
      inner(modelOpset, Kind::Other, {text(1, "fuzz"), integer(2, 1)}));
}

/// A node goes into the branches of Ifs in each other.
void nest(Message &graph, Random &random) {
  Message *node = pick(graph, graphNode, random);
  Field *output = node ? find(*node, nodeOutput) : nullptr;
  Field *input = node ? find(*node, nodeInput) : nullptr;
  if (!output || !input)
    return;
  std::string result = output->bytes, condition = input->bytes;
  static constexpr size_t depths[] = {1, 2, 10, 20, 30, 40, 70, 200};
  for (size_t depth = depths[random.below(std::size(depths))]; depth--;) {
    std::vector<Field> branch = {
        inner(graphNode, Kind::Node, node->fields), text(2, "g"),
        inner(graphOutput, Kind::ValueInfo, {text(1, result)})};
    std::vector<Field> fields = {text(nodeInput, condition),
                                 text(nodeOutput, result),
                                 text(nodeOperator, "If")};
    // Both branches alike would double the model with every level.
    for (const char *name : {"then_branch", "else_branch"}) {
      fields.push_back(inner(nodeAttribute, Kind::Attribute,
                             {text(attributeName, name),
                              inner(attributeGraph, Kind::Graph, branch),
                              integer(attributeType, kindGraph)}));
      branch = {inner(graphNode, Kind::Node,
                      {text(nodeInput, condition), text(nodeOutput, result),
                       text(nodeOperator, "Identity")}),
                text(2, "g"),
                inner(graphOutput, Kind::ValueInfo, {text(1, result)})};
    }
    node->fields = fields;
  }
}

/// An initializer becomes a sparse one whose indices lie anywhere.
void makeSparse(Message &graph, Random &random) {
  std::vector<size_t> places = fieldsOf(graph, graphInitializer);
  if (places.empty())
    return;
  Field &field = graph.fields[places[random.below(places.size())]];
  if (field.message.empty())
    return;
  Message values = field.message.front();
  size_t count = random.below(4), rank = 1 + random.below(2);
  std::vector<Field> indices = {integer(tensorType, typeInt64),
                                integer(tensorDims, count)};
  if (rank > 1)
    indices.push_back(integer(tensorDims, rank));
  for (size_t i = 0; i < count * rank; ++i)
    indices.push_back(integer(tensorInt64, uint64_t(edge(random))));
  std::vector<Field> sparse = {inner(1, Kind::Tensor, values.fields),
                               inner(2, Kind::Tensor, indices)};
  for (size_t d = 0; d < rank; ++d)
    sparse.push_back(integer(3, random.oneIn(2) ? 4 : uint64_t(edge(random))));
  field = inner(graphSparse, Kind::SparseTensor, sparse);
}

/// Sizes, axes or whatever an integer initializer says become texts, or the
/// numbers at which arithmetic ends.
void spoilNumbers(Message &graph, Random &random) {
  Message *tensor = pick(graph, graphInitializer, random);
  Field *type = tensor ? find(*tensor, tensorType) : nullptr;
  if (!type)
    return;
  if (random.oneIn(3)) {
    type->value = typeString;
    std::erase_if(tensor->fields, [](const Field &field) {
      return field.number == tensorRaw || field.number == tensorInt64;
    });
    for (size_t n = random.below(5); n--;)
      tensor->fields.push_back(text(tensorStrings, n ? "7" : "\xff"));
    return;
  }
  if (type->value != typeInt64)
    return;
  Field *raw = find(*tensor, tensorRaw);
  if (raw)
    for (size_t at = 0; at + 8 <= raw->bytes.size(); at += 8)
      if (random.oneIn(2)) {
        int64_t value = edge(random);
        std::memcpy(&raw->bytes[at], &value, 8);
      }
  for (Field &field : tensor->fields)
    if (field.number == tensorInt64 && field.wire == Field::Varint &&
        random.oneIn(2))
      field.value = uint64_t(edge(random));
}

/// An attribute says that it is of another kind than its value.
void retype(Message &graph, Random &random) {
  Message *node = pick(graph, graphNode, random);
  Message *attribute = node ? pick(*node, nodeAttribute, random) : nullptr;
  Field *type = attribute ? find(*attribute, attributeType) : nullptr;
  if (!type)
    return;
  type->value = random.below(16);
  if (random.oneIn(2))
    for (Field &field : attribute->fields)
      if (field.number != attributeName && field.number != attributeType) {
        field.number = uint32_t(2 + random.below(10));
        break;
      }
}

} // namespace

void cameo::fuzz::restructure(Message &model, Random &random) {
  Message *graph = graphOf(model);
  if (!graph)
    return;
  switch (random.below(6)) {
  case 0:
    return makeCycle(*graph, random);
  case 1: {
    // The model's fields move when functions are added.
    Message copy = *graph;
    callFunctions(model, copy, random);
    *graphOf(model) = std::move(copy);
    return;
  }
  case 2:
    return nest(*graph, random);
  case 3:
    return makeSparse(*graph, random);
  case 4:
    return spoilNumbers(*graph, random);
  default:
    return retype(*graph, random);
  }
}
