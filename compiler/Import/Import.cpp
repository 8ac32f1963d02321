// SPDX-License-Identifier: Apache-2.0
// A model file → a module: opens and parses the file, sets up @main and its
// signature.
#include "compiler/Import/Importer.h"
#include "compiler/Import/TextFile.h"
#include "compiler/Import/Types.h"
#include "mlir/Dialect/Func/IR/FuncOps.h"
#include "mlir/IR/Verifier.h"
#include "llvm/Support/Path.h"

using namespace mlir;
using namespace cameo;
using namespace cameo::import;

static OwningOpRef<ModuleOp>
importBuffer(std::shared_ptr<llvm::MemoryBuffer> buffer,
             const ImportOptions &options, MLIRContext &context) {
  Location loc =
      FileLineColLoc::get(&context, buffer->getBufferIdentifier(), 0, 0);
  ModelFile file;
  if (auto reason = ModelFile::parse(std::move(buffer), file)) {
    emitError(loc) << *reason;
    return nullptr;
  }
  context.loadDialect<cameo::onnx::ONNXDialect, func::FuncDialect>();
  return Importer(file, options, &context).run();
}

OwningOpRef<ModuleOp> cameo::importModel(StringRef path,
                                         const ImportOptions &options,
                                         MLIRContext &context) {
  if (isDevice(path)) {
    emitError(FileLineColLoc::get(&context, path, 0, 0))
        << "cannot read the file: it is a device";
    return nullptr;
  }
  auto buffer = llvm::MemoryBuffer::getFile(path, /*IsText=*/false,
                                            /*RequiresNullTerminator=*/false);
  if (!buffer) {
    emitError(FileLineColLoc::get(&context, path, 0, 0))
        << "cannot read the file: " << buffer.getError().message();
    return nullptr;
  }
  ImportOptions full = options;
  if (full.externalDataFolder.empty()) {
    StringRef folder = llvm::sys::path::parent_path(path);
    full.externalDataFolder = folder.empty() ? "." : folder.str();
  }
  return importBuffer(std::move(*buffer), full, context);
}

OwningOpRef<ModuleOp>
cameo::importModel(std::unique_ptr<llvm::MemoryBuffer> buffer,
                   const ImportOptions &options, MLIRContext &context) {
  return importBuffer(std::move(buffer), options, context);
}

Importer::Importer(const ModelFile &file, const ImportOptions &options,
                   MLIRContext *context)
    : file(file), options(options), context(context), builder(context),
      fileLoc(FileLineColLoc::get(context, file.buffer->getBufferIdentifier(),
                                  0, 0)),
      tensors(file, options.externalDataFolder, context) {}

OwningOpRef<ModuleOp> Importer::run() {
  for (const std::string &path : options.customOperators)
    if (llvm::Error error = custom.read(path, context)) {
      emitError(fileLoc) << llvm::toString(std::move(error));
      return nullptr;
    }
  if (failed(readOpsets(file.proto.opset_import(), mainFrame)) ||
      failed(readFunctions()) || failed(reportUnsupported()))
    return nullptr;
  OwningOpRef<ModuleOp> module = ModuleOp::create(fileLoc);
  setMetadata(*module);
  if (!importMain(*module) || failedAny || failed(verify(*module)))
    return nullptr;
  return module;
}

LogicalResult Importer::readOpsets(
    const google::protobuf::RepeatedPtrField<::onnx::OperatorSetIdProto>
        &imports,
    Frame &frame) {
  for (const auto &import : imports) {
    StringRef domain = import.domain();
    if (domain == "ai.onnx")
      domain = "";
    // Exporters list domains that the model does not use: only what nodes ask
    // for is checked.
    frame.opsets[domain] =
        std::max(frame.opsets.lookup(domain), import.version());
  }
  // Files from before operator sets had versions.
  if (imports.empty())
    frame.opsets[""] = 1;
  return success();
}

void Importer::setMetadata(ModuleOp module) {
  StringRef stem = llvm::sys::path::stem(file.buffer->getBufferIdentifier());
  module->setAttr("cameo.model_name",
                  builder.getStringAttr(
                      options.modelName.empty() ? stem : options.modelName));
  NamedAttrList metadata;
  auto add = [&](StringRef key, StringRef value) {
    if (!key.empty() && !value.empty())
      metadata.set(key, builder.getStringAttr(value));
  };
  for (const auto &entry : file.proto.metadata_props())
    add(entry.key(), entry.value());
  add("producer_name", file.proto.producer_name());
  add("producer_version", file.proto.producer_version());
  add("domain", file.proto.domain());
  add("description", file.proto.doc_string());
  add("graph_name", file.proto.graph().name());
  if (file.proto.has_model_version())
    add("model_version", std::to_string(file.proto.model_version()));
  module->setAttr("cameo.metadata", metadata.getDictionary(context));
}

/// The attributes of an argument or result: its name, element type and the
/// names of its dimensions.
static DictionaryAttr signatureOf(const ::onnx::ValueInfoProto &info, Type type,
                                  OpBuilder &b) {
  SmallVector<Attribute> dims;
  for (const auto &dim : info.type().tensor_type().shape().dim())
    dims.push_back(b.getStringAttr(dim.has_dim_param() ? dim.dim_param() : ""));
  return b.getDictionaryAttr(
      {b.getNamedAttr("cameo.name", b.getStringAttr(info.name())),
       b.getNamedAttr("cameo.dtype", b.getStringAttr(elementTypeName(type))),
       b.getNamedAttr("cameo.dims", b.getArrayAttr(dims))});
}

func::FuncOp Importer::importMain(ModuleOp module) {
  const ::onnx::GraphProto &graph = file.proto.graph();
  builder.setInsertionPointToEnd(module.getBody());
  auto func = func::FuncOp::create(builder, fileLoc, "main",
                                   builder.getFunctionType({}, {}));
  Scope scope;
  scope.block = func.addEntryBlock();
  builder.setInsertionPointToEnd(scope.block);
  if (failed(declare(graph, scope)))
    return nullptr;
  // Initializers listed as inputs, as files before IR version 4 have to, are
  // constants.
  google::protobuf::RepeatedPtrField<::onnx::ValueInfoProto> inputs;
  for (const auto &input : graph.input())
    if (!scope.initializers.count(input.name()) &&
        !scope.sparseInitializers.count(input.name()))
      *inputs.Add() = input;
  if (failed(defineInputs(inputs, scope)) ||
      failed(importNodes(graph.node(), scope, mainFrame)))
    return nullptr;

  SmallVector<Value> results;
  SmallVector<Attribute> resultAttrs;
  for (const auto &output : graph.output()) {
    Value value = lookup(output.name(), scope);
    if (!value) {
      emitError(fileLoc) << "output '" << output.name()
                         << "' is not produced by any node";
      return nullptr;
    }
    results.push_back(value);
    resultAttrs.push_back(
        signatureOf(output, scope.declared.lookup(output.name()), builder));
  }
  if (results.empty()) {
    emitError(fileLoc) << "the model has no outputs";
    return nullptr;
  }
  func::ReturnOp::create(builder, fileLoc, results);
  func.setFunctionType(builder.getFunctionType(scope.block->getArgumentTypes(),
                                               ValueRange(results).getTypes()));
  func.setAllResultAttrs(resultAttrs);
  SmallVector<Attribute> argAttrs;
  for (auto [input, argument] :
       llvm::zip_equal(inputs, scope.block->getArguments()))
    argAttrs.push_back(signatureOf(input, argument.getType(), builder));
  func.setAllArgAttrs(argAttrs);
  return func;
}
