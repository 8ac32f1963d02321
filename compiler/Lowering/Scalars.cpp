// SPDX-License-Identifier: Apache-2.0
// Scalar expressions and loops: each operator picks the arith or math operation
// for its type.
#include "compiler/Lowering/Scalars.h"

using namespace mlir;
using namespace cameo;

bool Scalar::isFloat() const { return isa<FloatType>(value.getType()); }

Scalar Scalar::like(double literal) const {
  return code->constant(type(), literal);
}

/// The operation for floats or that for integers.
template <typename FloatOp, typename IntOp>
static Value either(Scalars &c, bool isFloat, Value a, Value b) {
  if (isFloat)
    return FloatOp::create(c.b, c.loc, a, b);
  return IntOp::create(c.b, c.loc, a, b);
}

Scalar Scalar::operator+(Scalar o) const {
  return {*code,
          either<arith::AddFOp, arith::AddIOp>(*code, isFloat(), value, o)};
}
Scalar Scalar::operator-(Scalar o) const {
  return {*code,
          either<arith::SubFOp, arith::SubIOp>(*code, isFloat(), value, o)};
}
Scalar Scalar::operator*(Scalar o) const {
  return {*code,
          either<arith::MulFOp, arith::MulIOp>(*code, isFloat(), value, o)};
}
Scalar Scalar::operator/(Scalar o) const {
  return {*code,
          either<arith::DivFOp, arith::DivSIOp>(*code, isFloat(), value, o)};
}
Scalar Scalar::operator%(Scalar o) const {
  return {*code,
          either<arith::RemFOp, arith::RemSIOp>(*code, isFloat(), value, o)};
}
Scalar Scalar::operator-() const {
  return isFloat()
             ? Scalar(*code, arith::NegFOp::create(code->b, code->loc, value))
             : like(0) - *this;
}

static Scalar compare(Scalars &c, Scalar a, Scalar b, arith::CmpFPredicate f,
                      arith::CmpIPredicate i) {
  Value r = a.isFloat() ? Value(arith::CmpFOp::create(c.b, c.loc, f, a, b))
                        : Value(arith::CmpIOp::create(c.b, c.loc, i, a, b));
  return {c, r};
}
Scalar Scalar::operator<(Scalar o) const {
  return compare(*code, *this, o, arith::CmpFPredicate::OLT,
                 arith::CmpIPredicate::slt);
}
Scalar Scalar::operator<=(Scalar o) const {
  return compare(*code, *this, o, arith::CmpFPredicate::OLE,
                 arith::CmpIPredicate::sle);
}
Scalar Scalar::operator>(Scalar o) const { return o < *this; }
Scalar Scalar::operator>=(Scalar o) const { return o <= *this; }
Scalar Scalar::eq(Scalar o) const {
  return compare(*code, *this, o, arith::CmpFPredicate::OEQ,
                 arith::CmpIPredicate::eq);
}
Scalar Scalar::ne(Scalar o) const {
  return compare(*code, *this, o, arith::CmpFPredicate::UNE,
                 arith::CmpIPredicate::ne);
}

Scalar Scalar::operator&(Scalar o) const {
  return {*code, arith::AndIOp::create(code->b, code->loc, value, o)};
}
Scalar Scalar::operator|(Scalar o) const {
  return {*code, arith::OrIOp::create(code->b, code->loc, value, o)};
}
Scalar Scalar::operator!() const {
  return {*code, arith::XOrIOp::create(code->b, code->loc, value,
                                       code->boolean(true))};
}

Scalar Scalar::min(Scalar o) const {
  return {*code, either<arith::MinimumFOp, arith::MinSIOp>(*code, isFloat(),
                                                           value, o)};
}
Scalar Scalar::max(Scalar o) const {
  return {*code, either<arith::MaximumFOp, arith::MaxSIOp>(*code, isFloat(),
                                                           value, o)};
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
#undef CAMEO_SCALAR_UNARY

Scalar Scalar::abs() const {
  if (isFloat())
    return {*code, math::AbsFOp::create(code->b, code->loc, value)};
  return max(-*this);
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

Scalar Scalars::constant(Type type, double v) {
  TypedAttr attr = isa<FloatType>(type)
                       ? TypedAttr(b.getFloatAttr(type, v))
                       : TypedAttr(b.getIntegerAttr(type, int64_t(v)));
  return {*this, arith::ConstantOp::create(b, loc, attr)};
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
  return {*this, arith::SelectOp::create(b, loc, condition, x, y)};
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
