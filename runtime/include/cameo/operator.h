/* SPDX-License-Identifier: Apache-2.0
 * For those who write operators in C: what a compiled model calls, the constants it hands over, and
 * how a result of data-dependent size is made. Plain C; nothing to link. See
 * docs/custom-operators.md. */
#ifndef CAMEO_OPERATOR_H
#define CAMEO_OPERATOR_H

#include "cameo/abi.h"

#include <stddef.h>
#include <string.h>

#ifdef __cplusplus
extern "C" {
#endif

/* An operator. Inputs are read only. An output whose shape the model knows comes with `data`; one
 * that only the function can size comes with null, and is made by cameo_make_output. Memory beyond
 * that is exec->allocate's, which lives until the next run. Returns CAMEO_OK, or ends the run with
 * a status of abi.h, preferably by cameo_fail. Keeps no state: several runs may be under way. */
typedef int32_t (*cameo_operator)(cameo_exec *exec, const cameo_tensor *inputs,
                                  int64_t input_count, cameo_tensor *outputs,
                                  int64_t output_count, const void *attributes);

/* Tells the reason (a text that lives until the next run) and gives the status to return. */
static inline int32_t cameo_fail(cameo_exec *exec, const char *reason) {
  if (exec->fail)
    exec->fail(exec, reason);
  return CAMEO_RUNTIME_ERROR;
}

/* Bytes of an element; 0 for what is no cameo_dtype. Types of 2 and 4 bits are packed: see
 * cameo_tensor_bytes. */
static inline int64_t cameo_element_size(int32_t dtype) {
  static const int8_t sizes[] = {0, 4,  1, 1, 2, 2, 4, 8, 8, 1, 2, 8, 4, 8,
                                 8, 16, 2, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1};
  return dtype > 0 && dtype < (int32_t)sizeof sizes ? sizes[dtype] : 0;
}

/* The number of elements; -1 if a size is negative or the product overflows. */
static inline int64_t cameo_element_count(const int64_t *shape, int32_t rank) {
  int64_t count = 1;
  int32_t i;
  for (i = 0; i < rank; ++i) {
    if (shape[i] < 0 || (shape[i] && count > INT64_MAX / shape[i]))
      return -1;
    count *= shape[i];
  }
  return count;
}

/* Bytes of `count` elements; -1 if that overflows. */
static inline int64_t cameo_tensor_bytes(int32_t dtype, int64_t count) {
  int64_t each =
      dtype == CAMEO_UINT2 || dtype == CAMEO_INT2 ? 4
      : dtype == CAMEO_UINT4 || dtype == CAMEO_INT4 || dtype == CAMEO_FLOAT4E2M1
          ? 2
          : 1;
  int64_t size = cameo_element_size(dtype);
  if (count < 0 || (size && count > INT64_MAX / size))
    return -1;
  return each > 1 ? count / each + (count % each != 0) : count * size;
}

/* Memory for an output that came without: writes its shape (output->rank sizes), data and bytes. */
static inline int32_t cameo_make_output(cameo_exec *exec, cameo_tensor *output,
                                        const int64_t *shape) {
  int64_t count = cameo_element_count(shape, output->rank);
  int64_t bytes = cameo_tensor_bytes(output->dtype, count);
  if (count < 0 || bytes < 0 || !exec->allocate)
    return CAMEO_OUT_OF_MEMORY;
  output->bytes = bytes;
  output->data = exec->allocate(exec, output->bytes ? output->bytes : 1);
  if (!output->data)
    return CAMEO_OUT_OF_MEMORY;
  if (output->rank) /* the model lends this memory for the purpose */
    memcpy((void *)output->shape, shape, (size_t)output->rank * sizeof *shape);
  return CAMEO_OK;
}

/* ---- Attributes: a table of the operator's constants by name ---- */

enum { CAMEO_INTS = 1, CAMEO_FLOATS = 2, CAMEO_STRINGS = 3 };

/* One constant; a single number or text is a list of one. Offsets count from the table's start. */
typedef struct cameo_attribute {
  int64_t name; /* offset of its name */
  int32_t kind;
  int32_t reserved;
  int64_t count;
  /* offset of int64_t, float, or offsets of texts; 8-byte aligned */
  int64_t data;
} cameo_attribute;

typedef struct cameo_attributes {
  int64_t count; /* the cameo_attributes follow, ordered by name */
  int64_t size;  /* bytes of the whole table */
} cameo_attributes;

/* Null if there is none of this name and kind. */
static inline const cameo_attribute *
cameo_find_attribute(const void *attributes, const char *name, int32_t kind) {
  const cameo_attributes *table = (const cameo_attributes *)attributes;
  const cameo_attribute *list = (const cameo_attribute *)(table + 1);
  int64_t i;
  for (i = 0; i < table->count; ++i)
    if (list[i].kind == kind &&
        strcmp((const char *)attributes + list[i].name, name) == 0)
      return &list[i];
  return NULL;
}

/* A list; null, and a count of 0, if there is none. */
static inline const int64_t *cameo_ints(const void *attributes,
                                        const char *name, int64_t *count) {
  const cameo_attribute *a = cameo_find_attribute(attributes, name, CAMEO_INTS);
  *count = a ? a->count : 0;
  return a ? (const int64_t *)((const char *)attributes + a->data) : NULL;
}
static inline const float *cameo_floats(const void *attributes,
                                        const char *name, int64_t *count) {
  const cameo_attribute *a =
      cameo_find_attribute(attributes, name, CAMEO_FLOATS);
  *count = a ? a->count : 0;
  return a ? (const float *)((const char *)attributes + a->data) : NULL;
}
static inline int64_t cameo_string_count(const void *attributes,
                                         const char *name) {
  const cameo_attribute *a =
      cameo_find_attribute(attributes, name, CAMEO_STRINGS);
  return a ? a->count : 0;
}
/* The text `i` of a list, `otherwise` if there is none. */
static inline const char *cameo_string(const void *attributes, const char *name,
                                       int64_t i, const char *otherwise) {
  const cameo_attribute *a =
      cameo_find_attribute(attributes, name, CAMEO_STRINGS);
  if (!a || i < 0 || i >= a->count)
    return otherwise;
  return (const char *)attributes +
         ((const int64_t *)((const char *)attributes + a->data))[i];
}
/* A single number, `otherwise` if there is none. */
static inline int64_t cameo_int(const void *attributes, const char *name,
                                int64_t otherwise) {
  int64_t count;
  const int64_t *list = cameo_ints(attributes, name, &count);
  return count ? list[0] : otherwise;
}
static inline float cameo_float(const void *attributes, const char *name,
                                float otherwise) {
  int64_t count;
  const float *list = cameo_floats(attributes, name, &count);
  return count ? list[0] : otherwise;
}

#ifdef __cplusplus
}
#endif
#endif
