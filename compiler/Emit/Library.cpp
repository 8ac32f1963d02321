// SPDX-License-Identifier: Apache-2.0
#include "compiler/Emit/Library.h"
#include "compiler/Emit/Archives.h"
#include "compiler/Emit/Codegen.h"
#include "compiler/Emit/Descriptor.h"
#include "compiler/Emit/ElfObject.h"
#include "compiler/Emit/Header.h"
#include "compiler/Emit/Link.h"
#include "compiler/Emit/Strings.h"
#include "compiler/Memory/Weights.h"
#include "mlir/IR/DialectResourceBlobManager.h"
#include "llvm/ADT/ScopeExit.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/Support/BLAKE3.h"
#include "llvm/Support/FileSystem.h"
#include "llvm/Support/Path.h"

using namespace mlir;
using namespace cameo;
using llvm::createStringError;
using llvm::Error;

static Error cannotWrite(StringRef path, const Twine &reason) {
  return createStringError("cannot write '" + path + "': " + reason);
}

/// A file with the contents under a temporary name beside `path`.
static llvm::Expected<llvm::sys::fs::TempFile>
stageFile(StringRef path, llvm::function_ref<void(llvm::raw_ostream &)> write) {
  auto temp = llvm::sys::fs::TempFile::create(path + ".%%%%%%%%.tmp",
                                              llvm::sys::fs::all_read |
                                                  llvm::sys::fs::owner_write);
  if (!temp)
    return cannotWrite(path, llvm::toString(temp.takeError()));
  llvm::raw_fd_ostream os(temp->FD, /*shouldClose=*/false);
  write(os);
  os.flush();
  if (std::error_code code = os.error()) {
    os.clear_error();
    llvm::consumeError(temp->discard());
    return cannotWrite(path, code.message());
  }
  return temp;
}

/// Gives it the name.
static Error keepFile(llvm::sys::fs::TempFile &temp, StringRef path) {
  if (Error error = temp.keep(path))
    return cannotWrite(path, llvm::toString(std::move(error)));
  return Error::success();
}

Error cameo::writeFile(StringRef path,
                       llvm::function_ref<void(llvm::raw_ostream &)> write) {
  // A device or a pipe is written to; a renamed file would take its place.
  llvm::sys::fs::file_status status;
  if (!llvm::sys::fs::status(path, status) &&
      status.type() != llvm::sys::fs::file_type::regular_file) {
    std::error_code code;
    llvm::raw_fd_ostream os(path, code);
    if (!code) {
      write(os);
      os.flush();
      code = os.error();
      os.clear_error();
    }
    return code ? cannotWrite(path, code.message()) : Error::success();
  }
  auto temp = stageFile(path, write);
  if (!temp)
    return temp.takeError();
  return keepFile(*temp, path);
}

void cameo::writeWeights(llvm::raw_ostream &os, ModuleOp module,
                         ArrayRef<uint8_t> hash) {
  auto size = module->getAttrOfType<IntegerAttr>("cameo.weights_size").getInt();
  int64_t at = 0;
  auto pad = [&](int64_t to) {
    os.write_zeros(to - at);
    at = to;
  };
  if (size == 0)
    return;
  os.write(reinterpret_cast<const char *>(hash.data()), hash.size());
  at = hash.size();
  for (auto dict : module->getAttrOfType<ArrayAttr>("cameo.weights")
                       .getAsRange<DictionaryAttr>()) {
    pad(dict.getAs<IntegerAttr>("offset").getInt());
    // It had bytes when its place was chosen.
    (void)withBytes(cast<ElementsAttr>(dict.get("value")),
                    [&](ArrayRef<char> bytes) {
                      os.write(bytes.data(), bytes.size());
                      at += bytes.size();
                    });
  }
  pad(size);
}

/// Forgets the contents of large constants, those in the model's file as well. Weights are in an object by now, and the
/// linker takes as much memory again.
static void releaseConstants(MLIRContext *context) {
  DialectResourceBlobManager &blobs =
      DenseResourceElementsHandle::getManagerInterface(context)
          .getBlobManager();
  std::vector<std::string> keys;
  blobs.getBlobMap([&](const auto &map) {
    for (const auto &entry : map)
      keys.push_back(entry.getKey().str());
  });
  for (const std::string &key : keys)
    blobs.update(key, {});
}

namespace {
/// Counts and hashes what is written to it.
class HashStream : public llvm::raw_ostream {
public:
  HashStream() { SetUnbuffered(); }
  llvm::BLAKE3 hash;

private:
  void write_impl(const char *data, size_t size) override {
    hash.update(StringRef(data, size));
    position += size;
  }
  uint64_t current_pos() const override { return position; }
  uint64_t position = 0;
};
} // namespace

/// The objects with the functions that the model calls. All must be there for a
/// shared library; a static one may leave those of custom operators to whoever
/// links it.
static llvm::Expected<SmallVector<std::string>>
linkFunctions(ModuleOp module, const LibraryOptions &options,
              ArrayRef<std::string> objects, StringRef scratch) {
  auto symbols = module->getAttrOfType<ArrayAttr>("cameo.host_symbols");
  if (!symbols && options.link.empty())
    return SmallVector<std::string>();
  std::vector<std::string> inputs = options.link;
  std::string support = findSupportLibrary(options.target.triple);
  if (!support.empty())
    inputs.push_back(support);
  auto taken = takeNeeded(objects, inputs, scratch);
  if (!taken || !symbols)
    return taken;
  SmallVector<std::string> all(objects);
  llvm::append_range(all, *taken);
  auto undefined = undefinedSymbols(all);
  if (!undefined)
    return undefined.takeError();
  for (StringRef symbol : symbols.getAsValueRange<StringAttr>()) {
    if (!llvm::is_contained(*undefined, symbol))
      continue;
    if (symbol.starts_with("cameo_op_"))
      return createStringError(
          "the model needs Cameo's function '" + symbol +
          "', but there is no libcameo_support.a for " +
          options.target.triple.getArchName() +
          " beside this compiler; build one for the target and give it with "
          "--link");
    if (options.kind == LibraryKind::Shared)
      return createStringError("the function '" + symbol +
                               "' of a custom operator is not defined: give "
                               "its object or static library with --link");
  }
  return taken;
}

/// `module` lists the functions that either calls.
static void mergeHostSymbols(ModuleOp module, ModuleOp other) {
  llvm::SetVector<Attribute> all;
  for (ModuleOp part : {module, other})
    if (auto symbols = part->getAttrOfType<ArrayAttr>("cameo.host_symbols"))
      all.insert(symbols.begin(), symbols.end());
  if (!all.empty())
    module->setAttr("cameo.host_symbols",
                    ArrayAttr::get(module.getContext(), all.getArrayRef()));
}

llvm::Expected<std::vector<std::string>>
cameo::writeLibrary(ModuleOp module, const LibraryOptions &options) {
  auto info = ModelInfo::get(module, options.name);
  if (failed(info))
    return createStringError("the model's description is incomplete");
  auto parts = generateCode(module, options.target, CodegenOutput::Object);
  if (failed(parts))
    return createStringError("code generation failed");
  std::vector<ModelInfo> others;
  for (auto &[variant, target, isSpecialization] : options.others) {
    auto other =
        ModelInfo::get(variant, variantName(options.name, others.size() + 1));
    auto more = generateCode(variant, target, CodegenOutput::Object);
    if (failed(other) || failed(more))
      return createStringError("code generation for " + target.describe() +
                               " failed");
    for (CodeBuffer &part : *more)
      parts->push_back(std::move(part));
    mergeHostSymbols(module, variant);
    other->target = target.describe();
    other->cpuFeatures = target.requiredFeatures();
    other->isSpecialization = isSpecialization;
    if (!isSpecialization)
      info->otherTargets.push_back(other->target);
    others.push_back(std::move(*other));
  }
  // The last lays its own behind those of all before.
  ModuleOp weightsOwner =
      others.empty() ? module : options.others.back().module;
  auto device = generateDeviceCode(module, options.gpuArchs, options.gpuCode);
  if (failed(device))
    return createStringError("code generation for the GPU failed");

  device->weightsSize = info->weightsSize;
  if (!others.empty())
    info->weightsSize = others.back().weightsSize;
  // The hash of a library is that of its code and weights, which follow from
  // model and options.
  HashStream weightsHash;
  writeWeights(weightsHash, weightsOwner, {});
  llvm::BLAKE3Result<16> weightsDigest = weightsHash.hash.final<16>();
  llvm::BLAKE3 hash;
  for (const CodeBuffer &part : *parts)
    hash.update(StringRef(part.data(), part.size()));
  for (const DeviceImage &image : device->images) {
    hash.update(image.arch);
    hash.update(StringRef(image.data.data(), image.data.size()));
  }
  hash.update(ArrayRef<uint8_t>(weightsDigest));
  hash.update(options.name);
  info->hash = llvm::toHex(hash.final<16>(), /*LowerCase=*/true);
  info->target = options.target.describe();
  info->cpuFeatures = options.target.requiredFeatures();
  for (const DeviceImage &image : device->images)
    info->target += " " + image.arch;
  SmallString<128> directory = llvm::sys::path::parent_path(options.output);
  bool inFile = options.weightsInFile && info->weightsSize > 0;
  if (inFile) {
    info->weightsFile = options.name + ".weights";
    info->weightsHash = llvm::toHex(weightsDigest, /*LowerCase=*/true);
  }

  SmallString<128> scratch;
  if (std::error_code code =
          llvm::sys::fs::createUniqueDirectory("cameo", scratch))
    return createStringError("cannot make a temporary directory: " +
                             code.message());
  llvm::scope_exit cleanUp([&] { llvm::sys::fs::remove_directories(scratch); });
  std::vector<std::string> objects, written;
  auto addObject = [&](StringRef name,
                       llvm::function_ref<void(llvm::raw_ostream &)> write) {
    SmallString<128> path = scratch;
    llvm::sys::path::append(path, name);
    objects.push_back(path.str().str());
    return writeFile(path, write);
  };
  for (auto [i, part] : llvm::enumerate(*parts)) {
    if (Error error = addObject(
            options.name + "." + std::to_string(i) + ".o",
            [&](llvm::raw_ostream &os) { os.write(part.data(), part.size()); }))
      return error;
    part.clear();
  }
  {
    llvm::LLVMContext context;
    for (ModelInfo &other : others) {
      other.hash = info->hash;
      other.weightsSize = info->weightsSize;
      other.weightsFile = info->weightsFile;
      other.weightsHash = info->weightsHash;
    }
    auto descriptor = makeDescriptor(context, *info, *device, others,
                                     options.kind == LibraryKind::Shared);
    auto object = generateObject(*descriptor, options.target);
    if (failed(object))
      return createStringError("code generation failed for the descriptor");
    if (Error error = addObject(options.name + ".descriptor.o",
                                [&](llvm::raw_ostream &os) {
                                  os.write(object->data(), object->size());
                                }))
      return error;
  }
  for (size_t i = 0; i <= others.size(); ++i) {
    ModuleOp part = i ? options.others[i - 1].module : module;
    std::string prefix = variantName(options.name, i);
    llvm::LLVMContext context;
    if (auto strings = makeStrings(context, part, prefix)) {
      auto object = generateObject(*strings, options.target);
      if (failed(object))
        return createStringError("code generation failed for strings");
      if (Error error =
              addObject(prefix + ".strings.o", [&](llvm::raw_ostream &os) {
                os.write(object->data(), object->size());
              }))
        return error;
    }
  }
  auto linked = linkFunctions(module, options, objects, scratch);
  if (!linked)
    return linked.takeError();
  // What is linked statically hides the functions of others, as they may be
  // linked into the program again; weights stay apart, for they may be huge.
  if (!linked->empty() && options.kind != LibraryKind::Shared) {
    SmallString<128> path = scratch;
    llvm::sys::path::append(path, options.name + ".o");
    llvm::append_range(objects, *linked);
    if (Error error = linkRelocatable(objects, path, options.name))
      return error;
    objects = {path.str().str()};
    linked->clear();
  }
  if (!inFile && info->weightsSize > 0)
    if (Error error =
            addObject(options.name + ".weights.o", [&](llvm::raw_ostream &os) {
              writeDataObject(os, options.target.triple,
                              options.name + ".weights", info->weightsSize,
                              [&](llvm::raw_ostream &data) {
                                writeWeights(data, weightsOwner, {});
                              });
            }))
      return error;

  if (!inFile && info->weightsSize > 0)
    releaseConstants(module.getContext());

  // Link under a temporary name, so that the library appears whole.
  SmallString<128> output;
  if (std::error_code code = llvm::sys::fs::createUniqueFile(
          options.output + ".%%%%%%%%.tmp", output))
    return cannotWrite(options.output, code.message());
  llvm::scope_exit removeOutput([&] { llvm::sys::fs::remove(output); });
  Error error = Error::success();
  switch (options.kind) {
  case LibraryKind::Shared:
    error = linkShared(objects, *linked, output,
                       llvm::sys::path::filename(options.output),
                       options.target.triple, scratch);
    break;
  case LibraryKind::Static:
    error = writeStaticLibrary(objects, output);
    break;
  case LibraryKind::Object:
    error = linkRelocatable(objects, output);
    break;
  }
  if (error)
    return std::move(error);
  auto beside = [&](const std::string &name) {
    SmallString<128> path = directory;
    llvm::sys::path::append(path, name);
    return path.str().str();
  };
  // What lies beside appears when all of it is written, the library last: one
  // from before stays whole, with its own weights, if there is no room.
  std::vector<std::pair<llvm::sys::fs::TempFile, std::string>> staged;
  llvm::scope_exit discard([&] {
    for (auto &[file, path] : staged)
      llvm::consumeError(file.discard());
  });
  auto add = [&](const std::string &path,
                 llvm::function_ref<void(llvm::raw_ostream &)> write) -> Error {
    auto file = stageFile(path, write);
    if (!file)
      return file.takeError();
    staged.emplace_back(std::move(*file), path);
    written.push_back(path);
    return Error::success();
  };
  if (inFile)
    if (Error e = add(beside(info->weightsFile), [&](llvm::raw_ostream &os) {
          writeWeights(os, weightsOwner, weightsDigest);
        }))
      return e;
  if (Error e = add(beside(options.name + ".h"), [&](llvm::raw_ostream &os) {
        writeHeader(os, *info, options.source);
      }))
    return e;
  if (Error e = add(beside(options.name + ".json"), [&](llvm::raw_ostream &os) {
        writeManifest(os, *info, options.source);
      }))
    return e;
  for (auto &[file, path] : llvm::reverse(staged))
    if (Error e = keepFile(file, path))
      return e;
  auto mode = options.kind == LibraryKind::Shared
                  ? llvm::sys::fs::all_all & ~(llvm::sys::fs::group_write |
                                               llvm::sys::fs::others_write)
                  : llvm::sys::fs::all_read | llvm::sys::fs::owner_write;
  llvm::sys::fs::setPermissions(output, mode);
  if (std::error_code code = llvm::sys::fs::rename(output, options.output))
    return cannotWrite(options.output, code.message());
  written.insert(written.begin(), options.output);
  return written;
}
