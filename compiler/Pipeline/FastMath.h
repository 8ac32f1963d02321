// SPDX-License-Identifier: Apache-2.0
// The relaxations of --fast-math: each lets code be less exact than the model says, has a name and
// is off unless the user asks for it.
#ifndef CAMEO_COMPILER_PIPELINE_FASTMATH_H
#define CAMEO_COMPILER_PIPELINE_FASTMATH_H

#include "llvm/ADT/ArrayRef.h"
#include "llvm/ADT/StringRef.h"
#include "llvm/Support/Error.h"
#include <string>

namespace cameo {

struct FastMath {
  /// Products of f32 with constant weights multiply bf16 and sum f32.
  bool bf16 = false;

  /// Allows the relaxation called `name`; an error that lists all if there is none.
  llvm::Error allow(llvm::StringRef name);
  /// The names of what is allowed, comma separated.
  std::string names() const;

  struct Relaxation {
    const char *name, *meaning;
    bool FastMath::*flag;
  };
  static llvm::ArrayRef<Relaxation> all();
  /// All names with what they mean, for --help.
  static const std::string &help();
};

} // namespace cameo

#endif
