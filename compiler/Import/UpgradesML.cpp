// SPDX-License-Identifier: Apache-2.0
// Older versions of operators of ai.onnx.ml.
#include "compiler/Import/Upgrades.h"
#include "llvm/ADT/Sequence.h"

using namespace mlir;
using namespace cameo;
using namespace cameo::import;

// One list of strings, for either direction: to their places, or from them.
static LogicalResult labelEncoderClasses(Node &node) {
  auto classes =
      dyn_cast_or_null<ArrayAttr>(node.attributes.get("classes_strings"));
  if (!classes)
    return success();
  node.drop({"classes_strings"});
  auto elementOf = [](Type type) -> Type {
    auto tensor = dyn_cast<TensorType>(type);
    return tensor ? tensor.getElementType() : Type();
  };
  Type from = node.operand(0) ? elementOf(node.operand(0).getType()) : Type();
  Type to = node.results.empty() ? Type() : elementOf(node.results[0]);
  if (!from && !to)
    return node.emitError()
           << "the model states neither the input's nor the output's type";
  bool fromStrings =
      from ? isa<onnx::StringType>(from) : !isa<onnx::StringType>(to);
  auto places = llvm::to_vector(llvm::seq<int64_t>(0, classes.size()));
  node.attributes.set(fromStrings ? "keys_strings" : "values_strings", classes);
  node.setInts(fromStrings ? "values_int64s" : "keys_int64s", places);
  return success();
}

ArrayRef<Upgrade> cameo::import::mlUpgrades() {
  static const Upgrade rows[] = {
      {mlDomain, "LabelEncoder", 2, labelEncoderClasses},
  };
  return rows;
}
