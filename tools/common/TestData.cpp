// SPDX-License-Identifier: Apache-2.0
// From folders to runs.
#include "tools/common/TestData.h"
#include "llvm/ADT/SmallVector.h"
#include "llvm/Support/FileSystem.h"
#include "llvm/Support/Path.h"

using namespace cameo;
using namespace cameo::tools;

namespace {
llvm::Error readAll(llvm::StringRef folder, llvm::StringRef stem,
                    llvm::ArrayRef<cameo_value_info> infos,
                    std::vector<Tensor> &tensors) {
  for (unsigned i = 0;; ++i) {
    llvm::SmallString<256> path(folder);
    llvm::sys::path::append(path, stem + "_" + llvm::Twine(i) + ".pb");
    if (!llvm::sys::fs::exists(path))
      return llvm::Error::success();
    llvm::Expected<Tensor> tensor =
        readTensor(path, i < infos.size() ? &infos[i] : nullptr);
    if (!tensor)
      return tensor.takeError();
    tensors.push_back(std::move(*tensor));
  }
}
} // namespace

llvm::Expected<DataSet> tools::readDataSet(llvm::StringRef folder,
                                           const cameo_model &model) {
  DataSet set;
  if (!llvm::sys::fs::is_directory(folder))
    return llvm::createStringError(folder + ": no such folder");
  if (llvm::Error error = readAll(
          folder, "input", {model.inputs, model.input_count}, set.inputs))
    return error;
  if (llvm::Error error = readAll(
          folder, "output", {model.outputs, model.output_count}, set.outputs))
    return error;
  return set;
}

llvm::Error tools::toError(const Error &error) {
  return llvm::createStringError(llvm::Twine(error.message));
}

llvm::Expected<std::vector<const Tensor *>>
tools::matchInputs(const cameo_model &model, llvm::ArrayRef<Tensor> inputs) {
  if (inputs.size() != model.input_count)
    return llvm::createStringError(llvm::Twine(inputs.size()) +
                                   " inputs given, the model has " +
                                   llvm::Twine(model.input_count));
  std::vector<const Tensor *> byName(inputs.size()), byPosition;
  size_t found = 0;
  for (const Tensor &tensor : inputs) {
    byPosition.push_back(&tensor);
    for (uint32_t i = 0; i < model.input_count; ++i)
      if (!byName[i] && tensor.name == model.inputs[i].name) {
        byName[i] = &tensor;
        ++found;
        break;
      }
  }
  return found == inputs.size() ? byName : byPosition;
}

void tools::restoreTypes(const cameo_model &model, DataSet &set) {
  auto restore = [](Tensor &tensor, const cameo_value_info &info) {
    if (tensor.dtype == CAMEO_UINT16 && info.dtype == CAMEO_BFLOAT16)
      tensor.dtype = CAMEO_BFLOAT16;
  };
  if (llvm::Expected<std::vector<const Tensor *>> matched =
          matchInputs(model, set.inputs))
    for (auto [i, tensor] : llvm::enumerate(*matched))
      restore(const_cast<Tensor &>(*tensor), model.inputs[i]);
  else
    llvm::consumeError(matched.takeError()); // the run will tell
  for (size_t i = 0; i < set.outputs.size() && i < model.output_count; ++i)
    restore(set.outputs[i], model.outputs[i]);
}

llvm::Expected<std::vector<cameo_tensor>>
tools::viewInputs(const cameo_model &model, llvm::ArrayRef<Tensor> inputs,
                  Views &views) {
  llvm::Expected<std::vector<const Tensor *>> matched =
      matchInputs(model, inputs);
  if (!matched)
    return matched.takeError();
  std::vector<cameo_tensor> in;
  for (const Tensor *tensor : *matched)
    in.push_back(views.of(*tensor));
  return in;
}

llvm::Expected<std::vector<Tensor>>
tools::runModel(const Library &library, Context &context,
                llvm::ArrayRef<Tensor> inputs) {
  const cameo_model &model = library.model();
  Views views;
  llvm::Expected<std::vector<cameo_tensor>> in =
      viewInputs(model, inputs, views);
  if (!in)
    return in.takeError();
  std::vector<cameo_tensor> out(model.output_count);
  cameo_error error;
  if (cameo_run(context.get(), in->data(), uint32_t(in->size()), out.data(),
                uint32_t(out.size()), &error))
    return llvm::createStringError(llvm::Twine(error.message));
  std::vector<Tensor> results;
  for (auto [i, tensor] : llvm::enumerate(out))
    results.push_back(
        copy(tensor, model.outputs[i].name, model.outputs[i].kind));
  return results;
}
