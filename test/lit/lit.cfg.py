# SPDX-License-Identifier: Apache-2.0
# How lit finds and runs the tests of this folder.
# Substitutions: %s, %S, %t, %T as ever; cameo-opt, cameoc, cameo-run, cameo-conformance, FileCheck,
# not, count, split-file, yaml2obj, llvm-readelf, ... are found on the PATH; %cc, %cxx the
# compilers; %include the runtime's headers; %libdir the built libraries; %onnx_testdata Debian's
# ONNX backend tests.
# %emulator the folder of the emulated libcuda.so.1; %ptxas CUDA's assembler.
# Features: emulator, ptxas, cuda-driver, onnx-testdata, avx2, avx512f, sanitized, and the tools that are built (cameoc, ...).
import ctypes
import os

import lit.formats

config.name = "Cameo"
config.test_format = lit.formats.ShTest(execute_external=False)
config.suffixes = [".mlir", ".test", ".c", ".cpp", ".onnxtxt"]
config.excludes = ["Inputs", "CMakeLists.txt", "lit.cfg.py", "lit.site.cfg.py"]
config.test_source_root = os.path.dirname(__file__)

path = os.pathsep.join([config.cameo_bin_dir, config.llvm_tools_dir, config.environment["PATH"]])
config.environment["PATH"] = path
for name in ("CAMEO_THREADS", "HOME", "ASAN_OPTIONS", "UBSAN_OPTIONS", "TSAN_OPTIONS"):
    if name in os.environ:
        config.environment[name] = os.environ[name]

config.substitutions += [
    ("%cc", config.cc),
    ("%cxx", config.cxx),
    ("%include", os.path.join(config.cameo_source_dir, "runtime", "include")),
    ("%libdir", config.cameo_lib_dir),
    ("%builddir", os.path.dirname(config.cameo_bin_dir)),
    ("%onnx_testdata", "/usr/share/libonnx-testdata/data"),
]

if os.path.isdir("/usr/share/libonnx-testdata/data/node"):
    config.available_features.add("onnx-testdata")
try:
    with open("/proc/cpuinfo") as info:
        flags = next((line for line in info if line.startswith("flags")), "").split()
    config.available_features.update({"avx2", "avx512f"} & set(flags))
except OSError:
    pass
emulator = os.path.join(os.path.dirname(config.cameo_bin_dir), "emulator")
config.substitutions.append(("%emulator", emulator))
if os.path.exists(os.path.join(emulator, "libcuda.so.1")):
    config.available_features.add("emulator")
try:
    ctypes.CDLL("libcuda.so.1")
    config.available_features.add("cuda-driver")
except OSError:
    pass
places = [os.path.join(os.environ.get("CUDA_HOME", "/usr/local/cuda"), "bin")]
for place in places + os.environ["PATH"].split(os.pathsep) + ["/usr/local/cuda/bin"]:
    if os.access(os.path.join(place, "ptxas"), os.X_OK):
        config.substitutions.append(("%ptxas", os.path.join(place, "ptxas")))
        config.available_features.add("ptxas")
        break
if config.sanitize:
    config.available_features.add("sanitized")
for tool in ("cameoc", "cameo-run", "cameo-conformance", "cameo-lsp-server", "device-test", "gpu-check-run"):
    if os.path.exists(os.path.join(config.cameo_bin_dir, tool)):
        config.available_features.add(tool)
