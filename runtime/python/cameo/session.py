# SPDX-License-Identifier: Apache-2.0
"""A compiled model, with the methods that users of ONNX Runtime know."""
import ctypes
import os
import queue
import weakref
from ctypes import byref, c_void_p
from dataclasses import dataclass, field

from . import _abi
from ._library import Error, call, runtime
from ._values import Arguments, Cache, to_numpy, to_python


@dataclass(frozen=True)
class NodeArg:
    """An input or output. `shape`: sizes, the names of those that the run decides, or None;
    `type`: as ONNX spells it, "tensor(float32)", "seq(tensor(int64))"."""
    name: str
    shape: list
    type: str


@dataclass(frozen=True)
class ModelMetadata:
    """What the library says of itself; `custom_metadata_map` is the ONNX file's."""
    name: str
    compiler: str
    target: str
    hash: str
    custom_metadata_map: dict = field(default_factory=dict)


def _type(info):
    name = runtime().cameo_dtype_name(info.dtype)
    if info.kind == _abi.TENSOR:
        return f"tensor({name.decode()})"
    inner = _type(info.element.contents)
    if info.kind == _abi.MAP:
        return f"map({name.decode()},{inner})"
    return f"{'seq' if info.kind == _abi.SEQUENCE else 'optional'}({inner})"


def _argument(info):
    shape = []
    for i in range(max(0, info.rank)):
        name = info.dim_names[i]
        shape.append(info.shape[i] if info.shape[i] >= 0 else name.decode() if name else None)
    return NodeArg(info.name.decode(), shape, _type(info))


class InferenceSession:
    """A model that cameoc compiled, ready to run.

    `path`: the shared library. `threads` (0: one a core) share the work of a run. `device`: which of
    the machine's GPUs, for models compiled for one. `weights`: the weights file, if it is not beside
    the library. Raises cameo.Error if the library cannot be loaded.

    Several Python threads may use a session at once: each run has a context (memory for
    intermediate results) of its own, kept for later runs. The interpreter's lock is free while the
    model runs.
    """

    def __init__(self, path, *, threads=1, device=0, weights=None):
        path = os.fspath(path)
        if path.endswith(".onnx"):
            raise ValueError(f"{path} is not compiled; cameo.compile('{path}') makes a library of it")
        library, pool = c_void_p(), c_void_p()
        options = _abi.LoadOptions(ctypes.sizeof(_abi.LoadOptions), device,
                                   os.fsencode(weights) if weights else None)
        # A bare name would be looked for on the system's library path.
        call("cameo_library_open", os.fsencode(os.path.abspath(path)), byref(options), byref(library))
        self._library = library
        weakref.finalize(self, runtime().cameo_library_close, library)
        self._model = runtime().cameo_library_model(library).contents
        if self._model.abi_version != _abi.ABI_VERSION:
            raise ImportError(f"this package is for version {_abi.ABI_VERSION} of Cameo's binary "
                              f"interface, the runtime and the model have {self._model.abi_version}")
        if threads != 1:
            call("cameo_pool_create", threads, byref(pool))
            weakref.finalize(self, runtime().cameo_pool_release, pool)
        self._pool = pool
        self._contexts = queue.SimpleQueue()
        model = self._model
        self._inputs = {model.inputs[i].name.decode(): model.inputs[i] for i in range(model.input_count)}
        self._outputs = [model.outputs[i] for i in range(model.output_count)]
        # Inputs that the model appends to: output and axis of each.
        updates = (model.updates[i] for i in range(model.update_count))
        self._updates = {model.inputs[u.input].name.decode(): (u.output, u.axis) for u in updates}

    def get_inputs(self):
        """The model's inputs, a list of NodeArg."""
        return [_argument(info) for info in self._inputs.values()]

    def get_outputs(self):
        """The model's outputs, a list of NodeArg."""
        return [_argument(info) for info in self._outputs]

    def get_modelmeta(self):
        """A ModelMetadata."""
        model = self._model
        pairs = [model.metadata[i] for i in range(model.metadata_count)]
        return ModelMetadata(model.name.decode(), model.compiler.decode(), model.target.decode(),
                             model.hash.decode(), {p.key.decode(): p.value.decode() for p in pairs})

    def run(self, output_names, feeds):
        """Runs the model on `feeds`, a dictionary from the inputs' names to arrays (lists for
        sequences, dictionaries for maps, None for empty optionals). Returns the outputs with these
        names (None: all) as a list. Types must be the model's: nothing is converted. Raises
        cameo.Error where the model refuses shapes or values. An input that the model appends rows to
        may be a cameo.Cache: then nothing is copied."""
        names = [info.name.decode() for info in self._outputs]
        wanted = names if output_names is None else list(output_names)
        if unknown := [name for name in wanted if name not in names]:
            raise ValueError(f"the model has no output '{unknown[0]}'; it has {', '.join(names)}")
        if unknown := [name for name in feeds if name not in self._inputs]:
            raise ValueError(f"the model has no input '{unknown[0]}'; it takes {', '.join(self._inputs)}")
        if missing := [name for name in self._inputs if name not in feeds]:
            raise ValueError(f"input '{missing[0]}' is missing")
        arguments = Arguments()
        given = [arguments.argument(feeds[name], info, self._updates.get(name, (0, None))[1])
                 for name, info in self._inputs.items()]
        inputs = (_abi.Tensor * max(1, len(given)))(*given)
        outputs = (_abi.Tensor * max(1, len(names)))()
        context = self._context()
        try:
            call("cameo_run", context, inputs, len(given), outputs, len(names))
            views = {}
            for name, (output, axis) in self._updates.items():
                if isinstance(cache := feeds[name], Cache):
                    cache.rows = outputs[output].shape[axis]
                    views[names[output]] = cache.view(axis, cache.rows)
            return [views[name] if name in views else
                    self._result(outputs[names.index(name)], self._outputs[names.index(name)])
                    for name in wanted]
        finally:
            self._contexts.put(context)

    @staticmethod
    def _result(tensor, info):
        if info.kind == _abi.TENSOR:
            return to_numpy(tensor)
        return to_python(ctypes.cast(tensor.data, ctypes.POINTER(_abi.Value)).contents)

    def _context(self):
        try:
            return self._contexts.get_nowait()
        except queue.Empty:
            pass
        context = c_void_p()
        options = _abi.ContextOptions(ctypes.sizeof(_abi.ContextOptions), 0, self._pool)
        call("cameo_context_create", self._library, byref(options), byref(context))
        weakref.finalize(self, runtime().cameo_context_destroy, context)
        return context
