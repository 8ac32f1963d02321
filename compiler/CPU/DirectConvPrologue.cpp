// SPDX-License-Identifier: Apache-2.0
// Pointwise convolutions that compute their input: the rows of a unit, for all
// channels, into memory of the worker, which the panels of filters that follow
// read as they would read the tensor. What the panels read then lies in a near
// cache, and nothing was stored for the whole image.
#include "compiler/CPU/ConcatParts.h"
#include "compiler/CPU/DirectConv.h"
#include "compiler/Kernels/PointwiseRoot.h"
#include "mlir/Dialect/LLVMIR/LLVMDialect.h"

using namespace mlir;
using namespace cameo;

/// Tensors of a pixel for each pixel of the input that are asked for ahead of
/// time.
static constexpr int64_t mostSources = 2;
/// Pixels that are computed without a loop. Of concatenations each part has code
/// of its own, which would be eight times as long: densenet121 took 14 s to
/// compile, not 9, and ran 0.5 % faster.
static constexpr int64_t mostPixels = 8;

/// From here on the window reads pixels that are numbered like its outputs.
void DirectConvEmitter::readComputedPixels() {
  steps = window.strides;
  window.strides.assign(window.rank(), 1);
  window.dilations.assign(window.rank(), 1);
  window.in = window.out;
  window.inStatic = window.outStatic;
}

/// Whether the rows of a unit, which may be pieces of the image's lines or several
/// of them, are whole lines together.
bool DirectConvEmitter::hasWholeLines() {
  auto out = cast<RankedTensorType>(root->getResult(0).getType());
  return rowsPerUnit * window.outStatic.back() % out.getShape().end()[-2] == 0;
}

/// Pixels of a unit.
int64_t DirectConvEmitter::computedPixels() {
  int64_t rows = llvm::product_of(ArrayRef(window.outStatic).drop_back());
  return std::min(rowsPerUnit, rows) * window.outStatic.back();
}

/// Elements from one block of channels to the next: a line more than they have,
/// lest many of them fall on few sets of the cache.
int64_t DirectConvEmitter::computedStride() {
  int64_t line = 64 / 4;
  return computedPixels() * inBlock + line;
}

int64_t DirectConvEmitter::computedBytes() {
  return computesInput() ? inCount * computedStride() * 4 : 0;
}

/// Units of one block of rows share what is computed for it: as few pieces as
/// keep the cores busy.
Value DirectConvEmitter::leastGrain() {
  if (!computesInput())
    return e.index(1);
  int64_t panels = llvm::divideCeil(outCount, vectors);
  SmallVector<Value> counts = units();
  Value blocks = e.mul(counts[0], counts[1]);
  Value perBlock =
      e.divUp(e.index(std::max<int64_t>(4, e.target.cores)), blocks);
  return e.divUp(e.index(panels), e.max(perBlock, e.index(1)));
}

/// The pixels of rows [from, to), whole lines of the image or not.
void DirectConvEmitter::computeInput(Value batch, Value from, Value to) {
  Value tensor = root->getOperand(0), result = root->getResult(0);
  unsigned rank = steps.size();
  SmallVector<Value> sizes;
  for (unsigned d = 0; d < rank; ++d)
    sizes.push_back(e.dim(result, 2 + d));
  Value width = sizes.back(), columns = window.out.back();
  // Pixels that always are of one line.
  int64_t run = llvm::any_of(prologue, llvm::IsaPred<tensor::InsertSliceOp>)
                    ? 1
                    : mostPixels;
  while (window.outStatic.back() % run != 0 ||
         getConstantIntValue(width).value() % run != 0)
    --run;
  Value first = e.mul(from, columns), last = e.mul(to, columns);
  e.forLoop(e.index(0), e.index(inCount), e.index(1), [&](Value block) {
    Value into = e.mul(block, e.index(computedStride()));
    int64_t parts = 0;
    forEachPart({tensor}, {batch, block}, parts, e, [&] {
      noteSources(batch, block, last);
      auto line = [&](Value y) {
        Value start = e.mul(y, width);
        Value begin = e.index(0), end = width;
        if (!hasWholeLines()) {
          begin = e.max(e.sub(first, start), begin);
          end = e.min(e.sub(last, start), end);
        }
        SmallVector<Value> at{batch, block};
        SmallVector<Value> outer =
            e.delinearize(y, ValueRange(sizes).drop_back());
        for (auto [index, step] : llvm::zip(outer, steps))
          at.push_back(e.mul(index, e.index(step)));
        at.append({Value(), e.index(0)});
        e.forLoop(begin, end, e.index(run), [&](Value x) {
          for (int64_t i = 0; i < run; ++i) {
            Value column = e.add(x, e.index(i));
            at[at.size() - 2] = e.mul(column, e.index(steps.back()));
            Value value =
                e.evaluate(tensor, at, at.size() - 1, inBlock, /*valueOf=*/{});
            if (!value) {
              failed = true;
              return;
            }
            Value pixel = e.sub(e.add(start, column), first);
            Value to = e.add(into, e.mul(pixel, e.index(inBlock)));
            vector::StoreOp::create(e.b, value, input, ValueRange{to});
          }
        });
      };
      if (rank == 1)
        line(e.index(0));
      else
        e.forLoop(divide(e, first, width), e.divUp(last, width), e.index(1),
                  line);
    });
  });
}

/// Whether `source` has an element for each of every pixel of a tensor of `type`.
static bool hasPixelsOf(RankedTensorType type, Value source) {
  auto t = cast<RankedTensorType>(source.getType());
  return t.getRank() == type.getRank() &&
         t.getElementType() == type.getElementType() &&
         t.getShape().drop_front(2) == type.getShape().drop_front(2);
}

/// How many tensors with the pixels of `type` an element of `tensor` follows from.
static int64_t countSources(Value tensor, RankedTensorType type) {
  Operation *op = tensor.getDefiningOp();
  if (isInMemory(tensor))
    return hasPixelsOf(type, tensor);
  if (auto insert = dyn_cast<tensor::InsertSliceOp>(op))
    return std::max(countSources(insert.getSource(), type),
                    countSources(insert.getDest(), type));
  int64_t count = 0;
  if (auto generic = dyn_cast<linalg::GenericOp>(op))
    for (Value input : generic.getDpsInputs())
      if (isa<RankedTensorType>(input.getType()))
        count += countSources(input, type);
  return std::min(count, mostSources);
}

/// How many tensors tiles ask for what the next unit is computed from: pixel by
/// pixel, of images that no near cache holds.
int64_t DirectConvEmitter::sourceCount() {
  Value input = root->getOperand(0);
  auto type = cast<RankedTensorType>(input.getType());
  return computesInput() && steps.size() == 2 && !isNear(type) &&
                 llvm::all_of(steps, [](int64_t s) { return s == 1; })
             ? countSources(input, type)
             : 0;
}

int64_t DirectConvEmitter::sourceTableBytes() {
  return inCount * sourceCount() * 8;
}

/// Writes down where that of `block` lies which the next unit is computed from:
/// the pixels from `last` on, or the first ones of the next image.
void DirectConvEmitter::noteSources(Value batch, Value block, Value last) {
  if (!sourceTable)
    return;
  auto type = cast<RankedTensorType>(root->getOperand(0).getType());
  Value pixels = e.index(llvm::product_of(type.getShape().slice(2, 2)));
  Value inImage = less(e, last, pixels);
  Value image =
      arith::SelectOp::create(e.b, inImage, batch, e.add(batch, e.index(1)));
  Value pixel = arith::SelectOp::create(e.b, inImage, last, e.index(0));
  SmallVector<Value> found;
  forEachSource(root->getOperand(0), {image, block}, e,
                [&](Value source, ArrayRef<Value> at) {
                  if (!hasPixelsOf(type, source))
                    return;
                  SmallVector<Value> strides = rowMajor(e, e.dims(source));
                  Value offset =
                      e.add(e.mul(at[0], strides[0]), e.mul(at[1], strides[1]));
                  offset = e.add(offset, e.mul(pixel, strides[3]));
                  Value start = memref::ExtractAlignedPointerAsIndexOp::create(
                      e.b, e.buffer(source));
                  found.push_back(e.add(start, e.mul(offset, e.index(4))));
                });
  int64_t count = sourceCount();
  for (int64_t i = 0; i < count; ++i) {
    Value address = found.empty()
                        ? e.index(0)
                        : found[std::min<int64_t>(i, found.size() - 1)];
    Value slot = e.add(e.mul(block, e.index(count)), e.index(i));
    memref::StoreOp::create(
        e.b, arith::IndexCastOp::create(e.b, e.b.getI64Type(), address),
        sourceTable, ValueRange{slot});
  }
}

/// The address of the i-th source of the next unit's element at `offset` behind
/// the first of its block of channels.
Value DirectConvEmitter::nextSource(Value block, Value offset, int64_t i) {
  Value slot = e.add(e.mul(block, e.index(sourceCount())), e.index(i));
  Value start = memref::LoadOp::create(e.b, sourceTable, ValueRange{slot});
  Value bytes = arith::IndexCastOp::create(e.b, e.b.getI64Type(),
                                           e.mul(offset, e.index(4)));
  Value address = arith::AddIOp::create(e.b, start, bytes);
  Type pointer = LLVM::LLVMPointerType::get(e.b.getContext());
  return LLVM::IntToPtrOp::create(e.b, pointer, address);
}
