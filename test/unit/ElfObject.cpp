// SPDX-License-Identifier: Apache-2.0
// The hand-made object of the weights, read back by LLVM.
#include "compiler/Emit/ElfObject.h"
#include "llvm/Object/ELFObjectFile.h"
#include "gtest/gtest.h"

using namespace llvm;

static void check(StringRef triple, uint16_t machine) {
  std::string file;
  raw_string_ostream os(file);
  std::string data(1000, 'x');
  data[0] = 'a';
  cameo::writeDataObject(os, Triple(triple), "m.weights", data.size(),
                         [&](raw_ostream &out) { out << data; });
  auto object = object::ObjectFile::createELFObjectFile(
      MemoryBufferRef(file, "weights.o"));
  ASSERT_TRUE(bool(object)) << toString(object.takeError());
  auto &elf = cast<object::ELFObjectFileBase>(**object);
  EXPECT_EQ(elf.getEMachine(), machine);
  unsigned symbols = 0;
  for (object::ELFSymbolRef symbol : elf.symbols()) {
    ++symbols;
    EXPECT_EQ(cantFail(symbol.getName()), "m.weights");
    EXPECT_EQ(symbol.getSize(), data.size());
    EXPECT_EQ(symbol.getBinding(), ELF::STB_GLOBAL);
    EXPECT_EQ(symbol.getOther() & 3, ELF::STV_HIDDEN);
    auto section = cantFail(symbol.getSection());
    ASSERT_NE(section, elf.section_end());
    EXPECT_EQ(cantFail(section->getContents()), data);
    EXPECT_EQ(section->getAlignment(), Align(64));
    EXPECT_FALSE(section->isText());
  }
  EXPECT_EQ(symbols, 1u);
}

TEST(ElfObject, X86_64) { check("x86_64-unknown-linux-gnu", ELF::EM_X86_64); }
TEST(ElfObject, AArch64) {
  check("aarch64-unknown-linux-gnu", ELF::EM_AARCH64);
}
