// SPDX-License-Identifier: Apache-2.0
// Operators of the onnx dialect: family ML.
#ifndef CAMEO_DIALECTS_ONNX_ML
#define CAMEO_DIALECTS_ONNX_ML

include "dialects/ONNX/ONNXBase.td"

class ONNX_MLOp<string mnemonic, string text, dag params> : ONNX_PureOp<"ml." # mnemonic> {
  let summary = text;
  let arguments = !con((ins ONNX_Value:$X), params);
  let results = (outs ONNX_Value:$Y);
}
// With labels Y and scores Z.
class ONNX_ClassifierOp<string mnemonic, string text, dag params> : ONNX_MLOp<mnemonic, text, params> {
  let results = (outs ONNX_Tensor:$Y, ONNX_OptionalTensor:$Z);
}
defvar PostTransform
    = WordOr<"NONE", ["NONE", "SOFTMAX", "LOGISTIC", "SOFTMAX_ZERO", "PROBIT"]>;

//===-- Data preparation --------------------------------------------------===//
def ONNX_ArrayFeatureExtractorOp : ONNX_PureOp<"ml.ArrayFeatureExtractor"> {
  let summary = "Elements of the last axis, picked by indices";
  let arguments = (ins ONNX_Tensor:$X, ONNX_Tensor:$Y);
  let results = (outs ONNX_Tensor:$Z);
}
def ONNX_BinarizerOp : ONNX_MLOp<"Binarizer", "1 above the threshold, else 0", (ins FloatOr<"0.0">:$threshold)>;
def ONNX_ImputerOp : ONNX_MLOp<"Imputer", "Replaces one value", (ins OptFloats:$imputed_value_floats,
  OptInts:$imputed_value_int64s, FloatOr<"0.0">:$replaced_value_float,
  IntOr<0>:$replaced_value_int64)>;
def ONNX_NormalizerOp : ONNX_MLOp<"Normalizer", "Divides rows by their norm",
  (ins WordOr<"MAX", ["MAX", "L1", "L2"]>:$norm)>;
def ONNX_ScalerOp : ONNX_MLOp<"Scaler", "(X - offset) * scale", (ins OptFloats:$offset, OptFloats:$scale)>;
def ONNX_FeatureVectorizerOp : ONNX_PureOp<"ml.FeatureVectorizer"> {
  let summary = "Joins the columns of the operands";
  let arguments = (ins Variadic<ONNX_Tensor>:$X, OptInts:$inputdimensions);
  let results = (outs ONNX_Tensor:$Y);
}

//===-- Categories and maps -----------------------------------------------===//
def ONNX_CastMapOp : ONNX_MLOp<"CastMap", "A map as a tensor", (ins
  WordOr<"TO_FLOAT", ["TO_FLOAT", "TO_INT64", "TO_STRING"]>:$cast_to,
  WordOr<"DENSE", ["DENSE", "SPARSE"]>:$map_form, IntOr<1>:$max_map)>;
def ONNX_CategoryMapperOp : ONNX_MLOp<"CategoryMapper", "Maps strings to integers or back", (ins
  OptInts:$cats_int64s, OptStrings:$cats_strings, IntOr<-1>:$default_int64,
  StrOr<"_Unused">:$default_string)>;
def ONNX_DictVectorizerOp : ONNX_MLOp<"DictVectorizer", "A map's values in the vocabulary's order",
  (ins OptInts:$int64_vocabulary, OptStrings:$string_vocabulary)>;
def ONNX_LabelEncoderOp : ONNX_MLOp<"LabelEncoder", "Maps keys to values", (ins
  FloatOr<"-0.0">:$default_float, IntOr<-1>:$default_int64, StrOr<"_Unused">:$default_string,
  OptElements:$default_tensor, OptFloats:$keys_floats, OptInts:$keys_int64s, OptStrings:$keys_strings,
  OptElements:$keys_tensor, OptFloats:$values_floats, OptInts:$values_int64s,
  OptStrings:$values_strings, OptElements:$values_tensor)>;
def ONNX_OneHotEncoderOp : ONNX_MLOp<"OneHotEncoder", "1 at the category's place, 0 elsewhere",
  (ins OptInts:$cats_int64s, OptStrings:$cats_strings, FlagOr<1>:$zeros)>;
def ONNX_ZipMapOp : ONNX_MLOp<"ZipMap", "A sequence of maps from labels to scores",
  (ins OptInts:$classlabels_int64s, OptStrings:$classlabels_strings)>;

//===-- Linear models and support vectors ---------------------------------===//
def ONNX_LinearClassifierOp : ONNX_ClassifierOp<"LinearClassifier", "Linear classifier", (ins
  OptInts:$classlabels_ints, OptStrings:$classlabels_strings, FloatsAttr:$coefficients,
  OptFloats:$intercepts, IntOr<0>:$multi_class, PostTransform:$post_transform)>;
def ONNX_LinearRegressorOp : ONNX_MLOp<"LinearRegressor", "Linear regression", (ins
  OptFloats:$coefficients, OptFloats:$intercepts, PostTransform:$post_transform,
  PositiveIntOr<1>:$targets)>;
defvar SVMKernel = WordOr<"LINEAR", ["LINEAR", "POLY", "RBF", "SIGMOID"]>;
def ONNX_SVMClassifierOp : ONNX_ClassifierOp<"SVMClassifier", "Support vector classifier", (ins
  OptInts:$classlabels_ints, OptStrings:$classlabels_strings, OptFloats:$coefficients,
  OptFloats:$kernel_params, SVMKernel:$kernel_type, PostTransform:$post_transform, OptFloats:$prob_a,
  OptFloats:$prob_b, OptFloats:$rho, OptFloats:$support_vectors, OptInts:$vectors_per_class)>;
def ONNX_SVMRegressorOp : ONNX_MLOp<"SVMRegressor", "Support vector regression", (ins
  OptFloats:$coefficients, OptFloats:$kernel_params, SVMKernel:$kernel_type, IntOr<0>:$n_supports,
  FlagOr<0>:$one_class, PostTransform:$post_transform, OptFloats:$rho, OptFloats:$support_vectors)>;

//===-- Trees -------------------------------------------------------------===//
def ONNX_TreeEnsembleOp : ONNX_MLOp<"TreeEnsemble", "Trees whose leaves vote for targets", (ins
  IntOr<1>:$aggregate_function, IntsAttr:$leaf_targetids, ElementsAttr:$leaf_weights,
  OptElements:$membership_values, OptInt:$n_targets, IntsAttr:$nodes_falseleafs,
  IntsAttr:$nodes_falsenodeids, IntsAttr:$nodes_featureids, OptElements:$nodes_hitrates,
  OptInts:$nodes_missing_value_tracks_true, ElementsAttr:$nodes_modes, ElementsAttr:$nodes_splits,
  IntsAttr:$nodes_trueleafs, IntsAttr:$nodes_truenodeids, IntOr<0>:$post_transform,
  IntsAttr:$tree_roots)>;
defvar TreeParams = (ins OptFloats:$base_values, OptElements:$base_values_as_tensor,
  OptInts:$nodes_falsenodeids, OptInts:$nodes_featureids, OptFloats:$nodes_hitrates,
  OptElements:$nodes_hitrates_as_tensor, OptInts:$nodes_missing_value_tracks_true,
  OptStrings:$nodes_modes, OptInts:$nodes_nodeids, OptInts:$nodes_treeids,
  OptInts:$nodes_truenodeids, OptFloats:$nodes_values, OptElements:$nodes_values_as_tensor,
  PostTransform:$post_transform);
def ONNX_TreeEnsembleClassifierOp : ONNX_ClassifierOp<"TreeEnsembleClassifier", "Trees that vote for classes",
  !con(TreeParams, (ins OptInts:$class_ids, OptInts:$class_nodeids, OptInts:$class_treeids,
    OptFloats:$class_weights, OptElements:$class_weights_as_tensor, OptInts:$classlabels_int64s,
    OptStrings:$classlabels_strings))>;
def ONNX_TreeEnsembleRegressorOp : ONNX_MLOp<"TreeEnsembleRegressor", "Trees that vote for targets",
  !con(TreeParams, (ins WordOr<"SUM", ["SUM", "AVERAGE", "MIN", "MAX"]>:$aggregate_function,
    OptInt:$n_targets, OptInts:$target_ids, OptInts:$target_nodeids, OptInts:$target_treeids,
    OptFloats:$target_weights, OptElements:$target_weights_as_tensor))>;

#endif
