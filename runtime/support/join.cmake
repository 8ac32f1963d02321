# SPDX-License-Identifier: Apache-2.0
# Joins static libraries: -D AR=ar -D PARTS="a.a b.a" -D OUTPUT=c.a
separate_arguments(PARTS)
set(script "CREATE ${OUTPUT}\n")
foreach(part ${PARTS})
  string(APPEND script "ADDLIB ${part}\n")
endforeach()
string(APPEND script "SAVE\nEND\n")
file(WRITE ${OUTPUT}.mri "${script}")
file(REMOVE ${OUTPUT})
execute_process(COMMAND ${AR} -M INPUT_FILE ${OUTPUT}.mri RESULT_VARIABLE status ERROR_VARIABLE error)
if(NOT status EQUAL 0)
  message(FATAL_ERROR "${AR}: ${error}")
endif()
