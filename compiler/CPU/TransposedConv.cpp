// SPDX-License-Identifier: Apache-2.0
// Transposed convolution as a gather; see TransposedConv.h.
#include "compiler/CPU/TransposedConv.h"

using namespace mlir;
using namespace cameo;

bool cameo::isEmittableTransposedConv(ConvTransposeOp conv) {
  auto input = cast<RankedTensorType>(conv.getInput().getType());
  auto filter = cast<RankedTensorType>(conv.getFilter().getType());
  auto out = cast<RankedTensorType>(conv.getOut().getType());
  int64_t rank = conv.getSpatialRank() + 2;
  return conv.getLayout() == Layout::NCHW && input.getRank() == rank &&
         filter.getRank() == rank && out.getRank() == rank &&
         filter.hasStaticShape() && conv.getGroups() > 0 &&
         filter.getDimSize(0) % conv.getGroups() == 0 &&
         isa<FloatType, IntegerType>(out.getElementType()) &&
         input.getElementType() == out.getElementType() &&
         filter.getElementType() == out.getElementType();
}

TransposedConvEmitter::TransposedConvEmitter(ConvTransposeOp conv,
                                             KernelEmitter &e)
    : conv(conv), e(e), rank(conv.getSpatialRank()) {
  auto filter = cast<RankedTensorType>(conv.getFilter().getType());
  kernel.assign(filter.getShape().begin() + 2, filter.getShape().end());
  inPerGroup = e.index(filter.getDimSize(0) / conv.getGroups());
  outPerGroup = e.index(filter.getDimSize(1));
  inputSizes = e.dims(conv.getInput());
  outputSizes = e.dims(conv.getOut());
}

SmallVector<Value> TransposedConvEmitter::units() {
  SmallVector<Value> counts(outputSizes);
  counts.pop_back();
  return counts;
}

Value TransposedConvEmitter::unitCost() {
  int64_t taps = 1;
  for (auto [k, s] : llvm::zip(kernel, conv.getStrides()))
    taps *= llvm::divideCeil(k, s);
  return e.mul(e.mul(outputSizes.back(), inPerGroup), e.index(taps));
}

LogicalResult TransposedConvEmitter::emit() {
  input = flatBuffer(e, conv.getInput());
  filter = flatBuffer(e, conv.getFilter());
  if (!input || !filter) {
    e.error(conv) << "a convolution's operands must be in memory";
    return failure();
  }
  inputStrides = rowMajor(e, inputSizes);
  filterStrides = rowMajor(e, e.dims(conv.getFilter()));
  Type element = getElementTypeOrSelf(conv.getOut().getType());
  Type sum = isa<FloatType>(element) && element.getIntOrFloatBitWidth() < 32
                 ? e.b.getF32Type()
                 : element;
  bool failed = false;
  SmallVector<Value> counts = units();
  e.forLoop(e.begin, e.end, e.index(1), [&](Value unit) {
    SmallVector<Value> at = e.delinearize(unit, counts);
    Value group = divide(e, at[1], outPerGroup),
          channel = remainder(e, at[1], outPerGroup);
    Value firstIn = e.mul(group, inPerGroup);
    Value inputBase =
        e.add(e.mul(at[0], inputStrides[0]), e.mul(firstIn, inputStrides[1]));
    Value filterBase = e.add(e.mul(firstIn, filterStrides[0]),
                             e.mul(channel, filterStrides[1]));
    e.forLoop(e.index(0), outputSizes.back(), e.index(1), [&](Value x) {
      SmallVector<Value> output(at);
      output.push_back(x);
      Value zero = arith::ConstantOp::create(e.b, sum, e.b.getZeroAttr(sum));
      Value acc = overTaps(0, ValueRange(output).drop_front(2), inputBase,
                           filterBase, zero);
      if (llvm::failed(e.storeResults(conv.getResult(), output,
                                      output.size() - 1, 1,
                                      convertFloat(e, acc, element))))
        failed = true;
    });
  });
  return failure(failed || e.hadError);
}

Value TransposedConvEmitter::overTaps(unsigned d, ValueRange output,
                                      Value inputAt, Value filterAt,
                                      Value acc) {
  if (d == rank) {
    Type sum = acc.getType();
    return e.forLoop(
        e.index(0), inPerGroup, e.index(1), acc, [&](Value c, ValueRange args) {
          Value x =
              loadScalar(e, input, e.add(inputAt, e.mul(c, inputStrides[1])));
          Value w = loadScalar(e, filter,
                               e.add(filterAt, e.mul(c, filterStrides[0])));
          x = convertFloat(e, x, sum);
          w = convertFloat(e, w, sum);
          if (!isa<FloatType>(sum))
            return SmallVector<Value>{arith::AddIOp::create(
                e.b, args[0], arith::MulIOp::create(e.b, x, w))};
          return SmallVector<Value>{arith::AddFOp::create(
              e.b, args[0], arith::MulFOp::create(e.b, x, w))};
        })[0];
  }
  int64_t stride = conv.getStrides()[d], dilation = conv.getDilations()[d];
  // The output at o gets tap t of the input at i where i * stride - before + t
  // * dilation = o.
  Value origin = e.add(output[d], e.index(conv.getPads()[d]));
  Value by = e.index(stride);
  // Neighbouring taps that reach one output are `stride` apart where taps are
  // not dilated.
  Value from = dilation == 1 ? remainder(e, origin, by) : e.index(0);
  Value step = dilation == 1 ? by : e.index(1);
  return e.forLoop(
      from, e.index(kernel[d]), step, acc, [&](Value tap, ValueRange args) {
        Value rest = e.sub(origin, e.mul(tap, e.index(dilation)));
        Value i = e.b.createOrFold<arith::DivSIOp>(rest, by);
        auto is = [&](arith::CmpIPredicate p, Value x, Value y) {
          return arith::CmpIOp::create(e.b, p, x, y).getResult();
        };
        Value reaches = arith::AndIOp::create(
            e.b, is(arith::CmpIPredicate::sge, rest, e.index(0)),
            less(e, i, inputSizes[2 + d]));
        if (dilation != 1)
          reaches = arith::AndIOp::create(
              e.b, reaches, is(arith::CmpIPredicate::eq, e.mul(i, by), rest));
        auto branch = scf::IfOp::create(e.b, acc.getType(), reaches,
                                        /*withElseRegion=*/true);
        OpBuilder::InsertionGuard guard(e.b);
        e.b.setInsertionPointToEnd(branch.elseBlock());
        scf::YieldOp::create(e.b, args[0]);
        e.b.setInsertionPointToEnd(branch.thenBlock());
        Value sum = overTaps(
            d + 1, output, e.add(inputAt, e.mul(i, inputStrides[2 + d])),
            e.add(filterAt, e.mul(tap, filterStrides[2 + d])), args[0]);
        scf::YieldOp::create(e.b, sum);
        return SmallVector<Value>{branch.getResult(0)};
      })[0];
}
