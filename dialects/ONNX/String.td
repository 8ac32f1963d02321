// SPDX-License-Identifier: Apache-2.0
// Operators of the onnx dialect: family String.
#ifndef CAMEO_DIALECTS_ONNX_STRING
#define CAMEO_DIALECTS_ONNX_STRING

include "dialects/ONNX/ONNXBase.td"

def ONNX_StringConcatOp : ONNX_PureOp<"StringConcat"> {
  let summary = "Joins strings element by element";
  let arguments = (ins ONNX_Tensor:$X, ONNX_Tensor:$Y);
  let results = (outs ONNX_Tensor:$Z);
}
def ONNX_StringSplitOp : ONNX_PureOp<"StringSplit"> {
  let summary = "Splits strings at a delimiter (white space if empty); the parts and their number";
  let arguments = (ins ONNX_Tensor:$X, OptStr:$delimiter, OptInt:$maxsplit);
  let results = (outs ONNX_Tensor:$Y, ONNX_Tensor:$Z);
}
def ONNX_StringNormalizerOp : ONNX_PureOp<"StringNormalizer"> {
  let summary = "Drops stop words and changes case";
  let arguments = (ins ONNX_Tensor:$X, WordOr<"NONE", ["NONE", "LOWER", "UPPER"]>:$case_change_action,
    FlagOr<0>:$is_case_sensitive, OptStr:$locale, OptStrings:$stopwords);
  let results = (outs ONNX_Tensor:$Y);
}
def ONNX_RegexFullMatchOp : ONNX_PureOp<"RegexFullMatch"> {
  let summary = "Whether whole strings match a regular expression (RE2's syntax)";
  let arguments = (ins ONNX_Tensor:$X, OptStr:$pattern);
  let results = (outs ONNX_Tensor:$Y);
}
def ONNX_TfIdfVectorizerOp : ONNX_PureOp<"TfIdfVectorizer"> {
  let summary = "Counts n-grams of a pool; counts, weights or their products";
  let arguments = (ins ONNX_Tensor:$X, IntAttr:$max_gram_length, IntAttr:$max_skip_count,
    IntAttr:$min_gram_length, Word<["TF", "IDF", "TFIDF"]>:$mode, IntsAttr:$ngram_counts,
    IntsAttr:$ngram_indexes, OptInts:$pool_int64s, OptStrings:$pool_strings, OptFloats:$weights);
  let results = (outs ONNX_Tensor:$Y);
}

#endif
