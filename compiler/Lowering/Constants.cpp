// SPDX-License-Identifier: Apache-2.0
// Constants on both sides of the lowering: reading those of the graph, and
// making lowered ones.
#include "compiler/Lowering/Constants.h"
#include "compiler/Lowering/Packed.h"

using namespace mlir;
using namespace cameo;

TypedAttr cameo::numberAttr(Type element, double value) {
  auto f = dyn_cast<FloatType>(element);
  if (!f)
    return numberAttr(element, int64_t(value));
  APFloat v(value);
  bool lossy;
  v.convert(f.getFloatSemantics(), APFloat::rmNearestTiesToEven, &lossy);
  return FloatAttr::get(f, v);
}

TypedAttr cameo::numberAttr(Type element, int64_t value) {
  if (isa<FloatType>(element))
    return numberAttr(element, double(value));
  if (isa<IndexType>(element))
    return IntegerAttr::get(element, value);
  return IntegerAttr::get(
      element, APInt(element.getIntOrFloatBitWidth(), uint64_t(value),
                     /*isSigned=*/true, /*implicitTrunc=*/true));
}

TypedAttr cameo::lowestAttr(Type element, bool isUnsigned) {
  if (auto f = dyn_cast<FloatType>(element))
    return FloatAttr::get(
        f, APFloat::getInf(f.getFloatSemantics(), /*Negative=*/true));
  unsigned w = element.getIntOrFloatBitWidth();
  return IntegerAttr::get(element, isUnsigned ? APInt::getZero(w)
                                              : APInt::getSignedMinValue(w));
}

TypedAttr cameo::highestAttr(Type element, bool isUnsigned) {
  if (auto f = dyn_cast<FloatType>(element))
    return FloatAttr::get(f, APFloat::getInf(f.getFloatSemantics()));
  unsigned w = element.getIntOrFloatBitWidth();
  return IntegerAttr::get(element, isUnsigned ? APInt::getMaxValue(w)
                                              : APInt::getSignedMaxValue(w));
}

static ElementsAttr constantElements(Value onnxValue) {
  ElementsAttr attr;
  return matchPattern(onnxValue, m_Constant(&attr)) ? attr : ElementsAttr();
}

/// The elements of a dense_resource blob, each given to `read` as its bits.
template <typename T>
static std::optional<SmallVector<T>> readBlob(DenseResourceElementsAttr attr,
                                              unsigned width,
                                              function_ref<T(uint64_t)> read) {
  AsmResourceBlob *blob = attr.getRawHandle().getBlob();
  size_t count = attr.getType().getNumElements();
  bool packed = width == 2 || width == 4;
  size_t bits = packed ? width : llvm::alignTo(width, 8);
  if (!blob || blob->getData().size() < llvm::divideCeil(count * bits, 8))
    return std::nullopt;
  const char *data = blob->getData().data();
  SmallVector<T> r(count);
  for (size_t i = 0; i < count; ++i) {
    uint64_t v = 0;
    std::memcpy(&v, data + i * bits / 8, llvm::divideCeil(bits, 8));
    r[i] = read(packed ? v >> i * bits % 8 & ((1u << bits) - 1) : v);
  }
  return r;
}

/// Text alone makes such constants, at no cost: a list of their elements may take
/// more memory than there is.
static bool isTooLong(ElementsAttr attr) {
  constexpr int64_t longest = int64_t(1) << 26;
  return attr.isSplat() && attr.getNumElements() > longest;
}

std::optional<SmallVector<int64_t>> cameo::constantInts(Value onnxValue) {
  return elementInts(constantElements(onnxValue));
}

std::optional<SmallVector<int64_t>> cameo::elementInts(ElementsAttr attr) {
  auto type =
      attr ? dyn_cast<IntegerType>(attr.getElementType()) : IntegerType();
  if (!type || type.getWidth() > 64 || isTooLong(attr))
    return std::nullopt;
  bool isUnsigned = Lowerer::isUnsigned(type);
  unsigned width = type.getWidth();
  if (auto dense = dyn_cast<DenseElementsAttr>(attr)) {
    SmallVector<int64_t> r;
    for (const APInt &v : dense.getValues<APInt>())
      r.push_back(isUnsigned ? v.getZExtValue() : v.getSExtValue());
    return r;
  }
  if (auto resource = dyn_cast<DenseResourceElementsAttr>(attr))
    return readBlob<int64_t>(resource, width, [&](uint64_t v) -> int64_t {
      return isUnsigned || width == 1 ? int64_t(v)
                                      : llvm::SignExtend64(v, width);
    });
  return std::nullopt;
}

std::optional<SmallVector<double>> cameo::constantFloats(Value onnxValue) {
  return elementFloats(constantElements(onnxValue));
}

std::optional<SmallVector<double>> cameo::elementFloats(ElementsAttr attr) {
  auto type = attr ? dyn_cast<FloatType>(attr.getElementType()) : FloatType();
  if (!type || type.getWidth() > 64 || isTooLong(attr))
    return std::nullopt;
  auto toDouble = [](APFloat v) {
    bool lossy;
    v.convert(APFloat::IEEEdouble(), APFloat::rmNearestTiesToEven, &lossy);
    return v.convertToDouble();
  };
  if (auto dense = dyn_cast<DenseElementsAttr>(attr)) {
    SmallVector<double> r;
    for (const APFloat &v : dense.getValues<APFloat>())
      r.push_back(toDouble(v));
    return r;
  }
  if (auto resource = dyn_cast<DenseResourceElementsAttr>(attr))
    return readBlob<double>(resource, type.getWidth(), [&](uint64_t v) {
      return toDouble(APFloat(type.getFloatSemantics(),
                              APInt(64, v).trunc(type.getWidth())));
    });
  return std::nullopt;
}

/// Elements of small attributes in another type, bit by bit.
static DenseElementsAttr mapElements(DenseElementsAttr dense, Type to) {
  unsigned width = to.getIntOrFloatBitWidth();
  Type from = dense.getElementType();
  if (isa<FloatType>(from))
    return dense.mapValues(
        to, function_ref<APInt(const APFloat &)>([&](const APFloat &v) {
          return v.bitcastToAPInt().zextOrTrunc(width);
        }));
  if (!isa<IntegerType>(from))
    return {};
  bool isUnsigned = Lowerer::isUnsigned(from);
  return dense.mapValues(
      to, function_ref<APInt(const APInt &)>([&](const APInt &v) {
        return isUnsigned ? v.zextOrTrunc(width) : v.sextOrTrunc(width);
      }));
}

TypedAttr cameo::convertElements(ElementsAttr attr) {
  auto type = cast<ShapedType>(attr.getType());
  Type from = type.getElementType(), to = Lowerer::convert(from);
  if (!from.isIntOrFloat() && !isa<ComplexType>(from))
    return {};
  if (from == to)
    return cast<TypedAttr>(attr);
  auto resource = dyn_cast<DenseResourceElementsAttr>(attr);
  // Packed data cannot be shared with what takes a byte an element.
  if (resource && storedType(from) == to)
    return DenseResourceElementsAttr::get(type.clone(to),
                                          resource.getRawHandle());
  auto dense = dyn_cast<DenseElementsAttr>(attr);
  return dense ? TypedAttr(mapElements(dense, to)) : TypedAttr();
}

TypedAttr cameo::storedElements(ElementsAttr attr) {
  auto type = cast<ShapedType>(attr.getType());
  Type to = storedType(type.getElementType());
  auto dense = dyn_cast<DenseElementsAttr>(attr);
  if (!isPacked(type) || (dense && dense.isSplat()))
    return convertElements(attr);
  if (auto resource = dyn_cast<DenseResourceElementsAttr>(attr))
    return DenseResourceElementsAttr::get(type.clone(to),
                                          resource.getRawHandle());
  return dense ? TypedAttr(mapElements(dense, to)) : TypedAttr();
}

Value cameo::constantTensor(Lowerer &l, ArrayRef<int64_t> values,
                            Type element) {
  auto type = RankedTensorType::get({int64_t(values.size())}, element);
  SmallVector<Attribute> attrs = llvm::map_to_vector(
      values, [&](int64_t v) -> Attribute { return numberAttr(element, v); });
  return arith::ConstantOp::create(l.b, l.loc,
                                   DenseElementsAttr::get(type, attrs));
}

Value cameo::rawTensor(Lowerer &l, ArrayRef<char> bytes,
                       RankedTensorType type) {
  // Beyond this, constants never become text.
  constexpr size_t smallBytes = 1024;
  if (bytes.size() <= smallBytes)
    return arith::ConstantOp::create(
        l.b, l.loc, DenseElementsAttr::getFromRawBuffer(type, bytes));
  return arith::ConstantOp::create(
      l.b, l.loc, type,
      DenseResourceElementsAttr::get(
          type, "table",
          HeapAsmResourceBlob::allocateAndCopyWithAlign(bytes, 64, false)));
}
