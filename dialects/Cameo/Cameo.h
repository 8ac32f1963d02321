// SPDX-License-Identifier: Apache-2.0
// The cameo dialect: kernels, the schedule that calls them, window operations.
#ifndef CAMEO_DIALECTS_CAMEO_CAMEO_H
#define CAMEO_DIALECTS_CAMEO_CAMEO_H

#include "mlir/Bytecode/BytecodeOpInterface.h"
#include "mlir/Dialect/LLVMIR/LLVMDialect.h"
#include "mlir/Dialect/Tensor/IR/Tensor.h"
#include "mlir/IR/BuiltinTypes.h"
#include "mlir/IR/Dialect.h"
#include "mlir/IR/OpDefinition.h"
#include "mlir/IR/SymbolTable.h"
#include "mlir/Interfaces/CallInterfaces.h"
#include "mlir/Interfaces/ControlFlowInterfaces.h"
#include "mlir/Interfaces/DestinationStyleOpInterface.h"
#include "mlir/Interfaces/FunctionInterfaces.h"
#include "mlir/Interfaces/InferTypeOpInterface.h"
#include "mlir/Interfaces/SideEffectInterfaces.h"

#include "dialects/Cameo/CameoDialect.h.inc"
#include "dialects/Cameo/CameoEnums.h.inc"

namespace cameo {
class ReturnOp;
}

#define GET_TYPEDEF_CLASSES
#include "dialects/Cameo/CameoTypes.h.inc"

#define GET_OP_CLASSES
#include "dialects/Cameo/CameoOps.h.inc"

#endif
