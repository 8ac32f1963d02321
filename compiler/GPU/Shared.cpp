// SPDX-License-Identifier: Apache-2.0
#include "compiler/GPU/Shared.h"
#include "compiler/GPU/Strategy.h"
#include "dialects/Cameo/Device.h"
#include "mlir/Dialect/LLVMIR/NVVMDialect.h"

using namespace mlir;
using namespace cameo;

static constexpr unsigned sharedSpace = 3; // NVPTX's number for it
static constexpr int64_t warpSize = 32;

void cameo::blockBarrier(KernelEmitter &e) { NVVM::BarrierOp::create(e.b); }

void cameo::warpBarrier(KernelEmitter &e) {
  Value all = LLVM::ConstantOp::create(e.b, e.b.getI32Type(),
                                       e.b.getI32IntegerAttr(-1));
  NVVM::SyncWarpOp::create(e.b, all);
}

SharedArray::SharedArray(KernelEmitter &e, Type element, int64_t count)
    : e(e), element(element),
      stored(element.isIndex() ? e.b.getI64Type() : element) {
  auto module = e.kernel->getParentOfType<ModuleOp>();
  OpBuilder b = OpBuilder::atBlockBegin(module.getBody());
  std::string name;
  for (unsigned i = 0; name.empty() || module.lookupSymbol(name); ++i)
    name = (e.kernel.getSymName() + ".shared" + Twine(i)).str();
  auto type = LLVM::LLVMArrayType::get(stored, count);
  auto global =
      LLVM::GlobalOp::create(b, e.kernel.getLoc(), type, /*isConstant=*/false,
                             LLVM::Linkage::Internal, name, Attribute(),
                             /*alignment=*/16, sharedSpace);
  // Memory without contents, of the module that has the device's code.
  OpBuilder init =
      OpBuilder::atBlockEnd(b.createBlock(&global.getInitializerRegion()));
  LLVM::ReturnOp::create(
      init, e.kernel.getLoc(),
      LLVM::UndefOp::create(init, e.kernel.getLoc(), type).getResult());
  global->setAttr(deviceAttr, b.getUnitAttr());
  base = LLVM::AddressOfOp::create(e.b, global);
}

static Operation *kernelFunction(KernelEmitter &e) {
  Operation *op = e.b.getInsertionBlock()->getParentOp();
  return isa<func::FuncOp>(op) ? op : op->getParentOfType<func::FuncOp>();
}

void cameo::boundRegisters(KernelEmitter &e, int64_t blocks, int64_t threads) {
  Operation *kernel = kernelFunction(e);
  kernel->setAttr("nvvm.maxntid", e.b.getDenseI32ArrayAttr({int32_t(threads)}));
  kernel->setAttr("nvvm.minctasm", e.b.getI32IntegerAttr(int32_t(blocks)));
}

Value cameo::dynamicShared(KernelEmitter &e, int64_t bytes) {
  auto module = e.kernel->getParentOfType<ModuleOp>();
  constexpr llvm::StringLiteral name = "cameo_dynamic_shared";
  auto global = module.lookupSymbol<LLVM::GlobalOp>(name);
  if (!global) {
    OpBuilder b = OpBuilder::atBlockBegin(module.getBody());
    global = LLVM::GlobalOp::create(
        b, e.kernel.getLoc(), LLVM::LLVMArrayType::get(b.getI8Type(), 0),
        /*isConstant=*/false, LLVM::Linkage::External, name, Attribute(),
        /*alignment=*/1024, sharedSpace); // what swizzled tiles take
    global->setAttr(deviceAttr, b.getUnitAttr());
  }
  kernelFunction(e)->setAttr("cameo.shared_memory",
                             e.b.getI64IntegerAttr(bytes));
  return LLVM::AddressOfOp::create(e.b, global);
}

Value cameo::tensorMap(KernelEmitter &e, unsigned argument,
                       ArrayRef<int64_t> box) {
  auto function = cast<func::FuncOp>(kernelFunction(e));
  SmallVector<Attribute> maps;
  if (auto before = function->getAttrOfType<ArrayAttr>(tensorMapsAttr))
    llvm::append_range(maps, before);
  maps.push_back(e.b.getDictionaryAttr(
      {e.b.getNamedAttr("argument", e.b.getI64IntegerAttr(argument)),
       e.b.getNamedAttr("box", e.b.getDenseI64ArrayAttr(box))}));
  function->setAttr(tensorMapsAttr, e.b.getArrayAttr(maps));
  unsigned at = function.getNumArguments();
  (void)function.insertArgument(
      at, LLVM::LLVMPointerType::get(e.b.getContext()), {}, e.b.getLoc());
  return function.getArgument(at);
}

Value SharedArray::address(Value index) {
  Value i = arith::IndexCastOp::create(e.b, e.b.getI64Type(), index);
  return LLVM::GEPOp::create(e.b, base.getType(), stored, base,
                             ArrayRef<LLVM::GEPArg>{i});
}

Value SharedArray::load(Value index) {
  Value v = LLVM::LoadOp::create(e.b, stored, address(index));
  return element.isIndex()
             ? arith::IndexCastOp::create(e.b, element, v).getResult()
             : v;
}

Value SharedArray::load(Value index, int64_t width) {
  auto type = VectorType::get({width}, stored);
  return LLVM::LoadOp::create(e.b, type, address(index),
                              width * stored.getIntOrFloatBitWidth() / 8);
}

void SharedArray::store(Value value, Value index) {
  if (element.isIndex())
    value = arith::IndexCastOp::create(e.b, stored, value);
  LLVM::StoreOp::create(e.b, value, address(index));
}

/// An exchange of 32 bits.
static Value exchange(KernelEmitter &e, Value bits, int64_t mask) {
  auto i32 = [&](int64_t v) -> Value {
    return LLVM::ConstantOp::create(e.b, e.b.getI32Type(),
                                    e.b.getI32IntegerAttr(int32_t(v)));
  };
  return NVVM::ShflOp::create(e.b, e.b.getI32Type(), i32(-1), bits, i32(mask),
                              i32(warpSize - 1), NVVM::ShflKind::bfly,
                              UnitAttr());
}

Value cameo::shuffleXor(KernelEmitter &e, Value v, int64_t mask) {
  Type type = v.getType(), i32 = e.b.getI32Type(), i64 = e.b.getI64Type();
  if (type.isIndex()) {
    Value wide = shuffleXor(e, arith::IndexCastOp::create(e.b, i64, v), mask);
    return arith::IndexCastOp::create(e.b, type, wide);
  }
  unsigned width = type.getIntOrFloatBitWidth();
  Type bitsType = e.b.getIntegerType(width);
  Value bits = type == bitsType
                   ? v
                   : arith::BitcastOp::create(e.b, bitsType, v).getResult();
  if (width == 64) {
    Value shift = arith::ConstantOp::create(e.b, e.b.getI64IntegerAttr(32));
    Value low = arith::TruncIOp::create(e.b, i32, bits);
    Value high = arith::TruncIOp::create(
        e.b, i32, arith::ShRUIOp::create(e.b, bits, shift));
    low = arith::ExtUIOp::create(e.b, i64, exchange(e, low, mask));
    high = arith::ExtUIOp::create(e.b, i64, exchange(e, high, mask));
    bits =
        arith::OrIOp::create(e.b, low, arith::ShLIOp::create(e.b, high, shift));
  } else if (width == 32) {
    bits = exchange(e, bits, mask);
  } else {
    bits = exchange(e, arith::ExtUIOp::create(e.b, i32, bits), mask);
    bits = arith::TruncIOp::create(e.b, bitsType, bits);
  }
  return type == bitsType
             ? bits
             : arith::BitcastOp::create(e.b, type, bits).getResult();
}

Value cameo::blockReduce(KernelEmitter &e, Value v, SharedArray &shared,
                         Combine combine) {
  constexpr int64_t warps = blockThreads / warpSize;
  for (int64_t mask = warpSize / 2; mask > 0; mask /= 2)
    v = combine(v, shuffleXor(e, v, mask));
  Value thread = threadId(e), size = e.index(warpSize);
  Value lane = arith::RemUIOp::create(e.b, thread, size);
  Value warp = arith::DivUIOp::create(e.b, thread, size);
  auto first = scf::IfOp::create(
      e.b,
      arith::CmpIOp::create(e.b, arith::CmpIPredicate::eq, lane, e.index(0)),
      false);
  {
    OpBuilder::InsertionGuard guard(e.b);
    e.b.setInsertionPoint(first.thenYield());
    shared.store(v, warp);
  }
  blockBarrier(e);
  v = shared.load(arith::RemUIOp::create(e.b, lane, e.index(warps)));
  for (int64_t mask = warps / 2; mask > 0; mask /= 2)
    v = combine(v, shuffleXor(e, v, mask));
  // Before anybody writes there again.
  blockBarrier(e);
  return v;
}
