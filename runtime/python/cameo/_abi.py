# SPDX-License-Identifier: Apache-2.0
"""The structures of cameo/abi.h and cameo/runtime.h, field by field."""
from ctypes import (POINTER, Structure, c_char, c_char_p, c_double, c_int32, c_int64, c_uint32,
                    c_void_p)

ABI_VERSION = 5  # of these structures; the library that holds a model says its own

TENSOR, SEQUENCE, OPTIONAL, MAP = range(4)  # cameo_kind
STRING = 8  # of cameo_dtype


class Error(Structure):
    _fields_ = [("status", c_int32), ("message", c_char * 508)]


class Tensor(Structure):
    _fields_ = [("data", c_void_p), ("shape", POINTER(c_int64)), ("rank", c_int32),
                ("dtype", c_int32), ("bytes", c_int64), ("location", c_int32),
                ("capacity", c_int32)]


class Value(Structure):
    pass


Value._fields_ = [("kind", c_int32), ("reserved", c_int32), ("count", c_int64),
                  ("tensor", Tensor), ("items", POINTER(POINTER(Value))), ("growth", c_void_p)]


class ValueInfo(Structure):
    pass


ValueInfo._fields_ = [("name", c_char_p), ("dtype", c_int32), ("rank", c_int32),
                      ("shape", POINTER(c_int64)), ("dim_names", POINTER(c_char_p)),
                      ("kind", c_int32), ("reserved", c_int32), ("element", POINTER(ValueInfo))]


class KeyValue(Structure):
    _fields_ = [("key", c_char_p), ("value", c_char_p)]


class LaunchInfo(Structure):
    _fields_ = [("kernel", c_char_p), ("nodes", c_char_p), ("flops", c_double),
                ("bytes", c_double)]


class Update(Structure):
    _fields_ = [("input", c_uint32), ("output", c_uint32), ("axis", c_uint32),
                ("reserved", c_uint32)]


class Model(Structure):
    _fields_ = [("abi_version", c_uint32), ("struct_size", c_uint32), ("name", c_char_p),
                ("compiler", c_char_p), ("hash", c_char_p), ("target", c_char_p),
                ("cpu_features", c_char_p), ("input_count", c_uint32),
                ("output_count", c_uint32), ("metadata_count", c_uint32),
                ("launch_count", c_uint32), ("inputs", POINTER(ValueInfo)),
                ("outputs", POINTER(ValueInfo)), ("metadata", POINTER(KeyValue)),
                ("launches", POINTER(LaunchInfo)), ("plan_size", c_int64), ("static_arena", c_int64),
                ("dynamic_memory", c_uint32), ("specialization_count", c_uint32), ("weights", c_void_p),
                ("weights_size", c_int64), ("weights_file", c_char_p), ("weights_hash", c_char_p),
                ("plan", c_void_p), ("run", c_void_p), ("device", c_void_p), ("next", c_void_p),
                ("specializations", c_void_p), ("update_count", c_uint32), ("reserved", c_uint32),
                ("updates", POINTER(Update))]


class LoadOptions(Structure):
    _fields_ = [("struct_size", c_uint32), ("device", c_int32), ("weights_path", c_char_p),
                ("later", c_char * 112)]  # room for the fields of later versions, all 0


class ContextOptions(Structure):
    _fields_ = [("struct_size", c_uint32), ("threads", c_uint32), ("pool", c_void_p),
                ("rest", c_char * 240)]  # fields not used here, all 0
