// SPDX-License-Identifier: Apache-2.0
// Which kernels a GPU can run: those that need no function of the C library.
#include "compiler/GPU/ScalarMath.h"
#include "compiler/GPU/Strategy.h"
#include "mlir/Dialect/Affine/IR/AffineOps.h"
#include "mlir/Dialect/Complex/IR/Complex.h"
#include "mlir/Dialect/Linalg/IR/Linalg.h"
#include "mlir/Dialect/Math/IR/Math.h"

using namespace mlir;
using namespace cameo;

/// What chips have as instructions, for every float type.
static bool isInstruction(Operation *op) {
  return isa<math::AbsFOp, math::AbsIOp, math::CeilOp, math::FloorOp,
             math::TruncOp, math::RoundOp, math::RoundEvenOp, math::SqrtOp,
             math::FmaOp, math::CopySignOp, math::CountLeadingZerosOp,
             math::CountTrailingZerosOp, math::CtPopOp, math::IsNaNOp,
             math::IsInfOp, math::IsFiniteOp, math::IsNormalOp>(op);
}

/// What cameo-expand-math makes arithmetic of, on scalars of at most 32 bits.
static bool isExpanded(Operation *op) {
  Type type = op->getOperand(0).getType();
  if (!type.isF32() && !type.isF16() && !type.isBF16())
    return false;
  return isa<math::ExpOp, math::Exp2Op, math::ExpM1Op, math::LogOp,
             math::Log2Op, math::Log10Op, math::Log1pOp, math::TanhOp,
             math::ErfOp, math::RsqrtOp>(op);
}

/// What the strategies know how to evaluate.
static bool isKnown(Operation *op) {
  return isa<linalg::GenericOp, linalg::FillOp, ConvOp, ConvTransposeOp, PoolOp,
             RecurrenceOp, ComputeOp, cameo::ReturnOp>(op) ||
         isa<tensor::TensorDialect, arith::ArithDialect, affine::AffineDialect,
             math::MathDialect>(op->getDialect());
}

bool cameo::runsOnDevice(KernelOp kernel) {
  if (!llvm::all_of(kernel.getBody().front(),
                    [](Operation &op) { return isKnown(&op); }))
    return false;
  return !kernel
              ->walk([&](Operation *op) {
                bool ok = true;
                if (isa<math::MathDialect>(op->getDialect()))
                  ok = isInstruction(op) || isExpanded(op) || isScalarMath(op);
                else if (isa<complex::ComplexDialect>(op->getDialect()))
                  ok = isa<complex::AddOp, complex::SubOp, complex::MulOp,
                           complex::NegOp, complex::ReOp, complex::ImOp,
                           complex::CreateOp, complex::ConstantOp,
                           complex::DivOp, complex::EqualOp,
                           complex::NotEqualOp>(op);
                // Its expansion for GPUs loses digits where the quotient is
                // large.
                else if (isa<arith::RemFOp>(op))
                  ok = false;
                return ok ? WalkResult::advance() : WalkResult::interrupt();
              })
              .wasInterrupted();
}
