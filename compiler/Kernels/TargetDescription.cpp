// SPDX-License-Identifier: Apache-2.0
// TargetDescription to and from the module's attribute cameo.target.
#include "compiler/Kernels/TargetDescription.h"

using namespace mlir;
using namespace cameo;

static constexpr llvm::StringLiteral attrName = "cameo.target";

/// Every field with its key, for reading and writing alike.
template <typename Target, typename Fn> static void forEachField(Target &t, Fn fn) {
  fn("vector_bytes", t.vectorBytes);
  fn("vector_registers", t.vectorRegisters);
  fn("l1", t.l1Bytes);
  fn("l2", t.l2Bytes);
  fn("l3", t.l3Bytes);
  fn("cores", t.cores);
}

TargetDescription TargetDescription::get(ModuleOp module) {
  TargetDescription t;
  auto dict = module->getAttrOfType<DictionaryAttr>(attrName);
  if (!dict)
    return t;
  forEachField(t, [&](StringRef key, int64_t &field) {
    if (auto value = dict.getAs<IntegerAttr>(key))
      field = value.getInt();
  });
  if (auto value = dict.getAs<BoolAttr>("fma"))
    t.fma = value.getValue();
  if (auto value = dict.getAs<BoolAttr>("fused_attention"))
    t.fusedAttention = value.getValue();
  return t;
}

void TargetDescription::attach(ModuleOp module) const {
  Builder b(module.getContext());
  NamedAttrList list;
  forEachField(*this,
               [&](StringRef key, int64_t field) { list.set(key, b.getI64IntegerAttr(field)); });
  list.set("fma", b.getBoolAttr(fma));
  if (fusedAttention)
    list.set("fused_attention", b.getBoolAttr(true));
  module->setAttr(attrName, list.getDictionary(module.getContext()));
}
