// SPDX-License-Identifier: Apache-2.0
// Views of tensors in the schedule, which are the same memory under other
// sizes, and elements that the host reads and writes.
#include "compiler/Memory/Bufferize.h"

using namespace mlir;

namespace cameo {

//===-- views and host scalars --------------------------------------------===//

/// Position of `indices` in row-major order; the value of a constant index if
/// all are.
OpFoldResult Bufferizer::linearIndex(const TensorValue &t, ValueRange indices) {
  OpFoldResult linear = b.getIndexAttr(0);
  for (auto [size, i] : llvm::zip_equal(t.sizes, indices)) {
    linear = multiply(linear, size);
    Value mapped = scalars.lookup(i);
    auto ci = getConstantIntValue(mapped), cl = getConstantIntValue(linear);
    if (ci && cl)
      linear = b.getIndexAttr(*ci + *cl);
    else if (cl == 0)
      linear = mapped;
    else
      linear = arith::AddIOp::create(b, loc, index(linear), mapped).getResult();
  }
  return linear;
}

LogicalResult Bufferizer::extract(tensor::ExtractOp op) {
  const TensorValue t = tensors[op.getTensor()];
  OpFoldResult linear = linearIndex(t, op.getIndices());
  if (auto c = getConstantIntValue(linear);
      c && !t.elements.empty() && *c >= 0 &&
      *c < static_cast<int64_t>(t.elements.size())) {
    scalars.map(op.getResult(), t.elements[*c]);
    return success();
  }
  if (isa<ComplexType>(op.getType()) || op.getType().isInteger(2) ||
      op.getType().isInteger(4))
    return op.emitError(
        "complex and packed scalars have no place in a schedule");
  auto ptr = pointer(t);
  if (failed(ptr))
    return failure();
  scalars.map(op.getResult(), loadElement(*ptr, index(linear), op.getType()));
  return success();
}

LogicalResult Bufferizer::insert(tensor::InsertOp op) {
  auto ptr = destination(op.getDest(), op);
  if (failed(ptr))
    return failure();
  const TensorValue t = tensors[op.getDest()];
  storeElement(scalars.lookup(op.getScalar()), *ptr,
               index(linearIndex(t, op.getIndices())));
  tensors[op.getResult()] = {op.getType(), *ptr, t.sizes, {}};
  return success();
}

/// The caller's buffer, or one of the schedule's own.
LogicalResult Bufferizer::cache(CacheOp op) {
  const TensorValue past = tensors[op.getPast()];
  auto type = cast<RankedTensorType>(op.getBuffer().getType());
  unsigned input = cast<BlockArgument>(op.getPast()).getArgNumber();
  std::string name;
  if (auto attr =
          op->getParentOfType<func::FuncOp>().getArgAttrOfType<StringAttr>(
              input, "cameo.name"))
    name = (" '" + attr.getValue() + "'").str();
  Value rows = scalars.lookup(op.getRows());
  SmallVector<OpFoldResult> sizes = past.sizes;
  OpFoldResult &size = sizes[op.getAxis()];
  Value pastRows = index(size);
  size = rows;
  auto own = allocate(sizes, type);
  if (failed(own))
    return failure();
  Value zero = arith::ConstantIndexOp::create(b, loc, 0);
  Value room = CacheCapacityOp::create(b, loc, op.getUpdateAttr());
  auto is = [&](arith::CmpIPredicate predicate, Value x, Value y) -> Value {
    return arith::CmpIOp::create(b, loc, predicate, x, y);
  };
  Value lent = is(arith::CmpIPredicate::ne, room, zero);
  auto select = [&](Value x, Value y) -> Value {
    return arith::SelectOp::create(b, loc, lent, x, y);
  };
  size = select(room, rows);
  CheckOp::create(
      b, loc, is(arith::CmpIPredicate::sge, index(size), rows),
      b.getStringAttr("input " + Twine(input) + name +
                      ": the buffer that is lent has room for fewer rows than "
                      "the run makes"));
  tensors[op.getBuffer()] = {type, select(past.ptr, *own), sizes, {}};
  scalars.map(op.getMissing(), select(zero, pastRows));
  return success();
}

void Bufferizer::checkEqual(OpFoldResult x, OpFoldResult y, StringRef message) {
  auto cx = getConstantIntValue(x), cy = getConstantIntValue(y);
  if (x == y || (cx && cy && *cx == *cy))
    return;
  // Constants that differ are no error here: a branch that is never taken, or a
  // loop built on the assumption that its sizes stay, may hold them.
  Value same = arith::CmpIOp::create(b, loc, arith::CmpIPredicate::eq, index(x),
                                     index(y));
  CheckOp::create(b, loc, same, b.getStringAttr(message));
}

LogicalResult Bufferizer::view(Value result, const TensorValue &source,
                               SmallVector<OpFoldResult> sizes) {
  auto type = cast<RankedTensorType>(result.getType());
  for (auto [size, d] : llvm::zip_equal(sizes, type.getShape()))
    if (!ShapedType::isDynamic(d)) {
      // A type may promise more than the sizes show; memory safety rests on it
      // being true.
      checkEqual(
          size, b.getIndexAttr(d),
          "a tensor's size differs from what the model's shapes promise");
      size = b.getIndexAttr(d);
    }
  tensors[result] = {
      type,          source.ptr,     std::move(sizes), source.elements,
      source.device, source.constant};
  return success();
}

LogicalResult Bufferizer::viewOp(Operation *op) {
  const TensorValue source = tensors[op->getOperand(0)];
  SmallVector<OpFoldResult> sizes;
  if (isa<tensor::CastOp>(op)) {
    sizes = source.sizes;
  } else if (auto words = dyn_cast<WordsOp>(op)) {
    sizes = source.sizes;
    sizes.back() = b.getIndexAttr(
        cast<RankedTensorType>(words.getType()).getShape().back());
  } else if (auto packed = dyn_cast<PackedOp>(op)) {
    ValueRange open = packed.getSizes();
    for (int64_t d : cast<RankedTensorType>(packed.getType()).getShape()) {
      if (!ShapedType::isDynamic(d)) {
        sizes.push_back(b.getIndexAttr(d));
        continue;
      }
      Value size = scalars.lookup(open.front());
      open = open.drop_front();
      auto c = getConstantIntValue(size);
      sizes.push_back(c ? OpFoldResult(b.getIndexAttr(*c))
                        : OpFoldResult(size));
    }
  } else if (auto expand = dyn_cast<tensor::ExpandShapeOp>(op)) {
    for (OpFoldResult s : expand.getMixedOutputShape())
      sizes.push_back(
          isa<Value>(s) ? OpFoldResult(scalars.lookup(cast<Value>(s))) : s);
    for (OpFoldResult &s : sizes)
      if (auto c = getConstantIntValue(s))
        s = b.getIndexAttr(*c);
  } else if (auto collapse = dyn_cast<tensor::CollapseShapeOp>(op)) {
    for (const ReassociationIndices &group :
         collapse.getReassociationIndices()) {
      OpFoldResult size = b.getIndexAttr(1);
      for (int64_t d : group)
        size = multiply(size, source.sizes[d]);
      sizes.push_back(size);
    }
  } else if (auto reshape = dyn_cast<tensor::ReshapeOp>(op)) {
    const TensorValue shape = tensors[reshape.getShape()];
    auto type = cast<RankedTensorType>(reshape.getType());
    for (auto [i, d] : llvm::enumerate(type.getShape())) {
      if (!ShapedType::isDynamic(d)) {
        sizes.push_back(b.getIndexAttr(d));
        continue;
      }
      Value v;
      if (!shape.elements.empty()) {
        v = shape.elements[i];
      } else {
        auto ptr = pointer(shape);
        if (failed(ptr))
          return failure();
        v = loadElement(*ptr, arith::ConstantIndexOp::create(b, loc, i),
                        shape.type.getElementType());
      }
      if (!v.getType().isIndex())
        v = b.createOrFold<arith::IndexCastOp>(loc, b.getIndexType(), v);
      auto c = getConstantIntValue(v);
      sizes.push_back(c ? OpFoldResult(b.getIndexAttr(*c)) : OpFoldResult(v));
    }
    // The same elements in another shape: as many of them, or memory would be
    // overrun.
    checkSameCount(source.sizes, sizes);
  }
  return view(op->getResult(0), source, std::move(sizes));
}

void Bufferizer::checkSameCount(ArrayRef<OpFoldResult> from,
                                ArrayRef<OpFoldResult> to) {
  auto count = [&](ArrayRef<OpFoldResult> sizes) {
    OpFoldResult n = b.getIndexAttr(1);
    for (OpFoldResult s : sizes)
      n = multiply(n, s);
    return n;
  };
  checkEqual(count(from), count(to), "a reshape to another number of elements");
}

} // namespace cameo
