// SPDX-License-Identifier: Apache-2.0
// Tensor files and their comparison: every element type there and back, files that lie about
// their size, and ONNX's rules of equality.
#include "onnx/onnx-data_pb.h"
#include "onnx/onnx_pb.h"
#include "tools/common/Compare.h"
#include "llvm/Support/FileSystem.h"
#include "gtest/gtest.h"

#include <cmath>
#include <cstring>
#include <fstream>

using namespace cameo;
using namespace cameo::tools;

namespace {

struct TemporaryFile {
  llvm::SmallString<128> path;
  TemporaryFile() {
    EXPECT_FALSE(llvm::sys::fs::createTemporaryFile("tensor", "pb", path));
  }
  ~TemporaryFile() { llvm::sys::fs::remove(path); }
};

llvm::Expected<Tensor> reread(const onnx::TensorProto &proto) {
  TemporaryFile file;
  std::ofstream(file.path.c_str(), std::ios::binary)
      << proto.SerializeAsString();
  return readTensor(file.path);
}

std::string refusal(const onnx::TensorProto &proto) {
  llvm::Expected<Tensor> tensor = reread(proto);
  EXPECT_FALSE(bool(tensor));
  std::string text = tensor ? "" : llvm::toString(tensor.takeError());
  return text.substr(text.find(": ") + 2);
}

template <typename T>
Tensor make(int32_t dtype, std::vector<int64_t> shape, std::vector<T> values) {
  Tensor tensor;
  tensor.dtype = dtype;
  tensor.shape = shape;
  tensor.data.resize(values.size() * sizeof(T));
  std::memcpy(tensor.data.data(), values.data(), tensor.data.size());
  return tensor;
}
Tensor floats(std::vector<float> values) {
  int64_t n = int64_t(values.size());
  return make(CAMEO_FLOAT32, {n}, values);
}

} // namespace

TEST(TensorFile, EveryTypeThereAndBack) {
  for (int32_t dtype = CAMEO_FLOAT32; dtype <= CAMEO_INT2; ++dtype) {
    Tensor tensor;
    tensor.name = "t";
    tensor.dtype = dtype;
    tensor.shape = {5};
    if (dtype == CAMEO_STRING)
      tensor.strings = {"a", "", "c d", "\xc3\xa4", "e"};
    else
      for (int64_t i = 0; i < cameo_dtype_bytes(dtype, 5); ++i)
        tensor.data.push_back(char(i & 1));
    TemporaryFile file;
    ASSERT_FALSE(bool(writeTensor(file.path, tensor)));
    llvm::Expected<Tensor> back = readTensor(file.path);
    ASSERT_TRUE(bool(back)) << llvm::toString(back.takeError());
    EXPECT_EQ(back->describe(), tensor.describe());
    EXPECT_EQ(back->name, "t");
    EXPECT_EQ(back->data, tensor.data) << dtype;
    EXPECT_EQ(back->strings, tensor.strings);
  }
}

TEST(TensorFile, SmallTypesStayPacked) {
  onnx::TensorProto proto;
  proto.set_data_type(CAMEO_INT4);
  proto.add_dims(3);
  proto.set_raw_data("\xf1\x08", 2); // 1, -1, -8
  llvm::Expected<Tensor> tensor = reread(proto);
  ASSERT_TRUE(bool(tensor));
  EXPECT_EQ(tensor->data, (std::vector<char>{char(0xf1), 8}));
  EXPECT_EQ(elementAsDouble(*tensor, 0), 1);
  EXPECT_EQ(elementAsDouble(*tensor, 1), -1);
  EXPECT_EQ(elementAsDouble(*tensor, 2), -8);
  proto.set_data_type(CAMEO_UINT4);
  proto.clear_raw_data();
  proto.add_int32_data(0xf1);
  proto.add_int32_data(0x08);
  tensor = reread(proto);
  ASSERT_TRUE(bool(tensor));
  EXPECT_EQ(elementAsDouble(*tensor, 1), 15);
  EXPECT_EQ(elementAsDouble(*tensor, 2), 8);
  Tensor swapped = elementsAt(*tensor, {2, 0, 1});
  EXPECT_EQ(swapped.data, (std::vector<char>{0x18, 0xf}));
  EXPECT_FALSE(compare(*tensor, swapped, {}).equal);
  EXPECT_TRUE(compare(*tensor, elementsAt(swapped, {1, 2, 0}), {}).equal);
}

TEST(TensorFile, TypedFields) {
  onnx::TensorProto proto;
  proto.set_data_type(CAMEO_FLOAT16);
  proto.add_dims(2);
  proto.add_int32_data(0x3c00); // 1
  proto.add_int32_data(0xc000); // -2
  llvm::Expected<Tensor> tensor = reread(proto);
  ASSERT_TRUE(bool(tensor));
  EXPECT_EQ(elementAsDouble(*tensor, 0), 1);
  EXPECT_EQ(elementAsDouble(*tensor, 1), -2);
}

TEST(TensorFile, RefusesWhatDoesNotAddUp) {
  onnx::TensorProto proto;
  EXPECT_EQ(refusal(proto), "element type 0 is unknown");
  proto.set_data_type(CAMEO_FLOAT32);
  proto.add_dims(2);
  EXPECT_EQ(refusal(proto),
            "float32[2] does not have that many elements of data");
  proto.set_raw_data("1234567");
  EXPECT_EQ(refusal(proto), "float32[2] has 7 bytes of data");
  proto.set_dims(0, -2);
  EXPECT_EQ(refusal(proto), "impossible shape");
  proto.set_dims(0, int64_t(1) << 40);
  EXPECT_EQ(refusal(proto),
            "float32[1099511627776] has more elements than the file has data");
  proto.add_dims(int64_t(1) << 40);
  EXPECT_EQ(refusal(proto), "impossible shape");
}

TEST(TensorFile, WithoutElementsOtherSizesMayBeAnything) {
  onnx::TensorProto proto;
  proto.set_data_type(CAMEO_FLOAT32);
  for (int64_t d : {int64_t(1) << 62, int64_t(1) << 62, int64_t(0)})
    proto.add_dims(d);
  llvm::Expected<Tensor> tensor = reread(proto);
  ASSERT_TRUE(bool(tensor));
  EXPECT_EQ(tensor->size(), 0);
  EXPECT_TRUE(compare(*tensor, *tensor, {}).equal);
}

TEST(TensorFile, KeysOfMapsStayExact) {
  const cameo_value_info score = {"",      CAMEO_FLOAT32, 0, nullptr,
                                  nullptr, CAMEO_TENSOR,  0, nullptr};
  const cameo_value_info info = {"m",     CAMEO_INT64, 0, nullptr,
                                 nullptr, CAMEO_MAP,   0, &score};
  Tensor map;
  map.kind = CAMEO_MAP;
  // The second is no double, the last as a double no int64.
  map.items = {make<int64_t>(CAMEO_INT64, {3},
                             {INT64_MIN, (int64_t(1) << 53) + 1, INT64_MAX}),
               floats({1, 2, 3})};
  TemporaryFile file;
  ASSERT_FALSE(bool(writeTensor(file.path, map)));
  llvm::Expected<Tensor> back = readTensor(file.path, &info);
  ASSERT_TRUE(bool(back)) << llvm::toString(back.takeError());
  EXPECT_EQ(back->items[0].data, map.items[0].data);
}

TEST(TensorFile, RefusesDataInOtherFiles) {
  onnx::TensorProto proto;
  proto.set_data_type(CAMEO_FLOAT32);
  proto.set_data_location(onnx::TensorProto::EXTERNAL);
  proto.add_dims(1);
  EXPECT_EQ(refusal(proto), "external data is not read here");
}

TEST(TensorFile, RefusesMapsThatDoNotAddUp) {
  const cameo_value_info score = {"",      CAMEO_FLOAT32, 0, nullptr,
                                  nullptr, CAMEO_TENSOR,  0, nullptr};
  const cameo_value_info info = {"m",     CAMEO_INT64, 0, nullptr,
                                 nullptr, CAMEO_MAP,   0, &score};
  auto refused = [&](const onnx::MapProto &map) {
    TemporaryFile file;
    std::ofstream(file.path.c_str(), std::ios::binary)
        << map.SerializeAsString();
    llvm::Expected<Tensor> value = readTensor(file.path, &info);
    EXPECT_FALSE(bool(value));
    return value ? "" : llvm::toString(value.takeError());
  };
  auto says = [&](const onnx::MapProto &map, const char *part) {
    std::string text = refused(map);
    EXPECT_NE(text.find(part), std::string::npos) << text;
  };
  onnx::MapProto map;
  map.set_key_type(onnx::TensorProto::INT64);
  map.add_keys(1);
  map.mutable_values()->set_elem_type(onnx::SequenceProto::TENSOR);
  says(map, "a map has 1 keys and 0 values that are tensors");
  auto &value = *map.mutable_values()->add_tensor_values();
  value.set_data_type(CAMEO_FLOAT32);
  value.add_dims(2);
  value.add_float_data(1);
  value.add_float_data(2);
  says(map, "a map has values that are no scalars of one type");
  value.clear_dims();
  value.clear_float_data();
  value.set_data_type(CAMEO_INT4);
  value.set_raw_data("a");
  says(map, "a map has values of a type narrower than a byte");
}

TEST(Compare, Tolerances) {
  EXPECT_TRUE(compare(floats({1.001f}), floats({1}), {1e-3, 1e-5}).equal);
  EXPECT_FALSE(compare(floats({1.002f}), floats({1}), {1e-3, 1e-5}).equal);
  EXPECT_TRUE(compare(floats({1e-6f}), floats({0}), {1e-3, 1e-5}).equal);
  EXPECT_FALSE(
      compare(floats({1e-4f, 100}), floats({0, 100}), {1e-3, 1e-5, false})
          .equal);
  EXPECT_TRUE(
      compare(floats({1e-4f, 100}), floats({0, 100}), {1e-3, 1e-5, true})
          .equal);
}

TEST(Compare, AsAWhole) {
  Tolerance whole{0, 0, false, 0.1};
  // Errors of norm 0.5 on a tensor of norm 5; one that alone is 25 % wrong.
  EXPECT_TRUE(compare(floats({3, 4.4f}), floats({3, 4}), whole).equal);
  EXPECT_EQ(compare(floats({3, 4.6f}), floats({3, 4}), whole).reason,
            "root mean square error 0.12 of the expected, allowed 0.1");
  EXPECT_NEAR(compare(floats({3.3f, 4.4f}), floats({3, 4}), whole).rms, 0.1,
              1e-6);
  EXPECT_FALSE(compare(floats({NAN, 4}), floats({3, 4}), whole).equal);
  EXPECT_FALSE(compare(floats({INFINITY, 4}), floats({3, 4}), whole).equal);
  EXPECT_FALSE(
      compare(floats({-INFINITY, 4}), floats({INFINITY, 4}), whole).equal);
  EXPECT_TRUE(
      compare(floats({INFINITY, 4}), floats({INFINITY, 4}), whole).equal);
  EXPECT_FALSE(compare(floats({0.2f}), floats({0}), whole).equal);
  EXPECT_FALSE(compare(make<int32_t>(CAMEO_INT32, {1}, {100}),
                       make<int32_t>(CAMEO_INT32, {1}, {101}), whole)
                   .equal);
}

TEST(Compare, NotNumbers) {
  EXPECT_TRUE(
      compare(floats({NAN, INFINITY}), floats({NAN, INFINITY}), {}).equal);
  EXPECT_FALSE(compare(floats({NAN}), floats({1}), {}).equal);
  EXPECT_FALSE(compare(floats({1}), floats({NAN}), {}).equal);
  EXPECT_FALSE(compare(floats({INFINITY}), floats({-INFINITY}), {}).equal);
  EXPECT_FALSE(compare(floats({1e30f}), floats({INFINITY}), {}).equal);
  EXPECT_TRUE(compare(floats({-0.0f}), floats({0.0f}), {}).equal);
}

TEST(Compare, SaysWhatDiffers) {
  Comparison result = compare(make<float>(1, {2, 2}, {1, 2, 3, 5}),
                              make<float>(1, {2, 2}, {1, 2, 3, 4}), {});
  EXPECT_EQ(result.reason, "[1,1] is 5, expected 4 (1 of 4 elements differ)");
  EXPECT_EQ(result.maxAbs, 1);
  EXPECT_EQ(result.maxRel, 0.25);
  EXPECT_EQ(compare(floats({1}), floats({1, 2}), {}).reason,
            "is float32[1], expected float32[2]");
}

TEST(Compare, IntegersAreExact) {
  auto big = [](int64_t v) { return make<int64_t>(CAMEO_INT64, {}, {v}); };
  EXPECT_FALSE(
      compare(big((int64_t(1) << 60) + 1), big(int64_t(1) << 60), {1, 1})
          .equal);
  EXPECT_TRUE(compare(big(7), big(7), {}).equal);
}

TEST(Compare, Statistics) {
  std::vector<float> a, b, shifted;
  for (int i = 0; i < 1000; ++i) {
    a.push_back(float(i * 7919 % 1000) / 1000);
    b.push_back(float(i * 104729 % 1000) / 1000);
    shifted.push_back(b.back() + 1);
  }
  EXPECT_TRUE(compareStatistics(floats(a), floats(b)).equal);
  std::string reason = compareStatistics(floats(shifted), floats(b)).reason;
  EXPECT_EQ(reason.find("mean 1."), 0u) << reason;
  EXPECT_NE(reason.find(" and deviation "), std::string::npos) << reason;
  EXPECT_NE(reason.find(", expected about 0."), std::string::npos) << reason;
  EXPECT_FALSE(compareStatistics(floats({1}), floats(b)).equal);
}
