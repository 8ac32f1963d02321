// SPDX-License-Identifier: Apache-2.0
// Registration of the onnx dialect.
#include "dialects/ONNX/Custom.h"
#include "dialects/ONNX/Tensor.h"
#include "mlir/IR/Builders.h"
#include "mlir/IR/DialectImplementation.h"
#include "llvm/ADT/TypeSwitch.h"

using namespace mlir;
using namespace cameo::onnx;

#include "dialects/ONNX/ONNXInterfaces.cpp.inc"

#include "dialects/ONNX/ONNXDialect.cpp.inc"

#define GET_TYPEDEF_CLASSES
#include "dialects/ONNX/ONNXTypes.cpp.inc"

void ONNXDialect::initialize() {
  addTypes<
#define GET_TYPEDEF_LIST
#include "dialects/ONNX/ONNXTypes.cpp.inc"
      >();
#define CAMEO_REGISTER_FAMILY(F) register##F##Operators(*this);
  CAMEO_ONNX_FAMILIES(CAMEO_REGISTER_FAMILY)
#undef CAMEO_REGISTER_FAMILY
  registerCustomOperators(*this);
}

Operation *ONNXDialect::materializeConstant(OpBuilder &b, Attribute value,
                                            Type type, Location loc) {
  if (auto elements = dyn_cast<ElementsAttr>(value))
    return ConstantOp::create(b, loc, type, elements);
  return nullptr;
}

OpFoldResult ConstantOp::fold(FoldAdaptor) { return getValueAttr(); }
