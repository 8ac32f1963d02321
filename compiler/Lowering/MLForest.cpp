// SPDX-License-Identifier: Apache-2.0
// Lays trees out as the tables of cameo.trees: level by level, siblings side by
// side, all comparisons as <= (or == where a node asks for it). What comes in
// stems from a file: nothing here recurses, and every node is visited once.
#include "compiler/Lowering/MLForest.h"
#include "mlir/IR/Diagnostics.h"
#include "llvm/Support/MathExtras.h"
#include <cmath>
#include <deque>
#include <limits>

using namespace mlir;
using namespace cameo;

namespace {
constexpr double infinity = std::numeric_limits<double>::infinity();
constexpr double nan = std::numeric_limits<double>::quiet_NaN();

/// A node after all comparisons became <= or ==.
struct Plain {
  double split;
  bool equal = false, missingYes = false;
  int64_t yes, no;
};

class Layouter {
public:
  Layouter(Operation *op, const Forest &forest, ArrayRef<double> leafSplits)
      : op(op), forest(forest), leafSplits(leafSplits),
        seen(forest.nodes.size()) {}

  FailureOr<TreeTable> run(ArrayRef<int64_t> order, double nothing) {
    for (int64_t tree : order) {
      table.roots.push_back(allocate(1));
      if (failed(place(forest.roots[tree], table.roots.back())))
        return failure();
    }
    // What fills up a vector of trees.
    int64_t none = allocate(1);
    leaf(none, nothing, -1);
    for (int i = 0; i < 63; ++i)
      table.roots.push_back(none);
    if (table.links.size() >= (size_t(1) << 31))
      return op->emitError("has too many nodes"), failure();
    pack();
    return std::move(table);
  }

private:
  /// The links before they are packed.
  struct Link {
    int64_t feature = 0, first = 0;
    bool branches = false, missingYes = false, equal = false;
  };

  int64_t allocate(int64_t n) {
    int64_t at = links.size();
    links.resize(at + n);
    table.splits.resize(at + n);
    table.leafOf.resize(at + n, -1);
    return at;
  }
  void leaf(int64_t at, double split, int64_t index) {
    links[at] = {};
    links[at].first = at;
    table.splits[at] = split;
    table.leafOf[at] = index;
  }
  void branch(int64_t at, int64_t feature, const Plain &p, int64_t children) {
    links[at] = {feature, children, true, p.missingYes, p.equal};
    table.splits[at] = p.split;
    table.missing |= p.missingYes;
    table.equal |= p.equal;
    table.features = std::max(table.features, feature + 1);
  }

  double rounded(double v) const {
    return forest.isDouble ? v : double(float(v));
  }
  /// The largest number below v; NaN, with which nothing compares, if there is
  /// none.
  double below(double v) const {
    if (v == -infinity)
      return nan;
    return forest.isDouble ? std::nextafter(v, -infinity)
                           : double(std::nextafterf(float(v), -INFINITY));
  }

  Plain plain(const TreeNode &n) const {
    double t = rounded(n.split);
    Plain p{t, false, n.missingYes, n.yes, n.no};
    // Where the children change places, so does what a NaN does.
    auto turned = [&](double split) {
      return Plain{split, false, !n.missingYes, n.no, n.yes};
    };
    switch (n.mode) {
    case TreeMode::LT:
      p.split = below(t);
      return p;
    case TreeMode::GTE:
      return turned(std::isnan(t) ? infinity : below(t));
    case TreeMode::GT:
      return turned(std::isnan(t) ? infinity : t);
    case TreeMode::EQ:
      p.equal = true;
      return p;
    case TreeMode::NEQ:
      // A NaN differs from everything.
      return Plain{t, true, false, n.no, n.yes};
    default:
      return p;
    }
  }

  LogicalResult place(int64_t root, int64_t at) {
    struct Item {
      int64_t node, at, depth;
    };
    std::deque<Item> queue{{root, at, 0}};
    while (!queue.empty()) {
      Item item = queue.front();
      queue.pop_front();
      table.depth = std::max(table.depth, item.depth);
      if (item.node < 0) {
        leaf(item.at, leafSplits[~item.node], ~item.node);
        continue;
      }
      if (seen[item.node])
        return op->emitError("node ")
               << item.node << " of the trees is reached twice";
      seen[item.node] = true;
      const TreeNode &n = forest.nodes[item.node];
      if (n.mode == TreeMode::Member) {
        // One comparison after another; all that hold go to one place.
        SmallVector<int64_t> jumps;
        int64_t here = item.at, depth = item.depth;
        for (size_t i = n.firstMember; i <= n.lastMember; ++i) {
          bool last = i + 1 >= n.lastMember;
          double value =
              n.firstMember == n.lastMember ? nan : rounded(forest.members[i]);
          Plain p{value, true, n.missingYes && i == n.firstMember, 0, 0};
          int64_t children = allocate(2);
          branch(here, n.feature, p, children);
          ++depth;
          if (last) {
            queue.push_back({n.yes, children, depth});
            queue.push_back({n.no, children + 1, depth});
            for (int64_t jump : jumps)
              links[jump].first = children;
            // A jump is a step.
            if (!jumps.empty())
              table.depth = std::max(table.depth, depth + 1);
            break;
          }
          jumps.push_back(children);
          here = children + 1;
        }
        continue;
      }
      Plain p = plain(n);
      int64_t children = allocate(2);
      branch(item.at, n.feature, p, children);
      queue.push_back({p.yes, children, item.depth + 1});
      queue.push_back({p.no, children + 1, item.depth + 1});
    }
    return success();
  }

  void pack() {
    table.featureBits =
        table.features > 1 ? llvm::Log2_64_Ceil(table.features) : 0;
    int64_t shift = table.featureBits + 3;
    for (auto [at, l] : llvm::enumerate(links)) {
      int64_t distance = l.first - int64_t(at);
      int64_t word = int64_t(uint64_t(distance) << shift) | l.feature |
                     int64_t(l.branches) << table.featureBits |
                     int64_t(l.missingYes) << (table.featureBits + 1) |
                     int64_t(l.equal) << (table.featureBits + 2);
      table.narrow &= shift < 31 && llvm::isIntN(31 - shift, distance);
      table.links.push_back(word);
    }
  }

  Operation *op;
  const Forest &forest;
  ArrayRef<double> leafSplits;
  std::vector<bool> seen;
  std::vector<Link> links;
  TreeTable table;
};
} // namespace

FailureOr<TreeTable> cameo::layOut(Operation *op, const Forest &forest,
                                   ArrayRef<int64_t> order,
                                   ArrayRef<double> leafSplits,
                                   double nothing) {
  return Layouter(op, forest, leafSplits).run(order, nothing);
}
