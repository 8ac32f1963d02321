// SPDX-License-Identifier: Apache-2.0
// Tensors in ONNX's test files: TensorProto to the runtime's layout and back.
#ifndef CAMEO_TOOLS_COMMON_TENSOR_H
#define CAMEO_TOOLS_COMMON_TENSOR_H

#include "cameo/runtime.h"
#include "llvm/ADT/ArrayRef.h"
#include "llvm/ADT/StringRef.h"
#include "llvm/Support/Error.h"

#include <deque>
#include <string>
#include <vector>

namespace cameo::tools {

/// A tensor that owns its data, in the runtime's layout. Or, by its kind, a value
/// made of others.
struct Tensor {
  std::string name;
  int32_t kind = CAMEO_TENSOR;
  /// Of a sequence or an optional; a map's keys and values, each a tensor of
  /// one dimension.
  std::vector<Tensor> items;
  int32_t dtype = 0;
  std::vector<int64_t> shape;
  std::vector<char> data;           // empty for strings
  std::vector<std::string> strings; // for CAMEO_STRING

  int64_t size() const;
  /// "float32[1,3,224,224]"; "sequence(float32[2], float32[3])".
  std::string describe() const;
};

/// "float32[1,3]", for any type and shape; -1 becomes "?", or its name if there
/// is one.
std::string describeType(int32_t dtype, llvm::ArrayRef<int64_t> shape,
                         const char *const *names = nullptr);
/// The same of anything that a model takes or gives: "sequence(float32[?])".
std::string describeType(const cameo_value_info &info);

/// Reads a file with one TensorProto; or, where the model's `info` says that it
/// is no tensor, a SequenceProto, OptionalProto or MapProto. Fails on anything
/// that is not one, or whose data does not have the size that its type and
/// shape ask for.
llvm::Expected<Tensor> readTensor(llvm::StringRef path,
                                  const cameo_value_info *info = nullptr);
/// Writes one, tensors with raw data.
llvm::Error writeTensor(llvm::StringRef path, const Tensor &tensor);

/// What views point to.
class Views {
public:
  /// The runtime's view of a tensor, which must outlive it.
  cameo_tensor of(const Tensor &tensor);

private:
  const cameo_value *value(const Tensor &tensor);
  std::deque<std::vector<const char *>> strings;
  std::deque<std::vector<const cameo_value *>> items;
  std::deque<cameo_value> values;
};
/// A copy of what the runtime returned.
Tensor copy(const cameo_tensor &tensor, llvm::StringRef name,
            int32_t kind = CAMEO_TENSOR);

/// Element i as a double: exact but for 64-bit integers beyond 2^53. Complex:
/// its real part.
double elementAsDouble(const Tensor &tensor, int64_t i);
/// The elements at these places, as a tensor of one dimension.
Tensor elementsAt(const Tensor &tensor, llvm::ArrayRef<size_t> places);
bool isFloat(int32_t dtype);
bool isComplex(int32_t dtype);

} // namespace cameo::tools

#endif
