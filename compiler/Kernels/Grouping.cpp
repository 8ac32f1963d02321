// SPDX-License-Identifier: Apache-2.0
#include "compiler/Kernels/Grouping.h"
#include "compiler/Kernels/AttentionChain.h"
#include "compiler/Kernels/ConvPrologue.h"
#include "compiler/Kernels/Outline.h"
#include "llvm/Support/SaveAndRestore.h"

using namespace mlir;
using namespace cameo;

/// Elements of one row that may wait in a cache between the passes over it.
static constexpr int64_t maxRowElements = 1 << 15;
/// Operations of a kernel: beyond this, joining more saves little and costs registers.
static constexpr size_t maxGroupOps = 48;
/// Body operations that are cheaper than a store and a load.
static constexpr int64_t cheapOps = 3;
/// Elements of a row that are too few for vectors.
static constexpr int64_t shortRow = 8;

namespace {
class Grouper {
public:
  Grouper(Block &block, const TargetDescription &description)
      : block(block), description(description) {
    int64_t i = 0;
    for (Operation &op : block)
      position[&op] = i++;
    if (description.fusedAttention)
      for (auto op : block.getOps<linalg::GenericOp>())
        if (FailureOr<AttentionChain> chain = AttentionChain::match(op);
            succeeded(chain))
          placeAttention(*chain);
  }

  std::vector<std::unique_ptr<Group>> run() {
    for (Operation &op : block)
      if (isComputation(&op) && !isFree(&op) && !groupOf.contains(&op))
        place(&op);
    std::vector<std::unique_ptr<Group>> result;
    for (auto &g : groups)
      if (!g->ops.empty())
        result.push_back(std::move(g));
    llvm::stable_sort(result, [&](auto &a, auto &b) {
      return position[a->ops.back()] < position[b->ops.back()];
    });
    return result;
  }

private:
  //===-- what an operand edge looks like ---------------------------------===//

  struct Edge {
    Value value; ///< computed by a group of this block
    Group *group;
    /// each point reads the element of its own index, shapes equal
    bool identity;
    bool injective; ///< no element is read twice
  };

  SmallVector<Edge> edges(Operation *op) {
    SmallVector<Edge> result;
    auto note = [&](Value v, bool identity, bool injective) {
      while (Operation *producer = v.getDefiningOp()) {
        if (!isUnitReshape(producer))
          break;
        identity = false;
        v = producer->getOperand(0);
      }
      Operation *producer = v.getDefiningOp();
      auto it = producer ? groupOf.find(producer) : groupOf.end();
      if (it != groupOf.end())
        result.push_back({v, it->second, identity, injective});
    };
    if (auto generic = dyn_cast<linalg::GenericOp>(op)) {
      for (OpOperand &operand : op->getOpOperands()) {
        if (!isa<RankedTensorType>(operand.get().getType()))
          continue;
        AffineMap map = generic.getMatchingIndexingMap(&operand);
        note(operand.get(), map.isIdentity(), map.isPermutation());
      }
      return result;
    }
    if (auto pad = dyn_cast<tensor::PadOp>(op))
      note(pad.getSource(), false, true);
    if (auto conv = dyn_cast<ConvOp>(op);
        conv && description.computedInputs && canComputeInput(conv))
      note(conv.getInput(), false, true);
    if (auto insert = dyn_cast<tensor::InsertSliceOp>(op)) {
      note(insert.getSource(), false, true);
      note(insert.getDest(), false, true);
    }
    return result;
  }

  /// Values that a body reads at computed places: memory, unless that is cheap.
  static bool isElementwise(Operation *op) {
    auto generic = dyn_cast<linalg::GenericOp>(op);
    return generic && generic.getNumReductionLoops() == 0;
  }

  static int64_t bodyCost(Operation *op) {
    auto generic = dyn_cast<linalg::GenericOp>(op);
    if (!generic)
      return 0;
    int64_t cost = 0;
    for (Operation &inner : generic.getBody()->without_terminator())
      cost += isa<math::MathDialect>(inner.getDialect()) ||
                      isa<arith::DivFOp>(inner) || inner.getNumRegions()
                  ? 8
              : isa<arith::ConstantOp, linalg::IndexOp>(inner) ? 0
                                                               : 1;
    return cost;
  }

  /// Whether a value follows from stored constants alone.
  bool isConstant(Value v) {
    Operation *op = v.getDefiningOp();
    if (!op)
      return false;
    if (isa<arith::ConstantOp>(op))
      return true;
    if (auto it = constant.find(op); it != constant.end())
      return it->second;
    bool all = isComputation(op) || isUnitReshape(op), stored = false;
    auto note = [&](Value operand) {
      // Fills and destinations say nothing: what comes of them alone is cheap to compute anew.
      Operation *producer = operand.getDefiningOp();
      if (!all || (producer && isa<linalg::FillOp, tensor::EmptyOp>(producer)))
        return;
      bool known = isConstant(operand);
      all &= known;
      stored |= known && isa<TensorType>(operand.getType());
    };
    for (Value operand : op->getOperands())
      note(operand);
    for (Region &region : op->getRegions())
      region.walk([&](Operation *inner) {
        for (Value operand : inner->getOperands())
          if (!region.isAncestor(operand.getParentRegion()))
            note(operand);
      });
    return constant[op] = all && stored;
  }

  //===-- order ------------------------------------------------------------===//

  /// Whether what uses `v` outside `inside` may wait for position `at`.
  bool canWait(Value v, int64_t at,
               const llvm::SmallPtrSetImpl<Operation *> &inside,
               int depth = 0) {
    for (Operation *user : v.getUsers()) {
      Operation *ancestor = block.findAncestorOpInBlock(*user);
      if (!ancestor)
        return false;
      if (inside.contains(ancestor)) {
        // A reshape between two members stays in the schedule, unless the kernel redoes it.
        if (depth && !onlyFree)
          return false;
        continue;
      }
      if (position[ancestor] > at || isa<tensor::DimOp>(ancestor))
        continue;
      if (depth > 8 || ancestor != user || groupOf.count(ancestor) ||
          !(isScheduleOp(ancestor) || isFree(ancestor)) ||
          ancestor->getNumRegions() || !isPure(ancestor))
        return false;
      llvm::SaveAndRestore<bool> free(onlyFree, (depth == 0 || onlyFree) &&
                                                    isUnitReshape(ancestor));
      for (Value r : ancestor->getResults())
        if (!canWait(r, at, inside, depth + 1))
          return false;
    }
    return true;
  }

  bool canMerge(ArrayRef<Group *> merged, Operation *op) {
    llvm::SmallPtrSet<Operation *, 32> inside;
    inside.insert(op);
    size_t count = 1;
    for (Group *g : merged) {
      inside.insert(g->ops.begin(), g->ops.end());
      count += g->ops.size();
    }
    if (count > maxGroupOps)
      return false;
    for (Group *g : merged)
      for (Operation *member : g->ops)
        for (Value v : member->getResults())
          if (!canWait(v, position[op], inside))
            return false;
    return true;
  }

  /// Whether `v` is used outside of `inside`, other than for its size.
  bool escapes(Value v, const llvm::SmallPtrSetImpl<Operation *> &inside) {
    return llvm::any_of(v.getUsers(), [&](Operation *user) {
      Operation *ancestor = block.findAncestorOpInBlock(*user);
      if (ancestor && inside.contains(ancestor))
        return false;
      if (isUnitReshape(user))
        return escapes(user->getResult(0), inside);
      return !isa<tensor::DimOp>(user);
    });
  }

  //===-- joining ----------------------------------------------------------===//

  /// Scores, softmax and weighted sum: one kernel, in which the scores stay in a cache.
  void placeAttention(AttentionChain &chain) {
    SmallVector<Operation *> ops = chain.ops();
    if (llvm::any_of(ops, [&](Operation *op) { return groupOf.contains(op); }))
      return;
    groups.push_back(std::make_unique<Group>());
    Group *group = groups.back().get();
    group->ops = ops;
    llvm::sort(group->ops, [&](Operation *a, Operation *b) {
      return position[a] < position[b];
    });
    group->root = chain.values;
    group->attention = group->closed = true;
    for (Operation *op : ops)
      groupOf[op] = group;
  }

  void place(Operation *op) {
    SmallVector<Group *> best;
    if (!isa<ComputeOp>(op))
      best = choose(op);
    Group *target;
    if (best.empty()) {
      groups.push_back(std::make_unique<Group>());
      target = groups.back().get();
    } else {
      target = best[0];
      for (Group *other : ArrayRef<Group *>(best).drop_front()) {
        for (Operation *member : other->ops)
          groupOf[member] = target;
        target->ops.append(other->ops);
        target->root = target->root ? target->root : other->root;
        target->prologue.insert(other->prologue.begin(), other->prologue.end());
        target->reduces |= other->reduces;
        other->ops.clear();
      }
    }
    target->ops.push_back(op);
    groupOf[op] = target;
    if (best.size() > 1)
      llvm::sort(target->ops, [&](Operation *a, Operation *b) {
        return position[a] < position[b];
      });
    if (isRoot(op)) {
      target->root = op;
      target->prologue.insert(target->ops.begin(), target->ops.end());
      target->prologue.erase(op);
    } else if (auto generic = dyn_cast<linalg::GenericOp>(op))
      target->reduces |= generic.getNumReductionLoops() > 0;
    target->closed = isa<ComputeOp, RecurrenceOp>(op);
  }

  /// The groups that `op` joins; empty if it starts its own.
  SmallVector<Group *> choose(Operation *op) {
    SmallVector<Edge> all = edges(op);
    // Latest first: it is the likeliest to be in cache, and only one root fits into a kernel.
    llvm::stable_sort(all, [&](const Edge &a, const Edge &b) {
      return position[a.value.getDefiningOp()] >
             position[b.value.getDefiningOp()];
    });
    SmallVector<Group *> chosen;
    for (const Edge &e : all) {
      if (llvm::is_contained(chosen, e.group) || e.group->closed)
        continue;
      // What follows from constants is computed once, at compile time: it stays by itself.
      if (isConstant(e.value) != isConstant(op->getResult(0)))
        continue;
      SmallVector<Group *> attempt = chosen;
      attempt.push_back(e.group);
      if (fits(attempt, op, all) && canMerge(attempt, op))
        chosen = attempt;
    }
    return chosen;
  }

  bool fits(ArrayRef<Group *> merged, Operation *op, ArrayRef<Edge> all) {
    unsigned roots = isRoot(op);
    bool reduces = false;
    SmallVector<Operation *> ops;
    for (Group *g : merged) {
      roots += g->root != nullptr;
      reduces |= g->reduces;
      ops.append(g->ops);
    }
    ops.push_back(op);
    llvm::SmallPtrSet<Operation *, 32> inside(ops.begin(), ops.end());
    if (isRoot(op))
      return isPrologue(merged, op, inside);
    if (roots > 1)
      return false;
    auto generic = dyn_cast<linalg::GenericOp>(op);
    bool opReduces = generic && generic.getNumReductionLoops() > 0;

    if (roots) {
      // An epilogue: every value in the kernel from the root on has the root's index space.
      if (!isElementwise(op) || reduces)
        return false;
      // A root reads its operands from memory, and so does what computes them.
      for (Group *g : merged)
        if (g->root) {
          SmallVector<Operation *> readers(g->prologue.begin(),
                                           g->prologue.end());
          readers.push_back(g->root);
          for (Operation *reader : readers)
            for (Value operand : reader->getOperands()) {
              while (operand.getDefiningOp() &&
                     isUnitReshape(operand.getDefiningOp()))
                operand = operand.getDefiningOp()->getOperand(0);
              if (operand.getDefiningOp() &&
                  inside.contains(operand.getDefiningOp()) &&
                  !g->prologue.contains(operand.getDefiningOp()))
                return false;
            }
        }
      for (const Edge &e : all)
        if (llvm::is_contained(merged, e.group) && e.group->root && !e.identity)
          return false;
      return sidesAreLocal(merged, op, all, inside);
    }
    if (!reduces && !opReduces && sidesAreLocal(merged, op, all, inside))
      return true;
    return fitsRows(ops, merged, op, all, inside);
  }

  /// What computes the input of the convolution `op`, for nobody else. What only puts parts side by side stays
  /// outside: those who compute the parts write them in place. So do slices, which kernels with a root read from
  /// memory.
  bool isPrologue(ArrayRef<Group *> merged, Operation *op,
                  const llvm::SmallPtrSetImpl<Operation *> &inside) {
    auto conv = dyn_cast<ConvOp>(op);
    if (!conv)
      return false;
    Value input = conv.getInput();
    return merged.size() == 1 && !merged[0]->root && !merged[0]->reduces &&
           input.getDefiningOp<linalg::GenericOp>() &&
           llvm::all_of(merged[0]->ops, [&](Operation *member) {
             return isa<linalg::GenericOp, tensor::InsertSliceOp>(member) &&
                    llvm::none_of(
                        member->getOperands(),
                        [](Value v) {
                          return v.getDefiningOp<tensor::ExtractSliceOp>();
                        }) &&
                    llvm::none_of(member->getResults(),
                                  [&](Value v) { return escapes(v, inside); });
           });
  }

  /// Element-wise producers: read at one's own index, or by nobody else and only once, or so cheap
  /// that computing them again costs less than memory.
  bool sidesAreLocal(ArrayRef<Group *> merged, Operation *op,
                     ArrayRef<Edge> all,
                     const llvm::SmallPtrSetImpl<Operation *> &inside) {
    for (const Edge &e : all) {
      if (!llvm::is_contained(merged, e.group))
        continue;
      if (e.group->root) {
        if (!e.identity)
          return false;
        continue;
      }
      if (e.group->reduces)
        return false;
      bool sole = true;
      int64_t cost = 0;
      for (Operation *member : e.group->ops) {
        cost += bodyCost(member);
        for (Value v : member->getResults())
          sole &= !escapes(v, inside);
      }
      if (e.identity && isElementwise(op) &&
          (sole || sameShapes(e.group, op, inside)))
        continue;
      // Only `op` wants it, elsewhere than at its own index.
      if (sole && (cost <= cheapOps || (e.injective && !insertsShortRows(op))))
        continue;
      return false;
    }
    return true;
  }

  /// Whether `op` puts rows that are shorter than a vector side by side: each of
  /// their elements is computed by itself.
  static bool insertsShortRows(Operation *op) {
    auto insert = dyn_cast<tensor::InsertSliceOp>(op);
    if (!insert || insert.getSourceType().getRank() == 0)
      return false;
    int64_t row = insert.getSourceType().getShape().back();
    return !ShapedType::isDynamic(row) && row < shortRow &&
           row != insert.getType().getShape().back();
  }

  /// Whether all that leaves the group has the shape of `op`'s results.
  bool sameShapes(Group *g, Operation *op,
                  const llvm::SmallPtrSetImpl<Operation *> &inside) {
    ArrayRef<int64_t> shape =
        cast<ShapedType>(op->getResult(0).getType()).getShape();
    for (Operation *member : g->ops)
      for (Value v : member->getResults())
        if (escapes(v, inside) &&
            cast<ShapedType>(v.getType()).getShape() != shape)
          return false;
    return true;
  }

  /// Whether `op` reads a tensor across its rows, as a transpose does: tiles of
  /// vectors turn it in a kernel of its own, where a row would gather it.
  static bool readsAcross(Operation *op) {
    auto generic = dyn_cast<linalg::GenericOp>(op);
    if (!generic || generic.getNumReductionLoops() || generic.getNumLoops() < 2)
      return false;
    unsigned last = generic.getNumLoops() - 1;
    SmallVector<int64_t> ranges = generic.getStaticLoopRanges();
    return llvm::any_of(generic.getDpsInputOperands(), [&](OpOperand *input) {
      AffineMap map = generic.getMatchingIndexingMap(input);
      if (!map.isProjectedPermutation() || map.getNumResults() == 0 ||
          !map.isFunctionOfDim(last))
        return false;
      auto inner = cast<AffineDimExpr>(map.getResults().back());
      return inner.getPosition() != last && ranges[last] != 1 &&
             ranges[inner.getPosition()] != 1;
    });
  }

  bool fitsRows(ArrayRef<Operation *> ops, ArrayRef<Group *> merged,
                Operation *op, ArrayRef<Edge> all,
                const llvm::SmallPtrSetImpl<Operation *> &inside) {
    if (!isa<linalg::GenericOp>(op))
      return false;
    auto generic = cast<linalg::GenericOp>(op);
    // A reduction over something that is computed for it alone, each element once.
    bool opReduces = generic.getNumReductionLoops() > 0;
    if (opReduces &&
        llvm::none_of(merged, [](Group *g) { return g->reduces; })) {
      bool alone = true;
      for (const Edge &e : all)
        if (llvm::is_contained(merged, e.group))
          alone &=
              e.injective && llvm::all_of(e.group->ops, [&](Operation *member) {
                return llvm::none_of(member->getResults(), [&](Value v) {
                  return escapes(v, inside);
                });
              });
      if (alone)
        return true;
    }
    // An element-wise end of a reduction, read at its own index and by nobody else.
    if (!opReduces) {
      bool alone = true;
      for (const Edge &e : all)
        if (llvm::is_contained(merged, e.group))
          alone &= e.identity &&
                   llvm::all_of(e.group->ops,
                                [&](Operation *member) {
                                  return llvm::none_of(
                                      member->getResults(), [&](Value v) {
                                        return escapes(v, inside);
                                      });
                                }) &&
                   (!e.group->reduces || onlyEndIsRead(e, op));
      if (alone)
        return true;
    }
    SmallVector<Operation *> sorted(ops);
    int64_t rows = commonRowDims(sorted);
    bool reduces =
        opReduces || llvm::any_of(merged, [](Group *g) { return g->reduces; });
    if (rows < 1 || (reduces && llvm::any_of(ops, readsAcross)))
      return false;
    for (Operation *member : ops)
      for (Value v : member->getResults()) {
        int64_t elements = 1;
        for (int64_t n :
             cast<ShapedType>(v.getType())
                 .getShape()
                 .drop_front(std::min<int64_t>(
                     rows, cast<ShapedType>(v.getType()).getRank())))
          elements *=
              ShapedType::isDynamic(n) ? 64 : std::min<int64_t>(n, 1 << 20);
        if (elements > maxRowElements)
          return false;
      }
    return true;
  }

  /// Whether `op` reads the group's last value only, so that the group stays a chain.
  static bool onlyEndIsRead(const Edge &e, Operation *op) {
    return e.value.getDefiningOp() == e.group->ops.back();
  }

  Block &block;
  const TargetDescription &description;
  llvm::DenseMap<Operation *, int64_t> position;
  llvm::DenseMap<Operation *, Group *> groupOf;
  std::vector<std::unique_ptr<Group>> groups;
  llvm::DenseMap<Operation *, bool> constant;
  bool onlyFree = true;
};
} // namespace

std::vector<std::unique_ptr<Group>>
cameo::groupComputations(Block &block, const TargetDescription &target) {
  return Grouper(block, target).run();
}
