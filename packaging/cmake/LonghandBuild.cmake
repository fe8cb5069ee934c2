# SPDX-License-Identifier: GPL-3.0-or-later
# Options and the two functions every folder of the tree uses.
include(CTest)
include(CheckLanguage)
include(GNUInstallDirs)

set(CMAKE_CXX_STANDARD 20)
set(CMAKE_CXX_STANDARD_REQUIRED ON)
set(CMAKE_CXX_EXTENSIONS OFF)
set(CMAKE_POSITION_INDEPENDENT_CODE ON)
set(CMAKE_EXPORT_COMPILE_COMMANDS ON)
set(CMAKE_RUNTIME_OUTPUT_DIRECTORY ${CMAKE_BINARY_DIR}/bin)
if(NOT CMAKE_BUILD_TYPE AND NOT CMAKE_CONFIGURATION_TYPES)
    set(CMAKE_BUILD_TYPE Release CACHE STRING "" FORCE)
endif()
if(NOT CMAKE_CXX_COMPILER_LAUNCHER)
    find_program(CCACHE_PROGRAM ccache)
    if(CCACHE_PROGRAM)
        # Paths relative to the tree: every checkout and every preset shares the objects.
        set(launcher ${CMAKE_COMMAND} -E env CCACHE_BASEDIR=${CMAKE_SOURCE_DIR} CCACHE_NOHASHDIR=1
                     ${CCACHE_PROGRAM})
        set(CMAKE_C_COMPILER_LAUNCHER ${launcher})
        set(CMAKE_CXX_COMPILER_LAUNCHER ${launcher})
        set(CMAKE_CUDA_COMPILER_LAUNCHER ${launcher})
    endif()
endif()

# Each part is ON where what it needs is found, so that a plain `cmake -S . -B build` just works.
find_package(PkgConfig)
check_language(CUDA)
find_package(Qt6 6.4 QUIET COMPONENTS Widgets DBus Test LinguistTools)
if(PkgConfig_FOUND)
    pkg_check_modules(POPPLER_GLIB QUIET IMPORTED_TARGET poppler-glib cairo)
    pkg_check_modules(PANGO QUIET IMPORTED_TARGET pangocairo>=1.46 cairo-pdf)
endif()
set(have_cuda OFF)
if(CMAKE_CUDA_COMPILER)
    set(have_cuda ON)
endif()
option(LONGHAND_CUDA "Build the CUDA backend (needs nvcc, not a card)" ${have_cuda})
option(LONGHAND_GUI "Build the window (needs Qt 6)" ${Qt6_FOUND})
set(have_pdf OFF)
if(POPPLER_GLIB_FOUND)
    set(have_pdf ON)
endif()
option(LONGHAND_PDF "Read PDF files (needs poppler-glib)" ${have_pdf})
option(LONGHAND_NETWORK "Fetch models and speak to a server when asked to (needs libcurl)" ON)
set(LONGHAND_SANITIZE "" CACHE STRING "address, thread or empty")
set(LONGHAND_CUDA_ARCHITECTURES "90a" CACHE STRING "GPU architectures to compile for")

add_compile_options($<$<COMPILE_LANGUAGE:CXX>:-Wall> $<$<COMPILE_LANGUAGE:CXX>:-Wextra>
                    $<$<COMPILE_LANGUAGE:CXX>:-Wshadow> $<$<COMPILE_LANGUAGE:CXX>:-Wconversion>
                    $<$<COMPILE_LANGUAGE:CXX>:-Wold-style-cast> $<$<COMPILE_LANGUAGE:CXX>:-Werror>
                    # designated initialisers leave fields at their defaults on purpose
                    $<$<COMPILE_LANGUAGE:CXX>:-Wno-missing-field-initializers>)
if(CMAKE_CXX_COMPILER_ID STREQUAL "GNU" AND CMAKE_CXX_COMPILER_VERSION VERSION_LESS 13)
    # GCC 12 sees overlapping copies in joined std::strings where there are none (its bug 105651),
    # and the value of a std::variant as unset behind the check that it is set (its bug 105562).
    add_compile_options($<$<COMPILE_LANGUAGE:CXX>:-Wno-restrict>
                        $<$<COMPILE_LANGUAGE:CXX>:-Wno-maybe-uninitialized>)
endif()
if(LONGHAND_SANITIZE STREQUAL "address")
    add_compile_options(-fsanitize=address,undefined -fno-omit-frame-pointer
                        -fno-sanitize-recover=undefined)
    add_link_options(-fsanitize=address,undefined)
elseif(LONGHAND_SANITIZE STREQUAL "thread")
    add_compile_options(-fsanitize=thread)
    add_link_options(-fsanitize=thread)
endif()

if(LONGHAND_CUDA)
    set(CMAKE_CUDA_ARCHITECTURES ${LONGHAND_CUDA_ARCHITECTURES})
    set(CMAKE_CUDA_STANDARD 17)
    enable_language(CUDA)
    find_package(CUDAToolkit REQUIRED)
endif()

# longhand_library(engine_base SOURCES a.cpp ... [LINK public-libs] [PRIVATE_LINK foreign-libs])
# One static library a folder; every include is written from the root of the tree.
function(longhand_library name)
    cmake_parse_arguments(ARG "" "" "SOURCES;LINK;PRIVATE_LINK" ${ARGN})
    add_library(${name} STATIC ${ARG_SOURCES})
    target_include_directories(${name} PUBLIC ${CMAKE_SOURCE_DIR})
    target_link_libraries(${name} PUBLIC ${ARG_LINK} PRIVATE ${ARG_PRIVATE_LINK})
endfunction()

# longhand_test(name SOURCES a_test.cpp ... LINK libs [LABELS unit] [TIMEOUT s])
# One program a folder; each TEST becomes a ctest entry of its own when the program is built.
function(longhand_test name)
    cmake_parse_arguments(ARG "" "TIMEOUT" "SOURCES;LINK;LABELS" ${ARGN})
    if(NOT ARG_LABELS)
        set(ARG_LABELS unit)
    endif()
    if(NOT ARG_TIMEOUT)
        set(ARG_TIMEOUT 120)
    endif()
    add_executable(${name} ${ARG_SOURCES})
    target_include_directories(${name} PRIVATE ${CMAKE_SOURCE_DIR})
    target_link_libraries(${name} PRIVATE ${ARG_LINK} GTest::gtest_main GTest::gmock)
    # What is tested is compiled as it ships; the tests themselves compile in 3/5 of the time.
    target_compile_options(${name} PRIVATE $<$<CONFIG:Release>:-O1>)
    # The discovery splits lists, so several labels are one word: ctest selects by parts of it.
    string(REPLACE ";" "-" labels "${ARG_LABELS}")
    gtest_discover_tests(${name} DISCOVERY_TIMEOUT 60
                         PROPERTIES LABELS "${labels}" TIMEOUT ${ARG_TIMEOUT})
endfunction()
