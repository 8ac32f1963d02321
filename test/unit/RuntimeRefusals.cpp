// SPDX-License-Identifier: Apache-2.0
// What the C API refuses: null arguments, options that make no sense, models
// whose plan or result cannot be. The other Runtime*.cpp have the rest.
#include "RuntimeHelpers.h"

#include <cstdlib>
#include <cstring>
#include <string>

using namespace cameo;
using namespace cameo::test;

namespace {
/// Checks a call's status and that its message has this part.
#define REFUSED(call, expected, part)                                          \
  do {                                                                         \
    cameo_error error = {};                                                    \
    EXPECT_EQ(call, expected);                                                 \
    EXPECT_NE(std::strstr(error.message, part), nullptr) << error.message;     \
  } while (false)

void *take(void *, int64_t, int64_t) { return nullptr; }
void dispatch(cameo_exec *, cameo_kernel, int64_t *, int64_t, int64_t, void *,
              int64_t) {}

cameo_context_options sound() {
  cameo_context_options options = {};
  options.struct_size = sizeof options;
  return options;
}
} // namespace

TEST(Refusals, NullArguments) {
  cameo_library *library;
  cameo_context *context;
  REFUSED(cameo_library_open(nullptr, nullptr, &library, &error),
          CAMEO_INVALID_ARGUMENT, "cameo_library_open: a null argument");
  REFUSED(cameo_library_from_model(nullptr, nullptr, &library, &error),
          CAMEO_INVALID_ARGUMENT, "cameo_library_from_model: a null argument");
  REFUSED(cameo_context_create(nullptr, nullptr, &context, &error),
          CAMEO_INVALID_ARGUMENT, "cameo_context_create: a null argument");
  REFUSED(cameo_run(nullptr, nullptr, 0, nullptr, 0, &error),
          CAMEO_INVALID_ARGUMENT, "cameo_run: no context");
  REFUSED(cameo_context_prepare(nullptr, nullptr, 0, nullptr, &error),
          CAMEO_INVALID_ARGUMENT, "cameo_context_prepare: no context");
  REFUSED(cameo_pool_create(1, nullptr, &error), CAMEO_INVALID_ARGUMENT,
          "cameo_pool_create: a null argument");
  REFUSED(cameo_value_copy(nullptr, nullptr, &error), CAMEO_INVALID_ARGUMENT,
          "cameo_value_copy: a null argument");
  EXPECT_EQ(cameo_context_memory(nullptr), 0);
  cameo_context_profile(nullptr, nullptr, nullptr);
}

TEST(Refusals, LoadOptionsOfAnotherVersion) {
  cameo_load_options options = {};
  options.struct_size = 1;
  cameo_library *library;
  REFUSED(cameo_library_from_model(&handmade_descriptor, &options, &library,
                                   &error),
          CAMEO_INVALID_ARGUMENT, "cameo_load_options.struct_size is 1, not");
  options.struct_size = sizeof options;
  options.target = 77;
  REFUSED(cameo_library_from_model(&handmade_descriptor, &options, &library,
                                   &error),
          CAMEO_INVALID_ARGUMENT,
          "cameo_load_options.target: 77 is no cameo_target");
}

TEST(Refusals, ContextOptions) {
  Library library = handmade();
  cameo_context *context = nullptr;
  auto refused = [&](const cameo_context_options &options, const char *part) {
    REFUSED(cameo_context_create(library.get(), &options, &context, &error),
            CAMEO_INVALID_ARGUMENT, part);
    EXPECT_EQ(context, nullptr);
  };
  cameo_context_options options = sound();
  options.struct_size = 4;
  refused(options, "cameo_context_options.struct_size is 4, not");
  Result<Pool> pool = Pool::create(1);
  ASSERT_TRUE(bool(pool));
  options = sound();
  options.pool = pool->get();
  options.parallel_for = dispatch;
  refused(options, "a context has a pool or parallel_for, not both");
  options = sound();
  options.allocate = take;
  refused(options, "allocate and release come together");
  options = sound();
  options.plans = 4097;
  refused(options, "4097 plans: the most is 4096");
}

namespace {
int32_t noPlan(const int64_t *const *, int64_t, int64_t *) {
  return CAMEO_INVALID_ARGUMENT;
}
int32_t hugePlan(const int64_t *const *, int64_t, int64_t *entries) {
  entries[0] = -1;
  return CAMEO_OK;
}
int32_t hugeResult(cameo_exec *, const void *const *inputs,
                   const int64_t *const *, const void **outputs,
                   int64_t *const *shapes) {
  outputs[0] = outputs[1] = inputs[0];
  shapes[0][0] = shapes[0][1] = INT64_MAX;
  shapes[1][0] = 0;
  return CAMEO_OK;
}
int32_t anyPlan(const int64_t *const *, int64_t, int64_t *entries) {
  entries[0] = 64;
  return CAMEO_OK;
}

/// Runs a model and gives the message.
std::string message(const cameo_model &model, int32_t status) {
  Result<Library> library = Library::of(model);
  EXPECT_TRUE(bool(library));
  Result<Context> context = Context::create(*library);
  EXPECT_TRUE(bool(context));
  std::vector<float> x = ramp(2);
  auto outputs = context->run({input(x, {2, 4}), input(x, {2, 4})});
  EXPECT_FALSE(bool(outputs));
  EXPECT_EQ(outputs.error().status, status);
  return outputs.error().message;
}
} // namespace

TEST(Refusals, PlansAndResultsThatCannotBe) {
  cameo_model model = handmade_descriptor;
  model.plan = noPlan;
  EXPECT_EQ(message(model, CAMEO_INVALID_ARGUMENT),
            "model 'handmade' cannot take these input shapes");
  model.plan = hugePlan;
  EXPECT_EQ(message(model, CAMEO_OUT_OF_MEMORY),
            "model 'handmade': the memory for these input shapes is beyond "
            "any machine's");
  model.plan = anyPlan;
  model.run = hugeResult;
  EXPECT_EQ(message(model, CAMEO_RUNTIME_ERROR),
            "output 0 'sum' has a size that no tensor can have");
}

TEST(Refusals, TensorsOfADevice) {
  Library library = handmade();
  Result<Context> context = Context::create(library);
  ASSERT_TRUE(bool(context));
  std::vector<float> x = ramp(2);
  int64_t shape[] = {2, 4};
  cameo_tensor in[2] = {};
  for (cameo_tensor &tensor : in) {
    tensor.data = x.data();
    tensor.shape = shape;
    tensor.rank = 2;
    tensor.dtype = CAMEO_FLOAT32;
    tensor.bytes = 32;
  }
  cameo_tensor out[2] = {};
  in[1].location = CAMEO_DEVICE;
  REFUSED(cameo_run(context->get(), in, 2, out, 2, &error),
          CAMEO_INVALID_ARGUMENT,
          "'y' is in a device's memory, but model 'handmade' runs on the CPU");
  in[1].location = 77;
  REFUSED(cameo_run(context->get(), in, 2, out, 2, &error),
          CAMEO_INVALID_ARGUMENT, "'y': 77 is no location");
}

TEST(Refusals, OtherKindsOfDevices) {
  cameo_device device = {};
  device.kind = "abacus";
  const uint8_t hostInputs[2] = {};
  device.host_inputs = hostInputs;
  cameo_model model = handmade_descriptor;
  model.device = &device;
  model.plan_size = 4;
  Result<Library> library = Library::of(model);
  ASSERT_TRUE(bool(library));
  cameo_context *context;
  REFUSED(cameo_context_create(library->get(), nullptr, &context, &error),
          CAMEO_UNSUPPORTED,
          "model 'handmade' is for a device of kind 'abacus'");
}

TEST(Refusals, DescriptorsWithoutValues) {
  cameo_model model = handmade_descriptor;
  model.inputs = nullptr;
  cameo_library *library;
  REFUSED(cameo_library_from_model(&model, nullptr, &library, &error),
          CAMEO_IO_ERROR, "damaged model descriptor: no inputs");
#if defined(__x86_64__)
  model = handmade_descriptor;
  model.target = nullptr;
  model.cpu_features = "warp_drive";
  REFUSED(cameo_library_from_model(&model, nullptr, &library, &error),
          CAMEO_UNSUPPORTED, "was compiled for another CPU");
#endif
}

TEST(Refusals, SpecializationsOfOtherModels) {
  cameo_model model = handmade_descriptor, special = handmade_descriptor;
  const cameo_model *list[] = {&special};
  cameo_library *library;
  auto refused = [&](const char *part) {
    REFUSED(cameo_library_from_model(&model, nullptr, &library, &error),
            CAMEO_IO_ERROR, part);
  };
  model.specialization_count = 1;
  refused("damaged model descriptor: specialisations");
  model.specializations = list;
  special.output_count = 1;
  refused("damaged model descriptor: specialisation 0");
  special = handmade_descriptor;
  special.launch_count = model.launch_count + 1;
  refused("damaged model descriptor: specialisation 0");
  list[0] = nullptr;
  refused("damaged model descriptor: specialisation 0");
}

TEST(Refusals, WeightsPathsThatAreTooLong) {
  cameo_model model = handmade_descriptor;
  model.weights_size = 80;
  model.weights_file = "handmade.weights";
  model.weights_hash = "000102030405060708090a0b0c0d0e0f";
  std::string path(5000, 'x');
  cameo_load_options options = {sizeof options, 0, path.c_str()};
  cameo_library *library;
  REFUSED(cameo_library_from_model(&model, &options, &library, &error),
          CAMEO_IO_ERROR, "the path of the weights file is too long");
}

TEST(Refusals, LibrariesThatAreNoModels) {
  cameo_library *library;
  REFUSED(cameo_library_open("libm.so.6", nullptr, &library, &error),
          CAMEO_IO_ERROR, "cannot load the model");
  for (const char *path :
       {"/lib/x86_64-linux-gnu/libm.so.6", "/lib/aarch64-linux-gnu/libm.so.6"})
    if (FILE *file = fopen(path, "rb")) {
      fclose(file);
      REFUSED(cameo_library_open(path, nullptr, &library, &error),
              CAMEO_IO_ERROR,
              "is not a compiled model: it has no symbol "
              "cameo_model_descriptor");
    }
}

TEST(Refusals, ValuesThatNoModelGives) {
  cameo_value odd = cameo_value_sequence(nullptr, 3);
  cameo_value *copy;
  REFUSED(cameo_value_copy(&odd, &copy, &error), CAMEO_INVALID_ARGUMENT,
          "cameo_value_copy: not a value that a model could give");
}

TEST(Refusals, StatusesHaveNames) {
  EXPECT_STREQ(cameo_status_name(CAMEO_INVALID_ARGUMENT), "invalid argument");
  EXPECT_STREQ(cameo_status_name(CAMEO_RUNTIME_ERROR), "runtime error");
  EXPECT_STREQ(cameo_status_name(CAMEO_IO_ERROR), "input/output error");
  EXPECT_STREQ(cameo_status_name(1234), "unknown status");
}
