// SPDX-License-Identifier: Apache-2.0
// Tensor data in files beside the model: mapped, bounds checked, and confined
// to one folder, since a model from elsewhere must not make the compiler read,
// say, the user's keys into a library.
#include "compiler/Import/Tensors.h"
#include "mlir/IR/Diagnostics.h"
#include "llvm/Support/FileSystem.h"
#include "llvm/Support/Path.h"

using namespace mlir;
using namespace cameo::import;

FailureOr<std::shared_ptr<llvm::MemoryBuffer>>
TensorReader::open(StringRef path, Location loc) {
  auto &known = externalFiles[path];
  if (known)
    return known;
  if (folder.empty())
    return emitError(loc) << "external data '" << path
                          << "': a model in memory has no folder to look in";
  // Both with symbolic links resolved, so that neither '..' nor a link leads
  // out.
  SmallString<256> full(folder), realFolder, realPath;
  llvm::sys::path::append(full, path);
  if (path.empty() || llvm::sys::path::is_absolute(path) ||
      llvm::sys::fs::real_path(folder, realFolder) ||
      llvm::sys::fs::real_path(full, realPath))
    return emitError(loc) << "external data '" << path << "' not found in "
                          << folder;
  if (!StringRef(realFolder).ends_with("/"))
    realFolder += '/';
  if (!StringRef(realPath).starts_with(realFolder))
    return emitError(loc) << "external data '" << path
                          << "' lies outside the model's folder " << folder;
  llvm::sys::fs::file_status status;
  if (llvm::sys::fs::status(realPath, status) ||
      status.type() != llvm::sys::fs::file_type::regular_file)
    return emitError(loc) << "external data '" << path
                          << "' is no regular file";
  auto buffer = llvm::MemoryBuffer::getFile(realPath, /*IsText=*/false,
                                            /*RequiresNullTerminator=*/false);
  if (!buffer)
    return emitError(loc) << "external data '" << path
                          << "': " << buffer.getError().message();
  known = std::move(*buffer);
  return known;
}

FailureOr<TensorReader::Bytes>
TensorReader::external(const ::onnx::TensorProto &tensor, uint64_t size,
                       std::shared_ptr<llvm::MemoryBuffer> &owner,
                       Location loc) {
  StringRef location;
  uint64_t offset = 0, length = size;
  for (const auto &entry : tensor.external_data()) {
    StringRef key = entry.key(), value = entry.value();
    if (key == "location")
      location = value;
    else if ((key == "offset" && value.getAsInteger(10, offset)) ||
             (key == "length" && value.getAsInteger(10, length)))
      return emitError(loc) << "tensor '" << tensor.name() << "': bad " << key
                            << " '" << value << "' of its external data";
  }
  if (length != size)
    return emitError(loc) << "tensor '" << tensor.name() << "' should have "
                          << size << " bytes of external data, but states "
                          << length;
  if (size == 0)
    return Bytes();
  auto opened = open(location, loc);
  if (failed(opened))
    return failure();
  owner = *opened;
  uint64_t available = owner->getBufferSize();
  if (offset > available || size > available - offset)
    return emitError(loc) << "tensor '" << tensor.name() << "': external data '"
                          << location << "' ends at " << available << ", but "
                          << size << " bytes at " << offset << " are asked for";
  return Bytes(owner->getBufferStart() + offset, size);
}
