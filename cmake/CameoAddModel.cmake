# SPDX-License-Identifier: Apache-2.0
# cameo_add_model(TARGET model.onnx [NAME name] [STATIC|SHARED] [MCPU cpu] [WEIGHTS embed|file]
#                 [DIM name=size...] [SHAPE input=AxBxC...] [OPTIONS cameoc option...])
#
# Compiles the model at build time, and again when it or the compiler changes. TARGET is a library:
# what links it can #include "NAME.h" and use NAME_descriptor. NAME is TARGET unless given; it is
# the prefix of every symbol, so that several models link into one program. STATIC is the default.
# With WEIGHTS file, NAME.weights lies beside the library; the target's property CAMEO_WEIGHTS_FILE
# has its path, for installing.
function(cameo_add_model target model)
  cmake_parse_arguments(arg "STATIC;SHARED" "NAME;MCPU;WEIGHTS" "DIM;SHAPE;OPTIONS" ${ARGN})
  if(arg_UNPARSED_ARGUMENTS)
    message(FATAL_ERROR "cameo_add_model(${target}): unknown arguments: ${arg_UNPARSED_ARGUMENTS}")
  endif()
  if(arg_STATIC AND arg_SHARED)
    message(FATAL_ERROR "cameo_add_model(${target}): STATIC or SHARED, not both")
  endif()
  if(TARGET cameoc)
    set(cameoc $<TARGET_FILE:cameoc>)
    set(compiler cameoc)
  elseif(CAMEO_CAMEOC)
    set(cameoc ${CAMEO_CAMEOC})
    set(compiler ${CAMEO_CAMEOC})
  else()
    message(FATAL_ERROR "cameo_add_model(${target}): this installation of Cameo has no compiler; "
      "set CAMEO_CAMEOC to the path of a cameoc")
  endif()

  set(name ${target})
  if(arg_NAME)
    set(name ${arg_NAME})
  endif()
  if(NOT name MATCHES "^[A-Za-z_][A-Za-z0-9_]*$")
    message(FATAL_ERROR "cameo_add_model(${target}): '${name}' is no C identifier; give another "
      "with NAME")
  endif()
  set(kind STATIC)
  set(extension .a)
  if(arg_SHARED)
    set(kind SHARED)
    set(extension .so)
  endif()
  get_filename_component(model ${model} ABSOLUTE BASE_DIR ${CMAKE_CURRENT_SOURCE_DIR})
  set(folder ${CMAKE_CURRENT_BINARY_DIR}/cameo/${target})
  set(library ${folder}/lib${name}${extension})
  file(MAKE_DIRECTORY ${folder})

  set(options --name ${name} -q)
  foreach(value ${arg_DIM})
    list(APPEND options --dim ${value})
  endforeach()
  foreach(value ${arg_SHAPE})
    list(APPEND options --shape ${value})
  endforeach()
  if(arg_MCPU)
    list(APPEND options --mcpu ${arg_MCPU})
  endif()
  set(outputs ${library} ${folder}/${name}.h ${folder}/${name}.json)
  if(arg_WEIGHTS)
    list(APPEND options --weights ${arg_WEIGHTS})
  endif()
  if(arg_WEIGHTS STREQUAL file)
    list(APPEND outputs ${folder}/${name}.weights)
  endif()
  add_custom_command(OUTPUT ${outputs}
    COMMAND ${cameoc} ${model} -o ${library} ${options} ${arg_OPTIONS}
    DEPENDS ${model} ${compiler}
    COMMENT "Compiling model ${name}" VERBATIM)
  add_custom_target(${target}_compile DEPENDS ${outputs})

  add_library(${target} ${kind} IMPORTED GLOBAL)
  add_dependencies(${target} ${target}_compile)
  set_target_properties(${target} PROPERTIES
    IMPORTED_LOCATION ${library}
    INTERFACE_INCLUDE_DIRECTORIES ${folder})
  if(arg_SHARED)
    set_target_properties(${target} PROPERTIES IMPORTED_SONAME lib${name}${extension})
  endif()
  if(arg_WEIGHTS STREQUAL file)
    set_target_properties(${target} PROPERTIES CAMEO_WEIGHTS_FILE ${folder}/${name}.weights)
  endif()
  if(TARGET Cameo::abi)
    target_link_libraries(${target} INTERFACE Cameo::abi m)
  else()
    target_link_libraries(${target} INTERFACE cameo_abi m)
  endif()
endfunction()
