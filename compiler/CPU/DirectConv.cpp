// SPDX-License-Identifier: Apache-2.0
// Direct convolution; see DirectConv.h.
#include "compiler/CPU/DirectConv.h"
#include "compiler/Kernels/WinogradTransform.h"
#include "mlir/Dialect/Math/IR/Math.h"

using namespace mlir;
using namespace cameo;

/// Units of work to leave for the cores to share.
static constexpr int64_t leastPieces = 16;
/// Outputs of a row that are a unit where there is but one row: what a shorter
/// piece computes one by one at the border of its tiles would show.
static constexpr int64_t leastPiece = 512;
/// Operations behind a convolution from which on they are not repeated for each
/// register; an elementary function has as many.
static constexpr int64_t longEpilogue = 10;
static constexpr int64_t deepSum = 256;

/// Groups that are smaller than a block: each lane has inputs of its own.
static bool hasGroupsInBlock(ConvOp conv) {
  auto input = cast<RankedTensorType>(conv.getInput().getType());
  auto filter = cast<RankedTensorType>(conv.getFilter().getType());
  int64_t block = filter.getShape().back(), group = filter.getShape().end()[-2];
  return conv.getLayout() == Layout::NCHWc &&
         input.getShape().back() == block && filter.getDimSize(1) == 1 &&
         group > 0 && group < block && block % group == 0;
}

bool cameo::isDirectConv(ConvOp conv) {
  auto input = cast<RankedTensorType>(conv.getInput().getType());
  auto filter = cast<RankedTensorType>(conv.getFilter().getType());
  auto out = cast<RankedTensorType>(conv.getOut().getType());
  int64_t rank = conv.getSpatialRank(), groups = conv.getGroups();
  Type element = out.getElementType();
  if (winogradTile(conv) || !filter.hasStaticShape() ||
      !isa<FloatType, IntegerType>(element) ||
      input.getElementType() != element || filter.getElementType() != element ||
      groups < 1 || input.isDynamicDim(1) || out.isDynamicDim(1))
    return false;
  if (conv.getLayout() == Layout::NCHW)
    return filter.getRank() == rank + 2 && input.getRank() == rank + 2 &&
           out.getRank() == rank + 2 &&
           filter.getDimSize(0) == out.getDimSize(1) &&
           out.getDimSize(1) % groups == 0 &&
           input.getDimSize(1) == filter.getDimSize(1) * groups;
  bool blocked = input.getRank() == rank + 3;
  if (filter.getRank() != rank + (blocked ? 4 : 3) ||
      out.getRank() != rank + 3 || filter.getDimSize(0) != out.getDimSize(1) ||
      filter.getShape().back() != out.getShape().back())
    return false;
  if (!blocked)
    return groups == 1 && input.getDimSize(1) == filter.getDimSize(1);
  return out.getDimSize(1) % groups == 0 &&
         input.getDimSize(1) == filter.getDimSize(1) * groups &&
         (input.getShape().back() == filter.getDimSize(rank + 2) ||
          hasGroupsInBlock(conv));
}

static SmallVector<int64_t> filterTaps(ConvOp conv) {
  auto shape = cast<RankedTensorType>(conv.getFilter().getType()).getShape();
  return SmallVector<int64_t>(shape.slice(2, conv.getSpatialRank()));
}

DirectConvEmitter::DirectConvEmitter(ConvOp conv, KernelEmitter &e)
    : root(conv), prologue(prologueOf(conv)), layout(conv.getLayout()), e(e),
      groups(conv.getGroups()),
      window(e, conv.getInput(), conv.getOut(), 2, 2, filterTaps(conv),
             conv.getStrides(), conv.getDilations(), conv.getPads()) {
  setShapes();
  if (computesInput())
    readComputedPixels();
  chooseTile();
  if (window.flatten(columns))
    // The rows have another length now.
    chooseTile();
  // Loops over whole lines know where they end.
  int64_t line = conv.getResult().getType().getShape().end()[-2];
  if (computesInput() && line % window.staticWidth() == 0)
    rowsPerUnit = llvm::alignTo(rowsPerUnit, line / window.staticWidth());
}

SmallVector<SmallVector<int64_t>> cameo::directPhases(ConvTransposeOp conv) {
  auto input = cast<RankedTensorType>(conv.getInput().getType());
  auto filter = cast<RankedTensorType>(conv.getFilter().getType());
  auto out = cast<RankedTensorType>(conv.getOut().getType());
  int64_t rank = conv.getSpatialRank(), groups = conv.getGroups();
  bool blocked = conv.getLayout() == Layout::NCHWc;
  Type element = out.getElementType();
  if (!filter.hasStaticShape() || !isa<FloatType, IntegerType>(element) ||
      input.getElementType() != element || filter.getElementType() != element ||
      groups < 1 || input.isDynamicDim(1) || out.isDynamicDim(1) ||
      llvm::any_of(
          conv.getDilations(), [](int64_t d) { return d != 1; }) ||
      filter.getRank() != rank + (blocked ? 4 : 2) ||
      input.getRank() != rank + 2 + blocked || out.getRank() != input.getRank())
    return {};
  if (blocked ? groups != 1 || filter.getDimSize(0) != out.getDimSize(1) ||
                    filter.getDimSize(1) != input.getDimSize(1)
              : filter.getDimSize(0) != input.getDimSize(1) ||
                    filter.getDimSize(0) % groups != 0 ||
                    filter.getDimSize(1) * groups != out.getDimSize(1))
    return {};
  // Each phase is code of its own.
  int64_t count = 1;
  for (int64_t s : conv.getStrides())
    if ((count *= s) > 16)
      return {};
  SmallVector<SmallVector<int64_t>> phases;
  for (int64_t i = 0; i < count; ++i) {
    int64_t rest = i;
    SmallVector<int64_t> phase(rank);
    for (int64_t d = rank - 1; d >= 0; --d) {
      phase[d] = rest % conv.getStrides()[d];
      rest /= conv.getStrides()[d];
    }
    phases.push_back(phase);
  }
  return phases;
}

/// Output first + p * step gets filter tap r + j * step of input q + p - j,
/// where first + before = q * step + r: a convolution of stride 1 with the taps
/// j in reverse.
static Window phaseWindow(ConvTransposeOp conv, ArrayRef<int64_t> first,
                          KernelEmitter &e, Phase &phase) {
  unsigned rank = conv.getSpatialRank();
  auto shape = cast<RankedTensorType>(conv.getFilter().getType()).getShape();
  SmallVector<int64_t> kernel, ones(rank, 1), pads;
  for (unsigned d = 0; d < rank; ++d) {
    int64_t step = conv.getStrides()[d], origin = first[d] + conv.getPads()[d];
    int64_t r = origin % step, q = origin / step, taps = shape[2 + d];
    int64_t count = r < taps ? (taps - r + step - 1) / step : 0;
    kernel.push_back(count);
    pads.push_back(count - 1 - q);
    phase.first.push_back(first[d]);
    phase.step.push_back(step);
    phase.tap.push_back(r + step * (count - 1));
    phase.tapStep.push_back(-step);
  }
  // What is behind the input follows from the outputs' number.
  pads.append(rank, 0);
  Window window(e, conv.getInput(), conv.getOut(), 2, 2, kernel, ones, ones,
                pads);
  for (unsigned d = 0; d < rank; ++d) {
    Value step = e.index(phase.step[d]);
    Value left = e.max(e.sub(window.out[d], e.index(first[d])), e.index(0));
    window.out[d] = e.divUp(left, step);
    if (int64_t &n = window.outStatic[d]; !ShapedType::isDynamic(n))
      n = llvm::divideCeil(std::max<int64_t>(n - first[d], 0), phase.step[d]);
  }
  return window;
}

DirectConvEmitter::DirectConvEmitter(ConvTransposeOp conv,
                                     ArrayRef<int64_t> first, KernelEmitter &e)
    : root(conv), layout(conv.getLayout()), transposed(true), e(e),
      groups(conv.getGroups()), window(phaseWindow(conv, first, e, phase)) {
  setShapes();
  chooseTile();
}

void DirectConvEmitter::setShapes() {
  auto input = cast<RankedTensorType>(root->getOperand(0).getType());
  auto filter = cast<RankedTensorType>(root->getOperand(1).getType());
  innerChannels = isBlocked() && input.getRank() == window.rank() + 3;
  inBlock = innerChannels ? filter.getShape().end()[-2] : 1;
  bytes = root->hasAttr("cameo.bytes");
  perLane = innerChannels && inBlock < input.getShape().back();
  outBlock = isBlocked() ? filter.getShape().back() : 1;
  if (auto channels = root->getAttrOfType<IntegerAttr>("cameo.channels");
      channels && innerChannels && !perLane && !bytes)
    realChannels = channels.getInt();
  // Plain filters of transposed convolutions are [C, M / groups, k...].
  bool swapped = transposed && !isBlocked();
  inCount = swapped ? filter.getDimSize(0) / groups : filter.getDimSize(1);
  outCount = swapped ? filter.getDimSize(1) : filter.getDimSize(0) / groups;
  SmallVector<Value> strides = rowMajor(e, e.dims(root->getOperand(1)));
  outStride = strides[swapped ? 1 : 0];
  inStride = strides[swapped ? 0 : 1];
  groupStride = swapped ? e.mul(e.index(inCount), inStride)
                        : e.mul(e.index(outCount), outStride);
  tapStrides.assign(strides.begin() + 2, strides.end());
  // A flattened window may have more dimensions, of one tap.
  tapStrides.append(2, e.index(0));
  element = filter.getElementType();
  // Half precision is summed in single.
  sum = isa<FloatType>(element) && element.getIntOrFloatBitWidth() < 32
            ? e.b.getF32Type()
            : element;
}

/// Registers are spent on `vectors` blocks of channels times `columns` outputs,
/// one row of the filter and one broadcast element; of the choices that fit,
/// the one with the least cycles.
void DirectConvEmitter::chooseTile() {
  int64_t lanes = e.target.lanes(sum.getIntOrFloatBitWidth());
  int64_t registers = llvm::divideCeil(outBlock, lanes);
  int64_t row = window.staticWidth();
  double best = 0;
  for (int64_t v = 1; v <= std::min<int64_t>(4, outCount); ++v) {
    int64_t spent = v * registers;
    int64_t most = (e.target.vectorRegisters - spent - 1) / spent;
    if (most < 1)
      break;
    SmallVector<int64_t> widths =
        Window::cut(ShapedType::isDynamic(row) ? most * 4 : row, most);
    // Two multiply-adds and two loads a cycle, four cycles of latency, half a
    // cycle for the loop.
    auto cycles = [&](int64_t vectors) {
      double sum = 0;
      for (int64_t w : widths)
        sum += 0.5 + std::max({vectors * registers * w / 2.0,
                               (w + vectors * registers) / 2.0, 4.0});
      return sum;
    };
    double cost =
        (outCount / v) * cycles(v) + (outCount % v ? cycles(outCount % v) : 0);
    // Two blocks are preferred: more leave few outputs, which read the filter
    // more often.
    if (v == 1 || cost < best * (v == 2 ? 1.0 : 0.97)) {
      best = cost;
      vectors = v;
      columns = widths.empty() ? 1 : widths.front();
    }
  }
  // Rows whose input stays in half of the second-level cache while the panels
  // pass by.
  rowsPerUnit = 16;
  if (!ShapedType::isDynamic(window.inStatic.back())) {
    int64_t bytes =
        window.inStatic.back() * inCount * inBlock * 4 * window.strides.front();
    // What the next unit reads comes into it as well.
    int64_t room =
        e.target.l2Bytes / (asksForInputs() || computesInput() ? 4 : 2);
    rowsPerUnit = std::max<int64_t>(4, room / std::max<int64_t>(bytes, 1));
  }
  // Where there are few panels, which the cache holds, other cores get some of
  // the rows.
  int64_t pieces = groups * llvm::divideCeil(outCount, vectors);
  int64_t filterBytes =
      pieces * vectors * outBlock * inCount * inBlock * window.taps() * 4;
  int64_t rows = 1;
  for (int64_t s : ArrayRef<int64_t>(window.outStatic).drop_back())
    rows = ShapedType::isDynamic(s) || ShapedType::isDynamic(rows)
               ? ShapedType::kDynamic
               : rows * s;
  if (pieces < leastPieces && filterBytes <= e.target.l2Bytes / 2 &&
      !ShapedType::isDynamic(rows) && rows > 0) {
    int64_t blocks = std::max<int64_t>(llvm::divideCeil(leastPieces, pieces),
                                       llvm::divideCeil(rows, rowsPerUnit));
    rowsPerUnit = std::max<int64_t>(1, llvm::divideCeil(rows, blocks));
  }
  // So do they of a single row, such as audio has, of whatever length.
  if (!transposed && window.rank() == 1 &&
      ShapedType::isDynamic(window.outStatic.back()) && pieces < leastPieces &&
      filterBytes <= e.target.l2Bytes / 2)
    pieceOfRow = llvm::alignTo(leastPiece, columns);
}

SmallVector<Value> DirectConvEmitter::units() {
  return {e.dim(root->getResult(0), 0),
          pieceOfRow ? e.divUp(window.out.back(), e.index(pieceOfRow))
                     : e.divUp(window.rows(), e.index(rowsPerUnit)),
          e.index(groups), e.index(llvm::divideCeil(outCount, vectors))};
}

Value DirectConvEmitter::unitCost() {
  Value outputs = pieceOfRow ? e.min(window.out.back(), e.index(pieceOfRow))
                             : e.mul(e.min(window.rows(), e.index(rowsPerUnit)),
                                     window.out.back());
  return e.mul(outputs,
               e.index(vectors * outBlock * window.taps() * inCount * inBlock));
}

LogicalResult DirectConvEmitter::prepare() {
  input = computesInput()
              ? memref::ViewOp::create(
                    e.b, MemRefType::get({computedBytes() / 4}, element),
                    e.scratch, e.index(0), ValueRange{})
                    .getResult()
              : flatBuffer(e, root->getOperand(0));
  filter = flatBuffer(e, root->getOperand(1));
  if (!input || !filter) {
    e.error(root) << "a convolution's operands must be in memory";
    return failure();
  }
  // [N, C, spatial...(, c)] with the spatial sizes that the window has, maybe
  // flattened.
  SmallVector<Value> sizes{e.dim(root->getOperand(0), 0),
                           e.dim(root->getOperand(0), 1)};
  llvm::append_range(sizes, window.in);
  if (innerChannels)
    sizes.push_back(e.index(perLane ? outBlock : inBlock));
  inputStrides = rowMajor(e, sizes);
  if (computesInput())
    inputStrides[1] = e.index(computedStride());
  findTouched();
  if (int64_t bytes = sourceTableBytes())
    sourceTable = memref::ViewOp::create(
        e.b, MemRefType::get({bytes / 8}, e.b.getI64Type()), e.scratch,
        e.index(computedBytes() + spillBytes()), ValueRange{});
  if (int64_t bytes = spillBytes())
    spilled = memref::ViewOp::create(
        e.b, MemRefType::get({bytes * 8 / sum.getIntOrFloatBitWidth()}, sum),
        e.scratch, e.index(computedBytes()), ValueRange{});
  return success();
}

LogicalResult DirectConvEmitter::emit() {
  if (llvm::failed(prepare()))
    return failure();
  SmallVector<Value> counts = units();
  e.forLoop(e.begin, e.end, e.index(1),
            [&](Value unit) { emitUnit(unit, counts); });
  return failure(hasFailed());
}

void DirectConvEmitter::emitUnit(Value unit, ValueRange counts) {
  SmallVector<Value> at = e.delinearize(unit, counts);
  Value from = e.mul(at[1], e.index(rowsPerUnit));
  Value to = e.min(e.add(from, e.index(rowsPerUnit)), window.rows());
  if (pieceOfRow) {
    Value first = e.mul(at[1], e.index(pieceOfRow));
    window.piece = {
        first, e.min(e.add(first, e.index(pieceOfRow)), window.out.back())};
    from = e.index(0), to = e.index(1);
  }
  if (computesInput()) {
    // What was computed for the unit before is mostly the same.
    auto is = [&](Value x, Value y) {
      return arith::CmpIOp::create(e.b, arith::CmpIPredicate::eq, x, y)
          .getResult();
    };
    emitIf(e,
           arith::OrIOp::create(e.b, is(unit, e.begin), is(at[3], e.index(0))),
           [&] { computeInput(at[0], from, to); });
  }
  auto rows = [&](int64_t v) { emitRows(at[0], at[2], at[3], from, to, v); };
  int64_t full = outCount / vectors, rest = outCount % vectors;
  if (rest == 0)
    rows(vectors);
  else if (full == 0)
    rows(rest);
  else
    emitIf(
        e, less(e, at[3], e.index(full)), [&] { rows(vectors); },
        [&] { rows(rest); });
}

void DirectConvEmitter::emitRows(Value batch, Value group, Value panel,
                                 Value from, Value to, int64_t v) {
  Tile tile;
  tile.vectors = v;
  tile.batch = batch;
  tile.outBlock =
      e.add(e.mul(group, e.index(outCount)), e.mul(panel, e.index(vectors)));
  // What is computed begins with the rows of the unit.
  tile.inputBase =
      computesInput()
          ? e.sub(e.index(0), e.mul(from, inputStrides[window.rank()]))
          : e.add(e.mul(batch, inputStrides[0]),
                  e.mul(e.mul(group, e.index(inCount)), inputStrides[1]));
  tile.filterBase = e.add(e.mul(group, groupStride),
                          e.mul(e.mul(panel, e.index(vectors)), outStride));
  // The next panel of the filter comes into the cache while this one is at
  // work, evenly over its tiles. Small filters are there anyway.
  int64_t depth = inCount * inBlock * window.taps();
  int64_t row = window.staticWidth();
  bool ahead = innerChannels && !transposed &&
               !ShapedType::isDynamicShape(window.outStatic) && v == vectors &&
               depth * outBlock * outCount * 4 > e.target.l2Bytes / 4;
  int64_t tilesPerRow = Window::cut(row, columns).size();
  Value next;
  if (ahead) {
    // Sizes that the run decides are no numbers to multiply.
    int64_t rowCount = 1;
    for (int64_t s : ArrayRef<int64_t>(window.outStatic).drop_back())
      rowCount *= s;
    int64_t tiles =
        std::max<int64_t>(1, std::min(rowCount, rowsPerUnit) * tilesPerRow);
    prefetchStep = llvm::divideCeil(v * outBlock, tiles);
    next = e.add(tile.filterBase, e.mul(e.index(v), outStride));
  }
  findNextInputs(tile, from, to, panel);
  e.forLoop(from, to, e.index(1), [&](Value r) {
    tile.outer = window.rowIndices(r);
    window.forEachTile(columns, [&](const ColumnTile &cols) {
      tile.columns = cols;
      prefetchBase = {};
      if (ahead) {
        Value number = e.add(e.mul(e.sub(r, from), e.index(tilesPerRow)),
                             divide(e, cols.x, e.index(columns)));
        prefetchBase =
            e.add(next, e.mul(number, e.index(depth * prefetchStep)));
      }
      emitTile(tile);
    });
  });
}

void DirectConvEmitter::emitTile(Tile &tile) {
  Accumulators acc(tile.columns.width * tile.vectors,
                   zeroVector(e, sum, outBlock));
  Value blocks = e.index(inCount);
  prefetchTouched(tile, {});
  acc = e.forLoop(
      e.index(0), blocks, e.index(1), acc, [&](Value block, ValueRange args) {
        Accumulators inner(args);
        if (realChannels)
          channelsOfBlock =
              e.min(e.index(inBlock), e.sub(e.index(realChannels),
                                            e.mul(block, e.index(inBlock))));
        prefetchTouched(tile, block);
        prefetchInputs(tile, block);
        overTaps(tile, 0, e.add(tile.inputBase, e.mul(block, inputStrides[1])),
                 e.add(tile.filterBase, e.mul(block, inStride)), inner);
        return inner;
      });
  if (!spillBytes()) {
    for (int64_t p = 0; p < tile.columns.width; ++p)
      for (int64_t j = 0; j < tile.vectors; ++j)
        store(tile, e.index(p), e.index(j), acc[p * tile.vectors + j]);
    return;
  }
  // The code behind the convolution stands once: a loop takes the sums from
  // memory.
  for (auto [i, v] : llvm::enumerate(acc))
    vector::StoreOp::create(e.b, v, spilled, ValueRange{e.index(i * outBlock)});
  e.forLoop(e.index(0), e.index(tile.columns.width), e.index(1), [&](Value p) {
    e.forLoop(e.index(0), e.index(tile.vectors), e.index(1), [&](Value j) {
      Value i = e.add(e.mul(p, e.index(tile.vectors)), j);
      store(tile, p, j,
            loadVector(e, spilled, e.mul(i, e.index(outBlock)), outBlock));
    });
  });
}

/// Where output p of a tile in its block j of filters is.
SmallVector<Value> DirectConvEmitter::outputIndices(Tile &tile, Value p,
                                                    Value j) {
  SmallVector<Value> spatial =
      window.outputIndices(tile.outer, e.add(tile.columns.x, p));
  if (transposed)
    for (auto [d, index] : llvm::enumerate(spatial))
      index =
          e.add(e.index(phase.first[d]), e.mul(index, e.index(phase.step[d])));
  SmallVector<Value> at{tile.batch, e.add(tile.outBlock, j)};
  llvm::append_range(at, spatial);
  if (isBlocked())
    at.push_back(e.index(0));
  return at;
}

/// Stores the sum of output p of a tile in its block j of filters.
void DirectConvEmitter::store(Tile &tile, Value p, Value j, Value value) {
  SmallVector<Value> at = outputIndices(tile, p, j);
  value = firstLanes(e, convertFloat(e, value, element), outBlock);
  if (llvm::failed(e.storeResults(root->getResult(0), at, at.size() - 1,
                                  outBlock, value)))
    failed = true;
}

/// Memory for the sums of a tile, if what follows them is long.
int64_t DirectConvEmitter::spillBytes() {
  // Short sums would feel the way through memory.
  if (transposed || !isBlocked() || inCount * inBlock * window.taps() < deepSum)
    return 0;
  int64_t length = 0;
  e.kernel.walk([&](linalg::GenericOp g) {
    if (prologue.contains(g))
      return;
    for (Operation &op : g.getBody()->without_terminator())
      length += isa<math::MathDialect>(op.getDialect()) ? longEpilogue : 1;
  });
  int64_t elements = columns * vectors * outBlock;
  return length < longEpilogue ? 0 : elements * sum.getIntOrFloatBitWidth() / 8;
}

Value DirectConvEmitter::tapOffset(unsigned d, Value tap) {
  if (transposed)
    tap = e.add(e.index(phase.tap[d]), e.mul(tap, e.index(phase.tapStep[d])));
  return e.mul(tap, tapStrides[d]);
}

void DirectConvEmitter::overTaps(Tile &tile, unsigned d, Value inputAt,
                                 Value filterAt, Accumulators &acc) {
  Value rowStride = inputStrides[2 + d];
  if (d + 1 < window.rank()) {
    auto body = [&](Value tap, Accumulators &inner) {
      Value y = window.coordinate(d, tile.outer[d], tap);
      overTaps(tile, d + 1, e.add(inputAt, e.mul(y, rowStride)),
               e.add(filterAt, tapOffset(d, tap)), inner);
    };
    TapRange range = window.tapRange(d, tile.outer[d]);
    if (window.kernel[d] == 1 && isConstantIntValue(range.to, 1)) {
      body(e.index(0), acc);
      return;
    }
    acc = e.forLoop(range.from, range.to, e.index(1), acc,
                    [&](Value tap, ValueRange args) {
                      Accumulators inner(args);
                      body(tap, inner);
                      return inner;
                    });
    return;
  }
  int64_t taps = window.kernel[d];
  bool single = !tile.columns.interior && !tile.columns.staticX;
  auto loop = [&](TapRange range) {
    acc = e.forLoop(
        range.from, range.to, e.index(1), acc, [&](Value tap, ValueRange args) {
          Accumulators inner(args);
          overColumnTap(tile, tap, std::nullopt, inputAt, filterAt, inner);
          return inner;
        });
  };
  if (single)
    return loop(window.tapRange(d, tile.columns.x));
  // Taps that all outputs of the tile have go round in a loop, those at the
  // border stand alone.
  auto all = [&](int64_t t) {
    for (int64_t p = 0; p < tile.columns.width; ++p)
      if (!window.inside(tile.columns, p, t))
        return false;
    return true;
  };
  for (int64_t t = 0; t < taps;) {
    int64_t end = t;
    while (end < taps && all(end))
      ++end;
    if (end - t > 1) {
      loop({e.index(t), e.index(end)});
      t = end;
    } else {
      overColumnTap(tile, e.index(t), t, inputAt, filterAt, acc);
      ++t;
    }
  }
}

void DirectConvEmitter::overColumnTap(Tile &tile, Value tap,
                                      std::optional<int64_t> staticTap,
                                      Value inputAt, Value filterAt,
                                      Accumulators &acc) {
  unsigned d = window.rank() - 1;
  Value x = window.coordinate(d, tile.columns.x, tap);
  inputAt = e.add(inputAt, e.mul(x, inputStrides[2 + d]));
  filterAt = e.add(filterAt, tapOffset(d, tap));
  if (!innerChannels)
    return step(tile, staticTap, inputAt, filterAt, acc);
  // Only accumulators of outputs that have this tap go round the loop.
  SmallVector<int64_t> used;
  for (int64_t p = 0; p < tile.columns.width; ++p)
    if (!staticTap || window.inside(tile.columns, p, *staticTap))
      for (int64_t j = 0; j < tile.vectors; ++j)
        used.push_back(p * tile.vectors + j);
  if (used.empty())
    return;
  if (perLane || (bytes && window.taps() == 1)) {
    // The lanes of an input are picked by shuffles, which are fixed. Of words
    // there are few; but neighbouring taps would share inputs, which are more
    // than registers.
    for (int64_t i = 0; i < inBlock; ++i)
      step(tile, staticTap, bytes ? e.add(inputAt, e.index(i)) : inputAt,
           e.add(filterAt, e.index(i * outBlock)), acc, i);
    return;
  }
  SmallVector<Value> carried;
  for (int64_t i : used)
    carried.push_back(acc[i]);
  carried = e.forLoop(
      e.index(0), realChannels ? channelsOfBlock : e.index(inBlock), e.index(1),
      carried, [&](Value channel, ValueRange args) {
        Accumulators inner = acc;
        for (auto [i, v] : llvm::zip(used, args))
          inner[i] = v;
        Value filterRow = e.add(filterAt, e.mul(channel, e.index(outBlock)));
        step(tile, staticTap, e.add(inputAt, channel), filterRow, inner);
        SmallVector<Value> next;
        for (int64_t i : used)
          next.push_back(inner[i]);
        return next;
      });
  for (auto [i, v] : llvm::zip(used, carried))
    acc[i] = v;
}

void DirectConvEmitter::step(Tile &tile, std::optional<int64_t> staticTap,
                             Value inputAt, Value filterAt, Accumulators &acc,
                             int64_t inGroup) {
  if (prefetchBase) {
    // filterAt counts the steps of this panel in units of a block of outputs.
    Value done = divide(e, e.sub(filterAt, tile.filterBase), e.index(outBlock));
    Value ahead = e.add(prefetchBase, e.mul(done, e.index(prefetchStep)));
    memref::PrefetchOp::create(e.b, filter, ValueRange{ahead},
                               /*isWrite=*/false,
                               /*localityHint=*/3, /*isDataCache=*/true);
  }
  SmallVector<Value> weights;
  for (int64_t j = 0; j < tile.vectors; ++j)
    weights.push_back(convertFloat(
        e,
        loadVector(e, filter, e.add(filterAt, e.mul(e.index(j), outStride)),
                   outBlock),
        sum));
  Value stride =
      e.mul(e.index(window.strides.back()), inputStrides[1 + window.rank()]);
  for (int64_t p = 0; p < tile.columns.width; ++p) {
    if (staticTap && !window.inside(tile.columns, p, *staticTap))
      continue;
    Value at = e.add(inputAt, e.mul(e.index(p), stride));
    Value wide;
    if (perLane) {
      SmallVector<int64_t> lanes;
      for (int64_t l = 0; l < outBlock; ++l)
        lanes.push_back(l / inBlock * inBlock + inGroup);
      Value x = loadVector(e, input, at, outBlock);
      wide = convertFloat(e, vector::ShuffleOp::create(e.b, x, x, lanes), sum);
    } else {
      wide = splat(e, convertFloat(e, loadScalar(e, input, at), sum), outBlock);
    }
    for (int64_t j = 0; j < tile.vectors; ++j) {
      Value &a = acc[p * tile.vectors + j];
      a = bytes ? Value(Dot4Op::create(e.b, wide, weights[j], a))
                : multiplyAdd(e, wide, weights[j], a);
    }
  }
}
