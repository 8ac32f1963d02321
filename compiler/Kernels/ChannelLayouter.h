// SPDX-License-Identifier: Apache-2.0
// The work of cameo-conv-layout on one block of operations: each operation that can work on
// channels in blocks is rebuilt so, in program order, and its result remembered; the conversion
// back is made only for those who need it.
#ifndef CAMEO_COMPILER_KERNELS_CHANNELLAYOUTER_H
#define CAMEO_COMPILER_KERNELS_CHANNELLAYOUTER_H

#include "compiler/Kernels/ChannelBlocks.h"
#include "compiler/Kernels/PaddedChannels.h"
#include "compiler/Kernels/TargetDescription.h"
#include "dialects/Cameo/Cameo.h"

namespace cameo {

/// Winograd's convolution: where it is faster, the same with 2x2 outputs at most, or nowhere.
enum class WinogradUse { Auto, Small, Off };

/// Whether a convolution of bytes is one of words on `target`.
bool takesBytes(ConvOp conv, const TargetDescription &target);
/// A convolution of bytes becomes one of floats, where these hold its sums, or
/// of integers.
void widenBytes(ConvOp conv);

class ChannelLayouter {
public:
  ChannelLayouter(mlir::Block &block, const TargetDescription &target,
                  WinogradUse winograd, bool weightsStayNear)
      : block(block), target(target), winograd(winograd),
        weightsStayNear(weightsStayNear), c(target.channelBlock()),
        b(block.getParentOp()->getContext()) {}
  void run();

private:
  struct Blocked {
    mlir::Value value;
    Padding padding;
  };

  static mlir::RankedTensorType typeOf(mlir::Value v) {
    return llvm::cast<mlir::RankedTensorType>(v.getType());
  }
  bool isPadded(mlir::RankedTensorType type) {
    return type.getDimSize(1) % c != 0;
  }
  /// The blocked form of `v`, made if there is none yet.
  mlir::Value blockedOf(mlir::Value v);
  void remember(mlir::Value plain, mlir::Value value, Padding padding) {
    blocked[plain] = {value, padding};
  }
  /// Gives the users of a replaced value what they need: its sizes, or the plain tensor.
  void restore(mlir::Value plain);

  // Each makes the blocked form of an operation, or leaves it and returns false.
  bool convert(ConvOp conv);
  bool convert(ConvTransposeOp conv);
  bool convert(PoolOp pool);
  bool convert(mlir::linalg::GenericOp op);
  bool convert(mlir::tensor::ExpandShapeOp op);
  bool convert(mlir::tensor::ExtractSliceOp op);
  bool convert(mlir::tensor::InsertSliceOp op);
  bool convert(mlir::tensor::PadOp op);

  bool blockedReads(mlir::linalg::GenericOp op,
                    llvm::SmallVector<mlir::tensor::ExtractOp> &reads);
  bool staysPlain(ConvOp conv);
  bool convertBytes(ConvOp conv);
  mlir::Value filterWords(mlir::Location loc, mlir::Value filter,
                          int64_t inBlock);
  mlir::Value depthwiseWords(mlir::Location loc, mlir::Value filter);
  bool startsBlockedChain(mlir::tensor::InsertSliceOp op);
  mlir::Value depthwiseFilter(mlir::Location loc, mlir::Value filter);
  mlir::Value diagonalFilter(mlir::Location loc, mlir::Value filter);
  int64_t chooseWinogradTile(ConvOp conv);
  mlir::Value winogradFilter(mlir::Location loc, mlir::Value filter,
                             int64_t tile);

  mlir::Block &block;
  const TargetDescription &target;
  WinogradUse winograd;
  /// Whether all weights of the model stay in the second-level cache from run to run, in any form.
  bool weightsStayNear;
  int64_t c;
  mlir::OpBuilder b;
  llvm::DenseMap<mlir::Value, Blocked> blocked;
  /// What comes of convolutions that stayed plain.
  llvm::DenseSet<mlir::Value> plain;
};

} // namespace cameo

#endif
