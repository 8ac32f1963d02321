// SPDX-License-Identifier: Apache-2.0
// The strategy for convolutions with one filter a channel and for pooling: a
// thread computes a tile of outputs that lie side by side. It reads each input
// element that several of them see once, and keeps it in a register; the taps of
// a filter are read once for all outputs of the tile. What is fused in front is
// evaluated where inputs are read, what is fused behind where outputs are stored.
#include "compiler/GPU/Window.h"
#include "compiler/Kernels/PointwiseRoot.h"

using namespace mlir;
using namespace cameo;

/// Outputs of a tile along the last dimension, and along the one before.
static constexpr int64_t tileColumns = 4, tileRows = 2;
/// Taps and inputs that the code has one by one.
static constexpr int64_t mostTaps = 49, mostInputs = 128;

namespace {
/// The window of an operation, whichever it is; of two dimensions, the first of
/// which may be missing (one tap then).
struct Shape {
  int64_t kernel[2], stride[2], dilation[2], pad[2];
  int64_t tile[2]; ///< outputs of a thread
  unsigned rank = 0;

  static std::optional<Shape> of(Operation *op) {
    if (auto conv = dyn_cast_or_null<ConvOp>(op)) {
      auto filter = cast<RankedTensorType>(conv.getFilter().getType());
      if (conv.getLayout() != Layout::NCHW || conv.getGroups() == 1 ||
          filter.getDimSize(1) != 1)
        return std::nullopt;
      return of(conv, filter.getShape().drop_front(2));
    }
    if (auto pool = dyn_cast_or_null<PoolOp>(op)) {
      if (pool.getLayout() != Layout::NCHW)
        return std::nullopt;
      return of(pool, pool.getKernel());
    }
    return std::nullopt;
  }
  /// Inputs that the outputs of a tile see.
  int64_t inputs(unsigned d) const {
    return (tile[d] - 1) * stride[d] + (kernel[d] - 1) * dilation[d] + 1;
  }

private:
  template <typename Op>
  static std::optional<Shape> of(Op op, ArrayRef<int64_t> kernel) {
    Shape s{{1, 1}, {1, 1}, {1, 1}, {0, 0}, {1, 1}};
    s.rank = op.getSpatialRank();
    if (s.rank < 1 || s.rank > 2 || ShapedType::isDynamicShape(kernel))
      return std::nullopt;
    for (unsigned d = 0; d < s.rank; ++d) {
      unsigned to = d + 2 - s.rank;
      s.kernel[to] = kernel[d];
      s.stride[to] = op.getStrides()[d];
      s.dilation[to] = op.getDilations()[d];
      s.pad[to] = op.getPads()[d];
      int64_t size =
          cast<RankedTensorType>(op.getResult().getType()).getDimSize(2 + d);
      s.tile[to] = to == 1 ? tileColumns : tileRows;
      if (!ShapedType::isDynamic(size)) // nothing that is not there
        s.tile[to] = std::max<int64_t>(1, std::min(s.tile[to], size));
    }
    if (s.kernel[0] * s.kernel[1] > mostTaps ||
        s.inputs(0) * s.inputs(1) > mostInputs)
      return std::nullopt;
    return s;
  }
};

class TileEmitter {
public:
  TileEmitter(Operation *op, KernelEmitter &e)
      : op(op), e(e), shape(*Shape::of(op)), window(e, op),
        out(e.dims(op->getResult(0))), in(e.dims(op->getOperand(0))) {}

  Value items() {
    SmallVector<Value> sizes = tiles();
    return e.product(sizes);
  }
  LogicalResult emit(Value item);

private:
  SmallVector<Value> tiles() {
    SmallVector<Value> sizes{out[0], out[1]};
    for (unsigned d = 2 - shape.rank; d < 2; ++d)
      sizes.push_back(e.divUp(out[d + shape.rank], e.index(shape.tile[d])));
    return sizes;
  }
  Value readInput(Value batch, Value channel, ArrayRef<Value> origin,
                  int64_t row, int64_t column);

  Operation *op;
  KernelEmitter &e;
  Shape shape;
  WindowSum window;
  SmallVector<Value> out, in;
  bool failed = false;
};
} // namespace

/// The input element at `origin` + (row, column); what a tap adds that hits
/// nothing where that is outside. Threads stay together: all read, those that
/// are outside the nearest element.
Value TileEmitter::readInput(Value batch, Value channel, ArrayRef<Value> origin,
                             int64_t row, int64_t column) {
  int64_t by[2] = {row, column};
  SmallVector<Value> at{batch, channel};
  Value inside;
  for (unsigned d = 2 - shape.rank; d < 2; ++d) {
    Value size = in[d + shape.rank], x = e.add(origin[d], e.index(by[d]));
    // One unsigned comparison does for both ends.
    Value c = arith::CmpIOp::create(e.b, arith::CmpIPredicate::ult, x, size);
    inside = inside ? arith::AndIOp::create(e.b, inside, c).getResult() : c;
    at.push_back(e.max(e.min(x, e.sub(size, e.index(1))), e.index(0)));
  }
  Value v = window.input(at), missing = window.start();
  failed |= !v;
  return v ? arith::SelectOp::create(e.b, inside, v, missing).getResult()
           : missing;
}

LogicalResult TileEmitter::emit(Value item) {
  SmallVector<Value> tile = e.delinearize(item, tiles());
  Value batch = tile[0], channel = tile[1];
  Value firstOut[2] = {e.index(0), e.index(0)},
        origin[2] = {e.index(0), e.index(0)};
  for (unsigned d = 2 - shape.rank; d < 2; ++d) {
    firstOut[d] = e.mul(tile[d + shape.rank], e.index(shape.tile[d]));
    origin[d] = e.sub(e.mul(firstOut[d], e.index(shape.stride[d])),
                      e.index(shape.pad[d]));
  }
  auto conv = dyn_cast<ConvOp>(op);
  Value inChannel = channel;
  if (conv) { // several outputs of a channel where its filters are several
    Value groups = e.index(conv.getGroups());
    Value perGroup = e.b.createOrFold<arith::DivUIOp>(out[1], groups);
    inChannel = isConstantIntValue(perGroup, 1)
                    ? channel
                    : e.b.createOrFold<arith::DivUIOp>(channel, perGroup);
  }
  SmallVector<Value> taps;
  if (conv)
    for (int64_t y = 0; y < shape.kernel[0]; ++y)
      for (int64_t x = 0; x < shape.kernel[1]; ++x) {
        SmallVector<Value> at{channel, e.index(0)};
        if (shape.rank == 2)
          at.push_back(e.index(y));
        at.push_back(e.index(x));
        Value v = window.filter(at);
        if (!v)
          return failure();
        taps.push_back(v);
      }

  int64_t rows = shape.tile[0], columns = shape.tile[1];
  SmallVector<Value> sums(rows * columns, window.start());
  for (int64_t i = 0; i < shape.inputs(0); ++i)
    for (int64_t j = 0; j < shape.inputs(1); ++j) {
      Value v; // read if an output sees it
      for (int64_t r = 0; r < rows; ++r)
        for (int64_t c = 0; c < columns; ++c) {
          int64_t y = i - r * shape.stride[0], x = j - c * shape.stride[1];
          if (y < 0 || x < 0 || y % shape.dilation[0] || x % shape.dilation[1])
            continue;
          y /= shape.dilation[0];
          x /= shape.dilation[1];
          if (y >= shape.kernel[0] || x >= shape.kernel[1])
            continue;
          if (!v)
            v = readInput(batch, inChannel, origin, i, j);
          Value &s = sums[r * columns + c];
          s = window.add(s, v, conv ? taps[y * shape.kernel[1] + x] : Value());
        }
    }

  for (int64_t r = 0; r < rows; ++r)
    for (int64_t c = 0; c < columns; ++c) {
      SmallVector<Value> at{batch, channel};
      Value inside;
      int64_t by[2] = {r, c};
      for (unsigned d = 2 - shape.rank; d < 2; ++d) {
        at.push_back(e.add(firstOut[d], e.index(by[d])));
        Value ok = arith::CmpIOp::create(e.b, arith::CmpIPredicate::slt,
                                         at.back(), out[d + shape.rank]);
        inside =
            inside ? arith::AndIOp::create(e.b, inside, ok).getResult() : ok;
      }
      auto write = scf::IfOp::create(e.b, inside, false);
      OpBuilder::InsertionGuard guard(e.b);
      e.b.setInsertionPoint(write.thenYield());
      failed |= llvm::failed(
          e.storeResults(op->getResult(0), at, -1, 1,
                         window.result(sums[r * columns + c], at)));
    }
  return success(!failed);
}

namespace {
struct WindowStrategy : GPUStrategy {
  StringRef name() const override { return "window"; }

  static Operation *root(KernelOp kernel) {
    return findPointwiseRoot(kernel, /*throughReshapes=*/true);
  }
  bool match(KernelOp kernel) const override {
    return Shape::of(root(kernel)).has_value();
  }
  FailureOr<Grid> grid(KernelOp kernel, KernelEmitter &e) const override {
    TileEmitter tile(root(kernel), e);
    return Grid{blocksFor(e, tile.items()), e.index(blockThreads), {}};
  }
  LogicalResult emit(KernelOp kernel, KernelEmitter &e) const override {
    TileEmitter tile(root(kernel), e);
    bool ok = true;
    forEachItem(e, tile.items(),
                [&](Value item) { ok &= succeeded(tile.emit(item)); });
    return success(ok);
  }
};
} // namespace

void cameo::addGPUWindowStrategies(GPUStrategyList &list) {
  list.push_back(std::make_unique<WindowStrategy>());
}
