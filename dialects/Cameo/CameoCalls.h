// SPDX-License-Identifier: Apache-2.0
// Operations of the cameo dialect that call C functions, and constant strings.
#ifndef CAMEO_DIALECTS_CAMEO_CAMEOCALLS_H
#define CAMEO_DIALECTS_CAMEO_CAMEOCALLS_H

#include "dialects/Cameo/Cameo.h"

#define GET_OP_CLASSES
#include "dialects/Cameo/CameoCallOps.h.inc"

#endif
