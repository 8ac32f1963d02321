# SPDX-License-Identifier: Apache-2.0
# `cmake --install`: the runtime, the tools, and the package that find_package(Cameo) finds.
include(GNUInstallDirs)
include(CMakePackageConfigHelpers)

add_library(cameo_abi INTERFACE)
target_include_directories(cameo_abi INTERFACE
  $<BUILD_INTERFACE:${CMAKE_SOURCE_DIR}/runtime/include> $<INSTALL_INTERFACE:${CMAKE_INSTALL_INCLUDEDIR}>)
set_target_properties(cameo_abi PROPERTIES EXPORT_NAME abi)
set_target_properties(cameo_rt PROPERTIES EXPORT_NAME runtime)
set_target_properties(cameo_rt_static PROPERTIES EXPORT_NAME runtime_static)

install(TARGETS cameo_rt cameo_rt_static cameo_abi EXPORT CameoTargets)
# The Python package finds the runtime above it; users set PYTHONPATH to its folder.
install(DIRECTORY ${CMAKE_SOURCE_DIR}/runtime/python/cameo DESTINATION ${CMAKE_INSTALL_LIBDIR}/cameo/python
  FILES_MATCHING PATTERN "*.py")
install(DIRECTORY ${CMAKE_SOURCE_DIR}/runtime/include/cameo DESTINATION ${CMAKE_INSTALL_INCLUDEDIR})
foreach(tool cameoc cameo-opt cameo-run cameo-conformance cameo-lsp-server)
  if(TARGET ${tool})
    install(TARGETS ${tool} RUNTIME)
  endif()
endforeach()

set(package ${CMAKE_INSTALL_LIBDIR}/cmake/Cameo)
install(EXPORT CameoTargets NAMESPACE Cameo:: DESTINATION ${package})
set(bin ${CMAKE_INSTALL_BINDIR})
configure_package_config_file(${CMAKE_SOURCE_DIR}/cmake/CameoConfig.cmake.in
  ${CMAKE_BINARY_DIR}/CameoConfig.cmake INSTALL_DESTINATION ${package} PATH_VARS bin)
write_basic_package_version_file(${CMAKE_BINARY_DIR}/CameoConfigVersion.cmake
  COMPATIBILITY SameMinorVersion)
install(FILES ${CMAKE_BINARY_DIR}/CameoConfig.cmake ${CMAKE_BINARY_DIR}/CameoConfigVersion.cmake
  ${CMAKE_SOURCE_DIR}/cmake/CameoAddModel.cmake DESTINATION ${package})
