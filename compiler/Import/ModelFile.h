// SPDX-License-Identifier: Apache-2.0
// An ONNX file, parsed. Large tensor data never passes through protobuf: it is
// cut out of the message beforehand and stays in the mapped file, so that files
// of any size load in milliseconds.
#ifndef CAMEO_COMPILER_IMPORT_MODELFILE_H
#define CAMEO_COMPILER_IMPORT_MODELFILE_H

// Debian's ONNX package is built with these.
#ifndef ONNX_NAMESPACE
#define ONNX_NAMESPACE onnx
#endif
#ifndef ONNX_ML
#define ONNX_ML 1
#endif
#include "onnx/onnx_pb.h"

#include "mlir/Support/LLVM.h"
#include "llvm/Support/MemoryBuffer.h"

namespace cameo::import {

struct ModelFile {
  /// What `tensors` points into.
  std::shared_ptr<llvm::MemoryBuffer> buffer;
  ::onnx::ModelProto proto;
  /// Data cut out of TensorProtos: little-endian elements in order.
  std::vector<llvm::ArrayRef<char>> tensors;

  /// The data cut out of a tensor; nothing if it is still in the message.
  std::optional<llvm::ArrayRef<char>>
  dataOf(const ::onnx::TensorProto &tensor) const;

  /// Parses `buffer`; on failure returns the reason.
  static std::optional<std::string>
  parse(std::shared_ptr<llvm::MemoryBuffer> buffer, ModelFile &file);
};

} // namespace cameo::import

#endif
