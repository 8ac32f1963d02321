// SPDX-License-Identifier: Apache-2.0
// Caches that a caller lends: a run appends rows to what an input's buffer holds, in place. Apart from the other
// operations, in CameoCaches.h, for few files know of them.
#ifndef CAMEO_DIALECTS_CAMEO_CACHE_OPS
#define CAMEO_DIALECTS_CAMEO_CACHE_OPS

include "dialects/Cameo/CameoOps.td"

def Cameo_CacheOp : Cameo_Op<"cache", [Pure]> {
  let summary = "The buffer for an input's rows and for new ones behind them";
  let description = [{
    `past` is an argument of `@main` with `dim(past, axis)` rows: slices along `axis`. If the caller
    lends its buffer, with room for some number of rows in each slice before the next begins (at least
    `rows`: the run checks that), the result is that buffer, its size along `axis` the room, and
    `missing` is 0. Else it is memory of the schedule's own for `rows` rows, which hold nothing yet,
    and `missing` is the number of the rows of `past`, which have to be copied. All other sizes are
    those of `past`. `update` numbers the pairs of inputs and outputs that the model updates so
    (`cameo_model.updates`).
  }];
  let arguments = (ins AnyRankedTensor:$past, Index:$rows, I64Attr:$axis, I64Attr:$update);
  let results = (outs AnyRankedTensor:$buffer, Index:$missing);
  let assemblyFormat = [{
    $update $past `rows` `(` $rows `)` `axis` $axis attr-dict `:` type($past) `->` type($buffer)
  }];
  let hasVerifier = 1;
}

def Cameo_CacheRowsOp : Cameo_Op<"cache_rows", [Pure]> {
  let summary = "The first rows of a cache, where they are";
  let description = [{
    What a run returns of a cache: a view that is contiguous only where the cache has no more room
    than `rows`, so nothing but the return reads it.
  }];
  let arguments = (ins AnyRankedTensor:$source, Index:$rows, I64Attr:$axis);
  let results = (outs AnyRankedTensor:$result);
  let assemblyFormat = [{
    $source `(` $rows `)` `axis` $axis attr-dict `:` type($source) `to` type($result)
  }];
  let hasVerifier = 1;
}

def Cameo_CacheCapacityOp : Cameo_Op<"cache_capacity", [MemoryEffects<[MemRead]>]> {
  let summary = "The rows that the caller has room for in the input of an update; 0: nothing is lent";
  let arguments = (ins I64Attr:$update);
  let results = (outs Index:$rows);
  let assemblyFormat = "$update attr-dict";
}

#endif
