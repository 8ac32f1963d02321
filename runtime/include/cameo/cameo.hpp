// SPDX-License-Identifier: Apache-2.0
// C++17 over cameo/runtime.h: handles that free themselves, shapes as vectors,
// errors as values (no exceptions are thrown; none are needed).
//
//   auto library = cameo::Library::open("mlp.so");
//   if (!library) return report(library.error().message);
//   auto context = cameo::Context::create(*library, {/*threads=*/4});
//   auto outputs = context->run({cameo::input(pixels, {1, 784})});
//   if (!outputs) return report(outputs.error().message);
//   const float *scores = (*outputs)[0].data<float>();
#ifndef CAMEO_CAMEO_HPP
#define CAMEO_CAMEO_HPP

#include "cameo/runtime.h"

#include <cstdint>
#include <memory>
#include <string>
#include <utility>
#include <variant>
#include <vector>

namespace cameo {

/// Why something failed.
struct Error {
  int32_t status = CAMEO_OK;
  std::string message;
};

/// A T, or why there is none. Look before you take it.
template <typename T> class [[nodiscard]] Result {
public:
  Result(T value) : state(std::in_place_index<0>, std::move(value)) {}
  Result(Error error) : state(std::in_place_index<1>, std::move(error)) {}
  explicit operator bool() const { return state.index() == 0; }
  T &operator*() { return *std::get_if<0>(&state); }
  const T &operator*() const { return *std::get_if<0>(&state); }
  T *operator->() { return std::get_if<0>(&state); }
  const T *operator->() const { return std::get_if<0>(&state); }
  /// Only if there is no T.
  const Error &error() const { return *std::get_if<1>(&state); }

private:
  std::variant<T, Error> state;
};

namespace detail {
inline Error take(const cameo_error &error) {
  return {error.status, error.message};
}

template <typename T> struct DType;
#define CAMEO_DTYPE(type, value)                                               \
  template <> struct DType<type> {                                             \
    static constexpr int32_t dtype = value;                                    \
  };
CAMEO_DTYPE(float, CAMEO_FLOAT32)
CAMEO_DTYPE(double, CAMEO_FLOAT64)
CAMEO_DTYPE(int8_t, CAMEO_INT8)
CAMEO_DTYPE(int16_t, CAMEO_INT16)
CAMEO_DTYPE(int32_t, CAMEO_INT32)
CAMEO_DTYPE(int64_t, CAMEO_INT64)
CAMEO_DTYPE(uint8_t, CAMEO_UINT8)
CAMEO_DTYPE(uint16_t, CAMEO_UINT16)
CAMEO_DTYPE(uint32_t, CAMEO_UINT32)
CAMEO_DTYPE(uint64_t, CAMEO_UINT64)
CAMEO_DTYPE(bool, CAMEO_BOOL)
#undef CAMEO_DTYPE
} // namespace detail

/// An input: someone else's data, and its shape.
struct Input {
  const void *data = nullptr;
  int32_t dtype = 0;
  std::vector<int64_t> shape;
  int64_t bytes = 0;    // 0: taken from the shape
  int32_t capacity = 0; // of a buffer that is lent: see cache()
};

template <typename T> Input input(const T *data, std::vector<int64_t> shape) {
  return {data, detail::DType<T>::dtype, std::move(shape), 0};
}
/// The vector's size is checked against the shape.
template <typename T>
Input input(const std::vector<T> &data, std::vector<int64_t> shape) {
  return {data.data(), detail::DType<T>::dtype, std::move(shape),
          int64_t(data.size() * sizeof(T))};
}

/// Lends the buffer of an input that the model appends rows to
/// (cameo_model.updates): it has room for `capacity` rows along that dimension,
/// of which `shape` says how many are there. The run writes the new ones behind
/// them.
template <typename T>
Input cache(T *data, std::vector<int64_t> shape, int32_t capacity) {
  return {data, detail::DType<T>::dtype, std::move(shape), 0, capacity};
}

class Output;

/// A value that is no tensor; someone else's, as a result is the context's.
class ValueView {
public:
  explicit ValueView(const cameo_value *value) : value(value) {}
  /// A cameo_kind; CAMEO_TENSOR of a view of nothing, which has no data.
  int32_t kind() const { return value ? value->kind : CAMEO_TENSOR; }
  /// Items of a sequence, 0 or 1 of an optional, entries of a map.
  int64_t size() const { return value ? value->count : 0; }
  /// Item `i` of a sequence or an optional; a view of nothing beyond.
  ValueView operator[](int64_t i) const {
    return kind() == CAMEO_MAP ? ValueView(nullptr) : part(i);
  }
  /// A map's keys and values: tensors of size() elements.
  ValueView keys() const { return column(0); }
  ValueView values() const { return column(1); }
  /// As a tensor; one without data if it is none.
  inline Output tensor() const;
  const cameo_value *get() const { return value; }

private:
  ValueView part(int64_t i) const {
    return ValueView(cameo_value_item(value, i));
  }
  ValueView column(int64_t i) const {
    return kind() == CAMEO_MAP ? part(i) : ValueView(nullptr);
  }
  const cameo_value *value;
};

/// A value of one's own, tensors' data aside, which are only referred to until
/// it is a copy. Copies share it.
class Value {
public:
  /// Refers to the data, which must outlive the value.
  static Value tensor(Input input) {
    auto node = std::make_shared<Node>();
    node->shape = std::move(input.shape);
    node->value = cameo_value_tensor(
        {const_cast<void *>(input.data), node->shape.data(),
         int32_t(node->shape.size()), input.dtype, input.bytes, CAMEO_HOST, 0});
    return Value(node, &node->value);
  }
  static Value sequence(std::vector<Value> items) {
    auto node = std::make_shared<Node>();
    node->hold(std::move(items));
    node->value = cameo_value_sequence(node->pointers.data(),
                                       int64_t(node->pointers.size()));
    return Value(node, &node->value);
  }
  static Value optional() {
    auto node = std::make_shared<Node>();
    node->value = cameo_value_optional(nullptr);
    return Value(node, &node->value);
  }
  static Value optional(Value item) {
    auto node = std::make_shared<Node>();
    node->hold({std::move(item)});
    node->value = cameo_value_optional(node->pointers.data());
    return Value(node, &node->value);
  }
  /// Tensors of one dimension and equal length.
  static Value map(Value keys, Value values) {
    auto node = std::make_shared<Node>();
    node->hold({std::move(keys), std::move(values)});
    node->value = cameo_value_map(node->pointers.data());
    return Value(node, &node->value);
  }
  /// A copy of all that belongs to a result, so that it outlives the next run.
  static Result<Value> copy(ValueView view) {
    cameo_value *copy;
    cameo_error error;
    if (cameo_value_copy(view.get(), &copy, &error))
      return detail::take(error);
    return Value(std::shared_ptr<void>(
                     copy,
                     [](void *memory) {
                       cameo_value_free(static_cast<cameo_value *>(memory));
                     }),
                 copy);
  }
  ValueView view() const { return ValueView(value); }

private:
  struct Node {
    cameo_value value{};
    std::vector<int64_t> shape;
    std::vector<Value> items;
    std::vector<const cameo_value *> pointers;
    void hold(std::vector<Value> values) {
      items = std::move(values);
      for (const Value &item : items)
        pointers.push_back(item.value);
    }
  };
  Value(std::shared_ptr<void> owner, const cameo_value *value)
      : owner(std::move(owner)), value(value) {}
  std::shared_ptr<void> owner;
  const cameo_value *value;
};

/// An input that is no tensor; the value must outlive the run.
inline Input input(const Value &value) {
  return {value.view().get(), 0, {}, 0};
}

/// A result: valid until its context runs again or ends.
class Output {
public:
  explicit Output(const cameo_tensor &tensor, uint32_t axis = 0)
      : tensor(tensor), axis(axis) {}
  int32_t dtype() const { return tensor.dtype; }
  std::vector<int64_t> shape() const {
    return {tensor.shape, tensor.shape + tensor.rank};
  }
  int64_t bytes() const { return tensor.bytes; }
  /// Of a result in a buffer that was lent: the rows that it has room for. Its
  /// slices are apart by these, and bytes() is all of the buffer; copy() takes
  /// the rows alone. 0: contiguous.
  int32_t capacity() const { return tensor.capacity; }
  int64_t size() const {
    int64_t count = 1;
    for (int32_t i = 0; i < tensor.rank; ++i)
      count *= tensor.shape[i];
    return count;
  }
  const void *raw() const { return tensor.data; }
  /// Null if the elements are not of type T.
  template <typename T> const T *data() const {
    return tensor.dtype == detail::DType<T>::dtype
               ? static_cast<const T *>(tensor.data)
               : nullptr;
  }
  template <typename T> std::vector<T> copy() const {
    const T *from = data<T>();
    if (!from || !tensor.capacity)
      return from ? std::vector<T>(from, from + size()) : std::vector<T>();
    int64_t slices = 1, row = 1;
    for (int32_t i = 0; i < tensor.rank; ++i)
      if (i != int32_t(axis))
        (i < int32_t(axis) ? slices : row) *= tensor.shape[i];
    std::vector<T> result;
    result.reserve(size_t(size()));
    for (int64_t i = 0; i < slices; ++i, from += row * tensor.capacity)
      result.insert(result.end(), from, from + row * tensor.shape[axis]);
    return result;
  }

  /// Of an output that is no tensor (cameo_value_info.kind).
  ValueView value() const {
    return ValueView(static_cast<const cameo_value *>(tensor.data));
  }

private:
  cameo_tensor tensor;
  uint32_t axis; // along which a lent buffer has its capacity
};

inline Output ValueView::tensor() const {
  return Output(value && value->kind == CAMEO_TENSOR ? value->tensor
                                                     : cameo_tensor{});
}

/// A model. Copies share it; any thread may use it.
class Library {
public:
  /// A shared library made by cameoc. `weights`: its weights file, if not
  /// beside it; `target`: who runs it, if it is for several.
  static Result<Library> open(const std::string &path,
                              const std::string &weights = {},
                              cameo_target target = CAMEO_TARGET_ANY) {
    cameo_load_options options = {sizeof options, target,
                                  weights.empty() ? nullptr : weights.c_str()};
    cameo_library *library;
    cameo_error error;
    if (cameo_library_open(path.c_str(), &options, &library, &error))
      return detail::take(error);
    return Library(library);
  }
  /// A model linked into the program: Library::of(NAME_descriptor).
  static Result<Library> of(const cameo_model &model) {
    cameo_library *library;
    cameo_error error;
    if (cameo_library_from_model(&model, nullptr, &library, &error))
      return detail::take(error);
    return Library(library);
  }

  const cameo_model &model() const {
    return *cameo_library_model(handle.get());
  }
  std::string name() const { return model().name; }
  /// Index of the input or output of this name; -1 if there is none.
  int32_t findInput(const std::string &name) const {
    return cameo_library_find_input(handle.get(), name.c_str());
  }
  int32_t findOutput(const std::string &name) const {
    return cameo_library_find_output(handle.get(), name.c_str());
  }
  /// A value of the ONNX file's metadata; empty if there is none.
  std::string metadata(const std::string &key) const {
    const char *value = cameo_library_metadata(handle.get(), key.c_str());
    return value ? value : "";
  }
  cameo_library *get() const { return handle.get(); }

private:
  explicit Library(cameo_library *library)
      : handle(library, cameo_library_close) {}
  std::shared_ptr<cameo_library> handle;
};

/// Threads for several contexts. Copies share them.
class Pool {
public:
  /// 0: one per core.
  static Result<Pool> create(uint32_t threads = 0) {
    cameo_pool *pool;
    cameo_error error;
    if (cameo_pool_create(threads, &pool, &error))
      return detail::take(error);
    return Pool(pool);
  }
  uint32_t threads() const { return cameo_pool_threads(handle.get()); }
  cameo_pool *get() const { return handle.get(); }

private:
  explicit Pool(cameo_pool *pool) : handle(pool, cameo_pool_release) {}
  std::shared_ptr<cameo_pool> handle;
};

/// What runs a library; for one thread at a time.
class Context {
public:
  struct Options {
    uint32_t threads = 0;       // 0: one, or as many as the pool has
    const Pool *pool = nullptr; // shared with other contexts
    int32_t device = 0;         // which GPU, for models that run on one
  };
  static Result<Context> create(const Library &library) {
    return create(library, Options());
  }
  static Result<Context> create(const Library &library,
                                const Options &options) {
    cameo_context_options c = {};
    c.struct_size = sizeof c;
    c.threads = options.threads;
    c.pool = options.pool ? options.pool->get() : nullptr;
    c.device = options.device;
    return create(library, c);
  }
  /// With all that the C API offers: own memory, own arena, own parallel_for.
  static Result<Context> create(const Library &library,
                                const cameo_context_options &options) {
    cameo_context *context;
    cameo_error error;
    if (cameo_context_create(library.get(), &options, &context, &error))
      return detail::take(error);
    return Context(context, library);
  }

  /// Inputs in the model's order; the results are valid until the next run.
  Result<std::vector<Output>> run(const std::vector<Input> &inputs) {
    std::vector<cameo_tensor> out(library.model().output_count);
    cameo_error error;
    std::vector<cameo_tensor> in = tensors(inputs);
    if (cameo_run(handle.get(), in.data(), uint32_t(in.size()), out.data(),
                  uint32_t(out.size()), &error))
      return detail::take(error);
    std::vector<Output> outputs(out.begin(), out.end());
    const cameo_model &model = library.model();
    for (uint32_t i = 0; i < model.update_count; ++i) {
      const cameo_update &update = model.updates[i];
      outputs[update.output] = Output(out[update.output], update.axis);
    }
    return outputs;
  }
  /// Plans these shapes and returns the arena's size, without running.
  Result<int64_t> prepare(const std::vector<Input> &inputs) {
    int64_t bytes = 0;
    cameo_error error;
    std::vector<cameo_tensor> in = tensors(inputs);
    if (cameo_context_prepare(handle.get(), in.data(), uint32_t(in.size()),
                              &bytes, &error))
      return detail::take(error);
    return bytes;
  }
  int64_t memory() const { return cameo_context_memory(handle.get()); }
  cameo_context *get() const { return handle.get(); }

private:
  struct Destroy {
    void operator()(cameo_context *context) const {
      cameo_context_destroy(context);
    }
  };
  Context(cameo_context *context, Library library)
      : handle(context), library(std::move(library)) {}
  static std::vector<cameo_tensor> tensors(const std::vector<Input> &inputs) {
    std::vector<cameo_tensor> result;
    result.reserve(inputs.size());
    for (const Input &input : inputs)
      result.push_back({const_cast<void *>(input.data), input.shape.data(),
                        int32_t(input.shape.size()), input.dtype, input.bytes,
                        CAMEO_HOST, input.capacity});
    return result;
  }
  std::unique_ptr<cameo_context, Destroy> handle;
  Library library;
};

} // namespace cameo

#endif
