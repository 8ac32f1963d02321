// SPDX-License-Identifier: Apache-2.0
// The memories of a schedule for a device: cameo.transfer, and the mark that
// buffers and calls of the device's carry.
#ifndef CAMEO_DIALECTS_CAMEO_DEVICE_H
#define CAMEO_DIALECTS_CAMEO_DEVICE_H

#include "dialects/Cameo/Cameo.h"

#define GET_OP_CLASSES
#include "dialects/Cameo/CameoDeviceOps.h.inc"

namespace cameo {

/// Carried by kernels and kernel functions for the device, and by the module
/// that has any.
constexpr llvm::StringLiteral deviceAttr = "cameo.device";

/// On a kernel function of the device: the function (a symbol) that takes its
/// place on a chip with more than the general code uses, and grid and arguments
/// of whose launch are the same.
constexpr llvm::StringLiteral variantAttr = "cameo.variant";
/// On such a function: the tensor maps that are its last arguments.
constexpr llvm::StringLiteral tensorMapsAttr = "cameo.tensor_maps";

/// Whether a cameo.buffer, weights, arena, allocate or call is the device's.
inline bool isDevice(mlir::Operation *op) { return op->hasAttr("device"); }
/// A cameo.copy's ends.
inline bool copiesFromDevice(mlir::Operation *op) {
  return op->hasAttr("from_device");
}
inline bool copiesToDevice(mlir::Operation *op) {
  return op->hasAttr("to_device");
}
/// Whether only the caller reads what a cameo.copy to the host brings.
inline bool copiesOutput(mlir::Operation *op) { return op->hasAttr("output"); }

/// `op` with the mark, if `device`.
template <typename Op>
Op marked(Op op, bool device, llvm::StringRef mark = "device") {
  if (device)
    op->setAttr(mark, mlir::UnitAttr::get(op->getContext()));
  return op;
}

} // namespace cameo

#endif
