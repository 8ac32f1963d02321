// SPDX-License-Identifier: Apache-2.0
// cameo-conv-layout: regions around convolutions go over to tensors with
// channels in blocks. In: window operations in layout nchw. Out: nchwc where it
// pays, conversions at the regions' borders.
#include "compiler/Kernels/ChannelBlocks.h"
#include "compiler/Kernels/PaddedChannels.h"
#include "compiler/Kernels/Passes.h"
#include "compiler/Kernels/TargetDescription.h"
#include "mlir/Dialect/Func/IR/FuncOps.h"

using namespace mlir;
using namespace cameo;

namespace cameo {
#define GEN_PASS_DEF_CONVLAYOUT
#include "compiler/Kernels/Passes.h.inc"
} // namespace cameo

/// First layers read that many plain channels, each as cheap as a blocked one.
static constexpr int64_t maxPlainChannels = 8;

namespace {
/// Walks one block in program order; each operation that can work on blocks is
/// rebuilt so and its result remembered, the conversion back is made only for
/// those who need it.
class Layouter {
public:
  Layouter(Block &block, int64_t c)
      : block(block), c(c), b(block.getParentOp()->getContext()) {}

  void run() {
    SmallVector<Operation *> ops;
    for (Operation &op : block)
      ops.push_back(&op);
    SmallVector<Operation *> replaced;
    for (Operation *op : ops) {
      b.setInsertionPoint(op);
      bool done = TypeSwitch<Operation *, bool>(op)
                      .Case([&](ConvOp conv) { return convert(conv); })
                      .Case([&](ConvTransposeOp conv) { return convert(conv); })
                      .Case([&](PoolOp pool) { return convert(pool); })
                      .Case([&](linalg::GenericOp g) { return convert(g); })
                      .Case([&](tensor::ExpandShapeOp e) { return convert(e); })
                      .Case([&](tensor::InsertSliceOp i) { return convert(i); })
                      .Default([](Operation *) { return false; });
      if (done)
        replaced.push_back(op);
    }
    // Back to front, so that what only replaced operations used is gone when
    // its turn comes.
    for (Operation *op : llvm::reverse(replaced)) {
      for (Value v : op->getResults())
        restore(v);
      op->erase();
    }
  }

private:
  struct Blocked {
    Value value;
    Padding padding;
  };

  static RankedTensorType typeOf(Value v) {
    return cast<RankedTensorType>(v.getType());
  }
  bool isPadded(RankedTensorType type) { return type.getDimSize(1) % c != 0; }

  //===-- conversions -----------------------------------------------------===//

  /// The blocked form of `v`, made if there is none yet.
  Value blockedOf(Value v) {
    if (auto it = blocked.find(v); it != blocked.end())
      return it->second.value;
    Value value = toBlocks(b, v.getLoc(), v, 1, c);
    blocked[v] = {value, Padding::known(0)};
    return value;
  }

  void remember(Value plain, Value value, Padding padding) {
    blocked[plain] = {value, padding};
  }

  /// Gives the users of a replaced value what they need: its sizes, or the
  /// plain tensor.
  void restore(Value plain) {
    Value value = blocked.lookup(plain).value;
    for (Operation *user : llvm::make_early_inc_range(plain.getUsers()))
      if (auto dim = dyn_cast<tensor::DimOp>(user)) {
        std::optional<int64_t> d = dim.getConstantIndex();
        if (!d)
          continue;
        b.setInsertionPoint(dim);
        Value size;
        if (*d == 1)
          size = arith::ConstantIndexOp::create(b, dim.getLoc(),
                                                typeOf(plain).getDimSize(1));
        else
          size = b.createOrFold<tensor::DimOp>(dim.getLoc(), value, *d);
        dim.replaceAllUsesWith(size);
        dim.erase();
      }
    if (plain.use_empty())
      return;
    b.setInsertionPointAfterValue(value);
    plain.replaceAllUsesWith(
        fromBlocks(b, plain.getLoc(), value, typeOf(plain)));
  }

  //===-- convolutions and pooling ----------------------------------------===//

  bool convert(ConvOp conv) {
    auto input = typeOf(conv.getInput()), filter = typeOf(conv.getFilter()),
         out = typeOf(conv.getOut());
    if (conv.getLayout() != Layout::NCHW || !out.getElementType().isF32() ||
        !input.getElementType().isF32() || !filter.hasStaticShape() ||
        input.isDynamicDim(1) || out.isDynamicDim(1))
      return false;
    int64_t groups = conv.getGroups(), channels = input.getDimSize(1),
            filters = out.getDimSize(1);
    int64_t perGroup = filter.getDimSize(1);
    if (groups < 1 || channels != perGroup * groups ||
        filters != filter.getDimSize(0) || channels == 0 || filters == 0)
      return false;
    Location loc = conv.getLoc();
    bool depthwise = groups > 1 && perGroup == 1 && filters == channels;
    bool isBlocked = blocked.count(conv.getInput());
    Value x, w;
    if (depthwise) {
      x = blockedOf(conv.getInput());
      w = depthwiseFilter(loc, conv.getFilter());
    } else if (groups == 1 && !isBlocked && channels <= maxPlainChannels) {
      x = conv.getInput();
      w = toBlocks(b, loc, conv.getFilter(), 0, c);
    } else if (groups == 1 ||
               (perGroup % c == 0 && (filters / groups) % c == 0)) {
      x = blockedOf(conv.getInput());
      // [M, C, k...] → [M, C/c, k..., c] → [M/c, C/c, k..., c, c].
      w = toBlocks(b, loc, toBlocks(b, loc, conv.getFilter(), 1, c), 0, c);
    } else {
      return false;
    }
    Value empty = emptyLike(b, loc, blockedType(out, 1, c), conv.getOut());
    auto result = ConvOp::create(b, loc, empty.getType(), x, w, empty,
                                 conv.getStrides(), conv.getDilations(),
                                 conv.getPads(), groups, Layout::NCHWc);
    // Zero filters.
    remember(conv.getResult(), result.getResult(), Padding::known(0));
    return true;
  }

  bool convert(ConvTransposeOp conv) {
    auto input = typeOf(conv.getInput()), filter = typeOf(conv.getFilter()),
         out = typeOf(conv.getOut());
    if (conv.getLayout() != Layout::NCHW || !out.getElementType().isF32() ||
        !input.getElementType().isF32() || !filter.hasStaticShape() || input.isDynamicDim(1) ||
        out.isDynamicDim(1) || conv.getGroups() != 1 ||
        filter.getDimSize(0) != input.getDimSize(1) ||
        filter.getDimSize(1) != out.getDimSize(1) || filter.getNumElements() == 0 ||
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
    Value padded =
        padToMultiple(b, loc, padToMultiple(b, loc, conv.getFilter(), 0, c), 1, c);
    int64_t rank = filter.getRank();
    auto paddedType = typeOf(padded);
    SmallVector<int64_t> shape{paddedType.getDimSize(1) / c, paddedType.getDimSize(0) / c};
    SmallVector<AffineExpr> exprs{b.getAffineDimExpr(1) * c + b.getAffineDimExpr(rank),
                                  b.getAffineDimExpr(0) * c + b.getAffineDimExpr(rank + 1)};
    for (int64_t d = 2; d < rank; ++d) {
      shape.push_back(filter.getDimSize(d));
      exprs.push_back(b.getAffineDimExpr(d));
    }
    shape.append({c, c});
    Value packed =
        readThrough(b, loc, padded, AffineMap::get(rank + 2, 0, exprs, b.getContext()),
                    tensor::EmptyOp::create(b, loc, shape, filter.getElementType()));
    Value empty = emptyLike(b, loc, blockedType(out, 1, c), conv.getOut());
    auto result = ConvTransposeOp::create(b, loc, empty.getType(), x, packed, empty,
                                          conv.getStrides(), conv.getDilations(),
                                          conv.getPads(), 1, Layout::NCHWc);
    remember(conv.getResult(), result.getResult(), Padding::known(0));
    return true;
  }

  /// [C, 1, k...] → [C/c, k..., c].
  Value depthwiseFilter(Location loc, Value filter) {
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

  bool convert(PoolOp pool) {
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
    auto result = PoolOp::create(b, loc, empty.getType(), it->second.value,
                                 empty, pool.getKind(), pool.getKernel(),
                                 pool.getStrides(), pool.getDilations(),
                                 pool.getPads(), pool.getCountIncludePad(),
                                 pool.getIsUnsigned(), Layout::NCHWc);
    remember(pool.getResult(), result.getResult(), padding);
    return true;
  }

  //===-- element-wise work and reductions --------------------------------===//

  /// Element-wise generics, and reductions that keep the channels.
  bool convert(linalg::GenericOp op) {
    unsigned loops = op.getNumLoops();
    if (loops < 2 || op.hasIndexSemantics() ||
        op.getIteratorTypesArray()[1] != utils::IteratorType::parallel)
      return false;
    bool reads = false;
    op->walk([&](tensor::ExtractOp) { reads = true; });
    if (reads)
      return false;
    AffineExpr channel = b.getAffineDimExpr(1);
    auto isChannelwise = [&](AffineMap map) {
      return map.getNumResults() >= 2 && map.getResult(1) == channel &&
             llvm::count_if(map.getResults(), [](AffineExpr e) {
               return e.isFunctionOfDim(1);
             }) == 1;
    };
    // Results: [n, channel, ...], a permutation of parallel loops.
    for (OpOperand &init : op.getDpsInitsMutable()) {
      AffineMap map = op.getMatchingIndexingMap(&init);
      auto type = dyn_cast<RankedTensorType>(init.get().getType());
      if (!type || !isChannelwise(map) || !map.isProjectedPermutation() ||
          type.isDynamicDim(1))
        return false;
      bool isEmpty = init.get().getDefiningOp<tensor::EmptyOp>() != nullptr;
      if (!isEmpty && !init.get().getDefiningOp<linalg::FillOp>())
        return false;
    }
    auto first = cast<RankedTensorType>(op.getResult(0).getType());
    bool any = false;
    for (OpOperand *input : op.getDpsInputOperands())
      any |= blocked.count(input->get()) &&
             isChannelwise(op.getMatchingIndexingMap(input));
    if (!any)
      return false;

    // Operands whose channel is one expression by itself, or none.
    SmallVector<Padding> paddings;
    SmallVector<int64_t> positions;
    for (OpOperand *input : op.getDpsInputOperands()) {
      AffineMap map = op.getMatchingIndexingMap(input);
      int64_t position = -1;
      for (auto [i, e] : llvm::enumerate(map.getResults())) {
        if (!e.isFunctionOfDim(1))
          continue;
        if (e != channel || position >= 0)
          return false;
        position = i;
      }
      positions.push_back(position);
      auto type = dyn_cast<RankedTensorType>(input->get().getType());
      if (position >= 0 && type.isDynamicDim(position))
        return false;
      auto it = blocked.find(input->get());
      if (position == 1 && it != blocked.end())
        paddings.push_back(it->second.padding);
      else
        paddings.push_back(position >= 0 ? Padding::known(0) : Padding());
    }
    for (OpOperand &init : op.getDpsInitsMutable()) {
      Padding p;
      Attribute value;
      if (auto fill = init.get().getDefiningOp<linalg::FillOp>();
          fill && matchPattern(fill.getInputs()[0], m_Constant(&value)))
        if (auto f = dyn_cast<FloatAttr>(value))
          p = Padding::known(f.getValueAsDouble());
      paddings.push_back(p);
    }
    SmallVector<Padding> results = paddingAfter(op, paddings);
    if (isPadded(first))
      for (Padding p : results)
        if (!p.isSafe())
          return false;

    // Rebuilt with one loop more, over the channels of a block.
    Location loc = op.getLoc();
    SmallVector<Value> inputs, outs;
    SmallVector<AffineMap> maps;
    auto extended = [&](AffineMap map, bool hasChannel) {
      SmallVector<AffineExpr> exprs(map.getResults());
      if (hasChannel)
        exprs.push_back(b.getAffineDimExpr(loops));
      return AffineMap::get(loops + 1, 0, exprs, b.getContext());
    };
    for (auto [input, position] :
         llvm::zip(op.getDpsInputOperands(), positions)) {
      Value v = input->get();
      if (position == 1)
        v = blockedOf(v);
      else if (position >= 0)
        v = toBlocks(b, loc, v, position, c);
      inputs.push_back(v);
      maps.push_back(extended(op.getMatchingIndexingMap(input), position >= 0));
    }
    for (OpOperand &init : op.getDpsInitsMutable()) {
      Value v =
          emptyLike(b, loc, blockedType(typeOf(init.get()), 1, c), init.get());
      if (auto fill = init.get().getDefiningOp<linalg::FillOp>())
        v = linalg::FillOp::create(b, loc, ValueRange{fill.getInputs()[0]},
                                   ValueRange{v})
                .getResult(0);
      outs.push_back(v);
      maps.push_back(extended(op.getMatchingIndexingMap(&init), true));
    }
    SmallVector<utils::IteratorType> kinds = op.getIteratorTypesArray();
    kinds.push_back(utils::IteratorType::parallel);
    auto result = linalg::GenericOp::create(b, loc, ValueRange(outs).getTypes(),
                                            inputs, outs, maps, kinds);
    IRMapping mapping;
    op.getRegion().cloneInto(&result.getRegion(), mapping);
    for (auto [plain, value, p] :
         llvm::zip(op.getResults(), result.getResults(), results))
      remember(plain, value, p);
    return true;
  }

  //===-- shapes ----------------------------------------------------------===//

  /// [N, C] as [N, C, 1, ...]: what global pooling ends in.
  bool convert(tensor::ExpandShapeOp op) {
    auto it = blocked.find(op.getSrc());
    auto from = typeOf(op.getSrc()), to = typeOf(op.getResult());
    if (it == blocked.end() || from.getRank() != 2 ||
        to.getDimSize(1) != from.getDimSize(1) ||
        !llvm::all_of(to.getShape().drop_front(2),
                      [](int64_t s) { return s == 1; }))
      return false;
    SmallVector<ReassociationIndices> groups{{0}, {1}, {}};
    for (int64_t d = 2; d <= to.getRank(); ++d)
      groups[2].push_back(d);
    SmallVector<OpFoldResult> sizes(to.getRank() + 1, b.getIndexAttr(1));
    auto type = blockedType(to, 1, c);
    sizes[0] = tensor::getMixedSize(b, op.getLoc(), it->second.value, 0);
    sizes[1] = b.getIndexAttr(type.getDimSize(1));
    sizes.back() = b.getIndexAttr(c);
    Value value = tensor::ExpandShapeOp::create(
        b, op.getLoc(), type, it->second.value, groups, sizes);
    remember(op.getResult(), value, it->second.padding);
    return true;
  }

  /// Concatenation of whole blocks of channels.
  bool convert(tensor::InsertSliceOp op) {
    auto source = typeOf(op.getSource()), dest = typeOf(op.getDest());
    int64_t rank = dest.getRank();
    if (rank < 3 || source.getRank() != rank ||
        !dest.getElementType().isF32() || source.isDynamicDim(1) ||
        dest.isDynamicDim(1) || source.getDimSize(1) % c != 0 ||
        dest.getDimSize(1) % c != 0)
      return false;
    std::optional<int64_t> offset =
        getConstantIntValue(op.getMixedOffsets()[1]);
    if (!offset || *offset % c != 0 ||
        !llvm::all_of(op.getMixedStrides(),
                      [](OpFoldResult s) { return isOneInteger(s); }) ||
        getConstantIntValue(op.getMixedSizes()[1]) != source.getDimSize(1))
      return false;
    Value into;
    if (auto it = blocked.find(op.getDest()); it != blocked.end())
      into = it->second.value;
    else if (op.getDest().getDefiningOp<tensor::EmptyOp>() &&
             startsBlockedChain(op))
      into = emptyLike(b, op.getLoc(), blockedType(dest, 1, c), op.getDest());
    else
      return false;
    SmallVector<OpFoldResult> offsets = op.getMixedOffsets(),
                              sizes = op.getMixedSizes(),
                              strides = op.getMixedStrides();
    offsets[1] = b.getIndexAttr(*offset / c);
    sizes[1] = b.getIndexAttr(source.getDimSize(1) / c);
    offsets.push_back(b.getIndexAttr(0));
    sizes.push_back(b.getIndexAttr(c));
    strides.push_back(b.getIndexAttr(1));
    Value value =
        tensor::InsertSliceOp::create(b, op.getLoc(), blockedOf(op.getSource()),
                                      into, offsets, sizes, strides);
    remember(op.getResult(), value, Padding::known(0));
    return true;
  }

  /// Whether every insertion of the chain that `op` begins is of whole blocks,
  /// and one of them comes blocked.
  bool startsBlockedChain(tensor::InsertSliceOp op) {
    bool any = false;
    for (tensor::InsertSliceOp i = op; i;) {
      auto source = typeOf(i.getSource());
      std::optional<int64_t> offset =
          getConstantIntValue(i.getMixedOffsets()[1]);
      if (source.getRank() != typeOf(op.getDest()).getRank() ||
          source.isDynamicDim(1) || source.getDimSize(1) % c != 0 || !offset ||
          *offset % c != 0)
        return false;
      any |= blocked.count(i.getSource());
      if (!i.getResult().hasOneUse())
        break;
      auto next = dyn_cast<tensor::InsertSliceOp>(*i.getResult().user_begin());
      i = next && next.getDest() == i.getResult() ? next
                                                  : tensor::InsertSliceOp();
    }
    return any;
  }

  Block &block;
  int64_t c;
  OpBuilder b;
  llvm::DenseMap<Value, Blocked> blocked;
};

struct ConvLayout : cameo::impl::ConvLayoutBase<ConvLayout> {
  void runOnOperation() override {
    int64_t c = TargetDescription::get(getOperation()).channelBlock();
    // One channel a block is what plain tensors have.
    if (c <= 1)
      return;
    SmallVector<Block *> blocks;
    getOperation().walk([&](func::FuncOp func) {
      func.walk([&](Block *block) {
        if (isa<func::FuncOp, scf::IfOp, scf::ForOp, scf::WhileOp>(
                block->getParentOp()))
          blocks.push_back(block);
      });
    });
    for (Block *block : blocks)
      Layouter(*block, c).run();
  }
};
} // namespace
