// SPDX-License-Identifier: Apache-2.0
#include "compiler/Emit/Jit.h"
#include "cameo/abi.h"
#include "compiler/Emit/Archives.h"
#include "compiler/Emit/Codegen.h"
#include "compiler/Emit/Library.h"
#include "compiler/Emit/Strings.h"
#include "compiler/Memory/Weights.h"
#include "mlir/IR/AsmState.h"
#include "mlir/IR/BuiltinAttributes.h"
#include "mlir/IR/DialectResourceBlobManager.h"
#include "llvm/ExecutionEngine/Orc/ExecutionUtils.h"
#include "llvm/ExecutionEngine/Orc/LLJIT.h"
#include "llvm/Support/Allocator.h"
#ifdef __linux__
#include <sys/mman.h>
#include <unistd.h>
#endif

using namespace mlir;
using namespace cameo;

namespace {
/// What the caller of a model provides: memory, and a place for the reason of a
/// failure.
struct Surroundings {
  cameo_exec exec = {};
  std::vector<std::unique_ptr<char, decltype(&free)>> memory;
  std::string reason;

  void *allocate(int64_t bytes) {
    // A compile-time evaluation larger than this is a mistake of the model.
    if (bytes < 0 || bytes > (int64_t(1) << 38))
      return nullptr;
    auto *p = static_cast<char *>(
        std::aligned_alloc(64, llvm::alignTo(std::max<int64_t>(bytes, 1), 64)));
    if (p)
      memory.emplace_back(p, &free);
    return p;
  }
  static Surroundings &of(cameo_exec *exec) {
    return *static_cast<Surroundings *>(exec->user);
  }
};
} // namespace

/// The result in `bytes` as an attribute. Large ones are copied once, into a
/// resource.
static ElementsAttr makeElements(RankedTensorType type, ArrayRef<char> bytes) {
  constexpr size_t smallBytes = 1024;
  if (bytes.size() <= smallBytes && elementBits(type.getElementType()) >= 8 &&
      !type.getElementType().isInteger(1))
    return DenseElementsAttr::getFromRawBuffer(type, bytes);
  return DenseResourceElementsAttr::get(
      type, "evaluated",
      HeapAsmResourceBlob::allocateAndCopyWithAlign(bytes, 64, false));
}

/// Gives whole pages of `bytes` back to the system; what they held is lost.
static void releasePages(ArrayRef<char> bytes) {
#ifdef __linux__
  uintptr_t page = sysconf(_SC_PAGESIZE);
  uintptr_t from =
      llvm::alignTo(reinterpret_cast<uintptr_t>(bytes.begin()), page);
  uintptr_t to = reinterpret_cast<uintptr_t>(bytes.end()) / page * page;
  if (from < to)
    (void)madvise(reinterpret_cast<void *>(from), to - from, MADV_DONTNEED);
#endif
}

llvm::FailureOr<SmallVector<ElementsAttr>>
cameo::runOnce(ModuleOp module, StringRef name, ArrayRef<ElementsAttr> inputs) {
  auto target = CodegenTarget::get("", "native");
  auto error = [&](const Twine &what) {
    return module.emitError("evaluation of constants: ") << what;
  };
  if (!target)
    return error(llvm::toString(target.takeError()));
  auto parts = generateCode(module, *target, CodegenOutput::Object);
  if (failed(parts))
    return failure();
  auto jit = llvm::orc::LLJITBuilder().create();
  if (!jit)
    return error(llvm::toString(jit.takeError()));
  llvm::LLVMContext context;
  if (auto strings = makeStrings(context, module, name)) {
    auto object = generateObject(*strings, *target);
    if (failed(object))
      return failure();
    parts->push_back(std::move(*object));
  }
  for (const CodeBuffer &part : *parts)
    if (llvm::Error e =
            (*jit)->addObjectFile(llvm::MemoryBuffer::getMemBufferCopy(
                StringRef(part.data(), part.size()))))
      return error(llvm::toString(std::move(e)));
  if (module->hasAttr("cameo.host_symbols")) {
    auto support = llvm::orc::StaticLibraryDefinitionGenerator::Load(
        (*jit)->getObjLinkingLayer(),
        findSupportLibrary(target->triple).c_str());
    if (!support)
      return error(llvm::toString(support.takeError()));
    (*jit)->getMainJITDylib().addGenerator(std::move(*support));
  }
  auto planAddress = (*jit)->lookup((name + ".plan").str());
  if (!planAddress)
    return error(llvm::toString(planAddress.takeError()));
  auto runAddress = (*jit)->lookup((name + ".run").str());
  if (!runAddress)
    return error(llvm::toString(runAddress.takeError()));
  auto *plan = planAddress->toPtr<decltype(cameo_model::plan)>();
  auto *run = runAddress->toPtr<decltype(cameo_model::run)>();

  Surroundings around;
  around.exec.abi_version = CAMEO_ABI_VERSION;
  around.exec.threads = 1;
  around.exec.user = &around;
  around.exec.allocate = [](cameo_exec *exec, int64_t bytes) {
    return Surroundings::of(exec).allocate(bytes);
  };
  around.exec.fail = [](cameo_exec *exec, const char *why) {
    // A called function tells the reason, then the model where it was.
    std::string &reason = Surroundings::of(exec).reason;
    reason = reason.empty() ? why : std::string(why) + ": " + reason;
  };
  int64_t weightsSize =
      module->getAttrOfType<IntegerAttr>("cameo.weights_size").getInt();
  if (weightsSize > 0) {
    void *weights = around.allocate(weightsSize);
    if (!weights)
      return error("out of memory");
    CodeBuffer buffer;
    llvm::raw_svector_ostream os(buffer);
    writeWeights(os, module, {});
    memcpy(weights, buffer.data(), buffer.size());
    around.exec.weights = weights;
  }

  std::vector<std::vector<int64_t>> inputShapes, outputShapes;
  std::vector<const void *> inputPointers;
  std::vector<std::vector<char>> copies; // of splats and other small constants
  for (ElementsAttr input : inputs) {
    ArrayRef<int64_t> shape = cast<ShapedType>(input.getType()).getShape();
    inputShapes.emplace_back(shape.begin(), shape.end());
    if (auto resource = dyn_cast<DenseResourceElementsAttr>(input);
        resource && resource.getRawHandle().getBlob()) {
      inputPointers.push_back(
          resource.getRawHandle().getBlob()->getData().data());
      continue;
    }
    if (failed(withBytes(input, [&](ArrayRef<char> bytes) {
          copies.emplace_back(bytes.begin(), bytes.end());
        })))
      return error("a constant has no bytes");
    inputPointers.push_back(copies.back().data());
  }
  auto outputs = module->getAttrOfType<ArrayAttr>("cameo.outputs");
  SmallVector<RankedTensorType> types;
  for (auto dict : outputs.getAsRange<DictionaryAttr>()) {
    types.push_back(
        cast<RankedTensorType>(dict.getAs<TypeAttr>("type").getValue()));
    outputShapes.emplace_back(types.back().getRank());
  }
  std::vector<const void *> outputPointers(types.size());
  auto shapePointers = [](auto &shapes) {
    std::vector<std::remove_reference_t<decltype(shapes[0][0])> *> pointers;
    for (auto &shape : shapes)
      pointers.push_back(shape.data());
    return pointers;
  };
  auto inputShapePointers = shapePointers(inputShapes);
  auto outputShapePointers = shapePointers(outputShapes);

  std::vector<int64_t> entries(
      module->getAttrOfType<IntegerAttr>("cameo.plan_size").getInt());
  if (plan(inputShapePointers.data(), 1, entries.data()) != CAMEO_OK)
    return error("sizes overflow");
  around.exec.plan = entries.data();
  around.exec.arena = around.allocate(entries[0]);
  if (!around.exec.arena)
    return error("out of memory");
  if (int32_t status =
          run(&around.exec, inputPointers.data(), inputShapePointers.data(),
              outputPointers.data(), outputShapePointers.data()))
    return error(around.reason.empty() ? "status " + Twine(status)
                                       : Twine(around.reason));
  SmallVector<ElementsAttr> results;
  SmallVector<ArrayRef<char>> outputBytes;
  for (auto [type, pointer, shape] :
       llvm::zip_equal(types, outputPointers, outputShapes)) {
    type = RankedTensorType::get(shape, type.getElementType());
    outputBytes.emplace_back(
        static_cast<const char *>(pointer),
        bytesOfElements(type.getNumElements(), type.getElementType()));
  }
  // Transformed weights are hundreds of megabytes, which are there only once at
  // a time, unless one result is part of another.
  ArrayRef<char> arena(static_cast<const char *>(around.exec.arena),
                       entries[0]);
  for (auto [i, bytes] : llvm::enumerate(outputBytes)) {
    results.push_back(makeElements(types[i], bytes));
    bool again = llvm::any_of(
        ArrayRef<ArrayRef<char>>(outputBytes).drop_front(i + 1),
        [&](ArrayRef<char> other) {
          return other.begin() < bytes.end() && bytes.begin() < other.end();
        });
    if (!again && bytes.begin() >= arena.begin() && bytes.end() <= arena.end())
      releasePages(bytes);
  }
  return results;
}
