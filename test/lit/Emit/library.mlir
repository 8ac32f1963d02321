// SPDX-License-Identifier: Apache-2.0
// The files of a compiled model: what they hold, export and need.
// REQUIRES: cameoc
// RUN: rm -rf %t && mkdir -p %t
// RUN: cameoc %s -o %t/libm.so --mcpu=x86-64-v3 --target=x86_64-linux-gnu
// RUN: llvm-readelf --dyn-symbols --dynamic --section-headers --program-headers -W %t/libm.so | FileCheck %s --check-prefix=SO
// RUN: FileCheck %s --check-prefix=HEADER < %t/m.h
// RUN: FileCheck %s --check-prefix=JSON < %t/m.json
// Only what the descriptor's names say is exported; the weights lie in a section of their own.
// SO: .lrodata {{ *}}PROGBITS {{.*}} 64
// SO-NOT: RWE
// SO: SONAME{{.*}}[libm.so]
// SO-NOT: m.run
// SO-DAG: cameo_model_descriptor
// SO-DAG: m_descriptor
// SO-NOT: m.run
// HEADER: extern const cameo_model m_descriptor;
// HEADER: #define M_ARENA_BYTES INT64_C(
// HEADER: /* Input 0: x, float32 [2, 3] */
// HEADER: #define M_X_BYTES INT64_C(24)
// HEADER: static inline int32_t m_run_static(void *arena,
// HEADER-NEXT: const float *x,
// HEADER-NEXT: const float **y) {
// JSON: "name": "m",
// JSON: "cpu_features": "{{.*}}avx2,fma

// The same model, options and version give the same bytes.
// RUN: cp %t/libm.so %t/first.so
// RUN: cameoc %s -q -o %t/libm.so --mcpu=x86-64-v3 --target=x86_64-linux-gnu
// RUN: cmp %t/first.so %t/libm.so

// Weights beside the library: their file begins with their hash.
// RUN: cameoc %s -o %t/beside.so --weights=file
// RUN: FileCheck %s --check-prefix=FILE < %t/beside.json
// RUN: llvm-readelf --section-headers -W %t/beside.so | FileCheck %s --check-prefix=NOWEIGHTS
// FILE: "weights_file": "beside.weights",
// FILE-NEXT: "weights_hash": "{{[0-9a-f]+}}"
// NOWEIGHTS-NOT: lrodata

// Static and relocatable, for another machine.
// RUN: cameoc %s -o %t/arm.a --target=aarch64-linux-gnu
// RUN: llvm-nm %t/arm.a | FileCheck %s --check-prefix=ARCHIVE
// ARCHIVE-DAG: D arm_descriptor
// ARCHIVE-DAG: T arm.run
// ARCHIVE-DAG: R arm.weights
// RUN: cameoc %s -o %t/arm.o --target=aarch64-linux-gnu
// RUN: llvm-readelf -h %t/arm.o | FileCheck %s --check-prefix=OBJECT
// OBJECT: Type: REL
// OBJECT: Machine: AArch64

#map = affine_map<(d0, d1) -> (d0, d1)>
func.func @main(%x: tensor<2x3xf32> {cameo.name = "x", cameo.dtype = "float32"})
    -> (tensor<2x3xf32> {cameo.name = "y", cameo.dtype = "float32"}) {
  %w = arith.constant dense<[[1.0, 2.0, 3.0], [4.0, 5.0, 6.0]]> : tensor<2x3xf32>
  %e = tensor.empty() : tensor<2x3xf32>
  %r = linalg.generic {indexing_maps = [#map, #map, #map], iterator_types = ["parallel", "parallel"]}
      ins(%x, %w : tensor<2x3xf32>, tensor<2x3xf32>) outs(%e : tensor<2x3xf32>) {
  ^bb0(%a: f32, %b: f32, %o: f32):
    %s = arith.addf %a, %b : f32
    linalg.yield %s : f32
  } -> tensor<2x3xf32>
  return %r : tensor<2x3xf32>
}
