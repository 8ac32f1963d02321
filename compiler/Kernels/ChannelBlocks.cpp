// SPDX-License-Identifier: Apache-2.0
// Conversions between plain and channel-blocked tensors; see ChannelBlocks.h.
#include "compiler/Kernels/ChannelBlocks.h"

using namespace mlir;
using namespace cameo;

RankedTensorType cameo::blockedType(RankedTensorType type, int64_t dim,
                                    int64_t block) {
  SmallVector<int64_t> shape(type.getShape());
  shape[dim] = llvm::divideCeil(shape[dim], block);
  shape.push_back(block);
  return RankedTensorType::get(shape, type.getElementType());
}

Value cameo::emptyLike(OpBuilder &b, Location loc, RankedTensorType type,
                       Value like) {
  SmallVector<Value> sizes;
  for (int64_t d = 0; d < type.getRank(); ++d)
    if (type.isDynamicDim(d))
      sizes.push_back(b.createOrFold<tensor::DimOp>(loc, like, d));
  return tensor::EmptyOp::create(b, loc, type, sizes);
}

Value cameo::padToMultiple(OpBuilder &b, Location loc, Value tensor,
                           int64_t dim, int64_t block) {
  auto type = cast<RankedTensorType>(tensor.getType());
  int64_t missing =
      llvm::alignTo(type.getDimSize(dim), block) - type.getDimSize(dim);
  if (missing == 0)
    return tensor;
  SmallVector<OpFoldResult> low(type.getRank(), b.getIndexAttr(0)), high(low);
  high[dim] = b.getIndexAttr(missing);
  SmallVector<int64_t> shape(type.getShape());
  shape[dim] += missing;
  Value zero =
      arith::ConstantOp::create(b, loc, b.getZeroAttr(type.getElementType()));
  return tensor::PadOp::create(b, loc, type.clone(shape), tensor, low, high,
                               zero);
}

Value cameo::readThrough(OpBuilder &b, Location loc, Value source,
                         AffineMap map, Value empty) {
  auto type = cast<RankedTensorType>(empty.getType());
  SmallVector<AffineMap> maps{map, b.getMultiDimIdentityMap(type.getRank())};
  SmallVector<utils::IteratorType> loops(type.getRank(),
                                         utils::IteratorType::parallel);
  return linalg::GenericOp::create(
             b, loc, TypeRange{type}, ValueRange{source}, ValueRange{empty},
             maps, loops,
             [](OpBuilder &inner, Location at, ValueRange args) {
               linalg::YieldOp::create(inner, at, args[0]);
             })
      .getResult(0);
}

Value cameo::toBlocks(OpBuilder &b, Location loc, Value tensor, int64_t dim,
                      int64_t block) {
  auto type = cast<RankedTensorType>(tensor.getType());
  int64_t rank = type.getRank();
  Value padded = padToMultiple(b, loc, tensor, dim, block);
  SmallVector<AffineExpr> exprs;
  for (int64_t d = 0; d < rank; ++d)
    exprs.push_back(b.getAffineDimExpr(d));
  exprs[dim] = exprs[dim] * block + b.getAffineDimExpr(rank);
  Value empty = emptyLike(b, loc, blockedType(type, dim, block), tensor);
  return readThrough(b, loc, padded,
                     AffineMap::get(rank + 1, 0, exprs, b.getContext()), empty);
}

Value cameo::fromBlocks(OpBuilder &b, Location loc, Value blocked,
                        RankedTensorType type) {
  auto from = cast<RankedTensorType>(blocked.getType());
  int64_t rank = type.getRank(), block = from.getShape().back();
  ArrayRef<int64_t> rest = type.getShape().drop_front(2);
  if (type.getDimSize(1) % block == 0 &&
      llvm::all_of(rest, [](int64_t s) { return s == 1; })) {
    // The same elements in the same order.
    SmallVector<ReassociationIndices> groups(2);
    groups[0] = {0};
    for (int64_t d = 1; d < from.getRank(); ++d)
      groups[1].push_back(d);
    auto flat = RankedTensorType::get({type.getDimSize(0), type.getDimSize(1)},
                                      type.getElementType());
    Value result =
        tensor::CollapseShapeOp::create(b, loc, flat, blocked, groups);
    if (rank == 2)
      return result;
    SmallVector<ReassociationIndices> apart(2);
    apart[0] = {0};
    for (int64_t d = 1; d < rank; ++d)
      apart[1].push_back(d);
    SmallVector<OpFoldResult> sizes(rank, b.getIndexAttr(1));
    sizes[0] = tensor::getMixedSize(b, loc, blocked, 0);
    sizes[1] = b.getIndexAttr(type.getDimSize(1));
    return tensor::ExpandShapeOp::create(b, loc, type, result, apart, sizes);
  }
  SmallVector<AffineExpr> exprs;
  for (int64_t d = 0; d < rank; ++d)
    exprs.push_back(b.getAffineDimExpr(d));
  AffineExpr channel = exprs[1];
  exprs[1] = channel.floorDiv(block);
  exprs.push_back(channel % block);
  Value empty = emptyLike(b, loc, type, blocked);
  return readThrough(b, loc, blocked,
                     AffineMap::get(rank, 0, exprs, b.getContext()), empty);
}
