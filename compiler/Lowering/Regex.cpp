// SPDX-License-Identifier: Apache-2.0
// RE2 itself checks the pattern; what both syntaxes have but read differently
// is rewritten.
#include "compiler/Lowering/Regex.h"

#include <re2/re2.h>

using llvm::StringRef;

llvm::Expected<std::string> cameo::adaptPattern(StringRef pattern) {
  RE2::Options options;
  options.set_log_errors(false);
  RE2 checked(re2::StringPiece(pattern.data(), pattern.size()), options);
  if (!checked.ok())
    return llvm::createStringError(checked.error());
  if (pattern.contains('\0'))
    return llvm::createStringError("it holds a zero byte");
  std::string adapted;
  bool inClass = false;
  while (!pattern.empty()) {
    if (pattern.consume_front("\\Q")) {
      // Literal text up to \E, for both.
      size_t end = pattern.find("\\E");
      adapted += "\\Q" + pattern.take_front(end).str() + "\\E";
      pattern = end == StringRef::npos ? "" : pattern.drop_front(end + 2);
    } else if (pattern.starts_with("\\") && pattern.size() > 1) {
      char c = pattern[1];
      StringRef escape = pattern.take_front(2);
      pattern = pattern.drop_front(2);
      if (c == 'C')
        return llvm::createStringError("\\C, a single byte, is not supported");
      // RE2's white space has no vertical tab; its \v is one, where PCRE2 means
      // all vertical space.
      std::string space = "\\t\\n\\f\\r ",
                  other =
                      "\\x{0}-\\x{8}\\x{b}\\x{e}-\\x{1f}\\x{21}-\\x{10ffff}";
      if (c == 's' || c == 'S')
        adapted += inClass    ? (c == 's' ? space : other)
                   : c == 's' ? "[" + space + "]"
                              : "[^" + space + "]";
      else
        adapted += c == 'v' ? "\\x{b}" : escape.str();
    } else if (inClass && pattern.starts_with("[:")) {
      size_t end = pattern.find(":]");
      StringRef name = pattern.take_front(end == StringRef::npos ? 2 : end + 2);
      adapted += name;
      pattern = pattern.drop_front(name.size());
    } else {
      char c = pattern.front();
      pattern = pattern.drop_front();
      if (!inClass && c == '[') {
        inClass = true;
        adapted += c;
        if (pattern.consume_front("^"))
          adapted += '^';
        // First in a class, ']' is itself.
        if (pattern.consume_front("]"))
          adapted += "\\]";
        continue;
      }
      if (inClass && c == ']')
        inClass = false;
      // Inside a class '[' is itself to RE2.
      if (inClass && c == '[')
        adapted += '\\';
      adapted += c;
    }
  }
  return adapted;
}
