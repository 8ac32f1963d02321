/* SPDX-License-Identifier: Apache-2.0
 * The runtime that loads and runs compiled models (cameo/abi.h). Plain C; needs
 * libc and libm only.
 *
 *   cameo_error error;
 *   cameo_library *library;
 *   cameo_context *context;
 *   if (cameo_library_open("mlp.so", NULL, &library, &error))
 *     puts(error.message);
 *   if (cameo_context_create(library, NULL, &context, &error))
 *     puts(error.message);
 *   int64_t shape[] = {1, 784};
 *   cameo_tensor in = {pixels, shape, 2, CAMEO_FLOAT32, sizeof pixels}, out = {0};
 *   if (cameo_run(context, &in, 1, &out, 1, &error))
 *     puts(error.message);
 *
 * Errors: what can fail returns a status (CAMEO_OK, or another of cameo/abi.h)
 * and, if `error` is not null, says why there. Nothing is printed; nothing is
 * thrown; there is no global state. Threads: a library and a pool may be used
 * by several threads at once; a context by one at a time. Ownership: libraries
 * and pools are counted; a context keeps the library and the pool that it uses,
 * so close and release may be called in any order. */
#ifndef CAMEO_RUNTIME_H
#define CAMEO_RUNTIME_H

#include "cameo/abi.h"

#include <stddef.h>

#if defined(__GNUC__)
#define CAMEO_API __attribute__((visibility("default")))
#else
#define CAMEO_API
#endif

#ifdef __cplusplus
extern "C" {
#endif

typedef struct cameo_library cameo_library; /* a model that can be run */
typedef struct cameo_pool cameo_pool; /* threads that contexts may share */
typedef struct cameo_context
    cameo_context; /* what one run at a time needs: arena, plans, threads */

/* Why a call failed. Caller's memory; the message is always terminated. */
typedef struct cameo_error {
  int32_t status;
  char message[508];
} cameo_error;

/* "0.1.0". */
CAMEO_API const char *cameo_version(void);
/* "ok", "invalid argument", ...; never null. */
CAMEO_API const char *cameo_status_name(int32_t status);
/* ONNX's name in lower case ("float32", "uint8", "bool"); null for what is no
 * cameo_dtype. */
CAMEO_API const char *cameo_dtype_name(int32_t dtype);
/* Bytes of one element in memory; 0 for what is no cameo_dtype. Types of 2 and
 * 4 bits, of which several share a byte, have 1: see cameo_dtype_bytes. */
CAMEO_API int64_t cameo_dtype_size(int32_t dtype);
/* Bits of one element; 0 for what is no cameo_dtype. */
CAMEO_API int64_t cameo_dtype_bits(int32_t dtype);
/* Bytes of a tensor of `count` elements; -1 if that is negative or too many. */
CAMEO_API int64_t cameo_dtype_bytes(int32_t dtype, int64_t count);

/* ---- Sequences, optionals, maps ----
 * An input or an output that is no tensor (cameo_value_info.kind) is a cameo_tensor whose `data`
 * points to a cameo_value; its other fields are 0. A caller's value and all that it points to stay
 * the caller's. A result is the context's, as other results are, until its next run or its end. */

/* A value that refers to the tensor's data and shape. */
CAMEO_API cameo_value cameo_value_tensor(cameo_tensor tensor);
/* A sequence that refers to `count` items. */
CAMEO_API cameo_value cameo_value_sequence(const cameo_value *const *items,
                                           int64_t count);
/* An optional that refers to one item; null: an empty one. */
CAMEO_API cameo_value cameo_value_optional(const cameo_value *const *item);
/* A map that refers to two tensors of one dimension and equal length, keys and
 * values. */
CAMEO_API cameo_value cameo_value_map(const cameo_value *const *columns);
/* Item `i` of a sequence or an optional; a map's keys are 0, its values 1. Null
 * if there is none. */
CAMEO_API const cameo_value *cameo_value_item(const cameo_value *value,
                                              int64_t i);
/* A copy of all that belongs to a value, the caller's to free. */
CAMEO_API int32_t cameo_value_copy(const cameo_value *value, cameo_value **copy,
                                   cameo_error *error);
/* Frees what cameo_value_copy made; null is allowed. */
CAMEO_API void cameo_value_free(cameo_value *copy);

/* ---- Libraries ---- */

/* Who runs a model that was compiled for several. */
typedef enum cameo_target {
  CAMEO_TARGET_ANY =
      0, /* a GPU if this machine has one that can, else the CPU */
  CAMEO_TARGET_CPU = 1,
  CAMEO_TARGET_CUDA = 2
} cameo_target;

typedef struct cameo_load_options {
  uint32_t struct_size; /* sizeof(cameo_load_options) */
  int32_t target;       /* cameo_target */
  /* the weights file, if it is not beside the library */
  const char *weights_path;
} cameo_load_options;

/* Loads the shared library at `path`. `options` may be null. CAMEO_IO_ERROR: no
 * such file, not a compiled model, weights missing or not those the model was
 * compiled with; CAMEO_UNSUPPORTED: another ABI version, or the CPU lacks a
 * feature. */
CAMEO_API int32_t cameo_library_open(const char *path,
                                     const cameo_load_options *options,
                                     cameo_library **library,
                                     cameo_error *error);
/* The same for a model that is linked into the program: `&NAME_descriptor`,
 * which must outlive the library. A weights file is looked for beside the
 * binary that holds the descriptor. */
CAMEO_API int32_t cameo_library_from_model(const cameo_model *model,
                                           const cameo_load_options *options,
                                           cameo_library **library,
                                           cameo_error *error);
/* Gives up the caller's hold; null is allowed. */
CAMEO_API void cameo_library_close(cameo_library *library);
/* Names, types, shapes, metadata and launches: the model's descriptor, alive as
 * the library is. */
CAMEO_API const cameo_model *cameo_library_model(const cameo_library *library);
/* Index by name, -1 if there is none. */
CAMEO_API int32_t cameo_library_find_input(const cameo_library *library,
                                           const char *name);
CAMEO_API int32_t cameo_library_find_output(const cameo_library *library,
                                            const char *name);
/* A value of the ONNX file's metadata; null if there is none of that key. */
CAMEO_API const char *cameo_library_metadata(const cameo_library *library,
                                             const char *key);

/* ---- Thread pools ---- */

/* A pool for `threads` threads, of which the one that calls cameo_run is the
 * first; 0: one per core that this process may use. The workers spin for a
 * short while after each kernel, then sleep. Of several contexts that run at
 * the same moment one uses the pool; the others run on their own thread. */
CAMEO_API int32_t cameo_pool_create(uint32_t threads, cameo_pool **pool,
                                    cameo_error *error);
/* Gives up the caller's hold; null is allowed. The last hold stops the threads.
 */
CAMEO_API void cameo_pool_release(cameo_pool *pool);
CAMEO_API uint32_t cameo_pool_threads(const cameo_pool *pool);

/* ---- Contexts ---- */

typedef struct cameo_context_options {
  uint32_t struct_size; /* sizeof(cameo_context_options) */
  uint32_t threads;     /* 0: as many as the pool has, 1 without a pool */
  cameo_pool *pool;     /* null: a pool of its own if threads > 1 */
  /* Runs kernels in place of a pool: see cameo_exec. `exec->user` is `user`. */
  void (*parallel_for)(cameo_exec *exec, cameo_kernel kernel, int64_t *args,
                       int64_t tiles, int64_t grain, void *scratch,
                       int64_t scratch_stride);
  /* Memory for arena and run-time buffers; both or neither. `allocate` returns
   * `alignment`-aligned memory or null; `release` gets the same `bytes`. */
  void *(*allocate)(void *user, int64_t bytes, int64_t alignment);
  void (*release)(void *user, void *memory, int64_t bytes);
  void *user;
  /* An arena of the caller's (64-byte aligned, alive as the context is) in
   * place of an allocated one. A run that needs more fails with
   * CAMEO_OUT_OF_MEMORY; see cameo_context_prepare. */
  void *arena;
  int64_t arena_bytes;
  uint32_t plans; /* shapes that stay planned; 0: 16 */
  /* ---- For models that run on a GPU ---- */
  int32_t device; /* which of the machine's; 0: the first */
  /* A CUstream of that device's primary context, alive as this context is, in which runs do their
   * work; null: one of the context's own. A run whose inputs and outputs are all in device memory
   * then returns when its work is in the stream; what goes wrong later is an error of the stream. */
  void *stream;
  uint32_t no_graphs; /* not 0: every run launches its kernels one by one */
  uint32_t reserved;
} cameo_context_options;

/* `options` may be null: one thread, memory from libc. */
CAMEO_API int32_t cameo_context_create(cameo_library *library,
                                       const cameo_context_options *options,
                                       cameo_context **context,
                                       cameo_error *error);
/* Frees it and all outputs that still live in it; null is allowed. */
CAMEO_API void cameo_context_destroy(cameo_context *context);

/* Runs the model. `inputs` and `outputs` are as many as the model has, in its
 * order; types, ranks, sizes and the equality of dimensions of one name are
 * checked first (CAMEO_INVALID_ARGUMENT). An output with null data becomes a
 * view (data, shape, rank, dtype, bytes) that is valid until the context's next
 * run or its end. An output with data is copied there: `bytes` is the room, and
 * becomes the size; too little room is CAMEO_INVALID_ARGUMENT, told after the
 * run with the other fields filled. Once a set of shapes has run, further runs
 * with it neither allocate nor lock, unless the model sizes tensors by their
 * data. On a GPU the second run with a set of shapes records what it launches
 * in a graph, if the model allows it; further ones launch that. Tensors may be
 * in the device's memory (`location`), also outputs with null data. */
CAMEO_API int32_t cameo_run(cameo_context *context, const cameo_tensor *inputs,
                            uint32_t input_count, cameo_tensor *outputs,
                            uint32_t output_count, cameo_error *error);
/* In place: an input that the model appends rows to (cameo_model.updates) may be in a buffer with room
 * for more of them. The caller says so with `capacity`, the rows that each slice of the buffer along
 * the update's axis has room for; the input's shape says how many are there. The run then writes the
 * new rows behind those, copies nothing, and the output is a view of that buffer with the same
 * `capacity`, to be passed as the input of the next run. Its data must be null before, or the buffer.
 * The caller owns the buffer, lends each to one input of one run at a time, and gets
 * CAMEO_RUNTIME_ERROR if there is no room for the new rows. A run that fails may have written where the
 * new rows belong: behind those that were there, or over those that the model replaces. */

/* Checks and plans these input shapes and allocates the arena without running;
 * data may be null. `arena_bytes` (may be null) gets the arena's size, also
 * when a caller's arena is too small. */
CAMEO_API int32_t cameo_context_prepare(cameo_context *context,
                                        const cameo_tensor *inputs,
                                        uint32_t input_count,
                                        int64_t *arena_bytes,
                                        cameo_error *error);
/* Bytes held now: arena, plans and memory of data-dependent size. */
CAMEO_API int64_t cameo_context_memory(const cameo_context *context);

/* Calls `hook` before (phase 0) and after (phase 1) each launch; `launch`
 * indexes cameo_model.launches. Null ends it. */
CAMEO_API void cameo_context_profile(cameo_context *context,
                                     void (*hook)(void *user, int32_t launch,
                                                  int32_t phase),
                                     void *user);

#ifdef __cplusplus
}
#endif
#endif
