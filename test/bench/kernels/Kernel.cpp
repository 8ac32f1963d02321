// SPDX-License-Identifier: Apache-2.0
#include "Kernel.h"
#include "compiler/Import/FunctionFile.h"
#include "compiler/Pipeline/Compile.h"
#include "compiler/Pipeline/Registration.h"
#include "dialects/ONNX/Tensor.h"
#include "mlir/IR/BuiltinOps.h"
#include "tools/common/RandomInputs.h"

#include <chrono>

using namespace mlir;
using namespace cameo;
using namespace cameo::bench;

namespace {
llvm::Expected<DenseElementsAttr> randomConstant(RankedTensorType type) {
  Type element = type.getElementType();
  tools::Tensor tensor;
  tensor.dtype = element.isF32()                 ? CAMEO_FLOAT32
                 : element.isF16()               ? CAMEO_FLOAT16
                 : element.isUnsignedInteger(8)  ? CAMEO_UINT8
                 : element.isSignlessInteger(8)  ? CAMEO_INT8
                 : element.isSignlessInteger(32) ? CAMEO_INT32
                                                 : 0;
  if (!tensor.dtype)
    return llvm::createStringError("no random constants of this element type");
  tensor.shape.assign(type.getShape().begin(), type.getShape().end());
  tools::fillRandom(tensor);
  return DenseElementsAttr::getFromRawBuffer(type, tensor.data);
}

/// The function alone, as a model in a file.
llvm::Error writeModel(const std::string &file, StringRef name,
                       StringRef model) {
  DialectRegistry registry;
  registerAllDialects(registry);
  MLIRContext context(registry, MLIRContext::Threading::DISABLED);
  auto module = import::readFunction(file, name, context);
  if (!module)
    return module.takeError();
  auto func = (*module)->lookupSymbol<func::FuncOp>("main");
  OpBuilder b(func.getBody());
  llvm::BitVector constants(func.getNumArguments());
  for (unsigned i = 0; i < func.getNumArguments(); ++i) {
    auto type = dyn_cast<RankedTensorType>(func.getArgument(i).getType());
    if (!func.getArgAttr(i, "bench.constant") || !type)
      continue;
    auto value = randomConstant(type);
    if (!value)
      return value.takeError();
    Value constant =
        cameo::onnx::ConstantOp::create(b, func.getLoc(), type, *value);
    func.getArgument(i).replaceAllUsesWith(constant);
    constants.set(i);
  }
  if (failed(func.eraseArguments(constants)))
    return llvm::createStringError("a constant cannot be one");
  return import::writeFunction(**module, model);
}

int64_t now() {
  return std::chrono::duration_cast<std::chrono::nanoseconds>(
             std::chrono::steady_clock::now().time_since_epoch())
      .count();
}
} // namespace

llvm::Expected<std::unique_ptr<Kernel>>
Kernel::compile(const std::string &file, StringRef function,
                const KernelOptions &options) {
  std::string base = options.scratch + "/" + function.str();
  if (llvm::Error error = writeModel(file, function, base + ".mlir"))
    return error;
  CompileOptions compilation;
  compilation.output = base + ".so";
  compilation.name = "model";
  compilation.mcpu = options.mcpu;
  compilation.threads = options.threads;
  compilation.quiet = true;
  if (failed(compileModel(base + ".mlir", compilation)))
    return llvm::createStringError("does not compile");

  std::unique_ptr<Kernel> kernel(new Kernel);
  auto failed = [&] {
    return llvm::createStringError(llvm::Twine(kernel->failure.message));
  };
  if (cameo_library_open(compilation.output.c_str(), nullptr, &kernel->library,
                         &kernel->failure))
    return failed();
  cameo_context_options how{};
  how.struct_size = sizeof how;
  how.threads = options.threads;
  if (cameo_context_create(kernel->library, &how, &kernel->context,
                           &kernel->failure))
    return failed();
  const cameo_model &model = *cameo_library_model(kernel->library);
  auto inputs = tools::randomInputs(model, {});
  if (!inputs)
    return inputs.takeError();
  kernel->tensors = std::move(*inputs);
  for (const tools::Tensor &tensor : kernel->tensors)
    kernel->inputs.push_back(kernel->views.of(tensor));
  kernel->outputs.resize(model.output_count);
  if (!model.launch_count)
    return llvm::createStringError("nothing is left to run");
  for (uint32_t i = 1; i < model.launch_count; ++i) {
    const cameo_launch_info &best = kernel->launch(), &info = model.launches[i];
    if (std::pair(info.flops, info.bytes) > std::pair(best.flops, best.bytes))
      kernel->counts = int32_t(i);
  }
  return kernel;
}

Kernel::~Kernel() {
  cameo_context_destroy(context);
  cameo_library_close(library);
}

const cameo_launch_info &Kernel::launch() const {
  return cameo_library_model(library)->launches[counts];
}

void Kernel::hook(void *self, int32_t launch, int32_t phase) {
  auto *kernel = static_cast<Kernel *>(self);
  if (phase == 0) {
    kernel->begin = now();
    return;
  }
  double seconds = double(now() - kernel->begin) * 1e-9;
  kernel->total += seconds;
  if (launch == kernel->counts)
    kernel->took += seconds;
}

bool Kernel::runModel() {
  std::fill(outputs.begin(), outputs.end(), cameo_tensor{});
  return cameo_run(context, inputs.data(), uint32_t(inputs.size()),
                   outputs.data(), uint32_t(outputs.size()),
                   &failure) == CAMEO_OK;
}

bool Kernel::call() {
  if (watched)
    cameo_context_profile(context, nullptr, nullptr);
  watched = false;
  return runModel();
}

double Kernel::run() {
  if (!watched)
    cameo_context_profile(context, hook, this);
  watched = true;
  took = total = 0;
  return runModel() ? took : -1;
}
