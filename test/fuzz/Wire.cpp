// SPDX-License-Identifier: Apache-2.0
#include "Wire.h"
#include <cstring>
#include <optional>

using namespace cameo::fuzz;

/// Which fields of a message are messages: of onnx.proto.
static std::optional<Kind> submessage(Kind kind, uint32_t number) {
  struct Row {
    Kind kind;
    uint32_t number;
    Kind field;
  };
  static constexpr Row rows[] = {{Kind::Model, 7, Kind::Graph},
                                 {Kind::Model, 8, Kind::Other},
                                 {Kind::Model, 14, Kind::Other},
                                 {Kind::Model, 25, Kind::Function},
                                 {Kind::Graph, 1, Kind::Node},
                                 {Kind::Graph, 5, Kind::Tensor},
                                 {Kind::Graph, 11, Kind::ValueInfo},
                                 {Kind::Graph, 12, Kind::ValueInfo},
                                 {Kind::Graph, 13, Kind::ValueInfo},
                                 {Kind::Graph, 15, Kind::SparseTensor},
                                 {Kind::Node, 5, Kind::Attribute},
                                 {Kind::Attribute, 5, Kind::Tensor},
                                 {Kind::Attribute, 6, Kind::Graph},
                                 {Kind::Attribute, 10, Kind::Tensor},
                                 {Kind::Attribute, 11, Kind::Graph},
                                 {Kind::Attribute, 14, Kind::Type},
                                 {Kind::Attribute, 22, Kind::SparseTensor},
                                 {Kind::Tensor, 13, Kind::Other},
                                 {Kind::SparseTensor, 1, Kind::Tensor},
                                 {Kind::SparseTensor, 2, Kind::Tensor},
                                 {Kind::ValueInfo, 2, Kind::Type},
                                 {Kind::Type, 1, Kind::TensorType},
                                 {Kind::Type, 4, Kind::Sequence},
                                 {Kind::Type, 5, Kind::Map},
                                 {Kind::Type, 9, Kind::Sequence},
                                 {Kind::TensorType, 2, Kind::Shape},
                                 {Kind::Shape, 1, Kind::Other},
                                 {Kind::Sequence, 1, Kind::Type},
                                 {Kind::Map, 2, Kind::Type},
                                 {Kind::Function, 7, Kind::Node},
                                 {Kind::Function, 9, Kind::Other},
                                 {Kind::Function, 11, Kind::Attribute}};
  for (const Row &row : rows)
    if (row.kind == kind && row.number == number)
      return row.field;
  return std::nullopt;
}

static std::optional<uint64_t> takeVarint(llvm::StringRef &bytes) {
  uint64_t value = 0;
  for (unsigned shift = 0; shift < 64 && !bytes.empty(); shift += 7) {
    uint8_t byte = uint8_t(bytes.front());
    bytes = bytes.drop_front();
    value |= uint64_t(byte & 0x7f) << shift;
    if (!(byte & 0x80))
      return value;
  }
  return std::nullopt;
}

static void putVarint(std::string &out, uint64_t value) {
  for (; value >= 0x80; value >>= 7)
    out += char(value | 0x80);
  out += char(value);
}

Message cameo::fuzz::parse(llvm::StringRef bytes, Kind kind) {
  Message message{kind, {}};
  while (auto tag = takeVarint(bytes)) {
    Field field;
    field.number = uint32_t(*tag >> 3);
    field.wire = Field::Wire(*tag & 7);
    size_t fixed = field.wire == Field::Fixed64 ? 8 : 4;
    if (field.wire == Field::Varint) {
      auto value = takeVarint(bytes);
      if (!value)
        break;
      field.value = *value;
    } else if (field.wire == Field::Bytes) {
      auto size = takeVarint(bytes);
      if (!size || *size > bytes.size())
        break;
      llvm::StringRef content = bytes.take_front(*size);
      bytes = bytes.drop_front(*size);
      if (auto sub = submessage(kind, field.number))
        field.message.push_back(parse(content, *sub));
      else
        field.bytes = content.str();
    } else if (field.wire == Field::Fixed32 || field.wire == Field::Fixed64) {
      if (bytes.size() < fixed)
        break;
      std::memcpy(&field.value, bytes.data(), fixed);
      bytes = bytes.drop_front(fixed);
    } else {
      break;
    }
    message.fields.push_back(std::move(field));
  }
  return message;
}

std::string cameo::fuzz::print(const Message &message) {
  std::string out;
  for (const Field &field : message.fields) {
    putVarint(out, uint64_t(field.number) << 3 | field.wire);
    if (field.wire == Field::Varint) {
      putVarint(out, field.value);
    } else if (field.wire == Field::Bytes) {
      std::string content =
          field.message.empty() ? field.bytes : print(field.message.front());
      putVarint(out, content.size());
      out += content;
    } else {
      out.append(reinterpret_cast<const char *>(&field.value),
                 field.wire == Field::Fixed64 ? 8 : 4);
    }
  }
  return out;
}

Field cameo::fuzz::text(uint32_t number, llvm::StringRef value) {
  Field field;
  field.number = number;
  field.wire = Field::Bytes;
  field.bytes = value.str();
  return field;
}

Field cameo::fuzz::integer(uint32_t number, uint64_t value) {
  Field field;
  field.number = number;
  field.value = value;
  return field;
}

Field cameo::fuzz::inner(uint32_t number, Kind kind,
                         std::vector<Field> fields) {
  Field field;
  field.number = number;
  field.wire = Field::Bytes;
  field.message.push_back({kind, std::move(fields)});
  return field;
}
