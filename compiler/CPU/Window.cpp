// SPDX-License-Identifier: Apache-2.0
// Geometry of windows; see Window.h.
#include "compiler/CPU/Window.h"

using namespace mlir;
using namespace cameo;

/// Border tiles are unrolled over the taps of a row; longer rows of taps use
/// loops.
static constexpr int64_t maxUnrolledTaps = 11;
/// Distinct tiles emitted for one row.
static constexpr unsigned maxTiles = 8;

Window::Window(KernelEmitter &e, Value input, Value output, unsigned firstIn,
               unsigned firstOut, ArrayRef<int64_t> kernel,
               ArrayRef<int64_t> strides, ArrayRef<int64_t> dilations,
               ArrayRef<int64_t> pads)
    : e(e), kernel(kernel), strides(strides), dilations(dilations),
      before(pads.take_front(kernel.size())),
      after(pads.take_back(kernel.size())) {
  for (unsigned d = 0; d < rank(); ++d) {
    in.push_back(e.dim(input, firstIn + d));
    out.push_back(e.dim(output, firstOut + d));
    inStatic.push_back(
        cast<RankedTensorType>(input.getType()).getDimSize(firstIn + d));
    outStatic.push_back(
        cast<RankedTensorType>(output.getType()).getDimSize(firstOut + d));
  }
}

int64_t Window::taps() const {
  int64_t n = 1;
  for (int64_t k : kernel)
    n *= k;
  return n;
}

bool Window::flatten(int64_t width) {
  auto is = [](ArrayRef<int64_t> list, int64_t v) {
    return llvm::all_of(list, [&](int64_t x) { return x == v; });
  };
  if (!is(kernel, 1) || !is(strides, 1) || !is(before, 0) || !is(after, 0) ||
      ShapedType::isDynamicShape(inStatic) || inStatic != outStatic)
    return false;
  int64_t total = 1;
  for (int64_t s : outStatic)
    total *= s;
  if (total == 0)
    return false;
  // Whole tiles if they come out even; short rows become one.
  int64_t columns = total % width == 0         ? width
                    : outStatic.back() < width ? total
                                               : 0;
  if (columns == 0 || columns > 16 * width)
    return false;
  flattened = out;
  flattenedWidth = outStatic.back();
  inStatic = outStatic = {total / columns, columns};
  in = out = {e.index(total / columns), e.index(columns)};
  kernel = strides = dilations = {1, 1};
  before = after = {0, 0};
  return true;
}

Value Window::rows() { return e.product(ValueRange(out).drop_back()); }

SmallVector<Value> Window::rowIndices(Value row) {
  if (rank() == 1)
    return {};
  return e.delinearize(row, ValueRange(out).drop_back());
}

SmallVector<Value> Window::outputIndices(ValueRange outer, Value column) {
  SmallVector<Value> indices(outer);
  indices.push_back(column);
  if (flattened.empty())
    return indices;
  Value start = e.mul(outer[0], out[1]);
  if (flattenedWidth % outStatic[1] == 0) {
    // A flattened row lies within one real row.
    indices = e.delinearize(start, flattened);
    indices.back() = e.add(indices.back(), column);
    return indices;
  }
  return e.delinearize(e.add(start, column), flattened);
}

Value Window::coordinate(unsigned d, Value output, Value tap) {
  Value at = e.mul(output, e.index(strides[d]));
  at = e.add(at, e.mul(tap, e.index(dilations[d])));
  return before[d] ? e.sub(at, e.index(before[d])) : at;
}

TapRange Window::tapRange(unsigned d, Value output) {
  TapRange all{e.index(0), e.index(kernel[d])};
  int64_t reach = (kernel[d] - 1) * dilations[d];
  if (kernel[d] == 1 && before[d] == 0 && !ShapedType::isDynamic(inStatic[d]) &&
      !ShapedType::isDynamic(outStatic[d]) &&
      (outStatic[d] - 1) * strides[d] < inStatic[d])
    return all;
  if (!ShapedType::isDynamic(inStatic[d]) &&
      !ShapedType::isDynamic(outStatic[d]) && before[d] == 0 &&
      (outStatic[d] - 1) * strides[d] + reach < inStatic[d])
    return all;
  Value dilation = e.index(dilations[d]);
  Value origin = e.mul(output, e.index(strides[d]));
  // Taps t with 0 <= origin - before + t * dilation < in.
  Value from = e.max(e.sub(e.index(before[d]), origin), e.index(0));
  Value to = e.max(e.sub(e.add(in[d], e.index(before[d])), origin), e.index(0));
  return {e.divUp(from, dilation), e.min(all.to, e.divUp(to, dilation))};
}

bool Window::inside(const ColumnTile &tile, int64_t i, int64_t tap) const {
  if (tile.interior || !tile.staticX)
    return true;
  unsigned d = rank() - 1;
  int64_t at =
      (*tile.staticX + i) * strides[d] - before[d] + tap * dilations[d];
  return at >= 0 && at < inStatic[d];
}

SmallVector<int64_t> Window::cut(int64_t row, int64_t width) {
  if (ShapedType::isDynamic(row) || row <= 0)
    return {};
  // As many tiles as needed, as even as possible.
  int64_t tiles = llvm::divideCeil(row, width),
          wide = llvm::divideCeil(row, tiles);
  SmallVector<int64_t> widths(row / wide, wide);
  if (row % wide)
    widths.push_back(row % wide);
  return widths;
}

void Window::forEachTile(int64_t width,
                         function_ref<void(const ColumnTile &)> body) {
  unsigned d = rank() - 1;
  int64_t reach = (kernel[d] - 1) * dilations[d];
  if (!ShapedType::isDynamic(inStatic[d]) &&
      !ShapedType::isDynamic(outStatic[d])) {
    // Runs of equal tiles, the interior ones as loops.
    struct Run {
      int64_t x, width, count;
      bool interior;
    };
    SmallVector<Run> runs;
    int64_t x = 0;
    for (int64_t w : cut(outStatic[d], width)) {
      int64_t first = x * strides[d] - before[d];
      int64_t last = (x + w - 1) * strides[d] - before[d] + reach;
      bool interior = first >= 0 && last < inStatic[d];
      if (interior && !runs.empty() && runs.back().interior &&
          runs.back().width == w)
        ++runs.back().count;
      else
        runs.push_back({x, w, 1, interior});
      x += w;
    }
    bool borders = llvm::any_of(runs, [](const Run &r) { return !r.interior; });
    if (runs.size() <= maxTiles && (!borders || kernel[d] <= maxUnrolledTaps)) {
      for (const Run &r : runs) {
        ColumnTile tile;
        tile.width = r.width;
        tile.interior = r.interior;
        if (r.count == 1) {
          tile.x = e.index(r.x);
          tile.staticX = r.x;
          body(tile);
        } else {
          e.forLoop(e.index(r.x), e.index(r.x + r.count * r.width),
                    e.index(r.width), [&](Value column) {
                      tile.x = column;
                      body(tile);
                    });
        }
      }
      return;
    }
  }
  // Sizes known at run time: single outputs up to the interior, tiles, single
  // outputs to the end.
  Value zero = e.index(0), one = e.index(1), stride = e.index(strides[d]),
        w = e.index(width);
  auto singles = [&](Value from, Value to) {
    e.forLoop(from, to, one, [&](Value column) {
      ColumnTile tile;
      tile.x = column;
      tile.interior = false;
      body(tile);
    });
  };
  Value begin = piece ? piece->from : zero, end = piece ? piece->to : out[d];
  Value from = e.min(
      e.index(before[d] > 0 ? llvm::divideCeil(before[d], strides[d]) : 0),
      end);
  if (piece)
    from = e.max(from, begin);
  // Columns x with x * stride - before + reach < in.
  Value room =
      e.max(e.sub(e.add(in[d], e.index(before[d])), e.index(reach)), zero);
  Value past = e.max(e.min(e.divUp(room, stride), end), from);
  Value tiled = e.add(from, e.mul(divide(e, e.sub(past, from), w), w));
  if (before[d] != 0)
    singles(begin, from);
  e.forLoop(from, tiled, w, [&](Value column) {
    ColumnTile tile;
    tile.x = column;
    tile.width = width;
    body(tile);
  });
  singles(tiled, end);
}
