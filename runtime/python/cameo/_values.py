# SPDX-License-Identifier: Apache-2.0
"""numpy arrays, lists, dictionaries and None to and from what a model takes and gives."""
import ctypes
from ctypes import POINTER, byref, c_char_p, c_int64, c_void_p, cast, pointer

import numpy

from . import _abi

_NUMPY = {1: "float32", 2: "uint8", 3: "int8", 4: "uint16", 5: "int16", 6: "int32", 7: "int64",
          9: "bool", 10: "float16", 11: "float64", 12: "uint32", 13: "uint64", 14: "complex64",
          15: "complex128"}
# What numpy has no type for: as ml_dtypes has it where that is installed, else plain bytes.
_EXTENDED = {16: ("bfloat16", "uint16"), 17: ("float8_e4m3fn", "uint8"),
             18: ("float8_e4m3fnuz", "uint8"), 19: ("float8_e5m2", "uint8"),
             20: ("float8_e5m2fnuz", "uint8"), 24: ("float8_e8m0fnu", "uint8")}
_PACKED = {21: 4, 22: -4, 23: 4, 25: 2, 26: -2}  # bits; negative: signed


def numpy_type(dtype):
    """The numpy type that a tensor of a cameo_dtype has here. Types of 2 and 4 bits take a byte an
    element: int8 and uint8 hold their values, uint8 the bits of float4."""
    if dtype in _NUMPY:
        return numpy.dtype(_NUMPY[dtype])
    if dtype in _PACKED:
        return numpy.dtype("int8" if _PACKED[dtype] < 0 else "uint8")
    if dtype == _abi.STRING:
        return numpy.dtype(object)
    name, plain = _EXTENDED[dtype]
    try:
        import ml_dtypes
        return numpy.dtype(getattr(ml_dtypes, name))
    except (ImportError, AttributeError):
        return numpy.dtype(plain)


def _pack(array, bits):
    """Elements of `bits` bits, the first in the lowest bits of the first byte."""
    per = 8 // abs(bits)
    flat = array.reshape(-1).view(numpy.uint8) & (2 ** abs(bits) - 1)
    flat = numpy.concatenate([flat, numpy.zeros(-len(flat) % per, numpy.uint8)]).reshape(-1, per)
    shifts = numpy.arange(per, dtype=numpy.uint8) * abs(bits)
    return numpy.bitwise_or.reduce(flat << shifts, axis=1).astype(numpy.uint8)


def _unpack(data, count, bits):
    width = abs(bits)
    shifts = numpy.arange(8 // width, dtype=numpy.uint8) * width
    flat = ((data[:, None] >> shifts) & (2 ** width - 1)).reshape(-1)[:count]
    if bits < 0:
        flat = ((flat.astype(numpy.int16) ^ (1 << width - 1)) - (1 << width - 1)).astype(numpy.int8)
    return flat


class Cache:
    """Rows that a model appends to in place, as decoders do with keys and values.

        cache = cameo.Cache(numpy.empty((1, 12, 1024, 64), "float32"))
        session.run(None, {"past_key": cache, ...})

    `array`, contiguous and writeable, has room for as many rows as its size along the dimension that
    the model appends to; the first `rows` of them are there. A run writes the new ones behind these,
    copies nothing, and counts them in `rows`; the output is a view of the array. One that fails leaves
    `rows` as it is."""

    def __init__(self, array, rows=0):
        if not isinstance(array, numpy.ndarray) or not array.flags.c_contiguous or not array.flags.writeable:
            raise ValueError("a cache needs an array that is contiguous and writeable")
        self.array, self.rows = array, rows

    def view(self, axis, rows):
        """The first `rows` rows along `axis`."""
        return self.array[(slice(None),) * axis + (slice(rows),)]


class Arguments:
    """Structures for one call, and whatever they point to: it must outlive the call."""

    def __init__(self):
        self._kept = []

    def _keep(self, thing):
        self._kept.append(thing)
        return thing

    def tensor(self, value, dtype, name):
        """A view of `value`, which must be of the type that the model takes; copied only where it
        is not contiguous."""
        wanted = numpy_type(dtype)
        array = numpy.asarray(value, dtype=object if dtype == _abi.STRING else None)
        if dtype == _abi.STRING:
            texts = [item.encode() if isinstance(item, str) else bytes(item) for item in array.reshape(-1)]
            if any(b"\0" in text for text in texts):
                raise ValueError(f"input '{name}': a string with a zero byte cannot be given")
            data = self._keep((c_char_p * max(1, len(texts)))(*texts))
            address, size = ctypes.addressof(data), 8 * len(texts)
        else:
            if array.dtype != wanted:
                raise TypeError(f"input '{name}' is an array of {array.dtype}, the model takes {wanted}")
            array = self._keep(numpy.ascontiguousarray(array).reshape(array.shape))
            if dtype in _PACKED:
                packed = self._keep(_pack(array, _PACKED[dtype]))
                address, size = packed.ctypes.data, packed.nbytes
            else:
                address, size = array.ctypes.data, array.nbytes
        shape = self._keep((c_int64 * max(1, array.ndim))(*array.shape))
        return _abi.Tensor(address, shape, array.ndim, dtype, size, 0, 0)

    def cache(self, value, dtype, axis, name):
        """A Cache, lent."""
        array = value.array
        if array.dtype != numpy_type(dtype) or dtype in _PACKED or dtype == _abi.STRING:
            raise TypeError(f"input '{name}' is an array of {array.dtype}, the model takes {numpy_type(dtype)}")
        if axis >= array.ndim or not 0 <= value.rows <= array.shape[axis]:
            raise ValueError(f"input '{name}': an array of shape {array.shape} does not have {value.rows} rows "
                             f"along dimension {axis}")
        shape = self._keep((c_int64 * array.ndim)(*array.shape))
        shape[axis] = value.rows
        self._keep(array)
        return _abi.Tensor(array.ctypes.data, shape, array.ndim, dtype, array.nbytes, 0, array.shape[axis])

    def argument(self, value, info, axis=None):
        """What cameo_run takes for `value`, by the model's `info`; `axis`: along which it appends."""
        name = info.name.decode()
        if isinstance(value, Cache):
            if axis is None:
                raise ValueError(f"input '{name}': the model appends no rows to it, it takes an array")
            return self.cache(value, info.dtype, axis, name)
        if info.kind == _abi.TENSOR:
            return self.tensor(value, info.dtype, name)
        return _abi.Tensor(cast(pointer(self._value(value, info, name)), c_void_p), None, 0, 0, 0, 0, 0)

    def _value(self, value, info, name):
        if info.kind == _abi.TENSOR:
            return self._keep(_abi.Value(_abi.TENSOR, 0, 0, self.tensor(value, info.dtype, name)))
        if info.kind == _abi.MAP:
            keys = self._keep(_abi.Value(_abi.TENSOR, 0, 0, self.tensor(
                numpy.array(list(value.keys()), dtype=object if info.dtype == _abi.STRING else numpy_type(info.dtype)),
                info.dtype, name)))
            element = info.element.contents
            values = self._keep(_abi.Value(_abi.TENSOR, 0, 0, self.tensor(
                numpy.array(list(value.values()), dtype=numpy_type(element.dtype)), element.dtype, name)))
            items, count = [keys, values], len(value)
        else:
            listed = value if info.kind == _abi.SEQUENCE else [] if value is None else [value]
            items = [self._value(item, info.element.contents, name) for item in listed]
            count = len(items)
        pointers = self._keep((POINTER(_abi.Value) * max(1, len(items)))(*[pointer(item) for item in items]))
        return self._keep(_abi.Value(info.kind, 0, count, _abi.Tensor(), pointers))


def to_numpy(tensor):
    """A copy of a tensor that the runtime made."""
    shape = [tensor.shape[i] for i in range(tensor.rank)]
    count = int(numpy.prod(shape, dtype=numpy.int64))
    if tensor.dtype == _abi.STRING:
        texts = cast(tensor.data, POINTER(c_char_p))
        flat = [(texts[i] or b"").decode(errors="replace") for i in range(count)]
        return numpy.array(flat, dtype=object).reshape(shape)
    kind = numpy_type(tensor.dtype)
    packed = tensor.dtype in _PACKED
    size = -(-count * abs(_PACKED[tensor.dtype]) // 8) if packed else count * kind.itemsize
    if size == 0:
        return numpy.empty(shape, kind)
    data = numpy.frombuffer(ctypes.string_at(tensor.data, size), numpy.uint8 if packed else kind)
    if packed:
        data = _unpack(data, count, _PACKED[tensor.dtype])
    return data.reshape(shape).copy()


def to_python(value):
    """A copy of a sequence (list), an optional (None or what it holds) or a map (dict)."""
    if value.kind == _abi.TENSOR:
        return to_numpy(value.tensor)
    if value.kind == _abi.MAP:
        keys, values = (to_numpy(value.items[i].contents.tensor) for i in range(2))
        return dict(zip(keys.tolist(), values.tolist()))
    items = [to_python(value.items[i].contents) for i in range(value.count)]
    if value.kind == _abi.OPTIONAL:
        return items[0] if items else None
    return items
