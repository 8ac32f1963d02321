# SPDX-License-Identifier: Apache-2.0
"""The package cameo: values in and out, the model's description, refusals, threads."""
import os
import pathlib
import tempfile
import threading
import unittest

import numpy

import cameo

CASES = pathlib.Path("/usr/share/libonnx-testdata/data/node")


@unittest.skipUnless(CASES.is_dir(), "Debian's libonnx-testdata is not installed")
class Sessions(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.folder = tempfile.TemporaryDirectory()
        cls.addClassCleanup(cls.folder.cleanup)

    def session(self, case, *options, **arguments):
        library = pathlib.Path(self.folder.name) / f"{case}.so"
        if not library.exists():
            cameo.compile(CASES / case / "model.onnx", library, *options)
        return cameo.InferenceSession(library, **arguments)

    def test_tensors(self):
        session = self.session("test_add", threads=2)
        x = numpy.arange(60, dtype=numpy.float32).reshape(3, 4, 5)
        (total,) = session.run(None, {"x": x, "y": x})
        numpy.testing.assert_array_equal(total, x + x)
        self.assertEqual(total.dtype, numpy.float32)
        # Not contiguous: copied, not misread.
        turned = numpy.arange(60, dtype=numpy.float32).reshape(5, 4, 3).T
        numpy.testing.assert_array_equal(session.run(["sum"], {"x": turned, "y": x})[0], turned + x)

    def test_description(self):
        session = self.session("test_add")
        self.assertEqual([(i.name, i.shape, i.type) for i in session.get_inputs()],
                         [("x", [3, 4, 5], "tensor(float32)"), ("y", [3, 4, 5], "tensor(float32)")])
        self.assertEqual(session.get_outputs()[0].name, "sum")
        self.assertIn(cameo.version(), session.get_modelmeta().compiler)

    def test_dynamic_shapes(self):
        session = self.session("test_nonzero_example")
        (at,) = session.run(None, {"condition": numpy.array([[True, False], [True, True]])})
        numpy.testing.assert_array_equal(at, [[0, 1, 1], [0, 0, 1]])
        self.assertEqual(at.dtype, numpy.int64)

    def test_results_are_the_callers(self):
        session = self.session("test_relu")
        x = numpy.full((3, 4, 5), 2, numpy.float32)
        (first,) = session.run(None, {"x": x})
        session.run(None, {"x": x * 3})
        numpy.testing.assert_array_equal(first, x)

    def test_strings(self):
        session = self.session("test_strnormalizer_nostopwords_nochangecase")
        (same,) = session.run(None, {"x": numpy.array(["monday", "tüesday"], dtype=object)})
        self.assertEqual(same.tolist(), ["monday", "tüesday"])
        with self.assertRaisesRegex(ValueError, "zero byte"):
            session.run(None, {"x": numpy.array(["a\0b", "c"], dtype=object)})

    def test_sequences(self):
        session = self.session("test_sequence_insert_at_front")
        self.assertEqual(session.get_inputs()[0].type[:11], "seq(tensor(")
        info = {i.name: i for i in session.get_inputs()}
        names = list(info)
        kind = numpy.dtype(info[names[1]].type[len("tensor("):-1])
        items = [numpy.array([1, 2], kind), numpy.array([3], kind)]
        feeds = {names[0]: items, names[1]: numpy.array([9, 8, 7], kind)}
        if len(names) > 2:
            feeds[names[2]] = numpy.array([0], numpy.int64)
        (longer,) = session.run(None, feeds)
        self.assertEqual([item.tolist() for item in longer], [[9, 8, 7], [1, 2], [3]])

    def test_optionals(self):
        session = self.session("test_optional_has_element_empty")
        (has,) = session.run(None, {"optional_input": None})
        self.assertFalse(bool(has))

    def test_refusals(self):
        session = self.session("test_add")
        x = numpy.zeros((3, 4, 5), numpy.float32)
        for feeds, error, reason in [
                ({"x": x}, ValueError, "input 'y' is missing"),
                ({"x": x, "y": x, "z": x}, ValueError, "no input 'z'; it takes x, y"),
                ({"x": x, "y": x.astype(numpy.float64)}, TypeError, "array of float64, the model takes float32"),
                ({"x": x, "y": x[0]}, cameo.Error, "y")]:
            with self.assertRaisesRegex(error, reason):
                session.run(None, feeds)
        with self.assertRaisesRegex(ValueError, "no output 'product'; it has sum"):
            session.run(["product"], {"x": x, "y": x})
        with self.assertRaisesRegex(cameo.Error, "nothing.so"):
            cameo.InferenceSession("nothing.so")
        with self.assertRaisesRegex(ValueError, "cameo.compile"):
            cameo.InferenceSession("model.onnx")
        with self.assertRaisesRegex(cameo.Error, "error: "):
            cameo.compile(os.devnull, pathlib.Path(self.folder.name) / "x.so")

    def test_threads(self):
        session = self.session("test_add")
        failures = []

        def work(seed):
            x = numpy.full((3, 4, 5), seed, numpy.float32)
            for _ in range(50):
                if not (session.run(None, {"x": x, "y": x})[0] == 2 * x).all():
                    failures.append(seed)

        workers = [threading.Thread(target=work, args=(i,)) for i in range(4)]
        for worker in workers:
            worker.start()
        for worker in workers:
            worker.join()
        self.assertEqual(failures, [])


def _field(number, value):
    """A field of a protobuf message: a number, or bytes, or text."""
    def varint(n):
        out = b""
        while n > 127:
            out, n = out + bytes([n & 127 | 128]), n >> 7
        return out + bytes([n])
    if isinstance(value, int):
        return varint(number << 3) + varint(value)
    value = value.encode() if isinstance(value, str) else value
    return varint(number << 3 | 2) + varint(len(value)) + value


def _value(name, dims):
    """A ValueInfoProto of float32; sizes that are names are the run's."""
    shape = b"".join(_field(1, _field(2 if isinstance(d, str) else 1, d)) for d in dims)
    return _field(1, name) + _field(2, _field(1, _field(1, 1) + _field(2, shape)))


class Caches(unittest.TestCase):
    """One step of a decoder: Attention whose keys and values a caller lends room for."""

    @classmethod
    def setUpClass(cls):
        cls.folder = tempfile.TemporaryDirectory()
        cls.addClassCleanup(cls.folder.cleanup)
        names = ["q", "k", "v", "", "past_k", "past_v"], ["y", "present_k", "present_v"]
        node = b"".join(_field(1, n) for n in names[0]) + b"".join(_field(2, n) for n in names[1])
        node += _field(3, "step") + _field(4, "Attention")
        graph = _field(1, node) + _field(2, "decoder")
        for name in ("q", "k", "v"):
            graph += _field(11, _value(name, [1, 2, 1, 8]))
        for name in ("past_k", "past_v"):
            graph += _field(11, _value(name, [1, 2, "past", 8]))
        graph += _field(12, _value("y", [1, 2, 1, 8]))
        for name in ("present_k", "present_v"):
            graph += _field(12, _value(name, [1, 2, "total", 8]))
        path = pathlib.Path(cls.folder.name) / "decoder.onnx"
        path.write_bytes(_field(1, 9) + _field(7, graph) + _field(8, _field(2, 23)))
        cameo.compile(path, path.with_suffix(".so"))
        cls.session = cameo.InferenceSession(path.with_suffix(".so"))

    def feeds(self, seed):
        rng = numpy.random.default_rng(seed)
        return {name: rng.standard_normal((1, 2, 1, 8), dtype=numpy.float32) for name in ("q", "k", "v")}

    def test_steps(self):
        past = [numpy.empty((1, 2, 0, 8), numpy.float32)] * 2
        arrays = [numpy.full((1, 2, 4, 8), numpy.nan, numpy.float32) for _ in range(2)]
        caches = [cameo.Cache(array) for array in arrays]
        for step in range(4):
            feeds = self.feeds(step)
            y, *past = self.session.run(None, {**feeds, "past_k": past[0], "past_v": past[1]})
            lent = {**feeds, "past_k": caches[0], "past_v": caches[1]}
            got, keys, values = self.session.run(None, lent)
            numpy.testing.assert_array_equal(got, y)
            numpy.testing.assert_array_equal(keys, past[0])
            numpy.testing.assert_array_equal(values, past[1])
            self.assertTrue(numpy.shares_memory(keys, arrays[0]))
            self.assertEqual(caches[0].rows, step + 1)
        with self.assertRaisesRegex(cameo.Error, "input 3 'past_k': the buffer that is lent has room for fewer rows"):
            self.session.run(None, lent)
        self.assertEqual(caches[0].rows, 4)
        # Beside one that is lent, another that is not.
        y, *_ = self.session.run(None, {**feeds, "past_k": past[0][:, :, :3], "past_v": past[1][:, :, :3]})
        caches[0].rows = 3
        got, *_ = self.session.run(None, {**feeds, "past_k": caches[0], "past_v": past[1][:, :, :3]})
        numpy.testing.assert_array_equal(got, y)

    def test_refusals(self):
        feeds, room = self.feeds(0), numpy.zeros((1, 2, 4, 8), numpy.float32)
        with self.assertRaisesRegex(ValueError, "contiguous and writeable"):
            cameo.Cache(room[:, :, ::2])
        with self.assertRaisesRegex(ValueError, "input 'q': the model appends no rows to it"):
            self.session.run(None, {**feeds, "q": cameo.Cache(room), "past_k": room, "past_v": room})
        with self.assertRaisesRegex(TypeError, "array of float64, the model takes float32"):
            self.session.run(None, {**feeds, "past_k": cameo.Cache(room.astype(float)), "past_v": room})
        with self.assertRaisesRegex(ValueError, "does not have 5 rows along dimension 2"):
            self.session.run(None, {**feeds, "past_k": cameo.Cache(room, 5), "past_v": room})


class PackedTypes(unittest.TestCase):
    def test_round_trip(self):
        from cameo import _values
        for bits, values in [(4, range(16)), (-4, range(-8, 8)), (2, range(4)), (-2, range(-2, 2))]:
            array = numpy.array([*values, *values][:-1], numpy.int8 if bits < 0 else numpy.uint8)
            packed = _values._pack(array, bits)
            self.assertEqual(len(packed), -(-len(array) * abs(bits) // 8))
            numpy.testing.assert_array_equal(_values._unpack(packed, len(array), bits), array)
        self.assertEqual(_values._pack(numpy.array([1, 2, 15], numpy.uint8), 4).tolist(), [0x21, 0x0F])


if __name__ == "__main__":
    unittest.main()
