// SPDX-License-Identifier: Apache-2.0
#include "compiler/Kernels/Sizes.h"
#include "dialects/Cameo/Cameo.h"
#include "dialects/Cameo/CameoCalls.h"
#include "mlir/Dialect/Affine/IR/AffineOps.h"
#include "mlir/Dialect/Tensor/IR/Tensor.h"

using namespace mlir;

static Value asValue(OpBuilder &b, Location loc, OpFoldResult f) {
  return getValueOrCreateConstantIndexOp(b, loc, f);
}

OpFoldResult cameo::sizeOf(OpBuilder &b, Location loc, Value tensor,
                           int64_t d) {
  auto type = cast<RankedTensorType>(tensor.getType());
  if (!type.isDynamicDim(d))
    return b.getIndexAttr(type.getDimSize(d));
  Operation *op = tensor.getDefiningOp();
  if (op) {
    if (auto dps = dyn_cast<DestinationStyleOpInterface>(op))
      return sizeOf(b, loc, dps.getTiedOpOperand(cast<OpResult>(tensor))->get(),
                    d);
    if (auto e = dyn_cast<tensor::EmptyOp>(op))
      return e.getDynamicSize(d);
    if (auto call = dyn_cast<HostCallOp>(op))
      if (Value size =
              call.getSizeOf(cast<OpResult>(tensor).getResultNumber(), d))
        return size;
    if (auto c = dyn_cast<tensor::CastOp>(op))
      return sizeOf(b, loc, c.getSource(), d);
    if (auto w = dyn_cast<cameo::WordsOp>(op)) // the last size is known
      return sizeOf(b, loc, w.getSource(), d);
    if (auto p = dyn_cast<cameo::PackedOp>(op))
      return p.getSizes()[type.getDynamicDimIndex(d)];
    if (auto i = dyn_cast<tensor::InsertSliceOp>(op))
      return sizeOf(b, loc, i.getDest(), d);
    if (auto e = dyn_cast<tensor::ExpandShapeOp>(op))
      return e.getMixedOutputShape()[d];
    if (auto c = dyn_cast<tensor::CollapseShapeOp>(op)) {
      Value product;
      // Named, for the loop's range must outlive its first expression.
      SmallVector<ReassociationIndices> groups = c.getReassociationIndices();
      for (int64_t s : groups[d]) {
        Value size = asValue(b, loc, sizeOf(b, loc, c.getSrc(), s));
        product = product
                      ? arith::MulIOp::create(b, loc, product, size).getResult()
                      : size;
      }
      return product;
    }
    if (auto s = dyn_cast<tensor::ExtractSliceOp>(op)) {
      llvm::SmallBitVector dropped = s.getDroppedDims();
      int64_t at = 0;
      for (auto [i, size] : llvm::enumerate(s.getMixedSizes()))
        if (!dropped[i] && at++ == d)
          return size;
    }
    if (auto p = dyn_cast<tensor::PadOp>(op)) {
      AffineExpr x, y, z;
      bindDims(b.getContext(), x, y, z);
      return affine::makeComposedFoldedAffineApply(
          b, loc, x + y + z,
          {sizeOf(b, loc, p.getSource(), d), p.getMixedLowPad()[d],
           p.getMixedHighPad()[d]});
    }
  }
  return tensor::DimOp::create(b, loc, tensor, d).getResult();
}

SmallVector<Value> cameo::dynamicSizesOf(OpBuilder &b, Location loc,
                                         Value tensor) {
  SmallVector<Value> result;
  auto type = cast<RankedTensorType>(tensor.getType());
  for (int64_t d = 0; d < type.getRank(); ++d)
    if (type.isDynamicDim(d))
      result.push_back(asValue(b, loc, sizeOf(b, loc, tensor, d)));
  return result;
}
