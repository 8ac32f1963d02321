// SPDX-License-Identifier: Apache-2.0
// Whether a result is what was expected, as ONNX's backend tests judge it.
#ifndef CAMEO_TOOLS_COMMON_COMPARE_H
#define CAMEO_TOOLS_COMMON_COMPARE_H

#include "tools/common/Tensor.h"

namespace cameo::tools {

/// |got - expected| <= atol + rtol * |expected|; NaN equals NaN; integers,
/// bools and strings must be equal.
struct Tolerance {
  double rtol = 1e-3;
  double atol = 1e-5;
  /// Multiplies atol by the largest finite magnitude of the expected tensor if
  /// that is above 1: for whole models, whose small elements carry the rounding
  /// of the large ones.
  bool scaleAtol = false;
  /// Above 0: floats are judged as a whole instead, by
  /// sqrt(sum (got - expected)^2 / sum expected^2) <= rms. For models that
  /// quantise what they compute: where a sum lies within a rounding of half a
  /// quantum, either integer is right, and what follows differs by that.
  double rms = 0;
};

struct Comparison {
  bool equal = false;
  double maxAbs = 0, maxRel = 0;
  double rms = 0;     // relative, of whole tensors; where judged by it
  std::string reason; // why not equal
};

Comparison compare(const Tensor &got, const Tensor &expected,
                   const Tolerance &tolerance);

/// For results that are drawn at random: type, shape, and that mean and
/// standard deviation are what samples of the same distribution would have.
Comparison compareStatistics(const Tensor &got, const Tensor &expected);

} // namespace cameo::tools

#endif
