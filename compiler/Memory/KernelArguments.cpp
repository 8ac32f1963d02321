// SPDX-License-Identifier: Apache-2.0
// The pass cameo-kernel-arguments: each kernel function takes bare pointers and
// sizes, which lets LLVM know that they do not alias, and gets the entry
// NAME.kernel.K that the runtime calls, which reads the arguments from 8-byte
// slots.
#include "compiler/Memory/Passes.h"
#include "dialects/Cameo/Device.h"
#include "mlir/Conversion/LLVMCommon/MemRefBuilder.h"
#include "mlir/Conversion/LLVMCommon/TypeConverter.h"
#include "mlir/Dialect/Func/IR/FuncOps.h"

using namespace mlir;

namespace cameo {
#define GEN_PASS_DEF_KERNELARGUMENTS
#include "compiler/Memory/Passes.h.inc"

namespace {
struct KernelArguments : impl::KernelArgumentsBase<KernelArguments> {
  using KernelArgumentsBase::KernelArgumentsBase;

  void runOnOperation() override {
    SmallVector<func::FuncOp> kernels, deviceKernels;
    for (auto func :
         llvm::make_early_inc_range(getOperation().getOps<func::FuncOp>())) {
      if (func->hasAttr("cameo.kernel_tiles"))
        func.erase(); // copied into the schedule
      else if (func->hasAttr("cameo.kernel_body"))
        kernels.push_back(func);
      else if (func->hasAttr(deviceAttr))
        deviceKernels.push_back(func);
    }
    LowerToLLVMOptions options(&getContext());
    LLVMTypeConverter converter(&getContext(), options);
    for (func::FuncOp kernel : kernels) {
      if (kernel.getNumArguments() < 3)
        return (void)kernel.emitError("takes no range of tiles"),
               signalPassFailure();
      convert(kernel, converter, /*hasScratch=*/true);
      addEntry(kernel);
    }
    // A device starts its kernels itself. All its buffers are its own, well
    // aligned.
    for (func::FuncOp kernel : deviceKernels) {
      placeTensorMaps(kernel);
      convert(kernel, converter, /*hasScratch=*/false);
      for (BlockArgument arg : kernel.getArguments().drop_back(mapsOf(kernel)))
        if (isa<LLVM::LLVMPointerType>(arg.getType()))
          kernel.setArgAttr(arg.getArgNumber(), "llvm.align",
                            Builder(&getContext()).getI64IntegerAttr(16));
    }
  }

  /// How many tensor maps are the kernel's last arguments.
  static size_t mapsOf(func::FuncOp kernel) {
    auto maps = kernel->getAttrOfType<ArrayAttr>(tensorMapsAttr);
    return maps ? maps.size() : 0;
  }

  /// Tensor maps say which slots of a launch have the address and the sizes of
  /// their tensor: -1 - s of a size stands for slot s.
  void placeTensorMaps(func::FuncOp kernel) {
    auto maps = kernel->getAttrOfType<ArrayAttr>(tensorMapsAttr);
    if (!maps)
      return;
    Builder b(&getContext());
    SmallVector<int64_t> slots; // of each argument
    int64_t slot = 0;
    for (Type type : kernel.getArgumentTypes()) {
      slots.push_back(slot++);
      if (auto memref = dyn_cast<MemRefType>(type))
        slot += memref.getNumDynamicDims();
    }
    SmallVector<Attribute> placed;
    for (auto map : maps.getAsRange<DictionaryAttr>()) {
      int64_t argument = map.getAs<IntegerAttr>("argument").getInt();
      auto type = cast<MemRefType>(kernel.getArgumentTypes()[argument]);
      int64_t next = slots[argument];
      SmallVector<int64_t> sizes;
      for (int64_t size : type.getShape())
        sizes.push_back(ShapedType::isDynamic(size) ? -1 - ++next : size);
      placed.push_back(b.getDictionaryAttr(
          {b.getNamedAttr("slot", b.getI64IntegerAttr(slots[argument])),
           b.getNamedAttr("element", TypeAttr::get(type.getElementType())),
           b.getNamedAttr("sizes", b.getDenseI64ArrayAttr(sizes)),
           *map.getNamed("box")}));
    }
    kernel->setAttr(tensorMapsAttr, b.getArrayAttr(placed));
  }

  /// Tile counts and sizes become i64, memrefs pointers and sizes.
  void convert(func::FuncOp kernel, LLVMTypeConverter &converter,
               bool hasScratch) {
    Location loc = kernel.getLoc();
    Block &entry = kernel.getBody().front();
    OpBuilder b = OpBuilder::atBlockBegin(&entry);
    Type ptr = LLVM::LLVMPointerType::get(&getContext()), i64 = b.getI64Type();
    unsigned old = entry.getNumArguments();
    for (unsigned i = 0; i < old; ++i) {
      BlockArgument arg = entry.getArgument(i);
      Value now;
      if (auto memref = dyn_cast<MemRefType>(arg.getType())) {
        Value base = entry.addArgument(ptr, loc);
        SmallVector<Value> sizes;
        bool isScratch = hasScratch && i + 1 == old;
        for (int64_t d : memref.getShape()) {
          if (!ShapedType::isDynamic(d))
            sizes.push_back(
                LLVM::ConstantOp::create(b, loc, i64, b.getI64IntegerAttr(d)));
          else if (isScratch) // as large as the launch asked for
            sizes.push_back(LLVM::ConstantOp::create(
                b, loc, i64, b.getI64IntegerAttr(INT64_MAX)));
          else
            sizes.push_back(entry.addArgument(i64, loc));
        }
        now = descriptor(b, loc, converter, memref, base, sizes);
      } else if (arg.getType().isIndex()) {
        now = arith::IndexCastOp::create(b, loc, b.getIndexType(),
                                         entry.addArgument(i64, loc));
      } else {
        now = entry.addArgument(arg.getType(), loc);
      }
      arg.replaceAllUsesWith(now);
    }
    entry.eraseArguments(0, old);
    kernel->removeAttr(kernel.getArgAttrsAttrName());
    kernel.setFunctionType(b.getFunctionType(entry.getArgumentTypes(), {}));
    for (BlockArgument arg : entry.getArguments().drop_back(mapsOf(kernel)))
      if (arg.getType() == ptr)
        kernel.setArgAttr(arg.getArgNumber(), "llvm.noalias", b.getUnitAttr());
  }

  /// The memref that `base` and `sizes` are, contiguous and row-major.
  Value descriptor(OpBuilder &b, Location loc, LLVMTypeConverter &converter,
                   MemRefType type, Value base, ArrayRef<Value> sizes) {
    auto d = MemRefDescriptor::poison(b, loc, converter.convertType(type));
    d.setAllocatedPtr(b, loc, base);
    d.setAlignedPtr(b, loc, base);
    d.setConstantOffset(b, loc, 0);
    Value stride = LLVM::ConstantOp::create(b, loc, b.getI64Type(),
                                            b.getI64IntegerAttr(1));
    for (int64_t i = type.getRank() - 1; i >= 0; --i) {
      d.setSize(b, loc, i, sizes[i]);
      d.setStride(b, loc, i, stride);
      if (i > 0)
        stride = b.createOrFold<LLVM::MulOp>(loc, stride, sizes[i]);
    }
    return UnrealizedConversionCastOp::create(b, loc, type, Value(d))
        .getResult(0);
  }

  void addEntry(func::FuncOp kernel) {
    Location loc = kernel.getLoc();
    OpBuilder b(kernel);
    Type ptr = LLVM::LLVMPointerType::get(&getContext()), i64 = b.getI64Type();
    auto type = LLVM::LLVMFunctionType::get(
        LLVM::LLVMVoidType::get(&getContext()), {ptr, i64, i64, ptr});
    auto entry = LLVM::LLVMFuncOp::create(
        b, loc, (name + ".kernel." + kernel.getSymName()).str(), type);
    entry->setAttr("cameo.kernel_entry", b.getUnitAttr());
    Block *body = entry.addEntryBlock(b);
    b.setInsertionPointToStart(body);
    SmallVector<Value> args;
    ArrayRef<Type> types = kernel.getArgumentTypes();
    for (auto [i, type] : llvm::enumerate(types.drop_back(3))) {
      Value at =
          LLVM::GEPOp::create(b, loc, ptr, i64, body->getArgument(0),
                              ArrayRef<LLVM::GEPArg>{static_cast<int32_t>(i)});
      args.push_back(LLVM::LoadOp::create(b, loc, type, at, 8));
    }
    llvm::append_range(args, body->getArguments().drop_front());
    func::CallOp::create(b, loc, kernel, args);
    LLVM::ReturnOp::create(b, loc, ValueRange());
    kernel.setPrivate();
  }
};
} // namespace
} // namespace cameo
