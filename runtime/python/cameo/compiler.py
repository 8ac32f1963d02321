# SPDX-License-Identifier: Apache-2.0
"""cameoc, called from Python."""
import os
import pathlib
import shutil
import subprocess

from ._library import Error


def _cameoc():
    if named := os.environ.get("CAMEO_CAMEOC"):
        return named
    # Installed: lib/cameo/python/cameo/compiler.py, bin/cameoc.
    beside = pathlib.Path(__file__).resolve().parents[4] / "bin" / "cameoc"
    found = str(beside) if beside.exists() else shutil.which("cameoc")
    if not found:
        raise FileNotFoundError("cameoc is not found; set CAMEO_CAMEOC to its path")
    return found


def compile(model, output=None, *options):
    """Compiles the ONNX file `model` to the shared library `output` (default: the model's name with
    .so, in the current folder) and returns its path. `options` are cameoc's, such as "--mcpu=x86-64-v3"
    or "--dim=batch=8". Raises cameo.Error with the compiler's messages."""
    model = os.fspath(model)
    output = os.fspath(output) if output else pathlib.Path(model).stem + ".so"
    done = subprocess.run([_cameoc(), model, "-o", output, "-q", *options], capture_output=True,
                          text=True, errors="replace")
    if done.returncode:
        raise Error(done.returncode, done.stderr.strip())
    return output
