// SPDX-License-Identifier: Apache-2.0
// What this CPU, and its operating system, can do.
#ifndef CAMEO_RUNTIME_CPUFEATURES_H
#define CAMEO_RUNTIME_CPUFEATURES_H

namespace cameo::rt {

/// Whether this machine has the feature `name[0..length)`, in the spelling of
/// /proc/cpuinfo or of LLVM. False for a name that nobody knows.
bool hasCPUFeature(const char *name, unsigned length);

} // namespace cameo::rt

#endif
