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

/// Runs `context` on the tensors again, with buffers that have room for more
/// lent for all inputs that the model appends to, and says what differs from
/// `results`, which runModel gave: the same bits are expected. Does nothing if
/// there are no such inputs.
llvm::Error checkInPlace(const Library &library, Context &context,
                         llvm::ArrayRef<Tensor> inputs,
                         llvm::ArrayRef<Tensor> results);

/// Buffers with room for more rows, for all inputs that the model appends to.
class LentCaches {
public:
  /// Lends them in place of `in`, which are all contiguous, for `more` rows.
  LentCaches(const cameo_model &model, llvm::MutableArrayRef<cameo_tensor> in,
             int64_t more);
  /// The rows of a result along `axis`, one slice behind the other.
  static std::vector<char> rowsOf(const cameo_tensor &tensor, uint32_t axis);

private:
  std::vector<std::vector<char>> buffers;
};

/// Old test files keep bfloat16 as uint16: gives such tensors the type that the
/// model states.
void restoreTypes(const cameo_model &model, DataSet &set);

/// The model's inputs in its order, from tensors matched as runModel does.
llvm::Expected<std::vector<const Tensor *>>
matchInputs(const cameo_model &model, llvm::ArrayRef<Tensor> inputs);

} // namespace cameo::tools

#endif
