// SPDX-License-Identifier: Apache-2.0
// RUN: cameo-opt %s --cameo-cpu-target="triple=x86_64-linux-gnu mcpu=x86-64-v4" | FileCheck %s --check-prefix=V4
// RUN: cameo-opt %s --cameo-cpu-target="triple=x86_64-linux-gnu mcpu=x86-64-v2" | FileCheck %s --check-prefix=V2
// RUN: not cameo-opt %s --cameo-cpu-target="triple=x86_64-linux-gnu mcpu=pentagon" 2>&1 | FileCheck %s --check-prefix=CPU
// RUN: not cameo-opt %s --cameo-cpu-target="triple=abacus" 2>&1 | FileCheck %s --check-prefix=TRIPLE

// V4: fma = true{{.*}}half_conversion = true{{.*}}vector_bytes = 64 : i64, vector_ldexp = true, vector_registers = 32 : i64
// V2: fma = false{{.*}}vector_bytes = 16 : i64, vector_registers = 16 : i64
// CPU: error: unknown CPU 'pentagon' for x86_64-unknown-linux-gnu
// TRIPLE: error: unknown target triple
module {}
