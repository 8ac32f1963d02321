// SPDX-License-Identifier: Apache-2.0
// Where attention's operands lie, and how tiles of them get to shared memory.
#include "compiler/GPU/Attention.h"
#include "mlir/Dialect/LLVMIR/NVVMDialect.h"

using namespace mlir;
using namespace cameo;

AttentionBlock::Operand AttentionBlock::operand(Value tensor, AffineMap map,
                                                bool ofScores, unsigned rowLoop,
                                                unsigned columnLoop, Value rows,
                                                Value columns) {
  Operand o;
  o.in = stridedOperand(e, tensor, map);
  if (!o.in) {
    e.error(c.values) << "an operand of attention must be in memory";
    failed = true;
    return o;
  }
  // One score for all: the operands stand still.
  if (ofScores)
    for (auto [loop, conditions] : llvm::zip(c.scoreLoops, c.fixed))
      for (Value condition : conditions) {
        Value &stride = o.in.strides[loop];
        if (!isConstantIntValue(stride, 0))
          stride = arith::SelectOp::create(e.b, e.scalar(condition), e.index(0),
                                           stride);
      }
  o.rows = rows;
  o.columns = columns;
  o.rowStride = o.in.strides[rowLoop];
  o.columnStride = o.in.strides[columnLoop];
  int64_t row = cast<RankedTensorType>(tensor.getType()).getShape().back();
  o.pieces =
      o.in.isUnit(columnLoop) && !ShapedType::isDynamic(row) && row % 4 == 0;
  return o;
}

/// At the function's entry: strides are for all blocks.
void AttentionBlock::readOperands() {
  SmallVector<AffineMap> maps = c.scores.getIndexingMapsArray();
  unsigned rank = c.scoreLoops.size(), queryLoop = c.scoreLoops[rank - 2],
           keyLoop = c.scoreLoops.back();
  q = operand(c.scores->getOperand(c.query), maps[c.query], true, queryLoop,
              c.depthLoop, queries, depth);
  k = operand(c.scores->getOperand(c.key), maps[c.key], true, keyLoop,
              c.depthLoop, keys, depth);
  v = operand(c.values->getOperand(c.value),
              c.values.getIndexingMapsArray()[c.value], false,
              c.valueLoops.back(), c.columnLoop, keys, e.index(columns));
}

/// This block's place and its operands' beginnings.
void AttentionBlock::place(Value unit, ValueRange counts) {
  Values at = e.delinearize(unit, counts);
  outer.assign(at.begin(), at.begin() + outerSizes.size());
  auto begin = [&](Operand &o, ArrayRef<unsigned> loops, unsigned count) {
    Values point(count);
    for (auto [loop, i] : llvm::zip(loops, outer))
      point[loop] = i;
    o.base = o.in.at(e, point);
  };
  begin(q, c.scoreLoops, c.scores.getNumLoops());
  begin(k, c.scoreLoops, c.scores.getNumLoops());
  begin(v, c.valueLoops, c.values.getNumLoops());
}

//===-- from memory to shared memory --------------------------------------===//

Value AttentionBlock::vectorAt(const Strided &s, Value index, int64_t width) {
  Type element = getElementTypeOrSelf(s.flat.getType()), i64 = e.b.getI64Type();
  auto *context = e.b.getContext();
  Value address = arith::IndexCastOp::create(
      e.b, i64, memref::ExtractAlignedPointerAsIndexOp::create(e.b, s.flat));
  Value pointer = LLVM::IntToPtrOp::create(
      e.b, LLVM::LLVMPointerType::get(context), address);
  pointer = LLVM::AddrSpaceCastOp::create(
      e.b, LLVM::LLVMPointerType::get(context, 1), pointer);
  Value place = LLVM::GEPOp::create(
      e.b, pointer.getType(), element, pointer,
      ArrayRef<LLVM::GEPArg>{
          arith::IndexCastOp::create(e.b, i64, index).getResult()});
  return LLVM::LoadOp::create(e.b, VectorType::get({width}, element), place,
                              width * element.getIntOrFloatBitWidth() / 8);
}

void AttentionBlock::fill(SharedArray &to, const Operand &from, Value row0,
                          Value from0, int64_t rows, int64_t length) {
  int64_t width = from.pieces ? 4 : 1;
  // Neighbouring threads take neighbours in memory.
  bool along = !isConstantIntValue(from.rowStride, 1) || from.pieces;
  Type f32 = e.b.getF32Type();
  Type type = width == 1 ? stored : VectorType::get({width}, stored);
  e.forLoop(threadId(e), e.index(rows * length / width), e.index(threads),
            [&](Value item) {
              Value by = e.index(along ? length / width : rows);
              Value a = divide(e, item, by), b = remainder(e, item, by);
              Value row = along ? a : b,
                    column = e.mul(along ? b : a, e.index(width));
              Value r = e.add(row0, row), x = e.add(from0, column);
              Value inside = arith::AndIOp::create(e.b, less(e, r, from.rows),
                                                   less(e, x, from.columns));
              auto branch = scf::IfOp::create(e.b, TypeRange(type), inside,
                                              /*withElseRegion=*/true);
              {
                OpBuilder::InsertionGuard guard(e.b);
                e.b.setInsertionPointToEnd(branch.elseBlock());
                Value zero = arith::ConstantOp::create(
                    e.b, type, cast<TypedAttr>(e.b.getZeroAttr(type)));
                scf::YieldOp::create(e.b, zero);
                e.b.setInsertionPointToEnd(branch.thenBlock());
                Value at = e.add(from.base, e.add(e.mul(r, from.rowStride),
                                                  e.mul(x, from.columnStride)));
                Value value = width == 1 ? loadScalar(e, from.in.flat, at)
                                         : vectorAt(from.in, at, width);
                value = form == Form::Threads
                            ? convertFloat(e, value, f32)
                            : roundFactor(e, multiplier, value);
                scf::YieldOp::create(e.b, value);
              }
              to.store(branch.getResult(0),
                       e.add(e.mul(row, e.index(rowLength)), column));
            });
}
