// SPDX-License-Identifier: Apache-2.0
// cameo-collapse-dims: inside kernels of element-wise work and reductions, dimensions that all
// operations walk together become one, and reshapes by unit dimensions fold into indexing maps, so
// that loops are few and long.
#include "compiler/Kernels/Grouping.h"
#include "compiler/Kernels/Passes.h"
#include "compiler/Kernels/UnitReshapes.h"

using namespace mlir;
using namespace cameo;

namespace cameo {
#define GEN_PASS_DEF_COLLAPSEDIMS
#include "compiler/Kernels/Passes.h.inc"
} // namespace cameo

namespace {
using Bits = SmallVector<bool, 6>;

/// The position of loop `d` among the results of `map`; -1 if it is not there.
int64_t positionOf(AffineMap map, int64_t d) {
  for (auto [p, expr] : llvm::enumerate(map.getResults()))
    if (auto dim = dyn_cast<AffineDimExpr>(expr);
        dim && int64_t(dim.getPosition()) == d)
      return p;
  return -1;
}

/// Whether loop `d` is in a result of `map` that is more than the loop.
bool isComposite(AffineMap map, int64_t d) {
  return llvm::any_of(map.getResults(), [&](AffineExpr expr) {
    return !isa<AffineDimExpr>(expr) && expr.isFunctionOfDim(d);
  });
}

/// One kernel: which neighbouring dimensions merge, found by striking out those that cannot.
class Collapser {
public:
  explicit Collapser(KernelOp kernel)
      : kernel(kernel), b(kernel.getContext()) {}

  void run() {
    for (Operation &op : kernel.getBody().front()) {
      if (auto generic = dyn_cast<linalg::GenericOp>(op))
        generics.push_back(generic);
      else if (!isa<linalg::FillOp, tensor::EmptyOp, tensor::FromElementsOp,
                    ReturnOp>(op) &&
               !isUnitReshape(&op) &&
               llvm::any_of(op.getResultTypes(), llvm::IsaPred<TensorType>))
        return;
    }
    if (generics.empty())
      return;
    for (linalg::GenericOp &g : generics) {
      if (isContraction(g))
        products.insert(g);
      else if (!canCollapse(g))
        return;
    }
    for (linalg::GenericOp &g : generics)
      if (!products.contains(g) && !foldReshapes(g))
        return;
    solve();
    if (llvm::none_of(
            loops, [](auto &l) { return llvm::is_contained(l.second, true); }))
      return;
    rewrite();
  }

private:
  static bool canCollapse(AffineMap map) {
    return llvm::all_of(map.getResults(), [](AffineExpr expr) {
      auto c = dyn_cast<AffineConstantExpr>(expr);
      return isa<AffineDimExpr>(expr) || (c && c.getValue() == 0);
    });
  }
  static bool canCollapse(linalg::GenericOp g) {
    return llvm::all_of(g.getIndexingMapsArray(),
                        [](AffineMap map) { return canCollapse(map); });
  }

  /// Reads what a unit reshape reads, at the composed map; false if the kernel cannot collapse.
  bool foldReshapes(linalg::GenericOp &g) {
    bool lostLoop = false;
    SmallVector<AffineMap> maps = g.getIndexingMapsArray();
    for (OpOperand *input : g.getDpsInputOperands()) {
      if (!isa<RankedTensorType>(input->get().getType()))
        continue;
      AffineMap &map = maps[input->getOperandNumber()];
      SmallVector<AffineExpr> exprs(map.getResults());
      Value source = throughUnitReshapes(input->get(), exprs);
      if (source == input->get())
        continue;
      AffineMap folded =
          AffineMap::get(g.getNumLoops(), 0, exprs, g.getContext());
      SmallVector<AffineMap> others(maps);
      others[input->getOperandNumber()] = folded;
      // A loop over one element that only the reshape shows would have no size any more.
      if (!inversePermutation(concatAffineMaps(others, g.getContext()))) {
        lostLoop = true;
        continue;
      }
      map = folded;
      input->set(source);
    }
    g.setIndexingMapsAttr(b.getAffineMapArrayAttr(maps));
    return !lostLoop && canCollapse(g);
  }

  //===-- which dimensions merge -------------------------------------------===//

  /// Computed here: all who use it see one shape. Arguments and fills are collapsed per use.
  static bool isOwn(Value v) {
    return bool(v.getDefiningOp<linalg::GenericOp>());
  }
  /// What decides on an operand's shape: an init has that of the result.
  static Value shapeOwner(OpOperand &operand) {
    auto g = cast<linalg::GenericOp>(operand.getOwner());
    return g.isDpsInit(&operand) ? g.getTiedOpResult(&operand) : operand.get();
  }
  static int64_t rankOf(Value v) {
    return cast<RankedTensorType>(v.getType()).getRank();
  }
  static bool isUnit(Value v, int64_t d) {
    return cast<RankedTensorType>(v.getType()).getDimSize(d) == 1;
  }
  static ArrayRef<int64_t> shapeOf(Value v) {
    return cast<RankedTensorType>(v.getType()).getShape();
  }
  /// Whether all sizes up to position `p`, or all behind it, are 1: these dimensions go with
  /// whatever is next to them. (A 1 in the middle does not: it would join its two neighbours.)
  static bool isEdge(ArrayRef<int64_t> sizes, int64_t p) {
    auto isOne = [](int64_t n) { return n == 1; };
    return llvm::all_of(sizes.take_front(p + 1), isOne) ||
           llvm::all_of(sizes.drop_front(p + 1), isOne);
  }
  Bits &bitsOf(Value v) {
    // A result shares its shape with a computed init.
    while (auto g = v.getDefiningOp<linalg::GenericOp>()) {
      Value init =
          g.getDpsInitOperand(cast<OpResult>(v).getResultNumber())->get();
      if (!isOwn(init))
        break;
      v = init;
    }
    auto [it, isNew] = values.try_emplace(v);
    if (isNew)
      it->second.assign(std::max<int64_t>(0, rankOf(v) - 1), true);
    return it->second;
  }

  /// Dimensions that number rows stay apart from those within a row, also if there
  /// is one row only: what is computed once a row shows by them.
  void keepRows() {
    SmallVector<Operation *> ops(generics.begin(), generics.end());
    bool reduces = llvm::any_of(generics, [](linalg::GenericOp g) {
      return g.getNumReductionLoops() > 0;
    });
    int64_t rows =
        reduces && products.empty() ? commonRowDims(ops) : int64_t(0);
    if (rows < 1)
      return;
    auto separate = [&](Bits &bits) {
      if (rows <= int64_t(bits.size()))
        bits[rows - 1] = false;
    };
    for (linalg::GenericOp g : generics) {
      separate(loops[g]);
      for (Value v : g->getResults())
        separate(bitsOf(v));
    }
  }

  void solve() {
    for (linalg::GenericOp g : generics) {
      Bits &mine = loops[g];
      mine.assign(g.getNumLoops() ? g.getNumLoops() - 1 : 0, true);
      extents[g] = g.getStaticLoopRanges();
      // An index that the body asks for must stay a loop of its own.
      g.getBody()->walk([&](linalg::IndexOp index) {
        int64_t d = index.getDim();
        if (d > 0)
          mine[d - 1] = false;
        if (d < int64_t(mine.size()))
          mine[d] = false;
      });
      // What a body reads by index keeps its indices.
      g.getBody()->walk([&](tensor::ExtractOp read) {
        if (isOwn(read.getTensor()))
          llvm::fill(bitsOf(read.getTensor()), false);
      });
      auto kinds = g.getIteratorTypesArray();
      for (size_t a = 0; a < mine.size(); ++a)
        mine[a] = mine[a] && kinds[a] == kinds[a + 1];
    }
    keepRows();
    bool changed = true;
    auto strike = [&](bool &bit) {
      changed |= bit;
      bit = false;
    };
    while (changed) {
      changed = false;
      for (linalg::GenericOp g : generics)
        for (OpOperand &operand : g->getOpOperands()) {
          if (!isa<RankedTensorType>(operand.get().getType()))
            continue;
          AffineMap map = g.getMatchingIndexingMap(&operand);
          Value owner = shapeOwner(operand);
          bool own = isOwn(owner);
          Bits &mine = loops[g];
          for (size_t a = 0; a < mine.size(); ++a) {
            int64_t p = positionOf(map, a), q = positionOf(map, a + 1);
            // A product's loops merge where all operands walk them alike, for no other reason.
            bool unit = !products.contains(g) && isEdge(extents[g], a);
            bool fine = (p >= 0 && q == p + 1 && (!own || bitsOf(owner)[p])) ||
                        (p < 0 && q < 0) || ((p < 0 || q < 0) && unit);
            // A loop of a packed panel stays by itself, as do loops that walk dimensions of such an operand: it keeps its shape.
            if (!fine || isComposite(map, a) || isComposite(map, a + 1) ||
                (p >= 0 && !canCollapse(map)))
              strike(mine[a]);
          }
          if (!own)
            continue;
          Bits &dims = bitsOf(owner);
          for (size_t p = 0; p < dims.size(); ++p) {
            if (map.getNumDims() && !canCollapse(map)) {
              strike(dims[p]);
              continue;
            }
            auto x = dyn_cast<AffineDimExpr>(map.getResult(p));
            auto y = dyn_cast<AffineDimExpr>(map.getResult(p + 1));
            bool fine = x && y ? y.getPosition() == x.getPosition() + 1 &&
                                     mine[x.getPosition()]
                               : !products.contains(g) &&
                                     isEdge(shapeOf(operand.get()), p);
            if (!fine)
              strike(dims[p]);
          }
        }
      // What is returned keeps its type behind an expand_shape; any grouping will do.
    }
  }

  //===-- the new body -----------------------------------------------------===//

  static SmallVector<ReassociationIndices> groupsOf(ArrayRef<bool> merge,
                                                    int64_t rank) {
    SmallVector<ReassociationIndices> groups;
    for (int64_t d = 0; d < rank; ++d) {
      if (d == 0 || !merge[d - 1])
        groups.emplace_back();
      groups.back().push_back(d);
    }
    return groups;
  }

  static RankedTensorType collapsed(Value v,
                                    ArrayRef<ReassociationIndices> groups) {
    auto type = cast<RankedTensorType>(v.getType());
    SmallVector<int64_t> shape;
    for (const ReassociationIndices &group : groups) {
      int64_t n = 1;
      for (int64_t d : group)
        n = ShapedType::isDynamic(n) || type.isDynamicDim(d)
                ? ShapedType::kDynamic
                : n * type.getDimSize(d);
      shape.push_back(n);
    }
    return RankedTensorType::get(shape, type.getElementType());
  }

  /// The collapsed form of a value of the old body.
  Value collapse(Value v, ArrayRef<ReassociationIndices> groups) {
    if (int64_t(groups.size()) == rankOf(v))
      return map.lookupOrDefault(v);
    if (auto empty = v.getDefiningOp<tensor::EmptyOp>()) {
      SmallVector<Value> dynamic;
      auto type = collapsed(v, groups);
      for (auto [g, group] : llvm::enumerate(groups)) {
        if (!type.isDynamicDim(g))
          continue;
        Value n;
        for (int64_t d : group) {
          OpFoldResult size = empty.getMixedSizes()[d];
          Value s = getValueOrCreateConstantIndexOp(b, v.getLoc(), size);
          n = n ? arith::MulIOp::create(b, v.getLoc(), n, s).getResult() : s;
        }
        dynamic.push_back(n);
      }
      return tensor::EmptyOp::create(b, v.getLoc(), type.getShape(),
                                     type.getElementType(), dynamic);
    }
    if (auto fill = v.getDefiningOp<linalg::FillOp>()) {
      Value out = collapse(fill.getOutputs()[0], groups);
      return linalg::FillOp::create(b, v.getLoc(), fill.getInputs(), out)
          .getResult(0);
    }
    if (Value known = map.lookupOrNull(v))
      return known;
    return tensor::CollapseShapeOp::create(b, v.getLoc(), v, groups);
  }

  void rewrite() {
    for (linalg::GenericOp g : generics) {
      b.setInsertionPoint(g);
      rewrite(g);
    }
    ReturnOp ret = kernel.getReturn();
    b.setInsertionPoint(ret);
    auto restore = [&](Value v) -> Value {
      if (!isOwn(v) || !map.contains(v))
        return v;
      Value small = map.lookup(v);
      if (small.getType() == v.getType())
        return small;
      auto groups = groupsOf(bitsOf(v), rankOf(v));
      SmallVector<OpFoldResult> shape;
      Value like = v;
      while (auto g = like.getDefiningOp<linalg::GenericOp>())
        like =
            g.getDpsInitOperand(cast<OpResult>(like).getResultNumber())->get();
      while (auto fill = like.getDefiningOp<linalg::FillOp>())
        like = fill.getOutputs()[0];
      shape = tensor::getMixedSizes(b, v.getLoc(), like);
      return tensor::ExpandShapeOp::create(b, v.getLoc(), v.getType(), small,
                                           groups, shape);
    };
    for (OpOperand &operand : ret->getOpOperands()) {
      // A reshape of a result follows its source.
      Value v = operand.get();
      SmallVector<Operation *> reshapes;
      while (v.getDefiningOp() && isUnitReshape(v.getDefiningOp())) {
        reshapes.push_back(v.getDefiningOp());
        v = v.getDefiningOp()->getOperand(0);
      }
      Value now = restore(v);
      for (Operation *reshape : llvm::reverse(reshapes)) {
        Operation *clone = b.clone(*reshape);
        clone->setOperand(0, now);
        now = clone->getResult(0);
      }
      operand.set(now);
    }
    for (Operation &op :
         llvm::make_early_inc_range(llvm::reverse(kernel.getBody().front())))
      if (isOpTriviallyDead(&op))
        op.erase();
  }

  void rewrite(linalg::GenericOp g) {
    Bits &mine = loops[g];
    int64_t n = g.getNumLoops();
    SmallVector<int64_t> groupOf(n);
    SmallVector<bool> groupIsUnit;
    SmallVector<utils::IteratorType> kinds;
    for (int64_t d = 0; d < n; ++d) {
      if (d == 0 || !mine[d - 1]) {
        kinds.push_back(g.getIteratorTypesArray()[d]);
        groupIsUnit.push_back(true);
      }
      groupOf[d] = kinds.size() - 1;
      groupIsUnit.back() = groupIsUnit.back() && extents[g][d] == 1;
    }
    SmallVector<Value> operands;
    SmallVector<AffineMap> maps;
    for (OpOperand &operand : g->getOpOperands()) {
      Value v = operand.get();
      AffineMap old = g.getMatchingIndexingMap(&operand);
      if (!isa<RankedTensorType>(v.getType())) {
        operands.push_back(v);
        maps.push_back(AffineMap::get(kinds.size(), 0, {}, b.getContext()));
        continue;
      }
      int64_t rank = rankOf(v);
      if (!canCollapse(old)) {
        // Packed weights: the same elements, the loops with their new numbers.
        SmallVector<AffineExpr> loopExprs;
        for (int64_t d = 0; d < n; ++d)
          loopExprs.push_back(b.getAffineDimExpr(groupOf[d]));
        operands.push_back(map.lookupOrDefault(v));
        maps.push_back(
            old.replaceDimsAndSymbols(loopExprs, {}, kinds.size(), 0));
        continue;
      }
      Bits merge;
      if (Value owner = shapeOwner(operand); isOwn(owner)) {
        merge = bitsOf(owner);
      } else {
        for (int64_t p = 0; p + 1 < rank; ++p) {
          auto x = dyn_cast<AffineDimExpr>(old.getResult(p));
          auto y = dyn_cast<AffineDimExpr>(old.getResult(p + 1));
          // Two loops that stay apart must both be seen in some operand.
          merge.push_back(x && y
                              ? y.getPosition() == x.getPosition() + 1 &&
                                    mine[x.getPosition()]
                              : !products.contains(g) && isEdge(shapeOf(v), p));
        }
      }
      auto groups = groupsOf(merge, rank);
      SmallVector<AffineExpr> exprs;
      for (const ReassociationIndices &group : groups) {
        // The loop of what is longer than 1, if anything is.
        AffineExpr expr = b.getAffineConstantExpr(0);
        bool isLong = false;
        for (int64_t p : group)
          if (auto d = dyn_cast<AffineDimExpr>(old.getResult(p));
              d && !isLong) {
            isLong = !isUnit(v, p);
            if (isLong || groupIsUnit[groupOf[d.getPosition()]])
              expr = b.getAffineDimExpr(groupOf[d.getPosition()]);
          }
        exprs.push_back(expr);
      }
      operands.push_back(collapse(v, groups));
      maps.push_back(AffineMap::get(kinds.size(), 0, exprs, b.getContext()));
    }
    unsigned inputs = g.getNumDpsInputs();
    ValueRange all(operands);
    auto made = linalg::GenericOp::create(
        b, g.getLoc(), all.drop_front(inputs).getTypes(),
        all.take_front(inputs), all.drop_front(inputs), maps, kinds);
    made.getRegion().takeBody(g.getRegion());
    // Indices of loops that stayed by themselves have new numbers.
    made.getBody()->walk(
        [&](linalg::IndexOp index) { index.setDim(groupOf[index.getDim()]); });
    made.getBody()->walk([&](tensor::ExtractOp read) {
      read.getTensorMutable().assign(map.lookupOrDefault(read.getTensor()));
    });
    for (auto [from, to] : llvm::zip(g.getResults(), made.getResults()))
      map.map(from, to);
    // The old operation keeps a body until it goes.
    Block &block = g.getRegion().emplaceBlock();
    (void)block;
  }

  KernelOp kernel;
  OpBuilder b;
  SmallVector<linalg::GenericOp> generics;
  /// Those that are matrix products.
  llvm::SmallPtrSet<Operation *, 2> products;
  llvm::DenseMap<Operation *, Bits> loops;
  llvm::DenseMap<Operation *, SmallVector<int64_t>> extents;
  llvm::DenseMap<Value, Bits> values;
  IRMapping map;
};

struct CollapseDims : cameo::impl::CollapseDimsBase<CollapseDims> {
  void runOnOperation() override {
    for (auto kernel : getOperation().getOps<KernelOp>())
      Collapser(kernel).run();
  }
};
} // namespace
