// SPDX-License-Identifier: Apache-2.0
// See ScheduleSupport.h. Written as text, for it is the same in every model.
#include "compiler/Memory/ScheduleSupport.h"
#include "cameo/abi.h"

// What every model's run function calls. $ stands for the model's name. The
// offsets are those of cameo_exec; they are checked below.
constexpr char support[] = R"mlir(
func.func private @"$.launch"(%exec: !llvm.ptr, %kernel: !llvm.ptr, %args: !llvm.ptr,
    %tiles: i64, %grain: i64, %scratch: !llvm.ptr, %stride: i64, %index: i32)
    attributes {passthrough = ["noinline"]} {
  %c0 = arith.constant 0 : i64
  %p0 = arith.constant 0 : i32
  %p1 = arith.constant 1 : i32
  %null = llvm.mlir.zero : !llvm.ptr
  %hook_at = llvm.getelementptr %exec[56] : (!llvm.ptr) -> !llvm.ptr, i8
  %hook = llvm.load %hook_at : !llvm.ptr -> !llvm.ptr
  %hooked = llvm.icmp "ne" %hook, %null : !llvm.ptr
  cf.cond_br %hooked, ^before, ^work
^before:
  llvm.call %hook(%exec, %index, %p0) : !llvm.ptr, (!llvm.ptr, i32, i32) -> ()
  cf.br ^work
^work:
  %many = arith.cmpi sgt, %tiles, %grain : i64
  cf.cond_br %many, ^threads, ^alone
^threads:
  %for_at = llvm.getelementptr %exec[32] : (!llvm.ptr) -> !llvm.ptr, i8
  %for = llvm.load %for_at : !llvm.ptr -> !llvm.ptr
  %count_at = llvm.getelementptr %exec[4] : (!llvm.ptr) -> !llvm.ptr, i8
  %count = llvm.load %count_at : !llvm.ptr -> i32
  %given = llvm.icmp "ne" %for, %null : !llvm.ptr
  %plural = arith.cmpi ugt, %count, %p1 : i32
  %parallel = arith.andi %given, %plural : i1
  cf.cond_br %parallel, ^fork, ^alone
^fork:
  llvm.call %for(%exec, %kernel, %args, %tiles, %grain, %scratch, %stride)
    : !llvm.ptr, (!llvm.ptr, !llvm.ptr, !llvm.ptr, i64, i64, !llvm.ptr, i64) -> ()
  cf.br ^done
^alone:
  llvm.call %kernel(%args, %c0, %tiles, %scratch)
    : !llvm.ptr, (!llvm.ptr, i64, i64, !llvm.ptr) -> ()
  cf.br ^done
^done:
  cf.cond_br %hooked, ^after, ^end
^after:
  llvm.call %hook(%exec, %index, %p1) : !llvm.ptr, (!llvm.ptr, i32, i32) -> ()
  cf.br ^end
^end:
  return
}

// A slot is {pointer, bytes it has}; null is returned when the caller has no more.
func.func private @"$.allocate"(%exec: !llvm.ptr, %call: !llvm.ptr, %slot: !llvm.ptr, %bytes: i64) -> !llvm.ptr
    attributes {passthrough = ["noinline"]} {
  %c1 = arith.constant 1 : i64
  %null = llvm.mlir.zero : !llvm.ptr
  %want = arith.maxsi %bytes, %c1 : i64
  %have_at = llvm.getelementptr %slot[8] : (!llvm.ptr) -> !llvm.ptr, i8
  %have = llvm.load %have_at : !llvm.ptr -> i64
  %small = arith.cmpi sgt, %want, %have : i64
  cf.cond_br %small, ^grow, ^enough
^enough:
  %old = llvm.load %slot : !llvm.ptr -> !llvm.ptr
  return %old : !llvm.ptr
^grow:
  // Twice as much each time, so that a loop that grows a value allocates little in all.
  %twice = arith.shli %have, %c1 : i64
  %size = arith.maxsi %want, %twice : i64
  %none = llvm.icmp "eq" %call, %null : !llvm.ptr
  cf.cond_br %none, ^fail, ^ask
^ask:
  %new = llvm.call %call(%exec, %size) : !llvm.ptr, (!llvm.ptr, i64) -> !llvm.ptr
  %missing = llvm.icmp "eq" %new, %null : !llvm.ptr
  cf.cond_br %missing, ^fail, ^keep
^keep:
  llvm.store %new, %slot : !llvm.ptr, !llvm.ptr
  llvm.store %size, %have_at : i64, !llvm.ptr
  return %new : !llvm.ptr
^fail:
  return %null : !llvm.ptr
}

func.func private @"$.fail"(%exec: !llvm.ptr, %message: !llvm.ptr)
    attributes {passthrough = ["noinline", "cold"]} {
  %null = llvm.mlir.zero : !llvm.ptr
  %call_at = llvm.getelementptr %exec[48] : (!llvm.ptr) -> !llvm.ptr, i8
  %call = llvm.load %call_at : !llvm.ptr -> !llvm.ptr
  %given = llvm.icmp "ne" %call, %null : !llvm.ptr
  cf.cond_br %given, ^tell, ^end
^tell:
  llvm.call %call(%exec, %message) : !llvm.ptr, (!llvm.ptr, !llvm.ptr) -> ()
  cf.br ^end
^end:
  return
}
)mlir";
static_assert(offsetof(cameo_exec, threads) == 4 &&
              offsetof(cameo_exec, arena) == 8 &&
              offsetof(cameo_exec, plan) == 16 &&
              offsetof(cameo_exec, weights) == 24 &&
              offsetof(cameo_exec, parallel_for) == 32 &&
              offsetof(cameo_exec, allocate) == 40 &&
              offsetof(cameo_exec, fail) == 48 &&
              offsetof(cameo_exec, on_launch) == 56 &&
              offsetof(cameo_exec, device_launch) == 88);

// What models that run on a device call as well.
constexpr char deviceSupport[] = R"mlir(
func.func private @"$.device_launch"(%exec: !llvm.ptr, %kernel: i32, %args: !llvm.ptr,
    %blocks: i64, %threads: i64, %shared: i64, %index: i32) -> i32
    attributes {passthrough = ["noinline"]} {
  %ok = arith.constant 0 : i32
  %c1 = arith.constant 1 : i32
  %none = arith.constant 0 : i64
  %null = llvm.mlir.zero : !llvm.ptr
  %some = arith.cmpi sgt, %blocks, %none : i64
  cf.cond_br %some, ^begin, ^nothing
^nothing:
  return %ok : i32
^begin:
  %hook_at = llvm.getelementptr %exec[56] : (!llvm.ptr) -> !llvm.ptr, i8
  %hook = llvm.load %hook_at : !llvm.ptr -> !llvm.ptr
  %hooked = llvm.icmp "ne" %hook, %null : !llvm.ptr
  cf.cond_br %hooked, ^before, ^work
^before:
  llvm.call %hook(%exec, %index, %ok) : !llvm.ptr, (!llvm.ptr, i32, i32) -> ()
  cf.br ^work
^work:
  %launch_at = llvm.getelementptr %exec[88] : (!llvm.ptr) -> !llvm.ptr, i8
  %launch = llvm.load %launch_at : !llvm.ptr -> !llvm.ptr
  %status = llvm.call %launch(%exec, %kernel, %args, %blocks, %threads, %shared)
    : !llvm.ptr, (!llvm.ptr, i32, !llvm.ptr, i64, i64, i64) -> i32
  cf.cond_br %hooked, ^after, ^end
^after:
  llvm.call %hook(%exec, %index, %c1) : !llvm.ptr, (!llvm.ptr, i32, i32) -> ()
  cf.br ^end
^end:
  return %status : i32
}
)mlir";

std::string cameo::scheduleSupport(llvm::StringRef name, bool device) {
  std::string text = support;
  if (device)
    text += deviceSupport;
  for (size_t at; (at = text.find('$')) != std::string::npos;)
    text.replace(at, 1, name);
  return text;
}
