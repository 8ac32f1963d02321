// SPDX-License-Identifier: Apache-2.0
// The functions that the run function of every model calls.
#ifndef CAMEO_COMPILER_MEMORY_SCHEDULESUPPORT_H
#define CAMEO_COMPILER_MEMORY_SCHEDULESUPPORT_H

#include "llvm/ADT/StringRef.h"
#include <string>

namespace cameo {

/// Their text for the model `name`: NAME.launch, NAME.allocate, NAME.fail, and
/// with `device` NAME.device_launch.
std::string scheduleSupport(llvm::StringRef name, bool device);

} // namespace cameo

#endif
