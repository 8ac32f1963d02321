// SPDX-License-Identifier: Apache-2.0
// Sequences, optionals and maps through the runtime: hostile ones are errors,
// copies outlive what they were made of. The model is written by hand: it gives
// its input back.
#include "RuntimeHelpers.h"
#include "cameo/cameo.hpp"
#include "gtest/gtest.h"

#include <optional>

namespace {
const int64_t shape[] = {-1, 2};
const char *const noNames[] = {nullptr, nullptr};
const cameo_value_info item = {"",      CAMEO_FLOAT32, 2, shape,
                               noNames, CAMEO_TENSOR,  0, nullptr};
const int64_t scalarShape[] = {-1};
const cameo_value_info mapped = {"",      CAMEO_FLOAT32, 1, scalarShape,
                                 noNames, CAMEO_TENSOR,  0, nullptr};
const cameo_value_info map = {"",      CAMEO_STRING, 0, nullptr,
                              nullptr, CAMEO_MAP,    0, &mapped};
const cameo_value_info values[] = {
    {"s", 0, 0, nullptr, nullptr, CAMEO_SEQUENCE, 0, &item},
    {"o", 0, 0, nullptr, nullptr, CAMEO_OPTIONAL, 0, &map}};

int32_t plan(const int64_t *const *, int64_t, int64_t *entries) {
  entries[0] = 64;
  return CAMEO_OK;
}
int32_t run(cameo_exec *, const void *const *inputs, const int64_t *const *,
            const void **outputs, int64_t *const *) {
  outputs[0] = inputs[0];
  outputs[1] = inputs[1];
  return CAMEO_OK;
}
cameo_model makeModel() {
  cameo_model model{};
  model.abi_version = CAMEO_ABI_VERSION;
  model.struct_size = sizeof model;
  model.name = "mirror";
  model.input_count = model.output_count = 2;
  model.inputs = model.outputs = values;
  model.plan_size = 1;
  model.static_arena = 64;
  model.plan = plan;
  model.run = run;
  return model;
}
const cameo_model model = makeModel();

class RuntimeValues : public testing::Test {
protected:
  void SetUp() override {
    auto opened = cameo::Library::of(model);
    ASSERT_TRUE(bool(opened)) << opened.error().message;
    auto made = cameo::Context::create(*opened);
    ASSERT_TRUE(bool(made)) << made.error().message;
    context.emplace(std::move(*made));
  }
  /// The message of a run that must fail; empty if it does not.
  std::string failure(const cameo_value *s, const cameo_value *o) {
    cameo_tensor in[2] = {}, out[2] = {};
    in[0].data = const_cast<cameo_value *>(s);
    in[1].data = const_cast<cameo_value *>(o);
    cameo_error error;
    int32_t status = cameo_run(context->get(), in, 2, out, 2, &error);
    EXPECT_EQ(status != CAMEO_OK, error.message[0] != 0);
    EXPECT_TRUE(status == CAMEO_OK || status == CAMEO_INVALID_ARGUMENT);
    return error.message;
  }
  std::optional<cameo::Context> context;
  cameo_value none = cameo_value_optional(nullptr);
};
} // namespace

TEST_F(RuntimeValues, GoThroughAndAreRead) {
  std::vector<float> a = {1, 2, 3, 4}, b = {5, 6}, scores = {0.5f, 0.25f};
  std::vector<const char *> words = {"x", "yes"};
  cameo::Value sequence =
      cameo::Value::sequence({cameo::Value::tensor(cameo::input(a, {2, 2})),
                              cameo::Value::tensor(cameo::input(b, {1, 2}))});
  cameo::Value optional = cameo::Value::optional(cameo::Value::map(
      cameo::Value::tensor({words.data(), CAMEO_STRING, {2}, 0}),
      cameo::Value::tensor(cameo::input(scores, {2}))));
  auto outputs = context->run({cameo::input(sequence), cameo::input(optional)});
  ASSERT_TRUE(bool(outputs)) << outputs.error().message;
  cameo::ValueView s = (*outputs)[0].value();
  ASSERT_EQ(s.kind(), CAMEO_SEQUENCE);
  ASSERT_EQ(s.size(), 2);
  EXPECT_EQ(s[1].tensor().shape(), (std::vector<int64_t>{1, 2}));
  EXPECT_EQ(s[0].tensor().data<float>()[3], 4);
  EXPECT_EQ(s[2].get(), nullptr);
  cameo::ValueView m = (*outputs)[1].value()[0];
  ASSERT_EQ(m.kind(), CAMEO_MAP);
  EXPECT_EQ(m.size(), 2);
  EXPECT_STREQ(static_cast<const char *const *>(m.keys().tensor().raw())[1],
               "yes");
  EXPECT_EQ(m.values().tensor().data<float>()[0], 0.5f);
}

TEST_F(RuntimeValues, CopiesOutliveTheirSource) {
  std::vector<float> data = {1, 2};
  std::string word = "yes";
  std::vector<const char *> words = {word.c_str()};
  std::vector<float> score = {3};
  cameo::Value original = cameo::Value::sequence(
      {cameo::Value::tensor(cameo::input(data, {1, 2})),
       cameo::Value::map(
           cameo::Value::tensor({words.data(), CAMEO_STRING, {1}, 0}),
           cameo::Value::tensor(cameo::input(score, {1})))});
  auto copy = cameo::Value::copy(original.view());
  ASSERT_TRUE(bool(copy)) << copy.error().message;
  data[0] = 9;
  word[0] = 'Y';
  cameo::ValueView view = copy->view();
  EXPECT_EQ(view[0].tensor().data<float>()[0], 1);
  EXPECT_STREQ(
      static_cast<const char *const *>(view[1].keys().tensor().raw())[0],
      "yes");
}

TEST_F(RuntimeValues, HostileOnesAreErrors) {
  float data[4] = {};
  int64_t dims[] = {2, 2}, huge[] = {INT64_MAX, 2}, negative[] = {-1, 2};
  auto tensor = [&](int64_t *shape, int32_t dtype, void *at, int32_t rank = 2) {
    return cameo_value_tensor({at, shape, rank, dtype, 0, CAMEO_HOST, 0});
  };
  auto asSequence = [&](const cameo_value &v) {
    const cameo_value *items[] = {&v};
    cameo_value s = cameo_value_sequence(items, 1);
    return failure(&s, &none);
  };
  EXPECT_EQ(asSequence(tensor(dims, CAMEO_FLOAT32, data)), "");
  auto expect = [](const std::string &message, const char *part) {
    EXPECT_NE(message.find(part), std::string::npos) << message;
  };
  expect(asSequence(tensor(dims, CAMEO_INT32, data)),
         "input 0 's', item 0: type is int32, the model takes float32");
  expect(asSequence(tensor(dims, 77, data)), "type is unknown");
  expect(asSequence(tensor(dims, CAMEO_FLOAT32, nullptr)), "data is null");
  expect(asSequence(tensor(huge, CAMEO_FLOAT32, data)), "no tensor can have");
  expect(asSequence(tensor(negative, CAMEO_FLOAT32, data)),
         "no tensor can have");
  expect(asSequence(tensor(dims, CAMEO_FLOAT32, data, 1)), "1 dimensions");
  expect(asSequence(tensor(nullptr, CAMEO_FLOAT32, data)), "dimensions");
  cameo_value far = tensor(dims, CAMEO_FLOAT32, data);
  far.tensor.location = CAMEO_DEVICE;
  expect(asSequence(far), "item 0: is not in the host's memory");
  cameo_value lent = tensor(dims, CAMEO_FLOAT32, data);
  lent.tensor.capacity = 9;
  expect(asSequence(lent),
         "item 0: only an input that a model appends to has a capacity");
  expect(asSequence(none), "kind is optional, the model takes tensor");
  expect(asSequence(
             tensor(dims, CAMEO_FLOAT32, reinterpret_cast<char *>(data) + 1)),
         "not aligned");
  expect(failure(nullptr, &none), "the value is null");
  expect(failure(&none, &none), "the model takes sequence");
  cameo_value strange = none;
  strange.kind = 77;
  expect(failure(&strange, &none),
         "kind is value of unknown kind, the model takes sequence");
  cameo_value s = cameo_value_sequence(nullptr, 3);
  expect(failure(&s, &none), "items is null");
  s.count = -1;
  expect(failure(&s, &none), "no sequence has -1 items");
  s.count = INT64_MAX;
  expect(failure(&s, &none), "no sequence has");
  const cameo_value *missing[] = {nullptr};
  s = cameo_value_sequence(missing, 1);
  expect(failure(&s, &none), "item 0: the value is null");

  // Maps whose keys and values do not fit each other.
  s = cameo_value_sequence(nullptr, 0);
  int64_t two[] = {2}, three[] = {3};
  const char *words[] = {"a", "b", "c"};
  cameo_value keys = tensor(three, CAMEO_STRING, words, 1),
              scores = tensor(two, CAMEO_FLOAT32, data, 1);
  const cameo_value *columns[] = {&keys, &scores};
  cameo_value m = cameo_value_map(columns);
  const cameo_value *held[] = {&m};
  cameo_value o = cameo_value_optional(held);
  expect(failure(&s, &o),
         "values: are not 3 in one dimension, as the map has entries");
  columns[1] = nullptr;
  expect(failure(&s, &o), "the map has no values");
  columns[1] = &keys;
  expect(failure(&s, &o), "type is string, the model takes float32");
  o.count = 2;
  expect(failure(&s, &o), "no optional has 2 items");
}

TEST_F(RuntimeValues, DamagedDescriptorsDoNotLoad) {
  cameo_value_info damaged[2] = {values[0], values[1]};
  cameo_model other = model;
  other.inputs = damaged;
  auto loads = [&] { return bool(cameo::Library::of(other)); };
  EXPECT_TRUE(loads());
  damaged[0].element = nullptr;
  EXPECT_FALSE(loads());
  damaged[0] = values[0];
  damaged[0].kind = 9;
  EXPECT_FALSE(loads());
  damaged[0] = values[0];
  damaged[0].element = &damaged[0]; // without end
  EXPECT_FALSE(loads());
}
