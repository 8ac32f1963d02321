// SPDX-License-Identifier: Apache-2.0
// Which 3x3 convolutions on channels in blocks go Winograd's way, and their
// filters in that form; see ChannelLayouter.h.
#include "compiler/Kernels/ChannelLayouter.h"
#include "compiler/Kernels/WinogradTransform.h"
#include "mlir/IR/Matchers.h"

using namespace mlir;
using namespace cameo;

namespace {
/// Where sizes are not known: as in the middle of an image network.
constexpr int64_t assumedPixels = 56;
/// Bytes that a core reads in a cycle from its second-level cache.
constexpr double nearBytes = 32;
/// Winograd costs memory for its larger filters: it must save as much.
constexpr double worthwhile = 0.85;

/// Cycles of one core for a convolution. The filter comes from memory each time, unless all weights of the model stay in
/// the second-level cache.
struct ConvCost {
  double channelBlocks, filterBlocks, lanes;
  int64_t height, width, dilation;
  /// Of nine for each output: taps in the padding are not computed.
  double taps;
  bool near;
  const TargetDescription &target;

  double stream(double bytes) const {
    return bytes / (near ? nearBytes : double(target.streamBytes));
  }

  double filterBytes(double elements) const {
    return elements * channelBlocks * lanes * filterBlocks * lanes * 4;
  }
  /// Two multiply-adds of a vector a cycle.
  double products(double n) const {
    return n * channelBlocks * lanes * filterBlocks / 2;
  }

  double direct() const {
    double compute = products(taps * height * width) * 1.08;
    return std::max(compute, stream(filterBytes(9)));
  }
  double winograd(int64_t tile) const {
    auto tilesOf = [&](int64_t size) {
      return double(dilation *
                    llvm::divideCeil(llvm::divideCeil(size, dilation), tile));
    };
    double tiles = tilesOf(height) * tilesOf(width),
           points = (tile + 2) * (tile + 2);
    // Loads, butterflies and stores of one tile of one block of channels.
    double in = tile == 4 ? 150 : 50, out = tile == 4 ? 200 : 70;
    double transforms = tiles * (in * channelBlocks + out * filterBlocks);
    // Few tiles use a panel of the filter too little to fill the multipliers.
    double compute =
        products(points * std::max(tiles, near ? 4.0 : 8.0)) * 1.15;
    // Filters beyond the second-level cache come anew for each block of tiles.
    double perTile = points * channelBlocks * lanes * 4;
    double rounds =
        std::max(1.0, std::ceil(tiles * perTile / (target.l2Bytes / 2)));
    double bytes = filterBytes(points);
    if (bytes > target.l2Bytes / 2)
      bytes *= std::min(rounds, std::max(1.0, tiles / 48));
    return transforms + std::max(compute, stream(bytes));
  }
};
} // namespace

/// The tile of outputs for `conv` on blocked channels: 4, 2, or 0 for direct
/// convolution.
int64_t ChannelLayouter::chooseWinogradTile(ConvOp conv) {
  auto input = typeOf(conv.getInput()), filter = typeOf(conv.getFilter()),
       out = typeOf(conv.getOut());
  auto all = [](ArrayRef<int64_t> list, int64_t v) {
    return llvm::all_of(list, [&](int64_t x) { return x == v; });
  };
  // Integers in floats, whose sums are meant to stay integers.
  if (conv->hasAttr("cameo.exact"))
    return 0;
  if (winograd == WinogradUse::Off || conv.getSpatialRank() != 2 ||
      conv.getGroups() != 1 || filter.getDimSize(2) != 3 ||
      filter.getDimSize(3) != 3 || !all(conv.getStrides(), 1) ||
      conv.getDilations()[0] != conv.getDilations()[1] ||
      conv.getDilations()[0] > 8 ||
      !matchPattern(conv.getFilter(), m_Constant()))
    return 0;
  auto known = [](int64_t size) {
    return ShapedType::isDynamic(size) ? assumedPixels : size;
  };
  int64_t height = known(out.getDimSize(2)), width = known(out.getDimSize(3));
  ArrayRef<int64_t> pads = conv.getPads();
  auto perOutput = [](int64_t size, int64_t padding) {
    return std::max(1.0,
                    3.0 - double(padding) / double(std::max<int64_t>(1, size)));
  };
  ConvCost cost{double(llvm::divideCeil(input.getDimSize(1), c)),
                double(llvm::divideCeil(out.getDimSize(1), c)),
                double(c),
                height,
                width,
                conv.getDilations()[0],
                perOutput(height, pads[0] + pads[2]) *
                    perOutput(width, pads[1] + pads[3]),
                weightsStayNear,
                target};
  double direct = cost.direct(), two = cost.winograd(2),
         four = cost.winograd(4);
  int64_t best = winograd == WinogradUse::Auto && four < two * 0.9 ? 4 : 2;
  return (best == 4 ? four : two) < direct * worthwhile ? best : 0;
}

/// [M, C, 3, 3] → [M/p, (tile + 2)^2, C, p], with M and C padded to whole
/// blocks.
Value ChannelLayouter::winogradFilter(Location loc, Value filter,
                                      int64_t tile) {
  auto type = typeOf(filter);
  Type element = type.getElementType();
  WinogradTransform transform = WinogradTransform::get(tile);
  int64_t points = transform.inputs * transform.inputs;
  // Two blocks to a panel: as many as rows of tiles make a register tile of.
  int64_t blocks = llvm::divideCeil(type.getDimSize(0), c);
  int64_t panel = c * (blocks % 2 == 0 ? 2 : blocks % 3 == 0 ? 3 : 1);

  Value padded =
      padToMultiple(b, loc, padToMultiple(b, loc, filter, 1, c), 0, c);
  auto shape = typeOf(padded).getShape();
  // [9, M/p, C, p]
  AffineExpr tap = b.getAffineDimExpr(0), group = b.getAffineDimExpr(1),
             channel = b.getAffineDimExpr(2), lane = b.getAffineDimExpr(3);
  auto taps = AffineMap::get(
      4, 0, {group * panel + lane, channel, tap.floorDiv(3), tap % 3},
      b.getContext());
  Value tapsFirst = readThrough(
      b, loc, padded, taps,
      tensor::EmptyOp::create(
          b, loc, ArrayRef<int64_t>{9, shape[0] / panel, shape[1], panel},
          element));

  // Both dimensions at once: the Kronecker product of the transform with
  // itself.
  SmallVector<float> both;
  for (int64_t i = 0; i < points; ++i)
    for (int64_t t = 0; t < 9; ++t)
      both.push_back(transform.filter[i / transform.inputs][t / 3] *
                     transform.filter[i % transform.inputs][t % 3]);
  Value matrix = arith::ConstantOp::create(
      b, loc,
      DenseElementsAttr::get(RankedTensorType::get({points, 9}, element),
                             ArrayRef<float>(both)));
  Value empty = tensor::EmptyOp::create(
      b, loc, ArrayRef<int64_t>{shape[0] / panel, points, shape[1], panel},
      element);
  Value zero = arith::ConstantOp::create(b, loc, b.getZeroAttr(element));
  Value init =
      linalg::FillOp::create(b, loc, ValueRange{zero}, ValueRange{empty})
          .getResult(0);
  // Loops: panel, point, channel, lane, tap.
  auto d = [&](int64_t i) { return b.getAffineDimExpr(i); };
  SmallVector<AffineMap> maps{
      AffineMap::get(5, 0, {d(1), d(4)}, b.getContext()),
      AffineMap::get(5, 0, {d(4), d(0), d(2), d(3)}, b.getContext()),
      AffineMap::get(5, 0, {d(0), d(1), d(2), d(3)}, b.getContext())};
  SmallVector<utils::IteratorType> loops(4, utils::IteratorType::parallel);
  loops.push_back(utils::IteratorType::reduction);
  return linalg::GenericOp::create(
             b, loc, TypeRange{empty.getType()}, ValueRange{matrix, tapsFirst},
             ValueRange{init}, maps, loops,
             [](OpBuilder &n, Location at, ValueRange args) {
               Value product = arith::MulFOp::create(n, at, args[0], args[1]);
               linalg::YieldOp::create(
                   n, at,
                   arith::AddFOp::create(n, at, args[2], product).getResult());
             })
      .getResult(0);
}
