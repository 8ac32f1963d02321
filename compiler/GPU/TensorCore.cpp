// SPDX-License-Identifier: Apache-2.0
#include "compiler/GPU/TensorCore.h"
#include "mlir/Dialect/LLVMIR/NVVMDialect.h"
#include "llvm/ADT/StringSwitch.h"

using namespace mlir;
using namespace cameo;

Multiplier cameo::multiplierFor(KernelOp kernel, Type lhs, Type rhs, Type sum) {
  if (!sum.isF32() || lhs != rhs)
    return Multiplier::Exact;
  if (lhs.isF16())
    return Multiplier::F16;
  if (lhs.isBF16())
    return Multiplier::BF16;
  auto gpu = kernel->getParentOp()->getAttrOfType<DictionaryAttr>("cameo.gpu");
  auto math = gpu ? gpu.getAs<StringAttr>("math") : StringAttr();
  return llvm::StringSwitch<Multiplier>(math ? math.getValue() : "")
      .Case("tf32", Multiplier::TF32)
      .Case("fp16", Multiplier::F16)
      .Case("bf16", Multiplier::BF16)
      .Default(Multiplier::Exact);
}

Type cameo::factorType(KernelEmitter &e, Multiplier m) {
  return m == Multiplier::F16    ? Type(e.b.getF16Type())
         : m == Multiplier::BF16 ? Type(e.b.getBF16Type())
                                 : Type(e.b.getI32Type());
}

Value cameo::roundFactor(KernelEmitter &e, Multiplier m, Value v) {
  if (isBytes(m))
    return v;
  auto vector = dyn_cast<VectorType>(v.getType());
  auto typed = [&](Type element) -> Type {
    return vector ? Type(vector.clone(element)) : element;
  };
  Type factor = typed(factorType(e, m));
  if (v.getType() == factor && m != Multiplier::TF32)
    return v;
  if (m != Multiplier::TF32)
    return arith::TruncFOp::create(e.b, factor, v);
  // To the nearest of 10 bits, ties away from zero, as cvt.rna.tf32.f32;
  // infinities stay, and a NaN keeps its leading bit.
  auto i32 = [&](int32_t c) -> Value {
    Attribute number = e.b.getI32IntegerAttr(c);
    if (vector)
      number = DenseElementsAttr::get(cast<ShapedType>(factor), number);
    return arith::ConstantOp::create(e.b, cast<TypedAttr>(number));
  };
  Value bits = v.getType() == factor
                   ? v
                   : arith::BitcastOp::create(e.b, factor, v).getResult();
  Value up = arith::AddIOp::create(e.b, bits, i32(0x1000));
  Value finite = arith::CmpIOp::create(
      e.b, arith::CmpIPredicate::ult,
      arith::AndIOp::create(e.b, bits, i32(0x7fffffff)), i32(0x7f800000));
  return arith::AndIOp::create(e.b,
                               arith::SelectOp::create(e.b, finite, up, bits),
                               i32(int32_t(0xffffe000)));
}

SmallVector<Value> cameo::multiplyFragments(KernelEmitter &e, Multiplier m,
                                            const Fragment &a,
                                            const Fragment &b,
                                            ValueRange sums) {
  using NVVM::MMALayout;
  using NVVM::MMATypes;
  Type sum = sums[0].getType();
  auto result =
      LLVM::LLVMStructType::getLiteral(e.b.getContext(), {sum, sum, sum, sum});
  std::array<MMALayout, 2> layouts{MMALayout::row, MMALayout::col};
  auto values = [&](Value all) {
    SmallVector<Value> values;
    for (int64_t i = 0; i < 4; ++i)
      values.push_back(LLVM::ExtractValueOp::create(e.b, all, i));
    return values;
  };
  if (isBytes(m)) {
    bool first = m == Multiplier::BytesUS;
    return values(NVVM::MmaOp::create(
        e.b, result, a.parts, b.parts, sums, {16, 8, 32}, std::nullopt,
        NVVM::MMAIntOverflow::wrapped,
        std::array<MMATypes, 2>{first ? MMATypes::u8 : MMATypes::s8,
                                first ? MMATypes::s8 : MMATypes::u8},
        layouts));
  }
  MMATypes type = m == Multiplier::F16    ? MMATypes::f16
                  : m == Multiplier::BF16 ? MMATypes::bf16
                                          : MMATypes::tf32;
  return values(NVVM::MmaOp::create(
      e.b, result, a.parts, b.parts, sums, {16, 8, depthOf(m)}, std::nullopt,
      std::nullopt, std::array<MMATypes, 2>{type, type}, layouts));
}

SmallVector<Value> cameo::loadMatrices(KernelEmitter &e, Multiplier m,
                                       Value address, bool transposed) {
  Type i32 = e.b.getI32Type();
  auto type =
      LLVM::LLVMStructType::getLiteral(e.b.getContext(), {i32, i32, i32, i32});
  Value all = NVVM::LdMatrixOp::create(
      e.b, type, address, 4,
      transposed ? NVVM::MMALayout::col : NVVM::MMALayout::row,
      NVVM::LdStMatrixShapeAttr::get(e.b.getContext(), 8, 8),
      NVVM::LdStMatrixEltType::B16);
  SmallVector<Value> words;
  for (int64_t i = 0; i < 4; ++i) {
    Value v = LLVM::ExtractValueOp::create(e.b, all, i);
    if (m == Multiplier::F16)
      v = LLVM::BitcastOp::create(e.b, VectorType::get({2}, e.b.getF16Type()),
                                  v);
    words.push_back(v);
  }
  return words;
}
