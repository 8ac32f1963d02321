// SPDX-License-Identifier: Apache-2.0
// The operation of the cameo dialect that multiplies bf16.
#ifndef CAMEO_DIALECTS_CAMEO_CAMEOBFLOAT_H
#define CAMEO_DIALECTS_CAMEO_CAMEOBFLOAT_H

#include "dialects/Cameo/Cameo.h"

#define GET_OP_CLASSES
#include "dialects/Cameo/CameoBFloatOps.h.inc"

#endif
