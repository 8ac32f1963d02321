// SPDX-License-Identifier: Apache-2.0
// What schedules for a device have besides. A kernel that carries `cameo.device` works on the
// device's memory; everything else in a schedule works on the host's.
#ifndef CAMEO_DIALECTS_CAMEO_DEVICE_OPS
#define CAMEO_DIALECTS_CAMEO_DEVICE_OPS

include "dialects/Cameo/CameoOps.td"
include "mlir/Interfaces/InferTypeOpInterface.td"

def Cameo_TransferOp : Cameo_Op<"transfer", [Pure, SameOperandsAndResultType]> {
  let summary = "The same tensor in the other memory";
  let description = [{
    A copy, unless the tensor is a constant, which both memories have, or has no contents yet.
    `output`: nothing but the end of the run reads it, which the host need not wait for.
  }];
  let arguments = (ins AnyRankedTensor:$source, UnitAttr:$to_host, UnitAttr:$output);
  let results = (outs AnyRankedTensor:$result);
  let assemblyFormat = "$source `to` (`host` $to_host^) : (`device`)? attr-dict `:` type($source)";
}

#endif
