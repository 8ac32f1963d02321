// SPDX-License-Identifier: Apache-2.0
// Which products code generation may fuse with the sum behind them.
#ifndef CAMEO_COMPILER_EMIT_CONTRACTION_H
#define CAMEO_COMPILER_EMIT_CONTRACTION_H

namespace llvm {
class Module;
}

namespace cameo {

/// Allows fused multiply-adds but for products of numbers that were integers:
/// a dequantised value is rounded before anything is added to it, as in an
/// interpreter that computes one operator after the other. Without that, a sum
/// near half a quantum is quantised to another integer there and here, and
/// models that quantise again and again drift apart.
void allowContraction(llvm::Module &module);

} // namespace cameo

#endif
