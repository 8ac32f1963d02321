// SPDX-License-Identifier: Apache-2.0
// RUN: cameo-opt %s --cameo-kernel-arguments=name=m --verify-diagnostics

// expected-error @+1 {{takes no range of tiles}}
func.func private @k(%a: memref<4xf32>) attributes {cameo.kernel_body} {
  return
}
