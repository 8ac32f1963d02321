// SPDX-License-Identifier: Apache-2.0
#include "Attributes.h"
#include "llvm/ADT/STLExtras.h"
#include <algorithm>
#include <cstring>
#include <iterator>

using namespace cameo::fuzz;

namespace {

// Field numbers of onnx.proto.
enum Number : uint32_t {
  modelGraph = 7,
  graphNode = 1,
  graphInitializer = 5,
  graphInput = 11,
  graphOutput = 12,
  graphValueInfo = 13,
  nodeAttribute = 5,
  attributeName = 1,
  attributeFloat = 2,
  attributeInt = 3,
  attributeString = 4,
  attributeTensor = 5,
  attributeGraph = 6,
  attributeFloats = 7,
  attributeInts = 8,
  attributeStrings = 9,
  tensorDims = 1,
  tensorType = 2,
  tensorInt64 = 7,
  tensorName = 8,
  tensorRaw = 9,
  valueName = 1,
  valueType = 2,
  typeTensor = 1,
  tensorElement = 1,
  tensorShape = 2,
  shapeDim = 1,
  dimValue = 1,
  dimName = 2
};
constexpr uint64_t typeInt64 = 7;

/// Small ones first of all: most lists index dimensions.
int64_t integerLike(Random &random, int64_t old) {
  static constexpr int64_t small[] = {0, -1, 1, 2, -2, 3, -3, 4, 5, -5, 7, 16};
  static constexpr int64_t large[] = {64,
                                      -64,
                                      1000,
                                      65536,
                                      1000000,
                                      INT32_MAX,
                                      INT32_MIN,
                                      int64_t(1) << 31,
                                      int64_t(1) << 32,
                                      int64_t(1) << 40,
                                      int64_t(1) << 62,
                                      INT64_MAX,
                                      INT64_MAX - 1,
                                      INT64_MIN,
                                      INT64_MIN + 1};
  switch (random.below(5)) {
  case 0:
    return int64_t(uint64_t(old) + 1);
  case 1:
    return int64_t(uint64_t(old) - 1);
  case 2:
    return large[random.below(std::size(large))];
  default:
    return small[random.below(std::size(small))];
  }
}

uint64_t floatLike(Random &random) {
  static constexpr uint32_t edges[] = {
      0,          0x80000000, 0x3f800000, 0xbf800000, 0x7f800000,
      0xff800000, 0x7fc00000, 0x7f7fffff, 0x00000001, 0x3f000000,
      0x5f000000, 0xdf800000, 0x47c35000, 0x2edbe6ff};
  return edges[random.below(std::size(edges))];
}

void changeRaw(std::string &raw, Random &random) {
  size_t one = raw.size() > 8 ? random.below(raw.size() / 8) : 0;
  bool all = random.oneIn(3);
  for (size_t i = 0; 8 * i + 8 <= raw.size(); ++i)
    if (all || i == one) {
      int64_t value;
      std::memcpy(&value, &raw[8 * i], 8);
      value = integerLike(random, value);
      std::memcpy(&raw[8 * i], &value, 8);
    }
}

std::vector<size_t> fieldsOf(const Message &message, uint32_t number) {
  std::vector<size_t> found;
  for (auto [i, field] : llvm::enumerate(message.fields))
    if (field.number == number)
      found.push_back(i);
  return found;
}

Message *first(Message &message, uint32_t number) {
  for (Field &field : message.fields)
    if (field.number == number && !field.message.empty())
      return &field.message.front();
  return nullptr;
}

llvm::StringRef textOf(const Message &message, uint32_t number) {
  for (const Field &field : message.fields)
    if (field.number == number)
      return field.bytes;
  return "";
}

/// The elements of a list of numbers, or how many there are.
void changeList(Message &message, uint32_t number, Random &random) {
  std::vector<size_t> places = fieldsOf(message, number);
  if (places.empty())
    return;
  auto at = [&]() -> Field & {
    return message.fields[places[random.below(places.size())]];
  };
  auto change = [&](Field &field) {
    if (field.wire == Field::Varint)
      field.value = uint64_t(integerLike(random, int64_t(field.value)));
    else if (field.wire == Field::Fixed32)
      field.value = floatLike(random);
  };
  switch (random.below(8)) {
  case 0:
    message.fields.erase(message.fields.begin() +
                         long(places[random.below(places.size())]));
    return;
  case 1: {
    Field copy = at();
    change(copy);
    message.fields.push_back(copy);
    return;
  }
  case 2:
    std::swap(at(), at());
    return;
  case 3:
    std::erase_if(message.fields,
                  [&](const Field &field) { return field.number == number; });
    return;
  case 4:
    for (size_t place : places)
      change(message.fields[place]);
    return;
  default:
    change(at());
  }
}

void changeTensor(Message &tensor, Random &random) {
  for (Field &field : tensor.fields)
    if (field.number == tensorRaw || field.number == tensorInt64) {
      changeRaw(field.bytes, random);
      return;
    }
}

void changeAttribute(Message &attribute, Random &random) {
  for (Field &field : attribute.fields) {
    switch (field.number) {
    case attributeInt:
      field.value = uint64_t(integerLike(random, int64_t(field.value)));
      return;
    case attributeFloat:
      field.value = floatLike(random);
      return;
    case attributeString: {
      static constexpr const char *texts[] = {
          "",       "NOTSET", "SAME_UPPER", "SAME_LOWER", "VALID", "reflect",
          "linear", "cubic",  "sum",        "mean",       "none",  "ij,jk->ik",
          "...",    "->",     "iii",        "i->j"};
      if (random.oneIn(3))
        field.bytes += field.bytes;
      else if (random.oneIn(2) && !field.bytes.empty())
        field.bytes[random.below(field.bytes.size())] = char(random.next());
      else
        field.bytes = texts[random.below(std::size(texts))];
      return;
    }
    case attributeTensor:
      if (!field.message.empty())
        changeTensor(field.message.front(), random);
      return;
    case attributeFloats:
    case attributeInts:
    case attributeStrings:
      changeList(attribute, field.number, random);
      return;
    default:
      break;
    }
  }
}

/// All attributes of a graph's nodes and of those in their subgraphs.
void collect(Message &graph, std::vector<std::pair<Message *, size_t>> &found) {
  for (Field &field : graph.fields) {
    if (field.number != graphNode || field.message.empty())
      continue;
    Message &node = field.message.front();
    for (auto [i, inner] : llvm::enumerate(node.fields)) {
      if (inner.number != nodeAttribute || inner.message.empty())
        continue;
      found.emplace_back(&node, i);
      for (Field &value : inner.message.front().fields)
        if (value.number == attributeGraph && !value.message.empty())
          collect(value.message.front(), found);
    }
  }
}

Message *shapeOf(Message &value) {
  Message *type = first(value, valueType);
  Message *tensor = type ? first(*type, typeTensor) : nullptr;
  return tensor ? first(*tensor, tensorShape) : nullptr;
}

/// What the model states of a value's sizes: other numbers, names, nothing.
void changeShape(Message &value, Random &random) {
  Message *shape = shapeOf(value);
  if (!shape)
    return;
  std::vector<size_t> dims = fieldsOf(*shape, shapeDim);
  if (dims.empty() || random.oneIn(6)) {
    shape->fields.push_back(
        inner(shapeDim, Kind::Other, {integer(dimValue, random.below(4))}));
    return;
  }
  Field &dim = shape->fields[dims[random.below(dims.size())]];
  switch (random.below(6)) {
  case 0:
    shape->fields.erase(shape->fields.begin() +
                        long(dims[random.below(dims.size())]));
    return;
  case 1:
    dim = inner(shapeDim, Kind::Other, {text(dimName, "N")});
    return;
  case 2:
    dim = inner(shapeDim, Kind::Other, {});
    return;
  default:
    dim = inner(shapeDim, Kind::Other,
                {integer(dimValue, uint64_t(integerLike(random, int64_t(2))))});
  }
}

void forgetSizes(Message &graph) {
  for (Field &field : graph.fields)
    if ((field.number == graphInput || field.number == graphOutput) &&
        !field.message.empty())
      if (Message *shape = shapeOf(field.message.front()))
        for (Field &dim : shape->fields)
          dim = inner(shapeDim, Kind::Other, {});
  std::erase_if(graph.fields, [](const Field &field) {
    return field.number == graphValueInfo;
  });
}

/// An input whose data is at hand becomes a constant of that data or of some
/// near it.
void freeze(Message &graph, const std::vector<std::string> &data,
            Random &random) {
  std::vector<size_t> inputs = fieldsOf(graph, graphInput);
  size_t count = std::min(inputs.size(), data.size());
  if (count == 0)
    return;
  size_t i = random.below(count);
  Message tensor = parse(data[i], Kind::Tensor);
  const Field &input = graph.fields[inputs[i]];
  if (tensor.fields.empty() || input.message.empty())
    return;
  std::erase_if(tensor.fields,
                [](const Field &field) { return field.number == tensorName; });
  tensor.fields.push_back(
      text(tensorName, textOf(input.message.front(), valueName)));
  bool isInt64 = llvm::any_of(tensor.fields, [](const Field &field) {
    return field.number == tensorType && field.value == typeInt64;
  });
  if (isInt64 && !random.oneIn(3))
    changeTensor(tensor, random);
  if (random.oneIn(4))
    changeList(tensor, tensorDims, random);
  graph.fields.push_back(inner(graphInitializer, Kind::Tensor, tensor.fields));
}

} // namespace

std::string cameo::fuzz::changeOperators(llvm::StringRef model,
                                         const std::vector<std::string> &data,
                                         Random &random) {
  Message tree = parse(model);
  Message *graph = first(tree, modelGraph);
  if (!graph)
    return model.str();
  if (random.oneIn(3))
    forgetSizes(*graph);
  for (size_t n = random.below(4); n--;) {
    std::vector<std::pair<Message *, size_t>> attributes;
    collect(*graph, attributes);
    std::vector<size_t> values = fieldsOf(*graph, graphInput);
    std::vector<size_t> constants = fieldsOf(*graph, graphInitializer);
    switch (random.below(6)) {
    case 0:
      if (!values.empty())
        if (Field &field = graph->fields[values[random.below(values.size())]];
            !field.message.empty())
          changeShape(field.message.front(), random);
      break;
    case 1:
      freeze(*graph, data, random);
      break;
    case 2:
      if (!constants.empty())
        if (Field &field =
                graph->fields[constants[random.below(constants.size())]];
            !field.message.empty())
          changeTensor(field.message.front(), random);
      break;
    default:
      if (attributes.empty())
        break;
      auto [node, place] = attributes[random.below(attributes.size())];
      if (random.oneIn(8))
        node->fields.erase(node->fields.begin() + long(place));
      else
        changeAttribute(node->fields[place].message.front(), random);
    }
  }
  return print(tree);
}
