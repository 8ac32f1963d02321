// SPDX-License-Identifier: Apache-2.0
// Convolution with neighbouring outputs in lanes; see PixelConv.h.
#include "compiler/CPU/PixelConv.h"

using namespace mlir;
using namespace cameo;

/// Vectors of an image that is taken as one row: all its tiles stand in the
/// code.
static constexpr int64_t mostFlattened = 16;
/// Units of work to leave for the cores to share.
static constexpr int64_t leastUnits = 16;

bool cameo::isPixelConv(ConvOp conv, const TargetDescription &target) {
  auto input = cast<RankedTensorType>(conv.getInput().getType());
  auto filter = cast<RankedTensorType>(conv.getFilter().getType());
  auto out = cast<RankedTensorType>(conv.getOut().getType());
  int64_t rank = conv.getSpatialRank(), groups = conv.getGroups();
  Type element = out.getElementType();
  if (conv.getLayout() != Layout::NCHW || rank < 1 ||
      !filter.hasStaticShape() || !isa<FloatType, IntegerType>(element) ||
      input.getElementType() != element || filter.getElementType() != element ||
      groups < 1 || conv.getStrides().back() > 2 ||
      filter.getRank() != rank + 2 || input.getRank() != rank + 2 ||
      out.getRank() != rank + 2 || filter.getDimSize(0) != out.getDimSize(1) ||
      out.getDimSize(1) % groups != 0 ||
      input.getDimSize(1) != filter.getDimSize(1) * groups ||
      filter.getNumElements() == 0)
    return false;
  int64_t lanes = target.lanes(std::max(32u, element.getIntOrFloatBitWidth()));
  int64_t row = out.getShape().back();
  return lanes > 1 && (ShapedType::isDynamic(row) || row * 4 >= lanes);
}

/// Half precision is summed in single.
static Type sumType(Type element) {
  return isa<FloatType>(element) && element.getIntOrFloatBitWidth() < 32
             ? Float32Type::get(element.getContext())
             : element;
}

PixelConvEmitter::PixelConvEmitter(ConvOp conv, KernelEmitter &e)
    : conv(conv), e(e), element(getElementTypeOrSelf(conv.getFilter())),
      sum(sumType(element)),
      lanes(e.target.lanes(std::max(32u, sum.getIntOrFloatBitWidth()))),
      window(Window(e, conv.getInput(), conv.getOut(), 2, 2,
                    cast<RankedTensorType>(conv.getFilter().getType())
                        .getShape()
                        .drop_front(2),
                    conv.getStrides(), conv.getDilations(), conv.getPads()),
             element, lanes),
      groups(conv.getGroups()) {
  auto filter = cast<RankedTensorType>(conv.getFilter().getType());
  channels = filter.getDimSize(1);
  filters = filter.getDimSize(0) / groups;
  if (ignoresRows())
    window.flatten(window.outStatic[0] * window.outStatic[1]);
  chooseTile();
}

/// Whether vectors of outputs may go beyond the end of a row into the next: rows follow each other in
/// all that is read and written, and what follows the convolution does not ask where it is.
bool PixelConvEmitter::ignoresRows() {
  if (window.taps() != 1 || window.rank() != 2 ||
      ShapedType::isDynamicShape(window.outStatic) ||
      window.staticWidth() % lanes == 0 ||
      window.outStatic[0] * window.outStatic[1] > mostFlattened * lanes)
    return false;
  auto type = cast<RankedTensorType>(conv.getResult().getType());
  for (unsigned i = 0; i < e.kernel.getNumOuts(); ++i) {
    KernelEmitter::Target out = e.result(i);
    SmallVector<int64_t> strides;
    int64_t offset;
    if (cast<RankedTensorType>(out.tensor.getType()).getShape() !=
            type.getShape() ||
        llvm::failed(cast<MemRefType>(out.memref.getType())
                         .getStridesAndOffset(strides, offset)) ||
        strides[3] != 1 || strides[2] != type.getDimSize(3))
      return false;
  }
  return llvm::all_of(e.kernel.getBody().front(), [&](Operation &op) {
    if (auto generic = dyn_cast<linalg::GenericOp>(op))
      return generic.getNumLoops() == 4 &&
             generic.getNumReductionLoops() == 0 &&
             llvm::all_of(*generic.getBody(),
                          [](Operation &inner) {
                            return !isa<linalg::IndexOp, tensor::ExtractOp>(
                                       inner) &&
                                   inner.getNumRegions() == 0;
                          }) &&
             llvm::all_of(generic.getIndexingMapsArray(), [](AffineMap map) {
               return map.isIdentity() ||
                      llvm::none_of(map.getResults(), [](AffineExpr expr) {
                        return expr.isFunctionOfDim(2) ||
                               expr.isFunctionOfDim(3);
                      });
             });
    return isa<ConvOp, linalg::FillOp, tensor::EmptyOp, tensor::DimOp,
               tensor::InsertSliceOp, ReturnOp>(op) ||
           llvm::none_of(op.getResultTypes(), llvm::IsaPred<TensorType>);
  });
}

/// Registers are spent on `panel` filters times `vectors` of a row, the inputs and a broadcast
/// weight; of the choices that fit, the one with the least cycles.
void PixelConvEmitter::chooseTile() {
  int64_t row = window.staticWidth(), stride = window.strides.back();
  bool dynamic = ShapedType::isDynamic(row);
  int64_t inRow = dynamic ? 64 : llvm::divideCeil(row, lanes);
  double best = 0;
  int64_t vectors = 1;
  for (int64_t v = 1; v <= std::min<int64_t>(inRow, 8); ++v) {
    int64_t most = (e.target.vectorRegisters - 1 - v) / v;
    if (most < 1)
      break;
    // As even as possible.
    int64_t panels = llvm::divideCeil(filters, std::min(most, filters));
    int64_t m = llvm::divideCeil(filters, panels);
    auto cycles = [&](int64_t m, int64_t v) {
      return 0.5 +
             std::max({m * v / 2.0, (m + v * (2 * stride - 1)) / 2.0, 4.0});
    };
    auto overRow = [&](int64_t m) {
      return (inRow / v) * cycles(m, v) +
             (inRow % v ? cycles(m, inRow % v) : 0);
    };
    double cost =
        (filters / m) * overRow(m) + (filters % m ? overRow(filters % m) : 0);
    if (v == 1 || cost < best * 0.99) {
      best = cost;
      panel = m;
      vectors = v;
    }
  }
  window.setVectors(vectors);
  // Rows whose inputs stay in half of the second-level cache while the panels pass by, fewer where
  // there would be too few units.
  rowsPerUnit = 16;
  if (!ShapedType::isDynamic(window.inStatic.back()))
    rowsPerUnit = std::clamp<int64_t>(
        e.target.l2Bytes / 2 /
            std::max<int64_t>(window.inStatic.back() * channels * 4 *
                                  window.strides.front(),
                              1),
        4, 1 << 10);
  int64_t rows = 1;
  for (int64_t s : ArrayRef<int64_t>(window.outStatic).drop_back())
    rows = ShapedType::isDynamic(s) || ShapedType::isDynamic(rows)
               ? ShapedType::kDynamic
               : rows * s;
  int64_t pieces = groups * llvm::divideCeil(filters, panel);
  if (!ShapedType::isDynamic(rows) && rows > 0) {
    int64_t blocks = std::max<int64_t>(llvm::divideCeil(leastUnits, pieces),
                                       llvm::divideCeil(rows, rowsPerUnit));
    rowsPerUnit = std::max<int64_t>(1, llvm::divideCeil(rows, blocks));
  }
}

SmallVector<Value> PixelConvEmitter::units() {
  return {e.dim(conv.getOut(), 0), e.index(groups), window.pieces(),
          e.divUp(window.rows(), e.index(rowsPerUnit)),
          e.index(llvm::divideCeil(filters, panel))};
}

Value PixelConvEmitter::unitCost() {
  Value outputs =
      e.mul(e.min(window.rows(), e.index(rowsPerUnit)), window.pieceWidth());
  return e.mul(outputs, e.index(panel * window.taps() * channels));
}

LogicalResult PixelConvEmitter::emit() {
  input = flatBuffer(e, conv.getInput());
  weights = flatBuffer(e, conv.getFilter());
  if (!input || !weights) {
    e.error(conv) << "a convolution's operands must be in memory";
    return failure();
  }
  inputStrides = rowMajor(e, e.dims(conv.getInput()));
  filterStrides = rowMajor(e, e.dims(conv.getFilter()));
  SmallVector<Value> counts = units();
  e.forLoop(e.begin, e.end, e.index(1),
            [&](Value unit) { emitUnit(unit, counts); });
  return failure(failed || e.hadError);
}

void PixelConvEmitter::emitUnit(Value unit, ValueRange counts) {
  SmallVector<Value> at = e.delinearize(unit, counts);
  Value firstRow = e.mul(at[3], e.index(rowsPerUnit));
  Value lastRow = e.min(e.add(firstRow, e.index(rowsPerUnit)), window.rows());
  Window::Piece columns = window.columns(at[2]);
  auto rows = [&](int64_t count) {
    Tile tile;
    tile.filters = count;
    tile.batch = at[0];
    tile.filter =
        e.add(e.mul(at[1], e.index(filters)), e.mul(at[4], e.index(panel)));
    tile.inputBase =
        e.add(e.mul(at[0], inputStrides[0]),
              e.mul(e.mul(at[1], e.index(channels)), inputStrides[1]));
    tile.filterBase = e.mul(tile.filter, filterStrides[0]);
    e.forLoop(firstRow, lastRow, e.index(1), [&](Value row) {
      tile.outer = window.rowIndices(row);
      window.overTiles(columns, [&](const PixelTile &pixels) {
        tile.columns = pixels;
        emitTile(tile);
      });
    });
  };
  int64_t full = filters / panel, rest = filters % panel;
  if (rest == 0)
    rows(panel);
  else if (full == 0)
    rows(rest);
  else
    emitIf(
        e, less(e, at[4], e.index(full)), [&] { rows(panel); },
        [&] { rows(rest); });
}

void PixelConvEmitter::emitTile(Tile &tile) {
  int64_t vectors = tile.columns.vectors, lanes = tile.columns.lanes;
  Accumulators acc(tile.filters * vectors, zeroVector(e, sum, lanes));
  acc = e.forLoop(
      e.index(0), e.index(channels), e.index(1), acc,
      [&](Value channel, ValueRange args) {
        Accumulators inner(args);
        overTaps(
            tile, 0, e.add(tile.inputBase, e.mul(channel, inputStrides[1])),
            e.add(tile.filterBase, e.mul(channel, filterStrides[1])), inner);
        return inner;
      });
  for (int64_t m = 0; m < tile.filters; ++m)
    for (int64_t v = 0; v < vectors; ++v) {
      int64_t width = tile.columns.widthOf(v);
      SmallVector<Value> at{tile.batch, e.add(tile.filter, e.index(m))};
      llvm::append_range(
          at, window.outputIndices(tile.outer,
                                   e.add(tile.columns.x, e.index(v * lanes))));
      Value value = convertFloat(e, acc[m * vectors + v], element);
      if (llvm::failed(e.storeResults(conv.getResult(), at, at.size() - 1,
                                      width, firstLanes(e, value, width))))
        failed = true;
    }
}

void PixelConvEmitter::overTaps(const Tile &tile, unsigned d, Value inputAt,
                                Value filterAt, Accumulators &acc) {
  bool last = d + 1 == window.rank();
  auto body = [&](Value tap, std::optional<int64_t> staticTap,
                  Accumulators &inner) {
    Value weightsAt = e.add(filterAt, e.mul(tap, filterStrides[2 + d]));
    if (last)
      return step(tile, tap, staticTap, inputAt, weightsAt, inner);
    Value y = window.coordinate(d, tile.outer[d], tap);
    overTaps(tile, d + 1, e.add(inputAt, e.mul(y, inputStrides[2 + d])),
             weightsAt, inner);
  };
  TapRange range{e.index(0), e.index(window.kernel[d])};
  if (last && window.kernel[d] <= maxUnrolledTaps) {
    for (int64_t t = 0; t < window.kernel[d]; ++t)
      body(e.index(t), t, acc);
    return;
  }
  if (!last) {
    range = window.tapRange(d, tile.outer[d]);
    if (window.kernel[d] == 1 && isConstantIntValue(range.to, 1))
      return body(e.index(0), 0, acc);
  }
  acc = e.forLoop(range.from, range.to, e.index(1), acc,
                  [&](Value tap, ValueRange args) {
                    Accumulators inner(args);
                    body(tap, std::nullopt, inner);
                    return inner;
                  });
}

void PixelConvEmitter::step(const Tile &tile, Value tap,
                            std::optional<int64_t> staticTap, Value inputAt,
                            Value filterAt, Accumulators &acc) {
  int64_t vectors = tile.columns.vectors, lanes = tile.columns.lanes;
  SmallVector<Value> x(vectors), masks(vectors);
  for (int64_t v = 0; v < vectors; ++v) {
    Value loaded = window.load(tile.columns, v, tap, staticTap, input, inputAt,
                               zeroVector(e, element, lanes), &masks[v]);
    if (loaded)
      x[v] = convertFloat(e, loaded, sum);
  }
  for (int64_t m = 0; m < tile.filters; ++m) {
    Value at = e.add(filterAt, e.mul(e.index(m), filterStrides[0]));
    Value weight =
        splat(e, convertFloat(e, loadScalar(e, weights, at), sum), lanes);
    for (int64_t v = 0; v < vectors; ++v) {
      Value &a = acc[m * vectors + v];
      if (!x[v])
        continue;
      Value next = multiplyAdd(e, x[v], weight, a);
      // Taps in the padding are left out: zero times an infinite weight would be no number.
      a = masks[v] ? arith::SelectOp::create(e.b, masks[v], next, a).getResult()
                   : next;
    }
  }
}
