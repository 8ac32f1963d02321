// SPDX-License-Identifier: Apache-2.0
// libcuda.so.1 over the emulator: the part of the driver API that Cameo's
// runtime calls, with modules in LLVM bitcode. Device memory can be touched by
// kernels and copies alone, so that a host that reads it dies as with a real
// GPU; pointers given to kernels must be the device's.
#include "Kernels.h"
#include "llvm/Support/raw_ostream.h"

#include <cstdlib>
#include <cstring>
#include <map>
#include <mutex>
#include <sys/mman.h>

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

struct Module {
  std::unique_ptr<KernelModule> code;
};
struct Function {
  Module *module;
  Kernel *kernel;
};

void tell(const std::string &text) {
  if (getenv("CAMEO_EMULATOR_VERBOSE"))
    llvm::errs() << "emulator: " << text << "\n";
}
int context; // its address stands for all contexts and streams
} // namespace

using Pointer = unsigned long long;
static void *host(Pointer p) { return reinterpret_cast<void *>(p); }

extern "C" {
int cuInit(unsigned) { return Success; }
int cuDeviceGetCount(int *count) {
  *count = 1;
  return Success;
}
int cuDeviceGet(int *device, int ordinal) {
  *device = 0;
  return ordinal == 0 ? Success : InvalidValue;
}
int cuDeviceGetName(char *name, int length, int) {
  strncpy(name, "Cameo's emulator", size_t(length));
  return Success;
}
int cuDeviceGetAttribute(int *value, int attribute, int) {
  *value = attribute == 75   ? 8
           : attribute == 76 ? 0
                             : 1; // compute capability 8.0
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
  *module = new Module{std::move(*code)};
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
  *function =
      new Function{m, &it->second}; // as many as kernels: left to the process
  return Success;
}
int cuFuncSetAttribute(void *, int, int) { return Success; }

int cuMemAlloc_v2(Pointer *p, size_t bytes) {
  std::lock_guard lock(memory.mutex);
  char *m = memory.allocate(bytes);
  *p = reinterpret_cast<Pointer>(m);
  return m ? Success : OutOfMemory;
}
int cuMemFree_v2(Pointer p) {
  std::lock_guard lock(memory.mutex);
  return memory.release(static_cast<char *>(host(p))) ? Success : InvalidValue;
}
int cuMemcpyHtoDAsync_v2(Pointer to, const void *from, size_t bytes, void *) {
  Access access;
  if (!memory.holds(host(to), bytes))
    return IllegalAddress;
  memcpy(host(to), from, bytes);
  return Success;
}
int cuMemcpyDtoHAsync_v2(void *to, Pointer from, size_t bytes, void *) {
  Access access;
  if (!memory.holds(host(from), bytes))
    return IllegalAddress;
  memcpy(to, host(from), bytes);
  return Success;
}
int cuMemcpyDtoDAsync_v2(Pointer to, Pointer from, size_t bytes, void *) {
  Access access;
  if (!memory.holds(host(to), bytes) || !memory.holds(host(from), bytes))
    return IllegalAddress;
  memmove(host(to), host(from), bytes);
  return Success;
}
int cuStreamCreate(void **stream, unsigned) {
  *stream = &context;
  return Success;
}
int cuStreamDestroy_v2(void *) { return Success; }
int cuStreamSynchronize(void *) { return Success; }

int cuLaunchKernel(void *function, unsigned gx, unsigned gy, unsigned gz,
                   unsigned bx, unsigned by, unsigned bz, unsigned sharedBytes,
                   void *, void **params, void **) {
  if (gy != 1 || gz != 1 || by != 1 || bz != 1) {
    tell("a grid of more than one dimension");
    return InvalidValue;
  }
  auto *f = static_cast<Function *>(function);
  Access access;
  for (auto [i, isPointer] : llvm::enumerate(f->kernel->isPointer)) {
    void *p = *static_cast<void **>(params[i]);
    // A tensor without elements may begin where memory ends.
    if (isPointer && p && (p < memory.base || p > memory.top)) {
      tell("argument " + std::to_string(i) + " is no memory of the device");
      return IllegalAddress;
    }
  }
  Result result =
      run({gx, bx, sharedBytes}, f->kernel->waits, f->module->code->shared,
          [&] { f->kernel->entry(params); });
  if (result != Success)
    tell(lastProblem());
  return result;
}

int cuGetErrorName(int result, const char **name) {
  *name = result == Success          ? "CUDA_SUCCESS"
          : result == InvalidValue   ? "CUDA_ERROR_INVALID_VALUE"
          : result == OutOfMemory    ? "CUDA_ERROR_OUT_OF_MEMORY"
          : result == InvalidImage   ? "CUDA_ERROR_INVALID_IMAGE"
          : result == NotFound       ? "CUDA_ERROR_NOT_FOUND"
          : result == IllegalAddress ? "CUDA_ERROR_ILLEGAL_ADDRESS"
                                     : "CUDA_ERROR_LAUNCH_FAILED";
  return Success;
}
int cuGetErrorString(int result, const char **text) {
  *text = result == LaunchFailed ? lastProblem().c_str() : "emulated";
  return Success;
}
}
