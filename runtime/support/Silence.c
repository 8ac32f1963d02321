/* SPDX-License-Identifier: Apache-2.0
 * What libraries that are linked into models must not do: print, read the
 * environment or end the program. These stand for libc's functions inside the
 * model, whose symbols nobody else sees. */
#include <stdarg.h>
#include <stddef.h>

struct _IO_FILE;
struct _IO_FILE *stderr = NULL;
struct _IO_FILE *stdout = NULL;

int fprintf(struct _IO_FILE *file, const char *format, ...) { return 0; }
int __fprintf_chk(struct _IO_FILE *file, int flag, const char *format, ...) {
  return 0;
}
int vfprintf(struct _IO_FILE *file, const char *format, va_list args) {
  return 0;
}
int __vfprintf_chk(struct _IO_FILE *file, int flag, const char *format,
                   va_list args) {
  return 0;
}
int __printf_chk(int flag, const char *format, ...) { return 0; }
int printf(const char *format, ...) { return 0; }
int puts(const char *text) { return 0; }
int fputs(const char *text, struct _IO_FILE *file) { return 0; }
int fputc(int c, struct _IO_FILE *file) { return c; }
int putc(int c, struct _IO_FILE *file) { return c; }
int putchar(int c) { return c; }
int fflush(struct _IO_FILE *file) { return 0; }
size_t fwrite(const void *from, size_t size, size_t count,
              struct _IO_FILE *file) {
  return 0;
}
char *getenv(const char *name) { return NULL; }
/* The decoders' own handlers of fatal errors, which Cameo's stand in for. */
__attribute__((noreturn)) void exit(int status) { __builtin_trap(); }
