// SPDX-License-Identifier: Apache-2.0
// Cast between strings and numbers: types that C reads and writes by the
// functions of runtime/support, the others through the widest of their kind.
#include "compiler/Lowering/HostCall.h"

using namespace mlir;
using namespace cameo;

/// The type that a number of an ONNX type is written as and read from.
static Type textType(Lowerer &l, Type onnxElement, bool reading) {
  if (auto integer = dyn_cast<IntegerType>(onnxElement)) {
    if (integer.getWidth() == 1)
      return integer;
    bool wide = integer.isUnsigned() && integer.getWidth() == 64;
    return wide ? Type(integer) : Type(l.b.getI64Type());
  }
  unsigned width = onnxElement.getIntOrFloatBitWidth();
  if (width >= 32 || (width == 16 && !reading))
    return onnxElement;
  // Rounded once, from as many digits as there are.
  return reading ? Type(l.b.getF64Type()) : Type(l.b.getF32Type());
}

Value cameo::castStrings(Lowerer &l, Value x, Type from, Type to) {
  Sizes sizes = dims(l, x);
  if (isString(from) && isString(to))
    return x;
  if (isString(to)) {
    Type wide = textType(l, from, /*reading=*/false);
    return hostCall(l, "cameo_op_cast_to_string",
                    {{castTensor(l, x, from, wide), wide}}, to, sizes);
  }
  Type wide = textType(l, to, /*reading=*/true);
  Value numbers =
      hostCall(l, "cameo_op_cast_from_string", {{x, from}}, wide, sizes);
  return castTensor(l, numbers, wide, to);
}
