// SPDX-License-Identifier: Apache-2.0
// Tensors of an ONNX file as attributes: DenseElementsAttr up to 1 KB, beyond
// that resource blobs that point into the mapped file wherever its bytes can be
// used as they are.
#ifndef CAMEO_COMPILER_IMPORT_TENSORS_H
#define CAMEO_COMPILER_IMPORT_TENSORS_H

#include "compiler/Import/ModelFile.h"
#include "mlir/IR/BuiltinAttributes.h"
#include "mlir/IR/Location.h"
#include "llvm/ADT/StringMap.h"

namespace cameo::import {

class TensorReader {
public:
  /// `folder` is where external data lies; empty if the model has none.
  TensorReader(const ModelFile &file, std::string folder,
               mlir::MLIRContext *context)
      : file(file), folder(std::move(folder)), context(context) {}

  /// A tensor's elements; an error at `loc` on failure. Blobs hold the elements
  /// in order, little-endian; those of less than a byte extended to one.
  mlir::FailureOr<mlir::ElementsAttr> read(const ::onnx::TensorProto &tensor,
                                           mlir::Location loc);
  /// A sparse tensor's elements, zeros included.
  mlir::FailureOr<mlir::ElementsAttr>
  read(const ::onnx::SparseTensorProto &sparse, mlir::Location loc);

private:
  using Bytes = llvm::ArrayRef<char>;

  mlir::FailureOr<mlir::RankedTensorType>
  typeOf(const ::onnx::TensorProto &tensor, mlir::Location loc);
  /// The packed bytes; in `storage` unless they can be used in place, kept by
  /// `owner`.
  mlir::FailureOr<Bytes> bytesOf(const ::onnx::TensorProto &tensor,
                                 mlir::RankedTensorType type,
                                 std::vector<char> &storage,
                                 std::shared_ptr<llvm::MemoryBuffer> &owner,
                                 mlir::Location loc);
  mlir::FailureOr<Bytes> external(const ::onnx::TensorProto &tensor,
                                  uint64_t size,
                                  std::shared_ptr<llvm::MemoryBuffer> &owner,
                                  mlir::Location loc);
  /// The external file, confined to `folder`.
  mlir::FailureOr<std::shared_ptr<llvm::MemoryBuffer>>
  open(llvm::StringRef path, mlir::Location loc);
  mlir::ElementsAttr make(mlir::RankedTensorType type, Bytes bytes,
                          std::vector<char> &&storage,
                          std::shared_ptr<llvm::MemoryBuffer> owner,
                          llvm::StringRef name);

  const ModelFile &file;
  std::string folder;
  mlir::MLIRContext *context;
  llvm::StringMap<std::shared_ptr<llvm::MemoryBuffer>> externalFiles;
};

} // namespace cameo::import

#endif
