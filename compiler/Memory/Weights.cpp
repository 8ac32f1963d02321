// SPDX-License-Identifier: Apache-2.0
#include "compiler/Memory/Weights.h"
#include "mlir/IR/BuiltinTypes.h"
#include "mlir/IR/DialectResourceBlobManager.h"
#include "mlir/IR/TypeUtilities.h"
#include "llvm/Support/MathExtras.h"
#include "llvm/Support/xxhash.h"

using namespace mlir;

int64_t cameo::elementBits(Type element) {
  if (isa<IndexType>(element))
    return 64;
  if (auto complex = dyn_cast<ComplexType>(element))
    return 2 * elementBits(complex.getElementType());
  if (!element.isIntOrFloat())
    return 0;
  int64_t bits = element.getIntOrFloatBitWidth();
  return bits == 2 || bits == 4 ? bits : llvm::alignTo(bits, 8);
}

int64_t cameo::bytesOfElements(int64_t count, Type element) {
  int64_t bits = elementBits(element);
  return bits < 8 ? llvm::divideCeil(count, 8 / bits) : count * (bits / 8);
}

/// Of elements that an attribute holds a byte each.
static std::vector<char> pack(ArrayRef<char> elements, bool isSplat,
                              int64_t count, int64_t bits) {
  std::vector<char> bytes(llvm::divideCeil(count * bits, 8));
  for (int64_t i = 0; i < count; ++i)
    bytes[i * bits / 8] |= static_cast<char>(
        (elements[isSplat ? 0 : i] & ((1 << bits) - 1)) << (i * bits % 8));
  return bytes;
}

LogicalResult cameo::withBytes(ElementsAttr value,
                               function_ref<void(ArrayRef<char>)> use) {
  auto type = cast<ShapedType>(value.getType());
  int64_t bits = elementBits(type.getElementType());
  if (bits == 0 || !type.hasStaticShape())
    return failure();
  size_t bytes = bytesOfElements(type.getNumElements(), type.getElementType());
  if (auto resource = dyn_cast<DenseResourceElementsAttr>(value)) {
    AsmResourceBlob *blob = resource.getRawHandle().getBlob();
    if (!blob || blob->getData().size() != bytes)
      return failure();
    use(blob->getData());
    return success();
  }
  auto dense = dyn_cast<DenseElementsAttr>(value);
  if (!dense)
    return failure();
  std::vector<char> expanded;
  if (type.getElementType().isInteger(1)) { // packed by the attribute
    for (bool v : dense.getValues<bool>())
      expanded.push_back(v);
  } else if (bits < 8) {
    ArrayRef<char> raw = dense.getRawData();
    if (static_cast<int64_t>(raw.size()) <
        (dense.isSplat() ? std::min<int64_t>(1, type.getNumElements())
                         : type.getNumElements()))
      return failure();
    expanded = pack(raw, dense.isSplat(), type.getNumElements(), bits);
  } else if (dense.isSplat()) {
    ArrayRef<char> element = dense.getRawData();
    if (static_cast<int64_t>(element.size()) != bits / 8)
      return failure();
    expanded.reserve(bytes);
    while (expanded.size() < bytes)
      expanded.insert(expanded.end(), element.begin(), element.end());
  } else if (dense.getRawData().size() == bytes) {
    use(dense.getRawData());
    return success();
  } else {
    return failure();
  }
  use(expanded);
  return success();
}

llvm::FailureOr<int64_t> cameo::WeightsLayout::add(ElementsAttr value) {
  if (auto it = byAttribute.find(value); it != byAttribute.end())
    return it->second;
  int64_t offset = -1;
  LogicalResult read = withBytes(value, [&](ArrayRef<char> bytes) {
    SmallVector<unsigned, 1> &equal =
        byHash[llvm::xxh3_64bits(ArrayRef<uint8_t>(
            reinterpret_cast<const uint8_t *>(bytes.data()), bytes.size()))];
    for (unsigned i : equal) {
      bool same = false;
      if (succeeded(withBytes(
              placed[i].first,
              [&](ArrayRef<char> other) { same = bytes == other; })) &&
          same) {
        offset = placed[i].second;
        return;
      }
    }
    offset = std::max<int64_t>(end, 64);
    equal.push_back(placed.size());
    placed.emplace_back(value, offset);
    end = llvm::alignTo(offset + bytes.size(), 64);
  });
  if (failed(read))
    return failure();
  byAttribute[value] = offset;
  return offset;
}
