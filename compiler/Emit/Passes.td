// SPDX-License-Identifier: Apache-2.0
#ifndef CAMEO_COMPILER_EMIT_PASSES
#define CAMEO_COMPILER_EMIT_PASSES

include "mlir/Pass/PassBase.td"

def Partition : Pass<"cameo-partition", "::mlir::ModuleOp"> {
  let summary = "Splits the functions over nested modules, which compile in parallel";
  let description = [{
    The schedule goes to the first module, a device's kernels to one that carries `cameo.device`, others and their entries to modules of about `size`
    operations each, so that the split depends on the model alone. Entries become visible to the
    other modules of the library.
  }];
  let options = [
    Option<"size", "size", "int64_t", "2000", "Operations of one module; 0: all in one">];
  let dependentDialects = ["::mlir::LLVM::LLVMDialect"];
}

#endif
