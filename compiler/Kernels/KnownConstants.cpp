// SPDX-License-Identifier: Apache-2.0
#include "compiler/Kernels/KnownConstants.h"
#include "mlir/Interfaces/SideEffectInterfaces.h"
#include "mlir/Transforms/RegionUtils.h"

using namespace mlir;
using namespace cameo;

bool KnownConstants::contains(Value v) {
  if (auto it = known.find(v); it != known.end())
    return it->second;
  Operation *op = v.getDefiningOp();
  known[v] = false;
  if (!op || !isPure(op))
    return false;
  bool all = true;
  for (Value operand : op->getOperands())
    all = all && contains(operand);
  llvm::SetVector<Value> captured;
  getUsedValuesDefinedAbove(op->getRegions(), captured);
  for (Value used : captured)
    all = all && contains(used);
  return known[v] = all;
}
