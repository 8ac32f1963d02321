// SPDX-License-Identifier: Apache-2.0
// The pass cameo-plan-memory: cameo.buffer becomes cameo.arena (an offset that
// is constant or an entry of the plan) or cameo.allocate; the function @plan
// computes the entries.
#include "compiler/Memory/Arena.h"
#include "compiler/Memory/Lifetime.h"
#include "compiler/Memory/Passes.h"
#include "dialects/Cameo/Device.h"
#include "mlir/Analysis/SliceAnalysis.h"
#include "mlir/Analysis/TopologicalSortUtils.h"
#include "mlir/Dialect/Func/IR/FuncOps.h"
#include "mlir/Dialect/SCF/IR/SCF.h"
#include "llvm/Support/Format.h"

using namespace mlir;

namespace cameo {
#define GEN_PASS_DEF_PLANMEMORY
#include "compiler/Memory/Passes.h.inc"

namespace {
/// Cache lines, and the widest vectors.
constexpr int64_t alignment = 64;
/// What the chips like best, and divides what their allocators return.
constexpr int64_t deviceAlignment = 256;
/// Entries of the plan before those of the slots: arena bytes, scratch offset,
/// scratch stride, device arena bytes.
constexpr int64_t fixedEntries = 4;

/// Copies the computation of values from the schedule into @plan.
class Slicer {
public:
  Slicer(func::FuncOp main, OpBuilder &b) : main(main), b(b) {}

  void map(Value from, Value to) { mapping.map(from, to); }

  /// Whether `v` follows from the input's sizes alone.
  bool plannable(Value v) {
    if (auto it = known.find(v); it != known.end())
      return it->second;
    bool result;
    if (auto arg = dyn_cast<BlockArgument>(v)) {
      result =
          arg.getOwner() == &main.getBody().front() && v.getType().isIndex();
    } else {
      Operation *op = v.getDefiningOp();
      result = isMemoryEffectFree(op) &&
               llvm::all_of(op->getOperands(),
                            [&](Value operand) { return plannable(operand); });
      if (result)
        op->walk([&](Operation *inner) {
          for (Value operand : inner->getOperands())
            if (!op->isAncestor(operand.getParentBlock()->getParentOp()))
              result &= plannable(operand);
        });
    }
    return known[v] = result;
  }

  Value copy(Value v) {
    if (Value done = mapping.lookupOrNull(v))
      return done;
    Operation *op = v.getDefiningOp();
    op->walk([&](Operation *inner) {
      for (Value operand : inner->getOperands())
        if (!op->isAncestor(operand.getParentBlock()->getParentOp()))
          copy(operand);
    });
    b.clone(*op, mapping);
    return mapping.lookup(v);
  }

private:
  func::FuncOp main;
  OpBuilder &b;
  IRMapping mapping;
  llvm::DenseMap<Value, bool> known;
};

/// Adds a reason to `bad`, which may be null.
void addReason(OpBuilder &b, Value reason, Value &bad) {
  bad = bad ? arith::OrIOp::create(b, reason.getLoc(), bad, reason).getResult()
            : reason;
}

/// The factors of `v` multiplied again with 1 in place of 0, since kernels
/// multiply the sizes beside a 0, too; `bad` is set where that overflows, or
/// where a factor is negative, as a size that comes from data may be.
Value multiply(OpBuilder &b, Value v, Value &bad) {
  Location loc = v.getLoc();
  Type wide = b.getI64Type();
  auto mul = v.getDefiningOp<arith::MulIOp>();
  if (!mul) {
    Value size = arith::IndexCastOp::create(b, loc, wide, v);
    auto constant = [&](int64_t c) -> Value {
      return arith::ConstantOp::create(b, loc, b.getI64IntegerAttr(c));
    };
    if (!getConstantIntValue(v))
      addReason(b,
                arith::CmpIOp::create(b, loc, arith::CmpIPredicate::slt, size,
                                      constant(0)),
                bad);
    return arith::MaxSIOp::create(b, loc, size, constant(1));
  }
  Value x = multiply(b, mul.getLhs(), bad), y = multiply(b, mul.getRhs(), bad);
  auto product = arith::MulSIExtendedOp::create(b, loc, x, y);
  Value sign = arith::ShRSIOp::create(
      b, loc, product.getLow(),
      arith::ConstantOp::create(b, loc, b.getI64IntegerAttr(63)));
  addReason(b,
            arith::CmpIOp::create(b, loc, arith::CmpIPredicate::ne, sign,
                                  product.getHigh()),
            bad);
  return product.getLow();
}

/// Returns `v`; sets `bad` (or adds to it) whether its factors overflow, or
/// whether there is nothing of it and yet so much beside the 0 that loops over
/// that would not end.
Value checkedProduct(OpBuilder &b, Value v, Value &bad) {
  if (getConstantIntValue(v))
    return v;
  constexpr int64_t mostBesideZero = int64_t(1) << 32;
  Location loc = v.getLoc();
  Value product = multiply(b, v, bad);
  Value empty =
      arith::CmpIOp::create(b, loc, arith::CmpIPredicate::eq, v,
                            arith::ConstantIndexOp::create(b, loc, 0));
  Value large = arith::CmpIOp::create(
      b, loc, arith::CmpIPredicate::sgt, product,
      arith::ConstantOp::create(b, loc, b.getI64IntegerAttr(mostBesideZero)));
  addReason(b, arith::AndIOp::create(b, loc, empty, large), bad);
  return v;
}

struct PlanMemory : impl::PlanMemoryBase<PlanMemory> {
  using PlanMemoryBase::PlanMemoryBase;

  struct Planned {
    BufferOp op;
    ArenaBuffer place;
  };
  /// The buffers of one memory, sorted by what is known of their sizes.
  struct Space {
    SmallVector<Planned> fixed, formula;
    SmallVector<unsigned> slots; // of `formula`
    SmallVector<Value> slotBytes;
    int64_t fixedBytes = 0;

    void place(int64_t alignment) {
      SmallVector<ArenaBuffer> places =
          llvm::map_to_vector(fixed, [](auto &p) { return p.place; });
      fixedBytes = placeInArena(places, alignment);
      for (auto [p, place] : llvm::zip_equal(fixed, places))
        p.place = place;
      slots = assignSlots(
          llvm::map_to_vector(formula, [](auto &p) { return p.place; }));
    }
    unsigned slotCount() const {
      return slots.empty() ? 0 : *llvm::max_element(slots) + 1;
    }
  };

  void runOnOperation() override {
    ModuleOp module = getOperation();
    auto main = module.lookupSymbol<func::FuncOp>("main");
    if (!main || main.isExternal()) {
      module.emitError("has no function @main");
      return signalPassFailure();
    }
    OpBuilder b(main);
    Location loc = main.getLoc();
    SmallVector<Type> argTypes;
    for (Type t : main.getArgumentTypes())
      if (t.isIndex())
        argTypes.push_back(t);
    argTypes.push_back(b.getIndexType()); // threads
    auto plan =
        func::FuncOp::create(b, loc, "plan", b.getFunctionType(argTypes, {}));
    b.setInsertionPointToStart(plan.addEntryBlock());
    Slicer slicer(main, b);
    unsigned next = 0;
    for (BlockArgument arg : main.getArguments())
      if (arg.getType().isIndex())
        slicer.map(arg, plan.getArgument(next++));
    Value threads = plan.getArgument(next);

    // Sort the buffers by what is known of their sizes.
    Lifetimes lifetimes(main);
    Space host, device;
    SmallVector<BufferOp> dynamic;
    llvm::MapVector<Value, int64_t> formulas;
    main.walk([&](BufferOp op) {
      Space &space = isDevice(op) ? device : host;
      auto [first, last] = lifetimes.of(op.getPtr());
      if (auto c = getConstantIntValue(op.getBytes()))
        space.fixed.push_back({op, {std::max<int64_t>(*c, 0), first, last}});
      else if (slicer.plannable(op.getBytes()))
        space.formula.push_back(
            {op,
             {formulas.insert({op.getBytes(), formulas.size()}).first->second,
              first, last}});
      else
        dynamic.push_back(op);
    });
    host.place(alignment);
    device.place(deviceAlignment);

    // @plan
    auto constant = [&](int64_t v) {
      return arith::ConstantIndexOp::create(b, loc, v).getResult();
    };
    auto aligned = [&](Value v, int64_t alignment = cameo::alignment) {
      v = arith::AddIOp::create(b, loc, v, constant(alignment - 1));
      return arith::AndIOp::create(b, loc, v, constant(-alignment)).getResult();
    };
    Value zero = constant(0), bad;
    SmallVector<Value> entries(fixedEntries);
    // Appends the offsets of a memory's slots; returns where they end.
    auto addSlots = [&](Space &space, int64_t alignment) {
      SmallVector<Value> sizes(space.slotCount(), zero);
      for (auto [p, slot] : llvm::zip_equal(space.formula, space.slots)) {
        Value bytes = checkedProduct(b, slicer.copy(p.op.getBytes()), bad);
        sizes[slot] = arith::MaxSIOp::create(b, loc, sizes[slot], bytes);
      }
      Value end = constant(space.fixedBytes);
      for (Value size : sizes) {
        entries.push_back(end);
        end = arith::AddIOp::create(b, loc, end, aligned(size, alignment));
      }
      return end;
    };
    Value end = addSlots(host, alignment);
    entries[3] = addSlots(device, deviceAlignment);
    Value stride = zero;
    int64_t fixedStride = 0;
    bool scratchKnown = true;
    int64_t allocations = 0;
    main.walk([&](CallOp call) {
      if (isDevice(call))
        return; // shared memory, which the launch states
      if (auto c = getConstantIntValue(call.getScratch())) {
        fixedStride =
            std::max<int64_t>(fixedStride, llvm::alignTo(*c, alignment));
      } else if (slicer.plannable(call.getScratch())) {
        scratchKnown = false;
        Value bytes = checkedProduct(b, slicer.copy(call.getScratch()), bad);
        stride = arith::MaxSIOp::create(b, loc, stride, aligned(bytes));
      } else {
        call->setAttr("scratch_slot", b.getI64IntegerAttr(allocations++));
      }
    });
    stride = arith::MaxSIOp::create(b, loc, stride, constant(fixedStride));
    entries[1] = end;
    entries[2] = stride;
    // One worker's scratch memory each, workers apart by whole cache lines.
    entries[0] = arith::AddIOp::create(
        b, loc, end, arith::MulIOp::create(b, loc, stride, threads));
    if (bad)
      entries[0] =
          arith::SelectOp::create(b, loc, bad, constant(-1), entries[0]);
    func::ReturnOp::create(b, loc, entries);
    plan.setFunctionType(
        b.getFunctionType(argTypes, TypeRange(ValueRange(entries))));

    if (print) {
      printPlan(host, "arena");
      if (!device.fixed.empty() || !device.formula.empty())
        printPlan(device, "device arena");
      for (BufferOp op : dynamic)
        llvm::errs() << "   allocated       at run                      "
                     << name(op) << "\n";
    }

    // @main
    int64_t firstSlot = fixedEntries;
    for (Space *space : {&host, &device}) {
      for (Planned &p : space->fixed)
        replace(p.op, b.getI64IntegerAttr(p.place.offset), nullptr);
      for (auto [p, slot] : llvm::zip_equal(space->formula, space->slots))
        replace(p.op, nullptr, b.getI64IntegerAttr(firstSlot + slot));
      firstSlot += space->slotCount();
    }
    for (BufferOp op : dynamic) {
      b.setInsertionPoint(op);
      Value overflow, bytes = checkedProduct(b, op.getBytes(), overflow);
      // More than any caller has: the run ends for want of memory.
      if (overflow)
        bytes = arith::SelectOp::create(
            b, op.getLoc(), overflow,
            arith::ConstantIndexOp::create(b, op.getLoc(), INT64_MAX), bytes);
      op.replaceAllUsesWith(
          marked(AllocateOp::create(b, op.getLoc(), bytes, allocations++),
                 isDevice(op))
              .getPtr());
      op.erase();
    }
    main.walk([&](BoxMemoryOp op) {
      b.setInsertionPoint(op);
      Value overflow, bytes = checkedProduct(b, op.getBytes(), overflow);
      if (overflow)
        op.getBytesMutable().assign(arith::SelectOp::create(
            b, op.getLoc(), overflow,
            arith::ConstantIndexOp::create(b, op.getLoc(), INT64_MAX / 2),
            bytes));
    });
    bool isStatic = host.formula.empty() && scratchKnown;
    module->setAttr("cameo.plan_size", b.getI64IntegerAttr(entries.size()));
    module->setAttr("cameo.allocations", b.getI64IntegerAttr(allocations));
    module->setAttr(
        "cameo.static_arena",
        b.getI64IntegerAttr(isStatic ? host.fixedBytes + fixedStride : -1));
  }

  void replace(BufferOp op, IntegerAttr offset, IntegerAttr entry) {
    OpBuilder b(op);
    op.replaceAllUsesWith(
        marked(ArenaOp::create(b, op.getLoc(), offset, entry), isDevice(op))
            .getPtr());
    op.erase();
  }

  static std::string name(BufferOp op) {
    std::string text;
    llvm::raw_string_ostream os(text);
    if (auto named = dyn_cast<NameLoc>(op.getLoc()))
      os << named.getName().getValue();
    else
      op.getLoc().print(os);
    return text;
  }

  static void printPlan(const Space &space, StringRef what) {
    int64_t sum = 0;
    llvm::errs()
        << "memory plan\n      offset        bytes   alive from     to  of\n";
    for (const Planned &p : space.fixed) {
      sum += p.place.size;
      llvm::errs() << llvm::format(
                          "%12lld %12lld %12lld %6lld  ",
                          (long long)p.place.offset, (long long)p.place.size,
                          (long long)p.place.first, (long long)p.place.last)
                   << name(p.op) << "\n";
    }
    for (auto [p, slot] : llvm::zip_equal(space.formula, space.slots))
      llvm::errs() << llvm::format("     slot %2u   by shapes %12lld %6lld  ",
                                   slot, (long long)p.place.first,
                                   (long long)p.place.last)
                   << name(p.op) << "\n";
    llvm::errs() << what << " of constant sizes: " << space.fixedBytes
                 << " bytes for " << space.fixed.size() << " buffers of " << sum
                 << " bytes in all\n";
  }
};
} // namespace
} // namespace cameo
