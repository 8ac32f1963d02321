// SPDX-License-Identifier: Apache-2.0
#include "compiler/Pipeline/FastMath.h"

using namespace cameo;

llvm::ArrayRef<FastMath::Relaxation> FastMath::all() {
  static const Relaxation list[] = {
      {"bf16",
       "matrix products with constant weights round both factors to bf16 and "
       "sum in fp32, on CPUs with AVX512-BF16; elsewhere they round the "
       "weights alone",
       &FastMath::bf16},
  };
  return list;
}

llvm::Error FastMath::allow(llvm::StringRef name) {
  std::string known;
  for (const Relaxation &r : all()) {
    if (name == r.name) {
      this->*r.flag = true;
      return llvm::Error::success();
    }
    known += (known.empty() ? "" : ", ") + std::string(r.name);
  }
  return llvm::createStringError("--fast-math: '" + name +
                                 "' is none of: " + known);
}

std::string FastMath::names() const {
  std::string text;
  for (const Relaxation &r : all())
    if (this->*r.flag)
      text += (text.empty() ? "" : ",") + std::string(r.name);
  return text;
}

const std::string &FastMath::help() {
  static const std::string text = [] {
    std::string t =
        "Allow results that are less exact, for speed; none by default.";
    for (const Relaxation &r : all())
      t += std::string(" ") + r.name + ": " + r.meaning + ".";
    return t;
  }();
  return text;
}
