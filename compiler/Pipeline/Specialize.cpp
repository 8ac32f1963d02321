// SPDX-License-Identifier: Apache-2.0
#include "compiler/Pipeline/Specialize.h"
#include "mlir/Dialect/Func/IR/FuncOps.h"
#include "llvm/ADT/SetVector.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/ADT/StringSet.h"

using namespace mlir;
using namespace cameo;

/// The names that inputs have under an attribute: "are 'batch', 'sequence'".
static std::string listed(func::FuncOp main, StringRef attribute) {
  llvm::SetVector<StringRef> names;
  for (unsigned i = 0; i < main.getNumArguments(); ++i) {
    Attribute attr = main.getArgAttr(i, attribute);
    if (auto name = dyn_cast_or_null<StringAttr>(attr))
      names.insert(name);
    else if (auto list = dyn_cast_or_null<ArrayAttr>(attr))
      for (Attribute one : list)
        if (auto name = dyn_cast<StringAttr>(one); name && !name.empty())
          names.insert(name);
  }
  if (names.empty())
    return "is none";
  constexpr size_t most = 16;
  std::string text =
      "are '" + llvm::join(names.getArrayRef().take_front(most), "', '") + "'";
  return names.size() > most ? text + ", ..." : text;
}

LogicalResult cameo::specializeInputs(ModuleOp module,
                                      const NamedSizes &givenDims,
                                      const NamedShapes &givenShapes,
                                      StringRef option) {
  auto main = module.lookupSymbol<func::FuncOp>("main");
  if (!main || (givenDims.empty() && givenShapes.empty()))
    return success();
  llvm::StringMap<int64_t> dims;
  for (auto &[name, size] : givenDims)
    dims[name] = size;
  llvm::StringMap<ArrayRef<int64_t>> shapes;
  for (auto &[name, shape] : givenShapes)
    shapes[name] = shape;
  llvm::StringSet<> usedDims, usedShapes;
  SmallVector<Type> types(main.getArgumentTypes());
  for (auto [i, type] : llvm::enumerate(types)) {
    auto name = main.getArgAttrOfType<StringAttr>(i, "cameo.name");
    auto tensor = dyn_cast<TensorType>(type);
    if (!tensor)
      continue;
    auto given = name ? shapes.find(name.getValue()) : shapes.end();
    if (given != shapes.end()) {
      usedShapes.insert(name.getValue());
      ArrayRef<int64_t> shape = given->second;
      if (tensor.hasRank()) {
        bool fits =
            tensor.getRank() == static_cast<int64_t>(shape.size()) &&
            llvm::all_of(llvm::zip(tensor.getShape(), shape), [](auto pair) {
              auto [have, want] = pair;
              return ShapedType::isDynamic(have) || have == want;
            });
        if (!fits)
          return module.emitError("--shape for input '")
                 << name.getValue() << "' does not fit the model's type "
                 << type;
      }
      type = RankedTensorType::get(shape, tensor.getElementType());
      continue;
    }
    auto names = main.getArgAttrOfType<ArrayAttr>(i, "cameo.dims");
    if (!tensor.hasRank() || !names)
      continue;
    SmallVector<int64_t> shape(tensor.getShape());
    for (auto [d, attr] : llvm::zip(shape, names)) {
      auto dim = dyn_cast<StringAttr>(attr);
      if (!dim || !dims.contains(dim.getValue()))
        continue;
      usedDims.insert(dim.getValue());
      if (ShapedType::isDynamic(d))
        d = dims[dim.getValue()];
    }
    type = RankedTensorType::get(shape, tensor.getElementType());
  }
  for (auto &[name, size] : givenDims)
    if (!usedDims.contains(name))
      return module.emitError()
             << option << " " << name
             << ": no input has a dimension of this name; there "
             << listed(main, "cameo.dims");
  for (auto &[name, shape] : givenShapes)
    if (!usedShapes.contains(name))
      return module.emitError("--shape ")
             << name << ": the model has no such input; there "
             << listed(main, "cameo.name");
  for (auto [arg, type] : llvm::zip(main.getArguments(), types))
    arg.setType(type);
  // An input may be a result as well.
  Operation *terminator = main.getBody().front().getTerminator();
  main.setFunctionType(FunctionType::get(module.getContext(), types,
                                         terminator->getOperandTypes()));
  return success();
}
