// SPDX-License-Identifier: Apache-2.0
// --describe: the descriptor as text.
#include "Modes.h"
#include "llvm/Support/Format.h"
#include "llvm/Support/raw_ostream.h"

using namespace cameo;

static void printValues(llvm::raw_ostream &os, const char *kind,
                        const cameo_value_info *values, uint32_t count) {
  os << kind << ":\n";
  for (uint32_t i = 0; i < count; ++i)
    os << "  " << values[i].name << ": " << tools::describeType(values[i])
       << "\n";
}

void run::describe(const Library &library) {
  const cameo_model &m = library.model();
  llvm::raw_ostream &os = llvm::outs();
  os << "model: " << m.name << "\n";
  os << "compiler: " << (m.compiler ? m.compiler : "unknown") << "\n";
  os << "target: " << (m.target ? m.target : "unknown") << "\n";
  if (m.device)
    os << "runs on: " << m.device->kind << ", matrix products in "
       << m.device->math << (m.next ? "; for the CPU as well" : "") << "\n";
  os << "CPU features: "
     << (m.cpu_features && *m.cpu_features ? m.cpu_features : "none") << "\n";
  os << "hash: " << (m.hash ? m.hash : "unknown") << "\n";
  printValues(os, "inputs", m.inputs, m.input_count);
  printValues(os, "outputs", m.outputs, m.output_count);
  os << "weights: " << m.weights_size << " bytes "
     << (m.weights_file ? "in " : "in the library")
     << (m.weights_file ? m.weights_file : "") << "\n";
  if (m.static_arena >= 0)
    os << "arena: " << m.static_arena << " bytes on one thread\n";
  else
    os << "arena: depends on the input shapes\n";
  os << "memory of data-dependent size: " << (m.dynamic_memory ? "yes" : "no")
     << "\n";
  for (uint32_t i = 0; i < m.update_count; ++i)
    os << "appends in place to a buffer lent for '"
       << m.inputs[m.updates[i].input].name << "', dimension "
       << m.updates[i].axis << ", which becomes '"
       << m.outputs[m.updates[i].output].name << "'\n";
  os << "kernel launches: " << m.launch_count << "\n";
  for (uint32_t i = 0; i < m.specialization_count; ++i)
    printValues(os, "specialised for inputs", m.specializations[i]->inputs,
                m.input_count);
  if (m.metadata_count)
    os << "metadata:\n";
  for (uint32_t i = 0; i < m.metadata_count; ++i)
    os << "  " << m.metadata[i].key << ": " << m.metadata[i].value << "\n";
}
