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

std::optional<EncoderForm> cameo::onnx::encoderForm(Operation *op) {
  Region &decoder = op->getRegion(0), &encoder = op->getRegion(1);
  if (decoder.empty() || encoder.empty())
    return std::nullopt;
  auto results = [](Region &r) {
    return size_t(r.front().getTerminator()->getNumOperands());
  };
  EncoderForm form;
  size_t given = encoder.getNumArguments(), inputs = decoder.getNumArguments(),
         presents = results(decoder);
  if (presents < 3 || presents % 2 == 0 || (given != 2 && given != 3))
    return std::nullopt;
  form.layers = (presents - 1) / 2;
  form.startsDecoder = given == 3;
  if (results(encoder) !=
      (form.startsDecoder ? 2 + 4 * form.layers : 2 * form.layers))
    return std::nullopt;
  form.takesHidden = inputs == 3 + 4 * form.layers;
  form.firstPast = form.takesHidden ? 3 : 2;
  if (inputs != form.firstPast + 4 * form.layers ||
      (form.takesHidden && !form.startsDecoder))
    return std::nullopt;
  return form;
}

static std::string encoderProblem(Operation *op) {
  if (!isa<MsBeamSearchOp>(op))
    return "supports an encoder in BeamSearch alone";
  if (auto type = op->getAttrOfType<IntegerAttr>("model_type");
      !type || type.getSInt() != 1)
    return "supports encoders like T5's alone (model_type 1)";
  if (auto start = op->getAttrOfType<IntegerAttr>("decoder_start_token_id");
      !start || start.getSInt() < 0)
    return "needs a decoder_start_token_id";
  std::optional<EncoderForm> form = encoderForm(op);
  if (!form)
    return "the encoder must take tokens, a mask and maybe the first token, "
           "and "
           "the decoder caches of self and of cross attention (shared buffers "
           "of past and present are not supported)";
  if (!op->getRegion(2).empty())
    return "has no use for init_decoder with an encoder";
  if (!form->startsDecoder)
    for (BlockArgument arg : op->getRegion(0).getArguments().slice(
             form->firstPast, 2 * form->layers)) {
      auto type = dyn_cast<RankedTensorType>(arg.getType());
      if (!type || type.getRank() != 4 || type.isDynamicDim(1) ||
          type.isDynamicDim(3) || !isa<FloatType>(type.getElementType()))
        return "the decoder must take caches of 4 dimensions, [batch, heads, "
               "length, size], heads and size known";
    }
  return "";
}

std::string cameo::onnx::searchProblem(Operation *op) {
  // The regions of all searches are decoder, encoder, init_decoder.
  Region &decoder = op->getRegion(0), &encoder = op->getRegion(1),
         &first = op->getRegion(2);
  if (decoder.empty())
    return "needs a decoder";
  auto type = op->getAttrOfType<IntegerAttr>("model_type");
  if (encoder.empty() && type && type.getSInt() != 0)
    return "needs an encoder for a model_type other than 0";
  if (std::string problem = encoder.empty() ? problemOf(decoder, "the decoder")
                                            : encoderProblem(op);
      !problem.empty())
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
