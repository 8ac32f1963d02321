// SPDX-License-Identifier: Apache-2.0
// RUN: cameo-opt %s --cameo-gpu-target="arch=sm_90 math=tf32" | FileCheck %s
// Threads work on scalars: no vectors, so no blocks of channels and no panels.
// CHECK: cameo.gpu = {arch = "sm_90", math = "tf32"}
// CHECK-SAME: vector_bytes = 1
// RUN: cameo-opt %s --cameo-gpu-target="variant=sm_90a" | FileCheck %s --check-prefix=VARIANT
// VARIANT: cameo.gpu = {arch = "sm_80", math = "fp32", variant = "sm_90a"}
module {}
