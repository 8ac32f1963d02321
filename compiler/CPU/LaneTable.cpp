// SPDX-License-Identifier: Apache-2.0
// Tables in registers; see LaneTable.h.
#include "compiler/CPU/LaneTable.h"
#include "mlir/Dialect/LLVMIR/LLVMDialect.h"

using namespace mlir;
using namespace cameo;

int64_t cameo::laneTableRegisters(const TargetDescription &target, Type element,
                                  int64_t count) {
  if (!target.laneTable || !(element.isF32() || element.isF64()) || count < 1)
    return 0;
  int64_t registers = llvm::PowerOf2Ceil(
      llvm::divideCeil(count, target.lanes(element.getIntOrFloatBitWidth())));
  return registers <= 4 ? registers : 0;
}

Value cameo::lookUp(KernelEmitter &e, ArrayRef<Value> table, Value indices) {
  auto type = cast<VectorType>(table[0].getType());
  int64_t lanes = type.getNumElements();
  bool isDouble = type.getElementType().isF64();
  // Indices are as wide as elements.
  if (isDouble)
    indices =
        arith::ExtUIOp::create(e.b, type.clone(e.b.getI64Type()), indices);
  auto call = [&](StringRef name, ValueRange operands) {
    return LLVM::CallIntrinsicOp::create(e.b, type, e.b.getStringAttr(name),
                                         operands)
        .getResult(0);
  };
  if (table.size() == 1)
    return call(isDouble ? "llvm.x86.avx512.permvar.df.512"
                         : "llvm.x86.avx512.permvar.sf.512",
                ValueRange{table[0], indices});
  auto ofTwo = [&](Value low, Value high) {
    return call(isDouble ? "llvm.x86.avx512.vpermi2var.pd.512"
                         : "llvm.x86.avx512.vpermi2var.ps.512",
                ValueRange{low, indices, high});
  };
  Value low = ofTwo(table[0], table[1]);
  if (table.size() == 2)
    return low;
  assert(table.size() == 4 && "a power of two, as laneTableRegisters says");
  auto of = [&](int64_t v) {
    auto index = cast<VectorType>(indices.getType());
    return arith::ConstantOp::create(
        e.b, DenseElementsAttr::get(
                 index, e.b.getIntegerAttr(index.getElementType(), v)));
  };
  Value bit = arith::AndIOp::create(e.b, indices, of(2 * lanes));
  Value upper =
      arith::CmpIOp::create(e.b, arith::CmpIPredicate::ne, bit, of(0));
  return arith::SelectOp::create(e.b, upper, ofTwo(table[2], table[3]), low);
}
