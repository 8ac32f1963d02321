# SPDX-License-Identifier: Apache-2.0
"""libcameo_rt.so: found, loaded and declared."""
import ctypes
import ctypes.util
import functools
import os
import pathlib
from ctypes import POINTER, byref, c_char_p, c_int32, c_int64, c_uint32, c_void_p

from . import _abi


class Error(RuntimeError):
    """What the runtime refused, with its reason. `status` is a cameo_status."""

    def __init__(self, status, message):
        super().__init__(message)
        self.status = status


def _candidates():
    if named := os.environ.get("CAMEO_RUNTIME"):
        yield named
        return  # who names one wants no other
    # Installed: lib/cameo/python/cameo/_library.py beside lib/libcameo_rt.so.
    yield str(pathlib.Path(__file__).resolve().parents[3] / "libcameo_rt.so")
    if found := ctypes.util.find_library("cameo_rt"):
        yield found


@functools.cache
def runtime():
    """The loaded runtime, its functions typed."""
    tried = []
    for path in _candidates():
        try:
            library = ctypes.CDLL(path)
            break
        except OSError as reason:
            tried.append(str(reason))
    else:
        raise ImportError("Cameo's runtime, libcameo_rt.so, is not found; set CAMEO_RUNTIME to its "
                          "path" + (" (tried: " + "; ".join(tried) + ")" if tried else ""))
    error, tensors = POINTER(_abi.Error), POINTER(_abi.Tensor)
    declarations = {
        "cameo_version": (c_char_p, []),
        "cameo_dtype_name": (c_char_p, [c_int32]),
        "cameo_dtype_bits": (c_int64, [c_int32]),
        "cameo_library_open": (c_int32, [c_char_p, POINTER(_abi.LoadOptions), POINTER(c_void_p), error]),
        "cameo_library_close": (None, [c_void_p]),
        "cameo_library_model": (POINTER(_abi.Model), [c_void_p]),
        "cameo_pool_create": (c_int32, [c_uint32, POINTER(c_void_p), error]),
        "cameo_pool_release": (None, [c_void_p]),
        "cameo_context_create": (c_int32, [c_void_p, POINTER(_abi.ContextOptions), POINTER(c_void_p), error]),
        "cameo_context_destroy": (None, [c_void_p]),
        "cameo_run": (c_int32, [c_void_p, tensors, c_uint32, tensors, c_uint32, error]),
    }
    for name, (result, arguments) in declarations.items():
        function = getattr(library, name)
        function.restype, function.argtypes = result, arguments
    return library


def call(name, *arguments):
    """Calls a function that returns a status and takes an error last."""
    error = _abi.Error()
    if getattr(runtime(), name)(*arguments, byref(error)):
        raise Error(error.status, error.message.decode(errors="replace"))


def version():
    """The runtime's version, "0.1.0"."""
    return runtime().cameo_version().decode()
