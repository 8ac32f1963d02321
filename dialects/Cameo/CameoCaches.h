// SPDX-License-Identifier: Apache-2.0
// The operations of the cameo dialect on buffers that a caller lends.
#ifndef CAMEO_DIALECTS_CAMEO_CAMEOCACHES_H
#define CAMEO_DIALECTS_CAMEO_CAMEOCACHES_H

#include "dialects/Cameo/Cameo.h"

#define GET_OP_CLASSES
#include "dialects/Cameo/CameoCacheOps.h.inc"

#endif
