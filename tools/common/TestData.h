// SPDX-License-Identifier: Apache-2.0
// Folders of input_K.pb and output_K.pb, the layout of ONNX's backend tests.
#ifndef CAMEO_TOOLS_COMMON_TESTDATA_H
#define CAMEO_TOOLS_COMMON_TESTDATA_H

#include "cameo/cameo.hpp"
#include "tools/common/Tensor.h"

namespace cameo::tools {

struct DataSet {
  std::vector<Tensor> inputs, outputs;
};

/// Reads input_0.pb, input_1.pb, ... and output_0.pb, ... up to the first that
/// is not there. The model tells which of them are no tensors.
llvm::Expected<DataSet> readDataSet(llvm::StringRef folder,
                                    const cameo_model &model);

/// A Cameo error as LLVM's.
llvm::Error toError(const Error &error);

/// Runs `context` on the tensors, which are taken by name if all have one of
/// the model's names, else by position. The results are copies.
llvm::Expected<std::vector<Tensor>> runModel(const Library &library,
                                             Context &context,
                                             llvm::ArrayRef<Tensor> inputs);

/// Old test files keep bfloat16 as uint16: gives such tensors the type that the
/// model states.
void restoreTypes(const cameo_model &model, DataSet &set);

/// The model's inputs in its order, from tensors matched as runModel does.
llvm::Expected<std::vector<const Tensor *>>
matchInputs(const cameo_model &model, llvm::ArrayRef<Tensor> inputs);

/// The runtime's views of these, which `views` holds.
llvm::Expected<std::vector<cameo_tensor>>
viewInputs(const cameo_model &model, llvm::ArrayRef<Tensor> inputs,
           Views &views);

} // namespace cameo::tools

#endif
