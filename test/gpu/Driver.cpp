// SPDX-License-Identifier: Apache-2.0
// libcuda.so.1 over the emulator: the part of the driver API that Cameo's
// runtime calls, with modules in LLVM bitcode. Device memory can be touched by
// kernels and copies alone, so that a host that reads it dies as with a real
// GPU; pointers given to kernels must be the device's. Streams do their work
// when somebody waits for it, not before.
#include "Kernels.h"
#include "TensorMap.h"
#include "llvm/Support/raw_ostream.h"

#include <cstdlib>
#include <cstring>
#include <deque>
#include <functional>
#include <map>
#include <mutex>
#include <set>
#include <sys/mman.h>
#include <utility>
#include <vector>

using namespace cameo::emu;

namespace {
constexpr size_t poolBytes = size_t(1) << 36; // reserved, not used
constexpr size_t pageBytes = 4096;

/// All of the device's memory. Host and device take turns with it.
struct DeviceMemory {
  std::mutex mutex;
  char *base = nullptr, *top = nullptr;
  std::map<char *, size_t> used; // allocations; sizes as asked for
  std::multimap<size_t, char *> free;
  int open = 0;

  bool reserve() {
    if (base)
      return true;
    void *memory = mmap(nullptr, poolBytes, PROT_NONE,
                        MAP_PRIVATE | MAP_ANONYMOUS | MAP_NORESERVE, -1, 0);
    if (memory == MAP_FAILED)
      return false;
    base = top = static_cast<char *>(memory);
    return true;
  }
  static size_t pages(size_t bytes) {
    return (bytes + pageBytes - 1) / pageBytes * pageBytes;
  }
  char *allocate(size_t bytes) {
    if (!reserve() || bytes == 0 || bytes > poolBytes)
      return nullptr;
    size_t size = pages(bytes);
    char *memory;
    if (auto it = free.find(size); it != free.end()) {
      memory = it->second;
      free.erase(it);
    } else if (size_t(base + poolBytes - top) >= size) {
      memory = top;
      top += size;
    } else {
      return nullptr;
    }
    used[memory] = bytes;
    protect(true);
    memset(memory, 0xff, size); // NaNs for whoever reads before it writes
    protect(false);
    return memory;
  }
  bool release(char *memory) {
    auto it = used.find(memory);
    if (it == used.end())
      return false;
    free.emplace(pages(it->second), memory);
    used.erase(it);
    return true;
  }
  /// Whether [at, at + bytes) lies in one allocation.
  bool holds(const void *at, size_t bytes) const {
    auto *p = static_cast<char *>(const_cast<void *>(at));
    auto it = used.upper_bound(p);
    if (it == used.begin())
      return false;
    --it;
    return p + bytes <= it->first + it->second;
  }
  void protect(bool access) {
    open += access ? 1 : -1;
    if (top > base && (access ? open == 1 : open == 0))
      mprotect(base, size_t(top - base),
               access ? PROT_READ | PROT_WRITE : PROT_NONE);
  }
};
DeviceMemory memory;

struct Access {
  Access() : lock(memory.mutex) { memory.protect(true); }
  ~Access() { memory.protect(false); }
  std::lock_guard<std::mutex> lock;
};

struct Module;
struct Function {
  Module *module;
  Kernel *kernel;
  unsigned mostShared = 48 * 1024; // more has to be asked for
};
struct Module {
  std::unique_ptr<KernelModule> code;
  std::deque<Function> functions; // asked for so far
};

/// Work of a stream or a graph.
using Work = std::function<int()>;
struct Graph {
  std::vector<Work> nodes;
};
/// Work waits here until somebody waits for it: as late as a GPU may do it.
struct Stream {
  std::vector<Work> queue;
  Graph *recording = nullptr;
  bool spoiled = false; // by something that cannot be recorded
};
constexpr int captureUnsupported = 900, captureInvalidated = 901;

void tell(const std::string &text) {
  if (getenv("CAMEO_EMULATOR_VERBOSE"))
    llvm::errs() << "emulator: " << text << "\n";
}
int context; // its address stands for all contexts

/// Errors stay until the process ends, as with a GPU.
int broken = Success;
std::mutex streamsMutex;
std::set<Stream *> streams;
Stream *openStream(void *stream) {
  std::lock_guard lock(streamsMutex);
  auto *s = static_cast<Stream *>(stream);
  return streams.count(s) ? s : nullptr;
}
bool anyRecording() {
  std::lock_guard lock(streamsMutex);
  return llvm::any_of(streams, [](Stream *s) { return s->recording; });
}
int drain(Stream &stream) {
  for (Work &work : std::exchange(stream.queue, {}))
    if (!broken)
      broken = work();
  return broken;
}
/// Does it now for the default stream, which has null.
int submit(void *stream, Work work) {
  if (!stream)
    return broken ? broken : broken = work();
  Stream *s = openStream(stream);
  if (!s)
    return InvalidValue;
  if (s->recording)
    s->recording->nodes.push_back(std::move(work));
  else
    s->queue.push_back(std::move(work));
  return broken;
}
/// What a stream that records does not take.
bool refuses(void *stream, const char *what) {
  Stream *s = stream ? openStream(stream) : nullptr;
  if (!s || !s->recording)
    return false;
  tell(std::string(what) + " while the stream records");
  s->spoiled = true;
  return true;
}
} // namespace

using Pointer = unsigned long long;
static void *host(Pointer p) { return reinterpret_cast<void *>(p); }

extern "C" {
int cuInit(unsigned) { return Success; }
int cuDeviceGetCount(int *count) {
  const char *text = getenv("CAMEO_EMULATOR_DEVICES");
  *count = text ? atoi(text) : 1;
  return Success;
}
int cuDeviceGet(int *device, int ordinal) {
  int count;
  cuDeviceGetCount(&count);
  *device = ordinal;
  return ordinal >= 0 && ordinal < count ? Success : InvalidValue;
}
int cuDeviceGetName(char *name, int length, int) {
  strncpy(name, "Cameo's emulator", size_t(length));
  return Success;
}
int cuDeviceGetAttribute(int *value, int attribute, int) {
  const char *text = getenv("CAMEO_EMULATOR_CAPABILITY");
  int capability = text ? atoi(text) : 80;
  *value = attribute == 75   ? capability / 10
           : attribute == 76 ? capability % 10
                             : 1;
  return Success;
}
int cuDevicePrimaryCtxRetain(void **c, int) {
  *c = &context;
  return Success;
}
int cuDevicePrimaryCtxRelease_v2(int) { return Success; }
int cuCtxPushCurrent_v2(void *) { return Success; }
int cuCtxPopCurrent_v2(void **c) {
  *c = &context;
  return Success;
}

int cuModuleLoadData(void **module, const void *image) {
  if (memcmp(image, "BC\xC0\xDE", 4) != 0) {
    tell("a module that is no bitcode");
    return InvalidImage;
  }
  llvm::StringRef bytes(static_cast<const char *>(image), bitcodeSize(image));
  auto code = KernelModule::load(llvm::MemoryBufferRef(bytes, "module"));
  if (!code) {
    tell(llvm::toString(code.takeError()));
    return InvalidImage;
  }
  *module = new Module{std::move(*code), {}};
  return Success;
}
int cuModuleUnload(void *module) {
  delete static_cast<Module *>(module);
  return Success;
}
int cuModuleGetFunction(void **function, void *module, const char *name) {
  auto *m = static_cast<Module *>(module);
  auto it = m->code->kernels.find(name);
  if (it == m->code->kernels.end())
    return NotFound;
  *function = &m->functions.emplace_back(Function{m, &it->second});
  return Success;
}
int cuFuncSetAttribute(void *function, int attribute, int value) {
  if (attribute != 8 || value < 0 || size_t(value) > dynamicSharedBytes)
    return InvalidValue;
  static_cast<Function *>(function)->mostShared = unsigned(value);
  return Success;
}

int cuMemAlloc_v2(Pointer *p, size_t bytes) {
  if (anyRecording()) {
    tell("an allocation while a stream records");
    return captureUnsupported;
  }
  std::lock_guard lock(memory.mutex);
  char *m = memory.allocate(bytes);
  *p = reinterpret_cast<Pointer>(m);
  return m ? Success : OutOfMemory;
}
int cuMemFree_v2(Pointer p) {
  std::lock_guard lock(memory.mutex);
  return memory.release(static_cast<char *>(host(p))) ? Success : InvalidValue;
}
int cuMemcpyHtoDAsync_v2(Pointer to, const void *from, size_t bytes,
                         void *stream) {
  if (refuses(stream, "a copy from the host"))
    return captureUnsupported;
  // Pageable memory is read before the call returns.
  auto *bytesOf = static_cast<const char *>(from);
  std::vector<char> data(bytesOf, bytesOf + bytes);
  return submit(stream, [to, data = std::move(data)] {
    Access access;
    if (!memory.holds(host(to), data.size()))
      return int(IllegalAddress);
    memcpy(host(to), data.data(), data.size());
    return int(Success);
  });
}
int cuMemcpyDtoHAsync_v2(void *to, Pointer from, size_t bytes, void *stream) {
  if (refuses(stream, "a copy to the host"))
    return captureUnsupported;
  return submit(stream, [=] {
    Access access;
    if (!memory.holds(host(from), bytes))
      return int(IllegalAddress);
    memcpy(to, host(from), bytes);
    return int(Success);
  });
}
int cuMemcpyDtoDAsync_v2(Pointer to, Pointer from, size_t bytes, void *stream) {
  return submit(stream, [=] {
    Access access;
    if (!memory.holds(host(to), bytes) || !memory.holds(host(from), bytes))
      return int(IllegalAddress);
    memmove(host(to), host(from), bytes);
    return int(Success);
  });
}
int cuStreamCreate(void **stream, unsigned) {
  std::lock_guard lock(streamsMutex);
  *stream = *streams.insert(new Stream).first;
  return Success;
}
int cuStreamDestroy_v2(void *stream) {
  Stream *s = openStream(stream);
  if (!s)
    return InvalidValue;
  drain(*s);
  std::lock_guard lock(streamsMutex);
  streams.erase(s);
  delete s;
  return Success;
}
int cuStreamSynchronize(void *stream) {
  if (!stream)
    return broken;
  if (refuses(stream, "waiting"))
    return captureUnsupported;
  Stream *s = openStream(stream);
  return s ? drain(*s) : int(InvalidValue);
}
int cuStreamBeginCapture_v2(void *stream, int) {
  Stream *s = openStream(stream);
  if (!s || s->recording)
    return InvalidValue;
  s->recording = new Graph;
  s->spoiled = false;
  return Success;
}
int cuStreamEndCapture(void *stream, void **graph) {
  Stream *s = openStream(stream);
  if (!s || !s->recording)
    return InvalidValue;
  Graph *made = std::exchange(s->recording, nullptr);
  *graph = s->spoiled ? nullptr : made;
  if (!s->spoiled)
    return Success;
  delete made;
  return captureInvalidated;
}
int cuGraphInstantiateWithFlags(void **exec, void *graph, unsigned long long) {
  *exec = new Graph(*static_cast<Graph *>(graph));
  return Success;
}
int cuGraphLaunch(void *exec, void *stream) {
  tell("a graph of " +
       std::to_string(static_cast<Graph *>(exec)->nodes.size()));
  for (const Work &node : static_cast<Graph *>(exec)->nodes)
    if (int result = submit(stream, node))
      return result;
  return Success;
}
int cuGraphDestroy(void *graph) {
  delete static_cast<Graph *>(graph);
  return Success;
}
int cuGraphExecDestroy(void *exec) {
  delete static_cast<Graph *>(exec);
  return Success;
}

/// As the driver does, refuses what the copy engine cannot have.
int cuTensorMapEncodeTiled(void *into, int type, unsigned rank, void *address,
                           const uint64_t *sizes, const uint64_t *strides,
                           const uint32_t *box, const uint32_t *steps,
                           int interleave, int swizzle, int, int fill) {
  unsigned bytes = type == 6 || type == 9 ? 2 : type == 11 ? 4 : 0;
  bool ok =
      bytes && rank >= 2 && rank <= mostDims && interleave == 0 &&
      swizzle == 3 && fill == 0 && reinterpret_cast<uint64_t>(into) % 64 == 0 &&
      reinterpret_cast<uint64_t>(address) % 16 == 0 && box[0] * bytes <= 128;
  if (!ok)
    return InvalidValue;
  TensorMap map{tensorMapMagic,
                rank,
                bytes,
                type == 11,
                static_cast<char *>(address),
                {},
                {},
                {bytes}};
  uint64_t all = bytes;
  for (unsigned d = 0; d < rank; ++d) {
    if (sizes[d] == 0 || sizes[d] > uint64_t(1) << 32 || box[d] == 0 ||
        box[d] > 256 || steps[d] != 1)
      return InvalidValue;
    if (d > 0 && (strides[d - 1] % 16 || strides[d - 1] >= uint64_t(1) << 40))
      return InvalidValue;
    if (d > 0)
      map.strides[d] = strides[d - 1];
    map.sizes[d] = uint32_t(sizes[d]);
    map.box[d] = box[d];
    all *= sizes[d];
  }
  std::lock_guard lock(memory.mutex);
  if (!memory.holds(address, all)) {
    tell("a tensor map of what is no memory of the device");
    return InvalidValue;
  }
  memcpy(into, &map, sizeof map);
  return Success;
}

int cuLaunchKernel(void *function, unsigned gx, unsigned gy, unsigned gz,
                   unsigned bx, unsigned by, unsigned bz, unsigned sharedBytes,
                   void *stream, void **params, void **) {
  if (gy != 1 || gz != 1 || by != 1 || bz != 1) {
    tell("a grid of more than one dimension");
    return InvalidValue;
  }
  auto *f = static_cast<Function *>(function);
  if (sharedBytes > f->mostShared) {
    tell("more shared memory than was asked for");
    return InvalidValue;
  }
  // The arguments are read now.
  struct alignas(64) Value {
    uint64_t words[16];
  };
  std::vector<Value> values;
  for (auto [i, kind] : llvm::enumerate(f->kernel->args)) {
    Value &value = values.emplace_back();
    memcpy(value.words, params[i], kind == Kernel::Map ? 128 : 8);
  }
  if (getenv("CAMEO_EMULATOR_LAUNCHES"))
    llvm::errs() << "emulator: kernel " << f->kernel->name << "\n";
  return submit(stream, [=]() mutable -> int {
    Access access;
    std::vector<void *> slots;
    for (auto [i, kind] : llvm::enumerate(f->kernel->args)) {
      auto *p = reinterpret_cast<char *>(values[i].words[0]);
      // A tensor without elements may begin where memory ends.
      if (kind == Kernel::Pointer && p && (p < memory.base || p > memory.top)) {
        tell("argument " + std::to_string(i) + " is no memory of the device");
        return IllegalAddress;
      }
      slots.push_back(&values[i]);
    }
    Result result =
        run({gx, bx, sharedBytes}, f->kernel->waits, f->module->code->shared,
            [&] { f->kernel->entry(slots.data()); });
    if (result != Success)
      tell(lastProblem());
    return result;
  });
}

int cuGetErrorName(int result, const char **name) {
  *name =
      result == Success              ? "CUDA_SUCCESS"
      : result == InvalidValue       ? "CUDA_ERROR_INVALID_VALUE"
      : result == OutOfMemory        ? "CUDA_ERROR_OUT_OF_MEMORY"
      : result == InvalidImage       ? "CUDA_ERROR_INVALID_IMAGE"
      : result == NotFound           ? "CUDA_ERROR_NOT_FOUND"
      : result == IllegalAddress     ? "CUDA_ERROR_ILLEGAL_ADDRESS"
      : result == captureUnsupported ? "CUDA_ERROR_STREAM_CAPTURE_UNSUPPORTED"
      : result == captureInvalidated ? "CUDA_ERROR_STREAM_CAPTURE_INVALIDATED"
                                     : "CUDA_ERROR_LAUNCH_FAILED";
  return Success;
}
int cuGetErrorString(int result, const char **text) {
  *text = result == LaunchFailed ? lastProblem().c_str() : "emulated";
  return Success;
}
}
