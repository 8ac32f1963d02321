// SPDX-License-Identifier: Apache-2.0
// Cuts large tensor data out of a serialised ModelProto and parses the rest
// with protobuf.
#include "compiler/Import/ModelFile.h"
#include "llvm/ADT/StringExtras.h"
#include <google/protobuf/io/zero_copy_stream_impl_lite.h>
#include <google/protobuf/stubs/logging.h>

using namespace cameo::import;
using google::protobuf::Descriptor;
using google::protobuf::FieldDescriptor;
using llvm::StringRef;

namespace {

// Stands in a TensorProto for the data that was cut out: its place in
// ModelFile::tensors. A field of this number in the file itself is dropped, so
// that no file can forge one.
constexpr uint32_t placeholderField = 536'870'000;
// Less is as quickly copied.
constexpr size_t smallestCut = 512;
// protobuf's own limit on nested messages.
constexpr int deepest = 100;

/// Copies a message without the large data of its tensors.
class Cutter {
public:
  explicit Cutter(std::vector<llvm::ArrayRef<char>> &tensors)
      : tensors(tensors) {}

  /// Appends the message [p, end) of type `type` to `out`; false if it is
  /// malformed.
  bool copy(const char *p, const char *end, const Descriptor *type,
            std::string &out, int depth) {
    if (depth > deepest) {
      isTooDeep = true;
      return false;
    }
    bool isTensor = type == ::onnx::TensorProto::descriptor();
    uint32_t cut = isTensor ? fieldToCut(p, end) : 0;
    while (p < end) {
      const char *start = p;
      uint64_t tag;
      if (!varint(p, end, tag) || tag > UINT32_MAX || (tag >> 3) == 0)
        return false;
      auto field = static_cast<uint32_t>(tag >> 3);
      const char *payload;
      const char *next = skip(p, end, tag & 7, payload);
      if (!next)
        return false;
      p = next;
      if (isTensor && field == placeholderField)
        continue;
      if ((tag & 7) != 2) {
        out.append(start, next);
        continue;
      }
      if (field == cut) {
        putVarint(out, uint64_t(placeholderField) << 3);
        putVarint(out, tensors.size());
        tensors.emplace_back(payload, next);
        continue;
      }
      const FieldDescriptor *known = type->FindFieldByNumber(field);
      if (!known || known->type() != FieldDescriptor::TYPE_MESSAGE ||
          !mayHoldTensor(known->message_type())) {
        out.append(start, next);
        continue;
      }
      std::string inner;
      if (!copy(payload, next, known->message_type(), inner, depth + 1))
        return false;
      putVarint(out, tag);
      putVarint(out, inner.size());
      out += inner;
    }
    return true;
  }

  /// Why copy() gave up, if not because of damage.
  bool isTooDeep = false;

private:
  static bool varint(const char *&p, const char *end, uint64_t &value) {
    value = 0;
    for (int shift = 0; shift < 64; shift += 7) {
      if (p == end)
        return false;
      auto byte = static_cast<uint8_t>(*p++);
      value |= uint64_t(byte & 0x7f) << shift;
      if (!(byte & 0x80))
        return true;
    }
    return false;
  }

  static void putVarint(std::string &out, uint64_t value) {
    for (; value >= 0x80; value >>= 7)
      out += static_cast<char>(value | 0x80);
    out += static_cast<char>(value);
  }

  /// The end of the field whose tag ends at p; null if malformed. `payload` is
  /// where its bytes start.
  static const char *skip(const char *p, const char *end, unsigned wireType,
                          const char *&payload) {
    uint64_t size;
    switch (wireType) {
    case 0:
      return varint(p, end, size) ? p : nullptr;
    case 1:
      size = 8;
      break;
    case 2:
      if (!varint(p, end, size))
        return nullptr;
      break;
    case 5:
      size = 4;
      break;
    default: // Groups, which ONNX has never had.
      return nullptr;
    }
    payload = p;
    return size <= static_cast<uint64_t>(end - p) ? p + size : nullptr;
  }

  /// The field of a TensorProto to cut out: raw_data or packed floats, if large
  /// and in one piece.
  static uint32_t fieldToCut(const char *p, const char *end) {
    uint64_t counts[3] = {}, sizes[3] = {};
    constexpr uint32_t fields[] = {::onnx::TensorProto::kRawDataFieldNumber,
                                   ::onnx::TensorProto::kFloatDataFieldNumber,
                                   ::onnx::TensorProto::kDoubleDataFieldNumber};
    while (p < end) {
      uint64_t tag;
      const char *payload = nullptr;
      if (!varint(p, end, tag))
        return 0;
      const char *next = skip(p, end, tag & 7, payload);
      if (!next)
        return 0;
      for (int i = 0; i < 3; ++i)
        if (tag >> 3 == fields[i]) {
          counts[i] += 1 + ((tag & 7) != 2);
          sizes[i] = payload ? next - payload : 0;
        }
      p = next;
    }
    uint32_t cut = 0;
    for (int i = 0; i < 3; ++i) {
      if (counts[i] && cut)
        return 0; // Data in two fields: an error, which the reader of tensors
                  // reports.
      if (counts[i] == 1 && sizes[i] >= smallestCut)
        cut = fields[i];
      else if (counts[i])
        return 0;
    }
    return cut;
  }

  /// Whether a TensorProto can be inside: everything else is copied in one go.
  static bool mayHoldTensor(const Descriptor *type) {
    return type == ::onnx::GraphProto::descriptor() ||
           type == ::onnx::NodeProto::descriptor() ||
           type == ::onnx::AttributeProto::descriptor() ||
           type == ::onnx::TensorProto::descriptor() ||
           type == ::onnx::SparseTensorProto::descriptor() ||
           type == ::onnx::FunctionProto::descriptor();
  }

  std::vector<llvm::ArrayRef<char>> &tensors;
};

/// What the file is known to be by its first bytes, if that is no ONNX model, and
/// what to do about it.
std::optional<std::string> recogniseOther(llvm::StringRef bytes) {
  if (bytes.starts_with("PK\x03\x04"))
    return "not an ONNX model but a zip archive, as PyTorch saves: export the "
           "model with torch.onnx.export";
  if (bytes.starts_with("\x80\x02") || bytes.starts_with("\x80\x04"))
    return "not an ONNX model but a Python pickle, as old PyTorch saves: "
           "export "
           "the model with torch.onnx.export";
  if (bytes.substr(4, 4) == "TFL3")
    return "not an ONNX model but one of TensorFlow Lite: convert it with "
           "tf2onnx";
  if (bytes.starts_with("\x89HDF\r\n"))
    return "not an ONNX model but an HDF5 file, as Keras saves: convert it "
           "with "
           "tf2onnx";
  if (bytes.substr(8, 1) == "{" && bytes.substr(6, 2) == StringRef("\0\0", 2))
    return "not an ONNX model but safetensors, weights without a graph: export "
           "the model they belong to";
  if (bytes.starts_with("\x7f"
                        "ELF"))
    return "not an ONNX model but a library or a program; cameo-run runs what "
           "is compiled";
  if (bytes.starts_with("version https://git-lfs"))
    return "not an ONNX model but Git LFS's pointer to one: run git lfs pull";
  bytes = bytes.take_front(512);
  if (llvm::all_of(bytes, [](char c) {
        return llvm::isPrint(c) || c == '\n' || c == '\r' || c == '\t';
      }))
    return "not an ONNX model but a text file";
  return std::nullopt;
}

} // namespace

std::optional<std::string>
ModelFile::parse(std::shared_ptr<llvm::MemoryBuffer> buffer, ModelFile &file) {
  file.buffer = std::move(buffer);
  if (file.buffer->getBufferSize() == 0)
    return "the file is empty";
  std::string rest;
  Cutter cutter(file.tensors);
  if (!cutter.copy(file.buffer->getBufferStart(), file.buffer->getBufferEnd(),
                   ::onnx::ModelProto::descriptor(), rest, 0)) {
    if (cutter.isTooDeep)
      return "graphs nest deeper than ONNX's files allow (" +
             std::to_string(deepest) + " messages)";
    if (auto other = recogniseOther(file.buffer->getBuffer()))
      return other;
    return "not an ONNX model: the file is truncated or damaged";
  }
  if (rest.size() > INT32_MAX)
    return "the model has more than 2 GB besides its tensors";
  google::protobuf::LogSilencer silence;
  if (!file.proto.ParsePartialFromArray(rest.data(),
                                        static_cast<int>(rest.size())))
    return "not an ONNX model: the file is damaged";
  if (!file.proto.has_graph())
    return "not an ONNX model: there is no graph in the file";
  return std::nullopt;
}

std::optional<llvm::ArrayRef<char>>
ModelFile::dataOf(const ::onnx::TensorProto &tensor) const {
  const auto &unknown = tensor.GetReflection()->GetUnknownFields(tensor);
  for (int i = 0; i < unknown.field_count(); ++i)
    if (unknown.field(i).number() == placeholderField &&
        unknown.field(i).type() ==
            google::protobuf::UnknownField::TYPE_VARINT &&
        unknown.field(i).varint() < tensors.size())
      return tensors[unknown.field(i).varint()];
  return std::nullopt;
}
