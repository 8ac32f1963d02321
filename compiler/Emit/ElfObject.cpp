// SPDX-License-Identifier: Apache-2.0
#include "compiler/Emit/ElfObject.h"
#include "llvm/BinaryFormat/ELF.h"
#include "llvm/Object/ELFTypes.h"
#include "llvm/Support/MathExtras.h"

using namespace llvm;
using ELFT = object::ELF64LE;

template <typename T> static void writeStruct(raw_ostream &os, const T &value) {
  os.write(reinterpret_cast<const char *>(&value), sizeof value);
}

void cameo::writeDataObject(raw_ostream &os, const Triple &triple,
                            StringRef symbol, uint64_t size,
                            function_ref<void(raw_ostream &)> write) {
  // File: header, data, symbols, names, section names, section table.
  constexpr uint64_t alignment = 64;
  enum Section { Null, Data, Stack, Symbols, Names, SectionNames, Count };
  std::string names = std::string(1, '\0') + symbol.str() + '\0';
  std::string sectionNames(1, '\0');
  auto addName = [&](StringRef name) {
    uint32_t at = sectionNames.size();
    sectionNames += name.str() + '\0';
    return at;
  };
  ELFT::Shdr sections[Count] = {};
  uint64_t end = sizeof(ELFT::Ehdr);
  auto place = [&](Section s, StringRef name, uint32_t type, uint64_t flags,
                   uint64_t bytes, uint64_t align) {
    end = alignTo(end, align);
    sections[s].sh_name = addName(name);
    sections[s].sh_type = type;
    sections[s].sh_flags = flags;
    sections[s].sh_offset = end;
    sections[s].sh_size = bytes;
    sections[s].sh_addralign = align;
    end += bytes;
  };
  uint64_t flags = ELF::SHF_ALLOC;
  if (triple.getArch() == Triple::x86_64)
    flags |= ELF::SHF_X86_64_LARGE;
  place(Data,
        triple.getArch() == Triple::x86_64 ? ".lrodata" : ".rodata.weights",
        ELF::SHT_PROGBITS, flags, size, alignment);
  place(Stack, ".note.GNU-stack", ELF::SHT_PROGBITS, 0, 0, 1);
  place(Symbols, ".symtab", ELF::SHT_SYMTAB, 0, 2 * sizeof(ELFT::Sym), 8);
  sections[Symbols].sh_link = Names;
  sections[Symbols].sh_info = 1; // the first global symbol
  sections[Symbols].sh_entsize = sizeof(ELFT::Sym);
  place(Names, ".strtab", ELF::SHT_STRTAB, 0, names.size(), 1);
  sections[SectionNames].sh_name = addName(".shstrtab");
  sections[SectionNames].sh_type = ELF::SHT_STRTAB;
  sections[SectionNames].sh_offset = end;
  sections[SectionNames].sh_size = sectionNames.size();
  sections[SectionNames].sh_addralign = 1;
  end += sectionNames.size();
  uint64_t table = alignTo(end, 8);

  ELFT::Ehdr header = {};
  memcpy(header.e_ident, ELF::ElfMagic, 4);
  header.e_ident[ELF::EI_CLASS] = ELF::ELFCLASS64;
  header.e_ident[ELF::EI_DATA] = ELF::ELFDATA2LSB;
  header.e_ident[ELF::EI_VERSION] = ELF::EV_CURRENT;
  header.e_type = ELF::ET_REL;
  header.e_machine = triple.getArch() == Triple::x86_64    ? ELF::EM_X86_64
                     : triple.getArch() == Triple::aarch64 ? ELF::EM_AARCH64
                                                           : ELF::EM_RISCV;
  if (header.e_machine == ELF::EM_RISCV) // as the code is: rv64gc
    header.e_flags = ELF::EF_RISCV_RVC | ELF::EF_RISCV_FLOAT_ABI_DOUBLE;
  header.e_version = ELF::EV_CURRENT;
  header.e_shoff = table;
  header.e_ehsize = sizeof(ELFT::Ehdr);
  header.e_shentsize = sizeof(ELFT::Shdr);
  header.e_shnum = Count;
  header.e_shstrndx = SectionNames;

  uint64_t written = 0;
  auto pad = [&](uint64_t to) {
    os.write_zeros(to - written);
    written = to;
  };
  writeStruct(os, header);
  written = sizeof header;
  pad(sections[Data].sh_offset);
  write(os);
  written += size;
  pad(sections[Symbols].sh_offset);
  ELFT::Sym symbols[2] = {};
  symbols[1].st_name = 1;
  symbols[1].setBindingAndType(ELF::STB_GLOBAL, ELF::STT_OBJECT);
  symbols[1].setVisibility(ELF::STV_HIDDEN);
  symbols[1].st_shndx = Data;
  symbols[1].st_size = size;
  writeStruct(os, symbols[0]);
  writeStruct(os, symbols[1]);
  os << names << sectionNames;
  written = end;
  pad(table);
  for (const ELFT::Shdr &section : sections)
    writeStruct(os, section);
}
