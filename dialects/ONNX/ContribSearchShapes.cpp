// SPDX-License-Identifier: Apache-2.0
// Shape rules of com.microsoft's searches for sequences, which
// onnx-decompose-contrib takes apart before shapes are inferred: what it had to
// leave is reported here.
#include "dialects/ONNX/Contrib.h"
#include "dialects/ONNX/ContribSearch.h"
#include "dialects/ONNX/ShapeRules.h"

using namespace mlir;
using namespace cameo::onnx;

/// Inputs before the caches: tokens, positions, mask; results: scores.
static constexpr size_t inputsBeforePast = 3, resultsBeforePresent = 1;

static std::string problemOf(Region &decoder, StringRef name) {
  size_t inputs = decoder.getNumArguments(),
         results = decoder.front().getTerminator()->getNumOperands();
  auto text = [&](const Twine &what) { return (name + " " + what).str(); };
  if (inputs <= inputsBeforePast)
    return text("must take input_ids, position_ids, attention_mask and caches");
  if (results - resultsBeforePresent != inputs - inputsBeforePast)
    return text("must give scores and a cache for each that it takes (shared "
                "buffers of past and present are not supported)");
  for (BlockArgument arg :
       decoder.getArguments().drop_front(inputsBeforePast)) {
    auto type = dyn_cast<RankedTensorType>(arg.getType());
    if (!type || type.getRank() != 5 || type.isDynamicDim(2) ||
        type.isDynamicDim(4) || !isa<FloatType>(type.getElementType()))
      return text("must take caches of 5 dimensions, [2, batch, heads, length, "
                  "size], heads and size known");
  }
  return "";
}

std::string cameo::onnx::searchProblem(Operation *op) {
  // The regions of all searches are decoder, encoder, init_decoder.
  Region &decoder = op->getRegion(0), &encoder = op->getRegion(1),
         &first = op->getRegion(2);
  if (decoder.empty())
    return "needs a decoder";
  if (auto type = op->getAttrOfType<IntegerAttr>("model_type");
      !encoder.empty() || (type && type.getSInt() != 0))
    return "supports decoders like GPT-2's alone (model_type 0), no encoders";
  if (std::string problem = problemOf(decoder, "the decoder"); !problem.empty())
    return problem;
  if (!first.empty()) {
    if (std::string problem = problemOf(first, "init_decoder");
        !problem.empty())
      return problem;
    if (first.getNumArguments() != decoder.getNumArguments())
      return "init_decoder must take what the decoder takes";
  }
  auto present = [](Value v) { return !isa<NoneType>(v.getType()); };
  if (auto beams = dyn_cast<MsBeamSearchOp>(op);
      beams && (present(beams.getDecoderInputIds()) ||
                present(beams.getLogitsProcessor())))
    return "does not support decoder_input_ids and logits_processor";
  if (auto sampling = dyn_cast<MsSamplingOp>(op);
      sampling && present(sampling.getFilteredLogits()))
    return "does not support the result filtered_logits";
  return "";
}

template <typename Op> static LogicalResult search(Op op, ShapeInferrer &) {
  std::string problem = searchProblem(op);
  return problem.empty() ? success() : LogicalResult(op.emitOpError(problem));
}
CAMEO_SHAPE_RULE(MsGreedySearch, search)
CAMEO_SHAPE_RULE(MsSampling, search)
CAMEO_SHAPE_RULE(MsBeamSearch, search)
