// SPDX-License-Identifier: Apache-2.0
// Scalar expressions and loops: each operator picks the arith or math operation
// for its type.
#include "compiler/Lowering/Scalars.h"
#include "compiler/Lowering/Support.h"

using namespace mlir;
using namespace cameo;

bool Scalar::isFloat() const { return isa<FloatType>(value.getType()); }

Scalar Scalar::like(double literal) const {
  return code->constant(type(), literal).as(isUnsigned);
}
Scalar Scalar::like(int64_t literal) const {
  return code->constant(type(), literal).as(isUnsigned);
}

/// The operation for floats, signed or unsigned integers.
template <typename FloatOp, typename SignedOp, typename UnsignedOp = SignedOp>
static Scalar either(Scalar x, Scalar y) {
  Scalars &c = x.scalars();
  Value a = x, b = y, r;
  if (x.isFloat())
    r = FloatOp::create(c.b, c.loc, a, b);
  else if (x.isUnsigned)
    r = UnsignedOp::create(c.b, c.loc, a, b);
  else
    r = SignedOp::create(c.b, c.loc, a, b);
  return {c, r, x.isUnsigned};
}

template <typename Op> static Scalar binary(Scalar x, Scalar y) {
  Scalars &c = x.scalars();
  return {c, Op::create(c.b, c.loc, Value(x), Value(y)), x.isUnsigned};
}

Scalar Scalar::operator+(Scalar o) const {
  return either<arith::AddFOp, arith::AddIOp>(*this, o);
}
Scalar Scalar::operator-(Scalar o) const {
  return either<arith::SubFOp, arith::SubIOp>(*this, o);
}
Scalar Scalar::operator*(Scalar o) const {
  return either<arith::MulFOp, arith::MulIOp>(*this, o);
}

/// Integer quotients and remainders of divisors that only the run knows: the
/// machine's division sees neither 0 nor -1 (whose quotient may overflow). Sizes,
/// of type index, are trusted.
template <typename FloatOp, typename SignedOp, typename UnsignedOp>
static Scalar divide(Scalar x, Scalar y, bool remainder) {
  APInt known;
  bool trusted = matchPattern(Value(y), m_ConstantInt(&known)) &&
                 !known.isZero() && !known.isAllOnes();
  if (x.isFloat() || x.type().isIndex() || trusted)
    return either<FloatOp, SignedOp, UnsignedOp>(x, y);
  Scalars &c = x.scalars();
  Scalar zero = x.like(0), one = x.like(1), byZero = y.eq(zero);
  if (x.isUnsigned) {
    Scalar r =
        either<FloatOp, SignedOp, UnsignedOp>(x, c.select(byZero, one, y));
    return c.select(byZero, zero, r);
  }
  Scalar byMinusOne = y.eq(y.like(-1));
  Scalar r = either<FloatOp, SignedOp, UnsignedOp>(
      x, c.select(byZero | byMinusOne, one, y));
  r = c.select(byMinusOne, remainder ? zero : zero - x, r);
  return c.select(byZero, zero, r);
}

Scalar Scalar::operator/(Scalar o) const {
  return divide<arith::DivFOp, arith::DivSIOp, arith::DivUIOp>(*this, o, false);
}
Scalar Scalar::operator%(Scalar o) const {
  return divide<arith::RemFOp, arith::RemSIOp, arith::RemUIOp>(*this, o, true);
}
Scalar Scalar::operator-() const {
  return isFloat()
             ? Scalar(*code, arith::NegFOp::create(code->b, code->loc, value))
             : like(0) - *this;
}

static Scalar compare(Scalar a, Scalar b, arith::CmpFPredicate f,
                      arith::CmpIPredicate i, arith::CmpIPredicate u) {
  Scalars &c = a.scalars();
  Value r = a.isFloat() ? Value(arith::CmpFOp::create(c.b, c.loc, f, a, b))
                        : Value(arith::CmpIOp::create(
                              c.b, c.loc, a.isUnsigned ? u : i, a, b));
  return {c, r};
}
using FP = arith::CmpFPredicate;
using IP = arith::CmpIPredicate;
Scalar Scalar::operator<(Scalar o) const {
  return compare(*this, o, FP::OLT, IP::slt, IP::ult);
}
Scalar Scalar::operator<=(Scalar o) const {
  return compare(*this, o, FP::OLE, IP::sle, IP::ule);
}
Scalar Scalar::operator>(Scalar o) const { return o < *this; }
Scalar Scalar::operator>=(Scalar o) const { return o <= *this; }
Scalar Scalar::eq(Scalar o) const {
  return compare(*this, o, FP::OEQ, IP::eq, IP::eq);
}
Scalar Scalar::ne(Scalar o) const {
  return compare(*this, o, FP::UNE, IP::ne, IP::ne);
}

Scalar Scalar::operator&(Scalar o) const {
  return binary<arith::AndIOp>(*this, o);
}
Scalar Scalar::operator|(Scalar o) const {
  return binary<arith::OrIOp>(*this, o);
}
Scalar Scalar::operator^(Scalar o) const {
  return binary<arith::XOrIOp>(*this, o);
}
Scalar Scalar::operator!() const { return *this ^ like(-1); }

/// `shift(x, n)`, 0 where n is the width or more, which the machine leaves open.
static Scalar guardedShift(Scalar x, Scalar n,
                           function_ref<Scalar(Scalar, Scalar)> shift) {
  int64_t width = x.type().getIntOrFloatBitWidth();
  APInt known;
  if (matchPattern(Value(n), m_ConstantInt(&known)) && known.ult(width))
    return shift(x, n);
  Scalars &c = x.scalars();
  Scalar inRange = n.as(true) < width;
  return c.select(inRange, shift(x, c.select(inRange, n, n.like(0))),
                  x.like(0));
}
Scalar Scalar::shl(Scalar n) const {
  return guardedShift(*this, n, binary<arith::ShLIOp>);
}
Scalar Scalar::shr(Scalar n) const {
  return guardedShift(
      *this, n, isUnsigned ? binary<arith::ShRUIOp> : binary<arith::ShRSIOp>);
}

Scalar Scalar::min(Scalar o) const {
  return either<arith::MinimumFOp, arith::MinSIOp, arith::MinUIOp>(*this, o);
}
Scalar Scalar::max(Scalar o) const {
  return either<arith::MaximumFOp, arith::MaxSIOp, arith::MaxUIOp>(*this, o);
}

#define CAMEO_SCALAR_UNARY(NAME, OP)                                           \
  Scalar Scalar::NAME() const {                                                \
    return {*code, math::OP::create(code->b, code->loc, value)};               \
  }
CAMEO_SCALAR_UNARY(floor, FloorOp)
CAMEO_SCALAR_UNARY(ceil, CeilOp)
CAMEO_SCALAR_UNARY(round, RoundEvenOp)
CAMEO_SCALAR_UNARY(trunc, TruncOp)
CAMEO_SCALAR_UNARY(sqrt, SqrtOp)
CAMEO_SCALAR_UNARY(exp, ExpOp)
CAMEO_SCALAR_UNARY(log, LogOp)
CAMEO_SCALAR_UNARY(sin, SinOp)
CAMEO_SCALAR_UNARY(cos, CosOp)
CAMEO_SCALAR_UNARY(tanh, TanhOp)
CAMEO_SCALAR_UNARY(log1p, Log1pOp)
CAMEO_SCALAR_UNARY(tan, TanOp)
CAMEO_SCALAR_UNARY(asin, AsinOp)
CAMEO_SCALAR_UNARY(acos, AcosOp)
CAMEO_SCALAR_UNARY(atan, AtanOp)
CAMEO_SCALAR_UNARY(sinh, SinhOp)
CAMEO_SCALAR_UNARY(cosh, CoshOp)
CAMEO_SCALAR_UNARY(asinh, AsinhOp)
CAMEO_SCALAR_UNARY(acosh, AcoshOp)
CAMEO_SCALAR_UNARY(atanh, AtanhOp)
CAMEO_SCALAR_UNARY(erf, ErfOp)
#undef CAMEO_SCALAR_UNARY

Scalar Scalar::sigmoid() const { return like(1) / ((-*this).exp() + 1); }

Scalar Scalar::abs() const {
  if (isFloat())
    return {*code, math::AbsFOp::create(code->b, code->loc, value)};
  return isUnsigned ? *this : max(-*this);
}
Scalar Scalar::pow(Scalar o) const {
  return {*code, math::PowFOp::create(code->b, code->loc, value, o)};
}
Scalar Scalar::ceilDiv(Scalar o) const { return (*this + (o - 1)) / o; }

Scalar Scalar::isTrue() const {
  return type().isInteger(1) ? *this : ne(like(0));
}

Scalar Scalar::toIndex() const {
  return to(IndexType::get(type().getContext()));
}

Scalar Scalar::to(Type wanted, bool isUnsigned) const {
  OpBuilder &b = code->b;
  Location loc = code->loc;
  if (type() == wanted)
    return *this;
  auto wrap = [&](Value v) { return Scalar(*code, v); };
  if (type().isIndex() || wanted.isIndex()) {
    if (isa<FloatType>(type()) || isa<FloatType>(wanted))
      return to(b.getI64Type(), isUnsigned).to(wanted, isUnsigned);
    return wrap(isUnsigned || type().isInteger(1)
                    ? Value(arith::IndexCastUIOp::create(b, loc, wanted, value))
                    : Value(arith::IndexCastOp::create(b, loc, wanted, value)));
  }
  isUnsigned |= type().isInteger(1);
  auto from = dyn_cast<FloatType>(type()), into = dyn_cast<FloatType>(wanted);
  if (from && into) {
    if (from.getWidth() == into.getWidth())
      return to(b.getF32Type()).to(wanted);
    return wrap(from.getWidth() < into.getWidth()
                    ? Value(arith::ExtFOp::create(b, loc, wanted, value))
                    : Value(arith::TruncFOp::create(b, loc, wanted, value)));
  }
  if (from)
    return wrap(isUnsigned
                    ? Value(arith::FPToUIOp::create(b, loc, wanted, value))
                    : Value(arith::FPToSIOp::create(b, loc, wanted, value)));
  if (into)
    return wrap(isUnsigned
                    ? Value(arith::UIToFPOp::create(b, loc, wanted, value))
                    : Value(arith::SIToFPOp::create(b, loc, wanted, value)));
  if (type().getIntOrFloatBitWidth() > wanted.getIntOrFloatBitWidth())
    return wrap(arith::TruncIOp::create(b, loc, wanted, value));
  return wrap(isUnsigned
                  ? Value(arith::ExtUIOp::create(b, loc, wanted, value))
                  : Value(arith::ExtSIOp::create(b, loc, wanted, value)));
}

//===-- Scalars -----------------------------------------------------------===//

Scalar Scalars::index(int64_t v) {
  return {*this, arith::ConstantIndexOp::create(b, loc, v)};
}

Scalar Scalars::constant(TypedAttr v) {
  return {*this, arith::ConstantOp::create(b, loc, v)};
}
Scalar Scalars::constant(Type type, double v) {
  return constant(numberAttr(type, v));
}
Scalar Scalars::constant(Type type, int64_t v) {
  return constant(numberAttr(type, v));
}

Scalar Scalars::boolean(bool v) {
  return {*this, arith::ConstantOp::create(b, loc, b.getBoolAttr(v))};
}

Scalar Scalars::position(int64_t dim) {
  return {*this, linalg::IndexOp::create(b, loc, dim)};
}

Scalar Scalars::dim(Value shaped, int64_t i) {
  auto type = cast<ShapedType>(shaped.getType());
  if (!type.isDynamicDim(i))
    return index(type.getDimSize(i));
  if (isa<MemRefType>(type))
    return {*this, memref::DimOp::create(b, loc, shaped, i)};
  return {*this, tensor::DimOp::create(b, loc, shaped, i)};
}

Scalar Scalars::select(Scalar condition, Scalar x, Scalar y) {
  return {*this, arith::SelectOp::create(b, loc, condition, x, y),
          x.isUnsigned};
}

Scalar Scalars::normaliseIndex(Scalar i, Scalar size) {
  i = i.to(b.getIndexType(), i.isUnsigned).as(false);
  i = select(i < 0, i + size, i);
  // The upper bound first: an empty dimension then still gives 0, never -1.
  return i.min(size - 1).max(index(0));
}

static SmallVector<Value> values(ArrayRef<Scalar> scalars) {
  return SmallVector<Value>(scalars.begin(), scalars.end());
}

Scalars::Carried Scalars::wrap(ValueRange values) {
  Carried result;
  for (Value v : values)
    result.push_back({*this, v});
  return result;
}

Scalar Scalars::load(Value memref, ArrayRef<Scalar> at) {
  return {*this, memref::LoadOp::create(b, loc, memref, values(at))};
}
void Scalars::store(Scalar value, Value memref, ArrayRef<Scalar> at) {
  memref::StoreOp::create(b, loc, value, memref, values(at));
}
Scalar Scalars::extract(Value tensor, ArrayRef<Scalar> at) {
  return {*this, tensor::ExtractOp::create(b, loc, tensor, values(at))};
}

void Scalars::loop(Scalar lo, Scalar hi, function_ref<void(Scalar)> body) {
  loop(lo, hi, {}, [&](Scalar i, ArrayRef<Scalar>) {
    body(i);
    return Carried{};
  });
}

Scalars::Carried
Scalars::loop(Scalar lo, Scalar hi, ArrayRef<Scalar> init,
              function_ref<Carried(Scalar, ArrayRef<Scalar>)> body) {
  auto op = scf::ForOp::create(b, loc, lo, hi, index(1), values(init));
  OpBuilder::InsertionGuard guard(b);
  Block *block = op.getBody();
  // Without carried values the builder has put the terminator in already.
  if (block->mightHaveTerminator())
    block->getTerminator()->erase();
  b.setInsertionPointToEnd(block);
  Carried next =
      body({*this, op.getInductionVar()}, wrap(op.getRegionIterArgs()));
  scf::YieldOp::create(b, loc, values(next));
  return wrap(op.getResults());
}

void Scalars::nest(ArrayRef<Scalar> sizes,
                   function_ref<void(ArrayRef<Scalar>)> body) {
  SmallVector<Scalar> at;
  std::function<void()> descend = [&] {
    if (at.size() == sizes.size())
      return body(at);
    loop(index(0), sizes[at.size()], [&](Scalar i) {
      at.push_back(i);
      descend();
      at.pop_back();
    });
  };
  descend();
}

Scalars::Carried
Scalars::whileLoop(ArrayRef<Scalar> init,
                   function_ref<Scalar(ArrayRef<Scalar>)> condition,
                   function_ref<Carried(ArrayRef<Scalar>)> body) {
  SmallVector<Value> operands = values(init);
  SmallVector<Type> types =
      llvm::map_to_vector(operands, [](Value v) { return v.getType(); });
  SmallVector<Location> locs(types.size(), loc);
  auto op = scf::WhileOp::create(b, loc, types, operands);
  OpBuilder::InsertionGuard guard(b);
  Block *before = b.createBlock(&op.getBefore(), {}, types, locs);
  Scalar go = condition(wrap(before->getArguments()));
  scf::ConditionOp::create(b, loc, go, before->getArguments());
  Block *after = b.createBlock(&op.getAfter(), {}, types, locs);
  Carried next = body(wrap(after->getArguments()));
  scf::YieldOp::create(b, loc, values(next));
  return wrap(op.getResults());
}

void Scalars::when(Scalar condition, function_ref<void()> then) {
  auto op = scf::IfOp::create(b, loc, condition, /*withElseRegion=*/false);
  OpBuilder::InsertionGuard guard(b);
  b.setInsertionPoint(op.thenBlock()->getTerminator());
  then();
}

Scalars::Carried Scalars::choose(Scalar condition, function_ref<Carried()> then,
                                 function_ref<Carried()> otherwise) {
  // The result types are known only once a branch is built.
  Region thenRegion, elseRegion;
  SmallVector<Type> types;
  auto fill = [&](Region &region, function_ref<Carried()> branch) {
    OpBuilder::InsertionGuard guard(b);
    b.createBlock(&region);
    SmallVector<Value> results = values(branch());
    types = llvm::map_to_vector(results, [](Value v) { return v.getType(); });
    scf::YieldOp::create(b, loc, results);
  };
  fill(thenRegion, then);
  fill(elseRegion, otherwise);
  auto op =
      scf::IfOp::create(b, loc, types, condition, /*withElseRegion=*/true);
  op.getThenRegion().takeBody(thenRegion);
  op.getElseRegion().takeBody(elseRegion);
  return wrap(op.getResults());
}
