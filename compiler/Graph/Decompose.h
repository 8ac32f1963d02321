// SPDX-License-Identifier: Apache-2.0
// How operators of com.microsoft become operators of ONNX that compute the
// same.
#ifndef CAMEO_COMPILER_GRAPH_DECOMPOSE_H
#define CAMEO_COMPILER_GRAPH_DECOMPOSE_H

#include "compiler/Graph/Rewrite.h"
#include "dialects/ONNX/Contrib.h"

namespace cameo {

/// Makes operators, whose types shape inference will find.
class Maker {
public:
  Maker(mlir::OpBuilder &b, mlir::Location loc) : b(b), loc(loc) {}
  mlir::OpBuilder &b;
  mlir::Location loc;

  using Attrs = llvm::ArrayRef<mlir::NamedAttribute>;
  /// An operator of ONNX with `results` results and `absent` that nobody asks
  /// for. Null operands are absent.
  llvm::SmallVector<mlir::Value> all(llvm::StringRef op,
                                     llvm::ArrayRef<mlir::Value> operands,
                                     unsigned results, Attrs attrs = {},
                                     unsigned absent = 0);
  mlir::Value operator()(llvm::StringRef op,
                         llvm::ArrayRef<mlir::Value> operands,
                         Attrs attrs = {}) {
    return all(op, operands, 1, attrs)[0];
  }

  mlir::NamedAttribute attr(llvm::StringRef name, int64_t value);
  mlir::NamedAttribute attr(llvm::StringRef name, double value);
  mlir::NamedAttribute attr(llvm::StringRef name, llvm::StringRef value);
  mlir::NamedAttribute attr(llvm::StringRef name,
                            llvm::ArrayRef<int64_t> values);

  mlir::Value ints(llvm::ArrayRef<int64_t> values) {
    return makeInts(b, loc, values);
  }
  mlir::Value f32(double value) {
    return makeFloat(b, loc, b.getF32Type(), value);
  }
  mlir::Value transpose(mlir::Value x, llvm::ArrayRef<int64_t> permutation) {
    return (*this)("Transpose", {x}, {attr("perm", permutation)});
  }
  /// Channels from dimension 1 to the end, and back.
  mlir::Value channelsFirst(mlir::Value x, int64_t rank);
  mlir::Value channelsLast(mlir::Value x, int64_t rank);
  mlir::Value cast(mlir::Value x, int64_t dataType) {
    return (*this)("Cast", {x}, {attr("to", dataType)});
  }
  /// A tensor<1xi64>, its element as a scalar.
  mlir::Value scalar(mlir::Value one) {
    return (*this)("Reshape", {one, ints({})});
  }
  /// Size `i` of a tensor, as a tensor<1xi64>.
  mlir::Value size(mlir::Value x, int64_t i) {
    return (*this)("Shape", {x}, {attr("start", i), attr("end", i + 1)});
  }
  /// `x` in the shape whose sizes the parts, tensor<1xi64> each, are.
  mlir::Value reshape(mlir::Value x, llvm::ArrayRef<mlir::Value> sizes) {
    return (*this)("Reshape", {x, concat(sizes, 0)});
  }
  mlir::Value concat(llvm::ArrayRef<mlir::Value> parts, int64_t axis) {
    return (*this)("Concat", parts, {attr("axis", axis)});
  }
  mlir::Value toFloat(mlir::Value x) {
    return (*this)("Cast", {x}, {attr("to", int64_t(1))});
  }
};

/// Values for all results of `op`, or nothing where it cannot be told yet.
using Decomposition = std::optional<llvm::SmallVector<mlir::Value>>;
using Decompose = std::function<Decomposition(mlir::Operation *, Maker &)>;

class DecompositionTable {
public:
  template <typename Op, typename Fn> void add(Fn fn) {
    fns[Op::getOperationName()] = [fn](mlir::Operation *op, Maker &m) {
      return fn(llvm::cast<Op>(op), m);
    };
  }
  const Decompose *lookup(llvm::StringRef name) const {
    auto it = fns.find(name);
    return it == fns.end() ? nullptr : &it->second;
  }

private:
  llvm::StringMap<Decompose> fns;
};

void addFusedDecompositions(DecompositionTable &);
void addQuantizedDecompositions(DecompositionTable &);
void addModelPartDecompositions(DecompositionTable &);
void addExpertDecompositions(DecompositionTable &);
void addPackedDecompositions(DecompositionTable &);
void addSparseDecompositions(DecompositionTable &);
void addDecoderDecompositions(DecompositionTable &);
void addSearchDecompositions(DecompositionTable &);
void addBeamSearchDecomposition(DecompositionTable &);

} // namespace cameo

#endif
