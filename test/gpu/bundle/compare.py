# SPDX-License-Identifier: Apache-2.0
# compare.py cases.tsv: PyTorch's times (cuBLAS, cuDNN, its attention) for the sizes that the cases'
# names tell, by CUDA events. One line of JSON each.
import json
import re
import sys

import torch
import torch.nn.functional as F


def median_us(function):
    for _ in range(10):
        function()
    times = []
    for _ in range(50):
        start, end = (torch.cuda.Event(enable_timing=True) for _ in range(2))
        start.record()
        function()
        end.record()
        torch.cuda.synchronize()
        times.append(start.elapsed_time(end) * 1e3)
    return sorted(times)[len(times) // 2]


def case_of(name):
    """What the case computes, as a function without arguments; None for what is no sweep."""
    make = lambda *shape, dtype=torch.float32: torch.rand(*shape, device="cuda", dtype=dtype) - 0.5
    if m := re.fullmatch(r"gemm_(\d+)_(f32|tf32|f16)", name):
        n, dtype = int(m[1]), torch.float16 if m[2] == "f16" else torch.float32
        torch.backends.cuda.matmul.allow_tf32 = m[2] == "tf32"
        a, b, c = make(n, n, dtype=dtype), make(n, n, dtype=dtype), make(n, dtype=dtype)
        return lambda: torch.relu(a @ b + c)
    if m := re.fullmatch(r"conv_(\d+)_(\d+)_(\d+)(_fp16)?", name):
        channels, size, kernel = int(m[1]), int(m[2]), int(m[3])
        dtype = torch.float16 if m[4] else torch.float32
        torch.backends.cudnn.allow_tf32 = False
        batch = 1 if size == 56 else 8
        x = make(batch, channels, size, size, dtype=dtype)
        w = make(channels, channels, kernel, kernel, dtype=dtype)
        return lambda: F.conv2d(x, w, padding=kernel // 2)
    if m := re.fullmatch(r"attention_(\d+)(_fp16)?", name):
        dtype = torch.float16 if m[2] else torch.float32
        q, k, v = (make(1, 12, int(m[1]), 64, dtype=dtype) for _ in range(3))
        return lambda: F.scaled_dot_product_attention(q, k, v, scale=1.0)
    return None


for row in open(sys.argv[1]):
    name = row.split("\t")[0]
    function = case_of(name)
    if function:
        print(json.dumps({"case": name, "peer": "PyTorch " + torch.__version__, "us": round(median_us(function), 1)}), flush=True)
