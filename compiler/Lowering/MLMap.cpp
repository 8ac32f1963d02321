// SPDX-License-Identifier: Apache-2.0
// Lowerings of the ai.onnx.ml operators on maps: ZipMap, CastMap and
// DictVectorizer. A map is two tensors, keys and values.
#include "compiler/Lowering/MLMap.h"
#include "compiler/Lowering/Compute.h"
#include "compiler/Lowering/HostCall.h"
#include "compiler/Lowering/Values.h"
#include "dialects/ONNX/ML.h"

using namespace mlir;
using namespace cameo;
using namespace cameo::onnx;

namespace {
/// A map's keys or values, by their number, as a tensor of one dimension.
Value column(Lowerer &l, Value map, int64_t i, Type onnxElement) {
  Scalars s(l.b, l.loc);
  return unboxed(l, itemOf(l, map, s.index(i)),
                 RankedTensorType::get({ShapedType::kDynamic}, onnxElement));
}

/// The type of a map's values; null unless they are numbers or strings.
Type valuesOf(Type onnxType) {
  auto map = dyn_cast<MapType>(onnxType);
  Type type = map ? getElementTypeOrSelf(map.getValueType()) : Type();
  return type && (type.isIntOrFloat() || isString(type)) ? type : Type();
}

LoweredValues lowerZipMap(ZipMapOp op, Lowerer &l) {
  Value x = l(op.getX());
  auto type = cast<RankedTensorType>(x.getType());
  if (type.getRank() == 1)
    x = unsqueeze(l, x, {0});
  else if (type.getRank() != 2)
    return op.emitError("the input must be a row or rows of scores");
  Value keys;
  int64_t count;
  if (auto ints = op.getClasslabelsInt64s(); ints && !ints->empty()) {
    keys =
        boxed(l, constantTensor(l, *ints, l.b.getI64Type()), l.b.getI64Type());
    count = ints->size();
  } else if (auto texts = stringsOf(op.getClasslabelsStrings());
             !texts.empty()) {
    count = texts.size();
    FailureOr<Value> table = stringTensor(l, texts, {count});
    if (failed(table))
      return failure();
    keys = boxed(l, *table, StringType::get(op.getContext()));
  } else {
    return op.emitError("has no class labels");
  }
  checkSame(l, dim(l, x, 1), size(l, count),
            "there are not as many scores as labels");
  Type f32 = l.b.getF32Type();
  x = castTensor(l, x, getElementTypeOrSelf(op.getX().getType()), f32);
  Scalars s(l.b, l.loc);
  Value zero = s.index(0), step = s.index(1);
  auto loop = scf::ForOp::create(l.b, l.loc, zero, toValue(l, dim(l, x, 0)),
                                 step, makeValue(l, ValueKind::Sequence, {}));
  OpBuilder::InsertionGuard guard(l.b);
  loop.getBody()->clear();
  l.b.setInsertionPointToEnd(loop.getBody());
  Value row =
      squeeze(l, sliceAxis(l, x, 0, loop.getInductionVar(), size(l, 1)), {0});
  Value map = makeValue(l, ValueKind::Map, {keys, boxed(l, row, f32)});
  scf::YieldOp::create(l.b, l.loc, append(l, loop.getRegionIterArg(0), map));
  return SmallVector<Value>(loop.getResults());
}

/// Keys and values with the keys in ascending order.
SmallVector<Value> sorted(Lowerer &l, Value keys, Value values) {
  return compute(l, {}, {keys, values}, [&](Scalars &s, ValueRange args) {
    // Insertion: maps are mostly in order already, and small else.
    Scalar n = s.dim(args[0], 0), one = s.index(1);
    s.loop(one, n.max(1.0), [&](Scalar i) {
      Scalar key = s.load(args[0], i), value = s.load(args[1], i);
      Scalar place = s.whileLoop(
          i,
          [&](ArrayRef<Scalar> at) {
            Scalar before = s.select(at[0] > 0, at[0] - 1, at[0]);
            return (at[0] > 0) & (s.load(args[0], before) > key);
          },
          [&](ArrayRef<Scalar> at) {
            Scalar before = at[0] - 1;
            s.store(s.load(args[0], before), args[0], at[0]);
            s.store(s.load(args[1], before), args[1], at[0]);
            return Scalars::Carried{before};
          })[0];
      s.store(key, args[0], place);
      s.store(value, args[1], place);
    });
  });
}

LoweredValues lowerCastMap(CastMapOp op, Lowerer &l) {
  Type from = valuesOf(op.getX().getType());
  Type to = getElementTypeOrSelf(op.getY().getType());
  if (!from || !cast<MapType>(op.getX().getType()).getKeyType().isInteger(64))
    return op.emitError("takes a map from int64 to numbers or strings");
  Value map = l(op.getX());
  Value keys = column(l, map, 0, l.b.getI64Type());
  Value values = column(l, map, 1, from);
  values = isString(from) || isString(to) ? castStrings(l, values, from, to)
                                          : castTensor(l, values, from, to);
  if (op.getMapForm() == "DENSE")
    return one(unsqueeze(l, sorted(l, keys, values)[1], {0}));
  // Each value at the place that its key says.
  if (op.getMaxMap() < 1)
    return op.emitError("max_map must be positive");
  Type element = Lowerer::convert(to);
  Value places =
      fill(l, sizes(l, {op.getMaxMap()}), numberAttr(element, int64_t(0)));
  Scalars s(l.b, l.loc);
  Value count = countOf(l, map);
  SmallVector<Value> spread = compute(
      l, {keys, values, count},
      {places, fill(l, sizes(l, {1}), l.b.getI8IntegerAttr(1))},
      [&](Scalars &s, ValueRange args) {
        Scalar last = s.dim(args[3], 0) - 1;
        s.loop(s.index(0), s(args[2]), [&](Scalar i) {
          Scalar key = s.load(args[0], i).toIndex();
          Scalar fits = (key >= 0) & (key <= last);
          s.when(fits, [&] { s.store(s.load(args[1], i), args[3], key); });
          s.when(!fits, [&] {
            s.store(s.constant(s.b.getI8Type(), 0), args[4], s.index(0));
          });
        });
      });
  check(l, s.extract(spread[1], s.index(0)).isTrue(),
        "a key is not below max_map");
  return one(unsqueeze(l, spread[0], {0}));
}

/// For each key its place among the words, or the number of words.
FailureOr<Value> placesOf(DictVectorizerOp op, Lowerer &l, Value keys,
                          int64_t &count) {
  if (SmallVector<StringRef> words = stringsOf(op.getStringVocabulary());
      !words.empty()) {
    count = words.size();
    return findStrings(l, keys, words);
  }
  ArrayRef<int64_t> words =
      op.getInt64Vocabulary().value_or(ArrayRef<int64_t>());
  count = words.size();
  Value table = constantTensor(l, words, l.b.getI64Type());
  Value places = empty(l, dims(l, keys), l.b.getI64Type());
  return compute(l, {keys, table}, {places}, [&](Scalars &s, ValueRange args) {
    s.loop(s.index(0), s.dim(args[0], 0), [&](Scalar i) {
      Scalar key = s.load(args[0], i);
      s.store(s.constant(s.b.getI64Type(), count), args[2], i);
      s.loop(s.index(0), s.index(count), [&](Scalar j) {
        s.when(s.load(args[1], j).eq(key),
               [&] { s.store(j.to(s.b.getI64Type()), args[2], i); });
      });
    });
  })[0];
}

LoweredValues lowerDictVectorizer(DictVectorizerOp op, Lowerer &l) {
  Type from = valuesOf(op.getX().getType());
  Type key = from ? cast<MapType>(op.getX().getType()).getKeyType() : Type();
  bool byText = !stringsOf(op.getStringVocabulary()).empty();
  if (!from || (byText ? !isString(key) : !key.isInteger(64)))
    return op.emitError(
        "takes a map whose keys are of the vocabulary's type, to numbers or "
        "strings");
  Value map = l(op.getX());
  Value keys = column(l, map, 0, key), values = column(l, map, 1, from);
  int64_t count;
  FailureOr<Value> places = placesOf(op, l, keys, count);
  if (failed(places))
    return failure();
  Value y = fill(l, sizes(l, {count}),
                 numberAttr(Lowerer::convert(from), int64_t(0)));
  y = compute(l, {*places, values}, {y}, [&](Scalars &s, ValueRange args) {
    s.loop(s.index(0), s.dim(args[0], 0), [&](Scalar i) {
      Scalar place = s.load(args[0], i).toIndex();
      s.when((place >= 0) & (place < s.dim(args[2], 0)),
             [&] { s.store(s.load(args[1], i), args[2], place); });
    });
  })[0];
  return one(unsqueeze(l, y, {0}));
}
} // namespace

void cameo::registerMLMapLowerings(LoweringRegistry &r) {
  r.add<ZipMapOp>(lowerZipMap);
  r.add<CastMapOp>(lowerCastMap);
  r.add<DictVectorizerOp>(lowerDictVectorizer);
}
