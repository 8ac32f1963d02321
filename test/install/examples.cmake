# SPDX-License-Identifier: Apache-2.0
# The test's steps; also that a changed model is compiled again, and an unchanged one is not.
function(step what)
  execute_process(COMMAND ${ARGN} RESULT_VARIABLE status OUTPUT_VARIABLE output ERROR_VARIABLE output)
  if(NOT status EQUAL 0)
    message(FATAL_ERROR "${what}: ${status}\n${output}")
  endif()
  set(output "${output}" PARENT_SCOPE)
endfunction()

file(REMOVE_RECURSE ${WORK}/prefix ${WORK}/source ${WORK}/build)
step("install" ${CMAKE_COMMAND} --install ${BUILD} --prefix ${WORK}/prefix)
file(COPY ${SOURCE}/ DESTINATION ${WORK}/source)
step("configure" ${CMAKE_COMMAND} -S ${WORK}/source -B ${WORK}/build -G Ninja
  -D CMAKE_C_COMPILER=${CC} -D CMAKE_CXX_COMPILER=${CXX} -D CMAKE_PREFIX_PATH=${WORK}/prefix)
step("build" ${CMAKE_COMMAND} --build ${WORK}/build)
step("test" ${CMAKE_CTEST_COMMAND} --test-dir ${WORK}/build --output-on-failure)

step("build again" ${CMAKE_COMMAND} --build ${WORK}/build)
if(output MATCHES "Compiling model")
  message(FATAL_ERROR "an unchanged model was compiled again:\n${output}")
endif()
file(APPEND ${WORK}/source/models/smooth.textproto "producer_name: \"changed\"\n")
step("build after a change" ${CMAKE_COMMAND} --build ${WORK}/build)
if(NOT output MATCHES "Compiling model smooth" OR output MATCHES "Compiling model classify")
  message(FATAL_ERROR "not the changed model alone was compiled again:\n${output}")
endif()
step("test after a change" ${CMAKE_CTEST_COMMAND} --test-dir ${WORK}/build --output-on-failure)
# A function of an operator that the model's options name counts as well.
file(APPEND ${WORK}/source/custom-operator/centre.mlir "\n")
step("build after a change of an operator" ${CMAKE_COMMAND} --build ${WORK}/build)
if(NOT output MATCHES "Compiling model peaks" OR output MATCHES "Compiling model classify")
  message(FATAL_ERROR "not the model of the changed operator alone was compiled again:\n${output}")
endif()

# The installed Python package finds the installed runtime and compiler by itself.
if(PYTHON)
  file(GLOB package ${WORK}/prefix/lib*/cameo/python ${WORK}/prefix/lib/*/cameo/python)
  step("python" ${CMAKE_COMMAND} -E env PYTHONPATH=${package} ${PYTHON} -B -c "import cameo; print(cameo.version())")
endif()
