// SPDX-License-Identifier: Apache-2.0
// The signature of a model that was written as IR.
#include "compiler/Import/Types.h"
#include "mlir/IR/Builders.h"

using namespace mlir;
using namespace cameo;

void import::addSignature(func::FuncOp func) {
  Builder b(func.getContext());
  auto attributes = [&](StringRef name, Type type) {
    SmallVector<Attribute> dims;
    if (auto tensor = dyn_cast<RankedTensorType>(type))
      dims.assign(tensor.getRank(), b.getStringAttr(""));
    return b.getDictionaryAttr(
        {b.getNamedAttr("cameo.name", b.getStringAttr(name)),
         b.getNamedAttr("cameo.dtype",
                        b.getStringAttr(elementTypeName(type))),
         b.getNamedAttr("cameo.dims", b.getArrayAttr(dims))});
  };
  for (auto [i, type] : llvm::enumerate(func.getArgumentTypes()))
    func.setArgAttrs(i, attributes("input" + std::to_string(i), type));
  for (auto [i, type] : llvm::enumerate(func.getResultTypes()))
    func.setResultAttrs(i, attributes("output" + std::to_string(i), type));
}
