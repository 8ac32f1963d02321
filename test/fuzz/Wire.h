// SPDX-License-Identifier: Apache-2.0
// A model file as a tree of protobuf fields, by number: what mutations work on.
// The system's message classes refuse what is damaged and know no newer fields.
#ifndef CAMEO_TEST_FUZZ_WIRE_H
#define CAMEO_TEST_FUZZ_WIRE_H

#include "llvm/ADT/StringRef.h"
#include <cstdint>
#include <string>
#include <vector>

namespace cameo::fuzz {

/// The messages of onnx.proto that have fields worth telling apart.
enum class Kind : uint8_t {
  Other, // leaves only
  Model,
  Graph,
  Node,
  Attribute,
  Tensor,
  SparseTensor,
  ValueInfo,
  Type,
  TensorType,
  Shape,
  Sequence,
  Map,
  Function
};

struct Message;

struct Field {
  uint32_t number = 0;
  enum Wire : uint8_t { Varint = 0, Fixed64 = 1, Bytes = 2, Fixed32 = 5 };
  Wire wire = Varint;
  uint64_t value = 0;           // Varint, Fixed64, Fixed32
  std::string bytes;            // Bytes that are no message
  std::vector<Message> message; // one, if the field is a message
};

struct Message {
  Kind kind = Kind::Other;
  std::vector<Field> fields;
};

/// Fields of a number: of a text, of an integer, of a message.
Field text(uint32_t number, llvm::StringRef value);
Field integer(uint32_t number, uint64_t value);
Field inner(uint32_t number, Kind kind, std::vector<Field> fields);

/// Reads as much as is well-formed.
Message parse(llvm::StringRef bytes, Kind kind = Kind::Model);
std::string print(const Message &message);

} // namespace cameo::fuzz

#endif
