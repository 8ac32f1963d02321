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
         filter.getDimSize(0) == groups &&
         filter.getDimSize(1) == 1 && conv.getDilations().back() == 1;
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
         out.getElementType().isInteger(32) &&
         filter.hasStaticShape() && filter.getNumElements() > 0 &&
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
  Type i32 = b.getI32Type();
  Value empty = tensor::EmptyOp::create(b, loc, shape, i32);
  SmallVector<AffineMap> maps{b.getMultiDimIdentityMap(shape.size())};
  SmallVector<utils::IteratorType> loops(shape.size(),
                                         utils::IteratorType::parallel);
  auto body = [&](OpBuilder &n, Location at, ValueRange) {
    auto index = [&](int64_t d) {
      return linalg::IndexOp::create(n, at, d).getResult();
    };
    auto times = [&](Value v, int64_t by, Value plus) -> Value {
      Value factor = arith::ConstantIndexOp::create(n, at, by);
      return arith::AddIOp::create(
          n, at, arith::MulIOp::create(n, at, v, factor), plus);
    };
    Value row = times(index(0), c, index(rank + 1));
    Value first =
        times(index(1), inBlock,
              times(index(rank), 4, arith::ConstantIndexOp::create(n, at, 0)));
    Value word;
    for (int64_t i = 0; i < 4; ++i) {
      SmallVector<Value> from{
          row, times(first, 1, arith::ConstantIndexOp::create(n, at, i))};
      for (int64_t d = 2; d < rank; ++d)
        from.push_back(index(d));
      Value byte = arith::ExtUIOp::create(
          n, at, i32, tensor::ExtractOp::create(n, at, padded, from));
      Value shift = arith::ConstantIntOp::create(n, at, i32, 8 * i);
      byte = arith::ShLIOp::create(n, at, byte, shift);
      word = word ? arith::OrIOp::create(n, at, word, byte) : byte;
    }
    linalg::YieldOp::create(n, at, word);
  };
  return linalg::GenericOp::create(b, loc, TypeRange{empty.getType()},
                                   ValueRange{}, ValueRange{empty}, maps, loops,
                                   body)
      .getResult(0);
}

/// [C, 1, k..., t] of bytes → [C/c, k..., t/4, c] of words of neighbouring taps.
Value ChannelLayouter::depthwiseWords(Location loc, Value filter) {
  Value padded = padToMultiple(b, loc, filter, 0, c);
  RankedTensorType type = typeOf(padded);
  int64_t rank = type.getRank(), taps = type.getShape().back();
  SmallVector<int64_t> shape{type.getDimSize(0) / c};
  llvm::append_range(shape, type.getShape().drop_front(2).drop_back());
  shape.append({static_cast<int64_t>(llvm::divideCeil(taps, 4)), c});
  Type i32 = b.getI32Type();
  Value empty = tensor::EmptyOp::create(b, loc, shape, i32);
  SmallVector<AffineMap> maps{b.getMultiDimIdentityMap(shape.size())};
  SmallVector<utils::IteratorType> loops(shape.size(),
                                         utils::IteratorType::parallel);
  auto body = [&](OpBuilder &n, Location at, ValueRange) {
    auto constant = [&](int64_t v) {
      return arith::ConstantIndexOp::create(n, at, v).getResult();
    };
    auto index = [&](int64_t d) {
      return linalg::IndexOp::create(n, at, d).getResult();
    };
    auto times = [&](Value v, int64_t by, Value plus) -> Value {
      return arith::AddIOp::create(
          n, at, arith::MulIOp::create(n, at, v, constant(by)), plus);
    };
    SmallVector<Value> from{times(index(0), c, index(rank - 1)), constant(0)};
    for (int64_t d = 2; d + 1 < rank; ++d)
      from.push_back(index(d - 1));
    from.push_back({});
    Value zero = arith::ConstantIntOp::create(n, at, i32, 0), word = zero;
    for (int64_t i = 0; i < 4; ++i) {
      Value tap = times(index(rank - 2), 4, constant(i));
      Value real = arith::CmpIOp::create(n, at, arith::CmpIPredicate::ult, tap,
                                         constant(taps));
      from.back() = arith::MinUIOp::create(n, at, tap, constant(taps - 1));
      Value byte = arith::ExtUIOp::create(
          n, at, i32, tensor::ExtractOp::create(n, at, padded, from));
      byte = arith::ShLIOp::create(
          n, at, byte, arith::ConstantIntOp::create(n, at, i32, 8 * i));
      byte = arith::SelectOp::create(n, at, real, byte, zero);
      word = arith::OrIOp::create(n, at, word, byte);
    }
    linalg::YieldOp::create(n, at, word);
  };
  return linalg::GenericOp::create(b, loc, TypeRange{empty.getType()},
                                   ValueRange{}, ValueRange{empty}, maps, loops,
                                   body)
      .getResult(0);
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
    auto result = convolved(blockedOf(conv.getInput()),
                            depthwiseWords(loc, conv.getFilter()),
                            conv.getGroups());
    result->setAttr("cameo.taps",
                    b.getI64IntegerAttr(
                        typeOf(conv.getFilter()).getShape().back()));
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
