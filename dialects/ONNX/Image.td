// SPDX-License-Identifier: Apache-2.0
// Operators of the onnx dialect: family Image.
#ifndef CAMEO_DIALECTS_ONNX_IMAGE
#define CAMEO_DIALECTS_ONNX_IMAGE

include "dialects/ONNX/ONNXBase.td"

def ONNX_ResizeOp : ONNX_PureOp<"Resize"> {
  let summary = "Resamples to `scales` times the size, or to `sizes`";
  let arguments = (ins ONNX_Tensor:$X, ONNX_OptionalTensor:$roi, ONNX_OptionalTensor:$scales,
    ONNX_OptionalTensor:$sizes, FlagOr<0>:$antialias, OptInts:$axes,
    WordOr<"half_pixel", ["half_pixel", "half_pixel_symmetric", "pytorch_half_pixel", "align_corners",
      "asymmetric", "tf_crop_and_resize", "tf_half_pixel_for_nn"]>:$coordinate_transformation_mode,
    FloatOr<"-0.75">:$cubic_coeff_a, FlagOr<0>:$exclude_outside, FloatOr<"0.0">:$extrapolation_value,
    WordOr<"stretch", ["stretch", "not_larger", "not_smaller"]>:$keep_aspect_ratio_policy,
    WordOr<"nearest", ["nearest", "linear", "cubic"]>:$mode,
    WordOr<"round_prefer_floor", ["round_prefer_floor", "round_prefer_ceil", "floor",
      "ceil"]>:$nearest_mode);
  let results = (outs ONNX_Tensor:$Y);
}
def ONNX_GridSampleOp : ONNX_PureOp<"GridSample"> {
  let summary = "Samples X at the positions of a grid";
  let arguments = (ins ONNX_Tensor:$X, ONNX_Tensor:$grid, FlagOr<0>:$align_corners,
    WordOr<"linear", ["linear", "nearest", "cubic"]>:$mode,
    WordOr<"zeros", ["zeros", "border", "reflection"]>:$padding_mode);
  let results = (outs ONNX_Tensor:$Y);
}
def ONNX_AffineGridOp : ONNX_PureOp<"AffineGrid"> {
  let summary = "The sampling grid of affine maps theta";
  let arguments = (ins ONNX_Tensor:$theta, ONNX_Tensor:$size, FlagOr<0>:$align_corners);
  let results = (outs ONNX_Tensor:$grid);
}
def ONNX_ImageDecoderOp : ONNX_PureOp<"ImageDecoder"> {
  let summary = "Decodes a compressed image";
  let arguments = (ins ONNX_Tensor:$encoded_stream,
    WordOr<"RGB", ["RGB", "BGR", "Grayscale"]>:$pixel_format);
  let results = (outs ONNX_Tensor:$image);
}

//===-- Object detection --------------------------------------------------===//
def ONNX_RoiAlignOp : ONNX_PureOp<"RoiAlign"> {
  let summary = "Pools regions of interest with bilinear samples";
  let arguments = (ins ONNX_Tensor:$X, ONNX_Tensor:$rois, ONNX_Tensor:$batch_indices,
    WordOr<"half_pixel", ["half_pixel", "output_half_pixel"]>:$coordinate_transformation_mode,
    WordOr<"avg", ["avg", "max"]>:$mode, PositiveIntOr<1>:$output_height,
    PositiveIntOr<1>:$output_width, IntOr<0>:$sampling_ratio, FloatOr<"1.0">:$spatial_scale);
  let results = (outs ONNX_Tensor:$Y);
}
def ONNX_MaxRoiPoolOp : ONNX_PureOp<"MaxRoiPool"> {
  let summary = "Maximum over a grid in each region of interest";
  let arguments = (ins ONNX_Tensor:$X, ONNX_Tensor:$rois, PositiveInts:$pooled_shape,
    FloatOr<"1.0">:$spatial_scale);
  let results = (outs ONNX_Tensor:$Y);
}
def ONNX_NonMaxSuppressionOp : ONNX_PureOp<"NonMaxSuppression"> {
  let summary = "The boxes of highest score that do not overlap too much";
  let arguments = (ins ONNX_Tensor:$boxes, ONNX_Tensor:$scores,
    ONNX_OptionalTensor:$max_output_boxes_per_class, ONNX_OptionalTensor:$iou_threshold,
    ONNX_OptionalTensor:$score_threshold, FlagOr<0>:$center_point_box);
  let results = (outs ONNX_Tensor:$selected_indices);
}

#endif
