// SPDX-License-Identifier: Apache-2.0
// cameo-append-caches: a returned concatenation of an input and new rows, which
// attention alone reads, can be in the input's own buffer, if its caller lends
// one with room for the new rows. In: a launch that writes both parts into one
// tensor. Out: a cameo.cache, a launch that copies the past into it (no rows if
// the buffer is lent), one that writes the new rows, and readers that take as
// many rows of it as there are.
#include "compiler/Kernels/AttentionChain.h"
#include "compiler/Kernels/KernelCopies.h"
#include "compiler/Kernels/Passes.h"
#include "compiler/Kernels/Sizes.h"
#include "dialects/Cameo/CameoCaches.h"
#include "mlir/Dialect/Func/IR/FuncOps.h"
#include "mlir/Dialect/Linalg/IR/Linalg.h"
#include "mlir/Dialect/MemRef/IR/MemRef.h"

using namespace mlir;
using namespace cameo;

namespace cameo {
#define GEN_PASS_DEF_APPENDCACHES
#include "compiler/Kernels/Passes.h.inc"
} // namespace cameo

namespace {
/// An input of the model that it returns with new rows.
struct Append {
  unsigned output; ///< of the model
  BlockArgument past;
  int64_t axis = -1; ///< along which the rows lie
  Value rows;        ///< of the result
  /// The launch, of one result, that joins past and new rows; null if the result
  /// has no more rows than the past.
  LaunchOp join;
  KernelOp kernel;
  unsigned pastNumber; ///< operand of `join`, argument of `kernel`
  tensor::InsertSliceOp pastInsert;
  /// Launches that write rows over it, the last one first.
  SmallVector<LaunchOp> writers;

  RankedTensorType type() const {
    return cast<RankedTensorType>(past.getType());
  }
};

/// The kernel's argument that `use` passes, if it is an input.
BlockArgument argumentOf(OpOperand &use, KernelOp kernel) {
  unsigned number = use.getOperandNumber();
  auto launch = cast<LaunchOp>(use.getOwner());
  return number < launch.getInputs().size()
             ? kernel.getBody().getArgument(number)
             : BlockArgument();
}

/// Whether attention reads `arg` as its keys or values, and nothing else does:
/// its emitter goes by strides.
bool isReadByRows(BlockArgument arg) {
  bool found = false;
  arg.getOwner()->walk([&](linalg::GenericOp op) {
    FailureOr<AttentionChain> chain = AttentionChain::match(op);
    if (failed(chain))
      return;
    found |= llvm::all_of(arg.getUses(), [&](OpOperand &use) {
      return isa<tensor::DimOp>(use.getOwner()) ||
             (use.getOwner() == chain->scores &&
              use.getOperandNumber() == chain->key) ||
             (use.getOwner() == chain->values &&
              use.getOperandNumber() == chain->value);
    });
  });
  return found;
}

/// Whether the kernel is a computation that stores into its destination here and
/// there, wherever the rows along `axis` are.
bool writesRows(KernelOp kernel, int64_t axis) {
  auto compute = kernel.getReturn().getValues()[0].getDefiningOp<ComputeOp>();
  if (!compute || compute->getNumResults() != 1 ||
      !kernel.getOut(0).hasOneUse() || compute.getOuts()[0] != kernel.getOut(0))
    return false;
  Block &body = compute.getBody().front();
  BlockArgument buffer = body.getArguments().back();
  return llvm::all_of(buffer.getUses(), [&](OpOperand &use) {
    if (auto dim = dyn_cast<memref::DimOp>(use.getOwner())) {
      std::optional<int64_t> d = dim.getConstantIndex();
      return d && *d != axis;
    }
    if (auto store = dyn_cast<memref::StoreOp>(use.getOwner()))
      return store.getMemRef() == buffer;
    return isa<memref::LoadOp>(use.getOwner());
  });
}

/// The rows of what is only written over: the last size but one that the run
/// decides; -1 if there is none.
int64_t rowAxis(RankedTensorType type) {
  for (int64_t d = type.getRank() - 2; d >= 0; --d)
    if (type.isDynamicDim(d))
      return d;
  return -1;
}

struct AppendCaches : cameo::impl::AppendCachesBase<AppendCaches> {
  void runOnOperation() override {
    auto main = getOperation().lookupSymbol<func::FuncOp>("main");
    if (!main || !main.getBody().hasOneBlock())
      return;
    KernelCopies copies(getOperation());
    kernels = &copies;
    Operation *ret = main.getBody().front().getTerminator();
    Builder b(&getContext());
    SmallVector<Attribute> updates;
    for (OpOperand &result : ret->getOpOperands())
      if (std::optional<Append> a = findAppend(result)) {
        rewrite(*a, result, updates.size());
        auto number = [&](StringRef name, int64_t value) {
          return b.getNamedAttr(name, b.getI64IntegerAttr(value));
        };
        updates.push_back(b.getDictionaryAttr(
            {number("input", a->past.getArgNumber()),
             number("output", a->output), number("axis", a->axis)}));
      }
    if (!updates.empty())
      main->setAttr("cameo.updates", b.getArrayAttr(updates));
    kernels->eraseUncalled();
  }

private:
  KernelOp kernelOf(LaunchOp launch) {
    auto kernel = kernels->kernelOf(launch);
    return kernel && launch.hasTypesOf(kernel) && !kernel.getArgAttrsAttr() &&
                   !kernel.getResAttrsAttr()
               ? kernel
               : KernelOp();
  }

  /// Fills in what the kernel says: which part is the past, and the axis.
  static bool readKernel(Append &a) {
    Value v = a.kernel.getReturn().getValues()[0];
    SmallVector<tensor::InsertSliceOp> parts;
    while (auto insert = v.getDefiningOp<tensor::InsertSliceOp>()) {
      if (insert.getDroppedDims().any() || !insert.hasUnitStride())
        return false;
      parts.push_back(insert);
      v = insert.getDest();
    }
    auto empty = v.getDefiningOp<tensor::EmptyOp>();
    if (!empty || parts.size() < 2)
      return false;
    // The past comes first, and the others follow along one dimension.
    a.pastInsert = parts.pop_back_val();
    auto arg = dyn_cast<BlockArgument>(a.pastInsert.getSource());
    auto isZero = [](OpFoldResult f) { return isZeroInteger(f); };
    if (!arg || !llvm::all_of(a.pastInsert.getMixedOffsets(), isZero))
      return false;
    a.pastNumber = arg.getArgNumber();
    a.axis = -1;
    for (tensor::InsertSliceOp part : parts)
      for (auto [d, offset] : llvm::enumerate(part.getMixedOffsets())) {
        if (isZeroInteger(offset))
          continue;
        if (a.axis >= 0 && a.axis != int64_t(d))
          return false;
        a.axis = d;
      }
    return a.axis >= 0 && a.pastNumber < a.join.getInputs().size() &&
           llvm::all_of(
               arg.getUsers(),
               [&](Operation *user) {
                 return isa<tensor::DimOp>(user) || user == a.pastInsert;
               });
  }

  /// Fills in where the rows come from, `v`: a launch that joins them, or the
  /// past.
  bool findPast(Append &a, Value v) {
    Operation *reader = a.writers.empty() ? nullptr : a.writers.back();
    unsigned number = 0;
    if ((a.past = dyn_cast<BlockArgument>(v))) {
      if (!reader)
        return false;
      number = a.writers.back().getInputs().size();
      if (auto type = dyn_cast<RankedTensorType>(v.getType()))
        a.axis = rowAxis(type);
    } else {
      reader = a.join = v.getDefiningOp<LaunchOp>();
      if (!a.join || a.join->getNumResults() != 1)
        return false;
      a.kernel = kernelOf(a.join);
      auto empty = a.join.getOuts()[0].getDefiningOp<tensor::EmptyOp>();
      if (!a.kernel || !empty || !readKernel(a))
        return false;
      number = a.pastNumber;
      a.past = dyn_cast<BlockArgument>(a.join.getInputs()[number]);
      if (a.past && empty.getType().isDynamicDim(a.axis))
        a.rows = empty.getDynamicSize(a.axis);
    }
    // Nothing else reads the past: it does not know where the rows are.
    return a.past && a.axis >= 0 && a.past.getType() == v.getType() &&
           a.type().isDynamicDim(a.axis) &&
           llvm::all_of(a.past.getUses(), [&](OpOperand &use) {
             return isa<tensor::DimOp>(use.getOwner()) ||
                    (use.getOwner() == reader &&
                     use.getOperandNumber() == number);
           });
  }

  std::optional<Append> findAppend(OpOperand &result) {
    Append a;
    Block *block = result.getOwner()->getBlock();
    a.output = result.getOperandNumber();
    Value v = result.get();
    while (auto launch = v.getDefiningOp<LaunchOp>()) {
      KernelOp kernel = kernelOf(launch);
      if (!kernel || launch->getNumResults() != 1 ||
          launch->getBlock() != block ||
          launch.getOuts()[0].getType() != result.get().getType())
        return std::nullopt;
      Value into = launch.getOuts()[0];
      if (into.getDefiningOp<tensor::EmptyOp>() || !writesRows(kernel, -1))
        break;
      a.writers.push_back(launch);
      if (!isa<BlockArgument>(into) && !into.hasOneUse())
        return std::nullopt;
      v = into;
    }
    if (!findPast(a, v) || a.past.getOwner() != block ||
        llvm::any_of(a.writers, [&](LaunchOp writer) {
          return !writesRows(kernelOf(writer), a.axis);
        }))
      return std::nullopt;
    bool returned = false;
    for (OpOperand &use : result.get().getUses()) {
      if (use.getOwner() == result.getOwner()) {
        if (std::exchange(returned, true))
          return std::nullopt;
        continue;
      }
      auto reader = dyn_cast<LaunchOp>(use.getOwner());
      KernelOp kernel = reader ? kernelOf(reader) : KernelOp();
      BlockArgument arg = kernel ? argumentOf(use, kernel) : BlockArgument();
      if (!arg || !isReadByRows(arg))
        return std::nullopt;
    }
    return a;
  }

  /// The first `rows` rows of `source`.
  static Value sliceOf(OpBuilder &b, Value source, int64_t axis, Value rows) {
    auto type = cast<RankedTensorType>(source.getType());
    SmallVector<OpFoldResult> offsets(type.getRank(), b.getIndexAttr(0)),
        strides(type.getRank(), b.getIndexAttr(1)), sizes;
    for (int64_t d = 0; d < type.getRank(); ++d)
      sizes.push_back(d == axis ? OpFoldResult(rows)
                                : sizeOf(b, source.getLoc(), source, d));
    return tensor::ExtractSliceOp::create(b, source.getLoc(), source, offsets,
                                          sizes, strides);
  }

  /// @cache_copy(past, rows, whole): the first `rows` rows.
  KernelOp makeCopy(Append &a, LaunchOp first) {
    OpBuilder b(kernelOf(first));
    Type type = a.type();
    auto kernel = KernelOp::create(
        b, first.getLoc(), "cache_copy",
        b.getFunctionType({type, b.getIndexType(), type}, {type}), 1);
    kernels->table().insert(kernel);
    Block &body = kernel.getBody().front();
    b.setInsertionPointToStart(&body);
    Value slice = sliceOf(b, body.getArgument(0), a.axis, body.getArgument(1));
    auto extract = slice.getDefiningOp<tensor::ExtractSliceOp>();
    Value whole = tensor::InsertSliceOp::create(
        b, slice.getLoc(), slice, body.getArgument(2),
        extract.getMixedOffsets(), extract.getMixedSizes(),
        extract.getMixedStrides());
    ReturnOp::create(b, slice.getLoc(), whole);
    return kernel;
  }

  /// The kernel that writes the other parts over its destination.
  KernelOp makeAppend(Append &a) {
    IRMapping map;
    KernelOp kernel = kernels->copy(a.kernel, map);
    auto past = cast<tensor::InsertSliceOp>(
        map.lookup(a.pastInsert.getResult()).getDefiningOp());
    past.getResult().replaceAllUsesWith(kernel.getOut(0));
    past.erase();
    return kernel;
  }

  /// A launch in place of `reader` that takes the first rows of `whole` for its
  /// operand `read`.
  LaunchOp readRows(LaunchOp reader, unsigned read, Append &a, Value whole) {
    IRMapping map;
    KernelOp kernel = kernels->copy(kernelOf(reader), map);
    Block &body = kernel.getBody().front();
    BlockArgument arg = body.getArgument(read);
    auto b = OpBuilder::atBlockBegin(&body);
    SmallVector<Value> operands(reader.getInputs());
    operands[read] = whole;
    size_t number = llvm::find(operands, a.rows) - operands.begin();
    if (number == operands.size()) {
      operands.push_back(a.rows);
      body.insertArgument(number, b.getIndexType(), kernel.getLoc());
    }
    Value rows = body.getArgument(number);
    Value slice = sliceOf(b, arg, a.axis, rows);
    // Its sizes but one are those of the argument, and are asked for before.
    arg.replaceUsesWithIf(slice, [&](OpOperand &inner) {
      return slice.getDefiningOp()->isBeforeInBlock(
          body.findAncestorOpInBlock(*inner.getOwner()));
    });
    KernelCopies::updateType(kernel, kernel.getNumOuts());
    b.setInsertionPoint(reader);
    auto launch = LaunchOp::create(b, reader.getLoc(), reader.getResultTypes(),
                                   SymbolRefAttr::get(kernel.getSymNameAttr()),
                                   operands, reader.getOuts());
    launch->setDiscardableAttrs(reader->getDiscardableAttrDictionary());
    reader.replaceAllUsesWith(launch.getResults());
    reader.erase();
    return launch;
  }

  /// The cache with the rows that `join` makes, all of them missing or none.
  Value makeCache(Append &a, int64_t update) {
    LaunchOp first = a.join ? a.join : a.writers.back();
    OpBuilder b(first);
    Location loc = first.getLoc();
    if (!a.rows)
      a.rows = tensor::DimOp::create(b, loc, a.past, a.axis);
    auto cache = CacheOp::create(b, loc, TypeRange{a.type(), b.getIndexType()},
                                 a.past, a.rows, a.axis, update);
    auto launch = [&](KernelOp kernel, ValueRange inputs, Value into) {
      auto op = LaunchOp::create(b, loc, TypeRange{a.type()},
                                 SymbolRefAttr::get(kernel.getSymNameAttr()),
                                 inputs, into);
      op->setDiscardableAttrs(first->getDiscardableAttrDictionary());
      return op.getResult(0);
    };
    Value copied = launch(makeCopy(a, first), {a.past, cache.getMissing()},
                          cache.getBuffer());
    return a.join ? launch(makeAppend(a), a.join.getInputs(), copied) : copied;
  }

  void rewrite(Append &a, OpOperand &result, int64_t update) {
    Value old = result.get(), whole = makeCache(a, update);
    if (!a.writers.empty()) {
      a.writers.back().getOutsMutable()[0].set(whole);
      whole = old;
    }
    OpBuilder b(result.getOwner());
    result.set(CacheRowsOp::create(b, whole.getLoc(), a.type(), whole, a.rows,
                                   a.axis));
    llvm::SetVector<Operation *> readers;
    for (Operation *user : old.getUsers())
      if (isa<LaunchOp>(user))
        readers.insert(user);
    for (Operation *op : readers) {
      auto reader = cast<LaunchOp>(op);
      SmallVector<unsigned> reads;
      for (auto [i, input] : llvm::enumerate(reader.getInputs()))
        if (input == old)
          reads.push_back(i);
      for (unsigned read : reads)
        reader = readRows(reader, read, a, whole);
    }
    if (a.join)
      a.join.erase();
  }

  KernelCopies *kernels = nullptr;
};
} // namespace
