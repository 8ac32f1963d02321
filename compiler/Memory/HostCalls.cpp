// SPDX-License-Identifier: Apache-2.0
#include "compiler/Memory/HostCalls.h"
#include "cameo/operator.h"

using namespace mlir;
using namespace cameo;

//===-- constants ---------------------------------------------------------===//

template <typename T> static void append(std::string &out, const T &value) {
  out.append(reinterpret_cast<const char *>(&value), sizeof value);
}

template <typename T>
static void appendAll(std::string &out, ArrayRef<T> list) {
  for (const T &value : list)
    append(out, value);
}

std::string cameo::packParameters(DictionaryAttr parameters) {
  cameo_attributes table = {};
  std::vector<cameo_attribute> entries;
  std::string data;
  size_t start = sizeof table + parameters.size() * sizeof(cameo_attribute);
  auto position = [&] { return static_cast<int64_t>(start + data.size()); };
  auto align = [&] { data.resize(llvm::alignTo(data.size(), 8)); };
  auto text = [&](StringRef s) {
    int64_t at = position();
    data.append(s.data(), s.size());
    data += '\0';
    return at;
  };
  auto strings = [&](cameo_attribute &entry, ArrayRef<Attribute> list) {
    SmallVector<int64_t> offsets;
    for (Attribute s : list)
      offsets.push_back(text(cast<StringAttr>(s).getValue()));
    align();
    entry.kind = CAMEO_STRINGS;
    entry.count = list.size();
    entry.data = position();
    appendAll<int64_t>(data, offsets);
  };
  auto numbers = [&](cameo_attribute &entry, int32_t kind, auto list) {
    align();
    entry.kind = kind;
    entry.count = list.size();
    entry.data = position();
    appendAll(data, list);
  };
  for (NamedAttribute a : parameters) {
    cameo_attribute entry = {};
    entry.name = text(a.getName());
    Attribute value = a.getValue();
    if (auto s = dyn_cast<StringAttr>(value))
      strings(entry, value);
    else if (auto array = dyn_cast<ArrayAttr>(value))
      strings(entry, array.getValue());
    else if (auto ints = dyn_cast<DenseI64ArrayAttr>(value))
      numbers(entry, CAMEO_INTS, ints.asArrayRef());
    else if (auto floats = dyn_cast<DenseF32ArrayAttr>(value))
      numbers(entry, CAMEO_FLOATS, floats.asArrayRef());
    else if (auto f = dyn_cast<FloatAttr>(value))
      numbers(entry, CAMEO_FLOATS,
              ArrayRef<float>(static_cast<float>(f.getValueAsDouble())));
    else
      numbers(entry, CAMEO_INTS,
              ArrayRef<int64_t>(
                  cast<IntegerAttr>(value).getValue().getSExtValue()));
    entries.push_back(entry);
  }
  align();
  table.count = entries.size();
  table.size = position();
  std::string bytes;
  append(bytes, table);
  appendAll<cameo_attribute>(bytes, entries);
  return bytes + data;
}

//===-- code --------------------------------------------------------------===//

static constexpr int64_t tensorBytes = sizeof(cameo_tensor);

static Value i64(OpBuilder &b, Location loc, int64_t v) {
  return LLVM::ConstantOp::create(b, loc, b.getI64Type(),
                                  b.getI64IntegerAttr(v));
}

static Value toI64(OpBuilder &b, Location loc, Value v) {
  if (auto c = getConstantIntValue(v))
    return i64(b, loc, *c);
  return arith::IndexCastOp::create(b, loc, b.getI64Type(), v);
}

static Value at(OpBuilder &b, Location loc, Value base, int64_t bytes) {
  return LLVM::GEPOp::create(
      b, loc, base.getType(), b.getI8Type(), base,
      ArrayRef<LLVM::GEPArg>{static_cast<int32_t>(bytes)});
}

static RankedTensorType typeOf(Attribute a) {
  return cast<RankedTensorType>(cast<TypeAttr>(a).getValue());
}

HostCalls::HostCalls(OpBuilder &b, func::FuncOp main) {
  size_t mostTensors = 0, mostSizes = 0;
  main.walk([&](HostRunOp op) {
    size_t sizes = 0;
    for (Attribute type : op.getTypes())
      sizes += typeOf(type).getRank();
    mostTensors = std::max(mostTensors, op.getTypes().size());
    mostSizes = std::max(mostSizes, sizes);
  });
  if (mostTensors == 0)
    return;
  Location loc = main.getLoc();
  Type ptr = LLVM::LLVMPointerType::get(b.getContext());
  auto take = [&](int64_t words) {
    return LLVM::AllocaOp::create(b, loc, ptr, b.getI64Type(),
                                  i64(b, loc, words), 8);
  };
  tensors = take(mostTensors * tensorBytes / 8);
  shapes = take(std::max<size_t>(mostSizes, 1));
}

Value HostCalls::call(OpBuilder &b, HostRunOp op, Value exec, Value table) {
  Location loc = op.getLoc();
  Type ptr = exec.getType(), i32 = b.getI32Type(), i64Type = b.getI64Type();
  auto store = [&](Value v, Value base, int64_t offset) {
    LLVM::StoreOp::create(b, loc, v, at(b, loc, base, offset), 4);
  };
  auto constant32 = [&](int32_t v) {
    return LLVM::ConstantOp::create(b, loc, i32, b.getI32IntegerAttr(v));
  };
  int64_t inputs = op.getInputCount(), count = op.getTypes().size();
  size_t nextData = 0, nextSize = 0;
  int64_t shapeAt = 0;
  for (int64_t k = 0; k < count; ++k) {
    RankedTensorType type = typeOf(op.getTypes()[k]);
    bool allocated =
        k >= inputs && llvm::is_contained(op.getAllocates(), k - inputs);
    int64_t base = k * tensorBytes, shape = shapeAt;
    for (int64_t size : type.getShape()) {
      Value v = !ShapedType::isDynamic(size) ? i64(b, loc, size)
                : allocated ? i64(b, loc, -1)
                            : toI64(b, loc, op.getSizes()[nextSize++]);
      store(v, shapes, shapeAt);
      shapeAt += 8;
    }
    Value data, bytes = i64(b, loc, 0);
    if (allocated) {
      data = LLVM::ZeroOp::create(b, loc, ptr);
    } else {
      bytes = toI64(b, loc, op.getBytes()[nextData]);
      data = op.getData()[nextData++];
    }
    store(data, tensors, base + offsetof(cameo_tensor, data));
    store(at(b, loc, shapes, shape), tensors,
          base + offsetof(cameo_tensor, shape));
    store(constant32(type.getRank()), tensors,
          base + offsetof(cameo_tensor, rank));
    store(constant32(op.getDtypes()[k]), tensors,
          base + offsetof(cameo_tensor, dtype));
    store(bytes, tensors, base + offsetof(cameo_tensor, bytes));
  }
  auto function =
      LLVM::LLVMFunctionType::get(i32, {ptr, ptr, i64Type, ptr, i64Type, ptr});
  return LLVM::CallOp::create(
             b, loc, function, op.getSymbol(),
             ValueRange{exec, tensors, i64(b, loc, inputs),
                        at(b, loc, tensors, inputs * tensorBytes),
                        i64(b, loc, count - inputs), table})
      .getResult();
}

Value HostCalls::results(OpBuilder &b, HostRunOp op,
                         SmallVectorImpl<Value> &values) {
  Location loc = op.getLoc();
  Type ptr = LLVM::LLVMPointerType::get(b.getContext());
  Value fine;
  auto require = [&](LLVM::ICmpPredicate predicate, Value x, Value y) {
    Value holds = LLVM::ICmpOp::create(b, loc, predicate, x, y);
    fine = fine ? LLVM::AndOp::create(b, loc, fine, holds).getResult() : holds;
  };
  int64_t inputs = op.getInputCount(), shapeAt = 0;
  for (auto [k, attr] : llvm::enumerate(op.getTypes())) {
    RankedTensorType type = typeOf(attr);
    int64_t result = static_cast<int64_t>(k) - inputs;
    if (result < 0 || !llvm::is_contained(op.getAllocates(), result)) {
      shapeAt += 8 * type.getRank();
      continue;
    }
    Value data = LLVM::LoadOp::create(
        b, loc, ptr,
        at(b, loc, tensors, k * tensorBytes + offsetof(cameo_tensor, data)), 8);
    require(LLVM::ICmpPredicate::ne, data, LLVM::ZeroOp::create(b, loc, ptr));
    values.push_back(data);
    for (int64_t size : type.getShape()) {
      Value v = LLVM::LoadOp::create(b, loc, b.getI64Type(),
                                     at(b, loc, shapes, shapeAt), 8);
      shapeAt += 8;
      if (!ShapedType::isDynamic(size)) {
        require(LLVM::ICmpPredicate::eq, v, i64(b, loc, size));
        continue;
      }
      require(LLVM::ICmpPredicate::sge, v, i64(b, loc, 0));
      values.push_back(arith::IndexCastOp::create(b, loc, b.getIndexType(), v));
    }
  }
  return fine;
}
