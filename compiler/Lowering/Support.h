// SPDX-License-Identifier: Apache-2.0
// What lowerings share: sizes, destinations, element-wise computations with broadcasting,
// reductions, reshapes and other data movement, all on lowered tensors.
#ifndef CAMEO_COMPILER_LOWERING_SUPPORT_H
#define CAMEO_COMPILER_LOWERING_SUPPORT_H

#include "compiler/Lowering/Lowerer.h"
#include "compiler/Lowering/Scalars.h"

namespace cameo {

using Sizes = llvm::SmallVector<mlir::OpFoldResult>;

/// What the lowering of an operator with one result returns.
inline LoweredValues one(mlir::Value v) {
  return llvm::SmallVector<mlir::Value>{v};
}

//===-- Sizes -------------------------------------------------------------===//

/// Size `i` of a lowered tensor: an index attribute where static.
mlir::OpFoldResult dim(Lowerer &l, mlir::Value tensor, int64_t i);
Sizes dims(Lowerer &l, mlir::Value tensor);
/// Index attributes for constants.
mlir::OpFoldResult size(Lowerer &l, int64_t n);
Sizes sizes(Lowerer &l, llvm::ArrayRef<int64_t> n);
/// Element `i` of an integer onnx tensor, as an index; constant where the graph tells.
mlir::OpFoldResult element(Lowerer &l, mlir::Value onnxInts, int64_t i);
/// The number of elements of an onnx list of integers; nullopt if only the run knows.
std::optional<int64_t> lengthOf(mlir::Value onnxInts);
/// The same; where only the run knows, it is checked to be `expected`.
int64_t lengthOr(Lowerer &l, mlir::Value onnxInts, int64_t expected);
/// An onnx list holds `parts` values per axis, part after part: for each part and each of `rank`
/// dimensions the value (type index) at the place that `onnxAxes` (absent: in order) gives it, or
/// `otherwise`. A null list stands for ones. For lists whose length only the run knows.
llvm::SmallVector<mlir::Value> entriesByAxis(Lowerer &l, mlir::Value onnxList,
                                             int64_t parts,
                                             mlir::Value onnxAxes, int64_t rank,
                                             int64_t otherwise);
/// `computed` as dimension `i` of an onnx result: where the graph states the size, that (checked at
/// run time if `computed` stems from data), else `computed`, checked not to be negative.
mlir::OpFoldResult settleSize(Lowerer &l, mlir::Value onnxResult, int64_t i,
                              mlir::OpFoldResult computed);
/// For axes that only the run knows: whether dimension d of `rank` is among them (i1), for each d.
llvm::SmallVector<mlir::Value> axisMasks(Lowerer &l, mlir::Value onnxAxes,
                                         int64_t rank);
/// The `count` sizes that remain without those masked.
Sizes unmasked(Lowerer &l, llvm::ArrayRef<mlir::OpFoldResult> sizes,
               llvm::ArrayRef<mlir::Value> masks, int64_t count);
/// As a value of type index.
mlir::Value toValue(Lowerer &l, mlir::OpFoldResult size);
llvm::SmallVector<mlir::Value>
toValues(Lowerer &l, llvm::ArrayRef<mlir::OpFoldResult> sizes);
mlir::OpFoldResult add(Lowerer &l, mlir::OpFoldResult a, mlir::OpFoldResult b);
mlir::OpFoldResult sub(Lowerer &l, mlir::OpFoldResult a, mlir::OpFoldResult b);
mlir::OpFoldResult mul(Lowerer &l, mlir::OpFoldResult a, mlir::OpFoldResult b);
/// a / b for a >= 0 and b > 0.
mlir::OpFoldResult floorDiv(Lowerer &l, mlir::OpFoldResult a,
                            mlir::OpFoldResult b);
mlir::OpFoldResult minimum(Lowerer &l, mlir::OpFoldResult a,
                           mlir::OpFoldResult b);
mlir::OpFoldResult maximum(Lowerer &l, mlir::OpFoldResult a,
                           mlir::OpFoldResult b);
mlir::OpFoldResult product(Lowerer &l,
                           llvm::ArrayRef<mlir::OpFoldResult> sizes);
/// Whether both are surely the same number.
bool sameSize(Lowerer &l, mlir::OpFoldResult a, mlir::OpFoldResult b);
bool sameDim(Lowerer &l, mlir::Value a, int64_t i, mlir::Value b, int64_t j);
/// `axis` counted from the front, where the operator's shape rule has checked
/// its range.
int64_t axisOf(int64_t axis, int64_t rank);
/// `axis` made non-negative; nullopt if out of range.
std::optional<int64_t> normaliseAxis(int64_t axis, int64_t rank);

/// "model.onnx: node 'name' (Op): reason", of what the location tells.
std::string message(Lowerer &l, const llvm::Twine &reason);
/// Ends the run with an error naming node, operator and `reason` unless `condition` (i1) holds.
void check(Lowerer &l, mlir::Value condition, const llvm::Twine &reason);
/// The same for two sizes that must agree; nothing where they surely do.
void checkSame(Lowerer &l, mlir::OpFoldResult a, mlir::OpFoldResult b,
               const llvm::Twine &reason);

//===-- Constants ---------------------------------------------------------===//

/// The elements of a constant onnx value (integers or bool / floats); nullopt if it is none.
std::optional<llvm::SmallVector<int64_t>> constantInts(mlir::Value onnxValue);
std::optional<llvm::SmallVector<double>> constantFloats(mlir::Value onnxValue);
/// An attribute of an onnx tensor under its lowered type, large data shared, not copied.
mlir::TypedAttr convertElements(mlir::ElementsAttr onnxElements);
mlir::Value constantTensor(Lowerer &l, llvm::ArrayRef<int64_t> values,
                           mlir::Type element);
/// The attribute of a number in any lowered element type.
mlir::TypedAttr numberAttr(mlir::Type element, double value);
mlir::TypedAttr numberAttr(mlir::Type element, int64_t value);
/// The smallest and largest number of a lowered element type (infinities of floats).
mlir::TypedAttr lowestAttr(mlir::Type element, bool isUnsigned);
mlir::TypedAttr highestAttr(mlir::Type element, bool isUnsigned);

//===-- Destinations ------------------------------------------------------===//

mlir::Value empty(Lowerer &l, llvm::ArrayRef<mlir::OpFoldResult> sizes,
                  mlir::Type element);
/// A tensor full of one scalar.
mlir::Value fill(Lowerer &l, llvm::ArrayRef<mlir::OpFoldResult> sizes,
                 mlir::TypedAttr scalar);
mlir::Value fill(Lowerer &l, llvm::ArrayRef<mlir::OpFoldResult> sizes,
                 mlir::Value scalar);
/// The sizes of an onnx value where its type states them, `dynamic` elsewhere.
Sizes refine(Lowerer &l, mlir::Value onnxValue,
             llvm::ArrayRef<mlir::OpFoldResult> dynamic);

//===-- Computations ------------------------------------------------------===//

using ScalarBody =
    llvm::function_ref<mlir::Value(Scalars &, llvm::ArrayRef<Scalar>)>;

/// One `body` per element of the inputs, numpy-broadcast; on lowered tensors, arguments as they
/// are in memory. `like`, if given, is an onnx value whose static sizes the result has.
mlir::Value elementwise(Lowerer &l, mlir::Type element, mlir::ValueRange inputs,
                        ScalarBody body, mlir::Value like = {});
/// The same on onnx values: arguments come and go in the form to compute with (bool as i1, narrow
/// floats as f32), signed as their onnx types are.
mlir::Value elementwiseOnnx(Lowerer &l, mlir::Value onnxResult,
                            mlir::ValueRange onnxInputs, ScalarBody body);

/// The sizes of lowered tensors broadcast together, checked at run time where in doubt.
Sizes broadcastSizes(Lowerer &l, mlir::ValueRange tensors);
/// A tensor broadcast to `sizes` (of its rank or a higher one).
mlir::Value broadcastTo(Lowerer &l, mlir::Value tensor,
                        llvm::ArrayRef<mlir::OpFoldResult> sizes);

/// A generic with maps of one's own; the output is indexed by the loops for which `outMap` says so.
mlir::Value generic(Lowerer &l, mlir::Value init, mlir::ValueRange inputs,
                    llvm::ArrayRef<mlir::AffineMap> maps,
                    llvm::ArrayRef<mlir::utils::IteratorType> iterators,
                    ScalarBody body);

/// A tensor whose elements `body` makes from their indices (type index); it may read other
/// tensors by Scalars::extract.
mlir::Value generate(Lowerer &l, llvm::ArrayRef<mlir::OpFoldResult> sizes,
                     mlir::Type element, ScalarBody body);

/// Folds `body(element, accumulator)` over `axes` (non-negative) from `identity`, whose type is
/// the result's; the axes are dropped. The element comes as it is in memory.
mlir::Value
reduce(Lowerer &l, mlir::Value tensor, llvm::ArrayRef<int64_t> axes,
       mlir::TypedAttr identity,
       llvm::function_ref<mlir::Value(Scalars &, Scalar, Scalar)> body);

/// A sum of products, of a and (if given) b: dimension i of `a` runs with loop aLoops[i] (-1: it has
/// size 1 and broadcasts). The first `outRank` loops index the result, the others are summed over.
/// Half floats are summed up in f32.
mlir::Value contract(Lowerer &l, mlir::Value a, llvm::ArrayRef<int64_t> aLoops,
                     mlir::Value b, llvm::ArrayRef<int64_t> bLoops,
                     llvm::ArrayRef<mlir::OpFoldResult> loopSizes,
                     int64_t outRank, mlir::Type element);
/// numpy.matmul of two lowered tensors of one element type.
mlir::Value matmul(Lowerer &l, mlir::Value a, mlir::Value b);

//===-- Data movement -----------------------------------------------------===//

/// The same elements in order under other sizes (as many elements, as the caller has checked).
mlir::Value reshape(Lowerer &l, mlir::Value tensor,
                    llvm::ArrayRef<mlir::OpFoldResult> sizes);
/// Inserts dimensions of size 1 at `axes` of the result (sorted).
mlir::Value unsqueeze(Lowerer &l, mlir::Value tensor,
                      llvm::ArrayRef<int64_t> axes);
/// Drops the dimensions `axes` (sorted), which have size 1.
mlir::Value squeeze(Lowerer &l, mlir::Value tensor,
                    llvm::ArrayRef<int64_t> axes);
mlir::Value transpose(Lowerer &l, mlir::Value tensor,
                      llvm::ArrayRef<int64_t> permutation);
/// ONNX's Cast on a lowered tensor.
mlir::Value castTensor(Lowerer &l, mlir::Value tensor, mlir::Type fromOnnx,
                       mlir::Type toOnnx, bool saturate = true,
                       llvm::StringRef roundMode = "up");
/// Elements [offset, offset + size) along one axis.
mlir::Value sliceAxis(Lowerer &l, mlir::Value tensor, int64_t axis,
                      mlir::OpFoldResult offset, mlir::OpFoldResult size);
mlir::Value concat(Lowerer &l, mlir::ValueRange tensors, int64_t axis);
/// Element `i` of a 1-D (or the element of a 0-D) lowered integer tensor, as
/// index; an error, at compile time or at run time, if there is none.
mlir::Value extractIndex(Lowerer &l, mlir::Value tensor, int64_t i,
                         bool isUnsigned = false);
/// The element of a lowered tensor that must have just one, whatever its rank;
/// an error, at compile time or at run time, if it has not.
mlir::Value theElement(Lowerer &l, mlir::Value tensor);

} // namespace cameo

#endif
