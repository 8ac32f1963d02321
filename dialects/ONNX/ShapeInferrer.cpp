// SPDX-License-Identifier: Apache-2.0
// What ShapeInferrer keeps and how rules state it; the rules are beside the
// operators.
#include "dialects/ONNX/ShapeInferrer.h"
#include "dialects/ONNX/Math.h"
#include "dialects/ONNX/Tensor.h"
#include "mlir/IR/Matchers.h"
#include <cmath>

using namespace mlir;
using namespace cameo::onnx;

static constexpr size_t maxContents = 64;
// Sizes in bytes stay within int64 for every element type.
static constexpr int64_t maxElements = int64_t{1} << 58;
/// More dimensions than any operator or exporter has use for.
static constexpr size_t maxRank = 64;

/// Operators whose result has their first operand's rank, whatever that is: a
/// rank that the model states for the one holds for the other.
static bool keepsRank(Operation *op) {
  return isa<IdentityOp, CastOp, CastLikeOp, AbsOp, NegOp, ReciprocalOp, SqrtOp,
             ExpOp, LogOp, ReluOp, SigmoidOp, TanhOp, ClipOp>(op);
}

ShapeInferrer::ShapeInferrer(func::FuncOp func) : func(func) {
  seedArguments();
  SmallVector<Operation *> keeping;
  func.walk([&](Operation *op) {
    for (Value v : op->getResults())
      if (auto type = dyn_cast<RankedTensorType>(v.getType()))
        statedRanks[v] = type.getRank();
    if (keepsRank(op))
      keeping.push_back(op);
  });
  // Against the order of the graph, so that a rank passes whole chains.
  for (Operation *op : llvm::reverse(keeping))
    if (std::optional<int64_t> rank = statedRank(op->getResult(0)))
      statedRanks.try_emplace(op->getOperand(0), *rank);
}

void ShapeInferrer::seedArguments() {
  if (func.isExternal())
    return;
  for (BlockArgument arg : func.getArguments()) {
    auto type = dyn_cast<RankedTensorType>(arg.getType());
    if (!type)
      continue;
    auto names =
        func.getArgAttrOfType<ArrayAttr>(arg.getArgNumber(), "cameo.dims");
    Dims dims;
    for (auto [i, size] : llvm::enumerate(type.getShape())) {
      StringAttr name;
      if (names && i < names.size())
        name = dyn_cast<StringAttr>(names[i]);
      if (!ShapedType::isDynamic(size))
        dims.push_back(size);
      else if (name && !name.empty())
        dims.push_back(dimTable.symbol(name));
      else
        dims.push_back(fresh(arg, i));
    }
    infos[arg] = Info{std::move(dims), std::nullopt};
  }
}

LogicalResult ShapeInferrer::run() {
  return func.isExternal() ? success() : runBlock(func.getBody().front());
}

LogicalResult ShapeInferrer::runRegion(Region &region) {
  return region.empty() ? success() : runBlock(region.front());
}

LogicalResult ShapeInferrer::runBlock(Block &block) {
  for (Operation &op : block)
    if (auto inference = dyn_cast<ShapeInference>(op))
      if (failed(inference.inferShapes(*this)))
        return failure();
  return success();
}

//===-- What is known of a value ------------------------------------------===//

/// The elements of a small integer tensor, or of a float one whose elements are
/// integers.
static std::optional<Dims> elementsOf(DenseElementsAttr elements) {
  auto type = dyn_cast<RankedTensorType>(elements.getType());
  if (!type || type.getRank() > 1 ||
      type.getNumElements() > static_cast<int64_t>(maxContents))
    return std::nullopt;
  Dims result;
  if (type.getElementType().isIntOrIndex()) {
    bool isUnsigned = type.getElementType().isUnsignedInteger() ||
                      type.getElementType().isInteger(1);
    for (const APInt &value : elements.getValues<APInt>()) {
      if (value.getBitWidth() > 64 ||
          (isUnsigned && value.getActiveBits() > 63))
        return std::nullopt;
      result.push_back(isUnsigned ? static_cast<int64_t>(value.getZExtValue())
                                  : value.getSExtValue());
    }
    return result;
  }
  if (!isa<Float32Type, Float64Type>(type.getElementType()))
    return std::nullopt;
  for (const APFloat &value : elements.getValues<APFloat>()) {
    double number = value.convertToDouble();
    // Beyond 2^24 an f32 is no longer exact, and shape arithmetic in floats
    // neither.
    if (!std::isfinite(number) || number != std::floor(number) ||
        std::fabs(number) > (1 << 24))
      return std::nullopt;
    result.push_back(static_cast<int64_t>(number));
  }
  return result;
}

ElementsAttr ShapeInferrer::constant(Value v) {
  auto op = v.getDefiningOp<ConstantOp>();
  return op ? op.getValue() : ElementsAttr();
}

ShapeInferrer::Info ShapeInferrer::seed(Value v) const {
  Info info;
  if (auto type = dyn_cast<RankedTensorType>(v.getType()))
    for (auto [i, size] : llvm::enumerate(type.getShape()))
      info.dims.push_back(ShapedType::isDynamic(size)
                              ? const_cast<ShapeInferrer *>(this)->fresh(v, i)
                              : DimExpr(size));
  if (auto elements = dyn_cast_if_present<DenseElementsAttr>(constant(v)))
    info.contents = elementsOf(elements);
  return info;
}

ShapeInferrer::Info &ShapeInferrer::lookup(Value v) const {
  auto it = infos.find(v);
  if (it == infos.end()) {
    Info info = seed(v);
    it = infos.try_emplace(v, std::move(info)).first;
  }
  return it->second;
}

bool ShapeInferrer::ranked(Value v) const {
  return isa<RankedTensorType>(v.getType());
}

std::optional<int64_t> ShapeInferrer::rank(Value v) const {
  if (auto type = dyn_cast<RankedTensorType>(v.getType()))
    return type.getRank();
  return std::nullopt;
}

Dims ShapeInferrer::shape(Value v) const { return lookup(v).dims; }

DimExpr ShapeInferrer::dim(Value v, int64_t i) const {
  return lookup(v).dims[i];
}

std::optional<int64_t> ShapeInferrer::statedRank(Value v) const {
  auto it = statedRanks.find(v);
  return it == statedRanks.end() ? std::nullopt
                                 : std::optional<int64_t>(it->second);
}

Type ShapeInferrer::elementType(Value v) const {
  auto type = dyn_cast<TensorType>(v.getType());
  if (!type || isa<UnknownType>(type.getElementType()))
    return nullptr;
  return type.getElementType();
}

std::optional<Dims> ShapeInferrer::contents(Value v) const {
  return lookup(v).contents;
}

std::optional<SmallVector<int64_t>> ShapeInferrer::constantInts(Value v) const {
  std::optional<Dims> elements = contents(v);
  if (!elements)
    return std::nullopt;
  SmallVector<int64_t> numbers;
  for (DimExpr e : *elements) {
    if (!e.isConstant())
      return std::nullopt;
    numbers.push_back(*e.constant());
  }
  return numbers;
}

bool ShapeInferrer::equal(Value a, int64_t i, Value b, int64_t j) const {
  if (!ranked(a) || !ranked(b))
    return false;
  // References would dangle: the second lookup may rehash.
  DimExpr x = dim(a, i), y = dim(b, j);
  return x == y;
}

DimExpr ShapeInferrer::elementCount(Value v) const {
  DimExpr product = 1;
  for (DimExpr d : shape(v))
    product = product * d;
  return product;
}

//===-- What a rule states ------------------------------------------------===//

DimExpr ShapeInferrer::fresh(Value result, int64_t i) {
  auto [it, inserted] = freshSymbols.try_emplace({result, i}, 0);
  if (inserted)
    it->second = dimTable.fresh();
  return it->second;
}

DimExpr ShapeInferrer::freshElement(Value v, int64_t i) {
  auto [it, inserted] = freshSymbols.try_emplace({v, -1 - i}, 0);
  if (inserted)
    it->second = dimTable.fresh(/*isSize=*/false);
  return it->second;
}

static Type orUnknown(Type elementType, MLIRContext *context) {
  return elementType ? elementType : UnknownType::get(context);
}

LogicalResult ShapeInferrer::set(Value result, Type elementType,
                                 ArrayRef<DimExpr> dims) {
  if (!present(result))
    return success();
  if (dims.size() > maxRank)
    return emitError(result.getLoc()) << "result has " << dims.size()
                                      << " dimensions, more than " << maxRank;
  SmallVector<int64_t> sizes;
  DimExpr count = 1;
  for (auto [i, d] : llvm::enumerate(dims)) {
    std::optional<int64_t> size = d.constant();
    if (d.isOverflow() || (size && *size > maxElements))
      return emitError(result.getLoc())
             << "size of dimension " << i << " of the result overflows";
    if (size && *size < 0)
      return emitError(result.getLoc())
             << "dimension " << i
             << " of the result would have the negative size " << *size;
    sizes.push_back(size ? *size : ShapedType::kDynamic);
    if (size)
      count = count * *size;
  }
  if (count.isOverflow() || *count.constant() > maxElements)
    return emitError(result.getLoc()) << "result has too many elements";
  result.setType(RankedTensorType::get(
      sizes, orUnknown(elementType, result.getContext())));
  infos[result] = Info{Dims(dims), std::nullopt};
  return success();
}

LogicalResult ShapeInferrer::setUnranked(Value result, Type elementType) {
  if (!present(result))
    return success();
  if (std::optional<int64_t> rank = statedRank(result)) {
    Dims dims;
    for (int64_t i = 0; i < *rank; ++i)
      dims.push_back(fresh(result, i));
    return set(result, elementType, dims);
  }
  return setType(result, UnrankedTensorType::get(
                             orUnknown(elementType, result.getContext())));
}

LogicalResult ShapeInferrer::setType(Value result, Type type) {
  if (!present(result))
    return success();
  result.setType(type);
  infos.erase(result);
  return success();
}

void ShapeInferrer::setContents(Value result, ArrayRef<DimExpr> elements) {
  if (present(result) && elements.size() <= maxContents &&
      llvm::none_of(elements, [](DimExpr e) { return e.isOverflow(); }))
    lookup(result).contents = Dims(elements);
}

LogicalResult ShapeInferrer::copy(Value result, Value from) {
  if (!present(result))
    return success();
  Info info = lookup(from);
  result.setType(from.getType());
  infos[result] = std::move(info);
  return success();
}

Type ShapeInferrer::joinTypes(Type a, Type b) {
  if (a == b || isa<UnknownType>(b))
    return a;
  if (isa<UnknownType>(a))
    return b;
  if (auto x = dyn_cast<SeqType>(a))
    if (auto y = dyn_cast<SeqType>(b)) {
      Type element = joinTypes(x.getElementType(), y.getElementType());
      return element ? SeqType::get(a.getContext(), element) : Type();
    }
  if (auto x = dyn_cast<OptType>(a))
    if (auto y = dyn_cast<OptType>(b)) {
      Type element = joinTypes(x.getElementType(), y.getElementType());
      return element ? OptType::get(a.getContext(), element) : Type();
    }
  // What may be absent meets what is there.
  for (auto [optional, other] : {std::pair(a, b), std::pair(b, a)})
    if (auto type = dyn_cast<OptType>(optional)) {
      Type element = joinTypes(type.getElementType(), other);
      return element ? OptType::get(a.getContext(), element) : Type();
    }
  auto x = dyn_cast<TensorType>(a), y = dyn_cast<TensorType>(b);
  if (!x || !y)
    return nullptr;
  Type element = x.getElementType();
  if (isa<UnknownType>(element))
    element = y.getElementType();
  else if (element != y.getElementType() &&
           !isa<UnknownType>(y.getElementType()))
    return nullptr;
  if (!x.hasRank() || !y.hasRank() || x.getRank() != y.getRank())
    return UnrankedTensorType::get(element);
  SmallVector<int64_t> sizes;
  for (auto [m, n] : llvm::zip(x.getShape(), y.getShape()))
    sizes.push_back(m == n ? m : ShapedType::kDynamic);
  return RankedTensorType::get(sizes, element);
}

LogicalResult ShapeInferrer::join(Value result, Value a, Value b) {
  if (!present(result))
    return success();
  // A value that is not inferred yet (a loop's first pass) says nothing.
  if (isa<UnknownType>(b.getType()))
    return copy(result, a);
  if (isa<UnknownType>(a.getType()))
    return copy(result, b);
  Type type = joinTypes(a.getType(), b.getType());
  if (!type)
    return emitError(result.getLoc())
           << "values of types " << a.getType() << " and " << b.getType()
           << " meet where one type is needed";
  auto tensor = dyn_cast<RankedTensorType>(type);
  if (!tensor)
    return setType(result, type);
  Info x = lookup(a), y = lookup(b);
  Dims dims;
  for (size_t i = 0; i < x.dims.size(); ++i)
    dims.push_back(x.dims[i] == y.dims[i] ? x.dims[i] : fresh(result, i));
  if (failed(set(result, tensor.getElementType(), dims)))
    return failure();
  if (x.contents && y.contents && x.contents->size() == y.contents->size()) {
    Dims elements;
    for (size_t i = 0; i < x.contents->size(); ++i)
      elements.push_back((*x.contents)[i] == (*y.contents)[i]
                             ? (*x.contents)[i]
                             : freshElement(result, i));
    setContents(result, elements);
  }
  return success();
}

bool ShapeInferrer::same(const Info &a, const Info &b) {
  return a.dims == b.dims && a.contents == b.contents;
}

LogicalResult ShapeInferrer::inferLoop(Region &body, ArrayRef<Value> arguments,
                                       ArrayRef<Value> next) {
  // Each round only widens what is known of the carried values: sizes to
  // symbols, ranks to none. Two widenings per dimension and element at most, so
  // this ends; the bound is for the reader.
  constexpr int maxRounds = 100;
  for (int round = 0; round < maxRounds; ++round) {
    if (failed(runRegion(body)))
      return failure();
    bool changed = false;
    for (auto [argument, value] : llvm::zip_equal(arguments, next)) {
      Type oldType = argument.getType();
      Info old = lookup(argument);
      if (failed(join(argument, argument, value)))
        return failure();
      changed |= oldType != argument.getType() || !same(old, lookup(argument));
    }
    if (!changed)
      return success();
  }
  return emitError(body.getLoc())
         << "types of the loop-carried values do not settle";
}

//===-- Helpers of the rules ----------------------------------------------===//

FailureOr<Dims> ShapeInferrer::broadcast(Operation *op, ArrayRef<Dims> shapes) {
  size_t rank = 0;
  for (const Dims &dims : shapes)
    rank = std::max(rank, dims.size());
  Dims result(rank, 1);
  for (const Dims &dims : shapes)
    for (size_t i = 0; i < dims.size(); ++i) {
      DimExpr &slot = result[rank - dims.size() + i];
      std::optional<DimExpr> both = DimExpr::broadcast(slot, dims[i]);
      if (!both)
        return op->emitOpError()
               << "operands of sizes " << slot.str() << " and " << dims[i].str()
               << " do not broadcast";
      slot = *both;
    }
  return result;
}

FailureOr<int64_t> ShapeInferrer::axis(Operation *op, int64_t axis,
                                       int64_t rank) {
  if (axis < -rank || axis >= rank)
    return op->emitOpError()
           << "axis " << axis << " is out of range for rank " << rank;
  return axis < 0 ? axis + rank : axis;
}

FailureOr<SmallVector<int64_t>>
ShapeInferrer::axes(Operation *op, ArrayRef<int64_t> axes, int64_t rank) {
  SmallVector<int64_t> result;
  for (int64_t a : axes) {
    FailureOr<int64_t> i = axis(op, a, rank);
    if (failed(i))
      return failure();
    if (llvm::is_contained(result, *i))
      return op->emitOpError() << "axis " << a << " is given twice";
    result.push_back(*i);
  }
  return result;
}
