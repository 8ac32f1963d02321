// SPDX-License-Identifier: Apache-2.0
#include "compiler/Emit/Header.h"
#include "cameo/abi.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/ADT/StringSet.h"
#include "llvm/Support/JSON.h"

using namespace cameo;
using llvm::StringRef;

static const char *cType(int32_t dtype) {
  switch (dtype) {
  case CAMEO_FLOAT32:
    return "float";
  case CAMEO_FLOAT64:
    return "double";
  case CAMEO_INT8:
    return "int8_t";
  case CAMEO_INT16:
    return "int16_t";
  case CAMEO_INT32:
    return "int32_t";
  case CAMEO_INT64:
    return "int64_t";
  case CAMEO_UINT16:
  case CAMEO_FLOAT16:
  case CAMEO_BFLOAT16:
    return "uint16_t";
  case CAMEO_UINT32:
    return "uint32_t";
  case CAMEO_UINT64:
    return "uint64_t";
  case CAMEO_COMPLEX64:
    return "float";
  case CAMEO_COMPLEX128:
    return "double";
  default:
    return "uint8_t";
  }
}

/// `text` for a C comment: nothing in a model's names may end it.
static std::string comment(StringRef text) {
  std::string safe;
  for (char c : text)
    safe += llvm::isPrint(c) && c != '*' && c != '\\' ? c : '?';
  return safe;
}

/// `text` as a C string literal.
static std::string literal(StringRef text) {
  std::string out;
  llvm::raw_string_ostream os(out);
  os << '"';
  for (unsigned char c : text) {
    if (c == '"' || c == '\\')
      os << '\\' << c;
    else if (llvm::isPrint(c) && c != '?')
      os << c;
    else
      os << '\\' << llvm::format("%03o", c);
  }
  os << '"';
  return out;
}

/// Parameter names, distinct among all values.
static std::vector<std::string> identifiers(const ModelInfo &info) {
  llvm::StringSet<> used = {"arena", "weights", "exec", "plan", "status"};
  std::vector<std::string> names;
  for (const auto *list : {&info.inputs, &info.outputs})
    for (const ValueInfo &v : *list) {
      std::string id = cIdentifier(v.name), unique = id;
      for (int i = 2; !used.insert(unique).second; ++i)
        unique = id + "_" + std::to_string(i);
      names.push_back(unique);
    }
  return names;
}

static void writeValues(llvm::raw_ostream &os, StringRef kind,
                        llvm::ArrayRef<ValueInfo> list,
                        llvm::ArrayRef<std::string> ids,
                        const std::string &prefix) {
  for (auto [i, v] : llvm::enumerate(list)) {
    std::string macro = prefix + "_" + StringRef(ids[i]).upper();
    os << "/* " << kind << " " << i << ": " << comment(v.name) << ", "
       << comment(v.describe())
       << (v.isTensor() ? "" : ", passed as a cameo_value") << " */\n";
    os << "#define " << macro << "_INDEX " << i << "\n";
    os << "#define " << macro << "_NAME " << literal(v.name) << "\n";
    if (v.isTensor())
      os << "#define " << macro << "_RANK " << v.shape.size() << "\n";
    if (v.isStatic())
      os << "#define " << macro << "_BYTES INT64_C(" << v.bytes() << ")\n";
    os << "\n";
  }
}

/// A function that needs no runtime: possible where nothing is sized at run
/// time.
static void writeStaticRun(llvm::raw_ostream &os, const ModelInfo &info,
                           llvm::ArrayRef<std::string> ids,
                           const std::string &prefix) {
  bool embedded = info.weightsFile.empty();
  os << "/* Runs the model once on the calling thread. `arena`: " << prefix
     << "_ARENA_BYTES bytes, 64-byte aligned;\n"
     << " * results lie in it (or in an input) until it is used again. Returns "
        "CAMEO_OK or a "
        "status of abi.h. */\n";
  os << "static inline int32_t " << info.name << "_run_static(void *arena";
  if (!embedded)
    os << ", const void *weights";
  size_t next = 0;
  for (const ValueInfo &v : info.inputs)
    os << ",\n    const " << cType(v.dtypeCode) << " *" << ids[next++];
  for (const ValueInfo &v : info.outputs)
    os << ",\n    const " << cType(v.dtypeCode) << " **" << ids[next++];
  os << ") {\n";
  size_t ins = info.inputs.size(), outs = info.outputs.size();
  auto cap = [](size_t n) { return std::max<size_t>(n, 1); };
  os << "  const cameo_model *model_ = &" << info.name << "_descriptor;\n"
     << "  const void *inputs_[" << cap(ins) << "] = {0};\n"
     << "  const void *outputs_[" << cap(outs) << "] = {0};\n"
     << "  const int64_t *input_shapes_[" << cap(ins) << "] = {0};\n"
     << "  int64_t *output_shapes_[" << cap(outs) << "] = {0};\n"
     << "  int64_t plan_[" << info.planSize << "];\n";
  for (auto [i, v] : llvm::enumerate(info.outputs))
    os << "  int64_t shape" << i << "_[" << cap(v.shape.size()) << "];\n";
  os << "  cameo_exec exec_ = {0};\n  int32_t status_;\n";
  for (size_t i = 0; i < ins; ++i)
    os << "  inputs_[" << i << "] = " << ids[i] << ";\n  input_shapes_[" << i
       << "] = model_->inputs[" << i << "].shape;\n";
  for (size_t i = 0; i < outs; ++i)
    os << "  output_shapes_[" << i << "] = shape" << i << "_;\n";
  os << "  status_ = model_->plan(input_shapes_, 1, plan_);\n"
     << "  if (status_ != CAMEO_OK)\n    return status_;\n"
     << "  exec_.abi_version = CAMEO_ABI_VERSION;\n  exec_.threads = 1;\n"
     << "  exec_.arena = arena;\n  exec_.plan = plan_;\n"
     << "  exec_.weights = " << (embedded ? "model_->weights" : "weights")
     << ";\n"
     << "  status_ = model_->run(&exec_, inputs_, input_shapes_, outputs_, "
        "output_shapes_);\n"
     << "  if (status_ != CAMEO_OK)\n    return status_;\n";
  for (size_t i = 0; i < outs; ++i)
    os << "  *" << ids[ins + i] << " = (const "
       << cType(info.outputs[i].dtypeCode) << " *)outputs_[" << i << "];\n";
  os << "  return CAMEO_OK;\n}\n\n";
}

void cameo::writeHeader(llvm::raw_ostream &os, const ModelInfo &info,
                        StringRef source) {
  std::string prefix = StringRef(info.name).upper();
  std::vector<std::string> ids = identifiers(info);
  llvm::ArrayRef<std::string> all(ids);
  os << "/* " << info.name << ", compiled from " << comment(source)
     << " by cameo " CAMEO_VERSION << " for "
     << comment(llvm::join(llvm::concat<const std::string>(
                               llvm::ArrayRef(info.target), info.otherTargets),
                           ", "))
     << ".\n"
     << " * Link the library and run it with cameo/runtime.h";
  // Which of several targets is run, and in how much memory, the runtime decides.
  bool oneTarget = info.otherTargets.empty();
  bool alone = info.staticArena >= 0 && oneTarget && !info.dynamicMemory &&
               llvm::all_of(info.outputs,
                            [](const ValueInfo &v) { return v.isStatic(); });
  if (alone)
    os << ", or without any runtime by " << info.name << "_run_static";
  os << ". Tensors are contiguous and row-major. */\n";
  os << "#ifndef " << prefix << "_H\n#define " << prefix
     << "_H\n\n#include <cameo/abi.h>\n\n"
     << "#ifdef __cplusplus\nextern \"C\" {\n#endif\n\n"
     << "/* Everything a runtime needs to know: cameo_library_from_model(&"
     << info.name << "_descriptor, ...). */\n"
     << "extern const cameo_model " << info.name << "_descriptor;\n\n"
     << "#define " << prefix << "_HASH \"" << info.hash << "\"\n"
     << "#define " << prefix << "_INPUTS " << info.inputs.size() << "\n"
     << "#define " << prefix << "_OUTPUTS " << info.outputs.size() << "\n";
  if (info.staticArena >= 0 && oneTarget)
    os << "/* Bytes of the arena on one thread; each more thread needs its "
          "scratch memory. */\n"
       << "#define " << prefix << "_ARENA_BYTES INT64_C(" << info.staticArena
       << ")\n";
  if (!info.weightsFile.empty())
    os << "/* The weights are in this file, which must be mapped 64-byte "
          "aligned. */\n"
       << "#define " << prefix << "_WEIGHTS_FILE " << literal(info.weightsFile)
       << "\n";
  os << "\n";
  writeValues(os, "Input", info.inputs, all.take_front(info.inputs.size()),
              prefix);
  writeValues(os, "Output", info.outputs, all.drop_front(info.inputs.size()),
              prefix);
  if (alone)
    writeStaticRun(os, info, ids, prefix);
  os << "#ifdef __cplusplus\n}\n#endif\n\n#endif\n";
}

void cameo::writeManifest(llvm::raw_ostream &os, const ModelInfo &info,
                          StringRef source) {
  llvm::json::OStream json(os, 2);
  // A tensor's type and shape; of others the kind and what is in them.
  std::function<void(const ValueInfo &)> type = [&](const ValueInfo &v) {
    if (!v.isTensor())
      json.attribute("kind", v.kind);
    if (!v.dtype.empty())
      json.attribute("dtype", v.dtype);
    if (v.isTensor() && v.ranked)
      json.attributeArray("shape", [&] {
        for (size_t d = 0; d < v.shape.size(); ++d) {
          if (v.shape[d] >= 0)
            json.value(v.shape[d]);
          else if (!v.dims[d].empty())
            json.value(llvm::json::fixUTF8(v.dims[d]));
          else
            json.value(nullptr);
        }
      });
    for (const ValueInfo &element : v.element)
      json.attributeObject("element", [&] { type(element); });
  };
  auto values = [&](StringRef key, llvm::ArrayRef<ValueInfo> list) {
    json.attributeArray(key, [&] {
      for (const ValueInfo &v : list)
        json.object([&] {
          json.attribute("name", llvm::json::fixUTF8(v.name));
          type(v);
        });
    });
  };
  json.object([&] {
    json.attribute("name", info.name);
    json.attribute("source", llvm::json::fixUTF8(source));
    json.attribute("compiler", "cameo " CAMEO_VERSION);
    json.attribute("hash", info.hash);
    json.attribute("target", info.target);
    json.attribute("cpu_features", info.cpuFeatures);
    if (!info.otherTargets.empty())
      json.attribute("other_targets", llvm::json::Array(info.otherTargets));
    values("inputs", info.inputs);
    values("outputs", info.outputs);
    if (info.staticArena >= 0)
      json.attribute("arena_bytes", info.staticArena);
    json.attribute("allocates_at_run_time", info.dynamicMemory);
    if (!info.updates.empty())
      json.attributeArray("updates", [&] {
        for (const UpdateInfo &u : info.updates)
          json.object([&] {
            json.attribute("input",
                           llvm::json::fixUTF8(info.inputs[u.input].name));
            json.attribute("output",
                           llvm::json::fixUTF8(info.outputs[u.output].name));
            json.attribute("axis", static_cast<int64_t>(u.axis));
          });
      });
    json.attribute("weights_bytes", info.weightsSize);
    if (!info.weightsFile.empty()) {
      json.attribute("weights_file", llvm::json::fixUTF8(info.weightsFile));
      json.attribute("weights_hash", info.weightsHash);
    }
    json.attribute("launches", static_cast<int64_t>(info.launches.size()));
    json.attributeObject("metadata", [&] {
      for (auto &[key, value] : info.metadata)
        json.attribute(llvm::json::fixUTF8(key), llvm::json::fixUTF8(value));
    });
  });
  os << "\n";
}
