// SPDX-License-Identifier: Apache-2.0
// Both dialects are registered with cameo-opt, and it knows the upstream ones.
// RUN: cameo-opt --show-dialects | FileCheck %s
// CHECK: {{(^|,)}}cameo,
// CHECK-SAME: linalg,
// CHECK-SAME: onnx,
