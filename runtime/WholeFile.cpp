// SPDX-License-Identifier: Apache-2.0
// Whether a library's file has all that its own header says. The system's loader
// maps what it is told to, and dies of a file that was cut short, as half a copy
// is.
#include "Library.h"

#include <elf.h>
#include <fcntl.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

/// Whether [offset, offset + size) lies beyond the end.
static bool isBeyond(uint64_t offset, uint64_t size, uint64_t end) {
  return offset > end || size > end - offset;
}

bool cameo::rt::isCutShort(const char *path) {
  int file = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK);
  if (file < 0)
    return false; // the loader says why
  struct stat info;
  Elf64_Ehdr header;
  bool cut = false;
  if (fstat(file, &info) == 0 && S_ISREG(info.st_mode) &&
      pread(file, &header, sizeof header, 0) == sizeof header &&
      memcmp(header.e_ident, ELFMAG, SELFMAG) == 0 &&
      header.e_ident[EI_CLASS] == ELFCLASS64) {
    auto end = uint64_t(info.st_size);
    // The sections' headers are the last in a file, and may be missing in a
    // stripped one; the segments are what is mapped.
    cut = isBeyond(header.e_shoff,
                   uint64_t(header.e_shnum) * header.e_shentsize, end);
    for (uint64_t i = 0; i < header.e_phnum && !cut; ++i) {
      Elf64_Phdr segment;
      ssize_t got = pread(file, &segment, sizeof segment,
                          off_t(header.e_phoff + i * header.e_phentsize));
      cut = got != sizeof segment ||
            isBeyond(segment.p_offset, segment.p_filesz, end);
    }
  }
  close(file);
  return cut;
}
