// SPDX-License-Identifier: Apache-2.0
// Runs that are refused: what the shapes and values of the inputs break.

func.func @roi_columns(%a0: tensor<1x1x4x4xf32>, %a1: tensor<2x?xf32>, %a2: tensor<2xi64>) -> tensor<2x1x1x1xf32> attributes {
    inputs = [dense<1.0> : tensor<1x1x4x4xf32>, dense<1.0> : tensor<2x5xf32>, dense<0> : tensor<2xi64>],
    error = "rois must have four columns"} {
  %y = onnx.RoiAlign(%a0, %a1, %a2) : (tensor<1x1x4x4xf32>, tensor<2x?xf32>, tensor<2xi64>) -> tensor<2x1x1x1xf32>
  return %y : tensor<2x1x1x1xf32>
}

func.func @roi_batches(%a0: tensor<1x1x4x4xf32>, %a1: tensor<?x4xf32>, %a2: tensor<?xi64>) -> tensor<?x1x1x1xf32> attributes {
    inputs = [dense<1.0> : tensor<1x1x4x4xf32>, dense<1.0> : tensor<2x4xf32>, dense<0> : tensor<3xi64>],
    error = "batch_indices do not match the rois"} {
  %y = onnx.RoiAlign(%a0, %a1, %a2) : (tensor<1x1x4x4xf32>, tensor<?x4xf32>, tensor<?xi64>) -> tensor<?x1x1x1xf32>
  return %y : tensor<?x1x1x1xf32>
}

func.func @pool_roi_columns(%a0: tensor<1x1x4x4xf32>, %a1: tensor<2x?xf32>) -> tensor<2x1x1x1xf32> attributes {
    inputs = [dense<1.0> : tensor<1x1x4x4xf32>, dense<1.0> : tensor<2x4xf32>],
    error = "rois must have five columns"} {
  %y = onnx.MaxRoiPool(%a0, %a1) {pooled_shape = array<i64: 1, 1>} : (tensor<1x1x4x4xf32>, tensor<2x?xf32>) -> tensor<2x1x1x1xf32>
  return %y : tensor<2x1x1x1xf32>
}

func.func @boxes_batch(%a0: tensor<?x3x4xf32>, %a1: tensor<?x1x3xf32>) -> tensor<?x3xi64> attributes {
    inputs = [dense<1.0> : tensor<2x3x4xf32>, dense<1.0> : tensor<1x1x3xf32>],
    error = "boxes and scores differ in batch size"} {
  %none = onnx.None() : () -> none
  %y = onnx.NonMaxSuppression(%a0, %a1, %none, %none, %none) : (tensor<?x3x4xf32>, tensor<?x1x3xf32>, none, none, none) -> tensor<?x3xi64>
  return %y : tensor<?x3xi64>
}

func.func @boxes_number(%a0: tensor<1x?x4xf32>, %a1: tensor<1x1x?xf32>) -> tensor<?x3xi64> attributes {
    inputs = [dense<1.0> : tensor<1x3x4xf32>, dense<1.0> : tensor<1x1x2xf32>],
    error = "boxes and scores differ in number"} {
  %none = onnx.None() : () -> none
  %y = onnx.NonMaxSuppression(%a0, %a1, %none, %none, %none) : (tensor<1x?x4xf32>, tensor<1x1x?xf32>, none, none, none) -> tensor<?x3xi64>
  return %y : tensor<?x3xi64>
}

func.func @boxes_columns(%a0: tensor<1x3x?xf32>, %a1: tensor<1x1x3xf32>) -> tensor<?x3xi64> attributes {
    inputs = [dense<1.0> : tensor<1x3x5xf32>, dense<1.0> : tensor<1x1x3xf32>],
    error = "boxes must have four columns"} {
  %none = onnx.None() : () -> none
  %y = onnx.NonMaxSuppression(%a0, %a1, %none, %none, %none) : (tensor<1x3x?xf32>, tensor<1x1x3xf32>, none, none, none) -> tensor<?x3xi64>
  return %y : tensor<?x3xi64>
}

func.func @resize_axes(%a0: tensor<1x1x2x2xf32>, %a1: tensor<?xf32>) -> tensor<1x1x?x?xf32> attributes {
    inputs = [dense<1.0> : tensor<1x1x2x2xf32>, dense<1.0> : tensor<3xf32>],
    error = "scales or sizes do not match the axes"} {
  %none = onnx.None() : () -> none
  %y = onnx.Resize(%a0, %none, %a1, %none) : (tensor<1x1x2x2xf32>, none, tensor<?xf32>, none) -> tensor<1x1x?x?xf32>
  return %y : tensor<1x1x?x?xf32>
}

func.func @grid_width(%a0: tensor<1x1x4x4xf32>, %a1: tensor<1x2x2x?xf32>) -> tensor<1x1x2x2xf32> attributes {
    inputs = [dense<1.0> : tensor<1x1x4x4xf32>, dense<1.0> : tensor<1x2x2x3xf32>],
    error = "grid's last dimension is not the number of spatial dimensions"} {
  %y = onnx.GridSample(%a0, %a1) : (tensor<1x1x4x4xf32>, tensor<1x2x2x?xf32>) -> tensor<1x1x2x2xf32>
  return %y : tensor<1x1x2x2xf32>
}

func.func @grid_batch(%a0: tensor<?x1x4x4xf32>, %a1: tensor<?x2x2x2xf32>) -> tensor<?x1x2x2xf32> attributes {
    inputs = [dense<1.0> : tensor<1x1x4x4xf32>, dense<1.0> : tensor<2x2x2x2xf32>],
    error = "grid has another batch size"} {
  %y = onnx.GridSample(%a0, %a1) : (tensor<?x1x4x4xf32>, tensor<?x2x2x2xf32>) -> tensor<?x1x2x2xf32>
  return %y : tensor<?x1x2x2xf32>
}

func.func @theta(%a0: tensor<2x?x3xf32>, %a1: tensor<4xi64>) -> tensor<?x?x?x2xf32> attributes {
    inputs = [dense<1.0> : tensor<2x3x3xf32>, dense<[1, 1, 2, 2]> : tensor<4xi64>],
    error = "theta does not match size"} {
  %y = onnx.AffineGrid(%a0, %a1) : (tensor<2x?x3xf32>, tensor<4xi64>) -> tensor<?x?x?x2xf32>
  return %y : tensor<?x?x?x2xf32>
}

func.func @decode_none(%a0: tensor<?xui8>) -> tensor<?x?x3xui8> attributes {
    inputs = [dense<[104, 101, 108, 108, 111]> : tensor<5xui8>],
    error = "the format is none of JPEG, PNG, TIFF, WebP, JPEG 2000, BMP and PNM"} {
  %y = onnx.ImageDecoder(%a0) : (tensor<?xui8>) -> tensor<?x?x3xui8>
  return %y : tensor<?x?x3xui8>
}

func.func @decode_jpeg(%a0: tensor<?xui8>) -> tensor<?x?x3xui8> attributes {
    inputs = [dense<[255, 216, 255, 224, 103, 97, 114, 98, 97, 103, 101]> : tensor<11xui8>],
    error = "the JPEG file is damaged"} {
  %y = onnx.ImageDecoder(%a0) : (tensor<?xui8>) -> tensor<?x?x3xui8>
  return %y : tensor<?x?x3xui8>
}

func.func @decode_png(%a0: tensor<?xui8>) -> tensor<?x?x3xui8> attributes {
    inputs = [dense<[137, 80, 78, 71, 13, 10, 26, 10, 103, 97, 114, 98, 97, 103, 101]> : tensor<15xui8>],
    error = "the PNG file is damaged"} {
  %y = onnx.ImageDecoder(%a0) : (tensor<?xui8>) -> tensor<?x?x3xui8>
  return %y : tensor<?x?x3xui8>
}

func.func @decode_jpeg2000(%a0: tensor<?xui8>) -> tensor<?x?x3xui8> attributes {
    inputs = [dense<[0, 0, 0, 12, 106, 80, 32, 32, 13, 10, 135, 10, 103, 97, 114, 98, 97, 103, 101]> : tensor<19xui8>],
    error = "the JPEG 2000 file is damaged"} {
  %y = onnx.ImageDecoder(%a0) : (tensor<?xui8>) -> tensor<?x?x3xui8>
  return %y : tensor<?x?x3xui8>
}

func.func @decode_webp(%a0: tensor<?xui8>) -> tensor<?x?x3xui8> attributes {
    inputs = [dense<[82, 73, 70, 70, 16, 0, 0, 0, 87, 69, 66, 80, 103, 97, 114, 98, 97, 103, 101, 33]> : tensor<20xui8>],
    error = "the WebP file is damaged"} {
  %y = onnx.ImageDecoder(%a0) : (tensor<?xui8>) -> tensor<?x?x3xui8>
  return %y : tensor<?x?x3xui8>
}

func.func @decode_webp_animation(%a0: tensor<?xui8>) -> tensor<?x?x3xui8> attributes {
    inputs = [dense<[82, 73, 70, 70, 22, 0, 0, 0, 87, 69, 66, 80, 86, 80, 56, 88, 10, 0, 0, 0, 2, 0, 0, 0, 3, 0, 0, 3, 0, 0]> : tensor<30xui8>],
    error = "the WebP file is damaged or an animation"} {
  %y = onnx.ImageDecoder(%a0) : (tensor<?xui8>) -> tensor<?x?x3xui8>
  return %y : tensor<?x?x3xui8>
}

func.func @decode_pnm(%a0: tensor<?xui8>) -> tensor<?x?x3xui8> attributes {
    inputs = [dense<[80, 54, 32, 116, 119, 111]> : tensor<6xui8>],
    error = "the PNM file is damaged"} {
  %y = onnx.ImageDecoder(%a0) : (tensor<?xui8>) -> tensor<?x?x3xui8>
  return %y : tensor<?x?x3xui8>
}

func.func @decode_pnm_short(%a0: tensor<?xui8>) -> tensor<?x?x3xui8> attributes {
    inputs = [dense<[80, 54, 32, 49, 48, 48, 48, 32, 49, 48, 48, 48, 32, 50, 53, 53, 10]> : tensor<17xui8>],
    error = "the PNM file is damaged"} {
  %y = onnx.ImageDecoder(%a0) : (tensor<?xui8>) -> tensor<?x?x3xui8>
  return %y : tensor<?x?x3xui8>
}

func.func @decode_bmp(%a0: tensor<?xui8>) -> tensor<?x?x3xui8> attributes {
    inputs = [dense<[66, 77, 32, 115, 104, 111, 114, 116]> : tensor<8xui8>],
    error = "the BMP file is damaged"} {
  %y = onnx.ImageDecoder(%a0) : (tensor<?xui8>) -> tensor<?x?x3xui8>
  return %y : tensor<?x?x3xui8>
}

func.func @decode_bmp_kind(%a0: tensor<?xui8>) -> tensor<?x?x3xui8> attributes {
    inputs = [dense<[66, 77, 54, 0, 0, 0, 0, 0, 0, 0, 54, 0, 0, 0, 40, 0, 0, 0, 1, 0, 0, 0, 1, 0, 0, 0, 1, 0, 7, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0]> : tensor<54xui8>],
    error = "the BMP file's kind is not supported"} {
  %y = onnx.ImageDecoder(%a0) : (tensor<?xui8>) -> tensor<?x?x3xui8>
  return %y : tensor<?x?x3xui8>
}

func.func @decode_bmp_size(%a0: tensor<?xui8>) -> tensor<?x?x3xui8> attributes {
    inputs = [dense<[66, 77, 54, 0, 0, 0, 0, 0, 0, 0, 54, 0, 0, 0, 40, 0, 0, 0, 0, 0, 0, 0, 1, 0, 0, 0, 1, 0, 8, 0, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0]> : tensor<54xui8>],
    error = "the image's size is not supported"} {
  %y = onnx.ImageDecoder(%a0) : (tensor<?xui8>) -> tensor<?x?x3xui8>
  return %y : tensor<?x?x3xui8>
}

func.func @decode_tiff(%a0: tensor<?xui8>) -> tensor<?x?x3xui8> attributes {
    inputs = [dense<[73, 73, 42, 0, 255, 255, 255, 255]> : tensor<8xui8>],
    error = "the TIFF file is damaged"} {
  %y = onnx.ImageDecoder(%a0) : (tensor<?xui8>) -> tensor<?x?x3xui8>
  return %y : tensor<?x?x3xui8>
}

func.func @decode_tiff_kind(%a0: tensor<?xui8>) -> tensor<?x?x3xui8> attributes {
    inputs = [dense<[73, 73, 42, 0, 8, 0, 0, 0, 8, 0, 0, 1, 3, 0, 1, 0, 0, 0, 2, 0, 0, 0, 1, 1, 3, 0, 1, 0, 0, 0, 2, 0, 0, 0, 2, 1, 3, 0, 1, 0, 0, 0, 8, 0, 0, 0, 3, 1, 3, 0, 1, 0, 0, 0, 1, 0, 0, 0, 6, 1, 3, 0, 1, 0, 0, 0, 15, 39, 0, 0, 17, 1, 4, 0, 1, 0, 0, 0, 8, 0, 0, 0, 21, 1, 3, 0, 1, 0, 0, 0, 1, 0, 0, 0, 23, 1, 4, 0, 1, 0, 0, 0, 4, 0, 0, 0, 0, 0, 0, 0]> : tensor<110xui8>],
    error = "the TIFF file is damaged or of a kind that is not supported"} {
  %y = onnx.ImageDecoder(%a0) : (tensor<?xui8>) -> tensor<?x?x3xui8>
  return %y : tensor<?x?x3xui8>
}

func.func @empty_image(%a0: tensor<1x1x3x?xf32>, %a1: tensor<1x2x2x2xf32>) -> tensor<1x1x2x2xf32> attributes {
    inputs = [dense<> : tensor<1x1x3x0xf32>, dense<1.0> : tensor<1x2x2x2xf32>],
    error = "indexes an empty dimension"} {
  %y = onnx.GridSample(%a0, %a1) {mode = "cubic"} : (tensor<1x1x3x?xf32>, tensor<1x2x2x2xf32>) -> tensor<1x1x2x2xf32>
  return %y : tensor<1x1x2x2xf32>
}

func.func @align_empty_image(%a0: tensor<1x1x4x?xf32>, %a1: tensor<2x4xf32>, %a2: tensor<2xi64>) -> tensor<2x1x1x1xf32> attributes {
    inputs = [dense<> : tensor<1x1x4x0xf32>, dense<1.0> : tensor<2x4xf32>, dense<0> : tensor<2xi64>],
    error = "indexes an empty dimension"} {
  %y = onnx.RoiAlign(%a0, %a1, %a2) : (tensor<1x1x4x?xf32>, tensor<2x4xf32>, tensor<2xi64>) -> tensor<2x1x1x1xf32>
  return %y : tensor<2x1x1x1xf32>
}

func.func @align_empty_batch(%a0: tensor<?x1x4x4xf32>, %a1: tensor<2x4xf32>, %a2: tensor<2xi64>) -> tensor<2x1x1x1xf32> attributes {
    inputs = [dense<> : tensor<0x1x4x4xf32>, dense<1.0> : tensor<2x4xf32>, dense<0> : tensor<2xi64>],
    error = "indexes an empty dimension"} {
  %y = onnx.RoiAlign(%a0, %a1, %a2) : (tensor<?x1x4x4xf32>, tensor<2x4xf32>, tensor<2xi64>) -> tensor<2x1x1x1xf32>
  return %y : tensor<2x1x1x1xf32>
}

func.func @pool_empty_batch(%a0: tensor<?x1x4x4xf32>, %a1: tensor<2x5xf32>) -> tensor<2x1x1x1xf32> attributes {
    inputs = [dense<> : tensor<0x1x4x4xf32>, dense<0.0> : tensor<2x5xf32>],
    error = "indexes an empty dimension"} {
  %y = onnx.MaxRoiPool(%a0, %a1) {pooled_shape = array<i64: 1, 1>} : (tensor<?x1x4x4xf32>, tensor<2x5xf32>) -> tensor<2x1x1x1xf32>
  return %y : tensor<2x1x1x1xf32>
}

func.func @resize_empty_image(%a0: tensor<1x1x3x?xf32>, %s: tensor<4xi64>) -> tensor<?x?x?x?xf32> attributes {
    inputs = [dense<> : tensor<1x1x3x0xf32>, dense<[1,1,2,2]> : tensor<4xi64>],
    error = "indexes an empty dimension"} {
  %none = onnx.None() : () -> none
  %y = onnx.Resize(%a0, %none, %none, %s) {mode = "cubic"} : (tensor<1x1x3x?xf32>, none, none, tensor<4xi64>) -> tensor<?x?x?x?xf32>
  return %y : tensor<?x?x?x?xf32>
}
