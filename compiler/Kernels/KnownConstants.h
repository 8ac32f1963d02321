// SPDX-License-Identifier: Apache-2.0
// Which values follow from stored constants alone, so that they are known when the model is
// compiled. Input: any values of one module.
#ifndef CAMEO_COMPILER_KERNELS_KNOWNCONSTANTS_H
#define CAMEO_COMPILER_KERNELS_KNOWNCONSTANTS_H

#include "mlir/IR/Value.h"
#include "llvm/ADT/DenseMap.h"

namespace cameo {

class KnownConstants {
public:
  bool contains(mlir::Value v);

private:
  llvm::DenseMap<mlir::Value, bool> known;
};

} // namespace cameo

#endif
