// SPDX-License-Identifier: Apache-2.0
#include "compiler/Memory/Weights.h"
#include "mlir/IR/BuiltinTypes.h"
#include "mlir/IR/DialectResourceBlobManager.h"
#include "mlir/IR/TypeUtilities.h"
#include "llvm/Support/MathExtras.h"
#include "llvm/Support/xxhash.h"

using namespace mlir;

int64_t cameo::elementByteSize(Type element) {
  if (isa<IndexType>(element))
    return 8;
  if (auto complex = dyn_cast<ComplexType>(element))
    return 2 * elementByteSize(complex.getElementType());
  if (element.isIntOrFloat())
    return llvm::divideCeil(element.getIntOrFloatBitWidth(), 8);
  return 0;
}

LogicalResult cameo::withBytes(ElementsAttr value,
                               function_ref<void(ArrayRef<char>)> use) {
  auto type = cast<ShapedType>(value.getType());
  int64_t width = elementByteSize(type.getElementType());
  if (width == 0 || !type.hasStaticShape())
    return failure();
  size_t bytes = type.getNumElements() * width;
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
  } else if (dense.isSplat()) {
    ArrayRef<char> element = dense.getRawData();
    if (static_cast<int64_t>(element.size()) != width)
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
