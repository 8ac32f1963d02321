// SPDX-License-Identifier: Apache-2.0
#include "compiler/Emit/Archives.h"
#include "llvm/Object/Archive.h"
#include "llvm/Object/ELFObjectFile.h"
#include "llvm/Support/FileSystem.h"
#include "llvm/Support/Path.h"
#include "llvm/Support/raw_ostream.h"
#include "llvm/TargetParser/Host.h"

using namespace llvm;

std::string cameo::findSupportLibrary(const Triple &triple) {
  static int anchor;
  std::string self = sys::fs::getMainExecutable(nullptr, &anchor);
  SmallString<128> root = sys::path::parent_path(sys::path::parent_path(self));
  bool native =
      Triple(sys::getDefaultTargetTriple()).getArch() == triple.getArch();
  std::string arch = Triple::getArchTypeName(triple.getArch()).str();
  for (StringRef folder : {"lib", CAMEO_LIBDIR}) {
    SmallString<128> path = root;
    sys::path::append(path, folder, "cameo", arch, "libcameo_support.a");
    if (sys::fs::exists(path))
      return path.str().str();
    path = root;
    sys::path::append(path, folder, "libcameo_support.a");
    if (native && sys::fs::exists(path))
      return path.str().str();
  }
  return "";
}

namespace {
/// What objects define and want.
struct Symbols {
  StringSet<> defined;
  std::vector<std::string> wanted;

  Error add(const object::ObjectFile &file) {
    for (const object::SymbolRef &symbol : file.symbols()) {
      auto flags = symbol.getFlags();
      auto name = symbol.getName();
      if (!flags || !name)
        return joinErrors(flags.takeError(), name.takeError());
      // The linker makes the global offset table.
      if (name->empty() || *name == "_GLOBAL_OFFSET_TABLE_")
        continue;
      if (*flags & object::SymbolRef::SF_Undefined)
        wanted.push_back(name->str());
      else if (*flags & object::SymbolRef::SF_Global)
        defined.insert(*name);
    }
    return Error::success();
  }
  Error add(const std::string &path) {
    auto file = object::ObjectFile::createObjectFile(path);
    if (!file)
      return createFileError(path, file.takeError());
    return add(*file->getBinary());
  }
};

struct Member {
  object::Archive *archive;
  uint64_t offset;
};
} // namespace

Expected<SmallVector<std::string>>
cameo::undefinedSymbols(ArrayRef<std::string> objects) {
  Symbols symbols;
  for (const std::string &path : objects)
    if (Error e = symbols.add(path))
      return e;
  llvm::sort(symbols.wanted);
  symbols.wanted.erase(llvm::unique(symbols.wanted), symbols.wanted.end());
  SmallVector<std::string> result;
  for (std::string &name : symbols.wanted)
    if (!symbols.defined.contains(name))
      result.push_back(std::move(name));
  return result;
}

Expected<SmallVector<std::string>>
cameo::takeNeeded(ArrayRef<std::string> objects, ArrayRef<std::string> inputs,
                  StringRef scratch) {
  SmallVector<std::string> taken;
  Symbols symbols;
  std::vector<object::OwningBinary<object::Binary>> binaries;
  StringMap<Member> index;
  for (const std::string &path : objects)
    if (Error e = symbols.add(path))
      return e;
  for (const std::string &path : inputs) {
    auto binary = object::createBinary(path);
    if (!binary)
      return createFileError(path, binary.takeError());
    if (auto *archive = dyn_cast<object::Archive>(binary->getBinary())) {
      for (const object::Archive::Symbol &symbol : archive->symbols()) {
        auto child = symbol.getMember();
        if (!child)
          return createFileError(path, child.takeError());
        index.try_emplace(symbol.getName(),
                          Member{archive, child->getChildOffset()});
      }
      binaries.push_back(std::move(*binary));
      continue;
    }
    auto *object = dyn_cast<object::ELFObjectFileBase>(binary->getBinary());
    if (!object || object->getEType() != ELF::ET_REL)
      return createStringError(
          "'" + path + "' is neither an object file nor a static library");
    if (Error e = symbols.add(*object))
      return e;
    taken.push_back(path);
  }
  llvm::DenseSet<std::pair<object::Archive *, uint64_t>> done;
  for (size_t i = 0; i < symbols.wanted.size(); ++i) {
    std::string name = symbols.wanted[i];
    auto found = index.find(name);
    if (symbols.defined.contains(name) || found == index.end())
      continue;
    auto [archive, offset] = found->second;
    if (!done.insert({archive, offset}).second)
      continue;
    Error error = Error::success();
    bool first = true;
    for (const object::Archive::Child &child : archive->children(error)) {
      if (child.getChildOffset() != offset)
        continue;
      auto buffer = child.getMemoryBufferRef();
      if (!buffer)
        return buffer.takeError();
      auto object = object::ObjectFile::createObjectFile(*buffer);
      if (!object)
        return createFileError(archive->getFileName(), object.takeError());
      if (Error e = symbols.add(**object))
        return e;
      SmallString<128> path = scratch;
      sys::path::append(path, "linked." + std::to_string(taken.size()) + ".o");
      std::error_code code;
      raw_fd_ostream os(path, code);
      if (code)
        return createFileError(path, code);
      os << buffer->getBuffer();
      taken.push_back(path.str().str());
      first = false;
      break;
    }
    // The loop ends early, which is no error.
    if (first && error)
      return std::move(error);
    consumeError(std::move(error));
  }
  return taken;
}
