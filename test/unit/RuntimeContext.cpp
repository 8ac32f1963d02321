// SPDX-License-Identifier: Apache-2.0
// Contexts: validation and its messages, plans, arenas, outputs.
#include "RuntimeHelpers.h"

#include <cmath>
#include <cstdlib>

using namespace cameo;
using namespace cameo::test;

namespace {

/// The message of a run that must fail.
std::string failure(const std::vector<Input> &inputs,
                    int32_t status = CAMEO_INVALID_ARGUMENT) {
  Result<Context> context = Context::create(handmade());
  auto outputs = context->run(inputs);
  EXPECT_FALSE(bool(outputs));
  if (outputs)
    return "";
  EXPECT_EQ(outputs.error().status, status);
  return outputs.error().message;
}

Input floats(std::vector<int64_t> shape) {
  static const std::vector<float> data(1024, 1.0f);
  return input(data.data(), std::move(shape));
}

} // namespace

TEST(Context, Runs) {
  Result<Context> context = Context::create(handmade());
  ASSERT_TRUE(bool(context));
  for (int64_t rows : {3, 1, 100, 3, 0})
    runAndCheck(*context, rows);
}

TEST(Context, SaysWhatIsWrongWithInputs) {
  EXPECT_EQ(failure({floats({2, 4})}),
            "1 inputs given, model 'handmade' has 2");
  EXPECT_EQ(failure({floats({2, 4}), floats({2, 5})}),
            "input 1 'y': the shape [2,5] does not fit [batch,4]: dimension 1 "
            "must be 4");
  EXPECT_EQ(failure({floats({2, 4}), floats({3, 4})}),
            "input 1 'y': dimension 0 ('batch') is 3, but 2 in input 0 'x'");
  EXPECT_EQ(failure({floats({8}), floats({2, 4})}),
            "input 0 'x': 1 dimensions, the model takes [batch,4]");
  EXPECT_EQ(failure({floats({-2, 4}), floats({2, 4})}),
            "input 0 'x': no tensor can have the shape [-2,4]");
  EXPECT_EQ(
      failure({floats({int64_t(1) << 62, 4}), floats({2, 4})}),
      "input 0 'x': no tensor can have the shape [4611686018427387904,4]");
  std::vector<double> doubles(8);
  EXPECT_EQ(failure({input(doubles, {2, 4}), floats({2, 4})}),
            "input 0 'x': type is float64, the model takes float32");
  std::vector<float> seven(7);
  EXPECT_EQ(
      failure({input(seven, {2, 4}), floats({2, 4})}),
      "input 0 'x': 28 bytes of data, but the shape [2,4] of float32 has 32");
  EXPECT_EQ(failure({input<float>(nullptr, {2, 4}), floats({2, 4})}),
            "input 0 'x': data is null");
  Input odd = floats({2, 4});
  odd.data = static_cast<const char *>(odd.data) + 1;
  EXPECT_EQ(
      failure({odd, floats({2, 4})}),
      "input 0 'x': data is not aligned to the 4 bytes that float32 needs");
}

TEST(Context, PassesOnWhatTheModelSays) {
  std::vector<float> x(4, NAN);
  EXPECT_EQ(failure({input(x, {1, 4}), floats({1, 4})}, CAMEO_RUNTIME_ERROR),
            "model 'handmade': node 'positive': a NaN came in");
}

TEST(Context, CopiesIntoCallersBuffers) {
  Result<Context> context = Context::create(handmade());
  std::vector<float> x = ramp(2), sum(8), room(100);
  int64_t shape[] = {2, 4};
  cameo_tensor in[] = {{x.data(), shape, 2, CAMEO_FLOAT32, 32, CAMEO_HOST, 0},
                       {x.data(), shape, 2, CAMEO_FLOAT32, 0, CAMEO_HOST, 0}};
  cameo_tensor out[2] = {};
  out[0].data = sum.data();
  out[0].bytes = 32;
  out[1].data = room.data();
  out[1].bytes = 400;
  cameo_error error;
  ASSERT_EQ(cameo_run(context->get(), in, 2, out, 2, &error), CAMEO_OK)
      << error.message;
  EXPECT_EQ(sum[7], 21);
  EXPECT_EQ(out[1].bytes, 28);
  EXPECT_EQ(room[0], 3);

  out[0].bytes = 31;
  EXPECT_EQ(cameo_run(context->get(), in, 2, out, 2, &error),
            CAMEO_INVALID_ARGUMENT);
  EXPECT_STREQ(error.message,
               "output 0 'sum': its buffer has 31 bytes, the result 32");
  EXPECT_EQ(out[0].shape[0], 2);
  EXPECT_EQ(cameo_run(context->get(), in, 2, out, 1, &error),
            CAMEO_INVALID_ARGUMENT);
  EXPECT_STREQ(error.message,
               "room for 1 outputs given, model 'handmade' has 2");
}

namespace {
/// An allocator that counts.
struct Counting {
  int allocations = 0, held = 0;
  static void *allocate(void *self, int64_t bytes, int64_t alignment) {
    auto &counting = *static_cast<Counting *>(self);
    ++counting.allocations;
    ++counting.held;
    return std::aligned_alloc(size_t(alignment),
                              size_t(bytes + alignment) / 64 * 64);
  }
  static void release(void *self, void *memory, int64_t) {
    --static_cast<Counting *>(self)->held;
    std::free(memory);
  }
  cameo_context_options options() {
    cameo_context_options o = {};
    o.struct_size = sizeof o;
    o.allocate = allocate;
    o.release = release;
    o.user = this;
    return o;
  }
};
} // namespace

TEST(Context, AllocatesNothingOnceShapesAreKnown) {
  Counting counting;
  {
    Result<Context> context = Context::create(handmade(), counting.options());
    ASSERT_TRUE(bool(context));
    for (int64_t rows : {500, 20, 300})
      runAndCheck(*context, rows);
    int before = counting.allocations;
    for (int i = 0; i < 10; ++i)
      for (int64_t rows : {20, 500, 300})
        runAndCheck(*context, rows);
    EXPECT_EQ(counting.allocations, before);
    EXPECT_GT(context->memory(), 500 * 16);
  }
  EXPECT_EQ(counting.held, 0);
}

TEST(Context, MemoryOfARunSettlesInOneChunk) {
  Counting counting;
  {
    Result<Context> context = Context::create(handmade(), counting.options());
    for (int64_t rows = 1; rows < 40000; rows *= 3)
      runAndCheck(*context, rows);
    EXPECT_LE(counting.held, 2); // the arena and one chunk
  }
  EXPECT_EQ(counting.held, 0);
}

namespace {
int planned;
int32_t countingPlan(const int64_t *const *shapes, int64_t threads,
                     int64_t *plan) {
  ++planned;
  return handmade_descriptor.plan(shapes, threads, plan);
}
} // namespace

TEST(Context, PlansEachShapeOnceAndKeepsTheLatest) {
  cameo_model model = handmade_descriptor;
  model.plan = countingPlan;
  Result<Library> library = Library::of(model);
  cameo_context_options options = {};
  options.struct_size = sizeof options;
  options.plans = 2;
  Result<Context> context = Context::create(*library, options);
  planned = 0;
  for (int64_t rows : {1, 2, 1, 2, 1})
    runAndCheck(*context, rows);
  EXPECT_EQ(planned, 2);
  runAndCheck(*context, 3); // replaces 2, the one not used for longest
  runAndCheck(*context, 1);
  EXPECT_EQ(planned, 3);
  runAndCheck(*context, 2);
  EXPECT_EQ(planned, 4);
}

TEST(Context, UsesACallersArena) {
  alignas(64) static char arena[4 * 16];
  cameo_context_options options = {};
  options.struct_size = sizeof options;
  options.arena = arena;
  options.arena_bytes = sizeof arena;
  Result<Context> context = Context::create(handmade(), options);
  ASSERT_TRUE(bool(context));
  runAndCheck(*context, 4);
  auto outputs = context->run({floats({5, 4}), floats({5, 4})});
  ASSERT_FALSE(bool(outputs));
  EXPECT_EQ(outputs.error().status, CAMEO_OUT_OF_MEMORY);
  EXPECT_EQ(outputs.error().message,
            "no memory for the arena: model 'handmade' needs 80 bytes for "
            "these shapes");
  int64_t shape[] = {5, 4}, bytes = 0;
  cameo_tensor in[] = {{nullptr, shape, 2, CAMEO_FLOAT32, 0, CAMEO_HOST, 0},
                       {nullptr, shape, 2, CAMEO_FLOAT32, 0, CAMEO_HOST, 0}};
  EXPECT_EQ(cameo_context_prepare(context->get(), in, 2, &bytes, nullptr),
            CAMEO_OUT_OF_MEMORY);
  EXPECT_EQ(bytes, 80);

  options.arena = arena + 1;
  Result<Context> crooked = Context::create(handmade(), options);
  ASSERT_FALSE(bool(crooked));
  EXPECT_EQ(crooked.error().message,
            "the arena must be 64-byte aligned memory");
}

TEST(Context, UsesACallersParallelFor) {
  static int calls;
  calls = 0;
  cameo_context_options options = {};
  options.struct_size = sizeof options;
  options.threads = 3;
  options.user = &calls;
  options.parallel_for = [](cameo_exec *exec, cameo_kernel kernel,
                            int64_t *args, int64_t tiles, int64_t,
                            void *scratch, int64_t) {
    ++*static_cast<int *>(exec->user);
    EXPECT_EQ(exec->threads, 3u);
    kernel(args, 0, tiles, scratch);
  };
  Result<Context> context = Context::create(handmade(), options);
  runAndCheck(*context, 4);
  EXPECT_EQ(calls, 1);
}

TEST(Context, RefusesContradictions) {
  Result<Pool> pool = Pool::create(2);
  Result<Context> context =
      Context::create(handmade(), Context::Options{3, &*pool});
  ASSERT_FALSE(bool(context));
  EXPECT_EQ(context.error().message, "3 threads wanted of a pool of 2");
  cameo_context_options options = {};
  Result<Context> noSize = Context::create(handmade(), options);
  ASSERT_FALSE(bool(noSize));
  EXPECT_EQ(noSize.error().status, CAMEO_INVALID_ARGUMENT);
}

TEST(Context, ReportsLaunches) {
  Result<Context> context = Context::create(handmade());
  std::vector<std::pair<int, int>> events;
  cameo_context_profile(
      context->get(),
      [](void *user, int32_t launch, int32_t phase) {
        static_cast<std::vector<std::pair<int, int>> *>(user)->push_back(
            {launch, phase});
      },
      &events);
  runAndCheck(*context, 2);
  EXPECT_EQ(events, (std::vector<std::pair<int, int>>{{0, 0}, {0, 1}}));
  cameo_context_profile(context->get(), nullptr, nullptr);
  runAndCheck(*context, 2);
  EXPECT_EQ(events.size(), 2u);
}
