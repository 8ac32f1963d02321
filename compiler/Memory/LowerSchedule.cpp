// SPDX-License-Identifier: Apache-2.0
// The pass cameo-lower-schedule: @main and @plan become NAME.run and NAME.plan
// with the signatures of runtime/include/cameo/abi.h. In: planned memory,
// unstructured control flow. Out: func, cf, arith and llvm; weights and
// launches listed in attributes of the module.
#include "cameo/abi.h"
#include "compiler/Memory/HostCalls.h"
#include "compiler/Memory/Passes.h"
#include "compiler/Memory/ScheduleSupport.h"
#include "compiler/Memory/ValueCode.h"
#include "compiler/Memory/Weights.h"
#include "dialects/Cameo/CameoCaches.h"
#include "dialects/Cameo/Device.h"
#include "mlir/Dialect/ControlFlow/IR/ControlFlowOps.h"
#include "mlir/Dialect/Func/IR/FuncOps.h"
#include "mlir/Parser/Parser.h"

using namespace mlir;

namespace cameo {
#define GEN_PASS_DEF_LOWERSCHEDULE
#include "compiler/Memory/Passes.h.inc"

namespace {
struct LowerSchedule : impl::LowerScheduleBase<LowerSchedule> {
  using LowerScheduleBase::LowerScheduleBase;

  void runOnOperation() override {
    ModuleOp module = getOperation();
    main = module.lookupSymbol<func::FuncOp>("main");
    plan = module.lookupSymbol<func::FuncOp>("plan");
    if (!main || !plan || !main->hasAttr("cameo.inputs")) {
      module.emitError("has no planned schedule");
      return signalPassFailure();
    }
    ptr = LLVM::LLVMPointerType::get(&getContext());
    addSupport();
    lowerPlan();
    if (failed(lowerRun()))
      signalPassFailure();
  }

  void addSupport() {
    std::string text =
        scheduleSupport(name, getOperation()->hasAttr(deviceAttr));
    Block parsed;
    ParserConfig config(&getContext());
    if (failed(parseSourceString(text, &parsed, config)))
      llvm_unreachable("the support functions do not parse");
    Block *body = getOperation().getBody();
    body->getOperations().splice(body->end(), parsed.getOperations());
  }

  //===-- small pieces of code --------------------------------------------===//

  Value i64(OpBuilder &b, Location loc, int64_t v) {
    return LLVM::ConstantOp::create(b, loc, b.getI64Type(),
                                    b.getI64IntegerAttr(v));
  }
  Value at(OpBuilder &b, Location loc, Value base, int64_t bytes) {
    if (bytes == 0)
      return base;
    return LLVM::GEPOp::create(b, loc, ptr, b.getI8Type(), base,
                               ArrayRef<LLVM::GEPArg>{i64(b, loc, bytes)});
  }
  Value load(OpBuilder &b, Location loc, Type type, Value base, int64_t bytes) {
    return LLVM::LoadOp::create(b, loc, type, at(b, loc, base, bytes), 8);
  }
  Value toI64(OpBuilder &b, Location loc, Value v) {
    if (auto c = getConstantIntValue(v))
      return i64(b, loc, *c);
    return arith::IndexCastOp::create(b, loc, b.getI64Type(), v);
  }

  /// What the arguments of @main and @plan were: the pointers if `pointers`,
  /// and dynamic sizes.
  SmallVector<Value> loadInputs(OpBuilder &b, Location loc, Value inputs,
                                Value shapes) {
    SmallVector<Value> values;
    for (auto [i, info] :
         llvm::enumerate(main->getAttrOfType<ArrayAttr>("cameo.inputs"))) {
      if (inputs)
        values.push_back(load(b, loc, ptr, inputs, 8 * i));
      auto type = dyn_cast<RankedTensorType>(
          cast<TypeAttr>(cast<DictionaryAttr>(info).get("type")).getValue());
      if (!type)
        continue; // a sequence, an optional, a map
      Value shape;
      for (auto [d, size] : llvm::enumerate(type.getShape())) {
        if (!ShapedType::isDynamic(size))
          continue;
        if (!shape)
          shape = load(b, loc, ptr, shapes, 8 * i);
        values.push_back(arith::IndexCastOp::create(
            b, loc, b.getIndexType(),
            load(b, loc, b.getI64Type(), shape, 8 * d)));
      }
    }
    return values;
  }

  //===-- plan ------------------------------------------------------------===//

  void lowerPlan() {
    Block &entry = plan.getBody().front();
    Location loc = plan.getLoc();
    OpBuilder b(&getContext());
    b.setInsertionPointToStart(&entry);
    unsigned old = entry.getNumArguments();
    Value shapes = entry.addArgument(ptr, loc),
          threads = entry.addArgument(b.getI64Type(), loc),
          into = entry.addArgument(ptr, loc);
    SmallVector<Value> values = loadInputs(b, loc, nullptr, shapes);
    values.push_back(
        arith::IndexCastOp::create(b, loc, b.getIndexType(), threads));
    for (auto [arg, v] :
         llvm::zip(entry.getArguments().take_front(old), values))
      arg.replaceAllUsesWith(v);
    entry.eraseArguments(0, old);
    for (Block &block : plan.getBody()) {
      auto ret = dyn_cast<func::ReturnOp>(block.getTerminator());
      if (!ret)
        continue;
      b.setInsertionPoint(ret);
      for (auto [i, v] : llvm::enumerate(ret.getOperands()))
        LLVM::StoreOp::create(b, loc, toI64(b, loc, v), at(b, loc, into, 8 * i),
                              8);
      // A size that no 64-bit number holds.
      Value bytes = toI64(b, loc, ret.getOperand(0)), zero = i64(b, loc, 0);
      Value bad =
          LLVM::ICmpOp::create(b, loc, LLVM::ICmpPredicate::slt, bytes, zero);
      Value status = LLVM::ZExtOp::create(b, loc, b.getI32Type(), bad);
      static_assert(CAMEO_INVALID_ARGUMENT == 1);
      func::ReturnOp::create(b, loc, status);
      ret.erase();
    }
    plan.setSymName(name + ".plan");
    plan.setFunctionType(
        b.getFunctionType({ptr, b.getI64Type(), ptr}, {b.getI32Type()}));
  }

  //===-- run -------------------------------------------------------------===//

  /// Whether the same launches with the same arguments come in every run on
  /// inputs of the same shapes: nothing is read or computed on the host, inputs
  /// are copied before the first launch, results at the end.
  bool isReplayable() {
    bool launched = false;
    Block *entry = &main.getBody().front();
    return !main.walk([&](Operation *op) {
                  bool ok = true;
                  if (isa<CallOp>(op)) {
                    ok = isDevice(op);
                    launched = true;
                  } else if (auto copy = dyn_cast<CopyOp>(op)) {
                    if (copiesFromDevice(op)) {
                      ok = copiesToDevice(op) || copiesOutput(op);
                      launched |= copiesToDevice(op);
                    } else {
                      auto input = dyn_cast<BlockArgument>(copy.getSrc());
                      ok = copiesToDevice(op) && !launched &&
                           op->getBlock() == entry && input &&
                           input.getOwner() == entry;
                    }
                  } else if (isa<CameoDialect>(op->getDialect())) {
                    ok = isa<ArenaOp, WeightsOp, CheckOp>(op);
                  } else if (isa<LLVM::LLVMDialect>(op->getDialect())) {
                    ok = isa<LLVM::GEPOp, LLVM::ConstantOp>(op);
                  }
                  return ok ? WalkResult::advance() : WalkResult::interrupt();
                })
                .wasInterrupted();
  }

  /// What the runtime has to know of a model with kernels for a device.
  void describeDeviceUse() {
    ModuleOp module = getOperation();
    if (!module->hasAttr(deviceAttr))
      return;
    Builder b(&getContext());
    if (isReplayable())
      module->setAttr("cameo.replayable", b.getUnitAttr());
    SmallVector<bool> onHost;
    for (BlockArgument arg : main.getArguments()) {
      if (arg.getType().isIndex())
        continue; // a size
      onHost.push_back(!llvm::all_of(arg.getUses(), [](OpOperand &use) {
        auto copy = dyn_cast<CopyOp>(use.getOwner());
        return copy && use.get() != copy.getDst() && copiesToDevice(copy) &&
               !copiesFromDevice(copy);
      }));
    }
    module->setAttr("cameo.host_inputs", b.getBoolArrayAttr(onHost));
  }

  LogicalResult lowerRun() {
    Block &entry = main.getBody().front();
    Location loc = main.getLoc();
    OpBuilder b(&getContext());
    b.setInsertionPointToStart(&entry);
    describeDeviceUse();
    // Those of the same model for another target: one section serves both.
    if (auto others =
            getOperation()->getAttrOfType<ArrayAttr>("cameo.other_weights"))
      for (auto entry : others.getAsRange<DictionaryAttr>())
        if (failed(layout.add(cast<ElementsAttr>(entry.get("value")))))
          return failure();
    unsigned old = entry.getNumArguments();
    exec = entry.addArgument(ptr, loc);
    Value inputs = entry.addArgument(ptr, loc),
          inputShapes = entry.addArgument(ptr, loc);
    outputs = entry.addArgument(ptr, loc);
    outputShapes = entry.addArgument(ptr, loc);
    arena = load(b, loc, ptr, exec, offsetof(cameo_exec, arena));
    planPtr = load(b, loc, ptr, exec, offsetof(cameo_exec, plan));
    weights = load(b, loc, ptr, exec, offsetof(cameo_exec, weights));
    if (getOperation()->hasAttr(deviceAttr)) {
      deviceArena = load(b, loc, ptr, exec, offsetof(cameo_exec, device_arena));
      deviceWeights =
          load(b, loc, ptr, exec, offsetof(cameo_exec, device_weights));
    }
    scratch = LLVM::GEPOp::create(
        b, loc, ptr, b.getI8Type(), arena,
        ArrayRef<LLVM::GEPArg>{load(b, loc, b.getI64Type(), planPtr, 8)});
    stride = load(b, loc, b.getI64Type(), planPtr, 16);
    HostCalls hostArea(b, main);
    hostCalls = &hostArea;
    size_t argSlots = 1;
    main.walk([&](CallOp call) {
      argSlots = std::max(argSlots, call.getArgs().size());
    });
    args = LLVM::AllocaOp::create(b, loc, ptr, b.getI64Type(),
                                  i64(b, loc, argSlots), 64);
    int64_t allocations = getOperation()
                              ->getAttrOfType<IntegerAttr>("cameo.allocations")
                              .getInt();
    if (allocations) {
      allocationSlots = LLVM::AllocaOp::create(
          b, loc, ptr, b.getI64Type(), i64(b, loc, 2 * allocations), 64);
      LLVM::MemsetOp::create(b, loc, allocationSlots,
                             LLVM::ConstantOp::create(b, loc, b.getI8Type(),
                                                      b.getI8IntegerAttr(0)),
                             i64(b, loc, 16 * allocations), false);
    }
    SmallVector<Value> values = loadInputs(b, loc, inputs, inputShapes);
    for (auto [arg, v] :
         llvm::zip_equal(entry.getArguments().take_front(old), values))
      arg.replaceAllUsesWith(v);
    entry.eraseArguments(0, old);

    ValueCode valueCode(getOperation(), name, exec,
                        [&](OpBuilder &b, Value v) { leaveIfNull(b, v); });
    valueCode.pointers(main);
    SmallVector<Operation *> ops;
    main.walk([&](Operation *op) {
      if (isa<CameoDialect>(op->getDialect()) || isa<func::ReturnOp>(op))
        ops.push_back(op);
    });
    for (Operation *op : ops) {
      if (isValueOp(op))
        valueCode.lower(op);
      else if (failed(lower(op)))
        return failure();
      op->erase();
    }
    hostCalls = nullptr;
    main.setSymName(name + ".run");
    main.setFunctionType(
        b.getFunctionType({ptr, ptr, ptr, ptr, ptr}, {b.getI32Type()}));
    ModuleOp module = getOperation();
    SmallVector<Attribute> list;
    for (auto [value, offset] : layout.entries())
      list.push_back(b.getDictionaryAttr(
          {b.getNamedAttr("offset", b.getI64IntegerAttr(offset)),
           b.getNamedAttr("value", value)}));
    module->setAttr("cameo.weights", b.getArrayAttr(list));
    module->setAttr("cameo.weights_size", b.getI64IntegerAttr(layout.size()));
    module->setAttr("cameo.launches", b.getArrayAttr(launches));
    module->setAttr("cameo.dynamic_memory",
                    b.getBoolAttr(allocations || valueCode.allocates() ||
                                  !hostSymbols.empty()));
    if (!hostSymbols.empty())
      module->setAttr("cameo.host_symbols",
                      b.getStrArrayAttr(hostSymbols.getArrayRef()));
    if (!stringTables.empty())
      module->setAttr("cameo.strings",
                      b.getArrayAttr(stringTables.getArrayRef()));
    if (!deviceKernels.empty()) {
      SmallVector<Attribute> kernels(deviceKernels.size());
      for (auto [kernel, index] : deviceKernels)
        kernels[index] = FlatSymbolRefAttr::get(&getContext(), kernel);
      module->setAttr("cameo.device_kernels", b.getArrayAttr(kernels));
    }
    module->setAttr("cameo.inputs", main->removeAttr("cameo.inputs"));
    module->setAttr("cameo.outputs", main->removeAttr("cameo.outputs"));
    if (Attribute updates = main->removeAttr("cameo.updates"))
      module->setAttr("cameo.updates", updates);
    return success();
  }

  LogicalResult lower(Operation *op) {
    OpBuilder b(op);
    Location loc = op->getLoc();
    return TypeSwitch<Operation *, LogicalResult>(op)
        .Case<ArenaOp>([&](ArenaOp o) {
          Value base = isDevice(o) ? deviceArena : arena;
          Value v = o.getOffset() ? i64(b, loc, *o.getOffset())
                                  : load(b, loc, b.getI64Type(), planPtr,
                                         8 * *o.getPlanEntry());
          o.replaceAllUsesWith(LLVM::GEPOp::create(b, loc, ptr, b.getI8Type(),
                                                   base,
                                                   ArrayRef<LLVM::GEPArg>{v})
                                   .getResult());
          return success();
        })
        .Case<AllocateOp>([&](AllocateOp o) {
          o.replaceAllUsesWith(allocate(b, loc, toI64(b, loc, o.getBytes()),
                                        o.getSlot(), isDevice(o)));
          return success();
        })
        .Case<WeightsOp>([&](WeightsOp o) -> LogicalResult {
          auto offset = layout.add(o.getValue());
          if (failed(offset))
            return o.emitError("constant has no bytes that fit its type");
          o.replaceAllUsesWith(
              at(b, loc, isDevice(o) ? deviceWeights : weights, *offset));
          return success();
        })
        .Case<CacheCapacityOp>([&](CacheCapacityOp o) {
          o.replaceAllUsesWith(capacityOf(b, o));
          return success();
        })
        .Case<CopyOp>([&](CopyOp o) {
          if (copiesFromDevice(o) || copiesToDevice(o)) {
            deviceCopy(b, o);
            return success();
          }
          // The pointers may be the same.
          LLVM::MemmoveOp::create(b, loc, o.getDst(), o.getSrc(),
                                  toI64(b, loc, o.getBytes()), false);
          return success();
        })
        .Case<CheckOp>([&](CheckOp o) {
          LLVM::GlobalOp text = message(o.getMessage());
          leaveUnless(b, o.getCondition(), CAMEO_RUNTIME_ERROR,
                      [&] { fail(b, loc, text); });
          return success();
        })
        .Case<CallOp>([&](auto o) { return call(b, o); })
        .Case<HostRunOp>([&](auto o) { return hostRun(b, o); })
        .Case<StringsOp>([&](StringsOp o) {
          o.replaceAllUsesWith(stringTable(b, o));
          return success();
        })
        .Case<func::ReturnOp>([&](auto o) { return finish(b, o); })
        .Default([&](Operation *o) {
          return o->emitError("has no place in a planned schedule");
        });
  }

  /// What exec->capacities says; 0 without it.
  Value capacityOf(OpBuilder &b, CacheCapacityOp o) {
    Location loc = o.getLoc();
    if (!noCapacity) {
      OpBuilder top = OpBuilder::atBlockBegin(getOperation().getBody());
      noCapacity =
          LLVM::GlobalOp::create(top, main.getLoc(), b.getI64Type(),
                                 /*isConstant=*/true, LLVM::Linkage::Internal,
                                 name + ".no_capacity", b.getI64IntegerAttr(0));
    }
    Value capacities =
              load(b, loc, ptr, exec, offsetof(cameo_exec, capacities)),
          none =
              LLVM::ICmpOp::create(b, loc, LLVM::ICmpPredicate::eq, capacities,
                                   LLVM::ZeroOp::create(b, loc, ptr));
    Value where = LLVM::SelectOp::create(
        b, loc, none, LLVM::AddressOfOp::create(b, loc, noCapacity),
        at(b, loc, capacities, 8 * o.getUpdate()));
    return arith::IndexCastOp::create(b, loc, b.getIndexType(),
                                      load(b, loc, b.getI64Type(), where, 0));
  }

  /// Returns `status` after `before` if `condition` does not hold; goes on
  /// after `b`'s operation.
  void leaveUnless(OpBuilder &b, Value condition, int32_t status,
                   llvm::function_ref<void()> before) {
    leaveUnless(b, condition, before, [&] {
      return LLVM::ConstantOp::create(b, condition.getLoc(), b.getI32Type(),
                                      b.getI32IntegerAttr(status))
          .getResult();
    });
  }
  void leaveUnless(OpBuilder &b, Value condition,
                   llvm::function_ref<void()> before,
                   llvm::function_ref<Value()> status) {
    Location loc = condition.getLoc();
    Block *block = b.getInsertionBlock(),
          *rest = block->splitBlock(b.getInsertionPoint());
    Block *leave = new Block;
    main.getBody().push_back(leave);
    b.setInsertionPointToEnd(block);
    cf::CondBranchOp::create(b, loc, condition, rest, leave);
    b.setInsertionPointToStart(leave);
    before();
    func::ReturnOp::create(b, loc, status());
    b.setInsertionPointToStart(rest);
  }

  void fail(OpBuilder &b, Location loc, LLVM::GlobalOp text) {
    Value address = LLVM::AddressOfOp::create(b, loc, text);
    func::CallOp::create(b, loc, name + ".fail", TypeRange(),
                         ValueRange{exec, address});
  }

  LogicalResult hostRun(OpBuilder &b, HostRunOp o) {
    Location loc = o.getLoc();
    if (hostSymbols.insert(o.getSymbol())) {
      Operation *taken =
          SymbolTable::lookupSymbolIn(getOperation(), o.getSymbol());
      if (taken)
        return o.emitError("the function's name '")
               << o.getSymbol() << "' is one that the model has itself";
      OpBuilder top = OpBuilder::atBlockEnd(getOperation().getBody());
      Type i64Type = b.getI64Type();
      LLVM::LLVMFuncOp::create(
          top, loc, o.getSymbol(),
          LLVM::LLVMFunctionType::get(b.getI32Type(),
                                      {ptr, ptr, i64Type, ptr, i64Type, ptr}));
    }
    LLVM::GlobalOp &table = parameterTables[o.getParameters()];
    if (!table) {
      std::string bytes = packParameters(o.getParameters());
      OpBuilder top = OpBuilder::atBlockBegin(getOperation().getBody());
      table = LLVM::GlobalOp::create(
          top, main.getLoc(),
          LLVM::LLVMArrayType::get(b.getI8Type(), bytes.size()),
          /*isConstant=*/true, LLVM::Linkage::Internal,
          (name + ".parameters." + Twine(parameterTables.size() - 1)).str(),
          b.getStringAttr(bytes), /*alignment=*/8);
    }
    std::string where = o.getNode().str();
    if (!where.empty())
      where += ": ";
    Value status =
        hostCalls->call(b, o, exec, LLVM::AddressOfOp::create(b, loc, table));
    Value zero = LLVM::ConstantOp::create(b, loc, b.getI32Type(),
                                          b.getI32IntegerAttr(CAMEO_OK));
    LLVM::GlobalOp failed =
        message(where + "'" + o.getSymbol().str() + "' failed");
    leaveUnless(
        b, LLVM::ICmpOp::create(b, loc, LLVM::ICmpPredicate::eq, status, zero),
        [&] { fail(b, loc, failed); }, [&] { return status; });
    SmallVector<Value> values;
    if (Value fine = hostCalls->results(b, o, values)) {
      LLVM::GlobalOp wrong = message(where + "'" + o.getSymbol().str() +
                                     "' made a result that has no data or "
                                     "another shape than it should");
      leaveUnless(b, fine, CAMEO_RUNTIME_ERROR, [&] { fail(b, loc, wrong); });
    }
    o->replaceAllUsesWith(values);
    return success();
  }

  /// The address of a table of strings, which compiler/Emit makes: its elements
  /// are addresses themselves.
  Value stringTable(OpBuilder &b, StringsOp o) {
    stringTables.insert(o.getValuesAttr());
    size_t number =
        llvm::find(stringTables, o.getValuesAttr()) - stringTables.begin();
    std::string symbol = (name + ".strings." + Twine(number)).str();
    Operation *global = SymbolTable::lookupSymbolIn(getOperation(), symbol);
    if (!global) {
      OpBuilder top = OpBuilder::atBlockBegin(getOperation().getBody());
      auto fresh = LLVM::GlobalOp::create(
          top, main.getLoc(), ptr,
          /*isConstant=*/true, LLVM::Linkage::External, symbol, Attribute());
      fresh.setVisibility_(LLVM::Visibility::Hidden);
      global = fresh;
    }
    return LLVM::AddressOfOp::create(b, o.getLoc(),
                                     cast<LLVM::GlobalOp>(global));
  }

  /// A constant with the text, as C has it.
  LLVM::GlobalOp message(StringRef text) {
    LLVM::GlobalOp &global = messages[text];
    if (!global) {
      OpBuilder b = OpBuilder::atBlockBegin(getOperation().getBody());
      std::string data = text.str() + '\0';
      global = LLVM::GlobalOp::create(
          b, main.getLoc(),
          LLVM::LLVMArrayType::get(b.getI8Type(), data.size()),
          /*isConstant=*/true, LLVM::Linkage::Internal,
          (name + ".message." + Twine(messages.size() - 1)).str(),
          b.getStringAttr(data));
    }
    return global;
  }

  Value allocate(OpBuilder &b, Location loc, Value bytes, int64_t slot,
                 bool device) {
    Value call = load(b, loc, ptr, exec,
                      device ? offsetof(cameo_exec, device_allocate)
                             : offsetof(cameo_exec, allocate));
    Value memory =
        func::CallOp::create(b, loc, name + ".allocate", TypeRange(ptr),
                             ValueRange{exec, call,
                                        at(b, loc, allocationSlots, 16 * slot),
                                        bytes})
            .getResult(0);
    leaveIfNull(b, memory);
    return memory;
  }

  void leaveIfNull(OpBuilder &b, Value memory) {
    Location loc = memory.getLoc();
    Value null = LLVM::ZeroOp::create(b, loc, ptr);
    Value got =
        LLVM::ICmpOp::create(b, loc, LLVM::ICmpPredicate::ne, memory, null);
    leaveUnless(b, got, CAMEO_OUT_OF_MEMORY, [] {});
  }

  Value i32(OpBuilder &b, Location loc, int32_t v) {
    return LLVM::ConstantOp::create(b, loc, b.getI32Type(),
                                    b.getI32IntegerAttr(v));
  }

  /// Leaves with `status` unless it is CAMEO_OK.
  void leaveWith(OpBuilder &b, Value status) {
    Location loc = status.getLoc();
    Block *block = b.getInsertionBlock(),
          *rest = block->splitBlock(b.getInsertionPoint());
    Block *leave = new Block;
    main.getBody().push_back(leave);
    b.setInsertionPointToEnd(block);
    Value ok = LLVM::ICmpOp::create(b, loc, LLVM::ICmpPredicate::eq, status,
                                    i32(b, loc, CAMEO_OK));
    cf::CondBranchOp::create(b, loc, ok, rest, leave);
    b.setInsertionPointToStart(leave);
    func::ReturnOp::create(b, loc, status);
    b.setInsertionPointToStart(rest);
  }

  void deviceCopy(OpBuilder &b, CopyOp o) {
    Location loc = o.getLoc();
    int32_t kind = !copiesFromDevice(o) ? CAMEO_TO_DEVICE
                   : copiesToDevice(o)  ? CAMEO_ON_DEVICE
                   : copiesOutput(o)    ? CAMEO_OUTPUT_TO_HOST
                                        : CAMEO_TO_HOST;
    Value function = load(b, loc, ptr, exec, offsetof(cameo_exec, device_copy));
    auto type = LLVM::LLVMFunctionType::get(
        b.getI32Type(), {ptr, ptr, ptr, b.getI64Type(), b.getI32Type()});
    auto call = LLVM::CallOp::create(
        b, loc, type,
        ValueRange{function, exec, o.getDst(), o.getSrc(),
                   toI64(b, loc, o.getBytes()), i32(b, loc, kind)});
    leaveWith(b, call.getResult());
  }

  /// The arguments in their slots; the device copies them before it returns.
  void deviceCall(OpBuilder &b, CallOp o, Value index) {
    Location loc = o.getLoc();
    auto kernel = deviceKernels.insert({o.getCallee(), deviceKernels.size()});
    Value status =
        func::CallOp::create(
            b, loc, name + ".device_launch", TypeRange(b.getI32Type()),
            ValueRange{exec, i32(b, loc, kernel.first->second), args,
                       toI64(b, loc, o.getTiles()), toI64(b, loc, o.getGrain()),
                       toI64(b, loc, o.getScratch()), index})
            .getResult(0);
    leaveWith(b, status);
  }

  LogicalResult call(OpBuilder &b, CallOp o) {
    Location loc = o.getLoc();
    for (auto [i, v] : llvm::enumerate(o.getArgs())) {
      Value slot = at(b, loc, args, 8 * i);
      LLVM::StoreOp::create(
          b, loc, v.getType().isIndex() ? toI64(b, loc, v) : v, slot, 8);
    }
    Value index = i32(b, loc, launches.size());
    auto record = [&](StringRef entry) {
      auto number = [&](FloatAttr a) { return a ? a : b.getF64FloatAttr(-1); };
      launches.push_back(b.getDictionaryAttr(
          {b.getNamedAttr("bytes", number(o.getBytesAttr())),
           b.getNamedAttr("flops", number(o.getFlopsAttr())),
           b.getNamedAttr("kernel", b.getStringAttr(entry)),
           b.getNamedAttr("nodes", b.getStringAttr(nodeNames(loc)))}));
    };
    if (isDevice(o)) {
      deviceCall(b, o, index);
      record(o.getCallee());
      return success();
    }
    Value memory = scratch, apart = stride;
    if (auto slot = o->getAttrOfType<IntegerAttr>("scratch_slot")) {
      // So much for each worker, apart by whole cache lines.
      apart = LLVM::AddOp::create(b, loc, toI64(b, loc, o.getScratch()),
                                  i64(b, loc, 63));
      apart = LLVM::AndOp::create(b, loc, apart, i64(b, loc, -64));
      Value threads = LLVM::ZExtOp::create(
          b, loc, b.getI64Type(),
          load(b, loc, b.getI32Type(), exec, offsetof(cameo_exec, threads)));
      memory = allocate(b, loc, LLVM::MulOp::create(b, loc, apart, threads),
                        slot.getInt(), /*device=*/false);
    }
    std::string entry = (name + ".kernel." + o.getCallee()).str();
    Value kernel = LLVM::AddressOfOp::create(b, loc, ptr, entry);
    func::CallOp::create(
        b, loc, name + ".launch", TypeRange(),
        ValueRange{exec, kernel, args, toI64(b, loc, o.getTiles()),
                   toI64(b, loc, o.getGrain()), memory, apart, index});
    record(entry);
    return success();
  }

  /// The names of the nodes that `loc` stems from.
  static std::string nodeNames(Location loc) {
    llvm::SetVector<StringRef> names;
    loc->walk([&](Location l) {
      if (auto named = dyn_cast<NameLoc>(l))
        names.insert(named.getName());
      return WalkResult::advance();
    });
    return llvm::join(names, ",");
  }

  LogicalResult finish(OpBuilder &b, func::ReturnOp o) {
    Location loc = o.getLoc();
    size_t next = 0;
    if (o->getNumOperands() == 1 && o.getOperand(0).getType().isInteger(32))
      return success(); // left by a check
    for (auto [i, info] :
         llvm::enumerate(main->getAttrOfType<ArrayAttr>("cameo.outputs"))) {
      auto type = dyn_cast<RankedTensorType>(
          cast<TypeAttr>(cast<DictionaryAttr>(info).get("type")).getValue());
      LLVM::StoreOp::create(b, loc, o.getOperand(next++),
                            at(b, loc, outputs, 8 * i), 8);
      if (!type || type.getRank() == 0)
        continue;
      Value shape = load(b, loc, ptr, outputShapes, 8 * i);
      for (auto [d, size] : llvm::enumerate(type.getShape())) {
        Value v = ShapedType::isDynamic(size)
                      ? toI64(b, loc, o.getOperand(next++))
                      : i64(b, loc, size);
        LLVM::StoreOp::create(b, loc, v, at(b, loc, shape, 8 * d), 8);
      }
    }
    Value ok = LLVM::ConstantOp::create(b, loc, b.getI32Type(),
                                        b.getI32IntegerAttr(CAMEO_OK));
    func::ReturnOp::create(b, loc, ok);
    return success();
  }

  func::FuncOp main, plan;
  Type ptr;
  Value exec, outputs, outputShapes, arena, planPtr, weights, scratch, stride,
      args, allocationSlots;
  WeightsLayout layout;
  llvm::StringMap<LLVM::GlobalOp> messages;
  llvm::MapVector<StringRef, int32_t> deviceKernels;
  Value deviceArena, deviceWeights;
  SmallVector<Attribute> launches;
  HostCalls *hostCalls = nullptr;
  LLVM::GlobalOp noCapacity;
  llvm::SetVector<StringRef> hostSymbols;
  llvm::DenseMap<Attribute, LLVM::GlobalOp> parameterTables;
  llvm::SetVector<Attribute> stringTables;
};
} // namespace
} // namespace cameo
