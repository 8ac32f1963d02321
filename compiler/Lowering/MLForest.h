// SPDX-License-Identifier: Apache-2.0
// Decision trees as the attributes of ai.onnx.ml's operators give them,
// checked, and as the tables of cameo.trees.
#ifndef CAMEO_COMPILER_LOWERING_MLFOREST_H
#define CAMEO_COMPILER_LOWERING_MLFOREST_H

#include "mlir/IR/Operation.h"

namespace cameo {

/// Comparisons of a node with its split, in the order of TreeEnsemble's
/// numbers.
enum class TreeMode : uint8_t { LEQ, LT, GTE, GT, EQ, NEQ, Member, Leaf };

/// A node, or a reference to a leaf: ~i stands for leaf i.
struct TreeNode {
  int64_t feature = 0;
  double split = 0;
  TreeMode mode = TreeMode::LEQ;
  /// A NaN goes to `yes`.
  bool missingYes = false;
  int64_t yes = 0, no = 0;
  /// For Member: [first, last) of Forest::members.
  size_t firstMember = 0, lastMember = 0;
};

struct TreeVote {
  int64_t target;
  double weight;
};

struct Forest {
  std::vector<TreeNode> nodes;
  std::vector<std::vector<TreeVote>> leaves;
  /// Nodes, or ~leaf.
  std::vector<int64_t> roots;
  std::vector<double> members;
  /// Whether splits (or values of leaves) need more than 32 bits.
  bool isDouble = false;
};

/// A forest as cameo.trees takes it.
struct TreeTable {
  std::vector<int64_t> links;
  std::vector<double> splits;
  /// The leaf that a node is, where a table of leaves is asked for; else -1.
  std::vector<int64_t> leafOf;
  std::vector<int32_t> roots;
  int64_t featureBits = 0, features = 0, depth = 0;
  bool missing = false, equal = false;
  /// Whether all links fit into 32 bits.
  bool narrow = true;
};

/// Lays the trees out; leaf i has the split `leafSplits[i]`, a leaf that counts
/// for nothing `nothing`. Splits are rounded as f32 unless the forest is
/// double. Reports at `op` what is no tree.
mlir::FailureOr<TreeTable> layOut(mlir::Operation *op, const Forest &forest,
                                  llvm::ArrayRef<int64_t> order,
                                  llvm::ArrayRef<double> leafSplits,
                                  double nothing);

} // namespace cameo

#endif
