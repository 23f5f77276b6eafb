# SPDX-License-Identifier: Apache-2.0
# House rules for every target: warnings are errors, results do not depend on the host.
include(GoogleTest)

# Programs that people start lie at the top of the build folder; tests stay in their own folders.
set(CMAKE_RUNTIME_OUTPUT_DIRECTORY ${CMAKE_BINARY_DIR})

add_library(house INTERFACE)
target_include_directories(house INTERFACE ${CMAKE_SOURCE_DIR})
# -Wrestrict: g++ 12 reports std::string operator+ falsely (GCC bug 105651).
target_compile_options(house INTERFACE -Wall -Wextra -Wconversion -Werror -Wno-restrict -ffp-contract=off
                                       $<$<CONFIG:Debug>:-fno-omit-frame-pointer>)
target_link_options(house INTERFACE -fuse-ld=mold)

if(TAPBENCH_SANITIZE)
    target_compile_options(house INTERFACE -fsanitize=${TAPBENCH_SANITIZE})
    target_link_options(house INTERFACE -fsanitize=${TAPBENCH_SANITIZE})
    if(TAPBENCH_SANITIZE MATCHES undefined)
        target_compile_options(house INTERFACE -fno-sanitize-recover=undefined)
    endif()
endif()

# For tests that draw: the software OpenGL driver leaves 112 bytes behind when it is unloaded, which
# LeakSanitizer cannot name and so cannot be told to pass over.
if(TAPBENCH_SANITIZE MATCHES address)
    set(tb_drawing_properties ENVIRONMENT ASAN_OPTIONS=detect_leaks=0)
endif()

# A unity build compiles several files of a target at once, so that what they include is read once:
# a third of the time. The files of this list are compiled alone.
set(CMAKE_UNITY_BUILD_BATCH_SIZE 8)
set_property(DIRECTORY APPEND PROPERTY CMAKE_CONFIGURE_DEPENDS ${CMAKE_SOURCE_DIR}/cmake/compiled_alone.txt)
file(STRINGS ${CMAKE_SOURCE_DIR}/cmake/compiled_alone.txt tb_alone REGEX "^[^#]")
foreach(file IN LISTS tb_alone)
    if(NOT EXISTS ${CMAKE_SOURCE_DIR}/${file})
        message(FATAL_ERROR "cmake/compiled_alone.txt names ${file}, which is not there")
    endif()
endforeach()
if(CMAKE_UNITY_BUILD AND CMAKE_CXX_COMPILER_ID STREQUAL GNU)
    # Takes every file of a batch for a header.
    target_compile_options(house INTERFACE -Wno-subobject-linkage)
endif()

function(tb_compile_alone)
    foreach(source IN LISTS ARGN)
        cmake_path(ABSOLUTE_PATH source OUTPUT_VARIABLE path)
        cmake_path(RELATIVE_PATH path BASE_DIRECTORY ${CMAKE_SOURCE_DIR})
        if(path IN_LIST tb_alone)
            set_source_files_properties(${source} PROPERTIES SKIP_UNITY_BUILD_INCLUSION ON)
        endif()
    endforeach()
endfunction()

# tb_library(NAME SOURCES... [LINK LIBS...]): one folder, one static library.
function(tb_library name)
    cmake_parse_arguments(arg "" "" "LINK" ${ARGN})
    add_library(${name} STATIC ${arg_UNPARSED_ARGUMENTS})
    tb_compile_alone(${arg_UNPARSED_ARGUMENTS})
    target_link_libraries(${name} PUBLIC house ${arg_LINK})
endfunction()

# tb_test(NAME LABEL SOURCES... [LINK LIBS...]): one test program, each TEST in its own process.
function(tb_test name label)
    cmake_parse_arguments(arg "" "" "LINK" ${ARGN})
    add_executable(${name} ${arg_UNPARSED_ARGUMENTS})
    tb_compile_alone(${arg_UNPARSED_ARGUMENTS})
    set_target_properties(${name} PROPERTIES RUNTIME_OUTPUT_DIRECTORY ${CMAKE_CURRENT_BINARY_DIR})
    target_link_libraries(${name} PRIVATE house ${arg_LINK} rapidcheck GTest::gtest_main)
    target_compile_options(${name} PRIVATE -O0)  # what is tested is optimised, the test need not be
    target_compile_definitions(${name} PRIVATE TAPBENCH_SOURCE_DIR="${CMAKE_SOURCE_DIR}"
                                               TAPBENCH_BINARY_DIR="${CMAKE_BINARY_DIR}")
    # Property tests repeat the same cases; another RC_PARAMS may be given by hand. One property each:
    # a list of two would be split.
    gtest_discover_tests(${name} PROPERTIES LABELS "${label}"
                         ENVIRONMENT SYSTEMC_DISABLE_COPYRIGHT_MESSAGE=1
                         ENVIRONMENT_MODIFICATION RC_PARAMS=set:seed=20260401
                         DISCOVERY_TIMEOUT 60)
endfunction()
