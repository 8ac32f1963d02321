// SPDX-License-Identifier: Apache-2.0
// Registration, verifiers and syntax of the cameo dialect.
#include "dialects/Cameo/CameoBFloat.h"
#include "dialects/Cameo/CameoCaches.h"
#include "dialects/Cameo/CameoCalls.h"
#include "dialects/Cameo/Device.h"
#include "mlir/Dialect/MemRef/IR/MemRef.h"
#include "mlir/IR/DialectImplementation.h"
#include "mlir/IR/PatternMatch.h"
#include "mlir/Interfaces/FunctionImplementation.h"
#include "llvm/ADT/TypeSwitch.h"

using namespace mlir;
using namespace cameo;

#include "dialects/Cameo/CameoDialect.cpp.inc"
#include "dialects/Cameo/CameoEnums.cpp.inc"

#define GET_TYPEDEF_CLASSES
#include "dialects/Cameo/CameoTypes.cpp.inc"

#define GET_OP_CLASSES
#include "dialects/Cameo/CameoOps.cpp.inc"
#define GET_OP_CLASSES
#include "dialects/Cameo/CameoBFloatOps.cpp.inc"
#define GET_OP_CLASSES
#include "dialects/Cameo/CameoCacheOps.cpp.inc"
#define GET_OP_CLASSES
#include "dialects/Cameo/CameoCallOps.cpp.inc"
#define GET_OP_CLASSES
#include "dialects/Cameo/CameoDeviceOps.cpp.inc"

void CameoDialect::initialize() {
  addTypes<
#define GET_TYPEDEF_LIST
#include "dialects/Cameo/CameoTypes.cpp.inc"
      >();
  addOperations<
#define GET_OP_LIST
#include "dialects/Cameo/CameoOps.cpp.inc"
      >();
  addOperations<
#define GET_OP_LIST
#include "dialects/Cameo/CameoBFloatOps.cpp.inc"
      >();
  addOperations<
#define GET_OP_LIST
#include "dialects/Cameo/CameoCacheOps.cpp.inc"
      >();
  addOperations<
#define GET_OP_LIST
#include "dialects/Cameo/CameoCallOps.cpp.inc"
      >();
  addOperations<
#define GET_OP_LIST
#include "dialects/Cameo/CameoDeviceOps.cpp.inc"
      >();
}

//===-- kernel ------------------------------------------------------------===//

void KernelOp::build(OpBuilder &b, OperationState &state, StringRef name,
                     FunctionType type, int64_t numOuts) {
  state.addAttribute(getSymNameAttrName(state.name), b.getStringAttr(name));
  state.addAttribute(getFunctionTypeAttrName(state.name), TypeAttr::get(type));
  state.addAttribute(getNumOutsAttrName(state.name),
                     b.getI64IntegerAttr(numOuts));
  Region *body = state.addRegion();
  Block &block = body->emplaceBlock();
  for (Type t : type.getInputs())
    block.addArgument(t, state.location);
}

ParseResult KernelOp::parse(OpAsmParser &parser, OperationState &result) {
  auto buildType = [](Builder &b, ArrayRef<Type> args, ArrayRef<Type> results,
                      function_interface_impl::VariadicFlag, std::string &) {
    return b.getFunctionType(args, results);
  };
  return function_interface_impl::parseFunctionOp(
      parser, result, /*allowVariadic=*/false,
      getFunctionTypeAttrName(result.name), buildType,
      getArgAttrsAttrName(result.name), getResAttrsAttrName(result.name));
}

void KernelOp::print(OpAsmPrinter &p) {
  function_interface_impl::printFunctionOp(
      p, *this, /*isVariadic=*/false, getFunctionTypeAttrName(),
      getArgAttrsAttrName(), getResAttrsAttrName());
}

ReturnOp KernelOp::getReturn() {
  return cast<ReturnOp>(getBody().front().getTerminator());
}

BlockArgument KernelOp::getOut(unsigned i) {
  Block &block = getBody().front();
  return block.getArgument(block.getNumArguments() - getNumOuts() + i);
}

LogicalResult KernelOp::verify() {
  unsigned outs = getNumOuts();
  if (getResultTypes().size() != outs || getArgumentTypes().size() < outs)
    return emitOpError("has ") << getResultTypes().size() << " results for "
                               << outs << " destinations";
  if (getArgumentTypes().take_back(outs) != getResultTypes())
    return emitOpError("results must have the types of the last arguments");
  auto ret = dyn_cast<ReturnOp>(getBody().front().getTerminator());
  if (!ret || ret.getOperandTypes() != getResultTypes())
    return emitOpError("must end in a cameo.return of its result types");
  return success();
}

//===-- launch ------------------------------------------------------------===//

/// Whether a value of type `known` can stand where `type` is asked for: the same, or a tensor of
/// which more sizes are known.
static bool isAtLeastAsStatic(Type known, Type type) {
  auto from = dyn_cast<RankedTensorType>(known),
       to = dyn_cast<RankedTensorType>(type);
  if (!from || !to)
    return known == type;
  return from.getElementType() == to.getElementType() &&
         from.getRank() == to.getRank() &&
         from.getEncoding() == to.getEncoding() &&
         llvm::all_of_zip(from.getShape(), to.getShape(),
                          [](int64_t have, int64_t want) {
                            return ShapedType::isDynamic(want) || have == want;
                          });
}

LogicalResult LaunchOp::verifySymbolUses(SymbolTableCollection &symbols) {
  auto kernel =
      symbols.lookupNearestSymbolFrom<KernelOp>(*this, getCalleeAttr());
  // After the back end has replaced kernels by functions, there is nothing left to compare.
  if (!kernel)
    return symbols.lookupNearestSymbolFrom(*this, getCalleeAttr())
               ? success()
               : emitOpError("calls unknown kernel ") << getCalleeAttr();
  if (!llvm::all_of(
          getOperandTypes(),
          llvm::IsaPred<TensorType, IndexType, IntegerType, FloatType>))
    return success();
  if (getNumOperands() != kernel.getArgumentTypes().size() ||
      !llvm::all_of_zip(getOperandTypes(), kernel.getArgumentTypes(),
                        isAtLeastAsStatic))
    return emitOpError("operands do not match the kernel's arguments");
  return success();
}

bool LaunchOp::hasTypesOf(KernelOp kernel) {
  return getOperandTypes() == TypeRange(kernel.getArgumentTypes());
}

//===-- compute -----------------------------------------------------------===//

/// The type under which an operand appears in the region.
static Type regionType(Type t) {
  if (auto tensor = dyn_cast<RankedTensorType>(t))
    return MemRefType::get(tensor.getShape(), tensor.getElementType());
  return t;
}

void ComputeOp::build(
    OpBuilder &b, OperationState &state, Value tiles, ValueRange inputs,
    ValueRange outs,
    function_ref<void(OpBuilder &, Location, ValueRange)> body) {
  SmallVector<Type> results(outs.getTypes());
  build(b, state, results, tiles, inputs, outs);
  OpBuilder::InsertionGuard guard(b);
  Region &region = *state.regions.front();
  Block *block = b.createBlock(&region);
  if (tiles)
    block->addArgument(b.getIndexType(), state.location);
  for (Value v : inputs)
    block->addArgument(regionType(v.getType()), state.location);
  for (Value v : outs)
    block->addArgument(regionType(v.getType()), state.location);
  body(b, state.location, block->getArguments());
  YieldOp::create(b, state.location);
}

/// The end of a computation on buffers, which yields nothing.
void YieldOp::build(OpBuilder &, OperationState &) {}

/// MLIR folds a tensor.cast into whoever takes destinations (tensor::CastOp's patterns), which
/// leaves the region with buffers of the sizes known before: they become the operands', seen in
/// the region under their old type.
static LogicalResult refineBuffers(ComputeOp op, PatternRewriter &rewriter) {
  Block &body = op.getBody().front();
  auto buffers = body.getArguments().drop_front(op.getTiles() ? 1 : 0);
  auto operands = llvm::concat<Value>(op.getInputs(), op.getOuts());
  bool changed = false;
  rewriter.setInsertionPointToStart(&body);
  for (auto [buffer, operand] : llvm::zip_equal(buffers, operands)) {
    Type old = buffer.getType(), now = regionType(operand.getType());
    if (old == now)
      continue;
    changed = true;
    rewriter.modifyOpInPlace(op, [&] { buffer.setType(now); });
    if (buffer.use_empty())
      continue;
    auto cast = memref::CastOp::create(rewriter, op.getLoc(), old, buffer);
    rewriter.replaceAllUsesExcept(buffer, cast, cast);
  }
  return success(changed);
}

void ComputeOp::getCanonicalizationPatterns(RewritePatternSet &patterns,
                                            MLIRContext *) {
  patterns.add(refineBuffers);
}

LogicalResult ComputeOp::verify() {
  SmallVector<Type> expected;
  if (getTiles())
    expected.push_back(IndexType::get(getContext()));
  for (Value v : getInputs())
    expected.push_back(regionType(v.getType()));
  for (Value v : getOuts())
    expected.push_back(regionType(v.getType()));
  if (TypeRange(getBody().front().getArgumentTypes()) != TypeRange(expected))
    return emitOpError(
        "region arguments must be the tile, then the operands' buffers");
  if (!isa<YieldOp>(getBody().front().getTerminator()))
    return emitOpError("region must end in cameo.yield");
  return success();
}

//===-- calls of C functions ----------------------------------------------===//

LogicalResult StringsOp::verify() {
  if (auto type = dyn_cast<RankedTensorType>(getType());
      type && type.getNumElements() != static_cast<int64_t>(getValues().size()))
    return emitOpError("has ") << getValues().size() << " strings for " << type;
  for (auto value : getValues().getAsRange<StringAttr>())
    if (value.getValue().contains('\0'))
      return emitOpError("strings must not hold a zero byte");
  return success();
}

void HostCallOp::getEffects(
    SmallVectorImpl<SideEffects::EffectInstance<MemoryEffects::Effect>>
        &effects) {
  if (getPure())
    return;
  effects.emplace_back(MemoryEffects::Read::get());
  effects.emplace_back(MemoryEffects::Write::get());
}

Value HostCallOp::getSizeOf(unsigned result, int64_t dim) {
  size_t next = 0;
  for (auto [i, type] : llvm::enumerate(getResultTypes())) {
    if (allocatesResult(i))
      continue;
    for (auto [d, size] :
         llvm::enumerate(cast<RankedTensorType>(type).getShape()))
      if (ShapedType::isDynamic(size)) {
        if (i == result && static_cast<int64_t>(d) == dim)
          return getSizes()[next];
        ++next;
      }
  }
  return {};
}

/// Whether `a` is a constant that runtime/include/cameo/operator.h can hand to a function.
static bool isParameter(Attribute a) {
  if (auto array = dyn_cast<ArrayAttr>(a))
    return llvm::all_of(array, [](Attribute e) { return isa<StringAttr>(e); });
  auto integer = dyn_cast<IntegerAttr>(a);
  return (integer && integer.getValue().getSignificantBits() <= 64) ||
         isa<StringAttr, FloatAttr, DenseI64ArrayAttr, DenseF32ArrayAttr>(a);
}

LogicalResult HostCallOp::verify() {
  if (getDtypes().size() != getInputs().size() + getNumResults())
    return emitOpError("needs one element type for each input and result");
  int64_t last = -1;
  for (int64_t i : getAllocates()) {
    if (i <= last || i >= getNumResults())
      return emitOpError("'allocates' must number results in ascending order");
    last = i;
  }
  size_t dynamic = 0;
  for (auto [i, type] : llvm::enumerate(getResultTypes()))
    if (!allocatesResult(i))
      dynamic += cast<RankedTensorType>(type).getNumDynamicDims();
  if (getSizes().size() != dynamic)
    return emitOpError("has ") << getSizes().size() << " sizes for " << dynamic
                               << " dynamic dimensions";
  for (NamedAttribute a : getParameters())
    if (!isParameter(a.getValue()))
      return emitOpError("parameter '")
             << a.getName().getValue() << "' is no constant that a "
             << "function can take";
  return success();
}

//===-- window operations -------------------------------------------------===//

template <typename Op> static LogicalResult verifyWindow(Op op) {
  size_t rank = op.getStrides().size();
  if (rank == 0 || op.getDilations().size() != rank ||
      op.getPads().size() != 2 * rank)
    return op.emitOpError(
        "needs strides and dilations of one length and pads of twice that");
  auto positive = [](int64_t v) { return v > 0; };
  if (!llvm::all_of(op.getStrides(), positive) ||
      !llvm::all_of(op.getDilations(), positive))
    return op.emitOpError("strides and dilations must be positive");
  if (op.getOut().getType() != op.getResult().getType())
    return op.emitOpError("result and destination differ in type");
  return success();
}

LogicalResult ConvOp::verify() { return verifyWindow(*this); }
LogicalResult ConvTransposeOp::verify() { return verifyWindow(*this); }
LogicalResult PoolOp::verify() {
  if (getKernel().size() != getStrides().size())
    return emitOpError("kernel and strides differ in length");
  return verifyWindow(*this);
}

//===-- recurrent layers --------------------------------------------------===//

bool RecurrenceOp::isPacked() {
  return !getWeights().empty() &&
         cast<RankedTensorType>(getWeights()[0].getType()).getRank() == 5;
}
int64_t RecurrenceOp::getHidden() {
  return cast<RankedTensorType>(getStates()[0].getType()).getDimSize(2);
}
int64_t RecurrenceOp::getNumProducts(unsigned i) {
  // The arguments that are no products are known in number.
  int64_t others = getGates() + getStates().size() + getVectors().size();
  for (unsigned s = 0; s < i; ++s)
    others += getStages()[s].front().getTerminator()->getNumOperands();
  return getStages()[i].getNumArguments() - others;
}

LogicalResult RecurrenceOp::verify() {
  if (getGates() < 1 || getNumDirections() < 1 || getStates().empty() ||
      getWeights().empty() || getWeights().size() != getStages().size())
    return emitOpError(
        "needs gates, directions, states, and weights for each stage");
  auto rank = [](ValueRange values, int64_t want) {
    return llvm::all_of(values, [&](Value v) {
      return cast<RankedTensorType>(v.getType()).getRank() == want;
    });
  };
  if (!rank(getInputs(), 3) || !rank(getStates(), 3) ||
      !rank(getVectors(), 2) || !rank(getWeights(), isPacked() ? 5 : 3) ||
      (getLengths() && !rank(getLengths(), 1)))
    return emitOpError("has an operand of a wrong rank");
  if (getOuts().size() != getStates().size() + 1 || !rank(getOuts()[0], 4) ||
      !rank(getOuts().drop_front(), 3) ||
      TypeRange(getOuts()) != TypeRange(getResults()))
    return emitOpError(
        "needs a destination for all steps and one for each state");
  Type element = getElementTypeOrSelf(getInputs().getType());
  if (!isa<FloatType>(element))
    return emitOpError("works on floats");
  SmallVector<Value> floats(getWeights());
  llvm::append_range(floats, getStates());
  llvm::append_range(floats, getVectors());
  llvm::append_range(floats, getOuts());
  for (Value v : floats)
    if (getElementTypeOrSelf(v.getType()) != element)
      return emitOpError("has operands of different element types");
  if (getLengths() &&
      !isa<IntegerType>(getElementTypeOrSelf(getLengths().getType())))
    return emitOpError("lengths must be integers");
  for (auto [i, region] : llvm::enumerate(getStages())) {
    auto yield = dyn_cast<YieldOp>(region.front().getTerminator());
    if (!yield || yield.getValues().empty())
      return emitOpError("stage ") << i << " yields nothing";
    SmallVector<Value> numbers(yield.getValues());
    llvm::append_range(numbers, region.getArguments());
    for (Value v : numbers)
      if (v.getType() != element)
        return emitOpError("stage ")
               << i << " computes with other types than the operands'";
    if (getNumProducts(i) < 1)
      return emitOpError("stage ") << i << " has too few arguments";
  }
  if (getStages().back().front().getTerminator()->getNumOperands() !=
      getStates().size())
    return emitOpError("the last stage yields the states");
  return success();
}

//===-- decision trees ----------------------------------------------------===//

LogicalResult WordsOp::verify() {
  auto from = cast<RankedTensorType>(getSource().getType()),
       to = cast<RankedTensorType>(getResult().getType());
  Type element = from.getElementType();
  if (from.getRank() == 0 || from.getRank() != to.getRank() ||
      !(element.isInteger(8) || element.isBF16()) ||
      !to.getElementType().isInteger(32) ||
      from.getShape().drop_back() != to.getShape().drop_back())
    return emitOpError("takes rows of i8 or bf16 and gives as many of i32");
  int64_t size = from.getShape().back(),
          perWord = 32 / element.getIntOrFloatBitWidth();
  if (ShapedType::isDynamic(size) || size % perWord != 0 ||
      to.getShape().back() != size / perWord)
    return emitOpError("needs rows of a known multiple of four bytes");
  return success();
}

/// A cache's types differ in the size along `axis` alone, which the run knows.
static LogicalResult verifyCache(Operation *op, Type from, Type to,
                                 int64_t axis, bool roomIsOpen) {
  auto a = cast<RankedTensorType>(from), b = cast<RankedTensorType>(to);
  if (axis < 0 || axis >= a.getRank())
    return op->emitOpError("has no dimension ") << axis;
  if (a.getRank() != b.getRank() || a.getElementType() != b.getElementType() ||
      a.getShape().take_front(axis) != b.getShape().take_front(axis) ||
      a.getShape().drop_front(axis + 1) != b.getShape().drop_front(axis + 1))
    return op->emitOpError("may change the size of dimension ")
           << axis << " only";
  if (roomIsOpen && !b.isDynamicDim(axis))
    return op->emitOpError("cannot know the size of dimension ") << axis;
  return success();
}
LogicalResult CacheOp::verify() {
  auto arg = dyn_cast<BlockArgument>(getPast());
  if (!arg || !isa<FunctionOpInterface>(arg.getOwner()->getParentOp()))
    return emitOpError("is of an input only");
  return verifyCache(*this, getPast().getType(), getBuffer().getType(),
                     getAxis(), /*roomIsOpen=*/true);
}
LogicalResult CacheRowsOp::verify() {
  if (!llvm::all_of(getResult().getUsers(), [](Operation *user) {
        return user->hasTrait<OpTrait::IsTerminator>();
      }))
    return emitOpError("is for returns only: it may not be contiguous");
  return verifyCache(*this, getSource().getType(), getResult().getType(),
                     getAxis(), /*roomIsOpen=*/false);
}

LogicalResult PackedOp::verify() {
  auto from = cast<RankedTensorType>(getBytes().getType()),
       to = cast<RankedTensorType>(getResult().getType());
  auto element = dyn_cast<IntegerType>(to.getElementType());
  if (from.getRank() != 1 || !from.getElementType().isInteger(8) || !element ||
      (element.getWidth() != 2 && element.getWidth() != 4))
    return emitOpError("takes a row of i8 and gives elements of 2 or 4 bits");
  if (static_cast<size_t>(to.getNumDynamicDims()) != getSizes().size())
    return emitOpError("needs a size for each dimension that is not static");
  return success();
}
LogicalResult Dot4Op::verify() {
  return getElementTypeOrSelf(getResult().getType()).isInteger(32)
             ? success()
             : emitOpError("works on 32-bit words");
}
LogicalResult Dot2Op::verify() {
  return getElementTypeOrSelf(getA().getType()).isInteger(32) &&
                 getElementTypeOrSelf(getAcc().getType()).isF32()
             ? success()
             : emitOpError("works on 32-bit words and f32");
}
LogicalResult TreesOp::verify() {
  auto type = [](Value v) { return cast<RankedTensorType>(v.getType()); };
  RankedTensorType links = type(getLinks()), splits = type(getSplits()),
                   roots = type(getRoots());
  Type number = splits.getElementType();
  if (type(getInput()).getRank() != 2 || type(getOut()).getRank() != 2)
    return emitOpError("takes and gives matrices");
  if (!number.isF32() && !number.isF64())
    return emitOpError("splits must be f32 or f64");
  if (type(getInput()).getElementType() != number)
    return emitOpError("input and splits differ in element type");
  Type link = links.getElementType();
  if ((!link.isInteger(32) && !link.isInteger(64)) ||
      !roots.getElementType().isInteger(32))
    return emitOpError("links must be i32 or i64, roots i32");
  if (links.getRank() != 1 || splits.getRank() != 1 || roots.getRank() != 1 ||
      !roots.hasStaticShape() || roots.getDimSize(0) < int64_t(getTrees()) + 63)
    return emitOpError("links, splits and roots must be vectors, roots 63 "
                       "longer than there are trees");
  if (getLeaves() &&
      (type(getLeaves()).getRank() != 2 || type(getLeaves()).isDynamicDim(1) ||
       type(getOut()).isDynamicDim(1) || getKind() == TreeSum::Each))
    return emitOpError(
        "leaves must be a matrix of known width, and are summed up");
  if (getFeatureBits() + 3 >= link.getIntOrFloatBitWidth())
    return emitOpError("no bits are left for the distance to a child");
  if (getOut().getType() != getResult().getType())
    return emitOpError("result and destination differ in type");
  return success();
}
