// SPDX-License-Identifier: Apache-2.0
// The pass cameo-annotate-costs: writes on each launch of static shapes how
// many floating-point operations it takes (`flops`) and how many bytes it reads
// and writes (`bytes`), for profiles. A fused multiply-add counts as two, a byte
// that is read often as one.
#include "compiler/Kernels/Contraction.h"
#include "compiler/Kernels/Passes.h"
#include "compiler/Kernels/WinogradTransform.h"
#include "dialects/Cameo/CameoBFloat.h"
#include "mlir/Dialect/Linalg/IR/Linalg.h"
#include "mlir/Dialect/Math/IR/Math.h"
#include "mlir/Dialect/Tensor/IR/Tensor.h"

using namespace mlir;

namespace cameo {
#define GEN_PASS_DEF_ANNOTATECOSTS
#include "compiler/Kernels/Passes.h.inc"

namespace {
double product(ArrayRef<int64_t> sizes) {
  double n = 1;
  for (int64_t d : sizes)
    n *= d;
  return n;
}

/// Of one run of a region's operations.
double bodyFlops(Region &region) {
  double n = 0;
  region.walk([&](Operation *op) {
    if (op->getNumResults() != 1 || !isa<FloatType>(op->getResult(0).getType()))
      return;
    if (isa<math::FmaOp>(op))
      n += 2;
    else if (isa<Dot2Op>(op))
      n += 4;
    else if (isa<math::MathDialect>(op->getDialect()) ||
             isa<arith::AddFOp, arith::SubFOp, arith::MulFOp, arith::DivFOp,
                 arith::MaximumFOp, arith::MinimumFOp, arith::MaxNumFOp,
                 arith::MinNumFOp, arith::NegFOp, arith::RemFOp>(op))
      n += 1;
  });
  return n;
}

/// Negative if a size is not known.
double flops(KernelOp kernel) {
  double total = 0;
  bool known = true;
  auto whole = [&](Type type) {
    auto shaped = dyn_cast<ShapedType>(type);
    known &= !shaped || shaped.hasStaticShape();
    return known && shaped ? product(shaped.getShape()) : 1.0;
  };
  for (Operation &op : kernel.getBody().front()) {
    if (auto loops = dyn_cast<linalg::LinalgOp>(op)) {
      SmallVector<int64_t> ranges = loops.getStaticLoopRanges();
      known &= !llvm::is_contained(ranges, ShapedType::kDynamic);
      // Dequantising weights is no arithmetic of the product.
      auto generic = dyn_cast<linalg::GenericOp>(op);
      FailureOr<Contraction> c = failure();
      if (generic && generic.getNumDpsInputs() > 2)
        c = Contraction::match(generic);
      if (known)
        total += product(ranges) *
                 (succeeded(c) && c->blocks ? 2 : bodyFlops(op.getRegion(0)));
    } else if (auto conv = dyn_cast<ConvOp>(op)) {
      // Each output is a sum over the filter of its channel.
      double outputs = whole(conv.getResult().getType());
      double filter = whole(conv.getFilter().getType());
      ArrayRef<int64_t> shape =
          cast<ShapedType>(conv.getResult().getType()).getShape();
      bool blocked = conv.getLayout() == Layout::NCHWc;
      double channels =
          blocked ? double(shape[1]) * shape.back() : double(shape[1]);
      // Of the filter as the model has it.
      if (int64_t tile = winogradTile(conv))
        filter *= 9.0 / double((tile + 2) * (tile + 2));
      if (known && channels > 0)
        total += 2 * outputs * filter / channels;
    } else if (auto conv = dyn_cast<ConvTransposeOp>(op)) {
      // Each input goes to the outputs that the filter of its channel reaches.
      double inputs = whole(conv.getInput().getType());
      double filter = whole(conv.getFilter().getType());
      ArrayRef<int64_t> shape =
          cast<ShapedType>(conv.getInput().getType()).getShape();
      double channels = conv.getLayout() == Layout::NCHWc
                            ? double(shape[1]) * shape.back()
                            : double(shape[1]);
      if (known && channels > 0)
        total += 2 * inputs * filter / channels;
    } else if (auto layer = dyn_cast<RecurrenceOp>(op)) {
      // Of each unit in each row and step: its products and its gates.
      ArrayRef<int64_t> shape =
          cast<ShapedType>(layer.getOuts()[0].getType()).getShape();
      known &= !llvm::is_contained(shape, ShapedType::kDynamic);
      for (auto [i, region] : llvm::enumerate(layer.getStages()))
        if (known)
          total += product(shape) *
                   (2.0 * layer.getNumProducts(i) * layer.getHidden() +
                    bodyFlops(region));
    } else if (auto pool = dyn_cast<PoolOp>(op)) {
      total += whole(pool.getResult().getType()) * product(pool.getKernel());
    }
  }
  return known ? total : -1;
}

/// Elements at most that a kernel reads of an argument which it only looks
/// elements up in; negative if it does more with it, or does not say how often.
double lookups(BlockArgument argument) {
  double n = 0;
  for (Operation *user : argument.getUsers()) {
    auto loop = user->getParentOfType<linalg::LinalgOp>();
    if (!isa<tensor::ExtractOp>(user) || !loop)
      return -1;
    SmallVector<int64_t> ranges = loop.getStaticLoopRanges();
    if (llvm::is_contained(ranges, ShapedType::kDynamic))
      return -1;
    n += product(ranges);
  }
  return n;
}

double bytes(Type element) {
  if (auto complex = dyn_cast<ComplexType>(element))
    return 2 * bytes(complex.getElementType());
  if (element.isInteger(1))
    return 1;
  return element.isIntOrFloat() ? element.getIntOrFloatBitWidth() / 8.0 : 8;
}

/// Negative if a size is not known.
double bytes(KernelOp kernel) {
  double total = 0;
  Block &body = kernel.getBody().front();
  unsigned inputs = body.getNumArguments() - kernel.getNumOuts();
  for (BlockArgument argument : body.getArguments()) {
    auto type = dyn_cast<RankedTensorType>(argument.getType());
    if (!type)
      continue;
    if (!type.hasStaticShape())
      return -1;
    double elements = product(type.getShape());
    bool written = argument.getArgNumber() >= inputs;
    if (double some = lookups(argument); some >= 0 && !written)
      elements = std::min(elements, some);
    // Of a destination that keeps the rest.
    for (Operation *user : argument.getUsers())
      if (auto insert = dyn_cast<tensor::InsertSliceOp>(user);
          insert && written)
        elements = product(insert.getSourceType().getShape());
    total += elements * bytes(type.getElementType());
  }
  return total;
}

struct AnnotateCosts : impl::AnnotateCostsBase<AnnotateCosts> {
  void runOnOperation() override {
    llvm::StringMap<std::pair<double, double>> costs;
    for (auto kernel : getOperation().getOps<KernelOp>())
      costs[kernel.getSymName()] = {flops(kernel), bytes(kernel)};
    Builder b(&getContext());
    getOperation().walk([&](LaunchOp launch) {
      auto it = costs.find(launch.getCallee());
      if (it == costs.end())
        return;
      launch->setAttr("flops", b.getF64FloatAttr(it->second.first));
      launch->setAttr("bytes", b.getF64FloatAttr(it->second.second));
    });
  }
};
} // namespace
} // namespace cameo
