// SPDX-License-Identifier: Apache-2.0
// Which searches for sequences (GreedySearch, Sampling, BeamSearch of
// com.microsoft) can become a Loop around their decoder.
#ifndef CAMEO_DIALECTS_ONNX_CONTRIBSEARCH_H
#define CAMEO_DIALECTS_ONNX_CONTRIBSEARCH_H

#include "mlir/IR/Operation.h"
#include <optional>

namespace cameo::onnx {
/// What the subgraphs of a search with an encoder take and give.
struct EncoderForm {
  size_t layers;
  /// The encoder takes the first token and gives its scores, hidden states and
  /// caches of self attention besides those of cross attention.
  bool startsDecoder;
  /// The decoder takes hidden states before its caches, which are those of self
  /// attention, then those of cross attention, keys and values by turns.
  bool takesHidden;
  size_t firstPast;
};
/// Nothing if they are none.
std::optional<EncoderForm> encoderForm(mlir::Operation *op);

/// Why this one cannot; empty if it can.
std::string searchProblem(mlir::Operation *op);
} // namespace cameo::onnx

#endif
