// SPDX-License-Identifier: Apache-2.0
// cameo-place-kernels. In: a schedule whose tensors are in no particular
// memory. Out: kernels marked cameo.device, and a cameo.transfer wherever a
// tensor is needed in the other memory.
#include "compiler/GPU/Passes.h"
#include "compiler/GPU/Strategy.h"
#include "dialects/Cameo/Device.h"
#include "llvm/ADT/IntEqClasses.h"

using namespace mlir;
using namespace cameo;

namespace cameo {
#define GEN_PASS_DEF_PLACEKERNELS
#include "compiler/GPU/Passes.h.inc"
} // namespace cameo

/// Integers that shapes are made of: as many as a kernel may yield and read on
/// the host.
static constexpr int64_t mostShapeElements = 256;

static bool isTensor(Value v) { return isa<RankedTensorType>(v.getType()); }
static bool isView(Operation *op) {
  return isa<tensor::CastOp, tensor::ExpandShapeOp, tensor::CollapseShapeOp,
             tensor::ReshapeOp, PackedOp>(op);
}

namespace {
enum class Memory { Host, Device };

/// Where tensors come from and in which memory they are. Values that control
/// flow or views tie together are in one.
class Placement {
public:
  Placement(func::FuncOp main, llvm::DenseSet<Operation *> &deviceKernels,
            SymbolTable &symbols)
      : main(main), deviceKernels(deviceKernels), symbols(symbols) {}

  bool isDevice(LaunchOp launch) {
    return deviceKernels.contains(symbols.lookup(launch.getCallee()));
  }
  void run();

private:
  /// What no class owns: constants, tensors without contents, scalars, inputs,
  /// and views of such.
  enum class Source { None, Anywhere, Host };
  Source sourceOf(Value v);
  unsigned number(Value v) {
    return numbers.insert({v, numbers.size()}).first->second;
  }
  void tie(Value x, Value y);
  void tieAll(Operation *op);
  bool onDevice(Value v) { return deviceClasses.contains(classes[number(v)]); }
  Value inMemory(Value v, Memory memory);
  void need(OpOperand &use, Memory memory);
  void output(OpOperand &use);
  void edge(OpOperand &use, Value into);
  void place(Operation *op);
  void moveResults(Operation *op);

  func::FuncOp main;
  llvm::DenseSet<Operation *> &deviceKernels;
  SymbolTable &symbols;
  llvm::DenseMap<Value, unsigned> numbers;
  SmallVector<std::pair<unsigned, unsigned>> ties;
  llvm::IntEqClasses classes;
  llvm::DenseSet<unsigned> deviceClasses;
  llvm::DenseMap<std::pair<Value, int>, Value> transfers;
};
} // namespace

Placement::Source Placement::sourceOf(Value v) {
  if (isa<BlockArgument>(v))
    return v.getParentBlock() == &main.getBody().front() ? Source::Host
                                                         : Source::None;
  Operation *op = v.getDefiningOp();
  if (isa<arith::ConstantOp, tensor::EmptyOp>(op))
    return Source::Anywhere;
  if (isa<tensor::FromElementsOp>(op))
    return Source::Host;
  return isView(op) ? sourceOf(op->getOperand(0)) : Source::None;
}

void Placement::tie(Value x, Value y) {
  if (isTensor(x) && sourceOf(x) == Source::None && sourceOf(y) == Source::None)
    ties.push_back({number(x), number(y)});
}

void Placement::tieAll(Operation *op) {
  if (isView(op)) {
    tie(op->getOperand(0), op->getResult(0));
  } else if (auto select = dyn_cast<arith::SelectOp>(op)) {
    tie(select.getTrueValue(), select.getResult());
    tie(select.getFalseValue(), select.getResult());
  } else if (auto branch = dyn_cast<scf::IfOp>(op)) {
    for (Region &region : branch->getRegions())
      if (!region.empty())
        for (auto [from, to] :
             llvm::zip(region.front().getTerminator()->getOperands(),
                       branch.getResults()))
          tie(from, to);
  } else if (auto loop = dyn_cast<scf::ForOp>(op)) {
    for (auto [init, arg, next, result] :
         llvm::zip(loop.getInitArgs(), loop.getRegionIterArgs(),
                   loop.getYieldedValues(), loop.getResults())) {
      tie(init, arg);
      tie(next, arg);
      tie(arg, result);
    }
  } else if (auto loop = dyn_cast<scf::WhileOp>(op)) {
    for (auto [init, arg, next] :
         llvm::zip(loop.getInits(), loop.getBeforeArguments(),
                   loop.getYieldOp().getOperands())) {
      tie(init, arg);
      tie(next, arg);
    }
    for (auto [passed, arg, result] :
         llvm::zip(loop.getConditionOp().getArgs(), loop.getAfterArguments(),
                   loop.getResults())) {
      tie(passed, arg);
      tie(arg, result);
    }
  }
}

/// `v` in `memory`: a transfer right behind its definition, one for all that
/// need it. A view of an input is one of the input's copy: inputs are copied
/// before anything else happens.
Value Placement::inMemory(Value v, Memory memory) {
  if (Value known = transfers.lookup({v, int(memory)}))
    return known;
  OpBuilder b(main.getContext());
  b.setInsertionPointAfterValue(v);
  Operation *view = v.getDefiningOp();
  if (view && isView(view) && sourceOf(v) == Source::Host &&
      memory == Memory::Device) {
    IRMapping map;
    map.map(view->getOperand(0), inMemory(view->getOperand(0), memory));
    Value known = b.clone(*view, map)->getResult(0);
    transfers[{v, int(memory)}] = known;
    return known;
  }
  Value &known = transfers[{v, int(memory)}];
  if (!known) {
    known = TransferOp::create(b, v.getLoc(), v.getType(), v,
                               memory == Memory::Host, /*output=*/false);
  }
  return known;
}

void Placement::need(OpOperand &use, Memory memory) {
  Value v = use.get();
  if (!isTensor(v))
    return;
  Source source = sourceOf(v);
  if (source == Source::Anywhere)
    return;
  Memory is =
      source == Source::None && onDevice(v) ? Memory::Device : Memory::Host;
  if (is != memory)
    use.set(inMemory(v, memory));
}

/// A result of the model leaves the device at the end, when all is launched,
/// unless it is on the host already.
void Placement::output(OpOperand &use) {
  Value v = use.get();
  if (!isTensor(v) || sourceOf(v) != Source::None || !onDevice(v))
    return;
  Value &known = transfers[{v, int(Memory::Host)}];
  if (!known) {
    OpBuilder b(use.getOwner());
    known = TransferOp::create(b, v.getLoc(), v.getType(), v, /*toHost=*/true,
                               /*output=*/true);
  }
  use.set(known);
}

/// A value that control passes on to `into`, whose class says the memory.
/// Constants and what has no contents go there as well: after it, nobody can
/// tell what they were.
void Placement::edge(OpOperand &use, Value into) {
  if (!isTensor(use.get()) || !onDevice(into) ||
      sourceOf(use.get()) == Source::None)
    return;
  OpBuilder b(use.getOwner());
  use.set(TransferOp::create(b, use.get().getLoc(), use.get().getType(),
                             use.get(),
                             /*toHost=*/false, /*output=*/false));
}

void Placement::place(Operation *op) {
  if (auto launch = dyn_cast<LaunchOp>(op)) {
    Memory memory = isDevice(launch) ? Memory::Device : Memory::Host;
    for (OpOperand &use : op->getOpOperands())
      need(use, memory);
    if (memory == Memory::Host)
      moveResults(op);
    return;
  }
  if (isView(op)) {
    if (op->getNumOperands() > 1) // the shape of a reshape
      for (OpOperand &use : op->getOpOperands().drop_front())
        need(use, Memory::Host);
    return;
  }
  if (auto select = dyn_cast<arith::SelectOp>(op)) {
    if (isTensor(select.getResult()))
      for (OpOperand &use : op->getOpOperands().drop_front())
        edge(use, select.getResult());
    return;
  }
  if (auto branch = dyn_cast<scf::IfOp>(op)) {
    for (Region &region : branch->getRegions())
      if (!region.empty())
        for (OpOperand &use : region.front().getTerminator()->getOpOperands())
          edge(use, branch.getResult(use.getOperandNumber()));
    return;
  }
  if (auto loop = dyn_cast<scf::ForOp>(op)) {
    for (auto [init, arg] :
         llvm::zip(loop.getInitArgsMutable(), loop.getRegionIterArgs()))
      edge(init, arg);
    for (auto [next, arg] :
         llvm::zip(*loop.getYieldedValuesMutable(), loop.getRegionIterArgs()))
      edge(next, arg);
    return;
  }
  if (auto loop = dyn_cast<scf::WhileOp>(op)) {
    for (auto [init, arg] :
         llvm::zip(loop.getInitsMutable(), loop.getBeforeArguments()))
      edge(init, arg);
    for (auto [next, arg] : llvm::zip(loop.getYieldOp()->getOpOperands(),
                                      loop.getBeforeArguments()))
      edge(next, arg);
    for (auto [passed, arg] : llvm::zip(loop.getConditionOp().getArgsMutable(),
                                        loop.getAfterArguments()))
      edge(passed, arg);
    return;
  }
  if (isa<func::ReturnOp>(op)) {
    for (OpOperand &use : op->getOpOperands())
      output(use);
    return;
  }
  // What remains works on the host: scalars, calls.
  // Sizes are known without the contents.
  if (isa<tensor::DimOp, scf::YieldOp, scf::ConditionOp, TransferOp>(op))
    return;
  for (OpOperand &use : op->getOpOperands())
    need(use, Memory::Host);
  moveResults(op);
}

/// What the host makes, among values of the device: control flow mixes them.
void Placement::moveResults(Operation *op) {
  for (Value result : op->getResults()) {
    if (!isTensor(result) || sourceOf(result) != Source::None ||
        !onDevice(result))
      continue;
    OpBuilder b(main.getContext());
    b.setInsertionPointAfter(op);
    auto moved = TransferOp::create(b, op->getLoc(), result.getType(), result,
                                    /*toHost=*/false, /*output=*/false);
    result.replaceAllUsesExcept(moved, moved);
    numbers[moved.getResult()] = numbers[result];
  }
}

void Placement::run() {
  SmallVector<Operation *> ops;
  main.walk<WalkOrder::PreOrder>([&](Operation *op) {
    if (op != main)
      ops.push_back(op);
    for (Value v : op->getResults())
      if (isTensor(v))
        number(v);
    for (Region &region : op->getRegions())
      for (BlockArgument arg : region.getArguments())
        if (isTensor(arg))
          number(arg);
  });
  for (Operation *op : ops)
    tieAll(op);
  classes.grow(numbers.size());
  for (auto [x, y] : ties)
    classes.join(x, y);
  classes.compress();
  for (Operation *op : ops)
    if (auto launch = dyn_cast<LaunchOp>(op); launch && isDevice(launch))
      for (Value v : launch.getResults())
        deviceClasses.insert(classes[number(v)]);
  for (Operation *op : ops)
    place(op);
}

namespace {
struct PlaceKernels : cameo::impl::PlaceKernelsBase<PlaceKernels> {
  void runOnOperation() override {
    auto main = getOperation().lookupSymbol<func::FuncOp>("main");
    if (!main) {
      getOperation().emitError("has no function @main");
      return signalPassFailure();
    }
    SymbolTable symbols(getOperation());
    llvm::DenseSet<Operation *> deviceKernels;
    for (auto kernel : getOperation().getOps<KernelOp>())
      if (runsOnDevice(kernel))
        deviceKernels.insert(kernel);
    // Arithmetic on shapes follows the host: small integers that come from it
    // and go back to it. Operands precede users, so one walk each way sees all.
    SmallVector<LaunchOp> launches;
    main.walk([&](LaunchOp launch) { launches.push_back(launch); });
    llvm::DenseSet<Operation *> onHost;
    for (LaunchOp launch : launches)
      if (fromHost(launch, onHost))
        onHost.insert(launch);
    llvm::DenseSet<Operation *> wanted;
    for (LaunchOp launch : llvm::reverse(launches))
      if (onHost.contains(launch) && hostWants(launch, wanted))
        wanted.insert(launch);
    for (LaunchOp launch : launches)
      if (wanted.contains(launch))
        moveToHost(launch, symbols, deviceKernels);

    Placement(main, deviceKernels, symbols).run();
    Builder b(&getContext());
    for (Operation *kernel : deviceKernels)
      kernel->setAttr(deviceAttr, b.getUnitAttr());
    // Kernels that were copied for the host, and have no other user.
    llvm::DenseSet<StringRef> used;
    main.walk([&](LaunchOp launch) { used.insert(launch.getCallee()); });
    bool any = false;
    for (KernelOp kernel :
         llvm::make_early_inc_range(getOperation().getOps<KernelOp>())) {
      if (!used.contains(kernel.getSymName()))
        kernel.erase();
      else
        any |= kernel->hasAttr(deviceAttr);
    }
    if (any)
      getOperation()->setAttr(deviceAttr, b.getStringAttr("cuda"));
  }

  static bool isSmallInteger(Type t) {
    auto tensor = dyn_cast<RankedTensorType>(t);
    return tensor && tensor.hasStaticShape() &&
           tensor.getNumElements() <= mostShapeElements &&
           tensor.getElementType().isIntOrIndex();
  }

  /// Whether the contents of `v` are at hand on the host.
  static bool isOnHost(Value v, const llvm::DenseSet<Operation *> &onHost) {
    Operation *op = v.getDefiningOp();
    if (!op)
      return isa<func::FuncOp>(v.getParentBlock()->getParentOp());
    return isa<arith::ConstantOp, tensor::EmptyOp, tensor::FromElementsOp>(
               op) ||
           onHost.contains(op) ||
           (isView(op) && isOnHost(op->getOperand(0), onHost));
  }

  static bool fromHost(LaunchOp launch,
                       const llvm::DenseSet<Operation *> &onHost) {
    return llvm::all_of(launch.getResultTypes(), isSmallInteger) &&
           llvm::all_of(launch->getOperands(), [&](Value v) {
             return !isTensor(v) ||
                    (isSmallInteger(v.getType()) && isOnHost(v, onHost));
           });
  }

  /// Whether something that happens on the host reads a result.
  static bool hostWants(Operation *op,
                        const llvm::DenseSet<Operation *> &wanted) {
    for (Value v : op->getResults())
      for (OpOperand &use : v.getUses()) {
        Operation *user = use.getOwner();
        if (isa<tensor::ExtractOp>(user) || wanted.contains(user) ||
            (isView(user) &&
             (use.getOperandNumber() > 0 || hostWants(user, wanted))))
          return true;
      }
    return false;
  }

  /// The launch calls a copy of its kernel that is the host's.
  static void moveToHost(LaunchOp launch, SymbolTable &symbols,
                         llvm::DenseSet<Operation *> &deviceKernels) {
    auto kernel = symbols.lookup<KernelOp>(launch.getCallee());
    if (!kernel || !deviceKernels.contains(kernel))
      return;
    std::string name = (kernel.getSymName() + ".host").str();
    if (!symbols.lookup(name)) {
      auto copy = kernel.clone();
      copy.setSymName(name);
      symbols.insert(copy, std::next(kernel->getIterator()));
    }
    launch.setCallee(name);
  }
};
} // namespace
