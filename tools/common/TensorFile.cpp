// SPDX-License-Identifier: Apache-2.0
// Files of TensorProto and of values made of them. Every size in a file is
// checked against the data that is there before memory is taken for it.
#include "onnx/onnx-data_pb.h"
#include "onnx/onnx_pb.h"
#include "tools/common/Tensor.h"
#include "llvm/Support/FileSystem.h"
#include "llvm/Support/MathExtras.h"
#include "llvm/Support/MemoryBuffer.h"
#include "llvm/Support/raw_ostream.h"

#include <cstring>

using namespace cameo;
using namespace cameo::tools;

namespace {

llvm::Error failed(llvm::StringRef path, const llvm::Twine &reason) {
  return llvm::createStringError(path + ": " + reason);
}

template <typename To, typename Field>
bool convert(const Field &field, int64_t count, std::vector<char> &out) {
  if (field.size() != count)
    return false;
  for (int64_t i = 0; i < count; ++i) {
    To value = To(field.Get(int(i)));
    std::memcpy(out.data() + i * sizeof(To), &value, sizeof(To));
  }
  return true;
}

/// From the typed field that ONNX prescribes for the type. False if its length
/// is wrong.
bool readTyped(const onnx::TensorProto &proto, Tensor &tensor, int64_t count) {
  std::vector<char> &out = tensor.data;
  int64_t bits = cameo_dtype_bits(tensor.dtype);
  if (bits < 8) // a byte an entry, packed as in memory
    return convert<uint8_t>(proto.int32_data(), int64_t(out.size()), out);
  switch (tensor.dtype) {
  case CAMEO_FLOAT32:
    return convert<float>(proto.float_data(), count, out);
  case CAMEO_COMPLEX64:
    return convert<float>(proto.float_data(), 2 * count, out);
  case CAMEO_FLOAT64:
    return convert<double>(proto.double_data(), count, out);
  case CAMEO_COMPLEX128:
    return convert<double>(proto.double_data(), 2 * count, out);
  case CAMEO_INT64:
    return convert<int64_t>(proto.int64_data(), count, out);
  case CAMEO_UINT64:
    return convert<uint64_t>(proto.uint64_data(), count, out);
  case CAMEO_UINT32:
    return convert<uint32_t>(proto.uint64_data(), count, out);
  case CAMEO_INT32:
    return convert<int32_t>(proto.int32_data(), count, out);
  default:
    return bits == 16 ? convert<uint16_t>(proto.int32_data(), count, out)
                      : convert<uint8_t>(proto.int32_data(), count, out);
  }
}

/// The parsed file: tensors of any size that fits, other values by what the
/// model says they are.
class Reader {
public:
  Reader(llvm::StringRef path, int64_t fileSize)
      : path(path), fileSize(fileSize) {}

  llvm::Expected<Tensor> tensor(const onnx::TensorProto &proto) const;
  llvm::Expected<Tensor> sequence(const onnx::SequenceProto &proto,
                                  const cameo_value_info &info) const;
  llvm::Expected<Tensor> optional(const onnx::OptionalProto &proto,
                                  const cameo_value_info &info) const;
  llvm::Expected<Tensor> map(const onnx::MapProto &proto) const;

private:
  template <typename Items, typename Read>
  llvm::Expected<Tensor> list(const std::string &name, int32_t kind,
                              const Items &items, Read read) const {
    Tensor value;
    value.name = name;
    value.kind = kind;
    for (const auto &item : items) {
      llvm::Expected<Tensor> one = read(item);
      if (!one)
        return one.takeError();
      value.items.push_back(std::move(*one));
    }
    return value;
  }

  std::string path;
  int64_t fileSize;
};

llvm::Expected<Tensor> Reader::sequence(const onnx::SequenceProto &proto,
                                        const cameo_value_info &info) const {
  const cameo_value_info &element = *info.element;
  auto read = [&](const auto &items, auto one) {
    return list(proto.name(), CAMEO_SEQUENCE, items, one);
  };
  switch (element.kind) {
  case CAMEO_SEQUENCE:
    return read(proto.sequence_values(),
                [&](auto &item) { return sequence(item, element); });
  case CAMEO_OPTIONAL:
    return read(proto.optional_values(),
                [&](auto &item) { return optional(item, element); });
  case CAMEO_MAP:
    return read(proto.map_values(), [&](auto &item) { return map(item); });
  default:
    return read(proto.tensor_values(),
                [&](auto &item) { return tensor(item); });
  }
}

llvm::Expected<Tensor> Reader::optional(const onnx::OptionalProto &proto,
                                        const cameo_value_info &info) const {
  const cameo_value_info &element = *info.element;
  auto read = [&](bool has, const auto &item, auto one) {
    llvm::SmallVector<std::remove_cvref_t<decltype(item)>, 1> items;
    if (has)
      items.push_back(item);
    return list(proto.name(), CAMEO_OPTIONAL, items, one);
  };
  switch (element.kind) {
  case CAMEO_SEQUENCE:
    return read(proto.has_sequence_value(), proto.sequence_value(),
                [&](auto &item) { return sequence(item, element); });
  case CAMEO_OPTIONAL:
    return read(proto.has_optional_value(), proto.optional_value(),
                [&](auto &item) { return optional(item, element); });
  case CAMEO_MAP:
    return read(proto.has_map_value(), proto.map_value(),
                [&](auto &item) { return map(item); });
  default:
    return read(proto.has_tensor_value(), proto.tensor_value(),
                [&](auto &item) { return tensor(item); });
  }
}

llvm::Expected<Tensor> Reader::map(const onnx::MapProto &proto) const {
  Tensor keys, values;
  if (proto.key_type() == onnx::TensorProto::STRING) {
    keys.dtype = CAMEO_STRING;
    keys.strings.assign(proto.string_keys().begin(), proto.string_keys().end());
    keys.shape = {proto.string_keys_size()};
  } else {
    keys.dtype = CAMEO_INT64;
    keys.shape = {proto.keys_size()};
    keys.data.resize(size_t(proto.keys_size()) * 8);
    convert<int64_t>(proto.keys(), proto.keys_size(), keys.data);
  }
  values.shape = keys.shape;
  if (proto.values().tensor_values_size() != keys.size())
    return failed(path, "a map has " + llvm::Twine(keys.size()) + " keys and " +
                            llvm::Twine(proto.values().tensor_values_size()) +
                            " values that are tensors");
  for (const onnx::TensorProto &item : proto.values().tensor_values()) {
    llvm::Expected<Tensor> value = tensor(item);
    if (!value)
      return value.takeError();
    if (value->size() != 1 || (values.dtype && values.dtype != value->dtype))
      return failed(path, "a map has values that are no scalars of one type");
    if (cameo_dtype_bits(value->dtype) < 8)
      return failed(path, "a map has values of a type narrower than a byte");
    values.dtype = value->dtype;
    llvm::append_range(values.data, value->data);
    llvm::append_range(values.strings, value->strings);
  }
  Tensor result;
  result.name = proto.name();
  result.kind = CAMEO_MAP;
  result.items = {std::move(keys), std::move(values)};
  return result;
}

llvm::Expected<Tensor> Reader::tensor(const onnx::TensorProto &proto) const {
  Tensor tensor;
  tensor.name = proto.name();
  tensor.dtype = proto.data_type();
  if (!cameo_dtype_size(tensor.dtype))
    return failed(path,
                  "element type " + llvm::Twine(tensor.dtype) + " is unknown");
  int64_t count = 1;
  bool empty = llvm::is_contained(proto.dims(), 0);
  for (int64_t d : proto.dims()) {
    if (d < 0 || (!empty && llvm::MulOverflow(count, d, count)))
      return failed(path, "impossible shape");
    tensor.shape.push_back(d);
  }
  count = empty ? 0 : count;
  // Nothing in a file packs more than 4 elements into a byte.
  if (count > fileSize * 4)
    return failed(path, tensor.describe() +
                            " has more elements than the file has data");
  if (proto.data_location() == onnx::TensorProto::EXTERNAL)
    return failed(path, "external data is not read here");

  if (tensor.dtype == CAMEO_STRING) {
    if (proto.string_data_size() != count)
      return failed(path, tensor.describe() + " has " +
                              llvm::Twine(proto.string_data_size()) +
                              " strings");
    tensor.strings.assign(proto.string_data().begin(),
                          proto.string_data().end());
    return tensor;
  }
  tensor.data.resize(size_t(cameo_dtype_bytes(tensor.dtype, count)));
  if (proto.has_raw_data()) {
    const std::string &raw = proto.raw_data();
    if (raw.size() != tensor.data.size())
      return failed(path, tensor.describe() + " has " +
                              llvm::Twine(raw.size()) + " bytes of data");
    if (!raw.empty())
      std::memcpy(tensor.data.data(), raw.data(), raw.size());
  } else if (!readTyped(proto, tensor, count)) {
    return failed(path, tensor.describe() +
                            " does not have that many elements of data");
  }
  return tensor;
}

onnx::TensorProto toProto(const Tensor &tensor) {
  onnx::TensorProto proto;
  proto.set_name(tensor.name);
  proto.set_data_type(tensor.dtype);
  for (int64_t d : tensor.shape)
    proto.add_dims(d);
  if (tensor.dtype == CAMEO_STRING) {
    for (const std::string &s : tensor.strings)
      proto.add_string_data(s);
  } else {
    proto.set_raw_data(tensor.data.data(), tensor.data.size());
  }
  return proto;
}

/// A key of a map whose keys are integers. MapProto has no other field for those
/// than one of int64, whatever their type.
int64_t keyAt(const Tensor &keys, int64_t i) {
  if (cameo_dtype_bits(keys.dtype) < 64)
    return int64_t(elementAsDouble(keys, i));
  int64_t key;
  std::memcpy(&key, keys.data.data() + i * int64_t(sizeof key), sizeof key);
  return key;
}

onnx::MapProto toMap(const Tensor &value) {
  onnx::MapProto proto;
  proto.set_name(value.name);
  const Tensor &keys = value.items[0], &values = value.items[1];
  proto.set_key_type(keys.dtype);
  proto.mutable_values()->set_elem_type(onnx::SequenceProto::TENSOR);
  for (int64_t i = 0; i < keys.size(); ++i) {
    if (keys.dtype == CAMEO_STRING)
      proto.add_string_keys(keys.strings[i]);
    else
      proto.add_keys(keyAt(keys, i));
    size_t place = size_t(i);
    Tensor one = elementsAt(values, place);
    one.shape.clear();
    *proto.mutable_values()->add_tensor_values() = toProto(one);
  }
  return proto;
}

onnx::OptionalProto toOptional(const Tensor &value);

onnx::SequenceProto toSequence(const Tensor &value) {
  onnx::SequenceProto proto;
  proto.set_name(value.name);
  proto.set_elem_type(onnx::SequenceProto::TENSOR);
  for (const Tensor &item : value.items) {
    switch (item.kind) {
    case CAMEO_SEQUENCE:
      proto.set_elem_type(onnx::SequenceProto::SEQUENCE);
      *proto.add_sequence_values() = toSequence(item);
      break;
    case CAMEO_OPTIONAL:
      proto.set_elem_type(onnx::SequenceProto::OPTIONAL);
      *proto.add_optional_values() = toOptional(item);
      break;
    case CAMEO_MAP:
      proto.set_elem_type(onnx::SequenceProto::MAP);
      *proto.add_map_values() = toMap(item);
      break;
    default:
      *proto.add_tensor_values() = toProto(item);
    }
  }
  return proto;
}

onnx::OptionalProto toOptional(const Tensor &value) {
  onnx::OptionalProto proto;
  proto.set_name(value.name);
  if (value.items.empty())
    return proto;
  const Tensor &item = value.items[0];
  switch (item.kind) {
  case CAMEO_SEQUENCE:
    proto.set_elem_type(onnx::OptionalProto::SEQUENCE);
    *proto.mutable_sequence_value() = toSequence(item);
    break;
  case CAMEO_OPTIONAL:
    proto.set_elem_type(onnx::OptionalProto::OPTIONAL);
    *proto.mutable_optional_value() = toOptional(item);
    break;
  case CAMEO_MAP:
    proto.set_elem_type(onnx::OptionalProto::MAP);
    *proto.mutable_map_value() = toMap(item);
    break;
  default:
    proto.set_elem_type(onnx::OptionalProto::TENSOR);
    *proto.mutable_tensor_value() = toProto(item);
  }
  return proto;
}

/// Parses a file; the bound is protobuf's own. Of another kind of value most
/// fields would be unknown.
template <typename Proto>
llvm::Error parse(llvm::StringRef path, const llvm::MemoryBuffer &buffer,
                  const char *what, Proto &proto) {
  if (buffer.getBufferSize() > size_t(INT32_MAX) ||
      !proto.ParseFromArray(buffer.getBufferStart(),
                            int(buffer.getBufferSize())) ||
      (!std::is_same_v<Proto, onnx::TensorProto> &&
       !proto.unknown_fields().empty()))
    return failed(path, llvm::Twine("not a ") + what);
  return llvm::Error::success();
}

} // namespace

llvm::Expected<Tensor> tools::readTensor(llvm::StringRef path,
                                         const cameo_value_info *info) {
  auto buffer = llvm::MemoryBuffer::getFile(path);
  if (!buffer)
    return failed(path, buffer.getError().message());
  Reader reader(path, int64_t((*buffer)->getBufferSize()));
  switch (info ? info->kind : CAMEO_TENSOR) {
  case CAMEO_SEQUENCE: {
    onnx::SequenceProto proto;
    if (llvm::Error error = parse(path, **buffer, "SequenceProto", proto))
      return error;
    return reader.sequence(proto, *info);
  }
  case CAMEO_OPTIONAL: {
    onnx::OptionalProto proto;
    if (llvm::Error error = parse(path, **buffer, "OptionalProto", proto))
      return error;
    return reader.optional(proto, *info);
  }
  case CAMEO_MAP: {
    onnx::MapProto proto;
    if (llvm::Error error = parse(path, **buffer, "MapProto", proto))
      return error;
    return reader.map(proto);
  }
  default: {
    onnx::TensorProto proto;
    if (llvm::Error error = parse(path, **buffer, "TensorProto", proto))
      return error;
    return reader.tensor(proto);
  }
  }
}

llvm::Error tools::writeTensor(llvm::StringRef path, const Tensor &tensor) {
  std::string text =
      tensor.kind == CAMEO_SEQUENCE   ? toSequence(tensor).SerializeAsString()
      : tensor.kind == CAMEO_OPTIONAL ? toOptional(tensor).SerializeAsString()
      : tensor.kind == CAMEO_MAP      ? toMap(tensor).SerializeAsString()
                                      : toProto(tensor).SerializeAsString();
  std::error_code code;
  llvm::raw_fd_ostream os(path, code);
  if (code)
    return failed(path, code.message());
  os << text;
  os.close();
  if (os.has_error()) {
    code = os.error();
    os.clear_error();
    return failed(path, code.message());
  }
  return llvm::Error::success();
}
