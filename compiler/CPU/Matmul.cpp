// SPDX-License-Identifier: Apache-2.0
// Emits a contraction as register tiles; see Matmul.h. Sizes may be dynamic:
// what does not fill a tile goes through narrower ones.
#include "compiler/CPU/Matmul.h"

using namespace mlir;
using namespace cameo;

//===-- choice of the tile ------------------------------------------------===//

/// At most this many vectors across a tile: two keep the loads of rhs below
/// half of the multiply-adds, and leave the other registers to rows.
static constexpr int64_t maxVectors = 2;

/// Multiply-adds that take the time of reading one packed element, from a cache
/// rather than from memory, where it is 20: two pieces of a product that stay
/// in the second-level cache are 64 KB of weights each.
static constexpr int64_t rowsOfWeights = 8;

/// Blocks of the reduction and panels side by side; `m` rows, `depth` steps.
static void chooseBlocks(MatmulTile &t, Contraction &c, int64_t m,
                         int64_t depth, const TargetDescription &target) {
  if (!c.panel || c.reduction.size() != 1)
    return;
  // Weights in blocks, and halves that many rows share, are multiplied as
  // floats.
  bool converts = c.blocks || t.widen;
  Type stored = getElementTypeOrSelf(c.rhsTensor().getType()),
       element = converts ? c.sumType() : stored;
  int64_t stepBytes =
      std::max<int64_t>(1, c.panel * element.getIntOrFloatBitWidth() / 8);
  int64_t storedBytes =
      std::max<int64_t>(1, c.panel * stored.getIntOrFloatBitWidth() / 8);
  int64_t multiple = c.blocks ? c.blocks->perWord() : 4;
  // What stays in the first-level cache is not waited for.
  int64_t streamRows = c.blocks ? maxWordRows : maxStreamRows;
  // A row of a loop that has one round is such a row, too.
  bool alone = llvm::all_of(
      c.outer, [&](unsigned loop) { return c.loopSize(loop) == 1; });
  if ((ShapedType::isDynamic(m) || m <= streamRows) && alone &&
      (c.blocks || int64_t(llvm::divideCeil(c.loopSize(c.n), c.panel)) * depth *
                           storedBytes >
                       target.l1Bytes))
    t.streams = 4;
  // Multiples of what reduce() unrolls, or of what a word holds.
  int64_t few = llvm::alignTo(
      std::max<int64_t>(1, target.l1Bytes / 6 / stepBytes), multiple);
  // What is dequantised there stays in the first-level cache.
  int64_t room = c.blocks ? target.l1Bytes / 2 : target.l2Bytes / 20;
  int64_t most = std::max(few, room / stepBytes / multiple * multiple);
  int64_t many = llvm::alignTo(
      llvm::divideCeil(depth,
                       std::max<int64_t>(1, llvm::divideCeil(depth, most))),
      multiple);
  bool isFew = ShapedType::isDynamic(m) || m <= fewRows;
  if ((ShapedType::isDynamic(m) || m > t.rows || converts) && c.m >= 0 &&
      depth > (isFew ? few : most)) {
    t.fewDepth = few;
    t.manyDepth = std::max<int64_t>(many, multiple);
  }
}

MatmulTile MatmulTile::choose(Contraction &c, KernelOp kernel,
                              const TargetDescription &target) {
  MatmulTile t;
  Type type = c.sumType();
  int64_t bits =
      type.isIntOrFloat() ? std::max(8u, type.getIntOrFloatBitWidth()) : 64;
  t.lanes = target.lanes(bits);
  t.columns = c.panel ? c.panel : t.lanes * maxVectors;
  int64_t n = c.loopSize(c.n);
  if (!c.panel && !ShapedType::isDynamic(n))
    t.columns = std::min<int64_t>(
        t.columns, llvm::alignTo(std::max<int64_t>(n, 1), t.lanes));
  int64_t vectors = llvm::divideCeil(t.columns, t.lanes);
  // One register holds the broadcast element, `vectors` the row of rhs.
  int64_t most =
      std::max<int64_t>(1, (target.vectorRegisters - vectors - 1) / vectors);
  int64_t m = c.m < 0 ? 1 : c.loopSize(c.m);
  // Of an unknown number of rows, a power of two leaves the least behind.
  t.rows = ShapedType::isDynamic(m) ? llvm::bit_floor(uint64_t(most)) : most;
  if (!ShapedType::isDynamic(m)) {
    t.rows = std::clamp<int64_t>(m, 1, most); // nothing makes no tile of 0
    if (m > most) {
      // Even tiles, without a remainder where a divisor is not much smaller.
      t.rows = llvm::divideCeil(m, llvm::divideCeil(m, most));
      for (int64_t r = most; r >= std::max<int64_t>(2, most * 4 / 7); --r)
        if (m % r == 0) {
          t.rows = r;
          break;
        }
    }
  }
  // Rows that share a packed panel pay for the copy.
  bool manyRows = ShapedType::isDynamic(m) || m >= 16;
  bool contiguous = false;
  if (!c.panel) {
    AffineMap map = c.rhsMap();
    contiguous =
        map.getNumResults() > 0 &&
        map.getResults().back() == getAffineDimExpr(c.n, map.getContext());
    for (AffineExpr expr : map.getResults().drop_back())
      contiguous &= !expr.isFunctionOfDim(c.n);
  }
  // Rows of one tile widen halves as they load them.
  t.widen =
      c.panel && !c.blocks && c.multiplyAdd && c.m >= 0 &&
      c.reduction.size() == 1 &&
      getElementTypeOrSelf(c.rhsTensor().getType()).getIntOrFloatBitWidth() ==
          16 &&
      (ShapedType::isDynamic(m) || m > t.rows);
  t.pack = c.blocks || t.widen || (!c.panel && (!contiguous || manyRows));
  // Rows of lhs that stay in half of the second-level cache while the panels
  // pass by.
  int64_t depth = 1;
  for (unsigned k : c.reduction) {
    int64_t size = c.loopSize(k);
    depth *= ShapedType::isDynamic(size) ? 512 : size;
  }
  chooseBlocks(t, c, m, depth, target);
  if (t.manyDepth)
    depth = std::min(depth, t.manyDepth);
  int64_t rowBytes = std::max<int64_t>(1, depth * bits / 8);
  int64_t block =
      std::max<int64_t>(4, target.l2Bytes / 2 / rowBytes / t.rows) * t.rows;
  // Units small enough that several workers find work.
  block = std::min(block, 16 * t.rows);
  t.rowBlock = !ShapedType::isDynamic(m) && m <= block ? 0 : block;
  return t;
}

//===-- units of work -----------------------------------------------------===//

MatmulEmitter::MatmulEmitter(Contraction contraction, MatmulTile tile,
                             KernelEmitter &e)
    : c(contraction), tile(tile), e(e), sizes(e.loopSizes(c.op)) {}

SmallVector<Value> MatmulEmitter::units() {
  SmallVector<Value> counts;
  for (unsigned loop : c.outer)
    counts.push_back(sizes[loop]);
  counts.push_back(c.m < 0 || !tile.rowBlock
                       ? e.index(1)
                       : e.divUp(sizes[c.m], e.index(tile.rowBlock)));
  counts.push_back(e.divUp(sizes[c.n], e.index(tile.columns)));
  return counts;
}

static Value reductionSize(KernelEmitter &e, Contraction &c,
                           ArrayRef<Value> sizes) {
  Value depth = e.index(1);
  for (unsigned k : c.reduction)
    depth = e.mul(depth, sizes[k]);
  return depth;
}

Value MatmulEmitter::sumBytes() {
  if (!tile.fewDepth)
    return e.index(0);
  Value rows = tile.rowBlock ? e.index(tile.rowBlock) : sizes[c.m];
  return e.mul(
      rows, e.index(tile.columns * (c.sumType().getIntOrFloatBitWidth() / 8)));
}

Value MatmulEmitter::scratchBytes() {
  if (converts()) {
    int64_t steps = tile.fewDepth ? std::max(tile.fewDepth, tile.manyDepth)
                                  : c.loopSize(c.reduction[0]);
    steps = llvm::alignTo(steps, c.blocks ? c.blocks->perWord() : 1);
    Value bytes = e.add(sumBytes(), e.index(steps * tile.columns * 4));
    bool readsWords = c.blocks && tile.streams > 1;
    return e.max(bytes, e.index(readsWords ? rowBytes(maxWordRows) : 0));
  }
  if (tile.fewDepth)
    return sumBytes();
  if (!tile.pack)
    return {};
  Type element = getElementTypeOrSelf(c.rhsTensor().getType());
  int64_t bytes =
      llvm::divideCeil(std::max(8u, element.getIntOrFloatBitWidth()), 8);
  return e.mul(reductionSize(e, c, sizes), e.index(tile.columns * bytes));
}

Value MatmulEmitter::unitCost() {
  Value rows = c.m < 0 ? e.index(1) : sizes[c.m];
  if (tile.rowBlock)
    rows = e.min(rows, e.index(tile.rowBlock));
  // Few rows wait for their weights.
  if (c.panel)
    rows = e.max(rows, e.index(rowsOfWeights));
  return e.mul(e.mul(rows, e.index(tile.columns)), reductionSize(e, c, sizes));
}

SmallVector<Value> MatmulEmitter::apply(AffineMap map, const Loops &loops) {
  SmallVector<Value> indices;
  for (AffineExpr expr : map.getResults()) {
    auto fn = [&](auto &&self, AffineExpr x) -> Value {
      if (auto d = dyn_cast<AffineDimExpr>(x))
        return loops[d.getPosition()];
      if (auto k = dyn_cast<AffineConstantExpr>(x))
        return e.index(k.getValue());
      auto binary = cast<AffineBinaryOpExpr>(x);
      Value l = self(self, binary.getLHS()), r = self(self, binary.getRHS());
      switch (binary.getKind()) {
      case AffineExprKind::Add:
        return e.add(l, r);
      case AffineExprKind::Mul:
        return e.mul(l, r);
      case AffineExprKind::FloorDiv:
        return divide(e, l, r);
      default:
        return remainder(e, l, r);
      }
    };
    indices.push_back(fn(fn, expr));
  }
  return indices;
}

LogicalResult MatmulEmitter::emit() {
  lhs = stridedOperand(e, c.lhsTensor(), c.lhsMap());
  prepareWeights();
  if (c.blocks) {
    // In scratch before anything reads them through `panel`.
    rhs.strides.assign(sizes.size(), e.index(0));
  } else if (c.panel) {
    // The panel's number is the only index in which the column counts; see
    // emitUnit.
    SmallVector<unsigned> skip;
    for (auto [i, expr] : llvm::enumerate(c.rhsMap().getResults()))
      if (expr.isFunctionOfDim(c.n))
        skip.push_back(i);
    rhs = stridedOperand(e, c.rhsTensor(), c.rhsMap(), skip);
    if (rhs) {
      SmallVector<Value> strides = rowMajor(e, e.dims(c.rhsTensor()));
      // A tile is as wide as a panel, and n a multiple of it, so n floordiv
      // panel * stride is n * (stride / panel) exactly.
      rhs.strides[c.n] = divide(e, strides[skip.front()], e.index(c.panel));
    }
  } else {
    rhs = stridedOperand(e, c.rhsTensor(), c.rhsMap());
  }
  if (!rhs && !tile.pack) {
    e.error(c.op) << "a packed operand must be in memory";
    return failure();
  }
  panel = rhs;
  if (tile.pack) {
    auto type = MemRefType::get(
        {ShapedType::kDynamic},
        converts() ? c.sumType()
                   : getElementTypeOrSelf(c.rhsTensor().getType()));
    Value elements =
        converts() ? divide(e, e.sub(scratchBytes(), sumBytes()), e.index(4))
                   : e.mul(reductionSize(e, c, sizes), e.index(tile.columns));
    panel.flat = memref::ViewOp::create(e.b, type, e.scratch,
                                        converts() ? sumBytes() : e.index(0),
                                        ValueRange{elements});
    panel.offset = e.index(0);
    panel.strides.assign(sizes.size(), e.index(0));
    Value stride = e.index(tile.columns);
    for (unsigned k : llvm::reverse(c.reduction)) {
      panel.strides[k] = stride;
      stride = e.mul(stride, sizes[k]);
    }
  }
  SmallVector<Value> counts = units();
  auto all = [&] {
    e.forLoop(e.begin, e.end, e.index(1),
              [&](Value unit) { emitUnit(unit, counts); });
  };
  std::function<void(int64_t)> byRows = [&](int64_t rows) {
    if (rows > mostStreamRows())
      return all();
    emitIf(
        e, less(e, sizes[c.m], e.index(rows + 1)), [&] { emitStreams(rows); },
        [&] { byRows(rows + 1); });
  };
  int64_t m = c.m < 0 ? 1 : c.loopSize(c.m);
  if (tile.streams == 1 || m == 0)
    all();
  else if (ShapedType::isDynamic(m))
    emitIf(e, less(e, e.index(0), sizes[c.m]), [&] { byRows(1); });
  else
    emitStreams(m);
  return failure(failed || e.hadError);
}

void MatmulEmitter::emitUnit(Value unit, ValueRange counts) {
  SmallVector<Value> at = e.delinearize(unit, counts);
  Loops loops(sizes.size());
  for (auto [i, loop] : llvm::enumerate(c.outer))
    loops[loop] = at[i];
  Value block = at[at.size() - 2], columns = e.index(tile.columns);
  loops[c.n] = e.mul(at.back(), columns);
  Value from = e.index(0), to = c.m < 0 ? e.index(1) : sizes[c.m];
  if (c.m >= 0 && tile.rowBlock) {
    from = e.mul(block, e.index(tile.rowBlock));
    to = e.min(to, e.add(from, e.index(tile.rowBlock)));
  }
  if (converts() && !tile.fewDepth)
    convert(loops, e.index(0), sizes[c.reduction[0]]);
  else if (tile.pack && !converts())
    packPanel(loops);

  SmallVector<int64_t> full(tile.columns / tile.lanes, tile.lanes);
  if (int64_t rest = tile.columns % tile.lanes)
    full.push_back(rest);
  int64_t n = c.loopSize(c.n);
  if (!ShapedType::isDynamic(n)) {
    SmallVector<int64_t> last;
    for (int64_t left = n % tile.columns; left > 0; left -= tile.lanes)
      last.push_back(std::min(left, tile.lanes));
    if (last.empty())
      return emitRows(loops, from, to, full);
    if (n < tile.columns)
      return emitRows(loops, from, to, last);
    emitIf(
        e, less(e, at.back(), e.index(n / tile.columns)),
        [&] { emitRows(loops, from, to, full); },
        [&] { emitRows(loops, from, to, last); });
    return;
  }
  Value first = loops[c.n], past = e.add(first, columns);
  emitIf(
      e, less(e, sizes[c.n], past),
      [&] {
        // What is left of the columns, in vectors, fours and single elements.
        SmallVector<int64_t> widths{tile.lanes};
        for (int64_t width : {4, 1})
          if (width < tile.lanes)
            widths.push_back(width);
        for (int64_t width : widths) {
          Value w = e.index(width);
          Value stop =
              e.add(first, e.mul(divide(e, e.sub(sizes[c.n], first), w), w));
          e.forLoop(first, stop, w, [&](Value column) {
            Loops inner = loops;
            inner[c.n] = column;
            // A panel in scratch starts at its own first column.
            Strided whole = panel;
            if (tile.pack)
              panel.offset = e.add(panel.offset, e.sub(column, loops[c.n]));
            emitRows(inner, from, to, {width});
            panel = whole;
          });
          first = stop;
        }
      },
      [&] { emitRows(loops, from, to, full); });
}

void MatmulEmitter::emitRows(Loops loops, Value from, Value to,
                             ArrayRef<int64_t> widths) {
  int64_t m = c.m < 0 ? 1 : c.loopSize(c.m);
  auto tileAt = [&](Value row, int64_t rows) {
    Loops inner = loops;
    if (c.m >= 0)
      inner[c.m] = row;
    emitTile(inner, rows, widths);
  };
  firstRow = from;
  rowCount = e.sub(to, from);
  if (m == 0)
    return;
  if (tile.fewDepth)
    return emitBlockedRows(loops, from, to, widths);
  if (!ShapedType::isDynamic(m) && m <= tile.rows)
    return tileAt(from, m);
  Value rows = e.index(tile.rows);
  Value stop = e.add(from, e.mul(divide(e, e.sub(to, from), rows), rows));
  e.forLoop(from, stop, rows, [&](Value row) { tileAt(row, tile.rows); });
  if (!ShapedType::isDynamic(m)) {
    // Blocks are multiples of a tile, so only the last one has a remainder.
    if (int64_t rest = m % tile.rows)
      emitIf(e, less(e, stop, to), [&] { tileAt(stop, rest); });
    return;
  }
  for (int64_t rest = tile.rows / 2; rest >= 1; rest /= 2) {
    Value r = e.index(rest), first = stop;
    stop = e.add(first, e.mul(divide(e, e.sub(to, first), r), r));
    e.forLoop(first, stop, r, [&](Value row) { tileAt(row, rest); });
  }
}

//===-- one tile ----------------------------------------------------------===//

Value MatmulEmitter::initial(const Loops &loops, int64_t row, int64_t column,
                             int64_t width) {
  Value init = c.op.getDpsInits()[0];
  if (auto fill = init.getDefiningOp<linalg::FillOp>())
    if (Value s = e.scalar(fill.getInputs()[0]))
      return splat(e, widen(s), width);
  Loops at = loops;
  if (c.m >= 0)
    at[c.m] = e.add(at[c.m], e.index(row));
  at[c.n] = e.add(at[c.n], e.index(column));
  int64_t dim = 0;
  for (auto [i, expr] : llvm::enumerate(c.resultMap().getResults()))
    if (expr.isFunctionOfDim(c.n))
      dim = i;
  Value v = e.evaluate(init, apply(c.resultMap(), at), dim, width);
  if (!v) {
    failed = true;
    return zeroVector(e, c.sumType(), width);
  }
  return splat(e, widen(v), width);
}

void MatmulEmitter::emitTile(Loops loops, int64_t rows,
                             ArrayRef<int64_t> widths) {
  SmallVector<int64_t> lanes = lanesOf(widths);
  int64_t vectors = lanes.size(), entries = rows * vectors;
  int64_t unroll = asTheyAre      ? 1
                   : streamUnroll ? streamUnroll
                                  : unrollOf(entries);
  SmallVector<Value> acc;
  for (int64_t u = 0; u < unroll; ++u)
    for (int64_t i = 0; i < rows; ++i)
      for (int64_t j = 0; j < vectors; ++j) {
        if (u > 0) {
          acc.push_back(zeroVector(e, c.sumType(), lanes[j]));
          continue;
        }
        acc.push_back(
            widenLanes(initial(loops, i, j * tile.lanes, widths[j]), lanes[j]));
      }
  startPrefetch(loops, rows);
  if (asTheyAre)
    reduceBlocks(loops, acc, rows, vectors);
  else
    reduce(0, loops, acc, rows, lanes, unroll);
  prefetchBase = {};
  joinSums(acc, entries, unroll);
  for (int64_t i = 0; i < rows; ++i)
    for (int64_t j = 0; j < vectors; ++j)
      store(loops, i, j, widths[j], acc[i * vectors + j]);
}

void MatmulEmitter::store(Loops loops, int64_t row, int64_t j, int64_t width,
                          Value value) {
  int64_t vectorDim = 0;
  for (auto [i, expr] : llvm::enumerate(c.resultMap().getResults()))
    if (expr.isFunctionOfDim(c.n))
      vectorDim = i;
  if (c.m >= 0)
    loops[c.m] = e.add(loops[c.m], e.index(row));
  loops[c.n] = e.add(loops[c.n], e.index(j * tile.lanes));
  failed |= llvm::failed(
      e.storeResults(c.op.getResult(0), apply(c.resultMap(), loops), vectorDim,
                     width, firstLanes(e, narrow(value), width)));
}

Value MatmulEmitter::widenLanes(Value v, int64_t lanes) {
  if (cast<VectorType>(v.getType()).getDimSize(0) == lanes)
    return v;
  return vector::InsertStridedSliceOp::create(
      e.b, v, zeroVector(e, c.sumType(), lanes), ArrayRef<int64_t>{0},
      ArrayRef<int64_t>{1});
}

int64_t MatmulEmitter::unrollOf(int64_t entries) const {
  return c.isSum && entries < 8
             ? std::min<int64_t>(4, llvm::divideCeil(8, entries))
             : 1;
}

void MatmulEmitter::joinSums(SmallVector<Value> &acc, int64_t entries,
                             int64_t unroll) {
  for (int64_t u = 1; u < unroll; ++u)
    for (int64_t i = 0; i < entries; ++i) {
      Value more = acc[u * entries + i];
      if (isa<FloatType>(c.sumType()))
        acc[i] = arith::AddFOp::create(e.b, acc[i], more);
      else
        acc[i] = arith::AddIOp::create(e.b, acc[i], more);
    }
}

SmallVector<int64_t> MatmulEmitter::lanesOf(ArrayRef<int64_t> widths) const {
  SmallVector<int64_t> lanes(widths);
  if (c.panel)
    for (int64_t &w : lanes)
      w = std::min(tile.lanes, c.panel);
  return lanes;
}

Value MatmulEmitter::columnOffset(int64_t j) {
  int64_t across = c.panel ? c.panel / tile.lanes : j + 1;
  Value inPanel = e.index(j % across * tile.lanes);
  return j < across
             ? inPanel
             : e.add(e.mul(rhs.strides[c.n], e.index(j / across * c.panel)),
                     inPanel);
}

void MatmulEmitter::startPrefetch(const Loops &loops, int64_t rows) {
  // While the rows of this panel pass by, the next panel comes into the cache,
  // evenly: a tile fetches the share that it has in the rows, and each step of
  // its reduction as much of that.
  // Few rows wait for memory as it is: the instructions would only cost.
  if (!c.panel || c.blocks || c.m < 0 || c.reduction.size() != 1 ||
      2 * rows < tile.rows)
    return;
  Value depth = sizes[c.reduction[0]], panel = e.index(c.panel);
  Value all = e.max(rowCount, e.index(1));
  prefetchStep = e.divUp(e.index(c.panel * rows), all);
  Loops next = loops;
  next[c.n] = e.add(next[c.n], panel);
  next[c.m] = {};
  Value done = divide(e, e.mul(e.sub(loops[c.m], firstRow), panel), all);
  prefetchBase = e.add(rhs.at(e, next), e.mul(done, depth));
}

void MatmulEmitter::reduce(unsigned depth, Loops &loops,
                           SmallVector<Value> &acc, int64_t rows,
                           ArrayRef<int64_t> widths, int64_t unroll) {
  unsigned k = c.reduction[depth];
  bool inner = depth + 1 == c.reduction.size();
  int64_t entries = rows * widths.size();
  auto body = [&](Value i, MutableArrayRef<Value> values, int64_t times) {
    for (int64_t u = 0; u < times; ++u) {
      loops[k] = e.add(i, e.index(u));
      if (inner) {
        step(loops, values.slice(u * entries, entries), rows, widths);
      } else {
        SmallVector<Value> nested(values);
        reduce(depth + 1, loops, nested, rows, widths, unroll);
        llvm::copy(nested, values.begin());
      }
    }
  };
  int64_t times = inner ? unroll : 1;
  Value by = e.index(times);
  // Blocks are multiples of `times` but for the last one.
  Value first = depthFrom ? depthFrom : e.index(0),
        past = depthTo ? depthTo : sizes[k];
  Value whole =
      times == 1 ? past
                 : e.add(first, e.mul(divide(e, e.sub(past, first), by), by));
  acc = e.forLoop(first, whole, by, acc, [&](Value i, ValueRange args) {
    SmallVector<Value> values(args);
    body(i, values, times);
    return values;
  });
  if (times > 1 &&
      !(c.loopSize(k) != ShapedType::kDynamic && c.loopSize(k) % times == 0))
    acc =
        e.forLoop(whole, past, e.index(1), acc, [&](Value i, ValueRange args) {
          SmallVector<Value> values(args);
          body(i, values, 1);
          return values;
        });
  loops[k] = {};
}

void MatmulEmitter::step(Loops &loops, MutableArrayRef<Value> acc, int64_t rows,
                         ArrayRef<int64_t> widths) {
  SmallVector<Value> columns;
  Value base = panel.at(e, [&] {
    Loops at = loops;
    if (tile.pack)
      at[c.n] = {};
    return at;
  }());
  for (int64_t j = 0, v = widths.size(); j < v; ++j)
    columns.push_back(widen(
        loadVector(e, panel.flat, e.add(base, columnOffset(j)), widths[j])));
  auto prefetch = [&](Value at, int64_t locality) {
    memref::PrefetchOp::create(e.b, rhs.flat, ValueRange{at},
                               /*isWrite=*/false, locality,
                               /*isDataCache=*/true);
  };
  if (streamAhead)
    for (int64_t j = 0, v = widths.size(); j < v; ++j)
      prefetch(e.add(e.add(base, columnOffset(j)), e.index(streamAhead)), 3);
  if (prefetchBase) {
    Value at = e.add(prefetchBase, e.mul(loops[c.reduction[0]], prefetchStep));
    // Few rows have more than one vector of the next panel to fetch in a step.
    bool several = rows < tile.rows || (c.m >= 0 && c.loopSize(c.m) < 16);
    for (int64_t j = 0; j < (several ? c.panel : 1); j += tile.lanes)
      prefetch(e.add(at, e.index(j)), 2);
  }
  for (int64_t i = 0; i < rows; ++i) {
    Value element;
    Loops at = loops;
    if (lhs) {
      // The row's constant comes last, so that it becomes the address's
      // displacement.
      Value index = lhs.at(e, loops);
      if (c.m >= 0)
        index = e.add(index, e.mul(e.index(i), lhs.strides[c.m]));
      element = loadScalar(e, lhs.flat, index);
    } else {
      if (c.m >= 0)
        at[c.m] = e.add(at[c.m], e.index(i));
      element = e.evaluate(c.lhsTensor(), apply(c.lhsMap(), at), -1, 1);
      if (!element) {
        failed = true;
        return;
      }
    }
    for (int64_t j = 0, v = widths.size(); j < v; ++j) {
      Value &sum = acc[i * v + j];
      if (c.multiplyAdd) {
        sum = cameo::multiplyAdd(e, splat(e, widen(element), widths[j]),
                                 columns[j], sum);
        continue;
      }
      Loops point = loops;
      if (c.m >= 0)
        point[c.m] = e.add(point[c.m], e.index(i));
      point[c.n] = e.add(point[c.n], e.index(j * tile.lanes));
      Value init = c.op.getDpsInits()[0];
      auto scalarIfOne = [&](Value x) {
        return widths[j] == 1 ? firstLanes(e, x, 1) : x;
      };
      SmallVector<Value> yielded =
          e.applyGeneric(c.op, point, c.n, widths[j],
                         [&](Value tensor, ArrayRef<LaneIndex>) -> Value {
                           if (tensor == c.lhsTensor())
                             return element;
                           if (tensor == c.rhsTensor())
                             return scalarIfOne(columns[j]);
                           if (tensor == init)
                             return scalarIfOne(sum);
                           return {};
                         });
      if (yielded.empty() || !yielded[0]) {
        failed = true;
        return;
      }
      sum = splat(e, yielded[0], widths[j]);
    }
  }
}

//===-- panels ------------------------------------------------------------===//

void MatmulEmitter::widenPanel(const Loops &loops, Value from, Value to) {
  unsigned k = c.reduction[0];
  e.forLoop(from, to, e.index(1), [&](Value step) {
    Loops at = loops;
    at[k] = step;
    Value source = rhs.at(e, at),
          target = e.mul(e.sub(step, from), e.index(tile.columns));
    for (int64_t j = 0; j < tile.columns; j += tile.lanes) {
      Value v = loadVector(e, rhs.flat, e.add(source, e.index(j)), tile.lanes);
      vector::StoreOp::create(e.b, widen(v), panel.flat,
                              ValueRange{e.add(target, e.index(j))});
    }
  });
  panel.offset = e.sub(e.index(0), e.mul(from, e.index(tile.columns)));
}

void MatmulEmitter::packPanel(Loops loops) {
  Value past = e.min(e.sub(sizes[c.n], loops[c.n]), e.index(tile.columns));
  auto whole = [&](function_ref<void()> fast, function_ref<void()> slow) {
    int64_t n = c.loopSize(c.n);
    if (!ShapedType::isDynamic(n) && n % tile.columns == 0)
      return fast();
    emitIf(e, less(e, past, e.index(tile.columns)), slow, fast);
  };
  unsigned last = c.reduction.back();
  std::function<void(unsigned, function_ref<void()>)> overOuterReductions =
      [&](unsigned depth, function_ref<void()> body) {
        if (depth + 1 == c.reduction.size())
          return body();
        unsigned k = c.reduction[depth];
        e.forLoop(e.index(0), sizes[k], e.index(1), [&](Value i) {
          loops[k] = i;
          overOuterReductions(depth + 1, body);
        });
      };
  auto element = [&](const Loops &at) -> Value {
    if (rhs)
      return loadScalar(e, rhs.flat, rhs.at(e, at));
    Value v = e.evaluate(c.rhsTensor(), apply(c.rhsMap(), at), -1, 1);
    failed |= !v;
    return v;
  };
  auto target = [&](const Loops &at, Value column) {
    Loops inPanel = at;
    inPanel[c.n] = {};
    return e.add(panel.at(e, inPanel), column);
  };
  // Element by element: partial panels, and operands that are computed or lie
  // across.
  auto scalars = [&](Value fromK) {
    e.forLoop(e.index(0), past, e.index(1), [&](Value column) {
      e.forLoop(fromK, sizes[last], e.index(1), [&](Value k) {
        Loops at = loops;
        at[last] = k;
        at[c.n] = e.add(loops[c.n], column);
        Value v = element(at);
        if (v)
          memref::StoreOp::create(e.b, v, panel.flat,
                                  ValueRange{target(at, column)});
      });
    });
  };
  bool alongColumns = rhs && rhs.isUnit(c.n);
  bool alongDepth = rhs && rhs.isUnit(last) &&
                    llvm::isPowerOf2_64(tile.lanes) && tile.lanes > 1 &&
                    tile.columns % tile.lanes == 0;
  overOuterReductions(0, [&] {
    if (alongColumns) {
      whole(
          [&] {
            e.forLoop(e.index(0), sizes[last], e.index(1), [&](Value k) {
              Loops at = loops;
              at[last] = k;
              for (int64_t j = 0; j < tile.columns; j += tile.lanes) {
                int64_t width = std::min(tile.lanes, tile.columns - j);
                Value v = loadVector(e, rhs.flat,
                                     e.add(rhs.at(e, at), e.index(j)), width);
                vector::StoreOp::create(e.b, v, panel.flat,
                                        ValueRange{target(at, e.index(j))});
              }
            });
          },
          [&] { scalars(e.index(0)); });
    } else if (alongDepth) {
      whole(
          [&] {
            Value lanes = e.index(tile.lanes);
            Value stop = e.mul(divide(e, sizes[last], lanes), lanes);
            e.forLoop(e.index(0), stop, lanes,
                      [&](Value k) { packTransposed(loops, k); });
            scalars(stop);
          },
          [&] { scalars(e.index(0)); });
    } else {
      scalars(e.index(0));
    }
  });
}

void MatmulEmitter::packTransposed(Loops loops, Value k) {
  unsigned last = c.reduction.back();
  loops[last] = k;
  for (int64_t j = 0; j < tile.columns; j += tile.lanes) {
    SmallVector<Value> rows;
    Value base = rhs.at(e, loops);
    for (int64_t i = 0; i < tile.lanes; ++i)
      rows.push_back(loadVector(
          e, rhs.flat, e.add(base, e.mul(e.index(i + j), rhs.strides[c.n])),
          tile.lanes));
    transpose(e, rows);
    Loops inPanel = loops;
    inPanel[c.n] = {};
    Value to = e.add(panel.at(e, inPanel), e.index(j));
    for (int64_t i = 0; i < tile.lanes; ++i)
      vector::StoreOp::create(
          e.b, rows[i], panel.flat,
          ValueRange{e.add(to, e.mul(e.index(i), panel.strides[last]))});
  }
}
