// SPDX-License-Identifier: Apache-2.0
// gpu-check-run LIBRARY [OPTIONS]: runs a model that was compiled with
// --target=cpu,cuda on the GPU and on the CPU, on the same made-up inputs, and
// compares; then measures. One line of JSON. Needs the runtime alone, so that
// it goes to machines that have a GPU and nothing else.
// Exit status: 0 the results agree, 1 they do not, 2 it does not run.
#include "cameo/cameo.hpp"

#include <algorithm>
#include <chrono>
#include <cmath>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <dlfcn.h>

using namespace cameo;

namespace {
struct Options {
  const char *library = nullptr;
  double rtol = 1e-3, atol = 1e-4, seconds = 1;
  int64_t size = 1; // of dimensions that the model leaves open
  int device = 0, runs = 100;
};

struct Buffer {
  std::vector<int64_t> shape;
  std::vector<char> data;
};

/// Floats in [-1, 1), always the same; ones of other types.
std::vector<Buffer> makeInputs(const cameo_model &model, int64_t size) {
  std::vector<Buffer> list;
  uint32_t state = 1;
  for (uint32_t i = 0; i < model.input_count; ++i) {
    const cameo_value_info &info = model.inputs[i];
    Buffer b;
    int64_t count = 1;
    for (int32_t d = 0; d < info.rank; ++d) {
      b.shape.push_back(info.shape[d] < 0 ? size : info.shape[d]);
      count *= b.shape.back();
    }
    int64_t bytes = cameo_dtype_size(info.dtype);
    b.data.assign(size_t(count * bytes), 0);
    for (int64_t k = 0; k < count; ++k) {
      char *at = b.data.data() + k * bytes;
      state = state * 1664525u + 1013904223u;
      float v = float(state >> 8) / float(1 << 23) - 1;
      uint32_t bits;
      std::memcpy(&bits, &v, 4);
      if (info.dtype == CAMEO_FLOAT32) {
        std::memcpy(at, &v, 4);
      } else if (info.dtype == CAMEO_BFLOAT16) {
        std::memcpy(at, reinterpret_cast<char *>(&bits) + 2, 2);
      } else if (info.dtype == CAMEO_FLOAT16) {
        _Float16 h = _Float16(v);
        std::memcpy(at, &h, 2);
      } else if (info.dtype == CAMEO_UINT8 || info.dtype == CAMEO_INT8) {
        *at = char(state >> 24);
      } else { // sizes, indices, truth
        *at = 1;
      }
    }
    list.push_back(std::move(b));
  }
  return list;
}

double element(const void *data, int32_t dtype, int64_t i) {
  auto *bytes = static_cast<const char *>(data);
  auto as = [&](auto zero) {
    std::memcpy(&zero, bytes + i * int64_t(sizeof zero), sizeof zero);
    return double(zero);
  };
  switch (dtype) {
  case CAMEO_FLOAT32:
    return as(0.0f);
  case CAMEO_FLOAT64:
    return as(0.0);
  case CAMEO_FLOAT16:
    return as(_Float16());
  case CAMEO_BFLOAT16: {
    uint16_t half;
    std::memcpy(&half, bytes + 2 * i, 2);
    uint32_t word = uint32_t(half) << 16;
    float f;
    std::memcpy(&f, &word, 4);
    return f;
  }
  case CAMEO_INT64:
    return as(int64_t());
  case CAMEO_INT32:
    return as(int32_t());
  case CAMEO_INT8:
    return as(int8_t());
  default:
    return double(uint8_t(bytes[i]));
  }
}

std::string deviceName(int ordinal) {
  void *driver = dlopen("libcuda.so.1", RTLD_NOW | RTLD_LOCAL);
  auto *name = driver ? reinterpret_cast<int (*)(char *, int, int)>(
                            dlsym(driver, "cuDeviceGetName"))
                      : nullptr;
  char text[100] = "";
  if (name)
    name(text, sizeof text, ordinal);
  return text;
}

int complain(const Options &o, const std::string &why) {
  std::string clean;
  for (char c : why)
    clean += c == '"' || c == '\\' || c == '\n' ? '\'' : c;
  std::printf("{\"library\": \"%s\", \"status\": \"error\", \"why\": \"%s\"}\n",
              o.library, clean.c_str());
  return 2;
}

struct Check {
  const Options &o;
  std::vector<Buffer> inputs;
  std::vector<cameo_tensor> in;

  Result<std::vector<cameo_tensor>> run(Context &context, size_t outputs) {
    std::vector<cameo_tensor> out(outputs);
    cameo_error error;
    if (cameo_run(context.get(), in.data(), uint32_t(in.size()), out.data(),
                  uint32_t(outputs), &error))
      return Error{error.status, error.message};
    return out;
  }

  /// Median time of a run in microseconds; negative if one fails.
  double measure(Context &context, size_t outputs) {
    using Clock = std::chrono::steady_clock;
    std::vector<double> times;
    auto begin = Clock::now();
    auto since = [](Clock::time_point t) {
      return std::chrono::duration<double>(Clock::now() - t).count();
    };
    for (int i = 0; i < o.runs + 3; ++i) {
      auto start = Clock::now();
      if (!run(context, outputs))
        return -1;
      if (i >= 3)
        times.push_back(since(start) * 1e6);
      if (!times.empty() && since(begin) > o.seconds)
        break;
    }
    std::sort(times.begin(), times.end());
    return times[times.size() / 2];
  }

  int check() {
    Result<Library> cpu = Library::open(o.library, {}, CAMEO_TARGET_CPU),
                    gpu = Library::open(o.library, {}, CAMEO_TARGET_CUDA);
    if (!cpu || !gpu)
      return complain(o, (cpu ? gpu : cpu).error().message);
    const cameo_model &model = gpu->model();
    inputs = makeInputs(model, o.size);
    for (uint32_t i = 0; i < model.input_count; ++i)
      in.push_back({inputs[i].data.data(), inputs[i].shape.data(),
                    model.inputs[i].rank, model.inputs[i].dtype, 0, CAMEO_HOST,
                    0});
    cameo_context_options options = {};
    options.struct_size = sizeof options;
    options.device = o.device;
    Result<Context> graphs = Context::create(*gpu, options);
    options.no_graphs = 1;
    Result<Context> single = Context::create(*gpu, options);
    Result<Context> host = Context::create(*cpu);
    if (!graphs || !single || !host)
      return complain(o, (!graphs   ? graphs
                          : !single ? single
                                    : host)
                             .error()
                             .message);
    size_t outputs = model.output_count;
    auto expected = run(*host, outputs);
    if (!expected)
      return complain(o, expected.error().message);
    double worst = 0, scale = 0;
    bool equal = true;
    // One by one, recorded, played.
    for (int round = 0; round < 4; ++round) {
      auto got = run(round ? *graphs : *single, outputs);
      if (!got)
        return complain(o, got.error().message);
      for (size_t k = 0; k < outputs; ++k) {
        const cameo_tensor &x = (*got)[k], &y = (*expected)[k];
        if (x.bytes != y.bytes) {
          equal = false;
          continue;
        }
        int64_t count = y.bytes / cameo_dtype_size(y.dtype);
        double largest = 1;
        for (int64_t i = 0; i < count; ++i)
          if (double v = std::fabs(element(y.data, y.dtype, i)); v > largest)
            largest = v;
        for (int64_t i = 0; i < count; ++i) {
          double a = element(x.data, x.dtype, i),
                 b = element(y.data, y.dtype, i);
          if (a == b || (std::isnan(a) && std::isnan(b)))
            continue;
          double difference = std::fabs(a - b);
          // Not so for NaNs.
          if (!(difference <= o.atol * largest + o.rtol * std::fabs(b)))
            equal = false;
          worst = std::max(worst, difference);
        }
        scale = std::max(scale, largest);
      }
    }
    double flops = 0;
    for (uint32_t i = 0; i < model.launch_count; ++i)
      flops = flops < 0 || model.launches[i].flops < 0
                  ? -1
                  : flops + model.launches[i].flops;
    std::printf(
        "{\"library\": \"%s\", \"model\": \"%s\", \"device\": \"%s\", "
        "\"math\": \"%s\", \"status\": \"%s\", \"max_abs_error\": %.3g, "
        "\"scale\": %.3g, \"launches\": %u, \"replayable\": %s",
        o.library, model.name, deviceName(o.device).c_str(), model.device->math,
        equal ? "equal" : "different", worst, scale, model.launch_count,
        model.device->replayable ? "true" : "false");
    if (o.runs > 0) {
      double played = measure(*graphs, outputs),
             eager = measure(*single, outputs);
      std::printf(", \"graph_us\": %.1f, \"eager_us\": %.1f", played, eager);
      if (flops > 0)
        std::printf(", \"tflops\": %.3f",
                    flops / std::min(played, eager) * 1e-6);
    }
    std::printf("}\n");
    return equal ? 0 : 1;
  }
};
} // namespace

int main(int argc, char **argv) {
  Options o;
  for (int i = 1; i < argc; ++i) {
    const char *arg = argv[i];
    auto value = [&](const char *name) -> const char * {
      size_t n = std::strlen(name);
      return std::strncmp(arg, name, n) == 0 ? arg + n : nullptr;
    };
    if (const char *v = value("--rtol="))
      o.rtol = std::atof(v);
    else if (const char *v = value("--atol="))
      o.atol = std::atof(v);
    else if (const char *v = value("--size="))
      o.size = std::atoll(v);
    else if (const char *v = value("--device="))
      o.device = std::atoi(v);
    else if (const char *v = value("--runs="))
      o.runs = std::atoi(v);
    else if (arg[0] == '-' || o.library)
      return std::fprintf(stderr, "gpu-check-run LIBRARY [--rtol=R] [--atol=A] "
                                  "[--size=N] [--device=N] [--runs=N]\n"),
             2;
    else
      o.library = arg;
  }
  if (!o.library)
    return 2;
  return Check{o, {}, {}}.check();
}
