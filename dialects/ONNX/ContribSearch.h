// SPDX-License-Identifier: Apache-2.0
// Which searches for sequences (GreedySearch, Sampling, BeamSearch of
// com.microsoft) can become a Loop around their decoder.
#ifndef CAMEO_DIALECTS_ONNX_CONTRIBSEARCH_H
#define CAMEO_DIALECTS_ONNX_CONTRIBSEARCH_H

#include "mlir/IR/Operation.h"

namespace cameo::onnx {
/// Why this one cannot; empty if it can.
std::string searchProblem(mlir::Operation *op);
} // namespace cameo::onnx

#endif
