/* SPDX-License-Identifier: Apache-2.0
 * The binary interface between a compiled model and whoever runs it (Cameo's runtime, or an
 * application of its own). Plain C, versioned; a compiled model depends on this and libm only.
 *
 * A compiled model NAME exports `const cameo_model NAME_descriptor`; a shared library also exports
 * it as `cameo_model_descriptor`. Models keep no state: all of it is in cameo_exec, which one
 * thread uses at a time. */
#ifndef CAMEO_ABI_H
#define CAMEO_ABI_H

#include <stdint.h>

#ifdef __cplusplus
extern "C" {
#endif

#define CAMEO_ABI_VERSION 5u

/* Element types; the values are those of ONNX's TensorProto.DataType. In memory: bool is one byte,
 * 0 or 1; types of 2 and 4 bits are packed, as in ONNX's files: a tensor's elements, row-major, are
 * one stream of bits, the first in the lowest bits of the first byte, the last byte filled up with
 * zeros (ignored in inputs); complex numbers are pairs; a string is a `const char *` to UTF-8 text that a
 * zero byte ends (null: the empty string). The texts of inputs stay as they are until the next run;
 * those of outputs, which may be the same ones, live until then. */
typedef enum cameo_dtype {
  CAMEO_FLOAT32 = 1,
  CAMEO_UINT8 = 2,
  CAMEO_INT8 = 3,
  CAMEO_UINT16 = 4,
  CAMEO_INT16 = 5,
  CAMEO_INT32 = 6,
  CAMEO_INT64 = 7,
  CAMEO_STRING = 8,
  CAMEO_BOOL = 9,
  CAMEO_FLOAT16 = 10,
  CAMEO_FLOAT64 = 11,
  CAMEO_UINT32 = 12,
  CAMEO_UINT64 = 13,
  CAMEO_COMPLEX64 = 14,
  CAMEO_COMPLEX128 = 15,
  CAMEO_BFLOAT16 = 16,
  CAMEO_FLOAT8E4M3FN = 17,
  CAMEO_FLOAT8E4M3FNUZ = 18,
  CAMEO_FLOAT8E5M2 = 19,
  CAMEO_FLOAT8E5M2FNUZ = 20,
  CAMEO_UINT4 = 21,
  CAMEO_INT4 = 22,
  CAMEO_FLOAT4E2M1 = 23,
  CAMEO_FLOAT8E8M0 = 24,
  CAMEO_UINT2 = 25,
  CAMEO_INT2 = 26
} cameo_dtype;

/* Which memory data lies in. */
typedef enum cameo_location {
  CAMEO_HOST = 0,
  CAMEO_DEVICE = 1 /* that of the device that the model's context uses */
} cameo_location;

/* A tensor: contiguous, row-major. */
typedef struct cameo_tensor {
  void *data;           /* inputs are only read */
  const int64_t *shape; /* `rank` sizes */
  int32_t rank;
  int32_t dtype; /* cameo_dtype */
  /* size of data; 0 for an input: not stated, taken from the shape */
  int64_t bytes;
  int32_t location; /* cameo_location of data */
  /* 0, or of a tensor whose rows a run appends to in place (cameo_update): the rows that its buffer
   * has room for, in each slice before the next begins. Then data is not contiguous, and bytes, if
   * stated, counts all of the buffer */
  int32_t capacity;
} cameo_tensor;

/* A kernel: works on the tiles [begin, end). `args` are 8-byte slots that the schedule filled;
 * `scratch` is this worker's own memory, as large as the launch asked for. */
typedef void (*cameo_kernel)(int64_t *args, int64_t begin, int64_t end,
                             void *scratch);

typedef struct cameo_exec cameo_exec;

/* What a model needs from its surroundings during one run. Filled by the caller; a callback
 * that is null is not needed unless its comment says so. */
struct cameo_exec {
  uint32_t abi_version; /* CAMEO_ABI_VERSION */
  uint32_t threads; /* workers parallel_for may use; 1 without parallel_for */
  void *arena;      /* plan[0] bytes, 64-byte aligned */
  const int64_t *plan; /* written by cameo_model.plan for these input shapes */
  /* 64-byte aligned; cameo_model.weights, or the mapped weights file */
  const void *weights;
  /* Runs kernel over [0, tiles) in pieces of at least `grain` tiles and returns when all are done.
   * Worker w (0 <= w < threads) gets scratch + w * scratch_stride. Null: the model calls the
   * kernel itself. */
  void (*parallel_for)(cameo_exec *, cameo_kernel kernel, int64_t *args,
                       int64_t tiles, int64_t grain, void *scratch,
                       int64_t scratch_stride);
  /* Memory (64-byte aligned) for what only the run can size; lives until the next run. Null on
   * return ends the run with CAMEO_OUT_OF_MEMORY. Needed if cameo_model.dynamic_memory. */
  void *(*allocate)(cameo_exec *, int64_t bytes);
  /* Told the reason before run returns an error; the text lives until the next run. An operator's
   * function (cameo/operator.h) may tell its own reason first: the model then tells where it was. */
  void (*fail)(cameo_exec *, const char *message);
  /* Profiling: called before (phase 0) and after (phase 1) launch `index` of cameo_model.launches. */
  void (*on_launch)(cameo_exec *, int32_t index, int32_t phase);
  void *user; /* the caller's own */
  /* ---- The device; needed if cameo_model.device ---- */
  void *device_arena; /* device memory of plan[3] bytes, 256-byte aligned */
  const void *device_weights; /* the weights in device memory, aligned alike */
  /* Puts a launch of kernel `kernel` of cameo_model.device in order. `args` are its 8-byte slots,
   * read before this returns; `shared` the bytes of dynamic shared memory of a block. Returns a
   * status, told to `fail` if it is not CAMEO_OK. */
  int32_t (*device_launch)(cameo_exec *, int32_t kernel, int64_t *args,
                           int64_t blocks, int64_t threads, int64_t shared);
  /* Copies; `kind` is a cameo_copy_kind. A copy to the host is done on return, others when what
   * was launched before is. Returns as device_launch does. */
  int32_t (*device_copy)(cameo_exec *, void *to, const void *from,
                         int64_t bytes, int32_t kind);
  /* As allocate, in device memory. */
  void *(*device_allocate)(cameo_exec *, int64_t bytes);
  /* For each of cameo_model.updates: the rows that the input's buffer has room for, which the run
   * then writes to; 0: nothing is lent. Null: nothing is. */
  const int64_t *capacities;
};

/* The copies of outputs need not be done before the run returns, but before its caller reads them;
 * what they copy from stays as it is. Nothing is launched after them. */
enum cameo_copy_kind {
  CAMEO_TO_DEVICE = 1,
  CAMEO_TO_HOST = 2,
  CAMEO_ON_DEVICE = 3,
  CAMEO_OUTPUT_TO_HOST = 4
};

/* Status codes of the model's functions. */
enum {
  CAMEO_OK = 0,
  CAMEO_INVALID_ARGUMENT = 1, /* a shape, type or value the model cannot take */
  CAMEO_OUT_OF_MEMORY = 2,
  CAMEO_RUNTIME_ERROR =
      3, /* a check of the model failed; cameo_exec.fail has the reason */
  CAMEO_UNSUPPORTED =
      4, /* this machine lacks what the model was compiled for */
  CAMEO_IO_ERROR = 5
};

/* What a value is. */
typedef enum cameo_kind {
  CAMEO_TENSOR = 0,
  CAMEO_SEQUENCE = 1,
  CAMEO_OPTIONAL = 2,
  CAMEO_MAP = 3
} cameo_kind;

/* A sequence, an optional or a map that a model takes or gives, and what is in it. Nobody changes
 * a value: a caller's lives and stays as it is during the run, a model's until the next run. */
typedef struct cameo_value cameo_value;
struct cameo_value {
  int32_t kind; /* cameo_kind */
  int32_t reserved;
  /* items of a sequence; 0 or 1 of an optional; entries of a map; else 0 */
  int64_t count;
  cameo_tensor tensor; /* if it is one */
  /* Sequence and optional: `count` of them. Map: two, its keys (int64 or string) and its values,
   * tensors of one dimension with `count` elements each. */
  const cameo_value *const *items;
  void *growth; /* the model's own; null in a caller's value */
};

typedef struct cameo_value_info cameo_value_info;
struct cameo_value_info {
  const char *name;
  int32_t dtype; /* tensor: cameo_dtype; map: that of its keys; else 0 */
  /* 0 of what is no tensor; -1 where tensors in a sequence differ in it */
  int32_t rank;
  const int64_t *shape; /* rank sizes; -1: known at run time only */
  const char *const
      *dim_names; /* rank entries, null where a dimension has no name */
  int32_t kind;   /* cameo_kind */
  int32_t reserved;
  /* of a sequence, an optional, a map's values; else null */
  const cameo_value_info *element;
};

typedef struct cameo_launch_info {
  const char *kernel; /* symbol of the kernel */
  const char *nodes;  /* ONNX nodes it computes, comma separated */
  double flops;       /* of one launch; -1 where shapes are dynamic */
  /* read and written, without caches; -1 where shapes are dynamic */
  double bytes;
} cameo_launch_info;

typedef struct cameo_key_value {
  const char *key;
  const char *value;
} cameo_key_value;

/* Code for a device in one form. */
typedef struct cameo_device_image {
  /* "sm_80": machine code for this chip and those of its generation after it;
   * "compute_80": PTX text, zero-terminated, for every chip from this one on;
   * "sm_90a", "compute_90a": for this chip alone, with the kernels' variants */
  const char *arch;
  const void *data;
  int64_t size;
} cameo_device_image;

/* A tensor as the chip's copy engine (TMA) is told of it: a CUtensorMap of the driver, with rows of
 * boxes swizzled by 128 bytes, zeros beyond the tensor, and float32 rounded to tf32. */
enum { CAMEO_MOST_MAPS = 2, CAMEO_MOST_MAP_DIMS = 5 };
typedef struct cameo_device_map {
  uint32_t slot; /* of the launch: the tensor's address. It is contiguous */
  int32_t dtype; /* cameo_dtype: float16, bfloat16, float32 */
  uint32_t rank; /* at least 2 */
  uint32_t reserved;
  /* -1 - s: what slot s of the launch has */
  int64_t sizes[CAMEO_MOST_MAP_DIMS];
  uint32_t box[CAMEO_MOST_MAP_DIMS];
  uint32_t padding;
} cameo_device_map;

/* What takes a kernel's place in images of "90a", if its maps can be made: addresses and strides are
 * multiples of 16 bytes, no size is zero. A launch has the kernel's grid and arguments, and then
 * the maps. */
typedef struct cameo_device_variant {
  const char *name;
  uint32_t threads, shared_memory; /* of a block */
  uint32_t map_count;              /* CAMEO_MOST_MAPS at most */
  uint32_t reserved;
  const cameo_device_map *maps;
} cameo_device_variant;

typedef struct cameo_device_kernel {
  const char *name;   /* symbol in the images */
  uint32_t arg_count; /* slots */
  /* most bytes of dynamic shared memory that a launch asks for */
  uint32_t shared_memory;
  const cameo_device_variant *variant; /* null: none */
} cameo_device_kernel;

typedef struct cameo_device {
  const char *kind; /* "cuda" */
  /* precision of its matrix products: "fp32", "tf32", "fp16", "bf16" */
  const char *math;
  uint32_t image_count, kernel_count;
  /* the best for a chip comes first among those that fit it */
  const cameo_device_image *images;
  const cameo_device_kernel *kernels;
  /* Whether runs on inputs of the same shapes launch the same kernels with the same arguments, after
   * copies of inputs and before those of outputs, and do nothing else: so that what one run has
   * launched can be launched again without it. */
  uint32_t replayable;
  uint32_t reserved;
  /* bytes of the weights, from the first on, that the device needs */
  int64_t weights_size;
  /* for each input, whether the host reads its contents: inputs[i] is in
   * the host's memory. Others may be in the device's */
  const uint8_t *host_inputs;
} cameo_device;

/* An output that is an input with rows behind or over it along one dimension. If the caller lends the input's
 * buffer, with room for those rows, the output is written there: only the new rows. The buffer's slices
 * along the axis are then apart by its capacity, in the input and in the output. */
typedef struct cameo_update {
  uint32_t input, output;
  uint32_t axis;
  uint32_t reserved;
} cameo_update;

typedef struct cameo_model {
  uint32_t abi_version;
  uint32_t struct_size; /* sizeof(cameo_model) when it was compiled */
  const char *name;
  const char *compiler; /* "cameo X.Y.Z" */
  const char *hash;     /* of the model and the options, hexadecimal */
  const char *target;   /* triple and CPU */
  /* what the CPU must have, comma separated, /proc/cpuinfo's spelling */
  const char *cpu_features;
  uint32_t input_count, output_count, metadata_count, launch_count;
  const cameo_value_info *inputs, *outputs;
  const cameo_key_value *metadata; /* of the ONNX file */
  const cameo_launch_info *launches;
  int64_t plan_size; /* entries of cameo_exec.plan */
  /* arena bytes for one thread if no input dimension is dynamic, else -1 */
  int64_t static_arena;
  uint32_t dynamic_memory; /* whether the run may call cameo_exec.allocate */
  uint32_t specialization_count;
  const void *weights; /* null if they are in a file */
  int64_t weights_size;
  const char *weights_file; /* name beside the library; null if embedded */
  /* first 16 bytes of that file, hexadecimal; null if embedded */
  const char *weights_hash;
  /* Computes plan[0..plan_size) (plan[0]: arena bytes, plan[3]: device arena bytes) for these input shapes and thread count. */
  int32_t (*plan)(const int64_t *const *input_shapes, int64_t threads,
                  int64_t *plan);
  /* One inference. inputs[i]: contiguous, row-major, alive and unchanged during the run; what is
   * no tensor is a `const cameo_value *`, as its output is, and its shape is not looked at.
   * outputs[i] is set to the result, which lives in the arena, in an input, in the weights or in
   * allocated memory, until the next run; output_shapes[i] (room for its rank) gets its shape. */
  int32_t (*run)(cameo_exec *exec, const void *const *inputs,
                 const int64_t *const *input_shapes, const void **outputs,
                 int64_t *const *output_shapes);
  const cameo_device *device; /* null for a model that runs on the CPU alone */
  /* The same model for another target, to be run where this machine does not run this one; its names,
   * types and shapes are the same, and so are its weights, of which each uses what it needs. Null:
   * this is the last. */
  const struct cameo_model *next;
  /* The same model for this target where some dimensions of its inputs have one size, which its
   * inputs' shapes tell; the first that fits the shapes of a run stands in for this one. Its launches
   * are a part of this one's, which lists all. */
  const struct cameo_model *const *specializations;
  uint32_t update_count, reserved;
  const cameo_update *updates; /* no input and no output twice */
} cameo_model;

#ifdef __cplusplus
}
#endif
#endif
