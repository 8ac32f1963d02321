// SPDX-License-Identifier: Apache-2.0
// Lowerings of ai.onnx.ml's preparation of data: scaling, normalising, filling
// in, picking and joining columns.
#include "compiler/Lowering/Bounds.h"
#include "compiler/Lowering/ML.h"
#include "dialects/ONNX/ML.h"

using namespace mlir;
using namespace cameo;
using namespace cameo::onnx;

namespace {
RankedTensorType typeOf(Value v) { return cast<RankedTensorType>(v.getType()); }

/// One number for all, or one per element of the last dimension.
struct PerColumn {
  Value table;
  double scalar = 0;

  static FailureOr<PerColumn> make(Operation *op, Lowerer &l, Value x,
                                   StringRef name, ArrayRef<double> values,
                                   Type element) {
    PerColumn p;
    if (values.size() == 1) {
      p.scalar = values[0];
      return p;
    }
    int64_t rank = typeOf(x).getRank();
    if (values.empty() || rank == 0)
      return op->emitError(name) << " has " << values.size() << " elements";
    OpFoldResult width = dim(l, x, rank - 1);
    if (auto known = getConstantIntValue(width);
        known && *known != int64_t(values.size()))
      return op->emitError(name) << " has " << values.size() << " elements for "
                                 << *known << " columns";
    checkSame(l, width, size(l, values.size()),
              name + " does not have as many elements as there are columns");
    SmallVector<Attribute> attrs;
    for (double v : values)
      attrs.push_back(numberAttr(element, v));
    p.table = arith::ConstantOp::create(
        l.b, l.loc,
        DenseElementsAttr::get(
            RankedTensorType::get({int64_t(values.size())}, element), attrs));
    return p;
  }
};

SmallVector<double> asDoubles(std::optional<ArrayRef<float>> v) {
  return v ? SmallVector<double>(v->begin(), v->end()) : SmallVector<double>();
}

bool isNumeric(Value onnxX) {
  return getElementTypeOrSelf(onnxX.getType()).isIntOrFloat();
}

LoweredValues lowerScaler(ScalerOp op, Lowerer &l) {
  Value x = l(op.getX());
  if (!isNumeric(op.getX()))
    return op.emitError("takes a tensor of numbers");
  Type given = getElementTypeOrSelf(op.getX().getType());
  Type wide = given.isF64() ? given : Type(l.b.getF32Type());
  SmallVector<double> offsets = asDoubles(op.getOffset()),
                      scales = asDoubles(op.getScale());
  if (offsets.empty())
    offsets = {0};
  if (scales.empty())
    scales = {1};
  auto offset = PerColumn::make(op, l, x, "offset", offsets, wide),
       scale = PerColumn::make(op, l, x, "scale", scales, wide);
  if (failed(offset) || failed(scale))
    return failure();
  SmallVector<Value> inputs = {x};
  for (const PerColumn *p : {&*offset, &*scale})
    if (p->table)
      inputs.push_back(p->table);
  return one(elementwise(
      l, l.b.getF32Type(), inputs,
      [&](Scalars &s, ArrayRef<Scalar> v) -> Value {
        Scalar value =
            s.fromMemory(v[0], given).to(wide, Lowerer::isUnsigned(given));
        ArrayRef<Scalar> rest = v.drop_front();
        auto next = [&](const PerColumn &p) {
          if (!p.table)
            return s.constant(wide, p.scalar);
          Scalar r = rest.front();
          rest = rest.drop_front();
          return r;
        };
        Scalar shifted = value - next(*offset);
        return (shifted * next(*scale)).to(l.b.getF32Type());
      },
      op.getY()));
}

LoweredValues lowerNormalizer(NormalizerOp op, Lowerer &l) {
  Value x = l(op.getX());
  if (!isNumeric(op.getX()))
    return op.emitError("takes a tensor of numbers");
  int64_t rank = typeOf(x).getRank();
  if (rank < 1 || rank > 2)
    return op.emitError("takes a vector or a matrix");
  Type f32 = l.b.getF32Type();
  if (typeOf(x).getElementType() != f32)
    x = castTensor(l, x, getElementTypeOrSelf(op.getX().getType()), f32);
  StringRef norm = op.getNorm();
  TypedAttr identity =
      norm == "MAX" ? lowestAttr(f32, false) : numberAttr(f32, 0.0);
  Value size = reduce(l, x, {rank - 1}, identity,
                      [&](Scalars &, Scalar v, Scalar acc) -> Value {
                        if (norm == "MAX")
                          return v.max(acc);
                        return (norm == "L1" ? v.abs() : v * v) + acc;
                      });
  size = unsqueeze(l, size, {rank - 1});
  // Rows whose norm is 0 stay as they are.
  return one(elementwise(
      l, f32, {x, size},
      [&](Scalars &s, ArrayRef<Scalar> v) -> Value {
        Scalar d = norm == "L2" ? v[1].sqrt() : v[1];
        return s.select(d.ne(d.like(0.0)), v[0] / d, v[0]);
      },
      op.getY()));
}

LoweredValues lowerBinarizer(BinarizerOp op, Lowerer &l) {
  if (!isNumeric(op.getX()))
    return op.emitError("takes a tensor of numbers");
  double threshold = op.getThreshold().convertToDouble();
  return one(elementwiseOnnx(
      l, op.getY(), {op.getX()}, [&](Scalars &s, ArrayRef<Scalar> v) -> Value {
        // Integers are compared as numbers that hold them all.
        Type type = v[0].type();
        Scalar x =
            v[0].isFloat() ? v[0] : v[0].to(l.b.getF64Type(), v[0].isUnsigned);
        Scalar above = x > x.like(threshold);
        return s.select(above, s.constant(type, int64_t(1)),
                        s.constant(type, int64_t(0)));
      }));
}

LoweredValues lowerImputer(ImputerOp op, Lowerer &l) {
  Value x = l(op.getX());
  Type element = getElementTypeOrSelf(op.getX().getType());
  if (!isNumeric(op.getX()))
    return op.emitError("takes a tensor of numbers");
  bool isFloat = isa<FloatType>(element);
  SmallVector<double> values;
  if (isFloat)
    values = asDoubles(op.getImputedValueFloats());
  else if (op.getImputedValueInt64s())
    values.assign(op.getImputedValueInt64s()->begin(),
                  op.getImputedValueInt64s()->end());
  Type lowered = Lowerer::convert(element);
  double replaced = op.getReplacedValueFloat().convertToDouble();
  int64_t replacedInt = op.getReplacedValueInt64();
  Value table;
  if (!isFloat && op.getImputedValueInt64s()) {
    // Exact where doubles are not.
    ArrayRef<int64_t> ints = *op.getImputedValueInt64s();
    if (ints.size() == 1)
      table = constantTensor(l, ints, lowered);
  }
  auto fills =
      table ? FailureOr<PerColumn>(PerColumn{})
            : PerColumn::make(op, l, x, "imputed_value", values, lowered);
  if (failed(fills))
    return failure();
  if (!table)
    table = fills->table;
  SmallVector<Value> inputs = {x};
  if (table)
    inputs.push_back(table);
  return one(elementwise(
      l, lowered, inputs,
      [&](Scalars &s, ArrayRef<Scalar> v) -> Value {
        Scalar fillIn = table ? v[1] : s.constant(lowered, fills->scalar);
        Scalar missing = !isFloat ? v[0].eq(v[0].like(replacedInt))
                         : std::isnan(replaced) ? v[0].isNaN()
                                                : v[0].eq(v[0].like(replaced));
        return s.select(missing, fillIn, v[0]);
      },
      op.getY()));
}

LoweredValues lowerArrayFeatureExtractor(ArrayFeatureExtractorOp op,
                                         Lowerer &l) {
  Value x = l(op.getX()), places = l(op.getY());
  if (!isa<IntegerType>(getElementTypeOrSelf(op.getY().getType())))
    return op.emitError("takes integers as indices");
  int64_t rank = typeOf(x).getRank();
  OpFoldResult width = dim(l, x, rank - 1);
  OpFoldResult count = product(l, dims(l, places));
  if (typeOf(places).getRank() != 1)
    places = reshape(l, places, {count});
  if (rank == 1)
    x = unsqueeze(l, x, {0});
  Sizes out = dims(l, x);
  out.back() = count;
  checkNotEmpty(l, width, product(l, out));
  Value sizeValue = toValue(l, width);
  return one(generate(l, refine(l, op.getZ(), out), typeOf(x).getElementType(),
                      [&](Scalars &s, ArrayRef<Scalar> at) -> Value {
                        SmallVector<Scalar> from(at);
                        Scalar i = s.extract(places, {at.back()});
                        from.back() =
                            s.normaliseIndex(i.toIndex(), s(sizeValue));
                        return s.extract(x, from);
                      }));
}

LoweredValues lowerFeatureVectorizer(FeatureVectorizerOp op, Lowerer &l) {
  ArrayRef<int64_t> widths =
      op.getInputdimensions().value_or(ArrayRef<int64_t>());
  if (op.getX().empty())
    return op.emitError("needs an operand");
  if (!widths.empty() && widths.size() != op.getX().size())
    return op.emitError("inputdimensions has ")
           << widths.size() << " elements for " << op.getX().size()
           << " operands";
  Type f32 = l.b.getF32Type();
  SmallVector<Value> parts;
  for (auto [i, onnxX] : llvm::enumerate(op.getX())) {
    FailureOr<Value> x = featureRows(op, l, onnxX, f32, 0, false);
    if (failed(x))
      return failure();
    if (i)
      checkSame(l, dim(l, *x, 0), dim(l, parts[0], 0),
                "operands differ in the number of rows");
    Value part = *x;
    if (!widths.empty()) {
      if (widths[i] < 0 || widths[i] > (int64_t(1) << 31))
        return op.emitError("inputdimensions holds ") << widths[i];
      OpFoldResult has = dim(l, part, 1);
      // What a row lacks is 0, what it has too much is left out.
      if (getConstantIntValue(has) != widths[i]) {
        Value have = toValue(l, has), source = part;
        part = generate(
            l, {dim(l, source, 0), size(l, widths[i])}, f32,
            [&](Scalars &s, ArrayRef<Scalar> at) -> Value {
              return s.choose(
                  at[1] < s(have),
                  [&]() -> Scalars::Carried { return {s.extract(source, at)}; },
                  [&]() -> Scalars::Carried {
                    return {s.constant(f32, 0.0)};
                  })[0];
            });
      }
    }
    parts.push_back(part);
  }
  return one(parts.size() == 1 ? parts[0] : concat(l, parts, 1));
}
} // namespace

void cameo::registerMLDataLowerings(LoweringRegistry &r) {
  r.add<ScalerOp>(lowerScaler);
  r.add<NormalizerOp>(lowerNormalizer);
  r.add<BinarizerOp>(lowerBinarizer);
  r.add<ImputerOp>(lowerImputer);
  r.add<ArrayFeatureExtractorOp>(lowerArrayFeatureExtractor);
  r.add<FeatureVectorizerOp>(lowerFeatureVectorizer);
}
