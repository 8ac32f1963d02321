// SPDX-License-Identifier: Apache-2.0
// Winograd's convolution; see Winograd.h.
#include "compiler/CPU/Winograd.h"

using namespace mlir;
using namespace cameo;

bool cameo::isWinogradConv(ConvOp conv) {
  int64_t tile = winogradTile(conv);
  auto input = cast<RankedTensorType>(conv.getInput().getType());
  auto filter = cast<RankedTensorType>(conv.getFilter().getType());
  auto out = cast<RankedTensorType>(conv.getResult().getType());
  auto ones = [](ArrayRef<int64_t> list) {
    return llvm::all_of(list, [](int64_t v) { return v == 1; });
  };
  return (tile == 2 || tile == 4) && conv.getSpatialRank() == 2 &&
         conv.getLayout() == Layout::NCHWc && conv.getGroups() == 1 &&
         ones(conv.getStrides()) &&
         conv.getDilations()[0] == conv.getDilations()[1] &&
         input.getElementType().isF32() && filter.getElementType().isF32() &&
         out.getElementType().isF32() && input.getRank() == 5 &&
         out.getRank() == 5 && filter.getRank() == 4 &&
         filter.hasStaticShape() && !input.isDynamicDim(1) &&
         !input.isDynamicDim(4) && !out.isDynamicDim(1) &&
         !out.isDynamicDim(4) &&
         filter.getDimSize(1) == (tile + 2) * (tile + 2) &&
         filter.getDimSize(2) == input.getDimSize(1) * input.getDimSize(4) &&
         out.getDimSize(4) > 0 &&
         filter.getDimSize(3) % out.getDimSize(4) == 0 &&
         filter.getDimSize(0) * filter.getDimSize(3) ==
             out.getDimSize(1) * out.getDimSize(4);
}

WinogradEmitter::WinogradEmitter(ConvOp conv, KernelEmitter &e)
    : conv(conv), e(e), transform(WinogradTransform::get(winogradTile(conv))),
      m(transform.outputs), n(transform.inputs),
      dilation(conv.getDilations()[0]) {
  auto inputType = cast<RankedTensorType>(conv.getInput().getType());
  auto filterType = cast<RankedTensorType>(conv.getFilter().getType());
  auto out = cast<RankedTensorType>(conv.getOut().getType());
  inBlock = inputType.getShape().back();
  outBlock = out.getShape().back();
  channels = inputType.getDimSize(1) * inBlock;
  panels = filterType.getDimSize(0);
  panel = filterType.getDimSize(3);
  vectors = panel / outBlock;

  // A dilated convolution is one of plain windows on every dilation-th pixel.
  Value d = e.index(dilation), tile = e.index(m);
  auto perPhase = [&](int64_t dim) {
    return e.divUp(e.divUp(e.dim(conv.getResult(), dim), d), tile);
  };
  rowsPerPhase = perPhase(2);
  columnsPerPhase = perPhase(3);
  tilesX = e.mul(columnsPerPhase, d);
  tiles = e.mul(e.mul(rowsPerPhase, d), tilesX);
  staticTiles = ShapedType::kDynamic;
  if (!out.isDynamicDim(2) && !out.isDynamicDim(3)) {
    auto count = [&](int64_t size) {
      return dilation *
             int64_t(llvm::divideCeil(llvm::divideCeil(size, dilation), m));
    };
    staticTiles = count(out.getDimSize(2)) * count(out.getDimSize(3));
  }
  chooseBlocks();
  blocks = e.divUp(tiles, e.index(blockTiles));
}

void WinogradEmitter::chooseBlocks() {
  int64_t points = n * n;
  // Rows of channels whose length is a power of two would fall on few sets of
  // the cache.
  tileStride = channels + 16;
  int64_t registers = llvm::divideCeil(outBlock, e.target.lanes(32)) * vectors;
  int64_t most = std::max<int64_t>(
      1, (e.target.vectorRegisters - registers - 1) / registers);
  most = std::min<int64_t>(most, 16);
  // The transformed inputs and the products of one panel share the second-level
  // cache with what streams by; below `least` tiles the filter would be read
  // too often.
  int64_t perTile = points * (tileStride + panel) * 4;
  int64_t least = 3 * most;
  int64_t limit = std::clamp<int64_t>(e.target.l2Bytes * 6 / 10 / perTile,
                                      least, 32 * most);
  bool known = !ShapedType::isDynamic(staticTiles);
  int64_t wanted = limit;
  if (known) {
    int64_t parts = llvm::divideCeil(staticTiles, limit);
    // Few panels leave work for other cores in the tiles only.
    if (staticTiles >= leastPieces() * most / 2)
      parts = std::max<int64_t>(parts, llvm::divideCeil(leastPieces(), panels));
    parts = std::max<int64_t>(parts, 1);
    wanted = std::max<int64_t>(1, llvm::divideCeil(staticTiles, parts));
  }
  double best = 0;
  for (int64_t r = 1; r <= most; ++r) {
    int64_t rounds = llvm::divideCeil(wanted, r);
    double step =
        0.5 + std::max({r * registers / 2.0, (r + registers) / 2.0, 4.0});
    double cost = known ? rounds * step : step / r;
    if (r == 1 || cost < best) {
      best = cost;
      rows = r;
      blockTiles = known ? rounds * r : std::max<int64_t>(1, wanted / r) * r;
    }
  }
  // Lines of neighbouring points lie on different sets as well.
  pointStride = blockTiles * tileStride;
  if (pointStride / 16 % 2 == 0)
    pointStride += 16;

  // Where the transformed inputs do not stay in the cache, several panels pass
  // while one point of them does.
  groupPanels = 1;
  int64_t inputBytes = points * pointStride * 4;
  if (inputBytes > e.target.l2Bytes * 6 / 10)
    groupPanels = std::min<int64_t>(panels, 4);
  productsAt = points * pointStride;
  outputsAt = productsAt + groupPanels * blockTiles * points * panel;
  scratchFloats = outputsAt + m * m * outBlock;
}

Value WinogradEmitter::scratchBytes() { return e.index(scratchFloats * 4); }

/// Pieces of work to leave for the cores to share.
int64_t WinogradEmitter::leastPieces() {
  return std::max<int64_t>(4, e.target.cores);
}

/// Each piece of work transforms its inputs anew: as few as keep the cores
/// busy.
Value WinogradEmitter::leastGrain() {
  int64_t groups = llvm::divideCeil(panels, groupPanels);
  Value perBlock = e.divUp(e.index(leastPieces()), blocks);
  return e.divUp(e.index(groups), e.max(perBlock, e.index(1)));
}

SmallVector<Value> WinogradEmitter::units() {
  return {e.dim(conv.getResult(), 0), blocks,
          e.index(llvm::divideCeil(panels, groupPanels))};
}

Value WinogradEmitter::unitCost() {
  return e.mul(e.min(tiles, e.index(blockTiles)),
               e.index(n * n * channels * groupPanels * panel));
}

/// The first output of a tile, numbered row by row; tiles of one phase of the
/// dilation are neighbours.
WinogradEmitter::Origin WinogradEmitter::origin(Value tile) {
  Value row = divide(e, tile, tilesX), column = remainder(e, tile, tilesX);
  auto first = [&](Value index, Value perPhase) {
    if (dilation == 1)
      return e.mul(index, e.index(m));
    Value phase = divide(e, index, perPhase),
          inPhase = remainder(e, index, perPhase);
    return e.add(phase, e.mul(inPhase, e.index(m * dilation)));
  };
  return {first(row, rowsPerPhase), first(column, columnsPerPhase)};
}

Value WinogradEmitter::tilesIn(Value block) {
  Value size = e.index(blockTiles);
  return e.min(size, e.sub(tiles, e.mul(block, size)));
}

LogicalResult WinogradEmitter::emit() {
  input = flatBuffer(e, conv.getInput());
  filter = flatBuffer(e, conv.getFilter());
  if (!input || !filter) {
    e.error(conv) << "a convolution's operands must be in memory";
    return failure();
  }
  inputStrides = rowMajor(e, e.dims(conv.getInput()));
  work = memref::ViewOp::create(
      e.b, MemRefType::get({scratchFloats}, e.b.getF32Type()), e.scratch,
      e.index(0), ValueRange{});
  SmallVector<Value> counts = units();
  e.forLoop(e.begin, e.end, e.index(1), [&](Value unit) {
    SmallVector<Value> at = e.delinearize(unit, counts);
    // The worker's memory holds the inputs of the unit before, which mostly are
    // the same.
    auto is = [&](Value x, Value y) {
      return arith::CmpIOp::create(e.b, arith::CmpIPredicate::eq, x, y)
          .getResult();
    };
    Value fresh =
        arith::OrIOp::create(e.b, is(unit, e.begin), is(at[2], e.index(0)));
    emitIf(e, fresh, [&] { transformInputs(at[0], at[1]); });
    Value firstPanel = e.mul(at[2], e.index(groupPanels));
    Value count =
        panels % groupPanels == 0
            ? e.index(groupPanels)
            : e.min(e.index(groupPanels), e.sub(e.index(panels), firstPanel));
    multiply(at[1], firstPanel, count);
    transformOutputs(at[0], at[1], firstPanel, count);
  });
  return failure(failed || e.hadError);
}

//===-- the transforms ----------------------------------------------------===//

/// The sum of coefficients[i] * x[i].
static Value combine(KernelEmitter &e, ArrayRef<double> coefficients,
                     ArrayRef<Value> x, int64_t width) {
  auto isOne = [](double c) { return std::abs(c - 1) < 1e-12; };
  auto constant = [&](double c) -> Value {
    auto type = VectorType::get({width}, e.b.getF32Type());
    return arith::ConstantOp::create(e.b, type,
                                     SplatElementsAttr::get(type, float(c)));
  };
  // A term without a factor begins the sum.
  int64_t first = -1;
  for (auto [i, c] : llvm::enumerate(coefficients))
    if (isOne(c))
      first = i;
  Value sum = first < 0 ? Value() : x[first];
  for (auto [i, c] : llvm::enumerate(coefficients)) {
    if (int64_t(i) == first || std::abs(c) < 1e-12)
      continue;
    if (sum && isOne(c))
      sum = arith::AddFOp::create(e.b, sum, x[i]);
    else if (sum && isOne(-c))
      sum = arith::SubFOp::create(e.b, sum, x[i]);
    else if (sum)
      sum = multiplyAdd(e, constant(c), x[i], sum);
    else
      sum = arith::MulFOp::create(e.b, constant(c), x[i]);
  }
  return sum;
}

/// One dimension of B^T: rows of points p and -p differ in the sign of their
/// odd terms.
static SmallVector<Value> inputLine(KernelEmitter &e,
                                    const WinogradTransform &t,
                                    ArrayRef<Value> x, int64_t width) {
  SmallVector<Value> result(t.inputs);
  result[0] = combine(e, t.input[0], x, width);
  result[t.inputs - 1] = combine(e, t.input.back(), x, width);
  for (int64_t i = 1; i + 1 < t.inputs; i += 2) {
    SmallVector<double> even(t.inputs), odd(t.inputs);
    double factor = 0;
    for (int64_t k = 0; k < t.inputs; ++k) {
      even[k] = (t.input[i][k] + t.input[i + 1][k]) / 2;
      odd[k] = (t.input[i][k] - t.input[i + 1][k]) / 2;
      if (std::abs(odd[k]) > 1e-12)
        factor = odd[k];
    }
    for (double &c : odd)
      c /= factor;
    Value e0 = combine(e, even, x, width), o = combine(e, odd, x, width);
    result[i] = combine(e, {1, factor}, {e0, o}, width);
    result[i + 1] = combine(e, {1, -factor}, {e0, o}, width);
  }
  return result;
}

/// One dimension of A^T: columns of p and -p are summed or subtracted once for
/// all rows.
static SmallVector<Value> outputLine(KernelEmitter &e,
                                     const WinogradTransform &t,
                                     ArrayRef<Value> x, int64_t width) {
  SmallVector<Value> sums, differences;
  for (int64_t i = 1; i + 1 < t.inputs; i += 2) {
    sums.push_back(arith::AddFOp::create(e.b, x[i], x[i + 1]));
    differences.push_back(arith::SubFOp::create(e.b, x[i], x[i + 1]));
  }
  SmallVector<Value> result;
  for (int64_t k = 0; k < t.outputs; ++k) {
    SmallVector<double> coefficients{t.output[k][0]};
    SmallVector<Value> terms{x[0]};
    for (auto [j, pair] : llvm::enumerate(k % 2 ? differences : sums)) {
      coefficients.push_back(t.output[k][1 + 2 * j]);
      terms.push_back(pair);
    }
    coefficients.push_back(t.output[k].back());
    terms.push_back(x.back());
    result.push_back(combine(e, coefficients, terms, width));
  }
  return result;
}

void WinogradEmitter::transformInputs(Value batch, Value block) {
  Value first = e.mul(block, e.index(blockTiles)),
        last = e.sub(tiles, e.index(1));
  // Whole register tiles: what is behind the last tile repeats it.
  Value count = e.mul(e.divUp(tilesIn(block), e.index(rows)), e.index(rows));
  e.forLoop(e.index(0), count, e.index(1), [&](Value t) {
    Origin at = origin(e.min(e.add(first, t), last));
    at.y = e.sub(at.y, e.index(conv.getPads()[0]));
    at.x = e.sub(at.x, e.index(conv.getPads()[1]));
    Value into = e.mul(t, e.index(tileStride));
    Value inside;
    auto require = [&](Value condition) {
      inside = inside ? e.b.createOrFold<arith::AndIOp>(inside, condition)
                      : condition;
    };
    const Value corner[] = {at.y, at.x};
    for (auto [d, from] : llvm::enumerate(corner)) {
      Value size = e.dim(conv.getInput(), 2 + d);
      // Unsigned: what is below zero is large.
      auto below = [&](Value x) {
        return arith::CmpIOp::create(e.b, arith::CmpIPredicate::ult, x, size)
            .getResult();
      };
      require(below(from));
      require(below(e.add(from, e.index((n - 1) * dilation))));
    }
    emitIf(
        e, inside, [&] { transformInput(at, batch, into, true); },
        [&] { transformInput(at, batch, into, false); });
  });
}

/// All channels of the tile whose window begins at `at`.
void WinogradEmitter::transformInput(Origin at, Value batch, Value into,
                                     bool interior) {
  // Outside pixels are read at the nearest place inside, and replaced by zeros.
  struct Line {
    Value offset, inside;
  };
  auto lines = [&](Value from, int64_t d) {
    SmallVector<Line> result;
    for (int64_t i = 0; i < n; ++i) {
      Value at = e.add(from, e.index(i * dilation));
      Value inside;
      if (!interior) {
        Value size = e.dim(conv.getInput(), d);
        inside =
            arith::CmpIOp::create(e.b, arith::CmpIPredicate::ult, at, size);
        at = e.max(e.min(at, e.sub(size, e.index(1))), e.index(0));
      }
      result.push_back({e.mul(at, inputStrides[d]), inside});
    }
    return result;
  };
  SmallVector<Line> ys = lines(at.y, 2), xs = lines(at.x, 3);
  Value base = e.mul(batch, inputStrides[0]);
  Value zero = zeroVector(e, e.b.getF32Type(), inBlock);
  e.forLoop(
      e.index(0), e.index(channels / inBlock), e.index(1), [&](Value block) {
        Value from = e.add(base, e.mul(block, inputStrides[1]));
        // Columns first, then rows of what came of them.
        SmallVector<SmallVector<Value>> grid(n);
        for (int64_t j = 0; j < n; ++j) {
          SmallVector<Value> column;
          for (int64_t i = 0; i < n; ++i) {
            Value v = loadVector(e, input,
                                 e.add(e.add(from, ys[i].offset), xs[j].offset),
                                 inBlock);
            if (!interior) {
              Value inside =
                  arith::AndIOp::create(e.b, ys[i].inside, xs[j].inside);
              v = arith::SelectOp::create(e.b, inside, v, zero);
            }
            column.push_back(v);
          }
          grid[j] = inputLine(e, transform, column, inBlock);
        }
        Value to = e.add(into, e.mul(block, e.index(inBlock)));
        for (int64_t i = 0; i < n; ++i) {
          SmallVector<Value> row;
          for (int64_t j = 0; j < n; ++j)
            row.push_back(grid[j][i]);
          for (auto [j, v] :
               llvm::enumerate(inputLine(e, transform, row, inBlock)))
            vector::StoreOp::create(
                e.b, v, work,
                ValueRange{e.add(to, e.index((i * n + j) * pointStride))});
        }
      });
}

void WinogradEmitter::multiply(Value block, Value firstPanel,
                               Value panelCount) {
  Value parts = e.divUp(tilesIn(block), e.index(rows));
  int64_t chunk = channels * panel;
  e.forLoop(e.index(0), e.index(n * n), e.index(1), [&](Value point) {
    e.forLoop(e.index(0), panelCount, e.index(1), [&](Value p) {
      Value number = e.add(e.mul(e.add(firstPanel, p), e.index(n * n)), point);
      Value weights = e.mul(number, e.index(chunk));
      Value next = e.add(weights, e.index(chunk));
      // The next chunk of the filter comes into the cache while this one is at
      // work.
      int64_t share =
          llvm::divideCeil(panel, std::max<int64_t>(1, blockTiles / rows));
      e.forLoop(e.index(0), parts, e.index(1), [&](Value part) {
        Value tile = e.mul(part, e.index(rows));
        Value from = e.add(e.mul(point, e.index(pointStride)),
                           e.mul(tile, e.index(tileStride)));
        Value ahead = e.add(next, e.mul(part, e.index(channels * share)));
        SmallVector<Value> acc(rows * vectors,
                               zeroVector(e, e.b.getF32Type(), outBlock));
        acc = e.forLoop(
            e.index(0), e.index(channels), e.index(1), acc,
            [&](Value c, ValueRange args) {
              SmallVector<Value> inner(args);
              for (int64_t line = 0; line < share; line += 16)
                memref::PrefetchOp::create(
                    e.b, filter,
                    ValueRange{e.add(
                        ahead, e.add(e.mul(c, e.index(share)), e.index(line)))},
                    /*isWrite=*/false, /*localityHint=*/3,
                    /*isDataCache=*/true);
              SmallVector<Value> w;
              Value row = e.add(weights, e.mul(c, e.index(panel)));
              for (int64_t j = 0; j < vectors; ++j)
                w.push_back(loadVector(
                    e, filter, e.add(row, e.index(j * outBlock)), outBlock));
              for (int64_t r = 0; r < rows; ++r) {
                Value x = loadScalar(
                    e, work, e.add(e.add(from, c), e.index(r * tileStride)));
                Value wide = splat(e, x, outBlock);
                for (int64_t j = 0; j < vectors; ++j) {
                  Value &a = inner[r * vectors + j];
                  a = multiplyAdd(e, wide, w[j], a);
                }
              }
              return inner;
            });
        Value to = e.add(e.index(productsAt),
                         e.mul(e.add(e.mul(p, e.index(blockTiles)), tile),
                               e.index(n * n * panel)));
        to = e.add(to, e.mul(point, e.index(panel)));
        for (int64_t r = 0; r < rows; ++r)
          for (int64_t j = 0; j < vectors; ++j)
            vector::StoreOp::create(
                e.b, acc[r * vectors + j], work,
                ValueRange{
                    e.add(to, e.index(r * n * n * panel + j * outBlock))});
      });
    });
  });
}

void WinogradEmitter::transformOutputs(Value batch, Value block,
                                       Value firstPanel, Value panelCount) {
  Value first = e.mul(block, e.index(blockTiles));
  e.forLoop(e.index(0), panelCount, e.index(1), [&](Value p) {
    e.forLoop(e.index(0), tilesIn(block), e.index(1), [&](Value t) {
      Origin at = origin(e.add(first, t));
      Value from = e.add(e.index(productsAt),
                         e.mul(e.add(e.mul(p, e.index(blockTiles)), t),
                               e.index(n * n * panel)));
      e.forLoop(e.index(0), e.index(vectors), e.index(1), [&](Value j) {
        Value base = e.add(from, e.mul(j, e.index(outBlock)));
        SmallVector<SmallVector<Value>> grid(n);
        for (int64_t x = 0; x < n; ++x) {
          SmallVector<Value> column;
          for (int64_t y = 0; y < n; ++y)
            column.push_back(loadVector(
                e, work, e.add(base, e.index((y * n + x) * panel)), outBlock));
          grid[x] = outputLine(e, transform, column, outBlock);
        }
        for (int64_t y = 0; y < m; ++y) {
          SmallVector<Value> row;
          for (int64_t x = 0; x < n; ++x)
            row.push_back(grid[x][y]);
          for (auto [x, v] :
               llvm::enumerate(outputLine(e, transform, row, outBlock)))
            vector::StoreOp::create(
                e.b, v, work,
                ValueRange{e.index(outputsAt + (y * m + x) * outBlock)});
        }
        Value number = e.add(e.mul(e.add(firstPanel, p), e.index(vectors)), j);
        storeTile(batch, number, at);
      });
    });
  });
}

/// What is behind the convolution, once for all outputs of a tile: its code may
/// be long.
void WinogradEmitter::storeTile(Value batch, Value outBlockNumber, Origin at) {
  auto count = [&](Value from, int64_t d) {
    // A phase of the dilation may have fewer outputs than the others.
    Value left = e.max(e.sub(e.dim(conv.getResult(), d), from), e.index(0));
    return e.min(e.index(m), e.divUp(left, e.index(dilation)));
  };
  Value height = count(at.y, 2), width = count(at.x, 3);
  e.forLoop(e.index(0), height, e.index(1), [&](Value y) {
    Value row = e.add(at.y, e.mul(y, e.index(dilation)));
    e.forLoop(e.index(0), width, e.index(1), [&](Value x) {
      Value from =
          e.add(e.index(outputsAt),
                e.mul(e.add(e.mul(y, e.index(m)), x), e.index(outBlock)));
      Value value = loadVector(e, work, from, outBlock);
      SmallVector<Value> indices{batch, outBlockNumber, row,
                                 e.add(at.x, e.mul(x, e.index(dilation))),
                                 e.index(0)};
      if (llvm::failed(
              e.storeResults(conv.getResult(), indices, 4, outBlock, value)))
        failed = true;
    });
  });
}
