// SPDX-License-Identifier: Apache-2.0
// TensorProto files. Every size in a file is checked against the data that is
// there before memory is taken for it.
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

/// Elements of a byte below which several share one in a file.
int bitsOf(int32_t dtype) {
  switch (dtype) {
  case CAMEO_UINT4:
  case CAMEO_INT4:
  case CAMEO_FLOAT4E2M1:
    return 4;
  case CAMEO_UINT2:
  case CAMEO_INT2:
    return 2;
  default:
    return int(cameo_dtype_size(dtype) * 8);
  }
}

/// One element a byte, from packed bytes, the first element in the lowest bits.
void unpack(llvm::ArrayRef<uint8_t> packed, int bits, int64_t count,
            std::vector<char> &out) {
  int perByte = 8 / bits;
  for (int64_t i = 0; i < count; ++i)
    out[i] =
        char(packed[i / perByte] >> (i % perByte * bits) & ((1 << bits) - 1));
}

/// Signed types are held sign-extended, as any int8 is.
void extendSigns(int bits, std::vector<char> &data) {
  int sign = 1 << (bits - 1);
  for (char &c : data)
    c = char((c ^ sign) - sign);
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
  int bits = bitsOf(tensor.dtype);
  if (bits < 8) {
    int64_t bytes = (count * bits + 7) / 8;
    if (proto.int32_data_size() != bytes)
      return false;
    std::vector<uint8_t> packed(proto.int32_data().begin(),
                                proto.int32_data().end());
    unpack(packed, bits, count, out);
    return true;
  }
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

} // namespace

llvm::Expected<Tensor> tools::readTensor(llvm::StringRef path) {
  auto buffer = llvm::MemoryBuffer::getFile(path);
  if (!buffer)
    return failed(path, buffer.getError().message());
  onnx::TensorProto proto;
  if ((*buffer)->getBufferSize() > size_t(INT32_MAX) ||
      !proto.ParseFromArray((*buffer)->getBufferStart(),
                            int((*buffer)->getBufferSize())))
    return failed(path, "not a TensorProto");

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
  if (count > int64_t((*buffer)->getBufferSize()) * 4)
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
  tensor.data.resize(size_t(count * cameo_dtype_size(tensor.dtype)));
  int bits = bitsOf(tensor.dtype);
  if (proto.has_raw_data()) {
    const std::string &raw = proto.raw_data();
    if (int64_t(raw.size()) != (count * bits + 7) / 8)
      return failed(path, tensor.describe() + " has " +
                              llvm::Twine(raw.size()) + " bytes of data");
    if (bits < 8)
      unpack({reinterpret_cast<const uint8_t *>(raw.data()), raw.size()}, bits,
             count, tensor.data);
    else if (!raw.empty())
      std::memcpy(tensor.data.data(), raw.data(), raw.size());
  } else if (!readTyped(proto, tensor, count)) {
    return failed(path, tensor.describe() +
                            " does not have that many elements of data");
  }
  if (tensor.dtype == CAMEO_INT4 || tensor.dtype == CAMEO_INT2)
    extendSigns(bits, tensor.data);
  return tensor;
}

llvm::Error tools::writeTensor(llvm::StringRef path, const Tensor &tensor) {
  onnx::TensorProto proto;
  proto.set_name(tensor.name);
  proto.set_data_type(tensor.dtype);
  for (int64_t d : tensor.shape)
    proto.add_dims(d);
  int bits = bitsOf(tensor.dtype);
  if (tensor.dtype == CAMEO_STRING) {
    for (const std::string &s : tensor.strings)
      proto.add_string_data(s);
  } else if (bits < 8) {
    std::string packed((tensor.data.size() * bits + 7) / 8, 0);
    int perByte = 8 / bits;
    for (size_t i = 0; i < tensor.data.size(); ++i)
      packed[i / perByte] |=
          char((tensor.data[i] & ((1 << bits) - 1)) << (i % perByte * bits));
    proto.set_raw_data(packed);
  } else {
    proto.set_raw_data(tensor.data.data(), tensor.data.size());
  }
  std::error_code code;
  llvm::raw_fd_ostream os(path, code);
  if (code)
    return failed(path, code.message());
  os << proto.SerializeAsString();
  os.close();
  if (os.has_error()) {
    code = os.error();
    os.clear_error();
    return failed(path, code.message());
  }
  return llvm::Error::success();
}
