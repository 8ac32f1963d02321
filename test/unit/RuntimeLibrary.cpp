// SPDX-License-Identifier: Apache-2.0
// Loading: what is refused, and why; introspection; weights files.
#include "RuntimeHelpers.h"

#include <cstdio>
#include <cstring>
#include <sys/stat.h>
#include <unistd.h>

using namespace cameo;
using namespace cameo::test;

namespace {
std::string refusal(const cameo_model &model, int32_t status) {
  Result<Library> library = Library::of(model);
  EXPECT_FALSE(bool(library));
  if (library)
    return "";
  EXPECT_EQ(library.error().status, status);
  return library.error().message;
}

/// A file of these bytes, gone with the object.
struct File {
  std::string path =
      testing::TempDir() + "cameo-weights-" + std::to_string(getpid());
  explicit File(const std::string &bytes) {
    FILE *file = fopen(path.c_str(), "wb");
    fwrite(bytes.data(), 1, bytes.size(), file);
    fclose(file);
  }
  ~File() { unlink(path.c_str()); }
};

/// A model with a weights file of 80 bytes, whose first 16 are 00 01 ... 0f.
cameo_model withWeights(std::string &bytes) {
  bytes.assign(80, 'w');
  for (char i = 0; i < 16; ++i)
    bytes[size_t(i)] = i;
  cameo_model model = handmade_descriptor;
  model.weights_size = 80;
  model.weights_file = "handmade.weights";
  model.weights_hash = "000102030405060708090a0B0C0D0E0F";
  return model;
}

int32_t openWithWeights(const cameo_model &model, const std::string &path,
                        cameo_error &error) {
  cameo_load_options options = {sizeof options, 0, path.c_str()};
  cameo_library *library = nullptr;
  int32_t status = cameo_library_from_model(&model, &options, &library, &error);
  EXPECT_EQ(library != nullptr, status == CAMEO_OK);
  cameo_library_close(library);
  return status;
}
} // namespace

TEST(Library, Describes) {
  Library library = handmade();
  EXPECT_EQ(library.name(), "handmade");
  EXPECT_EQ(library.findInput("y"), 1);
  EXPECT_EQ(library.findInput("positive"), -1);
  EXPECT_EQ(library.findOutput("positive"), 1);
  EXPECT_EQ(library.metadata("author"), "a test");
  EXPECT_EQ(library.metadata("none"), "");
  EXPECT_STREQ(cameo_dtype_name(CAMEO_BFLOAT16), "bfloat16");
  EXPECT_EQ(cameo_dtype_name(0), nullptr);
  EXPECT_EQ(cameo_dtype_name(-1), nullptr);
  EXPECT_EQ(cameo_dtype_name(1000), nullptr);
  EXPECT_EQ(cameo_dtype_size(CAMEO_COMPLEX128), 16);
  EXPECT_EQ(cameo_dtype_size(CAMEO_INT4), 1);
  EXPECT_EQ(cameo_dtype_bits(CAMEO_INT4), 4);
  EXPECT_EQ(cameo_dtype_bits(0), 0);
  EXPECT_EQ(cameo_dtype_bytes(CAMEO_INT4, 5), 3);
  EXPECT_EQ(cameo_dtype_bytes(CAMEO_UINT2, 9), 3);
  EXPECT_EQ(cameo_dtype_bytes(CAMEO_UINT2, INT64_MAX), INT64_MAX / 4 + 1);
  EXPECT_EQ(cameo_dtype_bytes(CAMEO_FLOAT32, 3), 12);
  EXPECT_EQ(cameo_dtype_bytes(CAMEO_FLOAT32, INT64_MAX / 2), -1);
  EXPECT_EQ(cameo_dtype_bytes(CAMEO_INT8, -1), -1);
}

TEST(Library, RefusesOtherABIs) {
  cameo_model model = handmade_descriptor;
  model.abi_version = 7;
  EXPECT_NE(refusal(model, CAMEO_UNSUPPORTED).find("ABI version 7"),
            std::string::npos);
  model = handmade_descriptor;
  model.struct_size -= 8;
  EXPECT_NE(refusal(model, CAMEO_UNSUPPORTED).find("compile the model again"),
            std::string::npos);
  model.struct_size += 16; // a later compiler appended a field
  EXPECT_TRUE(bool(Library::of(model)));
}

TEST(Library, RefusesOtherCPUs) {
  cameo_model model = handmade_descriptor;
  model.cpu_features = "sse2,warp_drive,hyper-cube";
#if defined(__x86_64__)
  EXPECT_EQ(refusal(model, CAMEO_UNSUPPORTED),
            "model 'handmade' was compiled for this machine; this CPU lacks: "
            "warp_drive, "
            "hyper-cube. Compile it with --mcpu for this machine, or for a "
            "baseline (x86-64-v3, generic)");
  model.cpu_features = "sse2,sse3,fxsr,cmov,cx8";
  EXPECT_TRUE(bool(Library::of(model)));
#endif
}

TEST(Library, RefusesDamagedDescriptors) {
  cameo_model model = handmade_descriptor;
  model.run = nullptr;
  refusal(model, CAMEO_IO_ERROR);
  model = handmade_descriptor;
  model.inputs = nullptr;
  refusal(model, CAMEO_IO_ERROR);
  model = handmade_descriptor;
  model.plan_size = 0;
  refusal(model, CAMEO_IO_ERROR);
  cameo_value_info inputs[2] = {handmade_descriptor.inputs[0],
                                handmade_descriptor.inputs[1]};
  inputs[1].dtype = 999;
  model = handmade_descriptor;
  model.inputs = inputs;
  EXPECT_EQ(refusal(model, CAMEO_IO_ERROR),
            "damaged model descriptor: input 1");
}

TEST(Library, RefusesOtherFiles) {
  Result<Library> none = Library::open("/no/such/model.so");
  ASSERT_FALSE(bool(none));
  EXPECT_EQ(none.error().status, CAMEO_IO_ERROR);
  EXPECT_NE(none.error().message.find("/no/such/model.so"), std::string::npos);
  // A library, but not a model.
  Result<Library> other = Library::open("/lib/x86_64-linux-gnu/libm.so.6");
  ASSERT_FALSE(bool(other));
  cameo_library *library;
  EXPECT_EQ(cameo_library_open(nullptr, nullptr, &library, nullptr),
            CAMEO_INVALID_ARGUMENT);
}

TEST(Library, MapsItsWeights) {
  std::string bytes;
  cameo_model model = withWeights(bytes);
  File file(bytes);
  cameo_error error;
  EXPECT_EQ(openWithWeights(model, file.path, error), CAMEO_OK)
      << error.message;
}

TEST(Library, RefusesOtherWeights) {
  std::string bytes;
  cameo_model model = withWeights(bytes);
  cameo_error error;
  {
    std::string tampered = bytes;
    tampered[5] ^= 1;
    File file(tampered);
    EXPECT_EQ(openWithWeights(model, file.path, error), CAMEO_IO_ERROR);
    EXPECT_NE(
        std::strstr(error.message, "its hash is not that of model 'handmade'"),
        nullptr)
        << error.message;
  }
  {
    File file(bytes.substr(0, 79));
    EXPECT_EQ(openWithWeights(model, file.path, error), CAMEO_IO_ERROR);
    EXPECT_NE(
        std::strstr(error.message,
                    "79 bytes, but the weights of model 'handmade' are 80"),
        nullptr)
        << error.message;
  }
  EXPECT_EQ(openWithWeights(model, "/no/such/file", error), CAMEO_IO_ERROR);
  EXPECT_NE(std::strstr(error.message, "cannot open the weights"), nullptr)
      << error.message;
  EXPECT_EQ(openWithWeights(model, "/tmp", error), CAMEO_IO_ERROR);
  EXPECT_NE(std::strstr(error.message, "not a regular file"), nullptr)
      << error.message;
  {
    // A pipe that nobody writes to.
    File pipe(bytes);
    ASSERT_EQ(unlink(pipe.path.c_str()), 0);
    ASSERT_EQ(mkfifo(pipe.path.c_str(), 0600), 0);
    EXPECT_EQ(openWithWeights(model, pipe.path, error), CAMEO_IO_ERROR);
    EXPECT_NE(std::strstr(error.message, "not a regular file"), nullptr)
        << error.message;
  }
  File file(bytes);
  model.weights_hash = "zz";
  EXPECT_EQ(openWithWeights(model, file.path, error), CAMEO_IO_ERROR);
  model.weights_hash = nullptr;
  EXPECT_EQ(openWithWeights(model, file.path, error), CAMEO_IO_ERROR);
}

TEST(Library, LooksForWeightsBesideTheBinary) {
  std::string bytes;
  cameo_model model = withWeights(bytes);
  model.weights_file = "no-such-file.weights";
  // The descriptor is on the stack here: the program's own folder stands in.
  Result<Library> library = Library::of(model);
  ASSERT_FALSE(bool(library));
  EXPECT_NE(library.error().message.find("/no-such-file.weights"),
            std::string::npos)
      << library.error().message;
}

TEST(Library, OutlivesItsHandleWhileAContextUsesIt) {
  Result<Context> context = Context::create(handmade());
  ASSERT_TRUE(bool(context));
  runAndCheck(*context, 2); // the Library of the line above is gone
}
