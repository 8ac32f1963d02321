// SPDX-License-Identifier: Apache-2.0
// What the searches for sequences of com.microsoft share: the decoder's inputs
// from one token to the next, and what is done to its scores. In
// onnx-decompose-contrib they become a Loop around the decoder's subgraph,
// whose rounds append a token.
#ifndef CAMEO_COMPILER_GRAPH_SEARCH_H
#define CAMEO_COMPILER_GRAPH_SEARCH_H

#include "compiler/Graph/Decompose.h"
#include "dialects/ONNX/ContribSearch.h"

namespace cameo {

constexpr int64_t uint8Type = 2, int32Type = 6, int64Type = 7, boolType = 9;

/// The values that a round of a search starts from.
struct SearchState {
  mlir::Value ids;       ///< int32 [rows, new tokens]
  mlir::Value positions; ///< int32, alike
  mlir::Value mask;      ///< int32 [rows, tokens]
  llvm::SmallVector<mlir::Value> past;
  mlir::Value sequences; ///< int32 [rows, tokens]
  mlir::Value next;      ///< int32 [rows, 1]: the next token's position

  llvm::SmallVector<mlir::Value> values() const;
  static SearchState of(mlir::ValueRange values, size_t layers);
};

/// Before the first round, of rows [rows, tokens]: pad tokens at the front are
/// masked. `mask` may be absent.
SearchState firstState(Maker &m, mlir::Region &decoder, mlir::Value ids,
                       mlir::Value mask, int64_t pad);

/// The decoder's results for this state, whose sequences are not touched:
/// scores of the next token in f32 [rows, vocabulary], and its caches.
struct Decoded {
  mlir::Value scores;
  llvm::SmallVector<mlir::Value> present;
};
Decoded decode(Maker &m, mlir::Region &decoder, mlir::Region &initDecoder,
               const SearchState &state, mlir::Value iteration);

/// The state with a token [rows, 1] (int32) appended. `rows`, if given, tells
/// which of the old rows each new one continues, in dimension 1 of the caches.
SearchState advance(Maker &m, const SearchState &state, const Decoded &decoded,
                    mlir::Value token, mlir::Value rows);

/// The operators of a subgraph here, on other inputs; its results.
llvm::SmallVector<mlir::Value> inlined(Maker &m, mlir::Region &region,
                                       llvm::ArrayRef<mlir::Value> inputs);
/// The results of one of two subgraphs, which `then` and `otherwise` make, as a
/// condition has it.
llvm::SmallVector<mlir::Value>
either(Maker &m, mlir::Value condition, size_t results,
       llvm::function_ref<llvm::SmallVector<mlir::Value>()> then,
       llvm::function_ref<llvm::SmallVector<mlir::Value>()> otherwise);

/// A model whose decoder follows what an encoder made of the input (T5). The
/// search's sequences start with a token of their own; positions and mask of
/// the state mean nothing.
class EncoderDecoder {
public:
  /// Runs the encoder; each batch entry then has `beams` (tensor<1xi64>) rows.
  EncoderDecoder(Maker &m, onnx::MsBeamSearchOp op, mlir::Value beams);
  SearchState firstState(Maker &m);
  Decoded decode(Maker &m, const SearchState &state, mlir::Value iteration);
  SearchState advance(Maker &m, const SearchState &state,
                      const Decoded &decoded, mlir::Value token,
                      mlir::Value rows);

private:
  onnx::MsBeamSearchOp op;
  onnx::EncoderForm form;
  /// One row per beam: the encoder's mask, what it gives and, where it runs the
  /// decoder's first round itself, the scores of that.
  mlir::Value mask, hidden, firstScores;
  llvm::SmallVector<mlir::Value> firstSelf, cross;
  mlir::Value count;
};

/// What changes scores before a token is chosen; null values are absent.
struct ScoreRules {
  mlir::Value repetitionPenalty, vocabMask, prefixMask, minLength;
  int64_t ngram = 0, eos = 0;
  /// Of the vocabulary [rows, vocabulary], and how much it costs.
  mlir::Value presence;
  double temperature = 1, presencePenalty = 0;
};
mlir::Value applyRules(Maker &m, const ScoreRules &rules, mlir::Value scores,
                       mlir::Value sequences, mlir::Value iteration);

/// Whether each number of [0, count) (tensor<1xi64>) is less than another.
mlir::Value firstOf(Maker &m, mlir::Value count, mlir::Value limit);
/// `x` [.., n] with `pad` behind it in the last of `rank` dimensions, up to
/// `length`, and cut there.
mlir::Value padded(Maker &m, mlir::Value x, int64_t rank, mlir::Value length,
                   int64_t pad);

/// A Loop of at most `rounds` (tensor<1xi64>) over values; the body, where `m`
/// stands then, takes the iteration and the values and gives whether to go on
/// (bool, a scalar), the next values, then what is stacked.
llvm::SmallVector<mlir::Value> searchLoop(
    Maker &m, mlir::Value rounds, mlir::ValueRange init, size_t stacked,
    llvm::function_ref<llvm::SmallVector<mlir::Value>(Maker &, mlir::Value,
                                                      mlir::ValueRange)>
        body);

} // namespace cameo

#endif
