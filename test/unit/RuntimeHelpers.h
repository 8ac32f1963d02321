// SPDX-License-Identifier: Apache-2.0
// What the runtime's tests share: a model made by hand, and inputs for it.
#ifndef CAMEO_TEST_UNIT_RUNTIMEHELPERS_H
#define CAMEO_TEST_UNIT_RUNTIMEHELPERS_H

#include "cameo/cameo.hpp"
#include "gtest/gtest.h"

/// test/lit/Tools/Inputs/handmade.c: x, y float32[batch,4] to sum = 2 x + y and
/// its positive elements.
extern "C" const cameo_model handmade_descriptor;

namespace cameo::test {

inline Library handmade() {
  Result<Library> library = Library::of(handmade_descriptor);
  EXPECT_TRUE(bool(library)) << (library ? "" : library.error().message);
  return *library;
}

inline std::vector<float> ramp(int64_t rows, float first = 0) {
  std::vector<float> data(size_t(rows) * 4);
  for (float &value : data)
    value = first++;
  return data;
}

/// Runs and checks the sum.
inline void runAndCheck(Context &context, int64_t rows) {
  std::vector<float> x = ramp(rows), y = ramp(rows, 1);
  auto outputs = context.run({input(x, {rows, 4}), input(y, {rows, 4})});
  ASSERT_TRUE(bool(outputs)) << outputs.error().message;
  ASSERT_EQ((*outputs)[0].shape(), (std::vector<int64_t>{rows, 4}));
  const float *sum = (*outputs)[0].data<float>();
  for (int64_t i = 0; i < rows * 4; ++i)
    ASSERT_EQ(sum[i], 2 * x[size_t(i)] + y[size_t(i)]) << i;
  ASSERT_EQ((*outputs)[1].size(), rows * 4);
}

} // namespace cameo::test

#endif
