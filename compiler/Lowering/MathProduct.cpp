// SPDX-License-Identifier: Apache-2.0
// Lowerings of MatMul, Gemm, Einsum and Det: products as contractions, a linalg.generic whose
// reduction loops run innermost; transposes fold into the maps.
#include "compiler/Lowering/Math.h"
#include "dialects/ONNX/Math.h"

using namespace mlir;
using namespace cameo;
using namespace cameo::onnx;

static RankedTensorType typeOf(Value v) {
  return cast<RankedTensorType>(v.getType());
}

Value cameo::contract(Lowerer &l, Value a, ArrayRef<int64_t> aLoops, Value b,
                      ArrayRef<int64_t> bLoops,
                      ArrayRef<OpFoldResult> loopSizes, int64_t outRank,
                      Type element) {
  MLIRContext *context = l.b.getContext();
  int64_t loops = loopSizes.size();
  auto mapOf = [&](ArrayRef<int64_t> dims) {
    SmallVector<AffineExpr> exprs;
    for (int64_t d : dims)
      exprs.push_back(d < 0 ? getAffineConstantExpr(0, context)
                            : getAffineDimExpr(d, context));
    return AffineMap::get(loops, 0, exprs, context);
  };
  bool isHalf = element.isF16() || element.isBF16();
  Type accumulator = isHalf ? l.b.getF32Type() : element;
  SmallVector<Value> inputs = {a};
  SmallVector<AffineMap> maps = {mapOf(aLoops)};
  if (b) {
    inputs.push_back(b);
    maps.push_back(mapOf(bLoops));
  }
  maps.push_back(mapOf(llvm::to_vector(llvm::seq<int64_t>(0, outRank))));
  SmallVector<utils::IteratorType> iterators(outRank,
                                             utils::IteratorType::parallel);
  iterators.append(loops - outRank, utils::IteratorType::reduction);
  Value init = fill(l, loopSizes.take_front(outRank),
                    numberAttr(accumulator, int64_t(0)));
  Value r = generic(l, init, inputs, maps, iterators,
                    [&](Scalars &, ArrayRef<Scalar> x) -> Value {
                      Scalar p = x[0].to(accumulator);
                      if (b)
                        p = p * x[1].to(accumulator);
                      return x.back() + p;
                    });
  return isHalf ? castTensor(l, r, accumulator, element) : r;
}

//===-- MatMul ------------------------------------------------------------===//

Value cameo::matmul(Lowerer &l, Value a, Value b) {
  Type element = typeOf(a).getElementType();
  auto batchRank = [&](Value v) {
    return std::max<int64_t>(0, typeOf(v).getRank() - 2);
  };
  int64_t fullBatch = std::max(batchRank(a), batchRank(b));
  // Leading dimensions of 1 broadcast against anything: without them the maps are plain. Those that
  // meet nothing or another 1 stay, as they do in what is computed of the product.
  auto leadingOnes = [&](Value v, Value other) {
    SmallVector<int64_t> ones;
    int64_t offset = batchRank(other) - batchRank(v);
    for (int64_t i = 0; i < batchRank(v) && typeOf(v).getDimSize(i) == 1; ++i) {
      if (i + offset >= 0 && typeOf(other).getDimSize(i + offset) == 1)
        break;
      ones.push_back(i);
    }
    bool meetsNothing = offset < 0 && int64_t(ones.size()) <= -offset;
    return meetsNothing ? SmallVector<int64_t>() : ones;
  };
  auto dropOnes = [&](Value v, ArrayRef<int64_t> ones) {
    return ones.empty() ? v : squeeze(l, v, ones);
  };
  SmallVector<int64_t> aOnes = leadingOnes(a, b), bOnes = leadingOnes(b, a);
  a = dropOnes(a, aOnes), b = dropOnes(b, bOnes);
  int64_t aRank = typeOf(a).getRank(), bRank = typeOf(b).getRank();
  int64_t batch = std::max(batchRank(a), batchRank(b));
  bool hasM = aRank > 1, hasN = bRank > 1;
  checkSame(l, dim(l, a, aRank - 1), dim(l, b, std::max<int64_t>(0, bRank - 2)),
            "the inner sizes of the matrices differ");

  // Batch sizes; an operand whose sizes only the run can compare is broadcast first.
  Sizes loops;
  for (int64_t d = 0; d < batch; ++d) {
    int64_t i = d - (batch - batchRank(a)), j = d - (batch - batchRank(b));
    OpFoldResult x = i >= 0 ? dim(l, a, i) : size(l, 1),
                 y = j >= 0 ? dim(l, b, j) : size(l, 1);
    if (isOneInteger(x) || sameSize(l, x, y)) {
      loops.push_back(y);
    } else if (isOneInteger(y)) {
      loops.push_back(x);
    } else {
      Scalars s(l.b, l.loc);
      Scalar p = s(toValue(l, x)), q = s(toValue(l, y));
      check(l, p.eq(q) | p.eq(1) | q.eq(1),
            "the batch sizes of the matrices do not broadcast");
      loops.push_back(isa<Attribute>(y) ? y
                      : isa<Attribute>(x)
                          ? x
                          : OpFoldResult(Value(s.select(p.eq(1), q, p))));
    }
  }
  auto settle = [&](Value v) {
    int64_t own = batchRank(v), offset = batch - own;
    Sizes want = dims(l, v);
    bool plain = true;
    for (int64_t i = 0; i < own; ++i) {
      if (!isOneInteger(want[i]) && !sameSize(l, want[i], loops[offset + i])) {
        plain = false;
        want[i] = loops[offset + i];
      }
    }
    return plain ? v : broadcastTo(l, v, want);
  };
  a = settle(a), b = settle(b);

  int64_t next = batch, m = hasM ? next++ : -1, n = hasN ? next++ : -1,
          k = next;
  if (hasM)
    loops.push_back(dim(l, a, aRank - 2));
  if (hasN)
    loops.push_back(dim(l, b, bRank - 1));
  loops.push_back(dim(l, a, aRank - 1));
  auto loopsOf = [&](Value v) {
    SmallVector<int64_t> r;
    for (int64_t i = 0, own = batchRank(v); i < own; ++i) {
      int64_t d = batch - own + i;
      r.push_back(typeOf(v).getDimSize(i) == 1 && !isOneInteger(loops[d]) ? -1
                                                                          : d);
    }
    return r;
  };
  SmallVector<int64_t> aLoops = loopsOf(a), bLoops = loopsOf(b);
  if (hasM)
    aLoops.push_back(m);
  aLoops.push_back(k);
  bLoops.push_back(k);
  if (hasN)
    bLoops.push_back(n);
  Value r = contract(l, a, aLoops, b, bLoops, loops, next, element);
  return batch == fullBatch
             ? r
             : unsqueeze(
                   l, r,
                   llvm::to_vector(llvm::seq<int64_t>(0, fullBatch - batch)));
}

static LoweredValues lowerMatMul(MatMulOp op, Lowerer &l) {
  return one(matmul(l, l(op.getA()), l(op.getB())));
}

//===-- Gemm --------------------------------------------------------------===//

static LoweredValues lowerGemm(GemmOp op, Lowerer &l) {
  Value a = l(op.getA()), b = l(op.getB()), c = l(op.getC());
  int64_t am = op.getTransA() ? 1 : 0, bn = op.getTransB() ? 0 : 1;
  OpFoldResult k = dim(l, a, 1 - am);
  checkSame(l, k, dim(l, b, 1 - bn), "the inner sizes of A and B differ");
  // Loops: m, n, k.
  SmallVector<int64_t> aLoops = {0, 2}, bLoops = {2, 1};
  if (op.getTransA())
    std::swap(aLoops[0], aLoops[1]);
  if (op.getTransB())
    std::swap(bLoops[0], bLoops[1]);
  Type element = typeOf(a).getElementType();
  Value r = contract(l, a, aLoops, b, bLoops, {dim(l, a, am), dim(l, b, bn), k},
                     2, element);
  double alpha = op.getAlpha().convertToFloat(),
         beta = op.getBeta().convertToFloat();
  if (alpha == 1 && (!c || beta == 0))
    return one(r);
  bool hasC = c && beta != 0;
  Type onnxElement = getElementTypeOrSelf(op.getY().getType());
  Type compute = isa<FloatType>(element)   ? Scalars::computeType(onnxElement)
                 : alpha == 1 && beta == 1 ? element
                                           : Type(l.b.getF64Type());
  SmallVector<Value> inputs = {r};
  if (hasC)
    inputs.push_back(c);
  bool isUnsigned = Lowerer::isUnsigned(onnxElement);
  return one(elementwise(
      l, element, inputs,
      [&](Scalars &s, ArrayRef<Scalar> x) -> Value {
        Scalar y = x[0].to(compute, isUnsigned);
        if (alpha != 1)
          y = y * alpha;
        if (hasC) {
          Scalar z = x[1].to(compute, isUnsigned);
          y = y + (beta == 1 ? z : z * beta);
        }
        return isa<FloatType>(element)
                   ? y.to(element)
                   : s.cast(y, compute == element ? onnxElement : compute,
                            onnxElement);
      },
      op.getY()));
}

//===-- Einsum ------------------------------------------------------------===//

namespace {
/// A tensor and the label of each of its dimensions; dimensions of an ellipsis are labelled
/// '\1', '\2', … from the last one on.
struct Term {
  Value value;
  std::string labels;
};
} // namespace

/// "ij...k" with the ellipsis spelled out for a tensor of `rank`; empty if it does not fit.
static std::optional<std::string> spellOut(StringRef term, int64_t rank) {
  std::string text;
  for (char c : term)
    if (c != ' ')
      text += c;
  size_t at = text.find("...");
  if (at != std::string::npos) {
    int64_t count = rank - int64_t(text.size() - 3);
    if (count < 0 || count > 60)
      return std::nullopt;
    std::string ellipsis;
    for (int64_t i = count; i > 0; --i)
      ellipsis += char(i);
    text.replace(at, 3, ellipsis);
  }
  for (char c : text)
    if (!llvm::isAlpha(c) && (c < 1 || c > 60))
      return std::nullopt;
  if (rank >= 0 && int64_t(text.size()) != rank)
    return std::nullopt;
  return text;
}

/// A label that occurs twice takes the diagonal: each label once, read by index.
static Term diagonal(Lowerer &l, const Term &t) {
  std::string labels;
  Sizes sizes;
  for (auto [i, c] : llvm::enumerate(t.labels)) {
    OpFoldResult n = dim(l, t.value, i);
    if (size_t at = labels.find(c); at != std::string::npos) {
      checkSame(l, sizes[at], n,
                Twine("the sizes of '") + Twine(c) + "' differ");
      continue;
    }
    labels += c;
    sizes.push_back(n);
  }
  if (labels.size() == t.labels.size())
    return t;
  Value v = generate(l, sizes, typeOf(t.value).getElementType(),
                     [&](Scalars &s, ArrayRef<Scalar> at) {
                       SmallVector<Scalar> from;
                       for (char c : t.labels)
                         from.push_back(at[labels.find(c)]);
                       return s.extract(t.value, from);
                     });
  return {v, labels};
}

/// Broadcasts the dimensions of ellipses in all terms together; sizes known to be 1 stay, products broadcast them.
static void broadcastEllipses(Lowerer &l, MutableArrayRef<Term> terms,
                              StringRef ellipsis) {
  // Tensors of these dimensions alone, for their shapes.
  SmallVector<Value> shapes;
  for (const Term &t : terms) {
    Sizes sizes;
    for (auto [i, c] : llvm::enumerate(t.labels))
      if (ellipsis.contains(c))
        sizes.push_back(dim(l, t.value, i));
    shapes.push_back(empty(l, sizes, l.b.getI8Type()));
  }
  Sizes whole = broadcastSizes(l, shapes);
  for (Term &t : terms) {
    Sizes sizes = dims(l, t.value);
    for (auto [i, c] : llvm::enumerate(t.labels))
      if (size_t at = ellipsis.find(c);
          at != StringRef::npos && !isOneInteger(sizes[i]))
        sizes[i] = whole[at];
    if (!llvm::equal(sizes, dims(l, t.value)))
      t.value = broadcastTo(l, t.value, sizes);
  }
}

/// The sum of products of one or two terms under the labels `out`; labels elsewhere are summed.
static Term product(Lowerer &l, const Term &a, const Term *b,
                    const std::string &out, Type element) {
  std::string loops = out;
  for (const std::string &labels : {a.labels, b ? b->labels : std::string()})
    for (char c : labels)
      if (loops.find(c) == std::string::npos)
        loops += c;
  Sizes sizes(loops.size(), size(l, 1));
  auto visit = [&](const Term &t) {
    SmallVector<int64_t> at;
    for (auto [i, c] : llvm::enumerate(t.labels)) {
      size_t loop = loops.find(c);
      OpFoldResult n = dim(l, t.value, i);
      if (isOneInteger(sizes[loop]))
        sizes[loop] = n;
      else if (!isOneInteger(n))
        checkSame(l, sizes[loop], n,
                  Twine("the sizes of '") + Twine(c) + "' differ");
      at.push_back(loop);
    }
    return at;
  };
  SmallVector<int64_t> aLoops = visit(a),
                       bLoops = b ? visit(*b) : SmallVector<int64_t>();
  auto broadcast = [&](const Term &t, SmallVector<int64_t> &at) {
    for (auto [i, loop] : llvm::enumerate(at))
      if (isOneInteger(dim(l, t.value, i)) && !isOneInteger(sizes[loop]))
        loop = -1;
  };
  broadcast(a, aLoops);
  if (b)
    broadcast(*b, bLoops);
  return {contract(l, a.value, aLoops, b ? b->value : Value(), bLoops, sizes,
                   out.size(), element),
          out};
}

static LoweredValues lowerEinsum(EinsumOp op, Lowerer &l) {
  auto [left, right] = op.getEquation().split("->");
  bool isExplicit = op.getEquation().contains("->");
  SmallVector<StringRef> parts;
  left.split(parts, ',');
  SmallVector<Value> inputs = l(op.getInputs());
  assert(parts.size() == inputs.size() &&
         "the shape rule reads the equation first");
  SmallVector<Term> terms;
  std::string ellipsis, all;
  for (auto [part, v] : llvm::zip_equal(parts, inputs)) {
    auto labels = spellOut(part, typeOf(v).getRank());
    assert(labels && "the shape rule lets no other term pass");
    std::string own;
    for (char c : *labels)
      if (c <= 60)
        own += c;
    if (own.size() > ellipsis.size())
      ellipsis = own;
    all += *labels;
    terms.push_back(diagonal(l, {v, *labels}));
  }
  broadcastEllipses(l, terms, ellipsis);
  std::string out;
  if (isExplicit) {
    std::string text;
    for (char c : right)
      if (c != ' ')
        text += c;
    auto labels =
        spellOut(text, text.find("...") == std::string::npos
                           ? -1
                           : int64_t(text.size() - 3 + ellipsis.size()));
    assert(labels && "the shape rule lets no other right side pass");
    out = *labels;
  } else {
    // Labels that occur once, in alphabetical order, after the ellipsis.
    out = ellipsis;
    for (char c = 'A'; c <= 'z'; ++c)
      if (llvm::isAlpha(c) && llvm::count(all, c) == 1)
        out += c;
  }
  for (char c : out)
    if (all.find(c) == std::string::npos || llvm::count(out, c) != 1)
      return op.emitError("the equation's right side names a label that no "
                          "input has, or one twice");
  Type element =
      Lowerer::convert(getElementTypeOrSelf(op.getOutput().getType()));
  // Left to right, each step keeping the labels that are still needed.
  Term current = terms.front();
  for (size_t t = 1; t + 1 < terms.size(); ++t) {
    std::string keep;
    for (const std::string &labels : {current.labels, terms[t].labels})
      for (char c : labels) {
        bool later = out.find(c) != std::string::npos;
        for (size_t u = t + 1; u < terms.size(); ++u)
          later |= terms[u].labels.find(c) != std::string::npos;
        if (later && keep.find(c) == std::string::npos)
          keep += c;
      }
    current = product(l, current, &terms[t], keep, element);
  }
  current = product(l, current, terms.size() > 1 ? &terms.back() : nullptr, out,
                    element);
  return one(current.value);
}

//===-- Det ---------------------------------------------------------------===//

/// Gaussian elimination with row pivots, one tile per matrix, in a copy of the input.
static LoweredValues lowerDet(DetOp op, Lowerer &l) {
  Value x = l(op.getX());
  int64_t rank = typeOf(x).getRank();
  Sizes all = dims(l, x);
  checkSame(l, all[rank - 2], all[rank - 1], "the matrices are not square");
  Sizes batchSizes(ArrayRef<OpFoldResult>(all).drop_back(2));
  OpFoldResult batch = product(l, batchSizes), n = all[rank - 1];
  Type onnxElement = getElementTypeOrSelf(op.getX().getType());
  Type compute = Scalars::computeType(onnxElement);
  Value work =
      castTensor(l, reshape(l, x, {batch, n, n}), onnxElement, compute);
  Value det = empty(l, {batch}, compute);
  auto body = [](OpBuilder &b, Location loc, ValueRange args) {
    Scalars s(b, loc);
    Scalar t = s(args[0]);
    Value m = args[1], out = args[2];
    Scalar size = s.dim(m, 1);
    Type f = cast<MemRefType>(m.getType()).getElementType();
    auto result = s.loop(
        s.index(0), size, {s.constant(f, 1.0)},
        [&](Scalar k, ArrayRef<Scalar> carried) -> Scalars::Carried {
          auto pivot =
              s.loop(k + 1, size, {k, s.load(m, {t, k, k}).abs()},
                     [&](Scalar i, ArrayRef<Scalar> best) -> Scalars::Carried {
                       Scalar v = s.load(m, {t, i, k}).abs();
                       Scalar larger = v > best[1];
                       return {s.select(larger, i, best[0]),
                               s.select(larger, v, best[1])};
                     });
          Scalar p = pivot[0], swapped = p.ne(k);
          s.when(swapped, [&] {
            s.loop(k, size, [&](Scalar j) {
              Scalar u = s.load(m, {t, k, j}), v = s.load(m, {t, p, j});
              s.store(v, m, {t, k, j});
              s.store(u, m, {t, p, j});
            });
          });
          Scalar diagonal = s.load(m, {t, k, k});
          Scalar d = carried[0] * s.select(swapped, -diagonal, diagonal);
          s.when(diagonal.ne(diagonal.like(0)), [&] {
            s.loop(k + 1, size, [&](Scalar i) {
              Scalar factor = s.load(m, {t, i, k}) / diagonal;
              s.loop(k + 1, size, [&](Scalar j) {
                s.store(s.load(m, {t, i, j}) - factor * s.load(m, {t, k, j}), m,
                        {t, i, j});
              });
            });
          });
          return {d};
        });
    s.store(result[0], out, {t});
  };
  auto op2 = ComputeOp::create(l.b, l.loc, toValue(l, batch), ValueRange(),
                               ValueRange{work, det}, body);
  Value r = castTensor(l, op2.getResult(1), compute, onnxElement);
  return one(reshape(l, r, batchSizes));
}

void cameo::registerProductLowerings(LoweringRegistry &r) {
  r.add<MatMulOp>(lowerMatMul);
  r.add<GemmOp>(lowerGemm);
  r.add<EinsumOp>(lowerEinsum);
  r.add<DetOp>(lowerDet);
}
