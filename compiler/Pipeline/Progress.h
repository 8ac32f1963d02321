// SPDX-License-Identifier: Apache-2.0
// Tells what a long compilation is at: at once on a terminal, elsewhere after
// two seconds.
#ifndef CAMEO_COMPILER_PIPELINE_PROGRESS_H
#define CAMEO_COMPILER_PIPELINE_PROGRESS_H

#include "llvm/ADT/StringRef.h"
#include "llvm/Support/Format.h"
#include "llvm/Support/raw_ostream.h"
#include <chrono>
#include <functional>

namespace cameo {

class Progress {
public:
  Progress(bool quiet, std::function<void(llvm::StringRef)> onStage)
      : onStage(std::move(onStage)), quiet(quiet),
        terminal(llvm::errs().is_displayed()),
        start(std::chrono::steady_clock::now()) {}
  ~Progress() { done(); }

  void stage(llvm::StringRef name) {
    if (onStage)
      onStage(name);
    double seconds =
        std::chrono::duration<double>(std::chrono::steady_clock::now() - start)
            .count();
    if (quiet || (!terminal && seconds < 2))
      return;
    // A terminal's line is written over by the next.
    llvm::errs() << (terminal ? "\r\033[K" : "")
                 << llvm::format("[%6.1f s] ", seconds) << name
                 << (terminal ? "" : "\n");
    shown = terminal;
  }
  void done() {
    if (shown)
      llvm::errs() << "\r\033[K";
    shown = false;
  }

private:
  std::function<void(llvm::StringRef)> onStage;
  bool quiet, terminal, shown = false;
  std::chrono::steady_clock::time_point start;
};

} // namespace cameo

#endif
