// SPDX-License-Identifier: Apache-2.0
// Verifiers of the operations on sequences, optionals and maps.
#include "dialects/Cameo/Cameo.h"

using namespace mlir;
using namespace cameo;

LogicalResult MakeValueOp::verify() {
  if (getKind() == ValueKind::Optional && getItems().size() > 1)
    return emitOpError("an optional holds one value at most");
  if (getKind() == ValueKind::Map && getItems().size() != 2)
    return emitOpError("a map is made of keys and values");
  return success();
}

LogicalResult BoxMemoryOp::verify() {
  size_t dynamic = llvm::count_if(getShape(), ShapedType::isDynamic);
  if (dynamic != getSizes().size())
    return emitOpError("has ") << getSizes().size() << " sizes for " << dynamic
                               << " dynamic dimensions";
  return success();
}
