# SPDX-License-Identifier: Apache-2.0
# Flags that every target shares: warnings, sanitizers, ccache.
find_program(CAMEO_CCACHE ccache)
if(CAMEO_CCACHE AND NOT CMAKE_CXX_COMPILER_LAUNCHER)
  # Precompiled headers are safe to cache once time stamps are kept out of them.
  set(launcher ${CMAKE_COMMAND} -E env
      CCACHE_SLOPPINESS=pch_defines,time_macros,include_file_mtime,include_file_ctime
      CCACHE_BASEDIR=${CMAKE_SOURCE_DIR} CCACHE_NOHASHDIR=1 CCACHE_PCH_EXTSUM=1 ${CAMEO_CCACHE})
  set(CMAKE_CXX_COMPILER_LAUNCHER ${launcher})
  set(CMAKE_C_COMPILER_LAUNCHER ${launcher})
endif()

if(CAMEO_SANITIZE)
  add_compile_options(-fsanitize=${CAMEO_SANITIZE} -fno-sanitize-recover=all -fno-omit-frame-pointer -g1)
  # It looks for a signature in front of each function that is called by a pointer; compiled models have none.
  if(CMAKE_CXX_COMPILER_ID MATCHES Clang)
    add_compile_options(-fno-sanitize=function)
  endif()
  add_link_options(-fsanitize=${CAMEO_SANITIZE})
endif()

add_compile_options(-Wall -Wextra -Wno-unused-parameter)
if(CMAKE_CXX_COMPILER_ID MATCHES Clang)
  add_link_options(-fuse-ld=lld)
endif()
