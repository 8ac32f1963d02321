// SPDX-License-Identifier: Apache-2.0
// Interning and arithmetic of DimExpr. A node is a sum of terms `coefficient *
// product of atoms`, sorted; an atom is a symbol or a quotient, minimum,
// maximum or broadcast of two expressions.
#include "dialects/ONNX/DimExpr.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/StringMap.h"
#include "llvm/Support/MathExtras.h"
#include "llvm/Support/raw_ostream.h"

using namespace cameo::onnx;
using llvm::ArrayRef;
using llvm::SmallVector;

static constexpr int64_t unknownBound = std::numeric_limits<int64_t>::min();
// Expressions of more terms become atoms, so that no model can make them grow
// without bound.
static constexpr size_t maxTerms = 24, maxDegree = 8;

namespace cameo::onnx {
enum class AtomKind { Symbol, FloorDiv, Min, Max, Broadcast, Opaque };

struct DimAtom {
  AtomKind kind;
  int64_t id;
  std::string name;
  DimExpr a, b;
  int64_t lowerBound;
  bool isSize;
};

/// `coefficient * atoms[0] * atoms[1] * ...`, atoms sorted by their ids; no
/// atoms: a constant.
struct Term {
  int64_t coefficient;
  SmallVector<const DimAtom *, 2> atoms;
};
using Terms = SmallVector<Term, 2>;

struct DimNode {
  DimTable::Impl *table;
  int64_t id;
  Terms terms;

  static const DimNode *of(DimExpr e) { return e.node; }
  static DimExpr make(const DimNode *node) { return DimExpr(node, 0); }
  static std::tuple<const DimNode *, int64_t> key(DimExpr e) {
    return {e.node, e.value};
  }
  /// An order that does not depend on addresses.
  static std::tuple<int64_t, int64_t> order(DimExpr e) {
    return {e.node ? e.node->id : -1, e.value};
  }
};

struct DimTable::Impl {
  using ExprKey = std::tuple<const DimNode *, int64_t>;
  llvm::StringMap<DimExpr> symbols;
  std::map<std::tuple<AtomKind, ExprKey, ExprKey>, const DimAtom *> binaryAtoms;
  std::map<std::vector<int64_t>, std::unique_ptr<DimNode>> nodes;
  SmallVector<std::unique_ptr<DimAtom>> atoms;

  const DimAtom *addAtom(AtomKind kind, llvm::StringRef name, DimExpr a,
                         DimExpr b, int64_t bound, bool isSize) {
    atoms.push_back(std::make_unique<DimAtom>(
        DimAtom{kind, static_cast<int64_t>(atoms.size()), name.str(), a, b,
                bound, isSize}));
    return atoms.back().get();
  }

  DimExpr make(Terms terms);
  DimExpr make(const DimAtom *atom) { return make(Terms{Term{1, {atom}}}); }
  DimExpr binary(AtomKind kind, DimExpr a, DimExpr b, int64_t bound);
};
} // namespace cameo::onnx

// What arithmetic returns when it overflows.
static const DimNode overflowNode{nullptr, -2, {}};

static bool atomsLess(const Term &a, const Term &b) {
  return std::lexicographical_compare(
      a.atoms.begin(), a.atoms.end(), b.atoms.begin(), b.atoms.end(),
      [](const DimAtom *x, const DimAtom *y) { return x->id < y->id; });
}

/// The normal form of a sum: terms of the same atoms merged, sorted; false on
/// overflow.
static bool normalize(Terms &terms) {
  llvm::sort(terms, atomsLess);
  Terms merged;
  for (Term &t : terms) {
    if (!merged.empty() && merged.back().atoms == t.atoms) {
      if (llvm::AddOverflow(merged.back().coefficient, t.coefficient,
                            merged.back().coefficient))
        return false;
    } else {
      merged.push_back(std::move(t));
    }
  }
  llvm::erase_if(merged, [](const Term &t) { return t.coefficient == 0; });
  terms = std::move(merged);
  return true;
}

static Terms termsOf(DimExpr e) {
  if (const DimNode *node = DimNode::of(e))
    return node->terms;
  return *e.constant() == 0 ? Terms{} : Terms{Term{*e.constant(), {}}};
}

static DimTable::Impl *tableOf(DimExpr a, DimExpr b) {
  const DimNode *node = DimNode::of(a) ? DimNode::of(a) : DimNode::of(b);
  return node->table;
}

DimExpr DimTable::Impl::make(Terms terms) {
  if (!normalize(terms))
    return DimExpr::overflow();
  if (terms.empty())
    return 0;
  if (terms.size() == 1 && terms[0].atoms.empty())
    return terms[0].coefficient;
  std::vector<int64_t> key;
  for (const Term &t : terms) {
    key.push_back(t.coefficient);
    key.push_back(static_cast<int64_t>(t.atoms.size()));
    for (const DimAtom *atom : t.atoms)
      key.push_back(atom->id);
  }
  auto &slot = nodes[key];
  if (!slot)
    slot = std::make_unique<DimNode>(
        DimNode{this, static_cast<int64_t>(nodes.size()), std::move(terms)});
  return DimNode::make(slot.get());
}

DimExpr DimTable::Impl::binary(AtomKind kind, DimExpr a, DimExpr b,
                               int64_t bound) {
  if (a.isOverflow() || b.isOverflow())
    return DimExpr::overflow();
  const DimAtom *&slot = binaryAtoms[{kind, DimNode::key(a), DimNode::key(b)}];
  if (!slot)
    slot = addAtom(kind, "", a, b, bound, a.isSize() && b.isSize());
  return make(slot);
}

DimTable::DimTable() : impl(std::make_unique<Impl>()) {}
DimTable::~DimTable() = default;

DimExpr DimTable::symbol(llvm::StringRef name) {
  auto [it, inserted] = impl->symbols.try_emplace(name, 0);
  if (inserted)
    it->second =
        impl->make(impl->addAtom(AtomKind::Symbol, name, 0, 0, 0, true));
  return it->second;
}

DimExpr DimTable::fresh(bool isSize) {
  return impl->make(impl->addAtom(AtomKind::Symbol, "", 0, 0,
                                  isSize ? 0 : unknownBound, isSize));
}

bool DimExpr::isOverflow() const { return node == &overflowNode; }
DimExpr DimExpr::overflow() { return DimExpr(&overflowNode, 0); }

namespace cameo::onnx {
DimExpr operator+(DimExpr a, DimExpr b) {
  if (a.isOverflow() || b.isOverflow())
    return DimExpr::overflow();
  if (a.isConstant() && b.isConstant()) {
    int64_t sum;
    return llvm::AddOverflow(a.value, b.value, sum) ? DimExpr::overflow()
                                                    : DimExpr(sum);
  }
  Terms terms = termsOf(a);
  llvm::append_range(terms, termsOf(b));
  DimTable::Impl *table = tableOf(a, b);
  if (terms.size() > maxTerms)
    return table->make(
        table->addAtom(AtomKind::Opaque, "", 0, 0, unknownBound, false));
  return table->make(std::move(terms));
}

DimExpr operator-(DimExpr a, DimExpr b) { return a + b * DimExpr(-1); }

DimExpr operator*(DimExpr a, DimExpr b) {
  if (a.isOverflow() || b.isOverflow())
    return DimExpr::overflow();
  if (a.isConstant() && b.isConstant()) {
    int64_t product;
    return llvm::MulOverflow(a.value, b.value, product) ? DimExpr::overflow()
                                                        : DimExpr(product);
  }
  DimTable::Impl *table = tableOf(a, b);
  Terms left = termsOf(a), right = termsOf(b), terms;
  bool tooLarge = left.size() * right.size() > maxTerms;
  for (const Term &x : left)
    for (const Term &y : right) {
      tooLarge |= x.atoms.size() + y.atoms.size() > maxDegree;
      if (tooLarge)
        return table->binary(
            AtomKind::Opaque, a, b,
            a.lowerBound() >= 0 && b.lowerBound() >= 0 ? 0 : unknownBound);
      Term t{0, x.atoms};
      if (llvm::MulOverflow(x.coefficient, y.coefficient, t.coefficient))
        return DimExpr::overflow();
      llvm::append_range(t.atoms, y.atoms);
      llvm::sort(t.atoms, [](const DimAtom *p, const DimAtom *q) {
        return p->id < q->id;
      });
      terms.push_back(std::move(t));
    }
  return table->make(std::move(terms));
}
} // namespace cameo::onnx

/// a / b if b divides a, as terms.
static std::optional<Term> divideTerm(const Term &a, const Term &b) {
  if (b.coefficient == -1 ? a.coefficient == unknownBound
                          : a.coefficient % b.coefficient != 0)
    return std::nullopt;
  Term quotient{a.coefficient / b.coefficient, {}};
  auto it = b.atoms.begin();
  for (const DimAtom *atom : a.atoms) {
    if (it != b.atoms.end() && *it == atom)
      ++it;
    else
      quotient.atoms.push_back(atom);
  }
  if (it != b.atoms.end())
    return std::nullopt;
  return quotient;
}

std::optional<DimExpr> DimExpr::exactDiv(DimExpr a, DimExpr b) {
  if (a.isOverflow() || b.isOverflow() || b.is(0))
    return std::nullopt;
  if (b.is(1) || a.is(0))
    return a;
  if (a == b)
    return 1;
  if (a.isConstant() && b.isConstant())
    return b.value != -1 && a.value % b.value == 0
               ? std::optional<DimExpr>(a.value / b.value)
               : std::nullopt;
  // Division by the leading term, over and over: exact if nothing remains.
  DimTable::Impl *table = tableOf(a, b);
  Term leading = termsOf(b).back();
  DimExpr rest = a, quotient = 0;
  for (size_t i = 0; i < maxTerms && !rest.is(0); ++i) {
    if (rest.isOverflow())
      return std::nullopt;
    std::optional<Term> t = divideTerm(termsOf(rest).back(), leading);
    if (!t)
      return std::nullopt;
    DimExpr part = table->make(Terms{*t});
    quotient = quotient + part;
    rest = rest - part * b;
  }
  if (!rest.is(0) || quotient.isOverflow())
    return std::nullopt;
  return quotient;
}

DimExpr DimExpr::floorDiv(DimExpr a, DimExpr b) {
  if (a.isOverflow() || b.isOverflow() || b.is(0))
    return overflow();
  if (std::optional<DimExpr> exact = exactDiv(a, b))
    return *exact;
  if (a.isConstant() && b.isConstant()) {
    if (b.value == -1)
      return DimExpr(0) - a;
    return a.value / b.value -
           ((a.value % b.value != 0) && ((a.value < 0) != (b.value < 0)));
  }
  DimTable::Impl *table = tableOf(a, b);
  if (b.isConstant() && b.value > 0) {
    // floor((b*x + y) / b) = x + floor(y / b).
    Terms whole, rest;
    for (Term t : termsOf(a)) {
      int64_t quotient = t.coefficient / b.value,
              remainder = t.coefficient % b.value;
      if (remainder < 0) {
        remainder += b.value;
        --quotient;
      }
      if (!t.atoms.empty() && remainder != 0) {
        rest.push_back(t);
        continue;
      }
      if (quotient)
        whole.push_back({quotient, t.atoms});
      if (remainder)
        rest.push_back({remainder, t.atoms});
    }
    if (!whole.empty())
      return table->make(std::move(whole)) +
             floorDiv(table->make(std::move(rest)), b);
  }
  int64_t bound = a.lowerBound();
  if (b.isConstant() && b.value > 0 && bound != unknownBound)
    bound = *floorDiv(bound, b).constant();
  else
    bound = bound >= 0 && b.lowerBound() >= 0 ? 0 : unknownBound;
  return table->binary(AtomKind::FloorDiv, a, b, bound);
}

DimExpr DimExpr::ceilDiv(DimExpr a, DimExpr b) {
  return floorDiv(a + b - 1, b);
}
DimExpr DimExpr::mod(DimExpr a, DimExpr b) { return a - b * floorDiv(a, b); }

DimExpr DimExpr::min(DimExpr a, DimExpr b) {
  if (a.isOverflow() || b.isOverflow())
    return overflow();
  if (a.isConstant() && b.isConstant())
    return std::min(a.value, b.value);
  if (DimExpr d = a - b; !d.isOverflow() && d.lowerBound() >= 0)
    return b;
  if (DimExpr d = b - a; !d.isOverflow() && d.lowerBound() >= 0)
    return a;
  if (DimNode::order(b) < DimNode::order(a))
    std::swap(a, b);
  return tableOf(a, b)->binary(AtomKind::Min, a, b,
                               std::min(a.lowerBound(), b.lowerBound()));
}

DimExpr DimExpr::max(DimExpr a, DimExpr b) {
  if (a.isOverflow() || b.isOverflow())
    return overflow();
  if (a.isConstant() && b.isConstant())
    return std::max(a.value, b.value);
  if (DimExpr d = a - b; !d.isOverflow() && d.lowerBound() >= 0)
    return a;
  if (DimExpr d = b - a; !d.isOverflow() && d.lowerBound() >= 0)
    return b;
  if (DimNode::order(b) < DimNode::order(a))
    std::swap(a, b);
  return tableOf(a, b)->binary(AtomKind::Max, a, b,
                               std::max(a.lowerBound(), b.lowerBound()));
}

std::optional<DimExpr> DimExpr::broadcast(DimExpr a, DimExpr b) {
  if (a == b || b.is(1))
    return a;
  if (a.is(1))
    return b;
  if (a.isOverflow() || b.isOverflow())
    return overflow();
  if (a.isConstant() && b.isConstant())
    return std::nullopt;
  // A size other than 1 is what the other one must be too, or be stretched to.
  if (a.isConstant() || a.lowerBound() > 1)
    return a;
  if (b.isConstant() || b.lowerBound() > 1)
    return b;
  // min(a, c) is 1 only where a is, if c is not: it must be a.
  auto isCapped = [](DimExpr capped, DimExpr whole) {
    if (!capped.node || capped.node->terms.size() != 1 || capped.value != 0)
      return false;
    const Term &term = capped.node->terms.front();
    if (term.coefficient != 1 || term.atoms.size() != 1 ||
        term.atoms.front()->kind != AtomKind::Min)
      return false;
    DimExpr x = term.atoms.front()->a, y = term.atoms.front()->b;
    return (x == whole && y.lowerBound() > 1) ||
           (y == whole && x.lowerBound() > 1);
  };
  if (isCapped(b, a))
    return a;
  if (isCapped(a, b))
    return b;
  if (DimNode::order(b) < DimNode::order(a))
    std::swap(a, b);
  return tableOf(a, b)->binary(AtomKind::Broadcast, a, b, 0);
}

int64_t DimExpr::lowerBound() const {
  if (!node)
    return value;
  if (isOverflow())
    return unknownBound;
  DimExpr sum = 0;
  for (const Term &t : node->terms) {
    if (t.coefficient < 0 && !t.atoms.empty())
      return unknownBound;
    DimExpr product = t.coefficient;
    for (const DimAtom *atom : t.atoms) {
      if (atom->lowerBound < 0)
        return unknownBound;
      product = product * DimExpr(atom->lowerBound);
    }
    sum = sum + product;
  }
  return sum.constant().value_or(unknownBound);
}

bool DimExpr::isSize() const {
  if (!node)
    return value >= 0;
  if (isOverflow())
    return false;
  return llvm::all_of(node->terms, [](const Term &t) {
    return llvm::all_of(t.atoms,
                        [](const DimAtom *atom) { return atom->isSize; });
  });
}

llvm::StringRef DimExpr::name() const {
  if (!node || node->terms.size() != 1)
    return "";
  const Term &t = node->terms[0];
  return t.coefficient == 1 && t.atoms.size() == 1
             ? llvm::StringRef(t.atoms[0]->name)
             : "";
}

static void print(llvm::raw_ostream &os, const DimAtom &atom) {
  switch (atom.kind) {
  case AtomKind::Symbol:
    if (atom.name.empty())
      os << "?" << atom.id;
    else
      os << atom.name;
    return;
  case AtomKind::FloorDiv:
    os << "floor((" << atom.a.str() << ") / (" << atom.b.str() << "))";
    return;
  case AtomKind::Min:
  case AtomKind::Max:
    os << (atom.kind == AtomKind::Min ? "min(" : "max(") << atom.a.str() << ", "
       << atom.b.str() << ")";
    return;
  case AtomKind::Broadcast:
  case AtomKind::Opaque:
    os << "?" << atom.id;
    return;
  }
}

std::string DimExpr::str() const {
  if (!node)
    return std::to_string(value);
  if (isOverflow())
    return "overflow";
  std::string text;
  llvm::raw_string_ostream os(text);
  // Constants last, as one writes them.
  SmallVector<const Term *> terms;
  for (const Term &t : node->terms)
    terms.push_back(&t);
  if (terms.front()->atoms.empty())
    std::rotate(terms.begin(), terms.begin() + 1, terms.end());
  for (auto [i, t] : llvm::enumerate(terms)) {
    bool negative = t->coefficient < 0;
    if (i > 0)
      os << (negative ? " - " : " + ");
    else if (negative)
      os << "-";
    uint64_t magnitude = negative ? 0 - static_cast<uint64_t>(t->coefficient)
                                  : static_cast<uint64_t>(t->coefficient);
    if (t->atoms.empty() || magnitude != 1)
      os << magnitude << (t->atoms.empty() ? "" : "*");
    llvm::interleave(
        t->atoms, os, [&](const DimAtom *atom) { print(os, *atom); }, "*");
  }
  return text;
}
