// SPDX-License-Identifier: Apache-2.0
// Sets the flag that lets code generation fuse a product and a sum; see
// Contraction.h. In: LLVM IR, optimised; out: the same with flags.
#include "compiler/Emit/Contraction.h"
#include "llvm/ADT/SmallPtrSet.h"
#include "llvm/IR/InstIterator.h"
#include "llvm/IR/Instructions.h"
#include "llvm/IR/Module.h"

using namespace llvm;

/// Whether `product` has a factor that is an integer as a float, possibly moved
/// between lanes or blocks, or multiplied by scales.
static bool scalesInteger(const Instruction &product) {
  // Chains are short: a loop's sums need not be followed.
  constexpr size_t limit = 32;
  SmallVector<const Value *> work(product.operands());
  SmallPtrSet<const Value *, 16> seen;
  while (!work.empty() && seen.size() < limit) {
    auto *i = dyn_cast<Instruction>(work.pop_back_val());
    if (!i || !seen.insert(i).second)
      continue;
    switch (i->getOpcode()) {
    case Instruction::SIToFP:
    case Instruction::UIToFP:
      return true;
    case Instruction::FMul:
    case Instruction::PHI:
    case Instruction::ShuffleVector:
      work.append(i->value_op_begin(), i->value_op_end());
      break;
    case Instruction::InsertElement:
      work.push_back(i->getOperand(1));
      break;
    case Instruction::ExtractElement:
      work.push_back(i->getOperand(0));
      break;
    default:
      break;
    }
  }
  return false;
}

void cameo::allowContraction(Module &module) {
  for (Function &f : module)
    for (Instruction &i : instructions(f)) {
      unsigned code = i.getOpcode();
      bool fuses = code == Instruction::FAdd || code == Instruction::FSub ||
                   code == Instruction::FNeg ||
                   (code == Instruction::FMul && !scalesInteger(i));
      if (fuses)
        i.setHasAllowContract(true);
    }
}
