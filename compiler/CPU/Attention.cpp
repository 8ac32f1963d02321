// SPDX-License-Identifier: Apache-2.0
// See Attention.h. Tiles are some keys by 2 vectors of queries for the scores,
// as many queries by 2 vectors of columns for the weighted sum of values.
#include "compiler/CPU/Attention.h"
#include "compiler/Kernels/PointwiseRoot.h"

using namespace mlir;
using namespace cameo;

/// Queries that are left behind the last whole block go through rows if they
/// are fewer.
static constexpr int64_t fewQueries = 4;

FailureOr<AttentionChain> cameo::attentionOf(KernelOp kernel) {
  if (kernel.getNumOuts() != 1)
    return failure();
  Value result = kernel.getReturn().getValues()[0];
  while (isa_and_nonnull<tensor::ExpandShapeOp, tensor::CollapseShapeOp>(
      result.getDefiningOp()))
    result = result.getDefiningOp()->getOperand(0);
  auto values = result.getDefiningOp<linalg::GenericOp>();
  return values ? AttentionChain::match(values)
                : FailureOr<AttentionChain>(failure());
}

AttentionEmitter::AttentionEmitter(AttentionChain chain, KernelEmitter &e)
    : c(chain), e(e),
      wide(getElementTypeOrSelf(c.highest.getResult(0).getType())) {
  if (wide.getIntOrFloatBitWidth() < 32)
    wide = e.b.getF32Type();
  lanes = e.target.lanes(wide.getIntOrFloatBitWidth());
  // Where the scores broadcast, the softmax is of more than them.
  outerSizes = e.dims(c.masked());
  keys = outerSizes.pop_back_val();
  queries = outerSizes.pop_back_val();
  depth = e.loopSizes(c.scores)[c.depthLoop];
  columns = c.values.getStaticLoopRanges()[c.columnLoop];
  bounds = keyBounds(c);
}

SmallVector<Value> AttentionEmitter::units() {
  SmallVector<Value> counts(outerSizes);
  counts.push_back(e.divUp(queries, e.index(blockSize())));
  return counts;
}

Value AttentionEmitter::unitCost() {
  Value rows = e.min(queries, e.index(blockSize()));
  return e.mul(e.mul(rows, keys), e.add(depth, e.index(columns)));
}

//===-- scratch memory ----------------------------------------------------===//

/// Rounded up to cache lines.
Value AttentionEmitter::bytesOf(Type element, Value count) {
  int64_t bytes = element.getIntOrFloatBitWidth() / 8;
  return e.mul(e.divUp(e.mul(count, e.index(bytes)), e.index(64)), e.index(64));
}

Value AttentionEmitter::scratchBytes() {
  Value lanesInBlock = e.index(blockSize()), scores = e.mul(keys, lanesInBlock);
  Type x = getElementTypeOrSelf(c.masked().getType()),
       p = getElementTypeOrSelf(c.powers.getResult(0).getType());
  Value bytes =
      e.add(bytesOf(wide, e.mul(depth, lanesInBlock)), bytesOf(x, scores));
  if (x != p)
    bytes = e.add(bytes, bytesOf(p, scores));
  return e.add(bytes, bytesOf(wide, lanesInBlock));
}

Value AttentionEmitter::scratchView(Type element, Value offset, Value count) {
  return memref::ViewOp::create(
      e.b, MemRefType::get({ShapedType::kDynamic}, element), e.scratch, offset,
      ValueRange{count});
}

void AttentionEmitter::layoutScratch() {
  Value lanesInBlock = e.index(blockSize()), scores = e.mul(keys, lanesInBlock);
  Type x = getElementTypeOrSelf(c.masked().getType()),
       p = getElementTypeOrSelf(c.powers.getResult(0).getType());
  Value offset = e.index(0);
  auto place = [&](Type element, Value count) {
    Value view = scratchView(element, offset, count);
    offset = e.add(offset, bytesOf(element, count));
    return view;
  };
  packed = place(wide, e.mul(depth, lanesInBlock));
  masked = place(x, scores);
  weights = x == p ? masked : place(p, scores);
  scales = place(wide, lanesInBlock);
}

//===-- indices -----------------------------------------------------------===//

LaneIndex AttentionEmitter::queryLanes(const Block &block, int64_t j) {
  Value first = e.add(block.first, e.index(j * lanes));
  if (block.whole)
    return LaneIndex(first, 1);
  auto type = VectorType::get({lanes}, e.b.getIndexType());
  auto steps = llvm::to_vector(llvm::seq<int64_t>(0, lanes));
  Value iota = arith::ConstantOp::create(
      e.b, DenseElementsAttr::get(type, ArrayRef<int64_t>(steps)));
  Value last = e.sub(queries, e.index(1));
  return LaneIndex::ofLanes(
      arith::MinSIOp::create(
          e.b, arith::AddIOp::create(e.b, iota, splat(e, first, lanes)),
          splat(e, last, lanes))
          .getResult());
}

LaneIndices AttentionEmitter::scoreIndices(ArrayRef<Value> outer,
                                           LaneIndex query, LaneIndex key) {
  LaneIndices at(outer.begin(), outer.end());
  at.push_back(query);
  at.push_back(key);
  return at;
}

SmallVector<Value> AttentionEmitter::scoreLoops(ArrayRef<Value> outer,
                                                Value query, Value key,
                                                Value depth) {
  SmallVector<Value> loops(c.scores.getNumLoops());
  for (auto [loop, i] : llvm::zip(c.scoreLoops, outer))
    loops[loop] = i;
  loops[c.scoreLoops[outer.size()]] = query;
  loops[c.scoreLoops.back()] = key;
  loops[c.depthLoop] = depth;
  return loops;
}

SmallVector<Value> AttentionEmitter::valueLoops(ArrayRef<Value> outer,
                                                Value query, Value key,
                                                Value column) {
  SmallVector<Value> loops(c.values.getNumLoops());
  for (auto [loop, i] : llvm::zip(c.valueLoops, outer))
    loops[loop] = i;
  loops[c.valueLoops[outer.size()]] = query;
  loops[c.valueLoops.back()] = key;
  loops[c.columnLoop] = column;
  return loops;
}

Value AttentionEmitter::evaluate(
    Value tensor, const LaneIndices &at, int64_t width,
    std::initializer_list<std::pair<Value, Value>> known, ValueOf others) {
  Value v = e.evaluate(tensor, at, width,
                       [&](Value asked, ArrayRef<LaneIndex> indices) -> Value {
                         for (auto [t, value] : known)
                           if (t == asked)
                             return value;
                         return others ? others(asked, indices) : Value();
                       });
  if (!v) {
    failed = true;
    Type type = getElementTypeOrSelf(tensor.getType());
    return width == 1 ? arith::ConstantOp::create(e.b, e.b.getZeroAttr(type))
                            .getResult()
                      : zeroVector(e, type, width);
  }
  return e.broadcast(v, width);
}

//===-- a block of queries ------------------------------------------------===//

LogicalResult AttentionEmitter::emit() {
  SmallVector<AffineMap> maps = c.scores.getIndexingMapsArray();
  query = stridedOperand(e, c.scores->getOperand(c.query), maps[c.query]);
  key = stridedOperand(e, c.scores->getOperand(c.key), maps[c.key]);
  value = stridedOperand(e, c.values->getOperand(c.value),
                         c.values.getIndexingMapsArray()[c.value]);
  if (!query || !key || !value) {
    e.error(c.values) << "an operand of attention must be in memory";
    return failure();
  }
  // One score for all: the operands stand still.
  for (auto [loop, conditions] : llvm::zip(c.scoreLoops, c.fixed))
    for (Value condition : conditions)
      for (Strided *operand : {&query, &key}) {
        Value &stride = operand->strides[loop], isFixed = e.scalar(condition);
        if (!isConstantIntValue(stride, 0))
          stride = arith::SelectOp::create(e.b, isFixed, e.index(0), stride);
      }
  layoutScratch();
  SmallVector<Value> counts = units();
  std::optional<int64_t> known = getConstantIntValue(queries);
  e.forLoop(e.begin, e.end, e.index(1), [&](Value unit) {
    SmallVector<Value> at = e.delinearize(unit, counts);
    Value first = e.mul(at.pop_back_val(), e.index(blockSize()));
    Value left = e.sub(queries, first);
    auto partial = [&](int64_t vectors) {
      emitBlock(
          {at, first, e.min(left, e.index(vectors * lanes)), vectors, false});
    };
    auto rows = [&] {
      e.forLoop(first, queries, e.index(1),
                [&](Value row) { emitRow(at, row); });
    };
    // What is left of the last block: few queries one by one, others in one or
    // two vectors.
    auto rest = [&] {
      int64_t most = known ? *known % blockSize() : blockSize();
      bool byRows = canEmitRows();
      if (known)
        return byRows && most < fewQueries ? rows()
                                           : partial(most > lanes ? 2 : 1);
      auto vectors = [&] {
        emitIf(
            e, less(e, e.index(lanes), left), [&] { partial(2); },
            [&] { partial(1); });
      };
      if (byRows)
        return emitIf(e, less(e, left, e.index(fewQueries)), rows, vectors);
      vectors();
    };
    auto full = [&] { emitBlock({at, first, e.index(blockSize()), 2, true}); };
    if (known && *known % blockSize() == 0)
      return full();
    if (known && *known < blockSize())
      return rest();
    emitIf(e, less(e, left, e.index(blockSize())), rest, full);
  });
  return failure(failed || e.hadError);
}

void AttentionEmitter::emitBlock(const Block &block) {
  Value last = e.add(block.first, e.index(block.vectors * lanes - 1));
  setVisible(block.outer, block.first,
             block.whole ? last : e.min(last, e.sub(queries, e.index(1))));
  packQueries(block);
  SmallVector<Value> highest = scoreTiles(block);
  SmallVector<Value> totals = powers(block, highest);
  // The weights are powers times what only the query decides: that comes last.
  for (int64_t j = 0; j < block.vectors; ++j) {
    Type p = getElementTypeOrSelf(c.powers.getResult(0).getType());
    Value one = arith::ConstantOp::create(e.b, e.b.getFloatAttr(p, 1.0));
    Value scale = evaluate(
        c.weights.getResult(0),
        scoreIndices(block.outer, queryLanes(block, j), LaneIndex(e.index(0))),
        lanes,
        {{c.powers.getResult(0), splat(e, one, lanes)},
         {c.total.getResult(0), totals[j]}});
    vector::StoreOp::create(e.b, widen(scale), scales,
                            ValueRange{e.index(j * lanes)});
  }
  weighValues(block);
}

/// [depth][lanes] in the wide type.
void AttentionEmitter::packQueries(const Block &block) {
  int64_t width = block.vectors * lanes;
  Value stride = e.index(width), last = e.sub(queries, e.index(1));
  auto row = [&](Value i) {
    Value at = e.add(block.first, i);
    return block.whole ? at : e.min(at, last);
  };
  Value done = e.index(0);
  if (query.isUnit(c.depthLoop) && llvm::isPowerOf2_64(lanes) && lanes > 1) {
    done = e.mul(divide(e, depth, e.index(lanes)), e.index(lanes));
    for (int64_t j = 0; j < block.vectors; ++j)
      e.forLoop(e.index(0), done, e.index(lanes), [&](Value d) {
        SmallVector<Value> rows;
        for (int64_t i = 0; i < lanes; ++i)
          rows.push_back(widen(loadVector(
              e, query.flat,
              query.at(e, scoreLoops(block.outer, row(e.index(j * lanes + i)),
                                     {}, d)),
              lanes)));
        transpose(e, rows);
        for (int64_t i = 0; i < lanes; ++i)
          vector::StoreOp::create(
              e.b, rows[i], packed,
              ValueRange{e.add(e.mul(e.add(d, e.index(i)), stride),
                               e.index(j * lanes))});
      });
  }
  e.forLoop(e.index(0), stride, e.index(1), [&](Value i) {
    e.forLoop(done, depth, e.index(1), [&](Value d) {
      Value x = loadScalar(e, query.flat,
                           query.at(e, scoreLoops(block.outer, row(i), {}, d)));
      memref::StoreOp::create(e.b, widen(x), packed,
                              ValueRange{e.add(e.mul(d, stride), i)});
    });
  });
}

SmallVector<Value> AttentionEmitter::scoreTiles(const Block &block) {
  Type type = getElementTypeOrSelf(c.highest.getResult(0).getType());
  Value lowest = e.scalar(c.highest.getDpsInits()[0]
                              .getDefiningOp<linalg::FillOp>()
                              .getInputs()[0]);
  (void)type;
  SmallVector<Value> highest(block.vectors, splat(e, lowest, lanes));
  Value first = firstKey;
  for (int64_t rows = tileRows(); rows >= 1; rows /= 2) {
    Value r = e.index(rows);
    Value stop = e.add(first, e.mul(divide(e, e.sub(pastKey, first), r), r));
    highest =
        e.forLoop(first, stop, r, highest, [&](Value key, ValueRange carried) {
          return scoreTile(block, key, rows, carried);
        });
    first = stop;
  }
  return highest;
}

/// What varies with query and key, as masks do, lies along keys where the
/// scores have queries in lanes: a tile of it is loaded along keys and turned.
/// Null for what is no such tensor in memory.
Value AttentionEmitter::turnedRow(Value tensor, ArrayRef<LaneIndex> indices,
                                  const TileRow &row,
                                  SmallVector<Turned> &tiles) {
  if ((lanes != row.rows && lanes != 2 * row.rows) || indices.empty() ||
      !isInMemory(tensor) || indices.back().base != row.key ||
      !indices.back().uniform() ||
      getElementTypeOrSelf(tensor.getType()).getIntOrFloatBitWidth() < 8)
    return {};
  int64_t queryDim = -1;
  SmallVector<Value> at;
  for (auto [d, x] : llvm::enumerate(indices.drop_back())) {
    if (x.lanes || (!x.uniform() && (x.step != 1 || queryDim >= 0)))
      return {};
    if (!x.uniform())
      queryDim = d;
    at.push_back(x.base);
  }
  if (queryDim < 0)
    return {};
  for (const Turned &tile : tiles)
    if (tile.tensor == tensor && tile.at == at)
      return tile.rows[row.number];
  if (row.number != 0)
    return {};
  Value memref = e.buffer(tensor);
  auto part = VectorType::get({row.rows}, getElementTypeOrSelf(memref));
  SmallVector<Value> whole;
  for (int64_t first = 0; first < lanes; first += row.rows) {
    SmallVector<Value> square;
    for (int64_t q = 0; q < row.rows; ++q) {
      SmallVector<Value> from(at);
      from[queryDim] = e.add(from[queryDim], e.index(first + q));
      from.push_back(row.first);
      square.push_back(vector::LoadOp::create(e.b, part, memref, from));
    }
    transpose(e, square);
    for (int64_t k = 0; k < row.rows; ++k) {
      if (first == 0) {
        whole.push_back(square[k]);
        continue;
      }
      auto all = llvm::to_vector(llvm::seq<int64_t>(0, lanes));
      whole[k] = vector::ShuffleOp::create(e.b, whole[k], square[k], all);
    }
  }
  tiles.push_back({tensor, at, whole});
  return whole[0];
}

SmallVector<Value> AttentionEmitter::scoreTile(const Block &block, Value at,
                                               int64_t rows,
                                               ValueRange highest) {
  int64_t width = block.vectors * lanes;
  SmallVector<Value> sums(rows * block.vectors, zeroVector(e, wide, lanes));
  Value base = key.at(e, scoreLoops(block.outer, {}, at, {}));
  Value keyStride = key.strides[c.scoreLoops.back()],
        depthStride = key.strides[c.depthLoop];
  sums = e.forLoop(
      e.index(0), depth, e.index(1), sums, [&](Value d, ValueRange carried) {
        SmallVector<Value> next(carried), vectors;
        Value from = e.mul(d, e.index(width));
        for (int64_t j = 0; j < block.vectors; ++j)
          vectors.push_back(
              loadVector(e, packed, e.add(from, e.index(j * lanes)), lanes));
        Value element = e.add(base, e.mul(d, depthStride));
        for (int64_t i = 0; i < rows; ++i) {
          Value k = splat(
              e,
              widen(loadScalar(e, key.flat,
                               e.add(element, e.mul(e.index(i), keyStride)))),
              lanes);
          for (int64_t j = 0; j < block.vectors; ++j)
            next[i * block.vectors + j] =
                multiplyAdd(e, k, vectors[j], carried[i * block.vectors + j]);
        }
        return next;
      });
  SmallVector<Value> best(highest);
  mlir::Block *here = e.b.getInsertionBlock();
  Type scoreType = getElementTypeOrSelf(c.scores.getResult(0).getType());
  for (int64_t j = 0; j < block.vectors; ++j) {
    LaneIndex lanesOfQuery = queryLanes(block, j);
    SmallVector<Turned> tiles;
    for (int64_t i = 0; i < rows; ++i) {
      Value k = e.add(at, e.index(i));
      auto mask = [&](Value asked, ArrayRef<LaneIndex> indices) -> Value {
        // Branches in between would not let a tile be seen behind them.
        return e.b.getInsertionBlock() == here
                   ? turnedRow(asked, indices, {at, k, i, rows}, tiles)
                   : Value();
      };
      Value score = convertFloat(e, sums[i * block.vectors + j], scoreType);
      Value x =
          c.masked() == c.scores.getResult(0)
              ? score
              : evaluate(c.masked(),
                         scoreIndices(block.outer, lanesOfQuery, LaneIndex(k)),
                         lanes, {{c.scores.getResult(0), score}}, mask);
      best[j] = arith::MaximumFOp::create(
          e.b, best[j],
          convertFloat(e, x, getElementTypeOrSelf(best[j].getType())));
      vector::StoreOp::create(
          e.b, x, masked,
          ValueRange{e.add(e.mul(k, e.index(width)), e.index(j * lanes))});
    }
  }
  return best;
}

SmallVector<Value> AttentionEmitter::powers(const Block &block,
                                            ValueRange highest) {
  int64_t width = block.vectors * lanes;
  Value zero = e.scalar(
      c.total.getDpsInits()[0].getDefiningOp<linalg::FillOp>().getInputs()[0]);
  SmallVector<Value> totals(block.vectors, splat(e, zero, lanes));
  return e.forLoop(
      firstKey, pastKey, e.index(1), totals, [&](Value k, ValueRange carried) {
        SmallVector<Value> next(carried);
        for (int64_t j = 0; j < block.vectors; ++j) {
          Value at = e.add(e.mul(k, e.index(width)), e.index(j * lanes));
          Value x = loadVector(e, masked, at, lanes);
          Value p = evaluate(
              c.powers.getResult(0),
              scoreIndices(block.outer, queryLanes(block, j), LaneIndex(k)),
              lanes, {{c.masked(), x}, {c.highest.getResult(0), highest[j]}});
          vector::StoreOp::create(e.b, p, weights, ValueRange{at});
          next[j] = arith::AddFOp::create(
              e.b, next[j],
              convertFloat(e, p, getElementTypeOrSelf(next[j].getType())));
        }
        return next;
      });
}

//===-- weighted sums of the values ---------------------------------------===//

/// Vectors across a tile of columns from `column` on.
static SmallVector<int64_t> widthsAt(int64_t column, int64_t columns,
                                     int64_t lanes, int64_t most) {
  SmallVector<int64_t> widths;
  for (; column < columns && int64_t(widths.size()) < most;
       column += widths.back())
    widths.push_back(std::min(lanes, columns - column));
  return widths;
}

void AttentionEmitter::weighValues(const Block &block) {
  for (int64_t column = 0; column < columns; column += 2 * lanes) {
    SmallVector<int64_t> widths = widthsAt(column, columns, lanes, 2);
    Value first = e.index(0);
    for (int64_t rows = tileRows(); rows >= 1; rows /= 2) {
      if (block.whole && rows < tileRows())
        break;
      Value r = e.index(rows);
      Value stop =
          e.add(first, e.mul(divide(e, e.sub(block.count, first), r), r));
      e.forLoop(first, stop, r, [&](Value row) {
        valueTile(block, row, rows, column, widths);
      });
      first = stop;
    }
  }
}

void AttentionEmitter::valueTile(const Block &block, Value row, int64_t rows,
                                 int64_t column, ArrayRef<int64_t> widths) {
  int64_t width = block.vectors * lanes, vectors = widths.size();
  SmallVector<Value> sums;
  for (int64_t i = 0; i < rows; ++i)
    for (int64_t w : widths)
      sums.push_back(zeroVector(e, wide, w));
  Value base = value.at(e, valueLoops(block.outer, {}, {}, e.index(column)));
  Value keyStride = value.strides[c.valueLoops.back()];
  sums = e.forLoop(
      firstKey, pastKey, e.index(1), sums, [&](Value k, ValueRange carried) {
        SmallVector<Value> next(carried), v;
        Value from = e.add(base, e.mul(k, keyStride));
        for (int64_t j = 0; j < vectors; ++j)
          v.push_back(widen(loadVector(
              e, value.flat, e.add(from, e.index(j * lanes)), widths[j])));
        Value weight = e.add(e.mul(k, e.index(width)), row);
        for (int64_t i = 0; i < rows; ++i) {
          Value p = widen(loadScalar(e, weights, e.add(weight, e.index(i))));
          for (int64_t j = 0; j < vectors; ++j)
            next[i * vectors + j] = multiplyAdd(e, splat(e, p, widths[j]), v[j],
                                                carried[i * vectors + j]);
        }
        return next;
      });
  Type type = getElementTypeOrSelf(c.values.getResult(0).getType());
  AffineMap map = c.values.getIndexingMapsArray()[2];
  int64_t vectorDim = 0;
  for (auto [i, expr] : llvm::enumerate(map.getResults()))
    if (expr.isFunctionOfDim(c.columnLoop))
      vectorDim = i;
  for (int64_t i = 0; i < rows; ++i) {
    Value at = e.add(row, e.index(i)), scale = loadScalar(e, scales, at);
    for (int64_t j = 0; j < vectors; ++j) {
      Value x = arith::MulFOp::create(e.b, sums[i * vectors + j],
                                      splat(e, scale, widths[j]));
      SmallVector<Value> loops = valueLoops(block.outer, e.add(block.first, at),
                                            {}, e.index(column + j * lanes));
      SmallVector<Value> indices;
      for (AffineExpr expr : map.getResults())
        indices.push_back(loops[cast<AffineDimExpr>(expr).getPosition()]);
      failed |= llvm::failed(
          e.storeResults(c.values.getResult(0), indices, vectorDim, widths[j],
                         firstLanes(e, convertFloat(e, x, type), widths[j])));
    }
  }
}

//===-- one query ---------------------------------------------------------===//

bool AttentionEmitter::canEmitRows() {
  std::optional<int64_t> n = getConstantIntValue(depth);
  // A query stays in registers.
  return n && key.isUnit(c.depthLoop) && query.isUnit(c.depthLoop) &&
         *n % lanes == 0 && *n / lanes <= 8 && llvm::isPowerOf2_64(lanes) &&
         lanes > 1 && columns <= 8 * lanes;
}

/// What the softmax takes for `count` keys from `at` on, in lanes.
Value AttentionEmitter::rowScores(const Values &queryVectors,
                                  ArrayRef<Value> outer, Value row, Value at,
                                  int64_t count) {
  SmallVector<Value> sums;
  for (int64_t i = 0; i < count; ++i) {
    Value base = key.at(e, scoreLoops(outer, {}, e.add(at, e.index(i)), {}));
    Value sum = zeroVector(e, wide, lanes);
    for (auto [d, q] : llvm::enumerate(queryVectors))
      sum = multiplyAdd(
          e,
          widen(loadVector(e, key.flat,
                           e.add(base, e.index(int64_t(d) * lanes)), lanes)),
          q, sum);
    sums.push_back(sum);
  }
  Value score;
  if (count == 1) {
    auto flags = arith::FastMathFlagsAttr::get(e.b.getContext(),
                                               arith::FastMathFlags::reassoc);
    score = vector::ReductionOp::create(e.b, vector::CombiningKind::ADD,
                                        sums[0], flags.getValue());
  } else {
    transpose(e, sums);
    while (sums.size() > 1)
      for (int64_t i = 0, n = sums.size() / 2; i < n; ++i) {
        Value last = sums.pop_back_val();
        sums[i] = arith::AddFOp::create(e.b, sums[i], last);
      }
    score = sums[0];
  }
  score = convertFloat(e, score,
                       getElementTypeOrSelf(c.scores.getResult(0).getType()));
  if (c.masked() == c.scores.getResult(0))
    return score;
  return evaluate(c.masked(),
                  scoreIndices(outer, LaneIndex(row), LaneIndex(at, count > 1)),
                  count, {{c.scores.getResult(0), score}});
}

void AttentionEmitter::emitRow(ArrayRef<Value> outer, Value row) {
  setVisible(outer, row, row);
  SmallVector<Value> q;
  int64_t size = *getConstantIntValue(depth);
  Value from = query.at(e, scoreLoops(outer, row, {}, {}));
  for (int64_t d = 0; d < size; d += lanes)
    q.push_back(
        widen(loadVector(e, query.flat, e.add(from, e.index(d)), lanes)));
  Value step = e.index(lanes), count = e.sub(pastKey, firstKey);
  Value whole = e.add(firstKey, e.mul(divide(e, count, step), step));
  Type highestType = getElementTypeOrSelf(c.highest.getResult(0).getType()),
       totalType = getElementTypeOrSelf(c.total.getResult(0).getType());
  auto flags = arith::FastMathFlagsAttr::get(e.b.getContext(),
                                             arith::FastMathFlags::reassoc);

  // Scores and their maximum.
  Value lowest = e.scalar(c.highest.getDpsInits()[0]
                              .getDefiningOp<linalg::FillOp>()
                              .getInputs()[0]);
  SmallVector<Value> best =
      e.forLoop(firstKey, whole, step, splat(e, lowest, lanes),
                [&](Value at, ValueRange carried) {
                  Value x = rowScores(q, outer, row, at, lanes);
                  vector::StoreOp::create(e.b, x, masked, ValueRange{at});
                  return SmallVector<Value>{arith::MaximumFOp::create(
                      e.b, carried[0], convertFloat(e, x, highestType))};
                });
  Value highest = vector::ReductionOp::create(
      e.b, vector::CombiningKind::MAXIMUMF, best[0]);
  highest = e.forLoop(whole, pastKey, e.index(1), highest,
                      [&](Value at, ValueRange carried) {
                        Value x = rowScores(q, outer, row, at, 1);
                        memref::StoreOp::create(e.b, x, masked, ValueRange{at});
                        return SmallVector<Value>{arith::MaximumFOp::create(
                            e.b, carried[0], convertFloat(e, x, highestType))};
                      })[0];

  // Powers and their sum.
  auto power = [&](Value at, int64_t width) {
    Value x = width == 1 ? loadScalar(e, masked, at)
                         : loadVector(e, masked, at, width);
    Value p =
        evaluate(c.powers.getResult(0),
                 scoreIndices(outer, LaneIndex(row), LaneIndex(at, width > 1)),
                 width, {{c.masked(), x}, {c.highest.getResult(0), highest}});
    if (width == 1)
      memref::StoreOp::create(e.b, p, weights, ValueRange{at});
    else
      vector::StoreOp::create(e.b, p, weights, ValueRange{at});
    return convertFloat(e, p, totalType);
  };
  SmallVector<Value> sums =
      e.forLoop(firstKey, whole, step, zeroVector(e, totalType, lanes),
                [&](Value at, ValueRange carried) {
                  return SmallVector<Value>{
                      arith::AddFOp::create(e.b, carried[0], power(at, lanes))};
                });
  Value total = vector::ReductionOp::create(e.b, vector::CombiningKind::ADD,
                                            sums[0], flags.getValue());
  total = e.forLoop(whole, pastKey, e.index(1), total,
                    [&](Value at, ValueRange carried) {
                      return SmallVector<Value>{
                          arith::AddFOp::create(e.b, carried[0], power(at, 1))};
                    })[0];
  Type p = getElementTypeOrSelf(c.powers.getResult(0).getType());
  Value one = arith::ConstantOp::create(e.b, e.b.getFloatAttr(p, 1.0));
  Value scale = widen(
      evaluate(c.weights.getResult(0),
               scoreIndices(outer, LaneIndex(row), LaneIndex(e.index(0))), 1,
               {{c.powers.getResult(0), one}, {c.total.getResult(0), total}}));

  // All columns of the result, two keys at a time.
  SmallVector<int64_t> widths = widthsAt(0, columns, lanes, columns);
  Value keyStride = value.strides[c.valueLoops.back()];
  Value base = value.at(e, valueLoops(outer, {}, {}, e.index(0)));
  auto add = [&](Value k, ValueRange carried) {
    SmallVector<Value> next;
    Value weight = widen(loadScalar(e, weights, k)),
          at = e.add(base, e.mul(k, keyStride));
    for (auto [j, width] : llvm::enumerate(widths))
      next.push_back(multiplyAdd(
          e, splat(e, weight, width),
          widen(loadVector(e, value.flat,
                           e.add(at, e.index(int64_t(j) * lanes)), width)),
          carried[j]));
    return next;
  };
  SmallVector<Value> acc;
  for (int64_t u = 0; u < 2; ++u)
    for (int64_t width : widths)
      acc.push_back(zeroVector(e, wide, width));
  Value pairs =
      e.add(firstKey, e.mul(divide(e, count, e.index(2)), e.index(2)));
  acc = e.forLoop(
      firstKey, pairs, e.index(2), acc, [&](Value k, ValueRange carried) {
        SmallVector<Value> next = add(k, carried.take_front(widths.size()));
        next.append(
            add(e.add(k, e.index(1)), carried.drop_front(widths.size())));
        return next;
      });
  for (size_t j = 0; j < widths.size(); ++j)
    acc[j] = arith::AddFOp::create(e.b, acc[j], acc[widths.size() + j]);
  acc.resize(widths.size());
  acc = e.forLoop(pairs, pastKey, e.index(1), acc, add);

  Type type = getElementTypeOrSelf(c.values.getResult(0).getType());
  AffineMap map = c.values.getIndexingMapsArray()[2];
  for (auto [j, width] : llvm::enumerate(widths)) {
    Value x = arith::MulFOp::create(e.b, acc[j], splat(e, scale, width));
    SmallVector<Value> loops = valueLoops(outer, row, {},
                                          e.index(int64_t(j) * lanes)),
                       indices;
    int64_t vectorDim = 0;
    for (auto [i, expr] : llvm::enumerate(map.getResults())) {
      indices.push_back(loops[cast<AffineDimExpr>(expr).getPosition()]);
      if (expr.isFunctionOfDim(c.columnLoop))
        vectorDim = i;
    }
    failed |= llvm::failed(
        e.storeResults(c.values.getResult(0), indices, vectorDim, width,
                       firstLanes(e, convertFloat(e, x, type), width)));
  }
}
