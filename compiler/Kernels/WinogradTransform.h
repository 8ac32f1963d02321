// SPDX-License-Identifier: Apache-2.0
// Winograd's minimal filtering F(m, 3): m outputs of a filter of three taps
// from m + 2 products. Gives the three matrices of the method, for one
// dimension; two dimensions apply them twice.
#ifndef CAMEO_COMPILER_KERNELS_WINOGRADTRANSFORM_H
#define CAMEO_COMPILER_KERNELS_WINOGRADTRANSFORM_H

#include "dialects/Cameo/Cameo.h"

namespace cameo {

/// outputs = A^T [(G filter) * (B^T inputs)], the product taken element by
/// element.
struct WinogradTransform {
  using Matrix = llvm::SmallVector<llvm::SmallVector<double, 6>, 6>;
  int64_t outputs; ///< m: 2 or 4
  int64_t inputs;  ///< m + 2
  Matrix input;    ///< B^T, inputs x inputs
  Matrix filter;   ///< G, inputs x 3
  Matrix output;   ///< A^T, outputs x inputs

  /// `outputs` is 2 or 4. Rows (columns of `output`) 1 and 2, 3 and 4 belong to
  /// points p and -p.
  static WinogradTransform get(int64_t outputs);
};

/// A 3x3 nchwc convolution of stride 1 and one group that carries the attribute
/// cameo.winograd = t (2 or 4) computes t x t outputs at a time. Its filter is
/// transformed already: [M/p, (t + 2)^2, C, p], p a multiple of the block of
/// outputs. 0: it has no such attribute.
int64_t winogradTile(ConvOp conv);
void setWinogradTile(ConvOp conv, int64_t tile);

} // namespace cameo

#endif
