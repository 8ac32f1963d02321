#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
# Usage: run.sh ARCH CAMEOC RUNTIME WORK: models for ARCH give in QEMU what they give here.
# They differ in the last digits: other vectors sum in another order.
set -euo pipefail
arch=$1 cameoc=$2 runtime=$(realpath "$3") work=$4 here=$(realpath "$(dirname "${BASH_SOURCE[0]}")")
cases=/usr/share/libonnx-testdata/data
[ -d "$cases" ] || { echo "Debian's libonnx-testdata is not installed"; exit 77; }
mkdir -p "$work"

# The runtime is C++ without its library: the C driver compiles and links it.
for compiler in cc "$arch-linux-gnu-gcc"; do
  own=$work/${compiler%%-*}
  mkdir -p "$own"
  (cd "$own" && "$compiler" -c -x c++ -std=c++20 -O1 -fno-exceptions -fno-rtti -fno-threadsafe-statics \
    -DCAMEO_VERSION_STRING='"cross"' -I"$runtime/include" -I"$runtime" "$runtime"/*.cpp)
  "$compiler" -O1 -I"$runtime/include" "$here/print_outputs.c" "$own"/*.o -o "$own/print_outputs" -lm -lpthread -ldl
done

failed=0
for case in node/test_gemm_all_attributes node/test_conv_with_strides_padding node/test_convtranspose_pads \
  node/test_maxpool_2d_ceil node/test_lstm_with_peepholes node/test_gru_defaults node/test_softmax_axis_1 \
  node/test_erf node/test_layer_normalization_4d_axis1 node/test_qlinearmatmul_2D node/test_qlinearconv \
  node/test_dequantizelinear node/test_argmax_default_axis_random node/test_gather_1 node/test_depthtospace_example \
  node/test_loop11 node/test_reduce_sum_keepdims_random node/test_cast_FLOAT_to_FLOAT16 node/test_where_example \
  pytorch-converted/test_Conv2d_depthwise pytorch-converted/test_Conv3d_stride pytorch-converted/test_BatchNorm2d_eval; do
  name=$(basename "$case")
  [ -f "$cases/$case/model.onnx" ] || { echo "$case: no such case"; failed=1; continue; }
  "$cameoc" "$cases/$case/model.onnx" -q --name model -o "$work/here.so"
  "$cameoc" "$cases/$case/model.onnx" -q --name model -o "$work/there.so" --target="$arch-linux-gnu"
  "$work/cc/print_outputs" "$work/here.so" >"$work/here.txt" || { echo "$name: $(cat "$work/here.txt")"; failed=1; continue; }
  "qemu-$arch" -L "/usr/$arch-linux-gnu" "$work/$arch/print_outputs" "$work/there.so" >"$work/there.txt" || { cat "$work/there.txt"; failed=1; }
  paste "$work/here.txt" "$work/there.txt" | awk -v name="$name" '
    { d = $1 - $2; if (d < 0) d = -d; m = $1 < 0 ? -$1 : $1
      if (NF != 2 || $1 == "nan" != ($2 == "nan") || d > 1e-5 + 1e-4 * m) { print name ": " $0; exit 1 } }
    END { if (!NR) { print name ": no output"; exit 1 } }' || failed=1
done
exit "$failed"
