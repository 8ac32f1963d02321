# SPDX-License-Identifier: Apache-2.0
# Finds LLVM, MLIR, LLD, protobuf and the ONNX schema; defines cameo_library, which
# gives each phase of the compiler its library with one shared precompiled header.
find_package(MLIR REQUIRED CONFIG HINTS /usr/lib/llvm-22)
find_package(LLD REQUIRED CONFIG HINTS /usr/lib/llvm-22)
find_package(Protobuf REQUIRED)
list(APPEND CMAKE_MODULE_PATH ${MLIR_CMAKE_DIR} ${LLVM_CMAKE_DIR})
set(CMAKE_PCH_INSTANTIATE_TEMPLATES ON)
include(TableGen)
include(AddLLVM)
include(AddMLIR)

add_library(cameo_headers INTERFACE)
target_include_directories(cameo_headers INTERFACE
  ${CMAKE_SOURCE_DIR} ${CMAKE_BINARY_DIR} ${CMAKE_SOURCE_DIR}/runtime/include)
target_include_directories(cameo_headers SYSTEM INTERFACE
  ${LLVM_INCLUDE_DIRS} ${MLIR_INCLUDE_DIRS})
target_link_libraries(cameo_headers INTERFACE MLIR LLVM)
target_compile_options(cameo_headers INTERFACE -fno-exceptions)

# One precompiled header for the whole compiler: MLIR's headers take 8 s a file without it.
add_library(cameo_pch OBJECT ${CMAKE_SOURCE_DIR}/cmake/precompiled.cpp)
# A precompiled header checks the paths of its inputs, so it must not come from another checkout.
set_target_properties(cameo_pch PROPERTIES CXX_COMPILER_LAUNCHER "")
target_link_libraries(cameo_pch PRIVATE cameo_headers)
target_precompile_headers(cameo_pch PRIVATE <cmake/precompiled.h>)
# ccache would hash the precompiled header's bytes, which name this checkout's folder; this is what
# they depend on, so that checkouts share their objects.
file(SHA256 ${CMAKE_SOURCE_DIR}/cmake/precompiled.h header_hash)
file(WRITE ${CMAKE_BINARY_DIR}/CMakeFiles/cameo_pch.dir/cmake_pch.hxx.pch.sum
  "${header_hash} MLIR ${LLVM_PACKAGE_VERSION} ${CMAKE_CXX_COMPILER_ID} ${CMAKE_CXX_COMPILER_VERSION} ${CMAKE_BUILD_TYPE} ${CAMEO_SANITIZE}")
set_property(DIRECTORY APPEND PROPERTY CMAKE_CONFIGURE_DEPENDS ${CMAKE_SOURCE_DIR}/cmake/precompiled.h)
if(CMAKE_CXX_COMPILER_ID MATCHES Clang)
  target_compile_options(cameo_pch PRIVATE "SHELL:-Xclang -fno-pch-timestamp")
endif()

# cameo_library(NAME [LINK lib...] [DEPENDS target...]): every .cpp of this folder.
function(cameo_library name)
  cmake_parse_arguments(arg "" "" "LINK;DEPENDS" ${ARGN})
  file(GLOB sources CONFIGURE_DEPENDS ${CMAKE_CURRENT_SOURCE_DIR}/*.cpp)
  add_library(${name} STATIC ${sources})
  cameo_use_headers(${name})
  target_link_libraries(${name} PUBLIC ${arg_LINK})
  if(arg_DEPENDS)
    add_dependencies(${name} ${arg_DEPENDS})
  endif()
endfunction()

# cameo_tool(NAME [SOURCES file...] [LINK lib...]): an executable; every .cpp of this folder if
# no sources are given.
function(cameo_tool name)
  cmake_parse_arguments(arg "" "" "SOURCES;LINK" ${ARGN})
  if(NOT arg_SOURCES)
    file(GLOB arg_SOURCES CONFIGURE_DEPENDS ${CMAKE_CURRENT_SOURCE_DIR}/*.cpp)
  endif()
  add_executable(${name} ${arg_SOURCES})
  # PIC rather than PIE, as the precompiled header is.
  set_target_properties(${name} PROPERTIES POSITION_INDEPENDENT_CODE OFF)
  target_compile_options(${name} PRIVATE -fPIC)
  cameo_use_headers(${name})
  target_link_libraries(${name} PRIVATE ${arg_LINK})
endfunction()

function(cameo_use_headers name)
  target_link_libraries(${name} PUBLIC cameo_headers)
  add_dependencies(${name} cameo_tablegen)
  if(CMAKE_CXX_COMPILER_ID MATCHES Clang)
    # Named by hand rather than by REUSE_FROM, which would give ccache an absolute path to hash.
    set(pch ${CMAKE_BINARY_DIR}/CMakeFiles/cameo_pch.dir/cmake_pch.hxx.pch)
    target_compile_options(${name} PRIVATE "SHELL:-Xclang -fno-pch-timestamp" -include-pch ${pch})
    get_target_property(sources ${name} SOURCES)
    set_source_files_properties(${sources} PROPERTIES OBJECT_DEPENDS ${pch})
    add_dependencies(${name} cameo_pch)
  else()
    target_precompile_headers(${name} REUSE_FROM cameo_pch)
  endif()
endfunction()

# Every generated header is behind this target, so that any file may include any of them.
add_custom_target(cameo_tablegen)

# cameo_tablegen_outputs(FILE.td TARGET out1.inc "args1" out2.inc "args2" ...)
function(cameo_tablegen_outputs td target)
  set(LLVM_TARGET_DEFINITIONS ${td})
  list(LENGTH ARGN n)
  set(i 0)
  while(i LESS n)
    math(EXPR j "${i} + 1")
    list(GET ARGN ${i} out)
    list(GET ARGN ${j} args)
    separate_arguments(args)
    mlir_tablegen(${out} ${args} EXTRA_INCLUDES ${CMAKE_SOURCE_DIR} ${MLIR_INCLUDE_DIRS})
    math(EXPR i "${i} + 2")
  endwhile()
  add_public_tablegen_target(${target})
  add_dependencies(cameo_tablegen ${target})
endfunction()
