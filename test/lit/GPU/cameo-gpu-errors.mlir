// SPDX-License-Identifier: Apache-2.0
// RUN: cameo-opt %s --split-input-file --cameo-place-kernels --verify-diagnostics

// expected-error @+1 {{has no function @main}}
module {
}
