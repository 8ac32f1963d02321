// SPDX-License-Identifier: Apache-2.0
#include "Mutate.h"
#include "Structure.h"
#include "llvm/ADT/STLExtras.h"
#include <algorithm>

using namespace cameo::fuzz;

// Steele, Lea and Flood's splitmix64: every seed is a good one.
uint64_t Random::next() {
  uint64_t z = state += 0x9e3779b97f4a7c15;
  z = (z ^ z >> 30) * 0xbf58476d1ce4e5b9;
  z = (z ^ z >> 27) * 0x94d049bb133111eb;
  return z ^ z >> 31;
}

namespace {

// Field numbers of onnx.proto.
constexpr uint32_t nodeInput = 1, nodeOutput = 2, nodeOperator = 4,
                   tensorExternal = 13, tensorLocation = 14;

/// Numbers on whose either side something changes.
uint64_t number(Random &random, uint64_t old) {
  static constexpr int64_t edges[] = {0,
                                      1,
                                      2,
                                      3,
                                      4,
                                      5,
                                      7,
                                      8,
                                      10,
                                      11,
                                      16,
                                      17,
                                      20,
                                      21,
                                      25,
                                      -1,
                                      -2,
                                      -5,
                                      64,
                                      1000,
                                      127,
                                      -128,
                                      255,
                                      65536,
                                      1000000,
                                      INT32_MAX,
                                      INT32_MIN,
                                      int64_t(1) << 32,
                                      int64_t(1) << 40,
                                      int64_t(1) << 62,
                                      INT64_MAX,
                                      INT64_MIN,
                                      INT64_MIN + 1};
  switch (random.below(6)) {
  case 0:
    return old + 1;
  case 1:
    return old - 1;
  case 2:
    return old ^ uint64_t(1) << random.below(64);
  default:
    return uint64_t(edges[random.below(std::size(edges))]);
  }
}

uint32_t floatBits(Random &random) {
  static constexpr uint32_t edges[] = {
      0,          0x80000000, 0x3f800000, 0xbf800000, 0x7f800000, 0xff800000,
      0x7fc00000, 0x7f7fffff, 0x00000001, 0x3f000000, 0x5f000000, 0xdf800000};
  return edges[random.below(std::size(edges))];
}

void damage(std::string &bytes, Random &random) {
  size_t at = bytes.empty() ? 0 : random.below(bytes.size());
  switch (random.below(6)) {
  case 0:
    bytes.resize(at);
    break;
  case 1:
    bytes.erase(at, 1 + random.below(8));
    break;
  case 2:
    bytes.insert(at, 1 + random.below(16), char(random.next()));
    break;
  case 3:
    if (!bytes.empty())
      bytes[at] = char(random.next());
    break;
  case 4:
    if (bytes.size() < 4096)
      bytes += bytes;
    break;
  default:
    if (!bytes.empty())
      bytes[at] ^= char(1 << random.below(8));
  }
}

struct Place {
  Message *message;
  size_t field;
  Field &operator*() const { return message->fields[field]; }
};

void collect(Message &message, std::vector<Place> &places) {
  for (size_t i = 0; i < message.fields.size(); ++i) {
    places.push_back({&message, i});
    for (Message &inner : message.fields[i].message)
      collect(inner, places);
  }
}

/// Moves the tensor's data to a file that is absent, elsewhere, or no file.
void externalise(Message &tensor, Random &random) {
  static constexpr const char *paths[] = {"weights.bin",
                                          "../weights.bin",
                                          "/etc/passwd",
                                          "/dev/zero",
                                          "",
                                          "model.onnx",
                                          ".",
                                          "a/../../b",
                                          "/proc/self/mem"};
  static constexpr const char *sizes[] = {
      "0", "4", "-1", "18446744073709551615", "9223372036854775807", "x", ""};
  tensor.fields.push_back(integer(tensorLocation, 1));
  auto entry = [&](const char *key, const char *value) {
    tensor.fields.push_back(
        inner(tensorExternal, Kind::Other, {text(1, key), text(2, value)}));
  };
  entry("location", paths[random.below(std::size(paths))]);
  if (random.oneIn(2))
    entry("offset", sizes[random.below(std::size(sizes))]);
  if (random.oneIn(2))
    entry("length", sizes[random.below(std::size(sizes))]);
}

void changeText(Field &field, Kind kind, llvm::ArrayRef<Place> places,
                const Pool &pool, Random &random) {
  if (kind == Kind::Node && field.number == nodeOperator &&
      !pool.operators.empty() && !random.oneIn(4)) {
    field.bytes = pool.operators[random.below(pool.operators.size())];
    return;
  }
  // Another value's name, another attribute's, another dimension's.
  if (random.oneIn(2)) {
    Place other = places[random.below(places.size())];
    if ((*other).wire == Field::Bytes && (*other).message.empty()) {
      field.bytes = (*other).bytes;
      return;
    }
  }
  if (random.oneIn(8))
    field.bytes.clear();
  else
    damage(field.bytes, random);
}

void changeField(Place place, llvm::ArrayRef<Place> places, const Pool &pool,
                 Random &random) {
  Field &field = *place;
  std::vector<Field> &siblings = place.message->fields;
  switch (random.below(10)) {
  case 0:
    siblings.erase(siblings.begin() + long(place.field));
    return;
  case 1:
    siblings.insert(siblings.begin() + long(place.field), Field(field));
    return;
  case 2:
    std::swap(siblings[place.field], siblings[random.below(siblings.size())]);
    return;
  case 3: {
    const std::vector<Field> &from =
        place.message->kind == Kind::Node    ? pool.attributes
        : place.message->kind == Kind::Graph ? pool.tensors
                                             : pool.types;
    if (!from.empty() && (place.message->kind == Kind::Node ||
                          place.message->kind == Kind::Graph ||
                          place.message->kind == Kind::ValueInfo)) {
      siblings.push_back(from[random.below(from.size())]);
      return;
    }
    break;
  }
  default:
    break;
  }
  if (!field.message.empty()) {
    if (field.message.front().kind == Kind::Tensor && random.oneIn(2))
      externalise(field.message.front(), random);
    else if (!field.message.front().fields.empty())
      changeField({&field.message.front(),
                   random.below(field.message.front().fields.size())},
                  places, pool, random);
  } else if (field.wire == Field::Bytes) {
    changeText(field, place.message->kind, places, pool, random);
  } else if (field.wire == Field::Varint) {
    field.value = number(random, field.value);
  } else {
    field.value = floatBits(random);
  }
}

} // namespace

void Pool::add(const Message &message) {
  for (const Field &field : message.fields) {
    if (message.kind == Kind::Node && field.number == nodeOperator)
      operators.push_back(field.bytes);
    if (!field.message.empty()) {
      Kind kind = field.message.front().kind;
      if (message.kind == Kind::Node && kind == Kind::Attribute)
        attributes.push_back(field);
      if (message.kind == Kind::Graph && kind == Kind::Tensor)
        tensors.push_back(field);
      if (message.kind == Kind::ValueInfo && kind == Kind::Type)
        types.push_back(field);
      add(field.message.front());
    }
  }
}

std::string cameo::fuzz::mutate(llvm::StringRef model, const Pool &pool,
                                Random &random, Kind kind) {
  if (random.oneIn(10)) {
    std::string bytes = model.str();
    for (size_t n = 1 + random.below(4); n--;)
      damage(bytes, random);
    return bytes;
  }
  Message tree = parse(model, kind);
  if (kind == Kind::Model && random.oneIn(4)) {
    restructure(tree, random);
    // What follows from that alone is of interest, and what more comes to.
    if (random.oneIn(2))
      return print(tree);
  }
  for (size_t n = 1 + random.below(3); n--;) {
    std::vector<Place> places;
    collect(tree, places);
    if (places.empty())
      break;
    // Names of values are most of what there is, and the least telling.
    Place place = places[random.below(places.size())];
    for (int tries = 0;
         tries < 3 && place.message->kind == Kind::Node &&
         ((*place).number == nodeInput || (*place).number == nodeOutput);
         ++tries)
      place = places[random.below(places.size())];
    changeField(place, places, pool, random);
  }
  return print(tree);
}
