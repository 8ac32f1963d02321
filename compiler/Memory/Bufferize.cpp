// SPDX-License-Identifier: Apache-2.0
// The pass cameo-bufferize-schedule: rebuilds @main with a pointer and sizes
// for each tensor. In: launches on tensors, views, host scalars, scf. Out:
// cameo.call, cameo.buffer, cameo.weights, cameo.copy, loads and stores of host
// scalars, scf on pointers and sizes.
#include "compiler/Memory/Bufferize.h"
#include "compiler/Memory/Passes.h"
#include "compiler/Memory/Weights.h"

using namespace mlir;

namespace cameo {
#define GEN_PASS_DEF_BUFFERIZESCHEDULE
#include "compiler/Memory/Passes.h.inc"

//===-- what a tensor is now ----------------------------------------------===//

Value Bufferizer::index(OpFoldResult v) {
  return getValueOrCreateConstantIndexOp(b, loc, v);
}

OpFoldResult Bufferizer::multiply(OpFoldResult x, OpFoldResult y) {
  auto cx = getConstantIntValue(x), cy = getConstantIntValue(y);
  int64_t product;
  if (cx && cy && !llvm::MulOverflow(*cx, *cy, product))
    return b.getIndexAttr(product);
  if (cx == 1)
    return y;
  if (cy == 1)
    return x;
  return arith::MulIOp::create(b, loc, index(x), index(y)).getResult();
}

FailureOr<int64_t> Bufferizer::elementBits(Type type) {
  Type element = getElementTypeOrSelf(type);
  if (int64_t bits = cameo::elementBits(element))
    return bits;
  return emitError(loc) << "no memory layout for elements of type " << element;
}

FailureOr<Value> Bufferizer::byteSize(ArrayRef<OpFoldResult> sizes, Type type) {
  auto bits = elementBits(type);
  if (failed(bits))
    return failure();
  OpFoldResult bytes = b.getIndexAttr(std::max<int64_t>(*bits / 8, 1));
  // Constants first, so that they fold.
  for (OpFoldResult s : sizes)
    if (isa<Attribute>(s))
      bytes = multiply(bytes, s);
  for (OpFoldResult s : sizes)
    if (isa<Value>(s))
      bytes = multiply(bytes, s);
  if (*bits >= 8)
    return index(bytes);
  // Several elements a byte; the last one may be part empty.
  int64_t perByte = 8 / *bits;
  if (auto count = getConstantIntValue(bytes))
    return index(b.getIndexAttr(llvm::divideCeil(*count, perByte)));
  auto constant = [&](int64_t c) -> Value {
    return arith::ConstantIndexOp::create(b, loc, c);
  };
  Value padded =
      arith::AddIOp::create(b, loc, index(bytes), constant(perByte - 1));
  return arith::DivUIOp::create(b, loc, padded, constant(perByte)).getResult();
}

FailureOr<Value> Bufferizer::allocate(ArrayRef<OpFoldResult> sizes, Type type,
                                      bool device) {
  auto bytes = byteSize(sizes, type);
  if (failed(bytes))
    return failure();
  return marked(BufferOp::create(b, loc, *bytes), device).getPtr();
}

CopyOp Bufferizer::copy(Value to, Value from, Value bytes, bool fromDevice,
                        bool toDevice) {
  auto op = CopyOp::create(b, loc, to, from, bytes);
  return marked(marked(op, fromDevice, "from_device"), toDevice, "to_device");
}

static Type storageType(OpBuilder &b, Type element) {
  return isa<IndexType>(element) ? b.getI64Type() : element;
}

Value Bufferizer::elementAddress(Value ptr, Value linear, Type element) {
  auto bits = elementBits(element);
  assert(succeeded(bits) && *bits >= 8 &&
         "the tensor's size was computed before");
  Value offset = arith::IndexCastOp::create(b, loc, b.getI64Type(), linear);
  Value scale =
      arith::ConstantOp::create(b, loc, b.getI64IntegerAttr(*bits / 8));
  offset = b.createOrFold<arith::MulIOp>(loc, offset, scale);
  return LLVM::GEPOp::create(b, loc, ptr.getType(), b.getI8Type(), ptr,
                             ArrayRef<LLVM::GEPArg>{offset});
}

Value Bufferizer::loadElement(Value ptr, Value linear, Type element) {
  if (isa<ComplexType>(element))
    return {};
  Value address = elementAddress(ptr, linear, element);
  Value v = LLVM::LoadOp::create(b, loc, storageType(b, element), address, 1);
  return isa<IndexType>(element)
             ? arith::IndexCastOp::create(b, loc, element, v)
             : v;
}

void Bufferizer::storeElement(Value value, Value ptr, Value linear) {
  Type element = value.getType();
  Value address = elementAddress(ptr, linear, element);
  if (isa<IndexType>(element))
    value = arith::IndexCastOp::create(b, loc, b.getI64Type(), value);
  LLVM::StoreOp::create(b, loc, value, address, 1);
}

FailureOr<Value> Bufferizer::pointer(const TensorValue &t, bool device) {
  if (t.constant && device)
    return marked(WeightsOp::create(b, loc, t.constant), true).getPtr();
  if (t.ptr && t.device != device)
    return emitError(loc) << "a tensor of the "
                          << (t.device ? "device's" : "host's")
                          << " memory where the other is needed";
  if (t.ptr)
    return t.ptr;
  if (device && !t.elements.empty())
    return emitError(loc) << "scalars of the host where the device is needed";
  auto ptr = allocate(t.sizes, t.type, device);
  if (failed(ptr))
    return failure();
  for (auto [i, e] : llvm::enumerate(t.elements))
    storeElement(e, *ptr, arith::ConstantIndexOp::create(b, loc, i));
  return ptr;
}

SmallVector<OpFoldResult> Bufferizer::staticSizes(RankedTensorType type) {
  return llvm::map_to_vector(type.getShape(), [&](int64_t d) -> OpFoldResult {
    return b.getIndexAttr(d);
  });
}

//===-- writing in place --------------------------------------------------===//

/// Whether control can reach `user` more than once for one run of `block`.
static bool crossesLoop(Operation *user, Block *block) {
  for (Operation *op = user; op->getBlock() != block; op = op->getParentOp())
    if (!isa<scf::IfOp>(op->getParentOp()))
      return true;
  return false;
}

static bool readsContents(OpOperand &use) {
  if (isa<tensor::DimOp>(use.getOwner()))
    return false;
  return true;
}

bool Bufferizer::mayOverwrite(Value v, Operation *user) {
  while (true) {
    if (llvm::count_if(v.getUses(), readsContents) != 1 ||
        crossesLoop(user, v.getParentBlock()))
      return false;
    if (auto arg = dyn_cast<BlockArgument>(v)) {
      auto loop = dyn_cast<scf::WhileOp>(arg.getOwner()->getParentOp());
      if (!loop)
        return isa<scf::ForOp>(arg.getOwner()->getParentOp());
      if (arg.getOwner() == loop.getBeforeBody())
        return true;
      // What the condition lets through and nothing else reads.
      auto passed = dyn_cast<BlockArgument>(
          loop.getConditionOp().getArgs()[arg.getArgNumber()]);
      return passed && passed.getOwner() == loop.getBeforeBody() &&
             llvm::count_if(passed.getUses(), readsContents) == 1;
    }
    Operation *def = v.getDefiningOp();
    if (isa<LaunchOp, CacheOp, scf::ForOp>(def))
      return true;
    if (isa<TransferOp>(def)) // unless it was none, or of a constant
      return isa_and_nonnull<BufferOp>(tensors[v].ptr.getDefiningOp());
    if (!isa<tensor::CastOp, tensor::ExpandShapeOp, tensor::CollapseShapeOp,
             tensor::ReshapeOp, WordsOp, PackedOp>(def))
      return false;
    user = def;
    v = def->getOperand(0);
  }
}

FailureOr<Value> Bufferizer::destination(Value tensor, Operation *user,
                                         bool device) {
  const TensorValue t = tensors[tensor];
  auto contents = pointer(t, device);
  if (failed(contents) || !t.ptr || mayOverwrite(tensor, user))
    return contents;
  auto bytes = byteSize(t.sizes, t.type);
  if (failed(bytes))
    return failure();
  Value fresh = marked(BufferOp::create(b, loc, *bytes), device);
  copy(fresh, *contents, *bytes, device, device);
  return fresh;
}

//===-- launches ----------------------------------------------------------===//

/// Computes what the kernel's .tiles function would return for these operands.
FailureOr<SmallVector<Value>> Bufferizer::tiles(func::FuncOp tilesFunc,
                                                ValueRange operands) {
  if (!tilesFunc)
    return SmallVector<Value>{arith::ConstantIndexOp::create(b, loc, 1),
                              arith::ConstantIndexOp::create(b, loc, 1),
                              arith::ConstantIndexOp::create(b, loc, 0)};
  if (!tilesFunc.getBody().hasOneBlock())
    return tilesFunc.emitError("must have one block");
  IRMapping map;
  Block &body = tilesFunc.getBody().front();
  for (auto [arg, operand] : llvm::zip_equal(body.getArguments(), operands))
    if (!isa<MemRefType>(arg.getType()))
      map.map(arg, scalars.lookup(operand));
  for (Operation &op : body.without_terminator()) {
    if (auto dim = dyn_cast<memref::DimOp>(op)) {
      auto arg = dyn_cast<BlockArgument>(dim.getSource());
      auto d = getConstantIntValue(map.lookupOrDefault(dim.getIndex()));
      if (!arg || !d)
        return op.emitError(
            "only constant dimensions of the arguments may be asked for here");
      map.map(dim.getResult(),
              index(tensors[operands[arg.getArgNumber()]].sizes[*d]));
      continue;
    }
    Operation *copy = b.clone(op, map);
    SmallVector<Value> folded;
    if (copy->getNumRegions() == 0 && succeeded(b.tryFold(copy, folded)) &&
        !folded.empty()) {
      map.map(op.getResults(), folded);
      copy->erase();
    }
  }
  return llvm::map_to_vector(body.getTerminator()->getOperands(),
                             [&](Value v) { return map.lookup(v); });
}

/// What boxes `v`, or a view of it, in its own block; null if nothing does.
static BoxOp boxerOf(Value v) {
  for (Operation *user : v.getUsers()) {
    if (user->getBlock() != v.getParentBlock())
      continue;
    if (auto box = dyn_cast<BoxOp>(user))
      return box;
    if (isa<tensor::CastOp, tensor::ExpandShapeOp, tensor::CollapseShapeOp>(
            user))
      if (BoxOp box = boxerOf(user->getResult(0)))
        return box;
  }
  return {};
}

LogicalResult Bufferizer::launch(LaunchOp op) {
  auto kernel = symbols.lookup<func::FuncOp>(op.getCallee());
  if (!kernel)
    return op.emitError("kernel '") << op.getCallee() << "' has no function";
  unsigned operandCount = op->getNumOperands(), outs = op.getOuts().size();
  // A range of tiles and scratch memory follow on the CPU.
  if (kernel.getNumArguments() !=
      operandCount + (kernel->hasAttr(deviceAttr) ? 0 : 3))
    return op.emitError("kernel '")
           << op.getCallee() << "' takes " << kernel.getNumArguments()
           << " arguments for " << operandCount << " operands";
  SmallVector<Value> args;
  bool device = kernel->hasAttr(deviceAttr);
  for (auto [i, operand] : llvm::enumerate(op->getOperands())) {
    auto memref = dyn_cast<MemRefType>(kernel.getArgumentTypes()[i]);
    if (!memref) {
      args.push_back(scalars.lookup(operand));
      continue;
    }
    bool out = i >= operandCount - outs;
    const TensorValue t = tensors[operand];
    // What enters a sequence is computed in the memory that it will have there.
    BoxOp boxer = out && !device && t.isEmpty()
                      ? boxerOf(op.getResult(i - (operandCount - outs)))
                      : BoxOp();
    Value boxed;
    FailureOr<Value> ptr;
    if (boxer) {
      auto made = newBox(t, boxer.getDtypeAttr());
      if (failed(made))
        return failure();
      boxed = *made;
      ptr = MemoryOfOp::create(b, loc, boxed).getMemory();
    } else {
      ptr = out ? destination(operand, op, device) : pointer(t, device);
    }
    if (failed(ptr))
      return failure();
    args.push_back(*ptr);
    for (auto [d, size] : llvm::zip_equal(memref.getShape(), t.sizes))
      if (ShapedType::isDynamic(d))
        args.push_back(index(size));
    if (out) {
      Value result = op.getResult(i - (operandCount - outs));
      auto type = cast<RankedTensorType>(result.getType());
      tensors[result] = {
          type,   *ptr, t.sizes, {},
          device, {},   boxed,   boxer ? int32_t(boxer.getDtype()) : 0};
    }
  }
  auto counts =
      tiles(symbols.lookup<func::FuncOp>((op.getCallee() + ".tiles").str()),
            op->getOperands());
  if (failed(counts))
    return failure();
  auto call = CallOp::create(b, loc, op.getCalleeAttr(), args, (*counts)[0],
                             (*counts)[1], (*counts)[2],
                             op->getAttrOfType<FloatAttr>("flops"),
                             op->getAttrOfType<FloatAttr>("bytes"));
  marked(call, device);
  return success();
}

LogicalResult Bufferizer::transfer(TransferOp op) {
  const TensorValue t = tensors[op.getSource()];
  bool device = !op.getToHost();
  TensorValue result{t.type, {}, t.sizes, {}, device};
  if (t.constant || t.isEmpty() || t.device == device) {
    auto ptr = pointer(t, device);
    if (failed(ptr))
      return failure();
    result.ptr = *ptr;
  } else {
    auto from = pointer(t, t.device);
    auto bytes = byteSize(t.sizes, t.type);
    if (failed(from) || failed(bytes))
      return failure();
    result.ptr = marked(BufferOp::create(b, loc, *bytes), device);
    marked(copy(result.ptr, *from, *bytes, t.device, device), op.getOutput(),
           "output");
  }
  tensors[op.getResult()] = result;
  return success();
}

//===-- sequences, optionals, maps ----------------------------------------===//

/// Whether nothing writes the memory again before the run ends.
static bool isLasting(Value ptr) {
  if (auto arg = dyn_cast<BlockArgument>(ptr))
    return isa<func::FuncOp>(arg.getOwner()->getParentOp());
  return isa<WeightsOp, StringsOp, MemoryOfOp>(ptr.getDefiningOp());
}

FailureOr<Value> Bufferizer::newBox(const TensorValue &t, IntegerAttr dtype) {
  auto bytes = byteSize(t.sizes, t.type);
  if (failed(bytes))
    return failure();
  SmallVector<Value> sizes;
  SmallVector<int64_t> shape;
  dispatchIndexOpFoldResults(t.sizes, sizes, shape);
  return BoxMemoryOp::create(b, loc, ValueType::get(b.getContext()), Value(),
                             *bytes, sizes, b.getDenseI64ArrayAttr(shape),
                             dtype, UnitAttr())
      .getValue();
}

LogicalResult Bufferizer::box(BoxOp op) {
  const TensorValue t = tensors[op.getTensor()];
  if (t.boxed && t.boxedType == static_cast<int32_t>(op.getDtype())) {
    scalars.map(op.getValue(), t.boxed);
    return success();
  }
  if (!t.elements.empty() && !t.ptr) {
    auto value = newBox(t, op.getDtypeAttr());
    if (failed(value))
      return failure();
    Value memory = MemoryOfOp::create(b, loc, *value);
    for (auto [i, e] : llvm::enumerate(t.elements))
      storeElement(e, memory, arith::ConstantIndexOp::create(b, loc, i));
    scalars.map(op.getValue(), *value);
    return success();
  }
  auto ptr = pointer(t);
  auto bytes = byteSize(t.sizes, t.type);
  if (failed(ptr) || failed(bytes))
    return failure();
  SmallVector<Value> sizes;
  SmallVector<int64_t> shape;
  dispatchIndexOpFoldResults(t.sizes, sizes, shape);
  scalars.map(op.getValue(),
              BoxMemoryOp::create(
                  b, loc, ValueType::get(b.getContext()), *ptr, *bytes, sizes,
                  b.getDenseI64ArrayAttr(shape), op.getDtypeAttr(),
                  isLasting(*ptr) ? UnitAttr() : b.getUnitAttr()));
  return success();
}

LogicalResult Bufferizer::unbox(UnboxOp op) {
  Value value = scalars.lookup(op.getValue());
  RankedTensorType type = cast<RankedTensorType>(op.getType());
  Value fits = IsTensorOp::create(b, loc, value, op.getDtypeAttr(),
                                  b.getI32IntegerAttr(type.getRank()));
  CheckOp::create(b, loc, fits, op.getMessageAttr());
  TensorValue t{type,  {}, {},    {},
                false, {}, value, static_cast<int32_t>(op.getDtype())};
  for (auto [i, d] : llvm::enumerate(type.getShape())) {
    Value size = SizeOfOp::create(b, loc, b.getIndexType(), value,
                                  b.getI64IntegerAttr(i));
    if (ShapedType::isDynamic(d)) {
      t.sizes.push_back(size);
      continue;
    }
    t.sizes.push_back(b.getIndexAttr(d));
    checkEqual(size, t.sizes.back(), op.getMessage());
  }
  t.ptr = MemoryOfOp::create(b, loc, value);
  tensors[op.getTensor()] = t;
  return success();
}

//===-- calls of C functions ----------------------------------------------===//

LogicalResult Bufferizer::hostCall(HostCallOp op) {
  SmallVector<Value> data, bytes, sizes;
  SmallVector<Attribute> types;
  auto pass = [&](const TensorValue &t, Value ptr) -> LogicalResult {
    auto size = byteSize(t.sizes, t.type);
    if (failed(size))
      return failure();
    data.push_back(ptr);
    bytes.push_back(*size);
    for (auto [n, d] : llvm::zip_equal(t.sizes, t.type.getShape()))
      if (ShapedType::isDynamic(d))
        sizes.push_back(index(n));
    return success();
  };
  for (Value input : op.getInputs()) {
    const TensorValue t = tensors[input];
    types.push_back(TypeAttr::get(t.type));
    auto ptr = pointer(t);
    if (failed(ptr) || failed(pass(t, *ptr)))
      return failure();
  }
  SmallVector<Type> resultTypes;
  for (auto [i, result] : llvm::enumerate(op.getResults())) {
    TensorValue t{cast<RankedTensorType>(result.getType()), {}, {}, {}};
    types.push_back(TypeAttr::get(t.type));
    if (op.allocatesResult(i)) {
      resultTypes.push_back(LLVM::LLVMPointerType::get(b.getContext()));
      resultTypes.append(t.type.getNumDynamicDims(), b.getIndexType());
      continue;
    }
    for (auto [d, size] : llvm::enumerate(t.type.getShape())) {
      Value given = op.getSizeOf(i, d);
      t.sizes.push_back(given ? OpFoldResult(scalars.lookup(given))
                              : OpFoldResult(b.getIndexAttr(size)));
    }
    auto ptr = allocate(t.sizes, t.type);
    if (failed(ptr) || failed(pass(t, *ptr)))
      return failure();
    t.ptr = *ptr;
    tensors[result] = t;
  }
  auto run = HostRunOp::create(
      b, loc, resultTypes, op.getSymbolAttr(), data, bytes, sizes,
      b.getArrayAttr(types), b.getI64IntegerAttr(op.getInputs().size()),
      op.getDtypesAttr(), b.getDenseI64ArrayAttr(op.getAllocates()),
      op.getParameters(), b.getStringAttr(op.getNode()));
  size_t next = 0;
  for (int64_t i : op.getAllocates())
    bind(op.getResult(i), run.getResults(), next);
  return success();
}

//===-- the walk ----------------------------------------------------------===//

LogicalResult Bufferizer::block(Block &from) {
  for (Operation &op : from.without_terminator()) {
    loc = op.getLoc();
    if (failed(operation(&op)))
      return failure();
  }
  loc = from.getTerminator()->getLoc();
  return success();
}

LogicalResult Bufferizer::operation(Operation *op) {
  return TypeSwitch<Operation *, LogicalResult>(op)
      .Case<LaunchOp>([&](auto o) { return launch(o); })
      .Case<HostCallOp>([&](auto o) { return hostCall(o); })
      .Case<StringsOp>([&](StringsOp o) {
        auto type = cast<RankedTensorType>(o.getType());
        Value ptr = StringsOp::create(
            b, loc, LLVM::LLVMPointerType::get(b.getContext()), o.getValues());
        tensors[o.getResult()] = {type, ptr, staticSizes(type), {}};
        return success();
      })
      .Case<TransferOp>([&](auto o) { return transfer(o); })
      .Case<CacheOp>([&](auto o) { return cache(o); })
      .Case<CacheRowsOp>([&](CacheRowsOp o) {
        TensorValue t = tensors[o.getSource()];
        t.type = cast<RankedTensorType>(o.getType());
        t.sizes[o.getAxis()] = scalars.lookup(o.getRows());
        tensors[o.getResult()] = t;
        return success();
      })
      .Case<tensor::EmptyOp>([&](tensor::EmptyOp o) {
        SmallVector<OpFoldResult> sizes;
        for (OpFoldResult s : o.getMixedSizes()) {
          if (auto v = dyn_cast<Value>(s)) {
            Value mapped = scalars.lookup(v);
            auto c = getConstantIntValue(mapped);
            s = c ? OpFoldResult(b.getIndexAttr(*c)) : OpFoldResult(mapped);
          }
          sizes.push_back(s);
        }
        tensors[o.getResult()] = {o.getType(), {}, sizes, {}};
        return success();
      })
      .Case<tensor::CastOp, tensor::ExpandShapeOp, tensor::CollapseShapeOp,
            tensor::ReshapeOp, WordsOp, PackedOp>(
          [&](auto o) { return viewOp(o); })
      .Case<tensor::DimOp>([&](tensor::DimOp o) -> LogicalResult {
        auto d = getConstantIntValue(scalars.lookup(o.getIndex()));
        const TensorValue t = tensors[o.getSource()];
        if (!d || *d < 0 || *d >= static_cast<int64_t>(t.sizes.size()))
          return o.emitError("needs a constant dimension");
        scalars.map(o.getResult(), index(t.sizes[*d]));
        return success();
      })
      .Case<tensor::ExtractOp>([&](auto o) { return extract(o); })
      .Case<tensor::InsertOp>([&](auto o) { return insert(o); })
      .Case<tensor::FromElementsOp>([&](tensor::FromElementsOp o) {
        TensorValue t{o.getType(), {}, staticSizes(o.getType()), {}};
        for (Value e : o.getElements())
          t.elements.push_back(scalars.lookup(e));
        tensors[o.getResult()] = t;
        return success();
      })
      .Case<arith::ConstantOp>([&](arith::ConstantOp o) -> LogicalResult {
        auto type = dyn_cast<RankedTensorType>(o.getType());
        if (!type) {
          b.clone(*o, scalars);
          return success();
        }
        auto value = dyn_cast<ElementsAttr>(o.getValue());
        if (!value)
          return o.emitError("is no dense constant");
        Value ptr = WeightsOp::create(b, loc, value);
        tensors[o.getResult()] = {type, ptr,   staticSizes(type),
                                  {},   false, value};
        return success();
      })
      .Case<BoxOp>([&](auto o) { return box(o); })
      .Case<UnboxOp>([&](auto o) { return unbox(o); })
      .Case<scf::IfOp>([&](auto o) { return ifOp(o); })
      .Case<scf::ForOp>([&](auto o) { return forOp(o); })
      .Case<scf::WhileOp>([&](auto o) { return whileOp(o); })
      .Case<arith::SelectOp>([&](arith::SelectOp o) -> LogicalResult {
        if (!isa<TensorType>(o.getType())) {
          b.clone(*o, scalars);
          return success();
        }
        SmallVector<Value> flat[2], chosen;
        if (failed(flatten(o.getTrueValue(), flat[0])) ||
            failed(flatten(o.getFalseValue(), flat[1])))
          return failure();
        for (auto [x, y] : llvm::zip_equal(flat[0], flat[1]))
          chosen.push_back(arith::SelectOp::create(
              b, loc, scalars.lookup(o.getCondition()), x, y));
        size_t next = 0;
        bind(o.getResult(), chosen, next, onDevice(o.getTrueValue()));
        return success();
      })
      .Default([&](Operation *o) -> LogicalResult {
        auto isTensor = [](Type t) { return isa<TensorType>(t); };
        if (llvm::any_of(o->getOperandTypes(), isTensor) ||
            llvm::any_of(o->getResultTypes(), isTensor) ||
            o->getNumRegions() != 0)
          return o->emitError("has no place in a schedule");
        b.clone(*o, scalars);
        return success();
      });
}

namespace {
struct BufferizeSchedule : impl::BufferizeScheduleBase<BufferizeSchedule> {
  void runOnOperation() override {
    auto main = getOperation().lookupSymbol<func::FuncOp>("main");
    if (!main || main.isExternal()) {
      getOperation().emitError("has no function @main");
      return signalPassFailure();
    }
    if (failed(Bufferizer(getOperation()).function(main)))
      signalPassFailure();
  }
};
} // namespace

/// What the descriptor will say of one argument or result.
static Attribute describe(Builder &b, Type type, DictionaryAttr attrs) {
  NamedAttrList list;
  if (attrs)
    for (NamedAttribute a : attrs)
      if (a.getName().strref().starts_with("cameo."))
        list.set(a.getName().strref().drop_front(6), a.getValue());
  list.set("type", TypeAttr::get(type));
  return list.getDictionary(b.getContext());
}

LogicalResult Bufferizer::function(func::FuncOp func) {
  SmallVector<Attribute> inputs, outputs;
  for (unsigned i = 0; i < func.getNumArguments(); ++i)
    inputs.push_back(
        describe(b, func.getArgumentTypes()[i], func.getArgAttrDict(i)));
  for (unsigned i = 0; i < func.getNumResults(); ++i)
    outputs.push_back(
        describe(b, func.getResultTypes()[i], func.getResultAttrDict(i)));

  if (!func.getBody().hasOneBlock())
    return func.emitError("must have one block");
  Block &old = func.getBody().front();
  Block *body = new Block;
  func.getBody().push_back(body);
  b.setInsertionPointToStart(body);
  Type ptrType = LLVM::LLVMPointerType::get(b.getContext());
  SmallVector<Type> argTypes, resultTypes;
  for (BlockArgument arg : old.getArguments()) {
    if (isa<ValueType>(arg.getType())) {
      scalars.map(arg, body->addArgument(arg.getType(), arg.getLoc()));
      continue;
    }
    auto type = dyn_cast<RankedTensorType>(arg.getType());
    if (!type)
      return func.emitError("input of type ")
             << arg.getType() << " is not supported";
    loc = arg.getLoc();
    TensorValue t{type, body->addArgument(ptrType, loc), {}, {}};
    for (int64_t d : type.getShape())
      t.sizes.push_back(
          ShapedType::isDynamic(d)
              ? OpFoldResult(body->addArgument(b.getIndexType(), loc))
              : OpFoldResult(b.getIndexAttr(d)));
    tensors[arg] = t;
  }
  if (failed(block(old)))
    return failure();
  SmallVector<Value> results;
  for (Value v : old.getTerminator()->getOperands()) {
    if (!isa<RankedTensorType, ValueType>(v.getType()))
      return func.emitError("output of type ")
             << v.getType() << " is not supported";
    if (failed(flatten(v, results)))
      return failure();
  }
  func::ReturnOp::create(b, loc, results);
  old.dropAllReferences();
  old.erase();
  func->removeAttr(func.getArgAttrsAttrName());
  func->removeAttr(func.getResAttrsAttrName());
  func.setFunctionType(b.getFunctionType(TypeRange(body->getArgumentTypes()),
                                         TypeRange(ValueRange(results))));
  func->setAttr("cameo.inputs", b.getArrayAttr(inputs));
  func->setAttr("cameo.outputs", b.getArrayAttr(outputs));
  return success();
}
} // namespace cameo
