// SPDX-License-Identifier: Apache-2.0
// Buffers that a caller lends: rows appended in place, and what is refused. The
// model is written by hand: it puts a row of its second input behind the rows of
// its first, [2, rows, 3].
#include "RuntimeHelpers.h"
#include "cameo/cameo.hpp"
#include "gtest/gtest.h"

#include <cstring>
#include <optional>

namespace {
const int64_t pastShape[] = {2, -1, 3}, rowShape[] = {2, 1, 3};
const char *const noNames[] = {nullptr, nullptr, nullptr};
const cameo_value_info inputs[] = {
    {"past", CAMEO_FLOAT32, 3, pastShape, noNames, CAMEO_TENSOR, 0, nullptr},
    {"row", CAMEO_FLOAT32, 3, rowShape, noNames, CAMEO_TENSOR, 0, nullptr}};
const cameo_value_info outputs[] = {
    {"present", CAMEO_FLOAT32, 3, pastShape, noNames, CAMEO_TENSOR, 0, nullptr},
    {"same", CAMEO_FLOAT32, 3, rowShape, noNames, CAMEO_TENSOR, 0, nullptr}};
const cameo_update updates[] = {{0, 0, 1, 0}};

int32_t plan(const int64_t *const *shapes, int64_t, int64_t *entries) {
  entries[0] = 24 * (shapes[0][1] + 1);
  return CAMEO_OK;
}
int32_t run(cameo_exec *exec, const void *const *in,
            const int64_t *const *shapes, const void **out,
            int64_t *const *outShapes) {
  int64_t rows = shapes[0][1], capacity = exec->capacities[0];
  auto *past = static_cast<const float *>(in[0]);
  auto *present = static_cast<float *>(exec->arena);
  if (capacity) {
    if (capacity < rows + 1) {
      exec->fail(exec, "no room");
      return CAMEO_RUNTIME_ERROR;
    }
    present = const_cast<float *>(past);
  }
  int64_t stride = 3 * (capacity ? capacity : rows + 1);
  for (int64_t i = 0; i < 2; ++i) {
    if (!capacity)
      std::memcpy(present + i * stride, past + i * 3 * rows, 12 * rows);
    std::memcpy(present + i * stride + 3 * rows,
                static_cast<const float *>(in[1]) + 3 * i, 12);
  }
  out[0] = present;
  out[1] = in[1];
  outShapes[0][0] = outShapes[1][0] = 2;
  outShapes[0][1] = rows + 1;
  outShapes[1][1] = 1;
  outShapes[0][2] = outShapes[1][2] = 3;
  return CAMEO_OK;
}
cameo_model makeModel() {
  cameo_model model{};
  model.abi_version = CAMEO_ABI_VERSION;
  model.struct_size = sizeof model;
  model.name = "appender";
  model.input_count = model.output_count = 2;
  model.inputs = inputs;
  model.outputs = outputs;
  model.plan_size = 1;
  model.static_arena = -1;
  model.plan = plan;
  model.run = run;
  model.update_count = 1;
  model.updates = updates;
  return model;
}
const cameo_model model = makeModel();

class RuntimeUpdates : public testing::Test {
protected:
  void SetUp() override {
    auto opened = cameo::Library::of(model);
    ASSERT_TRUE(bool(opened)) << opened.error().message;
    auto made = cameo::Context::create(*opened);
    ASSERT_TRUE(bool(made)) << made.error().message;
    context.emplace(std::move(*made));
    for (size_t i = 0; i < std::size(buffer); ++i)
      buffer[i] = float(i);
    past = {buffer, shape, 3, CAMEO_FLOAT32, 0, CAMEO_HOST, 4};
    given = {row, rowShape, 3, CAMEO_FLOAT32, 0, CAMEO_HOST, 0};
  }
  std::string failure(int32_t expected = CAMEO_INVALID_ARGUMENT) {
    cameo_tensor in[] = {past, given}, out[] = {present, {}};
    cameo_error error;
    EXPECT_EQ(cameo_run(context->get(), in, 2, out, 2, &error), expected)
        << error.message;
    return error.message;
  }
  std::optional<cameo::Context> context;
  float buffer[2 * 4 * 3], row[6] = {-1, -2, -3, -4, -5, -6};
  int64_t shape[3] = {2, 2, 3};
  cameo_tensor past, given, present = {};
};

TEST_F(RuntimeUpdates, AppendsUntilTheBufferIsFull) {
  cameo_tensor in[] = {past, given}, out[2] = {};
  cameo_error error;
  ASSERT_EQ(cameo_run(context->get(), in, 2, out, 2, &error), CAMEO_OK)
      << error.message;
  EXPECT_EQ(out[0].data, buffer);
  EXPECT_EQ(out[0].shape[1], 3);
  EXPECT_EQ(out[0].capacity, 4);
  EXPECT_EQ(out[0].bytes, int64_t(sizeof buffer));
  EXPECT_EQ(out[1].capacity, 0);
  EXPECT_EQ(buffer[6], -1);
  EXPECT_EQ(buffer[12 + 6], -4);
  EXPECT_EQ(buffer[9], 9); // the room behind it
  // The view is the next run's input as it is, and may be its output.
  in[0] = out[0];
  ASSERT_EQ(cameo_run(context->get(), in, 2, out, 2, &error), CAMEO_OK)
      << error.message;
  EXPECT_EQ(out[0].shape[1], 4);
  EXPECT_EQ(buffer[9], -1);
  in[0] = out[0];
  EXPECT_EQ(cameo_run(context->get(), in, 2, out, 2, &error),
            CAMEO_RUNTIME_ERROR);
  EXPECT_EQ(std::string(error.message), "model 'appender': no room");
}

TEST_F(RuntimeUpdates, WithoutALoanTheResultIsTheContexts) {
  past.capacity = 0;
  cameo_tensor in[] = {past, given}, out[2] = {};
  cameo_error error;
  ASSERT_EQ(cameo_run(context->get(), in, 2, out, 2, &error), CAMEO_OK)
      << error.message;
  EXPECT_NE(out[0].data, buffer);
  EXPECT_EQ(out[0].capacity, 0);
  EXPECT_EQ(static_cast<float *>(out[0].data)[9 + 6], -4);
  EXPECT_EQ(buffer[6], 6);
}

TEST_F(RuntimeUpdates, AreRefusedWhereTheyDoNotFit) {
  past.capacity = 1;
  EXPECT_EQ(failure(), "input 0 'past': a capacity of 1, but 2 rows along "
                       "dimension 1");
  past.capacity = 4;
  past.bytes = 48;
  EXPECT_EQ(failure(),
            "input 0 'past': 48 bytes of data, but the shape [2,2,3] "
            "of float32 has 96");
  past.bytes = 96;
  present = {row, nullptr, 0, 0, sizeof row, CAMEO_HOST, 0};
  EXPECT_EQ(failure(), "output 0 'present' is written into the buffer that is "
                       "lent for input 'past': its data must be null or that "
                       "buffer");
  present = {};
  past.location = CAMEO_DEVICE;
  EXPECT_NE(failure().find("runs on the CPU"), std::string::npos);
  past.location = CAMEO_HOST;
  given.capacity = 1;
  EXPECT_EQ(failure(), "input 1 'row': a buffer with a capacity is lent, but "
                       "the model appends no rows to it: pass contiguous data, "
                       "capacity 0");
  given.capacity = 0;
  int64_t wide[] = {2, 1, INT64_C(1) << 58};
  past.shape = wide;
  EXPECT_NE(failure().find("no buffer can have a capacity of 4 rows"),
            std::string::npos);
}

TEST_F(RuntimeUpdates, InCpp) {
  std::vector<float> rows(row, row + 6);
  auto results = context->run(
      {cameo::cache(buffer, {2, 2, 3}, 4), cameo::input(rows, {2, 1, 3})});
  ASSERT_TRUE(bool(results)) << results.error().message;
  EXPECT_EQ((*results)[0].data<float>(), buffer);
  EXPECT_EQ((*results)[0].capacity(), 4);
  EXPECT_EQ((*results)[0].copy<float>(),
            (std::vector<float>{0, 1, 2, 3, 4, 5, -1, -2, -3, 12, 13, 14, 15,
                                16, 17, -4, -5, -6}));
  EXPECT_EQ((*results)[1].copy<float>(), rows);
}

TEST_F(RuntimeUpdates, DamagedDescriptors) {
  auto refused = [](cameo_update update) {
    cameo_model damaged = model;
    damaged.updates = &update;
    cameo_library *library = nullptr;
    cameo_error error;
    EXPECT_EQ(cameo_library_from_model(&damaged, nullptr, &library, &error),
              CAMEO_IO_ERROR);
    EXPECT_EQ(std::string(error.message), "damaged model descriptor: update 0");
  };
  refused({2, 0, 1, 0});
  refused({0, 2, 1, 0});
  refused({0, 0, 3, 0});
}
} // namespace
