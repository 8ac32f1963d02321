// SPDX-License-Identifier: Apache-2.0
#include "compiler/Memory/ValueCode.h"
#include "cameo/abi.h"
#include "mlir/Parser/Parser.h"
#include "llvm/ADT/TypeSwitch.h"

using namespace mlir;
using namespace cameo;

namespace {
// What the run calls. $ stands for the model's name. Offsets are those of
// cameo_value and cameo_exec, checked below; all functions return null when
// there is no memory.
//
// Items lie in storage that sequences share: a sequence made by appending has
// one item more than the one it was made from, in the same place. The storage
// begins with its run's cameo_exec, the end of what is taken, and its own end:
// only the sequence that ends where the taken part does may append in place.
constexpr char support[] = R"mlir(
func.func private @"$.take"(%exec: !llvm.ptr, %bytes: i64) -> !llvm.ptr
    attributes {passthrough = ["noinline"]} {
  %null = llvm.mlir.zero : !llvm.ptr
  %call_at = llvm.getelementptr %exec[40] : (!llvm.ptr) -> !llvm.ptr, i8
  %call = llvm.load %call_at : !llvm.ptr -> !llvm.ptr
  %none = llvm.icmp "eq" %call, %null : !llvm.ptr
  cf.cond_br %none, ^fail, ^ask
^ask:
  %new = llvm.call %call(%exec, %bytes) : !llvm.ptr, (!llvm.ptr, i64) -> !llvm.ptr
  return %new : !llvm.ptr
^fail:
  return %null : !llvm.ptr
}

// A tensor value with room for its sizes and for `bytes` of data.
func.func private @"$.new_tensor"(%exec: !llvm.ptr, %dtype: i32, %rank: i32, %bytes: i64) -> !llvm.ptr
    attributes {passthrough = ["noinline"]} {
  %c0 = arith.constant 0 : i8
  %c8 = arith.constant 8 : i64
  %c72 = arith.constant 72 : i64
  %c135 = arith.constant 135 : i64
  %mask = arith.constant -64 : i64
  %null = llvm.mlir.zero : !llvm.ptr
  %wide = arith.extui %rank : i32 to i64
  %sizes = arith.muli %wide, %c8 : i64
  // This structure and the sizes, up to a multiple of 64.
  %more = arith.addi %sizes, %c135 : i64
  %head = arith.andi %more, %mask : i64
  %total = arith.addi %head, %bytes : i64
  %v = func.call @"$.take"(%exec, %total) : (!llvm.ptr, i64) -> !llvm.ptr
  %missing = llvm.icmp "eq" %v, %null : !llvm.ptr
  cf.cond_br %missing, ^end, ^fill
^fill:
  "llvm.intr.memset"(%v, %c0, %c72) <{isVolatile = false}> : (!llvm.ptr, i8, i64) -> ()
  %dtype_at = llvm.getelementptr %v[36] : (!llvm.ptr) -> !llvm.ptr, i8
  llvm.store %dtype, %dtype_at : i32, !llvm.ptr
  %rank_at = llvm.getelementptr %v[32] : (!llvm.ptr) -> !llvm.ptr, i8
  llvm.store %rank, %rank_at : i32, !llvm.ptr
  %shape = llvm.getelementptr %v[72] : (!llvm.ptr) -> !llvm.ptr, i8
  %shape_at = llvm.getelementptr %v[24] : (!llvm.ptr) -> !llvm.ptr, i8
  llvm.store %shape, %shape_at : !llvm.ptr, !llvm.ptr
  %data = llvm.getelementptr %v[%head] : (!llvm.ptr, i64) -> !llvm.ptr, i8
  %data_at = llvm.getelementptr %v[16] : (!llvm.ptr) -> !llvm.ptr, i8
  llvm.store %data, %data_at : !llvm.ptr, !llvm.ptr
  cf.br ^end
^end:
  return %v : !llvm.ptr
}

// A value of `count` items, to be filled in, with room for `capacity`.
func.func private @"$.new_items"(%exec: !llvm.ptr, %kind: i32, %count: i64, %capacity: i64) -> !llvm.ptr
    attributes {passthrough = ["noinline"]} {
  %c0 = arith.constant 0 : i8
  %c8 = arith.constant 8 : i64
  %c72 = arith.constant 72 : i64
  %c96 = arith.constant 96 : i64
  %null = llvm.mlir.zero : !llvm.ptr
  %room = arith.muli %capacity, %c8 : i64
  %total = arith.addi %room, %c96 : i64
  %v = func.call @"$.take"(%exec, %total) : (!llvm.ptr, i64) -> !llvm.ptr
  %missing = llvm.icmp "eq" %v, %null : !llvm.ptr
  cf.cond_br %missing, ^end, ^fill
^fill:
  "llvm.intr.memset"(%v, %c0, %c72) <{isVolatile = false}> : (!llvm.ptr, i8, i64) -> ()
  llvm.store %kind, %v : i32, !llvm.ptr
  %count_at = llvm.getelementptr %v[8] : (!llvm.ptr) -> !llvm.ptr, i8
  llvm.store %count, %count_at : i64, !llvm.ptr
  %items = llvm.getelementptr %v[96] : (!llvm.ptr) -> !llvm.ptr, i8
  %items_at = llvm.getelementptr %v[56] : (!llvm.ptr) -> !llvm.ptr, i8
  llvm.store %items, %items_at : !llvm.ptr, !llvm.ptr
  %growth = llvm.getelementptr %v[72] : (!llvm.ptr) -> !llvm.ptr, i8
  %growth_at = llvm.getelementptr %v[64] : (!llvm.ptr) -> !llvm.ptr, i8
  llvm.store %growth, %growth_at : !llvm.ptr, !llvm.ptr
  llvm.store %exec, %growth : !llvm.ptr, !llvm.ptr
  %taken = arith.muli %count, %c8 : i64
  %end = llvm.getelementptr %items[%taken] : (!llvm.ptr, i64) -> !llvm.ptr, i8
  %end_at = llvm.getelementptr %v[80] : (!llvm.ptr) -> !llvm.ptr, i8
  llvm.store %end, %end_at : !llvm.ptr, !llvm.ptr
  %limit = llvm.getelementptr %items[%room] : (!llvm.ptr, i64) -> !llvm.ptr, i8
  %limit_at = llvm.getelementptr %v[88] : (!llvm.ptr) -> !llvm.ptr, i8
  llvm.store %limit, %limit_at : !llvm.ptr, !llvm.ptr
  cf.br ^end
^end:
  return %v : !llvm.ptr
}

// The items [skip, skip + count) of a sequence as one, in the same storage.
func.func private @"$.part"(%exec: !llvm.ptr, %from: !llvm.ptr, %skip: i64, %count: i64) -> !llvm.ptr
    attributes {passthrough = ["noinline"]} {
  %c8 = arith.constant 8 : i64
  %c72 = arith.constant 72 : i64
  %null = llvm.mlir.zero : !llvm.ptr
  %v = func.call @"$.take"(%exec, %c72) : (!llvm.ptr, i64) -> !llvm.ptr
  %missing = llvm.icmp "eq" %v, %null : !llvm.ptr
  cf.cond_br %missing, ^end, ^fill
^fill:
  "llvm.intr.memcpy"(%v, %from, %c72) <{isVolatile = false}> : (!llvm.ptr, !llvm.ptr, i64) -> ()
  %count_at = llvm.getelementptr %v[8] : (!llvm.ptr) -> !llvm.ptr, i8
  llvm.store %count, %count_at : i64, !llvm.ptr
  %items_at = llvm.getelementptr %v[56] : (!llvm.ptr) -> !llvm.ptr, i8
  %old = llvm.load %items_at : !llvm.ptr -> !llvm.ptr
  %ahead = arith.muli %skip, %c8 : i64
  %items = llvm.getelementptr %old[%ahead] : (!llvm.ptr, i64) -> !llvm.ptr, i8
  llvm.store %items, %items_at : !llvm.ptr, !llvm.ptr
  cf.br ^end
^end:
  return %v : !llvm.ptr
}

func.func private @"$.insert"(%exec: !llvm.ptr, %from: !llvm.ptr, %item: !llvm.ptr, %at: i64) -> !llvm.ptr
    attributes {passthrough = ["noinline"]} {
  %c0 = arith.constant 0 : i64
  %c1 = arith.constant 1 : i64
  %c3 = arith.constant 3 : i64
  %c8 = arith.constant 8 : i64
  %sequence = arith.constant 1 : i32
  %null = llvm.mlir.zero : !llvm.ptr
  %count_at = llvm.getelementptr %from[8] : (!llvm.ptr) -> !llvm.ptr, i8
  %count = llvm.load %count_at : !llvm.ptr -> i64
  %more = arith.addi %count, %c1 : i64
  %items_at = llvm.getelementptr %from[56] : (!llvm.ptr) -> !llvm.ptr, i8
  %items = llvm.load %items_at : !llvm.ptr -> !llvm.ptr
  %growth_at = llvm.getelementptr %from[64] : (!llvm.ptr) -> !llvm.ptr, i8
  %growth = llvm.load %growth_at : !llvm.ptr -> !llvm.ptr
  %last = arith.cmpi eq, %at, %count : i64
  %shared = llvm.icmp "ne" %growth, %null : !llvm.ptr
  %may = arith.andi %last, %shared : i1
  cf.cond_br %may, ^look, ^copy
^look:
  %owner = llvm.load %growth : !llvm.ptr -> !llvm.ptr
  %end_at = llvm.getelementptr %growth[8] : (!llvm.ptr) -> !llvm.ptr, i8
  %end = llvm.load %end_at : !llvm.ptr -> !llvm.ptr
  %limit_at = llvm.getelementptr %growth[16] : (!llvm.ptr) -> !llvm.ptr, i8
  %limit = llvm.load %limit_at : !llvm.ptr -> !llvm.ptr
  %taken = arith.muli %count, %c8 : i64
  %mine = llvm.getelementptr %items[%taken] : (!llvm.ptr, i64) -> !llvm.ptr, i8
  %ours = llvm.icmp "eq" %owner, %exec : !llvm.ptr
  %ends = llvm.icmp "eq" %end, %mine : !llvm.ptr
  %room = llvm.icmp "ult" %end, %limit : !llvm.ptr
  %both = arith.andi %ours, %ends : i1
  %all = arith.andi %both, %room : i1
  cf.cond_br %all, ^append, ^copy
^append:
  %longer = func.call @"$.part"(%exec, %from, %c0, %more) : (!llvm.ptr, !llvm.ptr, i64, i64) -> !llvm.ptr
  %failed = llvm.icmp "eq" %longer, %null : !llvm.ptr
  cf.cond_br %failed, ^fail, ^put
^put:
  llvm.store %item, %end : !llvm.ptr, !llvm.ptr
  %next = llvm.getelementptr %end[8] : (!llvm.ptr) -> !llvm.ptr, i8
  llvm.store %next, %end_at : !llvm.ptr, !llvm.ptr
  return %longer : !llvm.ptr
^copy:
  // Room to append as much again; none where the item goes between others.
  %twice = arith.addi %more, %more : i64
  %ample = arith.addi %twice, %c3 : i64
  %capacity = arith.select %last, %ample, %more : i64
  %v = func.call @"$.new_items"(%exec, %sequence, %more, %capacity) : (!llvm.ptr, i32, i64, i64) -> !llvm.ptr
  %missing = llvm.icmp "eq" %v, %null : !llvm.ptr
  cf.cond_br %missing, ^fail, ^fill
^fill:
  %new_at = llvm.getelementptr %v[56] : (!llvm.ptr) -> !llvm.ptr, i8
  %new = llvm.load %new_at : !llvm.ptr -> !llvm.ptr
  %before = arith.muli %at, %c8 : i64
  "llvm.intr.memcpy"(%new, %items, %before) <{isVolatile = false}> : (!llvm.ptr, !llvm.ptr, i64) -> ()
  %place = llvm.getelementptr %new[%before] : (!llvm.ptr, i64) -> !llvm.ptr, i8
  llvm.store %item, %place : !llvm.ptr, !llvm.ptr
  %left = arith.subi %count, %at : i64
  %after = arith.muli %left, %c8 : i64
  %rest_to = llvm.getelementptr %place[8] : (!llvm.ptr) -> !llvm.ptr, i8
  %rest = llvm.getelementptr %items[%before] : (!llvm.ptr, i64) -> !llvm.ptr, i8
  "llvm.intr.memcpy"(%rest_to, %rest, %after) <{isVolatile = false}> : (!llvm.ptr, !llvm.ptr, i64) -> ()
  return %v : !llvm.ptr
^fail:
  return %null : !llvm.ptr
}

func.func private @"$.erase"(%exec: !llvm.ptr, %from: !llvm.ptr, %at: i64) -> !llvm.ptr
    attributes {passthrough = ["noinline"]} {
  %c0 = arith.constant 0 : i64
  %c1 = arith.constant 1 : i64
  %c8 = arith.constant 8 : i64
  %sequence = arith.constant 1 : i32
  %null = llvm.mlir.zero : !llvm.ptr
  %count_at = llvm.getelementptr %from[8] : (!llvm.ptr) -> !llvm.ptr, i8
  %count = llvm.load %count_at : !llvm.ptr -> i64
  %less = arith.subi %count, %c1 : i64
  %first = arith.cmpi eq, %at, %c0 : i64
  %last = arith.cmpi eq, %at, %less : i64
  %outer = arith.ori %first, %last : i1
  cf.cond_br %outer, ^share, ^copy
^share:
  %skip = arith.select %first, %c1, %c0 : i64
  %part = func.call @"$.part"(%exec, %from, %skip, %less) : (!llvm.ptr, !llvm.ptr, i64, i64) -> !llvm.ptr
  return %part : !llvm.ptr
^copy:
  %v = func.call @"$.new_items"(%exec, %sequence, %less, %less) : (!llvm.ptr, i32, i64, i64) -> !llvm.ptr
  %missing = llvm.icmp "eq" %v, %null : !llvm.ptr
  cf.cond_br %missing, ^fail, ^fill
^fill:
  %items_at = llvm.getelementptr %from[56] : (!llvm.ptr) -> !llvm.ptr, i8
  %items = llvm.load %items_at : !llvm.ptr -> !llvm.ptr
  %new_at = llvm.getelementptr %v[56] : (!llvm.ptr) -> !llvm.ptr, i8
  %new = llvm.load %new_at : !llvm.ptr -> !llvm.ptr
  %before = arith.muli %at, %c8 : i64
  "llvm.intr.memcpy"(%new, %items, %before) <{isVolatile = false}> : (!llvm.ptr, !llvm.ptr, i64) -> ()
  %place = llvm.getelementptr %new[%before] : (!llvm.ptr, i64) -> !llvm.ptr, i8
  %gap = llvm.getelementptr %items[%before] : (!llvm.ptr, i64) -> !llvm.ptr, i8
  %rest = llvm.getelementptr %gap[8] : (!llvm.ptr) -> !llvm.ptr, i8
  %left = arith.subi %less, %at : i64
  %after = arith.muli %left, %c8 : i64
  "llvm.intr.memcpy"(%place, %rest, %after) <{isVolatile = false}> : (!llvm.ptr, !llvm.ptr, i64) -> ()
  return %v : !llvm.ptr
^fail:
  return %null : !llvm.ptr
}
)mlir";
constexpr int64_t kindAt = offsetof(cameo_value, kind),
                  countAt = offsetof(cameo_value, count),
                  dataAt = offsetof(cameo_value, tensor.data),
                  shapeAt = offsetof(cameo_value, tensor.shape),
                  rankAt = offsetof(cameo_value, tensor.rank),
                  dtypeAt = offsetof(cameo_value, tensor.dtype),
                  bytesAt = offsetof(cameo_value, tensor.bytes),
                  itemsAt = offsetof(cameo_value, items);
static_assert(kindAt == 0 && countAt == 8 && dataAt == 16 && shapeAt == 24 &&
              rankAt == 32 && dtypeAt == 36 && itemsAt == 56 &&
              offsetof(cameo_value, growth) == 64 &&
              sizeof(cameo_value) == 72 &&
              offsetof(cameo_exec, allocate) == 40);
static_assert(int(ValueKind::Sequence) == CAMEO_SEQUENCE &&
              int(ValueKind::Optional) == CAMEO_OPTIONAL &&
              int(ValueKind::Map) == CAMEO_MAP && CAMEO_TENSOR == 0);
} // namespace

bool cameo::isValueOp(Operation *op) {
  return isa<MakeValueOp, CountOp, ItemOp, InsertItemOp, EraseItemOp,
             BoxMemoryOp, IsTensorOp, MemoryOfOp, SizeOfOp>(op);
}

ValueCode::ValueCode(ModuleOp module, StringRef name, Value exec,
                     std::function<void(OpBuilder &, Value)> leaveIfNull)
    : module(module), name(name), exec(exec),
      leaveIfNull(std::move(leaveIfNull)),
      ptr(LLVM::LLVMPointerType::get(module.getContext())) {}

void ValueCode::pointers(func::FuncOp main) {
  auto change = [&](Value v) {
    if (isa<ValueType>(v.getType()))
      v.setType(ptr);
  };
  for (Block &block : main.getBody()) {
    llvm::for_each(block.getArguments(), change);
    for (Operation &op : block)
      llvm::for_each(op.getResults(), change);
  }
}

Value ValueCode::number(OpBuilder &b, Location loc, int64_t v, unsigned bits) {
  Type type = b.getIntegerType(bits);
  return LLVM::ConstantOp::create(b, loc, type, b.getIntegerAttr(type, v));
}

Value ValueCode::toNumber(OpBuilder &b, Location loc, Value v) {
  if (auto c = getConstantIntValue(v))
    return number(b, loc, *c);
  return arith::IndexCastOp::create(b, loc, b.getI64Type(), v);
}

Value ValueCode::at(OpBuilder &b, Location loc, Value base, int64_t bytes) {
  return LLVM::GEPOp::create(b, loc, ptr, b.getI8Type(), base,
                             ArrayRef<LLVM::GEPArg>{int32_t(bytes)});
}

Value ValueCode::load(OpBuilder &b, Location loc, Type type, Value base,
                      int64_t bytes) {
  return LLVM::LoadOp::create(b, loc, type, at(b, loc, base, bytes));
}

void ValueCode::store(OpBuilder &b, Location loc, Value v, Value base,
                      int64_t bytes) {
  LLVM::StoreOp::create(b, loc, v, at(b, loc, base, bytes));
}

Value ValueCode::call(OpBuilder &b, Location loc, StringRef function,
                      ValueRange arguments) {
  if (!takesMemory) {
    takesMemory = true;
    std::string text = support;
    for (size_t at; (at = text.find('$')) != std::string::npos;)
      text.replace(at, 1, name);
    Block parsed;
    ParserConfig config(module.getContext());
    if (failed(parseSourceString(text, &parsed, config)))
      llvm_unreachable("the support functions do not parse");
    Block *body = module.getBody();
    body->getOperations().splice(body->end(), parsed.getOperations());
  }
  SmallVector<Value> all{exec};
  llvm::append_range(all, arguments);
  Value made = func::CallOp::create(b, loc, name + "." + function.str(),
                                    TypeRange(ptr), all)
                   .getResult(0);
  leaveIfNull(b, made);
  return made;
}

Value ValueCode::makeValue(OpBuilder &b, MakeValueOp op) {
  Location loc = op.getLoc();
  size_t n = op.getItems().size();
  Value room = number(b, loc, n);
  Value count = room;
  if (op.getKind() == ValueKind::Map)
    count = load(b, loc, b.getI64Type(),
                 load(b, loc, ptr, op.getItems()[0], shapeAt), 0);
  Value v = call(b, loc, "new_items",
                 {number(b, loc, int64_t(op.getKind()), 32), room, room});
  if (count != room)
    store(b, loc, count, v, countAt);
  Value items = load(b, loc, ptr, v, itemsAt);
  for (auto [i, item] : llvm::enumerate(op.getItems()))
    store(b, loc, item, items, 8 * i);
  return v;
}

Value ValueCode::box(OpBuilder &b, BoxMemoryOp op) {
  Location loc = op.getLoc();
  ArrayRef<int64_t> shape = op.getShape();
  Value bytes = toNumber(b, loc, op.getBytes());
  Value v =
      call(b, loc, "new_tensor",
           {number(b, loc, op.getDtype(), 32), number(b, loc, shape.size(), 32),
            op.getCopy() || !op.getMemory() ? bytes : number(b, loc, 0)});
  store(b, loc, bytes, v, bytesAt);
  Value sizes = load(b, loc, ptr, v, shapeAt);
  size_t next = 0;
  for (auto [i, d] : llvm::enumerate(shape)) {
    Value size = ShapedType::isDynamic(d)
                     ? toNumber(b, loc, op.getSizes()[next++])
                     : number(b, loc, d);
    store(b, loc, size, sizes, 8 * i);
  }
  if (op.getCopy())
    LLVM::MemcpyOp::create(b, loc, load(b, loc, ptr, v, dataAt), op.getMemory(),
                           bytes, /*isVolatile=*/false);
  else if (op.getMemory())
    store(b, loc, op.getMemory(), v, dataAt);
  return v;
}

void ValueCode::lower(Operation *op) {
  OpBuilder b(op);
  Location loc = op->getLoc();
  auto index = [&](Value v) {
    return arith::IndexCastOp::create(b, loc, b.getIndexType(), v).getResult();
  };
  // The operands are pointers by now, which the typed accessors do not take.
  Value result =
      TypeSwitch<Operation *, Value>(op)
          .Case([&](MakeValueOp o) { return makeValue(b, o); })
          .Case([&](BoxMemoryOp o) { return box(b, o); })
          .Case([&](CountOp o) {
            return index(load(b, loc, b.getI64Type(), o.getValueMutable().get(),
                              countAt));
          })
          .Case([&](ItemOp o) {
            Value items = load(b, loc, ptr, o.getValueMutable().get(), itemsAt);
            Value place = LLVM::GEPOp::create(
                b, loc, ptr, ptr, items,
                ArrayRef<LLVM::GEPArg>{toNumber(b, loc, o.getPosition())});
            return LLVM::LoadOp::create(b, loc, ptr, place).getResult();
          })
          .Case([&](InsertItemOp o) {
            return call(b, loc, "insert",
                        {o.getSequenceMutable().get(), o.getItemMutable().get(),
                         toNumber(b, loc, o.getPosition())});
          })
          .Case([&](EraseItemOp o) {
            return call(b, loc, "erase",
                        {o.getSequenceMutable().get(),
                         toNumber(b, loc, o.getPosition())});
          })
          .Case([&](IsTensorOp o) {
            Value answer;
            for (auto [at, wanted] :
                 {std::pair<int64_t, int64_t>(kindAt, CAMEO_TENSOR),
                  {dtypeAt, int32_t(o.getDtype())},
                  {rankAt, int32_t(o.getRank())}}) {
              Value same = LLVM::ICmpOp::create(
                  b, loc, LLVM::ICmpPredicate::eq,
                  load(b, loc, b.getI32Type(), o.getValueMutable().get(), at),
                  number(b, loc, wanted, 32));
              answer =
                  answer ? LLVM::AndOp::create(b, loc, answer, same) : same;
            }
            return answer;
          })
          .Case([&](MemoryOfOp o) {
            return load(b, loc, ptr, o.getValueMutable().get(), dataAt);
          })
          .Case([&](SizeOfOp o) {
            Value sizes = load(b, loc, ptr, o.getValueMutable().get(), shapeAt);
            return index(load(b, loc, b.getI64Type(), sizes, 8 * o.getDim()));
          });
  op->replaceAllUsesWith(ValueRange(result));
}
