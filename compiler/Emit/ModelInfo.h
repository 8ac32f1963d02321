// SPDX-License-Identifier: Apache-2.0
// What descriptor, header and manifest say of a compiled model, read from the
// module's attributes that the earlier phases left.
#ifndef CAMEO_COMPILER_EMIT_MODELINFO_H
#define CAMEO_COMPILER_EMIT_MODELINFO_H

#include "mlir/IR/BuiltinOps.h"

namespace cameo {

struct ValueInfo {
  std::string name;
  std::string kind = "tensor";    ///< "sequence", "optional", "map"
  std::string dtype;              ///< ONNX's name: "float32"; a map's keys'
  int32_t dtypeCode = 0;          ///< cameo_dtype
  bool ranked = true;             ///< else its shape is open as a whole
  std::vector<int64_t> shape;     ///< -1: dynamic
  std::vector<std::string> dims;  ///< "" where a dimension has no name
  std::vector<ValueInfo> element; ///< one, of what is no tensor

  bool isTensor() const { return kind == "tensor"; }
  int32_t kindCode() const; ///< cameo_kind
  /// "float32[2, batch]", "sequence of float32[?]", "map from int64 to ...".
  std::string describe() const;
  bool isStatic() const;
  /// Bytes of a value of this shape; -1 if dynamic.
  int64_t bytes() const;
};

struct LaunchInfo {
  std::string kernel, nodes;
  double flops, bytes;
};

/// See cameo_update.
struct UpdateInfo {
  uint32_t input, output, axis;
};

struct ModelInfo {
  std::string name; ///< a C identifier
  std::vector<ValueInfo> inputs, outputs;
  std::vector<std::pair<std::string, std::string>> metadata;
  std::vector<LaunchInfo> launches;
  std::vector<UpdateInfo> updates;
  int64_t planSize = 0, staticArena = -1, weightsSize = 0;
  bool dynamicMemory = false;
  std::string hash, target, cpuFeatures;
  std::vector<std::string> otherTargets; ///< what else the library has code for
  bool isSpecialization = false;         ///< see LibraryVariant
  std::string weightsFile, weightsHash;  ///< empty if embedded

  static llvm::FailureOr<ModelInfo> get(mlir::ModuleOp module,
                                        llvm::StringRef name);
  bool hasStaticInputs() const;
};

/// `text` as a C identifier: what is not one is replaced by '_'.
std::string cIdentifier(llvm::StringRef text);

} // namespace cameo

#endif
