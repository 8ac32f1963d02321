// SPDX-License-Identifier: Apache-2.0
// Unpacking is a conversion element by element, which kernels that read the
// tensor take in; packing makes bytes, each of several elements.
#include "compiler/Lowering/Packed.h"
#include "compiler/Lowering/Scalars.h"
#include "mlir/Dialect/Linalg/IR/Linalg.h"
#include "mlir/Dialect/Tensor/IR/Tensor.h"

using namespace mlir;
using namespace cameo;

static unsigned widthOf(Type onnxType) {
  Type element = getElementTypeOrSelf(onnxType);
  return element.isIntOrFloat() ? element.getIntOrFloatBitWidth() : 0;
}

bool cameo::isPacked(Type onnxType) {
  return widthOf(onnxType) == 2 || widthOf(onnxType) == 4;
}

Type cameo::storedType(Type onnxType) {
  if (!isPacked(onnxType))
    return Lowerer::convert(onnxType);
  Type element = IntegerType::get(onnxType.getContext(), widthOf(onnxType));
  auto tensor = dyn_cast<RankedTensorType>(onnxType);
  return tensor ? tensor.clone(element) : element;
}

Value cameo::unpacked(Lowerer &l, Value stored, Type onnxType) {
  if (!isPacked(onnxType) || !isa<RankedTensorType>(stored.getType()))
    return stored;
  Type element = getElementTypeOrSelf(onnxType), byte = l.b.getI8Type();
  // Bits of floats, numbers of integers.
  bool isUnsigned = isa<FloatType>(element) || Lowerer::isUnsigned(element);
  return elementwise(l, byte, {stored}, [&](Scalars &s, ArrayRef<Scalar> v) {
    return isUnsigned ? Value(arith::ExtUIOp::create(s.b, s.loc, byte, v[0]))
                      : Value(arith::ExtSIOp::create(s.b, s.loc, byte, v[0]));
  });
}

/// What `lowered` was unpacked from; null if it was not.
static Value storedForm(Value lowered) {
  if (auto cast = lowered.getDefiningOp<tensor::CastOp>())
    return storedForm(cast.getSource());
  auto generic = lowered.getDefiningOp<linalg::GenericOp>();
  if (!generic || generic.getNumDpsInputs() != 1)
    return {};
  Value from = generic.getDpsInputs()[0];
  // Nothing but unpacked() reads elements narrower than a byte.
  auto element = dyn_cast<IntegerType>(getElementTypeOrSelf(from.getType()));
  return element && (element.getWidth() == 2 || element.getWidth() == 4)
             ? from
             : Value();
}

Value cameo::packed(Lowerer &l, Value lowered, Type onnxType) {
  auto type = dyn_cast<RankedTensorType>(lowered.getType());
  if (!isPacked(onnxType) || !type)
    return lowered;
  Type stored = storedType(type.clone(getElementTypeOrSelf(onnxType)));
  if (Value from = storedForm(lowered)) {
    if (from.getType() == stored)
      return from;
    if (cast<RankedTensorType>(from.getType()).getElementType() ==
        cast<RankedTensorType>(stored).getElementType())
      return tensor::CastOp::create(l.b, l.loc, stored, from);
  }
  int64_t bits = widthOf(onnxType), perByte = 8 / bits;
  Sizes shape = dims(l, lowered);
  OpFoldResult count = product(l, shape);
  Value flat = type.getRank() == 1 ? lowered : reshape(l, lowered, {count});
  Value n = toValue(l, count);
  OpFoldResult bytes =
      floorDiv(l, add(l, count, size(l, perByte - 1)), size(l, perByte));
  Value row = generate(
      l, {bytes}, l.b.getI8Type(), [&](Scalars &s, ArrayRef<Scalar> at) {
        Scalar byte = s.constant(s.b.getI8Type(), 0);
        for (int64_t k = 0; k < perByte; ++k) {
          Scalar i = at[0] * perByte + k;
          Scalar inside = i < s(n);
          // A byte exists for its first element, which is there.
          Scalar field =
              s.extract(flat, {s.select(inside, i, at[0] * perByte)});
          field = s.select(k == 0 ? s.boolean(true) : inside,
                           field & field.like((int64_t(1) << bits) - 1),
                           field.like(0));
          byte = byte | field.shl(field.like(k * bits));
        }
        return Value(byte);
      });
  SmallVector<Value> open;
  for (auto [i, d] : llvm::enumerate(shape))
    if (type.isDynamicDim(i))
      open.push_back(toValue(l, d));
  return PackedOp::create(l.b, l.loc, stored, row, open);
}
