// SPDX-License-Identifier: Apache-2.0
// The state of cameo-bufferize-schedule: what each tensor of the old function
// is in the new one.
#ifndef CAMEO_COMPILER_MEMORY_BUFFERIZE_H
#define CAMEO_COMPILER_MEMORY_BUFFERIZE_H

#include "dialects/Cameo/CameoCaches.h"
#include "dialects/Cameo/CameoCalls.h"
#include "dialects/Cameo/Device.h"
#include "mlir/Dialect/Func/IR/FuncOps.h"
#include "mlir/Dialect/SCF/IR/SCF.h"
#include "mlir/IR/IRMapping.h"

namespace cameo {

/// A tensor as memory. Without a pointer it is either known element by element
/// (`elements`, on the host), or has no contents yet (tensor.empty): each use
/// then gets memory of its own.
struct TensorValue {
  mlir::RankedTensorType type;
  mlir::Value ptr;
  llvm::SmallVector<mlir::OpFoldResult> sizes;
  llvm::SmallVector<mlir::Value> elements;
  bool device = false; ///< `ptr` is memory of the device
  /// A constant: `ptr` is the host's, and the device has it as well.
  mlir::ElementsAttr constant = {};
  /// The run-time value that it was taken from unchanged, of this element type.
  mlir::Value boxed = {};
  int32_t boxedType = 0;

  bool isEmpty() const { return !ptr && elements.empty(); }
};

class Bufferizer {
public:
  explicit Bufferizer(mlir::ModuleOp module)
      : b(module.getContext()), loc(module.getLoc()), symbols(module) {}

  mlir::LogicalResult function(mlir::func::FuncOp func);

private:
  mlir::LogicalResult block(mlir::Block &from);
  mlir::LogicalResult operation(mlir::Operation *op);
  mlir::LogicalResult launch(LaunchOp op);
  mlir::LogicalResult hostCall(HostCallOp op);
  mlir::LogicalResult transfer(TransferOp op);
  mlir::LogicalResult cache(CacheOp op);
  mlir::LogicalResult extract(mlir::tensor::ExtractOp op);
  mlir::LogicalResult insert(mlir::tensor::InsertOp op);
  mlir::LogicalResult box(BoxOp op);
  mlir::LogicalResult unbox(UnboxOp op);
  /// A value with room for a tensor, to be written once.
  mlir::FailureOr<mlir::Value> newBox(const TensorValue &t,
                                      mlir::IntegerAttr dtype);
  mlir::LogicalResult viewOp(mlir::Operation *op);
  mlir::LogicalResult view(mlir::Value result, const TensorValue &source,
                           llvm::SmallVector<mlir::OpFoldResult> sizes);
  void checkSameCount(llvm::ArrayRef<mlir::OpFoldResult> from,
                      llvm::ArrayRef<mlir::OpFoldResult> to);
  void checkEqual(mlir::OpFoldResult x, mlir::OpFoldResult y,
                  llvm::StringRef message);
  llvm::FailureOr<llvm::SmallVector<mlir::Value>>
  tiles(mlir::func::FuncOp tilesFunc, mlir::ValueRange operands);

  // Control flow (BufferizeControl.cpp).
  mlir::LogicalResult ifOp(mlir::scf::IfOp op);
  mlir::LogicalResult forOp(mlir::scf::ForOp op);
  mlir::LogicalResult whileOp(mlir::scf::WhileOp op);
  /// One value that a loop carries.
  struct Carried {
    mlir::Value init;  ///< a scalar's first value; null for tensors
    TensorValue value; ///< a tensor's own buffer and first sizes
    bool carriesSizes = false;

    bool isTensor() const { return !init; }
  };
  mlir::LogicalResult enterLoop(mlir::Operation *loop, mlir::ValueRange inits,
                                llvm::SmallVector<Carried> &carried);
  void initOperands(llvm::ArrayRef<Carried> carried,
                    llvm::SmallVector<mlir::Value> &operands);
  void bindCarried(llvm::ArrayRef<Carried> carried, mlir::ValueRange old,
                   mlir::ValueRange fresh);
  mlir::LogicalResult nextIteration(llvm::SmallVector<Carried> &carried,
                                    mlir::ValueRange yielded,
                                    llvm::SmallVector<mlir::Value> &operands,
                                    bool &again);

  /// Appends what stands for `v` in the new function: the scalar, or pointer
  /// and dynamic sizes.
  mlir::LogicalResult flatten(mlir::Value v,
                              llvm::SmallVector<mlir::Value> &into);
  /// The reverse: binds `v` to the next of `fresh`; a tensor's memory is the
  /// device's if `device`.
  void bind(mlir::Value v, mlir::ValueRange fresh, size_t &next,
            bool device = false);
  /// Whether `v` is a tensor in the device's memory.
  bool onDevice(mlir::Value v) { return tensors.lookup(v).device; }

  /// Memory with the contents of `t`, the host's or the device's.
  llvm::FailureOr<mlir::Value> pointer(const TensorValue &t,
                                       bool device = false);
  /// Memory with the contents of `tensor` that `user` may overwrite, the
  /// device's if `device`.
  llvm::FailureOr<mlir::Value>
  destination(mlir::Value tensor, mlir::Operation *user, bool device = false);
  CopyOp copy(mlir::Value to, mlir::Value from, mlir::Value bytes,
              bool fromDevice = false, bool toDevice = false);
  /// Whether nothing but `user` reads `v` and its memory is the schedule's own.
  bool mayOverwrite(mlir::Value v, mlir::Operation *user);

  mlir::Value index(mlir::OpFoldResult v);
  mlir::OpFoldResult multiply(mlir::OpFoldResult x, mlir::OpFoldResult y);
  llvm::FailureOr<int64_t> elementBits(mlir::Type type);
  llvm::FailureOr<mlir::Value>
  byteSize(llvm::ArrayRef<mlir::OpFoldResult> sizes, mlir::Type type);
  llvm::FailureOr<mlir::Value>
  allocate(llvm::ArrayRef<mlir::OpFoldResult> sizes, mlir::Type type,
           bool device = false);
  llvm::SmallVector<mlir::OpFoldResult>
  staticSizes(mlir::RankedTensorType type);
  mlir::OpFoldResult linearIndex(const TensorValue &t,
                                 mlir::ValueRange indices);
  mlir::Value elementAddress(mlir::Value ptr, mlir::Value linear,
                             mlir::Type element);
  mlir::Value loadElement(mlir::Value ptr, mlir::Value linear,
                          mlir::Type element);
  void storeElement(mlir::Value value, mlir::Value ptr, mlir::Value linear);

  mlir::OpBuilder b;
  mlir::Location loc;
  mlir::SymbolTable symbols;
  mlir::IRMapping scalars;
  llvm::DenseMap<mlir::Value, TensorValue> tensors;
  unsigned loopDepth = 0;
};

} // namespace cameo

#endif
