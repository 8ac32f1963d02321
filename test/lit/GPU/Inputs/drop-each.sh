#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
# Usage: drop-each.sh COUNT COMMAND...
# Runs the command COUNT times, each time without another of the barriers, waits and fences of the
# kernels that it runs in the emulator (CAMEO_EMULATOR_DROP_IN: of one); it must fail each time. Then
# once more with the number behind the last, which nothing has: it must succeed, or COUNT left out some.
count=$1
shift
for ((n = 0; n < count; ++n)); do
  if CAMEO_EMULATOR_DROP=$n "$@" 2>&1; then
    echo "nothing noticed that number $n is missing"
    exit 1
  fi
done
CAMEO_EMULATOR_DROP=$count exec "$@" 2>&1
