// SPDX-License-Identifier: Apache-2.0
// Operators that users define in a JSON file (docs/custom-operators.md).
#ifndef CAMEO_COMPILER_IMPORT_CUSTOMOPERATORS_H
#define CAMEO_COMPILER_IMPORT_CUSTOMOPERATORS_H

#include "mlir/Dialect/Func/IR/FuncOps.h"
#include "mlir/IR/BuiltinOps.h"
#include "mlir/IR/OwningOpRef.h"
#include "llvm/ADT/StringMap.h"
#include "llvm/Support/Error.h"

namespace cameo::import {

/// An operator: a C function with a shape rule, or a function of the onnx
/// dialect that stands in its place.
struct CustomOperator {
  std::string name, symbol;
  mlir::ArrayAttr inputs, rules;
  mlir::NamedAttrList defaults;
  bool isPure = false;
  mlir::func::FuncOp body; ///< null for a C function
};

class CustomOperators {
public:
  /// Adds what a file defines; an error names the file and what is wrong.
  llvm::Error read(llvm::StringRef path, mlir::MLIRContext *context);
  /// Null if there is none.
  const CustomOperator *find(llvm::StringRef domain,
                             llvm::StringRef name) const;

private:
  llvm::StringMap<CustomOperator> operators;
  std::vector<mlir::OwningOpRef<mlir::ModuleOp>> bodies;
};

} // namespace cameo::import

#endif
