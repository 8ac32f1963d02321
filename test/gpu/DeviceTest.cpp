// SPDX-License-Identifier: Apache-2.0
// device-test LIBRARY [SIZE]: the runtime's ways to run one model on a device
// must give the same bits: kernels one by one, recorded, played; tensors in the
// host's memory or the device's, in a stream of the context or the caller's,
// two contexts in turn. On the emulator, or on whatever libcuda.so.1 there is.
#include "tools/common/RandomInputs.h"
#include "tools/common/TestData.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/Support/raw_ostream.h"

#include <cstring>
#include <dlfcn.h>

using namespace cameo;

namespace {
using Pointer = unsigned long long;
struct Driver {
  void *handle = dlopen("libcuda.so.1", RTLD_NOW | RTLD_LOCAL);
  template <typename... Args> int call(const char *name, Args... args) {
    void *f = handle ? dlsym(handle, name) : nullptr;
    return f ? reinterpret_cast<int (*)(Args...)>(f)(args...) : -1;
  }
};

int failures = 0;
void check(bool ok, const llvm::Twine &what) {
  llvm::outs() << what << ": " << (ok ? "equal" : "DIFFERENT") << "\n";
  llvm::outs().flush();
  failures += !ok;
}

struct Test {
  Library library;
  std::vector<tools::Tensor> inputs;
  Driver driver;

  using Results = std::vector<std::string>;

  std::vector<cameo_tensor> views(tools::Views &views, double scale,
                                  std::deque<tools::Tensor> &kept) {
    std::vector<cameo_tensor> in;
    for (const tools::Tensor &t : inputs) {
      kept.push_back(t);
      if (t.dtype == CAMEO_FLOAT32)
        for (size_t i = 0; i + 4 <= t.data.size(); i += 4) {
          float v;
          std::memcpy(&v, t.data.data() + i, 4);
          v *= float(scale);
          std::memcpy(kept.back().data.data() + i, &v, 4);
        }
      in.push_back(views.of(kept.back()));
    }
    return in;
  }

  /// Whether the run went well; counts and tells where it did not.
  bool run(Context &context, llvm::ArrayRef<cameo_tensor> in,
           llvm::MutableArrayRef<cameo_tensor> out) {
    cameo_error error;
    if (!cameo_run(context.get(), in.data(), uint32_t(in.size()), out.data(),
                   uint32_t(out.size()), &error))
      return true;
    llvm::errs() << error.message << "\n";
    ++failures;
    return false;
  }

  /// Results of a run on the inputs times `scale`, from the host's memory.
  Results onHost(Context &context, double scale) {
    tools::Views v;
    std::deque<tools::Tensor> kept;
    std::vector<cameo_tensor> in = views(v, scale, kept),
                              out(library.model().output_count);
    Results results;
    if (run(context, in, out))
      for (const cameo_tensor &t : out)
        results.emplace_back(static_cast<const char *>(t.data), t.bytes);
    return results;
  }

  /// The same with every tensor in the device's memory; results in buffers of
  /// ours if `own`, else as views.
  Results onDevice(Context &context, double scale, void *stream, bool own,
                   const Results &expected) {
    tools::Views v;
    std::deque<tools::Tensor> kept;
    std::vector<cameo_tensor> in = views(v, scale, kept),
                              out(library.model().output_count);
    std::vector<Pointer> memory;
    auto allocate = [&](size_t bytes) {
      Pointer p = 0;
      if (driver.call("cuMemAlloc_v2", &p, bytes ? bytes : size_t(1)))
        ++failures;
      memory.push_back(p);
      return reinterpret_cast<void *>(p);
    };
    for (auto [t, from] : llvm::zip(in, kept)) {
      const void *data = t.data;
      t.data = allocate(from.data.size());
      t.location = CAMEO_DEVICE;
      if (driver.call("cuMemcpyHtoDAsync_v2", reinterpret_cast<Pointer>(t.data),
                      data, from.data.size(), stream))
        ++failures;
    }
    for (auto [t, bits] : llvm::zip(out, expected)) {
      t.location = CAMEO_DEVICE;
      if (own) {
        t.data = allocate(bits.size());
        t.bytes = int64_t(bits.size());
      }
    }
    Results results;
    if (run(context, in, out)) {
      for (const cameo_tensor &t : out) {
        std::string bits(size_t(t.bytes), 0);
        if (driver.call(
                "cuMemcpyDtoHAsync_v2", static_cast<void *>(bits.data()),
                reinterpret_cast<Pointer>(t.data), bits.size(), stream) ||
            driver.call("cuStreamSynchronize", stream))
          ++failures;
        results.push_back(std::move(bits));
      }
    }
    driver.call("cuStreamSynchronize", stream);
    for (Pointer p : memory)
      driver.call("cuMemFree_v2", p);
    return results;
  }

  Result<Context> context(void *stream, bool graphs) {
    cameo_context_options options = {};
    options.struct_size = sizeof options;
    options.stream = stream;
    options.no_graphs = !graphs;
    return Context::create(library, options);
  }

  int runAll() {
    void *primary = nullptr, *stream = nullptr;
    Result<Context> single = context(nullptr, false),
                    graphs = context(nullptr, true);
    if (!single || !graphs) {
      llvm::errs() << (single ? graphs.error() : single.error()).message
                   << "\n";
      return 2;
    }
    Results x = onHost(*single, 1), y = onHost(*single, 0.5);
    check(onHost(*single, 1) == x, "a second run");
    for (const char *what : {"first run", "recorded", "played"})
      check(onHost(*graphs, 1) == x, what);
    check(onHost(*graphs, 0.5) == y, "played on other inputs");
    check(onHost(*single, 0.5) == y && onHost(*graphs, 1) == x,
          "two contexts in turn");

    if (driver.call("cuDevicePrimaryCtxRetain", &primary, 0) ||
        driver.call("cuCtxPushCurrent_v2", primary) ||
        driver.call("cuStreamCreate", &stream, 1u)) {
      llvm::errs() << "no stream\n";
      return 2;
    }
    {
      Result<Context> ours = context(stream, true);
      if (!ours)
        return 2;
      for (bool own : {false, true})
        for (const char *what : {"first", "second", "third"}) {
          double scale = own ? 0.5 : 1;
          check(onDevice(*ours, scale, stream, own, x) == (own ? y : x),
                llvm::Twine("on the device, ") +
                    (own ? "our buffers, " : "views, ") + what + " run");
        }
      check(onHost(*ours, 1) == x, "the host's memory in the caller's stream");
    }
    driver.call("cuStreamDestroy_v2", stream);
    driver.call("cuDevicePrimaryCtxRelease_v2", 0);
    return failures ? 1 : 0;
  }
};
} // namespace

/// `size` stands for dimensions that the model leaves open.
static llvm::Expected<std::vector<tools::Tensor>>
makeInputs(const cameo_model &model, int64_t size) {
  std::vector<std::string> shapes;
  for (uint32_t i = 0; i < model.input_count; ++i) {
    const cameo_value_info &info = model.inputs[i];
    std::vector<std::string> sizes;
    for (int32_t d = 0; d < info.rank; ++d)
      sizes.push_back(std::to_string(info.shape[d] < 0 ? size : info.shape[d]));
    shapes.push_back(info.name + ("=" + llvm::join(sizes, "x")));
  }
  return tools::randomInputs(model, {{}, shapes});
}

int main(int argc, char **argv) {
  if (argc != 2 && argc != 3) {
    llvm::errs() << "device-test LIBRARY [SIZE]\n";
    return 2;
  }
  Result<Library> library = Library::open(argv[1]);
  if (!library) {
    llvm::errs() << library.error().message << "\n";
    return 2;
  }
  auto inputs =
      makeInputs(library->model(), argc == 3 ? std::atoi(argv[2]) : 7);
  if (!inputs) {
    llvm::errs() << llvm::toString(inputs.takeError()) << "\n";
    return 2;
  }
  Test test{*library, *inputs, {}};
  return test.runAll();
}
