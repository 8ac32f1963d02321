// SPDX-License-Identifier: Apache-2.0
// The reader of definitions. Everything in them is checked here, so that what
// is wrong is told with the file's name and not at some node.
#include "compiler/Import/CustomOperators.h"
#include "compiler/Import/TextFile.h"
#include "dialects/ONNX/CustomRules.h"
#include "dialects/ONNX/DataTypes.h"
#include "dialects/ONNX/ONNXCore.h"
#include "mlir/IR/Builders.h"
#include "mlir/IR/Diagnostics.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/Support/JSON.h"
#include "llvm/Support/Path.h"

using namespace mlir;
using namespace cameo;
using namespace cameo::import;
using llvm::createStringError;
using llvm::Error;

static std::string keyOf(StringRef domain, StringRef name) {
  return (domain + ":" + name).str();
}

const CustomOperator *CustomOperators::find(StringRef domain,
                                            StringRef name) const {
  auto it = operators.find(keyOf(domain, name));
  return it == operators.end() ? nullptr : &it->second;
}

static bool isIdentifier(StringRef text) {
  return !text.empty() && !llvm::isDigit(text[0]) &&
         llvm::all_of(text,
                      [](char c) { return llvm::isAlnum(c) || c == '_'; });
}

/// A default value: a number, a text, or a list of either.
static Attribute attributeOf(const llvm::json::Value &value, Builder &b) {
  if (auto integer = value.getAsInteger())
    return b.getI64IntegerAttr(*integer);
  if (auto number = value.getAsNumber())
    return b.getF32FloatAttr(static_cast<float>(*number));
  if (auto text = value.getAsString())
    return b.getStringAttr(*text);
  const llvm::json::Array *list = value.getAsArray();
  if (!list || list->empty())
    return nullptr;
  SmallVector<int64_t> ints;
  SmallVector<float> floats;
  SmallVector<StringRef> texts;
  for (const llvm::json::Value &v : *list) {
    if (auto text = v.getAsString())
      texts.push_back(*text);
    if (auto integer = v.getAsInteger())
      ints.push_back(*integer);
    if (auto number = v.getAsNumber())
      floats.push_back(static_cast<float>(*number));
  }
  if (texts.size() == list->size())
    return b.getStrArrayAttr(texts);
  if (ints.size() == list->size())
    return b.getDenseI64ArrayAttr(ints);
  if (floats.size() == list->size())
    return b.getDenseF32ArrayAttr(floats);
  return nullptr;
}

/// The element type by ONNX's name, or the number of the input that has it.
static Attribute typeOf(StringRef text, ArrayRef<StringRef> inputs,
                        Builder &b) {
  for (auto [i, name] : llvm::enumerate(inputs))
    if (name == text)
      return b.getI64IntegerAttr(i);
  for (int64_t number = 1; number < 64; ++number)
    if (Type type = onnx::typeOfDataType(b.getContext(), number);
        type && onnx::dataTypeName(type) == text)
      return TypeAttr::get(type);
  return nullptr;
}

/// What a definition says of one output.
static llvm::Expected<DictionaryAttr>
ruleOf(const llvm::json::Value &value, ArrayRef<StringRef> inputs, Builder &b) {
  const llvm::json::Object *output = value.getAsObject();
  auto type = output ? output->getString("type") : std::nullopt;
  if (!type)
    return createStringError("each of 'outputs' is an object with a 'type'");
  NamedAttrList rule;
  Attribute element = typeOf(*type, inputs, b);
  if (!element)
    return createStringError("'" + *type +
                             "' is neither an input nor an element type");
  rule.set("type", element);
  if (auto like = output->getString("shape")) {
    const auto *input = llvm::find(inputs, *like);
    if (input == inputs.end())
      return createStringError("the shape '" + *like + "' is no input's name");
    rule.set("like", b.getI64IntegerAttr(input - inputs.begin()));
    return rule.getDictionary(b.getContext());
  }
  const llvm::json::Array *shape = output->getArray("shape");
  if (!shape)
    return createStringError(
        "each of 'outputs' has a 'shape': an input's name, or a list of sizes");
  SmallVector<Attribute> sizes;
  for (const llvm::json::Value &size : *shape) {
    std::string text;
    if (auto number = size.getAsInteger())
      text = std::to_string(*number);
    else if (auto rule = size.getAsString())
      text = rule->str();
    else
      return createStringError("a size is a number or a text");
    if (auto parsed = onnx::SizeRule::parse(text); !parsed)
      return parsed.takeError();
    sizes.push_back(b.getStringAttr(text));
  }
  rule.set("shape", b.getArrayAttr(sizes));
  return rule.getDictionary(b.getContext());
}

Error CustomOperators::read(StringRef path, MLIRContext *context) {
  auto buffer = readText(path);
  if (!buffer)
    return createStringError(path + ": " + llvm::toString(buffer.takeError()));
  auto json = llvm::json::parse((*buffer)->getBuffer());
  if (!json)
    return createStringError(path + ": " + llvm::toString(json.takeError()));
  const llvm::json::Object *top = json->getAsObject();
  const llvm::json::Array *list = top ? top->getArray("operators") : nullptr;
  if (!list)
    return createStringError(path + ": has no list 'operators'");
  context->loadDialect<cameo::onnx::ONNXDialect, func::FuncDialect>();
  Builder b(context);
  for (const llvm::json::Value &entry : *list) {
    const llvm::json::Object *object = entry.getAsObject();
    auto name = object ? object->getString("name") : std::nullopt;
    if (!name)
      return createStringError(
          path + ": each of 'operators' is an object with a 'name'");
    auto error = [&](const Twine &what) {
      return createStringError(path + ": operator '" + *name + "': " + what);
    };
    static const StringRef known[] = {"domain", "name",    "symbol",
                                      "inputs", "outputs", "attributes",
                                      "pure",   "function"};
    for (const auto &[key, value] : *object)
      if (!llvm::is_contained(known, StringRef(key)))
        return error("there is no key '" + key.str() + "'");
    CustomOperator op;
    op.name = name->str();
    StringRef domain = object->getString("domain").value_or("");
    if (domain.empty() || domain == "ai.onnx")
      return error("needs a 'domain' of its own");
    op.isPure = object->getBoolean("pure").value_or(false);
    if (auto function = object->getString("function")) {
      SmallString<128> file = llvm::sys::path::parent_path(path);
      llvm::sys::path::append(file, *function);
      bodies.push_back(readModule(file, *context));
      if (!bodies.back())
        return error("'" + file.str() + "' cannot be read");
      op.body = bodies.back()->lookupSymbol<func::FuncOp>(*name);
      if (!op.body || !op.body.getBody().hasOneBlock())
        return error("'" + file.str() + "' has no function @" + *name);
    } else {
      op.symbol = object->getString("symbol").value_or("").str();
      if (!isIdentifier(op.symbol))
        return error(
            "needs a 'symbol', the name of a C function, or a 'function'");
      SmallVector<StringRef> inputs;
      if (const llvm::json::Array *names = object->getArray("inputs"))
        for (const llvm::json::Value &input : *names)
          inputs.push_back(input.getAsString().value_or(""));
      if (llvm::is_contained(inputs, ""))
        return error("'inputs' is a list of names");
      op.inputs = b.getStrArrayAttr(inputs);
      const llvm::json::Array *outputs = object->getArray("outputs");
      if (!outputs || outputs->empty())
        return error("needs a list 'outputs'");
      SmallVector<Attribute> rules;
      for (const llvm::json::Value &output : *outputs) {
        auto rule = ruleOf(output, inputs, b);
        if (!rule)
          return error(llvm::toString(rule.takeError()));
        rules.push_back(*rule);
      }
      op.rules = b.getArrayAttr(rules);
    }
    if (const llvm::json::Object *attributes = object->getObject("attributes"))
      for (const auto &[key, value] : *attributes) {
        Attribute attribute = attributeOf(value, b);
        if (!attribute)
          return error("attribute '" + key.str() +
                       "' is no number, text or list of either");
        op.defaults.set(key.str(), attribute);
      }
    if (!operators.try_emplace(keyOf(domain, *name), std::move(op)).second)
      return error("is defined twice");
  }
  return Error::success();
}
