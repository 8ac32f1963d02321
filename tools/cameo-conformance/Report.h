// SPDX-License-Identifier: Apache-2.0
// What is told of a run: a table for machines, a summary for people.
#ifndef CAMEO_TOOLS_CONFORMANCE_REPORT_H
#define CAMEO_TOOLS_CONFORMANCE_REPORT_H

#include "Case.h"

namespace cameo::conformance {

/// Tab-separated: case, status (pass, fail, skip), stage, reason; a header line
/// first.
llvm::Error writeReport(llvm::StringRef path, llvm::ArrayRef<Case> cases,
                        llvm::ArrayRef<Outcome> outcomes);

/// Failures by stage and by reason, and the closing line "N passed, N failed, N
/// skipped"; whether none failed.
bool printSummary(llvm::raw_ostream &os, llvm::ArrayRef<Outcome> outcomes);

} // namespace cameo::conformance

#endif
