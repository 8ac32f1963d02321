// SPDX-License-Identifier: Apache-2.0
// cameo-verify-schedule: states what the boundary between the target-neutral stages and the back
// ends may hold, and names the operation that does not belong there.
#include "compiler/Kernels/Outline.h"
#include "compiler/Kernels/Passes.h"

using namespace mlir;
using namespace cameo;

namespace cameo {
#define GEN_PASS_DEF_VERIFYSCHEDULE
#include "compiler/Kernels/Passes.h.inc"
} // namespace cameo

namespace {
struct VerifySchedule : cameo::impl::VerifyScheduleBase<VerifySchedule> {
  void runOnOperation() override {
    bool ok = true;
    for (auto func : getOperation().getOps<func::FuncOp>())
      func.walk([&](Operation *op) {
        if (op == func || isScheduleOp(op))
          return;
        ok = false;
        op->emitOpError("is left in the schedule, which holds launches, views "
                        "and scalars only");
      });
    if (!ok)
      signalPassFailure();
  }
};
} // namespace
