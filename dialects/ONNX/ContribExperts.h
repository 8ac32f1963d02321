// SPDX-License-Identifier: Apache-2.0
// Which mixtures of experts (MoE and QMoE of com.microsoft) can be taken apart.
#ifndef CAMEO_DIALECTS_ONNX_CONTRIBEXPERTS_H
#define CAMEO_DIALECTS_ONNX_CONTRIBEXPERTS_H

#include "dialects/ONNX/Contrib.h"

namespace cameo::onnx {
/// Why this one cannot; empty if it can.
std::string expertsProblem(MsMoEOp op);
std::string expertsProblem(MsQMoEOp op);
} // namespace cameo::onnx

#endif
