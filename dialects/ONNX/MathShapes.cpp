// SPDX-License-Identifier: Apache-2.0
// Shape rules of the onnx dialect's Math operators.
#include "dialects/ONNX/Math.h"
#include "dialects/ONNX/ShapeRules.h"
#include "llvm/ADT/MapVector.h"

using namespace mlir;
using namespace cameo::onnx;
using namespace cameo::onnx::rules;

static Type boolType(Operation *op) {
  return IntegerType::get(op->getContext(), 1);
}

//===-- Element-wise, one operand -----------------------------------------===//

#define UNARY(Name) CAMEO_SHAPE_RULE(Name, likeFirst)
UNARY(Sign)
UNARY(Reciprocal)
UNARY(Sqrt)
UNARY(Exp)
UNARY(Log)
UNARY(Erf)
UNARY(Sin)
UNARY(Cos)
UNARY(Tan)
UNARY(Asin)
UNARY(Acos)
UNARY(Atan)
UNARY(Sinh)
UNARY(Cosh)
UNARY(Tanh)
UNARY(Asinh)
UNARY(Acosh)
UNARY(Atanh)
UNARY(BitwiseNot)
UNARY(LeakyRelu)
UNARY(ThresholdedRelu)
UNARY(Elu)
UNARY(Celu)
UNARY(Selu)
UNARY(Sigmoid)
UNARY(HardSigmoid)
UNARY(HardSwish)
UNARY(Swish)
UNARY(Mish)
UNARY(Softplus)
UNARY(Softsign)
UNARY(Gelu)
UNARY(Shrink)
#undef UNARY

/// A unary operator that shape arithmetic uses.
static LogicalResult tracked(Operation *op, ShapeInferrer &shapes,
                             ElementFn fn) {
  if (failed(likeFirst(op, shapes)))
    return failure();
  mapContents(shapes, op->getResult(0), op->getOperands(), fn);
  return success();
}
static LogicalResult rounding(Operation *op, ShapeInferrer &shapes) {
  // Tracked floats are integers.
  return tracked(op, shapes, [](ArrayRef<DimExpr> x) { return x[0]; });
}
CAMEO_SHAPE_RULE(Ceil, rounding)
CAMEO_SHAPE_RULE(Floor, rounding)
CAMEO_SHAPE_RULE(Round, rounding)
LogicalResult NegOp::inferShapes(ShapeInferrer &shapes) {
  return tracked(*this, shapes,
                 [](ArrayRef<DimExpr> x) { return DimExpr(0) - x[0]; });
}
LogicalResult AbsOp::inferShapes(ShapeInferrer &shapes) {
  return tracked(*this, shapes, [](ArrayRef<DimExpr> x) {
    return DimExpr::max(x[0], DimExpr(0) - x[0]);
  });
}
LogicalResult ReluOp::inferShapes(ShapeInferrer &shapes) {
  return tracked(*this, shapes,
                 [](ArrayRef<DimExpr> x) { return DimExpr::max(x[0], 0); });
}
LogicalResult NotOp::inferShapes(ShapeInferrer &shapes) {
  return tracked(*this, shapes,
                 [](ArrayRef<DimExpr> x) -> std::optional<DimExpr> {
                   return x[0].isConstant() ? std::optional<DimExpr>(x[0].is(0))
                                            : std::nullopt;
                 });
}

static LogicalResult predicate(Operation *op, ShapeInferrer &shapes) {
  return sameShape(shapes, op->getResult(0), op->getOperand(0), boolType(op));
}
CAMEO_SHAPE_RULE(IsNaN, predicate)
CAMEO_SHAPE_RULE(IsInf, predicate)

LogicalResult ClipOp::inferShapes(ShapeInferrer &shapes) {
  if (failed(sameElementTypes(*this, shapes, getOperands())))
    return failure();
  return likeFirst(*this, shapes);
}

//===-- Element-wise with broadcasting ------------------------------------===//

/// Operands of one type; `fn` is the operator on elements, if shape arithmetic
/// uses it.
static LogicalResult binary(Operation *op, ShapeInferrer &shapes,
                            Type elementType = {},
                            std::optional<ElementFn> fn = std::nullopt) {
  if (failed(sameElementTypes(op, shapes, op->getOperands())) ||
      failed(broadcastOperands(op, shapes, op->getOperands(), elementType)))
    return failure();
  if (fn)
    mapContents(shapes, op->getResult(0), op->getOperands(), *fn);
  return success();
}
static LogicalResult plain(Operation *op, ShapeInferrer &shapes) {
  return binary(op, shapes);
}
#define BINARY(Name) CAMEO_SHAPE_RULE(Name, plain)
BINARY(Xor)
BINARY(BitwiseAnd)
BINARY(BitwiseOr)
BINARY(BitwiseXor)
BINARY(BitShift)
BINARY(Sum)
BINARY(Mean)
#undef BINARY

LogicalResult AddOp::inferShapes(ShapeInferrer &shapes) {
  return binary(*this, shapes, {},
                [](ArrayRef<DimExpr> x) { return x[0] + x[1]; });
}
LogicalResult SubOp::inferShapes(ShapeInferrer &shapes) {
  return binary(*this, shapes, {},
                [](ArrayRef<DimExpr> x) { return x[0] - x[1]; });
}
LogicalResult MulOp::inferShapes(ShapeInferrer &shapes) {
  return binary(*this, shapes, {},
                [](ArrayRef<DimExpr> x) { return x[0] * x[1]; });
}
LogicalResult DivOp::inferShapes(ShapeInferrer &shapes) {
  bool isFloat = isa_and_nonnull<FloatType>(shapes.elementType(getA()));
  auto divide = [&](ArrayRef<DimExpr> x) -> std::optional<DimExpr> {
    if (std::optional<DimExpr> exact = DimExpr::exactDiv(x[0], x[1]))
      return exact;
    // Integers truncate, which is the floor where neither is negative.
    if (isFloat || x[1].is(0) || x[0].lowerBound() < 0 || x[1].lowerBound() < 0)
      return std::nullopt;
    return DimExpr::floorDiv(x[0], x[1]);
  };
  return binary(*this, shapes, {}, divide);
}
LogicalResult ModOp::inferShapes(ShapeInferrer &shapes) {
  auto remainder = [&](ArrayRef<DimExpr> x) -> std::optional<DimExpr> {
    if (x[1].is(0) || x[1].lowerBound() < 0 ||
        (getFmod() && x[0].lowerBound() < 0))
      return std::nullopt;
    return DimExpr::mod(x[0], x[1]);
  };
  return binary(*this, shapes, {}, remainder);
}

static LogicalResult folded(Operation *op, ShapeInferrer &shapes,
                            DimExpr (*combine)(DimExpr, DimExpr)) {
  return binary(op, shapes, {}, [combine](ArrayRef<DimExpr> x) {
    DimExpr result = x[0];
    for (DimExpr y : x.drop_front())
      result = combine(result, y);
    return result;
  });
}
LogicalResult MaxOp::inferShapes(ShapeInferrer &shapes) {
  return folded(*this, shapes, DimExpr::max);
}
LogicalResult MinOp::inferShapes(ShapeInferrer &shapes) {
  return folded(*this, shapes, DimExpr::min);
}

/// Whether a < b, if known for all values of the symbols.
static std::optional<bool> less(DimExpr a, DimExpr b) {
  if (DimExpr d = b - a; !d.isOverflow() && d.lowerBound() > 0)
    return true;
  if (DimExpr d = a - b; !d.isOverflow() && d.lowerBound() >= 0)
    return false;
  return std::nullopt;
}
static std::optional<bool> equal(DimExpr a, DimExpr b) {
  if (a == b)
    return true;
  if (less(a, b).value_or(false) || less(b, a).value_or(false))
    return false;
  return std::nullopt;
}
static LogicalResult
comparison(Operation *op, ShapeInferrer &shapes,
           llvm::function_ref<std::optional<bool>(DimExpr, DimExpr)> fn) {
  return binary(op, shapes, boolType(op),
                [&](ArrayRef<DimExpr> x) -> std::optional<DimExpr> {
                  std::optional<bool> known = fn(x[0], x[1]);
                  return known ? std::optional<DimExpr>(*known) : std::nullopt;
                });
}
static std::optional<bool> negate(std::optional<bool> x) {
  return x ? std::optional<bool>(!*x) : std::nullopt;
}
LogicalResult EqualOp::inferShapes(ShapeInferrer &shapes) {
  return comparison(*this, shapes, equal);
}
LogicalResult LessOp::inferShapes(ShapeInferrer &shapes) {
  return comparison(*this, shapes, less);
}
LogicalResult GreaterOp::inferShapes(ShapeInferrer &shapes) {
  return comparison(*this, shapes,
                    [](DimExpr a, DimExpr b) { return less(b, a); });
}
LogicalResult LessOrEqualOp::inferShapes(ShapeInferrer &shapes) {
  return comparison(*this, shapes,
                    [](DimExpr a, DimExpr b) { return negate(less(b, a)); });
}
LogicalResult GreaterOrEqualOp::inferShapes(ShapeInferrer &shapes) {
  return comparison(*this, shapes,
                    [](DimExpr a, DimExpr b) { return negate(less(a, b)); });
}
LogicalResult AndOp::inferShapes(ShapeInferrer &shapes) {
  return binary(*this, shapes, {},
                [](ArrayRef<DimExpr> x) -> std::optional<DimExpr> {
                  if (x[0].is(0) || x[1].is(0))
                    return 0;
                  return x[0].is(1) && x[1].is(1) ? std::optional<DimExpr>(1)
                                                  : std::nullopt;
                });
}
LogicalResult OrOp::inferShapes(ShapeInferrer &shapes) {
  return binary(*this, shapes, {},
                [](ArrayRef<DimExpr> x) -> std::optional<DimExpr> {
                  if (x[0].is(1) || x[1].is(1))
                    return 1;
                  return x[0].is(0) && x[1].is(0) ? std::optional<DimExpr>(0)
                                                  : std::nullopt;
                });
}

LogicalResult PowOp::inferShapes(ShapeInferrer &shapes) {
  // The exponent's element type may be another.
  return broadcastOperands(*this, shapes, getOperands(),
                           shapes.elementType(getX()));
}
LogicalResult PReluOp::inferShapes(ShapeInferrer &shapes) {
  if (failed(sameElementTypes(*this, shapes, getOperands())))
    return failure();
  if (!shapes.ranked(getX()) || !shapes.ranked(getSlope()))
    return likeFirst(*this, shapes);
  FailureOr<Dims> dims =
      shapes.broadcast(*this, {shapes.shape(getX()), shapes.shape(getSlope())});
  if (failed(dims))
    return failure();
  if (static_cast<int64_t>(dims->size()) != *shapes.rank(getX()))
    return emitOpError("slope does not broadcast to X");
  return likeFirst(*this, shapes);
}
LogicalResult SwiGLUOp::inferShapes(ShapeInferrer &shapes) {
  return binary(*this, shapes);
}

LogicalResult WhereOp::inferShapes(ShapeInferrer &shapes) {
  if (Type t = shapes.elementType(getCondition()); t && !t.isInteger(1))
    return emitOpError() << "condition holds elements of type " << t
                         << ", expected booleans";
  Type elementType = shapes.elementType(getX());
  if (!elementType)
    elementType = shapes.elementType(getY());
  if (failed(sameElementTypes(*this, shapes, {getX(), getY()})) ||
      failed(broadcastOperands(*this, shapes, getOperands(), elementType)))
    return failure();
  mapContents(shapes, getOutput(), getOperands(),
              [](ArrayRef<DimExpr> x) -> std::optional<DimExpr> {
                if (x[0].isConstant())
                  return x[0].is(0) ? x[2] : x[1];
                return x[1] == x[2] ? std::optional<DimExpr>(x[1])
                                    : std::nullopt;
              });
  return success();
}

//===-- Matrices ----------------------------------------------------------===//

LogicalResult MatMulOp::inferShapes(ShapeInferrer &shapes) {
  Type elementType = shapes.elementType(getA());
  if (failed(sameElementTypes(*this, shapes, getOperands())))
    return failure();
  FailureOr<Dims> dims = matMulShape(*this, shapes, getA(), getB());
  if (failed(dims))
    return failure();
  if (!shapes.ranked(getA()) || !shapes.ranked(getB()))
    return shapes.setUnranked(getY(), elementType);
  return shapes.set(getY(), elementType, *dims);
}

LogicalResult GemmOp::inferShapes(ShapeInferrer &shapes) {
  Type elementType = shapes.elementType(getA());
  if (failed(sameElementTypes(*this, shapes, getOperands())) ||
      failed(checkRank(*this, shapes, getA(), "A", 2, 2)) ||
      failed(checkRank(*this, shapes, getB(), "B", 2, 2)))
    return failure();
  bool a = shapes.ranked(getA()), b = shapes.ranked(getB());
  Dims dims = freshDims(shapes, getY(), 2);
  if (a)
    dims[0] = shapes.dim(getA(), getTransA() ? 1 : 0);
  if (b)
    dims[1] = shapes.dim(getB(), getTransB() ? 0 : 1);
  if (a && b &&
      failed(unify(*this, shapes.dim(getA(), getTransA() ? 0 : 1),
                   shapes.dim(getB(), getTransB() ? 1 : 0),
                   "inner dimensions")))
    return failure();
  if (ShapeInferrer::present(getC()) && shapes.ranked(getC())) {
    Dims c = shapes.shape(getC());
    FailureOr<Dims> all = shapes.broadcast(*this, {dims, c});
    if (failed(all))
      return failure();
    // One way only: where the product's size is 1, so is C's (which the run checks where it is not known).
    auto stretches = [&](unsigned i) {
      size_t at = c.size() + i - 2; // C's own dimensions are the last ones
      return dims[i].is(1) && at < c.size() && c[at].isConstant() &&
             !c[at].is(1);
    };
    if (all->size() != 2 || stretches(0) || stretches(1))
      return emitOpError("C does not broadcast to the product");
  }
  return shapes.set(getY(), elementType, dims);
}

LogicalResult DetOp::inferShapes(ShapeInferrer &shapes) {
  Type elementType = shapes.elementType(getX());
  if (!shapes.ranked(getX()))
    return shapes.setUnranked(getY(), elementType);
  if (failed(checkRank(*this, shapes, getX(), "X", 2)))
    return failure();
  Dims dims = shapes.shape(getX());
  DimExpr columns = dims.pop_back_val(), rows = dims.pop_back_val();
  if (failed(unify(*this, rows, columns, "rows and columns of the matrices")))
    return failure();
  return shapes.set(getY(), elementType, dims);
}

LogicalResult EinsumOp::inferShapes(ShapeInferrer &shapes) {
  if (failed(sameElementTypes(*this, shapes, getInputs())))
    return failure();
  if (getInputs().empty())
    return emitOpError("needs an operand");
  std::string equation;
  for (char c : getEquation())
    if (c != ' ')
      equation.push_back(c);
  auto [left, right] = StringRef(equation).split("->");
  bool isExplicit = StringRef(equation).contains("->");
  SmallVector<StringRef> terms;
  left.split(terms, ',');
  if (terms.size() != getInputs().size())
    return emitOpError() << "equation '" << getEquation() << "' has "
                         << terms.size() << " terms for " << getInputs().size()
                         << " operands";
  Type elementType = shapes.elementType(getInputs()[0]);
  if (!llvm::all_of(getInputs(), [&](Value v) { return shapes.ranked(v); }))
    return shapes.setUnranked(getOutput(), elementType);

  llvm::MapVector<char, DimExpr> sizes;
  std::map<char, int> uses;
  Dims ellipsis;
  for (auto [term, operand] : llvm::zip(terms, getInputs())) {
    Dims dims = shapes.shape(operand);
    auto [before, after] = term.split("...");
    bool hasEllipsis = term.contains("...");
    size_t letters = before.size() + (hasEllipsis ? after.size() : 0);
    if (hasEllipsis ? letters > dims.size() : letters != dims.size())
      return emitOpError() << "term '" << term
                           << "' of the equation does not fit rank "
                           << dims.size();
    if (!hasEllipsis)
      after = "";
    auto bind = [&](StringRef names,
                    ArrayRef<DimExpr> values) -> LogicalResult {
      for (auto [name, size] : llvm::zip(names, values)) {
        if (!llvm::isAlpha(name))
          return emitOpError() << "equation has the invalid character '"
                               << StringRef(&name, 1) << "'";
        ++uses[name];
        auto [it, inserted] = sizes.insert({name, size});
        if (inserted)
          continue;
        std::optional<DimExpr> both = DimExpr::broadcast(it->second, size);
        if (!both)
          return emitOpError()
                 << "sizes of '" << StringRef(&name, 1)
                 << "' differ: " << it->second.str() << " and " << size.str();
        it->second = *both;
      }
      return success();
    };
    ArrayRef<DimExpr> all = dims;
    if (failed(bind(before, all.take_front(before.size()))) ||
        failed(bind(after, all.take_back(after.size()))))
      return failure();
    if (hasEllipsis) {
      Dims middle(all.drop_front(before.size()).drop_back(after.size()));
      FailureOr<Dims> both = shapes.broadcast(*this, {ellipsis, middle});
      if (failed(both))
        return failure();
      ellipsis = std::move(*both);
    }
  }
  std::string output;
  if (isExplicit) {
    output = right.str();
  } else {
    // The letters that occur once, in order, behind the ellipsis.
    output = left.contains("...") ? "..." : "";
    for (auto [name, count] : uses)
      if (count == 1)
        output.push_back(name);
  }
  Dims result;
  for (size_t i = 0; i < output.size(); ++i) {
    if (StringRef(output).substr(i).starts_with("...")) {
      llvm::append_range(result, ellipsis);
      i += 2;
      continue;
    }
    auto it = sizes.find(output[i]);
    if (it == sizes.end())
      return emitOpError() << "output '" << output
                           << "' of the equation names '"
                           << StringRef(output).substr(i, 1)
                           << "', which no operand has";
    result.push_back(it->second);
  }
  return shapes.set(getOutput(), elementType, result);
}
