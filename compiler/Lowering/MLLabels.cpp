// SPDX-License-Identifier: Apache-2.0
// Lowerings of ai.onnx.ml's categories: LabelEncoder, CategoryMapper and
// OneHotEncoder, by a binary search in a sorted table; strings are found by a
// function of runtime/support.
#include "compiler/Lowering/HostCall.h"
#include "compiler/Lowering/ML.h"
#include "dialects/ONNX/ML.h"
#include <cmath>

using namespace mlir;
using namespace cameo;
using namespace cameo::onnx;

namespace {
/// Numbers in a type that orders and compares them: i64 or f64.
struct Keys {
  bool isFloat = false;
  SmallVector<int64_t> ints;
  SmallVector<double> floats;

  size_t size() const { return isFloat ? floats.size() : ints.size(); }
};

/// Distinct keys in order with the place of each among those given, the first
/// where one is given twice; NaN apart.
struct SearchTable {
  Value keys, places;
  int64_t count = 0;
  std::optional<int64_t> nanPlace;

  static SearchTable make(Lowerer &l, const Keys &given) {
    SearchTable t;
    std::vector<std::pair<double, int64_t>> floats;
    std::vector<std::pair<int64_t, int64_t>> ints;
    for (size_t i = 0; i < given.size(); ++i) {
      if (!given.isFloat)
        ints.push_back({given.ints[i], i});
      else if (!std::isnan(given.floats[i]))
        floats.push_back({given.floats[i], i});
      else if (!t.nanPlace)
        t.nanPlace = i;
    }
    auto settle = [&](auto &list) {
      llvm::sort(list);
      list.erase(
          std::unique(list.begin(), list.end(),
                      [](auto &a, auto &b) { return a.first == b.first; }),
          list.end());
      std::vector<int64_t> places;
      auto keys = std::vector<std::decay_t<decltype(list[0].first)>>();
      for (auto &[key, place] : list) {
        keys.push_back(key);
        places.push_back(place);
      }
      t.count = list.size();
      if (t.count) {
        t.keys = numbers<std::decay_t<decltype(keys[0])>>(l, keys);
        t.places = numbers<int64_t>(l, places);
      }
    };
    if (given.isFloat)
      settle(floats);
    else
      settle(ints);
    return t;
  }

  /// The place of `x` (i64 or f64), or -1.
  Scalar find(Scalars &s, Scalar x) const {
    Type i64 = s.b.getI64Type();
    Scalar place = s.constant(i64, -1);
    if (count) {
      // The first key that is not below x.
      auto range = s.loop(
          s.index(0), s.index(llvm::Log2_64_Ceil(count) + 1),
          {s.index(0), s.index(count)},
          [&](Scalar, ArrayRef<Scalar> v) -> Scalars::Carried {
            Scalar middle =
                s(arith::ShRUIOp::create(s.b, s.loc, v[0] + v[1], s.index(1)));
            Scalar safe =
                s.select(middle < s.index(count), middle, s.index(count - 1));
            Scalar below = (s.extract(keys, {safe}) < x) & (v[0] < v[1]);
            Scalar inside = v[0] < v[1];
            return {s.select(below, middle + 1, v[0]),
                    s.select(inside & !below, middle, v[1])};
          });
      Scalar at =
          s.select(range[0] < s.index(count), range[0], s.index(count - 1));
      place =
          s.select(s.extract(keys, {at}).eq(x), s.extract(places, {at}), place);
    }
    if (nanPlace)
      place = s.select(x.isNaN(), s.constant(i64, *nanPlace), place);
    return place;
  }
};

Scalar keyOf(Scalars &s, Scalar raw, Type onnxElement, bool isFloat) {
  bool isUnsigned = Lowerer::isUnsigned(onnxElement);
  Scalar v = s.fromMemory(raw, onnxElement).as(isUnsigned);
  return v.to(isFloat ? Type(s.b.getF64Type()) : Type(s.b.getI64Type()),
              isUnsigned);
}

bool isNumber(Type onnxElement) { return onnxElement.isIntOrFloat(); }

/// The strings of an attribute or, where it is given instead, of a tensor;
/// nothing if neither holds strings.
std::optional<SmallVector<StringRef>>
readStrings(std::optional<ArrayAttr> list, std::optional<ElementsAttr> tensor) {
  if (list)
    return stringsOf(list);
  auto strings = dyn_cast_if_present<DenseStringElementsAttr>(
      tensor.value_or(ElementsAttr()));
  if (!strings)
    return std::nullopt;
  if (strings.isSplat())
    return SmallVector<StringRef>(strings.getNumElements(),
                                  strings.getSplatValue<StringRef>());
  return SmallVector<StringRef>(strings.getRawStringData());
}

LoweredValues lowerLabelEncoder(LabelEncoderOp op, Lowerer &l) {
  Type from = getElementTypeOrSelf(op.getX().getType()),
       to = getElementTypeOrSelf(op.getY().getType());
  auto read = [&](Keys &k, StringRef name,
                  std::optional<ArrayRef<float>> floats,
                  std::optional<ArrayRef<int64_t>> ints,
                  std::optional<ElementsAttr> tensor) -> LogicalResult {
    if (tensor) {
      if (auto f = elementFloats(*tensor)) {
        k.isFloat = true;
        k.floats.assign(f->begin(), f->end());
        return success();
      }
      auto i = elementInts(*tensor);
      if (!i)
        return op.emitError(name) << "_tensor does not hold what it should";
      k.ints.assign(i->begin(), i->end());
      return success();
    }
    if (ints) {
      k.ints.assign(ints->begin(), ints->end());
      return success();
    }
    if (!floats)
      return op.emitError("has no ")
             << name << " of the type it takes or gives";
    k.isFloat = true;
    k.floats.assign(floats->begin(), floats->end());
    return success();
  };
  Keys keys, values;
  auto keyTexts = readStrings(op.getKeysStrings(), op.getKeysTensor());
  auto valueTexts = readStrings(op.getValuesStrings(), op.getValuesTensor());
  if (isString(from) != keyTexts.has_value() ||
      isString(to) != valueTexts.has_value())
    return op.emitError(
        "its keys or values are not of the type it takes or gives");
  if ((!keyTexts && failed(read(keys, "keys", op.getKeysFloats(),
                                op.getKeysInt64s(), op.getKeysTensor()))) ||
      (!valueTexts && failed(read(values, "values", op.getValuesFloats(),
                                  op.getValuesInt64s(), op.getValuesTensor()))))
    return failure();
  size_t keyCount = keyTexts ? keyTexts->size() : keys.size(),
         last = valueTexts ? valueTexts->size() : values.size();
  if (keyCount != last)
    return op.emitError("has ")
           << keyCount << " keys and " << last << " values";
  // One more value for what is no key.
  if (valueTexts) {
    auto given = readStrings(std::nullopt, op.getDefaultTensor());
    if (given && given->size() != 1)
      return op.emitError("default_tensor must hold one string");
    valueTexts->push_back(given ? (*given)[0] : op.getDefaultString());
  } else if (op.getDefaultTensor()) {
    auto f = elementFloats(*op.getDefaultTensor());
    auto i = elementInts(*op.getDefaultTensor());
    if ((!f || f->size() != 1) && (!i || i->size() != 1))
      return op.emitError("default_tensor must hold one number");
    if (values.isFloat)
      values.floats.push_back(f ? (*f)[0] : double((*i)[0]));
    else
      values.ints.push_back(i ? (*i)[0] : int64_t((*f)[0]));
  } else if (values.isFloat) {
    values.floats.push_back(op.getDefaultFloat().convertToDouble());
  } else {
    values.ints.push_back(op.getDefaultInt64());
  }
  Value x = l(op.getX()), results;
  SearchTable table;
  if (keyTexts) {
    auto places = findStrings(l, x, *keyTexts);
    if (failed(places))
      return failure();
    x = *places;
  } else {
    table = SearchTable::make(l, keys);
  }
  if (valueTexts) {
    auto texts = stringTensor(l, *valueTexts, {int64_t(valueTexts->size())});
    if (failed(texts))
      return failure();
    results = *texts;
  } else {
    results = values.isFloat ? numbers<double>(l, values.floats)
                             : numbers<int64_t>(l, values.ints);
  }
  return one(elementwise(
      l, Lowerer::convert(to), {x},
      [&](Scalars &s, ArrayRef<Scalar> v) -> Value {
        Scalar place = v[0];
        if (!keyTexts) {
          place = table.find(s, keyOf(s, v[0], from, keys.isFloat));
          place = s.select(place < 0, place.like(int64_t(last)), place);
        }
        Scalar value = s.extract(results, {place.toIndex()});
        if (valueTexts)
          return value;
        return s.toMemory(
            value.to(Scalars::computeType(to), Lowerer::isUnsigned(to)), to);
      },
      op.getY()));
}

LoweredValues lowerCategoryMapper(CategoryMapperOp op, Lowerer &l) {
  SmallVector<StringRef> texts = stringsOf(op.getCatsStrings());
  ArrayRef<int64_t> ints = op.getCatsInt64s().value_or(ArrayRef<int64_t>());
  if (texts.size() != ints.size())
    return op.emitError("has ")
           << texts.size() << " strings for " << ints.size() << " integers";
  Type i64 = l.b.getI64Type();
  Value x = l(op.getX());
  if (isString(op.getX().getType())) {
    SmallVector<int64_t> values(ints);
    values.push_back(op.getDefaultInt64());
    auto places = findStrings(l, x, texts);
    if (failed(places))
      return failure();
    Value table = numbers<int64_t>(l, values);
    return one(elementwise(l, i64, *places,
                           [&](Scalars &s, ArrayRef<Scalar> v) -> Value {
                             return s.extract(table, {v[0].toIndex()});
                           }));
  }
  Keys keys;
  keys.ints.assign(ints.begin(), ints.end());
  SearchTable table = SearchTable::make(l, keys);
  texts.push_back(op.getDefaultString());
  auto strings = stringTensor(l, texts, {int64_t(texts.size())});
  if (failed(strings))
    return failure();
  Value list = *strings;
  return one(
      elementwise(l, i64, x, [&](Scalars &s, ArrayRef<Scalar> v) -> Value {
        Scalar place = table.find(s, v[0]);
        place = s.select(place < 0, place.like(int64_t(ints.size())), place);
        return s.extract(list, {place.toIndex()});
      }));
}

LoweredValues lowerOneHotEncoder(OneHotEncoderOp op, Lowerer &l) {
  Value x = l(op.getX());
  Type from = getElementTypeOrSelf(op.getX().getType());
  int64_t count = 0;
  // The place of each element's category; -1 if it has none.
  Value places;
  if (isString(from)) {
    SmallVector<StringRef> texts = stringsOf(op.getCatsStrings());
    auto found = findStrings(l, x, texts);
    if (failed(found))
      return failure();
    count = texts.size();
    places = elementwise(l, l.b.getI64Type(), *found,
                         [&](Scalars &s, ArrayRef<Scalar> v) -> Value {
                           return s.select(v[0].eq(count), v[0].like(-1), v[0]);
                         });
  } else {
    auto cats = op.getCatsInt64s();
    if (!isNumber(from) || !cats)
      return op.emitError("has no categories of the type it takes");
    Keys keys;
    keys.ints.assign(cats->begin(), cats->end());
    count = keys.size();
    SearchTable table = SearchTable::make(l, keys);
    places = elementwise(l, l.b.getI64Type(), {x},
                         [&](Scalars &s, ArrayRef<Scalar> v) -> Value {
                           return table.find(s, keyOf(s, v[0], from, false));
                         });
  }
  if (!op.getZeros()) {
    auto axes = llvm::to_vector(
        llvm::seq<int64_t>(0, cast<RankedTensorType>(x.getType()).getRank()));
    Value least = reduce(
        l, places, axes, numberAttr(l.b.getI64Type(), int64_t(0)),
        [](Scalars &, Scalar v, Scalar acc) -> Value { return v.min(acc); });
    Scalars s(l.b, l.loc);
    check(l, s.extract(least, {}) >= 0,
          "is given a category that it does not know");
  }
  Sizes out = dims(l, x);
  out.push_back(size(l, count));
  Type i64 = l.b.getI64Type();
  return one(
      generate(l, refine(l, op.getY(), out), l.b.getF32Type(),
               [&](Scalars &s, ArrayRef<Scalar> at) -> Value {
                 Scalar place = s.extract(places, at.drop_back());
                 return place.eq(at.back().to(i64)).to(s.b.getF32Type(), true);
               }));
}
} // namespace

void cameo::registerMLLabelLowerings(LoweringRegistry &r) {
  r.add<LabelEncoderOp>(lowerLabelEncoder);
  r.add<CategoryMapperOp>(lowerCategoryMapper);
  r.add<OneHotEncoderOp>(lowerOneHotEncoder);
}
