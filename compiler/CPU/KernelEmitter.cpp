// SPDX-License-Identifier: Apache-2.0
// Buffers, sizes, index arithmetic and loops of KernelEmitter. Evaluation is in Evaluator.cpp.
#include "compiler/CPU/KernelEmitter.h"

using namespace mlir;
using namespace cameo;

KernelEmitter::KernelEmitter(KernelOp kernel, func::FuncOp func, bool isBody,
                             const TargetDescription &target)
    : kernel(kernel), target(target), b(kernel.getLoc(), kernel.getContext()) {
  Block &block = func.getBody().front();
  b.setInsertionPointToStart(&block);
  // Marks where the entry's code ends; goes away as dead code.
  entryEnd = arith::ConstantIndexOp::create(b, 0);
  for (auto [from, to] :
       llvm::zip(kernel.getBody().front().getArguments(), block.getArguments()))
    (isa<TensorType>(from.getType()) ? buffers : scalars)[from] = to;
  if (isBody) {
    scratch = block.getArguments().take_back(1)[0];
    end = block.getArguments().take_back(2)[0];
    begin = block.getArguments().take_back(3)[0];
  }
}

//===-- buffers, sizes, scalars -------------------------------------------===//

Value KernelEmitter::buffer(Value tensor) {
  if (auto it = buffers.find(tensor); it != buffers.end())
    return it->second;
  Operation *op = tensor.getDefiningOp();
  if (!op ||
      !isa<tensor::CastOp, tensor::ExpandShapeOp, tensor::CollapseShapeOp>(op))
    return {};
  Value source = buffer(op->getOperand(0));
  if (!source)
    return {};
  auto type = cast<RankedTensorType>(tensor.getType());
  auto memrefType = MemRefType::get(type.getShape(), type.getElementType());
  Value result = atEntry([&]() -> Value {
    if (isa<tensor::CastOp>(op))
      return memref::CastOp::create(b, memrefType, source);
    if (auto expand = dyn_cast<tensor::ExpandShapeOp>(op)) {
      SmallVector<OpFoldResult> shape;
      for (int64_t i = 0; i < type.getRank(); ++i)
        shape.push_back(type.isDynamicDim(i)
                            ? OpFoldResult(dim(tensor, i))
                            : OpFoldResult(b.getIndexAttr(type.getDimSize(i))));
      return memref::ExpandShapeOp::create(
          b, memrefType, source, expand.getReassociationIndices(), shape);
    }
    return memref::CollapseShapeOp::create(
        b, memrefType, source,
        cast<tensor::CollapseShapeOp>(op).getReassociationIndices());
  });
  return buffers[tensor] = result;
}

KernelEmitter::Target KernelEmitter::result(unsigned i) {
  Target t{kernel.getReturn().getValues()[i], out(i)};
  while (Operation *op = t.tensor.getDefiningOp()) {
    auto reshape = [&](Value source) {
      auto type = cast<RankedTensorType>(source.getType());
      return MemRefType::get(type.getShape(), type.getElementType());
    };
    if (auto insert = dyn_cast<tensor::InsertSliceOp>(op)) {
      // A slice of the destination, which keeps the rest.
      if (insert.getDest() != kernel.getOut(i))
        break;
      SmallVector<OpFoldResult> sizes, strides(insert.getMixedStrides());
      for (Value size : dims(insert.getSource()))
        sizes.push_back(getAsOpFoldResult(size));
      t.memref = atEntry([&] {
        SmallVector<OpFoldResult> offsets = insert.getMixedOffsets();
        for (OpFoldResult &offset : offsets)
          if (auto v = dyn_cast<Value>(offset))
            offset = getAsOpFoldResult(scalar(v));
        return memref::SubViewOp::create(b, t.memref, offsets, sizes, strides)
            .getResult();
      });
    } else if (auto expand = dyn_cast<tensor::ExpandShapeOp>(op)) {
      t.memref = atEntry([&] {
        return memref::CollapseShapeOp::create(b, reshape(expand.getSrc()),
                                               t.memref,
                                               expand.getReassociationIndices())
            .getResult();
      });
    } else if (auto collapse = dyn_cast<tensor::CollapseShapeOp>(op)) {
      SmallVector<OpFoldResult> shape;
      for (int64_t d = 0; d < collapse.getSrcType().getRank(); ++d)
        shape.push_back(getAsOpFoldResult(dim(collapse.getSrc(), d)));
      t.memref = atEntry([&] {
        // Of a slice, too: its strides go on.
        FailureOr<MemRefType> type = memref::ExpandShapeOp::computeExpandedType(
            cast<MemRefType>(t.memref.getType()),
            collapse.getSrcType().getShape(),
            collapse.getReassociationIndices());
        assert(succeeded(type) && "a dimension of a slice can be split");
        return memref::ExpandShapeOp::create(b, *type, t.memref,
                                             collapse.getReassociationIndices(),
                                             shape)
            .getResult();
      });
    } else {
      break;
    }
    t.tensor = op->getOperand(0);
  }
  return t;
}

void KernelEmitter::bindRowScalar(Value tensor, Value scalar) {
  if (scalar)
    rowScalars[tensor] = scalar;
  else
    rowScalars.erase(tensor);
}

void KernelEmitter::bindRow(Value tensor, Value memref, int64_t rowDims) {
  if (memref)
    rows[tensor] = {memref, rowDims};
  else
    rows.erase(tensor);
}

void KernelEmitter::storeRow(Value tensor, Value memref, int64_t rowDims) {
  if (memref)
    storedRows[tensor] = {memref, rowDims};
  else
    storedRows.erase(tensor);
}

Value KernelEmitter::scalar(Value v) {
  if (auto it = scalars.find(v); it != scalars.end())
    return it->second;
  Operation *op = v.getDefiningOp();
  if (!op) {
    error(kernel) << "scalar of a nested block";
    return {};
  }
  if (auto dimOp = dyn_cast<tensor::DimOp>(op))
    if (auto d = dimOp.getConstantIndex())
      return scalars[v] = dim(dimOp.getSource(), *d);
  if (auto extract = dyn_cast<tensor::ExtractOp>(op)) {
    SmallVector<Value> indices;
    for (Value i : extract.getIndices())
      if (indices.push_back(scalar(i)); !indices.back())
        return {};
    return scalars[v] = atEntry(
               [&] { return evaluate(extract.getTensor(), indices, -1, 1); });
  }
  if (op->getNumRegions() != 0 || !isPure(op) ||
      llvm::any_of(op->getOperandTypes(), llvm::IsaPred<TensorType>)) {
    error(op) << "not a scalar computation";
    return {};
  }
  IRMapping map;
  for (Value operand : op->getOperands()) {
    Value s = scalar(operand);
    if (!s)
      return {};
    map.map(operand, s);
  }
  Operation *clone = atEntry([&] { return b.clone(*op, map); });
  for (auto [from, to] : llvm::zip(op->getResults(), clone->getResults()))
    scalars[from] = to;
  return scalars[v];
}

Value KernelEmitter::index(int64_t value) {
  Value &c = constants[value];
  if (!c) {
    // Constants come before all else at the entry.
    OpBuilder::InsertionGuard guard(b);
    b.setInsertionPointToStart(entryEnd->getBlock());
    c = arith::ConstantIndexOp::create(b, value);
  }
  return c;
}

Value KernelEmitter::dim(Value tensor, int64_t d) {
  auto type = cast<RankedTensorType>(tensor.getType());
  if (!type.isDynamicDim(d))
    return index(type.getDimSize(d));
  if (auto it = sizes.find({tensor, d}); it != sizes.end())
    return it->second;
  auto fold = [&](OpFoldResult f) -> Value {
    if (auto v = dyn_cast<Value>(f))
      return scalar(v);
    return index(cast<IntegerAttr>(cast<Attribute>(f)).getInt());
  };
  Value size = atEntry([&]() -> Value {
    auto it = buffers.find(tensor);
    if (it != buffers.end())
      return memref::DimOp::create(b, it->second, index(d));
    Operation *op = tensor.getDefiningOp();
    if (!op)
      return {};
    if (auto dps = dyn_cast<DestinationStyleOpInterface>(op))
      return dim(dps.getTiedOpOperand(cast<OpResult>(tensor))->get(), d);
    return TypeSwitch<Operation *, Value>(op)
        .Case([&](tensor::EmptyOp e) { return scalar(e.getDynamicSize(d)); })
        .Case([&](tensor::CastOp c) { return dim(c.getSource(), d); })
        .Case([&](tensor::InsertSliceOp i) { return dim(i.getDest(), d); })
        .Case([&](tensor::ExpandShapeOp e) -> Value {
          return fold(e.getMixedOutputShape()[d]);
        })
        .Case([&](tensor::CollapseShapeOp c) -> Value {
          Value p = index(1);
          // Named, for the loop's range must outlive its first expression.
          SmallVector<ReassociationIndices> groups =
              c.getReassociationIndices();
          for (int64_t s : groups[d])
            p = mul(p, dim(c.getSrc(), s));
          return p;
        })
        .Case([&](tensor::ExtractSliceOp e) -> Value {
          llvm::SmallBitVector dropped = e.getDroppedDims();
          int64_t at = 0;
          for (auto [i, size] : llvm::enumerate(e.getMixedSizes()))
            if (!dropped[i] && at++ == d)
              return fold(size);
          return {};
        })
        .Case([&](tensor::PadOp p) -> Value {
          return add(add(fold(p.getMixedLowPad()[d]), dim(p.getSource(), d)),
                     fold(p.getMixedHighPad()[d]));
        })
        .Default([](Operation *) { return Value(); });
  });
  if (!size) {
    error(tensor.getDefiningOp() ? tensor.getDefiningOp()
                                 : kernel.getOperation())
        << "size of a dimension is unknown";
    size = index(1);
  }
  return sizes[{tensor, d}] = size;
}

SmallVector<Value> KernelEmitter::dims(Value tensor) {
  SmallVector<Value> result;
  for (int64_t d = 0, e = cast<RankedTensorType>(tensor.getType()).getRank();
       d < e; ++d)
    result.push_back(dim(tensor, d));
  return result;
}

SmallVector<Value> KernelEmitter::loopSizes(linalg::LinalgOp op) {
  SmallVector<Value> result(op.getNumLoops());
  // A static size wins over the equal dynamic one of another operand.
  for (bool wantStatic : {true, false})
    for (OpOperand &operand : op->getOpOperands()) {
      auto type = dyn_cast<RankedTensorType>(operand.get().getType());
      if (!type)
        continue;
      for (auto [pos, expr] :
           llvm::enumerate(op.getMatchingIndexingMap(&operand).getResults()))
        if (auto d = dyn_cast<AffineDimExpr>(expr))
          if (Value &size = result[d.getPosition()];
              !size && (!wantStatic || !type.isDynamicDim(pos)))
            size = dim(operand.get(), pos);
    }
  for (Value &size : result)
    if (!size) {
      error(op) << "a loop's size follows from no operand";
      size = index(1);
    }
  return result;
}

//===-- index arithmetic --------------------------------------------------===//

Value KernelEmitter::add(Value x, Value y) {
  return b.createOrFold<arith::AddIOp>(x, y);
}
Value KernelEmitter::sub(Value x, Value y) {
  return b.createOrFold<arith::SubIOp>(x, y);
}
Value KernelEmitter::mul(Value x, Value y) {
  return b.createOrFold<arith::MulIOp>(x, y);
}
Value KernelEmitter::min(Value x, Value y) {
  return x == y ? x : b.createOrFold<arith::MinSIOp>(x, y);
}
Value KernelEmitter::max(Value x, Value y) {
  return x == y ? x : b.createOrFold<arith::MaxSIOp>(x, y);
}
Value KernelEmitter::divUp(Value x, Value y) {
  if (isConstantIntValue(y, 1))
    return x;
  return b.createOrFold<arith::DivUIOp>(sub(add(x, y), index(1)), y);
}
Value KernelEmitter::product(ValueRange values) {
  Value p = index(1);
  for (Value v : values)
    p = mul(p, v);
  return p;
}

SmallVector<Value> KernelEmitter::delinearize(Value linear, ValueRange by) {
  SmallVector<Value> result(by.size());
  for (int64_t i = by.size() - 1; i >= 0; --i) {
    if (i == 0) {
      result[i] = linear;
    } else if (isConstantIntValue(by[i], 1)) {
      result[i] = index(0);
    } else {
      result[i] = b.createOrFold<arith::RemUIOp>(linear, by[i]);
      linear = b.createOrFold<arith::DivUIOp>(linear, by[i]);
    }
  }
  return result;
}

//===-- loops -------------------------------------------------------------===//

void KernelEmitter::forLoop(Value lb, Value ub, Value step,
                            function_ref<void(Value)> body) {
  auto loop = scf::ForOp::create(b, lb, ub, step);
  OpBuilder::InsertionGuard guard(b);
  b.setInsertionPoint(loop.getBody()->getTerminator());
  body(loop.getInductionVar());
}

SmallVector<Value> KernelEmitter::forLoop(
    Value lb, Value ub, Value step, ValueRange inits,
    function_ref<SmallVector<Value>(Value, ValueRange)> body) {
  auto loop = scf::ForOp::create(b, lb, ub, step, inits);
  OpBuilder::InsertionGuard guard(b);
  if (inits.empty())
    b.setInsertionPoint(loop.getBody()->getTerminator());
  else
    b.setInsertionPointToEnd(loop.getBody());
  SmallVector<Value> next =
      body(loop.getInductionVar(), loop.getRegionIterArgs());
  if (!inits.empty())
    scf::YieldOp::create(b, next);
  return SmallVector<Value>(loop.getResults());
}
