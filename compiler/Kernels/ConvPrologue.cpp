// SPDX-License-Identifier: Apache-2.0
// Which convolutions compute their input; see ConvPrologue.h.
#include "compiler/Kernels/ConvPrologue.h"
#include "compiler/Kernels/PointwiseRoot.h"
#include "compiler/Kernels/WinogradTransform.h"
#include "mlir/Analysis/SliceAnalysis.h"

using namespace mlir;
using namespace cameo;

bool cameo::canComputeInput(ConvOp conv) {
  auto input = cast<RankedTensorType>(conv.getInput().getType());
  auto filter = cast<RankedTensorType>(conv.getFilter().getType());
  auto out = cast<RankedTensorType>(conv.getOut().getType());
  int64_t rank = conv.getSpatialRank();
  auto are = [](ArrayRef<int64_t> list, int64_t v) {
    return llvm::all_of(list, [&](int64_t x) { return x == v; });
  };
  return conv.getLayout() == Layout::NCHWc && conv.getGroups() == 1 &&
         !winogradTile(conv) && !conv->hasAttr("cameo.bytes") &&
         input.getRank() == rank + 3 && filter.getRank() == rank + 4 &&
         input.getElementType().isF32() && filter.getElementType().isF32() &&
         out.getElementType().isF32() && filter.hasStaticShape() &&
         are(filter.getShape().slice(2, rank), 1) && are(conv.getPads(), 0) &&
         !ShapedType::isDynamicShape(input.getShape().drop_front()) &&
         !ShapedType::isDynamicShape(out.getShape().drop_front()) &&
         filter.getDimSize(1) == input.getDimSize(1) &&
         filter.getShape().end()[-2] == input.getShape().back();
}

llvm::SetVector<Operation *> cameo::prologueOf(ConvOp conv) {
  llvm::SetVector<Operation *> slice;
  if (isInMemory(conv.getInput()))
    return slice;
  BackwardSliceOptions options;
  options.omitBlockArguments = true;
  options.inclusive = true;
  options.filter = [&](Operation *op) {
    return op->getBlock() == conv->getBlock();
  };
  (void)getBackwardSlice(conv.getInput(), &slice, options);
  return slice;
}
