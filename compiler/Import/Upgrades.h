// SPDX-License-Identifier: Apache-2.0
// The upgrade table: how older versions of an operator, and operators that have
// a successor, take the latest form. No other place of the compiler knows
// versions. One list per family, in Upgrades<Family>.cpp; an operator's rows
// run in order, each for models below a version.
#ifndef CAMEO_COMPILER_IMPORT_UPGRADES_H
#define CAMEO_COMPILER_IMPORT_UPGRADES_H

#include "compiler/Import/Node.h"

namespace cameo::import {

struct Upgrade {
  llvm::StringRef domain, op;
  /// For models whose operator set is below this version.
  int64_t below;
  llvm::LogicalResult (*apply)(Node &);
};

/// Stands for `below` where an operator has a successor in every version.
constexpr int64_t always = INT64_MAX;
constexpr llvm::StringRef mlDomain = "ai.onnx.ml", msDomain = "com.microsoft";

llvm::ArrayRef<Upgrade> mathUpgrades();
llvm::ArrayRef<Upgrade> tensorUpgrades();
llvm::ArrayRef<Upgrade> nnUpgrades();
llvm::ArrayRef<Upgrade> controlUpgrades();
llvm::ArrayRef<Upgrade> mlUpgrades();
llvm::ArrayRef<Upgrade> contribUpgrades();

//===-- Shared by the families --------------------------------------------===//
/// A scalar of operand 0's element type.
mlir::Value scalarLike(Node &node, double value);
/// An attribute of integers becomes operand `index`.
void intsToOperand(Node &node, llvm::StringRef attribute, unsigned index);

} // namespace cameo::import

#endif
