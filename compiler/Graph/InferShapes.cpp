// SPDX-License-Identifier: Apache-2.0
// The pass onnx-infer-shapes: specialises the inputs as the user asks, runs the
// ShapeInferrer and carries what it found to the function's signature and the
// names of the outputs' dimensions.
#include "compiler/Graph/Passes.h"
#include "dialects/ONNX/Control.h"
#include "dialects/ONNX/DataTypes.h"
#include "dialects/ONNX/ShapeInferrer.h"

using namespace mlir;

namespace cameo {
#define GEN_PASS_DEF_INFERSHAPES
#include "compiler/Graph/Passes.h.inc"

using namespace onnx;

namespace {
/// Inputs, their dimensions' names and the sizes that the user gives them.
class Specializer {
public:
  explicit Specializer(func::FuncOp func) : func(func) {}

  /// `NAME=V`.
  LogicalResult setDim(StringRef text) {
    auto [name, value] = text.rsplit('=');
    int64_t size;
    if (name.empty() || value.getAsInteger(10, size) || size < 0)
      return func.emitError() << "--dim " << text << ": expected NAME=SIZE";
    bool found = false;
    forEachDim([&](unsigned, unsigned, StringRef dim, int64_t) {
      found |= dim == name;
    });
    if (!found)
      return func.emitError()
             << "--dim " << text << ": no input has a dimension '" << name
             << "'; there are: " << dimNames();
    return bind(name, size);
  }

  /// `INPUT=AxBxC`.
  LogicalResult setShape(StringRef text) {
    auto [name, value] = text.rsplit('=');
    std::optional<unsigned> index;
    for (unsigned i = 0; i < func.getNumArguments(); ++i)
      if (argumentName(i) == name)
        index = i;
    if (!index)
      return func.emitError()
             << "--shape " << text << ": there is no input '" << name << "'";
    auto type = dyn_cast<TensorType>(func.getArgument(*index).getType());
    if (!type)
      return func.emitError()
             << "--shape " << text << ": the input is no tensor";
    SmallVector<StringRef> parts;
    if (!value.empty())
      value.split(parts, 'x');
    if (type.hasRank() && type.getRank() != static_cast<int64_t>(parts.size()))
      return func.emitError()
             << "--shape " << text << ": the input has rank " << type.getRank();
    SmallVector<int64_t> sizes;
    for (auto [i, part] : llvm::enumerate(parts)) {
      int64_t size = ShapedType::kDynamic;
      if (part != "?" && (part.getAsInteger(10, size) || size < 0))
        return func.emitError()
               << "--shape " << text << ": '" << part << "' is no size";
      if (part == "?" && type.hasRank())
        size = type.getDimSize(i);
      sizes.push_back(size);
    }
    func.getArgument(*index).setType(
        RankedTensorType::get(sizes, type.getElementType()));
    // The other inputs' dimensions of the same names have these sizes too.
    for (auto [i, size] : llvm::enumerate(sizes))
      if (StringRef dim = dimName(*index, i);
          !dim.empty() && !ShapedType::isDynamic(size))
        if (failed(bind(dim, size)))
          return failure();
    return success();
  }

  /// A static dimension has no name.
  void dropNames() {
    for (unsigned i = 0; i < func.getNumArguments(); ++i) {
      auto type = dyn_cast<RankedTensorType>(func.getArgument(i).getType());
      if (!type || !func.getArgAttr(i, "cameo.dims"))
        continue;
      SmallVector<StringRef> names;
      for (int64_t d = 0; d < type.getRank(); ++d)
        names.push_back(type.isDynamicDim(d) ? dimName(i, d) : "");
      func.setArgAttr(i, "cameo.dims",
                      Builder(func.getContext()).getStrArrayAttr(names));
    }
  }

private:
  StringRef argumentName(unsigned i) {
    auto name = func.getArgAttrOfType<StringAttr>(i, "cameo.name");
    return name ? name.getValue() : StringRef();
  }
  StringRef dimName(unsigned argument, unsigned dim) {
    auto names = func.getArgAttrOfType<ArrayAttr>(argument, "cameo.dims");
    if (!names || dim >= names.size())
      return "";
    auto name = dyn_cast<StringAttr>(names[dim]);
    return name ? name.getValue() : StringRef();
  }
  void forEachDim(
      llvm::function_ref<void(unsigned, unsigned, StringRef, int64_t)> fn) {
    for (BlockArgument argument : func.getArguments())
      if (auto type = dyn_cast<RankedTensorType>(argument.getType()))
        for (auto [d, size] : llvm::enumerate(type.getShape()))
          if (StringRef name = dimName(argument.getArgNumber(), d);
              !name.empty())
            fn(argument.getArgNumber(), d, name, size);
  }
  std::string dimNames() {
    llvm::SetVector<StringRef> names;
    forEachDim([&](unsigned, unsigned, StringRef name, int64_t) {
      names.insert(name);
    });
    return names.empty() ? "none" : llvm::join(names, ", ");
  }
  /// All dimensions of that name get that size.
  LogicalResult bind(StringRef name, int64_t size) {
    LogicalResult result = success();
    forEachDim([&](unsigned argument, unsigned dim, StringRef other,
                   int64_t old) {
      if (other != name)
        return;
      if (!ShapedType::isDynamic(old) && old != size) {
        if (succeeded(result))
          result = func.emitError()
                   << "dimension '" << name << "' would be both " << old
                   << " and " << size;
        return;
      }
      auto type = cast<RankedTensorType>(func.getArgument(argument).getType());
      SmallVector<int64_t> sizes(type.getShape());
      sizes[dim] = size;
      func.getArgument(argument).setType(
          RankedTensorType::get(sizes, type.getElementType()));
    });
    return result;
  }

  func::FuncOp func;
};

/// Whether a value of type `inferred` may be said to have type `declared`.
bool agree(Type declared, Type inferred) {
  auto x = dyn_cast<TensorType>(declared), y = dyn_cast<TensorType>(inferred);
  if (!x || !y)
    return !x;
  if (!isa<UnknownType>(x.getElementType()) &&
      x.getElementType() != y.getElementType())
    return false;
  return !x.hasRank() || !y.hasRank() ||
         (x.getRank() == y.getRank() && succeeded(verifyCompatibleShape(x, y)));
}

/// Whether ONNX has an element type of this name.
bool isDataTypeName(MLIRContext *context, StringRef name) {
  constexpr int64_t most = 64; // far beyond TensorProto.DataType's numbers
  for (int64_t i = 1; i < most; ++i)
    if (Type type = typeOfDataType(context, i);
        type && dataTypeName(type) == name)
      return true;
  return false;
}

struct InferShapes : impl::InferShapesBase<InferShapes> {
  using InferShapesBase::InferShapesBase;

  void runOnOperation() override {
    for (auto func : getOperation().getOps<func::FuncOp>())
      if (!func.isExternal() && failed(infer(func)))
        return signalPassFailure();
  }

  LogicalResult infer(func::FuncOp func) {
    Specializer specializer(func);
    for (StringRef text : inputShapes)
      if (failed(specializer.setShape(text)))
        return failure();
    for (StringRef text : dims)
      if (failed(specializer.setDim(text)))
        return failure();
    specializer.dropNames();

    // The library's description says what the model takes: text may say two
    // things, and who calls it believes the description.
    // Names that ONNX has not are told where the description is read.
    for (BlockArgument arg : func.getArguments()) {
      auto type = dyn_cast<TensorType>(arg.getType());
      auto stated =
          func.getArgAttrOfType<StringAttr>(arg.getArgNumber(), "cameo.dtype");
      if (type && stated && isDataTypeName(&getContext(), stated.getValue()))
        func.setArgAttr(arg.getArgNumber(), "cameo.dtype",
                        StringAttr::get(&getContext(),
                                        dataTypeName(type.getElementType())));
    }

    auto terminator = func.getBody().front().getTerminator();
    SmallVector<Type> declared(terminator->getOperandTypes());
    ShapeInferrer shapes(func);
    if (failed(shapes.run()))
      return failure();
    // What the model promises to be there is taken out of its optional.
    for (auto [type, operand] :
         llvm::zip_equal(declared, terminator->getOpOperands())) {
      auto optional = dyn_cast<OptType>(operand.get().getType());
      if (!optional || isa<OptType, UnknownType>(type))
        continue;
      OpBuilder b(terminator);
      operand.set(OptionalGetElementOp::create(
          b, operand.get().getLoc(), optional.getElementType(), operand.get()));
    }
    for (auto [i, value] : llvm::enumerate(terminator->getOperands())) {
      if (!agree(declared[i], value.getType())) {
        auto name = func.getResultAttrOfType<StringAttr>(i, "cameo.name");
        emitWarning(value.getLoc())
            << "output '" << (name ? name.getValue() : "")
            << "' is declared as " << declared[i] << " but is "
            << value.getType();
      }
      // The library's description says what the model computes, whatever the
      // file declares.
      auto type = dyn_cast<TensorType>(value.getType());
      if (type && func.getResultAttr(i, "cameo.dtype"))
        func.setResultAttr(
            i, "cameo.dtype",
            StringAttr::get(&getContext(),
                            dataTypeName(type.getElementType())));
      nameDims(func, i, value, shapes);
    }
    func.setFunctionType(FunctionType::get(&getContext(),
                                           func.getBody().getArgumentTypes(),
                                           terminator->getOperandTypes()));
    return success();
  }

  /// Dimensions of outputs that are those of inputs get their names; others
  /// keep what they have.
  void nameDims(func::FuncOp func, unsigned result, Value value,
                ShapeInferrer &shapes) {
    auto type = dyn_cast<RankedTensorType>(value.getType());
    if (!type)
      return;
    auto old = func.getResultAttrOfType<ArrayAttr>(result, "cameo.dims");
    SmallVector<std::string> names;
    for (int64_t d = 0; d < type.getRank(); ++d) {
      std::string name;
      if (type.isDynamicDim(d)) {
        name = shapes.dim(value, d).name().str();
        if (name.empty() && old &&
            old.size() == static_cast<size_t>(type.getRank()))
          if (auto given = dyn_cast<StringAttr>(old[d]))
            name = given.getValue().str();
      }
      names.push_back(std::move(name));
    }
    SmallVector<StringRef> refs(names.begin(), names.end());
    func.setResultAttr(result, "cameo.dims",
                       Builder(&getContext()).getStrArrayAttr(refs));
  }
};
} // namespace
} // namespace cameo
