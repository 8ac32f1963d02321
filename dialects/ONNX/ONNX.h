// SPDX-License-Identifier: Apache-2.0
// The onnx dialect: types, interfaces and the operators of all families. Prefer
// the headers of the families that a file uses: they change less often.
#ifndef CAMEO_DIALECTS_ONNX_ONNX_H
#define CAMEO_DIALECTS_ONNX_ONNX_H

#include "dialects/ONNX/Contrib.h"
#include "dialects/ONNX/Control.h"
#include "dialects/ONNX/Image.h"
#include "dialects/ONNX/ML.h"
#include "dialects/ONNX/Math.h"
#include "dialects/ONNX/NN.h"
#include "dialects/ONNX/Quant.h"
#include "dialects/ONNX/Recurrent.h"
#include "dialects/ONNX/Reduction.h"
#include "dialects/ONNX/Sequence.h"
#include "dialects/ONNX/Signal.h"
#include "dialects/ONNX/String.h"
#include "dialects/ONNX/Tensor.h"
#include "dialects/ONNX/Training.h"

#endif
