// SPDX-License-Identifier: Apache-2.0
// The registry that every tool uses: all of Cameo's dialects load by name.
#include "compiler/Pipeline/Registration.h"
#include "gtest/gtest.h"

TEST(Dialects, LoadByName) {
  mlir::DialectRegistry registry;
  cameo::registerAllDialects(registry);
  mlir::MLIRContext context(registry, mlir::MLIRContext::Threading::DISABLED);
  EXPECT_NE(context.getOrLoadDialect("onnx"), nullptr);
  EXPECT_NE(context.getOrLoadDialect("cameo"), nullptr);
  EXPECT_EQ(context.getOrLoadDialect("no_such_dialect"), nullptr);
}
