// SPDX-License-Identifier: Apache-2.0
// Convolution with neighbouring outputs in lanes; see PixelConv.h.
#include "compiler/CPU/PixelConv.h"

using namespace mlir;
using namespace cameo;

/// Taps of a row that are unrolled; longer ones go round in a loop.
static constexpr int64_t maxUnrolledTaps = 11;
/// Tiles of a static row that code is made of; longer rows go round in a loop.
static constexpr int64_t maxTiles = 8;
/// Vectors of an image that is taken as one row: all its tiles stand in the
/// code.
static constexpr int64_t mostFlattened = 16;
/// Tiles of a piece of a long row.
static constexpr int64_t pieceTiles = 16;
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

PixelConvEmitter::PixelConvEmitter(ConvOp conv, KernelEmitter &e)
    : conv(conv), e(e),
      window(e, conv.getInput(), conv.getOut(), 2, 2,
             cast<RankedTensorType>(conv.getFilter().getType())
                 .getShape()
                 .drop_front(2),
             conv.getStrides(), conv.getDilations(), conv.getPads()),
      groups(conv.getGroups()) {
  auto filter = cast<RankedTensorType>(conv.getFilter().getType());
  channels = filter.getDimSize(1);
  filters = filter.getDimSize(0) / groups;
  element = filter.getElementType();
  // Half precision is summed in single.
  sum = isa<FloatType>(element) && element.getIntOrFloatBitWidth() < 32
            ? Type(e.b.getF32Type())
            : element;
  lanes = e.target.lanes(std::max(32u, sum.getIntOrFloatBitWidth()));
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
  if (dynamic || inRow > maxTiles * vectors)
    piece = pieceTiles * vectors * lanes;
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
  return {e.dim(conv.getOut(), 0), e.index(groups),
          piece ? e.divUp(window.out.back(), e.index(piece)) : e.index(1),
          e.divUp(window.rows(), e.index(rowsPerUnit)),
          e.index(llvm::divideCeil(filters, panel))};
}

Value PixelConvEmitter::unitCost() {
  Value columns =
      piece ? e.min(window.out.back(), e.index(piece)) : window.out.back();
  Value outputs = e.mul(e.min(window.rows(), e.index(rowsPerUnit)), columns);
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
  Value from = e.mul(at[2], e.index(piece));
  Value to = piece ? e.min(e.add(from, e.index(piece)), window.out.back())
                   : window.out.back();
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
      emitRow(tile, from, to);
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

/// Whether nothing that the tile reads lies outside; for tiles at a static place.
bool PixelConvEmitter::allInside(const Tile &tile) const {
  unsigned d = window.rank() - 1;
  int64_t in = window.inStatic[d], stride = window.strides[d];
  if (ShapedType::isDynamic(in) || tile.width < tile.vectors * tile.lanes)
    return false;
  int64_t first = *tile.staticX * stride - window.before[d];
  // Of several vectors that are picked from, the last is loaded to its end.
  int64_t last = first + (window.kernel[d] - 1) * window.dilations[d] +
                 tile.width * stride - 1;
  return first >= 0 && last < in;
}

void PixelConvEmitter::emitRow(Tile &tile, Value from, Value to) {
  unsigned d = window.rank() - 1;
  if (!piece) {
    // Neighbouring tiles without a border are rounds of a loop.
    int64_t row = window.outStatic[d], width = vectors * lanes;
    for (int64_t x = 0; x < row;) {
      tile.width = std::min(width, row - x);
      tile.vectors = llvm::divideCeil(tile.width, lanes);
      tile.lanes = lanes;
      tile.staticX = x;
      tile.interior = allInside(tile);
      int64_t end = x + tile.width;
      if (tile.interior) {
        for (Tile next = tile; end + width <= row; end += width) {
          next.staticX = end;
          if (!allInside(next))
            break;
        }
      }
      if (end == x + tile.width) {
        tile.x = e.index(x);
        emitTile(tile);
      } else {
        tile.staticX = std::nullopt;
        e.forLoop(e.index(x), e.index(end), e.index(width), [&](Value column) {
          tile.x = column;
          emitTile(tile);
        });
      }
      x = end;
    }
    return;
  }
  tile.staticX = std::nullopt;
  auto run = [&](Value begin, int64_t v, int64_t l) {
    int64_t width = v * l;
    Value w = e.index(width);
    Value end = e.add(begin, e.mul(divide(e, e.sub(to, begin), w), w));
    tile.vectors = v;
    tile.lanes = l;
    tile.width = width;
    e.forLoop(begin, end, w, [&](Value column) {
      tile.x = column;
      Value first = window.coordinate(d, column, e.index(0));
      Value last =
          e.add(first, e.index((window.kernel[d] - 1) * window.dilations[d] +
                               width * window.strides[d] - 1));
      Value inside = less(e, last, window.in[d]);
      if (window.before[d] > 0)
        inside = arith::AndIOp::create(
            e.b, inside,
            arith::CmpIOp::create(e.b, arith::CmpIPredicate::sge, first,
                                  e.index(0)));
      auto emitAs = [&](bool interior) {
        tile.interior = interior;
        emitTile(tile);
      };
      emitIf(e, inside, [&] { emitAs(true); }, [&] { emitAs(false); });
    });
    return end;
  };
  Value end = run(from, vectors, lanes);
  if (vectors > 1)
    end = run(end, 1, lanes);
  // What is left of a row in halves and quarters of a vector: up to 15 outputs one by one would
  // take longer than a short row.
  for (int64_t l = lanes / 2; l >= std::max<int64_t>(2, lanes / 4); l /= 2)
    end = run(end, 1, l);
  run(end, 1, 1);
}

void PixelConvEmitter::emitTile(Tile &tile) {
  Accumulators acc(tile.filters * tile.vectors, zeroVector(e, sum, tile.lanes));
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
    for (int64_t v = 0; v < tile.vectors; ++v) {
      int64_t width = std::min(tile.lanes, tile.width - v * tile.lanes);
      SmallVector<Value> at{tile.batch, e.add(tile.filter, e.index(m))};
      llvm::append_range(
          at, window.outputIndices(tile.outer,
                                   e.add(tile.x, e.index(v * tile.lanes))));
      Value value = convertFloat(e, acc[m * tile.vectors + v], element);
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
  SmallVector<Value> x(tile.vectors), masks(tile.vectors);
  for (int64_t v = 0; v < tile.vectors; ++v)
    x[v] = loadInputs(tile, v, tap, staticTap, inputAt, masks[v]);
  for (int64_t m = 0; m < tile.filters; ++m) {
    Value at = e.add(filterAt, e.mul(e.index(m), filterStrides[0]));
    Value weight =
        splat(e, convertFloat(e, loadScalar(e, weights, at), sum), tile.lanes);
    for (int64_t v = 0; v < tile.vectors; ++v) {
      Value &a = acc[m * tile.vectors + v];
      if (!x[v])
        continue;
      Value next = multiplyAdd(e, x[v], weight, a);
      // Taps in the padding are left out: zero times an infinite weight would be no number.
      a = masks[v] ? arith::SelectOp::create(e.b, masks[v], next, a).getResult()
                   : next;
    }
  }
}

Value PixelConvEmitter::loadMasked(Value at, Value mask, int64_t count) {
  Value zero = zeroVector(e, element, count);
  return vector::MaskedLoadOp::create(e.b, cast<VectorType>(zero.getType()),
                                      input, ValueRange{at}, mask, zero);
}

Value PixelConvEmitter::loadInputs(const Tile &tile, int64_t v, Value tap,
                                   std::optional<int64_t> staticTap,
                                   Value inputAt, Value &mask) {
  unsigned d = window.rank() - 1;
  int64_t count = tile.lanes, stride = window.strides[d];
  Value first =
      e.add(window.coordinate(d, tile.x, tap), e.index(v * count * stride));
  Value at = e.add(inputAt, first);
  // Outputs of the vector that are real.
  int64_t width = std::min(count, tile.width - v * count);
  auto boolType = VectorType::get({count}, e.b.getI1Type());
  // What lies outside is not touched; of part p, lane l is element p * count + l from `at` on.
  SmallVector<Value> partMasks(stride);
  bool all = tile.interior;
  if (!tile.interior && tile.staticX && staticTap &&
      !ShapedType::isDynamic(window.inStatic[d])) {
    int64_t start = (*tile.staticX + v * count) * stride - window.before[d] +
                    *staticTap * window.dilations[d];
    auto isInside = [&](int64_t offset) {
      return start + offset >= 0 && start + offset < window.inStatic[d] &&
             offset <= (width - 1) * stride;
    };
    auto maskOf = [&](llvm::function_ref<bool(int64_t)> inside) {
      SmallVector<bool> bits;
      for (int64_t l = 0; l < count; ++l)
        bits.push_back(inside(l));
      return arith::ConstantOp::create(
                 e.b, boolType,
                 DenseElementsAttr::get(boolType, ArrayRef<bool>(bits)))
          .getResult();
    };
    auto outputInside = [&](int64_t l) { return isInside(l * stride); };
    if (llvm::none_of(llvm::seq<int64_t>(0, count), outputInside))
      return {};
    // Lanes that are not real may hold anything.
    if (!llvm::all_of(llvm::seq<int64_t>(0, width), outputInside))
      mask = maskOf(outputInside);
    all = true;
    for (int64_t p = 0; p < stride; ++p) {
      auto inside = [&](int64_t l) { return isInside(p * count + l); };
      if (!llvm::all_of(llvm::seq<int64_t>(0, count), inside)) {
        partMasks[p] = maskOf(inside);
        all = false;
      }
    }
  } else if (!tile.interior) {
    // Elements [low, high) of the row are inside.
    Value row = window.in[d];
    auto within = [&](Value start, int64_t step, int64_t lanesInside) -> Value {
      // Lane l stands for element start + l * step.
      Value low =
          e.divUp(e.max(e.sub(e.index(0), start), e.index(0)), e.index(step));
      Value high = e.divUp(e.max(e.sub(row, start), e.index(0)), e.index(step));
      Value most = e.index(lanesInside);
      low = e.min(low, most);
      high = e.max(e.min(high, most), low);
      Type i32 = e.b.getI32Type();
      SmallVector<int32_t> numbers;
      for (int64_t l = 0; l < count; ++l)
        numbers.push_back(l);
      auto type = VectorType::get({count}, i32);
      Value lane = arith::ConstantOp::create(
          e.b, type, DenseElementsAttr::get(type, ArrayRef<int32_t>(numbers)));
      auto spread = [&](Value x) {
        return splat(e, arith::IndexCastOp::create(e.b, i32, x), count);
      };
      return arith::CmpIOp::create(
          e.b, arith::CmpIPredicate::ult,
          arith::SubIOp::create(e.b, lane, spread(low)),
          spread(e.sub(high, low)));
    };
    mask = within(first, stride, width);
    for (int64_t p = 0; p < stride; ++p)
      partMasks[p] = stride == 1
                         ? mask
                         : within(e.add(first, e.index(p * count)), 1, count);
  }
  SmallVector<Value> parts;
  for (int64_t p = 0; p < stride; ++p) {
    Value from = e.add(at, e.index(p * count));
    parts.push_back(all || !partMasks[p]
                        ? loadVector(e, input, from, count)
                        : loadMasked(from, partMasks[p], count));
  }
  if (stride == 1)
    return convertFloat(e, parts[0], sum);
  SmallVector<int64_t> even;
  for (int64_t l = 0; l < count; ++l)
    even.push_back(l * stride);
  return convertFloat(
      e, vector::ShuffleOp::create(e.b, parts[0], parts[1], even), sum);
}
