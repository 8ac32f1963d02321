// SPDX-License-Identifier: Apache-2.0
// TargetDescription to and from the module's attribute cameo.target.
#include "compiler/Kernels/TargetDescription.h"

using namespace mlir;
using namespace cameo;

static constexpr llvm::StringLiteral attrName = "cameo.target";

/// Every field with its key, for reading and writing alike.
template <typename Target, typename Fn>
static void forEachField(Target &t, Fn fn) {
  fn("vector_bytes", t.vectorBytes);
  fn("vector_registers", t.vectorRegisters);
  fn("l1", t.l1Bytes);
  fn("l2", t.l2Bytes);
  fn("l3", t.l3Bytes);
  fn("stream_bytes", t.streamBytes);
  fn("cores", t.cores);
}

template <typename Target, typename Fn>
static void forEachFlag(Target &t, Fn fn) {
  fn("fma", t.fma);
  fn("vector_ldexp", t.vectorLdexp);
  fn("half_conversion", t.halfConversion);
  fn("bfloat_conversion", t.bfloatConversion);
  fn("double_to_half", t.doubleToHalf);
  fn("byte_dot", t.byteDot);
  fn("pair_dot", t.pairDot);
  fn("fused_attention", t.fusedAttention);
  fn("fused_recurrence", t.fusedRecurrence);
  fn("computed_inputs", t.computedInputs);
  fn("block_weights", t.blockWeights);
  fn("lane_table", t.laneTable);
  fn("fast_gather", t.fastGather);
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
  forEachFlag(t, [&](StringRef key, bool &flag) {
    if (auto value = dict.getAs<BoolAttr>(key))
      flag = value.getValue();
  });
  return t;
}

void TargetDescription::attach(ModuleOp module) const {
  Builder b(module.getContext());
  NamedAttrList list;
  forEachField(*this, [&](StringRef key, int64_t field) {
    list.set(key, b.getI64IntegerAttr(field));
  });
  forEachFlag(*this, [&](StringRef key, bool flag) {
    if (flag || key == "fma" || key == "fast_gather") // whose default is true
      list.set(key, b.getBoolAttr(flag));
  });
  module->setAttr(attrName, list.getDictionary(module.getContext()));
}
