// SPDX-License-Identifier: Apache-2.0
// Convolutions and pooling on channels in blocks; see ChannelLayouter.h.
#include "compiler/Kernels/ChannelLayouter.h"
#include "compiler/Kernels/WinogradTransform.h"

using namespace mlir;
using namespace cameo;

/// First layers read that many plain channels, each as cheap as a blocked one.
static constexpr int64_t maxPlainChannels = 8;
/// Multiply-adds that another layout of one element costs as much as.
static constexpr int64_t conversionCost = 32;

/// [C, 1, k...] → [C/c, k..., c].
Value ChannelLayouter::depthwiseFilter(Location loc, Value filter) {
  auto type = typeOf(filter);
  int64_t rank = type.getRank();
  Value padded = padToMultiple(b, loc, filter, 0, c);
  SmallVector<int64_t> shape{
      cast<RankedTensorType>(padded.getType()).getDimSize(0) / c};
  SmallVector<AffineExpr> exprs{b.getAffineDimExpr(0) * c +
                                    b.getAffineDimExpr(rank - 1),
                                b.getAffineConstantExpr(0)};
  for (int64_t d = 2; d < rank; ++d) {
    shape.push_back(type.getDimSize(d));
    exprs.push_back(b.getAffineDimExpr(d - 1));
  }
  shape.push_back(c);
  Value empty = tensor::EmptyOp::create(b, loc, shape, type.getElementType());
  return readThrough(b, loc, padded,
                     AffineMap::get(rank, 0, exprs, b.getContext()), empty);
}

/// [M, g, k...] of groups of g inputs and outputs → [M/c, 1, k..., g, c].
Value ChannelLayouter::diagonalFilter(Location loc, Value filter) {
  auto type = typeOf(filter);
  int64_t filters = type.getDimSize(0), group = type.getDimSize(1),
          rank = type.getRank();
  SmallVector<int64_t> shape{static_cast<int64_t>(llvm::divideCeil(filters, c)),
                             1};
  llvm::append_range(shape, type.getShape().drop_front(2));
  shape.append({group, c});
  Value empty = tensor::EmptyOp::create(b, loc, shape, type.getElementType());
  SmallVector<AffineMap> maps{b.getMultiDimIdentityMap(shape.size())};
  SmallVector<utils::IteratorType> loops(shape.size(),
                                         utils::IteratorType::parallel);
  auto body = [&](OpBuilder &n, Location at, ValueRange) {
    auto index = [&](int64_t d) {
      return linalg::IndexOp::create(n, at, d).getResult();
    };
    auto constant = [&](int64_t v) {
      return arith::ConstantIndexOp::create(n, at, v).getResult();
    };
    Value in = index(rank), out = index(rank + 1);
    Value row = arith::AddIOp::create(
        n, at, arith::MulIOp::create(n, at, index(0), constant(c)), out);
    Value real = arith::CmpIOp::create(n, at, arith::CmpIPredicate::ult, row,
                                       constant(filters));
    SmallVector<Value> from{
        arith::MinUIOp::create(n, at, row, constant(filters - 1)), in};
    for (int64_t d = 2; d < rank; ++d)
      from.push_back(index(d));
    Value v = tensor::ExtractOp::create(n, at, filter, from);
    Value zero =
        arith::ConstantOp::create(n, at, n.getZeroAttr(type.getElementType()));
    Value result = arith::SelectOp::create(n, at, real, v, zero);
    linalg::YieldOp::create(n, at, result);
  };
  return linalg::GenericOp::create(b, loc, TypeRange{empty.getType()},
                                   ValueRange{}, ValueRange{empty}, maps, loops,
                                   body)
      .getResult(0);
}

/// Whether `conv` is better off with neighbouring outputs in lanes, on plain channels: few filters,
/// which would leave lanes of a block idle, or one a channel amid plain tensors.
bool ChannelLayouter::staysPlain(ConvOp conv) {
  auto filter = typeOf(conv.getFilter()), out = typeOf(conv.getOut());
  int64_t row = out.getShape().back(), filters = out.getDimSize(1), taps = 1;
  if (conv.getStrides().back() > 2 || (!ShapedType::isDynamic(row) && row < c))
    return false;
  if (conv.getGroups() > 1)
    return filter.getDimSize(1) == 1 && plain.contains(conv.getInput());
  for (int64_t k : filter.getShape().drop_front(2))
    taps *= k;
  int64_t inLanes = llvm::alignTo(filters, c);
  // Leaving the blocks costs a pass over the input.
  return blocked.count(conv.getInput())
             ? filters * taps + conversionCost < inLanes * taps
             : filters * 2 <= inLanes;
}

bool ChannelLayouter::convert(ConvOp conv) {
  auto input = typeOf(conv.getInput()), filter = typeOf(conv.getFilter()),
       out = typeOf(conv.getOut());
  if (takesBytes(conv, target))
    return convertBytes(conv);
  if (conv.getLayout() != Layout::NCHW || !out.getElementType().isF32() ||
      !input.getElementType().isF32() || !filter.hasStaticShape() ||
      input.isDynamicDim(1) || out.isDynamicDim(1))
    return false;
  int64_t groups = conv.getGroups(), channels = input.getDimSize(1),
          filters = out.getDimSize(1);
  int64_t perGroup = filter.getDimSize(1);
  if (groups < 1 || channels != perGroup * groups ||
      filters != filter.getDimSize(0) || channels == 0 || filters == 0 ||
      staysPlain(conv))
    return false;
  Location loc = conv.getLoc();
  bool depthwise = groups > 1 && perGroup == 1 && filters == channels;
  bool isBlocked = blocked.count(conv.getInput());
  Value x, w;
  int64_t tile = 0;
  if (depthwise) {
    x = blockedOf(conv.getInput());
    w = depthwiseFilter(loc, conv.getFilter());
  } else if (groups == 1 && !isBlocked && channels <= maxPlainChannels) {
    x = conv.getInput();
    w = toBlocks(b, loc, conv.getFilter(), 0, c);
  } else if (groups == 1 ||
             (perGroup % c == 0 && (filters / groups) % c == 0)) {
    x = blockedOf(conv.getInput());
    tile = chooseWinogradTile(conv);
    // [M, C, k...] → [M, C/c, k..., c] → [M/c, C/c, k..., c, c].
    w = tile ? winogradFilter(loc, conv.getFilter(), tile)
             : toBlocks(b, loc, toBlocks(b, loc, conv.getFilter(), 1, c), 0, c);
  } else if (perGroup == filters / groups && c % perGroup == 0) {
    // Several groups in one block: each lane reads the inputs of its own group.
    x = blockedOf(conv.getInput());
    w = diagonalFilter(loc, conv.getFilter());
    groups = typeOf(x).getDimSize(1);
  } else {
    return false;
  }
  Value empty = emptyLike(b, loc, blockedType(out, 1, c), conv.getOut());
  auto result = ConvOp::create(b, loc, empty.getType(), x, w, empty,
                               conv.getStrides(), conv.getDilations(),
                               conv.getPads(), groups, Layout::NCHWc);
  if (tile)
    setWinogradTile(result, tile);
  else if (groups == 1 && x != conv.getInput() && channels % c)
    // What lies behind them in the last block needs no products.
    result->setAttr("cameo.channels", b.getI64IntegerAttr(channels));
  // Zero filters.
  remember(conv.getResult(), result.getResult(), Padding::known(0));
  return true;
}

bool ChannelLayouter::convert(ConvTransposeOp conv) {
  auto input = typeOf(conv.getInput()), filter = typeOf(conv.getFilter()),
       out = typeOf(conv.getOut());
  if (conv.getLayout() != Layout::NCHW || !out.getElementType().isF32() ||
      !input.getElementType().isF32() || !filter.hasStaticShape() ||
      input.isDynamicDim(1) || out.isDynamicDim(1) || conv.getGroups() != 1 ||
      filter.getDimSize(0) != input.getDimSize(1) ||
      filter.getDimSize(1) != out.getDimSize(1) ||
      filter.getNumElements() == 0 ||
      llvm::any_of(conv.getDilations(), [](int64_t d) { return d != 1; }))
    return false;
  // What has too many phases stays plain; see compiler/CPU/DirectConv.cpp.
  int64_t phases = 1;
  for (int64_t s : conv.getStrides())
    if ((phases *= s) > 16)
      return false;
  Location loc = conv.getLoc();
  Value x = blockedOf(conv.getInput());
  // [C, M, k...] → [M/c, C/c, k..., c, c].
  Value padded = padToMultiple(
      b, loc, padToMultiple(b, loc, conv.getFilter(), 0, c), 1, c);
  int64_t rank = filter.getRank();
  auto paddedType = typeOf(padded);
  SmallVector<int64_t> shape{paddedType.getDimSize(1) / c,
                             paddedType.getDimSize(0) / c};
  SmallVector<AffineExpr> exprs{
      b.getAffineDimExpr(1) * c + b.getAffineDimExpr(rank),
      b.getAffineDimExpr(0) * c + b.getAffineDimExpr(rank + 1)};
  for (int64_t d = 2; d < rank; ++d) {
    shape.push_back(filter.getDimSize(d));
    exprs.push_back(b.getAffineDimExpr(d));
  }
  shape.append({c, c});
  Value packed = readThrough(
      b, loc, padded, AffineMap::get(rank + 2, 0, exprs, b.getContext()),
      tensor::EmptyOp::create(b, loc, shape, filter.getElementType()));
  Value empty = emptyLike(b, loc, blockedType(out, 1, c), conv.getOut());
  auto result = ConvTransposeOp::create(
      b, loc, empty.getType(), x, packed, empty, conv.getStrides(),
      conv.getDilations(), conv.getPads(), 1, Layout::NCHWc);
  remember(conv.getResult(), result.getResult(), Padding::known(0));
  return true;
}

bool ChannelLayouter::convert(PoolOp pool) {
  auto it = blocked.find(pool.getInput());
  if (pool.getLayout() != Layout::NCHW || it == blocked.end())
    return false;
  auto out = typeOf(pool.getOut());
  if (out.isDynamicDim(1))
    return false;
  Padding padding = it->second.padding;
  if (pool.getKind() != PoolKind::Max) {
    if (padding.kind != Padding::Known || padding.value != 0)
      padding = Padding::finite();
  } else if (isPadded(out)) {
    // A window that lies outside of the input altogether has an infinite
    // maximum.
    for (auto [d, k] : llvm::enumerate(pool.getKernel())) {
      int64_t reach = (k - 1) * pool.getDilations()[d];
      if (pool.getPads()[d] > reach ||
          pool.getPads()[d + pool.getSpatialRank()] > reach)
        return false;
    }
  }
  Location loc = pool.getLoc();
  Value empty = emptyLike(b, loc, blockedType(out, 1, c), pool.getOut());
  auto result = PoolOp::create(
      b, loc, empty.getType(), it->second.value, empty, pool.getKind(),
      pool.getKernel(), pool.getStrides(), pool.getDilations(), pool.getPads(),
      pool.getCountIncludePad(), pool.getIsUnsigned(), Layout::NCHWc);
  remember(pool.getResult(), result.getResult(), padding);
  return true;
}
