// SPDX-License-Identifier: Apache-2.0
#include "compiler/Emit/Descriptor.h"
#include "cameo/abi.h"
#include "llvm/IR/Constants.h"
#include "llvm/IR/GlobalAlias.h"

using namespace llvm;
using namespace cameo;

namespace {
/// Constants in the layout that C gives the structures of abi.h.
class Builder {
public:
  Builder(Module &module) : module(module), context(module.getContext()) {}

  Constant *null() {
    return ConstantPointerNull::get(PointerType::getUnqual(context));
  }
  Constant *i8(int64_t v) {
    return ConstantInt::get(Type::getInt8Ty(context), v);
  }
  Constant *i32(int64_t v) {
    return ConstantInt::get(Type::getInt32Ty(context), v, true);
  }
  Constant *i64(int64_t v) {
    return ConstantInt::get(Type::getInt64Ty(context), v, true);
  }
  Constant *f64(double v) {
    return ConstantFP::get(Type::getDoubleTy(context), v);
  }
  Constant *structure(ArrayRef<Constant *> fields) {
    return ConstantStruct::getAnon(context, fields);
  }
  Constant *string(StringRef text) {
    Constant *&c = strings[text];
    if (!c)
      c = constant(ConstantDataArray::getString(context, text), Align(1));
    return c;
  }
  /// The address of `data`, aligned for machine code.
  Constant *bytes(StringRef data) {
    return constant(
        ConstantDataArray::getString(context, data, /*AddNull=*/false),
        Align(64));
  }
  /// The address of `value`.
  Constant *reference(Constant *value) { return constant(value, Align(8)); }
  /// Null where `text` is empty.
  Constant *optional(StringRef text) {
    return text.empty() ? null() : string(text);
  }
  Constant *array(ArrayRef<Constant *> elements) {
    if (elements.empty())
      return null();
    auto *type = ArrayType::get(elements.front()->getType(), elements.size());
    return constant(ConstantArray::get(type, elements), Align(8));
  }
  Constant *function(StringRef name) {
    auto *type = FunctionType::get(Type::getInt32Ty(context), false);
    auto *f =
        Function::Create(type, GlobalValue::ExternalLinkage, name, module);
    f->setVisibility(GlobalValue::HiddenVisibility);
    return f;
  }
  Constant *external(StringRef name) {
    auto *g = new GlobalVariable(module, Type::getInt8Ty(context), true,
                                 GlobalValue::ExternalLinkage, nullptr, name);
    g->setVisibility(GlobalValue::HiddenVisibility);
    // Weights may be farther away than a 32-bit offset reaches.
    g->setCodeModel(CodeModel::Large);
    return g;
  }

private:
  Constant *constant(Constant *value, Align align) {
    auto *g = new GlobalVariable(module, value->getType(), true,
                                 GlobalValue::PrivateLinkage, value, "");
    g->setAlignment(align);
    return g;
  }

  Module &module;
  LLVMContext &context;
  StringMap<Constant *> strings;
};
} // namespace

static Constant *values(Builder &b, ArrayRef<ValueInfo> list) {
  SmallVector<Constant *> elements;
  for (const ValueInfo &v : list) {
    SmallVector<Constant *> shape, dims;
    for (int64_t d : v.shape)
      shape.push_back(b.i64(d));
    for (const std::string &d : v.dims)
      dims.push_back(b.optional(d));
    elements.push_back(b.structure(
        {b.string(v.name), b.i32(v.dtypeCode),
         b.i32(v.ranked ? int64_t(v.shape.size()) : -1), b.array(shape),
         b.array(dims), b.i32(v.kindCode()), b.i32(0), values(b, v.element)}));
  }
  return b.array(elements);
}

/// A cameo_device_variant; null where a kernel has none.
static Constant *variantOf(Builder &b, const DeviceVariant &variant) {
  if (variant.name.empty())
    return b.null();
  SmallVector<Constant *> maps;
  for (const DeviceMap &map : variant.maps) {
    SmallVector<Constant *> fields{b.i32(map.slot), b.i32(map.dtype),
                                   b.i32(map.sizes.size()), b.i32(0)};
    for (size_t i = 0; i < CAMEO_MOST_MAP_DIMS; ++i)
      fields.push_back(b.i64(i < map.sizes.size() ? map.sizes[i] : 0));
    for (size_t i = 0; i < CAMEO_MOST_MAP_DIMS; ++i)
      fields.push_back(b.i32(i < map.box.size() ? map.box[i] : 0));
    fields.push_back(b.i32(0));
    maps.push_back(b.structure(fields));
  }
  return b.reference(
      b.structure({b.string(variant.name), b.i32(variant.threads),
                   b.i32(variant.sharedMemory), b.i32(maps.size()), b.i32(0),
                   b.array(maps)}));
}

/// A cameo_device; null where no kernel runs on one.
static Constant *deviceOf(Builder &b, const DeviceCode &code) {
  if (code.kernels.empty())
    return b.null();
  SmallVector<Constant *> images, kernels;
  for (const DeviceImage &image : code.images)
    images.push_back(
        b.structure({b.string(image.arch),
                     b.bytes(StringRef(image.data.data(), image.data.size())),
                     b.i64(image.data.size())}));
  for (const DeviceKernel &kernel : code.kernels)
    kernels.push_back(b.structure({b.string(kernel.name), b.i32(kernel.args),
                                   b.i32(kernel.sharedMemory),
                                   variantOf(b, kernel.variant)}));
  SmallVector<Constant *> hostInputs;
  for (bool onHost : code.hostInputs)
    hostInputs.push_back(b.i8(onHost));
  return b.reference(
      b.structure({b.string("cuda"), b.string(code.math), b.i32(images.size()),
                   b.i32(kernels.size()), b.array(images), b.array(kernels),
                   b.i32(code.replayable), b.i32(0), b.i64(code.weightsSize),
                   b.array(hostInputs)}));
}

/// The launches of a model and of its specialisations; fills in where those of
/// each begin.
static Constant *launchesOf(Builder &b, const ModelInfo &info,
                            ArrayRef<ModelInfo> specials,
                            SmallVectorImpl<Constant *> &begins) {
  SmallVector<Constant *> launches;
  SmallVector<int64_t> counts;
  auto add = [&](const ModelInfo &model) {
    for (const LaunchInfo &l : model.launches)
      launches.push_back(b.structure({b.string(l.kernel), b.string(l.nodes),
                                      b.f64(l.flops), b.f64(l.bytes)}));
    counts.push_back(launches.size());
  };
  add(info);
  llvm::for_each(specials, add);
  Constant *all = b.array(launches);
  begins.push_back(all);
  for (int64_t count : ArrayRef(counts).drop_back())
    begins.push_back(launches.empty()
                         ? all
                         : ConstantExpr::getGetElementPtr(
                               launches.front()->getType(), all, b.i64(count)));
  return all;
}

namespace {
/// What a descriptor points to.
struct Parts {
  StringRef name; ///< the library's, which may hold the model several times
  Constant *weights, *launches, *device, *next, *specializations;
  size_t launchCount, specializationCount;
};
} // namespace

/// A cameo_model.
static Constant *modelOf(Builder &b, const ModelInfo &info,
                         const Parts &parts) {
  SmallVector<Constant *> metadata;
  for (auto &[key, value] : info.metadata)
    metadata.push_back(b.structure({b.string(key), b.string(value)}));
  SmallVector<Constant *> updates;
  for (const UpdateInfo &u : info.updates)
    updates.push_back(b.structure(
        {b.i32(u.input), b.i32(u.output), b.i32(u.axis), b.i32(0)}));
  return b.structure({b.i32(CAMEO_ABI_VERSION),
                      b.i32(sizeof(cameo_model)),
                      b.string(parts.name),
                      b.string("cameo " CAMEO_VERSION),
                      b.string(info.hash),
                      b.string(info.target),
                      b.string(info.cpuFeatures),
                      b.i32(info.inputs.size()),
                      b.i32(info.outputs.size()),
                      b.i32(metadata.size()),
                      b.i32(parts.launchCount),
                      values(b, info.inputs),
                      values(b, info.outputs),
                      b.array(metadata),
                      parts.launches,
                      b.i64(info.planSize),
                      b.i64(info.staticArena),
                      b.i32(info.dynamicMemory),
                      b.i32(parts.specializationCount),
                      parts.weights,
                      b.i64(info.weightsSize),
                      b.optional(info.weightsFile),
                      b.optional(info.weightsHash),
                      b.function(info.name + ".plan"),
                      b.function(info.name + ".run"),
                      parts.device,
                      parts.next,
                      parts.specializations,
                      b.i32(info.updates.size()),
                      b.i32(0),
                      b.array(updates)});
}

/// A cameo_model with those of its specialisations.
static Constant *modelOf(Builder &b, const ModelInfo &info,
                         ArrayRef<ModelInfo> specials, StringRef name,
                         Constant *weights, Constant *device, Constant *next) {
  SmallVector<Constant *> begins, models;
  launchesOf(b, info, specials, begins);
  size_t launchCount = info.launches.size();
  for (auto [special, begin] :
       llvm::zip_equal(specials, ArrayRef(begins).drop_front())) {
    models.push_back(
        b.reference(modelOf(b, special,
                            {name, weights, begin, b.null(), b.null(), b.null(),
                             special.launches.size(), 0})));
    launchCount += special.launches.size();
  }
  return modelOf(b, info,
                 {name, weights, begins.front(), device, next, b.array(models),
                  launchCount, models.size()});
}

std::unique_ptr<Module> cameo::makeDescriptor(LLVMContext &context,
                                              const ModelInfo &info,
                                              const DeviceCode &device,
                                              ArrayRef<ModelInfo> others,
                                              bool shared) {
  auto module = std::make_unique<Module>("descriptor", context);
  Builder b(*module);
  bool hasWeights = info.weightsFile.empty() && info.weightsSize > 0;
  Constant *weights =
      hasWeights ? b.external(info.name + ".weights") : b.null();
  Constant *next = b.null();
  // Those of the last target first: it is the next of the one before.
  size_t end = others.size();
  for (size_t i = others.size(); i-- > 0;) {
    if (others[i].isSpecialization)
      continue;
    next = b.reference(modelOf(b, others[i], others.slice(i + 1, end - i - 1),
                               info.name, weights, b.null(), next));
    end = i;
  }
  Constant *model = modelOf(b, info, others.take_front(end), info.name, weights,
                            deviceOf(b, device), next);
  auto *descriptor = new GlobalVariable(*module, model->getType(), true,
                                        GlobalValue::ExternalLinkage, model,
                                        info.name + "_descriptor");
  descriptor->setAlignment(Align(8));
  if (shared)
    GlobalAlias::create(model->getType(), 0, GlobalValue::ExternalLinkage,
                        "cameo_model_descriptor", descriptor, module.get());
  return module;
}
