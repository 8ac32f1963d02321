// SPDX-License-Identifier: Apache-2.0
// Lowerings of tree ensembles: attributes become tables, cameo.trees walks
// them, and what it sums up becomes targets, or scores and labels.
#include "compiler/Lowering/ML.h"
#include "compiler/Lowering/MLForest.h"
#include "dialects/ONNX/ML.h"
#include "llvm/ADT/StringSwitch.h"
#include <cmath>
#include <numeric>
#include <set>

using namespace mlir;
using namespace cameo;
using namespace cameo::onnx;

/// Entries of a table of leaves with a column per target.
static constexpr int64_t maxLeafTable = int64_t(1) << 27;

namespace {
//===-- Attributes to forests ---------------------------------------------===//

FailureOr<SmallVector<double>> decimals(Operation *op, StringRef name,
                                        std::optional<ArrayRef<float>> list,
                                        std::optional<ElementsAttr> tensor,
                                        bool &isDouble) {
  if (tensor) {
    auto values = elementFloats(*tensor);
    if (!values)
      return op->emitError(name) << " is no tensor of floats";
    isDouble |= tensor->getElementType().isF64();
    return *values;
  }
  if (!list)
    return SmallVector<double>();
  return SmallVector<double>(list->begin(), list->end());
}

std::optional<TreeMode> modeNamed(StringRef name) {
  return llvm::StringSwitch<std::optional<TreeMode>>(name)
      .Case("BRANCH_LEQ", TreeMode::LEQ)
      .Case("BRANCH_LT", TreeMode::LT)
      .Case("BRANCH_GTE", TreeMode::GTE)
      .Case("BRANCH_GT", TreeMode::GT)
      .Case("BRANCH_EQ", TreeMode::EQ)
      .Case("BRANCH_NEQ", TreeMode::NEQ)
      .Case("LEAF", TreeMode::Leaf)
      .Default(std::nullopt);
}

LogicalResult checkLength(Operation *op, StringRef name, size_t length,
                          size_t expected) {
  if (length == expected)
    return success();
  return op->emitError(name)
         << " has " << length << " elements, expected " << expected;
}

LogicalResult checkFeature(Operation *op, int64_t feature) {
  if (feature >= 0 && feature < (int64_t(1) << 31))
    return success();
  return op->emitError("nodes_featureids holds ") << feature;
}

/// What a map may be asked for.
bool isId(int64_t i) { return i >= 0 && i < (int64_t(1) << 62); }

/// Votes as TreeEnsembleRegressor and -Classifier list them.
struct Votes {
  std::optional<ArrayRef<int64_t>> trees, nodes, targets;
  SmallVector<double> weights;
  int64_t targetCount;
  StringRef what;
};

/// Nodes named by (tree, node), votes apart.
template <typename Op> FailureOr<Forest> namedNodes(Op op, const Votes &votes) {
  Forest forest;
  auto list = [](std::optional<ArrayRef<int64_t>> v) {
    return v.value_or(ArrayRef<int64_t>());
  };
  ArrayRef<int64_t> trees = list(op.getNodesTreeids()),
                    ids = list(op.getNodesNodeids()),
                    features = list(op.getNodesFeatureids()),
                    yes = list(op.getNodesTruenodeids()),
                    no = list(op.getNodesFalsenodeids()),
                    missing = list(op.getNodesMissingValueTracksTrue());
  auto splits = decimals(op, "nodes_values", op.getNodesValues(),
                         op.getNodesValuesAsTensor(), forest.isDouble);
  if (failed(splits))
    return failure();
  size_t n = trees.size();
  ArrayAttr modes = op.getNodesModes().value_or(ArrayAttr());
  if (n == 0 || !modes)
    return op.emitError("has no nodes");
  if (failed(checkLength(op, "nodes_nodeids", ids.size(), n)) ||
      failed(checkLength(op, "nodes_featureids", features.size(), n)) ||
      failed(checkLength(op, "nodes_truenodeids", yes.size(), n)) ||
      failed(checkLength(op, "nodes_falsenodeids", no.size(), n)) ||
      failed(checkLength(op, "nodes_values", splits->size(), n)) ||
      failed(checkLength(op, "nodes_modes", modes.size(), n)) ||
      (!missing.empty() &&
       failed(checkLength(op, "nodes_missing_value_tracks_true", missing.size(),
                          n))))
    return failure();

  // Places of nodes: ~leaf or index, by name.
  llvm::DenseMap<std::pair<int64_t, int64_t>, int64_t> places;
  SmallVector<int64_t> own(n);
  forest.nodes.resize(n);
  for (size_t i = 0; i < n; ++i) {
    auto mode = modeNamed(cast<StringAttr>(modes[i]).getValue());
    if (!mode)
      return op.emitError("unknown mode of a node: ") << modes[i];
    TreeNode &node = forest.nodes[i];
    node.mode = *mode;
    own[i] = i;
    if (*mode == TreeMode::Leaf) {
      own[i] = ~int64_t(forest.leaves.size());
      forest.leaves.emplace_back();
    } else if (failed(checkFeature(op, features[i]))) {
      return failure();
    }
    if (!isId(trees[i]) || !isId(ids[i]))
      return op.emitError(
          "ids of trees and nodes must not be negative or beyond 2^62");
    if (!places.insert({{trees[i], ids[i]}, own[i]}).second)
      return op.emitError("tree ") << trees[i] << " has two nodes " << ids[i];
    node.feature = features[i];
    node.split = (*splits)[i];
    node.missingYes = !missing.empty() && missing[i];
  }
  std::vector<bool> isChild(n), leafIsChild(forest.leaves.size());
  for (size_t i = 0; i < n; ++i) {
    if (own[i] < 0)
      continue;
    for (auto [id, to] : {std::pair(yes[i], &forest.nodes[i].yes),
                          std::pair(no[i], &forest.nodes[i].no)}) {
      auto it = isId(id) ? places.find({trees[i], id}) : places.end();
      if (it == places.end())
        return op.emitError("node ")
               << ids[i] << " of tree " << trees[i] << " has a child " << id
               << " that is no node";
      *to = it->second;
      if (it->second >= 0)
        isChild[it->second] = true;
      else
        leafIsChild[~it->second] = true;
    }
  }
  // A tree begins with the first of its nodes that is nobody's child.
  llvm::SetVector<int64_t> all(trees.begin(), trees.end());
  llvm::DenseMap<int64_t, int64_t> roots;
  for (size_t i = 0; i < n; ++i)
    if (own[i] >= 0 ? !isChild[i] : !leafIsChild[~own[i]])
      roots.try_emplace(trees[i], own[i]);
  for (int64_t tree : all) {
    auto it = roots.find(tree);
    if (it == roots.end())
      return op.emitError("tree ") << tree << " has no root";
    forest.roots.push_back(it->second);
  }

  ArrayRef<int64_t> voteTrees = list(votes.trees),
                    voteNodes = list(votes.nodes),
                    targets = list(votes.targets);
  size_t m = targets.size();
  if (failed(checkLength(op, (votes.what + "_treeids").str(), voteTrees.size(),
                         m)) ||
      failed(checkLength(op, (votes.what + "_nodeids").str(), voteNodes.size(),
                         m)) ||
      failed(checkLength(op, (votes.what + "_weights").str(),
                         votes.weights.size(), m)))
    return failure();
  for (size_t i = 0; i < m; ++i) {
    auto it = isId(voteTrees[i]) && isId(voteNodes[i])
                  ? places.find({voteTrees[i], voteNodes[i]})
                  : places.end();
    if (it == places.end())
      return op.emitError("a weight belongs to node ")
             << voteNodes[i] << " of tree " << voteTrees[i]
             << ", which does not exist";
    if (targets[i] < 0 || targets[i] >= votes.targetCount)
      return op.emitError("a weight belongs to ")
             << votes.what << " " << targets[i] << " of " << votes.targetCount;
    if (it->second < 0)
      forest.leaves[~it->second].push_back({targets[i], votes.weights[i]});
  }
  return forest;
}

/// The tables of ai.onnx.ml 5.
FailureOr<Forest> numberedNodes(TreeEnsembleOp op, int64_t targetCount) {
  Forest forest;
  auto splits =
      decimals(op, "nodes_splits", {}, op.getNodesSplits(), forest.isDouble);
  auto weights =
      decimals(op, "leaf_weights", {}, op.getLeafWeights(), forest.isDouble);
  auto members = decimals(op, "membership_values", {}, op.getMembershipValues(),
                          forest.isDouble);
  auto modes = elementInts(op.getNodesModes());
  if (failed(splits) || failed(weights) || failed(members))
    return failure();
  if (!modes)
    return op.emitError("nodes_modes is no tensor of integers");
  ArrayRef<int64_t> features = op.getNodesFeatureids(),
                    yes = op.getNodesTruenodeids(),
                    no = op.getNodesFalsenodeids(),
                    yesLeaf = op.getNodesTrueleafs(),
                    noLeaf = op.getNodesFalseleafs(),
                    targets = op.getLeafTargetids(),
                    missing = op.getNodesMissingValueTracksTrue().value_or(
                        ArrayRef<int64_t>());
  int64_t n = features.size(), leaves = targets.size();
  if (failed(checkLength(op, "nodes_splits", splits->size(), n)) ||
      failed(checkLength(op, "nodes_modes", modes->size(), n)) ||
      failed(checkLength(op, "nodes_truenodeids", yes.size(), n)) ||
      failed(checkLength(op, "nodes_falsenodeids", no.size(), n)) ||
      failed(checkLength(op, "nodes_trueleafs", yesLeaf.size(), n)) ||
      failed(checkLength(op, "nodes_falseleafs", noLeaf.size(), n)) ||
      failed(checkLength(op, "leaf_weights", weights->size(), leaves)) ||
      (!missing.empty() &&
       failed(checkLength(op, "nodes_missing_value_tracks_true", missing.size(),
                          n))))
    return failure();
  for (int64_t i = 0; i < leaves; ++i) {
    if (targets[i] < 0 || targets[i] >= targetCount)
      return op.emitError("leaf_targetids holds ")
             << targets[i] << ", but there are " << targetCount << " targets";
    forest.leaves.push_back({{targets[i], (*weights)[i]}});
  }
  forest.members.assign(members->begin(), members->end());
  size_t member = 0;
  for (int64_t i = 0; i < n; ++i) {
    TreeNode node;
    if ((*modes)[i] < 0 || (*modes)[i] > int64_t(TreeMode::Member))
      return op.emitError("unknown mode of a node: ") << (*modes)[i];
    if (failed(checkFeature(op, features[i])))
      return failure();
    node.mode = TreeMode((*modes)[i]);
    node.feature = features[i];
    node.split = (*splits)[i];
    node.missingYes = !missing.empty() && missing[i];
    for (auto [id, isLeaf, to] : {std::tuple(yes[i], yesLeaf[i], &node.yes),
                                  std::tuple(no[i], noLeaf[i], &node.no)}) {
      if (id < 0 || id >= (isLeaf ? leaves : n))
        return op.emitError("node ")
               << i << " has a child " << id << " that does not exist";
      *to = isLeaf ? ~id : id;
    }
    if (node.mode == TreeMode::Member) {
      // The sets of such nodes follow each other, each ended by a NaN.
      node.firstMember = member;
      while (member < forest.members.size() &&
             !std::isnan(forest.members[member]))
        ++member;
      if (member == forest.members.size())
        return op.emitError("membership_values ends before the set of node ")
               << i << " does";
      node.lastMember = member++;
    }
    forest.nodes.push_back(node);
  }
  for (int64_t root : op.getTreeRoots()) {
    if (root < 0 || root >= n)
      return op.emitError("tree_roots holds ") << root;
    forest.roots.push_back(root);
  }
  return forest;
}

//===-- Forests to sums ---------------------------------------------------===//

/// The least, largest or sum of a leaf's votes for one target.
double voteOf(ArrayRef<TreeVote> votes, int64_t target, TreeSum kind,
              double nothing) {
  double value = nothing;
  for (const TreeVote &v : votes)
    if (v.target == target)
      value = kind == TreeSum::Sum   ? value + v.weight
              : kind == TreeSum::Min ? std::fmin(value, v.weight)
                                     : std::fmax(value, v.weight);
  return value;
}

/// The one target that all leaves of each tree vote for; empty if there are
/// more.
std::vector<int64_t> treeTargets(const Forest &forest) {
  std::vector<int64_t> result;
  for (int64_t root : forest.roots) {
    int64_t target = -1;
    std::vector<int64_t> stack{root};
    llvm::DenseSet<int64_t> seen;
    while (!stack.empty()) {
      int64_t node = stack.back();
      stack.pop_back();
      if (node < 0) {
        for (const TreeVote &v : forest.leaves[~node]) {
          if (target >= 0 && v.target != target)
            return {};
          target = v.target;
        }
        continue;
      }
      // A node reached twice is reported when the trees are laid out.
      if (!seen.insert(node).second)
        continue;
      stack.push_back(forest.nodes[node].yes);
      stack.push_back(forest.nodes[node].no);
    }
    result.push_back(std::max<int64_t>(target, 0));
  }
  return result;
}

class Ensemble {
public:
  Ensemble(Operation *op, Lowerer &l, Forest forest, int64_t targets,
           TreeSum kind)
      : op(op), l(l), forest(std::move(forest)), targets(targets), kind(kind) {
    for (auto &leaf : this->forest.leaves)
      for (const TreeVote &v : leaf)
        used.insert(v.target);
  }

  /// Targets for which some leaf votes.
  std::set<int64_t> used;
  size_t trees() const { return forest.roots.size(); }

  /// [rows, targets] in f64: what all trees give. Where none gives anything, 0,
  /// or NaN for the least and largest.
  FailureOr<Value> sums(Value onnxX) {
    if (forest.roots.empty())
      return op->emitError("has no trees");
    if (forest.roots.size() >= (size_t(1) << 28))
      return op->emitError("has too many trees");
    Type given = getElementTypeOrSelf(onnxX.getType());
    forest.isDouble |= given.isF64();
    x = onnxX;
    nothing =
        kind == TreeSum::Sum ? 0.0 : std::numeric_limits<double>::quiet_NaN();
    if (used.size() <= 1)
      return single(used.empty() ? 0 : *used.begin());
    std::vector<int64_t> own = treeTargets(forest);
    if (!own.empty())
      if (auto v = apart(own))
        return *v;
    return together();
  }

private:
  FailureOr<Value> walk(ArrayRef<int64_t> order, ArrayRef<double> leafSplits,
                        Value leaves, TreeSum how, int64_t columns,
                        double padding, Value &rows) {
    FailureOr<TreeTable> table = layOut(op, forest, order, leafSplits, padding);
    if (failed(table))
      return failure();
    bool isDouble = forest.isDouble;
    Type number = isDouble ? Type(l.b.getF64Type()) : Type(l.b.getF32Type());
    FailureOr<Value> input = featureRows(
        op, l, x, number, std::max<int64_t>(table->features, 1), false);
    if (failed(input))
      return failure();
    rows = *input;
    Value links;
    if (table->narrow)
      links = numbers<int32_t>(
          l, std::vector<int32_t>(table->links.begin(), table->links.end()));
    else
      links = numbers<int64_t>(l, table->links);
    Value splits = tableSplits(*table, bool(leaves));
    Value roots = numbers<int32_t>(l, table->roots);
    Value out =
        empty(l, {dim(l, *input, 0), size(l, columns)}, l.b.getF64Type());
    return TreesOp::create(l.b, l.loc, out.getType(), *input, links, splits,
                           roots, leaves, out, how, int64_t(order.size()),
                           table->featureBits, table->depth, table->missing,
                           table->equal)
        .getResult();
  }

  /// With rows of leaves, a leaf's split is the bits of its row's number.
  Value tableSplits(const TreeTable &table, bool rowsOfLeaves) {
    int64_t n = table.splits.size();
    if (!rowsOfLeaves)
      return floats(l, table.splits, {n}, forest.isDouble);
    std::vector<float> narrow;
    std::vector<double> wide;
    for (int64_t i = 0; i < n; ++i) {
      if (forest.isDouble)
        wide.push_back(table.leafOf[i] >= 0
                           ? llvm::bit_cast<double>(table.leafOf[i])
                           : table.splits[i]);
      else
        narrow.push_back(table.leafOf[i] >= 0
                             ? llvm::bit_cast<float>(int32_t(table.leafOf[i]))
                             : float(table.splits[i]));
    }
    return forest.isDouble ? numbers<double>(l, wide, {n})
                           : numbers<float>(l, narrow, {n});
  }

  std::vector<int64_t> allTrees() const {
    std::vector<int64_t> order(forest.roots.size());
    std::iota(order.begin(), order.end(), 0);
    return order;
  }
  std::vector<double> votesFor(int64_t target) const {
    std::vector<double> values;
    for (auto &leaf : forest.leaves)
      values.push_back(voteOf(leaf, target, kind, nothing));
    return values;
  }

  /// All leaves vote for one target, if for any.
  FailureOr<Value> single(int64_t target) {
    Value rows;
    FailureOr<Value> y =
        walk(allTrees(), votesFor(target), {}, kind, 1, nothing, rows);
    if (failed(y) || targets == 1)
      return y;
    Value one = column(l, *y, 0);
    return generate(l, {dim(l, one, 0), size(l, targets)}, l.b.getF64Type(),
                    [&](Scalars &s, ArrayRef<Scalar> at) -> Value {
                      Scalar v = s.extract(one, {at[0]});
                      return s.select(at[1].eq(target), v, v.like(0.0));
                    });
  }

  /// Each tree votes for one target: their values, then a sum over the trees of
  /// each. Nothing if the targets have trees of too different number.
  std::optional<FailureOr<Value>> apart(ArrayRef<int64_t> own) {
    std::vector<std::vector<int64_t>> groups(targets);
    size_t most = 0;
    for (auto [tree, target] : llvm::enumerate(own)) {
      groups[target].push_back(tree);
      most = std::max(most, groups[target].size());
    }
    if (most * targets > 2 * own.size())
      return std::nullopt;
    std::vector<int64_t> order;
    for (auto &group : groups)
      order.insert(order.end(), group.begin(), group.end());
    bool even = most * targets == own.size();
    if (!even)
      return std::nullopt;
    std::vector<double> values;
    for (auto &leaf : forest.leaves)
      values.push_back(
          leaf.empty() ? nothing : voteOf(leaf, leaf[0].target, kind, nothing));
    Value rows;
    FailureOr<Value> each =
        walk(order, values, {}, TreeSum::Each, order.size(), nothing, rows);
    if (failed(each))
      return FailureOr<Value>(failure());
    Value grouped =
        reshape(l, *each, {dim(l, rows, 0), size(l, targets), size(l, most)});
    Value sum = reduce(l, grouped, {2}, numberAttr(l.b.getF64Type(), nothing),
                       [&](Scalars &s, Scalar v, Scalar acc) -> Value {
                         if (kind == TreeSum::Sum)
                           return v + acc;
                         Scalar better =
                             kind == TreeSum::Min ? v < acc : v > acc;
                         return s.select(acc.isNaN() | better, v, acc);
                       });
    return FailureOr<Value>(sum);
  }

  /// A row per leaf with a column per target.
  FailureOr<Value> together() {
    int64_t columns = targets <= 32 ? int64_t(llvm::PowerOf2Ceil(targets))
                                    : int64_t(llvm::alignTo(targets, 32));
    int64_t count = forest.leaves.size() + 1;
    if (columns > maxLeafTable / count)
      return op->emitError("has ") << count - 1 << " leaves for " << targets
                                   << " targets, more than fit into a table";
    std::vector<double> table(count * columns, nothing);
    for (auto [i, leaf] : llvm::enumerate(forest.leaves))
      for (const TreeVote &v : leaf) {
        double &to = table[i * columns + v.target];
        to = kind == TreeSum::Sum   ? to + v.weight
             : kind == TreeSum::Min ? std::fmin(to, v.weight)
                                    : std::fmax(to, v.weight);
      }
    Value leaves = floats(l, table, {count, columns}, forest.isDouble);
    // The leaf that counts for nothing is row `count - 1`.
    double padding = forest.isDouble
                         ? llvm::bit_cast<double>(int64_t(count - 1))
                         : double(llvm::bit_cast<float>(int32_t(count - 1)));
    std::vector<double> unused(forest.leaves.size());
    Value rows;
    FailureOr<Value> y =
        walk(allTrees(), unused, leaves, kind, targets, padding, rows);
    return y;
  }

  Operation *op;
  Lowerer &l;
  Forest forest;
  int64_t targets;
  TreeSum kind;
  Value x;
  double nothing = 0;
};

//===-- Regression --------------------------------------------------------===//

/// Sums [rows, targets] in f64 as `element`, scaled and with base values.
/// Targets that no leaf votes for are 0 (unless `all` have their base values),
/// and so is what no tree gave a least or largest value.
Value scoresOf(Lowerer &l, Value sums, double scale, ArrayRef<double> base,
               Type element, const std::set<int64_t> &used, bool all = false) {
  int64_t targets = cast<RankedTensorType>(sums.getType()).getDimSize(1);
  Value table, votes;
  SmallVector<Value> inputs = {sums};
  if (base.size() > 1)
    inputs.push_back(table = numbers<double>(l, base));
  if (!all && int64_t(used.size()) < targets) {
    std::vector<int32_t> voted(targets);
    for (int64_t t : used)
      if (t < targets)
        voted[t] = 1;
    inputs.push_back(votes = numbers<int32_t>(l, voted));
  }
  return elementwise(l, element, inputs,
                     [&](Scalars &s, ArrayRef<Scalar> v) -> Value {
                       Scalar y = v[0];
                       if (scale != 1)
                         y = y / scale;
                       if (table)
                         y = y + v[1];
                       else if (!base.empty() && base[0] != 0)
                         y = y + base[0];
                       Scalar none = y.isNaN();
                       if (votes)
                         none = none | v.back().eq(0);
                       return s.select(none, y.like(0.0), y).to(element);
                     });
}

LoweredValues regress(Operation *op, Lowerer &l, Forest forest, Value onnxX,
                      int64_t targets, StringRef aggregate, StringRef transform,
                      ArrayRef<double> base, Type element) {
  TreeSum kind = aggregate == "MIN"   ? TreeSum::Min
                 : aggregate == "MAX" ? TreeSum::Max
                                      : TreeSum::Sum;
  if (!base.empty() && base.size() != 1 && int64_t(base.size()) != targets)
    return op->emitError("base_values has ")
           << base.size() << " elements for " << targets << " targets";
  // One base value counts for one target alone.
  if (base.size() == 1 && targets != 1)
    base = {};
  double scale = aggregate == "AVERAGE" ? double(forest.roots.size()) : 1;
  Ensemble ensemble(op, l, std::move(forest), targets, kind);
  FailureOr<Value> sums = ensemble.sums(onnxX);
  if (failed(sums))
    return failure();
  Type wide = element.isF64() ? element : Type(l.b.getF32Type());
  Value y = scoresOf(l, *sums, scale, base, wide, ensemble.used);
  // A single score is transformed by PROBIT only, as by ONNX Runtime.
  if (targets > 1 || transform == "PROBIT")
    y = postTransform(l, y, transform);
  if (element != wide)
    y = elementwise(l, element, {y}, [&](Scalars &, ArrayRef<Scalar> v) {
      return Value(v[0].to(element));
    });
  return one(y);
}

FailureOr<int64_t> targetCount(Operation *op, std::optional<uint64_t> stated) {
  int64_t n = stated.value_or(1);
  if (n < 1 || n > (int64_t(1) << 24))
    return op->emitError("n_targets is ") << n;
  return n;
}

LoweredValues lowerRegressor(TreeEnsembleRegressorOp op, Lowerer &l) {
  FailureOr<int64_t> targets = targetCount(op, op.getNTargets());
  bool isDouble = false;
  auto base = decimals(op, "base_values", op.getBaseValues(),
                       op.getBaseValuesAsTensor(), isDouble);
  auto weights = decimals(op, "target_weights", op.getTargetWeights(),
                          op.getTargetWeightsAsTensor(), isDouble);
  if (failed(base) || failed(weights) || failed(targets))
    return failure();
  FailureOr<Forest> forest =
      namedNodes(op, {op.getTargetTreeids(), op.getTargetNodeids(),
                      op.getTargetIds(), *weights, *targets, "target"});
  if (failed(forest))
    return failure();
  forest->isDouble |= isDouble;
  return regress(op, l, std::move(*forest), op.getX(), *targets,
                 op.getAggregateFunction(), op.getPostTransform(), *base,
                 l.b.getF32Type());
}

LoweredValues lowerEnsemble(TreeEnsembleOp op, Lowerer &l) {
  static constexpr StringLiteral aggregates[] = {"AVERAGE", "SUM", "MIN",
                                                 "MAX"};
  static constexpr StringLiteral transforms[] = {"NONE", "SOFTMAX", "LOGISTIC",
                                                 "SOFTMAX_ZERO", "PROBIT"};
  FailureOr<int64_t> targets = targetCount(op, op.getNTargets());
  if (failed(targets))
    return failure();
  int64_t aggregate = op.getAggregateFunction(),
          transform = op.getPostTransform();
  if (aggregate < 0 || aggregate > 3)
    return op.emitError("aggregate_function is ") << aggregate;
  if (transform < 0 || transform > 4)
    return op.emitError("post_transform is ") << transform;
  FailureOr<Forest> forest = numberedNodes(op, *targets);
  if (failed(forest))
    return failure();
  return regress(op, l, std::move(*forest), op.getX(), *targets,
                 aggregates[aggregate], transforms[transform], {},
                 getElementTypeOrSelf(op.getY().getType()));
}

//===-- Classification ----------------------------------------------------===//

Value firstColumn(Lowerer &l, Value matrix) {
  return sliceAxis(l, matrix, 1, size(l, 0), size(l, 1));
}

LoweredValues lowerClassifier(TreeEnsembleClassifierOp op, Lowerer &l) {
  ArrayRef<int64_t> ints =
      op.getClasslabelsInt64s().value_or(ArrayRef<int64_t>());
  ArrayAttr strings = op.getClasslabelsStrings().value_or(ArrayAttr());
  int64_t classes = strings && !strings.empty() ? int64_t(strings.size())
                                                : int64_t(ints.size());
  if (classes == 0)
    return op.emitError("has no class labels");
  bool isDouble = false;
  auto base = decimals(op, "base_values", op.getBaseValues(),
                       op.getBaseValuesAsTensor(), isDouble);
  auto weights = decimals(op, "class_weights", op.getClassWeights(),
                          op.getClassWeightsAsTensor(), isDouble);
  if (failed(base) || failed(weights))
    return failure();
  FailureOr<Forest> forest =
      namedNodes(op, {op.getClassTreeids(), op.getClassNodeids(),
                      op.getClassIds(), *weights, classes, "class"});
  if (failed(forest))
    return failure();
  forest->isDouble |= isDouble;
  if (int64_t(base->size()) > classes)
    return op.emitError("base_values has ")
           << base->size() << " elements for " << classes << " classes";
  bool positive = llvm::all_of(*weights, [](double w) { return w >= 0; });
  Ensemble ensemble(op, l, std::move(*forest), classes, TreeSum::Sum);
  FailureOr<Value> sums = ensemble.sums(op.getX());
  if (failed(sums))
    return failure();
  StringRef transform = op.getPostTransform();
  Type f32 = l.b.getF32Type(), i64 = l.b.getI64Type();
  Value scores, places;
  if (classes == 2) {
    // ONNX leaves open what two classes mean; this is ONNX Runtime's reading.
    // Where leaves vote for the first class alone, one score decides.
    bool second = ensemble.used.count(1), single = ensemble.used.size() <= 1;
    SmallVector<double> offsets = {0, 0};
    if (base->size() == 2 && !second)
      offsets.assign(base->begin(), base->end());
    else if (base->size() == 1)
      offsets[0] = (*base)[0];
    Value raw = scoresOf(l, *sums, 1, offsets, f32, ensemble.used);
    if (base->size() == 2 && second) {
      // The second score stems from the first then, and the first from it.
      double offset = (*base)[1];
      bool first = ensemble.used.count(0);
      Value sum = column(l, *sums, 0);
      raw =
          generate(l, {dim(l, *sums, 0), size(l, 2)}, f32,
                   [&](Scalars &s, ArrayRef<Scalar> at) -> Value {
                     Scalar v = (s.extract(sum, {at[0]}) + offset).to(f32);
                     return s.select(at[1].eq(1), v, first ? -v : v.like(0.0));
                   });
    }
    double least = single && positive ? 0.5 : 0;
    places = elementwise(l, i64, {column(l, raw, second)},
                         [&](Scalars &, ArrayRef<Scalar> v) -> Value {
                           return (v[0] > least).to(i64, true);
                         });
    scores = second || base->size() == 2
                 ? postTransform(l, raw, transform)
                 : withSecondScore(l, firstColumn(l, raw), transform,
                                   positive ? SecondScore::Complement
                                            : SecondScore::Opposite);
  } else {
    SmallVector<double> offsets(*base);
    offsets.resize(classes);
    if (base->empty())
      offsets.clear();
    Value raw =
        scoresOf(l, *sums, 1, offsets, f32, ensemble.used, /*all=*/true);
    places = largestPlace(l, raw);
    scores = postTransform(l, raw, transform);
  }
  FailureOr<Value> labels = labelsAt(op, l, places, op.getClasslabelsInt64s(),
                                     op.getClasslabelsStrings());
  if (failed(labels))
    return failure();
  return SmallVector<Value>{*labels, scores};
}
} // namespace

void cameo::registerMLTreeLowerings(LoweringRegistry &r) {
  r.add<TreeEnsembleRegressorOp>(lowerRegressor);
  r.add<TreeEnsembleClassifierOp>(lowerClassifier);
  r.add<TreeEnsembleOp>(lowerEnsemble);
}
