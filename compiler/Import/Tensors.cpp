// SPDX-License-Identifier: Apache-2.0
// TensorProto and SparseTensorProto → ElementsAttr.
#include "compiler/Import/Tensors.h"
#include "dialects/ONNX/DataTypes.h"
#include "dialects/ONNX/ONNXCore.h"
#include "mlir/IR/Diagnostics.h"
#include "llvm/Support/MathExtras.h"

using namespace mlir;
using namespace cameo;
using namespace cameo::import;
using ::onnx::TensorProto;

// The largest tensor that stays in the IR's text.
static constexpr size_t largestInline = 1024;
// More dimensions than any exporter writes.
static constexpr int mostDims = 64;
// A sparse tensor beyond this is not worth making dense.
static constexpr uint64_t largestSparse = uint64_t(1) << 32;

/// Bits of an element in a file; 0 for strings.
static unsigned bitsOf(Type element) {
  if (isa<cameo::onnx::StringType>(element))
    return 0;
  if (element.isInteger(1))
    return 8;
  if (auto complex = dyn_cast<ComplexType>(element))
    return 2 * complex.getElementType().getIntOrFloatBitWidth();
  return element.getIntOrFloatBitWidth();
}

FailureOr<RankedTensorType> TensorReader::typeOf(const TensorProto &tensor,
                                                 Location loc) {
  Type element = cameo::onnx::typeOfDataType(context, tensor.data_type());
  if (!element)
    return emitError(loc) << "tensor '" << tensor.name()
                          << "': unknown element type " << tensor.data_type();
  if (tensor.has_segment())
    return emitError(loc) << "tensor '" << tensor.name()
                          << "' is split into segments, which no version of "
                          << "ONNX defines";
  if (tensor.dims_size() > mostDims)
    return emitError(loc) << "tensor '" << tensor.name() << "' has "
                          << tensor.dims_size() << " dimensions";
  int64_t count = 1;
  for (int64_t dim : tensor.dims())
    if (dim < 0 || llvm::MulOverflow(count, dim, count) ||
        count > (int64_t(1) << 56))
      return emitError(loc) << "tensor '" << tensor.name()
                            << "' has an impossible size: dimension " << dim;
  return RankedTensorType::get(
      SmallVector<int64_t>(tensor.dims().begin(), tensor.dims().end()),
      element);
}

template <typename Stored, typename Field>
static void appendAs(std::vector<char> &out, const Field &field) {
  out.reserve(out.size() + field.size() * sizeof(Stored));
  for (auto value : field) {
    auto stored = static_cast<Stored>(value);
    const char *p = reinterpret_cast<const char *>(&stored);
    out.insert(out.end(), p, p + sizeof(Stored));
  }
}

/// Elements from the message's typed fields, packed as raw_data would hold
/// them.
static void fromFields(const TensorProto &tensor, unsigned bits,
                       std::vector<char> &out) {
  switch (tensor.data_type()) {
  case TensorProto::FLOAT:
  case TensorProto::COMPLEX64:
    return appendAs<float>(out, tensor.float_data());
  case TensorProto::DOUBLE:
  case TensorProto::COMPLEX128:
    return appendAs<double>(out, tensor.double_data());
  case TensorProto::INT64:
    return appendAs<int64_t>(out, tensor.int64_data());
  case TensorProto::UINT32:
    return appendAs<uint32_t>(out, tensor.uint64_data());
  case TensorProto::UINT64:
    return appendAs<uint64_t>(out, tensor.uint64_data());
  default:
    // All smaller types share int32_data; those of less than a byte come
    // packed, a byte an entry.
    if (bits == 32)
      return appendAs<int32_t>(out, tensor.int32_data());
    if (bits == 16)
      return appendAs<uint16_t>(out, tensor.int32_data());
    return appendAs<uint8_t>(out, tensor.int32_data());
  }
}

FailureOr<TensorReader::Bytes>
TensorReader::bytesOf(const TensorProto &tensor, RankedTensorType type,
                      std::vector<char> &storage,
                      std::shared_ptr<llvm::MemoryBuffer> &owner,
                      Location loc) {
  unsigned bits = bitsOf(type.getElementType());
  // typeOf has bounded the count, so this is within 64 bits.
  uint64_t size = llvm::divideCeil(uint64_t(type.getNumElements()) * bits, 8);
  if (tensor.data_location() == TensorProto::EXTERNAL)
    return external(tensor, size, owner, loc);
  Bytes bytes;
  if (auto cut = file.dataOf(tensor)) {
    owner = file.buffer;
    bytes = *cut;
  } else {
    if (tensor.has_raw_data())
      storage.assign(tensor.raw_data().begin(), tensor.raw_data().end());
    else
      fromFields(tensor, bits, storage);
    bytes = storage;
  }
  if (bytes.size() != size)
    return emitError(loc) << "tensor '" << tensor.name() << "' should have "
                          << size << " bytes of data, but has " << bytes.size();
  return bytes;
}

/// Elements of less than a byte, a byte each, as attributes in the program hold
/// them.
static std::vector<char> unpack(ArrayRef<char> bytes, unsigned bits,
                                size_t count) {
  std::vector<char> unpacked(count);
  for (size_t i = 0; i < count; ++i)
    unpacked[i] = static_cast<char>(
        (uint8_t(bytes[i * bits / 8]) >> (i * bits % 8)) & ((1u << bits) - 1));
  return unpacked;
}

ElementsAttr TensorReader::make(RankedTensorType type, Bytes bytes,
                                std::vector<char> &&storage,
                                std::shared_ptr<llvm::MemoryBuffer> owner,
                                StringRef name) {
  Type element = type.getElementType();
  unsigned bits = bitsOf(element);
  bool isBool = element.isInteger(1);
  if (bytes.size() <= largestInline) {
    if (isBool) {
      SmallVector<bool> bools(
          llvm::map_range(bytes, [](char c) { return c != 0; }));
      return DenseElementsAttr::get(type, bools);
    }
    if (bits >= 8)
      return DenseElementsAttr::getFromRawBuffer(type, bytes);
    return DenseElementsAttr::getFromRawBuffer(
        type, unpack(bytes, bits, type.getNumElements()));
  }
  // What is not 0 is true; later phases count on 0 and 1.
  if (isBool && llvm::any_of(bytes, [](char c) { return c & ~1; })) {
    std::vector<char> bools;
    for (char c : bytes)
      bools.push_back(c != 0);
    storage = std::move(bools);
    owner = nullptr;
    bytes = storage;
  }
  AsmResourceBlob blob;
  if (owner) {
    size_t align = size_t(1) << llvm::countr_zero(
                       reinterpret_cast<uintptr_t>(bytes.data()) | 64);
    blob = UnmanagedAsmResourceBlob::allocateWithAlign(
        bytes, align,
        [owner](void *, size_t, size_t) mutable { owner.reset(); });
  } else {
    auto kept = std::make_shared<std::vector<char>>(std::move(storage));
    blob = UnmanagedAsmResourceBlob::allocateWithAlign(
        *kept, alignof(std::max_align_t),
        [kept](void *, size_t, size_t) mutable { kept.reset(); });
  }
  return DenseResourceElementsAttr::get(type, name.empty() ? "weight" : name,
                                        std::move(blob));
}

FailureOr<ElementsAttr> TensorReader::read(const TensorProto &tensor,
                                           Location loc) {
  FailureOr<RankedTensorType> type = typeOf(tensor, loc);
  if (failed(type))
    return failure();
  if (tensor.data_type() == TensorProto::STRING) {
    if (tensor.string_data_size() != type->getNumElements())
      return emitError(loc) << "tensor '" << tensor.name() << "' should have "
                            << type->getNumElements() << " strings, but has "
                            << tensor.string_data_size();
    SmallVector<StringRef> strings(tensor.string_data().begin(),
                                   tensor.string_data().end());
    return ElementsAttr(DenseStringElementsAttr::get(*type, strings));
  }
  std::vector<char> storage;
  std::shared_ptr<llvm::MemoryBuffer> owner;
  FailureOr<Bytes> bytes = bytesOf(tensor, *type, storage, owner, loc);
  if (failed(bytes))
    return failure();
  return make(*type, *bytes, std::move(storage), std::move(owner),
              tensor.name());
}

FailureOr<ElementsAttr>
TensorReader::read(const ::onnx::SparseTensorProto &sparse, Location loc) {
  StringRef name = sparse.values().name();
  TensorProto shape;
  shape.set_name(sparse.values().name());
  shape.set_data_type(sparse.values().data_type());
  *shape.mutable_dims() = sparse.dims();
  FailureOr<RankedTensorType> type = typeOf(shape, loc),
                              valuesType = typeOf(sparse.values(), loc),
                              indicesType = typeOf(sparse.indices(), loc);
  if (failed(type) || failed(valuesType) || failed(indicesType))
    return failure();
  unsigned bits = bitsOf(type->getElementType());
  int64_t count = valuesType->getNumElements(), rank = type->getRank();
  bool linear = indicesType->getRank() == 1;
  if (bits < 8 || valuesType->getRank() != 1 ||
      sparse.indices().data_type() != TensorProto::INT64 ||
      indicesType->getNumElements() != (linear ? count : count * rank) ||
      (!linear && indicesType->getRank() != 2))
    return emitError(loc) << "sparse tensor '" << name
                          << "': values and indices do not belong together";
  uint64_t size = uint64_t(type->getNumElements()) * (bits / 8);
  if (size > largestSparse)
    return emitError(loc) << "sparse tensor '" << name << "' would take "
                          << size << " bytes";
  std::vector<char> valueStorage, indexStorage;
  std::shared_ptr<llvm::MemoryBuffer> valueOwner, indexOwner;
  FailureOr<Bytes> values = bytesOf(sparse.values(), *valuesType, valueStorage,
                                    valueOwner, loc),
                   indices = bytesOf(sparse.indices(), *indicesType,
                                     indexStorage, indexOwner, loc);
  if (failed(values) || failed(indices))
    return failure();
  std::vector<char> dense(size);
  auto indexAt = [&](int64_t i) {
    int64_t index;
    std::memcpy(&index, indices->data() + i * sizeof index, sizeof index);
    return index;
  };
  for (int64_t i = 0; i < count; ++i) {
    int64_t position = linear ? indexAt(i) : 0;
    bool inside =
        !linear || (position >= 0 && position < type->getNumElements());
    for (int64_t d = 0; d < rank && !linear && inside; ++d) {
      int64_t index = indexAt(i * rank + d), dim = type->getDimSize(d);
      inside = index >= 0 && index < dim;
      position = position * dim + index;
    }
    if (!inside)
      return emitError(loc) << "sparse tensor '" << name << "': index " << i
                            << " is outside its shape";
    std::memcpy(dense.data() + position * (bits / 8),
                values->data() + i * (bits / 8), bits / 8);
  }
  Bytes bytes = dense;
  return make(*type, bytes, std::move(dense), nullptr, name);
}
