#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
# Runs a bundle of scripts/gpu-check on this machine and writes results.json beside this script:
# results of GPU against CPU and times for each case, what compute-sanitizer finds in the small
# ones, instructions in the machine code, PyTorch's times for the same sizes. Tools that are not
# here are left out and named.
# Usage: run.sh [--runs N] [CASE...]      exit status: 0 all is well, 1 something is not
set -uo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")" || exit 2
runs=100 cases=()
while [ $# -gt 0 ]; do
  case $1 in
    --runs) runs=$2; shift ;;
    *) cases+=("$1") ;;
  esac
  shift
done
tool() { command -v "$1" || { [ -x "/usr/local/cuda/bin/$1" ] && echo "/usr/local/cuda/bin/$1"; }; }
sanitizer=$(tool compute-sanitizer) ptxas=$(tool ptxas) dump=$(tool cuobjdump)
torch=; ! python3 -c 'import torch; assert torch.cuda.is_available()' 2>/dev/null || torch=1
missing=()
[ -n "$sanitizer" ] || missing+=(compute-sanitizer)
[ -n "$ptxas" ] || missing+=(ptxas)
[ -n "$dump" ] || missing+=(cuobjdump)
[ -n "$torch" ] || missing+=('PyTorch with CUDA')
for name in "${missing[@]}"; do echo "without $name: it is not here" >&2; done
bad=0 first=1
work=$(mktemp -d); trap 'rm -rf "$work"' EXIT
emit() { # one object of the list
  [ $first = 1 ] || printf ',\n' >>results.json
  first=0
  printf '    %s' "$1" >>results.json
  printf '%s\n' "$1"
}
capability=$(nvidia-smi --query-gpu=compute_cap --format=csv,noheader 2>/dev/null | head -1 | tr -d .)
{
  printf '{\n  "date": "%s",\n' "$(date -u +%FT%TZ)"
  printf '  "gpu": "%s",\n' "$(nvidia-smi --query-gpu=name,driver_version --format=csv,noheader 2>/dev/null | head -1)"
  printf '  "missing_tools": "%s",\n' "$(IFS=,; echo "${missing[*]}")"
  printf '  "results": [\n'
} >results.json

while IFS=$'\t' read -r name kind math options sass; do
  case $name in ''|'#'*) continue ;; esac
  [ ${#cases[@]} -eq 0 ] || [[ " ${cases[*]} " == *" $name "* ]] || continue
  # shellcheck disable=SC2086 # options are words
  line=$(./gpu-check-run "cases/$name.so" $options --runs="$runs" 2>"$work/err")
  status=$?
  [ $status -le 2 ] && [ -n "$line" ] || line="{\"library\": \"cases/$name.so\", \"status\": \"crashed\", \"code\": $status}"
  [ $status = 0 ] || bad=1
  emit "{\"case\": \"$name\", \"kind\": \"$kind\", \"run\": $line}"
  if [ "$kind" = small ] && [ -n "$sanitizer" ]; then
    for check in memcheck racecheck synccheck initcheck; do
      # shellcheck disable=SC2086
      if "$sanitizer" --tool $check --error-exitcode 9 ./gpu-check-run "cases/$name.so" $options --runs=0 >"$work/log" 2>&1; then
        found=none
      else
        found=$(grep -m1 -E 'ERROR SUMMARY|=========.*(Invalid|hazard|Barrier|Uninit)' "$work/log" | tr -d '"\\')
        found=${found:-failed} bad=1
      fi
      emit "{\"case\": \"$name\", \"sanitizer\": \"$check\", \"found\": \"$found\"}"
    done
  fi
  if [ -n "$ptxas" ] && [ -n "$dump" ]; then
    chip=sm_${capability:-80} text=ptx/$name.sm_80.ptx
    if [ "$chip" = sm_90 ]; then chip=sm_90a text=ptx/$name.sm_90a.ptx sass=${sass#*,}; fi
    sass=${sass%,*}
    if "$ptxas" -arch="$chip" -O3 "$text" -o "$work/code.cubin" 2>"$work/log"; then
      "$dump" -sass "$work/code.cubin" >"$work/sass"
      count() { grep -cE "[[:space:]]$1" "$work/sass"; }
      local_memory=$(count '(LDL|STL)')
      wanted=true
      if [ "$sass" != - ] && [ "$(count "$sass")" = 0 ]; then wanted=false bad=1; fi
      [ "$local_memory" = 0 ] || [ "$kind" = model ] || bad=1
      emit "{\"case\": \"$name\", \"chip\": \"$chip\", \"sass\": \"$sass\", \"found\": $wanted, \"local_memory\": $local_memory}"
    fi
  fi
done <cases.tsv
if [ -n "$torch" ]; then
  while IFS= read -r line; do emit "$line"; done < <(python3 compare.py cases.tsv)
fi
printf '\n  ],\n  "ok": %s\n}\n' "$([ $bad = 0 ] && echo true || echo false)" >>results.json
exit $bad
