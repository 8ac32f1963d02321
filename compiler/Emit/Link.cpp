// SPDX-License-Identifier: Apache-2.0
#include "compiler/Emit/Link.h"
#include "compiler/Emit/Archives.h"
#include "lld/Common/Driver.h"
#include "llvm/ADT/ScopeExit.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/ADT/StringSet.h"
#include "llvm/BinaryFormat/ELF.h"
#include "llvm/InterfaceStub/ELFObjHandler.h"
#include "llvm/InterfaceStub/IFSStub.h"
#include "llvm/ObjCopy/ConfigManager.h"
#include "llvm/ObjCopy/ObjCopy.h"
#include "llvm/Object/ArchiveWriter.h"
#include "llvm/Object/ELFObjectFile.h"
#include "llvm/Support/FileSystem.h"
#include "llvm/Support/Path.h"

LLD_HAS_DRIVER(elf)

using namespace llvm;

static Error runLld(ArrayRef<const char *> args) {
  std::string out, messages;
  raw_string_ostream outStream(out), errStream(messages);
  lld::Result result =
      lld::lldMain(args, outStream, errStream, {{lld::Gnu, &lld::elf::link}});
  if (result.retCode != 0)
    return createStringError("linking failed: " + messages);
  return Error::success();
}

static bool isLibm(StringRef name) {
  static const StringSet<> functions = {
      "acos",      "acosh",     "asin",   "asinh",     "atan",   "atan2",
      "atanh",     "cbrt",      "ceil",   "copysign",  "cos",    "cosh",
      "erf",       "erfc",      "exp",    "exp2",      "exp10",  "expm1",
      "fabs",      "fdim",      "floor",  "fma",       "fmax",   "fmaximum",
      "fmin",      "fminimum",  "fmod",   "frexp",     "hypot",  "ldexp",
      "lgamma",    "log",       "log10",  "log1p",     "log2",   "modf",
      "nearbyint", "nextafter", "pow",    "remainder", "rint",   "round",
      "roundeven", "sin",       "sincos", "sinh",      "sqrt",   "tan",
      "tanh",      "tgamma",    "trunc",  "lrint",     "llrint", "lround",
      "llround"};
  return functions.contains(name) ||
         (name.ends_with("f") && functions.contains(name.drop_back()));
}

static bool isLibc(StringRef name) {
  static const StringSet<> functions = {"memcpy", "memmove", "memset", "memcmp",
                                        "bcmp",   "strlen",  "abort"};
  return functions.contains(name);
}

/// A shared library with nothing but the names of `symbols`, for the linker to
/// resolve against: the real one need not be here, least of all when
/// cross-compiling.
static Error writeStub(StringRef path, StringRef soname,
                       ArrayRef<std::string> symbols, const Triple &triple) {
  ifs::IFSStub stub;
  stub.SoName = soname.str();
  stub.Target.Arch = triple.getArch() == Triple::x86_64    ? ELF::EM_X86_64
                     : triple.getArch() == Triple::aarch64 ? ELF::EM_AARCH64
                                                           : ELF::EM_RISCV;
  stub.Target.Endianness = ifs::IFSEndiannessType::Little;
  stub.Target.BitWidth = ifs::IFSBitWidthType::IFS64;
  for (const std::string &name : symbols) {
    ifs::IFSSymbol symbol(name);
    symbol.Type = ifs::IFSSymbolType::Func;
    stub.Symbols.push_back(symbol);
  }
  return ifs::writeBinaryStub(path, stub);
}

Error cameo::linkShared(ArrayRef<std::string> objects,
                        ArrayRef<std::string> linked, StringRef output,
                        StringRef soname, const Triple &triple,
                        StringRef scratch) {
  SmallVector<std::string> all(objects);
  all.append(linked.begin(), linked.end());
  auto undefined = undefinedSymbols(all), fromLinked = undefinedSymbols(linked);
  if (!undefined || !fromLinked)
    return joinErrors(undefined.takeError(), fromLinked.takeError());
  // What was compiled elsewhere may use all of libc.
  StringSet<> foreign;
  for (const std::string &name : *fromLinked)
    foreign.insert(name);
  SmallVector<std::string> libm, libc, unknown;
  for (std::string &name : *undefined)
    (isLibm(name)                             ? libm
     : isLibc(name) || foreign.contains(name) ? libc
                                              : unknown)
        .push_back(name);
  if (!unknown.empty())
    return createStringError(
        "the code needs functions that libc and libm do not have: " +
        llvm::join(unknown, ", "));
  std::vector<std::string> args = {"ld.lld",
                                   "-shared",
                                   "-nostdlib",
                                   "--build-id=none",
                                   "--gc-sections",
                                   "--hash-style=gnu",
                                   "-z",
                                   "now",
                                   "-z",
                                   "defs",
                                   "-z",
                                   "noexecstack",
                                   "--as-needed",
                                   "-soname",
                                   soname.str(),
                                   "-o",
                                   output.str()};
  llvm::append_range(args, all);
  if (!linked.empty()) {
    // Only the descriptor shows, so that no other library's functions take the
    // place of those linked here.
    SmallString<128> path(scratch);
    sys::path::append(path, "exports");
    std::error_code code;
    raw_fd_ostream os(path, code);
    if (code)
      return createFileError(path, code);
    os << "{ global: *_descriptor; local: *; };\n";
    args.push_back(("--version-script=" + path).str());
  }
  for (auto &[symbols, name] :
       {std::pair(&libm, "libm.so.6"), std::pair(&libc, "libc.so.6")}) {
    if (symbols->empty())
      continue;
    SmallString<128> path(scratch);
    sys::path::append(path, name);
    if (Error error = writeStub(path, name, *symbols, triple))
      return error;
    args.push_back(path.str().str());
  }
  return runLld(
      map_to_vector(args, [](const std::string &s) { return s.c_str(); }));
}

Error cameo::linkRelocatable(ArrayRef<std::string> objects, StringRef output) {
  std::vector<std::string> args = {"ld.lld", "-r", "-o", output.str()};
  llvm::append_range(args, objects);
  return runLld(
      map_to_vector(args, [](const std::string &s) { return s.c_str(); }));
}

Error cameo::linkRelocatable(ArrayRef<std::string> objects, StringRef output,
                             StringRef prefix) {
  std::string merged = (output + ".merged").str();
  llvm::scope_exit cleanUp([&] { sys::fs::remove(merged); });
  if (Error error = linkRelocatable(objects, merged))
    return error;
  auto binary = object::ObjectFile::createObjectFile(merged);
  if (!binary)
    return binary.takeError();
  objcopy::ConfigManager config;
  config.Common.InputFilename = merged;
  config.Common.OutputFilename = output;
  for (const char *separator : {".*", "_*"}) {
    auto pattern = objcopy::NameOrPattern::create(
        (prefix + separator).str(), objcopy::MatchStyle::Wildcard,
        [](Error error) { return error; });
    if (!pattern)
      return pattern.takeError();
    if (Error error =
            config.Common.SymbolsToKeepGlobal.addMatcher(std::move(pattern)))
      return error;
  }
  std::error_code code;
  raw_fd_ostream os(output, code);
  if (code)
    return createFileError(output, code);
  return objcopy::executeObjcopyOnBinary(config, *binary->getBinary(), os);
}

Error cameo::writeStaticLibrary(ArrayRef<std::string> objects,
                                StringRef output) {
  std::vector<NewArchiveMember> members;
  for (const std::string &path : objects) {
    auto member = NewArchiveMember::getFile(path, /*Deterministic=*/true);
    if (!member)
      return member.takeError();
    member->MemberName = sys::path::filename(path);
    members.push_back(std::move(*member));
  }
  return writeArchive(output, members, SymtabWritingMode::NormalSymtab,
                      object::Archive::K_GNU, /*Deterministic=*/true,
                      /*Thin=*/false);
}
