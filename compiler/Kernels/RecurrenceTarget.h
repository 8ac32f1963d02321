// SPDX-License-Identifier: Apache-2.0
// What cameo-recurrences may know of a target beyond its TargetDescription:
// plain data, carried by the module as the attribute cameo.recurrence_target.
#ifndef CAMEO_COMPILER_KERNELS_RECURRENCETARGET_H
#define CAMEO_COMPILER_KERNELS_RECURRENCETARGET_H

#include "mlir/IR/BuiltinOps.h"

namespace cameo {

struct RecurrenceTarget {
  /// Units side by side in packed weights; 0: as many as a vector has lanes.
  int64_t units = 0;
  /// The most bytes that packed weights of one direction may have, above which
  /// the layer becomes a loop of the schedule; 0: any number.
  int64_t mostBytes = 0;

  static constexpr llvm::StringLiteral attrName = "cameo.recurrence_target";
  static RecurrenceTarget get(mlir::ModuleOp module) {
    RecurrenceTarget t;
    if (auto dict = module->getAttrOfType<mlir::DictionaryAttr>(attrName)) {
      t.units = dict.getAs<mlir::IntegerAttr>("units").getInt();
      t.mostBytes = dict.getAs<mlir::IntegerAttr>("most_bytes").getInt();
    }
    return t;
  }
  void attach(mlir::ModuleOp module) const {
    mlir::Builder b(module.getContext());
    module->setAttr(
        attrName,
        b.getDictionaryAttr(
            {b.getNamedAttr("units", b.getI64IntegerAttr(units)),
             b.getNamedAttr("most_bytes", b.getI64IntegerAttr(mostBytes))}));
  }
};

} // namespace cameo

#endif
