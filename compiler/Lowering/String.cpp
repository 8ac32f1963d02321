// SPDX-License-Identifier: Apache-2.0
// Lowerings of the onnx dialect's String operators: calls of the functions in
// runtime/support. TfIdfVectorizer's pool is put in order here.
#include "dialects/ONNX/String.h"
#include "compiler/Lowering/Constants.h"
#include "compiler/Lowering/HostCall.h"
#include "compiler/Lowering/Regex.h"

using namespace mlir;
using namespace cameo;
using namespace cameo::onnx;

static Type elementOf(Value v) { return getElementTypeOrSelf(v.getType()); }

static LoweredValues lowerStringConcat(StringConcatOp op, Lowerer &l) {
  Type string = elementOf(op.getX());
  Value x = l(op.getX()), y = l(op.getY());
  Sizes sizes = broadcastSizes(l, {x, y});
  return one(hostCall(
      l, "cameo_op_string_concat",
      {{broadcastTo(l, x, sizes), string}, {broadcastTo(l, y, sizes), string}},
      string, sizes));
}

static LoweredValues lowerStringSplit(StringSplitOp op, Lowerer &l) {
  SmallVector<NamedAttribute> parameters;
  if (auto delimiter = op.getDelimiterAttr())
    parameters.push_back(l.b.getNamedAttr("delimiter", delimiter));
  if (auto most = op.getMaxsplitAttr())
    parameters.push_back(l.b.getNamedAttr("maxsplit", most));
  Value x = l(op.getX());
  return hostCall(
      l, "cameo_op_string_split", HostTensor{x, elementOf(op.getX())},
      {{Lowerer::convertTensor(op.getY()), elementOf(op.getY()), std::nullopt},
       {Lowerer::convertTensor(op.getZ()), l.b.getI64Type(), dims(l, x)}},
      parameters);
}

static LoweredValues lowerStringNormalizer(StringNormalizerOp op, Lowerer &l) {
  SmallVector<NamedAttribute> parameters = {
      l.b.getNamedAttr("case_change_action",
                       l.b.getStringAttr(op.getCaseChangeAction())),
      l.b.getNamedAttr("is_case_sensitive",
                       l.b.getI64IntegerAttr(op.getIsCaseSensitive()))};
  if (auto locale = op.getLocaleAttr())
    parameters.push_back(l.b.getNamedAttr("locale", locale));
  if (auto words = op.getStopwordsAttr())
    parameters.push_back(l.b.getNamedAttr("stopwords", words));
  return hostCall(l, "cameo_op_string_normalizer",
                  HostTensor{l(op.getX()), elementOf(op.getX())},
                  HostResult{Lowerer::convertTensor(op.getY()),
                             elementOf(op.getY()), std::nullopt},
                  parameters);
}

static LoweredValues lowerRegexFullMatch(RegexFullMatchOp op, Lowerer &l) {
  auto pattern = adaptPattern(op.getPattern().value_or(""));
  if (!pattern)
    return op.emitError("pattern: ") << llvm::toString(pattern.takeError());
  Value x = l(op.getX());
  return one(
      hostCall(l, "cameo_op_regex_full_match", {{x, elementOf(op.getX())}},
               elementOf(op.getY()), dims(l, x),
               l.b.getNamedAttr("pattern", l.b.getStringAttr(*pattern))));
}

//===-- TfIdfVectorizer ---------------------------------------------------===//

namespace {
/// The n-grams of a pool by length, each length in ascending order.
struct GramTable {
  SmallVector<int64_t> lengths, counts, starts, outputs;

  /// `compare(a, b, n)` is the order of the n tokens of the pool at a and at b.
  LogicalResult fill(TfIdfVectorizerOp op, int64_t poolSize,
                     function_ref<int(int64_t, int64_t, int64_t)> compare) {
    ArrayRef<int64_t> begins = op.getNgramCounts(),
                      places = op.getNgramIndexes();
    int64_t id = 0;
    for (auto [k, begin] : llvm::enumerate(begins)) {
      int64_t length = k + 1,
              end = k + 1 < begins.size() ? begins[k + 1] : poolSize;
      if (begin < 0 || end < begin || end > poolSize || (end - begin) % length)
        return op.emitError("ngram_counts does not cut the pool into n-grams");
      int64_t count = (end - begin) / length;
      if (id + count > int64_t(places.size()))
        return op.emitError(
            "ngram_indexes has fewer entries than the pool has n-grams");
      std::vector<std::pair<int64_t, int64_t>> grams; // start, output
      for (int64_t i = 0; i < count; ++i, ++id)
        grams.push_back({begin + i * length, places[id]});
      if (length < op.getMinGramLength() || length > op.getMaxGramLength() ||
          grams.empty())
        continue;
      // Of equal ones the last counts.
      std::stable_sort(grams.begin(), grams.end(), [&](auto &a, auto &b) {
        return compare(a.first, b.first, length) < 0;
      });
      int64_t before = starts.size();
      for (auto [i, gram] : llvm::enumerate(grams)) {
        if (i + 1 < grams.size() &&
            compare(gram.first, grams[i + 1].first, length) == 0)
          continue;
        starts.push_back(gram.first);
        outputs.push_back(gram.second);
      }
      lengths.push_back(length);
      counts.push_back(starts.size() - before);
    }
    return success();
  }
};
} // namespace

template <typename T> static int order(const T &a, const T &b) {
  return a < b ? -1 : b < a;
}

static LoweredValues lowerTfIdf(TfIdfVectorizerOp op, Lowerer &l) {
  Type element = elementOf(op.getX());
  bool strings = isString(element);
  if (op.getMinGramLength() < 1 ||
      op.getMaxGramLength() < op.getMinGramLength() || op.getMaxSkipCount() < 0)
    return op.emitError("needs 1 <= min_gram_length <= max_gram_length and "
                        "max_skip_count >= 0");
  GramTable table;
  Value pool;
  if (strings) {
    SmallVector<StringRef> texts = stringsOf(op.getPoolStrings());
    auto compare = [&](int64_t a, int64_t b, int64_t n) {
      for (int64_t i = 0; i < n; ++i)
        if (int sign = order(texts[a + i], texts[b + i]))
          return sign;
      return 0;
    };
    auto constant = stringTensor(l, texts, {int64_t(texts.size())});
    if (failed(constant) || failed(table.fill(op, texts.size(), compare)))
      return failure();
    pool = *constant;
  } else {
    if (!element.isInteger(32) && !element.isInteger(64))
      return op.emitError("X must hold int32, int64 or strings");
    ArrayRef<int64_t> list = op.getPoolInt64s().value_or(ArrayRef<int64_t>());
    auto compare = [&](int64_t a, int64_t b, int64_t n) {
      for (int64_t i = 0; i < n; ++i)
        if (int sign = order(list[a + i], list[b + i]))
          return sign;
      return 0;
    };
    if (failed(table.fill(op, list.size(), compare)))
      return failure();
    pool = numbers<int64_t>(l, list);
  }
  auto ints = [&](StringRef name, ArrayRef<int64_t> list) {
    return l.b.getNamedAttr(name, l.b.getDenseI64ArrayAttr(list));
  };
  SmallVector<NamedAttribute> parameters = {
      ints("lengths", table.lengths),
      ints("counts", table.counts),
      ints("starts", table.starts),
      ints("outputs", table.outputs),
      l.b.getNamedAttr("skips", l.b.getI64IntegerAttr(op.getMaxSkipCount())),
      l.b.getNamedAttr("mode", op.getModeAttr())};
  if (auto weights = op.getWeightsAttr())
    parameters.push_back(l.b.getNamedAttr("weights", weights));
  Value x = l(op.getX());
  auto type = cast<RankedTensorType>(op.getY().getType());
  Sizes sizes;
  if (type.getRank() == 2)
    sizes.push_back(dim(l, x, 0));
  sizes.push_back(size(l, type.getShape().back()));
  return one(hostCall(
      l, "cameo_op_tfidf",
      {{x, element}, {pool, strings ? element : Type(l.b.getI64Type())}},
      elementOf(op.getY()), sizes, parameters));
}

void cameo::registerStringLowerings(LoweringRegistry &r) {
  r.add<StringConcatOp>(lowerStringConcat);
  r.add<StringSplitOp>(lowerStringSplit);
  r.add<StringNormalizerOp>(lowerStringNormalizer);
  r.add<RegexFullMatchOp>(lowerRegexFullMatch);
  r.add<TfIdfVectorizerOp>(lowerTfIdf);
}
