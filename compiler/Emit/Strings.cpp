// SPDX-License-Identifier: Apache-2.0
#include "compiler/Emit/Strings.h"
#include "mlir/IR/BuiltinAttributes.h"
#include "llvm/ADT/StringMap.h"
#include "llvm/IR/Constants.h"

using namespace llvm;

std::unique_ptr<Module> cameo::makeStrings(LLVMContext &context,
                                           mlir::ModuleOp module,
                                           StringRef name) {
  auto tables = module->getAttrOfType<mlir::ArrayAttr>("cameo.strings");
  if (!tables)
    return nullptr;
  auto result = std::make_unique<Module>("strings", context);
  StringMap<Constant *> texts;
  auto text = [&](StringRef s) {
    Constant *&address = texts[s];
    if (!address) {
      Constant *bytes = ConstantDataArray::getString(context, s);
      auto *g = new GlobalVariable(*result, bytes->getType(), true,
                                   GlobalValue::PrivateLinkage, bytes, "");
      g->setAlignment(Align(1));
      address = g;
    }
    return address;
  };
  for (auto [i, table] : enumerate(tables.getAsRange<mlir::ArrayAttr>())) {
    SmallVector<Constant *> addresses;
    for (auto s : table.getAsRange<mlir::StringAttr>())
      addresses.push_back(text(s.getValue()));
    Constant *array = ConstantArray::get(
        ArrayType::get(PointerType::getUnqual(context), addresses.size()),
        addresses);
    auto *g = new GlobalVariable(*result, array->getType(), true,
                                 GlobalValue::ExternalLinkage, array,
                                 name + ".strings." + Twine(i));
    g->setVisibility(GlobalValue::HiddenVisibility);
    g->setAlignment(Align(64));
  }
  return result;
}
