// SPDX-License-Identifier: Apache-2.0
// Reasons that differ only in names and numbers count as one.
#include "Report.h"
#include "llvm/ADT/MapVector.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/ADT/StringMap.h"
#include "llvm/Support/Format.h"
#include "llvm/Support/raw_ostream.h"

using namespace cameo::conformance;

static const char *nameOf(Status status) {
  return status == Status::Pass   ? "pass"
         : status == Status::Fail ? "fail"
                                  : "skip";
}

llvm::Error cameo::conformance::writeReport(llvm::StringRef path,
                                            llvm::ArrayRef<Case> cases,
                                            llvm::ArrayRef<Outcome> outcomes) {
  std::error_code code;
  llvm::raw_fd_ostream os(path, code);
  if (code)
    return llvm::createStringError(path + ": " + code.message());
  os << "case\tstatus\tstage\treason\n";
  for (auto [c, outcome] : llvm::zip(cases, outcomes))
    os << c.name << "\t" << nameOf(outcome.status) << "\t" << outcome.stage
       << "\t" << outcome.reason << "\n";
  return llvm::Error::success();
}

/// "node '*' (Conv): # inputs" of "node 'conv1' (Conv): 2 inputs".
static std::string generalise(llvm::StringRef reason) {
  // What comes before the message names the file.
  if (size_t at = reason.find("error: "); at != llvm::StringRef::npos)
    reason = reason.drop_front(at + 7);
  std::string text;
  for (size_t i = 0; i < reason.size(); ++i) {
    char c = reason[i];
    if (c == '\'' || c == '"') {
      size_t end = reason.find(c, i + 1);
      if (end != llvm::StringRef::npos) {
        // Names of operators matter, names of nodes and values do not.
        llvm::StringRef quoted = reason.slice(i + 1, end);
        text += c;
        text += quoted.starts_with("onnx.") || quoted.starts_with("cameo.")
                    ? quoted.str()
                    : "*";
        text += c;
        i = end;
        continue;
      }
    }
    if (llvm::isDigit(c)) {
      while (i + 1 < reason.size() &&
             (llvm::isDigit(reason[i + 1]) || reason[i + 1] == '.'))
        ++i;
      c = '#';
    }
    text += c;
  }
  return text.substr(0, 150);
}

static void printCounts(llvm::raw_ostream &os, llvm::StringRef title,
                        const llvm::StringMap<unsigned> &counts, size_t most) {
  std::vector<std::pair<unsigned, llvm::StringRef>> sorted;
  for (const auto &entry : counts)
    sorted.push_back({entry.second, entry.first()});
  llvm::sort(sorted, [](const auto &a, const auto &b) {
    return a.first != b.first ? a.first > b.first : a.second < b.second;
  });
  os << title << "\n";
  for (const auto &[count, text] : llvm::ArrayRef(sorted).take_front(most))
    os << llvm::format("%6u  ", count) << text << "\n";
}

bool cameo::conformance::printSummary(llvm::raw_ostream &os,
                                      llvm::ArrayRef<Outcome> outcomes) {
  size_t counts[3] = {};
  llvm::StringMap<unsigned> stages, reasons;
  for (const Outcome &outcome : outcomes) {
    ++counts[size_t(outcome.status)];
    if (outcome.status != Status::Fail)
      continue;
    ++stages[outcome.stage];
    ++reasons[outcome.stage + ": " + generalise(outcome.reason)];
  }
  if (counts[size_t(Status::Fail)]) {
    printCounts(os, "failures by stage:", stages, 20);
    printCounts(os, "most frequent reasons:", reasons, 15);
  }
  os << counts[0] << " passed, " << counts[1] << " failed, " << counts[2]
     << " skipped\n";
  return counts[1] == 0;
}
