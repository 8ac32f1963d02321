# SPDX-License-Identifier: Apache-2.0
"""Runs models that cameoc compiled, from Python.

    import cameo, numpy
    session = cameo.InferenceSession("resnet50.so", threads=2)
    print(session.get_inputs())
    scores, = session.run(None, {"input": numpy.zeros((1, 3, 224, 224), "float32")})

Needs numpy and Cameo's runtime, libcameo_rt.so, which is looked for where the
environment's CAMEO_RUNTIME says, beside an installation of this package, and on
the system's library path.
"""
from ._library import Error, version
from ._values import Cache
from .session import InferenceSession, ModelMetadata, NodeArg
from .compiler import compile

__all__ = ["Cache", "Error", "InferenceSession", "ModelMetadata", "NodeArg", "compile", "version"]
