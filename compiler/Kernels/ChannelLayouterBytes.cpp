// SPDX-License-Identifier: Apache-2.0
// Convolutions of bytes: as words of four channels on channels in blocks where
// the target multiplies bytes, as floats or integers elsewhere; see
// ChannelLayouter.h.
#include "compiler/Kernels/ChannelLayouter.h"

using namespace mlir;
using namespace cameo;

static RankedTensorType typeOf(Value v) {
  return cast<RankedTensorType>(v.getType());
}

/// One filter a channel, whose neighbouring taps lie side by side.
static bool isByteDepthwise(ConvOp conv) {
  RankedTensorType input = typeOf(conv.getInput()),
                   filter = typeOf(conv.getFilter());
  int64_t groups = conv.getGroups();
  return groups > 1 && input.getDimSize(1) == groups &&
         filter.getDimSize(0) == groups && filter.getDimSize(1) == 1 &&
         conv.getDilations().back() == 1;
}

bool cameo::takesBytes(ConvOp conv, const TargetDescription &target) {
  RankedTensorType input = typeOf(conv.getInput()),
                   filter = typeOf(conv.getFilter()),
                   out = typeOf(conv.getOut());
  int64_t c = target.channelBlock();
  // Pairs of halves are no faster than floats.
  bool fast =
      target.byteDot || (target.pairDot && !conv->hasAttr("cameo.exact"));
  if (conv.getGroups() != 1 && !(target.byteDot && isByteDepthwise(conv)))
    return false;
  return fast && c % 4 == 0 && conv.getLayout() == Layout::NCHW &&
         input.getElementType().isInteger(8) &&
         filter.getElementType().isInteger(8) &&
         out.getElementType().isInteger(32) && filter.hasStaticShape() &&
         filter.getNumElements() > 0 &&
         input.getDimSize(1) ==
             filter.getDimSize(1) * static_cast<int64_t>(conv.getGroups()) &&
         out.getDimSize(1) == filter.getDimSize(0);
}

void cameo::widenBytes(ConvOp conv) {
  OpBuilder b(conv);
  Location loc = conv.getLoc();
  Type wide = conv->hasAttr("cameo.exact") ? Type(b.getF32Type())
                                           : Type(b.getI32Type());
  auto convert = [&](Value v, Type to, bool isUnsigned) -> Value {
    RankedTensorType type = typeOf(v).clone(to);
    Value empty = emptyLike(b, loc, type, v);
    AffineMap map = b.getMultiDimIdentityMap(type.getRank());
    SmallVector<utils::IteratorType> loops(type.getRank(),
                                           utils::IteratorType::parallel);
    auto body = [&](OpBuilder &n, Location at, ValueRange args) {
      Value x = args[0];
      Type i32 = n.getI32Type();
      if (isa<FloatType>(x.getType()))
        x = arith::FPToSIOp::create(n, at, i32, x);
      else if (isUnsigned)
        x = arith::ExtUIOp::create(n, at, i32, x);
      else
        x = arith::ExtSIOp::create(n, at, i32, x);
      if (isa<FloatType>(to))
        x = arith::SIToFPOp::create(n, at, to, x);
      linalg::YieldOp::create(n, at, x);
    };
    return linalg::GenericOp::create(b, loc, TypeRange{type}, ValueRange{v},
                                     ValueRange{empty},
                                     ArrayRef<AffineMap>{map, map}, loops, body)
        .getResult(0);
  };
  Value empty =
      emptyLike(b, loc, typeOf(conv.getOut()).clone(wide), conv.getOut());
  auto sum = ConvOp::create(
      b, loc, empty.getType(), convert(conv.getInput(), wide, true),
      convert(conv.getFilter(), wide, false), empty, conv.getStrides(),
      conv.getDilations(), conv.getPads(), conv.getGroups(), conv.getLayout());
  if (conv->hasAttr("cameo.exact"))
    sum->setAttr("cameo.exact", b.getUnitAttr());
  Value result = sum.getResult();
  if (wide.isF32())
    result = convert(result, b.getI32Type(), false);
  conv.replaceAllUsesWith(result);
  conv.erase();
}

/// A tensor of `shape` whose words hold four bytes each, the first lowest: `byte(at, loc, i)` gives
/// the i-th as an i32 in 0..255.
static Value
packWords(OpBuilder &b, Location loc, ArrayRef<int64_t> shape,
          function_ref<Value(OpBuilder &, Location, int64_t)> byte) {
  Type i32 = b.getI32Type();
  Value empty = tensor::EmptyOp::create(b, loc, shape, i32);
  SmallVector<AffineMap> maps{b.getMultiDimIdentityMap(shape.size())};
  SmallVector<utils::IteratorType> loops(shape.size(),
                                         utils::IteratorType::parallel);
  auto body = [&](OpBuilder &n, Location at, ValueRange) {
    Value word = byte(n, at, 0);
    for (int64_t i = 1; i < 4; ++i) {
      Value shift = arith::ConstantIntOp::create(n, at, i32, 8 * i);
      Value high = arith::ShLIOp::create(n, at, byte(n, at, i), shift);
      word = arith::OrIOp::create(n, at, word, high);
    }
    linalg::YieldOp::create(n, at, word);
  };
  return linalg::GenericOp::create(b, loc, TypeRange{empty.getType()},
                                   ValueRange{}, ValueRange{empty}, maps, loops,
                                   body)
      .getResult(0);
}

static Value indexOf(OpBuilder &b, Location loc, int64_t loop) {
  return linalg::IndexOp::create(b, loc, loop);
}
static Value constantIndex(OpBuilder &b, Location loc, int64_t v) {
  return arith::ConstantIndexOp::create(b, loc, v);
}
/// v * by + plus.
static Value scaled(OpBuilder &b, Location loc, Value v, int64_t by,
                    Value plus) {
  return arith::AddIOp::create(
      b, loc, arith::MulIOp::create(b, loc, v, constantIndex(b, loc, by)),
      plus);
}
static Value byteAt(OpBuilder &b, Location loc, Value bytes, ValueRange at) {
  return arith::ExtUIOp::create(b, loc, b.getI32Type(),
                                tensor::ExtractOp::create(b, loc, bytes, at));
}

/// [M, C, k...] of bytes → [M/c, C/inBlock, k..., inBlock/4, c] of words.
Value ChannelLayouter::filterWords(Location loc, Value filter,
                                   int64_t inBlock) {
  Value padded =
      padToMultiple(b, loc, padToMultiple(b, loc, filter, 1, inBlock), 0, c);
  RankedTensorType type = typeOf(padded);
  int64_t rank = type.getRank();
  SmallVector<int64_t> shape{type.getDimSize(0) / c,
                             type.getDimSize(1) / inBlock};
  llvm::append_range(shape, type.getShape().drop_front(2));
  shape.append({inBlock / 4, c});
  return packWords(b, loc, shape, [&](OpBuilder &n, Location at, int64_t i) {
    Value row = scaled(n, at, indexOf(n, at, 0), c, indexOf(n, at, rank + 1));
    Value word =
        scaled(n, at, indexOf(n, at, rank), 4, constantIndex(n, at, i));
    SmallVector<Value> from{row,
                            scaled(n, at, indexOf(n, at, 1), inBlock, word)};
    for (int64_t d = 2; d < rank; ++d)
      from.push_back(indexOf(n, at, d));
    return byteAt(n, at, padded, from);
  });
}

/// [C, 1, k..., t] of bytes → [C/c, k..., t/4, c] of words of neighbouring taps.
Value ChannelLayouter::depthwiseWords(Location loc, Value filter) {
  Value padded = padToMultiple(b, loc, filter, 0, c);
  RankedTensorType type = typeOf(padded);
  int64_t rank = type.getRank(), taps = type.getShape().back();
  SmallVector<int64_t> shape{type.getDimSize(0) / c};
  llvm::append_range(shape, type.getShape().drop_front(2).drop_back());
  shape.append({static_cast<int64_t>(llvm::divideCeil(taps, 4)), c});
  return packWords(b, loc, shape, [&](OpBuilder &n, Location at, int64_t i) {
    SmallVector<Value> from{
        scaled(n, at, indexOf(n, at, 0), c, indexOf(n, at, rank - 1)),
        constantIndex(n, at, 0)};
    for (int64_t d = 2; d + 1 < rank; ++d)
      from.push_back(indexOf(n, at, d - 1));
    Value tap =
        scaled(n, at, indexOf(n, at, rank - 2), 4, constantIndex(n, at, i));
    Value real = arith::CmpIOp::create(n, at, arith::CmpIPredicate::ult, tap,
                                       constantIndex(n, at, taps));
    from.push_back(
        arith::MinUIOp::create(n, at, tap, constantIndex(n, at, taps - 1)));
    Value zero = arith::ConstantIntOp::create(n, at, n.getI32Type(), 0);
    return arith::SelectOp::create(n, at, real, byteAt(n, at, padded, from),
                                   zero)
        .getResult();
  });
}

bool ChannelLayouter::convertBytes(ConvOp conv) {
  Location loc = conv.getLoc();
  RankedTensorType out = typeOf(conv.getOut());
  auto convolved = [&](Value x, Value w, int64_t groups) {
    Value empty = emptyLike(b, loc, blockedType(out, 1, c), conv.getOut());
    auto result = ConvOp::create(b, loc, empty.getType(), x, w, empty,
                                 conv.getStrides(), conv.getDilations(),
                                 conv.getPads(), groups, Layout::NCHWc);
    result->setAttr("cameo.bytes", b.getUnitAttr());
    // Zero filters.
    remember(conv.getResult(), result.getResult(), Padding::known(0));
    return result;
  };
  if (conv.getGroups() != 1) {
    auto result =
        convolved(blockedOf(conv.getInput()),
                  depthwiseWords(loc, conv.getFilter()), conv.getGroups());
    result->setAttr(
        "cameo.taps",
        b.getI64IntegerAttr(typeOf(conv.getFilter()).getShape().back()));
    return true;
  }
  int64_t channels = typeOf(conv.getInput()).getDimSize(1);
  // First layers have words of their own; a block would be padding mostly.
  bool few = !blocked.count(conv.getInput()) && channels * 2 <= c;
  int64_t inBlock = few ? llvm::alignTo(channels, 4) : c;
  Value x = few ? toBlocks(b, loc, conv.getInput(), 1, inBlock)
                : blockedOf(conv.getInput());
  SmallVector<int64_t> shape(typeOf(x).getShape());
  shape.back() /= 4;
  Type i32 = b.getI32Type();
  Value words = WordsOp::create(b, loc, RankedTensorType::get(shape, i32), x);
  Value w = filterWords(loc, conv.getFilter(), inBlock);
  convolved(words, w, 1);
  return true;
}
