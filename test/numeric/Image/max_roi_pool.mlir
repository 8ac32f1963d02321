// SPDX-License-Identifier: Apache-2.0
// A whole corner, a region that leaves the image, one smaller than the grid; values from ONNX Runtime.

func.func @regions(%x: tensor<2x1x5x6xf32>, %rois: tensor<3x5xf32>) -> tensor<3x1x2x3xf32> attributes {
    inputs = [dense<[[[[-30.0, 7.0, -17.0, 20.0, -4.0, -28.0], [9.0, -15.0, 22.0, -2.0, -26.0, 11.0], [-13.0, 24.0, 0.0, -24.0, 13.0, -11.0], [26.0, 2.0, -22.0, 15.0, -9.0, 28.0], [4.0, -20.0, 17.0, -7.0, 30.0, 6.0]]], [[[-18.0, 19.0, -5.0, -29.0, 8.0, -16.0], [21.0, -3.0, -27.0, 10.0, -14.0, 23.0], [-1.0, -25.0, 12.0, -12.0, 25.0, 1.0], [-23.0, 14.0, -10.0, 27.0, 3.0, -21.0], [16.0, -8.0, 29.0, 5.0, -19.0, 18.0]]]]> : tensor<2x1x5x6xf32>,
              dense<[[0.0, 0.0, 0.0, 6.0, 6.0], [1.0, 2.0, 2.0, 11.0, 9.0], [0.0, 4.0, 1.0, 5.0, 3.0]]> : tensor<3x5xf32>],
    outputs = [dense<[[[[9.0, 22.0, 22.0], [26.0, 24.0, 15.0]]], [[[14.0, 27.0, 23.0], [29.0, 27.0, 18.0]]], [[[22.0, 22.0, -2.0], [0.0, 0.0, -24.0]]]]> : tensor<3x1x2x3xf32>]} {
  %y = onnx.MaxRoiPool(%x, %rois) {pooled_shape = array<i64: 2, 3>, spatial_scale = 0.5 : f32} : (tensor<2x1x5x6xf32>, tensor<3x5xf32>) -> tensor<3x1x2x3xf32>
  return %y : tensor<3x1x2x3xf32>
}
