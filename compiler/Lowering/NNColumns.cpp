// SPDX-License-Identifier: Apache-2.0
// Lowering of Col2Im: each pixel sums the columns whose blocks cover it.
#include "compiler/Lowering/Compute.h"
#include "compiler/Lowering/Lists.h"
#include "compiler/Lowering/NNWindow.h"
#include "dialects/ONNX/Tensor.h"

using namespace mlir;
using namespace cameo;
using namespace cameo::onnx;

static LoweredValues lowerCol2Im(Col2ImOp op, Lowerer &l) {
  Value x = l(op.getInput()), image = l(op.getImageShape()),
        block = l(op.getBlockShape());
  auto result = cast<RankedTensorType>(op.getOutput().getType());
  int64_t rank = result.getRank() - 2;
  auto entry = [](std::optional<ArrayRef<int64_t>> list, size_t i,
                  int64_t otherwise) {
    return list && i < list->size() ? (*list)[i] : otherwise;
  };
  if (rank < 1 || cast<RankedTensorType>(x.getType()).getRank() != 3)
    return op.emitError(
        "needs an input of rank 3 and an image of one or more dimensions");
  Sizes kernel, extents, counts;
  auto blocks = checkedInts(l, op.getBlockShape());
  for (int64_t i = 0; i < rank; ++i) {
    kernel.push_back(blocks && int64_t(blocks->size()) == rank
                         ? size(l, (*blocks)[i])
                         : extractIndex(l, block, i));
    extents.push_back(result.isDynamicDim(i + 2)
                          ? extractIndex(l, image, i)
                          : size(l, result.getDimSize(i + 2)));
    OpFoldResult window = add(l,
                              mul(l, sub(l, kernel[i], size(l, 1)),
                                  size(l, entry(op.getDilations(), i, 1))),
                              size(l, 1));
    OpFoldResult padded = add(
        l, extents[i],
        size(l, entry(op.getPads(), i, 0) + entry(op.getPads(), i + rank, 0)));
    counts.push_back(add(l,
                         floorDiv(l, sub(l, padded, window),
                                  size(l, entry(op.getStrides(), i, 1))),
                         size(l, 1)));
  }
  OpFoldResult taps = product(l, kernel);
  OpFoldResult channels = floorDiv(l, dim(l, x, 1), taps);
  checkSame(l, mul(l, channels, taps), dim(l, x, 1),
            "block_shape does not divide the columns");
  checkSame(l, product(l, counts), dim(l, x, 2),
            "the image does not fit the number of blocks");
  Sizes out = {dim(l, x, 0), channels};
  llvm::append_range(out, extents);
  out = refine(l, op.getOutput(), out);
  Type element = result.getElementType(), wide = Scalars::computeType(element);
  SmallVector<Value> kernelValues = toValues(l, kernel),
                     countValues = toValues(l, counts);
  Value tapCount = toValue(l, taps);
  Value sum = sumOver(
      l, out, taps, wide, [&](Scalars &s, ArrayRef<Scalar> at, Scalar tap) {
        SmallVector<Scalar> sizes;
        for (Value v : kernelValues)
          sizes.push_back(s(v));
        SmallVector<Scalar> k = delinearise(tap, sizes);
        Scalar covered = s.boolean(true), position = s.index(0);
        for (int64_t i = 0; i < rank; ++i) {
          int64_t stride = entry(op.getStrides(), i, 1);
          Scalar p = at[i + 2] + entry(op.getPads(), i, 0) -
                     k[i] * entry(op.getDilations(), i, 1);
          Scalar whole = p.max(0.0);
          Scalar n = indexDiv(whole, stride);
          covered = covered & (p >= 0) & indexMod(whole, stride).eq(0) &
                    (n < s(countValues[i]));
          position =
              position * s(countValues[i]) + n.min(s(countValues[i]) - 1);
        }
        Scalar v =
            s.extract(x, {at[0], at[1] * s(tapCount) + tap, position}).to(wide);
        return s.select(covered, v, s.constant(wide, 0.0));
      });
  return SmallVector<Value>{
      wide == element
          ? sum
          : elementwise(l, element, {sum}, [&](Scalars &, ArrayRef<Scalar> v) {
              return Value(v[0].to(element));
            })};
}

void cameo::registerColumnLowerings(LoweringRegistry &r) {
  r.add<Col2ImOp>(lowerCol2Im);
}
