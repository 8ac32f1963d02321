// SPDX-License-Identifier: Apache-2.0
// The cameo_model of abi.h as constant data of an LLVM module.
#ifndef CAMEO_COMPILER_EMIT_DESCRIPTOR_H
#define CAMEO_COMPILER_EMIT_DESCRIPTOR_H

#include "compiler/Emit/DeviceCode.h"
#include "compiler/Emit/ModelInfo.h"
#include "llvm/IR/Module.h"

namespace cameo {

/// Defines NAME_descriptor, and `cameo_model_descriptor` too if `shared`. The
/// module refers to NAME.plan, NAME.run and, unless the weights are in a file,
/// NAME.weights. `others`: the same model for other sizes and targets, under
/// other names, in the order in which they are tried; their weights are the same.
std::unique_ptr<llvm::Module> makeDescriptor(llvm::LLVMContext &context,
                                             const ModelInfo &info,
                                             const DeviceCode &device,
                                             llvm::ArrayRef<ModelInfo> others,
                                             bool shared);

} // namespace cameo

#endif
