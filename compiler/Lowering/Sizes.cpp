// SPDX-License-Identifier: Apache-2.0
// Sizes of lowered tensors as OpFoldResults, run-time checks, constants and destinations.
#include "compiler/Lowering/Bounds.h"
#include "compiler/Lowering/Support.h"

using namespace mlir;
using namespace cameo;

//===-- Sizes -------------------------------------------------------------===//

OpFoldResult cameo::size(Lowerer &l, int64_t n) { return l.b.getIndexAttr(n); }

Sizes cameo::sizes(Lowerer &l, ArrayRef<int64_t> n) {
  return llvm::map_to_vector<6>(n, [&](int64_t v) { return size(l, v); });
}

static OpFoldResult findDim(Lowerer &l, Value tensor, int64_t i) {
  // Where a size stems from an operand of a computation, name it by that operand: equal sizes
  // then are equal values, and nothing waits for the computation.
  while (true) {
    auto type = cast<RankedTensorType>(tensor.getType());
    if (!type.isDynamicDim(i))
      return size(l, type.getDimSize(i));
    Operation *def = tensor.getDefiningOp();
    if (auto view = dyn_cast_or_null<tensor::CastOp>(def)) {
      tensor = view.getSource();
    } else if (auto dps = dyn_cast_or_null<DestinationStyleOpInterface>(def)) {
      OpOperand *init = dps.getTiedOpOperand(cast<OpResult>(tensor));
      tensor = init->get();
    } else if (auto empty = dyn_cast_or_null<tensor::EmptyOp>(def)) {
      return empty.getMixedSizes()[i];
    } else if (auto expand = dyn_cast_or_null<tensor::ExpandShapeOp>(def)) {
      return expand.getMixedOutputShape()[i];
    } else if (auto slice = dyn_cast_or_null<tensor::ExtractSliceOp>(def);
               slice && slice.getDroppedDims().none()) {
      return slice.getMixedSizes()[i];
    } else {
      return tensor::DimOp::create(l.b, l.loc, tensor, i).getResult();
    }
  }
}

OpFoldResult cameo::dim(Lowerer &l, Value tensor, int64_t i) {
  OpFoldResult found = findDim(l, tensor, i);
  // What the graph knows of the size holds for the arithmetic that computes it.
  if (auto value = dyn_cast<Value>(found))
    if (Value onnxValue = l.origin(tensor))
      if (auto known = l.dimExpr(onnxValue, i))
        l.setExpr(value, *known);
  return found;
}

Sizes cameo::dims(Lowerer &l, Value tensor) {
  Sizes r;
  for (int64_t i = 0, e = cast<RankedTensorType>(tensor.getType()).getRank();
       i < e; ++i)
    r.push_back(dim(l, tensor, i));
  return r;
}

Value cameo::toValue(Lowerer &l, OpFoldResult size) {
  return getValueOrCreateConstantIndexOp(l.b, l.loc, size);
}

SmallVector<Value> cameo::toValues(Lowerer &l, ArrayRef<OpFoldResult> sizes) {
  return llvm::map_to_vector(sizes,
                             [&](OpFoldResult s) { return toValue(l, s); });
}

/// A constant if both are, else the operation.
template <typename Op>
static OpFoldResult arithmetic(Lowerer &l, OpFoldResult a, OpFoldResult b,
                               function_ref<int64_t(int64_t, int64_t)> fold) {
  auto x = getConstantIntValue(a), y = getConstantIntValue(b);
  if (x && y)
    return size(l, fold(*x, *y));
  return Op::create(l.b, l.loc, toValue(l, a), toValue(l, b)).getResult();
}

OpFoldResult cameo::add(Lowerer &l, OpFoldResult a, OpFoldResult b) {
  if (isZeroInteger(a))
    return b;
  if (isZeroInteger(b))
    return a;
  return arithmetic<arith::AddIOp>(l, a, b,
                                   [](int64_t x, int64_t y) { return x + y; });
}

OpFoldResult cameo::sub(Lowerer &l, OpFoldResult a, OpFoldResult b) {
  if (isZeroInteger(b))
    return a;
  return arithmetic<arith::SubIOp>(l, a, b,
                                   [](int64_t x, int64_t y) { return x - y; });
}

OpFoldResult cameo::mul(Lowerer &l, OpFoldResult a, OpFoldResult b) {
  if (isOneInteger(a))
    return b;
  if (isOneInteger(b))
    return a;
  return arithmetic<arith::MulIOp>(l, a, b,
                                   [](int64_t x, int64_t y) { return x * y; });
}

OpFoldResult cameo::floorDiv(Lowerer &l, OpFoldResult a, OpFoldResult b) {
  if (isOneInteger(b))
    return a;
  OpFoldResult divisor = b;
  if (!getConstantIntValue(b) && l.expr(b).lowerBound() < 1)
    divisor =
        maximum(l, b, size(l, 1)); // a size of 0 must not stop the process
  OpFoldResult quotient = arithmetic<arith::DivUIOp>(
      l, a, divisor, [](int64_t x, int64_t y) { return y ? x / y : 0; });
  if (auto v = dyn_cast<Value>(quotient); v && divisor != b)
    l.setExpr(v, onnx::DimExpr::floorDiv(l.expr(a), l.expr(b)));
  return quotient;
}

OpFoldResult cameo::minimum(Lowerer &l, OpFoldResult a, OpFoldResult b) {
  return arithmetic<arith::MinSIOp>(
      l, a, b, [](int64_t x, int64_t y) { return std::min(x, y); });
}

OpFoldResult cameo::maximum(Lowerer &l, OpFoldResult a, OpFoldResult b) {
  return arithmetic<arith::MaxSIOp>(
      l, a, b, [](int64_t x, int64_t y) { return std::max(x, y); });
}

OpFoldResult cameo::product(Lowerer &l, ArrayRef<OpFoldResult> sizes) {
  OpFoldResult r = size(l, 1);
  for (OpFoldResult s : sizes)
    r = mul(l, r, s);
  return r;
}

std::optional<onnx::DimExpr> Lowerer::dimExpr(Value onnxValue,
                                              int64_t i) const {
  if (!shapes || !shapes->ranked(onnxValue))
    return std::nullopt;
  return shapes->dim(onnxValue, i);
}

std::optional<onnx::DimExpr> Lowerer::elementExpr(Value onnxInts,
                                                  int64_t i) const {
  auto contents = shapes ? shapes->contents(onnxInts) : std::nullopt;
  if (!contents || i >= int64_t(contents->size()))
    return std::nullopt;
  return (*contents)[i];
}

/// Whether `condition` asks if a size is negative.
static bool isNeverNegative(Lowerer &l, Value condition) {
  auto compare = condition.getDefiningOp<arith::CmpIOp>();
  return compare && compare.getPredicate() == arith::CmpIPredicate::slt &&
         isConstantIntValue(compare.getRhs(), 0) &&
         l.expr(compare.getLhs()).lowerBound() >= 0;
}

onnx::DimExpr Lowerer::expr(OpFoldResult size) {
  if (auto n = getConstantIntValue(size))
    return *n;
  Value v = cast<Value>(size);
  if (auto it = exprs.find(v); it != exprs.end())
    return it->second;
  onnx::DimExpr e;
  if (auto dim = v.getDefiningOp<tensor::DimOp>();
      dim && dim.getConstantIndex())
    e = expr(dim.getSource(), *dim.getConstantIndex());
  else if (auto add = v.getDefiningOp<arith::AddIOp>())
    e = expr(add.getLhs()) + expr(add.getRhs());
  else if (auto sub = v.getDefiningOp<arith::SubIOp>())
    e = expr(sub.getLhs()) - expr(sub.getRhs());
  else if (auto mul = v.getDefiningOp<arith::MulIOp>())
    e = expr(mul.getLhs()) * expr(mul.getRhs());
  else if (auto div = v.getDefiningOp<arith::DivUIOp>())
    e = onnx::DimExpr::floorDiv(expr(div.getLhs()), expr(div.getRhs()));
  else if (auto min = v.getDefiningOp<arith::MinSIOp>())
    e = onnx::DimExpr::min(expr(min.getLhs()), expr(min.getRhs()));
  else if (auto max = v.getDefiningOp<arith::MaxSIOp>())
    e = onnx::DimExpr::max(expr(max.getLhs()), expr(max.getRhs()));
  else if (auto select = v.getDefiningOp<arith::SelectOp>();
           select && isNeverNegative(*this, select.getCondition()))
    e = expr(select.getFalseValue());
  else
    e = table().fresh(/*isSize=*/false); // it may come from data
  return exprs[v] = e;
}

onnx::DimExpr Lowerer::expr(Value tensor, int64_t i) {
  auto type = cast<RankedTensorType>(tensor.getType());
  if (!type.isDynamicDim(i))
    return type.getDimSize(i);
  if (Value onnxValue = origin(tensor))
    if (auto known = dimExpr(onnxValue, i))
      return *known;
  auto [it, isNew] = dimExprs.try_emplace({tensor, i});
  if (isNew)
    it->second = table().fresh();
  return it->second;
}

bool cameo::sameSize(Lowerer &l, OpFoldResult a, OpFoldResult b) {
  return l.expr(a) == l.expr(b);
}

bool cameo::sameDim(Lowerer &l, Value a, int64_t i, Value b, int64_t j) {
  return sameSize(l, dim(l, a, i), dim(l, b, j));
}

OpFoldResult cameo::settleSize(Lowerer &l, Value onnxResult, int64_t i,
                               OpFoldResult computed) {
  auto type = cast<RankedTensorType>(onnxResult.getType());
  if (!type.isDynamicDim(i)) {
    OpFoldResult stated = size(l, type.getDimSize(i));
    checkSame(l, computed, stated,
              "dimension " + Twine(i) + " of the result is not " +
                  Twine(type.getDimSize(i)) + " as the model states");
    return stated;
  }
  if (getConstantIntValue(computed).value_or(0) < 0) {
    l.fail() << "dimension " << i
             << " of the result would have the negative size "
             << *getConstantIntValue(computed);
    return size(l, 0);
  }
  if (auto v = dyn_cast<Value>(computed); v && !getConstantIntValue(computed)) {
    if (l.expr(computed).lowerBound() < 0) {
      Scalars s(l.b, l.loc);
      check(l, s(v) >= 0,
            "dimension " + Twine(i) + " of the result is negative");
    }
    if (auto e = l.dimExpr(onnxResult, i))
      l.setExpr(v, *e);
  }
  return computed;
}

int64_t cameo::axisOf(int64_t axis, int64_t rank) {
  assert(axis >= -rank && axis < rank &&
         "the shape rule lets no other axis pass");
  return axis < 0 ? axis + rank : axis;
}

std::optional<int64_t> cameo::normaliseAxis(int64_t axis, int64_t rank) {
  if (axis < -rank || axis >= rank)
    return std::nullopt;
  return axis < 0 ? axis + rank : axis;
}

//===-- Checks ------------------------------------------------------------===//

std::string cameo::message(Lowerer &l, const Twine &reason) {
  std::string text;
  llvm::raw_string_ostream os(text);
  StringRef node, file;
  l.loc->walk([&](Location at) {
    if (auto name = dyn_cast<NameLoc>(at); name && node.empty())
      node = name.getName();
    if (auto line = dyn_cast<FileLineColLoc>(at); line && file.empty())
      file = line.getFilename();
    return WalkResult::advance();
  });
  if (!file.empty())
    os << file << ": ";
  if (!node.empty())
    os << "node '" << node << "' ";
  if (l.op) {
    StringRef name = l.op->getName().getStringRef();
    if (auto custom = l.op->getAttrOfType<StringAttr>("name");
        custom && name == "onnx.custom.Call")
      name = custom.getValue();
    os << "(" << name.substr(name.rfind('.') + 1) << "): ";
  }
  os << reason;
  return text;
}

void cameo::check(Lowerer &l, Value condition, const Twine &reason) {
  CheckOp::create(l.b, l.loc, condition, message(l, reason));
}

void cameo::checkSame(Lowerer &l, OpFoldResult a, OpFoldResult b,
                      const Twine &reason) {
  if (sameSize(l, a, b))
    return;
  check(l,
        arith::CmpIOp::create(l.b, l.loc, arith::CmpIPredicate::eq,
                              toValue(l, a), toValue(l, b)),
        reason);
}

void cameo::checkNotEmpty(Lowerer &l, OpFoldResult size, OpFoldResult count) {
  if (getConstantIntValue(size).value_or(0) > 0 || isZeroInteger(count))
    return;
  Scalars s(l.b, l.loc);
  check(l, s(toValue(l, size)).ne(0) | s(toValue(l, count)).eq(0),
        "indexes an empty dimension");
}

void cameo::checkNotEmpty(Lowerer &l, Value tensor, int64_t first,
                          OpFoldResult count) {
  for (int64_t i = first,
               e = cast<RankedTensorType>(tensor.getType()).getRank();
       i < e; ++i)
    checkNotEmpty(l, dim(l, tensor, i), count);
}

//===-- Destinations ------------------------------------------------------===//

Value cameo::empty(Lowerer &l, ArrayRef<OpFoldResult> sizes, Type element) {
  // Constants among the values count as static.
  Sizes folded = llvm::map_to_vector<6>(sizes, [&](OpFoldResult s) {
    auto n = getConstantIntValue(s);
    return n ? size(l, *n) : s;
  });
  return tensor::EmptyOp::create(l.b, l.loc, folded, element);
}

Value cameo::fill(Lowerer &l, ArrayRef<OpFoldResult> sizes, Value scalar) {
  Value init = empty(l, sizes, scalar.getType());
  return linalg::FillOp::create(l.b, l.loc, scalar, init).getResult(0);
}

Value cameo::fill(Lowerer &l, ArrayRef<OpFoldResult> sizes, TypedAttr scalar) {
  return fill(l, sizes,
              arith::ConstantOp::create(l.b, l.loc, scalar).getResult());
}

Sizes cameo::refine(Lowerer &l, Value onnxValue,
                    ArrayRef<OpFoldResult> dynamic) {
  Sizes r(dynamic);
  auto type = dyn_cast<RankedTensorType>(onnxValue.getType());
  for (auto [i, s] : llvm::enumerate(r)) {
    if (type && !type.isDynamicDim(i))
      s = size(l, type.getDimSize(i));
    else if (auto v = dyn_cast<Value>(s))
      if (auto e = l.dimExpr(onnxValue, i))
        l.setExpr(v, *e);
  }
  return r;
}
